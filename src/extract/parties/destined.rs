//! Whose trade is told behind a noun or a duty that stands before it.
//!
//! | sentence | reporter | partner | rule |
//! | --- | --- | --- | --- |
//! | *Peru was the destination of **$2 billion** of Chilean exports* | CHL | PER | `owner_behind` |
//! | *Kenya is the source of **$1 billion** of Ugandan imports* | UGA | KEN | `owner_behind` |
//! | *India put duties on **$3 billion** of American imports* | IND | USA | `levied_on` |

use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{is_form_of_be, opens_figure};
use crate::model::{Indicator, Kind, Party};

/// The country that stands right before a word of trade behind a figure, with no more than goods between: *of Chilean copper exports*.
fn owner<'v>(view: &'v View<'_>, end: usize, head: usize) -> Option<&'v Actor> {
    let of = (end..end + 2).find(|at| matches!(view.norm(*at), "of" | "in"))?;
    let near = |a: &&Actor| (of + 1..head).contains(&a.at) && a.takes_part() && a.party != Party::WORLD;
    view.actors.iter().find(near).filter(|_| head - of <= 6)
}

/// *Peru was the destination of $2 billion of Chilean exports*: of whom the exports are, to the subject.
pub fn of_a_destination(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Governor::Head(head), Some(figure)) = (asked.governor, asked.quantity.and_then(|q| view.quantity(q))) else {
        return false;
    };
    let start = view.start_with_hedge(figure);
    let end = figure.tokens.end;
    if asked.kind != Kind::Level || head.at <= end || !asked.indicator.is_one_way() {
        return false;
    }
    let Some(noun) = start.checked_sub(2).filter(|at| matches!(view.norm(at + 1), "of" | "for")) else { return false };
    let fits = match view.norm(noun) {
        "destination" | "market" | "outlet" | "recipient" => asked.indicator == Indicator::Exports,
        "source" | "origin" | "supplier" | "provider" => asked.indicator == Indicator::Imports,
        _ => false,
    };
    let subject =
        |a: &&Actor| a.role == Role::Subject && a.end <= noun && (a.end..noun).any(|at| is_form_of_be(view.norm(at)));
    let (true, Some(subject), Some(owner)) = (fits, view.actors.iter().rfind(subject), owner(view, end, head.at))
    else {
        return false;
    };
    sides.reporter = Some(Filled::new(owner.party, "owner_behind", Some(owner.span)));
    sides.partner = Some(Filled::new(subject.party, "subject", Some(subject.span)));
    owner.party != subject.party
}

/// *India put duties on $3 billion of American imports*: what comes from the one named behind, to whoever lays the duty on it.
pub fn of_a_duty(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (Governor::Head(head), Some(figure)) = (asked.governor, asked.quantity.and_then(|q| view.quantity(q))) else {
        return false;
    };
    let start = view.start_with_hedge(figure);
    if asked.indicator != Indicator::Imports || asked.kind != Kind::Level || head.at <= figure.tokens.end {
        return false;
    }
    let on = (start.saturating_sub(4)..start).rev().find(|at| !opens_figure(view.norm(*at)));
    let duty = on.filter(|at| view.norm(*at) == "on").and_then(|on| {
        let duty = |at: &usize| {
            matches!(view.norm(*at), "tariff" | "tariffs" | "duty" | "duties" | "levy" | "levies" | "sanctions")
        };
        (on.saturating_sub(5).max(view.range.start)..on).rev().find(duty)
    });
    let (Some(duty), Some(origin)) = (duty, owner(view, figure.tokens.end, head.at)) else { return false };
    let lays = |a: &&Actor| a.role == Role::Subject && a.end <= duty && a.party != origin.party;
    let subject = view.actors.iter().rfind(lays);
    sides.partner = Some(Filled::new(origin.party, "levied_on", Some(origin.span)));
    sides.reporter = match subject {
        Some(subject) => Some(Filled::new(subject.party, "subject", Some(subject.span))),
        None => asked.other_spoken_of(origin.party).map(|p| Filled::new(p, "pair_spoken_of", None)),
    };
    true
}
