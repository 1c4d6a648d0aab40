//! A quantity of a text, whatever it counts.
//!
//! | text | value | unit | bound | direction |
//! | --- | --- | --- | --- | --- |
//! | *nearly 3,400 full-time employees* | 3400 | employee (counted) | about | |
//! | *fell 25 basis points* | 25 | basis_point | exact | down |
//! | *$2.3 billion* | 2300000000 | USD | exact | |
//! | *a 10-year bond* | 10 | year | exact | |

use serde::{Deserialize, Serialize, Serializer};

use super::{Bound, Decimal, Quantity, Span, Unit};

/// A quantity of a text, in or out of the record's scope: number, unit, bound, direction of change, place.
///
/// Where the record has its unit, `quantity` holds it in the base unit, as a fact would.
/// As JSON it is one flat record: `start`, `end`, `quote`, `value`, `high`, `unit`, `counted` (whether the unit is the
/// name of counted things), `bound`, `direction`, then `base_value`, `base_high`, `base_unit` in the record's base unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasuredQuantity {
    /// Its bytes in the text.
    pub span: Span,
    /// The shortest text that carries value and unit.
    pub quote: String,
    /// The number as written, scale words taken up: 2300000000 for *$2.3 billion*, 43.2 for *43.2 bcm*.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// What it counts; `None` for a bare number.
    pub unit: Option<UnitName>,
    /// How its wording hedges it.
    pub bound: Bound,
    /// Whether the text says that something rose or fell by it.
    pub direction: Option<Direction>,
    /// The quantity in the base unit, where the record has its unit.
    pub quantity: Option<Quantity>,
}

/// What a quantity counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum UnitName {
    /// A unit of measure in the singular, or an ISO 4217 code: `USD`, `percent`, `mile/hour`, `barrel/day`.
    Measure(String),
    /// What is counted, in the singular: `employee`.
    Counted(String),
}

/// Which way something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It grew.
    Up,
    /// It fell.
    Down,
}

impl UnitName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            UnitName::Measure(name) | UnitName::Counted(name) => name,
        }
    }
}

impl Serialize for MeasuredQuantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Record<'r> {
            start: usize,
            end: usize,
            quote: &'r str,
            value: Decimal,
            high: Option<Decimal>,
            unit: Option<&'r str>,
            counted: bool,
            bound: Bound,
            direction: Option<Direction>,
            base_value: Option<Decimal>,
            base_high: Option<Decimal>,
            base_unit: Option<Unit>,
        }
        Record {
            start: self.span.start,
            end: self.span.end,
            quote: &self.quote,
            value: self.value,
            high: self.high,
            unit: self.unit.as_ref().map(UnitName::as_str),
            counted: matches!(self.unit, Some(UnitName::Counted(_))),
            bound: self.bound,
            direction: self.direction,
            base_value: self.quantity.map(|q| q.value),
            base_high: self.quantity.and_then(|q| q.high),
            base_unit: self.quantity.map(|q| q.unit),
        }
        .serialize(serializer)
    }
}
