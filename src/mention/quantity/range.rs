//! Ranges: two numbers that stand for what lies between them.
//!
//! | text | reading |
//! | --- | --- |
//! | *5 to 7 bcm*, *between 5 bcm and 7 bcm* | 5..7 bcm |
//! | `70/80 cents`, `2.5-3.0 mln` | the same by a stroke or dash |
//! | *fell from 7 to 5 bcm* | no range |

use super::super::Scan;
use super::super::measure::written_unit;
use super::super::numeral::{Numeral, numeral};
use super::currency_before;
use super::hedge::hedge_before;
use crate::lexicon::words::ranges;
use crate::lexicon::{Cue, Kinds, Sense};
use crate::model::Decimal;
use crate::token::{Shape, Token};

/// Whether a word of growth or fall stands in the few words before the *from* at token `from`, with no number between.
fn moved_before(scan: &Scan<'_>, from: usize) -> bool {
    const NEAR: usize = 9;
    // *grew, from 83 to 84 million*
    let from = from - usize::from(scan.get(from.wrapping_sub(1)).is_some_and(|t| t.is_mark(',')));
    for at in (from.saturating_sub(NEAR).max(scan.range.start)..from).rev() {
        let Some(token) = scan.get(at) else { return false };
        if token.shape == Shape::Digits
            || matches!(token.norm.as_ref(), "ranging" | "range" | "ranged" | "by" | "," | ";")
        {
            return false;
        }
        if scan.sense(Kinds::CUE, at, |s| matches!(s, Sense::Cue(Cue::Direction(_))).then_some(())).is_some()
            || matches!(
                token.norm.as_ref(),
                "lifted" | "raised" | "revised" | "brought" | "went" | "go" | "goes" | "target" | "quota"
            )
            || matches!(token.norm.as_ref(), "doubled" | "tripled" | "twofold" | "threefold" | "fourfold" | "halved")
        {
            return true;
        }
    }
    false
}

/// What joins the ends of a range that begins at token `at`: *between 5 bcm and 7 bcm*, *ranges from 4.5 GW to 7 GW*.
pub fn range_of_units(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    let word = |back: usize| at.checked_sub(back).and_then(|b| scan.get(b)).map_or("", |t| t.norm.as_ref());
    match word(1) {
        "between" => Some("and"),
        "from" if ranges(word(2)) => Some("to"),
        _ => None,
    }
}

/// Whether a stroke joins two numbers of about the same size that stand before a scale or unit: `70/80 cents`, `2.5/3.0 mln`.
fn joined_by_stroke(scan: &Scan<'_>, low: &Numeral, signed: bool) -> bool {
    let glued = |at: usize| scan.get(at).is_some_and(Token::is_joined);
    let Some(high) = numeral(scan, low.end + 1, signed).filter(|high| high.digits && low.digits) else { return false };
    let written = high.value.checked_div_exact(Decimal::power_of_ten(high.exponent).unwrap_or(Decimal::ONE));
    let (Some(written), Some(twice)) = (written, low.value.checked_mul(Decimal::from(2))) else { return false };
    let ten = Decimal::from(10);
    let sizes = low.value < written && written <= twice && low.exponent == 0;
    let whole = low.value >= ten || low.value.scale() > 0 || written.scale() > 0;
    glued(low.end)
        && glued(low.end + 1)
        && sizes
        && whole
        && (high.exponent > 0 || written_unit(scan, high.end).is_some())
}

/// *a 10-to-80 percent charge*, *a three-to-five-year term*: the second number, before a unit; not *a 2-to-1 vote*. Asked only where any
/// quantity is read.
fn hyphened(scan: &Scan<'_>, low: &Numeral) -> Option<Numeral> {
    let mark = |at: usize| scan.get(at).is_some_and(|t| t.is_mark('-') && t.is_joined());
    let to = scan.get(low.end + 1).is_some_and(|t| t.norm == "to");
    if !scan.as_written || !to || !mark(low.end) || !mark(low.end + 2) {
        return None;
    }
    let high = numeral(scan, low.end + 3, false)?;
    let behind = high.end + usize::from(mark(high.end));
    let everyday = scan.sense(Kinds::EVERYDAY, behind, |s| matches!(s, Sense::Everyday(_)).then_some(())).is_some();
    let unit = everyday || written_unit(scan, high.end).is_some();
    (unit && !low.value.is_zero() && low.value < high.value && low.exponent == high.exponent).then_some(high)
}

/// The second number of a range, and the factor that its scale lends the first.
pub fn range_end(scan: &Scan<'_>, low: &Numeral, signed: bool, at: usize) -> Option<(Numeral, Decimal)> {
    if let Some(high) = hyphened(scan, low) {
        return Some((high, Decimal::ONE));
    }
    // Cells of a table are no ends of a range.
    let join = scan.get(low.end).filter(|t| !t.column)?;
    let before = at.checked_sub(1).and_then(|b| scan.get(b)).map(|t| t.norm.as_ref());
    let moves_at = |at: usize| {
        let cue = |b| scan.sense(Kinds::CUE, b, |s| matches!(s, Sense::Cue(Cue::Direction(_))).then_some(()));
        at.checked_sub(1).and_then(cue).is_some()
    };
    let joins = match join.norm.as_ref() {
        "-" => true,
        // `70/80 cents`, not `1/2`, `1986/87` or `0/92`
        "/" => joined_by_stroke(scan, low, signed),
        // *from $1.9 billion to $2.4 billion* tells two figures.
        // *gained $12 to $1,978*, *rose by 3 percent to 5*: by how much, and to what.
        "to" => {
            let by_how_much = signed && moves_at(at);
            // *climbed from 29.1 to 31.4 litres*
            let moves = before == Some("from") && moves_at(at - 1);
            // *raised its target for the year from 3.7 million to 4 million tonnes*
            // *rose with 180 to 290 dollars*, as translations have it
            let moves = moves
                || before == Some("from") && moved_before(scan, at - 1)
                || before == Some("with") && moves_at(at - 1);
            !(by_how_much || moves || before == Some("from") && signed)
        }
        "and" => before == Some("between"),
        "or" => true,
        _ => false,
    };
    if !joins {
        return None;
    }
    let mut start = low.end + 1;
    if signed && let Some((_, length)) = currency_before(scan, start) {
        start += length;
    }
    let high = numeral(scan, start, signed)?;
    // *rose by 3 to 10 bcm* tells two figures, *by 30 to 60 centimetres*, *by three to four billion* a range.
    let wide = || {
        // *by 264,000 to 3.359 million*: what is written out takes no scale from the other.
        let short = low.exponent == 0 && low.value < Decimal::from(1000);
        let scale = if short { high.exponent } else { 0 };
        let five = Decimal::from(5).checked_mul(Decimal::power_of_ten(scale)?)?;
        Some(low.value.checked_mul(five)? < high.value.checked_mul(Decimal::from(2))?)
    };
    // *a decrease in the deficit of $2.6 billion to $71.7 billion*: by how much, and to what.
    let fell_of = before == Some("of")
        && signed
        && (at.saturating_sub(9).max(scan.range.start)..at)
            .any(|b| scan.sense(Kinds::CUE, b, |s| matches!(s, Sense::Cue(Cue::Direction(_))).then_some(())).is_some());
    // *lost more than $2 to $43.25*, *gained nearly $3 to $88*
    let hedged = || signed && hedge_before(scan, &(at..low.end), false).is_some_and(|(_, hedge)| moves_at(hedge.start));
    if join.norm == "to" && (before == Some("by") || fell_of || hedged()) && wide().unwrap_or(true) {
        return None;
    }
    // *two to three weeks*, *between 7.7 and eight million*; *voted seven to two* is none by its order.
    let words = !(high.digits && low.digits) && matches!(join.norm.as_ref(), "to" | "and") && !signed;
    let digits = high.digits && low.digits;
    if !(words || digits) || (join.norm == "or" && high.exponent == 0 && low.exponent == 0) {
        return None;
    }
    // `from 10 to 12`: only where the first has no scale of its own, or both have one.
    let grouped = high.exponent == 0
        && join.is_mark('-')
        && low.value < Decimal::from(1000)
        && low.value.scale() == 0
        && high.value >= Decimal::from(1000)
        && high.value.checked_div_exact(Decimal::from(1000)).is_some_and(|v| v.scale() == 0 && v > low.value);
    let lent = if low.exponent == 0 && high.exponent > 0 {
        high.exponent
    } else if grouped {
        // `300-400,000 tonnes`
        3
    } else {
        0
    };
    let mut factor = Decimal::power_of_ten(lent)?;
    let mut ordered = low.value.checked_mul(factor)? < high.value;
    if !ordered && lent > 0 && low.value < high.value && low.value >= Decimal::from(1000) {
        // *between 900,000 and 1.1 million*: the first was written out.
        (factor, ordered) = (Decimal::ONE, true);
    }
    // Years and dates are no range of amounts.
    let unscaled_years = high.exponent == 0
        && join.is_mark('-')
        && low.value >= Decimal::from(1900)
        && low.value <= Decimal::from(2100)
        && high.end - start == 1
        && scan.get(start).is_some_and(|t| t.text.len() == 4 || t.text.len() == 2);
    (ordered && !unscaled_years).then_some((high, factor))
}
