//! A user's own words, laid over those of the crate: `bilateral.toml`.
//!
//! ```toml
//! [parties.KAZ]                      # a code of ISO 3166-1, or a group's
//! names = ["RK"]
//! adjectives = ["Kazakh-made"]
//!
//! [parties.SILK_ROAD_FIVE]           # a group of your own
//! name = "the Silk Road Five"
//! names = ["Silk Road Five"]
//! members = ["CHN", "KAZ", "TKM", "UZB", "IRN"]
//!
//! [commodities]                      # record names, new or known, and how texts call them
//! natural_gas = ["sky fuel"]
//!
//! [sources."State Customs"]          # one name for a publisher of several spellings
//! aliases = ["Gosudarstvennyi tamozhennyi komitet"]
//! weight = 3                         # of two statements, the heavier publisher's is shown; 1 where none is given
//!
//! [units]
//! prefer = ["kWh", "t"]              # energy in kWh, mass in t, wherever the factor is exact
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::entry::NameForms;
use super::load::read;
use super::{Countable, Lexicon, Member, Sense};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Commodity, Decimal, Dimension, Measure, Party, Quantity, Unit};

/// What a user knows and prefers: words over those of the crate, names and weights of publishers, units.
///
/// ```
/// use bilateral::{Document, Extractor, Preferences};
/// let preferences = Preferences::parse("[commodities]\nnatural_gas = [\"sky fuel\"]", "bilateral.toml")?;
/// let extractor = Extractor::with_lexicon(preferences.lexicon());
/// let text = "In 2022 Turkmenistan exported 35 bcm of sky fuel to China.";
/// let facts = extractor.facts(&Document::new("a", text));
/// assert_eq!(facts[0].commodity.as_ref().unwrap().as_str(), "natural_gas");
/// # Ok::<(), bilateral::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Preferences {
    lexicon: Arc<Lexicon>,
    aliases: BTreeMap<String, String>,
    weights: BTreeMap<String, Decimal>,
    units: BTreeMap<Dimension, Measure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    parties: BTreeMap<Party, PartyWords>,
    #[serde(default)]
    commodities: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    sources: BTreeMap<String, SourceWords>,
    #[serde(default)]
    units: UnitWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyWords {
    name: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    capitals: Vec<String>,
    #[serde(default)]
    offices: Vec<String>,
    #[serde(default)]
    companies: Vec<String>,
    #[serde(default)]
    members: Vec<Party>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceWords {
    #[serde(default)]
    aliases: Vec<String>,
    weight: Option<toml::Spanned<f64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitWords {
    #[serde(default)]
    prefer: Vec<toml::Spanned<String>>,
}

impl Default for Preferences {
    fn default() -> Self {
        let (aliases, weights, units) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Preferences { lexicon: Lexicon::embedded(), aliases, weights, units }
    }
}

impl Preferences {
    /// Preferences from the text of `file`.
    ///
    /// # Errors
    /// [`ErrorKind::Lexicon`] with file and line for what is no such table: a name that is not known, a party that is no
    /// code, a unit that cannot be preferred.
    pub fn parse(text: &str, file: &str) -> Result<Self> {
        let content: File = read((file, text))?;
        let at = |span: std::ops::Range<usize>, message: String| {
            let line = 1 + text[..span.start].matches('\n').count() as u64;
            Error::new(ErrorKind::Lexicon, message).in_file(file).at_line(line, None)
        };
        let mut preferences = Preferences::default();
        if !content.parties.is_empty() || !content.commodities.is_empty() {
            let mut lexicon = Lexicon::clone(&preferences.lexicon);
            for (party, words) in content.parties {
                lexicon.overlay_party(party, words);
            }
            for (name, forms) in content.commodities {
                let commodity = Commodity::new(name.as_str());
                for form in forms.iter().map(String::as_str).chain([name.replace('_', " ").as_str()]) {
                    lexicon.phrases.insert(form, Sense::Commodity(commodity.clone(), Countable::Bulk));
                }
            }
            preferences.lexicon = Arc::new(lexicon);
        }
        for (name, words) in content.sources {
            for alias in words.aliases {
                preferences.aliases.insert(alias, name.clone());
            }
            if let Some(weight) = words.weight {
                let span = weight.span();
                let number = *weight.as_ref();
                let found = Decimal::from_f64(number, 6).filter(|w| *w > Decimal::ZERO);
                let found = found.ok_or_else(|| at(span, format!("wanted a weight above zero, found {number}")))?;
                preferences.weights.insert(name, found);
            }
        }
        for written in content.units.prefer {
            let span = written.span();
            let written = written.into_inner();
            let measure = written.parse::<Measure>().ok().filter(|m| factor(*m).is_some());
            let measure = measure.ok_or_else(|| {
                at(span, format!("wanted a unit to prefer (kWh, toe, J, BTU, m3, l), found {written:?}"))
            })?;
            preferences.units.insert(measure.dimension(), measure);
        }
        Ok(preferences)
    }

    /// The crate's words with the user's over them.
    #[must_use]
    pub fn lexicon(&self) -> Arc<Lexicon> {
        Arc::clone(&self.lexicon)
    }

    /// A publisher's one name.
    #[must_use]
    pub fn source<'s>(&'s self, name: &'s str) -> &'s str {
        self.aliases.get(name).map_or(name, String::as_str)
    }

    /// A publisher's weight; 1 where none was given.
    #[must_use]
    pub fn weight(&self, name: &str) -> Decimal {
        self.weights.get(self.source(name)).copied().unwrap_or(Decimal::ONE)
    }

    /// Whether any publisher has a weight of its own.
    #[must_use]
    pub fn has_weights(&self) -> bool {
        !self.weights.is_empty()
    }

    /// The quantity in the preferred unit of its dimension, as it is where there is none or the factor is not exact.
    #[must_use]
    pub fn preferred(&self, quantity: Quantity) -> Quantity {
        let turned = || {
            let from = quantity.unit.measure;
            let to = *self.units.get(&from.dimension()).filter(|to| **to != from)?;
            let (ours, theirs) = (factor(from)?, factor(to)?);
            let turn = |value: Decimal| value.checked_mul(ours)?.checked_div_exact(theirs);
            let turn_some = |value: Option<Decimal>| match value {
                Some(value) => turn(value).map(Some),
                None => Some(None),
            };
            let (value, high) = (turn(quantity.value)?, turn_some(quantity.high)?);
            let quantum = turn_some(quantity.quantum)?;
            let unit = Unit { measure: to, ..quantity.unit };
            Some(Quantity { value, high, quantum, unit, ..quantity })
        };
        turned().unwrap_or(quantity)
    }
}

impl Lexicon {
    fn overlay_party(&mut self, party: Party, words: PartyWords) {
        let PartyWords { name, mut names, adjectives, capitals, offices, companies, members } = words;
        let known = self.names.contains_key(&party);
        let name = name.unwrap_or_else(|| self.name(party));
        if !known && names.is_empty() {
            names.push(name.clone());
        }
        self.add_party(party, &name, &NameForms { names, adjectives, capitals, offices, companies });
        if !members.is_empty() {
            self.groups.insert(party, members.into_iter().map(Member::always).collect());
        }
    }
}

/// How many joules, or cubic metres, one is: exact by definition (toe and kWh: IEA; BTU: international table; litre: SI).
fn factor(measure: Measure) -> Option<Decimal> {
    let (digits, scale) = match measure {
        Measure::Joule | Measure::CubicMetre => (1, 0),
        Measure::KilowattHour => (3_600_000, 0),
        Measure::ToeEnergy => (41_868_000_000, 0),
        Measure::Btu => (105_505_585_262, 8),
        Measure::Litre => (1, 3),
        _ => return None,
    };
    Decimal::new(digits, scale)
}

#[cfg(test)]
mod tests {
    use super::Preferences;
    use crate::error::ErrorKind;
    use crate::model::{Bound, Quantity};

    #[test]
    fn what_is_wrong_is_placed() {
        for (text, line, said) in [
            ("[parties.KAZ]\nnames = [\"RK\"]\nnicknames = []\n", 3, "nicknames"),
            ("[parties.kaz]\nnames = []\n", 1, "kaz"),
            ("[units]\n\nprefer = [\"kWh\", \"stone\"]\n", 3, "stone"),
            ("[sources.A]\nweight = -1\n", 2, "above zero"),
            ("[colours]\n", 1, "colours"),
            ("[parties.KAZ\n", 1, ""),
        ] {
            let error = Preferences::parse(text, "bilateral.toml").unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Lexicon, "{error}");
            assert_eq!(error.position().line, Some(line), "{error}");
            assert_eq!(error.position().file.as_deref(), Some("bilateral.toml"));
            assert!(error.to_string().contains(said), "{error}");
        }
    }

    #[test]
    fn publishers_and_units() {
        let text = "[sources.\"State Customs\"]\naliases = [\"Customs\"]\nweight = 2.5\n[units]\nprefer = [\"kWh\"]\n";
        let preferences = Preferences::parse(text, "f").unwrap();
        assert_eq!(preferences.source("Customs"), "State Customs");
        assert_eq!(preferences.weight("Customs").to_string(), "2.5");
        assert_eq!(preferences.weight("another").to_string(), "1");
        let quantity = |value: &str, unit: &str| Quantity {
            value: value.parse().unwrap(),
            high: None,
            unit: unit.parse().unwrap(),
            bound: Bound::Exact,
            quantum: Some("1000".parse().unwrap()),
        };
        let turned = preferences.preferred(quantity("1000", "toe"));
        assert_eq!((turned.value.to_string(), turned.unit.to_string()), ("11630000".into(), "kWh".into()));
        assert_eq!(turned.quantum.unwrap().to_string(), "11630000");
        let kept = quantity("1000", "t");
        assert_eq!(preferences.preferred(kept), kept);
        // A third of a kilowatt-hour has no exact decimal: left as it is.
        let kept = quantity("1200000", "J");
        assert_eq!(preferences.preferred(kept), kept);
    }

    #[test]
    fn a_group_of_ones_own() {
        let text =
            "[parties.SILK_FIVE]\nname = \"the Silk Five\"\nnames = [\"Silk Five\"]\nmembers = [\"CHN\", \"KAZ\"]\n";
        let lexicon = Preferences::parse(text, "f").unwrap().lexicon();
        let party = "SILK_FIVE".parse().unwrap();
        assert_eq!((lexicon.name(party), lexicon.members(party).len()), ("the Silk Five".into(), 2));
    }
}
