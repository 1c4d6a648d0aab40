//! Verbs by what they say: what goods are worth, what a part is made up of, how much there is, who trades, what happened.

use super::view::View;
use crate::lexicon::words::{is_form_of_be, is_form_of_have, is_strong_past};
use crate::lexicon::{Class, Cue, Marks};
use crate::mention::{Mention, What};

impl View<'_> {
    /// Whether a verb that says what goods are worth stands at token `at`.
    pub fn verb_or_bring(&self, at: usize) -> bool {
        matches!(
            self.norm(at),
            "brings"
                | "bring"
                | "brought"
                | "earns"
                | "earned"
                | "provides"
                | "provided"
                | "fetches"
                | "makes"
                | "made"
                | "forms"
                | "formed"
        )
    }

    /// *accounted for*, *makes up*: whether a verb that says what a part is made up of stands at token `at`.
    pub fn makes_up_at(&self, at: usize) -> bool {
        matches!(
            (self.norm(at), self.norm(at + 1)),
            ("accounted" | "accounts" | "account" | "answered" | "answers" | "answer", "for")
                | ("made" | "makes" | "make", "up")
        )
    }

    /// Whether a verb that tells an amount stands at token `at`, over an adverb.
    pub fn verb_at(&self, at: usize) -> bool {
        let at = if self.norm(at).ends_with("ly") { at + 1 } else { at };
        let told = |m: &&Mention| {
            m.tokens.start == at
                && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Status(_) | Cue::Direction(_))))
        };
        self.norm(at).ends_with("ed")
            || self.marks.meets(Marks::STATUS.or(Marks::DIRECTION)) && self.mentions.iter().any(|m| told(&m))
    }

    /// Whether a verb that goods are sold, bought or made by stands at token `at`: *sent*, *took*.
    pub fn verb_of_trade_at(&self, at: usize) -> bool {
        self.heads.iter().any(|h| h.at == at && !matches!(h.class, Class::Noun | Class::Agent))
    }

    /// The last of the helping verbs that begin at token `end`, of three at the most: *were*, *have been*.
    pub fn last_helping(&self, end: usize) -> Option<usize> {
        let helps = |at: &usize| is_form_of_be(self.norm(*at)) || is_form_of_have(self.norm(*at));
        (end..end + 3).take_while(helps).last()
    }

    /// Whether the verb at token `at` tells what happened: *expanded*, *fell*, *was*.
    pub fn is_past(&self, at: usize) -> bool {
        let word = self.norm(at);
        let before = self.norm_before(at, 1);
        let past = word.ends_with("ed") || matches!(word, "was" | "were") || is_strong_past(word);
        past && !matches!(
            before,
            "is" | "are" | "be" | "to" | "being" | "will" | "can" | "could" | "would" | "an" | "a" | "the"
        )
    }
}
