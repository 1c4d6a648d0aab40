//! Wordings that point at a stretch told before: *the seven months*, *the half-year*, *a season earlier*, *a year later*,
//! *the next one*, *in the fourth*, and the months that a split year is said to have.

use super::{Expression, Length, Part, Read, Reader, YearRef};
use crate::lexicon::words::{is_season, leads_stretch, leads_to_end};
use crate::lexicon::{CalendarWord, Kinds, Sense};
use crate::token::Shape;

impl Reader<'_, '_> {
    /// *the seven months*, *the same 9 months*, *the half-year*, *during the quarter*, *the six-month period*: a stretch of
    /// that many months, without saying which.
    pub(super) fn told_months(&self, at: usize) -> Read<Expression> {
        let the = self.skip(self.skip(at, one_of!("the", "those", "these")), one_of!("whole", "full", "entire"));
        let next = self.skip(the, one_of!("same", "mentioned", "aforementioned", "said"));
        let pointed = the > at || next > the;
        let before = at.checked_sub(1).map_or("", |b| self.norm(b));
        if let Some((count, end)) = self.small(next, 12) {
            let joint = self.skip(end, one_of!("-"));
            let (_, mut end) = self.word_that(joint, |w| w == CalendarWord::Month1)?;
            let period = self.skip(end, one_of!("period", "span", "stretch"));
            // *The five-month total climbed to 5.9 million*
            let counted = || self.is_counted_over(end);
            if period == end && joint > self.small(next, 12)?.1 && next == the && !counted() {
                return None;
            }
            end = period;
            let dated = self.trailing_year(end).is_some()
                || self.month(self.skip(end, one_of!("of", "from"))).is_some()
                || leads_to_end(self.norm(end))
                || matches!(
                    self.norm(end),
                    "up" | "since" | "ended" | "ending" | "starting" | "beginning" | "before" | "earlier" | "ago"
                )
                || self.norm(end) == "of" && self.word_that(end + 1, |_| true).is_some();
            return (pointed && count > 1 && !dated).then_some((Expression::ToldMonths(count), end));
        }
        // *Peru's half-year exports*
        if the == at
            && self.norm(at) == "half"
            && self.norm(at + 1) == "-"
            && let Some((_, end)) = self.word_that(at, |w| w == CalendarWord::Half)
            && self.norm(end - 1) == "year"
            && self.is_counted_over(end)
        {
            return Some((Expression::ToldMonths(6), end));
        }
        // *making a half-year total of 251,000 tonnes*
        if self.norm(at) == "a"
            && let Some((_, end)) = self.word_that(at + 1, |w| w == CalendarWord::Half)
        {
            let end = self.skip(self.skip(end, one_of!("-")), one_of!("year"));
            return (self.norm(end - 1) == "year" && self.norm(end) == "total")
                .then_some((Expression::ToldMonths(6), end));
        }
        if !pointed || next > the {
            return None;
        }
        self.told_part(next, before)
    }

    /// *the half-year*, *in the quarter*, *for the month as a whole*: a part of a year at token `next`, behind *the* and the word `before` it.
    fn told_part(&self, next: usize, before: &str) -> Read<Expression> {
        let dated = |end: usize| {
            self.trailing_year(end).is_some() || matches!(self.norm(end), "of" | "to" | "ended" | "began" | "started")
        };
        // *stocks fell in the week to 248.1 million barrels*: what they fell to, which is no day of a month.
        let fell_to = |end: usize| {
            let amount = self.scan.get(end + 1).filter(|t| t.shape == Shape::Digits);
            let whole = amount.and_then(|t| t.text.split(['.', ',']).next()?.parse::<u32>().ok());
            self.norm(end) == "to" && self.year(end + 1).is_none() && whole.is_some_and(|whole| whole > 31)
        };
        let (word, end) = self.word_that(next, |w| {
            matches!(w, CalendarWord::Half | CalendarWord::Quarter | CalendarWord::Month1 | CalendarWord::Week)
        })?;
        let spelled = self.norm(end - 1) == "year" || self.norm(next).contains('-');
        let as_a_whole = self.norm(end) == "as" && self.norm(end + 1) == "a" && self.norm(end + 2) == "whole";
        // *in the months July to September*
        let named = self.norm(next) == "months" && self.month(end).is_some();
        let alone = leads_stretch(before) && !dated(end) && !named && (as_a_whole || self.stands_alone(end));
        let whole = if as_a_whole { end + 3 } else { end };
        if word == CalendarWord::Half {
            let year = self.skip(self.skip(end, one_of!("-")), one_of!("year"));
            let named = spelled || self.norm(year - 1) == "year";
            let end = if spelled || !named { whole } else { year };
            return (alone || named && !dated(end)).then_some((Expression::ToldMonths(6), end));
        }
        let count = if word == CalendarWord::Month1 { 1 } else { 3 };
        let told = if word == CalendarWord::Week { Expression::ToldWeek } else { Expression::ToldMonths(count) };
        (alone || leads_stretch(before) && fell_to(end)).then_some((told, whole))
    }

    /// Whether no word at token `end` tells which stretch is meant: *in the quarter, ...*, *sales in the week totalled 612,000 tonnes*.
    fn stands_alone(&self, end: usize) -> bool {
        self.scan.get(end).is_none_or(|t| {
            let verb = t.norm.ends_with("ed")
                || matches!(
                    t.norm.as_ref(),
                    "rose" | "fell" | "was" | "were" | "came" | "stood" | "made" | "grew" | "hit"
                );
            // *a deficit of $637 million in the quarter following one of $689 million in June*
            let set_beside = matches!(self.norm(end), "compared" | "following" | "against" | "versus" | "alone")
                || matches!(self.norm(end), "after" | "from") && matches!(self.norm(end + 1), "a" | "an" | "one");
            t.shape != Shape::Word
                || verb
                || set_beside
                || matches!(self.norm(end), "and" | "while" | "there" | "it" | "they")
                || t.is_capitalised()
        })
    }

    /// *a year later*, *two years later*, *the following year*
    pub(super) fn later(&self, at: usize) -> Read<Expression> {
        let the = self.skip(at, one_of!("the"));
        if self.norm(the) == "following"
            && let Some((_, end)) = self.word_that(the + 1, |w| w == CalendarWord::Year)
        {
            return Some((Expression::YearsEarlier(-1), end));
        }
        if self.norm(the) == "year" && the > at && self.norm(the + 1) == "after" && self.norm(the + 2) == "next" {
            return Some((Expression::Relative(Length::Year, 2), the + 3));
        }
        let (count, next) = match self.norm(at) {
            "a" => (1, at + 1),
            // *50,000 in 2021 and 60,000 the year after*
            "the" if self.norm(at + 2) == "after" => (1, at + 1),
            _ => self.small(at, 50)?,
        };
        let (_, next) = self.word_that(next, |w| w == CalendarWord::Year)?;
        let later = matches!(self.norm(next), "later" | "on" | "after");
        let closed = self.norm(next) == "later" || self.scan.get(next + 1).is_none_or(|t| t.shape != Shape::Word);
        let count = i32::try_from(count).ok()?;
        (later && closed).then_some((Expression::YearsEarlier(-count), next + 1))
    }

    /// *the 1990s*; *the early 1990s* names no years.
    pub(super) fn decade(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        let next = self.skip(self.skip(start, one_of!("early", "late", "mid")), one_of!("-"));
        let year = self.scan.get(next).filter(|t| t.shape == Shape::Digits && t.text.len() == 4);
        let year =
            year.and_then(|t| t.text.parse::<i32>().ok()).filter(|y| y % 10 == 0 && (1900..=2100).contains(y))?;
        // *2020's high* is that year's.
        let end = if start > at { self.skip(next + 1, one_of!("'")) } else { next + 1 };
        let decade = self.scan.get(end).is_some_and(|t| t.norm == "s" && t.is_joined());
        let whole = Expression::Span(Part::Year, YearRef::Absolute(year), Part::Year, YearRef::Absolute(year + 9));
        decade.then_some((if next > start { Expression::Vague } else { whole }, end + 1))
    }

    /// *the week ended April 4*, *the month to April 20*, *the five years to 2021*, *the decade to 2021*
    pub(super) fn stretch_to(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the", "a"));
        let (count, next) = self.small(start, 99).unwrap_or((1, start));
        let (word, next) = self.word_that(next, |w| {
            matches!(
                w,
                CalendarWord::Week
                    | CalendarWord::Month1
                    | CalendarWord::Day
                    | CalendarWord::Quarter
                    | CalendarWord::Half
                    | CalendarWord::Decade
                    | CalendarWord::Year
            )
        })?;
        let (count, length) = match word {
            CalendarWord::Week => (count, Length::Week),
            CalendarWord::Month1 => (count, Length::Month),
            CalendarWord::Day => (count, Length::Day),
            CalendarWord::Quarter => (count, Length::Quarter),
            CalendarWord::Half => (count * 6, Length::Month),
            CalendarWord::Decade => (count * 10, Length::Year),
            _ if count > 1 => (count, Length::Year),
            _ => return None,
        };
        let next = self.ended(next)?;
        let next = [one_of!("the"), one_of!("end"), one_of!("of"), one_of!("-")]
            .iter()
            .fold(next, |at, word| self.skip(at, *word));
        let (part, year, end) = self.part_of_year(next)?;
        let fits = match part {
            Part::Day(..) => true,
            Part::Months(first, last) => first == last && !matches!(length, Length::Day | Length::Week),
            Part::Year => length == Length::Year,
            Part::Quarter(_) => matches!(length, Length::Quarter | Length::Year),
            _ => false,
        };
        fits.then_some((Expression::StretchTo(count, length, part, year), end))
    }

    /// *the last quarter of 2018*, *the last quarter of the year*
    pub(super) fn last_quarter(&self, at: usize) -> Read<Expression> {
        let start = self.skip(at, one_of!("the"));
        let remaining = self.norm(start) == "remaining";
        if !(matches!(self.norm(start), "last" | "final" | "closing") || remaining) || start == at {
            return None;
        }
        // *the last ten days of March*
        if let Some((part, end)) = self.part_of_month(None, start + 1).filter(|_| !remaining) {
            let (year, end) = self.trailing_year(end).unwrap_or((YearRef::Open, end));
            return Some((Expression::In(part, year), end));
        }
        // *the final two months of 1997*, *the remaining three months of the year*
        if let Some((count @ 2..12, next)) = self.small(start + 1, 11)
            && let Some((word, next)) =
                self.word_that(next, |w| matches!(w, CalendarWord::Month1 | CalendarWord::Quarter))
            && let Some(count) = (if word == CalendarWord::Quarter { count.checked_mul(3) } else { Some(count) })
            && self.norm(next) == "of"
            && count < 12
        {
            let the_year = self.norm(next + 1) == "the" && self.norm(next + 2) == "year";
            let open = if remaining { YearRef::Publication(0) } else { YearRef::Open };
            let (year, end) = if the_year { (open, next + 3) } else { self.trailing_year(next)? };
            return Some((Expression::In(Part::Months(13 - count, 12), year), end));
        }
        if remaining {
            return None;
        }
        let (word, next) = self.word_that(start + 1, |w| matches!(w, CalendarWord::Quarter | CalendarWord::Half))?;
        let of = self.norm(next) == "of";
        let (year, end) = match self.trailing_year(next) {
            Some(found) => found,
            // *In the final quarter exports were 3.3 million*: of the year told.
            None if matches!(self.norm(start), "final" | "closing") && !of => (YearRef::Before(0), next),
            None if of && self.norm(next + 1) == "the" && self.norm(next + 2) == "year" => (YearRef::Open, next + 3),
            None => return None,
        };
        Some((Expression::In(if word == CalendarWord::Half { Part::Half(2) } else { Part::Quarter(4) }, year), end))
    }

    /// *in two years to $968 million*, *to 12 million tonnes*, not *in the two years to 2024*: whether an amount begins at a token.
    fn is_led_to(&self, at: usize) -> bool {
        let Some(token) = self.scan.get(at) else { return false };
        let year = token.norm.len() == 4 && !self.scan.get(at + 1).is_some_and(|t| t.is_mark(','));
        matches!(token.norm.as_ref(), "$" | "€" | "£" | "us" | "usd" | "eur" | "about" | "some" | "nearly" | "almost")
            || token.shape == Shape::Digits && !year
    }

    /// *has quadrupled in five years*: so many years up to now.
    pub(super) fn in_years(&self, at: usize) -> Read<Expression> {
        let before = at.checked_sub(1).map_or("", |b| self.norm(b));
        // *fivefold in a decade*
        if let Some((_, end)) = self.word_that(at + 1, |w| w == CalendarWord::Decade)
            && self.norm(at) == "a"
            && matches!(before, "in" | "over" | "within")
        {
            return Some((Expression::InYears(10), end));
        }
        let (count, next) = self.small(at, 99)?;
        // *off 17.4 percent in 12 months*
        if count == 12
            && matches!(before, "in" | "over")
            && self.norm(next) == "months"
            && self.trailing_year(next + 1).is_none()
            && !matches!(
                self.norm(next + 1),
                "to" | "through" | "ended" | "ending" | "of" | "from" | "since" | "earlier"
            )
        {
            return Some((Expression::Past(12, Length::Month), next + 1));
        }
        // *over two decades*
        if let Some((_, end)) = self.word_that(next, |w| w == CalendarWord::Decade)
            && count > 1
            && matches!(before, "in" | "over" | "within")
            && self.norm(next) == "decades"
        {
            return Some((Expression::InYears(count * 10), end));
        }
        let (_, end) = self.word_that(next, |w| w == CalendarWord::Year)?;
        let plain = self.scan.get(end).is_none_or(|t| {
            let word = t.norm.as_ref();
            !matches!(word, "ago" | "earlier" | "later" | "time" | "old" | "of" | "before" | "after" | "to" | "'" | "-")
                || word == "to" && self.is_led_to(end + 1)
        });
        (count > 1 && plain && matches!(before, "in" | "over" | "within") && self.norm(next) == "years")
            .then_some((Expression::InYears(count), end))
    }

    /// *last season*, *this season*, *the new season*, *a season earlier*, *the season before*
    pub(super) fn season(&self, at: usize) -> Read<Expression> {
        let next = self.skip(at, one_of!("the", "a"));
        if matches!(self.norm(next), "season" | "seasons")
            && next > at
            && let Some((_, end)) = self.word_that(next + 1, |w| w == CalendarWord::Earlier)
        {
            return Some((Expression::YearsEarlier(1), end));
        }
        // *exports for the season as a whole*
        let before = at.checked_sub(1).filter(|b| *b >= self.scan.range.start).map_or("", |b| self.norm(b));
        let next = if self.norm(at) == "the" { self.skip(next, one_of!("full", "whole", "entire")) } else { next };
        if self.norm(at) == "the" && self.norm(next) == "season" && (leads_stretch(before) || before == "of") {
            let dated = matches!(
                self.norm(next + 1),
                "that"
                    | "which"
                    | "to"
                    | "began"
                    | "from"
                    | "ended"
                    | "ending"
                    | "starting"
                    | "beginning"
                    | "on"
                    | "in"
            ) || self.norm(next + 1) == "of" && !self.scan.is_digits(next + 2);
            return (!dated).then_some((Expression::ToldSeason, next + 1));
        }
        if self.norm(next + 1) != "season" {
            return None;
        }
        let offset = match self.norm(next) {
            "last" | "previous" | "preceding" | "past" | "prior" => -1,
            "this" | "current" | "present" | "same" => 0,
            "next" | "new" | "coming" | "following" | "upcoming" => 1,
            _ => return None,
        };
        Some((Expression::Season(offset), next + 2))
    }

    /// *the season*, *last season*, *the coffee year*: the year of a crop or a market, which a part of one is said of.
    pub(super) fn season_ref(&self, at: usize) -> Read<YearRef> {
        if let Some((Expression::Season(offset), end)) = self.season(at) {
            return Some((YearRef::Season(offset), end));
        }
        let next = self.skip(at, one_of!("the"));
        // *the first six months of coffee year 2019/20*
        let goods = || self.scan.sense(Kinds::COMMODITY, next, |s| matches!(s, Sense::Commodity(..)).then_some(()));
        if let Some(((), length)) = goods()
            && matches!(self.norm(next + length), "year" | "season")
            && let Some((year, end)) = self.year(next + length + 1)
            && self.norm(end) == "/"
            && self.scan.get(end + 1).is_some_and(|t| t.shape == Shape::Digits && t.text.len() == 2)
        {
            return Some((YearRef::FiscalFrom(year), end + 2));
        }
        if next == at && (at == self.scan.range.start || self.norm(at - 1) != "the") {
            return None;
        }
        if matches!(self.norm(next), "season" | "campaign") {
            return Some((YearRef::Season(0), next + 1));
        }
        let ((), length) =
            self.scan.sense(Kinds::COMMODITY, next, |s| matches!(s, Sense::Commodity(..)).then_some(()))?;
        (self.norm(next + length) == "year").then_some((YearRef::Season(0), next + length + 1))
    }

    /// *the October/September wheat year*, *the July-June season*: a year by the months that it runs from and to.
    pub(super) fn year_of_months(&self, at: usize) -> Read<YearRef> {
        let (first, next) = self.month(at)?;
        let (last, end) = self.month(next + 1).filter(|_| matches!(self.norm(next), "-" | "/" | "to"))?;
        let year = (end..end + 3).find(|at| is_season(self.norm(*at)))?;
        let words = (end..year).all(|at| self.scan.get(at).is_some_and(|t| t.shape == Shape::Word));
        (last % 12 + 1 == first && first > 1 && words).then_some((YearRef::Begun(first), year + 1))
    }

    /// *for this year 10, for the next one 15*, *16.6 in the third quarter and 18.3 in the fourth*: a year or a part of one
    /// named by its place alone.
    pub(super) fn next_in_line(&self, at: usize) -> Read<Expression> {
        let before = at.checked_sub(1).map_or("", |b| self.norm(b));
        // *The first quarter brought $1.9 billion, the second $1.7 billion*
        let figure = |at: usize| {
            self.scan
                .get(at)
                .is_some_and(|t| t.shape == Shape::Digits || matches!(t.shape, Shape::Mark('$' | '€' | '£')))
        };
        let listed = matches!(before, "," | "and") && figure(at + 2);
        if self.norm(at) != "the" || !(leads_stretch(before) || before == "of" || listed) {
            return None;
        }
        let (word, next) = self.word_that(at + 1, |w| matches!(w, CalendarWord::Next | CalendarWord::Ordinal(_)))?;
        let end = self.skip(next, one_of!("one"));
        // Something else can come next, or fourth: the word must stand alone.
        let alone = self
            .scan
            .get(end)
            .is_none_or(|t| t.shape != Shape::Word || matches!(t.norm.as_ref(), "and" | "up" | "already"));
        if !alone {
            return None;
        }
        let told = |wanted: &dyn Fn(CalendarWord) -> bool| {
            (self.scan.range.start..at).rev().take(30).any(|back| self.word_that(back, wanted).is_some())
        };
        match word {
            CalendarWord::Next if told(&|w| w == CalendarWord::Year) => Some((Expression::YearsEarlier(-1), end)),
            // *4.6 million this quarter and 4.9 million in the next*
            CalendarWord::Next if told(&|w| w == CalendarWord::Quarter) => {
                Some((Expression::Relative(Length::Quarter, 1), end))
            }
            CalendarWord::Ordinal(n) if n <= 4 && told(&|w| w == CalendarWord::Quarter) => {
                Some((Expression::In(Part::Quarter(n), YearRef::Open), end))
            }
            CalendarWord::Ordinal(n) if n <= 2 && told(&|w| w == CalendarWord::Half) => {
                Some((Expression::In(Part::Half(n), YearRef::Open), end))
            }
            _ => None,
        }
    }

    /// *July*, *July 8*, *8 July*
    pub(super) fn month_and_day(&self, at: usize) -> Option<(u32, Option<u32>, usize)> {
        if let Some((month, next)) = self.month(at) {
            return Some(match self.small(next, 31).filter(|(_, end)| *end == next + 1) {
                Some((day, end)) => (month, Some(day), end),
                None => (month, None, next),
            });
        }
        let (day, next) = self.small(at, 31)?;
        let (month, end) = self.month(next)?;
        Some((month, Some(day), end))
    }
}
