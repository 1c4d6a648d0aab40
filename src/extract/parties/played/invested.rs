//! Who invests, and where: an investment's owner may be either.
//!
//! | sentence | side |
//! | --- | --- |
//! | *Japan's share of investment in Laos* | who invests |
//! | *Malaysia attracted **83 billion***, *Ethiopia's FDI inflows* | where it goes |

use std::ops::Range;

use super::super::parts::has_share;
use super::super::verbs::draws_money;
use super::Part;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::parties::{Asked, Sides};
use crate::extract::rule::Filled;
use crate::extract::side::Side;
use crate::extract::view::View;
use crate::lexicon::Class;
use crate::model::{Indicator, Kind, Party};

/// *China accounts for 40 percent of foreign investment in Laos*, *its share of it*: who invests stands before the part.
pub fn has_part_of_it(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.of(Indicator::Investment) && part.kind() == Kind::Share)?;
    let names_whose = part.is(Role::Subject) || part.is(Role::Possessor) && has_share(part.view, part.actor);
    let draws = || (part.actor.end..figure.start).any(|at| draws_money(part.view.norm(at)));
    (names_whose && part.actor.end <= figure.start && !draws()).then_some(Side::Reporter)
}

/// *Hungary's investment in Kazakhstan's economy*: whose it is, and where it goes.
pub fn in_its_economy(part: &Part<'_, '_, '_>) -> Option<Side> {
    let into = || matches!(part.view.norm_before(part.actor.at, 1), "in" | "into");
    (part.of(Indicator::Investment) && part.is(Role::Possessor) && part.actor.at > part.head.at && into())
        .then_some(Side::Partner)
}

/// *Malaysia attracted 83 billion of investment*: who draws it is where it goes.
pub fn draws_it(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.of(Indicator::Investment) && part.is(Role::Subject))?;
    (part.actor.end..figure.start).any(|at| draws_money(part.view.norm(at))).then_some(Side::Partner)
}

/// *Japan's outward FDI: Thailand $11.2 billion*: an entry, whose other side owns the list.
pub fn is_entry_of_its_list(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.of(Indicator::Investment) && part.head.class == Class::Noun)?;
    let (view, head, actor) = (part.view, part.head, part.actor);
    let entry = matches!(actor.role, Role::Subject | Role::Label) && actor.at >= head.end && actor.end == figure.start;
    let owned = || view.actors.iter().any(|a| a.role.owns() && a.end <= head.at);
    if !(entry && (head.end..actor.at).any(|at| view.norm(at) == ":") && owned()) {
        return None;
    }
    Some(if is_inward(view, view.range.start..head.end + 1) { Side::Reporter } else { Side::Partner })
}

/// *Ethiopia's FDI inflows*, *India's foreign direct investment*: where it goes, not who invests.
pub fn owns_inflows(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (head, actor) = (part.head, part.actor);
    let owns = matches!(actor.role, Role::Possessor | Role::Modifier | Role::Attribute);
    let elsewhere = || part.another(|a| matches!(a.role, Role::In | Role::To));
    (part.figure.is_some()
        && part.of(Indicator::Investment)
        && owns
        && head.class == Class::Noun
        && actor.end <= head.at
        && is_inward(part.view, actor.end..head.end + 1)
        && !elsewhere())
    .then_some(Side::Partner)
}

/// *Hungary's biggest investor was South Korea*: where it goes.
pub fn has_an_investor(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.figure.is_some()
        && part.of(Indicator::Investment)
        && part.head.class == Class::Agent
        && matches!(part.actor.role, Role::Possessor | Role::Modifier)
        && part.actor.end <= part.head.at
        && part.another(|a| a.role == Role::Subject))
    .then_some(Side::Partner)
}

/// *Foreign direct investment in Georgia was $1.1 billion, of which ...*: by anyone.
pub fn by_foreign_investors(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    if let (Some(head), None, Some(host)) = (head, &sides.reporter, &sides.partner)
        && asked.indicator == Indicator::Investment
        && asked.kind != Kind::Share
        && head.class == Class::Noun
        && host.span.is_some()
        && is_inward(asked.view, head.at.saturating_sub(2).max(asked.view.range.start)..head.end)
    {
        sides.reporter = Some(Filled::new(Party::WORLD, "foreign_investors", Some(head.span)));
    }
}

/// *The inward stock of direct investment from Peru*, in a text of two: in the other of them.
pub fn into_the_other(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    if let (Some(head), Some(investor), None) = (head, &sides.reporter, &sides.partner)
        && asked.indicator == Indicator::Investment
        && head.class == Class::Noun
        && investor.span.is_some()
        && asked.view.back(head.at + 1, 3).any(|at| matches!(asked.view.norm(at), "inward" | "inbound" | "incoming"))
        && let Some(host) = asked.context.told_other(investor.value).filter(Party::is_country)
    {
        sides.partner = Some(Filled::new(host, "into_the_other", Some(head.span)));
    }
}

/// *FDI inflows*, *foreign direct investment*, not *outward direct investment abroad*: whether investment comes into who owns it.
fn is_inward(view: &View<'_>, mut tokens: Range<usize>) -> bool {
    let out = |at: usize| {
        matches!(view.norm(at), "outward" | "outbound" | "overseas" | "abroad" | "outflow" | "outflows" | "outgoing")
            || view.norm(at) == "stock" && view.norm(at + 1) == "abroad"
    };
    let inward = |at: usize| {
        matches!(view.norm(at), "inflow" | "inflows" | "inward" | "inbound" | "incoming" | "foreign" | "fdi")
    };
    !tokens.clone().any(out) && !(tokens.end..tokens.end + 2).any(out) && tokens.any(inward)
}
