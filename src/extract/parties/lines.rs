//! Where a line, pipe or cable ends: *a line to **Kenya's** port of Lamu*, *a 20 million cubic metre-a-day pipeline to
//! **Argentina's** north-east*.

use std::ops::Range;

use super::super::grammar::{Opening, Role};
use super::super::rule::Filled;
use super::super::view::{Actor, View};
use super::{Asked, Sides};
use crate::extract::indicator::Governor;
use crate::lexicon::words::{is_line, is_plant, is_side_of_land};
use crate::lexicon::{Class, NameForm};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};

/// Whether an actor is told as the end of a line that goods or power move through.
pub fn is_end_of_line(view: &View<'_>, actor: &Actor) -> bool {
    if !matches!(actor.role, Role::Possessor | Role::To | Role::In | Role::With | Role::Modifier | Role::Of) {
        return false;
    }
    let from = actor.at.saturating_sub(4).max(view.range.start);
    let Some(to) = (from..actor.at).rev().find(|at| matches!(view.norm(*at), "to" | "with")) else { return false };
    // Between them stand only names and what they are in: *to Supsa in Georgia*.
    let name = |at: usize| {
        view.tokens[at].is_capitalised()
            || is_side_of_land(view.norm(at))
            || matches!(view.norm(at), "the" | "in" | "of" | "a" | "port" | "central")
    };
    let line = |at: usize| {
        is_line(view.norm(at)) || matches!(view.norm(at), "links" | "connector" | "branch" | "spur" | "system")
    };
    let runs = |at: usize| matches!(view.norm(at), "running" | "runs" | "leading" | "leads" | "stretching" | "laid");
    let before = to.saturating_sub(4).max(view.range.start)..to;
    let near = before.clone().any(|at| line(at) && to - at <= 2) || before.clone().any(runs);
    near && (to + 1..actor.at).all(name)
}

/// *the 700 MW cable between Norway and Germany*, *the Iran-Pakistan line*, *Kenya and Uganda are joined by a 400 MW link*: what a
/// line can move goes from the first of its ends that are named to the other.
pub fn between_its_ends(sides: &mut Sides, asked: &Asked<'_, '_>) {
    // *The pipeline between Chad and Kribi moved 44.5 million barrels*
    let moved = asked.indicator == Indicator::Exports
        && matches!(asked.governor, Governor::Head(h) if h.class == Class::VerbOut)
        && asked.view.actors.iter().filter(|a| a.role == Role::Between).count() == 2;
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator == Indicator::Capacity || moved) else { return };
    let view = asked.view;
    if sides.partner.is_some() {
        return;
    }
    let at = view.mentions[quantity].tokens.start;
    let bracket = view.segments.get(view.segment(at)).is_some_and(|s| s.opening == Opening::Bracket);
    let clause = if bracket { view.range.start..at } else { view.clause(at) };
    let countries = || view.actors.iter().filter(|a| clause.contains(&a.at) && a.party.is_country());
    let Some((from, to)) = countries().zip(countries().skip(1)).find(|(a, b)| are_joined(view, a, b)) else { return };
    let known = sides.reporter.as_ref().map(|f| f.value);
    if known.is_some_and(|known| known != from.party && known != to.party) {
        return;
    }
    sides.reporter = Some(Filled::new(from.party, "end_of_line", Some(from.span)));
    sides.partner = Some(Filled::new(to.party, "end_of_line", Some(to.span)));
}

/// Whether two that are named one after the other are the ends of a line.
fn are_joined(view: &View<'_>, a: &Actor, b: &Actor) -> bool {
    if a.party == b.party || b.at - a.end > 3 || b.at < a.end {
        return false;
    }
    let clause = view.clause(a.at);
    let line = |at: usize| is_line(view.norm(at)) || matches!(view.norm(at), "connection" | "connector" | "wires");
    // *between Norway and Germany*, *the Iran-Pakistan line*
    if a.role == Role::Between && b.role == Role::Between {
        let near = a.at.saturating_sub(6).max(clause.start)..(b.end + 6).min(clause.end);
        return near.into_iter().any(line);
    }
    let first = view.phrase_start(a);
    let link = view.norm_before(view.phrase_start(b), 1);
    // *links Norway with Germany*, *connecting Norway to Germany*
    let joins = |at: usize| {
        matches!(
            view.norm(at),
            "links"
                | "link"
                | "linking"
                | "connects"
                | "connect"
                | "connecting"
                | "joins"
                | "joining"
                | "ties"
                | "tying"
                | "runs"
        )
    };
    if first > clause.start && joins(first - 1) {
        return matches!(link, "with" | "to" | "and");
    }
    // *Kenya and Uganda are joined by a link*, *plan a power link*
    let joined = link == "and" && matches!(a.role, Role::Subject | Role::Of | Role::Possessor) && a.role == b.role;
    let link = |at: usize| {
        matches!(
            view.norm(at),
            "link" | "interconnector" | "interconnection" | "cable" | "linked" | "joined" | "connected" | "line"
        )
    };
    let signs = |at: usize| matches!(view.norm(at), "signed" | "discussed" | "for");
    let near = b.end..clause.end.min(b.end + 10);
    // *plan to expand the pipeline between them*
    let between = |at: usize| {
        is_line(view.norm(at)) && view.norm(at + 1) == "between" && matches!(view.norm(at + 2), "them" | "the")
    };
    joined && (near.clone().any(link) && !near.clone().into_iter().any(signs) || near.into_iter().any(between))
}

/// *Bangladesh imported 2,265 GWh from India. The link can take 1,000 MW*: from who gave to who took in the statement before.
pub fn as_flowed_before(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator == Indicator::Capacity) else { return };
    let Some(before) = asked.before.filter(|_| sides.partner.is_none()) else { return };
    // *will import 400 MW from Ethiopia, paying 7 cents. The line can carry 2,000 MW*
    let priced = (before.indicator == Indicator::Price).then_some((before.reporter, before.partner));
    let Some((Some(giver), Some(taker))) = before.giver_and_taker().or(priced) else { return };
    if !giver.is_country() || !taker.is_country() || giver == taker {
        return;
    }
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let clause = view.clause(start);
    let line = is_line_told_before(view, clause.start..start);
    let plant = clause.clone().any(|at| is_plant(view.norm(at)));
    let own = |a: &&Actor| clause.contains(&a.at) && a.takes_part();
    let others = view.actors.iter().filter(own).any(|a| a.party != giver && a.party != taker);
    let known = sides.reporter.as_ref().is_none_or(|f| f.value == giver || f.value == taker);
    if line && !plant && !others && known {
        sides.reporter = Some(Filled::new(giver, "line_of_the_flow", None));
        sides.partner = Some(Filled::new(taker, "line_of_the_flow", None));
    }
}

/// Whether the line that was told of before tells the figure behind these tokens: *the link*, *its pipeline*, *the 320 km line*, *it can
/// carry*.
fn is_line_told_before(view: &View<'_>, words: Range<usize>) -> bool {
    let known = |at: usize| {
        matches!(view.norm_before(at, 1), "the" | "this" | "that" | "its" | "gas" | "power" | "oil")
            || matches!(view.norm_before(at, 1), "km" | "kilometre" | "kilometer" | "kv" | "volt")
    };
    let moves = |at: usize| {
        let modal = match view.norm(at + 1) {
            "can" | "could" => 1,
            "is" | "was" if view.norm(at + 2) == "able" && view.norm(at + 3) == "to" => 3,
            _ => return false,
        };
        matches!(view.norm(at + modal + 1), "carry" | "transmit" | "transport" | "convey" | "move")
    };
    words.clone().any(|at| is_line(view.norm(at)) && known(at)) || view.norm(words.start) == "it" && moves(words.start)
}

/// *Serbia will get a second route when the line from Bulgaria, able to bring 1.8 bcm a year, opens*: what a line from one country can move
/// comes from there to the one that is told of.
pub fn from_where_it_comes(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator == Indicator::Capacity) else { return };
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let comes = |a: &&Actor| {
        let from = view.phrase_start(a).wrapping_sub(1);
        a.party.is_country()
            && a.end <= start
            && view.norm(from) == "from"
            && is_line(view.norm_before(from, 1))
            && view.first_quantity(&(a.end..start)).is_none()
    };
    let Some(giver) = view.actors.iter().rfind(comes) else { return };
    let other = |party: &Party| *party != giver.party && party.is_country();
    let taker = [sides.reporter.as_ref(), sides.partner.as_ref()].into_iter().flatten().map(|f| f.value).find(other);
    let taker = taker.or_else(|| taker_told_before(asked, giver.party)).or(asked.context.about.filter(other));
    sides.reporter = Some(Filled::new(giver.party, "end_of_line", Some(giver.span)));
    sides.partner = taker.map(|p| Filled::new(p, "end_of_line", None)).or(sides.partner.take());
}

/// *Serbia imported 2 bcm. The interconnector from Bulgaria can bring 1.8 bcm a year*: who takes what the line brings is who took in the
/// statement before, or whose figure it was.
fn taker_told_before(asked: &Asked<'_, '_>, giver: Party) -> Option<Party> {
    let before = asked.before?;
    let taker = before.giver_and_taker().and_then(|(_, taker)| taker);
    let other = |party: &Party| *party != giver && party.is_country();
    taker.into_iter().chain(before.reporter).find(other)
}

/// *Iraq sells Kirkuk crude to Iran. The old pipeline to Ceyhan could move 1.6 million bpd*: a line to a place that is no party ends with no
/// one who was told of before.
pub fn to_another_place(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let carried = sides.partner.as_ref().is_some_and(|f| f.span.is_none() && f.value != Party::WORLD);
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator == Indicator::Capacity && carried) else { return };
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let place = |at: usize| {
        is_line(view.norm(at))
            && view.norm(at + 1) == "to"
            && view.tokens.get(at + 2).is_some_and(|t| t.is_capitalised())
            && !view.actors.iter().any(|a| a.at == at + 2)
            && !view.mentions.iter().any(|m| m.tokens.contains(&(at + 2)))
    };
    if (view.clause(start).start..start).any(place) {
        sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    }
}

/// *Mozambique's coal exports rose. The railroad to Beira can bring 6.5 million tonnes*: a line that is told to end at a place of the country
/// that the text is about, and to begin nowhere, is that country's.
pub fn to_its_own_place(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(place) = sides.partner.as_ref().filter(|_| asked.indicator == Indicator::Capacity) else { return };
    let Some(span) = place.span else { return };
    let view = asked.view;
    let named = |m: &Mention| m.span == span && matches!(m.what, What::Party(_, NameForm::Place));
    let which = || place.rule == "relative_clause";
    let begins = sides.reporter.as_ref().is_some_and(|f| f.span.is_some());
    let owner = asked.context.about == Some(place.value)
        || asked.before.is_some_and(|f| f.reporter == Some(place.value) && f.indicator != Indicator::Imports);
    if !begins && owner && (which() || view.mentions.iter().any(named)) {
        sides.reporter = sides.partner.take();
        sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    }
}

/// *A gas pipeline runs from Norway to Poland. In 2021 it carried 4.1 bcm*: what the one line of a text moved, where nobody else is named.
pub fn moved_by_the_line(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.indicator != Indicator::Exports || sides.partner.is_some() || asked.same_sentence {
        return;
    }
    let Some(quantity) = asked.quantity else { return };
    let Some((from, to)) = asked.survey.lines.only() else { return };
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let clause = view.clause(start);
    let named = view.actors.iter().any(|a| clause.contains(&a.at) && a.takes_part() && a.rule == "name");
    let it = (clause.start..start).any(|at| {
        let moves = matches!(
            view.norm(at + 1),
            "carried"
                | "carries"
                | "moved"
                | "transported"
                | "delivered"
                | "pumped"
                | "brought"
                | "handled"
                | "shipped"
        );
        (view.norm(at) == "it" || is_line(view.norm(at))) && moves || matches!(view.norm(at), "flows" | "throughput")
    });
    if it && !named && sides.reporter.as_ref().is_none_or(|f| f.value == from || f.rule == "spoken_of") {
        sides.reporter = Some(Filled::new(from, "line_of_the_text", None));
        sides.partner = Some(Filled::new(to, "line_of_the_text", None));
    }
}

/// *The pipeline brings Norwegian gas to the United Kingdom. Its capacity is 70 million Sm3 per day*: from where the one line of
/// the text begins to where it ends.
pub fn of_line(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.indicator != Indicator::Capacity || sides.partner.is_some() {
        return;
    }
    let Some((from, to)) = asked.survey.lines.only() else { return };
    let view = asked.view;
    let label = view.quantities.len() == 1 && view.norm(view.range.start + 1) == ":";
    let mut words = view.range.clone();
    let told = label
        || words.clone().any(|at| is_line(view.norm(at)))
        || matches!(view.norm(view.range.start), "throughput" | "capacity")
        || matches!(view.norm(view.range.start), "its" | "it") && view.norm(view.range.start + 1) != "also";
    let plant = words.any(|at| is_plant(view.norm(at)) || matches!(view.norm(at), "station" | "turbines" | "port"));
    if told && !plant && sides.reporter.as_ref().is_none_or(|f| f.value == from || f.span.is_none()) {
        sides.reporter = Some(Filled::new(from, "line_of_the_text", None));
        sides.partner = Some(Filled::new(to, "line_of_the_text", None));
    }
}
