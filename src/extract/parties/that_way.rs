//! Sides that words pointing at the talk leave to it.
//!
//! | sentence | behind | partner |
//! | --- | --- | --- |
//! | *A **sixth** of Iran's steel imports arrive this way* | *Georgia sends steel to Iran by rail* | GEO |
//! | ***40,000 tonnes** are due from Egypt* | *Kenya is short of urea* | KEN |

use super::{Asked, Sides, as_told};
use crate::extract::grammar::Role;
use crate::extract::indicator::Governor;
use crate::lexicon::Class;
use crate::model::{Indicator, Party};

/// *A sixth of its coal imports arrive this way*: by the way of the two that the talk is of.
pub fn by_this_way(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(quantity) = asked.quantity.filter(|_| sides.partner.is_none() && asked.indicator.is_one_way()) else {
        return;
    };
    let Some(known) = sides.reporter.as_ref().map(|f| f.value) else { return };
    let view = asked.view;
    let end = view.mentions[quantity].tokens.end;
    let stop = view.clause(end).end;
    if !(end..stop).any(|at| matches!((view.norm(at), view.norm(at + 1)), ("this" | "that", "way"))) {
        return;
    }
    let other = |p: &Party| p.is_country() && *p != known;
    let before = asked.before.into_iter().flat_map(|f| [f.reporter, f.partner]).flatten().find(other);
    let context = asked.context;
    let spoken =
        || [context.last, context.last_country, context.focus, context.about].into_iter().flatten().find(other);
    sides.partner = as_told(before.or_else(|| asked.other_spoken_of(known)).or_else(spoken));
}

/// *A vessel with 40,000 tonnes has arrived from Egypt*, *2 bcm are due from Chad*: to the one that the text is about, where it is told to go to
/// nobody.
pub fn comes_to_the_one_spoken_of(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let (Governor::Head(head), None) = (asked.governor, &sides.partner) else { return };
    let view = asked.view;
    let comes =
        matches!(view.norm(head.at), "arrived" | "arrive" | "arrives" | "came" | "come" | "comes" | "due" | "landed");
    let from = sides.reporter.as_ref().filter(|f| f.rule == "from" && f.value.is_country());
    let (true, Some(from)) = (comes && asked.indicator == Indicator::Exports && head.class == Class::VerbOut, from)
    else {
        return;
    };
    let giver = from.value;
    let clause = view.clause(head.at);
    if view.actors.iter().any(|a| clause.contains(&a.at) && a.party != giver && a.role != Role::Title && a.takes_part())
    {
        return;
    }
    let other = |p: &Party| p.is_country() && *p != giver;
    let lead = asked.survey.lead_or_other(giver);
    let context = asked.context;
    let one = [lead, context.about, context.focus].into_iter().flatten().find(other);
    // Who sold before is no one who takes now.
    let sold = |p: Party| asked.facts.iter().any(|f| f.indicator == Indicator::Exports && f.reporter == Some(p));
    sides.partner = as_told(one.filter(|p| !sold(*p)));
}
