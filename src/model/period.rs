//! Reference periods: the days that a figure is about.
//!
//! | text form | days |
//! | --- | --- |
//! | `2022` | 2022-01-01 to 2022-12-31 |
//! | `2023-Q1`, `2023-H1`, `2023-03` | a quarter, a half, a month |
//! | `2023-05-17` | one day |
//! | `2023-01/2023-08`, `2009-12/2019-09`, `2018/2022` | a span, both ends included |
//!
//! Equal days are equal periods: `2023-01/2023-03` is `2023-Q1` and prints so.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind};

/// The months in their order.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days from a first to a last, both included. SDMX: TIME_PERIOD.
///
/// ```
/// use bilateral::Period;
/// let quarter: Period = "2023-Q1".parse().unwrap();
/// assert_eq!(quarter, "2023-01/2023-03".parse().unwrap());
/// assert_eq!(quarter.year_before().unwrap().to_string(), "2022-Q1");
/// assert!(Period::year(2023).unwrap().contains(&quarter));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

/// What kind of stretch a period is; series keep to one. SDMX: FREQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Frequency {
    /// Calendar years.
    Annual,
    /// Halves of calendar years.
    HalfYear,
    /// Quarters of calendar years.
    Quarter,
    /// Calendar months.
    Month,
    /// Single days.
    Day,
    /// January to a later month of the same year that is no quarter or half: so many months.
    YearToDate(u32),
    /// Several whole calendar years.
    Years(u32),
    /// Any other stretch.
    Span,
}

impl Period {
    /// From the first to the last day; `None` where the last comes before the first.
    #[must_use]
    pub fn between(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Period { first, last })
    }

    /// One day.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Period { first: date, last: date }
    }

    /// A calendar year; `None` outside 1 to 9999.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Period::months(year, 1, year, 12)
    }

    /// A half (1 or 2) of a calendar year.
    #[must_use]
    pub fn half(year: i32, half: u32) -> Option<Self> {
        matches!(half, 1 | 2).then(|| Period::months(year, 6 * half - 5, year, 6 * half))?
    }

    /// A quarter (1 to 4) of a calendar year.
    #[must_use]
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        matches!(quarter, 1..=4).then(|| Period::months(year, 3 * quarter - 2, year, 3 * quarter))?
    }

    /// A month (1 to 12).
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Period::months(year, month, year, month)
    }

    /// From the first day of one month to the last day of another.
    #[must_use]
    pub fn months(from_year: i32, from_month: u32, to_year: i32, to_month: u32) -> Option<Self> {
        if !(1..=9999).contains(&from_year) || !(1..=9999).contains(&to_year) {
            return None;
        }
        let first = NaiveDate::from_ymd_opt(from_year, from_month, 1)?;
        let last = NaiveDate::from_ymd_opt(to_year, to_month, 1)?.checked_add_months(Months::new(1))?.pred_opt()?;
        Period::between(first, last)
    }

    /// The first day.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.first
    }

    /// The last day, itself included.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.last
    }

    /// How many days it covers.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether every day of `other` lies inside.
    #[must_use]
    pub fn contains(&self, other: &Period) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Period) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The same stretch `years` later (earlier below zero). The end of February follows the calendar; `None` outside
    /// the years 1 to 9999.
    #[must_use]
    pub fn shift_years(&self, years: i32) -> Option<Self> {
        let shift = |date: NaiveDate| {
            let months = Months::new(years.unsigned_abs().checked_mul(12)?);
            let moved = if years < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) }?;
            (1..=9999).contains(&moved.year()).then_some(moved)
        };
        let last = if ends_month(self.last) {
            shift(self.last.with_day(1)?)?.checked_add_months(Months::new(1))?.pred_opt()?
        } else {
            shift(self.last)?
        };
        Period::between(shift(self.first)?, last)
    }

    /// The same stretch a year earlier: what *year on year* compares with.
    #[must_use]
    pub fn year_before(&self) -> Option<Self> {
        self.shift_years(-1)
    }

    /// The stretch of the same kind that ends the day before it begins: the quarter before a quarter.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        let last = self.first.pred_opt()?;
        let first = match self.whole_months() {
            Some(months) => self.first.checked_sub_months(Months::new(months))?,
            None => self.first.checked_sub_days(Days::new(self.days().unsigned_abs()))?,
        };
        Period::between(first, last)
    }

    /// How many whole calendar months it is made of, or `None` where it cuts one.
    #[must_use]
    pub fn whole_months(&self) -> Option<u32> {
        let months = (self.last.year() - self.first.year()) * 12 + self.last.month() as i32 - self.first.month() as i32;
        (self.first.day() == 1 && ends_month(self.last)).then(|| months.unsigned_abs() + 1)
    }

    /// The calendar year it lies in, or `None` where it crosses a new year.
    #[must_use]
    pub fn calendar_year(&self) -> Option<i32> {
        (self.first.year() == self.last.year()).then(|| self.first.year())
    }

    /// What kind of stretch it is.
    #[must_use]
    pub fn frequency(&self) -> Frequency {
        if self.first == self.last {
            return Frequency::Day;
        }
        let Some(months) = self.whole_months() else { return Frequency::Span };
        let start = self.first.month();
        match months {
            1 => Frequency::Month,
            3 if start % 3 == 1 => Frequency::Quarter,
            6 if start % 6 == 1 => Frequency::HalfYear,
            12 if start == 1 => Frequency::Annual,
            n if start == 1 && n % 12 == 0 => Frequency::Years(n / 12),
            n if start == 1 && n < 12 => Frequency::YearToDate(n),
            _ => Frequency::Span,
        }
    }
}

impl Frequency {
    /// A short name for tables: `year`, `half`, `quarter`, `month`, `day`, `year to date (8 months)`, ...
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Frequency::Annual => "year".into(),
            Frequency::HalfYear => "half-year".into(),
            Frequency::Quarter => "quarter".into(),
            Frequency::Month => "month".into(),
            Frequency::Day => "day".into(),
            Frequency::YearToDate(n) => format!("{n} months to date"),
            Frequency::Years(n) => format!("{n} years"),
            Frequency::Span => "span".into(),
        }
    }
}

fn ends_month(date: NaiveDate) -> bool {
    date.succ_opt().is_none_or(|next| next.day() == 1)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b) = (self.first, self.last);
        write_year(a, f)?;
        match self.frequency() {
            Frequency::Day => write!(f, "-{:02}-{:02}", a.month(), a.day()),
            Frequency::Annual => Ok(()),
            Frequency::Years(_) => {
                f.write_str("/")?;
                write_year(b, f)
            }
            Frequency::Quarter => write!(f, "-Q{}", a.month().div_ceil(3)),
            Frequency::HalfYear => write!(f, "-H{}", a.month().div_ceil(6)),
            Frequency::Month => write!(f, "-{:02}", a.month()),
            _ if self.whole_months().is_some() => {
                write!(f, "-{:02}/", a.month())?;
                write_year(b, f)?;
                write!(f, "-{:02}", b.month())
            }
            _ => {
                write!(f, "-{:02}-{:02}/", a.month(), a.day())?;
                write_year(b, f)?;
                write!(f, "-{:02}-{:02}", b.month(), b.day())
            }
        }
    }
}

/// The year in four digits, which most texts about figures are full of.
fn write_year(date: NaiveDate, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let year = date.year();
    let Some(number) = u32::try_from(year).ok().filter(|year| *year <= 9999) else {
        return write!(f, "{year:04}");
    };
    let digit = |power: u32| b'0' + (number / power % 10) as u8;
    f.write_str(std::str::from_utf8(&[digit(1000), digit(100), digit(10), digit(1)]).unwrap_or("?"))
}

impl FromStr for Period {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let read = || {
            let (first, last) = match text.split_once('/') {
                Some((first, last)) => (part(first)?, part(last)?),
                None => (part(text)?, part(text)?),
            };
            Period::between(first.first, last.last)
        };
        read().ok_or_else(|| {
            Error::new(
                ErrorKind::Value,
                format!(
                    "wanted a period such as 2022, 2023-Q1, 2023-H1, 2023-03, 2023-05-17 or 2023-01/2023-08, found {text:?}"
                ),
            )
        })
    }
}

fn part(text: &str) -> Option<Period> {
    let mut fields = text.split('-');
    let digits = |text: &str, count: usize| {
        (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok())?
    };
    let year = i32::try_from(digits(fields.next()?, 4)?).ok()?;
    let (second, third) = (fields.next(), fields.next());
    if fields.next().is_some() {
        return None;
    }
    match (second, third) {
        (None, _) => Period::year(year),
        (Some(q), None) if q.starts_with('Q') => Period::quarter(year, digits(&q[1..], 1)?),
        (Some(h), None) if h.starts_with('H') => Period::half(year, digits(&h[1..], 1)?),
        (Some(month), None) => Period::month(year, digits(month, 2)?),
        (Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?).map(Period::day),
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn equal_days_are_equal_periods() {
        assert_eq!(p("2023-01/2023-03"), p("2023-Q1"));
        assert_eq!(p("2023-Q1/2023-Q2"), p("2023-H1"));
        assert_eq!(p("2020-01-01/2020-12-31"), p("2020"));
        assert_eq!(p("2009-12/2019-09").to_string(), "2009-12/2019-09");
        assert_eq!(p("2009/2017-01").to_string(), "2009-01/2017-01");
    }

    #[test]
    fn what_is_no_period_is_an_error() {
        for text in [
            "",
            "2023-13",
            "2023-Q5",
            "2023-H3",
            "2023-02-30",
            "2023/2022",
            "23",
            "2023-1",
            "2023-01-01-01",
            "last year",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_year_before_keeps_the_calendar() {
        assert_eq!(p("2024-02").year_before(), Some(p("2023-02")));
        assert_eq!(p("2025-02").year_before(), Some(p("2024-02")));
        assert_eq!(p("2024-02-29").year_before().unwrap().to_string(), "2023-02-28");
        assert_eq!(p("2024-01/2024-08").year_before(), Some(p("2023-01/2023-08")));
        assert_eq!(p("2023-Q1").previous(), Some(p("2022-Q4")));
        assert_eq!(p("2023-03-10/2023-03-12").previous(), Some(p("2023-03-07/2023-03-09")));
    }

    #[test]
    fn kinds_of_stretches() {
        for (text, kind) in [
            ("2022", Frequency::Annual),
            ("2022-H2", Frequency::HalfYear),
            ("2022-Q4", Frequency::Quarter),
            ("2022-11", Frequency::Month),
            ("2022-11-05", Frequency::Day),
            ("2022-01/2022-08", Frequency::YearToDate(8)),
            ("2018/2022", Frequency::Years(5)),
            ("2022-02/2022-04", Frequency::Span),
        ] {
            assert_eq!(p(text).frequency(), kind, "{text}");
        }
    }
}
