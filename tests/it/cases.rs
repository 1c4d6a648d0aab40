//! Sentences with the facts that they hold.

use std::path::Path;

use bilateral::{Document, Extractor, Fact};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    published: Option<String>,
    text: String,
    facts: Vec<String>,
    /// Why it is not read right yet.
    known: Option<String>,
}

/// A fact on one line, as the cases write it.
fn line(fact: &Fact) -> String {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".into());
    let quantity = &fact.quantity;
    let high = quantity.high.map_or(String::new(), |high| format!("..{high}"));
    let sides = [fact.reporter, fact.partner].map(|p| or_dash(p.map(|p| p.to_string()))).join(" ");
    [
        fact.quote.clone(),
        fact.kind.as_str().into(),
        fact.indicator.as_str().into(),
        or_dash(fact.commodity.as_ref().map(|c| c.as_str().into())),
        sides,
        or_dash(fact.period.map(|p| p.to_string())),
        or_dash(fact.base.map(|p| p.to_string())),
        format!("{}{high} {}", quantity.value, quantity.unit),
        quantity.bound.as_str().into(),
        fact.status.as_str().into(),
    ]
    .join(" | ")
}

#[test]
fn every_case_is_read_as_a_careful_reader_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let extractor = Extractor::new();
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut read, mut wrong) = (0, String::new());
    for file in files {
        let cases: Cases = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        for case in cases.case {
            let mut document = Document::new("case", case.text.as_str());
            if let Some(day) = &case.published {
                document = document.with_published(day).unwrap();
            }
            let facts = extractor.facts(&document);
            for fact in &facts {
                assert_eq!(fact.span.of(&case.text), Some(fact.quote.as_str()), "{}", case.text);
            }
            let found: Vec<String> = facts.iter().map(line).collect();
            match (&case.known, found == case.facts) {
                (None, true) => read += 1,
                (Some(_), false) => {}
                (Some(reason), true) => println!("now read right, take the mark off: {} ({reason})", case.text),
                (None, false) => {
                    wrong += &format!(
                        "{}\n  found  {}\n  wanted {}\n",
                        case.text,
                        found.join("\n         "),
                        case.facts.join("\n         ")
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(read > 30, "only {read} cases");
}
