//! What one of two sold in the trade of both, told by whose goods it was.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Trade reached 270 million, of which Iranian goods accounted for **200 million*** | exports | `goods_of_one_side` |

use super::grammar::Role;
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use crate::lexicon::words::is_merchandise;
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Span};

/// *of which Iranian goods accounted for 200 million*, behind the trade of two.
pub fn goods_of_one_side(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let money = search.unit.is_sum();
    if !search.follows || !(money || search.unit.is_ratio()) {
        return None;
    }
    let start = start_of(search);
    let which = (start.saturating_sub(12)..start)
        .rev()
        .find(|at| view.norm(*at) == "of" && matches!(view.norm(*at + 1), "which" | "this" | "it" | "that"))?;
    let trade = view.heads.iter().any(|h| h.at < which && h.topic == Topic::Of(Indicator::Turnover));
    let goods = (which + 2..which + 7).find(|at| {
        *at < start && (is_merchandise(view.norm(*at)) || matches!(view.norm(*at), "wares" | "deliveries" | "supplies"))
    })?;
    let owned = view.actors.iter().any(|a| {
        (which + 2..=goods).contains(&a.at)
            && a.party.is_country()
            && a.end <= goods
            && matches!(a.role, Role::Modifier | Role::Origin | Role::Attribute | Role::Possessor)
    });
    let first = !view.quantities.iter().any(|q| (which..start).contains(&view.mentions[*q].tokens.start));
    (trade && owned && first).then(|| told(search, goods, Indicator::Exports, Class::Noun))?
}
