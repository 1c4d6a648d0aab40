//! Data to lookup: what words can mean, and what is known of the world they name.
//!
//! The tables stand in `data/`, entities with their forms by language, words about no entity in a folder a language.
//! They are compiled into the crate and read once, at the first use.

mod entry;
mod load;
mod marked;
mod marks;
mod overlay;
mod phrases;
mod spelling;
mod statistics;
mod tree;
pub mod words;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

pub use entry::{Class, Cue, Relation, Topic};
pub use marks::{Marks, Told};
pub use overlay::Preferences;
pub use phrases::{Kinds, Match, Phrases};

use crate::model::{Commodity, Currency, Decimal, Measure, Party, Period};

/// Words for a country that no name tells: *the oil-rich kingdom*.
pub const NATIONS: [&str; 9] =
    ["nation", "country", "republic", "kingdom", "state", "island", "emirate", "sultanate", "monarchy"];

/// Words that a wording of time can begin with, beside those of the calendar and numbers.
const TIME_OPENERS: [&str; 36] = [
    "the",
    "rest",
    "remainder",
    "a",
    "from",
    "between",
    "since",
    "at",
    "now",
    "currently",
    "that",
    "those",
    "whole",
    "full",
    "entire",
    "all",
    "end",
    "mid",
    "early",
    "late",
    "q",
    "h",
    "i",
    "ii",
    "iii",
    "iv",
    "vii",
    "so",
    "thus",
    "ytd",
    "yearago",
    "new",
    "christmas",
    "start",
    "beginning",
    "outset",
];

/// Those that tell a time without another word of it.
const TIME_TELLERS: [&str; 7] = ["now", "currently", "at", "since", "ytd", "yearago", "christmas"];

/// Words that point at a party named before.
const POINTERS: [&str; 5] = ["there", "it", "them", "this", "that"];

/// Words for what a group of countries has.
const MEMBERS: [&str; 11] = [
    "countries",
    "members",
    "states",
    "nations",
    "republics",
    "economies",
    "group",
    "cartel",
    "organisation",
    "organization",
    "alliance",
];

/// Words that open a relative clause.
const RELATIVES: [&str; 4] = ["which", "who", "where", "whose"];

/// Words that a quantity can begin with, beside numbers, their parts and currencies.
const COUNT_OPENERS: [&str; 5] = ["a", "an", "half", "zero", "nought"];

/// What a phrase can mean.
#[derive(Debug, Clone, PartialEq)]
pub enum Sense {
    /// A country or group, under a name, an adjective or its capital.
    Party(Party, NameForm),
    /// A pipeline or corridor: an index into [`Lexicon::routes`].
    Route(usize),
    /// A currency, of which this many base units are one.
    Currency(Currency, Decimal),
    /// One of several currencies: an index into [`Lexicon::shared_currencies`].
    SharedCurrency(usize),
    /// A unit: measure, factor, and per what.
    Unit(Measure, Decimal, Option<Measure>),
    /// A unit that no fact is counted in: an index into [`Lexicon::everyday`].
    Everyday(usize),
    /// Goods.
    Commodity(Commodity, Countable),
    /// A number word.
    Number(i64),
    /// A power of ten, and whether it must stand right behind its digits.
    Scale(i32, bool),
    /// One part of so many.
    Fraction(i64),
    /// So many times.
    Multiple(Decimal),
    /// A word of the calendar.
    Calendar(CalendarWord),
    /// A trigger phrase.
    Cue(Cue),
}

impl Sense {
    /// Whether it makes a figure without any digit.
    pub(crate) fn makes_figures(&self) -> bool {
        matches!(
            self,
            Sense::Scale(_, false)
                | Sense::Fraction(_)
                | Sense::Multiple(_)
                | Sense::Unit(Measure::Percent | Measure::PercentagePoints, ..)
        )
    }
}

/// Which of its forms names a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// `China`.
    Name,
    /// `Chinese`.
    Adjective,
    /// `Beijing`.
    Capital,
    /// `Statistics Canada`: tells the country's own figures.
    Office,
    /// `Gazprom`: trades for a country that the text names.
    Company,
    /// `Shanghai`, `Ras Laffan`: stands for a country that the text names.
    Place,
}

impl NameForm {
    /// Whether it names the country or group itself, not something of it.
    pub fn names_it(self) -> bool {
        matches!(self, NameForm::Name | NameForm::Adjective | NameForm::Capital)
    }
}

/// Whether goods are counted in pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Countable {
    /// `tractors`.
    Pieces,
    /// `wheat`.
    Bulk,
}

/// Words of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarWord {
    /// A month, 1 to 12.
    Month(u32),
    /// A weekday, 1 (Monday) to 7.
    Weekday(u32),
    /// `first`, `second`, ...
    Ordinal(u32),
    /// `last`, `past`.
    Last,
    /// `this`, `current`.
    This,
    /// `next`.
    Next,
    /// `same`, `corresponding`.
    Same,
    /// `earlier`, `ago`.
    Earlier,
    /// `year`.
    Year,
    /// `quarter`.
    Quarter,
    /// `half`.
    Half,
    /// `month`.
    Month1,
    /// `week`.
    Week,
    /// `day`.
    Day,
    /// `decade`.
    Decade,
    /// `period`.
    Period,
    /// `year on year`.
    YearOnYear,
    /// `month on month`.
    MonthOnMonth,
    /// `quarter on quarter`.
    QuarterOnQuarter,
    /// `fiscal`.
    Fiscal,
}

/// A pipeline, railway, line or corridor with a direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Its English name.
    pub name: String,
    /// Where it starts.
    pub from: Party,
    /// Where it ends.
    pub to: Party,
    /// What it crosses.
    pub via: Vec<Party>,
    /// What it carries; `None` for goods in general.
    pub commodity: Option<Commodity>,
}

/// Currencies that share a form, each with its issuers; the default, where there is one, by index.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedCurrency {
    /// The currencies with the countries that issue them, and the last day of past ones.
    pub choices: Vec<(Currency, Vec<Party>, Option<NaiveDate>)>,
    /// The one meant where the text names no issuer.
    pub default: Option<Currency>,
}

/// When a country's fiscal year begins, and which calendar year it goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FiscalYear {
    /// The month of its first day.
    pub month: u32,
    /// Its first day in that month.
    pub day: u32,
    /// Whether it goes by the calendar year in which it begins.
    pub named_by_start: bool,
}

/// A unit that no fact is counted in: *kilometre*, *basis_point*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everyday {
    /// Its name in the singular.
    pub name: String,
    /// Whether it measures time.
    pub time: bool,
}

/// A country's time in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The country.
    pub party: Party,
    /// The first day; `None` from the beginning.
    pub from: Option<NaiveDate>,
    /// The last day, itself included; `None` until today.
    pub until: Option<NaiveDate>,
}

impl Member {
    /// A member without known beginning and end.
    #[must_use]
    pub fn always(party: Party) -> Self {
        Member { party, from: None, until: None }
    }

    /// Whether it was a member on every day of `period`.
    #[must_use]
    pub fn through(&self, period: &Period) -> bool {
        self.from.is_none_or(|from| from <= period.first_day())
            && self.until.is_none_or(|until| period.last_day() <= until)
    }
}

/// Everything that is known of words and the world.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Forms and their senses.
    pub(crate) phrases: Phrases,
    /// Pipelines and corridors.
    pub(crate) routes: Vec<Route>,
    /// Currencies with a common form.
    pub(crate) shared_currencies: Vec<SharedCurrency>,
    /// Words after which a full stop ends nothing, and signs of money in letters as they are written.
    pub(crate) abbreviations: HashSet<String>,
    /// Units that no fact is counted in.
    pub(crate) everyday: Vec<Everyday>,
    /// Names of written units: measure, factor, per what.
    unit_names: Vec<(Measure, Decimal, Option<Measure>, String)>,
    names: BTreeMap<Party, String>,
    currencies: BTreeSet<Currency>,
    /// The digits of the heading of the Harmonized System, of goods that have one.
    heading_of: BTreeMap<Commodity, String>,
    /// Countries that sell more of some goods abroad than they buy.
    sellers: BTreeMap<Commodity, Vec<Party>>,
    /// Countries by their codes of two letters and their numbers in M49, without leading zeros.
    codes: BTreeMap<String, Party>,
    /// Goods by their heading in the Harmonized System, digits alone.
    headings: BTreeMap<String, Vec<Commodity>>,
    /// Goods that are counted in pieces.
    pub(crate) pieces: BTreeSet<Commodity>,
    groups: BTreeMap<Party, Vec<Member>>,
    fiscal_years: FxHashMap<Party, FiscalYear>,
    /// Those of earlier days, with the year in which they ended.
    fiscal_years_before: FxHashMap<Party, (FiscalYear, i32)>,
    /// The currency of each country, and of those that are called dollars, which a bare `$` can be.
    dollars: BTreeMap<Party, Currency>,
    /// The country of each currency that one country alone issues today.
    issuers: BTreeMap<Currency, Party>,
}

static EMBEDDED: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    // The tables are part of the crate, and a test reads every one of them: they cannot fail here.
    Arc::new(Lexicon::from_tables(&load::EMBEDDED).unwrap_or_default())
});

impl Lexicon {
    /// The lexicon that ships with the crate.
    #[must_use]
    pub fn embedded() -> Arc<Lexicon> {
        Arc::clone(&EMBEDDED)
    }

    /// The English name of a country or group, or its code where it has none.
    ///
    /// ```
    /// let lexicon = bilateral::Lexicon::embedded();
    /// assert_eq!(lexicon.name("TKM".parse().unwrap()), "Turkmenistan");
    /// ```
    #[must_use]
    pub fn name(&self, party: Party) -> String {
        self.names.get(&party).cloned().unwrap_or_else(|| party.to_string())
    }

    /// The country of a code that is not the record's: two letters of ISO 3166-1, or a number of the UN's M49.
    ///
    /// ```
    /// let lexicon = bilateral::Lexicon::embedded();
    /// assert_eq!(lexicon.by_code("TM"), lexicon.by_code("795"));
    /// ```
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<Party> {
        self.codes.get(code.trim_start_matches('0')).copied()
    }

    /// The country or group of an English name, as it stands in the tables.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<Party> {
        self.names.iter().find(|(_, known)| known.eq_ignore_ascii_case(name.trim())).map(|(party, _)| *party)
    }

    /// The goods of a heading of the Harmonized System, given in digits: `271121`.
    #[must_use]
    pub fn by_heading(&self, heading: &str) -> &[Commodity] {
        self.headings.get(heading).map_or(&[], Vec::as_slice)
    }

    /// What a written unit is called, in the singular: *bcm* is a `billion_cubic_metre`, a currency has its code.
    pub(crate) fn unit_name(&self, measure: Measure, factor: Decimal, per: Option<Measure>) -> String {
        let named = self.unit_names.iter().find(|(m, f, p, _)| (*m, *f, *p) == (measure, factor, per));
        named.map_or_else(|| measure.to_string(), |(.., name)| name.clone())
    }

    /// A country's fiscal year at a time, where its figures of trade are given by one.
    pub(crate) fn fiscal_year(&self, party: Party, day: Option<NaiveDate>) -> Option<FiscalYear> {
        let before = self.fiscal_years_before.get(&party);
        let then = before.filter(|(_, end)| day.is_some_and(|day| chrono::Datelike::year(&day) <= *end));
        then.map(|(year, _)| *year).or_else(|| self.fiscal_years.get(&party).copied())
    }

    /// The country's own dollar, where it has another than the US dollar.
    pub(crate) fn own_dollar(&self, party: Party) -> Option<Currency> {
        self.dollars.get(&party).copied()
    }

    /// The country that issues a currency, where one does alone.
    pub(crate) fn issuer(&self, currency: Currency) -> Option<Party> {
        self.issuers.get(&currency).copied()
    }

    /// Whether a currency is some country's own dollar.
    pub(crate) fn is_dollar(&self, currency: Currency) -> bool {
        self.dollars.values().any(|dollar| *dollar == currency)
    }

    /// Whether a currency is one of ISO 4217, past ones included: `KZT` is, `TEN` is not.
    #[must_use]
    pub fn knows_currency(&self, currency: Currency) -> bool {
        self.currencies.contains(&currency)
    }

    /// Whether a country or group has a name: `KAZ` and `CENTRAL_ASIA` do, a code of three letters alone does not make a country.
    ///
    /// ```
    /// let lexicon = bilateral::Lexicon::embedded();
    /// assert!(lexicon.knows("KAZ".parse().unwrap()) && !lexicon.knows("QQQ".parse().unwrap()));
    /// ```
    #[must_use]
    pub fn knows(&self, party: Party) -> bool {
        self.names.contains_key(&party) || self.groups.contains_key(&party)
    }

    /// The digits of the heading of the Harmonized System that goods stand under: `1001` begins what `10` holds. `None` for
    /// goods of several headings, and for a text's own words.
    ///
    /// ```
    /// let lexicon = bilateral::Lexicon::embedded();
    /// let heading = |name: &str| lexicon.heading(&bilateral::Commodity::new(name)).map(str::to_owned);
    /// assert!(heading("wheat").unwrap().starts_with(&heading("grain").unwrap()));
    /// ```
    #[must_use]
    pub fn heading(&self, goods: &Commodity) -> Option<&str> {
        self.heading_of.get(goods).map(String::as_str)
    }

    /// Whether a country is known to sell more of these goods abroad than it buys.
    pub(crate) fn sells(&self, party: Party, goods: &Commodity) -> bool {
        self.sellers.get(goods).is_some_and(|sellers| sellers.contains(&party))
    }

    /// The members of a group with their dates; empty for a country.
    #[must_use]
    pub fn members(&self, group: Party) -> &[Member] {
        self.groups.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The groups it knows.
    pub fn groups(&self) -> impl Iterator<Item = Party> + '_ {
        self.groups.keys().copied()
    }
}
