//! Growth since a time that the text told before.
//!
//! | text | period | base |
//! | --- | --- | --- |
//! | *In 1994 it sold $5 billion. By 2016 its exports had **quadrupled*** | 2016 | 1994 |
//! | *has grown since 2004 to $54 billion in 2013. Over the same period investment **doubled*** | 2013 | 2004 |
//! | *exported $1.1 billion in 2009 and has since **doubled** its earnings* | publication | 2009 |

use super::{Asked, Times};
use crate::extract::rule::Filled;
use crate::extract::wording::periods;
use crate::mention::{Expression, Length, Mention, Part};
use crate::model::{Frequency, Kind, Measure, Period};

/// *By 2016 its exports had more than quadrupled*: since the year told before, where the statement that it goes on from is of that.
pub fn since_told(asked: &Asked<'_, '_>, main: &Filled<Option<Period>>) -> Option<Filled<Period>> {
    let (period, span) = (main.value?, main.span?);
    if asked.quantity.quantity.unit.measure != Measure::Times {
        return None;
    }
    let view = asked.view;
    let figure = &asked.quantity.tokens;
    let had = view.back(figure.start, 5).any(|at| view.norm(at) == "had");
    let by = |m: &Mention, e: Expression| {
        let later = matches!(e, Expression::YearsEarlier(..0));
        m.span == span && (view.norm_before(m.tokens.start, 1) == "by" || later)
    };
    if !had || !periods(view).any(|(m, e, _)| by(m, e)) {
        return None;
    }
    told_year(asked)
        .filter(|told| told.last_day() < period.first_day())
        .map(|told| Filled::new(told, "since_told", None))
}

/// *has since doubled its earnings*: from the year told before up to now.
pub fn since_then(asked: &Asked<'_, '_>, aside: bool) -> Option<Times> {
    if asked.kind != Kind::Change {
        return None;
    }
    let view = asked.view;
    let clause = view.clause(asked.quantity.tokens.start);
    let (mention, ..) =
        periods(view).find(|(m, e, _)| *e == Expression::SinceThen && clause.contains(&m.tokens.start))?;
    let base = told_year(asked)?;
    let now = asked.clock.published.and_then(|day| Period::year(chrono::Datelike::year(&day)))?;
    (base.last_day() < now.first_day()).then(|| Times {
        period: Some(Filled::new(Some(now), "to_now", Some(mention.span))),
        base: Some(Filled::new(base, "since_told", None)),
        aside,
    })
}

/// *Over the same period, investment more than doubled*: from and to the years of the growth told before.
pub fn over_same(asked: &Asked<'_, '_>, aside: bool) -> Option<Times> {
    let view = asked.view;
    let (period, base) = asked.clock.against.filter(|_| asked.kind == Kind::Change)?;
    let years = period.frequency() == Frequency::Annual && base.frequency() == Frequency::Annual;
    let apart = base.shift_years(1).is_some_and(|next| next.last_day() < period.first_day());
    let clause = view.clause(asked.quantity.tokens.start);
    let same = |m: &Mention, e: Expression| {
        e == Expression::SamePeriod
            && matches!(view.norm_before(m.tokens.start, 1), "over" | "in" | "during")
            && view.norm(m.tokens.end - 1) == "period"
            && clause.contains(&m.tokens.start)
    };
    let mut told = periods(view).filter(|(m, ..)| clause.contains(&m.tokens.start));
    let (mention, ..) = told.next().filter(|(m, e, _)| same(m, *e) && told.next().is_none())?;
    (years && apart).then(|| Times {
        period: Some(Filled::new(Some(period), "own_period", Some(mention.span))),
        base: Some(Filled::new(base, "since_told", Some(mention.span))),
        aside,
    })
}

/// *has since doubled its earnings to $2.2 billion*: what growth since then led to is of its time.
pub fn to_now(asked: &Asked<'_, '_>, main: Filled<Option<Period>>) -> Filled<Option<Period>> {
    if let Some(growth) = led_to(asked, &main) {
        return Filled::new(growth, "time_of_growth", main.span);
    }
    let then = |(m, e, _): (&Mention, Expression, bool)| Some(m.span) == main.span && e == Expression::SinceThen;
    if main.value.is_some() || main.span.is_none() || !asked.same_sentence || !periods(asked.view).any(then) {
        return main;
    }
    let year = asked.clock.published.and_then(|day| Period::year(chrono::Datelike::year(&day)));
    match asked.before.and_then(|f| f.period).filter(|told| Some(*told) == year) {
        Some(told) => Filled::new(Some(told), "to_now", main.span),
        None => main,
    }
}

/// The year that the statement told before is of.
fn told_year(asked: &Asked<'_, '_>) -> Option<Period> {
    let told = asked.before.and_then(|f| f.period).or(asked.clock.spoken)?;
    (told.frequency() == Frequency::Annual).then_some(told)
}

/// *have tripled since 1993, to $134.6 billion last year*: the time of what the growth led to.
pub fn reached(asked: &Asked<'_, '_>) -> Option<Expression> {
    let view = asked.view;
    let next = *view.quantities.iter().find(|q| **q > asked.index)?;
    let tokens = &view.mentions[next].tokens;
    // *has grown by 60 percent to reach $181.8 billion last year*
    let verb = usize::from(matches!(view.norm_before(tokens.start, 1), "reach" | "hit" | "total" | "make"));
    let timed = || periods(view).any(|(m, ..)| m.tokens.end < tokens.start && tokens.start <= m.tokens.end + 2);
    // *Since 2004 trade has grown by 60 percent, to $54 billion in 2013*
    let end = asked.quantity.tokens.end;
    let near = || tokens.start <= end + 1 + usize::from(view.norm(end) == ",");
    let to = view.norm(tokens.start.wrapping_sub(1 + verb)) == "to" && (verb > 0 || timed() || near());
    // *have tripled in ten years, reaching 3.9 billion euros in 2013*
    let reaching = matches!(view.norm_before(tokens.start, 1), "reaching" | "hitting" | "totalling" | "totaling");
    let to = to || reaching && view.norm_before(tokens.start, 2) == ",";
    let behind = |m: &Mention| m.tokens.start >= tokens.end && m.tokens.start <= tokens.end + 2;
    periods(view)
        .find(|(m, e, compared)| behind(m) && !compared && matches!(e, Expression::In(..) | Expression::Relative(..)))
        .map(|(_, e, _)| e)
        .filter(|_| to)
}

/// *doubled in five years and came to $190 million in 2022*: the time of the level that a growth in so many years is joined to.
pub fn came_to(asked: &Asked<'_, '_>) -> Option<Expression> {
    let view = asked.view;
    let next = *view.quantities.iter().find(|q| **q > asked.index)?;
    let (first, end) = (view.start_with_hedge(view.quantity(next)?), view.mentions[next].tokens.end);
    let and = (1..=3).any(|back| view.norm_before(first, back) == "and");
    let verb = match view.norm_before(first, 1) {
        "to" => matches!(view.norm_before(first, 2), "came" | "amounted"),
        word => matches!(word, "reached" | "hit" | "totalled" | "totaled" | "made" | "exceeded" | "was"),
    };
    let behind = |m: &Mention| (end..=end + 2).contains(&m.tokens.start);
    let year = |e: Expression| matches!(e, Expression::In(Part::Year, _) | Expression::Relative(Length::Year, _));
    let (_, time, _) = periods(view).find(|(m, e, compared)| behind(m) && !compared && year(*e))?;
    (and && verb).then_some(time)
}

/// *has grown fivefold since 2003 to 660 million*: the time of the growth that led to an amount.
fn led_to(asked: &Asked<'_, '_>, main: &Filled<Option<Period>>) -> Option<Option<Period>> {
    let view = asked.view;
    let since =
        |(m, e, _): (&Mention, Expression, bool)| Some(m.span) == main.span && matches!(e, Expression::Since(..));
    let led = asked.kind == Kind::Level
        && asked.same_sentence
        && main.span.is_some()
        && view.norm_before(view.start_with_hedge(asked.quantity), 1) == "to"
        && periods(view).any(since);
    let last = || view.figures().rfind(|q| q.tokens.end <= asked.quantity.tokens.start);
    let grew = led && last().is_some_and(|q| q.quantity.unit.is_ratio());
    asked.before.filter(|_| grew).map(|f| f.period)
}
