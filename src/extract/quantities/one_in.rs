//! A part told as so many of so many.
//!
//! | text | part |
//! | --- | --- |
//! | *one in five*, *nine out of 10*, *one in every 20* | 0.2, 0.9, 0.05 |
//! | *a one-in-three chance*, *a 1-in-100 flood* | 0.3333, 0.01 |
//! | *one in 250,000*, *one in a million* | 0.000004, 0.000001 |
//! | *one house in five*, *three patients out of four* | 0.2, 0.75 |
//! | *two goals in three games*, *won one title in five* | none |

use super::{Asked, counted};
use crate::lexicon::{Kinds, Sense};
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, Measure, Unit};
use crate::token::{OneOf, Shape};

/// The part, and the token after it.
pub fn one_in(asked: &Asked<'_, '_>) -> Option<(Decimal, usize)> {
    let Asked { view, written, .. } = *asked;
    if written.everyday.is_some() || written.stated.1.is_some() || written.sign.is_some() {
        return None;
    }
    let (end, pieces) = (written.tokens.end, is_pieces(written));
    if !pieces && written.form != Form::Bare {
        return None;
    }
    if view.norm(end) == "-" && view.norm(end + 1) == "in" && view.norm(end + 2) == "-" {
        return hyphened(asked, end + 3);
    }
    let Some(on) = link(asked, end).filter(|_| !pieces) else { return of_things(asked) };
    let whole = view.figures().find(|q| q.tokens.start == end + on)?;
    let plain = (whole.form == Form::Bare || is_pieces(whole)) && whole.everyday.is_none();
    let (part, of) = (written.stated.0, whole.stated.0);
    // *1 in 54 children*, *one in 250,000*; not *one in 2020*
    let rare = part == Decimal::ONE && on == 1 && !(Decimal::from(1900)..Decimal::from(2100)).contains(&of);
    let most = if rare { Decimal::from(10_000_000) } else { Decimal::from(20) };
    (plain && of <= most).then(|| part_of(part, of)).flatten().map(|part| (part, whole.unit_at))
}

/// How many words join the part at token `at` to the whole.
fn link(asked: &Asked<'_, '_>, at: usize) -> Option<usize> {
    match (asked.view.norm(at), asked.view.norm(at + 1)) {
        ("in", "every") | ("out", "of") => Some(2),
        ("in", _) => Some(1),
        _ => None,
    }
}

/// Goods that are counted in pieces: *one car in five*.
fn is_pieces(quantity: &QuantityMention) -> bool {
    quantity.form == Form::Figure && quantity.quantity.unit == Unit::of(Measure::Items)
}

/// *a one-in-three chance*: the whole at a token, in digits or as a word.
fn hyphened(asked: &Asked<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let Asked { view, written, scan, .. } = *asked;
    let digits = || view.norm(at).parse().ok();
    let word = || {
        let number = |sense: &Sense| if let Sense::Number(value) = sense { Some(*value) } else { None };
        scan.sense(Kinds::NUMBER, at, number).map(|(value, _)| value)
    };
    let of: i64 = digits().or_else(word).filter(|of| *of > 1)?;
    Some((part_of(written.stated.0, Decimal::from(of))?, at + 1))
}

/// *one house in five*, *three patients out of four*: what is counted stands between the part, a small number in words, and the
/// whole, which has nothing of its own behind it; not *two goals in three games*.
fn of_things(asked: &Asked<'_, '_>) -> Option<(Decimal, usize)> {
    // What a season has so many of: *one win in five*.
    const PLAYED: OneOf = one_of!(
        "win",
        "wins",
        "defeat",
        "defeats",
        "goal",
        "goals",
        "loss",
        "losses",
        "draw",
        "draws",
        "victory",
        "victories",
        "title",
        "titles",
        "game",
        "games",
        "match",
        "matches",
        "point",
        "points",
        "run",
        "runs",
        "wicket",
        "wickets",
        "try",
        "tries",
        "series",
        "time",
        "times",
        "appearance",
        "appearances",
        "start",
        "starts",
        "medal",
        "medals",
        "day",
        "days",
        "week",
        "weeks",
        "year",
        "years",
        "month",
        "months",
        "success",
        "birdie",
        "birdies",
    );
    // What one of so many does: *one pupil in four skips breakfast*.
    const DOES: OneOf = one_of!(
        "stands", "skips", "has", "lives", "says", "goes", "dies", "is", "fails", "works", "owns", "wants", "needs",
        "thinks", "believes", "earns", "smokes", "suffers", "faces", "lacks", "takes", "uses", "spends", "comes",
        "plans", "sits", "lies", "gets", "makes", "pays", "reports", "carries", "contains", "ends", "remains",
        "misses", "feels", "supports", "knows", "rents", "drinks", "eats", "speaks", "leaves", "drops", "cannot",
        "got", "had", "was", "were", "voted", "said", "failed", "died", "lost", "closed", "passed", "took", "made",
        "went", "did", "could", "would", "will", "can", "reported", "have", "are", "do",
    );
    let Asked { view, written, .. } = *asked;
    let small = view.tokens[written.tokens.start].shape == Shape::Word && written.exponent == 0;
    let noun_at = if is_pieces(written) { written.unit_at } else { written.tokens.end };
    let number = |at: usize| view.figures().find(|q| q.tokens.start == at);
    if !small || noun_at == written.tokens.start || view.is_one_of(noun_at, PLAYED) {
        return None;
    }
    let behind = noun_at + 1;
    let noun = view.tokens.get(noun_at).is_some_and(|t| t.shape == Shape::Word && !t.is_capitalised());
    let whole = number(behind + link(asked, behind)?)?;
    let end = whole.unit_at;
    let alone = whole.form == Form::Bare
        && whole.everyday.is_none()
        && whole.exponent == 0
        && (view.is_one_of(end, DOES) || counted::noun(view, end).is_none());
    let (part, of) = (written.stated.0, whole.stated.0);
    let one = part == Decimal::ONE && !view.norm(noun_at).ends_with('s');
    let fits = one || part < Decimal::from(10) && counted::noun(view, noun_at).is_some_and(|(_, at)| at == behind);
    (noun && alone && fits && of <= Decimal::HUNDRED).then(|| part_of(part, of)).flatten().map(|part| (part, end))
}

/// So many of so many, both whole, the part the smaller.
fn part_of(part: Decimal, of: Decimal) -> Option<Decimal> {
    if part >= of || part.scale() > 0 || of.scale() > 0 {
        return None;
    }
    let value = part.to_f64() / of.to_f64();
    let places = if value < 0.01 { 9 } else { 4 };
    part.checked_div_exact(of).or_else(|| Decimal::from_f64(value, places))
}
