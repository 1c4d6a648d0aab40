//! Goods and power told to go from one country to another by words that no table has, read from where they stand.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | ***4.3 bcm** of Algerian gas streamed into Italy* | exports | `under_way` |
//! | *Norway channelled **4 bcm** of gas to Poland* | exports | `by_its_ends` |
//! | *Japan discharged **1.4 million tonnes** of LNG from Australia* | imports | `by_its_ends` |
//! | ***3 bcm** of Russian gas ran through Belarus* | transit | `under_way` |
//! | *Iran gives Armenia **1 bcm** of gas* | exports | `given_to_whom` |
//! | *Poland relies on **8 bcm** of gas from Norway* | imports | `relied_on` |
//! | *Kazakh gas hand-overs to Kyrgyzstan came to **0.4 bcm*** | exports | `noun_under_way` |

use std::ops::Range;

use super::grammar::Role;
use super::handed::is_other_deed;
use super::indicator::{Governor, Search};
use super::told::{head_at, start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{is_bound, is_deal, is_line, is_or_was, leads_infinitive, relies};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator, Party, Span};
use crate::token::Shape;

type Found = Option<(Governor, Option<Span>)>;

/// Helping words and adverbs, over which a verb is looked for.
fn helps(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "that"
                | "which"
                | "is"
                | "was"
                | "are"
                | "were"
                | "be"
                | "been"
                | "being"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "should"
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
    let still = matches!(
        word,
        "according"
            | "compared"
            | "amounted"
            | "amounting"
            | "owed"
            | "related"
            | "linked"
            | "similar"
            | "equal"
            | "thanks"
            | "belonging"
            | "belonged"
            | "owned"
            | "used"
            | "needed"
            | "close"
            | "next"
            | "due"
            | "down"
            | "up"
            | "wants"
            | "needs"
            | "lost"
            | "loses"
            | "lacks"
            | "has"
            | "is"
            | "was"
            | "said"
            | "says"
            | "reported"
            | "added"
            | "produced"
            | "produces"
            | "mined"
            | "stored"
            | "holds"
    );
    still || is_other_deed(word) && word != "handled"
}

/// Whether a word tells a rise or fall.
fn moves_a_figure(view: &View<'_>, at: usize) -> bool {
    view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.contains(&at))
}

/// Whether a figure counts goods or power.
fn is_amount(search: &Search<'_, '_>) -> bool {
    let dimension = search.unit.measure.dimension();
    !search.unit.is_price()
        && matches!(dimension, Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Power)
}

/// The goods named behind an amount that ends before a token, with whose they are: *of gas*, *of Algerian gas*.
fn goods_behind(search: &Search<'_, '_>) -> Option<Range<usize>> {
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
fn ends_in<'v>(view: &'v View<'_>, tokens: &Range<usize>, roles: &[Role]) -> Option<&'v Actor> {
    let actor = view
        .actors
        .iter()
        .find(|a| tokens.contains(&a.at) && roles.contains(&a.role) && a.takes_part() && a.party != Party::WORLD)?;
    let between = tokens.start..actor.at;
    let free = !view.heads.iter().any(|h| between.contains(&h.at)) && view.first_quantity(&between).is_none();
    free.then_some(actor)
}

/// The token behind those of the segment that holds a token.
fn stop(view: &View<'_>, at: usize) -> usize {
    view.segment_tokens(view.segment(at)).end
}

/// *4.3 bcm of Algerian gas streamed into Italy*, *2 bcm of gas made its way from Iran to Armenia*, *ran through Belarus*: whatever
/// verb stands between goods and where they go, come from or pass.
pub fn under_way(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let goods = goods_behind(search).filter(|_| is_amount(search))?;
    let stop = stop(view, search.start());
    let verb = (goods.end..stop).take(6).find(|at| !helps(view.norm(*at)))?;
    // *was on its way to Egypt*
    let way = view.norm(verb) == "on" && view.norm(verb + 1) == "its" && view.norm(verb + 2) == "way";
    let verb = if way { verb + 2 } else { verb };
    let token = &view.tokens[verb];
    let word = view.norm(verb);
    let lower = token.shape == Shape::Word && token.text.starts_with(char::is_lowercase);
    let helped = verb > goods.end;
    let moves = helped || word.ends_with("ed") || word.ends_with("ing") || word.ends_with('s') || view.is_past(verb);
    let other = stands_still(word) || moves_a_figure(view, verb) || is_preposition(word);
    if !lower
        || !(moves || matches!(word, "ran" | "found" | "flew" | "swept" | "left"))
        || other
        || view.mentions.iter().any(|m| m.tokens.contains(&verb) && !is_cue(m))
    {
        return None;
    }
    let behind = verb + 1..stop.min(verb + 10);
    // *is heading for Mexico*
    let bound = is_bound(word) || matches!(word, "earmarked" | "leaving" | "sailing");
    let roles = [Role::To, Role::From, Role::Via, Role::For];
    let end = ends_in(view, &behind, &roles[..if bound { 4 } else { 3 }])?;
    // Between them stand only *its way*, *on*, *by pipe*, *mainly*.
    let near = end.at - verb <= 6;
    let crossed = end.role == Role::Via && end.party.is_country();
    if crossed && near && crosses(view, verb + 1) {
        return told(search, verb, Indicator::Transit, Class::VerbOf);
    }
    let ends =
        if end.role == Role::Via { ends_in(view, &(end.end..behind.end), &[Role::To, Role::From])? } else { end };
    (near && ends.role != Role::Via).then(|| head_at(search, verb, Topic::Flow, Class::VerbOut))?
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

/// Whether a mention is of trigger phrases alone.
fn is_cue(mention: &crate::mention::Mention) -> bool {
    matches!(mention.what, What::Cues(_))
}

/// *through Belarus*, *across the territory of Georgia*: whether a word that crosses a place stands at a token.
fn crosses(view: &View<'_>, at: usize) -> bool {
    matches!(view.norm(at), "through" | "via" | "across")
}

/// Who acts right before the verb at a token, with the token behind: *Norway*, *Italy's Eni has*; the world where a pronoun does.
fn acts(view: &View<'_>, verb: usize) -> Option<(Party, usize)> {
    let pronoun = (verb.saturating_sub(3).max(view.range.start)..verb).rev().find(|at| !helps(view.norm(*at)));
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

/// *The line from Myanmar to Thailand moved*, *The Kazakhstan-China pipeline handled*: whether a line whose two ends are named acts
/// right before a verb.
fn runs_between(view: &View<'_>, verb: usize) -> bool {
    let segment = view.segment_tokens(view.segment(verb));
    let ends = |role: Role| view.actors.iter().filter(move |a| a.role == role);
    let here = |a: &&Actor| segment.contains(&a.at) && a.end <= verb;
    let words = |range: Range<usize>| range.into_iter().any(|at| is_line(view.norm(at)));
    let to = ends(Role::To).find(|a| here(a) && a.end == verb);
    let from_to = to.is_some_and(|to| {
        ends(Role::From)
            .any(|a| a.at < to.at && to.at - a.end <= 2 && words(a.at.saturating_sub(3).max(segment.start)..a.at))
    });
    let between = ends(Role::Between).filter(here).count() == 2;
    // *Nord Stream channelled*
    let route = view.mentions.iter().any(|m| m.tokens.end == verb && matches!(m.what, What::Route(_)));
    from_to || route || between && is_line(view.norm(verb.wrapping_sub(1)))
}

/// *Norway channelled 4 bcm of gas to Poland*, *Japan discharged 1.4 million tonnes of LNG from Australia*: who gives and who takes
/// by where the goods go, whatever the verb between who acts and the amount.
pub fn by_its_ends(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !is_amount(search) {
        return None;
    }
    // *In 2019 it moved 1.8 million tonnes to Germany*: goods told before.
    let bare = || {
        let end = search.end();
        (matches!(view.norm(end), "to" | "into" | "from") && search.unit.is_bulk()).then_some(end..end)
    };
    let goods = goods_behind(search).or_else(bare)?;
    if let Some(moved) = which_someone_moved(search, &goods) {
        return Some(moved);
    }
    let at = start_of(search).checked_sub(1).filter(|at| view.range.contains(at))?;
    // *drew a total of 4 bcm*
    let total = view.norm(at) == "of" && view.norm(at.wrapping_sub(1)) == "total";
    let at = if total { at.checked_sub(3)? } else { at };
    let word = view.norm(at);
    let token = &view.tokens[at];
    let lower = token.shape == Shape::Word && token.text.starts_with(char::is_lowercase);
    if !lower || helps(word) || stands_still(word) || is_preposition(word) || moves_a_figure(view, at) {
        return None;
    }
    let headed = view.heads.iter().find(|h| h.at <= at && at < h.end);
    // *landed*, *tapped*: what is made or used where nothing is told to come from another.
    if headed.is_some_and(|h| {
        !matches!(h.indicator(), Some(Indicator::Production | Indicator::Consumption)) || h.class == Class::Noun
    }) || word.starts_with("produc")
        || word.starts_with("generat")
    {
        return None;
    }
    let line = runs_between(view, at).then_some((Party::WORLD, at));
    let (party, acting) = line.or_else(|| acts(view, at))?;
    let before = view.norm(at.wrapping_sub(1));
    let verb = word.ends_with("ed")
        || view.is_past(at)
        || word.ends_with("ing") && (is_or_was(before) || before == "been")
        || word.ends_with('s') && acting == at
        || leads_infinitive(before);
    if !verb {
        return None;
    }
    if line.is_some() {
        return head_at(search, at, Topic::Flow, Class::VerbOut);
    }
    let stop = stop(view, search.start());
    let behind = goods.end..stop.min(goods.end + 12);
    if let Some(to) = ends_in(view, &behind, &[Role::To]).filter(|to| to.party != party && to.at - goods.end <= 6) {
        let near = ends_in(view, &behind, &[Role::From]).is_none_or(|from| from.party != to.party);
        return near.then(|| told(search, at, Indicator::Exports, Class::VerbOut))?;
    }
    let origin = view.actors.iter().find(|a| {
        (search.start() + 1..goods.start).contains(&a.at)
            && matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier)
    });
    let from = ends_in(view, &behind, &[Role::From]).filter(|from| from.at - goods.end <= 4).or(origin)?;
    // *burned 3 bcm of Russian gas* used it, wherever it came from.
    let used = headed.is_some_and(|h| h.indicator() == Some(Indicator::Consumption));
    (from.party != party && !used).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *The 4 bcm of gas that Iran forwarded to Iraq*: the same where who acts stands behind the goods.
fn which_someone_moved(search: &Search<'_, '_>, goods: &Range<usize>) -> Found {
    let view = search.view;
    let that = goods.end + usize::from(matches!(view.norm(goods.end), "that" | "which"));
    let actor = view
        .actors
        .iter()
        .find(|a| (that..that + 2).contains(&a.at) && a.role == Role::Subject && a.rule != "relative_clause")?;
    let stop = stop(view, search.start());
    let verb = (actor.end..stop).take(4).find(|at| !helps(view.norm(*at)))?;
    let word = view.norm(verb);
    let verbal = word.ends_with("ed") || view.is_past(verb) || word.ends_with('s') || verb > actor.end;
    let headed = view.heads.iter().any(|h| (that..=verb).contains(&h.at));
    if !verbal || headed || stands_still(word) || is_preposition(word) || moves_a_figure(view, verb) {
        return None;
    }
    let end = ends_in(view, &(verb + 1..stop.min(verb + 6)), &[Role::To, Role::From])?;
    if end.party == actor.party {
        return None;
    }
    match end.role {
        Role::To => told(search, verb, Indicator::Exports, Class::VerbOut),
        _ => told(search, verb, Indicator::Imports, Class::VerbIn),
    }
}

/// *Kazakh gas hand-overs to Kyrgyzstan came to 0.4 bcm*, *China's receipts of oil from Iran fell to 2 million tonnes*: whatever noun
/// stands between whose goods they are and where they go or come from.
pub fn noun_under_way(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let segment = search.segment();
    let amount = is_amount(search) && search.unit.measure.dimension() != Dimension::Power;
    let own = |a: &&Actor| segment.contains(&a.at) && a.end <= start && start - a.end <= 7;
    let end = view.actors.iter().rfind(|a| own(a) && matches!(a.role, Role::To | Role::From)).filter(|_| amount)?;
    let goods = view
        .mentions
        .iter()
        .rfind(|m| segment.start <= m.tokens.start && matches!(m.what, What::Commodity(_)) && m.tokens.end < end.at)?;
    let headed = |h: &super::head::Head| segment.start <= h.at && h.at < start && h.topic != Topic::Same;
    let told_of = segment.start..start;
    if end.at - goods.tokens.end > 7
        || view.heads.iter().any(headed)
        || view.first_quantity(&told_of).is_some()
        || told_of
            .clone()
            .any(|at| is_line(view.norm(at)) || matches!(view.norm(at), "price" | "prices" | "debt" | "cost"))
    {
        return None;
    }
    // *Kazakh gas*, *Iraq's oil*, *China's receipts of oil*
    let owner = view.actors.iter().rfind(|a| {
        segment.contains(&a.at)
            && a.end <= goods.tokens.start
            && goods.tokens.start - a.end <= 5
            && matches!(a.role, Role::Origin | Role::Attribute | Role::Possessor | Role::Modifier)
    });
    // The verb that tells the amount stands behind them.
    let verb =
        (end.end..start).any(|at| view.verb_at(at) || view.is_past(at) || matches!(view.norm(at), "is" | "are" | "at"));
    let from = view.actors.iter().any(|a| own(&a) && a.role == Role::From && a.party != end.party);
    match end.role {
        Role::To if verb && (from || owner.is_some_and(|a| a.party != end.party)) => {
            told(search, goods.tokens.start, Indicator::Exports, Class::Noun)
        }
        Role::From if verb && owner.is_some_and(|a| a.party != end.party && a.role != Role::Origin) => {
            told(search, goods.tokens.start, Indicator::Imports, Class::Noun)
        }
        _ => None,
    }
}

/// *Iran gives Armenia 1 bcm of gas*, *has promised Togo 50 MW*: who stands between the verb and the amount gets it.
pub fn given_to_whom(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let whom = view.actors.iter().find(|a| a.end == start && a.party.is_country()).filter(|_| is_amount(search))?;
    let verb = view.phrase_start(whom).checked_sub(1)?;
    let gives = matches!(
        view.norm(verb),
        "gives"
            | "gave"
            | "give"
            | "giving"
            | "promised"
            | "promises"
            | "guaranteed"
            | "guarantees"
            | "pledged"
            | "offered"
            | "offers"
            | "granted"
            | "grants"
            | "allotted"
            | "allots"
            | "ceded"
            | "hands"
            | "handed"
            | "secures"
            | "secured"
            | "assures"
            | "brings"
            | "sends"
            | "feeds"
            | "fed"
    );
    let goods = goods_behind(search).is_some() || search.unit.measure.dimension() == Dimension::Power;
    // *The deal gives France 1 million tonnes of LNG a year from Nigeria*
    let deal = (verb.saturating_sub(2).max(view.range.start)..verb)
        .any(|at| is_deal(view.norm(at)) || matches!(view.norm(at), "clause" | "quota"));
    let another =
        |a: &Actor| matches!(a.role, Role::Subject | Role::Possessor) && a.end <= verb && a.party != whom.party;
    let acts = view.actors.iter().any(another) || deal;
    (gives && goods && acts).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *has committed to 2 million tonnes of LNG a year from Australia*, *has spoken for 4 million*: what who binds himself is to take.
pub fn bound_to(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let link = start_of(search).checked_sub(1).filter(|at| matches!(view.norm(*at), "to" | "for"))?;
    let verb = link.checked_sub(1)?;
    let bound = match view.norm(verb) {
        "committed" | "commits" | "commit" => view.norm(link) == "to",
        "spoken" | "applied" | "subscribed" | "bid" | "contracted" => view.norm(link) == "for",
        "up" => view.norm(verb.wrapping_sub(1)) == "signed" && view.norm(link) == "for",
        _ => false,
    };
    let acts = || view.actors.iter().any(|a| a.role == Role::Subject && a.end <= verb && verb - a.end <= 5);
    (bound && is_amount(search) && acts()).then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}

/// *Poland relies on 8 bcm of gas from Norway*, *depends on Norway for 8 bcm of gas*: what it takes from there.
pub fn relied_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1).filter(|_| is_amount(search))?;
    let relies =
        |at: usize| relies(view.norm(at)) || matches!(view.norm(at), "depending" | "counts" | "count" | "counted");
    let verb = match view.norm(at) {
        "on" | "upon" => at.checked_sub(1).filter(|verb| relies(*verb))?,
        "for" => {
            let source = view.actors.iter().find(|a| a.end == at && a.party.is_country())?;
            let on = view.phrase_start(source).checked_sub(1).filter(|on| view.norm(*on) == "on")?;
            on.checked_sub(1).filter(|verb| relies(*verb))?
        }
        _ => return None,
    };
    let goods = goods_behind(search)?;
    let behind = goods.end..stop(view, search.start()).min(goods.end + 6);
    let named = view.norm(at) == "for"
        || ends_in(view, &behind, &[Role::From]).is_some()
        || view.actors.iter().any(|a| (search.start()..goods.start).contains(&a.at) && a.role == Role::Origin);
    named.then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}
