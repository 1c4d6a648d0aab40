//! What plants, refineries, mills and fields make, use up and can do, where no trigger phrase says so.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *a solar plant of **250 MW*** | capacity | `power_of_plant` |
//! | *Its OPEC quota is **2.04 million barrels per day*** | production | `quota_of_output` |
//! | *used **8.9 TWh*** | consumption | `used` |
//! | *ran **180,000 bpd** of crude* | consumption | `worked_up` |
//! | *drew **60 bcm** from its fields*, *gets 600,000 tonnes out of it*, *kept 48 bcm at home* | production, consumption | `of_its_own` |
//! | *and domestic wells **21 bcm*** | production | `of_its_own` |
//! | *made **3.9 million tonnes** of steel* | production | `made` |
//! | *reactors supply **52%** of its electricity* | production | `given_by_source` |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{
    gets, is_allowance, is_cutback, is_domestic, is_need, is_pit, keeps, leads_infinitive, points_back,
};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Dimension, Indicator, Measure, Unit};

/// *a hybrid power plant of 250 MW*, *two units of 1,200 MW each*, *A 400 kV line, planned for 1.3 GW*
pub fn power_of_plant(search: &Search<'_, '_>) -> Found {
    let power = search.unit.measure.dimension() == Dimension::Power;
    if !power {
        return None;
    }
    let view = search.view;
    let tokens = &view.mentions[search.quantity].tokens;
    let plant = |at: &usize| {
        matches!(
            view.norm(*at),
            "plant"
                | "plants"
                | "station"
                | "stations"
                | "unit"
                | "units"
                | "reactor"
                | "reactors"
                | "farm"
                | "farms"
                | "dam"
                | "dams"
                | "park"
                | "line"
                | "lines"
                | "cable"
                | "interconnector"
                | "interconnection"
                | "link"
                | "operation"
                | "project"
                | "projects"
                | "block"
                | "blocks"
                | "hydropower"
                | "turbines"
                | "panels"
                | "solar"
                | "wind"
                | "modules"
        )
    };
    let clause = view.clause(tokens.start);
    // The nearest before it in its clause, else right behind: *a 100 MW solar plant*.
    let at = (clause.start..tokens.start)
        .rev()
        .find(plant)
        .or_else(|| (tokens.end..clause.end.min(tokens.end + 5)).find(plant))
        .or_else(|| (view.range.start..tokens.start).rev().take(14).find(plant))?;
    told(search, at, Indicator::Capacity, Class::Noun)
}

/// *Its OPEC quota is 2.04 million barrels per day*: a daily rate that a country is held to is of its output.
pub fn quota_of_output(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = search.start();
    let rate = search.unit.is_rate() && search.unit.measure.dimension() == Dimension::Volume;
    let clause = view.clause(start);
    let quota = |at: &usize| {
        // Barrels a day are what producers are held to, whoever's talks the sentence names.
        let abroad = (clause.start..start)
            .any(|at| matches!(view.norm(at), "export" | "exports" | "sales" | "imports" | "price"));
        let barrels = search.unit.measure == Measure::Barrel && !(view.norm(*at) == "ceiling" && abroad);
        is_allowance(view.norm(*at)) && (barrels || view.range.clone().any(|w| view.norm(w) == "opec"))
    };
    let at = (clause.start..start).rev().find(quota)?;
    let headed = view.is_headed(&(at..start));
    // *its oil export quota*
    let sold = matches!(view.norm_before(at, 1), "export" | "exports");
    let indicator = if sold { Indicator::Exports } else { Indicator::Production };
    (rate && !headed).then(|| told(search, at, indicator, Class::Noun))?
}

/// *would extend its voluntary cut of 1 million barrels per day*, *the 1.4 million barrel-a-day cut*: of what it pumps, where no
/// exports are named.
pub fn cut_of_output(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let rate = search.unit.is_rate() && search.unit.measure == Measure::Barrel;
    let cut = |at: usize| is_cutback(view.norm(at));
    if !rate {
        return None;
    }
    let end = search.end();
    let of = start_of(search).checked_sub(2).filter(|at| view.norm(at + 1) == "of");
    // *Iraq will cut 211,000 bpd*
    let verb = start_of(search).checked_sub(1).filter(|at| {
        // *OPEC, allies agree to cut 1.2 million bpd*
        let ahead = leads_infinitive(view.norm_before(*at, 1));
        view.norm(*at) == "cut"
            && view
                .actors
                .iter()
                .any(|a| a.role == Role::Subject && a.end <= *at && (*at < a.end + 4 || ahead && *at < a.end + 10))
    });
    let at = of.filter(|at| cut(*at)).or(Some(end).filter(|at| cut(*at))).or(verb)?;
    // *a cut of 61,000 barrels a day in its exports of crude*
    let in_trade = |h: &&Head| {
        h.class == Class::Noun
            && view.norm(end) == "in"
            && (end + 1..end + 5).contains(&h.at)
            && h.indicator().is_some()
    };
    if let Some(trade) = view.heads.iter().find(in_trade) {
        return Some((Governor::Head(*trade), Some(trade.span)));
    }
    let named =
        |h: &crate::extract::head::Head| (at.saturating_sub(4)..at + 4).contains(&h.at) && h.class == Class::Noun;
    (!view.heads.iter().any(named)).then(|| told(search, at, Indicator::Production, Class::Noun))?
}

/// *Georgia generated 9.6 TWh and used 8.9 TWh*, *Its mills need 11 million bales a year*
pub fn used(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1)?;
    let dimension = search.unit.measure.dimension();
    let amount = matches!(dimension, Dimension::Energy | Dimension::Volume | Dimension::Mass);
    // What is needed from elsewhere is bought.
    let abroad = || {
        let end = search.end();
        (end..end + 8).any(|at| view.norm(at) == "from" || view.norm(at).starts_with("import"))
    };
    match view.norm(at) {
        "need" | "needs" | "needed" | "require" | "requires" | "required" if amount && abroad() => {
            told(search, at, Indicator::Imports, Class::VerbIn)
        }
        "used" | "uses" | "eats" | "ate" | "drinks" if amount => {
            told(search, at, Indicator::Consumption, Class::VerbOf)
        }
        // In talk of what is bought, what is needed is to be bought too.
        "need" | "needs" | "needed" | "require" | "requires" | "required"
            if amount && (search.unit.is_rate() || !search.topic) =>
        {
            told(search, at, Indicator::Consumption, Class::VerbOf)
        }
        _ => None,
    }
}

/// *drew 60 bcm from its fields*, *kept 48 bcm at home*: what came out of a country's own ground or works, and what it did
/// not sell.
pub fn of_its_own(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_goods() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    // *Russia supplied 25.8 bcm and domestic wells 21 bcm*
    if at > view.range.start && is_own_source(view, at) {
        return told(search, at, Indicator::Production, Class::Noun);
    }
    // Over *of gas*, *of crude oil*.
    let mut end = search.end();
    if view.norm(end) == "of" {
        let goods = view.goods_at(end + 1);
        end = goods.map_or(end, |m| m.tokens.end);
    }
    let verb = view.norm(at);
    let own = view.norm(end) == "from" && matches!(view.norm(end + 1), "its" | "their" | "the" | "own");
    let ground = |at: usize| is_pit(view.norm(at)) || matches!(view.norm(at), "ground" | "seabed" | "reservoirs");
    if matches!(verb, "drew" | "draws" | "took" | "takes" | "lifted" | "got" | "gets")
        && own
        && (end + 2..end + 6).any(ground)
    {
        return told(search, at, Indicator::Production, Class::VerbOf);
    }
    // *brought 22,829 tonnes of uranium to the surface*
    let up = view.norm(end) == "to" && view.norm(end + 1) == "the" && view.norm(end + 2) == "surface";
    if matches!(verb, "brought" | "brings" | "raised" | "lifted" | "hoisted" | "pumped") && up {
        return told(search, at, Indicator::Production, Class::VerbOf);
    }
    // *gets 600,000 tonnes of sugar out of it*
    let out = view.norm(end) == "out" && view.norm(end + 1) == "of"
        || view.norm(end) == "from" && points_back(view.norm(end + 1));
    if (gets(verb) || matches!(verb, "obtained" | "obtains" | "made" | "makes")) && out {
        return told(search, at, Indicator::Production, Class::VerbOf);
    }
    let home = matches!((view.norm(end), view.norm(end + 1)), ("at", "home") | ("for", "itself"))
        || view.norm(end) == "for" && (end + 1..end + 4).any(|at| matches!(view.norm(at), "domestic" | "own" | "home"));
    ((keeps(verb) || matches!(verb, "keeping" | "retained" | "retains")) && home)
        .then(|| told(search, at, Indicator::Consumption, Class::VerbOf))?
}

/// ***domestic wells** 21 bcm*, *its own fields 0.3 bcm*: whether the word at token `at` is of what a country has in its own ground.
pub fn is_own_source(view: &View<'_>, at: usize) -> bool {
    let source =
        is_pit(view.norm(at)) || matches!(view.norm(at), "fields" | "wells" | "production" | "output" | "sources");
    // *its own gas fields*
    let goods = usize::from(view.goods_at(at.wrapping_sub(1)).is_some());
    let own = at.wrapping_sub(1 + goods);
    source && (is_domestic(view.norm(own)) || matches!(view.norm(own), "own" | "indigenous" | "home"))
}

/// *more than 90% of its needs of 3 bcm*: how much is needed in all, whatever tells of a part of it.
pub fn needs_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if let Some(need) = need_made(search) {
        return told(search, need, Indicator::Consumption, Class::Noun);
    }
    let of = start_of(search).checked_sub(2).filter(|at| view.norm(at + 1) == "of")?;
    let needs = is_need(view.norm(of)) || view.norm(of) == "consumption";
    (needs && search.unit.is_bulk()).then(|| told(search, of, Indicator::Consumption, Class::Noun))?
}

/// *The need of the country in sugar makes 400,000 tonnes a year*, *Its requirement of coal is 3 million tonnes*: the noun of need that a verb
/// of being so much has for its subject.
fn need_made(search: &Search<'_, '_>) -> Option<usize> {
    let view = search.view;
    let start = start_of(search);
    let last = view.norm_before(start, 1);
    let verb = match last {
        "to" | "at" | "of" => start.checked_sub(2)?,
        _ => start.checked_sub(1)?,
    };
    let makes = matches!(
        view.norm(verb),
        "makes"
            | "made"
            | "make"
            | "is"
            | "are"
            | "was"
            | "were"
            | "amounts"
            | "equals"
            | "constitutes"
            | "constitute"
            | "reaches"
            | "comes"
    );
    let need = |at: &usize| {
        matches!(view.norm(*at), "need" | "needs" | "requirement" | "requirements")
            && matches!(view.norm(at + 1), "of" | "in" | "for" | "makes" | "is" | "was" | "amounts")
            && !matches!(view.norm(at + 2), "imported" | "foreign" | "imports")
    };
    let clause = view.clause(verb);
    let at = (clause.start.max(verb.saturating_sub(10))..verb).rev().find(need).filter(|_| makes)?;
    // *needs of gas imports are 2 bcm*
    let other = view.heads.iter().any(|h| at < h.at && h.at < verb && h.topic != Topic::Same);
    // *the need of the country in wheat*: what is needed stands behind *in*.
    let goods = (at + 2..verb).find(|at| view.norm(*at) == "in" && view.goods_at(at + 1).is_some());
    (search.unit.is_bulk() && !other && view.first_quantity(&(at..verb)).is_none()).then_some(goods.unwrap_or(at))
}

/// *local farmers*, *its own mills*, *growers at home*: those who make goods in the country that is told of.
pub fn is_home(view: &View<'_>, at: usize) -> bool {
    let maker = matches!(
        view.norm(at),
        "farmers"
            | "growers"
            | "producers"
            | "fishermen"
            | "miners"
            | "refiners"
            | "refineries"
            | "mills"
            | "factories"
    );
    let own = |word: &str| is_domestic(word) || matches!(word, "own" | "native" | "indigenous");
    maker && (own(view.norm_before(at, 1)) || view.norm(at + 1) == "at" && view.norm(at + 2) == "home")
}

/// *Omani refineries ran 180,000 barrels a day of crude*, *ground 740,000 tonnes of beans*: raw goods that were worked up
/// were used.
pub fn worked_up(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1)?;
    let works = matches!(
        view.norm(at),
        "ran"
            | "run"
            | "runs"
            | "refined"
            | "refines"
            | "refine"
            | "ground"
            | "grinds"
            | "crushed"
            | "crushes"
            | "crush"
            | "milled"
            | "mills"
            | "treated"
            | "treats"
    );
    // *sold Japanese mills 310,000 tonnes*: a noun.
    let people = view.norm(at) == "mills" && view.actors.iter().any(|a| a.end == at && a.role != Role::Subject);
    if !works || people {
        return None;
    }
    let amount = search.unit.is_bulk();
    let end = search.end();
    // *refined 300,000 tonnes of copper*: what came out.
    let raw = |goods: &str| {
        matches!(view.norm(at), "ground" | "grinds" | "milled" | "mills")
            || goods.contains("oil")
            || goods.contains("seed")
            || goods.contains("soy")
            || goods.contains("bean")
            || goods == "cane"
            || goods.contains("concentrate")
            || goods.contains("ore")
    };
    let inside =
        view.quantity(search.quantity).and_then(|q| q.goods.as_ref()).is_some_and(|(goods, _)| raw(goods.as_str()));
    let behind = view.norm(end) == "of"
        && view.mentions.iter().any(|m| {
            m.tokens.start > end
                && m.tokens.start <= end + 4
                && matches!(&m.what, What::Commodity(goods) if raw(goods.as_str()))
        });
    // *treated 770,000 tonnes of concentrate*
    let named = || {
        view.norm(end) == "of"
            && (end + 1..end + 4)
                .any(|at| matches!(view.norm(at), "concentrate" | "concentrates" | "ore" | "bauxite" | "cane"))
    };
    (amount && (inside || behind || named())).then(|| told(search, at, Indicator::Consumption, Class::VerbOf))?
}

/// *Its mills made 3.9 million tonnes of steel*: what a country makes, where nothing else says what is told.
pub fn made(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1)?;
    let at = at - usize::from(at > 0 && matches!(view.norm(at), "only" | "just" | "some"));
    let will = view.norm(at) == "make" && matches!(view.norm_before(at, 1), "will" | "to" | "would");
    let counted = search.unit.measure.dimension() == Dimension::Count;
    // *the power stations developed 15.8 billion kWh*, as translated texts say it.
    if view.norm(at) == "developed" && search.unit == Unit::of(Measure::KilowattHour) {
        return told(search, at, Indicator::Production, Class::VerbOf);
    }
    if won(search, at) {
        return told(search, at, Indicator::Production, Class::VerbOf);
    }
    // *It will make 35 bln kWh a year*, *the dam made 22.6 TWh*
    let power = matches!(search.unit.measure, Measure::KilowattHour | Measure::Watt) && !search.unit.is_price();
    let clause = view.segment_tokens(view.segment(at)).start..at;
    let headed = view.heads.iter().any(|h| clause.contains(&h.at) && h.class == Class::Noun);
    let sum = matches!(view.norm_before(at, 1), "which" | "that" | "this") || view.norm(search.end()) == "in";
    if power && (will || matches!(view.norm(at), "made" | "makes")) && !headed && !sum {
        let indicator = if search.unit.measure == Measure::Watt { Indicator::Capacity } else { Indicator::Production };
        return told(search, at, indicator, Class::VerbOf);
    }
    let built = counted && matches!(view.norm(at), "built" | "assembled");
    if !(will || built || matches!(view.norm(at), "made" | "makes")) {
        return None;
    }
    // *makes 98 percent of its power from water*
    let end = search.end();
    let goods = |m: &crate::mention::Mention| {
        m.tokens.start > end && m.tokens.start <= end + 3 && matches!(m.what, What::Commodity(_))
    };
    let of_goods = view.norm(end) == "of" && view.mentions.iter().any(goods)
        || view.quantity(search.quantity).is_some_and(|q| q.goods.is_some());
    let weighed = search.unit.is_bulk();
    let amount = counted || of_goods && (search.unit.is_ratio() || weighed);
    let segment = search.segment();
    // *Exports made 3.9 million tonnes*: they came to it.
    let headed = view.heads.iter().any(|h| segment.start <= h.at && h.at < at && h.class == Class::Noun);
    // *which makes 106 bcm in total*: it comes to that.
    let sum = matches!(view.norm_before(at, 1), "which" | "that" | "this" | "it" | "together");
    let acts = view.actors.iter().any(|a| view.clause(at).contains(&a.at) && a.at < at);
    (amount && !search.unit.is_price() && !headed && !sum && (acts || search.follows))
        .then(|| told(search, at, Indicator::Production, Class::VerbOf))?
}

/// *grew 14 million tonnes of wheat*, *the field gives 6 bcm a year*: whether goods of the ground are
/// the object of a verb by which they are won from it, and of nobody's trade.
fn won(search: &Search<'_, '_>, at: usize) -> bool {
    let view = search.view;
    if !search.unit.is_bulk() || search.unit.is_price() {
        return false;
    }
    let end = search.end();
    let goods = |fits: fn(&str) -> bool| {
        let named = |m: &crate::mention::Mention| {
            (end + 1..end + 4).contains(&m.tokens.start)
                && matches!(&m.what, What::Commodity(goods) if fits(goods.as_str()))
        };
        let inside = view
            .quantity(search.quantity)
            .and_then(|q| q.goods.as_ref())
            .is_some_and(|(goods, _)| fits(goods.as_str()));
        inside || view.norm(end) == "of" && view.mentions.iter().any(named)
    };
    // Who buys or is sold to stands behind such goods: *collected 2 million tons from Russia*.
    let dealt = (end..end + 8).any(|at| matches!(view.norm(at), "from" | "to" | "abroad" | "imported"));
    let field = |at: usize| is_pit(view.norm(at)) || matches!(view.norm(at), "deposit" | "shelf" | "basin" | "block");
    let clause = view.clause(at);
    let place = (clause.start..at).any(field);
    let grower =
        (clause.start..at).any(|at| matches!(view.norm(at), "farmers" | "growers" | "farms" | "peasants" | "planters"));
    let acts = search.follows || view.actors.iter().any(|a| clause.contains(&a.at) && a.at < at);
    let told = match (view.norm_before(at, 1), view.norm(at)) {
        (_, "grew" | "grow" | "grows" | "picked" | "cropped" | "collected" | "gathered") => goods(is_grown),
        ("gathered" | "brought" | "got" | "hauled", "in") => {
            goods(is_grown) && (grower || view.norm_before(at, 1) == "gathered")
        }
        (_, "raised" | "raises" | "obtained") => goods(is_dug) && !dealt && search.unit.is_bulk(),
        (_, "gave" | "give" | "gives") => place,
        (_, "managed" | "manages") => search.unit.is_rate() || goods(|_| true),
        _ => false,
    };
    told && acts && !dealt
}

/// Whether goods grow on fields and trees.
fn is_grown(goods: &str) -> bool {
    !is_dug(goods)
        && !["electricity", "steel", "aluminium", "machine", "product", "lng", "fertili", "cement", "vehicle"]
            .iter()
            .any(|part| goods.contains(part))
}

/// Whether goods come out of the ground.
fn is_dug(goods: &str) -> bool {
    [
        "oil",
        "crude",
        "gas",
        "coal",
        "lignite",
        "ore",
        "uranium",
        "gold",
        "silver",
        "copper",
        "cobalt",
        "nickel",
        "lithium",
        "diamond",
        "bauxite",
        "phosphate",
        "potash",
        "salt",
    ]
    .iter()
    .any(|part| goods.contains(part))
        && !["palm", "olive", "sunflower", "soya", "soybean", "vegetable", "rapeseed", "edible", "oilseed"]
            .iter()
            .any(|part| goods.contains(part))
}
