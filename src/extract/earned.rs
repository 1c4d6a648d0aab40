//! Money that goods bring, whatever verb says so.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Cinnamon brought in **$180 million*** | exports | `brought_by_goods` |
//! | *Pemex earned **698 million dollars** from crude* | exports | `earned_from` |
//! | *sold gas to China and got **$1.1 billion** for it* | exports | `got_for` |
//! | *Ghana raked in **$4 million** from cocoa* | exports | `took_in_from` |
//! | *earned from the sale of coffee **838 million dollars*** | exports | `earned_before` |

use super::abroad::makes_goods;
use super::again::is_kind;
use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::levied::past_bracket;
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{brings, fetches, gets, is_receipts, leads_infinitive, points_back};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator, Span};

/// *the textile group brought in $1.4 billion*: money that goods bring in, behind talk of exports; what nobody ships
/// brings in is none of them.
pub fn brought_in(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    // *The mines brought in 60 percent*: of what was earned.
    if !(search.unit.is_sum() || search.unit.is_ratio() && search.exports_before) {
        return None;
    }
    let at = start_of(search).checked_sub(2)?;
    let brought = brings(view.norm(at)) && view.norm(at + 1) == "in";
    let end = search.end();
    let goods = matches!(view.norm(end), "worth" | "of");
    // *It brought in $9 billion*: what was sold did.
    let it = |a: &super::view::Actor| a.rule == "it" && search.exports_before;
    let acts = view.actors.iter().any(|a| a.end <= at && at - a.end <= 2 && a.role == Role::Subject && !it(a));
    // *gas sales abroad brought in 1.2 billion dollars*: told by the noun.
    let clause = view.clause(at);
    let noun = |h: &super::head::Head| clause.contains(&h.at) && h.at < at && h.class == Class::Noun;
    let headed = view.heads.iter().any(|h| noun(h) && h.topic != Topic::Other);
    if !brought || goods || acts || headed {
        return None;
    }
    let service = |at: usize| {
        matches!(
            view.norm(at),
            "tourism" | "tourists" | "visitors" | "remittances" | "workers" | "tolls" | "dues" | "fees" | "royalties"
        )
    };
    if view.back(at, 3).any(service) {
        return super::told::head_at(search, at, Topic::Other, Class::Noun);
    }
    search.exports_before.then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Cinnamon brought in $180 million*, *Khat earned $248 million*: what goods bring is their exports.
pub fn brought_by_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_money() {
        return None;
    }
    let mut clause = super::goods::over_however(view, view.clause(search.start()));
    // *By value coal brought $5.6 billion*, *In money terms tea earned ...*
    if matches!(view.norm(clause.start), "by" | "in")
        && matches!(view.norm(clause.start + 1), "value" | "money" | "monetary")
    {
        clause.start += 2 + usize::from(view.norm(clause.start + 2) == "terms");
    }
    let (_, _, behind) = super::goods::opening(view, &clause)?;
    // *Pulp, its largest export to China, brought in 780 million euros*
    let end = if view.norm(behind) == "," {
        (behind + 1..(behind + 12).min(clause.end)).find(|at| view.norm(*at) == ",").map_or(behind, |at| at + 1)
    } else {
        behind
    };
    // An adverb or time may stand between: *Khat alone earned*.
    let modal = |at: usize| leads_infinitive(view.norm(at));
    let verb = (end..end + 4).find(|at| {
        let told = *at < end + 3
            && matches!(
                view.norm(*at),
                "brought"
                    | "brings"
                    | "earned"
                    | "earns"
                    | "fetched"
                    | "fetches"
                    | "netted"
                    | "yielded"
                    | "grossed"
                    | "raked"
                    | "cost"
                    | "costs"
            );
        told || modal(at.wrapping_sub(1))
            && matches!(view.norm(*at), "bring" | "earn" | "fetch" | "yield" | "net" | "gross")
    })?;
    let start = start_of(search);
    let first = !view.quantities.iter().any(|q| (verb..start).contains(&view.mentions[*q].tokens.start));
    let near = verb < start && start - verb <= 3;
    // *Cotton alone cost $1.3 billion, a fifth of the import bill*
    if matches!(view.norm(verb), "cost" | "costs") {
        let bill = |h: &super::head::Head| h.at > start && h.topic == Topic::Of(Indicator::Imports);
        let imports = search.imports_before || view.heads.iter().any(bill);
        return (first && near && imports).then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?;
    }
    let owned = view.heads.iter().any(|h| h.at < verb && (h.at >= end || (clause.start..behind).contains(&h.at)));
    (first && near && !owned).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *Pemex earned 698 million dollars from crude*: what is earned from goods is their exports.
pub fn earned_from(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_money() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let end = search.end();
    let earned = earns(view.norm(at));
    // *Exporters in Bangladesh earned 4.5 billion dollars*
    let clause = view.clause(at);
    if earned && (clause.start..at).any(|at| view.norm(at) == "exporters") {
        return told(search, at, Indicator::Exports, Class::VerbOut);
    }
    let from = view.norm(end) == "from";
    // *They earned $81 million from the Indian market*
    let the = usize::from(view.norm(end + 1) == "the");
    let market = view.actors.iter().find(|a| from && a.at == end + 1 + the).filter(|a| {
        matches!(view.norm(a.end), "market" | "markets") || matches!(view.norm(end + 1), "exports" | "sales")
    });
    if earned && market.is_some() {
        return told(search, at, Indicator::Exports, Class::VerbOut);
    }
    // *earned $1.43 billion from 298,500 tonnes of coffee exports*: behind how much was sold.
    let amount = view.figures().find(|q| q.tokens.start == end + 1 && !q.quantity.unit.is_ratio());
    let of = amount.map_or(end, |q| q.tokens.end);
    let goods = view.names_goods(&(of + 1..of + 4));
    (earned && from && goods).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Sri Lanka earned 5 percent less from tea*, *took in a tenth more from sugar*: by how much what goods brought moved.
pub fn earned_more_or_less(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let at = start_of(search).checked_sub(1)?;
    let verb = at - usize::from(view.norm(at) == "in" && at > view.range.start);
    let more = search.unit.is_ratio() && matches!(view.norm(end), "more" | "less");
    let from = (end + 1..end + 3).find(|at| view.norm(*at) == "from")?;
    let goods = view.names_goods(&(from + 1..from + 4));
    let next = view.norm_before(verb, 1) == "and" && search.follows;
    (more && goods && (earns(view.norm(verb)) || next))
        .then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
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
        is_receipts(view.norm(*at))
            && view.norm(*at + 1) == "from"
            && !matches!(view.norm_before(*at, 1), "tax" | "budget" | "state" | "company" | "group" | "s")
    };
    let at = (clause.start..start).find(earned)?;
    let goods = view.mentions.iter().any(|m| {
        (at + 2..at + 4).contains(&m.tokens.start)
            && matches!(m.what, What::Commodity(_))
            && !view.heads.iter().any(|h| h.at == m.tokens.end)
    });
    let later = view.heads.iter().any(|h| h.at > at + 1 && h.at < start);
    let first = view.first_quantity(&(at..search.start())).is_none();
    (goods && first && !later).then(|| told(search, at, Indicator::Exports, Class::Noun))?
}

/// *from the sale of 423 million kWh to Sudan*, *exporting 900 tonnes of tea*: where what was sold begins, behind the money it brought
/// at token `end`.
pub fn sale_behind(view: &View<'_>, end: usize) -> Option<usize> {
    let led = usize::from(matches!(view.norm(end), "from" | "by"));
    let at = end + led;
    if matches!(view.norm(at), "exporting" | "selling" | "shipping" | "supplying") {
        return Some(at + 1);
    }
    let at = at + usize::from(matches!(view.norm(at), "the" | "its" | "their"));
    let sale = matches!(view.norm(at), "sale" | "sales" | "export" | "exports" | "supply" | "supplies" | "shipments");
    (led > 0 && view.norm(end) == "from" && sale && view.norm(at + 1) == "of").then_some(at + 2)
}

/// *sold gas to China and got $1.1 billion for it*: what is got for goods is their exports.
pub fn got_for(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_money() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let got = gets(view.norm(at)) || matches!(view.norm(at), "earned" | "earns" | "collected");
    let end = search.end();
    let behind = if matches!(view.norm(end + 1), "the" | "its" | "their") { end + 2 } else { end + 1 };
    let goods = view.goods_at(behind).is_some();
    let them = matches!(view.norm(end + 1), "it" | "them") && search.follows;
    (got && view.norm(end) == "for" && (goods || them)).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// Verbs by which money comes in.
pub fn earns(word: &str) -> bool {
    matches!(
        word,
        "earned"
            | "made"
            | "netted"
            | "grossed"
            | "pocketed"
            | "raked"
            | "collected"
            | "reaped"
            | "took"
            | "received"
            | "got"
            | "derived"
            | "generated"
            | "realised"
            | "realized"
            | "brought"
            | "cleared"
            | "garnered"
            | "banked"
            | "drew"
            | "pulled"
            | "gained"
            | "harvested"
            | "obtained"
            | "amassed"
            | "takes"
            | "makes"
            | "earns"
            | "receives"
            | "gets"
            | "generates"
            | "earn"
            | "scraped"
            | "charged"
            | "fetched"
            | "secured"
    )
}

/// *Ghanaian exporters raked in $4 million from cocoa*: money that comes in from goods or their sale.
pub fn took_in_from(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let at = start.checked_sub(1).filter(|_| search.unit.is_money())?;
    let particle = matches!(view.norm(at), "in" | "together" | "up") && start >= 2;
    let verb = if particle { at - 1 } else { at };
    // *made $883 million (€790 million) in revenue from cocoa exports*
    let end = past_bracket(view, search.end());
    // *secured $23 million from the sale of 423 million kWh*, *earned $9 million exporting 900 tonnes of tea*: an amount of goods.
    let sold = sale_behind(view, end).filter(|_| earns(view.norm(verb)));
    let amount = |at: usize| view.figures().any(|q| view.start_with_hedge(q) == at && q.quantity.unit.is_goods());
    if sold.is_some_and(|at| amount(at) || view.names_goods(&(at..at + 3))) {
        return told(search, verb, Indicator::Exports, Class::VerbOut);
    }
    let from = (end..end + 3).find(|at| matches!(view.norm(*at), "from" | "on"))?;
    if !earns(view.norm(verb)) || view.norm(from) == "on" && !matches!(view.norm(verb), "made" | "earned") {
        return None;
    }
    let who = view.actors.iter().any(|a| a.end <= verb && verb - a.end <= 4 && a.takes_part());
    // *took in $4 million from cocoa sales to Peru*: told by the noun.
    let reach = from + 1..from + 5;
    let sale = view.heads.iter().find(|h| reach.contains(&h.at) && h.indicator() == Some(Indicator::Exports));
    if let Some(sale) = sale.filter(|_| who) {
        return Some((Governor::Head(*sale), Some(sale.span)));
    }
    let goods = |m: &crate::mention::Mention| {
        (from + 1..from + 3).contains(&m.tokens.start) && matches!(m.what, What::Commodity(_))
    };
    // *pocketed $4 million from Peruvian customers*, *from Peru's appetite for cocoa*
    let taker = view.actors.iter().find(|a| (from + 1..from + 3).contains(&a.at) && a.party.is_country());
    let buys = |at: usize| {
        matches!(
            view.norm(at),
            "customers"
                | "buyers"
                | "clients"
                | "consumers"
                | "shoppers"
                | "importers"
                | "appetite"
                | "demand"
                | "taste"
                | "thirst"
                | "hunger"
                | "craving"
                | "orders"
                | "market"
        )
    };
    if let Some(taker) = taker.filter(|a| who && (a.end..a.end + 3).any(buys)) {
        let clause = view.clause(start);
        let goods =
            |m: &crate::mention::Mention| clause.contains(&m.tokens.start) && matches!(m.what, What::Commodity(_));
        let sells = view.mentions.iter().any(goods) || (clause.start..verb).any(|at| makes_goods(view.norm(at)));
        return sells.then(|| {
            let head = super::head::Head {
                at: verb,
                end: verb,
                span: view.tokens[verb].span,
                topic: Topic::Of(Indicator::Exports),
                class: Class::VerbOut,
                passive: false,
            };
            (Governor::Head(head), Some(taker.span))
        });
    }
    (who && view.mentions.iter().any(goods)).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *Iraq exports 3.6 million barrels a day. In October this earned it $7.2 billion*, *From the two Ghana collected $4 million*: what the
/// goods brought that were told before.
pub fn earned_again(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    if !search.exports_before || !search.unit.is_sum() {
        return None;
    }
    let clause = view.clause(start);
    let brings = |word: &str| earns(word) || fetches(word) || matches!(word, "earning" | "collects" | "nets");
    // *brought La Paz 92 million*, *earned the country 7.2 billion*, *took in 4 million*
    let verb = (clause.start.max(start.saturating_sub(5))..start).rev().find(|at| brings(view.norm(*at)))?;
    let whom = |at: usize| {
        matches!(
            view.norm(at),
            "in" | "the"
                | "country"
                | "it"
                | "them"
                | "home"
                | "up"
                | "together"
                | "state"
                | "treasury"
                | "about"
                | "some"
                | "a"
                | "total"
                | "of"
                | "only"
                | "just"
        ) || view.actors.iter().any(|a| (a.at..a.end).contains(&at))
            || start_of(search) <= at
    };
    if !(verb + 1..start).all(whom) || matches!(view.norm(verb), "made" | "makes" | "charged" | "drew") {
        return None;
    }
    let before = verb.checked_sub(1).filter(|at| view.range.contains(at))?;
    // *The metal fetched $8.2 billion*
    let kind = is_kind(view.norm(before)) && matches!(view.norm_before(before, 1), "the" | "this" | "these");
    let pronoun = kind || points_back(view.norm(before)) || matches!(view.norm(before), "which" | "," | "thus");
    let acts = || view.actors.iter().any(|a| a.end == verb && a.role == Role::Subject && a.party.is_country());
    let headed = view.heads.iter().any(|h| {
        clause.contains(&h.at)
            && !(h.at..h.end).contains(&verb)
            && !matches!(h.topic, Topic::Same | Topic::Flow)
            && h.at < start
    });
    let contract = |at: usize| {
        points_back(view.norm(at))
            || matches!(view.norm(at), "contract" | "deal" | "arrangement" | "agreement" | "trade")
    };
    let of_it = !matches!(view.norm(before), "which") || (clause.start..verb).any(contract);
    let governor = if search.follows { Governor::Previous } else { Governor::Topic };
    ((pronoun && of_it || acts()) && !headed).then(|| (governor, Some(view.tokens[verb].span)))
}

/// Who sells and who pays: the ends of what one took in from those of another.
pub fn seller_and_payer(view: &View<'_>, verb: usize, figure: usize) -> Option<[(crate::model::Party, Span); 2]> {
    let clause = view.clause(verb);
    let seller = view.actors.iter().rfind(|a| clause.contains(&a.at) && a.end <= verb && a.takes_part())?;
    let payer = view.actors.iter().find(|a| (figure + 1..figure + 4).contains(&a.at) && a.party != seller.party)?;
    Some([(seller.party, seller.span), (payer.party, payer.span)])
}

/// *earned from the sale of coffee abroad 838 million dollars*: what is earned from goods is their exports, wherever the sum stands.
pub fn earned_before(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let money = search.unit.is_sum();
    let start = start_of(search);
    let end = search.end();
    let clause = view.clause(start);
    let earns = |at: usize| earns(view.norm(at)) || matches!(view.norm(at), "received" | "made");
    let sale = |at: &usize| matches!(view.norm(*at), "sale" | "sales" | "selling");
    let goods = |range: std::ops::Range<usize>| view.names_goods(&range);
    // *earned 838 million dollars from the sale of coffee abroad*
    let behind = money && start > 0 && earns(start - 1) && view.norm(end) == "from";
    if let Some(sold) = (end + 1..end + 4).find(sale).filter(|_| behind && goods(end + 2..end + 8)) {
        return told(search, sold, Indicator::Exports, Class::Noun);
    }
    let near = clause.start.max(start.saturating_sub(10));
    let verb = (near..start).rev().find(|at| money && earns(*at) && view.norm(at + 1) == "from")?;
    let sold = (verb + 2..(verb + 5).min(start)).find(sale).filter(|_| goods(verb + 2..start))?;
    let first = view.first_quantity(&(verb..start)).is_none();
    first.then(|| told(search, sold, Indicator::Exports, Class::Noun))?
}
