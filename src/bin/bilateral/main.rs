//! Checked statistics of bilateral trade and energy, from the command line.
//!
//! One file a subcommand; `input` and `output` are what they share.

mod check;
mod explain;
mod extract;
mod input;
mod output;
mod quantities;
#[cfg(feature = "reconcile")]
mod reconcile;
mod table;
mod trends;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::{Ending, Failure};

/// Reads press and official texts into typed, sourced, checked figures of bilateral trade and energy.
#[derive(Debug, Parser)]
#[command(name = "bilateral", version, max_term_width = 100, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Args),
    Trends(trends::Args),
    Check(check::Args),
    #[cfg(feature = "reconcile")]
    Reconcile(reconcile::Args),
    Table(table::Args),
    Explain(explain::Args),
    Quantities(quantities::Args),
}

const AFTER_HELP: &str = "\
Examples:
  bilateral trends
  bilateral extract press/ -o facts.jsonl
  bilateral check --facts facts.jsonl --format markdown -o findings.md
  bilateral table series press/ -o series.csv
  bilateral explain --published 2023-09-25 'Trade grew 14.1 percent to $2.648 billion last year.'

PATHS are folders of `.txt` files (with a `manifest.csv` among them, where there
is one), single `.txt` files, documents files in JSON Lines, or `-` for standard
input. Without any, the sample that ships with the crate is read.

Exit status:
  0  all well
  1  some input could not be used, as standard error tells; the rest was written
  2  nothing could be done: wrong arguments, no input that could be used, or no
     place to write to
  3  figures conflict (only `--fail-on-conflict`)
Each problem is a line on standard error: `bilateral: FILE:LINE:COLUMN: what`.";

fn main() -> ExitCode {
    let ended = match Cli::parse().command {
        Command::Extract(args) => extract::run(&args),
        Command::Trends(args) => trends::run(&args),
        Command::Check(args) => check::run(&args),
        #[cfg(feature = "reconcile")]
        Command::Reconcile(args) => reconcile::run(&args),
        Command::Table(args) => table::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Quantities(args) => quantities::run(&args),
    };
    match ended {
        Ok(Ending::Whole) | Err(Failure::ReaderLeft) => ExitCode::SUCCESS,
        Ok(Ending::Partial) => ExitCode::from(1),
        Ok(Ending::Conflict) => ExitCode::from(3),
        Err(Failure::Told) => ExitCode::from(2),
        Err(Failure::Message(message)) => {
            output::tell(&message);
            ExitCode::from(2)
        }
    }
}
