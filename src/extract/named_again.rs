//! Who is meant by *the two*, *the ten countries*, *the cartel*, *there* and *it* behind a preposition.

use super::grammar::Role;
use super::head::Head;
use super::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{are_states, is_form_of_have, is_or_was, is_sold, points_back};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};
use crate::resolve::Context;

impl View<'_> {
    /// *Trade between the two stood at 18.7 billion*: the pair spoken of, or those that the sentence before named alone.
    pub(super) fn the_two(&mut self, context: &Context) {
        let two = |at: &usize| {
            self.norm(*at) == "between"
                && self.norm(at + 1) == "the"
                && self.norm(at + 2) == "two"
                && (self.verb_at(at + 3)
                    || matches!(
                        self.norm(at + 3),
                        "" | "."
                            | ","
                            | "in"
                            | "last"
                            | "this"
                            | "stood"
                            | "was"
                            | "is"
                            | "has"
                            | "hit"
                            | "reached"
                            | "rose"
                            | "fell"
                            | "grew"
                            | "during"
                            | "over"
                            | "to"
                            | "governments"
                    ))
        };
        let of_two = |at: usize| self.two_economies(at).map(|end| (at, end));
        let found = self.range.clone().find(two).map(|at| (at, at + 2));
        let Some((at, end)) = found.or_else(|| self.range.clone().find_map(of_two)) else { return };
        let shares =
            |(a, b): &(Party, Party)| context.pair.is_some_and(|(x, y)| [x, y].contains(a) != [x, y].contains(b));
        let pair = context.two_before.filter(shares).or(context.pair);
        // *the two Asian powers*: no trade of Asia's.
        self.actors.retain(|a| !(at..=end).contains(&a.at));
        let span = self.tokens[at].span.join(self.tokens[end].span);
        self.pair = self.pair.or(pair.map(|pair| (pair, span)));
    }

    /// *between the world's two biggest economies*, *between the two Asian giants*: the last word of the two that *between* at token
    /// `at` leads to, where no name tells them.
    fn two_economies(&self, at: usize) -> Option<usize> {
        if self.norm(at) != "between" {
            return None;
        }
        let two = (at + 1..at + 6).find(|at| self.norm(*at) == "two")?;
        let plain = |at: usize| !matches!(self.norm(at), "," | "and" | "in" | "of" | "was" | "were" | "is");
        let noun = |at: &usize| {
            are_states(self.norm(*at))
                || matches!(
                    self.norm(*at),
                    "economies"
                        | "democracies"
                        | "giants"
                        | "neighbours"
                        | "neighbors"
                        | "powers"
                        | "rivals"
                        | "allies"
                        | "sides"
                        | "states"
                )
        };
        let end = (two + 1..two + 7).take_while(|at| plain(*at)).find(noun)?;
        let named = |a: &Actor| (at..end).contains(&a.at) && a.party.is_country();
        (!self.actors.iter().any(named)).then_some(end)
    }

    /// *trade with the ten countries*, *the 15 present members*: the group named last.
    pub(super) fn counted_group(&mut self, context: &Context) {
        let Some(group) = context.group else { return };
        for at in self.range.clone().skip(1) {
            if self.norm_before(at, 1) != "the" {
                continue;
            }
            let digits = self.tokens[at].shape == crate::token::Shape::Digits && self.tokens[at].text.len() <= 2;
            let word = matches!(
                self.norm(at),
                "three" | "four" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve"
            );
            if !(digits || word) {
                continue;
            }
            let of_all = |at: &usize| are_states(self.norm(*at));
            let Some(end) = (at + 1..at + 4).find(of_all) else { continue };
            let names = self.actors.iter().any(|a| (at..end + 3).contains(&a.at));
            let plain = (at + 1..end).all(|word| matches!(self.norm(word), "member" | "present" | "current" | "other"));
            if names || !plain || self.norm(end + 1) == "of" {
                continue;
            }
            let role = match self.norm_before(at, 2) {
                "with" => Role::With,
                "to" | "into" => Role::To,
                "from" => Role::From,
                "of" | "between" | "among" => Role::Of,
                _ => Role::Subject,
            };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at - 1].span.join(self.tokens[end].span);
            self.actors.insert(place, Actor { at, end: end + 1, span, party: group, role, rule: "members" });
        }
    }

    /// *Member states have agreed to use less*: those of the group named last, where the sentence does not say of which.
    pub(super) fn member_states(&mut self, context: &Context) {
        let Some(group) = context.group else { return };
        let stands = |at: &usize| {
            matches!(self.norm(*at), "states" | "countries" | "nations")
                && self.norm_before(*at, 1) == "member"
                && !self.actors.iter().any(|a| a.end + 2 >= *at && a.at < *at || a.party == group)
        };
        let Some(at) = self.range.clone().skip(1).find(stands).filter(|at| self.norm(at + 1) != "of") else { return };
        let role = match self.norm_before(at - 1, 1) {
            "by" => Role::By,
            "of" | "among" | "between" => Role::Of,
            "in" | "within" | "to" | "from" | "with" | "for" => return,
            _ => Role::Subject,
        };
        let place = self.actors.partition_point(|a| a.at < at);
        let span = self.tokens[at - 1].span.join(self.tokens[at].span);
        self.actors.insert(place, Actor { at: at - 1, end: at + 1, span, party: group, role, rule: "members" });
    }

    /// *the group's ceiling*, *the cartel pumped*, *its members*: those who limit their output together, where they were named.
    pub(super) fn cartel(&mut self, context: &Context) {
        let Some(group) = context.group.filter(|p| *p == Party::OPEC || p.as_str() == "OPEC_PLUS") else { return };
        for at in self.range.clone().skip(1) {
            let the = self.over_its_size(at);
            let stands = match (self.norm_before(the, 1), self.norm(at)) {
                ("the", "group" | "cartel" | "organisation" | "organization" | "alliance") => {
                    !self.tokens[at].is_capitalised() && self.norm(at + 1) != "of"
                }
                ("its", "members") => true,
                _ => false,
            };
            if !stands {
                continue;
            }
            let role = match self.norm_before(the, 2) {
                _ if self.norm(at + 1) == "'" => Role::Possessor,
                "by" => Role::By,
                "of" | "among" => Role::Of,
                "in" | "within" | "outside" | "with" | "to" | "from" => Role::Title,
                _ => Role::Subject,
            };
            self.actors.retain(|a| !(the - 1..=at).contains(&a.at));
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[the - 1].span.join(self.tokens[at].span);
            self.actors.insert(place, Actor { at, end: at + 1, span, party: group, role, rule: "members" });
        }
    }

    /// The token behind the article of a group named at token `at`, over how many it is of: *the 12-member cartel*, *the oil group*.
    fn over_its_size(&self, at: usize) -> usize {
        match self.norm_before(at, 1) {
            "member" | "nation" | "country" | "strong" if self.norm_before(at, 2) == "-" => at - 3,
            "oil" | "producer" | "exporter" | "producers" | "exporters" => at - 1,
            _ => at,
        }
    }

    /// *sold 64 TWh to the US and bought 14 there*, *trade with it*, *turnover with this country*: the one named before.
    pub(super) fn named_before(&mut self, context: &Context) {
        for at in self.range.clone() {
            if !(points_back(self.norm(at)) || self.norm(at) == "there") {
                continue;
            }
            let before = self.norm_before(at, 1);
            let with = match before {
                "with" => Role::With,
                "to" => Role::To,
                "from" => Role::From,
                _ => Role::In,
            };
            let (role, end) = match (self.norm(at), self.norm(at + 1)) {
                // *Goods worth 2 million were brought from there*
                ("there", _) if with == Role::From => (with, at + 1),
                ("there", next) if !(is_or_was(next) || is_form_of_have(next) || next == "will") => {
                    let told = self.heads.iter().rfind(|h| h.at < at && h.class != Class::Agent);
                    let role = match told.and_then(Head::indicator) {
                        Some(Indicator::Imports) => Role::From,
                        Some(Indicator::Exports) => Role::To,
                        Some(Indicator::Balance | Indicator::Turnover) => Role::With,
                        Some(Indicator::Investment) => Role::In,
                        _ => continue,
                    };
                    (role, at + 1)
                }
                // *From them 489 million fell to exports*: of the sum told before.
                ("it" | "them", _) if at == self.range.start + 1 && self.opens_figure(at + 1) => continue,
                ("it" | "them", _) if with != Role::In => (with, at + 1),
                // *We sold it 4,200 tonnes*
                ("it" | "them", _)
                    if (is_sold(before) || matches!(before, "sent" | "sell" | "supply"))
                        && self.norm_before(at, 2) == "we"
                        && self.opens_figure(at + 1) =>
                {
                    (Role::Object, at + 1)
                }
                // *sold goods to the members of the EU and bought others from those countries*
                ("these" | "those", "countries" | "states") if with != Role::In => (with, at + 2),
                ("this" | "that", "country" | "state" | "nation" | "neighbour" | "neighbor") if with != Role::In => {
                    (with, at + 2)
                }
                _ => continue,
            };
            // *Sweden sold 0.9 TWh to the country and Estonia bought 0.5 TWh from it*: the nearer of two subjects acts.
            let clause = self.clause(at);
            let nearest = self.actors.iter().rfind(|a| clause.contains(&a.at) && a.at < at && a.role == Role::Subject);
            // *Polish exports there reached 9.9 billion*: whose they are.
            // *our import from there*
            let led = usize::from(with != Role::In);
            let owner = self.heads.iter().rfind(|h| h.end + led == at && h.class == Class::Noun).and_then(|head| {
                self.actors.iter().rfind(|a| {
                    a.end <= head.at && head.at - a.end <= 3 && matches!(a.role, Role::Modifier | Role::Possessor)
                })
            });
            // *40 tonnes were sold to it from Brazil*: who is told behind acts.
            let done = self.heads.iter().any(|h| clause.contains(&h.at) && h.end == at.saturating_sub(1) && h.passive);
            let by = self
                .actors
                .iter()
                .find(|a| done && clause.contains(&a.at) && a.at > at && matches!(a.role, Role::By | Role::From));
            let acting =
                owner.or(nearest).or(by).or_else(|| self.subject_before(at)).map(|a| a.party).or(context.focus);
            // *exports to Britain, which left the EU's market, fell, while imports from there rose*: where goods went.
            let place = |a: &&Actor| matches!(a.role, Role::To | Role::From | Role::With | Role::In | Role::Object);
            let named = || self.actors.iter().rev().filter(|a| a.at < at && a.takes_part());
            let placed = named().filter(place).filter(|_| self.norm(at) == "there");
            let here = placed.chain(named()).map(|a| a.party);
            // Whoever the sentence names later was not named before.
            let later = |p: &Party| self.actors.iter().any(|a| a.party == *p && a.at > at);
            let last = [context.last.filter(|p| !later(p)), context.last_country].into_iter().flatten();
            let focus = context.focus.filter(|p| role == Role::Object && !later(p));
            // *Vienna does well next door. Austrian exports there ...*: the other of the two.
            let pair = acting.filter(|_| self.norm(at) == "there").and_then(|party| context.other(party));
            // *Peru sends its copper there. Chile has shipped 3 million tonnes there too*: to the one who takes it.
            let taker = context.sold.filter(|_| self.norm(at) == "there" && role == Role::To).map(|sold| sold.1);
            let taker = taker.filter(|p| here.clone().all(|named| Some(named) == acting) && !later(p));
            let told = focus.into_iter().chain(here).chain(taker).chain(last).chain(pair);
            let several = end > at + 1 && matches!(self.norm(at), "these" | "those");
            let other = told.into_iter().find(|p| Some(*p) != acting && *p != Party::WORLD);
            let other = other.filter(|p| !several || !p.is_country());
            let Some(party) = other.filter(|_| !self.actors.iter().any(|a| a.at == at)) else { continue };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span.join(self.tokens[end - 1].span);
            self.actors.insert(place, Actor { at, end, span, party, role, rule: "named_before" });
        }
    }

    /// Whether words right before leave out what is mentioned.
    pub(super) fn is_left_out(&self, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        (start.saturating_sub(4)..start)
            .any(|at| matches!(self.norm(at), "excluding" | "except" | "outside" | "barring"))
    }

    /// Whether a figure is written at token `at`.
    pub(super) fn opens_figure(&self, at: usize) -> bool {
        self.quantities.iter().any(|q| self.mentions[*q].tokens.start == at)
    }

    /// Whether a party is named at token `at`.
    pub(super) fn names_at(&self, at: usize) -> bool {
        self.mentions.iter().any(|m| m.tokens.start == at && matches!(m.what, What::Party(..)))
    }
}
