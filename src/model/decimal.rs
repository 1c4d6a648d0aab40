//! Exact decimal numbers, as they are written.
//!
//! | text | value | printed |
//! | --- | --- | --- |
//! | `11.181` | 11.181 | `11.181` |
//! | `14.10` | 14.1 | `14.1` |

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
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
///
/// Kept without zeros at its end, and zero without a sign: equal decimals are stored alike.
#[derive(Debug, Clone, Copy, Default)]
pub struct Decimal(Inner);

/// The powers of ten that fit a mantissa.
const POWERS: [i128; 39] = {
    let mut powers = [1; 39];
    let mut exponent = 1;
    while exponent < powers.len() {
        powers[exponent] = powers[exponent - 1] * 10;
        exponent += 1;
    }
    powers
};

/// 10 to a power; `None` where it does not fit.
fn power(exponent: u32) -> Option<i128> {
    POWERS.get(exponent as usize).copied()
}

/// The product; small numbers first, whose product always fits.
fn product(one: i128, other: i128) -> Option<i128> {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => Some(i128::from(one) * i128::from(other)),
        _ => one.checked_mul(other),
    }
}

/// The quotient without what is left over, `None` by zero; small numbers first, whose division costs less.
fn quotient(over: i128, under: i128) -> Option<i128> {
    match (i64::try_from(over), i64::try_from(under)) {
        (Ok(over), Ok(under)) if under > 0 => Some((over / under).into()),
        _ => over.checked_div(under),
    }
}

/// One less than the number of digits; `None` for zero.
fn log10(number: u128) -> Option<u32> {
    u64::try_from(number).map_or_else(|_| number.checked_ilog10(), u64::checked_ilog10)
}

/// Whether a number ends in a zero; it is no more than 28 digits long, and 2⁶⁴ leaves one when divided by five.
fn ends_in_zero(number: i128) -> bool {
    let (high, low) = ((number.unsigned_abs() >> 64) as u64, number.unsigned_abs() as u64);
    low.is_multiple_of(2) && (high % 5 + low % 5).is_multiple_of(5)
}

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
        loop {
            // Small numbers: division by ten costs them less.
            if let Ok(mut small) = i64::try_from(mantissa) {
                while scale > 0 && small % 10 == 0 {
                    small /= 10;
                    scale -= 1;
                }
                return Inner::try_from_i128_with_scale(small.into(), scale).ok().map(Decimal);
            }
            if scale == 0 || !ends_in_zero(mantissa) {
                return Inner::try_from_i128_with_scale(mantissa, scale).ok().map(Decimal);
            }
            mantissa /= 10;
            scale -= 1;
        }
    }

    /// 10 to the power of `exponent` (−28 to 28), or `None` outside.
    #[must_use]
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        if exponent >= 0 {
            Decimal::new(power(exponent.unsigned_abs())?, 0)
        } else {
            Decimal::new(1, exponent.unsigned_abs())
        }
    }

    /// The exact sum, or `None` where it needs more than 28 digits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.0.scale().max(other.0.scale());
        if self.0.scale() == other.0.scale() {
            return Decimal::new(self.0.mantissa().checked_add(other.0.mantissa())?, scale);
        }
        let left = product(self.0.mantissa(), power(scale - self.0.scale())?)?;
        let right = product(other.0.mantissa(), power(scale - other.0.scale())?)?;
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
        Decimal::new(product(self.0.mantissa(), other.0.mantissa())?, self.0.scale() + other.0.scale())
    }

    /// The exact product with a power of ten, or `None` where it needs more than 28 digits.
    #[must_use]
    pub(crate) fn shifted(self, power: i32) -> Option<Self> {
        match power {
            0.. => self.checked_mul(Decimal::power_of_ten(power)?),
            _ => Decimal::new(self.0.mantissa(), self.0.scale() + power.unsigned_abs()),
        }
    }

    /// The exact quotient where it is a finite decimal of up to 28 digits, or `None`.
    #[must_use]
    pub fn checked_div_exact(self, other: Self) -> Option<Self> {
        if other == Decimal::ONE {
            return Some(Decimal(self.0.normalize()));
        }
        let quotient = Decimal(self.0.checked_div(other.0)?.normalize());
        (quotient.checked_mul(other)? == self).then_some(quotient)
    }

    /// The exact quotient, or where it is no finite decimal its nearest of 15 places; `None` where it does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_div_exact(other).or_else(|| Decimal::from_f64(self.to_f64() / other.to_f64(), 15))
    }

    /// The largest decimal with `digits` after the point that is not above the quotient; `None` by zero or past 28 digits.
    ///
    /// ```
    /// use bilateral::Decimal;
    /// let (one, three) = (Decimal::ONE, Decimal::from(3));
    /// assert_eq!(one.div_floor(three, 4).unwrap().to_string(), "0.3333");
    /// assert_eq!(one.div_ceil(three, 4).unwrap().to_string(), "0.3334");
    /// ```
    #[must_use]
    pub fn div_floor(self, other: Self, digits: u32) -> Option<Self> {
        let shift = i64::from(digits) + i64::from(other.0.scale()) - i64::from(self.0.scale());
        let power = power(u32::try_from(shift.unsigned_abs()).ok()?)?;
        let (mut over, mut under) = (self.0.mantissa(), other.0.mantissa());
        if shift < 0 {
            under = product(under, power)?;
        } else {
            over = product(over, power)?;
        }
        let quotient = quotient(over, under)?;
        let below = quotient * under != over && (over < 0) != (under < 0);
        Decimal::new(quotient - i128::from(below), digits)
    }

    /// The smallest decimal with `digits` after the point that is not below the quotient; `None` by zero or past 28
    /// digits.
    #[must_use]
    pub fn div_ceil(self, other: Self, digits: u32) -> Option<Self> {
        (-self).div_floor(other, digits).map(|quotient| -quotient)
    }

    /// The nearest decimal of so many significant digits (at least one), halves away from zero. For showing only.
    ///
    /// ```
    /// use bilateral::Decimal;
    /// let value: Decimal = "2320771253.2865".parse().unwrap();
    /// assert_eq!(value.to_significant(5).to_string(), "2320800000");
    /// ```
    #[must_use]
    pub fn to_significant(self, digits: u32) -> Self {
        let (mantissa, scale) = (self.0.mantissa(), self.0.scale());
        let written = log10(mantissa.unsigned_abs()).map_or(1, |log| log + 1);
        let drop = written.saturating_sub(digits.max(1));
        let rounded = || {
            let step = power(drop)?;
            let kept = quotient(mantissa.abs() + step / 2, step)? * mantissa.signum();
            if drop <= scale {
                Decimal::new(kept, scale - drop)
            } else {
                Decimal::new(kept.checked_mul(power(drop - scale)?)?, 0)
            }
        };
        if drop == 0 { self } else { rounded().unwrap_or(self) }
    }

    /// The power of ten of its first digit: 3 for 2648, -2 for 0.014; `None` for zero.
    #[must_use]
    pub fn magnitude(self) -> Option<i32> {
        let log = log10(self.0.mantissa().unsigned_abs())?;
        Some(i32::try_from(log).ok()? - i32::try_from(self.0.scale()).ok()?)
    }

    /// The same without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Decimal(self.0.abs())
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative()
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// How many digits stand after the point once trailing zeros are dropped.
    #[must_use]
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// The nearest binary float: for plots and tables, never for comparison.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The greatest binary float that is not above it: a lower bound for a table.
    #[must_use]
    pub fn to_f64_below(self) -> f64 {
        let near = self.to_f64();
        match self.against(near) {
            Some(Ordering::Equal | Ordering::Greater) => near,
            _ => near.next_down(),
        }
    }

    /// The least binary float that is not below it: an upper bound for a table.
    #[must_use]
    pub fn to_f64_above(self) -> f64 {
        -(-self).to_f64_below()
    }

    /// How it compares with a float, exactly; `None` where that takes more than 127 bits.
    fn against(self, float: f64) -> Option<Ordering> {
        let bits = float.to_bits();
        let exponent = i32::try_from(bits >> 52 & 0x7ff).ok()?;
        if exponent == 0 || exponent == 0x7ff {
            return (float == 0.0).then(|| self.cmp(&Decimal::ZERO));
        }
        let sign = if float < 0.0 { -1 } else { 1 };
        let mut mantissa = i128::from(bits & 0xf_ffff_ffff_ffff | 1 << 52);
        let mut twos = exponent - 1075;
        while twos < 0 && mantissa % 2 == 0 {
            mantissa /= 2;
            twos += 1;
        }
        let two = 2i128.checked_pow(twos.unsigned_abs())?;
        let mut ours = self.0.mantissa();
        let mut theirs = (sign * mantissa).checked_mul(power(self.0.scale())?)?;
        if twos < 0 {
            ours = ours.checked_mul(two)?;
        } else {
            theirs = theirs.checked_mul(two)?;
        }
        Some(ours.cmp(&theirs))
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
        if self.is_zero() { self } else { Decimal(-self.0) }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.0.scale() == other.0.scale() && self.0.mantissa() == other.0.mantissa()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.mantissa(), self.0.scale()).hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0.scale() == other.0.scale() {
            self.0.mantissa().cmp(&other.0.mantissa())
        } else {
            self.0.cmp(&other.0)
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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
        if f.width().is_some() || f.precision().is_some() || f.sign_plus() {
            return fmt::Display::fmt(&self.0, f);
        }
        // From the last digit to the first: 29 at the most, the point and the sign.
        let mut text = [0; 32];
        let mut start = text.len();
        let mut put = |byte: u8| {
            start -= 1;
            text[start] = byte;
        };
        let (mut rest, scale) = (self.0.mantissa().unsigned_abs(), self.0.scale());
        let mut written = 0;
        while rest > 0 || written <= scale {
            if written == scale && scale > 0 {
                put(b'.');
            }
            let digit = match u64::try_from(rest) {
                Ok(small) => {
                    rest = u128::from(small / 10);
                    small % 10
                }
                Err(_) => {
                    let digit = rest % 10;
                    rest /= 10;
                    digit as u64
                }
            };
            put(b'0' + digit as u8);
            written += 1;
        }
        if self.is_negative() {
            put(b'-');
        }
        f.write_str(std::str::from_utf8(&text[start..]).unwrap_or("?"))
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
        assert_eq!((d("2648").shifted(-3), d("2.648").shifted(3)), (Some(d("2.648")), Some(d("2648"))));
        assert_eq!(d("0.1").shifted(-28), None);
        assert_eq!(large.checked_mul(Decimal::HUNDRED), None);
        assert_eq!(d("0.1234567890123456789").checked_mul(d("0.1234567890123456789")), None);
    }

    #[test]
    fn equal_decimals_are_stored_alike() {
        let zero = d("0.1").checked_sub(d("0.1")).unwrap();
        let alike = [
            (Decimal::new(1_500, 3).unwrap(), d("1.5")),
            (Decimal::new(15 * 10i128.pow(27), 28).unwrap(), d("1.5")),
            (Decimal::new(3 * 10i128.pow(19), 1).unwrap(), d("3000000000000000000")),
            (-zero, Decimal::ZERO),
            (d("0.5").checked_mul(d("20")).unwrap(), Decimal::from(10)),
            (d("2.50").abs(), d("-2.5").abs()),
        ];
        for (one, other) in alike {
            assert_eq!((one, one.to_string(), one.scale()), (other, other.to_string(), other.scale()));
            assert!(one.cmp(&other).is_eq() && !one.is_negative());
        }
    }

    #[test]
    fn quotients_round_outward() {
        for (over, under, digits, floor, ceil) in [
            ("1", "3", 3, "0.333", "0.334"),
            ("-1", "3", 3, "-0.334", "-0.333"),
            ("-1", "-3", 0, "0", "1"),
            ("10", "4", 2, "2.5", "2.5"),
            ("0.0001", "1000", 2, "0", "0.01"),
        ] {
            assert_eq!(d(over).div_floor(d(under), digits), Some(d(floor)), "{over}/{under}");
            assert_eq!(d(over).div_ceil(d(under), digits), Some(d(ceil)), "{over}/{under}");
        }
        assert_eq!(d("1").div_floor(d("0"), 2), None);
        assert_eq!(d("79000000000000000000000000000").div_floor(d("3"), 28), None);
    }

    #[test]
    fn significant_digits_and_floats() {
        assert_eq!(d("99999.6").to_significant(5), d("100000"));
        assert_eq!(d("-0.0123456").to_significant(2), d("-0.012"));
        assert_eq!(d("0").to_significant(3), d("0"));
        assert_eq!((d("2648").magnitude(), d("0.014").magnitude(), d("0").magnitude()), (Some(3), Some(-2), None));
        assert_eq!((d("0.5").to_f64_below(), d("0.5").to_f64_above()), (0.5, 0.5));
        assert!(d("0.1").to_f64_below() < d("0.1").to_f64_above());
        assert_eq!(d("11181000000").to_f64_below(), 11181000000.0);
        assert!(d("79000000000000000000000000001").to_f64_above() >= 7.9e28);
    }

    #[test]
    fn prints_without_needless_zeros() {
        assert_eq!(d("11181000000.000").to_string(), "11181000000");
        assert_eq!(d("-3.50").to_string(), "-3.5");
        assert_eq!(d("2.4700").scale(), 2);
        for text in [
            "0",
            "-7",
            "0.07",
            "-0.5",
            "100",
            "18446744073709551616",
            "-7922816251426433759354395033.5",
            "0.0000000000000000000000000001",
        ] {
            assert_eq!(d(text).to_string(), text);
            assert_eq!(
                format!("{:>40}|{:+}", d(text), d(text)),
                format!("{text:>40}|{}{text}", if text.starts_with('-') { "" } else { "+" })
            );
        }
        assert!("12345678901234567890123456789012".parse::<Decimal>().is_err());
    }
}
