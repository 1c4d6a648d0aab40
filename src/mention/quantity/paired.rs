//! Numbers parted from their unit or scale: *3.1 (3.9) mln tonnes*, the second of an earlier time; *to 1.3 from 1.1 mln bpd*;
//! *27100.50 EUR Million*.

use crate::lexicon::words::is_about;
use crate::lexicon::{Kinds, Sense};
use crate::mention::Scan;
use crate::mention::measure::{Written, written_unit};
use crate::mention::numeral::{Numeral, numeral};
use crate::model::Dimension;
use crate::token::Shape;

/// The power of ten and the unit behind the bracket that holds the second of two numbers, for the number that begins at token
/// `at`, whichever of the two it is.
pub fn unit_of_both(scan: &Scan<'_>, at: usize, number: &Numeral) -> Option<(i32, Option<Written>)> {
    let mark = |at: usize, mark: char| scan.get(at).is_some_and(|t| t.is_mark(mark));
    if !number.digits || number.exponent != 0 {
        return None;
    }
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    // *rose to 1.3 from 1.1 mln bpd*
    let led = is_about(word(at.wrapping_sub(1))) || matches!(word(at.wrapping_sub(1)), "to" | "over");
    let plain = scan.get(at).is_none_or(|t| t.text.len() != 4 || !t.text.chars().all(|c| c.is_ascii_digit()));
    if led && plain && word(number.end) == "from" {
        let second = numeral(scan, number.end + 1, false).filter(|second| second.digits)?;
        let unit = written_unit(scan, second.end)?;
        return Some((second.exponent, Some(unit)));
    }
    // *more than its neighbour (6.5 against 6.2 million tonnes)*
    if plain && matches!(word(number.end), "against" | "versus" | "vs") && mark(at.wrapping_sub(1), '(') {
        let second = numeral(scan, number.end + 1, false).filter(|second| second.digits)?;
        let unit = written_unit(scan, second.end)?;
        return Some((second.exponent, Some(unit)));
    }
    // *rose from 240 to 300 dollars per thousand cubic metres*
    if word(at.wrapping_sub(1)) == "from" && word(number.end) == "to" {
        let second = numeral(scan, number.end + 1, false).filter(|second| second.digits && second.exponent == 0)?;
        let unit = written_unit(scan, second.end).filter(|unit| unit.unit.is_price())?;
        return Some((0, Some(unit)));
    }
    let close = if mark(number.end, '(') {
        numeral(scan, number.end + 1, false).filter(|second| second.digits && second.exponent == 0)?.end
    } else {
        let open = at.checked_sub(1).filter(|open| mark(*open, '('))?;
        let first = open.checked_sub(1).and_then(|at| scan.get(at))?;
        if first.shape != Shape::Digits {
            return None;
        }
        number.end
    };
    if !mark(close, ')') {
        return None;
    }
    let scale = scan.sense(Kinds::SCALE, close + 1, |sense| match sense {
        Sense::Scale(exponent, false) => Some(*exponent),
        _ => None,
    });
    let (exponent, length) = scale.unwrap_or((0, 0));
    let unit = written_unit(scan, close + 1 + length);
    (scale.is_some() || unit.is_some()).then_some((exponent, unit))
}

/// *27100.50 EUR Million*: the power of ten that stands behind the code of the money, not before it, and the token after it.
pub fn scale_behind_code(scan: &Scan<'_>, number: &Numeral, money: &Written) -> Option<(i32, usize)> {
    let code = money.end == number.end + 1
        && money.unit.measure.dimension() == Dimension::Money
        && scan.get(number.end).is_some_and(|t| t.text.len() == 3 && t.text.chars().all(|c| c.is_ascii_uppercase()));
    if !code || !number.digits || number.exponent != 0 {
        return None;
    }
    scan.sense(Kinds::SCALE, money.end, |sense| match sense {
        Sense::Scale(exponent @ 3.., false) => Some(*exponent),
        _ => None,
    })
    .map(|(exponent, length)| (exponent, money.end + length))
}
