//! Figures that are of no country's trade, though their slots could be filled.
//!
//! | text | rule |
//! | --- | --- |
//! | *USX SAYS RESERVES FALL. Its reserves were **803 million barrels*** | `story_of_a_firm` |
//! | ***Double** the usage of the buffer* | `no_party_named` |
//! | *Striker Brandt, bought for **12.5 million euros*** | `no_party_of_trade` |
//! | *Sales rose **12 percent***, far from talk of trade | `far_from_trade` |

use super::Place;
use super::counted::Counted;
use super::measured::Measured;
use crate::extract::assemble::Assembler;
use crate::extract::indicator::Governor;
use crate::extract::parties::Sides;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{tells_one_way, tells_trade};
use crate::model::{Commodity, Dimension, Indicator, Party};

/// Whether a noun of the trade of countries says what a figure counts: *exports*, *the value of imports-arrivals*.
pub(super) fn by_noun_of_trade(view: &View<'_>, governor: Governor) -> bool {
    let Governor::Head(head) = governor else { return false };
    let trade = |at: usize| tells_trade(view.norm(at));
    let tied = view.norm_before(head.at, 1) == "-" && trade(head.at.wrapping_sub(2));
    tied || head.class == Class::Noun && (head.at..head.end).any(trade)
}

impl Assembler<'_> {
    /// Which rule says that it is of no country's trade.
    pub(super) fn of_nobody(
        &self,
        place: Place<'_, '_>,
        measured: &Measured,
        counted: &Counted<'_>,
        (sides, goods): (&Sides, Option<&Filled<Option<Commodity>>>),
    ) -> Option<&'static str> {
        let view = place.view;
        let Measured { unit, market, .. } = measured;
        let (indicator, governor, statement) = counted.told();
        // *USX <X> PROVED RESERVES FALL. USX said its reserves fell to 803 million barrels*: a firm's own, of no country that the text names.
        let of_text = |f: &Filled<Party>| {
            f.span.is_none() && !matches!(f.rule, "statement_before" | "respectively" | "main_clause")
        };
        if self.listed_firm && indicator != Indicator::Price && sides.reporter.as_ref().is_some_and(of_text) {
            return Some("story_of_a_firm");
        }
        // *Double the usage of the buffer*: what no country is named for is no statistic of one.
        let taken = matches!(indicator, Indicator::Price | Indicator::Investment)
            && sides.partner.as_ref().is_some_and(|f| f.value.is_country() && f.span.is_some());
        let whose = sides.reporter.is_some() || indicator == Indicator::Turnover || market.is_some() || taken;
        if !whose && (unit.is_ratio() || alone(indicator)) {
            return Some("no_party_named");
        }
        // *Striker Brandt, bought for 12.5 million euros*: a deal of nobody's, in no goods, is no trade of countries.
        // *Sales 71.2 mln vs 66.9 mln*: nor is a company's.
        // *The goal of $10 billion that the two set*: of their trade, whoever is named.
        let aim = governor.rule == "aim_of_two";
        let deal = !aim && matches!(governor.value, Governor::Head(_)) && !by_noun_of_trade(view, governor.value);
        let counted = matches!(unit.measure.dimension(), Dimension::Money | Dimension::Count);
        let named = |side: &Option<Filled<Party>>| side.as_ref().is_some_and(|f| f.span.is_some());
        let nobody = !named(&sides.reporter) && !named(&sides.partner) && statement.is_none();
        if deal && nobody && counted && goods.is_none() {
            return Some("no_party_of_trade");
        }
        let of_goods = goods.is_some_and(|f| f.span.is_some());
        let told = deal && (counted || unit.is_ratio()) && !of_goods && indicator.is_trade();
        (told && self.far_from_trade(place, governor.value, sides)).then_some("far_from_trade")
    }

    /// *Sales rose 12 percent*, *spent half a billion*, far from talk of trade: whether nothing near tells whose trade a deal is.
    fn far_from_trade(&self, place: Place<'_, '_>, governor: Governor, sides: &Sides) -> bool {
        let view = place.view;
        // *our sales*, *its overseas customers*: a word that stands for somebody names nobody.
        let by_name = |side: &Option<Filled<Party>>| {
            side.as_ref().is_some_and(|f| {
                f.span.is_some() && f.value != Party::WORLD && !matches!(f.rule, "home" | "its" | "it" | "they")
            })
        };
        // *its exports surpassing imports by 50 billion*
        let one_way = |at: usize| tells_one_way(view.norm(at));
        let beside = || view.heads.iter().any(|h| h.class == Class::Noun && (h.at..h.end).any(one_way));
        // *There was a time when the exchange went above 7 billion dollars*: of goods.
        let exchange =
            matches!(governor, Governor::Head(head) if matches!(view.norm(head.at), "exchange" | "exchanges"));
        let near = place.before.is_some() || self.talk_is_near();
        // *In 2020 we exported goods for 1.9 billion dollars*: the verb is of no sales at home.
        let country = sides.reporter.as_ref().is_some_and(|f| f.value.is_country());
        let abroad = country && matches!(governor, Governor::Head(head) if (head.at..head.end).any(one_way));
        !near && !abroad && !by_name(&sides.reporter) && !by_name(&sides.partner) && !exchange && !beside()
    }
}
