//! Figures that no trigger phrase governs, but whose unit and neighbours say what they count.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *The gap between exports and imports hit **$672 billion*** | balance | `gap_between` |
//! | *mined 5.7 million tonnes, **40 percent** of which went to China* | exports | `part_that_goes` |
//! | *Qatar has **30 percent** of the world's LNG trade* | exports | `part_of_world_trade` |
//! | *Gas from Texas to Mexico averaged **6 bcf a day*** | exports | `goods_on_the_way` |
//! | *Iraq, with **$6.9 billion**, and Turkey, with $4.2 billion, were the main buyers* | imports | `ranked_behind` |
//! | *Mali was the main buyer (**1.7 million tonnes**)* | imports | `agent_before_bracket` |
//! | *The rest, **3,000 tonnes**, went to Japan* | exports | `verb_behind_apposition` |
//! | *trade swung to a **604 mln dlr** deficit* | balance | `balance_behind` |

use std::ops::Range;

use super::grammar::{Opening, Role};
use super::head::Head;
use super::indicator::{Found, Governor, Search};
use super::view::View;
use crate::lexicon::words::{
    goes, is_article, is_form_of_be, is_form_of_have, is_line, is_main, is_next_in_line, is_or_was, leads_list,
    points_back, remains,
};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator};

/// A head that is no trigger phrase: the word at token `at`, with this meaning.
pub fn head_at(search: &Search<'_, '_>, at: usize, topic: Topic, class: Class) -> Found {
    let span = search.view.tokens.get(at)?.span;
    Some((Governor::Head(Head { at, end: at + 1, span, topic, class, passive: false }), Some(span)))
}

pub fn told(search: &Search<'_, '_>, at: usize, topic: Indicator, class: Class) -> Found {
    head_at(search, at, Topic::Of(topic), class)
}

/// What a verb at `at` tells that is or is not in the passive.
pub fn told_by_verb(search: &Search<'_, '_>, at: usize, topic: Indicator, class: Class, passive: bool) -> Found {
    let (governor, span) = told(search, at, topic, class)?;
    let Governor::Head(head) = governor else { return None };
    Some((Governor::Head(Head { passive, ..head }), span))
}

/// The first token of a figure and of what hedges it.
pub fn start_of(search: &Search<'_, '_>) -> usize {
    let view = search.view;
    let start = search.start();
    view.quantity(search.quantity).map_or(start, |q| view.start_with_hedge(q))
}

/// Whether who stands before token `with` is told there to be the first of a list.
pub fn tops_the_list(view: &View<'_>, with: usize) -> Option<usize> {
    if view.norm(with) != "with" && view.norm(with) != "at" {
        return None;
    }
    let from = with.saturating_sub(4).max(view.range.start);
    (from..with).find(|at| match view.norm(*at) {
        "tops" | "topped" | "heads" | "headed" | "leads" | "led" => {
            matches!(view.norm(at + 1), "the" | "a")
                && matches!(view.norm(at + 2), "list" | "ranking" | "table" | "field")
                || at + 1 == with
        }
        "is" | "are" | "was" | "were" | "ranks" | "ranked" | "came" | "comes" | "remained" | "remains" | "stands"
        | "stood" => {
            // *Peru is in front with 36 percent*
            let front = view.norm(at + 1) == "in" && matches!(view.norm(at + 2), "front" | "lead");
            view.norm(at + 1) == "first" || front || view.norm(at + 1) == "ahead"
        }
        _ => false,
    })
}

/// *85 percent of the crude goes to Europe. Italy tops the list with **32 percent***: the same of the first of them.
pub fn first_of_list(search: &Search<'_, '_>) -> Found {
    let at = start_of(search).checked_sub(1).filter(|_| search.topic || search.follows)?;
    let top = tops_the_list(search.view, at)?;
    let acts = search.view.actors.iter().any(|a| a.role == Role::Subject && a.end <= top && a.party.is_country());
    // *exported 1.2 million tonnes: Germany came first with 180,000*
    let governor = if search.follows { Governor::Previous } else { Governor::Topic };
    acts.then(|| (governor, Some(search.view.tokens[top].span)))
}

/// *The gap between exports and imports hit $672 billion*: the balance, a deficit unless exports are told to be the larger.
pub fn gap_between(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = search.start();
    let clause = view.clause(start);
    let gap = (clause.start..start).find(|at| {
        matches!(view.norm(*at), "gap" | "difference" | "imbalance" | "shortfall") && view.norm(*at + 1) == "between"
    })?;
    let of = |indicator| {
        view.heads.iter().find(|h| gap < h.at && h.at <= gap + 10 && h.at < start && h.topic == Topic::Of(indicator))
    };
    // *the gap between what the country sells and what it buys abroad*
    let bought =
        |h: &&crate::extract::head::Head| h.class == Class::VerbIn && gap < h.at && h.at <= gap + 20 && h.at < start;
    let sold =
        |h: &&crate::extract::head::Head| h.class == Class::VerbOut && gap < h.at && h.at <= gap + 14 && h.at < start;
    let exports = of(Indicator::Exports).or_else(|| view.heads.iter().find(sold))?;
    let imports = of(Indicator::Imports).or_else(|| view.heads.iter().find(bought))?;
    let later = view.heads.iter().any(|h| h.at > exports.end.max(imports.end) && h.at < start);
    let money = search.unit.is_ratio() || search.unit.measure.dimension() == Dimension::Money;
    (money && !later).then(|| head_at(search, gap, Topic::Deficit, Class::Noun))?
}

/// *trade swung to a **604 mln dlr** deficit*, *last year's record **169 billion dlr** U.S. trade deficit*: the noun that the
/// amount stands before, whatever had the deficit.
pub fn balance_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let mention = &view.mentions[search.quantity].tokens;
    let money = search.unit.is_sum();
    let described = |at: &usize| {
        matches!(view.norm(*at), "record" | "unadjusted" | "adjusted" | "seasonally" | "revised" | "provisional")
    };
    // *leaving it $2.1 billion in the red*
    let place = (view.norm(mention.end), view.norm(mention.end + 1), view.norm(mention.end + 2));
    match place {
        ("in", "the", "red") if money => return head_at(search, mention.end + 2, Topic::Deficit, Class::Noun),
        ("in", "the", "black") if money => return head_at(search, mention.end + 2, Topic::Surplus, Class::Noun),
        _ => {}
    }
    // *was in the red on its trade by 900 million crowns*
    let clause = view.clause(mention.start);
    let colour = (clause.start.max(mention.start.saturating_sub(14))..mention.start).rfind(|at| {
        matches!(view.norm(*at), "red" | "black")
            && view.norm_before(*at, 1) == "the"
            && view.norm(at.saturating_sub(2)) == "in"
    });
    let trade = |h: &Head| matches!(h.topic, Topic::Of(Indicator::Turnover | Indicator::Balance));
    // *With Peru the country is still in the black, by $7.3 billion*, behind what it sold: on its trade with that one.
    let traded = search.exports_before || search.imports_before;
    let with = |a: &super::view::Actor| clause.contains(&a.at) && a.role == Role::With;
    if let Some(at) = colour.filter(|at| money && view.first_quantity(&(*at..mention.start)).is_none())
        && (view.heads.iter().any(|h| clause.contains(&h.at) && trade(h)) || traded && view.actors.iter().any(with))
    {
        let topic = if view.norm(at) == "red" { Topic::Deficit } else { Topic::Surplus };
        return head_at(search, at, topic, Class::Noun);
    }
    let before = (view.range.start..mention.start).rev().find(|at| !described(at))?;
    if !money || !(is_article(view.norm(before)) || view.norm(before) == "s") {
        return None;
    }
    let head = view.heads.iter().find(|h| h.at >= mention.end)?;
    if head.at > mention.end + 5 || !matches!(head.topic, Topic::Surplus | Topic::Deficit) {
        return None;
    }
    let plain = |at: usize| {
        matches!(
            view.norm(at),
            "trade" | "net" | "overall" | "annual" | "-" | "merchandise" | "bilateral" | "visible" | "."
        ) || view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Party(..) | What::Period(_)))
    };
    (mention.end..head.at).all(plain).then_some((Governor::Head(*head), Some(head.span)))
}

/// *a record trade surplus - the value of what is sold over what is bought - at **$1.19 trillion***: the noun before what dashes
/// set off to explain it.
pub fn over_dashes(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let own = view.segment(search.start());
    let (start, aside) = (search.segment().start, view.segment_tokens(own.checked_sub(1)?));
    let dash = |at: usize| view.norm_before(at, 1) == "-" && (!view.tokens[at - 1].is_joined() || view.norm(at) == "-");
    // Wires write a dash as two hyphens: *Saudi output -- excluding movements into stocks -- fell*
    let verb = start + usize::from(view.norm(start) == "-");
    let joins = matches!(view.norm(verb), "of" | "at" | "to" | "by" | "was" | "were") || view.verb_at(verb);
    let goes_on = joins && search.start() <= verb + 3;
    if own < 2 || !goes_on || !dash(start) || !dash(aside.start) || view.first_quantity(&aside).is_some() {
        return None;
    }
    let head = view.heads.iter().rfind(|h| h.end + 1 == aside.start && h.class == Class::Noun)?;
    Some((Governor::Head(*head), Some(head.span)))
}

/// *to generate about A$420 million ($290 million) in export earnings*: the trade that an amount is told to be in, whatever verb is
/// before it and whatever bracket between.
pub fn in_trade_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_sum() {
        return None;
    }
    let mut end = search.end();
    if view.norm(end) == "(" {
        end = (end..end + 8).find(|at| view.norm(*at) == ")")?;
    }
    end += usize::from(view.norm(end) == ")");
    if end == search.end() || view.norm(end) != "in" {
        return None;
    }
    let plain = usize::from(matches!(view.norm(end + 1), "annual" | "total" | "additional"));
    let head = view.heads.iter().find(|h| h.at == end + 1 + plain && h.class == Class::Noun)?;
    let traded = matches!(head.topic, Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover));
    traded.then_some((Governor::Head(*head), Some(head.span)))
}

/// *Chinese firms signed investment deals in Italy, with a combined value of €270 million*: what investments are worth together.
pub fn value_of_investments(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let of = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "of")?;
    let money = search.unit.is_sum();
    if !money || !matches!(view.norm_before(of, 1), "value" | "worth") {
        return None;
    }
    let deals = |at: &usize| {
        matches!(view.norm(*at), "investment" | "investments")
            && (view.norm(*at) == "investments"
                || matches!(
                    view.norm(at + 1),
                    "deals" | "deal" | "agreements" | "contracts" | "projects" | "proposals"
                ))
    };
    let at = (view.range.start..of).rev().find(deals)?;
    let other = view.heads.iter().any(|h| (at + 2..of - 1).contains(&h.at) && h.class == Class::Noun);
    (!other && view.first_quantity(&(at..of)).is_none())
        .then(|| told(search, at, Indicator::Investment, Class::Noun))?
}

/// *(€12.9 billion export/€32.1 billion import)*: the noun right behind the second of two that a stroke parts.
pub fn behind_a_stroke(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if view.norm_before(start_of(search), 1) != "/" {
        return None;
    }
    let noun = view.heads.iter().find(|h| h.at == search.end() && h.class == Class::Noun && h.topic != Topic::Other)?;
    Some((Governor::Head(*noun), Some(noun.span)))
}

/// *Gas from Texas to Mexico averaged 6 bcf a day*, *coal from Australia to India rose 4 percent*
pub fn goods_on_the_way(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = search.start();
    let segment = search.segment();
    // *a cargo of 50,000 tonnes of bauxite from Brazil to Cuba*
    let end = search.end();
    let behind = |role: Role| view.actors.iter().find(|a| a.role == role && (end..end + 12).contains(&a.at));
    let goods = view.quantity(search.quantity).is_some_and(|q| q.goods.is_some());
    if search.unit.is_bulk()
        && (view.norm(end) == "of" || goods && view.norm(end) == "from")
        && let (Some(from), Some(to)) = (behind(Role::From), behind(Role::To))
        && from.at < to.at
        && to.end < segment.end + 1
        && to.at - from.end <= 3
        && view.first_quantity(&(end..to.at)).is_none()
    {
        return told(search, end, Indicator::Exports, Class::Noun);
    }
    let ends = |role: Role| view.actors.iter().find(|a| a.role == role && segment.contains(&a.at) && a.end <= start);
    let (from, to) = (ends(Role::From)?, ends(Role::To)?);
    let (first, last) = (from.at.min(to.at), from.end.max(to.end));
    let goods = view.mentions.iter().rfind(|m| {
        segment.start <= m.tokens.start
            && matches!(m.what, What::Commodity(_))
            && m.tokens.end < first
            && first - m.tokens.end <= 2
    })?;
    let amount = matches!(
        search.unit.measure.dimension(),
        Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Count
    );
    let headed = view.heads.iter().any(|h| segment.contains(&h.at) && h.at < start);
    // *The gas pipeline from Bolivia to Brazil is rated at 20 bcm a year*: what it can move.
    let rated = search.unit.is_rate() && (goods.tokens.end..first).any(|at| is_line(view.norm(at)));
    let near = view.first_quantity(&(goods.tokens.end..start)).is_none() && start - last <= 6 && !rated;
    ((amount || search.unit.is_ratio()) && !headed && near)
        .then(|| told(search, goods.tokens.start, Indicator::Exports, Class::Noun))?
}

/// *Uzbekistan was the main customer (1.7 million tonnes)*: what the bracket right behind a trader holds.
pub fn agent_before_bracket(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let index = view.segment(search.start());
    let opens = view.segments.get(index).filter(|s| s.opening == Opening::Bracket)?.tokens.start;
    let agent = view.heads.iter().find(|h| h.class == Class::Agent && h.end + 1 == opens)?;
    let first = view.first_quantity(&search.segment()) == Some(search.quantity);
    first.then_some((Governor::Head(*agent), Some(agent.span)))
}

/// *Wheat ($1.5 billion) and coal ($1.2 billion) were the main imports*: what the goods of a list with amounts in brackets were.
pub fn were_the_main(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    view.segments.get(view.segment(search.start())).filter(|s| s.opening == Opening::Bracket)?;
    let last = view.quantities.last().map(|q| view.mentions[*q].tokens.end)?;
    let traded = |h: &Head| matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports));
    // *Cars ($1.1 billion) and wine ($600 million) were among the goods that Norway exported to Poland*, *dominated exports to Poland*
    let verb = (last..last + 3).find(|at| {
        is_or_was(view.norm(*at))
            || leads_list(view.norm(*at))
            || remains(view.norm(*at))
            || matches!(view.norm(*at), "being" | "dominate")
    });
    let goods = || {
        let first = view.quantity(*view.quantities.first()?)?;
        let open = view.start_with_hedge(first).checked_sub(1)?;
        view.goods_before(open).is_some().then_some(())
    };
    let ahead = view.heads.iter().any(|h| h.at < search.start() && h.class == Class::Noun);
    if let Some(verb) = verb.filter(|_| !ahead && view.quantities.len() > 1 && goods().is_some()) {
        let named = view.heads.iter().find(|h| h.at > verb && h.class != Class::Agent && traded(h))?;
        return Some((Governor::Head(*named), Some(named.span)));
    }
    let noun = view.heads.iter().rev().find(|h| h.class == Class::Noun && traded(h))?;
    let main = is_main(view.norm_before(noun.at, 1));
    let be = (1..=5).any(|back| {
        let at = noun.at.wrapping_sub(1 + back);
        (matches!(view.norm(at), "were" | "are" | "being") || remains(view.norm(at))) && at >= last
    });
    let ahead = view.heads.iter().any(|h| h.at < search.start() && h.class == Class::Noun);
    (main && be && !ahead).then_some((Governor::Head(*noun), Some(noun.span)))
}

/// *The rest, 3,000 tonnes, went to Japan*: an amount set off between a subject and its verb is of that verb.
pub fn verb_behind_apposition(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let segment = search.segment();
    let verb = verb_behind(view, search.quantity, &segment)?;
    let goods = matches!(
        search.unit.measure.dimension(),
        Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Count
    );
    (goods || verb.topic != Topic::Flow).then_some((Governor::Head(*verb), Some(verb.span)))
}

/// The verb of trade that opens the segment behind a figure that is set off by commas.
pub fn verb_behind<'v>(view: &'v View<'_>, quantity: usize, segment: &Range<usize>) -> Option<&'v Head> {
    let index = view.segment(segment.start);
    let next = view.segments.get(index + 1).filter(|s| s.opening == Opening::Comma)?;
    let comma = view.segments.get(index).is_some_and(|s| s.opening == Opening::Comma);
    let tokens = &view.mentions[quantity].tokens;
    let hedge = tokens.start - segment.start <= 3;
    // *3,000 tonnes of it*
    let ends = tokens.end == segment.end || view.norm(tokens.end) == "of" && segment.end - tokens.end <= 4;
    let alone = comma && hedge && ends && view.first_quantity(segment) == Some(quantity);
    let told = view.is_headed(segment);
    let verb = view.heads.iter().find(|h| (next.tokens.start..next.tokens.start + 3).contains(&h.at))?;
    let acts = matches!(verb.class, Class::VerbOut | Class::VerbIn);
    let auxiliary = (next.tokens.start..verb.at)
        .all(|at| is_form_of_be(view.norm(at)) || is_form_of_have(view.norm(at)) || view.norm(at) == "will");
    (alone && !told && acts && auxiliary).then_some(verb)
}

/// *Iraq, with 19.3 million tons worth $6.9 billion, and Turkey ($4.2 billion) were the main buyers*: a list of those who
/// took or gave, told behind it.
pub fn ranked_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let tokens = &view.mentions[search.quantity].tokens;
    let agent = view.heads.iter().rfind(|h| h.class == Class::Agent && h.at >= tokens.end)?;
    let copula = (tokens.end.max(agent.at.saturating_sub(6))..agent.at)
        .rev()
        .find(|at| matches!(view.norm(*at), "were" | "are") || remains(view.norm(*at)))?;
    let entry = |a: &&crate::extract::view::Actor| a.takes_part() && a.party.is_country() && a.end <= tokens.start;
    let named = view.actors.iter().rfind(entry)?;
    let headed = view.heads.iter().any(|h| h.at < copula && !matches!(h.topic, Topic::Same));
    let beside = tokens.start - named.end <= 12 && view.first_quantity(&(copula..agent.at)).is_none();
    (beside && !headed && !search.unit.is_ratio()).then_some((Governor::Head(*agent), Some(agent.span)))
}

/// *22% of its imports in October, ahead of Iraq with 20.5%*: what the next in rank has is of the same.
pub fn ahead_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = search.segment().start;
    let ranked = search.follows && view.norm(at) == "ahead" && view.norm(at + 1) == "of";
    ranked.then(|| (Governor::Previous, Some(view.tokens[at].span)))
}

/// *Qatar accounts for 30 percent of the world's LNG trade*: the part of trade in goods that one country has is its exports.
pub fn part_of_world_trade(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    if !search.unit.is_ratio() || view.norm(end) != "of" {
        return None;
    }
    let trade = (end + 1..end + 8).find(|at| view.norm(*at) == "trade")?;
    let world = (end + 1..trade).any(|at| matches!(view.norm(at), "world" | "global" | "international" | "seaborne"));
    let goods = view.mentions.iter().any(|m| {
        (m.tokens.end == trade && m.tokens.start > end || m.tokens.start == trade + 2 && view.norm(trade + 1) == "in")
            && matches!(m.what, What::Commodity(_))
    });
    let at = start_of(search).checked_sub(1)?;
    let whose = view.actors.iter().any(|a| a.at < at && a.role == Role::Subject && a.party.is_country());
    (world && goods && whose).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Thailand's share of the world rice market fell to 30 pct*: what a country has of a market that no other owns it exports.
pub fn share_of_a_market(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_ratio() {
        return None;
    }
    let clause = view.clause(start_of(search));
    let of = clause.clone().find(|at| view.norm(*at) == "share" && view.norm(at + 1) == "of")? + 1;
    // *Norway's share of the market was a tenth*, behind imports: of what was imported.
    if matches!(view.norm(of + 1), "the" | "this" | "its")
        && view.norm(of + 2) == "market"
        && search.imports_before
        && of < search.start()
    {
        return Some((Governor::Topic, Some(view.tokens[of + 2].span)));
    }
    let market = (of + 1..(of + 8).min(clause.end)).find(|at| matches!(view.norm(*at), "market" | "markets"))?;
    let phrase = of + 1..market + 2;
    let open = phrase.clone().any(|at| matches!(view.norm(at), "world" | "global" | "international" | "export"));
    let goods = view.mentions.iter().any(|m| {
        (phrase.contains(&m.tokens.start) || m.tokens.start == market + 2) && matches!(m.what, What::Commodity(_))
    });
    if !open || !goods {
        return None;
    }
    // *France has a 12 pct share of*, but *Thailand's share of*.
    let has = view.actors.iter().any(|a| a.at < of && a.role == Role::Subject);
    let head = if view.norm_before(market, 1) == "export" { market - 1 } else { market };
    told(search, head, Indicator::Exports, if has { Class::VerbOut } else { Class::Noun })
}

/// *40 percent of which went to China*, *of which 70 percent will go to Iran*: the part of an output that is sent to someone,
/// as *the remainder, 70,000 tonnes of raw nuts, went to India*.
pub fn part_that_goes(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let amount = search.unit.is_bulk();
    if !(search.unit.is_ratio() || amount) {
        return None;
    }
    let end = search.end();
    let at = (end..(end + 8).min(view.range.end))
        .find(|at| goes(view.norm(*at)) && (*at + 1..*at + 4).any(|to| view.norm(to) == "to"))?;
    let goods = |at: usize| {
        let known = view.goods_over(at).is_some();
        amount && (known || view.norm(at) == ",")
    };
    let plain = (end..at).all(|at| {
        let word = view.norm(at);
        goods(at)
            || word.ends_with("ly")
            || is_or_was(word)
            || points_back(word)
            || matches!(
                word,
                "of" | "which" | "the" | "output" | "crop" | "total" | "to" | "will" | "would" | "has" | "had" | "now"
            )
    });
    let taker = view.actors.iter().any(|a| a.role == Role::To && a.at > at && a.at <= at + 5);
    (plain && taker).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// Whether a bare count behind *with* goes on a list of those that follow: *Slovakia followed with 23%*.
pub fn follows_in_list(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let clause = view.clause(search.start());
    let with = view.norm_before(start_of(search), 1);
    with == "with" && clause.take_while(|at| *at < search.start()).any(|at| is_next_in_line(view.norm(at)))
}

/// *That is up from **43 percent** in 2023*: a ratio that nothing but what the sentence before told is set against.
pub fn set_against(view: &View<'_>, start: usize) -> bool {
    let first = view.range.start;
    let moved = usize::from(matches!(view.norm(first + 2), "up" | "down"));
    let from = first + 2 + moved;
    matches!(view.norm(first), "that" | "this" | "it")
        && (matches!(view.norm(first + 1), "is" | "was") && moved == 1 && view.norm(from) == "from"
            || matches!(view.norm(first + 1), "compares" | "compared") && view.norm(first + 2) == "with")
        && (from + 1..=from + 3).contains(&start)
}

/// *Palm oil for September delivery slid **5.1%** to 4,510 ringgit a tonne*: what is told to have moved to a price is that price.
pub fn price_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    if !search.unit.is_ratio() || !matches!(view.norm(end), "to" | "at") {
        return None;
    }
    let place = view.quantities.iter().position(|q| *q == search.quantity)?;
    let next = view.quantity(*view.quantities.get(place + 1)?)?;
    let near = next.tokens.start <= end + 2 && next.quantity.unit.is_price();
    near.then(|| told(search, end, Indicator::Price, Class::Noun))?
}
