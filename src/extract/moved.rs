//! Amounts that something grew or fell by, told by words that stand further off.
//!
//! | text | kind | value | rule |
//! | --- | --- | --- | --- |
//! | *demand growth this year at **1.1 million bpd*** | change | 1.1 million | `growth_in_amount` |
//! | *with China adding **500,000 bpd*** | change | 500,000 | `adding_an_amount` |
//! | *cut its forecast for demand growth by **110,000 bpd*** | change | -110,000 | `direction_before` |

use super::kind::{Asked, Found};
use crate::lexicon::Class;
use crate::model::{Decimal, Dimension, Kind, Span};

/// Verbs that an amount follows as what something rose or fell by.
pub fn moves(word: &str) -> bool {
    matches!(
        word,
        "rose"
            | "fell"
            | "grew"
            | "increased"
            | "decreased"
            | "declined"
            | "dropped"
            | "climbed"
            | "gained"
            | "jumped"
            | "shrank"
            | "widened"
            | "narrowed"
            | "expanded"
            | "slipped"
            | "slid"
            | "tumbled"
            | "plunged"
            | "surged"
            | "soared"
            | "lost"
            | "cut"
            | "added"
            | "shed"
            | "trimmed"
            | "slashed"
            | "rise"
            | "rises"
            | "rising"
            | "fall"
            | "falls"
            | "falling"
            | "grow"
            | "grows"
            | "growing"
            | "increasing"
            | "decreasing"
            | "decline"
            | "declines"
            | "declining"
            | "drop"
            | "drops"
            | "dropping"
            | "climb"
            | "climbs"
            | "climbing"
            | "jump"
            | "jumps"
            | "jumping"
            | "shrink"
            | "shrinks"
            | "shrinking"
            | "slip"
            | "slips"
            | "slipping"
            | "tumble"
            | "tumbles"
            | "tumbling"
            | "plunge"
            | "plunges"
            | "plunging"
            | "surge"
            | "surges"
            | "surging"
            | "soar"
            | "soars"
            | "soaring"
            | "dip"
            | "dips"
            | "dipped"
            | "dipping"
            | "sank"
            | "cuts"
            | "cutting"
            | "sliding"
            | "rebounded"
            | "recovered"
    )
}

/// Words for what is thought of a figure to come.
fn foresees(word: &str) -> bool {
    matches!(
        word,
        "forecast"
            | "forecasts"
            | "estimate"
            | "estimates"
            | "projection"
            | "projections"
            | "outlook"
            | "expectation"
            | "expectations"
            | "prediction"
            | "predictions"
    )
}

/// *cut its forecast for demand growth by 110,000 barrels a day*: the estimate went down, whatever it is of.
pub fn of_estimate(asked: &Asked<'_, '_>, start: usize) -> Option<(i8, Span, usize)> {
    let view = asked.view;
    if asked.before_hedge() != "by" {
        return None;
    }
    let segment = asked.segment();
    let estimate = (segment.start..start).rev().find(|at| foresees(view.norm(*at)))?;
    let verb = asked.direction_in(estimate.saturating_sub(4).max(segment.start)..estimate)?;
    let growth = asked.direction_in(estimate..start).is_some_and(|(.., at)| view.norm(at) == "growth");
    growth.then_some(verb)
}

/// *demand growth this year at 1.1 million bpd*, *trimmed its projection for supply growth to 900,000 bpd*: growth told as an
/// amount of goods a day or a year.
pub fn growth_in_amount(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let told = matches!(asked.before_hedge(), "at" | "to" | "is" | "was" | "reach" | "total" | "averaging" | "average");
    if !told || !asked.quantity.quantity.unit.is_rate() || asked.quantity.quantity.unit.is_price() {
        return None;
    }
    let segment = asked.segment();
    let growth = (segment.start..start).rev().find(|at| view.norm(*at) == "growth")?;
    // *growth in output lifted it to 5 million*: what the noun behind a verb reached is no growth.
    let noun = view.heads.iter().any(|h| h.end == growth && h.class == Class::Noun);
    let level = view.heads.iter().any(|h| h.at > growth && h.at < start && h.class == Class::Noun)
        && (growth..start).any(|at| view.verb_at(at));
    // *raised its estimate of demand growth by 80,000 barrels a day to 84 million*: demand, which is thousands of times as much.
    let step = view.quantities.iter().filter_map(|q| view.quantity(*q)).rfind(|q| q.tokens.end <= start);
    let far = step.is_some_and(|step| {
        let hundred = step.quantity.value.checked_mul(Decimal::HUNDRED);
        step.quantity.unit == asked.quantity.quantity.unit
            && hundred.is_some_and(|most| asked.quantity.quantity.value > most)
    });
    (noun && !level && !far).then(|| ((Kind::Change, 1), Some(view.tokens[growth].span)))
}

/// *with China adding 500,000 bpd*: what is put on top of the rest.
pub fn adding(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let at = asked.start_of_hedge().checked_sub(1)?;
    let unit = asked.quantity.quantity.unit;
    let goods = !unit.is_ratio() && !unit.is_price() && unit.measure.dimension() != Dimension::Count;
    (goods && matches!(view.norm(at), "adding" | "adds")).then(|| ((Kind::Change, 1), Some(view.tokens[at].span)))
}
