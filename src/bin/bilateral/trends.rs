//! `bilateral trends`: figures over time.

use bilateral::check;
use bilateral::report::Report;

use crate::input::{Given, Problems, name};
use crate::output::{Ending, Failure, Written};
use crate::settings::Settings;

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

    #[command(flatten)]
    written: Written,
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let mut problems = Problems::default();
    let dataset = args.given.dataset(settings, &mut problems)?;
    let findings = check::run(&dataset, check::ALL);
    let named = name(settings);
    args.written.write(Report::full(&dataset, findings).named(&named))?;
    Ok(problems.ending())
}
