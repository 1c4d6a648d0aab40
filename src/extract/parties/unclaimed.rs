//! Who is named before a figure and has no part yet: the other side, rather than nobody.
//!
//! | sentence | partner |
//! | --- | --- |
//! | *Ghana inks a pact with Abuja for **1.5 mtpa*** | NGA |
//! | *For German machine builders the Polish market has halved: **€4.1bn** of equipment delivered* | POL |

use super::aside::is_aside;
use super::lists::beside_in_list;
use super::{Asked, Sides};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::is_relative;
use crate::mention::Form;
use crate::mention::QuantityMention;
use crate::model::{Indicator, Party};

/// Gives the partner's side to the one who is named last before the figure without a part in it, where no word gives it to anyone.
pub fn to_unclaimed(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if !matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity) {
        return;
    }
    let nobody =
        |f: &Filled<Party>| f.value == Party::WORLD && matches!(f.rule, "no_partner_named" | "statement_before");
    let view = asked.view;
    let (Some(quantity), Some(reporter)) = (asked.quantity, &sides.reporter) else { return };
    if !sides.partner.as_ref().is_none_or(nobody) || view.respective.is_some() {
        return;
    }
    // *Europe's purchases from Norway*: a group holds its members.
    let holds = |group: Party, member: Party| asked.lexicon.members(group).iter().any(|m| m.party == member);
    let apart =
        |a: &&Actor| a.party != reporter.value && !holds(a.party, reporter.value) && !holds(reporter.value, a.party);
    // *sold 1.2 million to China and 0.9 million to others*: the other side of the figure before.
    let free = |a: &&Actor| {
        !asked.same_sentence || asked.before.is_none_or(|f| f.reporter != Some(a.party) && f.partner != Some(a.party))
    };
    let start = view.mentions[quantity].tokens.start;
    let named = |a: &&Actor| {
        a.takes_part()
            && !matches!(a.role, Role::Label | Role::Beside | Role::Via)
            && a.party != Party::WORLD
            && a.rule != "home"
    };
    let mut before = view.actors.iter().rev().filter(|a| a.end <= start).filter(named);
    let Some(last) = before.find(apart).filter(free) else { return };
    if last.party == Party::OPEC
        || is_aside(view, last)
        || is_of_another_clause(view, last, start)
        || is_set_off(view, last, start)
        || feeds_from(asked, last, start)
        || asked.indicator == Indicator::Capacity && builds_it(view, last)
    {
        return;
    }
    // *Tokyo traders put Chinese sugar imports at 40,000 tonnes*: whose they are stands right before them.
    // *Ships wait in Turkish waters, while Ukraine would ship 5 million tonnes*: who acts is named in a clause behind.
    let owner = view.actors.iter().find(|a| Some(a.span) == reporter.span && last.at < a.at);
    let told_behind = owner.is_some_and(|a| match a.role {
        Role::Possessor | Role::Modifier | Role::Attribute => true,
        Role::Subject => {
            !matches!(last.role, Role::With | Role::To | Role::From | Role::For)
                && view.segment(a.at) != view.segment(last.at)
        }
        _ => false,
    });
    if told_behind {
        return;
    }
    // *Peru and Chile get 9 million each*: who does the same is not the other side.
    if is_kept_out(view, last)
        || asked.indicator != Indicator::Capacity
            && reporter.span.is_some_and(|span| beside_in_list(view, span, last.party))
        || is_listed(view, last, reporter.value)
        || asked.same_sentence && tells(view, last.end, start)
    {
        return;
    }
    sides.partner = Some(Filled::new(last.party, "named_and_unclaimed", Some(last.span)));
}

/// *after works awarded to a Spanish group it should reach 20 million*: a firm that builds what is told takes nothing by it.
pub fn builds_it(view: &View<'_>, actor: &Actor) -> bool {
    matches!(view.norm(actor.end), "group" | "firm" | "firms" | "company" | "consortium" | "contractor" | "builder")
}

/// *while Estonia was second (11.9%)*, *of Egypt's Blue Ocean, 6.3 bcm*: who is named last before a figure that goes on from the one
/// before, where nobody stands right beside it.
pub fn named_last<'v>(asked: &Asked<'v, '_>, frame: &Frame) -> Option<&'v Actor> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    let opens = |a: &Actor| view.phrase_start(a) <= view.range.start + 1;
    let named = |a: &&Actor| {
        a.takes_part()
            && !matches!(a.role, Role::Label | Role::Beside | Role::Via)
            && (a.role != Role::In || opens(a))
            && a.party.is_country()
            && a.rule == "name"
    };
    // *moved 6 million, a fifth of it Russian, compared with 4.8 million*: with all of what moved.
    let of_it = |part: &QuantityMention| {
        let of = part.tokens.end;
        part.quantity.unit.is_ratio() && view.norm(of) == "of" && view.norm(of + 1) == "it"
    };
    if view.figures().rfind(|q| q.tokens.end <= start).is_some_and(of_it) && view.comparing_before(start).is_some() {
        return None;
    }
    let last = view.actors.iter().rev().filter(|a| a.end <= start).find(named)?;
    let builds = asked.indicator == Indicator::Capacity && builds_it(view, last);
    let apart = !builds && frame.reporter != Some(last.party) && frame.partner != Some(last.party);
    let listed = is_listed(view, last, Party::WORLD);
    (apart && !listed && !tells(view, last.end, start) && !is_aside(view, last) && !is_kept_out(view, last))
        .then_some(last)
}

/// *Since Argentina reopened the taps, Chile needs 30% less*: who acts in a clause before, unless a colon leads on from it.
fn is_of_another_clause(view: &View<'_>, actor: &Actor, figure: usize) -> bool {
    actor.role == Role::Subject
        && view.segment(actor.at) != view.segment(figure)
        && !(actor.end..figure).any(|at| view.norm(at) == ":")
        // *whose only buyer is China,*
        && view.norm_before(actor.at, 1) != "is"
}

/// *The gas for Japan will come from Bintulu, where a train with a capacity of 2.3 million tons is added*: who is named in another
/// clause has no part in what a plant can make.
fn feeds_from(asked: &Asked<'_, '_>, actor: &Actor, figure: usize) -> bool {
    asked.indicator == Indicator::Capacity
        && matches!(actor.role, Role::To | Role::For)
        && asked.view.segment(actor.at) != asked.view.segment(figure)
}

/// *Mills in India, which vies with Brazil as the top producer, have contracted 1.2 million tons*: who is named in a clause set off by
/// commas, where nothing is traded.
pub fn is_set_off(view: &View<'_>, actor: &Actor, figure: usize) -> bool {
    let segment = view.segment(actor.at);
    let tokens = view.segment_tokens(segment);
    is_relative(view.norm(tokens.start))
        && segment != view.segment(figure)
        && !view.heads.iter().any(|h| h.class != Class::Agent && tokens.contains(&h.at))
}

/// *outside the former Soviet Union*, *not a member of OPEC*
fn is_kept_out(view: &View<'_>, actor: &Actor) -> bool {
    let first = actor.at - usize::from(view.norm_before(actor.at, 1) == "former");
    let first = first - usize::from(view.norm_before(first, 1) == "the");
    // *slightly smaller than the state of Maine, Kuwait exports ...*: what another is measured by.
    let than = (first.saturating_sub(5).max(view.range.start)..first).rev().find(|at| {
        !matches!(view.norm(*at), "the" | "state" | "of" | "province" | "size" | "island" | "territory" | "all")
    });
    if than.is_some_and(|at| view.norm(at) == "than") {
        return true;
    }
    match view.norm_before(first, 1) {
        "outside" | "beyond" | "excluding" | "except" | "without" | "non" => true,
        before => before == "of" && view.norm_before(first, 2) == "member",
    }
}

/// *from India and Ukraine*: one of several.
fn is_listed(view: &View<'_>, actor: &Actor, reporter: Party) -> bool {
    actor.role != Role::Between
        && view.actors.iter().any(|a| {
            let gap = a.end < actor.at && actor.at <= a.end + 2 || actor.end < a.at && a.at <= actor.end + 2;
            let joined = |at: usize| matches!(view.norm(at), "and" | "or" | ",");
            gap && a.party != actor.party
                && (a.party != reporter || actor.role == Role::From)
                && joined(a.at.max(actor.at) - 1)
        })
}

/// Whether a figure stands between two tokens that is no bare number.
fn tells(view: &View<'_>, from: usize, to: usize) -> bool {
    view.quantities.iter().any(|q| {
        (from..to).contains(&view.mentions[*q].tokens.start) && view.quantity(*q).is_some_and(|q| q.form != Form::Bare)
    })
}
