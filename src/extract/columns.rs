//! Heads of columns that stand beside or over each other: what one leaves open the others tell.
//!
//! | heads | the last is of |
//! | --- | --- |
//! | `Jun-17`, `May-17`, `YTD 2017` | January to June 2017 |
//! | `Apr 87`, `Mar 87`, `Apr 86` | April 1986 |
//! | `Sept 1987`, `Aug 1987`, `Year ago` | September 1986 |
//! | `Current`, `February` | the month of publication |
//! | `Week ended` over `Oct 1`, `Previous` over `week` | the week to September 24 |

use std::ops::Range;

use super::table::{Label, Table};
use super::view::View;
use crate::lexicon::words::{ends_phrase, opens_figure};
use crate::mention::{Expression, Form, Length, Part, What, YearRef};
use crate::model::{MONTHS, Period};
use crate::resolve::Clock;
use crate::token::Shape;

/// A step from one stretch of time to another, as a head of a column words it: *Year ago*, *Previous week*.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Step {
    /// Whether it goes back: *ago*, *previous*.
    pub back: bool,
    /// How long the stretches are that it counts: *year*, *week*.
    pub length: Option<Length>,
    /// Whether a stretch ends with the day that stands below: *Week ended*.
    pub ends: bool,
}

impl Step {
    /// The step that the words of a cell tell.
    pub fn of(view: &View<'_>, cell: &Range<usize>) -> Step {
        let mut step = Step::default();
        for at in cell.clone() {
            match view.norm(at) {
                "ago" | "earlier" | "previous" | "prev" | "preceding" | "prior" | "last" | "before" => step.back = true,
                "ended" | "ending" | "to" => step.ends = true,
                "year" | "yr" => step.length = Some(Length::Year),
                "quarter" => step.length = Some(Length::Quarter),
                "month" | "mth" => step.length = Some(Length::Month),
                "week" | "wk" => step.length = Some(Length::Week),
                _ => {}
            }
        }
        step
    }

    /// This step and that of the cell above it.
    pub fn under(self, upper: Step) -> Step {
        Step { back: self.back || upper.back, length: self.length.or(upper.length), ends: self.ends || upper.ends }
    }

    /// Whether it says nothing.
    pub fn is_none(self) -> bool {
        self == Step::default()
    }

    /// The stretch that it leads to from `period`.
    pub fn from(self, period: Period) -> Option<Period> {
        match self.length {
            Some(Length::Year) => period.year_before(),
            _ => period.previous(),
        }
    }
}

impl Table {
    /// This head row with a second one below it, whose cells stand under those of this one.
    pub fn with_second_row(&self, lower: &Table, clock: &Clock) -> Table {
        let (upper, below) = (&self.columns, &lower.columns);
        // *2021/22  2022/23  2023/24* over *est.  forecast*: words under some of the columns.
        if lower.no_stub && below.len() < upper.len() {
            let mut columns = upper.clone();
            for label in below {
                let near = |column: &&mut Label| column.at.abs_diff(label.at);
                if let Some(column) = columns.iter_mut().skip(usize::from(!self.no_stub)).min_by_key(near) {
                    *column = label.under(column, clock);
                }
            }
            return Table { columns, ..self.clone() };
        }
        let data = |n: usize, no_stub: bool| n - usize::from(!no_stub).min(n);
        let (wide, narrow) = (data(below.len(), lower.no_stub), data(upper.len(), self.no_stub));
        let over = |place: usize, label: &Label| -> Option<&Label> {
            if !lower.no_stub && place == 0 {
                return upper.first().filter(|_| !self.no_stub);
            }
            let place = place - usize::from(!lower.no_stub);
            if narrow > 0 && wide % narrow == 0 {
                return upper.get(place / (wide / narrow) + usize::from(!self.no_stub));
            }
            upper.iter().rev().find(|u| u.at <= label.at + 4)
        };
        let columns = below
            .iter()
            .enumerate()
            .map(|(place, label)| over(place, label).map_or_else(|| label.clone(), |upper| label.under(upper, clock)))
            .collect();
        Table {
            columns,
            above: lower.above.clone(),
            no_stub: lower.no_stub,
            group: self.group.clone(),
            ..Table::default()
        }
    }

    /// This head row of times over a row of so many cells, a label and some figures for each: *1986/87  1985/86* over `0.10 0.12 0.09 0.09`.
    pub fn spread(&self, cells: usize) -> Option<Table> {
        let stub = usize::from(!self.no_stub).min(self.columns.len());
        let heads = &self.columns[stub..];
        let wide = cells.checked_sub(1)?;
        let each = wide.checked_div(heads.len()).filter(|each| *each > 1 && each * heads.len() == wide)?;
        let timed = heads.len() > 1 && heads.iter().all(|head| head.period.is_some() && head.head.is_none());
        let under = heads.iter().flat_map(|head| std::iter::repeat_n(head.clone(), each));
        let columns = std::iter::once(Label::default()).chain(under).collect();
        timed.then(|| Table { columns, no_stub: false, ..self.clone() })
    }
}

/// Settles what the heads of a row tell together.
pub fn settle(labels: &mut [Label], clock: &Clock) {
    for label in labels.iter_mut() {
        ended(label, clock);
    }
    short_days(labels, clock);
    current(labels, clock);
    months_to_date(labels, clock);
    steps_back(labels, clock);
}

/// `Current | February`: the month of publication, beside another month.
fn current(labels: &mut [Label], clock: &Clock) {
    let Some(day) = clock.published else { return };
    let (year, month) = (chrono::Datelike::year(&day), chrono::Datelike::month(&day));
    let this = Period::month(year, month);
    let other = |l: &Label| l.period.is_some_and(|p| p.whole_months() == Some(1) && Some(p) != this);
    if !labels.iter().any(other) {
        return;
    }
    let now = |l: &&mut Label| {
        let words = l.words.as_ref().is_some_and(|w| matches!(w.as_str(), "current" | "latest" | "now"));
        l.period.is_none() && words
    };
    for label in labels.iter_mut().filter(now) {
        label.expression = Some(Expression::In(Part::Months(month, month), YearRef::Absolute(year)));
        (label.period, label.words) = (this, None);
    }
}

/// *Week ended* over *Oct 1*: the week to that day.
fn ended(label: &mut Label, clock: &Clock) {
    let (Some(length), Some(Expression::In(part @ Part::Day(..), year))) = (label.step.length, label.expression) else {
        return;
    };
    if label.step.ends && !label.step.back {
        let expression = Expression::StretchTo(1, length, part, year);
        (label.expression, label.period) = (Some(expression), clock.resolve(expression));
    }
}

/// `Apr 21 | Mar 21 | Apr 20`: what could be days of months are their years, where one month stands beside itself a year
/// before and the text is of that time.
fn short_days(labels: &mut [Label], clock: &Clock) {
    let day = |label: &Label| match label.expression {
        Some(Expression::In(Part::Day(month, day), YearRef::Open)) => Some((month, day)),
        _ => None,
    };
    let Some(now) = clock.published.map(|day| chrono::Datelike::year(&day)) else { return };
    let written: Vec<(u32, u32)> = labels.iter().filter_map(day).collect();
    let year_apart = |(month, day): (u32, u32)| written.contains(&(month, day + 1));
    let recent = |year: i32| (0..=1).contains(&(now.rem_euclid(100) - year));
    let latest = written.iter().map(|(_, day)| *day).max().and_then(|day| i32::try_from(day).ok());
    if !written.iter().copied().any(year_apart) || !latest.is_some_and(recent) {
        return;
    }
    for label in labels.iter_mut() {
        let Some((month, year)) = day(label) else { continue };
        let year = i32::try_from(year).map_or(now, |year| now - now.rem_euclid(100) + year);
        let expression = Expression::In(Part::Months(month, month), YearRef::Absolute(year));
        (label.expression, label.period) = (Some(expression), clock.resolve(expression));
    }
}

/// A part of a year and two digits of its year, in a cell of nothing else: `Apr 87`, `Q1 24`; and the token of the digits.
pub fn short_year(view: &View<'_>, cell: &Range<usize>) -> Option<(Expression, usize)> {
    let last = cell.end.checked_sub(1).filter(|last| cell.len() <= 4 && *last > cell.start)?;
    let token = &view.tokens[last];
    let short: i32 = token.text.parse().ok().filter(|_| token.shape == Shape::Digits && token.text.len() == 2)?;
    let part = view.mentions.iter().find_map(|m| match m.what {
        What::Period(Expression::In(part, YearRef::Open)) if m.tokens == (cell.start..last) => Some(part),
        _ => None,
    });
    let part = part.filter(|part| !matches!(part, Part::Day(..) | Part::Days(..)));
    let part = part.or_else(|| month(view.norm(cell.start)).filter(|_| cell.len() == 2 && short > 31))?;
    let year = short + if short > 40 { 1900 } else { 2000 };
    Some((Expression::In(part, YearRef::Absolute(year)), last))
}

/// The month that a word of three letters or four is short for, be it another word elsewhere: *Mar*, *May*.
fn month(word: &str) -> Option<Part> {
    let place = MONTHS.iter().position(|name| word.starts_with(&name[..3])).filter(|_| word.len() <= 4)?;
    let month = u32::try_from(place + 1).ok()?;
    Some(Part::Months(month, month))
}

/// `Jun-17 | May-17 | YTD 2017`: the months to date end with the latest month that a column names.
fn months_to_date(labels: &mut [Label], clock: &Clock) {
    let month = labels.iter().find_map(|label| match label.expression {
        Some(Expression::In(Part::Months(first, last), _)) if first == last => Some(last),
        _ => None,
    });
    let Some(month) = month else { return };
    for label in labels {
        if let Some(Expression::ToDate(year)) = label.expression {
            let expression = Expression::In(Part::Months(1, month), year);
            (label.expression, label.period) = (Some(expression), clock.resolve(expression));
        }
    }
}

/// `Sept 1987 | Aug 1987 | Year ago`: a step back from the first stretch that a column names, else from the one spoken of.
fn steps_back(labels: &mut [Label], clock: &Clock) {
    let first = labels.iter().find(|l| l.period.is_some() && !l.step.back && l.kind.is_none()).and_then(|l| l.period);
    let Some(from) = first.or(clock.spoken) else { return };
    for label in labels.iter_mut().filter(|l| l.step.back && l.kind.is_none()) {
        // *Last year* beside *This year* is one; beside *May* it is May of the year before.
        let coarse = label.period.is_some_and(|p| p.days() > from.days());
        if label.period.is_none() || coarse {
            label.period = label.step.from(from);
            label.expression = label.expression.filter(|_| !coarse);
        }
    }
}

/// The cells of a line without marks between them: a label, a figure, and a second one in brackets: *Italy 210,400 (198,300)*.
pub fn of_plain_row(view: &View<'_>) -> Option<Vec<Range<usize>>> {
    let range = view.range.clone();
    if range.len() > 12 {
        return None;
    }
    // *1. Italy 210*
    let counted = matches!(view.norm(range.start + 1), "." | ")")
        && view.tokens[range.start].shape == Shape::Digits
        && view.tokens[range.start].text.len() <= 2;
    let told = || view.quantities.iter().filter(|q| !counted || view.mentions[**q].tokens.start > range.start);
    let figures: Vec<&Range<usize>> = told().map(|q| &view.mentions[*q].tokens).collect();
    let first = *figures.first().filter(|_| figures.len() <= 2)?;
    let bare = told().filter_map(|q| view.quantity(*q)).all(|q| q.form == Form::Bare);
    let mark = usize::from(matches!(view.norm(range.start), "-" | "*" | "•"));
    let bullet = if counted { 2 } else { mark };
    let colon = usize::from(opens_figure(view.norm_before(first.start, 1)));
    let label = range.start + bullet..first.start.checked_sub(colon)?;
    let plain = (1..=6).contains(&label.len())
        && label.clone().all(|at| {
            view.tokens[at].shape == Shape::Word
                || opens_figure(view.norm(at))
                || matches!(view.norm(at), "." | "'" | ")" | "&")
        })
        && view.tokens[label.start].is_capitalised();
    if !bare || !plain {
        return None;
    }
    let mut cells = vec![label, first.clone()];
    let mut end = first.end;
    if let Some(second) = figures.get(1) {
        if view.norm(end) != "(" || second.start != end + 1 || view.norm(second.end) != ")" {
            return None;
        }
        cells.push((*second).clone());
        end = second.end + 1;
    }
    let stop = usize::from(ends_phrase(view.norm(end)) && end + 1 == range.end);
    (end + stop == range.end).then_some(cells)
}

/// When the figures in brackets of the rows below a line are of, in steps from those before them: *year-ago figures in brackets*,
/// *(previous month in parentheses)*.
pub fn told_in_brackets(view: &View<'_>) -> Option<Step> {
    let bracket = view.range.clone().find(|at| {
        matches!(view.norm(*at), "brackets" | "parentheses" | "parenthesis" | "bracketed")
            || matches!(view.norm(*at), "comparisons" | "comparison" | "comparative")
    })?;
    let step = Step::of(view, &(bracket.saturating_sub(8).max(view.range.start)..bracket));
    let length = step.length.or(Some(Length::Year));
    Some(Step { back: true, length, ends: false })
}
