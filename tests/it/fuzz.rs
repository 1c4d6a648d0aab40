//! Texts that nobody writes: seeds with bytes turned, cut, doubled and spliced. `FUZZ_SECONDS` says for how long.
//!
//! What was found once is a file of `tests/fuzz`, and each file is a seed.

use std::path::Path;
use std::time::{Duration, Instant};

use bilateral::{Currency, Decimal, Document, Extractor, Fact, Measure, Party, Period, Unit};

use crate::pieces::{PIECES, WORDS};

/// How long it runs where nothing else is said.
const SECONDS: f64 = 2.0;

/// How long a document under 64 KB may take, of a development build on a busy machine; a hang takes longer.
const HANG: Duration = Duration::from_secs(10);

/// A xorshift generator: the same texts on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let (a, b) = (self.below(length + 1), self.below(length + 1));
        a.min(b)..a.max(b)
    }
}

/// A seed that something happened to.
fn mutate(draw: &mut Draw, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[draw.below(seeds.len())].clone();
    for _ in 0..=draw.below(8) {
        let at = draw.below(bytes.len() + 1);
        match draw.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << draw.below(8),
            1 => drop(bytes.drain(draw.range(bytes.len()))),
            2 => {
                let range = draw.range(bytes.len());
                let piece = bytes[range.start..range.end.min(range.start + 200)].repeat(1 + draw.below(20));
                bytes.splice(at..at, piece);
            }
            3 => {
                let other = &seeds[draw.below(seeds.len())];
                let piece = other[draw.range(other.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => bytes.insert(at, draw.below(256) as u8),
            _ => {
                let piece = match draw.below(2) {
                    0 => PIECES[draw.below(PIECES.len())],
                    _ => &WORDS[draw.below(WORDS.len())],
                };
                let blank = [" ", ""][draw.below(2)];
                let piece = format!("{blank}{piece}{blank}").repeat(1 + draw.below(3));
                bytes.splice(at..at, piece.into_bytes());
            }
        }
        bytes.truncate(20_000);
    }
    bytes
}

/// What must hold of any bytes.
fn holds(extractor: &Extractor, text: &str) {
    let start = Instant::now();
    let document = Document::new("f", text).with_published("2023-05-17").unwrap();
    let reading = extractor.read(&document);
    for fact in &reading.facts {
        assert_eq!(fact.span.of(text), Some(fact.quote.as_str()));
        let line = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&line).unwrap(), fact, "{line}");
    }
    for pair in reading.facts.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "facts overlap or are out of order");
    }
    for quantity in extractor.quantities(text) {
        assert_eq!(quantity.span.of(text), Some(quantity.quote.as_str()));
    }
    assert!(start.elapsed() < HANG, "{} bytes took {:?}", text.len(), start.elapsed());
}

/// Plain values: what is read is printed as it is read again.
fn values_hold(text: &str) {
    macro_rules! again {
        ($($type:ty),*) => {$(
            if let Ok(value) = text.parse::<$type>() {
                assert_eq!(value.to_string().parse::<$type>().ok(), Some(value), "{} {text:?}", stringify!($type));
            }
        )*};
    }
    again!(Decimal, Unit, Measure, Party, Period);
    let _ = Currency::new(text);
    let _ = serde_json::from_str::<Fact>(text);
}

#[test]
fn no_bytes_break_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).unwrap()).collect();
    assert!(!seeds.is_empty());
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(SECONDS);
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    let extractor = Extractor::new();
    for seed in &seeds {
        holds(&extractor, &String::from_utf8_lossy(seed));
    }
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let mut runs = 0_u64;
    while Instant::now() < until {
        let bytes = mutate(&mut draw, &seeds);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let told = text.clone();
        let broken = std::panic::catch_unwind(|| {
            holds(&extractor, &text);
            for line in text.lines().take(4) {
                values_hold(line);
                line.split_whitespace().take(20).for_each(values_hold);
            }
        });
        if broken.is_err() {
            panic!("broken by run {runs}, a file for tests/fuzz:\n{told:?}");
        }
        runs += 1;
    }
    println!("{runs} texts in {seconds} s");
}
