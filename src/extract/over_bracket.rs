//! A part of a trade whose amount stands in a bracket before the whole is named.
//!
//! | sentence | part of | with |
//! | --- | --- | --- |
//! | *Spain took **12 percent** (**$300 million**) of Kenya's tea exports* | exports of Kenya | Spain |
//! | *Norway supplied **20%** (3 bcm) of Polish gas imports* | imports of Poland | Norway |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Found, Governor, Search};
use super::parties::{Asked, Sides};
use super::rule::Filled;
use super::view::{Actor, View};
use crate::lexicon::{Class, Topic};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Party};

/// The whole, whose it is, and who has the part, where a figure is such a part or its amount.
fn whole<'v>(view: &'v View<'_>, figure: &QuantityMention) -> Option<(Head, &'v Actor, &'v Actor)> {
    let figures = || view.figures();
    // The percentage before the bracket, and what stands in it.
    let part = match figure.quantity.unit.is_ratio() {
        true => figure,
        false => figures().rfind(|q| q.tokens.end < figure.tokens.start && q.quantity.unit.is_ratio())?,
    };
    let open = part.tokens.end;
    let amount = figures().find(|q| q.tokens.start > open)?;
    let inside =
        view.norm(open) == "(" && view.start_with_hedge(amount) == open + 1 && !amount.quantity.unit.is_ratio();
    let close = amount.tokens.end;
    let named = inside && view.norm(close) == ")" && view.norm(close + 1) == "of";
    if !named || !(std::ptr::eq(figure, part) || figure.tokens == amount.tokens) {
        return None;
    }
    let of = close + 1;
    let traded = |h: &&Head| {
        let trade = matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover));
        h.at > of && h.at <= of + 8 && h.class == Class::Noun && trade
    };
    let head = view.heads.iter().find(traded)?;
    let owns = |a: &&Actor| (of + 1..head.at).contains(&a.at) && a.takes_part() && a.party != Party::WORLD;
    let owner = view.actors.iter().find(owns)?;
    let start = view.start_with_hedge(part);
    let acts = |a: &&Actor| a.role == Role::Subject && a.end <= start && start - a.end <= 6 && a.party != owner.party;
    let taker = view.actors.iter().rfind(acts).filter(|a| a.party != Party::WORLD)?;
    Some((*head, owner, taker))
}

/// *took **12 percent** ($300 million) of Kenya's tea exports*
pub fn of_its_whole(search: &Search<'_, '_>) -> Found {
    let (head, ..) = whole(search.view, search.view.quantity(search.quantity)?)?;
    Some((Governor::Head(head), Some(head.span)))
}

/// Whose trade a part with its amount is told of, and who has it.
pub fn sides(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let told = asked.quantity.and_then(|q| view.quantity(q)).and_then(|q| whole(view, q));
    let Some((head, owner, taker)) = told else { return false };
    if head.indicator() != Some(asked.indicator) {
        return false;
    }
    sides.reporter = Some(Filled::new(owner.party, "owner_of_the_whole", Some(owner.span)));
    sides.partner = Some(Filled::new(taker.party, "has_a_part", Some(taker.span)));
    true
}
