//! Facts as JSON Lines: one record a line, in the field order of the record.

use std::fmt;
use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::lines::JsonLines;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Document, Fact, MeasuredQuantity};

/// Reads a file of facts one by one: an iterator of each fact or what is wrong with its line.
///
/// Fields beyond those of the record are passed over.
pub struct FactReader {
    lines: JsonLines<Fact>,
}

impl FactReader {
    /// The facts of a file, or of standard input for `-`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] where the file cannot be opened.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Ok(FactReader { lines: JsonLines::open(path.as_ref())? })
    }
}

impl fmt::Debug for FactReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FactReader").field("file", &self.lines.file()).finish_non_exhaustive()
    }
}

impl Iterator for FactReader {
    type Item = Result<Fact>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.lines.next()?.map(|(_, fact)| fact))
    }
}

/// All facts of a file, or of standard input for `-`.
///
/// # Errors
/// The first one: a file that cannot be opened ([`ErrorKind::Io`]), bytes that are not UTF-8
/// ([`ErrorKind::Encoding`]), a line that is no fact ([`ErrorKind::Json`], with line and column). A [`FactReader`]
/// reads on.
pub fn read_facts(path: impl AsRef<Path>) -> Result<Vec<Fact>> {
    FactReader::open(path)?.collect()
}

/// Writes facts as JSON Lines, evidence included where a fact has any.
///
/// ```
/// let mut lines = Vec::new();
/// bilateral::io::write_facts(&mut lines, &[])?;
/// assert!(lines.is_empty());
/// # Ok::<(), bilateral::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::Io`] where `out` cannot be written to; the [source](std::error::Error::source) is the system's own.
pub fn write_facts(out: &mut dyn Write, facts: &[Fact]) -> Result<()> {
    write_lines(out, facts.iter())
}

/// Writes documents as JSON Lines, as a [`DocumentReader`](super::DocumentReader) reads them.
///
/// # Errors
/// [`ErrorKind::Io`] where `out` cannot be written to.
pub fn write_documents(out: &mut dyn Write, documents: &[Document]) -> Result<()> {
    write_lines(out, documents.iter())
}

/// Writes the quantities of a document as JSON Lines, each with the document's id.
///
/// # Errors
/// [`ErrorKind::Io`] where `out` cannot be written to.
pub fn write_quantities(out: &mut dyn Write, document: &str, quantities: &[MeasuredQuantity]) -> Result<()> {
    #[derive(Serialize)]
    struct Line<'l> {
        document: &'l str,
        #[serde(flatten)]
        quantity: &'l MeasuredQuantity,
    }
    write_lines(out, quantities.iter().map(|quantity| Line { document, quantity }))
}

fn write_lines<T: Serialize>(out: &mut dyn Write, records: impl Iterator<Item = T>) -> Result<()> {
    let mut line = Vec::new();
    for record in records {
        line.clear();
        serde_json::to_writer(&mut line, &record)
            .map_err(|cause| Error::new(ErrorKind::Json, "a record cannot be written as JSON").caused_by(cause))?;
        line.push(b'\n');
        out.write_all(&line)
            .map_err(|cause| Error::new(ErrorKind::Io, format!("cannot write records: {cause}")).caused_by(cause))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{FactReader, JsonLines, write_facts};
    use crate::Fact;

    const LINE: &str = concat!(
        r#"{"document":"a","start":1,"end":7,"quote":"$11.18","kind":"level","indicator":"turnover","#,
        r#""commodity":null,"reporter":"CHN","partner":"TKM","period":"2022","base":null,"value":"11.18","#,
        r#""high":null,"unit":"USD","bound":"exact","status":"actual","quantum":"0.01","#,
        r#""evidence":[{"slot":"quantity","rule":"sign","span":null}]}"#,
        "\n"
    );

    fn read(text: &str) -> Vec<crate::Result<Fact>> {
        FactReader { lines: JsonLines::new(Box::new(Cursor::new(text.to_string())), "f") }.collect()
    }

    #[test]
    fn what_is_written_comes_back() {
        let facts: Vec<Fact> = read(LINE).into_iter().map(Result::unwrap).collect();
        assert_eq!(facts.len(), 1);
        let mut out = Vec::new();
        write_facts(&mut out, &facts).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), LINE);
    }

    #[test]
    fn a_line_that_is_no_fact_is_placed() {
        let read = read(&format!("{}{}", LINE.replace("quantity", "amount"), LINE.replace("2022", "last year")));
        let errors: Vec<String> = read.iter().map(|r| r.as_ref().unwrap_err().to_string()).collect();
        assert!(errors[0].starts_with("f:1:") && errors[0].contains("unknown variant `amount`"), "{errors:?}");
        assert!(errors[1].starts_with("f:2:") && errors[1].contains("last year"), "{errors:?}");
    }
}
