//! Parties behind a figure that only tell why or when.

use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::opens_reason;
use crate::model::{Indicator, Party};

/// *a trade surplus of $6.4 billion in June as exports to China rose*: whether a party behind a figure, which ends at token `end`, is
/// an end of another flow that only tells why or when.
pub fn is_of_a_cause(view: &View<'_>, end: usize, actor: &Actor, indicator: Indicator) -> bool {
    // *rose 117 percent amid fears of a war with Iraq*: who is fought with or talked to trades nothing there.
    if actor.role == Role::With && actor.at > end {
        let the = usize::from(view.norm_before(actor.at, 1) == "the");
        if matches!(
            view.norm_before(actor.at, 2 + the),
            "war" | "wars" | "conflict" | "fighting" | "tension" | "tensions" | "hostilities" | "clashes"
        ) {
            return true;
        }
    }
    // *fell to 2.87 million tonnes as Iranian producers undercut local makers*
    let the = usize::from(view.norm_before(actor.at, 1) == "the");
    let before = actor.at.wrapping_sub(1 + the);
    if end <= before && opens_reason(view.norm(before)) {
        let people = matches!(
            view.norm(actor.end),
            "producers"
                | "makers"
                | "rivals"
                | "competitors"
                | "growers"
                | "farmers"
                | "mills"
                | "sellers"
                | "suppliers"
                | "exporters"
                | "authorities"
                | "officials"
                | "troops"
                | "border"
        );
        return people;
    }
    if indicator != Indicator::Price && actor.role.owns() && is_owner_of_a_cause(view, end, actor) {
        return true;
    }
    if matches!(actor.role, Role::From | Role::Of) && is_source_of_a_cause(view, end, actor) {
        return true;
    }
    if !matches!(actor.role, Role::To | Role::From) {
        return false;
    }
    // *as exports to China rose*: a noun, though *exports* is a verb elsewhere.
    let is_noun = |h: &Head| h.class == Class::Noun || matches!(view.norm(h.at), "exports" | "imports");
    let noun = view.heads.iter().find(|h| is_noun(h) && h.at > end && h.end + 1 + the == actor.at);
    // *fell 7 percent to 3 billion as shipments to China dropped 12 percent*: the same flow to one of all.
    let told = |noun: &&Head| {
        let clause = view.clause(noun.at);
        noun.indicator() != Some(indicator) || view.first_quantity(&(actor.end..clause.end)).is_some()
    };
    let other = noun.filter(|h| h.indicator().is_some_and(Indicator::is_one_way)).filter(told);
    other.is_some_and(|noun| (end..noun.at).any(|at| opens_reason(view.norm(at))))
}

/// Whether words for a cause begin at token `at`: *amid*, *due to*.
fn opens_cause(view: &View<'_>, at: usize) -> bool {
    matches!(view.norm(at), "amid" | "despite")
        || matches!(
            (view.norm(at), view.norm(at + 1)),
            ("because", "of") | ("due", "to") | ("owing", "to") | ("thanks", "to") | ("as", "a")
        )
}

/// *exports to Chile fell 46 percent due to a blockade by truckers from Chile*: whether a cause that is no trade comes from where an
/// actor is, behind a figure that ends at token `end` and has another before it.
fn is_source_of_a_cause(view: &View<'_>, end: usize, actor: &Actor) -> bool {
    let clause = view.clause(actor.at);
    let Some(cause) = (clause.start.max(end)..actor.at).rev().find(|at| opens_cause(view, *at)) else { return false };
    let told = view.actors.iter().any(|a| a.at < end && a.takes_part() && a.party != Party::WORLD);
    let trade = |h: &Head| (cause..actor.at).contains(&h.at) && h.indicator().is_some_and(Indicator::is_one_way);
    told && !view.heads.iter().any(trade) && view.first_quantity(&(cause..actor.at)).is_none()
}

/// *fell by 500,000 bpd because of Washington's sanctions*: whether who owns a cause stands behind a figure, which ends at token
/// `end`, that another is named before.
fn is_owner_of_a_cause(view: &View<'_>, end: usize, actor: &Actor) -> bool {
    let start = actor.at.saturating_sub(4).max(end);
    actor.at > end
        && (start..actor.at).any(|at| opens_cause(view, at))
        && view.actors.iter().any(|a| a.at < end && a.party != Party::WORLD)
        && !view.heads.iter().any(|h| (actor.end..actor.end + 4).contains(&h.at) && h.class == Class::Noun)
}
