//! Which period a figure is about, and for a change the period compared with.
//!
//! | sentence | period | base | rule |
//! | --- | --- | --- | --- |
//! | *In 2022 trade reached **$11 billion*** | 2022 | | `own_period` |
//! | ***31 bln** in 2024* | 2024 | | `own_period` |
//! | *versus **6 billion yen** a year earlier* | a year before the statement's | | `compared_level` |
//! | *up **14 percent** year on year* | the statement's | a year before | `year_on_year` |

mod aimed;
mod beside;
mod compared;
mod day;
mod edges;
mod foreseen;
mod grown;
mod inherited;
mod led;
mod loading;
mod month_ahead;
mod older;
mod placed;
mod reading;
mod search;
mod told;

pub use compared::year_before_counted;

use chrono::Datelike;

use super::alike;
use super::base::{base, since};
use super::bearing::{foretold, lies_ahead};
use super::frame::Frame;
use super::indicator::Governor;
use super::measured::{FORESEEN, compared_before, compared_behind, foreseen};
use super::rule::Filled;
use super::view::View;
use super::wording::periods;
use crate::lexicon::words::{is_extreme, is_form_of_be, leads_stretch, points_back};
use crate::lexicon::{Class, Marks};
use crate::mention::{Expression, Length, Mention, Part, QuantityMention, YearRef};
use crate::model::{Frequency, Indicator, Kind, Measure, Period, Span, Status};
use crate::resolve::Clock;
use crate::token::Shape;

/// What the search for a period may ask.
pub struct Asked<'v, 'a> {
    /// The sentence.
    pub view: &'v View<'a>,
    /// The quantity among its mentions.
    pub index: usize,
    /// The quantity.
    pub quantity: &'v QuantityMention,
    /// Level, change or share.
    pub kind: Kind,
    /// What it counts.
    pub indicator: Indicator,
    /// Whether it happened.
    pub status: Status,
    /// What governs it.
    pub governor: Governor,
    /// The statement before it.
    pub before: Option<&'v Frame>,
    /// Whether that statement stands in the same sentence.
    pub same_sentence: bool,
    /// Publication, and the period that the text speaks of.
    pub clock: Clock,
}

/// A period slot and a base slot.
#[derive(Debug, Clone, Default)]
pub struct Times {
    /// The reference period.
    pub period: Option<Filled<Option<Period>>>,
    /// The period compared with.
    pub base: Option<Filled<Period>>,
    /// Whether the figure is told only for another to be compared with.
    pub aside: bool,
}

/// Finds both.
pub fn times(asked: &Asked<'_, '_>) -> Times {
    let told = compared_before(asked);
    // *up from September's 9.9% gain*: a growth of another month, told for comparison.
    if let Some((period, span)) = compared::growth_of_month(asked) {
        let period = Some(Filled::new(Some(period), "growth_of_month", Some(span)));
        return Times { period, base: None, aside: true };
    }
    let mut main = foreseen::as_before(asked, search::main_period(asked, told));
    // What is aimed at or expected lies ahead: a time before publication belongs to the saying of it.
    if asked.status != Status::Actual
        && let (Some(period), Some(published)) = (main.value, asked.clock.published)
        && (period.last_day() < published || period.days() <= 7 && period.first_day() <= published)
        && main.span.is_some()
        && told.is_none()
        && !matches!(main.rule, "when_clause" | "stretch_ended" | "month_before")
        // *a drawdown is expected for the week ending March 20*
        && !matches!(view_period(asked, main.span), Some(Expression::StretchTo(1, ..)))
        && !foretold(asked)
        && !search::held_against(asked)
        && !done_behind(asked)
        && !year_beside(asked, main.span)
        && !agreed_for(asked, main.span)
        && !alike::is_missed_aim(asked.view, asked.quantity)
        // *will send 40 mcm on Wednesday*, told on that day
        && !(main.rule == "day_of_the_week" && period.last_day() >= published)
    {
        main = Filled::new(None, "time_of_saying", main.span);
    }
    // *aims for 50 GW by 2030. Wind made 85 TWh*: what has been is of no far time that was told before; of the text's own.
    if asked.status == Status::Actual
        && main.span.is_none()
        && asked.indicator != Indicator::Price
        && is_far_ahead(asked, main.value)
    {
        let own = [asked.clock.spoken, asked.clock.main].into_iter().flatten().find(|p| !is_far_ahead(asked, Some(*p)));
        main = Filled::new(own, "time_of_the_text", None);
    }
    let main = aimed::by_the_end_of_december(asked, main);
    let main = aimed::aimed_by(asked, main);
    let main = aimed::to_the_day(asked, main);
    let main = grown::to_now(asked, main);
    let clock = Clock { spoken: main.value.or(asked.clock.spoken), ..asked.clock };
    let earlier = view_period(asked, main.span).is_some_and(|e| {
        matches!(
            e,
            Expression::YearsEarlier(_)
                | Expression::MonthsEarlier(_)
                | Expression::Preceding(..)
                | Expression::SamePeriodOf(_)
                | Expression::SamePeriodOfSeason(_)
                | Expression::SamePeriodOfFiscal(_)
                | Expression::FiscalBefore
                | Expression::SameDaysOf(_)
        )
    });
    let beaten = beaten_record(asked) || asked.view.given(FORESEEN, || foreseen(asked.view, asked.index)).is_some();
    let looks_back =
        matches!(main.rule, "compared_period_before" | "as_told_before" | "as_compared_before" | "result_of")
            || main.rule == "when_clause" && (asked.same_sentence || clause_goes_on(asked, main.span));
    let aside = told.is_some()
        || in_its_bracket(asked, main.span)
        || had_been(asked, &main)
        || looks_back
        || earlier
        || beaten
        || compared::growth_before(asked);
    if asked.kind == Kind::Change {
        let times = of_change(asked, main, &clock, aside);
        // *Over the same period exports rose 9 percent*: nothing is compared with its own time.
        let own = times.period.as_ref().and_then(|p| p.value);
        return Times { base: times.base.filter(|base| Some(base.value) != own), ..times };
    }
    Times { period: Some(main), base: None, aside }
}

/// *targeted exports of 1.9 million bpd in June but shipped 1.6 million*: whether what came of an aim is told right behind it, so that
/// the time is of both.
fn done_behind(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let next = view.figures().find(|q| q.tokens.start >= end);
    let alike = next.filter(|q| q.quantity.unit == asked.quantity.quantity.unit);
    alike.is_some_and(|next| {
        (end..next.tokens.start).any(|at| matches!(view.norm(at), "but" | "and" | "yet") && view.is_past(at + 1))
    })
}

/// *exceeds the previous high of 7.8 million barrels per day set in December 1978*: whether the figure is that of a record now beaten.
fn beaten_record(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let of = view.start_with_hedge(asked.quantity).wrapping_sub(1);
    let earlier = |at: usize| matches!(view.norm(at), "previous" | "earlier" | "prior" | "old" | "former" | "existing");
    view.norm(of) == "of"
        && (is_extreme(view.norm_before(of, 1)) || view.norm_before(of, 1) == "record")
        && view.back(of - 1, 3).any(earlier)
}

/// *In the first quarter they had been $0.9 billion, and a year earlier $1.0 billion*: whether what the talk is of had been so before, so
/// that the next look back starts from the time of the talk.
fn had_been(asked: &Asked<'_, '_>, main: &Filled<Option<Period>>) -> bool {
    let view = asked.view;
    let start = view.start_with_hedge(asked.quantity);
    let been = matches!(view.norm_before(start, 1), "been" | "stood" | "come" | "totalled" | "reached" | "amounted");
    let had = been && view.norm_before(start, 2) == "had" && points_back(view.norm_before(start, 3));
    let earlier = main.value.zip(asked.clock.spoken).is_some_and(|(told, talk)| told.last_day() < talk.first_day());
    let back = |(m, e, _): (&Mention, Expression, bool)| {
        matches!(e, Expression::YearsEarlier(1..)) && m.tokens.start > asked.quantity.tokens.end
    };
    had && earlier && main.span.is_some() && periods(view).any(back)
}

/// *An extra 0.7 bcm was agreed for August and September*, told in October: whether *for* leads from an aim right to its time.
fn agreed_for(asked: &Asked<'_, '_>, time: Option<Span>) -> bool {
    let view = asked.view;
    let months = |e: Expression| matches!(e, Expression::In(Part::Months(..) | Part::Quarter(_), _));
    let led = |m: &Mention| view.norm_before(m.tokens.start, 1) == "for" && m.tokens.start > asked.quantity.tokens.end;
    asked.status == Status::Target && periods(view).any(|(m, e, _)| Some(m.span) == time && months(e) && led(m))
}

/// Whether a period begins so long after publication that no shipment is told of as made in it.
fn is_far_ahead(asked: &Asked<'_, '_>, period: Option<Period>) -> bool {
    const SHIPPED_AHEAD: i64 = 150;
    let ahead = |day: chrono::NaiveDate| period.is_some_and(|p| (p.first_day() - day).num_days() > SHIPPED_AHEAD);
    asked.clock.published.is_some_and(ahead)
}

/// *the 1985/86 quota of 1.35 million bales*, *contracted to export 1.34 million bales in 1985/86*: whether a year stands beside
/// the figure so that it is of what was aimed at, not of the aiming.
fn year_beside(asked: &Asked<'_, '_>, time: Option<Span>) -> bool {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let year = |e: Expression| matches!(e, Expression::SplitYear(_) | Expression::In(Part::Year, YearRef::Absolute(_)));
    // *1.34 million tonnes of jute in 1985/86*
    let behind = |m: &Mention| {
        let words = tokens.end..m.tokens.start;
        words.start <= words.end
            && words.len() <= 5
            && (words.is_empty() || leads_stretch(view.norm_before(words.end, 1)))
            && words
                .clone()
                .all(|at| view.tokens[at].shape == Shape::Word && !view.is_past(at) && view.norm(at) != "agreed")
    };
    let before = |m: &Mention| {
        let gap = m.tokens.end..view.start_with_hedge(asked.quantity);
        gap.start < gap.end
            && gap.len() <= 4
            && view.norm_before(gap.end, 1) == "of"
            && !gap.clone().any(|at| view.is_past(at))
    };
    // *Production in 1985/86 is projected at 100 mln tonnes*: of the year that the noun itself has.
    let of_noun = |m: &Mention| {
        let noun = m.tokens.start.wrapping_sub(1);
        matches!(view.norm(noun), "in" | "for" | "during")
            && matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun && head.end == noun)
            && (is_form_of_be(view.norm(m.tokens.end))
                || matches!(view.norm(m.tokens.end), "should" | "will" | "could"))
    };
    periods(view).any(|(m, e, _)| Some(m.span) == time && year(e) && (behind(m) || before(m) || of_noun(m)))
}

/// *21.9% (in 2015 - 9.7%)*: whether the time stands before the figure in a bracket that sets it beside the one before.
fn in_its_bracket(asked: &Asked<'_, '_>, time: Option<Span>) -> bool {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let Some(open) = view.open_bracket(start, 8) else { return false };
    asked.same_sentence
        && view.norm(asked.quantity.tokens.end) == ")"
        && periods(view).any(|(m, ..)| Some(m.span) == time && m.tokens.start > open && m.tokens.end <= start)
}

/// *a different story from last year when we added 1.5 billion bushels*: whether *when* goes on from a time without a comma.
fn clause_goes_on(asked: &Asked<'_, '_>, time: Option<Span>) -> bool {
    periods(asked.view).any(|(m, ..)| Some(m.span) == time && asked.view.norm(m.tokens.end) == "when")
}

/// Both times of a change.
fn of_change(asked: &Asked<'_, '_>, main: Filled<Option<Period>>, clock: &Clock, aside: bool) -> Times {
    let levels = asked.view.given(Marks::TIME, || beside::between_levels(asked, clock));
    if let Some((period, base)) = levels {
        let period = Filled { value: Some(period.value), rule: period.rule, span: period.span };
        return Times { period: Some(period), base: Some(base), aside };
    }
    if let Some((period, base)) = beside::between_stretches(asked, clock) {
        return Times { period: Some(period), base: Some(base), aside };
    }
    let counted = older::counted_from(asked, &main, aside)
        .or_else(|| older::counted_from_before(asked, &main, aside))
        .or_else(|| older::set_out_behind(asked, aside));
    if let Some(times) = counted {
        return times;
    }
    if let Some(times) = since_then(asked, clock, aside)
        .or_else(|| grown::since_then(asked, aside))
        .or_else(|| grown::over_same(asked, aside))
    {
        return times;
    }
    // *from 11.3%*, of a time that is not told, is compared with none that is.
    let untold = main.rule == "compared_growth" && main.value.is_none();
    let base = if untold { None } else { base(asked, clock) };
    let base = base.or_else(|| grown::since_told(asked, &main));
    let mut times = Times { period: Some(main.clone()), base, aside };
    // *Between 2013 and 2017 exports grew by 34%*
    // *quadrupled in the ten years to 2024*
    if let Some((first, last)) = view_period(asked, main.span).and_then(edges::years_of)
        && let (Expression::In(part, _), Expression::In(part2, _)) = (first, last)
        && part == part2
        && times.base.is_none()
    {
        times.base = clock.resolve(first).map(|p| Filled::new(p, "edge_of_growth", main.span));
        times.period = Some(Filled::new(clock.resolve(last), "edge_of_growth", main.span));
    }
    // *increased by 9.3% between July and August*: from the one month to the next.
    if let Some(Expression::In(Part::Months(first, last), year)) = view_period(asked, main.span)
        && last == first + 1
        && times.base.is_none()
        && let Some(span) = main.span
    {
        let view = asked.view;
        let at = view.tokens.partition_point(|t| t.span.start < span.start);
        if edges::is_between(view, at) {
            let month = |m: u32| clock.resolve(Expression::In(Part::Months(m, m), year));
            times.base = month(first).map(|p| Filled::new(p, "edge_of_growth", Some(span)));
            times.period = Some(Filled::new(month(last), "edge_of_growth", Some(span)));
        }
    }
    if let Some(base) = times.base.as_ref().filter(|base| base.rule == "compared_period") {
        let stated = main.span.is_none_or(|span| view_period(asked, Some(span)).is_some());
        let fitted = match main.value {
            // *a 36 percent increase on last year's crop*, in a text that told last of that year
            // *7.2 billion in 1986, down 45 pct from last year's 13.3 billion*, told in 1987: as it was the year before.
            Some(period) if main.span.is_none() && asked.same_sentence && period == base.value => None,
            Some(period) if main.span.is_none() && period.last_day() <= base.value.last_day() => {
                year_after(asked, base.value).map(|p| (p, "year_after_base"))
            }
            Some(period) => months_of_base(period, base.value).filter(|_| stated).map(|p| (p, "months_of_base")),
            None => year_after(asked, base.value).map(|p| (p, "year_after_base")),
        };
        if main.span.is_none() && asked.same_sentence && main.value == Some(base.value) {
            times.base = base.value.year_before().map(|p| Filled::new(p, "year_before_told", base.span));
            return times;
        }
        if let Some((period, rule)) = fitted {
            times.period = Some(Filled::new(Some(period), rule, base.span));
        }
    }
    times
}

/// *tripled in five years*, *since 1992 it has grown 1800 times*.
fn since_then(asked: &Asked<'_, '_>, clock: &Clock, aside: bool) -> Option<Times> {
    let (expression, mention) = since(asked).filter(|_| !compared_behind(asked))?;
    // *rose 2.7 percent in February and were down 16.1 percent over the past 12 months*: as of that month.
    let told = asked.before.and_then(|f| f.period).or(asked.clock.spoken);
    // *jumped 22% in the past calendar year*: that year's growth.
    // So is *in the past year* where a text counts in years of its own.
    let calendar = asked.view.norm_before(mention.tokens.end, 2) == "calendar" || clock.solar;
    if calendar && matches!(expression, Expression::Past(1, Length::Year)) {
        let year = Filled::new(clock.resolve(expression), "own_period", Some(mention.span));
        return Some(Times { period: Some(year), base: None, aside });
    }
    if let Expression::Past(12, Length::Month) | Expression::Past(1, Length::Year) = expression
        && let Some(month) = told.filter(|p| p.whole_months() == Some(1) && !lies_ahead(asked, Some(*p)))
    {
        return Some(Times {
            period: Some(Filled::new(Some(month), "twelve_months", Some(mention.span))),
            base: month.year_before().map(|p| Filled::new(p, "twelve_months", Some(mention.span))),
            aside,
        });
    }
    let whole = match (clock.resolve(expression), expression, told) {
        (Some(whole), ..) => whole,
        // *a 60% leap since 2006*, in a text without a date.
        (None, Expression::Since(part, year), Some(told)) => {
            Period::between(clock.resolve(Expression::In(part, year))?.first_day(), told.last_day())?
        }
        _ => return None,
    };
    // *Exports since October totalled 5 million tonnes, down 3 percent*: of that stretch, as it was a year before.
    let told = asked.before.filter(|f| asked.same_sentence && f.unit.is_some_and(|unit| !unit.is_ratio()));
    if told.and_then(|f| f.period) == Some(whole) && whole.days() < 366 {
        return None;
    }
    if adds_up_since(asked, expression, whole) {
        let stretch = Filled::new(Some(whole), "so_far_this_year", Some(mention.span));
        return Some(Times { period: Some(stretch), base: None, aside });
    }
    // *was up 22% since 2010*, in a text of the year that is over.
    let running = Period::year(whole.last_day().year());
    let over = asked.clock.spoken.filter(|p| p.frequency() == Frequency::Annual && p.shift_years(1) == running);
    let last = over.or(running);
    let first = match expression {
        Expression::Since(part, year) => clock.resolve(Expression::In(part, year)),
        _ => Period::year(whole.first_day().year()),
    };
    let own = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.period);
    // *Since the beginning of August crude has lost about 3 percent*: as it is priced in that month.
    let month = asked.clock.published.and_then(|day| Period::month(day.year(), day.month()));
    let last = if asked.indicator == Indicator::Price && whole.days() < 366 { month.or(last) } else { last };
    let own = own.or_else(|| grown::reached(asked).and_then(|e| clock.resolve(e)));
    let joined = || matches!(expression, Expression::InYears(_)).then(|| grown::came_to(asked)).flatten();
    let own = own.or_else(|| joined().and_then(|e| clock.resolve(e)));
    // *by 5.5 points over a decade to 20.5 percent in 2024*: so many years before that.
    let years = match expression {
        Expression::Past(count, Length::Year) | Expression::InYears(count) => i32::try_from(count).ok(),
        _ => None,
    };
    let annual = own.filter(|p| p.frequency() == Frequency::Annual && years.is_some_and(|n| n > 1));
    let first = annual.and_then(|p| p.shift_years(-years?)).or(first);
    Some(Times {
        period: Some(Filled::new(own.or(last), "to_now", Some(mention.span))),
        base: first.map(|p| Filled::new(p, "since", Some(mention.span))),
        aside,
    })
}

/// *Coal exports are down 8 percent since January, to 13.9 million tonnes*: what is traded or made adds up over a year, and so much of it is
/// less than by that time a year before.
fn adds_up_since(asked: &Asked<'_, '_>, expression: Expression, whole: Period) -> bool {
    let view = asked.view;
    let january = matches!(expression, Expression::Since(Part::Months(1, _) | Part::Year, _))
        && whole.first_day().ordinal() == 1
        && whole.days() < 366;
    let flows = matches!(
        asked.indicator,
        Indicator::Exports | Indicator::Imports | Indicator::Turnover | Indicator::Production | Indicator::Transit
    );
    let by_time = || {
        view.figures().any(|q| q.quantity.unit.per.is_some())
            || view.range.clone().any(|at| matches!(view.norm(at), "monthly" | "daily" | "weekly" | "month" | "rate"))
    };
    january && flows && asked.quantity.quantity.unit.measure == Measure::Percent && !by_time()
}

/// *so far this year, up 5.7% from January-August 2019*: of as many months of its own year.
fn months_of_base(period: Period, base: Period) -> Option<Period> {
    let in_one_year = |p: Period| p.first_day().year() == p.last_day().year() && p.first_day().ordinal() == 1;
    if base.days() <= 31
        || !in_one_year(base)
        || !in_one_year(period)
        || base.last_day().ordinal() == period.last_day().ordinal()
        || base.frequency() == Frequency::Annual
        || period.frequency() == Frequency::Annual
    {
        return None;
    }
    let years = period.first_day().year() - base.first_day().year();
    base.shift_years(years).filter(|_| years > 0)
}

/// *less than in 2021*, said in 2022, is said of 2022.
fn year_after(asked: &Asked<'_, '_>, base: Period) -> Option<Period> {
    let next = base.shift_years(1)?;
    let day = asked.clock.published?;
    let annual = base.frequency() == Frequency::Annual;
    // *widened $5.5 billion from 2022*, told in February 2024, as well.
    let last = next.last_day().year();
    let this = (last..=last + 1).contains(&day.year());
    let same = (annual && this || !annual && next.last_day() < day && base.days() > 31).then_some(next);
    // What goods cost after a month's price is told of the day.
    let priced = asked.indicator == Indicator::Price && base.days() <= 31;
    same.or_else(|| part_after(base, day).filter(|_| !priced))
}

/// *fell 20 percent compared with the first quarter*, told in July: of the next one, which is just over.
fn part_after(base: Period, day: chrono::NaiveDate) -> Option<Period> {
    const JUST_OVER: i64 = 75;
    let months = base.whole_months().filter(|months| matches!(months, 1 | 3 | 6))?;
    let first = base.last_day().succ_opt()?;
    let last = first.checked_add_months(chrono::Months::new(months))?.pred_opt()?;
    let next = Period::between(first, last)?;
    let over = (day - next.last_day()).num_days();
    (1..=JUST_OVER).contains(&over).then_some(next)
}

/// The wording of time at these bytes.
fn view_period(asked: &Asked<'_, '_>, span: Option<Span>) -> Option<Expression> {
    periods(asked.view).find(|(m, ..)| Some(m.span) == span).map(|(_, e, _)| e)
}
