//! Kinds of figures by what they are counted in, as bits: rules of goods by weight are not asked of money.

use crate::model::{Dimension, Unit};

/// Kinds of figures.
#[derive(Debug, Clone, Copy)]
pub struct Figures(u32);

/// How many dimensions there are.
const DIMENSIONS: usize = 8;

impl Figures {
    /// Any figure.
    pub const ALL: Figures = Figures(u32::MAX);
    /// Percent, percentage points, times.
    pub const RATIO: Figures = Figures::of(&[Dimension::Ratio]);
    /// Money, a price too.
    pub const MONEY: Figures = Figures::of(&[Dimension::Money]);
    /// Money that is neither a price nor a rate.
    pub const SUM: Figures = Figures(Figures::MONEY.0 & Figures::PLAIN.0);
    /// Money that is no price.
    pub const NO_PRICE: Figures = Figures(Figures::MONEY.0 & (Figures::PLAIN.0 | Figures::RATE.0));
    /// Weights and volumes, and how much of them in a time.
    pub const BULK: Figures = Figures::of(&[Dimension::Volume, Dimension::Mass]);
    /// Those, and energy.
    pub const GOODS: Figures = Figures::BULK.or(Figures::of(&[Dimension::Energy]));
    /// A number of things.
    pub const COUNT_OF: Figures = Figures::of(&[Dimension::Count]);
    /// Power.
    pub const POWER: Figures = Figures::of(&[Dimension::Power]);
    /// What is no ratio.
    pub const AMOUNT: Figures = Figures(!Figures::RATIO.0);
    /// So much in a time.
    pub const RATE: Figures = Figures(EACH << DIMENSIONS);
    /// Weights and volumes, without those in a time.
    pub const PLAIN_BULK: Figures = Figures(Figures::BULK.0 & Figures::PLAIN.0);
    /// Goods in a time.
    pub const RATE_OF_GOODS: Figures = Figures(Figures::GOODS.0 & Figures::RATE.0);
    /// So much for nothing else.
    const PLAIN: Figures = Figures(EACH);

    /// How many kinds there are: of each dimension those alone, those in a time, those for something else.
    pub const COUNT: usize = 3 * DIMENSIONS;

    /// Those of these dimensions.
    const fn of(dimensions: &[Dimension]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < dimensions.len() {
            let bit = 1 << dimensions[at] as u32;
            bits |= bit | bit << DIMENSIONS | bit << (2 * DIMENSIONS);
            at += 1;
        }
        Figures(bits)
    }

    /// Those of both.
    pub const fn or(self, other: Figures) -> Self {
        Figures(self.0 | other.0)
    }

    /// Whether the kind of this number is among them.
    pub const fn hold(self, kind: usize) -> bool {
        self.0 >> kind & 1 != 0
    }

    /// The number of the kind of figures in this unit.
    pub fn kind_of(unit: Unit) -> usize {
        let per = match unit.per {
            None => 0,
            Some(per) if per.dimension() == Dimension::Time => 1,
            Some(_) => 2,
        };
        unit.measure.dimension() as usize + per * DIMENSIONS
    }
}

/// A bit for each dimension.
const EACH: u32 = (1 << DIMENSIONS) - 1;

#[cfg(test)]
mod tests {
    use super::Figures;
    use crate::model::Unit;

    #[test]
    fn kinds_are_those_of_units() {
        let units = [
            "percent", "times", "USD", "USD/t", "USD/year", "t", "t/year", "bbl/day", "m3", "kWh", "kWh/year", "W",
            "items", "TEU/day", "day",
        ];
        for unit in units.map(|text| text.parse::<Unit>().unwrap()) {
            let is = |figures: Figures| figures.hold(Figures::kind_of(unit));
            assert!(is(Figures::ALL));
            assert_eq!(is(Figures::RATIO), unit.is_ratio(), "{unit}");
            assert_eq!(is(Figures::AMOUNT), !unit.is_ratio(), "{unit}");
            assert_eq!(is(Figures::BULK), unit.is_bulk(), "{unit}");
            assert_eq!(is(Figures::PLAIN_BULK), unit.is_bulk() && unit.per.is_none(), "{unit}");
            assert_eq!(is(Figures::RATE), unit.is_rate(), "{unit}");
            assert_eq!(is(Figures::MONEY) && !is(Figures::NO_PRICE), unit.is_price(), "{unit}");
            assert_eq!(is(Figures::SUM), is(Figures::MONEY) && unit.per.is_none(), "{unit}");
        }
    }
}
