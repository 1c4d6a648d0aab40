//! Changes computed from levels: over gaps, from period to period, of a part within a whole.
//!
//! | levels | computed |
//! | --- | --- |
//! | 2022-11: 980 million, 2022-12: 1,010 million | +3.06 percent on the month before |
//! | 2018: 8.44 billion, 2022: 11.181 billion | +7.28 percent a year, compound |
//! | a part grew by 2.9 of a whole of 89.4 billion | 3.24 percentage points of the whole's growth |
//! | 43.8 of 94.8 billion | a share of 46.2 percent |
//!
//! Everything is an interval, and names the observations that it comes from.

use super::growth::{Growth, percent};
use super::{Interval, Observation, Series};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Decimal, Period, Unit};

/// The growth of a series on the period just before, for each period that has stated figures for both. Periods to date have
/// none: they contain each other.
///
/// ```
/// use bilateral::series::{Dataset, change};
/// assert!(Dataset::from_facts(&[]).series().iter().flat_map(change::period_on_period).next().is_none());
/// ```
pub fn period_on_period(series: &Series) -> impl Iterator<Item = Growth<'_>> {
    series.periods().filter_map(|statements| {
        let level = statements.first().filter(|o| o.origin.is_stated())?;
        let before = level.period.previous().filter(|before| before.frequency() == level.period.frequency())?;
        let base = base(series, level, &before)?;
        Some(Growth { level, base, percent: percent(&level.interval, &base.interval)? })
    })
}

/// Growth by the same part each year, over one or more years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compound<'a> {
    /// The later figure.
    pub level: &'a Observation,
    /// The earlier figure.
    pub base: &'a Observation,
    /// How many years lie between.
    pub years: u32,
    /// The growth of each year in percent.
    pub percent: Interval,
}

/// The compound annual growth of a series from one period to the same stretch of a later year. `None` where a figure is not
/// stated, the two are not the same stretch, or the earlier can be zero.
#[must_use]
pub fn compound<'a>(series: &'a Series, from: &Period, to: &Period) -> Option<Compound<'a>> {
    let stated = |period: &Period| series.at(period).iter().find(|o| o.origin.is_stated());
    let level = stated(to)?;
    let base = base(series, level, from)?;
    between(base, level)
}

/// The compound annual growth over each gap of a series: between figures of neighbouring years that are told, however many years
/// lie between.
pub fn over_gaps(series: &Series) -> impl Iterator<Item = Compound<'_>> {
    let shown = series.periods().filter_map(|of| of.first()).filter(|o| o.origin.is_stated());
    let shown: Vec<&Observation> = shown.collect();
    let pair = |place: usize, level: &&'_ Observation| -> Option<(usize, usize)> {
        // The nearest earlier year of the same stretch: quarters stand between those of other years.
        let same = |base: &&Observation| years_between(&base.period, &level.period).is_some();
        shown[..place].iter().rposition(same).map(|base| (base, place))
    };
    let pairs: Vec<_> = shown.iter().enumerate().filter_map(|(place, level)| pair(place, level)).collect();
    pairs.into_iter().filter_map(move |(base, level)| between(shown.get(base)?, shown.get(level)?))
}

fn between<'a>(base: &'a Observation, level: &'a Observation) -> Option<Compound<'a>> {
    let years = years_between(&base.period, &level.period)?;
    if base.interval.lower.is_none_or(|lower| lower <= Decimal::ZERO) {
        return None;
    }
    let ratio = level.interval / base.interval;
    let root = Interval {
        lower: ratio.lower.and_then(|lower| root(lower, years, Side::Below)),
        upper: ratio.upper.and_then(|upper| root(upper, years, Side::Above)),
    };
    let percent = (root - Interval::point(Decimal::ONE)) * Interval::point(Decimal::HUNDRED);
    Some(Compound { level, base, years, percent })
}

/// How many years later a period is the same stretch; `None` where it is not.
fn years_between(from: &Period, to: &Period) -> Option<u32> {
    use chrono::Datelike;
    let years = to.first_day().year() - from.first_day().year();
    let same = years > 0 && from.shift_years(years) == Some(*to);
    u32::try_from(years).ok().filter(|_| same)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Below,
    Above,
}

/// Digits after the point of a root.
const ROOT_DIGITS: i32 = 9;

/// The root of so many years to nine digits, not above it or not below it: the float is a guess, and the power decides.
fn root(value: Decimal, years: u32, side: Side) -> Option<Decimal> {
    if value.is_negative() {
        return None;
    }
    let step = Decimal::power_of_ten(-ROOT_DIGITS)?;
    let mut guess = Decimal::from_f64(value.to_f64().powf(1.0 / f64::from(years)), ROOT_DIGITS as usize)?;
    // A float of 15 digits is at most a step or two off.
    for _ in 0..8 {
        let power = power(guess, years);
        let done = match side {
            Side::Below => power.upper.is_some_and(|power| power <= value),
            Side::Above => power.lower.is_some_and(|power| power >= value),
        };
        if done {
            return Some(guess);
        }
        guess = if side == Side::Below { guess.checked_sub(step)? } else { guess.checked_add(step)? };
    }
    None
}

/// A power as an interval of 12 digits an end.
fn power(value: Decimal, years: u32) -> Interval {
    let one = Interval::point(value);
    (0..years).fold(Interval::point(Decimal::ONE), |power, _| (power * one).outward(14))
}

/// What a part adds to the growth of its whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution<'a> {
    /// The part, later and earlier.
    pub part: (&'a Observation, &'a Observation),
    /// The whole, earlier: what both are measured by.
    pub base: &'a Observation,
    /// Percentage points of the whole's growth over a year.
    pub points: Interval,
}

/// What a part (a partner, a good) adds to the year-on-year growth of its whole at a period: its own change over the whole a year
/// before. `None` where a figure is missing or the base can be zero.
///
/// # Errors
/// [`ErrorKind::Argument`] where the two are counted in different units: their keys are named, and what would do.
pub fn contribution<'a>(part: &'a Series, whole: &'a Series, period: &Period) -> Result<Option<Contribution<'a>>> {
    one_unit(part, whole)?;
    Ok(contributed(part, whole, period))
}

fn contributed<'a>(part: &'a Series, whole: &'a Series, period: &Period) -> Option<Contribution<'a>> {
    let before = period.year_before()?;
    let later = stated(part, period)?;
    let earlier = base(part, later, &before)?;
    let total = stated(whole, &before)?;
    if total.interval.lower.is_none_or(|lower| lower <= Decimal::ZERO) {
        return None;
    }
    let points = (later.interval - earlier.interval) / total.interval * Interval::point(Decimal::HUNDRED);
    Some(Contribution { part: (later, earlier), base: total, points })
}

/// The part of a whole at a period, in percent. `None` where a figure is missing or the whole can be zero.
///
/// # Errors
/// [`ErrorKind::Argument`] where the two are counted in different units: their keys are named, and what would do.
pub fn share(part: &Series, whole: &Series, period: &Period) -> Result<Option<Interval>> {
    one_unit(part, whole)?;
    let of = || {
        let (part, whole) = (stated(part, period)?, stated(whole, period)?);
        let positive = whole.interval.lower.is_some_and(|lower| lower > Decimal::ZERO);
        positive.then(|| part.interval / whole.interval * Interval::point(Decimal::HUNDRED))
    };
    Ok(of())
}

fn stated<'a>(series: &'a Series, period: &Period) -> Option<&'a Observation> {
    series.at(period).iter().find(|o| o.origin.is_stated())
}

/// The stated figure of a period, of the same teller where there is one.
fn base<'a>(series: &'a Series, level: &Observation, period: &Period) -> Option<&'a Observation> {
    let stated = || series.at(period).iter().filter(|o| o.origin.is_stated());
    stated().find(|o| o.teller == level.teller).or_else(|| stated().next())
}

fn one_unit(part: &Series, whole: &Series) -> Result<()> {
    if part.key.unit == whole.key.unit {
        return Ok(());
    }
    let unit = |unit: Unit| unit.to_string();
    let message = format!(
        "two units in one computation: {:?} is in {}, {:?} in {}; take series of one unit, or convert one with a Converter",
        part.key.to_string(),
        unit(part.key.unit),
        whole.key.to_string(),
        unit(whole.key.unit),
    );
    Err(Error::new(ErrorKind::Argument, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::test_facts::{fact, level};
    use crate::series::{Dataset, percent_words};

    fn p(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn told(partner: &str, period: &str, value: &str) -> Fact {
        level("a", "CHN", partner, period, value, "exact")
    }

    #[test]
    fn the_month_before_is_matched_on_the_period() {
        let facts = [
            told("TKM", "2022-11", "980000000"),
            told("TKM", "2022-12", "1010000000"),
            told("TKM", "2023-02", "900000000"),
        ];
        let dataset = Dataset::from_facts(&facts);
        let found: Vec<_> = period_on_period(&dataset.series()[0]).collect();
        assert_eq!(found.len(), 1, "no January");
        assert_eq!((found[0].level.period, found[0].base.period), (p("2022-12"), p("2022-11")));
        assert!(found[0].percent.contains("3.0612".parse().unwrap()));
    }

    #[test]
    fn compound_growth_goes_over_gaps() {
        let facts =
            [told("TKM", "2018", "8440000000"), told("TKM", "2022", "11181000000"), told("TKM", "2023", "10600000000")];
        let dataset = Dataset::from_facts(&facts);
        let series = &dataset.series()[0];
        let found = compound(series, &p("2018"), &p("2022")).unwrap();
        // 1.32476 to the power of a quarter is 1.072838.
        assert_eq!((found.years, percent_words(&found.percent).as_str()), (4, "+7.28 to +7.29 %"));
        assert!(
            compound(series, &p("2018"), &p("2021")).is_none() && compound(series, &p("2022"), &p("2018")).is_none()
        );
        let gaps: Vec<u32> = over_gaps(series).map(|gap| gap.years).collect();
        assert_eq!(gaps, [4, 1]);
    }

    #[test]
    fn roots_are_bracketed() {
        for (value, years) in [("2", 10), ("1.1", 1), ("0.5", 3), ("1800", 26), ("1", 7), ("0", 2)] {
            let value: Decimal = value.parse().unwrap();
            let (below, above) = (root(value, years, Side::Below).unwrap(), root(value, years, Side::Above).unwrap());
            assert!(below <= above && power(below, years).lower.unwrap() <= value, "{value} {years}");
            assert!(power(above, years).upper.unwrap() >= value, "{value} {years}");
            assert!(above.checked_sub(below).unwrap() <= "0.00000001".parse().unwrap(), "{below} {above}");
        }
    }

    #[test]
    fn parts_add_up_to_the_growth_of_the_whole() {
        let facts = [
            told("CENTRAL_ASIA", "2023", "89400000000"),
            told("CENTRAL_ASIA", "2024", "94800000000"),
            told("KGZ", "2023", "19800000000"),
            told("KGZ", "2024", "22700000000"),
        ];
        let dataset = Dataset::from_facts(&facts);
        let of = |partner: &str| {
            let partner = partner.parse().ok();
            dataset.series().iter().find(|s| s.key.partner == partner || s.key.reporter == partner).unwrap()
        };
        let added = contribution(of("KGZ"), of("CENTRAL_ASIA"), &p("2024")).unwrap().unwrap();
        assert!(added.points.contains("3.2438".parse().unwrap()), "{}", added.points);
        assert!(contribution(of("KGZ"), of("CENTRAL_ASIA"), &p("2023")).unwrap().is_none(), "no year before");
        let part = share(of("KGZ"), of("CENTRAL_ASIA"), &p("2024")).unwrap().unwrap();
        assert!(part.contains("23.945".parse().unwrap()), "{part}");
    }

    #[test]
    fn two_units_are_an_error() {
        let yuan = serde_json::json!({"kind": "level", "indicator": "turnover", "reporter": "CHN", "partner": "KGZ",
            "period": "2024", "value": "160000000000", "unit": "CNY"});
        let dataset = Dataset::from_facts(&[told("CENTRAL_ASIA", "2024", "94800000000"), fact("a", &yuan)]);
        let (dollars, yuan): (Vec<_>, Vec<_>) = dataset.series().iter().partition(|s| s.key.unit.to_string() == "USD");
        let error = share(yuan[0], dollars[0], &p("2024")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Argument);
        assert!(error.to_string().contains("CNY") && error.to_string().contains("Converter"), "{error}");
        assert!(contribution(yuan[0], dollars[0], &p("2024")).is_err());
    }
}
