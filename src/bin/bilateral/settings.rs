//! What holds for every subcommand: words and preferences, threads, how much is told.

use std::fs;
use std::hash::Hash as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bilateral::{Extractor, Fact, Lexicon, Preferences};

use crate::output::{Failure, tell};
use crate::resume::chained;

/// The name of a file of preferences that is found by itself.
const FILE: &str = "bilateral.toml";

/// Options of every subcommand.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Common {
    /// Your own words, publishers and units [default: `bilateral.toml` in this folder, where there is one]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,

    /// How many texts are read at a time; the result is the same for any number [default: as many as there are cores]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,

    /// No progress and no notes on standard error, only what could not be used
    #[arg(short, long, global = true)]
    quiet: bool,

    /// Tell more on standard error: what was read from where, and where each date comes from
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
}

/// The options, read.
#[derive(Debug)]
pub struct Settings {
    pub quiet: bool,
    pub verbose: bool,
    /// How many texts are read at a time.
    pub threads: usize,
    /// A hash of the user's words and preferences, as they are written.
    pub words: u64,
    preferences: Preferences,
}

impl Common {
    /// Reads the preferences and starts the threads.
    pub fn settle(&self) -> Result<Settings, Failure> {
        let threads = self.threads.map_or_else(cores, usize::from);
        let beside = || Some(PathBuf::from(FILE)).filter(|file| file.is_file());
        let file = self.config.clone().or_else(beside);
        let (preferences, words) = file.as_deref().map(read).transpose()?.unwrap_or_default();
        let settings = Settings { quiet: self.quiet, verbose: self.verbose, threads, words, preferences };
        if let Some(file) = file.filter(|_| self.verbose) {
            settings.detail(|| format!("{}: own words and preferences", file.display()));
        }
        Ok(settings)
    }
}

/// As many as there are cores, or as the variable says that programs with threads go by.
fn cores() -> usize {
    let wanted = std::env::var("RAYON_NUM_THREADS").ok().and_then(|number| number.parse().ok());
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    wanted.filter(|number| (1..=usize::from(u16::MAX)).contains(number)).unwrap_or_else(cores)
}

fn read(file: &Path) -> Result<(Preferences, u64), Failure> {
    let name = file.display();
    let text =
        fs::read_to_string(file).map_err(|cause| Failure::Message(format!("{name}: cannot read it: {cause}")))?;
    let words = chained(0, |hasher| text.hash(hasher));
    Ok((Preferences::parse(&text, &name.to_string())?, words))
}

impl Settings {
    /// A reader of texts with the user's words.
    pub fn extractor(&self) -> Reader<'_> {
        Reader { extractor: Extractor::with_lexicon(self.preferences.lexicon()), preferences: &self.preferences }
    }

    /// The words.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        self.preferences.lexicon()
    }

    /// What the user prefers.
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// The one name of a publisher.
    pub fn source(&self, name: String) -> String {
        self.preferences.source(&name).to_owned()
    }

    /// Tells something that is no problem.
    pub fn note(&self, message: &str) {
        if !self.quiet {
            tell(message);
        }
    }

    /// Tells what only those want to know who ask.
    pub fn detail(&self, message: impl FnOnce() -> String) {
        if self.verbose {
            tell(&message());
        }
    }
}

/// Reads texts with the user's words, in the user's units.
pub struct Reader<'s> {
    pub extractor: Extractor,
    preferences: &'s Preferences,
}

impl Reader<'_> {
    /// The facts of a document.
    pub fn facts(&self, document: &bilateral::Document) -> Vec<Fact> {
        let mut facts = self.extractor.facts(document);
        for fact in &mut facts {
            fact.quantity = self.preferences.preferred(fact.quantity);
        }
        facts
    }
}
