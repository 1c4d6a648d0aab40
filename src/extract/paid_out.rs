//! Money that goes for another's goods or comes in from them, whatever verb says so.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Peru shelled out **$4 million** for Ghanaian cocoa* | imports | `paid_out` |
//! | *Ghana raked in **$4 million** from cocoa* | exports | `took_in_from` |
//! | *Peru is a **$4 million** market for Ghanaian cocoa* | imports | `market_for` |
//! | *... of cocoa to Peru. The cocoa was worth **$4 million*** | what was told before | `goods_worth` |

use super::abroad::makes_goods;
use super::grammar::Role;
use super::handed::{deed_before, who_acts};
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{is_or_was, points_back};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Indicator, Span};

/// Whether a figure is money that is no price.
fn is_money(search: &Search<'_, '_>) -> bool {
    search.unit.measure.dimension() == crate::model::Dimension::Money && !search.unit.is_price()
}

type Found = Option<(Governor, Option<Span>)>;

/// *Peru shelled out $4 million for Ghanaian cocoa*, *devoted $4 million to cocoa from Ghana*: money that goes for another's goods,
/// whatever verb parts with it.
pub fn paid_out(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let verb = deed_before(view, start_of(search)).or_else(|| pays_before(view, start_of(search)));
    let verb = verb.filter(|_| is_money(search))?;
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
    let from = |a: &&Actor| {
        let origin =
            a.at <= goods + 1 && a.at >= goods && matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier);
        origin || a.role == Role::From && a.at > goods && a.at <= goods + 6
    };
    let giver = view.actors.iter().find(from)?;
    let other = |a: &Actor| a.party != giver.party && a.party.is_country();
    let taker = who_acts(view, verb).is_some_and(other)
        || view.actors.iter().any(|a| a.end <= verb && a.rule == "relative_clause" && other(a));
    (taker && view.names_goods(&(goods..goods + 4))).then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}

/// *spent*, *paid*: known verbs of paying right before a figure.
fn pays_before(view: &View<'_>, start: usize) -> Option<usize> {
    start.checked_sub(1).filter(|at| {
        matches!(view.norm(*at), "spent" | "spends" | "paid" | "pays" | "laid" | "used")
            || view.norm(*at) == "over" && view.norm(at.wrapping_sub(1)) == "handed"
    })
}

/// Verbs by which money comes in.
fn earns(word: &str) -> bool {
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
    )
}

/// *Ghanaian exporters raked in $4 million from cocoa*: money that comes in from goods or their sale.
pub fn took_in_from(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let at = start.checked_sub(1).filter(|_| is_money(search))?;
    let particle = matches!(view.norm(at), "in" | "together" | "up") && start >= 2;
    let verb = if particle { at - 1 } else { at };
    let end = search.end();
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
    let brings =
        |word: &str| earns(word) || matches!(word, "brings" | "bring" | "bringing" | "earning" | "collects" | "nets");
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
    let pronoun = points_back(view.norm(before)) || matches!(view.norm(before), "which" | "," | "thus");
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

/// *Ghana sold 5,000 tonnes of cocoa to Peru. The cocoa was worth $4 million*: the worth of the goods that were traded.
pub fn goods_worth(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !(search.exports_before || search.imports_before) || !search.unit.is_sum() {
        return None;
    }
    let worth = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "worth")?;
    let was = worth.checked_sub(1).filter(|at| is_or_was(view.norm(*at)))?;
    let goods = view.goods_before(was)?;
    let the = view.norm(goods.tokens.start.wrapping_sub(1)) == "the" && goods.tokens.start <= view.range.start + 1;
    let headed = view.heads.iter().any(|h| h.at < worth);
    let topic = if search.imports_before { Indicator::Imports } else { Indicator::Exports };
    (the && !headed).then(|| told(search, was, topic, Class::Noun))?
}

/// Who sells and who pays: the ends of what one took in from those of another.
pub fn seller_and_payer(view: &View<'_>, verb: usize, figure: usize) -> Option<[(crate::model::Party, Span); 2]> {
    let clause = view.clause(verb);
    let seller = view.actors.iter().rfind(|a| clause.contains(&a.at) && a.end <= verb && a.takes_part())?;
    let payer = view.actors.iter().find(|a| (figure + 1..figure + 4).contains(&a.at) && a.party != seller.party)?;
    Some([(seller.party, seller.span), (payer.party, payer.span)])
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
