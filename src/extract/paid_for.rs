//! Goods that money is paid for: what a deal is over, what is worth so much.
//!
//! | text | goods |
//! | --- | --- |
//! | *a **$40bn** deal to import liquefied natural gas* | lng |
//! | *gold worth **$5 billion**, fishmeal worth **$1.6 billion*** | gold, fishmeal |

use super::commodity::{Asked, Found, start_of_list};
use super::earned::{self, sale_behind};
use super::naming::{goods_at, named, own_words};
use crate::lexicon::Class;
use crate::lexicon::words::{earns, is_merchandise, is_more_or_less};
use crate::mention::What;
use crate::model::{Dimension, Kind};
use crate::token::Shape;

/// *a $40bn deal to import millions of tonnes of liquefied natural gas*: the goods that a deal is over.
pub fn of_deal(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let index = view.quantities.iter().find(|q| view.mentions[**q].tokens == asked.quantity.tokens)?;
    let deal = super::wording::deal_behind(view, *index)?;
    let clause = view.clause(deal);
    let verb = view.heads.iter().find(|h| h.at > deal && clause.contains(&h.at) && h.class != Class::Noun)?;
    let goods = view.mentions.iter().find(|m| {
        m.tokens.start >= verb.end && m.tokens.start <= verb.end + 6 && matches!(m.what, What::Commodity(_))
    })?;
    let (commodity, span) = named(view, goods.tokens.clone())?;
    Some((Some(commodity), Some(span)))
}

/// *earned $45.7 million from sales of electricity*: the goods that brought the money.
pub fn earned_from(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let at = view.start_with_hedge(asked.quantity).checked_sub(1)?;
    let earned = earns(view.norm(at)) || earned::earns(view.norm(at)) || view.norm(at) == "netted";
    // *earned 5 percent less from tea*
    let end = asked.quantity.tokens.end;
    let end = end + usize::from(earned && asked.quantity.quantity.unit.is_ratio() && is_more_or_less(view.norm(end)));
    // *two thirds of what the country earns from flowers*
    let verb = (end + 2..end + 6).find(|at| view.norm(end + 1) == "what" && earns(view.norm(*at)));
    if let Some(verb) = verb.filter(|at| asked.kind == Kind::Share && view.norm(at + 1) == "from") {
        let (commodity, span) = named(view, goods_at(view, verb + 2)?)?;
        return Some((Some(commodity), Some(span)));
    }
    let from = (view.norm(end) == "from").then(|| end + 1 + usize::from(view.norm(end + 1) == "the"));
    let first = sale_behind(view, end).or(from).filter(|_| earned)?;
    // *from exporting over 1.7 million tonnes of rice*: over the amount.
    let amount = view.figures().find(|q| view.start_with_hedge(q) == first);
    let first = amount.map_or(first, |q| q.tokens.end + usize::from(view.norm(q.tokens.end) == "of"));
    let (commodity, span) = named(view, goods_at(view, first)?)?;
    Some((Some(commodity), Some(span)))
}

/// *sold gold worth $5 billion, fishmeal worth $1.6 billion*
pub fn worth(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let at = view.start_with_hedge(asked.quantity);
    let at = if view.norm_before(at, 1) == "at" { at - 1 } else { at };
    let end = at.checked_sub(1).filter(|at| view.norm(*at) == "worth" || view.norm(*at) == "valued")?;
    // *59 million tons of non-oil goods valued at $27.9 billion*: the same goods.
    let weighed = view.figures().rfind(|q| q.tokens.end <= end);
    let weighed = weighed.filter(|q| {
        let amount = matches!(
            q.quantity.unit.measure.dimension(),
            Dimension::Mass | Dimension::Volume | Dimension::Energy | Dimension::Count
        );
        amount && view.norm(q.tokens.end) == "of" && end - q.tokens.end <= 8
    });
    if weighed.is_some()
        && let Some(goods) = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.commodity.clone())
    {
        return Some((Some(goods), Some(view.tokens[end].span)));
    }
    let goods = view.mentions.iter().rev().find(|m| m.tokens.end == end && matches!(m.what, What::Commodity(_)));
    if let Some(goods) = goods {
        let start = start_of_list(view, goods.tokens.start);
        let (commodity, span) = named(view, start..goods.tokens.end)?;
        return Some((Some(commodity), Some(span)));
    }
    // A noun that no table has, in a list: *and fishmeal worth*.
    let word = end.checked_sub(1).filter(|at| view.range.contains(at))?;
    // *Fillets worth 22 billion kronur went to Britain*
    let listed = matches!(view.norm_before(word, 1), "," | "and")
        || word <= view.range.start + 1 && view.norm(word).ends_with('s') && asked.before.is_some();
    let plain = view.norm(word) == "ships" || !view.mentions.iter().any(|m| m.tokens.contains(&word));
    let general = is_merchandise(view.norm(word)) || matches!(view.norm(word), "it" | "services");
    (listed && plain && !general && view.tokens[word].shape == Shape::Word)
        .then(|| Some((Some(own_words(view, word..word + 1)?), Some(view.tokens[word].span))))?
}
