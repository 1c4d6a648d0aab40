//! Where in a sorted list the entries of a subject stand, without a search.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault};

use rustc_hash::FxHasher;

use super::key::About;

/// The runs of entries with one subject, by a hash of it. Of subjects with one hash only the first is kept: who finds
/// another at its place has to search.
#[derive(Debug, Clone, Default)]
pub(super) struct Index(HashMap<u64, (usize, usize), BuildHasherDefault<FxHasher>>);

impl Index {
    /// Of a list in which the entries of each subject stand together.
    pub fn of<'a>(subjects: impl Iterator<Item = About<'a>>) -> Self {
        let mut runs = HashMap::default();
        let mut run: Option<(About<'a>, usize)> = None;
        let mut end = 0;
        let mut keep = |(subject, start), end| {
            runs.entry(hash(subject)).or_insert((start, end));
        };
        for subject in subjects {
            if let Some(before) = run.filter(|(before, _)| *before != subject) {
                keep(before, end);
                run = None;
            }
            run.get_or_insert((subject, end));
            end += 1;
        }
        if let Some(last) = run {
            keep(last, end);
        }
        Index(runs)
    }

    /// The run that stands where this subject would: of this subject, or of one with the same hash. `None` where it has
    /// no entry.
    pub fn run<'l, T>(&self, all: &'l [T], subject: About<'_>) -> Option<&'l [T]> {
        let (start, end) = *self.0.get(&hash(subject))?;
        all.get(start..end)
    }
}

fn hash(subject: About<'_>) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(subject)
}
