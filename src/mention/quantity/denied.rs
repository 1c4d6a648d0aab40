//! Hedges that a word before them turns round.
//!
//! | text | bound |
//! | --- | --- |
//! | *will not be under $2 billion*, *never fell below 40,000 tonnes* | at_least |
//! | *has not exceeded $2 billion*, *will hardly rise above 5 bcm* | at_most |
//! | *did not reach 12 million* | at_most |
//! | *cannot be lower than $300 a tonne* | at_least |

use std::ops::Range;

use crate::lexicon::words::{ends_phrase, foresees, is_form_of_be, is_modal};
use crate::mention::Scan;
use crate::model::Bound;

/// So many words may stand between what denies and the hedge.
const REACH: usize = 7;

fn word<'s>(scan: &'s Scan<'_>, at: Option<usize>) -> &'s str {
    at.and_then(|at| scan.get(at)).map_or("", |t| t.norm.as_ref())
}

/// The bound that a hedge at token `at` gives with what stands before it.
pub fn turned(scan: &Scan<'_>, at: usize, bound: Bound) -> Bound {
    match bound {
        Bound::AtLeast if is_denied(scan, at) || cannot_have_more(scan, at) => Bound::AtMost,
        Bound::AtMost if is_denied(scan, at) => Bound::AtLeast,
        _ => bound,
    }
}

/// *did not reach*, *cannot be lower than*: a denied word that hedges nothing alone, before a figure at token `at`.
pub fn hedge(scan: &Scan<'_>, at: usize) -> Option<(Bound, Range<usize>)> {
    let back = |by: usize| at.checked_sub(by).filter(|at| *at >= scan.range.start);
    let (bound, from) = match (word(scan, back(1)), word(scan, back(2))) {
        ("reach" | "reached" | "reaches" | "reaching" | "attain" | "attained" | "hit", _) => (Bound::AtMost, back(1)?),
        ("to", "amount" | "come" | "amounted" | "rise" | "climb") => (Bound::AtMost, back(2)?),
        ("than", "lower" | "smaller") => (Bound::AtLeast, back(2)?),
        ("than", "higher" | "larger" | "bigger" | "greater") => (Bound::AtMost, back(2)?),
        _ => return None,
    };
    is_denied(scan, from).then_some((bound, from..at))
}

/// Words that carry a denial on to the verb or comparison behind them.
fn carries(word: &str) -> bool {
    is_form_of_be(word)
        || is_modal(word)
        || foresees(word)
        || matches!(
            word,
            "has"
                | "have"
                | "had"
                | "do"
                | "does"
                | "did"
                | "to"
                | "ever"
                | "yet"
                | "any"
                | "even"
                | "likely"
                | "seen"
                | "allowed"
                | "able"
                | "going"
                | "supposed"
                | "fall"
                | "fallen"
                | "fell"
                | "drop"
                | "dropped"
                | "dip"
                | "dipped"
                | "sink"
                | "slip"
                | "slipped"
                | "decline"
                | "go"
                | "goes"
                | "gone"
                | "went"
                | "come"
                | "came"
                | "rise"
                | "risen"
                | "rose"
                | "climb"
                | "grow"
                | "grown"
                | "move"
                | "stand"
                | "amount"
                | "total"
                | "cost"
                | "number"
        )
}

/// Whether the words before token `at` deny it: *not be*, *never went*, *unlikely to*, *will hardly*; not *not only is*.
fn is_denied(scan: &Scan<'_>, at: usize) -> bool {
    for by in 1..=REACH {
        let back = at.checked_sub(by).filter(|at| *at >= scan.range.start);
        let apostrophe = || word(scan, back.and_then(|at| at.checked_sub(1))) == "'";
        match word(scan, back) {
            "not" | "never" | "cannot" | "hardly" | "scarcely" | "unlikely" | "barely" | "seldom" | "rarely" => {
                return true;
            }
            "t" if apostrophe() => return true,
            word if carries(word) => {}
            _ => return false,
        }
    }
    false
}

/// *will not pay more than 40 million*, *cannot count on more than 40 mln dlrs*
fn cannot_have_more(scan: &Scan<'_>, at: usize) -> bool {
    let back = |by: usize| word(scan, at.checked_sub(by));
    let not = |by: usize| matches!(back(by), "not" | "never" | "cannot") || back(by) == "t" && back(by + 1) == "'";
    let more = word(scan, Some(at)) == "more" && word(scan, Some(at + 1)) == "than";
    let plain = |by: &usize| {
        !(ends_phrase(back(*by)) || matches!(back(*by), "and" | "but" | "only" | "because" | "which" | "that"))
    };
    more && (1..=4).take_while(plain).any(not)
}
