//! Stretches without two ends of their own: since a time, so far, the rest of a year, the last so many months, those before.
//!
//! | wording | published | spoken of | period |
//! | --- | --- | --- | --- |
//! | *since January* | 2023-09-25 | | 2023-01/2023-09 |
//! | *over the past five years* | 2023-09-25 | | 2018/2023 |
//! | *the eight months* | 2023-09-25 | | 2023-01/2023-08 |
//! | *the rest of the year* | 2023-09-25 | | 2023-Q4 |

use chrono::{Datelike, Days, Months};

use super::period::{Clock, fiscal_part, in_year, year_of};
use crate::mention::{Length, Part, YearRef};
use crate::model::Period;

/// A month of which so many days are gone is over as good as.
const OVER: u32 = 25;

impl Clock {
    /// The period spoken of, where it is twelve months.
    pub(super) fn twelve_months(&self) -> Option<Period> {
        self.spoken.filter(|p| p.whole_months() == Some(12) || (364..=366).contains(&p.days()))
    }

    /// The stretch of so many months that was spoken of last; untold, that which ended last before publication: a half or
    /// quarter of the year, else so many months from January.
    pub(super) fn told_months(&self, count: u32) -> Option<Period> {
        // Months that are not the calendar's have some days more or less.
        let days = 28 * i64::from(count)..=31 * i64::from(count) + 1;
        let long = |p: &Period| p.whole_months().map_or(days.contains(&p.days()), |months| months == count);
        // What still ran at publication was told since its beginning: *since March* is no half-year.
        let over = |p: &Period| count == 1 || self.published.is_none_or(|day| p.last_day() <= day);
        let earlier = self.told.into_iter().flatten();
        if let Some(told) = [self.spoken, self.main].into_iter().flatten().chain(earlier).find(|p| long(p) && over(p)) {
            return Some(told);
        }
        // *in the month*, of a text that told no month: that which its stretch ends with.
        if count == 1 {
            let last = self.spoken?.last_day();
            return Period::month(last.year(), last.month());
        }
        let published = self.published?;
        let over = |part: Part| self.latest(part).filter(|p| p.first_day() <= published);
        match count {
            3 => (1..=4).filter_map(|n| over(Part::Quarter(n))).max_by_key(Period::last_day),
            6 => (1..=2).filter_map(|n| over(Part::Half(n))).max_by_key(Period::last_day),
            _ => over(Part::Months(1, count)),
        }
    }

    /// The stretch right before the one spoken of, where that is as long; else before publication.
    pub(super) fn preceding(&self, count: u32, length: Length) -> Option<Period> {
        let long = |p: &Period| match length {
            Length::Month => p.whole_months() == Some(count),
            Length::Quarter => p.whole_months() == Some(count.saturating_mul(3)),
            Length::Week => p.days() == 7 * i64::from(count),
            Length::Day => p.days() == i64::from(count),
            Length::Year => p.whole_months() == Some(count.saturating_mul(12)),
        };
        match self.spoken.filter(long) {
            Some(spoken) => spoken.previous(),
            // *on 17 February, from 10.7 billion a week earlier*: the day that was a week before.
            None if (count, length) == (1, Length::Week) && self.spoken.is_some_and(|p| p.days() == 1) => {
                Some(Period::day(self.spoken?.first_day().checked_sub_days(Days::new(7))?))
            }
            // *the previous four-week average*, of a week
            None if length == Length::Week && self.spoken.is_some_and(|p| p.days() == 7) => {
                let first = self.spoken?.first_day();
                Period::between(first.checked_sub_days(Days::new(7 * u64::from(count)))?, first.pred_opt()?)
            }
            // *the week before*, of four weeks
            None if (count, length) == (1, Length::Week)
                && self.spoken.is_some_and(|p| matches!(p.days(), 14 | 21 | 28)) =>
            {
                let last = self.spoken?.last_day().checked_sub_days(Days::new(7))?;
                Period::between(last.checked_sub_days(Days::new(6))?, last)
            }
            None if count == 1 => self.relative(length, -1),
            None => self.past(count, length),
        }
    }

    pub(super) fn since(&self, part: Part, year: YearRef) -> Option<Period> {
        // The start of a year that nobody says the start of.
        if (part, self.split.or(self.fiscal)) == (Part::Months(1, 1), None) && matches!(year, YearRef::FiscalFrom(_)) {
            return None;
        }
        let start = self.part(part, year)?.first_day();
        if let Some(spoken) = self.spoken
            && spoken.first_day() == start
            && spoken.whole_months().is_some_and(|months| (2..12).contains(&months))
        {
            return Some(spoken);
        }
        let published = self.published?;
        let end = Period::month(published.year(), published.month())?.last_day();
        let day = matches!(part, Part::Day(..));
        Period::between(start, if day { published } else { end })
    }

    /// From the first day of a year to the end of the month that the text speaks of, where that is of this year and not long
    /// past; else to the month of publication.
    pub(super) fn so_far(&self, year: YearRef) -> Option<Period> {
        let published = self.published;
        let recent = |p: &Period| published.is_none_or(|day| (0..=150).contains(&(day - p.last_day()).num_days()));
        let told = self.spoken.filter(recent).map(|p| p.last_day());
        let year = match year {
            YearRef::Absolute(year) => year,
            YearRef::Publication(_) => self.year()?,
            _ => told.or(published)?.year(),
        };
        let last = told.filter(|day| day.year() == year).or(published.filter(|day| day.year() == year));
        let Some(last) = last else { return Period::year(year) };
        Period::months(year, 1, year, last.month())
    }

    /// The months from publication to the end of its year; of another year, or of an unknown day, all of it.
    pub(super) fn rest_of(&self, year: YearRef) -> Option<Period> {
        let year = match year {
            YearRef::Absolute(year) => year,
            _ => self.year()?,
        };
        let Some(published) = self.published.filter(|day| day.year() == year) else { return Period::year(year) };
        let first = (published.month() + u32::from(published.day() >= OVER)).min(12);
        Period::months(year, first, year, 12)
    }

    /// *In the third quarter of fiscal 2010/11 ... over nine months*: so many months of the year that the quarter spoken of is in, where
    /// they end with it and those of the calendar do not.
    pub(super) fn of_accounts(&self, part: Part) -> Option<Period> {
        let Part::Months(1, 4..) = part else { return None };
        let spoken = self.spoken.filter(|p| (59..200).contains(&p.days()))?;
        let counted = self.split.or(self.accounts).or(self.fiscal)?;
        let found = fiscal_part(part, year_of(spoken.first_day(), counted), counted)?;
        let calendar = in_year(part, spoken.last_day().year())?;
        (found.last_day() == spoken.last_day() && calendar.last_day() != spoken.last_day()).then_some(found)
    }

    pub(super) fn past(&self, count: u32, length: Length) -> Option<Period> {
        let published = self.published?;
        match length {
            // *Over the past year*, told in January: the year that is over.
            Length::Year if count == 1 && published.month() <= 2 => Period::year(published.year() - 1),
            Length::Year if count == 1 => self.past(12, Length::Month),
            Length::Year => {
                let years = i32::try_from(count).ok()?;
                let first = Period::year(published.year().checked_sub(years)?)?;
                Period::between(first.first_day(), Period::year(published.year())?.last_day())
            }
            Length::Month | Length::Quarter => {
                let months = if length == Length::Quarter { count.checked_mul(3)? } else { count };
                // *over the last twelve months*, told of October in December, are those to October.
                let told = self.spoken.filter(|p| p.whole_months() == Some(1)).map(|p| p.last_day());
                let told = told.filter(|last| (1..75).contains(&(published - *last).num_days()));
                // *in the past 11 months*, told on November 29: those of the year, as far as it has run.
                let of_year = months > 4 && months == published.month() && published.day() >= OVER;
                let last = if of_year {
                    Period::month(published.year(), months)?.last_day()
                } else {
                    published.with_day(1)?.pred_opt()?
                };
                let last = told.unwrap_or(last);
                let first = last.succ_opt()?.checked_sub_months(Months::new(months))?;
                Period::between(first, last)
            }
            Length::Week => Period::between(published.checked_sub_days(Days::new(u64::from(count) * 7))?, published),
            Length::Day => Period::between(published.checked_sub_days(Days::new(u64::from(count)))?, published),
        }
    }

    /// The fiscal year before the one spoken of, where the text is of one; untold, the last one that is over.
    pub(super) fn fiscal_before(&self) -> Option<Period> {
        let counted = if self.solar { None } else { self.split.or(self.fiscal) };
        let Some(spoken) = self.spoken else {
            let (counted, published) = (counted?, self.published?);
            return fiscal_part(Part::Year, year_of(published, counted) - 1, counted);
        };
        // What has run since the year began is set beside all of the one before.
        let running = counted.filter(|counted| {
            let begins = year_of(spoken.first_day(), *counted) == spoken.first_day().year()
                && (spoken.first_day().month(), spoken.first_day().day()) == (counted.month, counted.day);
            begins && self.published.is_some_and(|day| spoken.last_day() >= day)
        });
        match running {
            Some(counted) => fiscal_part(Part::Year, year_of(spoken.first_day(), counted) - 1, counted),
            None => spoken.shift_years(-1),
        }
    }

    /// *this summer*, *last autumn*: the last one that has begun, or the one to come where what is told lies ahead.
    pub(super) fn time_of_year(&self, first: u32, last: u32, offset: i32) -> Option<Period> {
        let published = self.published?;
        let years = published.year() - 2..=published.year() + 1;
        let mut told = years.filter_map(|year| in_year(Part::Months(first, last), year));
        if self.ahead || offset > 0 {
            return told.find(|p| p.last_day() >= published && (offset == 0 || p.first_day() > published));
        }
        // *last summer* is over, *this summer* has begun.
        told.rfind(|p| if offset < 0 { p.last_day() < published } else { p.first_day() <= published })
    }

    /// *the same days of October*, of days of November: those of the month of that name before them.
    pub(super) fn same_days_of(&self, month: u32) -> Option<Period> {
        let spoken = self.spoken?;
        if spoken.whole_months().is_some() {
            return None;
        }
        let back = (spoken.last_day().month() + 12 - month) % 12;
        let months = Months::new(if back == 0 { 12 } else { back });
        let day = |day: chrono::NaiveDate| day.checked_sub_months(months);
        Period::between(day(spoken.first_day())?, day(spoken.last_day())?)
    }

    /// *since then*: from the time named last until publication.
    pub fn since_named(&self, named: Period) -> Option<Period> {
        let published = self.published?;
        let days = named.whole_months().is_none();
        let last = if days { published } else { Period::month(published.year(), published.month())?.last_day() };
        (named.first_day() <= published).then(|| Period::between(named.first_day(), last))?
    }
}
