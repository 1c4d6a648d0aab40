//! Years that are not the calendar's: *fiscal 2023*, *FY 2022-23*, *the year to March 31*, *the coffee year*.

use super::part::{ETHIOPIAN, of_two_digits};
use super::{Expression, Part, Read, Reader, YearRef};
use crate::lexicon::CalendarWord;
use crate::lexicon::words::{begins, leads_to_end};
use crate::token::Shape;

impl Reader<'_, '_> {
    /// *the fiscal year*, *fiscal 2023*, *FY22*, *FY'22*, *FY 2022-23*, *the solar year 1402*
    pub(super) fn fiscal(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the", "preceding"));
        let before = self.norm(start.saturating_sub(1));
        let offset = if before == "preceding" || self.said_to_be_over(start) { -1 } else { 0 };
        let (year, end) = self.fiscal_ref(start, offset)?;
        // *in the fiscal year that preceded*, *the fiscal year before*
        let that = self.skip(end, one_of!("that", "which"));
        let preceded = that > end && self.is_one_of(that, one_of!("preceded", "went")) || self.norm(end) == "before";
        if preceded && year == YearRef::Fiscal(0) {
            let it = self.skip(that + 1, one_of!("it", "before"));
            return Some((Expression::FiscalBefore, it));
        }
        // *the marketing year* is the market's, not that in which a state keeps its books.
        let market = matches!(self.norm(start), "marketing" | "crop" | "agricultural");
        match year {
            YearRef::Fiscal(offset) if market => Some((Expression::Season(offset), end)),
            _ => Some((Expression::In(Part::Year, year), end)),
        }
    }

    /// *the recently concluded fiscal year*, *the just-ended financial year*: whether the word before token `at` says that it is over.
    fn said_to_be_over(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|b| self.scan.range.contains(b)) else { return false };
        let over = ["ended", "concluded", "completed", "closed", "finished", "elapsed"].contains(&self.norm(before));
        let led = before.checked_sub(1).map_or("", |b| self.norm(b));
        over && matches!(led, "the" | "just" | "recently" | "newly" | "-" | "now")
    }

    /// A fiscal year from its word at token `at`; without a number so many from publication.
    pub(super) fn fiscal_ref(&self, at: usize, offset: i32) -> Read<YearRef> {
        let (_, next) = self.word_that(at, |w| w == CalendarWord::Fiscal)?;
        // *the Ethiopian fiscal year 2015*
        let ethiopian = self.norm(at) == "ethiopian";
        let second = self.word_that(next, |w| ethiopian && w == CalendarWord::Fiscal);
        let next = second.map_or(next, |(_, next)| next);
        let year = self.word_that(next, |w| w == CalendarWord::Year).map(|(_, end)| end);
        let end = self.behind_initials(year.unwrap_or(next));
        let short = self.norm(at) == "fy" || self.norm(end - 1) == ")";
        // *FY'18*
        let end = if short { self.skip(end, one_of!("'")) } else { end };
        let digits = |at: usize, lengths: std::ops::RangeInclusive<usize>| {
            let token = self.scan.get(at).filter(|t| t.shape == Shape::Digits && lengths.contains(&t.text.len()))?;
            token.text.parse::<i32>().ok()
        };
        let Some(first) = digits(end, if short { 2..=4 } else { 4..=4 }).filter(|n| *n < 100 || *n > 1300) else {
            // *the budget year*
            let whole = self.norm(next - 1) == "year";
            let plain = year.is_some() || whole || offset != 0 && !short;
            return plain.then_some((YearRef::Fiscal(offset), end));
        };
        let first = if first < 100 { of_two_digits(first) } else { first };
        if self.norm(at) == "ethiopian" && (1990..2040).contains(&first) {
            return Some((YearRef::FiscalFrom(first + ETHIOPIAN), end + 1));
        }
        // `FY 2022-23`
        if matches!(self.norm(end + 1), "-" | "/")
            && let Some(second) = digits(end + 2, 2..=4)
            && second % 100 == (first + 1) % 100
        {
            return Some((YearRef::FiscalFrom(first), self.skip(end + 3, one_of!("year"))));
        }
        Some((YearRef::FiscalNamed(first), end + 1))
    }

    /// *the fiscal year (FY) 2015/2016*: what stands behind initials in brackets that a number follows.
    fn behind_initials(&self, at: usize) -> usize {
        let initials = self.norm(at) == "(" && self.norm(at + 1) == "fy" && self.norm(at + 2) == ")";
        let number = || self.scan.get(at + 3).is_some_and(|t| t.shape == Shape::Digits);
        if initials && number() { at + 3 } else { at }
    }

    /// *the current fiscal year 2023-24 (FY24)*: the same year again, by its short name.
    pub(super) fn over_its_short_name(&self, expression: Expression, end: usize) -> usize {
        let fiscal =
            |year: YearRef| matches!(year, YearRef::Fiscal(_) | YearRef::FiscalFrom(_) | YearRef::FiscalNamed(_));
        let told = match expression {
            Expression::In(_, year) => fiscal(year),
            Expression::SplitYear(_) => true,
            _ => false,
        };
        if !told || self.norm(end) != "(" {
            return end;
        }
        let named = self.fiscal_numbered(end + 1).filter(|(_, close)| self.norm(*close) == ")");
        named.map_or(end, |(_, close)| close + 1)
    }

    /// *this fiscal year 2015/2016*, *the current fiscal 2022-23 year*: the number that goes with a fiscal year at token `at`.
    pub(super) fn fiscal_numbered(&self, at: usize) -> Read<YearRef> {
        self.fiscal_ref(at, 0).filter(|(year, _)| matches!(year, YearRef::FiscalFrom(_) | YearRef::FiscalNamed(_)))
    }

    /// *the seven months to mid-February*, *six months ended June 2019*
    pub(super) fn months_to(&self, at: usize) -> Read<Expression> {
        let start = self.skip(self.skip(at, one_of!("the")), one_of!("first"));
        let (count, next) = self.small(start, 12)?;
        // *the 12-month period ended March*
        let joint = self.skip(next, one_of!("-"));
        let (_, next) = self.word_that(joint, |w| w == CalendarWord::Month1)?;
        let next = if joint > start + 1 { self.skip(next, one_of!("period", "span", "stretch")) } else { next };
        let next = match self.norm(next) {
            // *in the 12 months starting April 1*
            "starting" | "beginning" => {
                return self.months_since(count, self.skip(next + 1, one_of!("on", "in", "from")));
            }
            "since" | "from" => return self.months_since(count, next + 1),
            _ => self.ended(next)?,
        };
        let next = [one_of!("the"), one_of!("end"), one_of!("of")].iter().fold(next, |at, word| self.skip(at, *word));
        let (month, end) = self.month(next)?;
        let day = self.small(end, 31).filter(|(_, after)| *after == end + 1 && self.year(end).is_none());
        let end = day.map_or(end, |(_, after)| after);
        let (year, end) = self.trailing_year(end).unwrap_or((YearRef::Open, end));
        (count > 1).then_some((Expression::MonthsTo(count, month, year), end))
    }

    /// *the eight months since July 2021*: so many months from the one at token `at`.
    fn months_since(&self, count: u32, at: usize) -> Read<Expression> {
        // *since the season opened on November 1*, *since the strike ended in November*
        let happened = |at: &usize| {
            matches!(self.norm(*at), "in" | "on")
                && matches!(self.norm(at - 1), "opened" | "began" | "started" | "ended" | "begun" | "season" | "year")
                && self.month(at + 1).is_some()
        };
        let named = (at + 1..at + 7).find(happened).filter(|_| self.month(at).is_none()).map_or(at, |on| on + 1);
        // *six months starting March 21*
        if let Some((month, Some(day), end)) =
            self.month_and_day(named).filter(|(_, day, _)| day.is_some_and(|day| day > 1))
            && self.trailing_year(end).is_none()
            && let Some(opens) = chrono::NaiveDate::from_ymd_opt(2023, month, day)
            && let Some(last) = opens.checked_add_months(chrono::Months::new(count)).and_then(|day| day.pred_opt())
            && chrono::Datelike::year(&last) == 2023
        {
            let (month2, day2) = (chrono::Datelike::month(&last), chrono::Datelike::day(&last));
            return Some((Expression::In(Part::Days(month, day, month2, day2), YearRef::Open), end));
        }
        let (first, end) = self.month(named)?;
        let end = self.small(end, 1).filter(|_| named > at).map_or(end, |(_, end)| end);
        let last = first + count - 1;
        let (year, end) = match self.trailing_year(end) {
            Some((YearRef::Absolute(year), end)) => (YearRef::Absolute(year + i32::from(last > 12)), end),
            Some(_) => return None,
            None => (YearRef::Open, end),
        };
        let on = leads_to_end(self.norm(end));
        (count > 1 && !on).then_some((Expression::MonthsTo(count, (last - 1) % 12 + 1, year), end))
    }

    /// *between September and May*, *from October to March 2015*, *the October-February period*: months that run over the end
    /// of a year.
    pub(super) fn over_new_year(&self, at: usize) -> Read<Expression> {
        let (joins, plain) = match self.norm(at) {
            "between" => (one_of!("and"), false),
            "from" => (one_of!("to", "through", "until"), false),
            _ => (one_of!("-"), true),
        };
        let start = if plain { self.skip(at, one_of!("the")) } else { at + 1 };
        let (first, next) = self.month(start)?;
        let (last, end) = self.month(next + 1).filter(|(last, _)| self.is_one_of(next, joins) && *last < first)?;
        let day = |at: usize| self.small(at, 31).is_some_and(|(_, after)| after == at + 1) && self.year(at).is_none();
        // *the October-September season* is the season.
        if day(end) || plain && last + 1 == first {
            return None;
        }
        let end = if plain { self.skip(end, one_of!("period")) } else { end };
        let (year, end) = match self.trailing_year(end) {
            Some((year @ (YearRef::Absolute(_) | YearRef::Publication(_)), end)) => (year, end),
            // *in the July-April period this fiscal year*
            Some((year @ (YearRef::Fiscal(_) | YearRef::FiscalFrom(_)), end)) => {
                return Some((Expression::In(Part::Months(first, last), year), end));
            }
            Some(_) => return None,
            None => (YearRef::Open, end),
        };
        Some((Expression::MonthsTo(last + 13 - first, last, year), end))
    }

    /// *the fiscal year to March 31*, *the year ended in June*, *the year to Q3 2018*: the twelve months that end then.
    pub(super) fn year_to(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        // *the June year*
        if let Some((month, next)) = self.month(start)
            && start > at
            && self.norm(next) == "year"
        {
            return Some((Expression::YearTo(Part::Months(month, month), YearRef::Open), next + 1));
        }
        // *the March 2017 year*, *the June 2016 quarter*
        if let Some((month, next)) = self.month(start)
            && start > at
            && let Some((year, next)) = self.year(next)
            && self.norm(next + 1) != "-"
        {
            let (year, part) = (YearRef::Absolute(year), Part::Months(month, month));
            return match self.norm(next) {
                "year" => Some((Expression::YearTo(part, year), next + 1)),
                "quarter" => Some((Expression::MonthsTo(3, month, year), next + 1)),
                _ => None,
            };
        }
        let next = self.word_that(start, |w| w == CalendarWord::Fiscal).map_or(start, |(_, end)| end);
        // *the coffee year*
        let crop = next > at && next == start && self.word_that(next, |_| true).is_none();
        // *the season that began on October 1*, *the season ending September*
        let since = at > self.scan.range.start && self.norm(at - 1) == "since";
        let season = next > at && matches!(self.norm(next), "season" | "campaign");
        let next = match self.word_that(next + usize::from(crop && !season), |w| w == CalendarWord::Year) {
            Some((_, next)) => next,
            None if season => next + 1,
            None => return None,
        };
        // *the year starting April 1*, *the marketing year that began on July 1*
        let that = self.skip(next, one_of!("that", "which"));
        let from = self.norm(that) == "from" && self.month(that + 1).is_some();
        // *since the marketing year began on May 1*
        if since && that == next && matches!(self.norm(that), "began" | "started") {
            return None;
        }
        if from || begins(self.norm(that)) || self.norm(that) == "starting" {
            let first = self.skip(self.skip(that + 1, one_of!("on", "in", "at", "from")), one_of!("the"));
            let (part, year, end) = self.part_of_year(first)?;
            // *the season from July 1985 to June 1986* is told by both its ends.
            if from && leads_to_end(self.norm(end)) && self.part_of_year(end + 1).is_some() {
                return None;
            }
            return matches!(part, Part::Day(..) | Part::Months(..)).then_some((Expression::YearFrom(part, year), end));
        }
        let next = match self.norm(next) {
            "to" | "through" | "until" if season => return None,
            _ => self.ended(next)?,
        };
        let next = [one_of!("the"), one_of!("end"), one_of!("of"), one_of!("-"), one_of!("last")]
            .iter()
            .fold(next, |at, word| self.skip(at, *word));
        let (part, year, end) = self.part_of_year(next)?;
        // *the year ending quarter 2 2018*, *the year to Q3 2018*
        let part = if let Part::Quarter(quarter) = part { Part::Months(3 * quarter, 3 * quarter) } else { part };
        matches!(part, Part::Day(..) | Part::Months(..)).then_some((Expression::YearTo(part, year), end))
    }
}
