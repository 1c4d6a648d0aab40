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

use super::deed::{acts, carries_nothing, end_in, goods_behind, helps, is_verbal, owner_in, stop};
use super::grammar::Role;
use super::indicator::{Found, Search};
use super::told::{head_at, start_of, told, told_by_verb};
use super::view::{Actor, View};
use crate::lexicon::words::{crosses_over, is_bound, is_deal, is_line, is_or_was, leads_infinitive, relies};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Decimal, Dimension, Indicator, Party};
use crate::token::Shape;

/// Whether a figure counts goods or power.
fn is_amount(search: &Search<'_, '_>) -> bool {
    search.unit.is_goods() || search.unit.measure.dimension() == Dimension::Power
}

/// *4 bcm*, *900 GWh*, *300 MW*: whether the unit says what goods it counts.
fn tells_goods_by_unit(search: &Search<'_, '_>) -> bool {
    let million = Decimal::from(1_000_000);
    match search.unit.measure.dimension() {
        Dimension::Power | Dimension::Energy => true,
        Dimension::Volume => {
            search.view.quantity(search.quantity).is_some_and(|q| q.quantity.value >= million) && search.unit.is_bulk()
        }
        _ => false,
    }
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
    let moves = helped || is_verbal(word) || word.ends_with('s');
    let other = carries_nothing(view, verb);
    if !lower || !moves || other || view.mentions.iter().any(|m| m.tokens.contains(&verb) && !is_cue(m)) {
        return None;
    }
    let behind = verb + 1..stop.min(verb + 10);
    // *is heading for Mexico*
    let bound = is_bound(word) || matches!(word, "earmarked" | "leaving" | "sailing");
    let roles = [Role::To, Role::From, Role::Via, Role::For];
    let end = end_in(view, &behind, &roles[..if bound { 4 } else { 3 }])?;
    // Between them stand only *its way*, *on*, *by pipe*, *mainly*.
    let near = end.at - verb <= 6;
    let crossed = end.role == Role::Via && end.party.is_country();
    if crossed && near && crosses(view, verb + 1) {
        return told(search, verb, Indicator::Transit, Class::VerbOf);
    }
    let ends = if end.role == Role::Via { end_in(view, &(end.end..behind.end), &[Role::To, Role::From])? } else { end };
    // *2 bcm of gas were drawn by Togo from Ghana*: who did it takes what comes from another.
    let by = |a: &Actor| {
        behind.contains(&a.at)
            && view.norm_before(view.phrase_start(a), 1) == "by"
            && a.party.is_country()
            && a.party != ends.party
    };
    if near && ends.role == Role::From && helped && view.actors.iter().any(by) {
        return told_by_verb(search, verb, Indicator::Imports, Class::VerbIn, true);
    }
    (near && ends.role != Role::Via).then(|| head_at(search, verb, Topic::Flow, Class::VerbOut))?
}

/// Whether a mention is of trigger phrases alone.
fn is_cue(mention: &crate::mention::Mention) -> bool {
    matches!(mention.what, What::Cues(_))
}

/// *through Belarus*, *across the territory of Georgia*: whether a word that crosses a place stands at a token.
fn crosses(view: &View<'_>, at: usize) -> bool {
    crosses_over(view.norm(at))
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
    from_to || route || between && is_line(view.norm_before(verb, 1))
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
        (matches!(view.norm(end), "to" | "into" | "from") && search.unit.is_goods()).then_some(end..end)
    };
    let goods = goods_behind(search).or_else(bare)?;
    if let Some(moved) = which_someone_moved(search, &goods) {
        return Some(moved);
    }
    let at = start_of(search).checked_sub(1).filter(|at| view.range.contains(at))?;
    // *drew a total of 4 bcm*
    let total = view.norm(at) == "of" && view.norm_before(at, 1) == "total";
    let at = if total { at.checked_sub(3)? } else { at };
    let word = view.norm(at);
    let token = &view.tokens[at];
    let lower = token.shape == Shape::Word && token.text.starts_with(char::is_lowercase);
    if !lower || helps(word) || carries_nothing(view, at) {
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
    let before = view.norm_before(at, 1);
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
    if let Some(to) = end_in(view, &behind, &[Role::To]).filter(|to| to.party != party && to.at - goods.end <= 6) {
        let near = end_in(view, &behind, &[Role::From]).is_none_or(|from| from.party != to.party);
        return near.then(|| told(search, at, Indicator::Exports, Class::VerbOut))?;
    }
    let origin = owner_in(view, &(search.start() + 1..goods.start));
    let from = end_in(view, &behind, &[Role::From]).filter(|from| from.at - goods.end <= 4).or(origin)?;
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
    let headed = view.is_headed(&(that..=verb));
    if !verbal || headed || carries_nothing(view, verb) {
        return None;
    }
    let end = end_in(view, &(verb + 1..stop.min(verb + 6)), &[Role::To, Role::From])?;
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
    let goods = goods_behind(search).is_some() || tells_goods_by_unit(search);
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
        "up" => view.norm_before(verb, 1) == "signed" && view.norm(link) == "for",
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
        || end_in(view, &behind, &[Role::From]).is_some()
        || view.actors.iter().any(|a| (search.start()..goods.start).contains(&a.at) && a.role == Role::Origin);
    named.then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}
