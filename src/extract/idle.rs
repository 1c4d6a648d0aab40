//! Sentences that say nothing which a figure elsewhere could go on from: they are passed over unread.
//!
//! | sentence | why it is read or not |
//! | --- | --- |
//! | *Reporters waited in the rain.* | not: it names nobody and nothing of trade |
//! | *Exports are slow, and wheat is scarce.* | read: words of trade, goods |
//! | *The kingdom welcomed the guests.* | read: the one spoken of |
//! | *Last year* at the head of a line | read: a time that the lines below it go on from |

use super::HEADING;
use crate::lexicon::{Kinds, Lexicon};
use crate::mention::Scan;
use crate::token::{Sentence, Shape, Token};

/// Where a sentence stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStart {
    /// It begins the line.
    Here,
    /// It stands behind another.
    Inside,
}

impl LineStart {
    /// That of a sentence.
    pub fn of(sentence: &Sentence) -> Self {
        if sentence.begins_line { LineStart::Here } else { LineStart::Inside }
    }
}

/// Names, what stands for them, words of trade and goods.
const TALK: Kinds =
    Kinds::PARTY.or(Kinds::ROUTE).or(Kinds::STANDS_FOR).or(Kinds::NATION).or(Kinds::HEAD).or(Kinds::COMMODITY);
/// What a line of its own can give to those below it: times, units, counts.
const OF_LINES: Kinds = Kinds::CALENDAR.or(Kinds::NUMBER).or(Kinds::CURRENCY).or(Kinds::UNIT);

/// What the words of a sentence can be part of; `None` where a figure is among them.
pub fn kinds(lexicon: &Lexicon, words: &[Token<'_>]) -> Option<Kinds> {
    let mut kinds = Kinds::NONE;
    for token in words {
        if token.shape == Shape::Digits {
            return None;
        }
        kinds = kinds.or(lexicon.phrases.holds(token));
    }
    (!kinds.meets(Scan::FIGURES)).then_some(kinds)
}

/// A test of a sentence without figures: see [`is_idle`].
pub type Test = fn(Kinds, &[Token<'_>], LineStart, bool) -> bool;

/// Whether a sentence without figures can be passed over, by the kinds of its phrases. `tables` says that rows of one
/// stood before it.
pub fn is_idle(kinds: Kinds, words: &[Token<'_>], start: LineStart, tables: bool) -> bool {
    if kinds.meets(TALK) {
        return false;
    }
    let Some((first, last)) = words.first().zip(words.last()) else { return true };
    // Without a stop it may lead to what stands below it.
    if words.len() <= HEADING && !matches!(last.shape, Shape::Mark('.' | '!' | '?' | '"')) {
        return false;
    }
    if start == LineStart::Inside {
        return true;
    }
    // A word or two on a line of their own head what is told below them.
    let short = words.len() <= 3;
    let elsewhere = matches!(first.norm.as_ref(), "read" | "see" | "also" | "related");
    !(tables || short || elsewhere || kinds.meets(OF_LINES))
}

#[cfg(test)]
pub(super) mod tests {
    use std::fs;
    use std::path::Path;

    use crate::extract::Extractor;
    use crate::model::Document;

    fn files(folder: &str, extension: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let paths = paths.filter(|path| path.extension().is_some_and(|e| e == extension));
        paths.map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    /// The texts of the cases, file by file.
    pub fn cases() -> Vec<Vec<String>> {
        let texts = |file: &String| -> Vec<String> {
            let table: toml::Table = toml::from_str(file).unwrap();
            let cases = table.values().filter_map(toml::Value::as_array).flatten();
            cases.filter_map(|case| Some(case.get("text")?.as_str()?.to_string())).collect()
        };
        files("tests/cases", "toml").iter().map(texts).collect()
    }

    /// The sample, and the cases of each file as one text, in two layouts.
    fn texts() -> Vec<String> {
        let mut texts = files("data/sample", "txt");
        texts.extend(cases().iter().flat_map(|cases| [cases.join(" "), cases.join("\n\n")]));
        texts
    }

    #[test]
    fn what_is_passed_over_changes_nothing() {
        let extractor = Extractor::new();
        for text in texts() {
            let document = Document::new("a", text.as_str()).with_published("2023-05-17").unwrap();
            let whole = extractor.read_but(&document, |_, _, _, _| false);
            assert_eq!(extractor.read_but(&document, super::is_idle), whole, "{text}");
        }
    }
}
