//! Laws that hold of every text.

use bilateral::{Document, Extractor};
use proptest::prelude::*;

/// Pieces that figures, dates and names are made of, and marks that break them.
const PIECES: &[&str] = &[
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
];

fn text() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec((proptest::sample::select(PIECES), any::<bool>()), 0..60);
    pieces.prop_map(|pieces| pieces.into_iter().map(|(p, gap)| p.to_string() + if gap { " " } else { "" }).collect())
}

fn holds(text: &str) {
    let extractor = Extractor::new();
    let document = Document::new("p", text).with_published("2023-05-17").unwrap();
    let reading = extractor.read(&document);
    for fact in &reading.facts {
        assert_eq!(fact.span.of(text), Some(fact.quote.as_str()));
        for evidence in &fact.evidence {
            assert!(evidence.span.is_none_or(|span| span.of(text).is_some()), "{evidence:?}");
        }
    }
    for passed in &reading.passed_over {
        assert_eq!(passed.span.of(text), Some(passed.quote.as_str()));
    }
    for pair in reading.facts.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "facts overlap or are out of order");
    }
    assert_eq!(extractor.read(&document), reading, "the same text gave two readings");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn no_arrangement_of_figures_and_names_panics(text in text()) {
        holds(&text);
    }
}

/// A sentence of any length is read in time that grows with it.
#[test]
fn long_sentences_are_read() {
    for piece in ["5 million ", "1", "(((", "$", "a ", "China, ", "trade of $5 billion and ", "1,", "12 | "] {
        holds(&piece.repeat(20_000 / piece.len()));
    }
}
