//! Digests: news in brief, whose paragraphs each open with a place and tell nothing of those before.
//!
//! | paragraph | is of |
//! | --- | --- |
//! | *LIMA-QUITO. Mutual trade was $1.3 billion* | Peru and Ecuador |
//! | *ASUNCION. Soybean exports fell* | Paraguay |

use super::Heard;
use super::assemble::Assembler;
use crate::lexicon::NameForm;
use crate::mention::{Mention, What};
use crate::model::Party;
use crate::resolve::Clock;
use crate::token::{Gap, Sentence, Token};

/// The place in capitals that a line opens with and sets off from the rest, and a second one joined to it: *LIMA-QUITO.*
pub(super) fn places(
    tokens: &[Token<'_>],
    sentence: &Sentence,
    mentions: &[Mention],
) -> Option<(Party, Option<Party>)> {
    let place = |m: &Mention| match m.what {
        What::Party(party, NameForm::Capital | NameForm::Place) if party.is_country() && m.is_shouted(tokens) => {
            Some(party)
        }
        _ => None,
    };
    let first = mentions.first().filter(|m| sentence.begins_line && m.tokens.start == sentence.tokens.start)?;
    let party = place(first)?;
    let joined = tokens
        .get(first.tokens.end)
        .is_some_and(|t| matches!(t.norm.as_ref(), "-" | "–" | "—" | "/") && (t.is_mark('/') || t.gap == Gap::None));
    let behind = |m: &&Mention| joined && m.tokens.start == first.tokens.end + 1;
    let second = mentions.get(1).filter(behind).and_then(|m| Some((place(m)?, m.tokens.end)));
    let end = second.map_or(first.tokens.end, |(_, end)| end);
    let ends = tokens.get(end).is_some_and(|t| t.is_mark('.') || t.is_mark(':'));
    (ends && (second.is_some() || !joined)).then_some((party, second.map(|(party, _)| party).filter(|p| *p != party)))
}

/// Whether a text is one: two of its lines and more open so.
pub(super) fn is_one<'s>(tokens: &[Token<'_>], lines: impl Iterator<Item = (&'s Sentence, &'s Heard)>) -> bool {
    lines.filter(|(sentence, heard)| places(tokens, sentence, &heard.mentions).is_some()).nth(1).is_some()
}

impl Assembler<'_> {
    /// Leaves the talk at the head of a piece of news: it goes on from nothing that was told before.
    pub(super) fn begin_piece(&mut self, first: Party, second: Option<Party>) {
        self.context.begin_piece(first, second);
        (self.topic, self.lead, self.trade, self.between, self.in_money, self.moved) = Default::default();
        (self.opened, self.left, self.first_goods, self.label, self.over) = Default::default();
        self.clock = Clock {
            published: self.clock.published,
            year: self.clock.year,
            month: self.clock.month,
            ..Clock::default()
        };
        self.spoken.begin();
    }
}
