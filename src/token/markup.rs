//! What copying leaves in a text that no reader sees: `**bold**`, a note's number in brackets behind its word, `&amp;` for a
//! sign, a word broken over two lines.

use std::ops::Range;

use super::fold::Others;
use super::{Bit, Gap, Norm, Shape, Token, Vocabulary, Word};
use crate::model::Span;

/// How long a note's number is at the most.
const NOTE: usize = 3;

/// What an entity of HTML stands for, marks folded.
fn entity(name: &str) -> Option<&'static str> {
    Some(match name {
        "amp" | "#38" => "&",
        "apos" | "rsquo" | "lsquo" | "#39" | "#8216" | "#8217" => "'",
        "quot" | "ldquo" | "rdquo" | "#34" | "#8220" | "#8221" => "\"",
        "ndash" | "mdash" | "minus" | "#8211" | "#8212" => "-",
        "nbsp" | "thinsp" | "ensp" | "emsp" | "#160" => " ",
        "pound" | "#163" => "£",
        "euro" | "#8364" => "€",
        "yen" | "#165" => "¥",
        "#36" => "$",
        "#37" => "%",
        "hellip" | "#8230" => "…",
        "lt" => "<",
        "gt" => ">",
        _ => return None,
    })
}

/// What so many tokens are.
enum Found {
    /// No part of the text; what parts the words around them at the least.
    Nothing(usize, Gap),
    /// One mark.
    Mark(usize, &'static str),
    /// One word.
    Word(usize),
}

/// Whether the bytes behind and before a mark may begin what [`take_out`] takes out.
#[inline]
pub fn may_begin(mark: u8, before: Option<u8>, next: Option<u8>) -> bool {
    match (mark, before, next) {
        (b'*', _, next) => next == Some(b'*'),
        (b'[', Some(before), Some(next)) => !before.is_ascii_whitespace() && next.is_ascii_digit(),
        (b'&', _, Some(next)) => next == b'#' || next.is_ascii_lowercase(),
        (b'-', Some(before), Some(next)) => before.is_ascii_lowercase() && matches!(next, b'\n' | b'\r'),
        _ => false,
    }
}

/// Takes what is no part of the text out of its tokens. A token behind it stands where it stood.
pub fn take_out<'t>(
    text: &'t str,
    tokens: Vec<Token<'t>>,
    vocabulary: &Vocabulary,
    others: &mut Others<'t>,
) -> Vec<Token<'t>> {
    let mut kept: Vec<Token<'t>> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    // What stood before the tokens that were left out.
    let mut left: Option<(Gap, bool)> = None;
    while at < tokens.len() {
        let found = found(&tokens[at..], vocabulary);
        let first = tokens[at];
        let span = |count: usize| Span { start: first.span.start, end: tokens[at + count - 1].span.end };
        let (count, token) = match found {
            None => (1, Some(first)),
            Some(Found::Nothing(count, parts)) => {
                let (gap, column) = left.unwrap_or((Gap::None, false));
                left = Some((gap.max(first.gap).max(parts), column || first.column));
                (count, None)
            }
            Some(Found::Mark(count, norm)) => {
                let (span, word, bit) = (span(count), vocabulary.get(norm), Bit::of(norm.as_bytes()));
                let text = span.of(text).unwrap_or_default();
                let shape = Shape::Mark(norm.chars().next().unwrap_or_default());
                (count, Some(Token { span, text, norm: Norm::of(norm), bit, word, shape, capital: false, ..first }))
            }
            Some(Found::Word(count)) => {
                let norm = others.keep(joined(&tokens[at..at + count]));
                let (span, word, bit) = (span(count), vocabulary.get(norm), Bit::of(norm.as_bytes()));
                let text = span.of(text).unwrap_or_default();
                (count, Some(Token { span, text, norm: Norm::of(norm), bit, word, ..first }))
            }
        };
        at += count;
        if let Some(mut token) = token {
            if let Some((gap, column)) = left.take() {
                (token.gap, token.column) = (token.gap.max(gap), token.column || column);
            }
            kept.push(token);
        }
    }
    kept
}

fn found(tokens: &[Token<'_>], vocabulary: &Vocabulary) -> Option<Found> {
    let joined_up = |range: Range<usize>| tokens.get(range).is_some_and(|all| all.iter().all(Token::is_joined));
    let first = tokens.first()?;
    match first.shape {
        Shape::Mark('*') => {
            let run = 1 + tokens[1..].iter().take_while(|t| t.is_mark('*') && t.is_joined()).count();
            (run > 1).then_some(Found::Nothing(run, Gap::None))
        }
        Shape::Mark('[') => {
            let number = tokens.get(1).is_some_and(|t| t.shape == Shape::Digits && t.text.len() <= NOTE);
            let note = number && first.is_joined() && joined_up(1..3) && tokens[2].is_mark(']');
            note.then_some(Found::Nothing(3, Gap::None))
        }
        Shape::Mark('&') => {
            let (name, end) = match tokens.get(1)?.shape {
                Shape::Word => (tokens[1].text.to_string(), 2),
                Shape::Mark('#') => (format!("#{}", tokens.get(2)?.text), 3),
                _ => return None,
            };
            let closed = joined_up(1..end + 1) && tokens[end].is_mark(';');
            match entity(&name).filter(|_| closed)? {
                " " => Some(Found::Nothing(end + 1, Gap::Blank)),
                mark => Some(Found::Mark(end + 1, mark)),
            }
        }
        Shape::Word => {
            let [_, hyphen, next, ..] = tokens else { return None };
            let broken =
                hyphen.is_mark('-') && hyphen.is_joined() && next.gap == Gap::Line && next.shape == Shape::Word;
            let small = |t: &Token<'_>| t.text.bytes().all(|b| b.is_ascii_lowercase());
            if !broken || !small(next) || !first.text.ends_with(|c: char| c.is_ascii_lowercase()) {
                return None;
            }
            // *year-⏎on-year* and *oil-⏎producing* are broken where they have a hyphen.
            let known = |t: &Token<'_>| t.word != Word::UNKNOWN;
            let whole = vocabulary.get(&joined(&tokens[..3])) != Word::UNKNOWN;
            let parted = tokens.get(3).is_some_and(|t| t.is_mark('-') && t.is_joined());
            let unknown = small(first) && !known(first) && !known(next);
            (!parted && (whole || unknown)).then_some(Found::Word(3))
        }
        _ => None,
    }
}

/// The two halves of a word in one.
fn joined(tokens: &[Token<'_>]) -> String {
    [tokens[0].norm.as_ref(), tokens[2].norm.as_ref()].concat()
}

#[cfg(test)]
mod tests {
    use super::super::{Folded, Vocabulary, tokenize};

    fn cut(text: &str) -> String {
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, &Vocabulary::default());
        assert!(tokens.iter().all(|t| t.span.of(text) == Some(t.text)));
        tokens.iter().map(|t| t.norm.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_copying_leaves_is_taken_out() {
        assert_eq!(cut("rose to **$4.2 billion** in May"), "rose to $ 4 . 2 billion in may");
        assert_eq!(cut("in 2019.[12] Imports[3] fell"), "in 2019 . imports fell");
        assert_eq!(cut("Oman&#39;s oil &amp; gas&nbsp;exports &ndash; 4&#37;"), "oman ' s oil & gas exports - 4 %");
        assert_eq!(cut("ship-\nments of petro-\nchemicals"), "shipments of petrochemicals");
    }

    #[test]
    fn what_a_reader_sees_stays() {
        assert_eq!(cut("* exports rose\n* imports fell"), "* exports rose * imports fell");
        assert_eq!(cut("oil [12] and AT&T; R&D [sic]"), "oil [ 12 ] and at & t ; r & d [ sic ]");
        assert_eq!(cut("year-\non-year"), "year - on - year");
        assert_eq!(cut("from Kuwait-\nand Oman-\nBahrain"), "from kuwait - and oman - bahrain");
    }
}
