//! What a document dates nowhere, but tells in one breath.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Finding, Outcome};
use crate::model::{Fact, Period, Status};
use crate::series::Dataset;

/// How many bytes may lie between two figures of one breath.
pub(super) const BREATH: usize = 400;

/// Runs a comparison over the undated figures of each document that stand close together and have one status, as if they
/// were of one day; what it leaves open is dropped, since nothing says that they are of one time.
pub(super) fn run(dataset: &Dataset, compare: impl Fn(&Dataset) -> Vec<Finding>) -> Vec<Finding> {
    let mut told = BTreeMap::<_, Vec<(usize, &Fact)>>::new();
    for place in dataset.undated() {
        if let Some(fact) = dataset.fact(*place) {
            told.entry((&fact.document, fact.status)).or_default().push((*place, fact));
        }
    }
    let mut findings = Vec::new();
    for ((document, _), mut facts) in told {
        facts.sort_by_key(|(place, fact)| (fact.span.start, *place));
        // The day decides who is a member of a group; any will do where none is known.
        let published = dataset.publication(document).and_then(|p| p.published);
        let Some(day) = published.or_else(|| NaiveDate::from_ymd_opt(2020, 1, 1)) else { continue };
        let day = Period::day(day);
        for breath in facts.chunk_by(|(_, a), (_, b)| b.span.start.saturating_sub(a.span.end) <= BREATH) {
            if breath.len() < 2 {
                continue;
            }
            let of_one_day =
                |(_, fact): &(usize, &Fact)| Fact { period: Some(day), status: Status::Actual, ..Fact::clone(fact) };
            let part = dataset.like(breath.iter().map(of_one_day).collect());
            let decided = compare(&part).into_iter().filter(|finding| finding.outcome != Outcome::Unknown);
            findings.extend(decided.map(|mut finding| {
                for cited in &mut finding.statements {
                    cited.fact = breath.get(cited.fact).map_or(cited.fact, |(place, _)| *place);
                }
                finding.message = finding.message.replace(&format!(" in {day}"), ", at no stated time");
                finding
            }));
        }
    }
    findings
}
