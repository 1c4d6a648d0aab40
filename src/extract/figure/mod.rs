//! One figure to a fact: the order in which its slots are filled.
//!
//! | step | asks | file |
//! | --- | --- | --- |
//! | measure | how much of which unit it is, a price of what, of a market or not | `measured.rs` |
//! | govern | what it counts: the word that says so, or the statement that it goes on from | `governed.rs`, `spoken_of.rs` |
//! | count | level, change or share, and with which sign | `counted.rs` |
//! | fill | whether it happened, whose it is, of which goods and when | `filled.rs` |
//! | state | the fact, and what later figures may take over from it | `told.rs` |
//!
//! Each step may find that the figure is no fact, and says by which rule.

mod counted;
mod filled;
mod governed;
mod measured;
mod nobody;
mod spoken_of;
mod told;

use super::assemble::Assembler;
use super::frame::Frame;
use super::view::View;
use crate::mention::QuantityMention;
use crate::model::{Commodity, Fact};

/// What a figure was read as.
pub enum Outcome {
    /// A fact, its statement, and whether it was told only for comparison.
    Fact(Box<Fact>, Box<Frame>, bool),
    /// A price of a market, that the talk does not go on from.
    Quoted(Box<Fact>),
    /// What goods other than energy stand at on a market, which is no statistic.
    Dealt(Commodity),
    /// No statistic of a country's trade or energy, nor is what it is compared with.
    Out(&'static str),
    /// No fact.
    None(&'static str),
}

/// Why a figure is no fact, found on the way to one.
enum No {
    Dealt(Commodity),
    Out(&'static str),
    None(&'static str),
}

impl From<No> for Outcome {
    fn from(no: No) -> Outcome {
        match no {
            No::Dealt(goods) => Outcome::Dealt(goods),
            No::Out(rule) => Outcome::Out(rule),
            No::None(rule) => Outcome::None(rule),
        }
    }
}

/// Where a figure stands, and behind what.
#[derive(Clone, Copy)]
pub struct Place<'v, 'a> {
    /// Its sentence.
    pub view: &'v View<'a>,
    /// Which of the sentence's mentions it is.
    pub index: usize,
    /// The statement before it in the sentence.
    pub before: Option<&'v Frame>,
    /// The statement of an earlier sentence.
    pub recent: Option<&'v Frame>,
}

impl Assembler<'_> {
    /// Whether the statement spoken of stands in the paragraph being read.
    fn same_line(&self) -> bool {
        self.topic.as_ref().is_some_and(|(_, _, line)| *line == self.lines)
    }

    pub(super) fn figure(&self, place: Place<'_, '_>, written: &QuantityMention) -> Outcome {
        self.read_figure(place, written).unwrap_or_else(Outcome::from)
    }

    fn read_figure(&self, place: Place<'_, '_>, written: &QuantityMention) -> Result<Outcome, No> {
        let measured = self.measure(place, written)?;
        let governed = self.govern(place, &measured)?;
        let counted = self.count(place, &measured, governed)?;
        let filled = self.fill(place, &measured, &counted)?;
        Ok(self.state(place, measured, counted, filled))
    }
}
