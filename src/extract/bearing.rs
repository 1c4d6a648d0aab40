//! What bears on the time of a figure: times to come, lists, pairs of years.
//!
//! | sentence | asked |
//! | --- | --- |
//! | *is booked until 2036* | whether a time lies ahead of what happened |
//! | *unchanged in 2024 and 2025* | whether two years are one stretch |
//! | *exports made $6 billion and imports $5 billion in 2010* | whether a time is of a whole list |

use std::ops::Range;

use chrono::Datelike;

use super::alike::compared_at;
use super::elsewhere::belongs;
use super::grammar::Opening;
use super::measured::{FORESEEN, compared_in_bracket, foreseen};
use super::period::Asked;
use super::rule::Filled;
use super::season::tells_days;
use super::view::View;
use super::wording::{counts_up_to, ends_pair, periods};
use crate::lexicon::words::{is_article, is_form_of_have, is_relative};
use crate::lexicon::{Cue, Marks};
use crate::mention::{Expression, Form, Mention, Part, What, YearRef};
use crate::model::{Indicator, Kind, Period, Span, Status};

/// Whether a time is none that what happened can be of: it begins after publication.
pub fn lies_ahead(asked: &Asked<'_, '_>, period: Option<Period>) -> bool {
    let begins = period.map(|p| p.first_day());
    // *pays $130 in the first half of 2008*, told before that: a price may be settled ahead.
    let settled =
        asked.indicator == Indicator::Price && asked.kind == Kind::Level && period.is_some_and(|p| p.days() > 80);
    asked.status == Status::Actual
        && !settled
        && begins.zip(asked.clock.published).is_some_and(|(first, day)| first > day)
}

/// *Output slipped to 1.7 million barrels per day*: a daily rate that a verb says was so is of the time spoken of.
pub fn averaged(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    asked.quantity.quantity.unit.per == Some(crate::model::Measure::Day)
        && ((view.range.start..start).any(|at| view.is_past(at))
            // *An average of 3.52 million barrels per day was shipped*
            || view.norm_before(start, 1) == "of"
                && view.norm_before(start, 2) == "average"
                && matches!(view.norm(view.mentions[asked.index].tokens.end), "was" | "were"))
}

/// *had expected a surplus of $4 billion in 2010*: what was looked forward to, of a time that is over.
pub fn foretold(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    if view.given(FORESEEN, || foreseen(view, asked.index)).is_some() {
        return true;
    }
    // *Stocks are seen at 1.7 million tonnes in December, a survey showed in January*
    if asked.status == Status::Forecast && view.range.clone().any(|at| matches!(view.norm(at), "survey" | "poll")) {
        return true;
    }
    let start = view.mentions[asked.index].tokens.start;
    // *is estimated to reach 6.2 billion in October*, told at its end
    if asked.status == Status::Forecast
        && view.back(start, 5).any(|at| view.norm(at) == "estimated" && view.norm(at + 1) == "to")
    {
        return true;
    }
    if start > view.range.start + 1
        && matches!(view.norm_before(start, 1), "was" | "were")
        && view.norm_before(start, 2) == "estimate"
    {
        return true;
    }
    let cue = view.cues(|cue| matches!(cue, Cue::Status(Status::Forecast | Status::Target)).then_some(()));
    cue.filter(|(_, m)| m.tokens.start < start).last().is_some_and(|(_, m)| {
        let at = m.tokens.start;
        // *its target for 2018 was 1 million*
        if (m.tokens.end..start).any(|at| matches!(view.norm(at), "was" | "were")) {
            return true;
        }
        // *is expected to have reached 5 million in the first half*
        let done = |at: usize| view.norm(at) == "have" && (view.is_past(at + 1) || view.norm(at + 1) == "been");
        if view.norm(at) != "will" && (m.tokens.end.saturating_sub(1)..start.min(m.tokens.end + 4)).any(done) {
            return true;
        }
        let had = |at: usize| matches!(view.norm(at), "had" | "was" | "were");
        had(at) || had(at.wrapping_sub(1)) || had(at.wrapping_sub(2)) && view.norm_before(at, 1) == "been"
    })
}

/// *5.2 billion (2011: 4.9 billion)*, *(in 2015 – 9.7%)*: whether a time stands in a bracket with a figure of its own.
pub fn own_bracket(view: &View<'_>, mention: &Mention) -> bool {
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
pub fn in_the_year_told(asked: &Asked<'_, '_>, expression: Expression) -> Expression {
    let Expression::In(part, YearRef::Open) = expression else { return expression };
    // *climbed 8 percent in 2012, reaching a record on August 10*, in a text without a date
    let short = !matches!(part, Part::Half(_) | Part::Quarter(_));
    if short && asked.clock.published.is_some() {
        return expression;
    }
    let start = asked.view.mentions[asked.index].tokens.start;
    // *up from $24 billion in 2017; in the first quarter it bought 3.4 billion*: not the year compared with.
    let view = asked.view;
    let of_base = |m: &Mention| {
        view.quantities.iter().map(|q| &view.mentions[*q].tokens).any(|q| {
            (q.end..=q.end + 2).contains(&m.tokens.start)
                && (view.comparing_before(q.start).is_some() || view.norm_before(q.start, 1) == "after")
        })
    };
    let told = periods(view).filter(|(m, _, compared)| m.tokens.end <= start && !compared && !of_base(m));
    let year = told.filter_map(|(_, e, _)| match e {
        Expression::In(whole, year @ (YearRef::Absolute(_) | YearRef::Publication(_))) => {
            (!short || whole == Part::Year).then_some(year)
        }
        _ => None,
    });
    year.last().filter(|_| asked.same_sentence).map_or(expression, |year| Expression::In(part, year))
}

/// *in 2024 and 2025* beside the one figure of its clause: both years, and their bytes.
pub fn year_before_and(
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
    let between = view.norm_before(first.tokens.start, 1) == "between";
    let What::Period(last) = found.what else { return None };
    (figures <= 1 && !between).then(|| (told, last, first.span.join(found.span)))
}

/// *rose to 105.8 bcm from 100.9 bcm in 1993*: the year after the one compared with.
pub fn year_after_base(asked: &Asked<'_, '_>) -> Option<Filled<Option<Period>>> {
    let view = asked.view;
    if let Some(found) = view.given(Marks::COMPARES, || year_after_growth(asked)) {
        return Some(found);
    }
    let published = chrono::Datelike::year(&asked.clock.published?);
    if asked.status == Status::Forecast && asked.kind == Kind::Level {
        return year_foretold(asked, published);
    }
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

/// *at $5.9 billion, grew 8 percent, compared with 3 percent in 1996*: the year after that of the growth compared with, for all that
/// the sentence told before without a time.
fn year_after_growth(asked: &Asked<'_, '_>) -> Option<Filled<Option<Period>>> {
    let view = asked.view;
    let untold = asked.before.filter(|_| asked.same_sentence).is_none_or(|f| f.period.is_none());
    if asked.status != Status::Actual || asked.kind == Kind::Share || !untold {
        return None;
    }
    let told = |q: usize| view.quantity(q).filter(|q| q.quantity.unit.is_ratio()).map(|q| &q.tokens);
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let mut pairs = view.quantities[place..].windows(2).take(2);
    let (last, span) = pairs.find_map(|pair| {
        let (_, base) = (told(pair[0])?, told(pair[1])?);
        Some((base, view.comparing_before(base.start)?))
    })?;
    let (time, expression, _) =
        periods(view).find(|(m, ..)| m.tokens.start > view.mentions[asked.index].tokens.start)?;
    let Expression::In(Part::Year, YearRef::Absolute(year)) = expression else { return None };
    let near = (last.end..=last.end + 1).contains(&time.tokens.start);
    let published = asked.clock.published.map(|day| chrono::Datelike::year(&day));
    let over = published.is_none_or(|published| (year + 1..=year + 2).contains(&published));
    (near && over).then(|| Filled::new(Period::year(year + 1), "year_after_base", Some(span)))
}

/// *is expected at 3.38 billion bushels, unchanged from 2009*, *would be worth four billion against 3.72 billion in 1986*: the
/// year after the one compared with, where that runs or comes at publication.
fn year_foretold(asked: &Asked<'_, '_>, published: i32) -> Option<Filled<Option<Period>>> {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let (time, expression, compared) = periods(view).find(|(m, ..)| m.tokens.start >= end)?;
    let Expression::In(Part::Year, YearRef::Absolute(year)) = expression else { return None };
    let of_level = || {
        let level = view.quantities.iter().map(|q| &view.mentions[*q].tokens);
        let mut level = level.filter(|t| (t.end..=t.end + 2).contains(&time.tokens.start));
        level.any(|t| t.start > end && view.comparing_before(t.start).is_some())
    };
    let runs = (published..=published + 1).contains(&(year + 1));
    (runs && (compared || of_level())).then(|| Filled::new(Period::year(year + 1), "year_after_base", Some(time.span)))
}

/// *Exports made $6 billion and imports $5 billion in 2010*: the one period at the end is of the whole list.
pub fn period_of_list<'v>(asked: &Asked<'v, '_>, from: usize) -> Option<(&'v Mention, Expression, bool)> {
    let view = asked.view;
    // *Kuwait, which pumps 2 million bpd, sold 55 percent in the first nine months*
    let place = view.mentions[asked.index].tokens.start;
    let opens = view.norm(view.segment_tokens(view.segment(place)).start);
    // *Exports grew by 10.2 per cent and imports by 10.8 per cent in 2005*
    let next = view.figures().find(|q| q.tokens.start > place);
    let joined = next.is_some_and(|next| {
        let between = view.mentions[asked.index].tokens.end..next.tokens.start;
        let and = between.clone().find(|at| matches!(view.norm(*at), "and" | "while" | "whereas"));
        let head = and.is_some_and(|and| view.heads.iter().any(|h| (and..next.tokens.start).contains(&h.at)));
        // *Exports to the EU rose 5 percent, to China 3 percent and to Russia 8 percent in May*
        let aimed = || {
            matches!(view.norm(between.start), "," | "and")
                && between.len() <= 6
                && view.actors.iter().any(|a| between.contains(&a.at) && a.end == next.tokens.start)
                && !view.heads.iter().any(|h| between.contains(&h.at))
        };
        next.quantity.unit.is_ratio() && (head && between.len() <= 9 || aimed())
    });
    if asked.kind == Kind::Change && !joined || matches!(opens, "which" | "who" | "whose") {
        return None;
    }
    // *(2.9 million in 2020)*: the time of what a figure is compared with.
    let aside = |m: &Mention| {
        view.quantities.iter().any(|q| {
            let end = view.mentions[*q].tokens.end;
            // *The $39.5 billion deficit breaks the mark of $38.8 billion set in the first quarter*
            let set = (end..=end + 2).contains(&m.tokens.start.wrapping_sub(2))
                && view.norm_before(m.tokens.start, 2) == "set";
            // *rose 5.6% to $159.9 billion, after an increase of 11.5% in June*: of the growth that it stands behind.
            let grown = (end..=end + 1).contains(&m.tokens.start)
                && view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio())
                && (view.mentions[*q].tokens.start.saturating_sub(12).max(place)..end)
                    .any(|at| matches!(view.norm(at), "after" | "following") && view.norm_before(at, 1) == ",");
            (end..=end + 1).contains(&m.tokens.start) && compared_in_bracket(view, *q).is_some()
                || grown && view.mentions[*q].tokens.start > place
                || set && view.mentions[*q].tokens.start > place
        })
    };
    // *met 52 percent of its needs last year, having been a seller until 1993*: the end of what was before.
    let over = |m: &Mention| {
        matches!(view.norm_before(m.tokens.start, 1), "until" | "till")
            && (m.tokens.start.saturating_sub(10)..m.tokens.start).any(|at| view.norm(at) == "having" && at > place)
    };
    let mut stated = periods(view).filter(|(m, e, compared)| {
        !compared
            && !aside(m)
            && !over(m)
            // *in the past fiscal year (ended on March 20)*: the day only tells which one that is.
            && !tells_days(view, m)
            && matches!(
                e,
                Expression::In(..)
                    | Expression::Relative(..)
                    | Expression::Span(..)
                    | Expression::YearTo(..)
                    | Expression::MonthsTo(..)
                    | Expression::Since(..)
            )
    });
    // *for 3 billion, which exceeds all that was burnt (3.3 billion last year)*, *imports, which had been 6.6 billion in 2021*: of
    // a figure of its own.
    let end = view.mentions[asked.index].tokens.end;
    let beside = |m: &Mention| {
        let bracket = (end..m.tokens.start).rev().find(|at| matches!(view.norm(*at), "(" | ")"));
        let pluperfect = |at: usize| {
            (is_relative(view.norm(at)) || view.norm(at) == "when")
                && matches!(view.norm(at + 1), "had" | "was" | "were")
                // *sells its crude at $12.50, mainly to Chad, which took 61 pct in the first half*: of what it took.
                || asked.quantity.quantity.unit.is_price()
                    && is_relative(view.norm(at))
                    && view.first_quantity(&(at..m.tokens.start)).is_some()
        };
        bracket.is_some_and(|at| view.norm(at) == "(") || (end..m.tokens.start).any(pluperfect)
    };
    // *its output having grown after the reactor was taken into use on 16 April*: when something else happened.
    let happened = |m: &Mention| {
        let after =
            (end..m.tokens.start).rev().find(|at| matches!(view.norm(*at), "after" | "when" | "once" | "until"));
        after.is_some_and(|after| {
            (after + 1..m.tokens.start).any(|at| view.is_past(at))
                && view.first_quantity(&(after..m.tokens.start)).is_none()
        })
    };
    let found = stated.next().filter(|(m, e, _)| {
        !beside(m)
            && !happened(m)
            && m.tokens.start >= from
            && !opens_clause(view, m)
            && !belongs(view, m, *e)
            && !lies_ahead(asked, asked.clock.resolve(*e))
    })?;
    // *30 tonnes of tea and 5 of coffee in 2021, compared with 28 and 6 in 2020*: the list ends before what it is compared with.
    let tokens = |q: &usize| &view.mentions[*q].tokens;
    let told = view.quantities.iter().rev().map(tokens).find(|t| t.end <= found.0.tokens.start && t.start > end);
    let next = view.figures().find(|q| q.tokens.start > found.0.tokens.end);
    let tail = told.and(next).filter(|next| compared_at(view, view.start_with_hedge(next)).is_some());
    // *5 percent in the first four months 7. Farms*: the number of the next heading.
    let number = |q: &&usize| {
        let bare = view.quantity(**q).is_some_and(|q| q.form == Form::Bare && q.exponent == 0);
        bare && tokens(q).start == found.0.tokens.end && tokens(q).end + 1 >= view.range.end
    };
    let last = tail.and(told).or(view.quantities.iter().rfind(|q| !number(q)).map(tokens))?;
    // *$8.20, up from $6.98 in the first quarter*, *75 euros, eight times the 9 euros of 2020*: of the one compared with.
    let ratio = |q: &usize| view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio());
    let times_the = view.norm_before(last.start, 1) == "the"
        && view.quantities.iter().any(|q| view.mentions[*q].tokens.end + 1 == last.start && ratio(q));
    // *42 pct above the 16.98 billion recorded in February 1986*
    let article = usize::from(is_article(view.norm_before(last.start, 1)));
    let level_of = last.start.wrapping_sub(1 + article);
    let above_the = matches!(view.norm(level_of), "above" | "below")
        && view.quantities.iter().any(|q| view.mentions[*q].tokens.end == level_of && ratio(q));
    // *fell to 8.61 billion from 10.12 billion a year earlier and 8.94 billion in January*
    let place = view.quantities.len().checked_sub(2);
    let second = tail.is_none()
        && view.norm_before(last.start, 1) == "and"
        && place.is_some_and(|p| {
            view.quantities[p] > asked.index
                && view.comparing_before(view.mentions[view.quantities[p]].tokens.start).is_some()
        });
    if set_against(view, last.start) || times_the || above_the || second {
        return None;
    }
    let last = last.end;
    let alone = stated.all(|(m, ..)| tail.is_some_and(|tail| m.tokens.start > tail.tokens.start))
        && found.0.tokens.start >= last;
    let turn = from..found.0.tokens.start;
    let turns = view.segments.iter().any(|s| {
        let colon = view.norm_before(s.tokens.start, 1) == ":";
        turn.contains(&s.tokens.start) && !colon && matches!(s.opening, Opening::Contrast | Opening::Stop)
    }) || turn.clone().any(|at| matches!(view.norm(at), "whose" | "where"));
    let ahead = view
        .cues(|cue| matches!(cue, Cue::Status(Status::Target | Status::Forecast)).then_some(()))
        .any(|(_, m)| turn.contains(&m.tokens.start));
    (alone && !turns && !ahead).then_some(found)
}

/// *from the estimated 11 million*, *after a 9.5 percent drop*, *following a gain of 4 percent*: whether the figure at token
/// `start` is told for another to be compared with.
fn set_against(view: &View<'_>, start: usize) -> bool {
    let small = |at: &usize| {
        let word = view.norm(*at);
        word.ends_with("ed")
            || matches!(
                word,
                "the"
                    | "a"
                    | "an"
                    | "of"
                    | "about"
                    | "some"
                    | "record"
                    | "rise"
                    | "gain"
                    | "fall"
                    | "drop"
                    | "net"
                    | "imports"
                    | "exports"
                    | "output"
                    | "sales"
                    | "only"
                    | "just"
            )
    };
    let words = (view.range.start..start).rev().take(5).take_while(small).count();
    (0..=words).any(|back| {
        let at = start - back;
        view.comparing_before(at).is_some() || matches!(view.norm_before(at, 1), "after" | "following")
    })
}

/// From the figure before in its segment to the figure after.
pub fn own_stretch(view: &View<'_>, index: usize, segment: &Range<usize>) -> Range<usize> {
    // *over the 500kV line between November and February*: no figure of its own.
    // *number two corn*: a grade.
    let graded = |q: usize| view.norm_before(view.mentions[q].tokens.start, 1) == "number";
    let told = |q: usize| view.quantity(q).is_some_and(|q| q.everyday.is_none()) && !graded(q);
    let inside = |q: &&usize| segment.contains(&view.mentions[**q].tokens.start) && told(**q);
    let start = view.quantities.iter().filter(inside).rfind(|q| **q < index);
    let end = view.quantities.iter().filter(inside).find(|q| **q > index);
    start.map_or(segment.start, |q| view.mentions[*q].tokens.end)
        ..end.map_or(segment.end, |q| view.mentions[*q].tokens.start)
}

/// *In March refiners asked to have deliveries raised*: whether a month or day before the verb of asking says when that was.
pub fn dates_the_saying(asked: &Asked<'_, '_>, time: &Mention, expression: Expression) -> bool {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let Expression::In(part, YearRef::Open) = expression else { return false };
    let short = matches!(part, Part::Day(..)) || matches!(part, Part::Months(first, last) if first == last);
    let cue = view.cues(|cue| matches!(cue, Cue::Status(Status::Forecast | Status::Target)).then_some(()));
    let said = cue.filter(|(_, m)| m.tokens.start < start).last().is_some_and(|(_, m)| {
        // *In January they signed a deal to build a line to carry 10 bcm a year*
        let did =
            || (time.tokens.end..m.tokens.start).any(|at| matches!(view.norm(at), "signed" | "agreed" | "announced"));
        time.tokens.end <= m.tokens.start
            && (view.is_past(m.tokens.start) || view.norm(m.tokens.start) == "set" || did())
    });
    asked.status != Status::Actual && short && said
}

/// *; a year earlier its share was 71%*, *and in the autumn there were none*: whether a time sets a clause with a subject of its own.
pub fn opens_clause(view: &View<'_>, time: &Mention) -> bool {
    let end = time.tokens.end;
    matches!(view.norm(end), "it" | "its" | "they" | "their" | "there" | "we" | "none" | "nothing" | "no")
        || matches!(view.norm(end), "period" | "quarter" | "months" | "season") && view.norm(end + 1) == "there"
}

/// *As of September 1 it exported garments worth 336 million*: whether what flows is told as it stood at a day, which counts
/// from the beginning of the year on; a daily rate does not add up.
pub fn counts_since_january(asked: &Asked<'_, '_>, found: &Mention, expression: Expression) -> bool {
    let flows = matches!(
        asked.indicator,
        Indicator::Exports | Indicator::Imports | Indicator::Turnover | Indicator::Balance | Indicator::Transit
    ) || matches!(asked.indicator, Indicator::Production | Indicator::Consumption);
    matches!(expression, Expression::In(Part::Day(..), _))
        && flows
        && asked.status == Status::Actual
        && !asked.quantity.quantity.unit.is_rate()
        && (counts_up_to(asked.view, found) || reached_by(asked.view, found))
}

/// *29.4 bcm had been delivered by December 1*: whether the perfect tells what had added up by a day.
fn reached_by(view: &View<'_>, day: &Mention) -> bool {
    let start = day.tokens.start;
    // *imported 50,000 tons through October 31*, *up to November 5 exports were $500 million*
    let led = matches!(view.norm_before(start, 1), "by" | "through" | "until" | "till")
        || view.norm_before(start, 1) == "to" && view.norm_before(start, 2) == "up";
    if !led {
        return false;
    }
    // *by May 15 shipments had passed 2.6 million tonnes*
    let fronted = (day.tokens.end..day.tokens.end + 5).any(|at| view.norm(at) == "had");
    // *exports fell 6 percent to 4.86 million tonnes by Nov. 5*, *By October 31, exports amounted to $212 million*
    let done = || view.clause(start).any(|at| view.is_past(at) || is_form_of_have(view.norm(at)));
    let opens = || start <= view.range.start + 1 && (day.tokens.end..view.range.end).any(|at| view.is_past(at));
    fronted || view.back(start, 7).any(|at| is_form_of_have(view.norm(at))) || done() || opens()
}

/// *Trade in FY2024 (July 2023 - June 2024): exports made $1.07 billion in the fiscal year*: the fiscal year that the text
/// speaks of, where it names no other.
pub fn fiscal_year_told(asked: &Asked<'_, '_>, found: &Mention, expression: Expression) -> Option<Period> {
    let view = asked.view;
    let this = found.tokens.clone().any(|at| matches!(view.norm(at), "this" | "current" | "present" | "running"))
        || (found.tokens.end..found.tokens.end + 3).any(|at| matches!(view.norm(at), "far" | "current"));
    if expression != Expression::In(Part::Year, YearRef::Fiscal(0)) || this {
        return None;
    }
    let told = [asked.clock.spoken, asked.clock.main].into_iter().chain(asked.clock.told).flatten();
    let told = told.into_iter().find(|p| (364..=366).contains(&p.days()))?;
    let first = told.first_day();
    let begins = asked.clock.fiscal.is_none_or(|f| f.month == first.month());
    (begins && first.month() > 1).then_some(told)
}

/// What a headline says will be: *Petrol prices **to remain** unchanged*.
pub fn is_planned(verb: &str) -> bool {
    matches!(
        verb,
        "remain"
            | "stay"
            | "rise"
            | "fall"
            | "increase"
            | "decrease"
            | "grow"
            | "drop"
            | "climb"
            | "cut"
            | "reduce"
            | "raise"
            | "boost"
            | "double"
            | "export"
            | "import"
            | "buy"
            | "sell"
            | "supply"
            | "ship"
            | "start"
            | "begin"
            | "resume"
    )
}

/// Whether a sentence tells of an average.
pub fn averaged_price(view: &View<'_>) -> bool {
    view.range.clone().any(|at| {
        view.norm(at).starts_with("averag")
            || view.norm(at) == "mean" && matches!(view.norm_before(at, 1), "the" | "a" | "annual" | "monthly")
    })
}
