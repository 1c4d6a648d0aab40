//! Frames that users bring, long or wide, to facts.

use polars::prelude::{Column, DataFrame, DataType};

use super::frame::failed;
use super::growth::wrong;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Fact, Party};
use crate::series::SeriesKey;

/// What a long frame must have; the other columns of the fact record may be there too.
const NEEDED: [&str; 4] = ["indicator", "period", "value", "unit"];

/// Columns that are read where they are there.
const KNOWN: [&str; 14] = [
    "document",
    "quote",
    "kind",
    "indicator",
    "commodity",
    "reporter",
    "partner",
    "period",
    "base",
    "value",
    "high",
    "unit",
    "bound",
    "status",
];

/// The facts of a long frame, a row each: the columns `indicator`, `period`, `value`, `unit`, and where they are there
/// `document`, `quote`, `kind`, `commodity`, `reporter`, `partner`, `base`, `high`, `bound`, `status`, `quantum`, as in the
/// fact record. `value_text` goes before `value`: it is exact. Other columns are left alone; a fact without a place in a
/// text has the number of its row as its place.
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) for a column that is missing or a cell that does not do, with its row (the
/// first is 0) and what would do.
///
/// ```
/// use bilateral::series::{Dataset, table::{facts_of_long, polars::prelude::*}};
/// let frame = df!("indicator" => ["turnover"], "reporter" => ["CHN"], "partner" => ["TKM"], "period" => ["2022"],
///     "value" => [11_181_000_000.0], "unit" => ["USD"])?;
/// let dataset = Dataset::from_facts(&facts_of_long(&frame)?);
/// assert_eq!(dataset.series()[0].key.to_string(), "turnover of CHN with TKM, USD, yearly");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn facts_of_long(frame: &DataFrame) -> Result<Vec<Fact>> {
    if let Some(name) = NEEDED.iter().find(|name| frame.column(name).is_err()) {
        let known = frame.get_column_names().iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Error::new(ErrorKind::Table, format!("wanted a column {name:?}, found the columns {known}")));
    }
    let mut columns = Vec::new();
    for name in KNOWN.iter().chain(&["quantum", "value_text"]) {
        if let Ok(column) = frame.column(name) {
            columns.push((*name, cells(column)?));
        }
    }
    (0..frame.height()).map(|row| fact(&columns, row)).collect()
}

/// The facts of a wide frame: a column of periods in the record's form, and for each series a column of numbers under the
/// name that [`wide_frame`](super::wide_frame) gives it (`turnover of CHN with TKM, USD, yearly`); `first_day` and
/// `last_day` are left alone, and empty cells are no facts.
///
/// # Errors
/// As [`facts_of_long`]; and for a column whose name is no series.
///
/// ```
/// use bilateral::series::table::{facts_of_wide, polars::prelude::*};
/// let frame = df!("period" => ["2021", "2022"], "imports of natural gas to CHN from TKM, m3, yearly" => [Some(34.5e9), None])?;
/// let facts = facts_of_wide(&frame)?;
/// assert_eq!((facts.len(), facts[0].commodity.as_ref().unwrap().as_str()), (1, "natural_gas"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn facts_of_wide(frame: &DataFrame) -> Result<Vec<Fact>> {
    let periods = frame.column("period").map_err(|_| {
        let known = frame.get_column_names().iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        Error::new(ErrorKind::Table, format!("wanted a column \"period\", found the columns {known}"))
    })?;
    let periods = cells(periods)?;
    let mut facts = Vec::new();
    for column in frame.columns() {
        let name = column.name().as_str();
        if ["period", "first_day", "last_day"].contains(&name) {
            continue;
        }
        let key = series_of(name).ok_or_else(|| {
            wrong(name, None, "a series as its name, such as turnover of CHN with TKM, USD, yearly", "another name")
        })?;
        if !column.dtype().is_primitive_numeric() {
            return Err(wrong(name, None, "numbers", &format!("{}: cast it to Float64 first", column.dtype())));
        }
        let values = cells(column)?;
        for row in (0..frame.height()).filter(|row| values[*row].is_some()) {
            let text = |value: String| vec![None; row].into_iter().chain([Some(value)]).collect::<Vec<_>>();
            let mut columns = vec![
                ("indicator", text(key.indicator.as_str().into())),
                ("unit", text(key.unit.to_string())),
                ("period", text(periods[row].clone().unwrap_or_default())),
                ("value", text(values[row].clone().unwrap_or_default())),
            ];
            columns.extend(key.commodity.as_ref().map(|goods| ("commodity", text(goods.to_string()))));
            columns.extend(key.reporter.map(|party| ("reporter", text(party.to_string()))));
            columns.extend(key.partner.map(|party| ("partner", text(party.to_string()))));
            facts.push(fact(&columns, row)?);
        }
    }
    Ok(facts)
}

/// The cells of a column as text; numbers with the fewest digits that give them back.
fn cells(column: &Column) -> Result<Vec<Option<String>>> {
    let unread = |cause| failed("cannot read the table", cause);
    if column.dtype().is_float() {
        let numbers = column.cast(&DataType::Float64).map_err(unread)?;
        return Ok(numbers.f64().map_err(unread)?.iter().map(|cell| cell.map(|number| format!("{number}"))).collect());
    }
    if matches!(column.dtype(), DataType::String | DataType::Null) || column.dtype().is_integer() {
        let texts = column.cast(&DataType::String).map_err(unread)?;
        return Ok(texts.str().map_err(unread)?.iter().map(|cell| cell.map(str::to_owned)).collect());
    }
    Err(wrong(column.name(), None, "texts or numbers", &format!("{}: cast it to String first", column.dtype())))
}

/// One row as a fact: each cell is read by itself, so that an error can name it.
fn fact(columns: &[(&str, Vec<Option<String>>)], row: usize) -> Result<Fact> {
    let cell =
        |name: &str| columns.iter().find(|(column, _)| *column == name).and_then(|(_, cells)| cells[row].clone());
    let value = cell("value_text").or_else(|| cell("value"));
    let mut record = serde_json::json!({
        "document": cell("document").unwrap_or_else(|| "table".into()),
        "start": row, "end": row + 1,
        "quote": cell("quote").or_else(|| value.clone()).unwrap_or_default(),
        "kind": "level",
        // Stand-ins, so that each other cell can be tried alone.
        "indicator": "turnover", "value": "0", "unit": "USD",
    });
    let names = KNOWN.iter().chain(&["quantum"]).filter(|name| !["document", "quote"].contains(name));
    for name in names {
        let text = if *name == "value" { value.clone() } else { cell(name) };
        let Some(text) = text else {
            if NEEDED.contains(name) {
                return Err(wrong(name, Some(row), "a cell that is filled", "null: drop the row or fill it in"));
            }
            continue;
        };
        record[*name] = text.as_str().into();
        if let Err(cause) = serde_json::from_value::<Fact>(record.clone()) {
            return Err(wrong(name, Some(row), "what the fact record has there", &format!("{text:?}")).caused_by(cause));
        }
    }
    serde_json::from_value(record).map_err(|cause| wrong("value", Some(row), "a fact", "none").caused_by(cause))
}

/// The series that a name in words is of.
fn series_of(name: &str) -> Option<SeriesKey> {
    let (rest, _pace) = name.rsplit_once(", ")?;
    let (subject, unit) = rest.rsplit_once(", ")?;
    let unit = unit.parse().ok()?;
    let (word, mut rest) = subject.split_once(' ').unwrap_or((subject, ""));
    let indicator = crate::model::Indicator::ALL.into_iter().find(|indicator| indicator.as_str() == word)?;
    // The parties stand last, each behind its word; goods are what is left.
    let mut parties: Vec<(&str, Party)> = Vec::new();
    for _ in 0..2 {
        let (before, code) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let Ok(party) = code.parse::<Party>() else { break };
        let (left, joint) = before.rsplit_once(' ').unwrap_or(("", before));
        parties.push((joint, party));
        rest = left;
    }
    let goods = rest.strip_prefix("of ").map(|goods| crate::model::Commodity::new(goods.replace(' ', "_")));
    let frequencies = [
        crate::model::Frequency::Annual,
        crate::model::Frequency::HalfYear,
        crate::model::Frequency::Quarter,
        crate::model::Frequency::Month,
        crate::model::Frequency::Day,
        crate::model::Frequency::Span,
    ];
    let more = (1..12).map(crate::model::Frequency::YearToDate).chain((2..100).map(crate::model::Frequency::Years));
    let first = parties.last().map(|(_, party)| *party);
    let sides = match parties.len() {
        2 => vec![(first, parties.first().map(|(_, party)| *party))],
        1 => vec![(first, None), (None, first)],
        _ => vec![(None, None)],
    };
    // Whatever was taken apart wrongly does not print as the name again.
    frequencies.into_iter().chain(more).find_map(|frequency| {
        let key = |(reporter, partner)| SeriesKey::new(indicator, goods.clone(), reporter, partner, unit, frequency);
        sides.iter().map(|sides| key(*sides)).find(|key| key.to_string() == name)
    })
}

#[cfg(test)]
mod tests {
    use polars::prelude::df;

    use super::*;
    use crate::series::table::{facts_frame, wide_frame};
    use crate::series::test_facts::{change, flow, level};
    use crate::series::{Dataset, SeriesKey};

    fn facts() -> Vec<Fact> {
        vec![
            level("a", "CHN", "TKM", "2022", "11181000000", "at_least"),
            change("a", "CHN", "TKM", "2022", "14.1"),
            flow("b", "exports", "TKM", "CHN", "2023-Q1", "2648000000", "exact"),
            flow("b", "imports", "CHN", "WORLD", "2023-01/2023-08", "7", "exact"),
        ]
    }

    #[test]
    fn a_frame_of_facts_is_read_back() {
        let read = facts_of_long(&facts_frame(&facts()).unwrap()).unwrap();
        for (fact, read) in facts().iter().zip(&read) {
            assert_eq!((&fact.quantity, fact.period, fact.kind), (&read.quantity, read.period, read.kind));
            assert_eq!((fact.reporter, fact.partner, &fact.document), (read.reporter, read.partner, &read.document));
        }
    }

    #[test]
    fn a_wide_frame_is_read_back() {
        let dataset = Dataset::from_facts(&facts());
        let read = Dataset::from_facts(&facts_of_wide(&wide_frame(&dataset).unwrap()).unwrap());
        let keys = |dataset: &Dataset| dataset.series().iter().map(|s| s.key.clone()).collect::<Vec<SeriesKey>>();
        assert_eq!(keys(&dataset), keys(&read));
    }

    #[test]
    fn errors_tell_column_row_and_what_would_do() {
        let told = |frame: DataFrame| facts_of_long(&frame).unwrap_err().to_string();
        let frame = df!("indicator" => ["turnover"], "period" => ["2022"], "value" => [1.0]).unwrap();
        assert_eq!(told(frame.clone()), "wanted a column \"unit\", found the columns indicator, period, value");
        let frame =
            df!("indicator" => ["turnover", "turnover"], "period" => ["2022", "2022-13"], "value" => [1.0, 2.0],
            "unit" => ["USD", "USD"])
            .unwrap();
        assert_eq!(told(frame), "column \"period\", row 1: wanted what the fact record has there, found \"2022-13\"");
        let frame =
            df!("indicator" => ["turnover"], "period" => ["2022"], "value" => [f64::NAN], "unit" => ["USD"]).unwrap();
        assert!(told(frame).contains("found \"NaN\""));
        let wide = df!("period" => ["2022"], "trade" => [1.0]).unwrap();
        assert!(
            facts_of_wide(&wide).unwrap_err().to_string().starts_with("column \"trade\": wanted a series as its name")
        );
        let wide = df!("period" => ["2022"], "turnover of CHN with TKM, USD, yearly" => ["1"]).unwrap();
        assert!(facts_of_wide(&wide).unwrap_err().to_string().contains("cast it to Float64"));
    }
}
