//! The one error type of the crate.
//!
//! Prose is never an error: an odd sentence gives fewer facts. Errors are for files and arguments, and a message says
//! what was wanted, what was found and, where it helps, what would do.
//!
//! | kind | raised for |
//! | --- | --- |
//! | [`ErrorKind::Io`] | a file or folder that cannot be read or written |
//! | [`ErrorKind::Encoding`] | bytes that are not UTF-8 |
//! | [`ErrorKind::Json`] | a broken line of a documents or facts file |
//! | [`ErrorKind::Manifest`] | a manifest with an unknown document, a bad date, a missing column |
//! | [`ErrorKind::Lexicon`] | a data file of words that cannot be used |
//! | [`ErrorKind::Value`] | a text that is no period, unit, party or decimal |
//! | [`ErrorKind::NoDocuments`] | a place that holds no text at all |
//! | [`ErrorKind::Argument`] | arguments that do not fit together |
//! | [`ErrorKind::Table`] | a table that cannot be built, written or read |
//! | [`ErrorKind::Chart`] | a picture that cannot be drawn |

use std::error::Error as StdError;
use std::fmt;

/// A result whose error is [`struct@Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, where, and why. One word large.
///
/// ```
/// let error = "2023-13".parse::<bilateral::Period>().unwrap_err();
/// assert_eq!(error.kind(), bilateral::ErrorKind::Value);
/// assert!(error.to_string().contains("2023-13"));
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Report>);

#[derive(Debug, thiserror::Error)]
#[error("{}{message}", .position.prefix())]
struct Report {
    kind: ErrorKind,
    message: String,
    position: Position,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The classes of errors; more may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file or folder could not be read or written.
    Io,
    /// Bytes that are not UTF-8.
    Encoding,
    /// A line that is not the JSON that was wanted.
    Json,
    /// A manifest that does not fit its documents.
    Manifest,
    /// A data file of words and units that cannot be used.
    Lexicon,
    /// A text that is no value of its type.
    Value,
    /// A place without any document.
    NoDocuments,
    /// Arguments that do not fit together.
    Argument,
    /// A table that cannot be built, written or read.
    Table,
    /// A picture that cannot be drawn.
    Chart,
}

/// Where in which file: each part is known or not. Lines and columns count from 1, bytes from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Position {
    /// The file as the caller named it.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The column in the line, in bytes from 1.
    pub column: Option<u64>,
    /// The byte in the file, from 0.
    pub byte: Option<u64>,
}

impl Position {
    fn prefix(&self) -> String {
        let text = self.to_string();
        if text.is_empty() { text } else { text + ": " }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        if let Some(file) = &self.file {
            write!(f, "{file}")?;
            gap = ":";
        }
        if let Some(line) = self.line {
            write!(f, "{gap}{line}")?;
            gap = ":";
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        if let Some(byte) = self.byte {
            write!(f, "{}byte {byte}", if gap.is_empty() { "" } else { ": " })?;
        }
        Ok(())
    }
}

impl Error {
    /// An error of `kind` that says `message`.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Error(Box::new(Report { kind, message: message.into(), position: Position::default(), source: None }))
    }

    /// The same error with the cause behind it.
    #[must_use]
    pub(crate) fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The same error in `file`.
    #[must_use]
    pub(crate) fn in_file(mut self, file: impl Into<String>) -> Self {
        self.0.position.file = Some(file.into());
        self
    }

    /// The same error at `line` (from 1) and, where known, `column` (from 1).
    #[must_use]
    pub(crate) fn at_line(mut self, line: u64, column: Option<u64>) -> Self {
        self.0.position.line = Some(line);
        self.0.position.column = column;
        self
    }

    /// The same error at `byte` (from 0).
    #[must_use]
    pub(crate) fn at_byte(mut self, byte: u64) -> Self {
        self.0.position.byte = Some(byte);
        self
    }

    /// The class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The place in a file that the error is about, as far as it is known.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.0.position
    }
}
