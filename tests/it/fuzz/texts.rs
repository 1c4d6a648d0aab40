//! Documents, and the plain values that files hold.

use bilateral::{Currency, Decimal, Document, Extractor, Fact, Measure, Party, Period, Unit};

use super::drive;
use crate::pieces::WORDS;

/// What must hold of any bytes.
fn holds(extractor: &Extractor, text: &str) {
    let document = Document::new("f", text).with_published("2023-05-17").unwrap();
    let reading = extractor.read(&document);
    for fact in &reading.facts {
        assert_eq!(fact.span.of(text), Some(fact.quote.as_str()));
        let line = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&line).unwrap(), fact, "{line}");
    }
    for pair in reading.facts.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "facts overlap or are out of order");
    }
    for quantity in extractor.quantities(text) {
        assert_eq!(quantity.span.of(text), Some(quantity.quote.as_str()));
    }
}

/// Plain values: what is read is printed as it is read again.
fn values_hold(text: &str) {
    macro_rules! again {
        ($($type:ty),*) => {$(
            if let Ok(value) = text.parse::<$type>() {
                assert_eq!(value.to_string().parse::<$type>().ok(), Some(value), "{} {text:?}", stringify!($type));
            }
        )*};
    }
    again!(Decimal, Unit, Measure, Party, Period);
    let _ = Currency::new(text);
    let _ = serde_json::from_str::<Fact>(text);
}

#[test]
fn no_text_breaks_it() {
    let extractor = Extractor::new();
    drive("texts", &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        holds(&extractor, &text);
        for line in text.lines().take(4) {
            values_hold(line);
            line.split_whitespace().take(20).for_each(values_hold);
        }
    });
}

/// A rule that looks at what stands before or behind a word finds nothing there at the edge of a text.
#[test]
fn no_word_at_the_edge_of_a_text_breaks_it() {
    let extractor = Extractor::new();
    for word in WORDS.iter() {
        for text in [
            format!("{word} imports rose to $5 million, from $4 million {word}"),
            format!("{word} {word} trade fell 3 percent to 5 bcm of gas, {word} {word}"),
            format!("{word}: 5 mln tonnes of oil ({word})"),
        ] {
            holds(&extractor, &text);
        }
    }
}
