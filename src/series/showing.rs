//! Which of several statements of one figure a table shows.
//!
//! | rule | of *11.181 billion* (2023-01, a wire), *11.2 billion* (2023-09, a ministry) |
//! | --- | --- |
//! | [`Showing::MostExact`] | 11.181 billion |
//! | [`Showing::Latest`] | 11.2 billion |
//! | [`Showing::Preferred`] (the ministry) | 11.2 billion |

use std::cmp::Ordering;
use std::sync::Arc;

use super::Observation;

/// The rule by which statements of one period are ordered, the one to show first. Whatever the rule, a stated figure goes before
/// an implied one, and where the rule leaves a tie the narrower goes first, then the later, then by document id.
///
/// ```
/// use bilateral::series::{Dataset, Showing};
/// let dataset = Dataset::from_facts(&[]).with_showing(Showing::Latest);
/// assert_eq!(dataset.showing(), &Showing::Latest);
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum Showing {
    /// The narrowest interval: what is written to the most digits, and hedged least.
    #[default]
    MostExact,
    /// The latest published; what has no date goes last.
    Latest,
    /// The first source of this list that has the figure, by its name as documents have it; others after it.
    Preferred(Vec<Arc<str>>),
    /// A rule of the caller's.
    By(fn(&Observation, &Observation) -> Ordering),
}

impl PartialEq for Showing {
    /// Rules of the caller's are never equal to any.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Showing::MostExact, Showing::MostExact) | (Showing::Latest, Showing::Latest) => true,
            (Showing::Preferred(ours), Showing::Preferred(theirs)) => ours == theirs,
            _ => false,
        }
    }
}

impl Showing {
    /// Which of two observations of one period goes first.
    #[must_use]
    pub fn compare(&self, one: &Observation, other: &Observation) -> Ordering {
        let rank = |o: &Observation| (!o.origin.is_stated(), o.status);
        let chosen = || match self {
            Showing::MostExact => Ordering::Equal,
            Showing::Latest => other.published.cmp(&one.published),
            Showing::Preferred(sources) => {
                let place = |o: &Observation| {
                    let named = |source: &Arc<str>| sources.iter().position(|wanted| wanted == source);
                    o.source.as_ref().and_then(named).unwrap_or(sources.len())
                };
                place(one).cmp(&place(other))
            }
            Showing::By(compare) => compare(one, other),
        };
        rank(one).cmp(&rank(other)).then_with(chosen).then_with(|| one.cmp_rank(other))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Document, Fact};
    use crate::series::Dataset;
    use crate::series::test_facts::level;

    use super::*;

    fn dataset() -> Dataset {
        let told = [
            ("a", "2023-01-20", "a wire", "11181000000", "1000000"),
            ("b", "2023-09-25", "a ministry", "11200000000", "100000000"),
            ("c", "2023-05-02", "a newspaper", "11000000000", "1000000000"),
        ];
        let facts = told.map(|(id, _, _, value, step)| {
            let mut fact: Fact = level(id, "CHN", "TKM", "2022", value, "exact");
            fact.quantity.quantum = step.parse().ok();
            fact
        });
        let documents =
            told.map(|(id, day, source, ..)| Document::new(id, "").with_published(day).unwrap().with_source(source));
        Dataset::new(&facts, &documents)
    }

    fn shown(dataset: &Dataset) -> Option<&str> {
        let series = dataset.series().first()?;
        series.shown(&"2022".parse().unwrap()).map(|o| &*o.document)
    }

    #[test]
    fn the_rule_chooses_what_a_table_shows() {
        for (rule, wanted) in [
            (Showing::MostExact, "a"),
            (Showing::Latest, "b"),
            (Showing::Preferred(vec!["nobody".into(), "a newspaper".into()]), "c"),
            (Showing::Preferred(Vec::new()), "a"),
            (Showing::By(|one, other| other.value().cmp(&one.value())), "b"),
        ] {
            let name = format!("{rule:?}");
            assert_eq!(shown(&dataset().with_showing(rule)), Some(wanted), "{name}");
        }
    }

    #[test]
    fn what_was_known_then() {
        let day = |text: &str| text.parse().unwrap();
        let dataset = dataset().with_showing(Showing::Latest);
        assert_eq!(shown(&dataset.as_of(day("2023-01-19"))), None);
        assert_eq!(shown(&dataset.as_of(day("2023-01-20"))), Some("a"));
        assert_eq!(shown(&dataset.as_of(day("2023-06-01"))), Some("c"));
        let vintages = dataset.series()[0].vintages(&"2022".parse().unwrap());
        assert_eq!(vintages.iter().map(|o| &*o.document).collect::<Vec<_>>(), ["a", "c", "b"]);
    }
}
