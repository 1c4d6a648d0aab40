//! Figures of groups that no code names.
//!
//! | sentence | whose |
//! | --- | --- |
//! | *Exports grew by **10 percent** in developed economies*, behind talk of Peru | nobody's who is named |

use super::Asked;
use crate::lexicon::words::{are_states, is_article};

/// *by 10 percent in developed economies and by 12 percent in developing Asia*: a group without a code right behind the figure, whose
/// figure is not that of the country spoken of last.
pub fn of_a_group(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Some(end) = asked.quantity.map(|q| view.mentions[q].tokens.end) else { return false };
    let placed = matches!(view.norm(end), "in" | "for" | "among" | "across");
    let first = end + 1 + usize::from(is_article(view.norm(end + 1)));
    let first = first + usize::from(view.norm(first) == "least");
    let kind = matches!(
        view.norm(first),
        "developed" | "developing" | "advanced" | "emerging" | "industrialised" | "industrialized" | "poor" | "rich"
    );
    let noun = are_states(view.norm(first + 1)) || view.norm(first + 1) == "markets";
    let named = |a: &crate::extract::view::Actor| (end..first + 5).contains(&a.at) || a.at < end && a.takes_part();
    placed && kind && noun && !view.actors.iter().any(named)
}
