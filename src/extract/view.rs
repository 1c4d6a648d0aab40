//! A sentence made ready for its rules: segments, heads, actors.

use std::ops::Range;

use super::grammar::{Grammar, Role, Segment};
use super::respective::{self, Respective};
use crate::lexicon::{Class, Cue, Lexicon, NameForm, Relation, Route, Topic};
use crate::mention::{Mention, QuantityMention, What};
use crate::model::{Indicator, Party, Span};
use crate::resolve::Context;
use crate::token::Token;

/// A word that says what a statement is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head {
    /// Its first token.
    pub at: usize,
    /// The token after it.
    pub end: usize,
    /// Its bytes.
    pub span: Span,
    /// What it is about.
    pub topic: Topic,
    /// How it joins its parties here.
    pub class: Class,
    /// Whether it is a passive verb.
    pub passive: bool,
}

/// A party with the part it plays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Actor {
    /// Its first token.
    pub at: usize,
    /// The token after it.
    pub end: usize,
    /// Its bytes.
    pub span: Span,
    /// Who it is.
    pub party: Party,
    /// What part it plays.
    pub role: Role,
    /// How it was named.
    pub rule: &'static str,
}

impl Actor {
    /// Whether it takes part in what is told: it is no part of a title, and not who tells it.
    pub fn takes_part(&self) -> bool {
        !matches!(self.role, Role::Title | Role::Teller)
    }
}

/// A sentence with everything that rules ask of it.
pub struct View<'a> {
    /// The document's tokens.
    pub tokens: &'a [Token<'a>],
    /// Those of the sentence.
    pub range: Range<usize>,
    /// What is written.
    pub mentions: &'a [Mention],
    /// Its segments.
    pub segments: Vec<Segment>,
    /// Its heads.
    pub heads: Vec<Head>,
    /// Its parties.
    pub actors: Vec<Actor>,
    /// Its routes with their first token and bytes.
    pub routes: Vec<(usize, Span, &'a Route)>,
    /// Its quantities by their place among the mentions.
    pub quantities: Vec<usize>,
    /// The two that are spoken of, where the sentence says *the two countries*, *bilateral*.
    pub pair: Option<((Party, Party), Span)>,
    /// Lists that are read side by side.
    pub respective: Option<Respective>,
}

impl<'a> View<'a> {
    /// Reads the parts that the words of a sentence play.
    pub fn new(
        tokens: &'a [Token<'a>],
        range: Range<usize>,
        mentions: &'a [Mention],
        grammar: &dyn Grammar,
        context: &Context,
        lexicon: &'a Lexicon,
    ) -> Self {
        let segments = grammar.segments(tokens, range.clone(), mentions);
        let mut view = View {
            tokens,
            range: range.clone(),
            mentions,
            segments,
            heads: Vec::new(),
            actors: Vec::new(),
            routes: Vec::new(),
            quantities: Vec::new(),
            pair: None,
            respective: None,
        };
        for (index, mention) in mentions.iter().enumerate() {
            match &mention.what {
                What::Quantity(_) => view.quantities.push(index),
                What::Route(route) => {
                    if let Some(route) = lexicon.routes.get(*route) {
                        view.routes.push((mention.tokens.start, mention.span, route));
                    }
                }
                What::Party(party, _) => {
                    let role = grammar.role(tokens, range.clone(), mentions, index);
                    view.act(mention, *party, role, "name");
                }
                What::Cues(cues) => {
                    if let Some(head) = head(mention, cues, || grammar.is_verb(tokens, range.clone(), mentions, index))
                        && !view.is_compound(&head)
                    {
                        let passive = !matches!(head.class, Class::Noun | Class::Agent)
                            && grammar.is_passive(tokens, range.clone(), mentions, index);
                        let head = if view.can_move(&head) {
                            Head { topic: Topic::Of(Indicator::Capacity), class: Class::VerbOf, ..head }
                        } else {
                            head
                        };
                        view.heads.push(Head { passive, ..head });
                    }
                    for cue in cues {
                        if let Cue::Relation(relation) = cue {
                            let role = || grammar.role(tokens, range.clone(), &stand_in(mentions, index), index);
                            view.relate(mention, *relation, context, role);
                        }
                    }
                }
                _ => {}
            }
        }
        view.nations(context);
        view.relative_clauses();
        view.respective = respective::lists(&view);
        view
    }

    /// *from the southern African nation*, *the oil-rich kingdom*: the other of the two spoken of behind a preposition, else
    /// the one named last; the group in its description takes no part.
    fn nations(&mut self, context: &Context) {
        const NATIONS: [&str; 9] =
            ["nation", "country", "republic", "kingdom", "state", "island", "emirate", "sultanate", "monarchy"];
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
            let role = match self.norm(at.wrapping_sub(1)) {
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
    fn relative_clauses(&mut self) {
        for at in self.range.clone() {
            let role = match self.norm(at) {
                "which" | "who" => Role::Subject,
                "where" => Role::In,
                "whose" => Role::Possessor,
                _ => continue,
            };
            let antecedent = self.actors.iter().rfind(|a| a.end == at || a.end + 1 == at && self.norm(a.end) == ",");
            let Some(party) = antecedent.filter(|a| a.party != Party::WORLD).map(|a| a.party) else { continue };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span;
            self.actors.insert(place, Actor { at, end: at + 1, span, party, role, rule: "relative_clause" });
        }
    }

    /// *trade pact*, *free-trade area*, *trade data*: trade that describes something else.
    fn is_compound(&self, head: &Head) -> bool {
        const DESCRIBED: [&str; 45] = [
            "pact",
            "deal",
            "deals",
            "talks",
            "war",
            "wars",
            "agreement",
            "agreements",
            "row",
            "dispute",
            "disputes",
            "policy",
            "barriers",
            "bloc",
            "tensions",
            "group",
            "body",
            "unions",
            "route",
            "routes",
            "hub",
            "zone",
            "facilitation",
            "sanctions",
            "restrictions",
            "curbs",
            "embargo",
            "frictions",
            "negotiations",
            "negotiator",
            "association",
            "council",
            "chamber",
            "promotion",
            "rules",
            "law",
            "concessions",
            "corridor",
            "show",
            "finance",
            "economist",
            "area",
            "official",
            "officials",
            "sources",
        ];
        let one = head.end == head.at + 1 && self.norm(head.at) == "trade";
        let tied = self.norm(head.at.wrapping_sub(1)) == "-" && self.norm(head.at.wrapping_sub(2)) == "free";
        // *investments in the Moldovan economy*
        let place = self.norm(head.at) == "economy"
            && (1..=3).any(|back| head.at >= self.range.start + back && self.norm(head.at - back) == "in");
        place || one && (DESCRIBED.contains(&self.norm(head.end)) || tied)
    }

    /// *can now take*, *could eventually carry*: what a line is able to move, an adverb between.
    fn can_move(&self, head: &Head) -> bool {
        let moves = matches!(
            self.norm(head.at),
            "take"
                | "carry"
                | "handle"
                | "transport"
                | "pump"
                | "move"
                | "deliver"
                | "transmit"
                | "produce"
                | "process"
        );
        let modal = |at: usize| matches!(self.norm(at), "can" | "could");
        moves
            && head.at >= self.range.start + 2
            && !modal(head.at - 1)
            && modal(head.at - 2)
            && head.at - 1 > self.range.start
    }

    fn act(&mut self, mention: &Mention, party: Party, role: Role, rule: &'static str) {
        self.actors.push(Actor {
            at: mention.tokens.start,
            end: mention.tokens.end,
            span: mention.span,
            party,
            role,
            rule,
        });
    }

    /// Takes up words that stand for a party named before.
    fn relate(&mut self, mention: &Mention, relation: Relation, context: &Context, role: impl Fn() -> Role) {
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

    /// The folded text of the token at `at`, empty outside the sentence.
    pub fn norm(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.tokens[at].norm.as_ref() } else { "" }
    }

    /// The quantity at `mentions[index]`.
    pub fn quantity(&self, index: usize) -> Option<&'a QuantityMention> {
        match &self.mentions.get(index)?.what {
            What::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// The segment that holds the token at `at`.
    pub fn segment(&self, at: usize) -> usize {
        self.segments.partition_point(|s| s.tokens.end <= at).min(self.segments.len().saturating_sub(1))
    }

    /// The tokens of segment `index`.
    pub fn segment_tokens(&self, index: usize) -> Range<usize> {
        self.segments.get(index).map_or(self.range.clone(), |s| s.tokens.clone())
    }

    /// The cues that `wanted` takes, with their mentions, in the order of the text.
    pub fn cues<T: 'a>(&self, wanted: impl Fn(Cue) -> Option<T> + 'a) -> impl Iterator<Item = (T, &'a Mention)> + 'a {
        self.mentions.iter().filter_map(move |mention| match &mention.what {
            What::Cues(cues) => cues.iter().find_map(|cue| wanted(*cue)).map(|value| (value, mention)),
            _ => None,
        })
    }

    /// The bytes of the comparing words that end right before token `at`.
    pub fn comparing_before(&self, at: usize) -> Option<Span> {
        let mut words = self.cues(|cue| matches!(cue, Cue::Relation(Relation::Compare)).then_some(()));
        words.find(|(_, mention)| mention.tokens.end == at).map(|(_, mention)| mention.span)
    }

    /// The segment that goes on behind the bracket that follows segment `index`.
    pub fn behind_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opening = |at: usize| self.segments.get(at).map(|s| s.opening);
        if opening(index + 1)? != Opening::Bracket {
            return None;
        }
        (index + 2..self.segments.len()).take(4).find(|at| opening(*at) == Some(Opening::Unbracket))
    }

    /// Whether the token at `at` stands in a relative clause that token `other` behind it is no part of: *the US, which
    /// take 40 percent, earned ...*
    pub fn in_clause_before(&self, at: usize, other: usize) -> bool {
        let (inner, outer) = (self.segment(at), self.segment(other));
        inner < outer
            && self.segments.get(inner).is_some_and(|s| {
                s.opening == super::grammar::Opening::Comma
                    && matches!(self.norm(s.tokens.start), "which" | "who" | "where" | "whose")
            })
            && self.segments.get(outer).is_some_and(|s| s.opening == super::grammar::Opening::Comma)
            && self.verb_at(self.segment_tokens(outer).start)
    }

    /// Whether a verb that tells an amount stands at token `at`, over an adverb.
    pub fn verb_at(&self, at: usize) -> bool {
        let at = if self.norm(at).ends_with("ly") { at + 1 } else { at };
        let told = |m: &&Mention| {
            m.tokens.start == at
                && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Status(_) | Cue::Direction(_))))
        };
        self.mentions.iter().any(|m| told(&m)) || self.norm(at).ends_with("ed")
    }

    /// The tokens of the clause that token `at` stands in: commas and brackets part none.
    pub fn clause(&self, at: usize) -> Range<usize> {
        use super::grammar::Opening;
        let index = self.segment(at);
        let opens = |s: &Segment| matches!(s.opening, Opening::Sentence | Opening::Contrast | Opening::Stop);
        let first = self.segments[..=index.min(self.segments.len().saturating_sub(1))].iter().rposition(opens);
        let last = self.segments.iter().skip(index + 1).position(opens).map_or(self.segments.len(), |p| index + 1 + p);
        let start = first.map_or(self.range.start, |i| self.segments[i].tokens.start);
        let end = last.checked_sub(1).and_then(|i| self.segments.get(i)).map_or(self.range.end, |s| s.tokens.end);
        start..end
    }

    /// The subject of the clause that token `at` stands in, told before it.
    pub fn subject_before(&self, at: usize) -> Option<&Actor> {
        let clause = self.clause(at);
        self.actors.iter().find(|a| {
            clause.contains(&a.at)
                && a.at < at
                && matches!(a.role, Role::Subject | Role::Label)
                && a.party != Party::WORLD
                && !self.in_clause_before(a.at, at)
        })
    }

    /// The first quantity in `tokens`, if any.
    pub fn first_quantity(&self, tokens: &Range<usize>) -> Option<usize> {
        self.quantities.iter().copied().find(|q| tokens.contains(&self.mentions[*q].tokens.start))
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

/// The mentions with the one at `index` read as a name, so that its role can be asked.
fn stand_in(mentions: &[Mention], index: usize) -> Vec<Mention> {
    let mut copy = mentions.to_vec();
    copy[index].what = What::Party(Party::WORLD, NameForm::Name);
    copy
}

fn head(mention: &Mention, cues: &[Cue], is_verb: impl Fn() -> bool) -> Option<Head> {
    let heads = || {
        cues.iter().filter_map(|cue| match cue {
            Cue::Head(topic, class) => Some((*topic, *class)),
            _ => None,
        })
    };
    let nominal = |class: Class| matches!(class, Class::Noun | Class::Agent);
    let noun = heads().find(|(_, class)| nominal(*class));
    let verb = heads().find(|(_, class)| !nominal(*class));
    let (topic, class) = match (noun, verb) {
        (Some(noun), Some(verb)) => {
            if is_verb() {
                verb
            } else {
                noun
            }
        }
        (noun, verb) => noun.or(verb)?,
    };
    Some(Head { at: mention.tokens.start, end: mention.tokens.end, span: mention.span, topic, class, passive: false })
}

impl Head {
    /// The indicator it speaks of; `None` for a topic that is no fact.
    pub fn indicator(&self) -> Option<Indicator> {
        match self.topic {
            Topic::Of(indicator) => Some(indicator),
            Topic::Surplus | Topic::Deficit => Some(Indicator::Balance),
            Topic::Flow => Some(Indicator::Exports),
            Topic::Same | Topic::Other => None,
        }
    }
}
