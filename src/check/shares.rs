use std::collections::BTreeMap;

use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, nearest, timeless};
use crate::model::{Decimal, Fact, Party, Status, Unit};
use crate::series::{Dataset, Interval, Observation, Series, SeriesKey, Statement, Subject, words};

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
        let mut findings = dated(dataset);
        findings.extend(above_all(dataset));
        findings.extend(timeless::run(dataset, dated));
        findings
    }
}

fn dated(dataset: &Dataset) -> Vec<Finding> {
    let happened = dataset.shares().iter().filter(|share| share.status == Status::Actual);
    happened.filter_map(|share| compare(dataset, share)).collect()
}

/// The first whole that explains a share, else the first that does not.
fn compare(dataset: &Dataset, share: &Statement) -> Option<Finding> {
    let fact = dataset.fact(share.fact)?;
    if fact.quantity.unit != Unit::PERCENT {
        return None;
    }
    let mut pairs = Vec::new();
    for series in actual(dataset.series_of(&share.subject)) {
        let voice = Voice { document: &fact.document, teller: dataset.teller(fact) };
        let Some(part) = nearest(series, &share.period, voice) else { continue };
        for subject in wholes(dataset, share) {
            let key = SeriesKey::of(subject, series.key.unit, series.key.frequency);
            let whole = dataset.find(&key, Status::Actual).and_then(|s| nearest(s, &share.period, voice));
            pairs.extend(whole.map(|whole| (series, part, whole)));
        }
    }
    // One text that tells a share, its part and a single whole means that whole.
    let one_text =
        |part: &Observation, whole: &Observation| part.document == fact.document && whole.document == fact.document;
    let firm = pairs.len() == 1 && pairs.iter().all(|(_, part, whole)| one_text(part, whole));
    let compared =
        pairs.into_iter().filter_map(|(series, part, whole)| finding(share, fact, series, (part, whole), firm));
    let mut findings: Vec<_> = compared.collect();
    let best = findings.iter().position(|f| f.outcome == Outcome::Holds).unwrap_or(0);
    (best < findings.len()).then(|| findings.swap_remove(best))
}

/// Shares that are no shares: one above all, or those of several partners of one flow together, in one document.
fn above_all(dataset: &Dataset) -> Vec<Finding> {
    let mut told = BTreeMap::<_, BTreeMap<Party, &Statement>>::new();
    for share in dataset.shares().iter().filter(|share| share.status == Status::Actual) {
        let Some(fact) = dataset.fact(share.fact).filter(|fact| fact.quantity.unit == Unit::PERCENT) else { continue };
        if let Some(partner) = share.subject.partner.filter(|party| party.is_country() || *party == Party::WORLD) {
            let subject = &share.subject;
            let flow = (&fact.document, subject.indicator, &subject.commodity, subject.reporter, share.period);
            told.entry(flow).or_default().entry(partner).or_insert(share);
        }
    }
    let hundred = Interval::point(Decimal::HUNDRED);
    let mut findings = Vec::new();
    for ((document, _, _, _, period), shares) in &told {
        // A share of the whole with no partner named is of another whole.
        let several: Vec<&&Statement> = shares.iter().filter(|(p, _)| **p != Party::WORLD).map(|(_, s)| s).collect();
        let singles = shares.values().filter(|share| share.interval.above(&hundred)).map(|share| vec![share]);
        let together = several.iter().fold(Interval::point(Decimal::ZERO), |sum, share| sum + share.interval);
        let joint = (several.len() > 1 && together.above(&hundred)).then_some(several);
        for shares in singles.chain(joint) {
            let Some(first) = shares.first() else { continue };
            let sum = shares.iter().fold(Interval::point(Decimal::ZERO), |sum, share| sum + share.interval);
            let message = say!(
                "{} in {period}: {} of {document} make {}, more than the whole.",
                first.subject,
                if shares.len() == 1 { "a share".to_owned() } else { format!("{} shares", shares.len()) },
                words::share(&sum),
            );
            let statements = shares.iter().map(|share| Cited { fact: share.fact, role: "share" }).collect();
            let gap = Some(Gap::between(&sum, &hundred, Unit::PERCENT));
            findings.push(Finding { check: Shares.name(), outcome: Outcome::Fails, message, gap, statements });
        }
    }
    findings
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
    (part, whole): (&Observation, &Observation),
    firm: bool,
) -> Option<Finding> {
    let positive = |o: &Observation| o.interval.lower.is_some_and(|lower| lower > Decimal::ZERO);
    if !positive(part) || !positive(whole) {
        return None;
    }
    let computed = part.interval / whole.interval * Interval::point(Decimal::HUNDRED);
    // Which whole a share is of is seldom told: one of several that does not fit proves nothing.
    let outcome = super::agree(&share.interval, &computed).softened(firm);
    let verdict = match outcome {
        Outcome::Holds => "is",
        Outcome::Fails => "is not",
        Outcome::Unknown => "is perhaps not",
    };
    let message = say!(
        "{} in {}: {} {verdict} {} of {} ({}).",
        series.key.about(),
        share.period,
        words::quantity(&fact.quantity),
        words::quantity(&part.quantity),
        words::quantity(&whole.quantity),
        words::share(&computed),
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

    fn share(partner: &str, value: &str) -> Fact {
        let fields = serde_json::json!({"kind": "share", "indicator": "turnover", "reporter": "CHN", "partner": partner,
            "period": "2024", "value": value, "unit": "percent", "quantum": "1"});
        fact("a", &fields)
    }

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        Shares.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    #[test]
    fn a_share_finds_its_whole() {
        let region = level("a", "CHN", "CENTRAL_ASIA", "2024", "94800000000", "exact");
        let part = level("a", "CHN", "KAZ", "2024", "43800000000", "exact");
        for (value, outcome) in [("46", Outcome::Holds), ("64", Outcome::Fails)] {
            assert_eq!(outcomes(&[region.clone(), part.clone(), share("KAZ", value)]), [outcome]);
            let world = level("a", "CHN", "WORLD", "2024", "6160000000000", "exact");
            let open = if outcome == Outcome::Fails { Outcome::Unknown } else { outcome };
            assert_eq!(
                outcomes(&[region.clone(), part.clone(), world, share("KAZ", value)]),
                [open],
                "of several wholes"
            );
        }
    }

    #[test]
    fn shares_are_no_more_than_everything() {
        assert_eq!(outcomes(&[share("KAZ", "46"), share("UZB", "31"), share("TKM", "41")]), [Outcome::Fails]);
        assert!(outcomes(&[share("KAZ", "46"), share("UZB", "31"), share("TKM", "21")]).is_empty());
        assert_eq!(outcomes(&[share("KAZ", "146")]), [Outcome::Fails]);
    }
}
