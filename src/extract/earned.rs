//! Money that goods bring or cost, where no trigger phrase governs it.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Cinnamon brought in **$180 million*** | exports | `brought_by_goods` |
//! | *Pemex earned **698 million dollars** from crude* | exports | `earned_from` |
//! | *sold gas to China and got **$1.1 billion** for it* | exports | `got_for` |
//! | *spent **$4.2 billion** on diesel imports* | imports | `spent_on` |
//! | *has agreed to pay **54 percent** more for gas from the east* | price | `paid_more` |

use super::dealt::Found;
use super::grammar::Role;
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use crate::lexicon::words::{costs, gets, is_merchandise, is_receipts, leads_infinitive, pays, spends};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator};

/// *the textile group brought in $1.4 billion*: money that goods bring in, behind talk of exports; what nobody ships
/// brings in is none of them.
pub fn brought_in(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.per.is_some() {
        return None;
    }
    let at = start_of(search).checked_sub(2)?;
    let brought = matches!(view.norm(at), "brought" | "brings" | "bring" | "bringing") && view.norm(at + 1) == "in";
    let end = view.mentions[search.quantity].tokens.end;
    let goods = matches!(view.norm(end), "worth" | "of");
    let acts = view.actors.iter().any(|a| a.end <= at && at - a.end <= 2 && a.role == Role::Subject);
    // *gas sales abroad brought in 1.2 billion dollars*: told by the noun.
    let clause = view.clause(at);
    let noun = |h: &super::head::Head| clause.contains(&h.at) && h.at < at && h.class == Class::Noun;
    let headed = view.heads.iter().any(|h| noun(h) && h.topic != Topic::Other);
    if !brought || goods || acts || headed {
        return None;
    }
    let service = |at: usize| matches!(view.norm(at), "tourism" | "tourists" | "visitors" | "remittances" | "workers");
    if (at.saturating_sub(3).max(view.range.start)..at).any(service) {
        return super::told::head_at(search, at, Topic::Other, Class::Noun);
    }
    search.exports_before.then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *spent $4.2 billion on diesel imports*, *spends $2 billion a year on wheat from Russia*
pub fn spent_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let spent = spends(view.norm(at)) || matches!(view.norm(at), "paid" | "pays");
    let end = view.mentions[search.quantity].tokens.end;
    // *spent about N10.1 trillion, or $23 billion, on imports*
    let on = (end..end + 9).find(|at| matches!(view.norm(*at), "on" | "for")).filter(|_| spent)?;
    let near = |at: usize| at > on && at <= on + 6;
    let imports = view.heads.iter().find(|h| near(h.at) && h.topic == Topic::Of(Indicator::Imports));
    if let Some(imports) = imports.filter(|h| view.norm(h.end) == "of") {
        return Some((Governor::Head(*imports), Some(imports.span)));
    }
    // *spent $3.45 billion on 9.62 million tons of imported crude*
    let imports = imports.is_some() || (on + 1..on + 9).any(|at| view.norm(at) == "imported");
    let plain = |at: usize| is_merchandise(view.norm(at));
    let named = |m: &crate::mention::Mention| near(m.tokens.start) && matches!(m.what, What::Commodity(_));
    let goods = view.mentions.iter().any(named) || (on + 1..on + 4).any(plain);
    // *spent 2.9 billion on LNG*: who does not ship it buys it; so does who is told to import.
    let shipped = |m: &crate::mention::Mention| matches!(&m.what, What::Commodity(goods) if goods.as_str() == "lng");
    let bought = goods
        && (search.imports_before || view.mentions.iter().any(|m| m.tokens.start == on + 1 && shipped(m)))
        && view.subject_before(at).is_some_and(|a| a.party.is_country());
    let from = view
        .actors
        .iter()
        .any(|a| a.at > on && a.at <= on + 8 && matches!(view.norm(a.at.wrapping_sub(1)), "from") && a.takes_part());
    // *spent $4.2 billion on goods from the region*
    let from = from || (on + 1..on + 4).any(|at| plain(at) && view.norm(at + 1) == "from");
    (imports || goods && from || bought).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *Cinnamon brought in $180 million*, *Khat earned $248 million*: what goods bring is their exports.
pub fn brought_by_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() {
        return None;
    }
    let mut clause = super::goods::over_however(view, view.clause(view.mentions[search.quantity].tokens.start));
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
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() || search.unit.is_ratio() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let end = view.mentions[search.quantity].tokens.end;
    let earned = matches!(view.norm(at), "earned" | "earns" | "earn");
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
    let goods = view.names_goods(&(end + 1..end + 4));
    (earned && from && goods).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
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

/// *the additional imported electricity could cost **$200 million***: what goods brought in cost is their imports.
pub fn imported_cost(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() {
        return None;
    }
    let start = start_of(search);
    let costs = |at: usize| costs(view.norm(at));
    // *could cost Hungary 200 million*
    if !(1..=3).any(|back| costs(start.wrapping_sub(back))) {
        return None;
    }
    let clause = view.clause(start);
    let at = (clause.start.max(start.saturating_sub(10))..start).find(|at| view.norm(*at) == "imported")?;
    let goods = view.names_goods(&(at + 1..at + 4));
    goods.then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
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
    let pays = pays(view.norm(at));
    // *paid 14 percent more per barrel for crude*
    let each = if matches!(view.norm(end + 1), "per" | "a") { 2 } else { 0 };
    let more = matches!(view.norm(end), "more" | "less") && view.norm(end + 1 + each) == "for";
    let goods = view.names_goods(&(end + 2..end + 5 + each));
    (search.unit.is_ratio() && pays && more && goods).then(|| told(search, at, Indicator::Price, Class::VerbIn))?
}

/// *sold gas to China and got $1.1 billion for it*: what is got for goods is their exports.
pub fn got_for(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money || search.unit.is_price() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let got = gets(view.norm(at)) || matches!(view.norm(at), "earned" | "earns" | "collected");
    let end = view.mentions[search.quantity].tokens.end;
    let behind = if matches!(view.norm(end + 1), "the" | "its" | "their") { end + 2 } else { end + 1 };
    let goods = view.goods_at(behind).is_some();
    let them = matches!(view.norm(end + 1), "it" | "them") && search.follows;
    (got && view.norm(end) == "for" && (goods || them)).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}
