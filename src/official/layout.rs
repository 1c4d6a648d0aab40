//! The layouts, each by its heading, and what a row of each says.

use super::Layout;
use super::codes::{energy, party, unit};
use super::table::number;
use crate::lexicon::Lexicon;
use crate::model::{Commodity, Decimal, Indicator, Party, Period, Status, Unit};

/// One figure of a row.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    pub indicator: Indicator,
    pub commodity: Option<Commodity>,
    pub reporter: Party,
    pub partner: Option<Party>,
    pub period: Period,
    pub value: Decimal,
    pub quantum: Option<Decimal>,
    pub unit: Unit,
    pub status: Status,
    /// The column of the value.
    pub column: usize,
    /// Whether rows of one subject add up.
    pub summed: bool,
}

/// A row under its heading.
pub(super) struct Row<'r> {
    pub names: &'r [String],
    pub cells: &'r [String],
}

/// A layout, with what its heading says of its columns.
pub(super) struct Mapping {
    pub layout: Layout,
    /// For Our World in Data: column, indicator, goods and unit of each series.
    series: Vec<(usize, Indicator, Option<Commodity>, Unit, Decimal)>,
}

type Figures = Result<Vec<Figure>, String>;

/// A name with letters and digits alone, in lower case: copies of one file write it in several ways.
fn loose(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

impl Row<'_> {
    fn at(&self, name: &str) -> Option<(usize, &str)> {
        let wanted = loose(name);
        let column = self.names.iter().position(|name| loose(name) == wanted)?;
        Some((column, self.cells.get(column)?.trim()))
    }

    fn cell(&self, name: &str) -> &str {
        self.at(name).map_or("", |(_, cell)| cell)
    }

    /// The first of these columns that holds something.
    fn any(&self, names: &[&str]) -> &str {
        names.iter().map(|name| self.cell(name)).find(|cell| !cell.is_empty()).unwrap_or_default()
    }
}

impl Mapping {
    /// The layout of a heading.
    pub fn of(names: &[String]) -> Option<Self> {
        let has = |name: &str| names.iter().any(|known| loose(known) == loose(name));
        let all = |wanted: &[&str]| wanted.iter().all(|name| has(name));
        let layout = if all(&["reporterCode", "flowCode", "partnerCode", "primaryValue"]) {
            Layout::Comtrade
        } else if all(&["Trade Flow", "Reporter", "Partner", "Trade Value (US$)"]) {
            Layout::ComtradeLegacy
        } else if all(&["REF_AREA", "ENERGY_PRODUCT", "FLOW_BREAKDOWN", "OBS_VALUE"]) {
            Layout::Jodi
        } else if all(&["reporter", "partner", "indicator", "period", "value", "unit"]) {
            Layout::Plain
        } else if all(&["REF_AREA", "INDICATOR", "UNIT_MEASURE", "TIME_PERIOD", "OBS_VALUE"]) {
            Layout::Sdmx
        } else if all(&["TIME_PERIOD", "OBS_VALUE"]) && (has("geo") || has("reporter")) {
            Layout::Eurostat
        } else if names.len() == 6 && all(&["t", "i", "j", "k", "v", "q"]) {
            Layout::Baci
        } else if all(&["country", "year"]) || all(&["Entity", "Year"]) {
            let series: Vec<_> = names.iter().enumerate().filter_map(|(at, name)| owid_series(at, name)).collect();
            return (!series.is_empty()).then_some(Mapping { layout: Layout::Owid, series });
        } else {
            return None;
        };
        Some(Mapping { layout, series: Vec::new() })
    }

    /// What a row says; nothing where it speaks of something that is no fact here.
    pub fn figures(&self, row: &Row<'_>, lexicon: &Lexicon) -> Figures {
        match self.layout {
            Layout::Comtrade => comtrade(row, lexicon),
            Layout::ComtradeLegacy => comtrade_legacy(row, lexicon),
            Layout::Jodi => jodi(row, lexicon),
            Layout::Eurostat => eurostat(row, lexicon),
            Layout::Sdmx => sdmx(row, lexicon),
            Layout::Baci => baci(row, lexicon),
            Layout::Owid => self.owid(row, lexicon),
            Layout::Plain => plain(row, lexicon),
        }
    }

    fn owid(&self, row: &Row<'_>, lexicon: &Lexicon) -> Figures {
        let place = row.any(&["iso_code", "Code", "country", "Entity"]);
        let Some(reporter) = party(place, lexicon) else { return Ok(Vec::new()) };
        let period = period(row.any(&["year", "Year"]))?;
        let mut figures = Vec::new();
        for (column, indicator, commodity, unit, factor) in &self.series {
            let Some((value, quantum)) = number(row.cells.get(*column).map_or("", String::as_str))? else { continue };
            let (commodity, partner) = (commodity.clone(), None);
            figures.extend(figure(
                *indicator,
                commodity,
                reporter,
                partner,
                period,
                (value, quantum),
                *factor,
                *unit,
                *column,
            ));
        }
        Ok(figures)
    }
}

/// A figure in base units; none where it has more digits than fit.
#[expect(clippy::too_many_arguments, reason = "the fields of a figure, in their order")]
fn figure(
    indicator: Indicator,
    commodity: Option<Commodity>,
    reporter: Party,
    partner: Option<Party>,
    period: Period,
    (value, step): (Decimal, Decimal),
    factor: Decimal,
    unit: Unit,
    column: usize,
) -> Option<Figure> {
    let (value, quantum) = (value.checked_mul(factor)?, step.checked_mul(factor));
    let (status, summed) = (Status::Actual, false);
    Some(Figure { indicator, commodity, reporter, partner, period, value, quantum, unit, status, column, summed })
}

/// `2022`, `202203`, `2022-03`, `2022-Q1`, `2022M03`, `20220315`.
fn period(text: &str) -> Result<Period, String> {
    let text = text.trim();
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let written = match (text.len(), digits) {
        (6, true) => format!("{}-{}", &text[..4], &text[4..]),
        (8, true) => format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]),
        _ => text.replacen('M', "-", 1).replacen("-S", "-H", 1),
    };
    written.parse().map_err(|_| format!("wanted a period such as 2022, 2022-Q1 or 2022-03, found {text:?}"))
}

fn us_dollars() -> Option<Unit> {
    "USD".parse().ok()
}

fn base(text: &str) -> Option<Unit> {
    text.parse().ok()
}

/// The goods of a heading of the Harmonized System: one reading each; `TOTAL` is goods in total.
fn goods(code: &str, lexicon: &Lexicon) -> Vec<Option<Commodity>> {
    match code.trim() {
        "TOTAL" | "AG0" | "_T" | "TOTAL - Total" => vec![None],
        code => {
            let digits: String = code.chars().take_while(char::is_ascii_digit).collect();
            let trimmed = digits.strip_suffix("00").filter(|short| short.len() == 4).unwrap_or(&digits);
            let headings = [digits.as_str(), trimmed].into_iter().take(if trimmed == digits { 1 } else { 2 });
            let padded = format!("{digits}00");
            let padded = (digits.len() == 4).then_some(padded.as_str());
            headings.chain(padded).filter_map(|heading| whole(heading, lexicon)).map(Some).collect()
        }
    }
}

/// Of goods that share a heading, the one that is the whole of it.
const WHOLE: [(&str, &str); 13] = [
    ("0207", "poultry"),
    ("1005", "corn"),
    ("270900", "crude_oil"),
    ("271121", "natural_gas"),
    ("39", "plastics"),
    ("5201", "cotton"),
    ("72", "iron_and_steel"),
    ("7204", "scrap_metal"),
    ("7801", "lead"),
    ("8001", "tin"),
    ("84", "machinery"),
    ("85", "electrical_equipment"),
    ("8703", "cars"),
];

/// The goods that a heading is all of; none where goods share it and none of them is the whole.
fn whole(heading: &str, lexicon: &Lexicon) -> Option<Commodity> {
    match lexicon.by_heading(heading) {
        [] => None,
        [goods] => Some(goods.clone()),
        several => {
            let (_, name) = WHOLE.iter().find(|(known, _)| *known == heading)?;
            several.iter().find(|goods| goods.as_str() == *name).cloned()
        }
    }
}

/// Value, net weight and volume of a row of UN Comtrade.
fn trade(
    row: &Row<'_>,
    lexicon: &Lexicon,
    indicator: Indicator,
    (reporter, partner): (Party, Party),
    period: Period,
    columns: [&str; 4],
    code: &str,
) -> Figures {
    let [value, weight, quantity, quantity_unit] = columns;
    let cubic = matches!(row.cell(quantity_unit), "m\u{b3}" | "m3" | "Volume in cubic meters" | "12");
    let wanted = [(value, us_dollars(), 0), (weight, base("t"), -3), (quantity, base("m3").filter(|_| cubic), 0)];
    let mut figures = Vec::new();
    for commodity in goods(code, lexicon) {
        for (name, unit, power) in wanted {
            let (Some((column, cell)), Some(unit)) = (row.at(name), unit) else { continue };
            // A weight or volume of nothing stands for one that is not known.
            let read = number(cell)?.filter(|(value, _)| name == columns[0] || !value.is_zero());
            let (Some(read), Some(factor)) = (read, Decimal::power_of_ten(power)) else { continue };
            if commodity.is_none() && unit != us_dollars().unwrap_or(unit) {
                continue;
            }
            let goods = commodity.clone();
            figures.extend(figure(indicator, goods, reporter, Some(partner), period, read, factor, unit, column));
        }
    }
    Ok(figures)
}

fn sides(
    row: &Row<'_>,
    lexicon: &Lexicon,
    reporter: &[&str],
    partner: &[&str],
) -> Result<Option<(Party, Party)>, String> {
    let of = |names: &[&str]| names.iter().find_map(|name| party(row.cell(name), lexicon));
    let known = |names: &[&str]| !row.any(names).is_empty();
    if !known(reporter) || !known(partner) {
        return Err("wanted a reporter and a partner, found an empty cell".into());
    }
    Ok(of(reporter).zip(of(partner)))
}

fn comtrade(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let indicator = match row.cell("flowCode") {
        "M" => Indicator::Imports,
        "X" => Indicator::Exports,
        _ => return Ok(Vec::new()),
    };
    let whole =
        |name: &str, total: &[&str]| row.at(name).is_none_or(|(_, cell)| cell.is_empty() || total.contains(&cell));
    let partner2 =
        row.at("partner2Code").is_none_or(|(_, cell)| matches!(cell, "" | "0") || cell == row.cell("partnerCode"));
    if !partner2 || !whole("motCode", &["0"]) || !whole("customsCode", &["C00"]) || !whole("mosCode", &["0"]) {
        return Ok(Vec::new());
    }
    let sides = sides(
        row,
        lexicon,
        &["reporterISO", "reporterCode", "reporterDesc"],
        &["partnerISO", "partnerCode", "partnerDesc"],
    )?;
    let Some(sides) = sides else { return Ok(Vec::new()) };
    let period = period(row.any(&["period", "refYear"]))?;
    let columns = ["primaryValue", "netWgt", "qty", "qtyUnitAbbr"];
    trade(row, lexicon, indicator, sides, period, columns, row.cell("cmdCode"))
}

fn comtrade_legacy(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let indicator = match row.cell("Trade Flow") {
        "Import" | "Imports" => Indicator::Imports,
        "Export" | "Exports" => Indicator::Exports,
        _ => return Ok(Vec::new()),
    };
    let second = row.any(&["2nd Partner Code", "2nd Partner ISO"]);
    let way = row.cell("Mode of Transport Code");
    if !matches!(second, "" | "0" | "W00" | "WLD") || !matches!(way, "" | "0") {
        return Ok(Vec::new());
    }
    let reporter = ["Reporter ISO", "Reporter Code", "Reporter"];
    let sides = sides(row, lexicon, &reporter, &["Partner ISO", "Partner Code", "Partner"])?;
    let Some(sides) = sides else { return Ok(Vec::new()) };
    let period = period(row.any(&["Period", "Year"]))?;
    let columns = ["Trade Value (US$)", "Netweight (kg)", "Qty", "Qty Unit"];
    trade(row, lexicon, indicator, sides, period, columns, row.cell("Commodity Code"))
}

fn jodi(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let mut goods = energy(row.cell("ENERGY_PRODUCT"));
    let indicator = match row.cell("FLOW_BREAKDOWN") {
        "INDPROD" => Indicator::Production,
        "TOTIMPSB" => Indicator::Imports,
        "TOTEXPSB" => Indicator::Exports,
        flow @ ("IMPLNG" | "EXPLNG") => {
            goods = Some("lng");
            if flow == "IMPLNG" { Indicator::Imports } else { Indicator::Exports }
        }
        "TOTDEMC" | "TOTDEMO" => Indicator::Consumption,
        _ => return Ok(Vec::new()),
    };
    let (Some(goods), Some(reporter)) = (goods, party(row.cell("REF_AREA"), lexicon)) else { return Ok(Vec::new()) };
    let (unit, factor) = match row.cell("UNIT_MEASURE") {
        // Of JODI-Gas `M3` is a million of them.
        "M3" => (base("m3"), Decimal::power_of_ten(6)),
        other => match unit(other) {
            Some((unit, factor)) => (Some(unit), Some(factor)),
            None => return Ok(Vec::new()),
        },
    };
    let Some((column, cell)) = row.at("OBS_VALUE") else { return Ok(Vec::new()) };
    let (Some(read), Some(unit), Some(factor)) = (number(cell)?, unit, factor) else { return Ok(Vec::new()) };
    let period = period(row.cell("TIME_PERIOD"))?;
    Ok(figure(indicator, Some(Commodity::new(goods)), reporter, None, period, read, factor, unit, column)
        .into_iter()
        .collect())
}

fn eurostat(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let flow = row.any(&["DATAFLOW", "STRUCTURE_ID"]).to_ascii_uppercase();
    let indicator = match row.cell("flow") {
        "1" | "IMP" | "IMPORT" => Indicator::Imports,
        "2" | "EXP" | "EXPORT" => Indicator::Exports,
        _ if flow.contains("NRG_TI_") => Indicator::Imports,
        _ if flow.contains("NRG_TE_") => Indicator::Exports,
        _ => return Ok(Vec::new()),
    };
    let (Some(reporter), Some(partner)) =
        (party(row.any(&["geo", "reporter"]), lexicon), party(row.cell("partner"), lexicon))
    else {
        return Ok(Vec::new());
    };
    let commodities = match row.at("siec") {
        Some((_, code)) => energy(code).map(|name| Some(Commodity::new(name))).into_iter().collect(),
        None => goods(row.any(&["product", "prod_na"]), lexicon),
    };
    let (unit, factor) = match row.any(&["unit", "indicators", "stk_flow"]) {
        "VALUE_IN_EUROS" => (base("EUR"), Decimal::power_of_ten(0)),
        "QUANTITY_IN_100KG" => (base("t"), Decimal::power_of_ten(-1)),
        other => match unit(other) {
            Some((unit, factor)) => (Some(unit), Some(factor)),
            None => return Ok(Vec::new()),
        },
    };
    let Some((column, cell)) = row.at("OBS_VALUE") else { return Ok(Vec::new()) };
    let (Some(read), Some(unit), Some(factor)) = (number(cell)?, unit, factor) else { return Ok(Vec::new()) };
    let period = period(row.cell("TIME_PERIOD"))?;
    let of = |commodity| figure(indicator, commodity, reporter, Some(partner), period, read, factor, unit, column);
    Ok(commodities.into_iter().filter_map(of).collect())
}

fn sdmx(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let Some(indicator) = indicator(row.cell("INDICATOR")) else { return Ok(Vec::new()) };
    let Some(reporter) = party(row.cell("REF_AREA"), lexicon) else { return Ok(Vec::new()) };
    let partner = party(row.cell("COUNTERPART_AREA"), lexicon);
    let written = row.cell("UNIT_MEASURE").replace("_PER_", "/");
    let Some((unit, factor)) = unit(&written) else {
        return Err(format!("wanted a unit such as USD, m3 or t, found {written:?}"));
    };
    let power = match row.cell("UNIT_MULT") {
        "" => 0,
        text => text.parse::<i32>().map_err(|_| format!("wanted a power of ten in UNIT_MULT, found {text:?}"))?,
    };
    let factor = Decimal::power_of_ten(power).and_then(|power| power.checked_mul(factor));
    let Some((column, cell)) = row.at("OBS_VALUE") else { return Ok(Vec::new()) };
    let (Some(read), Some(factor)) = (number(cell)?, factor) else { return Ok(Vec::new()) };
    let period = row.any(&["PERIOD_TEXT", "TIME_PERIOD"]);
    let period = self::period(period)?;
    let commodity = commodity(row.any(&["COMMODITY", "PRODUCT"]));
    let found = figure(indicator, commodity, reporter, partner, period, read, factor, unit, column);
    let status = if row.cell("OBS_STATUS") == "F" { Status::Forecast } else { Status::Actual };
    Ok(found.map(|figure| Figure { status, ..figure }).into_iter().collect())
}

fn baci(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let (Some(from), Some(to)) = (party(row.cell("i"), lexicon), party(row.cell("j"), lexicon)) else {
        return Ok(Vec::new());
    };
    let period = period(row.cell("t"))?;
    let mut commodities = goods(row.cell("k"), lexicon);
    commodities.push(None);
    let mut figures = Vec::new();
    for (name, unit) in [("v", us_dollars()), ("q", base("t"))] {
        let (Some((column, cell)), Some(unit)) = (row.at(name), unit) else { continue };
        let Some(read) = number(cell)? else { continue };
        let factor = if name == "v" { Decimal::power_of_ten(3) } else { Some(Decimal::ONE) };
        let Some(factor) = factor else { continue };
        for commodity in &commodities {
            if commodity.is_none() && name == "q" {
                continue;
            }
            // One flow, reconciled from both sides: it is told as the exporter's and as the importer's.
            for (indicator, reporter, partner) in [(Indicator::Exports, from, to), (Indicator::Imports, to, from)] {
                let found =
                    figure(indicator, commodity.clone(), reporter, Some(partner), period, read, factor, unit, column);
                figures.extend(found.map(|figure| Figure { summed: true, ..figure }));
            }
        }
    }
    Ok(figures)
}

fn plain(row: &Row<'_>, lexicon: &Lexicon) -> Figures {
    let wanted = |name: &str, what: &str| format!("wanted {what} in `{name}`, found {:?}", row.cell(name));
    let reporter = party(row.cell("reporter"), lexicon).ok_or_else(|| wanted("reporter", "a country or group"))?;
    let partner = match row.cell("partner") {
        "" => None,
        code => Some(party(code, lexicon).ok_or_else(|| wanted("partner", "a country or group"))?),
    };
    let indicator =
        indicator(row.cell("indicator")).ok_or_else(|| wanted("indicator", "turnover, exports, imports, ..."))?;
    let (unit, factor) =
        unit(row.cell("unit")).ok_or_else(|| wanted("unit", "a unit such as USD, million USD, bcm or t"))?;
    let Some((column, cell)) = row.at("value") else { return Ok(Vec::new()) };
    let Some(read) = number(cell)? else { return Ok(Vec::new()) };
    let period = period(row.cell("period"))?;
    let commodity = commodity(row.cell("commodity"));
    Ok(figure(indicator, commodity, reporter, partner, period, read, factor, unit, column).into_iter().collect())
}

fn commodity(name: &str) -> Option<Commodity> {
    let name = name.trim().to_lowercase().replace([' ', '-'], "_");
    (!matches!(name.as_str(), "" | "_t" | "_z" | "total" | "all")).then(|| Commodity::new(name))
}

fn indicator(name: &str) -> Option<Indicator> {
    let name = name.to_ascii_lowercase();
    Indicator::ALL.into_iter().find(|indicator| indicator.as_str() == name)
}

/// A column of Our World in Data that holds a series: `gas_production`, `Gas production (TWh)`.
fn owid_series(column: usize, name: &str) -> Option<(usize, Indicator, Option<Commodity>, Unit, Decimal)> {
    let lower = name.to_ascii_lowercase().replace('_', " ");
    let (what, written) = match lower.split_once('(') {
        Some((what, rest)) => (what.trim().to_owned(), rest.trim_end_matches(')').trim().to_owned()),
        None => (lower.trim().to_owned(), "twh".to_owned()),
    };
    let words: Vec<&str> = what.split_whitespace().collect();
    let [goods, said] = words.as_slice() else { return None };
    let indicator = match *said {
        "production" | "generation" => Indicator::Production,
        "consumption" => Indicator::Consumption,
        _ => return None,
    };
    let goods = match *goods {
        "gas" => "natural_gas",
        "oil" => "oil",
        "coal" => "coal",
        "electricity" => "electricity",
        _ => return None,
    };
    let power = match written.as_str() {
        "twh" => 9,
        "gwh" => 6,
        _ => return None,
    };
    Some((column, indicator, Some(Commodity::new(goods)), "kWh".parse().ok()?, Decimal::power_of_ten(power)?))
}
