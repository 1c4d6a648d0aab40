use super::{Check, Cited, Finding, Gap, Outcome, actual, by_teller};
use crate::model::{Decimal, Dimension, Indicator, Status, Unit};
use crate::series::{Dataset, Interval, Observation, Series, quantity_words};

#[doc = include_str!("explain/mirror.md")]
#[derive(Debug, Clone, Copy)]
pub struct Mirror {
    /// For money: importers count freight and insurance.
    pub money: Allowance,
    /// For volumes, masses, energy and pieces: the two sides can measure under other conditions.
    pub goods: Allowance,
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
    /// 1.08: a volume of gas at 0 °C is 0.932 of the same at 20 °C.
    pub const DEFAULT: Mirror =
        Mirror { money: Allowance { lower: 920, upper: 1200 }, goods: Allowance { lower: 930, upper: 1080 } };

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
            match series.key.indicator {
                Indicator::Exports => {
                    if let Some(other) = dataset.find(&series.key.mirror(), Status::Actual) {
                        findings.extend(self.flows(series, other));
                    }
                }
                Indicator::Turnover => findings.extend(self.turnovers(series)),
                _ => {}
            }
        }
        findings
    }
}

impl Mirror {
    /// Exports of A to B and imports of B from A.
    fn flows(&self, exports: &Series, imports: &Series) -> Vec<Finding> {
        let allowance = self.allowance(exports.key.unit).interval();
        let pairs = exports.periods().filter_map(|statements| {
            let sent = statements.iter().find(|o| o.origin.is_stated())?;
            let got = imports.at(&sent.period).iter().find(|o| o.origin.is_stated())?;
            Some(self.compare(exports, (sent, "exports"), (got, "imports"), allowance))
        });
        pairs.collect()
    }

    /// One turnover as each side tells it.
    fn turnovers(&self, series: &Series) -> Vec<Finding> {
        let allowance = self.allowance(series.key.unit).either_way();
        let pairs = series.periods().filter_map(|statements| {
            let sides = by_teller(statements);
            let (first, other) = (sides.first()?, sides.get(1)?);
            Some(self.compare(series, (first, "turnover"), (other, "turnover"), allowance))
        });
        pairs.collect()
    }

    fn compare(
        &self,
        series: &Series,
        (one, role): (&Observation, &'static str),
        (other, other_role): (&Observation, &'static str),
        allowance: Interval,
    ) -> Finding {
        let ratio = other.interval / one.interval;
        let outcome = if !ratio.intersects(&allowance) {
            Outcome::Fails
        } else if ratio.is_bounded() || one.interval.intersects(&other.interval) && allowance.covers(&ratio) {
            Outcome::Holds
        } else {
            Outcome::Unknown
        };
        let unit = series.key.unit;
        let told = |o: &Observation| {
            let teller = o.teller.map_or("one side".to_owned(), |party| party.to_string());
            format!("{} by {teller} ({})", quantity_words(&o.quantity), o.document)
        };
        let percent = |end: Option<Decimal>| end.map_or("?".into(), |end| end.to_string());
        let within = format!("{} to {}", percent(short(allowance.lower)), percent(short(allowance.upper)));
        let verdict = match outcome {
            Outcome::Holds => "within what the two sides may differ",
            Outcome::Fails => "more than the two sides may differ",
            Outcome::Unknown => "open, by their bounds",
        };
        let ratio = Interval { lower: short(ratio.lower), upper: short(ratio.upper) };
        let message = format!(
            "{} in {}: {role} {}, {other_role} {}; the second is {ratio} of the first, {verdict} ({within}).",
            series.key.subject(),
            one.period,
            told(one),
            told(other),
        );
        let statements = Cited::all(one, role).chain(Cited::all(other, other_role)).collect();
        let gap = Some(Gap::between(&other.interval, &one.interval, unit));
        Finding { check: self.name(), outcome, message, gap, statements }
    }
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
}
