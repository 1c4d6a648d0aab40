//! Words that stand for a party named before: *its*, *it*, *the neighbour*, *the kingdom*, *which*.

use super::grammar::Role;
use super::view::{Actor, View};
use crate::lexicon::{Class, Cue, NATIONS, Relation, Topic};
use crate::mention::{Mention, What};
use crate::model::Party;
use crate::resolve::Context;

impl View<'_> {
    /// *from the southern African nation*, *the oil-rich kingdom*: the other of the two spoken of behind a preposition, else
    /// the one named last; the group in its description takes no part.
    pub(super) fn nations(&mut self, context: &Context) {
        let found: Vec<(usize, usize)> = self
            .range
            .clone()
            .filter(|at| self.norm(*at) == "the")
            .filter_map(|at| {
                let reach = (at + 1..self.range.end).take(6);
                let end = reach.clone().find(|end| NATIONS.contains(&self.norm(*end)))?;
                let described = end > at + 1
                    && (at + 1..end).all(|word| {
                        let token = &self.tokens[word];
                        let group = self.actors.iter().any(|a| (a.at..a.end).contains(&word) && !a.party.is_country());
                        group || token.is_mark('-') || token.text.starts_with(char::is_lowercase)
                    });
                let general = matches!(
                    self.norm(end - 1),
                    "first" | "only" | "other" | "whole" | "same" | "of" | "and" | "united" | "former"
                );
                (described && !general && self.norm(end + 1) != "of").then_some((at, end + 1))
            })
            .collect();
        for (at, end) in found {
            let beside = self.norm(at.wrapping_sub(1)) == "and" || self.norm(at.wrapping_sub(1)) == "between";
            let role = match self.norm(at.wrapping_sub(1)) {
                "and" | "between" => Role::Between,
                "from" => Role::From,
                "to" | "into" => Role::To,
                "with" => Role::With,
                "by" => Role::By,
                "of" => Role::Of,
                "in" => Role::In,
                _ if self.norm(end) == "'" => Role::Possessor,
                _ => Role::Subject,
            };
            for actor in self.actors.iter_mut().filter(|a| at < a.at && a.end <= end) {
                actor.role = Role::Title;
            }
            let acting = self.subject_before(at).map(|a| a.party).or(context.focus);
            let other = acting.and_then(|party| context.other(party));
            let party = match role {
                // *between Belarus and the African country*: the other one named last.
                _ if beside => {
                    let named = self.actors.iter().rfind(|a| a.at < at && a.role == Role::Between).map(|a| a.party);
                    let last = [context.last_country, context.focus].into_iter().flatten();
                    named.and_then(|named| {
                        context.other(named).filter(Party::is_country).or(last.into_iter().find(|p| *p != named))
                    })
                }
                Role::Subject | Role::Possessor => context.focus.filter(|p| p.is_country()),
                _ => other.filter(|p| p.is_country()),
            };
            let Some(party) = party else { continue };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span.join(self.tokens[end - 1].span);
            self.actors.insert(place, Actor { at, end, span, party, role, rule: "the_nation" });
        }
    }

    /// *India, which bought 3 million tonnes*, *Argentina, where demand doubled*, *Iran, whose exports fell*: the party
    /// right before such a word takes part in its clause.
    pub(super) fn relative_clauses(&mut self) {
        for at in self.range.clone() {
            let role = match self.norm(at) {
                "which" | "who" => Role::Subject,
                "where" => Role::In,
                "whose" => Role::Possessor,
                _ => continue,
            };
            // *trade with Iran, which stood at 2 billion*: without a verb of trade it is the trade that stood.
            let segment = self.segment_tokens(self.segment(at));
            let acts = self.heads.iter().any(|h| h.at > at && segment.contains(&h.at) && h.class != Class::Noun);
            if matches!(role, Role::Subject) && !acts {
                continue;
            }
            let antecedent = self.actors.iter().rfind(|a| a.end == at || a.end + 1 == at && self.norm(a.end) == ",");
            let Some(party) = antecedent.filter(|a| a.party != Party::WORLD).map(|a| a.party) else { continue };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span;
            self.actors.insert(place, Actor { at, end: at + 1, span, party, role, rule: "relative_clause" });
        }
    }

    /// Takes up words that stand for a party named before.
    pub(super) fn relate(&mut self, mention: &Mention, relation: Relation, context: &Context, role: impl Fn() -> Role) {
        let acting = |a: &&Actor| matches!(a.role, Role::Subject | Role::Possessor) && a.party != Party::WORLD;
        let clause = self.clause(mention.tokens.start);
        let subject = self.actors.iter().find(|a| clause.contains(&a.at) && a.role == Role::Subject && acting(a));
        let focus = subject.or(self.actors.iter().rev().find(acting)).map(|a| a.party).or(context.focus);
        match relation {
            Relation::Pair => {
                if let Some(pair) = context.pair {
                    self.pair = self.pair.or(Some((pair, mention.span)));
                }
            }
            Relation::Home => {
                let ours = self.tokens[mention.tokens.start].norm == "our" && mention.tokens.len() == 1;
                if let Some(home) =
                    context.focus.filter(|_| !ours && self.norm(mention.tokens.start) == "the").or(context.home())
                {
                    self.act(mention, home, if ours { Role::Possessor } else { role() }, "home");
                }
            }
            Relation::Its if self.norm(mention.tokens.start) == "its" => {
                if let Some(party) = focus {
                    self.act(mention, party, Role::Possessor, "its");
                }
            }
            // *It took 58,600 tonnes*: a pronoun before a verb of trade.
            Relation::Its if matches!(self.norm(mention.tokens.start), "it" | "they") => {
                let at = mention.tokens.end;
                let trades = self.mentions.iter().any(|m| {
                    (at..=at + 3).contains(&m.tokens.start)
                        && self.tokens[at..m.tokens.start].iter().all(|t| is_auxiliary(&t.norm))
                        && matches!(&m.what, What::Cues(cues) if cues.iter().any(is_trade_verb))
                });
                let opens = self.clause(mention.tokens.start).start == mention.tokens.start
                    || matches!(self.norm(mention.tokens.start.wrapping_sub(1)), "," | "and" | "but" | "that" | "when");
                if let Some(party) = focus.filter(|_| trades && opens) {
                    self.act(mention, party, Role::Subject, "it");
                }
            }
            Relation::OtherParty => {
                if self.norm(mention.tokens.end - 1) == "latter" {
                    let here = self.actors.last().map(|a| a.party);
                    if let Some(party) = here.or(context.last) {
                        self.act(mention, party, role(), "the_latter");
                    }
                    return;
                }
                // *Iran's northwestern neighbour* is the other one of Iran's pair.
                let owner =
                    self.actors.last_mut().filter(|a| a.role == Role::Possessor && mention.tokens.start <= a.end + 4);
                if let Some(owner) = owner
                    && let Some(party) = context.other(owner.party)
                {
                    owner.role = Role::Title;
                    self.act(mention, party, role(), "neighbour");
                    return;
                }
                let known = focus.and_then(|party| context.other(party)).or(context.pair.map(|pair| pair.1));
                if let Some(party) = known {
                    self.act(mention, party, role(), "neighbour");
                }
            }
            // *the five Central Asian states* name their group themselves.
            Relation::Region if self.names_at(mention.tokens.end) => {}
            Relation::Region => {
                if let Some(group) = context.group {
                    self.act(mention, group, role(), "region");
                }
            }
            _ => {}
        }
    }

    /// Whether a party is named at token `at`.
    fn names_at(&self, at: usize) -> bool {
        self.mentions.iter().any(|m| m.tokens.start == at && matches!(m.what, What::Party(..)))
    }
}

/// Adverbs and auxiliaries between a subject and its verb.
fn is_auxiliary(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "had"
                | "has"
                | "have"
                | "been"
                | "also"
                | "will"
                | "would"
                | "could"
                | "can"
                | "now"
                | "still"
                | "is"
                | "was"
                | "were"
        )
}

/// Whether a cue is a verb of giving, taking or making.
fn is_trade_verb(cue: &Cue) -> bool {
    matches!(cue, Cue::Head(topic, Class::VerbOut | Class::VerbIn | Class::VerbOf) if !matches!(topic, Topic::Flow | Topic::Other))
}
