//! Goods that a sentence calls the first of what is sold or bought, with what they came to.
//!
//! | sentence | counts | goods |
//! | --- | --- | --- |
//! | *Sisal was again the main earner with **21 percent** of the exports of May* | exports | sisal |
//! | *In 1994 tea was the biggest foreign exchange earner at **$43 million*** | exports | tea |
//! | *Leading the list was mica with **32 percent*** | what was told of | mica |

use super::commodity::{Asked, Found};
use super::goods;
use super::indicator::{self, Governor, Search};
use super::naming::{goods_at, named};
use super::told::{start_of, told, tops_the_list};
use super::view::View;
use crate::lexicon::words::{is_main, is_or_was, remains};
use crate::lexicon::{Class, Marks};
use crate::mention::{Mention, QuantityMention, What};
use crate::model::{Commodity, Indicator, Span};

/// Goods with a rank, and the token of the noun that says what they are the first of.
struct Ranked {
    goods: (Commodity, Span),
    noun: usize,
}

/// *coffee was again the leading export item of Uganda with*: what stands before a figure at token `start`.
fn ranked(view: &View<'_>, start: usize) -> Option<Ranked> {
    const REACH: usize = 8;
    let joins = matches!(view.norm_before(start, 1), "with" | "at" | "," | "(" | "for" | "of");
    let noun = view.back(start, REACH).rev().find(|at| is_ranked_noun(view.norm(*at))).filter(|_| joins)?;
    let is = |at: &usize| {
        is_or_was(view.norm(*at))
            || remains(view.norm(*at))
            || matches!(view.norm(*at), "became" | "ranked" | "ranks" | "came" | "stood")
    };
    let verb = view.back(noun, REACH).rev().find(is)?;
    let first = |at: usize| {
        is_main(view.norm(at)) || matches!(view.norm(at), "first" | "second" | "third" | "foremost" | "most")
    };
    if view.first_quantity(&(verb..start)).is_some() || !(verb + 1..noun).any(first) {
        return None;
    }
    let ends = |m: &&Mention| m.tokens.end == verb && matches!(m.what, What::Commodity(_));
    let goods = view.mentions.iter().find(ends)?;
    Some(Ranked { goods: named(view, goods_at(view, goods.tokens.start)?)?, noun })
}

fn is_ranked_noun(word: &str) -> bool {
    matches!(
        word,
        "earner" | "earners" | "export" | "exports" | "import" | "imports" | "item" | "items" | "commodity" | "product"
    )
}

/// *Leading the list was mica with 32 percent*, *Mica led the list with 32 percent*: the goods that a list is led by.
pub fn led(view: &View<'_>, figure: &QuantityMention) -> Option<(Commodity, Span)> {
    let start = view.start_with_hedge(figure);
    let with = start.checked_sub(1).filter(|at| matches!(view.norm(*at), "with" | "at"))?;
    if let Some(top) = tops_the_list(view, with) {
        let ends = |m: &&Mention| m.tokens.end == top && matches!(m.what, What::Commodity(_));
        return named(view, goods_at(view, view.mentions.iter().find(ends)?.tokens.start)?);
    }
    let clause = view.clause(start);
    let leads = matches!(view.norm(clause.start), "leading" | "topping" | "heading" | "first" | "top");
    let verb = (clause.start + 1..with).find(|at| matches!(view.norm(*at), "was" | "were" | "is" | "are" | "came"))?;
    let tokens = goods_at(view, verb + 1).filter(|tokens| leads && tokens.end == with)?;
    named(view, tokens)
}

/// The goods of a figure that goods with a rank came to.
pub fn goods_ranked(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let goods = match led(view, asked.quantity) {
        Some(goods) => goods,
        None => ranked(view, view.start_with_hedge(asked.quantity))?.goods,
    };
    let fits = goods::of_goods(asked.indicator) && super::countable::fits(asked, &goods.0);
    fits.then_some((Some(goods.0), Some(goods.1)))
}

/// *tea was the biggest foreign exchange earner at $43 million*: what goods earn abroad is their exports.
pub fn ranked_earner(search: &Search<'_, '_>) -> indicator::Found {
    let view = search.view;
    let noun = ranked(view, start_of(search)).filter(|_| search.unit.is_sum())?.noun;
    let abroad = |at: usize| matches!(view.norm(at), "exchange" | "currency" | "export" | "dollar" | "forex");
    let earner = matches!(view.norm(noun), "earner" | "earners");
    (earner && (search.exports_before || abroad(noun - 1)))
        .then(|| told(search, noun, Indicator::Exports, Class::VerbOut))?
}

/// *Leading the list was mica with 32 percent*: of the trade that is spoken of.
pub fn led_the_list(search: &Search<'_, '_>) -> indicator::Found {
    let view = search.view;
    if !(search.unit.is_ratio() || search.unit.is_sum()) {
        return None;
    }
    if !search.follows && !(search.near && (search.exports_before || search.imports_before)) {
        return None;
    }
    let (_, span) = view.given(Marks::GOODS, || led(view, view.quantity(search.quantity)?))?;
    Some((if search.follows { Governor::Previous } else { Governor::Topic }, Some(span)))
}
