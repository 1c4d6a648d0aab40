//! The next of those who had a part of what the statement before tells as a whole.

use super::super::super::bracketed::partner_of_part;
use super::super::super::share::ranks;
use super::super::super::told::tops_the_list;
use super::{Next, owns_the_same};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::parties::{Asked, Sides};
use crate::extract::rule::Filled;
use crate::extract::side::{Side, alone};
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{is_demonstrative, is_worldwide};
use crate::model::{Indicator, Kind, Party};

/// *exported 440,000 tonnes. Pakistan was first with 150,000*, *imported 11 bcm. Russia gave 9 of these*
pub fn of_the_whole(next: &Next<'_, '_, '_>) -> Option<Sides> {
    (!next.is_told() && has_a_part(next.actor, next.asked, next.frame)).then(|| next.partner())
}

/// *imported 800 mcm (Russia 70%, Lithuania 30%)*: with whom each part was.
pub fn in_brackets(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let named = next.asked.quantity.and_then(|q| partner_of_part(next.view, next.view.quantity(q)?))?;
    let another = next.frame.reporter.is_some_and(|p| p != named.party);
    let partner = Filled::new(named.party, "in_its_place", Some(named.span));
    another.then_some(Sides { reporter: None, partner: Some(partner) })
}

/// *36.2 percent of world exports came from Chile, followed by Peru (17.4%) and Mexico (5.1%)*: the next of those who had a part of
/// what all did.
pub fn next_of_all(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let bracket = next.view.norm(next.actor.end) == "(" && next.figure.start == next.actor.end + 1;
    let of_all = || next.view.back(next.actor.at, 40).any(|at| is_worldwide(next.view.norm(at)));
    (next.is_share()
        && (next.frame.share || of_all())
        && next.asked.same_sentence
        && next.is_one_way()
        && next.is_of_all()
        && next.actor.party.is_country()
        && !next.is_told()
        && (bracket || next.follows()))
    .then(|| next.with_the_same_partner())
}

/// *took 8.1 million tonnes, 6.7 million of it Russian*: of which origin a part is.
pub fn of_it(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let end = next.figure.end;
    (next.of(Indicator::Imports)
        && next.actor.at == end + 2
        && next.view.norm(end) == "of"
        && matches!(next.view.norm(end + 1), "it" | "them"))
    .then(|| next.partner())
}

/// *Algerian gas made 36 percent of Italian imports; Azerbaijan's share was 16*: the next of those who had a part.
pub fn has_the_share(next: &Next<'_, '_, '_>) -> Option<Sides> {
    // *The share of China in Russia's trade rose to 33 percent, Turkey's to 8*
    let like = !next.of(Indicator::Exports) && owns_the_same(next.view, next.actor);
    (next.is_share()
        && next.is(Role::Possessor)
        && (next.view.norm(next.actor.end + 2) == "share" || like)
        && matches!(next.asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover)
        && next.is_of_another()
        && (next.frame.partner.is_some_and(|p| p != Party::WORLD) || next.of(Indicator::Imports)))
    .then(|| next.partner())
}

/// *India imported 16 mln t. Angola's contribution was 0.9 million*: what it gave.
pub fn contribution(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let gave = |at: usize| next.view.norm(at) == "contribution";
    (next.of(Indicator::Imports)
        && next.is_of_another()
        && (next.is(Role::Possessor) && gave(next.actor.end + 2)
            || next.is(Role::Of) && gave(next.view.phrase_start(next.actor).wrapping_sub(2))))
    .then(|| next.partner())
}

/// *The EU imported 11,724 tonnes. Kazakhstan led with 26.8 percent, ahead of Niger with 25.4*: those who had a part of it.
pub fn comes_first(next: &Next<'_, '_, '_>) -> Option<Sides> {
    // *Iraq came second with 891,000 bpd*
    let had = next.asked.kind == Kind::Level && next.of(Indicator::Imports) && next.frame.partner.is_none();
    ((had || next.is_share())
        && next.is_one_way()
        && next.is_of_another()
        && (next.of(Indicator::Imports) || next.frame.is_with_all())
        && ranks(next.view, next.figure.start)
        // *China took 28 percent of them, followed by Japan with 21*: the first of them took its own.
        && !(next.asked.same_sentence && next.frame.subject == Some(Side::Reporter))
        && !next.view.heads.iter().any(|h| h.class == Class::Agent))
    .then(|| next.partner())
}

/// *Turkey imported 46 bcm. Russia = 24.5 bcm*: a part of what one took is with another.
pub fn equals(next: &Next<'_, '_, '_>) -> Option<Sides> {
    (next.view.norm(next.actor.end) == "=" && !next.asked.same_sentence && next.is_of_all() && next.is_one_way())
        .then(|| next.partner())
}

/// *Uzbek exports reached 2 mln tons, with Russia accounting for 38.4%*: a part of one country's trade is with another.
pub fn accounts_for(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let words = || (next.actor.end..next.figure.start).map(|at| next.view.norm(at));
    let accounts = |word: &str| word.starts_with("account");
    let had = |word: &str| {
        accounts(word) || matches!(word, "share" | "part" | "representing" | "represented" | "responsible")
    };
    let part = next.is_share() && words().any(had) || next.asked.kind == Kind::Level && words().any(accounts);
    (part
        && next.is_one_way()
        && next.is_of_all()
        && next.actor.party.is_country()
        && !next.is_member(next.frame.reporter))
    .then(|| Sides { reporter: None, partner: Some(Filled::new(next.actor.party, "part_with", Some(next.actor.span))) })
}

/// *European refiners took 18 million, of which Spain 6 million*: a member took its part.
pub fn of_which_a_member(next: &Next<'_, '_, '_>) -> Option<Sides> {
    (opens_of_which(next.view, next.actor) && next.of(Indicator::Imports) && next.is_member(next.frame.reporter))
        .then(|| next.with_the_same_partner())
}

/// *imported 7 million tonnes, of which Indonesia accounted for 5.3 million*: a part came from or went to the other.
pub fn of_which(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let part = opens_of_which(next.view, next.actor) && !alone(next.asked.indicator);
    (part && next.frame.reporter.is_some()).then(|| Sides {
        reporter: None,
        partner: Some(Filled::new(next.actor.party, "part_of_which", Some(next.actor.span))),
    })
}

/// Whether an actor opens a clause behind *of which*, *of this*.
fn opens_of_which(view: &View<'_>, actor: &Actor) -> bool {
    let start = view.segment_tokens(view.segment(actor.at)).start;
    actor.role == Role::Subject
        && actor.at <= start + 3
        && view.norm(start) == "of"
        && (is_demonstrative(view.norm(start + 1)) || view.norm(start + 1) == "which")
}

/// Whether who is told of had a part of what one country sold or bought in all: the first of those who bought, who comes to no more
/// than all of it, or who gave what was bought.
fn has_a_part(actor: &Actor, asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let of_all = frame.is_with_all() && frame.reporter.is_some_and(|p| p.is_country()) && asked.indicator.is_one_way();
    let Some(figure) = asked.quantity.and_then(|q| view.quantity(q)).filter(|_| of_all) else { return false };
    let start = view.start_with_hedge(figure);
    // *Colombia exported 10 million bags. The United States are in front with 42 percent*
    let other = actor.party.is_country() && frame.reporter != Some(actor.party) && actor.role == Role::Subject;
    if asked.kind == Kind::Share && other && start > actor.end && tops_the_list(view, start - 1).is_some() {
        return true;
    }
    if asked.kind != Kind::Level || actor.end > start || !actor.party.is_country() {
        return false;
    }
    let gives = |at: usize| matches!(view.norm(at), "gave" | "gives" | "supplied" | "sent" | "delivered");
    if asked.indicator == Indicator::Imports && actor.role == Role::Subject && (actor.end..start).any(gives) {
        return true;
    }
    let total = frame.written.and_then(|told| told.number.checked_mul(told.step));
    let smaller = total.is_some_and(|total| figure.quantity.value <= total);
    let unit = frame.unit.is_some_and(|unit| unit == figure.quantity.unit);
    smaller && unit && start > actor.end && tops_the_list(view, start - 1).is_some()
}
