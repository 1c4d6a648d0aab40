//! Figures that no trigger phrase governs, but whose unit and neighbours say what they count.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *the Medgaz line, expanded to **10 bcm per annum*** | capacity | `rate_of_route` |
//! | *The gap between exports and imports hit **$672 billion*** | balance | `gap_between` |
//! | *exports exceeded imports by **$4.2 billion*** | balance | `exceeded_by` |
//! | *The field holds **380 tcf** of gas* | reserves | `held_in_the_ground` |
//! | *Khat earned **$248 million*** | exports | `brought_by_goods` |
//! | *earned **698 million dollars** from crude* | exports | `earned_from` |
//! | *got **$1.1 billion** for its gas* | exports | `got_for` |
//! | *mined 5.7 million tonnes, **40 percent** of which went to China* | exports | `part_that_goes` |
//! | *Qatar has **30 percent** of the world's LNG trade* | exports | `part_of_world_trade` |
//! | *Gas from Texas to Mexico averaged **6 bcf a day*** | exports | `goods_on_the_way` |
//! | *the sale of **150,000 tonnes** of corn* | exports | `sale_of` |
//! | *Iraq, with **$6.9 billion**, and Turkey, with $4.2 billion, were the main buyers* | imports | `ranked_behind` |
//! | *relies on Russia for **40 percent** of its gas* | imports | `relies_on` |
//! | *Mali was the main buyer (**1.7 million tonnes**)* | imports | `agent_before_bracket` |
//! | *The rest, **3,000 tonnes**, went to Japan* | exports | `verb_behind_apposition` |
//! | *a **300,000 barrels** shipment of crude* | exports | `load_behind` |
//! | *awarded a contract to X to supply **27,000 tonnes*** | imports | `ordered` |
//! | *trade swung to a **604 mln dlr** deficit* | balance | `balance_behind` |
//! | *Iran traded **59 million tons** of goods with its neighbours* | turnover | `traded` |
//! | *spent **$4.2 billion** on fuel imports* | imports | `spent_on` |
//! | *agreed to pay **54 percent** more for gas* | price | `paid_more` |

use std::ops::Range;

use super::grammar::{Opening, Role};
use super::head::Head;
use super::indicator::{Governor, Search};
use super::view::View;
use crate::lexicon::{Class, Topic};
use crate::mention::{Form, What};
use crate::model::{Dimension, Indicator, Span};
use crate::token::Shape;

type Found = Option<(Governor, Option<Span>)>;

pub fn told(search: &Search<'_, '_>, at: usize, topic: Indicator, class: Class) -> Found {
    let span = search.view.tokens.get(at)?.span;
    let head = Head { at, end: at + 1, span, topic: Topic::Of(topic), class, passive: false };
    Some((Governor::Head(head), Some(span)))
}

/// The first token of a figure and of what hedges it.
pub fn start_of(search: &Search<'_, '_>) -> usize {
    let view = search.view;
    let start = view.mentions[search.quantity].tokens.start;
    view.quantity(search.quantity)
        .and_then(|q| q.hedge)
        .map_or(start, |hedge| view.tokens.partition_point(|t| t.span.start < hedge.start).min(start))
}

/// *Medgaz, expanded to 10 bcm per annum*: a rate beside a route is what it can move.
pub fn rate_of_route(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = view.mentions[search.quantity].tokens.start;
    let (at, ..) = view.routes.iter().rev().find(|(at, ..)| *at < start)?;
    let headed = view.heads.iter().any(|h| (*at..start).contains(&h.at));
    (search.unit.is_rate() && !headed).then(|| told(search, *at, Indicator::Capacity, Class::Noun))?
}

/// *The gap between exports and imports hit $672 billion*: the balance, a deficit unless exports are told to be the larger.
pub fn gap_between(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = view.mentions[search.quantity].tokens.start;
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
    let span = view.tokens[gap].span;
    let head = Head { at: gap, end: gap + 1, span, topic: Topic::Deficit, class: Class::Noun, passive: false };
    (money && !later).then_some((Governor::Head(head), Some(span)))
}

/// *trade swung to a **604 mln dlr** deficit*, *last year's record **169 billion dlr** U.S. trade deficit*: the noun that the
/// amount stands before, whatever had the deficit.
pub fn balance_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let mention = &view.mentions[search.quantity].tokens;
    let money = search.unit.measure.dimension() == Dimension::Money && search.unit.per.is_none();
    let head = view.heads.iter().find(|h| h.at >= mention.end).filter(|_| money)?;
    let plain = |at: usize| {
        matches!(view.norm(at), "trade" | "net" | "overall" | "-" | "merchandise" | "bilateral" | "visible" | ".")
            || view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Party(..)))
    };
    let behind = head.at <= mention.end + 5 && (mention.end..head.at).all(plain);
    let before = mention.start.wrapping_sub(1 + usize::from(view.norm(mention.start.wrapping_sub(1)) == "record"));
    let article = matches!(view.norm(before), "a" | "s");
    // *Transfer payments narrowed to a 140 mln dlr deficit*
    let segment = search.segment();
    let other = view.heads.iter().rfind(|h| segment.start <= h.at && h.at < mention.start);
    let other = other.is_some_and(|h| h.topic == Topic::Other);
    (behind && article && !other && matches!(head.topic, Topic::Surplus | Topic::Deficit))
        .then_some((Governor::Head(*head), Some(head.span)))
}

/// *Exports exceeded imports by $4.2 billion*: by how much is the balance, a deficit where imports are the larger.
pub fn exceeded_by(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    let clause = view.clause(at);
    let of =
        |indicator| view.heads.iter().find(|h| clause.contains(&h.at) && h.at < at && h.topic == Topic::Of(indicator));
    let (exports, imports) = (of(Indicator::Exports)?, of(Indicator::Imports)?);
    let exceeds = |at: usize| {
        matches!(
            view.norm(at),
            "exceeded" | "exceed" | "exceeds" | "exceeding" | "surpassed" | "outstripped" | "topped"
        )
    };
    let between = exports.end.min(imports.end)..exports.at.max(imports.at);
    let verb = between.clone().find(|at| exceeds(*at))?;
    let topic = if exports.at < imports.at { Topic::Surplus } else { Topic::Deficit };
    let money = search.unit.measure.dimension() == Dimension::Money;
    let span = view.tokens[verb].span;
    let head = Head { at: verb, end: verb + 1, span, topic, class: Class::Noun, passive: false };
    money.then_some((Governor::Head(head), Some(span)))
}

/// *Gas from Texas to Mexico averaged 6 bcf a day*, *coal from Australia to India rose 4 percent*
pub fn goods_on_the_way(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = view.mentions[search.quantity].tokens.start;
    let segment = search.segment();
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
    let near = view.first_quantity(&(goods.tokens.end..start)).is_none() && start - last <= 6;
    ((amount || search.unit.is_ratio()) && !headed && near)
        .then(|| told(search, goods.tokens.start, Indicator::Exports, Class::Noun))?
}

/// *a first **300,000 barrels** shipment of crude will leave for Ecuador*: an amount and the noun of its journey.
pub fn load_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = view.mentions[search.quantity].tokens.end;
    let amount = matches!(search.unit.measure.dimension(), Dimension::Volume | Dimension::Mass);
    let load =
        matches!(view.norm(end), "shipment" | "shipments" | "cargo" | "cargoes" | "consignment" | "consignments");
    (amount && load && view.norm(end + 1) == "of").then(|| told(search, end, Indicator::Exports, Class::Noun))?
}

/// *awarded a contract to a U.S. house to supply **27,000 tonnes***: who gives the order buys what another supplies.
pub fn ordered(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = view.mentions[search.quantity].tokens.start;
    // *to supply two cargoes, totalling 60,000 tonnes*
    let to = |at: &usize| {
        view.norm(*at) == "to"
            && matches!(view.norm(*at + 1), "supply" | "deliver" | "sell" | "ship" | "provide" | "export")
    };
    let supply = (view.range.start..start).rev().find(to)?;
    let gives = |at: &usize| matches!(view.norm(*at), "awarded" | "award" | "gave" | "placed" | "granted");
    let given = (view.range.start..supply).find(gives)?;
    let order = |at: usize| matches!(view.norm(at), "contract" | "contracts" | "tender" | "order" | "orders");
    // *two companies*, *three shipments* are counted by the way.
    let amounts = |q: &usize| view.quantity(*q).is_some_and(|q| q.form != Form::Bare);
    let told_before =
        view.quantities.iter().any(|q| (given..start).contains(&view.mentions[*q].tokens.start) && amounts(q));
    ((given..supply).any(order) && !told_before).then(|| told(search, supply + 1, Indicator::Imports, Class::VerbIn))?
}

/// *a 140 mln dlr World Bank loan*, *a 30 mln dlr export credit*: money that is lent or given, told by the noun behind it.
pub fn lent(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let mention = &view.mentions[search.quantity].tokens;
    let money = search.unit.measure.dimension() == Dimension::Money && search.unit.per.is_none();
    let article = usize::from(view.norm(mention.end) == "-");
    let word = |at: &usize| view.range.contains(at) && view.tokens[*at].shape == Shape::Word;
    let joins = |at: &usize| {
        !matches!(
            view.norm(*at),
            "in" | "of" | "for" | "on" | "to" | "from" | "and" | "with" | "by" | "at" | "worth" | "as"
        )
    };
    let at = (mention.end + article..mention.end + 5)
        .take_while(|at| word(at) && joins(at))
        .find(|at| matches!(view.norm(*at), "loan" | "loans" | "credit" | "credits" | "grant" | "grants"))?;
    let span = view.tokens[at].span;
    let head = Head { at, end: at + 1, span, topic: Topic::Other, class: Class::Noun, passive: false };
    money.then_some((Governor::Head(head), Some(span)))
}

/// *a 65 pct reduction in spot welds*: how something grew or shrank that is no trade.
pub fn change_of_other(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let end = view.mentions[search.quantity].tokens.end;
    let moved = matches!(
        view.norm(end),
        "reduction" | "increase" | "rise" | "drop" | "decline" | "fall" | "growth" | "cut" | "decrease"
    );
    let word = |at: &usize| view.range.contains(at) && view.tokens[*at].shape == Shape::Word;
    let phrase = end + 2..(end + 2..end + 7).find(|at| !word(at)).unwrap_or(end + 7);
    let named = view.heads.iter().any(|h| phrase.contains(&h.at) && h.topic != Topic::Other)
        || view.mentions.iter().any(|m| {
            phrase.contains(&m.tokens.start)
                && matches!(m.what, What::Commodity(_) | What::Quantity(_) | What::Party(..) | What::Period(_))
        });
    let talk = |at: usize| {
        matches!(
            view.norm(at),
            "value"
                | "volume"
                | "volumes"
                | "terms"
                | "price"
                | "the"
                | "this"
                | "that"
                | "it"
                | "these"
                | "both"
                | "its"
                | "their"
                | "all"
        )
    };
    search.unit.is_ratio()
        && moved
        && view.norm(end + 1) == "in"
        && !phrase.is_empty()
        && !named
        && !phrase.clone().take(2).any(talk)
        && !phrase
            .clone()
            .any(|at| matches!(view.norm(at), "year" | "years" | "months" | "weeks" | "decade" | "decades"))
}

/// *two-thirds of the original workforce*, *7 pct of its plantations*: a part of what is no trade, in a sentence that names none.
pub fn part_of_other(search: &Search<'_, '_>) -> bool {
    const WHOLES: [&str; 30] = [
        "total",
        "all",
        "it",
        "them",
        "that",
        "this",
        "these",
        "those",
        "which",
        "market",
        "markets",
        "sales",
        "supply",
        "supplies",
        "needs",
        "demand",
        "requirements",
        "volume",
        "value",
        "amount",
        "figure",
        "capacity",
        "quota",
        "goods",
        "deliveries",
        "business",
        "world",
        "country",
        "sum",
        "whole",
    ];
    let view = search.view;
    let of = view.mentions[search.quantity].tokens.end;
    if view.norm(of) != "of" {
        return false;
    }
    let word = |at: &usize| view.range.contains(at) && view.tokens[*at].shape == Shape::Word;
    let joins = |at: &usize| matches!(view.norm(*at), "'" | "-");
    let ends = |at: &usize| {
        matches!(
            view.norm(*at),
            "in" | "on"
                | "at"
                | "from"
                | "to"
                | "and"
                | "with"
                | "for"
                | "by"
                | "was"
                | "were"
                | "is"
                | "are"
                | "went"
                | "has"
                | "had"
                | "while"
                | "as"
                | "but"
                | "came"
                | "or"
                | "last"
                | "this"
                | "of"
        )
    };
    let phrase = of + 1..(of + 1..of + 9).find(|at| !(word(at) || joins(at)) || ends(at)).unwrap_or(of + 9);
    let Some(last) = phrase.clone().next_back() else { return false };
    let trade = view.heads.iter().any(|h| phrase.contains(&h.at) && h.topic != Topic::Other)
        || view.mentions.iter().any(|m| {
            phrase.contains(&m.tokens.start)
                && (matches!(m.what, What::Commodity(_) | What::Quantity(_) | What::Route(_))
                    || m.tokens.end == phrase.end && matches!(m.what, What::Party(..)))
        });
    let named = view.tokens[last].is_capitalised() || view.norm(last) == "s";
    !trade && !named && phrase.len() >= 2 && !phrase.clone().any(|at| WHOLES.contains(&view.norm(at)))
}

/// *The North Field holds an estimated 380 trillion cubic feet of gas*
pub fn held_in_the_ground(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let amount = matches!(search.unit.measure.dimension(), Dimension::Volume | Dimension::Mass);
    let at = start_of(search).checked_sub(1)?;
    let holds = matches!(view.norm(at), "holds" | "hold" | "held" | "contains" | "contain" | "contained");
    let end = view.mentions[search.quantity].tokens.end;
    let goods = view.norm(end) == "of"
        && view
            .mentions
            .iter()
            .any(|m| m.tokens.start > end && m.tokens.start <= end + 3 && matches!(m.what, What::Commodity(_)));
    (amount && holds && goods && search.unit.per.is_none())
        .then(|| told(search, at, Indicator::Reserves, Class::VerbOf))?
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
    let told = view.heads.iter().any(|h| segment.contains(&h.at));
    let verb = view.heads.iter().find(|h| (next.tokens.start..next.tokens.start + 3).contains(&h.at))?;
    let acts = matches!(verb.class, Class::VerbOut | Class::VerbIn);
    let auxiliary = (next.tokens.start..verb.at).all(|at| {
        matches!(view.norm(at), "was" | "were" | "is" | "are" | "has" | "have" | "had" | "been" | "will" | "be")
    });
    (alone && !told && acts && auxiliary).then_some(verb)
}

/// *reported the sale of 150,000 tonnes of corn*: goods by weight or volume that are sold.
pub fn sale_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let goods =
        matches!(search.unit.measure.dimension(), Dimension::Volume | Dimension::Mass) && !search.unit.is_price();
    let of = start_of(search).checked_sub(1).filter(|at| goods && view.norm(*at) == "of")?;
    let sale = of.checked_sub(1).filter(|at| view.norm(*at) == "sale")?;
    told(search, sale, Indicator::Exports, Class::Noun)
}

/// *relies on Russia for two thirds of its gas*, *dependent on Iraq for 35 percent of its needs*: what it takes from there.
pub fn relies_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = view.mentions[search.quantity].tokens.end;
    let part = search.unit.is_ratio() && view.norm(end) == "of";
    let at = start_of(search).checked_sub(1).filter(|at| part && view.norm(*at) == "for")?;
    let source = view.actors.iter().find(|a| a.end == at && view.norm(a.at.wrapping_sub(1)) == "on")?;
    let clause = view.clause(at).start;
    let relies = (clause.max(source.at.saturating_sub(4))..source.at).find(|at| {
        matches!(
            view.norm(*at),
            "relies"
                | "rely"
                | "relied"
                | "relying"
                | "depends"
                | "depend"
                | "depended"
                | "depending"
                | "dependent"
                | "reliant"
        )
    })?;
    told(search, relies, Indicator::Imports, Class::VerbIn)
}

/// *spent $4.2 billion on diesel imports*, *spends $2 billion a year on wheat from Russia*
pub fn spent_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let spent = matches!(view.norm(at), "spent" | "spends" | "spend" | "spending" | "paid" | "pays");
    let end = view.mentions[search.quantity].tokens.end;
    let on = (end..end + 5).find(|at| matches!(view.norm(*at), "on" | "for")).filter(|_| spent)?;
    let near = |at: usize| at > on && at <= on + 6;
    let imports = view.heads.iter().any(|h| near(h.at) && h.topic == Topic::Of(Indicator::Imports));
    // *spent $3.45 billion on 9.62 million tons of imported crude*
    let imports = imports || (on + 1..on + 9).any(|at| view.norm(at) == "imported");
    let goods = view.mentions.iter().any(|m| near(m.tokens.start) && matches!(m.what, What::Commodity(_)));
    let from = view
        .actors
        .iter()
        .any(|a| a.at > on && a.at <= on + 8 && matches!(view.norm(a.at.wrapping_sub(1)), "from") && a.takes_part());
    (imports || goods && from).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *Cinnamon brought in $180 million*, *Khat earned $248 million*: what goods bring is their exports.
pub fn brought_by_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() {
        return None;
    }
    let clause = view.clause(view.mentions[search.quantity].tokens.start);
    let (_, _, behind) = super::goods::opening(view, &clause)?;
    // *Pulp, its largest export to China, brought in 780 million euros*
    let end = if view.norm(behind) == "," {
        (behind + 1..(behind + 12).min(clause.end)).find(|at| view.norm(*at) == ",").map_or(behind, |at| at + 1)
    } else {
        behind
    };
    // An adverb or time may stand between: *Khat alone earned*.
    let verb = (end..end + 3).find(|at| {
        matches!(
            view.norm(*at),
            "brought" | "brings" | "earned" | "earns" | "fetched" | "fetches" | "netted" | "yielded"
        )
    })?;
    let start = start_of(search);
    let first = !view.quantities.iter().any(|q| (verb..start).contains(&view.mentions[*q].tokens.start));
    let near = verb < start && start - verb <= 3;
    let owned = view.heads.iter().any(|h| h.at < verb && (h.at >= end || (clause.start..behind).contains(&h.at)));
    (first && near && !owned).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *Pemex earned 698 million dollars from crude*: what is earned from goods is their exports.
pub fn earned_from(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() || search.unit.is_ratio() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let end = view.mentions[search.quantity].tokens.end;
    let earned = matches!(view.norm(at), "earned" | "earns" | "earn");
    let from = view.norm(end) == "from";
    let goods = view
        .mentions
        .iter()
        .any(|m| m.tokens.start > end && m.tokens.start <= end + 3 && matches!(m.what, What::Commodity(_)));
    (earned && from && goods).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Iraq, with 19.3 million tons worth $6.9 billion, and Turkey ($4.2 billion) were the main buyers*: a list of those who
/// took or gave, told behind it.
pub fn ranked_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let tokens = &view.mentions[search.quantity].tokens;
    let agent = view.heads.iter().rfind(|h| h.class == Class::Agent && h.at >= tokens.end)?;
    let copula = (tokens.end.max(agent.at.saturating_sub(6))..agent.at)
        .rev()
        .find(|at| matches!(view.norm(*at), "were" | "are" | "remained" | "remain"))?;
    let entry = |a: &&crate::extract::view::Actor| a.takes_part() && a.party.is_country() && a.end <= tokens.start;
    let named = view.actors.iter().rfind(entry)?;
    let headed = view.heads.iter().any(|h| h.at < copula && !matches!(h.topic, Topic::Same));
    let beside = tokens.start - named.end <= 12 && view.first_quantity(&(copula..agent.at)).is_none();
    (beside && !headed && !search.unit.is_ratio()).then_some((Governor::Head(*agent), Some(agent.span)))
}

/// *Iran traded 59.2 million tons of goods worth $27.9 billion with its neighbours*: what a country trades, not what dealers do.
pub fn traded(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let clause = view.clause(start);
    let amount = matches!(search.unit.measure.dimension(), Dimension::Money | Dimension::Mass | Dimension::Count);
    if !amount || search.unit.per.is_some() {
        return None;
    }
    let verb = (clause.start.max(start.saturating_sub(14))..start).rev().find(|at| view.norm(*at) == "traded")?;
    let subject = view.actors.iter().any(|a| {
        let by = a.end == verb || (a.end..verb).all(|at| matches!(view.norm(at), "has" | "have" | "and" | "together"));
        a.takes_part() && a.party.is_country() && a.role == Role::Subject && by
    });
    let goods = |at: usize| matches!(view.norm(at), "goods" | "products" | "commodities" | "merchandise");
    let told = (verb + 1..clause.end).any(goods)
        || view.actors.iter().any(|a| a.at > verb && a.role == Role::With && a.takes_part());
    let headed = view.heads.iter().any(|h| verb < h.at && h.at < start);
    (subject && told && !headed).then(|| told_by(search, verb))?
}

fn told_by(search: &Search<'_, '_>, verb: usize) -> Found {
    told(search, verb, Indicator::Turnover, Class::Noun)
}

/// *spent $3.45 billion on 9.62 million tons of imported crude*: what it was spent on.
pub fn imported(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = view.mentions[search.quantity].tokens.end;
    let amount = matches!(search.unit.measure.dimension(), Dimension::Energy | Dimension::Volume | Dimension::Mass);
    let of = amount && view.norm(end) == "of" && view.norm(end + 1) == "imported";
    let on = matches!(view.norm(start_of(search).wrapping_sub(1)), "on" | "for");
    (of && on).then(|| told(search, end + 1, Indicator::Imports, Class::VerbIn))?
}

/// *Hard currency earnings from oil fell to 7.5 billion dollars*: what goods bring is their exports.
pub fn earnings_from(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money && !search.unit.is_ratio() || search.unit.is_price() {
        return None;
    }
    let start = start_of(search);
    let clause = view.clause(start);
    let earned = |at: &usize| {
        matches!(view.norm(*at), "earnings" | "receipts" | "proceeds" | "revenues" | "revenue")
            && view.norm(*at + 1) == "from"
            && !matches!(view.norm(at.wrapping_sub(1)), "tax" | "budget" | "state" | "company" | "group" | "s")
    };
    let at = (clause.start..start).find(earned)?;
    let goods = view.mentions.iter().any(|m| {
        (at + 2..at + 4).contains(&m.tokens.start)
            && matches!(m.what, What::Commodity(_))
            && !view.heads.iter().any(|h| h.at == m.tokens.end)
    });
    let later = view.heads.iter().any(|h| h.at > at + 1 && h.at < start);
    let first = view.first_quantity(&(at..view.mentions[search.quantity].tokens.start)).is_none();
    (goods && first && !later).then(|| told(search, at, Indicator::Exports, Class::Noun))?
}

/// *has agreed to pay 54 percent more for gas from the east*: what is paid more is the price.
pub fn paid_more(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1)?;
    let end = view.mentions[search.quantity].tokens.end;
    let pays = matches!(view.norm(at), "pay" | "pays" | "paid" | "paying");
    let more = matches!(view.norm(end), "more" | "less") && view.norm(end + 1) == "for";
    let goods = view
        .mentions
        .iter()
        .any(|m| m.tokens.start > end + 1 && m.tokens.start <= end + 4 && matches!(m.what, What::Commodity(_)));
    (search.unit.is_ratio() && pays && more && goods).then(|| told(search, at, Indicator::Price, Class::VerbIn))?
}

/// *sold gas to China and got $1.1 billion for it*: what is got for goods is their exports.
pub fn got_for(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let got = matches!(view.norm(at), "got" | "gets" | "received" | "receives" | "earned" | "earns" | "collected");
    let end = view.mentions[search.quantity].tokens.end;
    let behind = if matches!(view.norm(end + 1), "the" | "its" | "their") { end + 2 } else { end + 1 };
    let goods = view.mentions.iter().any(|m| m.tokens.start == behind && matches!(m.what, What::Commodity(_)));
    let them = matches!(view.norm(end + 1), "it" | "them") && search.follows;
    (got && view.norm(end) == "for" && (goods || them)).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Qatar accounts for 30 percent of the world's LNG trade*: the part of trade in goods that one country has is its exports.
pub fn part_of_world_trade(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = view.mentions[search.quantity].tokens.end;
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

/// *40 percent of which went to China*, *of which 70 percent will go to Iran*: the part of an output that is sent to someone,
/// as *the remainder, 70,000 tonnes of raw nuts, went to India*.
pub fn part_that_goes(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let amount =
        matches!(search.unit.measure.dimension(), Dimension::Mass | Dimension::Volume) && !search.unit.is_price();
    if !(search.unit.is_ratio() || amount) {
        return None;
    }
    let end = view.mentions[search.quantity].tokens.end;
    let at = (end..(end + 8).min(view.range.end)).find(|at| {
        matches!(view.norm(*at), "went" | "goes" | "go" | "going" | "gone")
            && (*at + 1..*at + 4).any(|to| view.norm(to) == "to")
    })?;
    let goods = |at: usize| {
        let known = view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Commodity(_)));
        amount && (known || view.norm(at) == ",")
    };
    let plain = (end..at).all(|at| {
        let word = view.norm(at);
        goods(at)
            || word.ends_with("ly")
            || matches!(
                word,
                "of" | "which"
                    | "it"
                    | "that"
                    | "this"
                    | "them"
                    | "the"
                    | "output"
                    | "crop"
                    | "total"
                    | "is"
                    | "are"
                    | "to"
                    | "was"
                    | "will"
                    | "would"
                    | "has"
                    | "had"
                    | "now"
            )
    });
    let taker = view.actors.iter().any(|a| a.role == Role::To && a.at > at && a.at <= at + 5);
    (plain && taker).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// Whether a bare count behind *with* goes on a list of those that follow: *Slovakia followed with 23%*.
pub fn follows_in_list(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let clause = view.clause(view.mentions[search.quantity].tokens.start);
    let with = view.norm(start_of(search).wrapping_sub(1));
    with == "with"
        && clause
            .take_while(|at| *at < view.mentions[search.quantity].tokens.start)
            .any(|at| matches!(view.norm(at), "followed" | "came" | "comes" | "ranked" | "next" | "second" | "third"))
}
