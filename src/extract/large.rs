//! Texts of many pages: cut part by part, and of what nothing goes on from only the first word is kept.
//!
//! So the memory that a text takes grows with what it tells, not with its length: a file of ten megabytes of brackets or
//! of single letters is read in little more than its own size.

use std::ops::Range;

use super::idle::{self, LineStart};
use super::{Cut, Extractor};
use crate::mention::{DecimalMark, Room, unbracket};
use crate::token::{Folded, Gap, Sentence, Token, sentences, tokenize_part};

/// Texts of more bytes than this are cut part by part.
pub const LARGE: usize = 1 << 18;

/// About how many bytes a part has.
const PART: usize = 1 << 16;

impl Extractor {
    /// Cuts a part of a large text into sentences and hears each. How it writes fractions is told by its first part.
    pub(super) fn cut_large<'t>(
        &self,
        text: &'t str,
        read: Range<usize>,
        folded: &'t Folded,
        is_idle: idle::Test,
    ) -> Cut<'t> {
        let mut cut = Cut {
            tokens: Vec::new(),
            sentences: Vec::new(),
            heard: Vec::new(),
            decimal_mark: DecimalMark::Point,
            tables: false,
        };
        let mut paragraph = 0;
        let mut room = Room::default();
        for part in parts(text).take_while(|part| part.start < read.end) {
            let mut fresh = tokenize_part(text, part.clone(), folded, self.lexicon.phrases.words());
            unbracket(&mut fresh, &self.lexicon);
            if part.start == 0 {
                cut.decimal_mark = DecimalMark::of(&fresh);
            }
            let mut fresh_tokens = fresh.into_iter();
            let told = sentences(fresh_tokens.as_slice(), &self.lexicon.abbreviations);
            for (at, sentence) in told.into_iter().enumerate() {
                let start = cut.tokens.len();
                cut.tokens.extend(fresh_tokens.by_ref().take(sentence.tokens.len()));
                let first = cut.tokens.get(start).map_or(Gap::None, |token| token.gap);
                let begins_line = sentence.begins_line && (at > 0 || first >= Gap::Line);
                paragraph += usize::from(first == Gap::Paragraph && start > 0);
                let sentence = Sentence { tokens: start..cut.tokens.len(), paragraph, begins_line };
                cut.tables |= begins_line && cut.tokens[start..].iter().skip(1).any(Token::may_part_cells);
                let line = LineStart::of(&sentence);
                let idle = |kinds, words: &[Token<'_>]| start > 0 && is_idle(kinds, words, line, cut.tables);
                let mut used = room.cleared();
                let heard = self.hear(&mut used, &cut.tokens, &sentence, cut.decimal_mark, idle);
                room = used.cleared();
                if heard.idle {
                    cut.tokens.truncate(start + 1);
                }
                cut.sentences.push(Sentence { tokens: start..cut.tokens.len(), ..sentence });
                cut.heard.push(heard);
            }
        }
        cut
    }
}

/// The parts of a text: cut before an empty line where there is one, else before a line, a blank, or between marks.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let end = part_end(text.as_bytes(), start);
        let part = start..end;
        start = end;
        (!part.is_empty()).then_some(part)
    })
}

/// Where the part ends that begins at byte `start`.
fn part_end(text: &[u8], start: usize) -> usize {
    let reach = (start + PART).min(text.len());
    if reach == text.len() {
        return reach;
    }
    let half = start + PART / 2;
    let behind = |wanted: &dyn Fn(usize) -> bool| (half..reach).rev().find(|at| wanted(*at));
    // A character of three bytes begins where a word of its own may, as in Chinese.
    let mark = |at: usize| {
        text[at].is_ascii_punctuation() && !matches!(text[at], b'.' | b',' | b'\'' | b'-') || text[at] >= 0xE0
    };
    behind(&|at| text[at] == b'\n' && text[at + 1] == b'\n')
        .or_else(|| behind(&|at| text[at] == b'\n'))
        .or_else(|| behind(&|at| text[at] == b' '))
        // A run without a blank goes on as long as it is one word or number.
        .or_else(|| {
            (reach..text.len())
                .find(|at| text[*at].is_ascii_whitespace() || mark(*at) && (text[*at] >= 0xE0 || mark(*at - 1)))
        })
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;

    #[test]
    fn parts_make_the_text_and_cut_no_word() {
        let prose = "Trade rose by 5 percent.\n\nReporters waited, and it rained.\nIt went on. ";
        for text in [prose.repeat(9_000), "1".repeat(3 * PART), "(".repeat(3 * PART), "a ".repeat(2 * PART)] {
            let mut end = 0;
            for part in parts(&text) {
                assert_eq!(part.start, end);
                end = part.end;
                let split = |at: usize| {
                    text.as_bytes()[at - 1].is_ascii_alphanumeric() && text.as_bytes()[at].is_ascii_alphanumeric()
                };
                assert!(end == text.len() || !split(end));
            }
            assert_eq!(end, text.len());
        }
    }

    #[test]
    fn a_large_text_has_the_facts_of_its_pieces() {
        let idle = "Reporters waited in the rain, and nobody knew for how long. ".repeat(60);
        let piece = format!("In 2022 China imported 43.2 bcm of gas from Turkmenistan. {idle}\n\n");
        let (one, many) = (Document::new("a", piece.as_str()), Document::new("a", piece.repeat(200)));
        let extractor = Extractor::new();
        assert!(many.text.len() > LARGE);
        let (one, many) = (extractor.facts(&one), extractor.facts(&many));
        assert_eq!((one.len(), many.len()), (1, 200));
        assert!(many.iter().all(|fact| fact.quote == one[0].quote && fact.period == one[0].period));
        assert!(many.windows(2).all(|pair| pair[1].span.start - pair[0].span.start == piece.len()));
    }
}
