//! Digits, marks, number words and scales to exact values.
//!
//! | text | value | quantum |
//! | --- | --- | --- |
//! | `11.181 billion` | 11181000000 | 1000000 |
//! | `9 024` (no-break space), `9,024` | 9024 | 1 |
//! | `58,7 million` (where the document writes so) | 58700000 | 100000 |
//! | `one and a half billion` | 1500000000 | |
//! | `1 billion 330 million`, `one billion three hundred million` | 1330000000, 1300000000 | 1000000, |
//! | `(109.5) million` | 109500000 | 100000 |
//! | `48-point-86`, `thirteen-point-five` | 48.86, 13.5 | 0.01, 0.1 |

use super::Scan;
use super::digits::{below_one, digits};
use super::length::stands_high;
use super::number_words::words;
use crate::lexicon::words::is_article;
use crate::lexicon::{Kinds, Sense};
use crate::model::Decimal;
use crate::token::{Gap, Shape, Token};

/// A number as written, not yet of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// Its value.
    pub value: Decimal,
    /// One step of its last digit; `None` for words.
    pub quantum: Option<Decimal>,
    /// The token after it.
    pub end: usize,
    /// The power of ten of its scale words; 0 without.
    pub exponent: i32,
    /// Whether it begins with digits.
    pub digits: bool,
}

impl Numeral {
    /// The number with a scale word of this power of ten taken up.
    pub fn times_ten_to(self, exponent: i32) -> Option<Numeral> {
        let power = Decimal::power_of_ten(exponent)?;
        let quantum = match self.quantum {
            Some(quantum) => Some(quantum.checked_mul(power)?),
            None => None,
        };
        let value = self.value.checked_mul(power)?;
        Some(Numeral { value, quantum, exponent: self.exponent + exponent, ..self })
    }
}

/// The number that begins at token `at`. `after_sign` allows scales that need a currency's sign or digits before them.
pub fn numeral(scan: &Scan<'_>, at: usize, after_sign: bool) -> Option<Numeral> {
    let mut number = simple(scan, at, after_sign)?;
    // `1 billion 330 million`, `12 thousand 400 tons`: further, smaller scales of the same figure.
    let mut step = number.exponent;
    while step >= 3
        && let joint = number.end + usize::from(joins_scales(scan, at, number.end))
        && let Some(next) = simple(scan, joint, false)
        && (next.digits || !scan.get(joint).is_some_and(|t| is_article(&t.norm)))
        && scan.tokens[number.end].gap > Gap::None
        && scan.tokens[number.end].gap < Gap::Line
    {
        let whole = |n: &Numeral, exponent: i32| {
            Decimal::power_of_ten(exponent).and_then(|p| n.value.checked_div_exact(p)).is_some_and(|v| v.scale() == 0)
        };
        let smaller = next.exponent < step && next.value < Decimal::power_of_ten(step)?;
        let plain = next.exponent == 0 && (!is_unit(scan, next.end) || next.value.scale() > 0 || step > 6);
        if !smaller || plain || !whole(&number, step) {
            break;
        }
        number =
            Numeral { value: number.value.checked_add(next.value)?, quantum: next.quantum, end: next.end, ..number };
        step = next.exponent;
    }
    Some(number)
}

/// *320 million and 400 thousand dollars*: whether *and* at a token goes on with the number that begins at token `at`; not *between
/// 2 million and 400 thousand*, *5 million and 300 thousand respectively*.
fn joins_scales(scan: &Scan<'_>, at: usize, and: usize) -> bool {
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let two = || at.checked_sub(1).is_some_and(|before| matches!(norm(before), "between" | "both"));
    let each = || (and + 2..and + 10).any(|at| matches!(norm(at), "respectively" | "each"));
    norm(and) == "and" && scan.get(and + 1).is_some_and(|t| t.shape == Shape::Digits) && !two() && !each()
}

fn simple(scan: &Scan<'_>, at: usize, after_sign: bool) -> Option<Numeral> {
    let token = scan.get(at)?;
    let bare = match token.shape {
        Shape::Digits => digits(scan, at)?,
        Shape::Mark('.') => below_one(scan, at)?,
        Shape::Mark('(') => bracketed(scan, at)?,
        _ => words(scan, at)?,
    };
    scaled(scan, at, spoken(scan, bare).unwrap_or(bare), after_sign)
}

/// `(109.5) million barrels`, `(87.6) dollars`: each number in a bracket, its scale and unit behind it, as ministries of the Gulf
/// write; not the second of `3.1 (3.9) mln tonnes`, and not what counts the points of a list.
fn bracketed(scan: &Scan<'_>, at: usize) -> Option<Numeral> {
    let number = digits(scan, at + 1).filter(|_| scan.is_digits(at + 1))?;
    let first = at == scan.range.start;
    let behind_number = || at.checked_sub(1).is_some_and(|before| scan.is_digits(before));
    let close = scan.get(number.end).is_some_and(|t| t.is_mark(')'));
    let end = number.end + 1;
    let scale = || scan.sense(Kinds::SCALE, end, |s| matches!(s, Sense::Scale(_, false)).then_some(())).is_some();
    let joined = scan.get(end).is_some_and(|t| t.is_joined() && !t.is_mark('%'));
    (close && !first && !joined && !behind_number() && (scale() || is_unit(scan, end)))
        .then_some(Numeral { end, ..number })
}

/// The digits that a whole number is read out with: `48-point-86`, *13 point five*, `eight-point-two-five`.
fn spoken(scan: &Scan<'_>, whole: Numeral) -> Option<Numeral> {
    let hyphen = |at: usize| at + usize::from(scan.get(at).is_some_and(|t| t.is_mark('-') && t.is_joined()));
    let point = hyphen(whole.end);
    if scan.get(point)?.norm != "point" || whole.value.scale() > 0 {
        return None;
    }
    let mut end = point + 1;
    let (mut fraction, mut places) = (0_i64, 0_u32);
    while let Some((digits, value, length)) = spoken_digits(scan, hyphen(end)).filter(|(n, ..)| places + n <= 6) {
        (fraction, places) = (fraction * 10_i64.pow(digits) + value, places + digits);
        end = hyphen(end) + length;
    }
    let quantum = Decimal::power_of_ten(-i32::try_from(places).ok()?)?;
    let value = whole.value.checked_add(Decimal::from(fraction).checked_mul(quantum)?)?;
    (places > 0).then_some(Numeral { value, quantum: Some(quantum), end, ..whole })
}

/// Digits behind a point at token `at`, as a run or one as a word: how many, what they make, and how many tokens.
fn spoken_digits(scan: &Scan<'_>, at: usize) -> Option<(u32, i64, usize)> {
    let token = scan.get(at)?;
    if token.shape == Shape::Digits {
        return Some((u32::try_from(token.text.len()).ok()?, token.text.parse().ok()?, 1));
    }
    if token.norm == "zero" {
        return Some((1, 0, 1));
    }
    scan.sense(Kinds::NUMBER, at, |sense| match sense {
        Sense::Number(value @ ..10) => Some((1, *value, 1)),
        _ => None,
    })
    .map(|(found, _)| found)
}

/// `116.0 billion (bln) litres`: over a scale's short form, told in a bracket.
fn over_short_scale(scan: &Scan<'_>, number: &Numeral) -> usize {
    let end = number.end;
    let mark = |at: usize, mark: char| scan.get(at).is_some_and(|t| t.is_mark(mark));
    if number.exponent == 0 || !mark(end, '(') {
        return end;
    }
    let again = scan.sense(Kinds::SCALE, end + 1, |sense| match sense {
        Sense::Scale(exponent, _) => (*exponent == number.exponent).then_some(()),
        _ => None,
    });
    let close = again.map(|((), length)| end + 1 + length).filter(|close| mark(*close, ')'));
    close.map_or(end, |close| close + 1)
}

/// Takes up the scale words behind a number that begins at token `start`.
fn scaled(scan: &Scan<'_>, start: usize, mut number: Numeral, after_sign: bool) -> Option<Numeral> {
    loop {
        number.end = over_short_scale(scan, &number);
        let mut at = number.end;
        // `a 2-billion-dollar deal`
        if scan.get(at).is_some_and(|t| t.is_mark('-') && t.is_joined())
            && scan.get(at + 1).is_some_and(Token::is_joined)
        {
            at += 1;
        }
        let found = scan.sense(Kinds::SCALE, at, |sense| match sense {
            Sense::Scale(exponent, attached) => Some((*exponent, *attached)),
            _ => None,
        });
        let Some(((exponent, attached), length)) = found else { return Some(number) };
        let joined = scan.get(at).is_some_and(Token::is_joined);
        // `8.1 m tonnes`
        let before_unit = || scan.get(at).is_some_and(|t| matches!(t.text, "m" | "mm")) && is_unit(scan, at + length);
        if attached && (!number.digits || !(joined || after_sign || before_unit()) || number.exponent > 0) {
            return Some(number);
        }
        // `$3.4T`, not `5T` of goods; `Rs 28.2 arab`, not `$20 Arab crude`
        let other = |t: &Token<'_>| t.text == "T" && !after_sign || t.text == "Arab";
        if attached && scan.get(at).is_some_and(other) {
            return Some(number);
        }
        if attached
            && !after_sign
            && (measures_length(scan, start, number.value, at) || stands_high(scan, start, &number))
        {
            return Some(number);
        }
        if scan.get(at).is_some_and(|t| t.gap == Gap::Paragraph) || exponent == 2 && number.digits {
            return Some(number);
        }
        number = number.times_ten_to(exponent)?;
        number.end = at + length;
        // `44 bln.`: the stop of an abbreviated scale before a unit.
        if scan.get(number.end).is_some_and(|t| t.is_mark('.') && t.is_joined())
            && scan.get(number.end + 1).is_some_and(|t| {
                t.text.starts_with(|c: char| c.is_lowercase() || c == '$') || is_unit(scan, number.end + 1)
            })
        {
            number.end += 1;
        }
    }
}

/// Whether the `m` or `mm` at token `at` is of metres or millimetres, behind `number` at token `start`: `5.9mm`,
/// *the 200m final*, *a 30m-tall tower*; not `1.2m cars` and not `25mm barrels`.
fn measures_length(scan: &Scan<'_>, start: usize, number: Decimal, at: usize) -> bool {
    const BEHIND: [&str; 31] = [
        "high",
        "tall",
        "long",
        "wide",
        "deep",
        "thick",
        "apart",
        "underwater",
        "freestyle",
        "butterfly",
        "backstroke",
        "breaststroke",
        "medley",
        "hurdles",
        "steeplechase",
        "sprint",
        "race",
        "relay",
        "dash",
        "heats",
        "champion",
        "swim",
        "platform",
        "springboard",
        "upstream",
        "downstream",
        "inland",
        "offshore",
        "longer",
        "taller",
        "deeper",
    ];
    const BEFORE: [&str; 9] =
        ["wingspan", "height", "depth", "distance", "altitude", "radius", "length", "width", "diameter"];
    const TRACKS: [i64; 9] = [50, 60, 100, 200, 400, 800, 1500, 5000, 10000];
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    if is_unit(scan, at + 1) {
        return false;
    }
    if word(at) != "m" || scan.get(at).is_some_and(|t| t.text != "m") {
        return word(at) == "mm";
    }
    let before = |back: usize| start.checked_sub(back).map_or("", word);
    let next = at + 1 + usize::from(word(at + 1) == "-");
    let ground = matches!(word(next), "above" | "below" | "from" | "off")
        && (1..=2).any(|on| matches!(word(next + on), "sea" | "ground" | "surface" | "line" | "shore" | "coast"));
    // *the men's 100m*, *the 400m final*
    let track = TRACKS.iter().any(|track| number == Decimal::from(*track))
        && matches!(before(1), "the" | "s" | "a" | "indoor" | "outdoor" | "individual" | "women" | "men")
        && (!word(at + 1).ends_with('s') || matches!(word(at + 1), "hurdles" | "heats" | "finals"));
    BEHIND.contains(&word(next)) || ground || track || (1..=3).any(|back| BEFORE.contains(&before(back)))
}

/// Whether a unit or currency is named at token `at`: *44 mln. USD*.
fn is_unit(scan: &Scan<'_>, at: usize) -> bool {
    let unit = |sense: &Sense| matches!(sense, Sense::Unit(..) | Sense::Currency(..) | Sense::SharedCurrency(_));
    scan.sense(Kinds::UNIT.or(Kinds::CURRENCY), at, |sense| unit(sense).then_some(())).is_some()
}

/// A part of one written behind a whole number at token `at`, a hyphen before it or not, and the token after it.
pub fn part_behind(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let sign = |at: usize| match scan.get(at)?.shape {
        Shape::Mark('½') => Decimal::new(5, 1),
        Shape::Mark('¼') => Decimal::new(25, 2),
        Shape::Mark('¾') => Decimal::new(75, 2),
        Shape::Mark('⅓') => Decimal::new(3333, 4),
        Shape::Mark('⅔') => Decimal::new(6667, 4),
        Shape::Mark('⅛') => Decimal::new(125, 3),
        Shape::Mark('⅜') => Decimal::new(375, 3),
        Shape::Mark('⅝') => Decimal::new(625, 3),
        Shape::Mark('⅞') => Decimal::new(875, 3),
        _ => None,
    };
    if let Some(value) = sign(at).filter(|_| scan.get(at).is_some_and(Token::is_joined)) {
        return Some((value, at + 1));
    }
    let start = at + usize::from(scan.get(at)?.is_mark('-') && scan.get(at)?.is_joined());
    let [above, bar, below] = scan.tokens.get(start..start + 3)? else { return None };
    let joined = bar.is_mark('/') && bar.is_joined() && below.is_joined();
    let near = above.gap <= Gap::Blank && (start == at || above.is_joined());
    if !joined || !near {
        return None;
    }
    let (part, of): (i64, i64) = (above.text.parse().ok()?, below.text.parse().ok()?);
    let known = matches!(of, 2 | 3 | 4 | 5 | 8 | 16 | 32) && (1..of).contains(&part);
    let value = known.then(|| Decimal::from(part).checked_div_exact(Decimal::from(of)));
    // Thirds have no end: to four places.
    let value =
        value?.or_else(|| Decimal::new((i128::from(part) * 10_000 + i128::from(of) / 2) / i128::from(of), 4))?;
    Some((value, start + 3))
}
