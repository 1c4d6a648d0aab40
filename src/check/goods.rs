use std::fmt;

use super::{
    Check, Cited, Finding, Gap, Outcome, Voice, actual, adds_over_parties, agree, by_teller, nearest, sum, timeless,
    within,
};
use crate::lexicon::Lexicon;
use crate::model::{Commodity, Party, Unit};
use crate::series::{Dataset, Observation, Series, words};

#[doc = include_str!("explain/goods.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Goods;

impl Check for Goods {
    fn name(&self) -> &'static str {
        "goods"
    }

    fn summary(&self) -> &'static str {
        "goods with all goods"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/goods.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = dated(dataset);
        findings.extend(timeless::run(dataset, dated));
        findings
    }
}

/// A part with its goods.
type Part<'d> = (&'d Commodity, &'d Observation);

fn dated(dataset: &Dataset) -> Vec<Finding> {
    let lexicon = Lexicon::embedded();
    let summable = |series: &&Series| adds_over_parties(&series.key);
    let all: Vec<&Series> = actual(dataset.series()).filter(summable).collect();
    // Of one flow in one unit and at one pace: the series of each of its goods.
    let flow = |series: &Series| -> (_, Option<Party>, Option<Party>, Unit, _) {
        let key = &series.key;
        (key.indicator, key.reporter, key.partner, key.unit, key.frequency)
    };
    let mut by_flow = std::collections::BTreeMap::<_, Vec<&Series>>::new();
    for series in all {
        by_flow.entry(flow(series)).or_default().push(series);
    }
    let mut findings = Vec::new();
    for series in by_flow.values().filter(|series| series.len() > 1) {
        for wholes in series {
            let inside =
                |part: &&&Series| is_part(&lexicon, part.key.commodity.as_ref(), wholes.key.commodity.as_ref());
            let parts: Vec<&Series> = series.iter().filter(inside).copied().collect();
            if !parts.is_empty() {
                let shown = wholes.periods().flat_map(by_teller);
                findings.extend(shown.flat_map(|whole| compare(&lexicon, wholes, whole, &parts)));
            }
        }
    }
    findings
}

/// Whether goods are a part of others: of all goods, or by the headings of the Harmonized System.
fn is_part(lexicon: &Lexicon, part: Option<&Commodity>, whole: Option<&Commodity>) -> bool {
    match (part, whole) {
        (Some(_), None) => true,
        (Some(part), Some(whole)) => match (lexicon.heading(part), lexicon.heading(whole)) {
            (Some(part), Some(whole)) => part.len() > whole.len() && part.starts_with(whole),
            _ => false,
        },
        (None, _) => false,
    }
}

/// Whether two goods have nothing in common: headings of four digits that differ.
fn apart(lexicon: &Lexicon, one: &Commodity, other: &Commodity) -> bool {
    match (lexicon.heading(one), lexicon.heading(other)) {
        (Some(one), Some(other)) => {
            let length = one.len().min(other.len()).min(4);
            one[..length] != other[..length]
        }
        _ => false,
    }
}

/// Goods without anything in common together, the largest first, and each other one alone.
fn compare(lexicon: &Lexicon, wholes: &Series, whole: &Observation, parts: &[&Series]) -> Vec<Finding> {
    let voice = Voice::of(whole);
    let told = parts.iter().filter_map(|series| {
        let part = nearest(series, &whole.period, voice).filter(|part| voice.agrees_with(part))?;
        Some((series.key.commodity.as_ref()?, part))
    });
    let mut told: Vec<Part<'_>> = told.collect();
    told.sort_by(|(a, one), (b, other)| other.value().cmp(&one.value()).then_with(|| a.cmp(b)));
    let mut together: Vec<Part<'_>> = Vec::new();
    let mut alone = Vec::new();
    for part in told {
        if together.iter().all(|(goods, _)| apart(lexicon, goods, part.0)) {
            together.push(part);
        } else {
            alone.push(part);
        }
    }
    let mut findings: Vec<_> = alone.iter().map(|part| finding(wholes, whole, std::slice::from_ref(part))).collect();
    if !together.is_empty() {
        findings.push(finding(wholes, whole, &together));
    }
    findings
}

fn finding(wholes: &Series, whole: &Observation, parts: &[Part<'_>]) -> Finding {
    let total = sum(parts.iter().map(|(_, part)| *part));
    let mut outcome = within(&total, &whole.interval);
    if outcome == Outcome::Unknown {
        // The goods told may be all of them: a sum that is the whole to rounding is no open question.
        outcome = agree(&total, &whole.interval);
    }
    let verdict = match (outcome, parts.len()) {
        (Outcome::Holds, 1) => "is within",
        (Outcome::Fails, 1) => "is more than",
        (Outcome::Holds, _) => "are within",
        (Outcome::Fails, _) => "are more than",
        (Outcome::Unknown, _) => "cannot be told to fit",
    };
    let names = fmt::from_fn(|f| {
        parts.iter().enumerate().try_for_each(|(nth, (goods, _))| {
            f.write_str(if nth == 0 { "" } else { ", " })?;
            goods.write_words(f)
        })
    });
    let all_goods = fmt::from_fn(|f| match &wholes.key.commodity {
        Some(goods) => goods.write_words(f),
        None => f.write_str("all goods"),
    });
    let message = say!(
        "{} in {}: {} with {}{} {verdict} the {} of {}.",
        wholes.key.about(),
        whole.period,
        names,
        if parts.len() == 1 { "" } else { "together " },
        words::interval(&total, wholes.key.unit),
        words::quantity(&whole.quantity),
        all_goods,
    );
    let mut statements = Vec::with_capacity(parts.len() + 1);
    statements.extend(Cited::all(whole, "all goods"));
    statements.extend(parts.iter().flat_map(|(_, part)| Cited::all(part, "goods")));
    let gap = Some(Gap::between(&total, &whole.interval, wholes.key.unit));
    Finding { check: Goods.name(), outcome, message, gap, statements }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::test_facts::fact;

    fn told(goods: Option<&str>, value: &str) -> Fact {
        let fields = serde_json::json!({"kind": "level", "indicator": "exports", "commodity": goods, "reporter": "KAZ",
            "partner": "CHN", "period": "2023", "value": value, "unit": "USD", "quantum": "100000000"});
        fact("a", &fields)
    }

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        Goods.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    #[test]
    fn goods_stay_within_all_goods() {
        let all = told(None, "14700000000");
        for (oil, copper, outcome) in [
            ("4200000000", "3700000000", Outcome::Holds),
            ("9200000000", "5900000000", Outcome::Fails),
            ("11000000000", "3700000000", Outcome::Holds),
        ] {
            let facts = [all.clone(), told(Some("crude_oil"), oil), told(Some("copper"), copper)];
            assert_eq!(outcomes(&facts), [outcome], "{oil} {copper}");
        }
    }

    #[test]
    fn goods_that_can_overlap_are_not_added() {
        let all = told(None, "14700000000");
        let facts = [all.clone(), told(Some("wheat"), "8000000000"), told(Some("grain"), "9000000000")];
        assert_eq!(outcomes(&facts), [Outcome::Holds; 3], "wheat within grain, both within all");
        let facts = [all, told(Some("grain"), "8000000000"), told(Some("wheat"), "9000000000")];
        assert!(outcomes(&facts).contains(&Outcome::Fails), "wheat above grain");
        let facts =
            [told(None, "14700000000"), told(Some("green_goods"), "8000000000"), told(Some("wheat"), "9000000000")];
        assert_eq!(outcomes(&facts), [Outcome::Holds; 2]);
    }

    #[test]
    fn another_document_of_another_side_says_nothing() {
        let mut other = told(Some("crude_oil"), "20000000000");
        (other.document, other.reporter, other.partner) = ("b".into(), "CHN".parse().ok(), "KAZ".parse().ok());
        assert!(outcomes(&[told(None, "14700000000"), other]).is_empty());
    }
}
