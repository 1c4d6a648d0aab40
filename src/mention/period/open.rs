//! Stretches that run from a time until they are told.
//!
//! | text | reading |
//! | --- | --- |
//! | *from March 2020 to this day*, *between 2019 and now* | since then |
//! | *from mid-2012 to date*, *since the end of last year* | since the month that the words point at |
//! | *from the opening in early 2004 until now* | since the time of what happened |
//! | *from 01.01.2019 to 30.09.2019* | both ends told in digits |

use super::{Expression, Part, Read, Reader, YearRef};
use crate::lexicon::CalendarWord;
use crate::lexicon::words::{is_edge_of_time, is_traded, leads_stretch};
use crate::token::Shape;

impl Reader<'_, '_> {
    /// What says that a stretch runs until it is told: *to date*, *until now*, *up to the present day*, *to this day*, *through today*.
    pub(super) fn until_now(&self, at: usize) -> Option<usize> {
        if self.norm(at) == "to" && self.norm(at + 1) == "date" {
            return Some(at + 2);
        }
        let as_of = self.norm(at) == "as" && matches!(self.norm(at + 1), "of" | "at");
        let joined = if as_of { at + 2 } else { self.joined(at).filter(|_| self.norm(at) != "-")? };
        self.now(joined)
    }

    /// *now*, *today*, *the present day*, *this very day*, *the current moment*, at token `at`.
    fn now(&self, at: usize) -> Option<usize> {
        let the = self.skip(at, one_of!("the", "this"));
        let next = self.skip(the, one_of!("very", "present", "current"));
        match self.norm(next) {
            "now" | "today" if next == at => Some(at + 1),
            "day" | "moment" | "time" if next > at => Some(next + 1),
            // *to the present*
            _ if next > the && the > at && self.norm(the) == "present" => Some(next),
            _ => None,
        }
    }

    /// *from 2012 to date*, *between March 2019 and today*: `start` stands behind the word at `at` that leads it.
    pub(super) fn until_told(&self, at: usize, start: usize) -> Read<Expression> {
        let (part, year, end) = self.beginning(start).or_else(|| self.beginning_told(at, start))?;
        let between = self.norm(at) == "between" && self.norm(end) == "and";
        let end = if between { self.now(end + 1) } else { self.until_now(end) }?;
        Some((Expression::Since(part, year), end))
    }

    /// *the opening in early 2004*, *its launch on March 1, 2019*: when what a stretch is told from happened.
    fn beginning_told(&self, at: usize, start: usize) -> Option<(Part, YearRef, usize)> {
        if self.norm(at) != "from" || !self.is_one_of(start, one_of!("the", "its", "their")) {
            return None;
        }
        let on = (start + 2..start + 7).find(|on| self.is_one_of(*on, one_of!("in", "on")))?;
        self.beginning(on + 1)
    }

    /// When a stretch begins: *March 2020*, *early 2012*, *the middle of 2019*, *the end of last year*, *the first days of January*.
    pub(super) fn beginning(&self, at: usize) -> Option<(Part, YearRef, usize)> {
        let start = self.skip(at, one_of!("the"));
        let place = match self.norm(start) {
            "early" | "beginning" | "start" | "outset" => 1,
            "mid" | "middle" => 7,
            "late" => 10,
            "end" | "close" => 12,
            "first" | "opening" | "very" => 0,
            _ => return self.part_of_year(at),
        };
        if place == 0 {
            // *since the first days of January*, *from the very beginning of 2019*
            let next = start + 1;
            if self.is_one_of(next, one_of!("days", "beginning", "start")) && self.norm(next + 1) == "of" {
                return self.part_of_year(next + 2);
            }
            // *the first of January*
            if self.norm(start) == "first"
                && self.norm(next) == "of"
                && let Some((month, end)) = self.month(next + 1)
            {
                let (year, end) = self.trailing_year(end).unwrap_or((YearRef::Open, end));
                return Some((Part::Day(month, 1), year, end));
            }
            return self.part_of_year(at);
        }
        let of = self.norm(start + 1) == "of";
        let next = self.skip(start + 1, one_of!("-", "of"));
        let next = if of { self.skip(next, one_of!("the")) } else { next };
        let year = self.year(next).map(|(year, end)| (YearRef::Absolute(year), end));
        let year =
            year.or_else(|| self.year_ref(next).filter(|(year, _)| of && matches!(year, YearRef::Publication(_))));
        match year {
            Some((year, end)) => Some((Part::Months(place, place), year, end)),
            // *since the end of March*
            None if of && self.month(next).is_some() => self.part_of_year(next),
            None => self.part_of_year(at),
        }
    }

    /// *from 01.01.2019 to 30.09.2019*, *01/01/2018-31/10/2018*: days in digits at both ends.
    pub(super) fn dates(&self, start: usize) -> Read<Expression> {
        if !self.scan.is_digits(start) {
            return None;
        }
        let (Expression::In(first, year), end) = self.numeric_date(start)? else { return None };
        let and = self.norm(end) == "and" && start > self.scan.range.start && self.norm(start - 1) == "between";
        let next = if and { end + 1 } else { self.joined(end)? };
        let (Expression::In(last, year2), end) = self.numeric_date(next)? else { return None };
        let told = match (first, last) {
            (Part::Day(m, d), Part::Day(m2, d2)) if year == year2 => Expression::In(Part::Days(m, d, m2, d2), year),
            _ => Expression::Span(first, year, last, year2),
        };
        Some((told, end))
    }

    /// *05/2017*, *2017-05*, behind a word that leads a stretch: a month in digits.
    pub(super) fn month_in_digits(&self, at: usize) -> Read<Expression> {
        let tokens = self.scan.tokens.get(at..at + 3)?;
        let [first, mark, last] = tokens else { return None };
        let led = at > self.scan.range.start
            && self.is_one_of(at - 1, one_of!("in", "for", "during", "since", "from", "to", "until", "of", "by"));
        if !led
            || !mark.is_joined()
            || !last.is_joined()
            || self.scan.get(at + 3).is_some_and(|t| t.is_joined() && t.is_mark('/'))
        {
            return None;
        }
        let (month, year) = match (first.text.len(), last.text.len()) {
            (2, 4) if mark.is_mark('/') => (first.text, last.text),
            (4, 2) if mark.is_mark('-') && last.text.starts_with('0') => (last.text, first.text),
            _ => return None,
        };
        // `2003-04` is a year that runs over two.
        let two = first.text.len() == 4
            && first
                .text
                .parse::<u32>()
                .ok()
                .zip(last.text.parse().ok())
                .is_some_and(|(y, n): (u32, u32)| (y + 1) % 100 == n);
        if two {
            return None;
        }
        let month: u32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        let year: i32 = year.parse().ok().filter(|year| (1950..2100).contains(year))?;
        Some((Expression::In(Part::Months(month, month), YearRef::Absolute(year)), at + 3))
    }

    /// *then*, *that time*, *that year*, *this date*, at token `at`: a time named before.
    pub(super) fn then(&self, at: usize) -> Option<usize> {
        match self.norm(at) {
            "then" => Some(at + 1),
            "that" | "this" => {
                let told = self.is_one_of(at + 1, one_of!("time", "moment", "day", "date", "year", "month", "point"));
                (told && (self.norm(at) == "that" || self.norm(at + 1) != "year" && self.norm(at + 1) != "month"))
                    .then_some(at + 2)
            }
            _ => None,
        }
    }

    /// *before the year is out*, *before the turn of the year*, *by the close of this year*, *by the time the year ends*: the end of the
    /// year that runs, told otherwise.
    pub(super) fn year_runs_out(&self, at: usize) -> Read<Expression> {
        if !self.is_one_of(at, one_of!("the", "this")) {
            return None;
        }
        let this = Expression::In(Part::Year, YearRef::Publication(0));
        if self.norm(at + 1) == "year" {
            let is = self.skip(at + 2, one_of!("is"));
            let out = self.is_one_of(is, one_of!("out", "over", "through", "up", "done"));
            let ends = self.is_one_of(at + 2, one_of!("ends", "closes", "finishes", "expires"));
            let led = at > self.scan.range.start
                && self.is_one_of(at - 1, one_of!("before", "until", "time", "till", "when"));
            let end = if is > at + 2 && out { is + 1 } else { at + 3 };
            return (led && (is > at + 2 && out || ends)).then_some((this, end));
        }
        let end = self.is_one_of(at + 1, one_of!("close", "turn", "finish", "expiry")) && self.norm(at + 2) == "of";
        let year = self.skip(at + 3, one_of!("the", "this", "current"));
        let led = at > self.scan.range.start && self.is_one_of(at - 1, one_of!("by", "before", "until", "till"));
        let dated = self.year(year + 1).is_some();
        (end && led && year > at + 3 && self.norm(year) == "year" && !dated).then_some((this, year + 1))
    }

    /// The month of the stretch that words before token `at` said is the same: *of October*, *of the previous month*, *a month ago*.
    pub(super) fn same_in_month(&self, at: usize) -> Read<Expression> {
        let of = self.skip(at, one_of!("of", "in"));
        let the = self.skip(of, one_of!("the"));
        let before = self.is_one_of(the, one_of!("previous", "preceding", "prior", "last"));
        if before && self.norm(the + 1) == "month" {
            return Some((Expression::MonthsEarlier(1), the + 2));
        }
        if the > of && self.norm(the) == "month" && self.is_one_of(the + 1, one_of!("before", "earlier")) {
            return Some((Expression::MonthsEarlier(1), the + 2));
        }
        let days = at.checked_sub(1).is_some_and(|b| self.is_one_of(b, one_of!("days", "period", "dates")));
        let (month, end) = self.month(of).filter(|_| days && of > at)?;
        (self.trailing_year(end).is_none() && self.norm(end) != "-").then_some((Expression::SameDaysOf(month), end))
    }

    /// *this summer*, *last autumn*, *over the autumn*, *in the spring months*: a season of nature without a year, north of the equator. Nobody
    /// says which months a winter has, as that of heating is longer.
    pub(super) fn time_of_year(&self, at: usize) -> Read<Expression> {
        let the = self.skip(at, one_of!("the", "this", "last", "next"));
        let next = self.skip(the, one_of!("past", "last", "coming", "next", "current"));
        let (first, last) = match self.norm(next) {
            "spring" => (3, 5),
            "summer" => (6, 8),
            "autumn" => (9, 11),
            _ => return None,
        };
        let before = at.checked_sub(1).filter(|b| *b >= self.scan.range.start).map_or("", |b| self.norm(b));
        let led = leads_stretch(before) || before == "throughout";
        let plain = self.norm(at) == "the" && next == at + 1;
        if next == at || plain && !led {
            return None;
        }
        let end = self.skip(next + 1, one_of!("months", "period"));
        // *this summer crop*, *the winter wheat*, *the summer of 2019*
        let another = self.scan.get(end).is_some_and(|t| t.shape == Shape::Word && !self.goes_on_behind(end));
        let dated = self.trailing_year(end).is_some()
            || self.norm(end) == "'"
            || self.norm(end) == "-"
            || self.norm(end) == "/";
        let offset = match self.norm(next - 1) {
            "last" => -1,
            "next" | "coming" => 1,
            _ => 0,
        };
        (!another && !dated).then_some((Expression::TimeOfYear(first, last, offset), end))
    }

    /// Whether the word at token `at` can follow a time that stands alone: a preposition, a conjunction, a verb, a name.
    fn goes_on_behind(&self, at: usize) -> bool {
        let word = self.norm(at);
        word.ends_with("ed")
            || self.scan.get(at).is_some_and(crate::token::Token::is_capitalised)
            || matches!(
                word,
                "to" | "from"
                    | "in"
                    | "for"
                    | "with"
                    | "by"
                    | "at"
                    | "on"
                    | "as"
                    | "and"
                    | "but"
                    | "while"
                    | "after"
                    | "than"
                    | "because"
                    | "despite"
                    | "when"
                    | "which"
                    | "that"
                    | "it"
                    | "they"
                    | "its"
                    | "the"
                    | "a"
                    | "was"
                    | "were"
                    | "is"
                    | "are"
                    | "will"
                    | "would"
                    | "has"
                    | "have"
                    | "had"
                    | "rose"
                    | "fell"
                    | "came"
                    | "stood"
                    | "made"
                    | "sold"
                    | "bought"
                    | "took"
                    | "alone"
                    | "compared"
                    | "against"
                    | "versus"
                    | "under"
                    | "via"
                    | "through"
                    | "up"
                    | "down"
                    | "more"
                    | "less"
                    | "some"
                    | "about"
                    | "around"
                    | "nearly"
                    | "almost"
                    | "over"
                    | "only"
            )
    }

    /// *shipments to June*, *tonnage to end-September*: whether the month at token `at` ends what has been traded since its year began.
    pub(super) fn runs_up_to(&self, at: usize) -> bool {
        let Some(to) = at.checked_sub(1).filter(|to| *to > self.scan.range.start) else { return false };
        let leads = self.norm(to) == "to";
        let flow = |word: &str| {
            is_traded(word) || matches!(word, "tonnage" | "output" | "production" | "turnover" | "arrivals")
        };
        let named =
            self.word_that(at, |w| matches!(w, CalendarWord::Month(_))).is_some() || is_edge_of_time(self.norm(at));
        // *changed shipments to June* is another matter, *moved its shipments to June* too.
        let moved = (self.scan.range.start..to).rev().take(4).any(|back| {
            self.is_one_of(
                back,
                one_of!(
                    "moved",
                    "delayed",
                    "postponed",
                    "deferred",
                    "shifted",
                    "pushed",
                    "from",
                    "between",
                    "compared"
                ),
            )
        });
        leads && flow(self.norm(to - 1)) && named && !moved
    }

    /// *Peru's ten-month exports*, *the nine-month turnover*, *half-year sales*: whether what stands at token `at` is counted over months.
    pub(super) fn is_counted_over(&self, at: usize) -> bool {
        is_traded(self.norm(at))
            || self.is_one_of(
                at,
                one_of!(
                    "trade", "turnover", "output", "total", "figure", "tally", "surplus", "deficit", "revenue",
                    "earnings"
                ),
            )
    }
}
