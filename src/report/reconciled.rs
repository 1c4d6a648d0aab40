//! What all statements come to together: what cannot all hold, what is to blame, the estimates, what was moved.

use serde_json::{Value, json};

use super::layout::{Item, Section, Table, capital, cite_as, tables};
use super::{Report, json as page};
use crate::reconcile::{Blamed, Conflict, Correction, Estimate, Figure, Reconciliation, Why};
use crate::series::{Dataset, interval_words, scaled};

const ESTIMATES: &[&str] = &["Period", "Estimate", "Can be", "Stated", "From"];

/// The sections of a page.
pub(super) fn sections(report: &Report<'_>, found: &Reconciliation) -> Vec<Section> {
    let conflicts = found.conflicts.iter().enumerate();
    let conflicts = conflicts.map(|(at, conflict)| conflict_item(report, at, conflict)).collect();
    let blamed = found.blamed.iter().map(|blamed| blamed_item(report.dataset, found, blamed)).collect();
    let moved = |why: Why| found.corrections.iter().filter(move |correction| correction.why == why);
    let rounded = moved(Why::Rounding).map(|correction| correction_item(report.dataset, correction)).collect();
    let mut sections = vec![
        list("What cannot all hold", conflicts),
        list("What is to blame", blamed),
        tables("Estimates", estimates(report, found)),
        list("Moved within rounding", rounded),
    ];
    if !found.complete {
        let text = "the search was cut off, or some figures have no estimate: more may be wrong".into();
        sections.push(list("Left open", vec![Item { label: "open".into(), text, below: Vec::new() }]));
    }
    sections
}

fn list(heading: &'static str, items: Vec<Item>) -> Section {
    Section { heading, tables: Vec::new(), items }
}

fn conflict_item(report: &Report<'_>, at: usize, conflict: &Conflict) -> Item {
    let count = conflict.statements.len();
    let what =
        if count == 1 { "one statement cannot hold".into() } else { format!("{count} statements cannot all hold") };
    let rules: Vec<String> = conflict.rules.iter().map(|rule| rule.kind.to_string()).collect();
    let mut rules = rules;
    rules.sort_unstable();
    rules.dedup();
    let by = if rules.is_empty() { String::new() } else { format!(": {}", rules.join("; ")) };
    let below = conflict.statements.iter().flatten().filter_map(|fact| told(report.dataset, *fact));
    Item { label: format!("conflict {}", at + 1), text: format!("{what}{by}."), below: below.collect() }
}

/// The subject and period of a fact with its words and place.
fn told(dataset: &Dataset, place: usize) -> Option<String> {
    let fact = dataset.fact(place)?;
    let subject = crate::series::Subject::of(fact);
    let period = fact.period.map_or(String::new(), |period| format!(" in {period}"));
    let kind =
        if fact.kind == crate::model::Kind::Level { String::new() } else { format!("{} of ", fact.kind.as_str()) };
    cite_as(dataset, place, &format!("{kind}{subject}{period}"))
}

fn blamed_item(dataset: &Dataset, found: &Reconciliation, blamed: &Blamed) -> Item {
    let fact = blamed.facts.first().and_then(|place| dataset.fact(*place));
    let fits = fact.map_or(String::new(), |fact| interval_words(&blamed.fits, fact.quantity.unit));
    let slip = blamed.slip.map_or(String::new(), |slip| format!("; it would fit but for this: {slip}"));
    let instead =
        if blamed.instead.is_empty() { "" } else { "; one of those marked \"or\" could be wrong in its place" };
    let numbers: Vec<String> = blamed.conflicts.iter().map(|at| (at + 1).to_string()).collect();
    let inside = if numbers.is_empty() { String::new() } else { format!(" (conflicts {})", numbers.join(", ")) };
    let text = format!("by all else it is {fits}{slip}{instead}{inside}.");
    let mut below: Vec<String> = blamed.facts.iter().filter_map(|place| told(dataset, *place)).collect();
    below.extend(blamed.instead.iter().filter_map(|place| told(dataset, *place)).map(|told| format!("or {told}")));
    let moved = found.corrections.iter().filter(|c| blamed.facts.contains(&c.fact));
    below.extend(moved.filter_map(|correction| {
        let unit = dataset.fact(correction.fact)?.quantity.unit;
        Some(format!("moved by {}, to {}", scaled(correction.by, unit), scaled(correction.to, unit)))
    }));
    Item { label: "wrong".into(), text, below }
}

fn correction_item(dataset: &Dataset, correction: &Correction) -> Item {
    let words = |value| dataset.fact(correction.fact).map_or(String::new(), |fact| scaled(value, fact.quantity.unit));
    let text = format!("{} to {}, by {}.", words(correction.from), words(correction.to), words(correction.by));
    let below = told(dataset, correction.fact).into_iter();
    let because =
        correction.against.iter().filter_map(|place| told(dataset, *place)).map(|told| format!("because of {told}"));
    Item { label: "moved".into(), text, below: below.chain(because).collect() }
}

/// A table for each subject and unit.
fn estimates(report: &Report<'_>, found: &Reconciliation) -> Vec<Table> {
    let same = |a: &Estimate, b: &Estimate| a.figure.subject == b.figure.subject && a.figure.unit == b.figure.unit;
    let table = |estimates: &[Estimate]| {
        let figure = &estimates.first()?.figure;
        let title = format!("{}, {}", capital(&figure.subject.words(&|party| report.name(party))), figure.unit);
        let rows = estimates.iter().map(|estimate| row(report.dataset, estimate)).collect();
        Some(Table { title, columns: ESTIMATES, rows })
    };
    found.estimates.chunk_by(same).filter_map(table).collect()
}

fn row(dataset: &Dataset, estimate: &Estimate) -> Vec<String> {
    let unit = estimate.figure.unit;
    let quotes = |facts: &[usize]| {
        let mut quotes: Vec<&str> =
            facts.iter().filter_map(|place| dataset.fact(*place)).map(|f| f.quote.as_str()).collect();
        quotes.dedup();
        quotes.join("; ")
    };
    let documents = |facts: &[usize]| {
        let mut all: Vec<&str> = facts.iter().filter_map(|place| dataset.fact(*place)).map(|f| &*f.document).collect();
        all.sort_unstable();
        all.dedup();
        all.join(", ")
    };
    let from = if estimate.stated.is_empty() { &estimate.follows } else { &estimate.stated };
    let follows = if estimate.stated.is_empty() { "follows from " } else { "" };
    vec![
        estimate.figure.period.to_string(),
        scaled(estimate.value, unit),
        interval_words(&estimate.interval, unit),
        quotes(&estimate.stated),
        format!("{follows}{}", documents(from)),
    ]
}

/// The same as JSON; figures are decimal strings.
pub(super) fn value(dataset: &Dataset, found: &Reconciliation) -> Value {
    let facts = |places: &[usize]| places.iter().map(|place| page::fact(dataset, *place)).collect::<Vec<_>>();
    let conflicts: Vec<Value> = found
        .conflicts
        .iter()
        .map(|conflict| {
            let statements: Vec<_> = conflict.statements.iter().map(|places| facts(places)).collect();
            let rules: Vec<_> = conflict
                .rules
                .iter()
                .map(|rule| {
                    let figures: Vec<_> = rule.figures.iter().map(figure).collect();
                    json!({"rule": rule.kind.to_string(), "equal": rule.equal, "figures": figures})
                })
                .collect();
            json!({"statements": statements, "rules": rules})
        })
        .collect();
    let blamed: Vec<Value> = found
        .blamed
        .iter()
        .map(|blamed| {
            json!({
                "facts": facts(&blamed.facts),
                "fits": page::interval(&blamed.fits),
                "slip": blamed.slip.map(|slip| slip.to_string()),
                "instead": facts(&blamed.instead),
                "conflicts": blamed.conflicts,
            })
        })
        .collect();
    let estimates: Vec<Value> = found
        .estimates
        .iter()
        .map(|estimate| {
            json!({
                "figure": figure(&estimate.figure),
                "value": estimate.value,
                "interval": page::interval(&estimate.interval),
                "stated": facts(&estimate.stated),
                "follows": facts(&estimate.follows),
            })
        })
        .collect();
    let corrections: Vec<Value> = found
        .corrections
        .iter()
        .map(|correction| {
            json!({
                "fact": page::fact(dataset, correction.fact),
                "from": correction.from,
                "to": correction.to,
                "by": correction.by,
                "why": why(correction.why),
                "against": facts(&correction.against),
            })
        })
        .collect();
    json!({
        "conflicts": conflicts,
        "blamed": blamed,
        "estimates": estimates,
        "corrections": corrections,
        "complete": found.complete,
        "all_conflicts": found.all_conflicts,
    })
}

fn figure(figure: &Figure) -> Value {
    json!({
        "indicator": figure.subject.indicator,
        "commodity": figure.subject.commodity,
        "reporter": figure.subject.reporter,
        "partner": figure.subject.partner,
        "unit": figure.unit,
        "period": figure.period,
    })
}

fn why(why: Why) -> &'static str {
    match why {
        Why::Conflict => "conflict",
        Why::Rounding => "rounding",
    }
}

pub(super) const ROWS: [&str; 12] = [
    "row",
    "indicator",
    "commodity",
    "reporter",
    "partner",
    "period",
    "unit",
    "value",
    "lower",
    "upper",
    "by",
    "facts",
];

/// A row an estimate, then a row a correction and a row a blamed statement; facts as `document:start`.
pub(super) fn rows(dataset: &Dataset, found: &Reconciliation) -> Vec<Vec<String>> {
    let places = |facts: &[usize]| {
        let all = facts.iter().filter_map(|place| dataset.fact(*place));
        all.map(|fact| format!("{}:{}", fact.document, fact.span.start)).collect::<Vec<_>>().join(" ")
    };
    let text = |value: Option<crate::model::Decimal>| value.map_or(String::new(), |value| value.to_string());
    let subject = |subject: &crate::series::Subject| {
        let party = |party: Option<crate::model::Party>| party.map_or(String::new(), |party| party.to_string());
        let goods = subject.commodity.as_ref().map_or(String::new(), ToString::to_string);
        [subject.indicator.as_str().to_owned(), goods, party(subject.reporter), party(subject.partner)]
    };
    let row = |name: &str, of: [String; 4], rest: [String; 7]| {
        [name.to_owned()].into_iter().chain(of).chain(rest).collect::<Vec<String>>()
    };
    let mut rows: Vec<Vec<String>> = found
        .estimates
        .iter()
        .map(|e| {
            let (figure, from) = (&e.figure, if e.stated.is_empty() { &e.follows } else { &e.stated });
            let name = if e.stated.is_empty() { "follows" } else { "estimate" };
            let (lower, upper) = (text(e.interval.lower), text(e.interval.upper));
            row(
                name,
                subject(&figure.subject),
                [
                    figure.period.to_string(),
                    figure.unit.to_string(),
                    e.value.to_string(),
                    lower,
                    upper,
                    String::new(),
                    places(from),
                ],
            )
        })
        .collect();
    let period = |fact: &crate::model::Fact| fact.period.map_or(String::new(), |period| period.to_string());
    for correction in &found.corrections {
        let Some(fact) = dataset.fact(correction.fact) else { continue };
        let mut all = vec![correction.fact];
        all.extend(&correction.against);
        rows.push(row(
            why(correction.why),
            subject(&crate::series::Subject::of(fact)),
            [
                period(fact),
                fact.quantity.unit.to_string(),
                correction.to.to_string(),
                String::new(),
                String::new(),
                correction.by.to_string(),
                places(&all),
            ],
        ));
    }
    for blamed in &found.blamed {
        let Some(fact) = blamed.facts.first().and_then(|place| dataset.fact(*place)) else { continue };
        rows.push(row(
            "blamed",
            subject(&crate::series::Subject::of(fact)),
            [
                period(fact),
                fact.quantity.unit.to_string(),
                fact.quantity.value.to_string(),
                text(blamed.fits.lower),
                text(blamed.fits.upper),
                String::new(),
                places(&blamed.facts),
            ],
        ));
    }
    rows
}
