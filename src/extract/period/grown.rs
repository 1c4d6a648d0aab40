//! Growth since a time that the text told before.
//!
//! | text | period | base |
//! | --- | --- | --- |
//! | *In 1994 it sold $5 billion. By 2016 its exports had **quadrupled*** | 2016 | 1994 |
//! | *exported $1.1 billion in 2009 and has since **doubled** its earnings* | publication | 2009 |

use super::{Asked, Times};
use crate::extract::rule::Filled;
use crate::extract::wording::periods;
use crate::mention::{Expression, Mention};
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

/// *has since doubled its earnings to $2.2 billion*: what growth since then led to is of its time.
pub fn to_now(asked: &Asked<'_, '_>, main: Filled<Option<Period>>) -> Filled<Option<Period>> {
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
