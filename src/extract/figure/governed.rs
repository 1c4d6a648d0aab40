//! What a figure counts: the word that governs it, or the statement that it goes on from.

use std::borrow::Cow;

use super::measured::Measured;
use super::spoken_of::flow_spoken_of;
use super::{No, Place};
use crate::extract::assemble::Assembler;
use crate::extract::benchmark::Market;
use crate::extract::finance;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::{Governor, Search};
use crate::extract::of_two_told::points_back;
use crate::extract::part_of::told_as_part;
use crate::extract::plausible::{currency_told, exchange_rate, fits};
use crate::extract::rule::{Filled, first};
use crate::extract::scope::out_of_scope;
use crate::extract::share::ranks;
use crate::extract::view::View;
use crate::extract::{goods_of_line, indicator, other};
use crate::lexicon::words::{goes_or_comes, is_quantity, is_receipts};
use crate::lexicon::{Class, Marks, Topic};
use crate::mention::QuantityMention;
use crate::mention::{Form, What};
use crate::model::{Dimension, Indicator, Party, Unit};

/// What is counted.
pub(super) struct Governed<'f> {
    /// What says so.
    pub governor: Filled<Governor>,
    /// The statement that the figure goes on from.
    pub statement: Option<Cow<'f, Frame>>,
    /// What it counts.
    pub indicator: Indicator,
    /// Whether it goes on from goods and not from the price before it.
    pub goods_again: bool,
}

/// Whether the talk of an earlier sentence can go on with a figure of this unit.
fn goes_on(view: &View<'_>, frame: &Frame, unit: Unit) -> bool {
    // *Growth will be between 4.7 and 4.8 percent*, behind talk of prices: what grows is an economy.
    let grows = unit.is_ratio() && view.range.clone().any(|at| view.norm(at) == "growth");
    if grows && frame.indicator == Indicator::Price {
        return false;
    }
    let goods = |u: Unit| u.is_goods();
    let alike = |u: Unit| u.measure.dimension() == unit.measure.dimension() || goods(u) && goods(unit);
    // What goods were sold for goes on from how many were.
    let earned = frame.indicator.is_one_way()
        && unit.measure.dimension() == Dimension::Money
        && view.heads.iter().any(|h| is_receipts(view.norm(h.at)) || view.norm(h.at) == "value");
    // How many goods were sold goes on from what they were sold for: *Volume rose to 441,000 tonnes*.
    let weighed =
        frame.indicator.is_one_way() && goods(unit) && view.heads.iter().any(|h| is_quantity(view.norm(h.at)));
    // *Gold: A$7.6 billion*, an entry of a list of what was exported by weight.
    let entry = goods_of_line::is_entry(view) && fits(frame.indicator, unit);
    // *437,000 tons for $148 million*, behind sums: what was sold for the one that goes on.
    let sold_for = |q: &QuantityMention| {
        let sum = view.figures().find(|s| view.start_with_hedge(s) == q.tokens.end + 1);
        matches!(view.norm(q.tokens.end), "for" | "worth") && sum.is_some_and(|s| s.quantity.unit.is_sum())
    };
    let sold_for =
        goods(unit) && frame.indicator.is_one_way() && view.figures().any(|q| q.quantity.unit == unit && sold_for(q));
    unit.is_ratio() || earned || weighed || entry || sold_for || frame.unit.is_none_or(alike)
}

impl Assembler<'_> {
    pub(super) fn govern<'f>(&'f self, place: Place<'f, '_>, measured: &Measured) -> Result<Governed<'f>, No> {
        let Place { view, index, before, recent } = place;
        let Measured { written, unit, market, priced: price } = measured;
        let unit = *unit;
        let exports_before = before.or(recent).is_some_and(|f| f.indicator == Indicator::Exports);
        // *Saudi Arabia and India each supplied a tenth* of what Kuwait imports.
        let supplied = |f: &Frame| {
            f.indicator == Indicator::Exports
                && f.reporter == Some(Party::WORLD)
                && f.partner.is_some_and(|p| p.is_country())
        };
        let bought = |f: &Frame| f.indicator == Indicator::Imports || supplied(f);
        let imports_before = before.or(recent).is_some_and(bought);
        let turnover_before = before.or(recent).is_some_and(|f| f.indicator == Indicator::Turnover);
        let exports = exports_before && (before.is_some() || self.same_line());
        // *net profit of 97 billion riyals ... That beat an estimate of 95 billion*: of the profit.
        let other = self.other_money == Some(self.lines) && unit.is_sum();
        let goes_on = recent.is_some_and(|frame| goes_on(view, frame, unit));
        let (follows, topic) = (before.is_some(), goes_on && !other);
        let (near, of_two) = (self.talk_is_near(), self.survey.is_of_two());
        let share_told = before.or(recent).is_some_and(|f| f.share);
        let search = Search {
            view,
            quantity: index,
            unit,
            follows,
            topic,
            near,
            exports,
            exports_before,
            imports_before,
            turnover_before,
            share_told,
            of_two,
        };
        if unit.is_ratio() && market.is_none() && other::change_of_other(&search) {
            return Err(No::Out("change_of_other"));
        }
        let stands =
            |market: &Market| Filled::new(Governor::Head(market.head), "stands_on_a_market", Some(market.head.span));
        let pointed = before.filter(|_| points_back(view, written).is_some());
        let of_one = pointed.map(|_| Filled::new(Governor::Previous, "one_of_two_told", Some(written.span)));
        let governor =
            of_one.or_else(|| market.as_ref().map(stands)).or_else(|| first(const { &indicator::rules() }, &search));
        // *only 55 wells were drilled, compared to 137*, behind prices: a bare number of something else.
        let own = written.form != Form::Bare || before.is_some_and(|f| f.indicator == Indicator::Price);
        let priced =
            (unit.is_price() && own).then(|| Filled::new(Governor::Topic, "price_by_unit", Some(written.span)));
        let Some(governor) = governor.or(priced) else { return Err(No::None("no_topic")) };
        let told_of_money = !matches!(governor.value, Governor::Head(_))
            && view.where_given(Marks::COIN, || currency_told(view, written));
        if unit.measure.dimension() == Dimension::Money && (told_of_money || exchange_rate(view, written)) {
            return Err(No::Out("exchange_rate"));
        }
        // A new paragraph that names no one goes on from the first statement of what it counts.
        let lead = self.lead.as_ref().filter(|lead| before.is_none() && !self.same_line() && lead.reporter.is_some());
        let recent = match (&governor.value, lead) {
            (Governor::Head(head), Some(lead))
                if head.class == Class::Noun && head.indicator() == Some(lead.indicator) =>
            {
                Some(lead)
            }
            _ => recent,
        };
        let spoken = match governor.value {
            Governor::Head(head) => flow_spoken_of(view, measured, head, before, recent),
            _ => None,
        };
        let governor = spoken.unwrap_or(governor);
        let (statement, goods_again) = self.goes_on_from(Place { recent, ..place }, measured, governor.value);
        let indicator = match governor.value {
            Governor::Head(head) => head.indicator(),
            _ => statement.as_ref().map(|frame| frame.indicator),
        };
        // *Ivory Coast's cocoa arrivals*: what its own farmers bring to the ports.
        let harvested = |head: Head| {
            view.norm(head.at) == "arrivals"
                && view
                    .goods_before(head.at)
                    .is_some_and(|m| matches!(&m.what, What::Commodity(goods) if goods.as_str() == "cocoa"))
                && !view.actors.iter().any(|a| matches!(a.role, Role::From | Role::Origin))
        };
        let indicator = match governor.value {
            Governor::Head(head) if harvested(head) => Some(Indicator::Production),
            _ => indicator,
        };
        if let Some(rule) = out_of_scope(view, written, unit, governor.value, indicator, *price) {
            return Err(No::Out(rule));
        }
        let no_goods = self.account.is_some_and(|(of_none, _)| of_none);
        if no_goods && indicator == Some(Indicator::Balance) && finance::is_bare_balance(view, governor.value) {
            return Err(No::Out("balance_of_no_goods"));
        }
        // *The population stood at 4.66 million*, behind a price: a bare number of something else.
        let else_told = matches!(governor.value, Governor::Head(head) if head.topic == Topic::Other);
        let carried = written.form == Form::Bare && !*price;
        let indicator = if unit.is_price() && !(carried && else_told) { Some(Indicator::Price) } else { indicator };
        let Some(indicator) = indicator else { return Err(No::None("other_topic")) };
        // *Earnings fell to $22 billion as prices slumped*: those of the trade spoken of.
        let earned = measured.is_much_money();
        let astray = earned && indicator == Indicator::Price && market.is_none();
        let flow = |f: &&Frame| f.indicator.is_one_way();
        let (governor, statement, indicator) =
            match before.filter(flow).or(self.trade.as_ref().filter(flow)).filter(|_| astray) {
                Some(trade) => (
                    Filled::new(Governor::Topic, "too_much_for_a_price", None),
                    Some(Cow::Borrowed(trade)),
                    trade.indicator,
                ),
                None => (governor, statement, indicator),
            };
        if earned && indicator == Indicator::Price {
            return Err(No::None("too_much_for_a_price"));
        }
        Ok(Governed { governor, statement, indicator, goods_again })
    }
    /// The statement that it goes on from, and whether that is one of goods and not the price before it.
    fn goes_on_from<'f>(
        &'f self,
        place: Place<'f, '_>,
        measured: &Measured,
        governor: Governor,
    ) -> (Option<Cow<'f, Frame>>, bool) {
        let Place { view, before, recent, .. } = place;
        let Measured { written, unit, .. } = measured;
        let both = view.pair.is_some() && self.between.is_some();
        // *The two presidents want to lift the figure to $1 billion*, behind the exports of one of the two.
        let aimed = match governor {
            Governor::Topic => self.trade_of_both(view, written, recent),
            _ => None,
        };
        if let Some(trade) = aimed {
            return (Some(Cow::Owned(trade)), false);
        }
        let statement = match governor {
            Governor::Previous => before,
            // *The two countries set the goal of lifting the figure*: that of their trade.
            Governor::Topic if both && recent.is_some_and(|f| f.indicator != Indicator::Turnover) => {
                self.between.as_ref()
            }
            Governor::Topic => recent,
            Governor::Head(_) => before.or(recent),
        };
        // *The flow the other way rose to 12.1 billion*
        let turned = match statement {
            Some(frame)
                if !matches!(governor, Governor::Head(_))
                    && turns_round(view, place.index, matches!(governor, Governor::Previous)) =>
            {
                frame.turned()
            }
            _ => None,
        };
        let statement = turned.map(Cow::Owned).or(statement.map(Cow::Borrowed));
        // *sold at 1,603 francs per tonne, 15,000 tonnes from Rouen at 1,596 francs*: goods go on from goods, not from prices.
        let goods = matches!(
            unit.measure.dimension(),
            Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Power | Dimension::Count
        );
        // *at an average price of $76, earning $7.7 billion*: nor is so much money a price.
        let earned = measured.is_much_money();
        let priced = statement.as_ref().is_some_and(|f| f.indicator == Indicator::Price);
        let goods_again = (goods || earned) && !unit.is_price() && priced;
        // *The price averaged $463 a tonne. China accounted for 41 percent of the total*: nor is a part one of a price.
        let parted = priced && unit.is_ratio() && view.where_given(Marks::SHARE, || told_as_part(view, written));
        let resumed = || unit.is_bulk() && matches!(governor, Governor::Previous) && resumes_behind_part(view, written);
        let statement = match statement {
            Some(_) if resumed() => self.moved.as_ref().map(Cow::Borrowed).or(statement),
            Some(_) if goods_again => self.moved.as_ref().map(Cow::Borrowed).or(statement),
            Some(_) if parted && !matches!(governor, Governor::Head(_)) => {
                self.moved.as_ref().or(self.trade.as_ref()).map(Cow::Borrowed).or(statement)
            }
            statement => statement,
        };
        // *meeting 42 percent of the country's needs. Iraq came second with 891,000 bpd*: of what it buys.
        let supplied = |f: &Frame| {
            f.indicator == Indicator::Consumption
                && f.partner.is_some_and(|p| p.is_country())
                && !matches!(governor, Governor::Head(_))
                && unit.is_bulk()
                && ranks(view, written.tokens.start)
        };
        let bought_by = statement.as_deref().filter(|frame| supplied(frame)).and_then(|frame| {
            let trade = self.trade.as_ref()?;
            let bought = trade.indicator == Indicator::Imports && trade.reporter == frame.reporter;
            bought.then(|| Frame { partner: None, ..trade.clone() })
        });
        (bought_by.map(Cow::Owned).or(statement), goods_again)
    }
}

/// *sold 3 million tonnes to Peru, covering a third of its needs, and 1.2 million tonnes to Chile*: whether an amount goes on from
/// the one that a part is told of in between.
fn resumes_behind_part(view: &View<'_>, written: &QuantityMention) -> bool {
    let first = view.start_with_hedge(written);
    let Some(part) = view.figures().rfind(|q| q.tokens.end <= first) else { return false };
    // *moved 6 million tonnes into China, a fifth of it Russian, compared with 4.8 million in 2007*: with all of it.
    let set_off = part.quantity.unit.is_ratio()
        && view.norm(part.tokens.end) == "of"
        && matches!(view.norm(part.tokens.end + 1), "it" | "them" | "that" | "this" | "which")
        && view.norm_before(view.start_with_hedge(part), 1) == ",";
    if set_off && view.comparing_before(first).is_some() {
        return true;
    }
    let joined = view.norm_before(first, 1) == "and"
        && (view.norm_before(first, 2) == "," || view.segment(part.tokens.start) != view.segment(first));
    let end = written.tokens.end;
    joined
        && part.quantity.unit.is_ratio()
        && view.norm(part.tokens.end) == "of"
        && matches!(view.norm(end), "to" | "from")
        && view.actors.iter().any(|a| a.party.is_country() && (end + 1..end + 3).contains(&a.at))
}

/// *The flow the other way*, *in the opposite direction* before a figure.
fn turns_round(view: &View<'_>, index: usize, goes_on: bool) -> bool {
    let (start, end) = (view.mentions[index].tokens.start, view.mentions[index].tokens.end);
    // *148 GWh had come the other way*
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at >= end);
    let behind = || {
        let moved = |at: usize| {
            let word = view.norm(at);
            goes_or_comes(word)
                || matches!(word, "gone" | "sent")
                || ["flow", "mov", "head", "travel", "cross"].iter().any(|stem| word.starts_with(stem))
        };
        let to = next.unwrap_or(view.range.end).min(end + 8);
        // *and 1.2 TWh in the opposite direction*, behind a figure of the same sentence
        (end..to).any(|at| view.is_way_back(at)) && (goes_on || (end..to).any(moved))
    };
    view.where_given(Marks::WAY, || {
        // *In the other direction it sold 200 GWh, up from 150*: the second goes on from the first, which was turned.
        let back = view.clause(start).take_while(|at| *at < start).filter(|at| view.is_way_back(*at)).last();
        back.is_some_and(|at| view.first_quantity(&(at..start)).is_none()) || behind()
    })
}
