//! Rows that stand by key and ascending period: the base is found by a second finger that follows the first.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use polars::prelude::StringChunked;

use super::Grown;
use super::keys::{Cells, Ids, Key};
use super::periods::{NEVER, Periods};
use super::share::{PART, share};
use crate::error::Result;

/// The growth of each row; `None` where rows stand in another order, or keys have a row or two each.
pub(super) fn ordered(keys: &[Key], periods: &Periods, amounts: &[f64]) -> Result<Option<Grown>> {
    let Some(heads) = heads(keys, periods.cells()?)? else { return Ok(None) };
    let Some(bases) = periods.bases() else { return Ok(None) };
    if !once(keys, &heads)? {
        return Ok(None);
    }
    let (cells, least) = (periods.cells()?, periods.least);
    Ok(Some(Grown::over(amounts, |start| {
        // Where the key of the first row begins, and from there the base of the first row of the part that has one.
        let head = memchr::memrchr(1, &heads[..=start]).unwrap_or(0);
        let first = cells[start..].iter().map(|cell| bases[(cell - least) as usize][0]).find(|first| *first != NEVER);
        let mut base = head + cells[head..start].partition_point(|cell| first.is_some_and(|first| *cell < first));
        let (heads, bases) = (&heads, &bases);
        move |start, slots: &mut [f64]| {
            for (row, slot) in (start..).zip(slots) {
                if heads[row] != 0 {
                    base = row;
                }
                let [first, second] = bases[(cells[row] - least) as usize];
                *slot = f64::NAN;
                if first == NEVER {
                    continue;
                }
                // Ends at the row itself, which comes after its base.
                while cells[base] < first {
                    base += 1;
                }
                if cells[base] == first || cells[base] == second {
                    *slot = amounts[base];
                }
            }
        }
    })))
}

/// One where a row has another key than the row before, else zero; nothing where a period does not come after the one
/// before it, and where most rows have another key.
fn heads(keys: &[Key], periods: &[i32]) -> Result<Option<Vec<u8>>> {
    let keys: Vec<Cells<'_>> = keys.iter().map(Key::cells).collect::<Result<_>>()?;
    let mut heads = vec![0u8; periods.len()];
    let off = AtomicBool::new(false);
    share(periods.len(), heads.chunks_mut(PART).enumerate(), |(part, heads)| {
        if off.load(Relaxed) {
            return;
        }
        let start = part * PART;
        for key in &keys {
            match key {
                Cells::I32(cells) => mark(heads, start, cells),
                Cells::U32(cells) => mark(heads, start, cells),
                Cells::I64(cells) => mark(heads, start, cells),
                Cells::U64(cells) => mark(heads, start, cells),
                Cells::Text(texts) => mark_texts(heads, start, texts),
            }
        }
        if start == 0 {
            heads[0] = 1;
        }
        let count: usize = heads.iter().map(|head| usize::from(*head)).sum();
        let before = start.saturating_sub(1);
        let pairs = periods[before..].iter().zip(&periods[before + 1..]).zip(&heads[usize::from(start == 0)..]);
        let late = pairs.fold(false, |late, ((a, b), head)| late | (*head == 0) & (a >= b));
        if late || count > heads.len() / 2 + 64 {
            off.store(true, Relaxed);
        }
    });
    Ok((!off.into_inner()).then_some(heads))
}

/// Marks where a cell is another than the one before.
fn mark<T: PartialEq>(heads: &mut [u8], start: usize, cells: &[T]) {
    let skipped = usize::from(start == 0);
    let before = start + skipped - 1;
    for ((head, a), b) in heads[skipped..].iter_mut().zip(&cells[before..]).zip(&cells[before + 1..]) {
        *head |= u8::from(a != b);
    }
}

fn mark_texts(heads: &mut [u8], start: usize, texts: &StringChunked) {
    let Some(array) = texts.downcast_iter().next() else { return };
    let views = array.views();
    for (row, head) in (start..).zip(heads).skip(usize::from(start == 0)) {
        let (a, b) = (&views[row - 1], &views[row]);
        // Two views can be of one text only where it is too long to stand in them.
        let other = a.as_u128() != b.as_u128()
            && (a.is_inline()
                || a.length != b.length
                || a.prefix != b.prefix
                || array.value(row - 1) != array.value(row));
        *head |= u8::from(other);
    }
}

/// Whether no key comes back after another.
fn once(keys: &[Key], heads: &[u8]) -> Result<bool> {
    let heads: Vec<u32> = memchr::memchr_iter(1, heads).map(|row| row as u32).collect();
    let keys: Vec<Key> = keys.iter().map(|key| key.at(&heads)).collect::<Result<_>>()?;
    let ids = Ids::of(&keys, heads.len())?;
    let mut met = vec![false; ids.count];
    Ok(ids.of.iter().all(|id| !std::mem::replace(&mut met[*id as usize], true)))
}
