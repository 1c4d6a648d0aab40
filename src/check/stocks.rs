use std::collections::BTreeMap;

use super::{Check, Cited, Finding, Gap, Outcome, agree};
use crate::model::{Decimal, Fact, Indicator, Kind, Status, Unit};
use crate::series::{Dataset, Interval, Subject, words};

#[doc = include_str!("explain/stocks.md")]
#[derive(Debug, Clone, Copy)]
pub struct Stocks {
    /// How many times one estimate of a stock another may be, whenever made, in tenths (20 is twice).
    pub times: u32,
}

impl Stocks {
    /// Twice: estimates of one country's reserves move with surveys and prices, seldom further.
    pub const DEFAULT: Stocks = Stocks { times: 20 };
}

impl Default for Stocks {
    fn default() -> Self {
        Stocks::DEFAULT
    }
}

impl Check for Stocks {
    fn name(&self) -> &'static str {
        "stocks"
    }

    fn summary(&self) -> &'static str {
        "what lies in the ground, as several documents state it"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/stocks.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut told = BTreeMap::<(Subject, Unit), Vec<(usize, &Fact)>>::new();
        for (place, fact) in dataset.facts().iter().enumerate() {
            let stock = fact.indicator == Indicator::Reserves && fact.kind == Kind::Level;
            if stock && fact.status == Status::Actual && fact.reporter.is_some() {
                told.entry((Subject::of(fact), fact.quantity.unit)).or_default().push((place, fact));
            }
        }
        let mut findings = Vec::new();
        for ((subject, _), facts) in &told {
            for (i, one) in facts.iter().enumerate() {
                // Statements of one date are of one figure, which `sources` compares.
                let others = facts[i + 1..].iter().filter(|(_, other)| {
                    other.document != one.1.document && (other.period != one.1.period || other.period.is_none())
                });
                findings.extend(others.map(|other| self.compare(dataset, subject, *one, *other)));
            }
        }
        findings
    }
}

impl Stocks {
    fn compare(
        &self,
        dataset: &Dataset,
        subject: &Subject,
        (place, one): (usize, &Fact),
        (other_place, other): (usize, &Fact),
    ) -> Finding {
        let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
        let (first, second) = (interval(one), interval(other));
        let times = Interval { lower: Some(Decimal::ONE), upper: Decimal::new(i128::from(self.times), 1) };
        let far = first.above(&(second * times)) || second.above(&(first * times));
        let outcome = match agree(&first, &second) {
            Outcome::Holds => Outcome::Holds,
            _ if far => Outcome::Fails,
            _ => Outcome::Unknown,
        };
        let verdict = match outcome {
            Outcome::Holds => "agree",
            Outcome::Fails => "are too far apart for one stock: the one may be of a part, or resources for reserves",
            Outcome::Unknown => "differ as estimates of two dates can",
        };
        let named = |fact: &Fact| {
            let when = fact.period.map_or("undated".to_owned(), |period| period.to_string());
            format!("{} ({when}, {})", words::quantity(&fact.quantity), fact.document)
        };
        let message = say!("{subject}: {} and {} {verdict}.", named(one), named(other));
        let statements = vec![Cited { fact: place, role: "stock" }, Cited { fact: other_place, role: "other stock" }];
        let gap = Some(Gap::between(&first, &second, one.quantity.unit));
        Finding { check: self.name(), outcome, message, gap, statements }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::fact;

    #[test]
    fn a_stock_is_about_the_same_next_year() {
        for (other, outcome) in [
            ("11300000000000", Outcome::Holds),
            ("13000000000000", Outcome::Unknown),
            ("26200000000000", Outcome::Fails),
        ] {
            let told = |document: &str, period: Option<&str>, value: &str| {
                let fields = serde_json::json!({"kind": "level", "indicator": "reserves", "commodity": "natural_gas",
                    "reporter": "TKM", "period": period, "value": value, "unit": "m3", "quantum": "100000000000"});
                fact(document, &fields)
            };
            let facts = [told("a", Some("2024"), "11300000000000"), told("b", None, other)];
            let findings = Stocks::DEFAULT.run(&Dataset::from_facts(&facts));
            assert_eq!(findings.iter().map(|f| f.outcome).collect::<Vec<_>>(), [outcome], "{other}");
        }
    }
}
