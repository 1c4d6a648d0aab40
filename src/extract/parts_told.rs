//! Parts told beside changes of the same goods, in lists and brackets that hold both.
//!
//! | text | kind |
//! | --- | --- |
//! | *metals - **39.8 percent** (supplies fell by 2.9 percent); cereals - **43.1 percent** (growth by 31 percent); oils - **5 percent*** | share |
//! | *holds 27.3 percent of the exports (**29.7 percent** a year before)* | share |
//! | *the share fell by 0.7 percentage points (**6.9 percent** in the same period of 2023)* | share |

use super::kind::{Asked, Found, rules};
use super::rule::first;
use super::view::View;
use crate::mention::{QuantityMention, What};
use crate::model::{Kind, Measure, Span};

/// Whether a percentage stands behind a dash that parts it from its goods.
fn is_dashed(view: &View<'_>, quantity: &QuantityMention) -> bool {
    let before = view.start_with_hedge(quantity);
    let percent = quantity.quantity.unit.measure == Measure::Percent && quantity.sign.is_none();
    let dash = matches!(view.norm_before(before, 1), "-" | "–" | "—");
    percent && dash && view.tokens.get(before).is_some_and(|t| t.gap > crate::token::Gap::None)
}

/// Where a bracket right behind a figure tells by how much it moved.
fn change_in_bracket(view: &View<'_>, quantity: &QuantityMention) -> Option<Span> {
    let open = Some(quantity.tokens.end).filter(|at| view.norm(*at) == "(")?;
    let close = (open + 1..open + 24).find(|at| view.norm(*at) == ")")?;
    let inside = |q: &&QuantityMention| (open..close).contains(&q.tokens.start) && q.quantity.unit.is_ratio();
    let told = view.figures().find(inside)?;
    let moved = told.sign.is_some() || (Asked { view, quantity: told }).direction_in(open..close).is_some();
    moved.then(|| view.tokens[open].span)
}

/// *metals - 39.8 percent (supplies fell by 2.9 percent); oils - 5 percent*: percentages behind dashes, where the brackets of some of them
/// tell how they moved, are parts.
pub fn dashed_part(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if !is_dashed(view, asked.quantity) {
        return None;
    }
    let mut dashed = view.figures().filter(|q| is_dashed(view, q));
    let moved = dashed.find_map(|q| change_in_bracket(view, q))?;
    Some(((Kind::Share, 1), Some(moved)))
}

/// *holds 27.3 percent of exports (29.7 percent a year before)*: the first figure of a bracket, with its time, is of the kind of the figure
/// that the bracket stands behind; what moved by points is a part.
pub fn then_in_bracket(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let open = asked.start_of_hedge().checked_sub(1).filter(|at| view.norm(*at) == "(")?;
    let close = (end..end + 12).find(|at| view.norm(*at) == ")")?;
    let timed =
        |m: &crate::mention::Mention| (end..end + 3).contains(&m.tokens.start) && matches!(m.what, What::Period(_));
    let plain = asked.quantity.sign.is_none() && asked.quantity.quantity.unit.measure == Measure::Percent;
    if !plain || !view.mentions.iter().any(timed) || asked.direction_in(end..close).is_some() {
        return None;
    }
    let before = view.figures().rfind(|q| q.tokens.end <= open && open - q.tokens.end <= 8)?;
    if before.quantity.unit.measure == Measure::PercentagePoints {
        return Some(((Kind::Share, 1), Some(before.span)));
    }
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    let alike = before.quantity.unit == asked.quantity.quantity.unit && filled.value.1 != 0;
    (alike && filled.value.0 == Kind::Share).then_some((filled.value, Some(before.span)))
}
