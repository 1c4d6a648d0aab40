//! The word behind a figure that says that it has not happened yet, and what keeps such a word from speaking of it.

use super::aims;
use super::alike;
use super::measured::{FORESEEN, foreseen};
use super::status::{Asked, Found};
use super::status_by_time;
use super::status_by_verb::{done, opens_another};
use super::status_cues::cues;
use super::status_nearest::Place;
use crate::lexicon::Cue;
use crate::lexicon::words::{is_limit, is_modal, is_over_or_under};
use crate::model::{Span, Status};

/// *4 bcm are to be sold*, *3 million tonnes, which must be sold*: the last word behind the figure that tells what is planned or foreseen.
pub fn told_behind(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    if has_happened(&place) {
        return None;
    }
    let view = place.view;
    let end = place.tokens.end;
    let (status, span) = cues(asked, end..end_of_own(&place))?;
    let at = view.tokens.partition_point(|t| t.span.start < span.start);
    if is_of_another(&place, at, span) || is_measured_against(&place, at, span) {
        return None;
    }
    // *126 million tonnes, which must be sold*
    let direct = status != Status::Actual && !matches!(view.norm(at), "must" | "need" | "needs");
    direct.then(|| (aims::under_agreement(asked, status, span), Some(span)))
}

/// Whether words before the figure say that it happened.
fn has_happened(place: &Place<'_, '_, '_>) -> bool {
    let Place { asked, view, segment, .. } = place;
    let start = place.tokens.start;
    // *expanded only 2.3 percent against the 7.5 percent goal*: a verb before the figure says that it happened.
    let told = view
        .cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()))
        .any(|(_, m)| (segment.start..start).contains(&m.tokens.start) && view.is_past(m.tokens.start));
    // *Last year it imported 700,000 barrels a day, and this step will ...*
    told || status_by_time::told_of_past(asked, &(view.clause(start).start..start))
}

/// Where what is told of the figure itself ends behind it, in its segment.
fn end_of_own(place: &Place<'_, '_, '_>) -> usize {
    let Place { view, tokens, segment, .. } = place;
    // *is down 2.4 percent and would have fallen more*, *was $45 billion and it is expected to grow*
    let end = (tokens.end..segment.end)
        .find(|at| {
            matches!(view.norm(*at), "and" | "but")
                // *in trade between Turkey and Iran is expected*
                && !(segment.start..*at).any(|word| view.norm(word) == "between")
                && (at + 1..at + 3)
                    .any(|verb| is_modal(view.norm(verb)) || matches!(view.norm(verb), "is" | "are"))
        })
        .unwrap_or(segment.end);
    // *rose 4 percent on fears that Russia may cut supplies*: what is feared or told beside it is another matter.
    let end = (tokens.end..end).find(|at| opens_another(view, *at)).unwrap_or(end);
    // *received just 60,000 tonnes against 250,000 tonnes contracted for the month*: of what this is measured against.
    let set_against = |q: &usize| {
        if !(tokens.end..end).contains(&view.mentions[*q].tokens.start) {
            return None;
        }
        let first = view.quantity(*q).map_or(0, |q| view.start_with_hedge(q));
        let at = alike::compared_at(view, first)?;
        matches!(view.norm(at), "against" | "versus" | "with" | "to" | "of").then_some(at)
    };
    match view.quantities.iter().find_map(set_against) {
        // *gets 2 mcm a day instead of the contracted 22 mcm*
        Some(at) if done(view, segment.start..tokens.start) || view.norm_before(at, 1) == "instead" => at,
        _ => end,
    }
}

/// Whether the word at token `at` behind a figure tells of something else than the figure.
fn is_of_another(place: &Place<'_, '_, '_>, at: usize, span: Span) -> bool {
    let Place { asked, view, tokens, segment, .. } = place;
    // *exported goods worth $30 billion in 2013 and hopes for more*: another thing that who did it does.
    let did = || (segment.start..tokens.start).any(|at| view.is_past(at));
    if (tokens.end..at).any(|and| matches!(view.norm(and), "and" | "but") && and + 2 >= at) && did() {
        return true;
    }
    // *imported 30,000 tonnes under a contract that expires in August*
    let under = view.mentions.iter().any(|m| m.span == span && view.norm(m.tokens.start) == "under");
    // *38 percent of its quota* has been used.
    let used = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio())
        && view.norm(tokens.end) == "of"
        && at <= tokens.end + 4
        && is_limit(view.norm(at));
    if used {
        return true;
    }
    // *sold 40,000 tonnes that it had planned to grind at home*, not *of the 6 million tonnes that Moscow had promised*
    let other = || {
        let had = view.norm(at) == "had" || view.norm_before(at, 1) == "had";
        let that = (tokens.end..at).any(|at| matches!(view.norm(at), "that" | "which"));
        had && that && view.norm_before(tokens.start, 1) != "the"
    };
    (under || other()) && done(view, segment.start..tokens.start)
}

/// Whether the word at token `at` behind a figure tells what the figure is measured against: it did happen.
fn is_measured_against(place: &Place<'_, '_, '_>, at: usize, span: Span) -> bool {
    let Place { asked, view, tokens, segment, .. } = place;
    // *11.2 billion less than planned*, *2.8 million less than its target* did happen.
    let owned = usize::from(matches!(view.norm_before(at, 1), "its" | "their" | "the"));
    let over = owned > 0 && is_over_or_under(view.norm_before(at, 2));
    // *280,000 bpd above the implied target*
    let implied = usize::from(owned == 0 && matches!(view.norm_before(at, 2), "its" | "their" | "the"));
    let above = matches!(view.norm_before(at, 1 + owned + 2 * implied), "above" | "below" | "over" | "under");
    if over || above || view.norm(at.wrapping_sub(1 + owned)) == "than" {
        return true;
    }
    // *pumped 1.8 million barrels a day in October against its OPEC quota of 1.77 million*: the aim that this is measured against.
    let next = view.quantities.iter().copied().find(|q| *q > asked.index);
    let against = next.and_then(|next| view.given(FORESEEN, || foreseen(view, next)));
    if against.is_some_and(|(_, word)| word == span) && done(view, segment.start..tokens.start) {
        return true;
    }
    // *the rise in imports to 1.27 billion was in line with plans* did as well.
    let was = (tokens.end..at.saturating_sub(2)).rev().find(|at| matches!(view.norm(*at), "was" | "were"));
    was.is_some_and(|was| (was + 1..at).any(|at| matches!(view.norm(at), "with" | "of" | "on" | "the" | "under")))
}

/// *pumped 1.55 million bpd, 5% above its quota of 1.47 million*, *some 720,000 b/d over their 27 million b/d ceiling*: by how much what
/// was done went past an aim, or fell short of it.
pub fn beside_an_aim(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let past = is_over_or_under(view.norm(end))
        || matches!(view.norm(end), "beyond")
        || matches!(view.norm(end), "short" | "shy") && view.norm(end + 1) == "of";
    let aim = |at: &usize| {
        matches!(
            view.norm(*at),
            "quota" | "quotas" | "ceiling" | "target" | "goal" | "limit" | "allocation" | "allotment"
        )
    };
    let clause = view.clause(end).end;
    let aim = (end + 1..clause.min(end + 10)).find(aim).filter(|_| past)?;
    let done = asked.before == Some(Status::Actual) && view.comparing_before(end).is_none();
    done.then(|| (Status::Actual, Some(view.tokens[aim].span)))
}
