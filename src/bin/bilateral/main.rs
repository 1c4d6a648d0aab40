//! Checked statistics of bilateral trade and energy, from the command line.
//!
//! One file a subcommand; `input`, `output` and `settings` are what they share.

mod against;
mod chart;
mod check;
mod explain;
mod export;
mod extract;
mod flow;
mod input;
mod output;
mod paint;
mod progress;
mod quantities;
#[cfg(feature = "reconcile")]
mod reconcile;
mod report;
mod resume;
mod settings;
mod shell;
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

    #[command(flatten)]
    common: settings::Common,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Args),
    Trends(trends::Args),
    Check(check::Args),
    #[cfg(feature = "reconcile")]
    Reconcile(reconcile::Args),
    Report(report::Args),
    Table(table::Args),
    Chart(chart::Args),
    Export(export::Args),
    Explain(explain::Args),
    Quantities(quantities::Args),
    Completions(shell::Completions),
    Man(shell::Man),
}

const AFTER_HELP: &str = "\
Examples:
  bilateral trends
  bilateral extract press/ -o facts.jsonl
  bilateral check --facts facts.jsonl --format markdown -o findings.md
  bilateral table series press/ -o series.csv
  bilateral chart press/ -o trade.svg
  bilateral report press/ -o report.html
  bilateral explain --published 2023-09-25 'Trade grew 14.1 percent to $2.648 billion last year.'

PATHS are folders (with those below them, and a `manifest.csv` among the texts,
where there is one), texts (.txt, .md), saved pages (.html), documents files
(.jsonl), tables with a text column (.csv, .parquet), web archives (.warc, .wet),
any of these packed (.gz, .zst), patterns such as 'press/**/*.html', or - for
standard input. Without any, the sample that ships with the crate is read.

Exit status:
  0    all well
  1    some input could not be used, as standard error tells; the rest was written
  2    nothing could be done: wrong arguments, no input that could be used, or no
       place to write to
  3    figures conflict (only `--fail-on-conflict`)
  130  stopped by Ctrl-C; no file is left half written
Each problem is a line on standard error: `bilateral: FILE:LINE:COLUMN: what`.
Colours are used on a terminal only, and never where NO_COLOR is set.";

fn main() -> ExitCode {
    output::clean_when_stopped();
    let cli = Cli::parse();
    let ended = cli.common.settle().and_then(|settings| match cli.command {
        Command::Extract(args) => extract::run(&args, &settings),
        Command::Trends(args) => trends::run(&args, &settings),
        Command::Check(args) => check::run(&args, &settings),
        #[cfg(feature = "reconcile")]
        Command::Reconcile(args) => reconcile::run(&args, &settings),
        Command::Report(args) => report::run(&args, &settings),
        Command::Table(args) => table::run(&args, &settings),
        Command::Chart(args) => chart::run(&args, &settings),
        Command::Export(args) => export::run(&args, &settings),
        Command::Explain(args) => explain::run(&args, &settings),
        Command::Quantities(args) => quantities::run(&args, &settings),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args),
    });
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
