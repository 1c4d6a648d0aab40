//! Numbers that a text sets in brackets of their own before their scale or unit, as ministries of Arab countries do.
//!
//! | text | read as |
//! | --- | --- |
//! | *exports of (109.5) million barrels* | *exports of 109.5 million barrels* |
//! | *(99) million, (651) thousand and (391) barrels* | *99 million 651 thousand 391 barrels* |
//! | *at ($81.2) a barrel* | *at $81.2 a barrel* |

use std::ops::Range;

use crate::lexicon::{Lexicon, Sense};
use crate::token::{Gap, Shape, Token};

/// How many tokens stand between the brackets at the most.
const INSIDE: usize = 8;

/// Takes the brackets away from around numbers whose scale or unit stands behind them; their bytes stay those of the number.
pub fn unbracket(tokens: &mut Vec<Token<'_>>, lexicon: &Lexicon) {
    let mut taken: Vec<usize> = Vec::new();
    let mut from = 0;
    while let Some(open) = (from..tokens.len()).find(|at| tokens[*at].is_mark('(')) {
        from = open + 1;
        let Some(close) = closed(tokens, open).filter(|close| is_number_alone(tokens, open, *close, lexicon)) else {
            continue;
        };
        let (gap, start, end) = (tokens[open].gap, tokens[open].span.start, tokens[close].span.end);
        tokens[close - 1].span.end = end;
        (tokens[open + 1].gap, tokens[open + 1].span.start) = (gap, start);
        taken.extend([open, close]);
        taken.extend(part_of_one(tokens, close + 1, lexicon));
        from = close + 1;
    }
    if !taken.is_empty() {
        let (mut at, mut next) = (0, taken.into_iter().peekable());
        tokens.retain(|_| {
            let drop = next.next_if_eq(&at).is_some();
            at += 1;
            !drop
        });
    }
}

/// The bracket that closes what token `open` opens, around digits and what may stand beside them.
fn closed(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let inside = tokens.get(open + 1..)?.iter().take(INSIDE);
    let first = tokens.get(open + 1)?;
    if !first.is_joined() || !(first.shape == Shape::Digits || matches!(first.shape, Shape::Mark('$' | '€' | '£'))) {
        return None;
    }
    let length = inside.take_while(|t| !t.is_mark(')')).count();
    let close = open + 1 + length;
    tokens.get(close).filter(|t| t.is_mark(')'))?;
    let plain = |t: &Token<'_>| match t.shape {
        Shape::Digits | Shape::Mark('.' | ',' | '$' | '€' | '£' | '-') => true,
        Shape::Word => matches!(t.norm.as_ref(), "million" | "billion" | "thousand" | "trillion"),
        Shape::Mark(_) => false,
    };
    let digits = tokens[open + 1..close].iter().any(|t| t.shape == Shape::Digits);
    (digits && tokens[open + 1..close].iter().all(plain)).then_some(close)
}

/// Whether a number in brackets is no second telling of one before it: a scale or unit in small letters follows, and no number, heading
/// or unit stands before.
fn is_number_alone(tokens: &[Token<'_>], open: usize, close: usize, lexicon: &Lexicon) -> bool {
    let behind = close + 1;
    let Some(unit) = tokens.get(behind) else { return false };
    let before = open.checked_sub(1).and_then(|at| tokens.get(at));
    let numbers = |t: &Token<'_>| {
        t.shape == Shape::Digits
            || matches!(
                t.norm.as_ref(),
                "table" | "figure" | "note" | "article" | "paragraph" | "no" | "item" | ")" | "%"
            )
    };
    let begins = tokens[open].gap >= Gap::Line || tokens[open].gap == Gap::None;
    let next = matches!(unit.norm.as_ref(), "and" | "to")
        && tokens.get(behind + 1).is_some_and(|t| t.is_mark('('))
        && closed(tokens, behind + 1).is_some_and(|close| is_scale_or_unit(tokens, close + 1, lexicon));
    !(begins && before.is_some())
        && unit.gap > Gap::None
        && unit.gap < Gap::Line
        && !before.is_some_and(numbers)
        && !before_is_scaled(tokens, open, lexicon)
        && (next
            || !unit.is_capitalised() && is_scale_or_unit(tokens, behind, lexicon)
            || matches!(unit.norm.as_ref(), "a" | "per")
                && (is_scale_or_unit(tokens, behind + 1, lexicon) || tokens[open + 1].shape != Shape::Digits))
}

/// *million (3.9)*: whether a scale or unit ends right before a bracket.
fn before_is_scaled(tokens: &[Token<'_>], open: usize, lexicon: &Lexicon) -> bool {
    open.checked_sub(1).is_some_and(|at| {
        let digits = at.checked_sub(1).is_some_and(|at| tokens[at].shape == Shape::Digits);
        digits && is_scale_or_unit(tokens, at, lexicon)
    })
}

/// *million*, *barrels*, *dollars* at token `at`.
fn is_scale_or_unit(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let wanted = |sense: &Sense| {
        matches!(sense, Sense::Scale(_, false) | Sense::Unit(..) | Sense::Currency(..) | Sense::SharedCurrency(_))
    };
    tokens.get(at).is_some_and(|t| t.shape == Shape::Word || t.is_mark('%'))
        && lexicon.phrases.longest(tokens, at).is_some_and(|found| found.senses.iter().any(wanted))
}

/// *(99) million, (651) thousand and (391) barrels*: what parts the scale at token `at` from the next part of the same number.
fn part_of_one(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Range<usize> {
    let scale = |at: usize| {
        let found = lexicon.phrases.longest(tokens, at)?;
        found
            .senses
            .iter()
            .find_map(|sense| if let Sense::Scale(exponent, false) = sense { Some(*exponent) } else { None })
    };
    let parts = |at: &usize| tokens.get(*at).is_some_and(|t| t.is_mark(',') || t.norm == "and");
    let next = at + 1 + (at + 1..at + 3).take_while(parts).count();
    let smaller = || {
        let exponent = scale(at)?;
        let close = tokens.get(next).filter(|t| t.is_mark('(')).and_then(|_| closed(tokens, next))?;
        scale(close + 1).map_or(is_scale_or_unit(tokens, close + 1, lexicon), |next| next < exponent).then_some(())
    };
    let end = if smaller().is_some() { next } else { at + 1 };
    at + 1..end
}
