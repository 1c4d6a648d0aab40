//! What a wording leaves open: the values that a stated figure can have.
//!
//! | text | interval |
//! | --- | --- |
//! | *$2.648 billion* | 2647500000 to 2648500000 |
//! | *around 50%* | 47.5 to 52.5 |
//! | *surpassing US$250 million* | 250000000 and more |
//! | *up to 1.5 bcm* | 0 to 1500000000 |
//! | *1.5 to 2 bcm* | 1450000000 to 2050000000 |
//! | *eight billion* | 8000000000 |
//! | *down more than 3 percent* | −3 and less |

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::model::{Bound, Decimal, Quantity};

/// The decimals from `lower` to `upper`, both included; `None` is an open end.
///
/// Arithmetic rounds outward: the result holds every result of a value of the one with a value of the other. An end
/// that no 28 digits can hold becomes open.
///
/// ```
/// use bilateral::series::Interval;
/// use bilateral::Decimal;
/// let d = |text: &str| text.parse::<Decimal>().unwrap();
/// let level = Interval::between(d("2.6475"), d("2.6485"));
/// let factor = Interval::between(d("1.1405"), d("1.1415"));
/// assert!((level / factor).contains(d("2.3208")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The least value; `None` is without end.
    pub lower: Option<Decimal>,
    /// The greatest value; `None` is without end.
    pub upper: Option<Decimal>,
}

/// How wide a hedged wording is taken to be.
///
/// ```
/// use bilateral::series::Width;
/// assert_eq!(Width::default().about.to_string(), "0.05");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    /// What *about, around, nearly* leave open to each side, as a part of the figure (0.05 is 5 percent).
    pub about: Decimal,
    /// What a multiple in words (*doubled*, *tripled*) leaves open to each side where it is compared with two levels, as
    /// a part of it; figures implied by it keep the word's own value.
    pub words: Decimal,
}

impl Default for Width {
    /// Five percent each: readers of press texts call 9.5 to 10.5 *about ten*; settable, since no standard says so.
    fn default() -> Self {
        let five = Decimal::new(5, 2).unwrap_or(Decimal::ZERO);
        Width { about: five, words: five }
    }
}

/// Digits after the point that a quotient keeps, the first that fit 28 digits.
const QUOTIENT_DIGITS: [u32; 5] = [18, 12, 8, 4, 0];

impl Interval {
    /// All values: nothing is known.
    pub const OPEN: Interval = Interval { lower: None, upper: None };

    /// One value.
    #[must_use]
    pub fn point(value: Decimal) -> Self {
        Interval { lower: Some(value), upper: Some(value) }
    }

    /// From the smaller to the larger of two values.
    #[must_use]
    pub fn between(one: Decimal, other: Decimal) -> Self {
        Interval { lower: Some(one.min(other)), upper: Some(one.max(other)) }
    }

    /// `value` and more.
    #[must_use]
    pub fn at_least(value: Decimal) -> Self {
        Interval { lower: Some(value), upper: None }
    }

    /// `value` and less.
    #[must_use]
    pub fn at_most(value: Decimal) -> Self {
        Interval { lower: None, upper: Some(value) }
    }

    /// What the wording of a figure leaves open.
    ///
    /// *Exact* leaves half a step of the last digit written to each side (nothing where it was not written in digits),
    /// *about* the share of [`Width::about`] and at least that half step. *At least* and *at most* speak of the size of
    /// the figure: *down more than 3 percent* (−3) is −3 and less; *at most* ends at zero.
    #[must_use]
    pub fn of(quantity: &Quantity, width: &Width) -> Self {
        let (low, high) = match quantity.high {
            Some(high) => (quantity.value.min(high), quantity.value.max(high)),
            None => (quantity.value, quantity.value),
        };
        let half = quantity.quantum.and_then(|q| q.abs().checked_mul(half())).unwrap_or(Decimal::ZERO);
        match quantity.bound {
            Bound::Exact => Interval::around(low, high, half, half),
            Bound::About => {
                let slack = |end: Decimal| end.abs().checked_mul(width.about).map_or(half, |share| share.max(half));
                Interval::around(low, high, slack(low), slack(high))
            }
            Bound::AtLeast if high.is_negative() => Interval::at_most(high),
            Bound::AtLeast => Interval::at_least(low),
            Bound::AtMost if low.is_negative() => Interval::between(low, high.max(Decimal::ZERO)),
            Bound::AtMost => Interval::between(Decimal::ZERO, high),
        }
    }

    fn around(low: Decimal, high: Decimal, below: Decimal, above: Decimal) -> Self {
        Interval { lower: low.checked_sub(below), upper: high.checked_add(above) }
    }

    /// The same, wider by a part of each end: 0.05 turns 100 to 200 into 95 to 210.
    #[must_use]
    pub fn widened(self, part: Decimal) -> Self {
        let slack = |end: Decimal| end.abs().checked_mul(part.abs());
        Interval {
            lower: self.lower.and_then(|end| end.checked_sub(slack(end)?)),
            upper: self.upper.and_then(|end| end.checked_add(slack(end)?)),
        }
    }

    /// The same with ends of so many significant digits at the most, rounded outward: what a product of long factors needs
    /// to stay within 28 digits.
    #[must_use]
    pub(crate) fn outward(self, digits: u32) -> Self {
        let short = |end: Decimal, round: fn(Decimal, Decimal, u32) -> Option<Decimal>| {
            let place = i32::try_from(digits).ok()? - 1 - end.magnitude().unwrap_or(0);
            match u32::try_from(place) {
                Ok(place) if end.scale() <= place => Some(end),
                Ok(place) => round(end, Decimal::ONE, place),
                Err(_) => {
                    let power = Decimal::power_of_ten(-place)?;
                    round(end, power, 0)?.checked_mul(power)
                }
            }
        };
        Interval {
            lower: self.lower.and_then(|end| short(end, Decimal::div_floor)),
            upper: self.upper.and_then(|end| short(end, Decimal::div_ceil)),
        }
    }

    /// Whether `value` lies inside; the ends do.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        self.lower.is_none_or(|lower| lower <= value) && self.upper.is_none_or(|upper| value <= upper)
    }

    /// Whether all of `other` lies inside.
    #[must_use]
    pub fn covers(&self, other: &Interval) -> bool {
        let lower = self.lower.is_none_or(|ours| other.lower.is_some_and(|theirs| ours <= theirs));
        lower && self.upper.is_none_or(|ours| other.upper.is_some_and(|theirs| theirs <= ours))
    }

    /// Whether the two have a value in common.
    #[must_use]
    pub fn intersects(&self, other: &Interval) -> bool {
        !self.above(other) && !other.above(self)
    }

    /// Whether all of it is greater than all of `other`.
    #[must_use]
    pub fn above(&self, other: &Interval) -> bool {
        matches!((self.lower, other.upper), (Some(lower), Some(upper)) if lower > upper)
    }

    /// Whether it is one value.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.lower.is_some() && self.lower == self.upper
    }

    /// Whether both ends are known.
    #[must_use]
    pub fn is_bounded(&self) -> bool {
        self.lower.is_some() && self.upper.is_some()
    }

    /// Upper less lower end; `None` where an end is open.
    #[must_use]
    pub fn width(&self) -> Option<Decimal> {
        self.upper?.checked_sub(self.lower?)
    }

    /// The value half way; `None` where an end is open.
    #[must_use]
    pub fn middle(&self) -> Option<Decimal> {
        self.lower?.checked_add(self.upper?)?.checked_mul(half())
    }

    /// Narrower before wider; open ends last.
    #[must_use]
    pub fn cmp_width(&self, other: &Interval) -> Ordering {
        match (self.width(), other.width()) {
            (Some(ours), Some(theirs)) => ours.cmp(&theirs),
            (ours, theirs) => theirs.is_some().cmp(&ours.is_some()),
        }
    }

    /// Whether both ends of the two are equal to a relative tolerance (0.01 is one percent); open ends equal open ends.
    ///
    /// ```
    /// use bilateral::{series::Interval, Decimal};
    /// let of = |value: i64| Interval::point(Decimal::from(value));
    /// assert!(of(1000).nearly_equal(&of(1004), 0.01) && !of(1000).nearly_equal(&of(1020), 0.01));
    /// ```
    #[must_use]
    pub fn nearly_equal(&self, other: &Interval, relative: f64) -> bool {
        let near = |ours: Option<Decimal>, theirs: Option<Decimal>| match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                approx::relative_eq!(ours.to_f64(), theirs.to_f64(), epsilon = 0.0, max_relative = relative)
            }
            (ours, theirs) => ours == theirs,
        };
        near(self.lower, other.lower) && near(self.upper, other.upper)
    }

    /// Whether no value is below zero.
    fn is_positive(&self) -> bool {
        self.lower.is_some_and(|lower| !lower.is_negative())
    }

    /// Whether no value is above zero.
    fn is_negative(&self) -> bool {
        self.upper.is_some_and(|upper| upper <= Decimal::ZERO)
    }
}

/// One half.
fn half() -> Decimal {
    Decimal::new(5, 1).unwrap_or(Decimal::ZERO)
}

fn quotient(over: Decimal, under: Decimal, round: fn(Decimal, Decimal, u32) -> Option<Decimal>) -> Option<Decimal> {
    QUOTIENT_DIGITS.iter().find_map(|digits| round(over, under, *digits))
}

impl Add for Interval {
    type Output = Interval;

    fn add(self, other: Interval) -> Interval {
        let sum = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
        Interval { lower: sum(self.lower, other.lower), upper: sum(self.upper, other.upper) }
    }
}

impl Neg for Interval {
    type Output = Interval;

    fn neg(self) -> Interval {
        Interval { lower: self.upper.map(|end| -end), upper: self.lower.map(|end| -end) }
    }
}

impl Sub for Interval {
    type Output = Interval;

    fn sub(self, other: Interval) -> Interval {
        self + -other
    }
}

impl Mul for Interval {
    type Output = Interval;

    fn mul(self, other: Interval) -> Interval {
        let product = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_mul(b?);
        if self.is_positive() && other.is_positive() {
            let lower = product(self.lower, other.lower).or(Some(Decimal::ZERO));
            return Interval { lower, upper: product(self.upper, other.upper) };
        }
        if self.is_negative() && !self.is_positive() && (other.is_positive() || other.is_negative()) {
            return -(-self * other);
        }
        if other.is_negative() && self.is_positive() {
            return -(self * -other);
        }
        let ends = [
            product(self.lower, other.lower),
            product(self.lower, other.upper),
            product(self.upper, other.lower),
            product(self.upper, other.upper),
        ];
        let [Some(a), Some(b), Some(c), Some(d)] = ends else { return Interval::OPEN };
        Interval { lower: Some(a.min(b).min(c).min(d)), upper: Some(a.max(b).max(c).max(d)) }
    }
}

impl Div for Interval {
    type Output = Interval;

    /// All of it where the divisor can be zero.
    fn div(self, other: Interval) -> Interval {
        if other.upper.is_some_and(|upper| upper < Decimal::ZERO) {
            return -self / -other;
        }
        let Some(least) = other.lower.filter(|lower| *lower > Decimal::ZERO) else { return Interval::OPEN };
        if self.is_positive() {
            let lower = match (self.lower, other.upper) {
                (Some(lower), Some(most)) => quotient(lower, most, Decimal::div_floor).or(Some(Decimal::ZERO)),
                _ => Some(Decimal::ZERO),
            };
            let upper = self.upper.and_then(|upper| quotient(upper, least, Decimal::div_ceil));
            return Interval { lower, upper };
        }
        if self.is_negative() {
            return -(-self / other);
        }
        Interval {
            lower: self.lower.and_then(|lower| quotient(lower, least, Decimal::div_floor)),
            upper: self.upper.and_then(|upper| quotient(upper, least, Decimal::div_ceil)),
        }
    }
}

impl fmt::Display for Interval {
    /// `1.5 to 2`, `at least 250`, `at most 3`, or one value; nothing is rounded.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.lower, self.upper) {
            (Some(lower), Some(upper)) if lower == upper => write!(f, "{lower}"),
            (Some(lower), Some(upper)) => write!(f, "{lower} to {upper}"),
            (Some(lower), None) => write!(f, "at least {lower}"),
            (None, Some(upper)) => write!(f, "at most {upper}"),
            (None, None) => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
#[path = "interval_tests.rs"]
mod tests;
