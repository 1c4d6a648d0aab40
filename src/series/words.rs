//! Figures in words and signs, as tables and messages show them.
//!
//! | value | unit | shown |
//! | --- | --- | --- |
//! | 11181000000 | `USD` | `11.181 billion USD` |
//! | 43200000000 | `m3` | `43.2 billion m3` |
//! | 14.1 | `percent` | `14.1 percent` |
//! | 2319316688 to 2322227093 | `USD` | `2.3193 to 2.3222 billion USD` |

use super::Interval;
use crate::model::{Bound, Decimal, Quantity, Unit};

const SCALES: [(i32, &str); 4] = [(12, " trillion"), (9, " billion"), (6, " million"), (0, "")];

/// The digits that computed ends are shown with.
const SHOWN: u32 = 5;

/// A figure scaled readably, with its unit; every digit is kept.
///
/// ```
/// use bilateral::series::scaled;
/// let value = "11181000000".parse().unwrap();
/// assert_eq!(scaled(value, "USD".parse().unwrap()), "11.181 billion USD");
/// ```
#[must_use]
pub fn scaled(value: Decimal, unit: Unit) -> String {
    let (power, word) = scale_of(value, unit);
    format!("{}{word} {}", down(value, power), unit_word(unit))
}

/// A figure with the sign of its bound and the end of its range: `≥ 250 million USD`, `1.5 to 2 billion m3`.
#[must_use]
pub fn quantity(quantity: &Quantity) -> String {
    let sign = quantity.bound.sign();
    let gap = if sign.is_empty() { "" } else { " " };
    match quantity.high {
        None => format!("{sign}{gap}{}", scaled(quantity.value, quantity.unit)),
        Some(high) => {
            let (power, word) = scale_of(high, quantity.unit);
            let (low, high) = (down(quantity.value, power), down(high, power));
            format!("{sign}{gap}{low} to {high}{word} {}", unit_word(quantity.unit))
        }
    }
}

/// An interval to five significant digits an end, with the unit: `2.3193 to 2.3222 billion USD`, `at least 125 million
/// USD`.
#[must_use]
pub fn interval(interval: &Interval, unit: Unit) -> String {
    format!("{} {}", ends(interval, unit), unit_word(unit))
}

/// An interval to five significant digits an end, without the unit.
#[must_use]
pub fn ends(interval: &Interval, unit: Unit) -> String {
    let short = |value: Decimal| value.to_significant(SHOWN);
    let one = |value: Decimal| {
        let (power, word) = scale_of(value, unit);
        format!("{}{word}", down(value, power))
    };
    match (interval.lower.map(short), interval.upper.map(short)) {
        (Some(lower), Some(upper)) if lower == upper => one(lower),
        (Some(lower), Some(upper)) => {
            let (power, word) = scale_of(lower.abs().max(upper.abs()), unit);
            format!("{} to {}{word}", down(lower, power), down(upper, power))
        }
        (Some(lower), None) => format!("at least {}", one(lower)),
        (None, Some(upper)) => format!("at most {}", one(upper)),
        (None, None) => "unknown".into(),
    }
}

/// The ends of an interval to five significant digits, whatever the unit.
pub(crate) fn plain(interval: &Interval) -> String {
    let short = |end: Option<Decimal>| end.map(|end| end.to_significant(SHOWN));
    Interval { lower: short(interval.lower), upper: short(interval.upper) }.to_string()
}

/// An interval of percent to two digits after the point: `14.1`, `13.8 to 14.4`, with a sign before a rise.
#[must_use]
pub fn percent(interval: &Interval) -> String {
    let short = |value: Decimal| {
        let rounded = two_places(value.div_floor(Decimal::ONE, 6).unwrap_or(value));
        format!("{}{rounded}", if rounded > Decimal::ZERO { "+" } else { "" })
    };
    match (interval.lower.map(short), interval.upper.map(short)) {
        (Some(lower), Some(upper)) if lower == upper => format!("{lower} %"),
        (Some(lower), Some(upper)) => format!("{lower} to {upper} %"),
        (Some(lower), None) => format!("at least {lower} %"),
        (None, Some(upper)) => format!("at most {upper} %"),
        (None, None) => "unknown".into(),
    }
}

/// The sign that an interval has as a whole, for a figure that stands for it.
pub(crate) fn bound_of(interval: &Interval) -> Bound {
    match (interval.lower, interval.upper) {
        (Some(_), Some(_)) => Bound::Exact,
        (Some(_), None) => Bound::AtLeast,
        (None, Some(_)) => Bound::AtMost,
        (None, None) => Bound::About,
    }
}

/// Rounded to two digits after the point, halves away from zero.
fn two_places(value: Decimal) -> Decimal {
    let half = Decimal::new(5, 3).unwrap_or(Decimal::ZERO);
    let rounded = if value.is_negative() {
        value.checked_sub(half).and_then(|v| v.div_ceil(Decimal::ONE, 2))
    } else {
        value.checked_add(half).and_then(|v| v.div_floor(Decimal::ONE, 2))
    };
    rounded.unwrap_or(value)
}

/// The power of ten that a figure is shown in, with its word; ratios and small prices stay as they are.
fn scale_of(value: Decimal, unit: Unit) -> (i32, &'static str) {
    let magnitude = if unit.is_ratio() { 0 } else { value.magnitude().unwrap_or(0) };
    SCALES.iter().copied().find(|(power, _)| *power <= magnitude).unwrap_or((0, ""))
}

fn down(value: Decimal, power: i32) -> Decimal {
    Decimal::power_of_ten(-power).and_then(|factor| value.checked_mul(factor)).unwrap_or(value)
}

fn unit_word(unit: Unit) -> String {
    let word = unit.to_string();
    if word.contains('_') { word.replace("percentage_points", "percentage points") } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn figures_are_scaled_readably() {
        for (value, unit, shown) in [
            ("11181000000", "USD", "11.181 billion USD"),
            ("-132000000", "USD", "-132 million USD"),
            ("250000", "t", "250000 t"),
            ("0", "USD", "0 USD"),
            ("14.1", "percent", "14.1 percent"),
            ("11300000000000", "m3", "11.3 trillion m3"),
            ("0.1", "USD/m3", "0.1 USD/m3"),
        ] {
            assert_eq!(scaled(d(value), unit.parse().unwrap()), shown);
        }
    }

    #[test]
    fn intervals_are_shown_with_their_ends() {
        let usd = "USD".parse().unwrap();
        let between = Interval::between(d("2319316688.5675"), d("2322227093.38"));
        assert_eq!(interval(&between, usd), "2.3193 to 2.3222 billion USD");
        assert_eq!(interval(&Interval::at_least(d("125000000")), usd), "at least 125 million USD");
        assert_eq!(percent(&Interval::between(d("-5.3333"), d("0.005"))), "-5.33 to +0.01 %");
        assert_eq!(percent(&Interval::point(d("14.1"))), "+14.1 %");
        assert_eq!(percent(&Interval::point(d("0"))), "0 %");
    }
}
