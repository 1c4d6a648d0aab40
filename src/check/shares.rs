use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, nearest};
use crate::model::{Decimal, Fact, Party, Status, Unit};
use crate::series::{
    Dataset, Interval, Observation, Series, SeriesKey, Statement, Subject, percent_words, quantity_words,
};

#[doc = include_str!("explain/shares.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Shares;

impl Check for Shares {
    fn name(&self) -> &'static str {
        "shares"
    }

    fn summary(&self) -> &'static str {
        "a share with the amounts"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/shares.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let happened = dataset.shares().iter().filter(|share| share.status == Status::Actual);
        happened.filter_map(|share| compare(dataset, share)).collect()
    }
}

/// The first whole that explains a share, else the first that does not.
fn compare(dataset: &Dataset, share: &Statement) -> Option<Finding> {
    let fact = dataset.fact(share.fact)?;
    if fact.quantity.unit != Unit::PERCENT {
        return None;
    }
    let mut findings = Vec::new();
    for series in actual(dataset.series_of(&share.subject)) {
        let voice = Voice { document: &fact.document, teller: dataset.teller(fact) };
        let Some(part) = nearest(series, &share.period, voice) else { continue };
        for subject in wholes(dataset, share) {
            let key =
                SeriesKey { unit: series.key.unit, ..SeriesKey::of(subject, series.key.unit, series.key.frequency) };
            let whole = dataset.find(&key, Status::Actual).and_then(|s| nearest(s, &share.period, voice));
            findings.extend(whole.and_then(|whole| finding(share, fact, series, part, whole)));
        }
    }
    let best = findings.iter().position(|f| f.outcome == Outcome::Holds).unwrap_or(0);
    (best < findings.len()).then(|| findings.swap_remove(best))
}

/// What a flow can be a part of: the same with all goods, with a group of the partner or reporter, with the world.
fn wholes(dataset: &Dataset, share: &Statement) -> Vec<Subject> {
    let subject = &share.subject;
    let mut wholes = Vec::new();
    if subject.commodity.is_some() {
        wholes.push(Subject { commodity: None, ..subject.clone() });
    }
    let groups: Vec<Party> = dataset.membership().groups().copied().chain([Party::WORLD]).collect();
    let holding = |party: Option<Party>| {
        let party = party.filter(Party::is_country);
        groups.iter().copied().filter(move |g| party.is_some_and(|p| dataset.membership().holds(g, &p, &share.period)))
    };
    let of = |reporter, partner| Subject::new(subject.indicator, subject.commodity.clone(), reporter, partner);
    wholes.extend(holding(subject.partner).map(|group| of(subject.reporter, Some(group))));
    wholes.extend(holding(subject.reporter).map(|group| of(Some(group), subject.partner)));
    wholes
}

fn finding(
    share: &Statement,
    fact: &Fact,
    series: &Series,
    part: &Observation,
    whole: &Observation,
) -> Option<Finding> {
    let positive = |o: &Observation| o.interval.lower.is_some_and(|lower| lower > Decimal::ZERO);
    if !positive(part) || !positive(whole) {
        return None;
    }
    let computed = part.interval / whole.interval * Interval::point(Decimal::HUNDRED);
    // Which whole a share is of is not told: one that does not fit proves nothing.
    let outcome = super::agree(&share.interval, &computed).softened(false);
    let verdict = if outcome == Outcome::Holds { "is" } else { "is perhaps not" };
    let message = format!(
        "{} in {}: {} {verdict} {} of {} ({}).",
        series.key.subject(),
        share.period,
        quantity_words(&fact.quantity),
        quantity_words(&part.quantity),
        quantity_words(&whole.quantity),
        percent_words(&computed).trim_start_matches('+'),
    );
    let mut statements = vec![Cited { fact: share.fact, role: "share" }];
    statements.extend(Cited::all(part, "part"));
    statements.extend(Cited::all(whole, "whole"));
    let gap = Some(Gap::between(&share.interval, &computed, Unit::PERCENT));
    Some(Finding { check: Shares.name(), outcome, message, gap, statements })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::{fact, level};

    #[test]
    fn a_share_finds_its_whole() {
        for (value, outcome) in [("46", Outcome::Holds), ("64", Outcome::Unknown)] {
            let share = serde_json::json!({"kind": "share", "indicator": "turnover", "reporter": "CHN",
                "partner": "KAZ", "period": "2024", "value": value, "unit": "percent", "quantum": "1"});
            let facts = [
                level("a", "CHN", "CENTRAL_ASIA", "2024", "94800000000", "exact"),
                level("a", "CHN", "KAZ", "2024", "43800000000", "exact"),
                fact("a", &share),
            ];
            let findings = Shares.run(&Dataset::from_facts(&facts));
            assert_eq!(findings.iter().map(|f| f.outcome).collect::<Vec<_>>(), [outcome]);
        }
    }
}
