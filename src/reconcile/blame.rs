//! The smallest sets of claims that cannot all hold, and the lightest set of claims whose fall resolves them all.
//!
//! Contradictions are found one by one, each cut down to where dropping any claim lets the rest be true. The claims to
//! blame are a lightest set that has a member in each contradiction found; if the other claims can all hold, it is a
//! lightest set there is (Reiter 1987; implicit hitting sets, Davies and Bacchus 2011), else a new contradiction is found.
//! Counting claims (Fellegi and Holt 1976) and not the size of the correction keeps one slip of a thousandfold from being
//! spread over everything near it.

use std::collections::{BTreeSet, VecDeque};

use super::hitting::{clusters, lightest};
use super::lp::Unsolved;
use super::part::Part;
use super::slip::{self, Slip};
use crate::series::Dataset;

/// What a slip that explains a claim takes off its weight: when it was misread or misprinted, it likely was so.
const EXPLAINED: f64 = 0.4;

/// What the size of a correction weighs at most, between sets that are otherwise equal.
const SIZE: f64 = 0.05;

/// Sets that lie no further apart than this are equally good.
const EQUAL: f64 = 0.02;

/// How many contradictions a part is asked for.
const MOST: usize = 256;

/// How many sets of claims left out are kept in mind meanwhile.
const SEEN: usize = 500;

/// What is wrong in a part.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub conflicts: Vec<Found>,
    pub blamed: Vec<Suspect>,
    /// Whether the search for what is to blame ended by itself.
    pub complete: bool,
    /// Whether the search for all contradictions of what is to blame did.
    pub listed: bool,
}

/// A least contradiction: claims that cannot all hold, and the rules that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub claims: BTreeSet<usize>,
    pub rules: Vec<usize>,
}

/// A claim to blame.
#[derive(Debug, Clone)]
pub(super) struct Suspect {
    pub claim: usize,
    /// What the figure would have to be, in its own unit, by all that is kept.
    pub fits: (f64, f64),
    pub slip: Option<Slip>,
    /// Claims that could be blamed in place of it and those with it.
    pub instead: BTreeSet<usize>,
}

/// What is wrong in a part.
pub(super) fn verdict(dataset: &Dataset, part: &Part<'_>, further: usize) -> Verdict {
    let mut search = Search { dataset, part, found: Vec::new(), exhausted: false, unlisted: false, further };
    let blamed = search.blame();
    match blamed {
        Ok(blamed) => {
            search.further(&blamed);
            search.found.sort_by(|a, b| a.claims.cmp(&b.claims));
            Verdict { conflicts: search.found, blamed, complete: !search.exhausted, listed: !search.unlisted }
        }
        // Without an answer of the solver nothing is said but what is proven.
        Err(Unsolved) => Verdict { conflicts: search.found, blamed: Vec::new(), complete: false, listed: false },
    }
}

struct Search<'a> {
    dataset: &'a Dataset,
    part: &'a Part<'a>,
    found: Vec<Found>,
    exhausted: bool,
    unlisted: bool,
    further: usize,
}

/// A way to resolve a cluster, with what it costs all told.
struct Way {
    cost: f64,
    claims: Vec<usize>,
    suspects: Vec<Suspect>,
}

impl Search<'_> {
    fn weight(&self, claim: usize) -> f64 {
        self.part.claims[claim].claim.weight
    }

    fn blame(&mut self) -> Result<Vec<Suspect>, Unsolved> {
        loop {
            let chosen = self.settle()?;
            if chosen.is_empty() {
                return Ok(Vec::new());
            }
            let before = self.found.len();
            let suspects = self.weigh(&chosen)?;
            let dropped: BTreeSet<usize> = suspects.iter().map(|suspect| suspect.claim).collect();
            let settled = self.found.len() == before && (dropped == chosen || !self.contradict(&dropped)?);
            if settled || self.exhausted {
                return Ok(suspects);
            }
        }
    }

    /// A lightest set whose fall lets the rest hold.
    fn settle(&mut self) -> Result<BTreeSet<usize>, Unsolved> {
        loop {
            let sets: Vec<_> = self.found.iter().map(|found| found.claims.clone()).collect();
            let mut chosen = BTreeSet::new();
            for cluster in clusters(&sets) {
                let sets: Vec<_> = cluster.iter().map(|at| sets[*at].clone()).collect();
                let (ways, _) = lightest(&sets, &|claim| self.weight(claim), 0.0);
                chosen.extend(ways.into_iter().next().unwrap_or_default());
            }
            if self.exhausted || !self.contradict(&chosen)? {
                return Ok(chosen);
            }
        }
    }

    /// Looks for contradictions that share no claim, among what is left without `dropped`; whether any was found.
    fn contradict(&mut self, dropped: &BTreeSet<usize>) -> Result<bool, Unsolved> {
        let mut dropped = dropped.clone();
        let mut any = false;
        while let Some(found) = self.least(&|claim| !dropped.contains(&claim))? {
            dropped.extend(&found.claims);
            any |= self.add(found);
            if self.found.len() >= MOST {
                self.exhausted = true;
                break;
            }
        }
        Ok(any)
    }

    fn add(&mut self, found: Found) -> bool {
        let new = self.found.iter().all(|known| known.claims != found.claims);
        if new {
            self.found.push(found);
        }
        new
    }

    /// A least contradiction among the claims that are kept.
    fn least(&self, kept: &dyn Fn(usize) -> bool) -> Result<Option<Found>, Unsolved> {
        // What bounds passed on find is cut down by programs over few claims.
        let quick = match self.part.spread(kept) {
            Err(claims) => self.part.contradiction(&|claim| claims.binary_search(&claim).is_ok())?,
            Ok(_) => None,
        };
        let certificate = match quick {
            Some(certificate) => Some(certificate),
            None => self.part.contradiction(kept)?,
        };
        let Some(mut certificate) = certificate else { return Ok(None) };
        let mut needed = BTreeSet::new();
        while let Some(candidate) = certificate.soft.iter().copied().find(|claim| !needed.contains(claim)) {
            let rest: BTreeSet<usize> = certificate.soft.iter().copied().filter(|claim| *claim != candidate).collect();
            match self.part.contradiction(&|claim| rest.contains(&claim))? {
                Some(smaller) => certificate = smaller,
                None => {
                    needed.insert(candidate);
                }
            }
        }
        let found = Found { claims: certificate.soft.into_iter().collect(), rules: certificate.hard };
        Ok((!found.claims.is_empty()).then_some(found))
    }

    /// Of the sets that are about as light as the lightest, those whose claims a slip explains, then those that need the
    /// smallest correction.
    fn weigh(&mut self, chosen: &BTreeSet<usize>) -> Result<Vec<Suspect>, Unsolved> {
        let sets: Vec<_> = self.found.iter().map(|found| found.claims.clone()).collect();
        let mut suspects = Vec::new();
        for cluster in clusters(&sets) {
            let sets: Vec<_> = cluster.iter().map(|at| sets[*at].clone()).collect();
            let members: BTreeSet<usize> = sets.iter().flatten().copied().collect();
            let others: BTreeSet<usize> = chosen.difference(&members).copied().collect();
            let (ways, _) = lightest(&sets, &|claim| self.weight(claim), EXPLAINED + SIZE);
            let mut weighed = Vec::new();
            for claims in ways {
                weighed.extend(self.way(claims, &others));
            }
            weighed.sort_by(|a, b| a.cost.total_cmp(&b.cost).then_with(|| a.claims.cmp(&b.claims)));
            let mut weighed = weighed.into_iter();
            let Some(best) = weighed.next() else { continue };
            let equal: Vec<Way> = weighed.take_while(|way| way.cost <= best.cost + EQUAL).collect();
            for mut suspect in best.suspects {
                let without = equal.iter().filter(|way| !way.claims.contains(&suspect.claim));
                suspect.instead =
                    without.flat_map(|way| way.claims.iter().copied()).filter(|c| !best.claims.contains(c)).collect();
                suspects.push(suspect);
            }
        }
        suspects.sort_by_key(|suspect| suspect.claim);
        Ok(suspects)
    }

    /// What it costs to blame these claims of a cluster; `None`, and a contradiction more, where the rest cannot hold.
    fn way(&mut self, claims: Vec<usize>, others: &BTreeSet<usize>) -> Option<Way> {
        let dropped: BTreeSet<usize> = others.iter().chain(&claims).copied().collect();
        let kept = |claim: usize| !dropped.contains(&claim);
        let Ok(bounds) = self.part.spread(&kept) else {
            if let Ok(Some(found)) = self.least(&kept) {
                self.add(found);
            }
            return None;
        };
        let mut way = Way { cost: 0.0, claims: claims.clone(), suspects: Vec::new() };
        for claim in &claims {
            let fits = slip::fits(self.part, *claim, &bounds);
            let slip = slip::of(self.dataset, self.part, *claim, fits, &bounds);
            let weight = self.weight(*claim);
            let explained = if slip.is_some() { EXPLAINED * weight } else { 0.0 };
            way.cost += weight - explained + SIZE * slip::size(self.part, *claim, fits).min(1.0);
            way.suspects.push(Suspect { claim: *claim, fits, slip, instead: BTreeSet::new() });
        }
        Some(way)
    }

    /// More of the contradictions that each blamed claim is in: what is found is left out one claim at a time, and the rest
    /// asked again (a hitting-set tree, Reiter 1987), as long as the budget lasts.
    fn further(&mut self, blamed: &[Suspect]) {
        let dropped: BTreeSet<usize> = blamed.iter().map(|suspect| suspect.claim).collect();
        for suspect in blamed {
            let mut queue = VecDeque::from([BTreeSet::new()]);
            let mut seen = BTreeSet::new();
            let mut left = self.further;
            while let Some(without) = queue.pop_front() {
                if seen.len() > SEEN {
                    self.unlisted = true;
                    break;
                }
                let fits = |found: &&Found| {
                    let others = || found.claims.iter().filter(|claim| **claim != suspect.claim);
                    found.claims.contains(&suspect.claim)
                        && others().all(|c| !dropped.contains(c) && !without.contains(c))
                };
                let known = self.found.iter().find(fits).cloned();
                let found = known.or_else(|| {
                    if left == 0 {
                        self.unlisted = true;
                        return None;
                    }
                    left -= 1;
                    let one =
                        |claim: usize| claim == suspect.claim || !dropped.contains(&claim) && !without.contains(&claim);
                    self.least(&one).ok().flatten()
                });
                let Some(found) = found else { continue };
                for claim in found.claims.iter().filter(|claim| **claim != suspect.claim) {
                    let mut next: BTreeSet<usize> = without.clone();
                    next.insert(*claim);
                    if seen.insert(next.clone()) {
                        queue.push_back(next);
                    }
                }
                self.add(found);
            }
        }
    }
}
