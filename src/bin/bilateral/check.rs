//! `bilateral check`: which figures agree, and which cannot.

use std::io::Write as _;

use bilateral::check::{self, Check, Finding, Outcome};
use bilateral::official::{Ruling, Verdict};
use bilateral::report::Report;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::against::Against;
use crate::input::{Given, Problems, Texts, name};
use crate::output::{Ending, Failure, Output, Written};
use crate::settings::Settings;

/// Compare the figures of texts with each other, and with official statistics: growth with levels, parts with wholes,
/// both sides of a trade
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral check press/
  bilateral check press/ --against comtrade.csv --against customs.csv
  bilateral check --facts facts.jsonl --format markdown -o findings.md
  bilateral check press/ --only year_on_year --fail-on-conflict
  bilateral check --explain mirror

A finding holds where rounding explains the difference, fails where nothing can,
and is unknown where a bound or a missing figure leaves it open.

--against reads UN Comtrade (CSV, both layouts), JODI, Eurostat and other SDMX-CSV,
BACI, Our World in Data, or a table reporter,partner,indicator,commodity,period,
value,unit. Each claim is then borne out, contradicted or not covered, and the
official figures take part in all checks.

Exit status: 0 all well, 1 some input not used, 2 nothing could be done,
3 figures conflict (only with --fail-on-conflict).")]
pub struct Args {
    #[command(flatten)]
    given: Given,

    #[command(flatten)]
    written: Written,

    #[command(flatten)]
    against: Against,

    /// Make only this check; can be given several times
    #[arg(long, value_name = "CHECK", value_parser = checks())]
    only: Vec<String>,

    /// End with status 3 where figures conflict, or official figures contradict a claim
    #[arg(long)]
    fail_on_conflict: bool,

    /// Tell what a check does and why, and do nothing else
    #[arg(long, value_name = "CHECK", value_parser = checks(), hide_possible_values = true, exclusive = true)]
    explain: Option<String>,
}

/// The names of checks, each with what it compares.
fn checks() -> PossibleValuesParser {
    PossibleValuesParser::new(check::ALL.iter().map(|check| PossibleValue::new(check.name()).help(check.summary())))
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    if let Some(check) = args.explain.as_deref().and_then(check::by_name) {
        return explain(check);
    }
    let mut problems = Problems::default();
    let mut found = args.given.read(settings, &mut problems, Texts::Dropped)?;
    let press = found.facts.len();
    let verdicts = args.against.beside(&mut found, settings, &mut problems)?;
    let dataset = found.dataset(settings);
    let chosen = |check: &&&dyn Check| args.only.is_empty() || args.only.iter().any(|name| name == check.name());
    let checks: Vec<&dyn Check> = check::ALL.iter().filter(chosen).copied().collect();
    let mut findings = check::run(&dataset, &checks);
    // What official figures say among themselves is not asked.
    findings.retain(|finding| finding.statements.iter().any(|cited| cited.fact < press));
    let conflict = |finding: &Finding| finding.outcome == Outcome::Fails;
    let contradicted = |verdict: &Verdict| verdict.ruling == Ruling::Contradicted;
    let conflict = findings.iter().any(conflict) || verdicts.iter().flatten().any(contradicted);

    let named = name(settings);
    let report = Report::findings(&dataset, findings).named(&named);
    args.written.write(match verdicts {
        Some(verdicts) => report.beside(verdicts),
        None => report,
    })?;
    Ok(if conflict && args.fail_on_conflict { Ending::Conflict } else { problems.ending() })
}

fn explain(check: &dyn Check) -> Result<Ending, Failure> {
    let mut output = Output::open(None)?;
    let page = format!("# {}\n{}\n", check.name(), check.explanation().trim_end());
    output.write_all(page.as_bytes()).map_err(|cause| output.failure(cause))?;
    output.finish()?;
    Ok(Ending::Whole)
}
