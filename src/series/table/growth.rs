//! Year-on-year growth of frames that users bring: any keys, any order of rows, periods missing.
//!
//! | key | period | value | year_on_year |
//! | --- | --- | --- | --- |
//! | KAZ | 2022-03 | 120 | 20 |
//! | KAZ | 2021-03 | 100 | null: no 2020-03 |
//! | KAZ | 2022-04 | 130 | null: 2021-04 is missing, and no other row stands in for it |

use polars::prelude::{Column, DataFrame, DataType, NamedFrom, Series};
use rustc_hash::FxHashMap;

use crate::error::{Error, ErrorKind, Result};
use crate::model::Period;

/// The name of the column that [`year_on_year`] adds.
pub const YEAR_ON_YEAR: &str = "year_on_year";

/// How many places a table of keys by periods may have for each row before a sort is the better way.
const SPARSE: usize = 8;

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
    let mut key = Ids { of: vec![0; frame.height()], count: 1 };
    for name in keys {
        key = key.with(ids(column(frame, name)?)?)?;
    }
    let values = values.rechunk();
    let values = values.f64().map_err(|cause| super::frame::failed("cannot read the values", cause))?;
    // A null is not above zero, nor is it a number: one check serves both.
    let plain: Vec<f64>;
    let amounts: &[f64] = match values.cont_slice() {
        Ok(slice) => slice,
        Err(_) => {
            plain = values.iter().map(|value| value.unwrap_or(f64::NAN)).collect();
            &plain
        }
    };
    let growth = Grown { key: &key, periods: &periods, amounts, column: period }.all()?;
    let growth = Series::new(YEAR_ON_YEAR.into(), growth);
    // What is not a number has no growth.
    let growth = growth.f64().map(|all| all.is_not_nan()).and_then(|known| {
        growth.zip_with(&known, &Series::full_null(YEAR_ON_YEAR.into(), growth.len(), &DataType::Float64))
    });
    let growth = growth.map_err(|cause| super::frame::failed("cannot build the growth", cause))?;
    let mut grown = frame.clone();
    grown.with_column(growth.into()).map_err(|cause| super::frame::failed("cannot add the growth", cause))?;
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

fn numbers(column: &Column) -> Result<Series> {
    let series = column.as_materialized_series();
    if !series.dtype().is_primitive_numeric() {
        let found = format!("{}: cast it to Float64 first", series.dtype());
        return Err(wrong(column.name(), None, "numbers", &found));
    }
    series.cast(&DataType::Float64).map_err(|cause| super::frame::failed("cannot read the values", cause))
}

/// A number for each row, from 0 to `count`; equal numbers for equal cells.
struct Ids {
    of: Vec<u32>,
    count: usize,
}

impl Ids {
    /// Numbers for pairs of cells.
    fn with(self, other: Ids) -> Result<Ids> {
        if self.count == 1 {
            return Ok(other);
        }
        let pairs = || self.of.iter().zip(&other.of).map(|(a, b)| u64::from(*a) * other.count as u64 + u64::from(*b));
        numbered(pairs())
    }
}

/// Numbers in the order that things are first met.
fn numbered<T: std::hash::Hash + Eq + Copy>(cells: impl Iterator<Item = T>) -> Result<Ids> {
    let mut known = FxHashMap::<T, u32>::default();
    let mut of = Vec::with_capacity(cells.size_hint().0);
    let mut last: Option<(T, u32)> = None;
    for cell in cells {
        let id = match last {
            Some((before, id)) if before == cell => id,
            _ => {
                let next = u32::try_from(known.len()).map_err(|_| Error::new(ErrorKind::Table, "too many keys"))?;
                *known.entry(cell).or_insert(next)
            }
        };
        last = Some((cell, id));
        of.push(id);
    }
    Ok(Ids { of, count: known.len().max(1) })
}

/// The widest run of whole numbers that has a place for each: beyond it they are hashed.
const DENSE: i64 = 1 << 22;

/// Numbers for whole numbers that lie close together, in their order; and the whole numbers.
fn dense(cells: &[i32]) -> Option<(Ids, Vec<i32>)> {
    let (least, most) = cells.iter().fold((i32::MAX, i32::MIN), |(a, b), cell| (a.min(*cell), b.max(*cell)));
    if cells.is_empty() || i64::from(most) - i64::from(least) >= DENSE {
        return None;
    }
    let mut places = vec![u32::MAX; (most - least) as usize + 1];
    cells.iter().for_each(|cell| places[(cell - least) as usize] = 0);
    let mut known = Vec::new();
    for (at, place) in places.iter_mut().enumerate().filter(|(_, place)| **place == 0) {
        *place = known.len() as u32;
        known.push(least + at as i32);
    }
    let of = cells.iter().map(|cell| places[(cell - least) as usize]).collect();
    Some((Ids { of, count: known.len() }, known))
}

fn ids(column: &Column) -> Result<Ids> {
    let series = column.as_materialized_series().rechunk();
    let unread = |cause| super::frame::failed("cannot read the keys", cause);
    let dtype = series.dtype();
    if dtype.is_integer() || matches!(dtype, DataType::Date | DataType::Boolean) {
        let whole = series.to_physical_repr().cast(&DataType::Int64).map_err(unread)?;
        // Casts of numbers that do not fit give null; those are told apart from nulls of the column itself.
        if whole.null_count() == series.null_count() {
            if let Some((small, _)) = narrow(&whole).as_deref().and_then(dense) {
                return Ok(small);
            }
            return numbered(whole.i64().map_err(unread)?.iter());
        }
    }
    match dtype {
        DataType::String => numbered(series.str().map_err(unread)?.iter()),
        _ if dtype.is_integer() || dtype.is_categorical() || dtype.is_enum() => {
            let texts = series.cast(&DataType::String).map_err(unread)?;
            numbered(texts.str().map_err(unread)?.iter())
        }
        _ => {
            let found = format!("{dtype}: cast it to String first");
            Err(wrong(column.name(), None, "keys that are texts, whole numbers or days", &found))
        }
    }
}

/// Whole numbers without a null that fit 32 bits.
fn narrow(whole: &Series) -> Option<Vec<i32>> {
    let cells = whole.i64().ok()?;
    cells.iter().map(|cell| i32::try_from(cell?).ok()).collect()
}

/// The period of each row as a number, and of each period the one a year before, with a second choice.
struct Periods {
    ids: Ids,
    before: Vec<[Option<u32>; 2]>,
}

impl Periods {
    fn of(column: &Column) -> Result<Self> {
        let series = column.as_materialized_series().rechunk();
        if series.null_count() > 0 {
            let row = series.is_null().iter().position(|null| null == Some(true));
            return Err(wrong(column.name(), row, "a period", "null: drop the row or fill it in"));
        }
        let unread = |cause| super::frame::failed("cannot read the periods", cause);
        match series.dtype() {
            DataType::Date => {
                let days = series.to_physical_repr().cast(&DataType::Int32).map_err(unread)?;
                let days: Vec<i32> = days.i32().map_err(unread)?.iter().flatten().collect();
                Periods::numbers(column, &days, |day, find| {
                    let period = date(day).map(Period::day).and_then(|period| period.year_before());
                    let first = period.and_then(|period| day_number(&period));
                    // The 28th of February ends the month of most years: its base may be a 29th.
                    let later = first.map(|day| day + 1).filter(|day| date(*day).is_some_and(leap_day));
                    [first.and_then(find), later.and_then(find)]
                })
            }
            dtype if dtype.is_integer() => {
                let whole = series.cast(&DataType::Int64).map_err(unread)?;
                let years = narrow(&whole).ok_or_else(|| {
                    wrong(column.name(), None, "years", "whole numbers that no year has: cast them to Date or String")
                })?;
                Periods::numbers(column, &years, |year, find| [year.checked_sub(1).and_then(find), None])
            }
            DataType::String => Periods::texts(column, &series),
            dtype => {
                let found = format!("{dtype}: cast it to Date, to String (2023-Q1) or to whole years");
                Err(wrong(column.name(), None, "periods", &found))
            }
        }
    }

    fn numbers(
        column: &Column,
        cells: &[i32],
        before: impl Fn(i32, &dyn Fn(i32) -> Option<u32>) -> [Option<u32>; 2],
    ) -> Result<Self> {
        if cells.is_empty() {
            return Ok(Periods { ids: Ids { of: Vec::new(), count: 1 }, before: vec![[None; 2]] });
        }
        let (ids, known) = dense(cells).ok_or_else(|| {
            wrong(column.name(), None, "periods within ten thousand years", "some that lie further apart")
        })?;
        let find = |cell: i32| known.binary_search(&cell).ok().map(|at| at as u32);
        let before = known.iter().map(|cell| before(*cell, &find)).collect();
        Ok(Periods { ids, before })
    }

    fn texts(column: &Column, series: &Series) -> Result<Self> {
        let texts = series.str().map_err(|cause| super::frame::failed("cannot read the periods", cause))?;
        let written = numbered(texts.iter())?;
        let mut read: Vec<Option<Period>> = vec![None; written.count];
        for (row, (id, text)) in written.of.iter().zip(texts.iter()).enumerate() {
            let slot = &mut read[*id as usize];
            if slot.is_none() {
                let text = text.unwrap_or_default();
                let period = text.parse::<Period>().map_err(|_| {
                    let wanted = "a period such as 2022, 2023-Q1, 2023-03 or 2023-01/2023-08";
                    wrong(column.name(), Some(row), wanted, &format!("{text:?}"))
                })?;
                *slot = Some(period);
            }
        }
        // One period can be written in two ways: 2023-Q1 and 2023-01/2023-03.
        let mut periods: Vec<Period> = read.iter().flatten().copied().collect();
        periods.sort_unstable();
        periods.dedup();
        let find = |period: Period| periods.binary_search(&period).ok().map(|at| at as u32);
        let place: Vec<u32> = read.iter().map(|period| period.and_then(find).unwrap_or(0)).collect();
        let of = written.of.iter().map(|id| place[*id as usize]).collect();
        let before = periods.iter().map(|period| [period.year_before().and_then(find), None]).collect();
        Ok(Periods { ids: Ids { of, count: periods.len().max(1) }, before })
    }
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

struct Grown<'a> {
    key: &'a Ids,
    periods: &'a Periods,
    amounts: &'a [f64],
    column: &'a str,
}

impl Grown<'_> {
    /// The growth of each row, not a number where there is none.
    fn all(&self) -> Result<Vec<f64>> {
        let (keys, width) = (&self.key.of, self.periods.ids.count);
        let rows = keys.len();
        let places = self.key.count.checked_mul(width).filter(|places| *places <= SPARSE * rows + (1 << 20));
        let Some(places) = places else { return self.sorted() };
        // A place for each key and period; where no row is, what is there is not a number.
        let mut table = vec![f64::NAN; places];
        let mut taken = vec![0u64; places / 64 + 1];
        let slots = keys.iter().zip(&self.periods.ids.of).map(|(key, period)| *key as usize * width + *period as usize);
        for (row, slot) in slots.clone().enumerate() {
            let (word, bit) = (slot / 64, 1u64 << (slot % 64));
            if taken[word] & bit != 0 {
                return Err(self.twice(slot, row));
            }
            taken[word] |= bit;
            table[slot] = self.amounts[row];
        }
        let growth = slots.zip(&self.periods.ids.of).zip(self.amounts).map(|((slot, period), amount)| {
            let [first, second] = self.periods.before[*period as usize];
            let start = slot - *period as usize;
            let there = |id: u32| start + id as usize;
            let taken = |slot: &usize| taken[slot / 64] & 1 << (slot % 64) != 0;
            let base = match second {
                None => first.map(there),
                Some(second) => first.map(there).filter(taken).or(Some(there(second))),
            };
            base.map_or(f64::NAN, |base| percent(*amount, table[base]))
        });
        Ok(growth.collect())
    }

    /// The same by a sort, where keys have few of the periods.
    fn sorted(&self) -> Result<Vec<f64>> {
        let width = self.periods.ids.count as u64;
        let slot = |row: usize| u64::from(self.key.of[row]) * width + u64::from(self.periods.ids.of[row]);
        let mut all: Vec<(u64, u32)> = (0..self.key.of.len()).map(|row| (slot(row), row as u32)).collect();
        all.sort_unstable();
        if let Some(pair) = all.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(self.twice(usize::try_from(pair[0].0).unwrap_or(usize::MAX), pair[1].1 as usize));
        }
        let mut growth = vec![f64::NAN; all.len()];
        let find = |slot: u64| all.binary_search_by_key(&slot, |(slot, _)| *slot).ok().map(|at| all[at].1 as usize);
        for (slot, row) in &all {
            let period = self.periods.ids.of[*row as usize];
            let start = slot - u64::from(period);
            let base =
                self.periods.before[period as usize].iter().flatten().find_map(|id| find(start + u64::from(*id)));
            if let Some(base) = base {
                growth[*row as usize] = percent(self.amounts[*row as usize], self.amounts[base]);
            }
        }
        Ok(growth)
    }

    fn twice(&self, slot: usize, row: usize) -> Error {
        let width = self.periods.ids.count;
        let same = |other: &usize| self.key.of[*other] as usize * width + self.periods.ids.of[*other] as usize == slot;
        let first = (0..row).find(same).unwrap_or(row);
        let found =
            format!("the same keys and period as in row {first}: keep one, or name the column that tells them apart");
        wrong(self.column, Some(row), "each period once a key", &found)
    }
}

/// Growth over a base above zero in percent, else not a number.
fn percent(amount: f64, base: f64) -> f64 {
    if base > 0.0 { (amount / base - 1.0) * 100.0 } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use polars::prelude::df;
    use proptest::prelude::*;

    use super::*;

    fn growth(frame: &DataFrame, keys: &[&str]) -> Vec<Option<f64>> {
        let grown = year_on_year(frame, keys, "period", "value").unwrap();
        let all = grown.column(YEAR_ON_YEAR).unwrap().f64().unwrap().iter();
        all.map(|growth| growth.map(|growth| (growth * 1e6).round() / 1e6)).collect()
    }

    #[test]
    fn gaps_and_order_do_not_matter() {
        let frame = df!(
            "party" => [Some("KAZ"), None, Some("KAZ"), Some("UZB"), None, Some("KAZ")],
            "period" => ["2022-Q1", "2022", "2021-Q1", "2022-Q1", "2021", "2023-Q1"],
            "value" => [Some(120.0), Some(3.0), Some(100.0), Some(7.0), Some(2.0), None],
        );
        assert_eq!(growth(&frame.unwrap(), &["party"]), [Some(20.0), Some(50.0), None, None, None, None]);
    }

    #[test]
    fn years_and_days_are_periods_too() {
        let years = df!("period" => [2021i64, 2020, 2023], "value" => [3i32, 2, 9]).unwrap();
        assert_eq!(growth(&years, &[]), [Some(50.0), None, None]);
        let days = ["2023-02-28", "2024-02-29", "2025-02-28", "2024-01-31", "2023-01-31"];
        let day = |text: &str| (text.parse::<chrono::NaiveDate>().unwrap() - chrono::NaiveDate::default()).num_days();
        let column = Series::new("period".into(), days.map(|d| day(d) as i32)).cast(&DataType::Date).unwrap();
        let frame = DataFrame::new_infer_height(vec![
            column.into(),
            Series::new("value".into(), [1.0, 2.0, 3.0, 4.0, 5.0]).into(),
        ]);
        assert_eq!(growth(&frame.unwrap(), &[]), [None, Some(100.0), Some(50.0), Some(-20.0), None]);
    }

    #[test]
    fn errors_tell_column_row_and_what_would_do() {
        let frame = df!("party" => ["KAZ", "KAZ"], "period" => ["2021", "2021-13"], "value" => ["1", "2"]).unwrap();
        let told = |keys: &[&str], period: &str, value: &str| {
            year_on_year(&frame, keys, period, value).unwrap_err().to_string()
        };
        assert_eq!(
            told(&["who"], "period", "party"),
            "column \"party\": wanted numbers, found str: cast it to Float64 first"
        );
        assert_eq!(told(&[], "when", "value"), "column \"value\": wanted numbers, found str: cast it to Float64 first");
        let frame = df!("party" => ["KAZ", "KAZ"], "period" => ["2021", "2021-13"], "value" => [1, 2]).unwrap();
        let told = |keys: &[&str], period: &str, value: &str| {
            year_on_year(&frame, keys, period, value).unwrap_err().to_string()
        };
        assert!(told(&["who"], "period", "value").contains("2021-13"));
        assert_eq!(told(&[], "when", "value"), "wanted a column \"when\", found the columns party, period, value");
        assert!(told(&[], "period", "value").starts_with("column \"period\", row 1: wanted a period such as"));
        assert!(told(&[], "party", "value").contains("found \"KAZ\""));
        let twice = df!("period" => ["2021-Q1", "2021-01/2021-03"], "value" => [1, 2]).unwrap();
        let error = year_on_year(&twice, &[], "period", "value").unwrap_err().to_string();
        assert!(error.contains("row 1") && error.contains("row 0"), "{error}");
    }

    proptest! {
        #[test]
        fn the_table_the_sort_and_a_search_agree(
            rows in proptest::collection::btree_map((0u32..4, 0i32..12), 1u32..100, 1..40), turn in 0usize..40,
        ) {
            let mut rows: Vec<_> = rows.into_iter().collect();
            let turn = turn % rows.len();
            rows.rotate_left(turn);
            let frame = df!(
                "key" => rows.iter().map(|((key, _), _)| *key).collect::<Vec<_>>(),
                "period" => rows.iter().map(|((_, year), _)| 2000 + *year).collect::<Vec<_>>(),
                "value" => rows.iter().map(|(_, value)| f64::from(*value)).collect::<Vec<_>>(),
            ).unwrap();
            let wanted: Vec<Option<f64>> = rows.iter().map(|((key, year), value)| {
                let base = rows.iter().find(|((k, y), _)| k == key && *y == *year - 1)?;
                Some(((f64::from(*value) / f64::from(base.1) - 1.0) * 100.0 * 1e6).round() / 1e6)
            }).collect();
            prop_assert_eq!(growth(&frame, &["key"]), wanted);
            let key = ids(frame.column("key").unwrap()).unwrap();
            let periods = Periods::of(frame.column("period").unwrap()).unwrap();
            let amounts: Vec<f64> = rows.iter().map(|(_, value)| f64::from(*value)).collect();
            let grown = Grown { key: &key, periods: &periods, amounts: &amounts, column: "period" };
            let bits = |all: Vec<f64>| all.into_iter().map(f64::to_bits).collect::<Vec<_>>();
            prop_assert_eq!(bits(grown.all().unwrap()), bits(grown.sorted().unwrap()));
        }
    }
}
