//! The months, or days, that a year of crops, markets or accounts is said to have: *the 1986/87 season (July-June)*, *FY23 (April-November)*,
//! *the first nine months of fiscal 1986/87 ending June 30*.

use super::{Expression, Part, Read, Reader, YearRef};
use crate::lexicon::words::{ends, leads_to_end};

impl Reader<'_, '_> {
    /// *the 1986/87 season (July-June)*, *the fiscal year 2021-22 (April–March)*, *the 2022/23 July-June season*: the
    /// months, or days, that a split year is said to have.
    pub(super) fn with_months(&self, expression: Expression, end: usize) -> Read<Expression> {
        // *April to November of the 2023-24 fiscal year (April-March)*: the bracket tells how the year runs.
        if let Expression::In(Part::Months(..), YearRef::FiscalFrom(year)) = expression
            && self.norm(end) == "("
            && let Some((Expression::Span(..), close)) = self.with_months(Expression::SplitYear(year), end)
        {
            return Some((expression, close));
        }
        if let Expression::In(Part::Year, year @ YearRef::FiscalNamed(_)) = expression
            && let Some(found) = self.months_behind(year, end)
        {
            return Some(found);
        }
        if let Expression::In(Part::Months(..), _) = expression
            && let Some(found) = self.months_of_year_ending(expression, end)
        {
            return Some(found);
        }
        // *in the first quarter ended June 30 this year*
        if let Expression::In(Part::Quarter(_), YearRef::Open) = expression
            && ends(self.norm(end))
            && let Some((month, day, close)) = self.month_and_day(self.skip(end + 1, one_of!("on", "in")))
            && day.is_none_or(|day| day >= 28)
        {
            let (year, close) = self.trailing_year(close).unwrap_or((YearRef::Open, close));
            return Some((Expression::MonthsTo(3, month, year), close));
        }
        // *since the start of the 2023/24 marketing year (July-June)*
        if let Expression::Since(Part::Months(1, 1), YearRef::FiscalFrom(year)) = expression
            && let Some((Expression::Span(first, begins, ..), close)) =
                self.with_months(Expression::SplitYear(year), end)
        {
            return Some((Expression::Since(first, begins), close));
        }
        // *since the start of the 2023/24 season (July 1)*
        if let Expression::Since(Part::Months(1, 1), YearRef::FiscalFrom(year)) = expression
            && let next =
                (0..2).fold(end, |at, _| self.skip(at, one_of!("marketing", "season", "year", "crop", "campaign")))
            && self.norm(next) == "("
            && let Some((month, day, close)) = self.month_and_day(next + 1)
            && self.norm(close) == ")"
        {
            let part = day.map_or(Part::Months(month, month), |day| Part::Day(month, day));
            return Some((Expression::Since(part, YearRef::Absolute(year)), close + 1));
        }
        let (Expression::SplitYear(year) | Expression::In(Part::Year, YearRef::FiscalFrom(year))) = expression else {
            return None;
        };
        let words =
            one_of!("season", "crop", "marketing", "agricultural", "trade", "year", "campaign", "fiscal", "financial");
        let next = (0..3).fold(end, |at, _| self.skip(at, words));
        let open = self.norm(next) == "(";
        let start = self.skip(self.skip(next, one_of!("(")), one_of!("from"));
        let (first, day, after) = self.month_and_day(start)?;
        if !(leads_to_end(self.norm(after)) || self.norm(after) == "/") {
            return None;
        }
        let (last, day2, end) = self.month_and_day(after + 1)?;
        let behind = |at: usize| {
            (0..2).fold(at, |at, _| self.skip(at, one_of!("fiscal", "financial", "marketing", "season", "year")))
        };
        let end = if open { behind(self.skip(end, one_of!(")"))) } else { self.skip(end, one_of!("season", "year")) };
        // Early months belong to the second of the two years.
        let begins = year + i32::from(first < 4 && first <= last && !(first == 3 && day.is_some()));
        let ends = begins + i32::from((last, day2) < (first, day));
        let part = |month, day: Option<u32>| day.map_or(Part::Months(month, month), |day| Part::Day(month, day));
        Some((
            Expression::Span(part(first, day), YearRef::Absolute(begins), part(last, day2), YearRef::Absolute(ends)),
            end,
        ))
    }

    /// *FY23 (April-November)*: months of a fiscal year in a bracket behind it, unless they are all of its months.
    pub(super) fn months_behind(&self, year: YearRef, end: usize) -> Read<Expression> {
        let start = self.skip(self.skip(end, one_of!("(")), one_of!("from"));
        let (first, None, after) = self.month_and_day(start).filter(|_| self.norm(end) == "(")? else { return None };
        let to = leads_to_end(self.norm(after)) || self.norm(after) == "/";
        let (last, None, close) = self.month_and_day(after + 1).filter(|_| to)? else { return None };
        let part = first != 1 && last % 12 + 1 != first && self.norm(close) == ")";
        part.then_some((Expression::In(Part::Months(first, last), year), close + 1))
    }

    /// *the first nine months of fiscal 1986/87 ending June 30*: months of a year that is said to end with a month.
    pub(super) fn months_of_year_ending(&self, expression: Expression, end: usize) -> Read<Expression> {
        let Expression::In(Part::Months(first, last), year) = expression else { return None };
        let (YearRef::FiscalFrom(_) | YearRef::FiscalNamed(1500..)) = year else { return None };
        let next = self.skip(end, one_of!("which", "that"));
        if !ends(self.norm(next)) {
            return None;
        }
        let (month, day, close) = self.month_and_day(self.skip(next + 1, one_of!("on", "in")))?;
        if day.is_some_and(|day| day < 28) || month == 12 || self.year(close).is_some() {
            return None;
        }
        let begins = match year {
            YearRef::FiscalFrom(year) => year,
            YearRef::FiscalNamed(year) => year - 1,
            _ => return None,
        };
        let told = |nth: u32| {
            let place = month + nth - 1;
            (Part::Months(place % 12 + 1, place % 12 + 1), YearRef::Absolute(begins + i32::from(place >= 12)))
        };
        let ((part, year), (part2, year2)) = (told(first), told(last));
        Some((Expression::Span(part, year, part2, year2), close))
    }
}
