//! The period that an earlier part of the sentence tells for all that follows it: *In 2023, coal exports were **$2 billion***.

use super::bearing::{counts_since_january, fiscal_year_told, lies_ahead};
use super::elsewhere::{belongs, told_beside};
use super::grammar::Opening;
use super::indicator::Governor;
use super::outlook::told_at_first;
use super::period::Asked;
use super::rule::Filled;
use super::season::{days_in_bracket, tells_days, year_of_days};
use super::view::View;
use super::wording::{periods, since_its_beginning};
use crate::mention::{Expression, Mention, Part, YearRef};
use crate::model::{Indicator, Kind, Period, Span, Status};

/// The last period of an earlier segment that speaks for what follows it.
pub fn sentence_period(
    asked: &Asked<'_, '_>,
    resolve: &dyn Fn(Expression) -> Option<Period>,
) -> Option<Filled<Option<Period>>> {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let segment = view.segment(start);
    // What follows a figure in the sentence keeps that figure's period.
    // *In 2021 it jumped to 483 million, and last year, I am proud to say, it passed 600 million*: but for a time set off anew.
    let anew = || {
        let told = view.quantities.iter().map(|q| view.mentions[*q].tokens.end).rfind(|end| *end <= start);
        periods(view).any(|(m, _, compared)| {
            let own = view.segment_tokens(view.segment(m.tokens.start));
            !compared
                && told.is_some_and(|end| end <= m.tokens.start)
                && m.tokens.end <= start
                && m.tokens.end == own.end
                && (m.tokens.start <= own.start + 2 && own.len() <= m.tokens.len() + 2
                    // *; by the end of 2023, that share had fallen*
                    || (own.start..m.tokens.start)
                        .all(|at| matches!(view.norm(at), ";" | "and" | "but" | "by" | "at" | "the" | "end" | "of")))
        })
    };
    if asked.same_sentence && matches!(asked.governor, Governor::Previous) && !anew() {
        return None;
    }
    let bracket = view.segments.get(segment).is_some_and(|s| s.opening == Opening::Bracket);
    if bracket && asked.same_sentence {
        return None;
    }
    let usable = |e: Expression| {
        !matches!(
            e,
            Expression::YearOnYear
                | Expression::MonthOnMonth
                | Expression::QuarterOnQuarter
                | Expression::InYears(_)
                | Expression::Since(..)
                | Expression::Past(..)
        ) || (asked.kind != Kind::Change
            && !matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity)
            && matches!(e, Expression::Since(..) | Expression::Past(..)))
    };
    // Behind a figure of the sentence only what stands in a segment of its own speaks for the next one.
    let before =
        view.quantities.iter().copied().take_while(|q| *q < asked.index).last().filter(|_| asked.same_sentence);
    let from =
        before.map_or(view.range.start, |q| view.segment_tokens(view.segment(view.mentions[q].tokens.start)).end);
    // *HAMBURG, March 24 - Stocks rose*: the day on which that was reported.
    let is_dateline = |m: &Mention| view.norm(m.tokens.end) == "-" && m.tokens.end < view.range.start + 9;
    let day = |m: &Mention, e: Expression| {
        is_of_a_meeting(view, m, e)
            || matches!(e, Expression::In(Part::Day(..), _))
                && (is_dateline(m) || !matches!(asked.indicator, Indicator::Reserves | Indicator::Investment))
                && !counts_since_january(asked, m, e)
                && !begins_a_price(asked, m)
                && !stands_as_of(asked, m)
                && !is_deadline(asked, m)
    };
    // *In the year to March 2016, the first full fiscal year*: the words beside a time say no other one.
    // *From October to March, the first half of the season*
    let apposed = |m: &Mention, e: Expression| {
        let opens = view.segment_tokens(view.segment(m.tokens.start)).start;
        matches!(
            e,
            Expression::In(Part::Half(_) | Part::Quarter(_) | Part::Months(..), YearRef::Open | YearRef::Season(_))
        ) && view.norm(opens) == "the"
            && m.tokens.start <= opens + 1
            && periods(view).any(|(other, ..)| other.tokens.end + 1 == opens || other.tokens.end == opens)
    };
    let beside = |m: &Mention, e: Expression| {
        apposed(m, e)
            || matches!(e, Expression::In(Part::Year, YearRef::Fiscal(0)))
                && view.norm(view.segment_tokens(view.segment(m.tokens.start)).start) == "the"
                && periods(view).any(|(other, ..)| (from..m.tokens.start).contains(&other.tokens.start))
    };
    // *Following the launch in October, supplies doubled*
    let event = |m: &Mention| {
        let opens = view.segment_tokens(view.segment(m.tokens.start)).start;
        // *Following the results of 2013*
        let results = (opens + 1..m.tokens.start).any(|at| matches!(view.norm(at), "results" | "outcome"));
        matches!(view.norm(opens), "following" | "after") && opens + 1 < m.tokens.start && !results
    };
    // *against 812 million, revised from 805 million, in April, while imports were 731 million*: of what was revised.
    let revised = |m: &Mention| {
        let told = |q: &&usize| {
            (view.mentions[**q].tokens.end + 1..=view.mentions[**q].tokens.end + 2).contains(&m.tokens.start)
        };
        view.quantities.iter().find(told).is_some_and(|q| told_at_first(view, *q).is_some())
    };
    // *freed in August after Iraq invaded Kuwait -- should be cut*: what is told by the way is of nothing around it.
    let aside = view.aside_before(start);
    let found = periods(view)
        .filter(|(m, ..)| !aside.as_ref().is_some_and(|aside| aside.contains(&m.tokens.start)))
        .filter(|(m, e, _)| !beside(m, *e) && !tells_days(view, m) && !event(m) && !revised(m))
        .filter(|(m, e, compared)| {
            (from..view.segment_tokens(segment).start).contains(&m.tokens.start) && !compared && usable(*e)
        })
        .filter(|(m, e, _)| !day(m, *e) && !belongs(view, m, *e) && !lies_ahead(asked, resolve(*e)))
        .filter(|(m, e, _)| !told_beside(view, m, *e, start) && !view.in_clause_before(m.tokens.start, start))
        .last()?;
    if matches!(found.1, Expression::In(_, YearRef::Fiscal(_)))
        && let Some((days, span)) = days_in_bracket(view, found.0)
    {
        return Some(Filled::new(resolve(days), "days_in_bracket", Some(span)));
    }
    // *Last season, which closed on 31 July*; *since the start of the marketing year, 1 July*
    if let Some((days, span)) = year_of_days(view, found.0, found.1) {
        return Some(Filled::new(asked.clock.resolve(days), "days_of_year", Some(span)));
    }
    if let Expression::Since(_, YearRef::Fiscal(_)) = found.1
        && let Some((day, e, _)) = periods(view)
            .find(|(m, ..)| m.tokens.start >= found.0.tokens.end && m.tokens.start <= found.0.tokens.end + 2)
        && let Expression::In(part @ (Part::Day(..) | Part::Months(..)), year) = e
    {
        return Some(Filled::new(resolve(Expression::Since(part, year)), "days_of_year", Some(day.span)));
    }
    if let Some(told) = fiscal_year_told(asked, found.0, found.1) {
        return Some(Filled::new(Some(told), "fiscal_year_told", Some(found.0.span)));
    }
    if counts_since_january(asked, found.0, found.1) {
        let counted = |day| since_its_beginning(asked.clock.spoken, day);
        return Some(Filled::new(resolve(found.1).and_then(counted), "as_of", Some(found.0.span)));
    }
    Some(Filled::new(resolve(found.1), "period_of_sentence", Some(found.0.span)))
}

/// *annual exports topped $700 billion*, told at the end of a year or the beginning of the next: those of that year.
pub fn annual_total(asked: &Asked<'_, '_>) -> Option<(i32, Span)> {
    let Governor::Head(head) = asked.governor else { return None };
    let published = asked.clock.published?;
    let at = head.at.checked_sub(1).filter(|at| matches!(asked.view.norm(*at), "annual" | "yearly" | "cumulative"))?;
    let figure = &asked.view.mentions[asked.index].tokens;
    // *crossed a $700 billion annual export threshold*
    let before = figure.end <= at;
    let range = if before {
        figure.start.saturating_sub(4).max(asked.view.range.start)..figure.start
    } else {
        head.end..figure.start
    };
    let passed = range.into_iter().any(|at| {
        matches!(
            asked.view.norm(at),
            "crossed" | "topped" | "surpassed" | "exceeded" | "passed" | "hit" | "reached" | "broke" | "past"
        )
    });
    let told = passed && asked.kind == Kind::Level && asked.status == Status::Actual;
    let year = chrono::Datelike::year(&published);
    let year = match chrono::Datelike::month(&published) {
        11..=12 => year,
        1..=3 => year - 1,
        _ => return None,
    };
    told.then(|| (year, asked.view.tokens[at].span))
}

/// *The average price as of December 15, 2014, was $2.55*: whether a price or a rate is told as it stood on a day.
fn stands_as_of(asked: &Asked<'_, '_>, day: &Mention) -> bool {
    let view = asked.view;
    let opens = view.segment_tokens(view.segment(day.tokens.start)).start.max(day.tokens.start.saturating_sub(7));
    let rate = asked.indicator == Indicator::Production && asked.quantity.quantity.unit.is_rate();
    let stands = asked.indicator == Indicator::Price || rate;
    stands && (opens..day.tokens.start).any(|at| view.norm(at) == "as" && view.norm(at + 1) == "of")
}

/// *By March 31, trade is to reach $500 million*: the day by which an aim is to be reached.
fn is_deadline(asked: &Asked<'_, '_>, day: &Mention) -> bool {
    let view = asked.view;
    let before = view.norm_before(day.tokens.start, 1);
    let led = matches!(before, "by" | "before" | "until")
        || before == "than" && view.norm_before(day.tokens.start, 2) == "later";
    asked.status != Status::Actual && led
}

/// *From January 1, 2013, Armenia will pay $240*: the day on which a price begins.
fn begins_a_price(asked: &Asked<'_, '_>, day: &Mention) -> bool {
    let before = asked.view.norm_before(day.tokens.start, 1);
    asked.indicator == Indicator::Price && matches!(before, "from" | "starting" | "effective" | "beginning")
}

/// *At the fair, held in Ankara on 3-5 May, firms agreed to sell*: the days on which people met.
fn is_of_a_meeting(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let days = matches!(expression, Expression::In(Part::Days(..), _));
    let opens =
        view.segment_tokens(view.segment(mention.tokens.start)).start.max(mention.tokens.start.saturating_sub(8));
    days && (opens..mention.tokens.start).any(|at| {
        matches!(view.norm(at), "held" | "met" | "meeting" | "hosted" | "convened" | "gathered" | "visit" | "visited")
    })
}
