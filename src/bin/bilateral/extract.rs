//! `bilateral extract`: texts to facts.

use std::path::PathBuf;

use bilateral::Document;
use bilateral::io::{write_documents, write_facts};

use crate::input::{Dated, Places, Problems, Read};
use crate::output::{Ending, Failure, Output};
use crate::settings::Settings;

/// Write the facts of texts as JSON Lines, one fact a line
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral extract press/ -o facts.jsonl
  bilateral extract saved-pages/*.html -v
  bilateral extract press.jsonl.gz --manifest dates.csv
  bilateral extract news.csv --text-column body --date-column day
  cat article.txt | bilateral extract -

Each line holds document, start and end (bytes of the text), quote, kind,
indicator, commodity, reporter, partner, period, base, value, high, unit, bound,
status and quantum (one step of the last written digit).

With -v a line on standard error says of each document where its day of
publication comes from: the record, the manifest, the metadata of the page, a
dateline in the text, or --published.

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

    /// Add which rule filled each slot, and the bytes it read
    #[arg(long)]
    evidence: bool,
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let extractor = settings.extractor();
    let mut problems = Problems::default();
    let mut output = Output::open(args.output.as_deref())?;
    let mut texts = args.documents.as_deref().map(|path| Output::open(Some(path))).transpose()?;
    let with_texts = texts.is_some();
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
    args.places.documents(settings, &mut problems, work, |read, lines| {
        let lines = lines?;
        settings.detail(&origin(&read, lines.count));
        if let Some(texts) = &mut texts {
            texts.put(&lines.document)?;
        }
        output.put(&lines.facts)
    })?;
    output.finish()?;
    texts.map_or(Ok(()), Output::finish)?;
    Ok(problems.ending())
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
