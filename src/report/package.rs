//! A Frictionless Data Package: tables of facts and series with a `datapackage.json` that says what each column holds.
//!
//! | file | a row is |
//! | --- | --- |
//! | `facts.csv` | a fact, in the columns of the record |
//! | `series.csv` | an observation, stated or implied |
//! | `findings.csv` | a finding |
//! | `datapackage.json` | the package: names, types and meanings of the columns ([Data Package v1](https://specs.frictionlessdata.io)) |

use serde_json::{Value, json};

use super::csv::safe;
use super::layout;
use crate::check::Finding;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Decimal, Party, Period};
use crate::series::{Dataset, Origin};

/// A column: name, type of Table Schema, meaning.
type Column = (&'static str, &'static str, &'static str);

const FACTS: [Column; 19] = [
    ("fact", "integer", "number of the fact, from 1"),
    ("document", "string", "id of the document"),
    ("start", "integer", "first byte of the quote in the document's text"),
    ("end", "integer", "byte after the last of the quote"),
    ("quote", "string", "the words that carry value and unit"),
    ("kind", "string", "level, change or share"),
    ("indicator", "string", "what is counted"),
    ("commodity", "string", "which goods; empty for goods in total"),
    ("reporter", "string", "whose figure: ISO 3166-1 alpha-3 or a group"),
    ("partner", "string", "the other side, in the same codes"),
    ("period", "string", "the reference period"),
    ("base", "string", "for a change the period compared with"),
    ("value", "number", "the figure in the unit; the lower end of a range"),
    ("high", "number", "the upper end of a range"),
    ("unit", "string", "what is counted, without multiples"),
    ("bound", "string", "exact, about, at_least or at_most"),
    ("status", "string", "actual, target or forecast"),
    ("quantum", "number", "one step of the last digit written"),
    ("published", "date", "day of publication of the document"),
];

const SERIES: [Column; 17] = [
    ("series", "string", "the series in words"),
    ("indicator", "string", "what is counted"),
    ("commodity", "string", "which goods; empty for goods in total"),
    ("reporter", "string", "whose figure"),
    ("partner", "string", "the other side"),
    ("unit", "string", "what is counted, without multiples"),
    ("frequency", "string", "how long the periods of the series are"),
    ("status", "string", "actual, target or forecast"),
    ("period", "string", "the reference period"),
    ("first_day", "date", "first day of the period"),
    ("last_day", "date", "last day of the period, itself included"),
    ("value", "number", "the figure in the unit"),
    ("lower", "number", "least value that the wording leaves open; empty without end"),
    ("upper", "number", "greatest value that the wording leaves open; empty without end"),
    ("origin", "string", "stated, or how it is implied"),
    ("document", "string", "id of the document"),
    ("publisher", "string", "publisher of the document"),
];

const FINDINGS: [Column; 5] = [
    ("finding", "integer", "number of the finding, from 1"),
    ("check", "string", "which check"),
    ("outcome", "string", "fails, unknown or holds"),
    ("message", "string", "a sentence with the figures"),
    ("facts", "string", "numbers of the facts compared, as in facts.csv, with blanks between"),
];

/// One file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackageFile {
    /// Its name in the folder.
    pub name: &'static str,
    /// What it holds.
    pub content: String,
}

/// The files of a package of a dataset and its findings, `datapackage.json` first.
///
/// ```
/// use bilateral::{Dataset, report};
/// let files = report::package(&Dataset::from_facts(&[]), &[])?;
/// assert_eq!(files[0].name, "datapackage.json");
/// # Ok::<(), bilateral::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::Io`] where a table cannot be written into memory.
pub fn package(dataset: &Dataset, findings: &[Finding]) -> Result<Vec<PackageFile>> {
    let resource = |name: &str, title: &str, columns: &[Column], key: Option<&str>| {
        let field = |(name, kind, meaning): &Column| {
            let mut field = json!({"name": name, "type": kind, "description": meaning});
            if let (true, Some(fields)) = (*kind == "date", field.as_object_mut()) {
                fields.insert("format".into(), "%Y-%m-%d".into());
            }
            field
        };
        let fields: Vec<Value> = columns.iter().map(field).collect();
        let mut schema = json!({"fields": fields, "missingValues": [""]});
        if let (Some(key), Some(schema)) = (key, schema.as_object_mut()) {
            schema.insert("primaryKey".into(), key.into());
        }
        json!({"name": name, "path": format!("{name}.csv"), "title": title, "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema})
    };
    let description = json!({
        "name": "bilateral",
        "title": "Bilateral trade and energy, as texts tell them",
        "profile": "tabular-data-package",
        "description": format!("Written by bilateral {}", env!("CARGO_PKG_VERSION")),
        "resources": [
            resource("facts", "Facts", &FACTS, Some("fact")),
            resource("series", "Series", &SERIES, None),
            resource("findings", "Findings", &FINDINGS, Some("finding")),
        ],
    });
    let file = |name, content| PackageFile { name, content };
    Ok(vec![
        file("datapackage.json", format!("{description:#}\n")),
        file("facts.csv", table(&FACTS, facts(dataset))?),
        file("series.csv", table(&SERIES, series(dataset))?),
        file("findings.csv", table(&FINDINGS, told(findings))?),
    ])
}

fn table(columns: &[Column], rows: Vec<Vec<String>>) -> Result<String> {
    let failed = |cause: Box<dyn std::error::Error + Send + Sync>| {
        Error::new(ErrorKind::Io, "cannot write comma-separated values").caused_by(cause)
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heading: Vec<String> = columns.iter().map(|(name, ..)| (*name).to_owned()).collect();
    for row in [heading].into_iter().chain(rows) {
        writer.write_record(row).map_err(|cause| failed(cause.into()))?;
    }
    let bytes = writer.into_inner().map_err(|cause| failed(cause.into_error().into()))?;
    String::from_utf8(bytes).map_err(|cause| failed(cause.into()))
}

fn number(value: Option<Decimal>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn code(party: Option<Party>) -> String {
    party.map_or(String::new(), |party| party.to_string())
}

fn facts(dataset: &Dataset) -> Vec<Vec<String>> {
    let period = |period: Option<Period>| period.map_or(String::new(), |period| period.to_string());
    let row = |(place, fact): (usize, &crate::model::Fact)| {
        let published = dataset.publication(&fact.document).and_then(|p| p.published);
        vec![
            (place + 1).to_string(),
            safe(&fact.document),
            fact.span.start.to_string(),
            fact.span.end.to_string(),
            safe(&layout::flat(&fact.quote)),
            fact.kind.as_str().into(),
            fact.indicator.as_str().into(),
            fact.commodity.as_ref().map_or(String::new(), |goods| safe(goods.as_str())),
            code(fact.reporter),
            code(fact.partner),
            period(fact.period),
            period(fact.base),
            fact.quantity.value.to_string(),
            number(fact.quantity.high),
            fact.quantity.unit.to_string(),
            fact.quantity.bound.as_str().into(),
            fact.status.as_str().into(),
            number(fact.quantity.quantum),
            published.map_or(String::new(), |day| day.to_string()),
        ]
    };
    dataset.facts().iter().enumerate().map(row).collect()
}

fn series(dataset: &Dataset) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for series in dataset.series() {
        let key = &series.key;
        for observation in series.observations() {
            let origin = match &observation.origin {
                Origin::Stated { .. } => "stated".to_owned(),
                Origin::Implied { derivation, .. } => format!("implied: {derivation}"),
            };
            rows.push(vec![
                key.to_string(),
                key.indicator.as_str().into(),
                key.commodity.as_ref().map_or(String::new(), |goods| safe(goods.as_str())),
                code(key.reporter),
                code(key.partner),
                key.unit.to_string(),
                key.frequency.name(),
                series.status.as_str().into(),
                observation.period.to_string(),
                observation.period.first_day().to_string(),
                observation.period.last_day().to_string(),
                observation.quantity.value.to_string(),
                number(observation.interval.lower),
                number(observation.interval.upper),
                origin,
                safe(&observation.document),
                safe(observation.source.as_deref().unwrap_or_default()),
            ]);
        }
    }
    rows
}

fn told(findings: &[Finding]) -> Vec<Vec<String>> {
    let row = |(at, finding): (usize, &Finding)| {
        let facts: Vec<String> = finding.statements.iter().map(|cited| (cited.fact + 1).to_string()).collect();
        let (check, outcome) = (finding.check.to_owned(), finding.outcome.as_str().to_owned());
        vec![(at + 1).to_string(), check, outcome, safe(&finding.message), facts.join(" ")]
    };
    findings.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::package;
    use crate::check;
    use crate::series::Dataset;
    use crate::series::test_facts::{change, level};

    #[test]
    fn every_table_has_the_columns_that_the_package_names() {
        let facts = [
            level("a", "CHN", "TKM", "2022", "11181000000", "exact"),
            level("=b", "CHN", "TKM", "2022", "11800000000", "at_least"),
            change("a", "CHN", "TKM", "2022", "14.1"),
        ];
        let dataset = Dataset::from_facts(&facts);
        let files = package(&dataset, &check::run(&dataset, check::ALL)).unwrap();
        let description: serde_json::Value = serde_json::from_str(&files[0].content).unwrap();
        for (resource, file) in description["resources"].as_array().unwrap().iter().zip(&files[1..]) {
            assert_eq!(resource["path"], file.name);
            let mut reader = csv::Reader::from_reader(file.content.as_bytes());
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
            let numbers: Vec<usize> = (0..fields.len()).filter(|at| fields[*at]["type"] == "number").collect();
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert!(!rows.is_empty(), "{}", file.name);
            for row in &rows {
                assert!(numbers.iter().all(|at| row[*at].is_empty() || row[*at].parse::<f64>().is_ok()), "{row:?}");
            }
        }
        assert!(files[1].content.contains(",'=b,"));
    }
}
