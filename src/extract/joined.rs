//! Figures joined to the one beside them, with which they share a time, a verb or what they are compared with.
//!
//! | sentence | joined |
//! | --- | --- |
//! | *down **0.2%**, or **$2.1 billion*** | one change, told twice |
//! | *up **4 percent** on the month and **11 percent** on the year in April* | both of April |
//! | ***6,000 tractors** and more than **10,000 lorries** have come* | both have come |

use super::view::View;
use crate::mention::{Expression, Form, QuantityMention, What};

/// The figure before this one, both as written, and the tokens between them up to what hedges this one.
fn neighbours<'v>(
    view: &View<'v>,
    index: usize,
) -> Option<(usize, &'v QuantityMention, &'v QuantityMention, std::ops::Range<usize>)> {
    let place = view.quantities.iter().position(|q| *q == index)?;
    let before = *view.quantities.get(place.checked_sub(1)?)?;
    let (told, this) = (view.quantity(before)?, view.quantity(index)?);
    let start =
        this.hedge.map_or(this.tokens.start, |hedge| view.tokens.partition_point(|t| t.span.start < hedge.start));
    Some((before, told, this, told.tokens.end..start.min(this.tokens.start)))
}

/// *down 0.2%, or $2.1 billion*: the figure that this one tells again in another unit, where it does.
pub fn told_again(view: &View<'_>, index: usize) -> Option<usize> {
    let (before, told, this, gap) = neighbours(view, index)?;
    let or = gap.len() <= 2 && gap.clone().all(|at| matches!(view.norm(at), "," | "or" | "-"));
    let other = told.quantity.unit.is_ratio() != this.quantity.unit.is_ratio();
    // *$8.2 billion, a drop of 10.3 percent ($0.9 billion)*: in a bracket where it is such a part of a level beside it.
    let bracket = gap.len() == 1 && view.norm(gap.start) == "(" && told.quantity.unit.is_ratio();
    let part = |level: &QuantityMention| {
        let share = this.quantity.value.to_f64() * 100.0 / level.quantity.value.to_f64();
        let ratio = told.quantity.value.to_f64().abs();
        level.quantity.unit == this.quantity.unit && level.tokens != this.tokens && (share - ratio).abs() < ratio * 0.35
    };
    let mut all = view.figures();
    // *increased by 9.3% (R15.1 billion)*, not *increased 9.3% (to R15.1 billion)*
    let by = view.norm_before(view.start_with_hedge(told), 1) == "by";
    let bracket = bracket && other && (by || all.any(part));
    // *11 per cent (or A$11.1 million) higher*
    let led = |words: [&str; 2]| gap.len() == 2 && gap.clone().zip(words).all(|(at, word)| view.norm(at) == word);
    let set_off = told.quantity.unit.is_ratio() && led(["(", "or"]) && view.norm(this.tokens.end) == ")";
    let again = or && gap.clone().any(|at| view.norm(at) == "or") || bracket || set_off;
    (again && other).then_some(before)
}

/// *up 4 percent on the month and 11 percent on the year in April*, *fell 11 percent, or $1.4 billion, in 2016*: the last of
/// the figures that are joined to this one by nothing but what each is compared with, or tell it again.
pub fn last_joined(view: &View<'_>, index: usize) -> usize {
    let mut last = index;
    let goes_on = |q: usize, last: usize| {
        joined_to(view, q) == Some(last)
            || told_again(view, q) == Some(last)
            || shares_verb(view, q) == Some(last)
            || in_another_unit(view, q) == Some(last)
    };
    while let Some(next) = view.quantities.iter().copied().find(|q| goes_on(*q, last)) {
        last = next;
    }
    last
}

/// *107.02 million tonnes, or 2.14 million barrels per day, in 2023*: the amount that this one tells again in another unit.
fn in_another_unit(view: &View<'_>, index: usize) -> Option<usize> {
    let (before, told, this, gap) = neighbours(view, index)?;
    let (told, this) = (told.quantity.unit, this.quantity.unit);
    let amounts = !told.is_ratio() && !this.is_ratio() && told != this;
    let or = gap.len() <= 2 && gap.clone().all(|at| matches!(view.norm(at), "," | "or"));
    (amounts && or && gap.clone().any(|at| view.norm(at) == "or")).then_some(before)
}

/// *6,000 tractors and more than 10,000 lorries have come*: the figure that this one shares the verb behind it with.
fn shares_verb(view: &View<'_>, index: usize) -> Option<usize> {
    let (before, told, this, gap) = neighbours(view, index)?;
    let amounts = !told.quantity.unit.is_ratio() && told.quantity.unit.measure == this.quantity.unit.measure;
    let verb = matches!(view.norm(this.tokens.end), "have" | "has" | "were" | "was" | "went" | "came" | "will");
    (amounts && verb && gap.len() == 1 && view.norm(gap.start) == "and").then_some(before)
}

/// The ratio that this one is joined to by nothing but what each is compared with.
pub fn joined_to(view: &View<'_>, index: usize) -> Option<usize> {
    let (before, told, this, gap) = neighbours(view, index)?;
    // *jumped by 50 percent and 12 percent respectively in July*
    let shared = matches!(view.norm(this.tokens.end), "respectively" | "against");
    if shared && gap.len() == 1 && view.norm(gap.start) == "and" {
        let percent = |q: &QuantityMention| q.quantity.unit.is_ratio() && q.form != Form::Bare;
        return Some(before).filter(|_| percent(told) && percent(this));
    }
    let compares = |at: usize| {
        view.mentions.iter().any(|m| {
            m.tokens.contains(&at)
                && matches!(
                    m.what,
                    What::Period(Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter)
                )
        })
    };
    // *fell by 21.6% in volume and 19.2% in value in the first quarter*
    let measured = |at: usize| {
        matches!(
            view.norm(at),
            "volume" | "value" | "quantity" | "tonnage" | "weight" | "terms" | "physical" | "monetary"
        ) || view.norm(at) == "in" && !compares(at + 1)
    };
    let joined = gap.clone().any(|at| matches!(view.norm(at), "and" | "but"))
        && gap.clone().any(|at| compares(at) || measured(at))
        && gap
            .clone()
            .all(|at| compares(at) || measured(at) || matches!(view.norm(at), "and" | "but" | "," | "by" | "also"));
    let ratios = told.quantity.unit.is_ratio() && this.quantity.unit.is_ratio();
    (joined && ratios).then_some(before)
}
