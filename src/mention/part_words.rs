//! Parts of one in words, where any quantity is read.
//!
//! | text | value |
//! | --- | --- |
//! | *two and a quarter hours*, *one and three-quarter lengths* | 2.25, 1.75 |
//! | *seven hundredths of a second* | 0.07 `second` |
//! | *one ten-thousandth the thickness of a hair* | 0.0001 |

use super::Scan;
use crate::lexicon::{Kinds, Sense};
use crate::model::Decimal;
use crate::token::{Shape, Token};

fn norm<'s>(scan: &'s Scan<'_>, at: usize) -> &'s str {
    scan.get(at).map_or("", |t| t.norm.as_ref())
}

/// The token at or behind a hyphen that joins words.
fn over_hyphen(scan: &Scan<'_>, at: usize) -> usize {
    at + usize::from(scan.get(at).is_some_and(|t| t.is_mark('-') && t.is_joined()))
}

/// *two **and a quarter** hours*, *two-**and-three-quarter**-mile*: hundredths behind a whole number that ends before token `at`, before
/// what is measured, and the token after them.
pub fn quarters_behind(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let and = over_hyphen(scan, at);
    if !scan.as_written || norm(scan, and) != "and" {
        return None;
    }
    let count = over_hyphen(scan, and + 1);
    let hundredths = match norm(scan, count) {
        "a" | "one" => 25,
        "three" => 75,
        _ => return None,
    };
    let part = over_hyphen(scan, count + 1);
    let end = part + 1;
    let things = scan.get(end).is_some_and(|t| t.is_mark('-') && t.is_joined() || t.norm.ends_with('s'));
    (matches!(norm(scan, part), "quarter" | "quarters") && things).then_some((hundredths, end))
}

/// Whether a word tells parts of one that are smaller than tenths.
pub fn is_small(scan: &Scan<'_>, at: usize) -> bool {
    parts(scan, at).is_some()
}

/// *seven hundredths*, *one ten-thousandth*: the part, which may be of a unit, and the token after it.
pub fn small_part(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !scan.as_written {
        return None;
    }
    let (count, behind) = match norm(scan, at) {
        "a" | "an" => (1, at + 1),
        _ => {
            let number = |sense: &Sense| if let Sense::Number(value @ 1..=99) = sense { Some(*value) } else { None };
            let (count, length) = scan.sense(Kinds::NUMBER, at, number)?;
            (count, at + length)
        }
    };
    let (part, end) = parts(scan, over_hyphen(scan, behind))?;
    let plural = norm(scan, end - 1).ends_with('s');
    let value = Decimal::from(count).checked_mul(part)?;
    (plural == (count > 1) && matches!(norm(scan, end), "of" | "the" | "as")).then_some((value, end))
}

/// *hundredths*, *ten-thousandth*, *twentieth*: one of them, and the token after it.
fn parts(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    // *a 50th of its size*
    if let Some(digits) = scan.get(at).filter(|t| t.shape == Shape::Digits) {
        let of: i64 = digits.text.parse().ok().filter(|of| (20..=1000).contains(of))?;
        let th = scan.get(at + 1).is_some_and(|t| t.is_joined() && matches!(t.norm.as_ref(), "th" | "ths"));
        let part = Decimal::ONE.checked_div_exact(Decimal::from(of));
        let part = part.or_else(|| Decimal::from_f64(1.0 / Decimal::from(of).to_f64(), 6));
        return part.filter(|_| th).map(|part| (part, at + 2));
    }
    let tens = match norm(scan, at) {
        "ten" => 1,
        "hundred" => 2,
        _ => 0,
    };
    let hyphen = scan.get(at + 1).is_some_and(|t: &Token<'_>| t.is_mark('-') && t.is_joined());
    if tens > 0 && !hyphen {
        return None;
    }
    let place = if tens > 0 { at + 2 } else { at };
    let word = norm(scan, place);
    let exponent = match word.strip_suffix('s').unwrap_or(word) {
        "tenth" if tens == 0 => 1,
        "hundredth" if tens == 0 => 2,
        "thousandth" => 3,
        "millionth" => 6,
        "billionth" => 9,
        "trillionth" => 12,
        "twentieth" if tens == 0 => return Some((Decimal::new(5, 2)?, place + 1)),
        "fiftieth" if tens == 0 => return Some((Decimal::new(2, 2)?, place + 1)),
        "sixteenth" if tens == 0 => return Some((Decimal::new(625, 4)?, place + 1)),
        _ => return None,
    };
    Some((Decimal::power_of_ten(-(exponent + tens))?, place + 1))
}
