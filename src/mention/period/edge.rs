//! Beginnings and ends of stretches, and what stands at them: *from early 2009 to the end of 2013*, *the quarter just ended*, *the
//! last ten days of March*, *the week of May 12*, *New Year's Eve*.

use super::{Expression, Length, Part, Read, Reader, YearRef};
use crate::lexicon::CalendarWord;
use crate::lexicon::words::{ends, is_edge_of_time};
use crate::token::Shape;

impl Reader<'_, '_> {
    /// *early 2009*, *the end of 2013*: over the words for where in a stretch, which the stretch is read without.
    pub(super) fn over_edge(&self, at: usize) -> usize {
        let start = self.skip(at, one_of!("the"));
        let near = self.skip(start + 1, one_of!("-"));
        if is_edge_of_time(self.norm(start)) && self.year(near).is_some() {
            return near;
        }
        let edge = matches!(self.norm(start), "end" | "close" | "beginning" | "start");
        if edge && self.norm(start + 1) == "of" { self.skip(start + 2, one_of!("the")) } else { at }
    }

    /// What joins the beginning of a stretch to its end: *to*, *through*, *up to and including*.
    pub(super) fn joined(&self, at: usize) -> Option<usize> {
        let next = match self.norm(at) {
            "through" if matches!(self.norm(at + 1), "to" | "until") => at + 2,
            "-" | "to" | "through" | "until" | "till" => at + 1,
            "up" if matches!(self.norm(at + 1), "to" | "until" | "till" | "through") => at + 2,
            _ => return None,
        };
        let including = self.norm(next) == "and" && self.norm(next + 1) == "including";
        Some(if including { next + 2 } else { next })
    }

    /// What says that a stretch is over, or when it will be: *to*, *ended on*, *which closed in*.
    pub(super) fn ended(&self, at: usize) -> Option<usize> {
        if let Some(next) = self.joined(at).filter(|_| self.norm(at) != "-") {
            return Some(next);
        }
        let that = self.skip(at, one_of!("that", "which"));
        let verb = if that > at { self.skip(that, one_of!("had", "has")) } else { that };
        let ends = ends(self.norm(verb)) || matches!(self.norm(verb), "closed" | "closing" | "closes" | "concluded");
        ends.then(|| self.skip(verb + 1, one_of!("on", "in", "at", "with")))
    }

    /// *the quarter just ended*, *the just-ended month*, *the year that has just closed*: the last one that is over.
    pub(super) fn just_over(&self, at: usize) -> Read<Expression> {
        let over = |at: usize| {
            matches!(
                self.norm(at),
                "ended" | "past" | "gone" | "completed" | "closed" | "concluded" | "finished" | "over"
            )
        };
        let start = self.skip(at, one_of!("the"));
        if start == at {
            return None;
        }
        let (start, before) = match self.norm(start) {
            "just" if over(self.skip(start + 1, one_of!("-"))) => (self.skip(start + 1, one_of!("-")) + 1, true),
            _ => (start, false),
        };
        let fiscal = self.word_that(start, |w| w == CalendarWord::Fiscal);
        let (length, next) = self.length(fiscal.map_or(start, |(_, end)| end))?;
        let that = self.skip(next, one_of!("that", "which"));
        let just = if that > next { self.skip(that, one_of!("has", "had")) } else { that };
        let end = match before {
            true => next,
            false if self.norm(just) == "just" && over(just + 1) => just + 2,
            false => return None,
        };
        let accounts = fiscal.is_some() && length == Length::Year;
        let last = Expression::Relative(length, -1);
        Some((if accounts { Expression::In(Part::Year, YearRef::Fiscal(-1)) } else { last }, end))
    }

    /// *the week of May 12*, *the week beginning 12 May*: the seven days from then on.
    pub(super) fn week_of(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        if self.norm(start) != "week" || !matches!(self.norm(start + 1), "of" | "beginning" | "starting" | "commencing")
        {
            return None;
        }
        let next = self.skip(start + 2, one_of!("on"));
        let weekday = self.word_that(next, |w| matches!(w, CalendarWord::Weekday(_)));
        let next = weekday.map_or(next, |(_, end)| self.skip(end, one_of!(",")));
        let (month, day, end) = self.month_and_day(next)?;
        let first = chrono::NaiveDate::from_ymd_opt(2023, month, day?)?;
        if self.joined(end).is_some() {
            return None;
        }
        let last = first.checked_add_days(chrono::Days::new(6))?;
        let (month2, day2) = (chrono::Datelike::month(&last), chrono::Datelike::day(&last));
        let (year, end) = self.trailing_year(end).unwrap_or((YearRef::Open, end));
        Some((Expression::In(Part::Days(month, day?, month2, day2), year), end))
    }

    /// *the first fortnight of May*, *the second week of June*, *the last ten days of March*, where the number of the part is
    /// read; `None` for the last one.
    pub(super) fn part_of_month(&self, number: Option<u32>, at: usize) -> Read<Part> {
        let (count, next) = self.small(at, 31).unwrap_or((1, at));
        let (length, next) = match self.norm(next) {
            "fortnight" => (15, next + 1),
            "week" | "weeks" => (7, next + 1),
            "decade" => (10, next + 1),
            "day" | "days" if count > 1 => (1, next + 1),
            // *the third ten-day period of October*
            "-" if self.norm(next + 1) == "day" && count > 1 => {
                (1, self.skip(next + 2, one_of!("period", "stretch", "span")))
            }
            _ => return None,
        };
        let (count, length) =
            if (count, length) == (10, 1) && number.is_some_and(|n| n > 1) { (1, 10) } else { (count, length) };
        if !matches!(self.norm(next), "of" | "in") {
            return None;
        }
        let (month, end) = self.month(self.skip(next + 1, one_of!("the", "month")))?;
        let last = chrono::NaiveDate::from_ymd_opt(2023, month, 31).map_or(if month == 2 { 28 } else { 30 }, |_| 31);
        let days = length * count;
        let (first, until) = match number {
            Some(1) => (1, days),
            Some(n) if count == 1 => ((n - 1) * days + 1, if length == 10 && n == 3 { last } else { n * days }),
            Some(_) => return None,
            None if length == 10 => (21, last),
            None => (last.checked_sub(days)? + 1, last),
        };
        (until <= last).then_some((Part::Days(month, first, month, until), end))
    }

    /// *1-15 May*, *from 1 to 15 May*: days before their month.
    pub(super) fn days_of_month(&self, at: usize) -> Read<Part> {
        let digits = |at: usize| self.scan.get(at).is_some_and(|t| t.shape == Shape::Digits);
        let nth = |at: usize| self.skip(at, one_of!("st", "nd", "rd", "th"));
        let (day, next) = self.small(at, 31).filter(|_| digits(at)).map(|(day, next)| (day, nth(next)))?;
        // *between the 1st and 20th of October*
        let led = at.saturating_sub(1 + usize::from(at > 0 && self.norm(at - 1) == "the"));
        let between = self.norm(next) == "and" && led >= self.scan.range.start && self.norm(led) == "between";
        let joined = if between { next + 1 } else { self.joined(next)? };
        let second = self.skip(joined, one_of!("the"));
        let (last, next) = self.small(second, 31).filter(|_| digits(second))?;
        let next = self.skip(nth(next), one_of!("of"));
        let (month, end) = self.month(next).filter(|_| self.scan.get(next).is_some_and(|t| t.is_capitalised()))?;
        (last > day).then_some((Part::Days(month, day, month, last), end))
    }

    /// *New Year's Eve*, *Christmas Day*: a day that has a name; *by New Year* is the end of the year that runs.
    pub(super) fn feast(&self, at: usize) -> Read<Expression> {
        let day = |month, day, end| Some((Expression::In(Part::Day(month, day), YearRef::Open), end));
        match self.norm(at) {
            "christmas" if self.norm(at + 1) == "eve" => day(12, 24, at + 2),
            "christmas" if self.norm(at + 1) == "day" => day(12, 25, at + 2),
            "new" if self.norm(at + 1) == "year" => {
                let owned = self.norm(at + 2) == "'" && self.norm(at + 3) == "s";
                let named = at + if owned { 4 } else { 2 };
                match self.norm(named) {
                    "eve" => day(12, 31, named + 1),
                    "day" => day(1, 1, named + 1),
                    _ => {
                        let the = usize::from(at > self.scan.range.start && self.norm(at - 1) == "the");
                        let by = at.checked_sub(1 + the).is_some_and(|by| {
                            by >= self.scan.range.start && matches!(self.norm(by), "by" | "before" | "until")
                        });
                        let whole = Expression::In(Part::Year, YearRef::Publication(0));
                        (by && !owned).then_some((whole, named))
                    }
                }
            }
            _ => None,
        }
    }

    /// *since the beginning of the year*, which ends at token `end`: up to where it says, else until now.
    pub(super) fn since_new_year(&self, year: YearRef, end: usize) -> (Expression, usize) {
        let since = || (Expression::Since(Part::Months(1, 1), year), self.until_now(end).unwrap_or(end));
        self.new_year_to(year, end).unwrap_or_else(since)
    }

    /// *from the beginning of the year to the end of March*, *since the start of 2013 up to August 1*: what joins behind the
    /// beginning of a year, which ends at token `end`.
    pub(super) fn new_year_to(&self, year: YearRef, end: usize) -> Read<Expression> {
        // *so far this year, through September*
        let aside = self.skip(end, one_of!(","));
        let end = if matches!(self.norm(aside), "through" | "until" | "till" | "up") { aside } else { end };
        let (part, last, end) = self.part_of_year(self.over_edge(self.joined(end)?))?;
        // *from the beginning of 2014 to the end of 2017*
        if let (Part::Year, YearRef::Absolute(to), YearRef::Absolute(from)) = (part, last, year) {
            return (from < to).then_some((Expression::Span(part, year, part, last), end));
        }
        let year = match (last, year) {
            (YearRef::Open, YearRef::Publication(0)) => YearRef::Open,
            (YearRef::Open, year) => year,
            (last, _) => last,
        };
        let part = match part {
            Part::Months(_, last) => Part::Months(1, last),
            Part::Day(month, day) => Part::Days(1, 1, month, day),
            Part::Quarter(quarter) => Part::Months(1, 3 * quarter),
            _ => return None,
        };
        Some((Expression::In(part, year), end))
    }

    /// Whether the words at token `at`, behind *since*, say that a year began: *the turn of the year*, *New Year*, *the year
    /// began*.
    pub(super) fn new_year(&self, at: usize) -> Option<usize> {
        let begins = |at: usize| matches!(self.norm(at), "began" | "started" | "opened" | "begun" | "start" | "turned");
        let start = self.skip(at, one_of!("the"));
        match self.norm(start) {
            "turn" if self.norm(start + 1) == "of" => {
                let year = self.skip(start + 2, one_of!("the"));
                (self.norm(year) == "year").then_some(year + 1)
            }
            "new" if self.norm(start + 1) == "year" => {
                let owned = self.norm(start + 2) == "'" && self.norm(start + 3) == "s";
                let next = start + if owned { 4 } else { 2 };
                Some(if begins(next) || self.norm(next) == "day" { next + 1 } else { next })
            }
            "year" if begins(self.skip(start + 1, one_of!("-"))) => Some(self.skip(start + 1, one_of!("-")) + 1),
            _ => None,
        }
    }

    /// *in 1398*: a solar year by its number alone, which is told where a year is.
    pub(super) fn solar_year(&self, at: usize) -> Read<YearRef> {
        let token = self.scan.get(at).filter(|t| t.shape == Shape::Digits && t.text.len() == 4 && !t.is_joined())?;
        let year: i32 = token.text.parse().ok().filter(|year| (1370..=1410).contains(year))?;
        let before = at.checked_sub(1).filter(|b| *b >= self.scan.range.start).map_or("", |b| self.norm(b));
        let dated = matches!(
            before,
            "in" | "of" | "since" | "than" | "from" | "during" | "year" | "whole" | "full" | "entire" | "all"
        );
        let closed = self.scan.get(at + 1).is_none_or(|t| match t.shape {
            Shape::Word if t.is_capitalised() => true,
            Shape::Word => matches!(
                t.norm.as_ref(),
                "and"
                    | "to"
                    | "was"
                    | "were"
                    | "amounted"
                    | "totaled"
                    | "totalled"
                    | "the"
                    | "from"
                    | "with"
                    | "reached"
                    | "exports"
                    | "imports"
                    | "trade"
                    | "sales"
                    | "on"
                    | "by"
                    | "against"
            ),
            Shape::Mark(mark) => {
                matches!(mark, ',' | '.' | ';' | ')' | '(' | ':') && !t.is_joined() || {
                    // *in 1398.*, but not *1,398*
                    !self.scan.get(at + 2).is_some_and(|t| t.shape == Shape::Digits && t.is_joined())
                }
            }
            Shape::Digits => false,
        });
        (dated && closed).then_some((YearRef::FiscalNamed(year), at + 1))
    }
}
