//! Laws that hold of every text.

use bilateral::{Document, Extractor};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::pieces::{PIECES, WORDS};

/// Pieces one after another, most of them with a blank between.
fn text(pieces: Vec<String>) -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec((proptest::sample::select(pieces), 0..4), 0..60);
    pieces.prop_map(|pieces| pieces.into_iter().map(|(p, gap)| p + if gap > 0 { " " } else { "" }).collect())
}

fn plain() -> Vec<String> {
    PIECES.iter().map(ToString::to_string).collect()
}

/// Figures, dates and names among the words that the rules ask for, as often the one as the other.
fn of_the_rules() -> Vec<String> {
    let plain = plain();
    let times = WORDS.len().div_ceil(plain.len());
    WORDS.iter().cloned().chain(std::iter::repeat_n(plain, times).flatten()).collect()
}

/// The same texts in each run, unless `PROPTEST_RNG_SEED` says otherwise; `PROPTEST_CASES` says how many.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
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
    #![proptest_config(config())]

    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn no_arrangement_of_figures_and_names_panics(text in text(plain())) {
        holds(&text);
    }

    #[test]
    fn no_arrangement_of_the_rules_words_panics(text in text(of_the_rules())) {
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
