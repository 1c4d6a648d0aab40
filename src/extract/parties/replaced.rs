//! A party that takes the place of the one before it, in a list that goes on.

use super::{Asked, Sides, rule_of};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::extract::side::{Side, alone};
use crate::extract::survey::Cast;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::model::{Indicator, Kind, Party};

/// Whether an actor opens a clause behind *of which*, *of this*.
fn of_which(view: &View<'_>, actor: &Actor) -> bool {
    let start = view.segment_tokens(view.segment(actor.at)).start;
    actor.role == Role::Subject
        && actor.at <= start + 3
        && view.norm(start) == "of"
        && matches!(view.norm(start + 1), "which" | "this" | "that" | "these")
}

/// A list goes on: the party named here takes the place of the one before it.
pub fn replace(sides: &mut Sides, frame: &Frame, actors: &[&Actor], asked: &Asked<'_, '_>) {
    let Some(actor) = actors.first() else { return };
    // *volumes through Ukraine*: where goods pass, not where they end.
    if actor.role == Role::Via && matches!(asked.indicator, Indicator::Exports | Indicator::Imports) {
        return;
    }
    let party = actor.party;
    let filled = Filled::new(party, "in_its_place", Some(actor.span));
    if frame.reporter == Some(party) || frame.partner == Some(party) {
        if let Some(second) = actors.get(1) {
            let other = Filled::new(second.party, rule_of(second), Some(second.span));
            if frame.reporter == Some(party) { sides.partner = Some(other) } else { sides.reporter = Some(other) }
        }
        return;
    }
    // *Russia kept its lead with 23.6 bcm* in a text of what Turkey imports: the one that the text is about stays.
    if let Cast::Protagonist(lead) = asked.survey.cast()
        && party != lead
        && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover | Indicator::Balance)
    {
        if frame.reporter == Some(lead) {
            sides.partner = Some(filled);
            return;
        }
        if frame.partner == Some(lead) {
            sides.reporter = Some(filled);
            return;
        }
    }
    // *Turkey imported 46 bcm. Russia = 24.5 bcm*: a part of what one took is with another.
    if asked.view.norm(actor.end) == "="
        && !asked.same_sentence
        && frame.partner.is_none_or(|p| p == Party::WORLD)
        && frame.reporter.is_some_and(|r| r.is_country())
        && matches!(asked.indicator, Indicator::Exports | Indicator::Imports)
    {
        sides.partner = Some(filled);
        return;
    }
    // *while those of Kenya halved*: of the same goods, from another.
    if actor.role == Role::Of && asked.view.norm(actor.at.wrapping_sub(2)) == "those" {
        sides.reporter = Some(filled);
        return;
    }
    let member =
        |group: Option<Party>| group.is_some_and(|g| asked.lexicon.members(g).iter().any(|m| m.party == party));
    // *Uzbek exports reached 2 mln tons, with Russia accounting for 38.4%*: a part of one country's trade is with another.
    let next = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
    let had = (actor.end..next).any(|at| {
        let word = asked.view.norm(at);
        word.starts_with("account") || matches!(word, "share" | "representing" | "represented" | "responsible")
    });
    if asked.kind == Kind::Share
        && had
        && matches!(asked.indicator, Indicator::Exports | Indicator::Imports)
        && frame.partner.is_none_or(|p| p == Party::WORLD)
        && frame.reporter.is_some_and(|r| r.is_country())
        && party.is_country()
        && !member(frame.reporter)
    {
        sides.partner = Some(Filled::new(party, "part_with", Some(actor.span)));
        return;
    }
    let bare = next <= actor.end || next == actor.end + 1 && asked.view.norm(actor.end) == "(";
    // *was second after Australia with 19.9 million*
    let before = |back: usize| asked.view.norm(actor.at.wrapping_sub(back));
    let placed = actor.role == Role::Beside && before(1) == "after" || before(1) == "of" && before(2) == "ahead";
    let ranked = placed && next == actor.end + 1 && matches!(asked.view.norm(actor.end), "with" | "at");
    // *with the EU, at 219 billion, followed by China, at 202 billion*: in the place of the one named right before.
    let by = (1..=2).map(|back| actor.at.wrapping_sub(back)).find(|at| asked.view.norm(*at) == "by");
    let ranks = asked.view.heads.iter().any(|h| h.class == Class::Agent && h.at < actor.at);
    let followed = by.is_some_and(|at| matches!(asked.view.norm(at.wrapping_sub(1)), "followed" | "trailed")) && !ranks;
    // *the largest importer with a 20% share, followed by China (19%)*: the next of those who take.
    if ranks
        && by.is_some_and(|at| asked.view.norm(at.wrapping_sub(1)) == "followed")
        && frame.subject == Some(Side::Reporter)
    {
        sides.reporter = Some(filled);
        sides.partner = frame.partner.map(|p| Filled::new(p, "statement_before", None));
        return;
    }
    let turn = if bare || followed { frame.nearest } else { frame.subject };
    // *imported 7 million tonnes, of which Indonesia accounted for 5.3 million*: a part came from or went to the other.
    if of_which(asked.view, actor) && !alone(asked.indicator) && frame.reporter.is_some() {
        sides.partner = Some(Filled::new(party, "part_of_which", Some(actor.span)));
        return;
    }
    let reporter_open = frame.reporter.is_none() || (member(frame.reporter) && !member(frame.partner));
    match (asked.indicator, actor.role) {
        (Indicator::Exports, Role::From) | (Indicator::Imports, Role::To) => sides.reporter = Some(filled),
        // *120 MW from Egypt and 200 MW from Ethiopia*: to the same taker.
        (Indicator::Capacity, Role::From) => {
            sides.reporter = Some(filled);
            sides.partner = frame.partner.map(|p| Filled::new(p, "statement_before", None));
        }
        // *For Romania the figures were 2.05 bcm*, behind exports to another.
        (Indicator::Exports, Role::To | Role::For) | (Indicator::Imports, Role::From) => sides.partner = Some(filled),
        (Indicator::Production | Indicator::Consumption | Indicator::Reserves | Indicator::Transit, _) => {
            sides.reporter = Some(filled);
        }
        _ if frame.reporter == Some(Party::WORLD) && frame.partner != Some(Party::WORLD) => {
            sides.reporter = Some(filled)
        }
        _ if member(frame.partner) && !member(frame.reporter) => sides.partner = Some(filled),
        _ if followed && frame.nearest == Some(Side::Partner) => sides.partner = Some(filled),
        _ if turn == Some(Side::Reporter)
            && (matches!(actor.role, Role::Subject | Role::Modifier | Role::Possessor) || ranked) =>
        {
            sides.reporter = Some(filled);
        }
        _ if reporter_open => sides.reporter = Some(filled),
        _ => sides.partner = Some(filled),
    }
}
