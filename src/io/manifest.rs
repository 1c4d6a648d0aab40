//! The manifest: what texts do not say of themselves, as a CSV table.
//!
//! | column | holds |
//! | --- | --- |
//! | `document` | the document's id: a file's name without `.txt` |
//! | `published` | the day of publication as `YYYY-MM-DD` |
//! | `source` | the publisher |
//! | `title` | the headline, where it does not stand in the text |
//!
//! The order is free, only `document` must be there, other columns are passed over, an empty cell says nothing.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::{io_error, name_of, text};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Document, parse_date};

/// The name of a manifest that is found by itself.
pub(super) const FILE: &str = "manifest.csv";

/// What a manifest says, by document.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    file: String,
    entries: HashMap<String, Entry>,
}

#[derive(Debug)]
struct Entry {
    line: u64,
    published: Option<NaiveDate>,
    source: Option<String>,
    title: Option<String>,
    used: bool,
}

impl Manifest {
    /// A manifest from a file, and what is wrong with its lines.
    ///
    /// # Errors
    /// A file that cannot be read, is not UTF-8 or has no column `document`.
    pub(super) fn read(path: &Path) -> Result<(Self, Vec<Error>)> {
        let file = name_of(path);
        let bytes = fs::read(path).map_err(|cause| io_error(&file, "read", cause))?;
        Manifest::parse(&text::into_text(bytes, &file)?, &file)
    }

    /// A manifest from the text of `file`.
    pub(super) fn parse(text: &str, file: &str) -> Result<(Self, Vec<Error>)> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|cause| csv_error(cause, file))?.clone();
        let column = |name: &str| headers.iter().position(|header| header.eq_ignore_ascii_case(name));
        let Some(document) = column("document") else {
            let found = headers.iter().collect::<Vec<_>>().join(",");
            let message = format!("wanted a column `document` in the first line, found {found:?}");
            return Err(Error::new(ErrorKind::Manifest, message).in_file(file).at_line(1, None));
        };
        let (published, source, title) = (column("published"), column("source"), column("title"));

        let mut manifest = Manifest { file: file.into(), entries: HashMap::new() };
        let mut problems = Vec::new();
        for row in reader.records() {
            let row = match row {
                Ok(row) => row,
                Err(cause) => {
                    problems.push(csv_error(cause, file));
                    continue;
                }
            };
            let line = row.position().map_or(0, csv::Position::line);
            let cell = |column: Option<usize>| row.get(column?).filter(|cell| !cell.is_empty());
            let problem = |message: String| Error::new(ErrorKind::Manifest, message).in_file(file).at_line(line, None);
            if row.iter().skip(headers.len()).any(|cell| !cell.is_empty()) {
                problems.push(problem(format!(
                    "wanted {} cells as in the first line, found {}: is a comma without quotes? The line is not used",
                    headers.len(),
                    row.len()
                )));
                continue;
            }
            let Some(id) = cell(Some(document)) else {
                problems
                    .push(problem("wanted the name of a document, found an empty cell; the line is not used".into()));
                continue;
            };
            if let Some(first) = manifest.entries.get(id) {
                problems.push(problem(format!("{id:?} stands in line {} already; this line is not used", first.line)));
                continue;
            }
            let date = match cell(published).map(parse_date).transpose() {
                Ok(date) => date,
                Err(cause) => {
                    problems.push(problem(format!("{cause}; {id:?} is left without a date")).caused_by(cause));
                    None
                }
            };
            let text_of = |column| cell(column).map(str::to_owned);
            let entry = Entry { line, published: date, source: text_of(source), title: text_of(title), used: false };
            manifest.entries.insert(id.to_owned(), entry);
        }
        Ok((manifest, problems))
    }

    /// Fills what `document` does not say of itself.
    pub(super) fn fill(&mut self, document: &mut Document) {
        let id = std::sync::Arc::clone(&document.id);
        self.fill_as(&id, document);
    }

    /// Fills what `document`, which goes by `name` here, does not say of itself.
    pub(super) fn fill_as(&mut self, name: &str, document: &mut Document) {
        if let Some(entry) = self.entries.get_mut(name) {
            entry.used = true;
            document.published = document.published.or(entry.published);
            if document.source.is_none() {
                document.source.clone_from(&entry.source);
            }
            if document.title.is_none() {
                document.title.clone_from(&entry.title);
            }
        }
    }

    /// Takes the documents of these names as known.
    pub(super) fn expect<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        for id in ids {
            if let Some(entry) = self.entries.get_mut(id) {
                entry.used = true;
            }
        }
    }

    /// A problem for each entry whose document was never seen, by line.
    pub(super) fn unknown(&self) -> Vec<Error> {
        let mut unused: Vec<_> = self.entries.iter().filter(|(_, entry)| !entry.used).collect();
        unused.sort_by_key(|(_, entry)| entry.line);
        let problem = |(id, entry): (&String, &Entry)| {
            let hint = if id.ends_with(".txt") { " (names go without `.txt`)" } else { "" };
            Error::new(ErrorKind::Manifest, format!("there is no document {id:?}{hint}"))
                .in_file(&*self.file)
                .at_line(entry.line, None)
        };
        unused.into_iter().map(problem).collect()
    }
}

fn csv_error(cause: csv::Error, file: &str) -> Error {
    let line = cause.position().map(csv::Position::line);
    let error = Error::new(ErrorKind::Manifest, format!("broken table: {cause}")).caused_by(cause).in_file(file);
    match line {
        Some(line) => error.at_line(line, None),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::Manifest;
    use crate::{Document, ErrorKind};

    #[test]
    fn columns_in_any_order_and_others_beside_them() {
        let text = "\u{FEFF}title, Document ,notes,published\r\n\"Gas, again\",a,x,2023-05-17\r\n,b\r\n";
        let (mut manifest, problems) = Manifest::parse(text, "m.csv").unwrap();
        assert!(problems.is_empty());
        let (mut a, mut b) = (Document::new("a", ""), Document::new("b", "").with_source("an agency"));
        manifest.fill(&mut a);
        manifest.fill(&mut b);
        assert_eq!(a.published.unwrap().to_string(), "2023-05-17");
        assert_eq!(a.title.as_deref(), Some("Gas, again"));
        assert_eq!((b.published, b.source.as_deref()), (None, Some("an agency")));
        assert!(manifest.unknown().is_empty());
    }

    #[test]
    fn each_wrong_line_is_named() {
        let text = "document,published\na,17 May 2023\nb,2023-05-17\nb,2023-05-18\n,2023-05-19\nc,2023-05-20,more\n";
        let (manifest, problems) = Manifest::parse(text, "m.csv").unwrap();
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 4);
        assert!(said[0].starts_with("m.csv:2: ") && said[0].contains("17 May 2023"), "{said:?}");
        assert!(said[1].starts_with("m.csv:4: ") && said[1].contains("line 3"), "{said:?}");
        assert!(said[2].starts_with("m.csv:5: ") && said[3].starts_with("m.csv:6: "), "{said:?}");
        let unknown = manifest.unknown();
        assert_eq!(unknown.len(), 2);
        assert_eq!(unknown[1].to_string(), "m.csv:3: there is no document \"b\"");
    }

    #[test]
    fn a_table_without_documents_is_no_manifest() {
        for text in ["", "name,published\na,2023-01-01\n"] {
            let error = Manifest::parse(text, "m.csv").unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Manifest);
            assert!(error.to_string().starts_with("m.csv:1: "), "{error}");
        }
    }
}
