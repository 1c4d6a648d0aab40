//! Shares by the figure that they stand beside: the next of a list of parts, the part of the amount before.
//!
//! | sentence | rule |
//! | --- | --- |
//! | *China took 21.3% of the trade; Russia took **18.6%*** | `share_traded` |
//! | *Slovakia followed with **23%*** | `share_in_list` |
//! | *Qatar provided 10.9 million of it, or **almost half*** | `or_a_share` |
//! | *Of the beef, **37 percent** was bought by Chile* | `share_that_went` |

use super::kind::{Asked, Found, rules};
use super::rule::first;
use crate::lexicon::Class;
use crate::lexicon::words::{goes_or_comes, is_by_now, is_next_in_line, is_or_was};
use crate::mention::QuantityMention;
use crate::model::{Kind, Measure};

/// *Slovakia followed with 23%*: the next of those that have a share.
pub fn share_in_list(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if asked.quantity.quantity.unit.measure != Measure::Percent || asked.before_hedge() != "with" {
        return None;
    }
    let clause = view.clause(asked.quantity.tokens.start);
    let next = clause.take_while(|at| *at < asked.quantity.tokens.start).find(|at| is_next_in_line(view.norm(*at)));
    // *Iraq was the main market for its exports, with 41 percent*
    let clause = view.clause(asked.quantity.tokens.start);
    let market = |h: &&crate::extract::head::Head| {
        h.class == crate::lexicon::Class::Agent
            && clause.contains(&h.at)
            && h.end <= asked.quantity.tokens.start
            && asked.segment().start + 1 >= asked.quantity.tokens.start
    };
    let top = || super::told::tops_the_list(view, asked.start_of_hedge().wrapping_sub(1));
    let led = || super::ranked::led(view, asked.quantity).map(|_| asked.start_of_hedge() - 1);
    let next = next.or_else(|| view.heads.iter().find(market).map(|h| h.at)).or_else(top).or_else(led)?;
    let moves = asked.direction_in(asked.segment()).is_some();
    (!moves).then_some(((Kind::Share, 1), Some(view.tokens[next].span)))
}

/// *China took 21.3% of the trade; Russia took 18.6%*: of the kind of the share before it.
pub fn share_before(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let named = view.actors.iter().any(|a| asked.segment().contains(&a.at) && a.takes_part());
    // *21% came from biomass and 9% from wind*
    let named = named || matches!(view.norm(asked.quantity.tokens.end), "from" | "to" | "by" | "in");
    let mut ratios = view.figures().filter(|q| q.quantity.unit.is_ratio());
    // *Spain and Japan took 13 and 12 pct respectively*
    let joined = |q: &QuantityMention| q.tokens.end + 1 == start && view.norm(q.tokens.end) == "and";
    let before = ratios.rfind(|q| q.tokens.end <= start).filter(|q| asked.ratio() && (named || joined(q)))?;
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    (filled.value.0 == Kind::Share).then_some((filled.value, filled.span))
}

/// *To Europe it sold 18%*, *were the main suppliers with 58 and 36 percent*
pub fn share_traded(asked: &Asked<'_, '_>) -> Found {
    if asked.quantity.quantity.unit.measure != Measure::Percent {
        return None;
    }
    let view = asked.view;
    let hedge = asked.quantity.hedge.map_or(0, |h| {
        view.tokens[view.range.clone()].iter().filter(|t| t.span.start >= h.start && t.span.end <= h.end).count()
    });
    let start = asked.quantity.tokens.start - hedge.min(asked.quantity.tokens.start);
    let segment = asked.segment();
    let head = view.heads.iter().rfind(|h| h.end <= start && segment.contains(&h.at))?;
    // *produces 100 bcm and burns nearly half at home*
    let made = matches!(head.topic, crate::lexicon::Topic::Of(crate::model::Indicator::Consumption))
        && head.class == Class::VerbOf;
    let sold = (matches!(head.class, Class::VerbOut | Class::VerbIn) || made) && head.end == start;
    let agent = head.class == Class::Agent && (head.end..start).any(|at| view.norm(at) == "with");
    (sold || agent).then_some(((Kind::Share, 1), Some(head.span)))
}

/// *833,000 tonnes of fruit, roughly 57 percent from Thailand*: a part of the amount before it, by where it came from or
/// went.
pub fn share_from_party(asked: &Asked<'_, '_>) -> Found {
    next_share_from(asked).or_else(|| share_from(asked))
}

/// *Coal supplied 37 per cent of the electricity; wind **12.4 per cent***: the part of the next of those that make it.
pub fn share_of_source(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let at = super::made_by::source_behind(view, asked.start_of_hedge()).filter(|_| asked.ratio())?;
    Some(((Kind::Share, 1), Some(view.tokens[at].span)))
}

/// *down by 31%; 62% of them came from Azerbaijan, **27%** from Russia*: the next of the parts that came from somewhere.
pub fn next_share_from(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let from = |end: usize| matches!(view.norm(end), "from" | "to");
    let named = |end: usize| view.actors.iter().find(|a| (end + 1..=end + 2).contains(&a.at));
    let set_off = matches!(view.norm_before(start, 1), "," | "and");
    let party = named(end).filter(|_| asked.ratio() && set_off && from(end))?;
    let before = view.figures().rfind(|q| q.tokens.end <= start)?;
    let alike = before.quantity.unit == asked.quantity.quantity.unit;
    let came =
        view.norm(before.tokens.end) == "of" && (before.tokens.end..start).any(|at| goes_or_comes(view.norm(at)));
    let listed = from(before.tokens.end)
        && named(before.tokens.end).is_some()
        && next_share_from(&Asked { view, quantity: before }).is_some();
    (alike && (came || listed)).then_some(((Kind::Share, 1), Some(party.span)))
}

/// *sold 5 billion of goods, 40 percent to China*
fn share_from(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent;
    let party = view.actors.iter().find(|a| (end + 1..=end + 2).contains(&a.at))?;
    let before = view.figures().rfind(|q| q.tokens.end <= start)?;
    let set_off = matches!(view.norm_before(start, 1), "," | "and");
    let told = percent
        && set_off
        && matches!(view.norm(end), "from" | "to")
        && !before.quantity.unit.is_ratio()
        && start - before.tokens.end <= 8
        && asked.direction_in(before.tokens.end..start).is_none();
    told.then_some(((Kind::Share, 1), Some(party.span)))
}

/// *Qatar provided 10.9 million of it, or almost half*, *8.1 million tons, or 73%*: the amount before it as a part.
pub fn or_a_share(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let or = start.checked_sub(1).filter(|at| view.norm(*at) == "or" && asked.ratio())?;
    let comma = or.checked_sub(1).filter(|at| view.norm(*at) == ",")?;
    let before = view.figures().rfind(|q| q.tokens.end <= comma)?;
    let near = comma - before.tokens.end <= 2 && !before.quantity.unit.is_ratio();
    let told = Asked { view, quantity: before };
    let level = first(const { &rules() }, &told).is_some_and(|f| f.value.0 == Kind::Level);
    let moved = asked.direction_in(view.clause(start).start..start).is_some();
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent;
    (near && level && percent && !moved).then(|| ((Kind::Share, 1), Some(view.tokens[or].span)))
}

/// *Of the beef, 37 percent was bought by Chile*, *60 percent went to Europe*
pub fn share_that_went(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if asked.quantity.quantity.unit.measure != Measure::Percent || asked.direction_in(asked.segment()).is_some() {
        return None;
    }
    let adverb = usize::from(is_by_now(view.norm(end)) || matches!(view.norm(end), "usually" | "normally"));
    let went = goes_or_comes(view.norm(end + adverb))
        && matches!(view.norm(end + adverb + 1), "to" | "from" | "abroad" | "through" | "east" | "west" | "overseas");
    let passive = is_or_was(view.norm(end))
        && view
            .heads
            .iter()
            .any(|h| h.at > end && h.at <= end + 2 && matches!(h.class, Class::VerbOut | Class::VerbIn));
    // *exported 41,000 sheep: 58 percent to Jordan, 31 percent to Libya*
    let aimed = matches!(view.norm(end), "to" | "from") && {
        let at = end + 1 + usize::from(view.norm(end + 1) == "the");
        let clause = view.clause(asked.quantity.tokens.start);
        let opens = asked.start_of_hedge() == asked.segment().start;
        let listed = clause.start > view.range.start && view.norm_before(clause.start, 1) == ":";
        opens && listed && view.actors.iter().any(|a| a.at == at && a.takes_part())
    };
    (went || passive || aimed).then(|| ((Kind::Share, 1), Some(view.tokens[end].span)))
}

/// *Imports rose to 310,000 tonnes, with South Korea providing half*: whether a figure is the part that one is told to give or to take.
pub fn is_provided(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let provides = matches!(asked.before_hedge(), "providing" | "supplying" | "contributing" | "taking" | "buying");
    let verb = asked.start_of_hedge().wrapping_sub(1);
    provides && view.actors.iter().any(|a| a.end == verb && view.norm_before(view.phrase_start(a), 1) == "with")
}
