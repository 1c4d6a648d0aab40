//! `bilateral trends`: figures over time.

use std::path::PathBuf;

use bilateral::check;
use bilateral::report::{self, Format, Report};

use crate::input::{Given, Problems, name};
use crate::output::{Ending, Failure, Output, formats};

/// Show the figures of texts as series over time, with growth, aims, and what does not fit
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral trends
  bilateral trends press/ --format markdown -o trends.md
  bilateral extract press/ -o facts.jsonl && bilateral trends --facts facts.jsonl

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    #[command(flatten)]
    given: Given,

    /// How the tables are written
    #[arg(long, default_value_t, value_parser = formats())]
    format: Format,

    /// Write to this file, which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<Ending, Failure> {
    let mut problems = Problems::default();
    let dataset = args.given.dataset(&mut problems)?;
    let findings = check::run(&dataset, check::ALL);
    let mut output = Output::open(args.output.as_deref())?;
    report::write(&Report::full(&dataset, findings).named(&name), args.format, &mut output)?;
    output.finish()?;
    Ok(problems.ending())
}
