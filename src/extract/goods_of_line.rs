//! Goods that a line, a heading or the label of an entry names for the figures in it or below it.
//!
//! | line | goods |
//! | --- | --- |
//! | *Barley: 29 mln t* | barley |
//! | *COFFEE* above lines of figures | coffee |

use std::ops::Range;

use super::commodity::Asked;
use super::commodity::Found;
use super::countable::fits;
use super::goods::of_goods;
use super::indicator::Governor;
use super::naming::{goods_at, named};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::is_total;
use crate::mention::{Mention, What};
use crate::model::{Commodity, Dimension, Indicator};
use crate::token::Shape;

/// The goods of a sentence that names no others.
pub fn alone(view: &View<'_>) -> Option<Commodity> {
    // *NON-OIL EXPORTS SLUMP* names what is left out.
    let without = |at: usize| view.norm_before(at, 1) == "-" && view.norm_before(at, 2) == "non";
    let mut named = view.mentions.iter().filter_map(|m| match &m.what {
        What::Commodity(goods) if !without(m.tokens.start) => Some(goods),
        _ => None,
    });
    let first = named.next()?;
    named.all(|other| other == first).then(|| first.clone())
}

/// *Harvest: 20.6 million tonnes*, below a line that says *Grain* and no more.
pub fn of_section(asked: &Asked<'_, '_>) -> Found {
    let (goods, section) = asked.first_goods?;
    let noun = matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun);
    let none = !asked.view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)));
    let told = section && noun && none && !asked.same_sentence && of_goods(asked.indicator);
    (told && !asked.spoken.of_others(goods) && fits(asked, goods)).then(|| (Some(goods.clone()), None))
}

/// The first word of a sentence, behind a bullet.
pub fn first_word(view: &View<'_>) -> Option<usize> {
    view.range.clone().find(|at| view.tokens[*at].shape == Shape::Word)
}

/// *Gold: A$7.6 billion*, *Wine - duties took effect*: the goods that a sentence opens with before a colon or dash.
pub fn labelled(view: &View<'_>) -> Option<Range<usize>> {
    goods_at(view, first_word(view)?).filter(|goods| matches!(view.norm(goods.end), ":" | "-"))
}

/// *Other: $1.1bn*: the rest of a list, which is no goods.
pub fn is_rest(view: &View<'_>) -> bool {
    let Some(start) = first_word(view) else { return false };
    let rest = matches!(view.norm(start), "other" | "others" | "rest");
    rest && (start + 1..start + 4)
        .any(|at| view.norm(at) == ":" || view.norm(at) == "-" && !view.tokens[at].is_joined())
        && start > view.range.start
}

/// *Cocoa beans and products - $0.76bn*: the entry of a list in the text's own words.
pub fn own_label(asked: &Asked<'_, '_>, start: usize) -> Found {
    let view = asked.view;
    // Only behind a bullet, where the talk is of trade.
    // Or below a line that heads a list.
    let listed = asked.before.is_some_and(|f| f.list.is_some_and(|list| list.side.is_none()));
    let bullet = (start > view.range.start || listed) && matches!(asked.governor, Governor::Topic | Governor::Previous);
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    let end = (start..asked.quantity.tokens.start)
        .find(|at| view.norm(*at) == ":" || view.norm(*at) == "-" && !view.tokens[*at].is_joined())?;
    let word = |at: usize| view.tokens[at].shape == Shape::Word || view.tokens[at].is_mark(',');
    let is_goods = |m: &Mention| matches!(m.what, What::Commodity(_));
    let plain = (start..end).all(|at| {
        word(at)
            && (at == start || view.tokens[at].text.starts_with(char::is_lowercase) || view.tokens[at].is_mark(','))
            && !matches!(
                view.norm(at),
                "other" | "others" | "total" | "rest" | "all" | "pipeline" | "domestic" | "sales"
            )
            && !view.mentions.iter().any(|m| m.tokens.contains(&at) && !is_goods(m) && view.norm(at) != "ships")
    });
    if !(bullet && traded && plain && (1..=6).contains(&(end - start))) {
        return None;
    }
    let span = view.tokens[start].span.join(view.tokens[end - 1].span);
    Some((Some(super::naming::own_words(view, start..end)?), Some(span)))
}

/// Whether a line is an entry of a list that opens with goods: *- Gold: A$7.6 billion*.
pub fn is_entry(view: &View<'_>) -> bool {
    first_word(view).is_some_and(|start| start <= view.range.start + 2) && labelled(view).is_some()
}

/// *Wine: duties took effect on 28 November*: the goods that a line opens with before a colon, where no list of others or
/// a figure of the list follows at once.
pub fn label_of_line(view: &View<'_>) -> Option<Commodity> {
    let goods = goods_at(view, first_word(view)?)?;
    // *Wine exports: growth of 12 percent made it a leader*
    let trade = view.heads.iter().find(|h| h.at == goods.end && h.class == Class::Noun);
    let colon = trade.map_or(goods.end, |head| head.end);
    let mut behind = view.mentions.iter().filter(|m| m.tokens.start > colon && m.tokens.start <= colon + 2);
    let listed = behind.any(|m| match m.what {
        // *Norwegian salmon: fewer fish, more money*
        What::Commodity(_) => m.tokens.start == colon + 1,
        What::Quantity(_) => trade.is_none(),
        _ => false,
    });
    (view.norm(colon) == ":" && !listed).then(|| named(view, goods))?.map(|(goods, _)| goods)
}

/// *Wine: duties took effect on 28 November. Sales had been running at A$1.2 billion*: what the line is of.
pub fn of_line(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let goods = asked.label?;
    let others = view.mentions.iter().any(|m| matches!(&m.what, What::Commodity(other) if other != goods));
    let all = matches!(asked.governor, Governor::Head(head)
        if is_total(view.norm_before(head.at, 1)) || matches!(view.norm_before(head.at, 1), "goods" | "merchandise"));
    let mass = asked.quantity.quantity.unit.measure.dimension() == Dimension::Mass;
    let sent = of_goods(asked.indicator) || mass && asked.indicator == Indicator::Turnover;
    (sent && !others && !all && !asked.spoken.of_others(goods) && fits(asked, goods))
        .then(|| (Some(goods.clone()), None))
}
