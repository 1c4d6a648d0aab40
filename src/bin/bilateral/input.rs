//! What is read: documents, facts, or the sample.

use std::path::PathBuf;

use bilateral::io::{DocumentReader, FactReader, sample_documents};
use bilateral::{Document, Error, Extractor, Fact};

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
                Ok(document) => {
                    read += 1;
                    each(document)?;
                }
                Err(problem) => problems.add(&problem),
            }
        }
        if read == 0 { Err(Failure::Told) } else { Ok(()) }
    }
}

impl Given {
    /// All facts, and fails where nothing could be used.
    pub fn facts(&self, problems: &mut Problems) -> Result<Vec<Fact>, Failure> {
        let mut facts = Vec::new();
        let mut usable = false;
        for path in &self.facts {
            match FactReader::open(path) {
                Ok(reader) => {
                    let before = (facts.len(), problems.count);
                    for fact in reader {
                        match fact {
                            Ok(fact) => facts.push(fact),
                            Err(problem) => problems.add(&problem),
                        }
                    }
                    // An empty file of facts is a file of no facts.
                    usable |= facts.len() > before.0 || problems.count == before.1;
                }
                Err(problem) => problems.add(&problem),
            }
        }
        if !self.places.paths.is_empty() || self.facts.is_empty() {
            let extractor = Extractor::new();
            let each = |document: Document| {
                facts.extend(extractor.facts(&document));
                Ok(())
            };
            match self.places.documents(problems, each) {
                Err(Failure::Told) if usable => {}
                ended => ended?,
            }
        } else if !usable {
            return Err(Failure::Told);
        }
        Ok(facts)
    }
}
