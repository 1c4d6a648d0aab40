//! The only language-specific code: clauses of a sentence, the part each party plays.

mod apposed;
mod clause;
mod en;
mod office;
mod phrase;
mod role;
mod source;
mod verb;

pub use en::English;
pub use verb::promises;

use std::cell::RefCell;
use std::ops::Range;

use crate::mention::Mention;
use crate::token::Token;

/// What part a party plays beside the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// *China imported*
    Subject,
    /// *sold China gas*
    Object,
    /// *China's exports*
    Possessor,
    /// *Chinese exports*
    Modifier,
    /// *Turkish gas imports*: of the goods, or whose they are.
    Attribute,
    /// *Turkmen gas*: of the goods.
    Origin,
    /// *to, into China*
    To,
    /// *from China*
    From,
    /// *with China*
    With,
    /// *between China and ...*, *China-Turkmenistan trade*
    Between,
    /// *by China*
    By,
    /// *of China*
    Of,
    /// *in China*
    In,
    /// *for China*
    For,
    /// *through China*
    Via,
    /// *after Nigeria*, *ahead of India*, *unlike China*: set beside another, taking no part of its own.
    Beside,
    /// *Azerbaijan: exports of ...*: the heading of an entry in a list.
    Label,
    /// *Chinese customs, Kazakh data*: who tells the figure, its own where no other owner is named.
    Teller,
    /// *China's president*: named, but no side of the trade.
    Title,
}

impl Role {
    /// *China's exports*, *Chinese exports*, *Turkish gas imports*: whether it is told whose something is.
    pub fn owns(self) -> bool {
        matches!(self, Role::Possessor | Role::Modifier | Role::Attribute)
    }
}

/// Why a new segment begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Opening {
    /// The sentence begins.
    Sentence,
    /// A comma.
    Comma,
    /// *and* between two figures.
    And,
    /// A semicolon, colon or spaced dash.
    Stop,
    /// *while, but*.
    Contrast,
    /// A bracket opens.
    Bracket,
    /// A bracket closes.
    Unbracket,
}

/// A stretch of a sentence between two boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its tokens in the document.
    pub tokens: Range<usize>,
    /// Why it begins.
    pub opening: Opening,
}

/// Clauses and roles in one language.
pub trait Grammar {
    /// Cuts a sentence into segments.
    fn segments(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention]) -> Vec<Segment>;

    /// The part that the party at `mentions[at]` plays.
    fn role(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> Role;

    /// Whether the head at `mentions[at]` that can be noun or verb is a verb here.
    fn is_verb(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool;

    /// Whether the verb at `mentions[at]` is passive.
    fn is_passive(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool;
}

/// A grammar that keeps the roles it has told of one text, to tell them again.
pub struct Remembering<G> {
    grammar: G,
    /// The roles by the first token of each name, in the order of the text.
    roles: RefCell<Vec<(usize, Role)>>,
}

impl<G: Grammar> Remembering<G> {
    /// One that has told nothing.
    pub fn new(grammar: G) -> Self {
        Remembering { grammar, roles: RefCell::default() }
    }
}

impl<G: Grammar> Grammar for Remembering<G> {
    fn segments(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention]) -> Vec<Segment> {
        self.grammar.segments(tokens, sentence, mentions)
    }

    fn role(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> Role {
        let start = mentions[at].tokens.start;
        let mut roles = self.roles.borrow_mut();
        if roles.last().is_none_or(|(last, _)| *last < start) {
            let role = self.grammar.role(tokens, sentence, mentions, at);
            roles.push((start, role));
            return role;
        }
        match roles.binary_search_by_key(&start, |(start, _)| *start) {
            Ok(known) => roles[known].1,
            Err(_) => self.grammar.role(tokens, sentence, mentions, at),
        }
    }

    fn is_verb(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
        self.grammar.is_verb(tokens, sentence, mentions, at)
    }

    fn is_passive(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
        self.grammar.is_passive(tokens, sentence, mentions, at)
    }
}
