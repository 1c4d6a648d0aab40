//! How periods stand to each other.
//!
//! | one | other | the one is |
//! | --- | --- | --- |
//! | `2022` | `2022-Q3` | what contains it |
//! | `2022-01/2022-08` | `2022` | a part of it |
//! | `2022-Q1` | `2023-Q1` | the year before |
//! | `2022-11` | `2022-12` | what precedes it, without a gap |
//! | `2022-11` | `2023-03` | before it |
//! | `2022-04/2023-03` | `2023` | overlapping |

use chrono::Datelike;

use super::{Frequency, Period};

/// What one period is to another.
///
/// ```
/// use bilateral::{Period, Relation};
/// let p = |text: &str| text.parse::<Period>().unwrap();
/// assert_eq!(p("2022-Q1").relation(&p("2023-Q1")), Relation::YearBefore);
/// assert_eq!(p("2022-01/2022-08").relation(&p("2022")), Relation::Part);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// The same days.
    Equal,
    /// It holds every day of the other, and more.
    Contains,
    /// Every day of it lies in the other, which has more.
    Part,
    /// The same stretch a year earlier; goes before the next two.
    YearBefore,
    /// The same stretch a year later.
    YearAfter,
    /// It ends the day before the other begins.
    Precedes,
    /// It begins the day after the other ends.
    Follows,
    /// It ends earlier than that.
    Before,
    /// It begins later than that.
    After,
    /// Some days in common, and each has others.
    Overlaps,
}

impl Period {
    /// What it is to another period.
    #[must_use]
    pub fn relation(&self, other: &Period) -> Relation {
        let meets = |one: &Period, next: &Period| one.last_day().succ_opt() == Some(next.first_day());
        if self == other {
            Relation::Equal
        } else if self.contains(other) {
            Relation::Contains
        } else if other.contains(self) {
            Relation::Part
        } else if other.year_before() == Some(*self) {
            Relation::YearBefore
        } else if self.year_before() == Some(*other) {
            Relation::YearAfter
        } else if meets(self, other) {
            Relation::Precedes
        } else if meets(other, self) {
            Relation::Follows
        } else if self.last_day() < other.first_day() {
            Relation::Before
        } else if self.first_day() > other.last_day() {
            Relation::After
        } else {
            Relation::Overlaps
        }
    }

    /// Whether it ends before the other begins, with a gap or without.
    #[must_use]
    pub fn precedes(&self, other: &Period) -> bool {
        self.last_day() < other.first_day()
    }

    /// The months, quarters, halves or years that it is made of, in order; empty where it cuts one of them, and for other
    /// frequencies.
    ///
    /// ```
    /// use bilateral::{Frequency, Period};
    /// let year: Period = "2022".parse().unwrap();
    /// let quarters: Vec<String> = year.parts(Frequency::Quarter).iter().map(Period::to_string).collect();
    /// assert_eq!(quarters, ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]);
    /// assert!("2022-01/2022-08".parse::<Period>().unwrap().parts(Frequency::Quarter).is_empty());
    /// ```
    #[must_use]
    pub fn parts(&self, frequency: Frequency) -> Vec<Period> {
        let length = match frequency {
            Frequency::Month => 1,
            Frequency::Quarter => 3,
            Frequency::HalfYear => 6,
            Frequency::Annual => 12,
            _ => return Vec::new(),
        };
        let Some(months) = self.whole_months() else { return Vec::new() };
        let first = self.first_day();
        if !months.is_multiple_of(length) || !first.month0().is_multiple_of(length) {
            return Vec::new();
        }
        let part = |n: u32| {
            let from = first.month0() + n * length;
            let at = |month0: u32| Some((first.year() + i32::try_from(month0 / 12).ok()?, month0 % 12 + 1));
            let ((year, month), (to_year, to_month)) = (at(from)?, at(from + length - 1)?);
            Period::months(year, month, to_year, to_month)
        };
        (0..months / length).map_while(part).collect()
    }

    /// What is left of it once a part at its beginning or end is taken: the last quarter, of a year and its first nine months.
    /// `None` where `part` stands in the middle, or is no part.
    ///
    /// ```
    /// use bilateral::Period;
    /// let p = |text: &str| text.parse::<Period>().unwrap();
    /// assert_eq!(p("2022").rest(&p("2022-01/2022-09")), Some(p("2022-Q4")));
    /// assert_eq!(p("2022").rest(&p("2022-Q4")), Some(p("2022-01/2022-09")));
    /// assert_eq!(p("2022").rest(&p("2022-Q2")), None);
    /// ```
    #[must_use]
    pub fn rest(&self, part: &Period) -> Option<Period> {
        if self.relation(part) != Relation::Contains {
            return None;
        }
        if part.first_day() == self.first_day() {
            Period::between(part.last_day().succ_opt()?, self.last_day())
        } else if part.last_day() == self.last_day() {
            Period::between(self.first_day(), part.first_day().pred_opt()?)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn p(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn each_relation_has_its_converse() {
        for (one, other, there, back) in [
            ("2022", "2022-01/2022-12", Relation::Equal, Relation::Equal),
            ("2022", "2022-Q3", Relation::Contains, Relation::Part),
            ("2022-01/2022-08", "2022-01/2022-11", Relation::Part, Relation::Contains),
            ("2022", "2023", Relation::YearBefore, Relation::YearAfter),
            ("2024-02", "2025-02", Relation::YearBefore, Relation::YearAfter),
            ("2022-11", "2022-12", Relation::Precedes, Relation::Follows),
            ("2022-H1", "2022-Q3", Relation::Precedes, Relation::Follows),
            ("2022-11", "2023-03", Relation::Before, Relation::After),
            ("2022-04/2023-03", "2023", Relation::Overlaps, Relation::Overlaps),
        ] {
            assert_eq!(p(one).relation(&p(other)), there, "{one} {other}");
            assert_eq!(p(other).relation(&p(one)), back, "{other} {one}");
        }
        assert!(p("2022-11").precedes(&p("2023")) && !p("2022").precedes(&p("2022-Q4")));
    }

    #[test]
    fn parts_follow_each_other() {
        assert_eq!(p("2022-11/2023-02").parts(Frequency::Month).last().unwrap().to_string(), "2023-02");
        assert_eq!(p("2018/2022").parts(Frequency::Annual).len(), 5);
        assert_eq!(p("2022-05").parts(Frequency::Quarter), []);
        assert_eq!(p("2022-02/2022-04").parts(Frequency::Quarter), []);
        assert_eq!(p("2022-03-10/2022-03-12").parts(Frequency::Month), []);
    }

    proptest! {
        #[test]
        fn parts_and_rest_cover_the_whole(year in 1900i32..2100, months in 2u32..30, cut in 1u32..29) {
            let last = months - 1;
            let end_year = year + i32::try_from(last / 12).unwrap();
            let whole = Period::months(year, 1, end_year, last % 12 + 1).unwrap();
            let parts = whole.parts(Frequency::Month);
            prop_assert_eq!(parts.iter().map(Period::days).sum::<i64>(), whole.days());
            prop_assert!(parts.windows(2).all(|pair| pair[0].relation(&pair[1]) == Relation::Precedes));
            if let Some(cut) = parts.get((cut % months) as usize).filter(|_| cut % months < last) {
                let begin = Period::between(whole.first_day(), cut.last_day()).unwrap();
                let rest = whole.rest(&begin).unwrap();
                prop_assert_eq!(begin.days() + rest.days(), whole.days());
                prop_assert_eq!(whole.rest(&rest), Some(begin));
            }
        }
    }
}
