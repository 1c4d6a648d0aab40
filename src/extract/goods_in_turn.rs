//! Goods that stand in one order and their figures in the same.
//!
//! | text | goods of the figure |
//! | --- | --- |
//! | *bought 5 million and **6 million tonnes** of wheat and maize, respectively* | maize |
//! | *imports **10 percent** and 8 percent of its oil and gas from Russia, respectively* | crude oil |

use super::commodity::{Asked, Found};
use super::naming::named;
use crate::lexicon::words::is_possessive;
use crate::mention::What;
use crate::model::{Commodity, Span};

/// The first goods for the first of two figures that *of* leads to two goods, the second for the second.
pub fn of_two(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let place = view.figures().position(|q| q.tokens == asked.quantity.tokens)?;
    let pair = |first: usize| {
        let (one, two) = (view.figures().nth(first)?, view.figures().nth(first + 1)?);
        let joined = view.norm(one.tokens.end) == "and" && view.start_with_hedge(two) == one.tokens.end + 1;
        (joined && view.norm(two.tokens.end) == "of").then_some(two.tokens.end + 1)
    };
    let (of, second) = pair(place).map(|of| (of, false)).or_else(|| Some((pair(place.checked_sub(1)?)?, true)))?;
    let at = of + usize::from(is_possessive(view.norm(of)) || view.norm(of) == "the");
    if !(at..view.range.end).any(|at| view.norm(at) == "respectively") {
        return None;
    }
    let goods = |at: usize| view.mentions.iter().find(|m| m.tokens.start == at && matches!(m.what, What::Commodity(_)));
    let first = goods(at)?;
    // *oil and gas* are one name of two goods.
    if view.norm(at) == "oil" && view.norm(at + 1) == "and" && view.norm(at + 2) == "gas" {
        let word: Span = view.tokens[if second { at + 2 } else { at }].span;
        return Some((Some(Commodity::new(if second { "natural_gas" } else { "crude_oil" })), Some(word)));
    }
    let last = goods(first.tokens.end + 1).filter(|_| view.norm(first.tokens.end) == "and")?;
    let own = if second { last } else { first };
    let (commodity, span) = named(view, own.tokens.clone())?;
    Some((Some(commodity), Some(span)))
}
