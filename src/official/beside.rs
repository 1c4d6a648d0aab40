//! What official figures say of a subject at a period: as they stand, added up over months, or from two flows.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Decimal, Fact, Frequency, Indicator, Kind, Party, Period, Unit};
use crate::series::{Converter, Interval, Subject, Width};

/// Official levels by subject, unit and period.
pub(super) struct Shelf<'f> {
    facts: &'f [Fact],
    levels: BTreeMap<(Subject, Unit), BTreeMap<Period, usize>>,
    units: BTreeSet<Unit>,
}

/// An official figure: what it can be, how it came about, and the places of the facts behind it.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub interval: Interval,
    pub how: How,
    pub facts: Vec<usize>,
}

/// How an official figure came about, the plainest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// As it stands.
    Stated,
    /// Months or quarters added up.
    Added,
    /// Exports and imports of one side.
    Flows,
    /// In another unit.
    Converted,
}

impl How {
    pub fn words(self) -> &'static str {
        match self {
            How::Stated => "",
            How::Added => ", added up over its months",
            How::Flows => ", exports and imports together",
            How::Converted => ", converted",
        }
    }
}

impl<'f> Shelf<'f> {
    /// Sorts official facts; of two for one cell the first stands.
    pub fn new(facts: &'f [Fact]) -> Self {
        let mut levels = BTreeMap::<_, BTreeMap<_, _>>::new();
        for (place, fact) in facts.iter().enumerate().filter(|(_, fact)| fact.kind == Kind::Level) {
            if let Some(period) = fact.period {
                let key = (Subject::of(fact), fact.quantity.unit);
                levels.entry(key).or_default().entry(period).or_insert(place);
            }
        }
        let units = levels.keys().map(|(_, unit): &(Subject, Unit)| *unit).collect();
        Shelf { facts, levels, units }
    }

    /// The official figure of a subject, told by its reporter.
    pub fn level(&self, subject: &Subject, unit: Unit, period: &Period) -> Option<Told> {
        let here = |unit| self.plain(subject, unit, period).or_else(|| self.flows(subject, unit, period));
        here(unit).or_else(|| {
            self.units.iter().filter(|other| **other != unit).find_map(|other| {
                let told = here(*other)?;
                let goods = subject.commodity.as_ref();
                let converted = Converter::default().convert(&told.interval, *other, unit, goods, Some(period)).ok()?;
                Some(Told { interval: converted.interval, how: How::Converted, facts: told.facts })
            })
        })
    }

    fn plain(&self, subject: &Subject, unit: Unit, period: &Period) -> Option<Told> {
        let levels = self.levels.get(&(subject.clone(), unit))?;
        if let Some(place) = levels.get(period) {
            return Some(Told { interval: self.interval(*place), how: How::Stated, facts: vec![*place] });
        }
        let flow = !matches!(subject.indicator, Indicator::Reserves | Indicator::Capacity | Indicator::Price);
        if !flow || unit.per.is_some() {
            return None;
        }
        // Quarters or months without a gap from the first day to the last.
        [Frequency::Quarter, Frequency::Month].into_iter().find_map(|frequency| {
            let parts: Vec<(&Period, &usize)> =
                levels.iter().filter(|(part, _)| part.frequency() == frequency && period.contains(part)).collect();
            let days: i64 = parts.iter().map(|(part, _)| part.days()).sum();
            if parts.len() < 2 || days != period.days() {
                return None;
            }
            let sum = parts.iter().fold(Interval::point(Decimal::ZERO), |sum, (_, place)| sum + self.interval(**place));
            Some(Told { interval: sum, how: How::Added, facts: parts.iter().map(|(_, place)| **place).collect() })
        })
    }

    /// Turnover and balance from the exports and imports of one side.
    fn flows(&self, subject: &Subject, unit: Unit, period: &Period) -> Option<Told> {
        let sides: &[(Option<Party>, Option<Party>)] = match subject.indicator {
            Indicator::Turnover => &[(subject.reporter, subject.partner), (subject.partner, subject.reporter)],
            Indicator::Balance => &[(subject.reporter, subject.partner)],
            _ => return None,
        };
        sides.iter().find_map(|(reporter, partner)| {
            let flow = |indicator| {
                let subject = Subject::new(indicator, subject.commodity.clone(), *reporter, *partner);
                self.plain(&subject, unit, period)
            };
            let (exports, imports) = (flow(Indicator::Exports)?, flow(Indicator::Imports)?);
            let interval = match subject.indicator {
                Indicator::Turnover => exports.interval + imports.interval,
                _ => exports.interval - imports.interval,
            };
            Some(Told { interval, how: How::Flows, facts: [exports.facts, imports.facts].concat() })
        })
    }

    fn interval(&self, place: usize) -> Interval {
        self.facts.get(place).map_or(Interval::OPEN, |fact| Interval::of(&fact.quantity, &Width::default()))
    }
}
