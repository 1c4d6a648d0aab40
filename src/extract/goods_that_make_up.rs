//! Goods that a part of a trade is told of, by whatever words name them.
//!
//! | text | goods |
//! | --- | --- |
//! | ***Hair clips** contributed **41 percent** of exports* | hair_clips |
//! | *relies on **honey** for **a third** of its exports* | honey |
//! | *Of its exports, **34 percent** were **floor coverings*** | floor_coverings |
//! | ***a third** of what it sells is **roses*** | roses |
//! | *the largest buyer of **mineral water**, taking **17 percent** of their exports* | mineral_water |

use std::ops::Range;

use super::below;
use super::commodity::{Asked, Found};
use super::countable::fits;
use super::naming::{goods_at, named, own_words};
use super::view::View;
use crate::lexicon::words::{is_by_now, is_form_of_have, is_or_was, is_plain_thing, relies, stops_name};
use crate::model::{Commodity, Kind, Span};
use crate::token::Shape;

/// The goods of a share, by where the sentence names them.
pub fn of_part(asked: &Asked<'_, '_>) -> Found {
    if asked.kind != Kind::Share || !asked.indicator.is_trade() {
        return None;
    }
    let (goods, span) = of_subject(asked)
        .or_else(|| of_reliance(asked))
        .or_else(|| behind_copula(asked))
        .or_else(|| of_share_of(asked))
        .or_else(|| of_buyer(asked))?;
    fits(asked, &goods).then_some((Some(goods), Some(span)))
}

/// Whether a token may belong to the name of goods.
fn is_of_name(view: &View<'_>, at: usize) -> bool {
    let token = &view.tokens[at];
    let hyphen = token.is_mark('-') && token.is_joined();
    let lower = at == view.range.start || below::opens_line(view, at) || token.text.starts_with(char::is_lowercase);
    let plain = token.shape == Shape::Word && lower && !stops_name(token.norm.as_ref());
    view.goods_over(at).is_some()
        || (hyphen || plain)
            && !view.mentions.iter().any(|m| m.tokens.contains(&at))
            && !view.heads.iter().any(|h| h.at == at)
}

/// Goods by the words at a stretch: by their record where a table has the whole of it, else in the text's own words.
pub(super) fn name(view: &View<'_>, words: Range<usize>) -> Option<(Commodity, Span)> {
    let last = words.end.checked_sub(1).filter(|last| words.contains(last))?;
    if let Some(tokens) = goods_at(view, words.start).filter(|tokens| tokens.end == words.end) {
        return named(view, tokens);
    }
    let joins = |at: usize| matches!(view.norm(at), "and" | "," | "&");
    if words.len() > 7
        || joins(words.start)
        || joins(last)
        || !words.clone().all(|at| joins(at) || is_of_name(view, at))
    {
        return None;
    }
    let several = words.clone().any(joins);
    // *fresh fish*
    if let Some(goods) = view.goods_before(words.end).filter(|_| !several) {
        return named(view, goods.tokens.clone());
    }
    let thing = is_plain_thing(view.norm(last));
    let span = view.tokens[words.start].span.join(view.tokens[last].span);
    // *goods*, *products* name none.
    let general =
        words.len() == 1 && matches!(view.norm(last), "goods" | "products" | "items" | "materials" | "commodities");
    (thing && !general).then(|| Some((own_words(view, words)?, span)))?
}

/// The name that begins at a token, up to a mark, a verb or a word between.
pub(super) fn name_at(view: &View<'_>, at: usize) -> Option<(Commodity, Span)> {
    let from = at + usize::from(view.norm(at) == "the");
    let end = from + (from..view.range.end).take(6).take_while(|at| is_of_name(view, *at)).count();
    name(view, from..end)
}

/// *Hair clips contributed 41 percent of exports*, *knitwear accounted for the largest share of them with 38 percent*
fn of_subject(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let start = view.start_with_hedge(asked.quantity);
    let clause = view.clause(start);
    let verb = (clause.start + 1..start).find(|at| makes_up(view, *at))?;
    if view.first_quantity(&(verb..start)).is_some() || view.names_goods(&(verb..start)) {
        return None;
    }
    let adverb = |at: usize| {
        let word = view.norm(at);
        word.ends_with("ly")
            || is_by_now(word)
            || is_form_of_have(word)
            || matches!(word, "alone" | "together" | "will" | "would" | "again" | "only")
    };
    let mut end = verb;
    while end > clause.start && adverb(end - 1) {
        end -= 1;
    }
    let joins = |at: usize| matches!(view.norm(at), "and" | "&") || view.norm(at) == "," && listed(view, at, end);
    let count = (clause.start..end).rev().take_while(|at| is_of_name(view, *at) || joins(*at)).count();
    let first = end - count;
    let opens = first + usize::from(matches!(view.norm(first), "and" | ","));
    let bounded = first == clause.start
        || matches!(view.norm_before(first, 1), "that" | "," | "while" | "and" | "but" | "-" | ":" | ";");
    if !bounded || opens >= end {
        return None;
    }
    name(view, opens..end)
}

/// Whether a comma parts names of one list, which *and* closes before a token.
fn listed(view: &View<'_>, comma: usize, end: usize) -> bool {
    (comma + 1..end).any(|at| matches!(view.norm(at), "and" | "&"))
        && comma > view.range.start
        && is_of_name(view, comma - 1)
        && !view.norm_before(comma, 1).ends_with("ly")
}

/// Whether a verb that tells what a whole is made up of stands at a token: *contributed*, *took up*, *answered for*.
fn makes_up(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    let next = view.norm(at + 1);
    view.makes_up_at(at)
        || matches!(
            word,
            "contributed"
                | "contributes"
                | "contribute"
                | "represented"
                | "represents"
                | "represent"
                | "constituted"
                | "constitutes"
                | "constitute"
                | "comprised"
                | "comprises"
                | "comprise"
                | "formed"
                | "forms"
                | "led"
                | "leads"
                | "topped"
                | "dominated"
                | "held"
                | "hold"
                | "holds"
                | "ranked"
                | "occupied"
                | "occupy"
        )
        || matches!(
            (word, next),
            ("took" | "takes" | "take" | "taking", "up")
                | ("amounted" | "amounts" | "amount" | "came" | "comes" | "come", "to")
                | ("had" | "has" | "have" | "took" | "with", "a" | "the")
        )
}

/// *relies on honey for a third of its exports*
fn of_reliance(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let start = view.start_with_hedge(asked.quantity);
    let to = usize::from(view.norm_before(start, 2) == "up" && view.norm_before(start, 1) == "to") * 2;
    let end = (start - to).checked_sub(1).filter(|at| view.norm(*at) == "for")?;
    let on =
        (end.saturating_sub(8).max(view.range.start)..end).rev().find(|at| matches!(view.norm(*at), "on" | "upon"))?;
    let relies = (on.saturating_sub(3)..on)
        .any(|at| relies(view.norm(at)) || matches!(view.norm(at), "depending" | "counts" | "count" | "counted"));
    relies.then(|| name(view, on + 1..end))?
}

/// *Of its exports to Peru, 34 percent were roses*, *a third of what it sells is roses*
fn behind_copula(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let (start, end) = (view.start_with_hedge(asked.quantity), asked.quantity.tokens.end);
    let clause = view.clause(start);
    if is_or_was(view.norm(end)) {
        let first = clause.start + usize::from(view.norm(clause.start) == "out");
        let opens = |first: usize| view.norm(first) == "of" && view.is_headed(&(first..start));
        let over = view.segment(start).checked_sub(1).map(|segment| view.segment_tokens(segment).start);
        return (opens(first) || over.is_some_and(opens)).then(|| name_at(view, end + 1))?;
    }
    let whole = view.norm(end) == "of" && matches!(view.norm(end + 1), "what" | "all" | "everything");
    let verb = (end + 2..view.range.end.min(end + 12)).find(|at| is_or_was(view.norm(*at))).filter(|_| whole)?;
    name_at(view, verb + 1)
}

/// *The share of mineral waters in exports reached 17 percent*
fn of_share_of(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let clause = view.clause(start);
    let of = (clause.start + 1..start).find(|at| view.norm(*at) == "of" && view.norm_before(*at, 1) == "share")?;
    let end = (of + 1..start.min(of + 8)).find(|at| matches!(view.norm(*at), "in" | "of"))?;
    if view.first_quantity(&(of..start)).is_some() {
        return None;
    }
    name(view, of + 1..end)
}

/// *the largest buyer of mineral water, accounting for 17 percent of the total volume of their export*
fn of_buyer(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let (start, end) = (view.start_with_hedge(asked.quantity), asked.quantity.tokens.end);
    let theirs = view.norm(end) == "of"
        && (end + 1..end + 7).any(|at| {
            matches!(view.norm(at), "their" | "these" | "its" | "this") && {
                let next = view.norm(at + 1);
                next.starts_with("export")
                    || next.starts_with("import")
                    || matches!(next, "sales" | "supplies" | "shipments" | "deliveries")
            }
        });
    let agent = |at: &usize| {
        matches!(view.norm(*at), "buyer" | "market" | "importer" | "customer" | "supplier" | "outlet" | "destination")
            && matches!(view.norm(at + 1), "of" | "for")
    };
    let agent = (start.saturating_sub(16).max(view.range.start)..start).rev().find(agent).filter(|_| theirs)?;
    name_at(view, agent + 2)
}
