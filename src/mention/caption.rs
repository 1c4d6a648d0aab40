//! Units that stand for the figures below them: in the heading of a table or of its column.
//!
//! | text | one is |
//! | --- | --- |
//! | `trade in goods, € billions` | 1000000000 `EUR` |
//! | `Exports of natural gas, bcm` | 1000000000 `m3` |
//! | `Volume (thousand tonnes)` | 1000 `t` |
//! | `Exports (in EUR '000)`, `Exports (1,000 EUR)` | 1000 `EUR` |

use super::Scan;
use super::measure::{Written, is_bag, written_unit};
use crate::lexicon::{Kinds, Marks, Sense};
use crate::model::{Decimal, Dimension, Unit};
use crate::token::Shape;

/// What one stands for in the cells of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// Its first token.
    pub at: usize,
    /// The base unit.
    pub unit: Unit,
    /// How many base units one is.
    pub factor: Decimal,
    /// The currencies that it may be.
    pub shared: Option<usize>,
    /// Whether its letters may as well stand for metric tonnes alone: `MT`.
    pub metric: bool,
}

impl Caption {
    /// How many base units one is in a figure that is written so: `6,376` below `Quantity (MT)` are tonnes, `5.2` millions of them.
    #[must_use]
    pub fn factor_of(&self, written: Decimal) -> Decimal {
        if self.metric && written >= Decimal::from(1000) { Decimal::ONE } else { self.factor }
    }
}

/// The units in a line that no number stands before.
#[must_use]
pub fn captions(scan: &Scan<'_>) -> Vec<Caption> {
    let mut found = Vec::new();
    if !scan.kinds.meets(Kinds::UNIT.or(Kinds::CURRENCY)) {
        return found;
    }
    let mut at = scan.range.start;
    while at < scan.range.end {
        if !may_name_unit(scan, at) {
            at += 1;
            continue;
        }
        let after_number = at > scan.range.start && scan.get(at - 1).is_some_and(|t| t.shape == Shape::Digits);
        match if after_number { None } else { caption_at(scan, at) } {
            Some((caption, end)) => {
                found.push(caption);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a unit or scale can begin at token `at`: a quick look before a thorough one.
fn may_name_unit(scan: &Scan<'_>, at: usize) -> bool {
    const NAMED: Kinds = Kinds::UNIT.or(Kinds::CURRENCY).or(Kinds::SCALE);
    scan.can_be(at, NAMED)
        || scan.get(at).is_some_and(|token| match token.shape {
            Shape::Digits => matches!(token.text, "000" | "1000" | "1") || scan.told.marks.meets(Marks::BAGS),
            Shape::Mark('-' | '\'') => true,
            Shape::Mark(_) => false,
            Shape::Word => is_bag(token) || matches!(token.norm.as_ref(), "mill" | "mil"),
        })
}

/// How many tokens at `at` stand for a thousand, and whether no number is written so: `'000`, `000`; `1000`, `1,000`.
fn thousands(scan: &Scan<'_>, at: usize) -> Option<(usize, bool)> {
    let text = |at: usize| scan.get(at).map_or("", |t| t.text);
    let quote = usize::from(scan.get(at)?.is_mark('\''));
    if text(at + quote) == "000" {
        return Some((1 + quote, true));
    }
    match (text(at), text(at + 1), text(at + 2)) {
        ("1000", ..) => Some((1, false)),
        ("1", ",", "000") => Some((3, false)),
        _ => None,
    }
}

fn caption_at(scan: &Scan<'_>, at: usize) -> Option<(Caption, usize)> {
    let scale = |at: usize| {
        let (exponent, length) = scan
            .sense(Kinds::SCALE, at, |s| match s {
                Sense::Scale(exponent, false) => Some(*exponent),
                _ => None,
            })
            .or_else(|| scan.get(at).filter(|t| matches!(t.norm.as_ref(), "mill" | "mil")).map(|_| (6, 1)))?;
        // `mill. EUR`
        let stop = scan.get(at + length).is_some_and(|t| t.is_mark('.') && t.is_joined());
        Some((exponent, length + usize::from(stop)))
    };
    let make = |unit: &Written, exponent: i32, end: usize| {
        let factor = unit.apply(Decimal::power_of_ten(exponent)?)?;
        let metric = exponent == 0 && is_metric(scan, at);
        Some((Caption { at, unit: unit.unit, factor, shared: unit.shared, metric }, end))
    };
    // `M USD`, `bn EUR`: short scales that elsewhere stand behind digits alone.
    let short = || {
        let found = scan.sense(Kinds::SCALE, at, |s| match s {
            Sense::Scale(exponent, true) => Some(*exponent),
            _ => None,
        });
        let capital =
            scan.get(at).is_some_and(|t| matches!(t.text, "M" | "MM" | "mn" | "bn" | "Bn" | "Mn" | "B" | "K"));
        found.filter(|(_, length)| {
            capital && written_unit(scan, at + length).is_some_and(|u| u.unit.measure.dimension() == Dimension::Money)
        })
    };
    // `'000 tonnes`, `(1,000 EUR)`
    if let Some((length, bare)) = thousands(scan, at)
        && let Some(unit) = written_unit(scan, at + length)
    {
        let opens = |back: usize| at.checked_sub(back).and_then(|b| scan.get(b)).is_some_and(|t| t.is_mark('('));
        let alone = (opens(1) || opens(2)) && scan.get(unit.end).is_some_and(|t| t.is_mark(')'));
        return if bare || alone { make(&unit, 3, unit.end) } else { None };
    }
    // `billion US dollars`, `thousands of tonnes`
    if let Some((exponent, length)) = scale(at).or_else(short) {
        let next = at + length + usize::from(scan.get(at + length).is_some_and(|t| t.norm == "of"));
        let mut unit = written_unit(scan, next)?;
        // `thousand MT`: nobody counts in thousands of millions of tonnes.
        if is_metric(scan, next) {
            unit.count_in(Decimal::ONE);
        }
        return make(&unit, exponent, unit.end);
    }
    // `USD million`, `bcm`
    let unit = written_unit(scan, at)?;
    let times = unit.unit.is_ratio() && unit.unit != Unit::PERCENT;
    // One letter, or an ordinary word, is no caption: *t*, *times*, *marks*.
    let short = unit.end == at + 1 && scan.get(at)?.text.len() < 2 && !matches!(scan.get(at)?.shape, Shape::Mark(_));
    if times || short && scale(unit.end).is_none() {
        return None;
    }
    // `EUR '000`, `US$ 1,000` before the end of its bracket.
    let closes = |at: usize| scan.get(at).is_some_and(|t| t.is_mark(')'));
    if let Some((length, _)) = thousands(scan, unit.end).filter(|(length, bare)| *bare || closes(unit.end + length)) {
        return make(&unit, 3, unit.end + length);
    }
    match scale(unit.end) {
        Some((exponent, length)) => make(&unit, exponent, unit.end + length),
        None => make(&unit, 0, unit.end),
    }
}

/// Whether the letters at a token stand for metric tonnes as for millions of them: `MT`, `mt`.
fn is_metric(scan: &Scan<'_>, at: usize) -> bool {
    scan.get(at).is_some_and(|t| matches!(t.text, "MT" | "mt"))
}
