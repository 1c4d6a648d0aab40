//! Parts of a year by their number.
//!
//! | text | part |
//! | --- | --- |
//! | *first quarter*, *Q1*, *1Q* | January to March |
//! | *H1*, *the first half* | January to June |
//! | *the first eight months*, *8 months* | January to August |
//! | *I–IX 2024* | January to September |
//! | *78 days of the year* | from its first day on |

use super::{Part, Read, Reader, YearRef};
use crate::lexicon::words::{is_total, is_traded, leads_stretch};
use crate::lexicon::{CalendarWord, Kinds, Sense};
use crate::token::{Shape, Token};

impl Reader<'_, '_> {
    /// *I–IX 2024*, *I-VI months*, *the III quarter*: months and quarters in Roman numerals.
    pub(super) fn roman(&self, at: usize) -> Read<Part> {
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
            // *quarter 2 2018*, *quarter 3 of 2019*
            "quarter" => {
                let number = self.scan.get(at + 1).filter(|t| t.shape == Shape::Digits && t.text.len() == 1);
                let number = number.and_then(|t| t.text.parse::<u32>().ok()).filter(|n| (1..=4).contains(n));
                if let Some(number) = number.filter(|_| self.trailing_year(at + 2).is_some()) {
                    return Some((Part::Quarter(number), at + 2));
                }
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
            "latter" | "back" if self.word_that(at + 1, |w| w == CalendarWord::Half).is_some() => Some((2, at + 1)),
            _ => match self.word_that(at, |w| matches!(w, CalendarWord::Ordinal(_))) {
                Some((CalendarWord::Ordinal(number), next)) => Some((number, next)),
                _ => None,
            },
        };
        if let Some((number, next)) = ordinal {
            // *the first eight months*, *the first eight-month period*
            if number == 1
                && let Some((count, next)) = self.small(next, 12)
                && let joint = self.skip(next, one_of!("-"))
                && let Some((CalendarWord::Month1, end)) = self.word_that(joint, |w| w == CalendarWord::Month1)
            {
                let end = if joint > next { self.skip(end, one_of!("period", "span", "stretch")) } else { end };
                return Some((Part::Months(1, count), self.behind_data(end)));
            }
            // *the second six months of 2017*, *the third three months*
            if number > 1
                && let Some((count @ 3..=6, next)) = self.small(next, 12)
                && let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Month1)
                && number * count <= 12
            {
                return Some((Part::Months((number - 1) * count + 1, number * count), end));
            }
            if let Some(found) = self.part_of_month(Some(number), next) {
                return Some(found);
            }
            // *the first three quarters*, *the first three-quarters*
            if number == 1
                && let Some((count @ 2..=3, next)) = self.small(next, 3)
                && let Some((_, end)) = self.word_that(self.skip(next, one_of!("-")), |w| w == CalendarWord::Quarter)
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
            let next = self.skip(next, one_of!("-"));
            if number <= 4
                && let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Quarter)
            {
                return Some((Part::Quarter(number), end));
            }
            // *in the second and third quarters*, *the second to fourth quarters*: as one stretch.
            let and = self.norm(next) == "and";
            if (and || self.joined(next).is_some())
                && let Some((CalendarWord::Ordinal(last @ ..=4), end)) =
                    self.word_that(self.skip(next + 1, one_of!("the")), |w| matches!(w, CalendarWord::Ordinal(_)))
                && (last == number + 1 || !and && last > number)
                && (self.norm(end) == "quarters" || !and && self.norm(end) == "quarter")
                && !(and && self.tells_pairs())
            {
                return Some((Part::Months(3 * number - 2, 3 * last), end + 1));
            }
            if let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Half)
                && number <= 2
            {
                // *the first half of February*, *for first half May shipment*
                let bare = |month: usize| {
                    self.month(month).is_some_and(|(_, end)| {
                        matches!(self.norm(end), "shipment" | "shipments" | "delivery" | "arrival" | "loading")
                    })
                };
                let of = self.norm(end) == "of";
                if (of || bare(end))
                    && let Some((month, end)) = self.month(end + usize::from(of))
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
        if let Some(found) = self.three_quarters(at) {
            return Some(found);
        }
        // *11 months of 2016*, *in 11 months*, *for eight months*, *the four months*, *the eight-month period of 2013*
        let (count, next) = self.small(at, 12)?;
        let joint = self.skip(next, one_of!("-"));
        let (_, end) = self.word_that(joint, |w| w == CalendarWord::Month1)?;
        let period = self.skip(end, one_of!("period", "span", "stretch"));
        // *Peru's ten-month exports*, *nine months' turnover*, but not *a nine-month output cut*
        let owned = if joint > next && period == end { end } else { self.skip(end, one_of!("'")) };
        let hyphened = joint > next && period == end;
        if (4..=11).contains(&count)
            && (hyphened || owned > end)
            && self.is_counted_over(owned)
            && !matches!(at.checked_sub(1).map_or("", |b| self.norm(b)), "a" | "an" | "another" | "per")
            && !self.is_one_of(
                owned + 1,
                one_of!("cut", "ban", "curb", "plan", "deal", "agreement", "quota", "target", "low", "high"),
            )
        {
            return Some((Part::Months(1, count), if hyphened { end } else { owned }));
        }
        // *during 11-month of financial year 2019-20*
        let of_year = self.norm(end) == "of" && self.trailing_year(end).is_some();
        // *the two months of July and August* are those.
        if joint > next && period == end && !of_year || self.norm(end) == "of" && self.month(end + 1).is_some() {
            return None;
        }
        let end = self.behind_data(if joint > next { period } else { end });
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
        // *the biggest deficit in six months*: since when there was none like it.
        let since = before == "in"
            && (self.scan.range.start..at.saturating_sub(1)).rev().take(5).any(|back| {
                let word = self.norm(back);
                word.len() > 5 && word.ends_with("est") && word != "interest"
                    || matches!(word, "best" | "worst" | "most" | "least")
            });
        if lasting || since && self.trailing_year(end).is_none() {
            return None;
        }
        (count >= 2
            && (stated || leads_stretch(before) || matches!(before, "the" | "of" | "first"))
            && self.norm(at - usize::from(at > 0)) != "within")
            .then_some((Part::Months(1, count), end))
    }

    /// *in the three quarters of this year*, *during three quarters of 2019*: of a year from its beginning; *three quarters of 2017 exports*
    /// are a share.
    fn three_quarters(&self, at: usize) -> Read<Part> {
        let (count @ 2..=3, next) = self.small(at, 3)? else { return None };
        let (_, end) = self.word_that(self.skip(next, one_of!("-")), |w| w == CalendarWord::Quarter)?;
        let before = at.checked_sub(1).map_or("", |b| self.norm(b));
        let led = leads_stretch(before) || matches!(before, "the" | "past" | "elapsed" | "expired" | "these");
        let (_, after) = self.trailing_year(end).filter(|_| led && matches!(self.norm(end), "of" | "in"))?;
        let noun = is_traded(self.norm(after)) || is_total(self.norm(after)) || self.norm(after) == "'";
        (!noun).then_some((Part::Months(1, 3 * count), end))
    }

    /// *ten months' data of 2013/14*, *eleven months' data ending mid-June of 2018/19*: what stands between the months of a report and
    /// their year.
    fn behind_data(&self, at: usize) -> usize {
        let owned = self.skip(at, one_of!("'", "’"));
        let data = self.skip(owned, one_of!("data", "figures", "statistics", "results"));
        let dated = |at: usize| self.norm(at) == "of" && self.trailing_year(at).is_some();
        let last = self.ended(data).map(|next| self.skip(self.skip(next, one_of!("mid", "end")), one_of!("-")));
        let month = last.and_then(|next| self.month(next)).filter(|_| data > owned);
        match month {
            Some((_, end)) if dated(end) => end,
            _ if data > owned && dated(data) => data,
            _ => at,
        }
    }
}
