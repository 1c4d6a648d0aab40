//! Facts as JSON Lines: one record a line, in the field order of the record.

use std::fmt::{self, Display};
use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::lines::JsonLines;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Document, Fact, MeasuredQuantity, Party, Quantity};

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
    write_lines(out, facts.iter(), put)
}

/// Adds a fact to a line, byte for byte as its [`Serialize`] does. The names of its fields and most of its values are known
/// to need no escapes, and are two thirds of the line.
fn put(line: &mut Vec<u8>, fact: &Fact) -> serde_json::Result<()> {
    let Fact { document, span, quote, kind, indicator, commodity, reporter, partner, period, base, .. } = fact;
    let Fact { quantity: Quantity { value, high, unit, bound, quantum }, status, evidence, .. } = fact;
    line.extend(br#"{"document":"#);
    serde_json::to_writer(&mut *line, document)?;
    line.extend(br#","start":"#);
    serde_json::to_writer(&mut *line, &span.start)?;
    line.extend(br#","end":"#);
    serde_json::to_writer(&mut *line, &span.end)?;
    line.extend(br#","quote":"#);
    serde_json::to_writer(&mut *line, quote)?;
    word(line, r#","kind":"#, Some(kind.as_str()));
    word(line, r#","indicator":"#, Some(indicator.as_str()));
    line.extend(br#","commodity":"#);
    serde_json::to_writer(&mut *line, commodity)?;
    word(line, r#","reporter":"#, reporter.as_ref().map(Party::as_str));
    word(line, r#","partner":"#, partner.as_ref().map(Party::as_str));
    shown(line, r#","period":"#, period.as_ref())?;
    shown(line, r#","base":"#, base.as_ref())?;
    shown(line, r#","value":"#, Some(value))?;
    shown(line, r#","high":"#, high.as_ref())?;
    shown(line, r#","unit":"#, Some(unit))?;
    word(line, r#","bound":"#, Some(bound.as_str()));
    word(line, r#","status":"#, Some(status.as_str()));
    if quantum.is_some() {
        shown(line, r#","quantum":"#, quantum.as_ref())?;
    }
    if !evidence.is_empty() {
        line.extend(br#","evidence":"#);
        serde_json::to_writer(&mut *line, evidence)?;
    }
    line.push(b'}');
    Ok(())
}

/// Adds a field of a word that needs no escapes.
fn word(line: &mut Vec<u8>, name: &str, word: Option<&str>) {
    line.extend(name.as_bytes());
    match word {
        Some(word) => [b"\"", word.as_bytes(), b"\""].into_iter().for_each(|part| line.extend(part)),
        None => line.extend(b"null"),
    }
}

/// Adds a field of digits, letters and marks that need no escapes.
fn shown(line: &mut Vec<u8>, name: &str, value: Option<&impl Display>) -> serde_json::Result<()> {
    line.extend(name.as_bytes());
    match value {
        Some(value) => write!(line, "\"{value}\"").map_err(serde_json::Error::io),
        None => {
            line.extend(b"null");
            Ok(())
        }
    }
}

/// Writes documents as JSON Lines, as a [`DocumentReader`](super::DocumentReader) reads them.
///
/// # Errors
/// [`ErrorKind::Io`] where `out` cannot be written to.
pub fn write_documents(out: &mut dyn Write, documents: &[Document]) -> Result<()> {
    write_lines(out, documents.iter(), json)
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
    write_lines(out, quantities.iter().map(|quantity| Line { document, quantity }), json)
}

fn json<T: Serialize>(line: &mut Vec<u8>, record: T) -> serde_json::Result<()> {
    serde_json::to_writer(line, &record)
}

fn write_lines<T>(
    out: &mut dyn Write,
    records: impl Iterator<Item = T>,
    put: impl Fn(&mut Vec<u8>, T) -> serde_json::Result<()>,
) -> Result<()> {
    let mut line = Vec::new();
    for record in records {
        line.clear();
        put(&mut line, record)
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
    fn a_fact_is_written_as_it_serializes() {
        let change = LINE
            .replace(r#""commodity":null"#, r#""commodity":"\"raw\" caf\u00e9""#)
            .replace(r#""partner":"TKM""#, r#""partner":null"#)
            .replace(r#""base":null"#, r#""base":"2020-01/2021-03""#)
            .replace(r#""high":null"#, r#""high":"-0.50""#)
            .replace(r#""unit":"USD""#, r#""unit":"m3/day""#)
            .replace(r#","quantum":"0.01""#, "")
            .replace(r#""span":null"#, r#""span":{"start":1,"end":7}"#)
            .replace("$11.18", r"the\n\t\\ \u0007");
        let bare = LINE.replace(r#","evidence":[{"slot":"quantity","rule":"sign","span":null}]"#, "");
        for fact in read(&format!("{LINE}{change}{bare}")).into_iter().map(Result::unwrap) {
            let mut line = Vec::new();
            super::put(&mut line, &fact).unwrap();
            assert_eq!(String::from_utf8(line).unwrap(), serde_json::to_string(&fact).unwrap());
        }
    }

    #[test]
    fn a_line_that_is_no_fact_is_placed() {
        let read = read(&format!("{}{}", LINE.replace("quantity", "amount"), LINE.replace("2022", "last year")));
        let errors: Vec<String> = read.iter().map(|r| r.as_ref().unwrap_err().to_string()).collect();
        assert!(errors[0].starts_with("f:1:") && errors[0].contains("unknown variant `amount`"), "{errors:?}");
        assert!(errors[1].starts_with("f:2:") && errors[1].contains("last year"), "{errors:?}");
    }
}
