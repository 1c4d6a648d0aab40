//! How far a text is read: nothing behind its last figure changes what it tells.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::idle;
use crate::lexicon::{Lexicon, Phrases};
use crate::mention::{DecimalMark, Scan};
use crate::token::{Folded, Sentence, Token, any_digit};

/// How many bytes behind the last paragraph are cut into tokens: what a rule looks at beyond the end of a sentence.
const MARGIN: usize = 128;

/// Whether a text can hold a figure at all: a digit, or one of the words that every spelled figure needs.
pub fn holds_figures(text: &str) -> bool {
    // Scales, fractions and multiples of the language file, by their stems.
    const STEMS: [&str; 22] = [
        "illion", "housand", "half", "hird", "uarter", "fifth", "tenth", "oubl", "ripl", "uadrupl", "alve", "fold",
        "ixth", "hundred", "Half", "percent", "ourth of", "ourths", "venth", "inth", "pct", "er cent",
    ];
    static ANCHORS: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(STEMS).ok());
    any_digit(text.as_bytes()) || ANCHORS.as_ref().is_none_or(|anchors| anchors.is_match(text))
}

/// The bytes of a text that are read: to the end of the paragraph that holds its last figure, and a little more. `None`
/// where no figure is told.
pub fn read_part(text: &str, folded: &Folded, phrases: &Phrases) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let last = phrases.last_anchor(folded)?;
    let empty_line = |at: &usize| matches!(bytes[at + 1..], [b'\n', ..] | [b'\r', b'\n', ..]);
    let rest = bytes.get(last..).unwrap_or_default();
    let Some(end) = memchr::memchr_iter(b'\n', rest).map(|at| last + at).find(empty_line) else {
        return Some(0..text.len());
    };
    let next = bytes[end..].iter().position(|byte| !byte.is_ascii_whitespace()).map_or(text.len(), |at| end + at);
    let margin = bytes.get(next + MARGIN..).unwrap_or_default();
    Some(0..margin.iter().position(u8::is_ascii_whitespace).map_or(text.len(), |at| next + MARGIN + at))
}

/// How many of the sentences are read: the last one that can hold a figure and those before it.
pub fn read_sentences(
    tokens: &[Token<'_>],
    sentences: &[Sentence],
    lexicon: &Lexicon,
    decimal_mark: DecimalMark,
) -> usize {
    let candidate = |sentence: &Sentence| {
        idle::kinds(lexicon, &tokens[sentence.tokens.clone()]).is_none()
            && Scan::new(tokens, sentence, lexicon, decimal_mark).holds_figures()
    };
    sentences.iter().rposition(candidate).map_or(0, |at| at + 1)
}
