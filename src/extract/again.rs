//! Goods that were named before and are spoken of again: by a word for their kind, by a pronoun, by a part of their name.
//!
//! | text | goods of the figure |
//! | --- | --- |
//! | *Gold exports were $800 million. **The metal** made up 42 percent of the total* | gold |
//! | *sold tea to Egypt; exports of **the leaf** to Iran were $70 million* | tea |
//! | *bananas worth $990 million; Turkey bought $31 million of **them*** | bananas |
//! | *the cocoa crop; exports of **beans** were 96,000 tonnes* | cocoa |
//! | *COFFEE TALKS FAIL ... **Prices** could drop to 80 cents a lb* | coffee |

use super::commodity::{Asked, Found};
use super::countable;
use super::indicator::Governor;
use super::story::is_of_beans;
use super::view::View;
use crate::lexicon::words::{is_or_was, points_back};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Commodity, Dimension, Indicator, Kind, Measure, Unit};
use crate::token::Shape;

/// Words for a kind of goods that are no goods of their own.
const KINDS: [&str; 43] = [
    "metal",
    "bean",
    "leaf",
    "fibre",
    "fiber",
    "lint",
    "crop",
    "commodity",
    "product",
    "fruit",
    "nut",
    "spice",
    "mineral",
    "ore",
    "fertiliser",
    "fertilizer",
    "nutrient",
    "sweetener",
    "bulb",
    "seed",
    "oilseed",
    "tuber",
    "root",
    "drink",
    "beverage",
    "meat",
    "fish",
    "material",
    "staple",
    "feedstock",
    "ingredient",
    "stone",
    "gem",
    "chemical",
    "delicacy",
    "resin",
    "pulse",
    "legume",
    "grain",
    "cereal",
    "fuel",
    "gas",
    "oil",
];

/// Whether a word tells the kind of goods, one or many: *metal*, *crops*.
pub fn is_kind(word: &str) -> bool {
    KINDS.contains(&word) || word.strip_suffix('s').is_some_and(|one| KINDS.contains(&one))
}

/// Goods that a word for their kind can mean, by a part of their name, where the word names goods of its own.
fn may_mean(kind: &str, goods: &str) -> bool {
    let any = |parts: &[&str]| parts.iter().any(|part| goods.contains(part));
    match kind {
        "gas" => any(&["gas", "lng", "lpg", "hydrogen", "helium", "ammonia", "propane", "butane", "ethane"]),
        "oil" => goods.ends_with("oil") && goods != "crude_oil" || matches!(goods, "diesel" | "kerosene" | "gasoil"),
        "fuel" => any(&[
            "gas",
            "lng",
            "lpg",
            "oil",
            "diesel",
            "petrol",
            "coal",
            "lignite",
            "uranium",
            "kerosene",
            "jet",
            "naphtha",
            "ethanol",
            "fuel",
            "pellets",
            "peat",
            "wood",
            "hydrogen",
            "distillate",
        ]),
        "grain" | "cereal" => any(&[
            "wheat",
            "corn",
            "maize",
            "barley",
            "rice",
            "sorghum",
            "oats",
            "rye",
            "millet",
            "grain",
            "durum",
            "buckwheat",
            "quinoa",
        ]),
        _ => goods != kind,
    }
}

/// The token behind a word for the kind of these goods at `at`: *the metal*, *the red metal*, *the crop nutrient*.
pub fn kind_of(view: &View<'_>, at: usize, goods: &Commodity) -> Option<usize> {
    if !matches!(view.norm(at), "the" | "this") {
        return None;
    }
    let plain = |at: usize| {
        view.tokens[at].shape == Shape::Word
            && view.tokens[at].text.starts_with(char::is_lowercase)
            && !matches!(
                view.norm(at),
                "of" | "and" | "or" | "in" | "on" | "to" | "for" | "from" | "by" | "with" | "as"
            )
    };
    // *the wheat crop*, *the world's fruit*: named in full, or another.
    // *the battery metal* is no battery.
    let named = |at: usize| {
        let used_for = view.norm(at) == "battery" && is_kind(view.norm(at + 1));
        !used_for && !KINDS.contains(&view.norm(at)) && view.mentions.iter().any(|m| m.tokens.contains(&at))
    };
    // *the Australian fuel*: whose it is.
    let owner = view.actors.iter().find(|a| a.at == at + 1 && view.norm(a.end) != "'");
    let first = behind_use(view, owner.map_or(at + 1, |a| a.end));
    // *the super-cooled fuel*
    let hyphen = |at: usize| view.norm(at) == "-" && view.tokens[at].is_joined();
    let reach = if (first..first + 2).any(hyphen) { 5 } else { 3 };
    let kind = (first..(first + reach).min(view.range.end))
        .take_while(|at| (plain(*at) || hyphen(*at)) && !named(*at))
        .find(|at| KINDS.contains(&view.norm(*at)) && !KINDS.contains(&view.norm(at + 1)))?;
    // *the fruit market*, *the oil price*, *the grain trade*: the word describes another.
    let ends = view.tokens.get(kind + 1).is_none_or(|t| {
        t.shape != Shape::Word
            || !plain(kind + 1)
            || !view.heads.iter().any(|h| h.at == kind + 1 && h.class == Class::Noun)
    }) && !matches!(
        view.norm(kind + 1),
        "market" | "markets" | "price" | "prices" | "sector" | "industry" | "trade"
    );
    (ends && may_mean(view.norm(kind), goods.as_str())).then_some(kind + 1)
}

/// The token behind what a fuel is told to be for, if anything is at `at`: *the power-generating fuel*, *the power station fuel*.
fn behind_use(view: &View<'_>, at: usize) -> usize {
    let second = at + 1 + usize::from(view.norm(at + 1) == "-");
    let made = matches!(view.norm(second), "generating" | "generation" | "plant" | "station" | "making" | "producing");
    if made && matches!(view.norm(at), "power" | "electricity" | "steel") { second + 1 } else { at }
}

/// *the red metal* is copper whatever was told before, *the yellow metal* gold.
fn by_colour(view: &View<'_>, at: usize) -> Option<Commodity> {
    let name = match view.norm(at + 1) {
        "red" => "copper",
        "yellow" => "gold",
        _ => return None,
    };
    (view.norm(at) == "the" && view.norm(at + 2) == "metal").then(|| Commodity::new(name))
}

/// The goods that the talk is of.
pub fn spoken(asked: &Asked<'_, '_>) -> Option<Commodity> {
    asked.before.and_then(|f| f.commodity.clone().or_else(|| f.spoken.clone()))
}

/// *The metal made up 42 percent of its exports*: a word for their kind, where goods told before are the subject.
pub fn by_kind(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let clause = view.clause(start);
    let opens = clause.start + usize::from(matches!(view.norm(clause.start), "and" | "but" | "while"));
    // *As a result the metal's share shrank to 46.5 percent*
    let share = (clause.start + 4..start).find(|at| view.norm(*at) == "share" && view.norm_before(*at, 1) == "s");
    let opens = share.map_or(opens, |share| {
        (opens..share - 2).rev().take(4).find(|at| matches!(view.norm(*at), "the" | "this")).unwrap_or(opens)
    });
    if !matches!(view.norm(opens), "the" | "this") {
        return None;
    }
    let goods = by_colour(view, opens).or_else(|| spoken(asked))?;
    let end = kind_of(view, opens, &goods).filter(|end| *end < start)?;
    // *The metal did well, and exports grew to $80 billion*: a noun of its own speaks for the figure.
    let own = share.is_none()
        && matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun
        && head.at > end + 1
        && head.at < start
        && !matches!(head.topic, Topic::Same));
    (!own && countable::fits(asked, &goods)).then(|| (Some(goods), Some(view.tokens[end - 1].span)))
}

/// *about 95 percent of it left by pipeline*, *bought $31 million of them*: of the goods spoken of.
pub fn of_it(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    // *$2.9 billion-worth of it*, *$2.9 billion worth of it*
    let worth = usize::from(view.norm(end) == "-");
    let end = if view.norm(end + worth) == "worth" { end + worth + 1 } else { end };
    let it = view.norm(end) == "of" && points_back(view.norm(end + 1));
    if !it || view.goods_at(end + 2).is_some() || made_up_by_others(asked) {
        return None;
    }
    // Of money told before, no goods.
    let goods = match asked.before {
        Some(frame) => frame.commodity.clone()?,
        None => view.mentions.iter().rev().find_map(|m| match &m.what {
            What::Commodity(goods) if m.tokens.end <= asked.quantity.tokens.start => Some(goods.clone()),
            _ => None,
        })?,
    };
    countable::fits(asked, &goods).then(|| (Some(goods), Some(view.tokens[end + 1].span)))
}

/// *471,000 tonnes of the grain*, *exports of the leaf*: a word for their kind behind *of* at token `at`.
pub fn behind_of(asked: &Asked<'_, '_>, at: usize) -> Found {
    // *Japan is a large LNG importer. It bought 6 million tonnes of the fuel*
    let opened = || asked.story.opened_with().filter(|goods| may_mean("fuel", goods.as_str())).cloned();
    // *Copper rose 13%. Cobalt was another story. Exports of the battery metal jumped 36%*: what a sentence between told of.
    let between = || {
        let told = asked.before.and_then(|f| f.spoken.clone())?;
        kind_of(asked.view, at, &told).map(|_| told)
    };
    let goods = by_colour(asked.view, at).or_else(between).or_else(|| spoken(asked)).or_else(opened)?;
    let end = kind_of(asked.view, at, &goods)?;
    countable::fits(asked, &goods).then(|| (Some(goods), Some(asked.view.tokens[end - 1].span)))
}

/// *shipped goods of the kind worth $295 million*, *sold such goods for $2 million*: of the goods spoken of.
pub fn of_that_kind(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let kind = |at: &usize| {
        let goods = |at: usize| matches!(view.norm(at), "goods" | "products" | "items" | "commodities");
        let of = matches!(view.norm(at + 1), "of")
            && matches!(view.norm(at + 2), "the" | "this" | "that" | "same")
            && matches!(view.norm(at + 3), "kind" | "type" | "sort");
        goods(*at) && of || matches!(view.norm(*at), "such" | "these" | "those") && goods(at + 1)
    };
    if asked.kind == Kind::Share || asked.same_sentence {
        return None;
    }
    let goods = spoken(asked)?;
    let at = view.clause(start).find(kind).filter(|_| countable::fits(asked, &goods))?;
    Some((Some(goods), Some(view.tokens[at].span)))
}

/// *exports of beans*, in talk of cocoa: a part of the name of the goods spoken of. *59 GW of wind turbines* make electricity.
pub fn in_full(asked: &Asked<'_, '_>, named: Commodity) -> Commodity {
    let made = ["electricity", "energy", "nuclear", "power", "hydro"];
    if asked.quantity.quantity.unit.measure == Measure::Watt && !made.iter().any(|part| named.as_str().contains(part)) {
        return Commodity::new("electricity");
    }
    // *120,000 vehicles*, in talk of cars
    let of_vehicles = |goods: &Commodity| {
        ["car", "truck", "lorr", "auto", "vehicle", "bus"].iter().any(|part| goods.as_str().contains(part))
    };
    if named.as_str() == "vehicles" {
        return spoken(asked).filter(of_vehicles).unwrap_or(named);
    }
    let meant = match named.as_str() {
        // *Crude output fell to 421,500 tonnes*, in talk of copper: what is not refined yet.
        "crude_oil" if asked.quantity.quantity.unit.measure.dimension() == Dimension::Mass => {
            spoken(asked).filter(|told| refined(told) && is_bare_crude(asked.view))
        }
        "beans" => {
            let here = asked.view.mentions.iter().find_map(|m| match &m.what {
                What::Commodity(goods) if is_of_beans(goods) => Some(goods.clone()),
                _ => None,
            });
            here.or_else(|| spoken(asked).filter(is_of_beans)).or_else(|| asked.story.beans().cloned())
        }
        // *31 million tonnes of oil passed, of which 27 million tonnes were Azerbaijani raw materials*: what was weighed.
        "raw_materials" if asked.quantity.quantity.unit.is_bulk() => spoken(asked).or_else(|| {
            let told = |goods: &Commodity| goods.as_str() != "raw_materials" && countable::fits(asked, goods);
            asked.view.mentions.iter().find_map(|m| match &m.what {
                What::Commodity(goods) if told(goods) => Some(goods.clone()),
                _ => None,
            })
        }),
        // *cotton yarn*, then *yarn*
        part @ ("yarn" | "pellets" | "seeds" | "nuts") => {
            spoken(asked).filter(|whole| whole.as_str().strip_suffix(part).is_some_and(|of| of.ends_with('_')))
        }
        _ => None,
    };
    meant.unwrap_or(named)
}

/// Goods that are crude before they are refined.
fn refined(goods: &Commodity) -> bool {
    const PARTS: [&str; 10] =
        ["copper", "zinc", "lead", "tin", "nickel", "sugar", "palm_oil", "cotton_oil", "soybean_oil", "glycerine"];
    PARTS.iter().any(|part| goods.as_str().ends_with(part))
}

/// Whether a sentence says *crude* of what it is not said of, and names no oil.
fn is_bare_crude(view: &View<'_>) -> bool {
    let crude = |at: usize| view.norm(at) == "crude" && !matches!(view.norm(at + 1), "oil" | "petroleum" | "oils");
    let oil = |at: usize| matches!(view.norm(at), "oil" | "petroleum" | "barrels" | "bpd");
    view.range.clone().any(crude) && !view.range.clone().any(oil)
}

/// *COFFEE TALKS FAIL ... Prices could drop to 80 cents a lb ... a 30 pct share of the market*: what a text about one kind
/// of goods tells of goods without a name.
pub fn of_story(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let unit = asked.quantity.quantity.unit;
    let used = asked.indicator == Indicator::Consumption && asked.kind == Kind::Share;
    let goods = asked.story.goods().or_else(|| asked.story.goods_by_weight().filter(|_| unit.is_bulk() || used))?;
    // *14 million tonnes of cargo*: of all goods.
    let all = asked.indicator == Indicator::Transit
        || view.range.clone().any(|at| matches!(view.norm(at), "cargo" | "freight" | "goods" | "merchandise"));
    if all
        || !super::goods::of_goods(asked.indicator)
        || view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)))
    {
        return None;
    }
    let weighed = unit.is_bulk() || countable::is_bagged(asked) || unit.is_price();
    let only = asked.story.only_goods().is_some();
    let told = match asked.indicator {
        Indicator::Exports | Indicator::Imports => {
            let market = || {
                let clause = view.clause(asked.quantity.tokens.start);
                clause.clone().any(|at| matches!(view.norm(at), "market" | "quota" | "quotas"))
            };
            // *The exports earned $2.75 billion*, behind a figure of them.
            let theirs = || {
                let the = matches!(asked.governor, Governor::Head(head)
                    if matches!(view.norm_before(head.at, 1), "the" | "these" | "those"));
                the && asked.before.is_some_and(|f| f.commodity.as_ref() == Some(goods))
            };
            // *a quarter of French exports*: of all of them.
            let whole = view.norm(asked.quantity.tokens.end) == "of";
            only && asked.kind == Kind::Share && !whole && market() || theirs()
        }
        // *Imports were 33 percent of consumption*, in a text of oil: of nothing but goods.
        Indicator::Consumption if asked.kind == Kind::Share => true,
        Indicator::Price | Indicator::Production | Indicator::Consumption | Indicator::Reserves => only,
        _ => false,
    };
    ((weighed || told) && countable::fits(asked, goods)).then(|| (Some(goods.clone()), None))
}

/// *Peru sold Japan 2.1 million tonnes of fishmeal. That was **a third** of all the country bought abroad*: a part of the same goods, where
/// they were weighed.
pub fn pointed_back(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (view.range.start, asked.quantity.tokens.end);
    let points = points_back(view.norm(start)) && is_or_was(view.norm(start + 1));
    let all = view.norm(end) == "of"
        && (matches!(view.norm(end + 1), "all" | "everything" | "what" | "whatever")
            || view.norm(end + 1) == "the" && view.norm(end + 2) == "total");
    if asked.kind != Kind::Share || asked.same_sentence || !points || !all || view.names_goods(&(start..view.range.end))
    {
        return None;
    }
    let frame = asked.before.filter(|f| f.unit.is_some_and(Unit::is_bulk))?;
    Some((Some(frame.commodity.clone()?), Some(view.tokens[start].span)))
}

/// *Shawls accounted for **18 percent** of this amount*: whether goods that the sentence opens with have the part.
fn made_up_by_others(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let behind = view.norm(asked.quantity.tokens.end + 2);
    let amount = matches!(behind, "sum" | "amount" | "total" | "figure" | "value" | "." | "," | ";" | "");
    let start = view.start_with_hedge(asked.quantity);
    let opens = view.range.start;
    amount
        && asked.kind == Kind::Share
        && (opens + 1..start.min(opens + 5)).any(|at| view.makes_up_at(at))
        && view.names_goods(&(opens..start))
}

/// *Leather earned $1 billion. The new target is **$45 billion***: a target that no goods are named for, in a text of trade in all of
/// them.
pub fn of_target(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.range.start;
    let target = (start + 1..start + 5).find(|at| matches!(view.norm(*at), "target" | "goal"))?;
    let new = matches!(view.norm(target - 1), "new" | "next" | "export" | "overall" | "s");
    let told = new && target < asked.quantity.tokens.start && asked.spoken.of_totals() && !asked.same_sentence;
    let flow = asked.indicator.is_one_way() && asked.quantity.quantity.unit.is_sum();
    (told && flow && !view.names_goods(&view.range)).then_some((None, Some(view.tokens[target].span)))
}
