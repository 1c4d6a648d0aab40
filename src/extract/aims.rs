//! What an aim or an estimate is compared with, and from where to where an estimate is moved.

use super::status::{Asked, Found, cues};
use super::view::View;
use crate::mention::{Expression, What, YearRef};
use crate::model::Status;

/// *to raise purchases to 11 bcm from 8.8 bcm in 2021*: what an aim is compared with did happen.
pub fn compared(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    if tokens.start == 0 {
        return None;
    }
    let now = matches!(view.norm(tokens.start.wrapping_sub(1)), "present" | "current" | "existing");
    let before = tokens.start.saturating_sub(if now {
        2 + usize::from(matches!(view.norm(tokens.start.wrapping_sub(2)), "the" | "a" | "its" | "their"))
    } else {
        1
    });
    let from = tokens.start > view.range.start + 3
        && matches!(view.norm(before), "from" | "with" | "against" | "versus" | "after");
    // *to raise its output from the present 1.05 mln bpd to 2 mln*
    if now && from {
        return Some((Status::Actual, None));
    }
    if let Some(at) = super::habitual::as_it_stands(view, tokens) {
        return Some((Status::Actual, Some(view.tokens[at].span)));
    }
    // *to raise supplies to 300,000 bpd from 160,000*
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let aim = place.checked_sub(1).map(|p| &view.mentions[view.quantities[p]].tokens);
    if let Some(aim) = aim
        && view.norm(tokens.start.wrapping_sub(1)) == "from"
        && aim.end + 1 == tokens.start
        && view.norm(aim.start.wrapping_sub(1)) == "to"
    {
        return Some((Status::Actual, None));
    }
    // *sees the surplus at 100 billion after last year's record 112.6 billion*
    let owned = view.mentions.iter().find(|m| {
        matches!(m.what, What::Period(Expression::Relative(_, ..0) | Expression::YearsEarlier(1..)))
            && m.tokens.end <= tokens.start
            && tokens.start <= m.tokens.end + 4
            && (view.norm(m.tokens.start.wrapping_sub(1)) == "after"
                || matches!(
                    view.norm(m.tokens.start.wrapping_sub(1)),
                    "of" | "below" | "above" | "than" | "from" | "double" | "twice" | "triple"
                ) && (view.norm(m.tokens.end) == "'" || view.norm(m.tokens.end - 1) == "s"))
    });
    if let Some(owned) = owned {
        return Some((Status::Actual, Some(owned.span)));
    }
    // *the wish to raise exports from US$ 110 million to US$ 200 million*, *may fall to 50 million from a record 86 million*
    let next = view.quantities.get(place + 1).map(|q| &view.mentions[*q].tokens);
    let onward = next.is_some_and(|next| next.start == tokens.end + 1 && view.norm(tokens.end) == "to");
    let described =
        matches!(view.norm(tokens.start.wrapping_sub(1)), "a" | "record" | "some" | "about" | "around" | "just");
    let record = (1..=3)
        .take_while(|back| *back == 1 || described)
        .any(|back| view.norm(tokens.start.wrapping_sub(back)) == "from");
    let ratio = asked.view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio());
    if record && from_an_aim(view, place) && described
        || view.norm(tokens.start.wrapping_sub(1)) == "from" && onward && !ratio
    {
        return Some((Status::Actual, None));
    }
    let year = asked.year?;
    let after = view.mentions.iter().find(|m| m.tokens.start >= tokens.end && m.tokens.start <= tokens.end + 1);
    let past = after.filter(|after| match after.what {
        What::Period(Expression::In(_, YearRef::Absolute(stated))) => stated <= year,
        What::Period(Expression::SplitYear(stated)) => stated < year,
        What::Period(Expression::In(_, YearRef::Publication(offset))) => offset <= 0,
        What::Period(Expression::Relative(_, offset)) => offset < 0,
        What::Period(Expression::YearsEarlier(_) | Expression::Now) => true,
        _ => false,
    });
    if from && let Some(past) = past {
        return Some((Status::Actual, Some(past.span)));
    }
    // *against 1.2 mln last season*, behind an aim: what no word of its own puts ahead.
    let compared = view.comparing_before(tokens.start)?;
    let segment = view.segment_tokens(view.segment(tokens.start));
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|s| *s > tokens.start);
    let own = tokens.end..next.unwrap_or(segment.end).min(segment.end);
    let ahead = cues(asked, own.clone()).is_some_and(|(status, _)| status != Status::Actual)
        || view.mentions.iter().any(|m| {
            own.contains(&m.tokens.start)
                && matches!(m.what, What::Period(Expression::In(_, YearRef::Absolute(stated))) if stated > year)
        });
    let behind = view.norm(tokens.start.wrapping_sub(1)) != "than" && place > 0;
    (behind && !ahead).then_some((Status::Actual, Some(compared)))
}

/// *raised its 2023/24 export estimate to 44.9 million bags from a previous estimate of 41.5 million*: what an estimate is
/// moved to, and from, unless the year that it is of is over.
pub fn revised(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let clause = view.clause(start);
    let estimate =
        |at: &usize| matches!(view.norm(*at), "estimate" | "estimates" | "forecast" | "forecasts" | "projection");
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
        )
    };
    let noun = (clause.start..start).rev().find(estimate)?;
    let near = matches!(view.norm(start.wrapping_sub(1)), "to" | "from" | "at" | "of")
        || (noun + 1..start).all(|at| matches!(view.norm(at), "of" | "to" | "for" | "a" | "about"));
    let over = view.mentions.iter().any(|m| match m.what {
        What::Period(Expression::In(_, YearRef::Absolute(stated))) => asked.year.is_some_and(|year| stated < year),
        What::Period(Expression::SplitYear(stated)) => asked.year.is_some_and(|year| stated + 1 < year),
        What::Period(Expression::In(_, YearRef::Publication(offset))) => offset < 0,
        What::Period(Expression::Relative(_, ..0) | Expression::YearsEarlier(1..)) => true,
        _ => false,
    });
    let ratio = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio());
    (near && !over && !ratio && (clause.start..start).any(moved))
        .then(|| (Status::Forecast, Some(view.tokens[noun].span)))
}

/// Whether the figure before was told behind *to*: what it is to become.
fn from_an_aim(view: &View<'_>, place: usize) -> bool {
    place.checked_sub(1).is_some_and(|before| {
        let start = view.mentions[view.quantities[before]].tokens.start;
        (1..=2).any(|back| view.norm(start.wrapping_sub(back)) == "to")
    })
}
