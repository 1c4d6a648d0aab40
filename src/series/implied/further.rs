//! What follows from levels and changes beyond the base of a stated growth.
//!
//! | stated | implies |
//! | --- | --- |
//! | 2022: 2.32 billion; 2023: *up 14.1 percent* | 2023: 2.646 to 2.649 billion |
//! | turnover 89.4, exports 61.4 billion | imports of 27.9 to 28.1 billion |
//! | a group's 89.4 billion and all members but one | the one left |
//! | the year 11.181, nine months 8.4 billion | the last quarter: 2.731 to 2.832 billion |

use super::super::growth::{factor, same_stretch};
use super::super::{Dataset, Interval, Observation, Origin, Series, SeriesKey, Subject, words};
use crate::model::{Decimal, Indicator, Kind, Party, Period, Quantity, Status, Unit};

type Implied = (SeriesKey, Observation);

/// All that follows in one step from what documents state, of figures of one document or one teller, where no document states
/// it: in the order of the kinds above.
pub fn further(dataset: &Dataset) -> Vec<Implied> {
    let mut found = levels(dataset);
    found.extend(sides(dataset));
    found.extend(members(dataset));
    found.extend(rests(dataset));
    found.sort_by(|(a, one), (b, other)| (a, one.period, &one.document).cmp(&(b, other.period, &other.document)));
    found.dedup_by(|(a, one), (b, other)| a == b && one.period == other.period && one.interval == other.interval);
    found
}

fn actual(all: &[Series]) -> impl Iterator<Item = &Series> {
    all.iter().filter(|series| series.status == Status::Actual)
}

fn stated<'a>(series: &'a Series, period: &Period) -> impl Iterator<Item = &'a Observation> {
    series.at(period).iter().filter(|o| o.origin.is_stated())
}

/// The figure of a series at a period by the same document, else by the same teller.
fn by_voice<'a>(series: &'a Series, period: &Period, voice: &Observation) -> Option<&'a Observation> {
    stated(series, period)
        .find(|o| o.document == voice.document)
        .or_else(|| stated(series, period).find(|o| o.teller == voice.teller))
}

fn is_stated(dataset: &Dataset, key: &SeriesKey, period: &Period) -> bool {
    dataset.find(key, Status::Actual).is_some_and(|series| stated(series, period).next().is_some())
}

/// A computed observation; nothing where it says nothing, or is less than nothing for what cannot be.
fn observe(
    key: &SeriesKey,
    period: Period,
    interval: Interval,
    derivation: String,
    from: &[&Observation],
    facts: &[usize],
) -> Option<Implied> {
    let first = from.first()?;
    let signed = key.indicator == Indicator::Balance;
    if interval == Interval::OPEN || !signed && interval.upper.is_some_and(|upper| upper.is_negative()) {
        return None;
    }
    let lower = interval.lower.map(|lower| if signed { lower } else { lower.max(Decimal::ZERO) });
    let interval = Interval { lower, ..interval };
    let value = interval.middle().or(interval.lower).or(interval.upper)?.to_significant(5);
    let quantity = Quantity { value, high: None, unit: key.unit, bound: words::bound_of(&interval), quantum: None };
    let mut facts: Vec<usize> = from.iter().flat_map(|o| o.origin.facts()).chain(facts).copied().collect();
    facts.dedup();
    let origin = Origin::Implied { derivation, facts };
    Some((key.clone(), Observation { period, quantity, origin, interval, ..Observation::clone(first) }))
}

fn told(one: &Observation) -> String {
    format!("{} ({})", words::quantity(&one.quantity), one.period)
}

/// Levels that a change from a stated base gives.
fn levels(dataset: &Dataset) -> Vec<Implied> {
    let mut found = Vec::new();
    for change in dataset.changes().iter().filter(|c| c.status == Status::Actual) {
        let Some(fact) = dataset.fact(change.fact).filter(|fact| fact.kind == Kind::Change) else { continue };
        let Some(base_period) = change.base.filter(|base| same_stretch(base, &change.period)) else { continue };
        for series in actual(dataset.series_of(&change.subject)) {
            let key = SeriesKey { frequency: change.period.frequency(), ..series.key.clone() };
            if series.key.frequency != base_period.frequency() || is_stated(dataset, &key, &change.period) {
                continue;
            }
            let teller = dataset.teller(fact);
            let base = stated(series, &base_period)
                .find(|o| o.document == fact.document)
                .or_else(|| stated(series, &base_period).find(|o| o.teller == teller));
            let Some(base) = base else { continue };
            let absolute = fact.quantity.unit == series.key.unit;
            let interval = if absolute {
                Some(base.interval + change.interval)
            } else {
                factor(fact.quantity.unit, &change.interval).map(|factor| base.interval * factor)
            };
            let derivation = format!("{} after a change of {}", told(base), words::quantity(&fact.quantity));
            found.extend(
                interval
                    .and_then(|interval| observe(&key, change.period, interval, derivation, &[base], &[change.fact])),
            );
        }
    }
    found
}

/// Of exports, imports, turnover and balance of one reporter what two of them give.
fn sides(dataset: &Dataset) -> Vec<Implied> {
    let mut found = Vec::new();
    for exports_or_imports in actual(dataset.series()) {
        let key = &exports_or_imports.key;
        let flow = key.indicator.is_one_way();
        if !flow || !key.adds_up_over_time() {
            continue;
        }
        let of = |indicator: Indicator| {
            let subject = Subject::new(indicator, key.commodity.clone(), key.reporter, key.partner);
            SeriesKey::of(subject, key.unit, key.frequency)
        };
        let other = if key.indicator == Indicator::Exports { Indicator::Imports } else { Indicator::Exports };
        let (turnover, other_key) = (of(Indicator::Turnover), of(other));
        for statements in exports_or_imports.periods() {
            let Some(one) = statements.iter().find(|o| o.origin.is_stated()) else { continue };
            let at = |key: &SeriesKey| {
                dataset.find(key, Status::Actual).and_then(|series| by_voice(series, &one.period, one))
            };
            if let Some(total) = at(&turnover).filter(|_| !is_stated(dataset, &other_key, &one.period)) {
                let derivation = format!("{} less {} of {}", told(total), key.indicator.as_str(), told(one));
                found.extend(observe(
                    &other_key,
                    one.period,
                    total.interval - one.interval,
                    derivation,
                    &[total, one],
                    &[],
                ));
            }
            let Some(imports) = at(&other_key).filter(|_| key.indicator == Indicator::Exports) else { continue };
            for (key, interval, word) in [
                (turnover.clone(), one.interval + imports.interval, "and"),
                (of(Indicator::Balance), one.interval - imports.interval, "less"),
            ] {
                if !is_stated(dataset, &key, &one.period) {
                    let derivation = format!("exports of {} {word} imports of {}", told(one), told(imports));
                    found.extend(observe(&key, one.period, interval, derivation, &[one, imports], &[]));
                }
            }
        }
    }
    found
}

/// The one member of a group that no document tells, where the group and all others are told.
fn members(dataset: &Dataset) -> Vec<Implied> {
    let mut found = Vec::new();
    for series in actual(dataset.series()).filter(|s| s.key.adds_up_over_time()) {
        // Either side of a turnover can be the group: it is sorted by code.
        let (reporter, partner) = match series.key.indicator {
            Indicator::Turnover if series.key.partner.is_some_and(|party| party.is_country()) => {
                (series.key.partner, series.key.reporter)
            }
            _ => (series.key.reporter, series.key.partner),
        };
        let Some(group) = partner.filter(|party| !party.is_country() && *party != Party::WORLD) else { continue };
        for statements in series.periods() {
            let Some(total) = statements.iter().find(|o| o.origin.is_stated()) else { continue };
            let members = dataset.membership().members(&group, &total.period);
            if members.len() < 2 || reporter.is_some_and(|reporter| members.contains(&reporter)) {
                continue;
            }
            let key_of = |member: Party| {
                let key = &series.key;
                let subject = Subject::new(key.indicator, key.commodity.clone(), reporter, Some(member));
                SeriesKey::of(subject, key.unit, key.frequency)
            };
            let known =
                |member: &Party| by_voice(dataset.find(&key_of(*member), Status::Actual)?, &total.period, total);
            let (told_of, missing): (Vec<Party>, Vec<Party>) = members.iter().partition(|m| known(m).is_some());
            let [missing] = missing.as_slice() else { continue };
            let key = key_of(*missing);
            if is_stated(dataset, &key, &total.period) {
                continue;
            }
            let parts: Vec<&Observation> = told_of.iter().filter_map(known).collect();
            let sum = parts.iter().fold(Interval::point(Decimal::ZERO), |sum, part| sum + part.interval);
            let codes: Vec<&str> = told_of.iter().map(Party::as_str).collect();
            let derivation = format!("{} of {group} less {}", told(total), codes.join(", "));
            let from: Vec<&Observation> = std::iter::once(total).chain(parts).collect();
            found.extend(observe(&key, total.period, total.interval - sum, derivation, &from, &[]));
        }
    }
    found
}

/// What is left of a year once its first or last months are taken.
fn rests(dataset: &Dataset) -> Vec<Implied> {
    let mut found = Vec::new();
    for wholes in actual(dataset.series()).filter(|s| s.key.adds_up_over_time()) {
        let subject = wholes.key.subject();
        let unit: Unit = wholes.key.unit;
        let parts: Vec<&Series> = actual(dataset.series_of(&subject)).filter(|s| s.key.unit == unit).collect();
        for statements in wholes.periods() {
            let Some(whole) = statements.iter().find(|o| o.origin.is_stated()) else { continue };
            if whole.period.whole_months().is_none_or(|months| !(2..=12).contains(&months)) {
                continue;
            }
            for series in &parts {
                let all = series.observations();
                let start = all.partition_point(|o| o.period.first_day() < whole.period.first_day());
                let end = all.partition_point(|o| o.period.first_day() <= whole.period.last_day());
                for run in all[start..end].chunk_by(|a, b| a.period == b.period) {
                    let Some(period) = run.first().map(|o| o.period) else { continue };
                    let Some(rest) = whole.period.rest(&period).filter(|rest| rest.whole_months().is_some()) else {
                        continue;
                    };
                    let key = SeriesKey { frequency: rest.frequency(), ..wholes.key.clone() };
                    let Some(part) = by_voice(series, &period, whole) else { continue };
                    if !is_stated(dataset, &key, &rest) {
                        let derivation = format!("{} less {}", told(whole), told(part));
                        let interval = whole.interval - part.interval;
                        found.extend(observe(&key, rest, interval, derivation, &[whole, part], &[]));
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::model::Fact;
    use crate::series::test_facts::{change, flow, level};
    use crate::series::{Dataset, Origin, interval_words};

    fn implied(facts: &[Fact]) -> Vec<String> {
        let dataset = Dataset::from_facts(facts);
        let words = dataset.implied().into_iter().map(|(key, o)| {
            let Origin::Implied { derivation, facts } = &o.origin else { panic!("{key} is stated") };
            assert!(!facts.is_empty() && facts.iter().all(|place| dataset.fact(*place).is_some()), "{derivation}");
            format!("{} in {}: {} [{}]", key.subject(), o.period, interval_words(&o.interval, key.unit), derivation)
        });
        words.collect()
    }

    #[test]
    fn a_level_follows_from_its_growth() {
        let facts =
            [level("a", "CHN", "TKM", "2022-Q1", "2320000000", "exact"), change("a", "CHN", "TKM", "2023-Q1", "14.1")];
        let wanted = "turnover of CHN with TKM in 2023-Q1: 2.6454 to 2.6489 billion USD [2.32 billion USD (2022-Q1) after a \
                      change of 14.1 percent]";
        assert_eq!(implied(&facts), [wanted]);
    }

    #[test]
    fn two_sides_give_the_third() {
        let all = [
            flow("a", "turnover", "CHN", "KAZ", "2023", "41000000000", "exact"),
            flow("a", "exports", "CHN", "KAZ", "2023", "24700000000", "exact"),
            flow("a", "imports", "CHN", "KAZ", "2023", "16300000000", "exact"),
        ];
        assert!(implied(&all[..2])[0].starts_with("imports to CHN from KAZ in 2023: 16.299 to 16.301 billion USD"));
        let both = implied(&all[1..]);
        assert!(both[0].starts_with("turnover of CHN with KAZ in 2023: 40.999 to 41.001 billion"), "{both:?}");
        assert!(both[1].starts_with("balance of CHN with KAZ in 2023: 8.399 to 8.401 billion"), "{both:?}");
        assert_eq!(implied(&all).len(), 1, "only the balance is new");
        let mut apart = all[..2].to_vec();
        (apart[1].document, apart[1].reporter, apart[1].partner) = ("b".into(), "KAZ".parse().ok(), "CHN".parse().ok());
        assert!(implied(&apart).is_empty(), "two tellers");
    }

    #[test]
    fn the_last_member_is_what_is_left() {
        let told = |code: &str, value: &str| level("a", "CHN", code, "2023", value, "exact");
        let mut facts = vec![
            told("CENTRAL_ASIA", "89400000000"),
            told("KAZ", "41000000000"),
            told("KGZ", "19800000000"),
            told("UZB", "14000000000"),
        ];
        assert!(implied(&facts).is_empty(), "two are missing");
        facts.push(told("TKM", "10600000000"));
        let found = implied(&facts);
        assert!(found[0].starts_with("turnover of CHN with TJK in 2023: 3.9975 to 4.0025 billion USD"), "{found:?}");
    }

    #[test]
    fn the_rest_of_a_year() {
        let told = |period: &str, value: &str| level("a", "CHN", "TKM", period, value, "exact");
        let found = implied(&[told("2022", "11181000000"), told("2022-01/2022-09", "8400000000")]);
        assert!(found[0].starts_with("turnover of CHN with TKM in 2022-Q4: 2.78 to 2.782 billion USD"), "{found:?}");
        assert!(implied(&[told("2022", "11181000000"), told("2022-Q2", "2800000000")]).is_empty(), "no one rest");
        let found = implied(&[told("2022", "8000000000"), told("2022-01/2022-09", "8400000000")]);
        assert!(found.is_empty(), "less than nothing is a conflict, no level");
    }

    #[test]
    fn implied_figures_can_stand_in_the_series() {
        let told = |period: &str, value: &str| level("a", "CHN", "TKM", period, value, "exact");
        let dataset = Dataset::from_facts(&[told("2022", "11181000000"), told("2022-01/2022-09", "8400000000")]);
        assert_eq!(dataset.series().len(), 2);
        let dataset = dataset.with_implied();
        let quarter = dataset.series().iter().find_map(|s| s.shown(&"2022-Q4".parse().unwrap())).unwrap();
        assert!(!quarter.origin.is_stated());
        assert_eq!(dataset.clone().with_implied().series(), dataset.series(), "once is enough");
    }
}
