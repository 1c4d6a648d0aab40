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
    // Scales, fractions and multiples of the language file, by their stems: such as follow no digits.
    const STEMS: [&str; 40] = [
        "illion", "illiard", "housand", "undred", "lakh", "Lakh", "crore", "Crore", "mln", "bln", " mn", " bn", "half",
        "Half", "alve", "alving", "hird", "uarter", "ourth", "fifth", "Fifth", "ixth", "venth", "ighth", "inth",
        "tenth", "Tenth", "oubl", "ripl", "rebl", "uadrupl", "tupl", "fold", "percent", "pct", "er cent", "wice",
        "hrice", " times", "uplicat",
    ];
    static ANCHORS: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(STEMS).ok());
    // Made once, before the first text.
    let anchors = ANCHORS.as_ref();
    any_digit(text.as_bytes()) || anchors.is_none_or(|anchors| anchors.is_match(text))
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

#[cfg(test)]
mod tests {
    use super::holds_figures;

    #[test]
    fn every_word_that_makes_figures_is_seen() {
        // What follows digits alone: *5 ths t*.
        const SHORT: [&str; 27] = [
            "k", "m", "mm", "b", "mil", "mlns", "ths", "thd", "thou", "thous", "thsd", "mio", "bio", "tn", "trn",
            "trln", "tr", "bil", "cr", "lac", "lacs", "mld", "mlrd", "mrd", "T", "arab", "kharab",
        ];
        let language: toml::Table =
            include_str!("../../data/en/language.toml").parse().expect("the language file is TOML");
        for kind in ["scales", "fractions", "multiples"] {
            let words = language[kind].as_table().expect("a table of words");
            for word in words.keys().filter(|word| !SHORT.contains(&word.as_str())) {
                assert!(holds_figures(&format!("It rose, {word} of it")), "{word}");
                let mut capital = word.clone();
                capital[..1].make_ascii_uppercase();
                assert!(word.len() <= 3 || holds_figures(&format!("{capital} of it")), "{capital}");
            }
        }
        assert!(!holds_figures("Exports of several months grew with the other truths of November."));
    }
}
