//! From whose side a statement is told: *For Chile this is a gain of $2 billion* goes on of Chile's trade.

use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::view::View;
use crate::model::{Indicator, Party};

/// *For Chile this is a gain of $2 billion*: the statement, told from the side of the one whom its sentence opens with.
pub fn told_for(view: &View<'_>, frame: &mut Frame) {
    let start = view.range.start;
    if view.norm(start) != "for" || !frame.indicator.is_trade() {
        return;
    }
    let opens = view.actors.iter().find(|a| a.role == Role::For && a.at <= start + 2).map(|a| a.party);
    let (Some(opens), Some(partner)) = (opens, frame.partner) else { return };
    if opens != partner || frame.reporter.is_none_or(|p| p == Party::WORLD) {
        return;
    }
    match frame.turned() {
        Some(turned) => {
            let (commodity, spoken) = (frame.commodity.take(), frame.spoken.take());
            *frame = Frame { reporter: frame.partner, partner: frame.reporter, commodity, spoken, ..turned };
        }
        None if frame.indicator == Indicator::Turnover => {
            std::mem::swap(&mut frame.reporter, &mut frame.partner);
            (frame.subject, frame.nearest) = (None, None);
        }
        None => return,
    }
    frame.owner = Some(opens);
}
