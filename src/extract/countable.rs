//! Which goods a unit can count: what fills no barrel, what is not told by weight.
//!
//! | text | goods of the figure |
//! | --- | --- |
//! | *Trucks queue at the border. Exports made **300,000 tonnes*** | not trucks |
//! | *372.1 TWh of natural gas*, then ***41 TWh*** | natural_gas |
//! | *a record **11.5 mln bags*** | counted in what they are packed in |

use super::commodity::Asked;
use super::view::View;
use crate::model::{Commodity, Dimension, Measure, Unit};

/// Parts of the names of goods that cubic metres count.
const GASEOUS: [&str; 15] = [
    "gas",
    "lng",
    "hydrogen",
    "helium",
    "ethane",
    "hydrocarbon",
    "timber",
    "wood",
    "log",
    "lumber",
    "water",
    "fuel",
    "ngl",
    "ammonia",
    "energy",
];

/// Goods that no barrel holds.
const DRY: [&str; 14] = [
    "sulphur",
    "wheat",
    "cotton",
    "iron_ore",
    "steel",
    "copper",
    "gold",
    "potash",
    "urea",
    "rice",
    "corn",
    "cement",
    "uranium",
    "fertilizers",
];

/// What goods are carried by, and are not told by weight or barrel themselves.
const VEHICLES: [&str; 15] = [
    "lorry",
    "lorries",
    "trucks",
    "tractors",
    "cars",
    "vehicles",
    "ships",
    "tankers",
    "motor_vehicles",
    "ferries",
    "cargo_ships",
    "oil_tankers",
    "ships_and_boats",
    "locomotives",
    "buses",
];

/// Whether this unit counts none of these goods, whoever names them: no cubic metres of pipes, no barrels of steel, no
/// kilowatt-hours of turbines.
pub fn never(unit: Unit, goods: &Commodity) -> bool {
    let name = goods.as_str();
    let piece =
        matches!(name, "pipes" | "pipe" | "steel_pipes" | "turbines" | "cables" | "steel") || VEHICLES.contains(&name);
    piece && matches!(unit.measure, Measure::CubicMetre | Measure::Barrel | Measure::KilowattHour | Measure::Watt)
}

/// Whether goods can be counted in this unit.
pub fn fits(asked: &Asked<'_, '_>, goods: &Commodity) -> bool {
    let unit = asked.quantity.quantity.unit;
    let electric = matches!(unit.measure, Measure::KilowattHour | Measure::Watt);
    let gaseous = unit.measure == Measure::CubicMetre;
    // *36 million kilolitres of ethanol*, then *33 million*
    let alike = gaseous && asked.before.is_some_and(|f| f.unit == Some(unit) && f.commodity.as_ref() == Some(goods));
    let liquid = unit.measure == Measure::Barrel;
    let name = goods.as_str();
    !(electric && name != "electricity" && !gas_by_its_energy(asked, goods)
        || gaseous && !alike && !GASEOUS.iter().any(|part| name.contains(part))
        || unit.per == Some(Measure::KilowattHour)
            && !["electricity", "gas", "energy", "coal", "hydrogen"].iter().any(|part| name.contains(part))
        || unit.per == Some(Measure::Btu) && name == "crude_oil"
        || liquid && matches!(name, "natural_gas" | "lng" | "electricity" | "coal")
        || unit.measure.dimension() == Dimension::Mass && name == "electricity"
        || unit.measure == Measure::Teu && name != "containers"
        || liquid && DRY.contains(&name)
        || (liquid || unit.measure.dimension() == Dimension::Mass) && VEHICLES.contains(&name))
}

/// *372.1 TWh of natural gas*, then *41 TWh*: whether a text that counts gas so goes on.
pub fn gas_by_its_energy(asked: &Asked<'_, '_>, goods: &Commodity) -> bool {
    let gas = |goods: &Commodity| matches!(goods.as_str(), "natural_gas" | "lng");
    asked.quantity.quantity.unit.measure == Measure::KilowattHour
        && gas(goods)
        && asked.before.is_some_and(|f| {
            f.commodity.as_ref().is_some_and(gas) && f.unit.is_some_and(|u| u.measure == Measure::KilowattHour)
        })
}

/// *a record 11.5 mln bags in the coffee year*: whether a figure counts what goods are packed in.
pub fn is_bagged(asked: &Asked<'_, '_>) -> bool {
    let unit = asked.quantity.quantity.unit;
    unit.measure.dimension() == Dimension::Count
        && matches!(
            asked.view.norm_before(asked.quantity.tokens.end, 1),
            "bags" | "sacks" | "bales" | "cases" | "boxes"
        )
}

/// *2.3 million barrels of products*: whether a bare word for products is of what barrels hold.
pub fn are_of_oil(view: &View<'_>, at: usize) -> bool {
    let barrels = matches!(view.norm_before(at, 2), "barrels" | "bbls" | "bpd" | "bbl" | "b");
    view.norm(at) == "products" && barrels && view.norm_before(at, 1) == "of"
}
