//! Which statement is wrong, and what is it then? `cargo run --example reconcile`

use bilateral::reconcile::{Settings, reconcile};
use bilateral::{Dataset, Document, Extractor};

fn main() -> bilateral::Result<()> {
    let documents = [
        ("customs", "In 2022, China's exports to Kazakhstan came to $16.4 billion."),
        ("ministry", "In 2022, China's imports from Kazakhstan came to $14.8 billion."),
        ("weekly", "In 2022, China's trade with Kazakhstan came to $32.1 billion."),
    ]
    .map(|(id, text)| Document::new(id, text));
    let extractor = Extractor::new();
    let facts: Vec<_> = documents.iter().flat_map(|document| extractor.facts(document)).collect();
    let dataset = Dataset::new(&facts, &documents);
    let quotes = |places: &[usize]| places.iter().map(|place| facts[*place].quote.clone()).collect::<Vec<_>>();

    let found = reconcile(&dataset, &Settings::default());
    for conflict in &found.conflicts {
        let all: Vec<_> = conflict.statements.iter().flat_map(|facts| quotes(facts)).collect();
        println!("cannot all hold: {}", all.join(", "));
    }
    for blamed in &found.blamed {
        let slip = blamed.slip.map_or("no slip explains it".to_owned(), |slip| slip.to_string());
        println!("to blame: {}, where {} would fit ({slip})", quotes(&blamed.facts).join(", "), blamed.fits);
    }
    for estimate in &found.estimates {
        println!("{}: {} ({})", estimate.figure, estimate.value, estimate.interval);
    }
    Ok(())
}
