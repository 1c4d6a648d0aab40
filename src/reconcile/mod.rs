//! Which statement is wrong? All constraints at once.
//!
//! | texts | here |
//! | --- | --- |
//! | exports 61.4, imports 28.1, trade 89.4 billion | exports 61.37, imports 28.06, trade 89.43: all within rounding |
//! | exports 61.4, imports 28.1, trade 98.4 billion | a [`Conflict`] of three; *98.4* is [`Blamed`]: two digits swapped |
//! | trade 89.4, exports 61.4 billion | imports of 27.95 to 28.05 billion, that no text states |
//!
//! Each text states a little: a figure to its rounding, a growth, a share. What must hold besides is arithmetic: exports and
//! imports make the turnover, months the year, members their group. [`reconcile`] takes all of it together and tells
//!
//! - the smallest sets of statements that cannot all hold: drop any one of a set and the rest of it can be true;
//! - which statements to blame: the lightest set whose fall lets all others hold (see [`Settings`] for what weighs);
//! - one estimate for each figure, with what it can be: also for figures that no text states but that identities determine;
//! - what was moved, by how much, and why.
//!
//! # How
//!
//! Every statement is one or two linear inequalities over amounts; a growth of 14.1 percent, to its rounding, is
//! *x ≥ 1.1405 y* and *x ≤ 1.1415 y*. Contradictions come from linear programs (the lemma of Farkas), in floats, over
//! distances from stated figures: gaps of less than about a thousandth of the finest rounding are no contradictions. The
//! estimates are then rounded to decimals and every identity is repaired by exact arithmetic; amounts are only told where
//! they keep every row that is kept to the last digit. Sets of contradictions can be many: up to 256 a part are followed,
//! and for each blamed statement eight more looked for than are needed (as set); [`Reconciliation::complete`] and
//! [`Reconciliation::all_conflicts`] tell whether that was enough.
//!
//! The solver is [microlp](https://docs.rs/microlp); its types appear in one file. Statements of what is aimed at or
//! expected take no part.

mod blame;
mod estimate;
mod exact;
mod hitting;
mod lp;
mod part;
mod rules;
mod settings;
mod slip;
mod spread;
mod system;
mod told;

use std::fmt;

pub use settings::Settings;
pub use slip::Slip;

use crate::model::{Decimal, Period, Unit};
use crate::series::{Dataset, Interval, Subject};

/// An amount of a subject in a unit at a period.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// Of what.
    pub subject: Subject,
    /// What it is counted in.
    pub unit: Unit,
    /// The reference period.
    pub period: Period,
}

/// What all statements of a dataset come to together.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconciliation {
    /// The smallest sets of statements that cannot all hold, by their facts.
    pub conflicts: Vec<Conflict>,
    /// The statements whose fall lets all others hold.
    pub blamed: Vec<Blamed>,
    /// One amount for each figure, sorted by figure.
    pub estimates: Vec<Estimate>,
    /// Facts whose figure differs from the estimate.
    pub corrections: Vec<Correction>,
    /// Whether the search for what is to blame ended by itself and every figure has its estimate. Where it is false,
    /// what is told holds, but more may be wrong.
    pub complete: bool,
    /// Whether [`conflicts`](Reconciliation::conflicts) holds every one that a blamed statement is in with statements
    /// that are kept; the search for more than is needed is cut off after a while.
    pub all_conflicts: bool,
}

/// Statements that cannot all hold; without any one of them the others can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The statements, each as the places of its facts in [`Dataset::facts`]: several where one source repeats itself.
    pub statements: Vec<Vec<usize>>,
    /// The identities that they break together.
    pub rules: Vec<Rule>,
}

/// What must hold whatever texts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which arithmetic.
    pub kind: RuleKind,
    /// The figures: the whole first, then its parts.
    pub figures: Vec<Figure>,
    /// Whether the parts are all of it; else they are no more than it.
    pub equal: bool,
}

/// The arithmetic of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RuleKind {
    /// Exports and imports make the turnover.
    Turnover,
    /// Exports less imports make the balance.
    Balance,
    /// Months, quarters and halves make the year.
    Periods,
    /// Members make their group.
    Members,
    /// Some goods are no more than all goods.
    Goods,
    /// No flow is less than nothing.
    NotNegative,
}

/// A statement that does not fit what is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Blamed {
    /// Its facts, by their place in [`Dataset::facts`].
    pub facts: Vec<usize>,
    /// What its figure would have to be by all that is kept, in the unit of the fact.
    pub fits: Interval,
    /// A slip that explains the figure.
    pub slip: Option<Slip>,
    /// The facts of statements that could be blamed as well in place of it; none where it is the one.
    pub instead: Vec<usize>,
    /// The conflicts that it is in, by their place in [`Reconciliation::conflicts`].
    pub conflicts: Vec<usize>,
}

/// One amount for a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// Of what, in what, when.
    pub figure: Figure,
    /// The amount: every identity holds among the amounts to the last digit.
    pub value: Decimal,
    /// What it can be by all that is kept, rounded outward.
    pub interval: Interval,
    /// The facts that state it and are kept, by their place in [`Dataset::facts`]; none where it only follows.
    pub stated: Vec<usize>,
    /// The facts that it follows from, where none states it: of the figures that rules and changes tie it to.
    pub follows: Vec<usize>,
}

/// A fact whose figure was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The place of the fact in [`Dataset::facts`].
    pub fact: usize,
    /// The figure as written, in the fact's unit.
    pub from: Decimal,
    /// What it is by the estimates; a change or share to six significant digits.
    pub to: Decimal,
    /// `to` less `from`.
    pub by: Decimal,
    /// Why.
    pub why: Why,
    /// The facts that moved it.
    pub against: Vec<usize>,
}

/// Why a figure was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// It is to blame in a conflict.
    Conflict,
    /// An identity needs a digit that rounding hides: it stays within what its wording leaves open.
    Rounding,
}

impl fmt::Display for RuleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            RuleKind::Turnover => "exports and imports make the turnover",
            RuleKind::Balance => "exports less imports make the balance",
            RuleKind::Periods => "parts of a period make the period",
            RuleKind::Members => "members make their group",
            RuleKind::Goods => "some goods are no more than all goods",
            RuleKind::NotNegative => "no flow is less than nothing",
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}, in {}", self.subject, self.unit, self.period)
    }
}

impl Reconciliation {
    /// The estimate of a figure.
    #[must_use]
    pub fn estimate(&self, subject: &Subject, unit: Unit, period: &Period) -> Option<&Estimate> {
        let key = |e: &Estimate| (e.figure.subject.clone(), e.figure.unit, e.figure.period);
        let place = self.estimates.binary_search_by(|e| key(e).cmp(&(subject.clone(), unit, *period))).ok()?;
        self.estimates.get(place)
    }
}

/// Takes all statements of a dataset together.
///
/// ```
/// use bilateral::reconcile::{Settings, reconcile};
/// use bilateral::{Dataset, Document, Extractor};
///
/// let text = "In 2022, China's exports to Kazakhstan came to $16.4 billion and its imports from Kazakhstan to \
///             $14.8 billion. Trade between China and Kazakhstan came to $32.1 billion in 2022.";
/// let facts = Extractor::new().facts(&Document::new("a", text));
/// let found = reconcile(&Dataset::from_facts(&facts), &Settings::default());
/// assert_eq!(found.conflicts.len(), 1);
/// // Two digits swapped: 31.2 billion would fit.
/// assert_eq!(facts[found.blamed[0].facts[0]].quote, "$32.1 billion");
/// assert_eq!(found.estimates.iter().map(|e| e.value.to_string()).collect::<Vec<_>>()[0], "31200000000");
/// ```
#[must_use]
pub fn reconcile(dataset: &Dataset, settings: &Settings) -> Reconciliation {
    let mut system = system::System::of(dataset, settings);
    rules::determine(&mut system, dataset);
    let rules = rules::of(&system, dataset);
    let mut told = Reconciliation {
        conflicts: Vec::new(),
        blamed: Vec::new(),
        estimates: Vec::new(),
        corrections: Vec::new(),
        complete: true,
        all_conflicts: true,
    };
    for part in part::parts(&system, &rules) {
        let verdict = blame::verdict(dataset, &part, settings.more_conflicts);
        let estimated = estimate::of(dataset, &part, &verdict.blamed, settings.narrow);
        told::add(&mut told, dataset, &system, &part, &verdict, estimated.as_ref());
    }
    told.estimates.sort_by(|a, b| a.figure.cmp(&b.figure));
    told.corrections.sort_by_key(|correction| (correction.why, correction.fact));
    told
}

#[cfg(test)]
mod tests;
