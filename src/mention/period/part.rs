//! Parts of a year, and which year.
//!
//! | text | part | year |
//! | --- | --- | --- |
//! | `January-August`, `from March 20 to April 3` | months, days | none stated |
//! | `Q1`, `the second half`, `the first eight months` | quarter, half, months | none stated |
//! | `2022`, `this year`, `a year earlier` | all of it | absolute, from publication, before the one spoken of |

use super::{Expression, Part, Read, Reader, YearRef};
use crate::lexicon::{CalendarWord, Kinds, Sense};
use crate::token::{Gap, Shape, Token};

/// So many years after the year that an Ethiopian one goes by it begins.
pub(super) const ETHIOPIAN: i32 = 7;

impl Reader<'_, '_> {
    /// A part of a year and which year, in either order.
    pub(super) fn part_of_year(&self, at: usize) -> Option<(Part, YearRef, usize)> {
        let start = self.skip(at, &["the"]);
        if let Some((part, end)) = self.part(start) {
            return Some(match self.trailing_year(end) {
                Some((year, end)) => (part, year, end),
                None => (part, YearRef::Open, end),
            });
        }
        let whole = if matches!(self.norm(start), "whole" | "full" | "entire" | "all") {
            self.skip(self.skip(self.skip(start + 1, &["-"]), &["of", "year"]), &["the"])
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

    /// `2017-18`: two years that follow each other, the second in two digits, or both before *fiscal*.
    pub(super) fn split_by_hyphen(&self, at: usize) -> Read<i32> {
        let (year, end) = self.year(at)?;
        match self.year_ref(at)? {
            (YearRef::FiscalFrom(first), after) if first == year && self.norm(end) == "-" => Some((year, after)),
            _ => None,
        }
    }

    pub(super) fn trailing_year(&self, at: usize) -> Read<YearRef> {
        let token = self.scan.get(at)?;
        if token.gap == Gap::Paragraph || token.column {
            return None;
        }
        // `Q3'23`, `Jan-Sep'23`
        let short = self.scan.get(at + 1).filter(|t| t.shape == Shape::Digits && t.text.len() == 2 && t.is_joined());
        if self.norm(at) == "'"
            && token.is_joined()
            && let Some(short) = short.and_then(|t| t.text.parse::<i32>().ok())
        {
            return Some((YearRef::Absolute(short + if short < 60 { 2000 } else { 1900 }), at + 2));
        }
        // `Q1-2024`
        if self.norm(at) == "-"
            && token.is_joined()
            && self.scan.get(at + 1).is_some_and(Token::is_joined)
            && let Some((year, end)) = self.year(at + 1)
        {
            return Some((YearRef::Absolute(year), end));
        }
        // *the July-February period of the 2013/14 marketing year*
        let at = if self.norm(at) == "period" && self.norm(at + 1) == "of" { at + 1 } else { at };
        let next = self.skip(at, &["of", ",", "in", "for"]);
        let year = self.skip(next, &["the"]);
        // *of the new fiscal year*
        if self.norm(year) == "new"
            && let Some(found) = self.fiscal_ref(year + 1, 0)
        {
            return Some(found);
        }
        // *of the current 2023-24 fiscal year*
        let named = self.skip(year, &["current", "last", "past", "present", "running"]);
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
        let start = self.skip(at, &["the"]);
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
            if let Some((_, next)) = self.word_that(next, |w| w == CalendarWord::Fiscal) {
                let end = self.word_that(next, |w| w == CalendarWord::Year).map_or(next, |(_, end)| end);
                return Some((YearRef::Fiscal(if word == CalendarWord::Last { -1 } else { 0 }), end));
            }
            let (_, end) = self.word_that(next, |w| w == CalendarWord::Year)?;
            let previous = matches!(self.norm(start), "previous" | "preceding" | "prior");
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

    /// *I–IX 2024*, *I-VI months*, *the III quarter*: months and quarters in Roman numerals.
    fn roman(&self, at: usize) -> Read<Part> {
        let number = |at: usize| -> Option<u32> {
            const NUMERALS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
            let text = self.scan.get(at)?.text;
            NUMERALS.iter().position(|n| *n == text).and_then(|place| u32::try_from(place + 1).ok())
        };
        let first = number(at)?;
        if self.norm(at + 1) == "-"
            && let Some(last) = number(at + 2).filter(|last| *last > first)
        {
            // *II-IV quarters of 1994*
            if let Some((_, end)) = self.word_that(at + 3, |w| w == CalendarWord::Quarter)
                && last <= 4
            {
                return Some((Part::Months(3 * first - 2, 3 * last), end));
            }
            let months = self.word_that(at + 3, |w| w == CalendarWord::Month1).map(|(_, end)| end);
            let end = months.unwrap_or(at + 3);
            let bracket = at > 0 && self.norm(at - 1) == "(" && self.norm(end) == ")";
            let dated = bracket || months.is_some() || self.trailing_year(end).is_some();
            return dated.then_some((Part::Months(first, last), end));
        }
        let (word, end) = self.word_that(at + 1, |w| matches!(w, CalendarWord::Quarter | CalendarWord::Half))?;
        match word {
            CalendarWord::Quarter if first <= 4 => Some((Part::Quarter(first), end)),
            CalendarWord::Half if first <= 2 => Some((Part::Half(first), end)),
            _ => None,
        }
    }

    /// *January*, *March 21*, *21 March*, *January-August*, *January to March*, *March 20-October 21*
    pub(super) fn months(&self, at: usize) -> Read<Part> {
        if let Some(found) = self.days_of_month(at) {
            return Some(found);
        }
        if let Some((day, next)) = self.small(at, 31)
            && self.scan.get(at).is_some_and(|t| t.shape == Shape::Digits)
            && let Some((month, end)) = self.month(self.skip(self.skip(next, &["st", "nd", "rd", "th"]), &["of"]))
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
            && self.scan.get(end).is_some_and(|t| t.shape == Shape::Digits)
            && self.goes_on_in_line(end, next)
        {
            let scaled = self
                .scan
                .sense(Kinds::SCALE.or(Kinds::UNIT), next, |s| {
                    matches!(s, Sense::Scale(..) | Sense::Unit(..)).then_some(())
                })
                .is_some();
            if !scaled {
                return self.day_range(first, day, self.skip(next, &["st", "nd", "rd", "th"]));
            }
        }
        if (matches!(self.norm(end), "-" | "to" | "through" | "until") || self.is_slash_of_two(end))
            && let Some((last, end2)) = self.month(end + 1)
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
            && let Some((next, end)) = self.month(self.skip(after + 1, &["and"]))
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
                || matches!(
                    before,
                    "in" | "since"
                        | "by"
                        | "until"
                        | "last"
                        | "of"
                        | "during"
                        | "from"
                        | "to"
                        | "-"
                        | "for"
                        | "this"
                        | "through"
                        | "and"
                        | "early"
                        | "late"
                        | "mid"
                        | "than"
                );
            // *May exports rose*, *compared with May output of*, *below May's level*
            let counted = |at: usize| {
                matches!(
                    self.norm(at),
                    "exports"
                        | "imports"
                        | "shipments"
                        | "deliveries"
                        | "output"
                        | "production"
                        | "sales"
                        | "trade"
                        | "crude"
                        | "figures"
                        | "data"
                        | "loadings"
                        | "surplus"
                        | "deficit"
                ) || self.norm(at) == "'" && self.norm(at + 1) == "s"
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
    fn tells_pairs(&self) -> bool {
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

    /// *Jan/May 1987*: two months with a bar between, and no third.
    fn is_slash_of_two(&self, at: usize) -> bool {
        self.norm(at) == "/" && self.month(at + 1).is_some_and(|(_, end)| self.norm(end) != "/")
    }

    /// *78 days of the year*: from its first day on.
    fn first_days(&self, at: usize) -> Read<Part> {
        let digits = self.scan.get(at).filter(|t| t.shape == Shape::Digits && t.text.len() <= 3);
        let (count, next) = match digits.and_then(|t| t.text.parse::<u32>().ok()) {
            Some(count) => (count, at + 1),
            None => self.small(at, 99)?,
        };
        let (word, next) = self.word_that(next, |w| matches!(w, CalendarWord::Day | CalendarWord::Week))?;
        let days = if word == CalendarWord::Week { count.checked_mul(7)? } else { count };
        // *the first 20 days of January*
        if word == CalendarWord::Day
            && (2..=31).contains(&count)
            && matches!(self.norm(next), "of" | "in")
            && let Some((month, end)) = self.month(next + 1)
        {
            return Some((Part::Days(month, 1, month, count), end));
        }
        // The days of a year without a leap day; of a month they are another matter.
        let last = chrono::NaiveDate::from_yo_opt(2023, days.min(365))?;
        let the_year = self.norm(next) == "of" && self.norm(next + 1) == "the" && self.norm(next + 2) == "year";
        let stated = the_year || self.norm(next) == "of" && self.trailing_year(next).is_some();
        let end = if the_year { next + 3 } else { next };
        (count > 1 && stated)
            .then_some((Part::Days(1, 1, chrono::Datelike::month(&last), chrono::Datelike::day(&last)), end))
    }

    /// Whether the day at `day`, which ends at `next`, stands in the line of its month, or in one that plain prose wraps to.
    fn goes_on_in_line(&self, day: usize, next: usize) -> bool {
        self.scan.get(day).is_some_and(|t| t.gap < Gap::Line)
            || matches!(self.norm(next), "," | "to" | "-" | "and" | "through" | ")" | "against" | "from" | "compared")
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

    /// *first quarter*, *Q1*, *1Q*, *H1*, *the second half*, *the first eight months*, *11 months*
    pub(super) fn numbered(&self, at: usize) -> Read<Part> {
        let digit = |at: usize| {
            self.scan
                .get(at)
                .filter(|t| t.shape == Shape::Digits && t.is_joined() && t.text.len() == 1)
                .and_then(|t| t.text.parse::<u32>().ok())
        };
        match self.norm(at) {
            "q" => {
                let quarter = |at: usize| digit(at + 1).filter(|n| self.norm(at) == "q" && (1..=4).contains(n));
                let first = quarter(at)?;
                // *Q2 and Q3 of 2013*: as one stretch.
                let two = matches!(self.norm(at + 2), "and" | "&") && quarter(at + 3) == Some(first + 1);
                let dated = || self.trailing_year(at + 5).is_some() && !self.tells_pairs();
                if two && dated() && self.norm(at + 2 + 4) != "," {
                    return Some((Part::Months(3 * first - 2, 3 * first + 3), at + 5));
                }
                return Some((Part::Quarter(first), at + 2));
            }
            "h" => return digit(at + 1).filter(|n| (1..=2).contains(n)).map(|n| (Part::Half(n), at + 2)),
            _ => {}
        }
        if let Some(token) = self.scan.get(at)
            && token.shape == Shape::Digits
            && self.scan.get(at + 1).is_some_and(Token::is_joined)
        {
            let number: u32 = token.text.parse().ok()?;
            // *11m barrels* are millions.
            let counts = || {
                self.scan.get(at + 1).is_some_and(|t| t.text == "m")
                    && self.scan.sense(Kinds::UNIT, at + 2, |s| matches!(s, Sense::Unit(..)).then_some(())).is_some()
            };
            match self.norm(at + 1) {
                "q" if (1..=4).contains(&number) => return Some((Part::Quarter(number), at + 2)),
                "h" if (1..=2).contains(&number) => return Some((Part::Half(number), at + 2)),
                "m" if matches!(number, 3 | 6 | 9 | 10 | 11) && !counts() => {
                    return Some((Part::Months(1, number), at + 2));
                }
                _ => {}
            }
        }
        // *the opening quarter*, *the latter half*
        let ordinal = match self.norm(at) {
            "opening" | "initial" => Some((1, at + 1)),
            "latter" if self.word_that(at + 1, |w| w == CalendarWord::Half).is_some() => Some((2, at + 1)),
            _ => match self.word_that(at, |w| matches!(w, CalendarWord::Ordinal(_))) {
                Some((CalendarWord::Ordinal(number), next)) => Some((number, next)),
                _ => None,
            },
        };
        if let Some((number, next)) = ordinal {
            // *the first eight months*, *the first eight-month period*
            if number == 1
                && let Some((count, next)) = self.small(next, 12)
                && let joint = self.skip(next, &["-"])
                && let Some((CalendarWord::Month1, end)) = self.word_that(joint, |w| w == CalendarWord::Month1)
            {
                let end = if joint > next { self.skip(end, &["period", "span", "stretch"]) } else { end };
                return Some((Part::Months(1, count), end));
            }
            if let Some(found) = self.part_of_month(Some(number), next) {
                return Some(found);
            }
            // *the first three quarters*
            if number == 1
                && let Some((count @ 2..=3, next)) = self.small(next, 3)
                && let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Quarter)
            {
                return Some((Part::Months(1, 3 * count), end));
            }
            // *the first 78 days of the year*, *the first ten weeks of 2019*
            if number == 1
                && let Some(found) = self.first_days(next)
            {
                return Some(found);
            }
            // *in the first month of the new fiscal year*, *the eighth month of this year*
            if self.norm(next) == "month"
                && self.norm(next + 1) == "of"
                && let Some((year, _)) = self.trailing_year(next + 1)
                && (number == 1 || matches!(year, YearRef::Absolute(_) | YearRef::Publication(_)))
            {
                return Some((Part::Months(number, number), next + 1));
            }
            let next = self.skip(next, &["-"]);
            if number <= 4
                && let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Quarter)
            {
                return Some((Part::Quarter(number), end));
            }
            // *in the second and third quarters*, *the second to fourth quarters*: as one stretch.
            let and = self.norm(next) == "and";
            if (and || self.joined(next).is_some())
                && let Some((CalendarWord::Ordinal(last @ ..=4), end)) =
                    self.word_that(next + 1, |w| matches!(w, CalendarWord::Ordinal(_)))
                && (last == number + 1 || !and && last > number)
                && self.norm(end) == "quarters"
                && !(and && self.tells_pairs())
            {
                return Some((Part::Months(3 * number - 2, 3 * last), end + 1));
            }
            if let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Half)
                && number <= 2
            {
                // *the first half of February*
                if self.norm(end) == "of"
                    && let Some((month, end)) = self.month(end + 1)
                {
                    let last = chrono::NaiveDate::from_ymd_opt(2023, month, 31)
                        .map_or(if month == 2 { 28 } else { 30 }, |_| 31);
                    let days = if number == 1 { (1, 15) } else { (16, last) };
                    return Some((Part::Days(month, days.0, month, days.1), end));
                }
                return Some((Part::Half(number), end));
            }
            return None;
        }
        // *11 months of 2016*, *in 11 months*, *for eight months*, *the four months*, *the eight-month period of 2013*
        let (count, next) = self.small(at, 12)?;
        let joint = self.skip(next, &["-"]);
        let (_, end) = self.word_that(joint, |w| w == CalendarWord::Month1)?;
        let period = self.skip(end, &["period", "span", "stretch"]);
        // *the two months of July and August* are those.
        if joint > next && period == end || self.norm(end) == "of" && self.month(end + 1).is_some() {
            return None;
        }
        let end = if joint > next { period } else { end };
        let before = at.checked_sub(1).map_or("", |b| self.norm(b));
        let after = self.norm(end);
        let stated = self.trailing_year(end).is_some() && matches!(after, "of" | ",");
        // *exports were suspended for four months*, *a delay of four months*: how long something lasted.
        let lasting = matches!(before, "for" | "of" | "least" | "another")
            && (self.scan.range.start..at.saturating_sub(1)).rev().take(6).any(|back| {
                matches!(
                    self.norm(back),
                    "suspended"
                        | "suspension"
                        | "halted"
                        | "stopped"
                        | "interrupted"
                        | "delayed"
                        | "delay"
                        | "postponed"
                        | "closed"
                        | "shut"
                        | "idle"
                        | "lasted"
                        | "last"
                        | "enough"
                        | "no"
                )
            });
        if lasting {
            return None;
        }
        (count >= 2
            && (stated || matches!(before, "in" | "for" | "the" | "over" | "of" | "first"))
            && self.norm(at - usize::from(at > 0)) != "within")
            .then_some((Part::Months(1, count), end))
    }
}
