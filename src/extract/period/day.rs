//! The day of a figure that names one of the week: ***35.6 mcm** went through on Thursday*.

use super::super::market_words::is_weekday;
use super::super::rule::Filled;
use super::super::view::View;
use super::search::{Found, Search};
use crate::lexicon::{Class, Marks};
use crate::mention::Mention;
use crate::model::{Dimension, Indicator, Period};
use chrono::{Datelike, Days, Weekday};

/// *fell by 45% following the end of transit on 1 January*: whether a time behind a figure, which ends at token `end`, is that of an
/// event that the figure came after.
pub fn of_an_event(view: &View<'_>, end: usize, time: &Mention) -> bool {
    let start = time.tokens.start;
    if start <= end || view.segment(start) != view.segment(end.saturating_sub(1)) {
        return false;
    }
    let event = |at: usize| {
        matches!(
            view.norm(at),
            "end"
                | "start"
                | "closure"
                | "shutdown"
                | "launch"
                | "opening"
                | "expiry"
                | "collapse"
                | "outbreak"
                | "invasion"
                | "accident"
                | "disaster"
                | "ban"
                | "embargo"
                | "halt"
                | "stoppage"
                | "explosion"
                | "blast"
                | "fire"
                | "strike"
                | "coup"
                | "commissioning"
                | "restart"
                | "signing"
                | "introduction"
                | "imposition"
                | "lifting"
                | "attack"
                | "attacks"
        )
    };
    let after = (end..start).rev().find(|at| matches!(view.norm(*at), "following" | "after"));
    after.is_some_and(|after| {
        (after + 1..start).any(event)
            && view.first_quantity(&(after..start)).is_none()
            && !view.heads.iter().any(|h| (after..start).contains(&h.at) && h.class != Class::Noun)
    })
}

/// *sent 35.6 mcm to Europe on Thursday*, *against 33.2 mcm on Wednesday*: the day behind the amount, where nobody says it then.
pub fn of_the_week(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let flows = matches!(
        asked.indicator,
        Indicator::Exports | Indicator::Imports | Indicator::Transit | Indicator::Production | Indicator::Consumption
    );
    let unit = asked.quantity.quantity.unit;
    // What flows is told by the day; *bought 50,000 tonnes at a tender on Thursday* tells when that was agreed.
    let amount = matches!(unit.measure.dimension(), Dimension::Volume | Dimension::Energy);
    if !flows || !amount || search.aimed() || asked.view.marks.meets(Marks::FORESEES) {
        return None;
    }
    let published = asked.clock.published?;
    let view = asked.view;
    let end = search.mention.tokens.end;
    let own = end..search.stretch.end;
    let at = own.clone().take(16).find(|at| {
        view.norm(*at) == "yesterday"
            || is_weekday(view.norm(*at)) && view.tokens[*at].is_capitalised() && view.norm(at.wrapping_sub(1)) == "on"
    })?;
    let apart = |at: usize| {
        matches!(
            view.norm(at),
            "," | "said"
                | "says"
                | "told"
                | "announced"
                | "reported"
                | "showed"
                | "according"
                | "agreed"
                | "signed"
                | "quoted"
                | "in"
                | "since"
                | "for"
                | "during"
                | "after"
                | "before"
        )
    };
    if (end..at).any(apart) || view.norm(at + 1) == "'" {
        return None;
    }
    let back = match view.norm(at) {
        "yesterday" => 1,
        word => u64::from(published.weekday().days_since(word.parse::<Weekday>().ok()?)),
    };
    let day = published.checked_sub_days(Days::new(back))?;
    Some(Filled::new(Some(Period::day(day)), "day_of_the_week", Some(view.tokens[at].span)))
}
