//! Indices: what a trade was in hundredths of what it was at another time.
//!
//! | text | change |
//! | --- | --- |
//! | *was **111.7 percent** against the same period* | 11.7 |
//! | *Against January-October 2011 exports made **138.2 percent*** | 38.2 |
//! | *came to $412 million (**83.5%** of the 2021 level)* | -16.5 |
//! | *exports of $95.1 million (**120.4%**), imports of $25.2 million (**93.6%**)* | 20.4, -6.4 |

use super::kind::{Asked, Found};
use crate::lexicon::words::{is_amount_noun, is_form_of_be, is_pace, is_part_noun, is_total};
use crate::lexicon::{Cue, Marks, Relation};
use crate::mention::{Expression, Mention, QuantityMention, What};
use crate::model::{Decimal, Kind, Measure, Span};

/// *The rate of production was 111.7 percent against the corresponding period.*
pub fn index(asked: &Asked<'_, '_>) -> Found {
    let quantity = &asked.quantity.quantity;
    if quantity.unit.measure != Measure::Percent || quantity.value < Decimal::from(50) {
        return None;
    }
    let from_direction = asked.direction_in(asked.segment().start..asked.quantity.tokens.start).is_some();
    if from_direction || asked.before_hedge() == "by" {
        return None;
    }
    let end = asked.quantity.tokens.end;
    let mut against = asked.view.cues(|cue| matches!(cue, Cue::Relation(Relation::Compare)).then_some(()));
    let beside = against.find(|(_, m)| {
        m.tokens.start >= end
            && m.tokens.start <= end + 1
            && !matches!(asked.view.norm(m.tokens.start), "on" | "than" | "from" | "up" | "down" | "instead")
    });
    // *(109.3% to 2010)*, *90 percent to the level of 2013*: what it was then is a hundred.
    let to_level = asked.view.norm(end) == "to" && super::compared_to::is_index_before(asked.view, end) && {
        let the = usize::from(asked.view.norm(end + 1) == "the");
        let level = matches!(
            asked.view.norm(end + 1 + the),
            "level" | "indicator" | "indicators" | "corresponding" | "analogous" | "similar" | "same" | "figures"
        );
        level || asked.view.time_at(end + 1).is_some()
    };
    // *were 88 pct of the total last year* is a share.
    let of_total = (end + 1..end + 4).any(|at| is_total(asked.view.norm(at)));
    let of_year = asked.view.norm(end) == "of"
        && !of_total
        && asked.view.mentions.iter().any(|m| {
            m.tokens.start > end
                && m.tokens.start <= end + 4
                && matches!(
                    m.what,
                    What::Period(
                        Expression::YearsEarlier(_)
                            | Expression::SamePeriod
                            | Expression::SamePeriodOf(_)
                            | Expression::SamePeriodOfSeason(_)
                            | Expression::SamePeriodOfFiscal(_)
                            | Expression::Relative(..)
                    )
                )
        });
    let rate = (asked.view.range.start..asked.quantity.tokens.start)
        .any(|at| is_pace(asked.view.norm(at)) || asked.view.norm(at) == "index");
    let told = || if is_told_alone(asked) { set_against(asked).or_else(|| next_index(asked)) } else { None };
    if let Some(span) = of_level_of_a_time(asked).or_else(told) {
        return Some(((Kind::Change, 0), Some(span)));
    }
    // *Russia's share of imports stood at 64 percent, against 74 percent in the month before*
    let part = asked.view.marks.meets(Marks::SHARE)
        && asked.share_in(asked.segment().start..asked.quantity.tokens.start).is_some();
    if part {
        return None;
    }
    match beside {
        Some((_, mention)) => Some(((Kind::Change, 0), Some(mention.span))),
        None if to_level => Some(((Kind::Change, 0), Some(asked.view.tokens[end].span))),
        None if of_year || (rate && quantity.value > Decimal::HUNDRED) || index_in_bracket(asked) => {
            Some(((Kind::Change, 0), Some(asked.quantity.span)))
        }
        None => None,
    }
}

/// *exports of $95.1 million (120.4%), imports of $25.2 million (93.6%)*: percentages of the year before, each alone in its bracket behind an
/// amount; one of them is more than all, which no part can be.
fn index_in_bracket(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let alone = |q: &QuantityMention| {
        let amount = |a: &QuantityMention| a.tokens.end + 1 == q.tokens.start && !a.quantity.unit.is_ratio();
        q.quantity.unit.measure == Measure::Percent
            && q.sign.is_none()
            && q.hedge.is_none()
            && (Decimal::from(50)..Decimal::from(250)).contains(&q.quantity.value)
            && view.norm_before(q.tokens.start, 1) == "("
            && view.norm(q.tokens.end) == ")"
            && view.figures().any(amount)
    };
    alone(asked.quantity) && view.figures().any(|q| alone(q) && q.quantity.value > Decimal::HUNDRED)
}

/// Verbs that an index follows: *made*, *constituted*, *stood at*.
fn tells_size(word: &str) -> bool {
    is_form_of_be(word)
        || matches!(
            word,
            "made"
                | "makes"
                | "constituted"
                | "constitutes"
                | "equalled"
                | "equaled"
                | "equals"
                | "comprised"
                | "reached"
                | "up"
        )
}

/// *Against January-October of 2011 the export of oil products made 138.2 percent*, *In the same comparison output was 110.4 percent*: the
/// sentence opens with what it is set against, and the figure is of no goods.
fn set_against(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let first = asked.start_of_hedge();
    let same = (view.range.start..first).find(|at| view.norm(*at) == "same" && view.norm(at + 1) == "comparison");
    if let Some(at) = same {
        return Some(view.tokens[at].span);
    }
    let opens = |at: usize| at < view.range.start + 2 || matches!(view.norm_before(at, 1), ":" | ";") && at < first;
    let mut compared = view.cues(|cue| matches!(cue, Cue::Relation(Relation::Compare)).then_some(()));
    let (_, against) = compared.find(|(_, m)| opens(m.tokens.start))?;
    let time = |m: &Mention| {
        (against.tokens.end..against.tokens.end + 3).contains(&m.tokens.start) && matches!(m.what, What::Period(_))
    };
    let alone = view.first_quantity(&(against.tokens.end.min(first)..first)).is_none();
    (view.mentions.iter().any(time) && alone).then_some(against.span)
}

/// *equalled 104.6 percent of that of 2009, while exports of coal stood at 83.5 percent*: the next of two that are set against the same.
fn next_index(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let first = asked.start_of_hedge();
    let before = view.figures().rfind(|q| q.tokens.end <= first)?;
    if before.quantity.unit.measure != Measure::Percent {
        return None;
    }
    let filled = super::rule::first(const { &super::kind::rules() }, &Asked { view, quantity: before })
        .filter(|filled| filled.rule == "index")?;
    (filled.value == (Kind::Change, 0)).then_some(before.span)
}

/// *made 138.2 percent*, *stood at 83.5 percent*: whether a verb of size leads to the figure, and nothing behind it says of what it is a
/// part or how far it lies from something.
fn is_told_alone(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let (first, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let led = tells_size(view.norm_before(first, 1))
        || matches!(view.norm_before(first, 1), "at" | "to")
            && matches!(view.norm_before(first, 2), "stood" | "stands" | "amounted" | "came" | "equal");
    let part = (view.range.start..first).any(|at| is_part_noun(view.norm(at)));
    let behind = matches!(view.norm(end), "of" | "in") || asked.direction_in(end..end + 2).is_some();
    led && !part && !behind
}

/// *(83.5% of the 2021 level)*, *104 percent of last year's result*: of what it was at a time that is named.
fn of_level_of_a_time(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if view.norm(end) != "of" {
        return None;
    }
    let the = usize::from(matches!(view.norm(end + 1), "the" | "its"));
    let opens = end + 1..=end + 1 + the;
    let time = view.mentions.iter().find(|m| opens.contains(&m.tokens.start) && matches!(m.what, What::Period(_)))?;
    let level = time.tokens.end + if view.norm(time.tokens.end) == "'" { 2 } else { 0 };
    let level = level + usize::from(view.norm(level) == "s");
    let size = is_amount_noun(view.norm(level))
        || matches!(view.norm(level), "result" | "results" | "indicator" | "levels" | "figures");
    (size && !is_total(view.norm(level))).then(|| view.tokens[level].span)
}
