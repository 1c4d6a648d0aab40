//! What a verb makes of its subject: who takes goods, who is given them, who draws money, who only estimates.
//!
//! | sentence | the subject |
//! | --- | --- |
//! | *Peru was supplied with **5,000 tonnes*** | gets them |
//! | *The crop earned Sri Lanka **330 million*** | brings them to another |
//! | *Exports are raised to **8 million tons*** | is estimated |

use super::super::grammar::Role;
use super::super::head::Head;
use super::super::view::{Actor, View};
use super::Asked;
use crate::lexicon::words::{is_article, is_or_was, moves_estimate};
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Kind};

/// Who takes goods in.
pub fn is_taker(word: &str) -> bool {
    matches!(
        word,
        "buyer"
            | "buyers"
            | "customer"
            | "customers"
            | "importer"
            | "importers"
            | "firm"
            | "firms"
            | "company"
            | "companies"
            | "utility"
            | "utilities"
            | "refiner"
            | "refiners"
            | "refinery"
            | "refineries"
            | "mills"
            | "plants"
    )
}

/// Whether the figure is the part of goods on their way to a named place that the subject's verb gives.
pub fn gives_part_of_flow(asked: &Asked<'_, '_>, quantity: usize, head: &Head, actor: &Actor) -> bool {
    let view = asked.view;
    let figure = &view.mentions[quantity].tokens;
    asked.kind == Kind::Share
        && asked.indicator == Indicator::Exports
        && head.class == Class::Noun
        && head.at >= figure.end
        && view.norm(figure.end) == "of"
        && actor.end <= figure.start
        && view.actors.iter().any(|a| a.role == Role::To && a.at > head.at && a.at <= head.end + 3)
        && !view.heads.iter().any(|h| h.class == Class::VerbIn && (actor.end..figure.start).contains(&h.at))
}

/// Whether the subject is whom a passive verb of giving gave the figure to, which follows it.
pub fn given_to(asked: &Asked<'_, '_>, quantity: usize, head: &Head, actor: &Actor) -> bool {
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let plain = |at: usize| {
        is_article(view.norm(at))
            || matches!(view.norm(at), "with" | "some" | "another" | "only" | "just" | "over" | "about")
            || view
                .quantity(quantity)
                .and_then(|q| q.hedge)
                .is_some_and(|h| view.tokens[at].span.end <= h.end && view.tokens[at].span.start >= h.start)
    };
    head.passive
        && head.class == Class::VerbOut
        && head.topic == Topic::Of(Indicator::Exports)
        && actor.end <= head.at
        && head.at - actor.end <= 4
        && head.end <= start
        && (head.end..start).all(plain)
}

/// Whether an estimate is moved by a verb among these tokens: *are raised*, *was cut*.
pub fn estimates(view: &View<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|at| {
        moves_estimate(view.norm(at)) && (is_or_was(view.norm_before(at, 1)) || view.norm_before(at, 1) == "been")
    })
}

/// Whether a verb says that money came to its subject.
pub fn draws_money(word: &str) -> bool {
    ["attract", "captur", "receiv", "lur", "secur", "garner", "absorb", "host", "seek", "welcom", "draw"]
        .iter()
        .any(|stem| word.starts_with(stem))
        || matches!(word, "drew" | "drawn" | "won" | "wins" | "got" | "gets" | "took" | "takes" | "sought" | "expects")
}

/// Whether a verb says what goods are worth to whom they bring it: *earned Sri Lanka 330 million*.
pub fn brings(word: &str) -> bool {
    ["bring", "brought", "earn", "fetch", "nett", "yield"].iter().any(|stem| word.starts_with(stem))
}
