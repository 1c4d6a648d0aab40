//! Year-on-year growth of frames that users bring: any keys, any order of rows, periods missing.
//!
//! | key | period | value | year_on_year |
//! | --- | --- | --- | --- |
//! | KAZ | 2022-03 | 120 | 20 |
//! | KAZ | 2021-03 | 100 | null: no 2020-03 |
//! | KAZ | 2022-04 | 130 | null: 2021-04 is missing, and no other row stands in for it |

mod keys;
mod ordered;
mod periods;
mod share;
mod unordered;

use polars::prelude::{Column, DataFrame, DataType, Float64Chunked, IntoSeries, Series};
use polars_arrow::bitmap::Bitmap;

use self::keys::{Ids, Key};
use self::periods::Periods;
use self::share::{PART, share};
use self::unordered::Unordered;
use super::frame::failed;
use crate::error::{Error, ErrorKind, Result};

/// The name of the column that [`year_on_year`] adds.
pub const YEAR_ON_YEAR: &str = "year_on_year";

/// The same frame, its rows in the same order, with a column [`YEAR_ON_YEAR`]: the growth in percent of each value over the
/// value of the same keys and the same period a year before.
///
/// The base is found by its period, never by a shift of rows: a missing period gives null, and rows may stand in any
/// order. Periods are days (`Date`, each standing for whatever begins or ends there; the last of February meets the last
/// of February), texts in the record's form (`2023-Q1`, `2023-03`), or whole numbers, which are years. Null too where a
/// value is null, and where the base is not above zero, since growth over it says nothing. A null key is a key like others.
///
/// # Errors
/// [`ErrorKind::Table`] for a column that is missing or of a type that does not do, a period that
/// is null or cannot be read, and two rows of the same keys and period: each tells the column, the row where there is one
/// (the first row is 0), and what would do.
///
/// ```
/// use bilateral::series::table::{growth::year_on_year, polars::prelude::*};
/// let frame = df!("party" => ["KAZ", "KAZ", "KAZ"], "month" => ["2022-03", "2021-03", "2022-04"],
///     "value" => [120.0, 100.0, 130.0])?;
/// let grown = year_on_year(&frame, &["party"], "month", "value")?;
/// let growth: Vec<Option<f64>> = grown.column("year_on_year")?.f64()?.iter().collect();
/// assert_eq!(growth[1..], [None, None]);
/// assert!((growth[0].unwrap() - 20.0).abs() < 1e-9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn year_on_year(frame: &DataFrame, keys: &[&str], period: &str, value: &str) -> Result<DataFrame> {
    if frame.column(YEAR_ON_YEAR).is_ok() {
        return Err(wrong(YEAR_ON_YEAR, None, "no such column yet", "one: rename it or drop it"));
    }
    let values = numbers(column(frame, value)?)?;
    let periods = Periods::of(column(frame, period)?)?;
    let keys = keys.iter().map(|name| Key::of(column(frame, name)?)).collect::<Result<Vec<_>>>()?;
    let values = values.f64().map_err(|cause| failed("cannot read the values", cause))?;
    // A null is not above zero, nor is it a number: one check serves both.
    let plain: Vec<f64>;
    let amounts: &[f64] = match values.cont_slice() {
        Ok(slice) => slice,
        Err(_) => {
            plain = values.iter().map(|value| value.unwrap_or(f64::NAN)).collect();
            &plain
        }
    };
    let growth = match ordered::ordered(&keys, &periods, amounts)? {
        Some(growth) => growth,
        None => {
            let key = Ids::of(&keys, amounts.len())?;
            Unordered { key: &key, periods: &periods, amounts, column: period }.all()?
        }
    };
    let mut grown = frame.clone();
    grown.with_column(growth.series()?.into()).map_err(|cause| failed("cannot add the growth", cause))?;
    Ok(grown)
}

fn column<'f>(frame: &'f DataFrame, name: &str) -> Result<&'f Column> {
    frame.column(name).map_err(|_| {
        let known = frame.get_column_names().iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        Error::new(ErrorKind::Table, format!("wanted a column {name:?}, found the columns {known}"))
    })
}

pub(super) fn wrong(column: &str, row: Option<usize>, wanted: &str, found: &str) -> Error {
    let row = row.map_or(String::new(), |row| format!(", row {row}"));
    Error::new(ErrorKind::Table, format!("column {column:?}{row}: wanted {wanted}, found {found}"))
}

/// The values in one chunk.
fn numbers(column: &Column) -> Result<Series> {
    let series = column.as_materialized_series();
    if !series.dtype().is_primitive_numeric() {
        let found = format!("{}: cast it to Float64 first", series.dtype());
        return Err(wrong(column.name(), None, "numbers", &found));
    }
    series.rechunk().cast(&DataType::Float64).map_err(|cause| failed("cannot read the values", cause))
}

/// The growth of each row.
struct Grown {
    percent: Vec<f64>,
    /// A bit for each row: whether it has one.
    known: Vec<u8>,
}

/// How many rows are looked at before their growth is counted; a multiple of eight.
const BLOCK: usize = 512;

impl Grown {
    /// What `bases` makes for the first row of a part is asked, block by block, for the amounts of the bases of the rows
    /// from a row on: not a number where there is none.
    fn over<F: FnMut(usize, &mut [f64])>(amounts: &[f64], bases: impl Fn(usize) -> F + Sync) -> Self {
        let rows = amounts.len();
        let (mut percent, mut known) = (vec![0.0; rows], vec![0u8; rows.div_ceil(8)]);
        let parts = percent.chunks_mut(PART).zip(known.chunks_mut(PART / 8)).enumerate();
        share(rows, parts, |(part, (percent, known))| {
            let mut bases = bases(part * PART);
            let blocks = percent.chunks_mut(BLOCK).zip(known.chunks_mut(BLOCK / 8));
            for (start, (percent, known)) in (part * PART..).step_by(BLOCK).zip(blocks) {
                bases(start, percent);
                count(&amounts[start..], percent, known);
            }
        });
        Grown { percent, known }
    }

    fn series(self) -> Result<Series> {
        let rows = self.percent.len();
        let known = Bitmap::try_new(self.known, rows).map_err(|cause| failed("cannot build the growth", cause))?;
        Ok(Float64Chunked::from_vec_validity(YEAR_ON_YEAR.into(), self.percent, Some(known)).into_series())
    }
}

/// Puts the growth in percent in place of bases above zero, else what is not a number.
fn count(amounts: &[f64], bases: &mut [f64], known: &mut [u8]) {
    for (amount, base) in amounts.iter().zip(bases.iter_mut()) {
        let percent = (amount / *base - 1.0) * 100.0;
        *base = if *base > 0.0 { percent } else { f64::NAN };
    }
    for (known, growth) in known.iter_mut().zip(bases.chunks(8)) {
        *known = growth.iter().enumerate().fold(0, |known, (bit, growth)| known | u8::from(!growth.is_nan()) << bit);
    }
}

#[cfg(test)]
mod tests;
