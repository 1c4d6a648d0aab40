//! `bilateral extract`: texts to facts.

use std::path::PathBuf;

use bilateral::Extractor;
use bilateral::io::write_facts;

use crate::input::{Places, Problems};
use crate::output::{Ending, Failure, Output};

/// Write the facts of texts as JSON Lines, one fact a line
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral extract press/ -o facts.jsonl
  bilateral extract press.jsonl --manifest dates.csv
  cat article.txt | bilateral extract -

Each line holds document, start and end (bytes of the text), quote, kind,
indicator, commodity, reporter, partner, period, base, value, high, unit, bound,
status and quantum (one step of the last written digit).

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    #[command(flatten)]
    places: Places,

    /// Write to this file, which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Add which rule filled each slot, and the bytes it read
    #[arg(long)]
    evidence: bool,
}

pub fn run(args: &Args) -> Result<Ending, Failure> {
    let extractor = Extractor::new();
    let mut problems = Problems::default();
    let mut output = Output::open(args.output.as_deref())?;
    args.places.documents(&mut problems, |document| {
        let mut facts = extractor.facts(&document);
        if !args.evidence {
            facts.iter_mut().for_each(|fact| fact.evidence.clear());
        }
        Ok(write_facts(&mut output, &facts)?)
    })?;
    output.finish()?;
    Ok(problems.ending())
}
