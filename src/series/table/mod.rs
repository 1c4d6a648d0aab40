//! Tables for polars (feature `polars`): the one public place whose types are another crate's.
//!
//! | function | a row is |
//! | --- | --- |
//! | [`facts_frame`] | a fact ([`FACTS`]) |
//! | [`series_frame`] | an observation, stated or implied ([`SERIES`]) |
//! | [`growth_frame`] | the year-on-year growth of a series at a period ([`GROWTH`]) |
//! | [`wide_frame`] | a period; a column a series ([`WIDE`], then one number a series) |
//!
//! This module follows the polars it is built with, which [`polars`] re-exports: a new polars can change it where the
//! rest of the crate stays. Figures are binary floats here, for computing and plotting; `lower` and `upper` are rounded
//! outward, and `value_text` holds the exact decimal.
//!
//! ```
//! use bilateral::series::{Dataset, table};
//! let frame = table::series_frame(&Dataset::from_facts(&[])).unwrap();
//! assert_eq!((frame.height(), frame.width()), (0, table::SERIES.len()));
//! ```

mod file;
mod frame;
pub mod growth;

pub use ::polars;

pub use file::{read_table, read_table_as, table_extensions, write_table};
pub use frame::{facts_frame, growth_frame, series_frame, wide_frame};

/// One column of a table: what it is called, holds and means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The name in the heading.
    pub name: &'static str,
    /// What sort of value it holds.
    pub dtype: FieldType,
    /// What it means, with its unit.
    pub meaning: &'static str,
}

/// The sorts of values in tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldType {
    /// polars `String`.
    Text,
    /// polars `Float64`.
    Number,
    /// polars `Int64`.
    Count,
    /// polars `Date`.
    Day,
}

impl FieldType {
    /// The polars type.
    #[must_use]
    pub fn polars(self) -> polars::prelude::DataType {
        use polars::prelude::DataType;
        match self {
            FieldType::Text => DataType::String,
            FieldType::Number => DataType::Float64,
            FieldType::Count => DataType::Int64,
            FieldType::Day => DataType::Date,
        }
    }
}

const fn field(name: &'static str, dtype: FieldType, meaning: &'static str) -> Field {
    Field { name, dtype, meaning }
}

const DOCUMENT: Field = field("document", FieldType::Text, "id of the document");
const START: Field = field("start", FieldType::Count, "first byte of the quote in the document's text");
const END: Field = field("end", FieldType::Count, "byte after the last of the quote");
const QUOTE: Field = field("quote", FieldType::Text, "the words that carry value and unit");
const INDICATOR: Field = field("indicator", FieldType::Text, "what is counted, as in the fact record");
const COMMODITY: Field = field("commodity", FieldType::Text, "which goods; null for goods in total");
const REPORTER: Field = field("reporter", FieldType::Text, "whose figure: ISO 3166-1 alpha-3 or a group");
const PARTNER: Field = field("partner", FieldType::Text, "the other side, in the same codes");
const PERIOD: Field = field("period", FieldType::Text, "the reference period in the record's form, 2023-Q1");
const FIRST_DAY: Field = field("first_day", FieldType::Day, "first day of the period");
const LAST_DAY: Field = field("last_day", FieldType::Day, "last day of the period, itself included");
const VALUE: Field = field("value", FieldType::Number, "the figure in the unit; the lower end of a range");
const HIGH: Field = field("high", FieldType::Number, "the upper end of a range in the unit, else null");
const LOWER: Field = field("lower", FieldType::Number, "least value that the wording leaves open; null is without end");
const UPPER: Field =
    field("upper", FieldType::Number, "greatest value that the wording leaves open; null is without end");
const VALUE_TEXT: Field = field("value_text", FieldType::Text, "the exact decimal of value");
const SCALE: Field = field("scale", FieldType::Count, "digits after the point of value_text");
const UNIT: Field = field("unit", FieldType::Text, "what is counted, without multiples: USD, m3, m3/year, percent");
const BOUND: Field = field("bound", FieldType::Text, "exact, about, at_least or at_most");
const STATUS: Field = field("status", FieldType::Text, "actual, target or forecast");
const FREQUENCY: Field = field("frequency", FieldType::Text, "how long the periods of the series are");
const PUBLISHED: Field = field("published", FieldType::Day, "day of publication of the document");

/// The columns of [`facts_frame`].
pub const FACTS: &[Field] = &[
    DOCUMENT,
    START,
    END,
    QUOTE,
    field("kind", FieldType::Text, "level, change or share"),
    INDICATOR,
    COMMODITY,
    REPORTER,
    PARTNER,
    PERIOD,
    FIRST_DAY,
    LAST_DAY,
    field("base", FieldType::Text, "for a change the period compared with; null is the same a year before"),
    VALUE,
    HIGH,
    LOWER,
    UPPER,
    VALUE_TEXT,
    SCALE,
    UNIT,
    BOUND,
    field("quantum", FieldType::Text, "one step of the last digit written, in the unit"),
    STATUS,
];

/// The columns of [`series_frame`].
pub const SERIES: &[Field] = &[
    field("series", FieldType::Text, "the series in words"),
    INDICATOR,
    COMMODITY,
    REPORTER,
    PARTNER,
    UNIT,
    FREQUENCY,
    STATUS,
    PERIOD,
    FIRST_DAY,
    LAST_DAY,
    VALUE,
    HIGH,
    LOWER,
    UPPER,
    VALUE_TEXT,
    SCALE,
    BOUND,
    field("rank", FieldType::Count, "0 for the statement of the period that tables show, then 1, 2, ..."),
    field("origin", FieldType::Text, "stated, or implied"),
    field("derivation", FieldType::Text, "how an implied figure follows"),
    field("teller", FieldType::Text, "the party whose figure the document tells"),
    DOCUMENT,
    START,
    END,
    QUOTE,
    PUBLISHED,
    field("source", FieldType::Text, "publisher of the document"),
];

/// The columns of [`growth_frame`].
pub const GROWTH: &[Field] = &[
    field("series", FieldType::Text, "the series in words"),
    INDICATOR,
    COMMODITY,
    REPORTER,
    PARTNER,
    UNIT,
    FREQUENCY,
    STATUS,
    PERIOD,
    FIRST_DAY,
    LAST_DAY,
    field("base", FieldType::Text, "the period one year before"),
    field("level", FieldType::Number, "the figure at the period, in the unit"),
    field("base_level", FieldType::Number, "the figure at the base, in the unit"),
    field("percent_lower", FieldType::Number, "least growth in percent; null is without end"),
    field("percent_upper", FieldType::Number, "greatest growth in percent; null is without end"),
    field(
        "stated",
        FieldType::Number,
        "the growth that a document states for that base, in percent; null where none does",
    ),
    field("document", FieldType::Text, "id of the document of the figure"),
    field("base_document", FieldType::Text, "id of the document of the base"),
];

/// The first columns of [`wide_frame`]; after them each series has one number column under its name in words.
pub const WIDE: &[Field] = &[PERIOD, FIRST_DAY, LAST_DAY];

#[cfg(test)]
mod tests;
