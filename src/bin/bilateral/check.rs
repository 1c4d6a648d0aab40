//! `bilateral check`: which figures agree, and which cannot.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;

use bilateral::check::{self, Check, Finding, Outcome};
use bilateral::official::{self, Allowed, Ruling, Verdict};
use bilateral::report::Report;
use bilateral::{Decimal, Fact, Party};
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::input::{Found, Given, Problems, Texts, name};
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

    /// A file of official figures; can be given several times
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,

    /// How far an official figure can have been revised since, in percent, before a claim is contradicted
    #[arg(long, value_name = "PERCENT", default_value = "1", value_parser = percent, requires = "against")]
    revision: Decimal,

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

fn percent(text: &str) -> Result<Decimal, String> {
    let value = text.parse::<Decimal>().map_err(|error| error.to_string())?;
    if value.is_negative() { Err("wanted a percentage of zero or more".into()) } else { Ok(value) }
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    if let Some(check) = args.explain.as_deref().and_then(check::by_name) {
        return explain(check);
    }
    let mut problems = Problems::default();
    let mut found = args.given.read(settings, &mut problems, Texts::Dropped)?;
    let press = found.facts.len();
    let verdicts = args.beside(&mut found, settings, &mut problems)?;
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

impl Args {
    /// Adds the official figures that speak of what the press speaks of, and tells what they say of it; `None` where no
    /// file was given.
    fn beside(
        &self,
        found: &mut Found,
        settings: &Settings,
        problems: &mut Problems,
    ) -> Result<Option<Vec<Verdict>>, Failure> {
        if self.against.is_empty() {
            return Ok(None);
        }
        let parties: BTreeSet<Party> =
            found.facts.iter().flat_map(|fact| [fact.reporter, fact.partner]).flatten().collect();
        let goods: BTreeSet<_> = found.facts.iter().map(|fact| fact.commodity.clone()).collect();
        let told = |party: Option<Party>| party.is_none_or(|party| party == Party::WORLD || parties.contains(&party));
        let keep = |fact: &Fact| told(fact.reporter) && told(fact.partner) && goods.contains(&fact.commodity);
        let press = found.facts.len();
        let mut official = Vec::new();
        let mut usable = false;
        for path in &self.against {
            let read = match official::read(path, &settings.lexicon(), &keep) {
                Ok(read) => read,
                Err(problem) => {
                    problems.add(&problem);
                    continue;
                }
            };
            usable = true;
            read.problems.iter().for_each(|problem| problems.add(problem));
            settings.detail(&format!(
                "{}: {}; {} figures of what the texts speak of, {} rows of other things",
                path.display(),
                read.layout,
                read.facts.len(),
                read.passed_over
            ));
            official.extend(read.facts);
            found.documents.push(read.document);
        }
        if !usable {
            return Err(Failure::Told);
        }
        let revision = self.revision.checked_div_exact(Decimal::HUNDRED).unwrap_or(Decimal::ZERO);
        let allowed = Allowed { revision, ..Allowed::default() };
        let verdicts = official::verdicts(&found.facts, &official, &allowed);
        found.facts.extend(official);
        Ok(Some(verdicts.into_iter().map(|verdict| verdict.after(press)).collect()))
    }
}

fn explain(check: &dyn Check) -> Result<Ending, Failure> {
    let mut output = Output::open(None)?;
    let page = format!("# {}\n{}\n", check.name(), check.explanation().trim_end());
    output.write_all(page.as_bytes()).map_err(|cause| output.failure(cause))?;
    output.finish()?;
    Ok(Ending::Whole)
}
