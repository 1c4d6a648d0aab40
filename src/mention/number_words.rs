//! Numbers in words, before the scales that follow them.
//!
//! | text | value |
//! | --- | --- |
//! | `twenty-five`, `a hundred and five` | 25, 105 |
//! | `half a` billion, `a quarter of a` million, `a fifth of a` billion | 0.5, 0.25, 0.2 |
//! | `two and a half`, `seven and a quarter` | 2.5, 7.25 |
//! | `a billion and a half` | 1500000000 |
//! | `zero`-point-six, `two dozen` | 0, 24 |

use super::Scan;
use super::numeral::Numeral;
use super::part_words::quarters_behind;
use crate::lexicon::{Kinds, Sense};
use crate::model::Decimal;

/// The power of ten of a scale word at token `at` that needs no digits before it.
fn scale_at(scan: &Scan<'_>, at: usize) -> Option<i32> {
    let found = scan.sense(Kinds::SCALE, at, |sense| match sense {
        Sense::Scale(exponent @ 2.., false) => Some(*exponent),
        _ => None,
    });
    found.map(|(exponent, _)| exponent)
}

fn number_at(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let number = |sense: &Sense| match sense {
        Sense::Number(value) => Some(*value),
        _ => None,
    };
    scan.sense(Kinds::NUMBER, at, number).or_else(|| {
        // *in the two states*: the number that a longer name begins with, where any quantity is read.
        let word = scan.as_written && scan.begins(at, Kinds::NUMBER);
        word.then(|| scan.word_alone(at, number))?.map(|value| (value, 1))
    })
}

/// So many hundredths, read up to token `end`.
fn make(hundredths: i64, end: usize) -> Option<Numeral> {
    let value = Decimal::new(i128::from(hundredths), 2)?;
    Some(Numeral { value, quantum: None, end, exponent: 0, digits: false })
}

/// The number in words that begins at token `at`.
pub fn words(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    if scan.is_word(at, "zero") || scan.is_word(at, "nought") {
        return zero(scan, at);
    }
    if let Some(part) = part_of_scale(scan, at) {
        return Some(part);
    }
    let article = scan.is_word(at, "a") || scan.is_word(at, "an");
    let hundred = article && scan.is_word(at + 1, "hundred");
    if article && !hundred && scale_at(scan, at + 1).is_some() {
        return article_before_scale(scan, at);
    }
    // `two dozen`, `half a dozen`, `a dozen`: *dozens* are no number.
    if scan.is_word(at, "half") && scan.is_word(at + 1, "a") && scan.is_word(at + 2, "dozen") {
        return make(600, at + 3);
    }
    if scan.is_word(at, "a") && scan.is_word(at + 1, "dozen") {
        return make(1200, at + 2);
    }
    let (value, end) = if hundred { (1, at + 1) } else { below_hundred(scan, at)? };
    // `two-and-a-half-year`
    let hyphens = ["-", "and", "-", "a", "-", "half"];
    if hyphens.iter().enumerate().all(|(offset, word)| scan.is_word(end + offset, word)) {
        return make(value * 100 + 50, end + hyphens.len());
    }
    if scan.is_word(end, "dozen") {
        return make(value * 1200, end + 1);
    }
    if let Some((hundredths, end)) = and_a_part(scan, end).or_else(|| quarters_behind(scan, end)) {
        return make(value * 100 + hundredths, end);
    }
    let (value, end) = with_hundreds(scan, value, end);
    make(value * 100, end)
}

/// *zero to 60 mph*, *zero-point-six percent*
fn zero(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    let hyphen = usize::from(scan.is_word(at + 1, "-"));
    let races = scan.as_written && scan.is_word(at + 1, "to") && scan.is_digits(at + 2);
    let spoken = scan.is_word(at + 1 + hyphen, "point");
    (races || spoken).then_some(Numeral {
        value: Decimal::ZERO,
        quantum: None,
        end: at + 1,
        exponent: 0,
        digits: races,
    })
}

/// `a quarter of a million`, `three-quarters of a billion`, `a tenth of a million`, `half a billion`, `half billion`
fn part_of_scale(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    let count = || {
        if scan.is_word(at, "a") || scan.is_word(at, "one") {
            return 1;
        }
        number_at(scan, at).map_or(0, |(value, length)| if length == 1 { value } else { 0 })
    };
    let part = at + 1 + usize::from(scan.is_word(at + 1, "-"));
    let of_scale = scan.is_word(part + 1, "of") && scan.is_word(part + 2, "a") && scale_at(scan, part + 3).is_some();
    if let count @ 1.. = if of_scale { count() } else { 0 } {
        let (parts, _) = scan.sense(Kinds::FRACTION, part, |sense| match sense {
            Sense::Fraction(parts) => Some(*parts),
            _ => None,
        })?;
        let whole = 100 % parts == 0 && count < parts;
        return if whole { make(count * 100 / parts, part + 3) } else { None };
    }
    if !scan.is_word(at, "half") {
        return None;
    }
    let article = usize::from(scan.is_word(at + 1, "a") || scan.is_word(at + 1, "an"));
    scale_at(scan, at + 1 + article).and_then(|_| make(50, at + 1 + article))
}

/// `a billion`, `a million and a half`
fn article_before_scale(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    let exponent = scale_at(scan, at + 1)?;
    let half = exponent >= 3 && ["and", "a", "half"].iter().enumerate().all(|(i, word)| scan.is_word(at + 2 + i, word));
    if half && !scan.is_word(at + 5, "of") {
        return make(150, at + 5)?.times_ten_to(exponent);
    }
    make(100, at + 1)
}

/// `twelve`, `twenty-five`, and the token after it.
fn below_hundred(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let (value, length) = number_at(scan, at)?;
    Some(with_ones(scan, value, at + length))
}

/// `thirty` with the `two` of `thirty-two`.
fn with_ones(scan: &Scan<'_>, value: i64, end: usize) -> (i64, usize) {
    if !(20..100).contains(&(value % 100)) || value % 10 != 0 {
        return (value, end);
    }
    let ones = end + usize::from(scan.get(end).is_some_and(|t| t.is_mark('-')));
    match number_at(scan, ones) {
        Some((unit, length)) if unit < 10 => (value + unit, ones + length),
        _ => (value, end),
    }
}

/// `and a half`, `and a quarter`, `and three quarters` at token `end`: in hundredths, and the token after it.
fn and_a_part(scan: &Scan<'_>, end: usize) -> Option<(i64, usize)> {
    if !scan.is_word(end, "and") {
        return None;
    }
    match (scan.get(end + 1)?.norm.as_ref(), scan.get(end + 2)?.norm.as_ref()) {
        ("a", "half") => Some((50, end + 3)),
        ("a" | "one", "quarter") if quarter_of_one(scan, end + 3) => Some((25, end + 3)),
        ("three", "quarters") if quarter_of_one(scan, end + 3) => Some((75, end + 3)),
        _ => None,
    }
}

/// *two and a quarter million*, *seven and a quarter percent*; not *two and a quarter of the rest*.
fn quarter_of_one(scan: &Scan<'_>, at: usize) -> bool {
    scale_at(scan, at).is_some()
        || scan.sense(Kinds::UNIT, at, |s| matches!(s, Sense::Unit(..)).then_some(())).is_some()
}

/// `three` with the `hundred and five` behind it.
fn with_hundreds(scan: &Scan<'_>, value: i64, end: usize) -> (i64, usize) {
    if !scan.is_word(end, "hundred") {
        return (value, end);
    }
    let (value, end) = (value * 100, end + 1);
    let rest = end + usize::from(scan.is_word(end, "and"));
    match below_hundred(scan, rest) {
        Some((more, end)) => (value + more, end),
        None => (value, end),
    }
}
