use super::capacity::above_capacity;
use super::{Check, Cited, Finding, Gap, Outcome, actual, prices};
use crate::model::{Bound, Decimal, Dimension, Fact, Indicator, Kind, Period, Quantity, Status, Unit};
use crate::series::{About, Dataset, Interval, Observation, Series, words};

#[doc = include_str!("explain/slip.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Slip;

/// The slips of scale that a word makes: thousand for million, million for trillion, and so on.
const POWERS: [i32; 4] = [3, 6, 9, 12];
/// How many years a neighbour in time may be away from the figure that is held against it.
const NEAR_YEARS: i32 = 2;

impl Check for Slip {
    fn name(&self) -> &'static str {
        "slip"
    }

    fn summary(&self) -> &'static str {
        "figures a thousand times, a unit or a sign off"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/slip.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = one_figure(dataset);
        let lines = above_capacity(dataset).into_iter().filter(|finding| finding.outcome == Outcome::Fails);
        findings.extend(lines.map(|finding| Finding { check: self.name(), ..finding }));
        findings.extend(actual(dataset.series()).flat_map(neighbours));
        findings.extend(signs(dataset));
        findings.extend(prices::stated(dataset));
        findings
    }
}

/// Statements of one figure: what is a thousand times another, and what has its digits in another unit.
fn one_figure(dataset: &Dataset) -> Vec<Finding> {
    // Both sides' words for one flow stand together.
    let mut flows: Vec<(About<'_>, &[usize])> =
        dataset.subjects().map(|(subject, places)| (subject.about().flow(), places)).collect();
    flows.sort();
    let (mut findings, mut keyed) = (Vec::new(), Vec::new());
    for flow in flows.chunk_by(|(one, _), (other, _)| one == other) {
        keyed.clear();
        keyed.extend(flow.iter().flat_map(|(_, places)| *places).filter_map(|place| {
            let fact = dataset.fact(*place)?;
            let told = fact.kind == Kind::Level && !fact.quantity.value.is_zero() && !fact.quantity.unit.is_ratio();
            told.then(|| (fact.status, Measured::of(fact.quantity.unit), fact.period, *place))
        }));
        keyed.sort_unstable();
        for alike in keyed.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1)) {
            one_measure(dataset, flow[0].0, alike, &mut findings);
        }
    }
    findings
}

/// The same among levels of one flow that have one status and can be mistaken for each other, those without a period first.
fn one_measure(
    dataset: &Dataset,
    flow: About<'_>,
    levels: &[(Status, Option<Measured>, Option<Period>, usize)],
    findings: &mut Vec<Finding>,
) {
    let all_undated = levels.partition_point(|(_, _, period, _)| period.is_none());
    let told = |levels: &[(_, _, _, usize)]| -> Vec<Told<'_>> {
        levels.iter().filter_map(|level| Some(Told { place: level.3, fact: dataset.fact(level.3)? })).collect()
    };
    // Only statements of one period, or without any, can be of one figure.
    for same in levels.chunk_by(|one, other| one.2 == other.2) {
        if same.len() == 1 && (all_undated == 0 || levels.len() == 1) {
            continue;
        }
        let dated = same[0].2.is_some();
        let same = told(same);
        let others = match dated {
            true if all_undated == 0 => same.clone(),
            true => same.iter().copied().chain(told(&levels[..all_undated])).collect(),
            false => {
                let mut all = told(levels);
                all.sort_unstable_by_key(|told| told.place);
                all
            }
        };
        for small in &same {
            let large: Vec<&Told<'_>> = others.iter().filter(|large| small.times(large).is_some()).collect();
            findings.extend(scale_finding(dataset, flow, small, &large));
        }
        for (i, one) in same.iter().enumerate() {
            let other_unit = same[i + 1..].iter().find(|other| one.same_digits_in_another_unit(other));
            findings.extend(other_unit.map(|other| unit_finding(flow, one, other)));
        }
    }
}

/// What two units must share for their figures to be mistaken for each other: both money, or both amounts of goods.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Measured {
    money: bool,
    rate: Option<crate::model::Measure>,
}

impl Measured {
    fn of(unit: Unit) -> Option<Self> {
        (!unit.is_price()).then(|| Measured { money: unit.measure.dimension() == Dimension::Money, rate: unit.per })
    }
}

#[derive(Clone, Copy)]
struct Told<'a> {
    place: usize,
    fact: &'a Fact,
}

impl Told<'_> {
    /// How many times this figure the other is, where that is a slip: a power of a thousand, at one period to what the
    /// digits and hedges leave open and a quarter, else to the last digit of at least two.
    fn times(&self, other: &Told<'_>) -> Option<Decimal> {
        let (small, large) = (self.fact, other.fact);
        if small.quantity.unit != large.quantity.unit || self.place == other.place {
            return None;
        }
        let same_time = small.period.is_some() && small.period == large.period;
        let timeless = small.period.is_none() || large.period.is_none();
        if !(same_time || timeless && small.document != large.document) {
            return None;
        }
        // A thousand times less a quarter is far from this; nearly all figures are told apart here.
        let far = small.quantity.value.abs().checked_mul(Decimal::HUNDRED);
        if far.is_some_and(|far| large.quantity.value.abs() < far) {
            return None;
        }
        let powers = POWERS.into_iter().filter_map(Decimal::power_of_ten);
        powers.into_iter().find(|power| {
            let Some(scaled) = small.quantity.value.checked_mul(*power) else { return false };
            if scaled == large.quantity.value {
                return same_time || digits(scaled) > 1;
            }
            let quarter = Decimal::new(25, 2).unwrap_or(Decimal::ZERO);
            same_time && Interval::point(scaled).widened(quarter).contains(large.quantity.value)
        })
    }

    /// Whether the digits are the same, three or more, and the unit is another, at one period: dollars for yuan.
    fn same_digits_in_another_unit(&self, other: &Told<'_>) -> bool {
        let (one, two) = (&self.fact.quantity, &other.fact.quantity);
        one.unit != two.unit
            && one.value == two.value
            && digits(one.value) > 2
            && self.fact.period.is_some()
            && self.fact.period == other.fact.period
    }
}

/// How many digits a figure has without the zeros at its end.
fn digits(value: Decimal) -> u32 {
    (1..28).find(|n| value.to_significant(*n) == value).unwrap_or(28)
}

fn scale_finding(dataset: &Dataset, subject: About<'_>, small: &Told<'_>, large: &[&Told<'_>]) -> Option<Finding> {
    let times = small.times(large.first()?)?;
    let named = |told: &Told<'_>| format!("{} ({})", words::quantity(&told.fact.quantity), told.fact.document);
    let others: Vec<String> = large.iter().map(|told| named(told)).collect();
    let message = say!(
        "{subject}{}: {} and {} are {times}-fold apart: a unit or a word of scale may have slipped.",
        when(small.fact.period),
        named(small),
        others.join(", "),
    );
    let mut statements = vec![Cited { fact: small.place, role: "figure" }];
    statements.extend(large.iter().map(|told| Cited { fact: told.place, role: "other figure" }));
    let interval = |told: &Told<'_>| Interval::of(&told.fact.quantity, dataset.width());
    let gap = Some(Gap::between(&interval(small), &interval(large.first()?), small.fact.quantity.unit));
    Some(Finding { check: Slip.name(), outcome: Outcome::Fails, message, gap, statements })
}

fn unit_finding(subject: About<'_>, one: &Told<'_>, other: &Told<'_>) -> Finding {
    let message = say!(
        "{subject}{}: {} ({}) and {} ({}) have the same digits in two units: one of the units may have slipped.",
        when(one.fact.period),
        words::quantity(&one.fact.quantity),
        one.fact.document,
        words::quantity(&other.fact.quantity),
        other.fact.document,
    );
    let statements = vec![Cited { fact: one.place, role: "figure" }, Cited { fact: other.place, role: "other figure" }];
    Finding { check: Slip.name(), outcome: Outcome::Fails, message, gap: None, statements }
}

fn when(period: Option<Period>) -> String {
    period.map_or(String::new(), |period| format!(" in {period}"))
}

/// A figure between two of its own series, told within two years before and after, that agree with each other to a
/// factor of three, while it is a thousand times off to a factor of three.
fn neighbours(series: &Series) -> Vec<Finding> {
    let told: Vec<&Observation> = series.periods().filter_map(|of| of.iter().find(|o| o.origin.is_stated())).collect();
    let three = Decimal::from(3);
    let within = |one: Decimal, other: Decimal| {
        let (small, large) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
        small.checked_mul(three).is_some_and(|most| most >= large)
    };
    let near = |one: &Observation, other: &Observation| {
        let shifted = one.period.shift_years(NEAR_YEARS);
        shifted.is_some_and(|reach| other.period.first_day() <= reach.first_day())
    };
    let slipped = told.windows(3).filter_map(|window| {
        let &[before, odd, after] = window else { return None };
        // A thousand times to a factor of three is far from this; nearly all figures are told apart here.
        let below = |one: &Observation, other: &Observation| {
            one.value().abs().checked_mul(Decimal::HUNDRED).is_some_and(|far| other.value().abs() < far)
        };
        if below(before, odd) && below(odd, before) {
            return None;
        }
        if odd.value().is_zero() || !near(before, odd) || !near(odd, after) || !within(before.value(), after.value()) {
            return None;
        }
        let times = POWERS.into_iter().filter_map(Decimal::power_of_ten).find(|power| {
            let up = odd.value().checked_mul(*power).is_some_and(|value| within(value, before.value()));
            let down = before.value().checked_mul(*power).is_some_and(|value| within(value, odd.value()));
            up || down
        })?;
        let message = say!(
            "{}: {} in {} stands between {} in {} and {} in {}, some {times}-fold apart: a word of scale may have slipped.",
            series.key.about(),
            words::quantity(&odd.quantity),
            odd.period,
            words::quantity(&before.quantity),
            before.period,
            words::quantity(&after.quantity),
            after.period,
        );
        let statements = Cited::several([(odd, "figure"), (before, "before"), (after, "after")]);
        let gap = Some(Gap::between(&odd.interval, &before.interval, series.key.unit));
        Some(Finding { check: Slip.name(), outcome: Outcome::Fails, message, gap, statements })
    });
    slipped.collect()
}

/// Balances that are exports less imports but for their sign.
fn signs<'d>(dataset: &'d Dataset) -> Vec<Finding> {
    let mut findings = Vec::new();
    for series in actual(dataset.series()).filter(|s| s.key.indicator == Indicator::Balance) {
        let other = |indicator: Indicator| {
            let about = About { indicator, ..series.key.about() };
            dataset.find_about(about, series.key.unit, series.key.frequency, Status::Actual)
        };
        let (Some(exports), Some(imports)) = (other(Indicator::Exports), other(Indicator::Imports)) else { continue };
        for balance in series.observations().iter().filter(|o| o.origin.is_stated()) {
            let stated = |series: &'d Series| {
                let told = series.at(&balance.period).iter().filter(|o| o.origin.is_stated());
                told.min_by_key(|o| o.document != balance.document)
            };
            let (Some(exports), Some(imports)) = (stated(exports), stated(imports)) else { continue };
            let expected = exports.interval - imports.interval;
            let zero = Interval::point(Decimal::ZERO);
            let turned = expected.intersects(&-balance.interval) && !expected.intersects(&balance.interval);
            if !turned || expected.intersects(&zero) || !plain(&balance.quantity) {
                continue;
            }
            let message = say!(
                "{} in {}: a balance of {} has the other sign than exports of {} less imports of {}.",
                series.key.about(),
                balance.period,
                words::quantity(&balance.quantity),
                words::quantity(&exports.quantity),
                words::quantity(&imports.quantity),
            );
            let statements = Cited::several([(balance, "balance"), (exports, "exports"), (imports, "imports")]);
            let gap = Some(Gap::between(&balance.interval, &expected, series.key.unit));
            findings.push(Finding { check: Slip.name(), outcome: Outcome::Fails, message, gap, statements });
        }
    }
    findings
}

fn plain(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::Exact | Bound::About)
}

/// Whether two facts are a slip of scale apart, so that other checks of the two would say the same again.
pub(super) fn slipped(one: &Fact, other: &Fact) -> bool {
    let (one, other) = (Told { place: 0, fact: one }, Told { place: 1, fact: other });
    one.times(&other).is_some() || other.times(&one).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::{fact, flow, level, undated};

    fn outcomes(facts: &[Fact]) -> Vec<String> {
        let findings = Slip.run(&Dataset::from_facts(facts));
        assert!(findings.iter().all(|f| f.outcome == Outcome::Fails));
        findings.into_iter().map(|f| f.message).collect()
    }

    #[test]
    fn a_thousand_times_is_a_slip() {
        let told = |value: &str| level("b", "KAZ", "TUR", "2022", value, "about");
        for (value, slips) in [("6300000", 1), ("6100000", 1), ("6300000000", 0), ("5100000000", 0), ("3100000", 0)] {
            let facts = [level("a", "KAZ", "TUR", "2022", "6300000000", "exact"), told(value)];
            assert_eq!(outcomes(&facts).len(), slips, "{value}");
        }
        let other_year = [
            level("a", "KAZ", "TUR", "2022", "6300000000", "exact"),
            level("b", "KAZ", "TUR", "1992", "6300000", "exact"),
        ];
        assert!(outcomes(&other_year).is_empty(), "trade grows a thousandfold in thirty years");
    }

    #[test]
    fn without_a_period_the_digits_decide() {
        let told = |document: &str, value: &str| undated(document, "IRN", "ARM", value);
        assert_eq!(outcomes(&[told("a", "2300000000"), told("b", "2300000"), told("c", "4100000")]).len(), 1);
        assert!(outcomes(&[told("a", "2000000000"), told("b", "2000000")]).is_empty(), "one digit is chance");
        assert!(outcomes(&[told("a", "2300000000"), told("a", "2300000")]).is_empty(), "one text tells two things");
    }

    #[test]
    fn either_side_of_a_flow_can_slip() {
        let facts = [
            flow("a", "exports", "TKM", "CHN", "2021", "6600000000", "exact"),
            flow("b", "imports", "CHN", "TKM", "2021", "6600000", "exact"),
        ];
        assert_eq!(outcomes(&facts).len(), 1);
    }

    #[test]
    fn a_dwarf_between_its_neighbours_is_a_slip() {
        let year = |year: &str, value: &str| level("a", "UZB", "KOR", year, value, "exact");
        let years = |middle: &str| [year("2018", "2100000000"), year("2019", middle), year("2020", "2300000000")];
        assert_eq!(outcomes(&years("2700000")).len(), 1);
        assert!(outcomes(&years("270000000")).is_empty(), "ten times is no word of scale");
        let far = [year("1992", "2100000"), year("2008", "2500000000"), year("2020", "2300000000")];
        assert!(outcomes(&far).is_empty());
    }

    #[test]
    fn a_balance_can_lose_its_sign() {
        let facts = |balance: &str| {
            [
                flow("a", "exports", "GEO", "TUR", "2020", "200000000", "exact"),
                flow("a", "imports", "GEO", "TUR", "2020", "1400000000", "exact"),
                flow("a", "balance", "GEO", "TUR", "2020", balance, "exact"),
            ]
        };
        assert_eq!(outcomes(&facts("1200000000")).len(), 1);
        assert!(outcomes(&facts("-1200000000")).is_empty());
    }

    #[test]
    fn a_currency_can_slip() {
        let told = |document: &str, unit: &str, value: &str| {
            let fields = serde_json::json!({"kind": "level", "indicator": "exports", "reporter": "CHN", "partner": "KGZ",
                "period": "2023", "value": value, "unit": unit, "quantum": "10000000"});
            fact(document, &fields)
        };
        assert_eq!(outcomes(&[told("a", "USD", "19830000000"), told("b", "CNY", "19830000000")]).len(), 1);
        assert!(outcomes(&[told("a", "USD", "20000000000"), told("b", "CNY", "20000000000")]).is_empty());
    }

    #[test]
    fn no_line_moves_a_thousand_times_its_capacity() {
        for (capacity, found) in [("2300000000", 0), ("300000000", 0), ("2300000", 1)] {
            let line = serde_json::json!({"kind": "level", "indicator": "capacity", "commodity": "natural_gas",
                "reporter": "IRN", "partner": "ARM", "value": capacity, "unit": "m3/year"});
            let flow = serde_json::json!({"kind": "level", "indicator": "imports", "commodity": "natural_gas",
                "reporter": "ARM", "partner": "IRN", "period": "2016", "value": "365000000", "unit": "m3"});
            assert_eq!(outcomes(&[fact("a", &line), fact("b", &flow)]).len(), found, "{capacity}");
        }
    }
}
