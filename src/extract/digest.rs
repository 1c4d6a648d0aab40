//! Digests: news in brief, whose paragraphs each open with a place and tell nothing of those before.
//!
//! | paragraph | is of |
//! | --- | --- |
//! | *LIMA-QUITO. Mutual trade was $1.3 billion* | Peru and Ecuador |
//! | *ASUNCION. Soybean exports fell* | Paraguay |
//! | *Jamaica: alumina exports fell.* | Jamaica |

use super::Heard;
use super::assemble::Assembler;
use crate::lexicon::{Cue, NameForm, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};
use crate::resolve::Clock;
use crate::token::{Gap, Sentence, Token};

/// The place in capitals that a line opens with and sets off from the rest, and a second one joined to it: *LIMA-QUITO.*
fn places(tokens: &[Token<'_>], sentence: &Sentence, mentions: &[Mention]) -> Option<(Party, Option<Party>)> {
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

/// What opens the pieces of a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// *LIMA-QUITO.*
    Places,
    /// *Jamaica: alumina exports fell.*
    Names,
}

impl Opens {
    /// Of whom the piece is that a line begins, if it begins one.
    pub(super) fn piece(
        self,
        tokens: &[Token<'_>],
        sentence: &Sentence,
        mentions: &[Mention],
    ) -> Option<(Party, Option<Party>)> {
        match self {
            Opens::Places => places(tokens, sentence, mentions),
            Opens::Names => name(tokens, sentence, mentions).map(|party| (party, None)),
        }
    }
}

/// The country that a whole sentence opens with before a colon: *Jamaica: alumina exports fell.*
fn name(tokens: &[Token<'_>], sentence: &Sentence, mentions: &[Mention]) -> Option<Party> {
    let first = mentions.first().filter(|m| sentence.begins_line && m.tokens.start == sentence.tokens.start)?;
    let What::Party(party, NameForm::Name) = first.what else { return None };
    let colon = tokens.get(first.tokens.end).is_some_and(|t| t.is_mark(':'));
    let told = tokens.get(first.tokens.end + 1).is_some_and(|t| t.text.starts_with(char::is_lowercase));
    let whole = tokens[sentence.tokens.end - 1].is_mark('.') && sentence.tokens.len() > 6;
    (party.is_country() && colon && told && whole).then_some(party)
}

/// Which digest a text is, if it is one: two of its lines and more open so. *Jamaica: exports rose.* below a line that tells whose trade is
/// listed, or by what, opens none.
pub(super) fn is_one<'s>(
    tokens: &[Token<'_>],
    lines: impl Iterator<Item = (&'s Sentence, &'s Heard)>,
) -> Option<Opens> {
    let one_way = |cue: &Cue| matches!(cue, Cue::Head(Topic::Of(Indicator::Exports | Indicator::Imports), _));
    let (mut by_place, mut by_name, mut told) = (0, 0, false);
    for (sentence, heard) in lines {
        if places(tokens, sentence, &heard.mentions).is_some() {
            by_place += 1;
        } else if name(tokens, sentence, &heard.mentions).is_some() && !told {
            by_name += 1;
        } else if by_name == 0 {
            let whose = |m: &Mention| match &m.what {
                What::Party(party, _) => party.is_country(),
                What::Cues(cues) => cues.iter().any(one_way),
                _ => false,
            };
            told |= heard.mentions.iter().any(whose);
        }
    }
    match (by_place, by_name) {
        (2.., _) => Some(Opens::Places),
        (_, 2..) => Some(Opens::Names),
        _ => None,
    }
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
