//! A balance that two flows leave: *The resulting deficit of $57 billion*.

use super::{Asked, Sides, as_told};
use crate::extract::head::Head;
use crate::model::{Indicator, Party};

/// *Exports to Niger were $9 million, imports $30 million. The **resulting** deficit is the country's largest*: with the one that the flows
/// before it were with.
pub fn with_whom_flows(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let (Some(head), Some(frame)) = (head, asked.before) else { return };
    if asked.indicator != Indicator::Balance || sides.partner.is_some() {
        return;
    }
    let view = asked.view;
    let left = view.back(head.at, 3).any(|at| matches!(view.norm(at), "resulting" | "resultant" | "ensuing"));
    let (Some(one), Some(other)) = (frame.reporter, frame.partner) else { return };
    let flows = matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover);
    if !left || !flows || one == Party::WORLD || other == Party::WORLD {
        return;
    }
    match sides.reporter.as_ref().map(|f| f.value) {
        Some(known) if known == other => sides.partner = as_told(one),
        Some(known) if known == one => sides.partner = as_told(other),
        _ => {}
    }
}
