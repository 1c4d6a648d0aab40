//! Documents from folders, texts, documents files and standard input.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

use super::lines::JsonLines;
use super::manifest::{FILE, Manifest};
use super::text::{BOM, into_text, read_text};
use super::{STDIN, io_error, is_stdin, name_of};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Document, parse_date};

/// Reads documents one by one from any number of places: an iterator of each document or what is wrong with it.
///
/// A folder gives its `.txt` files by name, and its `manifest.csv` their dates, publishers and headlines; subfolders
/// and hidden files are left alone. A text keeps its bytes, a byte order mark and CRLF included, so that spans fit the
/// file. A documents file is read line by line, so an archive need not fit into memory; its spans fit the value of
/// `text`, unescaped. A file of another name is JSON Lines where it begins with `{`, else a text.
///
/// Each error stands for one thing that could not be used: a place, a file, a line, an entry of a manifest, an id that
/// is taken, a text that is empty. What comes after it is good.
pub struct DocumentReader {
    waiting: VecDeque<PathBuf>,
    source: Option<Source>,
    given: Option<Manifest>,
    found: HashMap<PathBuf, Option<Manifest>>,
    taken: HashMap<Arc<str>, Place>,
    problems: VecDeque<Error>,
    last_call: bool,
}

/// What is being read.
enum Source {
    Files(VecDeque<PathBuf>),
    Lines(JsonLines<Record>),
    Text(Vec<u8>, String, Place),
}

/// Where a document stands.
#[derive(Debug, Clone)]
struct Place {
    file: Arc<str>,
    line: Option<u64>,
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
        DocumentReader {
            waiting: paths.iter().map(|path| path.as_ref().to_path_buf()).collect(),
            source: None,
            given: None,
            found: HashMap::new(),
            taken: HashMap::new(),
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

    /// Opens the next place.
    fn open(&mut self, path: PathBuf) -> Result<Source> {
        if is_stdin(&path) {
            return sniff(Box::new(BufReader::new(std::io::stdin())), STDIN, "stdin".into());
        }
        let file = name_of(&path);
        let meta = fs::metadata(&path).map_err(|cause| io_error(&file, "read", cause))?;
        if meta.is_dir() {
            return self.open_folder(&path, &file);
        }
        let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "txt" => Ok(Source::Files(VecDeque::from([path]))),
            "jsonl" | "ndjson" | "json" => Ok(Source::Lines(JsonLines::open(&path)?)),
            // A shell's `press/*` names it too; it is read for the texts beside it.
            "csv" if path.file_name().is_some_and(|name| name == FILE) => Ok(Source::Files(VecDeque::new())),
            "csv" => {
                let message =
                    "wanted texts or documents, found a table: one that is no `manifest.csv` is given by `--manifest`";
                Err(Error::new(ErrorKind::Argument, message).in_file(file))
            }
            _ => {
                let opened = File::open(&path).map_err(|cause| io_error(&file, "read", cause))?;
                sniff(Box::new(BufReader::new(opened)), &file, stem(&path))
            }
        }
    }

    fn open_folder(&mut self, folder: &Path, name: &str) -> Result<Source> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(|cause| io_error(name, "read", cause))? {
            let path = entry.map_err(|cause| io_error(name, "read", cause))?.path();
            let hidden = path.file_name().is_some_and(|file| file.to_string_lossy().starts_with('.'));
            if is_text(&path) && !hidden && path.is_file() {
                files.push(path);
            }
        }
        if files.is_empty() {
            let message = "there is no text in this folder: wanted files that end in `.txt`";
            return Err(Error::new(ErrorKind::NoDocuments, message).in_file(name));
        }
        files.sort();
        if self.given.is_none() {
            let known: Vec<String> = files.iter().map(|path| stem(path)).collect();
            if let Some(manifest) = self.beside(folder) {
                manifest.expect(known.iter().map(String::as_str));
                let unknown = manifest.unknown();
                self.problems.extend(unknown);
            }
        }
        Ok(Source::Files(files.into()))
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

    /// The next document of what is being read.
    fn take(&mut self) -> Option<Result<(Document, Place)>> {
        match self.source.as_mut()? {
            Source::Files(files) => {
                let path = files.pop_front()?;
                let place = Place { file: name_of(&path).into(), line: None };
                Some(read_text(&path).map(|text| {
                    let mut document = Document::new(stem(&path), text);
                    if self.given.is_none()
                        && let Some(manifest) = self.beside(path.parent().unwrap_or(Path::new("")))
                    {
                        manifest.fill(&mut document);
                    }
                    (document, place)
                }))
            }
            Source::Lines(lines) => {
                let file = lines.file();
                Some(lines.next()?.and_then(|(line, record)| {
                    let place = Place { file, line: Some(line) };
                    Ok((self.document(record, &place)?, place))
                }))
            }
            Source::Text(..) => match self.source.take()? {
                Source::Text(bytes, id, place) => {
                    Some(into_text(bytes, &place.file).map(|text| (Document::new(id, text), place)))
                }
                _ => None,
            },
        }
    }

    /// A document from a line.
    fn document(&mut self, record: Record, place: &Place) -> Result<Document> {
        let missing = |field: &str| {
            place.error(ErrorKind::Json, format!("wanted a document with an id and a text, found no `{field}`"))
        };
        let id = record.id.filter(|id| !id.is_empty()).ok_or_else(|| missing("id"))?;
        let mut document = Document::new(id, record.text.ok_or_else(|| missing("text"))?);
        document.source = record.source;
        document.title = record.title;
        if let Some(language) = record.language {
            document.language = language;
        }
        match record.published.as_deref().map(parse_date).transpose() {
            Ok(date) => document.published = date,
            Err(cause) => {
                let message = format!("{cause}; {:?} is left without a date", document.id);
                self.problems.push_back(place.error(ErrorKind::Value, message).caused_by(cause));
            }
        }
        Ok(document)
    }

    /// The document, where its id is free and it holds a text.
    fn admit(&mut self, mut document: Document, place: Place) -> Result<Document> {
        if let Some(manifest) = &mut self.given {
            manifest.fill(&mut document);
        }
        match self.taken.entry(Arc::clone(&document.id)) {
            Entry::Occupied(first) => {
                let message =
                    format!("the id {:?} is taken by {}; this document is not used", document.id, first.get());
                return Err(place.error(ErrorKind::Argument, message));
            }
            Entry::Vacant(free) => free.insert(place.clone()),
        };
        if document.text.trim_start_matches('\u{FEFF}').trim().is_empty() {
            return Err(place.error(ErrorKind::NoDocuments, format!("the document {:?} holds no text", document.id)));
        }
        Ok(document)
    }
}

impl Iterator for DocumentReader {
    type Item = Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            if let Some(taken) = self.take() {
                match taken.and_then(|(document, place)| self.admit(document, place)) {
                    Ok(document) => return Some(Ok(document)),
                    Err(problem) => self.problems.push_back(problem),
                }
            } else if let Some(path) = self.waiting.pop_front() {
                match self.open(path) {
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
}

impl fmt::Debug for DocumentReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReader").field("waiting", &self.waiting).finish_non_exhaustive()
    }
}

impl Place {
    fn error(&self, kind: ErrorKind, message: String) -> Error {
        let error = Error::new(kind, message).in_file(&*self.file);
        match self.line {
            Some(line) => error.at_line(line, None),
            None => error,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// JSON Lines where the first byte that is not blank is `{`, else one text.
fn sniff(mut reader: Box<dyn BufRead + Send>, file: &str, id: String) -> Result<Source> {
    let mut head = Vec::new();
    loop {
        let before = head.len();
        let read = reader.read_until(b'\n', &mut head).map_err(|cause| io_error(file, "read", cause))?;
        let line = head.get(before..).unwrap_or_default();
        let line = if before == 0 { line.strip_prefix(BOM).unwrap_or(line) } else { line };
        match line.trim_ascii().first() {
            None if read > 0 => {}
            Some(b'{') => return Ok(Source::Lines(JsonLines::new(Box::new(Cursor::new(head).chain(reader)), file))),
            _ => break,
        }
    }
    reader.read_to_end(&mut head).map_err(|cause| io_error(file, "read", cause))?;
    Ok(Source::Text(head, id, Place { file: file.into(), line: None }))
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
