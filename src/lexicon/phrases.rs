//! Longest match of known phrases over tokens.
//!
//! | form | matches | not |
//! | --- | --- | --- |
//! | `trade turnover` | `Trade turnover`, `TRADE TURNOVER` | `trade` |
//! | `China` (capital letter first) | `China`, `CHINA` | `china` |
//! | `US`, `Mt` (further capitals) | `US`, `Mt` | `us`, `MT` |

use rustc_hash::FxHashMap;

use super::Sense;
use crate::token::{Shape, Token, tokenize};

/// Which spellings of a form count.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Case {
    Any,
    Initial,
    Exact(Box<str>),
}

#[derive(Debug, Clone)]
struct Phrase {
    rest: Box<[Box<str>]>,
    readings: Vec<(Case, Sense)>,
}

/// A table from token sequences to what they can mean.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    by_first: FxHashMap<Box<str>, Vec<Phrase>>,
}

/// What stands at a place: so many tokens, with these senses.
#[derive(Debug, Clone)]
pub struct Match<'l> {
    /// How many tokens it takes.
    pub tokens: usize,
    /// What they can mean.
    pub senses: Vec<&'l Sense>,
}

impl Phrases {
    /// Adds a form. An empty one adds nothing.
    pub fn insert(&mut self, form: &str, sense: Sense) {
        let tokens = tokenize(form);
        let Some((first, rest)) = tokens.split_first() else { return };
        let case = case_of(form, &tokens);
        let rest: Box<[Box<str>]> = rest.iter().map(|t| t.norm.as_ref().into()).collect();
        let phrases = self.by_first.entry(first.norm.as_ref().into()).or_default();
        let phrase = match phrases.iter_mut().position(|p| p.rest == rest) {
            Some(at) => &mut phrases[at],
            None => {
                let at = phrases.partition_point(|p| p.rest.len() >= rest.len());
                phrases.insert(at, Phrase { rest, readings: Vec::new() });
                &mut phrases[at]
            }
        };
        if !phrase.readings.iter().any(|(c, s)| *c == case && *s == sense) {
            // The stricter spelling speaks first: `Mt` before `mt`.
            let at = phrase.readings.partition_point(|(c, _)| c.strictness() >= case.strictness());
            phrase.readings.insert(at, (case, sense));
        }
    }

    /// The longest known phrase that begins at token `at`.
    #[must_use]
    pub fn longest(&self, tokens: &[Token<'_>], at: usize) -> Option<Match<'_>> {
        let phrases = self.by_first.get(tokens.get(at)?.norm.as_ref())?;
        phrases.iter().find_map(|phrase| {
            let end = at + 1 + phrase.rest.len();
            let taken = tokens.get(at..end)?;
            if !phrase.rest.iter().zip(&taken[1..]).all(|(want, token)| **want == *token.norm) {
                return None;
            }
            let senses: Vec<&Sense> =
                phrase.readings.iter().filter(|(case, _)| case.allows(taken)).map(|(_, sense)| sense).collect();
            (!senses.is_empty()).then_some(Match { tokens: end - at, senses })
        })
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
