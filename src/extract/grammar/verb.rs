//! Whether a word is a verb here, and in which voice.

use std::ops::Range;

use super::phrase::is_function_word;
use crate::lexicon::NameForm;
use crate::lexicon::words::{
    is_auxiliary, is_by_now, is_form_of_be, is_or_was, is_strong_past, is_traded, moves_or_stands,
};
use crate::mention::{Mention, What};
use crate::token::{Shape, Token};

/// Whether the head at `mentions[at]` that can be noun or verb is a verb here.
pub fn is_verb(tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let start = mentions[at].tokens.start;
    let before = start.checked_sub(1).filter(|b| *b >= sentence.start).map(|b| tokens[b].norm.as_ref());
    let modal = matches!(
        before,
        Some(
            "to" | "will"
                | "can"
                | "could"
                | "would"
                | "should"
                | "may"
                | "might"
                | "must"
                | "it"
                | "they"
                | "we"
                | "which"
                | "that"
                | "who"
                | "also"
                | "not"
                | "shall"
                | "now"
                | "annually"
                | "currently"
                | "together"
                | "jointly"
        )
    );
    let after_name = at > 0
        && mentions[at - 1].tokens.end == start
        && matches!(mentions[at - 1].what, What::Party(_, NameForm::Name | NameForm::Capital | NameForm::Place));
    // *to exports of*, *trade to exports*: a plural noun stays a noun behind *to* where *of* or *from* follows.
    let noun_after = tokens.get(mentions[at].tokens.end).is_some_and(|t| {
        let next = t.norm.as_ref();
        matches!(next, "of" | "from" | "to" | "were" | "was" | "rose" | "fell")
            // *OPEC supply will rise*, *Libya supply falls*
            || tokens[start].norm == "supply" && moves_or_stands(next)
        // *EU exports grew 13 percent*, *Japan imports surged*, as well as behind *that*
    }) || (before == Some("that") || after_name)
        && is_traded(tokens[start].norm.as_ref())
        && moves(tokens, mentions[at].tokens.end);
    let governs = matches!(before, Some("to" | "can" | "will"));
    let plural = is_traded(tokens[start].norm.as_ref());
    modal && !(governs && plural) && (governs || !noun_after) || after_name && !noun_after
}

/// *said that exports **expanded** 10 percent*, not *a country that exports refined oil*: whether a finite verb stands here.
fn moves(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(verb) = tokens.get(at).map(|t| t.norm.as_ref()) else { return false };
    let goes_on = |next: &Token<'_>| {
        let word = next.norm.as_ref();
        next.shape != Shape::Word || is_function_word(next) || is_form_of_be(word) || word.ends_with("ly")
    };
    is_auxiliary(verb)
        || is_strong_past(verb)
        || moves_or_stands(verb)
        || verb.ends_with("ed") && tokens.get(at + 1).is_none_or(goes_on)
}

/// Whether the verb at `mentions[at]` is passive.
pub fn is_passive(tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let start = mentions[at].tokens.start;
    // *is buying*, *has been taking*
    if tokens[start].norm.ends_with("ing") {
        return false;
    }
    let adverb = |norm: &str| norm.ends_with("ly") || is_by_now(norm) || matches!(norm, "not" | "been" | "being");
    let mut before = tokens[sentence.start..start].iter().rev().skip_while(|t| adverb(t.norm.as_ref()));
    let passive = before.next();
    let been = start > sentence.start && matches!(tokens[start - 1].norm.as_ref(), "been" | "being");
    been || passive.is_some_and(|t| is_or_was(t.norm.as_ref()) || matches!(t.norm.as_ref(), "be" | "gets" | "got"))
}

/// Whether a word tells somebody what its subject will do.
pub fn promises(word: &str) -> bool {
    matches!(
        word,
        "promised" | "pledged" | "assured" | "guaranteed" | "promising" | "pledging" | "promises" | "pledges"
    )
}
