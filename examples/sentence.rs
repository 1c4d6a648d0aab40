//! The facts of a sentence: `cargo run --example sentence`, or with a sentence and its date of publication as arguments.

use bilateral::{Document, Extractor};

fn main() -> bilateral::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().unwrap_or_else(|| {
        "China's trade with Turkmenistan grew 14.1 percent in the first quarter of this year to $2.648 billion.".into()
    });
    let date = arguments.next().unwrap_or_else(|| "2023-09-25".into());

    let document = Document::new("sentence", text).with_published(&date)?;
    for fact in Extractor::new().facts(&document) {
        let name = |party: Option<bilateral::Party>| party.map_or("-".into(), |party| party.to_string());
        println!(
            "bytes {:<8} {:<16} {} of {}, {} and {}, {}: {}{} {}",
            fact.span.to_string(),
            fact.quote,
            fact.kind.as_str(),
            fact.indicator.as_str(),
            name(fact.reporter),
            name(fact.partner),
            fact.period.map_or("undated".into(), |period| period.to_string()),
            fact.quantity.bound.sign(),
            fact.quantity.value,
            fact.quantity.unit,
        );
    }
    Ok(())
}
