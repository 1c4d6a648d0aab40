//! Whole texts that contradict themselves or each other, and texts beside them that do not: from words to the finding.

use bilateral::check::{self, Outcome};
use bilateral::{Dataset, Document, Extractor};

/// The checks that fail over some texts, each once, in order of name.
fn failing(texts: &[&str]) -> Vec<&'static str> {
    let extractor = Extractor::new();
    let documents: Vec<Document> = (1..)
        .zip(texts)
        .map(|(n, text)| Document::new(format!("d{n}"), *text).with_published("2024-03-10").unwrap())
        .collect();
    let facts: Vec<_> = documents.iter().flat_map(|document| extractor.facts(document)).collect();
    let findings = check::run(&Dataset::new(&facts, &documents), check::ALL);
    let mut names: Vec<&str> = findings.iter().filter(|f| f.outcome == Outcome::Fails).map(|f| f.check).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn what_cannot_be_true_together_is_found_in_texts() {
    for (check, wrong, right) in [
        (
            "sources",
            &[
                "In 2022, trade between Georgia and Armenia amounted to $1.32 billion.",
                "Trade between Georgia and Armenia amounted to $1.18 billion in 2022.",
            ][..],
            &[
                "In 2022, trade between Georgia and Armenia amounted to $1.32 billion.",
                "Trade between Georgia and Armenia exceeded $1.3 billion in 2022.",
            ][..],
        ),
        (
            "balance",
            &[
                "In 2023, trade between Mongolia and Japan amounted to $900 million. Mongolia's exports to Japan amounted to \
               $150 million and its imports from Japan to $620 million.",
            ],
            &[
                "In 2023, trade between Mongolia and Japan amounted to $770 million. Mongolia's exports to Japan amounted to \
               $150 million and its imports from Japan to $620 million.",
            ],
        ),
        (
            "year_on_year",
            &[
                "In 2023, trade between Serbia and Turkey amounted to $2.8 billion, up 24 percent year on year. In 2022, trade \
               between Serbia and Turkey amounted to $2.5 billion.",
            ],
            &[
                "In 2023, trade between Serbia and Turkey amounted to $2.8 billion, up 12 percent year on year. In 2022, trade \
               between Serbia and Turkey amounted to $2.5 billion.",
            ],
        ),
        (
            "slip",
            &[
                "In 2021, trade between Belarus and Lithuania amounted to $1.64 billion.",
                "Trade between Belarus and Lithuania amounted to $1.64 million in 2021.",
            ],
            &[
                "In 2021, trade between Belarus and Lithuania amounted to $1.64 billion.",
                "Trade between Belarus and Lithuania amounted to $1,640 million in 2021.",
            ],
        ),
        (
            "periods",
            &[
                "In 2022, China's trade with Mongolia amounted to $12.2 billion.",
                "China's trade with Mongolia amounted to $13.4 billion in January to October 2022.",
            ],
            &[
                "In 2022, China's trade with Mongolia amounted to $12.2 billion.",
                "China's trade with Mongolia amounted to $10.4 billion in January to October 2022.",
            ],
        ),
        (
            "prices",
            &[
                "In 2022, Kazakhstan exported 5.8 million tons of wheat to Uzbekistan. Kazakhstan's wheat exports to Uzbekistan \
               amounted to $190 billion in 2022.",
            ],
            &[
                "In 2022, Kazakhstan exported 5.8 million tons of wheat to Uzbekistan. Kazakhstan's wheat exports to Uzbekistan \
               amounted to $1.9 billion in 2022.",
            ],
        ),
        (
            "mirror",
            &[
                "According to Chinese customs data, trade between China and Laos amounted to $7.1 billion in 2023.",
                "According to the Lao statistics bureau, trade between Laos and China amounted to $4.9 billion in 2023.",
            ],
            &[
                "According to Chinese customs data, trade between China and Laos amounted to $7.1 billion in 2023.",
                "According to the Lao statistics bureau, trade between Laos and China amounted to $6.7 billion in 2023.",
            ],
        ),
        (
            "stocks",
            &[
                "Azerbaijan's natural gas reserves were 2.6 trillion cubic meters in 2020.",
                "The natural gas reserves of Azerbaijan are 6 trillion cubic meters.",
            ],
            &[
                "Azerbaijan's natural gas reserves were 2.6 trillion cubic meters in 2020.",
                "The natural gas reserves of Azerbaijan are 2.5 trillion cubic meters.",
            ],
        ),
    ] {
        assert_eq!(failing(wrong), [check], "{wrong:?}");
        assert!(failing(right).is_empty(), "{right:?}: {:?}", failing(right));
    }
}
