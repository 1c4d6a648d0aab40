use std::collections::BTreeMap;

use super::{Check, Cited, Finding, Gap, Outcome, agree};
use crate::model::{Decimal, Fact, Kind, Party, Period, Status, Unit};
use crate::series::{Dataset, Interval, Subject, quantity_words};

#[doc = include_str!("explain/sources.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Sources;

/// What must be equal for two statements to be of one figure.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Figure {
    subject: Subject,
    kind: Kind,
    unit: Unit,
    status: Status,
    period: Period,
    base: Option<Period>,
    teller: Option<Party>,
}

impl Check for Sources {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn summary(&self) -> &'static str {
        "one figure as several documents state it"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/sources.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut figures = BTreeMap::<Figure, Vec<(usize, &Fact)>>::new();
        for (place, fact) in dataset.facts().iter().enumerate() {
            if let Some(period) = fact.period {
                let base = if fact.kind == Kind::Change { fact.base.or_else(|| period.year_before()) } else { None };
                let subject = Subject::of(fact);
                let (kind, unit, status, teller) = (fact.kind, fact.quantity.unit, fact.status, fact.reporter);
                let figure = Figure { subject, kind, unit, status, period, base, teller };
                figures.entry(figure).or_default().push((place, fact));
            }
        }
        let several = figures.iter().filter(|(_, statements)| statements.len() > 1);
        several.flat_map(|(figure, statements)| compare(dataset, figure, statements)).collect()
    }
}

/// The figure that tables show against each other one, and one finding for all that agree with it.
fn compare(dataset: &Dataset, figure: &Figure, statements: &[(usize, &Fact)]) -> Vec<Finding> {
    let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
    let published = |fact: &Fact| dataset.publication(&fact.document).and_then(|p| p.published);
    let mut ranked = statements.to_vec();
    ranked.sort_by(|(i, a), (j, b)| {
        let width = interval(a).cmp_width(&interval(b));
        width.then_with(|| published(b).cmp(&published(a))).then_with(|| (&a.document, i).cmp(&(&b.document, j)))
    });
    let Some(((best_place, best), others)) = ranked.split_first() else { return Vec::new() };
    let what = format!("{} in {}", figure.subject, figure.period);
    let mut findings = Vec::new();
    let mut agreeing = vec![Cited { fact: *best_place, role: "figure" }];
    let mut outcome = Outcome::Holds;
    for (place, fact) in others {
        let found = agree(&interval(best), &interval(fact));
        if found != Outcome::Fails {
            agreeing.push(Cited { fact: *place, role: "figure" });
            outcome = outcome.min(found);
            continue;
        }
        // An aim can be set anew, a share can be one of another whole.
        let firm = figure.status == Status::Actual && figure.kind != Kind::Share;
        let slip = slip(best, fact).map_or(String::new(), |times| {
            format!(" The digits are the same and the size is {times}-fold: a unit may have slipped.")
        });
        let (one, other) = (quantity_words(&best.quantity), quantity_words(&fact.quantity));
        findings.push(Finding {
            check: Sources.name(),
            outcome: found.softened(firm),
            message: format!("{what}: {one} in {}, but {other} in {}.{slip}", best.document, fact.document),
            gap: Some(Gap::between(&interval(fact), &interval(best), figure.unit)),
            statements: vec![Cited { fact: *best_place, role: "figure" }, Cited { fact: *place, role: "other figure" }],
        });
    }
    if agreeing.len() > 1 {
        let told: Vec<_> = agreeing.iter().filter_map(|c| dataset.fact(c.fact)).collect();
        let figures: Vec<_> =
            told.iter().map(|f| format!("{} ({})", quantity_words(&f.quantity), f.document)).collect();
        let verb = if outcome == Outcome::Holds { "agree" } else { "can agree, their bounds leave it open" };
        let message = format!("{what}: {} {verb}.", figures.join(", "));
        findings.push(Finding { check: Sources.name(), outcome, message, gap: None, statements: agreeing });
    }
    findings
}

/// How many times the larger of two figures of the same digits is: 1000, 1000000, ...
fn slip(one: &Fact, other: &Fact) -> Option<Decimal> {
    let (a, b) = (one.quantity.value.abs(), other.quantity.value.abs());
    let (large, small) = (a.max(b), a.min(b));
    (1..=4).filter_map(|n| Decimal::power_of_ten(3 * n)).find(|power| small.checked_mul(*power) == Some(large))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::{change, level};

    fn outcomes(facts: &[Fact]) -> Vec<(Outcome, String)> {
        let findings = Sources.run(&Dataset::from_facts(facts));
        findings.into_iter().map(|f| (f.outcome, f.message)).collect()
    }

    #[test]
    fn rounding_and_bounds_explain() {
        let all = outcomes(&[
            level("a", "CHN", "TKM", "2018", "8440000000", "exact"),
            level("b", "CHN", "TKM", "2018", "8000000000", "at_least"),
        ]);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].0, Outcome::Holds);
    }

    #[test]
    fn two_documents_can_conflict() {
        let all = outcomes(&[
            level("a", "UZB", "RUS", "2021", "2000000000", "at_least"),
            level("b", "UZB", "RUS", "2021", "1700000000", "exact"),
            change("a", "UZB", "RUS", "2021", "41"),
            change("b", "UZB", "RUS", "2021", "53"),
        ]);
        assert_eq!(all.iter().map(|a| a.0).collect::<Vec<_>>(), [Outcome::Fails, Outcome::Fails]);
    }

    #[test]
    fn a_slip_of_a_unit_is_named() {
        let all = outcomes(&[
            level("a", "CHN", "TKM", "1992", "4500000000", "exact"),
            level("b", "CHN", "TKM", "1992", "4500000", "exact"),
        ]);
        assert!(all[0].1.contains("1000-fold"), "{}", all[0].1);
    }
}
