//! Comma-separated values: a row a figure, or, of findings alone, a row a statement of a finding.

use super::Report;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Decimal, Fact};
use crate::series::{Dataset, Interval, Observation, Origin, SeriesKey, Subject, growth};

const FIGURES: [&str; 24] = [
    "row",
    "kind",
    "indicator",
    "commodity",
    "reporter",
    "partner",
    "period",
    "base",
    "status",
    "origin",
    "value",
    "high",
    "lower",
    "upper",
    "unit",
    "bound",
    "year_on_year_lower",
    "year_on_year_upper",
    "quote",
    "document",
    "start",
    "end",
    "published",
    "source",
];

const FINDINGS: [&str; 13] = [
    "finding",
    "check",
    "outcome",
    "message",
    "role",
    "quote",
    "value",
    "unit",
    "period",
    "document",
    "start",
    "published",
    "source",
];

/// Figures where the report tells trends, findings after them in a row of their own kind; else findings.
pub(super) fn page(report: &Report<'_>) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let write = |writer: &mut csv::Writer<Vec<u8>>, row: Vec<String>| writer.write_record(row).map_err(failed);
    if report.trends {
        write(&mut writer, FIGURES.map(str::to_owned).to_vec())?;
        for row in figures(report.dataset) {
            write(&mut writer, row)?;
        }
        for finding in report.findings.iter().flatten() {
            let mut row = vec![String::new(); FIGURES.len()];
            (row[0], row[1]) = ("finding".into(), finding.check.into());
            (row[8], row[18]) = (finding.outcome.as_str().into(), safe(&finding.message));
            write(&mut writer, row)?;
        }
    } else {
        write(&mut writer, FINDINGS.map(str::to_owned).to_vec())?;
        for row in findings(report) {
            write(&mut writer, row)?;
        }
    }
    let bytes = writer.into_inner().map_err(|e| failed(e.into_error()))?;
    String::from_utf8(bytes).map_err(failed)
}

fn failed(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::new(ErrorKind::Io, "cannot write comma-separated values").caused_by(cause)
}

fn figures(dataset: &Dataset) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for series in dataset.series() {
        let growth: Vec<_> = growth::year_on_year(series).collect();
        for observation in series.observations() {
            let fact = observation.fact().and_then(|place| dataset.fact(place));
            let computed = growth::at(&growth, &observation.period);
            let percent = computed.filter(|g| std::ptr::eq(g.level, observation)).map(|g| g.percent);
            rows.push(level(dataset, &series.key, observation, fact, percent));
        }
    }
    for (row, statements) in [("change", dataset.changes()), ("share", dataset.shares())] {
        for statement in statements {
            if let Some(fact) = dataset.fact(statement.fact) {
                let base = statement.base.map_or(String::new(), |base| base.to_string());
                rows.push(stated(dataset, row, fact, &base, &statement.interval));
            }
        }
    }
    for fact in dataset.undated().iter().filter_map(|place| dataset.fact(*place)) {
        rows.push(stated(dataset, "undated", fact, "", &Interval::of(&fact.quantity, dataset.width())));
    }
    rows
}

fn level(
    dataset: &Dataset,
    key: &SeriesKey,
    observation: &Observation,
    fact: Option<&Fact>,
    percent: Option<Interval>,
) -> Vec<String> {
    let origin = match &observation.origin {
        Origin::Stated { .. } => "stated".to_owned(),
        Origin::Implied { derivation, .. } => format!("implied: {derivation}"),
    };
    let mut row = vec!["observation".to_owned(), "level".into()];
    row.extend(subject(&key.subject()));
    row.extend([observation.period.to_string(), String::new(), observation.status.as_str().into(), origin]);
    let quantity = &observation.quantity;
    row.extend([quantity.value.to_string(), text(quantity.high), text(observation.interval.lower)]);
    row.extend([text(observation.interval.upper), quantity.unit.to_string(), quantity.bound.as_str().into()]);
    row.extend([text(percent.and_then(|p| p.lower)), text(percent.and_then(|p| p.upper))]);
    row.extend(provenance(dataset, &observation.document, fact));
    row
}

fn stated(dataset: &Dataset, name: &str, fact: &Fact, base: &str, interval: &Interval) -> Vec<String> {
    let period = fact.period.map_or(String::new(), |period| period.to_string());
    let mut row = vec![name.to_owned(), fact.kind.as_str().into()];
    row.extend(subject(&Subject::of(fact)));
    row.extend([period, base.into(), fact.status.as_str().into(), "stated".into(), fact.quantity.value.to_string()]);
    row.extend([text(fact.quantity.high), text(interval.lower), text(interval.upper)]);
    row.extend([fact.quantity.unit.to_string(), fact.quantity.bound.as_str().into(), String::new(), String::new()]);
    row.extend(provenance(dataset, &fact.document, Some(fact)));
    row
}

fn subject(subject: &Subject) -> [String; 4] {
    let party = |party: Option<crate::model::Party>| party.map_or(String::new(), |p| p.to_string());
    let goods = subject.commodity.as_ref().map_or(String::new(), |goods| safe(goods.as_str()));
    [subject.indicator.as_str().into(), goods, party(subject.reporter), party(subject.partner)]
}

fn provenance(dataset: &Dataset, document: &str, fact: Option<&Fact>) -> [String; 6] {
    let publication = dataset.publication(document);
    let place = |of: fn(&Fact) -> usize| fact.map_or(String::new(), |fact| of(fact).to_string());
    [
        fact.map_or(String::new(), |fact| safe(&fact.quote)),
        safe(document),
        place(|fact| fact.span.start),
        place(|fact| fact.span.end),
        publication.and_then(|p| p.published).map_or(String::new(), |date| date.to_string()),
        safe(publication.and_then(|p| p.source.as_deref()).unwrap_or_default()),
    ]
}

/// A row a statement: of verdicts first, then of findings, numbered on.
fn findings(report: &Report<'_>) -> Vec<Vec<String>> {
    let verdicts = report.verdicts.iter().flatten();
    let verdicts = verdicts.map(|v| ("official", v.ruling.as_str(), v.message.as_str(), super::layout::cited(v)));
    let findings = report.findings.iter().flatten();
    let findings = findings.map(|f| (f.check, f.outcome.as_str(), f.message.as_str(), f.statements.clone()));
    let mut rows = Vec::new();
    for (number, (check, outcome, message, statements)) in verdicts.chain(findings).enumerate() {
        for cited in &statements {
            let Some(fact) = report.dataset.fact(cited.fact) else { continue };
            let [quote, document, start, _, published, source] = provenance(report.dataset, &fact.document, Some(fact));
            let period = fact.period.map_or(String::new(), |period| period.to_string());
            rows.push(vec![
                (number + 1).to_string(),
                check.into(),
                outcome.into(),
                safe(message),
                cited.role.into(),
                quote,
                fact.quantity.value.to_string(),
                fact.quantity.unit.to_string(),
                period,
                document,
                start,
                published,
                source,
            ]);
        }
    }
    rows
}

/// A text that a spreadsheet shows as it is: one that it would take for a formula has an apostrophe before it.
pub(crate) fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn text(value: Option<Decimal>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=HYPERLINK(1)", "+1", "-5 percent", "@SUM(A1)", "\t=1"] {
            assert!(safe(text).starts_with('\''), "{text}");
        }
        assert_eq!(safe("5 percent"), "5 percent");
    }
}
