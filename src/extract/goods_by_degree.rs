//! Goods that stand behind how much more or less of them there was.
//!
//! | text | goods |
//! | --- | --- |
//! | *Chile took **16.1%** less cocoa from Ghana* | cocoa |
//! | *sold **44 percent** fewer hair clips abroad* | hair_clips |
//! | *exported **5 percent** more than a year before* | none of its own |

use super::again::spoken;
use super::commodity::{Asked, Found};
use super::countable::fits;
use super::naming::{goods_at, named, own_words, plain_adjectives, unknown_goods_at};
use crate::lexicon::words::is_plain_thing;
use crate::mention::What;
use crate::model::{Commodity, Kind};

/// *took 16.1% less cocoa*, *shipped 12 percent more Georgian wine*: the goods behind *more*, *less* or *fewer*.
pub fn more_or_less(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if asked.kind != Kind::Change || !matches!(view.norm(end), "more" | "less" | "fewer") {
        return None;
    }
    let known = goods_at(view, end + 1).or_else(|| {
        let behind = plain_adjectives(view, end + 1)?;
        // *less of the grain*, *more money for oil* tell of something else.
        let described = (end + 1..behind).all(|at| !is_plain_thing(view.norm(at)));
        goods_at(view, behind).filter(|goods| described && goods.start == behind)
    });
    if let Some(tokens) = known {
        let (goods, span) = named(view, tokens)?;
        // *LNG purchases rose ... 1.7 times more gas*: of the gas that is spoken of.
        let liquid = |told: &Commodity| told.as_str() == "lng" && goods.as_str() == "natural_gas";
        let goods = spoken(asked).filter(liquid).unwrap_or(goods);
        return fits(asked, &goods).then_some((Some(goods), Some(span)));
    }
    // *12 percent more Georgian knitwear*
    let whose = view.mentions.iter().find(|m| m.tokens.start == end + 1 && matches!(m.what, What::Party(..)));
    let start = whose.map_or(end + 1, |m| m.tokens.end);
    let tokens = unknown_goods_at(view, start).filter(|tokens| is_plain_thing(view.norm(tokens.end - 1)))?;
    let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
    let goods = own_words(view, tokens)?;
    fits(asked, &goods).then_some((Some(goods), Some(span)))
}
