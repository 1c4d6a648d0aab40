//! What is sold or earned abroad, or from those of another country, whatever verb says so.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Ghana placed **5,000 tonnes** of cocoa abroad* | exports | `gone_abroad` |
//! | *Ghana's growers earned **$4 million** from overseas buyers* | exports | `gone_abroad` |
//! | *Of Ghana's cocoa **5,000 tonnes** ended up abroad* | exports | `gone_abroad` |

use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{are_buyers, changes_no_hands, goes};
use crate::lexicon::{Class, Topic};
use crate::model::{Dimension, Indicator};

/// How many tokens stand at the most between a figure and the word that says where it went.
const REACH: usize = 9;

/// Whether token `at` begins *abroad*, *overseas*, *foreign buyers*: no country in particular, but not the own one.
fn is_abroad(view: &View<'_>, at: usize) -> bool {
    let next = view.norm(at + 1);
    let buyers = || {
        are_buyers(next)
            || matches!(next, "markets" | "consumers" | "purchasers" | "importers" | "shoppers" | "orders" | "sales")
    };
    match view.norm(at) {
        "abroad" => true,
        "overseas" => {
            buyers() || !next.starts_with(char::is_alphabetic) || matches!(next, "in" | "last" | "this" | "during")
        }
        "foreign" | "external" | "world" | "international" | "export" => buyers(),
        "its" | "the" | "their" => {
            matches!(next, "borders" | "frontiers")
                && matches!(view.norm_before(at, 1), "beyond" | "across" | "outside")
        }
        _ => false,
    }
}

/// Deeds by which money or goods go abroad otherwise than in trade.
fn is_no_sale(word: &str) -> bool {
    changes_no_hands(word)
        || matches!(
            word,
            "borrowed"
                | "raised"
                | "invested"
                | "spent"
                | "deposited"
                | "parked"
                | "hid"
                | "stashed"
                | "issued"
                | "won"
                | "donated"
                | "paid"
                | "sent"
                | "bought"
                | "spend"
                | "owns"
                | "has"
                | "had"
                | "have"
                | "was"
                | "were"
                | "is"
                | "are"
                | "frozen"
                | "mined"
                | "bred"
                | "grown"
        )
}

/// Who grows, catches or makes goods.
pub fn makes_goods(word: &str) -> bool {
    matches!(
        word,
        "growers"
            | "farmers"
            | "makers"
            | "producers"
            | "exporters"
            | "manufacturers"
            | "millers"
            | "mills"
            | "dairies"
            | "fishermen"
            | "breweries"
            | "brewers"
            | "distillers"
            | "vintners"
            | "winemakers"
            | "winegrowers"
            | "tanners"
            | "tanneries"
            | "weavers"
            | "spinners"
            | "miners"
            | "smelters"
            | "sawmills"
            | "canners"
            | "shipyards"
            | "carmakers"
            | "beekeepers"
            | "planters"
            | "ranchers"
            | "herders"
            | "traders"
            | "shippers"
            | "factories"
            | "plantations"
            | "orchards"
            | "refiners"
            | "steelmakers"
            | "florists"
            | "packers"
            | "agriculture"
            | "horticulture"
            | "floriculture"
            | "fisheries"
            | "farming"
            | "viticulture"
    )
}

/// Whether a figure counts goods, or money that goods bring: by what it is of, what is told of or who sells.
fn is_of_goods(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let bulk = search.unit.is_goods();
    let clause = view.clause(search.start());
    bulk || view.names_goods(&clause) || (clause.start..search.start()).any(|at| makes_goods(view.norm(at)))
}

/// Whether a clause tells of other things than goods.
fn is_of_else(view: &View<'_>, at: usize, verb: usize) -> bool {
    let clause = view.clause(at);
    view.heads.iter().any(|h| clause.contains(&h.at) && h.topic == Topic::Other && !(h.at..h.end).contains(&verb))
        || clause.into_iter().any(|at| {
            matches!(
                view.norm(at),
                "aid"
                    | "loan"
                    | "loans"
                    | "bonds"
                    | "debt"
                    | "investors"
                    | "tourists"
                    | "tourism"
                    | "students"
                    | "workers"
            )
        })
}

/// What went or was sold abroad, or was earned there.
pub fn gone_abroad(search: &Search<'_, '_>) -> Found {
    placed_abroad(search).or_else(|| ended_abroad(search))
}

/// *placed 5,000 tonnes of cocoa abroad*, *earned $4 million from overseas buyers*
fn placed_abroad(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let unit = search.unit;
    let counts =
        matches!(unit.measure.dimension(), Dimension::Money | Dimension::Volume | Dimension::Mass | Dimension::Energy);
    if !counts || unit.is_price() {
        return None;
    }
    let clause = view.clause(start);
    let behind = end..(end + REACH).min(clause.end);
    let before = start.saturating_sub(4).max(clause.start)..start;
    let place = behind.clone().find(|at| is_abroad(view, *at)).or_else(|| {
        before.clone().find(|at| matches!(view.norm(*at), "abroad" | "overseas") && is_abroad(view, *at))
    })?;
    let between = end..place.max(end);
    if view.first_quantity(&between).is_some() || view.is_headed(&between) {
        return None;
    }
    // *Tunisia's olive oil had a vintage year: $600 million abroad*
    if place == end && view.norm_before(start, 1) == ":" && matches!(view.norm(place), "abroad" | "overseas") {
        view.owner_of_goods()?;
        let goods = view.mentions.iter().find(|m| matches!(m.what, crate::mention::What::Commodity(_)));
        let goods = goods.filter(|m| m.tokens.end < start)?;
        let head = super::head::Head::unsaid(goods.tokens.start, goods.span, Indicator::Exports);
        return Some((Governor::Head(head), Some(goods.span)));
    }
    let particle = |at: usize| {
        matches!(
            view.norm(at),
            "up" | "in"
                | "out"
                | "off"
                | "over"
                | "down"
                | "with"
                | "of"
                | "back"
                | "for"
                | "home"
                | "abroad"
                | "overseas"
        ) || view.norm(at) == "rid"
    };
    let verb = (clause.start.max(start.saturating_sub(4))..start).rev().find(|at| !particle(*at))?;
    let word = view.norm(verb);
    let token = &view.tokens[verb];
    let lower = token.text.starts_with(char::is_lowercase);
    let deed = word.ends_with("ed")
        || view.is_past(verb)
        || matches!(word, "found" | "fetched" | "takers" | "buyers")
        || word.ends_with('s');
    if !lower || !deed || is_no_sale(word) || !is_of_goods(search) || is_of_else(view, start, verb) {
        return None;
    }
    let owner = view.actors.iter().any(|a| {
        clause.contains(&a.at)
            && a.end <= verb
            && matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute)
    });
    // *Sales of Kenyan avocados abroad earned 18 billion shillings*: of what was sold.
    let sale = view.heads.iter().find(|h| {
        clause.contains(&h.at) && h.end <= verb && h.class == Class::Noun && h.indicator() == Some(Indicator::Exports)
    });
    if let Some(sale) = sale.filter(|_| owner) {
        return Some((Governor::Head(*sale), Some(view.tokens[place].span)));
    }
    let (governor, _) = owner.then(|| told(search, verb, Indicator::Exports, Class::VerbOut))??;
    Some((governor, Some(view.tokens[place].span)))
}

/// *Of Ghana's cocoa 5,000 tonnes ended up abroad*, *96 percent went beyond its borders*
fn ended_abroad(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let clause = view.clause(start);
    let behind = end..(end + REACH + 2).min(clause.end);
    let place = behind.clone().find(|at| is_abroad(view, *at))?;
    let goes = |at: &usize| {
        goes(view.norm(*at))
            || matches!(
                view.norm(*at),
                "ended" | "found" | "landed" | "wound" | "left" | "made" | "travelled" | "moved"
            )
    };
    let verb = (end..place).find(goes)?;
    let between = end..place;
    let headed = view.heads.iter().any(|h| between.contains(&h.at) && h.at != verb && h.class != Class::Agent);
    let goods = is_of_goods(search) || search.topic;
    (!headed && goods && view.first_quantity(&between).is_none() && !is_of_else(view, start, verb))
        .then(|| told(search, verb, Indicator::Exports, Class::Noun))?
}
