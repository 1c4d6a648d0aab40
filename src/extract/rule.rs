//! Named rules: the first that answers fills a slot and leaves its name and bytes as evidence.

use std::borrow::Cow;

use crate::model::{Evidence, Slot, Span};

/// A way to fill a slot from an input of type `I`.
pub struct Rule<I: ?Sized, T> {
    /// What `explain` prints.
    pub name: &'static str,
    /// The value and the bytes it was read from, or `None` where the rule has nothing to say.
    pub apply: fn(&I) -> Answer<T>,
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

/// The answer of the first rule that has one.
pub fn first<I: ?Sized, T>(rules: &[Rule<I, T>], input: &I) -> Option<Filled<T>> {
    rules.iter().find_map(|rule| (rule.apply)(input).map(|(value, span)| Filled::new(value, rule.name, span)))
}
