//! Units of measure as the record writes them: a measure, and for rates and prices what it is counted per.
//!
//! | text of a document | unit |
//! | --- | --- |
//! | *$11.181 billion* | `USD` |
//! | *43.2 billion cubic meters* | `m3` |
//! | *1.5 bcm per year* | `m3/year` |
//! | *$9.55/MMBtu* | `USD/BTU` |
//! | *14.1 percent* | `percent` |

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind};

/// What a figure counts: a [`Measure`], for a rate or price per another. SDMX: UNIT_MEASURE, with UNIT_MULT 0.
///
/// ```
/// use bilateral::{Dimension, Unit};
/// let unit: Unit = "m3/year".parse().unwrap();
/// assert_eq!(unit.measure.dimension(), Dimension::Volume);
/// assert_eq!(unit.to_string(), "m3/year");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// What is counted.
    pub measure: Measure,
    /// For a rate the time, for a price the amount, that it is counted per.
    pub per: Option<Measure>,
}

/// One base unit, without multiples: a figure of *43.2 bcm* is 43200000000 `m3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Measure {
    /// Hundredths.
    Percent,
    /// Differences of percentages.
    PercentagePoints,
    /// The new over the old.
    Times,
    /// An ISO 4217 code.
    Currency(Currency),
    /// Cubic metres.
    CubicMetre,
    /// Metric tonnes.
    Tonne,
    /// Barrels of 42 US gallons.
    Barrel,
    /// Litres.
    Litre,
    /// US bushels; what one weighs is by its grain.
    Bushel,
    /// Troy ounces, that prices of precious metals are told for.
    Ounce,
    /// Tonnes of oil equivalent (41.868 GJ).
    ToeEnergy,
    /// Kilowatt-hours.
    KilowattHour,
    /// Joules.
    Joule,
    /// British thermal units (international table).
    Btu,
    /// Watts.
    Watt,
    /// Pieces, heads, kinds of goods.
    Items,
    /// Trains.
    Trains,
    /// Twenty-foot equivalent units of containers.
    Teu,
    /// Years, under a rate.
    Year,
    /// Days, under a rate.
    Day,
}

/// An ISO 4217 currency code, past ones included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

/// What kind of thing a unit measures; figures of one dimension can be converted into each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Dimension {
    /// Percent, percentage points, times.
    Ratio,
    /// An amount of money.
    Money,
    /// A volume of gas or liquid.
    Volume,
    /// A mass.
    Mass,
    /// An amount of energy.
    Energy,
    /// Energy over time.
    Power,
    /// A number of things.
    Count,
    /// A duration, only under a rate.
    Time,
}

const NAMED: [(Measure, &str); 19] = [
    (Measure::Percent, "percent"),
    (Measure::PercentagePoints, "percentage_points"),
    (Measure::Times, "times"),
    (Measure::CubicMetre, "m3"),
    (Measure::Tonne, "t"),
    (Measure::Barrel, "bbl"),
    (Measure::Litre, "l"),
    (Measure::Bushel, "bu"),
    (Measure::Ounce, "oz"),
    (Measure::ToeEnergy, "toe"),
    (Measure::KilowattHour, "kWh"),
    (Measure::Joule, "J"),
    (Measure::Btu, "BTU"),
    (Measure::Watt, "W"),
    (Measure::Items, "items"),
    (Measure::Trains, "trains"),
    (Measure::Teu, "TEU"),
    (Measure::Year, "year"),
    (Measure::Day, "day"),
];

impl Measure {
    /// What it measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match self {
            Measure::Percent | Measure::PercentagePoints | Measure::Times => Dimension::Ratio,
            Measure::Currency(_) => Dimension::Money,
            Measure::CubicMetre | Measure::Barrel | Measure::Litre | Measure::Bushel => Dimension::Volume,
            Measure::Tonne | Measure::Ounce => Dimension::Mass,
            Measure::ToeEnergy | Measure::KilowattHour | Measure::Joule | Measure::Btu => Dimension::Energy,
            Measure::Watt => Dimension::Power,
            Measure::Items | Measure::Trains | Measure::Teu => Dimension::Count,
            Measure::Year | Measure::Day => Dimension::Time,
        }
    }
}

impl Unit {
    /// Percent.
    pub const PERCENT: Unit = Unit { measure: Measure::Percent, per: None };
    /// The new over the old.
    pub const TIMES: Unit = Unit { measure: Measure::Times, per: None };
    /// Differences of percentages.
    pub const PERCENTAGE_POINTS: Unit = Unit { measure: Measure::PercentagePoints, per: None };

    /// A plain unit.
    #[must_use]
    pub fn of(measure: Measure) -> Self {
        Unit { measure, per: None }
    }

    /// The same measure per `per`.
    #[must_use]
    pub fn per(self, per: Measure) -> Self {
        Unit { per: Some(per), ..self }
    }

    /// Whether it is percent, percentage points or times.
    #[must_use]
    pub fn is_ratio(self) -> bool {
        self.measure.dimension() == Dimension::Ratio
    }

    /// Whether it is money per an amount of goods.
    #[must_use]
    pub fn is_price(self) -> bool {
        self.measure.dimension() == Dimension::Money && self.per.is_some_and(|per| per.dimension() != Dimension::Time)
    }

    /// Whether it counts goods by weight or volume, an amount or a rate. No price does, which is of money.
    #[must_use]
    pub(crate) fn is_bulk(self) -> bool {
        matches!(self.measure.dimension(), Dimension::Volume | Dimension::Mass)
    }

    /// Whether goods are counted in it by weight, volume or energy.
    #[must_use]
    pub(crate) fn is_goods(self) -> bool {
        self.is_bulk() || self.measure.dimension() == Dimension::Energy
    }

    /// Whether it is money that is no price: a sum, or so much by the year.
    #[must_use]
    pub(crate) fn is_money(self) -> bool {
        self.measure.dimension() == Dimension::Money && !self.is_price()
    }

    /// Whether it is money that is for nothing else: no price, and nothing by the year.
    #[must_use]
    pub(crate) fn is_sum(self) -> bool {
        self.measure.dimension() == Dimension::Money && self.per.is_none()
    }

    /// Whether it is an amount per year or day.
    #[must_use]
    pub fn is_rate(self) -> bool {
        self.per.is_some_and(|per| per.dimension() == Dimension::Time)
    }
}

impl Currency {
    /// The currency with this code, or `None` where it is not three capital letters.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Currency(bytes))
    }

    /// The three letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Currency(currency) => f.write_str(currency.as_str()),
            other => f.write_str(NAMED.iter().find(|(m, _)| m == other).map_or("?", |(_, name)| name)),
        }
    }
}

impl FromStr for Measure {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some((measure, _)) = NAMED.iter().find(|(_, name)| *name == text) {
            return Ok(*measure);
        }
        // TEU and BTU have the shape of a currency code, so the names go first.
        Currency::new(text).map(Measure::Currency).ok_or_else(|| {
            Error::new(ErrorKind::Value, format!("wanted a unit such as USD, m3, t, kWh or percent, found {text:?}"))
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.measure)?;
        self.per.map_or(Ok(()), |per| write!(f, "/{per}"))
    }
}

impl FromStr for Unit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (measure, per) = match text.split_once('/') {
            Some((measure, per)) => (measure, Some(per.parse()?)),
            None => (text, None),
        };
        Ok(Unit { measure: measure.parse()?, per })
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_form_comes_back() {
        for text in ["percent", "USD", "m3", "m3/year", "bbl/day", "USD/m3", "KGS/t", "TEU", "BTU", "USD/BTU", "items"]
        {
            assert_eq!(text.parse::<Unit>().unwrap().to_string(), text);
        }
        for text in ["", "usd", "m3/", "/year", "US", "m3/year/day"] {
            assert!(text.parse::<Unit>().is_err(), "{text}");
        }
    }

    #[test]
    fn prices_and_rates_differ() {
        let unit = |text: &str| text.parse::<Unit>().unwrap();
        assert!(unit("USD/t").is_price() && !unit("USD/t").is_rate());
        assert!(unit("t/year").is_rate() && !unit("t/year").is_price());
        assert!(unit("USD/year").is_rate() && !unit("USD/year").is_price());
    }
}
