//! What plants, refineries, mills and ports are able to do: a rate that stands beside one of them.
//!
//! | sentence | rule |
//! | --- | --- |
//! | *a **3.5 million tonne-a-year** LNG plant* | `rate_before_plant` |
//! | *a terminal of **1.5 bcm a year***, *a refinery with 60,000 bpd* | `plant_of_rate` |
//! | *The smelter can treat **855,000 tonnes a year*** | `can_do` |
//! | *from an installed **1,080 MW*** | `installed` |
//! | *Vietnam has subscribed for **5,000 MW*** | `rate_alone` |

use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{is_by_now, is_line};
use crate::lexicon::{Class, Topic};
use crate::model::{Dimension, Indicator};
use crate::token::Shape;

/// What works, loads or makes goods at a place.
fn is_plant(word: &str) -> bool {
    matches!(
        word,
        "plant"
            | "plants"
            | "refinery"
            | "refineries"
            | "terminal"
            | "terminals"
            | "smelter"
            | "smelters"
            | "mill"
            | "mills"
            | "factory"
            | "factories"
            | "works"
            | "crusher"
            | "crushers"
            | "port"
            | "ports"
            | "berth"
            | "jetty"
            | "quay"
            | "facility"
            | "facilities"
            | "furnace"
            | "furnaces"
            | "kiln"
            | "kilns"
            | "complex"
            | "unit"
            | "units"
            | "train"
            | "trains"
            | "pipeline"
            | "pipelines"
            | "pipe"
            | "project"
    )
}

/// Whether an amount is counted per year or day, as what something is able to do is, or is power.
pub fn is_rate(search: &Search<'_, '_>) -> bool {
    let unit = search.unit;
    let goods = unit.is_goods();
    unit.is_rate() && goods
}

/// *a 3.5 million tonne-a-year LNG plant*, *its 200,000 barrels per day refinery*: the rate describes the noun.
pub fn rate_before_plant(search: &Search<'_, '_>) -> Found {
    if !is_rate(search) {
        return None;
    }
    let view = search.view;
    let describes = |at: &usize| {
        view.range.contains(at)
            && (view.tokens[*at].shape == Shape::Word || view.norm(*at) == "-")
            && !matches!(
                view.norm(*at),
                "of" | "in" | "to" | "from" | "by" | "at" | "for" | "and" | "the" | "a" | "an" | "as" | "its" | "on"
            )
    };
    // *5 million tonnes a year once terminals are enlarged*: what a phrase describes stands behind its article.
    let opens = matches!(
        view.norm_before(start_of(search), 1),
        "a" | "an" | "the" | "its" | "their" | "s" | "new" | "planned" | "existing" | "proposed" | "first" | "second"
    );
    let end = search.end();
    let noun = || (end..end + 6).take_while(describes).find(|at| is_plant(view.norm(*at)));
    let plant = opens.then(noun)??;
    told(search, plant, Indicator::Capacity, Class::Noun)
}

/// *a gas terminal of 1.5 bcm a year*, *a plant of two trains with 10 million tonnes a year*, *an export facility (19 mtpa)*
pub fn plant_of_rate(search: &Search<'_, '_>) -> Found {
    if !is_rate(search) {
        return None;
    }
    let view = search.view;
    let its = usize::from(matches!(view.norm_before(start_of(search), 1), "its" | "their"));
    let link = start_of(search)
        .checked_sub(1 + its)
        .filter(|at| matches!(view.norm(*at), "of" | "with" | "for") || bracketed_behind_plant(view, *at))?;
    let clause = view.clause(link).start;
    let plant = (link.saturating_sub(6).max(clause)..link).rev().find(|at| is_plant(view.norm(*at)))?;
    // *is supplied by three plants at a rate of 900 cubic metres a day*
    let headed = view.is_headed(&(plant..link))
        || (plant..link).any(|at| view.verb_at(at) || matches!(view.norm(at), "rate" | "pace" | "average" | "total"));
    // *a deal to feed a terminal with 2.6 million tonnes a year*: what it is given.
    let fed = |at: usize| {
        let word = view.norm(at);
        word.starts_with("suppl") || word.starts_with("provid") || matches!(word, "feed" | "feeds" | "feeding" | "fed")
    };
    let given = view.norm(link) == "with" && (plant.saturating_sub(6).max(clause)..plant).any(fed);
    (!headed && !given).then(|| told(search, plant, Indicator::Capacity, Class::Noun))?
}

/// *an LNG export facility (19 mtpa)*: whether a bracket opens right behind what works there.
fn bracketed_behind_plant(view: &View<'_>, at: usize) -> bool {
    view.norm(at) == "(" && is_plant(view.norm_before(at, 1))
}

/// *The smelter can treat 855,000 tonnes a year*, *is able to crush 1.2 million tonnes a year*: any verb of what a plant or
/// route is able to do.
pub fn can_do(search: &Search<'_, '_>) -> Found {
    let rate = is_rate(search);
    let view = search.view;
    let last = start_of(search).checked_sub(1).filter(|at| view.tokens[*at].shape == Shape::Word)?;
    // *could let through 2.3 bcm a year*, *can send out 5 bcm a year*
    let particle = matches!(view.norm(last), "through" | "out" | "in" | "up")
        && matches!(
            view.norm_before(last, 1),
            "let" | "send" | "pass" | "take" | "turn" | "pump" | "put" | "ship" | "bring" | "soak"
        );
    let verb = last - usize::from(particle);
    if !rate && !loads(view.norm(verb)) {
        return None;
    }
    let adverb = |at: usize| view.norm(at).ends_with("ly") || is_by_now(view.norm(at));
    let modal = verb.checked_sub(1 + usize::from(adverb(verb.wrapping_sub(1))))?;
    let able = match view.norm(modal) {
        "can" | "could" => true,
        "to" => matches!(view.norm_before(modal, 1), "able" | "designed" | "built" | "equipped" | "capacity"),
        "of" => view.norm_before(modal, 1) == "capable",
        _ => false,
    };
    let clause = view.clause(verb);
    let plant = || {
        (clause.start..modal)
            .rev()
            .find(|at| is_works(view.norm(*at)) || view.norm(*at) == "capacity")
            .or_else(|| view.routes.iter().map(|(at, ..)| *at).find(|at| clause.contains(at) && *at < modal))
    };
    // *Qatar will be able to liquefy 126 million tonnes a year*: what is done in plants alone.
    let works = || {
        [
            "liquef",
            "regasif",
            "gasif",
            "refine",
            "smelt",
            "crush",
            "desalinat",
            "unload",
            "transship",
            "tranship",
            "enrich",
            "accept",
        ]
        .iter()
        .any(|stem| view.norm(verb).starts_with(stem))
        .then_some(verb)
    };
    // *The 761-km section will carry 10 million tonnes a year*: what a line is laid for, where nobody is named at its ends.
    let laid = || {
        let ahead = matches!(view.norm(modal), "will" | "would" | "should" | "to");
        let ends = view.actors.iter().any(|a| {
            let behind = a.at >= search.end() && matches!(a.role, Role::To | Role::From | Role::Via);
            clause.contains(&a.at) && (behind || matches!(a.role, Role::Between | Role::Origin))
        });
        let line = |at: &usize| is_line(view.norm(*at)) || is_part_of_line(view.norm(*at));
        let line = || (clause.start..modal).rev().take(12).find(line);
        (ahead && carries(view.norm(verb)) && !ends).then(line).flatten()
    };
    let found = if able { plant().or_else(works) } else { None };
    told(search, found.or_else(laid)?, Indicator::Capacity, Class::Noun)
}

/// *The quay can **load** no more than 4 million tonnes*: what ports and stores alone do, so that it is what they are able to do though
/// no time is told.
fn loads(word: &str) -> bool {
    matches!(
        word,
        "load" | "unload" | "lift" | "discharge" | "berth" | "transship" | "tranship" | "accommodate" | "turnover"
    )
}

/// *The eastern **leg** will carry 10 million tonnes a year*: a part of a line.
fn is_part_of_line(word: &str) -> bool {
    matches!(
        word,
        "section" | "leg" | "stretch" | "branch" | "string" | "spur" | "segment" | "extension" | "railway" | "railroad"
    )
}

/// *will **carry** 10 million tonnes a year*: a verb of what a line does with goods.
fn carries(word: &str) -> bool {
    matches!(
        word,
        "carry" | "transport" | "move" | "handle" | "transmit" | "convey" | "pump" | "deliver" | "bring" | "haul"
    )
}

/// *was expanded to 10 million tonnes a year from 5 million*, *is being widened for 3 million*: how much a plant or line can do once it
/// is larger.
pub fn extended_to(search: &Search<'_, '_>) -> Found {
    if !is_rate(search) {
        return None;
    }
    let view = search.view;
    let link = start_of(search).checked_sub(1).filter(|at| matches!(view.norm(*at), "to" | "for" | "at"))?;
    let verb = link.checked_sub(1)?;
    let extended = matches!(
        view.norm(verb),
        "expanded"
            | "enlarged"
            | "extended"
            | "widened"
            | "upgraded"
            | "doubled"
            | "tripled"
            | "debottlenecked"
            | "deepened"
            | "scaled"
            | "expanding"
            | "enlarging"
            | "extending"
            | "upgrading"
            | "lengthened"
            | "looped"
            | "expand"
            | "enlarge"
            | "extend"
            | "upgrade"
            | "modernised"
    );
    let clause = view.clause(verb);
    let plant = (clause.start..verb).rev().find(|at| is_works(view.norm(*at))).filter(|_| extended)?;
    let told_between = view.first_quantity(&(plant..verb)).is_some();
    (!told_between).then(|| told(search, plant, Indicator::Capacity, Class::Noun))?
}

/// What works, loads, makes or carries goods: plants, lines, railways.
pub fn is_works(word: &str) -> bool {
    is_plant(word)
        || is_line(word)
        || matches!(
            word,
            "railway"
                | "railways"
                | "railroad"
                | "corridor"
                | "elevator"
                | "elevators"
                | "depot"
                | "dock"
                | "docks"
                | "conveyor"
                | "harbour"
                | "harbor"
                | "system"
                | "network"
                | "grid"
                | "gts"
        )
}

/// *from an installed 1,080 MW*, *three hydro plants totalling 8.8 GW*, *only has 850 MW of grid-connected capacity*
pub fn installed(search: &Search<'_, '_>) -> Found {
    let power = search.unit.measure.dimension() == Dimension::Power;
    let at = start_of(search).checked_sub(1).filter(|_| power)?;
    let view = search.view;
    if matches!(view.norm(at), "installed" | "rated" | "nameplate") {
        return told(search, at, Indicator::Capacity, Class::Noun);
    }
    let clause = view.clause(at).start;
    let totals = matches!(view.norm(at), "totaling" | "totalling");
    let plants = || (at.saturating_sub(5).max(clause)..at).rev().find(|at| makes_power(view.norm(*at)));
    if let Some(plants) = totals.then(plants).flatten() {
        return told(search, plants, Indicator::Capacity, Class::Noun);
    }
    let end = search.end();
    let capacity = || (end + 1..end + 6).find(|at| view.norm(*at) == "capacity");
    let held = capacity().filter(|capacity| {
        view.norm(end) == "of"
            && (end + 1..*capacity).all(|at| view.norm(at) == "-" || view.tokens[at].shape == Shape::Word)
    });
    told(search, held?, Indicator::Capacity, Class::Noun)
}

/// What makes power.
fn makes_power(word: &str) -> bool {
    is_plant(word)
        || matches!(
            word,
            "generators"
                | "turbines"
                | "stations"
                | "farms"
                | "parks"
                | "reactors"
                | "dams"
                | "panels"
                | "arrays"
                | "sets"
        )
}

/// *Vietnam has subscribed for up to 5,000 MW*, *the third train gives 9.9 million tonnes a year*, whatever verb tells it: power, and
/// gas, oil or goods named beside it by the day or year, where the clause tells of nothing else.
pub fn rate_alone(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let quantity = view.quantity(search.quantity)?;
    let value = quantity.quantity.value;
    let large = |least: i64| value >= crate::model::Decimal::from(least);
    let dimension = search.unit.measure.dimension();
    let power = dimension == Dimension::Power && search.unit.per.is_none() && large(5_000_000);
    let clause = view.clause(search.start());
    let named = || view.names_goods(&clause);
    let rate = search.unit.is_rate()
        && match dimension {
            Dimension::Volume => large(1000),
            Dimension::Energy => large(1_000_000),
            Dimension::Mass => large(10_000) && named(),
            _ => false,
        };
    let other = view.heads.iter().any(|h| clause.contains(&h.at) && h.topic == Topic::Other);
    let aside = |at: usize| {
        matches!(
            view.norm(at),
            "water"
                | "emission"
                | "emissions"
                | "waste"
                | "peak"
                | "load"
                | "lots"
                | "tested"
                | "oxide"
                | "dioxide"
                | "freight"
        )
    };
    if !(power || rate) || other || clause.clone().any(aside) {
        return None;
    }
    // *has offered 100,000 bpd*, *secures 14 million cubic metres a day*: a verb that lets one have it.
    let start = start_of(search);
    let near = || (clause.start.max(start.saturating_sub(8))..start).rev();
    let gives =
        |at: &usize| matches!(view.norm(*at), "offered" | "offers" | "guarantees" | "guaranteed" | "feed" | "cede");
    let takes = |at: &usize| {
        matches!(view.norm(*at), "subscribed" | "secures" | "secured" | "entitles" | "entitled" | "booked")
    };
    if let Some(at) = near().find(gives) {
        return told(search, at, Indicator::Exports, Class::VerbOut);
    }
    if let Some(at) = near().find(takes) {
        return told(search, at, Indicator::Imports, Class::VerbIn);
    }
    if rate && search.topic {
        return Some((Governor::Topic, None));
    }
    told(search, search.start(), Indicator::Capacity, Class::Noun)
}
