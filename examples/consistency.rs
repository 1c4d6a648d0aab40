//! Do two texts agree? `cargo run --example consistency`

use bilateral::check::{self, Outcome};
use bilateral::{Dataset, Document, Extractor};

fn main() -> bilateral::Result<()> {
    let documents = [
        Document::new(
            "ministry",
            "Trade between China and Turkmenistan rose 14.1 percent to $2.648 billion in the first quarter of 2023.",
        )
        .with_published("2023-05-02")?
        .with_source("the ministry"),
        Document::new(
            "yearbook",
            "In the first quarter of 2022, China's trade with Turkmenistan came to $2.23 billion.",
        )
        .with_published("2023-01-10")?
        .with_source("a yearbook"),
    ];
    let extractor = Extractor::new();
    let facts: Vec<_> = documents.iter().flat_map(|document| extractor.facts(document)).collect();
    let dataset = Dataset::new(&facts, &documents);

    for finding in check::run(&dataset, check::ALL) {
        println!("{}: {}: {}", finding.outcome, finding.check, finding.message);
        for cited in &finding.statements {
            if let Some(fact) = dataset.fact(cited.fact) {
                println!("    {}: {:?} ({}, bytes {})", cited.role, fact.quote, fact.document, fact.span);
            }
        }
    }
    let conflicts = check::run(&dataset, check::ALL).iter().filter(|f| f.outcome == Outcome::Fails).count();
    println!("{conflicts} in conflict");
    Ok(())
}
