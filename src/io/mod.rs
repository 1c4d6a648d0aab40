//! Files in, files out: documents, their manifest, and facts.
//!
//! | place | read as |
//! | --- | --- |
//! | a folder | the texts, pages and documents files in it and below it by name, with the `manifest.csv` among them |
//! | `article.txt`, `article.md` | one document, with the `manifest.csv` beside it where that lists it |
//! | `article.html`, `.htm` | the main text of a saved page, with the headline, day and publisher of its metadata (feature `html`) |
//! | `press.jsonl`, `.ndjson`, `.json` | one document a line (JSON Lines) |
//! | `press.csv`, `press.parquet` | one document a row, by [`Columns`] (Parquet with the feature `polars`) |
//! | `crawl.warc`, `crawl.wet` | one document a record of a web archive, its address the id: pages (feature `html`) and texts |
//! | any of these packed, `press.jsonl.gz`, `.zst` | the same (feature `compressed`) |
//! | `-` | standard input: JSON Lines where it begins with `{`, a page where it begins with `<`, an archive where it begins with `WARC/`, else one text with the id `stdin` |
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

mod dates;
mod documents;
mod facts;
#[cfg(feature = "html")]
mod html;
mod lines;
mod manifest;
mod markdown;
mod meta;
mod packed;
mod place;
#[cfg(test)]
mod properties;
mod rows;
mod sample;
mod schema;
mod taken;
mod text;
mod unread;
mod warc;

pub use dates::Dating;
pub use documents::{DocumentReader, Documents, read_documents};
pub use facts::{FactReader, read_facts, write_documents, write_facts, write_quantities};
pub use rows::Columns;
pub use sample::sample_documents;
pub use schema::fact_schema;
pub use taken::Place;
pub use unread::{Origin, Unread};

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
