//! Named rules: the first that answers fills a slot and leaves its name and bytes as evidence.

use std::borrow::Cow;

use crate::lexicon::Marks;
use crate::model::{Evidence, Slot, Span};

/// A way to fill a slot from an input of type `I`.
pub struct Rule<I, T> {
    /// What `explain` prints.
    name: &'static str,
    /// The marks without all of which a sentence gives it nothing to say; none where it is always asked.
    marks: Marks,
    /// The value and the bytes it was read from, or `None` where the rule has nothing to say.
    apply: fn(&I) -> Answer<T>,
}

impl<I, T> Rule<I, T> {
    /// A rule that is asked of each figure.
    pub const fn always(name: &'static str, apply: fn(&I) -> Answer<T>) -> Self {
        Rule { name, marks: Marks::NONE, apply }
    }

    /// A rule that is asked where the sentence has one of these marks. The crate's own tests, and builds with
    /// `--cfg check_marks`, ask it elsewhere too, and fail where it answers.
    pub const fn given(name: &'static str, marks: Marks, apply: fn(&I) -> Answer<T>) -> Self {
        Rule { name, marks, apply }
    }
}

/// What is asked of rules: it stands in a sentence.
pub trait Question {
    /// The marks of the sentence.
    fn marks(&self) -> Marks;
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

/// The answer of the first rule that has one. That a rule has nothing to say is read from the table: the code of most is
/// never come by.
pub fn first<I: Question, T>(rules: &[Rule<I, T>], input: &I) -> Option<Filled<T>> {
    let marks = input.marks();
    rules.iter().find_map(|rule| {
        if rule.marks != Marks::NONE && !rule.marks.meets(marks) {
            #[cfg(any(test, check_marks))]
            assert!((rule.apply)(input).is_none(), "{} answers without its marks {:?}", rule.name, rule.marks);
            return None;
        }
        (rule.apply)(input).map(|(value, span)| Filled::new(value, rule.name, span))
    })
}
