//! Official figures beside those of texts.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bilateral::official::{self, Allowed, Verdict};
use bilateral::{Decimal, Fact, Party};

use crate::input::{Found, Problems};
use crate::output::Failure;
use crate::settings::Settings;

/// Which official figures, and how near they must be.
#[derive(Debug, clap::Args)]
pub struct Against {
    /// A file of official figures; can be given several times
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,

    /// How far an official figure can have been revised since, in percent, before a claim is contradicted
    #[arg(long, value_name = "PERCENT", default_value = "1", value_parser = percent, requires = "against")]
    revision: Decimal,
}

fn percent(text: &str) -> Result<Decimal, String> {
    let value = text.parse::<Decimal>().map_err(|error| error.to_string())?;
    if value.is_negative() { Err("wanted a percentage of zero or more".into()) } else { Ok(value) }
}

impl Against {
    /// Adds the official figures that speak of what the press speaks of, and tells what they say of it; `None` where no
    /// file was given.
    pub fn beside(
        &self,
        found: &mut Found,
        settings: &Settings,
        problems: &mut Problems,
    ) -> Result<Option<Vec<Verdict>>, Failure> {
        if self.against.is_empty() {
            return Ok(None);
        }
        let both = |fact: &Fact| [fact.reporter, fact.partner];
        let parties: BTreeSet<Party> = found.facts.iter().flat_map(both).flatten().collect();
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
            settings.detail(|| {
                format!(
                    "{}: {}; {} figures of what the texts speak of, {} rows of other things",
                    path.display(),
                    read.layout,
                    read.facts.len(),
                    read.passed_over
                )
            });
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
