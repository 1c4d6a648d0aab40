use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, agree, by_teller, meant, nearest, timeless};
use crate::model::{Indicator, Status};
use crate::series::{Dataset, Interval, Observation, SeriesKey, Subject, interval_words, quantity_words};

#[doc = include_str!("explain/balance.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Balance;

impl Check for Balance {
    fn name(&self) -> &'static str {
        "balance"
    }

    fn summary(&self) -> &'static str {
        "exports and imports with turnover and balance"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/balance.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = dated(dataset);
        findings.extend(timeless::run(dataset, dated));
        findings
    }
}

fn dated(dataset: &Dataset) -> Vec<Finding> {
    let exports = actual(dataset.series()).filter(|series| series.key.indicator == Indicator::Exports);
    let mut findings = Vec::new();
    for series in exports {
        for statements in series.periods() {
            for exports in by_teller(statements) {
                findings.extend(compare(dataset, &series.key, exports));
            }
        }
    }
    findings
}

fn compare(dataset: &Dataset, key: &SeriesKey, exports: &Observation) -> Vec<Finding> {
    let voice = Voice::of(exports);
    let at = |indicator: Indicator, turned: bool| {
        let (reporter, partner) = if turned { (key.partner, key.reporter) } else { (key.reporter, key.partner) };
        let subject = Subject::new(indicator, key.commodity.clone(), reporter, partner);
        let series = dataset.find(&SeriesKey::of(subject, key.unit, key.frequency), Status::Actual)?;
        nearest(series, &exports.period, voice)
    };
    let Some(imports) = at(Indicator::Imports, false) else { return Vec::new() };
    let whose = Subject { indicator: Indicator::Turnover, ..subject(key) };
    let mut findings = Vec::new();
    let mut compare = |total: &Observation, stated: Interval, expected: Interval, role: &'static str, sign: &str| {
        let firm = voice.agrees_with(imports) && voice.agrees_with(total);
        let fits = agree(&stated, &expected);
        let meant = if role == "turnover" { meant(total) } else { stated };
        let outcome = if meant.intersects(&expected) { fits } else { Outcome::Fails }.softened(firm);
        let verb = match outcome {
            Outcome::Holds => "fit",
            Outcome::Fails => "do not fit",
            Outcome::Unknown => "cannot be told to fit",
        };
        let message = format!(
            "{} in {}: exports of {} {sign} imports of {} {verb} a {role} of {}; they make {}.",
            whose.to_string().replacen("turnover", "trade", 1),
            exports.period,
            quantity_words(&exports.quantity),
            quantity_words(&imports.quantity),
            quantity_words(&total.quantity),
            interval_words(&expected, key.unit),
        );
        let mut statements: Vec<_> = Cited::all(total, role).collect();
        statements.extend(Cited::all(exports, "exports"));
        statements.extend(Cited::all(imports, "imports"));
        let gap = Some(Gap::between(&stated, &expected, key.unit));
        findings.push(Finding { check: Balance.name(), outcome, message, gap, statements });
    };
    if let Some(turnover) = at(Indicator::Turnover, false) {
        compare(turnover, turnover.interval, exports.interval + imports.interval, "turnover", "and");
    }
    let difference = exports.interval - imports.interval;
    if let Some(balance) = at(Indicator::Balance, false) {
        compare(balance, balance.interval, difference, "balance", "less");
    } else if let Some(balance) = at(Indicator::Balance, true) {
        compare(balance, -balance.interval, difference, "balance", "less");
    }
    findings
}

fn subject(key: &SeriesKey) -> Subject {
    key.subject()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::test_facts::flow;

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        Balance.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    #[test]
    fn exports_and_imports_make_turnover_and_balance() {
        let facts = [
            flow("a", "turnover", "CHN", "CENTRAL_ASIA", "2023", "89400000000", "exact"),
            flow("a", "exports", "CHN", "CENTRAL_ASIA", "2023", "61400000000", "exact"),
            flow("a", "imports", "CHN", "CENTRAL_ASIA", "2023", "28000000000", "exact"),
            flow("a", "balance", "CENTRAL_ASIA", "CHN", "2023", "-33400000000", "exact"),
        ];
        assert_eq!(outcomes(&facts), [Outcome::Holds, Outcome::Holds]);
    }

    #[test]
    fn a_turnover_that_is_more_than_both_fails() {
        let facts = [
            flow("a", "turnover", "KAZ", "RUS", "2023", "5100000000", "exact"),
            flow("a", "exports", "KAZ", "RUS", "2023", "1400000000", "exact"),
            flow("a", "imports", "KAZ", "RUS", "2023", "3200000000", "exact"),
        ];
        assert_eq!(outcomes(&facts), [Outcome::Fails]);
    }

    #[test]
    fn over_so_much_is_not_much_over() {
        let total = |value: &str| flow("a", "turnover", "TJK", "RUS", "2024", value, "at_least");
        let parts = [
            flow("a", "exports", "TJK", "RUS", "2024", "53000000", "exact"),
            flow("a", "imports", "TJK", "RUS", "2024", "770000000", "exact"),
        ];
        for (value, outcome) in
            [("822000000", Outcome::Holds), ("523000000", Outcome::Fails), ("923000000", Outcome::Fails)]
        {
            assert_eq!(outcomes(&[vec![total(value)], parts.to_vec()].concat()), [outcome], "{value}");
        }
    }
}
