//! Rows in any order: a place for each key and period, or the rows of each key put together.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use rustc_hash::FxHashMap;

use super::keys::Ids;
use super::periods::{NONE, Periods};
use super::share::{PART, parts, share};
use super::{BLOCK, Grown, wrong};
use crate::error::{Error, Result};

/// How many places a table of keys by periods may have for each row before grouping is the better way.
const SPARSE: usize = 8;

/// A place where no row is, as bits: not a number, and none that arithmetic gives.
const EMPTY: u64 = 0x7ff8_6e6f_2d72_6f77;

pub(super) struct Unordered<'a> {
    pub(super) key: &'a Ids,
    pub(super) periods: &'a Periods,
    pub(super) amounts: &'a [f64],
    /// The name of the column of periods.
    pub(super) column: &'a str,
}

impl Unordered<'_> {
    /// The growth of each row.
    pub(super) fn all(&self) -> Result<Grown> {
        let rows = self.amounts.len();
        match self.key.count.checked_mul(self.periods.count()).filter(|places| *places <= SPARSE * rows + (1 << 16)) {
            Some(places) => self.by_table(places),
            None => self.by_group(),
        }
    }

    pub(super) fn by_table(&self, places: usize) -> Result<Grown> {
        let (rows, width) = (self.amounts.len(), self.periods.count());
        let (cells, before) = (self.periods.cells()?, &self.periods.before);
        let slot = |row: usize| self.key.of[row] as usize * width + self.periods.place(cells[row]) as usize;
        // Bits are turned by those of EMPTY: memory that comes as zeros need not be written first. The last place stays
        // empty, for periods without a base.
        let table: Vec<AtomicU64> = vec![0u64; places + 1].into_iter().map(AtomicU64::new).collect();
        share(rows, parts(rows), |part| {
            for (start, amounts) in part.clone().step_by(BLOCK).zip(self.amounts[part].chunks(BLOCK)) {
                let mut slots = [0; BLOCK];
                slots.iter_mut().zip(start..).take(amounts.len()).for_each(|(at, row)| *at = slot(row));
                for (at, amount) in slots.iter().zip(amounts) {
                    let bits = if amount.is_nan() { f64::NAN.to_bits() } else { amount.to_bits() };
                    table[*at].store(bits ^ EMPTY, Relaxed);
                }
            }
        });
        let taken =
            share(places, table.chunks(PART), |places| places.iter().filter(|place| place.load(Relaxed) != 0).count());
        if taken.into_iter().sum::<usize>() < rows {
            return Err(self.twice()?);
        }
        let choose = |slots: &mut [usize], start: usize, choice: usize| {
            for (at, row) in slots.iter_mut().zip(start..) {
                let base = before[self.periods.place(cells[row]) as usize][choice];
                *at = if base == NONE { places } else { self.key.of[row] as usize * width + base as usize };
            }
        };
        let two = before.iter().any(|[_, second]| *second != NONE);
        let amount = |at: usize| f64::from_bits(table[at].load(Relaxed) ^ EMPTY);
        Ok(Grown::over(self.amounts, |_| {
            let (choose, amount) = (&choose, &amount);
            let table = &table;
            move |start, bases: &mut [f64]| {
                // Places first, then what is there: so the memory is asked for many at once, in place of one after one.
                let mut slots = [0; BLOCK];
                choose(&mut slots[..bases.len()], start, 0);
                slots.iter().zip(bases.iter_mut()).for_each(|(at, base)| *base = amount(*at));
                if two {
                    let mut others = [0; BLOCK];
                    choose(&mut others[..bases.len()], start, 1);
                    for ((at, other), base) in slots.iter().zip(others).zip(bases) {
                        if table[*at].load(Relaxed) == 0 {
                            *base = amount(other);
                        }
                    }
                }
            }
        }))
    }

    /// The same where keys have few of the periods: the rows of each key together, then sorted by period.
    pub(super) fn by_group(&self) -> Result<Grown> {
        let (rows, cells) = (self.amounts.len(), self.periods.cells()?);
        let mut ends = vec![0u32; self.key.count];
        self.key.of.iter().for_each(|key| ends[*key as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        // Each end is where its key begins until its rows are in.
        let mut grouped = vec![0u64; rows];
        for (row, key) in self.key.of.iter().enumerate() {
            let end = &mut ends[*key as usize];
            grouped[*end as usize] = u64::from(self.periods.place(cells[row])) << 32 | row as u64;
            *end += 1;
        }
        let bases: Vec<AtomicU64> = vec![0u64; rows].into_iter().map(AtomicU64::new).collect();
        let once = share(rows, Groups { rest: &mut grouped, ends: &ends, at: 0 }, |(mut rest, ends, mut at)| {
            ends.iter().all(|end| {
                let (group, later) = std::mem::take(&mut rest).split_at_mut((*end - at) as usize);
                (rest, at) = (later, *end);
                self.group(group, &bases)
            })
        });
        if once.contains(&false) {
            return Err(self.twice()?);
        }
        // Bits are turned by those of EMPTY, which is not a number: what was not written has no base.
        Ok(Grown::over(self.amounts, |_| {
            let bases = &bases;
            move |start, slots: &mut [f64]| {
                for (slot, base) in slots.iter_mut().zip(&bases[start..]) {
                    *slot = f64::from_bits(base.load(Relaxed) ^ EMPTY);
                }
            }
        }))
    }

    /// Writes the amounts of the bases of the rows of one key; whether each row has a period of its own.
    fn group(&self, group: &mut [u64], bases: &[AtomicU64]) -> bool {
        group.sort_unstable();
        let place = |row: u64| (row >> 32) as u32;
        if group.windows(2).any(|pair| place(pair[0]) == place(pair[1])) {
            return false;
        }
        for at in 0..group.len() {
            let found = self.periods.before[place(group[at]) as usize].into_iter().filter(|base| *base != NONE);
            let base = found.filter_map(|base| group[..at].binary_search_by_key(&base, |row| place(*row)).ok()).next();
            if let Some(base) = base {
                let (row, base) = (group[at] as u32 as usize, group[base] as u32 as usize);
                bases[row].store(self.amounts[base].to_bits() ^ EMPTY, Relaxed);
            }
        }
        true
    }

    /// Tells the first row whose keys and period an earlier row has.
    fn twice(&self) -> Result<Error> {
        let cells = self.periods.cells()?;
        let mut met = FxHashMap::default();
        let both = (0..).zip(self.key.of.iter().zip(cells));
        let found = both.filter_map(|(row, pair)| Some((met.insert(pair, row)?, row))).next();
        let (first, row): (usize, usize) = found.unwrap_or_default();
        let found =
            format!("the same keys and period as in row {first}: keep one, or name the column that tells them apart");
        Ok(wrong(self.column, Some(row), "each period once a key", &found))
    }
}

/// Rows in groups, cut into parts between two groups.
struct Groups<'a> {
    rest: &'a mut [u64],
    /// The end of each group that is left, from the first row on.
    ends: &'a [u32],
    at: u32,
}

impl<'a> Iterator for Groups<'a> {
    type Item = (&'a mut [u64], &'a [u32], u32);

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let full = self.ends.partition_point(|end| (*end - at) as usize <= PART).max(1).min(self.ends.len());
        let (ends, later) = self.ends.split_at(full);
        let end = *ends.last()?;
        let (rows, rest) = std::mem::take(&mut self.rest).split_at_mut((end - at) as usize);
        (self.rest, self.ends, self.at) = (rest, later, end);
        Some((rows, ends, at))
    }
}
