use super::{Check, Cited, Finding, Gap, Outcome, Voice, nearest};
use crate::model::{Bound, Status};
use crate::series::{Dataset, Observation, Series, words};

#[doc = include_str!("explain/aim.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Aim;

impl Check for Aim {
    fn name(&self) -> &'static str {
        "aim"
    }

    fn summary(&self) -> &'static str {
        "a target or forecast with what happened"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/aim.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = Vec::new();
        for series in dataset.series().iter().filter(|s| s.status != Status::Actual) {
            let Some(actual) = dataset.find(&series.key, Status::Actual) else { continue };
            for aim in series.observations() {
                let voice = Voice::of(aim);
                findings.extend(nearest(actual, &aim.period, voice).map(|told| compare(series, aim, told)));
            }
        }
        findings
    }
}

/// Reached where what happened is no less than the aim. An aim of *up to* so much is passed or not, and never missed.
fn compare(series: &Series, aim: &Observation, told: &Observation) -> Finding {
    let (aimed, got) = (&aim.interval, &told.interval);
    let outcome = if aim.quantity.bound == Bound::AtMost {
        if got.above(aimed) { Outcome::Holds } else { Outcome::Unknown }
    } else if aimed.above(got) {
        Outcome::Fails
    } else if got.intersects(aimed) && got.is_bounded() || got.above(aimed) || reached(aim, told) {
        Outcome::Holds
    } else {
        Outcome::Unknown
    };
    let verdict = match outcome {
        Outcome::Holds => "was met",
        Outcome::Fails => "was not met",
        Outcome::Unknown => "may have been met",
    };
    let message = say!(
        "{} in {}: the {} of {} {verdict}; {} is told as actual.",
        series.key.about(),
        aim.period,
        series.status.as_str(),
        words::quantity(&aim.quantity),
        words::quantity(&told.quantity),
    );
    let statements = Cited::several([(aim, series.status.as_str()), (told, "actual")]);
    let gap = Some(Gap::between(got, aimed, series.key.unit));
    Finding { check: Aim.name(), outcome, message, gap, statements }
}

fn reached(aim: &Observation, told: &Observation) -> bool {
    matches!((told.interval.lower, aim.interval.lower), (Some(told), Some(aim)) if told >= aim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::level;

    #[test]
    fn an_aim_is_met_or_not() {
        for (told, bound, outcome) in [
            ("10200000000", "exact", Outcome::Holds),
            ("9300000000", "exact", Outcome::Fails),
            ("10000000000", "at_least", Outcome::Holds),
            ("9000000000", "at_least", Outcome::Unknown),
        ] {
            let mut aim = level("a", "CHN", "TKM", "2020", "10000000000", "exact");
            aim.status = Status::Target;
            let facts = [aim, level("b", "CHN", "TKM", "2020", told, bound)];
            let findings = Aim.run(&Dataset::from_facts(&facts));
            assert_eq!(findings.iter().map(|f| f.outcome).collect::<Vec<_>>(), [outcome], "{told} {bound}");
        }
    }
}
