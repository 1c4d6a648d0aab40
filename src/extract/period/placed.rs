//! Times by where they stand around a figure: before it or behind it in its clause, beyond a bracket, a dash or a comma.
//!
//! | sentence | the time stands |
//! | --- | --- |
//! | *In 2022 trade reached **$11 billion*** | before it |
//! | ***31 bln** in 2024* | behind it |
//! | *apples (41,000 tonnes, **$15 million**) to Russia in 2017* | behind its bracket |
//! | ***$38 billion**, in the first seven months* | set off behind it |
//! | *rose **6.3%** to 93.1 billion last year* | behind the next figure |
//! | *In all, though the half was weak, it rose **6.3%** to 93 billion in 2022* | behind the level |
//! | *(May: **1.74 MMT**; June: 2.6 MMT)* | before a colon |

use std::ops::Range;

use super::super::announced;
use super::super::bearing::{averaged, opens_clause, own_bracket};
use super::super::grammar::Opening;
use super::super::joined::last_joined;
use super::super::rule::Filled;
use super::super::view::View;
use super::super::wording::periods;
use super::beside;
use super::search::{Found, Search, Time};
use crate::lexicon::words::{is_article, is_relative};
use crate::mention::{Expression, Mention, Part, YearRef};
use crate::model::{Indicator, Kind};

/// ***31 bln** in 2024*.
pub fn behind(search: &Search<'_, '_, '_>) -> Found {
    let found = search.here(search.mention.tokens.end..search.stretch.end, false);
    let found = found.first()?;
    // *30 percent less than in 1990 and near to what it was in the early 1970s*
    let compared = |m: &Mention| (search.mention.tokens.end..found.0.tokens.start).contains(&m.tokens.start);
    if search.asked.kind == Kind::Change
        && search.resolve(found.1).is_none()
        && periods(search.asked.view).any(|(m, _, told)| told && compared(m))
    {
        return None;
    }
    // *5 billion kWh a year between May and September*: in every year.
    let months = matches!(found.1, Expression::In(Part::Months(first, last), YearRef::Open) if first < last);
    if months && search.asked.quantity.quantity.unit.is_rate() && !averaged(search.asked) {
        return Some(Filled::new(None, "months_of_every_year", Some(found.0.span)));
    }
    Some(search.answer(found, "own_period"))
}

/// *up 4 percent on the month and 11 percent on the year in April*: both are of April.
pub fn behind_joined(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let joined = last_joined(view, search.asked.index);
    if joined == search.asked.index {
        return None;
    }
    let end = view.mentions[joined].tokens.end;
    let last = view.segment(end - 1);
    let beside = search.here(end..view.segment_tokens(last).end, false);
    // *fell 11 percent, or $1.4 billion, in 2016*: set off behind both.
    let set_off = view.segment_tokens(last + 1);
    let near = |found: &&Time<'_>| found.0.tokens.start <= set_off.start + 2 && !opens_clause(view, found.0);
    let behind = if last + 1 < view.segments.len() { search.here(set_off.clone(), false) } else { Vec::new() };
    let found = beside.first().or(behind.first().filter(near))?;
    Some(search.answer(found, "own_period"))
}

/// *286 billion yuan (about 39 billion dollars) from January to May*.
pub fn behind_bracket(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let behind = view.behind_bracket(search.segment).filter(|_| search.stretch.end == search.tokens.end)?;
    let tokens = view.segment_tokens(behind);
    let end = view.first_quantity(&tokens).map_or(tokens.end, |q| view.mentions[q].tokens.start);
    let found = search.here(tokens.start..end, false);
    Some(search.answer(found.first()?, "own_period"))
}

/// *exported apples (41,000 tonnes, $15 million) to Russia in 2017*: the time behind the bracket that the figure stands in.
pub fn behind_own_bracket(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let tokens = view.segment_tokens(view.behind_own_bracket(search.segment)?);
    if search.asked.kind != Kind::Level || !matches!(view.norm(tokens.start), "to" | "from" | "in" | "last") {
        return None;
    }
    let end = view.first_quantity(&tokens).map_or(tokens.end, |q| view.mentions[q].tokens.start);
    let found = search.here(tokens.start..end, false);
    Some(search.answer(found.first()?, "own_period"))
}

/// *In 2022 trade reached **$11 billion***.
pub fn ahead(search: &Search<'_, '_, '_>) -> Found {
    let found = search.here(search.stretch.start..search.mention.tokens.start, false);
    let found = found.last()?;
    if shown_behind_base(search, found.0) {
        return None;
    }
    if beside::of_growths_start(search, found.0) {
        // *In 2020 ... with the growth slowing from 4.0% the previous year to 1.4%*
        let later = search.spoken_later(found.1).or_else(|| {
            let opens = search.asked.view.range.start + 2;
            let (_, whole, _) = periods(search.asked.view).find(|(m, ..)| m.tokens.start < opens)?;
            let (told, whole) = (search.resolve(found.1)?, search.resolve(whole)?);
            (whole.first_day() > told.last_day()).then_some(whole)
        });
        // *December imports jumped 24% from the 775,000 tonnes brought in the prior month to 964,000*: of that December.
        let later = later.or_else(|| {
            let told = search.resolve(found.1)?;
            let before = search.asked.before.filter(|_| search.asked.same_sentence)?.period?;
            (before.first_day() > told.last_day()).then_some(before)
        });
        return Some(Filled::new(later, "growth_from_a_time", Some(found.0.span)));
    }
    Some(search.answer(found, "own_period"))
}

/// *$27 billion in May 2018 as against $22 billion in May 2017 showing a growth of **10 percent***: whether a growth is told by a
/// participle behind what a level is compared with, whose time is none of its own.
fn shown_behind_base(search: &Search<'_, '_, '_>, time: &Mention) -> bool {
    let view = search.asked.view;
    let shows = |at: usize| {
        matches!(
            view.norm(at),
            "showing"
                | "registering"
                | "recording"
                | "reflecting"
                | "exhibiting"
                | "indicating"
                | "marking"
                | "posting"
        )
    };
    let start = search.mention.tokens.start;
    let base = view.figures().rfind(|q| q.tokens.end <= time.tokens.start);
    let compared = base.is_some_and(|q| view.comparing_before(view.start_with_hedge(q)).is_some());
    search.asked.kind == Kind::Change && compared && (time.tokens.end..start).any(shows)
}

/// The first time of the clause, where other figures stand between.
pub fn of_segment(search: &Search<'_, '_, '_>) -> Found {
    let found = search.here(search.tokens.start..search.mention.tokens.start, false);
    let found = found.first().filter(|f| !shown_behind_base(search, f.0))?;
    Some(search.answer(found, "period_of_segment"))
}

/// *and in the first seven months - 1.08 billion*; *in January last year, $240 million*.
pub fn before_dash(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let index = search.segment.checked_sub(1)?;
    let set_off = view.segments.get(search.segment).is_some_and(|s| match s.opening {
        Opening::Stop => true,
        Opening::Comma => view.segments.get(index).is_some_and(|b| {
            matches!(b.opening, Opening::Stop | Opening::Contrast)
                && periods(view).any(|(m, ..)| m.tokens.start <= b.tokens.start + 2 && m.tokens.end + 1 >= b.tokens.end)
        }),
        _ => false,
    });
    let before = view.segment_tokens(index);
    if !set_off || search.asked.indicator == Indicator::Capacity || view.first_quantity(&before).is_some() {
        return None;
    }
    let found = search.here(before.clone(), false);
    let found = found.last()?;
    let apart = found.0.tokens.end + 1 < before.end || matches!(found.1, Expression::In(Part::Day(..), _));
    (!apart).then(|| search.answer(found, "period_before_dash"))
}

/// *after a good second half, exports rose **10 percent** to $11 billion in 2017*: a growth is of the time that stands right behind
/// the level it led to.
pub fn of_its_level(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    let place = view.quantities.iter().position(|q| *q == search.asked.index)?;
    let level = view.quantity(*view.quantities.get(place + 1)?).filter(|q| !q.quantity.unit.is_ratio())?;
    let leads =
        |at: usize| matches!(view.norm(at), "to" | "and" | "reach" | "reached" | "reaching" | "a" | "record" | "of");
    // *fell **22 percent**, the steepest drop in years, to $33 billion in June*
    let first = view.start_with_hedge(level);
    let over = view.norm(end) == "," && is_article(view.norm(end + 1));
    // *grew by **28 percent**, to $8 billion, in 2018*
    let set_off = view.norm(end) == "," && view.norm(end + 1) == "to";
    let to = (end..first)
        .rfind(|at| view.norm(*at) == "to" && (*at == end || (over || set_off) && view.norm_before(*at, 1) == ","));
    let led = to.is_some_and(|to| (to..first).all(leads))
        || aside_of_its_level(view, search.mention.tokens.start, end..first);
    if search.asked.kind != Kind::Change || !led {
        return None;
    }
    let behind = level.tokens.end..level.tokens.end + 3;
    let plain = |at: usize| matches!(view.norm(at), "in" | "for" | "during" | ",");
    let found = search.here(behind.clone(), false);
    let found = found.first().filter(|f| (behind.start..f.0.tokens.start).all(plain))?;
    Some(search.answer(found, "time_of_its_level"))
}

/// *exports, up **28 percent**, reached $8 billion in 2018*: whether a growth that begins at token `start` is told by the way before the
/// verb of the level, with `between` the two.
fn aside_of_its_level(view: &View<'_>, start: usize, between: Range<usize>) -> bool {
    let moved = matches!(view.norm_before(start, 1), "up" | "down") && view.norm_before(start, 2) == ",";
    let verb = |at: usize| {
        matches!(
            view.norm(at),
            "reached" | "totalled" | "totaled" | "hit" | "amounted" | "came" | "stood" | "to" | "at" | "were" | "was"
        )
    };
    let rest = between.start + 1..between.end;
    moved && view.norm(between.start) == "," && !rest.is_empty() && rest.len() <= 3 && rest.into_iter().all(verb)
}

/// A period set off behind the figure: *$38 billion, in the first seven months*.
pub fn set_off_behind(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    // *2.60 million tonnes, white value, at the end of February*
    let small = |at: usize| {
        view.segments.get(at).is_some_and(|s| {
            s.tokens.len() <= 4
                && s.tokens.clone().any(|at| {
                    matches!(view.norm(at), "value" | "basis" | "equivalent" | "terms" | "weight" | "adjusted")
                })
        })
    };
    let over = small(search.segment + 1) || is_place(view, search.segment + 1);
    let next = view.segments.get(search.segment + 1 + usize::from(over));
    let next = next.filter(|next| over || view.first_quantity(&next.tokens).is_none())?;
    let found = search.here(next.tokens.clone(), false);
    let small = |at: usize| matches!(view.norm(at), "at" | "by" | "as" | "of" | "the" | "end" | "in");
    let opens = |at: usize| at <= next.tokens.start + 2 || (next.tokens.start..at).all(small);
    // *for 40%; by the end of 2023, that share will have fallen*: of what is told anew.
    let anew = |f: &Time<'_>| {
        let stop = (next.tokens.start.saturating_sub(1)..=next.tokens.start).any(|at| view.norm(at) == ";");
        stop && view.norm(f.0.tokens.end) == ","
    };
    let own = |f: &Time<'_>| !own_bracket(view, f.0) && !opens_clause(view, f.0) && !anew(f);
    let found = found.first().filter(|f| opens(f.0.tokens.start) && own(f))?;
    Some(search.answer(found, "period_behind"))
}

/// *exported from Yazd province, in the centre of Iran, in 2020*: a clause that only says where a place lies.
fn is_place(view: &View<'_>, index: usize) -> bool {
    view.segments.get(index).is_some_and(|s| {
        matches!(view.norm(s.tokens.start), "in" | "on" | "near" | "at")
            && s.tokens.len() <= 8
            && view.actors.iter().any(|a| s.tokens.contains(&a.at) && a.end + 1 >= s.tokens.end)
            && !view.heads.iter().any(|h| s.tokens.contains(&h.at))
            && periods(view).all(|(m, ..)| !s.tokens.contains(&m.tokens.start))
    })
}

/// *rose 6.3% to 93.1 billion last year*: the period stands behind the next figure of the clause.
pub fn behind_next(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let start = search.mention.tokens.end;
    // *rising 18 percent to $7.35 billion in April alone* tells both of April, whatever was told before.
    let led_to = || {
        let next = view.quantities.iter().map(|q| &view.mentions[*q].tokens).find(|t| t.start > start);
        let time =
            |t: &Range<usize>| periods(view).any(|(m, ..)| m.tokens.start == t.end + 1 && view.norm(t.end) == "in");
        search.asked.kind == Kind::Change && view.norm(start) == "to" && next.is_some_and(time)
    };
    if search.asked.same_sentence && !led_to() {
        return None;
    }
    let end = view.behind_bracket(search.segment).map_or(search.tokens.end, |b| view.segment_tokens(b).end);
    let found = search.here(start..end, false);
    // *LNG at $6 is cheaper than fuel oil, of which 8.5 million tonnes were burned last year*: of a clause of its own.
    // *supplies 50 MW of the 400 MW that Peru was taking in 2015*: nor of one that tells of the next figure.
    let told =
        |at: usize| view.norm(at) == "that" && view.figures().any(|q| q.tokens.end == at && q.tokens.start > start);
    let clause = |at: usize| is_relative(view.norm(at)) && view.norm_before(at, 1) != "of" || told(at);
    let aside = |f: &Time<'_>| {
        (start..f.0.tokens.start).any(|at| {
            clause(at) || view.norm(at) == "of" && view.norm(at + 1) == "which" && view.norm_before(at, 1) == ","
        })
            // *The $39.5 billion deficit breaks the mark of $38.8 billion set in the first quarter*
            || view.norm_before(f.0.tokens.start, 2) == "set" && view.first_quantity(&(start..f.0.tokens.start)).is_some()
    };
    let found = found.first().filter(|f| !own_bracket(view, f.0) && !aside(f))?;
    let earlier = matches!(
        found.1,
        Expression::YearsEarlier(1..)
            | Expression::MonthsEarlier(_)
            | Expression::Preceding(..)
            | Expression::Season(..0)
    );
    (!earlier && !search.compares(start..found.0.tokens.start)).then(|| search.answer(found, "period_ahead"))
}

/// *(May: 1.74 MMT; June 2021: 2.6 MMT)*: each with its own time before a colon.
pub fn labelled(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let colon = search.mention.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == ":")?;
    let found = periods(view).find(|(m, e, _)| m.tokens.end == colon && matches!(e, Expression::In(..)))?;
    let opens = matches!(view.norm_before(found.0.tokens.start, 1), "(" | ";");
    (opens && search.asked.same_sentence).then(|| search.answer(&found, "own_period"))
}

/// *Up 7 percent to $4 million: that was Ghana's trade with Peru in 2014*: the time of what is told behind.
pub fn told_behind(search: &Search<'_, '_, '_>) -> Found {
    let (view, figure) = (search.asked.view, &search.mention.tokens);
    let that = announced::behind_opening(view).filter(|that| figure.end <= *that)?;
    let found = periods(view).find(|(m, _, compared)| m.tokens.start >= figure.end && !compared)?;
    (found.0.tokens.start > that).then(|| search.answer(&found, "period_behind"))
}
