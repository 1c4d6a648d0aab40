//! The year that a text counts in where it is not the calendar's, as its own words tell.
//!
//! | words | the year begins |
//! | --- | --- |
//! | *2022-23 (July-June)*, *the October-September season*, *runs from July to June* | with the first month |
//! | *the season, which began on October 1*, *since the start of the season on July 1* | on that day |
//! | *the marketing year, which ends on March 31* | the day after |
//! | *in the year to June* | the month after |

use chrono::{Datelike, NaiveDate};

use super::view::View;
use super::wording::periods;
use crate::lexicon::FiscalYear;
use crate::lexicon::words::{is_prior, is_season};
use crate::mention::{Expression, Mention, Part, What, YearRef};
use crate::model::Span;

/// The year of seasons and markets that a sentence gives the beginning of.
pub fn split_year(view: &View<'_>) -> Option<FiscalYear> {
    view.mentions.iter().find_map(|m| {
        let What::Period(expression) = m.what else { return None };
        match expression {
            Expression::Span(
                Part::Months(first, _),
                YearRef::Absolute(year),
                Part::Months(last, _),
                YearRef::Absolute(end),
            ) if end == year + 1 && last + 1 == first => begins(first, 1),
            // *runs from July to June*
            Expression::MonthsTo(12, last, YearRef::Open) if view.norm(m.tokens.start) == "from" => {
                begins(last % 12 + 1, 1)
            }
            // *in the three months since the season opened on November 1*
            Expression::MonthsTo(count, last, YearRef::Open)
                if m.tokens.clone().any(|at| matches!(view.norm(at), "season" | "campaign")) =>
            {
                begins((last + 12 - count) % 12 + 1, 1)
            }
            // *the first six months of coffee year 2019/20*: from October, as the organisations of coffee and cocoa count.
            Expression::In(Part::Months(..) | Part::Quarter(_) | Part::Half(_), YearRef::FiscalFrom(_))
                if named_for_beans(view, m) =>
            {
                begins(10, 1)
            }
            // *25.80 million tonnes in 1986/87 ended March 31*
            Expression::SplitYear(_) | Expression::In(Part::Year, YearRef::FiscalFrom(_)) => {
                match year_of_days(view, m, expression)?.0 {
                    Expression::YearTo(Part::Day(month, day), _) => day_after(month, day),
                    Expression::YearTo(Part::Months(_, last), _) => begins(last % 12 + 1, 1),
                    _ => None,
                }
            }
            // *the October-September season*
            Expression::In(Part::Months(first, last), _) if last % 12 + 1 == first => begins(first, 1),
            Expression::In(Part::Months(first, last), _) if first == last => told(view, m, first, None),
            Expression::In(Part::Day(month, day), _) => told(view, m, month, Some(day)),
            _ => None,
        }
    })
}

/// Whether a year stands beside *coffee year* or *cocoa season* (International Coffee Agreement 2007, Article 2; International Cocoa
/// Agreement 2010, Article 2).
fn named_for_beans(view: &View<'_>, year: &Mention) -> bool {
    let beans = |at: usize| matches!(view.norm(at), "coffee" | "cocoa");
    let named = |at: usize| matches!(view.norm(at), "year" | "season");
    let (start, end) = (year.tokens.start, year.tokens.end);
    (start.saturating_sub(2)..=end).any(|at| beans(at) && named(at + 1))
}

/// *in the year to June*, *in the year ended June 30*: the year that a text counts in.
pub fn accounting_year(view: &View<'_>) -> Option<FiscalYear> {
    view.mentions.iter().find_map(|m| match m.what {
        What::Period(Expression::YearTo(Part::Months(first, last), _)) if first == last => begins(last % 12 + 1, 1),
        What::Period(Expression::YearTo(Part::Day(month, day), _)) => day_after(month, day),
        _ => None,
    })
}

/// Whether a sentence tells of a year that is not the calendar's: *the past Iranian calendar year*, *the first month of fiscal 2023*.
pub fn tells_fiscal_year(view: &View<'_>) -> bool {
    let fiscal = |year| matches!(year, YearRef::Fiscal(_) | YearRef::FiscalNamed(_) | YearRef::FiscalFrom(_));
    view.mentions.iter().any(|m| matches!(m.what, What::Period(Expression::In(_, year)) if fiscal(year)))
}

/// *the previous Persian year*, *the solar year 1402*: whether a sentence names the years that begin with spring, in whatever country.
pub fn counts_from_spring(view: &View<'_>) -> bool {
    let named = |at: usize| matches!(view.norm(at), "iranian" | "persian" | "solar" | "shamsi" | "hijri");
    periods(view).any(|(m, ..)| m.tokens.clone().any(named))
}

/// The year that begins on the day after this one.
fn day_after(month: u32, day: u32) -> Option<FiscalYear> {
    let next = NaiveDate::from_ymd_opt(2023, month, day)?.succ_opt()?;
    begins(next.month(), next.day())
}

/// A year that begins on this day, where that is not the calendar's.
fn begins(month: u32, day: u32) -> Option<FiscalYear> {
    ((month, day) > (1, 1)).then_some(FiscalYear { month, day, named_by_start: false })
}

/// The year of a season that a clause says the first or last day of.
fn told(view: &View<'_>, mention: &Mention, month: u32, day: Option<u32>) -> Option<FiscalYear> {
    let small =
        |at: &usize| matches!(view.norm(*at), "on" | "in" | "at" | "from" | "the" | "last" | "end" | "of" | "this");
    let verb = (view.range.start..mention.tokens.start).rev().find(|at| !small(at))?;
    let season = |at: &usize| is_season(view.norm(*at));
    let near = verb.saturating_sub(7).max(view.range.start)..verb;
    match view.norm(verb) {
        "began" | "begins" | "begin" | "beginning" | "started" | "starts" | "starting" | "opened" | "opens"
        | "opening"
            if near.clone().rev().any(|at| season(&at)) =>
        {
            begins(month, day.unwrap_or(1))
        }
        "ended" | "ends" | "ending" if near.clone().rev().any(|at| season(&at)) => {
            day.map_or(begins(month % 12 + 1, 1), |day| day_after(month, day))
        }
        // *since the start of the season on July 1*, *of this year's harvest on Oct. 1*
        "season" | "campaign" | "year" | "harvest" | "crop" if verb + 1 < mention.tokens.start => {
            let opens = near.clone().rev().any(|at| matches!(view.norm(at), "start" | "beginning" | "opening"));
            begins(month, day.unwrap_or(1)).filter(|_| opens)
        }
        _ => None,
    }
}

/// The days that a bracket gives right behind a fiscal year.
pub fn days_in_bracket(view: &View<'_>, fiscal: &Mention) -> Option<(Expression, Span)> {
    // *the 2023/2024 marketing year (July-February)*
    if let What::Period(Expression::SplitYear(year)) = fiscal.what {
        return view.mentions.iter().find_map(|m| match m.what {
            What::Period(Expression::In(part @ Part::Months(..), YearRef::Open))
                if m.tokens.start > fiscal.tokens.end
                    && m.tokens.start <= fiscal.tokens.end + 3
                    && view.norm_before(m.tokens.start, 1) == "(" =>
            {
                Some((Expression::In(part, YearRef::FiscalFrom(year)), m.span))
            }
            _ => None,
        });
    }
    // *the current fiscal year's first six months (March 21-Sept. 22)*
    let reach = fiscal.tokens.end + if view.norm(fiscal.tokens.end) == "first" { 5 } else { 3 };
    view.mentions.iter().find_map(|m| match m.what {
        What::Period(expression @ (Expression::In(Part::Days(..), _) | Expression::Span(..)))
            if m.tokens.start > fiscal.tokens.start && m.tokens.start <= reach =>
        {
            Some((expression, m.span))
        }
        _ => None,
    })
}

/// The twelve months that the words behind a fiscal year say: *which ended on July 16*, *from April 1*.
pub fn year_of_days(view: &View<'_>, fiscal: &Mention, expression: Expression) -> Option<(Expression, Span)> {
    // The financial year 2023/24 ends in 2024.
    let second = match expression {
        Expression::In(Part::Year, YearRef::Fiscal(_) | YearRef::FiscalNamed(_)) | Expression::Season(_) => None,
        // *in the previous fiscal year (ended on March 19)*
        Expression::YearsEarlier(1) if fiscal.tokens.clone().any(|at| is_prior(view.norm(at))) => None,
        Expression::In(Part::Year, YearRef::FiscalFrom(year)) | Expression::SplitYear(year) => year.checked_add(1),
        _ => return None,
    };
    let (mention, day) = view.mentions.iter().find_map(|m| match m.what {
        What::Period(Expression::In(part @ (Part::Day(..) | Part::Months(..)), year))
            if m.tokens.start > fiscal.tokens.start && m.tokens.start <= fiscal.tokens.end + 6 =>
        {
            Some((m, (part, year)))
        }
        _ => None,
    })?;
    let words = fiscal.tokens.end..mention.tokens.start;
    let says = |wanted: &[&str]| words.clone().any(|at| wanted.contains(&view.norm(at)));
    // *from 1985/86 contracts were shipped up to February 2*
    if says(&["was", "were", "been", "up"]) {
        return None;
    }
    // *2024/25 output of sugar through January*: what was made until then is not the year.
    let right_behind = words.len() <= 3 && says(&["to", "through"]);
    if right_behind || says(&["ended", "ending", "ends", "closed", "closes", "finished", "concluded", "concluding"]) {
        let year = second.filter(|_| day.1 == YearRef::Open).map_or(day.1, YearRef::Absolute);
        return Some((Expression::YearTo(day.0, year), mention.span));
    }
    if second.is_some() || !says(&["from", "beginning", "begins", "began", "starting", "started", "starts"]) {
        return None;
    }
    // *the current season, which began on October 1*
    if says(&["began", "started"]) {
        return Some((Expression::YearFrom(day.0, day.1), mention.span));
    }
    let (Part::Day(month, _) | Part::Months(month, _)) = day.0 else { return None };
    // The year from April ends with the March after it.
    let last = if month == 1 { 12 } else { month - 1 };
    let year = match day.1 {
        YearRef::Absolute(year) if month > 1 => YearRef::Absolute(year + 1),
        year => year,
    };
    Some((Expression::YearTo(Part::Months(last, last), year), mention.span))
}

/// *the fiscal year 2023/24, which ended in June*: whether a time only says which days another one has.
pub fn tells_days(view: &View<'_>, mention: &Mention) -> bool {
    periods(view).any(|(m, e, _)| {
        m.tokens.end <= mention.tokens.start && year_of_days(view, m, e).is_some_and(|(_, span)| span == mention.span)
    })
}
