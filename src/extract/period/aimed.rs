//! What a figure by a day or by a year is of: the year that an aim is to be reached in, what has added up by then.

use chrono::Datelike;

use super::super::bearing::counts_since_january;
use super::super::rule::Filled;
use super::super::wording::{periods, since_its_beginning};
use super::Asked;
use crate::mention::{Expression, Mention, Part, YearRef};
use crate::model::{Indicator, Kind, Period, Status};

/// *is still to come by December 31*, *by the end of December*: what is aimed at by the last day of a year is of that year.
pub fn by_the_end_of_december(asked: &Asked<'_, '_>, main: Filled<Option<Period>>) -> Filled<Option<Period>> {
    let view = asked.view;
    let last = |e: Expression| matches!(e, Expression::In(Part::Day(12, 31) | Part::Months(12, 12), _));
    let ahead = main.value.zip(asked.clock.published).is_some_and(|(p, day)| p.first_day() > day);
    if asked.status == Status::Actual && !ahead || main.span.is_none() || asked.indicator == Indicator::Price {
        return main;
    }
    let time = periods(view).find(|(m, e, _)| Some(m.span) == main.span && last(*e));
    let led = time.is_some_and(|(m, e, _)| {
        let by = |at: usize| matches!(view.norm_before(at, 1), "by" | "before" | "until" | "till");
        let at = m.tokens.start;
        let end_of = view.norm_before(at, 1) == "of" && view.norm_before(at, 2) == "end";
        let the = at.wrapping_sub(2 + usize::from(view.norm_before(at, 3) == "the"));
        if matches!(e, Expression::In(Part::Day(..), _)) { by(at) } else { end_of && by(the) }
    });
    match main.value.filter(|_| led) {
        Some(day) => Filled { value: Period::year(day.last_day().year()), ..main },
        None => main,
    }
}

/// *In 2016 they agreed to double trade from 2015's $1.1 billion by 2020*: when an aimed growth, told of the time of the saying, is to be reached.
pub fn aimed_by(asked: &Asked<'_, '_>, main: Filled<Option<Period>>) -> Filled<Option<Period>> {
    if asked.status != Status::Target || asked.kind != Kind::Change {
        return main;
    }
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let said = main.rule == "time_of_saying"
        || main.value.is_some_and(|p| asked.clock.published.is_some_and(|day| p.last_day() < day));
    let by = |(m, e, _): &(&Mention, Expression, bool)| {
        matches!(e, Expression::In(Part::Year, YearRef::Absolute(_)))
            && m.tokens.start > start
            && matches!(view.norm_before(m.tokens.start, 1), "by" | "until")
    };
    let Some((time, expression, _)) = periods(view).find(by).filter(|_| said) else { return main };
    let reached = asked.clock.resolve(expression);
    let later = reached.zip(main.value).is_none_or(|(reached, said)| reached.last_day() > said.last_day());
    if later { Filled::new(reached, "aimed_by", Some(time.span)) } else { main }
}

/// *fell 6 percent to 4.86 million tonnes by Nov. 5*: a growth by a day is of what has added up since the year began.
pub fn to_the_day(asked: &Asked<'_, '_>, main: Filled<Option<Period>>) -> Filled<Option<Period>> {
    let Some(day) = main.value.filter(|p| p.days() == 1 && asked.kind == Kind::Change && main.rule == "period_ahead")
    else {
        return main;
    };
    let counts = periods(asked.view).any(|(m, e, _)| Some(m.span) == main.span && counts_since_january(asked, m, e));
    if counts { Filled { value: since_its_beginning(asked.clock.spoken, day), ..main } } else { main }
}
