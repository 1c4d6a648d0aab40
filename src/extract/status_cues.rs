//! The words of a sentence that say whether something happened: which of them speak of a figure at all.

use std::ops::Range;

use super::aims::is_over;
use super::head::Head;
use super::moved::is_step;
use super::status::Asked;
use super::view::View;
use super::wording::periods;
use crate::lexicon::words::{is_article, is_or_was, is_possessive, leads_infinitive};
use crate::lexicon::{Cue, Marks};
use crate::mention::{Expression, Mention, Part, What, YearRef};
use crate::model::{Indicator, Span, Status};

pub fn cues<'v>(asked: &Asked<'v, '_>, range: Range<usize>) -> Option<(Status, Span)> {
    if !asked.view.marks.meets(Marks::STATUS) {
        return None;
    }
    asked
        .view
        .cues(|cue| match cue {
            Cue::Status(status) => Some(status),
            _ => None,
        })
        // *raised the contract price it will pay*: a clause of the price.
        .filter(|(_, m)| {
            let at = m.tokens.start;
            !(matches!(asked.view.norm(at), "will" | "would")
                && asked.view.norm(at + 1) == "pay"
                && matches!(asked.view.norm_before(at, 2), "price" | "prices"))
        })
        // *were likely to have triggered it*
        .filter(|(_, m)| {
            let end = m.tokens.end;
            !(asked.view.norm_before(end, 1) == "to"
                && asked.view.norm(m.tokens.start) == "likely"
                && asked.view.norm(end) == "have"
                && asked.view.is_past(end + 1))
        })
        // *the drop was smaller than expected*
        .filter(|(_, m)| !matches!(asked.view.norm_before(m.tokens.start, 1), "than"))
        .filter(|(_, m)| {
            range.contains(&m.tokens.start)
                && !shrank(asked.view, m)
                && !goes_there(asked.view, m)
                && !is_to_a_place(asked.view, m)
                && !seen_by_a_time(asked.view, m)
        })
        .filter(|(status, m)| *status != Status::Actual || !is_infinitive(asked.view, m.tokens.start))
        // *The first estimate for December 2012 was a surplus*: what statistics first say of what is over.
        .filter(|(_, m)| !is_first_count(asked.view, m))
        // *fell 2% after drone strikes targeting refineries*: what something else is aimed at.
        .filter(|(_, m)| !is_aimed_elsewhere(asked, m))
        // *In the first quarter we see a decrease of 4 percent*
        .filter(|(_, m)| !is_move_seen(asked, m))
        .filter(|(_, m)| !is_set_aside(asked.view, m) && !is_speakers_own(asked.view, m))
        // *had put 250 million euros into the country*: money, no estimate.
        .filter(|(_, m)| asked.view.norm_before(m.tokens.end, 1) != "put" || !is_put_into(asked))
        .fold(None, |before: Option<(Status, &Mention)>, (status, m)| match before {
            // *expects output to increase by so much*, *expects Egypt to raise its imports*: what others are expected to do.
            Some((Status::Forecast, first))
                if status == Status::Target
                    && (asked.view.norm(m.tokens.start) == "to"
                        || asked.view.norm(first.tokens.start) == "indications")
                    && m.tokens.start - first.tokens.end <= EXPECTED =>
            {
                before
            }
            _ => Some((status, m)),
        })
        .map(|(status, m)| (status, m.span))
}

/// *the **first estimate** for December*: whether an estimate is one of the counts that an office makes of what is over.
fn is_first_count(view: &View<'_>, cue: &Mention) -> bool {
    let at = cue.tokens.start;
    matches!(view.norm(at), "estimate" | "estimates")
        && matches!(view.norm_before(at, 1), "first" | "flash" | "advance" | "preliminary" | "provisional")
        && matches!(view.norm(at + 1), "for" | "of")
}

/// *Without two ships imports **would have** risen by 8 percent*: how much something came to but for a part, and nothing that is to come.
fn is_set_aside(view: &View<'_>, cue: &Mention) -> bool {
    let would = view.norm(cue.tokens.start) == "would" && view.norm(cue.tokens.end) == "have";
    let but_for = |at: usize| {
        matches!(view.norm(at), "without" | "excluding" | "omitting" | "discounting")
            || view.norm(at) == "but" && view.norm(at + 1) == "for"
    };
    would && view.range.clone().any(but_for)
}

/// *I **must** be honest, exports fell*: what who speaks says of the saying.
fn is_speakers_own(view: &View<'_>, cue: &Mention) -> bool {
    let (at, end) = (cue.tokens.start, cue.tokens.end);
    let be = usize::from(view.norm(end) == "be");
    let says = matches!(
        view.norm(end + be),
        "honest" | "frank" | "say" | "admit" | "confess" | "remind" | "add" | "note" | "stress" | "mention" | "recall"
    );
    matches!(view.norm_before(at, 1), "i" | "we" | "one") && says
}

/// *For the half-year we **see** growth of 4 percent*, *In the first two months of this year we **see** a decrease*: whether a move is seen in a
/// time that is over or that its first months are named of.
fn is_move_seen(asked: &Asked<'_, '_>, cue: &Mention) -> bool {
    let view = asked.view;
    let end = cue.tokens.end;
    if !matches!(view.norm_before(end, 1), "see" | "sees" | "seeing") {
        return false;
    }
    let article = usize::from(is_article(view.norm(end)));
    let described =
        usize::from(matches!(view.norm(end + article), "slight" | "sharp" | "certain" | "small" | "steady"));
    let step = is_step(view.norm(end + article + described));
    let first = |e: Expression| match e {
        Expression::In(Part::Months(1, _) | Part::Quarter(1) | Part::Half(1), year) => {
            matches!(year, YearRef::Open | YearRef::Publication(0))
        }
        Expression::ToDate(_) => true,
        _ => is_over(asked, e),
    };
    step && periods(view).any(|(m, e, compared)| m.tokens.end <= cue.tokens.start && !compared && first(e))
}

/// *put 250 million euros into*: whether *into* stands right behind a figure.
fn is_put_into(asked: &Asked<'_, '_>) -> bool {
    let end = asked.view.mentions[asked.index].tokens.end;
    (end..end + 3).any(|at| asked.view.norm(at) == "into")
}

/// *drone strikes targeting refineries*, *sanctions targeting its banks*: whether what stands behind a figure is aimed at no figure.
fn is_aimed_elsewhere(asked: &Asked<'_, '_>, cue: &Mention) -> bool {
    let view = asked.view;
    let (at, end) = (cue.tokens.start, cue.tokens.end);
    let behind = view.mentions[asked.index].tokens.end <= at;
    let figure = view.quantities.iter().any(|q| (end..end + 6).contains(&view.mentions[*q].tokens.start));
    behind && matches!(view.norm(at), "targeting" | "targeted") && end == at + 1 && !figure
}

/// How many tokens at the most may name what is expected to do something.
const EXPECTED: usize = 8;

/// *is expected to hit*, *may have reached*, *will be doubled*: a verb that says nothing of what happened, as the words before
/// it do.
fn is_infinitive(view: &View<'_>, verb: usize) -> bool {
    let helps = |at: &usize| matches!(view.norm(*at), "have" | "be" | "been" | "soon" | "also" | "then" | "even");
    let first = (view.range.start..verb).rev().take_while(helps).last().unwrap_or(verb);
    leads_infinitive(view.norm_before(first, 1)) && !view.is_dated(first.wrapping_sub(1))
}

/// *Trade contracted by 6 percent*: a verb of growth, not of contracts.
fn shrank(view: &View<'_>, cue: &Mention) -> bool {
    let end = cue.tokens.end;
    let ratio = |q: &usize| {
        let tokens = &view.mentions[*q].tokens;
        (end..=end + 1).contains(&tokens.start) && view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio())
    };
    // *contracted even faster, by 34 percent*
    let faster = matches!(view.norm(end), "even" | "much" | "further" | "sharply" | "slightly" | "again" | "faster");
    // *contracted to $4 billion*
    let to = view.norm(end) == "to" && view.quantities.iter().any(|q| view.mentions[*q].tokens.start == end + 1);
    // *the deficit contracted for the third consecutive month, by 4 percent*
    let balance = |h: &Head| h.end == cue.tokens.start && h.indicator() == Some(Indicator::Balance);
    let in_row = (end + 1..end + 6).any(|at| matches!(view.norm(at), "consecutive" | "straight" | "successive"));
    let again = view.norm(end) == "for" && (in_row || view.heads.iter().any(balance));
    view.norm(cue.tokens.start) == "contracted"
        && (faster || to || again || view.norm(end) == "by" || view.quantities.iter().any(ratio))
}

/// *the same months of 2018 had seen 1.38 million tonnes*: what a time has seen happened then.
fn seen_by_a_time(view: &View<'_>, cue: &Mention) -> bool {
    let at = cue.tokens.start;
    let time = |m: &Mention| m.tokens.end == at && matches!(m.what, What::Period(_));
    view.norm(at) == "had" && view.norm(at + 1) == "seen" && view.mentions.iter().any(time)
}

/// *are to the coast*, *were to Pakistan in 2021*: where goods went, and no verb behind it.
fn is_to_a_place(view: &View<'_>, cue: &Mention) -> bool {
    let (start, end) = (cue.tokens.start, cue.tokens.end);
    end == start + 2
        && view.norm(start + 1) == "to"
        && is_or_was(view.norm(start))
        && (is_article(view.norm(end))
            || is_possessive(view.norm(end))
            || view.actors.iter().any(|a| view.phrase_start(a) == end))
}

/// *28 percent of it headed for Poland*, *crossed the country on the way to Europe*: where goods go, and not what a figure will be.
fn goes_there(view: &View<'_>, cue: &Mention) -> bool {
    let way = view.norm_before(cue.tokens.end, 2) == "way" && view.norm_before(cue.tokens.end, 1) == "to";
    (view.norm(cue.tokens.start) == "headed" || way)
        && view.actors.iter().any(|a| view.phrase_start(a) == cue.tokens.end)
        && !view.quantities.iter().any(|q| view.mentions[*q].tokens.start == cue.tokens.end)
}
