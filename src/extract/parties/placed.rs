//! Places beside a flow: the market that goods are sold on, the port that they leave by.

use super::Asked;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::side::Side;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::model::Indicator;

/// Which side of a flow a country is that only places it.
pub fn side(asked: &Asked<'_, '_>, head: &Head, actor: &Actor) -> Option<Side> {
    let view = asked.view;
    let flow = matches!(asked.indicator, Indicator::Exports | Indicator::Imports);
    if actor.role != Role::In {
        return None;
    }
    match asked.indicator {
        // *sold 75,000 tonnes to establish itself in the Brazilian wheat market*
        Indicator::Exports | Indicator::Price if is_market(view, actor) && sold_before(view, head, actor) => {
            Some(Side::Partner)
        }
        // *increased its purchases in Ukraine*: the country right behind the noun is that of the sellers.
        Indicator::Imports
            if head.class == Class::Noun
                && matches!(view.norm(head.end.wrapping_sub(1)), "purchases" | "procurement" | "buying")
                && view.phrase_start(actor) == head.end + 1
                && view.actors.iter().any(|a| a.at < head.at && a.party != actor.party && a.takes_part()) =>
        {
            Some(Side::Partner)
        }
        // *exports through the Richards Bay terminal in South Africa*
        Indicator::Exports if head.end <= actor.at && leaves_by_port(view, head.end..actor.at) => Some(Side::Reporter),
        // *Ecuador, where oil accounts for two thirds of exports*
        _ if flow && actor.rule == "relative_clause" && head.class == Class::Noun => Some(Side::Reporter),
        _ => None,
    }
}

/// *the Brazilian market*, *the Brazilian wheat market*: whether a name says whose market it is.
pub fn is_market(view: &View<'_>, actor: &Actor) -> bool {
    (actor.end..actor.end + 3).any(|at| matches!(view.norm(at), "market" | "markets"))
}

/// Whether a verb of giving governs the figure, or stands before the price that it tells.
fn sold_before(view: &View<'_>, head: &Head, actor: &Actor) -> bool {
    let sold = |h: &Head| h.class == Class::VerbOut && h.at < actor.at && view.segment(h.at) == view.segment(actor.at);
    sold(head) || head.indicator() == Some(Indicator::Price) && view.heads.iter().any(sold)
}

/// *through the port of X*, *from its Kharg Island terminal*
fn leaves_by_port(view: &View<'_>, tokens: std::ops::Range<usize>) -> bool {
    let port = |at: usize| {
        matches!(view.norm(at), "port" | "ports" | "terminal" | "terminals" | "harbour" | "harbor" | "jetty" | "berth")
    };
    matches!(view.norm(tokens.start), "through" | "via" | "from" | "at" | "by")
        && tokens.len() <= 12
        && tokens.clone().any(port)
}
