//! When a text that has no date of publication was told, as its own words let one know.
//!
//! | text | told |
//! | --- | --- |
//! | *ASHGABAT, 17 May 2023 - ...* | on that day |
//! | *Feb 26 - ... In 2024 as a whole the average was 811,000 bpd* | on that day of the year after |
//! | *61,000 tonnes in January, compared with 88,000 in January 2023* | in 2024, about January |
//! | *exports in April 2026* | in 2026, about April |
//! | *fell in May ... from 8.4 billion in May 1986*, *against the same month of 1986* | in 1987, about May |
//! | *in November ... the ninth month of decrease since March 2020* | in 2020, about November |
//! | *77 TWh last year, up from 72 TWh in 2024* | in 2026 |
//! | *Trade gap hits record in 2004* over it | in the year after |

use chrono::{Datelike, NaiveDate};

use super::Heard;
use crate::lexicon::words::{is_extreme, is_or_was, leads_to_end, points_back};
use crate::lexicon::{Cue, Relation};
use crate::mention::{Expression, Length, Mention, Part, What, YearRef};
use crate::model::Status;
use crate::token::{Shape, Token};

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
    let (month, whole) = (last_month(&prose, tokens, headed), years_told(&prose).max());
    let compared = years_compared(&prose, tokens).max();
    // A year that a text does not open with can be any that it looks back to.
    let opens = whole.filter(|last| years_told(&prose[..prose.len().min(2)]).any(|year| year == *last));
    let told = match (month, opens) {
        // *In December ... Over 2016 as a whole*, *in April 2026 ... in 2026*
        (Some((year, month)), Some(whole)) if whole > year || whole == year && month == 12 => Some(whole + 1),
        (Some((year, _)), _) => Some(year),
        // *Trade gap hits record in 2004*, over *last year*: a headline is of its day, an opening sentence need not be.
        (None, Some(whole)) if headed && years_told(&prose[..prose.len().min(1)]).any(|year| year == whole) => {
            Some(whole + 1)
        }
        // *imports seen falling in 2025*, over *fell 2 percent to 173 million tonnes in 2024*
        (None, Some(whole)) => year_foretold(&prose, tokens).filter(|year| *year == whole + 1),
        (None, None) => year_foretold(&prose, tokens),
    };
    let year = told.max(compared);
    let day = day_told(&prose, month, compared).or_else(|| dateline(heard, &prose, month, compared));
    Present { day, year, month }
}

/// A full date in the first sentences of a text or its last, where it tells of nothing later.
fn day_told(prose: &[&[Mention]], month: Option<(i32, u32)>, compared: Option<i32>) -> Option<NaiveDate> {
    let full = |mention: &Mention| match mention.what {
        What::Period(Expression::In(Part::Day(month, day), YearRef::Absolute(year))) => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        _ => None,
    };
    let own = prose.iter().take(3).chain(prose.last()).copied().flatten().find_map(full);
    // *They established relations on May 10, 1992. In 2019, their trade made 122 million.*
    let last = years_told(prose).chain(month.map(|(year, _)| year)).chain(compared).max();
    own.filter(|day| last.is_none_or(|last| last <= day.year()))
}

/// Whether a sentence speaks of nothing to come.
fn is_told(mentions: &[Mention]) -> bool {
    let ahead = |m: &Mention| matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Status(s) if *s != Status::Actual)));
    !mentions.iter().any(ahead)
}

/// The whole years that a text writes down.
fn years_told(prose: &[&[Mention]]) -> impl Iterator<Item = i32> {
    let years = |m: &Mention| match m.what {
        What::Period(Expression::In(Part::Year, YearRef::Absolute(year))) => Some(year),
        _ => None,
    };
    // Few sentences tell a year: whether what it tells is over is asked of those.
    prose.iter().flat_map(move |mentions| mentions.iter().filter_map(years).filter(|_| is_told(mentions)))
}

/// The years that what is told lies in, by what it is compared with: the same months of 1986 are compared with those of 1987,
/// *last year, up from 72 TWh in 2024* was 2025.
fn years_compared<'m>(prose: &'m [&'m [Mention]], tokens: &'m [Token<'_>]) -> impl Iterator<Item = i32> {
    prose.iter().flat_map(move |mentions| {
        let years = mentions.iter().enumerate().filter_map(move |(at, m)| match m.what {
            What::Period(Expression::SamePeriodOf(year)) if !this_year(&mentions[..at]) => year.checked_add(1),
            What::Period(Expression::In(Part::Year, YearRef::Absolute(year))) => {
                let since = mentions[..at].iter().rev().find_map(|before| match before.what {
                    What::Period(Expression::Relative(Length::Year, back @ -1..=0)) => Some(-back),
                    _ => None,
                })?;
                // *30 percent above the level of 2019*, *compared with 2019 levels*: of any year before.
                let level = |at: usize| {
                    let level = |t: &Token<'_>| is_extreme(t.norm.as_ref()) || t.norm.as_ref() == "levels";
                    tokens.get(at).is_some_and(level)
                };
                let near = m.tokens.start.saturating_sub(4)..m.tokens.end + 3;
                (is_compared(mentions, at, tokens) && !near.into_iter().any(level)).then_some(year + 1 + since)
            }
            _ => None,
        });
        years.filter(|_| is_told(mentions))
    })
}

/// *in the first 11 months of this year compared with the same period in 2021*: a year that is named beside *this year* can be any.
fn this_year(mentions: &[Mention]) -> bool {
    mentions.iter().any(|m| matches!(m.what, What::Period(Expression::In(_, YearRef::Publication(0)))))
}

/// Whether words of comparison stand before a time, with no more between than the figures told for it, or a figure that is
/// known: *double the 3.38 million of October 2017*.
fn is_compared(mentions: &[Mention], at: usize, tokens: &[Token<'_>]) -> bool {
    const FIGURES: usize = 14;
    let start = mentions[at].tokens.start;
    let norm = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    // *up from 16 million in May*, but *data from the customs*
    let figure = |m: &&Mention| matches!(m.what, What::Quantity(_) | What::Period(_));
    let next_to = |m: &Mention, f: &Mention| {
        let near = (m.tokens.end..m.tokens.end + 4).contains(&f.tokens.start);
        near && !(m.tokens.end..f.tokens.start).any(|at| matches!(tokens[at].shape, Shape::Mark(_)))
    };
    let from_figure = |m: &Mention| {
        m.tokens.len() > 1 || norm(m.tokens.start) != "from" || mentions.iter().filter(figure).any(|f| next_to(m, f))
    };
    let compares =
        |m: &Mention| matches!(&m.what, What::Cues(cues) if cues.contains(&Cue::Relation(Relation::Compare)));
    // *compared to May 2025 (20.5 days in May 2026)*
    let dated = |m: &Mention| matches!(m.what, What::Period(Expression::In(_, YearRef::Absolute(_))));
    let near = || mentions[..at].iter().rev().take_while(|m| m.tokens.end + FIGURES > start).take_while(|m| !dated(m));
    let known = |m: &Mention| {
        matches!(m.what, What::Quantity(_))
            && (m.tokens.end..=m.tokens.end + 1).contains(&start)
            && matches!(norm(m.tokens.start.wrapping_sub(1)), "the" | "that")
    };
    near().any(|m| compares(m) && from_figure(m) || known(m))
        // *from May 2022*, but *from January to May 2022* tells how long.
        || norm(start) == "from" && !mentions[at].tokens.clone().any(|at| matches!(norm(at), "to" | "through" | "until"))
        // *was 10.7 billion whereas it was 11.9 billion in August 2020*
        || (start.saturating_sub(FIGURES)..start).any(|at| norm(at) == "whereas")
        || (start.saturating_sub(2)..start).any(|at| matches!(norm(at), "than" | "above" | "below"))
        // *an increase of 3 per cent over 2022*, *up 12 percent on 2022*
        || matches!(norm(start.wrapping_sub(1)), "over" | "on")
            && mentions[..at].iter().any(|m| {
                matches!(&m.what, What::Quantity(q) if q.quantity.unit.is_ratio()) && m.tokens.end + 1 == start
            })
}

/// Words that a time far back is told with: *since May 2003*, *the previous record of 12.35 million set in May of 2018*.
fn looks_back_by(word: &str) -> bool {
    matches!(word, "since" | "before" | "previous" | "peak" | "peaked")
}

/// *They were 20.2 billion in February 1986*: whether the sentence of a time goes on with what was told before.
fn of_told(at: usize, tokens: &[Token<'_>]) -> bool {
    const CLAUSE: usize = 12;
    let ends = |at: &usize| tokens[*at].is_mark('.') && !tokens[*at + 1].is_joined();
    let first = (0..at).rev().take(CLAUSE).find(ends);
    let word = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    first.is_some_and(|stop| points_back(word(stop + 1)))
}

/// *The May price was 103 per barrel. The price in May 1997 was 131*: whether the noun that the time at `at` stands behind had an
/// amount in the sentence before as well.
fn told_again(prose: &[&[Mention]], place: usize, at: usize, tokens: &[Token<'_>]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    let time = &prose[place][at].tokens;
    let (Some(noun), Some(before)) = (time.start.checked_sub(2), place.checked_sub(1)) else { return false };
    let amount = |m: &&Mention| matches!(&m.what, What::Quantity(q) if !q.quantity.unit.is_ratio());
    let Some(told) = prose[before].iter().find(amount) else { return false };
    let alike = (told.tokens.start.saturating_sub(12)..told.tokens.start).any(|at| word(at) == word(noun));
    let own = prose[place].first().is_some_and(|m| m.tokens.start + 6 >= time.start);
    alike && own && matches!(word(time.start - 1), "in" | "for") && is_or_was(word(time.end))
}

/// *| Q3 2015 | Q2 2015 |*: whether a time stands over a column.
fn heads_column(time: &Mention, tokens: &[Token<'_>]) -> bool {
    time.tokens.start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|t| t.is_mark('|'))
}

/// The month that a part of a year ends with.
fn last(part: Part) -> Option<u32> {
    match part {
        Part::Year => None,
        Part::Half(half) => Some(6 * half),
        Part::Quarter(quarter) => Some(3 * quarter),
        Part::Months(_, month) | Part::Day(month, _) | Part::Days(.., month, _) => Some(month),
    }
}

/// The month that a time without a year ends with: *in May*, *January to May*, *in the ten months to October*.
fn open_until(expression: Expression) -> Option<u32> {
    match expression {
        Expression::In(part, YearRef::Open | YearRef::Publication(0)) if !matches!(part, Part::Day(..)) => last(part),
        Expression::MonthsTo(_, month, YearRef::Open) => Some(month),
        _ => None,
    }
}

/// The last month that a text tells of with its year, or compares with the same of a year before.
fn last_month(prose: &[&[Mention]], tokens: &[Token<'_>], headed: bool) -> Option<(i32, u32)> {
    // *the lowest since the invasion in February 2022* looks back.
    let looks_back = |m: &Mention| {
        (m.tokens.start.saturating_sub(9)..m.tokens.start).any(|at| looks_back_by(tokens[at].norm.as_ref()))
    };
    let open = |mentions: &[Mention], month: u32| {
        mentions.iter().any(|m| matches!(m.what, What::Period(e) if open_until(e) == Some(month)))
    };
    // A headline names what the text then tells the year of.
    let body = usize::from(headed && prose.len() > 1);
    let of_year = |place: usize, mentions: &[Mention], at: usize| match mentions[at].what {
        What::Period(Expression::In(part, YearRef::Absolute(year))) if !looks_back(&mentions[at]) => {
            let month = last(part)?;
            // `| Q3 2015 | Q2 2015 |`: heads of columns compare nothing.
            if heads_column(&mentions[at], tokens) {
                return Some((year, month));
            }
            let own = What::Period(Expression::In(part, YearRef::Open));
            let same = |mentions: &[Mention]| mentions.iter().any(|m| m.what == own);
            let compared = same(&mentions[..at])
                || is_compared(mentions, at, tokens) && prose[body..].iter().any(|other| open(other, month))
                || (at == 0 || of_told(mentions[at].tokens.start, tokens) || told_again(prose, place, at, tokens))
                    && prose[..place].iter().skip(body).any(|other| same(other));
            (compared || is_told(mentions)).then_some((year + i32::from(compared), month))
        }
        // *January-October, half of what came in the same months of 2019*
        What::Period(Expression::SamePeriodOf(year)) if !this_year(&mentions[..at]) => {
            let told = prose[..place].iter().copied().flatten().chain(&mentions[..at]);
            let mut month = told.filter_map(|m| match m.what {
                What::Period(e) => open_until(e),
                _ => None,
            });
            Some((year.checked_add(1)?, month.next_back()?))
        }
        // *the ninth month of decrease since March 2020*
        What::Period(Expression::Since(Part::Months(month, _), YearRef::Absolute(year))) => {
            let months = month + months_in_row(tokens, &mentions[at])? - 2;
            Some((year.checked_add(i32::try_from(months / 12).ok()?)?, months % 12 + 1))
        }
        _ => None,
    };
    let told = prose.iter().enumerate();
    told.filter_map(|(place, mentions)| (0..mentions.len()).filter_map(|at| of_year(place, mentions, at)).max()).max()
}

/// *the ninth consecutive month of decrease since March 2020*: how many months, told before the time that they began.
fn months_in_row(tokens: &[Token<'_>], since: &Mention) -> Option<u32> {
    const ORDINALS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    let norm = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    let first = since.tokens.start.saturating_sub(9);
    let month = (first..since.tokens.start).rev().find(|at| matches!(norm(*at), "month" | "monthly"))?;
    let ordinal = (month.saturating_sub(3)..month).rev().find_map(|at| {
        let word = norm(at);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        ORDINALS.iter().position(|o| *o == word).map(|n| n as u32 + 1).or_else(|| digits.parse().ok())
    })?;
    (2..=60).contains(&ordinal).then_some(ordinal)
}

/// The year that a text which looks ahead opens with: *sees 2020 grain production at 295 million tonnes*.
fn year_foretold(prose: &[&[Mention]], tokens: &[Token<'_>]) -> Option<i32> {
    prose.iter().take(2).copied().flatten().find_map(|m| match m.what {
        What::Period(Expression::In(Part::Year, YearRef::Absolute(year))) => {
            let before = m.tokens.start.checked_sub(1).map_or("", |at| tokens[at].norm.as_ref());
            (!(leads_to_end(before) || before == "by")).then_some(year)
        }
        _ => None,
    })
}

/// The day of a dateline that leaves out its year: the first such day after the last time that the text tells.
fn dateline(
    heard: &[Heard],
    prose: &[&[Mention]],
    last_month: Option<(i32, u32)>,
    compared: Option<i32>,
) -> Option<NaiveDate> {
    let (month, day) = prose.iter().take(3).copied().flatten().find_map(|m| match m.what {
        What::Period(Expression::In(Part::Day(month, day), YearRef::Open)) => Some((month, day)),
        _ => None,
    })?;
    // A year is told as a whole once it is about over.
    let whole = years_told(prose).max().map(|year| (year, 11));
    let compared = compared.map(|year| (year, 1));
    let last = last_month.into_iter().chain(whole).chain(compared).max();
    // The years at the head of a table can be any that end in them.
    let headed = || heard.iter().map(|h| &h.mentions[..]).filter_map(|row| years_told(&[row]).max()).max();
    let (year, told) = last.or_else(|| Some((headed()?, 1)))?;
    NaiveDate::from_ymd_opt(year + i32::from(month < told), month, day)
}
