use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, agree, by_teller, meant, nearest, timeless};
use crate::model::{Indicator, Status};
use crate::series::{About, Dataset, Interval, Observation, Series, SeriesKey, words};

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
        let key = &series.key;
        let find = |indicator: Indicator, reporter, partner| {
            let about = About::new(indicator, key.commodity.as_ref(), reporter, partner);
            dataset.find_about(about, key.unit, key.frequency, Status::Actual)
        };
        let Some(imports) = find(Indicator::Imports, key.reporter, key.partner) else { continue };
        let beside = Beside {
            imports,
            turnover: find(Indicator::Turnover, key.reporter, key.partner),
            balance: find(Indicator::Balance, key.reporter, key.partner),
            turned: find(Indicator::Balance, key.partner, key.reporter),
        };
        for exports in series.periods().flat_map(by_teller) {
            findings.extend(compare(key, exports, &beside));
        }
    }
    findings
}

/// What is told beside the exports of a pair.
struct Beside<'d> {
    imports: &'d Series,
    turnover: Option<&'d Series>,
    balance: Option<&'d Series>,
    /// The balance as the other side tells it.
    turned: Option<&'d Series>,
}

fn compare<'d>(key: &SeriesKey, exports: &Observation, beside: &Beside<'d>) -> Vec<Finding> {
    let voice = Voice::of(exports);
    let at = |series: Option<&'d Series>| nearest(series?, &exports.period, voice);
    let Some(imports) = nearest(beside.imports, &exports.period, voice) else { return Vec::new() };
    let whose = About { indicator: Indicator::Turnover, ..key.about() };
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
        let message = say!(
            "{} in {}: exports of {} {sign} imports of {} {verb} a {role} of {}; they make {}.",
            whose.words_for("trade"),
            exports.period,
            words::quantity(&exports.quantity),
            words::quantity(&imports.quantity),
            words::quantity(&total.quantity),
            words::interval(&expected, key.unit),
        );
        let statements = Cited::several([(total, role), (exports, "exports"), (imports, "imports")]);
        let gap = Some(Gap::between(&stated, &expected, key.unit));
        findings.push(Finding { check: Balance.name(), outcome, message, gap, statements });
    };
    if let Some(turnover) = at(beside.turnover) {
        compare(turnover, turnover.interval, exports.interval + imports.interval, "turnover", "and");
    }
    let difference = exports.interval - imports.interval;
    if let Some(balance) = at(beside.balance) {
        compare(balance, balance.interval, difference, "balance", "less");
    } else if let Some(balance) = at(beside.turned) {
        compare(balance, -balance.interval, difference, "balance", "less");
    }
    findings
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
