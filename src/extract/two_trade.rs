//! The trade of two told by a verb: what they exchange, trade or do with one another.
//!
//! | sentence | rule |
//! | --- | --- |
//! | *Ghana and Peru exchange goods for **$75 million*** | `two_trade` |
//! | *Ghana did **$75 million** of business with Peru* | `two_trade` |
//! | *The members traded **$45 billion** with one another* | `two_trade` |
//! | *Ghana is Peru's eleventh partner: **$75 million*** | `before_colon` |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::is_merchandise;
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Party, Span};

/// What is traded in money alone: bonds, shares.
fn is_paper(word: &str) -> bool {
    is_any!(
        word,
        "bonds"
            | "shares"
            | "stocks"
            | "securities"
            | "futures"
            | "contracts"
            | "currency"
            | "currencies"
            | "damage"
            | "harm"
            | "players"
            | "prisoners"
            | "debt"
            | "derivatives"
            | "options"
            | "crypto"
            | "bank"
            | "banks"
            | "students"
    )
}

/// Whether those who trade with each other act before token `verb`: two countries, a group, or those spoken of.
pub fn several_act(view: &View<'_>, verb: usize) -> bool {
    let clause = view.clause(verb);
    let mut named = view.actors.iter().filter(|a| clause.contains(&a.at) && a.end <= verb && a.takes_part());
    let first = named.next();
    let group = first.is_some_and(|a| !a.party.is_country());
    let two = first.is_some_and(|first| named.any(|a| a.party != first.party));
    let spoken = (clause.start..verb)
        .any(|at| matches!(view.norm(at), "we" | "they" | "two" | "both" | "neighbours" | "neighbors" | "sides"));
    group || two || spoken
}

/// *Ghana and Peru exchange goods for $75 million*, *did $75 million of business with Peru*, *traded $45 billion with one another*
pub fn two_trade(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let clause = view.clause(start);
    let money = search.unit.is_money();
    if !money || clause.clone().any(|at| is_paper(view.norm(at))) {
        return None;
    }
    // *for a paltry $2 million*, *perhaps half a billion dollars*
    let mut at = start.checked_sub(1)?;
    while at > clause.start
        && matches!(
            view.norm(at),
            "a" | "an"
                | "mere"
                | "paltry"
                | "modest"
                | "meagre"
                | "meager"
                | "some"
                | "perhaps"
                | "only"
                | "just"
                | "record"
                | "total"
                | "of"
                | "about"
                | "impressive"
        )
    {
        at -= 1;
    }
    // *With India, Italy traded $8 billion*
    let with = || {
        let near = |a: &Actor| (end..end + 8).contains(&a.at) || a.at == view.range.start + 1;
        view.actors.iter().any(|a| a.role == Role::With && near(a))
    };
    let with_each_other = || {
        (end..(end + 3).min(clause.end)).any(|at| {
            matches!(
                (view.norm(at), view.norm(at + 1), view.norm(at + 2)),
                ("with", "each" | "one", "other" | "another")
                    | ("among", "themselves" | "each", _)
                    | ("between", "them" | "themselves", _)
            )
        })
    };
    let verb = match view.norm(at) {
        "for" => {
            let before = at.checked_sub(1)?;
            let goods = usize::from(is_merchandise(view.norm(before)) || view.norm(before) == "wares");
            let verb = before.checked_sub(goods)?;
            let exchanges =
                goods == 1 && matches!(view.norm(verb), "exchange" | "exchanged" | "exchanging" | "swap" | "swapped");
            let trades = matches!(view.norm(verb), "traded" | "trade");
            ((exchanges || trades) && several_act(view, verb)).then_some(verb)
        }
        "traded" | "trade" | "trading" | "exchanged" => {
            (with_each_other() && several_act(view, at) || with() && view.norm(at) == "traded").then_some(at)
        }
        "did" | "do" | "does" | "done" | "doing" => {
            let of = usize::from(view.norm(end) == "worth");
            let business =
                view.norm(end + of) == "of" && matches!(view.norm(end + of + 1), "business" | "trade" | "commerce");
            let listed = search.topic || search.follows;
            (business && (with() || with_each_other() || several_act(view, at) || listed)).then_some(at)
        }
        _ => None,
    }?;
    told(search, verb, Indicator::Turnover, Class::Noun)
}

/// A figure behind a colon, of those whom the clause before it names.
pub fn before_colon(search: &Search<'_, '_>) -> Found {
    two_before_colon(search).or_else(|| traders_before_colon(search)).or_else(|| partner_before_colon(search))
}

/// *Iran and Iraq: $12 billion in 2018*: the trade of two who stand alone before a colon, in a text that speaks of trade.
fn two_before_colon(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = view.range.start;
    let colon = view.range.clone().take(8).find(|at| view.norm(*at) == ":").filter(|_| search.unit.is_sum())?;
    let [first, second] = &view.actors[..] else { return None };
    let joined = matches!(view.norm(first.end), "and" | "-" | "&") && second.at == first.end + 1;
    let alone = first.at == start && second.end == colon && joined && first.party != second.party;
    let both = first.party.is_country() && second.party.is_country();
    let head = Head::unsaid(start, first.span, Indicator::Turnover);
    let plain =
        view.heads.iter().all(|h| matches!(h.topic, Topic::Same | Topic::Flow | Topic::Of(Indicator::Turnover)));
    let own = view.norm_before(start_of(search), 1) == ":" || search.follows;
    (alone && both && plain && own).then_some((Governor::Head(head), Some(first.span)))
}

/// *Uganda's exporters had a good April: $310 million*: what those who trade before a colon sold or bought.
fn traders_before_colon(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let colon = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == ":")?;
    let clause = view.range.start..colon;
    let at = clause.clone().find(|at| matches!(view.norm(*at), "exporters" | "importers" | "shippers"))?;
    let owner = view.actors.iter().any(|a| a.end <= at + 3 && a.party.is_country() && a.at < colon);
    let headed = view
        .heads
        .iter()
        .any(|h| clause.contains(&h.at) && h.at != at && h.class == Class::Noun && h.topic != Topic::Same);
    let counts = search.unit.is_sum() || search.unit.is_bulk() && search.unit.per.is_none();
    let indicator = if view.norm(at) == "importers" { Indicator::Imports } else { Indicator::Exports };
    (counts && owner && !headed && view.first_quantity(&clause).is_none())
        .then(|| told(search, at, indicator, Class::Noun))?
}

/// *Ghana is merely Peru's eleventh partner: $75 million*, *Ghana is where Peru does most of its business: $75 million*: the trade of
/// two whom the clause before a colon names.
fn partner_before_colon(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let colon =
        start_of(search).checked_sub(1).filter(|at| search.unit.is_sum() && matches!(view.norm(*at), ":" | "-"))?;
    let clause = view.range.start..colon;
    let partner = |at: &usize| {
        matches!(view.norm(*at), "partner" | "partners") && view.norm(at + 1) != "in"
            || view.norm(*at) == "business"
                && (at.saturating_sub(5)..*at).any(|at| matches!(view.norm(at), "does" | "do" | "did" | "doing"))
    };
    let at = (clause.start..colon).find(partner)?;
    let mut named = view.actors.iter().filter(|a| clause.contains(&a.at) && a.end <= colon && a.party.is_country());
    let first = named.next()?;
    let two = named.any(|a| a.party != first.party);
    let headed = view.heads.iter().any(|h| clause.contains(&h.at) && h.at != at && h.topic != Topic::Same);
    let first = view.first_quantity(&(clause.start..colon)).is_none();
    let span = view.tokens[at].span;
    let head = Head::unsaid(at, span, Indicator::Turnover);
    (two && !headed && first).then_some((Governor::Head(head), Some(span)))
}

/// The two whose trade a word at token `at` tells that is none of trade: those named in its clause.
pub fn the_two(view: &View<'_>, at: usize) -> Option<[(Party, Span); 2]> {
    let colon = (at..view.range.end).find(|at| matches!(view.norm(*at), ":" | "-")).unwrap_or(view.range.end);
    let clause = view.range.start..colon;
    let mut named = view.actors.iter().filter(|a| clause.contains(&a.at) && a.party.is_country());
    // *Ghana, not Togo, is where Peru does its business*, *Ghana is Peru's eleventh partner*: whose it is, and the first beside it.
    let owns = |a: &&Actor| match view.norm(at) {
        "business" => a.role == Role::Subject && matches!(view.norm(a.end), "does" | "do" | "did"),
        _ => a.role == Role::Possessor && a.end <= at,
    };
    let owner = view.actors.iter().find(|a| clause.contains(&a.at) && owns(a));
    let first = named.find(|a| owner.is_none_or(|owner| owner.party != a.party))?;
    let second = owner.or_else(|| named.find(|a| a.party != first.party))?;
    Some([(first.party, first.span), (second.party, second.span)])
}
