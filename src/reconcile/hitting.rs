//! The lightest sets that have a member in each of some sets.

use std::collections::BTreeSet;

/// How many steps a search takes before the lightest set found so far is good enough.
const STEPS: usize = 20_000;

/// How many sets nearly as light as the lightest are kept.
const KEPT: usize = 48;

/// Sets that hit all of `sets`: the lightest first, then those up to `slack` heavier; no member of any can be dropped.
/// Whether the search was complete is told too.
pub(super) fn lightest(sets: &[BTreeSet<usize>], weight: &dyn Fn(usize) -> f64, slack: f64) -> (Vec<Vec<usize>>, bool) {
    let mut search = Search { sets, weight, slack, best: f64::INFINITY, found: BTreeSet::new(), steps: 0 };
    search.best = greedy(sets, weight);
    search.descend(&mut Vec::new(), &BTreeSet::new(), 0.0);
    let complete = search.steps < STEPS && search.found.len() < KEPT;
    let total = |set: &Vec<usize>| set.iter().map(|m| weight(*m)).sum::<f64>();
    let mut found: Vec<Vec<usize>> = search.found.into_iter().filter(|set| minimal(set, sets)).collect();
    found.sort_by(|a, b| total(a).total_cmp(&total(b)).then_with(|| a.cmp(b)));
    let limit = found.first().map_or(0.0, &total) + slack + 1e-9;
    found.retain(|set| total(set) <= limit);
    if found.is_empty() {
        found.push(greedily(sets, weight));
    }
    (found, complete)
}

/// Clusters of sets that share no member.
pub(super) fn clusters(sets: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut clusters: Vec<(BTreeSet<usize>, Vec<usize>)> = Vec::new();
    for (at, set) in sets.iter().enumerate() {
        let (near, far): (Vec<_>, Vec<_>) = clusters.into_iter().partition(|(members, _)| !members.is_disjoint(set));
        clusters = far;
        let mut joined = (set.clone(), vec![at]);
        for (members, places) in near {
            joined.0.extend(members);
            joined.1.extend(places);
        }
        joined.1.sort_unstable();
        clusters.push(joined);
    }
    clusters.sort_by(|a, b| a.1.cmp(&b.1));
    clusters.into_iter().map(|(_, places)| places).collect()
}

fn minimal(chosen: &[usize], sets: &[BTreeSet<usize>]) -> bool {
    chosen.iter().all(|member| {
        sets.iter()
            .any(|set| set.contains(member) && chosen.iter().all(|other| other == member || !set.contains(other)))
    })
}

/// The member that hits most for its weight, again and again.
fn greedily(sets: &[BTreeSet<usize>], weight: &dyn Fn(usize) -> f64) -> Vec<usize> {
    let mut left: Vec<&BTreeSet<usize>> = sets.iter().filter(|set| !set.is_empty()).collect();
    let mut chosen = Vec::new();
    while !left.is_empty() {
        let members: BTreeSet<usize> = left.iter().flat_map(|set| set.iter().copied()).collect();
        let gain = |m: &usize| left.iter().filter(|set| set.contains(m)).count() as f64 / weight(*m).max(1e-9);
        let Some(best) = members.into_iter().max_by(|a, b| gain(a).total_cmp(&gain(b)).then_with(|| b.cmp(a))) else {
            break;
        };
        left.retain(|set| !set.contains(&best));
        chosen.push(best);
    }
    chosen.sort_unstable();
    chosen
}

fn greedy(sets: &[BTreeSet<usize>], weight: &dyn Fn(usize) -> f64) -> f64 {
    greedily(sets, weight).into_iter().map(weight).sum()
}

struct Search<'a> {
    sets: &'a [BTreeSet<usize>],
    weight: &'a dyn Fn(usize) -> f64,
    slack: f64,
    best: f64,
    found: BTreeSet<Vec<usize>>,
    steps: usize,
}

impl Search<'_> {
    /// Branches on the smallest set that is not hit; members tried before are kept out of later branches, so that each
    /// set is met once.
    fn descend(&mut self, chosen: &mut Vec<usize>, barred: &BTreeSet<usize>, cost: f64) {
        self.steps += 1;
        if self.steps > STEPS || self.found.len() >= KEPT * 8 {
            return;
        }
        let open: Vec<&BTreeSet<usize>> =
            self.sets.iter().filter(|set| !chosen.iter().any(|member| set.contains(member))).collect();
        if cost + self.least(&open, barred) > self.best + self.slack + 1e-9 {
            return;
        }
        let free = |set: &BTreeSet<usize>| set.iter().filter(|m| !barred.contains(m)).count();
        let Some(next) = open.iter().min_by_key(|set| free(set)) else {
            self.best = self.best.min(cost);
            let mut set = chosen.clone();
            set.sort_unstable();
            self.found.insert(set);
            return;
        };
        let mut barred = barred.clone();
        let mut members: Vec<usize> = next.iter().copied().filter(|m| !barred.contains(m)).collect();
        let hits = |m: &usize| open.iter().filter(|set| set.contains(m)).count();
        members.sort_by_key(|m| (std::cmp::Reverse(hits(m)), *m));
        for member in members {
            chosen.push(member);
            self.descend(chosen, &barred, cost + (self.weight)(member));
            chosen.pop();
            barred.insert(member);
        }
    }

    /// What is at least still to pay: sets that share no member need one each.
    fn least(&self, open: &[&BTreeSet<usize>], barred: &BTreeSet<usize>) -> f64 {
        let mut used = BTreeSet::new();
        let mut least = 0.0;
        for set in open {
            let free: Vec<usize> = set.iter().copied().filter(|m| !barred.contains(m)).collect();
            if free.is_empty() {
                return f64::INFINITY;
            }
            if free.iter().all(|m| !used.contains(m)) {
                least += free.iter().map(|m| (self.weight)(*m)).fold(f64::INFINITY, f64::min);
                used.extend(free);
            }
        }
        least
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sets(of: &[&[usize]]) -> Vec<BTreeSet<usize>> {
        of.iter().map(|set| set.iter().copied().collect()).collect()
    }

    #[test]
    fn one_member_in_all_sets_is_lightest() {
        let sets = sets(&[&[1, 2], &[2, 3], &[2, 4, 5]]);
        assert_eq!(lightest(&sets, &|_| 1.0, 0.0).0, [[2]]);
        let heavy = |member: usize| if member == 2 { 9.0 } else { 1.0 };
        assert_eq!(lightest(&sets, &heavy, 0.0).0, [vec![1, 3, 4], vec![1, 3, 5]]);
    }

    #[test]
    fn ties_are_all_told() {
        assert_eq!(lightest(&sets(&[&[7, 8]]), &|_| 1.0, 0.0).0, [[7], [8]]);
        assert_eq!(clusters(&sets(&[&[1, 2], &[3], &[2, 4]])), [vec![0, 2], vec![1]]);
    }

    proptest! {
        #[test]
        fn the_lightest_hits_all_and_no_subset_is_lighter(
            sets in proptest::collection::vec(proptest::collection::btree_set(0usize..9, 1..4), 1..8),
        ) {
            let (found, complete) = lightest(&sets, &|m| 1.0 + m as f64 / 100.0, 0.0);
            let hits = |chosen: &[usize]| sets.iter().all(|set| chosen.iter().any(|m| set.contains(m)));
            let cost = |chosen: &[usize]| chosen.iter().map(|m| 1.0 + *m as f64 / 100.0).sum::<f64>();
            prop_assert!(complete && found.iter().all(|set| hits(set)));
            // All subsets of nine members, one by one.
            for mask in 0u32..1 << 9 {
                let subset: Vec<usize> = (0..9).filter(|m| mask >> m & 1 == 1).collect();
                prop_assert!(!hits(&subset) || cost(&subset) >= cost(&found[0]) - 1e-9);
            }
        }
    }
}
