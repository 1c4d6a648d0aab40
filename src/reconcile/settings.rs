//! What weighs, and how far two sides may differ.

use std::collections::BTreeMap;

use crate::model::{Bound, Decimal, Dimension, Fact, Unit};
use crate::series::Interval;

/// How statements are weighed when some of them must be wrong. To hold a statement for wrong costs its weight; the sum
/// is kept as small as possible.
///
/// | statement | weight |
/// | --- | --- |
/// | as it is | 1 |
/// | of a source that the caller names | times what the caller says |
/// | hedged: *about*, *more than* | times `hedged` |
/// | written with one or two digits | times `rough` |
///
/// A statement that a slip would explain (a scale, two digits, the sign, the year) costs two fifths less: a misprint is
/// the likeliest reason for a figure that fits nothing. One source that says a thing twice is one statement.
///
/// ```
/// use bilateral::reconcile::Settings;
/// let mut settings = Settings::default();
/// settings.sources.insert("the statistical office".into(), 3.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Weights by publisher; others weigh 1.
    pub sources: BTreeMap<String, f64>,
    /// What a hedge takes off: whoever writes *about* did not look it up.
    pub hedged: f64,
    /// What one or two digits take off.
    pub rough: f64,
    /// How many more conflicts of each blamed statement are looked for than are needed to blame it.
    pub more_conflicts: usize,
    /// Parts of up to so many figures that hang together have what each can be from linear programs over all statements;
    /// larger ones from bounds passed on between statements: wider where only several together are narrow, never wrong.
    pub narrow: usize,
    /// What one side's turnover may be of the other side's, for money; 1 to 1 makes them one figure.
    pub other_side_money: Interval,
    /// The same for volumes and masses.
    pub other_side_goods: Interval,
}

impl Default for Settings {
    /// Hedged 0.8, rough 0.9, eight more conflicts, ranges of parts of up to 40 figures narrowed; the other side may differ as the check of mirror flows allows either way: 0.833 to 1.2 for
    /// money (freight and insurance), 0.925 to 1.08 for goods (reference conditions of gas).
    fn default() -> Self {
        let thousandths =
            |lower: i128, upper: i128| Interval { lower: Decimal::new(lower, 3), upper: Decimal::new(upper, 3) };
        Settings {
            sources: BTreeMap::new(),
            hedged: 0.8,
            rough: 0.9,
            more_conflicts: 8,
            narrow: 40,
            other_side_money: thousandths(833, 1200),
            other_side_goods: thousandths(925, 1080),
        }
    }
}

/// The least weight: nothing is for free, or everything would be wrong.
const LEAST: f64 = 0.01;

impl Settings {
    pub(super) fn other_side(&self, unit: Unit) -> Interval {
        if unit.measure.dimension() == Dimension::Money { self.other_side_money } else { self.other_side_goods }
    }

    pub(super) fn weight(&self, source: Option<&str>, fact: &Fact) -> f64 {
        let source = source.and_then(|source| self.sources.get(source)).copied().unwrap_or(1.0);
        let hedge = if fact.quantity.bound == Bound::Exact { 1.0 } else { self.hedged };
        let digits =
            fact.quantity.quantum.and_then(|quantum| Some(fact.quantity.value.magnitude()? - quantum.magnitude()? + 1));
        let rough = if digits.is_some_and(|digits| digits <= 2) { self.rough } else { 1.0 };
        let weight = source * hedge * rough;
        if weight.is_finite() { weight.max(LEAST) } else { 1.0 }
    }
}
