//! How a wrong figure may have come about: what would have to be otherwise for it to fit.
//!
//! | written | fits | slip |
//! | --- | --- | --- |
//! | 4.5 million | 4.5 billion | a scale: 1000 times too small |
//! | 2.684 billion | 2.648 billion | two digits swapped |
//! | up 14.1 percent | down 14.1 percent | the sign |
//! | 2022: 7.36 billion | 11.18 billion, and 7.36 in 2021 | the figure of another year |

use std::fmt;

use super::part::{Part, figure};
use super::spread::Bounds;
use super::system::Claimed;
use crate::model::{Decimal, Fact, Measure, Period, Quantity};
use crate::series::{Dataset, Interval};

/// A slip that would explain a figure: mended, it fits all that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slip {
    /// The figure is 10 to this power of what it should be: 3 for a billion told for a million.
    Scale(i32),
    /// Two digits that stand beside each other are swapped.
    Swapped,
    /// A fall told for a rise, a deficit for a surplus.
    Sign,
    /// It is the figure of this period.
    Period(Period),
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Slip::Scale(power) => {
                let times = "0".repeat(usize::try_from(power.unsigned_abs()).unwrap_or(0));
                write!(f, "1{times} times too {}", if *power > 0 { "large" } else { "small" })
            }
            Slip::Swapped => f.write_str("two digits swapped"),
            Slip::Sign => f.write_str("the sign turned"),
            Slip::Period(period) => write!(f, "the figure of {period}"),
        }
    }
}

/// The widest range that a mended figure can be held against, as a part of it: in a wide one anything fits.
const WIDEST: f64 = 0.25;

/// What the figure of a claim would have to be by bounds on the amounts: an amount, or for a change or share the factor.
pub(super) fn fits(part: &Part<'_>, claim: usize, bounds: &Bounds) -> (f64, f64) {
    between(part, part.claims[claim].of, bounds)
}

fn between(part: &Part<'_>, of: Claimed, bounds: &Bounds) -> (f64, f64) {
    let at = |place: usize| part.amounts(bounds, place);
    match of {
        Claimed::Level { at: place, .. } => at(place),
        Claimed::Ratio { of, to } => {
            let (of, to) = (at(of), at(to));
            let least = if to.1.is_finite() && to.1 > 0.0 { (of.0 / to.1).max(0.0) } else { 0.0 };
            (least, if to.0 > 0.0 { of.1 / to.0 } else { f64::INFINITY })
        }
        Claimed::Difference { of, less } => {
            let (of, less) = (at(of), at(less));
            (of.0 - less.1, of.1 - less.0)
        }
    }
}

/// The values that a quantity claims, in the measure of [`fits`].
fn claimed(dataset: &Dataset, of: Claimed, quantity: &Quantity) -> (f64, f64) {
    let interval = Interval::of(quantity, dataset.width());
    let end = |end: Option<Decimal>, open: f64| end.map_or(open, Decimal::to_f64);
    let (lower, upper) = (end(interval.lower, f64::NEG_INFINITY), end(interval.upper, f64::INFINITY));
    match (of, quantity.unit.measure) {
        (Claimed::Ratio { .. }, Measure::Percent) => (lower / 100.0, upper / 100.0),
        _ => (lower, upper),
    }
}

fn one_more(fact: &Fact, of: Claimed, (lower, upper): (f64, f64)) -> (f64, f64) {
    let change = fact.kind == crate::model::Kind::Change && fact.quantity.unit.measure == Measure::Percent;
    if matches!(of, Claimed::Ratio { .. }) && change { (1.0 + lower, 1.0 + upper) } else { (lower, upper) }
}

fn meet(one: (f64, f64), other: (f64, f64)) -> bool {
    let noise = 1e-9 * one.0.abs().max(other.1.abs()).min(f64::MAX);
    one.0 <= other.1 + noise && other.0 <= one.1 + noise
}

fn narrow((lower, upper): (f64, f64)) -> bool {
    lower.is_finite() && upper.is_finite() && upper - lower <= WIDEST * lower.abs().max(upper.abs())
}

/// The first slip that explains a claim, held against what would fit.
pub(super) fn of(dataset: &Dataset, part: &Part<'_>, claim: usize, fits: (f64, f64), bounds: &Bounds) -> Option<Slip> {
    let local = &part.claims[claim];
    let fact = local.claim.facts.first().and_then(|place| dataset.fact(*place))?;
    if matches!(local.of, Claimed::Level { widened: true, .. }) || !narrow(fits) {
        return None;
    }
    let mended = |quantity: Quantity| meet(one_more(fact, local.of, claimed(dataset, local.of, &quantity)), fits);
    let scales = [3, -3, 6, -6, 1, -1, 2, -2].into_iter();
    let scaled = scales.filter(|_| !matches!(local.of, Claimed::Ratio { .. }) || fact.quantity.unit.is_ratio());
    for power in scaled {
        if times(&fact.quantity, -power).is_some_and(mended) {
            return Some(Slip::Scale(power));
        }
    }
    if swaps(&fact.quantity).into_iter().any(mended) {
        return Some(Slip::Swapped);
    }
    let turned = Quantity { value: -fact.quantity.value, high: fact.quantity.high.map(|high| -high), ..fact.quantity };
    if mended(turned) {
        return Some(Slip::Sign);
    }
    let told = one_more(fact, local.of, claimed(dataset, local.of, &fact.quantity));
    for years in [-1, 1] {
        let Some(other) = elsewhere(part, local.of, years) else { continue };
        let there = between(part, other, bounds);
        if narrow(there) && meet(told, there) {
            return fact.period.and_then(|period| period.shift_years(years)).map(Slip::Period);
        }
    }
    None
}

/// The same claim some years later, where its variables are in the part.
fn elsewhere(part: &Part<'_>, of: Claimed, years: i32) -> Option<Claimed> {
    let moved = |place: usize| part.moved(place, years);
    Some(match of {
        Claimed::Level { at, widened } => Claimed::Level { at: moved(at)?, widened },
        Claimed::Ratio { of, to } => Claimed::Ratio { of: moved(of)?, to: moved(to)? },
        Claimed::Difference { of, less } => Claimed::Difference { of: moved(of)?, less: moved(less)? },
    })
}

/// A figure times a power of ten.
fn times(quantity: &Quantity, power: i32) -> Option<Quantity> {
    let factor = Decimal::power_of_ten(power)?;
    let times = |value: Option<Decimal>| match value {
        Some(value) => value.checked_mul(factor).map(Some),
        None => Some(None),
    };
    Some(Quantity {
        value: quantity.value.checked_mul(factor)?,
        high: times(quantity.high)?,
        quantum: times(quantity.quantum)?,
        ..*quantity
    })
}

/// A figure with each pair of neighbouring digits swapped, as far down as it was written.
fn swaps(quantity: &Quantity) -> Vec<Quantity> {
    let Some(quantum) = quantity.quantum.filter(|q| *q > Decimal::ZERO) else { return Vec::new() };
    let Some(steps) = quantity.value.abs().checked_div_exact(quantum) else { return Vec::new() };
    let digits = steps.to_string().into_bytes();
    if quantity.high.is_some() || !digits.iter().all(u8::is_ascii_digit) {
        return Vec::new();
    }
    let swapped = |at: usize| {
        let mut digits = digits.clone();
        digits.swap(at, at + 1);
        let steps: Decimal = String::from_utf8(digits).ok()?.parse().ok()?;
        let value = steps.checked_mul(quantum)?;
        let value = if quantity.value.is_negative() { -value } else { value };
        (value != quantity.value).then_some(Quantity { value, ..*quantity })
    };
    (0..digits.len().saturating_sub(1)).filter_map(swapped).collect()
}

/// How far a claim is from what would fit, as a part of what would fit.
pub(super) fn size(part: &Part<'_>, claim: usize, fits: (f64, f64)) -> f64 {
    let local = &part.claims[claim];
    let told = match local.of {
        Claimed::Level { .. } | Claimed::Difference { .. } => {
            local.rows.first().and_then(|row| figure(&row.bounds)).map(Decimal::to_f64)
        }
        Claimed::Ratio { .. } => {
            let factor = |row: &super::system::Row| row.terms.get(1).map(|(_, factor)| -factor.to_f64());
            local.rows.first().and_then(factor)
        }
    };
    let Some(told) = told else { return 0.0 };
    let off = (fits.0 - told).max(told - fits.1).max(0.0);
    let scale = fits.0.abs().max(fits.1.abs()).min(f64::MAX).max(told.abs()).max(f64::MIN_POSITIVE);
    off / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bound;

    #[test]
    fn digits_are_swapped_as_written() {
        let quantity = Quantity {
            value: "2648000000".parse().unwrap(),
            high: None,
            unit: "USD".parse().unwrap(),
            bound: Bound::Exact,
            quantum: "1000000".parse().ok(),
        };
        let swapped: Vec<String> = swaps(&quantity).iter().map(|q| q.value.to_string()).collect();
        assert_eq!(swapped, ["6248000000", "2468000000", "2684000000"]);
        assert_eq!(times(&quantity, -3).unwrap().value.to_string(), "2648000");
        assert_eq!(Slip::Scale(3).to_string(), "1000 times too large");
        assert_eq!(Slip::Scale(-1).to_string(), "10 times too small");
    }
}
