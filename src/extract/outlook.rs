//! Estimates and outlooks that are moved, kept or told anew: what they were and what they become.
//!
//! | sentence | reading |
//! | --- | --- |
//! | *raised its export estimate to **44.9 million bags** from **41.5 million*** | a forecast, and the one before it |
//! | *exports are raised **100 million bushels*** | a forecast's change |
//! | *exports are unchanged at **48 million tons*** | a forecast |
//! | ***164 million** in March, revised from **178 million*** | what happened, and how it was told at first |
//! | *he saw oil prices stabilizing around **18 dlrs*** | a forecast |

use super::aims::is_over;
use super::elsewhere::of_estimate;
use super::habitual::reckoned_now;
use super::status::{Asked, Found};
use super::view::View;
use super::wording::periods;
use crate::lexicon::Class;
use crate::lexicon::words::{
    foresees, is_forecast, is_form_of_have, is_more_or_less, is_possessive, is_span, moves_estimate, publishes,
};
use crate::mention::{Expression, Form, Length, Part, What};
use crate::model::{Measure, Status};

/// *raised its 2023/24 export estimate to 44.9 million bags from a previous estimate of 41.5 million*: what an estimate is
/// moved to, and from, unless the year that it is of is over.
pub fn revised(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let noun = moved_estimate(view, start)?;
    let near = matches!(view.norm_before(start, 1), "to" | "from" | "at" | "of")
        || (noun + 1..start).all(|at| matches!(view.norm(at), "of" | "to" | "for" | "a" | "about"));
    let near_by = |e: Expression| {
        matches!(
            e,
            Expression::MonthsEarlier(_)
                | Expression::Preceding(..)
                | Expression::Season(_)
                | Expression::Relative(Length::Week, _)
        )
    };
    let over = periods(view).any(|(m, e, _)| !near_by(e) && is_over(asked, e) && !of_estimate(view, m, e));
    let ratio = view.quantity(asked.index).is_some_and(|q| q.form != Form::Bare && q.quantity.unit.is_ratio());
    (near && !over && !ratio).then(|| (Status::Forecast, Some(view.tokens[noun].span)))
}

/// *The farm price is lowered $0.10 to $5.00*, *exports are raised 100 million bushels*: by how much an outlook is moved, told in
/// the present.
pub fn outlook_moved(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.start_with_hedge(view.quantity(asked.index)?);
    // *is increased 4.3 million tons to 818.9 million*: by how much, and to what.
    let by = view.figures().find(|q| q.tokens.end + 1 == start);
    let by = by.filter(|q| view.norm(q.tokens.end) == "to").or(view.quantity(asked.index))?;
    let verb = view.start_with_hedge(by).checked_sub(1)?;
    // *Production is lowered by 4.3 million tons*
    let verb = if view.norm(verb) == "by" { verb.checked_sub(1)? } else { verb };
    // *Exports were lowered by 70 million bushels*, *use is down 75 million bushels*: what one office reckons in is all outlook.
    let bushels = by.quantity.unit.measure == Measure::Bushel;
    let moved = moves_estimate(view.norm(verb)) || matches!(view.norm(verb), "boosted" | "decreased");
    let helps = view.norm(verb.checked_sub(1)?);
    let now = matches!(helps, "is" | "are");
    let moved = moved && (now || bushels && matches!(helps, "was" | "were" | "been"))
        || bushels && now && matches!(view.norm(verb), "up" | "down");
    let told = moved && verb > view.range.start && !by.quantity.unit.is_ratio();
    told.then(|| (Status::Forecast, Some(view.tokens[verb].span)))
}

/// *Russia's exports are unchanged at 48 million tons*: where an outlook for goods is left, told in the present.
pub fn outlook_kept(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let quantity = view.quantity(asked.index)?;
    let goods = matches!(quantity.quantity.unit.measure, Measure::Tonne | Measure::Bushel);
    let kept = reckoned_now(view, view.start_with_hedge(quantity)).filter(|at| view.norm(*at) == "unchanged")?;
    goods.then(|| (Status::Forecast, Some(view.tokens[kept].span)))
}

/// *Estimates for the crop ranged from 2.3 to 2.6 million tonnes*, *production estimates remained steady at 3.2 million tonnes*: what
/// estimates come to, unless the year that they are of is over.
pub fn estimates_stand(asked: &Asked<'_, '_>) -> Found {
    const REACH: usize = 14;
    let view = asked.view;
    let start = view.start_with_hedge(view.quantity(asked.index)?);
    let clause = view.clause(start).start.max(start.saturating_sub(REACH))..start;
    let noun = clause.rev().find(|at| {
        let word = view.norm(*at);
        word.ends_with('s') && (is_forecast(word) || matches!(word, "guesses" | "predictions"))
    })?;
    let stands = |at: &usize| {
        matches!(
            view.norm(*at),
            "range"
                | "ranged"
                | "ranging"
                | "stand"
                | "stood"
                | "remain"
                | "remained"
                | "exceed"
                | "exceeded"
                | "are"
                | "were"
        )
    };
    let verb = (noun + 1..start).find(stands)?;
    // *were revised by 2 million*, *, and exports were 5 million*
    let parted = |at: usize| matches!(view.norm(at), "," | "and" | "by" | "that" | "which") || view.norm(at) == "said";
    let led = |at: usize| {
        matches!(
            view.norm(at),
            "from" | "between" | "at" | "to" | "in" | "the" | "now" | "steady" | "unchanged" | "around"
        )
    };
    let over = periods(view).any(|(m, e, _)| m.tokens.end <= start && is_over(asked, e) && !of_estimate(view, m, e));
    let told = !(noun + 1..start).any(parted) && (verb + 1..start).all(led) && !over;
    told.then(|| (Status::Forecast, Some(view.tokens[noun].span)))
}

/// The estimate that the clause before token `start` says was moved.
fn moved_estimate(view: &View<'_>, start: usize) -> Option<usize> {
    let clause = view.clause(start).start..start;
    let estimate = |at: &usize| is_forecast(view.norm(*at));
    let moved = |at: usize| {
        matches!(
            view.norm(at),
            "raised"
                | "hiked"
                | "hike"
                | "cut"
                | "lowered"
                | "trimmed"
                | "revised"
                | "slashed"
                | "upped"
                | "boosted"
                | "increased"
                | "reduced"
                | "kept"
                | "raise"
                | "raises"
                | "lower"
                | "lowers"
                | "cuts"
                | "trim"
                | "trims"
                | "lifted"
                | "lifts"
                | "lift"
                | "revise"
                | "revises"
                | "slashes"
                | "upgraded"
                | "downgraded"
                | "hikes"
        )
    };
    clause.clone().rev().find(estimate).filter(|_| clause.clone().any(moved))
}

/// *164 million in March, revised from 178 million*, *revised to 115,000 tonnes from 110,000*: the word of the revision, where
/// the figure is how the one before it was told at first.
pub fn told_at_first(view: &View<'_>, index: usize) -> Option<usize> {
    let place = view.quantities.iter().position(|q| *q == index)?;
    let before = &view.mentions[view.quantities[place.checked_sub(1)?]].tokens;
    let start = view.mentions[index].tokens.start;
    let first = |at: &usize| {
        matches!(
            view.norm(*at),
            "a" | "an"
                | "the"
                | "its"
                | "provisional"
                | "initial"
                | "preliminary"
                | "earlier"
                | "previous"
                | "reported"
                | "figure"
                | "surplus"
                | "deficit"
                | "total"
                | "of"
        )
    };
    let from = (before.end..start).rev().find(|at| !first(at)).filter(|at| view.norm(*at) == "from")?;
    let revised = |at: &usize| matches!(view.norm(*at), "revised" | "restated" | "corrected");
    let near = (before.end.max(from.saturating_sub(4))..from).rev().find(revised);
    let moved = from == before.end && view.norm_before(before.start, 1) == "to";
    let clause = view.clause(start).start;
    // *lowered its 2013 forecast to 1.4 million from 1.5 million*
    let estimate = moved.then(|| moved_estimate(view, before.start)).flatten();
    // *from the 15.06 billion figure that the office reported two days earlier*
    let end = view.mentions[index].tokens.end;
    let reported = |at: &usize| publishes(view.norm(*at));
    let known =
        matches!(view.norm(end), "figure" | "estimate" | "total" | "number" | "originally" | "first" | "initially")
            && view.norm(from + 1) == "the";
    let again = if known { (end..(end + 7).min(view.range.end)).find(reported) } else { None };
    near.or(estimate)
        .or(again)
        .or_else(|| (clause.max(before.start.saturating_sub(5))..before.start).rev().find(revised).filter(|_| moved))
}

/// What was told of a figure before it was revised has its status.
pub fn as_told_before(asked: &Asked<'_, '_>) -> Found {
    let word = told_at_first(asked.view, asked.index)?;
    asked.before.map(|status| (status, Some(asked.view.tokens[word].span)))
}

/// *forecast the crop at 92.3 mln tonnes, vs 91 mln last month*, *is expected to reach 9.9 mln, down from 10.2 mln estimated a week ago*:
/// what stands beside an estimate of a year is an earlier one.
pub fn as_estimated_before(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let before = asked.before.filter(|status| *status == Status::Forecast)?;
    let first = view.quantity(asked.index).map(|q| view.start_with_hedge(q))?;
    let compared = first - usize::from(view.norm_before(first, 1) == "the");
    let span = view.comparing_before(compared)?;
    let end = view.mentions[asked.index].tokens.end;
    let year = |e: Expression| matches!(e, Expression::SplitYear(_) | Expression::In(Part::Year, _));
    let short = |e: Expression| {
        matches!(e, Expression::Relative(Length::Month | Length::Week, -1) | Expression::MonthsEarlier(_))
    };
    let behind = |at: usize| periods(view).find(|(m, ..)| m.tokens.start == at).map(|(_, e, _)| e);
    // *from the 48 million it saw in July*
    let who = matches!(view.norm(end), "it" | "they" | "he" | "she" | "analysts");
    let seen = who && (foresees(view.norm(end + 1)) || matches!(view.norm(end + 1), "saw" | "forecast" | "predicted"));
    // *10.2 mln estimated a week ago*; not *8 mln estimated for 1986*
    let reckoned = foresees(view.norm(end)) && !(end + 1..end + 4).filter_map(behind).any(year);
    let last = || behind(end).is_some_and(short) && periods(view).any(|(m, e, _)| m.tokens.end <= first && year(e));
    (reckoned || seen || last()).then_some((before, Some(span)))
}

/// Whether the figure before was told behind *to*: what it is to become.
pub fn from_an_aim(view: &View<'_>, place: usize) -> bool {
    place.checked_sub(1).is_some_and(|before| {
        let start = view.mentions[view.quantities[before]].tokens.start;
        (1..=2).any(|back| view.norm_before(start, back) == "to")
    })
}

/// *he saw oil prices stabilizing around 18 dlrs*: what somebody sees coming; *saw its exports falling* and *1986 saw exports
/// rising* tell what happened.
pub fn seen_moving(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let segment = view.segment_tokens(view.segment(start)).start..start;
    // *shipments are seen slipping 3 percent*, *demand is seen up one pct*
    let passive = |at: &usize| {
        view.norm(*at) == "seen"
            && !is_form_of_have(view.norm_before(*at, 1))
            && (view.norm(at + 1).ends_with("ing")
                || is_more_or_less(view.norm(at + 1))
                || matches!(view.norm(at + 1), "at" | "between"))
    };
    if let Some(seen) = segment.clone().skip(1).rev().take(6).find(passive) {
        return Some((Status::Forecast, Some(view.tokens[seen].span)));
    }
    let saw = segment.rev().take(12).find(|at| matches!(view.norm(*at), "saw" | "see" | "sees"))?;
    // *Exporters see the new crop at 1.35 million tonnes*
    let first = view.quantity(asked.index).map_or(start, |q| view.start_with_hedge(q));
    let crop = view.heads.iter().any(|h| saw < h.at && h.end + 1 == first && h.class == Class::Noun);
    if crop && view.norm_before(first, 1) == "at" && view.norm(saw) != "saw" {
        return Some((Status::Forecast, Some(view.tokens[saw].span)));
    }
    let moving = (saw + 2..start).any(|at| {
        let word = view.norm(at);
        word.len() > 6
            && word.ends_with("ing")
            && !matches!(view.norm_before(at, 1), "of" | "for" | "by" | "the" | "and" | "in" | "after")
    });
    let own = is_possessive(view.norm(saw + 1)) || matches!(view.norm(saw + 1), "a" | "an");
    let named = view.norm(saw) == "saw"
        && (view.actors.iter().any(|a| a.end == saw)
            || is_span(view.norm_before(saw, 1))
            || matches!(view.norm_before(saw, 1), "which" | "that")
            || view.mentions.iter().any(|m| m.tokens.end == saw && matches!(m.what, What::Period(_))));
    (moving && !own && !named).then(|| (Status::Forecast, Some(view.tokens[saw].span)))
}

/// *For the year as a whole, output increases by 690 kb/d*, *supply falls by 740 kb/d if cuts are kept*: what an agency reckons, told
/// in the present.
pub fn reckoned_by_the_day(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let quantity = view.quantity(asked.index)?;
    let unit = quantity.quantity.unit;
    if unit.measure != Measure::Barrel || !unit.is_rate() {
        return None;
    }
    let start = view.start_with_hedge(quantity);
    let led = usize::from(matches!(view.norm_before(start, 1), "by" | "to" | "at"));
    let verb = start.checked_sub(1 + led)?;
    let now = matches!(
        view.norm(verb),
        "falls"
            | "rises"
            | "grows"
            | "shrinks"
            | "drops"
            | "declines"
            | "increases"
            | "expands"
            | "contracts"
            | "averages"
            | "edges"
    );
    let whole = |at: usize| view.norm(at) == "as" && view.norm(at + 1) == "a" && view.norm(at + 2) == "whole";
    let ahead = asked.topic == Some(Status::Forecast)
        || view.range.clone().any(|at| whole(at) || matches!(view.norm(at), "if" | "assuming"));
    (now && ahead).then(|| (Status::Forecast, Some(view.tokens[verb].span)))
}
