//! Texts for HTML.

use std::ops::Range;

use crate::model::Span;

/// A text whose letters are no marks of HTML, in elements and in quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What HTML does not allow.
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// `1 document`, `3 documents`.
pub(super) fn plural(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// The most of a sentence that is shown to either side of its figure, in bytes.
const REACH: usize = 320;

/// The sentence around a figure: the bytes of it.
pub(super) fn sentence(text: &str, span: Span) -> Range<usize> {
    let boundary = |at: &usize| text.is_char_boundary(*at);
    let (start, end) = (span.start.min(text.len()), span.end.min(text.len()));
    let least = (start.saturating_sub(REACH)..=start).find(boundary).unwrap_or(start);
    let most = (end..=end.saturating_add(REACH).min(text.len())).rfind(boundary).unwrap_or(end);
    let ends = |at: usize| {
        let (before, after) = (&text[..at], &text[at..]);
        let stops = before.trim_end_matches(['"', '”', '’']).ends_with(['.', '!', '?', '。']);
        let starts = after.trim_start().starts_with(|c: char| c.is_uppercase() || "\"“‘".contains(c));
        let word = before.trim_end_matches('.').rsplit([' ', '\n', '.']).next().unwrap_or_default();
        let blank = after.starts_with([' ', '\u{A0}']);
        before.ends_with('\n') || blank && stops && starts && word.chars().count() > 1
    };
    let from = (least..=start).rev().filter(boundary).find(|at| *at == 0 || ends(*at)).unwrap_or(least);
    let to = (end..=most).filter(boundary).find(|at| text[*at..].starts_with('\n') || ends(*at)).unwrap_or(most);
    let lead = text[from..start].len() - text[from..start].trim_start().len();
    from + lead..to
}

#[cfg(test)]
mod tests {
    use super::{escaped, sentence};
    use crate::model::Span;

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escaped("<a href=\"x\" title='y'>&\u{1}"), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp; ");
    }

    #[test]
    fn the_sentence_around_a_figure() {
        let text = "A heading\nTrade rose. In the U.S. it was $5 billion, he said. Then it fell.";
        let start = text.find("$5").unwrap();
        assert_eq!(&text[sentence(text, Span::new(start, start + 10))], "In the U.S. it was $5 billion, he said.");
        let long = "é".repeat(1000);
        let range = sentence(&long, Span::new(1000, 1002));
        assert!(range.len() < 700 && !long[range].is_empty());
        assert_eq!(sentence("", Span::new(3, 9)), 0..0);
    }
}
