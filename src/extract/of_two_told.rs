//! Parts and growth of one of two figures that were told side by side: *the former*, *the latter*.
//!
//! | told | then | is of |
//! | --- | --- | --- |
//! | *exports were $9 billion and imports $16 billion* | *27 percent of **the former*** | exports |
//! | *sold 3 million tonnes to Chile and 2 million to Peru* | *half of **the latter*** | what went to Peru |

use super::assemble::Assembler;
use super::frame::Frame;
use super::view::View;
use crate::mention::QuantityMention;
use crate::model::{Decimal, Fact, Kind};

/// One of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum One {
    /// *the former*.
    Former,
    /// *the latter*.
    Latter,
}

/// Which of two figures told before one is a part of: *27.6% of the former*, *170,000 tonnes of the latter*.
pub(super) fn points_back(view: &View<'_>, written: &QuantityMention) -> Option<One> {
    let end = written.tokens.end;
    if view.norm(end) != "of" || view.norm(end + 1) != "the" {
        return None;
    }
    let one = match view.norm(end + 2) {
        "former" => One::Former,
        "latter" => One::Latter,
        _ => return None,
    };
    // *of the former Soviet Union*, *of the latter country's exports*
    let alone =
        matches!(view.norm(end + 3), "" | "." | "," | ";" | ")" | "and" | "but" | "while" | "in" | "went" | "came");
    alone.then_some(one)
}

/// Whether two amounts are told of different things.
fn differs(a: &Fact, b: &Fact) -> bool {
    a.indicator != b.indicator || a.commodity != b.commodity || a.reporter != b.reporter || a.partner != b.partner
}

impl Assembler<'_> {
    /// The statement of the two told last that a figure points back to.
    pub(super) fn one_of_two(&self, view: &View<'_>, written: &QuantityMention) -> Option<Frame> {
        let one = points_back(view, written)?;
        let start = view.tokens[view.range.start].span.start;
        let level = |f: &&Fact| f.kind == Kind::Level && f.indicator.is_trade() && f.span.end <= start;
        let mut told = self.reading.facts.iter().rev().filter(level);
        let latter = told.next()?;
        let former = told.find(|f| differs(f, latter) && f.quantity.unit == latter.quantity.unit)?;
        let fact = if one == One::Former { former } else { latter };
        let (frame, ..) = self.topic.as_ref()?;
        Some(Frame {
            deficit: fact.quantity.value < Decimal::ZERO,
            reporter: fact.reporter,
            partner: fact.partner,
            commodity: fact.commodity.clone(),
            period: fact.period,
            stated: fact.period,
            unit: Some(fact.quantity.unit),
            status: fact.status,
            dated: frame.dated,
            ..Frame::without_figure(fact.indicator)
        })
    }
}
