//! Lines of fact sheets: a label, a colon, and what stands behind it.
//!
//! | line | is |
//! | --- | --- |
//! | *consumption: 34 billion kWh (2023)* | of the country that the sheet is of, with no one in particular |
//! | *Exports - partners: China 16%, UK 15%* | shares of its exports, by partner |
//! | *Major suppliers (2010)--Brazil (18%)* | shares of its imports |

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

    /// The last token of the label that a sentence opens with: its colon, or the dashes that some sheets write for it.
    fn label(&self) -> Option<usize> {
        if let Some(colon) = self.entry() {
            return Some(colon);
        }
        let first = self.range.start;
        if !self.marks.meets(Marks::DASH) {
            return None;
        }
        let dash = |at: usize| self.norm(at) == "-";
        let free =
            |at: usize| self.tokens[at].gap > Gap::None && self.tokens.get(at + 1).is_some_and(|t| t.gap > Gap::None);
        let end = (first + 1..self.range.end.min(first + LABEL)).find_map(|at| match dash(at) {
            true if dash(at + 1) => Some(at + 1),
            true if free(at) => Some(at),
            _ => None,
        })?;
        let listed = self.actors.iter().any(|a| self.phrase_start(a) == end + 1);
        (listed && self.first_quantity(&(first..end)).is_none()).then_some(end)
    }

    /// The word for partners in the label of a list of them with their shares, the head that it has, and where it ends.
    fn partners(&self) -> Option<(Option<Head>, usize)> {
        let colon = self.label()?;
        let listed = (self.range.start..colon).find(|at| partner_word(self.norm(*at)).is_some());
        let traded = |h: &&Head| {
            h.at < colon && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover))
        };
        let owned = || self.actors.iter().any(|a| a.end <= colon && a.party.is_country() && a.takes_part());
        let heads = || self.heads.iter().filter(traded);
        // *Main destinations of exports: India 16%*: the noun tells what they take a part of.
        let noun = heads().find(|h| h.class == Class::Noun).copied();
        let Some(word) = listed else {
            let head = noun.or_else(|| heads().next().copied())?;
            return (owned() && self.lists_parties(colon)).then_some((Some(head), colon));
        };
        let agent = || {
            let topic = partner_word(self.norm(word)).flatten().map(Topic::Of)?;
            let span = self.tokens[word].span;
            Some(Head { at: word, end: word + 1, span, topic, class: Class::Agent, passive: false })
        };
        Some((noun.or_else(agent), colon))
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
    pub fn listed_partner(&self, quantity: &QuantityMention) -> Option<(Option<Head>, &Actor)> {
        let (head, colon) = self.partners()?;
        let percent = quantity.quantity.unit.measure == Measure::Percent && quantity.form != Form::Bare;
        let amount = || head.is_some_and(|h| h.class == Class::Noun) && self.lists_parties(colon);
        if !percent && !amount() {
            return None;
        }
        let start = self.start_with_hedge(quantity);
        let beside = |a: &&Actor| colon < a.at && a.end <= start && self.is_beside(a.end, start);
        let head = head.map(|head| Head { class: Class::Noun, ..head });
        Some((head, self.actors.iter().rev().find(beside)?))
    }
}

/// *Exports - partners: China **16%***; *Partners (2005)--Japan **36.3%*** behind what the sheet told before.
pub fn of_partners(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let (head, partner) = search.view.listed_partner(search.view.quantity(search.quantity)?)?;
    let Some(head) = head else {
        let told = search.exports_before || search.imports_before;
        let governor = if search.follows { Governor::Previous } else { Governor::Topic };
        return (told && (search.follows || search.topic)).then_some((governor, Some(partner.span)));
    };
    Some((Governor::Head(head), Some(head.span)))
}

/// Whether a word names those who trade with the owner of a list, and in what: *destinations* of exports, *suppliers* of imports.
fn partner_word(word: &str) -> Option<Option<Indicator>> {
    match word {
        "partner" | "partners" => Some(None),
        "destination" | "destinations" | "buyers" | "customers" | "markets" => Some(Some(Indicator::Exports)),
        "origin" | "origins" | "suppliers" | "sources" => Some(Some(Indicator::Imports)),
        _ => None,
    }
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
