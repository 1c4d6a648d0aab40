//! Which period a figure is about, and for a change the period compared with.
//!
//! | sentence | period | base | rule |
//! | --- | --- | --- | --- |
//! | *In 2022 trade reached **$11 billion*** | 2022 | | `own_period` |
//! | ***31 bln** in 2024* | 2024 | | `own_period` |
//! | *versus **6 billion yen** a year earlier* | a year before the statement's | | `compared_level` |
//! | *up **14 percent** year on year* | the statement's | a year before | `year_on_year` |

use std::ops::Range;

use super::base::{base, since};
use super::frame::Frame;
use super::grammar::Opening;
use super::indicator::Governor;
use super::rule::Filled;
use super::view::View;
use super::wording::{
    as_of, belongs, day_follows, days_in_bracket, edge_of_growth, ends_pair, is_term, periods, same_part, vague,
    year_of_days,
};
use crate::lexicon::Cue;
use crate::mention::{Expression, Mention, Part, QuantityMention, What, YearRef};
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
    let mut main = main_period(asked, compared);
    // What is aimed at or expected lies ahead: a time before publication belongs to the saying of it.
    if asked.status != Status::Actual
        && let (Some(period), Some(published)) = (main.value, asked.clock.published)
        && period.last_day() < published
        && main.span.is_some()
        && compared.is_none()
        && !foretold(asked)
    {
        main = Filled::new(None, "time_of_saying", main.span);
    }
    let clock = Clock { spoken: main.value.or(asked.clock.spoken), ..asked.clock };
    let earlier = view_period(asked, main.span)
        .is_some_and(|e| matches!(e, Expression::YearsEarlier(_) | Expression::SamePeriodOf(_)));
    let aside = compared.is_some() || main.rule == "compared_period_before" || earlier;
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
        // *less than in 2021*, said in 2022, is said of 2022.
        if let (None, Some(base)) = (main.value, &times.base)
            && base.rule == "compared_period"
            && base.value.frequency() == crate::model::Frequency::Annual
            && let Some(next) = base.value.shift_years(1)
            && asked
                .clock
                .published
                .is_some_and(|day| chrono::Datelike::year(&day) == chrono::Datelike::year(&next.last_day()))
        {
            times.period = Some(Filled::new(Some(next), "year_after_base", base.span));
        }
    }
    times
}

/// *had expected a surplus of $4 billion in 2010*: what was looked forward to, of a time that is over.
fn foretold(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let cue = view.cues(|cue| matches!(cue, Cue::Status(Status::Forecast | Status::Target)).then_some(()));
    cue.filter(|(_, m)| m.tokens.start < start).last().is_some_and(|(_, m)| {
        let at = m.tokens.start;
        let had = |at: usize| matches!(view.norm(at), "had" | "was" | "were");
        had(at) || had(at.wrapping_sub(1)) || had(at.wrapping_sub(2)) && view.norm(at.wrapping_sub(1)) == "been"
    })
}

/// *Since January it bought 4.2 TWh, five times as much as in the whole of last year*: whether what the change is compared
/// with stands behind it.
fn compared_behind(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let segment = view.segment_tokens(view.segment(end.saturating_sub(1)));
    periods(view).any(|(m, e, compared)| {
        compared
            && (end..segment.end).contains(&m.tokens.start)
            && !matches!(e, Expression::Since(..) | Expression::Past(..))
    })
}

/// *have tripled since 1993, to $134.6 billion last year*: the time of what the growth led to.
fn reached(asked: &Asked<'_, '_>) -> Option<Expression> {
    let view = asked.view;
    let next = *view.quantities.iter().find(|q| **q > asked.index)?;
    let tokens = &view.mentions[next].tokens;
    let to = view.norm(tokens.start.wrapping_sub(1)) == "to"
        && periods(view).any(|(m, ..)| m.tokens.end < tokens.start && tokens.start <= m.tokens.end + 2);
    periods(view)
        .find(|(m, e, compared)| {
            m.tokens.start >= tokens.end
                && m.tokens.start <= tokens.end + 2
                && !compared
                && matches!(e, Expression::In(..) | Expression::Relative(..))
        })
        .map(|(_, e, _)| e)
        .filter(|_| to)
}

/// The wording of time at these bytes.
fn view_period(asked: &Asked<'_, '_>, span: Option<Span>) -> Option<Expression> {
    periods(asked.view).find(|(m, ..)| Some(m.span) == span).map(|(_, e, _)| e)
}

/// Whether the figure itself is what another is compared with: *versus 6.1 billion yen*, *from $1.9 billion*.
fn compared_before(asked: &Asked<'_, '_>) -> Option<Span> {
    if asked.kind == Kind::Change {
        return None;
    }
    let view = asked.view;
    let mut at = view.mentions[asked.index].tokens.start;
    if let Some(hedge) = asked.quantity.hedge
        && hedge.start < asked.quantity.span.start
    {
        at = view.tokens.partition_point(|t| t.span.start < hedge.start);
    }
    for _ in 0..4 {
        // *after last year's record 112.6 billion*
        if view.norm(at.wrapping_sub(1)) == "s"
            && view.norm(at.wrapping_sub(2)) == "'"
            && let Some(named) = view.mentions.iter().find(|m| m.tokens.end + 2 == at || m.tokens.end == at)
            && matches!(named.what, What::Period(_))
        {
            at = named.tokens.start;
        }
        if let Some(span) = view.comparing_before(at) {
            return Some(span);
        }
        // *a record 28.3 billion in 1987 after 25.1 billion in 1986*
        if at > view.range.start && view.norm(at - 1) == "after" {
            return Some(view.tokens[at - 1].span);
        }
        if !matches!(view.norm(at.checked_sub(1)?), "the" | "only" | "just" | "a" | "record" | "revised") {
            break;
        }
        at -= 1;
    }
    // *27 percent above the $70.2 billion posted in 2022*
    let above = at.checked_sub(1).is_some_and(|b| matches!(view.norm(b), "above" | "below" | "over"));
    // *was above the 4.9 billion of January 1986*
    let of_a_time = view.norm(at) == "the" && asked.quantity.hedge.is_none() && {
        let end = view.mentions[asked.index].tokens.end;
        view.mentions.iter().any(|m| (end..=end + 2).contains(&m.tokens.start) && matches!(m.what, What::Period(_)))
    };
    let after_ratio = of_a_time
        || view.quantities.iter().any(|q| {
            view.mentions[*q].tokens.end + 1 == at && view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio())
        });
    (above && after_ratio).then(|| view.tokens[at - 1].span)
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
    let own_year = matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity);
    // What happened did so in no time to come: *booked until 2036*.
    let to_come = |m: &Mention, e: Expression| {
        let ahead = resolve(e).is_some_and(|p| asked.clock.published.is_some_and(|day| p.first_day() > day));
        lies_ahead(asked, resolve(e)) && year_before_and(asked, m, e).is_none() || ahead && is_term(view, m)
    };
    // *January's surplus of $6.45 billion* is of January.
    let of_head = |m: &Mention| {
        matches!(asked.governor, Governor::Head(head) if (m.tokens.end..=m.tokens.end + 3).contains(&head.at)
            && view.norm(mention.tokens.start.wrapping_sub(1)) == "of")
    };
    let here = |range: Range<usize>, allow_compared: bool| {
        periods(view)
            .filter(|(m, e, _)| (!belongs(view, m, *e) || of_head(m)) && !to_come(m, *e))
            .filter(|(_, e, _)| !((own_year || aimed) && matches!(e, Expression::Since(..) | Expression::Past(..))))
            .filter(|(m, e, _)| {
                !(matches!(e, Expression::In(_, YearRef::Fiscal(_)) | Expression::Since(_, YearRef::Fiscal(_)))
                    && resolve(*e).is_none()
                    && day_follows(view, m))
            })
            .filter(|(m, expression, c)| {
                range.contains(&m.tokens.start) && usable(*expression) && (allow_compared || !*c)
            })
            .collect::<Vec<_>>()
    };
    // *Between 2010 and 2020 it grew from $560 million to $802 million*
    let edge = edge_of_growth(view, asked.index);
    let answer = |(found, expression, _): &(&Mention, Expression, bool), rule| {
        // *in the December quarter of 2022, and a year later*: from the time named last.
        if let Expression::YearsEarlier(years) = *expression
            && (years < 0 || view.norm(found.tokens.end) == "that")
            && let Some((named, e, _)) = periods(view).filter(|(m, ..)| m.tokens.end <= found.tokens.start).last()
            && let Some(period) = resolve(e).filter(|_| named.tokens != found.tokens)
        {
            return Filled::new(period.shift_years(-years), "from_time_named", Some(found.span));
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
            let start = Period::year(chrono::Datelike::year(&day.first_day().pred_opt().unwrap_or(day.first_day())));
            let until =
                day.first_day().pred_opt().zip(start).and_then(|(last, year)| Period::between(year.first_day(), last));
            return Filled::new(until, "as_of", Some(found.span));
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
            return answer(found, "own_period");
        }
        let frame = asked.before.and_then(|f| f.period).filter(|_| asked.same_sentence);
        let main = frame.or_else(|| sentence_period(asked, &resolve).and_then(|f| f.value)).or(asked.clock.spoken);
        return Filled::new(main.and_then(|p| p.year_before()), "compared_level", Some(span));
    }
    if let Some(found) = here(mention.tokens.end..bounds.end, false).first() {
        return answer(found, "own_period");
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
    // *and in the first seven months - 1.08 billion*
    if view.segments.get(segment_index).is_some_and(|s| s.opening == Opening::Stop)
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
        && !(mention.tokens.end..found.0.tokens.start).any(|at| {
            matches!(view.norm(at), "above" | "below" | "than" | "from" | "against" | "versus" | "vs" | "with")
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
    let alike = bracket && asked.same_sentence && asked.before.is_some_and(|f| f.status == asked.status);
    let inherits = (asked.status == Status::Actual || alike)
        && !matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity)
        && (asked.same_sentence
            || !asked.quantity.quantity.unit.is_rate()
            || averaged(asked, &segment)
            || asked.before.is_some_and(|f| f.unit == Some(asked.quantity.quantity.unit)));
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
    let over = |p: Period| asked.clock.published.is_some_and(|day| p.last_day() < day);
    if inherits
        && let Some(frame) = asked.before
        && (asked.same_sentence || frame.status == Status::Actual || frame.period.is_some_and(over))
    {
        let spoken = asked.clock.spoken.filter(|_| !asked.same_sentence);
        return Filled::new(spoken.or(frame.period).or(asked.clock.spoken), "statement_before", None);
    }
    if inherits && let Some(spoken) = asked.clock.spoken {
        return Filled::new(Some(spoken), "period_spoken_of", None);
    }
    Filled::new(None, "no_period_stated", None)
}

/// Whether a time is none that what happened can be of: it begins after publication.
fn lies_ahead(asked: &Asked<'_, '_>, period: Option<Period>) -> bool {
    let begins = period.map(|p| p.first_day());
    asked.status == Status::Actual && begins.zip(asked.clock.published).is_some_and(|(first, day)| first > day)
}

/// *Output slipped to 1.7 million barrels per day*: a daily rate that a verb says was so is of the time spoken of.
fn averaged(asked: &Asked<'_, '_>, segment: &Range<usize>) -> bool {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    asked.quantity.quantity.unit.per == Some(crate::model::Measure::Day)
        && view.clause(start).start.max(segment.start.saturating_sub(8)) < start
        && (view.clause(start).start..start).any(|at| view.is_past(at))
}

/// *5.2 billion (2011: 4.9 billion)*: whether a time stands in a bracket with a figure of its own.
fn own_bracket(view: &View<'_>, mention: &Mention) -> bool {
    let index = view.segment(mention.tokens.start);
    let tokens = view.segment_tokens(index);
    let inside = view.segments.get(index).is_some_and(|s| s.opening == Opening::Bracket);
    let next = view
        .segments
        .get(index + 1)
        .is_some_and(|s| s.opening == Opening::Stop && view.first_quantity(&s.tokens).is_some());
    inside && (next || view.first_quantity(&tokens).is_some())
}

/// *In the first half of 2008 $130 and in the second half $150*: a part without a year is of the year that its sentence has
/// told.
fn in_the_year_told(asked: &Asked<'_, '_>, expression: Expression) -> Expression {
    let Expression::In(part @ (Part::Half(_) | Part::Quarter(_)), YearRef::Open) = expression else {
        return expression;
    };
    let start = asked.view.mentions[asked.index].tokens.start;
    let told = periods(asked.view).filter(|(m, _, compared)| m.tokens.end <= start && !compared);
    let year = told.filter_map(|(_, e, _)| match e {
        Expression::In(_, year @ (YearRef::Absolute(_) | YearRef::Publication(_))) => Some(year),
        _ => None,
    });
    year.last().filter(|_| asked.same_sentence).map_or(expression, |year| Expression::In(part, year))
}

/// *rose to 105.8 bcm from 100.9 bcm in 1993*: the year after the one compared with.
fn year_after_base(asked: &Asked<'_, '_>) -> Option<Filled<Option<Period>>> {
    let view = asked.view;
    let published = chrono::Datelike::year(&asked.clock.published?);
    if asked.kind != Kind::Level || asked.status != Status::Actual || asked.same_sentence {
        return None;
    }
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let next = &view.mentions[*view.quantities.get(place + 1)?];
    let compared = view.comparing_before(next.tokens.start)?;
    let (mention, expression, _) = periods(view).find(|(m, ..)| m.tokens.start >= next.tokens.end)?;
    match expression {
        Expression::In(Part::Year, YearRef::Absolute(year))
            if mention.tokens.start <= next.tokens.end + 2 && year < published && published <= year + 2 =>
        {
            Some(Filled::new(Period::year(year + 1), "year_after_base", Some(compared)))
        }
        _ => None,
    }
}

/// *in 2024 and 2025* beside the one figure of its clause: both years, and their bytes.
fn year_before_and(
    asked: &Asked<'_, '_>,
    found: &Mention,
    expression: Expression,
) -> Option<(Expression, Expression, Span)> {
    let view = asked.view;
    if asked.kind == Kind::Change || view.respective.is_some() || !matches!(expression, Expression::In(Part::Year, _)) {
        return None;
    }
    // The first of the two can be what was found.
    let found =
        view.mentions.iter().find(|m| m.tokens.start == found.tokens.end + 1 && ends_pair(view, m)).unwrap_or(found);
    if !ends_pair(view, found) {
        return None;
    }
    let (first, told, _) = periods(view).find(|(m, ..)| m.tokens.end + 1 == found.tokens.start)?;
    let clause = view.clause(found.tokens.start);
    let figures = view.quantities.iter().filter(|q| clause.contains(&view.mentions[**q].tokens.start)).count();
    let between = view.norm(first.tokens.start.wrapping_sub(1)) == "between";
    let What::Period(last) = found.what else { return None };
    (figures <= 1 && !between).then(|| (told, last, first.span.join(found.span)))
}

/// *Exports made $6 billion and imports $5 billion in 2010*: the one period at the end is of the whole list.
fn period_of_list<'v>(asked: &Asked<'v, '_>, from: usize) -> Option<(&'v Mention, Expression, bool)> {
    let view = asked.view;
    if asked.kind == Kind::Change {
        return None;
    }
    let mut stated = periods(view).filter(|(_, e, compared)| {
        !compared
            && matches!(
                e,
                Expression::In(..) | Expression::Relative(..) | Expression::Span(..) | Expression::YearTo(..)
            )
    });
    let found = stated.next().filter(|(m, e, _)| {
        m.tokens.start >= from && !belongs(view, m, *e) && !lies_ahead(asked, asked.clock.resolve(*e))
    })?;
    let last = &view.mentions[*view.quantities.last()?].tokens;
    // *$8.20, up from $6.98 in the first quarter*: of the one compared with.
    if view.comparing_before(last.start).is_some() {
        return None;
    }
    let last = last.end;
    let alone = stated.next().is_none() && found.0.tokens.start >= last;
    let turn = from..found.0.tokens.start;
    let turns = view.segments.iter().any(|s| {
        let colon = view.norm(s.tokens.start.wrapping_sub(1)) == ":";
        turn.contains(&s.tokens.start) && !colon && matches!(s.opening, Opening::Contrast | Opening::Stop)
    });
    let ahead = view
        .cues(|cue| matches!(cue, Cue::Status(Status::Target | Status::Forecast)).then_some(()))
        .any(|(_, m)| turn.contains(&m.tokens.start));
    (alone && !turns && !ahead).then_some(found)
}

/// From the figure before in its segment to the figure after.
fn own_stretch(view: &View<'_>, index: usize, segment: &Range<usize>) -> Range<usize> {
    let inside = |q: &&usize| segment.contains(&view.mentions[**q].tokens.start);
    let start = view.quantities.iter().filter(inside).rfind(|q| **q < index);
    let end = view.quantities.iter().filter(inside).find(|q| **q > index);
    start.map_or(segment.start, |q| view.mentions[*q].tokens.end)
        ..end.map_or(segment.end, |q| view.mentions[*q].tokens.start)
}

/// The last period of an earlier segment that speaks for what follows it.
fn sentence_period(
    asked: &Asked<'_, '_>,
    resolve: &dyn Fn(Expression) -> Option<Period>,
) -> Option<Filled<Option<Period>>> {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let segment = view.segment(start);
    // What follows a figure in the sentence keeps that figure's period.
    if asked.same_sentence && matches!(asked.governor, Governor::Previous) {
        return None;
    }
    let bracket = view.segments.get(segment).is_some_and(|s| s.opening == Opening::Bracket);
    if bracket && asked.same_sentence {
        return None;
    }
    let usable = |e: Expression| {
        !matches!(
            e,
            Expression::YearOnYear
                | Expression::MonthOnMonth
                | Expression::QuarterOnQuarter
                | Expression::InYears(_)
                | Expression::Since(..)
                | Expression::Past(..)
        ) || (asked.kind != Kind::Change
            && !matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity)
            && matches!(e, Expression::Since(..) | Expression::Past(..)))
    };
    // Behind a figure of the sentence only what stands in a segment of its own speaks for the next one.
    let before =
        view.quantities.iter().copied().take_while(|q| *q < asked.index).last().filter(|_| asked.same_sentence);
    let from =
        before.map_or(view.range.start, |q| view.segment_tokens(view.segment(view.mentions[q].tokens.start)).end);
    let day = |e: Expression| matches!(e, Expression::In(Part::Day(..), _)) && asked.indicator != Indicator::Reserves;
    let found = periods(view)
        .filter(|(m, e, compared)| {
            (from..view.segment_tokens(segment).start).contains(&m.tokens.start) && !compared && usable(*e)
        })
        .filter(|(m, e, _)| !day(*e) && !belongs(view, m, *e) && !lies_ahead(asked, resolve(*e)))
        .last()?;
    if matches!(found.1, Expression::In(_, YearRef::Fiscal(_)))
        && let Some((days, span)) = days_in_bracket(view, found.0)
    {
        return Some(Filled::new(resolve(days), "days_in_bracket", Some(span)));
    }
    Some(Filled::new(resolve(found.1), "period_of_sentence", Some(found.0.span)))
}
