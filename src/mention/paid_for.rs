//! What money is paid for, told before it: *A thousand cubic metres of gas costs Ukraine $240*.

use super::Scan;
use super::measure::{is_money, is_no_time, paid_amount, per};
use super::numeral::numeral;
use crate::lexicon::words::{is_per, is_price};
use crate::lexicon::{Kinds, Sense};
use crate::model::{Decimal, Measure, Unit};
use crate::token::Shape;

/// *The average price per ton was $367*, *the price of one tonne of wheat*: what the money at token `at` is paid for, told
/// before it.
pub fn paid_for(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<(Measure, Decimal)> {
    if !unit.is_sum() {
        return None;
    }
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let from = scan.range.start.max(at.saturating_sub(16));
    if !scan.as_written
        && let Some(found) = (from..at).rev().find_map(|b| set_before(scan, b, at, unit))
    {
        return Some(found);
    }
    let price = (from..at).rev().find(|b| is_price(word(*b)) || matches!(word(*b), "cost" | "bill"))?;
    let found = (price + 1..(price + 5).min(at)).find_map(|at| match word(at) {
        "per" => per(scan, at, unit),
        "of" | "for" if is_per(word(at + 1)) || word(at + 1) == "one" => per(scan, at + 1, unit),
        // *the price of 1,000 cubic metres of gas*
        "of" | "for" => amount_at(scan, at + 1, unit),
        _ => None,
    });
    let (measure, divisor, next) = found.filter(|(_, _, next)| *next <= at)?;
    let told = (next..at).any(|at| {
        scan.get(at).is_some_and(|t| t.shape == Shape::Digits || matches!(t.shape, Shape::Mark(',' | ';' | ':')))
    });
    (!told && !matches!(measure, Measure::Year | Measure::Day)).then_some((measure, divisor))
}

/// *a thousand cubic metres*, *one kilowatt-hour*, *1,000 cubic metres* at a token: what goods are paid for by, and the token after it.
fn amount_at(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<(Measure, Decimal, usize)> {
    let token = scan.get(at)?;
    match token.norm.as_ref() {
        "a" | "an" | "one" | "each" | "every" => per(scan, at, unit),
        _ if token.shape == Shape::Digits && ["1", "1,000", "1000", "100"].contains(&token.text) => {
            let number = numeral(scan, at, false)?;
            let length = scan.get(number.end)?;
            paid_amount(scan, number.end, length).and_then(|(m, d, end)| Some((m, d.checked_mul(number.value)?, end)))
        }
        _ => None,
    }
}

/// *$110 instead of 56 for every 1,000 cubic metres*, *the $44 at which it values a thousand cubic metres*: what the money that ends
/// before token `end` is paid for, told behind it over other words.
pub fn paid_for_behind(scan: &Scan<'_>, end: usize, unit: Unit) -> Option<(Measure, Decimal)> {
    if !unit.is_sum() || scan.as_written {
        return None;
    }
    for at in end..(end + REACH).min(scan.range.end) {
        let token = scan.get(at)?;
        if token.is_mark(';') || token.is_mark(':') || is_money(scan, at) {
            return None;
        }
        let opens = match token.norm.as_ref() {
            "for" | "per" | "off" => true,
            "a" | "an" | "one" | "each" | "every" => {
                let before = at.checked_sub(1).and_then(|b| scan.get(b)).map_or("", |t| t.norm.as_ref());
                is_deal(before) || matches!(token.norm.as_ref(), "each" | "every") || before == "of"
            }
            _ => false,
        };
        let found = if opens { per(scan, at, unit).or_else(|| amount_at(scan, at, unit)) } else { None };
        if let Some((measure, divisor, next)) = found {
            // *for 171.7 million tonnes*: an amount that is sold, by which nothing is counted.
            let gas = measure == Measure::CubicMetre && divisor == Decimal::from(1000);
            let one = !(at..next).any(|at| scan.get(at).is_some_and(|t| t.shape == Shape::Digits && t.text != "1"));
            let counts = is_no_time(measure) && (gas || one);
            return counts.then_some((measure, divisor));
        }
    }
    None
}

/// How many tokens behind money may say what it is paid for.
const REACH: usize = 14;

/// Whether a word says that goods are sold, bought or reckoned at a price.
fn is_deal(word: &str) -> bool {
    matches!(
        word,
        "sold"
            | "sells"
            | "sell"
            | "selling"
            | "cost"
            | "costs"
            | "costing"
            | "bought"
            | "buys"
            | "buy"
            | "pay"
            | "pays"
            | "paid"
            | "paying"
            | "charge"
            | "charges"
            | "charged"
            | "charging"
            | "priced"
            | "prices"
            | "fetched"
            | "fetches"
            | "fetch"
            | "billed"
            | "worth"
            | "value"
            | "values"
            | "valued"
            | "valuing"
            | "reckons"
            | "offered"
            | "offers"
            | "supplied"
            | "supplies"
            | "delivered"
            | "delivers"
            | "exported"
            | "exports"
            | "imported"
            | "imports"
            | "brings"
            | "brought"
            | "earns"
            | "earned"
            | "gets"
            | "got"
    )
}

/// *One kilowatt-hour was sold at 5.8 U.S. cents*, *A thousand cubic metres of gas costs Ukraine $240*, *For each barrel China pays
/// $62*: what the money at token `at` is paid for, which begins at token `from` before it.
fn set_before(scan: &Scan<'_>, from: usize, at: usize, unit: Unit) -> Option<(Measure, Decimal)> {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let before = word(from.wrapping_sub(1));
    let (measure, divisor, next) = amount_at(scan, from, unit)?;
    // *$240 a thousand cubic metres*: of that price.
    let money = |at: usize| {
        scan.get(at).is_some_and(|t| t.shape == Shape::Digits)
            || scan
                .sense(Kinds::CURRENCY.or(Kinds::SCALE), at, |s| {
                    matches!(s, Sense::Currency(..) | Sense::SharedCurrency(_) | Sense::Scale(..)).then_some(())
                })
                .is_some()
    };
    let of_before = from.checked_sub(1).is_some_and(|b| scan.get(b).is_some_and(|_| money(b)));
    let deal = |at: usize| is_deal(word(at));
    // *A barrel of crude stood at $62*
    let stood = |at: usize| {
        matches!(
            word(at),
            "was" | "is" | "stood" | "stands" | "rose" | "fell" | "averaged" | "traded" | "reached" | "hit" | "be"
        )
    };
    let opens = from == scan.range.start || from == scan.range.start + 1 && word(scan.range.start) == "\"";
    let sold = (next..at).any(|at| deal(at) || opens && stood(at));
    // *sells Ukraine a thousand cubic metres of gas for $240*
    let sold = sold
        || (word(at - 1) == "for" || before == "for") && (from.saturating_sub(5).max(scan.range.start)..from).any(deal);
    // *values a thousand cubic metres of its gas at $240*
    let valued = word(at - 1) == "at"
        && from.checked_sub(1).is_some_and(|b| matches!(word(b), "values" | "valued" | "value" | "reckons" | "prices"));
    let sold = sold || valued;
    let clear = (next..at).all(|at| {
        scan.get(at).is_some_and(|t| !(t.shape == Shape::Digits || t.is_mark(';') || t.is_mark(',') && before != "for"))
    });
    (next < at && sold && clear && !of_before && is_no_time(measure)).then_some((measure, divisor))
}
