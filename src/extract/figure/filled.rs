//! Whether a figure happened, whose it is, of which goods and when.

use super::counted::Counted;
use super::measured::Measured;
use super::{No, Place};
use crate::extract::assemble::Assembler;
use crate::extract::benchmark::Market;
use crate::extract::frame::Frame;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::parties::Sides;
use crate::extract::period::Times;
use crate::extract::rule::{Filled, first};
use crate::extract::side::alone;
use crate::extract::{commodity, market, parties, period, standing, status, status_laid_down};
use crate::mention::{Mention, What};
use crate::model::{Commodity, Indicator, Kind, Party, Status};
use crate::resolve::Clock;

/// What the words around a figure say of it.
pub(super) struct Slots {
    /// Whether it happened.
    pub status: Filled<Status>,
    /// Whose it is.
    pub sides: Sides,
    /// Of which goods: `None` inside for goods in total.
    pub goods: Option<Filled<Option<Commodity>>>,
    /// When it was, and what it is compared with.
    pub times: Times,
    /// Whether it is what a market asks.
    pub quoted: bool,
}

impl Assembler<'_> {
    pub(super) fn fill(&self, place: Place<'_, '_>, measured: &Measured, counted: &Counted<'_>) -> Result<Slots, No> {
        let Place { view, index, .. } = place;
        let Measured { written, unit, market, .. } = measured;
        let (unit, kind) = (*unit, &counted.kind);
        let (indicator, governor, statement) = counted.told();
        let mut status = self.status(place, measured, counted);
        let mut sides = self.sides(place, counted);
        let goods = self.goods(place, measured, counted, &sides);
        let told = goods.as_ref().is_some_and(|g| g.value.is_some());
        // *Domestic demand increased 0.7 pct*: what a country spends on everything is its economy.
        if indicator == Indicator::Consumption && unit.is_ratio() && kind.value.0 == Kind::Change && !told {
            return Err(No::None("consumption_of_everything"));
        }
        if let Some(rule) = self.at_home(view, unit, governor.value, indicator, told) {
            return Err(No::None(rule));
        }
        let mut times = self.times(place, measured, counted, (&sides, status.value));
        if let Some(rule) = self.of_nobody(place, measured, counted, (&sides, goods.as_ref())) {
            return Err(No::None(rule));
        }
        let respective = view.respective.as_ref();
        if let Some((expression, span)) = respective.and_then(|r| r.period(index)) {
            let clock = Clock { ahead: status.value != Status::Actual, ..self.clock };
            times.period = Some(Filled::new(clock.resolve(expression), "respectively", Some(span)));
        }
        if let [Some(first), Some(second)] = self.clock.compared
            && let Some(place) = respective.and_then(|r| r.compared(index))
        {
            let told = if place == 0 { first } else { second };
            times.period = Some(Filled::new(Some(told), "respectively", None));
        }
        // *up from 40 billion shillings ($330 million)*: of the time of what it converts.
        let of_converted = || self.reading.facts.iter().rev().take(3).find(|f| Some(f.span) == kind.span);
        if kind.rule == "converted"
            && times.period.as_ref().is_none_or(|f| f.span.is_none())
            && let Some(fact) = of_converted()
        {
            times.period = Some(Filled::new(fact.period, "converted", kind.span));
        }
        // *The price fell in April. It had been $560*: before that, for as long as it was.
        let before = written.tokens.start;
        let had_been = indicator == Indicator::Price
            && view.norm_before(before, 1) == "been"
            && view.norm_before(before, 2) == "had"
            && times.period.as_ref().is_some_and(|f| f.span.is_none());
        if had_been {
            times.period = None;
        }
        // *gets gas at $164 next year*: a price of a time to come is agreed on.
        let begins = times.period.as_ref().and_then(|f| f.value).filter(|p| p.days() >= 180).map(|p| p.first_day());
        let to_come = begins.zip(self.clock.published).is_some_and(|(first, day)| first > day);
        let paid = || sides.partner.as_ref().is_some_and(|f| f.value.is_country());
        let level = indicator == Indicator::Price && kind.value.0 == Kind::Level && market.is_none();
        if to_come && level && status.value == Status::Actual && paid() {
            status = Filled::new(Status::Target, "price_to_come", times.period.as_ref().and_then(|f| f.span));
        }
        // *Robusta for May was offered at 305 dlrs a tonne*: a market's price, of no country's trade.
        let quoted = market.is_some()
            || market::quoted(view, unit, governor.value)
            || (governor.rule == "price_by_unit"
                || indicator == Indicator::Price && !unit.is_price() && !unit.is_ratio())
                && statement.is_none_or(|f| f.indicator != Indicator::Price)
                && market::told_of(view)
            || indicator == Indicator::Price && sides.reporter.is_none() && market::averaged(view, written, unit);
        let bought = goods.as_ref().and_then(|f| f.value.as_ref());
        let energy = || market::of_energy(unit, bought);
        // *Coffee for May delivery ended at 99 cents a pound*: what other goods stand at on an exchange.
        let dealt = sides.reporter.as_ref().is_some_and(|f| f.rule == "on_an_exchange");
        let dealt = dealt && status.value == Status::Actual && !energy();
        if let Some(goods) = bought.filter(|goods| dealt && goods.as_str() != "energy") {
            return Err(No::Dealt(goods.clone()));
        }
        if quoted && market.is_none() && !(unit.is_price() && energy()) {
            return Err(No::None("price_of_a_market"));
        }
        if let Some(market) = market {
            let told = (self.market_day(), status.value);
            market.settle(view, written, &mut sides, &mut times, self.clock.published, told);
        } else if quoted {
            market::settle(view, written.span, &mut sides, &mut times.period, self.clock.published);
        }
        Ok(Slots { status, sides, goods, times, quoted })
    }

    /// Whether it happened.
    fn status(&self, place: Place<'_, '_>, measured: &Measured, counted: &Counted<'_>) -> Filled<Status> {
        let Place { view, index, before, .. } = place;
        let Measured { written, market, .. } = measured;
        let (_, governor, statement) = counted.told();
        let year = self.clock.published.map(|day| chrono::Datelike::year(&day));
        let topic = statement.filter(|_| matches!(governor.value, Governor::Topic)).map(|f| f.status);
        let said = || place.recent.filter(|_| before.is_none() && status_laid_down::says_again(view, index));
        let topic = topic.or_else(|| said().map(|f| f.status));
        let status_asked = status::Asked { view, index, before: before.map(|f| f.status), topic, year };
        let status = first(const { &status::rules() }, &status_asked).unwrap_or(Filled::new(
            Status::Actual,
            "said_to_be_so",
            None,
        ));
        let status =
            if counted.indicator == Indicator::Capacity { standing::able_to(view, written, status) } else { status };
        match market {
            Some(market) => market.status(view, written.tokens.start, status),
            None => status,
        }
    }

    /// Whose it is.
    fn sides(&self, place: Place<'_, '_>, counted: &Counted<'_>) -> Sides {
        let Place { view, index, before, .. } = place;
        let Counted { sent, kind, .. } = counted;
        let (indicator, governor, statement) = counted.told();
        // *Iraq pumped 4.4 million barrels a day. Exports were 3.3 million*, behind talk of Kuwait's: they are Iraq's.
        let another = |trade: &Frame| {
            self.same_line()
                && statement.is_some_and(|f| {
                    alone(f.indicator)
                        && f.reporter.is_some_and(|p| trade.reporter != Some(p) && trade.partner != Some(p))
                })
        };
        let trade = self
            .trade
            .as_ref()
            .filter(|trade| matches!(governor.value, Governor::Head(_)) && !alone(indicator) && !another(trade));
        // *Ukraine burned 76 bcm in 2004. Turkmenistan provided 36 bcm*: of what was burned.
        let used = |f: &&Frame| {
            f.indicator == Indicator::Consumption && indicator == Indicator::Exports && f.commodity.is_some()
        };
        let told = statement
            .filter(|f| before.is_some() || !alone(f.indicator) || used(f) && self.same_line())
            .or(trade)
            .or(statement);
        let mut sides = parties::sides(&parties::Asked {
            view,
            quantity: Some(index),
            governor: governor.value,
            // *buys 600 MW from India*: the parties are those of the flow.
            indicator: sent.unwrap_or(indicator),
            kind: kind.value.0,
            before: told,
            context: &self.context,
            survey: &self.survey,
            same_line: before.is_some() || self.same_line(),
            same_sentence: before.is_some(),
            facts: &self.reading.facts,
            lexicon: self.lexicon,
        });
        if *sent == Some(Indicator::Imports) {
            std::mem::swap(&mut sides.reporter, &mut sides.partner);
        }
        let respective = view.respective.as_ref();
        if let Some(lists) = respective {
            lists.settle(view, index, told.and_then(|f| f.reporter), &mut sides);
        }
        sides
    }

    /// Of which goods.
    fn goods(
        &self,
        place: Place<'_, '_>,
        measured: &Measured,
        counted: &Counted<'_>,
        sides: &Sides,
    ) -> Option<Filled<Option<Commodity>>> {
        let Place { view, index, before, .. } = place;
        let Measured { written, market, .. } = measured;
        let kind = &counted.kind;
        let (indicator, governor, statement) = counted.told();
        let asked = commodity::Asked {
            view,
            quantity: written,
            governor: governor.value,
            indicator,
            kind: kind.value.0,
            reporter: sides.reporter.as_ref().map(|f| f.value),
            before: statement,
            same_sentence: before.is_some(),
            first_goods: self.first_goods.as_ref().map(|(goods, section)| (goods, *section)),
            label: self.label.as_ref(),
            story: &self.story,
            spoken: &self.spoken,
        };
        // The goods that a rule found a figure by which no word tells of.
        let owned = |head: &Head| {
            let named = |m: &&Mention| m.tokens.start == head.at && head.at == head.end;
            view.mentions.iter().find(named).and_then(|m| match &m.what {
                What::Commodity(goods) if commodity::is_piped(goods, measured.unit) => None,
                What::Commodity(goods) => Some(Filled::new(Some(goods.clone()), "whose_goods", Some(m.span))),
                _ => None,
            })
        };
        let flow = if let Governor::Head(head) = &governor.value { owned(head) } else { None };
        let goods = flow.or_else(|| market.as_ref().map(Market::goods)).or_else(|| commodity::goods(&asked));
        let listed = view.respective.as_ref().and_then(|r| r.goods(index));
        listed.map(|(goods, span)| Filled::new(Some(goods), "respectively", Some(span))).or(goods)
    }

    /// When it was.
    fn times(
        &self,
        place: Place<'_, '_>,
        measured: &Measured,
        counted: &Counted<'_>,
        (sides, status): (&Sides, Status),
    ) -> Times {
        let Place { view, index, before, .. } = place;
        let kind = &counted.kind;
        let (indicator, governor, statement) = counted.told();
        let with_all = self.seasonal_by_country || sides.partner.as_ref().is_none_or(|f| f.value == Party::WORLD);
        period::times(&period::Asked {
            view,
            index,
            quantity: &measured.written,
            kind: kind.value.0,
            indicator,
            status,
            governor: governor.value,
            before: statement,
            same_sentence: before.is_some(),
            // Trade with all is adjusted for the season, trade with one country is not everywhere.
            clock: Clock { basis: self.clock.basis.or((self.seasonal && with_all).then_some(1)), ..self.clock },
        })
    }
}
