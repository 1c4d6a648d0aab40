//! One figure of a series at one period, with where it comes from.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Interval;
use crate::model::{Decimal, Party, Period, Quantity, Status};

/// One level of a series: stated by a document, or implied by statements. SDMX: observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The reference period.
    pub period: Period,
    /// The figure; of an implied one the value to five significant digits, with the bound that its interval has.
    pub quantity: Quantity,
    /// Stated or implied.
    pub origin: Origin,
    /// The values that the wording leaves open.
    pub interval: Interval,
    /// The party whose figure it is as the document tells it: turnover has no direction, but a teller.
    pub teller: Option<Party>,
    /// When the document was published: the vintage of the figure.
    pub published: Option<NaiveDate>,
    /// Who published the document.
    pub source: Option<Arc<str>>,
    /// The document's id.
    pub document: Arc<str>,
    /// Happened, aimed at, expected.
    pub status: Status,
}

/// How a figure came about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// A document states it.
    Stated {
        /// The place of the fact in [`Dataset::facts`](super::Dataset::facts).
        fact: usize,
    },
    /// It follows from what documents state.
    Implied {
        /// How, with the figures: `$2.648 billion (2023-Q1) over 1 + 14.1 percent`.
        derivation: String,
        /// The facts it follows from, by their place in [`Dataset::facts`](super::Dataset::facts).
        facts: Vec<usize>,
    },
}

impl Origin {
    /// The facts behind it.
    #[must_use]
    pub fn facts(&self) -> &[usize] {
        match self {
            Origin::Stated { fact } => std::slice::from_ref(fact),
            Origin::Implied { facts, .. } => facts,
        }
    }

    /// Whether a document states it.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        matches!(self, Origin::Stated { .. })
    }
}

impl Observation {
    /// The fact that states it, by its place in [`Dataset::facts`](super::Dataset::facts); `None` for an implied one.
    #[must_use]
    pub fn fact(&self) -> Option<usize> {
        match self.origin {
            Origin::Stated { fact } => Some(fact),
            Origin::Implied { .. } => None,
        }
    }

    /// The figure, for plots and tables.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.quantity.value
    }

    /// Which of two statements of one period a table shows goes first: stated before implied, the narrowest interval,
    /// the latest published, then by document id and place.
    pub(crate) fn cmp_rank(&self, other: &Self) -> std::cmp::Ordering {
        let rank = |o: &Self| (!o.origin.is_stated(), o.status);
        rank(self)
            .cmp(&rank(other))
            .then_with(|| self.interval.cmp_width(&other.interval))
            .then_with(|| other.published.cmp(&self.published))
            .then_with(|| self.document.cmp(&other.document))
            .then_with(|| self.origin.facts().cmp(other.origin.facts()))
    }
}
