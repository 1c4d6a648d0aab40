use std::collections::BTreeMap;

use super::timeless::BREATH;
use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, agree, nearest};
use crate::model::{Bound, Decimal, Fact, Kind, Measure, Party, Status};
use crate::series::growth::{factor, percent, same_stretch};
use crate::series::{
    Dataset, Interval, Observation, Series, SeriesKey, Statement, Subject, interval_words, percent_words,
    quantity_words,
};

#[doc = include_str!("explain/year_on_year.md")]
#[derive(Debug, Clone, Copy)]
pub struct YearOnYear {
    /// How far two sides' figures of one trade may be apart where a change of one side is held against a level of the
    /// other, in thousandths; where both tell one period and are further apart there, that distance is taken.
    pub other_side: u32,
}

impl YearOnYear {
    /// A tenth: importers were long taken to count 1.10 of what exporters do, and 1.06 since 2018.
    pub const DEFAULT: YearOnYear = YearOnYear { other_side: 100 };
}

impl Default for YearOnYear {
    fn default() -> Self {
        YearOnYear::DEFAULT
    }
}

impl Check for YearOnYear {
    fn name(&self) -> &'static str {
        "year_on_year"
    }

    fn summary(&self) -> &'static str {
        "a stated change with the two levels"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/year_on_year.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let happened = dataset.changes().iter().filter(|change| change.status == Status::Actual);
        happened
            .flat_map(|change| actual(dataset.series_of(&change.subject)).map(move |series| (change, series)))
            .filter_map(|(change, series)| self.compare(dataset, change, series))
            .chain(undated(dataset))
            .collect()
    }
}

impl YearOnYear {
    /// One change against one series.
    fn compare(&self, dataset: &Dataset, change: &Statement, series: &Series) -> Option<Finding> {
        let fact = dataset.fact(change.fact)?;
        let base_period = change.base.filter(|base| same_stretch(base, &change.period))?;
        let voice = Voice { document: &fact.document, teller: dataset.teller(fact) };
        let level = nearest(series, &change.period, voice)?;
        let key = SeriesKey { frequency: base_period.frequency(), ..series.key.clone() };
        let unit = key.unit;
        let absolute = fact.quantity.unit == unit;
        let claimed = claimed(dataset, fact, &change.interval);
        let expected = |base: Interval| {
            if absolute { Some(base + claimed) } else { Some(base * factor(fact.quantity.unit, &claimed)?) }
        };
        let what = format!("{} in {}", change.subject, change.period);
        let stated = format!("a change of {} over {base_period}", quantity_words(&fact.quantity));
        let mut statements: Vec<_> = std::iter::once(Cited { fact: change.fact, role: "change" }).collect();
        statements.extend(Cited::all(level, "level"));
        let base = dataset.find(&key, Status::Actual).and_then(|s| nearest(s, &base_period, voice));
        let Some(base) = base else {
            // What follows is told of the change as worded, as in the series; its width is for comparisons.
            let worded = change.interval;
            let implied =
                if absolute { level.interval - worded } else { level.interval / factor(fact.quantity.unit, &worded)? };
            let implied = interval_words(&implied, unit);
            let message = format!("{what}: no document gives the level of {base_period}; {stated} implies {implied}.");
            return Some(Finding {
                check: YearOnYear::DEFAULT.name(),
                outcome: Outcome::Unknown,
                message,
                gap: None,
                statements,
            });
        };
        statements.extend(Cited::all(base, "base"));
        // *700 million more* without a base named may be more than planned.
        let aside = absolute && fact.base.is_none();
        let slack = self.slack(
            dataset,
            &series.key,
            voice.teller,
            base.teller.filter(|t| Some(*t) != voice.teller).or(level.teller),
        )?;
        let widest = |o: &Observation| if voice.agrees_with(o) { o.interval } else { o.interval.widened(slack) };
        let surely = agree(&widest(level), &expected(widest(base))?) == Outcome::Fails;
        let expected = expected(base.interval)?;
        let outcome = agree(&level.interval, &expected).softened(surely && !aside);
        let computed = if absolute {
            interval_words(&(level.interval - base.interval), unit)
        } else {
            percent(&level.interval, &base.interval).map_or("unknown".into(), |p| percent_words(&p))
        };
        let verdict = match outcome {
            Outcome::Holds => "fits",
            Outcome::Fails => "does not fit",
            Outcome::Unknown => "cannot be told to fit",
        };
        let (from, to) = (quantity_words(&base.quantity), quantity_words(&level.quantity));
        let message = format!("{what}: {stated} {verdict}: {from} to {to} is {computed}.");
        let gap = Some(Gap::between(&level.interval, &expected, unit));
        Some(Finding { check: YearOnYear::DEFAULT.name(), outcome, message, gap, statements })
    }

    /// How far the figures of two tellers may be apart: the setting, or what they are apart where both tell one period.
    fn slack(&self, dataset: &Dataset, key: &SeriesKey, one: Option<Party>, other: Option<Party>) -> Option<Decimal> {
        let mut slack = Decimal::new(i128::from(self.other_side), 3)?;
        for series in actual(dataset.series_of(&key.subject())).filter(|series| series.key.unit == key.unit) {
            for statements in series.periods() {
                let of = |teller: Option<Party>| statements.iter().find(|o| o.origin.is_stated() && o.teller == teller);
                let (Some(ours), Some(theirs)) = (of(one), of(other)) else { continue };
                let (small, large) = (ours.value().min(theirs.value()), ours.value().max(theirs.value()));
                let apart = large.checked_sub(small).and_then(|gap| gap.div_ceil(small, 6));
                slack = slack.max(apart.unwrap_or(slack));
            }
        }
        Some(slack)
    }
}

/// A change and the only two levels of one subject that a document tells without a period: where they stand close together
/// and neither order fits, the change fails; the order of the text fits or the outcome is unknown.
fn undated(dataset: &Dataset) -> Vec<Finding> {
    let mut told = BTreeMap::<_, Vec<(usize, &Fact)>>::new();
    for place in dataset.undated() {
        if let Some(fact) = dataset.fact(*place).filter(|fact| fact.status == Status::Actual) {
            told.entry((&fact.document, Subject::of(fact))).or_default().push((*place, fact));
        }
    }
    let found = told.into_iter().filter_map(|((document, subject), facts)| {
        let of = |kind: Kind| facts.iter().filter(move |(_, fact)| fact.kind == kind);
        let (levels, changes): (Vec<_>, Vec<_>) = (of(Kind::Level).collect(), of(Kind::Change).collect());
        let ([(i, a), (j, b)], [(k, change)]) = (levels.as_slice(), changes.as_slice()) else { return None };
        let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
        let factor = factor(change.quantity.unit, &claimed(dataset, change, &interval(change)))?;
        let fits = |from: &Fact, to: &Fact| agree(&interval(to), &(interval(from) * factor)) != Outcome::Fails;
        if a.quantity.unit != b.quantity.unit {
            return None;
        }
        let ends = [a, b, change].map(|fact| (fact.span.start, fact.span.end));
        let (start, end) = (ends.iter().map(|e| e.0).min()?, ends.iter().map(|e| e.1).max()?);
        let (outcome, verdict) = if fits(a, b) || fits(b, a) {
            (Outcome::Holds, "fits")
        } else if end.saturating_sub(start) <= BREATH {
            (Outcome::Fails, "fits neither order of")
        } else {
            (Outcome::Unknown, "fits neither order of")
        };
        let message = format!(
            "{subject}, at no stated time in {document}: a change of {} {verdict} {} and {}.",
            quantity_words(&change.quantity),
            quantity_words(&a.quantity),
            quantity_words(&b.quantity),
        );
        let cited = [(*k, "change"), (*i, "level"), (*j, "level")];
        let statements = cited.map(|(fact, role)| Cited { fact, role }).to_vec();
        Some(Finding { check: YearOnYear::DEFAULT.name(), outcome, message, gap: None, statements })
    });
    found.collect()
}

/// What a change claims; a multiple told in a word (*doubled*) is not meant to a last digit.
fn claimed(dataset: &Dataset, fact: &Fact, interval: &Interval) -> Interval {
    let word = fact.quantity.unit.measure == Measure::Times && fact.quantity.quantum.is_none();
    if word && fact.quantity.bound == Bound::Exact { interval.widened(dataset.width().words) } else { *interval }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::{change, level, multiple};

    fn outcome(facts: &[Fact]) -> Vec<Outcome> {
        YearOnYear::DEFAULT.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    #[test]
    fn growth_is_held_against_the_levels() {
        for (base, wanted) in [("2320000000", Outcome::Holds), ("2230000000", Outcome::Fails)] {
            let facts = [
                level("b", "CHN", "TKM", "2022-Q1", base, "exact"),
                level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"),
                change("a", "CHN", "TKM", "2023-Q1", "14.1"),
            ];
            assert_eq!(outcome(&facts), [wanted], "{base}");
            assert_eq!(outcome(&facts[1..]), [Outcome::Unknown]);
        }
    }

    #[test]
    fn doubled_is_a_word() {
        for (level_now, wanted) in [("1960000000", Outcome::Holds), ("1700000000", Outcome::Fails)] {
            let facts = [
                level("a", "KAZ", "TKM", "2020", "1000000000", "exact"),
                level("a", "KAZ", "TKM", "2021", level_now, "exact"),
                multiple("a", "KAZ", "TKM", "2021", "2"),
            ];
            assert_eq!(outcome(&facts), [wanted]);
        }
    }

    #[test]
    fn another_tellers_base_proves_nothing() {
        let facts = [
            level("b", "TKM", "CHN", "2022-Q1", "2230000000", "exact"),
            level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"),
            change("a", "CHN", "TKM", "2023-Q1", "14.1"),
        ];
        assert_eq!(outcome(&facts), [Outcome::Unknown]);
    }
}
