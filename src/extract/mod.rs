//! Texts to facts. A stand-in: amounts in dollars and percentages, without any reading of the words around them.

use crate::model::{
    Bound, Currency, Decimal, Document, Evidence, Fact, Indicator, Kind, Measure, Quantity, Slot, Span, Status, Unit,
};

/// Reads facts from documents.
#[derive(Debug, Clone, Default)]
pub struct Extractor {}

/// What a document was found to say.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The facts, in the order of the text.
    pub facts: Vec<Fact>,
    /// The figures that are no facts.
    pub passed_over: Vec<PassedOver>,
}

/// A figure that is no fact, and the rule that said so.
#[derive(Debug, Clone)]
pub struct PassedOver {
    /// The bytes of `quote` in the document's text.
    pub span: Span,
    /// The figure.
    pub quote: String,
    /// The rule's name.
    pub rule: &'static str,
}

impl Extractor {
    /// An extractor with the words that are built in.
    #[must_use]
    pub fn new() -> Self {
        Extractor {}
    }

    /// The facts of a document.
    #[must_use]
    pub fn facts(&self, document: &Document) -> Vec<Fact> {
        self.read(document).facts
    }

    /// The facts of a document, and the figures passed over.
    #[must_use]
    pub fn read(&self, document: &Document) -> Reading {
        let mut reading = Reading::default();
        let text = document.text.as_str();
        let mut at = 0;
        while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + found;
            let digits = text[start..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len() - start);
            let number = text[start..start + digits].trim_end_matches('.');
            let end = start + number.len();
            at = end;
            let rest = &text[end..];
            let dollars = text[..start].ends_with('$');
            let (unit, word, scale, kind) = if dollars && rest.starts_with(" billion") {
                (Currency::new("USD").map(Measure::Currency).map(Unit::of), " billion", 1_000_000_000, Kind::Level)
            } else if rest.starts_with(" percent") {
                (Some(Unit::PERCENT), " percent", 1, Kind::Change)
            } else {
                (None, "", 1, Kind::Level)
            };
            let value = number.parse::<Decimal>().ok().and_then(|n| n.checked_mul(Decimal::from(scale)));
            let (Some(unit), Some(value)) = (unit, value) else {
                let span = Span::new(start, end);
                reading.passed_over.push(PassedOver { span, quote: number.into(), rule: "no_unit" });
                continue;
            };
            let span = Span::new(start - usize::from(dollars), end + word.len());
            let rules = [(Slot::Quantity, "stand_in_quantity"), (Slot::Kind, "stand_in_unit")];
            reading.facts.push(Fact {
                document: document.id.clone(),
                span,
                quote: span.of(text).unwrap_or_default().into(),
                kind,
                indicator: Indicator::Turnover,
                commodity: None,
                reporter: "CHN".parse().ok(),
                partner: "TKM".parse().ok(),
                period: None,
                base: None,
                quantity: Quantity { value, high: None, unit, bound: Bound::Exact, quantum: None },
                status: Status::Actual,
                evidence: rules.map(|(slot, rule)| Evidence { slot, rule: rule.into(), span: Some(span) }).to_vec(),
            });
        }
        reading
    }
}
