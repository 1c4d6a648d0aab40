use std::cell::LazyCell;
use std::fmt::{self, Display as _};

use super::{Check, Cited, Finding, Gap, Outcome, actual, by_teller, inside, is_fine_bound, slip};
use crate::model::{Bound, Decimal, Dimension, Indicator, Party, Unit};
use crate::series::{Dataset, Interval, Observation, Series, growth, times, words};

#[doc = include_str!("explain/mirror.md")]
#[derive(Debug, Clone, Copy)]
pub struct Mirror {
    /// For money: importers count freight and insurance.
    pub money: Allowance,
    /// For volumes, masses, energy and pieces: the two sides can measure under other conditions.
    pub goods: Allowance,
    /// How many times the pace of the months that one side tells the other months of the other side's year may have, in
    /// tenths (25 is 2.5 times); for trade in all goods.
    pub pace: u32,
}

/// What imports may be of the exports that they mirror, in thousandths: 920 to 1200 is 0.92 to 1.20.
///
/// ```
/// use bilateral::check::{Allowance, Mirror};
/// let strict = Mirror { money: Allowance { lower: 950, upper: 1100 }, ..Mirror::DEFAULT };
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// The least, in thousandths.
    pub lower: u32,
    /// The most, in thousandths.
    pub upper: u32,
}

impl Mirror {
    /// Money 0.92 to 1.20: importers count 5 to 20 percent above exporters, and within the EU below them. Goods 0.93 to
    /// 1.08: a volume of gas at 0 °C is 0.932 of the same at 20 °C. The other months of a year at up to 2.5 times the
    /// pace of five or more months told.
    pub const DEFAULT: Mirror =
        Mirror { money: Allowance { lower: 920, upper: 1200 }, goods: Allowance { lower: 930, upper: 1080 }, pace: 25 };

    fn allowance(&self, unit: Unit) -> Allowance {
        if unit.measure.dimension() == Dimension::Money { self.money } else { self.goods }
    }
}

impl Default for Mirror {
    fn default() -> Self {
        Mirror::DEFAULT
    }
}

impl Allowance {
    fn interval(self) -> Interval {
        let thousandths = |part: u32| Decimal::new(i128::from(part), 3);
        Interval { lower: thousandths(self.lower), upper: thousandths(self.upper) }
    }

    /// The same whichever side is divided by which.
    fn either_way(self) -> Interval {
        let (one, there) = (Interval::point(Decimal::ONE), self.interval());
        let back = one / there;
        Interval { lower: there.lower.min(back.lower), upper: there.upper.max(back.upper) }
    }
}

impl Check for Mirror {
    fn name(&self) -> &'static str {
        "mirror"
    }

    fn summary(&self) -> &'static str {
        "one flow as both sides tell it"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/mirror.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = Vec::new();
        for series in actual(dataset.series()) {
            let (role, other_role) = match series.key.indicator {
                Indicator::Exports => ("exports", "imports"),
                Indicator::Imports => ("imports", "exports"),
                Indicator::Turnover => ("turnover", "turnover"),
                _ => continue,
            };
            let other_side = dataset.series_about(series.key.about().mirror());
            if series.key.indicator == Indicator::Exports {
                let told_alike = actual(other_side)
                    .find(|other| (other.key.unit, other.key.frequency) == (series.key.unit, series.key.frequency));
                if let Some(other) = told_alike {
                    findings.extend(self.flows(dataset, series, other));
                }
                findings.extend(self.in_other_units(dataset, series, other_side, told_alike));
            }
            findings.extend(self.tellers(dataset, series, role));
            findings.extend(self.nested(series, other_side, role, other_role));
            findings.extend(self.bounds(series, role));
        }
        findings
    }
}

impl Mirror {
    /// Exports of A to B and imports of B from A.
    fn flows(&self, dataset: &Dataset, exports: &Series, imports: &Series) -> Vec<Finding> {
        let allowance = self.allowance(exports.key.unit).interval();
        let pairs = exports.periods().filter_map(|sent| {
            let got = imports.at(&sent.first()?.period);
            self.compare(dataset, exports, (sent.iter(), "exports"), (got.iter(), "imports"), allowance)
        });
        pairs.collect()
    }

    /// Exports of A to B in one unit and imports of B from A in another, by the factor between them: gas is sent in cubic metres
    /// and received in tonnes.
    fn in_other_units(
        &self,
        dataset: &Dataset,
        exports: &Series,
        other_side: &[Series],
        told_alike: Option<&Series>,
    ) -> Vec<Finding> {
        let key = &exports.key;
        let allowance = self.allowance(key.unit).interval();
        let others =
            actual(other_side).filter(|other| other.key.frequency == key.frequency && other.key.unit != key.unit);
        let mut findings = Vec::new();
        for other in others {
            for sent in exports.periods() {
                let Some(period) = sent.first().map(|o| o.period) else { continue };
                if told_alike.is_some_and(|imports| imports.at(&period).iter().any(|o| o.origin.is_stated())) {
                    continue;
                }
                let converted = |got: &Observation| {
                    let (goods, converter) = (key.commodity.as_ref(), dataset.converter());
                    let range = converter.range(other.key.unit, key.unit, goods, Some(&period))?;
                    Some(Observation { interval: times(&got.interval, &range), ..got.clone() })
                };
                let got: Vec<Observation> = other.at(&period).iter().filter_map(converted).collect();
                let (sent, got) = ((sent.iter(), "exports"), (got.iter(), "imports"));
                findings.extend(self.compare(dataset, exports, sent, got, allowance));
            }
        }
        findings
    }

    /// One flow or turnover that two tellers tell in the same words; of a flow the sender's goes first.
    fn tellers(&self, dataset: &Dataset, series: &Series, role: &'static str) -> Vec<Finding> {
        let turnover = series.key.indicator == Indicator::Turnover;
        let allowance = self.allowance(series.key.unit);
        let sent = if series.key.indicator == Indicator::Imports { series.key.partner } else { series.key.reporter };
        let pairs = series.periods().filter_map(|statements| {
            let mut sides = by_teller(statements);
            let (first, other) = (sides.next()?.teller, sides.next()?.teller);
            let (first, other) = if !turnover && other == sent { (other, first) } else { (first, other) };
            let of = |teller: Option<Party>| statements.iter().filter(move |o| o.teller == teller);
            let allowance = if turnover { allowance.either_way() } else { allowance.interval() };
            self.compare(dataset, series, (of(first), role), (of(other), role), allowance)
        });
        pairs.collect()
    }

    /// The figures that tables show of the two sides; others of a side that agree with its own are cited beside it.
    fn compare<'o>(
        &self,
        dataset: &Dataset,
        series: &Series,
        (ours, role): (impl Iterator<Item = &'o Observation> + Clone, &'static str),
        (theirs, other_role): (impl Iterator<Item = &'o Observation> + Clone, &'static str),
        allowance: Interval,
    ) -> Option<Finding> {
        let stated = |o: &&Observation| o.origin.is_stated();
        let (one, other) = (ours.clone().find(stated)?, theirs.clone().find(stated)?);
        if slipped(dataset, one, other) {
            return None;
        }
        let ratio = other.interval / one.interval;
        let outcome = if !ratio.intersects(&allowance) {
            Outcome::Fails
        } else if ratio.is_bounded() || one.interval.intersects(&other.interval) && allowance.covers(&ratio) {
            Outcome::Holds
        } else {
            Outcome::Unknown
        };
        let verdict = match outcome {
            Outcome::Holds => "within what the two sides may differ",
            Outcome::Fails => "more than the two sides may differ",
            Outcome::Unknown => "open, by their bounds",
        };
        let percent = growth::percent_of(&ratio, &one.interval);
        let gap = Gap { difference: other.interval - one.interval, unit: series.key.unit, percent };
        // Who counts more, and by how much of what the first counts.
        let asymmetry = fmt::from_fn(|f| gap.percent.map_or(Ok(()), |gap| write!(f, ", {}", words::percent(&gap))));
        let message = say!(
            "{} in {}: {role} {}, {other_role} {}; the second is {} of the first{asymmetry}, {verdict} ({} to {}).",
            series.key.about(),
            one.period,
            told(one),
            told(other),
            Interval { lower: short(ratio.lower), upper: short(ratio.upper) },
            ratio_end(allowance.lower),
            ratio_end(allowance.upper),
        );
        let mut statements = Vec::with_capacity(2);
        let agrees = |o: &&Observation, shown: &Observation| stated(o) && o.interval.intersects(&shown.interval);
        statements.extend(ours.filter(|o| agrees(o, one)).flat_map(|o| Cited::all(o, role)));
        statements.extend(theirs.filter(|o| agrees(o, other)).flat_map(|o| Cited::all(o, other_role)));
        Some(Finding { check: self.name(), outcome, message, gap: Some(gap), statements })
    }

    /// The whole as one side tells it and a part of its time as the other does: the part is no more than the whole and the
    /// allowance, and of a year's trade in all goods the other months do not need too many times the pace.
    fn nested(
        &self,
        wholes: &Series,
        other_side: &[Series],
        role: &'static str,
        other_role: &'static str,
    ) -> Vec<Finding> {
        let unit = wholes.key.unit;
        if !wholes.key.adds_up_over_time() {
            return Vec::new();
        }
        // Few series have parts that need it.
        let allowance = LazyCell::new(|| match wholes.key.indicator {
            Indicator::Turnover => self.allowance(unit).either_way(),
            Indicator::Exports => self.allowance(unit).interval(),
            _ => Interval::point(Decimal::ONE) / self.allowance(unit).interval(),
        });
        let turned = wholes.key.indicator == Indicator::Turnover;
        let parts: Vec<&Series> = actual(other_side).filter(|s| s.key.unit == unit).collect();
        let mut findings = Vec::new();
        for whole in wholes.periods().flat_map(by_teller) {
            for series in &parts {
                let parts = inside(series, &whole.period).flat_map(by_teller);
                let of_another = parts.filter(|part| !turned || part.teller != whole.teller);
                findings.extend(
                    of_another.filter_map(|part| self.part(wholes, (whole, role), (part, other_role), *allowance)),
                );
            }
        }
        findings
    }

    fn part(
        &self,
        wholes: &Series,
        (whole, role): (&Observation, &'static str),
        (part, other_role): (&Observation, &'static str),
        allowance: Interval,
    ) -> Option<Finding> {
        let remark = if part.interval.above(&(whole.interval * allowance)) {
            "the part is more than the whole".to_owned()
        } else {
            self.pace(wholes, whole, part)?
        };
        let message = say!(
            "{}: {role} {} in {} and {other_role} {} in {} do not go together: {remark}.",
            wholes.key.about(),
            told(whole),
            whole.period,
            told(part),
            part.period,
        );
        let mut statements: Vec<_> = Cited::all(whole, "whole").collect();
        statements.extend(Cited::all(part, "part of another side"));
        let gap = Some(Gap::between(&part.interval, &whole.interval, wholes.key.unit));
        Some(Finding { check: self.name(), outcome: Outcome::Fails, message, gap, statements })
    }

    /// What must have moved in the months not told, where that is too much.
    fn pace(&self, series: &Series, whole: &Observation, part: &Observation) -> Option<String> {
        if series.key.unit.measure.dimension() != Dimension::Money || series.key.commodity.is_some() {
            return None;
        }
        let (all, told) = (whole.period.whole_months()?, part.period.whole_months()?);
        if all != 12 || !(5..12).contains(&told) {
            return None;
        }
        let months = |n: u32| Interval::point(Decimal::from(i64::from(n)));
        let rest = (whole.interval - part.interval) / months(all - told);
        let times = rest / (part.interval / months(told));
        let limit = Interval::at_most(Decimal::new(i128::from(self.pace), 1)?);
        if !times.above(&limit) {
            return None;
        }
        let rest = if all - told == 1 { "month".to_owned() } else { format!("{} months", all - told) };
        Some(format!("the other {rest} would need {} times the pace", times.lower?.to_significant(2)))
    }

    /// A finely written bound of one document and a figure of another that satisfies it by more than the two sides may
    /// differ: who counts 31.2 does not say *over 24*, so that the two come from two statistics.
    fn bounds(&self, series: &Series, role: &'static str) -> Vec<Finding> {
        let pair = [series.key.reporter, series.key.partner];
        if !pair.iter().all(|party| party.is_some_and(|party| party.is_country())) {
            return Vec::new();
        }
        let allowance = LazyCell::new(|| self.allowance(series.key.unit).either_way());
        let mut findings = Vec::new();
        for statements in series.periods() {
            let stated = || statements.iter().filter(|o| o.origin.is_stated());
            let Some(figure) = stated().find(|o| o.quantity.bound == Bound::Exact) else { continue };
            for bound in stated().filter(|o| o.quantity.bound == Bound::AtLeast && o.document != figure.document) {
                let value = bound.quantity.value;
                let ratio = figure.interval / Interval::point(value);
                if !is_fine_bound(&bound.quantity) || !ratio.above(&allowance) {
                    continue;
                }
                let message = say!(
                    "{} in {}: {role} {} and {role} {}; who counts the one does not tell the other, and two statistics \
                     may differ to {} of each other.",
                    series.key.about(),
                    figure.period,
                    told(bound),
                    told(figure),
                    ratio_end(allowance.upper),
                );
                let statements = Cited::all(bound, "bound").chain(Cited::all(figure, "figure")).collect();
                let gap = Some(Gap::between(&figure.interval, &Interval::point(value), series.key.unit));
                findings.push(Finding { check: self.name(), outcome: Outcome::Fails, message, gap, statements });
            }
        }
        findings
    }
}

/// A figure with who tells it where.
fn told(one: &Observation) -> impl fmt::Display {
    fmt::from_fn(|f| {
        let teller = one.teller.as_ref().map_or("one side", Party::as_str);
        write!(f, "{} by {teller} ({})", words::quantity(&one.quantity), one.document)
    })
}

/// Whether two figures are a slip of scale apart, which another check tells.
fn slipped(dataset: &Dataset, one: &Observation, other: &Observation) -> bool {
    let fact = |o: &Observation| dataset.fact(o.fact()?);
    fact(one).zip(fact(other)).is_some_and(|(one, other)| slip::slipped(one, other))
}

fn ratio_end(end: Option<Decimal>) -> impl fmt::Display {
    fmt::from_fn(move |f| match short(end) {
        Some(end) => end.fmt(f),
        None => f.write_str("?"),
    })
}

fn short(end: Option<Decimal>) -> Option<Decimal> {
    end.map(|end| end.to_significant(3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::test_facts::{flow, level};

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        Mirror::DEFAULT.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    #[test]
    fn freight_is_allowed_for() {
        for (imports, bound, outcome) in [
            ("1060000000", "exact", Outcome::Holds),
            ("1300000000", "exact", Outcome::Fails),
            ("900000000", "exact", Outcome::Fails),
            ("900000000", "at_least", Outcome::Unknown),
            ("1300000000", "at_least", Outcome::Fails),
        ] {
            let facts = [
                flow("a", "exports", "TKM", "CHN", "2022", "1000000000", "exact"),
                flow("b", "imports", "CHN", "TKM", "2022", imports, bound),
            ];
            assert_eq!(outcomes(&facts), [outcome], "{imports} {bound}");
        }
    }

    #[test]
    fn turnover_is_told_by_both() {
        for (value, outcome) in [("24300000000", Outcome::Fails), ("31000000000", Outcome::Holds)] {
            let facts = [
                level("a", "CHN", "KAZ", "2023", "32700000000", "exact"),
                level("a", "KAZ", "CHN", "2023", value, "exact"),
            ];
            assert_eq!(outcomes(&facts), [outcome]);
        }
    }

    #[test]
    fn months_of_one_side_and_the_year_of_the_other() {
        for (part, outcome) in
            [("5100000000", Some(Outcome::Fails)), ("19000000000", None), ("28000000000", Some(Outcome::Fails))]
        {
            let facts = [
                level("a", "CHN", "KGZ", "2024", "22700000000", "exact"),
                level("a", "KGZ", "CHN", "2024-01/2024-11", part, "exact"),
            ];
            assert_eq!(outcomes(&facts).first().copied(), outcome, "{part}");
        }
    }

    #[test]
    fn a_fine_bound_is_near_its_figure() {
        for (bound, found) in [("24000000000", true), ("29000000000", false)] {
            let mut over = level("a", "KAZ", "CHN", "2022", bound, "at_least");
            let figure = level("b", "KAZ", "CHN", "2022", "31200000000", "exact");
            over.quantity.quantum = Some(Decimal::from(1_000_000_000));
            assert_eq!(outcomes(&[over.clone(), figure.clone()]).contains(&Outcome::Fails), found, "{bound}");
            over.quantity.quantum = Some(Decimal::from(10_000_000_000));
            assert!(outcomes(&[over, figure]).is_empty(), "a round bound says little");
        }
    }

    #[test]
    fn tonnes_mirror_cubic_metres() {
        let told = |document: &str, indicator: &str, sides: [&str; 2], value: &str, unit: &str| {
            let fields = serde_json::json!({"kind": "level", "indicator": indicator, "commodity": "natural_gas",
                "reporter": sides[0], "partner": sides[1], "period": "2013", "value": value, "unit": unit});
            crate::series::test_facts::fact(document, &fields)
        };
        for (tonnes, outcome) in [("17710000", Outcome::Holds), ("9710000", Outcome::Fails)] {
            let facts = [
                told("a", "exports", ["TKM", "CHN"], "24400000000", "m3"),
                told("b", "imports", ["CHN", "TKM"], tonnes, "t"),
            ];
            assert_eq!(outcomes(&facts), [outcome], "{tonnes}");
        }
        let money = [
            told("a", "exports", ["TKM", "CHN"], "24400000000", "m3"),
            told("b", "imports", ["CHN", "TKM"], "8600000000", "USD"),
        ];
        assert!(outcomes(&money).is_empty());
    }
}
