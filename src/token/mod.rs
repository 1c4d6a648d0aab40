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

mod sentence;

use std::borrow::Cow;

pub use sentence::{Sentence, sentences};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// The bytes it covers.
    pub span: Span,
    /// The text as it stands.
    pub text: &'t str,
    /// The text in lower case, marks folded: what phrases are matched on.
    pub norm: Cow<'t, str>,
    /// What it is made of.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a tab or several blanks stand before it, as between the columns of a table.
    pub column: bool,
}

impl Token<'_> {
    /// Whether it is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it is a word that begins with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.shape == Shape::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it follows its neighbour without a gap.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.gap == Gap::None
    }
}

/// Cuts a text into tokens.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut gap = Gap::Paragraph;
    let (mut lines, mut blanks) = (0, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || is_invisible(first) {
            if first == '\n' {
                lines += 1;
            }
            blanks += if first == '\t' { 2 } else { usize::from(first == ' ') };
            let here = match (first, lines) {
                (_, 2..) => Gap::Paragraph,
                ('\n', _) => Gap::Line,
                ('\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}', _) => Gap::Narrow,
                (c, _) if is_invisible(c) => Gap::None,
                _ => Gap::Blank,
            };
            gap = gap.max(here);
            continue;
        }
        let (shape, end) = if first.is_ascii_digit() {
            (Shape::Digits, take_while(&mut chars, start + 1, |c| c.is_ascii_digit()))
        } else if is_han(first) {
            (Shape::Word, start + first.len_utf8())
        } else if first.is_alphabetic() {
            let end =
                take_while(&mut chars, start + first.len_utf8(), |c| (c.is_alphabetic() && !is_han(c)) || is_accent(c));
            (Shape::Word, end)
        } else {
            (Shape::Mark(fold_mark(first)), start + first.len_utf8())
        };
        let piece = &text[start..end];
        let norm = match shape {
            Shape::Word if piece.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) => Cow::Owned(lower(piece)),
            Shape::Mark('\'') if piece != "'" => Cow::Borrowed("'"),
            Shape::Mark('-') if piece != "-" => Cow::Borrowed("-"),
            _ => Cow::Borrowed(piece),
        };
        let column = blanks > 1;
        tokens.push(Token { span: Span::new(start, end), text: piece, norm, shape, gap, column });
        (gap, lines, blanks) = (Gap::None, 0, 0);
    }
    tokens
}

/// In lower case; the dot that Turkish capital İ leaves behind is dropped, so that TÜRKİYE is Türkiye.
fn lower(piece: &str) -> String {
    let lower = piece.to_lowercase();
    if lower.contains('\u{307}') { lower.replace('\u{307}', "") } else { lower }
}

type Chars<'t> = std::iter::Peekable<std::str::CharIndices<'t>>;

fn take_while(chars: &mut Chars<'_>, mut end: usize, more: impl Fn(char) -> bool) -> usize {
    while let Some(&(at, c)) = chars.peek() {
        if !more(c) {
            break;
        }
        end = at + c.len_utf8();
        chars.next();
    }
    end
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_their_place() {
        let text = "China’s trade – US$2.648\u{a0}billion,\n\nup 中国 x";
        let tokens = tokenize(text);
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
}
