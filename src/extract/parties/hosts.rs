//! Whom investment comes to, where its sentence tells of those who draw it, one after another, and names nobody who invests.
//!
//! | sentence | host | rule |
//! | --- | --- | --- |
//! | *Brazil attracted **86 billion*** | BRA | `draws_investment` |
//! | *..., followed by Mexico (**36 billion**)* | MEX | `draws_investment` |
//! | *Flows to Egypt doubled to **11 billion***, *those to Chad* | EGY | `where_it_flows` |
//! | *Kenya saw inflows rise to **0.8 billion*** | KEN | `draws_investment` |
//!
//! And who invests, where several do: *Iran invested 300 million, followed by Turkey (**100 million**)*.

use std::ops::Range;

use super::verbs::draws_money;
use super::{Asked, Sides, as_told};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::rule_of;
use crate::extract::view::{Actor, View};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Party};

/// The tokens of a figure of investment.
fn invested(asked: &Asked<'_, '_>) -> Option<Range<usize>> {
    let figure = asked.quantity.filter(|_| asked.indicator == Indicator::Investment)?;
    Some(asked.view.mentions[figure].tokens.clone())
}

/// The sides of investment that is told by where it goes alone: from the one spoken of, or from anyone.
pub fn of_a_host(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(Range { start, end }) = invested(asked) else { return false };
    let view = asked.view;
    // *attracted 6.5 billion, more than half of it from Germany*: whom a part is from did not bring all of it.
    let of_a_part = |a: &Actor| {
        let between = |q: &QuantityMention| {
            q.tokens.start >= end
                && q.tokens.end <= a.at
                && q.quantity.unit.is_ratio()
                && view.norm(q.tokens.end) == "of"
        };
        a.at >= end && view.figures().any(between)
    };
    let invests = |a: &Actor| matches!(a.role, Role::From | Role::By | Role::Modifier | Role::Origin) && !of_a_part(a);
    if asked.kind == Kind::Share || view.actors.iter().any(invests) {
        return false;
    }
    let Some((host, rule)) = flowed_to(view, start).or_else(|| drawn_by(view, start)) else { return false };
    // *Chinese firms put 5 billion into Africa. Ethiopia received 1 billion*: from those spoken of.
    let spoken = |f: &&Frame| {
        let host_of_it = f.partner.is_none_or(|p| !p.is_country() || asked.same_sentence || rule == "where_it_flows");
        // *The US and Mexico topped the list of recipients. Mexico captured 36 billion*: a list of hosts names nobody who invests.
        f.indicator == Indicator::Investment && f.unit.is_some() && host_of_it
    };
    let investor = asked.before.filter(spoken).and_then(|f| f.reporter).filter(|p| *p != host.party);
    sides.partner = Some(Filled::new(host.party, rule, Some(host.span)));
    // *attracted 83 billion of approved investments*: who approved and who invested is not told.
    let foreign = |at: usize| matches!(view.norm(at), "foreign" | "fdi" | "inflows" | "flows" | "inward");
    sides.reporter = match investor.filter(Party::is_country) {
        Some(party) => as_told(party),
        None if asked.before.is_none() && !view.range.clone().any(foreign) => None,
        None => Some(Filled::new(Party::WORLD, "foreign_investors", None)),
    };
    true
}

/// *Iran invested 300 million, followed by Turkey (100 million)*: the next of those who invest, in the country spoken of.
pub fn of_next_investor(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(Range { start, .. }) = invested(asked) else { return false };
    let view = asked.view;
    let placed = |a: &Actor| matches!(a.role, Role::In | Role::To | Role::From | Role::Modifier);
    let invests = |at: usize| matches!(view.norm(at), "invested" | "invests" | "invest");
    let Some(verb) = view.range.clone().find(|at| invests(*at)).filter(|verb| *verb < start) else { return false };
    let next = |a: &&Actor| a.at > verb && heads_an_entry(view, a);
    let first = view.actors.iter().rfind(|a| a.role == Role::Subject && a.end <= verb);
    let listed = view.actors.iter().any(|a| next(&a)) && !view.actors.iter().any(placed);
    let host = asked.before.filter(|f| f.indicator == Indicator::Investment).and_then(|f| f.partner);
    let investor = view.actors.iter().filter(next).rfind(|a| a.end <= start).or(first);
    let (true, Some(investor), Some(host)) = (listed, investor, host.filter(Party::is_country)) else { return false };
    sides.reporter = Some(Filled::new(investor.party, "next_investor", Some(investor.span)));
    sides.partner = as_told(host);
    true
}

/// *Ethiopia followed with 2.5 billion*, behind what another drew: the next of those whom investment comes to.
pub fn of_next_host(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(Range { start, .. }) = invested(asked) else { return false };
    let drawn = asked.before.is_some_and(Frame::is_drawn_by_a_country);
    if matches!(asked.governor, Governor::Head(_)) || asked.same_sentence || !drawn {
        return false;
    }
    let view = asked.view;
    let follows = |at: usize| {
        matches!(
            (view.norm(at), view.norm(at + 1)),
            ("followed" | "follows", "with" | "at") | ("came" | "was" | "ranked" | "is", "next" | "second" | "third")
        )
    };
    let next =
        view.actors.iter().find(|a| a.role == Role::Subject && a.party.is_country() && follows(a.end) && a.end < start);
    let Some(next) = next else { return false };
    sides.reporter = Some(Filled::new(Party::WORLD, "foreign_investors", None));
    sides.partner = Some(Filled::new(next.party, "draws_investment", Some(next.span)));
    true
}

/// *outward direct investment of 3.5 trillion and inward of 2.3 trillion*: of who is spoken of, to anyone or from anyone.
pub fn of_its_way(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(Range { start, .. }) = invested(asked) else { return false };
    let view = asked.view;
    let way = |at: &usize| matches!(view.norm(*at), "outward" | "inward" | "outbound" | "inbound");
    let Some(told) = view.back(start, 6).rev().find(way) else { return false };
    let end = view.segment_tokens(view.segment(start)).end;
    let placed = |a: &Actor| {
        let with = matches!(a.role, Role::In | Role::To | Role::From | Role::By);
        (told..start).contains(&a.at) || a.at > told && a.at < end && with
    };
    if view.figures().any(|q| (told..start).contains(&q.tokens.start)) || view.actors.iter().any(placed) {
        return false;
    }
    let owns = |a: &&Actor| a.end <= told && a.party.is_country() && (a.role == Role::Subject || a.role.owns());
    let owner = view.actors.iter().rfind(owns).map(|a| Filled::new(a.party, rule_of(a), Some(a.span)));
    let spoken = || asked.before.and_then(|f| [f.reporter, f.partner].into_iter().flatten().find(Party::is_country));
    let Some(owner) = owner.or_else(|| as_told(spoken())) else { return false };
    let anyone = Some(Filled::new(Party::WORLD, "foreign_investors", Some(view.tokens[told].span)));
    let outward = view.norm(told).starts_with("out");
    (sides.reporter, sides.partner) = if outward { (Some(owner), anyone) } else { (anyone, Some(owner)) };
    true
}

/// *followed by applications from firms in Taiwan (4 billion) and Japan (3 billion)*: the next of those who are ranked as investors.
pub fn of_ranked_investor(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(Range { start, .. }) = invested(asked) else { return false };
    let view = asked.view;
    let leads = |at: &usize| matches!((view.norm(at - 1), view.norm(*at)), ("followed", "by") | ("ahead", "of"));
    let by = (view.range.start + 1..start).rev().find(leads);
    let (Some(by), Some(frame)) = (by, asked.before.filter(|f| f.indicator == Indicator::Investment)) else {
        return false;
    };
    let firms = |at: usize| view.norm(at) == "from" || matches!(view.norm(at), "firms" | "companies" | "investors");
    let entry = view.actors.iter().rfind(|a| a.end < start && start == a.end + 1 && view.norm(a.end) == "(");
    let ranked = view.norm(by) == "of" && (view.range.start..by).any(|at| view.norm(at) == "investor");
    let first = view.actors.iter().find(|a| a.at > by).filter(|a| ranked || (by + 1..a.at).any(firms));
    let (Some(entry), Some(_), Some(_)) = (entry, first, frame.reporter.filter(Party::is_country)) else {
        return false;
    };
    sides.reporter = Some(Filled::new(entry.party, "next_investor", Some(entry.span)));
    sides.partner = as_told(frame.partner.filter(|p| *p != entry.party));
    true
}

/// *Peru, with 40 projects and 2 billion dollars, stood third among investors in Bolivia*: who stands before his own figure invests, where the
/// ranking is told or in the one that is spoken of.
pub fn of_one_among_investors(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(Range { start, end }) = invested(asked) else { return false };
    let view = asked.view;
    let Some(with) = view.back(start, 7).rev().find(|at| view.norm(*at) == "with") else { return false };
    let set_off = |end: usize| end == with || end + 1 == with && view.norm(end) == ",";
    let investor = view.actors.iter().rfind(|a| a.end <= with && set_off(a.end));
    let among = (end..view.range.end).find(|at| {
        view.norm(*at) == "investors" && view.back(*at, 4).any(|at| matches!(view.norm(at), "among" | "amongst" | "of"))
    });
    let (Some(investor), Some(among)) = (investor.filter(|a| a.party.is_country()), among) else {
        return false;
    };
    let other = |p: &Party| p.is_country() && *p != investor.party;
    let named = view.actors.iter().find(|a| a.at > among && a.role == Role::In && other(&a.party));
    let told = asked.before.and_then(|f| [f.reporter, f.partner].into_iter().flatten().find(other));
    let spoken = || told.or_else(|| asked.other_spoken_of(investor.party)).or(asked.context.about.filter(other));
    sides.reporter = Some(Filled::new(investor.party, "one_of_the_investors", Some(investor.span)));
    sides.partner = named.map(|a| Filled::new(a.party, "in", Some(a.span))).or_else(|| as_told(spoken()));
    true
}

/// *flows to Egypt doubled to 11 billion*, *those into Chad*: where what flows is told to go.
fn flowed_to<'v>(view: &'v View<'_>, start: usize) -> Option<(&'v Actor, &'static str)> {
    let flows =
        |at: usize| matches!(view.norm(at), "flows" | "inflows" | "those" | "fdi" | "investment" | "investments");
    let host = view.actors.iter().rfind(|a| {
        let to = view.phrase_start(a).wrapping_sub(1);
        // *flows to developing Asia*
        let to = if matches!(view.norm(to), "developing" | "emerging") { to.wrapping_sub(1) } else { to };
        a.end <= start && matches!(view.norm(to), "to" | "into") && flows(to.wrapping_sub(1))
    })?;
    let between = |at: usize| matches!(view.norm(at), ";" | "while" | "whereas");
    // *the US was the largest source of FDI into India, with 13 billion*: who invests is named.
    let told = |at: usize| matches!(view.norm(at), "source" | "sources" | "investor" | "investors" | "origin");
    (!(host.end..start).any(between) && !view.range.clone().any(told)).then_some((host, "where_it_flows"))
}

/// *Brazil attracted 86 billion, followed by Mexico (36 billion)*, *Kenya saw inflows rise 22%*: who draws it, or the next who does.
fn drawn_by<'v>(view: &'v View<'_>, start: usize) -> Option<(&'v Actor, &'static str)> {
    let drawn = |at: usize| draws_money(view.norm(at)) || is_witnessed(view, at);
    let subject =
        |verb: usize| view.actors.iter().rfind(|a| a.role == Role::Subject && a.end <= verb && verb - a.end <= 3);
    let (verb, first) =
        (view.range.start..start).rev().filter(|at| drawn(*at)).find_map(|at| Some((at, subject(at)?)))?;
    let next = view.actors.iter().rfind(|a| a.at > verb && a.end <= start && heads_an_entry(view, a));
    // *received 86 billion from funds that Chile hosts, 9 billion of it for mines*: another clause is of another verb.
    // *attracted 90 billion and made 40 billion of outbound investment*: so is what goes the other way.
    let apart = |at: usize| {
        matches!(view.norm(at), ";" | "." | "while" | "whereas" | "which" | "make" | "made" | "makes" | "making")
            || view.norm(at).starts_with("invested")
    };
    let host = next.unwrap_or(first);
    (!(host.end..start).any(apart)).then_some((host, "draws_investment"))
}

/// *saw inflows rise*: whether a verb says that its subject had the flow behind it come.
fn is_witnessed(view: &View<'_>, at: usize) -> bool {
    let sees = matches!(
        view.norm(at),
        "saw" | "sees" | "recorded" | "registered" | "reported" | "posted" | "experienced" | "enjoyed" | "witnessed"
    );
    sees && (at + 1..at + 5).any(|at| matches!(view.norm(at), "inflow" | "inflows" | "fdi" | "investment"))
}

/// *followed by Mexico (36 billion)*, *, Chile 21 billion*, *and Peru with 9*: whether a name opens the next entry of a list.
fn heads_an_entry(view: &View<'_>, actor: &Actor) -> bool {
    let opens = matches!(view.norm(view.phrase_start(actor).wrapping_sub(1)), "," | "and" | "by" | "then");
    let figure = |at: usize| view.figures().any(|q| view.start_with_hedge(q) == at);
    let led = matches!(view.norm(actor.end), "(" | "with" | "at");
    opens && (figure(actor.end) || led && figure(actor.end + 1))
}
