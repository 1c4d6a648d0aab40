//! In which spelling a form means what it does.
//!
//! | form | allows | not |
//! | --- | --- | --- |
//! | `trade` | `Trade`, `TRADE` | |
//! | `China` | `CHINA` | `china` |
//! | `Mt`, `US` | | `MT`, `us` |

use crate::token::{Shape, Token};

/// Which spellings of a form count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    Any,
    Initial,
    Exact(Box<str>),
}

/// A bit for each of these spellings that tokens have.
pub fn allowed(cases: &[Case], tokens: &[Token<'_>]) -> u64 {
    let allowed = cases.iter().enumerate().filter(|(_, case)| case.allows(tokens));
    allowed.fold(0, |allowed, (at, _)| allowed | super::phrases::bit(at))
}

impl Case {
    /// How much it asks: the stricter spelling speaks first.
    pub fn strictness(&self) -> u8 {
        match self {
            Case::Any => 0,
            Case::Initial => 1,
            Case::Exact(_) => 2,
        }
    }

    /// Whether tokens are spelled so.
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

/// The pieces of a form between its blanks.
pub fn words_of(form: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = Some(form);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| byte == b' ');
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

/// The spellings of a form that count, of which these are the words.
pub fn case_of<'w>(form: &str, words: impl Iterator<Item = &'w str> + Clone) -> Case {
    let shouted = |text: &str| text.chars().all(char::is_uppercase);
    let inner_capital = words.clone().any(|text| text.chars().skip(1).any(char::is_uppercase));
    let single_letters = words.clone().all(shouted) && words.clone().next().is_some();
    if inner_capital || single_letters {
        Case::Exact(form.into())
    } else if words.clone().next().is_some_and(|text| text.starts_with(char::is_uppercase)) {
        Case::Initial
    } else {
        Case::Any
    }
}
