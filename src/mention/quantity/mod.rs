//! Numbers with their units, ranges, parts, multiples, and what hedges them.
//!
//! | text | value | unit | bound |
//! | --- | --- | --- | --- |
//! | `more than $10 billion` | 10000000000 | `USD` | at_least |
//! | `1.5 to 2 billion cubic meters a year` | 1500000000 to 2000000000 | `m3/year` | exact |
//! | `$130 per thousand cubic metres` | 0.13 | `USD/m3` | exact |
//! | `a third` | 33.3 | `percent` | about |
//! | `nearly doubled` | 2 | `times` | about |

mod denied;
mod hedge;
mod paired;
mod parts;
mod range;
mod small;

use std::ops::Range;

use hedge::hedged;
use parts::{fraction, multiple, part_of_unit};
use range::{range_end, range_of_units};

use super::measure::{self, Written, written_unit};
use super::numeral::{Numeral, numeral};
use super::{Scan, paid_for};
use crate::lexicon::{Cue, Kinds, Sense};
use crate::model::{Bound, Commodity, Decimal, Dimension, Measure, Quantity, Span, Unit};
use crate::token::{Gap, Shape, Token};

/// How a quantity is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number and its unit.
    Figure,
    /// A part of one: *a third*.
    Fraction,
    /// A verb or adverb: *doubled*.
    Multiple,
    /// A number without a unit.
    Bare,
}

/// A quantity as written.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityMention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes: the shortest text that carries value and unit.
    pub span: Span,
    /// What it says; a bare number says percent until its unit is found.
    pub quantity: Quantity,
    /// How it is worded.
    pub form: Form,
    /// The currencies that its unit may be, where several share the word.
    pub shared: Option<usize>,
    /// Goods named inside it: *4 million cubic meters of gas per day*.
    pub goods: Option<(Commodity, Span)>,
    /// The sign before its digits.
    pub sign: Option<i8>,
    /// The words that hedge it.
    pub hedge: Option<Span>,
    /// The power of ten of its scale words.
    pub exponent: i32,
    /// For a price, how many base units it is for.
    pub divisor: Option<Decimal>,
    /// How many base units its written unit is; 1 without one.
    pub factor: Decimal,
    /// Its number as written, without scale words and unit.
    pub written: Decimal,
    /// Its value and the upper end of its range as written: scale words taken up, the unit not.
    pub stated: (Decimal, Option<Decimal>),
    /// The token that its unit begins at; where its number ends without one.
    pub unit_at: usize,
    /// A unit that no fact is counted in, by its index in the lexicon.
    pub everyday: Option<usize>,
}

impl QuantityMention {
    /// Makes a price that is told for `amount` base units that of one; `None`, and nothing is changed, where it does not fit.
    pub fn make_of_one(&mut self, amount: Decimal) -> Option<()> {
        self.quantity.value = self.quantity.value.checked_div(amount)?;
        self.quantity.high = self.quantity.high.and_then(|high| high.checked_div(amount));
        self.quantity.quantum = self.quantity.quantum.and_then(|quantum| quantum.checked_div_exact(amount));
        self.divisor = Some(amount);
        self.factor = self.factor.checked_div(amount).unwrap_or(self.factor);
        Some(())
    }
}

/// The quantity that begins at token `at`, with or without a unit.
pub fn quantity(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let parts = || {
        small::and_a_half(scan, at)
            .or_else(|| small::small_part_of(scan, at))
            .or_else(|| multiple(scan, at))
            .or_else(|| part_of_unit(scan, at))
            .or_else(|| fraction(scan, at))
    };
    // Digits that no phrase begins with are no part of one but before a stroke.
    let of_every = || matches!(scan.get(at + 1).map(|t| t.norm.as_ref()), Some("of" | "out" | "in"));
    let digits =
        scan.is_digits(at) && !scan.is_known(at) && !scan.get(at + 1).is_some_and(|t| t.is_mark('/')) && !of_every();
    debug_assert!(!digits || parts().is_none(), "digits that are a part of one");
    let found = if digits { None } else { parts() };
    Some(hedged(scan, found.or_else(|| figure(scan, at).map(|figure| by_a_factor(scan, at, figure)))?))
}

/// *six taka and thirty paisa*, *5 roubles 20 kopecks*: money with its smaller coins, and the token after them; not *29 cents and
/// 71 cents*, and not *918,000 dollars 38 cents a share*.
fn with_subunits(scan: &Scan<'_>, low: &Numeral, money: &Written) -> Option<(Decimal, Decimal, usize)> {
    let and = scan.get(money.end).is_some_and(|t| t.norm == "and");
    let coins = numeral(scan, money.end + usize::from(and), false).filter(|n| n.value < Decimal::HUNDRED)?;
    let whole = low.value.scale() == 0 && coins.value.scale() == 0 && low.exponent == 0;
    let whole = whole && low.value < Decimal::from(1000) && money.apply(Decimal::ONE) == Some(Decimal::ONE);
    let (factor, length) = scan.sense(Kinds::CURRENCY, coins.end, |sense| match sense {
        Sense::Currency(_, factor) if *factor < Decimal::ONE => Some(*factor),
        _ => None,
    })?;
    let value = low.value.checked_add(coins.value.checked_mul(factor)?)?;
    whole.then_some((value, factor, coins.end + length))
}

/// *by a factor of four*, *multiplied by five*: the new over the old.
fn by_a_factor(scan: &Scan<'_>, at: usize, figure: QuantityMention) -> QuantityMention {
    let before = |back: usize| {
        at.checked_sub(back).filter(|at| *at >= scan.range.start).and_then(|at| scan.get(at)).map_or("", |t| &t.norm)
    };
    let factor = before(1) == "of" && before(2) == "factor" || before(1) == "by" && before(2) == "multiplied";
    if figure.form != Form::Bare || !factor {
        return figure;
    }
    let quantity = Quantity { unit: Unit::TIMES, ..figure.quantity };
    let span = scan.span(at - 2..figure.tokens.end);
    QuantityMention { quantity, span, form: Form::Figure, ..figure }
}

/// A number with a currency before it or a unit behind it.
fn figure(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let mut start = at;
    let mut sign = None;
    if let Some(token) = scan.get(at)
        && let Shape::Mark(mark @ ('-' | '+')) = token.shape
    {
        let free = token.gap > Gap::None
            || at == scan.range.start
            || scan.get(at - 1).is_some_and(|t| t.is_mark('(') || t.is_mark('|'));
        if !free || !scan.get(at + 1).is_some_and(Token::is_joined) {
            return None;
        }
        sign = Some(if mark == '-' { -1 } else { 1 });
        start += 1;
    }
    let before = currency_before(scan, start);
    let mut number_at = before.as_ref().map_or(start, |(_, length)| start + length);
    // *€-6.4 bn*, *£ -0.4 billion*: the sign stands behind that of the money.
    if before.is_some() && sign.is_none() && scan.get(number_at).is_some_and(|t| t.is_mark('-')) {
        (sign, number_at) = (Some(-1), number_at + 1);
    }
    let mut low = numeral(scan, number_at, before.is_some())?;
    if glued_to_word(scan, start) {
        return None;
    }
    let mut high = None;
    // *$1 – 418.53 drams*: two sides of a rate.
    let rate = |second: &Numeral| {
        low.value == Decimal::ONE
            && before.is_some()
            && written_unit(scan, second.end).is_some_and(|u| u.unit.measure.dimension() == Dimension::Money)
    };
    if let Some((second, factor)) = range_end(scan, &low, before.is_some(), at).filter(|(second, _)| !rate(second)) {
        low.value = low.value.checked_mul(factor)?;
        low.quantum = match low.quantum {
            Some(q) => Some(q.checked_mul(factor)?),
            None => None,
        };
        low.exponent = second.exponent;
        high = Some(second);
    }
    let written = low.value.checked_div_exact(Decimal::power_of_ten(low.exponent)?).unwrap_or(low.value);
    let last = high.as_ref().unwrap_or(&low);
    let mut unit = match &before {
        Some((written, _)) => Some(measure::with_price_or_rate(scan, written.clone(), last.end)),
        // *two billions of dollars*
        None => written_unit(scan, last.end).or_else(|| {
            let many = scan
                .get(last.end.checked_sub(1)?)
                .is_some_and(|t| matches!(t.norm.as_ref(), "millions" | "billions" | "thousands" | "trillions"));
            let of = scan.get(last.end).is_some_and(|t| t.norm == "of");
            // *16 million of tons*
            let scaled = last.exponent >= 6 && last.digits;
            // *128 million of dollars*, not *3 million of $5 notes*
            let plain =
                |u: &Written| !scan.is_digits(u.end) && scan.get(last.end + 1).is_some_and(|t| t.shape == Shape::Word);
            let goods = |u: &Written| many || u.unit.measure.dimension() != Dimension::Money || plain(u);
            ((many || scaled) && of).then(|| written_unit(scan, last.end + 1).filter(goods))?
        }),
    };
    if let Some(money) = unit.as_ref().filter(|u| u.unit.is_sum() && before.is_none() && high.is_none())
        && let Some((value, coin, end)) = with_subunits(scan, &low, money)
    {
        low = Numeral { value, quantum: low.quantum.map(|_| coin), ..low };
        unit = Some(measure::with_price_or_rate(scan, money.clone(), end));
    }
    if let Some(money) = unit.as_mut().filter(|_| before.is_none() && high.is_none())
        && let Some((exponent, end)) = paired::scale_behind_code(scan, &low, money)
    {
        low = low.times_ten_to(exponent)?;
        money.end = end;
    }
    if low.exponent < 6
        && let Some(money) = &mut unit
        && let Some((per, divisor)) =
            paid_for::paid_for(scan, at, money.unit).or_else(|| paid_for::paid_for_behind(scan, money.end, money.unit))
    {
        money.unit = money.unit.per(per);
        money.divisor = divisor;
    }
    let last = high.as_ref().unwrap_or(&low);
    if before.as_ref().is_some_and(|(_, length)| is_no_sign(scan, start, *length, last, unit.as_ref())) {
        return None;
    }
    // `2.5% to 3%`, not *from 2.5% to 3%* and not *rose 2.5% to 3%*
    if high.is_none()
        && before.is_none()
        && let Some(percent) = unit.as_ref().filter(|u| u.unit == Unit::PERCENT || u.unit == Unit::TIMES)
        && scan.get(percent.end).is_some_and(|t| matches!(t.norm.as_ref(), "to" | "-"))
        && let Some(second) = numeral(scan, percent.end + 1, false).filter(|n| n.digits && n.value > low.value)
        && let Some(again) = written_unit(scan, second.end).filter(|u| u.unit == percent.unit)
        && at.checked_sub(1).is_none_or(|b| {
            let rises =
                scan.sense(Kinds::CUE, b, |s| matches!(s, Sense::Cue(Cue::Direction(_))).then_some(())).is_some();
            !rises && scan.get(b).is_none_or(|t| !matches!(t.norm.as_ref(), "from" | "by"))
        })
    {
        high = Some(second);
        unit = Some(again);
    }
    // *between 10,000MW and 12,000MW*, `1.6 MMT-1.7 MMT`: the unit told twice.
    if high.is_none()
        && before.is_none()
        && let Some(first) = &unit
        && let Some(join) = range_of_units(scan, at).or(Some("-"))
        && scan.get(first.end).is_some_and(|t| t.norm == join)
        && let Some(second) = numeral(scan, first.end + 1, false).filter(|n| n.digits && n.value > low.value)
        && let Some(again) =
            written_unit(scan, second.end).filter(|u| u.unit == first.unit && u.divisor == first.divisor)
    {
        high = Some(second);
        unit = Some(again);
    }
    // *3.1 (3.9) mln tonnes*
    let mut alone = None;
    if unit.is_none()
        && high.is_none()
        && let Some((exponent, both)) = paired::unit_of_both(scan, at, &low)
    {
        low = low.times_ten_to(exponent)?;
        (unit, alone) = (both, Some(low.end));
    }
    let last = high.as_ref().unwrap_or(&low);
    if let Some(unit) = unit.as_mut().filter(|u| u.unit.measure == Measure::Tonne) {
        metric(scan, last, unit);
    }
    let everyday = if unit.is_none() { everyday(scan, last.end) } else { None };
    let end = unit.as_ref().map_or(everyday.map_or(last.end, |(_, end)| end), |u| u.end);
    let end = alone.unwrap_or(end);
    // *211 gigawatt-hours (GWh)*: the unit told again parts nothing.
    let again = unit.as_ref().filter(|_| scan.get(end).is_some_and(|t| t.is_mark('('))).and_then(|unit| {
        let again = written_unit(scan, end + 1)
            .filter(|again| again.unit == unit.unit || again.unit == Unit::of(unit.unit.measure))?;
        scan.get(again.end).filter(|t| t.is_mark(')')).map(|_| again.end + 1)
    });
    // *$12bn-worth of tea*
    let worth = scan.get(end).is_some_and(|t| t.is_mark('-')) && scan.get(end + 1).is_some_and(|t| t.norm == "worth");
    let signed = |value: Decimal| if sign == Some(-1) { -value } else { value };
    let stated = (signed(low.value), high.as_ref().map(|h| h.value));
    let times = |value: Decimal| match &unit {
        Some(unit) => unit.apply(value),
        None => Some(value),
    };
    let value = signed(times(low.value)?);
    let unit_divisor = unit.as_ref().filter(|u| u.unit.is_price()).map(|u| u.divisor);
    let quantity = Quantity {
        value,
        high: match &high {
            Some(high) => Some(times(high.value)?),
            None => None,
        },
        unit: unit.as_ref().map_or(Unit::PERCENT, |u| u.unit),
        bound: Bound::Exact,
        quantum: match low.quantum {
            Some(quantum) => times(quantum),
            None => None,
        },
    };
    Some(QuantityMention {
        tokens: at..again.unwrap_or(end + usize::from(worth)),
        span: scan.span(at..end),
        quantity,
        form: if unit.is_some() { Form::Figure } else { Form::Bare },
        shared: unit.as_ref().and_then(|u| u.shared),
        goods: unit.as_ref().and_then(|u| u.goods.clone()),
        sign,
        hedge: None,
        exponent: low.exponent,
        divisor: unit_divisor,
        factor: unit.as_ref().and_then(|u| u.apply(Decimal::ONE)).unwrap_or(Decimal::ONE),
        written,
        stated,
        unit_at: if before.is_some() { start } else { last.end },
        everyday: everyday.map(|(index, _)| index),
    })
}

/// Whether the word or letter at token `at`, which can be a currency's, is none before `number`: `R5.4 billion` and
/// `R18 a kilo` are money, `R18` alone is not; *in dollars 47 a barrel*, not *in dollars 4.7 percent*.
fn is_no_sign(scan: &Scan<'_>, at: usize, length: usize, number: &Numeral, unit: Option<&Written>) -> bool {
    let Some(first) = scan.get(at) else { return false };
    let bracket = first.is_mark('(');
    if !bracket && first.shape != Shape::Word {
        return false;
    }
    if bracket || first.text.len() == 1 && length == 1 {
        return number.exponent < 6 && !unit.is_some_and(|unit| unit.unit.is_price());
    }
    if !first.text.starts_with(char::is_lowercase) {
        // *the PS5*: a name by its letters and one digit.
        let named =
            scan.as_written && length == 1 && scan.get(at + 1).is_some_and(|t| t.is_joined() && t.text.len() == 1);
        return named
            && number.exponent == 0
            && number.value < Decimal::from(10)
            && number.end == at + 2
            && !unit.is_some_and(|unit| unit.unit.is_price());
    }
    let sign = matches!(first.text, "dollars" | "pounds" | "euros");
    let word =
        matches!(first.text, "won" | "real" | "sum" | "sums" | "som" | "mark" | "marks" | "crown" | "crowns" | "sol");
    let plain = number.exponent < 6 && !unit.is_some_and(|unit| unit.unit.is_price());
    word || plain && !sign || written_unit(scan, number.end).is_some()
}

/// *1.92 mt*, *162 MT* are of millions of tonnes; *228,391 mt*, *1.4 million MT* are of tonnes.
fn metric(scan: &Scan<'_>, number: &Numeral, unit: &mut Written) {
    let written = scan.get(number.end).map_or("", |t| t.text);
    if !matches!(written, "mt" | "MT" | "Mt") {
        return;
    }
    let few = number.value < Decimal::from(1000) || written == "Mt";
    unit.count_in(if number.exponent == 0 && few { Decimal::from(1_000_000) } else { Decimal::ONE });
}

/// A unit that no fact is counted in at token `at`, a hyphen before it or not, and the token after it.
fn everyday(scan: &Scan<'_>, at: usize) -> Option<(usize, usize)> {
    let joined = scan.get(at).is_some_and(|t| t.is_mark('-') && t.is_joined());
    let at = at + usize::from(joined);
    let named = scan.sense(Kinds::EVERYDAY, at, |sense| match sense {
        Sense::Everyday(index) => Some(*index),
        _ => None,
    });
    // *It was 17C.*: no *c.* of a year.
    let closing = || {
        let letter = scan.get(at).is_some_and(|t| t.text == "C" && t.is_joined());
        let stop = letter && scan.get(at + 1).is_some_and(|t| t.is_mark('.'));
        let celsius = || scan.lexicon.everyday.iter().position(|unit| unit.name == "degree_celsius");
        if stop { celsius().map(|index| (index, 1)) } else { None }
    };
    let (index, length) = named.or_else(closing)?;
    // *vs 8.5 bln year earlier*: what it was then.
    let next = scan.get(at + length).map_or("", |t| t.norm.as_ref());
    if scan.get(at).is_some_and(|t| t.norm == "year") && matches!(next, "ago" | "earlier" | "before") {
        return None;
    }
    // `34C` is a temperature, *vitamin 3 C* is not.
    // `5G` is a network.
    let letter = length == 1
        && scan.get(at).is_some_and(|t| {
            matches!(t.text, "C" | "F" | "V" | "MP" | "h") && !t.is_joined() || matches!(t.text, "G" | "M")
        });
    // `6ft 4in`; *sold 4 in May*, *a 3-in-1 tool*.
    let joined = |at: usize| scan.get(at).is_some_and(Token::is_joined);
    // *12 in. across*
    let dotted = || {
        let size = |t: &Token<'_>| {
            matches!(t.norm.as_ref(), "across" | "high" | "wide" | "long" | "deep" | "tall" | "thick" | "by" | "x")
        };
        scan.as_written
            && scan.get(at + 1).is_some_and(|t| t.is_mark('.') && t.is_joined())
            && scan.get(at + 2).is_some_and(size)
    };
    let preposition = length == 1
        && !dotted()
        && scan.get(at).is_some_and(|t| t.norm == "in")
        && !(joined(at)
            && scan.get(at - 1).is_some_and(|t| t.shape == Shape::Digits)
            && (!joined(at + 1) || scan.get(at + 1).is_some_and(|t| matches!(t.shape, Shape::Mark('.' | ',' | ')')))));
    // `3.2s`, not *the 1990s* and not *the 10's*
    let tenths = length > 1
        || scan.get(at).is_some_and(|t| t.norm != "s")
        || at >= 2 && scan.get(at - 2).is_some_and(|t| t.is_mark('.') && t.is_joined());
    (!letter && !preposition && tenths).then_some((index, at + length))
}

/// Digits glued to a word are a name (*G7*, *M2*), after `No.` a number of something.
fn glued_to_word(scan: &Scan<'_>, at: usize) -> bool {
    let (Some(token), Some(before)) = (scan.get(at), at.checked_sub(1).and_then(|b| scan.get(b))) else { return false };
    // `an increase of23.2 percent`: a lost blank.
    if crate::lexicon::words::leads_amount(before.norm.as_ref()) && !before.is_capitalised() {
        return false;
    }
    let back = |by: usize| at.checked_sub(by).and_then(|at| scan.get(at));
    // The `5` of `bcm-7.5`.
    let inside = matches!(before.shape, Shape::Mark('.' | ','))
        && before.is_joined()
        && back(2).is_some_and(|t| t.shape == Shape::Digits && t.is_joined())
        && back(3).is_some_and(|t| t.is_mark('-') && t.is_joined());
    token.is_joined()
        && ((inside || before.shape == Shape::Word) && token.shape == Shape::Digits
            || before.is_mark('-')
                && at >= 2
                && scan.get(at - 2).is_some_and(|t| t.shape == Shape::Word)
                && before.is_joined())
}

/// A currency's sign, code or name before the number at `at`: `$5`, `yen 5 billion`, `(S$) 5 billion`, `yen (Y) 5 billion`.
fn currency_before(scan: &Scan<'_>, at: usize) -> Option<(Written, usize)> {
    let first = scan.get(at)?;
    if first.is_mark('(') {
        return bracketed_sign(scan, at).map(|(found, end)| (found, end - at));
    }
    // *the S.&P. 500*: the end of a name.
    let rest = first.shape == Shape::Word
        && first.is_joined()
        && at.checked_sub(1).and_then(|b| scan.get(b)).is_some_and(|t| matches!(t.shape, Shape::Mark('&' | '.')));
    // *5 billion yen 3 years ago*: the name is of the number before it.
    let behind_number = || {
        at.checked_sub(1).is_some_and(|b| {
            let counts = |s: &Sense| matches!(s, Sense::Scale(..) | Sense::Number(_)).then_some(());
            scan.get(b).is_some_and(|t| t.shape == Shape::Digits)
                || scan.sense(Kinds::SCALE.or(Kinds::NUMBER), b, counts).is_some()
        })
    };
    // *nL5N11T014*: letters between digits are those of a code.
    let coded = || {
        let before = at.checked_sub(1).and_then(|b| scan.get(b));
        first.shape == Shape::Word && first.is_joined() && before.is_some_and(|t| t.shape == Shape::Digits)
    };
    if rest || coded() || first.text.starts_with(char::is_lowercase) && behind_number() {
        return None;
    }
    let (found, length) = currency_at(scan, at)?;
    let mut next = at + length;
    if first.shape == Shape::Word
        && let Some((_, end)) = bracketed_sign(scan, next)
    {
        return Some((found, end - at));
    }
    // `WST $68.4 million`, `FJD$ 5 million`
    let code = |t: &Token<'_>| t.text.len() == 3 && t.text.bytes().all(|b| b.is_ascii_uppercase());
    if length == 1 && code(first) && scan.get(next).is_some_and(|t| t.is_mark('$')) {
        next += 1;
    }
    // `Rs. 5 crore`
    if scan.get(next).is_some_and(|t| t.is_mark('.') && t.is_joined()) {
        next += 1;
    }
    let number = scan.get(next)?;
    // *€-6.4 bn*: the sign behind that of the money.
    if number.is_mark('-') && number.is_joined() && scan.get(next - 1).is_some_and(|t| t.shape != Shape::Word) {
        let signed = scan.get(next + 1).is_some_and(|t| t.is_joined() && t.shape == Shape::Digits);
        return signed.then_some((found, next - at));
    }
    let word = first.shape == Shape::Word && length == 1;
    (number.shape == Shape::Digits || (!word && number.shape == Shape::Word)).then_some((found, next - at))
}

/// A currency's sign in a bracket of its own before digits, and the token after the bracket.
fn bracketed_sign(scan: &Scan<'_>, at: usize) -> Option<(Written, usize)> {
    scan.get(at).filter(|t| t.is_mark('('))?;
    let (found, length) = currency_at(scan, at + 1)?;
    let close = at + 1 + length + usize::from(scan.get(at + 1 + length)?.is_mark('.'));
    let digits = scan.get(close + 1).is_some_and(|t| t.shape == Shape::Digits);
    (digits && scan.get(close)?.is_mark(')')).then_some((found, close + 1))
}

/// The currency that is named at token `at`, and its length.
fn currency_at(scan: &Scan<'_>, at: usize) -> Option<(Written, usize)> {
    scan.sense(Kinds::CURRENCY, at, |sense| match sense {
        Sense::Currency(code, factor) => Some(Written::currency(*code, *factor, at)),
        Sense::SharedCurrency(index) => Some(Written::shared(*index, at)),
        _ => None,
    })
}
