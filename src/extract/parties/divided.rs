//! Whose trade is divided, and who has a part of it.

use super::lists::taken_together;
use super::replaced::owner_of_rank;
use super::{Asked, Sides, as_told, fill, rule_of};
use crate::extract::grammar::Opening;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::of_role;
use crate::extract::view::Actor;
use crate::lexicon::Class;
use crate::lexicon::words::is_worldwide;
use crate::model::Party;

/// *The main buyers of Thai rubber were Malaysia (28%), China (21%)*: of the one with each of the others.
pub fn of_division(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(figure) = asked.quantity else { return false };
    let view = asked.view;
    let has = |a: &Actor| Some(Filled::new(a.party, "has_a_part", Some(a.span)));
    if let Some((whole, taker)) = view.part_of_division(figure) {
        if whole.head.indicator() != Some(asked.indicator) {
            return false;
        }
        let owner = &view.actors[whole.owner];
        let owner = Some(Filled::new(owner.party, rule_of(owner), Some(owner.span)));
        // *India and China took 62 percent of the ore that Peru exported*: no one of them did.
        let several = taken_together(view, taker.span).map(|span| Filled::new(Party::WORLD, "several", Some(span)));
        let taker = several.or(has(taker));
        (sides.reporter, sides.partner) = if whole.by_agent { (taker, owner) } else { (owner, taker) };
        return true;
    }
    if let Some(whole) = view.amount_of_division(figure).filter(|w| w.head.indicator() == Some(asked.indicator)) {
        let owner = &view.actors[whole.owner];
        sides.reporter = Some(Filled::new(owner.party, rule_of(owner), Some(owner.span)));
        sides.partner = Some(Filled::new(Party::WORLD, "whole_of_a_part", Some(whole.head.span)));
        return true;
    }
    // *First was Japan at 28 percent*: of what the statement before tells.
    let traded = asked.indicator.is_one_way();
    let (Some(taker), Some(frame)) = (view.entry_of_division(figure).filter(|_| traded), asked.before) else {
        return false;
    };
    let last = view.quantities.last().map_or(0, |q| view.mentions[*q].tokens.start);
    let listed = |p: Party| view.actors.iter().any(|a| a.party == p && a.at < last);
    // *Peru with $561 million and Chile with $223 million were the top suppliers*: of another list.
    let ranked = matches!(asked.governor, Governor::Head(head)
        if head.class == Class::Noun && head.at >= view.mentions[figure].tokens.end && frame.indicator != asked.indicator);
    let owner = if ranked { owner_of_rank(asked, frame) } else { None };
    if let Some(owner) = owner.filter(|p| *p != taker.party) {
        sides.reporter = as_told(owner);
        sides.partner = has(taker);
        return true;
    }
    let open = frame.partner.is_none_or(|p| p == Party::WORLD || asked.same_sentence && listed(p));
    // *36 percent of worldwide exports came from Chile, followed by Peru (17%)*: the next of those who have a part of all.
    let of_all = || view.tokens[view.range.clone()].iter().any(|t| is_worldwide(t.norm.as_ref()));
    if asked.same_sentence && frame.partner == Some(Party::WORLD) && (frame.share || of_all()) {
        return false;
    }
    let Some(owner) = frame.reporter.filter(|p| open && *p != Party::WORLD && !listed(*p)) else { return false };
    sides.reporter = as_told(owner);
    sides.partner = has(taker);
    true
}

/// *Copper ($1.1 billion) and coffee ($600 million) were Kenya's main exports to Egypt*: of those who stand behind a list of goods
/// that nobody is named before.
pub fn behind_goods(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Governor::Head(head), Some(figure)) = (asked.governor, asked.quantity) else { return false };
    let Some(last) = view.quantities.last().map(|q| view.mentions[*q].tokens.end) else { return false };
    let start = view.mentions[figure].tokens.start;
    let bracket = view.segments.get(view.segment(start)).is_some_and(|s| s.opening == Opening::Bracket);
    let named = |a: &&Actor| a.takes_part() && a.party != Party::WORLD;
    if !bracket || head.at < last || view.quantities.len() < 2 || view.actors.iter().any(|a| named(&a) && a.at < last) {
        return false;
    }
    for actor in view.actors.iter().filter(named) {
        if let Some(side) = of_role(asked.indicator, &head, actor.role, asked.kind) {
            fill(sides, side, actor, asked.indicator);
        }
    }
    sides.reporter.is_some() && sides.partner.is_some()
}
