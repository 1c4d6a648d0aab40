//! What a weight, a volume, an amount of energy or a price is of, where no rule of grammar ties goods to it: it is of something, and
//! of what its sentence names nearest.
//!
//! | text | goods of the figure |
//! | --- | --- |
//! | *This is the map of Colombian coal: **19 mln t** went to Europe* | coal |
//! | *For Georgia's mandarins Ukraine is what matters: **8,200 tonnes*** | mandarins |

use super::commodity::{Asked, Found};
use super::countable::fits;
use super::goods::{of_goods, uses};
use super::naming::named;
use crate::mention::{Mention, What};
use crate::model::{Commodity, Indicator, Span};

/// The goods that the sentence names nearest before the figure, else nearest behind it.
pub fn nearest(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let unit = asked.quantity.quantity.unit;
    if !(unit.is_bulk() || unit.is_price()) || !of_goods(asked.indicator) || asked.indicator == Indicator::Transit {
        return None;
    }
    // *14 million tonnes of cargo*: of all goods.
    if view.range.clone().any(|at| matches!(view.norm(at), "cargo" | "cargoes" | "freight" | "goods" | "merchandise")) {
        return None;
    }
    let told = |m: &&Mention| matches!(m.what, What::Commodity(_)) && !uses(asked, m);
    let name = |m: &Mention| -> Option<(Commodity, Span)> {
        named(view, m.tokens.clone()).filter(|(goods, _)| fits(asked, goods))
    };
    let start = asked.quantity.tokens.start;
    let before = view.mentions.iter().rev().filter(|m| m.tokens.end <= start).filter(told).find_map(name);
    let behind = || view.mentions.iter().filter(|m| m.tokens.start >= start).filter(told).find_map(name);
    let (goods, span) = before.or_else(behind)?;
    Some((Some(goods), Some(span)))
}
