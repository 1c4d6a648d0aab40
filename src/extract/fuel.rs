//! Amounts of gas, oil and power that no word of trade governs: told by whom they are beside, in a text of countries.
//!
//! | sentence | counts |
//! | --- | --- |
//! | *Omani pipes will serve the Emirates with **135 million cubic feet*** | exports |
//! | *Italy found none of the **20 mcm** expected from Russia* | imports |
//! | *Finland's **1.5 bcm** were turned off* | imports |
//! | *Slovakia's operator handled **56.5 bcm*** | transit |
//! | *two more pipes of **27.5 bcm** apiece to Germany* | capacity |

use std::ops::Range;

use super::grammar::Role;
use super::indicator::{Found, Search};
use super::invested;
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::is_line;
use crate::mention::{Mention, What};
use crate::model::{Decimal, Dimension, Indicator};

/// What an amount of fuel or money counts that no word of trade governs, by whom it stands beside.
pub fn told_beside(search: &Search<'_, '_>) -> Found {
    match () {
        () if search.unit.is_sum() => invested::of_firms(search),
        () if search.unit.is_ratio() => lost_part(search).or_else(|| runs_at(search)),
        () => told_of_fuel(search),
    }
}

/// *Slovakia missed 70 percent of its gas*: a part of what a country takes in.
fn lost_part(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let clause = view.clause(start);
    let behind = end + 1..(end + 6).min(clause.end);
    let fuel = |m: &Mention| matches!(&m.what, What::Commodity(goods) if matches!(goods.as_str(), "natural_gas" | "crude_oil" | "electricity" | "lng"));
    let of = view.norm(end) == "of" && view.mentions.iter().any(|m| behind.contains(&m.tokens.start) && fuel(m));
    let owned = matches!(view.norm(end + 1), "its" | "their" | "the");
    let verb = (clause.start..start)
        .rev()
        .find(|at| lacks(view.norm(*at)) || matches!(view.norm(*at), "missing" | "losing" | "robbed" | "deprived"))?;
    let whose = view.actors.iter().any(|a| clause.contains(&a.at) && a.end <= start && a.party.is_country());
    (of && owned && whose).then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}

/// *Nord Stream runs at 20 percent*: the part of what it can move that a line does.
fn runs_at(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let verb = running_before(view, start_of(search))?;
    let clause = view.clause(verb);
    let line = (clause.start..verb).rev().find(|at| is_line(view.norm(*at)));
    let route = view.routes.iter().find(|(at, ..)| (clause.start..verb).contains(at)).map(|(at, ..)| *at);
    told(search, line.or(route)?, Indicator::Capacity, Class::Noun)
}

/// *runs at*, *was working at*: the verb of running before a figure that begins at a token.
pub fn running_before(view: &View<'_>, start: usize) -> Option<usize> {
    let at = start.checked_sub(1).filter(|at| view.norm(*at) == "at")?;
    let runs = |word: &str| {
        matches!(
            word,
            "runs"
                | "ran"
                | "run"
                | "running"
                | "works"
                | "worked"
                | "working"
                | "operates"
                | "operated"
                | "operating"
                | "used"
                | "utilised"
        )
    };
    at.checked_sub(1).filter(|at| runs(view.norm(*at)))
}

/// What an amount of fuel counts, by the countries and verbs around it.
fn told_of_fuel(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let clause = view.clause(start);
    if !is_fuel(search) || clause.clone().any(|at| is_of_else(view.norm(at))) {
        return None;
    }
    let end = search.end();
    let here = |a: &&Actor| {
        clause.contains(&a.at)
            && a.party.is_country()
            && !matches!(a.role, Role::Teller | Role::Title | Role::Beside | Role::Label)
    };
    let named: Vec<&Actor> = view.actors.iter().filter(here).collect();
    let first = *named.first()?;
    let several = named.iter().any(|a| a.party != first.party);
    let verb = verb_before(view, clause.start..start).unwrap_or(start.saturating_sub(1).max(view.range.start));
    let goes = |indicator, class| told(search, verb, indicator, class);
    let any = |range: Range<usize>, is: fn(&str) -> bool| range.into_iter().any(|at| is(view.norm(at)));
    let line = any(clause.clone(), is_line)
        || any(clause.clone(), |word| matches!(word, "pipes" | "cables" | "wires" | "grid"));
    let behind_whom = named.iter().any(|a| a.end == start);
    if several {
        let from = named.iter().any(|a| a.role == Role::From);
        let to = named.iter().any(|a| a.role == Role::To && (a.at >= end || line));
        return match () {
            () if from => goes(Indicator::Imports, Class::VerbIn),
            () if behind_whom || to => goes(Indicator::Exports, Class::VerbOut),
            () if any(clause.start..start, lacks) => goes(Indicator::Imports, Class::VerbIn),
            () => None,
        };
    }
    // One country alone.
    let owner = named.iter().any(|a| a.role == Role::Possessor && start.saturating_sub(a.end) <= 3);
    if any(clause.start..start, lacks) || owner && any(end..clause.end, is_stopped) {
        return goes(Indicator::Imports, Class::VerbIn);
    }
    if any(clause.start..start, passes_on) && search.unit.is_bulk() {
        return goes(Indicator::Transit, Class::VerbOf);
    }
    let to = named.iter().any(|a| a.role == Role::To);
    (line && to).then(|| goes(Indicator::Capacity, Class::Noun))?
}

/// Whether the figure counts gas, oil or power, by its unit or by the goods that its sentence names.
fn is_fuel(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let Some(figure) = view.quantity(search.quantity) else { return false };
    let value = figure.quantity.value;
    let least = |n: i64| value >= Decimal::from(n);
    let gas =
        |m: &Mention| matches!(&m.what, What::Commodity(goods) if matches!(goods.as_str(), "natural_gas" | "lng"));
    let fuel = |m: &Mention| {
        matches!(&m.what, What::Commodity(goods)
            if matches!(goods.as_str(), "crude_oil" | "oil" | "lng" | "oil_products" | "coal"))
    };
    match search.unit.measure.dimension() {
        Dimension::Power | Dimension::Energy => least(1_000_000),
        Dimension::Volume => {
            let letters = figure
                .tokens
                .clone()
                .any(|at| matches!(view.norm(at), "bcm" | "mcm" | "bcf" | "tcf" | "mmcfd" | "mmscfd"));
            least(1_000_000) && (letters || search.unit.is_rate() || view.mentions.iter().any(gas))
        }
        Dimension::Mass => least(10_000) && view.mentions.iter().any(fuel),
        _ => false,
    }
}

/// The last word of the clause before a figure that can be its verb.
fn verb_before(view: &View<'_>, clause: Range<usize>) -> Option<usize> {
    clause.rev().find(|at| {
        let word = view.norm(*at);
        view.verb_at(*at) || view.is_past(*at) || word.ends_with("ed") || word.ends_with("ing")
    })
}

/// *missed*, *got*, *lost*: who does so takes the goods in, or was to.
fn lacks(word: &str) -> bool {
    matches!(
        word,
        "missed"
            | "misses"
            | "got"
            | "gets"
            | "asked"
            | "asks"
            | "lost"
            | "loses"
            | "lacks"
            | "lacked"
            | "short"
            | "draws"
            | "drew"
            | "received"
            | "receives"
            | "instead"
            | "wants"
            | "wanted"
            | "needs"
            | "needed"
            | "ordered"
            | "landed"
            | "tapped"
            | "taps"
    )
}

/// *Finland's 1.5 bcm were turned off*: what no longer comes.
fn is_stopped(word: &str) -> bool {
    matches!(word, "stopped" | "off" | "cut" | "halted" | "ceased" | "dried" | "vanished" | "disappeared" | "missing")
}

/// *Slovakia's operator handled*, *moved*: who lets goods pass.
fn passes_on(word: &str) -> bool {
    matches!(word, "handled" | "handles" | "moved" | "transported" | "carried" | "conveyed" | "wheeled" | "relayed")
}

/// Words of what is no flow of goods.
fn is_of_else(word: &str) -> bool {
    word.starts_with("stor")
        || matches!(
            word,
            "reserves"
                | "reservoir"
                | "water"
                | "flared"
                | "leaked"
                | "leaks"
                | "leak"
                | "rated"
                | "designed"
                | "spilled"
                | "emissions"
                | "stocks"
                | "stock"
                | "debt"
                | "worth"
                | "fees"
                | "turbine"
                | "turbines"
                | "plant"
                | "plants"
                | "panels"
                | "wind"
                | "solar"
                | "dam"
                | "reactor"
                | "reactors"
                | "installed"
                | "field"
                | "fields"
                | "deposit"
        )
}

/// *light and medium crudes*, *sweet and sour crude oils*: kinds of crude oil, told apart by words for how it is.
pub fn is_kind_of_crude(words: &[&str]) -> bool {
    let kinds = match words {
        [kinds @ .., "crude" | "crudes"] | [kinds @ .., "crude", "oil" | "oils"] => kinds,
        _ => return false,
    };
    let kind = |word: &&str| {
        matches!(
            *word,
            "light"
                | "heavy"
                | "medium"
                | "sweet"
                | "sour"
                | "extra"
                | "lighter"
                | "heavier"
                | "and"
                | "said"
                | "net"
                | "benchmark"
                | "urals"
                | "brent"
        )
    };
    !kinds.is_empty() && kinds.iter().all(kind)
}
