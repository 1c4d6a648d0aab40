//! Parts of one and multiples: *a third*, *half an hour*, *doubled*.

use std::ops::Range;

use super::{Form, QuantityMention};
use crate::lexicon::words::{is_amount_noun, is_possessive, leads_stretch};
use crate::lexicon::{CalendarWord, Kinds, Sense};
use crate::mention::measure::written_unit;
use crate::mention::{Scan, period};
use crate::model::{Bound, Commodity, Decimal, Quantity, Unit};
use crate::token::{OneOf, Shape, Token};

/// *half an hour*, *a quarter of a percentage point*, *a half-point*: a figure of that unit.
pub fn part_of_unit(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let start = at;
    let (count, at) = match norm(at) {
        // *three-quarters of a point*
        "three" if scan.as_written => (3_i64, at + 1 + usize::from(norm(at + 1) == "-")),
        "three" => (3, at + 1),
        "a" | "one" => (1, at + 1),
        _ => (1, at),
    };
    let (parts, _) = scan.sense(Kinds::FRACTION, at, |sense| match sense {
        Sense::Fraction(parts) => Some(*parts),
        _ => None,
    })?;
    let number = Decimal::from(count).checked_div_exact(Decimal::from(parts)).filter(|n| *n < Decimal::ONE)?;
    let of = usize::from(norm(at + 1) == "of");
    let article = matches!(norm(at + 1 + of), "a" | "an" | "one");
    let hyphen = of == 0 && norm(at + 1) == "-" && scan.get(at + 1).is_some_and(Token::is_joined);
    // *raised rates by a quarter point*
    let apart = scan.as_written && of == 0 && norm(at + 1) == "point";
    // *fell a half pct*, *rose three quarters percent*
    let ratio =
        of == 0 && written_unit(scan, at + 1).is_some_and(|unit| unit.unit.is_ratio() && unit.unit != Unit::TIMES);
    let unit_at = if article {
        at + 2 + of
    } else if ratio || apart {
        at + 1
    } else {
        at + 2
    };
    if !article && !hyphen && !ratio && !apart {
        return None;
    }
    // *a quarter-point*, *three-quarters of a point*
    let points = |at: usize| (hyphen || apart || scan.as_written && of == 1) && norm(at) == "point";
    let (name, length) = scan
        .sense(Kinds::EVERYDAY, unit_at, |sense| match sense {
            Sense::Everyday(index) => Some(*index),
            _ => None,
        })
        .map_or((None, 0), |(index, length)| (Some(index), length));
    let written = written_unit(scan, unit_at);
    let (unit, end) = match (&written, name) {
        (Some(unit), _) => (unit.unit, unit.end),
        // *a quarter-point* is of a percentage.
        (None, Some(_)) if points(unit_at) => (Unit::PERCENTAGE_POINTS, unit_at + length),
        (None, Some(_)) => (Unit::PERCENT, unit_at + length),
        _ => return None,
    };
    let form = if written.is_some() || points(unit_at) { Form::Figure } else { Form::Bare };
    let value = written.as_ref().map_or(Some(number), |unit| unit.apply(number))?;
    let found = plain(scan, start..end, value, unit, Bound::Exact, form);
    Some(QuantityMention { stated: (number, None), unit_at, everyday: name.filter(|_| form == Form::Bare), ..found })
}

/// What a part of people does, or is done with a part of money: *a fifth had been paid*, *half going to the museum*, *a quarter each*.
/// Trade tells parts of goods; these are asked only where any quantity is read.
const GOES_ON: OneOf = one_of!(
    "have", "has", "had", "will", "would", "can", "could", "may", "might", "should", "must", "do", "did", "does",
    "said", "say", "says", "want", "wants", "wanted", "think", "thought", "believe", "believed", "vote", "voted",
    "live", "lived", "going", "go", "each", "apiece", "who", "whom", "support", "oppose", "opposed", "work", "worked",
    "died", "die", "never", "still", "expect", "own", "owned", "agree", "agreed", "plan", "need", "feel", "felt",
    "use", "used", "cannot", "were", "are", "to", "being", "went", "if",
);

/// `1/3`, `2/3` of something, in digits.
fn fraction_in_digits(scan: &Scan<'_>, at: usize) -> Option<(i64, i64, usize)> {
    let [above, bar, below] = scan.tokens.get(at..at + 3)? else { return None };
    let joined = bar.is_mark('/') && bar.is_joined() && below.is_joined() && (at == 0 || !above.is_joined());
    let of = scan.get(at + 3).is_some_and(|t| t.norm == "of");
    if !joined || !of || above.text.len() > 1 || below.text.len() > 2 {
        return None;
    }
    Some((above.text.parse().ok()?, below.text.parse().ok()?, at + 3))
}

/// Whether a word counts goods: one in five, or every third, of what is so counted is a part of them.
fn counts_goods(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "cargo"
            | "cargoe"
            | "shipment"
            | "tanker"
            | "barrel"
            | "tonne"
            | "ton"
            | "litre"
            | "liter"
            | "bag"
            | "bale"
            | "bottle"
            | "gallon"
            | "bushel"
            | "kilogram"
            | "kilo"
            | "kilogramme"
            | "pound"
            | "carat"
            | "ounce"
            | "container"
            | "truckload"
            | "crate"
            | "unit"
            | "car"
            | "vehicle"
            | "truck"
            | "tractor"
            | "smartphone"
            | "phone"
            | "dollar"
            | "euro"
    )
}

/// *one in five cargoes*, *three in every ten barrels*, *38 of every 100 tonnes*, *every third car*: a part of goods that move.
fn one_in(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let goods_of = |parts: Range<usize>, unit: usize, part: Decimal| {
        let named = match norm(unit).trim_end_matches('s') {
            "barrel" => Some("crude_oil"),
            "car" => Some("cars"),
            "vehicle" => Some("vehicles"),
            "truck" => Some("trucks"),
            "tractor" => Some("tractors"),
            "smartphone" => Some("smartphones"),
            _ => None,
        };
        // *one in four tonnes of coal*: the goods stand behind what they are counted by.
        let of = norm(unit + 1) == "of";
        let end = if of { unit + 1 } else { parts.end };
        let goods = named.filter(|_| !of).map(|name| (Commodity::new(name), scan.span(unit..unit + 1)));
        let span = scan.span(parts.clone());
        let found = plain(scan, parts.start..end, part, Unit::PERCENT, Bound::Exact, Form::Fraction);
        QuantityMention { goods, span, ..found }
    };
    let share = |count: i64, parts: i64| {
        let part = Decimal::from(count).checked_mul(Decimal::HUNDRED)?;
        match part.checked_div_exact(Decimal::from(parts)) {
            Some(part) => Some((part, Bound::Exact)),
            None if parts == 3 => {
                let tenths = Decimal::from(count * 1000 / 3);
                Some((tenths.checked_div_exact(Decimal::from(10))?, Bound::About))
            }
            None => None,
        }
    };
    // *every third car*
    if at > scan.range.start && norm(at - 1) == "every" {
        let (parts, _) = scan.sense(Kinds::FRACTION, at, |sense| match sense {
            Sense::Fraction(parts) => Some(*parts),
            _ => None,
        })?;
        let (part, bound) = share(1, parts).filter(|_| counts_goods(norm(at + 1)) && !norm(at + 1).ends_with('s'))?;
        let mut found = goods_of(at - 1..at + 1, at + 1, part);
        found.quantity.bound = bound;
        return Some(found);
    }
    let number = |at: usize| {
        let (value, length) = scan.sense(Kinds::NUMBER, at, |sense| match sense {
            Sense::Number(value @ 1..=100) => Some(*value),
            _ => None,
        })?;
        (length == 1).then_some(value)
    };
    let digits = |at: usize| {
        let token = scan.get(at).filter(|t| t.shape == Shape::Digits)?;
        token.text.parse::<i64>().ok().filter(|value| (1..=100).contains(value))
    };
    let any = |at: usize| number(at).or_else(|| digits(at));
    let count = any(at)?;
    // *one tonne in ten*, *one car in five*
    let apart = usize::from(count == 1 && norm(at + 2) == "in" && counts_goods(norm(at + 1)));
    let link = at + 1 + apart;
    let mut next = match (norm(link), norm(link + 1)) {
        ("in", _) => link + 1,
        ("out", "of") => link + 2,
        ("of", "every" | "each") => link + 1,
        _ => return None,
    };
    let of_each = norm(link) == "of";
    next += usize::from(matches!(norm(next), "every" | "each"));
    let parts = any(next)?;
    let unit = if apart > 0 { link - 1 } else { next + 1 };
    // *nine of each ten went to Spain*: of what the talk is of.
    let gone =
        of_each && apart == 0 && matches!(norm(unit), "went" | "go" | "goes" | "ended" | "were" | "came" | "come");
    if count >= parts || !(gone || counts_goods(norm(unit))) {
        return None;
    }
    let (part, bound) = share(count, parts)?;
    if gone {
        return Some(plain(scan, at..next + 1, part, Unit::PERCENT, bound, Form::Fraction));
    }
    if apart > 0 {
        let mut found = goods_of(at..at + 1, unit, part);
        (found.tokens, found.span) = (at..next + 1, scan.span(at..next + 1));
        found.quantity.bound = bound;
        return Some(found);
    }
    let mut found = goods_of(at..next + 1, unit, part);
    found.quantity.bound = bound;
    Some(found)
}

/// *a third*, *two thirds*, *half*, *three quarters*.
pub fn fraction(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let parts_at = |at: usize| {
        scan.sense(Kinds::FRACTION, at, |sense| match sense {
            Sense::Fraction(parts) => Some(*parts),
            _ => None,
        })
    };
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    if let Some(found) = one_in(scan, at) {
        return Some(found);
    }
    let previous = at.checked_sub(1).map_or("", norm);
    let (count, parts, end) = if let Some(found) = fraction_in_digits(scan, at) {
        found
    } else if let Some((parts, length)) = parts_at(at) {
        // Alone only `half`; `first half` is a time, `a half` counts from its article.
        let ordinal = at > scan.range.start
            && scan.sense(Kinds::CALENDAR, at - 1, |sense| matches!(sense, Sense::Calendar(_)).then_some(())).is_some();
        // *fell to $310 million in the half*: a time too.
        let time = previous == "the" && norm(at + length) != "of" && at > scan.range.start + 1
            // *trailed by 22 at the half*
            && (leads_stretch(norm(at - 2)) || scan.as_written && norm(at - 2) == "at");
        // *increased by another quarter*, *fell by a further third*
        let more = match previous {
            "another" => at > scan.range.start + 1 && norm(at - 2) == "by",
            "further" => at > scan.range.start + 2 && norm(at - 2) == "a" && norm(at - 3) == "by",
            _ => false,
        };
        if parts != 2 && !more || ordinal || time || norm(at) == "halves" || previous == "-" {
            return None;
        }
        (1, parts, at + length)
    } else {
        let count = match norm(at) {
            "a" => 1,
            _ => {
                scan.sense(Kinds::NUMBER, at, |sense| match sense {
                    Sense::Number(value) if *value < 10 => Some(*value),
                    _ => None,
                })?
                .0
            }
        };
        let next = at + 1 + usize::from(scan.get(at + 1).is_some_and(|t| t.is_mark('-')));
        let (parts, length) = parts_at(next)?;
        (count, parts, next + length)
    };
    // *have fallen for three quarters*: a stretch of time.
    if norm(end - 1) == "quarters"
        && matches!(previous, "for" | "over" | "past" | "last" | "first" | "next")
        && norm(end) != "of"
        // *exports account for three quarters*
        && !(previous == "for" && at >= 2 && norm(at - 2).starts_with("account"))
    {
        return None;
    }
    // A fraction is of something or ends its phrase; *a third pipeline*, *a quarter ago* go on; *three-quarters* cannot.
    let joined = count > 1 && end > at + 2 && norm(end - 1).ends_with('s') && norm(end) != "-";
    let follows = joined
        || scan.get(end).is_none_or(|t| match t.shape {
            Shape::Mark(mark) => mark != '-',
            Shape::Digits => false,
            Shape::Word => {
                matches!(
                    t.norm.as_ref(),
                    "of" | "to"
                        | "from"
                        | "in"
                        | "the"
                        | "its"
                        | "their"
                        | "compared"
                        | "more"
                        | "less"
                        | "over"
                        | "against"
                        | "than"
                        | "on"
                        | "and"
                        | "while"
                        | "year"
                        | "last"
                        | "this"
                        | "as"
                        | "by"
                        | "came"
                        | "went"
                        | "goes"
                        | "comes"
                        | "was"
                        | "is"
                        | "higher"
                        | "lower"
                        | "above"
                        | "below"
                        | "up"
                        | "down"
                        | "under"
                        | "larger"
                        | "smaller"
                        | "bigger"
                        | "greater"
                        | "fewer"
                        | "dearer"
                        | "cheaper"
                        | "longer"
                        | "shorter"
                        | "taller"
                        | "faster"
                        | "quicker"
                        | "slower"
                        | "heavier"
                        | "lighter"
                        | "wider"
                        | "deeper"
                        | "older"
                        | "younger"
                        | "better"
                        | "worse"
                        | "stronger"
                        | "weaker"
                        | "richer"
                        | "poorer"
                        | "further"
                        | "off"
                        | "were"
                        | "are"
                        | "but"
                        | "when"
                        | "at"
                        | "between"
                        | "during"
                        | "since"
                        | "that"
                        | "for"
                        | "with"
                        | "after"
                        | "amid"
                        | "despite"
                        | "because"
                ) || t.norm == "so" && norm(end + 1) == "far"
                    || scan.as_written && t.is_one_of(GOES_ON)
            }
        });
    let sensible = match norm(end) {
        "of" => {
            // *half of this year*, not *half of this sum*
            let season = |word: &str| matches!(word, "season" | "summer" | "winter" | "spring" | "autumn" | "campaign");
            let time = || {
                let word = scan.sense(Kinds::CALENDAR, end + 2, |s| matches!(s, Sense::Calendar(_)).then_some(()));
                norm(end + 1) == "this" && (word.is_some() || season(norm(end + 2)))
            };
            !matches!(norm(end + 1), "a" | "an" | "last" | "next")
                && !time()
                && (norm(end + 1) == "this"
                    || scan
                        .sense(Kinds::CALENDAR, end + 1, |s| matches!(s, Sense::Calendar(_)).then_some(()))
                        .is_none())
                && !scan.get(end + 1).is_some_and(|t| t.shape == Shape::Digits)
        }
        "the" => parts == 2,
        // *three quarters in a row*
        "in" => !(norm(end + 1) == "a" && norm(end + 2) == "row"),
        _ => true,
    };
    let calendar = scan
        .sense(Kinds::CALENDAR, end, |s| {
            matches!(s, Sense::Calendar(CalendarWord::Year | CalendarWord::Month1 | CalendarWord::Decade)).then_some(())
        })
        .is_some();
    if !follows || !sensible || calendar || !(2..=10).contains(&parts) || count >= parts {
        return None;
    }
    if of_what_it_was(scan, end) {
        let part = Decimal::from(count).checked_div_exact(Decimal::from(parts));
        let thousandths = Decimal::new((i128::from(count) * 10_000 / i128::from(parts) + 5) / 10, 3);
        let bound = if part.is_some() { Bound::Exact } else { Bound::About };
        return Some(plain(scan, at..end, part.or(thousandths)?, Unit::TIMES, bound, Form::Multiple));
    }
    let hundredths = Decimal::from(count).checked_mul(Decimal::HUNDRED)?;
    let exact = hundredths.checked_div_exact(Decimal::from(parts));
    let value = match exact {
        Some(value) => value,
        // Thirds, sixths: to a tenth of a percent, and about.
        None => Decimal::new((i128::from(count) * 10_000 / i128::from(parts) + 5) / 10, 1)?,
    };
    let bound = if exact.is_some() { Bound::Exact } else { Bound::About };
    Some(plain(scan, at..end, value, Unit::PERCENT, bound, Form::Fraction))
}

/// *half of what it was in May*, *half the level of a year ago*, *a third of the volume seen in spring*: whether what stands at token
/// `at`, behind a part of one, is the same at another time.
fn of_what_it_was(scan: &Scan<'_>, at: usize) -> bool {
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let of = usize::from(norm(at) == "of");
    let first = at + of;
    // *half as much as in June*
    if norm(at) == "as" {
        return matches!(norm(at + 1), "much" | "many" | "high" | "large" | "big") && norm(at + 2) == "as";
    }
    if of == 1 && norm(first) == "what" {
        return (first + 1..first + 4)
            .any(|at| matches!(norm(at), "was" | "were" | "had" | "managed" | "stood" | "averaged" | "did"));
    }
    let level =
        norm(first) == "the" && (is_amount_noun(norm(first + 1)) || matches!(norm(first + 1), "levels" | "volumes"));
    let behind = first + 2;
    let again = matches!(norm(behind), "it" | "they" | "seen" | "recorded" | "reached" | "in" | "a")
        || norm(behind) == "of"
            && (matches!(norm(behind + 1), "a" | "last") || period::period(scan, behind + 1).is_some());
    level && again
}

/// *doubled*, *threefold*.
pub fn multiple(scan: &Scan<'_>, at: usize) -> Option<QuantityMention> {
    let (value, length) = scan.sense(Kinds::MULTIPLE, at, |sense| match sense {
        Sense::Multiple(value) => Some(*value),
        _ => None,
    })?;
    // *twice as much*, *twice the level of 2020*; not *met twice*.
    let adverb = scan.get(at).is_some_and(|t| matches!(t.norm.as_ref(), "twice" | "thrice"));
    let compares = scan.get(at + 1).is_some_and(|t| {
        matches!(t.norm.as_ref(), "as" | "the" | "that" | "what" | "its" | "their" | "last" | "those")
    });
    // *scored twice as City won*
    let clause = scan.get(at + 1).is_some_and(|t| t.norm == "as")
        && scan.get(at + 2).is_some_and(|t| {
            t.is_capitalised()
                || is_possessive(t.norm.as_ref())
                || matches!(t.norm.as_ref(), "the" | "he" | "she" | "they" | "it" | "a")
        });
    // *double-digit growth*
    let digits = scan.get(at + length).is_some_and(|t| t.is_mark('-'))
        && scan.get(at + length + 1).is_some_and(|t| matches!(t.norm.as_ref(), "digit" | "digits"));
    // *doubled down on their promise*
    let hyphen = usize::from(scan.get(at + length).is_some_and(|t| t.is_mark('-')));
    let stakes = scan.get(at + length + hyphen).is_some_and(|t| t.norm == "down")
        && (hyphen == 1 || scan.get(at + length + 1).is_some_and(|t| t.norm == "on"));
    if adverb && (!compares || clause) || digits || stakes {
        return None;
    }
    Some(plain(scan, at..at + length, value, Unit::TIMES, Bound::Exact, Form::Multiple))
}

pub fn plain(
    scan: &Scan<'_>,
    tokens: Range<usize>,
    value: Decimal,
    unit: Unit,
    bound: Bound,
    form: Form,
) -> QuantityMention {
    let tokens_end = tokens.end;
    QuantityMention {
        span: scan.span(tokens.clone()),
        tokens,
        quantity: Quantity { value, high: None, unit, bound, quantum: None },
        form,
        shared: None,
        goods: None,
        sign: None,
        hedge: None,
        exponent: 0,
        divisor: None,
        factor: Decimal::ONE,
        written: value,
        stated: (value, None),
        unit_at: tokens_end,
        everyday: None,
    }
}
