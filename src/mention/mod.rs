//! Tokens to things written, knowing no date and no other sentence.
//!
//! Each token is claimed once: where a year and an amount compete, the order here settles it.
//!
//! | text | mention |
//! | --- | --- |
//! | `$11.181 billion` | [`What::Quantity`] |
//! | `From January to March this year` | [`What::Period`] |
//! | `China`, `Kazakh`, `Ashgabat` | [`What::Party`] |
//! | `natural gas` | [`What::Commodity`] |
//! | `trade turnover`, `up`, `compared with` | [`What::Cues`] |

mod caption;
mod compound;
mod cues;
mod decimal_mark;
mod digits;
mod inside;
mod length;
mod look;
mod measure;
mod number_words;
mod numeral;
mod paid_for;
mod part_words;
mod period;
mod pieces;
mod quantity;
mod set_in_brackets;
mod unlisted;

use std::ops::Range;

pub use caption::{Caption, captions};
pub use cues::Cues;
pub use decimal_mark::DecimalMark;
pub use period::{Expression, Length, Part, YearRef};
pub use quantity::{Form, QuantityMention};
pub use set_in_brackets::unbracket;

use inside::{
    describes_group, in_a_name, is_month_dealt_in, is_of_ticker, is_unjoined, names_an_institute, of_a_grade,
    of_a_language, of_a_paper, of_an_office, of_animals, opens_ticker,
};

use pieces::counted;

use crate::lexicon::{Cue, Kinds, Lexicon, Match, NameForm, Sense, Told, Topic};
use crate::model::{Commodity, Decimal, Measure, Party, Span, Unit};
use crate::token::{Sentence, Shape, Token};

/// Something written: its tokens, bytes, and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its tokens in the document.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub what: What,
}

impl Mention {
    /// Whether it is written without small letters: `SHANGHAI`.
    #[must_use]
    pub fn is_shouted(&self, tokens: &[Token<'_>]) -> bool {
        self.tokens.clone().all(|at| tokens[at].text.chars().all(|c| !c.is_lowercase()))
    }
}

/// The kinds of mentions.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A number with its unit.
    Quantity(Box<QuantityMention>),
    /// A stretch of time.
    Period(Expression),
    /// A country or group.
    Party(Party, NameForm),
    /// A pipeline or corridor, by its index in the lexicon.
    Route(usize),
    /// Goods.
    Commodity(Commodity),
    /// Trigger phrases: all that the words can say.
    Cues(Cues),
}

/// Room for what the lexicon knows of each place of a sentence.
#[derive(Default)]
pub struct Room<'a>(Vec<Option<Match<'a>>>);

impl Room<'_> {
    /// The same room, empty, for other tokens.
    #[must_use]
    pub fn cleared<'b>(mut self) -> Room<'b> {
        self.0.clear();
        // What is collected from a vector in its own place keeps that place.
        Room(self.0.into_iter().map_while(|_| None).collect())
    }
}

/// What tells a stretch of time, beside digits.
const TIMES: Kinds = Kinds::CALENDAR.or(Kinds::NUMBER);

/// The tokens of one sentence with what the lexicon knows of each place.
pub struct Scan<'a> {
    /// The document's tokens.
    tokens: &'a [Token<'a>],
    /// Those of the sentence.
    range: Range<usize>,
    /// The same tokens by themselves.
    words: &'a [Token<'a>],
    /// The longest known phrase at each token of the sentence.
    found: Vec<Option<Match<'a>>>,
    /// What the phrases of the sentence can be, all together.
    kinds: Kinds,
    /// What is told of its words.
    told: Told,
    /// How the document writes fractions.
    decimal_mark: DecimalMark,
    /// Whether an amount of money keeps the unit that stands beside it, whatever was told before to be paid for.
    as_written: bool,
    lexicon: &'a Lexicon,
}

impl<'a> Scan<'a> {
    /// Reads each amount with the unit that stands beside it alone: *A barrel cost $62* is $62.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.as_written = true;
        self
    }

    /// Looks up every place of a sentence.
    #[must_use]
    pub fn new(tokens: &'a [Token<'a>], sentence: &Sentence, lexicon: &'a Lexicon, decimal_mark: DecimalMark) -> Self {
        Scan::again(Room::default(), tokens, sentence, lexicon, decimal_mark)
    }

    /// Looks up every place of a sentence, in the room that another one has left.
    #[must_use]
    pub fn again(
        mut room: Room<'a>,
        tokens: &'a [Token<'a>],
        sentence: &Sentence,
        lexicon: &'a Lexicon,
        decimal_mark: DecimalMark,
    ) -> Self {
        let range = sentence.tokens.clone();
        let inside = &tokens[..range.end];
        let (mut kinds, mut told) = (Kinds::NONE, Told::NOTHING);
        let longest = |at: usize| {
            let (found, word) = lexicon.phrases.longest_and_told(inside, at);
            told = told.or(word);
            kinds = found.as_ref().map_or(kinds, |found| kinds.or(found.kinds));
            found
        };
        room.0.clear();
        room.0.extend(range.clone().map(longest));
        let words = &tokens[range.clone()];
        Scan { tokens: inside, range, words, found: room.0, kinds, told, decimal_mark, as_written: false, lexicon }
    }

    /// Its room, for the next sentence.
    #[must_use]
    pub fn leave(self) -> Room<'a> {
        Room(self.found)
    }

    /// Whether these kinds of phrases, beside digits, can make a figure.
    pub(crate) const FIGURES: Kinds = Kinds::SCALE.or(Kinds::FRACTION).or(Kinds::MULTIPLE).or(Kinds::RATIO);

    /// Whether it can hold a figure: it has digits, or a word that makes numbers.
    #[must_use]
    pub fn holds_figures(&self) -> bool {
        self.tokens[self.range.clone()].iter().any(|t| t.shape == Shape::Digits)
            || self.kinds.meets(Self::FIGURES)
                && self.found.iter().enumerate().any(|(at, found)| {
                    found.as_ref().is_some_and(|found| {
                        found.kinds.meets(Self::FIGURES)
                            && found.senses.iter().any(|sense| sense.makes_figures() || self.multiplies(sense, at))
                    })
                })
    }

    /// *grew eight times*, *a sixfold rise*: whether what stands at place `at` of its tokens makes one with the number before it.
    fn multiplies(&self, sense: &Sense, at: usize) -> bool {
        matches!(sense, Sense::Unit(Measure::Times, ..))
            && at.checked_sub(1).and_then(|at| self.found[at].as_ref()).is_some_and(|f| f.kinds.meets(Kinds::NUMBER))
    }

    /// What its phrases can be, all together.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// What is told of its words.
    #[must_use]
    pub fn told(&self) -> Told {
        self.told
    }

    /// Whether the phrase at token `at` can have a sense of these kinds.
    fn can_be(&self, at: usize, kinds: Kinds) -> bool {
        let found = at.checked_sub(self.range.start).and_then(|at| self.found.get(at)?.as_ref());
        found.is_some_and(|found| found.kinds.meets(kinds))
    }

    /// Whether an everyday unit measures time.
    fn is_time(&self, everyday: usize) -> bool {
        self.lexicon.everyday.get(everyday).is_some_and(|unit| unit.time)
    }

    /// Whether some phrase that can have a sense of these kinds begins with the word at token `at`.
    fn begins(&self, at: usize, kinds: Kinds) -> bool {
        self.get(at).is_some_and(|token| self.lexicon.phrases.begins(token.word).meets(kinds))
    }

    fn is_digits(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.shape == Shape::Digits)
    }

    /// The token at `at`, where it lies in the sentence.
    fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.words.get(at.wrapping_sub(self.range.start))
    }

    /// The first sense at token `at` that `wanted` takes, with its length in tokens; all that it takes are of these kinds.
    pub(crate) fn sense<T>(&self, kinds: Kinds, at: usize, wanted: impl Fn(&Sense) -> Option<T>) -> Option<(T, usize)> {
        let found = self.found.get(at.checked_sub(self.range.start)?)?.as_ref()?;
        if !found.kinds.meets(kinds) {
            debug_assert!(found.senses.iter().find_map(wanted).is_none(), "a sense of other kinds than {kinds:?}");
            return None;
        }
        found.senses.iter().find_map(wanted).map(|value| (value, found.tokens()))
    }

    /// The first sense of the word at token `at` by itself, whatever longer phrase begins there.
    fn word_alone<T>(&self, at: usize, wanted: impl Fn(&Sense) -> Option<T>) -> Option<T> {
        let (found, _) = self.lexicon.phrases.longest_and_told(self.tokens.get(..=at)?, at);
        found?.senses.iter().find_map(wanted)
    }

    fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }
}

/// Everything that is written in a sentence, in its order, without overlap.
#[must_use]
pub fn find(scan: &Scan<'_>) -> Vec<Mention> {
    let mut mentions = walk(scan, |scan, at| if scan.opens(at) { mention_at(scan, at) } else { None });
    share_units(scan, &mut mentions);
    unlisted::add(scan, &mut mentions);
    mentions
}

/// *412,000 and 305,000 tonnes*: a bare number joined to a figure has its unit.
fn share_units(scan: &Scan<'_>, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(at);
        // *to 3.0 mln from 2.45 mln bags*: the word between is no figure.
        let from = before.last().is_some_and(|m| {
            m.tokens.len() == 1 && matches!(m.what, What::Cues(_)) && scan.tokens[m.tokens.start].norm == "from"
        });
        let before = if from { &mut before[..at - 1] } else { before };
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let (What::Quantity(bare), What::Quantity(figure)) = (&mut left.what, &right.what) else { continue };
        let gap = &scan.tokens[left.tokens.end.min(right.tokens.start)..right.tokens.start];
        // *20,000 tonnes of soyoil at 314, and 6,000 tonnes of olein*: a price before the next amount.
        let priced = gap.first().is_some_and(|t| t.is_mark(','))
            && left.tokens.start.checked_sub(1).and_then(|at| scan.get(at)).is_some_and(|t| t.norm == "at");
        let joined = !priced
            && (1..=2).contains(&gap.len())
            && gap.iter().all(|t| matches!(t.norm.as_ref(), "," | "and" | "or" | "to"));
        // *raise its quota to 3.0 mln from 2.45 mln 60-kilo bags*
        let turned = gap.len() == 1
            && gap[0].norm == "from"
            && left.tokens.start.checked_sub(1).and_then(|at| scan.get(at)).is_some_and(|t| t.norm == "to");
        let joined = joined || turned && bare.exponent == figure.exponent;
        // *from $189 to $165 per 1,000 cubic metres*: both are prices.
        if let (Form::Figure, Some(divisor), true) = (bare.form, figure.divisor, gap.len() == 1 && gap[0].norm == "to")
            && bare.divisor.is_none()
            && left.tokens.start.checked_sub(1).and_then(|at| scan.get(at)).is_some_and(|t| t.norm == "from")
            && bare.quantity.unit == Unit::of(figure.quantity.unit.measure)
            && bare.exponent == figure.exponent
            && let Some(value) = bare.quantity.value.checked_div(divisor)
        {
            bare.quantity.value = value;
            bare.quantity.quantum = bare.quantity.quantum.and_then(|q| q.checked_div(divisor));
            bare.quantity.unit = figure.quantity.unit;
            bare.divisor = figure.divisor;
            continue;
        }
        let alike = figure.exponent == 0 || bare.exponent > 0 || moves_between(scan, left.tokens.start, bare, figure);
        // *imports were 827 billion, 3.7% less*: what counts billions is no percentage.
        let alike = alike && !(bare.exponent >= 6 && figure.quantity.unit.is_ratio());
        if !joined || bare.form != Form::Bare || figure.form != Form::Figure || !alike || figure.divisor.is_some() {
            continue;
        }
        // *from 2.4 to 2.9 billion dollars*: the scale as well, where the first is not written out.
        let lent = if bare.exponent > 0 || bare.quantity.value >= Decimal::from(1000) { 0 } else { figure.exponent };
        let by = Decimal::power_of_ten(lent).and_then(|scale| scale.checked_mul(figure.factor));
        let scaled = by.and_then(|by| bare.quantity.value.checked_mul(by));
        let quantum = by.and_then(|by| bare.quantity.quantum.and_then(|q| q.checked_mul(by)));
        if let Some(value) = scaled {
            bare.exponent = bare.exponent.max(lent);
            bare.quantity.value = value;
            bare.quantity.quantum = quantum;
            bare.quantity.unit = figure.quantity.unit;
            bare.factor = figure.factor;
            bare.shared = figure.shared;
            bare.form = Form::Figure;
        }
    }
}

/// *from 2.4 to 2.9 billion dollars*, *from 900,000 to 1.1 million tonnes*: whether two numbers, of which the second alone has a scale,
/// are about as large.
fn moves_between(scan: &Scan<'_>, start: usize, first: &QuantityMention, second: &QuantityMention) -> bool {
    let from = start.checked_sub(1).and_then(|at| scan.get(at)).is_some_and(|t| t.norm == "from");
    let thousand = Decimal::from(1000);
    // Written out, the first is measured against all of the second.
    let other = if first.quantity.value < thousand {
        Some(second.written)
    } else {
        Decimal::power_of_ten(second.exponent).and_then(|scale| second.written.checked_mul(scale))
    };
    let near = |other: Decimal| {
        let ten = Decimal::from(10);
        let larger = |a: Decimal, b: Decimal| a.checked_mul(ten).is_some_and(|a| a >= b);
        larger(first.quantity.value, other) && larger(other, first.quantity.value)
    };
    from && first.exponent == 0 && first.everyday.is_none() && other.is_some_and(near)
}

/// The names, goods and trigger phrases of a sentence that holds no figure.
#[must_use]
pub fn find_names(scan: &Scan<'_>) -> Vec<Mention> {
    walk(scan, name_at)
}

/// Everything that is written in a sentence, quantities of time inside periods included: *the past **five years***.
#[must_use]
pub fn find_quantities(scan: &Scan<'_>) -> Vec<Mention> {
    let mut mentions = walk(scan, |scan, at| match period::period(scan, at) {
        Some(found) => duration(scan, found.tokens.clone())
            .or_else(|| millions(scan, &found.tokens))
            .or_else(|| mention_at(scan, at)),
        // *The five-day strike*: the number in words that stand for something named before.
        None => mention_at(scan, at).filter(|found| {
            let inside = found.tokens.start + 1..found.tokens.end;
            matches!(found.what, What::Quantity(_)) || !inside.clone().any(|at| quantity::quantity(scan, at).is_some())
        }),
    });
    share_units(scan, &mut mentions);
    mentions
}

/// *sold 9m tickets*: `9m` that could be nine months but names no year.
fn millions(scan: &Scan<'_>, tokens: &Range<usize>) -> Option<Mention> {
    let letter = scan.get(tokens.start + 1)?;
    if tokens.len() != 2 || letter.text != "m" || !letter.is_joined() {
        return None;
    }
    let found = counted(scan, quantity::quantity(scan, tokens.start)?);
    Some(Mention { tokens: found.tokens.clone(), span: found.span, what: What::Quantity(Box::new(found)) })
}

/// The first number of a unit of time among these tokens.
fn duration(scan: &Scan<'_>, tokens: Range<usize>) -> Option<Mention> {
    tokens.clone().find_map(|at| {
        let found = quantity::quantity(scan, at)?;
        let counts = found.everyday.is_some() && found.tokens.end <= tokens.end && found.form == Form::Bare;
        let year = scan.get(at).is_some_and(|t| t.text.len() == 4 && t.shape == Shape::Digits);
        (counts && !year).then(|| Mention {
            tokens: found.tokens.clone(),
            span: found.span,
            what: What::Quantity(Box::new(found)),
        })
    })
}

fn walk(scan: &Scan<'_>, mention_at: impl Fn(&Scan<'_>, usize) -> Option<Mention>) -> Vec<Mention> {
    let mut mentions = Vec::with_capacity(scan.range.len() / 2);
    let mut at = scan.range.start;
    while at < scan.range.end {
        let Some(mention) = mention_at(scan, at) else {
            at += 1;
            continue;
        };
        at = mention.tokens.end.max(at + 1);
        let blocked = matches!(&mention.what, What::Cues(cues) if cues.contains(&Cue::Blocked));
        if !blocked {
            mentions.push(mention);
        }
    }
    mentions
}

fn mention_at(scan: &Scan<'_>, at: usize) -> Option<Mention> {
    if scan.may_date(at)
        && let Some(found) = period::period(scan, at)
    {
        return Some(Mention { tokens: found.tokens, span: found.span, what: What::Period(found.expression) });
    }
    if scan.may_count(at)
        && (scan.as_written || !describes_group(scan, at))
        && let Some(found) = quantity::quantity(scan, at)
    {
        let found = counted(scan, found);
        return Some(Mention { tokens: found.tokens.clone(), span: found.span, what: What::Quantity(Box::new(found)) });
    }
    name_at(scan, at)
}

fn name_at(scan: &Scan<'_>, at: usize) -> Option<Mention> {
    const NAMES: Kinds =
        Kinds::PARTY.or(Kinds::ROUTE).or(Kinds::COMMODITY).or(Kinds::HEAD).or(Kinds::STANDS_FOR).or(Kinds::CUE);
    let found = scan.found.get(at - scan.range.start)?.as_ref().filter(|found| found.kinds.meets(NAMES))?;
    let mut tokens = at..at + found.tokens();
    let mut cues = Cues::default();
    let mut thing = None;
    for sense in found.senses.iter() {
        match sense {
            // *Chinalco <3668.HK>*: the exchange that a firm's paper is traded on.
            Sense::Party(..)
                if is_of_ticker(scan, at)
                    || is_unjoined(scan, at)
                    || of_a_language(scan, tokens.end)
                    || of_a_paper(scan, &tokens) => {}
            Sense::Party(_, form) if names_an_institute(scan, *form, tokens.end) => {}
            Sense::Party(party, form) => thing = thing.or(Some(What::Party(*party, *form))),
            Sense::Route(index) => thing = thing.or(Some(What::Route(*index))),
            Sense::Commodity(..) if in_a_name(scan, &tokens) || opens_ticker(scan, at) => {}
            Sense::Commodity(goods, _)
                if of_an_office(scan, goods, tokens.end)
                    || of_animals(scan, goods, tokens.end)
                    || of_a_grade(scan, goods, &tokens) => {}
            Sense::Commodity(commodity, _) => thing = thing.or(Some(What::Commodity(commodity.clone()))),
            // *Newmont Mining Corp* mines nothing here.
            Sense::Cue(Cue::Head(topic, _)) if *topic != Topic::Other && in_a_name(scan, &tokens) => {}
            Sense::Cue(_) if is_month_dealt_in(scan, at) => {}
            Sense::Cue(cue) => cues.push(*cue),
            _ => {}
        }
    }
    let what = match thing {
        Some(thing) => thing,
        None if cues.is_empty() => return None,
        None => What::Cues(cues),
    };
    let what = match what {
        What::Commodity(goods) => match compound::whole_name(scan, tokens.clone(), &goods) {
            Some((whole, named)) => {
                tokens = whole;
                What::Commodity(named)
            }
            None => What::Commodity(goods),
        },
        other => other,
    };
    Some(Mention { span: scan.span(tokens.clone()), tokens, what })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::token::{Folded, sentences, tokenize};

    /// The quick looks before the thorough ones are there for speed alone.
    #[test]
    fn a_quick_look_misses_nothing() {
        let lexicon = Lexicon::embedded();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = ["data/sample", "tests/cases", "tests/texts"].map(|folder| fs::read_dir(root.join(folder)));
        let (mut times, mut amounts) = (0, 0);
        for file in files.into_iter().flatten().flatten().flatten() {
            let Ok(text) = fs::read_to_string(file.path()) else { continue };
            let folded = Folded::new(&text);
            let tokens = tokenize(&text, &folded, lexicon.phrases.words());
            for sentence in sentences(&tokens, &lexicon.abbreviations) {
                let scan = Scan::new(&tokens, &sentence, &lexicon, DecimalMark::Point);
                let quick = walk(&scan, |scan, at| if scan.opens(at) { mention_at(scan, at) } else { None });
                assert_eq!(quick, walk(&scan, mention_at));
                for at in
                    sentence.tokens.clone().filter(|at| scan.is_digits(*at) || scan.begins(*at, Kinds::OPENS_TIME))
                {
                    let found = period::period(&scan, at);
                    times += usize::from(found.is_some());
                    assert!(found.is_none() || scan.may_date(at), "{:?}", found.and_then(|found| found.span.of(&text)));
                }
                for at in sentence.tokens.clone().filter(|at| scan.begins(*at, Kinds::OPENS_COUNT)) {
                    let found = quantity::quantity(&scan, at);
                    amounts += usize::from(found.is_some());
                    assert!(
                        found.is_none() || scan.may_count(at),
                        "{:?}",
                        found.and_then(|found| found.span.of(&text))
                    );
                }
            }
        }
        assert!(times > 100 && amounts > 10, "{times} times and {amounts} amounts were tried");
    }
}
