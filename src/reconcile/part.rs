//! A system falls into parts that share no variable; each is solved by itself.

use std::collections::BTreeMap;

use super::exact::Identities;
use super::lp::{self, Contradiction, Frame, Scaled, Unsolved};
use super::rules::Ruled;
use super::spread::{self, Bounds};
use super::system::{Claim, Claimed, Row, System};
use crate::model::Decimal;
use crate::series::Interval;

/// The least step, as a part of the figures: a binary float holds sixteen digits, the solver answers to seven.
const FINEST: f64 = 1e-7;

/// Variables that hang together, what is claimed of them, and what must hold; all by local places.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// The places of the variables in the system.
    pub variables: Vec<usize>,
    pub claims: Vec<Local<'a>>,
    pub rules: Vec<(&'a Ruled, Row)>,
    pub frame: Frame,
    hard: Vec<Scaled>,
    /// Of each variable the same a year earlier and a year later.
    years: Vec<[Option<usize>; 2]>,
    /// How many rules each variable is in.
    spoken: Vec<usize>,
}

/// A claim in local places.
#[derive(Debug)]
pub(super) struct Local<'a> {
    pub claim: &'a Claim,
    pub of: Claimed,
    pub rows: Vec<Row>,
    scaled: Vec<Scaled>,
}

/// All parts of a system that any text claims something of.
pub(super) fn parts<'a>(system: &'a System, rules: &'a [Ruled]) -> Vec<Part<'a>> {
    let mut root: Vec<usize> = (0..system.variables.len()).collect();
    let all = || system.claims.iter().flat_map(|c| &c.rows).chain(rules.iter().map(|r| &r.row));
    for row in all() {
        for pair in row.terms.windows(2) {
            let (a, b) = (find(&mut root, pair[0].0), find(&mut root, pair[1].0));
            root[a.max(b)] = a.min(b);
        }
    }
    let mut groups = BTreeMap::<usize, Vec<usize>>::new();
    for variable in 0..root.len() {
        groups.entry(find(&mut root, variable)).or_default().push(variable);
    }
    let mut claims = BTreeMap::<usize, Vec<&Claim>>::new();
    for claim in &system.claims {
        if let Some((first, _)) = claim.rows.first().and_then(|row| row.terms.first()) {
            claims.entry(find(&mut root, *first)).or_default().push(claim);
        }
    }
    let mut ruled = BTreeMap::<usize, Vec<&Ruled>>::new();
    for rule in rules {
        if let Some((first, _)) = rule.row.terms.first() {
            ruled.entry(find(&mut root, *first)).or_default().push(rule);
        }
    }
    let part = |(root, variables): (usize, Vec<usize>)| {
        let claims = claims.remove(&root)?;
        Some(Part::new(system, variables, claims, ruled.remove(&root).unwrap_or_default()))
    };
    groups.into_iter().filter_map(part).collect()
}

fn find(root: &mut [usize], mut place: usize) -> usize {
    while root[place] != place {
        root[place] = root[root[place]];
        place = root[place];
    }
    place
}

impl<'a> Part<'a> {
    fn new(system: &System, variables: Vec<usize>, claims: Vec<&'a Claim>, rules: Vec<&'a Ruled>) -> Self {
        let places: BTreeMap<usize, usize> =
            variables.iter().enumerate().map(|(local, global)| (*global, local)).collect();
        let local = |place: usize| places.get(&place).copied().unwrap_or(0);
        let row = |row: &Row| Row {
            terms: row.terms.iter().map(|(place, factor)| (local(*place), *factor)).collect(),
            bounds: row.bounds,
        };
        let claims: Vec<Local<'a>> = claims
            .into_iter()
            .map(|claim| {
                let of = match claim.of {
                    Claimed::Level { at, widened } => Claimed::Level { at: local(at), widened },
                    Claimed::Ratio { of, to } => Claimed::Ratio { of: local(of), to: local(to) },
                    Claimed::Difference { of, less } => Claimed::Difference { of: local(of), less: local(less) },
                };
                Local { claim, of, rows: claim.rows.iter().map(row).collect(), scaled: Vec::new() }
            })
            .collect();
        let rules: Vec<(&Ruled, Row)> = rules.into_iter().map(|rule| (rule, row(&rule.row))).collect();
        let frame = frame(variables.len(), &claims, &rules);
        let hard: Vec<Scaled> = rules.iter().map(|(_, row)| frame.scale(row)).collect();
        let mut spoken = vec![0; variables.len()];
        hard.iter().flat_map(|row| &row.terms).for_each(|(place, _)| spoken[*place] += 1);
        let year = |variable: usize, years: i32| {
            let there = &system.variables[variable];
            let place = system.find(&there.subject, there.unit, &there.period.shift_years(years)?)?;
            places.get(&place).copied()
        };
        let years = variables.iter().map(|variable| [year(*variable, -1), year(*variable, 1)]).collect();
        let mut part = Part { variables, claims, rules, frame, hard, years, spoken };
        for claim in &mut part.claims {
            claim.scaled = claim.rows.iter().map(|row| part.frame.scale(row)).collect();
        }
        part
    }

    /// The variable that is the same one year earlier (−1) or later (1).
    pub fn moved(&self, place: usize, years: i32) -> Option<usize> {
        self.years.get(place)?[usize::from(years > 0)]
    }

    /// A contradiction among the rules and the claims that are `kept`, by their places; the soft ones are claims. Only the
    /// rules are asked that hang together with a claim: the others can always hold.
    pub fn contradiction(&self, kept: &dyn Fn(usize) -> bool) -> Result<Option<Contradiction>, Unsolved> {
        let soft: Vec<(usize, &Scaled)> = self.soft(kept).collect();
        let (places, count) = self.reached(&soft);
        let local = |row: &Scaled| Scaled {
            terms: row.terms.iter().map(|(place, factor)| (places[*place], *factor)).collect(),
            ..*row
        };
        let near = self.hard.iter().enumerate().filter(|(_, row)| {
            row.terms.iter().all(|(place, _)| places[*place] != usize::MAX) && !(self.loose(row, &soft))
        });
        let (numbers, hard): (Vec<usize>, Vec<Scaled>) = near.map(|(at, row)| (at, local(row))).unzip();
        let rows: Vec<Scaled> = soft.iter().map(|(_, row)| local(row)).collect();
        let soft: Vec<(usize, &Scaled)> = soft.iter().zip(&rows).map(|((at, _), row)| (*at, row)).collect();
        let found = lp::contradiction(count, &hard, &soft)?;
        Ok(found.map(|found| Contradiction { hard: found.hard.iter().map(|at| numbers[*at]).collect(), ..found }))
    }

    /// Whether an identity has a variable that nothing else speaks of and that may be negative: it can always hold.
    fn loose(&self, row: &Scaled, soft: &[(usize, &Scaled)]) -> bool {
        row.lower == row.upper
            && row.terms.iter().any(|(place, _)| {
                self.spoken[*place] == 1
                    && soft.iter().all(|(_, soft)| soft.terms.iter().all(|(other, _)| other != place))
            })
    }

    /// The variables that rules tie to some rows, numbered anew, and how many they are.
    fn reached(&self, soft: &[(usize, &Scaled)]) -> (Vec<usize>, usize) {
        let mut reached = vec![false; self.variables.len()];
        for (_, row) in soft {
            row.terms.iter().for_each(|(place, _)| reached[*place] = true);
        }
        loop {
            let mut grown = false;
            for row in &self.hard {
                let some = row.terms.iter().any(|(place, _)| reached[*place]);
                if some && row.terms.iter().any(|(place, _)| !reached[*place]) {
                    row.terms.iter().for_each(|(place, _)| reached[*place] = true);
                    grown = true;
                }
            }
            if !grown {
                break;
            }
        }
        let mut count = 0;
        let number = |reached: bool| {
            count += usize::from(reached);
            if reached { count - 1 } else { usize::MAX }
        };
        (reached.into_iter().map(number).collect(), count)
    }

    fn soft(&self, kept: &dyn Fn(usize) -> bool) -> impl Iterator<Item = (usize, &Scaled)> {
        let claims = self.claims.iter().enumerate().filter(|(at, _)| kept(*at));
        claims.flat_map(|(at, claim)| claim.scaled.iter().map(move |row| (at, row)))
    }

    /// All rows that hold where the claims that are `kept` do.
    pub fn rows(&self, kept: &dyn Fn(usize) -> bool) -> Vec<&Scaled> {
        self.hard.iter().chain(self.soft(kept).map(|(_, row)| row)).collect()
    }

    /// What rows pass on to each variable, where the claims that are `kept` hold; or claims that contradict each other.
    pub fn spread(&self, kept: &dyn Fn(usize) -> bool) -> Result<Bounds, Vec<usize>> {
        let soft = self.soft(kept).map(|(claim, row)| (Some(claim), row));
        let rows: Vec<_> = soft.chain(self.hard.iter().map(|row| (None, row))).collect();
        spread::spread(self.variables.len(), &rows)
    }

    /// A distance of a variable as an amount.
    pub fn amounts(&self, bounds: &Bounds, place: usize) -> (f64, f64) {
        (self.frame.amount(place, bounds.lower[place]), self.frame.amount(place, bounds.upper[place]))
    }
}

/// The figure that stands for an interval: its middle, or the end that it has.
pub(super) fn figure(interval: &Interval) -> Option<Decimal> {
    interval.middle().or(interval.lower).or(interval.upper)
}

/// Measures distances from stated figures, in the finest rounding.
fn frame(variables: usize, claims: &[Local<'_>], rules: &[(&Ruled, Row)]) -> Frame {
    let mut origin: Vec<Option<Decimal>> = vec![None; variables];
    let mut halves = Vec::new();
    for claim in claims {
        if let (Claimed::Level { at, .. }, [row]) = (claim.of, &claim.rows[..]) {
            origin[at] = origin[at].or(figure(&row.bounds));
            halves.extend(row.bounds.width().map(|width| width.to_f64() / 2.0).filter(|half| *half > 0.0));
        }
    }
    let mut sizes: Vec<f64> = origin.iter().flatten().map(|d| d.to_f64().abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(1.0);
    let finest = halves.into_iter().fold(f64::INFINITY, f64::min);
    let step = if finest.is_finite() { finest.max(usual * FINEST) } else { usual * 1e-4 };
    let told: Vec<bool> = origin.iter().map(Option::is_some).collect();
    // What follows from figures that are known, as far as that goes.
    for _ in 0..3 {
        let rows = rules.iter().map(|(_, row)| row).filter(|row| row.bounds.is_point());
        for row in rows.chain(claims.iter().flat_map(|claim| &claim.rows)) {
            let mut open = row.terms.iter().filter(|(place, _)| origin[*place].is_none());
            if let (Some((place, factor)), None) = (open.next(), open.next()) {
                let others = row.terms.iter().filter(|(other, _)| other != place);
                let sum = others.map(|(v, c)| origin[*v].map_or(0.0, Decimal::to_f64) * c.to_f64()).sum::<f64>();
                let end = figure(&row.bounds).map_or(0.0, Decimal::to_f64);
                origin[*place] = Decimal::from_f64((end - sum) / factor.to_f64(), 0);
            }
        }
    }
    // Identities hold among the origins exactly, so that none of them is off by a float's last digit.
    let mut origin: Vec<Decimal> = origin.into_iter().map(Option::unwrap_or_default).collect();
    let near = origin.clone();
    let identities = Identities::of(rules.iter().map(|(_, row)| row), &|place| u64::from(told[place]));
    if identities.follow(&mut origin).is_none() {
        origin = near;
    }
    Frame { origin, step }
}
