//! What goods a text is about as a whole, and what its prices are for: what its sentences leave out goes on from there.
//!
//! | text | goes on |
//! | --- | --- |
//! | *COFFEE TALKS FAIL. ... **Prices** could drop ... Brazil's **share of the market*** | coffee |
//! | *oil was 17 dlrs a barrel ... the official price will remain at **18 dlrs*** | a barrel |
//! | *to as low as **1.00 dlr** or even 80 cents a lb* | a pound |

use super::view::View;
use crate::lexicon::Topic;
use crate::lexicon::words::is_cent;
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{Commodity, Currency, Decimal, Indicator, Measure, Unit};
use crate::token::Token;

/// What a text tells of goods and their prices.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// The goods that its first lines name alone.
    opened: Option<Commodity>,
    /// Whether those lines were heard.
    begun: bool,
    /// How often it names these goods, and how often others.
    told: u32,
    others: u32,
    /// Its prices, where all of them are for as much of the same.
    price: Option<Price>,
    mixed: bool,
    /// Whether it counts in barrels.
    barrels: bool,
    /// Whether it names liquefied gas.
    liquid: bool,
    /// How often it names gas, and whether it names or counts power.
    gas: u32,
    power: bool,
    /// The goods that it names first whose beans are traded.
    beans: Option<Commodity>,
    /// Its first large amounts with their units.
    amounts: Vec<(Decimal, Unit)>,
}

/// How many amounts of a text a headline can tell again.
const AMOUNTS: usize = 16;

/// Prices of a text: their unit, the amount that they are for, the lowest and the highest.
#[derive(Debug, Clone, Copy)]
struct Price {
    unit: Unit,
    amount: Decimal,
    low: Decimal,
    high: Decimal,
}

/// Names of many kinds of goods, which tell none apart.
const GENERAL: [&str; 6] = ["energy", "raw_materials", "food", "agricultural_products", "beans", "grain"];

/// Whether the name of goods is one of many kinds.
pub fn is_general(goods: &Commodity) -> bool {
    GENERAL.contains(&goods.as_str())
}

/// Whether goods are traded as beans: cocoa, and no cocoa butter.
pub fn is_of_beans(goods: &Commodity) -> bool {
    let made =
        ["meal", "oil", "powder", "butter", "liquor", "flour", "cake"].iter().any(|end| goods.as_str().ends_with(end));
    let of_beans = ["cocoa", "coffee", "arabica", "robusta", "soy", "vanilla"];
    !made && of_beans.iter().any(|part| goods.as_str().contains(part))
}

impl Story {
    /// *a tonne of cocoa ... 60 per cent of the world's **beans***: what the beans of the text are of.
    pub fn beans(&self) -> Option<&Commodity> {
        self.beans.as_ref()
    }

    /// Whether a headline may tell this amount again without its unit.
    fn is_amount(&self, quantity: &QuantityMention) -> bool {
        self.amounts.len() < AMOUNTS
            && quantity.form == Form::Figure
            && quantity.exponent >= 6
            && quantity.factor == Decimal::ONE
            && !quantity.quantity.unit.is_ratio()
    }

    /// The unit in which the text tells the amount of a headline: *DEFICIT CUT TO 13.65 BILLION*, then *13.65 billion dollars*.
    pub fn unit_told(&self, quantity: &QuantityMention) -> Option<Unit> {
        let again = |(amount, _): &&(Decimal, Unit)| *amount == quantity.stated.0;
        let bare = quantity.form == Form::Bare && quantity.exponent >= 6;
        self.amounts.iter().find(again).filter(|_| bare).map(|(_, unit)| *unit)
    }

    /// Takes up one sentence.
    pub fn hear(&mut self, mentions: &[Mention], tokens: &[Token<'_>]) {
        // *non-oil exports* are of all goods but that.
        let without = |m: &Mention| {
            m.tokens.start >= 2 && tokens[m.tokens.start - 1].is_mark('-') && tokens[m.tokens.start - 2].norm == "non"
        };
        let mut first: Option<&Commodity> = None;
        let mut several = false;
        for mention in mentions {
            match &mention.what {
                What::Commodity(goods) if !GENERAL.contains(&goods.as_str()) && !without(mention) => {
                    self.liquid |= goods.as_str() == "lng";
                    self.gas += u32::from(matches!(goods.as_str(), "natural_gas" | "lng"));
                    self.power |= goods.as_str() == "electricity";
                    if self.beans.is_none() && is_of_beans(goods) {
                        self.beans = Some(goods.clone());
                    }
                    several |= first.is_some_and(|first| first != goods);
                    first = first.or(Some(goods));
                    if self.begun {
                        self.count(goods);
                    }
                }
                What::Quantity(quantity) if quantity.quantity.unit.measure == Measure::Watt => self.power = true,
                What::Quantity(quantity) if quantity.quantity.unit.is_price() => self.hear_price(quantity),
                What::Quantity(quantity) if self.is_amount(quantity) => {
                    self.barrels |= quantity.quantity.unit.measure == Measure::Barrel;
                    self.amounts.push((quantity.stated.0, quantity.quantity.unit));
                }
                What::Quantity(quantity) => self.barrels |= quantity.quantity.unit.measure == Measure::Barrel,
                _ => {}
            }
        }
        if let Some(goods) = first.filter(|_| !self.begun) {
            (self.begun, self.told) = (true, 1);
            self.opened = Some(goods.clone()).filter(|_| !several);
        }
    }

    fn count(&mut self, goods: &Commodity) {
        if self.opened.as_ref() == Some(goods) {
            self.told += 1;
        } else {
            self.others += 1;
        }
    }

    fn hear_price(&mut self, written: &QuantityMention) {
        let (unit, value) = (written.quantity.unit, written.quantity.value);
        let Some(amount) = written.divisor else { return };
        match &mut self.price {
            Some(told) if told.unit == unit && told.amount == amount => {
                (told.low, told.high) = (told.low.min(value), told.high.max(value));
            }
            Some(_) => self.mixed = true,
            None => self.price = Some(Price { unit, amount, low: value, high: value }),
        }
    }

    /// The goods that the first line naming any names alone: *Japan is the second-largest LNG importer*.
    pub fn opened_with(&self) -> Option<&Commodity> {
        self.opened.as_ref()
    }

    /// The goods of a text about one kind, that names no other but in passing.
    pub fn goods(&self) -> Option<&Commodity> {
        self.opened.as_ref().filter(|_| self.others * 4 <= self.told)
    }

    /// The goods that its first lines name alone, where it names them as often as all others: what is weighed is theirs.
    pub fn goods_by_weight(&self) -> Option<&Commodity> {
        self.opened.as_ref().filter(|_| self.others <= self.told && self.told >= 3)
    }

    /// Whether it names gas again and again and power nowhere: its kilowatt-hours are of gas.
    pub fn is_of_gas_alone(&self) -> bool {
        self.gas >= 2 && !self.power
    }

    /// Whether it names liquefied gas.
    pub fn is_of_liquid_gas(&self) -> bool {
        self.liquid
    }

    /// The same where it names no other at all, and these more than once.
    pub fn only_goods(&self) -> Option<&Commodity> {
        self.goods().filter(|_| self.others == 0 && self.told >= 2)
    }

    /// What all prices of the text are for, and how much of it.
    pub fn priced(&self) -> Option<(Unit, Decimal)> {
        self.price.filter(|_| !self.mixed).map(|told| (told.unit, told.amount))
    }

    /// What the prices of the text are for; oil is told by the barrel where none says so.
    fn price(&self, view: &View<'_>) -> Option<Price> {
        let oil = || {
            let crude = |goods: &Commodity| goods.as_str() == "crude_oil";
            let here = |m: &Mention| matches!(&m.what, What::Commodity(goods) if crude(goods));
            let oil = self.goods().is_some_and(crude)
                || self.opened.is_none() && self.barrels
                || view.mentions.iter().any(here);
            let unit = Unit { measure: Measure::Currency(Currency::new("USD")?), per: Some(Measure::Barrel) };
            oil.then(|| Price { unit, amount: Decimal::ONE, low: Decimal::from(9), high: Decimal::from(70) })
        };
        // A rise of one dollar a barrel is no price of oil.
        let told = self.price.map(|told| match oil() {
            Some(oil) if oil.unit == told.unit => Price { high: told.high.max(oil.high), ..told },
            _ => told,
        });
        if self.mixed { None } else { told.or_else(oil) }
    }

    /// *The official price will remain at 18 dlrs*: the unit of a plain amount in talk of prices, and how much it is for.
    pub fn price_for(&self, view: &View<'_>, written: &QuantityMention, priced: bool) -> Option<(Unit, Decimal)> {
        let unit = written.quantity.unit;
        let plain = unit.is_sum() && written.exponent == 0;
        if !plain || written.form == Form::Bare {
            return None;
        }
        // Cents that the text means of a dollar of its own are heard as those of any.
        let cents = written.tokens.clone().any(|at| is_cent(view.norm(at)));
        let told = self.price(view).filter(|told| cents || told.unit.measure == unit.measure)?;
        let value = written.quantity.value.checked_div(told.amount)?;
        let three = Decimal::from(3);
        let start = written.tokens.start;
        let moved = matches!(view.norm_before(start, 1), "by" | "up" | "down");
        let alike = value <= told.high.checked_mul(three)? && (moved || value.checked_mul(three)? >= told.low);
        let clause = view.clause(start);
        let headed = || {
            let mut heads = view.heads.iter().filter(|h| clause.contains(&h.at));
            heads.any(|h| {
                let sold = matches!(h.topic, Topic::Of(Indicator::Exports)) && view.norm_before(start, 1) == "at";
                let price = h.topic == Topic::Of(Indicator::Price);
                (price || sold) && (h.at < start || h.at <= written.tokens.end + 2)
            })
        };
        (alike && (priced || headed())).then_some((Unit { measure: unit.measure, ..told.unit }, told.amount))
    }
}

/// *to 38 or even 36 cents a pound*: a bare number takes the unit of the one that it is joined to.
pub fn joined_to_next(view: &View<'_>, written: &mut QuantityMention) {
    let end = written.tokens.end;
    if written.form != Form::Bare || view.norm(end) != "or" {
        return;
    }
    let start = end + 1 + usize::from(matches!(view.norm(end + 1), "even" | "perhaps" | "maybe"));
    let next = view.figures().find(|q| q.tokens.start == start);
    let Some(next) = next.filter(|q| q.form == Form::Figure && !q.written.is_zero() && q.shared.is_none()) else {
        return;
    };
    // *12 million or even 13 million bpd*: the scale is told of both.
    let scaled = written.exponent > 0;
    if scaled && written.exponent != next.exponent {
        return;
    }
    let by = if scaled { Some(next.factor) } else { next.quantity.value.checked_div(next.written) };
    let value = by.and_then(|by| written.quantity.value.checked_mul(by));
    if let Some(value) = value {
        written.quantity.value = value;
        written.quantity.quantum = written.quantity.quantum.and_then(|q| q.checked_mul(by?));
        written.quantity.unit = next.quantity.unit;
        (written.factor, written.exponent, written.divisor) = (next.factor, next.exponent, next.divisor);
        written.form = Form::Figure;
    }
}

/// *1.00 dlr or even 80 cents a lb*, *charges Ukraine $300 and Belarus $160 per 1,000 cubic metres*: the price behind a plain amount, and
/// how much both are for.
pub fn passed_back(view: &View<'_>, written: &QuantityMention) -> Option<(Unit, Decimal)> {
    let unit = written.quantity.unit;
    if !unit.is_sum() || written.exponent != 0 {
        return None;
    }
    let mut end = written.tokens.end;
    let small = |at: usize| {
        matches!(
            view.norm(at),
            "or" | "to"
                | "and"
                | "even"
                | "just"
                | "only"
                | "-"
                | ","
                | "for"
                | "from"
                | "in"
                | "the"
                | "while"
                | "against"
        ) || view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Party(..) | What::Period(_)))
    };
    for next in view.figures().filter(|q| q.tokens.start > written.tokens.end) {
        let start = view.start_with_hedge(next);
        let price = next.quantity.unit;
        let joined = start > end && start - end <= 5 && price.measure == unit.measure && next.exponent == 0;
        if !joined || !(end..start).all(small) {
            return None;
        }
        if price.is_price() {
            return Some((price, next.divisor?));
        }
        end = next.tokens.end;
    }
    None
}
