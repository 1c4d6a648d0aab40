//! What comes out of a country's ground, fields and plants, told by no verb of making.
//!
//! | sentence | rule |
//! | --- | --- |
//! | *Zambia's pits gave up **710,000 tonnes** of copper* | `given_up` |
//! | *Turkey's hazelnut season closed with **410,000 tonnes*** | `closed_with` |
//! | *Korea ran on coal for **46 percent** of its power* | `ran_on` |
//! | ***Three quarters** of Argentina's gas comes out of Neuquén* | `comes_out_of` |

use super::grammar::Role;
use super::indicator::{Found, Search};
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{changes_no_hands, comes};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator};

/// What gives goods: works in the ground, fields, plants.
fn is_source(word: &str) -> bool {
    matches!(
        word,
        "wells"
            | "pits"
            | "mines"
            | "mine"
            | "fields"
            | "orchards"
            | "vineyards"
            | "mills"
            | "smelters"
            | "smelter"
            | "dams"
            | "dam"
            | "reactors"
            | "turbines"
            | "rigs"
            | "plantations"
            | "groves"
            | "farms"
            | "trawlers"
            | "fishermen"
            | "quarries"
            | "collieries"
            | "furnaces"
            | "hives"
            | "herds"
            | "refineries"
            | "waters"
            | "shafts"
            | "paddies"
            | "estates"
    )
}

/// Whether a figure is an amount of goods or energy.
fn is_amount(search: &Search<'_, '_>) -> bool {
    let goods = matches!(search.unit.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Energy);
    goods && !search.unit.is_price()
}

/// Whether heads of other meanings than a flow stand in a stretch.
fn headed(view: &View<'_>, from: usize, to: usize) -> bool {
    view.heads.iter().any(|h| (from..to).contains(&h.at) && !matches!(h.topic, Topic::Same | Topic::Flow))
}

/// Whether goods of a table are named in a stretch.
fn names_goods(view: &View<'_>, from: usize, to: usize) -> bool {
    view.names_goods(&(from..to))
}

/// *Zambia's pits gave up 710,000 tonnes of copper*: what a country's ground, fields and works give, whatever verb says so.
pub fn given_up(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    if !is_amount(search) {
        return None;
    }
    let clause = view.clause(start);
    let source = (clause.start.max(start.saturating_sub(6))..start).rev().find(|at| is_source(view.norm(*at)))?;
    let verb = source + 1;
    let word = view.norm(verb);
    let particle =
        |at: usize| matches!(view.norm(at), "up" | "out" | "in" | "some" | "about" | "only" | "just" | "back");
    let deed = word.ends_with("ed")
        || view.is_past(verb)
        || matches!(word, "yield" | "gave" | "give" | "threw" | "bore" | "bear");
    let other = changes_no_hands(word)
        || matches!(word, "sold" | "sent" | "shipped" | "was" | "were" | "took" | "bought" | "burned" | "got" | "used");
    if !deed || other || !(verb + 1..start).all(particle) || headed(view, source, start) {
        return None;
    }
    let end = search.end();
    let goods = names_goods(view, clause.start, source)
        || names_goods(view, end, end + 4)
        || search.unit.measure.dimension() == Dimension::Energy;
    let home = |a: &Actor| {
        clause.contains(&a.at)
            && a.end <= verb
            && a.party.is_country()
            && matches!(
                a.role,
                Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin | Role::In | Role::Subject
            )
    };
    let gone = view.actors.iter().any(|a| (end..end + 10).contains(&a.at) && matches!(a.role, Role::To | Role::For));
    (goods && view.actors.iter().any(home) && !gone)
        .then(|| told(search, source, Indicator::Production, Class::Noun))?
}

/// *Turkey's hazelnut season closed with 410,000 tonnes*, *Paraguay's dam ended 2014 with 87 million MWh*: what a season or a plant
/// had made when it was over.
pub fn closed_with(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let with =
        start_of(search).checked_sub(1).filter(|at| is_amount(search) && matches!(view.norm(*at), "with" | "at"))?;
    let clause = view.clause(with);
    let near = clause.start.max(with.saturating_sub(4));
    let closed = |at: &usize| {
        matches!(view.norm(*at), "closed" | "closes" | "ended" | "ends" | "finished" | "finishes" | "concluded")
    };
    let verb = (near..with).rev().find(closed)?;
    let time = |at: usize| {
        matches!(view.norm(at), "the" | "year" | "season" | "last" | "off")
            || view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Period(_)))
    };
    if !(verb + 1..with).all(time) || headed(view, clause.start, with) {
        return None;
    }
    let season =
        |at: usize| matches!(view.norm(at), "season" | "harvest" | "campaign" | "crop" | "picking" | "vintage");
    let seasonal = (clause.start..verb).any(season)
        && (names_goods(view, clause.start, verb) || names_goods(view, search.end(), search.end() + 4));
    let works = (clause.start..verb).any(|at| is_source(view.norm(at)));
    let energy = search.unit.measure.dimension() == Dimension::Energy;
    // *Itaipu closes 2024 with 67 million MWh*
    let name = verb.checked_sub(1).filter(|at| view.range.contains(at));
    let plant = energy && name.is_some_and(|at| view.tokens[at].is_capitalised() && at <= clause.start + 1);
    (seasonal || works && (energy || names_goods(view, search.end(), search.end() + 4)) || plant)
        .then(|| told(search, verb, Indicator::Production, Class::VerbOf))?
}

/// What power is made of.
fn makes_power(word: &str) -> bool {
    matches!(
        word,
        "coal"
            | "gas"
            | "oil"
            | "hydro"
            | "hydropower"
            | "nuclear"
            | "wind"
            | "solar"
            | "peat"
            | "lignite"
            | "diesel"
            | "dams"
            | "reactors"
            | "geothermal"
            | "biomass"
            | "renewables"
            | "wood"
            | "sun"
            | "water"
    )
}

/// *Korea ran on coal for 46 percent of its power*, *leans on dams for half of its electricity*: what makes it.
pub fn ran_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let part_of = search.unit.is_ratio() && view.norm(search.end()) == "of";
    let link = start_of(search).checked_sub(1).filter(|at| part_of && view.norm(*at) == "for")?;
    let end = search.end();
    let power = (end + 1..end + 4).any(|at| matches!(view.norm(at), "power" | "electricity" | "generation"));
    let clause = view.clause(link);
    let source = (clause.start.max(link.saturating_sub(4))..link).rev().find(|at| makes_power(view.norm(*at)))?;
    let on = (clause.start.max(source.saturating_sub(3))..source)
        .any(|at| matches!(view.norm(at), "on" | "upon" | "to" | "needed" | "burned" | "burns"));
    (power && on).then(|| told(search, source, Indicator::Production, Class::Noun))?
}

/// *Three quarters of Argentina's gas comes out of Neuquén*: where in the country its goods are brought up.
pub fn comes_out_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    if !search.unit.is_ratio() || view.norm(end) != "of" {
        return None;
    }
    let owner = view.actors.iter().find(|a| {
        (end + 1..end + 3).contains(&a.at)
            && a.party.is_country()
            && matches!(a.role, Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute)
    })?;
    let goods = view.goods_in(&(owner.end..owner.end + 3))?;
    let verb = (goods.tokens.end..goods.tokens.end + 2).find(|at| comes(view.norm(*at)))?;
    let place = match (view.norm(verb + 1), view.norm(verb + 2)) {
        ("out", "of") => verb + 3,
        ("from", _) => verb + 2,
        _ => return None,
    };
    let place = place + usize::from(view.norm(place) == "the");
    let abroad = view.actors.iter().any(|a| (place..place + 3).contains(&a.at) && a.party != owner.party);
    let named = view.tokens.get(place).is_some_and(|t| view.range.contains(&place) && t.is_capitalised());
    let inside = named || view.actors.iter().any(|a| a.at == place && a.party == owner.party);
    let out = view.norm(verb + 1) == "out" || (place..place + 4).any(|at| is_source(view.norm(at)));
    (!abroad && inside && (out || named) && !headed(view, goods.tokens.end, verb))
        .then(|| told(search, goods.tokens.start, Indicator::Production, Class::Noun))?
}
