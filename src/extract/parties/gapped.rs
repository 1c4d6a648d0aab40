//! Who acts where the verb is left out, since it is that of the clause before.
//!
//! | sentence | whose figure |
//! | --- | --- |
//! | *Kenya imported 4 million tonnes, Uganda **2 million*** | Uganda's imports |
//! | *Kenya sold 4 tonnes to Egypt, and Uganda **2 tonnes*** | Uganda's exports to Egypt |
//! | *Kenya sold 4 tonnes to Egypt and Uganda* | no clause of Uganda's |

use super::super::assemble::bracketed;
use super::super::grammar::Role;
use super::super::indicator::Governor;
use super::super::made::is_own_source;
use super::super::rule::Filled;
use super::super::view::{Actor, View};
use super::{Asked, Sides, as_told};
use crate::lexicon::{Class, Topic};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Party};

/// The subject of the figure's own clause, whose verb is that of the figure before it, and the subject of that one.
fn subjects<'v>(view: &'v View<'_>, figure: &QuantityMention) -> Option<(&'v Actor, &'v Actor)> {
    let first = view.start_with_hedge(figure);
    let actor = view.actors.iter().rfind(|a| a.end <= first)?;
    let alone = |at: usize| matches!(view.norm(at), "only" | "just" | "another" | "some" | "nearly" | "almost");
    if !(actor.end..first).all(alone) || first - actor.end > 1 || !actor.party.is_country() {
        return None;
    }
    let at = actor.at - usize::from(view.norm_before(actor.at, 1) == "the");
    let link = at.checked_sub(1).filter(|at| view.range.contains(at))?;
    if !matches!(view.norm(link), "," | ";" | "and" | "while" | "but" | "whereas") {
        return None;
    }
    // *to Egypt and Uganda 2 tonnes*: the next of a list.
    let listed = |end: usize| {
        view.actors.iter().any(|a| a.end == end && matches!(a.role, Role::To | Role::From | Role::With | Role::For))
    };
    if view.norm(link) == "and" && listed(link) {
        return None;
    }
    let before = view.figures().rfind(|q| q.tokens.end <= link + 1)?;
    let same = before.quantity.unit.is_ratio() == figure.quantity.unit.is_ratio();
    let verb = |h: &&super::super::head::Head| matches!(h.class, Class::VerbOut | Class::VerbIn | Class::VerbOf);
    let told = view.heads.iter().filter(verb).rfind(|h| h.end <= before.tokens.start)?;
    // *took 42 percent by value and China 19 percent*
    let other = |h: &&super::super::head::Head| h.topic != Topic::Same;
    let anew = view.heads.iter().filter(other).any(|h| (before.tokens.end..first).contains(&h.at));
    let subject = view.actors.iter().rfind(|a| a.end <= told.at && a.role == Role::Subject)?;
    // *Estonia sold Finland 3 tonnes, Latvia 2 tonnes*, *bought 29 tonnes from Algeria and Portugal 41 tonnes from Nigeria*
    let given = view.actors.iter().any(|a| a.at == told.end && a.role == Role::Object);
    let anew = anew
        || given
        || bracketed(view, figure)
        || view.actors.iter().any(|a| {
            (figure.tokens.end..figure.tokens.end + 6).contains(&a.at) && matches!(a.role, Role::From | Role::To)
        });
    // *Switzerland, where the traders sit, took 42 percent*
    let set_off = view.norm(subject.end) == "," && view.norm_before(told.at, 1) == "," && told.at - subject.end <= 14;
    let acts = (told.at - subject.end <= 4 || set_off) && subject.party.is_country() && subject.party != actor.party;
    (same && !anew && acts).then_some((actor, subject))
}

/// Whether a party only acts in clauses without a verb of their own, so that it is no other side of what another did.
pub fn only_acts(view: &View<'_>, party: Party) -> bool {
    let figures = || view.figures();
    let acts = |a: &&Actor| figures().any(|q| subjects(view, q).is_some_and(|(actor, _)| actor.at == a.at));
    let mut namings = view.actors.iter().filter(|a| a.party == party).peekable();
    namings.peek().is_some() && namings.all(|a| acts(&a))
}

/// Gives a figure the subject of its own clause, and the other side of the clause before.
pub fn of_gap(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(frame) = asked.before.filter(|f| asked.same_sentence && f.indicator == asked.indicator) else {
        return false;
    };
    let Some(figure) = asked.quantity.and_then(|q| asked.view.quantity(q)) else { return false };
    let Some((actor, subject)) = subjects(asked.view, figure) else { return false };
    // *Norway covered 30 percent of the EU's gas imports and the US 45 percent of its LNG imports*: where the subject is the other side.
    if frame.partner == Some(subject.party)
        && frame.reporter.is_some_and(|p| p != actor.party)
        && asked.kind == Kind::Share
    {
        sides.reporter = as_told(frame.reporter);
        sides.partner = Some(Filled::new(actor.party, "gapped", Some(actor.span)));
        return true;
    }
    // Its place is that of the subject before, or of whoever took its place in a list.
    let acted = frame.reporter == Some(subject.party) || frame.nearest == Some(super::Side::Reporter);
    if !acted {
        return false;
    }
    sides.reporter = Some(Filled::new(actor.party, "gapped", Some(actor.span)));
    sides.partner = as_told(frame.partner.filter(|p| *p != actor.party));
    true
}

/// *used 2.4 bcm, of which Russia delivered 2.1 bcm and its own fields 0.3 bcm*: what comes out of the ground of whoever was supplied.
pub fn of_own_ground(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let (Governor::Head(head), Some(frame)) = (asked.governor, asked.before.filter(|_| asked.same_sentence)) else {
        return false;
    };
    if asked.indicator != Indicator::Production || !is_own_source(asked.view, head.at) {
        return false;
    }
    let owner = match frame.indicator {
        Indicator::Exports => frame.partner,
        Indicator::Imports | Indicator::Consumption | Indicator::Production => frame.reporter,
        _ => None,
    };
    let Some(owner) = owner.filter(|p| *p != Party::WORLD) else { return false };
    sides.reporter = Some(Filled::new(owner, "own_ground", Some(head.span)));
    sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    true
}
