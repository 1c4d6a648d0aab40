//! Amounts that a route or a line has beside it: what it can move, or did.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *the Medgaz line, expanded to **10 bcm per annum*** | capacity | `rate_of_route` |
//! | *Algeria is left with Medgaz's **8 bcm** to Spain* | capacity | `amount_of_route` |
//! | *The line works at a quarter of its **16 bcm*** | capacity | `own_of_line` |

use super::head::Head;
use super::indicator::{Found, Search};
use super::told::{start_of, told};
use crate::lexicon::words::is_line;
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator};

/// *Medgaz, expanded to 10 bcm per annum*: a rate beside a route is what it can move.
pub fn rate_of_route(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = search.start();
    let (at, ..) = view.routes.iter().rev().find(|(at, ..)| *at < start)?;
    let headed = view.is_headed(&(*at..start));
    // *began exporting oil via the BTC in 2008, at just 300,000 tons a year*: what was sent that way.
    let way = view.back(*at, 2).any(|at| matches!(view.norm(at), "via" | "through" | "along"));
    let segment = view.segment_tokens(view.segment(*at));
    let sent = |h: &&Head| segment.contains(&h.at) && h.at < *at && h.topic == Topic::Of(Indicator::Exports);
    if let Some(verb) = view.heads.iter().find(sent).filter(|_| way && !headed && search.unit.is_rate()) {
        return super::indicator::found(search, *verb);
    }
    (search.unit.is_rate() && !headed).then(|| told(search, *at, Indicator::Capacity, Class::Noun))?
}

/// *Medgaz's 8 bcm to Spain*: what a route can move; *TAP delivered its first 8 bcm*: what it did; *8.6 million tonnes through
/// Atyrau-Samara*: what went that way.
pub fn amount_of_route(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (search.start(), search.end());
    let clause = view.clause(start);
    let amount = search.unit.is_goods() || search.unit.measure.dimension() == Dimension::Power;
    if !amount || view.is_headed(&(clause.start..start)) {
        return None;
    }
    let Some((at, ..)) = view.routes.iter().rev().find(|(at, ..)| *at < start) else {
        let way = |at: &usize| matches!(view.norm(*at), "through" | "via" | "along" | "down" | "over" | "by");
        let (at, ..) = view.routes.iter().find(|(at, ..)| (end..clause.end.min(end + 8)).contains(at))?;
        let by = (end..*at).rev().take(2).find(way)?;
        return told(search, by, Indicator::Exports, Class::VerbOut);
    };
    let verb = (*at + 1..start).rev().take(5).find(|at| view.is_past(*at));
    // *Power of Siberia's 22.7 bcm in 2023*: what it is told of a time.
    let dated = |m: &crate::mention::Mention| {
        (end..=end + 2).contains(&m.tokens.start)
            && matches!(m.what, What::Period(_))
            && matches!(view.norm(end), "in" | "last" | "this")
    };
    let dated = || view.mentions.iter().any(dated);
    match verb.or_else(|| dated().then_some(*at)).filter(|_| search.unit.is_bulk()) {
        Some(at) => told(search, at, Indicator::Exports, Class::VerbOut),
        None => told(search, *at, Indicator::Capacity, Class::Noun),
    }
}

/// *The line works at a quarter of its 16 bcm*: what is a line's own is what it can move, and so is what a part of that is of.
pub fn own_of_line(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let clause = view.clause(start);
    let own = |at: usize| matches!(view.norm(at), "its" | "their");
    let amount = |at: usize| {
        view.figures().any(|q| {
            view.start_with_hedge(q) == at
                && (q.quantity.unit.is_bulk()
                    || q.quantity.unit.is_rate()
                    || q.quantity.unit.measure.dimension() == Dimension::Power)
        })
    };
    let told_of = if search.unit.is_ratio() {
        view.norm(end) == "of" && own(end + 1) && amount(end + 2)
    } else {
        own(start.wrapping_sub(1)) && amount(start)
    };
    let line = (clause.start..start)
        .rev()
        .find(|at| is_line(view.norm(*at)) || matches!(view.norm(*at), "stream" | "terminal"))?;
    let other = view.heads.iter().any(|h| h.at > line && h.at < start && h.topic != Topic::Flow);
    (told_of && !other).then(|| told(search, line, Indicator::Capacity, Class::Noun))?
}
