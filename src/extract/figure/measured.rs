//! How much of which unit a figure is.

use super::{No, Place};
use crate::extract::assemble::Assembler;
use crate::extract::benchmark::Market;
use crate::extract::by_day_too::made_daily;
use crate::extract::carry::scale_told_ahead;
use crate::extract::counted_goods::counted_goods;
use crate::extract::part_of::part_of_a_figure;
use crate::extract::plausible::{price_each, size_of_package, times_of_growth};
use crate::extract::story::joined_to_next;
use crate::extract::view::View;
use crate::extract::{goods_of_line, market};
use crate::lexicon::Marks;
use crate::lexicon::words::pays;
use crate::mention::QuantityMention;
use crate::model::{Decimal, Dimension, Measure, Unit};

/// A figure with the unit that it has where it stands.
pub(super) struct Measured {
    /// As written, its amount in base units of `unit`.
    pub written: QuantityMention,
    /// Its own unit, or the one that it takes over.
    pub unit: Unit,
    /// The market that it stands at.
    pub market: Option<Market>,
    /// Whether it is a price by what stands around it alone.
    pub priced: bool,
}

impl Measured {
    /// Whether it is millions of money: more than a price can be.
    pub fn is_much_money(&self) -> bool {
        self.unit.measure.dimension() == Dimension::Money && self.written.exponent >= 6
    }
}

impl Assembler<'_> {
    pub(super) fn measure(&self, place: Place<'_, '_>, written: &QuantityMention) -> Result<Measured, No> {
        let Place { view, before, recent, .. } = place;
        let mut written = written.clone();
        self.caption_of_list(view, &mut written);
        scale_told_ahead(view, &mut written);
        joined_to_next(view, &mut written);
        made_daily(view, &mut written);
        counted_goods(view, &mut written);
        let unit = self.unit(view, &written, before.or(recent), before.is_some());
        let headline = self.sentences == 1 && unit.is_none();
        let unit = unit.or_else(|| headline.then(|| self.story.unit_told(&written)).flatten());
        written.quantity.unit = unit.unwrap_or(written.quantity.unit);
        // What goes on from a market told of before has to name something of it.
        let dealt = view.marks.meets(Marks::MARKET) || self.quoted.is_some() && view.marks.meets(Marks::GOODS);
        let market = if dealt { self.market(view, &written) } else { None };
        // *Brent closed at 100.58*
        let Some(unit) = unit.or(market.as_ref().and_then(|market| market.price).map(|(unit, _)| unit)) else {
            return Err(No::None("no_unit"));
        };
        let price = match &market {
            Some(market) => market.price,
            None => self.price_of_as_much(view, &written, unit, before, recent),
        };
        let each = price_each(view, &written, unit).filter(|_| price.is_none());
        let unit = price.map_or(Unit { per: each.or(unit.per), ..unit }, |(unit, _)| unit);
        if let Some(market) = market.as_ref().filter(|market| !market::of_energy(unit, Some(&market.goods))) {
            return Err(No::Dealt(market.goods.clone()));
        }
        // *at 318 dlrs, ... at 314*: the next amount is for as much.
        written.divisor = written.divisor.or(each.map(|_| Decimal::ONE));
        if let Some((_, amount)) = price {
            written.make_of_one(amount).ok_or(No::None("value_does_not_fit"))?;
        }
        written.quantity.unit = unit;
        self.carry(view, &mut written, before.or(recent), before.is_some());
        if unit.measure == Measure::Times && !times_of_growth(view, &written) {
            return Err(No::None("times_of_occurrence"));
        }
        let measured = Measured { written, unit, market, priced: price.is_some() };
        match shape(place, &measured) {
            Some(no) => Err(no),
            None => Ok(measured),
        }
    }
}

/// What says by its shape and the words beside it that it is no statistic.
fn shape(place: Place<'_, '_>, measured: &Measured) -> Option<No> {
    let Place { view, before, .. } = place;
    let Measured { written, unit, .. } = measured;
    if one_of_a_price(view, written) {
        return Some(No::None("unit_of_a_price"));
    }
    // *holds 10.4 billion cubic meters of water*
    if view.norm(written.tokens.end) == "of" && view.norm(written.tokens.end + 1) == "water" {
        return Some(No::Out("water"));
    }
    if size_of_package(view, written) {
        return Some(No::None("size_of_package"));
    }
    // *'000 tonnes* heads figures, and is none.
    if written.quantity.value.is_zero() && view.norm(written.tokens.start) == "000" {
        return Some(No::None("scale_without_a_figure"));
    }
    // *Exports by product (1,000 EUR)*: nor is what they are counted in.
    let opens = |back: usize| view.norm_before(written.tokens.start, back) == "(";
    if written.written == Decimal::from(1000)
        && written.exponent == 0
        && view.norm(written.tokens.end) == ")"
        && (opens(1) || opens(2) && view.norm_before(written.tokens.start, 1) == "in")
        && view.quantities.len() == 1
    {
        return Some(No::None("scale_without_a_figure"));
    }
    if before.is_none() && goods_of_line::is_rest(view) {
        return Some(No::None("rest_of_a_list"));
    }
    // *Visitors spent 103 million, of which restaurants took 26 percent*: a part of what is no fact.
    if unit.is_ratio() && before.is_none() && part_of_a_figure(view, written) {
        return Some(No::None("part_of_no_fact"));
    }
    if unit.measure == Measure::PercentagePoints && interest(view, written) {
        return Some(No::None("interest_paid"));
    }
    if unit.measure == Measure::PercentagePoints && moves_growth(view, written) {
        return Some(No::None("part_of_growth"));
    }
    None
}

/// *One kilowatt-hour was sold at 5.8 cents*, *A thousand cubic metres costs Ukraine $240*: what is paid for.
fn one_of_a_price(view: &View<'_>, written: &QuantityMention) -> bool {
    let (end, unit) = (written.tokens.end, written.quantity.unit);
    let one = matches!(view.norm(written.tokens.start), "one" | "a" | "an" | "1" | "1,000" | "1000" | "thousand")
        || matches!(view.norm_before(written.tokens.start, 1), "each" | "every" | "per");
    one && unit.per.is_none()
        && view.figures().any(|q| {
            let price = q.quantity.unit;
            let same = price.per == Some(unit.measure) && q.divisor == Some(written.quantity.value);
            let sold = view.norm(written.tokens.start) == "one" && written.quantity.value == Decimal::ONE;
            // *$44 is what it values a thousand cubic metres at*, *$240 (per 1,000 cubic metres)*
            let told = same && q.tokens.end <= written.tokens.start && written.tokens.start - q.tokens.end <= 16;
            price.is_price() && (told || (same || sold) && q.tokens.start > end && q.tokens.start <= end + 16)
        })
}

/// *pays 13 percentage points more than the Treasury*
fn interest(view: &View<'_>, written: &QuantityMention) -> bool {
    let before = view.norm_before(written.tokens.start, 1);
    pays(before)
}

/// *net exports shaved 0.8 percentage point off growth*, *trade added half a point to GDP*: a part of how much an economy grew.
fn moves_growth(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    matches!(view.norm(end), "to" | "off" | "from")
        && (end + 1..end + 7).any(|at| matches!(view.norm(at), "growth" | "gdp" | "gnp" | "expansion"))
}
