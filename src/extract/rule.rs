//! Named rules: the first that answers fills a slot and leaves its name and bytes as evidence.

use std::borrow::Cow;
use std::ops::Range;

use super::figures::Figures;
use crate::lexicon::Marks;
use crate::model::{Evidence, Slot, Span, Unit};

/// A way to fill a slot from an input of type `I`.
pub struct Rule<I, T> {
    /// What `explain` prints.
    name: &'static str,
    /// The marks without all of which a sentence gives it nothing to say; none where it is always asked.
    marks: Marks,
    /// The figures that it can say something of.
    figures: Figures,
    /// The value and the bytes it was read from, or `None` where the rule has nothing to say.
    apply: fn(&I) -> Answer<T>,
}

impl<I, T> Rule<I, T> {
    /// A rule that is asked of each figure.
    pub const fn always(name: &'static str, apply: fn(&I) -> Answer<T>) -> Self {
        Rule { name, marks: Marks::NONE, figures: Figures::ALL, apply }
    }

    /// A rule that is asked where the sentence has one of these marks. The crate's own tests, and builds with
    /// `--cfg check_marks`, ask it elsewhere too, and fail where it answers.
    pub const fn given(name: &'static str, marks: Marks, apply: fn(&I) -> Answer<T>) -> Self {
        Rule { name, marks, figures: Figures::ALL, apply }
    }

    /// The same rule, asked of these figures alone.
    pub const fn of(self, figures: Figures) -> Self {
        Rule { figures, ..self }
    }
}

/// What is asked of rules: it stands in a sentence.
pub trait Question {
    /// The marks of the sentence.
    fn marks(&self) -> Marks;

    /// The unit of the figure.
    fn unit(&self) -> Unit;
}

/// A value and the bytes it was read from.
pub type Answer<T> = Option<(T, Option<Span>)>;

/// A filled slot.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled<T> {
    /// What it holds.
    pub value: T,
    /// The rule that said so.
    pub rule: &'static str,
    /// The bytes it read.
    pub span: Option<Span>,
}

impl<T> Filled<T> {
    /// A slot filled by `rule`.
    pub fn new(value: T, rule: &'static str, span: Option<Span>) -> Self {
        Filled { value, rule, span }
    }

    /// Its evidence under `slot`.
    pub fn evidence(&self, slot: Slot) -> Evidence {
        Evidence { slot, rule: Cow::Borrowed(self.rule), span: self.span }
    }
}

/// How many words of 64 bits hold one for each rule of a table.
const WORDS: usize = 3;

/// Some of the rules of a table: a bit for each.
#[derive(Clone, Copy)]
struct Chosen([u64; WORDS]);

/// Rules in their order, and which of them each mark asks.
pub struct Rules<I, T, const N: usize> {
    rules: [Rule<I, T>; N],
    /// Those that are asked in every sentence.
    always: Chosen,
    /// Those that a mark asks.
    given: [Chosen; Marks::COUNT],
    /// Those that can say something of a kind of figures.
    figures: [Chosen; Figures::COUNT],
}

impl<I, T, const N: usize> Rules<I, T, N> {
    /// These rules.
    pub const fn of(rules: [Rule<I, T>; N]) -> Self {
        assert!(N <= 64 * WORDS, "a bit for each rule");
        let none = Chosen([0; WORDS]);
        let (mut always, mut given, mut figures) = (none, [none; Marks::COUNT], [none; Figures::COUNT]);
        let mut at = 0;
        while at < N {
            let marks = rules[at].marks;
            if marks.is_none() {
                always.0[at / 64] |= 1 << (at % 64);
            }
            let mut mark = 0;
            while mark < Marks::COUNT {
                if marks.holds(mark) {
                    given[mark].0[at / 64] |= 1 << (at % 64);
                }
                mark += 1;
            }
            let mut kind = 0;
            while kind < Figures::COUNT {
                if rules[at].figures.hold(kind) {
                    figures[kind].0[at / 64] |= 1 << (at % 64);
                }
                kind += 1;
            }
            at += 1;
        }
        Rules { rules, always, given, figures }
    }

    /// Those that can answer in a sentence with these marks, of a figure in this unit.
    fn asked(&self, marks: Marks, unit: Unit) -> Chosen {
        let Chosen(mut asked) = self.always;
        for mark in marks.each() {
            let Chosen(given) = &self.given[mark];
            (0..WORDS).for_each(|word| asked[word] |= given[word]);
        }
        let Chosen(figures) = &self.figures[Figures::kind_of(unit)];
        (0..WORDS).for_each(|word| asked[word] &= figures[word]);
        Chosen(asked)
    }
}

/// The answer of the first rule that has one. Which rules can have one is read from the table: the code of most is never come by.
pub fn first<I: Question, T, const N: usize>(rules: &Rules<I, T, N>, input: &I) -> Option<Filled<T>> {
    let Chosen(asked) = rules.asked(input.marks(), input.unit());
    let mut from = 0;
    for (word, mut left) in asked.into_iter().enumerate() {
        while left != 0 {
            let at = 64 * word + left.trailing_zeros() as usize;
            left &= left - 1;
            rules.check(from..at, input);
            from = at + 1;
            let rule = &rules.rules[at];
            if let Some((value, span)) = (rule.apply)(input) {
                return Some(Filled::new(value, rule.name, span));
            }
        }
    }
    rules.check(from..N, input);
    None
}

impl<I, T, const N: usize> Rules<I, T, N> {
    /// Fails where a rule answers that was passed over, in the crate's own tests and builds with `--cfg check_marks`.
    #[inline]
    fn check(&self, passed_over: Range<usize>, input: &I) {
        if cfg!(any(test, check_marks)) {
            for Rule { name, marks, apply, .. } in &self.rules[passed_over] {
                assert!(apply(input).is_none(), "{name} answers without its marks {marks:?}, or of other figures");
            }
        }
    }
}
