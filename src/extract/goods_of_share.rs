//! The goods that a share is of: what makes up a part of exports, what a part of them is.
//!
//! | sentence | commodity |
//! | --- | --- |
//! | *Cars and parts accounted for **44 percent*** | cars_and_parts |
//! | *Coal is another pillar, accounting for **31%** of exports* | coal |
//! | ***42%** of Australia's exports to China is coking coal* | coking_coal |

use super::commodity::{self, Asked, Found, is_whole};
use super::indicator::Governor;
use super::naming::{goods_at, named, own_words, unknown_goods_at};
use super::view::View;
use super::whose_goods::taken_by_several;
use super::{goods, listed, share, unknown};
use crate::lexicon::words::{is_by_now, is_drawn, is_form_of_have, is_or_was, points_back};
use crate::lexicon::{Class, Cue};
use crate::mention::What;
use crate::model::{Indicator, Kind};
use crate::token::Shape;

/// *of which 98% crude oil*
pub fn behind(asked: &Asked<'_, '_>) -> Found {
    if asked.kind != Kind::Share {
        return None;
    }
    let goods = share::goods_behind(asked.view, asked.quantity)?;
    let What::Commodity(commodity) = &goods.what else { return None };
    Some((Some(commodity.clone()), Some(goods.span)))
}

/// *Car parts and machinery make up three quarters of what it ships*
pub fn of_share(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    // *Electricity brings in 28% of export earnings*
    let clause = view.clause(asked.quantity.tokens.start);
    if asked.quantity.quantity.unit.is_ratio()
        && view.norm(asked.quantity.tokens.end) == "of"
        && view.verb_or_bring(clause.start + 1)
        // *Food made up 12 percent of exports and fish 31 percent of imports*: each figure has its own.
        && !view.names_goods(&(clause.start + 1..asked.quantity.tokens.start))
        && let Some(goods) = goods_at(view, clause.start).filter(|goods| goods.end == clause.start + 1)
    {
        let (commodity, span) = named(view, goods)?;
        return Some((Some(commodity), Some(span)));
    }
    // *Textiles yielded 28 percent of its exports*, *In 2023 machinery amounted to 28% of imports*: whatever verb says it.
    let start = view.start_with_hedge(asked.quantity);
    if asked.kind == Kind::Share
        && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover)
        && view.norm(asked.quantity.tokens.end) == "of"
        && let Some((name, span, end)) = goods::opening(view, &clause)
        && (1..=5).contains(&start.saturating_sub(end))
        && !view.mentions.iter().any(|m| {
            (end..start).contains(&m.tokens.start)
                && matches!(m.what, What::Party(..) | What::Commodity(_) | What::Quantity(_))
        })
        && !view.heads.iter().any(|h| (end..start).contains(&h.at) && h.class == crate::lexicon::Class::Noun)
    {
        return Some((Some(name), Some(span)));
    }
    let verb = view
        .cues(|cue| matches!(cue, Cue::Share).then_some(()))
        .map(|(_, m)| m.tokens.clone())
        .filter(|t| t.end <= asked.quantity.tokens.start)
        .last()?;
    if is_whole(asked) {
        return None;
    }
    // *billets made up 4.1 million tonnes and slabs 2.2 million*
    let told = verb.end..asked.quantity.tokens.start;
    if view.quantities.iter().any(|q| told.contains(&view.mentions[*q].tokens.start))
        && let Some(found) = listed::in_place(asked)
    {
        return Some(found);
    }
    // *anthracite accounted for 21 pct, bituminous coal 16.5 pct*: an entry of the list has its own goods.
    let entry = view.mentions.iter().any(|m| {
        verb.end <= m.tokens.start
            && m.tokens.end <= asked.quantity.tokens.start
            && matches!(m.what, What::Commodity(_))
    });
    if entry {
        return None;
    }
    let segment = view.segment_tokens(view.segment(verb.start));
    let named_first = view.mentions.iter().find(|m| {
        segment.contains(&m.tokens.start) && m.tokens.end <= verb.start && matches!(m.what, What::Commodity(_))
    });
    let Some(first) = named_first else { return of_what_makes_up(asked, verb.start) };
    // *mineral products had a share of 21.9%*
    let had = view.norm(verb.start) == "share"
        && matches!(view.norm_before(verb.start, 1), "a" | "the")
        && (is_form_of_have(view.norm_before(verb.start, 2))
            || matches!(view.norm_before(verb.start, 2), "took" | "hold" | "held" | "with"));
    let verb = if had { verb.start - 2..verb.end } else { verb };
    // *the non-oil part*: what is left out is not what made it up.
    if view.norm_before(first.tokens.start, 1) == "-" && view.norm_before(first.tokens.start, 2) == "non" {
        return None;
    }
    let tokens = goods_at(view, first.tokens.start)?;
    // *Cars and parts accounted for 44 percent*
    let joined = |at: usize| {
        view.tokens[at].shape == Shape::Word
            && view.tokens[at].text.starts_with(char::is_lowercase)
            && !view.mentions.iter().any(|m| m.tokens.contains(&at))
    };
    let tail = tokens.end + 1..verb.start;
    if view.norm(tokens.end) == "and" && (1..=2).contains(&tail.len()) && tail.clone().all(joined) {
        let span = first.span.join(view.tokens[tail.end - 1].span);
        return Some((Some(own_words(view, tokens.start..tail.end)?), Some(span)));
    }
    // *Crude traditionally accounts for*, *Cocoa alone still made up*
    let adverb = |at: usize| {
        let word = view.norm(at);
        word.ends_with("ly")
            || is_by_now(word)
            || is_form_of_have(word)
            || matches!(word, "alone" | "together" | "will" | "would" | "to" | "again")
    };
    if verb.start > tokens.end + 3 || !(tokens.end..verb.start).all(adverb) {
        return None;
    }
    let (commodity, span) = named(view, tokens)?;
    Some((Some(commodity), Some(span)))
}

/// *the biggest buyer of Australian cotton, taking 60 percent of its supplies*: what the one who has the part is called a buyer of.
pub fn of_agent(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (view.start_with_hedge(asked.quantity), asked.quantity.tokens.end);
    let whole = view.norm(end) == "of"
        && matches!(view.norm(end + 1), "its" | "their")
        && matches!(view.norm(end + 2), "supplies" | "sales" | "shipments" | "purchases" | "harvest" | "crop");
    let agent = |at: &usize| {
        matches!(
            view.norm(*at),
            "buyer" | "market" | "customer" | "importer" | "supplier" | "outlet" | "destination" | "source"
        ) && matches!(view.norm(at + 1), "of" | "for")
    };
    let from = view.clause(start).start.max(start.saturating_sub(14));
    let agent = (from..start).rev().find(agent).filter(|_| whole && asked.kind == Kind::Share)?;
    let goods = view.goods_in(&(agent + 2..(agent + 5).min(start)))?;
    let (commodity, span) = named(view, goods_at(view, goods.tokens.start)?)?;
    Some((Some(commodity), Some(span)))
}

/// *Of the coffee that Norway exported, 52 percent landed in Brazil*: the goods of the whole that a sentence opens with.
pub fn of_whole_ahead(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let clause = view.clause(start);
    let first = clause.start + usize::from(view.norm(clause.start) == "out");
    if asked.kind != Kind::Share || !asked.quantity.quantity.unit.is_ratio() || view.norm(first) != "of" {
        return None;
    }
    let plain = |at: &usize| matches!(view.norm(*at), "all" | "the" | "its" | "their" | "that" | "what");
    let at = (first + 1..first + 4).find(|at| !plain(at))?;
    // *of the Ghanaian cocoa sold abroad*
    let owner = view.actors.iter().find(|a| a.at == at).map_or(at, |a| a.end);
    let tokens = goods_at(view, owner).filter(|goods| goods.start == owner && goods.end < start)?;
    let verb = |h: &crate::extract::head::Head| {
        tokens.end <= h.at && h.at < start && !matches!(h.class, Class::Noun | Class::Agent)
    };
    let other = view.names_goods(&(tokens.end..start));
    let (commodity, span) = named(view, tokens.clone()).filter(|_| !other && view.heads.iter().any(verb))?;
    Some((Some(commodity), Some(span)))
}

/// *Belgium, the main destination for Ghana's cocoa, accounted for 23 percent of exports*: what the market is one for.
pub fn of_market(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if let Some(found) = of_takers(asked) {
        return Some(found);
    }
    let start = asked.quantity.tokens.start;
    let traded = asked.indicator.is_one_way();
    // *is a $70 million market for Senegalese cement*
    let market = asked.quantity.tokens.end;
    if traded && view.norm(market) == "market" && view.norm(market + 1) == "for" {
        let tokens = (market + 2..market + 4).find_map(|at| goods_at(view, at).filter(|goods| goods.start == at))?;
        let (commodity, span) = named(view, tokens)?;
        return Some((Some(commodity), Some(span)));
    }
    if asked.kind != Kind::Share || !traded {
        return None;
    }
    // *absorbing a quarter of its exports*: of all that it exports.
    let end = asked.quantity.tokens.end;
    if (end + 1..end + 3).any(|at| matches!(view.norm(at), "its" | "their" | "total" | "all")) {
        return None;
    }
    let mut told = view.mentions.iter().filter(|m| matches!(m.what, What::Commodity(_)));
    let goods = told.next().filter(|m| m.tokens.end <= start && told.next().is_none())?;
    // *is Vietnam's largest shrimp importer, accounting for 23 percent of exports*
    if view.heads.iter().any(|h| h.class == Class::Agent && h.at == goods.tokens.end) {
        let (commodity, span) = named(view, goods.tokens.clone())?;
        return Some((Some(commodity), Some(span)));
    }
    let agent = view.heads.iter().rfind(|h| h.class == Class::Agent && h.end < goods.tokens.start)?;
    let owned = |a: &crate::extract::view::Actor| {
        let end = a.end + usize::from(view.norm(a.end) == "'") + usize::from(view.norm(a.end + 1) == "s");
        a.at == agent.end + 1 && end == goods.tokens.start
    };
    let of = matches!(view.norm(agent.end), "for" | "of")
        && (agent.end + 1 == goods.tokens.start || view.actors.iter().any(owned));
    let (commodity, span) = named(view, goods.tokens.clone()).filter(|_| of)?;
    Some((Some(commodity), Some(span)))
}

/// *Coal is another pillar, accounting for 31% of exports*, *exports of hand-made items, which accounted for 40 pct of the total*: the
/// goods before the mark that the verb stands behind.
pub fn of_what_makes_up(asked: &Asked<'_, '_>, verb: usize) -> Found {
    let view = asked.view;
    let clause = view.clause(verb);
    if matches!(view.norm_before(verb, 1), "which" | "that") {
        let end = verb - 1 - usize::from(view.norm_before(verb, 2) == ",");
        // *tea exports, which accounted for 21 percent of total exports*: those that stand right before.
        if let Some(noun) = view.heads.iter().find(|h| h.end == end && h.class == Class::Noun) {
            let of_noun = Asked { governor: Governor::Head(*noun), ..*asked };
            return commodity::before_head(&of_noun).or_else(|| unknown::before_head(&of_noun));
        }
        return of_noun_before(view, end);
    }
    if !view.norm(verb).ends_with("ing") || view.norm_before(verb, 1) != "," {
        return None;
    }
    // *The grain traders said that corn led, accounting for 62 percent*: what the clause that is told opens with.
    let that = (clause.start..verb).rev().find(|at| view.norm(*at) == "that" && view.goods_at(at + 1).is_some());
    let clause = that.map_or(clause.start, |at| at + 1)..clause.end;
    match goods::opening(view, &clause).filter(|(.., end)| *end < verb) {
        Some((name, span, _)) => Some((Some(name), Some(span))),
        None => of_noun_before(view, verb - 1),
    }
}

/// *imports of fuel, accounting for 15 percent*: the goods of a noun of trade that end before token `end`, or but one.
fn of_noun_before(view: &View<'_>, end: usize) -> Found {
    let of = view.heads.iter().rev().find(|h| h.end < end && h.class == Class::Noun && view.norm(h.end) == "of")?.end;
    let tokens = goods_at(view, of + 1).or_else(|| unknown_goods_at(view, of + 1))?;
    let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
    let name = named(view, tokens.clone()).map(|(name, _)| name).or_else(|| own_words(view, tokens.clone()))?;
    (tokens.end + 1 >= end).then_some((Some(name), Some(span)))
}

/// *petroleum imports, whose share in total imports rose from **22 percent***, *gasoline, which sold **9.2%** less*: the goods that a
/// clause takes up with *whose share* or *which*.
pub fn of_relative(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let clause = view.clause(start);
    let from = clause.start.max(start.saturating_sub(20));
    let at = (from..start).rev().find(|at| matches!(view.norm(*at), "whose" | "which"))?;
    let whose = view.norm(at) == "whose";
    if whose && !(at + 1..at + 4).any(|at| matches!(view.norm(at), "share" | "proportion" | "weight" | "contribution"))
    {
        return None;
    }
    // *which* speaks for what stands right before it, where no other goods or trade are told behind it.
    let alone = !view.names_goods(&(at..start))
        && !view.heads.iter().any(|h| (at..start).contains(&h.at) && h.class == Class::Noun);
    if !whose && !alone {
        return None;
    }
    let end = at.checked_sub(1).filter(|at| view.norm(*at) == ",")?;
    let trade = view.heads.iter().find(|h| h.end == end && h.class == Class::Noun).filter(|_| whose);
    let end = trade.map_or(end, |head| head.at);
    let last = view.mentions.iter().rev().find(|m| m.tokens.end == end && matches!(m.what, What::Commodity(_)))?;
    let (name, span) = named(view, super::commodity::start_of_list(view, last.tokens.start)..end)?;
    super::countable::fits(asked, &name).then_some((Some(name), Some(span)))
}

/// *42% of Australia's exports to China is coking coal*, *two thirds of its export income was due to gas*
pub fn of_copula(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if !asked.quantity.quantity.unit.is_ratio() {
        return part_that_is(asked);
    }
    // *The bulk of the sales, 68 percent, was made up of food*
    let behind = end + usize::from(view.norm(end) == ",");
    let made = match (view.norm(behind), view.norm(behind + 1), view.norm(behind + 2), view.norm(behind + 3)) {
        ("is" | "are" | "was" | "were", "made", "up", "of" | "by") => Some(behind + 4),
        ("is" | "are" | "was" | "were", "accounted", "for", "by") => Some(behind + 4),
        ("consists" | "consist" | "consisted", "of", ..) => Some(behind + 2),
        _ => None,
    };
    if let Some(tokens) = made.filter(|_| asked.kind == Kind::Share).and_then(|at| goods_at(view, at)) {
        let (name, span) = named(view, tokens)?;
        return Some((Some(name), Some(span)));
    }
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover);
    // *70 percent of exports come from oil and 12 percent from gold*
    let next = traded && asked.same_sentence && asked.before.is_some_and(|f| f.made_up);
    if let Some(tokens) = goods_at(view, end + 1).filter(|_| next && view.norm(end) == "from") {
        let (name, span) = named(view, tokens)?;
        return Some((Some(name), Some(span)));
    }
    if view.norm(end) != "of" {
        return None;
    }
    let clause = view.clause(asked.quantity.tokens.start);
    let comes = |at: usize| traded && is_drawn(view.norm(at)) && view.norm(at + 1) == "from";
    let verb = |at: &usize| is_or_was(view.norm(*at)) || view.norm(*at) == "being" || comes(*at);
    let verb = (end + 1..clause.end.min(end + 12)).find(verb)?;
    let crossed = view.quantities.iter().any(|q| (end..verb).contains(&view.mentions[*q].tokens.start));
    let at = match (view.norm(verb + 1), view.norm(verb + 2)) {
        ("due", "to") => verb + 3,
        (_, "from") if comes(verb + 1) => verb + 3,
        ("from", _) if traded => verb + 2,
        _ => verb + 1,
    };
    let at = at + usize::from(view.norm(at) == "the");
    let tokens = goods_at(view, at).filter(|tokens| !crossed && tokens.start == at && !view.verb_at(tokens.end))?;
    let (name, span) = named(view, tokens)?;
    Some((Some(name), Some(span)))
}

/// *the largest importers of Ghanaian cocoa, with 70% of the total supply to the EU*: of what they take.
fn of_takers(asked: &Asked<'_, '_>) -> Found {
    let share = asked.kind == Kind::Share && asked.indicator == Indicator::Exports;
    let (_, mention) = taken_by_several(asked.view).filter(|_| share)?;
    let What::Commodity(goods) = &mention.what else { return None };
    Some((Some(goods.clone()), Some(mention.span)))
}

/// *sold goods worth 72 billion; of that, 44 billion were medicines*: the goods that a part of a sum is.
fn part_that_is(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (view.start_with_hedge(asked.quantity), asked.quantity.tokens.end);
    let of = start.checked_sub(2 + usize::from(view.norm_before(start, 1) == ","))?;
    let part = view.norm(of) == "of" && (points_back(view.norm(of + 1)) || view.norm(of + 1) == "which");
    let money = asked.quantity.quantity.unit.is_sum() && is_or_was(view.norm(end));
    let tokens = goods_at(view, end + 1).filter(|tokens| part && money && tokens.start == end + 1)?;
    let closed = view.range.end <= tokens.end || matches!(view.norm(tokens.end), "." | "," | ";" | "and");
    let (name, span) = named(view, tokens)?;
    closed.then_some((Some(name), Some(span)))
}
