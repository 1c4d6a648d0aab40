//! What stands beside an aim or an estimate: what it is compared with, what it looks back on, what is agreed or asked for.

use super::outlook::from_an_aim;
use super::status::{Asked, Found};
use super::status_cues::cues;
use super::view::View;
use super::wording::periods;
use crate::lexicon::words::{
    compares, is_article, is_current, is_cutback, is_domestic, is_form_of_have, is_over_or_under, is_price,
    leads_infinitive, leads_stretch, records,
};
use crate::mention::{Expression, Length, Mention, Part, What, YearRef};
use crate::model::{Span, Status};

/// *to raise purchases to 11 bcm from 8.8 bcm in 2021*: what an aim is compared with did happen.
pub fn compared(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    if tokens.start == 0 {
        return None;
    }
    let now = is_current(view.norm_before(tokens.start, 1));
    let first = view.quantity(asked.index).map_or(tokens.start, |q| view.start_with_hedge(q));
    let before = if now {
        tokens
            .start
            .saturating_sub(2 + usize::from(matches!(view.norm_before(tokens.start, 2), "the" | "a" | "its" | "their")))
    } else {
        first.saturating_sub(1)
    };
    let from = tokens.start > view.range.start + 3
        && matches!(view.norm(before), "from" | "with" | "against" | "versus" | "after");
    // *raised its export target for the year from 3.7 million to 4 million*: both were aimed at.
    if view.norm_before(first, 1) == "from" {
        let clause = view.clause(first).start.max(first.saturating_sub(10))..first;
        let aim = clause.clone().rev().find(|at| matches!(view.norm(*at), "target" | "goal" | "quota" | "ceiling"));
        let moved = |at: usize| {
            view.cues(|cue| matches!(cue, crate::lexicon::Cue::Direction(_)).then_some(()))
                .any(|(_, m)| m.tokens.start == at)
                || matches!(view.norm(at), "raised" | "lifted" | "cut" | "revised" | "lowered")
        };
        let to = |end: usize| view.norm(end) == "to" && view.first_quantity(&(end + 1..end + 3)).is_some();
        if let Some(aim) = aim.filter(|aim| {
            (clause.start..*aim).any(moved) && to(tokens.end) && view.first_quantity(&(*aim..first)).is_none()
        }) {
            return Some((Status::Target, Some(view.tokens[aim].span)));
        }
    }
    // *offer mills 35 rupees compared with the domestic price of 33*: what the goods cost where they are sold now.
    let noun = first.wrapping_sub(2);
    if view.norm_before(first, 1) == "of" && is_price(view.norm(noun)) {
        let the = (noun.saturating_sub(3)..noun).find(|at| view.norm(*at) == "the");
        let sold = (noun.saturating_sub(2)..noun).any(|at| {
            is_domestic(view.norm(at))
                || is_current(view.norm(at))
                || matches!(view.norm(at), "market" | "spot" | "world")
        });
        if let Some(span) = the.filter(|_| sold).and_then(|the| view.comparing_before(the)) {
            return Some((Status::Actual, Some(span)));
        }
    }
    // *will pay $300, against the $240 it pays now*: what somebody already pays.
    let end = tokens.end;
    let behind = match view.norm(end) {
        "it" | "they" | "that" | "which" => Some(end + 1),
        _ => view.actors.iter().find(|a| a.at == end).map(|a| a.end),
    };
    let set_beside =
        compares(view.norm_before(first, 1)) || matches!(view.norm_before(first, 1), "the" | "with" | "of");
    let pays = |at: usize| {
        view.is_past(at)
            || is_form_of_have(view.norm(at))
            || matches!(view.norm(at), "pays" | "paid" | "buys" | "charges" | "sells" | "gets" | "is")
    };
    let aimed = |at: usize| {
        (at..at + 4).any(|at| {
            let word = view.norm(at);
            [
                "aim", "plan", "promis", "agree", "expect", "hope", "want", "forecast", "target", "pledg", "offer",
                "ask", "demand", "propos", "contract", "order", "foresee", "budget",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
                || word == "set"
        })
    };
    if let Some(verb) = behind.filter(|at| set_beside && pays(*at) && !aimed(*at)) {
        return Some((Status::Actual, Some(view.tokens[verb].span)));
    }
    // *to raise its output from the present 1.05 mln bpd to 2 mln*
    if now && from {
        return Some((Status::Actual, None));
    }
    // *growth of 1.2 mb/d, up from 1.1 mb/d in last month's report*: as it was foreseen before.
    let report = |at: usize| matches!(view.norm(at), "report" | "outlook" | "forecast" | "estimate" | "projection");
    let foreseen = asked.before.filter(|before| *before != Status::Actual);
    if let Some(before) = foreseen.filter(|_| matches!(view.norm(tokens.end), "in" | "from"))
        && let Some(at) = (tokens.end + 1..tokens.end + 7).take_while(|at| view.norm(*at) != ",").find(|at| report(*at))
    {
        return Some((before, Some(view.tokens[at].span)));
    }
    if let Some(at) = super::habitual::as_it_stands(view, tokens) {
        return Some((Status::Actual, Some(view.tokens[at].span)));
    }
    // *to raise supplies to 300,000 bpd from 160,000*
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let aim = place.checked_sub(1).map(|p| &view.mentions[view.quantities[p]].tokens);
    if let Some(aim) = aim
        && view.norm_before(first, 1) == "from"
        && aim.end + 1 == first
        && view.norm_before(aim.start, 1) == "to"
    {
        return Some((Status::Actual, None));
    }
    // *plus last year's output of 1.2 million*
    let head = view.heads.iter().find(|h| h.end + 1 == tokens.start && view.norm(h.end) == "of");
    let owner = head.and_then(|head| {
        // *compares with a 1986 surplus of 9.5 billion*
        let owns = |m: &Mention| {
            m.tokens.end == head.at && view.comparing_before(m.tokens.start.saturating_sub(1)).is_some()
                || (view.norm(m.tokens.end) == "'" || view.norm_before(m.tokens.end, 1) == "s")
                    && (m.tokens.end..=m.tokens.end + 2).contains(&head.at)
        };
        periods(view).find(|(m, e, _)| owns(m) && is_over(asked, *e))
    });
    if let Some((time, ..)) = owner {
        return Some((Status::Actual, Some(time.span)));
    }
    // *sees the surplus at 100 billion after last year's record 112.6 billion*
    let owned = view.mentions.iter().find(|m| {
        matches!(
            m.what,
            What::Period(Expression::Relative(_, ..0) | Expression::YearsEarlier(1..) | Expression::Season(..0))
        ) && m.tokens.end <= tokens.start
            && tokens.start <= m.tokens.end + 4
            && (view.norm_before(m.tokens.start, 1) == "after"
                || (compares(view.norm_before(m.tokens.start, 1))
                    || is_over_or_under(view.norm_before(m.tokens.start, 1))
                    || matches!(
                        view.norm_before(m.tokens.start, 1),
                        "of" | "with"
                            | "double"
                            | "twice"
                            | "triple"
                            | "beyond"
                            | "exceed"
                            | "surpass"
                            | "match"
                            | "repeat"
                    ))
                    && (view.norm(m.tokens.end) == "'" || view.norm_before(m.tokens.end, 1) == "s"))
    });
    if let Some(owned) = owned {
        return Some((Status::Actual, Some(owned.span)));
    }
    // *the wish to raise exports from US$ 110 million to US$ 200 million*, *may fall to 50 million from a record 86 million*
    let next = view.quantities.get(place + 1).map(|q| &view.mentions[*q].tokens);
    let onward = next.is_some_and(|next| next.start == tokens.end + 1 && view.norm(tokens.end) == "to");
    let described = matches!(view.norm_before(tokens.start, 1), "a" | "record" | "some" | "about" | "around" | "just");
    let record =
        (1..=3).take_while(|back| *back == 1 || described).any(|back| view.norm_before(tokens.start, back) == "from");
    let ratio = asked.view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio());
    if record && from_an_aim(view, place) && described
        || view.norm_before(tokens.start, 1) == "from" && onward && !ratio
    {
        return Some((Status::Actual, None));
    }
    let year = asked.year?;
    let after = view.mentions.iter().find(|m| m.tokens.start >= tokens.end && m.tokens.start <= tokens.end + 1);
    let past = after.filter(|after| match after.what {
        What::Period(Expression::In(_, YearRef::Absolute(stated))) => stated <= year,
        What::Period(Expression::SplitYear(stated)) => stated < year,
        What::Period(Expression::In(_, YearRef::Publication(offset))) => offset <= 0,
        What::Period(Expression::Relative(_, offset)) => offset < 0,
        What::Period(Expression::YearsEarlier(_) | Expression::Now) => true,
        _ => false,
    });
    if from && let Some(past) = past {
        return Some((Status::Actual, Some(past.span)));
    }
    // *will pump 9 million bpd in July, down from around 10 million bpd in May*: from where it is moved.
    let moved = view.norm(before) == "from" && matches!(view.norm_before(before, 1), "down" | "up");
    let month = |e: Expression| matches!(e, Expression::In(crate::mention::Part::Months(..), YearRef::Open));
    let told =
        after.filter(|m| matches!(m.what, What::Period(e) if month(e)) && view.norm_before(m.tokens.start, 1) == "in");
    if let Some(told) = told.filter(|_| moved) {
        return Some((Status::Actual, Some(told.span)));
    }
    // *against 1.2 mln last season*, behind an aim: what no word of its own puts ahead.
    let compared = view.comparing_before(tokens.start)?;
    let segment = view.segment_tokens(view.segment(tokens.start));
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|s| *s > tokens.start);
    let own = tokens.end..next.unwrap_or(segment.end).min(segment.end);
    let ahead = cues(asked, own.clone()).is_some_and(|(status, _)| status != Status::Actual)
        || view.mentions.iter().any(|m| {
            own.contains(&m.tokens.start)
                && matches!(m.what, What::Period(Expression::In(_, YearRef::Absolute(stated))) if stated > year)
        });
    // *rising to 18.9 dlrs next year from 17.4 this year*: both are assumed.
    let runs =
        |m: &Mention| own.contains(&m.tokens.start) && m.what == What::Period(Expression::Relative(Length::Year, 0));
    let next = |m: &Mention| {
        m.tokens.end <= tokens.start && matches!(m.what, What::Period(Expression::Relative(Length::Year, 1..)))
    };
    let ahead = ahead
        || asked.before == Some(Status::Forecast) && view.mentions.iter().any(runs) && view.mentions.iter().any(next);
    let behind = view.norm_before(tokens.start, 1) != "than" && place > 0;
    (behind && !ahead).then_some((Status::Actual, Some(compared)))
}

/// *5.386 billion reported for the whole of 2023*, *the 1.2 million recorded in May*: a figure of a time that is over, right behind
/// the word for how it is known.
pub fn reported_for(asked: &Asked<'_, '_>, end: usize) -> Option<Span> {
    let view = asked.view;
    let known = records(view.norm(end)) || matches!(view.norm(end), "reported" | "achieved" | "reached");
    // *the 46.6 million inspected a week earlier*
    let done = || known || view.range.contains(&end) && view.norm(end).ends_with("ed") && view.is_past(end);
    let right_behind = |m: &Mention, e: Expression| m.tokens.start == end + 1 && is_over(asked, e);
    if done()
        && let Some((time, ..)) = periods(view).find(|(m, e, _)| right_behind(m, *e))
    {
        return Some(time.span);
    }
    if !known || !leads_stretch(view.norm(end + 1)) {
        return None;
    }
    let of = (end + 2..end + 6).find(|at| !matches!(view.norm(*at), "the" | "whole" | "all" | "of"))?;
    let split = |e: Expression| matches!((e, asked.year), (Expression::SplitYear(stated), Some(year)) if stated < year);
    periods(view).find(|(m, e, _)| m.tokens.contains(&of) && (is_over(asked, *e) || split(*e))).map(|(m, ..)| m.span)
}

/// *expects to sell 3 mln t after selling 2 mln last year*, *having sold 2 mln in 2011*: what an aim
/// looks back on did happen.
pub fn looked_back(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let over = |e: Expression| is_over(asked, e);
    let before = view.quantities.iter().map(|q| view.mentions[*q].tokens.end).rfind(|end| *end <= tokens.start);
    let from = before.unwrap_or(view.range.start);
    let doing = |at: &usize| match view.norm(*at) {
        "having" => view.is_past(at + 1),
        // *would be the highest since hitting a record of 15 million in January*
        "since" => view.norm(at + 1).ends_with("ing"),
        // *hopes to expand its trade after a fall to $30 billion last year*
        "after" | "following" => {
            let noun = at + 1 + usize::from(is_article(view.norm(at + 1)) || view.norm(at + 1) == "last");
            view.norm(at + 1).ends_with("ing") || super::moved::is_step(view.norm(noun))
        }
        _ => false,
    };
    let back = (from..tokens.start).rev().take(12).find(doing)?;
    if cues(asked, back..tokens.start).is_some_and(|(status, _)| status != Status::Actual) {
        return None;
    }
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|start| *start > tokens.start);
    let own = tokens.end..next.unwrap_or(view.range.end);
    let since = |e: Expression| match view.norm(back) {
        "having" => matches!(e, Expression::Since(..)),
        "since" => matches!(e, Expression::Since(Part::Months(..) | Part::Day(..), YearRef::Open)),
        _ => false,
    };
    let (time, ..) = periods(view).find(|(m, e, _)| own.contains(&m.tokens.start) && (over(*e) || since(*e)))?;
    Some((Status::Actual, Some(time.span)))
}

/// *in 2004 it is put at 3.2 million*, told in 2004: what is estimated of a time that runs.
pub fn of_running(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let at = view.back(start, 4).rev().find(|at| view.norm(*at) == "at")?;
    let told = matches!(view.norm_before(at, 1), "put" | "estimated");
    let now = (2..=4).any(|back| matches!(view.norm_before(at, back), "is" | "are"));
    if !told || !now {
        return None;
    }
    let runs = |e: Expression| match e {
        Expression::In(_, YearRef::Absolute(stated)) => asked.year.is_some_and(|year| stated >= year),
        Expression::Relative(Length::Year, 0..) | Expression::In(_, YearRef::Publication(0..)) => true,
        _ => false,
    };
    let clause = view.clause(start);
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|next| *next > start);
    let own = clause.start..next.unwrap_or(clause.end).min(clause.end);
    let mut times = periods(view).filter(|(m, _, compared)| own.contains(&m.tokens.start) && !compared);
    times.any(|(_, e, _)| runs(e)).then(|| (Status::Forecast, Some(view.tokens[at - 1].span)))
}

/// *the same as last year, when it also shipped 200,000 tonnes*
pub fn when_over(asked: &Asked<'_, '_>) -> Found {
    let (time, expression) = when_of(asked.view, asked.view.mentions[asked.index].tokens.start)?;
    is_over(asked, expression).then_some((Status::Actual, Some(time.span)))
}

/// *the highest since January, when they were 1.5 million*: the time that the clause of a figure at token `start` goes on from.
pub fn when_of<'v>(view: &'v View<'_>, start: usize) -> Option<(&'v Mention, Expression)> {
    let opens = view.segment_tokens(view.segment(start)).start;
    // *the largest since 1997 when it imported 600,000 tonnes*
    let inside = || (opens + 1..start).rev().take(10).find(|at| view.norm(*at) == "when");
    // *below the same period last year, which reached 2.46 billion*
    let which = view.norm(opens) == "which"
        && matches!(view.norm(opens + 1), "reached" | "was" | "totalled" | "totaled" | "stood" | "saw")
        && start <= opens + 5;
    if which {
        let ends = |m: &Mention| m.tokens.end == opens || m.tokens.end + 1 == opens && view.norm(m.tokens.end) == ",";
        return periods(view).find(|(m, ..)| ends(m)).map(|(m, e, _)| (m, e));
    }
    let when = if view.norm(opens) == "when" { opens } else { inside().unwrap_or(opens) };
    let ends = |m: &Mention| m.tokens.end == when || m.tokens.end + 1 == when && view.norm(m.tokens.end) == ",";
    let (time, expression, _) = periods(view).find(|(m, ..)| view.norm(when) == "when" && ends(m))?;
    let then = match expression {
        Expression::Since(part, year) => Expression::In(part, year),
        other => other,
    };
    Some((time, then))
}

/// Whether a time is over when the text is told.
pub fn is_over(asked: &Asked<'_, '_>, expression: Expression) -> bool {
    match expression {
        Expression::In(_, YearRef::Absolute(stated)) => asked.year.is_some_and(|year| stated < year),
        Expression::SplitYear(stated) => asked.year.is_some_and(|year| stated + 1 < year),
        Expression::In(_, YearRef::Publication(offset) | YearRef::Fiscal(offset)) => offset < 0,
        Expression::Relative(_, ..0) | Expression::YearsEarlier(1..) | Expression::MonthsEarlier(_) => true,
        Expression::Season(..0) | Expression::Preceding(..) => true,
        _ => false,
    }
}

/// *has asked Argentina to take 220 mln cubic feet a day*, *urged members to cut output to 15.8 mln bpd*: what is asked for.
pub fn asked_of(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let segment = view.segment_tokens(view.segment(start)).start..start;
    let asks = |at: &usize| {
        matches!(
            view.norm(*at),
            "asked"
                | "asking"
                | "asks"
                | "urged"
                | "urging"
                | "urges"
                | "requested"
                | "ordered"
                | "instructed"
                | "pressed"
                | "invited"
                | "petitioned"
                | "exhorted"
                | "encouraged"
        )
    };
    let verb = segment.clone().rev().find(asks)?;
    let to = (verb + 2..start.min(verb + 8)).find(|at| view.norm(*at) == "to")?;
    let told = |at: usize| view.is_past(at) || matches!(view.norm(at), "after" | "because" | "from" | "compared");
    let said = (to + 1..start).any(told) || view.tokens[to + 1].shape != crate::token::Shape::Word;
    (!said).then(|| (Status::Target, Some(view.tokens[verb].span)))
}

/// *will buy 900,000 tonnes under an agreement*, *may ship 28,000 tonnes under present rules*, and what comes of an aim of the
/// same sentence: *is to buy 4.5 bcm: 3.5 bcm will come via Serbia*.
pub fn under_agreement(asked: &Asked<'_, '_>, status: Status, span: Span) -> Status {
    let view = asked.view;
    if status != Status::Forecast {
        return status;
    }
    let word = view.tokens[view.range.clone()].iter().find(|t| t.span == span).map_or("", |t| t.norm.as_ref());
    // *Under the deal it may export oil for up to $3 billion*
    let opens = view.norm(view.range.start) == "under";
    let under = view.range.clone().any(|at| view.norm(at) == "under")
        || view.norm(view.range.start) == "by" && view.norm(view.range.start + 1) == "the";
    let names = |at: usize| match view.norm(at) {
        // *The economy will contract by four percent*
        "contract" if leads_infinitive(view.norm_before(at, 1)) => false,
        "agreement" | "agreements" | "contract" | "contracts" | "accord" | "protocol" | "pact" => true,
        "rules" | "terms" | "regime" | "deal" | "treaty" | "memorandum" | "memoranda" | "licence" => under,
        "programme" | "program" | "scheme" | "plan" | "sanctions" | "resolution" | "quota" | "ceasefire" => opens,
        _ => false,
    };
    let agreed = word == "will" && asked.before == Some(Status::Target)
        || matches!(word, "will" | "may") && view.range.clone().any(names);
    let starts = |t: &crate::token::Token<'_>| t.span.start == span.start && matches!(t.norm.as_ref(), "is" | "are");
    let due = view.tokens[view.range.clone()].iter().any(starts)
        && view.mentions.iter().any(|m| m.span == span && view.norm_before(m.tokens.end, 2) == "due")
        && view.range.clone().any(names);
    let agreed = agreed || due || matches!(word, "will" | "would") && cuts_back(view, span);
    if agreed { Status::Target } else { status }
}

/// *Russia will voluntarily slash its oil output*, *said it would extend its cut*: who gives up some of its own means to.
fn cuts_back(view: &View<'_>, will: Span) -> bool {
    let at = view.tokens.partition_point(|t| t.span.start < will.start);
    let adverb = view.norm(at + 1).ends_with("ly") || matches!(view.norm(at + 1), "also" | "again");
    let verb = at + 1 + usize::from(adverb);
    let own = |at: usize| {
        matches!(view.norm(at), "its" | "their")
            || matches!(view.norm(at), "oil" | "crude" | "output" | "production" | "exports")
    };
    let who = view.actors.iter().any(|a| a.end == at)
        || matches!(view.norm_before(at, 1), "it" | "they" | "country" | "kingdom" | "group" | "members");
    let gives_up = match view.norm(verb) {
        "cut" | "reduce" | "slash" | "lower" | "trim" | "curb" => {
            own(verb + 1)
                || view.range.contains(&(verb + 1)) && view.tokens[verb + 1].shape == crate::token::Shape::Digits
        }
        "extend" | "maintain" | "prolong" | "deepen" | "keep" => {
            (verb + 1..verb + 14).any(|at| is_cutback(view.norm(at)))
        }
        _ => false,
    };
    who && gives_up
}

/// *agreed on Wednesday to reduce*, *decided late last night to raise*: the verb, some words of time before what it aims at.
pub fn agreed_to(view: &View<'_>, words: std::ops::Range<usize>) -> Option<usize> {
    let time = |word: &str| {
        word.ends_with("day")
            || matches!(word, "on" | "last" | "late" | "earlier" | "this" | "week" | "month" | "night" | "unanimously")
    };
    words.clone().filter(|at| view.norm(*at) == "to").find_map(|to| {
        let between = (words.start..to).rev().take(5).take_while(|at| time(view.norm(*at))).count();
        let verb = to.checked_sub(between + 1).filter(|at| between > 0 && words.contains(at))?;
        binds(view.norm(verb)).then_some(verb)
    })
}

/// Verbs by which somebody binds himself to do something.
pub fn binds(verb: &str) -> bool {
    matches!(verb, "agreed" | "decided" | "pledged" | "promised" | "vowed" | "undertook" | "resolved" | "committed")
}
