//! Who gives and who takes in a text as a whole: what its sentences leave out goes on from there.
//!
//! | text | giver | taker |
//! | --- | --- | --- |
//! | *Norwegian gas ... Norway produced ... Germany took ...* | NOR | DEU |
//! | *China's imports from Brazil ... bought by China* | BRA | CHN |

use super::grammar::{Grammar, Role};
use super::head::{Head, head};
use super::side::{Side, of_role};
use crate::lexicon::{Class, NameForm, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Kind, Party};
use crate::token::{Sentence, Token};

/// How often each country is told as one that gives, takes, or makes and uses.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    givers: Vec<(Party, u32)>,
    takers: Vec<(Party, u32)>,
    owners: Vec<(Party, u32)>,
    countries: Vec<(Party, u32)>,
}

/// How many tokens a party stands from the word of trade that it belongs to, at the most.
const REACH: usize = 8;

impl Survey {
    /// Takes up the names and words of trade of one sentence.
    pub fn hear(&mut self, tokens: &[Token<'_>], sentence: &Sentence, mentions: &[Mention], grammar: &dyn Grammar) {
        let range = sentence.tokens.clone();
        let named = |m: &Mention| matches!(m.what, What::Party(party, form) if party != Party::WORLD && form != NameForm::Office);
        if !mentions.iter().any(named) {
            return;
        }
        let heads: Vec<Head> = mentions
            .iter()
            .enumerate()
            .filter_map(|(index, mention)| match &mention.what {
                What::Cues(cues) => head(mention, cues, || grammar.is_verb(tokens, range.clone(), mentions, index)),
                _ => None,
            })
            .filter(|head| matches!(head.topic, Topic::Of(_)))
            .collect();
        for (index, mention) in mentions.iter().enumerate() {
            let What::Party(party, _) = mention.what else { continue };
            if !named(mention) {
                continue;
            }
            if party.is_country() {
                add(&mut self.countries, party);
            }
            let role = grammar.role(tokens, range.clone(), mentions, index);
            let (start, end) = (mention.tokens.start, mention.tokens.end);
            let behind = || heads.iter().find(|h| h.at >= end && h.at - end <= REACH);
            let ahead = || heads.iter().rfind(|h| h.end <= start && start - h.end <= REACH);
            let told = match role {
                Role::Possessor | Role::Modifier | Role::Attribute | Role::Subject | Role::Label => behind(),
                Role::To | Role::From | Role::By | Role::Of | Role::In | Role::Object | Role::For => ahead(),
                Role::Origin => {
                    // *Norwegian gas* tells where it comes from, whatever is said of it.
                    add(&mut self.givers, party);
                    continue;
                }
                _ => None,
            };
            let Some(told) = told else { continue };
            let Some(indicator) = told.indicator() else { continue };
            let passive = told.class != Class::Noun && grammar_passive(grammar, tokens, &range, mentions, told);
            let side = of_role(indicator, &Head { passive, ..*told }, role, Kind::Level);
            let gives = match (indicator, side) {
                (Indicator::Exports, Some(Side::Reporter)) | (Indicator::Imports, Some(Side::Partner)) => true,
                (Indicator::Exports, Some(Side::Partner)) | (Indicator::Imports, Some(Side::Reporter)) => false,
                (Indicator::Production | Indicator::Consumption | Indicator::Reserves, Some(Side::Reporter)) => {
                    add(&mut self.owners, party);
                    continue;
                }
                _ => continue,
            };
            add(if gives { &mut self.givers } else { &mut self.takers }, party);
            if side == Some(Side::Reporter) {
                add(&mut self.owners, party);
            }
        }
    }

    /// The country that gives in most of what is told, where none comes near it.
    pub fn giver(&self) -> Option<Party> {
        leading(&self.givers)
    }

    /// The country that takes in most of what is told, where none comes near it.
    pub fn taker(&self) -> Option<Party> {
        leading(&self.takers)
    }

    /// The country whose own figures are told most.
    pub fn owner(&self) -> Option<Party> {
        leading(&self.owners)
    }

    /// Whether a party is told to give at all.
    pub fn gives(&self, party: Party) -> bool {
        self.givers.iter().any(|(p, _)| *p == party)
    }

    /// Whether a party is told to take at all.
    pub fn takes(&self, party: Party) -> bool {
        self.takers.iter().any(|(p, _)| *p == party)
    }

    /// How many countries the text names.
    pub fn countries(&self) -> usize {
        self.countries.len()
    }
}

fn grammar_passive(
    grammar: &dyn Grammar,
    tokens: &[Token<'_>],
    range: &std::ops::Range<usize>,
    mentions: &[Mention],
    told: &Head,
) -> bool {
    let index = mentions.iter().position(|m| m.tokens.start == told.at);
    index.is_some_and(|index| grammar.is_passive(tokens, range.clone(), mentions, index))
}

fn add(counts: &mut Vec<(Party, u32)>, party: Party) {
    match counts.iter_mut().find(|(p, _)| *p == party) {
        Some((_, count)) => *count += 1,
        None => counts.push((party, 1)),
    }
}

/// The first by count, where it is told twice at least and half as often again as the next.
fn leading(counts: &[(Party, u32)]) -> Option<Party> {
    let (first, most) = counts.iter().rev().max_by_key(|(_, count)| *count)?;
    let next = counts.iter().filter(|(p, _)| p != first).map(|(_, count)| *count).max().unwrap_or(0);
    (*most >= 2 && *most * 2 >= next * 3).then_some(*first)
}
