//! Goods that stand right before their figure, whatever governs it, and those that a sum was paid or earned for.
//!
//! | text | goods |
//! | --- | --- |
//! | *imports included: toys totalling **$4 million*** | toys |
//! | *led by orthopaedic footwear with **$92 million*** | orthopaedic_footwear |
//! | *rice alone was **$49 million*** | rice |
//! | *• Knitwear **$631 million*** | knitwear |
//! | *earned **28 billion francs** ($47 million) from exporting electricity* | electricity |
//! | *For **$2 million** it bought 62,000 tons of coal* | coal |

use super::below::{self, bullet};
use super::commodity::{Asked, Found};
use super::countable::fits;
use super::goods::of_goods;
use super::goods_that_make_up::{name, name_at};
use super::naming::named;
use super::view::View;
use crate::lexicon::words::{is_or_was, leads_list};
use crate::mention::{Mention, What};
use crate::model::{Commodity, Span};

/// The goods beside a figure.
pub fn of_entry(asked: &Asked<'_, '_>) -> Found {
    if !of_goods(asked.indicator) || asked.quantity.quantity.unit.is_price() {
        return None;
    }
    let (goods, span) =
        before(asked).or_else(|| of_line(asked)).or_else(|| earned_from(asked)).or_else(|| paid_for(asked))?;
    fits(asked, &goods).then_some((Some(goods), Some(span)))
}

/// Where the name ends that a figure belongs to, and whether what stands between says so beyond doubt.
fn link(view: &View<'_>, start: usize) -> Option<(usize, bool)> {
    let (word, before) = (view.norm_before(start, 1), view.norm_before(start, 2));
    let at = |back: usize| start.checked_sub(back).filter(|at| view.range.contains(at));
    match (before, word) {
        // *(up 5%)*
        ("(", "up" | "down") => Some((at(2)?, true)),
        (_, "totalling" | "totaling" | "worth" | "amounting" | "fetching" | "earning") => Some((at(1)?, true)),
        // *rice alone was $49 million*
        ("alone", _) if is_or_was(word) => Some((at(2)?, true)),
        (_, "alone") => Some((at(1)?, false)),
        // *phosphates, with $7.8 million*
        (",", "with" | "at") => Some((at(2)?, false)),
        (_, "with" | "at" | "by") => Some((at(1)?, false)),
        _ => None,
    }
}

/// *toys totalling $4 million*, *led by footwear with $92 million*, *thanks to cotton (up 19%)*
fn before(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let (end, sure) = link(view, view.start_with_hedge(asked.quantity))?;
    let goods = view.goods_before(end);
    let opener = |at: usize| {
        let (word, before) = (view.norm_before(at, 1), view.norm_before(at, 2));
        word == "all" && before == "above"
            || word == "by" && (leads_list(before) || matches!(before, "followed" | "driven"))
            || matches!(word, "including" | "notably" | "namely" | "mainly" | "especially" | "particularly")
            || word == "which" && before == "of"
    };
    if let Some(goods) = goods {
        // *led by orthopaedic footwear*
        let described = || {
            let back = (1..=2).map(|back| goods.tokens.start.wrapping_sub(back));
            back.take_while(|at| !view.mentions.iter().any(|m| m.tokens.contains(at))).find(|at| opener(*at))
        };
        let first = described().unwrap_or(goods.tokens.start);
        let part =
            matches!(view.norm_before(first, 1), "," | ";" | ":" | "and" | "to" | "were" | "for" | "included" | "that")
                || first == view.range.start
                || opener(first);
        // *wine and grapes totalling $4 million* are told together.
        let joined = view.norm_before(first, 1) == "and" && view.goods_before(first - 1).is_some();
        return (part && !joined && (sure || opener(first))).then(|| named(view, goods.tokens.clone()))?;
    }
    let from = end.saturating_sub(6).max(view.range.start);
    let first = (from..end)
        .rev()
        .find(|at| opener(*at) || *at == view.clause(end).start || view.norm_before(*at, 1) == "that")?;
    (opener(first) || view.norm(end) == "alone").then(|| name(view, first..end))?
}

/// *• Knitwear $631 million*, *2) Rubber tyres ($154 million)*: all of a short line before its figure.
fn of_line(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let listed = asked.before.is_some_and(|f| f.list.is_some_and(|list| list.side.is_none()));
    if !(listed || below::is_entry(view)) {
        return None;
    }
    let mark = bullet(view.tokens, view.range.start);
    let first = view.range.start + mark;
    let figure = view.figures().find(|q| q.tokens.start > first)?;
    let start = view.start_with_hedge(figure);
    let end = start - usize::from(matches!(view.norm_before(start, 1), "(" | "-" | ":"));
    let begins = mark > 0 || view.tokens.get(first).is_some_and(|t| t.gap >= crate::token::Gap::Line);
    let own = begins && asked.quantity.tokens.start >= start && (first + 1..first + 7).contains(&end);
    own.then(|| named_line(view, first..end))?
}

/// The goods that the words of a line name: the first is written large.
fn named_line(view: &View<'_>, words: std::ops::Range<usize>) -> Option<(Commodity, Span)> {
    let whole = |m: &&Mention| m.tokens == words && matches!(m.what, What::Commodity(_));
    if let Some(goods) = view.mentions.iter().find(whole) {
        return named(view, goods.tokens.clone());
    }
    let rest = matches!(view.norm(words.start), "other" | "others" | "total" | "rest" | "all");
    (!rest).then(|| name(view, words))?
}

/// *earned 28 billion francs ($47 million) from exporting electricity*, *paid $9 billion for the shipments of LNG*
fn earned_from(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    if !asked.quantity.quantity.unit.is_sum() {
        return None;
    }
    let mut at = asked.quantity.tokens.end;
    if view.norm(at) == "(" {
        at = (at..view.range.end.min(at + 8)).find(|at| view.norm(*at) == ")")? + 1;
    }
    let at = at + usize::from(view.norm(at) == ")");
    if !matches!(view.norm(at), "from" | "by" | "for" | "on") {
        return None;
    }
    let at = at + 1 + usize::from(view.norm(at + 1) == "the");
    let deed = matches!(
        view.norm(at),
        "exporting"
            | "selling"
            | "importing"
            | "buying"
            | "shipping"
            | "exports"
            | "export"
            | "sales"
            | "sale"
            | "imports"
            | "import"
            | "purchases"
            | "purchase"
            | "supplies"
            | "deliveries"
            | "shipments"
    );
    let at = at + 1 + usize::from(view.norm(at + 1) == "of");
    deed.then(|| name_at(view, at))?
}

/// *For $2 million it bought 62,000 tons of coal*: the goods of the one amount that the sum stands beside.
fn paid_for(asked: &Asked<'_, '_>) -> Option<(Commodity, Span)> {
    let view = asked.view;
    let start = view.start_with_hedge(asked.quantity);
    let opens = start == view.range.start + 1 && matches!(view.norm(view.range.start), "for" | "on" | "at");
    if !opens || !asked.quantity.quantity.unit.is_sum() {
        return None;
    }
    let mut weights = view.figures().filter(|q| q.quantity.unit.is_bulk());
    let weight = weights.next().filter(|q| q.tokens.start > start)?;
    // *bought goods from Tunisia, and 62,000 tons of coal*: of more than that.
    let more = (start..weight.tokens.start).any(|at| matches!(view.norm(at), "goods" | "and" | "products"));
    (!more && weights.next().is_none() && view.norm(weight.tokens.end) == "of")
        .then(|| name_at(view, weight.tokens.end + 1))?
}
