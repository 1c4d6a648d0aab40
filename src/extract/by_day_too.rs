//! Steps and amounts told together, of which one alone says that it is a day's.
//!
//! | text | counts |
//! | --- | --- |
//! | *fell by 139,000 barrels a day to **1.9 million barrels*** | barrels a day |
//! | *rose by **79,000 barrels** to 33.06 million barrels a day* | barrels a day |

use super::view::View;
use crate::mention::{Form, QuantityMention};
use crate::model::Measure;

/// Makes a plain amount a day's where the one that it leads to, or that leads to it, is of so much a day.
pub fn made_daily(view: &View<'_>, written: &mut QuantityMention) {
    let unit = written.quantity.unit;
    if written.form != Form::Figure || !unit.is_bulk() || unit.per.is_some() {
        return;
    }
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    let leads = |at: usize| matches!(view.norm(at), "to" | "from");
    let daily = |q: &&QuantityMention| {
        q.quantity.unit.measure == unit.measure && q.quantity.unit.per == Some(Measure::Day) && q.form == Form::Figure
    };
    let behind = || leads(end) && view.figures().filter(daily).any(|q| view.start_with_hedge(q) == end + 1);
    let before = || {
        let link = start.wrapping_sub(1);
        leads(link) && view.figures().filter(daily).any(|q| q.tokens.end == link)
    };
    if behind() || before() {
        written.quantity.unit = unit.per(Measure::Day);
    }
}
