//! What was found in a part, told in facts.

use std::collections::BTreeSet;

use super::blame::{Suspect, Verdict};
use super::estimate::Estimated;
use super::part::Part;
use super::system::{Claimed, System};
use super::{Blamed, Conflict, Correction, Estimate, Figure, Reconciliation, Why};
use crate::model::{Bound, Decimal, Fact, Kind, Measure};
use crate::series::{Dataset, Interval};

/// Digits that a computed change or share is told with.
const SHOWN: u32 = 6;

pub(super) fn add(
    told: &mut Reconciliation,
    dataset: &Dataset,
    system: &System,
    part: &Part<'_>,
    verdict: &Verdict,
    estimated: Option<&Estimated>,
) {
    let facts = |claim: usize| part.claims[claim].claim.facts.clone();
    let first = told.conflicts.len();
    told.conflicts.extend(verdict.conflicts.iter().map(|found| Conflict {
        statements: found.claims.iter().map(|claim| facts(*claim)).collect(),
        rules:
            found.rules.iter().filter_map(|rule| part.rules.get(*rule)).map(|(ruled, _)| ruled.rule.clone()).collect(),
    }));
    for suspect in &verdict.blamed {
        let Some(fact) = facts(suspect.claim).first().and_then(|place| dataset.fact(*place)) else { continue };
        let inside = verdict.conflicts.iter().enumerate().filter(|(_, found)| found.claims.contains(&suspect.claim));
        told.blamed.push(Blamed {
            facts: facts(suspect.claim),
            fits: fits(fact, part.claims[suspect.claim].of, suspect),
            slip: suspect.slip,
            instead: suspect.instead.iter().flat_map(|claim| facts(*claim)).collect(),
            conflicts: inside.map(|(at, _)| first + at).collect(),
        });
    }
    told.all_conflicts &= verdict.listed;
    told.complete &= verdict.complete && estimated.is_some();
    let Some(estimated) = estimated else { return };
    let blamed: BTreeSet<usize> = verdict.blamed.iter().map(|suspect| suspect.claim).collect();
    let stated = |place: usize| {
        let levels = part.claims.iter().enumerate().filter(|(at, _)| !blamed.contains(at));
        let levels = levels.filter(|(_, local)| matches!(local.of, Claimed::Level { at, .. } if at == place));
        levels.flat_map(|(_, local)| local.claim.facts.iter().copied()).collect::<Vec<usize>>()
    };
    for (place, global) in part.variables.iter().enumerate() {
        let variable = &system.variables[*global];
        let figure = Figure { subject: variable.subject.clone(), unit: variable.unit, period: variable.period };
        let stated = stated(place);
        let follows = if stated.is_empty() { tied(part, place, &blamed) } else { Vec::new() };
        let interval = estimated.ranges[place];
        told.estimates.push(Estimate { figure, value: estimated.amounts[place], interval, stated, follows });
    }
    for (at, local) in part.claims.iter().enumerate() {
        for fact in &local.claim.facts {
            told.corrections.extend(correction(dataset, part, verdict, estimated, at, *fact));
        }
    }
}

/// The facts of the figures that rules and changes tie a figure to.
fn tied(part: &Part<'_>, place: usize, blamed: &BTreeSet<usize>) -> Vec<usize> {
    let mut near: BTreeSet<usize> = BTreeSet::new();
    let mut facts = BTreeSet::new();
    let kept = || part.claims.iter().enumerate().filter(|(at, _)| !blamed.contains(at)).map(|(_, local)| local);
    for (_, row) in part.rules.iter().filter(|(_, row)| row.terms.iter().any(|(v, _)| *v == place)) {
        near.extend(row.terms.iter().map(|(v, _)| *v));
    }
    for local in kept().filter(|local| local.rows.iter().any(|row| row.terms.iter().any(|(v, _)| *v == place))) {
        near.extend(local.rows.iter().flat_map(|row| row.terms.iter().map(|(v, _)| *v)));
        facts.extend(local.claim.facts.iter().copied());
    }
    for local in kept() {
        if matches!(local.of, Claimed::Level { at, .. } if near.contains(&at)) {
            facts.extend(local.claim.facts.iter().copied());
        }
    }
    facts.into_iter().collect()
}

/// What a figure would have to be, in the unit of its fact.
fn fits(fact: &Fact, of: Claimed, suspect: &Suspect) -> Interval {
    let (lower, upper) = suspect.fits;
    let told = |value: f64| match (of, fact.kind, fact.quantity.unit.measure) {
        (Claimed::Ratio { .. }, Kind::Change, Measure::Percent) => (value - 1.0) * 100.0,
        (Claimed::Ratio { .. }, _, Measure::Percent) => value * 100.0,
        _ => value,
    };
    let end = |value: f64| decimal(told(value));
    Interval { lower: end(lower), upper: end(upper) }
}

fn decimal(value: f64) -> Option<Decimal> {
    let digits = if value.abs() < 1e6 { 9 } else { 0 };
    value.is_finite().then(|| Decimal::from_f64(value, digits)).flatten().map(|d| d.to_significant(SHOWN))
}

/// How far an estimate is from a fact, and what moved it.
fn correction(
    dataset: &Dataset,
    part: &Part<'_>,
    verdict: &Verdict,
    estimated: &Estimated,
    claim: usize,
    place: usize,
) -> Option<Correction> {
    let fact = dataset.fact(place)?;
    let of = part.claims[claim].of;
    let blamed = verdict.blamed.iter().any(|suspect| suspect.claim == claim);
    let amount = |place: usize| estimated.amounts.get(place).copied();
    let from = fact.quantity.value;
    let (to, why) = match of {
        Claimed::Level { at, widened } => {
            let to = amount(at)?;
            let free = fact.quantity.bound != Bound::Exact || fact.quantity.high.is_some() || widened;
            if !blamed && free {
                return None;
            }
            (to, if blamed { Why::Conflict } else { Why::Rounding })
        }
        Claimed::Difference { of, less } if blamed => (amount(of)?.checked_sub(amount(less)?)?, Why::Conflict),
        Claimed::Ratio { of, to } if blamed => {
            let ratio = amount(of)?.to_f64() / amount(to)?.to_f64();
            let ratio = match (fact.kind, fact.quantity.unit.measure) {
                (Kind::Change, Measure::Percent) => (ratio - 1.0) * 100.0,
                (_, Measure::Percent) => ratio * 100.0,
                _ => ratio,
            };
            (decimal(ratio)?, Why::Conflict)
        }
        // A change that is kept holds to its rounding.
        _ => return None,
    };
    let by = to.checked_sub(from).filter(|by| !by.is_zero())?;
    let against = match (why, of) {
        (Why::Rounding, Claimed::Level { at, .. }) => {
            let dropped = verdict.blamed.iter().map(|suspect| suspect.claim).collect();
            tied(part, at, &dropped).into_iter().filter(|fact| *fact != place).collect()
        }
        _ => {
            let inside = verdict.conflicts.iter().filter(|found| found.claims.contains(&claim));
            let others: BTreeSet<usize> = inside.flat_map(|found| found.claims.iter().copied()).collect();
            let others = others.into_iter().filter(|other| *other != claim);
            others.flat_map(|other| part.claims[other].claim.facts.iter().copied()).collect()
        }
    };
    Some(Correction { fact: place, from, to, by, why, against })
}
