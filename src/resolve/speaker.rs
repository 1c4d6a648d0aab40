//! Who speaks where a quotation says *we* and *our*: the country of the minister or ambassador whose words they are.
//!
//! | text | *we* |
//! | --- | --- |
//! | *The Ambassador of Brazil to Nigeria, Carlos Areias, said: "We bought ..."* | Brazil |
//! | *"Our sales grew," said Turkish Trade Minister Omer Bolat* | Türkiye |

use std::ops::Range;

use crate::mention::{Mention, What};
use crate::model::Party;
use crate::token::{Shape, Token};

/// Whose words a text tells.
#[derive(Debug, Clone, Default)]
pub struct Speakers {
    /// Names of those introduced with their office, and the country that they speak for; none where it was not told.
    known: Vec<(String, Option<Party>)>,
    /// The country of the one who spoke last.
    last: Option<Party>,
    /// Whether a quotation is open where the sentence begins.
    open: bool,
}

impl Speakers {
    /// The country that *we* at token `at` of the sentence stands for, where it is quoted.
    #[must_use]
    pub fn speaks(&self, tokens: &[Token<'_>], sentence: &Range<usize>, at: usize) -> Option<Party> {
        let marks = tokens[sentence.start..at.max(sentence.start)].iter().filter(|t| t.is_mark('"')).count();
        self.last.filter(|_| self.open != (marks % 2 == 1))
    }

    /// Takes up who says what in a sentence, `before` the tokens of the sentence before, whose quotation may go on.
    pub fn hear(&mut self, tokens: &[Token<'_>], before: &Range<usize>, sentence: &Range<usize>, mentions: &[Mention]) {
        let marks = tokens[before.clone()].iter().filter(|t| t.is_mark('"')).count();
        self.open ^= marks % 2 == 1;
        // A paragraph that opens with a mark goes on with what is quoted.
        if self.open && tokens[sentence.start].is_mark('"') {
            self.open = false;
        }
        let words = &tokens[sentence.clone()];
        let Some(told) = words.iter().position(says).map(|at| at + sentence.start) else { return };
        let norm = |at: usize| {
            if sentence.contains(&at) { tokens[at].norm.as_ref() } else { "" }
        };
        let mut introduced = None;
        for at in sentence.clone().filter(|at| is_office(norm(*at))) {
            let country = country_of(mentions, at, &norm);
            let start = country.map_or(at, |(_, start)| start.min(at));
            let beside =
                (start.saturating_sub(2)..start).any(|at| matches!(norm(at), "with" | "met" | "between" | "and"));
            let party = country.map(|(party, _)| party);
            for word in (at + 1..(at + 15).min(sentence.end)).filter(|at| is_name(tokens, mentions, *at)) {
                let name = tokens[word].norm.to_string();
                if !self.known.iter().any(|(known, _)| *known == name) {
                    self.known.push((name, party));
                }
            }
            if introduced.is_none() && !beside {
                introduced = Some(party);
            }
        }
        let near = told.saturating_sub(3).max(sentence.start)..(told + 5).min(sentence.end);
        let named = || near.clone().filter(|at| is_name(tokens, mentions, *at));
        let known = named().find_map(|at| self.known.iter().find(|(name, _)| *name == *tokens[at].norm));
        self.last = match (known, introduced) {
            (Some((_, Some(party))), _) => Some(*party),
            (_, Some(party)) => party.or(known.and_then(|(_, party)| *party)),
            (Some((_, None)), None) => None,
            // *he said*, *the ambassador added* goes on; another name is of someone who nobody places.
            (None, None) if named().next().is_some() => None,
            (None, None) => self.last,
        };
    }
}

/// The country whose office token `at` names, and where its name starts: *Turkish Trade Minister*, *Minister of Trade of Peru*.
fn country_of<'a>(mentions: &[Mention], at: usize, norm: &impl Fn(usize) -> &'a str) -> Option<(Party, usize)> {
    let countries = || {
        mentions.iter().filter_map(|m| match m.what {
            What::Party(party, form) if party.is_country() && form.names_it() => Some((party, &m.tokens)),
            _ => None,
        })
    };
    let of = |start: usize| {
        let start = if norm(start.wrapping_sub(1)) == "the" { start - 1 } else { start };
        norm(start.wrapping_sub(1)) == "of"
    };
    let behind = countries().find(|(_, tokens)| tokens.start > at && tokens.start <= at + 10 && of(tokens.start));
    let plain =
        |from: usize| (from..at).all(|at| !matches!(norm(at), "," | "." | ";" | ":" | "\"" | "and" | "to" | "of"));
    let ahead = countries().rfind(|(_, tokens)| tokens.end <= at && at - tokens.end <= 6 && plain(tokens.end));
    ahead.or(behind).map(|(party, tokens)| (party, tokens.start))
}

/// Words by which somebody is told to speak.
fn says(token: &Token<'_>) -> bool {
    matches!(
        token.norm.as_ref(),
        "said"
            | "says"
            | "noted"
            | "told"
            | "added"
            | "stressed"
            | "stated"
            | "emphasised"
            | "emphasized"
            | "recalled"
            | "explained"
            | "underlined"
            | "announced"
            | "disclosed"
            | "remarked"
            | "pointed"
            | "according"
            | "replied"
            | "answered"
    )
}

/// Those who speak for a country.
fn is_office(word: &str) -> bool {
    is_any!(
        word,
        "ambassador"
            | "minister"
            | "president"
            | "premier"
            | "consul"
            | "envoy"
            | "commissioner"
            | "attache"
            | "counsellor"
    )
}

/// Whether a capital word that no table knows stands at a token.
fn is_name(tokens: &[Token<'_>], mentions: &[Mention], at: usize) -> bool {
    let token = &tokens[at];
    token.shape == Shape::Word
        && token.is_capitalised()
        && token.text.chars().count() > 2
        && !is_office(&token.norm)
        && !matches!(token.norm.as_ref(), "the" | "this" | "last" | "our" | "but" | "and" | "she" | "they")
        && !mentions.iter().any(|m| m.tokens.contains(&at))
}
