//! Do the figures agree? Each check compares what documents state with what must then be so.
//!
//! | check | compares |
//! | --- | --- |
//! | [`Sources`] | one figure as several documents state it |
//! | [`YearOnYear`] | a stated change with the two levels |
//! | [`Mirror`] | one flow as both sides tell it |
//! | [`Balance`] | exports and imports with turnover and balance |
//! | [`Periods`] | months and quarters with the year |
//! | [`Members`] | countries with their group |
//! | [`Goods`] | goods with all goods |
//! | [`Shares`] | a share with the amounts |
//! | [`Prices`] | value with volume and price |
//! | [`Stocks`] | what lies in the ground, as several documents state it |
//! | [`Capacity`] | a flow with what the line can move |
//! | [`Aim`] | a target with what happened later |
//! | [`Slip`] | figures a thousand times, a unit or a sign off |
//!
//! A figure is compared as the interval that its wording leaves open. The outcome has three values: it
//! [holds](Outcome::Holds) where rounding explains the difference, [fails](Outcome::Fails) where nothing can, and is
//! [unknown](Outcome::Unknown) where a bound, a missing figure or another teller leaves it open.

/// The message of a finding, as `format!` writes it.
macro_rules! say {
    ($($argument:tt)*) => { $crate::check::said(format_args!($($argument)*)) };
}

mod aim;
mod alike;
mod balance;
mod capacity;
mod goods;
mod members;
mod mirror;
mod periods;
mod prices;
mod shares;
mod slip;
mod sources;
mod stocks;
mod timeless;
mod year_on_year;

use std::cell::RefCell;
use std::fmt;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

pub use aim::Aim;
pub use balance::Balance;
pub use capacity::Capacity;
pub use goods::Goods;
pub use members::Members;
pub use mirror::{Allowance, Mirror};
pub use periods::Periods;
pub use prices::{Plausible, Prices};
pub use shares::Shares;
pub use slip::Slip;
pub use sources::Sources;
pub use stocks::Stocks;
pub use year_on_year::YearOnYear;

use crate::model::{Bound, Decimal, Fact, Indicator, Party, Period, Quantity, Status, Unit};
use crate::series::{Dataset, Interval, Observation, Series, SeriesKey, Subject};

/// One comparison that can be made on a dataset.
///
/// ```
/// use bilateral::check::{self, Check};
/// use bilateral::series::Dataset;
/// let findings = check::run(&Dataset::from_facts(&[]), check::ALL);
/// assert!(findings.is_empty());
/// ```
pub trait Check: Sync {
    /// The name that users select it by, in snake_case.
    fn name(&self) -> &'static str;

    /// What it compares, in a line.
    fn summary(&self) -> &'static str;

    /// What it does, why it matters, an example, a reference: Markdown with these four headings.
    fn explanation(&self) -> &'static str;

    /// What it finds, in a stable order.
    fn run(&self, dataset: &Dataset) -> Vec<Finding>;
}

/// Every check with its default settings.
pub static ALL: &[&dyn Check] = &[
    &Sources,
    &YearOnYear::DEFAULT,
    &Mirror::DEFAULT,
    &Balance,
    &Periods,
    &Members,
    &Goods,
    &Shares,
    &Prices,
    &Stocks::DEFAULT,
    &Capacity,
    &Aim,
    &Slip,
];

/// Whether what is compared agrees. The order is that of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing that the wordings leave open makes them agree.
    Fails,
    /// Neither proven.
    Unknown,
    /// They agree, to rounding.
    Holds,
}

/// One comparison with its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the check.
    pub check: &'static str,
    /// Whether it agrees.
    pub outcome: Outcome,
    /// A sentence with the figures.
    pub message: String,
    /// What is stated less what is expected; `None` where that is no amount.
    pub gap: Option<Gap>,
    /// The statements compared, in the order of the message.
    pub statements: Vec<Cited>,
}

/// How far a statement is from what is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// What is stated less what is expected; it holds zero where rounding explains it.
    pub difference: Interval,
    /// What it is counted in.
    pub unit: Unit,
    /// The difference in percent of what is expected; `None` where that can be zero.
    pub percent: Option<Interval>,
}

/// A fact with its part in a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// The place of the fact in [`Dataset::facts`].
    pub fact: usize,
    /// What it is here: `total`, `part`, `change`, ...
    pub role: &'static str,
}

impl Outcome {
    /// All of them, in the order of a report.
    pub const ALL: [Outcome; 3] = [Outcome::Fails, Outcome::Unknown, Outcome::Holds];

    /// `fails`, `unknown` or `holds`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Fails => "fails",
            Outcome::Unknown => "unknown",
            Outcome::Holds => "holds",
        }
    }

    /// A failure that rests on figures of unlike origin proves nothing: unknown.
    #[must_use]
    pub(crate) fn softened(self, firm: bool) -> Self {
        if self == Outcome::Fails && !firm { Outcome::Unknown } else { self }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Gap {
    /// The gap of a stated amount to an expected one.
    #[must_use]
    pub fn between(stated: &Interval, expected: &Interval, unit: Unit) -> Self {
        let percent = crate::series::growth::percent(stated, expected);
        Gap { difference: *stated - *expected, unit, percent }
    }
}

impl Cited {
    pub(crate) fn all(observation: &Observation, role: &'static str) -> impl Iterator<Item = Cited> {
        observation.origin.facts().iter().map(move |fact| Cited { fact: *fact, role })
    }

    /// The facts of several observations with their parts.
    pub(crate) fn several<const N: usize>(observations: [(&Observation, &'static str); N]) -> Vec<Cited> {
        let mut all = Vec::with_capacity(N);
        observations.iter().for_each(|(observation, role)| all.extend(Cited::all(observation, role)));
        all
    }
}

/// Runs checks over a dataset: failures first, then what is unknown, then what holds; within these by check and by the
/// place of the facts. Beside each statement compared stand the others that tell the same figure and agree with it. The same
/// input gives the same list.
#[must_use]
pub fn run(dataset: &Dataset, checks: &[&dyn Check]) -> Vec<Finding> {
    // Made by the first that needs it, while the others go on.
    let alike = LazyLock::new(|| alike::Alike::of(dataset));
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let worker = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(check) = checks.get(place) else { return };
            let mut findings = check.run(dataset);
            findings.iter_mut().for_each(|finding| alike.join(finding));
            let findings = sorted(findings);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((place, findings));
        }
    };
    let cores = || thread::available_parallelism().map_or(1, NonZero::get).min(checks.len());
    let threads = if dataset.facts().len() < MANY { 1 } else { cores() };
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where the system gives no thread, the others do its work.
            let _ = thread::Builder::new().spawn_scoped(scope, worker);
        }
        worker();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(place, _)| *place);
    let mut found: Vec<_> = done.into_iter().map(|(_, findings)| findings.into_iter().peekable()).collect();
    let mut all = Vec::with_capacity(found.iter().map(ExactSizeIterator::len).sum());
    for outcome in [Outcome::Fails, Outcome::Unknown, Outcome::Holds] {
        for findings in &mut found {
            all.extend(std::iter::from_fn(|| findings.next_if(|finding| finding.outcome == outcome)));
        }
    }
    all
}

thread_local! {
    /// Where messages are written before their length is known.
    static DRAFT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// A text of just its length: a message that grows is copied over and over.
fn said(message: fmt::Arguments<'_>) -> String {
    DRAFT.with(|draft| match draft.try_borrow_mut() {
        Ok(mut draft) => {
            draft.clear();
            // Writing to a string does not fail.
            let _ = fmt::Write::write_fmt(&mut *draft, message);
            draft.as_str().to_owned()
        }
        Err(_) => message.to_string(),
    })
}

/// Findings by outcome and statements, those of equal ones in the order given. What is compared is small and mostly told apart
/// by the first statement; findings are large, and each is moved once.
fn sorted(findings: Vec<Finding>) -> Vec<Finding> {
    let first = |finding: &Finding| finding.statements.first().map(|cited| cited.fact);
    let mut order: Vec<_> =
        findings.iter().enumerate().map(|(place, finding)| (finding.outcome, first(finding), place)).collect();
    order.sort_unstable_by(|a, b| {
        let further = || findings[a.2].statements.cmp(&findings[b.2].statements);
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(further).then(a.2.cmp(&b.2))
    });
    let mut findings: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(.., place)| findings[place].take()).collect()
}

/// From so many facts on, checks run side by side.
const MANY: usize = 10_000;

/// The facts of one subject that have one key, where they are more than one: by subject, then in the order of the keys.
pub(crate) fn several_facts<'d, K: Ord>(
    dataset: &'d Dataset,
    key: impl Fn(&Fact) -> Option<K>,
    mut found: impl FnMut(&'d Subject, &K, &mut dyn Iterator<Item = usize>),
) {
    let mut keyed = Vec::new();
    for (subject, places) in dataset.subjects().filter(|(_, places)| places.len() > 1) {
        let fact = |place: &usize| Some((key(dataset.fact(*place)?)?, *place));
        keyed.clear();
        keyed.extend(places.iter().filter_map(fact));
        keyed.sort_unstable();
        for same in keyed.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
            found(subject, &same[0].0, &mut same.iter().map(|(_, place)| *place));
        }
    }
}

/// The check of this name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Check> {
    ALL.iter().copied().find(|check| check.name() == name)
}

/// Whether two statements of one amount agree: they fail where they have no value in common, and are unknown where both
/// have an open end or one says nothing.
pub(crate) fn agree(one: &Interval, other: &Interval) -> Outcome {
    if !one.intersects(other) {
        Outcome::Fails
    } else if (one.is_bounded() || other.is_bounded()) && *one != Interval::OPEN && *other != Interval::OPEN {
        Outcome::Holds
    } else {
        Outcome::Unknown
    }
}

/// Whether a part is no more than its whole.
pub(crate) fn within(part: &Interval, whole: &Interval) -> Outcome {
    if part.above(whole) {
        Outcome::Fails
    } else if part.upper.is_some() && whole.lower.is_some() && part.upper <= whole.lower {
        Outcome::Holds
    } else {
        // Rounding can hide an excess of a last digit, or an end is open.
        Outcome::Unknown
    }
}

/// Whose figure, in which document: what decides how far two figures can be compared.
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    pub document: &'a str,
    pub teller: Option<Party>,
}

impl<'a> Voice<'a> {
    pub fn of(observation: &'a Observation) -> Self {
        Voice { document: &observation.document, teller: observation.teller }
    }

    /// Whether the two come from one document or one party's statistics, so that a difference is a conflict.
    pub fn agrees_with(&self, other: &Observation) -> bool {
        self.document == &*other.document || self.teller == other.teller
    }
}

/// The stated figure of a series at a period that is nearest in origin to a voice: same document, else same teller, else
/// the one that tables show.
pub(crate) fn nearest<'a>(series: &'a Series, period: &Period, voice: Voice<'_>) -> Option<&'a Observation> {
    let stated = series.at(period).iter().filter(|o| o.origin.is_stated());
    // The first of those that are equally near.
    stated.min_by_key(|o| (&*o.document != voice.document, o.teller != voice.teller))
}

/// Whether a period is a part of another, and not all of it.
pub(crate) fn strictly_inside(whole: &Period, part: &Period) -> bool {
    whole != part && whole.contains(part)
}

/// The statements of each period of a series that is a part of another, and not all of it.
pub(crate) fn inside<'a>(series: &'a Series, whole: &Period) -> impl Iterator<Item = &'a [Observation]> {
    let all = series.observations();
    let start = all.partition_point(|o| o.period.first_day() < whole.first_day());
    let end = all[start..].partition_point(|o| o.period.first_day() <= whole.last_day());
    let periods = all[start..][..end].chunk_by(|a, b| a.period == b.period);
    let whole = *whole;
    periods.filter(move |run| run.first().is_some_and(|o| strictly_inside(&whole, &o.period)))
}

/// The series that tell what happened.
pub(crate) fn actual(all: &[Series]) -> impl Iterator<Item = &Series> {
    all.iter().filter(|series| series.status == Status::Actual)
}

/// The figure that each teller is shown with, of one period's statements.
pub(crate) fn by_teller(statements: &[Observation]) -> impl Iterator<Item = &Observation> {
    let told = |one: &Observation, teller: Option<Party>| one.origin.is_stated() && one.teller == teller;
    statements.iter().enumerate().filter_map(move |(place, one)| {
        let first = one.origin.is_stated() && !statements[..place].iter().any(|other| told(other, one.teller));
        first.then_some(one)
    })
}

/// Whether amounts of an indicator in a unit add up over time and over countries.
pub(crate) fn adds_up(indicator: Indicator, unit: Unit) -> bool {
    indicator.is_flow() && !unit.is_ratio() && unit.per.is_none()
}

/// Whether amounts of an indicator add up over countries: those that add up over time, and rates of them.
pub(crate) fn adds_over_parties(key: &SeriesKey) -> bool {
    adds_up(key.indicator, if key.unit.is_rate() { Unit { per: None, ..key.unit } } else { key.unit })
}

/// A bound is finely written where one step of its last digit is no more than a twentieth of it: *over 24*, not *over 20*.
const FINE: i64 = 20;

/// Whether a figure is a finely written *more than*.
pub(crate) fn is_fine_bound(quantity: &Quantity) -> bool {
    let fine = |step: Decimal| step.checked_mul(Decimal::from(FINE)).is_some_and(|least| least <= quantity.value);
    quantity.bound == Bound::AtLeast && quantity.high.is_none() && quantity.quantum.is_some_and(fine)
}

/// What a figure is meant to say: nobody calls 31.2 *over 24*, so that a finely written *more than* ends a quarter above it.
pub(crate) fn meant(one: &Observation) -> Interval {
    let quarter_more = Decimal::new(125, 2).and_then(|times| one.quantity.value.checked_mul(times));
    if is_fine_bound(&one.quantity) && one.interval.upper.is_none() {
        Interval { upper: quarter_more, ..one.interval }
    } else {
        one.interval
    }
}

/// Whether two figures of a document stand side by side, as a figure and its conversion in brackets do.
pub(crate) fn side_by_side(one: &Fact, other: &Fact) -> bool {
    let (first, second) = if one.span.start <= other.span.start { (one, other) } else { (other, one) };
    let gap = second.span.start.checked_sub(first.span.end);
    first.document == second.document && gap.is_some_and(|gap| gap <= SIDE_BY_SIDE)
}

/// How many bytes stand between a figure and its conversion: *, or about*, *(some*.
const SIDE_BY_SIDE: usize = 16;

/// The outward rounded sum.
pub(crate) fn sum<'a>(all: impl Iterator<Item = &'a Observation>) -> Interval {
    all.fold(Interval::point(Decimal::ZERO), |sum, one| sum + one.interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_keep_the_order_of_a_stable_sort() {
        let finding = |(nth, (outcome, facts)): (usize, &(Outcome, &[usize]))| {
            let statements = facts.iter().map(|fact| Cited { fact: *fact, role: "figure" }).collect();
            Finding { check: "sources", outcome: *outcome, message: nth.to_string(), gap: None, statements }
        };
        let told: [(Outcome, &[usize]); 9] = [
            (Outcome::Holds, &[3, 1]),
            (Outcome::Fails, &[9]),
            (Outcome::Holds, &[3]),
            (Outcome::Unknown, &[2, 2]),
            (Outcome::Fails, &[]),
            (Outcome::Holds, &[3, 1]),
            (Outcome::Fails, &[2, 8]),
            (Outcome::Fails, &[9]),
            (Outcome::Fails, &[2, 7]),
        ];
        let given: Vec<Finding> = told.iter().enumerate().map(finding).collect();
        let mut wanted = given.clone();
        wanted.sort_by(|a, b| (a.outcome, &a.statements).cmp(&(b.outcome, &b.statements)));
        assert_eq!(sorted(given), wanted);
    }

    #[test]
    fn a_message_takes_no_more_than_its_length() {
        let message = say!("{} of {}", "a".repeat(100), 2);
        assert_eq!((message.len(), message.capacity()), (105, 105));
        let within = fmt::from_fn(|f| f.write_str(&say!("within")));
        assert_eq!(say!("one {within} another"), "one within another");
    }

    #[test]
    fn every_check_explains_itself() {
        for check in ALL {
            for heading in ["## What it does", "## Why it matters", "## Example", "## Reference"] {
                assert!(check.explanation().contains(heading), "{} lacks {heading}", check.name());
            }
            assert!(!check.summary().is_empty() && by_name(check.name()).is_some());
        }
    }

    #[test]
    fn checks_that_run_side_by_side_find_the_same_in_the_same_order() {
        use crate::series::test_facts::level;
        let year = |n: usize| (1000 + n / 4 % 500).to_string();
        let partner = |n: usize| ["TKM", "KAZ", "UZB", "IRN", "TUR", "GEO"][n / 2000 % 6];
        let value = |n: usize| (1_000_000 * (1 + n % 4 / 3 * 999)).to_string();
        let told = |n: usize| level(["a", "b"][n % 2], "CHN", partner(n), &year(n), &value(n), "exact");
        let dataset = Dataset::from_facts(&(0..MANY + 1000).map(told).collect::<Vec<_>>());
        let alike = alike::Alike::of(&dataset);
        let mut one_by_one: Vec<(usize, Finding)> = Vec::new();
        for (place, check) in ALL.iter().enumerate() {
            one_by_one.extend(check.run(&dataset).into_iter().map(|finding| (place, finding)));
        }
        one_by_one.iter_mut().for_each(|(_, finding)| alike.join(finding));
        one_by_one.sort_by(|(i, a), (j, b)| (a.outcome, i, &a.statements).cmp(&(b.outcome, j, &b.statements)));
        let found = run(&dataset, ALL);
        assert!(found.len() > 1000 && found.iter().any(|finding| finding.check == "slip"));
        assert!(found.iter().eq(one_by_one.iter().map(|(_, finding)| finding)));
    }

    #[test]
    fn agreement_has_three_values() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        let exact = |a: &str, b: &str| Interval::between(d(a), d(b));
        for (one, other, outcome) in [
            (exact("1", "2"), exact("2", "3"), Outcome::Holds),
            (exact("1", "2"), exact("2.1", "3"), Outcome::Fails),
            (exact("1", "2"), Interval::at_least(d("1")), Outcome::Holds),
            (exact("1", "2"), Interval::at_least(d("3")), Outcome::Fails),
            (Interval::at_least(d("9")), Interval::at_least(d("3")), Outcome::Unknown),
            (Interval::OPEN, exact("1", "2"), Outcome::Unknown),
        ] {
            assert_eq!(agree(&one, &other), outcome, "{one} {other}");
        }
    }
}
