//! The price that a plain amount of money is for as much as: *$130 per thousand cubic metres, then $150*.

use super::assemble::Assembler;
use super::customary;
use super::frame::{Frame, Written};
use super::plausible::within;
use super::story::passed_back;
use super::view::View;
use crate::lexicon::Class;
use crate::mention::QuantityMention;
use crate::model::{Decimal, Indicator, Unit};

impl Assembler<'_> {
    /// The price that a plain amount is for as much as, and how much that is.
    pub(super) fn price_of_as_much(
        &self,
        view: &View<'_>,
        written: &QuantityMention,
        unit: Unit,
        before: Option<&Frame>,
        recent: Option<&Frame>,
    ) -> Option<(Unit, Decimal)> {
        // *$130 per thousand cubic metres, then $150*: a plain amount behind a price is one.
        // *Kiev now pays $50* in talk of a price: so is an amount of about its size.
        let pays = |at: usize| {
            matches!(
                view.norm(at),
                "pays"
                    | "pay"
                    | "paid"
                    | "paying"
                    | "at"
                    | "for"
                    | "offered"
                    | "asked"
                    | "average"
                    | "averaging"
                    | "gets"
                    | "get"
                    | "got"
                    | "received"
                    | "receives"
                    | "charges"
                    | "charged"
                    | "charge"
                    | "asks"
                    | "asking"
                    | "wants"
                    | "wanted"
                    | "demands"
                    | "demanded"
                    | "demanding"
                    | "cost"
                    | "costs"
                    | "quoted"
                    | "billed"
                    | "fetched"
                    | "fetches"
                    | "earned"
                    | "earns"
            )
        };
        let asks = recent.filter(|f| {
            let near = |told: Written| within(written.written, told.number, Decimal::from(10));
            let start = written.tokens.start;
            f.indicator == Indicator::Price
                && f.written.is_some_and(near)
                && ((1..=2).any(|back| pays(start.wrapping_sub(back)))
                    || matches!(view.norm_before(start, 1), "be" | "is" | "was" | "remain" | "to") && {
                        // *The official price will be 20 dlrs*
                        let clause = view.clause(start);
                        let mut heads = view.heads.iter().filter(|h| clause.contains(&h.at) && h.at < start);
                        heads.any(|h| matches!(view.norm(h.at), "price" | "prices") && h.class == Class::Noun)
                    })
        });
        let price = before.filter(|f| f.price.is_some()).or(asks).and_then(|f| Some((f.price?, f.written?))).filter(
            |((p, _), told)| {
                let hundred = told.number.checked_mul(Decimal::HUNDRED).unwrap_or(told.number);
                unit.per.is_none() && p.measure == unit.measure && written.exponent == 0 && written.written < hundred
            },
        );
        let clause = view.clause(written.tokens.start);
        // *They will stay around 18 dlrs*, behind a sentence of prices; not *a visa costs 12 dlrs*.
        let alone = || !view.heads.iter().any(|h| clause.contains(&h.at) && h.at < written.tokens.start);
        let spoken = before.or(recent.filter(|_| alone())).is_some_and(|f| f.indicator == Indicator::Price);
        price
            .map(|(price, _)| price)
            .or_else(|| passed_back(view, written))
            .or_else(|| self.story.price_for(view, written, spoken))
            .or_else(|| {
                let told = before.or(recent);
                let goods = told.and_then(|f| f.commodity.as_ref()).or_else(|| self.story.goods());
                let priced = told.is_some_and(|f| f.indicator == Indicator::Price);
                customary::price(view, written, goods, priced)
            })
    }
}
