//! What the unit of a figure tells of its goods: gas in cubic metres, oil in barrels, electricity in kilowatt-hours.

use super::commodity::{Asked, Found};
use super::countable;
use crate::lexicon::words::{is_load, is_plant};
use crate::mention::{Mention, What};
use crate::model::{Commodity, Decimal, Dimension, Indicator, Kind, Measure};

/// *an exporter of LNG ... of gas ... shipped 7.1 million tonnes*: gas that was told before is weighed where it is liquid.
pub fn in_its_unit(asked: &Asked<'_, '_>, goods: Commodity, carried: bool, rule: &str) -> Commodity {
    let weighed = asked.quantity.quantity.unit.measure.dimension() == Dimension::Mass;
    let unit = asked.quantity.quantity.unit;
    // *buys crude and products ... uses 100,000 barrels a day*, *at $19 a barrel*
    let by_the_barrel = unit.is_price() && unit.per == Some(Measure::Barrel)
        || unit.measure == Measure::Barrel && unit.per.is_some() && !asked.same_sentence;
    if carried && by_the_barrel && matches!(goods.as_str(), "oil_and_oil_products" | "crude_oil_and_oil_products") {
        return Commodity::new("crude_oil");
    }
    // *raised its oil and gas output ... 1.8 million barrels per day*: of the one that is so counted.
    if matches!(goods.as_str(), "oil_and_gas" | "crude_oil_and_gas" | "oil_and_natural_gas")
        && let Some(counted) = of_measure(unit)
        && matches!(counted.as_str(), "crude_oil" | "natural_gas")
    {
        return counted;
    }
    // *decided at an energy conference to keep its price of 18 dlrs*
    if unit.is_price() && unit.per == Some(Measure::Barrel) && goods.as_str() == "energy" {
        return Commodity::new("crude_oil");
    }
    // *The pipe is designed for 3 billion cubic metres*: of what flows through it.
    if countable::never(unit, &goods)
        && let Some(counted) = of_measure(unit)
    {
        return counted;
    }
    // *Gas-fired plants exported 31 million kWh*: what they make, not what they burn.
    if electric(unit) && !unit.is_price() && !carried && is_burnt(asked, &goods) {
        return Commodity::new("electricity");
    }
    // *A field with reserves of 9.4 tcf is to feed the LNG plant*: what lies in the ground is gas.
    let in_the_ground = asked.indicator == Indicator::Reserves
        && unit.measure == Measure::CubicMetre
        && asked.quantity.quantity.value >= Decimal::from(1_000_000_000);
    // *German border prices were 235 marks per 1,000 cubic metres*, behind talk of condensate.
    let priced = asked.indicator == Indicator::Price && unit.per == Some(Measure::CubicMetre);
    match goods.as_str() {
        "lng" if in_the_ground => Commodity::new("natural_gas"),
        name if priced && rule == "statement_before" && (name == "crude_oil" || name.contains("condensate")) => {
            Commodity::new("natural_gas")
        }
        // *372 Bcf, or 20 percent of the 1,858 Bcf shipped*, in a text of LNG
        "natural_gas"
            if rule == "goods_of_unit"
                && unit.measure == Measure::CubicMetre
                && asked.indicator.is_one_way()
                && asked.story.goods_by_weight().is_some_and(|goods| goods.as_str() == "lng") =>
        {
            Commodity::new("lng")
        }
        "natural_gas" if carried && weighed && asked.story.is_of_liquid_gas() => Commodity::new("lng"),
        // *LNG from Qatar ... Domestic fields yield 2,200 mmcfd*: what a country makes and burns itself is gas.
        "lng"
            if carried
                && unit.measure == Measure::CubicMetre
                && !asked.same_sentence
                && matches!(asked.indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves) =>
        {
            Commodity::new("natural_gas")
        }
        // *Energy delivered to neighbours totalled 1,956 GWh*
        "energy"
            if matches!(
                asked.indicator,
                Indicator::Exports
                    | Indicator::Imports
                    | Indicator::Price
                    | Indicator::Production
                    | Indicator::Capacity
            ) && electric(unit) =>
        {
            Commodity::new("electricity")
        }
        _ => goods,
    }
}

/// *gas-fired plants*, *a coal-burning station*, *the gas plant*: whether the goods of a figure are told as what makes power alone.
fn is_burnt(asked: &Asked<'_, '_>, goods: &Commodity) -> bool {
    let view = asked.view;
    let burnt = |at: usize| {
        let next = at + usize::from(view.norm(at) == "-");
        matches!(view.norm(next), "fired" | "burning" | "fuelled" | "fueled" | "powered" | "based")
            || is_plant(view.norm(next)) && goods.as_str() != "electricity"
    };
    let own = |m: &&Mention| matches!(&m.what, What::Commodity(named) if named == goods);
    let mut named = view.mentions.iter().filter(own).peekable();
    named.peek().is_some() && named.all(|m| burnt(m.tokens.end))
}

/// Whether a unit counts electricity, or a price is for as much of it.
pub fn electric(unit: crate::model::Unit) -> bool {
    let counted = if unit.is_price() { unit.per } else { Some(unit.measure) };
    matches!(counted, Some(Measure::KilowattHour | Measure::Watt))
}

/// Cubic metres and feet are of gas where gas and oil are named together.
pub fn of_gas(asked: &Asked<'_, '_>, goods: &Commodity) -> bool {
    let unit = asked.quantity.quantity.unit;
    unit.measure == Measure::CubicMetre && matches!(goods.as_str(), "crude_oil" | "oil_products" | "petroleum")
}

/// Gas is counted in cubic metres, oil in barrels, electricity in kilowatt-hours.
pub fn of_unit(asked: &Asked<'_, '_>) -> Found {
    let unit = asked.quantity.quantity.unit;
    // *The TTF hub slipped to 31.20 euros per megawatt hour*: a market of gas, that is paid for by its energy.
    if unit.is_price() && unit.per == Some(Measure::KilowattHour) {
        let mut words = asked.view.range.clone();
        if let Some(at) = words.find(|at| matches!(asked.view.norm(*at), "ttf" | "nbp" | "psv" | "ncg")) {
            return Some((Some(Commodity::new("natural_gas")), Some(asked.view.tokens[at].span)));
        }
    }
    // *assessed at $4.65/mmBtu*, in a text of LNG alone
    if unit.is_price()
        && unit.per == Some(Measure::Btu)
        && let Some(goods) = asked.story.goods().filter(|goods| goods.as_str() == "lng")
    {
        return Some((Some(goods.clone()), Some(asked.quantity.span)));
    }
    // *July cargoes for north-east Asia were pegged at $2.05/mmBtu*, in a text that opens with LNG
    let shipped = || asked.view.range.clone().any(|at| is_load(asked.view.norm(at)) || asked.view.norm(at) == "des");
    if unit.is_price()
        && unit.per == Some(Measure::Btu)
        && asked.first_goods.is_some_and(|(goods, _)| goods.as_str() == "lng")
        && shipped()
    {
        return Some((Some(Commodity::new("lng")), Some(asked.quantity.span)));
    }
    // *6,310 tU*: tonnes of uranium by their name.
    if asked.quantity.tokens.clone().any(|at| asked.view.norm(at) == "tu") {
        return Some((Some(Commodity::new("uranium")), Some(asked.quantity.span)));
    }
    // *25,059 kl*: what is told in kilolitres flows.
    let litres =
        asked.quantity.tokens.clone().any(|at| matches!(asked.view.norm(at), "kl" | "kilolitres" | "kiloliters"));
    // *Gas imports by LNG made up 29 percent. Demand rose to 22.4 TWh*: a text of gas counts it by its energy.
    if unit.measure == Measure::KilowattHour && is_of_gas(asked) {
        return Some((Some(Commodity::new("natural_gas")), Some(asked.quantity.span)));
    }
    let measure = Some(unit).filter(|_| !litres);
    measure.and_then(of_measure).map(|goods| (Some(goods), Some(asked.quantity.span)))
}

/// *imports increased by 2.4% to 7.2 TWh*: a growth is of what the level that it leads to counts.
pub fn of_level_ahead(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if asked.kind != Kind::Change || !asked.quantity.quantity.unit.is_ratio() || view.norm(end) != "to" {
        return None;
    }
    let level = view.figures().find(|q| view.start_with_hedge(q) == end + 1)?;
    if level.quantity.unit.measure == Measure::KilowattHour && is_of_gas(asked) {
        return Some((Some(Commodity::new("natural_gas")), Some(level.span)));
    }
    let counted =
        of_measure(level.quantity.unit).filter(|_| !level.quantity.unit.is_price() && level.goods.is_none())?;
    // Oil and gas of the talk have names of their own: *crude_oil* of *oil_products*, *natural_gas* of *lng*.
    let told = asked.before.and_then(|f| f.commodity.as_ref());
    let other = told.is_none_or(|goods| electric(level.quantity.unit) || countable::never(level.quantity.unit, goods));
    other.then_some((Some(counted), Some(level.span)))
}

/// Whether energy is told of gas: in a text that names gas alone, and of nothing that makes or takes power.
fn is_of_gas(asked: &Asked<'_, '_>) -> bool {
    let power = |at: usize| {
        matches!(
            asked.view.norm(at),
            "generated"
                | "generation"
                | "generate"
                | "plant"
                | "plants"
                | "grid"
                | "dam"
                | "station"
                | "stations"
                | "reactor"
                | "turbines"
                | "current"
                | "hydropower"
                | "wind"
                | "solar"
                | "unit"
                | "dams"
        )
    };
    asked.story.is_of_gas_alone() && !asked.view.range.clone().any(power)
}

/// The goods that a unit counts by custom.
pub fn of_measure(unit: crate::model::Unit) -> Option<Commodity> {
    let counted = if unit.is_price() { unit.per? } else { unit.measure };
    let name = match counted {
        Measure::CubicMetre | Measure::Btu => "natural_gas",
        Measure::Barrel => "crude_oil",
        Measure::KilowattHour | Measure::Watt => "electricity",
        _ => return None,
    };
    Some(Commodity::new(name))
}
