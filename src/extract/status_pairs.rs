//! What was done beside what had been promised, told of one after the other.
//!
//! | sentence | done | promised |
//! | --- | --- | --- |
//! | *Peru has sent 8 GWh of the **9 GWh** agreed, Chile **3 GWh** of **5*** | 8, 3 | 9, 5 |
//! | *Peru has sent 8 GWh (**9 GWh** was promised), Chile **3 GWh** (**5 GWh**)* | 8, 3 | 9, 5 |
//! | *Of the **9 GWh** promised Peru has sent 8; of its **5 GWh** Chile has sent 3* | 8, 3 | 9, 5 |
//! | *leaving **3 GWh** to come, **3 GWh** is still to come* | | 3 |

use super::status::{Asked, Found};
use super::view::View;
use crate::lexicon::words::{is_form_of_have, is_modal};
use crate::mention::QuantityMention;
use crate::model::Status;

/// A figure of a sentence that tells pairs of what was done and what was promised, or what of it is left.
pub fn of_what_was_promised(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let own = view.quantity(asked.index).filter(|q| !q.quantity.unit.is_ratio())?;
    left_to_do(view, own).or_else(|| paired(asked, own)).or_else(|| fronted(asked, own))
}

/// Whether a word says of an amount beside it that it was promised.
fn promises(word: &str) -> bool {
    matches!(
        word,
        "agreed"
            | "promised"
            | "planned"
            | "contracted"
            | "due"
            | "stipulated"
            | "envisaged"
            | "offered"
            | "pledged"
            | "ordered"
            | "owed"
            | "scheduled"
            | "foreseen"
            | "contractual"
            | "plan"
            | "contract"
            | "target"
            | "quota"
            | "entitlement"
    )
}

/// Whether the second of two figures is set behind the first as what that is a part of: *8 GWh of the 9 GWh*, *8 GWh (plan 9 GWh)*.
fn is_pair(view: &View<'_>, first: &QuantityMention, second: &QuantityMention) -> bool {
    let gap = first.tokens.end..second.tokens.start;
    let small = |at: usize| {
        matches!(view.norm(at), "of" | "out" | "the" | "its" | "a" | "against" | "(" | ":" | "versus" | "were" | "was")
            || promises(view.norm(at))
    };
    let behind = |at: usize| {
        // *66 GWh of power of the 93 GWh*, *33 mcm of gas to Croatia (85 mcm was promised)*
        matches!(view.norm(at), "of" | "out" | "against" | "(") && (at + 1..gap.end).all(small)
    };
    let alike = second.quantity.unit == first.quantity.unit;
    let plain = gap.clone().all(|at| !matches!(view.norm(at), "," | ";" | "and" | "but" | "which" | "that"));
    alike && gap.len() <= 10 && plain && gap.clone().any(behind)
}

/// Whether a word beside the second of a pair says that it was promised.
fn is_marked(view: &View<'_>, first: &QuantityMention, second: &QuantityMention) -> bool {
    let end = second.tokens.end;
    let behind = (end..end + 5).take_while(|at| !matches!(view.norm(*at), ")" | "," | ";" | "." | "and"));
    (first.tokens.end..second.tokens.start).chain(behind).any(|at| promises(view.norm(at)))
}

/// *Mozambique has sent 58 GWh of the 90 GWh agreed, Namibia 31 of 50*: the figures of a pair that was marked, and those of the pairs behind it
/// that leave the words out.
fn paired(asked: &Asked<'_, '_>, own: &QuantityMention) -> Found {
    let view = asked.view;
    let figures: Vec<&QuantityMention> = view.figures().filter(|q| q.quantity.unit == own.quantity.unit).collect();
    let place = figures.iter().position(|q| q.tokens.start == own.tokens.start)?;
    let pair = |at: usize| figures.get(at + 1).is_some_and(|second| is_pair(view, figures[at], second));
    let first = (0..=place).find(|at| pair(*at) && is_marked(view, figures[*at], figures[at + 1]))?;
    // *will send 58 GWh of the 90 GWh agreed*: that has not been done either.
    let ahead = (view.range.start..figures[first].tokens.start).any(|at| {
        is_modal(view.norm(at)) && !view.is_dated(at)
            || matches!(view.norm(at), "will" | "plans" | "wants" | "expects" | "aims" | "intends")
    });
    let behind = place - first;
    if ahead || behind == 0 {
        return None;
    }
    let whole = (first..place).step_by(2).all(pair);
    let span = Some(view.tokens[figures[first + 1].tokens.end - 1].span);
    match behind % 2 {
        0 => (whole && pair(place)).then_some((Status::Actual, span)),
        _ => whole.then_some((Status::Target, span)),
    }
}

/// *Of the 189 GWh promised to Georgia, Chile has delivered 74*: what stands in front of a part of it that was done.
fn fronted(asked: &Asked<'_, '_>, own: &QuantityMention) -> Found {
    let view = asked.view;
    let opens = view.segment_tokens(view.segment(own.tokens.start)).start;
    let of = opens + usize::from(view.norm(opens) == "out");
    let first = view.start_with_hedge(own);
    if view.norm(of) != "of" || first > of + 2 || first <= of {
        return None;
    }
    let next = view.figures().find(|q| q.tokens.start >= own.tokens.end && q.quantity.unit == own.quantity.unit)?;
    let between = own.tokens.end..next.tokens.start;
    let had = |at: usize| is_form_of_have(view.norm(at)) && (at + 1..at + 4).any(|at| view.is_past(at));
    let done = between.clone().chain([next.tokens.end]).any(had);
    let marked = (view.range.start..next.tokens.start).find(|at| promises(view.norm(*at)))?;
    (done && between.len() <= 16).then(|| (Status::Target, Some(view.tokens[marked].span)))
}

/// *leaving 90,000 tonnes to come*, *9 GWh is still to come*: what of it is left to do.
fn left_to_do(view: &View<'_>, own: &QuantityMention) -> Found {
    let end = own.tokens.end;
    let is = matches!(view.norm(end), "is" | "are" | "remain" | "remains");
    let to = end + usize::from(is) + usize::from(matches!(view.norm(end + usize::from(is)), "still" | "yet"));
    let left = view.norm(to) == "to" && matches!(view.norm(to + 1), "come" | "arrive" | "follow");
    let leaves = matches!(view.norm_before(view.start_with_hedge(own), 1), "leaving" | "leaves" | "left");
    (left && (to > end || leaves)).then(|| (Status::Target, Some(view.tokens[to].span)))
}
