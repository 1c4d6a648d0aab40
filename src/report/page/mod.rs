//! One page of HTML for an editor: findings with their quotes side by side, series with picture and table, documents with
//! their figures marked.
//!
//! The page is one file without anything from a network: it works from `file://`, on a phone, by keyboard (`/` to search,
//! `n` and `p` from finding to finding), printed, and, less its filters, without scripts. A figure leads to its sentence,
//! and from there back to its row. What comes from a text is escaped.

mod parts;
#[cfg(test)]
mod tests;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use crate::check::{Finding, Outcome};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Document, Party};
use crate::official::{Ruling, Verdict};
use crate::series::Dataset;
use text::{escaped, plural};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// What a page shows.
///
/// ```
/// use bilateral::report::Page;
/// use bilateral::{Dataset, Document, Extractor, check};
/// let document = Document::new("a1", "In 2022, trade between China and Turkmenistan amounted to <b>$11.181 billion.");
/// let documents = [document];
/// let dataset = Dataset::new(&Extractor::new().facts(&documents[0]), &documents);
/// let findings = check::run(&dataset, check::ALL);
/// let mut page = Vec::new();
/// Page::new(&dataset, &documents, findings).write(&mut page)?;
/// assert!(String::from_utf8(page).unwrap().contains("&lt;b&gt;"));
/// # Ok::<(), bilateral::Error>(())
/// ```
pub struct Page<'a> {
    dataset: &'a Dataset,
    documents: &'a [Document],
    findings: Vec<Finding>,
    verdicts: Vec<Verdict>,
    names: &'a dyn Fn(&Party) -> Option<String>,
    /// Where each fact can be gone to: its row, and its place in a text.
    rows: BTreeSet<usize>,
    texts: BTreeMap<&'a str, &'a Document>,
    /// The facts of each document, by their place.
    told: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Page<'a> {
    /// The page of a dataset and its documents, whose texts are shown as far as they are there.
    #[must_use]
    pub fn new(dataset: &'a Dataset, documents: &'a [Document], findings: Vec<Finding>) -> Self {
        let series = dataset.series().iter().flat_map(crate::series::Series::observations);
        let rows = series.filter_map(crate::series::Observation::fact).collect();
        let texts = documents.iter().filter(|d| !d.text.is_empty()).map(|d| (&*d.id, d)).collect();
        let mut told: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, fact) in dataset.facts().iter().enumerate() {
            told.entry(&*fact.document).or_default().push(place);
        }
        Page { dataset, documents, findings, verdicts: Vec::new(), names: &|_| None, rows, texts, told }
    }

    /// The same with what official figures say of the claims; both are facts of the dataset.
    #[must_use]
    pub fn beside(self, verdicts: Vec<Verdict>) -> Self {
        Page { verdicts, ..self }
    }

    /// The same with parties called by name.
    #[must_use]
    pub fn named(self, names: &'a dyn Fn(&Party) -> Option<String>) -> Self {
        Page { names, ..self }
    }

    /// Writes the page.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] where `out` takes no more.
    pub fn write(&self, out: &mut dyn Write) -> Result<()> {
        out.write_all(self.html().as_bytes())
            .and_then(|()| out.flush())
            .map_err(|cause| Error::new(ErrorKind::Io, format!("cannot write the page: {cause}")).caused_by(cause))
    }

    fn html(&self) -> String {
        let facts = plural(self.dataset.facts().len(), "figure");
        let title = format!("{facts} in {}", plural(self.told.len(), "document"));
        let wrong = self.findings.iter().filter(|f| f.outcome == Outcome::Fails).count();
        let contradicted = self.verdicts.iter().filter(|v| v.ruling == Ruling::Contradicted).count();
        let lead = match (wrong, contradicted) {
            (0, 0) => "Nothing contradicts anything else, as far as it can be compared.".to_owned(),
            (n, 0) => format!("{} cannot be true together.", n_pairs(n)),
            (0, n) => format!("Official figures contradict {}.", plural(n, "claim")),
            (n, m) => {
                format!("{} cannot be true together; official figures contradict {}.", n_pairs(n), plural(m, "claim"))
            }
        };
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"generator\" content=\"bilateral {}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
            env!("CARGO_PKG_VERSION")
        );
        page += &format!("<header><div><h1>{title}</h1>\n<p>{lead}</p></div></header>\n");
        page += &self.navigation();
        page.push_str("<main>\n");
        page += &self.findings();
        page += &self.series();
        page += &self.texts();
        page += &format!(
            "</main>\n<footer>Written by bilateral {} from the texts as they stand: each figure leads to its sentence. A range \
             is what rounding and wording leave open; two figures contradict each other only where no value fits \
             both.</footer>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n",
            env!("CARGO_PKG_VERSION")
        );
        page
    }

    fn navigation(&self) -> String {
        let parties: BTreeSet<Party> =
            self.dataset.facts().iter().flat_map(|fact| [fact.reporter, fact.partner]).flatten().collect();
        let mut options: Vec<(String, Party)> = parties.into_iter().map(|party| (self.name(&party), party)).collect();
        options.sort();
        let option = |(name, party): &(String, Party)| format!("<option value=\"{party}\">{}</option>", escaped(name));
        format!(
            "<nav aria-label=\"Page\"><div><a href=\"#findings\">Findings</a> <a href=\"#series\">Series</a> \
             <a href=\"#documents\">Documents</a>\n<form role=\"search\"><label><span hidden>Country</span>\
             <select id=\"country\" aria-label=\"Country\"><option value=\"\">All countries</option>{}</select></label>\
             <label><span hidden>Search</span><input type=\"search\" id=\"search\" placeholder=\"Search ( / )\" \
             aria-label=\"Search\"></label></form></div></nav>\n",
            options.iter().map(option).collect::<String>()
        )
    }

    /// A party by its name.
    fn name(&self, party: &Party) -> String {
        (self.names)(party).unwrap_or_else(|| party.to_string())
    }
}

fn n_pairs(number: usize) -> String {
    if number == 1 {
        "1 comparison shows figures that".into()
    } else {
        format!("{number} comparisons show figures that")
    }
}
