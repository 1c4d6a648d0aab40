//! Longest match of known phrases over tokens.
//!
//! | form | matches | not |
//! | --- | --- | --- |
//! | `trade turnover` | `Trade turnover`, `TRADE TURNOVER` | `trade` |
//! | `China` (capital letter first) | `China`, `CHINA` | `china` |
//! | `US`, `Mt` (further capitals) | `US`, `Mt` | `us`, `MT` |

use std::ops::Range;

use super::spelling::{Case, allowed, case_of, words_of};
use super::tree::Tree;
use super::{Cue, Marks, Relation, Sense, Told};
use crate::model::Measure;
use crate::token::{Folded, Shape, Token, Vocabulary, Word, last_digit, tokenize};

/// What a sequence of words means, as a stretch of [`Phrases::senses`]: where it begins, and in the last byte how long it is.
#[derive(Debug, Clone, Copy, Default)]
struct Meanings(u32);

impl Meanings {
    fn range(self) -> Range<usize> {
        let start = (self.0 >> 8) as usize;
        start..start + usize::from(self.0 as u8)
    }

    fn of(range: &Range<usize>) -> Self {
        Meanings((range.start as u32) << 8 | range.len() as u32)
    }
}

/// A place in the tree of phrases: the words from the first to here.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Node {
    /// Which words a longer phrase can go on with: a bit for some of them each.
    onward: u32,
    /// What the phrase that ends here means; nothing where none does.
    meanings: Meanings,
    /// The kinds of what it means, with [`Kinds::PLAIN`] where any spelling will do.
    kinds: Kinds,
}

/// The number of a node: that of one behind others, or with [`FIRST`] the word that it is the first of.
pub(super) type Number = u32;

/// Marks the number of the node of a first word.
const FIRST: Number = 1 << 31;

/// Where a node lies.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// With its word, which is the first of its phrases.
    First(usize),
    /// In the tree of those behind others.
    Behind(usize),
}

/// What is known of a word by its number: half a line of the cache, since all of it is asked of most words of a text.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(32))]
struct Known {
    /// The node of the phrases that it is the first word of.
    node: Node,
    /// Which nodes it leads on from: a bit for some of them each.
    follows: u32,
    /// What can begin with it.
    begins: Kinds,
    /// What can be where it stands: each phrase is marked at its longest word. First those that are read in any spelling,
    /// then those that are read of a capital letter alone.
    holds: [Kinds; 2],
    /// What rules ask of the word itself: a place in [`Phrases::marks`], 0 for most words.
    marks: u32,
}

/// A table from token sequences to what they can mean.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    words: Vocabulary,
    known: Vec<Known>,
    /// The marks that words have, each once, after those of a word without any.
    marks: Vec<Marks>,
    /// The nodes behind others.
    tree: Tree,
    /// What phrases mean, those of each side by side, and for each the spellings that mean it, the stricter ones first.
    senses: Vec<Sense>,
    cases: Vec<Case>,
}

/// Which kinds of [`Sense`] a phrase can have, in any spelling, or the phrases that begin with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds(u32);

impl Kinds {
    /// No kind.
    pub const NONE: Kinds = Kinds(0);
    /// Countries and groups.
    pub const PARTY: Kinds = Kinds(1);
    /// Pipelines and corridors.
    pub const ROUTE: Kinds = Kinds(1 << 1);
    /// Currencies, whether or not several share the form.
    pub const CURRENCY: Kinds = Kinds(1 << 2);
    /// Units of facts.
    pub const UNIT: Kinds = Kinds(1 << 3);
    /// Other units.
    pub const EVERYDAY: Kinds = Kinds(1 << 4);
    /// Goods.
    pub const COMMODITY: Kinds = Kinds(1 << 5);
    /// Number words.
    pub const NUMBER: Kinds = Kinds(1 << 6);
    /// Powers of ten.
    pub const SCALE: Kinds = Kinds(1 << 7);
    /// Parts of one.
    pub const FRACTION: Kinds = Kinds(1 << 8);
    /// *doubled*.
    pub const MULTIPLE: Kinds = Kinds(1 << 9);
    /// Words of the calendar.
    pub const CALENDAR: Kinds = Kinds(1 << 10);
    /// Words that say what a statement is about.
    pub const HEAD: Kinds = Kinds(1 << 11);
    /// *percent*, *percentage points*, behind a number that may be spelled.
    pub const RATIO: Kinds = Kinds(1 << 12);
    /// *our country*, *the neighbour*, *the region*: what stands for a party.
    pub const STANDS_FOR: Kinds = Kinds(1 << 13);
    /// Other trigger phrases.
    pub const CUE: Kinds = Kinds(1 << 14);
    /// Words for a country that no name tells: *the kingdom*.
    pub const NATION: Kinds = Kinds(1 << 15);
    /// Plain words that a wording of time begins with: *the* year before.
    pub const OPENS_TIME: Kinds = Kinds(1 << 16);
    /// Those of them that tell a time alone: *now*.
    pub const TELLS_TIME: Kinds = Kinds(1 << 17);
    /// Plain words that a number begins with: *a* dozen.
    pub const OPENS_COUNT: Kinds = Kinds(1 << 18);
    /// *dozen*, which is no number alone.
    pub const DOZEN: Kinds = Kinds(1 << 19);
    /// *there*, *it*, *this*: words that point at a party named before.
    pub const POINTS: Kinds = Kinds(1 << 22);
    /// *countries*, *members*: what a group has.
    pub const MEMBERS: Kinds = Kinds(1 << 23);
    /// *which*, *who*, *where*, *whose*.
    pub const RELATIVE: Kinds = Kinds(1 << 20);
    /// Words that make a figure without any digit, or the longest word of a phrase that does.
    const ANCHOR: Kinds = Kinds(1 << 24);
    /// A phrase for all of whose senses any spelling will do.
    const PLAIN: Kinds = Kinds(1 << 25);

    /// Those of both.
    #[must_use]
    pub const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Those of both that are in `other`.
    #[must_use]
    pub const fn only(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }

    /// Whether the two have one in common.
    #[must_use]
    pub const fn meets(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    fn of(sense: &Sense) -> Kinds {
        match sense {
            Sense::Party(..) => Kinds::PARTY,
            Sense::Route(_) => Kinds::ROUTE,
            Sense::Currency(..) | Sense::SharedCurrency(_) => Kinds::CURRENCY,
            Sense::Unit(Measure::Percent | Measure::PercentagePoints | Measure::Times, ..) => {
                Kinds::UNIT.or(Kinds::RATIO)
            }
            Sense::Unit(..) => Kinds::UNIT,
            Sense::Everyday(_) => Kinds::EVERYDAY,
            Sense::Commodity(..) => Kinds::COMMODITY,
            Sense::Number(_) => Kinds::NUMBER,
            Sense::Scale(..) => Kinds::SCALE,
            Sense::Fraction(_) => Kinds::FRACTION,
            Sense::Multiple(_) => Kinds::MULTIPLE,
            Sense::Calendar(_) => Kinds::CALENDAR,
            Sense::Cue(Cue::Head(..)) => Kinds::HEAD,
            Sense::Cue(Cue::Relation(Relation::Home | Relation::OtherParty | Relation::Region)) => Kinds::STANDS_FOR,
            Sense::Cue(_) => Kinds::CUE,
        }
    }
}

/// What stands at a place: so many tokens, with these senses.
#[derive(Debug, Clone, Copy)]
pub struct Match<'l> {
    /// What its tokens can mean.
    pub senses: Senses<'l>,
    /// Which kinds of senses can be among them: a quick look before a thorough one.
    pub kinds: Kinds,
    tokens: u32,
}

impl Match<'_> {
    /// How many tokens it takes.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.tokens as usize
    }
}

/// The senses of a phrase in the spelling that it has.
#[derive(Debug, Clone, Copy)]
pub struct Senses<'l> {
    all: &'l [Sense],
    /// A bit for each that the spelling allows; the last bit stands for all beyond.
    allowed: u64,
}

impl<'l> Senses<'l> {
    /// Each of them, that of the stricter spelling first.
    pub fn iter(&self) -> impl Iterator<Item = &'l Sense> + use<'l> {
        let allowed = self.allowed;
        self.all.iter().enumerate().filter(move |(at, _)| allowed & bit(*at) != 0).map(|(_, sense)| sense)
    }
}

/// The bit of the sense at a place.
pub(super) fn bit(at: usize) -> u64 {
    1 << at.min(63)
}

impl Phrases {
    /// Room for as many words and phrases as the crate's own tables hold, or a little more.
    pub(super) fn with_room() -> Self {
        const WORDS: usize = 13_000;
        const PHRASES: usize = 20_000;
        Phrases {
            words: Vocabulary::with_room(WORDS),
            known: Vec::with_capacity(WORDS),
            tree: Tree::with_room(16_000),
            senses: Vec::with_capacity(PHRASES),
            cases: Vec::with_capacity(PHRASES),
            ..Phrases::default()
        }
    }

    /// Adds a form. An empty one adds nothing.
    pub fn insert(&mut self, form: &str, sense: Sense) {
        // Most forms are letters and blanks, which need no cutting.
        if words_of(form).all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic())) {
            if form.bytes().any(|byte| byte.is_ascii_uppercase()) {
                let case = case_of(form, words_of(form));
                let capital = form.starts_with(|c: char| c.is_ascii_uppercase());
                self.insert_words(words_of(&form.to_ascii_lowercase()), capital, case, sense);
            } else {
                self.insert_words(words_of(form), false, Case::Any, sense);
            }
            return;
        }
        let folded = Folded::new(form);
        let tokens = tokenize(form, &folded, &self.words);
        let Some(first) = tokens.first() else { return };
        let case = case_of(form, tokens.iter().filter(|t| t.shape == Shape::Word).map(|t| t.text));
        self.insert_words(tokens.iter().map(|t| t.norm.as_ref()), first.is_capitalised(), case, sense);
    }

    /// Adds a form of these words. `capital` tells whether the first is written with one.
    fn insert_words<'w>(&mut self, mut words: impl Iterator<Item = &'w str>, capital: bool, case: Case, sense: Sense) {
        let Some(word) = words.next() else { return };
        let first = self.words.intern(word);
        self.mark(first, |known| &mut known.begins, Kinds::of(&sense));
        let mut node = Place::First(first.index().unwrap_or_default());
        let (mut longest, mut length, mut alone) = (first, word.len(), true);
        for text in words {
            let word = self.words.intern(text);
            node = self.node_behind(node, word);
            alone = false;
            if text.len() >= length {
                (longest, length) = (word, text.len());
            }
        }
        // *p.c.* and % stand behind digits: their stops and signs tell no spelled figure.
        let spelled = length > 1 || !matches!(sense, Sense::Unit(..));
        // *eight times*
        let multiplies = matches!(sense, Sense::Unit(Measure::Times, ..));
        if (sense.makes_figures() || multiplies) && spelled {
            self.mark(longest, |known| &mut known.begins, Kinds::ANCHOR);
        }
        let kinds = if spelled { Kinds::of(&sense) } else { Kinds::UNIT };
        let capital = alone && capital && case != Case::Any;
        self.mark(longest, |known| &mut known.holds[usize::from(capital)], kinds);
        self.add(node, case, sense);
    }

    /// Adds what the phrase that ends at a node means.
    fn add(&mut self, node: Place, case: Case, sense: Sense) {
        let Node { meanings, kinds, .. } = *self.node_mut(node);
        let old = meanings.range();
        let cases = &self.cases[old.clone()];
        let known = cases.iter().zip(&self.senses[old.clone()]).any(|(c, s)| *c == case && *s == sense);
        if known || old.len() == usize::from(u8::MAX) {
            return;
        }
        // The stricter spelling speaks first: `Mt` before `mt`.
        let at = cases.partition_point(|c| c.strictness() >= case.strictness());
        let kinds = Kinds(kinds.0 & !Kinds::PLAIN.0).or(Kinds::of(&sense));
        // What stands last can grow in its place.
        let start = if old.end == self.senses.len() { old.start } else { self.senses.len() };
        if start != old.start {
            self.senses.extend_from_within(old.clone());
            self.cases.extend_from_within(old.clone());
        }
        self.senses.insert(start + at, sense);
        self.cases.insert(start + at, case);
        let plain = self.cases[start] == Case::Any;
        let meanings = Meanings::of(&(start..start + old.len() + 1));
        let node = self.node_mut(node);
        (node.meanings, node.kinds) = (meanings, if plain { kinds.or(Kinds::PLAIN) } else { kinds });
    }

    /// Marks plain words, which need begin no phrase.
    pub fn mark_words(&mut self, words: &[&str], kind: Kinds) {
        for word in words {
            let word = self.words.intern(word);
            self.mark(word, |known| &mut known.begins, kind);
            self.mark(word, |known| &mut known.holds[0], kind);
        }
    }

    /// Marks words for the rules that ask for them.
    pub fn mark_plain(&mut self, words: &[&str], marks: Marks) {
        for word in words {
            let word = self.words.intern(word);
            let marks = self.marks(word).or(marks);
            if self.marks.is_empty() {
                self.marks.push(Marks::NONE);
            }
            let place = self.marks.iter().position(|known| *known == marks).unwrap_or(self.marks.len());
            if place == self.marks.len() {
                self.marks.push(marks);
            }
            if let Some(known) = self.known(word) {
                known.marks = place as u32;
            }
        }
    }

    /// Adds to what is known of a word.
    fn mark(&mut self, word: Word, place: impl Fn(&mut Known) -> &mut Kinds, kinds: Kinds) {
        if let Some(known) = self.known(word) {
            let place = place(known);
            *place = place.or(kinds);
        }
    }

    /// The place for what is known of a word.
    fn known(&mut self, word: Word) -> Option<&mut Known> {
        let at = word.index()?;
        if self.known.len() <= at {
            self.known.resize(at + 1, Known::default());
        }
        self.known.get_mut(at)
    }

    /// What is known of a word, where it is one of the vocabulary.
    #[inline]
    fn of(&self, word: Word) -> Option<&Known> {
        self.known.get(word.index()?)
    }

    /// What can be where a token stands, judged by the token alone: each phrase of a sentence shows at one of its words.
    #[must_use]
    #[inline]
    pub fn holds(&self, token: &Token<'_>) -> Kinds {
        let Some(Known { holds: [any, capital], .. }) = self.of(token.word) else { return Kinds::NONE };
        if *capital != Kinds::NONE && token.is_capitalised() { any.or(*capital) } else { *any }
    }

    /// The byte where the last digit or word of a figure stands in a folded text: nothing behind it tells one. It is never
    /// too early.
    #[must_use]
    pub fn last_anchor(&self, folded: &Folded) -> Option<usize> {
        let digit = last_digit(folded.as_str().as_bytes());
        let from = digit.map_or(0, |at| at + 1);
        self.words.last_in(folded, from, |word| self.begins(word).meets(Kinds::ANCHOR)).or(digit)
    }

    /// What can begin with a word, in any spelling: a quick look before a thorough one.
    #[must_use]
    #[inline]
    pub fn begins(&self, word: Word) -> Kinds {
        self.of(word).map_or(Kinds::NONE, |known| known.begins)
    }

    /// What rules ask of a word itself.
    #[must_use]
    #[inline]
    pub fn marks(&self, word: Word) -> Marks {
        self.of(word).map_or(Marks::NONE, |known| self.marked(known))
    }

    /// The marks of a word of which so much is known.
    #[inline]
    fn marked(&self, known: &Known) -> Marks {
        if known.marks == 0 { Marks::NONE } else { self.marks.get(known.marks as usize).copied().unwrap_or_default() }
    }

    fn node_mut(&mut self, place: Place) -> &mut Node {
        match place {
            Place::First(word) => &mut self.known[word].node,
            Place::Behind(place) => self.tree.node_mut(place),
        }
    }

    fn node_behind(&mut self, place: Place, word: Word) -> Place {
        self.node_mut(place).onward |= onward(word);
        let number = match place {
            Place::First(word) => FIRST | word as Number,
            Place::Behind(place) => self.tree.number(place),
        };
        if let Some(known) = self.known(word) {
            known.follows |= bit_of(number);
        }
        Place::Behind(self.tree.make(number, word))
    }

    /// The words that its phrases are made of.
    #[must_use]
    pub fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// The longest known phrase that begins at token `at`, of tokens cut with [`Phrases::words`].
    #[must_use]
    pub fn longest(&self, tokens: &[Token<'_>], at: usize) -> Option<Match<'_>> {
        let word = tokens.get(at)?.word.index()?;
        let node = &self.known.get(word)?.node;
        self.longest_behind(FIRST | word as Number, node, tokens, at..at + 1)
    }

    /// The same with what is told of the word at `at`.
    #[must_use]
    #[inline]
    pub fn longest_and_told(&self, tokens: &[Token<'_>], at: usize) -> (Option<Match<'_>>, Told) {
        let Some(word) = tokens.get(at).and_then(|token| token.word.index()) else { return (None, Told::NOTHING) };
        let Some(known) = self.known.get(word) else { return (None, Told::NOTHING) };
        // Most words begin no phrase.
        let node = &known.node;
        let begins = node.onward != 0 || !node.meanings.range().is_empty();
        let found = if begins { self.longest_behind(FIRST | word as Number, node, tokens, at..at + 1) } else { None };
        (found, Told { begins: known.begins, marks: self.marked(known) })
    }

    /// The longest phrase that begins with the tokens `words`, which end at `node`.
    fn longest_behind(
        &self,
        number: Number,
        node: &Node,
        tokens: &[Token<'_>],
        words: Range<usize>,
    ) -> Option<Match<'_>> {
        if node.onward != 0
            && let Some(token) = tokens.get(words.end)
            && node.onward & onward(token.word) != 0
            && self.of(token.word).is_some_and(|known| known.follows & bit_of(number) != 0)
            && let Some((next, behind)) = self.tree.behind(number, token.word)
            && let Some(longer) = self.longest_behind(next, behind, tokens, words.start..words.end + 1)
        {
            return Some(longer);
        }
        let meanings = node.meanings.range();
        if meanings.is_empty() {
            return None;
        }
        // Any spelling will do where the strictest one does.
        let plain = node.kinds.meets(Kinds::PLAIN);
        let allowed = if plain { u64::MAX } else { allowed(&self.cases[meanings.clone()], &tokens[words.clone()]) };
        let senses = Senses { all: &self.senses[meanings], allowed };
        (allowed != 0).then_some(Match { senses, kinds: node.kinds, tokens: words.len() as u32 })
    }
}

/// The bit of a node among those that a word leads on from.
#[inline]
fn bit_of(number: Number) -> u32 {
    1 << (number % 32)
}

/// The bit of a word among those that a phrase can go on with.
#[inline]
fn onward(word: Word) -> u32 {
    word.index().map_or(0, |at| 1 << (at % 32))
}
