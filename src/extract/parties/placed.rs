//! Places beside a flow: the market that goods are sold on, the port that they leave by.

use super::super::deed::ends_a_journey;
use super::super::grammar::Role;
use super::super::head::Head;
use super::super::side::Side;
use super::super::view::{Actor, View};
use super::Asked;
use crate::lexicon::Class;
use crate::lexicon::words::is_port;
use crate::model::Indicator;

/// Which side of a flow a country is that only places it.
pub fn side(asked: &Asked<'_, '_>, head: &Head, actor: &Actor) -> Option<Side> {
    let view = asked.view;
    let flow = asked.indicator.is_one_way();
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
                && matches!(view.norm_before(head.end, 1), "purchases" | "procurement" | "buying")
                && view.phrase_start(actor) == head.end + 1
                && view.actors.iter().any(|a| a.at < head.at && a.party != actor.party && a.takes_part()) =>
        {
            Some(Side::Partner)
        }
        // *landed in Kenya*, *found customers in Turkey for 23,000 tonnes*: where a journey or a search for buyers ends.
        Indicator::Exports
            if !matches!(head.class, Class::Agent)
                && view.norm_before(view.phrase_start(actor), 1) == "in"
                && ends_in(view, view.phrase_start(actor) - 1)
                && (view.actors.iter().any(|a| a.at != actor.at && a.party != actor.party && a.takes_part())
                    || asked.before.is_some_and(|f| f.reporter.is_some_and(|r| r != actor.party))) =>
        {
            Some(Side::Partner)
        }
        // *Norwegian salmon fetched $4 million in Kenya*
        Indicator::Exports
            if head.class == Class::VerbOut
                && actor.at > head.at
                && matches!(
                    view.norm(head.at),
                    "earned" | "fetched" | "netted" | "brought" | "grossed" | "raked" | "made"
                )
                && view.norm_before(view.phrase_start(actor), 1) == "in"
                && view.owner_of_goods().is_some_and(|owner| owner != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *Exports in Poland fell to 27.1 billion euros*: those of the country, in a sentence that opens so.
        Indicator::Exports
            if head.at == view.range.start
                && view.norm(head.at) == "exports"
                && view.phrase_start(actor) == head.end + 1 =>
        {
            Some(Side::Reporter)
        }
        // *exports through the Richards Bay terminal in South Africa*
        Indicator::Exports if head.end <= actor.at && leaves_by_port(view, head.end..actor.at) => Some(Side::Reporter),
        // *Ecuador, where oil accounts for two thirds of exports*
        _ if flow && actor.rule == "relative_clause" && head.class == Class::Noun => Some(Side::Reporter),
        _ => None,
    }
}

/// Whether the verb right before *in* at token `at`, an amount of goods between at the most, ends a journey there.
fn ends_in(view: &View<'_>, at: usize) -> bool {
    ends_a_journey(view, at.saturating_sub(2)..at)
        || (at.saturating_sub(12)..at)
            .rev()
            .find(|at| view.heads.iter().any(|h| h.at == *at) || ends_a_journey(view, *at..at + 1))
            .is_some_and(|verb| ends_a_journey(view, verb..verb + 1) && view.first_quantity(&(verb..at)).is_some())
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
    let port = |at: usize| is_port(view.norm(at)) || matches!(view.norm(at), "jetty" | "berth");
    matches!(view.norm(tokens.start), "through" | "via" | "from" | "at" | "by")
        && tokens.len() <= 12
        && tokens.clone().any(port)
}
