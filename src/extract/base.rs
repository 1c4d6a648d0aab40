//! What a change is compared with, and since when it has grown.

use super::period::Asked;
use super::rule::Filled;
use super::wording::{belongs, periods, same_part};
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
            _ if compared => {
                return filled(same_part(clock.resolve(expression), clock.spoken), "compared_period");
            }
            _ => {}
        }
    }
    None
}
