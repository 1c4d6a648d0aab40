use std::collections::BTreeMap;
use std::fmt;

use super::slip::slipped;
use super::{Check, Cited, Finding, Gap, Outcome, agree, several_facts, side_by_side, timeless};
use crate::model::{Bound, Decimal, Fact, Kind, Party, Period, Quantity, Status, Unit};
use crate::series::{Dataset, Interval, Subject, Width, words};

#[doc = include_str!("explain/sources.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Sources;

/// What must be equal for two statements of one subject to be of one figure.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Figure {
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
        let figure = |fact: &'_ Fact| {
            let period = fact.period?;
            let base = if fact.kind == Kind::Change { fact.base.or_else(|| period.year_before()) } else { None };
            let (kind, unit, status, teller) = (fact.kind, fact.quantity.unit, fact.status, dataset.teller(fact));
            // Two sides count what happened; what they aim at is agreed.
            let teller = teller.filter(|_| status == Status::Actual);
            Some(Figure { kind, unit, status, period, base, teller })
        };
        let mut findings = Vec::new();
        several_facts(dataset, figure, |subject, figure, places| {
            findings.extend(compare(dataset, subject, figure, facts_at(dataset, places)));
        });
        findings.extend(undated(dataset));
        findings.extend(in_other_units(dataset));
        let agreed =
            |part: &Dataset| in_other_units(part).into_iter().filter(|f| f.outcome == Outcome::Holds).collect();
        findings.extend(timeless::run(dataset, agreed));
        findings
    }
}

/// Levels that no document dates: of one time or not, so that only equal figures say anything.
fn undated(dataset: &Dataset) -> Vec<Finding> {
    let mut figures = BTreeMap::<_, Vec<(usize, &Fact)>>::new();
    for place in dataset.undated() {
        if let Some(fact) = dataset.fact(*place).filter(|fact| fact.kind == Kind::Level) {
            let told = (Subject::of(fact).flow(), fact.status, fact.quantity.unit, fact.quantity.value);
            figures.entry(told).or_default().push((*place, fact));
        }
    }
    let mut findings = Vec::new();
    for ((subject, ..), told) in &figures {
        let Some((_, first)) = told.first() else { continue };
        if told.iter().all(|(_, fact)| fact.document == first.document) {
            continue;
        }
        let message = say!("{subject}, at no stated time: {} agree.", listed(told.iter().map(|(_, fact)| *fact)));
        let statements = told.iter().map(|(fact, _)| Cited { fact: *fact, role: "figure" }).collect();
        findings.push(Finding { check: Sources.name(), outcome: Outcome::Holds, message, gap: None, statements });
    }
    findings
}

/// The facts at these places, with them.
fn facts_at(dataset: &Dataset, places: impl Iterator<Item = usize>) -> Vec<(usize, &Fact)> {
    places.filter_map(|place| Some((place, dataset.fact(place)?))).collect()
}

/// Levels of one figure in several units, by the factors between them: each against the narrowest in another unit.
fn in_other_units(dataset: &Dataset) -> Vec<Finding> {
    let figure = |fact: &'_ Fact| {
        let period = fact.period.filter(|_| fact.kind == Kind::Level)?;
        let teller = dataset.teller(fact).filter(|_| fact.status == Status::Actual);
        Some((fact.status, period, teller))
    };
    let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
    let mut findings = Vec::new();
    several_facts(dataset, figure, |subject, (status, period, _), places| {
        let told = facts_at(dataset, places);
        for (i, (place, fact)) in told.iter().enumerate() {
            let unit = fact.quantity.unit;
            let mut others: Vec<_> =
                told.iter().enumerate().filter(|(j, (_, o))| *j != i && o.quantity.unit != unit).collect();
            // Each pair of units once, and of the other unit the statement that tables show.
            others.retain(|(_, (_, other))| other.quantity.unit < unit);
            others.sort_by(|(_, (_, a)), (_, (_, b))| {
                (a.quantity.unit.cmp(&b.quantity.unit)).then_with(|| interval(a).cmp_width(&interval(b)))
            });
            others.dedup_by_key(|(_, (_, other))| other.quantity.unit);
            for (_, (other_place, other)) in others {
                let goods = subject.commodity.as_ref();
                let converted =
                    dataset.converter().convert(&interval(fact), unit, other.quantity.unit, goods, Some(period));
                let Ok(converted) = converted else { continue };
                let apart = fact.document != other.document || side_by_side(fact, other);
                let firm = apart && *status == Status::Actual && !slipped(fact, other);
                let outcome = agree(&converted.interval, &interval(other)).softened(firm);
                let verdict = match outcome {
                    Outcome::Holds => "agree",
                    Outcome::Fails => "do not agree",
                    Outcome::Unknown => "cannot be told to agree",
                };
                let by: Vec<&str> = converted.steps.iter().map(|step| step.factor.as_str()).collect();
                let message = say!(
                    "{subject} in {period}: {} ({}) and {} ({}) {verdict}: the first is {} ({}).",
                    words::quantity(&fact.quantity),
                    fact.document,
                    words::quantity(&other.quantity),
                    other.document,
                    words::interval(&converted.interval, other.quantity.unit),
                    by.join("; "),
                );
                let cited = [(*place, "figure"), (*other_place, "figure in another unit")];
                let statements = cited.map(|(fact, role)| Cited { fact, role }).to_vec();
                let gap = Some(Gap::between(&converted.interval, &interval(other), other.quantity.unit));
                findings.push(Finding { check: Sources.name(), outcome, message, gap, statements });
            }
        }
    });
    findings
}

/// The figure that tables show against each other one, and one finding for all that agree with it.
fn compare(dataset: &Dataset, subject: &Subject, figure: &Figure, mut ranked: Vec<(usize, &Fact)>) -> Vec<Finding> {
    let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
    let published = |fact: &Fact| dataset.publication(&fact.document).and_then(|p| p.published);
    ranked.sort_by(|(i, a), (j, b)| {
        let width = interval(a).cmp_width(&interval(b));
        width.then_with(|| published(b).cmp(&published(a))).then_with(|| (&a.document, i).cmp(&(&b.document, j)))
    });
    let Some(((best_place, best), others)) = ranked.split_first() else { return Vec::new() };
    let mut differing = BTreeMap::<&str, Vec<(usize, &Fact)>>::new();
    let mut agreeing = vec![(*best_place, *best)];
    let mut outcome = Outcome::Holds;
    for (place, fact) in others {
        // A figure and its conversion in brackets are hedged alike: what they hedge is compared.
        let beside = side_by_side(best, fact) && best.quantity.bound == fact.quantity.bound;
        let found = if beside {
            let hundredth = Decimal::new(1, 2).unwrap_or(Decimal::ZERO);
            agree(&core(best).widened(hundredth), &core(fact))
        } else {
            agree(&interval(best), &interval(fact))
        };
        if found == Outcome::Fails && slipped(best, fact) {
            continue;
        }
        if found == Outcome::Fails {
            differing.entry(&fact.document).or_default().push((*place, *fact));
        } else {
            agreeing.push((*place, *fact));
            let near = found == Outcome::Holds && !far(best, fact);
            outcome = outcome.min(if near { Outcome::Holds } else { Outcome::Unknown });
        }
    }
    let mut findings = Vec::new();
    for (document, facts) in differing {
        let agrees_elsewhere = agreeing.iter().any(|(_, fact)| &*fact.document == document);
        let distance = |fact: &Fact| fact.quantity.value.checked_sub(best.quantity.value).map(Decimal::abs);
        let nearest = facts.iter().map(|(_, fact)| distance(fact)).min().flatten();
        for (place, fact) in facts {
            // A second figure of a document that tells this one, or a nearer one, is seldom of quite the same thing.
            let told = !agrees_elsewhere && distance(fact) == nearest || side_by_side(best, fact);
            // An aim can be set anew, a share can be one of another whole.
            let firm = told && figure.status == Status::Actual && figure.kind != Kind::Share;
            findings.push(differ(dataset, (subject, figure), (*best_place, best), (place, fact), firm));
        }
    }
    if agreeing.len() > 1 {
        let told = listed(agreeing.iter().map(|(_, fact)| *fact));
        let verb = if outcome == Outcome::Holds { "agree" } else { "can agree, their bounds leave it open" };
        let message = say!("{subject} in {}: {told} {verb}.", figure.period);
        let statements = agreeing.iter().map(|(fact, _)| Cited { fact: *fact, role: "figure" }).collect();
        findings.push(Finding { check: Sources.name(), outcome, message, gap: None, statements });
    }
    findings
}

fn differ(
    dataset: &Dataset,
    (subject, figure): (&Subject, &Figure),
    (best_place, best): (usize, &Fact),
    (place, fact): (usize, &Fact),
    firm: bool,
) -> Finding {
    let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
    let remark =
        if best.document == fact.document { " One document tells both: one may be a part of the other." } else { "" };
    let (one, other) = (words::quantity(&best.quantity), words::quantity(&fact.quantity));
    let (here, there) = (&best.document, &fact.document);
    Finding {
        check: Sources.name(),
        outcome: Outcome::Fails.softened(firm),
        message: say!("{subject} in {}: {one} in {here}, but {other} in {there}.{remark}", figure.period),
        gap: Some(Gap::between(&interval(fact), &interval(best), figure.unit)),
        statements: vec![Cited { fact: best_place, role: "figure" }, Cited { fact: place, role: "other figure" }],
    }
}

/// Figures with the documents that tell them: `11.2 billion USD (a), 11.18 billion USD (b)`.
fn listed<'f>(facts: impl Iterator<Item = &'f Fact> + Clone) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        facts.clone().enumerate().try_for_each(|(nth, fact)| {
            let gap = if nth == 0 { "" } else { ", " };
            write!(f, "{gap}{} ({})", words::quantity(&fact.quantity), fact.document)
        })
    })
}

/// The values of a figure without its hedge.
fn core(fact: &Fact) -> Interval {
    Interval::of(&Quantity { bound: Bound::Exact, ..fact.quantity }, &Width::default())
}

/// Whether a bound and a figure that satisfies it are more than a fifth apart: *over 24* is an odd way to tell 31.2.
fn far(figure: &Fact, bound: &Fact) -> bool {
    let fifth = Decimal::new(12, 1).unwrap_or(Decimal::ONE);
    let (a, b) = (figure.quantity.value.abs(), bound.quantity.value.abs());
    let hedged = [figure, bound].iter().any(|fact| matches!(fact.quantity.bound, Bound::AtLeast | Bound::AtMost));
    hedged && a.min(b).checked_mul(fifth).is_some_and(|most| most < a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::{change, level, undated as undated_level};

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
    fn without_a_period_only_equal_figures_count() {
        let told = |document: &str, value: &str| undated_level(document, "IRN", "ARM", value);
        assert!(outcomes(&[told("a", "2300000000"), told("b", "4100000")]).is_empty());
        assert_eq!(outcomes(&[told("a", "5"), told("b", "5")])[0].0, Outcome::Holds);
        assert!(outcomes(&[told("a", "5"), told("a", "5")]).is_empty(), "one text says it twice");
    }

    #[test]
    fn a_second_figure_of_a_document_is_open() {
        let all = outcomes(&[
            level("a", "AZE", "TUR", "2024", "11500000000", "exact"),
            level("b", "AZE", "TUR", "2024", "9900000000", "exact"),
            level("b", "AZE", "TUR", "2024", "5600000000", "exact"),
        ]);
        assert_eq!(all.iter().map(|a| a.0).collect::<Vec<_>>(), [Outcome::Fails, Outcome::Unknown]);
    }

    #[test]
    fn more_than_is_not_much_more_than() {
        let all = outcomes(&[
            level("a", "CHN", "KAZ", "2022", "31200000000", "exact"),
            level("b", "CHN", "KAZ", "2022", "24000000000", "at_least"),
        ]);
        assert_eq!(all[0].0, Outcome::Unknown);
    }

    #[test]
    fn a_slip_of_a_unit_is_left_to_its_check() {
        let all = outcomes(&[
            level("a", "CHN", "TKM", "1992", "4500000000", "exact"),
            level("b", "CHN", "TKM", "1992", "4500000", "exact"),
        ]);
        assert!(all.is_empty());
    }

    #[test]
    fn other_units_are_converted() {
        let told = |document: &str, unit: &str, value: &str, step: &str| {
            let fields = serde_json::json!({"kind": "level", "indicator": "exports", "commodity": "crude_oil",
                "reporter": "KAZ", "partner": "ITA", "period": "2022", "value": value, "unit": unit, "quantum": step});
            crate::series::test_facts::fact(document, &fields)
        };
        for (document, barrels, outcome) in [
            ("b", "110000000", Outcome::Holds),
            ("b", "160000000", Outcome::Fails),
            ("a", "160000000", Outcome::Unknown),
        ] {
            let facts = [told("a", "t", "15000000", "100000"), told(document, "bbl", barrels, "1000000")];
            let all = outcomes(&facts);
            assert_eq!(all.iter().map(|a| a.0).collect::<Vec<_>>(), [outcome], "{document} {barrels}");
            assert!(all[0].1.contains("1 t of crude oil = 7.33 bbl"), "{}", all[0].1);
        }
        let money = [told("a", "USD", "15000000", "100000"), told("b", "KZT", "15000000000", "100000")];
        assert!(outcomes(&money).is_empty(), "no rate is built in");
    }

    #[test]
    fn a_conversion_in_brackets_is_the_same_figure() {
        for (feet, outcome) in [("9995846846.976", Outcome::Holds), ("28316846592", Outcome::Fails)] {
            let mut told = level("a", "RUS", "CHN", "2021", "10000000000", "at_least");
            let mut bracket = level("a", "RUS", "CHN", "2021", feet, "at_least");
            (told.span.start, told.span.end, bracket.span.start, bracket.span.end) = (100, 123, 125, 147);
            let all = outcomes(&[told, bracket]);
            assert_eq!(all[0].0, outcome, "{all:?}");
        }
    }
}
