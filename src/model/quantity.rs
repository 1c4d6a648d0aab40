//! A figure as a text states it: value, unit, how it is hedged, and how finely it was written.
//!
//! | text | value | high | unit | bound | quantum |
//! | --- | --- | --- | --- | --- | --- |
//! | *$11.181 billion* | 11181000000 | | `USD` | exact | 1000000 |
//! | *around 50%* | 50 | | `percent` | about | 1 |
//! | *surpassing US$250 million* | 250000000 | | `USD` | at_least | 1000000 |
//! | *1.5 to 2 bcm* | 1500000000 | 2000000000 | `m3` | exact | 100000000 |

use serde::{Deserialize, Serialize};

use super::{Decimal, Unit};

/// A figure with its unit and what its wording leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The figure in the base unit; the lower end of a range. SDMX: OBS_VALUE.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// What is counted.
    pub unit: Unit,
    /// How the wording hedges the figure.
    pub bound: Bound,
    /// One step of the last digit as written, in the base unit; `None` where it was not written in digits.
    pub quantum: Option<Decimal>,
}

/// How a wording hedges its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Stated as it is, to rounding.
    #[default]
    Exact,
    /// *around, nearly, almost, some*.
    About,
    /// *more than, over, surpassing, at least*.
    AtLeast,
    /// *up to, less than, no more than*.
    AtMost,
}

impl Bound {
    /// The word of the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::AtLeast => "at_least",
            Bound::AtMost => "at_most",
        }
    }

    /// A sign to put before the figure in a table: empty, `~`, `≥`, `≤`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Bound::Exact => "",
            Bound::About => "~",
            Bound::AtLeast => "≥",
            Bound::AtMost => "≤",
        }
    }
}
