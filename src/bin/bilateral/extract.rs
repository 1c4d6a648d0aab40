//! `bilateral extract`: texts to facts.

use std::path::{Path, PathBuf};

use bilateral::Document;
use bilateral::io::{write_documents, write_facts};

use crate::input::{Dated, Places, Problems, Read, Sink};
use crate::output::{Ending, Failure, Output};
use crate::resume::{Journal, Opened, Run, State};
use crate::settings::Settings;

/// Write the facts of texts as JSON Lines, one fact a line
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral extract press/ -o facts.jsonl
  bilateral extract saved-pages/*.html -v
  bilateral extract press.jsonl.gz --manifest dates.csv
  bilateral extract news.csv --text-column body --date-column day
  bilateral extract crawl/*.warc.gz -o facts.jsonl --resume
  cat article.txt | bilateral extract -

Each line holds document, start and end (bytes of the text), quote, kind,
indicator, commodity, reporter, partner, period, base, value, high, unit, bound,
status and quantum (one step of the last written digit).

With -v a line on standard error says of each document where its day of
publication comes from: the record, the manifest, the metadata of the page, a
dateline in the text, or --published.

With --resume, FILE.part and FILE.journal stay where the run is stopped or killed,
the power fails or the disk is full; the same command goes on from there. FILE
itself is replaced at the end, and holds what a run without a stop writes.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    #[command(flatten)]
    places: Places,

    /// Write to this file, which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write the documents as they were read too (JSON Lines): the texts that the bytes of facts count in
    #[arg(long, value_name = "FILE")]
    documents: Option<PathBuf>,

    /// Go on where the same run was interrupted; to be given from the first time on
    #[arg(long, requires_all = ["output", "paths"])]
    resume: bool,

    /// Add which rule filled each slot, and the bytes it read
    #[arg(long)]
    evidence: bool,
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let extractor = settings.extractor();
    let with_texts = args.documents.is_some();
    let work = |document: &Document| -> bilateral::Result<Lines> {
        let mut facts = extractor.facts(document);
        if !args.evidence {
            facts.iter_mut().for_each(|fact| fact.evidence.clear());
        }
        let mut lines = Lines { count: facts.len(), ..Lines::default() };
        write_facts(&mut lines.facts, &facts)?;
        if with_texts {
            write_documents(&mut lines.document, std::slice::from_ref(document))?;
        }
        Ok(lines)
    };
    let mut problems = Problems::default();
    if args.resume {
        return resumed(args, settings, &mut problems, work);
    }
    let mut output = Output::open(args.output.as_deref())?;
    let mut texts = args.documents.as_deref().map(|path| Output::open(Some(path))).transpose()?;
    args.places.documents(settings, &mut problems, work, |read, lines| {
        let lines = lines?;
        settings.detail(|| origin(&read, lines.count));
        if let Some(texts) = &mut texts {
            texts.put(&lines.document)?;
        }
        output.put(&lines.facts)
    })?;
    output.finish()?;
    texts.map_or(Ok(()), Output::finish)?;
    Ok(problems.ending())
}

/// The run that can be gone on with.
fn resumed(
    args: &Args,
    settings: &Settings,
    problems: &mut Problems,
    work: impl Fn(&Document) -> bilateral::Result<Lines> + Sync,
) -> Result<Ending, Failure> {
    let Args { places, output, documents, resume: _, evidence } = args;
    let files: Vec<&Path> = output.iter().chain(documents).map(PathBuf::as_path).collect();
    let name = files.first().map(|file| file.display()).map_or_else(String::new, |name| name.to_string());
    let run = Run::new(settings.words, format!("{places:?}, evidence {evidence}, {} files", files.len()));
    let (journal, mut state) = match Journal::open(&files, &run)? {
        Opened::From(journal, state) => (journal, state),
        Opened::Complete(state) => {
            settings.note(&format!("{name}: the interrupted run had written all of it"));
            return Ok(Problems::of(state.problems).ending());
        }
    };
    let mut sink = Kept { journal, settings };
    match places.documents_from(Some(&mut state), settings, problems, work, &mut sink) {
        // There is nothing to go on with.
        Err(Failure::Told) => {
            sink.journal.discard();
            Err(Failure::Told)
        }
        Err(failure) => Err(failure),
        Ok(()) => {
            sink.journal.finish(&state)?;
            Ok(problems.ending())
        }
    }
}

/// Lines on their way to files that a run can go on with.
struct Kept<'s> {
    journal: Journal,
    settings: &'s Settings,
}

impl Sink<bilateral::Result<Lines>> for &mut Kept<'_> {
    fn document(&mut self, read: Read, lines: bilateral::Result<Lines>) -> Result<(), Failure> {
        let lines = lines?;
        self.settings.detail(|| origin(&read, lines.count));
        self.journal.put(0, &lines.facts);
        self.journal.put(1, &lines.document);
        Ok(())
    }

    fn come_to(&mut self, state: &State) -> Result<(), Failure> {
        self.journal.piece(state)
    }
}

/// What is written of one document.
#[derive(Default)]
struct Lines {
    facts: Vec<u8>,
    count: usize,
    document: Vec<u8>,
}

/// `press/a1.html: published 2021-05-07, from the metadata (time); 3 facts`.
fn origin(read: &Read, facts: usize) -> String {
    let document = &read.document;
    let place = read.place.as_ref().map_or_else(|| document.id.to_string(), ToString::to_string);
    let day = document.published.map(|day| day.to_string()).unwrap_or_default();
    let from = match &read.dating {
        Some(Dated::By(dating)) => format!("published {day}, from {dating}"),
        Some(Dated::ByArgument) => format!("published {day}, from --published"),
        None => "no day of publication".into(),
    };
    let noun = if facts == 1 { "fact" } else { "facts" };
    format!("{place}: {from}; {facts} {noun}")
}
