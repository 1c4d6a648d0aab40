//! Documents as rows of a table: comma-separated values, or Parquet.

use std::path::Path;
use std::sync::Arc;

use super::name_of;
use super::packed::Bytes;
use crate::error::{Error, ErrorKind, Result};

/// Which columns of a table hold what of a document. A name that is not given is looked for among the usual ones.
///
/// | field | usual names |
/// | --- | --- |
/// | `text` | `text`, `body`, `content`, `article` |
/// | `id` | `id`, `document`, `url`; else the file's name and the number of the row: `press-2` |
/// | `published` | `published`, `date`, `published_at`, `publish_date` |
/// | `source` | `source`, `publisher`, `site_name`, `domain` |
/// | `title` | `title`, `headline` |
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Columns {
    /// The text.
    pub text: Option<String>,
    /// The document's id.
    pub id: Option<String>,
    /// The day of publication.
    pub published: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// The headline.
    pub title: Option<String>,
}

/// A row: its number in the file as an editor shows it, and its cells.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub line: u64,
    pub id: Option<String>,
    pub text: Option<String>,
    pub published: Option<String>,
    pub source: Option<String>,
    pub title: Option<String>,
}

/// Where in a row each field stands.
#[derive(Debug, Clone, Copy)]
struct Places {
    text: usize,
    id: Option<usize>,
    published: Option<usize>,
    source: Option<usize>,
    title: Option<usize>,
}

impl Columns {
    fn places(&self, heading: &[&str], file: &str) -> Result<Places> {
        let wrong = |message: String| Error::new(ErrorKind::Table, message).in_file(file).at_line(1, None);
        let at = |name: &str| heading.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
        let find = |given: &Option<String>, usual: &[&str]| match given {
            Some(name) => at(name).map(Some).ok_or_else(|| {
                wrong(format!("wanted a table with the column {name:?}, found the columns {:?}", heading.join(",")))
            }),
            None => Ok(usual.iter().find_map(|name| at(name))),
        };
        let text = find(&self.text, &["text", "body", "content", "article"])?.ok_or_else(|| {
            wrong(format!(
                "wanted a table with a column `text`, found the columns {:?}; `--text-column` names another, and a table \
                 of what texts do not say of themselves is given by `--manifest`",
                heading.join(",")
            ))
        })?;
        Ok(Places {
            text,
            id: find(&self.id, &["id", "document", "url"])?,
            published: find(&self.published, &["published", "date", "published_at", "publish_date"])?,
            source: find(&self.source, &["source", "publisher", "site_name", "domain"])?,
            title: find(&self.title, &["title", "headline"])?,
        })
    }
}

impl Places {
    fn row<'c>(self, line: u64, cell: impl Fn(usize) -> Option<&'c str>) -> Row {
        let of = |place: Option<usize>| cell(place?).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned);
        Row {
            line,
            id: of(self.id),
            text: cell(self.text).map(str::to_owned),
            published: of(self.published),
            source: of(self.source),
            title: of(self.title),
        }
    }
}

/// An iterator over the rows of a table.
pub(super) struct Rows {
    file: Arc<str>,
    stem: String,
    rows: Box<dyn Iterator<Item = Result<Row>> + Send>,
}

impl Rows {
    /// Comma-separated values with a heading; a row that cannot be read is an error, and the next is read all the same.
    pub(super) fn csv(bytes: Bytes, file: &str, stem: String, columns: &Columns) -> Result<Self> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let heading = reader.headers().map_err(|cause| broken(cause, file))?.clone();
        let names: Vec<&str> = heading.iter().map(|name| name.trim_start_matches('\u{FEFF}')).collect();
        let places = columns.places(&names, file)?;
        let (name, width) = (Arc::<str>::from(file), names.len());
        let rows = reader.into_records().map(move |record| {
            let record = record.map_err(|cause| broken(cause, &name))?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() != width {
                let message =
                    format!("wanted {width} cells as in the first line, found {}; the row is not used", record.len());
                return Err(Error::new(ErrorKind::Table, message).in_file(&*name).at_line(line, None));
            }
            Ok(places.row(line, |at| record.get(at)))
        });
        Ok(Rows { file: file.into(), stem, rows: Box::new(rows) })
    }

    /// The rows of a Parquet file, numbered from 1.
    #[cfg(feature = "polars")]
    pub(super) fn parquet(path: &Path, stem: String, columns: &Columns) -> Result<Self> {
        use polars::prelude::{DataType, ParquetReader, SerReader as _};
        let file = name_of(path);
        let failed = |cause: polars::prelude::PolarsError| {
            Error::new(ErrorKind::Table, format!("broken table: {cause}")).in_file(name_of(path)).caused_by(cause)
        };
        let opened = std::fs::File::open(path).map_err(|cause| super::io_error(&file, "read", cause))?;
        let frame = ParquetReader::new(opened).finish().map_err(failed)?;
        let names: Vec<&str> = frame.get_column_names().into_iter().map(|name| name.as_str()).collect();
        let places = columns.places(&names, &file)?;
        let text = |at: usize| -> Result<Vec<Option<String>>> {
            let column =
                frame.columns().get(at).map(|column| column.cast(&DataType::String)).transpose().map_err(failed)?;
            let Some(column) = column else { return Ok(Vec::new()) };
            Ok(column.str().map_err(failed)?.iter().map(|cell| cell.map(str::to_owned)).collect())
        };
        let wanted = [Some(places.text), places.id, places.published, places.source, places.title];
        let cells = wanted.map(|place| place.map(text).transpose());
        let [texts, ids, published, sources, titles] = cells;
        let (texts, ids, published, sources, titles) = (texts?, ids?, published?, sources?, titles?);
        let rows = (0..frame.height()).map(move |at| {
            let cell = |column: &Option<Vec<Option<String>>>| {
                column
                    .as_ref()
                    .and_then(|cells| cells.get(at).cloned().flatten())
                    .filter(|cell| !cell.trim().is_empty())
            };
            let line = at as u64 + 1;
            Ok(Row {
                line,
                id: cell(&ids),
                text: cell(&texts),
                published: cell(&published),
                source: cell(&sources),
                title: cell(&titles),
            })
        });
        Ok(Rows { file: file.into(), stem, rows: Box::new(rows) })
    }

    #[cfg(not(feature = "polars"))]
    pub(super) fn parquet(path: &Path, _: String, _: &Columns) -> Result<Self> {
        let message = "Parquet is not read by this build: build with `--features polars`";
        Err(Error::new(ErrorKind::Argument, message).in_file(name_of(path)))
    }

    /// The file's name in messages.
    pub(super) fn file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    /// The id of a row that has none.
    pub(super) fn id(&self, row: &Row) -> String {
        format!("{}-{}", self.stem, row.line)
    }
}

impl Iterator for Rows {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next()
    }
}

fn broken(cause: csv::Error, file: &str) -> Error {
    let line = cause.position().map(csv::Position::line);
    let kind = if matches!(cause.kind(), csv::ErrorKind::Utf8 { .. }) { ErrorKind::Encoding } else { ErrorKind::Table };
    let error = Error::new(kind, format!("broken table: {cause}")).caused_by(cause).in_file(file);
    match line {
        Some(line) => error.at_line(line, None),
        None => error,
    }
}
