//! What a page holds, whatever its format: sections of tables and lists.

use super::{Report, sparkline};
use crate::check::{Cited, Finding, Outcome};
use crate::model::{Fact, Status, Unit};
use crate::official::{Ruling, Verdict};
use crate::series::{
    Dataset, Growth, Observation, Origin, Series, ends, growth, percent_words, quantity_words, scaled,
};

/// A part of a page under a heading.
pub(super) struct Section {
    pub heading: &'static str,
    pub tables: Vec<Table>,
    pub items: Vec<Item>,
}

/// A table under a title.
pub(super) struct Table {
    pub title: String,
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<String>>,
}

/// A finding: a line with lines below it.
pub(super) struct Item {
    pub label: String,
    pub text: String,
    pub below: Vec<String>,
}

const SERIES: &[&str] = &["Period", "As written", "Figure", "Stated change", "Year on year", "Source"];
const STATED: &[&str] = &["Period", "Of what", "As written", "Figure", "Base", "Source"];
const UNDATED: &[&str] = &["Of what", "As written", "Figure", "Status", "Source"];

/// The sections of a report that hold anything.
pub(super) fn sections(report: &Report<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    if report.trends {
        sections.push(tables("At a glance", glance(report)));
        sections.push(tables("Trends", trends(report, |s| s == Status::Actual)));
        sections.push(tables("Changes without a level", changes(report, |s| s == Status::Actual)));
        sections.push(tables("Shares", shares(report)));
        let mut aims = trends(report, |s| s != Status::Actual);
        aims.extend(changes(report, |s| s != Status::Actual));
        aims.extend(undated(report, "Without a date", |s| s != Status::Actual));
        sections.push(tables("Aims and expectations", aims));
        sections.push(tables(
            "Without a period",
            undated(report, "Figures that no document dates", |s| s == Status::Actual),
        ));
    }
    if let Some(verdicts) = &report.verdicts {
        let of = |ruling| verdicts.iter().filter(move |verdict| verdict.ruling == ruling);
        let item = |verdict: &Verdict| Item {
            label: verdict.ruling.to_string(),
            text: verdict.message.clone(),
            below: cited(verdict).iter().filter_map(|cited| cite(report.dataset, cited)).collect(),
        };
        for (heading, ruling) in [
            ("What official figures contradict", Ruling::Contradicted),
            ("What official figures bear out", Ruling::BorneOut),
            ("What official figures do not cover", Ruling::NotCovered),
        ] {
            sections.push(Section { heading, tables: Vec::new(), items: of(ruling).map(item).collect() });
        }
    }
    if let Some(findings) = &report.findings {
        sections.push(list(report, "What does not fit", findings, Outcome::Fails));
        sections.push(list(report, "What is open", findings, Outcome::Unknown));
        sections.push(list(report, "What fits", findings, Outcome::Holds));
    }
    sections.retain(|section| !section.tables.is_empty() || !section.items.is_empty());
    sections
}

/// The claim of a verdict, and the first of the official figures behind it.
pub(super) fn cited(verdict: &Verdict) -> Vec<Cited> {
    let official = verdict.official.iter().take(4).map(|fact| Cited { fact: *fact, role: "official" });
    [Cited { fact: verdict.claim, role: "claim" }].into_iter().chain(official).collect()
}

/// What a report says that has nothing to tell.
pub(super) fn nothing(report: &Report<'_>) -> &'static str {
    if report.trends { "No figures." } else { "No findings: no two statements could be compared." }
}

fn tables(heading: &'static str, tables: Vec<Table>) -> Section {
    Section { heading, tables, items: Vec::new() }
}

/// Each series of several periods in a line, with its course as a row of blocks.
fn glance(report: &Report<'_>) -> Vec<Table> {
    let told = report.dataset.series().iter().filter(|s| s.status == Status::Actual && s.periods().nth(1).is_some());
    let row = |series: &Series| {
        let (first, last) = (series.observations().first()?, series.periods().last()?.first()?);
        let from = format!("{} to {}", first.period, last.period);
        let title = capital(&series.key.words(&|party| report.name(party)));
        Some(vec![title, from, sparkline(series), quantity_words(&last.quantity)])
    };
    one_table("Series of several periods", GLANCE, told.filter_map(row).collect())
}

const GLANCE: &[&str] = &["Series", "Periods", "Course", "Last figure"];

fn trends(report: &Report<'_>, status: fn(Status) -> bool) -> Vec<Table> {
    let told = report.dataset.series().iter().filter(|series| status(series.status));
    told.map(|series| {
        let mark =
            if series.status == Status::Actual { String::new() } else { format!(" ({})", series.status.as_str()) };
        let growth: Vec<_> = growth::year_on_year(series).collect();
        // A turnover has two tellers; where both speak, whose figure it is must be said.
        let both = series.observations().windows(2).any(|pair| pair[0].teller != pair[1].teller);
        let rows = series.observations().iter().map(|o| row(report.dataset, series, o, &growth, both)).collect();
        Table { title: capital(&series.key.words(&|party| report.name(party))) + &mark, columns: SERIES, rows }
    })
    .collect()
}

fn row(
    dataset: &Dataset,
    series: &Series,
    observation: &Observation,
    growth: &[Growth<'_>],
    both: bool,
) -> Vec<String> {
    let fact = observation.fact().and_then(|place| dataset.fact(place));
    let shown = series.shown(&observation.period) == Some(observation);
    let period = if shown { observation.period.to_string() } else { String::new() };
    let figure = match &observation.origin {
        Origin::Stated { .. } => quantity_words(&observation.quantity),
        Origin::Implied { .. } => {
            let range = ends(&observation.interval, series.key.unit);
            format!("{} ({range}) implied", quantity_words(&observation.quantity))
        }
    };
    let stated = growth::stated(dataset, series, &observation.period).filter(|_| shown);
    let stated = stated.filter_map(|change| dataset.fact(change.fact));
    let fitting = stated.filter(|f| f.quantity.unit.is_ratio() || f.quantity.unit == series.key.unit);
    let stated: Vec<_> = fitting.map(change_words).collect();
    let computed = growth::at(growth, &observation.period).filter(|_| shown);
    let source = match &observation.origin {
        Origin::Implied { derivation, .. } => format!("{}: {derivation}", observation.document),
        Origin::Stated { .. } => {
            let teller = observation.teller.filter(|_| both).map_or(String::new(), |party| format!("by {party}: "));
            teller + &source(dataset, &observation.document)
        }
    };
    vec![
        period,
        fact.map_or(String::new(), |fact| flat(&fact.quote)),
        figure,
        stated.join("; "),
        computed.map_or(String::new(), |growth| percent_words(&growth.percent)),
        source,
    ]
}

/// A stated change: `+14.1 percent`, `2 times (2021)` where the base is not the year before.
fn change_words(fact: &Fact) -> String {
    let words = quantity_words(&fact.quantity);
    let rise = fact.quantity.unit == Unit::PERCENT && !fact.quantity.value.is_negative();
    let sign = if rise && fact.quantity.bound.sign().is_empty() { "+" } else { "" };
    let usual = fact.period.and_then(|period| period.year_before());
    let base = fact.base.filter(|base| Some(*base) != usual).map_or(String::new(), |base| format!(" on {base}"));
    format!("{sign}{words}{base}")
}

/// Changes of subjects that no level is told of at that period.
fn changes(report: &Report<'_>, status: fn(Status) -> bool) -> Vec<Table> {
    let dataset = report.dataset;
    let alone = dataset.changes().iter().filter(|change| {
        let levels = dataset.series_of(&change.subject).iter();
        status(change.status) && !levels.filter(|s| s.status == change.status).any(|s| !s.at(&change.period).is_empty())
    });
    let row = |change: &crate::series::Statement| {
        let fact = dataset.fact(change.fact)?;
        let base = change.base.map_or(String::new(), |base| base.to_string());
        Some(stated_row(report, fact, change, change_words(fact), base))
    };
    one_table("Changes", STATED, alone.filter_map(row).collect())
}

fn shares(report: &Report<'_>) -> Vec<Table> {
    let row = |share: &crate::series::Statement| {
        let fact = report.dataset.fact(share.fact)?;
        Some(stated_row(report, fact, share, quantity_words(&fact.quantity), share.status.as_str().into()))
    };
    one_table("Parts of a whole", SHARES, report.dataset.shares().iter().filter_map(row).collect())
}

const SHARES: &[&str] = &["Period", "Of what", "As written", "Figure", "Status", "Source"];

fn stated_row(
    report: &Report<'_>,
    fact: &Fact,
    statement: &crate::series::Statement,
    figure: String,
    last: String,
) -> Vec<String> {
    let subject = statement.subject.words(&|party| report.name(party));
    let source = source(report.dataset, &fact.document);
    vec![statement.period.to_string(), subject, flat(&fact.quote), figure, last, source]
}

fn undated(report: &Report<'_>, title: &str, status: fn(Status) -> bool) -> Vec<Table> {
    let facts = report.dataset.undated().iter().filter_map(|place| report.dataset.fact(*place));
    let facts = facts.filter(|fact| status(fact.status));
    let rows = facts.map(|fact| {
        let subject = crate::series::Subject::of(fact).words(&|party| report.name(party));
        let kind = match fact.kind {
            crate::model::Kind::Level => subject,
            kind => format!("{} of {subject}", kind.as_str()),
        };
        let source = source(report.dataset, &fact.document);
        vec![kind, flat(&fact.quote), quantity_words(&fact.quantity), fact.status.as_str().into(), source]
    });
    one_table(title, UNDATED, rows.collect())
}

fn one_table(title: &str, columns: &'static [&'static str], rows: Vec<Vec<String>>) -> Vec<Table> {
    if rows.is_empty() { Vec::new() } else { vec![Table { title: title.into(), columns, rows }] }
}

fn list(report: &Report<'_>, heading: &'static str, findings: &[Finding], outcome: Outcome) -> Section {
    let of = findings.iter().filter(|finding| finding.outcome == outcome);
    let items = of.map(|finding| Item {
        label: finding.check.replace('_', " "),
        text: finding.message.clone(),
        below: finding.statements.iter().filter_map(|cited| cite(report.dataset, cited)).collect(),
    });
    Section { heading, tables: Vec::new(), items: items.collect() }
}

/// `total: "$11.181 billion" (a newspaper, 2023-09-25, a1)`.
fn cite(dataset: &Dataset, cited: &Cited) -> Option<String> {
    let fact = dataset.fact(cited.fact)?;
    let figure = scaled(fact.quantity.value, fact.quantity.unit);
    let shown = if fact.quantity.unit.is_ratio() { String::new() } else { format!(", {figure}") };
    Some(format!("{}: \"{}\"{shown} ({})", cited.role, flat(&fact.quote), source(dataset, &fact.document)))
}

/// Publisher, date and document, as far as they are known.
pub(super) fn source(dataset: &Dataset, document: &str) -> String {
    let publication = dataset.publication(document);
    let publisher = publication.and_then(|p| p.source.as_deref()).map(str::to_owned);
    let date = publication.and_then(|p| p.published).map(|date| date.to_string());
    publisher.into_iter().chain(date).chain([document.to_owned()]).collect::<Vec<_>>().join(", ")
}

/// On one line, without control characters.
pub(super) fn flat(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
