//! Plain types and their text forms: no recognition of text, no files.

mod decimal;
mod document;
mod fact;
mod measured;
mod party;
mod period;
mod quantity;
mod relation;
mod span;
mod unit;

pub use decimal::Decimal;
pub use document::Document;
pub(crate) use document::parse_date;
pub use fact::{Commodity, Evidence, Fact, Indicator, Kind, Slot, Status};
pub use measured::{Direction, MeasuredQuantity, UnitName};
pub use party::Party;
pub(crate) use period::MONTHS;
pub use period::{Frequency, Period};
pub use quantity::{Bound, Quantity};
pub use relation::Relation;
pub use span::Span;
pub use unit::{Currency, Dimension, Measure, Unit};

use std::str::FromStr;

use serde::{Deserialize, Deserializer};

/// Reads a value from its text form.
fn from_text<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err = crate::Error>,
{
    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}
