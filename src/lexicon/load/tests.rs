//! The tables of the crate, read as they are written and as they are embedded.

use super::*;
use crate::token::{Folded, tokenize};

macro_rules! as_written {
    ($path:literal) => {
        (concat!("data/", $path, ".toml"), include_str!(concat!("../../../data/", $path, ".toml")))
    };
}

/// The same tables as they are written.
const WRITTEN: Tables<'static> = tables!(as_written);

#[test]
fn what_is_embedded_is_what_is_written() {
    let [mut embedded, mut written] = [EMBEDDED, WRITTEN].map(|tables| Lexicon::from_tables(&tables).unwrap());
    // A set in no order.
    assert_eq!(std::mem::take(&mut embedded.abbreviations), std::mem::take(&mut written.abbreviations));
    assert!(format!("{embedded:?}") == format!("{written:?}"), "the build script writes another lexicon");
}

#[test]
fn the_embedded_tables_are_read() {
    let lexicon = Lexicon::from_tables(&EMBEDDED).unwrap();
    let china = "CHN".parse().unwrap();
    for text in ["China", "Chinese", "Beijing"] {
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, lexicon.phrases.words());
        let found = lexicon.phrases.longest(&tokens, 0).unwrap();
        assert!(found.senses.iter().any(|s| matches!(s, Sense::Party(p, _) if *p == china)), "{text}");
    }
    let folded = Folded::new("china");
    assert!(lexicon.phrases.longest(&tokenize("china", &folded, lexicon.phrases.words()), 0).is_none());
}

#[test]
fn a_broken_table_names_its_line() {
    let tables = Tables { units: ("units.toml", "[[unit]]\nmeasure = \"m3\"\nfactor = \"x\"\n"), ..WRITTEN };
    let error = Lexicon::from_tables(&tables).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Lexicon);
    assert_eq!(error.position().file.as_deref(), Some("units.toml"));
    assert!(error.position().line.is_some());
}

#[test]
fn the_data_is_clean() {
    let upper = |code: &str, length: usize| code.len() == length && code.bytes().all(|b| b.is_ascii_uppercase());
    let day = |text: &Option<String>| text.as_deref().is_none_or(|t| parse_date(t).is_ok());
    let sorted = |keys: Vec<String>| keys.windows(2).all(|pair| pair[0] < pair[1]);
    let countries: BTreeMap<Party, CountryEntry> = read(WRITTEN.countries).unwrap();
    let currencies: BTreeMap<String, CurrencyEntry> = read(WRITTEN.currencies).unwrap();
    for (party, country) in &countries {
        assert!(country.alpha2.as_deref().is_none_or(|code| upper(code, 2)), "{party}");
        assert!(country.m49.is_none_or(|code| code < 1000), "{party}");
        assert!(country.currency.as_ref().is_none_or(|code| currencies.contains_key(code)), "{party}");
        assert!(day(&country.until) && !country.en.names.is_empty(), "{party}");
    }
    for (code, currency) in &currencies {
        assert!(upper(code, 3) && !currency.name.is_empty() && day(&currency.until), "{code}");
        assert!(currency.countries.iter().all(|party| countries.contains_key(party)), "{code}");
        assert!(currency.subunit.is_some() || currency.en.subunit_forms.is_empty(), "{code}");
    }
    let places: BTreeMap<Party, PlacesEntry> = read(WRITTEN.places).unwrap();
    let mut known: Vec<&String> = countries.values().flat_map(|c| c.en.names.iter().chain(&c.en.capitals)).collect();
    for (party, entry) in &places {
        assert!(countries.contains_key(party), "{party}");
        for place in &entry.en.places {
            assert!(!known.contains(&place), "{place} is told twice");
            known.push(place);
        }
    }
    let groups: BTreeMap<Party, GroupEntry> = read(WRITTEN.groups).unwrap();
    for (group, entry) in &groups {
        assert!(entry.members.iter().all(|m| countries.contains_key(&m.code) && day(&m.from) && day(&m.to)), "{group}");
    }
    let commodities: BTreeMap<String, CommodityEntry> = read(WRITTEN.commodities).unwrap();
    for (name, commodity) in &commodities {
        assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()), "{name}");
        let heading = |hs: &str| hs.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'-'));
        assert!(commodity.hs.as_deref().is_none_or(heading) && commodity.group.is_some(), "{name}");
    }
    let routes: BTreeMap<String, RouteEntry> = read(WRITTEN.routes).unwrap();
    let place = |party: &Party| countries.contains_key(party) || groups.contains_key(party);
    for (id, route) in &routes {
        assert!(place(&route.from) && place(&route.to) && route.via.iter().all(place), "{id}");
        assert!(route.commodity.as_ref().is_none_or(|name| commodities.contains_key(name)), "{id}");
        assert!(route.kind.is_some(), "{id}");
    }
    let units: UnitFile = read(WRITTEN.units).unwrap();
    assert!(units.unit.iter().all(|unit| !unit.source.is_empty()));
    for (file, text) in [WRITTEN.countries, WRITTEN.places, WRITTEN.currencies, WRITTEN.commodities, WRITTEN.routes] {
        let keys = text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        assert!(sorted(keys.map(String::from).collect()), "{file}");
    }
}

#[test]
fn every_example_of_a_cue_holds_it_and_no_counter_example_does() {
    let lexicon = Lexicon::from_tables(&EMBEDDED).unwrap();
    let holds = |text: &str, wanted: &Sense| {
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, lexicon.phrases.words());
        let mut at = 0;
        while at < tokens.len() {
            match lexicon.phrases.longest(&tokens, at) {
                Some(found) if found.senses.iter().any(|sense| sense == wanted) => return true,
                Some(found) => at += found.tokens(),
                None => at += 1,
            }
        }
        false
    };
    let cues: CueFile = read(WRITTEN.cues).unwrap();
    for entry in &cues.cue {
        let sense = Sense::Cue(entry.cue().unwrap());
        for text in &entry.examples {
            assert!(holds(text, &sense), "{} {}: {text}", entry.slot, entry.sense);
        }
        for text in &entry.not {
            assert!(!holds(text, &sense), "{} {}: not {text}", entry.slot, entry.sense);
        }
    }
    let units: UnitFile = read(WRITTEN.units).unwrap();
    for entry in &units.unit {
        let measure = entry.measure.parse().unwrap();
        let per = entry.per.as_deref().map(|p| p.parse().unwrap());
        let sense = Sense::Unit(measure, entry.factor, per);
        for text in &entry.examples {
            assert!(holds(text, &sense), "{} {}: {text}", entry.measure, entry.factor);
        }
        for text in &entry.not {
            assert!(!holds(text, &sense), "{} {}: not {text}", entry.measure, entry.factor);
        }
    }
}
