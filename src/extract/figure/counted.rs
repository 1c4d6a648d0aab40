//! Whether a figure is a level, a change or a share, and of which sign.

use super::governed::Governed;
use super::measured::Measured;
use super::nobody::by_noun_of_trade;
use super::{No, Place};
use crate::extract::assemble::Assembler;
use crate::extract::benchmark::Market;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::plausible::{
    can_be_moved, fits, is_equipment, is_size_of_a_ship, signed, told_by_the_year, too_little_for_trade,
};
use crate::extract::rule::{Filled, first};
use crate::extract::{by_how_much, kind};
use crate::lexicon::Topic;
use crate::lexicon::words::is_line;
use crate::model::{Dimension, Indicator, Kind, Measure, Quantity};

/// A figure with all that its amount says.
pub(super) struct Counted<'f> {
    /// What governs it, and what it goes on from.
    pub governed: Governed<'f>,
    /// What it counts: power that is sent somewhere is what a line can move.
    pub indicator: Indicator,
    /// The flow that such power is told of, whose parties are those of the line.
    pub sent: Option<Indicator>,
    /// Level, change or share, and its direction.
    pub kind: Filled<kind::Reading>,
    /// The amount with its sign.
    pub quantity: Quantity,
    /// Whether it is a deficit.
    pub deficit: bool,
}

impl Counted<'_> {
    /// What it counts, what says so, and the statement that it goes on from.
    pub fn told(&self) -> (Indicator, &Filled<Governor>, Option<&Frame>) {
        (self.indicator, &self.governed.governor, self.governed.statement.as_deref())
    }
}

impl Assembler<'_> {
    pub(super) fn count<'f>(
        &self,
        place: Place<'_, '_>,
        measured: &Measured,
        governed: Governed<'f>,
    ) -> Result<Counted<'f>, No> {
        let Place { view, before, .. } = place;
        let Measured { written, unit, market, .. } = measured;
        let (unit, governor, indicator) = (*unit, &governed.governor, governed.indicator);
        let statement = governed.statement.as_deref();
        // *100 megawatts can be sent*: power is what a line can move, whatever verb says so, but *imports 500 MW from India* is bought.
        let power = unit.measure.dimension() == Dimension::Power && !unit.is_price();
        let taken = indicator == Indicator::Imports && !can_be_moved(view, written);
        let moved = matches!(indicator, Indicator::Exports | Indicator::Imports | Indicator::Transit) && !taken;
        let flow = indicator;
        let indicator = if power && moved { Indicator::Capacity } else { indicator };
        if !fits(indicator, unit) || is_equipment(indicator, unit, written) {
            return Err(No::None("unit_does_not_fit"));
        }
        if is_size_of_a_ship(view, unit, written) {
            return Err(No::None("size_of_a_ship"));
        }
        let said = governor.value == Governor::Previous || by_noun_of_trade(view, governor.value);
        if too_little_for_trade(indicator, unit, written, said) {
            return Err(No::None("too_little_for_trade"));
        }
        let indicator = match governor.value {
            // *Kuwait pumped 1.3 mln bpd* to nowhere: it produced them.
            Governor::Head(head)
                if view.norm(head.at).starts_with("pump")
                    && !matches!(indicator, Indicator::Transit | Indicator::Price)
                    && view.routes.is_empty()
                    // *The oil pumped through the line came to 29 million tonnes*
                    && !(head.end..head.end + 2).any(|at| matches!(view.norm(at), "through" | "via" | "along"))
                    && !view.actors.iter().any(|a| {
                        // *pumped 3.2 million b/d, as exports from Basrah recovered*: an end of another noun.
                        let next =
                            view.heads.iter().any(|h| h.at > written.tokens.end && h.at < a.at && h.at != head.at);
                        matches!(a.role, Role::To | Role::Object | Role::From) && !next
                            // *The Russia-Germany line pumped 2 million tonnes*
                            || a.role == Role::Between && a.end <= head.at
                    }) =>
            {
                Indicator::Production
            }
            // *The throughput of the pipeline was 8 bcm in 2011*: what went through it, not what can.
            Governor::Head(head)
                if view.norm(head.at) == "throughput"
                    && head.end == head.at + 1
                    && indicator == Indicator::Capacity
                    && unit.is_bulk()
                    && unit.per.is_none()
                    && view.clause(head.at).any(|at| is_line(view.norm(at))) =>
            {
                Indicator::Exports
            }
            _ => indicator,
        };
        let asked = kind::Asked { view, quantity: written };
        let rate = indicator == Indicator::Reserves && unit.is_rate();
        let kind = market
            .as_ref()
            .filter(|_| !unit.is_ratio())
            .map(Market::kind)
            .or_else(|| self.as_told(view, written))
            .or_else(|| first(const { &kind::rules() }, &asked))
            .or_else(|| self.part_of_total(view, written, before));
        let Some(kind) = kind else { return Err(No::None("no_kind")) };
        // *a well tested 9,000 barrels a day*, *to raise the fill rate of the reserve to 100,000 barrels a day*: no amount that lies there.
        if rate && kind.value.0 == Kind::Level {
            return Err(No::None("rate_of_a_stock"));
        }
        let yearly =
            indicator == Indicator::Capacity && kind.value.0 == Kind::Level && told_by_the_year(view, written, unit);
        let counted = if yearly && unit.per.is_none() && unit.is_bulk() { unit.per(Measure::Year) } else { unit };
        let quantity = signed(written, kind.value, counted);
        let Some(mut quantity) = quantity else { return Err(No::None("value_does_not_fit")) };
        // *a ¥462.5 billion ($3 billion) deficit*
        let behind = by_how_much::behind_bracket(&asked);
        let deficit = match governor.value {
            // *shifted from a $243 million surplus to a $583 million deficit*
            _ if indicator == Indicator::Balance && view.norm(behind) == "deficit" => true,
            _ if indicator == Indicator::Balance && view.norm(behind) == "surplus" => false,
            _ if indicator == Indicator::Balance && view.in_favour(written, governor.value).is_some() => false,
            Governor::Head(Head { topic: Topic::Deficit, .. }) => true,
            // *The balance of trade with Japan was negative, at $4.2 billion*
            Governor::Head(head) if indicator == Indicator::Balance && head.end <= written.tokens.start => (head.end
                ..written.tokens.start)
                .any(|at| matches!(view.norm(at), "negative" | "unfavourable" | "unfavorable" | "adverse")),
            Governor::Head(_) => false,
            _ => statement.is_some_and(|f| f.deficit),
        };
        // *Balance: minus 1.32 trillion yen*, *plunged to minus $37*
        let minus = matches!(indicator, Indicator::Balance | Indicator::Price)
            && view.norm_before(written.tokens.start, 1) == "minus"
            || indicator == Indicator::Balance && by_how_much::in_the_red(view, written);
        if (deficit || minus) && kind.value.0 == Kind::Level && !quantity.value.is_negative() {
            quantity.value = -quantity.value;
            quantity.high = quantity.high.map(|high| -high);
        }
        // *exports: wine -$12.4 million, tea -$8.1 million*: a dash before what was sold; nobody sells less than nothing.
        let dashed = written.sign == Some(-1)
            && kind.value.0 == Kind::Level
            && indicator != Indicator::Balance
            && !quantity.unit.is_price();
        if dashed && quantity.value.is_negative() {
            quantity.value = -quantity.value;
        }
        let sent = (power && moved).then_some(flow);
        Ok(Counted { governed, indicator, sent, kind, quantity, deficit })
    }
}
