//! `bilateral chart`: series as pictures.

use std::path::PathBuf;

#[cfg(feature = "chart")]
use std::io::Write as _;

use crate::input::Given;
#[cfg(feature = "chart")]
use crate::input::{Problems, name};
#[cfg(feature = "chart")]
use crate::output::Output;
use crate::output::{Ending, Failure};
use crate::settings::Settings;

/// Draw series as one picture: SVG or PNG
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral chart press/ -o trade.svg
  bilateral chart press/ --match 'turnover of China' --columns 1 -o trade.png
  bilateral chart press/ --reconciled -o trade.svg

The end of the file's name says which format it is: `.svg` or `.png`. Filled marks
are stated, hollow ones implied by a stated growth; a bar is what rounding leaves
open, an arrow an open end (more than, up to), a diamond on a dashed line a target
or forecast. Each publisher has a colour and a shape.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    #[command(flatten)]
    given: Given,

    /// Write to this file (`.svg`, `.png`), which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE", required = true)]
    output: PathBuf,

    /// Also draw what all statements together come to, where none says it
    #[arg(long)]
    reconciled: bool,

    /// Only series whose title holds these words, in any order and case
    #[arg(long = "match", value_name = "WORDS")]
    words: Option<String>,

    /// Only series of at least this many figures [default: 2 where there is any such, else 1]
    #[arg(long, value_name = "N")]
    least: Option<usize>,

    /// How many pictures stand side by side
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=8))]
    columns: u32,

    /// The size of each picture in pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "640x360", value_parser = size)]
    size: (u32, u32),
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let wrong = || format!("wanted a size such as 640x360, found {text:?}");
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    Ok((width.parse().map_err(|_| wrong())?, height.parse().map_err(|_| wrong())?))
}

#[cfg(feature = "chart")]
pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    use bilateral::chart::{self, Look};
    let end = args.output.extension().unwrap_or_default().to_ascii_lowercase();
    if end != "svg" && end != "png" {
        let message = format!("{}: wanted a file that ends in `.svg` or `.png`", args.output.display());
        return Err(Failure::Message(message));
    }
    let mut problems = Problems::default();
    let dataset = args.given.dataset(settings, &mut problems)?;
    let known = name(settings);
    let mut panels = chart::panels(&dataset, &|party| known(party).unwrap_or_else(|| party.to_string()));
    if args.reconciled {
        add_reconciled(&mut panels, &dataset)?;
    }
    if let Some(words) = &args.words {
        let words: Vec<String> = words.to_lowercase().split_whitespace().map(str::to_owned).collect();
        panels.retain(|panel| words.iter().all(|word| panel.title.to_lowercase().contains(word)));
    }
    let several = panels.iter().any(|panel| panel.marks.len() > 1);
    let least = args.least.unwrap_or(if several { 2 } else { 1 });
    panels.retain(|panel| panel.marks.len() >= least);
    let look = Look::default().in_columns(args.columns).sized(args.size.0, args.size.1);
    let picture = if end == "svg" { chart::svg(&panels, &look)?.into_bytes() } else { chart::png(&panels, &look)? };
    let mut output = Output::open(Some(&args.output))?;
    output.write_all(&picture).map_err(|cause| output.failure(cause))?;
    output.finish()?;
    Ok(problems.ending())
}

#[cfg(all(feature = "chart", feature = "reconcile"))]
#[expect(clippy::unnecessary_wraps, reason = "without the feature `reconcile` it fails")]
fn add_reconciled(panels: &mut [bilateral::chart::Panel], dataset: &bilateral::Dataset) -> Result<(), Failure> {
    use bilateral::reconcile;
    for estimate in reconcile::reconcile(dataset, &reconcile::Settings::default()).estimates {
        let figure = &estimate.figure;
        for panel in panels.iter_mut() {
            panel.add_reconciled(&figure.subject, figure.unit, &figure.period, estimate.value, &estimate.interval);
        }
    }
    Ok(())
}

#[cfg(all(feature = "chart", not(feature = "reconcile")))]
fn add_reconciled(_: &mut [bilateral::chart::Panel], _: &bilateral::Dataset) -> Result<(), Failure> {
    let message = "this program was built without the solver: build it with `--features reconcile`";
    Err(Failure::Message(message.into()))
}

#[cfg(not(feature = "chart"))]
pub fn run(_: &Args, _: &Settings) -> Result<Ending, Failure> {
    Err(Failure::Message("this program was built without pictures: build it with `--features chart`".into()))
}
