//! `bilateral report`: one page for an editor.

use std::path::PathBuf;

use bilateral::check;
use bilateral::report::Page;

use crate::against::Against;
use crate::input::{Given, Problems, Texts, name};
use crate::output::{Ending, Failure, Output};
use crate::settings::Settings;

/// Write one page of HTML: what contradicts what, each series with its chart, every text with its figures marked
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral report press/ -o report.html
  bilateral report saved-pages/ --against comtrade.csv -o report.html

The page is one file and needs no network. A figure leads to its sentence, and the
sentence back to the figure. Keys: / searches, n and p go from finding to finding,
Escape clears the search.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    #[command(flatten)]
    given: Given,

    #[command(flatten)]
    against: Against,

    /// Write to this file, which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let mut problems = Problems::default();
    let mut found = args.given.read(settings, &mut problems, Texts::Kept)?;
    let press = found.facts.len();
    let verdicts = args.against.beside(&mut found, settings, &mut problems)?;
    let dataset = found.dataset(settings);
    let mut findings = check::run(&dataset, check::ALL);
    findings.retain(|finding| finding.statements.iter().any(|cited| cited.fact < press));
    let named = name(settings);
    let page = Page::new(&dataset, &found.documents, findings).named(&named).beside(verdicts.unwrap_or_default());
    let mut output = Output::open(args.output.as_deref())?;
    page.write(&mut output)?;
    output.finish()?;
    Ok(problems.ending())
}
