//! Levels that follow from a level and its change.
//!
//! | text | implies |
//! | --- | --- |
//! | *$2.648 billion, up 14.1 percent* | 2.3208 billion a year before, 2.3193 to 2.3222 by the rounding of both |
//! | *doubled, surpassing US$250 million* | 125 million or more a year before |
//! | *rose by $5.4 billion to $94.8 billion* | 89.4 billion a year before |

mod further;

pub(super) use further::further;

use super::growth::{factor, same_stretch};
use super::{Dataset, Interval, Observation, Origin, Series, SeriesKey, Statement, words};
use crate::model::{Decimal, Quantity, Status};

/// For each stated change that has a level at its period and none at its base, the level at the base.
pub(super) fn bases(dataset: &Dataset) -> Vec<(SeriesKey, Observation)> {
    let mut found = Vec::new();
    for change in dataset.changes().iter().filter(|c| c.status == Status::Actual) {
        for series in dataset.series_of(&change.subject).iter().filter(|s| s.status == Status::Actual) {
            found.extend(base(dataset, change, series));
        }
    }
    found
}

fn base(dataset: &Dataset, change: &Statement, series: &Series) -> Option<(SeriesKey, Observation)> {
    let base = change.base.filter(|base| same_stretch(base, &change.period))?;
    let fact = dataset.fact(change.fact)?;
    let stated = series.at(&change.period);
    // The level of the same sentence or document says what the change speaks of; another document's may be a revision.
    let level = stated.iter().find(|o| o.document == fact.document).or_else(|| stated.first())?;
    let unit = series.key.unit;
    let key = SeriesKey { frequency: base.frequency(), ..series.key.clone() };
    if dataset.find(&key, Status::Actual).is_some_and(|s| !s.at(&base).is_empty()) {
        return None;
    }
    let absolute = fact.quantity.unit == unit;
    let (interval, value) = if absolute {
        (level.interval - change.interval, level.quantity.value.checked_sub(fact.quantity.value))
    } else {
        let one = factor(fact.quantity.unit, &Interval::point(fact.quantity.value))?.lower?;
        let quotient = [12, 0].iter().find_map(|digits| level.quantity.value.div_floor(one, *digits));
        (level.interval / factor(fact.quantity.unit, &change.interval)?, quotient)
    };
    let value = value.filter(|_| interval != Interval::OPEN)?;
    let word = if absolute { "less" } else { "before a change of" };
    let (from, by) = (words::quantity(&level.quantity), words::quantity(&fact.quantity));
    let derivation = format!("{from} ({}) {word} {by}", level.period);
    let quantity =
        Quantity { value: value.to_significant(5), high: None, unit, bound: words::bound_of(&interval), quantum: None };
    let mut facts = level.origin.facts().to_vec();
    facts.push(change.fact);
    let observation = Observation {
        period: base,
        quantity,
        origin: Origin::Implied { derivation, facts },
        interval: at_least_nothing(interval, level.quantity.value),
        ..level.clone()
    };
    Some((key, observation))
}

/// What was positive after the change was not negative before it.
fn at_least_nothing(interval: Interval, value: Decimal) -> Interval {
    let lower = if value.is_negative() { interval.lower } else { interval.lower.map(|l| l.max(Decimal::ZERO)) };
    Interval { lower, ..interval }
}

#[cfg(test)]
mod tests {
    use crate::series::test_facts::{change, level, multiple};
    use crate::series::{Dataset, interval_words, quantity_words};

    #[test]
    fn the_year_before_follows() {
        let facts =
            [level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"), change("a", "CHN", "TKM", "2023-Q1", "14.1")];
        let dataset = Dataset::from_facts(&facts);
        let implied = dataset.series()[0].shown(&"2022-Q1".parse().unwrap()).unwrap();
        assert_eq!(quantity_words(&implied.quantity), "2.3208 billion USD");
        assert_eq!(interval_words(&implied.interval, implied.quantity.unit), "2.3193 to 2.3222 billion USD");
        assert_eq!(implied.origin.facts(), [0, 1]);
    }

    #[test]
    fn a_bound_is_kept() {
        let facts =
            [level("a", "KAZ", "TKM", "2021", "250000000", "at_least"), multiple("a", "KAZ", "TKM", "2021", "2")];
        let dataset = Dataset::from_facts(&facts);
        let implied = dataset.series()[0].shown(&"2020".parse().unwrap()).unwrap();
        assert_eq!(quantity_words(&implied.quantity), "≥ 125 million USD");
    }

    #[test]
    fn a_stated_base_is_not_implied_again() {
        let facts = [
            level("a", "CHN", "TKM", "2022-Q1", "2320000000", "exact"),
            level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"),
            change("a", "CHN", "TKM", "2023-Q1", "14.1"),
        ];
        let dataset = Dataset::from_facts(&facts);
        assert_eq!(dataset.series()[0].observations().len(), 2);
    }
}
