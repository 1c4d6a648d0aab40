//! Stretches: from one time to another, since a time, the last so many.
//!
//! | text | reading |
//! | --- | --- |
//! | *from 2019 to 2022*, *between January and March 2023* | both ends told |
//! | *2022/23*, *FY13 to FY24* | years over two of the calendar |
//! | *since December 2009* | from then to the day it is told |
//! | *over the past five years* | so many before the day it is told |

use super::{Expression, Length, Part, Read, Reader, YearRef};
use crate::lexicon::CalendarWord;
use crate::lexicon::words::{is_prior, is_strong_past};
use crate::token::Shape;

fn span_of(part: Part, year: YearRef, part2: Part, year2: YearRef) -> Expression {
    match (part, part2) {
        (Part::Months(a, _), Part::Months(_, b)) if year == year2 => Expression::In(Part::Months(a, b), year),
        (Part::Day(a, b), Part::Day(c, d)) if year == year2 => Expression::In(Part::Days(a, b, c, d), year),
        _ => Expression::Span(part, year, part2, year2),
    }
}

impl Reader<'_, '_> {
    /// *since 2009*, *since December 2009*, *since the beginning of the year*
    pub(super) fn since(&self, at: usize) -> Read<Expression> {
        // *from the beginning of the year*
        let from =
            self.norm(at) == "from" && matches!(self.norm(self.skip(at + 1, one_of!("the"))), "beginning" | "start");
        // *from that time on*, *from that day until now*
        if self.norm(at) == "from"
            && !from
            && self.norm(at + 1) == "that"
            && let Some(end) = self.then(at + 1)
            && let Some(end) = self
                .until_now(end)
                .or_else(|| self.is_one_of(end, one_of!("on", "onwards", "onward")).then_some(end + 1))
        {
            return Some((Expression::SinceThen, end));
        }
        if self.norm(at) != "since" && !from {
            return None;
        }
        if let Some(end) = self.then(at + 1) {
            return Some((Expression::SinceThen, end));
        }
        // *ever since, it has carried 5 bcm*, *in the time since, it has received 5 bcm*
        let mark = self.scan.get(at + 1).is_none_or(|t| matches!(t.shape, Shape::Mark(',' | '.')));
        if mark
            && at > self.scan.range.start
            && self.is_one_of(at - 1, one_of!("ever", "time", "years", "months", "period"))
        {
            return Some((Expression::SinceThen, at + 1));
        }
        // *has since doubled*
        let has = at.checked_sub(1).is_some_and(|b| matches!(self.norm(b), "has" | "have"));
        if has
            && (self.norm(at + 1).ends_with("ed")
                || is_strong_past(self.norm(at + 1))
                || matches!(self.norm(at + 1), "more" | "risen" | "grown" | "fallen" | "shrunk" | "almost" | "nearly"))
        {
            return Some((Expression::SinceThen, at + 1));
        }
        if let Some(end) = self.new_year(at + 1) {
            return Some(self.since_new_year(YearRef::Publication(0), end));
        }
        let mut next = self.skip(at + 1, one_of!("the"));
        if matches!(self.norm(next), "beginning" | "start") {
            next = self.skip(self.skip(next + 1, one_of!("of")), one_of!("the"));
            let (year, end) = match self.year_ref(next) {
                Some(found) => found,
                None => (YearRef::Publication(0), self.word_that(next, |w| w == CalendarWord::Year)?.1),
            };
            // *since the start of this year's harvest* is of the harvest; *on October 1* behind it tells when that was.
            let noun = if self.norm(end) == "'" && self.norm(end + 1) == "s" { end + 2 } else { end };
            if noun > end || self.norm(end - 1) == "s" && self.norm(end - 2) == "'" {
                let on = (noun + 1..noun + 4).find(|on| self.is_one_of(*on, one_of!("on", "in")))?;
                let (month, day, end) = self.month_and_day(on + 1)?;
                let part = day.map_or(Part::Months(month, month), |day| Part::Day(month, day));
                return Some((Expression::Since(part, YearRef::Open), end));
            }
            return Some(self.since_new_year(year, end));
        }
        let (part, year, end) = self.beginning(next)?;
        // *since January up to November 7*
        if let Some(joined) = self.joined(end).filter(|_| self.norm(end) != "-")
            && let Some((part2, year2, end2)) = self.part_of_year(self.over_edge(joined))
            && matches!(part2, Part::Day(..) | Part::Months(..))
        {
            return Some((span_of(part, if year == YearRef::Open { year2 } else { year }, part2, year2), end2));
        }
        // *since January* is this year's at a time after it.
        Some((Expression::Since(part, year), self.until_now(end).unwrap_or(end)))
    }

    /// *over the past five years*, *in the last 12 months*, *in five years*
    pub(super) fn past(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        let (_, next) = self.word_that(start, |w| w == CalendarWord::Last)?;
        let (count, next) = match self.small(next, 99) {
            Some(found) => found,
            None => {
                let (word, end) = self.word_that(next, |w| w == CalendarWord::Decade)?;
                // *the last decade of October* are ten days.
                let of_month = self.norm(end) == "of" && self.month(end + 1).is_some();
                return (word == CalendarWord::Decade && !of_month)
                    .then_some((Expression::Past(10, Length::Year), end));
            }
        };
        let (length, end) = self.length(next)?;
        // *in each of the last six months of the year*, *the last three months of 2013*, *the last ten days of March*
        if self.norm(end) == "of"
            && (self.norm(end + 1) == "the" && self.norm(end + 2) == "year"
                || self.trailing_year(end).is_some()
                || self.month(end + 1).is_some())
        {
            return None;
        }
        let before = is_prior(self.norm(start));
        let stretch = if before { Expression::Preceding(count, length) } else { Expression::Past(count, length) };
        (count > 1).then_some((stretch, end))
    }

    pub(super) fn length(&self, at: usize) -> Read<Length> {
        let (word, end) = self.word_that(at, |w| {
            matches!(
                w,
                CalendarWord::Year
                    | CalendarWord::Month1
                    | CalendarWord::Week
                    | CalendarWord::Day
                    | CalendarWord::Quarter
            )
        })?;
        let length = match word {
            CalendarWord::Quarter => Length::Quarter,
            CalendarWord::Year => Length::Year,
            CalendarWord::Month1 => Length::Month,
            CalendarWord::Week => Length::Week,
            _ => Length::Day,
        };
        Some((length, end))
    }

    /// Parts and spans of parts.
    pub(super) fn spans(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("from", "between"));
        // `1986/87`, `2022/2023`: a year that runs over two calendar years, whose days are not said.
        let first = self.skip(start, one_of!("the"));
        if let Some((year, end)) = self.year(first)
            && self.norm(end) == "/"
            && let Some(next) = self.scan.get(end + 1).filter(|t| t.shape == Shape::Digits)
            && next.text.parse::<i32>().ok().is_some_and(|n| {
                // `1985/6`
                n == year + 1 || n == (year + 1) % 100 || next.text.len() == 1 && n == (year + 1) % 10
            })
        {
            // *the 2007/08 crop year* is the market's, *the 2007/08 fiscal year* the country's.
            let of = self.word_that(end + 2, |w| w == CalendarWord::Fiscal).map(|(_, end)| end);
            let after = of.and_then(|end| self.word_that(end, |w| w == CalendarWord::Year)).map(|(_, end)| end);
            let fiscal = matches!(self.norm(end + 2), "fiscal" | "financial");
            let expression = if fiscal {
                Expression::In(Part::Year, YearRef::FiscalFrom(year))
            } else {
                Expression::SplitYear(year)
            };
            return Some((expression, after.unwrap_or(end + 2)));
        }
        // *in the 1986 period*
        if first > at
            && let Some((year, end)) = self.year(first)
            && matches!(self.norm(end), "period" | "months")
        {
            return Some((Expression::SamePeriodOf(year), end + 1));
        }
        // `2017-18`, `2017-2018` before *fiscal*: a fiscal year where its country has one.
        if let Some((year, end)) = self.split_by_hyphen(first) {
            // *between 2012-13 and 2016-17*, *from 2012-13 to 2016-17*
            if start > at
                && matches!(self.norm(end), "and" | "to")
                && let Some((last, end)) = self.split_by_hyphen(end + 1).filter(|(last, _)| *last > year)
            {
                let [year, last] = [year, last].map(YearRef::FiscalFrom);
                return Some((Expression::Span(Part::Year, year, Part::Year, last), end));
            }
            return Some((Expression::In(Part::Year, YearRef::FiscalFrom(year)), end));
        }
        // *between FY13 and FY24*, *during FY16-FY20*
        if let Some((first @ YearRef::FiscalNamed(_), end)) = self.fiscal_ref(start, 0)
            && (start > at && matches!(self.norm(end), "and" | "to") || self.norm(end) == "-")
            && let Some((last @ YearRef::FiscalNamed(_), end)) = self.fiscal_ref(end + 1, 0)
        {
            return Some((Expression::Span(Part::Year, first, Part::Year, last), end));
        }
        if start > at
            && let Some(found) = self.dates(start).or_else(|| self.until_told(at, start))
        {
            return Some(found);
        }
        let begin = if start > at { self.over_edge(start) } else { start };
        let (part, year, end) = self.part_of_year(begin)?;
        // *Chile took 41 percent of its tonnage to June*, *imports through September*: from the beginning of the year.
        if start == at
            && let Part::Months(first, last @ 2..) = part
            && first == last
            && matches!(year, YearRef::Open | YearRef::Publication(0))
            && self.runs_up_to(at)
        {
            return Some((Expression::In(Part::Months(1, last), year), end));
        }
        // *January to date*, *March 2020 to the present*
        if start == at
            && !matches!(part, Part::Year)
            && let Some(end) = self.until_now(end)
        {
            return Some((Expression::Since(part, year), end));
        }
        // *from the three months ending in October* is read without its *from*.
        if start > at && matches!(self.norm(end), "ended" | "ending") {
            return None;
        }
        // *between December 9, 2002, and March 17, 2003*
        let and = end + usize::from(self.norm(end) == ",");
        let between = self.norm(and) == "and" && self.norm(at) == "between";
        let joined = if between { Some(and + 1) } else { self.joined(end) };
        if let Some(joined) = joined {
            let next = self.skip(self.over_edge(joined), one_of!("the"));
            if let Some((part2, year2, end2)) = self.part_of_year(next) {
                // *July-October 2018-2019*: months of a year that runs over two.
                if let (Part::Months(first, last), Part::Year) = (part, part2)
                    && let (YearRef::Absolute(from), YearRef::Absolute(to)) = (year, year2)
                    && first < last
                    && to == from + 1
                    && self.norm(end) == "-"
                {
                    return Some((Expression::In(part, YearRef::FiscalFrom(from)), end2));
                }
                let year1 = if year == YearRef::Open { year2 } else { year };
                // *between the start of 2017 and the end of September*
                let year2 = if part == Part::Year && begin > start && year2 == YearRef::Open { year } else { year2 };
                return Some((span_of(part, year1, part2, year2), end2));
            }
            // `2016-18`, `March 20-31`
            if let Some(short) = self.scan.get(next)
                && short.shape == Shape::Digits
                && short.text.len() == 2
                && self.norm(end) == "-"
                && let (Part::Year, YearRef::Absolute(from)) = (part, year)
            {
                let to = from / 100 * 100 + short.text.parse::<i32>().ok()?;
                if to > from {
                    return Some((Expression::Span(part, year, part, YearRef::Absolute(to)), next + 1));
                }
            }
            if let (Part::Day(month, day), Some((last, end2))) = (part, self.small(next, 31))
                && last > day
            {
                let year = match self.trailing_year(end2) {
                    Some((year, end3)) => {
                        return Some((Expression::In(Part::Days(month, day, month, last), year), end3));
                    }
                    None => year,
                };
                return Some((Expression::In(Part::Days(month, day, month, last), year), end2));
            }
        }
        if end > start {
            // *up 12 percent from the first 10 days of October* is compared, not begun.
            let named = matches!(part, Part::Days(..)) && matches!(self.norm(start), "the" | "first" | "last");
            let range =
                matches!(part, Part::Months(first, last) if first != last) || matches!(part, Part::Days(..)) && !named;
            let begin = if start > at && !range { None } else { Some(()) };
            // `from 2019` alone is an origin in time, read by its preposition.
            return begin.map(|()| (Expression::In(part, year), end));
        }
        None
    }
}
