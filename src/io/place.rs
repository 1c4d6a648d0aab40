//! Which files there are, and what each is read as.

use std::fs;
use std::path::{Path, PathBuf};

use super::{io_error, name_of};
use crate::error::{Error, ErrorKind, Result};

/// What a file is read as, by the end of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One plain text.
    Text,
    /// One text in Markdown.
    Markdown,
    /// One saved page.
    Html,
    /// A document a line.
    Lines,
    /// A document a row of comma-separated values.
    Csv,
    /// A document a row of a Parquet table.
    Parquet,
    /// A document a record of a web archive.
    Archive,
    /// To be seen from its first bytes.
    Unknown,
}

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    Gzip,
    Zstandard,
}

const ENDS: [(&str, Shape); 14] = [
    ("txt", Shape::Text),
    ("text", Shape::Text),
    ("md", Shape::Markdown),
    ("markdown", Shape::Markdown),
    ("html", Shape::Html),
    ("htm", Shape::Html),
    ("xhtml", Shape::Html),
    ("jsonl", Shape::Lines),
    ("ndjson", Shape::Lines),
    ("json", Shape::Lines),
    ("csv", Shape::Csv),
    ("parquet", Shape::Parquet),
    ("warc", Shape::Archive),
    ("wet", Shape::Archive),
];

/// A file's name taken apart: what it is, how it is packed, and what is left for an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub shape: Shape,
    pub packing: Packing,
    pub stem: String,
}

impl Parts {
    /// `press/a1.html.gz` is a gzip-packed page with the stem `a1`.
    pub fn of(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let end = |name: &str| name.rsplit_once('.').map(|(stem, end)| (stem.to_owned(), end.to_ascii_lowercase()));
        let (packing, name) = match end(&name) {
            Some((stem, end)) if end == "gz" => (Packing::Gzip, stem),
            Some((stem, end)) if end == "zst" => (Packing::Zstandard, stem),
            _ => (Packing::Plain, name),
        };
        let known = end(&name).filter(|(stem, _)| !stem.is_empty());
        let shape = known.as_ref().and_then(|(_, end)| ENDS.iter().find(|(known, _)| known == end));
        let stem = known.map_or(name, |(stem, _)| stem);
        Parts { shape: shape.map_or(Shape::Unknown, |(_, shape)| *shape), packing, stem }
    }
}

/// A file of a folder, with the id that it gives a single document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub path: PathBuf,
    /// The path inside the folder without its end: `2023/a1`.
    pub id: String,
}

/// The texts, pages and documents files of a folder and those below it, by name; tables are read only where they are
/// named themselves.
///
/// Hidden files and folders are left alone, so are the `a1_files` that a browser saves beside `a1.html`. A folder that is
/// a link is not entered, so that no folder is entered twice.
///
/// # Errors
/// [`ErrorKind::Io`] for a folder that cannot be read, [`ErrorKind::NoDocuments`] where there is nothing to read.
pub(super) fn walk(folder: &Path) -> Result<(Vec<Found>, Vec<Error>)> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    enter(folder, "", &mut files, &mut problems)?;
    if files.is_empty() && problems.is_empty() {
        let message = "there is no text in this folder: wanted files that end in `.txt`, `.md`, `.html` or `.jsonl`";
        return Err(Error::new(ErrorKind::NoDocuments, message).in_file(name_of(folder)));
    }
    Ok((files, problems))
}

fn enter(folder: &Path, prefix: &str, files: &mut Vec<Found>, problems: &mut Vec<Error>) -> Result<()> {
    let name = name_of(folder);
    let failed = |cause| io_error(&name, "read", cause);
    let mut here = fs::read_dir(folder)
        .map_err(failed)?
        .map(|entry| entry.map(|entry| entry.path()).map_err(failed))
        .collect::<Result<Vec<_>>>()?;
    here.sort();
    let pages: Vec<String> =
        here.iter().map(|path| Parts::of(path)).filter(|p| p.shape == Shape::Html).map(|p| p.stem).collect();
    for path in here {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            let saved = name.strip_suffix("_files").is_some_and(|page| pages.iter().any(|known| known == page));
            if saved || path.is_symlink() {
                continue;
            }
            if let Err(problem) = enter(&path, &format!("{prefix}{name}/"), files, problems) {
                problems.push(problem);
            }
            continue;
        }
        let parts = Parts::of(&path);
        let wanted = match parts.shape {
            Shape::Text | Shape::Markdown | Shape::Html | Shape::Archive => true,
            Shape::Lines => !name.contains(".json") || name.contains(".jsonl"),
            Shape::Csv | Shape::Parquet | Shape::Unknown => false,
        };
        // A link to nothing is told when it is opened.
        if wanted && (path.is_file() || path.is_symlink() && !path.exists()) {
            files.push(Found { id: format!("{prefix}{}", parts.stem), path });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Packing, Parts, Shape};

    #[test]
    fn names_are_taken_apart() {
        for (name, shape, packing, stem) in [
            ("in/a.txt", Shape::Text, Packing::Plain, "a"),
            ("a.b.HTML", Shape::Html, Packing::Plain, "a.b"),
            ("press.jsonl.gz", Shape::Lines, Packing::Gzip, "press"),
            ("press.csv.zst", Shape::Csv, Packing::Zstandard, "press"),
            ("crawl-7.warc.wet.gz", Shape::Archive, Packing::Gzip, "crawl-7.warc"),
            ("article", Shape::Unknown, Packing::Plain, "article"),
            ("v1.2", Shape::Unknown, Packing::Plain, "v1"),
            (".txt", Shape::Unknown, Packing::Plain, ".txt"),
        ] {
            let parts = Parts { shape, packing, stem: stem.into() };
            assert_eq!(Parts::of(Path::new(name)), parts, "{name}");
        }
    }
}
