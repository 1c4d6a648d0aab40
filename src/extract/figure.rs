//! One figure to a fact: the order in which its slots are filled.

use std::sync::Arc;

use super::assemble::{Assembler, bracketed};
use super::benchmark::Market;
use super::carry::scale_told_ahead;
use super::frame::{Frame, Written};
use super::grammar::Role;
use super::head::Head;
use super::indicator::{Governor, Search};
use super::part_of::{part_of_a_figure, told_as_part};
use super::plausible::{
    can_be_moved, currency_told, exchange_rate, fits, form_rule, is_equipment, price_each, signed, size_of_package,
    times_of_growth, told_by_the_year, too_little_for_trade,
};
use super::rule::{Filled, first};
use super::scope::out_of_scope;
use super::share::ranks;
use super::side::alone;
use super::story::joined_to_next;
use super::view::{Actor, View};
use super::{by_how_much, commodity, goods, indicator, kind, market, other, parties, period, standing, status};
use crate::lexicon::{Class, Marks, Topic};
use crate::mention::QuantityMention;
use crate::model::{
    Commodity, Decimal, Dimension, Evidence, Fact, Indicator, Kind, Measure, Party, Slot, Status, Unit,
};
use crate::resolve::Clock;

/// What a figure was read as.
pub(super) enum Outcome {
    /// A fact, its statement, and whether it was told only for comparison.
    Fact(Box<Fact>, Frame, bool),
    /// A price of a market, that the talk does not go on from.
    Quoted(Box<Fact>),
    /// What goods other than energy stand at on a market, which is no statistic.
    Dealt(Commodity),
    /// No statistic of a country's trade or energy, nor is what it is compared with.
    Out(&'static str),
    /// No fact.
    None(&'static str),
}

impl Assembler<'_> {
    /// Whether the statement spoken of stands in the paragraph being read.
    fn same_line(&self) -> bool {
        self.topic.as_ref().is_some_and(|(_, _, line)| *line == self.lines)
    }

    pub(super) fn figure(
        &self,
        view: &View<'_>,
        index: usize,
        written: &QuantityMention,
        before: Option<&Frame>,
        recent: Option<&Frame>,
    ) -> Outcome {
        let mut written = written.clone();
        self.caption_of_list(view, &mut written);
        scale_told_ahead(view, &mut written);
        joined_to_next(view, &mut written);
        let unit = self.unit(view, &written, before.or(recent), before.is_some());
        let headline = self.sentences == 1 && unit.is_none();
        let unit = unit.or_else(|| headline.then(|| self.story.unit_told(&written)).flatten());
        written.quantity.unit = unit.unwrap_or(written.quantity.unit);
        // What goes on from a market told of before has to name something of it.
        let dealt = view.marks.meets(Marks::MARKET) || self.quoted.is_some() && view.marks.meets(Marks::GOODS);
        let market = if dealt { self.market(view, &written) } else { None };
        // *Brent closed at 100.58*
        let Some(unit) = unit.or(market.as_ref().and_then(|market| market.price).map(|(unit, _)| unit)) else {
            return Outcome::None("no_unit");
        };
        let price = match &market {
            Some(market) => market.price,
            None => self.price_of_as_much(view, &written, unit, before, recent),
        };
        let each = price_each(view, &written, unit).filter(|_| price.is_none());
        let unit = price.map_or(Unit { per: each.or(unit.per), ..unit }, |(unit, _)| unit);
        if let Some(market) = market.as_ref().filter(|market| !market::of_energy(unit, Some(&market.goods))) {
            return Outcome::Dealt(market.goods.clone());
        }
        // *at 318 dlrs, ... at 314*: the next amount is for as much.
        written.divisor = written.divisor.or(each.map(|_| Decimal::ONE));
        if let Some((_, amount)) = price {
            let Some(value) = written.quantity.value.checked_div(amount) else {
                return Outcome::None("value_does_not_fit");
            };
            written.quantity.value = value;
            written.quantity.high = written.quantity.high.and_then(|high| high.checked_div(amount));
            written.quantity.quantum = written.quantity.quantum.and_then(|q| q.checked_div_exact(amount));
            written.divisor = Some(amount);
        }
        written.quantity.unit = unit;
        self.carry(view, &mut written, before.or(recent));
        if unit.measure == Measure::Times && !times_of_growth(view, &written) {
            return Outcome::None("times_of_occurrence");
        }
        let same_dimension = recent.is_some_and(|frame| {
            let goods =
                |u: Unit| matches!(u.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Energy);
            let alike = |u: Unit| u.measure.dimension() == unit.measure.dimension() || goods(u) && goods(unit);
            // What goods were sold for goes on from how many were.
            let earned = matches!(frame.indicator, Indicator::Exports | Indicator::Imports)
                && unit.measure.dimension() == Dimension::Money
                && view.heads.iter().any(|h| {
                    matches!(view.norm(h.at), "earnings" | "receipts" | "proceeds" | "value" | "revenue" | "revenues")
                });
            // How many goods were sold goes on from what they were sold for: *Volume rose to 441,000 tonnes*.
            let weighed = matches!(frame.indicator, Indicator::Exports | Indicator::Imports)
                && goods(unit)
                && view
                    .heads
                    .iter()
                    .any(|h| matches!(view.norm(h.at), "volume" | "volumes" | "quantity" | "quantities"));
            // *Gold: A$7.6 billion*, an entry of a list of what was exported by weight.
            let entry = goods::is_entry(view) && fits(frame.indicator, unit);
            unit.is_ratio() || earned || weighed || entry || frame.unit.is_none_or(alike)
        });
        if one_of_a_price(view, &written) {
            return Outcome::None("unit_of_a_price");
        }
        // *holds 10.4 billion cubic meters of water*
        if view.norm(written.tokens.end) == "of" && view.norm(written.tokens.end + 1) == "water" {
            return Outcome::Out("water");
        }
        if size_of_package(view, &written) {
            return Outcome::None("size_of_package");
        }
        // *'000 tonnes* heads figures, and is none.
        if written.quantity.value.is_zero() && view.norm(written.tokens.start) == "000" {
            return Outcome::None("scale_without_a_figure");
        }
        // *Exports by product (1,000 EUR)*: nor is what they are counted in.
        let opens = |back: usize| view.norm(written.tokens.start.wrapping_sub(back)) == "(";
        if written.written == Decimal::from(1000)
            && written.exponent == 0
            && view.norm(written.tokens.end) == ")"
            && (opens(1) || opens(2) && view.norm(written.tokens.start - 1) == "in")
            && view.quantities.len() == 1
        {
            return Outcome::None("scale_without_a_figure");
        }
        if before.is_none() && goods::is_rest(view) {
            return Outcome::None("rest_of_a_list");
        }
        // *Visitors spent 103 million, of which restaurants took 26 percent*: a part of what is no fact.
        if unit.is_ratio() && before.is_none() && part_of_a_figure(view, &written) {
            return Outcome::None("part_of_no_fact");
        }
        if unit.measure == Measure::PercentagePoints && interest(view, &written) {
            return Outcome::None("interest_paid");
        }
        let exports_before = before.or(recent).is_some_and(|f| f.indicator == Indicator::Exports);
        let imports_before = before.or(recent).is_some_and(|f| f.indicator == Indicator::Imports);
        let exports = exports_before && (before.is_some() || self.same_line());
        // *net profit of 97 billion riyals ... That beat an estimate of 95 billion*: of the profit.
        let other =
            self.other_money == Some(self.lines) && unit.measure.dimension() == Dimension::Money && unit.per.is_none();
        let (follows, topic) = (before.is_some(), same_dimension && !other);
        let search = Search { view, quantity: index, unit, follows, topic, exports, exports_before, imports_before };
        if unit.is_ratio() && market.is_none() && other::change_of_other(&search) {
            return Outcome::Out("change_of_other");
        }
        let stands =
            |market: &Market| Filled::new(Governor::Head(market.head), "stands_on_a_market", Some(market.head.span));
        let governor = market.as_ref().map(stands).or_else(|| first(const { &indicator::rules() }, &search));
        // *only 55 wells were drilled, compared to 137*, behind prices: a bare number of something else.
        let own = written.form != crate::mention::Form::Bare || before.is_some_and(|f| f.indicator == Indicator::Price);
        let priced =
            (unit.is_price() && own).then(|| Filled::new(Governor::Topic, "price_by_unit", Some(written.span)));
        let Some(governor) = governor.or(priced) else { return Outcome::None("no_topic") };
        let told_of_money = !matches!(governor.value, Governor::Head(_))
            && view.where_given(Marks::COIN, || currency_told(view, &written));
        if unit.measure.dimension() == Dimension::Money && (told_of_money || exchange_rate(view, &written)) {
            return Outcome::Out("exchange_rate");
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
        // *Of the total, 39 bcm arrived by pipeline* in talk of imports: they did.
        let carried = |head: Head| {
            let clause = view.clause(written.tokens.start);
            let mut ends = view.actors.iter().filter(|a| clause.contains(&a.at));
            head.topic == Topic::Flow
                && !ends.any(|a| matches!(a.role, Role::From | Role::To | Role::Object | Role::Subject))
        };
        let governor = match (&governor.value, before.or(recent)) {
            (Governor::Head(head), Some(frame)) if carried(*head) && frame.indicator == Indicator::Imports => {
                let value = if before.is_some() { Governor::Previous } else { Governor::Topic };
                Filled::new(value, "flow_of_the_talk", Some(head.span))
            }
            _ => governor,
        };
        let both = (view.pair.is_some() || speaks_of_both(view)) && self.between.is_some();
        let statement = match governor.value {
            Governor::Previous => before,
            // *The two countries set the goal of lifting the figure*: that of their trade.
            Governor::Topic if both && recent.is_some_and(|f| f.indicator != Indicator::Turnover) => {
                self.between.as_ref()
            }
            Governor::Topic => recent,
            Governor::Head(_) => before.or(recent),
        };
        // *The flow the other way rose to 12.1 billion*
        let turned;
        let statement = match statement {
            Some(frame) if !matches!(governor.value, Governor::Head(_)) && turns_round(view, index) => {
                turned = frame.turned();
                turned.as_ref().or(statement)
            }
            statement => statement,
        };
        // *sold at 1,603 francs per tonne, 15,000 tonnes from Rouen at 1,596 francs*: goods go on from goods, not from prices.
        let goods = matches!(
            unit.measure.dimension(),
            Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Count
        );
        // *at an average price of $76, earning $7.7 billion*: nor is so much money a price.
        let earned = unit.measure.dimension() == Dimension::Money && written.exponent >= 6;
        let priced = statement.is_some_and(|f| f.indicator == Indicator::Price);
        let goods_again = (goods || earned) && !unit.is_price() && priced;
        // *The price averaged $463 a tonne. China accounted for 41 percent of the total*: nor is a part one of a price.
        let parted = priced && unit.is_ratio() && view.where_given(Marks::SHARE, || told_as_part(view, &written));
        let statement = match statement {
            Some(_) if goods_again => self.moved.as_ref().or(statement),
            Some(_) if parted && !matches!(governor.value, Governor::Head(_)) => {
                self.moved.as_ref().or(self.trade.as_ref()).or(statement)
            }
            statement => statement,
        };
        // *meeting 42 percent of the country's needs. Iraq came second with 891,000 bpd*: of what it buys.
        let supplied = |f: &Frame| {
            f.indicator == Indicator::Consumption
                && f.partner.is_some_and(|p| p.is_country())
                && !matches!(governor.value, Governor::Head(_))
                && unit.is_bulk()
                && ranks(view, written.tokens.start)
        };
        let bought =
            |f: &&Frame| f.indicator == Indicator::Imports && statement.is_some_and(|s| s.reporter == f.reporter);
        let bought_by = match statement {
            Some(frame) if supplied(frame) => self.trade.as_ref().filter(bought),
            _ => None,
        };
        let bought_by = bought_by.map(|frame| Frame { partner: None, ..frame.clone() });
        let statement = bought_by.as_ref().or(statement);
        let indicator = match governor.value {
            Governor::Head(head) => head.indicator(),
            _ => statement.map(|frame| frame.indicator),
        };
        if let Some(rule) = out_of_scope(view, &written, unit, governor.value, indicator, price.is_some()) {
            return Outcome::Out(rule);
        }
        let no_goods = self.account.is_some_and(|(of_none, _)| of_none);
        if no_goods && indicator == Some(Indicator::Balance) && super::finance::is_bare_balance(view, governor.value) {
            return Outcome::Out("balance_of_no_goods");
        }
        // *The population stood at 4.66 million*, behind a price: a bare number of something else.
        let else_told = matches!(governor.value, Governor::Head(head) if head.topic == Topic::Other);
        let carried = written.form == crate::mention::Form::Bare && price.is_none();
        let indicator = if unit.is_price() && !(carried && else_told) { Some(Indicator::Price) } else { indicator };
        let Some(indicator) = indicator else { return Outcome::None("other_topic") };
        // *Earnings fell to $22 billion as prices slumped*: those of the trade spoken of.
        let astray = earned && indicator == Indicator::Price && market.is_none();
        let flow = |f: &&Frame| matches!(f.indicator, Indicator::Exports | Indicator::Imports);
        let (governor, statement, indicator) =
            match before.filter(flow).or(self.trade.as_ref().filter(flow)).filter(|_| astray) {
                Some(trade) => {
                    (Filled::new(Governor::Topic, "too_much_for_a_price", None), Some(trade), trade.indicator)
                }
                None => (governor, statement, indicator),
            };
        if earned && indicator == Indicator::Price {
            return Outcome::None("too_much_for_a_price");
        }
        // *100 megawatts can be sent*: power is what a line can move, whatever verb says so, but *imports 500 MW from India* is bought.
        let power = unit.measure.dimension() == Dimension::Power && !unit.is_price();
        let taken = indicator == Indicator::Imports && !can_be_moved(view, &written);
        let moved = matches!(indicator, Indicator::Exports | Indicator::Imports | Indicator::Transit) && !taken;
        let flow = indicator;
        let indicator = if power && moved { Indicator::Capacity } else { indicator };
        if !fits(indicator, unit) || is_equipment(indicator, unit, &written) {
            return Outcome::None("unit_does_not_fit");
        }
        if too_little_for_trade(indicator, unit, &written) {
            return Outcome::None("too_little_for_trade");
        }
        let indicator = match governor.value {
            // *Kuwait pumped 1.3 mln bpd* to nowhere: it produced them.
            Governor::Head(head)
                if view.norm(head.at).starts_with("pump")
                    && indicator != Indicator::Transit
                    && view.routes.is_empty()
                    && !view.actors.iter().any(|a| {
                        // *pumped 3.2 million b/d, as exports from Basrah recovered*: an end of another noun.
                        let next = view.heads.iter().any(|h| h.at > written.tokens.end && h.at < a.at);
                        matches!(a.role, Role::To | Role::Object | Role::From) && !next
                    }) =>
            {
                Indicator::Production
            }
            _ => indicator,
        };
        let asked = kind::Asked { view, quantity: &written };
        let rate = indicator == Indicator::Reserves && unit.is_rate();
        let kind = market
            .as_ref()
            .filter(|_| !unit.is_ratio())
            .map(Market::kind)
            .or_else(|| self.as_told(view, &written))
            .or_else(|| first(const { &kind::rules() }, &asked))
            .or_else(|| self.part_of_total(view, &written, before));
        let Some(kind) = kind else { return Outcome::None("no_kind") };
        // *a well tested 9,000 barrels a day*, *to raise the fill rate of the reserve to 100,000 barrels a day*: no amount that lies there.
        if rate && kind.value.0 == Kind::Level {
            return Outcome::None("rate_of_a_stock");
        }
        let yearly =
            indicator == Indicator::Capacity && kind.value.0 == Kind::Level && told_by_the_year(view, &written, unit);
        let counted = if yearly && unit.per.is_none() && unit.is_bulk() { unit.per(Measure::Year) } else { unit };
        let quantity = signed(&written, kind.value, counted);
        let Some(mut quantity) = quantity else { return Outcome::None("value_does_not_fit") };
        // *a ¥462.5 billion ($3 billion) deficit*
        let behind = by_how_much::behind_bracket(&asked);
        let deficit = match governor.value {
            // *shifted from a $243 million surplus to a $583 million deficit*
            _ if indicator == Indicator::Balance && view.norm(behind) == "deficit" => true,
            _ if indicator == Indicator::Balance && view.norm(behind) == "surplus" => false,
            _ if indicator == Indicator::Balance && view.favour_behind(written.tokens.end).is_some() => false,
            Governor::Head(Head { topic: Topic::Deficit, .. }) => true,
            Governor::Head(_) => false,
            _ => statement.is_some_and(|f| f.deficit),
        };
        // *Balance: minus 1.32 trillion yen*, *plunged to minus $37*
        let minus = matches!(indicator, Indicator::Balance | Indicator::Price)
            && view.norm(written.tokens.start.wrapping_sub(1)) == "minus"
            || indicator == Indicator::Balance && by_how_much::in_the_red(view, &written);
        if (deficit || minus) && kind.value.0 == Kind::Level && !quantity.value.is_negative() {
            quantity.value = -quantity.value;
            quantity.high = quantity.high.map(|high| -high);
        }
        let year = self.clock.published.map(|day| chrono::Datelike::year(&day));
        let topic = statement.filter(|_| matches!(governor.value, Governor::Topic)).map(|f| f.status);
        let status_asked = status::Asked { view, index, before: before.map(|f| f.status), topic, year };
        let status = first(const { &status::rules() }, &status_asked).unwrap_or(Filled::new(
            Status::Actual,
            "said_to_be_so",
            None,
        ));
        let status = if indicator == Indicator::Capacity { standing::able_to(view, &written, status) } else { status };
        let status = match &market {
            Some(market) => market.status(view, written.tokens.start, status),
            None => status,
        };
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
            indicator: if power && moved { flow } else { indicator },
            kind: kind.value.0,
            before: told,
            context: &self.context,
            survey: &self.survey,
            same_line: before.is_some() || self.same_line(),
            same_sentence: before.is_some(),
            lexicon: self.lexicon,
        });
        if power && moved && flow == Indicator::Imports {
            std::mem::swap(&mut sides.reporter, &mut sides.partner);
        }
        let respective = view.respective.as_ref();
        if let Some(lists) = respective {
            lists.settle(view, index, told.and_then(|f| f.reporter), &mut sides);
        }
        let asked = commodity::Asked {
            view,
            quantity: &written,
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
        let goods = market.as_ref().map(Market::goods).or_else(|| commodity::goods(&asked));
        let listed = respective.and_then(|r| r.goods(index));
        let goods = listed.map(|(goods, span)| Filled::new(Some(goods), "respectively", Some(span))).or(goods);
        let told = goods.as_ref().is_some_and(|g| g.value.is_some());
        // *Domestic demand increased 0.7 pct*: what a country spends on everything is its economy.
        if indicator == Indicator::Consumption && unit.is_ratio() && kind.value.0 == Kind::Change && !told {
            return Outcome::None("consumption_of_everything");
        }
        if let Some(rule) = self.at_home(view, unit, governor.value, indicator, told) {
            return Outcome::None(rule);
        }
        // *Corn made up half of the total*: the talk stays with the whole.
        // *Imports were led by a rise of 18 pct in machinery*: so it does with all of them.
        let part = goods.as_ref().is_some_and(|g| {
            g.rule == "goods_moved_in" || g.rule == "goods_of_share" && statement.is_some_and(|f| f.commodity.is_some())
        });
        let with_all = self.seasonal_by_country || sides.partner.as_ref().is_none_or(|f| f.value == Party::WORLD);
        let mut times = period::times(&period::Asked {
            view,
            index,
            quantity: &written,
            kind: kind.value.0,
            indicator,
            status: status.value,
            governor: governor.value,
            before: statement,
            same_sentence: before.is_some(),
            // Trade with all is adjusted for the season, trade with one country is not everywhere.
            clock: Clock { basis: self.clock.basis.or((self.seasonal && with_all).then_some(1)), ..self.clock },
        });
        // *USX <X> PROVED RESERVES FALL. USX said its reserves fell to 803 million barrels*: a firm's own, of no country that the text names.
        let of_text = |f: &Filled<Party>| {
            f.span.is_none() && !matches!(f.rule, "statement_before" | "respectively" | "main_clause")
        };
        if self.listed_firm && indicator != Indicator::Price && sides.reporter.as_ref().is_some_and(of_text) {
            return Outcome::None("story_of_a_firm");
        }
        // *Striker Brandt, bought for 12.5 million euros*: a deal of nobody's, in no goods, is no trade of countries.
        // *Sales 71.2 mln vs 66.9 mln*: nor is a company's.
        let trade = |at: usize| {
            let word = view.norm(at);
            [
                "export", "import", "trade", "trading", "turnover", "balance", "deficit", "surplus", "gap", "transit",
                "re",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
        };
        // *the value of imports-arrivals*
        let tied = |head: &Head| view.norm(head.at.wrapping_sub(1)) == "-" && trade(head.at.wrapping_sub(2));
        let verb = matches!(governor.value, Governor::Head(head) if !tied(&head)
            && (!matches!(head.class, Class::Noun) || !(head.at..head.end).any(trade)));
        let named = |side: &Option<Filled<Party>>| side.as_ref().is_some_and(|f| f.span.is_some());
        let nobody = !named(&sides.reporter) && !named(&sides.partner) && statement.is_none();
        // *Double the usage of the buffer*: what no country is named for is no statistic of one.
        let whose = sides.reporter.is_some() || indicator == Indicator::Turnover || market.is_some();
        if !whose && (unit.is_ratio() || alone(indicator)) {
            return Outcome::None("no_party_named");
        }
        let counted = matches!(unit.measure.dimension(), Dimension::Money | Dimension::Count);
        if verb && nobody && counted && goods.is_none() {
            return Outcome::None("no_party_of_trade");
        }
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
        // *Robusta for May was offered at 305 dlrs a tonne*: a market's price, of no country's trade.
        let quoted = market.is_some()
            || market::quoted(view, unit, governor.value)
            || (governor.rule == "price_by_unit"
                || indicator == Indicator::Price && !unit.is_price() && !unit.is_ratio())
                && statement.is_none_or(|f| f.indicator != Indicator::Price)
                && market::told_of(view);
        let energy = || market::of_energy(unit, goods.as_ref().and_then(|f| f.value.as_ref()));
        if quoted && market.is_none() && !(unit.is_price() && energy()) {
            return Outcome::None("price_of_a_market");
        }
        if let Some(market) = &market {
            let told = (self.market_day(), status.value);
            market.settle(view, &written, &mut sides, &mut times, self.clock.published, told);
        } else if quoted {
            market::settle(view, written.span, &mut sides, &mut times.period, self.clock.published);
        }
        // *After rising 3% in April, imports fell 1%*: what was before leaves the talk at its time.
        let ahead = governor.rule == "set_ahead" && unit.is_ratio();
        let aside = times.aside || ahead || bracketed(view, &written);
        let mut evidence = Vec::with_capacity(Slot::ALL.len());
        evidence.extend([
            Evidence { slot: Slot::Quantity, rule: form_rule(written.form).into(), span: Some(written.span) },
            kind.evidence(Slot::Kind),
            governor.evidence(Slot::Indicator),
            status.evidence(Slot::Status),
        ]);
        if let Some(hedge) = written.hedge {
            evidence.push(Evidence { slot: Slot::Bound, rule: "hedge".into(), span: Some(hedge) });
        }
        let others = [
            goods.as_ref().map(|f| f.evidence(Slot::Commodity)),
            sides.reporter.as_ref().map(|f| f.evidence(Slot::Reporter)),
            sides.partner.as_ref().map(|f| f.evidence(Slot::Partner)),
            times.period.as_ref().map(|f| f.evidence(Slot::Period)),
            times.base.as_ref().map(|f| f.evidence(Slot::Base)),
        ];
        evidence.extend(others.into_iter().flatten());
        evidence.sort_by_key(|e| e.slot);
        let made_up = kind.value.0 == Kind::Share && goods.as_ref().is_some_and(|f| f.rule == "goods_of_share");
        let (subject, nearest) = (sides.of_subject(view), sides.of_nearest(view, index));
        let elliptic = !matches!(governor.value, Governor::Head(_));
        let pointed = |a: &&Actor| matches!(a.rule, "its" | "it" | "home");
        let named = |side: &Option<Filled<Party>>| {
            let span = side.as_ref().and_then(|f| f.span);
            span.is_some_and(|span| !view.actors.iter().filter(pointed).any(|a| a.span == span))
        };
        let part_of_partners = named(&sides.reporter) && !named(&sides.partner);
        let dated = times.period.as_ref().is_some_and(|f| f.span.is_some());
        let fact = Fact {
            document: Arc::clone(&self.document.id),
            span: written.span,
            quote: written.span.of(&self.document.text).unwrap_or_default().to_string(),
            kind: kind.value.0,
            indicator,
            commodity: goods.and_then(|f| f.value),
            reporter: sides.reporter.map(|f| f.value),
            partner: sides.partner.map(|f| f.value),
            period: times.period.and_then(|f| f.value),
            base: times.base.map(|f| f.value),
            quantity,
            status: status.value,
            evidence,
        };
        if quoted {
            return Outcome::Quoted(Box::new(fact));
        }
        let frame = Frame {
            indicator,
            deficit,
            commodity: if part { statement.and_then(|f| f.commodity.clone()) } else { fact.commodity.clone() },
            share: kind.value.0 == Kind::Share && before.is_none(),
            made_up,
            spoken: None,
            reporter: fact.reporter,
            partner: fact.partner,
            period: fact.period,
            stated: fact.period,
            dated,
            unit: if unit.is_ratio() { statement.and_then(|f| f.unit) } else { Some(unit) },
            status: fact.status,
            subject: subject.or(statement.filter(|_| elliptic).and_then(|f| f.subject)),
            part_of_partners,
            of_several: false,
            list: statement.filter(|_| elliptic).and_then(|f| f.list),
            nearest: nearest.or(statement.filter(|_| elliptic).and_then(|f| f.nearest)),
            written: if goods_again && before.is_some_and(|f| f.price.is_some()) {
                before.and_then(|f| f.written)
            } else if unit.is_ratio() {
                statement.and_then(|f| f.written)
            } else {
                Decimal::power_of_ten(written.exponent)
                    .and_then(|scale| scale.checked_mul(written.factor))
                    .map(|step| Written { factor: written.factor, number: written.written, step })
            },
            // *15,000 tonnes from Rouen at 1,596 francs*, behind a price: the next price is for as much.
            price: written
                .divisor
                .filter(|_| unit.is_price())
                .map(|amount| (unit, amount))
                .or(before.filter(|_| goods_again).and_then(|f| f.price)),
        };
        Outcome::Fact(Box::new(fact), frame, aside)
    }
}

/// *One kilowatt-hour was sold at 5.8 cents*: what is paid for.
fn one_of_a_price(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    view.norm(written.tokens.start) == "one"
        && written.quantity.value == Decimal::ONE
        && view
            .quantities
            .iter()
            .filter_map(|q| view.quantity(*q))
            .any(|q| q.quantity.unit.is_price() && q.tokens.start > end && q.tokens.start <= end + 12)
}

/// *pays 13 percentage points more than the Treasury*
fn interest(view: &View<'_>, written: &QuantityMention) -> bool {
    let before = view.norm(written.tokens.start.wrapping_sub(1));
    matches!(before, "pay" | "pays" | "paid" | "paying")
}

/// *The flow the other way*, *in the opposite direction* before a figure.
fn turns_round(view: &View<'_>, index: usize) -> bool {
    let (start, end) = (view.mentions[index].tokens.start, view.mentions[index].tokens.end);
    // *148 GWh had come the other way*
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at >= end);
    let behind = || {
        let moved = |at: usize| {
            let word = view.norm(at);
            matches!(word, "came" | "come" | "comes" | "coming" | "went" | "gone" | "goes" | "going" | "sent")
                || ["flow", "mov", "head", "travel", "cross"].iter().any(|stem| word.starts_with(stem))
        };
        let to = next.unwrap_or(view.range.end).min(end + 8);
        (end..to).any(|at| view.is_way_back(at)) && (end..to).any(moved)
    };
    view.where_given(Marks::WAY, || {
        // *In the other direction it sold 200 GWh, up from 150*: the second goes on from the first, which was turned.
        let back = view.clause(start).take_while(|at| *at < start).filter(|at| view.is_way_back(*at)).last();
        back.is_some_and(|at| view.first_quantity(&(at..start)).is_none()) || behind()
    })
}

/// *Both governments aim for 5 billion*: of the trade between the two.
fn speaks_of_both(view: &View<'_>) -> bool {
    let start = view.range.start;
    view.norm(start) == "both"
        && matches!(view.norm(start + 1), "governments" | "capitals" | "leaders" | "presidents" | "ministers")
}
