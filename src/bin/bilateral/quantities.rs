//! `bilateral quantities`: every quantity of texts, in or out of scope.

use std::path::PathBuf;

use bilateral::Document;
use bilateral::io::write_quantities;

use crate::input::{Places, Problems};
use crate::output::{Ending, Failure, Output};
use crate::settings::Settings;

/// Write every quantity of texts as JSON Lines: number, unit, bound, direction, place
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral quantities press/ -o quantities.jsonl
  echo 'Shares fell 2.5 percent to $40.' | bilateral quantities -

Each line holds document, start and end (bytes of the text), quote, value (as
written, scale words taken up), high (of a range), unit, counted (whether the unit
is the name of counted things), bound, direction (up or down), and base_value,
base_high, base_unit where the record has the unit. Dates, ordinals and numbers
inside names are no quantities.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    #[command(flatten)]
    places: Places,

    /// Write to this file, which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let extractor = settings.extractor().extractor;
    let mut problems = Problems::default();
    let mut output = Output::open(args.output.as_deref())?;
    let work = |document: &Document| -> bilateral::Result<Vec<u8>> {
        let mut lines = Vec::new();
        write_quantities(&mut lines, &document.id, &extractor.quantities(&document.text))?;
        Ok(lines)
    };
    args.places.documents(settings, &mut problems, work, |_, lines| output.put(&lines?))?;
    output.finish()?;
    Ok(problems.ending())
}
