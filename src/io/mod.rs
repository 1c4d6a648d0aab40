//! Files in, files out: documents, their manifest, and facts.
//!
//! | place | read as |
//! | --- | --- |
//! | a folder | its `.txt` files by name, each a document, with the `manifest.csv` among them |
//! | `article.txt` | one document, with the `manifest.csv` beside it where that lists it |
//! | `press.jsonl`, `.ndjson`, `.json` | one document a line (JSON Lines) |
//! | `-` | standard input: JSON Lines where it begins with `{`, else one text with the id `stdin` |
//!
//! A broken file, line or entry never stops the rest: readers give each document or fact that is good and, in between,
//! an [`Error`] that names file, line and column of each that is not.
//!
//! ```no_run
//! let read = bilateral::io::read_documents(&["press/"], None)?;
//! for problem in &read.problems {
//!     eprintln!("{problem}");
//! }
//! println!("{} documents", read.documents.len());
//! # Ok::<(), bilateral::Error>(())
//! ```

mod documents;
mod facts;
mod lines;
mod manifest;
#[cfg(test)]
mod properties;
mod sample;
mod text;

pub use documents::{DocumentReader, Documents, read_documents};
pub use facts::{FactReader, read_facts, write_facts, write_quantities};
pub use sample::sample_documents;

use std::path::Path;

use crate::error::{Error, ErrorKind};

/// What standard input is called in messages.
const STDIN: &str = "standard input";

/// Whether a path stands for standard input.
fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file, as messages name it.
fn name_of(path: &Path) -> String {
    path.display().to_string()
}

/// A file or folder that the system does not let us use; `action` as in *read*.
fn io_error(file: &str, action: &str, cause: std::io::Error) -> Error {
    let message = match cause.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => format!("cannot {action} it: permission denied"),
        _ => format!("cannot {action} it: {cause}"),
    };
    Error::new(ErrorKind::Io, message).in_file(file).caused_by(cause)
}
