//! Offices that trade for their country: *Jordan's Supply Ministry bought*, *Kenya's food agency plans to import*.

use std::ops::Range;

use crate::extract::deed::helps;
use crate::token::Token;

/// Whether the words behind a name are an office of that country which itself buys or sells, or is to.
pub fn office_that_trades(tokens: &[Token<'_>], sentence: &Range<usize>, end: usize) -> bool {
    let reach = end..(end + 12).min(sentence.end);
    let word = |t: &Token<'_>| {
        t.is_capitalised() || is_small(t.norm.as_ref()) || is_field(t.norm.as_ref()) || is_office(t.norm.as_ref())
    };
    let Some(first) = reach.clone().find(|at| !word(&tokens[*at])) else { return false };
    if !tokens[end..first].iter().any(|t| is_office(t.norm.as_ref())) {
        return false;
    }
    // *plans to import*, *has agreed to buy*, *will buy*
    let leads = |at: usize| helps(tokens[at].norm.as_ref()) || is_meant(tokens[at].norm.as_ref());
    let verb = (first..reach.end.min(first + 4)).find(|at| !leads(*at)).unwrap_or(first);
    let norm = tokens[verb].norm.as_ref();
    is_trading(norm) || verb > first && matches!(norm, "buy" | "import" | "purchase" | "sell" | "export" | "order")
}

/// A finite verb of trade.
fn is_trading(word: &str) -> bool {
    matches!(
        word,
        "bought" | "buys" | "purchased" | "imported" | "ordered" | "booked" | "sold" | "exported" | "tendered"
    )
}

/// ***plans** to import*: a verb that the one of trade hangs on.
fn is_meant(word: &str) -> bool {
    matches!(
        word,
        "plans"
            | "planned"
            | "wants"
            | "wanted"
            | "intends"
            | "expects"
            | "aims"
            | "hopes"
            | "seeks"
            | "agreed"
            | "decided"
            | "means"
            | "needs"
            | "is"
            | "was"
            | "due"
            | "set"
    )
}

/// Small words in the name of an office.
fn is_small(word: &str) -> bool {
    matches!(word, "'" | "s" | "of" | "for" | "and" | "state" | "main" | "national" | "has" | "also")
}

/// ***food** agency*: what an office is for.
fn is_field(word: &str) -> bool {
    matches!(
        word,
        "grain"
            | "grains"
            | "food"
            | "rice"
            | "wheat"
            | "sugar"
            | "cereals"
            | "supply"
            | "supplies"
            | "trade"
            | "trading"
            | "oil"
            | "gas"
            | "power"
            | "electricity"
            | "energy"
            | "reserve"
            | "reserves"
            | "procurement"
            | "buying"
            | "farm"
            | "agriculture"
    )
}

/// Words for offices that trade for their country.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "ministry"
            | "board"
            | "authority"
            | "agency"
            | "corporation"
            | "organisation"
            | "organization"
            | "commission"
            | "department"
            | "office"
            | "enterprise"
            | "committee"
            | "association"
            | "company"
            | "government"
            | "utility"
            | "buyer"
    )
}
