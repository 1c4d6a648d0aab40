//! `bilateral table`: facts, series and growth as data frames in a file.

use std::path::PathBuf;

#[cfg(feature = "polars")]
use bilateral::series::table::{self, facts_frame, growth_frame, series_frame, wide_frame};

use crate::input::Given;
#[cfg(feature = "polars")]
use crate::input::Problems;
#[cfg(feature = "polars")]
use crate::output::unfinished;
use crate::output::{Ending, Failure};
use crate::settings::Settings;

/// Write facts, series or growth as one table: CSV, JSON Lines, Parquet, Arrow or Markdown
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral table series press/ -o series.csv
  bilateral table facts --facts facts.jsonl -o facts.parquet

The end of the file's name says which format it is: `.csv`, `.jsonl`, `.parquet`,
`.arrow` (Arrow IPC) or `.md`.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    /// Which table
    #[arg(value_enum)]
    table: Table,

    #[command(flatten)]
    given: Given,

    /// Write to this file (`.csv`, `.jsonl`, `.parquet`, `.arrow`, `.md`), which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE", required = true)]
    output: PathBuf,
}

/// The tables that there are.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Table {
    /// A row a fact, as the record has it
    Facts,
    /// A row an observation: series, period, value, interval, source
    Series,
    /// A row a growth over the year before, with its interval
    Growth,
    /// A row a period, a column a series
    Wide,
}

#[cfg(feature = "polars")]
pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let extension = args.output.extension().unwrap_or_default();
    if !table::table_extensions().iter().any(|known| extension.eq_ignore_ascii_case(known)) {
        let known = table::table_extensions().map(|known| format!("`.{known}`")).join(", ");
        return Err(Failure::Message(format!("{}: wanted a file that ends in {known}", args.output.display())));
    }
    let mut problems = Problems::default();
    let dataset = args.given.dataset(settings, &mut problems)?;
    let mut frame = match args.table {
        Table::Facts => facts_frame(dataset.facts()),
        Table::Series => series_frame(&dataset),
        Table::Growth => growth_frame(&dataset),
        Table::Wide => wide_frame(&dataset),
    }?;
    // The table is written beside its place under this name, which goes where the run is stopped.
    let name = args.output.file_name().unwrap_or_default().to_string_lossy();
    unfinished(&args.output.with_file_name(format!(".{name}.{}.part", std::process::id())));
    table::write_table(&mut frame, &args.output)?;
    Ok(problems.ending())
}

#[cfg(not(feature = "polars"))]
pub fn run(_: &Args, _: &Settings) -> Result<Ending, Failure> {
    Err(Failure::Message("this program was built without tables: build it with `--features polars`".into()))
}
