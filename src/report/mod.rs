//! Figures and findings for readers: trends, aims, and what does not fit.
//!
//! | format | for |
//! | --- | --- |
//! | [`Format::Text`] | a terminal: aligned tables of up to 120 columns |
//! | [`Format::Markdown`] | an editor's page |
//! | [`Format::Json`] | programs: every figure with its interval and its place in a text |
//! | [`Format::Csv`] | a spreadsheet: a row a figure, or a row a finding |
//! | [`write_sdmx`] | statistical offices: SDMX-CSV 2.0 |
//! | [`package()`] | data archives: a Frictionless Data Package |
//! | [`Page`] | an editor: one file of HTML, findings with their quotes side by side |

mod csv;
mod grid;
mod json;
mod layout;
mod markdown;
mod package;
mod page;
mod sdmx;
mod spark;
mod text;

pub use package::{PackageFile, package};
pub use page::Page;
pub use sdmx::{structure as sdmx_structure, write_sdmx};
pub use spark::sparkline;

use std::fmt;
use std::io::Write;
use std::str::FromStr;

use crate::check::Finding;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Party;
use crate::official::Verdict;
use crate::series::Dataset;

/// What to tell of a dataset: its trends, findings about it, or both.
///
/// ```
/// use bilateral::report::{Format, Report, write};
/// use bilateral::series::Dataset;
/// let dataset = Dataset::from_facts(&[]);
/// let mut page = Vec::new();
/// write(&Report::trends(&dataset), Format::Text, &mut page).unwrap();
/// assert_eq!(String::from_utf8(page).unwrap(), "No figures.\n");
/// ```
pub struct Report<'a> {
    dataset: &'a Dataset,
    trends: bool,
    findings: Option<Vec<Finding>>,
    verdicts: Option<Vec<Verdict>>,
    names: &'a dyn Fn(&Party) -> Option<String>,
    width: usize,
}

/// The shapes that a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Format {
    /// Aligned tables of up to 120 columns.
    #[default]
    Text,
    /// Markdown with pipe tables.
    Markdown,
    /// One JSON object.
    Json,
    /// Comma-separated values with a heading.
    Csv,
}

impl<'a> Report<'a> {
    /// The series of a dataset, its aims, its shares, and the facts without a period.
    #[must_use]
    pub fn trends(dataset: &'a Dataset) -> Self {
        Report { dataset, trends: true, findings: None, verdicts: None, names: &|_| None, width: grid::LINE }
    }

    /// Findings about a dataset.
    #[must_use]
    pub fn findings(dataset: &'a Dataset, findings: Vec<Finding>) -> Self {
        Report { trends: false, findings: Some(findings), ..Report::trends(dataset) }
    }

    /// Trends, then findings.
    #[must_use]
    pub fn full(dataset: &'a Dataset, findings: Vec<Finding>) -> Self {
        Report { findings: Some(findings), ..Report::trends(dataset) }
    }

    /// The same with parties named in titles beside their codes: `China (CHN)`.
    #[must_use]
    pub fn named(self, names: &'a dyn Fn(&Party) -> Option<String>) -> Self {
        Report { names, ..self }
    }

    /// The same with what official figures say of the claims; both are facts of the dataset.
    #[must_use]
    pub fn beside(self, verdicts: Vec<Verdict>) -> Self {
        Report { verdicts: Some(verdicts), ..self }
    }

    /// The same as text with lines of up to so many columns: 40 to 240; 120 where nothing else is asked for.
    #[must_use]
    pub fn wide(self, columns: usize) -> Self {
        Report { width: columns.clamp(40, 240), ..self }
    }

    /// A party as titles call it.
    fn name(&self, party: &Party) -> String {
        (self.names)(party).map_or_else(|| party.to_string(), |name| format!("{name} ({party})"))
    }
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 4] = [Format::Text, Format::Markdown, Format::Json, Format::Csv];

    /// `text`, `markdown`, `json` or `csv`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let named = Format::ALL.into_iter().find(|format| format.as_str() == text);
        named.or((text == "md").then_some(Format::Markdown)).or((text == "txt").then_some(Format::Text)).ok_or_else(
            || {
                let known = Format::ALL.map(Format::as_str).join(", ");
                Error::new(ErrorKind::Value, format!("wanted a format ({known}), found {text:?}"))
            },
        )
    }
}

/// Writes a report.
///
/// # Errors
/// [`ErrorKind::Io`] where `out` takes no more.
pub fn write(report: &Report<'_>, format: Format, out: &mut dyn Write) -> Result<()> {
    let page = match format {
        Format::Text => text::page(report),
        Format::Markdown => markdown::page(report),
        Format::Json => json::page(report),
        Format::Csv => csv::page(report)?,
    };
    out.write_all(page.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|cause| Error::new(ErrorKind::Io, format!("cannot write the report: {cause}")).caused_by(cause))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;
    use crate::model::{Document, Status};
    use crate::series::test_facts::{change, level, multiple, undated};

    fn dataset() -> Dataset {
        let mut aim = level("c", "CHN", "KAZ", "2030", "35000000000", "exact");
        aim.status = Status::Target;
        let facts = [
            level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"),
            change("a", "CHN", "TKM", "2023-Q1", "14.1"),
            level("a", "CHN", "TKM", "2021", "7358000000", "exact"),
            level("b", "CHN", "TKM", "2022", "11181000000", "exact"),
            level("b", "KAZ", "TKM", "2021", "250000000", "at_least"),
            multiple("b", "KAZ", "TKM", "2021", "2"),
            undated("b", "KAZ", "TKM", "1000000000"),
            aim,
        ];
        let documents = [Document::new("a", "").with_published("2023-09-25").unwrap().with_source("a|newspaper")];
        Dataset::new(&facts, &documents)
    }

    fn page(format: Format) -> String {
        let dataset = dataset();
        let findings = check::run(&dataset, check::ALL);
        let mut page = Vec::new();
        let names = |party: &Party| (party.as_str() == "CHN").then(|| "China".to_owned());
        write(&Report::full(&dataset, findings).named(&names), format, &mut page).unwrap();
        String::from_utf8(page).unwrap()
    }

    #[test]
    fn a_page_tells_figures_bounds_and_what_is_implied() {
        let page = page(Format::Markdown);
        for wanted in [
            "China (CHN)",
            "2.648 billion USD",
            "2.3208 billion USD (2.3193 to 2.3222 billion) implied",
            "≥ 250 million USD",
            "≥ 125 million USD (at least 125 million) implied",
            "+51.9",
            "## Without a period",
            "a\\|newspaper, 2023-09-25, a",
        ] {
            assert!(page.contains(wanted), "no {wanted}:\n{page}");
        }
        let aims = page.find("## Aims and expectations").unwrap();
        assert!(page.find("35 billion USD").unwrap() > aims);
    }

    #[test]
    fn text_fits_its_columns() {
        for line in page(Format::Text).lines() {
            assert!(line.chars().count() <= 120, "{line}");
        }
    }

    #[test]
    fn text_fits_a_narrow_window() {
        let dataset = dataset();
        let findings = check::run(&dataset, check::ALL);
        let report = Report::full(&dataset, findings).wide(72);
        let mut page = Vec::new();
        write(&report, Format::Text, &mut page).unwrap();
        for line in String::from_utf8(page).unwrap().lines() {
            assert!(line.chars().count() <= 72, "{line}");
        }
    }

    #[test]
    fn json_and_csv_can_be_read_back() {
        let json: serde_json::Value = serde_json::from_str(&page(Format::Json)).unwrap();
        assert!(json["series"].as_array().unwrap().len() >= 4);
        assert!(!json["findings"].as_array().unwrap().is_empty());
        let csv = page(Format::Csv);
        let mut reader = ::csv::Reader::from_reader(csv.as_bytes());
        let width = reader.headers().unwrap().len();
        assert!(reader.records().all(|row| row.unwrap().len() == width));
    }

    #[test]
    fn formats_have_names() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse::<Format>().unwrap(), format);
        }
        assert!("pdf".parse::<Format>().unwrap_err().to_string().contains("markdown"));
    }

    /// Facts of few parties and periods, so that they meet, with figures of all sizes.
    fn any_fact() -> impl proptest::strategy::Strategy<Value = crate::model::Fact> {
        use proptest::prelude::*;
        use proptest::sample::select;
        let values = prop_oneof![
            (-1_000_000_000_000i64..1_000_000_000_000).prop_map(|n| n.to_string()),
            select(vec![
                "0",
                "0.0000000000000000000000000001",
                "79228162514264337593543950335",
                "-7922816251426433759354395"
            ])
            .prop_map(str::to_owned),
        ];
        let words = (
            select(vec!["level", "change", "share"]),
            select(vec!["turnover", "exports", "imports", "balance", "capacity", "price"]),
            select(vec!["CHN", "KAZ", "CENTRAL_ASIA", "WORLD"]),
            select(vec!["CHN", "KAZ", "TKM", "CENTRAL_ASIA", "WORLD"]),
            select(vec!["2022", "2023", "2023-Q1", "2023-01", "2023-01/2023-08", "0001", "9999", "2020/2023", ""]),
        );
        let figure = (
            values.clone(),
            select(vec!["USD", "m3", "m3/year", "percent", "times", "percentage_points"]),
            select(vec!["exact", "about", "at_least", "at_most"]),
            select(vec!["actual", "target", "forecast"]),
            values,
            0u8..6,
        );
        (words, figure).prop_map(
            |((kind, indicator, reporter, partner, period), (value, unit, bound, status, other, n))| {
                let some = |on: bool| on.then(|| other.clone());
                crate::series::test_facts::fact(
                    ["a", "b"][usize::from(n % 2)],
                    &serde_json::json!({"kind": kind, "indicator": indicator, "reporter": reporter, "partner": partner,
                    "period": (!period.is_empty()).then_some(period), "value": value, "unit": unit, "bound": bound,
                    "status": status, "high": some(n > 4), "quantum": some(n < 3)}),
                )
            },
        )
    }

    proptest::proptest! {
        #[test]
        fn odd_figures_are_told_too(facts in proptest::collection::vec(any_fact(), 0..40)) {
            let dataset = Dataset::from_facts(&facts);
            let findings = check::run(&dataset, check::ALL);
            for format in Format::ALL {
                write(&Report::full(&dataset, findings.clone()), format, &mut Vec::new()).unwrap();
            }
            proptest::prop_assert_eq!(check::run(&dataset, check::ALL), findings);
        }
    }
}
