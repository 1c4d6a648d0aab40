//! Documents from folders, texts, documents files and standard input.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::dates::{self, Dating};
use super::lines::JsonLines;
use super::manifest::{FILE, Manifest};
use super::packed::{self, Bytes};
use super::place::{self, Parts, Shape};
use super::rows::{Columns, Row, Rows};
use super::taken::{Part, Place, Taken};
use super::text::BOM;
use super::unread::Unread;
use super::warc::{self, Records};
use super::{STDIN, io_error, is_stdin, name_of};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Document, parse_date};

/// Reads documents one by one from any number of places: an iterator of each document or what is wrong with it.
///
/// A folder gives its texts, pages and documents files by name, those of the folders below it under ids such as
/// `2023/a1`, and its `manifest.csv` their dates, publishers and headlines; hidden files are left alone. A text keeps its
/// bytes, a byte order mark and CRLF included, so that spans fit the file. Of a saved page the main text is the document's
/// text, of Markdown the text without its marks. A documents file or a table is read row by row, so an
/// archive need not fit into memory; its spans fit the value of `text`, unescaped. A file of another name is JSON Lines
/// where it begins with `{`, a page where it begins with `<`, else a text.
///
/// A day of publication is that of the record, else of the manifest, else of the file's own metadata, else of a dateline
/// in the text; [`DocumentReader::unread`] gives documents with what tells which.
///
/// Each error stands for one thing that could not be used: a place, a file, a line, an entry of a manifest, an id that
/// is taken, a text that is empty. What comes after it is good.
pub struct DocumentReader {
    waiting: VecDeque<Waiting>,
    source: Option<Source>,
    columns: Columns,
    given: Option<Manifest>,
    found: HashMap<PathBuf, Option<Manifest>>,
    taken: Taken,
    problems: VecDeque<Error>,
    last_call: bool,
}

/// A place to be opened.
struct Waiting {
    path: PathBuf,
    /// Of a file of a folder: the folder, and the id of its document.
    within: Option<(Arc<Path>, String)>,
}

/// What is being read.
enum Source {
    /// Nothing more.
    Nothing,
    Lines(JsonLines<Record>),
    Rows(Rows),
    Records(Records),
    One(Box<One>),
}

/// A single document, not yet decoded.
struct One {
    bytes: Vec<u8>,
    shape: Shape,
    id: String,
    place: Place,
    /// Its folder, and its name in the manifest there; the folder that was named, where that is another.
    manifests: Vec<(PathBuf, String)>,
}

/// A document, and where the manifests are that may know it.
struct Found {
    unread: Unread,
    manifests: Vec<(PathBuf, String)>,
}

/// A line of a documents file, not yet checked.
#[derive(Deserialize)]
struct Record {
    id: Option<String>,
    published: Option<String>,
    source: Option<String>,
    language: Option<String>,
    title: Option<String>,
    text: Option<String>,
    indicator: Option<IgnoredAny>,
}

/// What [`read_documents`] found.
#[derive(Debug, Default)]
pub struct Documents {
    /// The documents that can be used, in the order of the places.
    pub documents: Vec<Document>,
    /// What could not be used.
    pub problems: Vec<Error>,
}

/// All documents of some places; `manifest` is used in place of any `manifest.csv` beside the texts.
///
/// # Errors
/// Only for a `manifest` that cannot be used at all; whatever else is wrong is among the [problems](Documents).
pub fn read_documents(paths: &[impl AsRef<Path>], manifest: Option<&Path>) -> Result<Documents> {
    let mut reader = DocumentReader::new(paths);
    if let Some(path) = manifest {
        reader = reader.with_manifest(path)?;
    }
    let mut read = Documents::default();
    for document in reader {
        match document {
            Ok(document) => read.documents.push(document),
            Err(problem) => read.problems.push(problem),
        }
    }
    Ok(read)
}

impl DocumentReader {
    /// A reader of these places, one after the other; `-` is standard input.
    #[must_use]
    pub fn new(paths: &[impl AsRef<Path>]) -> Self {
        let waiting = |path: &Path| Waiting { path: path.to_path_buf(), within: None };
        DocumentReader {
            waiting: paths.iter().map(|path| waiting(path.as_ref())).collect(),
            source: None,
            columns: Columns::default(),
            given: None,
            found: HashMap::new(),
            taken: Taken::default(),
            problems: VecDeque::new(),
            last_call: false,
        }
    }

    /// The same reader with this manifest in place of any `manifest.csv` beside the texts.
    ///
    /// It fills what a document does not say of itself, in documents files too.
    ///
    /// # Errors
    /// A manifest that cannot be read ([`ErrorKind::Io`], [`ErrorKind::Encoding`]) or has no column `document`
    /// ([`ErrorKind::Manifest`]). Single lines that cannot be used come as errors of the iterator.
    pub fn with_manifest(mut self, path: impl AsRef<Path>) -> Result<Self> {
        let (manifest, problems) = Manifest::read(path.as_ref())?;
        self.given = Some(manifest);
        self.problems.extend(problems);
        Ok(self)
    }

    /// The same reader, taking these columns of tables.
    #[must_use]
    pub fn with_columns(mut self, columns: Columns) -> Self {
        self.columns = columns;
        self
    }

    /// The next document as it was found, or what is wrong with it; `None` at the end.
    ///
    /// What is costly, taking a page apart, is left to [`Unread::read`], which other threads can do. The iterator does
    /// both, one after the other.
    pub fn unread(&mut self) -> Option<Result<Unread>> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            if let Some(taken) = self.take() {
                match taken.and_then(|taken| self.admit(taken)) {
                    Ok(document) => return Some(Ok(document)),
                    Err(problem) => self.problems.push_back(problem),
                }
            } else if let Some(waiting) = self.waiting.pop_front() {
                match self.open(waiting) {
                    Ok(source) => self.source = Some(source),
                    Err(problem) => self.problems.push_back(problem),
                }
            } else if std::mem::replace(&mut self.last_call, true) {
                return None;
            } else if let Some(manifest) = &self.given {
                self.problems.extend(manifest.unknown());
            }
        }
    }

    /// Opens the next place.
    fn open(&mut self, waiting: Waiting) -> Result<Source> {
        let Waiting { path, within } = waiting;
        if is_stdin(&path) {
            return self.sniff(Box::new(BufReader::new(std::io::stdin())), STDIN, "stdin".into(), Vec::new());
        }
        let file = name_of(&path);
        let meta = fs::metadata(&path).map_err(|cause| io_error(&file, "read", cause))?;
        if meta.is_dir() {
            self.open_folder(&path)?;
            return Ok(Source::Nothing);
        }
        let Parts { shape, packing, stem } = Parts::of(&path);
        // A shell's `press/*` names it too; it is read for the texts beside it.
        if path.file_name().is_some_and(|name| name == FILE) {
            return Ok(Source::Nothing);
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let mut manifests = vec![(folder.clone(), stem.clone())];
        let id = match within {
            Some((root, id)) => {
                if *root != *folder {
                    manifests.push((root.to_path_buf(), id.clone()));
                }
                id
            }
            None => stem.clone(),
        };
        match shape {
            Shape::Lines => Ok(Source::Lines(JsonLines::new(packed::open(&path, packing)?, &file))),
            Shape::Csv => Rows::csv(packed::open(&path, packing)?, &file, stem, &self.columns).map(Source::Rows),
            Shape::Parquet => Rows::parquet(&path, stem, &self.columns).map(Source::Rows),
            Shape::Archive => Ok(Source::Records(Records::new(packed::open(&path, packing)?, &file))),
            Shape::Unknown => self.sniff(packed::open(&path, packing)?, &file, id, manifests),
            Shape::Text | Shape::Markdown | Shape::Html => {
                let bytes = packed::read_all(packed::open(&path, packing)?, &file)?;
                let place = Place { file: file.into(), part: Part::Whole };
                Ok(Source::One(Box::new(One { bytes, shape, id, place, manifests })))
            }
        }
    }

    fn open_folder(&mut self, folder: &Path) -> Result<()> {
        let (files, problems) = place::walk(folder)?;
        self.problems.extend(problems);
        if self.given.is_none() {
            let mut folders: Vec<PathBuf> =
                files.iter().filter_map(|f| f.path.parent()).map(Path::to_path_buf).collect();
            folders.push(folder.to_path_buf());
            folders.sort();
            folders.dedup();
            for inside in folders {
                let here = files.iter().filter(|f| f.path.parent() == Some(&inside));
                let mut known: Vec<String> = here.map(|f| Parts::of(&f.path).stem).collect();
                if *inside == *folder {
                    known.extend(files.iter().map(|f| f.id.clone()));
                }
                if let Some(manifest) = self.beside(&inside) {
                    manifest.expect(known.iter().map(String::as_str));
                    let unknown = manifest.unknown();
                    self.problems.extend(unknown);
                }
            }
        }
        let root: Arc<Path> = folder.into();
        for place::Found { path, id } in files.into_iter().rev() {
            self.waiting.push_front(Waiting { path, within: Some((Arc::clone(&root), id)) });
        }
        Ok(())
    }

    /// The `manifest.csv` of a folder, read once.
    fn beside(&mut self, folder: &Path) -> Option<&mut Manifest> {
        let known = match self.found.entry(folder.to_path_buf()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let path = folder.join(FILE);
                let read = if path.is_file() { Manifest::read(&path).map(Some) } else { Ok(None) };
                place.insert(match read {
                    Ok(None) => None,
                    Ok(Some((manifest, problems))) => {
                        self.problems.extend(problems);
                        Some(manifest)
                    }
                    Err(problem) => {
                        self.problems.push_back(problem);
                        None
                    }
                })
            }
        };
        known.as_mut()
    }

    /// JSON Lines where the first byte that is not blank is `{`, a page where it is `<`, an archive where the first line
    /// is `WARC/1.0` or the like, else one text; unpacked where the first bytes show it packed.
    fn sniff(&self, mut reader: Bytes, file: &str, id: String, manifests: Vec<(PathBuf, String)>) -> Result<Source> {
        let packing = packed::packing_of(&mut reader, file)?;
        let mut reader = packed::unpacked(reader, packing, file)?;
        let mut head = Vec::new();
        let shape = loop {
            let before = head.len();
            let read = reader.read_until(b'\n', &mut head).map_err(|cause| io_error(file, "read", cause))?;
            let line = head.get(before..).unwrap_or_default();
            let line = if before == 0 { line.strip_prefix(BOM).unwrap_or(line) } else { line };
            match line.trim_ascii() {
                [] if read > 0 => {}
                [b'{', ..] => {
                    return Ok(Source::Lines(JsonLines::new(Box::new(Cursor::new(head).chain(reader)), file)));
                }
                line if warc::begins(line) => {
                    return Ok(Source::Records(Records::new(Box::new(Cursor::new(head).chain(reader)), file)));
                }
                [b'<', b'!' | b'h' | b'H' | b'?', ..] => break Shape::Html,
                _ => break Shape::Text,
            }
        };
        reader.read_to_end(&mut head).map_err(|cause| io_error(file, "read", cause))?;
        let place = Place { file: file.into(), part: Part::Whole };
        Ok(Source::One(Box::new(One { bytes: head, shape, id, place, manifests })))
    }

    /// The next document of what is being read.
    fn take(&mut self) -> Option<Result<Found>> {
        let found = |document, place| Found { unread: Unread::plain(document, place), manifests: Vec::new() };
        match self.source.as_mut()? {
            Source::Nothing => None,
            Source::Lines(lines) => {
                let file = lines.file();
                let next = lines.next()?;
                // A file of facts is no file of documents: it is told once.
                if let Ok((line, Record { text: None, indicator: Some(_), .. })) = &next {
                    let message = "wanted documents, found facts: a file of facts is given by `--facts`";
                    let place = Place { file, part: Part::Line(*line) };
                    self.source = Some(Source::Nothing);
                    return Some(Err(place.error(ErrorKind::Argument, message)));
                }
                Some(next.and_then(|(line, record)| {
                    let place = Place { file, part: Part::Line(line) };
                    Ok(found(self.document(record, &place)?, place))
                }))
            }
            Source::Rows(rows) => {
                let file = rows.file();
                let row = rows.next()?;
                Some(row.and_then(|row| {
                    let place = Place { file, part: Part::Line(row.line) };
                    let id = row.id.clone().or_else(|| match &self.source {
                        Some(Source::Rows(rows)) => Some(rows.id(&row)),
                        _ => None,
                    });
                    let Row { published, source, title, text, .. } = row;
                    let language = None;
                    let text = Some(text.unwrap_or_default());
                    let record = Record { id, published, source, language, title, text, indicator: None };
                    Ok(found(self.document(record, &place)?, place))
                }))
            }
            Source::Records(records) => {
                let next = records.next()?;
                Some(next.and_then(|record| Ok(Found { unread: Unread::of_record(record)?, manifests: Vec::new() })))
            }
            Source::One(_) => match self.source.take()? {
                Source::One(one) => Some(single(*one)),
                _ => None,
            },
        }
    }

    /// A document from a line.
    fn document(&mut self, record: Record, place: &Place) -> Result<Document> {
        let missing = |field: &str| {
            place.error(ErrorKind::Json, &format!("wanted a document with an id and a text, found no `{field}`"))
        };
        let id = record.id.filter(|id| !id.is_empty()).ok_or_else(|| missing("id"))?;
        let mut document = Document::new(id, record.text.ok_or_else(|| missing("text"))?);
        document.source = record.source;
        document.title = record.title;
        if let Some(language) = record.language {
            document.language = language;
        }
        let day = |text: &str| parse_date(text).or_else(|cause| dates::day_of(text).ok_or(cause));
        match record.published.as_deref().map(day).transpose() {
            Ok(date) => document.published = date,
            Err(cause) => {
                let message = format!("{cause}; {:?} is left without a date", document.id);
                self.problems.push_back(place.error(ErrorKind::Value, &message).caused_by(cause));
            }
        }
        Ok(document)
    }

    /// The document, where its id is free, with what the manifest says of it.
    fn admit(&mut self, found: Found) -> Result<Unread> {
        let Found { mut unread, manifests } = found;
        unread.dating = unread.document.published.map(|_| Dating::Record);
        if let Some(manifest) = &mut self.given {
            manifest.fill(&mut unread.document);
        } else {
            for (folder, name) in manifests {
                if let Some(manifest) = self.beside(&folder) {
                    manifest.fill_as(&name, &mut unread.document);
                }
            }
        }
        unread.dating = unread.dating.or(unread.document.published.map(|_| Dating::Manifest));
        self.taken.take(&unread.document.id, &unread.place).map_err(|first| {
            let message = format!("the id {:?} is taken by {first}; this document is not used", unread.document.id);
            unread.place.error(ErrorKind::Argument, &message)
        })?;
        Ok(unread)
    }
}

/// The document of a file.
fn single(one: One) -> Result<Found> {
    let One { bytes, shape, id, place, manifests } = one;
    Ok(Found { unread: Unread::of_file(bytes, shape, id, place)?, manifests })
}

impl Iterator for DocumentReader {
    type Item = Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.unread()?.and_then(Unread::read).map(|(document, _)| document))
    }
}

impl fmt::Debug for DocumentReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReader").field("waiting", &self.waiting.len()).finish_non_exhaustive()
    }
}
