//! The shapes of the data files. Some fields tell a reader of the data more than the crate asks of it.
#![cfg_attr(not(test), expect(dead_code, reason = "codes, sources and examples are for readers and tests of the data"))]

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Error, ErrorKind, Result};
use crate::model::{Bound, Decimal, Indicator, Party, Status};

/// Texts that readers and tests of the data ask for.
#[cfg(test)]
type Texts = Vec<String>;
#[cfg(not(test))]
type Texts = serde::de::IgnoredAny;

/// A note of the same kind.
#[cfg(test)]
type Note = String;
#[cfg(not(test))]
type Note = serde::de::IgnoredAny;

/// Forms of a country or group.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NameForms {
    /// Names as nouns.
    pub names: Vec<String>,
    /// Adjectives and words for the people.
    pub adjectives: Vec<String>,
    /// Capitals, which stand for their governments.
    pub capitals: Vec<String>,
    /// Offices of statistics, trade and energy, which tell the country's own figures.
    pub offices: Vec<String>,
    /// State companies that trade its energy for it, where the text names the country too.
    pub companies: Vec<String>,
}

/// A table of `places.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacesEntry {
    /// English forms.
    pub en: PlaceForms,
}

/// Places of a country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceForms {
    /// Regions, cities, ports, fields and terminals, which stand for their country where the text names it.
    pub places: Vec<String>,
}

/// A table of `countries.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryEntry {
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub alpha2: Option<String>,
    /// UN M49.
    #[serde(default)]
    pub m49: Option<u16>,
    /// The short English name.
    pub name: String,
    /// The ISO 4217 code of its currency.
    #[serde(default)]
    pub currency: Option<String>,
    /// The last day of a past country.
    #[serde(default)]
    pub until: Option<String>,
    /// Month and day on which its fiscal year begins: `04-01`.
    #[serde(default)]
    pub fiscal_year: Option<String>,
    /// `start` where that year goes by the calendar year in which it begins.
    #[serde(default)]
    pub fiscal_year_named: Option<String>,
    /// The one it had before, and the year in which that ended: `07-01 1976`.
    #[serde(default)]
    pub fiscal_year_before: Option<String>,
    /// English forms.
    pub en: NameForms,
}

/// One membership: of whom, and from when to when, both days included.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberEntry {
    /// The member.
    pub code: Party,
    /// The first day.
    #[serde(default)]
    pub from: Option<String>,
    /// The last day.
    #[serde(default)]
    pub to: Option<String>,
}

/// A table of `groups.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupEntry {
    /// The English name.
    pub name: String,
    /// Who belongs to it, and when.
    #[serde(default)]
    pub members: Vec<MemberEntry>,
    /// English forms.
    pub en: NameForms,
}

/// A table of `routes.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteEntry {
    /// The English name.
    pub name: String,
    /// Where it starts.
    pub from: Party,
    /// Where it ends.
    pub to: Party,
    /// What it crosses.
    #[serde(default)]
    pub via: Vec<Party>,
    /// What it carries; none for goods in general.
    #[serde(default)]
    pub commodity: Option<String>,
    /// Pipeline, railway, corridor, power_line.
    #[serde(default)]
    pub kind: Option<String>,
    /// English forms.
    pub en: RouteForms,
}

/// Forms of a route.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteForms {
    /// Its names.
    pub names: Vec<String>,
}

/// Forms of a currency.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CurrencyForms {
    /// Forms of this currency alone.
    pub forms: Vec<String>,
    /// Forms that several currencies share.
    pub shared: Vec<String>,
    /// Those of `shared` that mean this one where the text names no issuer.
    pub default_for: Vec<String>,
    /// Forms of its hundredth.
    pub subunit_forms: Vec<String>,
}

/// A table of `currencies.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrencyEntry {
    /// The English name.
    pub name: String,
    /// Its issuers.
    #[serde(default)]
    pub countries: Vec<Party>,
    /// Signs before or after the number.
    #[serde(default)]
    pub signs: Vec<String>,
    /// The name of its hundredth.
    #[serde(default)]
    pub subunit: Option<String>,
    /// The last day of a past currency.
    #[serde(default)]
    pub until: Option<String>,
    /// English forms.
    #[serde(default)]
    pub en: CurrencyForms,
}

/// Plain forms.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// Spellings, singular and plural.
    pub forms: Vec<String>,
}

/// A table of `commodities.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommodityEntry {
    /// The Harmonized System heading, where there is one.
    #[serde(default)]
    pub hs: Option<String>,
    /// Energy, metals, agriculture, ...
    #[serde(default)]
    pub group: Option<String>,
    /// Whether it is counted in pieces.
    #[serde(default)]
    pub countable: bool,
    /// Countries that sell more of it abroad than they buy, where contracts leave that open.
    #[serde(default)]
    pub sellers: Vec<Party>,
    /// English forms.
    pub en: Forms,
}

/// `units.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFile {
    /// Its entries.
    pub unit: Vec<UnitEntry>,
}

/// One written unit.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    /// The unit as it is written, in the singular: `billion_cubic_metre`.
    pub name: String,
    /// The base unit, in the record's words.
    pub measure: String,
    /// How many base units one of it is.
    pub factor: Decimal,
    /// For rates, per what.
    #[serde(default)]
    pub per: Option<String>,
    /// Where the factor is from.
    pub source: Note,
    /// English forms.
    pub en: Forms,
    /// Texts that hold it.
    pub examples: Texts,
    /// Texts that do not.
    pub not: Texts,
}

/// `measures.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureFile {
    /// Its entries.
    pub measure: Vec<MeasureEntry>,
}

/// A unit that no fact is counted in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureEntry {
    /// Its name in the singular.
    pub name: String,
    /// Whether it measures time.
    #[serde(default)]
    pub time: bool,
    /// English forms.
    pub forms: Vec<String>,
}

/// `cues.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueFile {
    /// Its entries.
    pub cue: Vec<CueEntry>,
}

/// Trigger phrases of one sense.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueEntry {
    /// The slot it speaks for.
    pub slot: String,
    /// What it says.
    pub sense: String,
    /// How it says it.
    #[serde(default)]
    pub class: Option<String>,
    /// The phrases.
    pub forms: Vec<String>,
    /// Texts that hold one.
    pub examples: Texts,
    /// Texts that hold none.
    pub not: Texts,
}

/// `language.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageFile {
    /// Words after which a full stop ends nothing.
    pub abbreviations: Vec<String>,
    /// Number words.
    pub numbers: BTreeMap<String, i64>,
    /// Powers of ten.
    pub scales: BTreeMap<String, ScaleEntry>,
    /// Parts of one.
    pub fractions: BTreeMap<String, i64>,
    /// By how many times.
    pub multiples: BTreeMap<String, Decimal>,
}

/// A power of ten.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleEntry {
    /// The exponent.
    pub exponent: i32,
    /// Whether it stands only right behind its digits.
    #[serde(default)]
    pub attached: bool,
}

/// `calendar.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// Names of months.
    pub months: BTreeMap<String, u32>,
    /// Names of weekdays.
    pub weekdays: BTreeMap<String, u32>,
    /// Ordinals.
    pub ordinals: BTreeMap<String, u32>,
    /// Words by what they say of a stretch of time.
    pub words: BTreeMap<String, Vec<String>>,
}

/// What a trigger phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// It heads a statement about a topic.
    Head(Topic, Class),
    /// Growth (1) or fall (-1).
    Direction(i8),
    /// It hedges a figure that follows.
    BoundBefore(Bound),
    /// It hedges a figure that precedes.
    BoundAfter(Bound),
    /// Happened, aimed at or expected.
    Status(Status),
    /// Denied: what follows did not happen.
    Unreal,
    /// A part of a whole.
    Share,
    /// A relation between things named.
    Relation(Relation),
    /// It belongs to a name and says nothing.
    Blocked,
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// An indicator of the record.
    Of(Indicator),
    /// A positive balance.
    Surplus,
    /// A negative balance.
    Deficit,
    /// Goods on their way, said of the goods.
    Flow,
    /// What the statement before was about: *the figure, volumes*.
    Same,
    /// Something that is no fact.
    Other,
}

/// How a head joins its parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// A noun.
    Noun,
    /// A verb whose subject gives.
    VerbOut,
    /// A verb whose subject takes.
    VerbIn,
    /// A verb whose subject has or makes.
    VerbOf,
    /// A noun for one who gives or takes: *supplier, customer*.
    Agent,
}

/// Words that relate things named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// What follows is compared with.
    Compare,
    /// The two named before.
    Pair,
    /// All countries.
    World,
    /// The speaker's own country.
    Home,
    /// The one named last.
    Its,
    /// The other of the two named before.
    OtherParty,
    /// The group named before.
    Region,
    /// An office or institution.
    Title,
    /// A clause begins.
    Boundary,
    /// Each of several.
    Each,
}

impl CueEntry {
    /// What its phrases say.
    ///
    /// # Errors
    /// Where slot, sense and class do not fit together.
    pub fn cue(&self) -> Result<Cue> {
        let wrong = || {
            let class = self.class.as_deref().unwrap_or("none");
            Error::new(
                ErrorKind::Lexicon,
                format!(
                    "no such cue: slot {:?}, sense {:?}, class {class:?} (first form {:?})",
                    self.slot,
                    self.sense,
                    self.forms.first()
                ),
            )
        };
        let bound = |sense: &str| match sense {
            "about" => Some(Bound::About),
            "at_least" => Some(Bound::AtLeast),
            "at_most" => Some(Bound::AtMost),
            _ => None,
        };
        Ok(match (self.slot.as_str(), self.sense.as_str(), self.class.as_deref()) {
            ("indicator", sense, Some(class)) => {
                let class = match class {
                    "noun" => Class::Noun,
                    "verb_out" => Class::VerbOut,
                    "verb_in" => Class::VerbIn,
                    "verb_of" => Class::VerbOf,
                    "agent" => Class::Agent,
                    _ => return Err(wrong()),
                };
                let topic = match sense {
                    "surplus" => Topic::Surplus,
                    "deficit" => Topic::Deficit,
                    "flow" => Topic::Flow,
                    "same" => Topic::Same,
                    "other" => Topic::Other,
                    name => {
                        let known = Indicator::ALL.into_iter().find(|i| i.as_str() == name);
                        Topic::Of(known.ok_or_else(wrong)?)
                    }
                };
                Cue::Head(topic, class)
            }
            ("direction", "up", None) => Cue::Direction(1),
            ("direction", "down", None) => Cue::Direction(-1),
            ("bound", sense, Some("before")) => Cue::BoundBefore(bound(sense).ok_or_else(wrong)?),
            ("bound", sense, Some("after")) => Cue::BoundAfter(bound(sense).ok_or_else(wrong)?),
            ("status", "target", None) => Cue::Status(Status::Target),
            ("status", "forecast", None) => Cue::Status(Status::Forecast),
            ("status", "actual", None) => Cue::Status(Status::Actual),
            ("status", "unreal", None) => Cue::Unreal,
            ("share", "of_whole", None) => Cue::Share,
            ("nothing", "blocked", None) => Cue::Blocked,
            ("relation", sense, None) => Cue::Relation(match sense {
                "compare" => Relation::Compare,
                "pair" => Relation::Pair,
                "world" => Relation::World,
                "home" => Relation::Home,
                "its" => Relation::Its,
                "other_party" => Relation::OtherParty,
                "region" => Relation::Region,
                "title" => Relation::Title,
                "boundary" => Relation::Boundary,
                "each" => Relation::Each,
                _ => return Err(wrong()),
            }),
            _ => return Err(wrong()),
        })
    }
}
