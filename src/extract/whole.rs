//! What figures are none beside what the whole text says, asked once all of it is read.
//!
//! | text | figure | rule |
//! | --- | --- | --- |
//! | one that names no country | *Its turnover grew **9 percent*** | `no_party_named` |
//! | any | *Wholesale prices fell **0.3 pct*** | `no_goods_named` |
//! | any | *Business investment rose **4 pct*** | `investment_at_home` |
//! | any | *The bank bought **300 million** in the market* | `deal_with_nobody` |
//! | one that speaks of no exports | *US truck sales fell **9%*** | `sales_at_home` |
//! | one without a word of the trade of countries | *sold the unit for **54 million dollars*** | `text_of_no_trade` |
//! | a long one that tells of no trade near it | ***40 percent** of the arrivals were children* | `far_from_any_trade` |

use super::assemble::Assembler;
use super::ground::Ground;
use super::{PassedOver, Reading};
use crate::lexicon::Marks;
use crate::lexicon::words::tells_one_way;
use crate::model::{Dimension, Fact, Indicator, Kind, Measure, Party, Slot, Span};
use crate::token::Token;

impl Assembler<'_> {
    pub fn finish(mut self) -> Reading {
        self.date_headline();
        // *Its turnover grew 9 percent*: a figure of no country in a text that names none is a firm's.
        self.drop("no_party_named", |fact| {
            fact.reporter.is_none() && fact.partner.is_none_or(|partner| partner == Party::WORLD)
        });
        let of_trade = self.is_of_trade();
        let priced = self.reading.facts.iter().any(|f| f.indicator == Indicator::Price && f.commodity.is_some());
        let some_goods = of_trade || self.reading.facts.iter().any(|f| f.commodity.is_some());
        self.drop("no_goods_named", |fact| {
            is_of_no_goods(fact)
                && match fact.kind {
                    Kind::Level => !priced,
                    Kind::Share => !some_goods,
                    Kind::Change => true,
                }
        });
        // What goes on from another figure is as that is.
        let text = &self.document.text;
        let mut last = None;
        self.drop("investment_at_home", |fact| {
            last = fact.told(Slot::Indicator).or(last);
            // *Chilean capital invested in Peru*: what one country has put into another.
            let abroad = names_two(fact) && fact.reporter != fact.partner && fact.reporter != Some(Party::WORLD);
            fact.indicator == Indicator::Investment && !abroad && last.is_some_and(|head| is_at_home(text, head))
        });
        last = None;
        self.drop("deal_with_nobody", |fact| {
            last = fact.told(Slot::Indicator).or(last);
            let nobody = is_of_all_goods(fact) && fact.partner.is_none_or(|partner| partner == Party::WORLD);
            // *those from third countries*: some are told of, though none by name.
            let others = || fact.evidence.iter().any(|e| e.slot == Slot::Partner && e.rule == "others");
            nobody && last.is_some_and(|head| is_deal(text, head)) && !others()
        });
        last = None;
        let sold = |fact: &Fact| {
            fact.indicator == Indicator::Exports
                && is_counted(fact)
                && fact.commodity.as_ref().is_some_and(|goods| is_for_shops(goods.as_str()))
                && fact.partner.is_none_or(|partner| partner == Party::WORLD)
        };
        let at_home = self.reading.facts.iter().any(sold) && !self.speaks_of_exports();
        self.drop("sales_at_home", |fact| {
            last = fact.told(Slot::Indicator).or(last);
            at_home && sold(fact) && last.is_some_and(|head| is_sale(text, head))
        });
        if !of_trade {
            self.drop("text_of_no_trade", is_of_all_goods);
            // *Teams brought 140 bicycles*: nor are things that somebody takes with him.
            last = None;
            self.drop("text_of_no_trade", |fact| {
                last = fact.told(Slot::Indicator).or(last);
                let counted = fact.quantity.unit.measure == Measure::Items && fact.indicator.is_one_way();
                let alone = fact.partner.is_none_or(|partner| !partner.is_country());
                counted && alone && last.is_some_and(|head| is_deal(text, head) || head.of(text) == Some("brought"))
            });
        }
        if let Some(ground) = Ground::of(text, &self.reading.facts) {
            self.drop("far_from_any_trade", |fact| !ground.holds(fact));
        }
        self.reading.passed_over.sort_by_key(|p| p.span.start);
        self.reading
    }

    /// Whether the text has a word of the trade of countries, or tells what one sold another.
    fn is_of_trade(&self) -> bool {
        let told = |token: &Token<'_>| self.lexicon.phrases.marks(token.word).meets(Marks::TRADE);
        self.survey.is_about_two()
            || self.tokens.iter().any(told)
            || self.reading.facts.iter().any(|fact| is_of_all_goods(fact) && names_two(fact))
    }

    /// Whether the text speaks of exports or imports.
    pub(super) fn speaks_of_exports(&self) -> bool {
        self.tokens.iter().any(|token| tells_one_way(&token.norm))
    }

    /// Passes facts over that are none beside what the whole text says.
    fn drop(&mut self, rule: &'static str, mut is_none: impl FnMut(&Fact) -> bool) {
        let passed_over = &mut self.reading.passed_over;
        self.reading.facts.retain(|fact| {
            let dropped = is_none(fact);
            if dropped {
                passed_over.push(PassedOver { span: fact.span, quote: String::new(), rule });
            }
            !dropped
        });
    }
}

/// Whether a fact is of a flow of no goods in particular, which is told of money and firms in the same words: *sold for 54 million
/// dollars*, *a shortage of 800 mln stg*.
fn is_of_all_goods(fact: &Fact) -> bool {
    fact.indicator.is_trade() && is_counted(fact) && fact.commodity.is_none()
}

/// Whether a fact is told in money, in pieces or as a ratio, and not by weight.
fn is_counted(fact: &Fact) -> bool {
    let unit = fact.quantity.unit;
    unit.is_ratio() || unit.measure.dimension() == Dimension::Money || unit.measure == Measure::Items
}

/// Whether goods are such as shops and dealers sell to whoever comes.
fn is_for_shops(goods: &str) -> bool {
    let sold = |word: &str| {
        matches!(
            word,
            "cars"
                | "autos"
                | "automobiles"
                | "vehicles"
                | "trucks"
                | "suvs"
                | "motorcycles"
                | "phones"
                | "smartphones"
                | "songs"
                | "games"
                | "consoles"
                | "films"
                | "movies"
                | "drinks"
        )
    };
    goods.split('_').any(sold)
}

/// *US truck sales fell 9%*, *They sold 300 cars*: whether a word tells of what is sold to anyone.
fn is_sale(text: &str, head: Span) -> bool {
    let word = head.of(text).unwrap_or_default().to_ascii_lowercase();
    ["sale", "sell", "sold", "revenue"].iter().any(|stem| word.starts_with(stem)) && !word.contains("abroad")
}

/// *Wholesale prices fell 0.3 pct*, *industrial output rose one pct*: what is priced, made, used or kept is something.
fn is_of_no_goods(fact: &Fact) -> bool {
    let of_some = matches!(
        fact.indicator,
        Indicator::Price | Indicator::Production | Indicator::Consumption | Indicator::Reserves
    );
    let unit = fact.quantity.unit;
    of_some && fact.commodity.is_none() && (unit.is_ratio() || unit.is_sum())
}

/// *received 70,000 dlrs*, *sold 500 mln dlrs of debentures*, *Its sales grew 4 percent*: a word of deals that are no trade of countries
/// where they are in no goods and with no other country.
fn is_deal(text: &str, head: Span) -> bool {
    const DEALS: [&str; 23] = [
        "sell", "sold", "buy", "bought", "purchas", "procur", "receiv", "take", "taking", "took", "paid", "pay", "get",
        "got", "sales", "revenue", "customer", "client", "deliver", "provid", "carr", "obtain", "draw",
    ];
    let word = head.of(text).unwrap_or_default().to_ascii_lowercase();
    // *purchases abroad* are of another country.
    if ["abroad", "overseas", "foreign"].iter().any(|other| word.contains(other)) {
        return false;
    }
    // *bought goods worth 762 million dollars* tells of trade.
    let behind = text.get(head.end..).unwrap_or_default().trim_start();
    if ["goods ", "merchandise ", "products ", "commodities "].iter().any(|goods| behind.starts_with(goods)) {
        return false;
    }
    // *China sold $175.6 billion abroad*
    let near: String = behind.chars().take_while(|c| !matches!(c, ',' | ';')).take(60).collect();
    if ["abroad", "overseas"].iter().any(|other| near.split(' ').any(|word| word.trim_end_matches('.') == *other)) {
        return false;
    }
    // *car exports, which accounted for sales of 617 million*
    let sentence = text.get(..head.start).unwrap_or_default().rsplit(". ").next().unwrap_or_default();
    if ["export", "import"].iter().any(|trade| sentence.contains(trade)) {
        return false;
    }
    word == "sale" || DEALS.iter().any(|deal| word.starts_with(deal))
}

/// *business investment*, *private sector productive investment*: what firms and states spend at home.
fn is_at_home(text: &str, head: Span) -> bool {
    let word = head.of(text).unwrap_or_default();
    let before = text.get(..head.start).unwrap_or_default().trim_end().rsplit(char::is_whitespace).next();
    word.starts_with("capital")
        || matches!(
            before.unwrap_or_default().to_ascii_lowercase().as_str(),
            "business"
                | "industrial"
                | "private"
                | "public"
                | "productive"
                | "fixed"
                | "corporate"
                | "gross"
                | "domestic"
                | "government"
                | "plant"
                | "equipment"
                | "housing"
                | "construction"
                | "sector"
        )
}

/// Whether both sides of a fact are named beside it.
fn names_two(fact: &Fact) -> bool {
    // *SEOUL SEES DROP IN U.S. SURPLUS*: a surplus with another country is one of trade.
    let balance = fact.indicator == Indicator::Balance;
    fact.partner.is_some_and(|partner| partner != Party::WORLD)
        && fact.told(Slot::Reporter).is_some()
        && (balance || fact.told(Slot::Partner).is_some())
}
