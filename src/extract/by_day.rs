//! Amounts that are of a day though their unit does not say so.
//!
//! | sentence | unit |
//! | --- | --- |
//! | *gas that it sells daily to Italy: **3 million cubic metres*** | `m3/day` |
//! | *an average daily output of **250,000 barrels*** | `bbl/day` |

use super::frame::Frame;
use super::head::Head;
use super::plausible::within;
use super::view::View;
use crate::lexicon::Class;
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, Dimension, Indicator, Measure};

/// *350,000 barrels which it sent each day*, *gas that it sells daily to Italy*: whether an amount of goods that is moved is counted
/// by the day, told apart from it.
pub fn told_by_the_day(view: &View<'_>, written: &QuantityMention) -> bool {
    let unit = written.quantity.unit;
    let goods = matches!(unit.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Energy);
    if !goods || unit.per.is_some() || written.form != Form::Figure {
        return false;
    }
    let clause = view.clause(written.tokens.start);
    let daily = |at: usize| {
        let end = match view.norm(at) {
            "daily" if is_daily(view, at) => at + 1,
            "each" | "every" | "per" | "a" if view.norm(at + 1) == "day" => at + 2,
            _ => return false,
        };
        // *a daily newspaper*, *a day earlier*
        let next = view.norm(end);
        let goes_on = matches!(next, "to" | "from" | "through" | "via" | "by" | "and" | "but" | "is" | "was");
        !next.starts_with(char::is_alphabetic) || goes_on
    };
    let trades = |h: &&Head| matches!(h.class, Class::VerbOut | Class::VerbIn) && clause.contains(&h.at);
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at >= written.tokens.end);
    let end = next.unwrap_or(clause.end).min(clause.end).min(written.tokens.end + 14);
    let moved = view.heads.iter().any(|h| trades(&h) && h.at < end);
    if moved && (written.tokens.end..end).any(daily) {
        return true;
    }
    // *a daily 3.4 million cubic metres*, *its daily imports of 3 million cubic metres*, *a daily average of 3,000 tonnes*
    let first = view.start_with_hedge(written);
    if told_daily(view, first) || averages_daily(view, written, clause.start) {
        return true;
    }
    // *Italy daily receives 350 million cubic metres*
    let verb = view.heads.iter().rfind(|h| trades(h) && h.end <= written.tokens.start);
    verb.is_some_and(|verb| written.tokens.start - verb.end <= 2 && view.norm_before(verb.at, 1) == "daily")
}

/// Whether *daily* stands at a token of the sentence; the *Daily* of a paper is none.
fn is_daily(view: &View<'_>, at: usize) -> bool {
    view.norm(at) == "daily" && view.range.contains(&at) && view.tokens[at].text.starts_with(char::is_lowercase)
}

/// Whether the figure that begins at a token is told as what is moved, made or averaged daily.
fn told_daily(view: &View<'_>, first: usize) -> bool {
    let Some(last) = first.checked_sub(1) else { return false };
    if is_daily(view, last) {
        return true;
    }
    let Some(noun) = last.checked_sub(1).filter(|_| view.norm(last) == "of") else { return false };
    let moved = view.norm(noun) == "average" || view.heads.iter().any(|h| h.at == noun && h.class == Class::Noun);
    let goods = view.goods_before(noun).map_or(noun, |m| m.tokens.start);
    moved && goods.checked_sub(1).is_some_and(|at| is_daily(view, at))
}

/// *Its daily intake averages 2.5 million cubic metres*, *daily imports of gas amount to 5 million*: whether the noun that a figure of volume is told of
/// is a daily one, with nothing but its verb between.
fn averages_daily(view: &View<'_>, written: &QuantityMention, start: usize) -> bool {
    let first = view.start_with_hedge(written);
    let Some(daily) = (start..first).rev().find(|at| is_daily(view, *at)) else { return false };
    let alone = view.first_quantity(&(daily..first)).is_none();
    let moved = (daily + 1..daily + 3).any(|at| {
        matches!(
            view.norm(at),
            "intake" | "offtake" | "deliveries" | "supplies" | "supply" | "flow" | "flows" | "need" | "needs"
        ) || view.heads.iter().any(|h| h.at == at && h.class == Class::Noun)
    });
    let verb = (daily + 1..first).rev().take(4).any(|at| {
        matches!(
            view.norm(at),
            "average"
                | "averages"
                | "averaged"
                | "averaging"
                | "is"
                | "are"
                | "was"
                | "were"
                | "amount"
                | "amounts"
                | "amounted"
                | "reach"
                | "reaches"
                | "reached"
                | "make"
                | "makes"
                | "made"
                | "stand"
                | "stands"
                | "stood"
                | "total"
                | "totalled"
        )
    });
    alone && moved && verb && first - daily <= 14
}

/// *an average daily output of 250,000 barrels*, *30,000 barrels (bpd)*, *12.1 mln barrels a day in 1985. Last year it produced 12.3 mln
/// barrels*: whether oil is counted by the day without the unit's saying so.
pub fn by_the_day(view: &View<'_>, written: &QuantityMention, before: Option<&Frame>) -> bool {
    let unit = written.quantity.unit;
    if unit.measure != Measure::Barrel || unit.per.is_some() || written.form != Form::Figure {
        return false;
    }
    let (start, end) = (written.tokens.start, written.tokens.end);
    let clause = view.clause(start);
    let moved = |at: usize| {
        matches!(
            view.norm(at),
            "production"
                | "output"
                | "exports"
                | "imports"
                | "sales"
                | "throughput"
                | "consumption"
                | "demand"
                | "capacity"
        )
    };
    // *average daily production* behind the figure, *a daily output of* before it.
    let daily = |at: usize| view.norm(at) == "daily" && moved(at + 1);
    let behind = (end..end + 2).any(daily);
    let ahead = (clause.start..start).rev().take(6).any(daily);
    let bracket =
        (end..end + 3).any(|at| view.norm(at) == "(" && view.norm(at + 1) == "bpd" && view.norm(at + 2) == ")");
    // *its production ceiling of 15.8 mln barrels*
    let held =
        |at: usize| matches!(view.norm(at), "ceiling" | "quota" | "quotas" | "ceilings") && moved(at.wrapping_sub(1));
    let held = written.exponent >= 6 && (clause.start..start).rev().take(4).any(held);
    if behind || ahead || bracket || held {
        return true;
    }
    let told = before.filter(|f| {
        let flows = matches!(f.indicator, Indicator::Production | Indicator::Consumption);
        flows && f.unit.is_some_and(|u| u.measure == Measure::Barrel && u.per == Some(Measure::Day))
    });
    let Some(told) = told.and_then(|f| f.written).and_then(|w| w.in_full()) else { return false };
    let made = |at: usize| {
        moved(at) || matches!(view.norm(at), "produced" | "pumped" | "produces" | "pumping" | "producing" | "consumed")
    };
    within(written.stated.0, told, Decimal::from(3)) && (clause.start..start).any(made)
}
