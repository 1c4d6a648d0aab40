//! Whose growth stands in a bracket right behind a name, in a sentence whose words of trade are those of the one before.
//!
//! | sentence | whose |
//! | --- | --- |
//! | *A steep fall was recorded in Samoa (**-40 percent**)*, behind what exports did | Samoa's exports |

use super::{Asked, Sides, as_told};
use crate::extract::grammar::Role;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::view::Actor;
use crate::model::{Kind, Party};

/// *The steepest falls were seen in Samoa (-40 percent) and Tonga (-22 percent)*: of each, with whom the talk is of.
pub fn seen_in(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Some(figure), Some(frame)) = (asked.quantity, asked.before) else { return false };
    if asked.kind != Kind::Change || matches!(asked.governor, Governor::Head(_)) || !asked.indicator.is_one_way() {
        return false;
    }
    let start = view.mentions[figure].tokens.start;
    let beside = |a: &&Actor| view.norm(a.end) == "(" && (a.end + 1..=a.end + 2).contains(&start);
    let Some(actor) = view.actors.iter().find(beside) else { return false };
    let seen = |at: usize| {
        matches!(
            view.norm(at),
            "recorded"
                | "registered"
                | "seen"
                | "observed"
                | "reported"
                | "noted"
                | "posted"
                | "experienced"
                | "exceptions"
        )
    };
    let listed = actor.role == Role::In || view.actors.iter().any(|a| a.role == Role::In && a.at < actor.at);
    if !(listed && (view.range.start..actor.at).any(seen)) {
        return false;
    }
    sides.reporter = Some(Filled::new(actor.party, "seen_in", Some(actor.span)));
    let other = frame.partner.filter(|p| *p != actor.party && !view.actors.iter().any(|a| a.party == *p));
    sides.partner = as_told(other.unwrap_or(Party::WORLD));
    true
}
