//! Several who share one figure: *to the Netherlands, Malaysia and Germany*, *Latvia and Estonia imported*. Whose part is
//! how large is not told, so none of them stands for all.

use std::ops::Range;

use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::model::{Indicator, Party, Span};

/// Takes out a side that is only one of several named in a list.
pub fn share_a_figure(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let flows = matches!(
        asked.indicator,
        Indicator::Exports
            | Indicator::Imports
            | Indicator::Production
            | Indicator::Consumption
            | Indicator::Reserves
            | Indicator::Turnover
            | Indicator::Balance
    );
    let Some(quantity) = asked.quantity.filter(|_| flows && view.respective.is_none()) else { return };
    let tokens = &view.mentions[quantity].tokens;
    if matches!(view.norm(tokens.end), "each" | "apiece") {
        return;
    }
    let two = matches!(asked.indicator, Indicator::Turnover | Indicator::Balance);
    let reporter = sides.reporter.as_ref().filter(|_| !two).and_then(|f| listed(view, f.span?, tokens));
    let partner = sides.partner.as_ref().and_then(|f| listed(view, f.span?, tokens));
    let other = |slot: &Option<Filled<Party>>| slot.as_ref().map(|f| f.value);
    if let Some(span) = reporter.and_then(|list| span_of(view, &list, other(&sides.partner))) {
        let known = sides.partner.as_ref().is_some_and(|f| f.value != Party::WORLD && f.span.is_some());
        sides.reporter = known.then(|| Filled::new(Party::WORLD, "several", Some(span)));
    }
    if let Some(span) = partner.and_then(|list| span_of(view, &list, other(&sides.reporter))) {
        sides.partner = Some(Filled::new(Party::WORLD, "several", Some(span)));
    }
}

/// The actors of the list that the one with these bytes stands in, where it has two at least and no figure of its own each.
fn listed(view: &View<'_>, span: Span, figure: &Range<usize>) -> Option<Range<usize>> {
    let at = view.actors.iter().position(|a| a.span == span && a.rule == "name")?;
    let role = view.actors[at].role;
    if !matches!(role, Role::To | Role::From | Role::With | Role::For | Role::Subject | Role::Object) {
        return None;
    }
    let joined = |a: &Actor, b: &Actor| {
        let gap = a.end..b.at;
        a.role == role
            && b.role == role
            && a.rule == "name"
            && b.rule == "name"
            && a.party != b.party
            && (1..=4).contains(&gap.len())
            && gap.clone().all(|at| matches!(view.norm(at), "," | "and" | "or" | "the" | "&" | "to" | "from" | "also"))
    };
    let (mut first, mut last) = (at, at);
    while first > 0 && joined(&view.actors[first - 1], &view.actors[first]) {
        first -= 1;
    }
    while last + 1 < view.actors.len() && joined(&view.actors[last], &view.actors[last + 1]) {
        last += 1;
    }
    let list = &view.actors[first..=last];
    let ends = list.last()?.end;
    // *to Japan 5 mln and to Korea 3 mln*: the last has a figure of its own.
    let own = ends == figure.start || view.norm(ends) == "(" && ends + 1 == figure.start;
    // *Russia, Ukraine bought 5*: without *and* it is no list.
    let and = (list.first()?.end..list.last()?.at).any(|at| matches!(view.norm(at), "and" | "or" | "&"));
    // *to the countries of Central Asia and Afghanistan*: a group is told apart from its neighbour in a list behind it.
    let alike = list.len() > 2 || list.iter().all(|a| a.party.is_country());
    (list.len() > 1 && and && alike && !own).then_some(first..last + 1)
}

/// The bytes of a list whose members are none of them the other side.
fn span_of(view: &View<'_>, list: &Range<usize>, other: Option<Party>) -> Option<Span> {
    let list = view.actors.get(list.clone())?;
    let inside = list.iter().any(|a| Some(a.party) == other);
    (!inside).then_some(list.first()?.span.join(list.last()?.span))
}
