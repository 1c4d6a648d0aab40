//! Who is meant where no name stands: pairs, the home country, the one spoken of.

use crate::lexicon::{Lexicon, NameForm};
use crate::mention::{Mention, What};
use crate::model::Party;
use crate::token::Token;

/// What the text so far has named.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The two countries (or country and group) of the talk.
    pub pair: Option<(Party, Party)>,
    /// Where the text comes from: the country of its dateline, else the one it names first.
    pub home: Option<Party>,
    /// The one spoken of last as an owner or actor.
    pub focus: Option<Party>,
    /// The group named last.
    pub group: Option<Party>,
    /// How often each was named.
    counts: Vec<(Party, u32)>,
    dateline: bool,
}

/// One naming of a party, in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Naming {
    /// Who.
    pub party: Party,
    /// Under which form.
    pub form: NameForm,
}

impl Context {
    /// Takes up what a sentence names, before its figures are read.
    pub fn hear(&mut self, mentions: &[Mention], tokens: &[Token<'_>], lexicon: &Lexicon) {
        let mut named: Vec<(Party, usize)> = Vec::new();
        for (at, mention) in mentions.iter().enumerate() {
            let What::Party(party, form) = mention.what else { continue };
            if form == NameForm::Capital && is_dateline(mention, tokens) {
                if !self.dateline {
                    self.home = Some(party);
                    self.dateline = true;
                }
                continue;
            }
            self.count(party);
            if party == Party::WORLD {
                continue;
            }
            if !party.is_country() {
                self.group = Some(party);
            }
            if !named.iter().any(|(p, _)| *p == party) {
                named.push((party, at));
            }
        }
        for (first, second) in named.iter().zip(named.iter().skip(1)) {
            if paired(&mentions[first.1], &mentions[second.1], tokens) {
                self.pair = Some((first.0, second.0));
                break;
            }
        }
        if self.pair.is_none() {
            self.pair = self.most_named(lexicon);
        }
        if self.home.is_none() {
            self.home = named.first().map(|(p, _)| *p);
        }
    }

    fn count(&mut self, party: Party) {
        match self.counts.iter_mut().find(|(p, _)| *p == party) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((party, 1)),
        }
    }

    /// The two countries named most, where both are named at least once; members of a named group stand before it.
    fn most_named(&self, lexicon: &Lexicon) -> Option<(Party, Party)> {
        let mut ranked: Vec<&(Party, u32)> = self.counts.iter().filter(|(p, _)| *p != Party::WORLD).collect();
        ranked.sort_by_key(|(party, count)| (!party.is_country(), std::cmp::Reverse(*count)));
        let first = ranked.first()?.0;
        let second = ranked
            .iter()
            .map(|(p, _)| *p)
            .find(|p| *p != first && !lexicon.members(*p).iter().any(|member| member.party == first))?;
        Some((first, second))
    }

    /// The other one of the pair spoken of.
    #[must_use]
    pub fn other(&self, party: Party) -> Option<Party> {
        match self.pair? {
            (a, b) if a == party => Some(b),
            (a, b) if b == party => Some(a),
            _ => None,
        }
    }
}

/// `BEIJING, Jan. 19 --`, `ASTANA –`: capitals at the head of a line before a dash, a date or a bracket.
fn is_dateline(mention: &Mention, tokens: &[Token<'_>]) -> bool {
    let shouted = mention.tokens.clone().all(|at| tokens[at].text.chars().all(|c| !c.is_lowercase()));
    let next = tokens.get(mention.tokens.end);
    shouted && next.is_some_and(|t| matches!(t.norm.as_ref(), "," | "-" | "(" | ":" | "/"))
}

/// Two namings that make a pair: joined by a dash, *and*, *with*, or the verb between them.
fn paired(first: &Mention, second: &Mention, tokens: &[Token<'_>]) -> bool {
    let between = &tokens[first.tokens.end.min(second.tokens.start)..second.tokens.start];
    match between {
        [dash] => matches!(dash.norm.as_ref(), "-" | "and" | "with" | "/"),
        words => {
            words.len() <= 8
                && words.iter().any(|t| matches!(t.norm.as_ref(), "with" | "and" | "to" | "from" | "between" | "into"))
                && !words.iter().any(|t| matches!(t.norm.as_ref(), "." | ";"))
        }
    }
}
