//! How much a plant, port or line is large enough for, told by what it was made for or lets through.
//!
//! | sentence | words |
//! | --- | --- |
//! | *The tunnel has room for **12 bcm a year*** | a noun and *for* |
//! | *a railway laid for **30 million tonnes a year*** | a participle and *for* or *at* |
//! | *The valve lets through **3 bcm a year*** | a verb of what passes |
//! | *allows the passage of **3 bcm a year*** | a verb and what it allows |

use super::indicator::{Found, Search};
use super::plant::{is_rate, is_works};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::model::{Dimension, Indicator};

/// *has room for 12 bcm a year*, *was laid for 30 million tonnes a year*, *is rated at 700 MW*, *lets through 3 bcm a year*.
pub fn fit_for(search: &Search<'_, '_>) -> Found {
    let power = search.unit.measure.dimension() == Dimension::Power;
    if !power && !is_rate(search) {
        return None;
    }
    let view = search.view;
    let last = start_of(search).checked_sub(1)?;
    if !is_fit(view, last) {
        return None;
    }
    let clause = view.clause(last);
    let works = |at: &usize| is_works(view.norm(*at)) || view.routes.iter().any(|(route, ..)| route == at);
    let found = (clause.start..last).rev().find(works)?;
    // *The pipeline between the two is rated at*: what has no unit is no figure.
    let told_between = view
        .first_quantity(&(found..last))
        .is_some_and(|q| view.quantity(q).is_some_and(|q| !matches!(view.norm(q.tokens.start), "two" | "both")));
    (!told_between).then(|| told(search, found, Indicator::Capacity, Class::Noun))?
}

/// Whether the words that end at a token tell what something is large enough for.
fn is_fit(view: &View<'_>, last: usize) -> bool {
    match view.norm(last) {
        "for" => is_made_or_room(view.norm_before(last, 1)),
        "at" => matches!(view.norm_before(last, 1), "rated" | "dimensioned"),
        "with" => matches!(view.norm_before(last, 1), "cope" | "copes"),
        "through" => matches!(view.norm_before(last, 1), "lets" | "let"),
        "of" => {
            let passage = matches!(
                view.norm_before(last, 1),
                "passage"
                    | "transport"
                    | "transportation"
                    | "transmission"
                    | "transfer"
                    | "flow"
                    | "loading"
                    | "handling"
            );
            let verb = view.norm_before(last, 2 + usize::from(view.norm_before(last, 2) == "the"));
            passage && allows(verb)
        }
        "manages" | "swallows" | "handles" => true,
        word => allows(word),
    }
}

/// *permits 3 bcm a year*: a verb of what passes.
fn allows(word: &str) -> bool {
    matches!(word, "allows" | "permits" | "admits" | "enables" | "accommodates")
}

/// *room for*, *laid for*: a word before *for* that says how much something holds or was made for.
fn is_made_or_room(word: &str) -> bool {
    matches!(
        word,
        "room"
            | "space"
            | "fit"
            | "good"
            | "suitable"
            | "scope"
            | "slots"
            | "laid"
            | "built"
            | "sized"
            | "rated"
            | "dimensioned"
            | "meant"
            | "intended"
            | "designed"
            | "constructed"
            | "equipped"
            | "configured"
            | "enough"
    )
}
