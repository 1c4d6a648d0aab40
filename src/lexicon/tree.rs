//! The tree of phrases behind their first words: which words lead on from where, and to what.
//!
//! | phrases | the word *turnover* behind *trade* leads to |
//! | --- | --- |
//! | *trade turnover*, *trade turnover of goods* | a phrase that means something and goes on |
//! | *trade fair* | nothing |

use super::phrases::{Node, Number};
use crate::token::Word;

/// A node behind another.
#[derive(Debug, Clone, Copy, Default)]
struct Behind {
    /// Its number, from 1; 0 where there is none.
    number: Number,
    /// The node before it.
    before: Number,
    /// The word that leads here from there.
    word: Word,
    node: Node,
}

/// Nodes by what leads to them. All that is asked of one lies together, since most of the time goes into fetching it.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// A power of two of places, at most half of them taken.
    places: Vec<Behind>,
    taken: usize,
}

impl Tree {
    /// Room for so many nodes.
    pub fn with_room(nodes: usize) -> Self {
        Tree { places: vec![Behind::default(); (2 * nodes).next_power_of_two()], taken: 0 }
    }

    /// The node that a word leads to from another, and its number.
    #[inline]
    pub fn behind(&self, before: Number, word: Word) -> Option<(Number, &Node)> {
        if self.places.is_empty() {
            return None;
        }
        let found = &self.places[self.place(before, word)];
        (found.number != 0).then_some((found.number, &found.node))
    }

    /// Where the same node lies until the next one is made; it is made where there is none.
    pub fn make(&mut self, before: Number, word: Word) -> usize {
        if self.places.len() < 2 * (self.taken + 1) {
            let longer = vec![Behind::default(); 2 * self.places.len().max(1)];
            for known in std::mem::replace(&mut self.places, longer) {
                if known.number != 0 {
                    let place = self.place(known.before, known.word);
                    self.places[place] = known;
                }
            }
        }
        let place = self.place(before, word);
        if self.places[place].number == 0 {
            self.taken += 1;
            self.places[place] = Behind { number: self.taken as Number, before, word, node: Node::default() };
        }
        place
    }

    /// The place of a node, or the free one that it would take.
    #[inline]
    fn place(&self, before: Number, word: Word) -> usize {
        let last = self.places.len() - 1;
        let key = u64::from(before) << 32 | word.index().unwrap_or_default() as u64;
        let mut place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & last;
        loop {
            let known = &self.places[place];
            if known.number == 0 || known.before == before && known.word == word {
                return place;
            }
            place = (place + 1) & last;
        }
    }

    /// The number of the node at a place.
    pub fn number(&self, place: usize) -> Number {
        self.places[place].number
    }

    /// The node at a place.
    pub fn node_mut(&mut self, place: usize) -> &mut Node {
        &mut self.places[place].node
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Vocabulary;

    #[test]
    fn each_node_is_found_by_what_leads_to_it() {
        let mut words = Vocabulary::default();
        let words: Vec<Word> = (0..50).map(|n| words.intern(&format!("w{n}"))).collect();
        let mut tree = Tree::default();
        assert!(tree.behind(0, words[0]).is_none());
        let pairs = || (0..40).flat_map(|before| words.iter().map(move |word| (before, *word)));
        for (before, word) in pairs() {
            tree.make(before, word);
        }
        for ((before, word), number) in pairs().zip(1..) {
            assert_eq!(tree.behind(before, word).map(|(found, _)| found), Some(number));
            let place = tree.make(before, word);
            assert_eq!(tree.number(place), number, "made twice");
        }
        assert!(tree.behind(40, words[0]).is_none());
    }
}
