//! Words to numbers: a word that some phrase holds is compared by its number, not letter by letter.

use std::fmt;

use super::{Bit, Folded};

/// Which word of a vocabulary a token is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
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

/// How many bytes of a word its key holds.
const SHORT: usize = 8;

/// Marks the key of a longer word: no key of up to eight letters has it.
const LONG: u64 = 1 << 63;

/// The bytes of a word of up to eight as one number, the first one lowest; of a longer one, those of its ends.
#[inline]
fn key(word: &[u8]) -> u64 {
    match (word.first_chunk::<SHORT>(), word.last_chunk::<SHORT>()) {
        (Some(head), Some(tail)) if word.len() > SHORT => {
            let tail = u64::from_le_bytes(*tail).rotate_left(29).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
            (u64::from_le_bytes(*head) ^ tail ^ word.len() as u64) | LONG
        }
        (Some(head), _) => u64::from_le_bytes(*head),
        _ => {
            let mut bytes = [0; SHORT];
            bytes[..word.len()].copy_from_slice(word);
            u64::from_le_bytes(bytes)
        }
    }
}

#[inline]
fn hash(key: u64) -> u64 {
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 32)
}

/// How many bits the filter before the table has: most words that are not in the table end there.
const FILTER: usize = 1 << 16;

/// A table of words.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// A bit for each hash.
    filter: Box<[u64; FILTER / 64]>,
    /// A power of two of places, at most half of them taken.
    table: Vec<(u64, Word)>,
    /// The words one behind the other, and where each ends.
    text: String,
    ends: Vec<u32>,
    /// The words that are one ASCII character.
    single: [Word; 128],
}

impl Default for Vocabulary {
    fn default() -> Self {
        Vocabulary::with_room(512)
    }
}

/// How many of the eight bytes that a folded text goes on with are letters before another one.
#[inline]
fn letters(chunk: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = chunk & !HIGH;
    // The high bit of each byte: at least `a`, beyond `z`.
    let (from, beyond) = (low + (0x80 - 0x61) * ONES, low + (0x80 - 0x7b) * ONES);
    let others = !(from & !beyond & !chunk) & HIGH;
    (others.trailing_zeros() / 8) as usize
}

impl Vocabulary {
    /// Room for so many words.
    #[must_use]
    pub fn with_room(words: usize) -> Self {
        Vocabulary {
            filter: Box::new([0; FILTER / 64]),
            table: vec![(0, Word::UNKNOWN); (2 * words).next_power_of_two()],
            text: String::with_capacity(8 * words),
            ends: Vec::with_capacity(words),
            single: [Word::UNKNOWN; 128],
        }
    }

    /// Where the run of letters that begins at `start` of a folded text ends, the number of the word that it is, and its bit.
    #[inline(always)]
    pub(super) fn word_from(&self, text: &[u8], start: usize) -> (usize, Word, Bit) {
        if let Some(chunk) = text.get(start..).and_then(|rest| rest.first_chunk::<SHORT>()) {
            let chunk = u64::from_le_bytes(*chunk);
            let count = letters(chunk);
            if count < SHORT {
                let key = chunk & ((1 << (8 * count)) - 1);
                return (start + count, self.find_short(key), Bit::of_number(key));
            }
        }
        let (end, word) = self.long_from(text, start);
        (end, word, Bit::of(&text[start..end]))
    }

    /// The same of a word that eight bytes do not hold together with what ends it.
    #[inline(never)]
    fn long_from(&self, text: &[u8], start: usize) -> (usize, Word) {
        let mut end = start;
        while let Some(chunk) = text.get(end..).and_then(|rest| rest.first_chunk::<SHORT>()) {
            let count = letters(u64::from_le_bytes(*chunk));
            end += count;
            if count < SHORT {
                return (end, self.find(&text[start..end]));
            }
        }
        let rest = text.get(end..).unwrap_or_default();
        end += rest.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(rest.len());
        (end, self.find(&text[start..end]))
    }

    /// Where the last of the wanted words begins that stand at `from` of a folded text or behind it. What holds a letter
    /// beyond ASCII that is an ASCII letter in lower case is wanted, whatever it is: `İ` and the sign of the kelvin.
    #[must_use]
    pub fn last_in(&self, folded: &Folded, from: usize, is_wanted: impl Fn(Word) -> bool) -> Option<usize> {
        let text = folded.as_str().as_bytes();
        let (mut at, mut last) = (from, None);
        while let Some(byte) = text.get(at) {
            match byte {
                b'a'..=b'z' => {
                    let (end, word, _) = self.word_from(text, at);
                    if is_wanted(word) {
                        last = Some(at);
                    }
                    at = end;
                }
                0xC4 | 0xE2 if matches!(text[at..], [0xC4, 0xB0, ..] | [0xE2, 0x84, 0xAA, ..]) => {
                    (at, last) = (at + 1, Some(at));
                }
                _ => at += 1,
            }
        }
        last
    }

    /// The number of a word; [`Word::UNKNOWN`] where it is none of them.
    #[must_use]
    pub fn get(&self, word: &str) -> Word {
        match word.as_bytes() {
            [byte @ 0..128] => self.single(*byte),
            word => self.find(word),
        }
    }

    /// The number of the word that is one ASCII character.
    #[inline]
    pub(super) fn single(&self, byte: u8) -> Word {
        self.single.get(usize::from(byte)).copied().unwrap_or(Word::UNKNOWN)
    }

    /// The number of the word that stands at `start..end` of a folded text.
    #[inline]
    pub(super) fn within(&self, text: &[u8], start: usize, end: usize) -> Word {
        match (text.get(start..end).unwrap_or_default(), text.get(start..).and_then(|rest| rest.first_chunk::<SHORT>()))
        {
            ([byte], _) => self.single(*byte),
            (word, Some(chunk)) if word.len() < SHORT && !word.contains(&0) => {
                self.find_short(u64::from_le_bytes(*chunk) & ((1 << (8 * word.len())) - 1))
            }
            (word, _) => self.find(word),
        }
    }

    /// Whether a word of this hash can be in the table.
    #[inline]
    fn is_likely(&self, hash: u64) -> bool {
        let bit = hash as usize % FILTER;
        self.filter[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The number of a word of up to eight ASCII letters, by its key.
    #[inline(always)]
    fn find_short(&self, key: u64) -> Word {
        let hash = hash(key);
        if !self.is_likely(hash) {
            return Word::UNKNOWN;
        }
        let mut at = hash as usize;
        loop {
            let (known, number) = self.table[at & (self.table.len() - 1)];
            if known == key || number == Word::UNKNOWN {
                return number;
            }
            at += 1;
        }
    }

    /// The word at a place.
    #[inline]
    fn word(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text.as_bytes()[start as usize..self.ends[index] as usize]
    }

    fn find(&self, word: &[u8]) -> Word {
        let key = key(word);
        let hash = hash(key);
        if !self.is_likely(hash) {
            return Word::UNKNOWN;
        }
        let mut at = hash as usize;
        loop {
            let (known, number) = self.table[at & (self.table.len() - 1)];
            let Some(index) = number.index() else { return Word::UNKNOWN };
            if known == key && self.word(index) == word {
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
        if self.table.len() < 2 * (self.ends.len() + 1) {
            let longer = vec![(0, Word::UNKNOWN); 2 * self.table.len()];
            for (key, number) in std::mem::replace(&mut self.table, longer) {
                if number != Word::UNKNOWN {
                    self.place(key, number);
                }
            }
        }
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        let (key, number) = (key(word.as_bytes()), Word(self.ends.len() as u32));
        self.place(key, number);
        let bit = hash(key) as usize % FILTER;
        self.filter[bit / 64] |= 1 << (bit % 64);
        if let [byte @ 0..128] = word.as_bytes() {
            self.single[usize::from(*byte)] = number;
        }
        number
    }

    fn place(&mut self, key: u64, number: Word) {
        let length = self.table.len();
        let mut at = hash(key) as usize;
        while self.table[at & (length - 1)].1 != Word::UNKNOWN {
            at += 1;
        }
        self.table[at & (length - 1)] = (key, number);
    }
}

/// Where the last digit stands.
#[must_use]
pub fn last_digit(text: &[u8]) -> Option<usize> {
    let mut end = text.len();
    for chunk in text.rchunks(CHUNK) {
        end -= chunk.len();
        if has_digit(chunk) {
            return chunk.iter().rposition(u8::is_ascii_digit).map(|at| end + at);
        }
    }
    None
}

/// Whether a digit is among the bytes.
#[must_use]
pub fn any_digit(text: &[u8]) -> bool {
    text.chunks(CHUNK).any(has_digit)
}

/// How many bytes are looked at together.
const CHUNK: usize = 64;

fn has_digit(chunk: &[u8]) -> bool {
    chunk.iter().fold(false, |any, byte| any | byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_found_wherever_it_stands() {
        let mut vocabulary = Vocabulary::default();
        let wanted = ["billion", "bn", "third", "quadrupled"].map(|word| vocabulary.intern(word));
        vocabulary.intern("rest");
        for (text, last) in [
            ("no figure at all, however long the text goes on and on, and on, and on", None),
            ("A Billion, two BILLION of it: the rest", Some(15)),
            ("it was a third; thirdly, hobnobs", Some(9)),
            ("five bn–worth", Some(5)),
            ("quadrupled", Some(0)),
            ("five m\u{130}ll\u{130}on", Some(10)),
        ] {
            assert_eq!(vocabulary.last_in(&Folded::new(text), 0, |word| wanted.contains(&word)), last, "{text}");
        }
    }

    #[test]
    fn the_last_digit_is_found_wherever_it_stands() {
        for at in [0, 1, 63, 64, 65, 200] {
            let text = format!("{}7{}", "x".repeat(at), "/:".repeat(at));
            assert_eq!(last_digit(text.as_bytes()), Some(at));
            assert!(any_digit(text.as_bytes()));
        }
        assert_eq!((last_digit(b"ten"), any_digit(b"")), (None, false));
    }

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
