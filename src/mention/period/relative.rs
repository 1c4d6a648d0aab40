//! Wordings that count from another time: *last year*, *a month earlier*, *the same period of 2023*, *the end of the year*.

use super::{Expression, Length, Part, Read, Reader, YearRef};
use crate::lexicon::CalendarWord;
use crate::lexicon::words::{is_prior, is_season, is_total, leads_stretch, leads_to_end};
use crate::token::Shape;

impl Reader<'_, '_> {
    /// *a year earlier*, *two years ago*, *one year before*, *the year before*, *the previous year*
    pub(super) fn earlier(&self, at: usize) -> Read<Expression> {
        if let Some(found) = self.year_ago(at) {
            return Some(found);
        }
        if let Some(found) = self.centuries_ago(at) {
            return Some(found);
        }
        let (count, next) = match self.norm(at) {
            "a" | "the" => (1, at + 1),
            _ => self.small(at, 50)?,
        };
        // *a decade ago*
        let decade = self.word_that(next, |w| w == CalendarWord::Decade).map(|(_, end)| end);
        let (length, count, next) = match decade {
            Some(end) => (Length::Year, count * 10, end),
            None => self.length(next).map(|(length, end)| (length, count, end))?,
        };
        // *two years back*
        let back = self.norm(next) == "back" && self.norm(at) != "the" && self.norm(next + 1) != "to";
        let (_, end) = if back {
            (CalendarWord::Earlier, next + 1)
        } else {
            self.word_that(next, |w| matches!(w, CalendarWord::Earlier | CalendarWord::Last))?
        };
        // *the year before last*
        if self.norm(end - 1) == "before" && self.norm(end) == "last" && self.norm(at) == "the" {
            return Some((Expression::Relative(length, -2), end + 1));
        }
        // *$8 billion a year before the referendum* is a rate, and then a time.
        let opens =
            at == self.scan.range.start || self.scan.get(at - 1).is_some_and(|t| t.is_mark(',') || t.is_mark(';'));
        // *A month before they averaged 310,000*
        let subject = opens && matches!(self.norm(end), "it" | "they");
        // *6 million tonnes a month before Russia launched its invasion*
        // *the month before COVID-19 restrictions were imposed*
        let named = self.scan.get(end).is_some_and(|t| t.shape == Shape::Word && t.is_capitalised())
            && self.scan.get(end + 1).is_some_and(|t| t.shape == Shape::Word || t.is_mark('-'));
        if self.norm(end - 1) == "before"
            && (named || matches!(self.norm(end), "the" | "it" | "they" | "its"))
            && !subject
        {
            return None;
        }
        let count = i32::try_from(count).ok()?;
        Some(match length {
            // *ten years ago* is a year, *a year ago* the period spoken of, one year back.
            Length::Year if count > 1 && matches!(self.norm(end - 1), "ago" | "back") => {
                (Expression::Relative(length, -count), end)
            }
            Length::Year => (Expression::YearsEarlier(count), end),
            Length::Month if count == 12 => (Expression::YearsEarlier(1), end),
            Length::Month if self.norm(end - 1) != "ago" => (Expression::MonthsEarlier(count), end),
            Length::Week | Length::Day | Length::Quarter if self.norm(end - 1) != "ago" && count == 1 => {
                (Expression::Preceding(1, length), end)
            }
            other => (Expression::Relative(other, -count), end),
        })
    }

    /// *half a century ago*, *a quarter of a century ago*
    fn centuries_ago(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("a"));
        let (years, next) = match self.norm(start) {
            "half" => (50, self.skip(self.skip(start + 1, one_of!("-")), one_of!("a"))),
            "quarter" => (25, self.skip(self.skip(self.skip(start + 1, one_of!("-")), one_of!("of")), one_of!("a"))),
            _ => (100, start),
        };
        let ago = matches!(self.norm(next + 1), "ago" | "back");
        (self.norm(next) == "century" && ago).then_some((Expression::Relative(Length::Year, -years), next + 2))
    }

    /// *in the year-ago period*, *the year ago level*, *against yearago two billion*
    fn year_ago(&self, at: usize) -> Read<Expression> {
        let the = self.skip(self.skip(at, one_of!("the")), one_of!("a", "same"));
        let (ago, spelled) = match self.norm(the) {
            "yearago" => (the + 1, true),
            "year" => (self.skip(the + 1, one_of!("-")), false),
            _ => return None,
        };
        let next = if spelled { ago } else { ago + 1 };
        if !spelled && !matches!(self.norm(ago), "ago" | "earlier") {
            return None;
        }
        let period = self.word_that(next, |w| {
            matches!(w, CalendarWord::Period | CalendarWord::Month1 | CalendarWord::Quarter | CalendarWord::Half)
        });
        match period {
            Some((_, end)) => Some((Expression::YearsEarlier(1), end)),
            // *a year ago* is read with its count.
            None => (spelled || ago == the + 2).then_some((Expression::YearsEarlier(1), next)),
        }
    }

    /// *the same period of 2023*, *the same months last year*, *the corresponding period*
    pub(super) fn same(&self, at: usize) -> Read<Expression> {
        // *in that year*
        if self.norm(at) == "that" || self.norm(at) == "those" {
            // *that figure has dropped to 12 percent* names no time.
            if self.norm(at + 1) == "figure" {
                return None;
            }
            let (_, end) = self.word_that(at + 1, |w| {
                matches!(w, CalendarWord::Year | CalendarWord::Quarter | CalendarWord::Month1 | CalendarWord::Period)
            })?;
            return Some((Expression::SamePeriod, end));
        }
        if let Some(end) = self.nth_month(at) {
            return Some((Expression::SamePeriod, end));
        }
        // *at this stage of 2020*, *by this time last year*
        if self.norm(at) == "this" && matches!(self.norm(at + 1), "stage" | "point" | "time") {
            return self.same_of(at + 2);
        }
        // *in this period*, *over the period*, *in the period under review*
        let preposed = at.checked_sub(1).is_some_and(|b| leads_stretch(self.norm(b)));
        let period = self.skip(
            self.skip(at, one_of!("the", "this")),
            one_of!("reporting", "said", "given", "reported", "mentioned", "aforementioned", "cited", "stated"),
        );
        if preposed && period > at && self.norm(period) == "period" && self.trailing_year(period + 1).is_none() {
            let next = self.norm(period + 1);
            // *during the period February 1 to 25*
            let named = self.month_and_day(period + 1).is_some();
            let review = next == "under" && matches!(self.norm(period + 2), "review" | "report" | "consideration");
            let plain =
                !(leads_to_end(next) || matches!(next, "from" | "of" | "between" | "since" | "before" | "when" | "up"));
            if (review || plain) && !named {
                return Some((Expression::SamePeriod, if review { period + 3 } else { period + 1 }));
            }
        }
        // *in the reporting period of 2024*
        let said = matches!(
            self.norm(period.wrapping_sub(1)),
            "reporting" | "said" | "given" | "reported" | "mentioned" | "stated"
        );
        if preposed
            && said
            && self.norm(period) == "period"
            && let Some((YearRef::Absolute(year), end)) = self.trailing_year(period + 1)
        {
            return Some((Expression::SamePeriodOf(year), end));
        }
        // *from the new year the supplier asks $300*
        if self.norm(at) == "the"
            && self.norm(at + 1) == "new"
            && self.norm(at + 2) == "year"
            && at.checked_sub(1).is_some_and(|b| self.norm(b) == "from")
        {
            return Some((Expression::Relative(Length::Year, 1), at + 3));
        }
        // *the year under review*, *the reporting year*
        if self.norm(at) == "the" {
            let said = self.skip(at + 1, one_of!("reporting", "reported", "report"));
            let under = self.norm(said + 1) == "under" && matches!(self.norm(said + 2), "review" | "report");
            if self.norm(said) == "year" && (said > at + 1 || under) && self.year(said + 1).is_none() {
                return Some((Expression::In(Part::Year, YearRef::Before(0)), said + if under { 3 } else { 1 }));
            }
        }
        // *predicted 72 mln t for the year*, *taking the total for the year to 101 million*
        let before = at.checked_sub(1).map_or("", |b| self.norm(b));
        if self.norm(at) == "the"
            && self.norm(at + 1) == "year"
            && matches!(before, "for" | "during" | "over")
            && !(self.norm(at + 2) == "to" && (self.part_of_year(at + 3).is_some() || self.norm(at + 3) == "date"))
            && !matches!(
                self.norm(at + 2),
                "ended"
                    | "ending"
                    | "before"
                    | "earlier"
                    | "'"
                    | "-"
                    | "of"
                    | "that"
                    | "which"
                    | "just"
                    | "starting"
                    | "beginning"
                    | "through"
                    | "closed"
            )
            && !(self.norm(at + 2) == "from" && self.month(at + 3).is_some())
            && (self.norm(at + 2) != "as" || self.norm(at + 3) == "a" && self.norm(at + 4) == "whole")
            && self.year(at + 2).is_none()
        {
            return Some((Expression::In(Part::Year, YearRef::Before(0)), at + 2));
        }
        // *estimating the year's overall surplus at 10.2 billion*
        if self.norm(at) == "the"
            && self.norm(at + 1) == "year"
            && self.norm(at + 2) == "'"
            && self.norm(at + 3) == "s"
            && (is_total(self.norm(at + 4)) || self.norm(at + 4) == "full")
        {
            return Some((Expression::In(Part::Year, YearRef::Before(0)), at + 4));
        }
        let start = self.skip(at, one_of!("the", "a"));
        let (_, next) = self.word_that(start, |w| w == CalendarWord::Same)?;
        // *the same 1986 period*
        if let Some((year, after)) = self.year(next)
            && let Some((_, end)) = self.word_that(after, |w| matches!(w, CalendarWord::Period | CalendarWord::Month1))
        {
            return Some((Expression::SamePeriodOf(year), end));
        }
        // *the same nine months of 1987*
        let next = self.small(next, 12).map_or(next, |(_, months)| months);
        let (word, next) = self.word_that(next, |w| {
            matches!(
                w,
                CalendarWord::Period
                    | CalendarWord::Quarter
                    | CalendarWord::Half
                    | CalendarWord::Month1
                    | CalendarWord::Year
                    | CalendarWord::Week
                    | CalendarWord::Day
            )
        })?;
        if word == CalendarWord::Year {
            return Some((Expression::SamePeriod, next));
        }
        // *the same period a year earlier*
        if let Some((earlier @ (Expression::YearsEarlier(_) | Expression::MonthsEarlier(_)), end)) =
            self.earlier(self.skip(next, one_of!("of", ",")))
        {
            return Some((earlier, end));
        }
        if let Some(found) = self.same_of(next) {
            return Some(found);
        }
        // *at the same time* tells none.
        if self.norm(next - 1) == "time" {
            return None;
        }
        if let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Year) {
            return Some((Expression::SamePeriod, end));
        }
        Some((Expression::SamePeriod, next))
    }

    /// The year of the stretch that words before token `next` said is the same: *of 2023*, *last year*, *of the previous season*.
    fn same_of(&self, next: usize) -> Read<Expression> {
        if let Some((earlier @ (Expression::YearsEarlier(_) | Expression::MonthsEarlier(_)), end)) = self.earlier(next)
        {
            return Some((earlier, end));
        }
        // *the same days of October*, *the same period of the previous month*, *the same ten days last month*
        if let Some(found) = self.same_in_month(next) {
            return Some(found);
        }
        let of = self.skip(next, one_of!("of", "in", "a", "the"));
        // *the same time of the season last year*
        let season = |at: usize| is_season(self.norm(at)).then(|| self.year_ref(at + 1)).flatten();
        let the = self.skip(of, one_of!("the", "a"));
        let (year, end) = self.year_ref(of).or_else(|| self.year_ref(the)).or_else(|| season(the))?;
        Some(match year {
            // *the same period last year* is the period spoken of, one year back.
            YearRef::Publication(back) | YearRef::Fiscal(back) | YearRef::Season(back) if back < 0 => {
                (Expression::YearsEarlier(-back), end)
            }
            YearRef::Before(back) => (Expression::YearsEarlier(back), end),
            YearRef::Absolute(year) => (Expression::SamePeriodOf(year), end),
            YearRef::FiscalFrom(year) => (Expression::SamePeriodOfSeason(year), end),
            YearRef::FiscalNamed(year) => (Expression::SamePeriodOfFiscal(year), end),
            _ => (Expression::SamePeriod, end),
        })
    }

    /// *so far this year*, *this year to date*, *year-to-date*, *so far in 2024*
    pub(super) fn to_date(&self, at: usize) -> Read<Expression> {
        let far = |at: usize| matches!(self.norm(at), "so" | "thus") && self.norm(at + 1) == "far";
        let to_date = |at: usize| self.norm(at) == "to" && self.norm(at + 1) == "date";
        // *year-to-date demand*, *YTD*
        let hyphened = |at: usize| {
            self.norm(at) == "-" && self.norm(at + 1) == "to" && self.norm(at + 2) == "-" && self.norm(at + 3) == "date"
        };
        let the = self.skip(at, one_of!("the", "calendar"));
        match self.norm(the) {
            // `YTD 2017`
            "ytd" if let Some((year, end)) = self.year(the + 1) => {
                return Some((Expression::ToDate(YearRef::Absolute(year)), end));
            }
            "ytd" => return Some((Expression::ToDate(YearRef::Before(0)), the + 1)),
            // *the year-to-date 2014 through August*
            "year"
                if hyphened(the + 1)
                    && let Some((year, end)) = self.year(the + 5)
                    && matches!(self.norm(end), "through" | "to" | "until")
                    && let Some((month, end)) = self.month(end + 1) =>
            {
                return Some((Expression::In(Part::Months(1, month), YearRef::Absolute(year)), end));
            }
            "year" if to_date(the + 1) || the > at && far(the + 1) => {
                let last = self.new_year_to(YearRef::Publication(0), the + 3);
                return Some(last.unwrap_or((Expression::ToDate(YearRef::Before(0)), the + 3)));
            }
            "year" if hyphened(the + 1) => return Some((Expression::ToDate(YearRef::Before(0)), the + 5)),
            _ => {}
        }
        let year = |at: usize| match self.year_ref(self.skip(at, one_of!("in", "during", "for"))) {
            Some((year @ (YearRef::Publication(0) | YearRef::Absolute(_)), end)) => Some((year, end)),
            _ => None,
        };
        // *so far this year*, *to date in 2024*, *up to now this year*
        let led = at
            .checked_sub(1)
            .filter(|b| *b >= self.scan.range.start)
            .is_some_and(|b| matches!(self.norm(b), "to" | "until" | "till"));
        let by_now = match self.norm(at) {
            "so" | "thus" if far(at) => Some(at + 2),
            "date" | "now" if led => Some(at + 1),
            _ => None,
        };
        if let Some(next) = by_now {
            let (year, end) = year(self.skip(next, one_of!(",")))?;
            return Some(self.new_year_to(year, end).unwrap_or((Expression::ToDate(year), end)));
        }
        let (year, end) = match self.norm(at) {
            "this" => year(at)?,
            // *2024 to date*
            _ if self.scan.is_digits(at) => self.year(at).map(|(year, end)| (YearRef::Absolute(year), end))?,
            _ => return None,
        };
        if far(end) || to_date(end) {
            return Some(self.new_year_to(year, end + 2).unwrap_or((Expression::ToDate(year), end + 2)));
        }
        // *this year up to October 31*
        if year == YearRef::Publication(0) { self.new_year_to(year, end) } else { None }
    }

    /// *the end of the year*, *year-end*
    pub(super) fn end_of_year(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        if self.norm(start) == "year" && self.norm(start + 1) == "-" && self.norm(start + 2) == "end" {
            // *at year-end 2013*
            if let Some((year, end)) = self.year(self.skip(start + 3, one_of!("of"))) {
                return Some((Expression::In(Part::Year, YearRef::Absolute(year)), end));
            }
            return Some((Expression::In(Part::Year, YearRef::Publication(0)), start + 3));
        }
        // *by the year's end*
        if self.norm(start) == "year"
            && self.norm(start + 1) == "'"
            && self.norm(start + 2) == "s"
            && self.norm(start + 3) == "end"
        {
            return Some((Expression::In(Part::Year, YearRef::Publication(0)), start + 4));
        }
        // *limited to 16.6 million for the rest of the year*
        let rest = start > at && matches!(self.norm(start), "rest" | "remainder" | "balance");
        // *at the start of the year it had been near 2.2 million*
        let opens = start > at && matches!(self.norm(start), "start" | "beginning" | "outset");
        if opens && self.norm(start + 1) == "of" && at > self.scan.range.start {
            let year = self.skip(start + 2, one_of!("the", "this", "current"));
            let whole = self.word_that(year, |w| w == CalendarWord::Year).filter(|_| year > start + 2);
            let at_it = matches!(self.norm(at - 1), "at" | "in" | "by");
            return whole
                .filter(|_| at_it)
                .map(|(_, end)| (Expression::In(Part::Months(1, 1), YearRef::Publication(0)), end));
        }
        // *over the remaining months of the year*
        let remaining = start > at
            && self.norm(start) == "remaining"
            && self.is_one_of(start + 1, one_of!("months", "part", "weeks"));
        let (start, rest) = if remaining { (start + 1, true) } else { (start, rest) };
        if !(self.norm(start) == "end" || rest) || self.norm(start + 1) != "of" {
            return None;
        }
        let next = self.skip(start + 2, one_of!("the", "this", "current"));
        if self.norm(next) == "season" && next > start + 2 {
            return Some((Expression::ToldSeason, next + 1));
        }
        if rest && let Some((year, end)) = self.year(next) {
            return Some((Expression::RestOf(YearRef::Absolute(year)), end));
        }
        let (_, end) = self.word_that(next, |w| w == CalendarWord::Year)?;
        // *by the end of the year 2022*
        if !rest && let Some((year, end)) = self.year(end) {
            return Some((Expression::In(Part::Year, YearRef::Absolute(year)), end));
        }
        let this = YearRef::Publication(0);
        Some((if rest { Expression::RestOf(this) } else { Expression::In(Part::Year, this) }, end))
    }

    /// *last year*, *this month*, *the current year*, *next week*
    pub(super) fn relative(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        let (word, next) =
            self.word_that(start, |w| matches!(w, CalendarWord::Last | CalendarWord::This | CalendarWord::Next))?;
        let offset = match word {
            CalendarWord::Last => -1,
            CalendarWord::This => 0,
            _ => 1,
        };
        if let Some((year, end)) = self.fiscal_numbered(next) {
            return Some((Expression::In(Part::Year, year), end));
        }
        if let Some((_, fiscal)) = self.word_that(next, |w| w == CalendarWord::Fiscal) {
            let end = self.word_that(fiscal, |w| w == CalendarWord::Year).map_or(fiscal, |(_, end)| end);
            if is_prior(self.norm(start)) {
                let books = matches!(self.norm(next), "fiscal" | "financial" | "fy" | "budget" | "budgetary");
                return Some((if books { Expression::FiscalBefore } else { Expression::YearsEarlier(1) }, end));
            }
            // *the next marketing year*
            let market = matches!(self.norm(next), "marketing" | "crop" | "agricultural");
            let year = Expression::In(Part::Year, YearRef::Fiscal(offset));
            return Some((if market { Expression::Season(offset) } else { year }, end));
        }
        let (length, end) = self.length(next)?;
        // *in the coming years*, *in past years*
        if matches!(self.norm(end - 1), "years" | "months" | "weeks" | "quarters" | "days") {
            return Some((Expression::Vague, end));
        }
        if is_prior(self.norm(start)) {
            return Some(match length {
                Length::Year => (Expression::YearsEarlier(1), end),
                Length::Month => (Expression::MonthsEarlier(1), end),
                other => (Expression::Preceding(1, other), end),
            });
        }
        if length == Length::Year
            && let Some(found) = self.part_of_its_own(end, offset)
        {
            return Some(found);
        }
        // *for the past year*, as translated texts say it, is last year.
        let whole = at.checked_sub(1).is_some_and(|b| matches!(self.norm(b), "for" | "of" | "by"));
        if self.norm(start) == "past" && length == Length::Year && !whole {
            return Some((Expression::Past(1, length), end));
        }
        // A weekday, month or season of it, or *last year's*: the year itself.
        Some((Expression::Relative(length, offset), end))
    }

    /// *last year's same period*, *this year's first quarter*: the part that behind token `at` belongs to a year so many from publication.
    fn part_of_its_own(&self, at: usize, offset: i32) -> Read<Expression> {
        let genitive = |at: usize| self.norm(at) == "'" && self.norm(at + 1) == "s";
        let owned = if genitive(at) { at + 2 } else { Some(at).filter(|at| genitive(at.wrapping_sub(2)))? };
        let same = self.word_that(owned, |w| w == CalendarWord::Same).filter(|_| offset == -1);
        if let Some((_, next)) = same {
            let (_, end) = self.word_that(next, |w| {
                matches!(w, CalendarWord::Period | CalendarWord::Quarter | CalendarWord::Half | CalendarWord::Month1)
            })?;
            return Some((Expression::YearsEarlier(1), end));
        }
        let (part, end) = self.part(owned)?;
        // *than last year's May*
        let month = matches!(part, Part::Months(first, last) if first == last) && self.year(end).is_none();
        (month || matches!(part, Part::Quarter(_) | Part::Half(_) | Part::Months(1, 2..)))
            .then_some((Expression::In(part, YearRef::Publication(offset)), end))
    }

    /// *in April, the 10th month of the current fiscal year 2016-17*: which month of its year the one just named is.
    fn nth_month(&self, at: usize) -> Option<usize> {
        let aside = self.norm(at) == "the" && at > self.scan.range.start && self.norm(at - 1) == ",";
        let (_, next) = self.small(at + 1, 12).filter(|_| aside)?;
        let nth = self.skip(next, one_of!("st", "nd", "rd", "th"));
        let (_, of) = self.word_that(nth, |w| w == CalendarWord::Month1).filter(|_| nth > next)?;
        let (_, end) = self.trailing_year(of).filter(|_| self.norm(of) == "of")?;
        // *(July 2016-June 2017)*: the months of that year.
        let close = (end + 1..end + 12).find(|close| self.norm(end) == "(" && self.norm(*close) == ")");
        Some(close.map_or(end, |close| close + 1))
    }
}
