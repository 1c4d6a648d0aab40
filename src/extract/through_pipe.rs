//! What went through a line or past a country in a stretch of time, told by a noun or by the line itself.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *fees from the passage of **4 million barrels*** | transit | `passage_of` |
//! | ***4 million barrels** went down the pipe* | exports | `down_the_pipe` |
//! | *In 2016 throughput stayed under **4 million barrels*** | exports | `put_through` |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{is_line, is_port};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::Indicator;

/// *received 26 million in fees from the passage of 34 million barrels of Chadian crude*: what is let pass.
pub fn passage_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let of = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "of")?;
    let passage = of.checked_sub(1).filter(|at| matches!(view.norm(*at), "passage" | "transit" | "wheeling"))?;
    told(search, passage, Indicator::Transit, Class::Noun)
}

/// *4 million barrels of crude went down the pipe*, *2 bcm passed through it*: goods that are told to go a line's way.
pub fn down_the_pipe(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let clause = view.clause(end);
    let goes = |at: &usize| {
        matches!(
            view.norm(*at),
            "went"
                | "goes"
                | "passed"
                | "passes"
                | "flowed"
                | "flows"
                | "ran"
                | "runs"
                | "run"
                | "gone"
                | "pumped"
                | "came"
                | "moved"
        )
    };
    let verb = (end..clause.end.min(end + 7)).find(goes)?;
    let way = verb + 1;
    let leads = matches!(view.norm(way), "down" | "through" | "along" | "by" | "over" | "via" | "into");
    let named = (way + 1..(way + 5).min(clause.end)).find(|at| is_line(view.norm(*at)) || view.norm(*at) == "it")?;
    // *down the Kribi pipe* has no figure between.
    let plain = view.first_quantity(&(end..named)).is_none() && !view.is_headed(&(end..verb));
    (leads && plain).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *In 2016 throughput stayed under 42 million barrels*: an amount of a time that has passed went through, and is not what a line can move.
pub fn is_put_through(search: &Search<'_, '_>, head: &Head) -> bool {
    let view = search.view;
    if view.norm(head.end - 1) != "throughput" || search.unit.per.is_some() || !search.unit.is_bulk() {
        return false;
    }
    let clause = view.clause(head.at);
    let timed = view.mentions.iter().any(|m| clause.contains(&m.tokens.start) && matches!(m.what, What::Period(_)));
    let past = (head.end..search.start())
        .any(|at| view.is_past(at) || matches!(view.norm(at), "was" | "were" | "fell" | "rose"));
    timed || past
}

/// Whether what was put through went through a port, which sends it on.
pub fn is_of_a_port(view: &View<'_>, head: &Head) -> bool {
    view.clause(head.at).any(|at| is_port(view.norm(at)) || view.norm(at) == "terminal")
}

/// *In comparison with 2018 the pumping fell by 7 percent*, *In January 4 million tonnes were pumped*, behind what was sent somewhere: of the same.
pub fn is_pumped_on(search: &Search<'_, '_>, head: &Head) -> bool {
    let view = search.view;
    let noun = view.norm(head.at) == "pumping" && matches!(view.norm_before(head.at, 1), "the" | "its" | "total");
    let verb = view.norm(head.at) == "pumped" && head.passive;
    let of = noun && view.norm(head.end) == "of";
    let topic = head.topic == Topic::Of(Indicator::Production) || head.topic == Topic::Flow;
    if !(noun || verb) || !topic || of || !search.topic || !(search.exports_before || search.imports_before) {
        return false;
    }
    let clause = view.clause(head.at);
    !view.actors.iter().any(|a| clause.contains(&a.at) && a.role != Role::Of && a.takes_part())
}

/// What [`is_pumped_on`] counts.
pub fn pumped_on(search: &Search<'_, '_>) -> Governor {
    if search.follows { Governor::Previous } else { Governor::Topic }
}
