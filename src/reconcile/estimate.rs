//! One amount for each variable: as near to what is stated as all that is kept allows, exact to the last digit.

use super::blame::Suspect;
use super::exact::{Identities, keeps};
use super::lp::{self, NOISE, Pull, Scaled, Unsolved};
use super::part::{Part, figure};
use super::system::{Claimed, Row};
use crate::model::{Bound, Decimal};
use crate::series::{Dataset, Interval};

/// How often exact bounds are passed on from row to row.
const PASSES: usize = 8;

/// What a bound (*more than 250 million*) pulls: the figure is likelier near it than far.
const BOUND: f64 = 0.05;

/// What the middle of its range pulls a variable that no text states.
const MIDDLE: f64 = 0.01;

/// How far rows are drawn in, in steps, so that rounding to decimals does not cross them; first not at all.
const MARGINS: [f64; 4] = [0.0, 0.002, 0.05, 0.5];

/// Amounts and ranges of a part, by local place.
#[derive(Debug)]
pub(super) struct Estimated {
    pub amounts: Vec<Decimal>,
    pub ranges: Vec<Interval>,
}

/// The amounts of a part without the claims that are blamed; `None` where the solver has no answer, or none that decimals
/// of 28 digits can keep.
pub(super) fn of(dataset: &Dataset, part: &Part<'_>, blamed: &[Suspect], narrow: usize) -> Option<Estimated> {
    let kept = |claim: usize| blamed.iter().all(|suspect| suspect.claim != claim);
    let scaled = part.rows(&kept);
    let rows: Vec<&Row> = exact_rows(part, &kept).collect();
    let grid = grid(part.frame.step)?;
    let direct = direct(part, &rows);
    let mut ranges = passed_on(&rows, direct.clone());
    if ranges.len() <= narrow {
        ranges = self::ranges(part, &scaled, &ranges, grid).ok()?;
    }
    let pulls = pulls(dataset, part, &kept, &ranges);
    let stated: Vec<bool> =
        (0..part.variables.len()).map(|v| pulls.iter().any(|p| p.pull.place == v && p.stated)).collect();
    // A figure that no text states gives way first, then the roughest.
    let width = |place: usize| ranges[place].width().and_then(Decimal::magnitude).unwrap_or(99);
    let spare = |place: usize| {
        if stated[place] { 1000 - u64::try_from(width(place).clamp(-400, 400) + 400).unwrap_or(0) } else { 0 }
    };
    let identities = Identities::of(rows.iter().copied(), &spare);
    for margin in MARGINS {
        let Some(amounts) = attempt(part, &scaled, &pulls, &direct, &identities, grid, margin) else { continue };
        if rows.iter().all(|row| keeps(row, &amounts)) {
            return Some(Estimated { amounts, ranges });
        }
    }
    None
}

fn exact_rows<'p>(part: &'p Part<'_>, kept: &dyn Fn(usize) -> bool) -> impl Iterator<Item = &'p Row> {
    let claims = part.claims.iter().enumerate().filter(|(at, _)| kept(*at)).flat_map(|(_, claim)| &claim.rows);
    part.rules.iter().map(|(_, row)| row).chain(claims)
}

/// The power of ten that free amounts are rounded to: a hundredth of a step, or less.
fn grid(step: f64) -> Option<i32> {
    let power = step.log10().floor();
    (power.is_finite() && power.abs() < 27.0).then_some(power as i32 - 2)
}

/// What each variable can be by the rows that speak of it alone.
fn direct(part: &Part<'_>, rows: &[&Row]) -> Vec<Interval> {
    let mut direct = vec![Interval::OPEN; part.variables.len()];
    for row in rows {
        if let [(place, factor)] = row.terms[..]
            && factor == Decimal::ONE
        {
            direct[place] = both(&direct[place], &row.bounds);
        }
    }
    direct
}

/// What each variable can be by each row in turn, exactly; the program over all rows can be narrower still.
fn passed_on(rows: &[&Row], mut known: Vec<Interval>) -> Vec<Interval> {
    for _ in 0..PASSES {
        for row in rows.iter().filter(|row| row.terms.len() > 1) {
            for (place, factor) in &row.terms {
                let others = row.terms.iter().filter(|(other, _)| other != place);
                let rest =
                    others.fold(Interval::point(Decimal::ZERO), |sum, (v, c)| sum + known[*v] * Interval::point(*c));
                let this = (row.bounds - rest) / Interval::point(*factor);
                known[*place] = both(&known[*place], &this);
            }
        }
    }
    known
}

/// What lies in both.
fn both(one: &Interval, other: &Interval) -> Interval {
    let upper = [one.upper, other.upper].into_iter().flatten().min();
    Interval { lower: one.lower.max(other.lower), upper }
}

/// What each variable can be by all rows, rounded outward.
fn ranges(part: &Part<'_>, rows: &[&Scaled], known: &[Interval], grid: i32) -> Result<Vec<Interval>, Unsolved> {
    let count = part.variables.len();
    let range = |place: usize| {
        let (lower, upper) = lp::range(count, rows, place)?.ok_or(Unsolved)?;
        let margin = 10.0 * NOISE;
        let end = |distance: f64, up: bool| {
            let amount = part.frame.amount(place, distance + if up { margin } else { -margin });
            distance.is_finite().then(|| on_grid(amount, grid, up)).flatten()
        };
        Ok(both(&known[place], &Interval { lower: end(lower, false), upper: end(upper, true) }))
    };
    (0..count).map(range).collect()
}

/// A float as a decimal of a grid, rounded down or up.
fn on_grid(amount: f64, grid: i32, up: bool) -> Option<Decimal> {
    let steps = amount / 10f64.powi(grid);
    decimal(if up { steps.ceil() } else { steps.floor() }, grid)
}

fn decimal(steps: f64, grid: i32) -> Option<Decimal> {
    Decimal::from_f64(steps, 0)?.checked_mul(Decimal::power_of_ten(grid)?)
}

/// A pull, with the exact figure that it is towards.
struct Towards {
    pull: Pull,
    figure: Decimal,
    stated: bool,
}

fn pulls(dataset: &Dataset, part: &Part<'_>, kept: &dyn Fn(usize) -> bool, ranges: &[Interval]) -> Vec<Towards> {
    let mut pulls: Vec<Towards> = Vec::new();
    let distance = |place: usize, figure: Decimal| {
        let exact = figure.checked_sub(part.frame.origin[place]);
        exact.map_or(0.0, Decimal::to_f64) / part.frame.step
    };
    for (_, local) in part.claims.iter().enumerate().filter(|(at, _)| kept(*at)) {
        let (Claimed::Level { at: place, widened: false }, [row]) = (local.of, &local.rows[..]) else { continue };
        let Some(fact) = local.claim.facts.first().and_then(|place| dataset.fact(*place)) else { continue };
        let hedged = matches!(fact.quantity.bound, Bound::AtLeast | Bound::AtMost);
        let figure =
            if fact.quantity.high.is_some() && !hedged { figure(&row.bounds) } else { Some(fact.quantity.value) };
        let Some(figure) = figure else { continue };
        let half = row.bounds.width().filter(|_| !hedged).map_or(0.0, |width| width.to_f64() / 2.0);
        // A bound is as rough as its figure.
        let half = if hedged { figure.to_f64().abs() * 0.01 } else { half } / part.frame.step;
        let weight = local.claim.weight * if hedged { BOUND } else { 1.0 };
        let pull = Pull { place, to: distance(place, figure), half: half.max(1e-3), weight };
        pulls.push(Towards { pull, figure, stated: !hedged });
    }
    for (place, range) in ranges.iter().enumerate() {
        if pulls.iter().any(|towards| towards.pull.place == place) {
            continue;
        }
        if let Some(figure) = figure(range) {
            let half = range.width().map_or(1.0, |width| width.to_f64() / 2.0 / part.frame.step);
            let pull = Pull { place, to: distance(place, figure), half: half.max(1e-3), weight: MIDDLE };
            pulls.push(Towards { pull, figure, stated: false });
        }
    }
    pulls
}

/// The nearest amounts with rows drawn in by a margin, as decimals that satisfy the identities.
fn attempt(
    part: &Part<'_>,
    rows: &[&Scaled],
    pulls: &[Towards],
    direct: &[Interval],
    identities: &Identities,
    grid: i32,
    margin: f64,
) -> Option<Vec<Decimal>> {
    let drawn: Vec<Scaled> = rows.iter().map(|row| drawn_in(row, margin)).collect();
    let drawn: Vec<&Scaled> = drawn.iter().collect();
    let only: Vec<Pull> = pulls.iter().map(|towards| towards.pull).collect();
    let distances = lp::nearest(part.variables.len(), &drawn, &only).ok()??;
    let step = 10f64.powi(grid);
    let amount = |(place, distance): (usize, &f64)| {
        let amount = part.frame.amount(place, *distance);
        // What is a stated figure, or the end of what one leaves open, to the solver's noise, is that figure.
        let near = |exact: &Decimal| (exact.to_f64() - amount).abs() < step;
        let stated = pulls.iter().filter(|towards| towards.pull.place == place && towards.stated);
        let exact = stated.map(|towards| towards.figure).chain(direct[place].lower).chain(direct[place].upper);
        exact.into_iter().find(near).or_else(|| decimal((amount / step).round(), grid))
    };
    let mut amounts = distances.iter().enumerate().map(amount).collect::<Option<Vec<Decimal>>>()?;
    identities.follow(&mut amounts)?;
    Some(amounts)
}

/// A row that is kept with room to spare, as far as it has any.
fn drawn_in(row: &Scaled, margin: f64) -> Scaled {
    if row.lower == row.upper {
        return row.clone();
    }
    let room = margin.min((row.upper - row.lower) / 4.0);
    Scaled { terms: row.terms.clone(), lower: row.lower + room, upper: row.upper - room }
}
