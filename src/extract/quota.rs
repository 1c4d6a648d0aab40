//! What one country lets in from another at a lower duty or none, as an agreement or the country itself sets it.
//!
//! | sentence | exports of | to |
//! | --- | --- | --- |
//! | *The EU granted Ukraine a **90,000-tonne** quota for chicken* | Ukraine | the EU |
//! | *The pact with Peru gives Chile a **5,000t** beef quota* | Chile | Peru |
//! | *Butter starts with a **7,000t** quota*, behind such a one | as told | as told |
//! | *Kenya filled its quota of **1,000 tonnes*** | of no market | |

use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::parties::{Asked, Sides, other_of};
use super::rule::Filled;
use super::told::told;
use super::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{is_article, is_deal, is_form_of_have};
use crate::model::{Indicator, Party};

/// How many words before a quota another one is of the same talk.
const TALK: usize = 70;

/// *gives Chile a **5,000t** beef quota*, *a tariff quota of **10,000 tonnes***: what may come in.
pub fn of_a_market(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let quantity = view.quantity(search.quantity)?;
    let (start, end) = (view.start_with_hedge(quantity), quantity.tokens.end);
    let quota = quota_beside(view, start, end)?;
    let opens = |at: usize| {
        let word = view.norm(at);
        is_deal(word) || grants(word) || gets(word) || matches!(word, "access" | "duty" | "tariff" | "trq")
    };
    // *a catch quota*, *the cartel's quota*: what may be caught or pumped crosses no border.
    let at_home = |at: usize| {
        matches!(
            view.norm(at),
            "catch" | "fishing" | "output" | "production" | "planting" | "milk" | "emission" | "sale" | "pipeline"
        ) || view.norm(at) == "export" && is_quota(view.norm(at + 1))
    };
    let again = || {
        (quota.saturating_sub(TALK)..view.range.start).any(|at| is_quota(view.tokens[at].norm.as_ref()))
            && search.exports_before
    };
    if view.range.clone().any(at_home) || !(view.range.clone().any(opens) || again()) {
        return None;
    }
    told(search, quota, Indicator::Exports, Class::Noun)
}

/// The sides of what a quota lets in: who was given it, and who gives it.
pub fn of_a_quota(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Governor::Head(head) = asked.governor else { return false };
    let bulk = |q: usize| view.quantity(q).is_some_and(|q| q.quantity.unit.is_bulk() && q.quantity.unit.per.is_none());
    let ours = asked.quantity.is_some_and(bulk) && head.class == Class::Noun && is_quota(view.norm(head.at));
    if asked.indicator != Indicator::Exports || !ours {
        return false;
    }
    let (holder, market) = (holder(view, head.at), market(view, head.at));
    let named = |a: &Actor| Some(Filled::new(a.party, "party_to_a_quota", Some(a.span)));
    let (reporter, partner) = match (holder, market) {
        (None, None) => {
            let told = asked.before.filter(|f| f.indicator == Indicator::Exports);
            (told.and_then(|f| f.reporter), told.and_then(|f| f.partner))
        }
        (Some(one), None) => (Some(one.party), other_side(asked, one.party)),
        (None, Some(one)) => (other_side(asked, one.party), Some(one.party)),
        (Some(one), Some(two)) => (Some(one.party), Some(two.party)),
    };
    // *Kenyan farmers were given a quota of 4,500 tonnes*: nobody says where.
    if let (Some(reporter), Some(partner)) = (reporter, partner) {
        let told = |p: Party| Some(Filled::new(p, "other_side_of_a_quota", None));
        sides.reporter = holder.and_then(named).or_else(|| told(reporter));
        sides.partner = market.and_then(named).or_else(|| told(partner));
    }
    true
}

/// The other one of two that make the agreement, or that the talk is of.
fn other_side(asked: &Asked<'_, '_>, one: Party) -> Option<Party> {
    let told = asked.before.and_then(|f| f.reporter.zip(f.partner));
    told.and_then(|told| other_of(told, one)).or_else(|| asked.other_spoken_of(one))
}

/// The country that is given it: *gives Chile*, *Chile got*, *for Chilean beef*.
fn holder<'v>(view: &'v View<'_>, quota: usize) -> Option<&'v Actor> {
    let given = |a: &&Actor| {
        let verb = view.phrase_start(a).wrapping_sub(1);
        a.end <= quota && grants(view.norm(verb))
    };
    let takes = |a: &&Actor| {
        a.end <= quota
            && a.role != Role::In
            && (a.end..a.end + 3).any(|at| is_form_of_have(view.norm(at)) || gets(view.norm(at)))
    };
    let of_goods = |a: &&Actor| {
        let before = view.phrase_start(a).wrapping_sub(1);
        a.at > quota
            && (matches!(view.norm(before), "for" | "of" | "from") || matches!(a.role, Role::Origin | Role::From))
    };
    let actors = || view.actors.iter().filter(|a| a.party != Party::WORLD);
    actors().find(given).or_else(|| actors().find(takes)).or_else(|| actors().find(of_goods))
}

/// The country that lets it in: *the EU granted*, *in the EU*, *to the British market*.
fn market<'v>(view: &'v View<'_>, quota: usize) -> Option<&'v Actor> {
    let gives = |a: &&Actor| {
        a.end <= quota && a.role == Role::Subject && (a.end..(a.end + 4).min(quota)).any(|at| grants(view.norm(at)))
    };
    let placed = |a: &&Actor| {
        let mut before = view.phrase_start(a).wrapping_sub(1);
        before = if is_article(view.norm(before)) { before.wrapping_sub(1) } else { before };
        matches!(view.norm(before), "in" | "into" | "to" | "by")
    };
    let actors = || view.actors.iter().filter(|a| a.party != Party::WORLD);
    actors().find(gives).or_else(|| actors().find(placed))
}

/// The word for a quota that a figure is told of: *5,000t beef quota*, *quota of 5,000t*, *quotas: 5,000t*.
fn quota_beside(view: &View<'_>, start: usize, end: usize) -> Option<usize> {
    let ends = |at: usize| matches!(view.norm(at), "," | "." | ";" | "and" | "of" | "to" | "in");
    let behind = (end..end + 5).take_while(|at| !ends(*at)).find(|at| is_quota(view.norm(*at)));
    let before = || {
        let of = start.checked_sub(1).filter(|at| matches!(view.norm(*at), "of" | "for" | ":" | "("))?;
        of.checked_sub(1).filter(|at| is_quota(view.norm(*at)))
    };
    behind.or_else(before)
}

fn is_quota(word: &str) -> bool {
    matches!(word, "quota" | "quotas" | "trq" | "trqs")
}

/// ***gave** Australia a quota*: a verb by which a country or a deal lets goods in.
pub fn grants(word: &str) -> bool {
    ["grant", "open", "offer", "allocat", "creat", "extend", "introduc", "award"]
        .iter()
        .any(|stem| word.starts_with(stem))
        || matches!(word, "gave" | "give" | "gives" | "set" | "sets")
}

/// *Chile **got** a quota*: a verb by which a country may bring goods in.
fn gets(word: &str) -> bool {
    ["receiv", "secur", "obtain"].iter().any(|stem| word.starts_with(stem))
        || matches!(word, "get" | "gets" | "got" | "gotten" | "won" | "wins" | "gain" | "gains" | "gained" | "enjoys")
}
