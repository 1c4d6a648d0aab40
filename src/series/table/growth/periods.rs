//! Columns of periods as numbers, and the number of the period a year before.

use polars::prelude::{Column, DataType, Series};

use super::keys::{Ids, Numbered, Places, texts_numbered};
use super::share::each;
use super::wrong;
use crate::error::{Error, Result};
use crate::model::Period;
use crate::series::table::frame::failed;

/// In place of a base: there is none.
pub(super) const NONE: u32 = u32::MAX;

/// In place of the whole number of a base: there is none.
pub(super) const NEVER: i32 = i32::MAX;

/// The period of each row as a whole number.
pub(super) struct Periods {
    cells: Source,
    pub(super) least: i32,
    /// From the least whole number on, the place of each among those that there are.
    pub(super) places: Vec<u32>,
    /// The whole number of each place.
    known: Vec<i32>,
    /// The place of the period a year before, and a second choice.
    pub(super) before: Vec<[u32; 2]>,
}

enum Source {
    /// In one chunk without a null: `Int32`.
    Series(Series),
    Cells(Vec<i32>),
}

impl Periods {
    pub(super) fn of(column: &Column) -> Result<Self> {
        let series = column.as_materialized_series().rechunk();
        if series.null_count() > 0 {
            let row = series.is_null().iter().position(|null| null == Some(true));
            return Err(wrong(column.name(), row, "a period", "null: drop the row or fill it in"));
        }
        match series.dtype() {
            DataType::Date => {
                let days = series.to_physical_repr().into_owned();
                Periods::numbers(column, Source::Series(days), |day, find| {
                    let period = date(day).map(Period::day).and_then(|period| period.year_before());
                    let first = period.and_then(|period| day_number(&period));
                    // The 28th of February ends the month of most years: its base may be a 29th.
                    let later = first.map(|day| day + 1).filter(|day| date(*day).is_some_and(leap_day));
                    [first.map_or(NONE, find), later.map_or(NONE, find)]
                })
            }
            DataType::Int32 => Periods::years(column, Source::Series(series)),
            dtype if dtype.is_integer() => {
                let whole = series.cast(&DataType::Int64).map_err(unread)?;
                let years: Option<Vec<i32>> =
                    whole.i64().map_err(unread)?.iter().map(|year| i32::try_from(year?).ok()).collect();
                let years = years.ok_or_else(|| {
                    wrong(column.name(), None, "years", "whole numbers that no year has: cast them to Date or String")
                })?;
                Periods::years(column, Source::Cells(years))
            }
            DataType::String => Periods::texts(column, &series),
            dtype => {
                let found = format!("{dtype}: cast it to Date, to String (2023-Q1) or to whole years");
                Err(wrong(column.name(), None, "periods", &found))
            }
        }
    }

    fn years(column: &Column, cells: Source) -> Result<Self> {
        Periods::numbers(column, cells, |year, find| [year.checked_sub(1).map_or(NONE, find), NONE])
    }

    fn numbers(column: &Column, source: Source, before: impl Fn(i32, &dyn Fn(i32) -> u32) -> [u32; 2]) -> Result<Self> {
        let cells = source.cells()?;
        if cells.is_empty() {
            return Ok(Periods { cells: source, least: 0, places: vec![0], known: vec![0], before: vec![[NONE; 2]] });
        }
        let Places { least, of, known } = Places::of(cells, i64::from).ok_or_else(|| {
            wrong(column.name(), None, "periods within ten thousand years", "some that lie further apart")
        })?;
        // What was narrowed from 32 bits fits them.
        let known: Vec<i32> = known.into_iter().map(|cell| cell as i32).collect();
        let find = |cell: i32| known.binary_search(&cell).map_or(NONE, |at| at as u32);
        let before = known.iter().map(|cell| before(*cell, &find)).collect();
        Ok(Periods { cells: source, least: least as i32, places: of, known, before })
    }

    fn texts(column: &Column, series: &Series) -> Result<Self> {
        let texts = series.str().map_err(unread)?;
        let Numbered { ids: Ids { of: written, .. }, first } = texts_numbered(texts)?;
        let read = |row: &u32| {
            let text = texts.get(*row as usize).unwrap_or_default();
            text.parse::<Period>().map_err(|_| {
                let wanted = "a period such as 2022, 2023-Q1, 2023-03 or 2023-01/2023-08";
                wrong(column.name(), Some(*row as usize), wanted, &format!("{text:?}"))
            })
        };
        let read: Vec<Period> = first.iter().map(read).collect::<Result<_>>()?;
        // One period can be written in two ways: 2023-Q1 and 2023-01/2023-03.
        let mut periods = read.clone();
        periods.sort_unstable();
        periods.dedup();
        let find = |period: Period| periods.binary_search(&period).map_or(NONE, |at| at as u32);
        let place: Vec<i32> = read.into_iter().map(|period| find(period) as i32).collect();
        let cells = each(written.len(), |row| place[written[row] as usize]);
        let before = periods.iter().map(|period| [period.year_before().map_or(NONE, find), NONE]).collect();
        let count = periods.len() as u32;
        Ok(Periods {
            cells: Source::Cells(cells),
            least: 0,
            places: (0..count.max(1)).collect(),
            known: (0..count.max(1) as i32).collect(),
            before: if count == 0 { vec![[NONE; 2]] } else { before },
        })
    }

    /// The whole number of each row.
    pub(super) fn cells(&self) -> Result<&[i32]> {
        self.cells.cells()
    }

    /// How many periods there are.
    pub(super) fn count(&self) -> usize {
        self.known.len()
    }

    /// The place of a whole number that is in a row.
    pub(super) fn place(&self, cell: i32) -> u32 {
        self.places[(cell - self.least) as usize]
    }

    /// From the least whole number on, those of the base and of the second choice, where the later period never has the
    /// earlier base.
    pub(super) fn bases(&self) -> Option<Vec<[i32; 2]>> {
        let mut bases = vec![[NEVER; 2]; self.places.len()];
        let mut last = i32::MIN;
        for (place, choices) in self.before.iter().enumerate() {
            let mut found = choices.iter().filter(|choice| **choice != NONE).map(|choice| self.known[*choice as usize]);
            let Some(first) = found.next() else { continue };
            if first < last {
                return None;
            }
            last = first;
            bases[(self.known[place] - self.least) as usize] = [first, found.next().unwrap_or(NEVER)];
        }
        Some(bases)
    }
}

impl Source {
    fn cells(&self) -> Result<&[i32]> {
        match self {
            Source::Series(series) => series.i32().and_then(|all| all.cont_slice()).map_err(unread),
            Source::Cells(cells) => Ok(cells),
        }
    }
}

fn unread(cause: polars::prelude::PolarsError) -> Error {
    failed("cannot read the periods", cause)
}

fn date(day: i32) -> Option<chrono::NaiveDate> {
    chrono::NaiveDate::default().checked_add_signed(chrono::TimeDelta::days(i64::from(day)))
}

fn day_number(period: &Period) -> Option<i32> {
    i32::try_from((period.first_day() - chrono::NaiveDate::default()).num_days()).ok()
}

fn leap_day(date: chrono::NaiveDate) -> bool {
    use chrono::Datelike;
    (date.month(), date.day()) == (2, 29)
}
