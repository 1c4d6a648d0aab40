//! What a time found beside a figure says of it.

use chrono::Datelike;

use super::super::bearing::{counts_since_january, fiscal_year_told, year_before_and};
use super::super::rule::Filled;
use super::super::season::{days_in_bracket, year_of_days};
use super::super::view::View;
use super::super::wording::{as_of, periods, since_its_beginning, told_by_end_of, until_day};
use super::search::{Found, Search, Time};
use super::{edges, loading, month_ahead};
use crate::lexicon::Class;
use crate::lexicon::words::{is_prior, is_traded, leads_stretch};
use crate::mention::{Expression, Length, Mention, Part, YearRef};
use crate::model::{Indicator, Kind, Measure, Period};
use crate::resolve::Clock;

/// Readings other than the plain one, the first that holds.
const READINGS: [fn(&Search<'_, '_, '_>, &Time<'_>) -> Found; 26] = [
    before_the_next,
    last_named,
    cumulated,
    last_of_year,
    reached_between,
    crop_year,
    since_reached,
    ended,
    month_before,
    year_before_unknown,
    year_of_accounts,
    season_to_day,
    whole_year_before,
    before_time_named,
    before_time_told,
    fiscal_year,
    two_years,
    two_months,
    bracket_of_days,
    days_of_year,
    edges::edge,
    since_january_as_of,
    counted_as_of,
    loading::shipment,
    up_to_month,
    month_ahead::month_ahead,
];

impl Search<'_, '_, '_> {
    /// The period that a time says, under the name of the rule that found it or of the reading that it takes.
    pub fn answer(&self, time: &Time<'_>, rule: &'static str) -> Filled<Option<Period>> {
        let found = READINGS.iter().find_map(|reading| reading(self, time));
        found.unwrap_or_else(|| Filled::new(self.resolve(time.1), rule, Some(time.0.span)))
    }
}

/// *300,000 tonnes for the current season and 125,000 for the 1987/88 season*: the one before the one that it is told beside.
fn before_the_next(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let runs = matches!(expression, Expression::Season(0) | Expression::Relative(Length::Year, 0));
    if !runs || !found.tokens.clone().any(|at| view.norm(at) == "current") {
        return None;
    }
    let beside = |m: &Mention| {
        m.tokens.start >= found.tokens.end && (found.tokens.end..m.tokens.start).any(|at| view.norm(at) == "and")
    };
    let next = periods(view).find_map(|(m, e, _)| match e {
        Expression::SplitYear(year) if beside(m) => Some(year),
        _ => None,
    });
    let published = search.asked.clock.published?.year();
    let year = next.filter(|year| *year >= published)?.checked_sub(1)?;
    Some(Filled::new(search.resolve(Expression::SplitYear(year)), "before_the_next", Some(found.span)))
}

/// *The cumulative deficit in July was 1.85 billion, after 1.33 billion in June*: from the beginning of the year to that month.
fn cumulated(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let Expression::In(Part::Months(first, last @ 2..), _) = *expression else { return None };
    let word = (view.range.start..search.mention.tokens.start.min(found.tokens.start))
        .rev()
        .find(|at| matches!(view.norm(*at), "cumulative" | "accumulated"))?;
    let parted = |at: usize| matches!(view.norm(at), "while" | "whereas" | "but" | ";");
    if first != last || (word..search.mention.tokens.start).any(parted) {
        return None;
    }
    let period = search.resolve(*expression)?;
    let first = Period::year(period.first_day().year())?.first_day();
    Some(Filled::new(Period::between(first, period.last_day()), "cumulative", Some(view.tokens[word].span)))
}

/// *grew 4.8 percent in the first three quarters of 2008 and fell 1.3 percent in the last quarter*: the one that its year ends
/// with.
fn last_of_year(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let told = search.asked.before.filter(|_| search.asked.same_sentence)?.period?;
    let quarters = told.whole_months() == Some(9) && told.first_day().ordinal() == 1;
    let last = *expression == Expression::Relative(Length::Quarter, -1) && quarters;
    let year = told.last_day().year();
    last.then(|| Filled::new(Period::quarter(year, 4), "last_of_year", Some(found.span)))
}

/// *ticked up 1.7 percent between August and September to $43.5 billion*: the level that a change led to is of the month it ended with.
fn reached_between(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let Expression::In(Part::Months(first, last), year) = *expression else { return None };
    let between = edges::is_between(view, found.tokens.start);
    let start = view.quantity(search.asked.index).map_or(search.mention.tokens.start, |q| view.start_with_hedge(q));
    let led = view.norm_before(start, 1) == "to" && start == found.tokens.end + 1;
    let grown = view.figures().any(|q| q.tokens.end <= found.tokens.start && q.quantity.unit.is_ratio());
    let end = Expression::In(Part::Months(last, last), year);
    (between && led && grown && last == first + 1)
        .then(|| Filled::new(search.resolve(end), "reached_between", Some(found.span)))
}

/// *2025-26 U.S. wheat exports of 900 million bushels*: American crops are counted in a market's year, whatever the state's is.
fn crop_year(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let Expression::In(Part::Year, YearRef::FiscalFrom(year)) = *expression else { return None };
    let clock = &search.asked.clock;
    let unit = search.asked.quantity.quantity.unit;
    let grown = |measure: Measure| matches!(measure, Measure::Bushel | Measure::Tonne);
    let american = clock.split.is_none() && clock.fiscal.is_some_and(|f| (f.month, f.day) == (10, 1));
    let fiscal = || {
        let mut words = found.tokens.clone();
        words.any(|at| matches!(search.asked.view.norm(at), "fiscal" | "financial" | "fy"))
    };
    (american && (grown(unit.measure) || unit.per.is_some_and(grown)) && !fiscal())
        .then(|| Filled::new(search.resolve(Expression::SplitYear(year)), "crop_year", Some(found.span)))
}

/// *during the nine months ended December*, *in the year started March 1*: its verb says that it is over, or runs, whatever
/// the figure is expected to be.
fn ended(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let over = found.tokens.clone().any(|at| matches!(view.norm(at), "ended" | "started" | "began"));
    // *output in February was below the ceiling of 15.8 million*
    let told = || {
        matches!(view.norm(found.tokens.end), "was" | "were")
            && view.norm_before(found.tokens.start, 1) == "in"
            && matches!(expression, Expression::In(_, YearRef::Open))
    };
    if !search.aimed() || !over && !told() {
        return None;
    }
    let clock = Clock { spoken: search.spoken(), ahead: false, ..search.asked.clock };
    Some(Filled::new(clock.resolve(*expression), "stretch_ended", Some(found.span)))
}

/// *an expected 1.324 million this month, 1.323 million in February and 1.395 million in January*: a list that goes back month
/// by month.
fn month_before(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let asked = search.asked;
    let Expression::In(Part::Months(month, last), YearRef::Open) = *expression else { return None };
    let before = asked.before.filter(|_| asked.same_sentence && search.aimed())?.stated?;
    let previous = before.previous().filter(|p| p.whole_months() == Some(1))?;
    let named = month == last && chrono::Datelike::month(&previous.first_day()) == month;
    named.then(|| Filled::new(Some(previous), "month_before", Some(found.span)))
}

/// *in the December quarter of 2022, and a year later*: from the time named last.
fn before_time_named(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let Expression::YearsEarlier(years) = *expression else { return None };
    let named = years < 0
        || view.norm(found.tokens.end) == "that"
        || search.asked.before.is_none() && search.asked.clock.spoken.is_none();
    let (last, e, _) = periods(view).filter(|(m, ..)| m.tokens.end <= found.tokens.start).last().filter(|_| named)?;
    let period = search.resolve(e).filter(|_| last.tokens != found.tokens)?;
    Some(Filled::new(period.shift_years(-years), "from_time_named", Some(found.span)))
}

/// *30 million so far this season, against 31 million a year earlier*: a year before a time that cannot be told.
fn year_before_unknown(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let asked = search.asked;
    let unknown = asked.same_sentence && asked.before.is_some_and(|f| f.dated && f.period.is_none());
    (unknown && search.compared.is_some() && matches!(expression, Expression::YearsEarlier(1)))
        .then(|| Filled::new(None, "year_before_unknown", Some(found.span)))
}

/// *6.4 billion in the year to June, and 7.5 billion is the target for the current year*: the year that the text counts in.
fn year_of_accounts(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let current = found.tokens.clone().any(|at| matches!(view.norm(at), "current" | "present"));
    if *expression != Expression::Relative(Length::Year, 0) || !current {
        return None;
    }
    let accounts = search.asked.clock.accounts?;
    let running = Expression::In(Part::Year, YearRef::Fiscal(0));
    let clock = Clock { fiscal: Some(accounts), split: None, ..search.asked.clock };
    Some(Filled::new(clock.resolve(running), "year_of_accounts", Some(found.span)))
}

/// *against 17.44 million tonnes in 2011-12 and 18.5 million tonnes the year before*: before the time told right before.
fn before_time_told(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let Expression::YearsEarlier(years @ 1..) = *expression else { return None };
    let start = search.mention.tokens.start;
    if view.norm_before(start, 1) != "and" {
        return None;
    }
    let previous = view.quantities.iter().map(|q| &view.mentions[*q].tokens).rfind(|t| t.end <= start)?;
    let (_, named, _) = periods(view).find(|(m, ..)| previous.end <= m.tokens.start && m.tokens.end < start)?;
    let year = matches!(
        named,
        Expression::In(Part::Year, YearRef::Absolute(_) | YearRef::FiscalFrom(_)) | Expression::SplitYear(_)
    );
    let period = search.resolve(named).filter(|_| year)?;
    Some(Filled::new(period.shift_years(-years), "from_time_named", Some(found.span)))
}

fn fiscal_year(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let told = fiscal_year_told(search.asked, found, *expression)?;
    Some(Filled::new(Some(told), "fiscal_year_told", Some(found.span)))
}

/// *the price stays unchanged in 2024 and 2025*.
fn two_years(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let (first, last, span) = year_before_and(search.asked, found, *expression)?;
    let both = search.resolve(first).zip(search.resolve(last));
    let both = both.and_then(|(first, last)| Period::between(first.first_day(), last.last_day()));
    Some(Filled::new(both, "two_years", Some(span)))
}

/// *exported 1.9 billion in January and February*: both months, where no second amount is there for the other.
fn two_months(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let Expression::In(Part::Months(month, end), own) = *expression else { return None };
    let found: &Mention = found;
    let of_two = |a: &Mention, b: &Mention| view.norm(a.tokens.end) == "and" && a.tokens.end + 1 == b.tokens.start;
    let (other, e, _) = periods(view).find(|(m, ..)| of_two(found, m) || of_two(m, found))?;
    let Expression::In(Part::Months(other_month, other_end), year) = e else { return None };
    let (first, last) = if found.tokens.start < other.tokens.start { (found, other) } else { (other, found) };
    let (begin, close) = if first == found { (month, other_month) } else { (other_month, month) };
    // *in January and February*, *in the two months of January and February*
    let preposed = matches!(view.norm_before(first.tokens.start, 1), "in" | "for" | "during")
        || view.norm_before(first.tokens.start, 1) == "of" && view.norm_before(first.tokens.start, 2) == "months";
    let attributive = view.heads.iter().any(|h| h.at == last.tokens.end);
    let amounts = |q: &&usize| view.quantity(**q).is_some_and(|q| !q.quantity.unit.is_ratio());
    let alone = view.quantities.iter().filter(amounts).count() <= 1;
    if month != end || other_month != other_end || close != begin + 1 || !preposed || attributive || !alone {
        return None;
    }
    let year = if last == found { own } else { year };
    let both = Expression::In(Part::Months(begin, close), year);
    Some(Filled::new(search.resolve(both), "two_months", Some(first.span.join(last.span))))
}

/// *the first seven months of the Iranian year (March 20-October 21)*.
fn bracket_of_days(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    if !matches!(expression, Expression::In(_, YearRef::Fiscal(_)) | Expression::SplitYear(_)) {
        return None;
    }
    let (days, span) = days_in_bracket(search.asked.view, found)?;
    Some(Filled::new(search.resolve(days), "days_in_bracket", Some(span)))
}

/// *the last fiscal year, which ended on July 16*, *the fiscal year from April 1*.
fn days_of_year(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let (days, span) = year_of_days(search.asked.view, found, *expression)?;
    // *this FY, which started on 1 October* has begun, whatever is aimed at in it.
    let begun = (found.tokens.end..found.tokens.end + 5)
        .any(|at| matches!(search.asked.view.norm(at), "started" | "began" | "opened" | "ended" | "closed"));
    let clock = Clock { ahead: search.aimed() && !begun, ..search.asked.clock };
    // *Zambia's 1987 financial year ended March 31*: named by its end, where its country has no year of its own.
    let days = match (*expression, days, clock.fiscal) {
        (Expression::In(_, YearRef::FiscalNamed(year)), Expression::YearTo(part, YearRef::Open), None)
            if year > 1500 =>
        {
            Expression::YearTo(part, YearRef::Absolute(year))
        }
        _ => days,
    };
    Some(Filled::new(clock.resolve(days), "days_of_year", Some(span)))
}

/// *As of December 1 ... since the beginning of the year*: until the day before.
fn since_january_as_of(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let Expression::Since(Part::Months(1, 1), YearRef::Publication(_)) = *expression else { return None };
    let day = as_of(search.asked.view).and_then(|day| search.asked.clock.resolve(day))?;
    Some(Filled::new(until_day(day), "as_of", Some(found.span)))
}

/// *As of September 1 it exported garments worth 336 million*: since the beginning of the year.
fn counted_as_of(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    if !counts_since_january(search.asked, found, *expression) {
        return None;
    }
    let clock = &search.asked.clock;
    // *a target for the fiscal year 2019-2020, which started in October ... as of January 10*
    let season = |day: Period| clock.split.and(clock.season).filter(|season| season.contains(&day)).or(clock.spoken);
    // *since the beginning of this year's harvest, on October 1, had reached 4 million bags by May 31*
    let since = periods(search.asked.view).find_map(|(_, e, _)| match e {
        Expression::Since(part, year) => search.resolve(Expression::In(part, year)).map(|p| p.first_day()),
        _ => None,
    });
    let counted = |day: Period| match since.filter(|first| *first < day.first_day()) {
        Some(first) => Period::between(first, day.last_day()),
        None => since_its_beginning(season(day), day),
    };
    Some(Filled::new(search.resolve(*expression).and_then(counted), "as_of", Some(found.span)))
}

/// *exports in the 2024/25 July-June season stood at 30.7 million tons as of March 10*: from its first day to that day; of the
/// season as it is named where nobody says when it begins.
fn season_to_day(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let season = |e: Expression| {
        matches!(
            e,
            Expression::SplitYear(_)
                | Expression::Season(_)
                | Expression::YearFrom(..)
                | Expression::Span(..)
                | Expression::Since(_, YearRef::Absolute(_) | YearRef::FiscalFrom(_) | YearRef::Season(_))
                | Expression::In(Part::Year, YearRef::Fiscal(_) | YearRef::FiscalFrom(_) | YearRef::FiscalNamed(_))
        )
    };
    let (whole, day) = if season(*expression) {
        (*expression, as_of(view)?)
    } else {
        let by = view.norm_before(found.tokens.start, 1) == "by" || at_end_of(view, found);
        let (_, whole, _) =
            periods(view).find(|(m, e, compared)| season(*e) && !compared && m.tokens != found.tokens)?;
        (whole, Some(*expression).filter(|e| by || counts_since_january(asked, found, *e))?)
    };
    // *at the end of February*: with all of its days.
    let month = matches!(day, Expression::In(Part::Months(first, last), _) if first == last) && at_end_of(view, found);
    if !(month || matches!(day, Expression::In(Part::Day(..), _))) || search.aimed() || search.stands() {
        return None;
    }
    let whole = match whole {
        Expression::Since(part, year) => {
            let first = search.resolve(Expression::In(part, year)).filter(|_| search.resolve(whole).is_some());
            first.and_then(|p| Period::between(p.first_day(), p.shift_years(1)?.first_day().pred_opt()?))
        }
        _ => search.resolve(whole),
    };
    let last = search.resolve(day);
    let last = if month { last } else { last.and_then(until_day) }.map(|p| p.last_day());
    let so_far = whole.zip(last).filter(|(whole, last)| {
        whole.whole_months() == Some(12) && whole.first_day() < *last && *last <= whole.last_day()
    });
    let period = so_far.and_then(|(whole, last)| Period::between(whole.first_day(), last)).or(whole);
    Some(Filled::new(period, "season_to_day", Some(found.span)))
}

/// *Exports in the first half were $2.1 billion. The previous year, trade was nearly $5 billion*: all of that year, where it opens a sentence.
pub fn whole_year_before(search: &Search<'_, '_, '_>, (found, expression, compared): &Time<'_>) -> Found {
    let view = search.asked.view;
    let start = found.tokens.start;
    let opens =
        start == view.range.start || start == view.range.start + 1 && leads_stretch(view.norm(view.range.start));
    // *During the year before, it drew 7.6 billion*, but not *In the same period of the previous year*
    let before = is_prior(view.norm_before(found.tokens.end, 2))
        || view.norm_before(found.tokens.end, 1) == "before" && leads_stretch(view.norm(view.range.start));
    let plain = *expression == Expression::YearsEarlier(1) && before && found.tokens.len() <= 3;
    let set_off = view.norm(found.tokens.end) == "," && opens && plain && !compared;
    if !set_off || search.asked.kind != Kind::Level || search.asked.same_sentence {
        return None;
    }
    let told = search.spoken().filter(|p| p.days() < 360 && p.first_day().year() == p.last_day().year())?;
    // *Since March 21, when the year started ... During the year before*: of years from spring to spring.
    let first = told.first_day();
    let spring = (first.month(), first.day()) == (3, 21) || (first.month(), first.day()) == (3, 20);
    let whole = if spring {
        first.pred_opt().and_then(|last| Period::between(told.shift_years(-1)?.first_day(), last))
    } else {
        Period::year(first.year() - 1)
    };
    Some(Filled::new(whole, "whole_year_before", Some(found.span)))
}

/// *by the end of February*, *at the end of February*
fn at_end_of(view: &View<'_>, found: &Mention) -> bool {
    let back = |n: usize| view.norm_before(found.tokens.start, n);
    told_by_end_of(view, found)
        || back(1) == "of" && back(2) == "end" && back(3 + usize::from(back(3) == "the")) == "at"
}

/// *up to July this year, 6.8 billion*, *rose to 284.6 million barrels by the end of November*, *had reached 11 billion by the end of
/// the third quarter*: from January on.
pub fn up_to_month(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let Expression::In(part, year) = *expression else { return None };
    let (first, last) = match part {
        Part::Months(first, last) => (first, last),
        // A quarter is told by its end alone.
        Part::Quarter(quarter) if told_by_end_of(view, found) => (quarter * 3, quarter * 3),
        _ => return None,
    };
    if first != last || search.aimed() {
        return None;
    }
    let start = found.tokens.start;
    let up_to = view.norm_before(start, 1) == "to" && view.norm_before(start, 2) == "up";
    let counted = matches!(
        asked.indicator,
        Indicator::Exports
            | Indicator::Imports
            | Indicator::Turnover
            | Indicator::Balance
            | Indicator::Transit
            | Indicator::Production
    ) && !asked.quantity.quantity.unit.is_rate();
    // *Through September they totalled 6.1 million tonnes*, *Exports through August were 7.4 billion*
    let before = start.wrapping_sub(2);
    let opens = start == view.range.start + 1 || matches!(view.norm(before), "," | "and" | "but");
    let flow = || is_traded(view.norm(before)) || matches!(view.norm(before), "output" | "production" | "year");
    // *Exports to Japan through June were 3.1 billion*
    let to_whom = || {
        view.actors.iter().any(|a| a.end + 1 == start)
            && view.heads.iter().any(|h| h.at < start && h.class == Class::Noun)
    };
    // *fell 1.5 percent through November*, *fell 1.5 percent from a year earlier through November*
    let behind = || {
        let end = asked.quantity.tokens.end;
        let compared = |m: &Mention| m.tokens.end == before + 1 && m.tokens.start >= end && m.tokens.start <= end + 2;
        end == before + 1 || end <= before && periods(view).any(|(m, ..)| compared(m))
    };
    let through = view.norm_before(start, 1) == "through" && counted && (opens || flow() || to_whom() || behind());
    let rule = if up_to && !search.stands() || through {
        "up_to_month"
    } else if counted && told_by_end_of(view, found) {
        "by_end_of_month"
    } else {
        return None;
    };
    Some(Filled::new(search.resolve(Expression::In(Part::Months(1, last), year)), rule, Some(found.span)))
}

/// *has grown since reaching **$125 billion** in 1995*: when that was reached.
fn since_reached(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let view = search.asked.view;
    let Expression::Since(part, year) = *expression else { return None };
    let figure = &search.mention.tokens;
    let verb = (view.range.start..figure.start).rev().take(6).find(|at| view.norm_before(*at, 1) == "since")?;
    let reached = matches!(
        view.norm(verb),
        "reaching"
            | "hitting"
            | "topping"
            | "touching"
            | "crossing"
            | "passing"
            | "surpassing"
            | "exceeding"
            | "totaling"
    );
    let told = matches!(view.norm(figure.end), "in" | "on") && figure.end + 1 == found.tokens.start;
    (reached && told)
        .then(|| Filled::new(search.resolve(Expression::In(part, year)), "since_reached", Some(found.span)))
}

/// *the price of 18 dollars set last December*: the month that is over, whatever lies ahead.
fn last_named(search: &Search<'_, '_, '_>, time: &Time<'_>) -> Found {
    let month = matches!(time.1, Expression::In(Part::Months(first, last), YearRef::Open) if first == last);
    let last = month && search.asked.view.norm_before(time.0.tokens.start, 1) == "last";
    let over = Clock { ahead: false, ..search.asked.clock }.resolve(time.1).filter(|_| last && search.aimed())?;
    Some(Filled::new(Some(over), "last_named", Some(time.0.span)))
}
