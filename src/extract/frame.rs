//! A statement while it is being read, and what the next one may take over from it.

use super::side::Side;
use crate::model::{Commodity, Decimal, Indicator, Party, Period, Status, Unit};

/// A figure as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Written {
    /// Base units in one of the unit.
    pub factor: Decimal,
    /// The number without scale words.
    pub number: Decimal,
    /// Scale words and unit together.
    pub step: Decimal,
}

impl Written {
    /// The number with its scale, in its written unit.
    pub fn in_full(&self) -> Option<Decimal> {
        self.number.checked_mul(self.step)?.checked_div_exact(self.factor)
    }
}

/// What a line says of the entries of a list below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct List {
    /// Which side those take whom they name: *by destination*.
    pub side: Option<Side>,
}

/// What a statement said: elliptic statements after it fill their gaps from here.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// What was counted.
    pub indicator: Indicator,
    /// The sign of a balance: a deficit is negative.
    pub deficit: bool,
    /// Which goods.
    pub commodity: Option<Commodity>,
    /// Whether it was a part of a whole.
    pub share: bool,
    /// Whether those goods are what a share of all was made up of.
    pub made_up: bool,
    /// Goods that a sentence after it told of: *Barley explains the fall*.
    pub spoken: Option<Commodity>,
    /// Whose figure.
    pub reporter: Option<Party>,
    /// The other side.
    pub partner: Option<Party>,
    /// The reference period.
    pub period: Option<Period>,
    /// The period of the figure itself, also where it was told only for comparison.
    pub stated: Option<Period>,
    /// Whether its own words say when it was.
    pub dated: bool,
    /// Whether it was a figure, of whatever kind.
    pub figure: bool,
    /// The unit of its level, where it had one.
    pub unit: Option<Unit>,
    /// Base units in one of its written unit, and its number as written with all that it is multiplied by.
    pub written: Option<Written>,
    /// Whether it happened.
    pub status: Status,
    /// The side that its subject took.
    pub subject: Option<Side>,
    /// The side that the party named last before its figure took.
    pub nearest: Option<Side>,
    /// Whether its reporter alone was named, so that the talk is of its partner: *Denmark took 61 million*, of what Norway sells.
    pub part_of_partners: bool,
    /// Which of its two the text tells it of: who imports pays a price and moves others' goods on.
    pub owner: Option<Party>,
    /// Whether it stands for a list of those who took or gave their parts.
    pub of_several: bool,
    /// What the entries of a list below it are.
    pub list: Option<List>,
    /// For a price its unit and the amount that it was for.
    pub price: Option<(Unit, Decimal)>,
}

impl Frame {
    /// What is told of a flow without a figure of its own.
    pub fn without_figure(indicator: Indicator) -> Frame {
        Frame {
            indicator,
            deficit: false,
            commodity: None,
            share: false,
            made_up: false,
            spoken: None,
            reporter: None,
            partner: None,
            period: None,
            stated: None,
            dated: false,
            figure: false,
            unit: None,
            written: None,
            status: Status::Actual,
            subject: None,
            nearest: None,
            part_of_partners: false,
            owner: None,
            of_several: false,
            list: None,
            price: None,
        }
    }

    /// Who gives and who takes what it tells of, each where known; `None` where nothing moves one way.
    pub fn giver_and_taker(&self) -> Option<(Option<Party>, Option<Party>)> {
        match self.indicator {
            Indicator::Exports => Some((self.reporter, self.partner)),
            Indicator::Imports => Some((self.partner, self.reporter)),
            _ => None,
        }
    }

    /// Who sold and who bought, where both are known.
    pub fn sold(&self) -> Option<(Party, Party)> {
        let (giver, taker) = self.giver_and_taker()?;
        giver.zip(taker).filter(|(giver, taker)| *giver != Party::WORLD && *taker != Party::WORLD)
    }

    /// Whether it tells of no partner, or of all of them.
    pub fn is_with_all(&self) -> bool {
        self.partner.is_none_or(|p| p == Party::WORLD)
    }

    /// Whether it told what anyone invested in a country.
    pub fn is_drawn_by_a_country(&self) -> bool {
        self.indicator == Indicator::Investment
            && self.reporter == Some(Party::WORLD)
            && self.partner.is_some_and(|p| p.is_country())
    }

    /// The same flow as told of its partner, to or from all.
    pub fn of_partner(&self) -> Option<Frame> {
        let commodity = self.commodity.clone();
        let turned = Frame { reporter: self.partner, partner: Some(Party::WORLD), commodity, ..self.turned()? };
        Some(Frame { part_of_partners: false, of_several: true, ..turned })
    }

    /// The flow in the opposite direction; `None` where it has no direction.
    pub fn turned(&self) -> Option<Frame> {
        let indicator = match self.indicator {
            Indicator::Exports => Indicator::Imports,
            Indicator::Imports => Indicator::Exports,
            // *20 bcm a year and 8 bcm in reverse*: what the same line can move.
            Indicator::Capacity => {
                let (reporter, partner) = (self.partner?, self.reporter?);
                let ends = reporter.is_country() && partner.is_country();
                return ends.then(|| Frame { reporter: Some(reporter), partner: Some(partner), ..self.clone() });
            }
            _ => return None,
        };
        Some(Frame { indicator, commodity: None, spoken: None, subject: None, nearest: None, ..self.clone() })
    }
}
