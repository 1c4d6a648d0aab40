//! Exports and imports told as one: *imports and exports with Vietnam totaled 1.2 trillion yuan* are turnover, *bought two cargoes* is
//! told by its verb.

use super::head::Head;
use super::view::View;
use crate::lexicon::words::{is_load, tells_one_way};
use crate::lexicon::{Class, Topic};
use crate::mention::Form;
use crate::model::{Indicator, Span};

impl View<'_> {
    /// Takes *import and export*, with one figure for both, as the one noun that it is.
    pub(super) fn join_flows(&mut self) {
        let mut first = 0;
        while first + 1 < self.heads.len() {
            let (one, other) = (self.heads[first], self.heads[first + 1]);
            if self.is_both_ways(&one, &other) && !self.is_one_each(&one, &other) {
                let span = Span { start: one.span.start, end: other.span.end };
                self.heads[first] = Head { end: other.end, span, topic: Topic::Of(Indicator::Turnover), ..one };
                self.heads.remove(first + 1);
            }
            first += 1;
        }
    }

    /// *the gap between exports and imports*, *imports and exports were 5 and 6 billion*: whether what is told of two flows is not of
    /// both as one.
    fn is_one_each(&self, one: &Head, other: &Head) -> bool {
        self.norm_before(one.at, 1) == "between"
            || self.range.clone().any(|at| matches!(self.norm(at), "respectively" | "both" | "gap" | "difference"))
            || self.figures_in_a_list(other.end)
    }

    /// *Egypt imported 60 cargoes of LNG, or 4 million tonnes*: loads that somebody takes in are no exports of his.
    pub(super) fn take_loads_in(&mut self) {
        for place in 1..self.heads.len() {
            let (verb, load) = (self.heads[place - 1], self.heads[place]);
            let words = verb.end..load.at;
            let buys = |word: &str| ["import", "buy", "bought", "purchas"].iter().any(|stem| word.starts_with(stem));
            let bought = verb.class == Class::VerbIn
                && buys(self.norm(verb.at))
                && !verb.passive
                && words.len() <= 5
                && is_load(self.norm(load.at))
                && load.indicator() == Some(Indicator::Exports)
                && !words.clone().any(|at| matches!(self.norm(at), "," | "and" | "to"));
            if bought {
                self.heads[place].topic = Topic::Of(Indicator::Imports);
            }
        }
    }

    /// *what the two countries sell each other*, *goods that they ship to one another*: what goes both ways is trade.
    pub(super) fn trade_with_each_other(&mut self) {
        for place in 0..self.heads.len() {
            let verb = self.heads[place];
            let each = (verb.end..verb.end + 2)
                .any(|at| matches!((self.norm(at), self.norm(at + 1)), ("each", "other") | ("one", "another")));
            let flow = matches!(verb.indicator(), Some(Indicator::Exports | Indicator::Imports));
            if each && flow && verb.class != Class::Noun && !verb.passive {
                self.heads[place] = Head { topic: Topic::Of(Indicator::Turnover), class: Class::Noun, ..verb };
            }
        }
    }

    /// *Russia sold it 17 bcm in lieu of transit fees*: what goods are given for is no transit of them.
    pub(super) fn leave_transit_fees(&mut self) {
        let paid = |at: usize| {
            matches!(self.norm(at), "fees" | "fee" | "charges" | "dues" | "payments" | "tariffs" | "services")
                && matches!(self.norm_before(at, 2), "of" | "for")
                && matches!(self.norm_before(at, 3), "lieu" | "exchange" | "return" | "payment" | "instead")
        };
        if let Some(fees) = self.heads.iter().position(|h| h.topic == Topic::Of(Indicator::Transit) && paid(h.end)) {
            self.heads.remove(fees);
        }
    }

    /// Whether two heads are exports and imports that nothing but *and* parts.
    fn is_both_ways(&self, one: &Head, other: &Head) -> bool {
        let flows = matches!(
            (one.indicator(), other.indicator()),
            (Some(Indicator::Exports), Some(Indicator::Imports)) | (Some(Indicator::Imports), Some(Indicator::Exports))
        );
        let noun = |head: &Head| head.class == Class::Noun && tells_one_way(self.norm(head.at));
        // *imports from and exports to China*
        let open = matches!(self.norm(one.end), "from" | "to") && matches!(self.norm(other.end), "from" | "to");
        let gap = one.end + usize::from(open && self.norm(one.end) != self.norm(other.end));
        // *U.S. imports from Canada and U.S. exports to Canada*: with the same one.
        let end = |head: &Head| {
            let here = |a: &&super::view::Actor| {
                head.end + 1 == self.phrase_start(a) && matches!(self.norm(head.end), "from" | "to")
            };
            self.actors.iter().find(here)
        };
        let same = || {
            let (first, second) = (end(one)?, end(other)?);
            let joined = self.norm(first.end) == "and" && other.at - first.end <= 6;
            Some(first.party == second.party && joined && self.norm(one.end) != self.norm(other.end))
        };
        if flows && noun(one) && noun(other) && same() == Some(true) {
            return true;
        }
        flows && noun(one) && noun(other) && gap + 1 == other.at && matches!(self.norm(gap), "and" | "&" | "/" | "-")
    }

    /// *exports and imports were 5 and 6 billion*: whether the first figures behind token `at` are one for each.
    fn figures_in_a_list(&self, at: usize) -> bool {
        let mut figures = self.figures().filter(|q| q.tokens.start >= at);
        let (Some(first), Some(second)) = (figures.next(), figures.next()) else { return false };
        let joined = second.tokens.start == first.tokens.end + 1 && self.norm(first.tokens.end) == "and";
        joined || first.form == Form::Bare
    }
}
