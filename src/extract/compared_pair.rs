//! Two figures that are compared with two: each with its own.
//!
//! | sentence | read as |
//! | --- | --- |
//! | *Imports totalled 14.1 billion and exports 10.7 billion, compared with **13.2 billion** and 9.7 billion in 1985* | imports, of 1985 |
//! | *Chile sold 3 tonnes and Peru 5 tonnes, against 4 and **6 tonnes** a year earlier* | of Peru |

use super::alike::compared_at;
use super::commodity::Asked;
use super::indicator::{Governor, Search};
use super::view::View;
use crate::lexicon::Marks;
use crate::mention::{Form, What};
use crate::model::{Commodity, Span};

/// The places, among the mentions, of two figures and of the two that they are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairs {
    /// The two that are told.
    pub told: [usize; 2],
    /// The two that they are compared with, in the same order.
    pub compared: [usize; 2],
}

/// How many tokens may stand between the second figure and the word that compares it.
const REACH: usize = 10;

/// The first such pairs of a sentence.
pub fn pairs(view: &View<'_>) -> Option<Pairs> {
    if view.quantities.len() < 4 || !view.marks.meets(Marks::COMPARES) {
        return None;
    }
    view.quantities.windows(4).find_map(|four| {
        let [a, b, c, d] = *four else { return None };
        let tokens = |at: usize| &view.mentions[at].tokens;
        let first = |at: usize| view.quantity(at).map_or(0, |q| view.start_with_hedge(q));
        let amount = |at: usize| view.quantity(at).is_some_and(|q| !q.quantity.unit.is_ratio() || q.form == Form::Bare);
        let joined = view.norm(tokens(c).end) == "and" && first(d) == tokens(c).end + 1;
        let plain = view.quantities.iter().take_while(|q| **q <= b).all(|q| compared_at(view, first(*q)).is_none());
        compared_at(view, first(c)).filter(|at| *at >= tokens(b).end && at - tokens(b).end <= REACH)?;
        let between = tokens(a).end..first(b);
        let links = between.clone().any(|at| matches!(view.norm(at), "and" | "," | "while" | "but"));
        let other = view.heads.iter().any(|h| between.contains(&h.at) && h.indicator().is_some())
            || view
                .mentions
                .iter()
                .any(|m| between.contains(&m.tokens.start) && matches!(m.what, What::Party(..) | What::Commodity(_)));
        let all = [a, b, c, d].into_iter().all(amount);
        (plain && all && joined && links && other).then_some(Pairs { told: [a, b], compared: [c, d] })
    })
}

/// The figure that the one at `index` is compared with.
fn counterpart(view: &View<'_>, index: usize) -> Option<usize> {
    let pairs = pairs(view)?;
    let at = pairs.compared.iter().position(|compared| *compared == index)?;
    Some(pairs.told[at])
}

/// What the figure counts that it is compared with.
pub fn statement(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    counterpart(search.view, search.quantity).map(|_| (Governor::Previous, None))
}

/// The goods of the figure that it is compared with.
pub fn goods(asked: &Asked<'_, '_>) -> Option<(Option<Commodity>, Option<Span>)> {
    let view = asked.view;
    let index = view.quantities.iter().find(|q| view.mentions[**q].tokens == asked.quantity.tokens)?;
    counterpart(view, *index)?;
    Some((asked.before?.commodity.clone(), None))
}
