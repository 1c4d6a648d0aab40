//! What texts that nobody writes are made of.

use std::path::Path;
use std::sync::LazyLock;

/// Pieces that figures, dates, names and tables are made of, and marks that break them.
pub const PIECES: &[&str] = &[
    "$",
    "US$",
    "€",
    "5",
    "2022",
    "11.181",
    "1,234.5",
    "8,44",
    "billion",
    "bln",
    "percent",
    "%",
    "doubled",
    "a third",
    "half",
    "trade",
    "exports",
    "imports of",
    "natural gas",
    "from",
    "to",
    "between",
    "and",
    "China",
    "Turkmenistan's",
    "Kazakh",
    "in",
    "January",
    "March 20",
    "-",
    "–",
    "(",
    ")",
    "|",
    "\t",
    "\n",
    "\n\n",
    ".",
    ",",
    ";",
    ":",
    "year on year",
    "last year",
    "since",
    "up",
    "fell",
    "more than",
    "per",
    "thousand cubic metres",
    "m3",
    "bcm/y",
    "the two countries",
    "its",
    "respectively",
    "é",
    "中",
    "\u{a0}",
    "\u{200b}",
    "’",
    "“",
    "fiscal",
    "2018-19",
    "compared with",
    "the same period",
    "than",
    "of which",
    "Q1",
    "H1",
    "No.",
    "in January",
    "İ",
    "ẞ",
    "½",
    "1/2",
    "99999999999999999999999999999",
    "0.0000000000000000000000001",
];

/// The words that the rules ask for: what stands between quotes in the sources of the readers.
pub static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut words = Vec::new();
    for folder in ["token", "mention", "resolve", "lexicon", "extract"] {
        gather(&sources.join(folder), &mut words);
    }
    words.sort();
    words.dedup();
    words
});

fn gather(path: &Path, words: &mut Vec<String>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            gather(&entry.unwrap().path(), words);
        }
        return;
    }
    let source = std::fs::read_to_string(path).unwrap();
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let quoted = line.split('"').skip(1).step_by(2);
        words.extend(quoted.filter(|word| !word.is_empty() && !word.contains(['{', '\\'])).map(str::to_string));
    }
}

#[test]
fn the_rules_words_are_found() {
    assert!(WORDS.len() > 1_000, "{}", WORDS.len());
    assert!(WORDS.iter().any(|word| word == "respectively"));
}
