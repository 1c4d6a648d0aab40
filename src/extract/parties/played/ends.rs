//! Where goods come from and go to, and of where a clause tells.
//!
//! | sentence | side |
//! | --- | --- |
//! | *In Peru, exports fell* | whose they are |
//! | *Kuwaiti oil arrivals* | where they come from |
//! | *docked in Pakistan* | where they go |

use super::super::lines::is_end_of_line;
use super::super::verbs::estimates;
use super::Part;
use crate::extract::grammar::Role;
use crate::extract::side::Side;
use crate::extract::view::Actor;
use crate::lexicon::Class;
use crate::lexicon::words::{fetches, opens_reason, pumps};
use crate::model::{Indicator, Party};

/// *Gazprom pumped 86.8 bcm across Ukraine*: of the country that is crossed, not of who sends it.
pub fn only_sends(part: &Part<'_, '_, '_>) -> bool {
    part.of(Indicator::Transit)
        && part.is(Role::Subject)
        && part.actors.iter().any(|a| a.role == Role::Via && a.at > part.head.at)
        && pumps(part.view.norm(part.head.at))
}

/// *40,000 tonnes have been sold in Peru*, in the talk of another's goods: where they were sold is who takes them.
pub fn sold_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    let sold = head.passive && matches!(view.norm(head.at), "sold" | "placed" | "marketed");
    let home = part.asked.before.is_some_and(|f| f.reporter == Some(actor.party))
        || part.asked.context.home() == Some(actor.party);
    let behind = part.is(Role::In) && view.phrase_start(actor) == head.end + 1;
    (sold
        && behind
        && !home
        && part.of(Indicator::Exports)
        && actor.party.is_country()
        && part.asked.context.about != Some(actor.party))
    .then_some(Side::Partner)
}

/// *a sixth of the gas used in Europe travels through Ukraine*: where it goes, beside who is crossed.
pub fn used_behind_transit(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.of(Indicator::Transit)
        && part.is(Role::In)
        && part.actor.at < part.head.at
        && part.actors.iter().any(|a| a.role == Role::Via && a.at >= part.head.at))
    .then_some(Side::Partner)
}

/// *Exports are raised 1.2 million tonnes for China*: estimates of what a country sells.
pub fn estimated_for(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.is(Role::For) && part.head.class == Class::Noun)?;
    (part.asked.indicator.is_one_way() && estimates(part.view, part.head.end..figure.start)).then_some(Side::Reporter)
}

/// *Garment exports fetched $13.83 billion for Bangladesh*: whose exports brought the money in.
pub fn fetched_for(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.is(Role::For) && part.head.class == Class::Noun)?;
    (part.of(Indicator::Exports)
        && part.actor.at >= figure.end
        && (part.head.end..figure.start).any(|at| fetches(part.view.norm(at))))
    .then_some(Side::Reporter)
}

/// *It was good news for Malaysia as exports rose*, *For China, imports fell*: of whom it is told before them.
pub fn news_for(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    let parted =
        || view.segment(actor.at) < view.segment(head.at) || (actor.end..head.at).any(|at| opens_reason(view.norm(at)));
    (part.figure.is_some()
        && part.is(Role::For)
        && head.class == Class::Noun
        && part.of_trade()
        && actor.end < head.at
        && parted())
    .then_some(Side::Reporter)
}

/// *Japanese car exports to Europe jumped 30 pct against a drop of 17 pct in U.S. sales*: what one sells there.
pub fn sales_beside_exports(part: &Part<'_, '_, '_>) -> Option<Side> {
    let exports = || {
        part.asked.before.is_some_and(|f| {
            f.indicator == Indicator::Exports
                && f.partner.is_some_and(|p| p != Party::WORLD)
                && f.reporter.is_some_and(|p| p != part.actor.party && p.is_country())
        })
    };
    (part.figure.is_some()
        && part.is(Role::Modifier)
        && part.view.norm(part.head.at) == "sales"
        && part.actor.end == part.head.at
        && part.asked.same_sentence
        && exports())
    .then_some(Side::Partner)
}

/// *its U.S. surplus*, *Korea's American sales*, *their Canadian purchases*: whose it is stands before the other side.
pub fn behind_its_owner(part: &Part<'_, '_, '_>) -> Option<Side> {
    let actor = part.actor;
    let owner = |a: &Actor| {
        a.role == Role::Possessor
            && a.party != actor.party
            && a.end <= actor.at
            && actor.at - a.end <= if a.rule == "its" { 0 } else { 2 }
    };
    let own = || matches!(part.view.norm_before(actor.at, 1), "their" | "our");
    (part.figure.is_some()
        && matches!(actor.role, Role::Modifier | Role::Attribute)
        && part.head.class == Class::Noun
        && part.of_trade()
        && actor.end <= part.head.at
        && (own() || part.view.actors.iter().any(owner)))
    .then_some(Side::Partner)
}

/// *Kuwaiti oil arrivals*: where they come from.
pub fn arrivals_of(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (head, actor) = (part.head, part.actor);
    (part.figure.is_some()
        && matches!(actor.role, Role::Modifier | Role::Attribute | Role::Origin)
        && part.of(Indicator::Imports)
        && matches!(part.view.norm(head.at), "arrivals" | "landings" | "inflows")
        && actor.end <= head.at
        && head.at - actor.end <= 2
        && !part.actors.iter().any(|a| a.role == Role::From))
    .then_some(Side::Partner)
}

/// *Ghana's cocoa had its main outlets in Amsterdam*: where another's goods are sold, and whose they are.
pub fn outlets_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    let party_of_goods =
        matches!(actor.role, Role::In | Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute);
    if part.figure.is_none() || !party_of_goods || !part.of(Indicator::Imports) || head.class != Class::Agent {
        return None;
    }
    let owner = view.owner_of_goods()?;
    let ranked =
        matches!(view.norm_before(head.at, 1), "its" | "main" | "best" | "only" | "chief" | "largest" | "biggest");
    let market = || view.actors.iter().any(|a| a.role == Role::In && a.party.is_country() && a.at == head.end + 1);
    if !(ranked && market()) {
        return None;
    }
    match actor.role {
        Role::In => Some(Side::Reporter),
        _ => (owner == actor.party).then_some(Side::Partner),
    }
}

/// *In Peru, exports fell*: where a clause is set, what it tells is of there.
pub fn clause_is_set_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    (part.figure.is_some()
        && part.is(Role::In)
        && head.class == Class::Noun
        && part.asked.indicator.is_one_way()
        && view.segment(actor.at) < view.segment(head.at)
        && actor.at <= view.clause(head.at).start + 2)
        .then_some(Side::Reporter)
}

/// *exports of goods and services in Chile reached 90 billion*: whose they are, where nobody else sells or sends them.
pub fn exports_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    let of_all = |at: usize| matches!(view.norm(at), "of" | "goods" | "and" | "services" | "merchandise" | "the");
    let place = view.phrase_start(actor).wrapping_sub(1);
    let beside =
        actor.at > head.end && view.norm(place) == "in" && (head.end..place).all(of_all) && place > head.at + 1;
    let another = part.another(|a| a.role.owns() || matches!(a.role, Role::Subject | Role::From | Role::By | Role::To));
    (part.figure.is_some()
        && part.is(Role::In)
        && part.of(Indicator::Exports)
        && head.class == Class::Noun
        && beside
        && !another)
        .then_some(Side::Reporter)
}

/// *A tanker with 70,000 tonnes of LNG from Qatar docked in Pakistan*: where a ship comes in.
pub fn docked_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    if part.figure.is_none() || !part.is(Role::In) || !part.of(Indicator::Exports) || part.head.class == Class::Noun {
        return None;
    }
    let start = part.view.phrase_start(part.actor);
    let comes_in = matches!(
        part.view.norm_before(start, 2),
        "arrived" | "docked" | "berthed" | "landed" | "moored" | "anchored" | "unloaded" | "discharged"
    );
    (comes_in && matches!(part.view.norm_before(start, 1), "in" | "at")).then_some(Side::Partner)
}

/// *was discharged in Polish ports*, *was landed in Spain*: where a ship is unloaded.
pub fn unloaded_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    let head = part.head;
    (part.figure.is_some()
        && part.is(Role::In)
        && head.class == Class::VerbIn
        && (head.passive || part.view.phrase_start(part.actor) == head.end + 1)
        && matches!(
            part.view.norm(head.at),
            "unloaded" | "discharged" | "offloaded" | "landed" | "regasified" | "received"
        ))
    .then_some(Side::Reporter)
}

/// *earned $81 million from the Indian market*: where it was sold.
pub fn earned_from(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.figure.is_some()
        && part.is(Role::From)
        && part.head.class == Class::VerbOut
        && part.view.norm(part.head.at).starts_with("earn"))
    .then_some(Side::Partner)
}

/// *The top sources of U.S. oil imports were Canada (3.3 million b/d), ...*: the other sides, in brackets.
pub fn source_with_its_figure(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.is(Role::Subject) && part.head.class == Class::Noun)?;
    let actor = part.actor;
    (part.asked.indicator.is_one_way()
        && actor.at > part.head.end
        && actor.end + 1 == figure.start
        && matches!(part.view.norm(actor.end), "(" | "at" | "with"))
    .then_some(Side::Partner)
}

/// *a line to Kenya's port of Lamu with a capacity of 500,000 bpd*
pub fn end_of_line(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.figure.is_some() && part.of(Indicator::Capacity) && is_end_of_line(part.view, part.actor))
        .then_some(Side::Partner)
}
