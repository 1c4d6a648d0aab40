//! Whose figure a phrase tells that stands ahead of the clause it belongs to.
//!
//! | sentence | whose |
//! | --- | --- |
//! | *With exports of **2 million tonnes**, Chile ranks second* | Chile's, to all |
//! | *From **$12 million** in 2010, Kenya's exports to Uganda rose to $90 million* | Kenya's, to Uganda |
//! | *From **5 percent** of Peru's trade in 2001, trade with Africa rose to 9* | Peru's, with Africa |

use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::view::Actor;
use crate::model::{Indicator, Kind, Party};

/// *With an export volume of 2 million tonnes, Chile ranks second*: of who is named right behind, with nobody in particular.
pub fn ahead_of_its_clause(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Governor::Head(head), Some(figure)) = (asked.governor, asked.quantity) else { return false };
    let told = alone(asked.indicator) || asked.indicator.is_one_way();
    let figure = &view.mentions[figure].tokens;
    let front = view.segment_tokens(view.segment(figure.start));
    let opens = view.norm(view.range.start) == "with" && front.start <= view.range.start + 1;
    if !told || asked.kind != Kind::Level || !opens || head.at >= figure.start || !front.contains(&head.at) {
        return false;
    }
    let mut named = view.actors.iter().filter(|a| a.at < front.end && a.takes_part());
    let end = named.next().filter(|a| {
        matches!((asked.indicator, a.role), (Indicator::Exports, Role::To) | (Indicator::Imports, Role::From))
    });
    let nobody =
        named.next().is_none() && (end.is_some() || !view.actors.iter().any(|a| a.at < front.end && a.takes_part()));
    let next = view.actors.iter().find(|a| a.at >= front.end);
    let subject =
        next.filter(|a| a.role == Role::Subject && view.phrase_start(a) <= front.end + 1 && a.party.is_country());
    let (Some(subject), true) = (subject, nobody) else { return false };
    sides.reporter = Some(Filled::new(subject.party, "subject_behind", Some(subject.span)));
    sides.partner = Some(match end {
        Some(end) => Filled::new(end.party, "to", Some(end.span)),
        None => Filled::new(Party::WORLD, "no_partner_named", None),
    });
    true
}

/// *From 5 percent of Peru's total trade in 2001, trade with Africa rose to 9 percent*: a part that began so, with whom the clause behind
/// tells it of.
pub fn part_that_rose(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Some(figure) = asked.quantity.map(|figure| &view.mentions[figure].tokens) else { return false };
    let front = view.segment_tokens(view.segment(figure.start));
    let opens = view.norm(view.range.start) == "from" && front.start <= view.range.start + 1;
    if asked.kind != Kind::Share || !opens || view.norm(figure.end) != "of" {
        return false;
    }
    let mut named = view.actors.iter().filter(|a| a.at < front.end);
    let (Some(owner), None) = (named.next(), named.next()) else { return false };
    let behind = |a: &&Actor| {
        let role = match asked.indicator {
            Indicator::Turnover => a.role == Role::With,
            Indicator::Exports => a.role == Role::To,
            Indicator::Imports => matches!(a.role, Role::From | Role::Modifier),
            _ => false,
        };
        role && a.at >= front.end && a.party != owner.party
    };
    let Some(partner) = view.actors.iter().find(behind) else { return false };
    let rises = view.heads.iter().any(|h| h.at >= front.end && h.at <= front.end + 3);
    let whose = matches!(owner.role, Role::Possessor | Role::Modifier | Role::Of);
    if !(whose && (rises || partner.at <= front.end + 1)) {
        return false;
    }
    sides.reporter = Some(Filled::new(owner.party, "whole_that_it_is_of", Some(owner.span)));
    sides.partner = Some(Filled::new(partner.party, "part_that_rose", Some(partner.span)));
    true
}

/// *From $12 million in 2010, Kenyan exports to Uganda rose to $90 million*: where a growth began, of the ends that its noun has.
pub fn start_of_growth(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Governor::Head(head), Some(figure)) = (asked.governor, asked.quantity) else { return false };
    let front = view.segment_tokens(view.segment(view.mentions[figure].tokens.start));
    let opens = view.norm(view.range.start) == "from" && front.start <= view.range.start + 1;
    if !opens || head.at < front.end || !asked.indicator.is_one_way() {
        return false;
    }
    let end = if asked.indicator == Indicator::Exports { Role::To } else { Role::From };
    let owns = |a: &&Actor| {
        let before = a.at >= front.end && a.at < head.at;
        matches!(a.role, Role::Possessor | Role::Modifier) && before && a.party.is_country()
    };
    let partner = view.actors.iter().find(|a| a.role == end && (head.end..head.end + 2).contains(&a.at));
    // *From 20 percent in 2010, the share of Asia in Peru's exports rose to 45*
    let part = || view.actors.iter().find(|a| a.at >= front.end && a.at < head.at && a.takes_part());
    let partner = partner.or_else(|| if asked.kind == Kind::Share { part() } else { None });
    let owner = view.actors.iter().rfind(owns).filter(|a| partner.is_none_or(|p| p.at != a.at));
    let (Some(owner), Some(partner)) = (owner, partner) else { return false };
    sides.reporter = Some(Filled::new(owner.party, "subject_behind", Some(owner.span)));
    sides.partner = Some(Filled::new(partner.party, "to", Some(partner.span)));
    true
}
