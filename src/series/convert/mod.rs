//! One unit in another, with the source of the factor.
//!
//! | from | to | goods | factor |
//! | --- | --- | --- | --- |
//! | `bbl` | `m3` | any | 0.158987294928, exact |
//! | `toe` | `kWh` | any | 11630, exact |
//! | `t` | `m3` | `lng`, `natural_gas` | 1360, 1290 to 1450 |
//! | `m3` | `J` | `natural_gas` | 36 MJ, 34 to 42; or the calorific value that the caller sets |
//! | `t/year` | `bbl/day` | `crude_oil` | 7.33, 6.6 to 8.0, over 365 to 366 days |
//! | `KZT` | `USD` | any | the rate of the period in the caller's [`Rates`]; none is built in |
//!
//! A factor that differs from cargo to cargo makes the interval as wide as the goods traded do. Cubic metres of gas are
//! counted at 0, 15 or 20 °C: where a text does not say, that is open too.

mod rates;
mod table;

pub use rates::Rates;

use std::sync::Arc;

use self::table::Table;
use super::Interval;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Commodity, Decimal, Measure, Period, Unit};

/// Converts figures, with settings for what factors depend on.
///
/// ```
/// use bilateral::series::{Converter, Interval};
/// use bilateral::{Commodity, Unit};
/// let unit = |text: &str| text.parse::<Unit>().unwrap();
/// let of = |value: i64| Interval::point(value.into());
/// let converter = Converter::default();
/// let energy = converter.convert(&of(1), unit("toe"), unit("kWh"), None, None)?;
/// assert_eq!(energy.interval.to_string(), "11630");
///
/// let gas = Commodity::new("natural_gas");
/// let lng = converter.convert(&of(1_850_000), unit("t"), unit("m3"), Some(&gas), None)?;
/// assert!(lng.interval.contains("2560000000".parse()?));
/// assert!(lng.steps[0].source.contains("1.360 bcm"));
/// # Ok::<(), bilateral::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Converter {
    calorific: Option<Decimal>,
    conditions: Conditions,
    rates: Option<Arc<Rates>>,
}

/// The temperature at which the cubic metres of gas of the texts are counted, all at one atmosphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Conditions {
    /// The texts do not say: any of the others.
    #[default]
    Unknown,
    /// Normal: 0 °C, as Europe's transport companies count.
    Normal,
    /// Standard: 15 °C, as the international statistics of energy count; ISO 13443.
    Standard,
    /// 20 °C, as Russia and Central Asia count; GOST 2939.
    Russian,
}

/// A converted figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The values that the figure and the factors leave open.
    pub interval: Interval,
    /// The middle of the figure at the factors as they are stated; `None` where the figure has an open end.
    pub value: Option<Decimal>,
    /// What it is counted in.
    pub unit: Unit,
    /// The factors, in the order of their use; none where the units are equal.
    pub steps: Vec<Step>,
}

/// One factor with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What makes what: `1 t of lng = 1360 m3 (1290 to 1450)`.
    pub factor: String,
    /// Where the factor comes from.
    pub source: String,
}

/// Digits that factors and figures keep on the way, rounded outward: together within the 28 of a decimal.
const FACTOR_DIGITS: u32 = 12;
const FIGURE_DIGITS: u32 = 15;

/// A factor on the way: as stated, and what it can be.
struct Factor {
    stated: Interval,
    range: Interval,
    steps: Vec<Step>,
}

/// Whether the steps to a factor are wanted too: most comparisons only want what the factor can be.
#[derive(Clone, Copy)]
enum Steps {
    Told,
    Untold,
}

impl Steps {
    fn one<'s>(self, step: impl FnOnce() -> (String, &'s str)) -> Vec<Step> {
        match self {
            Steps::Told => {
                let (factor, source) = step();
                vec![Step { factor, source: source.to_owned() }]
            }
            Steps::Untold => Vec::new(),
        }
    }
}

/// A figure at a factor, as [`Converter::range`] gives it.
pub(crate) fn times(figure: &Interval, range: &Interval) -> Interval {
    figure.outward(FIGURE_DIGITS) * *range
}

impl Conditions {
    /// How many cubic metres at these conditions hold the gas of one at `other`; what it can be where either is unknown.
    ///
    /// ```
    /// use bilateral::series::Conditions;
    /// let ratio = Conditions::Normal.per(Conditions::Russian);
    /// assert_eq!(ratio.lower.unwrap().to_significant(4).to_string(), "0.9318");
    /// ```
    #[must_use]
    pub fn per(self, other: Conditions) -> Interval {
        self.kelvin() / other.kelvin()
    }

    fn kelvin(self) -> Interval {
        let hundredths = |kelvin: i128| Decimal::new(kelvin, 2);
        let (lower, upper) = match self {
            Conditions::Unknown => (27315, 29315),
            Conditions::Normal => (27315, 27315),
            Conditions::Standard => (28815, 28815),
            Conditions::Russian => (29315, 29315),
        };
        Interval { lower: hundredths(lower), upper: hundredths(upper) }
    }
}

impl Converter {
    /// Gas of so many megajoules a cubic metre at 15 °C (net 36.0, gross 40.0 in the usual tables), in place of the range.
    #[must_use]
    pub fn with_calorific_value(mut self, megajoules: Decimal) -> Self {
        self.calorific = Decimal::from(1_000_000).checked_mul(megajoules).filter(|value| *value > Decimal::ZERO);
        self
    }

    /// Cubic metres of gas counted at these conditions.
    #[must_use]
    pub fn with_conditions(mut self, conditions: Conditions) -> Self {
        self.conditions = conditions;
        self
    }

    /// Money at the rates of a table.
    #[must_use]
    pub fn with_rates(mut self, rates: Rates) -> Self {
        self.rates = Some(Arc::new(rates));
        self
    }

    /// A figure in another unit. Goods decide what a tonne or a cubic metre holds, the period the rate of a currency, and
    /// the days of a rate: an amount of a period becomes a rate, and a rate an amount, over its days.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`] where no factor is known or can be: other dimensions, goods without an entry, money without a
    /// rate table or a period, a gap in the table. The message says what would do.
    pub fn convert(
        &self,
        figure: &Interval,
        from: Unit,
        to: Unit,
        commodity: Option<&Commodity>,
        period: Option<&Period>,
    ) -> Result<Converted> {
        let factor = self.between(from, to, commodity, period, Steps::Told)?;
        let value = figure
            .middle()
            .and_then(|middle| (Interval::point(middle).outward(FIGURE_DIGITS) * factor.stated).middle());
        Ok(Converted { interval: times(figure, &factor.range), value, unit: to, steps: factor.steps })
    }

    /// What the factor between two units can be at a period, without the steps to it. The interval of
    /// [`Converter::convert`] is a figure [`times`] this.
    pub(crate) fn range(
        &self,
        from: Unit,
        to: Unit,
        commodity: Option<&Commodity>,
        period: Option<&Period>,
    ) -> Option<Interval> {
        self.between(from, to, commodity, period, Steps::Untold).ok().map(|factor| factor.range)
    }

    fn between(
        &self,
        from: Unit,
        to: Unit,
        commodity: Option<&Commodity>,
        period: Option<&Period>,
        steps: Steps,
    ) -> Result<Factor> {
        let factor = self.factor(from.measure, to.measure, commodity, period, steps)?;
        match (from.per, to.per) {
            (one, other) if one == other => Ok(factor),
            (one, other) if is_time(one) && is_time(other) => Ok(factor.then(per_time(from, to, period, steps)?)),
            (Some(one), Some(other)) => Ok(factor.then(self.factor(one, other, commodity, period, steps)?.turned())),
            _ => Err(no_way(from, to, "an amount and a price, or a price and a rate, have no factor")),
        }
    }

    fn factor(
        &self,
        from: Measure,
        to: Measure,
        commodity: Option<&Commodity>,
        period: Option<&Period>,
        steps: Steps,
    ) -> Result<Factor> {
        if from == to {
            return Ok(Factor::point(Decimal::ONE, Vec::new()));
        }
        if let (Measure::Currency(one), Measure::Currency(other)) = (from, to) {
            let Some(rates) = &self.rates else {
                let wanted = "money is converted by a rate table alone: give one (CSV: currency, period, rate)";
                return Err(no_way(Unit::of(from), Unit::of(to), wanted));
            };
            let range = rates.factor(one, other, period)?.outward(FACTOR_DIGITS);
            let steps = steps.one(|| (format!("1 {one} = {range} {other}"), rates.name()));
            return Ok(Factor { stated: range, range, steps });
        }
        let table = Table::embedded();
        let (Some(one), Some(other)) = (table.base(from), table.base(to)) else {
            return Err(no_way(Unit::of(from), Unit::of(to), "there is no factor between them"));
        };
        let exact = |factor: Decimal, measure: Measure, base: Measure, source: &str| {
            let steps = if measure == base { Steps::Untold } else { steps };
            Factor::point(factor, steps.one(|| (format!("1 {measure} = {factor} {base}"), source)))
        };
        let up = exact(one.1, from, one.0, one.2);
        let down = exact(other.1, to, other.0, other.2).turned();
        if one.0 == other.0 {
            // One division, so that a whole number of kilowatt-hours stays one.
            let factor = (Interval::point(one.1) / Interval::point(other.1)).outward(FACTOR_DIGITS);
            let steps = up.steps.into_iter().chain(down.steps).collect();
            return Ok(Factor { stated: factor, range: factor, steps });
        }
        let Some(goods) = commodity else {
            return Err(no_way(Unit::of(from), Unit::of(to), "what the one holds of the other depends on the goods"));
        };
        let known = self.goods(goods, steps);
        let way = known.iter().find(|link| (link.0, link.1) == (one.0, other.0)).map(|link| link.2.copy());
        let way = way.or_else(|| {
            known.iter().find_map(|first| {
                let second = known.iter().find(|second| first.1 == second.0 && second.1 == other.0)?;
                (first.0 == one.0).then(|| first.2.copy().then(second.2.copy()))
            })
        });
        match way {
            Some(way) => Ok(up.then(way).then(down)),
            None => {
                let hint = format!("there is no entry for {} in data/conversions.toml", goods.as_str());
                Err(no_way(Unit::of(from), Unit::of(to), &hint))
            }
        }
    }

    /// What is known of goods between base units, in either direction.
    fn goods(&self, commodity: &Commodity, steps: Steps) -> Vec<(Measure, Measure, Factor)> {
        let table = Table::embedded();
        let mut known = Vec::new();
        for goods in table.of(commodity) {
            let (Some(from), Some(to)) = (table.base(goods.from), table.base(goods.to)) else { continue };
            let chosen = self.calorific.filter(|_| goods.calorific);
            let stated = chosen.unwrap_or(goods.factor);
            let mut range = chosen.map_or(goods.range(), Interval::point);
            if goods.at_15_celsius {
                let warmth = self.conditions.per(Conditions::Standard);
                // A warm cubic metre holds less, and of a tonne there are more.
                range = if goods.from == Measure::CubicMetre { range / warmth } else { range * warmth };
            }
            let steps = steps.one(|| {
                let (name, range) = (commodity.as_str().replace('_', " "), super::words::plain(&range));
                (format!("1 {} of {name} = {stated} {} ({range})", goods.from, goods.to), &goods.source)
            });
            // To base units on both sides: a barrel is so many cubic metres.
            let base = Interval::point(to.1) / Interval::point(from.1);
            let in_base =
                |of: Interval| (of.outward(FACTOR_DIGITS) * base.outward(FACTOR_DIGITS)).outward(FACTOR_DIGITS);
            let factor = Factor { stated: in_base(Interval::point(stated)), range: in_base(range), steps };
            known.push((to.0, from.0, factor.copy().turned()));
            known.push((from.0, to.0, factor));
        }
        known
    }
}

/// Whether a unit is an amount or a rate over time, and no price.
fn is_time(per: Option<Measure>) -> bool {
    matches!(per, None | Some(Measure::Year | Measure::Day))
}

/// From a rate or an amount to another, over the days of a year or of the period.
fn per_time(from: Unit, to: Unit, period: Option<&Period>, steps: Steps) -> Result<Factor> {
    let year = Interval::between(Decimal::from(365), Decimal::from(366));
    let days = |per: Option<Measure>| match per {
        Some(Measure::Day) => Ok(Interval::point(Decimal::ONE)),
        Some(_) => Ok(year),
        None => period
            .map(|period| Interval::point(Decimal::from(period.days())))
            .ok_or_else(|| no_way(from, to, "an amount is a rate over the days of its period: give the period")),
    };
    let (one, other) = (days(from.per)?, days(to.per)?);
    // Over whole years a rate a year is the amount, leap day or not.
    let whole = period.and_then(Period::whole_months).filter(|months| months % 12 == 0).map(|months| months / 12);
    let years = |count: u32| Interval::point(Decimal::from(i64::from(count)));
    let range = match (from.per, to.per, whole) {
        (Some(Measure::Year), None, Some(count)) => years(count),
        (None, Some(Measure::Year), Some(count)) => {
            (Interval::point(Decimal::ONE) / years(count)).outward(FACTOR_DIGITS)
        }
        _ => (other / one).outward(FACTOR_DIGITS),
    };
    let name = |unit: Unit| unit.per.map_or("period".to_owned(), |per| per.to_string());
    let text = || format!("1 {} = {} {}", name(to), super::words::plain(&range), name(from));
    let steps = steps.one(|| (text(), "calendar"));
    let middle = range.middle().map_or(range, Interval::point);
    Ok(Factor { stated: middle, range, steps })
}

impl Factor {
    fn point(value: Decimal, steps: Vec<Step>) -> Self {
        Factor { stated: Interval::point(value), range: Interval::point(value), steps }
    }

    fn then(mut self, mut next: Factor) -> Self {
        self.steps.append(&mut next.steps);
        let product = |one: Interval, other: Interval| (one * other).outward(FACTOR_DIGITS);
        Factor { stated: product(self.stated, next.stated), range: product(self.range, next.range), steps: self.steps }
    }

    fn turned(self) -> Self {
        let one = Interval::point(Decimal::ONE);
        let inverse = |of: Interval| (one / of).outward(FACTOR_DIGITS);
        Factor { stated: inverse(self.stated), range: inverse(self.range), steps: self.steps }
    }

    fn copy(&self) -> Self {
        Factor { stated: self.stated, range: self.range, steps: self.steps.clone() }
    }
}

fn no_way(from: Unit, to: Unit, why: &str) -> Error {
    Error::new(ErrorKind::Argument, format!("{from} cannot be told in {to}: {why}"))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
