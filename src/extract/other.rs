//! Figures of what is no trade, told by the words behind them: money lent, parts of other things, changes of them.
//!
//! | sentence | is | by |
//! | --- | --- | --- |
//! | *a **140 mln dlr** World Bank loan* | money lent | `lent` |
//! | ***two-thirds** of the original workforce* | a part of something else | `part_of_other` |
//! | *a **65 pct** reduction in spot welds* | a change of something else | `change_of_other` |

use super::head::Head;
use super::indicator::{Governor, Search};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Span};
use crate::token::Shape;

type Found = Option<(Governor, Option<Span>)>;

/// *a 140 mln dlr World Bank loan*, *a 30 mln dlr export credit*: money that is lent or given, told by the noun behind it.
pub fn lent(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let mention = &view.mentions[search.quantity].tokens;
    let money = search.unit.measure.dimension() == Dimension::Money && search.unit.per.is_none();
    let article = usize::from(view.norm(mention.end) == "-");
    let word = |at: &usize| view.range.contains(at) && view.tokens[*at].shape == Shape::Word;
    let joins = |at: &usize| {
        !matches!(
            view.norm(*at),
            "in" | "of" | "for" | "on" | "to" | "from" | "and" | "with" | "by" | "at" | "worth" | "as"
        )
    };
    let at = (mention.end + article..mention.end + 5)
        .take_while(|at| word(at) && joins(at))
        .find(|at| matches!(view.norm(*at), "loan" | "loans" | "credit" | "credits" | "grant" | "grants"))?;
    let span = view.tokens[at].span;
    let head = Head { at, end: at + 1, span, topic: Topic::Other, class: Class::Noun, passive: false };
    money.then_some((Governor::Head(head), Some(span)))
}

/// *a 65 pct reduction in spot welds*: how something grew or shrank that is no trade.
pub fn change_of_other(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let end = view.mentions[search.quantity].tokens.end;
    let moved = matches!(
        view.norm(end),
        "reduction" | "increase" | "rise" | "drop" | "decline" | "fall" | "growth" | "cut" | "decrease"
    );
    let word = |at: &usize| view.range.contains(at) && view.tokens[*at].shape == Shape::Word;
    let phrase = end + 2..(end + 2..end + 7).find(|at| !word(at)).unwrap_or(end + 7);
    let named = view.heads.iter().any(|h| phrase.contains(&h.at) && h.topic != Topic::Other)
        || view.mentions.iter().any(|m| {
            phrase.contains(&m.tokens.start)
                && matches!(m.what, What::Commodity(_) | What::Quantity(_) | What::Party(..) | What::Period(_))
        });
    let talk = |at: usize| {
        matches!(
            view.norm(at),
            "value"
                | "volume"
                | "volumes"
                | "terms"
                | "price"
                | "the"
                | "this"
                | "that"
                | "it"
                | "these"
                | "both"
                | "its"
                | "their"
                | "all"
        )
    };
    search.unit.is_ratio()
        && moved
        && view.norm(end + 1) == "in"
        && !phrase.is_empty()
        && !named
        && !phrase.clone().take(2).any(talk)
        && !phrase
            .clone()
            .any(|at| matches!(view.norm(at), "year" | "years" | "months" | "weeks" | "decade" | "decades"))
}

/// *two-thirds of the original workforce*, *7 pct of its plantations*: a part of what is no trade, in a sentence that names none.
pub fn part_of_other(search: &Search<'_, '_>) -> bool {
    const WHOLES: [&str; 30] = [
        "total",
        "all",
        "it",
        "them",
        "that",
        "this",
        "these",
        "those",
        "which",
        "market",
        "markets",
        "sales",
        "supply",
        "supplies",
        "needs",
        "demand",
        "requirements",
        "volume",
        "value",
        "amount",
        "figure",
        "capacity",
        "quota",
        "goods",
        "deliveries",
        "business",
        "world",
        "country",
        "sum",
        "whole",
    ];
    let view = search.view;
    let of = view.mentions[search.quantity].tokens.end;
    if view.norm(of) != "of" {
        return false;
    }
    let word = |at: &usize| view.range.contains(at) && view.tokens[*at].shape == Shape::Word;
    let joins = |at: &usize| matches!(view.norm(*at), "'" | "-");
    let ends = |at: &usize| {
        matches!(
            view.norm(*at),
            "in" | "on"
                | "at"
                | "from"
                | "to"
                | "and"
                | "with"
                | "for"
                | "by"
                | "was"
                | "were"
                | "is"
                | "are"
                | "went"
                | "has"
                | "had"
                | "while"
                | "as"
                | "but"
                | "came"
                | "or"
                | "last"
                | "this"
                | "of"
        )
    };
    let phrase = of + 1..(of + 1..of + 9).find(|at| !(word(at) || joins(at)) || ends(at)).unwrap_or(of + 9);
    let Some(last) = phrase.clone().next_back() else { return false };
    let trade = view.heads.iter().any(|h| phrase.contains(&h.at) && h.topic != Topic::Other)
        || view.mentions.iter().any(|m| {
            phrase.contains(&m.tokens.start)
                && (matches!(m.what, What::Commodity(_) | What::Quantity(_) | What::Route(_))
                    || m.tokens.end == phrase.end && matches!(m.what, What::Party(..)))
        });
    let named = view.tokens[last].is_capitalised() || view.norm(last) == "s";
    !trade && !named && phrase.len() >= 2 && !phrase.clone().any(|at| WHOLES.contains(&view.norm(at)))
}
