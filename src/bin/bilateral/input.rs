//! What is read: documents, facts, or the sample.

use std::hash::Hash as _;
use std::path::{Path, PathBuf};

use bilateral::io::{Columns, Dating, DocumentReader, FactReader, Place, Unread, sample_documents};
use bilateral::{Dataset, Document, Error, Fact, Party};

use crate::flow;
use crate::output::{Ending, Failure, tell};
use crate::progress::Progress;
use crate::resume::{State, chained};
use crate::settings::Settings;

/// Where the texts are.
#[derive(Debug, clap::Args)]
pub struct Places {
    /// Folders (and those below them), texts (`.txt`, `.md`), saved pages (`.html`), documents files (`.jsonl`), tables
    /// with a text column (`.csv`, `.parquet`), each also packed (`.gz`, `.zst`), patterns such as `press/*.txt`, or `-`
    /// for standard input
    #[arg(value_name = "PATHS")]
    pub paths: Vec<PathBuf>,

    /// A CSV table of what texts do not say of themselves (columns document, published, source, title), in place of
    /// any `manifest.csv` beside them
    #[arg(long, value_name = "FILE", requires = "paths")]
    pub manifest: Option<PathBuf>,

    /// The day of publication of documents that have none: what `last year` is measured from
    #[arg(long, value_name = "DATE", requires = "paths", value_parser = day)]
    pub published: Option<Day>,

    /// Of a table: the column of the text [default: text, body, content or article]
    #[arg(long, value_name = "COLUMN", help_heading = "Tables")]
    text_column: Option<String>,

    /// Of a table: the column of the document's id [default: id, document or url, else file and row]
    #[arg(long, value_name = "COLUMN", help_heading = "Tables")]
    id_column: Option<String>,

    /// Of a table: the column of the day of publication [default: published, date, ...]
    #[arg(long, value_name = "COLUMN", help_heading = "Tables")]
    date_column: Option<String>,

    /// Of a table: the column of the publisher [default: source, publisher, ...]
    #[arg(long, value_name = "COLUMN", help_heading = "Tables")]
    source_column: Option<String>,

    /// Of a table: the column of the headline [default: title, headline]
    #[arg(long, value_name = "COLUMN", help_heading = "Tables")]
    title_column: Option<String>,
}

/// A day as documents hold it.
pub type Day = chrono::NaiveDate;

/// Reads a day of an argument.
pub fn day(text: &str) -> Result<Day, String> {
    let document = Document::new("", "").with_published(text).map_err(|error| error.to_string())?;
    document.published.ok_or_else(|| "no day".into())
}

/// Where the facts come from.
#[derive(Debug, clap::Args)]
pub struct Given {
    #[command(flatten)]
    pub places: Places,

    /// A file of facts as `bilateral extract` writes them; can be given several times, and beside PATHS
    #[arg(long, value_name = "FILE")]
    pub facts: Vec<PathBuf>,
}

/// Counts what could not be used, and tells it.
#[derive(Debug, Default)]
pub struct Problems {
    count: usize,
}

impl Problems {
    /// So many that were told before.
    pub fn of(count: usize) -> Self {
        Problems { count }
    }

    /// Tells one.
    pub fn add(&mut self, problem: &Error) {
        self.count += 1;
        tell(&problem.to_string());
    }

    /// How the run ends, its result being written.
    pub fn ending(&self) -> Ending {
        if self.count == 0 { Ending::Whole } else { Ending::Partial }
    }
}

/// A document with where it was found.
#[derive(Debug)]
pub struct Read {
    pub document: Document,
    /// The file and line.
    pub place: Option<Place>,
    /// Where its day of publication comes from.
    pub dating: Option<Dated>,
}

/// Where a day of publication comes from, arguments included.
#[derive(Debug)]
pub enum Dated {
    By(Dating),
    ByArgument,
}

/// How many bytes, and how many documents, one thread takes at a time.
const PIECE: (usize, usize) = (1 << 16, 64);

impl Places {
    /// Does `work` on all documents, several at a time, and gives each with its result to `each` in the order of the
    /// input, so that the number of threads changes nothing. Fails where there is no document.
    pub fn documents<T: Send>(
        &self,
        settings: &Settings,
        problems: &mut Problems,
        work: impl Fn(&Document) -> T + Sync,
        each: impl FnMut(Read, T) -> Result<(), Failure> + Send,
    ) -> Result<(), Failure> {
        self.documents_from(None, settings, problems, work, each)
    }

    /// The same from where a run was interrupted, if it was; `sink` is told then after each piece how far it has come.
    pub fn documents_from<T: Send>(
        &self,
        from: Option<&mut State>,
        settings: &Settings,
        problems: &mut Problems,
        work: impl Fn(&Document) -> T + Sync,
        mut sink: impl Sink<T>,
    ) -> Result<(), Failure> {
        if self.paths.is_empty() {
            settings.note("no PATHS given: reading the sample that ships with the crate");
            return sample_documents().into_iter().try_for_each(|document| {
                let done = work(&document);
                sink.document(Read { document, place: None, dating: Some(Dated::By(Dating::Manifest)) }, done)
            });
        }
        let paths = expanded(&self.paths, problems);
        let mut reader = DocumentReader::new(&paths).with_columns(self.columns());
        if let Some(manifest) = &self.manifest {
            reader = reader.with_manifest(manifest)?;
        }
        let progress = Progress::start(settings, &paths);
        let keeps = from.is_some();
        let mut unkept = State::default();
        let state = from.unwrap_or(&mut unkept);
        if state.items > 0 {
            skip(&mut reader, state)?;
            problems.count = state.problems;
            let (documents, told) = (state.documents, state.problems);
            settings.note(&format!("going on after {documents} documents and {told} problems told before"));
        }
        let mut taken = (state.items, state.found);
        let next = || piece(&mut reader, keeps.then_some(&mut taken));
        let work = |(piece, taken): Piece<Unread>| {
            let one = |unread: bilateral::Result<Unread>| {
                let read = self.read(unread?, settings)?;
                let done = work(&read.document);
                Ok((read, done))
            };
            (piece.into_iter().map(one).collect(), taken)
        };
        let hand_over = |(piece, taken): Piece<(Read, T)>| {
            for one in piece {
                match one {
                    Ok((document, done)) => {
                        state.documents += 1;
                        progress.done(state.documents, document.document.text.len());
                        sink.document(document, done)?;
                    }
                    Err(problem) => progress.aside(|| problems.add(&problem)),
                }
            }
            let Some((items, found)) = taken else { return Ok::<(), Failure>(()) };
            (state.items, state.found, state.problems) = (items, found, problems.count);
            sink.come_to(state)
        };
        flow::run(settings.threads, next, work, hand_over)?;
        progress.finish();
        let read = state.documents;
        if read == 0 && problems.count == 0 {
            tell("there is no document in these PATHS");
        }
        if read == 0 { Err(Failure::Told) } else { Ok(()) }
    }

    /// A document with its day and publisher as the arguments and the preferences have them.
    fn read(&self, unread: Unread, settings: &Settings) -> bilateral::Result<Read> {
        let (mut document, origin) = unread.read()?;
        let mut dating = origin.dating.map(Dated::By);
        if let (None, Some(day)) = (document.published, self.published) {
            (document.published, dating) = (Some(day), Some(Dated::ByArgument));
        }
        document.source = document.source.map(|source| settings.source(source));
        Ok(Read { document, place: Some(origin.place), dating })
    }

    /// The columns of tables.
    fn columns(&self) -> Columns {
        let mut columns = Columns::default();
        columns.text.clone_from(&self.text_column);
        columns.id.clone_from(&self.id_column);
        columns.published.clone_from(&self.date_column);
        columns.source.clone_from(&self.source_column);
        columns.title.clone_from(&self.title_column);
        columns
    }
}

/// Takes documents with what was made of them.
pub trait Sink<T>: Send {
    /// The next document.
    fn document(&mut self, read: Read, done: T) -> Result<(), Failure>;

    /// So far the run has come.
    fn come_to(&mut self, _: &State) -> Result<(), Failure> {
        Ok(())
    }
}

impl<T, F: FnMut(Read, T) -> Result<(), Failure> + Send> Sink<T> for F {
    fn document(&mut self, read: Read, done: T) -> Result<(), Failure> {
        self(read, done)
    }
}

/// What one thread takes at a time, with how much was found up to its end, where that is kept.
type Piece<T> = (Vec<bilateral::Result<T>>, Option<(u64, u64)>);

/// The next piece; `None` at the end.
fn piece(reader: &mut DocumentReader, mut taken: Option<&mut (u64, u64)>) -> Option<Piece<Unread>> {
    let (mut piece, mut size) = (Vec::new(), 0);
    while piece.len() < PIECE.1 && size < PIECE.0 {
        let Some(next) = reader.unread() else { break };
        size += next.as_ref().map_or(0, Unread::size);
        if let Some(taken) = taken.as_deref_mut() {
            *taken = (taken.0 + 1, with(taken.1, &next));
        }
        piece.push(next);
    }
    (!piece.is_empty()).then_some((piece, taken.copied()))
}

/// The hash of all found before and of this.
fn with(found: u64, next: &bilateral::Result<Unread>) -> u64 {
    chained(found, |hasher| match next {
        Ok(unread) => unread.hash(hasher),
        Err(problem) => problem.to_string().hash(hasher),
    })
}

/// Passes over what an interrupted run is done with, and fails where the input has become another.
fn skip(reader: &mut DocumentReader, state: &State) -> Result<(), Failure> {
    let mut found = 0;
    for _ in 0..state.items {
        let next = reader.unread();
        found = next.as_ref().map_or(0, |next| with(found, next));
    }
    if found == state.found {
        return Ok(());
    }
    Err(Failure::Message(format!(
        "the first {} documents are no more what they were for the interrupted run; remove the journal beside the output \
         to begin anew",
        state.items
    )))
}

/// The paths, with the files of each pattern that no shell expanded in its place; a file of that very name goes first.
fn expanded(paths: &[PathBuf], problems: &mut Problems) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths {
        let pattern = path.to_string_lossy();
        if path.exists() || !pattern.contains(['*', '?', '[']) {
            all.push(path.clone());
            continue;
        }
        let before = all.len();
        match glob::glob(&pattern) {
            Ok(found) => all.extend(found.filter_map(Result::ok)),
            Err(cause) => {
                problems.count += 1;
                tell(&format!("{pattern}: wanted a pattern such as `press/**/*.txt`: {cause}"));
                continue;
            }
        }
        if all.len() == before {
            problems.count += 1;
            tell(&format!("{pattern}: no file fits this pattern"));
        }
    }
    all
}

/// Facts, and the documents that they were read from.
#[derive(Debug, Default)]
pub struct Found {
    /// The facts, in the order of the input.
    pub facts: Vec<Fact>,
    /// The documents among the input; facts from a file come without.
    pub documents: Vec<Document>,
}

impl Found {
    /// The facts in time, the figures of heavier publishers first.
    pub fn dataset(&self, settings: &Settings) -> Dataset {
        let dataset = Dataset::new(&self.facts, &self.documents);
        let preferences = settings.preferences();
        if preferences.has_weights() { dataset.with_weights(|source| preferences.weight(source)) } else { dataset }
    }
}

/// Whether the texts of documents are needed once they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    Kept,
    Dropped,
}

impl Given {
    /// The facts in time, and fails where nothing could be used.
    pub fn dataset(&self, settings: &Settings, problems: &mut Problems) -> Result<Dataset, Failure> {
        let found = self.read(settings, problems, Texts::Dropped)?;
        Ok(found.dataset(settings))
    }

    /// All facts, and fails where nothing could be used.
    pub fn read(&self, settings: &Settings, problems: &mut Problems, texts: Texts) -> Result<Found, Failure> {
        let mut found = Found::default();
        let mut usable = false;
        for path in &self.facts {
            usable |= read_facts(path, &mut found.facts, problems);
        }
        if !self.facts.is_empty() && self.places.paths.is_empty() {
            return if usable { Ok(found) } else { Err(Failure::Told) };
        }
        let (extractor, lexicon) = (settings.extractor(), settings.lexicon());
        let work = |document: &Document| extractor.facts(document);
        let each = |read: Read, facts: Vec<Fact>| {
            let mut document = read.document;
            found.facts.extend(facts);
            // What the text says of its statistics, before the text is let go.
            document.statistics = document.statistics.or_else(|| lexicon.statistics_of(&document.text));
            if texts == Texts::Dropped {
                document.text = String::new();
            }
            found.documents.push(document);
            Ok(())
        };
        match self.places.documents(settings, problems, work, each) {
            Err(Failure::Told) if usable => Ok(found),
            ended => ended.map(|()| found),
        }
    }
}

/// Adds the facts of a file; whether it could be used, if only as a file of no facts.
fn read_facts(path: &Path, facts: &mut Vec<Fact>, problems: &mut Problems) -> bool {
    let before = (facts.len(), problems.count);
    match FactReader::open(path) {
        Ok(reader) => {
            for fact in reader {
                match fact {
                    Ok(fact) => facts.push(fact),
                    Err(problem) => problems.add(&problem),
                }
            }
        }
        Err(problem) => problems.add(&problem),
    }
    facts.len() > before.0 || problems.count == before.1
}

/// The name that titles show beside the code of a party.
pub fn name(settings: &Settings) -> impl Fn(&Party) -> Option<String> + '_ {
    |party| Some(settings.lexicon().name(*party)).filter(|name| *name != party.to_string())
}
