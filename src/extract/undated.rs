//! When a text that has no date of publication was told, as its own words let one know.
//!
//! | text | told |
//! | --- | --- |
//! | *ASHGABAT, 17 May 2023 - ...* | on that day |
//! | *Feb 26 - ... In 2024 as a whole the average was 811,000 bpd* | on that day of the year after |
//! | *61,000 tonnes in January, compared with 88,000 in January 2023* | in 2024, about January |
//! | *exports in April 2026* | in 2026, about April |
//! | *Trade gap hits record in 2004* over it | in the year after |

use chrono::{Datelike, NaiveDate};

use super::Heard;
use crate::lexicon::Cue;
use crate::mention::{Expression, Mention, Part, What, YearRef};
use crate::model::Status;
use crate::token::Token;

/// What an undated text lets one know of its present.
#[derive(Debug, Clone, Copy, Default)]
pub struct Present {
    /// The day that it gives itself.
    pub day: Option<NaiveDate>,
    /// The year that it is told in.
    pub year: Option<i32>,
    /// The last month that it tells of, and its year.
    pub month: Option<(i32, u32)>,
}

/// The present of a text without a date. `headed` tells whether it opens with a headline.
pub fn present(heard: &[Heard], is_prose: impl Fn(usize) -> bool, tokens: &[Token<'_>], headed: bool) -> Present {
    let prose: Vec<&[Mention]> =
        heard.iter().enumerate().filter(|(at, _)| is_prose(*at)).map(|(_, h)| &h.mentions[..]).collect();
    let (month, whole) = (last_month(&prose, tokens), years_told(&prose).max());
    // A year that a text does not open with can be any that it looks back to.
    let opens = whole.filter(|last| years_told(&prose[..prose.len().min(2)]).any(|year| year == *last));
    let year = match (month, opens) {
        // *In December ... Over 2016 as a whole*, *in April 2026 ... in 2026*
        (Some((year, month)), Some(whole)) if whole > year || whole == year && month == 12 => Some(whole + 1),
        (Some((year, _)), _) => Some(year),
        // *Trade gap hits record in 2004*, over *last year*: a headline is of its day, an opening sentence need not be.
        (None, Some(whole)) if headed && years_told(&prose[..prose.len().min(1)]).any(|year| year == whole) => {
            Some(whole + 1)
        }
        (None, Some(_)) => None,
        (None, None) => year_foretold(&prose, tokens),
    };
    let day = day_told(&prose, month).or_else(|| dateline(heard, &prose, month));
    Present { day, year, month }
}

/// A full date in the first sentences of a text or its last, where it tells of nothing later.
fn day_told(prose: &[&[Mention]], month: Option<(i32, u32)>) -> Option<NaiveDate> {
    let full = |mention: &Mention| match mention.what {
        What::Period(Expression::In(Part::Day(month, day), YearRef::Absolute(year))) => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        _ => None,
    };
    let own = prose.iter().take(3).chain(prose.last()).copied().flatten().find_map(full);
    // *They established relations on May 10, 1992. In 2019, their trade made 122 million.*
    let last = years_told(prose).chain(month.map(|(year, _)| year)).chain(years_compared(prose)).max();
    own.filter(|day| last.is_none_or(|last| last <= day.year()))
}

/// What a text tells where it speaks of nothing to come.
fn told<'m>(prose: &[&'m [Mention]]) -> impl Iterator<Item = &'m [Mention]> {
    let ahead = |m: &Mention| matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Status(s) if *s != Status::Actual)));
    prose.iter().copied().filter(move |mentions| !mentions.iter().any(ahead))
}

/// The whole years that a text writes down.
fn years_told(prose: &[&[Mention]]) -> impl Iterator<Item = i32> {
    told(prose).flatten().filter_map(|m| match m.what {
        What::Period(Expression::In(Part::Year, YearRef::Absolute(year))) => Some(year),
        _ => None,
    })
}

/// What is compared with the same months of 1986 is of 1987, or of a year after.
fn years_compared(prose: &[&[Mention]]) -> impl Iterator<Item = i32> {
    told(prose).flatten().filter_map(|m| match m.what {
        What::Period(Expression::SamePeriodOf(year)) => year.checked_add(1),
        _ => None,
    })
}

/// The last month that a text tells of with its year, or compares with the same of a year before.
fn last_month(prose: &[&[Mention]], tokens: &[Token<'_>]) -> Option<(i32, u32)> {
    let last = |part: Part| match part {
        Part::Year => None,
        Part::Half(half) => Some(6 * half),
        Part::Quarter(quarter) => Some(3 * quarter),
        Part::Months(_, month) | Part::Day(month, _) | Part::Days(.., month, _) => Some(month),
    };
    // *the lowest since the invasion in February 2022* looks back.
    let looks_back = |m: &Mention| {
        (m.tokens.start.saturating_sub(8)..m.tokens.start)
            .any(|at| matches!(tokens[at].norm.as_ref(), "since" | "before"))
    };
    let dated = |mentions: &[Mention], at: usize| match mentions[at].what {
        What::Period(Expression::In(part, YearRef::Absolute(year))) if !looks_back(&mentions[at]) => {
            let open = What::Period(Expression::In(part, YearRef::Open));
            let compared = mentions[..at].iter().any(|before| before.what == open);
            last(part).map(|month| (year + i32::from(compared), month))
        }
        _ => None,
    };
    told(prose).filter_map(|mentions| (0..mentions.len()).filter_map(|at| dated(mentions, at)).max()).max()
}

/// The year that a text which looks ahead opens with: *sees 2020 grain production at 295 million tonnes*.
fn year_foretold(prose: &[&[Mention]], tokens: &[Token<'_>]) -> Option<i32> {
    prose.iter().take(2).copied().flatten().find_map(|m| match m.what {
        What::Period(Expression::In(Part::Year, YearRef::Absolute(year))) => {
            let before = m.tokens.start.checked_sub(1).map_or("", |at| tokens[at].norm.as_ref());
            (!matches!(before, "by" | "until" | "till" | "to" | "through")).then_some(year)
        }
        _ => None,
    })
}

/// The day of a dateline that leaves out its year: the first such day after the last time that the text tells.
fn dateline(heard: &[Heard], prose: &[&[Mention]], last_month: Option<(i32, u32)>) -> Option<NaiveDate> {
    let (month, day) = prose.iter().take(3).copied().flatten().find_map(|m| match m.what {
        What::Period(Expression::In(Part::Day(month, day), YearRef::Open)) => Some((month, day)),
        _ => None,
    })?;
    // A year is told as a whole once it is about over.
    let whole = years_told(prose).max().map(|year| (year, 11));
    let compared = years_compared(prose).max().map(|year| (year, 1));
    let last = last_month.into_iter().chain(whole).chain(compared).max();
    // The years at the head of a table can be any that end in them.
    let headed = || heard.iter().map(|h| &h.mentions[..]).filter_map(|row| years_told(&[row]).max()).max();
    let (year, told) = last.or_else(|| Some((headed()?, 1)))?;
    NaiveDate::from_ymd_opt(year + i32::from(month < told), month, day)
}
