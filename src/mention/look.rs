//! Quick looks before thorough ones: what can begin at a token at all.

use super::part_words::is_small;
use super::{Scan, TIMES};
use crate::lexicon::Kinds;
use crate::lexicon::words::{is_edge_of_time, leads_to_end};
use crate::token::{Gap, Shape, Token};

impl Scan<'_> {
    /// Whether anything at all can begin at token `at`.
    pub(super) fn opens(&self, at: usize) -> bool {
        const OPENS: Kinds = Kinds::OPENS_TIME.or(Kinds::OPENS_COUNT);
        self.is_known(at)
            || self.get(at).is_some_and(|token| match token.shape {
                Shape::Word => self.lexicon.phrases.begins(token.word).meets(OPENS),
                Shape::Digits | Shape::Mark('-' | '+' | '.') => true,
                // `(S$) 1.09 billion`, `(109.5) million barrels`
                Shape::Mark('(') => self.can_be(at + 1, Kinds::CURRENCY) || self.is_digits(at + 1),
                Shape::Mark(_) => false,
            })
    }

    /// Whether a token is this word.
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|t| t.norm == word)
    }

    /// Whether a known phrase begins at token `at`.
    pub(super) fn is_known(&self, at: usize) -> bool {
        at.checked_sub(self.range.start).and_then(|at| self.found.get(at)).is_some_and(Option::is_some)
    }

    /// Whether a stretch of time can begin at token `at`: a quick look before a thorough one.
    pub(super) fn may_date(&self, at: usize) -> bool {
        // *since the beginning of the year*: so many words on stands what tells the time, at the most.
        const REACH: usize = 6;
        let Some(token) = self.get(at) else { return false };
        match token.shape {
            Shape::Digits => self.digits_may_date(token, at),
            Shape::Mark(_) => false,
            Shape::Word => {
                self.can_be(at, TIMES)
                    || self.begins(at, Kinds::OPENS_TIME)
                        && (self.begins(at, Kinds::TELLS_TIME)
                            || (at + 1..=at + REACH).any(|at| self.is_digits(at) || self.begins(at, TIMES))
                            || self.is_season(at + 1))
                        && self.opener_may_date(token, at)
            }
        }
    }

    /// Whether the next words bear out a word that often begins something else: *at present*, *from the beginning of 2013*.
    fn opener_may_date(&self, opener: &Token<'_>, at: usize) -> bool {
        match opener.norm.as_ref() {
            "the" | "a" => self.article_may_date(at),
            // *that year*, *by that time*
            "that" | "those" => self.begins(at + 1, TIMES),
            "at" => self.get(at + 1).is_some_and(|t| t.norm == "present"),
            "from" | "between" => {
                let the = usize::from(self.get(at + 1).is_some_and(|t| t.norm == "the"));
                // *from the opening in early 2004 until now*
                let told = || (at + 4..at + 8).any(|at| self.is_digits(at) || self.begins(at, TIMES));
                let then = || self.get(at + 1).is_some_and(|t| matches!(t.norm.as_ref(), "then" | "that"));
                self.part_may_begin(at + 1 + the) || then() || the > 0 && opener.norm == "from" && told()
            }
            _ => true,
        }
    }

    /// Whether a year or a part of one can begin at token `at`: *1992*, *March*, *mid-2014*, *III-IV quarters*, *coffee year 2019/20*.
    fn part_may_begin(&self, at: usize) -> bool {
        const PARTS: Kinds = TIMES.or(Kinds::OPENS_TIME).or(Kinds::COMMODITY);
        let digits = |token: &Token<'_>| token.shape == Shape::Digits && self.digits_may_date(token, at);
        self.get(at).is_some_and(|token| digits(token) || is_roman(token))
            || self.begins(at, PARTS)
            || self.is_season(at)
    }

    /// Whether an article at token `at` can begin a stretch of time: *the second quarter*, *the coffee year*, *the end of the
    /// year*, *the new season*, *the VI-IX months*.
    fn article_may_date(&self, at: usize) -> bool {
        let digits = |token: &Token<'_>, at| token.shape == Shape::Digits && self.digits_may_date(token, at);
        let times = |at: usize| {
            self.get(at).is_some_and(|token| digits(token, at)) || self.begins(at, TIMES) || self.is_season(at)
        };
        // *the just-ended fiscal year*, *the recently concluded fiscal year*
        let over = self.get(at + 1).is_some_and(|t| matches!(t.norm.as_ref(), "just" | "recently" | "newly"));
        let reach = if over { 5 } else { 2 };
        // *by the close of the year*, *before the turn of the year*
        let closes =
            self.get(at + 1).is_some_and(|t| matches!(t.norm.as_ref(), "close" | "turn" | "finish" | "expiry"));
        (at + 1..=at + reach).any(times)
            || closes
            || self.begins(at + 1, Kinds::OPENS_TIME)
            || self.get(at + 1).is_some_and(is_roman)
    }

    /// *exports for the season*
    fn is_season(&self, at: usize) -> bool {
        self.get(at).is_some_and(|t| matches!(t.norm.as_ref(), "season" | "seasons" | "spring" | "summer" | "autumn"))
    }

    /// Whether digits at token `at` can begin a stretch of time: a year, a date in numbers, or one or two digits before a
    /// word of time.
    fn digits_may_date(&self, token: &Token<'_>, at: usize) -> bool {
        let Some(next) = self.get(at + 1) else { return token.text.len() == 4 };
        if let Shape::Mark('.' | ',' | '/' | '-') = next.shape
            && next.is_joined()
            && self.get(at + 2).is_some_and(|t| t.shape == Shape::Digits && t.is_joined())
        {
            // `30.10.2022`, `2016-18`, `2022/23`; not `1,936` or `11.18`.
            // *the year 2,000*
            if token.text == "2" && self.get(at + 2).is_some_and(|t| t.text == "000") {
                return at > self.range.start && self.get(at - 1).is_some_and(|t| t.norm == "year");
            }
            let date = || self.get(at + 3).is_some_and(|t| t.shape == next.shape && t.is_joined());
            return matches!(next.shape, Shape::Mark('/' | '-')) || date();
        }
        match token.text.len() {
            4 => matches!(token.text.as_bytes(), [b'1', b'7'..=b'9' | b'3' | b'4', ..] | [b'2', b'0' | b'1', ..]),
            1 | 2 => match next.shape {
                Shape::Word => {
                    self.can_be(at + 1, TIMES)
                        || is_edge_of_time(next.norm.as_ref()) || matches!(next.norm.as_ref(), "st" | "nd" | "rd" | "th" | "of" | "q" | "h" | "m")
                        // *1 to 15 May*
                        || (leads_to_end(next.norm.as_ref()) || next.norm.as_ref() == "and")
                            && self.can_be(at + 3, TIMES)
                }
                Shape::Mark(mark) => mark == '-',
                Shape::Digits => false,
            },
            _ => false,
        }
    }

    /// Whether a quantity can begin at token `at`: a quick look before a thorough one.
    pub(super) fn may_count(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        const NAMED: Kinds = Kinds::NUMBER.or(Kinds::FRACTION).or(Kinds::MULTIPLE).or(Kinds::CURRENCY);
        const AMOUNTS: Kinds = Kinds::NUMBER.or(Kinds::FRACTION).or(Kinds::SCALE).or(Kinds::DOZEN);
        const MEASURES: Kinds = Kinds::EVERYDAY.or(Kinds::UNIT).or(Kinds::CURRENCY);
        match token.shape {
            Shape::Digits => true,
            Shape::Mark('-' | '+') => self.get(at + 1).is_some_and(Token::is_joined),
            // `.335`
            Shape::Mark('.') => token.gap > Gap::None && self.get(at + 1).is_some_and(Token::is_joined),
            Shape::Mark('(') => self.can_be(at + 1, Kinds::CURRENCY) || self.is_digits(at + 1),
            // *half a billion*
            _ => {
                self.can_be(at, NAMED)
                    || self.begins(at, Kinds::OPENS_COUNT) && (at + 1..=at + 3).any(|at| self.begins(at, AMOUNTS))
                    // *zero-point-six percent*
                    || matches!(token.norm.as_ref(), "zero" | "nought") && (at + 1..=at + 2).any(|at| self.is_word(at, "point"))
                    // *zero to 60 mph*, *an hour and a half*, *a hundredth of the price*
                    // *two states*
                    || self.as_written
                        && (self.begins(at, Kinds::NUMBER)
                            || matches!(token.norm.as_ref(), "zero" | "nought")
                            || matches!(token.norm.as_ref(), "a" | "an")
                                && (self.can_be(at + 1, MEASURES) || is_small(self, at + 1)))
            }
        }
    }
}

/// Whether a token is a number in Roman numerals.
fn is_roman(token: &Token<'_>) -> bool {
    token.text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}
