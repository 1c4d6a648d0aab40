//! Words to numbers: a word that some phrase holds is compared by its number, not letter by letter.

use std::fmt;

/// Which word of a vocabulary a token is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(u32);

impl Word {
    /// A word that the vocabulary does not hold.
    pub const UNKNOWN: Word = Word(0);

    /// Its place among the words, from 0; `None` where it is unknown.
    #[must_use]
    pub fn index(self) -> Option<usize> {
        self.0.checked_sub(1).map(|at| at as usize)
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.index() {
            Some(at) => write!(f, "word {at}"),
            None => f.write_str("unknown"),
        }
    }
}

/// How many bytes of a word its key holds; a longer word is compared in full as well.
const SHORT: usize = 16;

/// The first and the last eight bytes of a word of up to sixteen, and its length: equal keys of short words are equal
/// words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Key {
    head: u64,
    tail: u64,
    length: u32,
}

impl Key {
    fn of(word: &[u8]) -> Self {
        let length = word.len() as u32;
        let (head, tail) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
            _ => {
                let mut bytes = [0; 8];
                bytes[..word.len()].copy_from_slice(word);
                (u64::from_le_bytes(bytes), 0)
            }
        };
        Key { head, tail, length }
    }

    /// The key of `text[start..end]`; eight bytes are read at once where the text has them.
    #[inline]
    fn within(text: &[u8], start: usize, end: usize) -> Self {
        let length = end - start;
        if length < 8
            && let Some(chunk) = text.get(start..).and_then(|rest| rest.first_chunk::<8>())
        {
            let head = u64::from_le_bytes(*chunk) & ((1 << (8 * length)) - 1);
            return Key { head, tail: 0, length: length as u32 };
        }
        Key::of(text.get(start..end).unwrap_or_default())
    }

    #[inline]
    fn hash(self) -> u64 {
        const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
        const SECOND: u64 = 0xC2B2_AE3D_27D4_EB4F;
        let mixed = self.head.wrapping_mul(FIRST) ^ self.tail.rotate_left(29).wrapping_mul(SECOND);
        let mixed = (mixed ^ u64::from(self.length)).wrapping_mul(FIRST);
        mixed ^ (mixed >> 32)
    }
}

/// How many bits the filter before the table has: most words that are not in the table end there.
const FILTER: usize = 1 << 16;

/// A table of words.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// A bit for each hash.
    filter: Vec<u64>,
    /// A power of two of places, at most half of them taken.
    table: Vec<(Key, Word)>,
    words: Vec<Box<str>>,
    /// The words that are one ASCII character.
    single: [Word; 128],
}

impl Default for Vocabulary {
    fn default() -> Self {
        let (filter, table) = (vec![0; FILTER / 64], vec![(Key::default(), Word::UNKNOWN); 1024]);
        Vocabulary { filter, table, words: Vec::new(), single: [Word::UNKNOWN; 128] }
    }
}

/// The letters that eight bytes of a folded text begin with: how many, up to eight, and their key where they are fewer.
#[inline]
fn letters(chunk: u64) -> (usize, Key) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = chunk & !HIGH;
    // The high bit of each byte: at least `a`, beyond `z`.
    let (from, beyond) = (low + (0x80 - 0x61) * ONES, low + (0x80 - 0x7b) * ONES);
    let others = !(from & !beyond & !chunk) & HIGH;
    let count = (others.trailing_zeros() / 8) as usize;
    let head = if count < 8 { chunk & ((1 << (8 * count)) - 1) } else { chunk };
    (count, Key { head, tail: 0, length: count as u32 })
}

impl Vocabulary {
    /// Where the run of letters that begins at `start` of a folded text ends, and the number of the word that it is.
    #[inline]
    pub(super) fn word_from(&self, text: &[u8], start: usize) -> (usize, Word) {
        if let Some(chunk) = text.get(start..).and_then(|rest| rest.first_chunk::<8>()) {
            let (count, key) = letters(u64::from_le_bytes(*chunk));
            if count < 8 {
                let end = start + count;
                return (end, self.find_likely(key, text, start, end));
            }
        }
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(rest.len());
        (end, self.find_likely(Key::within(text, start, end), text, start, end))
    }

    /// The number of a word; [`Word::UNKNOWN`] where it is none of them.
    #[must_use]
    pub fn get(&self, word: &str) -> Word {
        let key = Key::of(word.as_bytes());
        self.find(key, key.hash(), word.as_bytes())
    }

    /// The number of the word that stands at `start..end` of a folded text.
    #[inline]
    pub(super) fn within(&self, text: &[u8], start: usize, end: usize) -> Word {
        if end - start == 1
            && let Some(word) = text.get(start).and_then(|byte| self.single.get(usize::from(*byte)))
        {
            return *word;
        }
        self.find_likely(Key::within(text, start, end), text, start, end)
    }

    /// The number of a word behind the filter.
    #[inline]
    fn find_likely(&self, key: Key, text: &[u8], start: usize, end: usize) -> Word {
        let hash = key.hash();
        let bit = hash as usize % FILTER;
        if self.filter[bit / 64] & (1 << (bit % 64)) == 0 {
            return Word::UNKNOWN;
        }
        self.find(key, hash, text.get(start..end).unwrap_or_default())
    }

    fn find(&self, key: Key, hash: u64, word: &[u8]) -> Word {
        let mut at = hash as usize;
        loop {
            let (known, number) = self.table[at & (self.table.len() - 1)];
            let Some(index) = number.index() else { return Word::UNKNOWN };
            if known == key && (word.len() <= SHORT || self.words[index].as_bytes() == word) {
                return number;
            }
            at += 1;
        }
    }

    /// The number of a word, which is taken up where it is new.
    pub fn intern(&mut self, word: &str) -> Word {
        let known = self.get(word);
        if known != Word::UNKNOWN {
            return known;
        }
        if self.table.len() < 2 * (self.words.len() + 1) {
            let longer = vec![(Key::default(), Word::UNKNOWN); 2 * self.table.len()];
            for (key, number) in std::mem::replace(&mut self.table, longer) {
                if number != Word::UNKNOWN {
                    self.place(key, number);
                }
            }
        }
        self.words.push(word.into());
        let (key, number) = (Key::of(word.as_bytes()), Word(self.words.len() as u32));
        self.place(key, number);
        let bit = key.hash() as usize % FILTER;
        self.filter[bit / 64] |= 1 << (bit % 64);
        if let [byte @ 0..128] = word.as_bytes() {
            self.single[usize::from(*byte)] = number;
        }
        number
    }

    fn place(&mut self, key: Key, number: Word) {
        let length = self.table.len();
        let mut at = key.hash() as usize;
        while self.table[at & (length - 1)].1 != Word::UNKNOWN {
            at += 1;
        }
        self.table[at & (length - 1)] = (key, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_number_wherever_it_stands() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<String> =
            (0..3000).map(|n| "turkmenistan-and-its-neighbours"[..n % 31].to_string() + &n.to_string()).collect();
        let numbers: Vec<Word> = words.iter().map(|word| vocabulary.intern(word)).collect();
        let text = words.join(" ");
        let mut start = 0;
        for (word, number) in words.iter().zip(&numbers) {
            assert_eq!(vocabulary.get(word), *number);
            assert_eq!(vocabulary.intern(word), *number, "taken up twice");
            assert_eq!(vocabulary.within(text.as_bytes(), start, start + word.len()), *number, "{word}");
            assert_eq!(vocabulary.get(&format!("{word}x")), Word::UNKNOWN);
            start += word.len() + 1;
        }
        assert_eq!(numbers.iter().collect::<std::collections::HashSet<_>>().len(), words.len());
        assert_eq!(vocabulary.get(""), Word::UNKNOWN);
        let same_ends = ["aaaaaaaa-1-bbbbbbbb", "aaaaaaaa-2-bbbbbbbb"].map(|word| vocabulary.intern(word));
        assert_ne!(same_ends[0], same_ends[1]);
    }
}
