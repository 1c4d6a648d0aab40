//! The fact: one numeric statement of one document.
//!
//! The sentence *From January to March this year, bilateral trade between the two countries amounted to $2.648 billion,
//! up 14.1 percent year on year* holds two facts:
//!
//! | kind | indicator | reporter | partner | period | value | unit |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | level | turnover | CHN | TKM | 2023-Q1 | 2648000000 | USD |
//! | change | turnover | CHN | TKM | 2023-Q1 | 14.1 | percent |

use std::fmt;
use std::sync::Arc;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::{Bound, Decimal, Party, Period, Quantity, Span, Unit};
use crate::error::{Error, ErrorKind};

/// One numeric statement about bilateral trade, or about the energy that countries trade, make, use or can move.
///
/// In JSON it is one flat object; `quantum` and `evidence` come after the fields of the record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Record")]
pub struct Fact {
    /// The document's id.
    pub document: Arc<str>,
    /// The bytes of `quote` in the document's text.
    pub span: Span,
    /// The shortest text that carries value and unit.
    pub quote: String,
    /// An amount, its growth, or its part of a whole.
    pub kind: Kind,
    /// What is counted.
    pub indicator: Indicator,
    /// Which goods; `None` for goods in total.
    pub commodity: Option<Commodity>,
    /// The one whose figure it is: exports go from here, imports come to here.
    pub reporter: Option<Party>,
    /// The other side; `WORLD` or `None` where no partner is meant.
    pub partner: Option<Party>,
    /// The reference period; `None` where nothing in the document resolves it.
    pub period: Option<Period>,
    /// For a change the period compared with; `None` is the same period one year earlier.
    pub base: Option<Period>,
    /// Value, unit, bound and quantum.
    pub quantity: Quantity,
    /// What happened, what is aimed at, what is expected.
    pub status: Status,
    /// For each slot the rule that filled it and the bytes it read.
    pub evidence: Vec<Evidence>,
}

impl Fact {
    /// Where a slot is told, if words around the figure tell it.
    #[must_use]
    pub(crate) fn told(&self, slot: Slot) -> Option<Span> {
        self.evidence.iter().filter(|e| e.slot == slot).find_map(|e| e.span)
    }

    /// Whether words around the figure name both sides of it.
    #[must_use]
    pub(crate) fn names_both_sides(&self) -> bool {
        self.told(Slot::Reporter).is_some() && self.told(Slot::Partner).is_some()
    }

    /// Whether it tells of no partner, or of all of them.
    #[must_use]
    pub(crate) fn is_with_all(&self) -> bool {
        self.partner.is_none_or(|p| p == Party::WORLD)
    }
}

/// What sort of figure it is. SDMX: nearest to TRANSFORMATION.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An amount.
    Level,
    /// Growth or fall, in percent, times or an absolute amount.
    Change,
    /// A part of a whole, in percent.
    Share,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Indicator {
    /// Total trade of two parties: exports and imports together.
    Turnover,
    /// From reporter to partner.
    Exports,
    /// From partner to reporter.
    Imports,
    /// Exports less imports; a deficit is negative.
    Balance,
    /// Passing through the reporter.
    Transit,
    /// Made or extracted by the reporter.
    Production,
    /// Used by the reporter.
    Consumption,
    /// In the reporter's ground or stores.
    Reserves,
    /// What a pipeline, plant, port or line can move or make.
    Capacity,
    /// From the investor (reporter) to where it is invested.
    Investment,
    /// From seller to buyer.
    Price,
}

/// Whether it happened. SDMX: OBS_STATUS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is or was so.
    #[default]
    Actual,
    /// Agreed, planned, intended, offered.
    Target,
    /// Expected, projected.
    Forecast,
}

/// Goods by their record name: `natural_gas`, `wheat`, or a text's own words in that form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Commodity(Arc<str>);

/// The slots of a fact that rules fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Slot {
    /// Value, range and unit.
    Quantity,
    /// How the figure is hedged.
    Bound,
    /// Level, change or share.
    Kind,
    /// What is counted.
    Indicator,
    /// Which goods.
    Commodity,
    /// Whose figure.
    Reporter,
    /// The other side.
    Partner,
    /// The reference period.
    Period,
    /// The period compared with.
    Base,
    /// Happened, aimed at, expected.
    Status,
}

/// Which rule filled a slot, from which bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The slot.
    pub slot: Slot,
    /// The rule's name.
    pub rule: std::borrow::Cow<'static, str>,
    /// The bytes that the rule read; `None` where it answered for want of any.
    pub span: Option<Span>,
}

impl Commodity {
    /// Goods by a record name, as it is.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Commodity(name.into())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Writes the name in words: `natural gas`.
    pub(crate) fn write_words<W: fmt::Write + ?Sized>(&self, out: &mut W) -> fmt::Result {
        let mut words = self.0.split('_');
        out.write_str(words.next().unwrap_or_default())?;
        words.try_for_each(|word| out.write_str(" ").and_then(|()| out.write_str(word)))
    }
}

impl fmt::Display for Commodity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Indicator {
    /// All of them, in the record's order.
    pub const ALL: [Indicator; 11] = [
        Indicator::Turnover,
        Indicator::Exports,
        Indicator::Imports,
        Indicator::Balance,
        Indicator::Transit,
        Indicator::Production,
        Indicator::Consumption,
        Indicator::Reserves,
        Indicator::Capacity,
        Indicator::Investment,
        Indicator::Price,
    ];

    /// Whether it counts what flows in a time, so that its amounts add up over time and over countries; stocks, prices,
    /// capacities and balances do not.
    #[must_use]
    pub fn is_flow(self) -> bool {
        !matches!(self, Indicator::Balance | Indicator::Reserves | Indicator::Capacity | Indicator::Price)
    }

    /// Whether it counts goods that go one way over a border: exports or imports.
    #[must_use]
    pub(crate) fn is_one_way(self) -> bool {
        matches!(self, Indicator::Exports | Indicator::Imports)
    }

    /// What the other side calls goods that go one way over a border: exports are imports there.
    #[must_use]
    pub(crate) fn turned(self) -> Option<Indicator> {
        match self {
            Indicator::Exports => Some(Indicator::Imports),
            Indicator::Imports => Some(Indicator::Exports),
            _ => None,
        }
    }

    /// Whether it counts what countries trade with each other: goods that go one way or both, or what one way is more than the other.
    #[must_use]
    pub(crate) fn is_trade(self) -> bool {
        self.is_one_way() || matches!(self, Indicator::Turnover | Indicator::Balance)
    }

    /// The word of the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Indicator::Turnover => "turnover",
            Indicator::Exports => "exports",
            Indicator::Imports => "imports",
            Indicator::Balance => "balance",
            Indicator::Transit => "transit",
            Indicator::Production => "production",
            Indicator::Consumption => "consumption",
            Indicator::Reserves => "reserves",
            Indicator::Capacity => "capacity",
            Indicator::Investment => "investment",
            Indicator::Price => "price",
        }
    }
}

impl Kind {
    /// The word of the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Level => "level",
            Kind::Change => "change",
            Kind::Share => "share",
        }
    }
}

impl Status {
    /// The word of the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Actual => "actual",
            Status::Target => "target",
            Status::Forecast => "forecast",
        }
    }
}

impl Slot {
    /// All of them, in the record's order.
    pub const ALL: [Slot; 10] = [
        Slot::Quantity,
        Slot::Bound,
        Slot::Kind,
        Slot::Indicator,
        Slot::Commodity,
        Slot::Reporter,
        Slot::Partner,
        Slot::Period,
        Slot::Base,
        Slot::Status,
    ];

    /// The word of the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Slot::Quantity => "quantity",
            Slot::Bound => "bound",
            Slot::Kind => "kind",
            Slot::Indicator => "indicator",
            Slot::Commodity => "commodity",
            Slot::Reporter => "reporter",
            Slot::Partner => "partner",
            Slot::Period => "period",
            Slot::Base => "base",
            Slot::Status => "status",
        }
    }
}

/// The flat shape of a fact in a file, as it is read.
#[derive(Deserialize)]
struct Record {
    document: Arc<str>,
    start: usize,
    end: usize,
    quote: String,
    kind: Kind,
    indicator: Indicator,
    #[serde(default)]
    commodity: Option<Commodity>,
    #[serde(default)]
    reporter: Option<Party>,
    #[serde(default)]
    partner: Option<Party>,
    #[serde(default)]
    period: Option<Period>,
    #[serde(default)]
    base: Option<Period>,
    value: Decimal,
    #[serde(default)]
    high: Option<Decimal>,
    unit: Unit,
    #[serde(default)]
    bound: Bound,
    #[serde(default)]
    status: Status,
    #[serde(default)]
    quantum: Option<Decimal>,
    #[serde(default)]
    evidence: Vec<Evidence>,
}

/// The same as it is written, field by field out of the fact.
impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Fact { document, span, quote, kind, indicator, commodity, reporter, partner, period, base, .. } = self;
        let Fact { quantity: Quantity { value, high, unit, bound, quantum }, status, evidence, .. } = self;
        let length = 16 + usize::from(quantum.is_some()) + usize::from(!evidence.is_empty());
        let mut record = serializer.serialize_struct("Record", length)?;
        record.serialize_field("document", document)?;
        record.serialize_field("start", &span.start)?;
        record.serialize_field("end", &span.end)?;
        record.serialize_field("quote", quote)?;
        record.serialize_field("kind", kind)?;
        record.serialize_field("indicator", indicator)?;
        record.serialize_field("commodity", commodity)?;
        record.serialize_field("reporter", reporter)?;
        record.serialize_field("partner", partner)?;
        record.serialize_field("period", period)?;
        record.serialize_field("base", base)?;
        record.serialize_field("value", value)?;
        record.serialize_field("high", high)?;
        record.serialize_field("unit", unit)?;
        record.serialize_field("bound", bound)?;
        record.serialize_field("status", status)?;
        if quantum.is_some() {
            record.serialize_field("quantum", quantum)?;
        }
        if !evidence.is_empty() {
            record.serialize_field("evidence", evidence)?;
        }
        record.end()
    }
}

impl TryFrom<Record> for Fact {
    type Error = Error;

    fn try_from(record: Record) -> Result<Self, Error> {
        if record.end < record.start {
            return Err(Error::new(
                ErrorKind::Value,
                format!("wanted start before end, found {} and {}", record.start, record.end),
            ));
        }
        let quantity = Quantity {
            value: record.value,
            high: record.high,
            unit: record.unit,
            bound: record.bound,
            quantum: record.quantum,
        };
        Ok(Fact {
            document: record.document,
            span: Span::new(record.start, record.end),
            quote: record.quote,
            kind: record.kind,
            indicator: record.indicator,
            commodity: record.commodity,
            reporter: record.reporter,
            partner: record.partner,
            period: record.period,
            base: record.base,
            quantity,
            status: record.status,
            evidence: record.evidence,
        })
    }
}
