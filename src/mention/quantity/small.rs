//! A unit and a half, and small parts of one: *a pound and a half*, *seven hundredths of a second*. Asked only where any quantity is
//! read.

use super::parts::plain;
use super::{Form, QuantityMention};
use crate::lexicon::{Kinds, Sense};
use crate::mention::Scan;
use crate::mention::measure::written_unit;
use crate::mention::part_words::small_part;
use crate::model::{Bound, Decimal, Unit};

/// *an hour and a half*, *a pound and a half*: asked only where any quantity is read.
pub fn and_a_half(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    if !scan.as_written || !matches!(norm(at), "a" | "an" | "one") {
        return None;
    }
    let half = |end: usize| norm(end) == "and" && norm(end + 1) == "a" && norm(end + 2) == "half";
    measured(scan, at, at + 1, Decimal::new(15, 1)?, |end| half(end).then_some(end + 3))
}

/// *seven hundredths of a second*, *one millionth of a metre*, *one ten-thousandth the thickness*: asked only where any quantity is read.
pub fn small_part_of(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let (value, end) = small_part(scan, at)?;
    if norm(end) == "of" && matches!(norm(end + 1), "a" | "an" | "one" | "1") {
        // *nine-tenths of an iceberg*
        let part = || {
            Some(plain(
                scan,
                at..end,
                value.checked_mul(Decimal::HUNDRED)?,
                Unit::PERCENT,
                Bound::Exact,
                Form::Fraction,
            ))
        };
        return measured(scan, at, end + 2, value, Some).or_else(part);
    }
    // *a tenth of the voters* is a part as any other.
    let hundredths = value.checked_mul(Decimal::HUNDRED).filter(|_| !norm(end - 1).starts_with("tenth"))?;
    Some(plain(scan, at..end, hundredths, Unit::PERCENT, Bound::Exact, Form::Fraction))
}

/// So many of the unit at token `unit_at`, where what stands behind it has an end.
fn measured(
    scan: &Scan<'_>,
    at: usize,
    unit_at: usize,
    value: Decimal,
    end: impl Fn(usize) -> Option<usize>,
) -> Option<QuantityMention> {
    let everyday = scan.sense(Kinds::EVERYDAY, unit_at, |sense| match sense {
        Sense::Everyday(index) => Some(*index),
        _ => None,
    });
    if let Some((index, length)) = everyday {
        let found = plain(scan, at..end(unit_at + length)?, value, Unit::PERCENT, Bound::Exact, Form::Bare);
        return Some(QuantityMention { unit_at, everyday: Some(index), ..found });
    }
    let unit = written_unit(scan, unit_at)?;
    let found = plain(scan, at..end(unit.end)?, unit.apply(value)?, unit.unit, Bound::Exact, Form::Figure);
    let factor = unit.apply(Decimal::ONE)?;
    Some(QuantityMention { unit_at, shared: unit.shared, stated: (value, None), written: value, factor, ..found })
}
