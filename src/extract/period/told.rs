//! Times that one look at the sentence tells: those that it sets for all its figures, for a list, for none.

use chrono::Datelike;

use super::super::aims::when_of;
use super::super::bearing::{period_of_list, year_after_base};
use super::super::habitual::as_it_stands;
use super::super::sentence_period::annual_total;
use super::super::wording::periods;
use super::loading::shipment;
use super::reading::{up_to_month, whole_year_before};
use super::search::{Found, Search};
use crate::extract::rule::Filled;
use crate::lexicon::words::is_deal;
use crate::mention::{Expression, Mention, Part, QuantityMention, YearRef};
use crate::model::{Kind, Period, Status};

/// *annual exports crossed $700 billion on Monday*: the day is that of the crossing.
pub fn in_a_year(search: &Search<'_, '_, '_>) -> Found {
    let day = |e: Expression| !matches!(e, Expression::In(part, _) if !matches!(part, Part::Day(..)));
    let (year, span) = annual_total(search.asked).filter(|_| periods(search.asked.view).all(|(_, e, _)| day(e)))?;
    Some(Filled::new(Period::year(year), "annual_total", Some(span)))
}

/// *exceeds the 2023 result, $867.5 million*: a figure that a comma sets beside what a time is told to have come to.
pub fn result_of(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let first = view.start_with_hedge(search.asked.quantity);
    let noun = first.checked_sub(2).filter(|_| matches!(view.norm_before(first, 1), "," | ":" | "("))?;
    let result = matches!(view.norm(noun), "result" | "mark" | "tally" | "total" | "figure" | "level" | "record");
    let (time, expression, _) = periods(view)
        .find(|(m, ..)| m.tokens.end == noun || m.tokens.end + 2 == noun && view.norm_before(noun, 1) == "s")?;
    let own = result
        && search.asked.kind == Kind::Level
        && matches!(view.norm(search.mention.tokens.end), "," | ")" | "." | "");
    own.then(|| Filled::new(search.resolve(expression), "result_of", Some(time.span)))
}

/// *exports gas under a 30-billion-dollar deal*: what a deal is worth in all is of no time that was told before.
pub fn of_a_deal(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    let under = matches!(view.norm_before(search.mention.tokens.start, 1), "a" | "the" | "its" | "their")
        && view.norm_before(search.mention.tokens.start, 2) == "under";
    let none = search.here(view.range.clone(), true).is_empty();
    (is_deal(view.norm(end)) && under && none).then(|| Filled::new(None, "of_a_deal", Some(view.tokens[end].span)))
}

/// *proven reserves now stand at 2 trillion*.
pub fn standing(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let at = as_it_stands(view, &search.mention.tokens)?;
    Some(Filled::new(None, "as_it_stands", Some(view.tokens[at].span)))
}

/// *the highest since January, when they were 1.5 million*.
pub fn when(search: &Search<'_, '_, '_>) -> Found {
    if let Some((time, expression)) = when_of(search.asked.view, search.mention.tokens.start) {
        return Some(Filled::new(search.resolve(expression), "when_clause", Some(time.span)));
    }
    fronted_when(search)
}

/// *When ties were established in 1992, trade was a mere $4 million*: the time of an event that a sentence opens with.
fn fronted_when(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let (opens, start) = (view.range.start, search.mention.tokens.start);
    if view.norm(opens) != "when" || search.asked.kind != Kind::Level || search.aimed() || search.asked.same_sentence {
        return None;
    }
    let comma = (opens..start).find(|at| view.norm(*at) == ",")?;
    let mut times = periods(view);
    let (time, expression, _) = times.next().filter(|(m, ..)| m.tokens.end <= comma)?;
    let alone = times.next().is_none() && view.first_quantity(&(opens..comma)).is_none();
    let over = matches!(expression, Expression::In(_, YearRef::Absolute(_)));
    (alone && over).then(|| Filled::new(search.resolve(expression), "event_in_front", Some(time.span)))
}

/// *agreed to double trade from 2015's $1.1 billion by 2020*: the time to come that stands behind the amount which an aim is counted from.
pub fn aimed_by(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    if !search.aimed() || view.quantities.len() < 2 {
        return None;
    }
    let next = view.figures().find(|q| q.tokens.start >= end)?;
    let from = (end..next.tokens.start).any(|at| view.norm(at) == "from");
    let clause = view.clause(end).end;
    let by = |m: &Mention| {
        m.tokens.start > next.tokens.end && m.tokens.end <= clause && view.norm_before(m.tokens.start, 1) == "by"
    };
    let (time, expression, _) = periods(view).find(|(m, ..)| from && by(m))?;
    let alone = view.first_quantity(&(next.tokens.end..time.tokens.start)).is_none();
    let ratio = search.asked.quantity.quantity.unit.is_ratio() && !next.quantity.unit.is_ratio();
    (alone && ratio).then(|| Filled::new(search.resolve(expression), "aimed_by", Some(time.span)))
}

/// The time that the sentence sets for all its figures.
pub fn of_sentence(search: &Search<'_, '_, '_>) -> Found {
    let found = search.of_sentence()?;
    // *The price for March delivery into Asia (LNG-AS) was $14.90*
    let time = periods(search.asked.view).find(|(m, ..)| found.span == Some(m.span));
    // *By the end of September 2014, trade had reached $11 million*
    let read = time.and_then(|time| {
        shipment(search, &time).or_else(|| up_to_month(search, &time)).or_else(|| whole_year_before(search, &time))
    });
    read.or(Some(found))
}

/// The time behind a list of figures.
pub fn of_list(search: &Search<'_, '_, '_>) -> Found {
    let found = period_of_list(search.asked, search.tokens.end)?;
    Some(search.answer(&found, "period_of_list"))
}

/// *to 3.6% and -7.7%, respectively, in May from 2.3% and -12.6% in April*: each list has its own time.
pub fn of_one_list(search: &Search<'_, '_, '_>) -> Found {
    let expression = search.asked.view.respective.as_ref()?.time(search.asked.index)?;
    let (time, ..) = periods(search.asked.view).find(|(_, e, _)| *e == expression)?;
    Some(Filled::new(search.resolve(expression), "own_period", Some(time.span)))
}

/// *$310 million, $95 million and $41 million, respectively, in the first quarter*.
pub fn of_respective(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let goes_on = view.respective.as_ref()?.goes_on(search.asked.index);
    if search.asked.same_sentence && !goes_on {
        return None;
    }
    let last = view.quantities.last().map_or(search.mention.tokens.end, |q| view.mentions[*q].tokens.end);
    let found = search.here(last..view.range.end, goes_on && search.compared.is_some());
    Some(search.answer(found.first()?, "period_behind"))
}

/// *up from 5 percent in 2021*: of the year after.
pub fn after_base(search: &Search<'_, '_, '_>) -> Found {
    year_after_base(search.asked).or_else(|| year_after_change(search))
}

/// *In the first quarter of this year they were 36 billion. To Britain went 15 billion, 6 percent less than in 2023*: of 2024, no quarter.
fn year_after_change(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    if asked.kind != Kind::Level || asked.status != Status::Actual || asked.same_sentence {
        return None;
    }
    let end = search.mention.tokens.end;
    let beside = |q: &&usize| (end..end + 3).contains(&view.mentions[**q].tokens.start);
    let change = view.quantity(*view.quantities.iter().find(beside)?)?;
    let (time, expression, _) = periods(view).find(|(m, ..)| m.tokens.start >= change.tokens.end)?;
    let Expression::In(Part::Year, YearRef::Absolute(year)) = expression else { return None };
    let words = change.tokens.end..time.tokens.start;
    let than = words.len() <= 4 && words.clone().any(|at| view.norm(at) == "than");
    let carried = asked.clock.spoken?;
    let other = carried.days() < 360 && carried.first_day().year() != year + 1;
    let over = asked.clock.published.is_some_and(|day| year + 1 < day.year());
    (change.quantity.unit.is_ratio() && than && other && over)
        .then(|| Filled::new(Period::year(year + 1), "year_after_base", Some(time.span)))
}

/// *in recent years*.
pub fn at_a_vague_time(search: &Search<'_, '_, '_>) -> Found {
    search.vague.map(|span| Filled::new(None, "vague_time", Some(span)))
}

/// *In May alone it bought goods for $94 million, or 13 percent of the five-month total*: whether a time is that of the whole which an amount is
/// told to be a part of.
pub fn is_of_the_whole(search: &Search<'_, '_, '_>, m: &Mention) -> bool {
    let view = search.asked.view;
    let own = search.mention.tokens.end;
    let whole = matches!(view.norm(m.tokens.end), "total" | "figure" | "sum" | "value" | "volume" | "tally");
    let part = |q: &QuantityMention| {
        q.quantity.unit.is_ratio()
            && q.tokens.start >= own
            && q.tokens.end <= m.tokens.start
            && view.norm(q.tokens.end) == "of"
            && m.tokens.start <= q.tokens.end + 2
    };
    whole && search.asked.kind == Kind::Level && view.figures().any(part)
}
