//! The figures of a sentence, one after the other: each is read behind what those before it leave.
//!
//! | sentence | left to the next figure |
//! | --- | --- |
//! | *Exports rose **4%** to **$5 billion*** | the statement |
//! | *rose to **$5 billion** (**45%** of the total, **38%** a year before)* | that of the bracket |
//! | *narrowed to **140 mln** from **185 mln***, where the first is none | that it is none either |

use super::assemble::{Assembler, bracketed};
use super::compared_pair::{self, Pairs};
use super::figure::{Outcome, Place};
use super::finance;
use super::frame::Frame;
use super::goes_on::Told;
use super::of_two_told::points_back;
use super::plausible::fits;
use super::view::View;
use crate::lexicon::Marks;
use crate::mention::QuantityMention;
use crate::model::{Dimension, Fact, Indicator, Measure, Period, Status};
use crate::token::Sentence;

/// What the figures of a sentence so far leave to the next one, and to the next sentence.
#[derive(Default)]
struct Said {
    /// The last statement.
    before: Option<Frame>,
    /// The first statement that is not there to be compared with.
    main: Option<Frame>,
    /// The last figure in brackets, which the next one in brackets goes on from.
    beside: Option<Frame>,
    /// Where the last figure ended that is none, and the rule that said so.
    passed: Option<(usize, &'static str)>,
    /// Where the last figure ended that was told for comparison.
    compared_until: Option<usize>,
    /// Prices of a market, which leave the talk where it was.
    quoted: Vec<Fact>,
    /// The facts in brackets that only another is compared with.
    set_beside: Vec<usize>,
    /// What two figures told that two others are compared with.
    pairs: Option<Pairs>,
    of_pairs: [Option<Frame>; 2],
}

/// A figure that was read as a fact, and where it stands.
struct Here<'h> {
    index: usize,
    quantity: &'h QuantityMention,
    /// Whether it stands in a bracket.
    bracket: bool,
    /// Whether it is listed with one that was told for comparison.
    listed: bool,
    /// The statement of an earlier sentence.
    recent: Option<&'h Frame>,
}

/// Whether a figure is what one that ended at token `end` is compared with: *185 mln* in *140 mln dlrs, from 185 mln*.
fn is_compared_with(view: &View<'_>, end: usize, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let gap = end..start;
    let compares = matches!(view.norm_before(start, 1), "from" | "against" | "versus" | "vs" | "after")
        || view.comparing_before(start).is_some();
    compares && gap.len() <= 8 && !view.is_headed(&gap)
}

/// Whether a figure is listed with the last one, which was told for comparison: *from 7.09 billion in February and **6.70 billion***.
fn is_listed(view: &View<'_>, compared_until: Option<usize>, quantity: &QuantityMention) -> bool {
    compared_until.is_some_and(|end: usize| {
        let gap = end..quantity.tokens.start;
        gap.len() <= 8
            && gap.clone().any(|at| view.norm(at) == "and")
            && !view.is_headed(&gap)
            && !gap.clone().any(|at| matches!(view.norm(at), "to" | "but" | "while" | ";"))
    })
}

/// Which of two figures the one at `index` is.
fn place(two: [usize; 2], index: usize) -> Option<usize> {
    two.iter().position(|at| *at == index)
}

impl Assembler<'_> {
    /// Takes up the figures of a sentence, and where it leaves the talk.
    pub(super) fn tell_figures(&mut self, view: &View<'_>, sentence: &Sentence, part: bool) {
        let paragraph = self.lines;
        let lead = self.over_entry(view, paragraph).or_else(|| self.recent(paragraph, view));
        let last = self.last().map(|(frame, _)| frame.clone());
        let first_fact = self.reading.facts.len();
        self.hear_market(view);
        let accounts = self.balances && (view.marks.meets(Marks::FINANCE) || !view.heads.is_empty());
        if let Some(of_none) = accounts.then(|| finance::last_account(view)).flatten() {
            self.account = Some((of_none, self.sentences));
        }
        let mut said = Said { pairs: compared_pair::pairs(view), ..Said::default() };
        for &index in &view.quantities {
            let Some(quantity) = view.quantity(index) else { continue };
            // Tonnes do not go on from a turnover in money.
            let recent = match (&lead, &last) {
                (Some(frame), Some(last))
                    if !fits(frame.indicator, quantity.quantity.unit)
                        && fits(last.indicator, quantity.quantity.unit) =>
                {
                    Some(last)
                }
                (lead, _) => lead.as_ref(),
            };
            let in_money = recent.and_then(|frame| self.told_in_money(frame, quantity));
            self.tell_figure(view, index, quantity, in_money.as_ref().or(recent), &mut said);
        }
        let Said { main, before, set_beside, quoted, .. } = said;
        self.go_on(view, sentence, Told { main, before, first_fact, set_beside, quoted, part, paragraph });
    }

    /// Takes up a figure behind an earlier sentence's statement `recent` and what the figures before it said.
    fn tell_figure(
        &mut self,
        view: &View<'_>,
        index: usize,
        quantity: &QuantityMention,
        recent: Option<&Frame>,
        said: &mut Said,
    ) {
        // *narrowed to 140 mln from 185 mln*: what a figure that is none is compared with is none either.
        if let Some((end, rule)) = said.passed
            && is_compared_with(view, end, quantity)
        {
            said.passed = Some((quantity.tokens.end, rule));
            self.pass_over(quantity, rule);
            return;
        }
        let bracket = bracketed(view, quantity);
        let own = said.pairs.and_then(|p| place(p.compared, index)).and_then(|at| said.of_pairs[at].as_ref());
        let told = if bracket { said.beside.as_ref().or(said.before.as_ref()) } else { said.before.as_ref() };
        let mut pointed = self.one_of_two(view, quantity);
        // *Services made up 27% of the former and 31% of the latter*: of the same goods.
        if let Some(frame) = &mut pointed {
            let part = |q: &QuantityMention| q.tokens.start < quantity.tokens.start && points_back(view, q).is_some();
            let same = said.before.as_ref().filter(|_| view.figures().any(part));
            frame.commodity = same.and_then(|f| f.commodity.clone()).or(frame.commodity.take());
        }
        let outcome = self.figure(Place { view, index, before: pointed.as_ref().or(own).or(told), recent }, quantity);
        said.passed = None;
        match outcome {
            Outcome::Fact(fact, frame, aside) => {
                let listed = is_listed(view, said.compared_until, quantity);
                self.tell_fact(view, Here { index, quantity, bracket, listed, recent }, *fact, *frame, aside, said);
            }
            Outcome::Quoted(fact) => {
                self.quoted = fact.commodity.clone().map(|goods| (goods, self.sentences));
                said.quoted.push(*fact);
            }
            Outcome::Dealt(goods) => {
                self.quoted = Some((goods, self.sentences));
                self.pass_over(quantity, "price_of_a_market");
            }
            Outcome::Out(rule) => {
                said.passed = Some((quantity.tokens.end, rule));
                self.hear_money(view, quantity);
                self.pass_over(quantity, rule);
            }
            Outcome::None(rule) => {
                if rule == "other_topic" && quantity.quantity.unit.is_sum() {
                    self.other_money = Some(self.lines);
                }
                if rule == "other_topic" && self.shops && quantity.quantity.unit.is_ratio() {
                    self.shop_prices = Some(self.lines);
                }
                self.hear_money(view, quantity);
                self.pass_over(quantity, rule);
            }
        }
    }

    /// Takes up a fact and its statement; `aside` tells whether it was told only for comparison.
    fn tell_fact(
        &mut self,
        view: &View<'_>,
        here: Here<'_>,
        mut fact: Fact,
        mut frame: Frame,
        aside: bool,
        said: &mut Said,
    ) {
        let Here { index, quantity, bracket, listed, recent } = here;
        if let Some(stretch) = self.stretch_again(&fact).filter(|_| !aside) {
            (fact.period, frame.period) = (Some(stretch), Some(stretch));
            self.clock.spoken = Some(stretch);
            self.left = None;
        }
        if let Some(at) = said.pairs.and_then(|p| place(p.told, index)) {
            said.of_pairs[at] = Some(frame.clone());
        }
        // *from 7.09 billion in February and 6.70 billion in March 1986*: both are compared with.
        let ends = |p: Option<Period>| p.map(|p| p.last_day());
        if aside {
            said.set_beside.push(self.reading.facts.len());
        }
        let aside = aside || listed && ends(fact.period) < ends(said.before.as_ref().and_then(|f| f.period));
        said.compared_until = aside.then_some(quantity.tokens.end);
        self.compare(&fact, aside, said.before.as_ref().or(recent));
        if !aside {
            self.foretell(&fact);
        }
        // *(45%, from 38% a quarter before)* leaves brackets that follow where they were.
        let kept = said.beside.as_ref().or(said.before.as_ref()).and_then(|f| f.period).filter(|_| aside);
        said.beside = bracket.then(|| Frame {
            period: kept.or(frame.period),
            commodity: fact.commodity.clone(),
            ..frame.clone()
        });
        if bracket && let Some(kept) = &said.before {
            frame = kept.clone();
        } else if aside {
            // What is told for comparison leaves the talk where it was.
            let kept = said.before.as_ref().or(recent);
            // *Imports in May compared with 12.1 billion in April and fell 18 pct*: they fell in May.
            let own = said.before.is_none().then(|| self.time_ahead(view, quantity.tokens.start)).flatten();
            frame.period = own.or(kept.and_then(|f| f.period)).or(self.clock.spoken);
            if fact.status == Status::Forecast {
                frame.status = kept.map_or(frame.status, |f| f.status);
            }
        }
        self.keep_in_mind(&fact, &frame, aside);
        // *the reactors, 11 GW together*: what a plant can do leaves the talk of other goods where it was.
        let beside_the_point = fact.indicator == Indicator::Capacity
            && fact.quantity.unit.measure == Measure::Watt
            && recent.is_some_and(|f| f.indicator != Indicator::Capacity);
        self.reading.facts.push(fact);
        if beside_the_point {
            return;
        }
        // What a headline says without a figure stands back behind the first figure of the same.
        let headline = |lead: &Frame| {
            lead.written.is_none()
                && lead.indicator == frame.indicator
                && lead.reporter == frame.reporter
                && frame.unit.is_some()
                && !aside
        };
        if self.lead.as_ref().is_none_or(headline) {
            self.lead = Some(frame.clone());
        }
        let told = aside || view.respective.is_some();
        match &mut said.main {
            None if !told => said.main = Some(frame.clone()),
            // *rose by a third and made 13.2 billion*: the amount behind the change gives the unit.
            Some(main) if main.unit.is_none() && main.indicator == frame.indicator && !told => {
                (main.unit, main.written) = (frame.unit, frame.written);
            }
            _ => {}
        }
        said.before = Some(frame);
    }

    /// The money that the text counts in, and what was last told in money or moved, which later figures go on from.
    fn keep_in_mind(&mut self, fact: &Fact, frame: &Frame, aside: bool) {
        let unit = fact.quantity.unit;
        if unit.is_sum() {
            self.other_money = None;
            self.last_money = Some(unit);
            if let Measure::Currency(code) = unit.measure
                && !self.moneys.contains(&code)
            {
                self.moneys.push(code);
            }
        }
        if !aside && unit.is_sum() && fact.indicator.is_one_way() {
            self.in_money = Some((frame.clone(), self.sentences));
        }
        let goods = !matches!(unit.measure.dimension(), Dimension::Money | Dimension::Ratio);
        // *sells Peru 35 MW at 7 cents, and Chile 100 MW*: so is power that is sold.
        let power = fact.indicator == Indicator::Capacity && unit.measure == Measure::Watt && fact.names_both_sides();
        if goods && (fact.indicator.is_one_way() || power) {
            self.moved = Some(frame.clone());
        }
    }
}
