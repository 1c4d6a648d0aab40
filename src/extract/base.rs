//! What a change is compared with, and since when it has grown.

use super::elsewhere::{belongs, of_estimate};
use super::joined::{last_joined, told_again};
use super::period::{Asked, year_before_counted};
use super::rule::Filled;
use super::view::View;
use super::wording::{owns_figure, periods, same_part};
use crate::lexicon::words::{is_extreme, is_more_or_less, is_over_or_under, is_span, is_total};
use crate::mention::{Expression, Form, Length, Mention, Part, QuantityMention, YearRef};
use crate::model::{Bound, Decimal, Indicator, Measure, Period, Status};
use crate::resolve::Clock;

/// *since 2009*, *over the past five years* beside a change.
pub fn since<'v>(asked: &Asked<'v, '_>) -> Option<(Expression, &'v Mention)> {
    let view = asked.view;
    let segment = view.segment(view.mentions[asked.index].tokens.start);
    periods(view)
        .filter(|(m, e, _)| {
            let grown = matches!(e, Expression::InYears(_)) && asked.status == Status::Actual;
            (grown || matches!(e, Expression::Since(..) | Expression::Past(..))) && !belongs(view, m, *e)
        })
        .find(|(m, ..)| {
            let there = view.segment(m.tokens.start);
            there == segment || there + 1 == segment
        })
        .map(|(m, e, _)| (e, m))
}

/// *140 kb/d less than in last month's report*: whether a time is that of a report.
fn is_report(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let end = mention.tokens.end;
    let own = end + usize::from(view.norm(end) == "'") + usize::from(view.norm(end + 1) == "s");
    matches!(expression, Expression::Relative(Length::Month | Length::Week, ..=0))
        && matches!(view.norm(own), "report" | "outlook" | "update" | "assessment")
}

/// What a change is compared with, where the text says so.
pub fn base(asked: &Asked<'_, '_>, clock: &Clock) -> Option<Filled<Period>> {
    let view = asked.view;
    // *down from 2024 by 0.2%, or $2.1 billion*: both are told of the same change.
    let again = |index: usize| view.quantities.iter().copied().find(|q| told_again(view, *q) == Some(index));
    let first = told_again(view, asked.index).unwrap_or(asked.index);
    // *by 84 percent and 35 percent respectively against 2021*
    let joined = last_joined(view, asked.index);
    let shared = Some(joined).filter(|q| {
        view.norm(view.mentions[*q].tokens.end) == "respectively"
            || view.norm(view.mentions[*q].tokens.end) == "against"
    });
    let last = again(asked.index).or(shared).unwrap_or(asked.index);
    let mention = &view.mentions[first];
    let end = view.mentions[last].tokens.end;
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|s| *s >= end);
    // *a 15% increase (to 119 bcm) compared to the previous quarter*: over the bracket.
    let over = view.behind_bracket(view.segment(end - 1)).map(|index| view.segment_tokens(index));
    let bracket = over.filter(|behind| view.norm(end) == "(" && view.first_quantity(behind).is_none());
    let next = bracket.map_or(next.unwrap_or(view.range.end), |behind| behind.end);
    let before = view.quantities.iter().map(|q| view.mentions[*q].tokens.end).rfind(|e| *e <= mention.tokens.start);
    let segment = view.segment_tokens(view.segment(mention.tokens.start));
    let start = segment.start;
    // What stands between the figure and the next one is said of it before anything else is.
    let rank = |m: &Mention| match m.tokens.start {
        // *an increase over 1899 of $167 million*
        _ if m.tokens.end + 1 == mention.tokens.start && view.norm(m.tokens.end) == "of" => 0,
        at if at >= mention.tokens.end && at < next => 0,
        at if at < mention.tokens.end => 1,
        _ => 2,
    };
    // *a $901 billion deficit, down from 2024, but only by 0.2%*
    let own = before.unwrap_or(view.range.start);
    let of_change = |m: &Mention, compared: bool| {
        compared && m.tokens.start >= own && view.norm_before(m.tokens.start, 1) == "from" && before.is_some()
    };
    // *rose 7 percent; in monthly terms they fell 4 percent*: what opens the clause of the next figure is said of that.
    let of_next = |m: &Mention, e: Expression| {
        let marks = matches!(e, Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter);
        let clause = view.segment_tokens(view.segment(m.tokens.start));
        marks
            && m.tokens.start > end
            && m.tokens.start <= clause.start + 1
            && clause.contains(&next)
            && matches!(view.norm_before(clause.start, 1), ";" | "." | "and" | "but" | "while" | "-")
    };
    let mut near: Vec<_> = periods(view)
        .filter(|(m, e, _)| !of_next(m, *e))
        // *100 kb/d below last month's forecast*: when it was reckoned.
        .filter(|(m, e, _)| !(of_estimate(view, m, *e) || is_report(view, m, *e)))
        // *will cut the price by 6 percent from Jan. 1*: when it begins.
        .filter(|(m, e, _)| {
            let day = matches!(e, Expression::In(Part::Day(..), _)) && view.norm_before(m.tokens.start, 1) == "from";
            !(day && asked.status != Status::Actual)
        })
        // *up from September's 9.9% gain*: that time is another growth's.
        .filter(|(m, ..)| {
            let growth =
                |q: &usize| view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio() && q.form != Form::Bare);
            !view.quantities.iter().any(|q| growth(q) && owns_figure(view, m, view.mentions[*q].tokens.start))
        })
        .filter(|(m, _, compared)| {
            m.tokens.start < next.max(segment.end) && (start <= m.tokens.start || of_change(m, *compared))
        })
        .collect();
    if let Some((found, expression)) = time_of_level(view, end) {
        let period = clock.resolve(expression)?;
        return Some(Filled::new(period, "time_of_compared_level", Some(found.span)));
    }
    // *up 1.2 pct from April and 18 pct from 2.2 billion a year earlier*: another base was told before.
    let other = near.iter().any(|(m, _, compared)| *compared && m.tokens.end <= mention.tokens.start);
    if let Some(found) = of_level_behind(asked, clock, end, other || clock.basis.is_some()) {
        return Some(found);
    }
    if let Some(found) = of_that_time(asked, clock, end).or_else(|| of_what_it_was(asked, clock, end)) {
        return Some(found);
    }
    near.sort_by_key(|(m, ..)| rank(m));
    for (found, expression, compared) in near {
        let filled = |period: Option<Period>, rule| period.map(|p| Filled::new(p, rule, Some(found.span)));
        match expression {
            Expression::YearOnYear => return filled(clock.spoken.and_then(|p| p.year_before()), "year_on_year"),
            Expression::MonthOnMonth | Expression::QuarterOnQuarter => {
                return filled(clock.spoken.and_then(|p| p.previous()), "period_on_period");
            }
            Expression::SamePeriod if compared => {
                return filled(clock.spoken.and_then(|p| p.year_before()), "same_period");
            }
            // *twice as much as in the whole of 2021*
            _ if compared && is_whole(view, found) => return filled(clock.resolve(expression), "whole_year"),
            _ if compared => {
                let base = same_part(clock.resolve(expression), clock.spoken);
                let last_year = matches!(expression, Expression::Relative(Length::Year, -1));
                let counted = clock.spoken.filter(|_| last_year).and_then(|told| year_before_counted(told, base));
                return filled(counted.or(base), "compared_period");
            }
            _ => {}
        }
    }
    if let Some(found) = of_levels(asked, clock) {
        return Some(found);
    }
    if let Some(found) = of_level_ahead(asked, clock, start) {
        return Some(found);
    }
    // *As compared to January-February 2021, exports increased by 40%*
    // *Compared to 2022, the contraction in production (-32%), imports (-18%) was more pronounced*
    let plain = || {
        let mut before = view.quantities.iter().map(|q| &view.mentions[*q]).filter(|m| m.tokens.start < start);
        before.all(|m| view.norm(m.tokens.end) == ")" && view.quantities.len() > 1 && view.norm_before(start, 1) == "(")
    };
    let ahead = periods(view).find(|(m, _, compared)| *compared && m.tokens.end <= start).filter(|_| plain());
    if let Some((found, expression, _)) = ahead {
        let period = same_part(clock.resolve(expression), clock.spoken)?;
        return Some(Filled::new(period, "compared_period", Some(found.span)));
    }
    // *Year on year, output was down 1 percent*, *On a monthly basis, exports rose 2 percent*
    let fronted = periods(view).find(|(m, e, _)| {
        matches!(e, Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter)
            && m.tokens.end <= start
            && view.first_quantity(&(view.range.start..start)).is_none()
    });
    if let Some((found, expression, _)) = fronted {
        let spoken = clock.spoken?;
        let yearly = expression == Expression::YearOnYear;
        let period = if yearly { spoken.year_before() } else { spoken.previous() }?;
        return Some(Filled::new(period, if yearly { "year_on_year" } else { "period_on_period" }, Some(found.span)));
    }
    if let Some(found) = of_growths(asked, clock).or_else(|| of_list_behind(asked, clock)) {
        return Some(found);
    }
    if let Some(month) = month_of_a_step(asked, clock) {
        return Some(Filled::new(month, "month_before", None));
    }
    // *Ireland's seasonally adjusted exports decreased 17.9% in October*: what is adjusted is set beside the month before.
    let adjusted = |at: usize| view.norm(at) == "seasonally" && (at + 1..at + 3).any(|at| view.norm(at) == "adjusted");
    if (view.range.start..mention.tokens.start).any(adjusted)
        && asked.status == Status::Actual
        && let Some(month) = clock.spoken.filter(|p| matches!(p.whole_months(), Some(1 | 3)))
        && let Some(base) = month.previous()
    {
        return Some(Filled::new(base, "seasonally_adjusted", None));
    }
    // *grew by 2.9% month on month ... Imports fell 1.1%*: a text goes on counting from where it has counted.
    // *some 720,000 b/d above their ceiling* counts from that.
    let level = is_over_or_under(view.norm(end));
    let period = clock.spoken.filter(|p| !level && clock.basis.is_some() && p.whole_months() == clock.basis)?;
    Some(Filled::new(period.previous()?, "basis_of_text", None))
}

/// *grew by $93 million in a month, since it was $739 million in January-April*: the time of the amount that tells why it grew.
fn of_what_it_was(asked: &Asked<'_, '_>, clock: &Clock, end: usize) -> Option<Filled<Period>> {
    let view = asked.view;
    let why = (end..end + 7).find(|at| {
        matches!(view.norm(*at), "since" | "as" | "because" | "for")
            && matches!(view.norm(at + 1), "it" | "they" | "this")
            && matches!(view.norm(at + 2), "was" | "were" | "had" | "stood")
    })?;
    let level = view.figures().find(|q| q.tokens.start > why).filter(|q| q.tokens.start <= why + 6)?;
    let behind = level.tokens.end..=level.tokens.end + 1;
    let (time, expression, _) = periods(view).find(|(m, ..)| behind.contains(&m.tokens.start))?;
    let base = clock.resolve(expression)?;
    let earlier = clock.spoken.is_some_and(|told| base.last_day() < told.last_day());
    (earlier && !level.quantity.unit.is_ratio()).then(|| Filled::new(base, "time_of_level", Some(time.span)))
}

/// *fell 4 percent from the first quarter. Cocoa was 11 percent higher than in that quarter*: the time that the text compared the talk's with
/// last.
fn of_that_time(asked: &Asked<'_, '_>, clock: &Clock, end: usize) -> Option<Filled<Period>> {
    let view = asked.view;
    let compares = (end..end + 4).find(|at| {
        matches!(view.norm(*at), "than" | "over" | "from" | "against")
            || view.norm(*at) == "compared" && matches!(view.norm(at + 1), "with" | "to")
    })?;
    let that = (compares + 1..compares + 5).find(|at| {
        let span = is_span(view.norm(at + 1)) || matches!(view.norm(at + 1), "quarter" | "half" | "season" | "period");
        view.norm(*at) == "that" && span
    })?;
    let (told, base) = clock.against?;
    (clock.spoken == Some(told)).then(|| Filled::new(base, "compared_before", Some(view.tokens[that].span)))
}

/// *Exports fell by 1.8 percent and imports by 3 percent in December compared with November*: both are compared with what stands behind
/// the list.
fn of_list_behind(asked: &Asked<'_, '_>, clock: &Clock) -> Option<Filled<Period>> {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let next = view.figures().find(|q| q.tokens.start >= end)?;
    let between = end..next.tokens.start;
    let and = between.clone().find(|at| matches!(view.norm(*at), "and" | "while" | "whereas"))?;
    let other = view.heads.iter().any(|h| (and..next.tokens.start).contains(&h.at));
    let ratios = asked.quantity.quantity.unit.is_ratio() && next.quantity.unit == asked.quantity.quantity.unit;
    if !(ratios && other && between.len() <= 8) {
        return None;
    }
    let last = view.figures().find(|q| q.tokens.start >= next.tokens.end).map_or(view.range.end, |q| q.tokens.start);
    let mut behind = periods(view).filter(|(m, ..)| m.tokens.start >= end && m.tokens.start < last);
    let (time, ..) = behind.next().filter(|(m, _, compared)| m.tokens.start == next.tokens.end + 1 && !compared)?;
    let (found, expression, _) =
        behind.next().filter(|(m, _, compared)| *compared && m.tokens.start <= time.tokens.end + 5)?;
    let period = same_part(clock.resolve(expression), clock.spoken)?;
    Some(Filled::new(period, "compared_period", Some(found.span)))
}

/// *cut its output by 55,000 bpd in August*: a step of so much a day is one from the month before. Of 18 such in texts read by hand 14 were.
fn month_of_a_step(asked: &Asked<'_, '_>, clock: &Clock) -> Option<Period> {
    let unit = asked.quantity.quantity.unit;
    let end = asked.quantity.tokens.end;
    let start = asked.view.start_with_hedge(asked.quantity);
    // *cuts of 2.2 million bpd took effect in January*: of what was pumped at some time.
    let cuts = asked.view.norm_before(start, 1) == "of" && asked.view.norm_before(start, 2).starts_with("cut");
    let beside = (end..end + 2)
        .any(|at| is_over_or_under(asked.view.norm(at)) || matches!(asked.view.norm(at), "below" | "above"));
    let step = asked.indicator == Indicator::Production && unit.per == Some(Measure::Day) && !unit.is_price();
    let month = clock
        .spoken
        .filter(|p| step && !beside && !cuts && asked.status == Status::Actual && p.whole_months() == Some(1))?;
    month.previous()
}

/// *Compared with $19 million in 1948, the figure is a 36,000-fold increase*: the time of the level that a sentence opens with.
fn of_level_ahead(asked: &Asked<'_, '_>, clock: &Clock, start: usize) -> Option<Filled<Period>> {
    let view = asked.view;
    let opens = view.range.start;
    let compares = view.norm(opens) == "compared" && matches!(view.norm(opens + 1), "with" | "to")
        || view.norm(opens) == "in" && view.norm(opens + 1) == "comparison"
        || matches!(view.norm(opens), "against" | "versus")
        || view.norm(opens) == "as" && matches!(view.norm(opens + 1), "against" | "compared");
    let front = opens..start;
    if !compares || view.quantities.iter().filter(|q| front.contains(&view.mentions[**q].tokens.start)).count() != 1 {
        return None;
    }
    let level =
        view.first_quantity(&front).filter(|q| view.quantity(*q).is_some_and(|q| !q.quantity.unit.is_ratio()))?;
    let end = view.mentions[level].tokens.end;
    let (time, expression, _) = periods(view).find(|(m, ..)| (end..start).contains(&m.tokens.start))?;
    let period = same_part(clock.resolve(expression), clock.spoken)?;
    Some(Filled::new(period, "time_of_level", Some(time.span)))
}

/// *doubled to 261 million from January's 129 million*, *rose 5 percent to 84 from 80 in June*: the time of the level that a change
/// led from, where the two levels differ by as much.
fn of_levels(asked: &Asked<'_, '_>, clock: &Clock) -> Option<Filled<Period>> {
    let view = asked.view;
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let told = |place: Option<usize>| view.quantity(*view.quantities.get(place?)?);
    let led = |q: &QuantityMention| view.norm_before(view.start_with_hedge(q), 1) == "to";
    // *fell from 3.5 million in 2021 to 0.4 million in 2024 - a cut of nearly 90%*: the levels stand before it.
    let before = told(place.checked_sub(1)).filter(|q| led(q)).zip(told(place.checked_sub(2)));
    // *rose to 15 million in 2018 from 12 million in 2010, or by 25 percent*
    let from = |q: &QuantityMention| view.norm_before(view.start_with_hedge(q), 1) == "from";
    let turned = || told(place.checked_sub(2)).filter(|q| led(q)).zip(told(place.checked_sub(1)).filter(|q| from(q)));
    let before = before.or_else(turned);
    let behind = told(Some(place + 1)).filter(|q| led(q)).zip(told(Some(place + 2)));
    let behind = behind.filter(|(to, from)| from.tokens.start <= to.tokens.end + 8);
    let (to, from) = behind.or(before)?;
    let owner =
        |m: &Mention| owns_figure(view, m, from.tokens.start) && view.comparing_before(m.tokens.start).is_some();
    // *from a mere $12 million in 2001*
    let small = |at: &usize| matches!(view.norm(*at), "a" | "mere" | "only" | "just" | "merely" | "some");
    let hedged = view.start_with_hedge(from);
    let first = hedged - view.back(hedged, 3).rev().take_while(small).count();
    let behind = |m: &Mention| {
        (from.tokens.end..=from.tokens.end + 1).contains(&m.tokens.start)
            && [first, from.tokens.start].into_iter().any(|at| view.comparing_before(at).is_some())
    };
    let (time, expression, _) = periods(view).find(|(m, ..)| owner(m) || behind(m))?;
    let spoken = clock.spoken?;
    let base = same_part(clock.resolve(expression), Some(spoken)).filter(|base| base.last_day() < spoken.last_day())?;
    let change = &asked.quantity.quantity;
    let hundred = Decimal::HUNDRED;
    let ratios = match change.unit.measure {
        Measure::Times => [change.value.checked_mul(hundred); 2],
        Measure::Percent => [hundred.checked_add(change.value), hundred.checked_sub(change.value)],
        _ => return None,
    };
    // But for a twentieth, or two hundredths of the whole, which rounding may hide.
    let led_to = |ratio: Decimal| {
        let led = from.written.checked_mul(ratio)?;
        let off = to.written.checked_mul(hundred)?.checked_sub(led)?.abs();
        let whole = from.written.checked_mul(Decimal::from(2))?.abs();
        // *registering more than a ten-fold increase*: up to half as much again.
        let more = change.bound == Bound::AtLeast && to.written.checked_mul(hundred)? >= led;
        let part = Decimal::from(if more { 2 } else { 20 });
        Some(off <= whole || off.checked_mul(part)? <= led.abs())
    };
    let near = ratios.into_iter().flatten().any(|ratio| led_to(ratio) == Some(true));
    (near && spoken.year_before() != Some(base)).then(|| Filled::new(base, "time_of_level", Some(time.span)))
}

/// *down 21 percent from 17.8 million tonnes in September*: the time of the level that a change is measured from; a year before
/// as well where `another` base was told.
fn of_level_behind(asked: &Asked<'_, '_>, clock: &Clock, end: usize, another: bool) -> Option<Filled<Period>> {
    let view = asked.view;
    // *12 percent higher than the 400,000 tonnes shipped in 2020*
    let more = (is_more_or_less(view.norm(end)) || matches!(view.norm(end), "larger" | "smaller" | "fewer"))
        && view.norm(end + 1) == "than";
    let end = end + usize::from(more);
    if view.norm(end) != "from" && !more {
        return None;
    }
    // *from the previous record high of 722,520 tonnes in August*
    let described = |at: &usize| {
        is_extreme(view.norm(*at))
            || matches!(view.norm(*at), "the" | "a" | "its" | "previous" | "last" | "of" | "old" | "revised")
    };
    let start = end + 1 + (end + 1..view.range.end).take(6).take_while(described).count();
    let level = view.figures().find(|q| {
        let hedged = view.start_with_hedge(q);
        hedged == start || q.tokens.start == start || hedged == start + 1 && view.norm(start) == "just"
    })?;
    let level = &level.tokens;
    let (time, expression, _) = periods(view).find(|(m, ..)| (level.end..=level.end + 2).contains(&m.tokens.start))?;
    let earlier = matches!(
        expression,
        Expression::In(
            Part::Months(..) | Part::Quarter(_) | Part::Half(_) | Part::Year,
            YearRef::Open | YearRef::Absolute(_)
        ) | Expression::MonthsEarlier(_)
            | Expression::Preceding(..)
            | Expression::SamePeriodOf(_)
            | Expression::SamePeriodOfFiscal(_)
            | Expression::Relative(_, -1)
    );
    // *fell 1.4 pct from January, but rose 43 pct from 2.5 billion a year earlier*: the text counts from month to month elsewhere.
    let yearly = matches!(expression, Expression::YearsEarlier(1)) && another;
    let earlier = earlier || yearly;
    let spoken = clock.spoken.filter(|_| earlier)?;
    let base = same_part(clock.resolve(expression), Some(spoken))?;
    if base.last_day() >= spoken.last_day() || !yearly && spoken.year_before() == Some(base) {
        return None;
    }
    Some(Filled::new(base, "time_of_level", Some(time.span)))
}

/// *prices rose 4.4 percent in February after a 19.7 percent January rise*: from month to month, if prices are told of, or if a
/// change over twelve months is set beside it.
fn of_growths(asked: &Asked<'_, '_>, clock: &Clock) -> Option<Filled<Period>> {
    let view = asked.view;
    let spoken = clock.spoken.filter(|p| p.whole_months() == Some(1))?;
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let own = told_after(view, asked.index);
    // The growth that is told after the other: this one, or the next.
    let later = match own {
        Some(_) => asked.index,
        None => *view.quantities.get(place + 1)?,
    };
    let word = own.or_else(|| told_after(view, later))?;
    let months = match own {
        Some(_) => asked.before.filter(|_| asked.same_sentence)?.period?.previous() == Some(spoken),
        None => {
            let end = view.mentions[later].tokens.end;
            let (_, expression, _) = periods(view).find(|(m, ..)| (end..end + 4).contains(&m.tokens.start))?;
            clock.resolve(expression) == spoken.previous()
        }
    };
    let behind = view.mentions[later].tokens.end;
    let yearly = || {
        periods(view).any(|(m, e, _)| {
            m.tokens.start >= behind
                && matches!(
                    e,
                    Expression::YearOnYear | Expression::YearsEarlier(1) | Expression::Past(12, Length::Month)
                )
        })
    };
    (months && (asked.indicator == Indicator::Price || yearly()))
        .then(|| spoken.previous().map(|p| Filled::new(p, "month_after_month", Some(view.tokens[word].span))))?
}

/// *after a 19.7 percent rise*, *after rising 3.5 percent*: the word that sets a growth behind another.
fn told_after(view: &View<'_>, index: usize) -> Option<usize> {
    let ratio = view.quantity(index).is_some_and(|q| q.quantity.unit.is_ratio());
    let start = view.mentions[index].tokens.start;
    let small = |at: &usize| {
        matches!(view.norm(*at), "a" | "an" | "of" | "by" | "its" | "revised") || view.norm(*at).ends_with("ing")
    };
    let at = (view.range.start..start).rev().take(4).find(|at| !small(at))?;
    (ratio && at + 1 < start && matches!(view.norm(at), "after" | "following")).then_some(at)
}

/// *42 pct above the 16.98 billion recorded in February 1986*: the time of the amount that a growth ending at token `end` is told
/// above or below.
fn time_of_level<'v>(view: &'v View<'_>, end: usize) -> Option<(&'v Mention, Expression)> {
    let over = is_over_or_under(view.norm(end));
    let times = |q: &QuantityMention| q.tokens.end == end && q.quantity.unit.measure == Measure::Times;
    if !over && !view.figures().any(times) {
        return None;
    }
    let start = end + usize::from(over);
    let start = start + usize::from(view.norm(start) == "the");
    let level = view.quantities.iter().map(|q| &view.mentions[*q]).find(|m| m.tokens.start == start)?;
    let (time, expression, _) =
        periods(view).find(|(m, ..)| (level.tokens.end..=level.tokens.end + 3).contains(&m.tokens.start))?;
    Some((time, expression))
}

/// *the whole of 2021*, *all of last year*: whether no part of that year is meant.
fn is_whole(view: &View<'_>, mention: &Mention) -> bool {
    (mention.tokens.start.saturating_sub(3)..mention.tokens.end)
        .any(|at| is_total(view.norm(at)) || view.norm(at) == "full")
}
