//! Figures in words and signs, as tables and messages show them.
//!
//! | value | unit | shown |
//! | --- | --- | --- |
//! | 11181000000 | `USD` | `11.181 billion USD` |
//! | 43200000000 | `m3` | `43.2 billion m3` |
//! | 14.1 | `percent` | `14.1 percent` |
//! | 2319316688 to 2322227093 | `USD` | `2.3193 to 2.3222 billion USD` |

use std::fmt::{self, Display};

use super::Interval;
use crate::model::{Bound, Decimal, Measure, Quantity, Unit};

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
    one_value(value, unit).to_string()
}

/// A figure with the sign of its bound and the end of its range: `≥ 250 million USD`, `1.5 to 2 billion m3`.
#[must_use]
pub fn quantity_words(figure: &Quantity) -> String {
    quantity(figure).to_string()
}

/// An interval to five significant digits an end, with the unit: `2.3193 to 2.3222 billion USD`, `at least 125 million
/// USD`.
#[must_use]
pub fn interval_words(ends: &Interval, unit: Unit) -> String {
    interval(ends, unit).to_string()
}

/// An interval to five significant digits an end, without the unit.
#[must_use]
pub fn ends(interval: &Interval, unit: Unit) -> String {
    both_ends(interval, unit).to_string()
}

/// An interval of percent to two digits after the point: `14.1`, `13.8 to 14.4`, with a sign before a rise.
#[must_use]
pub fn percent_words(interval: &Interval) -> String {
    percent(interval).to_string()
}

// The same to be written into a longer text, without a text of their own.

pub(crate) fn one_value(value: Decimal, unit: Unit) -> impl Display {
    let (power, word) = scale_of(value, unit);
    fmt::from_fn(move |f| write!(f, "{}{word} {}", down(value, power), unit_word(unit)))
}

pub(crate) fn quantity(quantity: &Quantity) -> impl Display + use<> {
    let Quantity { value, high, unit, bound, .. } = *quantity;
    fmt::from_fn(move |f| {
        let sign = bound.sign();
        f.write_str(sign)?;
        if !sign.is_empty() {
            f.write_str(" ")?;
        }
        let Some(high) = high else { return one_value(value, unit).fmt(f) };
        let (power, word) = scale_of(high, unit);
        write!(f, "{} to {}{word} {}", down(value, power), down(high, power), unit_word(unit))
    })
}

pub(crate) fn interval(interval: &Interval, unit: Unit) -> impl Display + use<> {
    let ends = both_ends(interval, unit);
    fmt::from_fn(move |f| write!(f, "{ends} {}", unit_word(unit)))
}

fn both_ends(interval: &Interval, unit: Unit) -> impl Display + use<> {
    let short = |value: Decimal| value.to_significant(SHOWN);
    let (lower, upper) = (interval.lower.map(short), interval.upper.map(short));
    fmt::from_fn(move |f| {
        let (power, word) = match (lower, upper) {
            (Some(lower), Some(upper)) => scale_of(lower.abs().max(upper.abs()), unit),
            (Some(end), None) | (None, Some(end)) => scale_of(end, unit),
            (None, None) => return f.write_str("unknown"),
        };
        let shown = |end: Decimal| down(end, power);
        match (lower, upper) {
            (Some(lower), Some(upper)) if lower == upper => write!(f, "{}{word}", shown(lower)),
            (Some(lower), Some(upper)) => write!(f, "{} to {}{word}", shown(lower), shown(upper)),
            (Some(lower), None) => write!(f, "at least {}{word}", shown(lower)),
            (None, Some(upper)) => write!(f, "at most {}{word}", shown(upper)),
            (None, None) => Ok(()),
        }
    })
}

/// The ends of an interval to five significant digits, whatever the unit.
pub(crate) fn plain(interval: &Interval) -> Interval {
    let short = |end: Option<Decimal>| end.map(|end| end.to_significant(SHOWN));
    Interval { lower: short(interval.lower), upper: short(interval.upper) }
}

pub(crate) fn percent(interval: &Interval) -> impl Display + use<> {
    signed_percent(interval, "+")
}

/// The same without a sign before a rise: a share.
pub(crate) fn share(interval: &Interval) -> impl Display + use<> {
    signed_percent(interval, "")
}

/// Percent with a sign before the first figure that is above zero, and a plus before a later one.
fn signed_percent(interval: &Interval, first: &'static str) -> impl Display + use<> {
    let short = |value: Decimal| two_places(value.div_floor(Decimal::ONE, 6).unwrap_or(value));
    let (lower, upper) = (interval.lower.map(short), interval.upper.map(short));
    let sign = |value: Decimal, plus: &'static str| if value > Decimal::ZERO { plus } else { "" };
    fmt::from_fn(move |f| match (lower, upper) {
        (Some(lower), Some(upper)) if lower == upper => write!(f, "{}{lower} %", sign(lower, first)),
        (Some(lower), Some(upper)) => write!(f, "{}{lower} to {}{upper} %", sign(lower, first), sign(upper, "+")),
        (Some(lower), None) => write!(f, "at least {}{lower} %", sign(lower, "+")),
        (None, Some(upper)) => write!(f, "at most {}{upper} %", sign(upper, "+")),
        (None, None) => f.write_str("unknown"),
    })
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
    value.shifted(-power).unwrap_or(value)
}

fn unit_word(unit: Unit) -> impl Display {
    fmt::from_fn(move |f| {
        let word = |measure: Measure, f: &mut fmt::Formatter<'_>| match measure {
            Measure::PercentagePoints => f.write_str("percentage points"),
            measure => measure.fmt(f),
        };
        word(unit.measure, f)?;
        unit.per.map_or(Ok(()), |per| f.write_str("/").and_then(|()| word(per, f)))
    })
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
        assert_eq!(interval_words(&between, usd), "2.3193 to 2.3222 billion USD");
        assert_eq!(interval_words(&Interval::at_least(d("125000000")), usd), "at least 125 million USD");
        assert_eq!(percent_words(&Interval::between(d("-5.3333"), d("0.005"))), "-5.33 to +0.01 %");
        assert_eq!(percent_words(&Interval::point(d("14.1"))), "+14.1 %");
        assert_eq!(percent_words(&Interval::point(d("0"))), "0 %");
        assert_eq!(share(&Interval::between(d("5.3333"), d("6"))).to_string(), "5.33 to +6 %");
        assert_eq!(share(&Interval::at_least(d("5"))).to_string(), "at least +5 %");
    }
}
