//! What one of two sold in the trade of both, told by whose goods it was.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Trade reached 270 million, of which Iranian goods accounted for **200 million*** | exports | `goods_of_one_side` |
//! | *Trade was 27 billion. Thai goods made up **93 percent** of that* | exports | `goods_of_one_side` |

use std::ops::Range;

use super::grammar::Role;
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::is_merchandise;
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Span};

/// *of which Iranian goods accounted for 200 million*, behind the trade of two.
pub fn goods_of_one_side(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let money = search.unit.is_sum();
    let traded = search.follows || search.turnover_before && search.topic;
    if !traded || !(money || search.unit.is_ratio()) {
        return None;
    }
    let start = start_of(search);
    let first = |from: usize| view.first_quantity(&(from..start)).is_none();
    let which = (start.saturating_sub(12)..start)
        .rev()
        .find(|at| view.norm(*at) == "of" && matches!(view.norm(*at + 1), "which" | "this" | "it" | "that"));
    if let Some(which) = which {
        let ahead = view.heads.iter().any(|h| h.at < which && h.topic == Topic::Of(Indicator::Turnover));
        let trade = ahead || which == view.range.start && search.turnover_before;
        let goods = owned_goods(view, which + 2..start)?;
        return (trade && first(which)).then(|| told(search, goods, Indicator::Exports, Class::Noun))?;
    }
    let end = search.end();
    let of_it = view.norm(end) == "of" && matches!(view.norm(end + 1), "this" | "it" | "that");
    if !of_it || !search.turnover_before {
        return None;
    }
    let opens = view.segment_tokens(view.segment(start)).start;
    let goods = owned_goods(view, opens..start)?;
    first(opens).then(|| told(search, goods, Indicator::Exports, Class::Noun))?
}

/// *Thai goods*, *Iranian deliveries*: goods of any kind with whose they are, near the beginning of some words.
fn owned_goods(view: &View<'_>, words: Range<usize>) -> Option<usize> {
    let goods = (words.start..words.start + 5).find(|at| {
        *at < words.end
            && (is_merchandise(view.norm(*at)) || matches!(view.norm(*at), "wares" | "deliveries" | "supplies"))
    })?;
    let owned = view.actors.iter().any(|a| {
        (words.start..=goods).contains(&a.at)
            && a.party.is_country()
            && a.end <= goods
            && matches!(a.role, Role::Modifier | Role::Origin | Role::Attribute | Role::Possessor)
    });
    owned.then_some(goods)
}
