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

    /// The rows of a Parquet file, numbered from 1; one group of rows is held at a time.
    #[cfg(feature = "polars")]
    pub(super) fn parquet(path: &Path, stem: String, columns: &Columns) -> Result<Self> {
        use polars::prelude::{ParquetReader, SerReader as _};
        let file = name_of(path);
        let opened = std::fs::File::open(path).map_err(|cause| super::io_error(&file, "read", cause))?;
        let mut reader = ParquetReader::new(opened);
        let metadata = reader.get_metadata().map_err(|cause| unreadable(cause, &file))?.clone();
        let schema = reader.schema().map_err(|cause| unreadable(cause, &file))?;
        let names: Vec<&str> = schema.iter_names().map(|name| name.as_str()).collect();
        let places = columns.places(&names, &file)?;
        let path = path.to_path_buf();
        let groups: Vec<usize> = metadata.row_groups.iter().map(|group| group.num_rows()).collect();
        let before = groups.clone().into_iter().scan(0, |sum, rows| Some(std::mem::replace(sum, *sum + rows)));
        let starts: Vec<usize> = before.collect();
        let group = move |(start, rows): (usize, usize)| {
            let read = || {
                let opened =
                    std::fs::File::open(&path).map_err(|cause| super::io_error(&name_of(&path), "read", cause))?;
                let mut reader = ParquetReader::new(opened).with_slice(Some((start, rows)));
                reader.set_metadata(metadata.clone());
                cells(reader, places, &name_of(&path))
            };
            let (cells, error) = match read() {
                Ok(cells) => (Some(cells), None),
                Err(error) => (None, Some(Err(error))),
            };
            let rows = cells.into_iter().flat_map(move |cells| {
                (0..rows).map(move |at| {
                    let cell = |column: usize| cells.get(column)?.as_ref()?.get(at).map(str::to_owned);
                    let filled = |column| cell(column).filter(|cell| !cell.trim().is_empty());
                    Ok(Row {
                        line: (start + at) as u64 + 1,
                        text: filled(0),
                        id: filled(1),
                        published: filled(2),
                        source: filled(3),
                        title: filled(4),
                    })
                })
            });
            error.into_iter().chain(rows)
        };
        let rows = starts.into_iter().zip(groups).flat_map(group);
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

/// The columns of a group of rows as texts, in the order of [`Places`].
#[cfg(feature = "polars")]
fn cells(
    reader: polars::prelude::ParquetReader<std::fs::File>,
    places: Places,
    file: &str,
) -> Result<[Option<polars::prelude::StringChunked>; 5]> {
    use polars::prelude::{DataType, SerReader as _};
    let wanted = [Some(places.text), places.id, places.published, places.source, places.title];
    let mut read: Vec<usize> = wanted.into_iter().flatten().collect();
    read.sort_unstable();
    read.dedup();
    let frame = reader.with_projection(Some(read.clone())).finish().map_err(|cause| unreadable(cause, file))?;
    let mut cells = [const { None }; 5];
    for (cells, place) in cells.iter_mut().zip(wanted) {
        let Some(at) = place.and_then(|place| read.binary_search(&place).ok()) else { continue };
        let Some(column) = frame.columns().get(at) else { continue };
        let texts = column.cast(&DataType::String).and_then(|column| column.str().cloned());
        *cells = Some(texts.map_err(|cause| unreadable(cause, file))?);
    }
    Ok(cells)
}

#[cfg(feature = "polars")]
fn unreadable(cause: polars::prelude::PolarsError, file: &str) -> Error {
    Error::new(ErrorKind::Table, format!("broken table: {cause}")).in_file(file).caused_by(cause)
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
