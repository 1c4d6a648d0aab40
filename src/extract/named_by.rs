//! Goods of a list that tells by how much each moved, in the words of the text where no table has them.
//!
//! | text | goods |
//! | --- | --- |
//! | *such as plastics in their primary forms by **15.2%**, pasta by 17.8%* | plastics |
//! | *pasta by 17.8%, kilims by **3.5%** and tiles by 2%* | kilims |
//! | *copper – $451 million; other commodities – **$1.83 billion*** | other_commodities |
//! | *such as organic and inorganic chemicals, which increased by **1%*** | organic_and_inorganic_chemicals |

use std::ops::Range;

use super::commodity::Asked;
use super::countable::fits;
use super::listed::Listed;
use super::naming::{goods_at, named, named_with_tail, own_words};
use super::view::View;
use crate::lexicon::words::{is_merchandise, is_or_was};
use crate::lexicon::{Cue, Marks};
use crate::mention::{Mention, What};
use crate::model::{Commodity, Kind, Span};
use crate::token::Shape;

/// The words before a ratio's *by*, where they stand in the place of goods in a list.
pub fn of_list(asked: &Asked<'_, '_>) -> Listed {
    let view = asked.view;
    let by = view.start_with_hedge(asked.quantity).checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    if asked.kind != Kind::Change || !asked.quantity.quantity.unit.is_ratio() {
        return None;
    }
    let end = before_verb(view, by);
    let start = begins_entry(view, end)?;
    if start >= end || !(is_opened(view, start) || goes_on(view, start)) {
        return None;
    }
    let (commodity, span) = name(view, start..end)?;
    fits(asked, &commodity).then_some((Some(commodity), Some(span)))
}

/// *carpets – $451 million; other commodities – **$1.83 billion***: what is left of a list, in its own words.
pub fn of_the_rest(asked: &Asked<'_, '_>) -> Listed {
    let view = asked.view;
    let start = view.start_with_hedge(asked.quantity);
    let link =
        start.checked_sub(1).filter(|at| matches!(view.norm(*at), "-" | "–" | "—" | ":" | "(" | "at" | "with"))?;
    // *cocoa - 17%; and others - 15%*: the rest of a list has no name of its own.
    let others = link.checked_sub(1)?;
    let first = others - usize::from(view.norm_before(others, 1) == "and");
    let bare = matches!(view.norm(others), "others" | "other") && matches!(view.norm_before(first, 1), ";" | ",");
    if bare && asked.indicator.is_one_way() && asked.same_sentence {
        return Some((Some(own_words(view, others..link)?), Some(view.tokens[others].span)));
    }
    let words = link.checked_sub(2)?..link;
    let rest = matches!(view.norm(words.start), "other" | "remaining") && is_merchandise(view.norm(words.start + 1));
    let listed = matches!(view.norm_before(words.start, 1), ";" | "," | "and");
    if !asked.quantity.quantity.unit.is_sum() || !asked.indicator.is_one_way() || !rest || !listed {
        return None;
    }
    let span = view.tokens[words.start].span.join(view.tokens[link - 1].span);
    Some((Some(own_words(view, words)?), Some(span)))
}

/// Where the name ends before *by*: *chemicals, which increased by*, *oil products fell by*.
fn before_verb(view: &View<'_>, by: usize) -> usize {
    let moves = |at: usize| {
        view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens == (at..at + 1))
    };
    let Some(verb) = by.checked_sub(1).filter(|at| view.marks.meets(Marks::DIRECTION) && moves(*at)) else { return by };
    let which = verb.checked_sub(1).filter(|at| matches!(view.norm(*at), "which" | "that"));
    let end = which.unwrap_or(verb);
    end - usize::from(view.norm_before(end, 1) == ",")
}

/// The first token of the entry whose name ends before token `end`.
fn begins_entry(view: &View<'_>, end: usize) -> Option<usize> {
    /// Words of a name, at most: *raw materials of iron or steel*.
    const LONG: usize = 9;
    let figure_ends = |at: usize| view.figures().any(|q| q.tokens.end == at);
    let taken = |at: usize| {
        let other = |m: &Mention| m.tokens.contains(&at) && !matches!(m.what, What::Commodity(_));
        view.mentions.iter().any(other) || view.heads.iter().any(|h| h.at == at)
    };
    let mut start = end;
    while start > view.range.start && end - start < LONG {
        let before = start - 1;
        let token = view.tokens.get(before)?;
        match token.norm.as_ref() {
            "," | ";" | ":" => return Some(start),
            // *, and wheat by 30.7%*, *by 25.5% and wheat by 30.7%*
            "and" | "or" if view.norm_before(before, 1) == "," || figure_ends(before) => return Some(start),
            word if leads_list(word) => return Some(start),
            "and" | "or" | "of" | "in" | "their" | "for" => {}
            _ if token.is_mark('-') && token.is_joined() => {}
            _ if token.shape == Shape::Word && !token.is_capitalised() && !taken(before) => {}
            _ => return None,
        }
        start = before;
    }
    None
}

/// Words behind which the entries of a list stand.
fn leads_list(word: &str) -> bool {
    is_or_was(word)
        || matches!(
            word,
            "as" | "like" | "including" | "included" | "include" | "namely" | "notably" | "particularly" | "especially"
        )
}

/// *such as*, *including*, *namely*: whether the first entry of a list begins at token `start`.
fn is_opened(view: &View<'_>, start: usize) -> bool {
    let before = start.saturating_sub(usize::from(view.norm_before(start, 1) == ":"));
    match view.norm_before(before, 1) {
        "as" => matches!(view.norm_before(before, 2), "such" | "follows"),
        word => leads_list(word) && !is_or_was(word),
    }
}

/// *by 15.2%, pasta by*: whether the entry before, which ends right before token `start`, tells by how much its goods moved.
fn goes_on(view: &View<'_>, start: usize) -> bool {
    let mark = |at: usize| matches!(view.norm(at), "," | ";" | "and" | "or" | "while");
    let end = (start.saturating_sub(2)..=start).rev().find(|at| !mark(at.wrapping_sub(1)));
    let Some(before) = end.and_then(|end| view.figures().find(|q| q.tokens.end == end)) else { return false };
    before.quantity.unit.is_ratio() && end != Some(start) && view.norm_before(view.start_with_hedge(before), 1) == "by"
}

/// The goods that the words of an entry name.
fn name(view: &View<'_>, words: Range<usize>) -> Option<(Commodity, Span)> {
    let known = |m: &&Mention| {
        matches!(m.what, What::Commodity(_)) && words.start <= m.tokens.start && m.tokens.end <= words.end
    };
    let whole = goods_at(view, words.start).filter(|goods| goods.end == words.end);
    if let Some(goods) = whole {
        return named(view, goods);
    }
    let joined = words.clone().any(|at| matches!(view.norm(at), "and" | "or"));
    match view.mentions.iter().find(known) {
        // *raw materials of iron or steel*
        Some(goods) if goods.tokens.start == words.start && view.norm(goods.tokens.end) != "of" => {
            named_with_tail(view, goods.tokens.clone())
        }
        Some(goods) if goods.tokens.end == words.end && !joined => named(view, goods.tokens.clone()),
        _ => {
            let span = view.tokens[words.start].span.join(view.tokens[words.end - 1].span);
            Some((own_words(view, words)?, span))
        }
    }
}
