//! A system falls into parts that share no variable; each is solved by itself.

use std::collections::BTreeMap;

use super::lp::{self, Contradiction, Frame, Scaled, Unsolved};
use super::rules::Ruled;
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
        let hard = rules.iter().map(|(_, row)| frame.scale(row)).collect();
        let year = |variable: usize, years: i32| {
            let there = &system.variables[variable];
            let place = system.find(&there.subject, there.unit, &there.period.shift_years(years)?)?;
            places.get(&place).copied()
        };
        let years = variables.iter().map(|variable| [year(*variable, -1), year(*variable, 1)]).collect();
        let mut part = Part { variables, claims, rules, frame, hard, years };
        for claim in &mut part.claims {
            claim.scaled = claim.rows.iter().map(|row| part.frame.scale(row)).collect();
        }
        part
    }

    /// The variable that is the same one year earlier (−1) or later (1).
    pub fn moved(&self, place: usize, years: i32) -> Option<usize> {
        self.years.get(place)?[usize::from(years > 0)]
    }

    /// A contradiction among the rules and the claims that are `kept`, by their places; the soft ones are claims.
    pub fn contradiction(&self, kept: &dyn Fn(usize) -> bool) -> Result<Option<Contradiction>, Unsolved> {
        let soft: Vec<(usize, &Scaled)> = self.soft(kept).collect();
        lp::contradiction(self.variables.len(), &self.hard, &soft)
    }

    fn soft(&self, kept: &dyn Fn(usize) -> bool) -> impl Iterator<Item = (usize, &Scaled)> {
        let claims = self.claims.iter().enumerate().filter(|(at, _)| kept(*at));
        claims.flat_map(|(at, claim)| claim.scaled.iter().map(move |row| (at, row)))
    }

    /// All rows that hold where the claims that are `kept` do.
    pub fn rows(&self, kept: &dyn Fn(usize) -> bool) -> Vec<&Scaled> {
        self.hard.iter().chain(self.soft(kept).map(|(_, row)| row)).collect()
    }

    /// What a variable can be where the claims that are `kept` hold; `None` where they cannot.
    pub fn range(&self, kept: &dyn Fn(usize) -> bool, place: usize) -> Result<Option<(f64, f64)>, Unsolved> {
        let range = lp::range(self.variables.len(), &self.rows(kept), place)?;
        Ok(range.map(|(lower, upper)| (self.frame.amount(place, lower), self.frame.amount(place, upper))))
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
    Frame { origin: origin.into_iter().map(Option::unwrap_or_default).collect(), step }
}
