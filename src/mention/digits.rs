//! Numbers in digits: which marks part groups of three and which the fraction.
//!
//! | text | value |
//! | --- | --- |
//! | `9 024` (no-break space), `9,024` | 9024 |
//! | `58,7` (where the document writes so) | 58.7 |
//! | `.335` | 0.335 |

use super::Scan;
use super::decimal_mark::DecimalMark;
use super::numeral::{Numeral, part_behind};
use crate::lexicon::{Kinds, Sense};
use crate::model::Decimal;
use crate::token::{Gap, Shape, Token, is_parted_fraction};

/// No number of more digits, noughts before it aside, or of more groups of them can be held.
const LONGEST: usize = 40;

/// A number in digits with its marks.
pub fn digits(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    let first = scan.get(at)?;
    if first.text.len() > LONGEST && first.text.trim_start_matches('0').len() > LONGEST {
        return None;
    }
    // `1. 92 billion`
    if is_parted_fraction(scan.tokens, at + 1) {
        let parts = scan.tokens.get(at..at + 3)?;
        let scale = u32::try_from(parts[2].text.len()).ok()?;
        let quantum = Decimal::power_of_ten(-i32::try_from(scale).ok()?);
        let value = Decimal::new(mantissa(parts)?, scale)?;
        return Some(Numeral { value, quantum, end: at + 3, exponent: 0, digits: true });
    }
    // A digit run glued to a word before it is a name (G7, COVID19), after a point or dash of a code as well.
    let mut marks = 0;
    let mut end = at + 1;
    while let (Some(mark), Some(next)) = (scan.get(end), scan.get(end + 1)) {
        if marks > LONGEST {
            return None;
        }
        let separator = match mark.shape {
            Shape::Mark(c @ (',' | '.' | '\'')) if mark.is_joined() && next.is_joined() => c,
            _ => break,
        };
        if next.shape != Shape::Digits || (separator == '\'' && next.text.len() != 3) {
            break;
        }
        marks += 1;
        end += 2;
    }
    if marks == 0
        && let Some((tenths, next)) = part_behind(scan, end)
    {
        // `2-1/2`, `3 3/4`, `3½`
        let value = Decimal::from(first.text.parse::<i64>().ok()?).checked_add(tenths)?;
        return Some(Numeral { value, quantum: None, end: next, exponent: 0, digits: true });
    }
    let fraction = if marks == 0 {
        let mut length = first.text.len();
        while let Some(next) = scan.get(end) {
            let continues = next.shape == Shape::Digits
                && next.text.len() == 3
                && (next.gap == Gap::Narrow || (next.gap == Gap::Blank && !next.column))
                && length <= 12
                && (first.text.len() < 4)
                && !first.text.starts_with('0');
            if !continues {
                break;
            }
            length += next.text.len();
            end += 1;
        }
        // `1 234,5`
        match (scan.get(end), scan.get(end + 1)) {
            (Some(mark), Some(next))
                if end > at + 1
                    && matches!(mark.shape, Shape::Mark(',' | '.'))
                    && mark.is_joined()
                    && next.is_joined()
                    && next.shape == Shape::Digits =>
            {
                end += 2;
                next.text.len()
            }
            _ => 0,
        }
    } else {
        split(&Groups { tokens: scan.tokens.get(at..end)? }, scan, end)?
    };
    let scale = u32::try_from(fraction).ok()?;
    let mantissa = mantissa(scan.tokens.get(at..end)?)?;
    // `$5.49-3/4`, `3.00 1/2`: a part of a cent.
    if fraction == 2
        && let Some((part, next)) = part_behind(scan, end)
    {
        let value = Decimal::new(mantissa, scale)?.checked_add(part.checked_mul(Decimal::new(1, 2)?)?)?;
        return Some(Numeral { value, quantum: None, end: next, exponent: 0, digits: true });
    }
    Some(Numeral {
        value: Decimal::new(mantissa, scale)?,
        quantum: Some(Decimal::power_of_ten(-i32::try_from(scale).ok()?)?),
        end,
        exponent: 0,
        digits: true,
    })
}

/// The digits of tokens one behind the other, whatever stands between them, as one number.
fn mantissa(tokens: &[Token<'_>]) -> Option<i128> {
    let digits = || tokens.iter().filter(|t| t.shape == Shape::Digits);
    let bytes = || digits().flat_map(|t| t.text.bytes()).map(|byte| byte.wrapping_sub(b'0'));
    // What has up to 18 digits fits into a small number.
    if digits().map(|t| t.text.len()).sum::<usize>() <= 18 {
        return Some(bytes().fold(0, |number: i64, digit| number * 10 + i64::from(digit)).into());
    }
    bytes().try_fold(0, |number: i128, digit| number.checked_mul(10)?.checked_add(i128::from(digit)))
}

/// Groups of digits with a mark between each two.
struct Groups<'s, 'a> {
    tokens: &'s [Token<'a>],
}

impl<'s, 'a> Groups<'s, 'a> {
    fn marks(&self) -> impl DoubleEndedIterator<Item = Shape> + use<'s, 'a> {
        self.tokens.iter().skip(1).step_by(2).map(|t| t.shape)
    }

    /// How long each group is from the one at `from` to the one before `to`.
    fn lengths(&self, from: usize, to: usize) -> impl Iterator<Item = usize> + use<'s, 'a> {
        self.tokens.iter().step_by(2).skip(from).take(to.saturating_sub(from)).map(|t| t.text.len())
    }

    /// Whether the first so many are grouped by three.
    fn are_grouped(&self, count: usize) -> bool {
        let first = self.tokens.first().map_or("", |t| t.text);
        first.len() <= 3 && !first.starts_with('0') && self.lengths(1, count).all(|length| length == 3)
    }
}

/// *US$ 28.412 millions*, *28.412 million dollars*: whether digits are of money that is counted in millions.
fn is_sum_in_millions(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let millions = |sense: &Sense| matches!(sense, Sense::Scale(6, _)).then_some(());
    let Some(((), length)) = scan.sense(Kinds::SCALE, end, millions) else { return false };
    let sign = start.checked_sub(1).filter(|at| *at >= scan.range.start);
    sign.is_some_and(|at| scan.can_be(at, Kinds::CURRENCY)) || scan.can_be(end + length, Kinds::CURRENCY)
}

/// `.335`: digits behind a point that nothing stands right before.
pub fn below_one(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    let (point, tenths) = (scan.get(at)?, scan.get(at + 1)?);
    let glued = |at: usize| scan.get(at).is_some_and(|t| t.is_joined() && matches!(t.shape, Shape::Digits));
    let mark = scan.get(at + 2).is_some_and(|t| matches!(t.shape, Shape::Mark(',' | '.')));
    let ends = !(glued(at + 2) || mark && glued(at + 3));
    if point.gap == Gap::None || tenths.shape != Shape::Digits || !tenths.is_joined() || !ends {
        return None;
    }
    let scale = u32::try_from(tenths.text.len()).ok()?;
    let quantum = Decimal::power_of_ten(-i32::try_from(scale).ok()?);
    Some(Numeral {
        value: Decimal::new(tenths.text.parse().ok()?, scale)?,
        quantum,
        end: at + 2,
        exponent: 0,
        digits: true,
    })
}

/// Tells group marks from the decimal mark: how many digits the fraction has.
fn split(groups: &Groups<'_, '_>, scan: &Scan<'_>, end: usize) -> Option<usize> {
    let count = groups.tokens.len().div_ceil(2);
    let Shape::Mark(last_mark) = groups.marks().next_back()? else { return None };
    let (first, last) = (groups.tokens.first()?.text.len(), groups.tokens.last()?.text.len());
    let uniform = groups.marks().all(|mark| mark == Shape::Mark(last_mark));
    if count > 2 && uniform {
        // `1,52,340`: lakhs are grouped by two.
        let lakhs =
            last_mark == ',' && first <= 2 && groups.lengths(1, count - 1).all(|length| length == 2) && last == 3;
        // `1,234,567`; anything else with two equal marks is a date or a version.
        return (lakhs || groups.are_grouped(count)).then_some(0);
    }
    if count > 2 {
        // `1,234.5` or `1.234,5`
        let head = groups.marks().next()?;
        let heads_agree = groups.marks().take(count - 2).all(|mark| mark == head);
        return (heads_agree && groups.are_grouped(count - 1)).then_some(last);
    }
    let scale_follows =
        scan.sense(Kinds::SCALE, end, |sense| matches!(sense, Sense::Scale(e, _) if *e >= 6).then_some(())).is_some();
    let group = last == 3
        && groups.are_grouped(count)
        && match (last_mark, scan.decimal_mark) {
            (',', DecimalMark::Point) => true,
            (',', DecimalMark::Comma) => !scale_follows,
            // *US$ 28.412 millions* beside *5,3 million tons*
            ('.', DecimalMark::Comma) => !scale_follows || is_sum_in_millions(scan, end - groups.tokens.len(), end),
            ('\'', _) => true,
            _ => false,
        };
    Some(if group { 0 } else { last })
}
