//! Goods told by the branch whose trade a balance is of, and by what is ordered.
//!
//! | text | goods |
//! | --- | --- |
//! | ***Farm and food trade** showed a surplus of two billion* | farm_and_food |
//! | ***Industrial trade** was in deficit by 1.3 billion* | industrial_products |
//! | ***Trade in farm products** showed a surplus of 1.4 billion* | agricultural_products |
//! | *the **industrial surplus** rose to 1.4 billion* | industrial_products |
//! | ***orders for electronic goods** were 619 million* | electronic_goods |

use std::ops::Range;

use super::commodity::{Asked, Found};
use super::indicator::Governor;
use super::naming::{goods_at, named, own_words};
use super::view::View;
use crate::lexicon::words::is_gap;
use crate::mention::What;
use crate::model::{Commodity, Indicator, Measure};
use crate::token::{OneOf, Shape};

/// Words for branches that no goods are named by.
const BRANCHES: OneOf = one_of!(
    "agricultural",
    "agriculture",
    "agri",
    "agro",
    "farm",
    "food",
    "industrial",
    "manufactured",
    "manufacturing",
    "manufactures",
    "fisheries",
);

/// The branch whose trade a balance is of.
pub fn of_branch(asked: &Asked<'_, '_>) -> Found {
    if asked.indicator != Indicator::Balance {
        return None;
    }
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    if let Governor::Head(head) = asked.governor
        && matches!(view.norm(head.at), "surplus" | "deficit" | "trade" | "balance")
        && let Some(words) = words_before(view, head.at)
    {
        return name(view, words);
    }
    // The subject: what shows a surplus.
    let clause = view.clause(start);
    let trade = (clause.start..start).rev().find(|at| view.norm(*at) == "trade")?;
    if view.norm(trade + 1) == "in" {
        let goods = goods_at(view, trade + 2).filter(|goods| goods.end <= start)?;
        let (commodity, span) = named(view, goods)?;
        return Some((Some(commodity), Some(span)));
    }
    let noun = is_gap(view.norm(trade + 1)) || view.norm(trade + 1) == "account";
    words_before(view, trade).filter(|_| !noun).and_then(|words| name(view, words))
}

/// The words for branches and goods that stand right before token `at`, joined by *and*.
fn words_before(view: &View<'_>, at: usize) -> Option<Range<usize>> {
    let goods = |at: usize| view.goods_over(at).is_some();
    let branch = |at: usize| view.is_one_of(at, BRANCHES);
    let mut first = at;
    while first > view.range.start {
        let joins =
            first < at && matches!(view.norm_before(first, 1), "and" | "-" | "/") && first >= view.range.start + 2;
        let next = first - 1 - usize::from(joins);
        if !(branch(next) || goods(next)) {
            break;
        }
        first = next;
    }
    (first..at).any(branch).then_some(first..at)
}

/// What the words of a branch are called as goods.
fn name(view: &View<'_>, words: Range<usize>) -> Found {
    let span = view.tokens[words.start].span.join(view.tokens[words.end - 1].span);
    let commodity = match own_words(view, words)?.as_str() {
        "industrial" => Commodity::new("industrial_products"),
        "agricultural" | "agriculture" | "farm" => Commodity::new("agricultural_products"),
        "manufactured" | "manufacturing" | "manufactures" => Commodity::new("manufactured_goods"),
        "fisheries" => Commodity::new("fish"),
        other => Commodity::new(other),
    };
    Some((Some(commodity), Some(span)))
}

/// *Orders for electric and electronic goods were 619 million*, *Garment orders were 324 million*: what is ordered from abroad.
pub fn of_orders(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    if asked.indicator != Indicator::Exports {
        return None;
    }
    let clause = view.clause(start);
    let orders = (clause.start..start).rev().find(|at| view.norm(*at) == "orders")?;
    if view.first_quantity(&(orders..start)).is_some() {
        return None;
    }
    if view.norm(orders + 1) == "for" {
        let plain = |at: &usize| {
            view.tokens[*at].shape == Shape::Word
                && !view.is_past(*at)
                && !matches!(view.norm(*at), "were" | "was" | "in" | "to" | "by")
        };
        let words = (orders + 2..start).take_while(plain).count();
        let words = orders + 2..orders + 2 + words;
        if words.is_empty() || words.len() > 6 || view.actors.iter().any(|a| words.contains(&a.at)) {
            return None;
        }
        let span = view.tokens[words.start].span.join(view.tokens[words.end - 1].span);
        let known =
            goods_at(view, words.start).filter(|goods| goods.end == words.end).and_then(|goods| named(view, goods));
        return known
            .map(|(goods, span)| (Some(goods), Some(span)))
            .or_else(|| Some((Some(own_words(view, words)?), Some(span))));
    }
    let before = orders.checked_sub(1).filter(|at| *at >= clause.start)?;
    let token = &view.tokens[before];
    if let Some(goods) = view.goods_before(orders) {
        let (commodity, span) = named(view, goods.tokens.clone())?;
        return Some((Some(commodity), Some(span)));
    }
    let known = view.mentions.iter().any(|m| m.tokens.contains(&before));
    let told = matches!(
        token.norm.as_ref(),
        "export" | "new" | "total" | "overseas" | "foreign" | "the" | "and" | "its" | "while"
    );
    let own = token.shape == Shape::Word && !known && !told;
    own.then(|| Some((Some(own_words(view, before..orders)?), Some(token.span)))).flatten()
}

/// *The five smaller refineries produced 750,000 bpd*: what comes out of them.
pub fn of_refineries(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let Governor::Head(head) = asked.governor else { return None };
    let made = matches!(view.norm(head.at), "produced" | "produces" | "produce" | "producing");
    let oil = asked.indicator == Indicator::Production && asked.quantity.quantity.unit.measure == Measure::Barrel;
    let refinery = |at: &usize| matches!(view.norm(*at), "refinery" | "refineries");
    let at = (view.range.start..head.at).rev().find(|at| made && oil && refinery(at))?;
    let clause = view.clause(head.at);
    let named = view
        .mentions
        .iter()
        .any(|m| clause.contains(&m.tokens.start) && m.tokens.start > at && matches!(m.what, What::Commodity(_)));
    (!named).then(|| (Some(Commodity::new("oil_products")), Some(view.tokens[at].span)))
}
