//! What is laid down for a line, plant or deal that is to come: told in the present, and not so yet.
//!
//! | sentence | by |
//! | --- | --- |
//! | *gets **9 million** a day **under the plan*** | the plan that it is told of |
//! | ***Once** it is switched on, it carries **200 MW*** | the time that it waits for |
//! | *The split **has been agreed:** Peru gets **9 million*** | what was agreed, before a colon |
//! | ***400 MW** is **reserved for** Kenya* | whom it is kept for |
//! | *A second link, of **350 MW**, **is due** by 2027* | a link that is not there yet |
//! | *The agreement with Peru covers **300 million** cubic metres* | a deal that is the subject |

use super::agreed::is_agreement;
use super::status::{Asked, Found};
use super::status_cues::cues;
use super::view::View;
use super::wording::periods;
use crate::lexicon::words::{is_amount_noun, is_auxiliary, is_deal, is_modal, is_quantity, is_relative};
use crate::mention::{Expression, QuantityMention, YearRef};
use crate::model::{Dimension, Status};

/// A figure that is laid down and lies ahead.
pub fn laid_down(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let own = view.quantity(asked.index).filter(|q| !q.quantity.unit.is_ratio())?;
    let at = kept_for(view, own)
        .or_else(|| volume_under(view, own))
        .or_else(|| covered(view, own))
        .or_else(|| is_due(view, own))
        .or_else(|| told_by_plan(asked, own))?;
    Some((Status::Target, Some(view.tokens[at].span)))
}

/// *400 MW is reserved for Kenya*, *set aside for*: the word behind a figure that keeps it for somebody.
fn kept_for(view: &View<'_>, own: &QuantityMention) -> Option<usize> {
    let end = own.tokens.end;
    let is = (end..end + 9).find(|at| matches!(view.norm(*at), "is" | "are" | "being"))?;
    let plain = (end..is).all(|at| !matches!(view.norm(at), "," | ";" | "and" | "which" | "that"));
    let verb = is + 1 + usize::from(view.norm(is + 1) == "being");
    let kept = matches!(view.norm(verb), "reserved" | "earmarked" | "destined" | "assigned" | "allotted" | "intended")
        || view.norm(verb) == "set" && view.norm(verb + 1) == "aside"
        || view.norm(verb) == "meant";
    (plain && kept && (verb + 1..verb + 3).any(|at| matches!(view.norm(at), "for" | "to"))).then_some(verb)
}

/// *The agreement that Serbia made with Peru covers 300 million cubic metres a year*: the deal that a sentence begins with and that its verb right
/// before the figure tells the size of; *The annual volume under the contract is 1 million tonnes*.
fn covered(view: &View<'_>, own: &QuantityMention) -> Option<usize> {
    let first = view.start_with_hedge(own);
    let first = first - usize::from(view.norm_before(first, 1) == "between");
    let deal_at = |opens: usize| (opens..first).take(4).find(|at| is_agreement(view, *at)).map(|at| (opens, at));
    let (opens, deal) = deal_at(view.clause(first).start).or_else(|| deal_at(view.range.start))?;
    let verb = first.checked_sub(1)?;
    let size = match view.norm(verb) {
        "covers" | "foresees" | "envisages" | "stipulates" | "sets" | "fixes" => true,
        // *the agreement had foreseen 12 million*
        "foreseen" | "stipulated" | "envisaged" | "promised" => view.norm_before(verb, 1) == "had",
        "for" => matches!(view.norm_before(verb, 1), "provides" | "calls" | "is"),
        _ => false,
    };
    // *speaks of purchases of 1,000 MW*
    let speaks = (first.saturating_sub(4)..verb).any(|at| {
        matches!(view.norm(at), "speaks" | "talks") && view.norm(at + 1) == "of"
            || matches!(view.norm(at), "provides" | "calls") && view.norm(at + 1) == "for"
    });
    let told = view.first_quantity(&(opens..first)).is_some();
    ((size || speaks) && !told).then_some(deal)
}

/// *The annual volume under the agreement is about 1 million tonnes*: the deal that an amount is told to be under.
fn volume_under(view: &View<'_>, own: &QuantityMention) -> Option<usize> {
    let is = view.start_with_hedge(own).checked_sub(1).filter(|at| matches!(view.norm(*at), "is" | "are" | "makes"))?;
    let opens = view.clause(is).start;
    let deal = (opens + 2..is).rev().take(6).find(|at| is_deal(view.norm(*at)))?;
    let under = view.back(deal, 3).find(|at| view.norm(*at) == "under")?;
    let size = (opens..under).any(|at| is_quantity(view.norm(at)) || is_amount_noun(view.norm(at)));
    (size && !(opens..is).any(|at| view.is_past(at))).then_some(under)
}

/// *For the supplier, that means sales of 20 million tonnes*, *This makes 8 million a day*: whether a sentence only says in other words, in the
/// present, what was told before.
pub fn says_again(view: &View<'_>, index: usize) -> bool {
    let start = view.mentions[index].tokens.start;
    let clause = view.clause(start);
    let again = |at: &usize| {
        matches!(view.norm(*at), "that" | "this" | "it" | "which")
            && matches!(
                view.norm(at + 1),
                "means" | "makes" | "gives" | "equals" | "corresponds" | "represents" | "amounts" | "implies" | "adds"
            )
    };
    let at = (clause.start..start).take(9).find(again);
    at.is_some_and(|at| view.first_quantity(&(view.range.start..at)).is_none())
}

/// *A second interconnector, of 350 MW, is due by 2027*: a figure between commas behind a line or plant that is not there yet.
fn is_due(view: &View<'_>, own: &QuantityMention) -> Option<usize> {
    let index = view.segment(own.tokens.start);
    let tokens = view.segment_tokens(index);
    let first = view.start_with_hedge(own);
    let set_off = first <= tokens.start + 1 && matches!(view.norm(tokens.start), "of" | "with" | "at");
    let before = view.segment_tokens(index.checked_sub(1).filter(|_| set_off)?);
    let next = view.segments.get(index + 1).map(|_| view.segment_tokens(index + 1))?;
    let verb = (next.start..next.end.min(next.start + 3))
        .find(|at| is_modal(view.norm(*at)) || matches!(view.norm(*at), "is" | "are"))?;
    let ahead = !matches!(view.norm(verb), "is" | "are")
        || matches!(view.norm(verb + 1), "to" | "due" | "planned" | "scheduled" | "proposed" | "expected");
    let line = before.into_iter().any(|at| is_built(view.norm(at)));
    (ahead && line).then_some(verb)
}

/// A line or plant.
fn is_built(word: &str) -> bool {
    crate::lexicon::words::is_line(word)
        || crate::lexicon::words::is_plant(word)
        || matches!(
            word,
            "stage"
                | "phase"
                | "expansion"
                | "extension"
                | "leg"
                | "string"
                | "interconnector"
                | "interconnection"
                | "link"
                | "cable"
                | "terminal"
                | "train"
                | "unit"
                | "reactor"
        )
}

/// *under the plan for a new pipeline*, *once it is switched on*, *on completion*, *has been agreed:* the word by which what is told in the present
/// lies ahead.
fn told_by_plan(asked: &Asked<'_, '_>, own: &QuantityMention) -> Option<usize> {
    let view = asked.view;
    let first = view.start_with_hedge(own);
    let clause = view.clause(first);
    // *Under the plan exports rose to 5 million*, *has received under the contract*: what was done under it.
    let had =
        |at: usize| matches!(view.norm(at), "has" | "have" | "had") && (at + 1..at + 4).any(|at| view.is_past(at));
    let done = |at: usize| {
        let planned = matches!(view.norm(at), "planned" | "agreed" | "settled" | "put" | "set" | "designed" | "fixed");
        // *would rise to 15,000 barrels under a new memorandum* is told by its own verb.
        let ahead = is_modal(view.norm(at)) || matches!(view.norm(at), "expected" | "forecast" | "likely");
        view.is_past(at) && !planned || had(at) || ahead || matches!(view.norm(at), "was" | "were")
    };
    let own_words = own_words(view, own, &clause);
    if own_words.clone().any(done) {
        return None;
    }
    if let Some(at) = of_future_thing(view, own, own_words.clone()) {
        return Some(at);
    }
    let laid = |at: &usize| under_a_plan(view, *at) || waits_for(asked, *at, first) || settled_before(view, *at, first);
    let at = view.range.clone().find(laid)?;
    let foreseen = cues(asked, own_words.start..first).is_some_and(|(status, _)| status != Status::Actual);
    (!foreseen).then_some(at)
}

/// *The planned interconnector has a capacity of 500 MW*: the word that puts the line or plant ahead which a size is told of.
fn of_future_thing(view: &View<'_>, own: &QuantityMention, words: std::ops::Range<usize>) -> Option<usize> {
    let unit = own.quantity.unit;
    let size = unit.measure.dimension() == Dimension::Power || unit.is_rate();
    let first = view.start_with_hedge(own);
    let future = |at: &usize| {
        let ahead = matches!(
            view.norm(*at),
            "planned" | "future" | "proposed" | "projected" | "prospective" | "envisaged" | "intended"
        );
        ahead && (at + 1..at + 4).any(|at| is_built(view.norm(at)))
    };
    let has = || (words.start..first).any(|at| matches!(view.norm(at), "has" | "have" | "with" | "is" | "carries"));
    (words.start..first).find(future).filter(|_| size && !unit.is_price() && has())
}

/// The words of the clause of a figure from the last comma or colon before it to the next figure.
fn own_words(view: &View<'_>, own: &QuantityMention, clause: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let mark = (clause.start..own.tokens.start).rev().find(|at| matches!(view.norm(*at), ":" | ";" | ","));
    let next = view.figures().map(|q| q.tokens.start).find(|at| *at >= own.tokens.end);
    mark.map_or(clause.start, |at| at + 1)..next.unwrap_or(clause.end).min(clause.end)
}

/// *under the plan*, *according to the project*, *as per the memorandum*.
fn under_a_plan(view: &View<'_>, at: usize) -> bool {
    let noun = match (view.norm(at), view.norm(at + 1)) {
        ("under", "the" | "a" | "this") => at + 2,
        ("according", "to") | ("as", "per") => at + 3,
        _ => return false,
    };
    let noun = noun + usize::from(matches!(view.norm(noun), "new" | "signed" | "draft" | "preliminary" | "original"));
    let plan = matches!(
        view.norm(noun),
        "plan" | "plans" | "project" | "scheme" | "programme" | "program" | "proposal" | "blueprint"
    );
    // *According to the memorandum*, but *under the contract* much is done.
    plan || view.norm(at) != "under" && is_deal(view.norm(noun)) || view.norm(noun) == "memorandum"
}

/// *once it is switched on*, *on completion*, *when the terminal opens in 2029*: what is waited for.
fn waits_for(asked: &Asked<'_, '_>, at: usize, first: usize) -> bool {
    let view = asked.view;
    // *After commissioning in 2029*: a year to come.
    let coming = || {
        periods(view).any(|(m, e, _)| {
            let year =
                matches!(e, Expression::In(_, YearRef::Absolute(year)) if asked.year.is_some_and(|now| year > now));
            year && (at..at + 6).contains(&m.tokens.start)
        })
    };
    let ready = |at: usize| {
        matches!(
            view.norm(at),
            "completed"
                | "complete"
                | "ready"
                | "built"
                | "finished"
                | "commissioned"
                | "operational"
                | "laid"
                | "launched"
                | "opened"
                | "switched"
        )
    };
    match view.norm(at) {
        "on" | "upon" | "after" | "following" => {
            let article = usize::from(matches!(view.norm(at + 1), "its" | "their" | "the"));
            matches!(view.norm(at + 1 + article), "completion" | "commissioning")
                && (matches!(view.norm(at), "on" | "upon") || coming())
        }
        "once" | "when" => {
            let is = (at + 1..at + 8).find(|at| matches!(view.norm(*at), "is" | "are" | "opens" | "starts" | "begins"));
            is.is_some_and(|is| match view.norm(is) {
                "is" | "are" => (is + 1..is + 4).any(ready),
                _ => at < first && (at + 1..is).any(|at| is_built(view.norm(at))),
            })
        }
        _ => false,
    }
}

/// *The split has been agreed: Romania gets 9 million*: what was agreed, before the colon that sets out how much.
fn settled_before(view: &View<'_>, at: usize, first: usize) -> bool {
    let settled = matches!(view.norm(at), "agreed" | "settled" | "fixed" | "decided" | "planned" | "determined");
    // *settled on the following: Peru supplies 6 billion*
    let following = view.norm(at + 1) == "on" && (at + 2..at + 5).any(|at| view.norm(at) == "following");
    if settled && following && (at + 2..at + 7).any(|at| view.norm(at) == ":" && at < first) {
        return true;
    }
    let been = matches!(view.norm_before(at, 1), "been" | "was" | "were" | "is" | "are");
    settled && been && view.norm(at + 1) == ":" && at < first
}

/// *A third train of 4 mtpa, to be fed by the field, will cost $5 billion*: a plant that is told of for the first time is one to
/// be built, where what is said of it lies ahead.
pub fn plant_to_be(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let quantity = view.quantity(asked.index)?;
    let unit = quantity.quantity.unit;
    let power = unit.measure.dimension() == Dimension::Power && !unit.is_price();
    if !power && !unit.is_rate() {
        return None;
    }
    let start = view.start_with_hedge(quantity);
    let plant = |at: usize| is_plant(view.norm(at));
    let (before, end) = (start.saturating_sub(5).max(view.range.start), quantity.tokens.end);
    let behind = (end..end + 5).find(|at| plant(*at));
    let ahead = (before..start).rev().find(|at| plant(*at) && view.norm(at + 1) == "of");
    let opens = view.range.start;
    let new = |at: usize| matches!(view.norm(at), "a" | "an" | "another" | "new" | "third" | "second" | "fourth");
    let first = if behind.is_some() { start.wrapping_sub(1) } else { ahead?.wrapping_sub(1) };
    let named = (first.saturating_sub(2).max(opens)..=first).any(new);
    if !named || first.saturating_sub(opens) > 4 {
        return None;
    }
    let own = view.segment(start);
    let aside = |at: usize| is_relative(view.norm(at)) || view.norm(at) == "to" || is_relative(view.norm(at + 1));
    let mut told = (own..view.segments.len()).map(|s| view.segment_tokens(s));
    let from = |tokens: &std::ops::Range<usize>| tokens.start.max(end)..tokens.end;
    let main = told
        .find(|tokens| (tokens.start <= start || !aside(tokens.start)) && from(tokens).any(|at| is_finite(view, at)))?;
    let verb = from(&main).find(|at| is_finite(view, *at))?;
    let ahead = is_modal(view.norm(verb))
        || matches!(view.norm(verb), "is" | "are" | "remains")
            && matches!(view.norm(verb + 1), "to" | "due" | "planned" | "subject" | "proposed" | "scheduled");
    ahead.then(|| (Status::Target, Some(view.tokens[verb].span)))
}

/// A plant, line or port that has a capacity.
fn is_plant(word: &str) -> bool {
    matches!(
        word,
        "train"
            | "plant"
            | "station"
            | "unit"
            | "reactor"
            | "refinery"
            | "terminal"
            | "pipeline"
            | "line"
            | "link"
            | "cable"
            | "interconnector"
            | "dam"
            | "farm"
            | "smelter"
            | "mine"
    )
}

/// Whether a finite verb stands at token `at`.
fn is_finite(view: &View<'_>, at: usize) -> bool {
    let helps = is_auxiliary(view.norm(at))
        || matches!(view.norm(at), "remains" | "opened" | "started" | "began" | "came" | "went");
    helps || view.is_past(at)
}
