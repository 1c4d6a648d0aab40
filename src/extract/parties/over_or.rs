//! Where a part goes that an amount set off behind it parts from its verb: *46% of the exports, or **672,000 tonnes**, went to Togo*.

use super::{Asked, Sides};
use crate::extract::grammar::{Opening, Role};
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::view::Actor;
use crate::lexicon::Class;
use crate::model::{Indicator, Kind};

/// *Half of its exports, or 3 bcm, are bound for Togo*, *(3 bcm) went to*, *a third of its imports, or 2 bcm, came from Chad*: the other side
/// that the verb behind the aside tells.
pub fn where_it_goes(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let (Governor::Head(head), Some(quantity)) = (asked.governor, asked.quantity) else { return };
    let view = asked.view;
    let figure = &view.mentions[quantity].tokens;
    let index = view.segment(figure.start);
    let whole = asked.kind == Kind::Share && head.class == Class::Noun && view.norm(figure.end) == "of";
    if !whole || sides.partner.is_some() || !asked.indicator.is_one_way() || view.segment(head.at) != index {
        return;
    }
    let Some([aside, verb]) = view.segments.get(index + 1..index + 3) else { return };
    let or = match aside.opening {
        Opening::Comma => matches!(view.norm(aside.tokens.start), "or" | "i.e" | "which"),
        opening => opening == Opening::Bracket,
    };
    if !or || view.first_quantity(&aside.tokens).is_none() {
        return;
    }
    let goes = |a: &&Actor| {
        let role = match asked.indicator {
            Indicator::Exports => matches!(a.role, Role::To | Role::For | Role::By),
            _ => matches!(a.role, Role::From | Role::By),
        };
        role && verb.tokens.contains(&a.at) && a.at - verb.tokens.start <= 6
    };
    let first = view.actors.iter().find(goes).filter(|a| view.first_quantity(&(verb.tokens.start..a.at)).is_none());
    let known = |a: &Actor| sides.reporter.as_ref().is_some_and(|f| f.value == a.party);
    if let Some(end) = first.filter(|a| !known(a)) {
        sides.partner = Some(Filled::new(end.party, "over_the_aside", Some(end.span)));
    }
}
