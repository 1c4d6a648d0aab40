//! Figures that are the subject of what they are, or an aim that is named by its figure alone.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | ***$4 billion** was the volume of our trade with Chile* | turnover | `was_the_volume` |
//! | *The goal of **$10 billion** set for 2030 is near*, of two countries | turnover | `aim_of_two` |
//! | *purchases from Chile cost Peru **$4 billion*** | imports | `goods_cost` |
//! | ***50 million barrels** of crude went down the pipe* | exports | `down_the_pipe` |
//! | *sold wheat, which is **26 percent** less* | what was told before | `which_is` |
//! | *Its share was 6 percent. This indicator had been **5 percent*** | that share | `share_again` |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Found, Governor, Search, found};
use super::told::{head_at, start_of, told};
use super::view::View;
use crate::lexicon::words::{
    costs, is_article, is_demonstrative, is_form_of_be, is_form_of_have, is_line, is_merchandise, is_possessive,
};
use crate::lexicon::{Class, Cue, Topic};
use crate::model::{Decimal, Indicator};

/// ***$4 billion** has been the value of Kenya's exports*: the noun of trade behind the verb that sets a figure equal to it.
pub fn was_the_volume(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let equal = |at: usize| matches!(view.norm(at), "makes" | "made" | "constitutes" | "constituted" | "represents");
    let verb = view.last_helping(end).filter(|at| is_form_of_be(view.norm(*at)));
    let mut at = verb.or_else(|| equal(end).then_some(end))? + 1;
    // *was what Peru sold*, *was equal to the trade*
    at += 2 * usize::from(view.norm(at) == "equal" && view.norm(at + 1) == "to");
    let owned = is_article(view.norm(at)) || is_possessive(view.norm(at));
    let amount = |at: usize| {
        matches!(
            view.norm(at),
            "volume"
                | "value"
                | "total"
                | "amount"
                | "sum"
                | "size"
                | "worth"
                | "figure"
                | "scale"
                | "extent"
                | "turnover"
        )
    };
    let named = owned && (at + 1..at + 4).any(amount) || amount(at);
    let clause = view.clause(search.start());
    let first = !view.heads.iter().any(|h| clause.contains(&h.at) && h.at < search.start() && h.class == Class::Noun);
    // *was the smallest sum of the five, although its trade grew*
    let comma = |h: &Head| (at..h.at).any(|at| view.norm(at) == ",");
    let of_trade = |h: &&Head| at <= h.at && h.at <= at + 9 && h.class == Class::Noun && of_trade(h) && !comma(h);
    let head = view.heads.iter().find(of_trade).filter(|_| named && first)?;
    found(search, *head)
}

/// Whether a head is of what two countries trade, or of what one makes or uses.
fn of_trade(head: &Head) -> bool {
    head.topic != Topic::Other && head.topic != Topic::Same && head.indicator() != Some(Indicator::Price)
}

/// *The goal of **$10 billion** set for 2030 is near*, in a text about two countries that told of nothing else: an aim in so much money is of
/// their trade.
pub fn aim_of_two(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let million = Decimal::from(1_000_000);
    let much = view.quantity(search.quantity).is_some_and(|q| q.quantity.value >= million);
    let of = start.checked_sub(1).filter(|at| search.of_two && much && view.norm(*at) == "of")?;
    let aim = of.checked_sub(1).filter(|at| view.range.contains(at) && is_aim(view, *at))?;
    let headed = |h: &Head| h.class == Class::Noun && h.at < search.end() + 12;
    let set = (search.end()..search.end() + 6).any(|at| {
        matches!(view.norm(at), "set" | "agreed" | "named" | "fixed" | "stated" | "declared" | "announced" | "outlined")
            || matches!(view.norm(at), "2025" | "2026" | "2027" | "2028" | "2030" | "2035" | "2040")
    });
    (set && !view.heads.iter().any(headed)).then(|| told(search, aim, Indicator::Turnover, Class::Noun))?
}

/// *The **goal** of*, *the trade **target** of*: what two want to reach.
fn is_aim(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.norm(at),
        "target"
            | "goal"
            | "aim"
            | "objective"
            | "mark"
            | "milestone"
            | "benchmark"
            | "threshold"
            | "ambition"
            | "bar"
            | "figure"
    ) && (is_article(view.norm_before(at, 1))
        || is_possessive(view.norm_before(at, 1))
        || matches!(view.norm_before(at, 1), "ambitious" | "joint" | "common" | "new" | "initial" | "s"))
}

/// *Peru's share was 6.2 percent. However, this indicator fell by **0.7 percentage points***: a part of the trade told last, which the next
/// sentence has as its subject.
pub fn share_again(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.topic || !search.share_told {
        return None;
    }
    let noun = subject_of_share(view).filter(|at| *at < search.start())?;
    let other = |h: &Head| h.at > noun && h.at < search.start() && h.topic != Topic::Same;
    if view.norm(search.end()) == "of" || view.heads.iter().any(other) {
        return None;
    }
    Some((Governor::Topic, Some(view.tokens[noun].span)))
}

/// The noun or pronoun that a sentence has as its subject and that stands for a part told before: *This **index***, ***It***.
pub fn subject_of_share(view: &View<'_>) -> Option<usize> {
    let opens = matches!(
        view.norm(view.range.start),
        "however" | "thus" | "but" | "yet" | "meanwhile" | "besides" | "moreover"
    );
    let first = view.range.start + usize::from(opens) + usize::from(opens && view.norm(view.range.start + 1) == ",");
    let pointing =
        is_article(view.norm(first)) || is_possessive(view.norm(first)) || is_demonstrative(view.norm(first));
    let noun = if pointing { first + 1 } else { first };
    let noun = noun + usize::from(pointing && matches!(view.norm(noun), "same" | "latter"));
    let stands = matches!(
        view.norm(noun),
        "index" | "indicator" | "figure" | "share" | "proportion" | "percentage" | "ratio" | "rate" | "weight"
    );
    let way = |at: usize| {
        let mut ways = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()));
        ways.any(|(_, m)| m.tokens.start == at)
    };
    let moves = |at: usize| is_form_of_be(view.norm(at)) || is_form_of_have(view.norm(at)) || way(at);
    ((pointing && stands || !pointing && view.norm(noun) == "it") && moves(noun + 1)).then_some(noun)
}

/// ***50 million barrels** of crude went down the pipe*, *flowed along the line*: what a line carries, told from the goods.
pub fn down_the_pipe(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let goods = if view.norm(end) == "of" { view.goods_in(&(end + 1..end + 3)) } else { None };
    let verb = goods.map_or(end, |m| m.tokens.end);
    let verb = verb + usize::from(is_form_of_have(view.norm(verb)));
    let goes = matches!(
        view.norm(verb),
        "went" | "goes" | "gone" | "flowed" | "flows" | "ran" | "runs" | "travelled" | "traveled" | "passed" | "moved"
    );
    let along = matches!(view.norm(verb + 1), "down" | "along" | "through" | "by" | "over" | "via");
    let line = (verb + 2..verb + 5).any(|at| is_line(view.norm(at)));
    (goes && along && line).then(|| head_at(search, verb, Topic::Flow, Class::VerbOut))?
}

/// *sold 2.2 million tonnes abroad, which is **26 percent** less than in 2020, the lowest index since 2015*: how the statement before compares, by
/// a relative clause with the ratio right behind its verb.
pub fn which_is(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let start = start - usize::from(view.norm_before(start, 1) == "by");
    let which = view.norm_before(start, 2) == "which" && is_form_of_be(view.norm_before(start, 1));
    let way = matches!(
        view.norm(search.end()),
        "down" | "up" | "less" | "more" | "lower" | "higher" | "fewer" | "below" | "above"
    );
    (search.unit.is_ratio() && search.follows && which && way).then_some((Governor::Previous, None))
}

/// *purchases from Chile cost **$4 billion***, *Chilean goods costing it **$4 billion***: what the goods of another cost is what is bought of them.
pub fn goods_cost(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    // *cost the country*, *costing it*, *came at a cost of*
    let verb = (start.saturating_sub(3).max(view.range.start)..start).rev().find(|at| costs(view.norm(*at)))?;
    let whom = |at: usize| {
        matches!(view.norm(at), "the" | "it" | "them" | "us" | "country" | "state" | "of" | "kingdom" | "republic")
            || view.actors.iter().any(|a| a.at <= at && at < a.end)
    };
    if search.unit.is_price() || !(verb + 1..start).all(whom) {
        return None;
    }
    let clause = view.clause(start);
    // *deliveries from Japan, machines above all, cost Peru*: behind an aside.
    let aside = view.norm_before(verb, 1) == ",";
    let from = if aside { view.range.start } else { clause.start };
    let noun = (from.max(verb.saturating_sub(9))..verb).rev().find(|at| {
        is_merchandise(view.norm(*at))
            || matches!(view.norm(*at), "purchases" | "imports" | "deliveries" | "supplies" | "shipments" | "arrivals")
    })?;
    // *importing products costing $4 billion*: of that verb.
    let by_verb = view.heads.iter().find(|h| h.end == noun && matches!(h.class, Class::VerbIn | Class::VerbOut));
    if let Some(head) = by_verb {
        return found(search, *head);
    }
    let near = noun.saturating_sub(2)..verb;
    let whose = view.actors.iter().any(|a| {
        near.contains(&a.at)
            && a.party.is_country()
            && (a.at < noun && is_merchandise(view.norm(noun)) || a.role == Role::From)
    });
    let bought = matches!(view.norm(noun), "imports" | "purchases") || whose;
    let bought = bought && view.first_quantity(&(noun..verb)).is_none();
    bought.then(|| told(search, noun, Indicator::Imports, Class::Noun))?
}
