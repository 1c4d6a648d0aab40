//! What is read: documents, facts, or the sample.

use std::path::{Path, PathBuf};

use bilateral::io::{DocumentReader, FactReader, sample_documents};
use bilateral::{Dataset, Document, Error, Extractor, Fact, Lexicon, Party};

use crate::output::{Ending, Failure, tell};

/// Where the texts are.
#[derive(Debug, clap::Args)]
pub struct Places {
    /// Folders of `.txt` files, `.txt` files, documents files (`.jsonl`), or `-` for standard input
    #[arg(value_name = "PATHS")]
    pub paths: Vec<PathBuf>,

    /// A CSV table of what texts do not say of themselves (columns document, published, source, title), in place of
    /// any `manifest.csv` beside them
    #[arg(long, value_name = "FILE", requires = "paths")]
    pub manifest: Option<PathBuf>,

    /// The day of publication of documents that have none: what `last year` is measured from
    #[arg(long, value_name = "DATE", requires = "paths", value_parser = day)]
    pub published: Option<Day>,
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

impl Places {
    /// Gives each document to `each`, and fails where there is none.
    pub fn documents(
        &self,
        problems: &mut Problems,
        mut each: impl FnMut(Document) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if self.paths.is_empty() {
            tell("no PATHS given: reading the sample that ships with the crate");
            return sample_documents().into_iter().try_for_each(each);
        }
        let mut reader = DocumentReader::new(&self.paths);
        if let Some(manifest) = &self.manifest {
            reader = reader.with_manifest(manifest)?;
        }
        let mut read = 0usize;
        for document in reader {
            match document {
                Ok(mut document) => {
                    read += 1;
                    document.published = document.published.or(self.published);
                    each(document)?;
                }
                Err(problem) => problems.add(&problem),
            }
        }
        if read == 0 && problems.count == 0 {
            tell("there is no document in these PATHS");
        }
        if read == 0 { Err(Failure::Told) } else { Ok(()) }
    }
}

/// The English name of a party, as titles show it beside its code.
pub fn name(party: &Party) -> Option<String> {
    Some(Lexicon::embedded().name(*party)).filter(|name| *name != party.to_string())
}

/// Facts, and the documents that they were read from, without their texts.
#[derive(Debug, Default)]
pub struct Found {
    /// The facts, in the order of the input.
    pub facts: Vec<Fact>,
    /// The documents among the input; facts from a file come without.
    pub documents: Vec<Document>,
}

impl Given {
    /// The facts in time, and fails where nothing could be used.
    pub fn dataset(&self, problems: &mut Problems) -> Result<Dataset, Failure> {
        let found = self.read(problems)?;
        Ok(Dataset::new(&found.facts, &found.documents))
    }

    /// All facts, and fails where nothing could be used.
    pub fn read(&self, problems: &mut Problems) -> Result<Found, Failure> {
        let mut found = Found::default();
        let mut usable = false;
        for path in &self.facts {
            usable |= read_facts(path, &mut found.facts, problems);
        }
        if !self.facts.is_empty() && self.places.paths.is_empty() {
            return if usable { Ok(found) } else { Err(Failure::Told) };
        }
        let extractor = Extractor::new();
        let each = |mut document: Document| {
            found.facts.extend(extractor.facts(&document));
            // What the text says of its statistics, before the text is let go.
            document.statistics = document.statistics.or_else(|| Lexicon::embedded().statistics_of(&document.text));
            document.text = String::new();
            found.documents.push(document);
            Ok(())
        };
        match self.places.documents(problems, each) {
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
