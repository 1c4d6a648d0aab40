//! Sides that the statement before tells: *sold 3 million tonnes to China and 1 million to Japan* goes on of who sold.

mod in_turn;
mod left_open;
mod turned;

pub use in_turn::are_several;

use super::super::frame::Frame;
use super::super::grammar::Role;
use super::super::indicator::Governor;
use super::super::rule::Filled;
use super::super::view::Actor;
use super::others::from_others;
use super::partner_told::sold_by_the_one_taken_from;
use super::{Asked, Sides, as_told};
use crate::lexicon::Class;
use crate::lexicon::words::{is_buying, is_line};
use crate::model::{Indicator, Kind, Party};

/// From the statement before, where it fits what is known.
pub fn from_before(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if sides.reporter.is_none() && sides.partner.is_none() && matches!(asked.governor, Governor::Head(_)) {
        delivered_where(sides, asked);
    }
    sold_by_the_one_taken_from(sides, asked);
    let Some(frame) = asked.before else { return };
    if asked.same_sentence && asked.indicator.is_trade() && frame.indicator == asked.indicator {
        one_with(sides, asked, frame);
    }
    if price_of_no_one(asked, frame) {
        return;
    }
    if let Some(lead) = lead_again(sides, asked, frame) {
        sides.reporter = Some(Filled::new(lead, "protagonist", None));
        return;
    }
    bought_from_the_seller(sides, asked, frame);
    if let Some(span) = from_others(asked).filter(|_| sides.partner.is_none()) {
        sides.partner = Some(Filled::new(Party::WORLD, "others", Some(span)));
    }
    // *Turkey, which buys a third of its gas from Russia, imported 45 bcm*: of the main clause, from all.
    if in_aside(asked) && sides.reporter.is_none() && sides.partner.is_none() {
        sides.reporter = frame.reporter.map(|p| Filled::new(p, "main_clause", None));
        sides.partner = Some(Filled::new(Party::WORLD, "main_clause", None));
        return;
    }
    let turned = turned::told_from_the_other_end(sides, asked, frame);
    left_open::fill(sides, asked, frame, turned.as_ref().unwrap_or(frame));
}

/// *fixed prices of 18 dlrs a barrel. Crude sales jumped to 609,000 barrels a day*: a price of no one tells of no one's sales.
fn price_of_no_one(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    frame.indicator == Indicator::Price
        && frame.reporter == Some(Party::WORLD)
        && frame.is_with_all()
        && !asked.same_sentence
        && !matches!(asked.indicator, Indicator::Price | Indicator::Turnover)
}

/// *exports grew to $3.2 billion. Korea's purchases swelled by 83%*: what another buys, behind talk of what one sells to all.
fn bought_from_the_seller(sides: &mut Sides, asked: &Asked<'_, '_>, frame: &Frame) {
    // *The price of Bolivian gas was fixed at 5 dollars. Brazil receives 26 million cubic metres*: of the same seller's.
    if let (Governor::Head(head), Some(taker), None) = (asked.governor, &sides.reporter, &sides.partner)
        && head.class == Class::VerbIn
        && asked.indicator == Indicator::Imports
        && frame.indicator == Indicator::Price
        && asked
            .quantity
            .is_some_and(|q| !asked.view.names_goods(&asked.view.clause(asked.view.mentions[q].tokens.start)))
        && taker.span.is_some()
        && frame.reporter.is_some_and(|p| p.is_country() && p != taker.value)
    {
        sides.partner = as_told(frame.reporter);
    }
    if let (Governor::Head(head), Some(taker), None) = (asked.governor, &sides.reporter, &sides.partner)
        && (is_buying(asked.view.norm(head.at)) || asked.view.norm(head.at) == "orders")
        && asked.indicator == Indicator::Imports
        && frame.indicator == Indicator::Exports
        && taker.span.is_some()
        && frame.reporter.is_some_and(|p| p.is_country() && p != taker.value)
    {
        sides.partner = as_told(frame.reporter);
    }
}

/// *was larger than the one with Japan, which came to $3.78 billion*: the same with another.
fn one_with(sides: &mut Sides, asked: &Asked<'_, '_>, frame: &Frame) {
    let view = asked.view;
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return };
    let told = view.quantities.iter().map(|q| view.mentions[*q].tokens.end).rfind(|end| *end <= start).unwrap_or(start);
    let one = |a: &&Actor| {
        (told..start).contains(&a.at)
            && matches!(view.norm_before(a.at, 1), "with" | "to" | "from")
            && matches!(view.norm_before(a.at, 2), "one" | "that")
    };
    let Some(actor) = view.actors.iter().find(one).filter(|_| matches!(asked.governor, Governor::Previous)) else {
        return;
    };
    sides.reporter = as_told(frame.reporter);
    sides.partner = Some(Filled::new(actor.party, "in_its_place", Some(actor.span)));
}

/// *Most German exports went to the United States, where goods worth 10.2 billion were delivered*: to where the clause is set.
fn delivered_where(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return };
    let opens = view.segment_tokens(view.segment(start)).start;
    let opens = opens + usize::from(view.norm(opens) == ",");
    if asked.indicator != Indicator::Exports || view.norm(opens) != "where" {
        return;
    }
    let there =
        view.actors.iter().rfind(|a| a.end <= opens && opens - a.end <= 1 && matches!(a.role, Role::To | Role::In));
    let owner = view.actors.iter().find(|a| {
        a.at < opens
            && matches!(
                a.role,
                Role::Modifier | Role::Possessor | Role::Attribute | Role::Subject | Role::From | Role::Origin
            )
    });
    if let (Some(there), Some(owner)) = (there, owner.filter(|a| a.party.is_country())) {
        sides.reporter = Some(Filled::new(owner.party, "delivered_where", Some(owner.span)));
        sides.partner = Some(Filled::new(there.party, "delivered_where", Some(there.span)));
    }
}

/// *Venezuela has posted prices again ... in response to OPEC's strategy. Gasoline was posted at 19 dollars*: a paragraph that
/// names nobody, and no word of trade, is of whom the text is about, not of another who was named in passing.
fn lead_again(sides: &Sides, asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let lead = asked.survey.lead()?;
    if is_of_a_line(asked, frame) {
        return None;
    }
    let open = sides.reporter.is_none() && sides.partner.is_none() && !asked.same_line && !asked.same_sentence;
    let passing = frame.reporter.is_some_and(|p| p != lead && p != Party::WORLD);
    let aside =
        frame.partner != Some(lead) && !asked.lexicon.members(lead).iter().any(|m| Some(m.party) == frame.reporter);
    (open && passing && aside && !asked.view.actors.iter().any(Actor::takes_part)).then_some(lead)
}

/// *Bangladesh buys 1,160 MW from India. The link can take 1,000 MW*: what a line between the two of the statement before can move.
fn is_of_a_line(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let country = |p: Option<Party>| p.is_some_and(|p| p.is_country());
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return false };
    asked.indicator == Indicator::Capacity
        && country(frame.reporter)
        && country(frame.partner)
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity)
        && (view.clause(start).start..start).any(|at| is_line(view.norm(at)) || view.norm(at) == "branch")
}

/// Whether the figure before stands in a relative clause, and a verb of trade behind that clause governs this one.
fn in_aside(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start).filter(|_| asked.same_sentence) else {
        return false;
    };
    let Some(before) = view.quantities.iter().map(|q| &view.mentions[*q].tokens).rfind(|t| t.end <= start) else {
        return false;
    };
    let clause = view.segment(before.start);
    // *Syria's exports, 95 percent of which went to Europe, averaged 150,000 bpd*
    let ratio = view.figures().any(|q| q.tokens == *before && q.quantity.unit.is_ratio());
    let whole = ratio
        && asked.kind == Kind::Level
        && view.segment(start) > clause
        && matches!(view.norm(before.end), "of")
        && matches!(view.norm(before.end + 1), "which");
    if whole {
        return true;
    }
    let Governor::Head(head) = asked.governor else { return false };
    let relative = |a: &Actor| a.rule == "relative_clause" && a.role == Role::Subject && view.segment(a.at) == clause;
    matches!(head.class, Class::VerbOut | Class::VerbIn)
        && view.segment(head.at) > clause
        && head.at == view.segment_tokens(view.segment(head.at)).start
        && view.actors.iter().any(relative)
}
