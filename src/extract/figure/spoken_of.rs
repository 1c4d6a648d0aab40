//! Verbs that only carry on the flow spoken of: *Of the total, **39 bcm** arrived by pipeline*, *of which **39 million** went to Poland*.

use super::measured::Measured;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::view::View;
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Measure};

/// The statement that a figure goes on from although the word `head` governs it; `None` where that word says what it counts.
pub(super) fn flow_spoken_of(
    view: &View<'_>,
    measured: &Measured,
    head: Head,
    before: Option<&Frame>,
    recent: Option<&Frame>,
) -> Option<Filled<Governor>> {
    let same = |frame: &&Frame| {
        is_carried(view, measured, head) && frame.indicator == Indicator::Imports
            || frame.indicator == Indicator::Transit && measured.unit.is_bulk() && passes_on(view, frame, head)
            || went_through(view, measured, head, frame)
    };
    if before.or(recent).filter(same).is_some() {
        let value = if before.is_some() { Governor::Previous } else { Governor::Topic };
        return Some(Filled::new(value, "flow_of_the_talk", Some(head.span)));
    }
    let rule = part_of(view, measured, head, before?)?;
    Some(Filled::new(Governor::Previous, rule, Some(head.span)))
}

/// *Of the total, 39 bcm arrived by pipeline* in talk of imports: they did.
fn is_carried(view: &View<'_>, measured: &Measured, head: Head) -> bool {
    let clause = view.clause(measured.written.tokens.start);
    let mut ends = view.actors.iter().filter(|a| clause.contains(&a.at));
    head.topic == Topic::Flow && !ends.any(|a| matches!(a.role, Role::From | Role::To | Role::Object | Role::Subject))
}

/// *of which 39 million went to Poland*, *43 bcm came from Ukraine*: whether a verb tells where goods that pass through the country of a
/// statement go on to or come from, without another who sends or takes them.
fn passes_on(view: &View<'_>, frame: &Frame, head: Head) -> bool {
    let clause = view.segment_tokens(view.segment(head.at));
    let verb = matches!(head.class, Class::VerbOut | Class::VerbOf) || head.topic == Topic::Flow;
    let comes =
        head.class == Class::VerbIn && view.actors.iter().any(|a| clause.contains(&a.at) && a.role == Role::From);
    let acts = |role: Role| matches!(role, Role::Subject | Role::Possessor | Role::By | Role::Origin | Role::Modifier);
    let another = view
        .actors
        .iter()
        .any(|a| clause.contains(&a.at) && acts(a.role) && a.party.is_country() && Some(a.party) != frame.reporter);
    // *The customer has booked 65 bcm*: room for it.
    let booked = clause.clone().any(|at| matches!(view.norm(at), "booked" | "reserved" | "nominated" | "nominations"));
    let ended = view.actors.iter().any(|a| clause.contains(&a.at) && matches!(a.role, Role::To | Role::From));
    let nowhere = || head.passive && !view.actors.iter().any(|a| clause.contains(&a.at));
    ((verb || comes) && (ended || nowhere()) || booked) && !another
}

/// *moved 6 million tonnes into China. This year throughput was 9% higher at 3.2 million*: what went through, not what can.
fn went_through(view: &View<'_>, measured: &Measured, head: Head, frame: &Frame) -> bool {
    let unit = measured.unit;
    let flow = frame.indicator.is_one_way() || frame.indicator == Indicator::Transit;
    let alike = unit.is_ratio() || frame.unit.is_some_and(|u| u.measure.dimension() == unit.measure.dimension());
    flow && alike && unit.per != Some(Measure::Year) && view.norm(head.at) == "throughput" && head.end == head.at + 1
}

/// The rule by which a verb tells what became of a part of the flow before it.
fn part_of(view: &View<'_>, measured: &Measured, head: Head, frame: &Frame) -> Option<&'static str> {
    let consumed = head.indicator() == Some(Indicator::Consumption);
    // *exported 41,000 tonnes, of which Algeria swallowed 9,000*: what another does with a part of it.
    let taken = || {
        let clause = view.segment_tokens(view.segment(measured.written.tokens.start));
        let taker = view.actors.iter().find(|a| clause.contains(&a.at) && a.end <= head.at && a.party.is_country());
        view.is_of_which(&measured.written)
            && matches!(frame.indicator, Indicator::Exports | Indicator::Imports)
            && taker.is_some_and(|a| frame.reporter.is_some_and(|p| p.is_country() && p != a.party))
    };
    if consumed && taken() {
        return Some("part_taken");
    }
    // *Ghana gathered a million tonnes; this season it may not even get 500,000*: of its own harvest.
    let gathered = frame.indicator == Indicator::Production
        && matches!(view.norm(head.at), "get" | "gets" | "got" | "getting")
        && !view.actors.iter().any(|a| a.at > head.at && a.role == Role::From);
    if gathered {
        return Some("gathered");
    }
    // *Of the 55 bcm that the line can carry, 12 bcm was used*: a part of what it can.
    let used = consumed
        && frame.indicator == Indicator::Capacity
        && matches!(view.norm(head.at), "used" | "utilised" | "utilized");
    used.then_some("part_used")
}
