//! Crude that producers agree to keep off the market or to bring back to it: by how much their output falls or rises.
//!
//! | sentence | kind | value | rule |
//! | --- | --- | --- | --- |
//! | *take **1.36 million bpd** off the market* | change | -1.36 million | `held_back` |
//! | *Kuwait gives up **95,000 bpd*** | change | -95,000 | `held_back` |
//! | *will shoulder **425,000 bpd** of the new reduction* | change | -425,000 | `held_back` |
//! | *bring back **400,000 bpd*** | change | 400,000 | `held_back` |

use super::indicator::{Governor, Search};
use super::kind;
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{brings, contributes, gives, holds, is_demonstrative, is_or_was, keeps, takes};
use crate::mention::{Mention, QuantityMention, What};
use crate::model::{Indicator, Kind, Measure, Span};

/// By how much producers change what they pump: the sign, and the word that says so.
fn step(view: &View<'_>, quantity: &QuantityMention) -> Option<(i8, usize)> {
    let unit = quantity.quantity.unit;
    if unit.measure != Measure::Barrel || !unit.is_rate() {
        return None;
    }
    let end = over_goods(view, quantity.tokens.end);
    let first = start_of_step(view, view.start_with_hedge(quantity));
    of_verb_before(view, first, end).or_else(|| of_the_cut(view, end)).or_else(|| of_cuts_before(view, first))
}

/// Over *of crude*, *of output*: the token behind the goods that an amount is told of.
fn over_goods(view: &View<'_>, end: usize) -> usize {
    let goods =
        |at: usize| matches!(view.norm(at), "crude" | "oil" | "production" | "output" | "supply" | "supplies" | "its");
    let of = usize::from(view.norm(end) == "of" && goods(end + 1));
    (end + of..end + of + 3).find(|at| !goods(*at)).unwrap_or(end)
}

/// The first token of a figure with *another*, *a further*, *an extra* before it.
fn start_of_step(view: &View<'_>, start: usize) -> usize {
    let small = |at: usize| {
        matches!(
            view.norm(at),
            "a" | "an"
                | "another"
                | "further"
                | "extra"
                | "additional"
                | "initial"
                | "total"
                | "of"
                | "combined"
                | "more"
                | "its"
                | "their"
                | "some"
        )
    };
    (start.saturating_sub(5)..start).rev().take_while(|at| small(*at)).last().unwrap_or(start)
}

/// *gives up 95,000 bpd*, *take 1.36 million bpd off the market*, *bring back 400,000 bpd*.
fn of_verb_before(view: &View<'_>, first: usize, end: usize) -> Option<(i8, usize)> {
    let verb = first.checked_sub(1)?;
    let (before, word) = (view.norm_before(verb, 1), view.norm(verb));
    // *taken 400,000 bpd of oil and a third of its gas off the market*
    let further = (end..end + 12).find(|at| view.norm(*at) == "off" && view.norm(at + 1) == "the");
    let further = further.filter(|at| matches!(view.norm(at + 2), "market" | "markets" | "world" | "global"));
    let away = || {
        if further.is_some_and(|at| (end..at).all(|at| !matches!(view.norm(at), "," | ";" | "to" | "from"))) {
            return true;
        }
        matches!((view.norm(end), view.norm(end + 1)), ("off", "the" | "line" | "world" | "global"))
            || view.norm(end) == "offline"
            || matches!(view.norm(end), "from" | "out")
                && (end + 1..end + 5).any(|at| matches!(view.norm(at), "market" | "markets"))
    };
    let back = || {
        matches!(view.norm(end), "to" | "onto" | "on")
            && (end + 1..end + 5).any(|at| matches!(view.norm(at), "market" | "markets" | "line" | "stream"))
    };
    let out = match word {
        "up" => gives(before),
        "back" => holds(before) || keeps(before),
        "out" => (takes(before) || before == "taken") && away(),
        "withhold" | "withholds" | "withheld" | "withholding" | "forgo" | "forgoes" | "forego" | "sacrifice"
        | "remove" | "removes" | "removed" | "removing" | "withdraw" | "withdraws" | "withdrew" => true,
        "take" | "takes" | "took" | "taking" | "taken" | "keep" | "keeps" | "kept" | "keeping" | "pull" | "pulls"
        | "pulled" | "pulling" | "hold" | "holding" => away(),
        _ => false,
    };
    if out {
        return Some((-1, verb));
    }
    // *Russia is to contribute 230,000 bpd*, to what all agreed to cut or to add.
    if contributes(word) && before != "exports" {
        let adds = (end..end + 6).any(|at| matches!(view.norm(at), "increase" | "rise" | "hike" | "boost"));
        let elsewhere = (end..end + 3).any(|at| matches!(view.norm(at), "of" | "from"))
            || view.actors.iter().all(|a| a.end > verb || !a.party.is_country());
        return (!elsewhere).then_some((if adds { 1 } else { -1 }, verb));
    }
    let returned = match word {
        "back" => brings(before) || matches!(before, "put" | "puts" | "add" | "adds"),
        "restore" | "restores" | "restored" | "restoring" => true,
        "return" | "returns" | "returned" | "returning" | "release" | "releases" | "add" | "put" => back(),
        _ => false,
    };
    returned.then_some((1, verb))
}

/// *425,000 bpd of the new reduction*, *1.66 million bpd of voluntary cuts*: a part of what is cut, or all of it.
fn of_the_cut(view: &View<'_>, end: usize) -> Option<(i8, usize)> {
    if view.norm(end) != "of" {
        return None;
    }
    let the = is_demonstrative(view.norm(end + 1)) || view.norm(end + 1) == "the";
    let plain = |at: usize| {
        matches!(
            view.norm(at),
            "new"
                | "total"
                | "overall"
                | "agreed"
                | "voluntary"
                | "planned"
                | "further"
                | "additional"
                | "extra"
                | "latest"
                | "group"
                | "output"
                | "production"
                | "supply"
                | "oil"
                | "crude"
                | "s"
                | "'"
        )
    };
    let first = end + 1 + usize::from(the);
    let at = (first..first + 4).find(|at| !plain(*at))?;
    Some((is_step(view.norm(at))?, at))
}

/// *cuts totalling 2.2 million bpd*, *curbs amounting to 300,000 bpd*
fn of_cuts_before(view: &View<'_>, first: usize) -> Option<(i8, usize)> {
    let (before, last) = (view.norm_before(first, 2), view.norm_before(first, 1));
    let back = match (before, last) {
        (_, "totalling" | "totaling" | "worth" | "equalling" | "equaling") => 1,
        ("amounting" | "equivalent" | "equal" | "adding", "to") => 2,
        _ => return None,
    };
    let leads = |at: &usize| is_step(view.norm(*at)).is_some();
    let at = view.back(first - back, 4).rev().find(leads)?;
    Some((is_step(view.norm(at))?, at))
}

/// Which way a word says that output goes.
fn is_step(word: &str) -> Option<i8> {
    match word {
        "cut" | "cuts" | "reduction" | "reductions" | "cutback" | "cutbacks" | "curbs" => Some(-1),
        "increase" | "rise" | "hike" => Some(1),
        _ => None,
    }
}

/// The token behind *of the new reduction*, *off the market*, *from May* at token `end`, if one of them stands there.
pub fn behind_the_cut(view: &View<'_>, end: usize) -> usize {
    let end = over_goods(view, end);
    let off = matches!((view.norm(end), view.norm(end + 1), view.norm(end + 2)), ("off", "the", "market" | "markets"));
    let end = of_the_cut(view, end).map_or(if off { end + 3 } else { end }, |(_, at)| at + 1);
    let from = |m: &&Mention| m.tokens.start == end + 1 && matches!(m.what, What::Period(_));
    let time = view.mentions.iter().find(from).filter(|_| matches!(view.norm(end), "from" | "in"));
    time.map_or(end, |m| m.tokens.end)
}

/// *Luanda is allowed 1.517 million bpd under the pact*: how much a country may pump.
pub fn allowed(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let barrels = search.unit.measure == Measure::Barrel && search.unit.is_rate();
    let at = start_of(search).checked_sub(1).filter(|_| barrels)?;
    let at = at - usize::from(matches!(view.norm(at), "pump" | "produce") && view.norm_before(at, 1) == "to");
    let at = at.checked_sub(usize::from(view.norm(at) == "to"))?;
    let may = matches!(view.norm(at), "allowed" | "permitted" | "restricted" | "limited" | "entitled")
        && (is_or_was(view.norm_before(at, 1)) || view.norm_before(at, 1) == "be");
    let traded = view.heads.iter().any(|h| {
        view.clause(at).contains(&h.at) && matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports))
    });
    (may && !traded).then(|| told(search, at, Indicator::Production, Class::VerbOf))?
}

/// *is to come on stream in 2011 at 220,000 bpd*: what a field or plant will bring up or make.
pub fn comes_on_stream(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let at = start_of(search).checked_sub(1).filter(|at| search.unit.is_rate() && view.norm(*at) == "at")?;
    let stream = view.back(at, 5).rev().find(|at| {
        matches!(view.norm(*at), "stream" | "line") && view.norm_before(*at, 1) == "on"
            || matches!(view.norm(*at), "onstream" | "online")
    })?;
    told(search, stream, Indicator::Production, Class::VerbOf)
}

/// The kind of such an amount.
pub fn step_of_deal(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let (sign, at) = step(asked.view, asked.quantity)?;
    Some(((Kind::Change, sign), Some(asked.view.tokens[at].span)))
}

/// What it counts: output, where the sentence names no trade before it.
pub fn of_output(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let (_, at) = step(view, view.quantity(search.quantity)?)?;
    let start = search.start();
    let segment = view.segment(start);
    let near = view.segment_tokens(segment).start..view.segment_tokens(segment).end;
    let traded = view.heads.iter().any(|h| {
        near.contains(&h.at)
            && h.class == Class::Noun
            && matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports | Indicator::Capacity))
    });
    // *export curbs amounting to 300,000 bpd*
    let sold = view.norm_before(at, 1) == "export" || view.norm_before(at, 2) == "export";
    let indicator = if sold { Indicator::Exports } else { Indicator::Production };
    (!traded).then(|| told(search, at, indicator, Class::VerbOf))?
}
