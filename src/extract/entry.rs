//! Lines of fact sheets: a label, a colon, and what stands behind it.
//!
//! | line | is |
//! | --- | --- |
//! | *consumption: 34 billion kWh (2023)* | of the country that the sheet is of, with no one in particular |
//! | *Exports - partners: China 16%, UK 15%* | shares of its exports, by partner |

use super::head::Head;
use super::indicator::{Governor, Search};
use super::kind;
use super::view::{Actor, View};
use crate::lexicon::words::opens_figure;
use crate::lexicon::{Class, Marks, Topic};
use crate::mention::{Form, QuantityMention};
use crate::model::{Indicator, Kind, Measure, Span};
use crate::token::{Gap, Shape};

/// How many tokens a label has at the most.
const LABEL: usize = 12;

impl View<'_> {
    /// The colon behind the label of an entry.
    pub fn entry(&self) -> Option<usize> {
        if !self.marks.meets(Marks::COLON) {
            return None;
        }
        let start = self.range.start;
        // `3/ LNG: 7.6 bcm`
        let counted = self.tokens.get(start).is_some_and(|t| t.shape == Shape::Digits)
            && matches!(self.norm(start + 1), "/" | ")" | ".");
        let first = start + if counted { 2 } else { 0 };
        if start > 0 && self.tokens[start].gap < Gap::Line {
            return None;
        }
        let colon = (first + 1..self.range.end.min(first + LABEL + 1)).find(|at| self.norm(*at) == ":")?;
        (self.first_quantity(&(first..colon)).is_none() && colon + 1 < self.range.end).then_some(colon)
    }

    /// The head of a list of partners with their shares, and its colon.
    fn partners(&self) -> Option<(Head, usize)> {
        let colon = self.entry()?;
        let listed = (self.range.start..colon).any(|at| {
            matches!(
                self.norm(at),
                "partner"
                    | "partners"
                    | "destination"
                    | "destinations"
                    | "origin"
                    | "origins"
                    | "suppliers"
                    | "buyers"
                    | "customers"
                    | "markets"
            )
        });
        let traded = |h: &&Head| {
            h.at < colon && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover))
        };
        let owned = || self.actors.iter().any(|a| a.end <= colon && a.party.is_country() && a.takes_part());
        Some((*self.heads.iter().find(traded).filter(|_| listed || owned() && self.lists_parties(colon))?, colon))
    }

    /// *Coffee exports of Honduras, thousand tonnes: Germany 90, Belgium 40*: whether each of several figures behind a colon stands
    /// right behind a country.
    fn lists_parties(&self, colon: usize) -> bool {
        let behind = || self.figures().filter(|q| q.tokens.start > colon);
        let beside = |q: &QuantityMention| {
            let first = self.start_with_hedge(q);
            self.actors.iter().any(|a| a.at > colon && a.end <= first && self.is_beside(a.end, first))
        };
        behind().count() > 1 && behind().all(beside)
    }

    /// Whether nothing but marks and an article stand between two tokens.
    fn is_beside(&self, end: usize, start: usize) -> bool {
        (end..start).all(|at| opens_figure(self.norm(at)) || self.norm(at) == "the")
    }

    /// The partner right before a percentage in a list of partners, or before an amount in a list of nothing else.
    pub fn listed_partner(&self, quantity: &QuantityMention) -> Option<(Head, &Actor)> {
        let (head, colon) = self.partners()?;
        let percent = quantity.quantity.unit.measure == Measure::Percent && quantity.form != Form::Bare;
        let amount = || head.class == Class::Noun && self.lists_parties(colon);
        if !percent && !amount() {
            return None;
        }
        let start = self.start_with_hedge(quantity);
        let beside = |a: &&Actor| colon < a.at && a.end <= start && self.is_beside(a.end, start);
        Some((Head { class: Class::Noun, ..head }, self.actors.iter().rev().find(beside)?))
    }
}

/// *Exports - partners: China **16%***
pub fn of_partners(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let (head, _) = search.view.listed_partner(search.view.quantity(search.quantity)?)?;
    Some((Governor::Head(head), Some(head.span)))
}

/// *Structure of Polish exports: chemicals **19.8%**, foodstuffs **18.3%***: the parts of what the label before a colon names.
pub fn part_of_a_structure(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let colon = (view.range.start..start).find(|at| view.norm(*at) == ":")?;
    let word = (view.range.start..colon).find(|at| {
        matches!(view.norm(*at), "structure" | "composition" | "breakdown" | "shares" | "percentage" | "makeup")
    })?;
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent && asked.quantity.sign.is_none();
    let moved = asked.direction_in(colon..start).is_some();
    (percent && !moved).then(|| ((Kind::Share, 0), Some(view.tokens[word].span)))
}

/// A partner's percentage is its share.
pub fn share_of_partner(asked: &kind::Asked<'_, '_>) -> Option<((Kind, i8), Option<Span>)> {
    let (_, actor) = asked.view.listed_partner(asked.quantity)?;
    asked.ratio().then_some(((Kind::Share, 1), Some(actor.span)))
}
