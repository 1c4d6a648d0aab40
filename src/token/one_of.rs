//! Whether a token is one of several words: by one bit, before any letters are compared.
//!
//! Most words of a text are none of those that a rule asks for. Each word has its place among 64 bits ([`Bit`]); [`OneOf`] knows the
//! bits of its words, and only what stands at one of them is compared letter by letter. It is given by value: its bits then stand in
//! the code that asks, where reading them waits for nothing.

/// The place of a word among 64 bits: equal words have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bit(u8);

/// How many bytes of a word one number holds.
const SHORT: usize = 8;

impl Bit {
    /// That of no word.
    pub const NOTHING: Bit = Bit::of(b"");

    /// That of a word.
    #[must_use]
    pub const fn of(word: &[u8]) -> Self {
        match (word.first_chunk::<SHORT>(), word.last_chunk::<SHORT>()) {
            (Some(first), Some(last)) => {
                Bit::of_number(u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29))
            }
            _ => {
                let (mut number, mut at) = (0, 0);
                while at < word.len() {
                    number |= (word[at] as u64) << (8 * at);
                    at += 1;
                }
                Bit::of_number(number)
            }
        }
    }

    /// That of the word at `start..end` of a text.
    #[inline]
    #[must_use]
    pub fn within(text: &[u8], start: usize, end: usize) -> Self {
        let length = end - start;
        match text.get(start..).and_then(|rest| rest.first_chunk::<SHORT>()) {
            Some(chunk) if length < SHORT => Bit::of_number(u64::from_le_bytes(*chunk) & ((1 << (8 * length)) - 1)),
            _ => Bit::of(&text[start..end]),
        }
    }

    /// That of the word of fewer than eight letters that are these bytes, the first one lowest.
    #[inline]
    pub(super) const fn of_number(number: u64) -> Self {
        Bit((number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as u8)
    }
}

/// Words that are asked for together.
#[derive(Debug, Clone, Copy)]
pub struct OneOf {
    /// The bits of all of them.
    bits: u64,
    /// Whether a word is among them.
    hold: fn(&str) -> bool,
}

impl OneOf {
    /// These words, which are all that `hold` says of.
    #[must_use]
    pub const fn of(words: &[&str], hold: fn(&str) -> bool) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < words.len() {
            bits |= 1 << Bit::of(words[at].as_bytes()).0;
            at += 1;
        }
        OneOf { bits, hold }
    }

    /// Whether a word with this bit is among them.
    #[inline]
    #[must_use]
    pub fn hold(self, bit: Bit, word: &str) -> bool {
        self.bits >> (bit.0 % 64) & 1 != 0 && (self.hold)(word)
    }
}

/// [`OneOf`] of words that are known where the crate is built.
macro_rules! one_of {
    ($($word:literal),+ $(,)?) => {
        const { $crate::token::OneOf::of(&[$($word),+], |word| ::core::matches!(word, $($word)|+)) }
    };
}

/// The place of a word among 64 by its first byte and its length, which costs less than [`Bit`] where no token tells that.
#[inline]
#[must_use]
pub const fn first_and_length(word: &str) -> u32 {
    let word = word.as_bytes();
    let first = if word.is_empty() { 0 } else { word[0] };
    (first as u32 ^ (word.len() as u32) << 3) % 64
}

/// The places of these words among 64, by their first bytes and lengths.
#[must_use]
pub const fn firsts_and_lengths(words: &[&str]) -> u64 {
    let (mut bits, mut at) = (0, 0);
    while at < words.len() {
        bits |= 1 << first_and_length(words[at]);
        at += 1;
    }
    bits
}

/// Whether a word that is known by its letters alone is one of several: most are told apart by the first and how many there are.
macro_rules! is_any {
    ($word:expr, $($one:literal)|+ $(,)?) => {{
        const PLACES: u64 = $crate::token::firsts_and_lengths(&[$($one),+]);
        let word: &str = $word;
        PLACES >> $crate::token::first_and_length(word) & 1 != 0 && ::core::matches!(word, $($one)|+)
    }};
}

/// The standard macro, but for what the crate asks some thousand times of a sentence, whether the word at a place is one of several:
/// there it asks [`OneOf`] them.
macro_rules! matches {
    ($one:ident.norm($($at:tt)*), $($word:literal)|+ $(,)?) => {
        $one.is_one_of($($at)*, one_of!($($word),+))
    };
    ($one:ident.view.norm($($at:tt)*), $($word:literal)|+ $(,)?) => {
        $one.view.is_one_of($($at)*, one_of!($($word),+))
    };
    ($one:ident.norm.as_ref(), $($word:literal)|+ $(,)?) => {
        $one.is_one_of(one_of!($($word),+))
    };
    ($($other:tt)*) => { ::core::matches!($($other)*) };
}

#[cfg(test)]
mod tests {
    use super::Bit;
    use crate::token::{Folded, Vocabulary, tokenize};

    #[test]
    fn a_word_is_any_of_those_that_it_is() {
        let words = ["a", "exports", "", "中", "-", "consignments", "imports", "exporting"];
        for word in words {
            let asked = is_any!(word, "a" | "exports" | "中" | "-" | "consignments" | "");
            assert_eq!(asked, !word.starts_with("imp") && word != "exporting", "{word}");
        }
    }

    #[test]
    fn a_word_is_one_of_those_that_it_is() {
        let text = "a of the exports shipments İstanbul 中 1987 -- consignments, x";
        let folded = Folded::new(text);
        for token in tokenize(text, &folded, &Vocabulary::default()) {
            assert_eq!(token.bit, Bit::of(token.norm.as_bytes()), "{}", token.norm);
            let asked =
                matches!(token.norm.as_ref(), "a" | "exports" | "istanbul" | "中" | "-" | "consignments" | "1987");
            let found = ["a", "exports", "istanbul", "中", "-", "consignments", "1987"].contains(&token.norm.as_ref());
            assert_eq!(asked, found, "{}", token.norm);
        }
    }

    #[test]
    fn a_word_has_one_bit_wherever_it_stands() {
        let text = "of shipment shipments and much more";
        for (start, end) in [(0, 2), (3, 11), (12, 21), (22, 25), (31, 35), (0, 0), (35, 35)] {
            assert_eq!(Bit::within(text.as_bytes(), start, end), Bit::of(&text.as_bytes()[start..end]));
        }
        assert_ne!(Bit::of(b"of"), Bit::NOTHING);
    }
}
