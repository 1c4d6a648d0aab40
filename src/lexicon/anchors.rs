//! Words without which a text without digits tells no figure: *billion*, *third*, *doubled*.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// A word of each phrase that can make a figure, to be looked for in text that is not cut into words yet.
#[derive(Debug, Clone, Default)]
pub struct Anchors {
    words: Vec<String>,
    matcher: OnceLock<Option<AhoCorasick>>,
}

/// Letters beyond ASCII that are ASCII letters in lower case: `İ` and the sign of the kelvin.
const FOLDED: [&str; 2] = ["\u{130}", "\u{212a}"];

impl Anchors {
    /// Adds a word in lower case.
    pub fn add(&mut self, word: &str) {
        if !self.words.iter().any(|known| known == word) {
            self.words.push(word.into());
            self.matcher = OnceLock::new();
        }
    }

    /// The byte where the last digit or word of a figure stands in a text whose ASCII letters are folded; `None` where there
    /// is none. It is never too early, and too late where it cannot be told without cutting words.
    pub fn last(&self, folded: &str) -> Option<usize> {
        let digit = last_digit(folded.as_bytes());
        let from = digit.map_or(0, |at| at + 1);
        let Some(matcher) = self.matcher.get_or_init(|| self.build()) else { return Some(folded.len()) };
        let tail = &folded.as_bytes()[from..];
        let word = matcher.find_iter(tail).filter(|found| {
            let letter = |at: Option<usize>| at.and_then(|at| tail.get(at)).is_some_and(u8::is_ascii_lowercase);
            found.pattern().as_usize() < FOLDED.len()
                || !letter(found.start().checked_sub(1)) && !letter(Some(found.end()))
        });
        word.last().map(|found| from + found.start()).or(digit)
    }

    fn build(&self) -> Option<AhoCorasick> {
        let ascii = self.words.iter().all(|word| word.is_ascii());
        let patterns = FOLDED.into_iter().chain(self.words.iter().map(String::as_str));
        ascii.then(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok()).flatten()
    }
}

/// Where the last digit stands.
fn last_digit(bytes: &[u8]) -> Option<usize> {
    const STEP: usize = 64;
    let mut end = bytes.len();
    for chunk in bytes.rchunks(STEP) {
        end -= chunk.len();
        if chunk.iter().fold(false, |any, byte| any | byte.is_ascii_digit()) {
            return chunk.iter().rposition(u8::is_ascii_digit).map(|at| end + at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_is_found_wherever_it_stands() {
        let mut anchors = Anchors::default();
        ["billion", "bn", "third"].iter().for_each(|word| anchors.add(word));
        for (text, last) in [
            ("no figure at all, however long the text goes on and on, and on, and on", None),
            ("a billion, two billion of it", Some(15)),
            ("3 of them, and the rest of them stayed where they were for as long as it took them to leave", Some(0)),
            ("in 1999 a third; thirdly, hobnobs", Some(10)),
            ("five bn–worth", Some(5)),
            ("5 m\u{130}ll\u{130}on", Some(6)),
        ] {
            assert_eq!(anchors.last(text), last, "{text}");
        }
        anchors.add("hälfte");
        assert_eq!(anchors.last("nothing"), Some(7));
    }
}
