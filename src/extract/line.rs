//! Between whom the pipelines and cables of a text run: what one of them can move goes from the one to the other.
//!
//! | text | capacity of |
//! | --- | --- |
//! | *The pipeline brings Norwegian gas to the United Kingdom. Its capacity is **70 million Sm3 per day*** | NOR to GBR |
//! | *Georgia and Turkey built a power line. It can carry **500 MW*** | GEO to TUR |
//! | *A cable between Ethiopia and Kenya ... The link is designed for **2,000 MW*** | ETH to KEN |

use super::grammar::{Grammar, Role};
use crate::lexicon::NameForm;
use crate::lexicon::words::is_line;
use crate::mention::{Mention, What};
use crate::model::Party;
use crate::token::{Sentence, Token};

/// The two ends of each line that a text tells of, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    ends: Vec<(Party, Party)>,
}

/// *Kenya and Uganda are joined by a power line*, *Georgia and Turkey built a line*: whether two that end before a token are told to have
/// a line between them.
fn has_a_line(tokens: &[Token<'_>], end: usize, sentence: &Sentence) -> bool {
    let near = || tokens[end..(end + 12).min(sentence.tokens.end)].iter();
    let verb = near().take(5).any(|t| {
        matches!(
            t.norm.as_ref(),
            "joined"
                | "linked"
                | "connected"
                | "built"
                | "build"
                | "building"
                | "share"
                | "have"
                | "opened"
                | "laid"
                | "lay"
                | "laying"
                | "commissioned"
                | "completed"
                | "inaugurated"
                | "operate"
        )
    });
    verb && near().any(|t| is_line(&t.norm))
}

impl Lines {
    /// Takes up one sentence: *the line from Mozambique to South Africa*, *Norwegian gas to the United Kingdom* in the first.
    pub fn hear(
        &mut self,
        tokens: &[Token<'_>],
        sentence: &Sentence,
        mentions: &[Mention],
        grammar: &dyn Grammar,
        first: bool,
    ) {
        let words = &tokens[sentence.tokens.clone()];
        let has_line = words.iter().any(|t| is_line(&t.norm));
        if !first && !has_line {
            return;
        }
        let (mut from, mut to) = (None, None);
        // *A gas pipeline links Israel with Egypt*
        let parties = || {
            mentions.iter().filter_map(|m| match &m.what {
                What::Party(party, _) => Some((party, &m.tokens)),
                _ => None,
            })
        };
        for ((a, first), (b, next)) in parties().zip(parties().skip(1)) {
            let word = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
            let links = first.start > sentence.tokens.start
                && matches!(
                    word(first.start - 1),
                    "links" | "linking" | "connects" | "connecting" | "joins" | "joining" | "linked"
                )
                && matches!(word(first.end), "with" | "to" | "and")
                && next.start <= first.end + 2;
            let both =
                || word(first.end) == "and" && next.start <= first.end + 2 && has_a_line(tokens, next.end, sentence);
            if has_line && a.is_country() && b.is_country() && a != b && (links || both()) {
                (from, to) = (Some(*a), Some(*b));
            }
        }
        for (at, mention) in mentions.iter().enumerate() {
            let What::Party(party, form) = mention.what else { continue };
            if !party.is_country() || matches!(form, NameForm::Office) {
                continue;
            }
            match grammar.role(tokens, sentence.tokens.clone(), mentions, at) {
                Role::From | Role::Origin if to.is_none() => from = from.or(Some(party)),
                Role::Between if !first || has_line => {
                    to = to.or(from.map(|_| party));
                    from = from.or(Some(party));
                }
                Role::To => to = to.or(Some(party)),
                _ => {}
            }
        }
        if let (Some(from), Some(to)) = (from, to)
            && from != to
            && !self.ends.contains(&(from, to))
        {
            self.ends.push((from, to));
        }
    }

    /// Where the one line of a text begins and ends.
    pub fn only(&self) -> Option<(Party, Party)> {
        match self.ends[..] {
            [ends] => Some(ends),
            _ => None,
        }
    }
}
