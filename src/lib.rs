//! Statistics of bilateral trade and energy, read from texts.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod check;
mod error;
mod extract;
pub mod io;
mod lexicon;
mod mention;
mod model;
pub mod report;
mod resolve;
pub mod series;
mod token;

pub use error::{Error, ErrorKind, Position, Result};
pub use extract::{Extractor, PassedOver, Reading};
pub use lexicon::Lexicon;
pub use model::{
    Bound, Commodity, Currency, Decimal, Dimension, Document, Evidence, Fact, Frequency, Indicator, Kind, Measure,
    Party, Period, Quantity, Slot, Span, Status, Unit,
};
pub use series::Dataset;
