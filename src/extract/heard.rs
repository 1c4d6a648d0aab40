//! What a text says of who writes it, of what and in which money: heard of the whole of it, and sentence by sentence.
//!
//! | text | heard |
//! | --- | --- |
//! | *(All figures in Fiji dollars.)* | a bare sign is of those dollars |
//! | *WST $68.4 million ... $9.7 million* | the bare sign is of the same dollars |
//! | *$US400 a tonne ... $44 billion* | a paper of Australia's writes of its own |
//! | *Consumer prices rose 0.1 pct*, then *prices* | those of shops |
//! | a firm's results: *net profit*, *dividend* | sales are the firm's |

use super::assemble::Assembler;
use super::frame::Frame;
use super::survey::Cast;
use super::view::View;
use crate::lexicon::{Kinds, Marks, Sense};
use crate::mention::{self, DecimalMark, Mention, QuantityMention, Scan};
use crate::model::{Currency, Dimension, Measure, Party, Unit};
use crate::token::{Gap, Sentence, Shape, Token};

/// *US$4*, *$US4*: whether the dollar sign at token `at` is told to be America's.
fn american(tokens: &[Token<'_>], at: usize) -> bool {
    let us = |t: &Token<'_>| {
        t.norm.trim_end_matches(|c: char| c.is_ascii_digit()) == "us" && !t.text.contains(char::is_lowercase)
    };
    at > 0 && tokens[at].is_joined() && us(&tokens[at - 1])
        || tokens.get(at + 1).is_some_and(|t| t.is_joined() && us(t))
}

/// Words that a text has somewhere.
#[derive(Debug, Clone, Copy, Default)]
struct HeardWords {
    /// *statistics*, *statistical*.
    statistics: bool,
    /// *dollars*, *dlrs*.
    dollars: bool,
}

impl<'a> Assembler<'a> {
    /// Takes up what the whole text tells of its home.
    pub fn settle<'m>(&mut self, mentions: impl Iterator<Item = &'m Mention>) {
        self.context.settle(mentions, self.tokens);
        let word = |at: usize| self.tokens.get(at).map_or("", |t| t.norm.as_ref());
        // A statistical office writes of its own dollars with a bare sign, where no other dollar is told apart.
        let told_apart = |at: usize| {
            let dollar = self.tokens[at].is_mark('$')
                || self.tokens[at].norm.starts_with("dollar")
                || self.tokens[at].norm == "dlrs";
            let before = at.checked_sub(1).map_or("", |b| self.tokens[b].norm.as_ref());
            dollar
                && (at > 0 && self.tokens[at].is_joined() && self.tokens[at - 1].shape == crate::token::Shape::Word
                    || matches!(before, "us" | "u" | "american" | "." | "canadian" | "australian" | "zealand"))
        };
        // *the statistics department said*, in a text about one country: that country's.
        let counts = |at: usize| matches!(word(at), "statistics" | "statistical");
        let bureau = |at: usize| {
            matches!(word(at), "department" | "bureau" | "office" | "agency" | "board" | "institute" | "service")
        };
        let told = |at: usize| {
            counts(at) && (bureau(at + 1) || word(at.wrapping_sub(1)) == "of" && bureau(at.wrapping_sub(2)))
        };
        let heard = self.hear_words();
        let of_home = || self.context.home().filter(|_| heard.statistics && (0..self.tokens.len()).any(told));
        let office = self.context.office.or_else(of_home);
        let office = office.and_then(|party| self.lexicon.own_dollar(party));
        // North American, British and Australian offices adjust their months for the season and compare each with the one before.
        self.seasonal = self.context.office.is_some_and(|p| matches!(p.as_str(), "USA" | "CAN" | "GBR" | "AUS"));
        self.seasonal_by_country = self.context.office.is_some_and(|p| matches!(p.as_str(), "CAN" | "GBR"));
        self.own_dollar = office.filter(|_| !(0..self.tokens.len()).any(|at| told_apart(at) && !self.rated(at)));
        // *$US400 a tonne ... $44 billion*: a paper that tells American dollars apart writes of its own with a bare sign.
        let bare = |at: usize| self.tokens[at].is_mark('$') && !told_apart(at) && !american(self.tokens, at);
        let paper = self.context.source.and_then(|party| self.lexicon.own_dollar(party));
        let apart = |at: usize| self.tokens[at].is_mark('$') && american(self.tokens, at);
        if self.own_dollar.is_none() && paper.is_some() && (0..self.tokens.len()).any(apart) {
            self.own_dollar = paper.filter(|_| (0..self.tokens.len()).any(bare));
        }
        self.own_dollar = self.own_dollar.or_else(|| if heard.dollars { self.noted_dollar() } else { None });
        self.own_dollar = self.own_dollar.or_else(|| self.dollar_told_again());
        if self.own_dollar.is_none() {
            self.own_dollar = self.dollar_signed_first();
            self.dollar_by_letters = self.own_dollar.is_some();
        }
    }

    /// *a deficit of WST $68.4 million ... exports were $9.7 million*, *N$4.6 billion, then $600 million*: the dollar whose letters the first
    /// sign of a text has, where bare signs follow and no other dollar is told apart; not where a bracket converts it.
    fn dollar_signed_first(&self) -> Option<Currency> {
        let (mut own, mut bare) = (None, false);
        for at in 1..self.tokens.len() {
            if !self.tokens[at].is_mark('$') {
                continue;
            }
            let lettered = self.lettered_dollar(at);
            if american(self.tokens, at) || own.is_some() && lettered.is_some() && own != lettered {
                return None;
            }
            let converts = self.tokens[at - 1].is_mark('(');
            if lettered.is_none() && (own.is_none() || converts) {
                return None;
            }
            bare |= lettered.is_none();
            own = own.or(lettered);
        }
        let told_apart = |at: usize| {
            self.tokens[at].norm == "usd"
                || self.tokens[at].norm.starts_with("dollar") && american_word(self.tokens, at)
        };
        own.filter(|_| bare && !(0..self.tokens.len()).any(told_apart))
    }

    /// The national dollar whose letters stand before the sign at a token: *N$*, *WST $*.
    fn lettered_dollar(&self, at: usize) -> Option<Currency> {
        let words = Sentence { tokens: at - 1..at + 1, paragraph: 0, begins_line: false };
        let scan = Scan::new(self.tokens, &words, self.lexicon, DecimalMark::Point);
        let (code, length) = scan.sense(Kinds::CURRENCY, at - 1, |sense| match sense {
            Sense::Currency(code, _) => Some(*code),
            _ => None,
        })?;
        let written = length == 2 || self.tokens[at - 1].text == code.as_str();
        let dollar = self.lexicon.is_dollar(code) || matches!(code.as_str(), "WST" | "TOP");
        (written && dollar).then_some(code)
    }

    /// *$253 billion (US$1.68 billion)*: what is told again in American dollars is in those of the text's home.
    fn dollar_told_again(&self) -> Option<Currency> {
        const AMOUNT: usize = 6;
        let tokens = self.tokens;
        let bare = |at: &usize| tokens[*at].is_mark('$') && !american(tokens, *at);
        let again = |at: usize| {
            let close = |at: &usize| tokens[*at].is_mark('$') && american(tokens, *at);
            tokens[at].is_mark('(')
                && (at + 1..(at + 5).min(tokens.len())).any(|at| close(&at))
                && (at.saturating_sub(AMOUNT)..at).rev().take_while(|at| !tokens[*at].is_mark(')')).any(|at| bare(&at))
        };
        let home = self.context.home().and_then(|home| self.lexicon.own_dollar(home))?;
        (home.as_str() != "USD" && (0..tokens.len()).any(again)).then_some(home)
    }

    /// *(All figures in Fiji dollars.)*, *Values are in New Zealand dollars*: the dollar that a note says is meant; of no country it is that of
    /// the text's home.
    fn noted_dollar(&self) -> Option<Currency> {
        let word = |at: usize| self.tokens.get(at).map_or("", |t| t.norm.as_ref());
        let counts = |at: usize| matches!(word(at), "figures" | "amounts" | "values" | "sums" | "prices" | "data");
        let led = |at: usize| matches!(word(at), "in" | "are");
        let other = |at: usize| {
            matches!(word(at), "us" | "u" | "american" | "millions" | "billions")
                || self.tokens[at].shape == Shape::Digits
        };
        let noted = |at: &usize| {
            let told = || (at.saturating_sub(6)..*at).rev().find(|first| counts(*first));
            self.tokens[*at].is_one_of(one_of!("dollars", "dlrs", "dollar"))
                && told().is_some_and(|first| (first + 1..*at).any(led) && !(first..*at).any(other))
        };
        let at = (0..self.tokens.len()).find(noted)?;
        let words = Sentence { tokens: at.saturating_sub(2)..at + 1, paragraph: 0, begins_line: true };
        let scan = Scan::new(self.tokens, &words, self.lexicon, DecimalMark::Point);
        let home = || self.context.home().and_then(|home| self.lexicon.own_dollar(home));
        match mention::captions(&scan).last().map(|caption| caption.unit.measure) {
            Some(Measure::Currency(code)) if code.as_str() != "USD" => Some(code),
            _ => home(),
        }
    }

    /// Whether the text speaks of the prices and sales of shops rather than of goods that are traded: *Consumer prices rose 0.1
    /// pct*, then *prices*; *Retail sales rose 4.1 pct*, then *sales*. With it, whether it quotes anybody, and tells of balances.
    fn hear_words(&mut self) -> HeardWords {
        let (mut results, mut heard) = (0_u32, HeardWords::default());
        for (at, token) in self.tokens.iter().enumerate() {
            let next = || self.tokens.get(at + 1).map_or("", |t| t.norm.as_ref());
            if !self.lexicon.phrases.marks(token.word).meets(Marks::OF_A_TEXT) {
                continue;
            }
            match token.norm.as_ref() {
                "inflation" => self.shops = true,
                "cost" => self.shops |= next() == "of" && self.tokens.get(at + 2).is_some_and(|t| t.norm == "living"),
                "consumer" => self.shops |= matches!(next(), "price" | "prices"),
                "retail" | "store" | "supermarket" => {
                    self.shops |= token.norm == "retail" && matches!(next(), "price" | "prices");
                    self.retail |= matches!(next(), "sales" | "trade");
                }
                "\"" => self.quotes = true,
                "deficit" | "surplus" | "shortfall" | "gap" => self.balances = true,
                "dividend" | "dividends" | "ebitda" => results += 1,
                "net" => results += u32::from(matches!(next(), "profit" | "profits" | "income" | "earnings" | "loss")),
                "earnings" => results += u32::from(next() == "per"),
                "statistics" | "statistical" => heard.statistics = true,
                "dollar" | "dollars" | "dlrs" => heard.dollars = true,
                _ => {}
            }
        }
        let line = self.tokens.iter().enumerate().take_while(|(at, t)| *at == 0 || t.gap < Gap::Line).count();
        self.listed_firm = self.tokens[..line].windows(3).any(|t| {
            t[0].is_mark('<')
                && t[2].is_mark('>')
                && t[1].text.chars().all(|c| c.is_ascii_uppercase())
                && t[1].is_joined()
        });
        let traded = (self.retail || results >= 2) && self.speaks_of_exports();
        self.retail &= !traded;
        self.firm = results >= 2 && !traded;
        heard
    }

    /// A desk abroad writes of others: its dateline is no home where the text is about another country's own figures.
    pub fn settle_home(&mut self) {
        self.survey.settle(self.context.publisher(), |money| self.lexicon.issuer(money));
        self.context.owner = self.survey.owner();
        match self.survey.cast() {
            Cast::Protagonist(party) => self.context.about = Some(party),
            Cast::Pair(a, b) => self.context.cast = Some((a, b)),
            Cast::Open => {}
        }
    }

    /// *The Canadian dollar slipped*: a currency's own rate tells no figure apart.
    fn rated(&self, at: usize) -> bool {
        // *613 million U.S. dollars*: several are an amount.
        if matches!(self.tokens[at].norm.as_ref(), "dollars" | "dlrs") {
            return false;
        }
        let digits = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == crate::token::Shape::Digits);
        !digits(at + 1) && !(1..=2).any(|back| at >= back && digits(at - back))
    }
}

impl<'a> Assembler<'a> {
    pub(super) fn hear_speaker(&mut self, sentence: &Sentence, mentions: &[Mention]) {
        if !self.quotes {
            return;
        }
        let before = std::mem::replace(&mut self.last_sentence, sentence.tokens.clone());
        self.context.speakers.hear(self.tokens, &before, &sentence.tokens, mentions);
    }

    /// *1.94 million tons worth $617 million to Iraq ... Afghanistan followed with $158 million*: the statement in money of the flow whose
    /// weight was told last, which a sum goes on from.
    pub(super) fn told_in_money(&self, last: &Frame, quantity: &QuantityMention) -> Option<Frame> {
        let weighed = |unit: Unit| !unit.is_ratio() && unit.measure.dimension() != Dimension::Money;
        let (frame, at) = self.in_money.as_ref()?;
        let same = frame.indicator == last.indicator && frame.reporter == last.reporter && self.sentences - at <= 2;
        (same && quantity.quantity.unit.is_sum() && last.unit.is_some_and(weighed)).then(|| Frame {
            unit: frame.unit,
            written: frame.written,
            ..last.clone()
        })
    }

    /// The fiscal year of the country that the sentence speaks of first, else of the one spoken of, else of the home.
    pub(super) fn fiscal_year(&self, first: Option<Party>) -> Option<crate::lexicon::FiscalYear> {
        [first, self.context.focus, self.context.home()]
            .into_iter()
            .flatten()
            .find_map(|p| self.lexicon.fiscal_year(p, self.clock.published))
    }

    /// *a current account deficit of 76 mln N.Z. dlrs*: the money of the text, whatever it counts there.
    pub(super) fn hear_money(&mut self, view: &View<'_>, quantity: &QuantityMention) {
        let unit = quantity.quantity.unit;
        if !unit.is_sum() {
            return;
        }
        let own = self.context.home().and_then(|home| self.lexicon.own_dollar(home));
        if own.is_some_and(|own| unit.measure == Measure::Currency(own)) {
            self.last_money = Some(unit);
        } else if self.last_money.is_none() {
            self.last_money = self.unit(view, quantity, None, false);
        }
    }
}

/// *U.S. dollars*, *American dollars*: whether the word for dollars at a token is told apart as America's.
fn american_word(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(tokens[before].norm.as_ref(), "us" | "american")
            || tokens[before].is_mark('.') && before > 0 && tokens[before - 1].norm == "s"
    })
}
