//! Work on many pieces by several threads, with the results in order.
//!
//! All threads are alike: each takes the next piece, works on it and hands the result over. So taking (reading,
//! unpacking), working and handing over (writing) go on side by side, no thread waits for another while there is work,
//! and with one thread all of it happens on that one.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many results of later pieces wait for an earlier one, before their threads wait too.
const AHEAD: usize = 32;
/// The stack of a thread: pages can be nested deeply.
const STACK: usize = 16 << 20;

/// Takes pieces from `next` until there is none, does `work` on each, and gives the results to `each` in the order of
/// the pieces. Stops at the first failure of `each` and returns it.
pub fn run<I, O, E: Send>(
    threads: usize,
    next: impl FnMut() -> Option<I> + Send,
    work: impl Fn(I) -> O + Sync,
    each: impl FnMut(O) -> Result<(), E> + Send,
) -> Result<(), E>
where
    I: Send,
    O: Send,
{
    let source = Mutex::new(Source { next, taken: 0 });
    let sink = Mutex::new(Sink { each, turn: 0, waiting: BTreeMap::new(), failure: None, broken: false });
    let moved = Condvar::new();
    let worker = || {
        let _frees = Frees(&sink, &moved);
        loop {
            let (number, piece) = {
                let mut source = locked(&source);
                let Some(piece) = (source.next)() else { return };
                source.taken += 1;
                (source.taken - 1, piece)
            };
            let done = work(piece);
            let mut sink = locked(&sink);
            sink.hand_over(number, done);
            moved.notify_all();
            // The thread that has the piece whose turn it is never waits here.
            while sink.waiting.len() >= AHEAD && !sink.is_over() {
                sink = moved.wait(sink).unwrap_or_else(PoisonError::into_inner);
            }
            if sink.is_over() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where the system gives no thread, the others do its work.
            let _ = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker);
        }
        worker();
    });
    sink.into_inner().unwrap_or_else(PoisonError::into_inner).failure.map_or(Ok(()), Err)
}

struct Source<N> {
    next: N,
    taken: u64,
}

struct Sink<O, E, F> {
    each: F,
    /// The number of the piece whose result comes next.
    turn: u64,
    waiting: BTreeMap<u64, O>,
    failure: Option<E>,
    /// Whether a thread panicked: the result of its piece never comes.
    broken: bool,
}

impl<O, E, F> Sink<O, E, F> {
    /// Whether nothing more is to be taken.
    fn is_over(&self) -> bool {
        self.broken || self.failure.is_some()
    }
}

/// Frees the threads that wait for the result of one that panics.
struct Frees<'t, O, E, F>(&'t Mutex<Sink<O, E, F>>, &'t Condvar);

impl<O, E, F> Drop for Frees<'_, O, E, F> {
    fn drop(&mut self) {
        if thread::panicking() {
            locked(self.0).broken = true;
            self.1.notify_all();
        }
    }
}

impl<O, E, F: FnMut(O) -> Result<(), E>> Sink<O, E, F> {
    fn hand_over(&mut self, number: u64, done: O) {
        self.waiting.insert(number, done);
        while self.failure.is_none()
            && let Some(done) = self.waiting.remove(&self.turn)
        {
            self.turn += 1;
            self.failure = (self.each)(done).err();
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panicked ends the program when the threads are joined.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    use super::{AHEAD, run};

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        for threads in [1, 2, 5] {
            let mut pieces = 0..500u64;
            let mut results = Vec::new();
            let work = |piece: u64| {
                sleep(Duration::from_micros(piece * 7919 % 100));
                piece * 2
            };
            let each = |result| {
                results.push(result);
                Ok::<(), ()>(())
            };
            assert_eq!(run(threads, || pieces.next(), work, each), Ok(()));
            assert_eq!(results, (0..500).map(|piece| piece * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_failure_stops_the_taking() {
        for threads in [1, 3] {
            let taken = AtomicUsize::new(0);
            let next = || Some(taken.fetch_add(1, Ordering::Relaxed));
            let each = |result| if result == 10 { Err(result) } else { Ok(()) };
            assert_eq!(run(threads, next, |piece| piece, each), Err(10));
            assert!(taken.load(Ordering::Relaxed) <= 11 + threads + AHEAD);
        }
    }

    #[test]
    #[should_panic(expected = "panicked")]
    fn a_panic_ends_it_for_all() {
        let mut pieces = 0..10 * AHEAD;
        let work = |piece: usize| assert!(piece != 3, "the work on a piece panicked");
        let _ = run(3, || pieces.next(), work, |()| Ok::<(), ()>(()));
    }

    #[test]
    fn a_slow_piece_holds_up_no_more_than_so_many_results() {
        let (taken, first) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let next = || Some(taken.fetch_add(1, Ordering::SeqCst)).filter(|piece| *piece < 1000);
        let work = |piece: usize| {
            if piece == 0 {
                sleep(Duration::from_millis(200));
                first.store(taken.load(Ordering::SeqCst), Ordering::SeqCst);
            }
        };
        assert_eq!(run(3, next, work, |()| Ok::<(), ()>(())), Ok(()));
        let seen = first.load(Ordering::SeqCst);
        assert!((AHEAD..=AHEAD + 3).contains(&seen), "{seen}");
    }
}
