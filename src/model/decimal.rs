//! Exact decimal numbers, as they are written.
//!
//! | text | value | printed |
//! | --- | --- | --- |
//! | `11.181` | 11.181 | `11.181` |
//! | `14.10` | 14.1 | `14.1` |

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal as Inner;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind};

/// An exact decimal of up to 28 digits. No operation rounds: where a result does not fit, there is none.
///
/// ```
/// use bilateral::Decimal;
/// let billions: Decimal = "11.181".parse().unwrap();
/// let dollars = billions.checked_mul(Decimal::from(1_000_000_000)).unwrap();
/// assert_eq!(dollars.to_string(), "11181000000");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(Inner);

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal(Inner::ZERO);
    /// One.
    pub const ONE: Decimal = Decimal(Inner::ONE);
    /// A hundred.
    pub const HUNDRED: Decimal = Decimal(Inner::ONE_HUNDRED);

    /// `mantissa` × 10⁻`scale`, or `None` past 28 digits.
    #[must_use]
    pub fn new(mantissa: i128, scale: u32) -> Option<Self> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Inner::try_from_i128_with_scale(mantissa, scale).ok().map(|d| Decimal(d.normalize()))
    }

    /// 10 to the power of `exponent` (−28 to 28), or `None` outside.
    #[must_use]
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        if exponent >= 0 {
            Decimal::new(10i128.checked_pow(exponent.unsigned_abs())?, 0)
        } else {
            Decimal::new(1, exponent.unsigned_abs())
        }
    }

    /// The exact sum, or `None` where it needs more than 28 digits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.0.scale().max(other.0.scale());
        let left = self.0.mantissa().checked_mul(10i128.checked_pow(scale - self.0.scale())?)?;
        let right = other.0.mantissa().checked_mul(10i128.checked_pow(scale - other.0.scale())?)?;
        Decimal::new(left.checked_add(right)?, scale)
    }

    /// The exact difference, or `None` where it needs more than 28 digits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(-other)
    }

    /// The exact product, or `None` where it needs more than 28 digits.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Decimal::new(self.0.mantissa().checked_mul(other.0.mantissa())?, self.0.scale() + other.0.scale())
    }

    /// The exact quotient where it is a finite decimal of up to 28 digits, or `None`.
    #[must_use]
    pub fn checked_div_exact(self, other: Self) -> Option<Self> {
        let quotient = Decimal(self.0.checked_div(other.0)?.normalize());
        (quotient.checked_mul(other)? == self).then_some(quotient)
    }

    /// The magnitude.
    #[must_use]
    pub fn abs(self) -> Self {
        Decimal(self.0.abs())
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < Inner::ZERO
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// How many digits stand after the point once trailing zeros are dropped.
    #[must_use]
    pub fn scale(self) -> u32 {
        self.0.normalize().scale()
    }

    /// The nearest binary float: for plots and tables, never for comparison.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The decimal that a float is nearest to at `digits` after the point, or `None` outside 28 digits.
    #[must_use]
    pub fn from_f64(value: f64, digits: usize) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        format!("{value:.digits$}").parse().ok()
    }
}

impl std::ops::Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        Decimal(-self.0)
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Decimal(Inner::from(value).normalize())
    }
}

impl FromStr for Decimal {
    type Err = Error;

    /// Digits with an optional sign and point; nothing is rounded.
    fn from_str(text: &str) -> Result<Self, Error> {
        Inner::from_str_exact(text).map(|d| Decimal(d.normalize())).map_err(|cause| {
            Error::new(ErrorKind::Value, format!("wanted a decimal number of up to 28 digits, found {text:?}"))
                .caused_by(cause)
        })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.normalize(), f)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn arithmetic_is_exact_or_absent() {
        assert_eq!(d("0.1").checked_add(d("0.2")), Some(d("0.3")));
        assert_eq!(d("8.44").checked_mul(d("1000000000")), Some(d("8440000000")));
        assert_eq!(d("1").checked_div_exact(d("3")), None);
        assert_eq!(d("100").checked_div_exact(d("8")), Some(d("12.5")));
        let large = d("7000000000000000000000000000");
        assert_eq!(large.checked_mul(large), None);
        assert_eq!(large.checked_mul(Decimal::HUNDRED), None);
        assert_eq!(d("0.1234567890123456789").checked_mul(d("0.1234567890123456789")), None);
    }

    #[test]
    fn prints_without_needless_zeros() {
        assert_eq!(d("11181000000.000").to_string(), "11181000000");
        assert_eq!(d("-3.50").to_string(), "-3.5");
        assert_eq!(d("2.4700").scale(), 2);
        assert!("12345678901234567890123456789012".parse::<Decimal>().is_err());
    }
}
