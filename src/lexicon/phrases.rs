//! Longest match of known phrases over tokens.
//!
//! | form | matches | not |
//! | --- | --- | --- |
//! | `trade turnover` | `Trade turnover`, `TRADE TURNOVER` | `trade` |
//! | `China` (capital letter first) | `China`, `CHINA` | `china` |
//! | `US`, `Mt` (further capitals) | `US`, `Mt` | `us`, `MT` |

use rustc_hash::FxHashMap;

use super::{Cue, Relation, Sense};
use crate::model::Measure;
use crate::token::{Folded, Shape, Token, Vocabulary, Word, last_digit, tokenize};

/// Which spellings of a form count.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Case {
    Any,
    Initial,
    Exact(Box<str>),
}

/// What a sequence of words means.
#[derive(Debug, Clone, Default)]
struct Phrase {
    /// The spellings, the stricter ones first.
    cases: Vec<Case>,
    /// What each spelling means.
    senses: Vec<Sense>,
    kinds: Kinds,
    /// Whether any spelling will do for all of them.
    plain: bool,
}

/// A place in the tree of phrases: the words from the first to here.
#[derive(Debug, Clone, Default)]
struct Node {
    /// The phrase that ends here.
    phrase: Option<Phrase>,
    /// Whether a longer one goes on.
    goes_on: bool,
}

/// A table from token sequences to what they can mean.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    words: Vocabulary,
    nodes: Vec<Node>,
    /// The node of each word as the first of a phrase, from 1; 0 where none begins with it.
    first: Vec<u32>,
    /// What can begin with each word, by its number.
    begins: Vec<Kinds>,
    /// What can be where each word stands, by its number: each phrase is marked at its longest word. First those that are
    /// read in any spelling, then those that are read of a capital letter alone.
    holds: [Vec<Kinds>; 2],
    /// The nodes behind others.
    next: FxHashMap<(u32, Word), u32>,
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
    /// Words that stand behind another in some phrase.
    const GOES_ON: Kinds = Kinds(1 << 21);

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
            Sense::Unit(Measure::Percent | Measure::PercentagePoints, ..) => Kinds::UNIT.or(Kinds::RATIO),
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
    /// How many tokens it takes.
    pub tokens: usize,
    /// What they can mean.
    pub senses: Senses<'l>,
    /// Which kinds of senses can be among them: a quick look before a thorough one.
    pub kinds: Kinds,
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
fn bit(at: usize) -> u64 {
    1 << at.min(63)
}

impl Phrases {
    /// Adds a form. An empty one adds nothing.
    pub fn insert(&mut self, form: &str, sense: Sense) {
        let folded = Folded::new(form);
        let tokens = tokenize(form, &folded, &self.words);
        let Some((first, rest)) = tokens.split_first() else { return };
        let case = case_of(form, &tokens);
        let first = self.words.intern(&first.norm);
        let mut node = self.first_node(first);
        for token in rest {
            let word = self.words.intern(&token.norm);
            mark(&mut self.begins, word, Kinds::GOES_ON);
            node = self.node_behind(node, word);
        }
        mark(&mut self.begins, first, Kinds::of(&sense));
        let longest = tokens.iter().max_by_key(|token| token.norm.len()).map_or("", |token| token.norm.as_ref());
        // *p.c.* and % stand behind digits: their stops and signs tell no spelled figure.
        let spelled = longest.len() > 1 || !matches!(sense, Sense::Unit(..));
        let longest = self.words.get(longest);
        if sense.makes_figures() && spelled {
            mark(&mut self.begins, longest, Kinds::ANCHOR);
        }
        let kinds = if spelled { Kinds::of(&sense) } else { Kinds::UNIT };
        let capital = tokens.len() == 1 && tokens[0].is_capitalised() && case != Case::Any;
        mark(&mut self.holds[usize::from(capital)], longest, kinds);
        let phrase = self.nodes[node].phrase.get_or_insert_default();
        if !phrase.cases.iter().zip(&phrase.senses).any(|(c, s)| *c == case && *s == sense) {
            phrase.kinds = phrase.kinds.or(Kinds::of(&sense));
            // The stricter spelling speaks first: `Mt` before `mt`.
            let at = phrase.cases.partition_point(|c| c.strictness() >= case.strictness());
            phrase.cases.insert(at, case);
            phrase.senses.insert(at, sense);
            phrase.plain = phrase.cases.first() == Some(&Case::Any);
        }
    }

    /// Marks plain words, which need begin no phrase.
    pub fn mark_words(&mut self, words: &[&str], kind: Kinds) {
        for word in words {
            let word = self.words.intern(word);
            mark(&mut self.begins, word, kind);
            mark(&mut self.holds[0], word, kind);
        }
    }

    /// What can be where a token stands, judged by the token alone: each phrase of a sentence shows at one of its words.
    #[must_use]
    #[inline]
    pub fn holds(&self, token: &Token<'_>) -> Kinds {
        let Some(at) = token.word.index() else { return Kinds::NONE };
        let kinds = |table: &[Kinds]| table.get(at).copied().unwrap_or(Kinds::NONE);
        let [any, capital] = &self.holds;
        let capital = kinds(capital);
        if capital != Kinds::NONE && token.is_capitalised() { kinds(any).or(capital) } else { kinds(any) }
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
        word.index().and_then(|at| self.begins.get(at)).copied().unwrap_or(Kinds::NONE)
    }

    fn first_node(&mut self, word: Word) -> usize {
        let at = word.index().unwrap_or_default();
        if self.first.len() <= at {
            self.first.resize(at + 1, 0);
        }
        if self.first[at] == 0 {
            self.nodes.push(Node::default());
            self.first[at] = self.nodes.len() as u32;
        }
        self.first[at] as usize - 1
    }

    fn node_behind(&mut self, node: usize, word: Word) -> usize {
        self.nodes[node].goes_on = true;
        let new = self.nodes.len() as u32;
        let next = *self.next.entry((node as u32, word)).or_insert(new);
        if next == new {
            self.nodes.push(Node::default());
        }
        next as usize
    }

    /// The words that its phrases are made of.
    #[must_use]
    pub fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// The longest known phrase that begins at token `at`, of tokens cut with [`Phrases::words`].
    #[must_use]
    pub fn longest(&self, tokens: &[Token<'_>], at: usize) -> Option<Match<'_>> {
        let first = *self.first.get(tokens.get(at)?.word.index()?)?;
        self.longest_behind(first.checked_sub(1)?, tokens, at, at + 1)
    }

    /// The longest phrase that begins at token `at` and goes on behind `node`, whose words end before token `end`.
    fn longest_behind(&self, node: u32, tokens: &[Token<'_>], at: usize, end: usize) -> Option<Match<'_>> {
        let here = &self.nodes[node as usize];
        if here.goes_on
            && let Some(token) = tokens.get(end)
            && self.begins(token.word).meets(Kinds::GOES_ON)
            && let Some(next) = self.next.get(&(node, token.word))
            && let Some(longer) = self.longest_behind(*next, tokens, at, end + 1)
        {
            return Some(longer);
        }
        let phrase = here.phrase.as_ref()?;
        let senses = phrase.senses(&tokens[at..end])?;
        Some(Match { tokens: end - at, senses, kinds: phrase.kinds })
    }
}

/// Adds to what is known of a word.
fn mark(table: &mut Vec<Kinds>, word: Word, kinds: Kinds) {
    let Some(at) = word.index() else { return };
    if table.len() <= at {
        table.resize(at + 1, Kinds::NONE);
    }
    table[at] = table[at].or(kinds);
}

impl Phrase {
    /// The senses that the spelling of its tokens allows, if any.
    fn senses(&self, tokens: &[Token<'_>]) -> Option<Senses<'_>> {
        // Any spelling will do where the strictest one does.
        if self.plain {
            return Some(Senses { all: &self.senses, allowed: u64::MAX });
        }
        let allowed = self.cases.iter().enumerate().filter(|(_, case)| case.allows(tokens));
        let allowed = allowed.fold(0, |allowed, (at, _)| allowed | bit(at));
        (allowed != 0).then_some(Senses { all: &self.senses, allowed })
    }
}

impl Case {
    fn strictness(&self) -> u8 {
        match self {
            Case::Any => 0,
            Case::Initial => 1,
            Case::Exact(_) => 2,
        }
    }

    fn allows(&self, tokens: &[Token<'_>]) -> bool {
        match self {
            Case::Any => true,
            Case::Initial => tokens.iter().find(|t| t.shape == Shape::Word).is_none_or(|t| t.is_capitalised()),
            Case::Exact(form) => {
                let mut wanted = form.chars().filter(|c| !c.is_whitespace());
                tokens.iter().flat_map(|t| t.text.chars()).all(|c| wanted.next() == Some(c))
            }
        }
    }
}

fn case_of(form: &str, tokens: &[Token<'_>]) -> Case {
    let words = || tokens.iter().filter(|t| t.shape == Shape::Word);
    let shouted = |text: &str| text.chars().all(char::is_uppercase);
    let inner_capital = words().any(|t| t.text.chars().skip(1).any(char::is_uppercase));
    let single_letters = words().all(|t| shouted(t.text)) && words().count() > 0;
    if inner_capital || single_letters {
        Case::Exact(form.into())
    } else if words().next().is_some_and(Token::is_capitalised) {
        Case::Initial
    } else {
        Case::Any
    }
}
