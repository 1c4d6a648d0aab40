//! A dataset as variables and what is known of them: linear, exact, in decimals.
//!
//! | told | rows |
//! | --- | --- |
//! | *$11.181 billion* in 2022 | 11.1805 billion ≤ x ≤ 11.1815 billion |
//! | *up 14.1 percent* | x − 1.1405 y ≥ 0 and x − 1.1415 y ≤ 0 |
//! | *rose by $5.4 billion* | 5.35 billion ≤ x − y ≤ 5.45 billion |
//! | *35 percent of all exports* | x − 0.345 z ≥ 0 and x − 0.355 z ≤ 0 |

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Settings;
use crate::model::{Bound, Decimal, Fact, Kind, Measure, Party, Period, Status, Unit};
use crate::series::growth::{factor, same_stretch};
use crate::series::{Dataset, Interval, Statement, Subject};

/// One amount that is asked for: whose, in what, when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Variable {
    pub subject: Subject,
    pub unit: Unit,
    pub period: Period,
}

/// `lower ≤ Σ factor × variable ≤ upper`; an end that is missing is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub terms: Vec<(usize, Decimal)>,
    pub bounds: Interval,
}

/// What one source claims: a fact, with its repetitions by the same source, which are no second witness.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub facts: Vec<usize>,
    pub rows: Vec<Row>,
    pub of: Claimed,
    /// What it costs to hold it for wrong.
    pub weight: f64,
}

/// The figure of a claim, as `value of (a variable)` or `(a variable) over (a variable)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Claimed {
    Level { at: usize, widened: bool },
    Ratio { of: usize, to: usize },
    Difference { of: usize, less: usize },
}

/// All variables and claims of a dataset.
#[derive(Debug)]
pub(super) struct System {
    pub variables: Vec<Variable>,
    pub places: BTreeMap<Variable, usize>,
    pub claims: Vec<Claim>,
    /// Of each turnover the side whose figure it is: the one that tells it most often.
    pub tellers: BTreeMap<(Subject, Unit), Option<Party>>,
}

impl System {
    /// The variables that texts speak of, with what they claim of them. Only what happened: aims have no rows.
    pub fn of(dataset: &Dataset, settings: &Settings) -> Self {
        let mut system =
            System { variables: Vec::new(), places: BTreeMap::new(), claims: Vec::new(), tellers: tellers(dataset) };
        let mut same = BTreeMap::new();
        for (place, fact) in dataset.facts().iter().enumerate() {
            if fact.kind == Kind::Level
                && fact.status == Status::Actual
                && let Some(claim) = system.level(dataset, settings, fact)
            {
                system.add(dataset, settings, &mut same, place, claim);
            }
        }
        for change in dataset.changes().iter().filter(|change| change.status == Status::Actual) {
            if let Some(claim) = dataset.fact(change.fact).and_then(|fact| system.change(dataset, change, fact)) {
                system.add(dataset, settings, &mut same, change.fact, claim);
            }
        }
        for share in dataset.shares().iter().filter(|share| share.status == Status::Actual) {
            if let Some(claim) = system.share(dataset, share) {
                system.add(dataset, settings, &mut same, share.fact, claim);
            }
        }
        system
    }

    /// The place of a variable, made where it is new.
    pub fn variable(&mut self, subject: Subject, unit: Unit, period: Period) -> usize {
        let variable = Variable { subject, unit, period };
        if let Some(place) = self.places.get(&variable) {
            return *place;
        }
        let place = self.variables.len();
        self.variables.push(variable.clone());
        self.places.insert(variable, place);
        place
    }

    /// The place of a variable that is known.
    pub fn find(&self, subject: &Subject, unit: Unit, period: &Period) -> Option<usize> {
        self.places.get(&Variable { subject: subject.clone(), unit, period: *period }).copied()
    }

    /// The side whose figures a subject's are; of a turnover the one that tells it most often.
    pub fn teller(&self, subject: &Subject, unit: Unit) -> Option<Party> {
        self.tellers.get(&(subject.clone(), unit)).copied().flatten()
    }

    fn add(
        &mut self,
        dataset: &Dataset,
        settings: &Settings,
        same: &mut BTreeMap<(Arc<str>, String), usize>,
        place: usize,
        (rows, of): (Vec<Row>, Claimed),
    ) {
        let Some(fact) = dataset.fact(place) else { return };
        if rows.is_empty() {
            return;
        }
        let source = dataset.publication(&fact.document).and_then(|publication| publication.source.clone());
        let witness = source.clone().unwrap_or_else(|| Arc::clone(&fact.document));
        // Rows are compared as they print: cheap, and exact for decimals.
        let key = (witness, format!("{rows:?}"));
        if let Some(first) = same.get(&key) {
            self.claims[*first].facts.push(place);
            return;
        }
        same.insert(key, self.claims.len());
        let weight = settings.weight(source.as_deref(), fact);
        self.claims.push(Claim { facts: vec![place], rows, of, weight });
    }

    fn level(&mut self, dataset: &Dataset, settings: &Settings, fact: &Fact) -> Option<(Vec<Row>, Claimed)> {
        let (subject, unit, period) = (Subject::of(fact), fact.quantity.unit, fact.period?);
        let mut bounds = Interval::of(&fact.quantity, dataset.width());
        let teller = self.teller(&subject, unit);
        let widened = teller.is_some() && fact.reporter != teller;
        if widened {
            bounds = bounds * settings.other_side(unit);
        }
        let at = self.variable(subject, unit, period);
        Some((vec![Row { terms: vec![(at, Decimal::ONE)], bounds }], Claimed::Level { at, widened }))
    }

    fn change(&mut self, dataset: &Dataset, change: &Statement, fact: &Fact) -> Option<(Vec<Row>, Claimed)> {
        let base = change.base.filter(|base| same_stretch(base, &change.period))?;
        let unit = self.unit_of(dataset, &change.subject, &change.period, &base, fact)?;
        if self.teller(&change.subject, unit).is_some_and(|teller| fact.reporter != Some(teller)) {
            return None;
        }
        let absolute = fact.quantity.unit == unit;
        let claimed = claimed(dataset, fact, &change.interval);
        let factor = if absolute { None } else { Some(factor(fact.quantity.unit, &claimed)?) };
        let of = self.variable(change.subject.clone(), unit, change.period);
        let to = self.variable(change.subject.clone(), unit, base);
        Some(match factor {
            Some(factor) => (ratio(of, to, &factor), Claimed::Ratio { of, to }),
            None => {
                let terms = vec![(of, Decimal::ONE), (to, -Decimal::ONE)];
                (vec![Row { terms, bounds: claimed }], Claimed::Difference { of, less: to })
            }
        })
    }

    /// What a change is counted in: the unit of the same document's level, else the only one that any text has.
    fn unit_of(
        &self,
        dataset: &Dataset,
        subject: &Subject,
        period: &Period,
        base: &Period,
        change: &Fact,
    ) -> Option<Unit> {
        let mut units = Vec::new();
        for series in dataset.series_of(subject).iter().filter(|series| series.status == Status::Actual) {
            let stated = series.at(period).iter().chain(series.at(base)).filter(|o| o.origin.is_stated());
            units.extend(stated.map(|o| (series.key.unit, o.document == change.document)));
        }
        units.sort_unstable();
        units.dedup();
        if !change.quantity.unit.is_ratio() {
            return units.iter().any(|(unit, _)| *unit == change.quantity.unit).then_some(change.quantity.unit);
        }
        let only = |mut all: Vec<Unit>| {
            all.dedup();
            (all.len() == 1).then(|| all[0])
        };
        only(units.iter().filter(|(_, own)| *own).map(|(unit, _)| *unit).collect())
            .or_else(|| only(units.iter().map(|(unit, _)| *unit).collect()))
    }

    /// A share of the one whole that texts tell: where they tell several, which one is meant is not known.
    fn share(&mut self, dataset: &Dataset, share: &Statement) -> Option<(Vec<Row>, Claimed)> {
        let fact = dataset.fact(share.fact).filter(|fact| fact.quantity.unit == Unit::PERCENT)?;
        let mut found = Vec::new();
        for (place, variable) in self.variables.iter().enumerate() {
            if variable.subject == share.subject && variable.period == share.period {
                let wholes = wholes(dataset, share).into_iter();
                let known = wholes.filter_map(|whole| self.find(&whole, variable.unit, &share.period));
                found.extend(known.map(|whole| (place, whole)));
            }
        }
        let [(of, to)] = found[..] else { return None };
        let hundredth = Interval::point(Decimal::new(1, 2)?);
        let part = share.interval * hundredth;
        let _ = fact;
        Some((ratio(of, to, &part), Claimed::Ratio { of, to }))
    }
}

/// `of` is `to` times a factor.
fn ratio(of: usize, to: usize, factor: &Interval) -> Vec<Row> {
    let row = |times: Decimal, bounds| Row { terms: vec![(of, Decimal::ONE), (to, -times)], bounds };
    let lower = factor.lower.filter(|lower| *lower > Decimal::ZERO);
    if factor.is_point() {
        return lower.map(|times| row(times, Interval::point(Decimal::ZERO))).into_iter().collect();
    }
    let upper = factor.upper.map(|times| row(times, Interval::at_most(Decimal::ZERO)));
    lower.map(|times| row(times, Interval::at_least(Decimal::ZERO))).into_iter().chain(upper).collect()
}

/// What a change claims; a multiple told in a word (*doubled*) is not meant to a last digit.
fn claimed(dataset: &Dataset, fact: &Fact, interval: &Interval) -> Interval {
    let word = fact.quantity.unit.measure == Measure::Times && fact.quantity.quantum.is_none();
    if word && fact.quantity.bound == Bound::Exact { interval.widened(dataset.width().words) } else { *interval }
}

/// What a flow can be a part of: the same with all goods, with a group of the partner, with the world.
fn wholes(dataset: &Dataset, share: &Statement) -> Vec<Subject> {
    let subject = &share.subject;
    let mut wholes = Vec::new();
    if subject.commodity.is_some() {
        wholes.push(Subject { commodity: None, ..subject.clone() });
    }
    if let Some(partner) = subject.partner.filter(Party::is_country) {
        let groups = dataset.membership().groups().copied().chain([Party::WORLD]);
        let holding = groups.filter(|group| dataset.membership().holds(group, &partner, &share.period));
        wholes
            .extend(holding.map(|group| {
                Subject::new(subject.indicator, subject.commodity.clone(), subject.reporter, Some(group))
            }));
    }
    wholes
}

/// Of each turnover the side that tells it most often, the first by code of equals.
fn tellers(dataset: &Dataset) -> BTreeMap<(Subject, Unit), Option<Party>> {
    let mut told = BTreeMap::<_, BTreeMap<Party, usize>>::new();
    for fact in dataset.facts() {
        if fact.kind == Kind::Level
            && fact.status == Status::Actual
            && fact.period.is_some()
            && let Some(reporter) = fact.reporter
        {
            *told.entry((Subject::of(fact), fact.quantity.unit)).or_default().entry(reporter).or_default() += 1;
        }
    }
    let most = |all: BTreeMap<Party, usize>| {
        let most = all.values().max().copied();
        all.into_iter().find(|(_, count)| Some(*count) == most).map(|(party, _)| party)
    };
    told.into_iter().map(|(key, all)| (key, most(all))).collect()
}
