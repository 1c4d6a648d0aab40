//! Brackets that break a figure down by partner.
//!
//! | text | kind | rule |
//! | --- | --- | --- |
//! | *imported 800 mcm (Russia **70%**, Lithuania 30%)* | share | `parts_by_partner` |

use super::grammar::Opening;
use super::indicator::{Governor, Search};
use super::kind::{Asked, Found};
use super::view::{Actor, View};
use crate::lexicon::words::opens_figure;
use crate::mention::{Form, QuantityMention};
use crate::model::{Kind, Measure, Span};

/// The tokens of a bracket that breaks the figure before it down: `(Russia 70%, Lithuania 30%)`, each country right before its
/// unsigned percentage and nothing else told there.
fn breakdown(view: &View<'_>, quantity: &QuantityMention) -> Option<std::ops::Range<usize>> {
    if quantity.quantity.unit.measure != Measure::Percent || quantity.form == Form::Bare || quantity.sign.is_some() {
        return None;
    }
    let start = quantity.tokens.start;
    let open = (view.range.start..start).rev().find(|at| matches!(view.norm(*at), "(" | ")"))?;
    let close = (quantity.tokens.end..view.range.end).find(|at| view.norm(*at) == ")")?;
    if view.norm(open) != "(" || view.segments.get(view.segment(open + 1))?.opening != Opening::Bracket {
        return None;
    }
    let figures = || view.figures();
    let within = |q: &&QuantityMention| q.tokens.start > open && q.tokens.end <= close;
    let named = |q: &QuantityMention| {
        let first = view.start_with_hedge(q);
        let beside = |a: &Actor| {
            a.at > open
                && a.end <= first
                && a.party.is_country()
                && (a.end..first).all(|at| opens_figure(view.norm(at)))
        };
        q.quantity.unit.measure == Measure::Percent && q.sign.is_none() && view.actors.iter().any(beside)
    };
    let several = figures().filter(within).count() > 1;
    let whole = figures().any(|q| q.tokens.end <= open && open - q.tokens.end <= 12 && !q.quantity.unit.is_ratio());
    (several && whole && figures().filter(within).all(named)).then_some(open + 1..close)
}

/// *imported 800 mcm (Russia 70%, Lithuania 30%)*: of what the figure before the bracket counts.
pub fn of_whole(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let quantity = search.view.quantity(search.quantity)?;
    breakdown(search.view, quantity).filter(|_| search.follows).map(|_| (Governor::Previous, None))
}

/// Each is a part of it.
pub fn parts_by_partner(asked: &Asked<'_, '_>) -> Found {
    let bracket = breakdown(asked.view, asked.quantity)?;
    Some(((Kind::Share, 1), Some(asked.view.tokens[bracket.start].span)))
}

/// The country right before its part, where a bracket breaks a figure down.
pub fn partner_of_part<'v>(view: &'v View<'_>, quantity: &QuantityMention) -> Option<&'v Actor> {
    let bracket = breakdown(view, quantity)?;
    view.actors.iter().rfind(|a| a.at >= bracket.start && a.end <= quantity.tokens.start)
}
