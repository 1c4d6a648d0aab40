//! Rows shared among threads, part by part: who is done early takes the next.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The rows of a part; a multiple of eight, so that parts also cut a mask between two bytes.
pub(super) const PART: usize = 1 << 16;

/// How many threads so many rows are worth.
pub(super) fn threads(rows: usize) -> usize {
    match rows / PART {
        0 | 1 => 1,
        parts => thread::available_parallelism().map_or(1, usize::from).min(parts),
    }
}

/// What the work makes of each part, in no order.
pub(super) fn share<P: Send, R: Send>(
    rows: usize,
    parts: impl Iterator<Item = P> + Send,
    work: impl Fn(P) -> R + Sync,
) -> Vec<R> {
    let parts = Mutex::new(parts);
    let done = Mutex::new(Vec::new());
    let run = || {
        let mut mine = Vec::new();
        loop {
            let part = parts.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(part) = part else { break };
            mine.push(work(part));
        }
        done.lock().unwrap_or_else(PoisonError::into_inner).append(&mut mine);
    };
    thread::scope(|scope| {
        for _ in 1..threads(rows) {
            // A thread that cannot start leaves its parts to the others.
            let _ = thread::Builder::new().spawn_scoped(scope, run);
        }
        run();
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// For each row what is made of it, by number of the row.
pub(super) fn each<T: Default + Clone + Send>(rows: usize, make: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let mut all = vec![T::default(); rows];
    share(rows, all.chunks_mut(PART).enumerate(), |(part, all)| {
        for (row, slot) in (part * PART..).zip(all) {
            *slot = make(row);
        }
    });
    all
}

/// The least and the greatest cell.
pub(super) fn ends<T: Copy + Ord + Send + Sync>(cells: &[T]) -> Option<(T, T)> {
    let of = |part: &[T]| part.iter().fold((part[0], part[0]), |(a, b), cell| (a.min(*cell), b.max(*cell)));
    share(cells.len(), cells.chunks(PART), of).into_iter().reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))
}

/// The rows, part by part.
pub(super) fn parts(rows: usize) -> impl Iterator<Item = Range<usize>> + Send {
    (0..rows).step_by(PART).map(move |start| start..rows.min(start + PART))
}
