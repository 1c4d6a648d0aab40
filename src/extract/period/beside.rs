//! Times that stand beside something else of the sentence, which tells whose they are: a second time, a noun, a level that it
//! grew from.

use chrono::Datelike;

use super::super::compared_to::compared_at;
use super::super::rule::Filled;
use super::super::wording::periods;
use super::Asked;
use super::edges::is_between;
use super::search::{Found, Search, Time};
use crate::extract::compared_pair;
use crate::extract::levied::past_bracket;
use crate::lexicon::words::{ends_phrase, is_about, is_article, is_possessive};
use crate::mention::{Expression, Length, Mention, Part, QuantityMention, YearRef};
use crate::model::{Indicator, Kind, Period};
use crate::resolve::Clock;

/// *exports in November and December came to 1.41 million and 1.40 million*: the first of the first, the second of the second;
/// *1.9 billion in January and February*: of both.
pub fn of_joined(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let place = view.quantities.iter().position(|q| *q == search.asked.index)?;
    let tokens = |place: usize| view.quantities.get(place).map(|q| &view.mentions[*q].tokens);
    let linked = |first: usize| {
        tokens(first).zip(tokens(first + 1)).is_some_and(|(a, b)| view.norm(a.end) == "and" && a.end + 1 == b.start)
    };
    let first = place.checked_sub(1).filter(|p| linked(*p)).or_else(|| linked(place).then_some(place))?;
    // Two figures and no third, behind two times.
    let start = tokens(first)?.start;
    let clause = view.segment(start);
    if search.asked.kind != Kind::Level || first > 0 && clause == view.segment(tokens(first - 1)?.start) {
        return None;
    }
    let times = search.here(view.segment_tokens(clause).start..start, false);
    let [a, b] = times.as_slice() else { return None };
    let joined = a.0.tokens.end + 1 == b.0.tokens.start && view.norm(a.0.tokens.end) == "and";
    let alike = matches!((a.1, b.1), (Expression::In(p, _), Expression::In(q, _)) if kind_of(p) == kind_of(q));
    if !joined || !alike || view.norm_before(a.0.tokens.start, 1) == "between" {
        return None;
    }
    let last = search.answer(b, "own_period");
    if place > first {
        return Some(last);
    }
    // The first, told without a year, comes before the last.
    let before = last.value.and_then(|p| p.previous()).filter(|p| is_month(*p, a.1));
    Some(
        before.map_or_else(|| search.answer(a, "own_period"), |p| Filled::new(Some(p), "month_before", Some(a.0.span))),
    )
}

/// Whether a period is the month that a wording names without its year.
fn is_month(period: Period, expression: Expression) -> bool {
    let month = chrono::Datelike::month(&period.first_day());
    period.whole_months() == Some(1) && expression == Expression::In(Part::Months(month, month), YearRef::Open)
}

/// Which kind of part it is.
fn kind_of(part: Part) -> std::mem::Discriminant<Part> {
    std::mem::discriminant(&part)
}

/// *its 1987 sugar import quota of one million tons by bringing forward shipments to the third quarter*: a year right before what
/// the figure is the measure of.
pub fn attributive(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let of = view.start_with_hedge(search.asked.quantity).checked_sub(1).filter(|of| view.norm(*of) == "of")?;
    let found = search.here(of.saturating_sub(6).max(search.tokens.start)..of, true);
    let found = found.last().filter(|(m, e, _)| {
        let owned = is_possessive(view.norm_before(m.tokens.start, 1))
            || is_article(view.norm_before(m.tokens.start, 1))
            || matches!(view.norm_before(m.tokens.start, 1), "s" | "record" | "country" | "current" | "present");
        let noun = (m.tokens.end..of).all(|at| {
            let word = view.norm(at);
            view.tokens[at].shape == crate::token::Shape::Word
                && !matches!(word, "of" | "and" | "to")
                && !view.is_past(at)
        });
        let owned = owned || view.norm(m.tokens.start) == "the";
        owned && noun && matches!(e, Expression::In(Part::Year, YearRef::Absolute(_)) | Expression::SplitYear(_))
    });
    Some(search.answer(found?, "own_period"))
}

/// *from eight dollars in mid-1986 to around 18 dollars*: a time right behind where a growth began, and before what it led to.
pub fn of_growths_start(search: &Search<'_, '_, '_>, time: &Mention) -> bool {
    let view = search.asked.view;
    let start = search.mention.tokens.start;
    // *to an impressive $200 million*
    let described = |at: &usize| view.tokens[*at].shape == crate::token::Shape::Word && view.norm(*at) != "to";
    let to = start.wrapping_sub(1 + (view.range.start..start).rev().take(3).take_while(described).count());
    let from = |at: usize| {
        let hedged = usize::from(is_about(view.norm_before(at, 1)) || matches!(view.norm_before(at, 1), "a" | "the"));
        view.norm(at.wrapping_sub(1 + hedged)) == "from"
    };
    view.norm(to) == "to"
        && time.tokens.end == to
        && view.quantities.iter().any(|q| {
            let tokens = &view.mentions[*q].tokens;
            let gap = tokens.end..time.tokens.start;
            // *rose in May to 12 from 9 and in the five months to 60* tells of another growth.
            let near = |at: usize| matches!(view.norm(at), "in" | "-" | "mid" | "early" | "late" | "the" | "of");
            let near = gap.len() <= 2 || gap.len() <= 4 && gap.clone().all(near);
            near && gap.start <= gap.end && gap.clone().all(|at| view.norm(at) != "and") && from(tokens.start)
        })
}

/// *compared with exports of 6.72 billion and imports of 6.64 billion in January*: the time behind the second of a pair is of
/// the first as well, which has none.
pub fn of_pair(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let (start, end) = (search.mention.tokens.start, search.mention.tokens.end);
    let flow = |at: usize| view.heads.iter().any(|h| h.at == at && h.indicator().is_some_and(|i| i.is_one_way()));
    let led = |at: usize| view.norm(at) == "of" && flow(at.wrapping_sub(1));
    // *compared with 13.2 billion and 9.7 billion in 1985*
    if let Some(pairs) = compared_pair::pairs(view)
        && view.quantities.iter().any(|q| *q == pairs.compared[0] && view.mentions[*q].tokens.start == start)
    {
        let end = view.mentions[pairs.compared[1]].tokens.end;
        return Some(search.answer(search.here(end..end + 2, true).first()?, "time_of_pair"));
    }
    if search.asked.kind != Kind::Level || view.norm(end) != "and" || !led(start.wrapping_sub(1)) {
        return None;
    }
    let next = view.quantities.iter().map(|q| &view.mentions[*q].tokens).find(|t| t.start > end)?;
    let pair = flow(end + 1) && next.start == end + 3 && led(end + 2);
    let behind = search.here(next.end..next.end + 2, true);
    Some(search.answer(behind.first().filter(|_| pair)?, "time_of_pair"))
}

/// *hopes to sell 19,600 tonnes this year and 22,800 next*: the year after or before the one told right before.
pub fn year_after_told(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    let years = match view.norm(end) {
        "next" => 1,
        "last" => -1,
        _ => return None,
    };
    let ends = ends_phrase(view.norm(end + 1)) || matches!(view.norm(end + 1), "and" | ")");
    let told = |e: Expression| matches!(e, Expression::Relative(Length::Year, 0) | Expression::In(Part::Year, _));
    let before = periods(view).any(|(m, e, _)| m.tokens.end <= search.mention.tokens.start && told(e));
    let year = search.resolve(Expression::Relative(Length::Year, years)).filter(|_| ends && before)?;
    Some(Filled::new(Some(year), "year_after_told", Some(view.tokens[end].span)))
}

/// *climbing 37 percent and 44 percent in March and April*: two figures and two times behind them, each its own.
pub fn each_of_two(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let place = view.quantities.iter().position(|q| *q == search.asked.index)?;
    let tokens = |place: usize| view.quantities.get(place).map(|q| &view.mentions[*q].tokens);
    let joined = |place: usize| {
        let (one, two) = (tokens(place)?, tokens(place + 1)?);
        (view.norm(one.end) == "and" && two.start == one.end + 1).then_some(two.end)
    };
    let before = place.checked_sub(1).and_then(joined);
    let end = before.or_else(|| joined(place))?;
    let part = |e: Expression| {
        matches!(e, Expression::In(Part::Year | Part::Quarter(_) | Part::Half(_) | Part::Months(..), _))
    };
    let mut times = periods(view).filter(|(_, e, _)| part(*e));
    // *1.41 million and 1.40 million tonnes of palm oil in November and December*
    let goods = if view.norm(end) == "of" { end + 2..end + 5 } else { end..end + 1 };
    let at = goods.into_iter().find(|at| matches!(view.norm(*at), "in" | "for"))?;
    let (first, e, _) = times.find(|(m, ..)| m.tokens.start == at + 1)?;
    let (second, e2, _) = times.find(|(m, ..)| m.tokens.start == first.tokens.end + 1)?;
    let pair = view.norm(first.tokens.end) == "and" && view.respective.is_none() && place < 2;
    let (time, own) = if before.is_some() { (second, e2) } else { (first, e) };
    pair.then(|| Filled::new(search.resolve(own), "each_of_two", Some(time.span)))
}

/// *and to 66,600 from 84,300 in the first nine months*: the time behind what the figure is compared with is its own, where it is a
/// stretch up to now.
pub fn shared_behind(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    if search.asked.kind != Kind::Level || view.norm(end) != "from" {
        return None;
    }
    let next = view.quantities.iter().map(|q| &view.mentions[*q].tokens).find(|t| t.start > end)?;
    let near = next.start <= end + 2;
    // *widened during the fourth quarter to 38.4 billion from 37.1 billion in the third*: each has its own.
    let own = search.here(search.tokens.start..search.mention.tokens.start, false);
    if own.iter().any(|(_, e, _)| matches!(e, Expression::In(Part::Quarter(_) | Part::Half(_) | Part::Months(..), _))) {
        return None;
    }
    // *to one pct from 0.5 pct for calendar 1989*: what is not yet over is of the aim.
    let ahead = || {
        let time = *search.here(next.end..next.end + 3, true).first()?;
        let first = search.resolve(time.1)?.first_day();
        (search.aimed() && search.asked.clock.published.is_some_and(|day| first > day)).then_some(time)
    };
    let time = if near { stretch_behind(search, next.end).or_else(ahead) } else { None }?;
    Some(search.answer(&time, "shared_time"))
}

/// A part of the year right behind a figure that ends before token `end`, which what is told before does not go beyond.
pub fn stretch_behind<'v>(search: &Search<'_, 'v, '_>, end: usize) -> Option<Time<'v>> {
    let time = *search.here(end..end + 2, true).first()?;
    let part = matches!(
        time.1,
        Expression::In(Part::Half(_) | Part::Quarter(_), YearRef::Open)
            | Expression::In(Part::Months(1, 2..), YearRef::Open | YearRef::Publication(0))
    );
    // *rose to 4.5 billion from 3.3 billion between April and January*
    let between = matches!(time.1, Expression::Span(Part::Months(..), ..) | Expression::In(Part::Months(..), _))
        && is_between(search.asked.view, time.0.tokens.start);
    let period = search.resolve(time.1).filter(|_| part || between)?;
    let last = search.spoken().is_none_or(|spoken| spoken.last_day() <= period.last_day());
    // *to 2.77 billion from 2.20 billion in the third quarter*, told in March: what is long over is of the one compared with.
    let over = search.asked.clock.published.is_some_and(|day| (day - period.last_day()).num_days() > 120);
    (last && !over).then_some(time)
}

/// *rose 5 percent from 2.4 million tonnes in 2020 to 2.5 million in 2023*: from the time of the one level to that of the other.
pub fn between_levels(asked: &Asked<'_, '_>, clock: &Clock) -> Option<(Filled<Period>, Filled<Period>)> {
    let view = asked.view;
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    // *from 9 million euros ($10 million) in 2006*: what a bracket tells again is no level of its own.
    let level = |place: usize| {
        let mut own = view.quantities.get(place..)?.iter().filter(|q| {
            let start = view.mentions[**q].tokens.start;
            view.open_bracket(start, 8).is_none()
        });
        view.quantity(*own.next()?).filter(|q| !q.quantity.unit.is_ratio())
    };
    // *grew by 79,000 b/d or 2.4 percent from 3.30 million in 2011 to 3.38 million in 2012*: told again in between.
    let end = view.mentions[asked.index].tokens.end;
    let or = |at: usize| view.norm(at) == "or" || view.norm(at) == "," && view.norm(at + 1) == "or";
    let again = view
        .quantities
        .get(place + 1)
        .map(|q| &view.mentions[*q].tokens)
        .filter(|next| or(end) && next.start <= end + 3);
    let place = place + usize::from(again.is_some());
    let end = again.map_or(end, |again| again.end);
    let from = level(place + 1)?;
    let behind_from = view.quantities.iter().position(|q| view.mentions[*q].tokens.start >= from.tokens.end)?;
    let to = level(behind_from)?;
    let led = |q: &QuantityMention| view.norm_before(view.start_with_hedge(q), 1);
    // *has grown fivefold over the past decade, from $5.1bn in 2001*: over another time.
    let first = view.start_with_hedge(from);
    let timed = |at: usize| {
        matches!(view.norm(at), "," | "over" | "in" | "the" | "within" | "since" | "during" | "then" | "from")
            || periods(view).any(|(m, ..)| m.tokens.contains(&at))
    };
    let near = first <= end + 3 || first <= end + 9 && (end..first).all(timed);
    if asked.kind != Kind::Change || !near || led(from) != "from" || led(to) != "to" {
        return None;
    }
    let behind = |end: usize, until: usize| {
        let here = |m: &Mention| (end..=end + 2).contains(&m.tokens.start) && m.tokens.end <= until;
        let year = |e: &Expression| matches!(e, Expression::In(..) | Expression::Relative(Length::Year, _));
        periods(view).find(|(m, e, _)| here(m) && year(e))
    };
    let (first, begins, _) = behind(past_bracket(view, from.tokens.end), to.tokens.start)?;
    let (last, ends, _) = behind(past_bracket(view, to.tokens.end), view.range.end)?;
    let (base, period) = (clock.resolve(begins)?, clock.resolve(ends)?);
    let filled = |period, m: &Mention| Filled::new(period, "between_levels", Some(m.span));
    (base.last_day() < period.first_day()).then(|| (filled(period, last), filled(base, first)))
}

/// *invested $4 billion over 20 years*: of so many years, which begin and end at no time that is told.
pub fn over_years(search: &Search<'_, '_, '_>) -> Found {
    let end = search.mention.tokens.end;
    let near =
        |m: &Mention| m.tokens.start >= end && m.tokens.start <= end + 8 && search.tokens.contains(&m.tokens.start);
    let (time, ..) = periods(search.asked.view).find(|(m, e, _)| matches!(e, Expression::InYears(_)) && near(m))?;
    // *rising to $6 billion in six years*: what growth came to is of their end.
    let spent = search.asked.kind == Kind::Level && search.asked.indicator == Indicator::Investment;
    spent.then(|| Filled::new(None, "over_years", Some(time.span)))
}

/// *imports of ore slipped to 57.7 million tonnes from March's 62.9 million*, in talk of January to April: of April, which comes
/// after March, or a year after the month that the next figure is of.
pub fn as_long_as_compared(search: &Search<'_, '_, '_>, found: &Filled<Option<Period>>) -> Found {
    let view = search.asked.view;
    let stretch = found.value?;
    let place = view.quantities.iter().position(|q| *q == search.asked.index)?;
    let next = &view.mentions[*view.quantities.get(place + 1)?].tokens;
    let near = |m: &Mention| {
        let owner = m.tokens.end + 2 == next.start || m.tokens.end == next.start;
        owner && view.comparing_before(m.tokens.start).is_some()
            || (next.end..=next.end + 1).contains(&m.tokens.start) && view.comparing_before(next.start).is_some()
    };
    let (time, expression, _) = periods(view).find(|(m, ..)| near(m))?;
    let Expression::In(Part::Months(first, last), _) = expression else { return None };
    let month = search.resolve(expression).filter(|p| first == last && p.whole_months() == Some(1))?;
    let end = stretch.last_day();
    let own = Period::month(end.year(), end.month())?;
    if own.previous() != Some(month) && own.year_before() != Some(month) {
        return None;
    }
    Some(Filled::new(Some(own), "as_long_as_compared", Some(time.span)))
}

/// *expects a record crop of 2.9 million, up from last year's 2.4 million*: of this year.
pub fn before_last_year(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    if search.asked.kind != Kind::Level || !search.aimed() || search.asked.same_sentence {
        return None;
    }
    let mut times = periods(view);
    let (time, ..) = times.find(|(m, e, _)| m.tokens.start > end && *e == Expression::Relative(Length::Year, -1))?;
    let alone = periods(view).count() == 1;
    // *to rise to 6.2 million tonnes from 5.8 million last year*
    let of_level = || {
        let place = view.quantities.iter().position(|q| *q == search.asked.index)?;
        let next = &view.mentions[*view.quantities.get(place + 1)?].tokens;
        let beside = (next.end..=next.end + 1).contains(&time.tokens.start);
        view.comparing_before(next.start).filter(|_| beside)
    };
    let compared = compared_at(view, time.tokens.start).or_else(of_level).is_some();
    let this = search.resolve(Expression::Relative(Length::Year, 0)).filter(|_| alone && compared)?;
    Some(Filled::new(Some(this), "before_last_year", Some(time.span)))
}

/// *grew by 27 percent between 2008-12 and 2013-17*: from the one stretch of years to the other.
pub fn between_stretches(asked: &Asked<'_, '_>, clock: &Clock) -> Option<(Filled<Option<Period>>, Filled<Period>)> {
    let view = asked.view;
    let years = |e: Expression| matches!(e, Expression::Span(Part::Year, _, Part::Year, _));
    let opens = |m: &Mention| is_between(view, m.tokens.start);
    let (from, first, _) = periods(view).find(|(m, e, _)| years(*e) && opens(m) && view.norm(m.tokens.end) == "and")?;
    let (to, last, _) = periods(view).find(|(m, e, _)| years(*e) && m.tokens.start == from.tokens.end + 1)?;
    let clause = view.segment(asked.quantity.tokens.start);
    if view.segment(from.tokens.start) != clause {
        return None;
    }
    let base = clock.resolve(first)?;
    Some((
        Filled::new(clock.resolve(last), "edge_of_growth", Some(to.span)),
        Filled::new(base, "edge_of_growth", Some(from.span)),
    ))
}
