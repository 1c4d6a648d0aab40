use super::{Check, Cited, Finding, Gap, Outcome, actual};
use crate::model::{Decimal, Fact, Indicator, Kind, Measure, Status};
use crate::series::{Dataset, Interval, Observation, Series, Subject, words};

#[doc = include_str!("explain/capacity.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Capacity;

/// How many times a line's capacity several lines of two countries are at the most taken to move.
const LINES: i64 = 10;

impl Check for Capacity {
    fn name(&self) -> &'static str {
        "capacity"
    }

    fn summary(&self) -> &'static str {
        "a flow with what the line can move"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/capacity.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        above_capacity(dataset).into_iter().filter(|finding| finding.outcome != Outcome::Fails).collect()
    }
}

/// Flows above what their line moves: unknown, since there may be another line, or failing where no number of lines
/// explains it; the latter are slips of a unit.
pub(super) fn above_capacity(dataset: &Dataset) -> Vec<Finding> {
    let lines: Vec<Line<'_>> =
        dataset.facts().iter().enumerate().filter_map(|(place, fact)| Line::of(dataset, place, fact)).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let flows = actual(dataset.series()).filter(|s| s.key.indicator.is_one_way() && s.key.unit.per.is_none());
    let mut findings = Vec::new();
    for series in flows {
        let sent = series.key.subject().flow();
        for line in lines.iter().filter(|line| line.carries(series, &sent)) {
            let told = series.observations().iter().filter(|o| o.origin.is_stated());
            findings.extend(told.filter_map(|flow| line.compare(series, flow)));
        }
    }
    findings
}

/// What a document says that a line between two countries can move.
struct Line<'a> {
    place: usize,
    fact: &'a Fact,
    subject: Subject,
    interval: Interval,
}

impl<'a> Line<'a> {
    fn of(dataset: &Dataset, place: usize, fact: &'a Fact) -> Option<Self> {
        let capacity = fact.indicator == Indicator::Capacity && fact.kind == Kind::Level;
        let rate = matches!(fact.quantity.unit.per, Some(Measure::Year | Measure::Day));
        let known = fact.reporter.is_some() && fact.partner.is_some() && fact.status == Status::Actual;
        let line = || Line {
            place,
            fact,
            subject: Subject::of(fact),
            interval: Interval::of(&fact.quantity, dataset.width()),
        };
        (capacity && rate && known).then(line)
    }

    fn carries(&self, series: &Series, sent: &Subject) -> bool {
        let same = (&sent.commodity, sent.reporter, sent.partner)
            == (&self.subject.commodity, self.subject.reporter, self.subject.partner);
        same && series.key.unit.measure == self.fact.quantity.unit.measure
    }

    /// A finding where a flow is more than the line moves in its days; several lines can move more than one.
    fn compare(&self, series: &Series, flow: &Observation) -> Option<Finding> {
        let days = Interval::point(Decimal::from(flow.period.days()));
        let year = Interval::point(Decimal::from(365));
        let share = if self.fact.quantity.unit.per == Some(Measure::Year) { days / year } else { days };
        let most = self.interval * share;
        if !flow.interval.above(&most) {
            return None;
        }
        let outrageous = flow.interval.above(&(most * Interval::point(Decimal::from(LINES))));
        let outcome = if outrageous { Outcome::Fails } else { Outcome::Unknown };
        let remark = if outrageous {
            "more than any number of lines explains: a unit may have slipped"
        } else {
            "there may be another line"
        };
        let message = say!(
            "{} in {}: {} are more than the {} that a line of {} moves in that time; {remark}.",
            series.key.about(),
            flow.period,
            words::quantity(&flow.quantity),
            words::interval(&most, series.key.unit),
            words::quantity(&self.fact.quantity),
        );
        let mut statements: Vec<_> = Cited::all(flow, "flow").collect();
        statements.push(Cited { fact: self.place, role: "capacity" });
        let gap = Some(Gap::between(&flow.interval, &most, series.key.unit));
        Some(Finding { check: Capacity.name(), outcome, message, gap, statements })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::fact;

    #[test]
    fn a_line_moves_no_more_than_it_can() {
        for (capacity, found) in [("2300000000", None), ("300000000", Some(Outcome::Unknown)), ("2300000", None)] {
            let line = serde_json::json!({"kind": "level", "indicator": "capacity", "commodity": "natural_gas",
                "reporter": "IRN", "partner": "ARM", "value": capacity, "unit": "m3/year"});
            let flow = serde_json::json!({"kind": "level", "indicator": "imports", "commodity": "natural_gas",
                "reporter": "ARM", "partner": "IRN", "period": "2016", "value": "365000000", "unit": "m3"});
            let findings = Capacity.run(&Dataset::from_facts(&[fact("a", &line), fact("b", &flow)]));
            assert_eq!(findings.first().map(|f| f.outcome), found, "{capacity}");
        }
    }
}
