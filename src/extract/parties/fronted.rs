//! Whose figure a phrase tells that stands ahead of the clause it belongs to.
//!
//! | sentence | whose |
//! | --- | --- |
//! | *With exports of **2 million tonnes**, Chile ranks second* | Chile's, to all |

use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::model::{Indicator, Kind, Party};

/// *With an export volume of 2 million tonnes, Chile ranks second*: of who is named right behind, with nobody in particular.
pub fn ahead_of_its_clause(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Governor::Head(head), Some(figure)) = (asked.governor, asked.quantity) else { return false };
    let told = alone(asked.indicator) || asked.indicator.is_one_way();
    let figure = &view.mentions[figure].tokens;
    let front = view.segment_tokens(view.segment(figure.start));
    let opens = view.norm(view.range.start) == "with" && front.start <= view.range.start + 1;
    if !told || asked.kind != Kind::Level || !opens || head.at >= figure.start || !front.contains(&head.at) {
        return false;
    }
    let mut named = view.actors.iter().filter(|a| a.at < front.end && a.takes_part());
    let end = named.next().filter(|a| {
        matches!((asked.indicator, a.role), (Indicator::Exports, Role::To) | (Indicator::Imports, Role::From))
    });
    let nobody =
        named.next().is_none() && (end.is_some() || !view.actors.iter().any(|a| a.at < front.end && a.takes_part()));
    let next = view.actors.iter().find(|a| a.at >= front.end);
    let subject =
        next.filter(|a| a.role == Role::Subject && view.phrase_start(a) <= front.end + 1 && a.party.is_country());
    let (Some(subject), true) = (subject, nobody) else { return false };
    sides.reporter = Some(Filled::new(subject.party, "subject_behind", Some(subject.span)));
    sides.partner = Some(match end {
        Some(end) => Filled::new(end.party, "to", Some(end.span)),
        None => Filled::new(Party::WORLD, "no_partner_named", None),
    });
    true
}
