//! What a change is compared with, and since when it has grown.

use super::elsewhere::belongs;
use super::period::Asked;
use super::rule::Filled;
use super::view::View;
use super::wording::{periods, same_part};
use crate::mention::{Expression, Mention};
use crate::model::{Period, Status};
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

/// What a change is compared with, where the text says so.
pub fn base(asked: &Asked<'_, '_>, clock: &Clock) -> Option<Filled<Period>> {
    let view = asked.view;
    let mention = &view.mentions[asked.index];
    let segment = view.segment(mention.tokens.start);
    let end = view
        .quantities
        .iter()
        .map(|q| view.mentions[*q].tokens.start)
        .find(|s| *s > mention.tokens.start)
        .unwrap_or(view.range.end);
    let start = view.segment_tokens(segment).start;
    let near = periods(view)
        .filter(|(m, ..)| start <= m.tokens.start && m.tokens.start < end.max(view.segment_tokens(segment).end));
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
                return filled(same_part(clock.resolve(expression), clock.spoken), "compared_period");
            }
            _ => {}
        }
    }
    // *As compared to January-February 2021, exports increased by 40%*
    let (found, expression, _) = periods(view).find(|(m, _, compared)| {
        *compared && m.tokens.end <= start && view.first_quantity(&(view.range.start..start)).is_none()
    })?;
    let period = same_part(clock.resolve(expression), clock.spoken)?;
    Some(Filled::new(period, "compared_period", Some(found.span)))
}

/// *the whole of 2021*, *all of last year*: whether no part of that year is meant.
fn is_whole(view: &View<'_>, mention: &Mention) -> bool {
    (mention.tokens.start.saturating_sub(3)..mention.tokens.end)
        .any(|at| matches!(view.norm(at), "whole" | "full" | "entire" | "all"))
}
