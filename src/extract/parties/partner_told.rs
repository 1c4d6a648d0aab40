//! The other side where the words of a sale or of a rank tell it.
//!
//! | sentence | other side |
//! | --- | --- |
//! | *earned **804 million dollars** from exporting rice to Peru* | Peru |
//! | *Colombia is our 22nd largest partner with **$41 billion*** | Colombia |

use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::model::Indicator;

/// *earned 804 million dollars from exporting over 1.7 million tonnes of rice to the Philippines*: to whom both went.
pub fn earned_from_exporting(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(end) = asked.quantity.map(|q| view.mentions[q].tokens.end) else { return };
    let sells = view.norm(end) == "from" && matches!(view.norm(end + 1), "exporting" | "selling" | "shipping");
    if !sells || asked.indicator != Indicator::Exports || sides.partner.is_some() {
        return;
    }
    let segment = view.segment_tokens(view.segment(end));
    let taker = view.actors.iter().find(|a| a.role == Role::To && segment.contains(&a.at) && a.at > end + 1);
    sides.partner = taker.map(|a| Filled::new(a.party, "to", Some(a.span)));
}

/// *Colombia is our 22nd largest trading partner with $41 billion*: who has the partner tells it, of whom what follows is.
pub fn as_who_has_the_partner(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(start) =
        asked.quantity.filter(|_| asked.indicator == Indicator::Turnover).map(|q| view.mentions[q].tokens.start)
    else {
        return;
    };
    let Some(span) = sides.reporter.as_ref().and_then(|f| f.span) else { return };
    let subject = view.actors.iter().find(|a| a.span == span && a.role == Role::Subject);
    let Some(partner) = subject.and_then(|a| (a.end..start).find(|at| view.norm(*at) == "partner")) else { return };
    let own = (partner.saturating_sub(7)..partner).any(|at| view.norm(at) == "our");
    if own && sides.partner.as_ref().is_some_and(|f| f.value.is_country()) {
        std::mem::swap(&mut sides.reporter, &mut sides.partner);
    }
}
