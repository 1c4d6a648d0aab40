//! Facts by their subject: what checks group again and again, grouped once.

use rustc_hash::FxHashMap;

use super::Subject;
use super::key::About;
use crate::model::Fact;

/// The places of facts, those of one subject together; subjects in their order, and of each the facts in theirs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subjects {
    subjects: Vec<Subject>,
    /// Where the places of each subject end.
    ends: Vec<usize>,
    places: Vec<usize>,
}

impl Subjects {
    pub fn of(facts: &[Fact]) -> Self {
        let mut numbers = FxHashMap::<About<'_>, usize>::default();
        let mut counts = Vec::new();
        let mut number = |fact| {
            let number = *numbers.entry(About::of(fact)).or_insert(counts.len());
            if number == counts.len() {
                counts.push(0);
            }
            counts[number] += 1;
            number
        };
        let number_of: Vec<usize> = facts.iter().map(&mut number).collect();
        let mut sorted: Vec<(About<'_>, usize)> = numbers.into_iter().collect();
        sorted.sort_unstable();
        let mut end = 0;
        // Of each number where its facts begin, and then where the next of them goes.
        let mut next = vec![0; counts.len()];
        let mut ends = Vec::with_capacity(counts.len());
        for (_, number) in &sorted {
            next[*number] = end;
            end += counts[*number];
            ends.push(end);
        }
        let mut places = vec![0; facts.len()];
        for (place, number) in number_of.into_iter().enumerate() {
            places[next[number]] = place;
            next[number] += 1;
        }
        Subjects { subjects: sorted.iter().map(|(about, _)| about.subject()).collect(), ends, places }
    }

    /// Each subject with the places of its facts.
    pub fn iter(&self) -> impl Iterator<Item = (&Subject, &[usize])> {
        let mut start = 0;
        self.subjects.iter().zip(&self.ends).map(move |(subject, end)| {
            let places = &self.places[start..*end];
            start = *end;
            (subject, places)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::level;

    #[test]
    fn facts_stand_with_their_subject_in_their_order() {
        let facts = [
            level("a", "TKM", "CHN", "2022", "5", "exact"),
            level("a", "KAZ", "UZB", "2022", "5", "exact"),
            level("b", "CHN", "TKM", "2021", "6", "exact"),
            level("a", "AFG", "WORLD", "2021", "6", "exact"),
        ];
        let subjects = Subjects::of(&facts);
        let found: Vec<_> = subjects.iter().map(|(subject, places)| (subject.to_string(), places.to_vec())).collect();
        let words = |subject: &str, places: &[usize]| (subject.to_owned(), places.to_vec());
        assert_eq!(
            found,
            [
                words("turnover of AFG", &[3]),
                words("turnover of CHN with TKM", &[0, 2]),
                words("turnover of KAZ with UZB", &[1])
            ]
        );
        assert!(subjects.iter().map(|(subject, _)| subject).is_sorted());
        assert_eq!(Subjects::of(&[]).iter().count(), 0);
    }
}
