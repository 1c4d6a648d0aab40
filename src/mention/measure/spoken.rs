//! Units that mean what the talk around is of: *11,369 million **units*** of power, *22 million **pounds*** of uranium.

use crate::lexicon::words::is_per;
use crate::lexicon::{Kinds, Sense};
use crate::mention::Scan;
use crate::token::Token;

/// How many tokens before a sentence may say what its units are of.
const TOLD: usize = 60;

/// Whether power is spoken of around a sentence: *Nepal exports electricity. It gets 6.40 cents a unit*.
pub fn is_of_power(scan: &Scan<'_>) -> bool {
    tells(scan, |word| {
        matches!(
            word,
            "electricity"
                | "power"
                | "mw"
                | "megawatt"
                | "megawatts"
                | "gwh"
                | "kwh"
                | "hydropower"
                | "solar"
                | "grid"
                | "utility"
                | "kilowatt"
        )
    })
}

/// *took 58 million units from Uganda*, in talk of power: whether the units at a token, so many that a scale tells them, are
/// kilowatt-hours.
pub fn units_of_power(scan: &Scan<'_>, at: usize) -> bool {
    let many = at.checked_sub(1).is_some_and(|before| {
        scan.sense(Kinds::SCALE, before, |s| matches!(s, Sense::Scale(e, _) if *e >= 5).then_some(())).is_some()
    });
    many && scan.get(at).is_some_and(|t| t.norm == "units") && is_of_power(scan)
}

/// *produced 22.8 million pounds*, in talk of uranium: a weight, no money.
pub fn pounds_of_uranium(scan: &Scan<'_>, at: usize) -> bool {
    scan.get(at).is_some_and(|t| matches!(t.norm.as_ref(), "pounds" | "pound"))
        && tells(scan, |word| matches!(word, "uranium" | "yellowcake" | "u3o8"))
        && !tells(scan, |word| matches!(word, "sterling" | "£"))
}

/// *Canada supplied 855 TMT*, as offices that count in thousand tonnes write: whether the letters at a token, those of Turkmen money as
/// well, are of goods. Money comes in millions, and with talk of Turkmenistan.
pub fn are_thousand_tonnes(scan: &Scan<'_>, at: usize) -> bool {
    let number = at.checked_sub(1).is_some_and(|before| {
        scan.is_digits(before) || scan.get(before).is_some_and(|t| t.is_mark('(') || t.is_mark(',') || t.norm == "in")
    });
    number && !tells(scan, |word| word.starts_with("turkmen") || word.starts_with("manat") || word == "ashgabat")
}

/// *6.5c/kWh*, *84c a kilo*: whether the letter right behind a number at a token is of a coin: a unit follows that goods are paid by.
pub fn is_cent_of_price(scan: &Scan<'_>, at: usize) -> bool {
    let joined = scan.get(at).is_some_and(Token::is_joined);
    let per = scan.get(at + 1).is_some_and(|t| t.is_mark('/') || is_per(&t.norm));
    let unit = |at: usize| scan.sense(Kinds::UNIT, at, |s| matches!(s, Sense::Unit(..)).then_some(())).is_some();
    joined && per && unit(at + 2)
}

fn tells(scan: &Scan<'_>, is: impl Fn(&str) -> bool) -> bool {
    let near = scan.range.start.saturating_sub(TOLD)..scan.range.end;
    scan.tokens[near].iter().any(|t| is(&t.norm))
}
