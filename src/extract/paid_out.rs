//! Money that goes for another's goods, whatever verb says so.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Peru shelled out **$4 million** for Ghanaian cocoa* | imports | `paid_out` |
//! | *spent **$4.2 billion** on diesel imports*, *Argentina spent **2.9 billion dollars** on LNG* | imports | `spent_on` |
//! | *has agreed to pay **54 percent** more for gas from the east* | price | `paid_more` |
//! | *Peru is a **$4 million** market for Ghanaian cocoa* | imports | `market_for` |
//! | *... of cocoa to Peru. The cocoa was worth **$4 million*** | what was told before | `goods_worth` |

use super::deed::{deed_before, owner_in, who_acts};
use super::earned::earns;
use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{costs, ends_phrase, is_merchandise, is_or_was, pays, spends};
use crate::lexicon::{Class, Topic};
use crate::mention::{Mention, What};
use crate::model::{Dimension, Indicator};

/// *Peru shelled out $4 million for Ghanaian cocoa*, *devoted $4 million to cocoa from Ghana*: money that goes for another's goods,
/// whatever verb parts with it.
pub fn paid_out(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let verb = deed_before(view, start_of(search)).or_else(|| pays_before(view, start_of(search)));
    let verb = verb.filter(|_| search.unit.is_money())?;
    if earns(view.norm(verb))
        || matches!(
            view.norm(verb),
            "asked" | "demanded" | "offered" | "sought" | "invested" | "lent" | "raised" | "borrowed"
        )
    {
        return None;
    }
    let end = search.end();
    let link = (end..end + 4).find(|at| matches!(view.norm(*at), "for" | "on" | "to" | "into"))?;
    let mut goods = link + 1;
    if view.norm(goods) == "buy" {
        goods += 1;
    }
    let from = |a: &&Actor| a.role == Role::From && a.at > goods && a.at <= goods + 6;
    let giver = owner_in(view, &(goods..goods + 2)).or_else(|| view.actors.iter().find(from))?;
    let other = |a: &Actor| a.party != giver.party && a.party.is_country();
    let taker = who_acts(view, verb).is_some_and(other)
        || view.actors.iter().any(|a| a.end <= verb && a.rule == "relative_clause" && other(a));
    (taker && view.names_goods(&(goods..goods + 4))).then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}

/// *spent*, *paid*: known verbs of paying right before a figure.
fn pays_before(view: &View<'_>, start: usize) -> Option<usize> {
    start.checked_sub(1).filter(|at| {
        matches!(view.norm(*at), "spent" | "spends" | "paid" | "pays" | "laid" | "used")
            || view.norm(*at) == "over" && view.norm_before(*at, 1) == "handed"
    })
}

/// *Ghana sold 5,000 tonnes of cocoa to Peru. The cocoa was worth $4 million*: the worth of the goods that were traded.
pub fn goods_worth(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !(search.exports_before || search.imports_before) || !search.unit.is_sum() {
        return None;
    }
    let worth = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "worth")?;
    let was = worth.checked_sub(1).filter(|at| is_or_was(view.norm(*at)))?;
    let goods = view.goods_before(was)?;
    let the = view.norm_before(goods.tokens.start, 1) == "the" && goods.tokens.start <= view.range.start + 1;
    let headed = view.heads.iter().any(|h| h.at < worth);
    let topic = if search.imports_before { Indicator::Imports } else { Indicator::Exports };
    (the && !headed).then(|| told(search, was, topic, Class::Noun))?
}

/// *Peru is a $4 million market for Ghanaian cocoa*: what somebody buys of another's goods.
pub fn market_for(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let year = usize::from(matches!((view.norm(end), view.norm(end + 1)), ("a", "year") | ("-", "a"))) * 2;
    let market = end + year;
    if !search.unit.is_sum() || view.norm(market) != "market" || view.norm(market + 1) != "for" {
        return None;
    }
    let owner = view.actors.iter().any(|a| (market + 2..market + 4).contains(&a.at) && a.takes_part());
    owner.then(|| told(search, market, Indicator::Imports, Class::Agent))?
}

/// *spent $4.2 billion on diesel imports*, *spends $2 billion a year on wheat from Russia*, *Argentina spent 2.9 billion dollars on
/// LNG last year*: what a country lays out for goods.
pub fn spent_on(search: &Search<'_, '_>) -> Found {
    if search.unit.measure.dimension() != Dimension::Money {
        return None;
    }
    let verb = start_of(search).checked_sub(1)?;
    on_imports(search, verb)
        .or_else(|| on_goods(search, verb))
        .or_else(|| on_several(search))
        .or_else(|| as_a_buyer(search, verb))
}

/// *China was the biggest buyer of Chilean wine, spending $44 million*: what one who is told to buy lays out.
fn as_a_buyer(search: &Search<'_, '_>, verb: usize) -> Found {
    let view = search.view;
    let lays_out = matches!(view.norm(verb), "spending" | "paying") && view.norm_before(verb, 1) == ",";
    let buyer = view.heads.iter().rfind(|h| h.end < verb)?;
    let told_to_buy = buyer.class == Class::Agent
        && matches!(
            view.norm(buyer.end - 1),
            "buyer" | "customer" | "importer" | "purchaser" | "client" | "taker" | "market" | "destination"
        );
    let plain = lays_out && told_to_buy && view.first_quantity(&(buyer.end..verb)).is_none();
    plain.then_some((Governor::Head(*buyer), Some(buyer.span)))
}

/// *imports were 10 billion. It spent 1.8 billion on machinery, nearly 1 billion on petrol and 544 million on steel*: what of the
/// imports told before each of the goods cost.
fn on_several(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let clause = view.clause(start);
    let on = |at: usize| {
        view.norm(at) == "on" && view.tokens.get(at + 1).is_some_and(|t| t.text.starts_with(char::is_alphabetic))
    };
    let verb = (clause.start..start).find(|at| spends(view.norm(*at)))?;
    let acts = matches!(view.norm_before(verb, 1), "it" | "they")
        || view.subject_before(verb).is_some_and(|a| a.party.is_country());
    let listed = view.figures().filter(|q| q.tokens.start > verb && q.tokens.end <= search.end());
    let first = view.figures().find(|q| q.tokens.start > verb)?;
    let near = view.start_with_hedge(first) <= verb + 2;
    let goods = on(search.end())
        && !view.heads.iter().any(|h| (search.end()..search.end() + 5).contains(&h.at) && h.topic == Topic::Other);
    // *on schools and roads*
    let known =
        view.figures().any(|q| q.tokens.start > verb && on(q.tokens.end) && view.goods_at(q.tokens.end + 1).is_some());
    (search.imports_before && acts && near && goods && known && listed.into_iter().all(|q| on(q.tokens.end)))
        .then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}

/// *spent $4.2 billion on diesel imports*, *paid $2 billion for wheat from Russia*: goods that the words behind say come in.
fn on_imports(search: &Search<'_, '_>, at: usize) -> Found {
    let view = search.view;
    let spent = spends(view.norm(at)) || matches!(view.norm(at), "paid" | "pays");
    let end = search.end();
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
        .any(|a| a.at > on && a.at <= on + 8 && matches!(view.norm_before(a.at, 1), "from") && a.takes_part());
    // *spent $4.2 billion on goods from the region*
    let from = from || (on + 1..on + 4).any(|at| plain(at) && view.norm(at + 1) == "from");
    (imports || goods && from || bought).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *Argentina spent 2.9 billion dollars on LNG last year*, *spends $3 billion a year on wheat*: goods that a country pays for; not
/// what it builds, subsidises or looks for.
fn on_goods(search: &Search<'_, '_>, at: usize) -> Found {
    let view = search.view;
    let spent = spends(view.norm(at));
    let end = search.end();
    let on = (end..end + 5).find(|at| view.norm(*at) == "on").filter(|_| spent)?;
    // *on Nigerian oil*
    let origin = usize::from(view.actors.iter().any(|a| a.at == on + 1 && a.end == on + 2));
    let goods = |m: &&Mention| m.tokens.start == on + 1 + origin && matches!(m.what, What::Commodity(_));
    let goods = view.mentions.iter().find(goods).map(|m| m.tokens.end);
    // *spending $849 million on British goods*
    let plain = on + 1 + origin;
    let behind = goods.or((origin > 0 && is_merchandise(view.norm(plain))).then_some(plain + 1))?;
    let time = view
        .mentions
        .iter()
        .any(|m| (behind..behind + 2).contains(&m.tokens.start) && matches!(m.what, What::Period(_)));
    let ends = time || ends_phrase(view.norm(behind)) || matches!(view.norm(behind), ")" | "alone" | "and" | "from");
    let acts =
        view.actors.iter().any(|a| a.role == Role::Subject && a.party.is_country() && a.end <= at && at - a.end <= 3);
    // *Vietnam earned $5.8 billion while spending $849 million*
    let acts = acts
        || view.norm(at) == "spending"
            && matches!(view.norm_before(at, 1), "while" | "and" | ",")
            && view.actors.iter().any(|a| a.role == Role::Subject && a.party.is_country() && a.end < at);
    let other = view.heads.iter().any(|h| h.at >= end && h.at <= behind && h.topic == Topic::Other);
    (ends && acts && !other).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *spent $3.45 billion on 9.62 million tons of imported crude*: what it was spent on.
pub fn imported(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let amount = search.unit.is_goods();
    let of = amount && view.norm(end) == "of" && view.norm(end + 1) == "imported";
    let on = matches!(view.norm_before(start_of(search), 1), "on" | "for");
    (of && on).then(|| told(search, end + 1, Indicator::Imports, Class::VerbIn))?
}

/// *the additional imported electricity could cost **$200 million***: what goods brought in cost is their imports.
pub fn imported_cost(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_money() {
        return None;
    }
    let start = start_of(search);
    let costs = |at: usize| costs(view.norm(at));
    // *could cost Hungary 200 million*
    // *cost the Treasury $19.5 billion*, *cost Egypt's budget*
    if !(1..=5).any(|back| costs(start.wrapping_sub(back))) {
        return None;
    }
    let clause = view.clause(start);
    let at = (clause.start.max(start.saturating_sub(10))..start)
        .find(|at| matches!(view.norm(*at), "imported" | "importing" | "buying" | "bought" | "purchased"))?;
    let goods = view.names_goods(&(at + 1..at + 4)) || is_merchandise(view.norm(at + 1));
    goods.then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *has agreed to pay 54 percent more for gas from the east*, *will pay Russia $20 more for gas*: what is paid more is the price.
pub fn paid_more(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    // *will pay Russia 10 percent more*: over whom it is paid to.
    let at = view.back(start, 4).rev().find(|at| pays(view.norm(*at)))?;
    let over = view.actors.iter().any(|a| a.at > at && a.end == start);
    let right_before = at + 1 == start || over;
    // *paid 14 percent more per barrel for crude*
    let each = if matches!(view.norm(end + 1), "per" | "a") { 2 } else { 0 };
    let more = matches!(view.norm(end), "more" | "less") && view.norm(end + 1 + each) == "for";
    let goods = view.names_goods(&(end + 2..end + 5 + each));
    let small = search.unit.is_ratio() || view.quantity(search.quantity).is_some_and(|q| q.exponent < 6);
    (small && right_before && more && goods).then(|| told(search, at, Indicator::Price, Class::VerbIn))?
}
