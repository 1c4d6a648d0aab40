//! Numbers drawn for tests, the same on every machine.

use std::ops::Range;

/// A xorshift generator.
pub struct Draw(u64);

impl Draw {
    /// One that begins with a seed.
    pub fn new(seed: u64) -> Self {
        Draw(0x9E37_79B9_7F4A_7C15 ^ seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    pub fn range(&mut self, length: usize) -> Range<usize> {
        let (a, b) = (self.below(length + 1), self.below(length + 1));
        a.min(b)..a.max(b)
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
