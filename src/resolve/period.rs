//! Wordings of time to days, given the day of publication and the period spoken of.
//!
//! | wording | published | spoken of | period |
//! | --- | --- | --- | --- |
//! | *last year* | 2023-05-17 | | `2022` |
//! | *from January to March this year* | 2023-09-25 | | `2023-Q1` |
//! | *in September* | 2024-01-10 | | `2023-09` |
//! | *a year earlier* | | `2023-03` | `2022-03` |
//! | *last year* | unknown | | unknown |

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::lexicon::FiscalYear;
use crate::mention::{Expression, Length, Part, YearRef};
use crate::model::{Frequency, Period};

/// What wordings of time are measured from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// The period that the text speaks of.
    pub spoken: Option<Period>,
    /// The period that the text as a whole is of.
    pub main: Option<Period>,
    /// The year that a text without a date is told in.
    pub year: Option<i32>,
    /// The last month that a text without a date tells of, and its year.
    pub month: Option<(i32, u32)>,
    /// Stretches that were spoken of before, the last first.
    pub told: [Option<Period>; 4],
    /// The fiscal year of the country spoken of.
    pub fiscal: Option<FiscalYear>,
    /// The season that the text named last.
    pub season: Option<Period>,
    /// The split year that the text itself gives the months of: *2022-23 (July-June)*.
    pub split: Option<FiscalYear>,
    /// The period that the text compared last with another, and that other.
    pub step: Option<(Period, Period)>,
    /// The period whose growth the text compared last with that of another, and that other.
    pub growth_step: Option<(Period, Period)>,
    /// The period that the text compared last with an earlier one, and that.
    pub against: Option<(Period, Period)>,
    /// The time that the text looked ahead to last.
    pub foretold: Option<Period>,
    /// The year that the text told an aim of last.
    pub aimed: Option<Period>,
    /// The time that a sentence named last, whatever it told of it: *The pipeline opened in March 2015*.
    pub named: Option<Period>,
    /// The two times that a figure was compared with last: *from 3.48 billion in February and 3.11 billion a year earlier*.
    pub compared: [Option<Period>; 2],
    /// How many months long the stretches are that the text compares each with the one before it: 1 where it counts month on
    /// month, 3 where quarter on quarter.
    pub basis: Option<u32>,
    /// The year that the text counts in, where it is not the calendar's: *the year to June*.
    pub accounts: Option<FiscalYear>,
    /// Whether the text counts its years from spring to spring: *the past Iranian calendar year*, and from then on *the past year*.
    pub solar: bool,
    /// Whether what is told lies ahead: *loadings for January*, said in November, are next year's.
    pub ahead: bool,
}

/// How many days ahead a day without a year is still the one to come.
const COMING_DAYS: i64 = 10;

impl Clock {
    /// The days that a wording means, where they can be known.
    #[must_use]
    pub fn resolve(&self, expression: Expression) -> Option<Period> {
        match self.as_counted(expression) {
            Expression::In(part, year) => self.part(part, year),
            Expression::Span(part, year, part2, year2) => {
                let (first, last) = (self.part(part, year)?, self.part(part2, year2)?);
                Period::between(first.first_day(), last.last_day())
            }
            Expression::YearTo(part, year) => {
                let last = self.part(part, year)?.last_day();
                let first = Period::day(last).shift_years(-1)?.first_day().succ_opt()?;
                let months = last.succ_opt().is_some_and(|next| next.day() == 1);
                // The year to the end of a month begins with a month, whatever February does.
                let first = if months { last.succ_opt()?.checked_sub_months(Months::new(12))? } else { first };
                Period::between(first, last)
            }
            Expression::YearFrom(part, year) => {
                let first = self.part(part, year)?.first_day();
                Period::between(first, first.checked_add_months(Months::new(12))?.pred_opt()?)
            }
            Expression::MonthsTo(count, month, year) => {
                let last = self.part(Part::Months(month, month), year)?;
                let first = last.first_day().checked_sub_months(Months::new(count.checked_sub(1)?))?;
                Period::between(first, last.last_day())
            }
            Expression::StretchTo(count, length, part, year) => {
                let last = self.part(part, year)?.last_day();
                let whole = last.succ_opt()?.day() == 1;
                let back = |months: u32| match whole {
                    true => last.succ_opt()?.checked_sub_months(Months::new(months)),
                    false => last.checked_sub_months(Months::new(months))?.succ_opt(),
                };
                let days = |days: u64| last.checked_sub_days(Days::new(days))?.succ_opt();
                let first = match length {
                    Length::Day => days(u64::from(count)),
                    Length::Week => days(u64::from(count) * 7),
                    Length::Month => back(count),
                    Length::Quarter => back(count.checked_mul(3)?),
                    Length::Year => back(count.checked_mul(12)?),
                };
                Period::between(first?, last)
            }
            Expression::Vague => None,
            Expression::SplitYear(year) if self.is_of_nepal(year) => {
                fiscal_part(Part::Year, year - BIKRAM, NEPALI_YEAR)
            }
            Expression::SplitYear(year) => match self.split.or(self.accounts) {
                // *2019/20* in a text that counts years to June.
                Some(counted) => fiscal_part(Part::Year, year, counted),
                None => Period::months(year, 1, year.checked_add(1)?, 12),
            },
            Expression::Since(part, year) => self.since(part, year),
            Expression::Past(count, length) => self.past(count, length),
            Expression::InYears(count) => self.past(count, Length::Year),
            Expression::YearsEarlier(years) => match self.spoken {
                Some(period) => period.shift_years(-years),
                None if years < 0 => None,
                None => Period::year(self.published?.year().checked_sub(years)?),
            },
            Expression::FiscalBefore => self.fiscal_before(),
            Expression::TimeOfYear(first, last, offset) => self.time_of_year(first, last, offset),
            Expression::SameDaysOf(month) => self.same_days_of(month),
            Expression::ToldMonths(count) => self.told_months(count),
            Expression::Preceding(count, length) => self.preceding(count, length),
            Expression::ToDate(year) => self.so_far(year),
            Expression::RestOf(year) => self.rest_of(year),
            Expression::Season(offset) => self.season(offset),
            Expression::MonthsEarlier(months) => match self.spoken.and_then(|p| p.whole_months().map(|n| (p, n))) {
                Some((spoken, 1)) => (0..months).try_fold(spoken, |p, _| p.previous()),
                Some((spoken, told)) if i64::from(told) == i64::from(months) => spoken.previous(),
                // *October 1 to 15*, and *a month earlier*
                None if self.spoken.is_some_and(|p| p.days() < 31 && p.days() != 7) => {
                    let (spoken, months) = (self.spoken?, Months::new(u32::try_from(months).ok()?));
                    let back = |day: NaiveDate| day.checked_sub_months(months);
                    Period::between(back(spoken.first_day())?, back(spoken.last_day())?)
                }
                _ => self.relative(Length::Month, -months),
            },
            Expression::SamePeriod => self.spoken,
            Expression::SamePeriodOf(year) => {
                let spoken = self.spoken?;
                spoken.shift_years(year.checked_sub(spoken.last_day().year())?)
            }
            Expression::Relative(length, offset) => self.relative(length, offset),
            Expression::SamePeriodOfSeason(year) => {
                let spoken = self.spoken?;
                let counted = self.split.or(self.accounts).or(self.fiscal).unwrap_or(ANY_SEASON);
                spoken.shift_years(year.checked_sub(year_of(spoken.first_day(), counted))?)
            }
            Expression::SamePeriodOfFiscal(year) => {
                let (spoken, fiscal) =
                    (self.spoken?, self.resolve(Expression::In(Part::Year, YearRef::FiscalNamed(year)))?);
                let years = fiscal.first_day().year() - spoken.first_day().year();
                [years, years + 1].into_iter().filter_map(|n| spoken.shift_years(n)).find(|p| fiscal.contains(p))
            }
            Expression::ToldSeason => {
                let told = [self.season, self.spoken, self.main].into_iter().flatten();
                let split = |p: &Period| p.whole_months() == Some(12) && p.first_day().month() > 1;
                let two = |p: &Period| p.whole_months() == Some(24) && p.first_day().month() == 1;
                let found = told.clone().find(|p| split(p) || two(p)).or_else(|| self.season(0));
                // *exports for the season could reach 62 million, from 44 million in 2020/21*
                let over = |p: &Period| self.published.is_some_and(|day| p.last_day() < day);
                if self.ahead && found.as_ref().is_some_and(over) { found?.shift_years(1) } else { found }
            }
            Expression::ToldWeek => {
                let week = |p: &Period| p.days() == 7;
                let told = [self.spoken, self.main].into_iter().flatten().find(week);
                let last = self.spoken.filter(|p| p.whole_months().is_none()).map(|p| p.last_day());
                told.or_else(|| Period::between(last?.checked_sub_days(Days::new(6))?, last?))
            }
            Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter => None,
            Expression::Now | Expression::SinceThen => None,
        }
    }

    /// What years that are not named mean in a text that counts them from spring to spring: *in the past year*, *in the first
    /// quarter of the present year*. Months by their names are the calendar's in whatever year.
    fn as_counted(&self, expression: Expression) -> Expression {
        if !self.solar || self.published.is_none() {
            return expression;
        }
        let counted = |part: Part| matches!(part, Part::Year | Part::Half(_) | Part::Quarter(_) | Part::Months(1, 2..));
        match expression {
            Expression::Relative(Length::Year, offset) => Expression::In(Part::Year, YearRef::Fiscal(offset)),
            Expression::Past(1, Length::Year) => Expression::In(Part::Year, YearRef::Fiscal(-1)),
            Expression::In(part, YearRef::Publication(offset)) if counted(part) => {
                Expression::In(part, YearRef::Fiscal(offset))
            }
            // *in the seven-month period*, of a year that nobody names
            Expression::In(part @ (Part::Half(_) | Part::Quarter(_) | Part::Months(1, 2..)), YearRef::Open)
                if self.told_again(part).is_none() =>
            {
                let runs = self.part(part, YearRef::Fiscal(0)).zip(self.published);
                let over = self.ahead || runs.is_none_or(|(p, day)| (p.last_day() - day).num_days() < 15);
                Expression::In(part, YearRef::Fiscal(if over { 0 } else { -1 }))
            }
            // *compared with the first quarter of the previous year*
            Expression::In(part, YearRef::Before(years @ 1..)) if counted(part) => {
                let spoken = self.spoken.map(|p| year_of(p.first_day(), SOLAR_YEAR));
                spoken.map_or(expression, |year| Expression::In(part, YearRef::FiscalFrom(year - years)))
            }
            Expression::YearsEarlier(1) if self.spoken.is_none() => Expression::In(Part::Year, YearRef::Fiscal(-1)),
            other => other,
        }
    }

    /// A part of a year from spring to spring with the days that the text itself has given it: spring begins on March 20 or 21, and
    /// *the first seven months* are told to end on October 21.
    fn as_told(&self, found: Period) -> Period {
        let near = |a: NaiveDate, b: NaiveDate, days: i64| (a - b).num_days().abs() <= days;
        let same = |p: &Period| near(p.first_day(), found.first_day(), 1) && near(p.last_day(), found.last_day(), 3);
        let told = [self.spoken, self.main].into_iter().chain(self.told).flatten();
        told.into_iter().find(same).unwrap_or(found)
    }

    /// *in fiscal 2079/80*, told in 2023: whether a year that runs over two is one of Nepal's own count, which runs 57 years ahead.
    fn is_of_nepal(&self, year: i32) -> bool {
        self.year().is_some_and(|now| (now - 12..=now + 1).contains(&(year - BIKRAM)))
    }

    /// Whether a period is the year that runs.
    pub fn runs(&self, period: Period) -> bool {
        period.whole_months() == Some(12) && self.year().and_then(Period::year) == Some(period)
    }

    /// The year of publication, or that a text without a date is told in.
    pub(super) fn year(&self) -> Option<i32> {
        self.published.map(|day| day.year()).or(self.year)
    }

    pub(super) fn part(&self, part: Part, year: YearRef) -> Option<Period> {
        let year = match year {
            YearRef::Absolute(year) => year,
            YearRef::Publication(offset) => self.year()?.checked_add(offset)?,
            // *over the year*, of twelve months that are not the calendar's.
            YearRef::Before(0) if part == Part::Year && self.twelve_months().is_some() => return self.twelve_months(),
            // *For the full year*, of a text that has told no time: the one that is over.
            YearRef::Before(0) if part == Part::Year && self.spoken.is_none() && !self.ahead => {
                return self.latest(part);
            }
            YearRef::Before(years) => {
                let spoken = self.spoken.map(|p| p.last_day().year()).or(self.year())?;
                spoken.checked_sub(years)?
            }
            YearRef::Fiscal(offset) => {
                let counted = if self.solar { Some(SOLAR_YEAR) } else { self.split.or(self.fiscal) };
                let (fiscal, published) = (counted?, self.published?);
                let found = fiscal_part(part, year_of(published, fiscal) + offset, fiscal)?;
                return Some(if self.solar { self.as_told(found) } else { found });
            }
            YearRef::Season(offset) => {
                let first = self.season(offset)?.first_day();
                let season = FiscalYear { month: first.month(), day: first.day(), named_by_start: false };
                return Some(season).filter(|s| s.month > 1).and_then(|s| fiscal_part(part, first.year(), s));
            }
            YearRef::FiscalNamed(year) => {
                // A solar year begins in March, in whatever country.
                let fiscal = if year < 1500 { SOLAR_YEAR } else { self.fiscal? };
                // The Iranian year 1402 begins in 2023.
                let first = if year < 1500 { year + 621 } else { year - i32::from(!fiscal.named_by_start) };
                return fiscal_part(part, first, fiscal);
            }
            YearRef::FiscalFrom(year) if self.is_of_nepal(year) => {
                return fiscal_part(part, year - BIKRAM, NEPALI_YEAR);
            }
            YearRef::FiscalFrom(year) => {
                return match (self.split.or(self.fiscal), part) {
                    (Some(fiscal), _) => fiscal_part(part, year, fiscal),
                    (None, Part::Year) => Period::months(year, 1, year.checked_add(1)?, 12),
                    (None, Part::Months(..)) => fiscal_part(part, year, ANY_FISCAL_YEAR),
                    _ => None,
                };
            }
            YearRef::Begun(month) => {
                let (season, published) = (FiscalYear { month, day: 1, named_by_start: false }, self.published?);
                let running = fiscal_part(part, year_of(published, season), season)?;
                // What is told of its first eight months is over.
                let back = i32::from(!self.ahead && part != Part::Year && running.last_day() > published);
                return running.shift_years(-back);
            }
            YearRef::Open => {
                return self.told_again(part).or_else(|| self.of_accounts(part)).or_else(|| self.latest(part));
            }
        };
        in_year(part, year)
    }

    /// *In December 2020 exports were $27 billion ... imports in December*, told in 2022: of the year that the text has said for that
    /// part of one.
    fn told_again(&self, part: Part) -> Option<Period> {
        let whole = matches!(part, Part::Months(..) | Part::Quarter(_) | Part::Half(_));
        let told = [self.spoken, self.main].into_iter().flatten();
        let mut same = told.filter(|p| whole && !self.ahead && in_year(part, p.first_day().year()) == Some(*p));
        same.next()
    }

    /// A part of a year whose year is not said: the last one that was over by publication, a month that had begun.
    pub(super) fn latest(&self, part: Part) -> Option<Period> {
        let Some(published) = self.published else { return self.latest_undated(part) };
        let this = in_year(part, published.year())?;
        // *nominations for August 11*, told on the 10th: a day that is about to come is no year old.
        if let Part::Day(..) = part {
            let soon = |day: &Period| (1..=COMING_DAYS).contains(&(day.first_day() - published).num_days());
            let next = || in_year(part, published.year() + 1);
            if let Some(day) = Some(this).filter(soon).or_else(|| next().filter(soon)) {
                return Some(day);
            }
        }
        if self.ahead {
            // *a drawdown is expected for the week ending March 20*, told on the 24th: of days that are just over.
            let days = matches!(part, Part::Day(..) | Part::Days(..));
            let just = days && (published - this.last_day()).num_days() <= 30;
            return if just || this.last_day() >= published { Some(this) } else { in_year(part, published.year() + 1) };
        }
        // A month can be told while it runs, a longer part only once its last month is half over.
        let half = this.last_day().with_day(15).unwrap_or(this.last_day()).min(this.last_day());
        // *in February and early March*, told on March 5: the second of two months runs.
        let two = matches!(part, Part::Months(first, last) if last == first + 1);
        let last = this.last_day().with_day(1).unwrap_or(this.last_day());
        let told = if two {
            last
        } else if this.days() > 31 {
            half
        } else {
            this.first_day()
        };
        if told <= published { Some(this) } else { in_year(part, published.year() - 1) }
    }

    /// The same in a text without a date: about the last month that it tells of, else in the year spoken of.
    fn latest_undated(&self, part: Part) -> Option<Period> {
        let Some((year, month)) = self.month else {
            return in_year(part, self.spoken.map(|p| p.last_day().year()).or(self.year)?);
        };
        let this = in_year(part, year)?;
        let later = this.last_day().month() > month + 3;
        match self.spoken.map(|p| p.last_day().year()) {
            _ if !later || self.ahead => Some(this),
            Some(spoken) if spoken + 1 == year => in_year(part, spoken),
            _ => None,
        }
    }

    /// A season, so many from the one that runs: told by the season that the text named last, which has ended or not, else by
    /// when the text says that its seasons begin.
    fn season(&self, offset: i32) -> Option<Period> {
        let split = |p: &Period| p.whole_months() == Some(12) && p.first_day().month() > 1;
        let two = |p: &Period| p.whole_months() == Some(24) && p.first_day().month() == 1;
        let Some(named) = self.season.or(self.spoken).filter(|p| split(p) || two(p)) else {
            let counted = self.split.or(self.accounts)?;
            return fiscal_part(Part::Year, year_of(self.published?, counted) + offset, counted);
        };
        // Of two calendar years the season ends somewhere in the second.
        let end = if two(&named) { named.last_day() - chrono::Duration::days(120) } else { named.last_day() };
        let over = self.published.is_some_and(|day| (day - end).num_days() > 60);
        // *to 1987/88 delivery*, told in May, with sales for the current season.
        let to_come = !two(&named) && self.published.is_some_and(|day| day < named.first_day());
        named.shift_years(offset + i32::from(over) - i32::from(to_come))
    }

    pub(super) fn relative(&self, length: Length, offset: i32) -> Option<Period> {
        if length == Length::Year {
            return Period::year(self.year()?.checked_add(offset)?);
        }
        // *In 2022 exports grew, but in the last quarter they halved*, in a text without a date: the last of that year.
        if length == Length::Quarter
            && offset == -1
            && self.published.is_none()
            && let Some(year) = self.spoken.filter(|p| p.frequency() == Frequency::Annual)
        {
            return Period::quarter(year.first_day().year(), 4);
        }
        let published = self.published?;
        match length {
            Length::Year => None,
            Length::Month => {
                let months = published.year() * 12 + published.month0() as i32 + offset;
                Period::month(months.div_euclid(12), months.rem_euclid(12).unsigned_abs() + 1)
            }
            Length::Quarter => {
                let quarters = published.year() * 4 + published.month0() as i32 / 3 + offset;
                Period::quarter(quarters.div_euclid(4), quarters.rem_euclid(4).unsigned_abs() + 1)
            }
            Length::Week => {
                let monday = published - chrono::Duration::days(i64::from(published.weekday().num_days_from_monday()));
                let start = monday.checked_add_signed(chrono::Duration::weeks(i64::from(offset)))?;
                Period::between(start, start.checked_add_days(Days::new(6))?)
            }
            Length::Day => published.checked_add_signed(chrono::Duration::days(i64::from(offset))).map(Period::day),
        }
    }
}

/// The year of Iran and Afghanistan, from the first day of spring.
const SOLAR_YEAR: FiscalYear = FiscalYear { month: 3, day: 21, named_by_start: false };

/// The years of Nepal, as its offices count them, from the middle of July.
const NEPALI_YEAR: FiscalYear = FiscalYear { month: 7, day: 16, named_by_start: true };

/// So many years the count of Nepal (Bikram Sambat) is ahead of the common one in the half of a year in which its fiscal year begins.
const BIKRAM: i32 = 57;

/// Most seasons begin with a harvest in the second half of a year.
const ANY_SEASON: FiscalYear = FiscalYear { month: 7, day: 1, named_by_start: false };

/// The calendar year in which the fiscal year that holds this day began.
pub(super) fn year_of(day: NaiveDate, fiscal: FiscalYear) -> i32 {
    day.year() - i32::from((day.month(), day.day()) < (fiscal.month, fiscal.day))
}

/// Where nothing says which fiscal year months of *2018-19* are in: most that are written so begin in April or July.
const ANY_FISCAL_YEAR: FiscalYear = FiscalYear { month: 4, day: 1, named_by_start: false };

/// A part of the fiscal year that begins in this calendar year: the first months count from its first day, months by
/// name are the calendar's.
pub(super) fn fiscal_part(part: Part, year: i32, fiscal: FiscalYear) -> Option<Period> {
    // A bracket tells either day of the two: *(started March 20)*.
    let solar = fiscal.month == SOLAR_YEAR.month && matches!(fiscal.day, 20 | 21);
    let begins = |year: i32| {
        // Spring begins a day sooner in a leap year.
        let early = solar && NaiveDate::from_ymd_opt(year, 2, 29).is_some();
        let day = if solar { SOLAR_YEAR.day } else { fiscal.day };
        NaiveDate::from_ymd_opt(year, fiscal.month, day - u32::from(early))
    };
    let start = begins(year)?;
    let after = |months: u32| match months {
        12 => begins(year + 1),
        // Its first six months have 31 days, the next ones 30.
        _ if solar => start.checked_add_days(Days::new(u64::from(30 * months + months.min(6)))),
        _ => start.checked_add_months(Months::new(months)),
    };
    let months = |from: u32, count: u32| Period::between(after(from)?, after(from + count)?.pred_opt()?);
    let year_of = |month: u32| if month >= fiscal.month { year } else { year + 1 };
    match part {
        Part::Year => months(0, 12),
        Part::Half(half) => months((half - 1) * 6, 6),
        Part::Quarter(quarter) => months((quarter - 1) * 3, 3),
        Part::Months(1, last) => months(0, last),
        Part::Months(first, last) => {
            let end = if last < first { year_of(first) + 1 } else { year_of(last) };
            Period::months(year_of(first), first, end, last)
        }
        Part::Day(month, day) => NaiveDate::from_ymd_opt(year_of(month), month, day).map(Period::day),
        Part::Days(month, day, month2, day2) => Period::between(
            NaiveDate::from_ymd_opt(year_of(month), month, day)?,
            NaiveDate::from_ymd_opt(year_of(month2), month2, day2)?,
        ),
    }
}

pub(super) fn in_year(part: Part, year: i32) -> Option<Period> {
    match part {
        Part::Year => Period::year(year),
        Part::Half(half) => Period::half(year, half),
        Part::Quarter(quarter) => Period::quarter(year, quarter),
        Part::Months(first, last) => Period::months(year, first, year, last),
        Part::Day(month, day) => NaiveDate::from_ymd_opt(year, month, day).map(Period::day),
        Part::Days(month, day, month2, day2) => {
            let next = if (month2, day2) < (month, day) { year + 1 } else { year };
            Period::between(NaiveDate::from_ymd_opt(year, month, day)?, NaiveDate::from_ymd_opt(next, month2, day2)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(published: &str, spoken: &str) -> Clock {
        Clock {
            published: NaiveDate::parse_from_str(published, "%Y-%m-%d").ok(),
            spoken: spoken.parse().ok(),
            ..Clock::default()
        }
    }

    fn read(clock: Clock, expression: Expression) -> String {
        clock.resolve(expression).map_or("unknown".into(), |p| p.to_string())
    }

    #[test]
    fn relative_wordings_follow_publication() {
        let may = clock("2023-05-17", "");
        assert_eq!(read(may, Expression::Relative(Length::Year, -1)), "2022");
        assert_eq!(read(may, Expression::Relative(Length::Month, -1)), "2023-04");
        assert_eq!(read(may, Expression::In(Part::Months(1, 3), YearRef::Publication(0))), "2023-Q1");
        assert_eq!(read(may, Expression::In(Part::Months(9, 9), YearRef::Open)), "2022-09");
        assert_eq!(read(may, Expression::Since(Part::Months(12, 12), YearRef::Absolute(2009))), "2009-12/2023-05");
        assert_eq!(read(clock("2023-01-10", ""), Expression::Relative(Length::Month, -1)), "2022-12");
    }

    #[test]
    fn parts_without_a_year_are_over_or_lie_ahead() {
        let november = clock("2012-11-28", "");
        let january = Expression::In(Part::Months(1, 1), YearRef::Open);
        assert_eq!(read(november, january), "2012-01");
        assert_eq!(read(Clock { ahead: true, ..november }, january), "2013-01");
        assert_eq!(read(clock("2023-03-01", ""), Expression::In(Part::Months(1, 8), YearRef::Open)), "2022-01/2022-08");
        assert_eq!(read(clock("2023-03-01", ""), Expression::In(Part::Months(3, 3), YearRef::Open)), "2023-03");
    }

    #[test]
    fn years_that_are_not_the_calendar_s() {
        let may = clock("2023-05-11", "");
        assert_eq!(read(may, Expression::YearTo(Part::Day(3, 31), YearRef::Open)), "2022-04/2023-03");
        assert_eq!(read(may, Expression::YearTo(Part::Day(3, 20), YearRef::Open)), "2022-03-21/2023-03-20");
        assert_eq!(read(may, Expression::SplitYear(1986)), "1986/1987");
        assert_eq!(read(may, Expression::In(Part::Year, YearRef::Fiscal(0))), "unknown");
    }

    #[test]
    fn what_cannot_be_known_stays_unknown() {
        let unknown = clock("", "");
        for expression in [
            Expression::Relative(Length::Year, -1),
            Expression::In(Part::Months(1, 3), YearRef::Open),
            Expression::Past(5, Length::Year),
            Expression::YearsEarlier(1),
            Expression::Since(Part::Year, YearRef::Absolute(2009)),
        ] {
            assert_eq!(read(unknown, expression), "unknown");
        }
    }

    #[test]
    fn the_text_s_own_periods_lead() {
        let march = clock("2023-05-26", "2023-03");
        assert_eq!(read(march, Expression::YearsEarlier(1)), "2022-03");
        assert_eq!(read(march, Expression::SamePeriodOf(2019)), "2019-03");
        assert_eq!(read(march, Expression::SamePeriod), "2023-03");
    }
}
