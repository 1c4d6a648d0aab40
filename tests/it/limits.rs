//! What any text may cost: allocations, memory, time.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};

use bilateral::{Document, Extractor};

/// Counts what the thread that asks has allocated.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn count(allocations: usize, bytes: isize) {
    // A thread that ends has no counters any more.
    let _ = ALLOCATIONS.try_with(|count| count.set(count.get() + allocations));
    let held = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        held.get()
    });
    let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.unwrap_or(0))));
}

// SAFETY: every call goes on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(1, layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, -(layout.size() as isize));
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(1, size as isize - layout.size() as isize);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// How many allocations a reading takes, and how many bytes it holds at the most.
fn cost(extractor: &Extractor, document: &Document) -> (usize, usize) {
    let (before, held) = (ALLOCATIONS.get(), HELD.get());
    PEAK.set(held);
    std::hint::black_box(extractor.read(document));
    (ALLOCATIONS.get() - before, usize::try_from(PEAK.get() - held).unwrap_or(0))
}

/// Texts that are the worst of their kind, about so many bytes long, with a figure at the end, so that they are read.
fn worst(bytes: usize) -> Vec<(&'static str, String)> {
    let repeated = |piece: &str| piece.repeat(bytes / piece.len() + 1) + " Trade made $5 billion in 2020.";
    vec![
        ("one sentence", repeated("the reporters waited in the rain and ")),
        ("brackets", repeated("(((")),
        ("currency signs", repeated("$")),
        ("an endless number", repeated("7")),
        ("one-letter words", repeated("a ")),
        ("letters without a blank", repeated("abc")),
        ("empty lines", repeated("\n\n")),
        ("full stops", repeated(". ")),
        ("Chinese", repeated("中国")),
    ]
}

#[test]
fn words_take_no_memory_of_their_own() {
    let prose = "The delegation spoke at length about the old road, and the MAYOR thanked its hosts “for ever”.\n";
    let text = prose.repeat((1 << 20) / prose.len() + 1);
    let extractor = Extractor::new();
    cost(&extractor, &Document::new("warm", "Trade made $5 billion."));
    let (none, _) = cost(&extractor, &Document::new("a", text.as_str()));
    assert!(none < 100, "{none} allocations in a megabyte without figures");
    // With a figure at its end, all of it is cut into words.
    let (one, _) = cost(&extractor, &Document::new("a", text + "Trade made $5 billion in 2020."));
    assert!(one < 300, "{one} allocations in a megabyte with one figure");
}

#[test]
fn no_text_takes_many_times_its_size() {
    let extractor = Extractor::new();
    for (name, text) in worst(1 << 20) {
        let size = text.len();
        // Its own copy, folded, is a part of it; a part of the text at a time and the tables of the reader are not.
        let (_, peak) = cost(&extractor, &Document::new("a", text));
        assert!(peak < 12 * size, "{name}: {peak} bytes for a text of {size}");
    }
}

#[test]
fn time_grows_no_faster_than_the_text() {
    let extractor = Extractor::new();
    let time = |text: &str| {
        let document = Document::new("a", text);
        let once = || {
            let start = Instant::now();
            std::hint::black_box(extractor.read(&document));
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap_or(Duration::ZERO)
    };
    let dense = |bytes: usize| {
        let repeated = |piece: &str| piece.repeat(bytes / piece.len() + 1);
        [
            ("digits", repeated("4 ")),
            ("groups of digits", repeated("1,234,")),
            ("figures", repeated("exports of $5 million and ")),
            ("names", repeated("China, ")),
        ]
    };
    let longer = worst(1 << 15).into_iter().zip(worst(1 << 17));
    for ((name, one), (_, four)) in longer.chain(dense(1 << 12).into_iter().zip(dense(1 << 14))) {
        // Four times as long it should be; room that is mapped anew costs more, and another program may take the
        // processor for a while. What is quadratic takes sixteen times as long each time.
        let ratio = (0..4)
            .map(|_| time(&four).as_secs_f64() / time(&one).max(Duration::from_millis(20)).as_secs_f64())
            .fold(f64::INFINITY, f64::min);
        assert!(ratio < 10.0, "{name}: four times the text took {ratio:.1} times as long");
    }
}

#[test]
fn threads_and_order_change_nothing() {
    let documents = bilateral::io::sample_documents();
    let extractor = Extractor::new();
    let alone: Vec<_> = documents.iter().map(|document| extractor.read(document)).collect();
    std::thread::scope(|scope| {
        for turn in 0..4 {
            let (documents, extractor, alone) = (&documents, &extractor, &alone);
            scope.spawn(move || {
                for step in 0..2 * documents.len() {
                    let at = (turn * 3 + step * 7) % documents.len();
                    assert_eq!(extractor.read(&documents[at]), alone[at], "{}", documents[at].id);
                }
            });
        }
    });
}
