//! Facts and series to frames.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use polars::prelude::{Column, DataFrame, DataType};

use crate::error::{Error, ErrorKind, Result};
use crate::model::{Decimal, Fact, Period, Status, Unit};
use crate::series::{Dataset, Growth, Interval, Observation, Origin, Series, SeriesKey, Width, growth};

/// The facts as they stand, a row each; the columns are [`FACTS`](super::FACTS).
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) where polars cannot build the frame.
pub fn facts_frame(facts: &[Fact]) -> Result<DataFrame> {
    let width = Width::default();
    let intervals: Vec<_> = facts.iter().map(|fact| Interval::of(&fact.quantity, &width)).collect();
    let text = |name: &str, of: fn(&Fact) -> Option<String>| text(name, facts.iter().map(of));
    let day = |name: &str, of: fn(&Period) -> NaiveDate| day(name, facts.iter().map(|f| f.period.as_ref().map(of)));
    build(vec![
        text("document", |f| Some(f.document.to_string())),
        count("start", facts.iter().map(|f| Some(f.span.start))),
        count("end", facts.iter().map(|f| Some(f.span.end))),
        text("quote", |f| Some(f.quote.clone())),
        text("kind", |f| Some(f.kind.as_str().into())),
        text("indicator", |f| Some(f.indicator.as_str().into())),
        text("commodity", |f| f.commodity.as_ref().map(ToString::to_string)),
        text("reporter", |f| f.reporter.map(|p| p.to_string())),
        text("partner", |f| f.partner.map(|p| p.to_string())),
        text("period", |f| f.period.map(|p| p.to_string())),
        day("first_day", Period::first_day)?,
        day("last_day", Period::last_day)?,
        text("base", |f| f.base.map(|p| p.to_string())),
        number("value", facts.iter().map(|f| Some(f.quantity.value.to_f64()))),
        number("high", facts.iter().map(|f| f.quantity.high.map(Decimal::to_f64))),
        number("lower", intervals.iter().map(lower)),
        number("upper", intervals.iter().map(upper)),
        text("value_text", |f| Some(f.quantity.value.to_string())),
        count("scale", facts.iter().map(|f| usize::try_from(f.quantity.value.scale()).ok())),
        text("unit", |f| Some(f.quantity.unit.to_string())),
        text("bound", |f| Some(f.quantity.bound.as_str().into())),
        text("quantum", |f| f.quantity.quantum.map(|q| q.to_string())),
        text("status", |f| Some(f.status.as_str().into())),
    ])
}

/// One row of the long table.
struct Row<'a> {
    dataset: &'a Dataset,
    key: &'a SeriesKey,
    status: Status,
    name: &'a str,
    rank: usize,
    observation: &'a Observation,
}

impl Row<'_> {
    fn fact(&self) -> Option<&Fact> {
        self.dataset.fact(self.observation.fact()?)
    }
}

/// All observations, a row each, in the order of the series and of time; the columns are [`SERIES`](super::SERIES).
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) where polars cannot build the frame.
pub fn series_frame(dataset: &Dataset) -> Result<DataFrame> {
    let names: Vec<String> = dataset.series().iter().map(|s| s.key.to_string()).collect();
    let rows: Vec<Row<'_>> = dataset.series().iter().zip(&names).flat_map(|(s, name)| rows(dataset, s, name)).collect();
    let text = |name: &str, of: fn(&Row<'_>) -> Option<String>| text(name, rows.iter().map(of));
    let number = |name: &str, of: fn(&Observation) -> Option<f64>| number(name, rows.iter().map(|r| of(r.observation)));
    let count = |name: &str, of: fn(&Row<'_>) -> Option<usize>| count(name, rows.iter().map(of));
    let day = |name: &str, of: fn(&Observation) -> Option<NaiveDate>| day(name, rows.iter().map(|r| of(r.observation)));
    let mut columns = vec![text("series", |r| Some(r.name.into()))];
    columns.extend(key_columns(rows.iter().map(|r| (r.key, r.status))));
    columns.extend([
        text("period", |r| Some(r.observation.period.to_string())),
        day("first_day", |o| Some(o.period.first_day()))?,
        day("last_day", |o| Some(o.period.last_day()))?,
        number("value", |o| Some(o.quantity.value.to_f64())),
        number("high", |o| o.quantity.high.map(Decimal::to_f64)),
        number("lower", |o| lower(&o.interval)),
        number("upper", |o| upper(&o.interval)),
        text("value_text", |r| Some(r.observation.quantity.value.to_string())),
        count("scale", |r| usize::try_from(r.observation.quantity.value.scale()).ok()),
        text("bound", |r| Some(r.observation.quantity.bound.as_str().into())),
        count("rank", |r| Some(r.rank)),
        text("origin", |r| Some(if r.observation.origin.is_stated() { "stated" } else { "implied" }.into())),
        text("derivation", |r| match &r.observation.origin {
            Origin::Implied { derivation, .. } => Some(derivation.clone()),
            Origin::Stated { .. } => None,
        }),
        text("teller", |r| r.observation.teller.map(|p| p.to_string())),
        text("document", |r| Some(r.observation.document.to_string())),
        count("start", |r| r.fact().map(|f| f.span.start)),
        count("end", |r| r.fact().map(|f| f.span.end)),
        text("quote", |r| r.fact().map(|f| f.quote.clone())),
        day("published", |o| o.published)?,
        text("source", |r| r.observation.source.as_ref().map(ToString::to_string)),
    ]);
    build(columns)
}

fn rows<'a>(dataset: &'a Dataset, series: &'a Series, name: &'a str) -> impl Iterator<Item = Row<'a>> {
    let (key, status) = (&series.key, series.status);
    series.periods().flat_map(move |statements| {
        let ranked = statements.iter().enumerate();
        ranked.map(move |(rank, observation)| Row { dataset, key, status, name, rank, observation })
    })
}

/// The year-on-year growth of each series; the columns are [`GROWTH`](super::GROWTH).
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) where polars cannot build the frame.
pub fn growth_frame(dataset: &Dataset) -> Result<DataFrame> {
    let all = dataset.series().iter().flat_map(|series| growth::year_on_year(series).map(move |g| (series, g)));
    let rows: Vec<(&Series, Growth<'_>)> = all.collect();
    let text = |name: &str, of: fn(&(&Series, Growth<'_>)) -> Option<String>| text(name, rows.iter().map(of));
    let number = |name: &str, of: fn(&Growth<'_>) -> Option<f64>| number(name, rows.iter().map(|(_, g)| of(g)));
    let day = |name: &str, of: fn(&Period) -> NaiveDate| day(name, rows.iter().map(|(_, g)| Some(of(&g.level.period))));
    let stated = rows.iter().map(|(series, growth)| stated_percent(dataset, series, growth));
    let mut columns = vec![text("series", |(s, _)| Some(s.key.to_string()))];
    columns.extend(key_columns(rows.iter().map(|(s, _)| (&s.key, s.status))));
    columns.extend([
        text("period", |(_, g)| Some(g.level.period.to_string())),
        day("first_day", Period::first_day)?,
        day("last_day", Period::last_day)?,
        text("base", |(_, g)| Some(g.base.period.to_string())),
        number("level", |g| Some(g.level.quantity.value.to_f64())),
        number("base_level", |g| Some(g.base.quantity.value.to_f64())),
        number("percent_lower", |g| lower(&g.percent)),
        number("percent_upper", |g| upper(&g.percent)),
        self::number("stated", stated),
        text("document", |(_, g)| Some(g.level.document.to_string())),
        text("base_document", |(_, g)| Some(g.base.document.to_string())),
    ]);
    build(columns)
}

fn stated_percent(dataset: &Dataset, series: &Series, growth: &Growth<'_>) -> Option<f64> {
    let mut changes = growth::stated(dataset, series, &growth.level.period);
    changes.find_map(|change| {
        let quantity = dataset.fact(change.fact)?.quantity;
        (change.base == Some(growth.base.period) && quantity.unit == Unit::PERCENT).then(|| quantity.value.to_f64())
    })
}

/// What happened, a row a period and a column a series; of several statements of a period the one that tables show, an
/// implied figure where none is stated.
///
/// # Errors
/// [`ErrorKind::Table`](crate::ErrorKind::Table) where polars cannot build the frame.
pub fn wide_frame(dataset: &Dataset) -> Result<DataFrame> {
    let series: Vec<&Series> = dataset.series().iter().filter(|s| s.status == Status::Actual).collect();
    let all = series.iter().flat_map(|s| s.observations().iter().map(|o| (o.period, 0)));
    let mut places: BTreeMap<Period, usize> = all.collect();
    for (place, row) in places.values_mut().enumerate() {
        *row = place;
    }
    let mut columns = vec![
        text("period", places.keys().map(|p| Some(p.to_string()))),
        day("first_day", places.keys().map(|p| Some(p.first_day())))?,
        day("last_day", places.keys().map(|p| Some(p.last_day())))?,
    ];
    for series in series {
        let mut values = vec![None; places.len()];
        for shown in series.periods().filter_map(<[Observation]>::first) {
            if let Some(cell) = places.get(&shown.period).and_then(|place| values.get_mut(*place)) {
                *cell = Some(shown.quantity.value.to_f64());
            }
        }
        columns.push(number(&series.key.to_string(), values.into_iter()));
    }
    build(columns)
}

fn key_columns<'a>(keys: impl Iterator<Item = (&'a SeriesKey, Status)> + Clone) -> [Column; 7] {
    let of = |name: &str, value: fn(&SeriesKey) -> Option<String>| text(name, keys.clone().map(move |(k, _)| value(k)));
    [
        of("indicator", |k| Some(k.indicator.as_str().into())),
        of("commodity", |k| k.commodity.as_ref().map(ToString::to_string)),
        of("reporter", |k| k.reporter.map(|p| p.to_string())),
        of("partner", |k| k.partner.map(|p| p.to_string())),
        of("unit", |k| Some(k.unit.to_string())),
        of("frequency", |k| Some(k.frequency.name())),
        text("status", keys.map(|(_, status)| Some(status.as_str().into()))),
    ]
}

fn lower(interval: &Interval) -> Option<f64> {
    interval.lower.map(Decimal::to_f64_below)
}

fn upper(interval: &Interval) -> Option<f64> {
    interval.upper.map(Decimal::to_f64_above)
}

fn text(name: &str, values: impl Iterator<Item = Option<String>>) -> Column {
    Column::new(name.into(), values.collect::<Vec<_>>())
}

fn number(name: &str, values: impl Iterator<Item = Option<f64>>) -> Column {
    Column::new(name.into(), values.collect::<Vec<_>>())
}

fn count(name: &str, values: impl Iterator<Item = Option<usize>>) -> Column {
    Column::new(name.into(), values.map(|n| i64::try_from(n?).ok()).collect::<Vec<_>>())
}

/// Days as polars counts them, from 1970-01-01.
pub(super) fn day(name: &str, values: impl Iterator<Item = Option<NaiveDate>>) -> Result<Column> {
    let since = |date: NaiveDate| i32::try_from((date - NaiveDate::default()).num_days()).ok();
    let days: Vec<Option<i32>> = values.map(|date| since(date?)).collect();
    Column::new(name.into(), days).cast(&DataType::Date).map_err(|cause| failed("cannot build a column of days", cause))
}

pub(super) fn build(columns: Vec<Column>) -> Result<DataFrame> {
    DataFrame::new_infer_height(columns).map_err(|cause| failed("cannot build the table", cause))
}

pub(super) fn failed(what: &str, cause: polars::prelude::PolarsError) -> Error {
    Error::new(ErrorKind::Table, format!("{what}: {cause}")).caused_by(cause)
}
