//! Whose *its imports* are, where the sentence acts for another: who is supplied, whose partner somebody is.
//!
//! | sentence | *its* |
//! | --- | --- |
//! | *Norway is the main supplier of gas to Germany, meeting 30 percent of **its** needs* | Germany's |
//! | *Japan turned to Qatar, which ships 12 percent of **its** LNG imports* | Japan's |
//! | *Kenya grows tea. Pakistan is **its** largest customer* | Kenya's |

use super::grammar::Role;
use super::view::{Actor, View};
use crate::lexicon::words::{is_buying, is_or_was, is_supplier, remains};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};
use crate::resolve::Context;

impl View<'_> {
    /// *Russia was the main supplier of gas to Austria, covering 80 percent of the country's demand*: of who is supplied.
    pub(super) fn country_supplied(&self, at: usize) -> Option<Party> {
        let agent = self.heads.iter().rfind(|h| h.class == Class::Agent && h.at < at && self.is_seller(h.at))?;
        let behind = self.segment_tokens(self.segment(agent.at)).end.max(agent.end + 8).min(at);
        let taker = |a: &&Actor| {
            a.party.is_country()
                && (a.role == Role::To && (agent.end..behind).contains(&a.at)
                    || a.role == Role::Possessor && a.end <= agent.at && a.end + 7 > agent.at)
        };
        let taker = self.actors.iter().find(taker)?;
        self.actors
            .iter()
            .any(|a| a.role == Role::Subject && a.at < agent.at && a.party != taker.party)
            .then_some(taker.party)
    }

    /// *Norway is the main supplier of gas to Germany, meeting 30 percent of its needs*: of who is supplied.
    pub(super) fn of_its(&mut self, mention: &Mention) {
        let end = mention.tokens.end;
        if self.norm_before(end, 1) != "its" {
            return;
        }
        let taken =
            |cue: &Cue| matches!(cue, Cue::Head(Topic::Of(Indicator::Consumption | Indicator::Imports), Class::Noun));
        let mut near = self.mentions.iter().filter(|m| (end..end + 4).contains(&m.tokens.start));
        if near.any(|m| matches!(&m.what, What::Cues(cues) if cues.iter().any(taken)))
            && let Some(party) = self.country_supplied(end - 1).or_else(|| self.country_served(end - 1))
        {
            let span = self.tokens[end - 1].span;
            self.actors.push(Actor { at: end - 1, end, span, party, role: Role::Possessor, rule: "its" });
        }
    }

    /// Whether the word at `at` is of one who gives.
    fn is_seller(&self, at: usize) -> bool {
        is_supplier(self.norm(at))
            || matches!(self.norm(at), "vendor" | "shipper")
            || (at..at + 4).any(|at| is_supplier(self.norm(at)))
    }

    /// *Japan turned to Qatar, which ships 12 percent of its LNG imports*: of who acts in the clause around it.
    fn country_served(&self, at: usize) -> Option<Party> {
        let which = self.back(at, 12).rev().find(|at| self.norm(*at) == "which")?;
        let gives = |at: usize| {
            matches!(
                self.norm(at),
                "supplies"
                    | "supplied"
                    | "provides"
                    | "provided"
                    | "covers"
                    | "covered"
                    | "meets"
                    | "met"
                    | "delivers"
                    | "delivered"
                    | "ships"
                    | "shipped"
                    | "sends"
                    | "sent"
            )
        };
        if !(which + 1..which + 4).any(gives) {
            return None;
        }
        let right_before = |a: &&Actor| a.end == which || a.end + 1 == which && self.norm(a.end) == ",";
        let giver = self.actors.iter().rfind(right_before)?;
        let acts =
            |a: &&Actor| a.at < giver.at && a.role == Role::Subject && a.party.is_country() && a.party != giver.party;
        self.actors.iter().rfind(acts).map(|a| a.party)
    }

    /// *Pakistan is its largest customer*: whether a subject is what someone else has, right before *its* at token `at`.
    pub(super) fn is_ranked_by(&self, subject: &Actor, at: usize) -> bool {
        let is = |at: usize| is_or_was(self.norm(at)) || remains(self.norm(at)) || self.norm(at) == "became";
        let other = |at: usize| {
            matches!(
                self.norm(at),
                "partner" | "market" | "customer" | "buyer" | "supplier" | "investor" | "source" | "destination"
            )
        };
        subject.end <= at && at <= subject.end + 2 && is(at - 1) && (at + 1..at + 7).any(other)
    }
}

impl View<'_> {
    /// *Iran's exports to India fell. Essar cut its purchases by a third*: of two who sold and bought, the one that bought, where a firm
    /// that nobody places is told of its purchases.
    pub(super) fn who_buys(&self, mention: &Mention, spoken: Party, context: &Context) -> Party {
        let end = mention.tokens.end;
        let firm = self.tokens[self.range.start].is_capitalised() && mention.tokens.start > self.range.start + 1;
        let buys = (end..end + 3).any(|at| is_buying(self.norm(at)));
        let taker = context.sold.filter(|(giver, _)| firm && buys && *giver == spoken).map(|(_, taker)| taker);
        taker.unwrap_or(spoken)
    }
}
