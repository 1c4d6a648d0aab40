//! Text to tokens, the same for every language.
//!
//! | text | tokens |
//! | --- | --- |
//! | `$2.648 billion` | `$` `2` `.` `648` `billion` |
//! | `China’s` | `China` `'` `s` |
//! | `中国` | `中` `国` |
//!
//! A token is a run of letters, a run of digits, one mark, or one Han character. Marks inside numbers are read later, by
//! the document's own habit. Offsets are those of the text; only `norm` is folded.

mod fold;
mod justified;
mod ligature;
mod line;
mod markup;
mod narrow;
#[macro_use]
mod one_of;
mod sentence;
mod words;

use std::ops::Range;

pub use fold::{Folded, Norm};
pub use one_of::{Bit, OneOf, first_and_length, firsts_and_lengths};
pub use sentence::{Sentence, is_parted_fraction, sentences};
pub use words::{Vocabulary, Word, any_digit, last_digit};

use crate::model::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Digits,
    /// One mark, dashes and apostrophes folded to `-` and `'`.
    Mark(char),
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// A no-break or thin space.
    Narrow,
    /// Blanks or a tab.
    Blank,
    /// A line break.
    Line,
    /// An empty line.
    Paragraph,
}

/// A piece of text with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// The bytes it covers.
    pub span: Span,
    /// The text as it stands.
    pub text: &'t str,
    /// The text in lower case, marks folded: what phrases are matched on.
    pub norm: Norm<'t>,
    /// Its bit among those of all words.
    bit: Bit,
    /// Which word of the lexicon's it is.
    pub word: Word,
    /// What it is made of.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a tab or several blanks stand before it, as between the columns of a table.
    pub column: bool,
    /// Whether it begins with a capital letter.
    capital: bool,
}

impl Token<'_> {
    /// Whether it is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether its text, folded, is one of these words.
    #[inline]
    #[must_use]
    pub fn is_one_of(&self, words: OneOf) -> bool {
        words.hold(self.bit, self.norm.as_ref())
    }

    /// Whether it is a word that begins with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.capital
    }

    /// Whether the cells of a table can be parted before it or by it.
    #[must_use]
    pub fn may_part_cells(&self) -> bool {
        self.column || self.is_mark('|')
    }

    /// Whether it follows its neighbour without a gap.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.gap == Gap::None
    }
}

/// How many tokens there is room for from the beginning, at the most.
const ROOM: usize = 1 << 14;

/// Cuts a text into tokens. `folded` is the text folded, `vocabulary` the words that phrases are made of.
#[must_use]
pub fn tokenize<'t>(text: &'t str, folded: &'t Folded, vocabulary: &Vocabulary) -> Vec<Token<'t>> {
    tokenize_part(text, 0..text.len(), folded, vocabulary)
}

/// Cuts the bytes `part` of a text into tokens; a part must not begin or end inside a run of letters or digits.
#[must_use]
pub fn tokenize_part<'t>(
    text: &'t str,
    part: Range<usize>,
    folded: &'t Folded,
    vocabulary: &Vocabulary,
) -> Vec<Token<'t>> {
    let lower = folded.as_str();
    let bytes = lower.as_bytes();
    let mut others = folded.others();
    let mut tokens = Vec::with_capacity((part.len() / 4 + 8).min(ROOM));
    let mut at = part.start;
    let mut space = Space { gap: if at == 0 { Gap::Paragraph } else { Gap::None }, lines: 0, blanks: 0 };
    let inside = &bytes[..part.end];
    let mut marked_up = false;
    while let Some(&first) = inside.get(at) {
        let start = at;
        // What is no ASCII, and the word where it is one.
        let mut other = None;
        let mut word = Word::UNKNOWN;
        let mut bit = None;
        let shape = match first {
            b'a'..=b'z' => {
                let letters;
                (at, word, letters) = vocabulary.word_from(bytes, start);
                bit = Some(letters);
                if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) && !begins_punctuation(&bytes[at..]) {
                    let end = word_end(text, at);
                    if end > at {
                        (at, other) = (end, Some(Shape::Word));
                    }
                }
                Shape::Word
            }
            b'0'..=b'9' => {
                let rest = bytes.get(at..).unwrap_or_default();
                at += rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
                word = vocabulary.within(bytes, start, at);
                Shape::Digits
            }
            b'\t'..=b'\r' | b' ' => {
                space.take_up_ascii(first);
                at += 1;
                continue;
            }
            0..=127 => {
                at += 1;
                let before = start.checked_sub(1).and_then(|before| bytes.get(before)).copied();
                marked_up |= markup::may_begin(first, before, bytes.get(at).copied());
                let shape = Shape::Mark(fold_mark(char::from(first)));
                if first == b'`' {
                    other = Some(shape);
                } else {
                    word = vocabulary.single(first);
                }
                shape
            }
            _ => {
                let Some(c) = text.get(start..).and_then(|rest| rest.chars().next()) else { break };
                at += c.len_utf8();
                let punctuation = ('\u{2010}'..='\u{2027}').contains(&c);
                if !punctuation && (c.is_whitespace() || is_invisible(c)) {
                    space.take_up(c);
                    continue;
                }
                let shape = if punctuation {
                    Shape::Mark(fold_mark(c))
                } else if is_han(c) {
                    Shape::Word
                } else if c.is_alphabetic() {
                    at = word_end(text, at);
                    Shape::Word
                } else {
                    Shape::Mark(fold_mark(c))
                };
                other = Some(shape);
                shape
            }
        };
        let piece = &text[start..at];
        let mut norm = &lower[start..at];
        let mut bit = bit.unwrap_or_else(|| Bit::within(bytes, start, at));
        let mut capital = first.is_ascii_lowercase() && text.as_bytes()[start] != first;
        if let Some(shape) = other {
            norm = match shape {
                Shape::Word => lower_case(piece).map_or(norm, |word| others.keep(word)),
                Shape::Mark('\'') => "'",
                Shape::Mark('-') => "-",
                _ => norm,
            };
            (word, bit) = (vocabulary.get(norm), Bit::of(norm.as_bytes()));
            capital = shape == Shape::Word && piece.chars().next().is_some_and(char::is_uppercase);
        }
        let (gap, column) = (space.gap, space.blanks > 1);
        let span = Span { start, end: at };
        tokens.push(Token { span, text: piece, norm: Norm::of(norm), bit, word, shape, gap, column, capital });
        space = Space { gap: Gap::None, lines: 0, blanks: 0 };
        // Most words stand behind one blank.
        if bytes.get(at) == Some(&b' ') {
            space = Space { gap: Gap::Blank, lines: 0, blanks: 1 };
            at += 1;
        }
    }
    if marked_up {
        tokens = markup::take_out(text, tokens, vocabulary, &mut others);
    }
    if tokens.iter().any(|t| t.column) {
        justified::level(&mut tokens);
    }
    narrow::part(&mut tokens);
    tokens
}

/// Whether dashes, quotes, blanks and the like stand next, of which none goes on a word: U+2000 to U+203F.
fn begins_punctuation(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, ..])
}

/// What stands between two tokens, as far as it is read.
struct Space {
    gap: Gap,
    lines: usize,
    blanks: usize,
}

impl Space {
    #[inline]
    fn take_up_ascii(&mut self, byte: u8) {
        let here = match byte {
            b'\n' => {
                self.lines += 1;
                if self.lines > 1 { Gap::Paragraph } else { Gap::Line }
            }
            _ => Gap::Blank,
        };
        self.blanks += match byte {
            b' ' => 1,
            b'\t' => 2,
            _ => 0,
        };
        self.gap = self.gap.max(here);
    }

    fn take_up(&mut self, c: char) {
        if c == '\n' {
            self.lines += 1;
        }
        self.blanks += if c == '\t' { 2 } else { usize::from(c == ' ') };
        let here = match (c, self.lines) {
            (_, 2..) => Gap::Paragraph,
            ('\n', _) => Gap::Line,
            ('\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}', _) => Gap::Narrow,
            (c, _) if is_invisible(c) => Gap::None,
            _ => Gap::Blank,
        };
        self.gap = self.gap.max(here);
    }
}

/// Where the word ends that goes on at byte `from`.
fn word_end(text: &str, from: usize) -> usize {
    let mut end = from;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let letters = rest.find(|c| !((char::is_alphabetic(c) && !is_han(c)) || is_accent(c))).unwrap_or(rest.len());
        end += letters;
        // *signiﬁ cantly*
        let signed = end >= 3 && text.as_bytes()[end - 3] == 0xEF && text.as_bytes().get(end) == Some(&b' ');
        if !signed || !ligature::goes_on(&text[word_start(text, end)..end], &text[end..]) {
            return end;
        }
        end += 1;
    }
}

/// Where the word begins that ends at byte `end`.
fn word_start(text: &str, end: usize) -> usize {
    text[..end].char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(end, |(at, _)| at)
}

/// A word in lower case, where that is more than folding its ASCII letters; the dot that Turkish capital İ leaves behind is
/// dropped, so that TÜRKİYE is Türkiye.
fn lower_case(piece: &str) -> Option<String> {
    if ligature::is_in(piece) {
        return Some(ligature::taken_apart(piece).to_lowercase());
    }
    let folded = |c: char| c.is_ascii() || c != '\u{307}' && c.to_lowercase().eq([c]);
    if piece.chars().all(folded) {
        return None;
    }
    let lower = piece.to_lowercase();
    Some(if lower.contains('\u{307}') { lower.replace('\u{307}', "") } else { lower })
}

fn fold_mark(mark: char) -> char {
    match mark {
        '‘' | '’' | 'ʼ' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        '•' | '·' | '▪' | '●' | '‣' => '•',
        other => other,
    }
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}')
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || ('\u{3400}'..='\u{4dbf}').contains(&c)
}

/// How many tokens of a text stand in a column.
#[cfg(test)]
fn columns_of(text: &str) -> usize {
    let folded = Folded::new(text);
    tokenize(text, &folded, &Vocabulary::default()).iter().filter(|t| t.column).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_their_place() {
        let text = "China’s trade – US$2.648\u{a0}billion,\n\nup 中国 x";
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, &Vocabulary::default());
        for token in &tokens {
            assert_eq!(token.span.of(text), Some(token.text));
        }
        let norms: Vec<&str> = tokens.iter().map(|t| t.norm.as_ref()).collect();
        assert_eq!(
            norms,
            ["china", "'", "s", "trade", "-", "us", "$", "2", ".", "648", "billion", ",", "up", "中", "国", "x"]
        );
        assert_eq!(tokens[10].gap, Gap::Narrow);
        assert_eq!(tokens[12].gap, Gap::Paragraph);
    }

    #[test]
    fn words_are_folded_whatever_letters_they_are_written_in() {
        for (text, norm) in [("TÜRKİYE", "türkiye"), ("Türkiye", "türkiye"), ("ПАЛАТА", "палата"), ("naïve", "naïve")]
        {
            let folded = Folded::new(text);
            let mut vocabulary = Vocabulary::default();
            let word = vocabulary.intern(norm);
            let tokens = tokenize(text, &folded, &vocabulary);
            assert_eq!((tokens.len(), tokens[0].norm.as_ref(), tokens[0].word), (1, norm, word));
        }
    }
}
