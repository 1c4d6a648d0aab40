//! Where a line, pipe or cable ends: *a line to **Kenya's** port of Lamu*, *a 20 million cubic metre-a-day pipeline to
//! **Argentina's** north-east*.

use crate::extract::grammar::Role;
use crate::extract::view::{Actor, View};

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
            || matches!(
                view.norm(at),
                "the"
                    | "in"
                    | "of"
                    | "a"
                    | "port"
                    | "neighbouring"
                    | "northern"
                    | "southern"
                    | "eastern"
                    | "western"
                    | "central"
            )
    };
    let line = |at: usize| {
        matches!(
            view.norm(at),
            "line"
                | "lines"
                | "pipeline"
                | "pipelines"
                | "pipe"
                | "link"
                | "links"
                | "cable"
                | "interconnector"
                | "interconnection"
                | "connector"
                | "conduit"
                | "branch"
                | "spur"
                | "system"
        )
    };
    let runs = |at: usize| matches!(view.norm(at), "running" | "runs" | "leading" | "leads" | "stretching" | "laid");
    let before = to.saturating_sub(4).max(view.range.start)..to;
    let near = before.clone().any(|at| line(at) && to - at <= 2) || before.clone().any(runs);
    near && (to + 1..actor.at).all(name)
}
