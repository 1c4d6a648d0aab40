//! Figures at the beginning or the end of a stretch, and before a time.
//!
//! | sentence | reading |
//! | --- | --- |
//! | *Between 2010 and 2020 it grew from **$560 million** to $802 million* | the first year |
//! | *From 2011 to 2013 exports climbed to **$4.1 billion*** | the last year |
//! | *doubled in the decade to 2013 to **$4.1 billion*** | the last year |
//! | *Before 2012 it sold **5 bcm** a year* | no time that is told |

use super::super::rule::Filled;
use super::super::wording::periods;
use super::search::{Found, Search, Time};
use crate::extract::view::View;
use crate::lexicon::words::{compares, is_over_or_under, is_span};
use crate::lexicon::{Class, Cue};
use crate::mention::{Expression, Length, Part, YearRef};
use crate::model::{Kind, Measure, Period};

/// The first and the last year of a stretch of years.
pub fn years_of(expression: Expression) -> Option<(Expression, Expression)> {
    match expression {
        Expression::Span(part, year, part2, year2) => Some((Expression::In(part, year), Expression::In(part2, year2))),
        Expression::StretchTo(count, Length::Year, Part::Year, YearRef::Absolute(last)) if count > 1 => {
            let first = last.checked_sub(i32::try_from(count).ok()?)?;
            let year = |year| Expression::In(Part::Year, YearRef::Absolute(year));
            Some((year(first), year(last)))
        }
        _ => None,
    }
}

/// Whether a level is what something grew or fell to (`true`), or from (`false`), in the words of the stretch: *climbed to $4.1 billion
/// from $3.2 billion*.
fn moved(search: &Search<'_, '_, '_>) -> Option<bool> {
    let view = search.asked.view;
    if search.asked.kind != Kind::Level {
        return None;
    }
    let first = view.start_with_hedge(search.asked.quantity);
    let article = usize::from(matches!(view.norm_before(first, 1), "a" | "the" | "some"));
    let word = first.wrapping_sub(1 + article);
    // *by a third, to 802 million*, *soaring 23 percent to reach 34.1 billion*
    let reach = matches!(view.norm(word), "reach" | "hit" | "total" | "reaching" | "hitting");
    let to = if reach && view.norm_before(word, 1) == "to" { word - 1 } else { word };
    let clause = view.clause(first).start..first;
    let changes =
        view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| clause.contains(&m.tokens.start))
            || view.quantities.iter().any(|q| {
                clause.contains(&view.mentions[*q].tokens.start)
                    && view.quantity(*q).is_some_and(|q| matches!(q.quantity.unit.measure, Measure::Times))
            });
    match view.norm(to) {
        "to" if changes => Some(true),
        "reaching" | "hitting" if changes => Some(true),
        "from" if changes => Some(false),
        _ => None,
    }
}

/// *between August and September*: whether the time at a token is told so, with the word in it or in front of it.
pub fn is_between(view: &View<'_>, at: usize) -> bool {
    view.norm(at) == "between" || view.norm_before(at, 1) == "between"
}

/// *Between 2010 and 2020 it grew from $560 million to $802 million*.
pub fn edge(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    // *ticked up 1.7 percent between August and September to $43.5 billion*
    if let Expression::In(Part::Months(first, last), year) = *expression
        && is_between(search.asked.view, found.tokens.start)
        && last == first + 1
        && let Some(ended) = moved(search)
    {
        let month = if ended { last } else { first };
        let month = search.resolve(Expression::In(Part::Months(month, month), year));
        return Some(Filled::new(month, "edge_of_growth", Some(found.span)));
    }
    let (first, end) = years_of(*expression)?;
    let annual = matches!(first, Expression::In(Part::Year, _));
    let last = search.edge.or_else(|| if annual { moved(search) } else { None })?;
    Some(Filled::new(search.resolve(if last { end } else { first }), "edge_of_growth", Some(found.span)))
}

/// *Before 2012 it sold 5 bcm a year*, *until January 1 it had been paying 260 dollars*: whether what is told was so before the time
/// in these words, of no time that is told.
fn is_before(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> bool {
    let view = search.asked.view;
    let Some(word) = found.tokens.start.checked_sub(1).filter(|at| view.range.contains(at)) else { return false };
    let before = match view.norm(word) {
        "before" => {
            !(is_span(view.norm_before(word, 1))
                || matches!(view.norm_before(word, 1), "years" | "months" | "days" | "weeks" | "decade" | "long"))
        }
        "to" => view.norm_before(word, 1) == "prior",
        "until" | "till" => true,
        _ => false,
    };
    let year = matches!(expression, Expression::In(Part::Year | Part::Day(1, 1), YearRef::Absolute(_)));
    // *exports until 2012*: of what ends then.
    let ends = view.heads.iter().any(|h| h.class == Class::Noun && h.end == word);
    before && year && !ends && !search.aimed() && search.asked.kind == Kind::Level && search.compared.is_none()
}

/// What was found, at the edge of a stretch or before a time.
pub fn settled(search: &Search<'_, '_, '_>, found: Filled<Option<Period>>) -> Filled<Option<Period>> {
    let view = search.asked.view;
    let Some(time) = periods(view).find(|(m, ..)| found.span == Some(m.span)) else {
        // *From 2011 to 2013 exports climbed to $4.1 billion from $3.2 billion*
        let stretch = || {
            let mut all = periods(view).filter(|(_, e, _)| years_of(*e).is_some());
            all.next().filter(|_| all.next().is_none() && periods(view).count() == 1)
        };
        let before = found.rule == "compared_level" && moved(search) == Some(false);
        return before.then(|| edge(search, &stretch()?)).flatten().unwrap_or(found);
    };
    if is_before(search, &time) {
        return Filled::new(None, "before_a_time", found.span);
    }
    if let Some(both) = of_both_years(search, &time) {
        return both;
    }
    let whole = found.rule == "period_of_sentence" && years_of(time.1).is_some();
    whole.then(|| edge(search, &time)).flatten().unwrap_or(found)
}

/// *Imports in 2022 and 2023 came to 170 billion euros*: one amount of both years, which follow one another.
fn of_both_years<'v>(search: &Search<'_, '_, '_>, (last, expression, _): &Time<'v>) -> Option<Filled<Option<Period>>> {
    let Expression::In(Part::Year, YearRef::Absolute(year)) = *expression else { return None };
    let view = search.asked.view;
    let and = last.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == "and")?;
    let before = Expression::In(Part::Year, YearRef::Absolute(year - 1));
    let (first, ..) = periods(view).find(|(m, e, _)| m.tokens.end == and && *e == before)?;
    let led = matches!(view.norm_before(first.tokens.start, 1), "in" | "during" | "over" | "of" | "for");
    // *0.8 mb/d in both 2024 and 2025*, *5 and 6 million in 2022 and 2023*: an amount for each.
    let unit = search.asked.quantity.quantity.unit;
    let amount = search.asked.kind == Kind::Level && (unit.is_sum() || unit.is_bulk()) && !unit.is_rate();
    let start = search.mention.tokens.start;
    let alone = || {
        let here = view.clause(start).start..start;
        let each = view.norm_before(view.start_with_hedge(search.asked.quantity), 1) == "and";
        let several = || view.figures().any(|q| here.contains(&q.tokens.start) && !q.quantity.unit.is_ratio());
        !each && !several() && !view.range.clone().any(|at| view.norm(at) == "respectively")
    };
    let period = Period::months(year - 1, 1, year, 12);
    (led && amount && alone()).then(|| Filled::new(period, "both_years", Some(first.span.join(last.span))))
}

/// *At $400 million, March exports were the highest since 2008*: the time of the clause behind an amount that stands before it.
pub fn amount_first(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let own = &search.tokens;
    let alone = own.start == view.range.start
        && matches!(view.norm(own.start), "at" | "with" | "worth" | "totalling" | "totaling" | "reaching")
        && view.start_with_hedge(search.asked.quantity) == own.start + 1
        && own.end <= search.mention.tokens.end + 1;
    let next = view.segments.get(search.segment + 1).filter(|_| alone)?;
    let end = view.first_quantity(&next.tokens).map_or(next.tokens.end, |q| view.mentions[q].tokens.start);
    let time = search.here(next.tokens.start..end, false);
    Some(search.answer(time.first()?, "clause_behind"))
}

/// *$6.1 billion (2018), $6.4 billion (2019)*: the time alone in the bracket right behind the figure.
pub fn in_own_bracket(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    if view.norm(end) != "(" {
        return None;
    }
    let time = periods(view).find(|(m, ..)| m.tokens.start == end + 1 && closes(view, m.tokens.end))?;
    plain(time.1).then(|| search.answer(&time, "own_bracket"))
}

/// *Italy 22%, Indonesia 9.2%, Germany 8.8% (2014)*: the time alone in the bracket that closes the line of a list of parts.
pub fn in_closing_bracket(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let own = search.mention.tokens.end;
    if !search.asked.quantity.quantity.unit.is_ratio() || search.asked.kind != Kind::Share {
        return None;
    }
    let mut times = periods(view);
    let time = times.next().filter(|(m, ..)| view.norm_before(m.tokens.start, 1) == "(" && m.tokens.start > own)?;
    let last = view.mentions[*view.quantities.last()?].tokens.end + 1;
    let ends = (time.0.tokens.end..view.range.end)
        .all(|at| matches!(view.norm(at), ")" | "." | "est" | "estimate" | "estimated"));
    let alone = times.next().is_none() && time.0.tokens.start == last && ends && view.quantities.len() > 1;
    let parts = view.figures().all(|q| q.quantity.unit.is_ratio());
    (alone && parts && plain(time.1)).then(|| search.answer(&time, "closing_bracket"))
}

fn plain(time: Expression) -> bool {
    matches!(time, Expression::In(..) | Expression::Span(..) | Expression::SplitYear(_))
}

/// *(2014 est.)*: whether a bracket closes at token `at`, or behind a word that the figure is an estimate.
fn closes(view: &View<'_>, at: usize) -> bool {
    let over = at + usize::from(matches!(view.norm(at), "est" | "estimate" | "estimated" | "prov" | "preliminary"));
    let over = over + usize::from(over > at && view.norm(over) == ".");
    view.norm(over) == ")"
}

/// *above the year-ago 3.1 million*, *from the previous week's 4.4 million*: a time right before the figure that counts from the one told.
pub fn right_before(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let first = view.start_with_hedge(search.asked.quantity);
    let owned = usize::from(view.norm_before(first, 1) == "s" && view.norm_before(first, 2) == "'") * 2;
    let (time, expression, _) = periods(view).find(|(m, ..)| m.tokens.end + owned == first)?;
    let counts = matches!(
        expression,
        Expression::YearsEarlier(1..) | Expression::MonthsEarlier(1..) | Expression::Preceding(1, _)
    );
    let named =
        owned > 0 || view.norm_before(time.tokens.end, 1) == "ago" || view.norm_before(time.tokens.end, 1) == "earlier";
    // *a year earlier 5 million*: what opens its clause tells it plainly.
    let governed = is_over_or_under(view.norm_before(time.tokens.start, 1))
        || compares(view.norm_before(time.tokens.start, 1))
        || matches!(view.norm_before(time.tokens.start, 1), "with" | "to" | "beyond" | "on");
    (counts && named && governed && search.asked.kind == Kind::Level)
        .then(|| Filled::new(search.resolve(expression), "right_before", Some(time.span)))
}

/// *; today it is **$410 million***, behind a time that is over: as it stands.
pub fn by_now(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let opens = search.tokens.start;
    let at = (opens..opens + 2).find(|at| matches!(view.norm(*at), "today" | "nowadays" | "now"))?;
    let own = at + 1..search.mention.tokens.start;
    let plain = own.start <= own.end && own.len() <= 8 && !periods(view).any(|(m, ..)| own.contains(&m.tokens.start));
    let verb = |at: usize| matches!(view.norm(at), "is" | "are" | "stands" | "exceeds" | "has" | "have" | "amounts");
    (plain && search.asked.kind == Kind::Level && !search.aimed() && own.clone().any(verb))
        .then(|| Filled::new(None, "now", Some(view.tokens[at].span)))
}

/// *Between 2010 and 2020 it grew from $560 million to $802 million*.
pub fn between_edges(search: &Search<'_, '_, '_>) -> Found {
    let last = search.edge?;
    // *Over the past decade trade grew from $10.6 billion to $166.3 billion in 2011*: the first was at no time that is told.
    let past = |e: Expression| matches!(e, Expression::Past(2.., Length::Year) | Expression::InYears(_));
    if let Some((time, ..)) = periods(search.asked.view).find(|(_, e, _)| past(*e)).filter(|_| !last) {
        return Some(Filled::new(None, "edge_of_growth", Some(time.span)));
    }
    let found = periods(search.asked.view).find(|(_, e, _)| matches!(e, Expression::Span(..)))?;
    Some(search.answer(&found, "edge_of_growth"))
}
