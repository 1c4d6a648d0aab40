//! Which period a figure is about, and for a change the period compared with.
//!
//! | sentence | period | base | rule |
//! | --- | --- | --- | --- |
//! | *In 2022 trade reached **$11 billion*** | 2022 | | `own_period` |
//! | ***31 bln** in 2024* | 2024 | | `own_period` |
//! | *versus **6 billion yen** a year earlier* | a year before the statement's | | `compared_level` |
//! | *up **14 percent** year on year* | the statement's | a year before | `year_on_year` |

use std::ops::Range;

use chrono::Datelike;

use super::base::{base, since};
use super::bearing::{
    averaged, beaten_forecast, compared_before, compared_behind, counts_since_january, dates_the_saying,
    fiscal_year_told, foretold, in_the_year_told, lies_ahead, measured_from, own_bracket, own_stretch, period_of_list,
    reached, year_after_base, year_before_and,
};
use super::elsewhere::{belongs, is_term};
use super::frame::Frame;
use super::grammar::Opening;
use super::habitual::{as_it_stands, habitual};
use super::indicator::Governor;
use super::rule::Filled;
use super::sentence_period::{annual_total, sentence_period};
use super::view::View;
use super::wording::{
    as_of, day_follows, days_in_bracket, edge_of_growth, last_joined, owns_figure, periods, same_part, told_by_end_of,
    until_day, vague, year_of_days,
};
use crate::mention::{Expression, Length, Mention, Part, QuantityMention, YearRef};
use crate::model::{Indicator, Kind, Period, Span, Status};
use crate::resolve::Clock;

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
    let compared = compared_before(asked);
    // *up from September's 9.9% gain*: a growth of another month, told for comparison.
    if let Some((period, span)) = growth_of_month(asked) {
        return Times {
            period: Some(Filled::new(Some(period), "growth_of_month", Some(span))),
            base: None,
            aside: true,
        };
    }
    let mut main = main_period(asked, compared);
    // What is aimed at or expected lies ahead: a time before publication belongs to the saying of it.
    if asked.status != Status::Actual
        && let (Some(period), Some(published)) = (main.value, asked.clock.published)
        && (period.last_day() < published || period.days() <= 7 && period.first_day() <= published)
        && main.span.is_some()
        && compared.is_none()
        && !foretold(asked)
    {
        main = Filled::new(None, "time_of_saying", main.span);
    }
    let clock = Clock { spoken: main.value.or(asked.clock.spoken), ..asked.clock };
    let earlier = view_period(asked, main.span)
        .is_some_and(|e| matches!(e, Expression::YearsEarlier(_) | Expression::SamePeriodOf(_)));
    let beaten = beaten_forecast(asked.view, asked.index).is_some();
    let aside = compared.is_some() || main.rule == "compared_period_before" || earlier || beaten;
    let mut times = Times { period: Some(main.clone()), base: None, aside };
    if asked.kind == Kind::Change {
        if let Some((expression, mention)) = since(asked).filter(|_| !compared_behind(asked)) {
            // *tripled in five years*, *since 1992 it has grown 1800 times*
            if let Some(whole) = clock.resolve(expression) {
                let last = Period::year(chrono::Datelike::year(&whole.last_day()));
                let first = match expression {
                    Expression::Since(part, year) => clock.resolve(Expression::In(part, year)),
                    _ => Period::year(chrono::Datelike::year(&whole.first_day())),
                };
                let own = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.period);
                let own = own.or_else(|| reached(asked).and_then(|e| clock.resolve(e)));
                let period = own.or(last);
                times.period = Some(Filled::new(period, "to_now", Some(mention.span)));
                times.base = first.map(|p| Filled::new(p, "since", Some(mention.span)));
                return times;
            }
        }
        times.base = base(asked, &clock);
        // *Between 2013 and 2017 exports grew by 34%*
        if let Some(Expression::Span(part, year, part2, year2)) = view_period(asked, main.span)
            && part == part2
            && times.base.is_none()
        {
            times.base = clock.resolve(Expression::In(part, year)).map(|p| Filled::new(p, "edge_of_growth", main.span));
            times.period = Some(Filled::new(clock.resolve(Expression::In(part2, year2)), "edge_of_growth", main.span));
        }
        // *so far this year, up 5.7% from January-August 2019*: of as many months of its own year.
        if let (Some(period), Some(base)) = (main.value, &times.base)
            && base.rule == "compared_period"
            && main.span.is_none_or(|span| view_period(asked, Some(span)).is_some())
            && base.value.days() > 31
            && base.value.first_day().year() == base.value.last_day().year()
            && period.first_day().year() == period.last_day().year()
            && period.first_day().ordinal() == 1
            && base.value.first_day().ordinal() == 1
            && base.value.last_day().ordinal() != period.last_day().ordinal()
            && base.value.frequency() != crate::model::Frequency::Annual
            && period.frequency() != crate::model::Frequency::Annual
        {
            let years = period.first_day().year() - base.value.first_day().year();
            if let Some(same) = base.value.shift_years(years).filter(|_| years > 0) {
                times.period = Some(Filled::new(Some(same), "months_of_base", base.span));
            }
        }
        // *less than in 2021*, said in 2022, is said of 2022.
        if let (None, Some(base)) = (main.value, &times.base)
            && base.rule == "compared_period"
            && let Some(next) = base.value.shift_years(1)
            && asked.clock.published.is_some_and(|day| {
                let annual = base.value.frequency() == crate::model::Frequency::Annual;
                // *widened $5.5 billion from 2022*, told in February 2024, as well.
                let last = chrono::Datelike::year(&next.last_day());
                let this = (last..=last + 1).contains(&chrono::Datelike::year(&day));
                annual && this || !annual && next.last_day() < day && base.value.days() > 31
            })
        {
            times.period = Some(Filled::new(Some(next), "year_after_base", base.span));
        }
    }
    times
}

/// The wording of time at these bytes.
fn view_period(asked: &Asked<'_, '_>, span: Option<Span>) -> Option<Expression> {
    periods(asked.view).find(|(m, ..)| Some(m.span) == span).map(|(_, e, _)| e)
}

fn main_period(asked: &Asked<'_, '_>, compared: Option<Span>) -> Filled<Option<Period>> {
    let view = asked.view;
    let mention = &view.mentions[asked.index];
    let segment_index = view.segment(mention.tokens.start);
    let segment = view.segment_tokens(segment_index);
    let bounds = own_stretch(view, asked.index, &segment);
    let usable = |expression: Expression| {
        let compares = matches!(
            expression,
            Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter | Expression::InYears(_)
        );
        let stretch = matches!(expression, Expression::Since(..) | Expression::Past(..));
        !(compares || stretch && asked.kind == Kind::Change)
    };
    let ahead = asked.status != Status::Actual && !foretold(asked);
    let resolve = |expression: Expression| {
        let spoken = asked.before.and_then(|f| f.period).or(asked.clock.spoken);
        let expression = in_the_year_told(asked, expression);
        Clock { spoken, ahead, ..asked.clock }.resolve(expression)
    };
    let aimed = asked.status != Status::Actual;
    let own_year = matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity)
        && asked.quantity.quantity.unit.measure.dimension() != crate::model::Dimension::Energy;
    // What happened did so in no time to come: *booked until 2036*.
    let to_come = |m: &Mention, e: Expression| {
        let ahead = resolve(e).is_some_and(|p| asked.clock.published.is_some_and(|day| p.first_day() > day));
        lies_ahead(asked, resolve(e)) && year_before_and(asked, m, e).is_none() || ahead && is_term(view, m)
    };
    // *January's surplus of $6.45 billion* is of January.
    let of_head = |m: &Mention| {
        let owns = view.norm(m.tokens.end) == "'" || view.norm(m.tokens.end - 1) == "s";
        matches!(asked.governor, Governor::Head(head) if (m.tokens.end..=m.tokens.end + 3).contains(&head.at)
            && owns
            && view.norm(mention.tokens.start.wrapping_sub(1)) == "of")
    };
    // *fell 70 percent as makers limited 1986 exports*: a year right before another noun, behind the figure.
    let of_another = |m: &Mention, e: Expression| {
        matches!(e, Expression::In(Part::Year, YearRef::Absolute(_)))
            && m.tokens.start >= mention.tokens.end
            && view.heads.iter().any(|h| h.at == m.tokens.end)
            && !matches!(view.norm(m.tokens.start.wrapping_sub(1)), "in" | "of" | "for" | "during" | "the" | "from")
    };
    let here = |range: Range<usize>, allow_compared: bool| {
        periods(view)
            .filter(|(m, e, _)| !of_another(m, *e))
            .filter(|(m, expression, c)| {
                range.contains(&m.tokens.start) && usable(*expression) && (allow_compared || !*c)
            })
            .filter(|(m, e, _)| {
                (!belongs(view, m, *e) || of_head(m)) && !to_come(m, *e) && !dates_the_saying(asked, m, *e)
            })
            .filter(|(_, e, _)| !((own_year || aimed) && matches!(e, Expression::Since(..) | Expression::Past(..))))
            .filter(|(m, e, _)| {
                !(matches!(e, Expression::In(_, YearRef::Fiscal(_)) | Expression::Since(_, YearRef::Fiscal(_)))
                    && resolve(*e).is_none()
                    && day_follows(view, m))
            })
            .collect::<Vec<_>>()
    };
    // *Between 2010 and 2020 it grew from $560 million to $802 million*
    let edge = edge_of_growth(view, asked.index);
    let answer = |(found, expression, _): &(&Mention, Expression, bool), rule| {
        // *in the December quarter of 2022, and a year later*: from the time named last.
        if let Expression::YearsEarlier(years) = *expression
            && (years < 0
                || view.norm(found.tokens.end) == "that"
                || asked.before.is_none() && asked.clock.spoken.is_none())
            && let Some((named, e, _)) = periods(view).filter(|(m, ..)| m.tokens.end <= found.tokens.start).last()
            && let Some(period) = resolve(e).filter(|_| named.tokens != found.tokens)
        {
            return Filled::new(period.shift_years(-years), "from_time_named", Some(found.span));
        }
        // *against 17.44 million tonnes in 2011-12 and 18.5 million tonnes the year before*: before the time told right before.
        let previous =
            view.quantities.iter().map(|q| &view.mentions[*q].tokens).rfind(|t| t.end <= mention.tokens.start);
        if let (Expression::YearsEarlier(years @ 1..), Some(previous)) = (*expression, previous)
            && view.norm(mention.tokens.start.wrapping_sub(1)) == "and"
            && let Some((_, named, _)) =
                periods(view).find(|(m, ..)| previous.end <= m.tokens.start && m.tokens.end < mention.tokens.start)
            && matches!(
                named,
                Expression::In(Part::Year, YearRef::Absolute(_) | YearRef::FiscalFrom(_)) | Expression::SplitYear(_)
            )
            && let Some(period) = resolve(named)
        {
            return Filled::new(period.shift_years(-years), "from_time_named", Some(found.span));
        }
        if let Some(told) = fiscal_year_told(asked, found, *expression) {
            return Filled::new(Some(told), "fiscal_year_told", Some(found.span));
        }
        // *the price stays unchanged in 2024 and 2025*
        if let Some((first, last, span)) = year_before_and(asked, found, *expression) {
            let both = resolve(first).zip(resolve(last));
            let both = both.and_then(|(first, last)| Period::between(first.first_day(), last.last_day()));
            return Filled::new(both, "two_years", Some(span));
        }
        if matches!(expression, Expression::In(_, YearRef::Fiscal(_)) | Expression::SplitYear(_))
            && let Some((days, span)) = days_in_bracket(view, found)
        {
            // *the first seven months of the Iranian year (March 20-October 21)*
            return Filled::new(resolve(days), "days_in_bracket", Some(span));
        }
        if let Some((days, span)) = year_of_days(view, found, *expression) {
            // *the last fiscal year, which ended on July 16*, *the fiscal year from April 1*
            let clock = Clock { ahead: aimed, ..asked.clock };
            return Filled::new(clock.resolve(days), "days_of_year", Some(span));
        }
        if let (Some(last), Expression::Span(part, year, part2, year2)) = (edge, *expression) {
            let end = if last { Expression::In(part2, year2) } else { Expression::In(part, year) };
            return Filled::new(resolve(end), "edge_of_growth", Some(found.span));
        }
        // *As of December 1 ... since the beginning of the year*: until the day before.
        if let Expression::Since(Part::Months(1, 1), YearRef::Publication(_)) = expression
            && let Some(day) = as_of(view).and_then(|day| asked.clock.resolve(day))
        {
            return Filled::new(until_day(day), "as_of", Some(found.span));
        }
        // *As of September 1 it exported garments worth 336 million*: since the beginning of the year.
        if counts_since_january(asked, found, *expression) {
            return Filled::new(resolve(*expression).and_then(until_day), "as_of", Some(found.span));
        }
        // *bought for April shipment* lies ahead.
        let loaded = matches!(
            view.norm(found.tokens.end),
            "shipment" | "shipments" | "delivery" | "loading" | "loadings" | "arrival" | "lifting" | "liftings"
        ) && !matches!(view.norm(found.tokens.start.wrapping_sub(1)), "in" | "during" | "over");
        if loaded && aimed {
            return Filled::new(resolve(*expression), rule, Some(found.span));
        }
        if loaded {
            let clock = Clock { ahead: true, ..asked.clock };
            return Filled::new(clock.resolve(*expression), "shipment_ahead", Some(found.span));
        }
        // *up to July this year, 6.8 billion*: from January on.
        if let Expression::In(Part::Months(first, last), year) = *expression
            && first == last
            && view.norm(found.tokens.start.wrapping_sub(1)) == "to"
            && view.norm(found.tokens.start.wrapping_sub(2)) == "up"
            && !own_year
            && !aimed
        {
            return Filled::new(resolve(Expression::In(Part::Months(1, last), year)), "up_to_month", Some(found.span));
        }
        // *exports rose to 284.6 million barrels by the end of November 2019*: from January on.
        if let Expression::In(Part::Months(first, last), year) = *expression
            && first == last
            && told_by_end_of(view, found)
            && matches!(
                asked.indicator,
                Indicator::Exports
                    | Indicator::Imports
                    | Indicator::Turnover
                    | Indicator::Balance
                    | Indicator::Transit
                    | Indicator::Production
            )
            && !aimed
            && !asked.quantity.quantity.unit.is_rate()
        {
            return Filled::new(
                resolve(Expression::In(Part::Months(1, last), year)),
                "by_end_of_month",
                Some(found.span),
            );
        }
        // *the price for December*, told in November, is of a month to come.
        if let Expression::In(Part::Months(first, last), YearRef::Open) = *expression
            && first == last
            && view.norm(found.tokens.start.wrapping_sub(1)) == "for"
            && let (Some(day), Some(past)) = (asked.clock.published, resolve(*expression))
            && (day - past.last_day()).num_days() > 270
        {
            let clock = Clock { ahead: true, ..asked.clock };
            return Filled::new(clock.resolve(*expression), "month_ahead", Some(found.span));
        }
        Filled::new(resolve(*expression), rule, Some(found.span))
    };
    // *13% less than last year ($278 million)*: the bracket tells what was compared with.
    if view.segments.get(segment_index).is_some_and(|s| s.opening == Opening::Bracket)
        && asked.kind == Kind::Level
        && let Some((found, expression, true)) =
            periods(view).filter(|(m, ..)| m.tokens.end + 1 == segment.start).last()
    {
        let main = asked.before.and_then(|f| f.period).or(asked.clock.spoken);
        let period = same_part(resolve(expression), main);
        return Filled::new(period, "compared_period_before", Some(found.span));
    }
    if edge.is_some()
        && let Some(found) = periods(view).find(|(_, e, _)| matches!(e, Expression::Span(..)))
    {
        return answer(&found, "edge_of_growth");
    }
    // *annual exports crossed $700 billion on Monday*: the day is that of the crossing.
    let day = |e: Expression| !matches!(e, Expression::In(part, _) if !matches!(part, Part::Day(..)));
    if let Some((year, span)) = annual_total(asked).filter(|_| periods(view).all(|(_, e, _)| day(e))) {
        return Filled::new(Period::year(year), "annual_total", Some(span));
    }
    let vague = vague(view, &mention.tokens).filter(|_| asked.kind != Kind::Change);
    if let Some(span) = vague.filter(|_| compared.is_some()) {
        return Filled::new(None, "vague_time", Some(span));
    }
    if let Some(span) = compared {
        // *after last year's record 112.6 billion*, *below September's 8.01 million*
        let between = |m: &Mention| span.end <= m.span.start && m.tokens.end <= mention.tokens.start;
        if let Some(found) = periods(view).filter(|(m, ..)| between(m)).last() {
            return answer(&found, "own_period");
        }
        if let Some(found) = here(mention.tokens.end..bounds.end, true).first() {
            let mut filled = answer(found, "own_period");
            if matches!(found.1, Expression::Relative(Length::Year, -1)) && measured_from(asked) {
                let main = asked.before.and_then(|f| f.period).or(asked.clock.spoken);
                filled.value = same_part(filled.value, main);
            }
            return filled;
        }
        // *from 150 billion cubic metres (bcm) in 2021*: behind the bracket.
        let behind = view.behind_bracket(segment_index).filter(|_| bounds.end == segment.end);
        if let Some(behind) = behind.map(|index| view.segment_tokens(index))
            && let Some(found) = here(behind.start..behind.end.min(behind.start + 2), true).first()
        {
            return answer(found, "own_period");
        }
        let frame = asked.before.and_then(|f| f.period).filter(|_| asked.same_sentence);
        let main = frame.or_else(|| sentence_period(asked, &resolve).and_then(|f| f.value)).or(asked.clock.spoken);
        // A day is not a year after another, nor was what a line can move then measured a year ago.
        let main = main.filter(|p| p.days() > 1 && !own_year);
        // *recovered to 2.3 billion from 1.7 billion*, in a text that compares May with April.
        let step = asked.clock.step.filter(|(told, _)| Some(*told) == main).map(|(_, base)| base);
        return Filled::new(step.or(main.and_then(|p| p.year_before())), "compared_level", Some(span));
    }
    // *grew from $500 million five years ago to $700 million today*
    if matches!(view.norm(mention.tokens.end), "today" | "nowadays" | "now") && asked.kind == Kind::Level {
        return Filled::new(None, "now", Some(view.tokens[mention.tokens.end].span));
    }
    if let Some(found) = here(mention.tokens.end..bounds.end, false).first() {
        // *5 billion kWh a year between May and September*: in every year.
        let months = matches!(found.1, Expression::In(Part::Months(first, last), YearRef::Open) if first < last);
        if months && asked.quantity.quantity.unit.is_rate() {
            return Filled::new(None, "months_of_every_year", Some(found.0.span));
        }
        return answer(found, "own_period");
    }
    // *up 4 percent on the month and 11 percent on the year in April*: both are of April.
    let joined = last_joined(view, asked.index);
    if joined != asked.index {
        let end = view.mentions[joined].tokens.end;
        let last = view.segment(end - 1);
        // *fell 11 percent, or $1.4 billion, in 2016*: set off behind both.
        let set_off = view.segment_tokens(last + 1);
        let near = |found: &&(&Mention, Expression, bool)| found.0.tokens.start <= set_off.start + 2;
        let beside = here(end..view.segment_tokens(last).end, false);
        let behind = if last + 1 < view.segments.len() { here(set_off.clone(), false) } else { Vec::new() };
        if let Some(found) = beside.first().or(behind.first().filter(near)) {
            return answer(found, "own_period");
        }
    }
    if let Some(at) = as_it_stands(view, &mention.tokens) {
        return Filled::new(None, "as_it_stands", Some(view.tokens[at].span));
    }
    // *286 billion yuan (about 39 billion dollars) from January to May*
    let last_of_segment = bounds.end == segment.end;
    if last_of_segment && let Some(behind) = view.behind_bracket(segment_index) {
        let tokens = view.segment_tokens(behind);
        let end = view.first_quantity(&tokens).map_or(tokens.end, |q| view.mentions[q].tokens.start);
        if let Some(found) = here(tokens.start..end, false).first() {
            return answer(found, "own_period");
        }
    }
    if let Some(found) = here(bounds.start..mention.tokens.start, false).last() {
        return answer(found, "own_period");
    }
    if let Some(found) = here(segment.start..mention.tokens.start, false).first() {
        return answer(found, "period_of_segment");
    }
    // *and in the first seven months - 1.08 billion*; *in January last year, $240 million*
    let set_off = view.segments.get(segment_index).is_some_and(|s| match s.opening {
        Opening::Stop => true,
        Opening::Comma => {
            let before = segment_index.checked_sub(1).and_then(|index| view.segments.get(index));
            before.is_some_and(|b| {
                matches!(b.opening, Opening::Stop | Opening::Contrast)
                    && periods(view)
                        .any(|(m, ..)| m.tokens.start <= b.tokens.start + 2 && m.tokens.end + 1 >= b.tokens.end)
            })
        }
        _ => false,
    });
    if set_off
        && asked.indicator != Indicator::Capacity
        && let Some(before) = segment_index.checked_sub(1).map(|index| view.segment_tokens(index))
        && view.first_quantity(&before).is_none()
        && let Some(found) = here(before.clone(), false).last()
        && found.0.tokens.end + 1 >= before.end
        && !matches!(found.1, Expression::In(Part::Day(..), _))
    {
        return answer(found, "period_before_dash");
    }
    if let Some(found) = sentence_period(asked, &resolve) {
        return found;
    }
    // A period set off behind the figure: *$38 billion, in the first seven months*.
    if let Some(next) = view.segments.get(segment_index + 1)
        && view.first_quantity(&next.tokens).is_none()
        && let Some(found) = here(next.tokens.clone(), false).first()
        && found.0.tokens.start <= next.tokens.start + 2
        && !own_bracket(view, found.0)
    {
        return answer(found, "period_behind");
    }
    // *rose 6.3% to 93.1 billion last year*: the period stands behind the next figure of the clause.
    if !asked.same_sentence
        && let Some(found) = {
            let behind = view.behind_bracket(segment_index).map_or(segment.end, |b| view.segment_tokens(b).end);
            here(mention.tokens.end..behind, false)
        }
        .first()
        && !own_bracket(view, found.0)
        && !matches!(
            found.1,
            Expression::YearsEarlier(1..)
                | Expression::MonthsEarlier(_)
                | Expression::Preceding(..)
                | Expression::Season(..0)
        )
        && !(mention.tokens.end..found.0.tokens.start).any(|at| {
            matches!(
                view.norm(at),
                "above" | "below" | "than" | "from" | "against" | "versus" | "vs" | "with" | "after" | "compared"
            )
        })
    {
        return answer(found, "period_ahead");
    }
    if let Some(found) = period_of_list(asked, segment.end) {
        return answer(&found, "period_of_list");
    }
    // *$310 million, $95 million and $41 million, respectively, in the first quarter*
    let last = view.quantities.last().map_or(mention.tokens.end, |q| view.mentions[*q].tokens.end);
    if !asked.same_sentence
        && view.respective.is_some()
        && let Some(found) = here(last..view.range.end, false).first()
    {
        return answer(found, "period_behind");
    }
    if let Some(found) = year_after_base(asked) {
        return found;
    }
    if let Some(span) = vague {
        return Filled::new(None, "vague_time", Some(span));
    }
    let bracket = view.segments.get(segment_index).is_some_and(|s| s.opening == Opening::Bracket);
    let beside = bracket || asked.kind == Kind::Change;
    // *expanded only 2.3 percent against the 7.5 percent goal*
    let start = mention.tokens.start;
    let against = (start.saturating_sub(1)..=start).any(|at| view.comparing_before(at).is_some());
    // *200,000 tonnes this year and another 100,000 to 200,000 if conditions are good*
    let more = matches!(view.norm(start.wrapping_sub(1)), "another" | "further" | "additional");
    let beside = beside || against || more;
    let goal = against && asked.same_sentence && asked.kind == Kind::Change;
    let alike = goal || beside && asked.same_sentence && asked.before.is_some_and(|f| f.status == asked.status);
    let inherits = (asked.status == Status::Actual || alike || foretold(asked))
        && !matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity)
        && (asked.same_sentence
            || !asked.quantity.quantity.unit.is_rate()
            || averaged(asked)
            || asked.before.is_some_and(|f| f.unit == Some(asked.quantity.quantity.unit)));
    // *A year ago volumes were 4.1 million and 0.9 million tonnes*
    if asked.same_sentence
        && asked.kind == Kind::Level
        && let Some(found) = periods(view)
            .find(|(m, e, _)| m.tokens.start <= view.range.start + 1 && matches!(e, Expression::YearsEarlier(1..)))
        && view.segments.iter().all(|s| s.tokens.start > mention.tokens.start || s.opening != Opening::Contrast)
    {
        let spoken = asked.clock.spoken;
        let period = Clock { spoken, ..asked.clock }.resolve(found.1);
        return Filled::new(period, "period_of_sentence", Some(found.0.span));
    }
    // *The annual deficit shrank*: the twelve months to the month spoken of.
    if inherits
        && let Governor::Head(head) = asked.governor
        && head.at > view.range.start
        && view.norm(head.at - 1) == "annual"
        && let Some(spoken) = asked.clock.spoken.filter(|p| p.whole_months() == Some(1))
        && let Some(first) = (0..11).try_fold(spoken, |p, _| p.previous())
    {
        let year = Period::between(first.first_day(), spoken.last_day());
        return Filled::new(year, "annual", Some(view.tokens[head.at - 1].span));
    }
    if inherits
        && !(asked.same_sentence && asked.before.is_some_and(|f| f.period.is_some()))
        && let Some(span) = habitual(asked)
    {
        return Filled::new(None, "at_all_times", Some(span));
    }
    let over = |p: Period| asked.clock.published.is_some_and(|day| p.last_day() < day);
    if inherits
        && let Some(frame) = asked.before
        && (asked.same_sentence || frame.status == Status::Actual || frame.period.is_some_and(over))
    {
        let spoken = asked.clock.spoken.filter(|_| !asked.same_sentence);
        // A time that could not be told for the figure before cannot be told for this one.
        let last = asked.clock.spoken.filter(|_| !asked.same_sentence || asked.before.is_some_and(|f| !f.dated));
        return Filled::new(spoken.or(frame.period).or(last), "statement_before", None);
    }
    if inherits && let Some(spoken) = asked.clock.spoken {
        return Filled::new(Some(spoken), "period_spoken_of", None);
    }
    Filled::new(None, "no_period_stated", None)
}

/// *September's 9.9% gain*, *the previous month's 13.2% surge*: the time right before a growth, as its owner.
fn growth_of_month(asked: &Asked<'_, '_>) -> Option<(Period, Span)> {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let growth = matches!(
        view.norm(tokens.end),
        "gain"
            | "growth"
            | "surge"
            | "rise"
            | "increase"
            | "jump"
            | "decline"
            | "drop"
            | "fall"
            | "contraction"
            | "decrease"
            | "slump"
            | "advance"
            | "expansion"
    );
    if asked.kind != Kind::Change || !growth || view.norm(tokens.start.wrapping_sub(1)) != "s" {
        return None;
    }
    let owner = |m: &Mention| owns_figure(view, m, tokens.start);
    let (found, expression, _) = periods(view).find(|(m, ..)| owner(m))?;
    let spoken = asked.before.and_then(|f| f.period).or(asked.clock.spoken);
    let clock = Clock { spoken, ..asked.clock };
    let period = match expression {
        Expression::In(..) | Expression::MonthsEarlier(_) | Expression::Relative(_, ..0) => clock.resolve(expression),
        Expression::MonthOnMonth => spoken.and_then(|p| p.previous()),
        _ => None,
    };
    Some((period?, found.span))
}
