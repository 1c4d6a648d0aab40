//! Growth from one period to another, on what the figures can be.
//!
//! | levels | growth |
//! | --- | --- |
//! | $70.2 billion (2022), $89.4 billion (2023) | 27.19 to 27.51 percent |
//! | 2022-Q1 known, 2022-Q2 missing, 2023-Q1 known | 2023-Q1 over 2022-Q1: matched on the period, never on the row |

use super::{Dataset, Interval, Observation, Series, Statement};
use crate::model::{Decimal, Measure, Period, Unit};

/// The growth of a series at one period over the same period a year before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth<'a> {
    /// The figure.
    pub level: &'a Observation,
    /// The figure a year before.
    pub base: &'a Observation,
    /// The growth in percent; a fall is negative.
    pub percent: Interval,
}

/// The year-on-year growth of the figures that a table shows, for each period that has a stated figure for itself and
/// for the year before; figures of the same teller are preferred for the base. Implied figures have no growth of their
/// own: it was stated.
///
/// ```
/// use bilateral::series::{Dataset, growth};
/// assert!(Dataset::from_facts(&[]).series().iter().flat_map(growth::year_on_year).next().is_none());
/// ```
pub fn year_on_year(series: &Series) -> impl Iterator<Item = Growth<'_>> {
    series.periods().filter_map(|statements| {
        let level = statements.first().filter(|o| o.origin.is_stated())?;
        if level.period.whole_months().is_some_and(|months| months > 12) {
            return None;
        }
        let candidates = series.at(&level.period.year_before()?);
        let stated = || candidates.iter().filter(|o| o.origin.is_stated());
        let base = stated().find(|o| o.teller == level.teller).or_else(|| stated().next())?;
        Some(Growth { level, base, percent: percent(&level.interval, &base.interval)? })
    })
}

/// The growth at a period, of growth in order of time.
pub(crate) fn at<'g, 'a>(growth: &'g [Growth<'a>], period: &Period) -> Option<&'g Growth<'a>> {
    growth.get(growth.binary_search_by(|g| g.level.period.cmp(period)).ok()?)
}

/// The growth in percent from one amount to another; `None` where the base can be zero or is open.
#[must_use]
pub fn percent(level: &Interval, base: &Interval) -> Option<Interval> {
    base.lower.filter(|lower| *lower > Decimal::ZERO)?;
    percent_of(&(*level / *base), base)
}

/// The same where the one over the other is known.
pub(crate) fn percent_of(ratio: &Interval, base: &Interval) -> Option<Interval> {
    base.lower.filter(|lower| *lower > Decimal::ZERO)?;
    Some((*ratio - Interval::point(Decimal::ONE)) * Interval::point(Decimal::HUNDRED))
}

/// What a stated change multiplies its base with: 1.141 for 14.1 `percent`, 2 for 2 `times`; `None` for percentage
/// points and absolute amounts. A fall takes no more than everything.
#[must_use]
pub fn factor(unit: Unit, change: &Interval) -> Option<Interval> {
    let factor = match unit.measure {
        Measure::Percent => {
            let hundredth = Interval::point(Decimal::new(1, 2)?);
            scaled(change, hundredth) + Interval::point(Decimal::ONE)
        }
        Measure::Times => *change,
        _ => return None,
    };
    let lower = factor.lower.map_or(Decimal::ZERO, |lower| lower.max(Decimal::ZERO));
    (factor.upper.is_none_or(|upper| upper >= lower)).then_some(Interval { lower: Some(lower), ..factor })
}

/// Multiplies each end, open or not, with a positive point.
fn scaled(interval: &Interval, by: Interval) -> Interval {
    let end = |end: Option<Decimal>| end?.checked_mul(by.lower?);
    Interval { lower: end(interval.lower), upper: end(interval.upper) }
}

/// The changes that documents state of the subject of a series at a period, over any base.
pub fn stated<'a>(dataset: &'a Dataset, series: &Series, period: &Period) -> impl Iterator<Item = &'a Statement> {
    let changes = dataset.changes_of(&series.key.subject());
    let wanted = (series.status, *period);
    let start = changes.partition_point(|c| (c.status, c.period) < wanted);
    changes[start..].iter().take_while(move |c| (c.status, c.period) == wanted)
}

/// Whether two periods are equally long, so that an amount in one can be compared with one in the other.
pub(crate) fn same_stretch(one: &Period, other: &Period) -> bool {
    match (one.whole_months(), other.whole_months()) {
        (Some(a), Some(b)) => a == b,
        (None, None) => (one.days() - other.days()).abs() <= 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::percent_words;
    use crate::series::test_facts::level;

    #[test]
    fn growth_is_matched_on_the_period() {
        let facts = [
            level("a", "CHN", "TKM", "2021-01", "100000000", "exact"),
            level("a", "CHN", "TKM", "2021-03", "300000000", "exact"),
            level("a", "CHN", "TKM", "2022-03", "330000000", "exact"),
            level("a", "CHN", "TKM", "2022-04", "900000000", "exact"),
        ];
        let dataset = Dataset::from_facts(&facts);
        let found: Vec<_> = year_on_year(&dataset.series()[0]).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].level.period.to_string(), "2022-03");
        assert_eq!(percent_words(&found[0].percent), "+9.65 to +10.35 %");
    }

    #[test]
    fn factors_of_changes() {
        let point = |text: &str| Interval::point(text.parse().unwrap());
        for (value, unit, wanted) in [("14.1", "percent", "1.141"), ("-100", "percent", "0"), ("2", "times", "2")] {
            assert_eq!(factor(unit.parse().unwrap(), &point(value)), Some(point(wanted)));
        }
        assert_eq!(factor(Unit::PERCENTAGE_POINTS, &point("2")), None);
        assert_eq!(factor(Unit::PERCENT, &point("-120")), None);
        let fall = Interval::at_most("-3".parse().unwrap());
        assert_eq!(factor(Unit::PERCENT, &fall).unwrap().to_string(), "0 to 0.97");
    }
}
