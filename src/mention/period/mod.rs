//! Stretches of time as they are worded, before any date is known.
//!
//! | text | reading |
//! | --- | --- |
//! | `in 2022`, `2016-2018` | a year, years |
//! | `From January to March this year` | months 1 to 3 of the year of publication |
//! | `the first eight months of 2022`, `Q1`, `H1 2023` | part of a year |
//! | `last year`, `a year earlier`, `the same period of 2023` | relative to publication, to the text |
//! | `the seven months`, `a season earlier`, `in the fourth` | stretches told before |
//! | `since December 2009`, `over the past five years` | open stretches |

mod edge;
mod fiscal;
mod numbered;
mod open;
mod part;
mod relative;
mod split;
mod stretch;
mod told;

use std::ops::Range;

use chrono::NaiveDate;

use super::Scan;
use crate::lexicon::words::{is_article, is_edge_of_time, leads_stretch};
use crate::lexicon::{CalendarWord, Kinds, Sense};
use crate::model::Span;
use crate::token::{Bit, OneOf, Shape, Token};

/// A stretch of time as worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodMention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// What it says.
    pub expression: Expression,
}

/// What a wording of time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expression {
    /// A part of a year.
    In(Part, YearRef),
    /// From one part to another, both included.
    Span(Part, YearRef, Part, YearRef),
    /// From then until publication.
    Since(Part, YearRef),
    /// So many units that end at publication.
    Past(u32, Length),
    /// The twelve months that begin then: *the year starting April 1*.
    YearFrom(Part, YearRef),
    /// So many units that end then: *the week ended April 4*, *the five years to 2021*.
    StretchTo(u32, Length, Part, YearRef),
    /// A time that is named, but not to a year: *the early 1990s*.
    Vague,
    /// So many years up to now, which growth took: *quadrupled in five years*.
    InYears(u32),
    /// The twelve months that end then: *the year to March 31*.
    YearTo(Part, YearRef),
    /// So many months that end with this one: *the seven months to February*.
    MonthsTo(u32, u32, YearRef),
    /// A year that begins in this one and ends in the next, of a crop or a market: *1986/87*.
    SplitYear(i32),
    /// The period before, so many years back; years ahead are negative: *a year later*.
    YearsEarlier(i32),
    /// The fiscal year before the one spoken of: *in the previous fiscal year*, *in the fiscal year that preceded*.
    FiscalBefore,
    /// The months of a season of nature, from this to this, by its name: *this summer*, *last autumn*; so many such seasons from publication.
    TimeOfYear(u32, u32, i32),
    /// The days spoken of, in this month: *the same days of October*.
    SameDaysOf(u32),
    /// The period before, so many months back.
    MonthsEarlier(i32),
    /// The period spoken of, again.
    SamePeriod,
    /// The period spoken of, in this year.
    SamePeriodOf(i32),
    /// The period spoken of, in the year of a crop or a market that begins in this one.
    SamePeriodOfSeason(i32),
    /// The period spoken of, in the fiscal year of this name: *the same period of FY23*.
    SamePeriodOfFiscal(i32),
    /// The season that the text has told, else the one that runs: *for the season*.
    ToldSeason,
    /// The week that the text has told: *in the week*.
    ToldWeek,
    /// The stretch of so many months that the text has told: *the seven months*, *the half-year*.
    ToldMonths(u32),
    /// The stretch right before the one spoken of, as long as it: *the previous 12 months*.
    Preceding(u32, Length),
    /// From the beginning of the year to where the text has got in it: *so far this year*, *year to date*.
    ToDate(YearRef),
    /// From publication to the end of the year: *the rest of 1987*.
    RestOf(YearRef),
    /// A year of a crop or a market, so many from the one that runs: *last season*.
    Season(i32),
    /// So many months or weeks from publication: last month is -1.
    Relative(Length, i32),
    /// The base is one year earlier.
    YearOnYear,
    /// The base is one month earlier.
    MonthOnMonth,
    /// The base is one quarter earlier.
    QuarterOnQuarter,
    /// At publication.
    Now,
    /// From the time just named: *since then*.
    SinceThen,
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Year,
    /// A half, 1 or 2.
    Half(u32),
    /// A quarter, 1 to 4.
    Quarter(u32),
    /// From month to month.
    Months(u32, u32),
    /// A day: month and day.
    Day(u32, u32),
    /// From day to day: months and days.
    Days(u32, u32, u32, u32),
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearRef {
    /// This one.
    Absolute(i32),
    /// So many years from publication.
    Publication(i32),
    /// So many years before the period spoken of.
    Before(i32),
    /// A year that is not the calendar's, so many from publication.
    Fiscal(i32),
    /// The fiscal year that goes by this number: *fiscal 2023*.
    FiscalNamed(i32),
    /// The fiscal year that begins in this calendar year: *2017-18*.
    FiscalFrom(i32),
    /// A year of a crop or a market, so many from the one that runs: *the first four months of last season*.
    Season(i32),
    /// The year of a crop or a market that begins with this month: *of the October/September wheat year*.
    Begun(u32),
    /// None stated.
    Open,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
}

/// The stretch of time that begins at token `at`.
pub fn period(scan: &Scan<'_>, at: usize) -> Option<PeriodMention> {
    let reader = Reader { scan };
    let (expression, end) = reader.expression(at)?;
    Some(PeriodMention { tokens: at..end, span: scan.span(at..end), expression })
}

struct Reader<'s, 'a> {
    scan: &'s Scan<'a>,
}

type Read<T> = Option<(T, usize)>;

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> Read<CalendarWord> {
        let (word, length) = self.scan.sense(Kinds::CALENDAR, at, |sense| match sense {
            Sense::Calendar(word) => Some(*word),
            _ => None,
        })?;
        Some((word, at + length))
    }

    /// A calendar word that satisfies `wanted`, whatever else the token can mean.
    fn word_that(&self, at: usize, wanted: impl Fn(CalendarWord) -> bool) -> Read<CalendarWord> {
        let (word, length) = self.scan.sense(Kinds::CALENDAR, at, |sense| match sense {
            Sense::Calendar(word) if wanted(*word) => Some(*word),
            _ => None,
        })?;
        Some((word, at + length))
    }

    #[inline]
    fn norm(&self, at: usize) -> &str {
        self.scan.get(at).map_or("", |t| t.norm.as_ref())
    }

    /// Whether [`norm`](Self::norm) of `at` is one of these words.
    #[inline]
    fn is_one_of(&self, at: usize, words: OneOf) -> bool {
        match self.scan.get(at) {
            Some(token) => token.is_one_of(words),
            None => words.hold(Bit::NOTHING, ""),
        }
    }

    fn skip(&self, at: usize, words: OneOf) -> usize {
        at + usize::from(self.is_one_of(at, words))
    }

    fn month(&self, at: usize) -> Read<u32> {
        // *mid-August*, *end-March*, *late May*
        let rough = is_edge_of_time(self.norm(at));
        let at = if rough { self.skip(at + 1, one_of!("-")) } else { at };
        let (word, mut end) = self.word_that(at, |w| matches!(w, CalendarWord::Month(_)))?;
        if self.scan.get(end).is_some_and(|t| t.is_mark('.') && t.is_joined()) {
            end += 1;
        }
        match word {
            CalendarWord::Month(month) => Some((month, end)),
            _ => None,
        }
    }

    fn small(&self, at: usize, most: u32) -> Read<u32> {
        let token = self.scan.get(at)?;
        if token.shape == Shape::Digits {
            let decimal =
                self.scan.get(at + 1).is_some_and(|t| matches!(t.shape, Shape::Mark(',' | '.')) && t.is_joined())
                    && self.scan.get(at + 2).is_some_and(|t| t.shape == Shape::Digits && t.is_joined());
            let value: u32 = (token.text.len() <= 2 && !decimal).then(|| token.text.parse().ok())??;
            return (1..=most).contains(&value).then_some((value, at + 1));
        }
        let (value, length) = self.scan.sense(Kinds::NUMBER, at, |s| match s {
            Sense::Number(value) => u32::try_from(*value).ok(),
            _ => None,
        })?;
        (1..=most).contains(&value).then_some((value, at + length))
    }

    /// *in 1892*, *the fiscal year 1892*: whether four digits before 1900, which count things more often, are a year.
    fn old_year(&self, at: usize, value: i32) -> bool {
        let before = at.checked_sub(1).filter(|b| *b >= self.scan.range.start).map_or("", |b| self.norm(b));
        let dated = leads_stretch(before)
            || matches!(before, "of" | "since" | "than" | "year" | "until" | "before" | "years" | "to")
            || before == "and"
                && self.norm(at.wrapping_sub(2)).parse::<i32>().is_ok_and(|year| year + 20 > value && year < value);
        // What is counted stands behind its number.
        let counts = self.scan.get(at + 1).is_some_and(|t| {
            t.shape == Shape::Word
                && t.norm.ends_with('s')
                && !matches!(t.norm.as_ref(), "was" | "is" | "as" | "has" | "shows")
        });
        (1776..1900).contains(&value) && dated && !counts
    }

    /// Four digits from 1900 to 2100 that are no amount.
    fn year(&self, at: usize) -> Read<i32> {
        let token = self.scan.get(at)?;
        // *the year 2,000*
        let thousand = self.norm(at) == "2" && self.norm(at + 1) == "," && self.norm(at + 2) == "000";
        if thousand && at > self.scan.range.start && self.norm(at - 1) == "year" {
            return Some((2000, at + 3));
        }
        if token.shape != Shape::Digits || token.text.len() != 4 {
            return None;
        }
        let value: i32 = token.text.parse().ok()?;
        // *in May2014*
        let of_month =
            at > self.scan.range.start && self.word_that(at - 1, |w| matches!(w, CalendarWord::Month(_))).is_some();
        // *in CY2017*
        let of_calendar = at > self.scan.range.start && self.norm(at - 1) == "cy";
        let glued = token.is_joined()
            && at > self.scan.range.start
            && !of_month
            && !of_calendar
            && self
                .scan
                .get(at - 1)
                .is_some_and(|t| !matches!(t.shape, Shape::Mark('(' | '"' | '\'' | '-' | '/' | '.' | '|' | '[' | ',')));
        let grouped = self.scan.get(at + 1).is_some_and(|t| t.is_joined() && matches!(t.shape, Shape::Mark(',' | '.')))
            && self.scan.get(at + 2).is_some_and(|t| t.is_joined() && t.shape == Shape::Digits);
        let amount = super::measure::written_unit(self.scan, at + 1)
            .is_some_and(|u| !self.scan.get(u.end).is_some_and(|t| t.shape == Shape::Digits))
            || self.scan.sense(Kinds::SCALE, at + 1, |s| matches!(s, Sense::Scale(_, false)).then_some(())).is_some();
        (((1900..=2100).contains(&value) || self.old_year(at, value)) && !glued && !grouped && !amount)
            .then_some((value, at + 1))
    }

    fn expression(&self, at: usize) -> Read<Expression> {
        let (expression, end) = self.plain(at)?;
        let end = self.over_its_short_name(expression, end);
        Some(self.with_months(expression, end).unwrap_or((expression, end)))
    }

    fn plain(&self, at: usize) -> Read<Expression> {
        if self.scan.is_digits(at) && !self.scan.is_known(at) {
            let read = self.of_digits(at);
            debug_assert_eq!(read, self.of_words(at), "digits that are read in another way");
            return read;
        }
        if let Some(read) = self.of_first_word(at) {
            debug_assert_eq!(read, self.of_words(at), "a month or number that is read in another way");
            return read;
        }
        self.of_words(at)
    }

    /// What begins with the name of a month, or with a number in words: of the many wordings few can. `None` where neither
    /// stands at token `at`.
    fn of_first_word(&self, at: usize) -> Option<Read<Expression>> {
        let number = self.scan.can_be(at, Kinds::NUMBER);
        if !self.scan.can_be(at, Kinds::CALENDAR) {
            let counts = number && !is_article(self.norm(at));
            return counts.then(|| {
                self.later(at)
                    .or_else(|| self.in_years(at))
                    .or_else(|| self.earlier(at))
                    .or_else(|| self.months_to(at))
                    .or_else(|| self.stretch_to(at))
                    .or_else(|| self.spans(at))
            });
        }
        let month = !number && matches!(self.word(at), Some((CalendarWord::Month(_), _)));
        month.then(|| self.short_month(at).or_else(|| self.over_new_year(at)).or_else(|| self.spans(at)))
    }

    /// What begins with digits that no phrase begins with: of the many wordings few can.
    fn of_digits(&self, at: usize) -> Read<Expression> {
        let year = self.scan.get(at).is_some_and(|t| t.text.len() == 4);
        let counts = |read: fn(&Self, usize) -> Read<Expression>| if year { None } else { read(self, at) };
        let to_date = if year { self.to_date(at) } else { None };
        to_date
            .or_else(|| self.decade(at))
            .or_else(|| counts(Self::later))
            .or_else(|| counts(Self::in_years))
            .or_else(|| counts(Self::earlier))
            .or_else(|| self.dates(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.month_in_digits(at))
            .or_else(|| counts(Self::months_to))
            .or_else(|| counts(Self::stretch_to))
            .or_else(|| self.spans(at))
            .or_else(|| self.solar_year(at).map(|(year, end)| (Expression::In(Part::Year, year), end)))
    }

    fn of_words(&self, at: usize) -> Read<Expression> {
        self.since(at)
            .or_else(|| self.to_date(at))
            .or_else(|| self.markers(at))
            .or_else(|| self.past(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.later(at))
            .or_else(|| self.in_years(at))
            .or_else(|| self.season(at))
            .or_else(|| self.told_months(at))
            .or_else(|| self.earlier(at))
            .or_else(|| self.same(at))
            .or_else(|| self.dates(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.month_in_digits(at))
            .or_else(|| self.short_month(at))
            .or_else(|| self.year_to(at))
            .or_else(|| self.months_to(at))
            .or_else(|| self.stretch_to(at))
            .or_else(|| self.over_new_year(at))
            .or_else(|| self.last_quarter(at))
            .or_else(|| self.just_over(at))
            .or_else(|| self.week_of(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.spans(at))
            .or_else(|| self.end_of_year(at))
            .or_else(|| self.year_runs_out(at))
            .or_else(|| self.time_of_year(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.fiscal(at))
            .or_else(|| self.next_in_line(at))
            .or_else(|| self.solar_year(at).map(|(year, end)| (Expression::In(Part::Year, year), end)))
    }

    /// `Jun-17`, `Dec'16`: a month and the last digits of its year, as heads of columns write them.
    fn short_month(&self, at: usize) -> Read<Expression> {
        let (month, next) = self.month(at)?;
        let (mark, digits) = (self.scan.get(next)?, self.scan.get(next + 1)?);
        let short = next == at + 1 && self.scan.get(at)?.text.len() <= 4 && digits.text.len() == 2;
        let glued = mark.is_joined() && digits.is_joined() && (mark.is_mark('-') || mark.is_mark('\''));
        let over =
            self.scan.get(next + 2).is_none_or(|t| !t.is_joined() || matches!(t.shape, Shape::Mark(',' | ')' | '|')));
        if !short || !glued || !over || digits.shape != Shape::Digits {
            return None;
        }
        let year: i32 = digits.text.parse().ok()?;
        let year = year + if year <= 50 { 2000 } else { 1900 };
        Some((Expression::In(Part::Months(month, month), YearRef::Absolute(year)), next + 2))
    }

    fn markers(&self, at: usize) -> Read<Expression> {
        // *is now forecast at 62.5 million*: of what is foretold.
        let foretold = matches!(
            self.norm(at + 1),
            "forecast"
                | "expected"
                | "seen"
                | "projected"
                | "estimated"
                | "predicted"
                | "pegged"
                | "set"
                | "likely"
                | "put"
                | "reckoned"
                | "thought"
                | "believed"
                | "looks"
                | "expects"
                | "sees"
                | "forecasts"
                | "estimates"
                | "puts"
        );
        // *could now reach 2.5 mln bpd*
        let modal = at > self.scan.range.start
            && matches!(self.norm(at - 1), "could" | "may" | "might" | "would" | "will" | "should");
        if matches!(self.norm(at), "now" | "currently") && !foretold && !modal {
            return Some((Expression::Now, at + 1));
        }
        if self.norm(at) == "at" && matches!(self.norm(at + 1), "present") {
            return Some((Expression::Now, at + 2));
        }
        let (word, end) = self.word(at)?;
        let expression = match word {
            CalendarWord::YearOnYear => Expression::YearOnYear,
            CalendarWord::MonthOnMonth => Expression::MonthOnMonth,
            CalendarWord::QuarterOnQuarter => Expression::QuarterOnQuarter,
            _ => return None,
        };
        Some((expression, end))
    }

    /// *17/04/2019*, *30.10.2022*, *2021-05-07*
    fn numeric_date(&self, at: usize) -> Read<Expression> {
        let tokens = self.scan.tokens.get(at..at + 5)?;
        let [a, m1, b, m2, c] = tokens else { return None };
        let digits = |t: &Token<'_>| t.shape == Shape::Digits;
        let joined = tokens[1..].iter().all(Token::is_joined);
        let mark = |t: &Token<'_>| match t.shape {
            Shape::Mark(m @ ('.' | '/' | '-')) => Some(m),
            _ => None,
        };
        if !(digits(a) && digits(b) && digits(c) && joined && mark(m1).is_some() && mark(m1) == mark(m2)) {
            return None;
        }
        let number = |t: &Token<'_>| t.text.parse::<u32>().ok();
        let (year, month, day) = if a.text.len() == 4 {
            (number(a)?, number(b)?, number(c)?)
        } else if c.text.len() == 4 {
            let (first, second) = (number(a)?, number(b)?);
            if second > 12 { (number(c)?, first, second) } else { (number(c)?, second, first) }
        } else {
            return None;
        };
        let year = i32::try_from(year).ok()?;
        NaiveDate::from_ymd_opt(year, month, day)?;
        Some((Expression::In(Part::Day(month, day), YearRef::Absolute(year)), at + 5))
    }
}
