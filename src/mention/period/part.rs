//! Parts of a year, and which year.
//!
//! | text | part | year |
//! | --- | --- | --- |
//! | `January-August`, `from March 20 to April 3` | months, days | none stated |
//! | `Q1`, `the second half`, `the first eight months` | quarter, half, months | none stated |
//! | `2022`, `this year`, `a year earlier` | all of it | absolute, from publication, before the one spoken of |

use super::{Expression, Part, Read, Reader, YearRef};
use crate::lexicon::words::{is_edge_of_time, is_prior, is_total, is_traded, leads_stretch, leads_to_end};
use crate::lexicon::{CalendarWord, Kinds, Sense};
use crate::token::{Gap, Shape, Token};

/// So many years after the year that an Ethiopian one goes by it begins.
pub(super) const ETHIOPIAN: i32 = 7;

impl Reader<'_, '_> {
    /// A part of a year and which year, in either order.
    pub(super) fn part_of_year(&self, at: usize) -> Option<(Part, YearRef, usize)> {
        let start = self.skip(at, one_of!("the"));
        if let Some((part, end)) = self.part(start) {
            let year = self.trailing_year(end).or_else(|| self.trailing_year(self.behind_bracketed_part(end)?));
            return Some(match year {
                Some((year, end)) => (part, year, end),
                None => (part, YearRef::Open, end),
            });
        }
        if let Some(found) = self.year_inside(start) {
            return Some(found);
        }
        let whole = if is_total(self.norm(start)) || self.norm(start) == "full" {
            self.skip(self.skip(self.skip(start + 1, one_of!("-")), one_of!("of", "year")), one_of!("the"))
        } else {
            start
        };
        // *the full-year surplus*: of the year that is over, or of the one that a forecast is of.
        if whole > start && self.norm(whole - 1) == "year" && self.norm(whole - 2) == "-" && self.year(whole).is_none()
        {
            return Some((Part::Year, YearRef::Open, whole));
        }
        // *the full year*: the one that the text is of.
        if whole > start && self.norm(whole - 1) == "year" && self.year(whole).is_none() {
            return Some((Part::Year, YearRef::Before(0), whole));
        }
        if let Some((year, end)) = self.year(whole) {
            // *around 1900 EDT*: a time of day.
            let zone = |t: &Token<'_>| matches!(t.text, "GMT" | "EST" | "EDT" | "BST" | "CET" | "PST" | "PDT" | "UTC");
            if self.scan.get(end).is_some_and(zone) {
                return None;
            }
            // `1986/87`, `2022/23`: a marketing or fiscal year.
            if self.norm(end) == "/"
                && self.scan.get(end + 1).is_some_and(|t| t.shape == Shape::Digits && t.text.len() == 2)
            {
                return Some((Part::Year, YearRef::FiscalFrom(year), end + 2));
            }
            // `2023 (first half)`
            if self.norm(end) == "("
                && let Some((part @ (Part::Quarter(_) | Part::Half(_) | Part::Months(..)), close)) = self.part(end + 1)
                && self.norm(close) == ")"
            {
                return Some((part, YearRef::Absolute(year), close + 1));
            }
            // *1998's first half*
            if self.norm(end) == "'"
                && self.norm(end + 1) == "s"
                && let Some((part @ (Part::Quarter(_) | Part::Half(_) | Part::Months(1, _)), end)) = self.part(end + 2)
            {
                return Some((part, YearRef::Absolute(year), end));
            }
            // *the 2013 financial year*, *the 2015 Ethiopian fiscal year*
            if self.word_that(end, |w| w == CalendarWord::Fiscal).is_some()
                && let Some((year, end)) = self.year_ref(whole)
            {
                return Some((Part::Year, year, end));
            }
            // *2013 year-end*
            if self.norm(end) == "year" && self.norm(end + 1) == "-" && self.norm(end + 2) == "end" {
                return Some((Part::Year, YearRef::Absolute(year), end + 3));
            }
            // `2022 Q1`
            let beside = self.scan.get(end).is_some_and(|t| !t.column);
            if beside && let Some((part @ (Part::Quarter(_) | Part::Half(_)), end)) = self.part(end) {
                return Some((part, YearRef::Absolute(year), end));
            }
            return Some((Part::Year, YearRef::Absolute(year), end));
        }
        None
    }

    /// *the third 1986 quarter*, *the first 1999 half*: the year inside the name of the part.
    fn year_inside(&self, at: usize) -> Option<(Part, YearRef, usize)> {
        let number = match self.norm(at) {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => return None,
        };
        let (year, next) = self.year(at + 1)?;
        let (word, end) = self.word_that(next, |w| matches!(w, CalendarWord::Quarter | CalendarWord::Half))?;
        let part = match word {
            CalendarWord::Quarter => Part::Quarter(number),
            _ if number <= 2 => Part::Half(number),
            _ => return None,
        };
        Some((part, YearRef::Absolute(year), end))
    }

    /// *the first quarter (Q1) of 2015*, *the first two months (July-August) of the fiscal year*: what stands behind brackets in
    /// which the part that ends at token `at` is said again.
    fn behind_bracketed_part(&self, at: usize) -> Option<usize> {
        let (_, close) = self.part(at + 1).filter(|_| self.norm(at) == "(")?;
        (self.norm(close) == ")" && matches!(self.norm(close + 1), "of" | "in")).then_some(close + 1)
    }

    /// `2017-18`: two years that follow each other, the second in two digits, or both before *fiscal*.
    pub(super) fn split_by_hyphen(&self, at: usize) -> Read<i32> {
        let (year, end) = self.year(at)?;
        match self.year_ref(at)? {
            (YearRef::FiscalFrom(first), after) if first == year && self.norm(end) == "-" => Some((year, after)),
            _ => None,
        }
    }

    /// `3Q17`, `1H2018`, `9M18`: a year right behind the letter of a part of one, at token `at`.
    fn year_glued_behind(&self, at: usize) -> Read<YearRef> {
        let token = self.scan.get(at).filter(|t| t.shape == Shape::Digits && t.is_joined())?;
        let letter = at.checked_sub(1).filter(|b| *b > self.scan.range.start)?;
        let numbered = matches!(self.norm(letter), "q" | "h" | "m")
            && self.scan.get(letter).is_some_and(Token::is_joined)
            && self.scan.is_digits(letter - 1);
        let year: i32 = token.text.parse().ok().filter(|_| numbered)?;
        match token.text.len() {
            2 => Some((YearRef::Absolute(of_two_digits(year)), at + 1)),
            4 if (1950..2100).contains(&year) => Some((YearRef::Absolute(year), at + 1)),
            _ => None,
        }
    }

    pub(super) fn trailing_year(&self, at: usize) -> Read<YearRef> {
        let token = self.scan.get(at)?;
        if token.gap == Gap::Paragraph || token.column {
            return None;
        }
        // `Q3'23`, `Jan-Sep'23`, *May '17*
        let of_month = |at: usize| self.word_that(at, |w| matches!(w, CalendarWord::Month(_))).is_some();
        let short = self.scan.get(at + 1).filter(|t| t.shape == Shape::Digits && t.text.len() == 2 && t.is_joined());
        if self.norm(at) == "'"
            && (token.is_joined() || at > self.scan.range.start && of_month(at - 1))
            && let Some(short) = short.and_then(|t| t.text.parse().ok())
        {
            return Some((YearRef::Absolute(of_two_digits(short)), at + 2));
        }
        // `3Q17`, `9M2018`
        if let Some(found) = self.year_glued_behind(at) {
            return Some(found);
        }
        // `Q1-2024`, `Q3/2019`
        if matches!(self.norm(at), "-" | "/")
            && token.is_joined()
            && self.scan.get(at + 1).is_some_and(Token::is_joined)
            && let Some((year, end)) = self.year(at + 1)
        {
            return Some((YearRef::Absolute(year), end));
        }
        // *between April (2012) and January (2013)*: a year of its own in a bracket, with nothing else.
        if self.norm(at) == "("
            && let Some((year, end)) = self.year(at + 1)
            && self.norm(end) == ")"
        {
            return Some((YearRef::Absolute(year), end + 1));
        }
        // *the July-February period of the 2013/14 marketing year*, *the July-April period this fiscal year*
        // *during the July-September quarter of 2017*, *in the Oct. 1-20 period 2017*
        let of = || {
            self.norm(at + 1) == "of"
                || self.norm(at + 1) == "this" && self.year_ref(at + 1).is_some()
                || self.year(at + 1).is_some()
        };
        let named = self.is_one_of(at, one_of!("period", "quarter", "stretch", "span", "interval", "window"));
        let at = if named && of() { at + 1 } else { at };
        let next = self.skip(at, one_of!("of", ",", "in", "for"));
        let year = self.skip(next, one_of!("the"));
        // *in the first nine months of the year 2017*
        let year = if self.norm(year) == "year" && self.year(year + 1).is_some() { year + 1 } else { year };
        // *the second half of calendar year 2013*
        if self.norm(year) == "calendar"
            && let Some((told, end)) = self.year(self.skip(year + 1, one_of!("year")))
        {
            return Some((YearRef::Absolute(told), end));
        }
        // *of the new fiscal year*
        if self.norm(year) == "new"
            && let Some(found) = self.fiscal_ref(year + 1, 0)
        {
            return Some(found);
        }
        // *of the current 2023-24 fiscal year*
        let named = self.skip(year, one_of!("current", "last", "past", "present", "running"));
        match self.year_ref(named) {
            Some(found) if named > year && self.year(named).is_some() => Some(found),
            _ => self.year_ref(year),
        }
    }

    /// *2022*, *this year*, *last year*, *the current year*, *the previous year*, *a year earlier*
    pub(super) fn year_ref(&self, at: usize) -> Read<YearRef> {
        if let Some((year, end)) = self.year(at) {
            // *the 2021-22 fiscal year*, *July-May 2018-19*
            let second = self
                .scan
                .get(end + 1)
                .filter(|t| t.shape == Shape::Digits && matches!(t.text.len(), 2 | 4) && t.is_joined())
                .and_then(|t| t.text.parse::<i32>().ok());
            let two = matches!(self.norm(end), "-" | "/") && second.is_some_and(|n| n % 100 == (year + 1) % 100);
            let next = if two { end + 2 } else { end };
            if let Some((_, fiscal)) = self.word_that(next, |w| w == CalendarWord::Fiscal) {
                // *the 2015 Ethiopian fiscal year*
                let ethiopian = self.norm(next) == "ethiopian";
                let fiscal = self.word_that(fiscal, |w| w == CalendarWord::Fiscal).map_or(fiscal, |(_, end)| end);
                let end = self.word_that(fiscal, |w| w == CalendarWord::Year).map_or(fiscal, |(_, end)| end);
                if ethiopian && end > next + 1 {
                    return Some((YearRef::FiscalFrom(year + ETHIOPIAN), end));
                }
                return Some((if two { YearRef::FiscalFrom(year) } else { YearRef::FiscalNamed(year) }, end));
            }
            if two && self.scan.get(end + 1).is_some_and(|t| t.text.len() == 2) {
                return Some((YearRef::FiscalFrom(year), next));
            }
            return Some((YearRef::Absolute(year), end));
        }
        if let Some(found) = self.solar_year(at) {
            return Some(found);
        }
        let start = self.skip(at, one_of!("the"));
        if let Some(found) = self.year_of_months(start) {
            return Some(found);
        }
        if let Some(found) = self.fiscal_ref(start, 0) {
            return Some(found);
        }
        if let Some(found) = self.season_ref(at) {
            return Some(found);
        }
        if let Some((word, next)) =
            self.word_that(start, |w| matches!(w, CalendarWord::Last | CalendarWord::This | CalendarWord::Next))
        {
            if let Some(numbered) = self.fiscal_numbered(next) {
                return Some(numbered);
            }
            if let Some((_, next)) = self.word_that(next, |w| w == CalendarWord::Fiscal) {
                let end = self.word_that(next, |w| w == CalendarWord::Year).map_or(next, |(_, end)| end);
                return Some((YearRef::Fiscal(if word == CalendarWord::Last { -1 } else { 0 }), end));
            }
            let (_, end) = self.word_that(next, |w| w == CalendarWord::Year)?;
            let previous = is_prior(self.norm(start));
            return Some(match word {
                CalendarWord::Last if previous => (YearRef::Before(1), end),
                CalendarWord::Last => (YearRef::Publication(-1), end),
                CalendarWord::This => (YearRef::Publication(0), end),
                _ => (YearRef::Publication(1), end),
            });
        }
        match self.earlier(at) {
            Some((Expression::YearsEarlier(count), end)) => Some((YearRef::Before(count), end)),
            _ => None,
        }
    }

    /// A part of a year without its year.
    pub(super) fn part(&self, at: usize) -> Read<Part> {
        self.roman(at).or_else(|| self.months(at)).or_else(|| self.numbered(at))
    }

    /// *January*, *March 21*, *21 March*, *January-August*, *January to March*, *March 20-October 21*
    pub(super) fn months(&self, at: usize) -> Read<Part> {
        if let Some(found) = self.days_of_month(at) {
            return Some(found);
        }
        if let Some((day, next)) = self.small(at, 31)
            && self.scan.get(at).is_some_and(|t| t.shape == Shape::Digits)
            && let Some((month, end)) =
                self.month(self.skip(self.skip(next, one_of!("st", "nd", "rd", "th")), one_of!("of")))
        {
            return self.day_range(month, day, end);
        }
        let (first, end) = self.month(at)?;
        // *the December quarter* is the one that ends with it.
        if first % 3 == 0
            && let Some((_, end)) = self.word_that(end, |w| w == CalendarWord::Quarter)
        {
            return Some((Part::Quarter(first / 3), end));
        }
        // `May` the verb: it needs a number or preposition beside it.
        let ambiguous = matches!(self.norm(at), "may" | "march" | "mar");
        if let Some((day, next)) = self.small(end, 31)
            && self.scan.get(end).is_some_and(|t| t.shape == Shape::Digits || self.is_day_in_words(at, next))
            && self.goes_on_in_line(end, next)
        {
            let scaled = self
                .scan
                .sense(Kinds::SCALE.or(Kinds::UNIT), next, |s| {
                    matches!(s, Sense::Scale(..) | Sense::Unit(..)).then_some(())
                })
                .is_some();
            if !scaled {
                let next = self.skip(next, one_of!("st", "nd", "rd", "th"));
                return self.days_with_bar(first, day, next).or_else(|| self.day_range(first, day, next));
            }
        }
        // *the January-to-September period*
        let hyphened = self.norm(end) == "-" && self.norm(end + 1) == "to" && self.norm(end + 2) == "-";
        if (leads_to_end(self.norm(end)) || self.is_slash_of_two(end))
            && let Some((last, end2)) = self.month(if hyphened { end + 3 } else { end + 1 })
            && (last > first
                || self.norm(end2) == ")" && at > self.scan.range.start && self.norm(at - 1) == "("
                || matches!(self.trailing_year(end2), Some((YearRef::FiscalFrom(_) | YearRef::FiscalNamed(_), _))))
        {
            return Some((Part::Months(first, last), end2));
        }
        // *in June, July and August*, *October/November*: months that follow each other, told as one stretch.
        let (mut last, mut after) = (first, end);
        let mut joined = false;
        while matches!(self.norm(after), "," | "and" | "/")
            && let Some((next, end)) = self.month(self.skip(after + 1, one_of!("and")))
            && next == last + 1
            && self.small(end, 31).is_none()
        {
            joined |= self.norm(after) != "," || self.norm(after + 1) == "and";
            (last, after) = (next, end);
        }
        let apart = (after..self.scan.range.end).any(|at| self.norm(at) == "respectively");
        let pair = || self.norm(end) == "/" || joined && !self.tells_pairs();
        if joined && !apart && (last > first + 1 || pair()) {
            return Some((Part::Months(first, last), after));
        }
        if self.norm(end) == "and"
            && at > self.scan.range.start
            && self.norm(at - 1) == "between"
            && let Some((last, end2)) = self.month(end + 1)
        {
            return Some((Part::Months(first, last), end2));
        }
        if ambiguous {
            let before = at.checked_sub(1).map_or("", |b| self.norm(b));
            let dated = self.year(end).is_some()
                || leads_stretch(before)
                || is_edge_of_time(before)
                || leads_to_end(before)
                || matches!(before, "since" | "by" | "last" | "of" | "from" | "this" | "and" | "than");
            // *May exports rose*, *compared with May output of*, *below May's level*
            let counted = |at: usize| {
                is_traded(self.norm(at))
                    || matches!(
                        self.norm(at),
                        "output"
                            | "production"
                            | "trade"
                            | "crude"
                            | "figures"
                            | "data"
                            | "loadings"
                            | "surplus"
                            | "deficit"
                            | "price"
                            | "prices"
                            | "total"
                            | "alone"
                    )
                    || self.norm(at) == "'" && self.norm(at + 1) == "s"
            };
            // *up 14 pct on March*: a capital behind a small letter is a name.
            let named = at.checked_sub(1).filter(|b| *b >= self.scan.range.start).is_some_and(|b| {
                self.scan.get(b).is_some_and(|t| t.shape == Shape::Word && !t.is_capitalised() && t.gap < Gap::Line)
            });
            let slash = before == "/";
            let dated = dated
                || named
                || counted(end) && !slash
                || self.scan.get(end).is_some_and(|t| t.column || t.is_mark('|'));
            // *(May: 1.74 MMT; June: 2.6 MMT)*
            let dated = dated || self.norm(end) == ":" && matches!(before, "(" | ";");
            let caps = self.scan.get(at).is_some_and(Token::is_capitalised);
            if !dated || !caps {
                return None;
            }
        }
        Some((Part::Months(first, first), end))
    }

    /// *1.41 million and 1.40 million*, *six pct and nine pct*: whether the sentence joins figures by *and*, each of which may have
    /// a time of its own.
    pub(super) fn tells_pairs(&self) -> bool {
        let figure = |at: usize| {
            let first = self.scan.get(at).is_some_and(|t| matches!(t.shape, Shape::Mark('$' | '+')));
            let at = at + usize::from(first);
            self.scan.is_digits(at)
                || self.scan.sense(Kinds::NUMBER, at, |s| matches!(s, Sense::Number(_)).then_some(())).is_some()
        };
        let told = |and: usize| {
            let counted = (and.saturating_sub(5).max(self.scan.range.start)..and).any(figure);
            self.norm(and) == "and" && counted && figure(and + 1) && self.year(and + 1).is_none()
        };
        self.scan.range.clone().any(told)
    }

    /// *in the four weeks ended March six*, *on April one*: whether a small number in words behind the month at `at` is its day; nothing that it
    /// could count stands at `next`.
    fn is_day_in_words(&self, at: usize, next: usize) -> bool {
        let before = at.checked_sub(1).filter(|b| *b >= self.scan.range.start).map_or("", |b| self.norm(b));
        let dated = matches!(
            before,
            "ended"
                | "ending"
                | "on"
                | "of"
                | "to"
                | "until"
                | "through"
                | "by"
                | "since"
                | "from"
                | "before"
                | "after"
        );
        let ends = matches!(
            self.norm(next),
            "" | ","
                | "."
                | ";"
                | ")"
                | "to"
                | "from"
                | "and"
                | "against"
                | "compared"
                | "was"
                | "were"
                | "this"
                | "last"
                | "for"
                | "by"
                | "with"
                | "fell"
                | "rose"
                | "averaged"
                | "totalled"
                | "at"
                | "than"
                | "versus"
                | "the"
                | "which"
        );
        dated && (ends || next >= self.scan.range.end)
    }

    /// *Jan/May 1987*: two months with a bar between, and no third.
    fn is_slash_of_two(&self, at: usize) -> bool {
        self.norm(at) == "/" && self.month(at + 1).is_some_and(|(_, end)| self.norm(end) != "/")
    }

    /// Whether the day at `day`, which ends at `next`, stands in the line of its month, or in one that plain prose wraps to.
    fn goes_on_in_line(&self, day: usize, next: usize) -> bool {
        self.scan.get(day).is_some_and(|t| t.gap < Gap::Line)
            || (leads_to_end(self.norm(next))
                || matches!(self.norm(next), "," | "and" | ")" | "against" | "from" | "compared"))
                && self.scan.get(day).is_some_and(|t| t.gap == Gap::Line)
    }

    pub(super) fn day_range(&self, month: u32, day: u32, end: usize) -> Read<Part> {
        // *March 20-October 21*, *for April 10/May 10 shipment*
        if matches!(self.norm(end), "-" | "/")
            && let Some((month2, end2)) = self.month(end + 1)
            && let Some((day2, end3)) = self.small(end2, 31)
        {
            return Some((Part::Days(month, day, month2, day2), end3));
        }
        Some((Part::Day(month, day), end))
    }

    /// *for June 1/10 shipment*: two days of one month with a bar between, behind its name.
    fn days_with_bar(&self, month: u32, day: u32, end: usize) -> Read<Part> {
        let digits = |at: usize| self.scan.get(at).is_some_and(|t| t.shape == Shape::Digits && t.is_joined());
        let (last, next) = self.small(end + 1, 31).filter(|_| self.norm(end) == "/" && digits(end + 1))?;
        (last > day && self.norm(next) != "/").then_some((Part::Days(month, day, month, last), next))
    }
}

/// The year that two digits mean: *'17*, *'98*.
pub(super) fn of_two_digits(year: i32) -> i32 {
    year + if year < 60 { 2000 } else { 1900 }
}
