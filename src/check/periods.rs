use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{
    Check, Cited, Finding, Gap, Outcome, Voice, actual, agree, by_teller, inside, nearest, strictly_inside, sum, within,
};
use crate::model::{Frequency, Period};
use crate::series::{Dataset, Observation, Series, words};

#[doc = include_str!("explain/periods.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Periods;

impl Check for Periods {
    fn name(&self) -> &'static str {
        "periods"
    }

    fn summary(&self) -> &'static str {
        "months and quarters with the year"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/periods.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = Vec::new();
        let summable = |series: &&Series| series.key.adds_up_over_time();
        for wholes in actual(dataset.series()).filter(summable) {
            let all = actual(dataset.series_about(wholes.key.about()));
            let alike = |s: &&Series| s.key.unit == wholes.key.unit && s.key.frequency != Frequency::Day;
            let parts: Vec<&Series> = all.filter(alike).collect();
            for whole in wholes.periods().flat_map(by_teller) {
                for series in &parts {
                    findings.extend(self.whole_and_parts(series, whole));
                }
                findings.extend(self.unlike_parts(wholes, whole, &parts));
                findings.extend(parts.iter().flat_map(|series| self.running_totals(series, whole)));
            }
        }
        findings
    }
}

impl Periods {
    /// A whole against the parts of one length, singly and together.
    fn whole_and_parts(&self, series: &Series, whole: &Observation) -> Vec<Finding> {
        let voice = Voice::of(whole);
        let inside: Vec<&[Observation]> = inside(series, &whole.period).collect();
        let mut findings = Vec::new();
        let periods = inside.iter().filter_map(|run| run.first());
        let near: Vec<_> = periods.filter_map(|o| nearest(series, &o.period, voice)).collect();
        let chain = disjoint(&near);
        if chain.len() > 1 {
            findings.extend(self.together(series, whole, &chain));
        } else {
            let told_alike = near.iter().filter(|part| voice.agrees_with(part));
            findings.extend(told_alike.map(|part| self.single(series, whole, part)));
        }
        findings
    }

    /// Parts of unlike length that cover the whole without overlap: nine months and the last quarter. Parts of one length are
    /// compared elsewhere.
    fn unlike_parts(&self, wholes: &Series, whole: &Observation, series: &[&Series]) -> Option<Finding> {
        let voice = Voice::of(whole);
        let mut by_start = BTreeMap::<NaiveDate, Vec<&Observation>>::new();
        for series in series {
            for told in inside(series, &whole.period).filter_map(|of| of.first()) {
                let part = nearest(series, &told.period, voice).filter(|part| voice.agrees_with(part));
                part.into_iter().for_each(|part| by_start.entry(part.period.first_day()).or_default().push(part));
            }
        }
        // The longest first: few parts hide few slips of rounding.
        by_start.values_mut().for_each(|parts| parts.sort_by_key(|part| Reverse(part.period.last_day())));
        let mut chain = Vec::new();
        let covered = cover(&by_start, whole.period.first_day(), whole.period.last_day(), &mut chain);
        let length = |part: &&Observation| part.period.frequency();
        let unlike = chain.first().is_some_and(|first| chain.iter().any(|part| length(part) != length(first)));
        if covered && unlike { self.together(wholes, whole, &chain) } else { None }
    }

    /// Running totals told as *since 2009*: those that begin in one year and last two or more never fall.
    fn running_totals(&self, series: &Series, whole: &Observation) -> Vec<Finding> {
        let long = |period: &Period| period.days() > 2 * 365;
        if !long(&whole.period) {
            return Vec::new();
        }
        let voice = Voice::of(whole);
        let begins = |period: &Period| period.first_day().year();
        let earlier = series.observations().iter().filter(|part| {
            part.origin.is_stated()
                && long(&part.period)
                && begins(&part.period) == begins(&whole.period)
                && part.period.last_day() < whole.period.last_day()
                && !strictly_inside(&whole.period, &part.period)
                && voice.agrees_with(part)
        });
        earlier.map(|part| self.single(series, whole, part)).collect()
    }

    fn single(&self, series: &Series, whole: &Observation, part: &Observation) -> Finding {
        let outcome = within(&part.interval, &whole.interval);
        let verdict = match outcome {
            Outcome::Holds => "is within",
            Outcome::Fails => "is more than",
            Outcome::Unknown => "cannot be told to be within",
        };
        let message = say!(
            "{}: {} in {} {verdict} {} in {}.",
            series.key.about(),
            words::quantity(&part.quantity),
            part.period,
            words::quantity(&whole.quantity),
            whole.period,
        );
        let statements = Cited::several([(whole, "whole"), (part, "part")]);
        let gap = Some(Gap::between(&part.interval, &whole.interval, series.key.unit));
        Finding { check: self.name(), outcome, message, gap, statements }
    }

    /// Several parts that do not overlap: their sum is the whole where they cover it, and no more than it where not.
    fn together(&self, series: &Series, whole: &Observation, parts: &[&Observation]) -> Option<Finding> {
        let voice = Voice::of(whole);
        let total = sum(parts.iter().copied());
        let complete = covers(&whole.period, parts);
        let firm = parts.iter().all(|part| voice.agrees_with(part));
        let outcome = if complete { agree(&total, &whole.interval) } else { within(&total, &whole.interval) };
        let verdict = match (outcome, complete) {
            (Outcome::Holds, true) => "make",
            (Outcome::Fails, true) => "do not make",
            (Outcome::Holds, false) => "stay within",
            (Outcome::Fails, false) => "are more than",
            (Outcome::Unknown, _) => "cannot be told to fit",
        };
        let (first, last) = (parts.first()?, parts.last()?);
        let message = say!(
            "{}: {} parts from {} to {}, together {}, {verdict} the {} of {}.",
            series.key.about(),
            parts.len(),
            first.period,
            last.period,
            words::interval(&total, series.key.unit),
            words::quantity(&whole.quantity),
            whole.period,
        );
        let mut statements: Vec<_> = Cited::all(whole, "whole").collect();
        statements.extend(parts.iter().flat_map(|part| Cited::all(part, "part")));
        let gap = Some(Gap::between(&total, &whole.interval, series.key.unit));
        Some(Finding { check: self.name(), outcome: outcome.softened(firm), message, gap, statements })
    }
}

/// Whether parts follow each other from a first day to a last; `chain` holds them then.
fn cover<'a>(
    by_start: &BTreeMap<NaiveDate, Vec<&'a Observation>>,
    first: NaiveDate,
    last: NaiveDate,
    chain: &mut Vec<&'a Observation>,
) -> bool {
    // Twelve months are the most parts of a year.
    if chain.len() > 12 {
        return false;
    }
    let Some(parts) = by_start.get(&first) else { return false };
    for part in parts {
        let end = part.period.last_day();
        chain.push(part);
        if end == last || end < last && end.succ_opt().is_some_and(|next| cover(by_start, next, last, chain)) {
            return true;
        }
        chain.pop();
    }
    false
}

/// The periods of a sorted list that do not overlap, the first of each clash kept.
fn disjoint<'a>(all: &[&'a Observation]) -> Vec<&'a Observation> {
    let mut kept: Vec<&Observation> = Vec::new();
    for one in all {
        if kept.last().is_none_or(|last| last.period.last_day() < one.period.first_day()) {
            kept.push(one);
        }
    }
    kept
}

/// Whether parts that do not overlap cover every day of a period.
fn covers(whole: &Period, parts: &[&Observation]) -> bool {
    parts.iter().map(|part| part.period.days()).sum::<i64>() == whole.days()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::test_facts::level;

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        Periods.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    fn year(value: &str) -> Fact {
        level("a", "CHN", "TKM", "2022", value, "exact")
    }

    #[test]
    fn a_part_is_no_more_than_its_whole() {
        for (part, bound, outcome) in [
            ("9000000000", "exact", Outcome::Holds),
            ("12000000000", "exact", Outcome::Fails),
            ("9000000000", "at_least", Outcome::Unknown),
            ("12000000000", "at_least", Outcome::Fails),
        ] {
            let facts = [year("11181000000"), level("a", "CHN", "TKM", "2022-01/2022-11", part, bound)];
            assert_eq!(outcomes(&facts), [outcome], "{part} {bound}");
        }
    }

    #[test]
    fn quarters_make_the_year() {
        let quarters = |last: &str| {
            let mut facts = vec![year("10000000000")];
            for (quarter, value) in [("Q1", "2000000000"), ("Q2", "3000000000"), ("Q3", "2500000000"), ("Q4", last)] {
                facts.push(level("a", "CHN", "TKM", &format!("2022-{quarter}"), value, "exact"));
            }
            facts
        };
        assert_eq!(outcomes(&quarters("2500000000")), [Outcome::Holds]);
        assert_eq!(outcomes(&quarters("2600000000")), [Outcome::Fails]);
        assert_eq!(outcomes(&quarters("2500000000")[..4]), [Outcome::Holds], "three quarters stay within");
    }

    #[test]
    fn nine_months_and_a_quarter_make_the_year() {
        for (last, outcome) in [("2181000000", Outcome::Holds), ("2900000000", Outcome::Fails)] {
            let facts = [
                year("11181000000"),
                level("a", "CHN", "TKM", "2022-01/2022-09", "9000000000", "exact"),
                level("a", "CHN", "TKM", "2022-Q4", last, "exact"),
            ];
            assert!(outcomes(&facts).contains(&outcome), "{last}");
            assert_eq!(outcomes(&facts).contains(&Outcome::Fails), outcome == Outcome::Fails, "{last}");
        }
    }

    #[test]
    fn months_to_date_never_fall() {
        for (later, outcome) in [("9100000000", Outcome::Holds), ("8100000000", Outcome::Fails)] {
            let facts = [
                level("a", "CHN", "TKM", "2022-01/2022-08", "9000000000", "exact"),
                level("b", "CHN", "TKM", "2022-01/2022-11", later, "exact"),
            ];
            assert_eq!(outcomes(&facts), [outcome], "{later}");
        }
    }

    #[test]
    fn running_totals_never_fall() {
        for (later, outcome) in [("250000000000", Outcome::Holds), ("150000000000", Outcome::Fails)] {
            let facts = [
                level("a", "CHN", "TKM", "2009/2017-01", "160000000000", "exact"),
                level("b", "CHN", "TKM", "2009-12/2019-09", later, "exact"),
            ];
            assert_eq!(outcomes(&facts), [outcome], "{later}");
        }
    }
}
