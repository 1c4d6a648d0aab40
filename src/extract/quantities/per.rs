//! What a unit is counted per: *a share*, *per night*, */hour*.

use super::{Asked, counted};
use crate::lexicon::words::is_per;
use crate::lexicon::{Kinds, Sense};
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, Dimension, UnitName};
use crate::token::Shape;

/// *a share*, *per night*, */hour* behind a unit: what it is counted per, and the token after it.
pub fn rated(asked: &Asked<'_, '_>, at: usize) -> Option<(String, usize)> {
    const SHARED_OUT: [&str; 68] = [
        "carry",
        "catch",
        "attempt",
        "inning",
        "reception",
        "possession",
        "serving",
        "cup",
        "can",
        "case",
        "box",
        "bag",
        "roll",
        "character",
        "acre",
        "inhabitant",
        "resident",
        "share",
        "person",
        "head",
        "capita",
        "night",
        "unit",
        "household",
        "employee",
        "passenger",
        "ticket",
        "pound",
        "vehicle",
        "customer",
        "game",
        "match",
        "season",
        "trip",
        "flight",
        "student",
        "dose",
        "piece",
        "bottle",
        "pack",
        "seat",
        "room",
        "ride",
        "child",
        "pupil",
        "patient",
        "worker",
        "copy",
        "vote",
        "visit",
        "visitor",
        "user",
        "subscriber",
        "family",
        "page",
        "word",
        "ton",
        "lap",
        "plate",
        "pint",
        "glass",
        "meal",
        "song",
        "download",
        "click",
        "item",
        "member",
        "spot",
    ];
    let Asked { view, .. } = *asked;
    // `$29-a-share`
    if view.norm(at) == "-" && is_per(view.norm(at + 1)) && view.norm(at + 2) == "-" {
        let word = view.norm(at + 3);
        if SHARED_OUT.contains(&word) {
            return Some((word.to_string(), at + 4));
        }
        return time_at(asked, at + 3);
    }
    // *300 dots to the inch*, *40 miles to the gallon*
    if view.norm(at) == "to" && view.norm(at + 1) == "the" {
        let word = view.norm(at + 2);
        let size = matches!(
            word,
            "inch" | "foot" | "yard" | "mile" | "gallon" | "litre" | "liter" | "acre" | "hectare" | "centimetre"
        );
        return size.then(|| (if word == "liter" { "litre" } else { word }.to_string(), at + 3));
    }
    if !is_per(view.norm(at)) {
        return None;
    }
    let word = view.norm(at + 1);
    if SHARED_OUT.contains(&word) {
        return Some((word.to_string(), at + 2));
    }
    // *$1.44 per diluted share*
    if matches!(word, "diluted" | "basic" | "ordinary" | "common" | "adjusted") && view.norm(at + 2) == "share" {
        return Some(("share".into(), at + 3));
    }
    // *312 cases per 100,000 people*
    let whole = view.figures().find(|q| q.tokens.start == at + 1);
    if let Some(whole) = whole.filter(|q| q.form == Form::Bare && view.norm(at) == "per") {
        let (noun, end) = counted::noun(view, whole.tokens.end)?;
        return Some((format!("{}_{noun}", whole.stated.0), end));
    }
    // *1,920 pixels per eye*, *110 yen per dollar*, *90 million euros a launch*
    let money =
        asked.written.form == Form::Figure && asked.written.quantity.unit.measure.dimension() == Dimension::Money;
    let priced = money && matches!(view.norm(at), "a" | "an") && is_priced_by(word);
    let noun = || {
        let token = view.tokens.get(at + 1).filter(|_| view.range.contains(&(at + 1)))?;
        let plain = token.shape == Shape::Word && !token.is_capitalised() && word.len() > 2 && word != "cent";
        if !(view.norm(at) == "per" || priced) || !plain || !counted::ends_phrase(view, at + 2) {
            return None;
        }
        let name =
            if word == "annum" { "year".to_string() } else { currency_at(asked, at + 1).unwrap_or(word.to_string()) };
        Some((name, at + 2))
    };
    let found = time_at(asked, at + 1).or_else(noun);
    found.filter(|(_, end)| !matches!(view.norm(*end), "earlier" | "ago" | "before" | "later"))
}

/// *three million litres **of water** a day*, *40 kilograms of nitrogen per hectare*: what an amount is counted per, told behind what it
/// is of.
pub fn rated_behind(asked: &Asked<'_, '_>, at: usize) -> Option<(String, usize)> {
    const STUFF: usize = 4;
    let view = asked.view;
    if view.norm(at) != "of" {
        return None;
    }
    let stuff = |at: &usize| {
        let token = &view.tokens[*at];
        token.shape == Shape::Word
            && !is_per(&token.norm)
            && !view.figures().any(|q| q.tokens.start == *at)
            && !counted::ends_phrase(view, *at)
            && !token.norm.ends_with("ed")
    };
    let first = at + 1;
    let per = first + (first..(first + STUFF).min(view.range.end)).take_while(stuff).count();
    // *of a day*, *of the milk*
    if per == first {
        return None;
    }
    rated(asked, per)
        .filter(|_| is_per(view.norm(per)) && (view.norm(per) != "each" || time_at(asked, per + 1).is_some()))
}

/// *75 million phones, or about 34,000 an hour*: the same things at a rate.
pub fn rated_again(asked: &Asked<'_, '_>) -> Option<(UnitName, usize)> {
    let Asked { view, written, .. } = *asked;
    let (end, start) = (written.tokens.end, view.start_with_hedge(written));
    if written.form != Form::Bare
        || written.everyday.is_some()
        || view.norm_before(start, 1) != "or" && view.norm(start) != "or"
    {
        return None;
    }
    let (per, after) = rated(asked, end)?;
    // *150 minutes of exercise a week, or about 22 a day*
    let thing = |q: &QuantityMention| {
        let (_, unit) = asked.read.iter().find(|(start, _)| *start == q.tokens.start)?;
        let (thing, _) = unit.as_str().split_once('/').unwrap_or((unit.as_str(), ""));
        match unit {
            UnitName::Counted(_) => Some(UnitName::Counted(format!("{thing}/{per}"))),
            UnitName::Measure(_) if unit.as_str().contains('/') && q.form == Form::Bare => {
                Some(UnitName::Measure(format!("{thing}/{per}")))
            }
            UnitName::Measure(_) => None,
        }
    };
    let unit = view.figures().rev().filter(|q| q.tokens.end <= start).find_map(thing)?;
    Some((unit, after))
}

/// Whether so much money may be for each of what a word names: *a launch*; not *a lot*, *a record*.
fn is_priced_by(word: &str) -> bool {
    !word.ends_with('s')
        && !word.ends_with("ly")
        && !matches!(
            word,
            "lot"
                | "bit"
                | "little"
                | "few"
                | "while"
                | "time"
                | "record"
                | "reality"
                | "bargain"
                | "total"
                | "result"
                | "minimum"
                | "maximum"
                | "success"
                | "third"
                | "quarter"
                | "half"
                | "fifth"
                | "tenth"
                | "hundred"
                | "thousand"
                | "million"
                | "billion"
                | "dozen"
                | "couple"
                | "further"
                | "more"
                | "mere"
                | "gift"
                | "drop"
                | "rise"
                | "fall"
                | "gain"
                | "loss"
                | "decade"
                | "generation"
        )
}

/// An everyday unit at token `at`, and the token after it.
pub fn time_at(asked: &Asked<'_, '_>, at: usize) -> Option<(String, usize)> {
    let Asked { scan, lexicon, .. } = *asked;
    let (index, length) = scan.sense(Kinds::EVERYDAY, at, |sense| match sense {
        Sense::Everyday(index) => Some(*index),
        _ => None,
    })?;
    Some((lexicon.everyday.get(index)?.name.clone(), at + length))
}

/// The code of the currency that is named at token `at`: *per dollar*.
fn currency_at(asked: &Asked<'_, '_>, at: usize) -> Option<String> {
    let Asked { scan, lexicon, .. } = *asked;
    let found = scan.sense(Kinds::CURRENCY, at, |sense| match sense {
        Sense::Currency(code, factor) if *factor == Decimal::ONE => Some(*code),
        Sense::SharedCurrency(index) => lexicon.shared_currencies.get(*index)?.default,
        _ => None,
    });
    found.map(|(code, _)| code.as_str().to_string())
}
