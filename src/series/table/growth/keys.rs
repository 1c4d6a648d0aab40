//! Columns of keys as they stand in memory, and dense numbers for them.

use std::hash::Hash;

use polars::prelude::{Column, DataType, IdxCa, IdxSize, NewChunkedArray, PlSmallStr, Series, StringChunked};
use rustc_hash::FxHashMap;

use super::share::{each, ends, share, threads};
use super::wrong;
use crate::error::{Error, ErrorKind, Result};
use crate::series::table::frame::failed;

/// The widest run of whole numbers that has a place for each: beyond it they are hashed.
pub(super) const DENSE: i64 = 1 << 22;

/// A number for each row, from 0 to `count`; equal numbers for equal cells.
pub(super) struct Ids {
    pub(super) of: Vec<u32>,
    pub(super) count: usize,
}

impl Ids {
    /// Numbers for rows that are all of one key.
    pub(super) fn one(rows: usize) -> Self {
        Ids { of: vec![0; rows], count: 1 }
    }

    /// Numbers for the keys of several columns together.
    pub(super) fn of(keys: &[Key], rows: usize) -> Result<Self> {
        let mut all: Option<Ids> = None;
        for key in keys {
            let ids = key.ids()?;
            all = Some(match all {
                Some(before) => before.with(&ids)?,
                None => ids,
            });
        }
        Ok(all.unwrap_or_else(|| Ids::one(rows)))
    }

    /// Numbers for pairs of cells.
    fn with(self, other: &Ids) -> Result<Ids> {
        let pair = |row: usize| u64::from(self.of[row]) * other.count as u64 + u64::from(other.of[row]);
        let (rows, most) = (self.of.len(), self.count as u64 * other.count as u64);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        match Places::within(rows, 0, most - 1, |row| pair(row) as i64) {
            Some(places) => Ok(places.ids(rows, |row| pair(row) as i64)),
            None => numbered(rows, pair).map(|numbered| numbered.ids),
        }
    }
}

/// Numbers in the order that things are first met, and the row where each is.
pub(super) struct Numbered {
    pub(super) ids: Ids,
    pub(super) first: Vec<u32>,
}

/// Each thread numbers a stretch of its own; then the numbers are made one.
pub(super) fn numbered<T: Hash + Eq + Copy + Send>(rows: usize, cell: impl Fn(usize) -> T + Sync) -> Result<Numbered> {
    let mut of = vec![0u32; rows];
    let size = rows.div_ceil(threads(rows)).max(1);
    let mut parts = share(rows, of.chunks_mut(size).enumerate(), |(part, of)| {
        let start = part * size;
        let (mut known, mut first) = (FxHashMap::<T, u32>::default(), Vec::new());
        let mut last: Option<(T, u32)> = None;
        for (row, of) in (start..).zip(of) {
            let cell = cell(row);
            let id = match last {
                Some((before, id)) if before == cell => id,
                _ => *known.entry(cell).or_insert_with(|| {
                    first.push(row as u32);
                    first.len() as u32 - 1
                }),
            };
            last = Some((cell, id));
            *of = id;
        }
        (start, first, known)
    });
    u32::try_from(rows).map_err(|_| Error::new(ErrorKind::Table, "too many rows"))?;
    parts.sort_unstable_by_key(|part| part.0);
    let mut parts = parts.into_iter();
    let Some((_, mut first, mut known)) = parts.next() else {
        return Ok(Numbered { ids: Ids { of, count: 1 }, first: Vec::new() });
    };
    let later: Vec<Vec<u32>> = parts
        .map(|(_, rows, _)| {
            let number = |row: u32| {
                *known.entry(cell(row as usize)).or_insert_with(|| {
                    first.push(row);
                    first.len() as u32 - 1
                })
            };
            rows.into_iter().map(number).collect()
        })
        .collect();
    share(rows, of.chunks_mut(size).skip(1).zip(&later), |(of, ids)| {
        of.iter_mut().for_each(|id| *id = ids[*id as usize]);
    });
    Ok(Numbered { ids: Ids { of, count: first.len().max(1) }, first })
}

/// Places for whole numbers that lie close together, in their order, and the whole numbers.
pub(super) struct Places {
    pub(super) least: i64,
    /// The place of each whole number from the least on; of one that is not there, `u32::MAX`.
    pub(super) of: Vec<u32>,
    pub(super) known: Vec<i64>,
}

impl Places {
    pub(super) fn of<T: Copy + Ord + Send + Sync>(cells: &[T], whole: impl Fn(T) -> i64 + Sync) -> Option<Self> {
        let cell = |row: usize| whole(cells[row]);
        // Most lie near the first one, so that their ends need not be looked for.
        let near = (cells.len() as i64).saturating_mul(8).clamp(1 << 10, 1 << 17);
        let first = whole(*cells.first()?);
        if let Some(places) = Places::within(cells.len(), first.saturating_sub(near), first.saturating_add(near), cell)
        {
            return Some(places);
        }
        let (least, most) = ends(cells)?;
        Places::within(cells.len(), whole(least), whole(most), cell)
    }

    /// Where all cells lie between two whole numbers.
    fn within(rows: usize, least: i64, most: i64, cell: impl Fn(usize) -> i64 + Sync) -> Option<Self> {
        use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
        let span = most.checked_sub(least).filter(|span| *span < DENSE)? as usize + 1;
        let there: Vec<AtomicBool> = (0..span).map(|_| AtomicBool::new(false)).collect();
        let outside = AtomicBool::new(false);
        share(rows, super::share::parts(rows), |part| {
            if outside.load(Relaxed) {
                return;
            }
            for row in part {
                match there.get(cell(row).wrapping_sub(least) as usize) {
                    // Looked at first: threads that write to one place wait for each other.
                    Some(there) if there.load(Relaxed) => {}
                    Some(there) => there.store(true, Relaxed),
                    None => {
                        outside.store(true, Relaxed);
                        break;
                    }
                }
            }
        });
        if outside.load(Relaxed) {
            return None;
        }
        let there = |at: &usize| there[*at].load(Relaxed);
        let start = (0..span).find(there)?;
        let end = (start..span).rfind(there)?;
        let (mut of, mut known) = (vec![u32::MAX; end - start + 1], Vec::new());
        for at in (start..=end).filter(there) {
            of[at - start] = known.len() as u32;
            known.push(least + at as i64);
        }
        Some(Places { least: least + start as i64, of, known })
    }

    fn ids(&self, rows: usize, cell: impl Fn(usize) -> i64 + Sync) -> Ids {
        let of = each(rows, |row| self.of[(cell(row) - self.least) as usize]);
        Ids { of, count: self.known.len().max(1) }
    }
}

/// A column of keys.
pub(super) enum Key {
    /// In one chunk without a null: texts, or whole numbers of 32 or 64 bits.
    Plain(Series),
    /// Others are numbered when they are first looked at.
    Numbered(Ids),
}

/// What a column of keys has in its rows.
pub(super) enum Cells<'a> {
    I32(&'a [i32]),
    U32(&'a [u32]),
    I64(&'a [i64]),
    U64(&'a [u64]),
    Text(&'a StringChunked),
}

impl Key {
    pub(super) fn of(column: &Column) -> Result<Self> {
        let series = column.as_materialized_series().rechunk();
        let dtype = series.dtype();
        let whole = dtype.is_integer() || dtype.is_categorical() || dtype.is_enum();
        if !whole && !matches!(dtype, DataType::Date | DataType::Boolean | DataType::String) {
            let found = format!("{dtype}: cast it to String first");
            return Err(wrong(column.name(), None, "keys that are texts, whole numbers or days", &found));
        }
        let mut plain = series.to_physical_repr().into_owned();
        let cast = match plain.dtype() {
            DataType::Int32 | DataType::UInt32 | DataType::Int64 | DataType::UInt64 | DataType::String => None,
            DataType::Int8 | DataType::Int16 | DataType::UInt8 | DataType::UInt16 | DataType::Boolean => {
                Some(DataType::Int32)
            }
            _ => Some(DataType::String),
        };
        if let Some(cast) = cast {
            plain = plain.cast(&cast).map_err(unread)?;
        }
        let key = Key::Plain(plain.rechunk());
        match key.nulls() {
            0 => Ok(key),
            _ => key.ids_with_nulls().map(Key::Numbered),
        }
    }

    fn nulls(&self) -> usize {
        match self {
            Key::Plain(series) => series.null_count(),
            Key::Numbered(_) => 0,
        }
    }

    fn ids_with_nulls(&self) -> Result<Ids> {
        let Key::Plain(series) = self else { return self.ids() };
        let ids = match series.dtype() {
            DataType::String => {
                let texts: Vec<Option<&str>> = series.str().map_err(unread)?.iter().collect();
                numbered(texts.len(), |row| texts[row])
            }
            DataType::UInt64 => {
                let cells: Vec<Option<u64>> = series.u64().map_err(unread)?.iter().collect();
                numbered(cells.len(), |row| cells[row])
            }
            _ => {
                let whole = series.cast(&DataType::Int64).map_err(unread)?;
                let cells: Vec<Option<i64>> = whole.i64().map_err(unread)?.iter().collect();
                numbered(cells.len(), |row| cells[row])
            }
        };
        ids.map(|numbered| numbered.ids)
    }

    pub(super) fn cells(&self) -> Result<Cells<'_>> {
        let series = match self {
            Key::Numbered(ids) => return Ok(Cells::U32(&ids.of)),
            Key::Plain(series) => series,
        };
        let cells = match series.dtype() {
            DataType::Int32 => series.i32().and_then(|all| all.cont_slice()).map(Cells::I32),
            DataType::UInt32 => series.u32().and_then(|all| all.cont_slice()).map(Cells::U32),
            DataType::Int64 => series.i64().and_then(|all| all.cont_slice()).map(Cells::I64),
            DataType::UInt64 => series.u64().and_then(|all| all.cont_slice()).map(Cells::U64),
            _ => series.str().map(Cells::Text),
        };
        cells.map_err(unread)
    }

    /// A number for each row.
    pub(super) fn ids(&self) -> Result<Ids> {
        match self.cells()? {
            Cells::I32(cells) => whole(cells, i64::from),
            Cells::U32(cells) => whole(cells, i64::from),
            Cells::I64(cells) => whole(cells, |cell| cell),
            // The upper half of what has no sign, below the lower half: the order is kept.
            Cells::U64(cells) => whole(cells, |cell| (cell ^ 1 << 63) as i64),
            Cells::Text(texts) => texts_numbered(texts).map(|numbered| numbered.ids),
        }
    }

    /// Its cells in these rows.
    pub(super) fn at(&self, rows: &[u32]) -> Result<Key> {
        match self {
            Key::Numbered(ids) => {
                let of = rows.iter().map(|row| ids.of[*row as usize]).collect();
                Ok(Key::Numbered(Ids { of, count: ids.count }))
            }
            Key::Plain(series) => {
                let rows = IdxCa::from_iter_values(PlSmallStr::EMPTY, rows.iter().map(|row| *row as IdxSize));
                series.take(&rows).map(|series| Key::Plain(series.rechunk())).map_err(unread)
            }
        }
    }
}

fn unread(cause: polars::prelude::PolarsError) -> Error {
    failed("cannot read the keys", cause)
}

fn whole<T: Copy + Hash + Ord + Send + Sync>(cells: &[T], whole: impl Fn(T) -> i64 + Sync) -> Result<Ids> {
    match Places::of(cells, &whole) {
        Some(places) => Ok(places.ids(cells.len(), |row| whole(cells[row]))),
        None => numbered(cells.len(), |row| cells[row]).map(|numbered| numbered.ids),
    }
}

/// Numbers for texts, which are in one chunk.
pub(super) fn texts_numbered(texts: &StringChunked) -> Result<Numbered> {
    let Some(array) = texts.downcast_iter().next() else { return numbered(0, |_| 0u32) };
    if array.data_buffers().is_empty() {
        // Texts of twelve bytes or fewer stand in the views themselves: no two views for one text.
        let views = array.views();
        let halves = |row: usize| {
            let view = views[row].as_u128();
            (view as u64, (view >> 64) as u64)
        };
        return numbered(texts.len(), halves);
    }
    numbered(texts.len(), |row| array.value(row))
}
