//! Frames to files and back.

use std::fmt;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use polars::prelude::{
    Column, CsvReadOptions, CsvWriter, DataFrame, DataType, IpcReader, IpcWriter, JsonFormat, JsonReader, JsonWriter,
    ParquetReader, ParquetWriter, Schema, SerReader, SerWriter,
};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::frame::{build, day, failed};
use super::{FACTS, FieldType, GROWTH, SERIES, WIDE};
use crate::error::{Error, ErrorKind, Result};

/// The shapes of table files, by extension.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Csv,
    JsonLines,
    Parquet,
    Arrow,
    Markdown,
}

const EXTENSIONS: [(&str, Shape); 6] = [
    ("csv", Shape::Csv),
    ("jsonl", Shape::JsonLines),
    ("ndjson", Shape::JsonLines),
    ("parquet", Shape::Parquet),
    ("arrow", Shape::Arrow),
    ("md", Shape::Markdown),
];

/// The extensions that [`write_table`] knows: `csv`, `jsonl` (and `ndjson`), `parquet`, `arrow` (Arrow IPC), `md`
/// (a Markdown table, which [`read_table`] does not read).
#[must_use]
pub fn table_extensions() -> [&'static str; 6] {
    EXTENSIONS.map(|(extension, _)| extension)
}

fn shape(path: &Path) -> Result<Shape> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    let known = EXTENSIONS.iter().find(|(name, _)| extension.as_deref() == Some(*name));
    known.map(|(_, shape)| *shape).ok_or_else(|| {
        let found = extension.map_or("none".to_owned(), |e| format!("{e:?}"));
        let message =
            format!("wanted a table file with the extension {}, found {found}", table_extensions().join(", "));
        Error::new(ErrorKind::Table, message).in_file(path.display().to_string())
    })
}

fn io(path: &Path, what: &str, cause: std::io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("cannot {what}: {cause}")).in_file(path.display().to_string()).caused_by(cause)
}

/// Writes a table in the shape that the extension names. The file appears whole or not at all: it is written beside its
/// place under another name, then renamed.
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) for an extension that is not known, or a frame that the shape cannot
/// hold; [`ErrorKind::Io`](crate::ErrorKind::Io) where the file cannot be written.
pub fn write_table(frame: &mut DataFrame, path: impl AsRef<Path>) -> Result<()> {
    let path = path.as_ref();
    let shape = shape(path)?;
    let beside = neighbour(path);
    let written = write_as(frame, shape, &beside)
        .and_then(|()| fs::rename(&beside, path).map_err(|cause| io(path, "put the table in its place", cause)));
    if written.is_err() {
        // What is left of a failed attempt is of no use; that it cannot be removed is no news.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_as(frame: &mut DataFrame, shape: Shape, path: &Path) -> Result<()> {
    let file = File::create(path).map_err(|cause| io(path, "create the table", cause))?;
    let mut out = BufWriter::new(file);
    match shape {
        Shape::Csv => CsvWriter::new(&mut out).finish(&mut safe(frame)?),
        Shape::JsonLines => JsonWriter::new(&mut out).with_json_format(JsonFormat::JsonLines).finish(frame),
        Shape::Parquet => ParquetWriter::new(&mut out).finish(frame).map(|_| ()),
        Shape::Arrow => IpcWriter::new(&mut out).finish(frame),
        Shape::Markdown => {
            let page = markdown(frame).map_err(|cause| cause.in_file(path.display().to_string()))?;
            return out
                .write_all(page.as_bytes())
                .and_then(|()| out.flush())
                .map_err(|cause| io(path, "write the table", cause));
        }
    }
    .map_err(|cause| failed("cannot write the table", cause).in_file(path.display().to_string()))?;
    let written = out.flush().and_then(|()| out.get_ref().sync_all());
    written.map_err(|cause| io(path, "write the table", cause))
}

/// The frame with an apostrophe before each text that a spreadsheet would take for a formula.
fn safe(frame: &DataFrame) -> Result<DataFrame> {
    let column = |column: &Column| match column.str() {
        Ok(texts) => {
            let cells: Vec<Option<String>> = texts.iter().map(|cell| cell.map(guarded)).collect();
            Column::new(column.name().clone(), cells)
        }
        Err(_) => column.clone(),
    };
    build(frame.columns().iter().map(column).collect())
}

/// Signs that make a formula of a cell.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A number may begin with a sign; any other text that does is guarded.
fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA) && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

/// What [`guarded`] was made of.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// A pipe table; figures as they are, cells on one line.
fn markdown(frame: &DataFrame) -> Result<String> {
    let texts = |column: &Column| {
        let cast = column.cast(&DataType::String).map_err(|cause| failed("cannot write the table", cause))?;
        let cells = cast.str().map_err(|cause| failed("cannot write the table", cause))?;
        Ok(cells
            .iter()
            .map(|cell| cell.unwrap_or_default().replace('|', "\\|").replace(['\n', '\r'], " "))
            .collect::<Vec<_>>())
    };
    let columns: Vec<Vec<String>> = frame.columns().iter().map(texts).collect::<Result<_>>()?;
    let names: Vec<&str> = frame.get_column_names().into_iter().map(|name| name.as_str()).collect();
    let mut page = format!("| {} |\n|{}\n", names.join(" | "), " --- |".repeat(names.len()));
    for row in 0..frame.height() {
        let cells: Vec<&str> = columns.iter().filter_map(|column| column.get(row)).map(String::as_str).collect();
        page.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    Ok(page)
}

/// A name beside a path that no other process of this machine uses.
fn neighbour(path: &Path) -> PathBuf {
    let name = path.file_name().map_or("table".into(), |name| name.to_string_lossy().into_owned());
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

/// Reads a table that [`write_table`] wrote. Columns of a known heading ([`FACTS`], [`SERIES`], [`GROWTH`], [`WIDE`])
/// have the types of their schema; those of another are taken as polars infers them. JSON Lines without a line have no
/// heading and give a frame without columns: [`read_table_as`] knows better.
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) for an extension that is not known or a file that is no such table;
/// [`ErrorKind::Io`](crate::ErrorKind::Io) where the file cannot be read.
pub fn read_table(path: impl AsRef<Path>) -> Result<DataFrame> {
    let path = path.as_ref();
    let names = match shape(path)? {
        Shape::Parquet => return read_parquet(path),
        Shape::Arrow => return read_arrow(path),
        Shape::Markdown => return Err(write_only(path)),
        Shape::Csv => csv_names(path)?,
        Shape::JsonLines => json_names(path)?,
    };
    match known(&names) {
        Some(types) => read_typed(path, &types),
        None if names.is_empty() => build(Vec::new()),
        None => read_inferred(path),
    }
}

/// Reads a table whose columns are known, in their order: also JSON Lines without a line.
///
/// # Errors
/// As [`read_table`], and [`ErrorKind::Table`](crate::ErrorKind::Table) where a cell does not have its column's type.
pub fn read_table_as(path: impl AsRef<Path>, fields: &[super::Field]) -> Result<DataFrame> {
    let path = path.as_ref();
    let types: Vec<_> = fields.iter().map(|field| (field.name.to_owned(), field.dtype)).collect();
    match shape(path)? {
        Shape::Parquet => read_parquet(path),
        Shape::Arrow => read_arrow(path),
        Shape::Markdown => Err(write_only(path)),
        Shape::Csv | Shape::JsonLines => read_typed(path, &types),
    }
}

/// The types of a heading that is one of this crate's.
fn known(names: &[String]) -> Option<Vec<(String, FieldType)>> {
    let same = |fields: &[super::Field]| {
        fields.len() == names.len() && fields.iter().all(|field| names.iter().any(|name| name == field.name))
    };
    let typed = |fields: &[super::Field]| fields.iter().map(|f| (f.name.to_owned(), f.dtype)).collect::<Vec<_>>();
    if let Some(fields) = [FACTS, SERIES, GROWTH].into_iter().find(|fields| same(fields)) {
        return Some(typed(fields));
    }
    let wide = WIDE.iter().all(|field| names.iter().any(|name| name == field.name));
    wide.then(|| {
        let others = names.iter().filter(|name| !WIDE.iter().any(|field| field.name == *name));
        typed(WIDE).into_iter().chain(others.map(|name| (name.clone(), FieldType::Number))).collect()
    })
}

fn read_parquet(path: &Path) -> Result<DataFrame> {
    let file = File::open(path).map_err(|cause| io(path, "open the table", cause))?;
    ParquetReader::new(file).finish().map_err(|cause| unread(path, cause))
}

fn read_arrow(path: &Path) -> Result<DataFrame> {
    let file = File::open(path).map_err(|cause| io(path, "open the table", cause))?;
    IpcReader::new(file).finish().map_err(|cause| unread(path, cause))
}

fn write_only(path: &Path) -> Error {
    Error::new(ErrorKind::Table, "a Markdown table is written, not read").in_file(path.display().to_string())
}

fn unread(path: &Path, cause: polars::prelude::PolarsError) -> Error {
    failed("cannot read the table", cause).in_file(path.display().to_string())
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|cause| io(path, "read the table", cause))
}

fn csv_names(path: &Path) -> Result<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).map_err(|cause| {
        Error::new(ErrorKind::Io, format!("cannot read the table: {cause}")).in_file(path.display().to_string())
    })?;
    let heading = reader.headers().map_err(|cause| {
        Error::new(ErrorKind::Table, "wanted a heading").in_file(path.display().to_string()).caused_by(cause)
    })?;
    Ok(heading.iter().map(str::to_owned).collect())
}

fn json_names(path: &Path) -> Result<Vec<String>> {
    let file = File::open(path).map_err(|cause| io(path, "open the table", cause))?;
    let mut line = String::new();
    BufReader::new(file).read_line(&mut line).map_err(|cause| io(path, "read the table", cause))?;
    if line.trim().is_empty() {
        return Ok(Vec::new());
    }
    let first: Heading = serde_json::from_str(&line).map_err(|cause| {
        let error = Error::new(ErrorKind::Table, "wanted a JSON object a line").in_file(path.display().to_string());
        error.at_line(1, None).caused_by(cause)
    })?;
    Ok(first.0)
}

/// The keys of a JSON object in the order that they are written.
struct Heading(Vec<String>);

impl<'de> Deserialize<'de> for Heading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Heading;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Heading, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, IgnoredAny)) = map.next_entry()? {
                    keys.push(key);
                }
                Ok(Heading(keys))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

fn csv_options() -> CsvReadOptions {
    CsvReadOptions::default().with_has_header(true).with_raise_if_empty(false)
}

fn read_csv(path: &Path, options: CsvReadOptions) -> Result<DataFrame> {
    let reader = options.into_reader_with_file_handle(Cursor::new(bytes(path)?));
    reader.finish().map_err(|cause| unread(path, cause))
}

fn read_inferred(path: &Path) -> Result<DataFrame> {
    if shape(path)? == Shape::Csv {
        return read_csv(path, csv_options());
    }
    let reader = JsonReader::new(Cursor::new(bytes(path)?)).with_json_format(JsonFormat::JsonLines);
    reader.finish().map_err(|cause| unread(path, cause))
}

/// Reads every cell as the text or number that the file has, then gives each column its type.
fn read_typed(path: &Path, types: &[(String, FieldType)]) -> Result<DataFrame> {
    let raw = if shape(path)? == Shape::Csv {
        Some(read_csv(path, csv_options().with_infer_schema_length(Some(0)))?)
    } else {
        let content = bytes(path)?;
        let stored = |kind: FieldType| if kind == FieldType::Day { DataType::String } else { kind.polars() };
        let schema: Schema = types.iter().map(|(name, kind)| (name.as_str().into(), stored(*kind))).collect();
        let reader = JsonReader::new(Cursor::new(&content)).with_json_format(JsonFormat::JsonLines);
        let filled = !content.trim_ascii().is_empty();
        filled
            .then(|| reader.with_schema(Arc::new(schema)).finish())
            .transpose()
            .map_err(|cause| unread(path, cause))?
    };
    let column = |(name, kind): &(String, FieldType)| match &raw {
        Some(raw) => typed(path, raw.column(name).map_err(|cause| unread(path, cause))?, *kind),
        None => Ok(Column::new_empty(name.as_str().into(), &kind.polars())),
    };
    build(types.iter().map(column).collect::<Result<_>>()?)
}

/// A column of its type, from text where it is not of that type yet.
fn typed(path: &Path, column: &Column, kind: FieldType) -> Result<Column> {
    if *column.dtype() == kind.polars() && kind != FieldType::Text {
        return Ok(column.clone());
    }
    let name = column.name().as_str();
    let texts = column.str().map_err(|cause| unread(path, cause))?;
    let wrong = |text: &str, wanted: &str| {
        Error::new(ErrorKind::Table, format!("column {name}: wanted {wanted}, found {text:?}"))
            .in_file(path.display().to_string())
    };
    let cells = texts.iter();
    match kind {
        FieldType::Text => {
            let cells: Vec<Option<&str>> = cells.map(|cell| cell.map(unguarded)).collect();
            Ok(Column::new(name.into(), cells))
        }
        FieldType::Number => {
            let read = |text: &str| text.parse::<f64>().map_err(|_| wrong(text, "a number"));
            let cells: Vec<Option<f64>> = cells.map(|cell| cell.map(read).transpose()).collect::<Result<_>>()?;
            Ok(Column::new(name.into(), cells))
        }
        FieldType::Count => {
            let read = |text: &str| text.parse::<i64>().map_err(|_| wrong(text, "a whole number"));
            let cells: Vec<Option<i64>> = cells.map(|cell| cell.map(read).transpose()).collect::<Result<_>>()?;
            Ok(Column::new(name.into(), cells))
        }
        FieldType::Day => {
            let read = |text: &str| crate::model::parse_date(text).map_err(|_| wrong(text, "a day as YYYY-MM-DD"));
            let cells: Vec<_> = cells.map(|cell| cell.map(read).transpose()).collect::<Result<_>>()?;
            day(name, cells.into_iter())
        }
    }
}
