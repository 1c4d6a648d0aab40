//! The plain quantities of general news: sentences in the crate's own words, with what a careful reader finds in them.

use std::path::Path;

use bilateral::{Decimal, Extractor, MeasuredQuantity, UnitName};
use serde::Deserialize;

/// The least F1 of values, and of values with their units; they only rise.
const FLOORS: (f64, f64) = (0.99, 0.985);

#[derive(Deserialize)]
struct Sentence {
    text: String,
    quantities: Vec<Wanted>,
}

#[derive(Deserialize)]
struct Wanted {
    quote: String,
    value: Decimal,
    high: Option<Decimal>,
    unit: Option<String>,
    bound: String,
}

impl Wanted {
    fn same_value(&self, found: &MeasuredQuantity) -> bool {
        // A third is 0.333 to some and 0.3333 to others.
        let off = (found.value.to_f64().abs() - self.value.to_f64().abs()).abs();
        off <= 0.002 * self.value.to_f64().abs() && found.high == self.high
    }

    fn same_unit(&self, found: &MeasuredQuantity) -> bool {
        found.unit.as_ref().map(UnitName::as_str) == self.unit.as_deref()
    }
}

#[test]
fn general_news_is_read_as_well_as_trade() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts/general_news.jsonl");
    let extractor = Extractor::new();
    let (mut wanted, mut read, mut values, mut units, mut bounds) = (0, 0, 0, 0, 0);
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let sentence: Sentence = serde_json::from_str(line).unwrap();
        let mut found = extractor.quantities(&sentence.text);
        for quantity in &found {
            assert_eq!(quantity.span.of(&sentence.text), Some(quantity.quote.as_str()), "{}", sentence.text);
        }
        (wanted, read) = (wanted + sentence.quantities.len(), read + found.len());
        for quantity in &sentence.quantities {
            assert!(sentence.text.contains(&quantity.quote), "{}: {}", sentence.text, quantity.quote);
            let both = found.iter().position(|f| quantity.same_value(f) && quantity.same_unit(f));
            let Some(at) = both.or_else(|| found.iter().position(|f| quantity.same_value(f))) else { continue };
            let taken = found.swap_remove(at);
            values += 1;
            units += usize::from(quantity.same_unit(&taken));
            bounds += usize::from(taken.bound.as_str() == quantity.bound);
        }
    }
    let f1 = |right: usize| 2.0 * right as f64 / (wanted + read) as f64;
    println!("{wanted} quantities: value F1 {:.3}, with unit {:.3}, bounds right {bounds}", f1(values), f1(units));
    assert!(wanted >= 200, "only {wanted} quantities");
    assert!(f1(values) >= FLOORS.0, "value F1 {:.3}", f1(values));
    assert!(f1(units) >= FLOORS.1, "value and unit F1 {:.3}", f1(units));
}
