use std::collections::BTreeMap;
use std::fmt::{self, Display as _};

use super::timeless::BREATH;
use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, agree, meant, nearest};
use crate::model::{Bound, Decimal, Fact, Indicator, Kind, Measure, Party, Period, Status};
use crate::series::growth::{factor, percent, same_stretch};
use crate::series::{Dataset, Interval, Observation, Series, SeriesKey, Statement, Subject, words};

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
        let told = dataset.changes().iter();
        told.flat_map(|change| {
            let same = dataset.series_of(&change.subject).iter().filter(|series| series.status == change.status);
            same.map(move |series| (change, series))
        })
        .filter_map(|(change, series)| self.compare(dataset, change, series))
        .chain(dataset.changes().iter().filter_map(|change| more_than_everything(dataset, change)))
        .chain(undated(dataset))
        .collect()
    }
}

impl YearOnYear {
    /// One change against one series.
    fn compare(&self, dataset: &Dataset, change: &Statement, series: &Series) -> Option<Finding> {
        let fact = dataset.fact(change.fact)?;
        let base_period = base_period(change)?;
        let voice = Voice { document: &fact.document, teller: dataset.teller(fact) };
        let level = near(series, &change.period, voice)?;
        let (about, unit, frequency) = (series.key.about(), series.key.unit, base_period.frequency());
        let absolute = fact.quantity.unit == unit;
        let claimed = claimed(dataset, fact, &change.interval);
        let expected = |base: Interval| {
            if absolute { Some(base + claimed) } else { Some(base * factor(fact.quantity.unit, &claimed)?) }
        };
        let what = fmt::from_fn(|f| write!(f, "{} in {}", change.subject, change.period));
        let stated = fmt::from_fn(|f| write!(f, "a change of {} over {base_period}", words::quantity(&fact.quantity)));
        let mut statements = vec![Cited { fact: change.fact, role: "change" }];
        statements.extend(Cited::all(level, "level"));
        // What is expected grows from what was, or else from what was expected.
        let of = |status: Status| {
            dataset.find_about(about, unit, frequency, status).and_then(|s| near(s, &base_period, voice))
        };
        let base = of(Status::Actual).or_else(|| of(change.status));
        if base.is_none() && change.status != Status::Actual {
            return None;
        }
        let Some(base) = base else {
            // What follows is told of the change as worded, as in the series; its width is for comparisons.
            let worded = change.interval;
            let implied =
                if absolute { level.interval - worded } else { level.interval / factor(fact.quantity.unit, &worded)? };
            let implied = words::interval(&implied, unit);
            let message = say!("{what}: no document gives the level of {base_period}; {stated} implies {implied}.");
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
        let widest = |o: &Observation| if voice.agrees_with(o) { meant(o) } else { meant(o).widened(slack) };
        let one_text = level.document == fact.document && base.document == fact.document;
        let aside = aside || change.status != Status::Actual && !one_text;
        let surely = agree(&widest(level), &expected(widest(base))?) == Outcome::Fails;
        let expected = expected(base.interval)?;
        let fits = agree(&level.interval, &expected);
        let outcome = if surely { Outcome::Fails } else { fits }.softened(surely && !aside);
        let computed = fmt::from_fn(|f| {
            if absolute {
                return words::interval(&(level.interval - base.interval), unit).fmt(f);
            }
            match percent(&level.interval, &base.interval) {
                Some(percent) => words::percent(&percent).fmt(f),
                None => f.write_str("unknown"),
            }
        });
        let verdict = match outcome {
            Outcome::Holds => "fits",
            Outcome::Fails => "does not fit",
            Outcome::Unknown => "cannot be told to fit",
        };
        let (from, to) = (words::quantity(&base.quantity), words::quantity(&level.quantity));
        let message = say!("{what}: {stated} {verdict}: {from} to {to} is {computed}.");
        let gap = Some(Gap::between(&level.interval, &expected, unit));
        Some(Finding { check: YearOnYear::DEFAULT.name(), outcome, message, gap, statements })
    }

    /// How far the figures of two tellers may be apart: the setting, or what they are apart where both tell one period.
    fn slack(&self, dataset: &Dataset, key: &SeriesKey, one: Option<Party>, other: Option<Party>) -> Option<Decimal> {
        let mut slack = Decimal::new(i128::from(self.other_side), 3)?;
        if one == other {
            return Some(slack);
        }
        for series in actual(dataset.series_about(key.about())).filter(|series| series.key.unit == key.unit) {
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

/// The period compared with: the one named where it is as long, else the year before where the one named touches it (*2022/2023*
/// for a year from March to March).
fn base_period(change: &Statement) -> Option<Period> {
    let base = change.base?;
    let before = change.period.year_before().filter(|before| before.overlaps(&base));
    if same_stretch(&base, &change.period) { Some(base) } else { before }
}

/// The nearest figure at a period, or at one that begins and ends within three days of it: years that begin in March do not
/// begin on one day.
fn near<'a>(series: &'a Series, period: &Period, voice: Voice<'_>) -> Option<&'a Observation> {
    nearest(series, period, voice).or_else(|| {
        if period.whole_months().is_some() || period.days() < 28 {
            return None;
        }
        let close = |one: chrono::NaiveDate, other: chrono::NaiveDate| (one - other).num_days().abs() <= 3;
        let meets = |o: &&Observation| {
            close(o.period.first_day(), period.first_day()) && close(o.period.last_day(), period.last_day())
        };
        nearest(series, &series.observations().iter().find(meets)?.period, voice)
    })
}

/// A fall of more than everything, of what cannot be below zero.
fn more_than_everything(dataset: &Dataset, change: &Statement) -> Option<Finding> {
    let fact = dataset.fact(change.fact)?;
    let percent = fact.quantity.unit.measure == Measure::Percent && fact.indicator != Indicator::Balance;
    let impossible = change.interval.upper.is_some_and(|upper| upper < -Decimal::HUNDRED);
    if !(percent && impossible) {
        return None;
    }
    let message = say!(
        "{} in {}: a change of {} takes more than there was.",
        change.subject,
        change.period,
        words::quantity(&fact.quantity),
    );
    let statements = vec![Cited { fact: change.fact, role: "change" }];
    Some(Finding { check: YearOnYear::DEFAULT.name(), outcome: Outcome::Fails, message, gap: None, statements })
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
        let message = say!(
            "{subject}, at no stated time in {document}: a change of {} {verdict} {} and {}.",
            words::quantity(&change.quantity),
            words::quantity(&a.quantity),
            words::quantity(&b.quantity),
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

    #[test]
    fn a_forecast_grows_from_what_was() {
        let expected = |fact: &Fact| Fact { status: Status::Forecast, ..fact.clone() };
        for (now, wanted) in [("18000000000", Outcome::Holds), ("21000000000", Outcome::Fails)] {
            let facts = [
                level("a", "RUS", "KAZ", "2017", "16000000000", "exact"),
                expected(&level("a", "RUS", "KAZ", "2018", now, "exact")),
                expected(&change("a", "RUS", "KAZ", "2018", "12.5")),
            ];
            assert_eq!(outcome(&facts), [wanted], "{now}");
        }
    }

    #[test]
    fn years_from_march_meet_within_days() {
        for (before, wanted) in [("497000000", Outcome::Holds), ("297000000", Outcome::Fails)] {
            let mut fall = change("a", "AFG", "PAK", "2023-03-21/2024-03-19", "-65");
            fall.base = "2022/2023".parse().ok();
            let facts = [
                level("a", "AFG", "PAK", "2022-03-21/2023-03-20", before, "exact"),
                level("a", "AFG", "PAK", "2023-03-21/2024-03-19", "174000000", "exact"),
                fall,
            ];
            assert_eq!(outcome(&facts), [wanted], "{before}");
        }
    }

    #[test]
    fn nothing_falls_by_more_than_everything() {
        assert_eq!(outcome(&[change("a", "AFG", "PAK", "2023", "-165")]), [Outcome::Fails]);
        assert!(outcome(&[change("a", "AFG", "PAK", "2023", "-65")]).is_empty());
    }

    #[test]
    fn a_level_of_the_other_side_is_held_with_an_allowance() {
        for (base, wanted) in [("9300000000", Outcome::Fails), ("7900000000", Outcome::Unknown)] {
            let facts = [
                level("b", "UZB", "RUS", "2022", base, "exact"),
                level("a", "RUS", "UZB", "2023", "10000000000", "about"),
                change("a", "RUS", "UZB", "2023", "33"),
            ];
            assert_eq!(outcome(&facts), [wanted], "{base}");
        }
    }
}
