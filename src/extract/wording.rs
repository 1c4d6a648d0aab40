//! How a sentence words its times: which are compared with, which begin a stretch, which belong to something else.

use super::compared_to::compared_at;
use super::view::View;
use crate::lexicon::Marks;
use crate::lexicon::words::{is_or_was, is_season, leads_to_end};
use crate::mention::{Expression, Length, Mention, Part, What, YearRef};
use crate::model::{Period, Span};
use crate::resolve::Clock;
use crate::token::OneOf;

/// The periods of the sentence: where, what, and whether they are compared with.
pub fn periods<'v>(view: &'v View<'_>) -> impl Iterator<Item = (&'v Mention, Expression, bool)> {
    let worded = view.times.get_or_init(|| {
        let worded = |(at, mention): (usize, &Mention)| match mention.what {
            What::Period(expression) => {
                let compared = compared_at(view, mention.tokens.start).is_some();
                Some((at, since_clause(view, mention, expression), compared))
            }
            _ => None,
        };
        view.mentions.iter().enumerate().filter_map(worded).collect()
    });
    worded.iter().map(|(at, expression, compared)| (&view.mentions[*at], *expression, *compared))
}

/// *Since the pipeline opened in late 2009*: the clause makes its time the beginning of a stretch.
pub fn since_clause(view: &View<'_>, mention: &Mention, expression: Expression) -> Expression {
    let start = view.segment_tokens(view.segment(mention.tokens.start)).start;
    match expression {
        Expression::In(part, year) => {
            let since = view.given(Marks::SINCE, || {
                (start..mention.tokens.start).rev().take(14).find(|at| view.norm(*at) == "since")
            });
            // *rose by $149 million, since it was $880 million in January-June* gives a reason.
            let reason = |since: &usize| {
                matches!(view.norm(since + 1), "it" | "they" | "there")
                    && is_or_was(view.norm(since + 2))
                    && view.first_quantity(&(*since..mention.tokens.start)).is_some()
            };
            let since = since.filter(|since| !reason(since));
            // *since December 2020 and carried 6.5 TWh in 2021*: the first time behind it is the one.
            let since = since.filter(|since| {
                !view.mentions.iter().any(|m| {
                    (*since..mention.tokens.start).contains(&m.tokens.start)
                        && matches!(m.what, What::Period(_))
                        && !begins(view, m)
                })
            });
            // *grew by 150 million in a month, since it was 880 million in January-June*: why, and no beginning.
            let since = since.filter(|since| {
                let reason = matches!(view.norm(since + 1), "it" | "they" | "this")
                    && matches!(view.norm(since + 2), "was" | "were" | "had" | "stood");
                !(reason && view.first_quantity(&(since + 2..mention.tokens.start)).is_some())
            });
            // *since the start of the 2022/23 season in July*: when the season began.
            let preposition = view.norm_before(mention.tokens.start, 1);
            let season = (preposition == "in" && matches!(part, Part::Months(first, last) if first == last)
                || preposition == "on" && matches!(part, Part::Day(..)))
                && view.mentions.iter().any(|m| {
                    (m.tokens.end + 1..=m.tokens.end + 3).contains(&mention.tokens.start)
                        && matches!(m.what, What::Period(Expression::Since(..)))
                        && (is_season(view.norm(m.tokens.end))
                            || view.norm(m.tokens.end) == "marketing"
                            || is_season(view.norm_before(m.tokens.end, 1)))
                });
            if since.is_some() || season { Expression::Since(part, year) } else { expression }
        }
        // *This year it has taken 3.6 bcm so far*
        Expression::Relative(Length::Year, 0) if is_so_far(view, mention) => {
            Expression::ToDate(YearRef::Publication(0))
        }
        Expression::SinceThen if mention.tokens.len() > 1 => view
            .mentions
            .iter()
            .rev()
            .filter(|m| m.tokens.end <= mention.tokens.start)
            .find_map(|m| match m.what {
                What::Period(
                    Expression::In(part, year) | Expression::YearFrom(part, year) | Expression::Since(part, year),
                ) => Some(Expression::Since(part, year)),
                _ => None,
            })
            .unwrap_or(expression),
        other => other,
    }
}

/// The time that a sentence names last and compares nothing with, which the next one may go on from by *since then*.
pub fn time_named_last(view: &View<'_>, clock: &Clock) -> Option<Period> {
    let begins = |e: Expression| matches!(e, Expression::In(..) | Expression::Since(..) | Expression::YearFrom(..));
    let (_, told, _) = periods(view).filter(|(_, e, compared)| begins(*e) && !compared).last()?;
    clock.resolve(told)
}

/// *This year it has taken 3.6 bcm so far*: whether the clause of a time says that it is not over.
fn is_so_far(view: &View<'_>, mention: &Mention) -> bool {
    let clause = mention.tokens.end..view.clause(mention.tokens.start).end;
    clause
        .into_iter()
        .any(|at| view.norm(at) == "so" && view.norm(at + 1) == "far" && !view.norm(at + 2).ends_with("ed"))
}

/// *since the crop year began in June*: whether a time is what begins at another.
pub fn begins(view: &View<'_>, mention: &Mention) -> bool {
    matches!(view.norm(mention.tokens.end), "began" | "started" | "begins" | "starts")
}

/// *in 2024 and 2025*: whether a year is the second of two that follow each other.
pub fn ends_pair(view: &View<'_>, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let What::Period(Expression::In(Part::Year, YearRef::Absolute(last))) = mention.what else { return false };
    view.norm_before(start, 1) == "and"
        && view.mentions.iter().any(|m| {
            m.tokens.end + 1 == start && m.what == What::Period(Expression::In(Part::Year, YearRef::Absolute(last - 1)))
        })
}

/// Words that put a figure at some time without saying which: *before the war*, *normally*, *1.7 GW before*.
pub fn vague(view: &View<'_>, figure: &std::ops::Range<usize>) -> Option<Span> {
    view.given(Marks::VAGUE, || vague_word(view, figure))
}

fn vague_word(view: &View<'_>, figure: &std::ops::Range<usize>) -> Option<Span> {
    let clause = view.clause(figure.start);
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at > figure.start);
    let end = next.unwrap_or(clause.end).min(clause.end);
    let dated = |at: usize| view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Period(_)));
    let says = |at: usize| match view.norm(at) {
        "normally" | "usually" | "traditionally" | "typically" | "formerly" => true,
        "past" => view.norm_before(at, 1) == "the" && view.norm_before(at, 2) == "in" && !dated(at),
        // *in recent years investment stayed around $3 billion*
        "recent" => {
            let the = usize::from(view.norm_before(at, 1) == "the");
            matches!(view.norm(at + 1), "years" | "months" | "decades" | "times")
                && matches!(view.norm_before(at, 1 + the), "in" | "over" | "during")
                && !dated(at)
        }
        // *to $5 billion by 2026 and to $10 billion in the longer term*
        "term" | "run" | "future" => {
            let led =
                |at: usize| view.norm(at) == "in" && (view.norm(at + 1) == "the" || view.norm(at + 1) == "future");
            let kind = view.norm_before(at, 1);
            let far = view.norm(at) == "future" || matches!(kind, "long" | "longer" | "medium" | "near");
            far && figure.end <= at && at <= figure.end + 5 && view.back(at, 4).any(led)
        }
        "before" if at == figure.end => {
            !dated(at) && view.tokens.get(at + 1).is_none_or(|t| t.shape != crate::token::Shape::Word)
        }
        "before" | "until" => {
            // *in 2019 (before the pandemic) it was 22 billion* says when.
            let told = view.norm_before(at, 1) == "(" && dated(at.wrapping_sub(2));
            // *before the war*, *until the Iraq war*
            let event = (at + 2..at + 4).any(|word| view.is_one_of(word, EVENTS));
            view.norm(at + 1) == "the" && !told && !(at..at + 4).any(dated) && event
        }
        _ => false,
    };
    (clause.start..end).find(|at| says(*at)).map(|at| view.tokens[at].span)
}

/// What times are told from without a date.
const EVENTS: OneOf = one_of!(
    "agreement",
    "accession",
    "merger",
    "independence",
    "war",
    "invasion",
    "embargo",
    "sanctions",
    "crisis",
    "pandemic",
    "conflict",
    "revolution",
    "boycott",
    "ban",
    "drought",
    "outage",
    "accident",
    "strike",
    "collapse",
    "reform",
    "shutdown",
    "blockade",
);

/// *since the fiscal year began on March 21*: the day tells more than the year.
pub fn day_follows(view: &View<'_>, fiscal: &Mention) -> bool {
    view.mentions.iter().any(|m| {
        matches!(m.what, What::Period(Expression::In(Part::Day(..), _)))
            && m.tokens.start > fiscal.tokens.start
            && m.tokens.start <= fiscal.tokens.end + 5
    })
}

/// *As of December 1*: the day up to which the sentence counts.
pub fn as_of(view: &View<'_>) -> Option<Expression> {
    view.mentions.iter().find_map(|m| match m.what {
        What::Period(day @ Expression::In(Part::Day(..), _)) if counts_up_to(view, m) => Some(day),
        _ => None,
    })
}

/// *As of December 1*, *as at 31 March*: whether a figure is told as it stood at a time.
pub fn counts_up_to(view: &View<'_>, mention: &Mention) -> bool {
    let at = mention.tokens.start;
    at >= 2 && matches!(view.norm_before(at, 1), "of" | "at" | "on") && view.norm_before(at, 2) == "as"
}

/// From the beginning of its year to a day that a figure is told as of: the first of a month counts no day of it.
pub fn until_day(day: Period) -> Option<Period> {
    let first = day.first_day();
    let last = if chrono::Datelike::day(&first) == 1 { first.pred_opt()? } else { first };
    Period::between(Period::year(chrono::Datelike::year(&last))?.first_day(), last)
}

/// *exports in the 2023/24 season rose ... compared with 1.3 million tons as of Aug. 6, 2022*: from the beginning of a year that `spoken`
/// counts from another month than January, else of the calendar's.
pub fn since_its_beginning(spoken: Option<Period>, day: Period) -> Option<Period> {
    use chrono::Datelike;
    let season = spoken.filter(|p| p.whole_months() == Some(12) && p.first_day().ordinal() > 1);
    let Some(season) = season else { return until_day(day) };
    let years = day.first_day().year() - season.first_day().year();
    let begun = |years: i32| season.shift_years(years).filter(|p| p.contains(&day));
    Period::between(begun(years).or_else(|| begun(years - 1))?.first_day(), day.last_day())
}

/// *less than last year* said of four months means the same four months.
pub fn same_part(compared: Option<Period>, main: Option<Period>) -> Option<Period> {
    let compared = compared?;
    let Some(main) = main else { return Some(compared) };
    let years = chrono::Datelike::year(&compared.first_day()) - chrono::Datelike::year(&main.first_day());
    // A fiscal year begins in one calendar year and ends in the next, where the part may be.
    let within = |years: i32| main.shift_years(years).filter(|shifted| compared.contains(shifted));
    let whole_year = (360..=366).contains(&compared.days());
    Some(within(years).or_else(|| within(years + 1)).filter(|_| whole_year).unwrap_or(compared))
}

/// Whether a figure is where growth over a span began (`false`) or ended (`true`): *from A to B*.
pub fn edge_of_growth(view: &View<'_>, index: usize) -> Option<bool> {
    let word_before = |index: usize| view.norm_before(view.mentions[index].tokens.start, 1);
    let place = view.quantities.iter().position(|q| *q == index)?;
    let linked = |from: usize, to: usize| {
        word_before(from) == "from"
            && word_before(to) == "to"
            && view.mentions[from].tokens.end + 1 == view.mentions[to].tokens.start
    };
    if let Some(next) = view.quantities.get(place + 1)
        && linked(index, *next)
    {
        return Some(false);
    }
    let before = *view.quantities.get(place.checked_sub(1)?)?;
    linked(before, index).then_some(true)
}

/// *a $40bn (£21bn) deal to import gas*, *a 2 bcm contract with Italy*: the deal that a figure is the size of, over a bracket.
pub fn deal_behind(view: &View<'_>, index: usize) -> Option<usize> {
    let mut at = view.mentions[index].tokens.end;
    if view.norm(at) == "(" {
        at = (at..at + 6).find(|at| view.norm(*at) == ")")? + 1;
    } else if view.norm(at) == ")" {
        at += 1;
    }
    let deal = matches!(view.norm(at), "deal" | "contract" | "agreement" | "order" | "accord");
    (deal && matches!(view.norm(at + 1), "to" | "for" | "with" | "on")).then_some(at)
}

/// *by the end of November 2019*, *to end-November*: whether a month is told as the end of what was counted.
pub fn told_by_end_of(view: &View<'_>, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let back = |n: usize| view.norm_before(start, n);
    let end = match back(1) {
        // *by end-November* is one time.
        _ if view.norm(start) == "end" => 1,
        "of" if back(2) == "end" => 3 + usize::from(back(3) == "the"),
        "-" if back(2) == "end" => 3,
        "end" => 2,
        _ => return false,
    };
    // *as of the end of October*
    leads_to_end(back(end)) || back(end) == "by" || matches!(back(end), "of" | "at") && back(end + 1) == "as"
}

/// *September's 9.9% gain*: whether a time owns the figure at token `at`.
pub fn owns_figure(view: &View<'_>, mention: &Mention, at: usize) -> bool {
    let end = mention.tokens.end;
    view.norm_before(at, 1) == "s" && (end == at || end + 2 == at && view.norm(end) == "'")
}
