//! Tables to a lexicon.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::entry::{
    CalendarFile, CommodityEntry, CountryEntry, CueFile, CurrencyEntry, GroupEntry, LanguageFile, MeasureFile,
    NameForms, PlacesEntry, RouteEntry, UnitFile,
};
use super::marked::{OF_GROUPS, OF_RULES};
use super::{
    COUNT_OPENERS, CalendarWord, Countable, Everyday, FiscalYear, Kinds, Lexicon, MEMBERS, Member, NATIONS, NameForm,
    POINTERS, Phrases, RELATIVES, Route, Sense, SharedCurrency, TIME_OPENERS, TIME_TELLERS,
};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Commodity, Currency, Decimal, Measure, Party, parse_date};

/// The text of each table with its name.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'t> {
    pub countries: (&'t str, &'t str),
    pub places: (&'t str, &'t str),
    pub groups: (&'t str, &'t str),
    pub routes: (&'t str, &'t str),
    pub units: (&'t str, &'t str),
    pub currencies: (&'t str, &'t str),
    pub commodities: (&'t str, &'t str),
    pub language: (&'t str, &'t str),
    pub calendar: (&'t str, &'t str),
    pub measures: (&'t str, &'t str),
    pub cues: (&'t str, &'t str),
}

/// All tables, each by a macro that takes its path without the ending.
macro_rules! tables {
    ($table:ident) => {
        Tables {
            countries: $table!("countries"),
            places: $table!("places"),
            groups: $table!("groups"),
            routes: $table!("routes"),
            units: $table!("units"),
            currencies: $table!("currencies"),
            commodities: $table!("commodities"),
            language: $table!("en/language"),
            calendar: $table!("en/calendar"),
            measures: $table!("en/measures"),
            cues: $table!("en/cues"),
        }
    };
}

macro_rules! as_json {
    ($path:literal) => {
        (concat!("data/", $path, ".json"), include_str!(concat!(env!("OUT_DIR"), "/", $path, ".json")))
    };
}

/// The tables that ship with the crate, as the build script writes them.
pub const EMBEDDED: Tables<'static> = tables!(as_json);

pub(super) fn read<T: DeserializeOwned>((file, text): (&str, &str)) -> Result<T> {
    if file.ends_with(".json") {
        return serde_json::from_str(text)
            .map_err(|cause| Error::new(ErrorKind::Lexicon, cause.to_string()).in_file(file));
    }
    toml::from_str(text).map_err(|cause| {
        let line = cause.span().map(|span| text[..span.start].matches('\n').count() as u64 + 1);
        let error = Error::new(ErrorKind::Lexicon, cause.message().to_string()).in_file(file);
        match line {
            Some(line) => error.at_line(line, None),
            None => error,
        }
    })
}

impl Lexicon {
    /// Reads a full set of tables.
    ///
    /// # Errors
    /// [`ErrorKind::Lexicon`] with file and line where a table is broken or names what no table has.
    pub(crate) fn from_tables(tables: &Tables<'_>) -> Result<Self> {
        let mut lexicon = Lexicon { phrases: Phrases::with_room(), ..Lexicon::default() };
        // First the words that texts have most of: what is known of them lies together, and no names between.
        for (marks, words) in OF_GROUPS.into_iter().chain(OF_RULES) {
            lexicon.phrases.mark_plain(words, marks);
        }
        lexicon.add_countries(read(tables.countries)?)?;
        lexicon.add_places(read(tables.places)?);
        lexicon.add_groups(read(tables.groups)?)?;
        lexicon.add_routes(read(tables.routes)?);
        lexicon.add_units(read(tables.units)?)?;
        lexicon.add_measures(read(tables.measures)?);
        lexicon.add_currencies(&read(tables.currencies)?)?;
        lexicon.add_commodities(read(tables.commodities)?);
        lexicon.add_language(read(tables.language)?);
        lexicon.add_calendar(&read(tables.calendar)?)?;
        lexicon.add_cues(&read(tables.cues)?)?;
        lexicon.phrases.mark_words(&NATIONS, Kinds::NATION);
        lexicon.phrases.mark_words(&TIME_OPENERS, Kinds::OPENS_TIME);
        lexicon.phrases.mark_words(&TIME_TELLERS, Kinds::TELLS_TIME);
        lexicon.phrases.mark_words(&COUNT_OPENERS, Kinds::OPENS_COUNT);
        lexicon.phrases.mark_words(&["dozen"], Kinds::DOZEN);
        lexicon.phrases.mark_words(&RELATIVES, Kinds::RELATIVE);
        lexicon.phrases.mark_words(&POINTERS, Kinds::POINTS);
        lexicon.phrases.mark_words(&MEMBERS, Kinds::MEMBERS);
        Ok(lexicon)
    }

    pub(super) fn add_party(&mut self, party: Party, name: &str, forms: &NameForms) {
        self.names.insert(party, name.to_string());
        for (list, form) in [
            (&forms.names, NameForm::Name),
            (&forms.adjectives, NameForm::Adjective),
            (&forms.capitals, NameForm::Capital),
            (&forms.offices, NameForm::Office),
            (&forms.companies, NameForm::Company),
        ] {
            for text in list {
                self.phrases.insert(text, Sense::Party(party, form));
                // *the Republic of Korea* is no *the republic*, which a text calls its own country.
                if form == NameForm::Name && text.starts_with("Republic of ") {
                    self.phrases.insert(&format!("the {text}"), Sense::Party(party, form));
                }
                if form == NameForm::Name && loses_its_apostrophe(text) {
                    self.phrases.insert(&format!("{text}s"), Sense::Party(party, NameForm::Adjective));
                }
            }
        }
    }

    fn add_countries(&mut self, countries: BTreeMap<Party, CountryEntry>) -> Result<()> {
        for (party, entry) in countries {
            if !party.is_country() {
                return Err(Error::new(ErrorKind::Lexicon, format!("{party} is no country code")));
            }
            self.add_party(party, &entry.name, &entry.en);
            if entry.until.is_none() {
                let number = entry.m49.map(|number| number.to_string());
                self.codes.extend(entry.alpha2.iter().cloned().chain(number).map(|code| (code, party)));
            }
            let named_by_start = entry.fiscal_year_named.as_deref() == Some("start");
            if let Some(text) = &entry.fiscal_year {
                self.fiscal_years.insert(party, fiscal_year(text, named_by_start)?);
            }
            if let Some(text) = &entry.fiscal_year_before {
                let wrong = || Error::new(ErrorKind::Lexicon, format!("wanted 07-01 1976, found {text:?}"));
                let (begins, end) = text.split_once(' ').ok_or_else(wrong)?;
                let end = end.parse().map_err(|_| wrong())?;
                self.fiscal_years_before.insert(party, (fiscal_year(begins, named_by_start)?, end));
            }
        }
        Ok(())
    }

    fn add_places(&mut self, countries: BTreeMap<Party, PlacesEntry>) {
        for (party, entry) in countries {
            for place in &entry.en.places {
                self.phrases.insert(place, Sense::Party(party, NameForm::Place));
            }
        }
    }

    fn add_groups(&mut self, groups: BTreeMap<Party, GroupEntry>) -> Result<()> {
        for (party, entry) in groups {
            let day = |text: &Option<String>| text.as_deref().map(parse_date).transpose();
            let members =
                entry.members.iter().map(|m| Ok(Member { party: m.code, from: day(&m.from)?, until: day(&m.to)? }));
            let members = members.collect::<Result<Vec<Member>>>()?;
            self.add_party(party, &entry.name, &entry.en);
            self.groups.insert(party, members);
        }
        Ok(())
    }

    fn add_routes(&mut self, routes: BTreeMap<String, RouteEntry>) {
        for entry in routes.into_values() {
            for form in &entry.en.names {
                self.phrases.insert(form, Sense::Route(self.routes.len()));
            }
            self.routes.push(Route {
                name: entry.name,
                from: entry.from,
                to: entry.to,
                via: entry.via,
                commodity: entry.commodity.map(Commodity::new),
            });
        }
    }

    fn add_units(&mut self, file: UnitFile) -> Result<()> {
        for entry in file.unit {
            let measure: Measure = entry.measure.parse()?;
            let per = entry.per.as_deref().map(str::parse).transpose()?;
            for form in &entry.en.forms {
                self.phrases.insert(form, Sense::Unit(measure, entry.factor, per));
            }
            self.unit_names.push((measure, entry.factor, per, entry.name));
        }
        Ok(())
    }

    fn add_measures(&mut self, file: MeasureFile) {
        for entry in file.measure {
            for form in &entry.forms {
                self.phrases.insert(form, Sense::Everyday(self.everyday.len()));
            }
            self.everyday.push(Everyday { name: entry.name, time: entry.time });
        }
    }

    fn add_currencies(&mut self, currencies: &BTreeMap<String, CurrencyEntry>) -> Result<()> {
        let mut shared: BTreeMap<&str, SharedCurrency> = BTreeMap::new();
        for (code, entry) in currencies {
            let currency = Currency::new(code)
                .ok_or_else(|| Error::new(ErrorKind::Lexicon, format!("{code:?} is no currency code")))?;
            self.currencies.insert(currency);
            if entry.name.ends_with("dollar") && code != "USD" && entry.until.is_none() {
                // One of the countries, not a territory that uses another's.
                for party in entry.countries.iter().take_while(|_| entry.countries.len() == 1) {
                    self.dollars.insert(*party, currency);
                }
                if let Some(first) = entry.countries.iter().find(|p| p.as_str().starts_with(&code[..2])) {
                    self.dollars.insert(*first, currency);
                }
            }
            if !matches!(code.as_str(), "USD" | "EUR") && entry.until.is_none() {
                let named = entry.countries.iter().find(|p| p.as_str().starts_with(&code[..2]));
                let alone = entry.countries.first().filter(|_| entry.countries.len() == 1);
                if let Some(issuer) = named.or(alone) {
                    self.issuers.insert(currency, *issuer);
                }
            }
            let own = entry.signs.iter().chain(&entry.en.forms).map(String::as_str);
            for form in own.chain([code.as_str()]) {
                self.phrases.insert(form, Sense::Currency(currency, Decimal::ONE));
                if let Some(titled) = titled(form) {
                    self.phrases.insert(&titled, Sense::Currency(currency, Decimal::ONE));
                }
            }
            // *Nu. 28.2 billion*: a sign in letters may have a stop of its own.
            let signs = entry.signs.iter().chain(&entry.en.shared).map(|form| form.trim_end_matches('.'));
            let short = |form: &&str| (2..=5).contains(&form.len()) && form.chars().all(|c| c.is_ascii_alphabetic());
            let large = signs.filter(short).filter(|form| form.starts_with(char::is_uppercase));
            self.abbreviations.extend(large.map(str::to_owned));
            // *453 mln Zimbabwe dlrs*, as the wires write every dollar.
            let stem = |form: &'_ String| form.trim_end_matches('s').strip_suffix("dollar").map(str::to_owned);
            let stems: BTreeSet<String> = entry.en.forms.iter().filter_map(stem).filter(|s| !s.is_empty()).collect();
            for stem in stems {
                for form in [format!("{stem}dlr"), format!("{stem}dlrs")] {
                    if !entry.en.forms.contains(&form) && !entry.signs.contains(&form) {
                        self.phrases.insert(&form, Sense::Currency(currency, Decimal::ONE));
                    }
                }
            }
            if let (Some(hundredth), Some(name)) = (Decimal::new(1, 2), &entry.subunit) {
                self.unit_names.push((Measure::Currency(currency), hundredth, None, name.to_lowercase()));
                for form in &entry.en.subunit_forms {
                    self.phrases.insert(form, Sense::Currency(currency, hundredth));
                }
            }
            for form in entry.en.shared.iter().chain(&entry.en.default_for) {
                let choice = shared.entry(form).or_insert(SharedCurrency { choices: Vec::new(), default: None });
                if choice.choices.last().is_none_or(|(last, ..)| *last != currency) {
                    let until = entry.until.as_deref().map(parse_date).transpose()?;
                    choice.choices.push((currency, entry.countries.clone(), until));
                }
                if entry.en.default_for.contains(form) && entry.until.is_none()
                    || choice.default.is_none() && entry.en.default_for.contains(form)
                {
                    choice.default = Some(currency);
                }
            }
        }
        for (form, choice) in shared {
            self.phrases.insert(form, Sense::SharedCurrency(self.shared_currencies.len()));
            self.shared_currencies.push(choice);
        }
        Ok(())
    }

    fn add_commodities(&mut self, commodities: BTreeMap<String, CommodityEntry>) {
        for (name, entry) in commodities {
            let commodity = Commodity::new(name);
            if let Some(hs) = entry.hs.as_deref().filter(|hs| hs.bytes().all(|b| b.is_ascii_digit() || b == b'.')) {
                self.heading_of.insert(commodity.clone(), hs.replace('.', "").trim_end_matches("00").to_owned());
            }
            if !entry.sellers.is_empty() {
                self.sellers.insert(commodity.clone(), entry.sellers);
            }
            let countable = if entry.countable { Countable::Pieces } else { Countable::Bulk };
            for heading in entry.hs.iter().flat_map(|headings| headings.split(',')) {
                let digits: String = heading.chars().filter(char::is_ascii_digit).collect();
                self.headings.entry(digits).or_default().push(commodity.clone());
            }
            for form in &entry.en.forms {
                // *chip exports* are of chips.
                let plural = entry.en.forms.iter().find(|other| other.strip_suffix('s') == Some(form.as_str()));
                let own = plural.unwrap_or(form);
                let named = own_name(commodity.as_str(), own, entry.group.as_deref() == Some("energy"));
                let named = named.map_or_else(|| commodity.clone(), Commodity::new);
                if entry.countable {
                    self.pieces.insert(named.clone());
                }
                if let Some(single) = attributive(form) {
                    self.phrases.insert(&single, Sense::Commodity(named.clone(), Countable::Bulk));
                }
                // *rolled-steel shipments*, *rough-diamond sales*
                if let Some((first, second)) = form.split_once(' ').filter(|(_, second)| !second.contains([' ', '-'])) {
                    // *the grain crop* is what was harvested.
                    if let Some(single) = attributive(second).filter(|single| single != "crop") {
                        for form in [format!("{first} {single}"), format!("{first}-{single}")] {
                            self.phrases.insert(&form, Sense::Commodity(named.clone(), Countable::Bulk));
                        }
                    }
                    let joined = format!("{first}-{second}");
                    self.phrases.insert(&joined, Sense::Commodity(named.clone(), Countable::Bulk));
                }
                self.phrases.insert(form, Sense::Commodity(named, countable));
            }
        }
    }

    fn add_language(&mut self, file: LanguageFile) {
        self.abbreviations.extend(file.abbreviations);
        for (form, value) in file.numbers {
            self.phrases.insert(&form, Sense::Number(value));
        }
        for (form, scale) in file.scales {
            self.phrases.insert(&form, Sense::Scale(scale.exponent, scale.attached));
        }
        for (form, parts) in file.fractions {
            self.phrases.insert(&form, Sense::Fraction(parts));
        }
        for (form, times) in file.multiples {
            self.phrases.insert(&form, Sense::Multiple(times));
        }
    }

    fn add_calendar(&mut self, file: &CalendarFile) -> Result<()> {
        let mut add = |form: &str, word| self.phrases.insert(form, Sense::Calendar(word));
        for (form, month) in &file.months {
            add(form, CalendarWord::Month(*month));
        }
        for (form, day) in &file.weekdays {
            add(form, CalendarWord::Weekday(*day));
        }
        for (form, number) in &file.ordinals {
            add(form, CalendarWord::Ordinal(*number));
        }
        for (name, forms) in &file.words {
            let word = match name.as_str() {
                "last" => CalendarWord::Last,
                "this" => CalendarWord::This,
                "next" => CalendarWord::Next,
                "same" => CalendarWord::Same,
                "earlier" => CalendarWord::Earlier,
                "year" => CalendarWord::Year,
                "quarter" => CalendarWord::Quarter,
                "half" => CalendarWord::Half,
                "month" => CalendarWord::Month1,
                "week" => CalendarWord::Week,
                "day" => CalendarWord::Day,
                "decade" => CalendarWord::Decade,
                "period" => CalendarWord::Period,
                "year_on_year" => CalendarWord::YearOnYear,
                "month_on_month" => CalendarWord::MonthOnMonth,
                "quarter_on_quarter" => CalendarWord::QuarterOnQuarter,
                "fiscal" => CalendarWord::Fiscal,
                other => return Err(Error::new(ErrorKind::Lexicon, format!("no such calendar word: {other:?}"))),
            };
            for form in forms {
                add(form, word);
            }
        }
        Ok(())
    }

    fn add_cues(&mut self, file: &CueFile) -> Result<()> {
        for entry in &file.cue {
            let cue = entry.cue()?;
            for form in &entry.forms {
                self.phrases.insert(form, Sense::Cue(cue));
            }
        }
        Ok(())
    }
}

/// *US Dollar* for *US dollar*: a form that begins with letters alone and is matched as it stands, with a capital at its last word.
fn titled(form: &str) -> Option<String> {
    let (first, last) = form.rsplit_once(' ')?;
    let shouted = first.chars().all(|c| c.is_uppercase() || c == '.');
    let initial = last.chars().next().filter(char::is_ascii_lowercase)?;
    shouted.then(|| format!("{first} {}{}", initial.to_ascii_uppercase(), &last[1..]))
}

/// The singular of goods as it stands before another noun: *log exports*, *car imports*.
fn attributive(form: &str) -> Option<String> {
    const OTHERWISE: [&str; 18] = [
        "goods", "arms", "products", "spirits", "ships", "pulses", "dates", "services", "parts", "tools", "chips",
        "metals", "furs", "seeds", "hops", "oats", "peas", "ores",
    ];
    let plain = form.len() > 3 && form.bytes().all(|b| b.is_ascii_lowercase()) && !OTHERWISE.contains(&form);
    // *battery*, *tomato*
    if let Some(stem) = form.strip_suffix("ies").filter(|_| plain) {
        return Some(format!("{stem}y"));
    }
    if let Some(single) = form.strip_suffix("es").filter(|single| plain && single.ends_with('o')) {
        return Some(single.to_owned());
    }
    let single = form.strip_suffix('s')?;
    let regular = !["s", "ie", "oe", "he", "xe", "se", "u", "i"].iter().any(|end| single.ends_with(end));
    (plain && regular).then(|| single.to_owned())
}

/// The text's own word in the form of a record name, where it is another word than the record's: *maize* stays `maize`.
/// Energy goods, which have settled names, keep theirs.
fn own_name(record: &str, form: &str, energy: bool) -> Option<String> {
    let own = form.to_lowercase().replace([' ', '-'], "_");
    let stem: String = own.chars().take(4).collect();
    let same = energy || record.split('_').any(|word| word.starts_with(&stem)) || own.contains(record);
    (!same).then_some(own)
}

/// `04-01`: the month and day on which a fiscal year begins.
fn fiscal_year(text: &str, named_by_start: bool) -> Result<FiscalYear> {
    let wrong = || Error::new(ErrorKind::Lexicon, format!("wanted a month and day (04-01), found {text:?}"));
    let (month, day) = text.split_once('-').ok_or_else(wrong)?;
    let number = |part: &str| part.parse::<u32>().map_err(|_| wrong());
    let (month, day) = (number(month)?, number(day)?);
    chrono::NaiveDate::from_ymd_opt(2001, month, day).ok_or_else(wrong)?;
    Ok(FiscalYear { month, day, named_by_start })
}

/// *Indias exports*, *the EUs trade share*: whether a name can be read so where an archive has lost its apostrophes, and is no
/// word for several.
fn loses_its_apostrophe(name: &str) -> bool {
    let several = ["America", "Korea", "Turkey", "Congo", "Guinea", "Yemen", "Chile", "Jordan"];
    name.len() > 1
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_ascii_alphabetic())
        && !name.ends_with(['s', 'S'])
        && !several.contains(&name)
}

#[cfg(test)]
mod tests;
