//! Files that nobody writes: seeds with bytes turned, cut, doubled and spliced. `FUZZ_SECONDS` says for how long each kind.
//!
//! Each kind of input is a folder of `tests/fuzz` and a function here that says what must hold; what was found once is a file
//! of its folder, and each file is a seed.

mod inputs;
mod texts;

use std::path::Path;
use std::time::{Duration, Instant};

use crate::draw::Draw;
use crate::pieces::{PIECES, WORDS};

/// How long a kind runs where nothing else is said.
const SECONDS: f64 = 1.0;

/// How long an input under 64 KB may take, of a development build on a busy machine; a hang takes longer.
const HANG: Duration = Duration::from_secs(10);

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

/// Feeds a kind of input, told by its folder of seeds, to `holds` until the time is over.
fn drive(kind: &str, holds: &(dyn Fn(&[u8]) + std::panic::RefUnwindSafe)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(kind);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).unwrap()).collect();
    assert!(!seeds.is_empty());
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<f64>().ok());
    let seconds = number("FUZZ_SECONDS").unwrap_or(SECONDS);
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    seeds.iter().for_each(|seed| holds(seed));
    // The same inputs in each run, unless `FUZZ_SEED` says otherwise.
    let mut draw = Draw::new(number("FUZZ_SEED").map_or(0, |seed| seed as u64));
    let mut runs = 0_u64;
    while Instant::now() < until {
        let bytes = mutate(&mut draw, &seeds);
        let start = Instant::now();
        if std::panic::catch_unwind(|| holds(&bytes)).is_err() {
            panic!("broken by run {runs}, a file for tests/fuzz/{kind}:\n{:?}", String::from_utf8_lossy(&bytes));
        }
        assert!(
            start.elapsed() < HANG,
            "{} bytes took {:?}:\n{:?}",
            bytes.len(),
            start.elapsed(),
            String::from_utf8_lossy(&bytes)
        );
        runs += 1;
    }
    println!("{kind}: {runs} inputs in {seconds} s");
}
