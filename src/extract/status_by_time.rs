//! What the time of a figure tells of its status: what is over happened, what is to come is aimed at.
//!
//! | sentence | status | rule |
//! | --- | --- | --- |
//! | *Last year it imported **700,000 barrels** a day* | actual | `told_of_a_past_time` |
//! | ***126 million** by 2027*, in a text of 2024 | target | `by_a_coming_year` |
//! | *3.2 bcm expected in 2004 and **1.3 bcm** in 2003* | actual | `in_a_past_year` |
//! | *had expected a 3% gain after May's **1.1%** drop* | actual | `growth_before_that` |

use super::grammar::Role;
use super::status::{Asked, Found};
use super::status_by_verb::done;
use crate::lexicon::Class;
use crate::lexicon::words::{is_article, is_more_or_less, is_over_or_under};
use crate::mention::{Expression, Length, Mention, Part, What, YearRef};
use crate::model::{Span, Status};

/// Whether these words open with a time that is over, and a verb says what happened then.
pub fn told_of_past(asked: &Asked<'_, '_>, words: &std::ops::Range<usize>) -> bool {
    let view = asked.view;
    let over = |e: Expression| match e {
        Expression::In(_, YearRef::Absolute(stated)) => asked.year.is_some_and(|year| stated < year),
        Expression::Relative(_, offset) | Expression::In(_, YearRef::Publication(offset)) => offset < 0,
        // *In May, Malaysia cut its output*: a month with a verb of the past is one that is over.
        Expression::In(Part::Months(..) | Part::Quarter(_) | Part::Half(_), YearRef::Open) => true,
        _ => false,
    };
    let opens = super::wording::periods(view)
        .any(|(m, e, compared)| (words.start..=words.start + 1).contains(&m.tokens.start) && !compared && over(e));
    // *Malaysia cut*, *OPEC set*: a verb whose past looks like its present, right behind who did it.
    let cut = |at: usize| {
        matches!(view.norm(at), "cut" | "put" | "set" | "hit" | "let") && view.actors.iter().any(|a| a.end == at)
    };
    opens && (done(view, words.clone()) || words.clone().any(cut))
}

/// *Last year it imported 700,000 barrels a day*
pub fn of_past(asked: &Asked<'_, '_>) -> Found {
    let start = asked.view.mentions[asked.index].tokens.start;
    if let Some(time) = apposed(asked) {
        return Some((Status::Actual, Some(time)));
    }
    told_of_past(asked, &(asked.view.clause(start).start..start)).then_some((Status::Actual, None))
}

/// *hopes to expand its trade, $30 billion last year*, *(last year: $30 billion)*: a figure that stands between commas or in a
/// bracket with a time that is over, and with no verb.
fn apposed(asked: &Asked<'_, '_>) -> Option<Span> {
    const WORDS: usize = 12;
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let own = view.segment_tokens(view.segment(tokens.start));
    // *(last year: $30 billion)*
    let label = own.start > view.range.start && view.norm_before(own.start, 1) == ":";
    let before = view.segment(tokens.start).checked_sub(1).filter(|_| label).map(|at| view.segment_tokens(at));
    let own = before.filter(|b| b.len() <= 5).map_or(own.start, |b| b.start)..own.end;
    let time = super::wording::periods(view)
        .find(|(m, e, compared)| own.contains(&m.tokens.start) && !compared && super::aims::is_over(asked, *e))?;
    let verb = |at: usize| {
        view.is_past(at)
            || matches!(
                view.norm(at),
                "to" | "is" | "are" | "will" | "and" | "or" | "by" | "from" | "has" | "have" | "be"
            )
            || view.heads.iter().any(|h| h.at == at && h.class != crate::lexicon::Class::Noun)
    };
    // *2.9 million below the harvest of 2013*: how far a forecast lies from what was.
    let from = is_more_or_less(view.norm(tokens.end))
        || is_over_or_under(view.norm(tokens.end))
        || view.norm(tokens.end) == "short";
    let opens = own.start > view.range.start && own.len() <= WORDS && !from;
    let alone = own.clone().filter(|at| !tokens.contains(at) && !time.0.tokens.contains(at)).all(|at| !verb(at));
    (opens && alone && super::status_cues::cues(asked, own).is_none()).then_some(time.0.span)
}

/// *by 2030*, *in 2027* in a text of 2024.
pub fn coming(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let mention = &view.mentions[asked.index];
    let segment = view.segment_tokens(view.segment(mention.tokens.start));
    let published = asked.year?;
    // *could rise to two billion and as high as six billion by 2000*
    if asked.before == Some(Status::Forecast) {
        return None;
    }
    // *capacity grows from 77 million to 126 million by 2027*
    let place = view.quantities.iter().position(|q| *q == asked.index);
    let next = place.and_then(|p| view.quantities.get(p + 1)).map(|q| &view.mentions[*q].tokens);
    if view.norm_before(mention.tokens.start, 1) == "from"
        && next.is_some_and(|n| n.start == mention.tokens.end + 1 && view.norm(mention.tokens.end) == "to")
    {
        return Some((Status::Actual, None));
    }
    // *estimated at 500,000 tonnes in 1988*
    let estimated = (segment.start..mention.tokens.start)
        .find(|at| matches!(view.norm(*at), "estimated" | "estimate" | "estimates" | "put"));
    // *forecasts that demand will increase, from 15.5 million in 2024 to 20.2 million in 2050*
    let foretold = || {
        (view.range.start..mention.tokens.start).any(|at| {
            matches!(view.norm(at), "forecasts" | "predicts" | "projects" | "predicted" | "projected" | "outlook")
        })
    };
    let status = if estimated.is_some() || foretold() { Status::Forecast } else { Status::Target };
    // A price that holds until then was agreed on.
    let priced = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_price());
    // *exports 1.2 bcf a day to Thailand, and China will get 0.4 from 2013*: of what another does then.
    let next = next.map(|n| n.start);
    let of_another = |m: &Mention| {
        let between = mention.tokens.end..m.tokens.start;
        let acts = |a: &&super::view::Actor| {
            between.contains(&a.at) && a.role == Role::Subject && next.is_some_and(|next| next > a.at)
        };
        next.is_some_and(|next| next < m.tokens.start) && view.actors.iter().any(|a| acts(&a))
    };
    view.mentions.iter().find_map(|m| match m.what {
        What::Period(Expression::In(Part::Year, YearRef::Absolute(year)))
            if segment.contains(&m.tokens.start)
                && !of_another(m)
                && year > published
                && (priced || !super::elsewhere::is_term(view, m))
                && !super::wording::ends_pair(view, m) =>
        {
            Some((status, Some(m.span)))
        }
        _ => None,
    })
}

/// *had expected a 3% gain after May's 1.1% drop*, *would grow 5 percent, following a 4.8 percent rise in May*: what grew in the month
/// or quarter before what is expected.
pub fn grown_before(asked: &Asked<'_, '_>) -> Found {
    if asked.before != Some(Status::Forecast) {
        return None;
    }
    let view = asked.view;
    let quantity = view.quantity(asked.index)?;
    let (start, end) = (view.start_with_hedge(quantity), quantity.tokens.end);
    let part = |e: Expression| {
        matches!(e, Expression::In(Part::Months(..) | Part::Quarter(_), _) | Expression::Relative(Length::Month, -1))
    };
    let (time, ..) = super::wording::periods(view).find(|(m, e, _)| {
        let behind = m.tokens.start > end && m.tokens.start <= end + 3 && view.norm_before(m.tokens.start, 1) == "in";
        part(*e) && (behind || super::wording::owns_figure(view, m, start))
    })?;
    let first = start.min(time.tokens.start);
    let lead = first.wrapping_sub(1 + usize::from(is_article(view.norm_before(first, 1))));
    let follows = matches!(view.norm(lead), "after" | "following" | "extending" | "from");
    follows.then_some((Status::Actual, Some(time.span)))
}

/// *3.2 bcm expected in 2004 and 1.3 bcm in 2003*, *of the 50.4 bcm that it burned in 2013*
pub fn gone(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let published = asked.year?;
    let segment = view.segment_tokens(view.segment(tokens.start));
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|s| *s > tokens.start);
    let own = tokens.end..next.unwrap_or(segment.end).min(segment.end);
    // *; in 1998 the country sold a record 6.36 million*
    // *28 million tonnes, 2.9 million below the record of 2013*: how far a forecast lies from what was.
    if matches!(view.norm(tokens.end), "below" | "above" | "under" | "over" | "less" | "more" | "lower" | "higher") {
        return None;
    }
    let fronted = super::wording::periods(view).find(|(m, expression, compared)| {
        m.tokens.start <= segment.start + 1
            && m.tokens.end <= tokens.start
            && !compared
            && matches!(expression, Expression::In(_, YearRef::Absolute(year)) if *year < published)
    });
    if let Some((m, ..)) = fronted
        && (m.tokens.end..tokens.start).any(|at| view.is_past(at))
    {
        return Some((Status::Actual, Some(m.span)));
    }
    super::wording::periods(view).find_map(|(m, expression, compared)| match expression {
        Expression::In(_, YearRef::Absolute(year))
            if own.contains(&m.tokens.start) && year < published && !compared =>
        {
            Some((Status::Actual, Some(m.span)))
        }
        // *15.2 million in the year-ago week*
        Expression::YearsEarlier(1..) | Expression::Preceding(..)
            if (tokens.end..=tokens.end + 1).contains(&m.tokens.start)
                && view.norm_before(view.start_with_hedge(view.quantity(asked.index)?), 1) == "and" =>
        {
            Some((Status::Actual, Some(m.span)))
        }
        // *twice the $179.5 it paid last year*
        Expression::Relative(_, ..0) | Expression::YearsEarlier(1..)
            if own.contains(&m.tokens.start)
                && !compared
                && (tokens.end..m.tokens.start).any(|at| view.is_past(at) || view.norm(at) == "paid") =>
        {
            Some((Status::Actual, Some(m.span)))
        }
        _ => None,
    })
}

/// *agreed to raise its purchases, and pays $5.08*, *has agreed to buy more and imports 1.2 bcm a year*: a verb of the present of its own, right
/// before the figure, behind what is aimed at.
pub fn does_so_now(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.quantity(asked.index).map(|q| view.start_with_hedge(q))?;
    let verb = start.checked_sub(1).filter(|at| {
        matches!(
            view.norm(*at),
            "pays"
                | "imports"
                | "buys"
                | "takes"
                | "sells"
                | "exports"
                | "produces"
                | "consumes"
                | "burns"
                | "uses"
                | "ships"
        )
    })?;
    let led = verb - usize::from(matches!(view.norm_before(verb, 1), "now" | "already" | "currently"));
    let joined = view.norm_before(led, 1) == "and" && !view.is_headed(&(led..verb));
    let noun = view.heads.iter().any(|h| h.at == verb && h.class == Class::Noun);
    (joined && !noun).then(|| (Status::Actual, Some(view.tokens[verb].span)))
}
