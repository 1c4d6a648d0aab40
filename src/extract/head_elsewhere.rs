//! What a figure counts whose own words name no head: that of the figure before it, of another part of the sentence, of the talk.
//!
//! | sentence | head | rule |
//! | --- | --- | --- |
//! | *exports rose 5 percent, or **$3 billion*** | exports | `previous_figure` |
//! | *Exports did well, reaching **$3 billion*** | exports | `head_of_sentence` |
//! | *Exports rose. They were **$3 billion*** | exports | `topic` |

use super::grammar::Opening;
use super::head::Head;
use super::head_read::is_earned;
use super::indicator::{Found, Governor, Search, flows, found};
use super::subject::unknown_subject;
use super::{behind, below, other, part_of, told};
use crate::lexicon::words::{is_form_of_have, is_or_was, points_back};
use crate::lexicon::{Class, Cue, Marks, Topic};
use crate::mention::{Mention, What};
use crate::model::{Dimension, Indicator, Measure};

/// The statement of the figure before it in the sentence, where no other topic stands between.
pub fn previous(search: &Search<'_, '_>) -> Found {
    if !search.follows {
        return None;
    }
    let view = search.view;
    let before = view.quantities.iter().copied().take_while(|q| *q < search.quantity).last()?;
    if view.in_clause_before(view.mentions[before].tokens.start, search.start()) {
        return None;
    }
    let from = view.mentions[before].tokens.end;
    // A head in a bracket speaks for the bracket alone.
    let open = |h: &&Head| {
        let opening = |at: usize| view.segments.get(view.segment(at)).map(|s| s.opening);
        // *(exports – 0.1 billion, imports – 2.2 billion)*
        let inside = || !(h.end..search.start()).any(|at| view.norm(at) == ")");
        opening(h.at) != Some(Opening::Bracket) || opening(search.start()) == Some(Opening::Bracket) || inside()
    };
    let between = view.heads.iter().rev().filter(open).find(|h| from <= h.at && h.at < search.start());
    match between {
        // *supplied 26.6% of the imports, China 19.8%*: that head is the figure's before.
        Some(head)
            if behind::after_of(&Search { quantity: before, ..*search })
                .is_some_and(|(g, _)| g == Governor::Head(*head)) =>
        {
            Some((Governor::Previous, None))
        }
        // *4.9 TWh went from Laos to Vietnam and 1.2 TWh the other way*: of the verb of the figure before, turned round.
        Some(head)
            if view.where_given(Marks::WAY, || (from..search.end() + 8).any(|at| view.is_way_back(at)))
                && behind::after(&Search { quantity: before, ..*search })
                    .is_some_and(|(g, _)| g == Governor::Head(*head)) =>
        {
            Some((Governor::Previous, None))
        }
        Some(head) if head.topic == Topic::Flow && !flows(search) => Some((Governor::Previous, None)),
        Some(head) => found(search, *head),
        None => Some((Governor::Previous, None)),
    }
}

/// The nearest head of an earlier segment, then of a later one that a bracket or comma sets off.
pub fn of_sentence(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let usable = |h: &&Head| h.topic != Topic::Flow || flows(search);
    let mut before: Vec<&Head> = view.heads.iter().filter(|h| h.at < search.start()).filter(usable).collect();
    before.retain(|h| !view.in_clause_before(h.at, search.start()));
    let inside = view.segments[view.segment(search.start())].opening == Opening::Bracket;
    // *exports (merchandise and services) did well, reaching 602 billion*: what a bracket told beside.
    let bracketed = |h: &Head| view.segments[view.segment(h.at)].opening == Opening::Bracket;
    if !inside && before.iter().any(|h| h.topic == Topic::Other && bracketed(h)) {
        before.retain(|h| h.topic != Topic::Other || !bracketed(h));
    }
    // *total trade -- exports plus imports -- is down*
    if let [.., trade, exports, imports] = before[..]
        && trade.topic == Topic::Of(Indicator::Turnover)
        && imports.at == exports.end + 1
        && matches!(view.norm(exports.end), "plus" | "and" | "+")
        && view.first_quantity(&(trade.end..imports.at)).is_none()
        && exports.at <= trade.end + 3
    {
        return found(search, *trade);
    }
    if !inside && let Some(noun) = before.iter().rev().find(|h| h.class == Class::Noun && h.topic != Topic::Other) {
        let last = before.last().copied();
        if last.is_some_and(|l| l.topic == Topic::Other && l.at > noun.at) {
            before.retain(|h| h.at >= noun.at);
        } else {
            return found(search, **noun);
        }
    }
    before.last().and_then(|head| found(search, **head))
}

/// The statement of an earlier sentence, where this one names no topic of its own.
pub fn topic(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let clause = view.clause(search.start());
    let own = view.heads.iter().any(|h| h.topic == Topic::Other && clause.contains(&h.at) && !is_earned(view, h));
    let against = search.unit.is_ratio() && told::set_against(view, search.start());
    let near = search.near
        || !(search.unit.is_sum() || search.unit.is_ratio() || search.unit.measure.dimension() == Dimension::Count);
    let continues = search.topic && near && !own && (against || !unknown_subject(search));
    let shown = view.cues(|cue| matches!(cue, Cue::Direction(_) | Cue::Share).then_some(())).next().is_some();
    let ratio = search.unit.is_ratio();
    if ratio && other::part_of_other(search) {
        return None;
    }
    // *China: +22.7%*
    let signed = || view.quantity(search.quantity).is_some_and(|q| q.sign.is_some()) && below::is_entry(view);
    let ranked = || super::share::ranks(view, search.start()) && beside_a_party(search);
    // *A quarter of this was wheat*
    let goods =
        |m: &crate::mention::Mention| m.tokens.start == search.end() + 3 && matches!(m.what, What::Commodity(_));
    let of_it = view.norm(search.end()) == "of"
        && points_back(view.norm(search.end() + 1))
        && is_or_was(view.norm(search.end() + 2))
        && view.mentions.iter().any(goods);
    // *By 2025 it may reach 11 percent*
    let reached = || view.quantity(search.quantity).is_some_and(|q| part_of::went_to(view, q));
    // *It has since tripled*
    let multiplied = search.unit.measure == Measure::Times && has_multiplied(search);
    let shown = shown || multiplied;
    (continues
        && (!ratio || against || shown || of_it || reached() || ranked() || told::follows_in_list(search) || signed()))
    .then_some((Governor::Topic, None))
}

/// *Peru led with 26.8 percent*: whether a part is told right behind *with* or *at*.
fn beside_a_party(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let start = view.quantity(search.quantity).map_or(search.start(), |q| view.start_with_hedge(q));
    matches!(view.norm_before(start, 1), "with" | "at") && view.actors.iter().any(|a| a.end < start)
}

/// *It has since almost **tripled***: whether what a pronoun that opens the sentence stands for is told to have multiplied.
fn has_multiplied(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let clause = view.clause(search.start());
    let first = clause.start + usize::from(matches!(view.norm(clause.start), "and" | "but"));
    let has = |at: usize| points_back(view.norm(at)) && is_form_of_have(view.norm(at + 1));
    let time = |m: &Mention| matches!(m.what, What::Period(_)) && m.tokens.start <= first + 1;
    let behind_time = || view.mentions.iter().any(|m| time(m) && (m.tokens.end..=m.tokens.end + 1).any(has));
    search.end() == search.start() + 1 && (has(first) || behind_time())
}
