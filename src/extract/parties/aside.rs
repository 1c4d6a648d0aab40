//! Names that take no part in what their clause tells: the group that a leader is the first of, an example of those who act,
//! the town that a meeting sits in.
//!
//! | sentence | takes no part |
//! | --- | --- |
//! | ***OPEC's** second-largest producer, Iraq, pumped 4.2 million bpd* | OPEC |
//! | *Ten others, including **Russia**, cut output by a million bpd* | Russia |
//! | *Ministers in **Vienna** set a ceiling of 16.6 million bpd* | Austria |

use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{is_gathering, is_main, is_mainly, is_plant, relies};
use crate::model::Party;

/// *Libya sits on Africa's largest reserves*, *the region's biggest output*: whose members someone is the first of owns none of it.
pub fn is_whole_of_first(view: &View<'_>, actor: &Actor) -> bool {
    let behind = actor.end + 2;
    actor.role == Role::Possessor
        && !actor.party.is_country()
        && view.norm(actor.end) == "'"
        && (behind..behind + 3)
            .any(|at| matches!(view.norm(at), "largest" | "biggest" | "highest" | "richest" | "smallest" | "greatest"))
        && view.actors.iter().any(|a| a.role == Role::Subject && a.end <= actor.at && a.party.is_country())
}

/// *relies on Gazprom for 90% of its needs of 3 bcm*: who somebody relies on needs nothing of it.
pub fn is_relied_on(view: &View<'_>, actor: &Actor) -> bool {
    let on = view.phrase_start(actor).wrapping_sub(1);
    view.norm(on) == "on" && relies(view.norm_before(on, 1))
}

/// Whether a name only helps to say who or where.
pub fn is_aside(view: &View<'_>, actor: &Actor) -> bool {
    match actor.role {
        Role::Possessor => is_led(view, actor),
        Role::Subject => is_example(view, actor) || is_helped(view, actor),
        Role::In => is_meeting_place(view, actor),
        // *Husab, owned by China General Nuclear, contributed 4,200 tonnes*: whose the works are, not whose the goods.
        Role::By
            if matches!(view.norm_before(view.phrase_start(actor), 2), "owned" | "run" | "operated" | "controlled") =>
        {
            true
        }
        // *Led by the United States and Canada, producers elsewhere cut output*
        Role::By => view.norm(view.range.start) == "led" && view.segment(actor.at) < view.segment(view.range.end - 1),
        _ => false,
    }
}

/// *Malaysia cut its output by 10 percent to support OPEC moves*, *in response to a call by OPEC*: a group for whose sake another acts.
fn is_helped(view: &View<'_>, actor: &Actor) -> bool {
    let for_its_sake = |at: usize| {
        matches!(view.norm(at), "support" | "help" | "back" | "assist" | "aid" | "supporting" | "helping" | "backing")
    };
    let other = |a: &Actor| a.party.is_country() && a.role == Role::Subject;
    actor.party == Party::OPEC
        && view
            .back(actor.at, 2)
            .any(|at| for_its_sake(at) && (view.norm_before(at, 1) == "to" || view.norm(at).ends_with("ing")))
        && view.actors.iter().any(other)
}

/// *Europe's largest economy imported*, *OPEC's top producer and the world's largest exporter, Saudi Arabia, pumped*: a group
/// whose one leader acts.
fn is_led(view: &View<'_>, actor: &Actor) -> bool {
    let s = actor.end + 1;
    // *through Newcastle, the world's largest coal port*
    if actor.party == Party::WORLD && view.norm(s) == "s" {
        let port = |at: usize| is_plant(view.norm(at)) || matches!(view.norm(at), "port" | "ports" | "mine" | "field");
        return (s + 2..s + 6).take_while(|at| !matches!(view.norm(*at), "," | "")).any(port);
    }
    if actor.party.is_country() || actor.party == Party::WORLD || view.norm(s) != "s" {
        return false;
    }
    let first = is_main(view.norm(s + 1))
        || matches!(view.norm(s + 1), "second" | "third" | "fourth" | "fifth" | "number" | "no");
    first
        && (s + 2..s + 9)
            .take_while(|at| !matches!(view.norm(*at), "," | ""))
            .any(|at| is_leader(view.norm(at)) && view.norm(at + 1) != "'")
}

/// Words for one country by what it is among others.
fn is_leader(word: &str) -> bool {
    matches!(
        word,
        "producer"
            | "exporter"
            | "importer"
            | "economy"
            | "consumer"
            | "buyer"
            | "supplier"
            | "seller"
            | "grower"
            | "user"
            | "refiner"
            | "shipper"
            | "miner"
            | "pumper"
    )
}

/// *ten producers outside the group, including Russia, agreed to cut output*: one of those who act.
fn is_example(view: &View<'_>, actor: &Actor) -> bool {
    let including = view.phrase_start(actor).wrapping_sub(1);
    view.norm(including) == "including"
        && view.norm_before(including, 1) == ","
        && view.norm(actor.end) == ","
        && view.first_quantity(&view.segment_tokens(view.segment(actor.at))).is_none()
}

/// *OPEC ministers in Vienna set a ceiling*, *a meeting in Geneva agreed on quotas*
fn is_meeting_place(view: &View<'_>, actor: &Actor) -> bool {
    let place = actor.at.wrapping_sub(1);
    view.norm(place) == "in"
        && (is_gathering(view.norm_before(place, 1))
            || matches!(view.norm_before(place, 1), "delegates" | "meetings" | "met" | "meet" | "talks" | "session"))
}

/// *flowers, exported mostly to European countries*: where most of some goods goes, which what else is sold need not.
pub fn told_mainly(view: &View<'_>, side: &Filled<Party>) -> bool {
    let actor = view.actors.iter().find(|a| Some(a.span) == side.span);
    actor.is_some_and(|a| view.back(a.at, 4).any(|at| is_mainly(view.norm(at))))
}
