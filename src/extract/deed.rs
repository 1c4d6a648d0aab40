//! The deed by which goods or money change hands, where no table knows its verb: which word it is, who does it, what goods they are,
//! and to where or from where they go.
//!
//! | sentence | the deed | who | ends |
//! | --- | --- | --- | --- |
//! | *Ghana consigned **5,000 tonnes** of cocoa to Peru* | consigned | Ghana | to Peru |
//! | *Peru snapped up **5,000 tonnes** of Ghanaian cocoa* | snapped | Peru | of Ghana |
//! | ***4.3 bcm** of Algerian gas streamed into Italy* | streamed | | to Italy |
//! | *The navy seized **5,000 tonnes** of cocoa* | none: nothing changes hands as told | | |

use std::ops::Range;

use super::grammar::Role;
use super::indicator::Search;
use super::view::{Actor, View};
use crate::lexicon::Cue;
use crate::lexicon::words::{changes_no_hands, is_auxiliary, is_or_was, is_strong_past, leads_infinitive};
use crate::mention::What;
use crate::model::{Party, Status};
use crate::token::Shape;

/// How far behind a figure the other side of its deal is looked for.
const REACH: usize = 12;

/// Whether a word has the form of a verb that tells what happened or was done: *sent*, *given*, *streamed*, *leaving*.
pub fn is_verbal(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
        || is_strong_past(word)
        || matches!(
            word,
            "given"
                | "flown"
                | "let"
                | "drawn"
                | "taken"
                | "ate"
                | "sought"
                | "left"
                | "gone"
                | "found"
                | "wound"
                | "come"
                | "set"
                | "put"
                | "laid"
                | "swept"
                | "bid"
                | "rode"
                | "resold"
                | "presold"
        )
}

/// The verb that a figure is the object of: right before it, a particle between.
pub fn deed_before(view: &View<'_>, start: usize) -> Option<usize> {
    let particle = |at: usize| {
        matches!(
            view.norm(at),
            "up" | "in" | "out" | "off" | "on" | "over" | "down" | "away" | "with" | "of" | "back" | "for"
        )
    };
    let mut at = start.checked_sub(1)?;
    let mut skipped = 0;
    while skipped < 2 && particle(at) {
        at = at.checked_sub(1)?;
        skipped += 1;
    }
    // *placed orders for 5,000 tonnes*, *put in an order for*
    if matches!(view.norm(at), "order" | "orders" | "bids" | "bid") && skipped == 1 {
        at = at.checked_sub(1)?;
        while matches!(view.norm(at), "an" | "new" | "in" | "a" | "its" | "first") {
            at = at.checked_sub(1)?;
        }
    }
    is_deed(view, at).then_some(at)
}

/// Whether a word is a verb that may hand goods over.
pub fn is_deed(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    let before = || view.norm_before(at, 1);
    let base = || leads_infinitive(before()) && word.len() > 2 && view.tokens[at].shape == Shape::Word;
    let deed = is_verbal(word) || base();
    // *made its way*, *picked up*
    let phrase = match word {
        "made" => matches!(view.norm(at + 1), "its" | "their"),
        "picked" => view.norm(at + 1) == "up",
        "crossed" => matches!(view.norm(at + 1), "into" | "over"),
        _ => false,
    };
    if phrase {
        return true;
    }
    // A trigger phrase has its own meaning, but for what is meant to happen.
    let other = |cue: &Cue| !matches!(cue, Cue::Status(Status::Target | Status::Forecast));
    let known = || {
        view.mentions.iter().any(|m| {
            m.tokens.contains(&at)
                && match &m.what {
                    What::Cues(cues) => cues.iter().any(other),
                    What::Quantity(_) => false,
                    _ => true,
                }
        })
    };
    deed && !stands_still(word) && !known()
}

/// The one that goods go to or come from behind a figure that ends at token `end`.
pub fn end_behind<'v>(view: &'v View<'_>, end: usize, roles: &[Role]) -> Option<&'v Actor> {
    let clause = view.clause(end.saturating_sub(1));
    let other = end_in(view, &(end..(end + REACH).min(clause.end)), roles)?;
    (view.segment(end - 1) + 1 >= view.segment(other.at)).then_some(other)
}

/// Whose goods are named among these tokens: *Ghanaian cocoa*, *Turkish gas*.
pub fn owner_in<'v>(view: &'v View<'_>, tokens: &Range<usize>) -> Option<&'v Actor> {
    let owns = |a: &&Actor| matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier);
    view.actors.iter().filter(owns).find(|a| tokens.contains(&a.at))
}

/// The country whose goods a figure that ends at token `end` is of: *5,000 tonnes of Ghanaian cocoa*.
pub fn whose_goods<'v>(view: &'v View<'_>, end: usize) -> Option<&'v Actor> {
    owner_in(view, &(end + 1..end + 4)).filter(|a| view.norm(end) == "of" && a.party.is_country())
}

/// Who acts before the verb at token `verb`.
pub fn who_acts<'v>(view: &'v View<'_>, verb: usize) -> Option<&'v Actor> {
    let clause = view.clause(verb);
    let acts = |a: &&Actor| {
        clause.contains(&a.at) && a.end <= verb && a.takes_part() && matches!(a.role, Role::Subject | Role::Modifier)
    };
    view.actors.iter().rfind(acts)
}

/// Verbs that set goods aside for somebody.
pub fn allots(word: &str) -> bool {
    matches!(
        word,
        "allocated" | "allotted" | "earmarked" | "reserved" | "loaded" | "assigned" | "loading" | "allocating"
    )
}

/// The verb behind the goods of a figure, and where what it says begins.
pub fn deed_behind(view: &View<'_>, goods: Range<usize>) -> Option<usize> {
    let auxiliary = |at: usize| is_auxiliary(view.norm(at));
    goods.into_iter().find(|at| auxiliary(*at) || is_deed(view, *at) && !view.norm(*at).ends_with("ing"))
}

/// Verbs that end a journey where they are told to: *ended up in Peru*.
pub fn ends_a_journey(view: &View<'_>, verbs: Range<usize>) -> bool {
    verbs.into_iter().any(|at| {
        matches!(
            view.norm(at),
            "landed"
                | "ended"
                | "wound"
                | "docked"
                | "arrived"
                | "unloaded"
                | "offloaded"
                | "discharged"
                | "placed"
                | "marketed"
                | "sold"
                | "washed"
                | "due"
                | "home"
                | "market"
                | "buyers"
                | "takers"
                | "customers"
                | "favour"
        )
    })
}

/// Helping words and adverbs, over which a verb is looked for.
pub fn helps(word: &str) -> bool {
    word.ends_with("ly")
        || is_auxiliary(word)
        || matches!(
            word,
            "that"
                | "which"
                | "to"
                | "now"
                | "also"
                | "then"
                | "still"
                | "already"
                | "again"
                | "first"
                | "not"
                | "due"
                | "set"
                | "year"
                | "day"
                | "a"
                | "per"
        )
}

/// Words before *to* and *from* that move nothing.
fn stands_still(word: &str) -> bool {
    changes_no_hands(word) && word != "handled"
        || is_or_was(word)
        || matches!(
            word,
            "according"
                | "amounted"
                | "amounting"
                | "related"
                | "similar"
                | "equal"
                | "thanks"
                | "belonging"
                | "belonged"
                | "owned"
                | "close"
                | "next"
                | "due"
                | "down"
                | "up"
                | "wants"
                | "needs"
                | "loses"
                | "lacks"
                | "has"
                | "said"
                | "says"
                | "reported"
                | "produces"
                | "mined"
                | "holds"
        )
}

/// Whether the word at a token carries nothing to another: it stands still, tells a rise or fall, or is no verb.
pub fn carries_nothing(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    stands_still(word) || is_preposition(word) || moves_a_figure(view, at)
}

/// Whether a word tells a rise or fall.
fn moves_a_figure(view: &View<'_>, at: usize) -> bool {
    view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.contains(&at))
}

/// The goods named behind an amount that ends before a token, with whose they are: *of gas*, *of Algerian gas*.
pub fn goods_behind(search: &Search<'_, '_>) -> Option<Range<usize>> {
    let (view, end) = (search.view, search.end());
    // *1.2 bcm of gas a year*
    if view.quantity(search.quantity).is_some_and(|q| q.goods.is_some()) {
        return Some(end..end);
    }
    if view.norm(end) != "of" {
        return None;
    }
    let goods = view.goods_in(&(end + 1..end + 5))?;
    let plain = |at: usize| {
        view.tokens[at].shape == Shape::Word && !matches!(view.norm(at), "and" | "for" | "in" | "from" | "to" | "its")
    };
    (end + 1..goods.tokens.start).all(plain).then(|| goods.tokens.clone())
}

/// The first that goods go to, come from or pass through in these tokens, no head and no figure before it.
pub fn end_in<'v>(view: &'v View<'_>, tokens: &Range<usize>, roles: &[Role]) -> Option<&'v Actor> {
    let actor = view
        .actors
        .iter()
        .find(|a| tokens.contains(&a.at) && roles.contains(&a.role) && a.takes_part() && a.party != Party::WORLD)?;
    let between = tokens.start..actor.at;
    let free = !view.is_headed(&between) && view.first_quantity(&between).is_none();
    free.then_some(actor)
}

/// The token behind those of the segment that holds a token.
pub fn stop(view: &View<'_>, at: usize) -> usize {
    view.segment_tokens(view.segment(at)).end
}

/// Whether a word joins a noun or verb with a place.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "to" | "from"
            | "of"
            | "in"
            | "for"
            | "by"
            | "at"
            | "with"
            | "and"
            | "or"
            | "on"
            | "through"
            | "via"
            | "across"
            | "into"
            | "as"
            | "between"
            | "than"
            | "but"
    )
}

/// Who acts right before the verb at a token, with the token behind: *Norway*, *Italy's Eni has*; the world where a pronoun does.
pub fn acts(view: &View<'_>, verb: usize) -> Option<(Party, usize)> {
    let pronoun = view.back(verb, 3).rev().find(|at| !helps(view.norm(*at)));
    if let Some(at) = pronoun.filter(|at| matches!(view.norm(*at), "it" | "they")) {
        return Some((Party::WORLD, at + 1));
    }
    let actor = view.actors.iter().rfind(|a| a.end <= verb)?;
    let own = matches!(actor.role, Role::Subject | Role::Possessor | Role::Modifier);
    let gap = actor.end..verb;
    let plain = gap.clone().all(|at| {
        let word = view.norm(at);
        helps(word) || matches!(word, "'" | "s" | "who") || view.tokens[at].is_capitalised()
    });
    (own && gap.len() <= 6 && plain && actor.party != Party::WORLD).then_some((actor.party, actor.end))
}
