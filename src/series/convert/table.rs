//! The factors of `data/conversions.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Commodity, Decimal, Measure};
use crate::series::Interval;

/// What one unit is in another.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Table {
    exact: Vec<Exact>,
    goods: Vec<Goods>,
}

#[derive(Debug, Clone, Deserialize)]
struct Exact {
    #[serde(deserialize_with = "measure")]
    measure: Measure,
    #[serde(deserialize_with = "measure")]
    base: Measure,
    factor: Decimal,
    source: String,
}

/// What a unit of goods holds.
#[derive(Debug, Clone, Deserialize)]
pub struct Goods {
    commodities: Vec<String>,
    #[serde(deserialize_with = "measure")]
    pub from: Measure,
    #[serde(deserialize_with = "measure")]
    pub to: Measure,
    pub factor: Decimal,
    low: Decimal,
    high: Decimal,
    /// Whether it is the calorific value of gas, which a caller can set.
    #[serde(default)]
    pub calorific: bool,
    /// Whether cubic metres of gas at 15 °C are meant.
    #[serde(default)]
    pub at_15_celsius: bool,
    pub source: String,
}

fn measure<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Measure, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

static EMBEDDED: LazyLock<Table> = LazyLock::new(|| {
    // The table is part of the crate, and a test reads it: it cannot fail here.
    read(include_str!("../../../data/conversions.toml")).unwrap_or_default()
});

fn read(text: &str) -> Result<Table, toml::de::Error> {
    toml::from_str(text)
}

impl Table {
    pub fn embedded() -> &'static Table {
        &EMBEDDED
    }

    /// The base unit of a measure, how many of it make one, and the source; `None` for money, counts and times.
    pub fn base(&self, measure: Measure) -> Option<(Measure, Decimal, &str)> {
        let entry = self.exact.iter().find(|entry| entry.measure == measure)?;
        Some((entry.base, entry.factor, &entry.source))
    }

    /// What is known of goods, with the measures of either side as written in the table.
    pub fn of(&self, commodity: &Commodity) -> impl Iterator<Item = &Goods> {
        self.goods.iter().filter(|goods| goods.commodities.iter().any(|name| name == commodity.as_str()))
    }
}

impl Goods {
    /// What the goods traded can have.
    pub fn range(&self) -> Interval {
        Interval::between(self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_factor_lies_in_its_range_and_has_a_source() {
        let table = read(include_str!("../../../data/conversions.toml")).unwrap();
        assert!(table.exact.len() >= 8 && table.goods.len() >= 10);
        for goods in &table.goods {
            assert!(goods.range().contains(goods.factor), "{}", goods.source);
            assert!(goods.source.len() > 10 && goods.low > Decimal::ZERO);
            for measure in [goods.from, goods.to] {
                assert!(table.base(measure).is_some(), "{measure} has no base");
            }
        }
        assert!(table.exact.iter().all(|exact| exact.factor > Decimal::ZERO && !exact.source.is_empty()));
    }
}
