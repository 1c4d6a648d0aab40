//! `bilateral reconcile`: all statements at once.

use bilateral::reconcile::{self, reconcile};
use bilateral::report::Report;

use crate::input::{Given, Problems, Texts, name};
use crate::output::{Ending, Failure, Written};
use crate::settings::Settings;

/// Take all statements together: which cannot all hold, which to blame, and one estimate for each figure
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral reconcile press/
  bilateral reconcile --facts facts.jsonl --trust 'the statistical office=3'
  bilateral reconcile press/ --format json -o estimates.json

Estimates satisfy every identity to the last digit: exports and imports make the
turnover, months the year, members their group. A figure that no text states is
told where it follows. What was moved is named, with what moved it.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done,
3 figures conflict (only with --fail-on-conflict).")]
pub struct Args {
    #[command(flatten)]
    given: Given,

    #[command(flatten)]
    written: Written,

    /// What it weighs to hold a publisher's statement for wrong, where others weigh 1; can be given several times
    #[arg(long, value_name = "SOURCE=WEIGHT", value_parser = trust)]
    trust: Vec<(String, f64)>,

    /// End with status 3 where statements cannot all hold
    #[arg(long)]
    fail_on_conflict: bool,
}

fn trust(text: &str) -> Result<(String, f64), String> {
    let wanted = || format!("wanted a publisher and a weight above zero, such as 'the ministry=3', found {text:?}");
    let (source, weight) = text.rsplit_once('=').ok_or_else(wanted)?;
    let weight: f64 = weight.trim().parse().map_err(|_| wanted())?;
    if weight.is_finite() && weight > 0.0 { Ok((source.trim().to_owned(), weight)) } else { Err(wanted()) }
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let mut problems = Problems::default();
    let dataset = args.given.read(settings, &mut problems, Texts::Dropped)?.dataset(settings);
    let mut weights = reconcile::Settings::default();
    weights.sources.extend(args.trust.iter().cloned());
    let found = reconcile(&dataset, &weights);
    let conflict = !found.conflicts.is_empty();
    let named = name(settings);
    args.written.write(Report::reconciled(&dataset, found).named(&named))?;
    Ok(if conflict && args.fail_on_conflict { Ending::Conflict } else { problems.ending() })
}
