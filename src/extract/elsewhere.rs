//! Times that say when something else was than the figure beside them.
//!
//! | sentence | the time is of |
//! | --- | --- |
//! | *African Trade Report 2024* | a name |
//! | *built in 2009*, *duties imposed in May* | when a thing was made |
//! | *agreed in December to cut output*, *OPEC's December agreement*, *its meeting in June* | when they met and agreed |
//! | *the campaign, which began in mid-June* | when a thing began |
//! | *a contract that expires in August* | when a thing ends |
//! | *Iraq, barred from exporting since 1990, pumps 550,000 bpd* | what is told beside |
//! | *booked until 2036* | how long a thing lasts |

use super::aims::binds;
use super::grammar::Opening;
use super::view::View;
use crate::lexicon::Marks;
use crate::lexicon::words::{
    agrees, begins, ends, foresees, is_allowance, is_article, is_deal, is_forecast, is_gathering, is_possessive,
    is_relative, is_season, publishes,
};
use crate::mention::{Expression, Length, Mention, Part, YearRef};
use crate::token::{OneOf, Shape};

/// *JERA to invest $900 million in Taiwan (Asia Nikkei, Aug. 18)*: whether a day is when the source in the bracket told it.
fn cited(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    const NAME: usize = 7;
    let day = matches!(expression, Expression::In(Part::Day(..), _));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    if !day || view.norm(end) != ")" || view.norm_before(start, 1) != "," {
        return false;
    }
    let first = view.range.start;
    let opens = (first.max(start.saturating_sub(NAME))..start - 1).rev().find(|at| view.norm(*at) == "(");
    opens.is_some_and(|at| (at + 1..start - 1).any(|at| view.tokens[at].is_capitalised()))
}

/// *Trade Report 2024*, *the 2023 Statistical Yearbook*: whether a year is part of what something is called.
fn named_after(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    const NAMED: OneOf = one_of!(
        "report",
        "yearbook",
        "forum",
        "review",
        "outlook",
        "summit",
        "expo",
        "exhibition",
        "conference",
        "congress",
        "bulletin",
        "almanac",
        "handbook",
        "festival",
        "fair",
        "agenda",
        "strategy",
        "vision",
        "programme",
        "program",
        "survey",
    );
    if !matches!(expression, Expression::In(Part::Year, YearRef::Absolute(_))) {
        return false;
    }
    let named = |at: usize| {
        view.is_one_of(at, NAMED)
            && view.tokens.get(at).is_some_and(|t| t.is_capitalised() && t.gap < crate::token::Gap::Line)
    };
    let alone = mention.tokens.len() == 1;
    let behind = alone
        && mention.tokens.start > view.range.start
        && (named(mention.tokens.start - 1)
            || view.norm_before(mention.tokens.start, 1) == "-"
                && mention.tokens.start > view.range.start + 1
                && named(mention.tokens.start - 2));
    let capital = |at: usize| view.tokens.get(at).is_some_and(|t| t.is_capitalised());
    // *under the Transit Trade Agreement of 2010*
    let of = mention.tokens.start.wrapping_sub(if view.norm(mention.tokens.start) == "of" { 0 } else { 1 });
    let paper = of.wrapping_sub(1);
    let concluded = view.norm(of) == "of"
        && capital(paper)
        && matches!(
            view.norm(paper),
            "agreement" | "treaty" | "protocol" | "convention" | "act" | "law" | "accord" | "memorandum" | "charter"
        );
    if concluded {
        return true;
    }
    let before = alone
        && capital(mention.tokens.end)
        && (mention.tokens.end..mention.tokens.end + 4)
            .take_while(|at| capital(*at))
            .any(|at| named(at) && at < view.range.end);
    behind || before
}

/// *close to levels last seen in the first half of 2007*: whether a time says when it was so before.
fn last_seen(view: &View<'_>, start: usize) -> bool {
    let at = over_prepositions(view, start);
    let seen = |at: usize| matches!(view.norm(at), "seen" | "reached" | "recorded" | "touched" | "posted" | "hit");
    let last = |at: usize| matches!(view.norm(at), "last" | "not" | "never" | "previously");
    at < start && at >= 2 && (seen(at - 1) && last(at - 2) || view.norm_before(at, 1) == "unseen")
}

/// *the 1986/87 campaign, which began in mid-June*, *the season, which begins June 1*, *the agreement year, which ends this September
/// 30*: whether a clause says when a thing begins or ends.
fn begins_thing(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let start = mention.tokens.start;
    let at = over_prepositions(view, start);
    let day = matches!(expression, Expression::In(Part::Day(..), _));
    // *under a deal that took effect last year*
    let effect = usize::from(matches!(view.norm_before(at, 1), "effect" | "force" | "operation"));
    let into = effect * usize::from(view.norm_before(at, 2) == "into");
    let at_verb = at - effect - into;
    let (verb, subject) = (view.norm_before(at_verb, 1), view.norm_before(at_verb, 2));
    let clause = matches!(subject, "which" | "that");
    let verb =
        if effect == 1 && matches!(verb, "took" | "takes" | "came" | "went" | "entered") { "began" } else { verb };
    let relative = clause && matches!(expression, Expression::Relative(..));
    (at < start || day || relative)
        && (begins(verb) && (is_season(subject) || clause) || day && clause && ends(verb))
        && !(view.range.start..at).rev().take(5).any(|since| view.norm(since) == "since")
}

/// *made up 20 percent of the total, as in 1996*, *As in the previous year, Turkey took ...*: whether a time is only told to have
/// been alike.
fn as_then(view: &View<'_>, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |at| view.norm(at));
    let alike = matches!(before(1), "in" | "during") && before(2) == "as";
    // *twice as much as in 2021*, *the same as in May*
    alike
        && !matches!(
            before(3),
            "much" | "many" | "high" | "low" | "large" | "big" | "same" | "well" | "long" | "far" | "soon" | "such"
        )
}

/// *under a contract that expires in August*: whether a clause says when a thing ends.
fn ends_thing(view: &View<'_>, start: usize) -> bool {
    let at = over_prepositions(view, start);
    at < start
        && (matches!(view.norm_before(at, 1), "expires" | "expired" | "expiring" | "expire" | "lapses" | "lapsed")
            || view.norm_before(at, 1) == "out" && matches!(view.norm_before(at, 2), "runs" | "ran" | "run"))
}

/// *the 1985/86 season ending this month*: whether a time says when a season or a year named by its number ends.
fn ends_season(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let at = over_prepositions(view, mention.tokens.start).wrapping_sub(1);
    matches!(expression, Expression::Relative(..))
        && ends(view.norm(at))
        && (1..4).any(|back| is_season(view.norm_before(at, back)))
}

/// The token behind the word that the prepositions before token `start` follow.
fn over_prepositions(view: &View<'_>, start: usize) -> usize {
    let preposition = |at: &usize| {
        matches!(
            view.norm(*at),
            "in" | "on" | "at" | "of" | "the" | "end" | "beginning" | "start" | "mid" | "-" | "last" | "this" | "next"
        )
    };
    (view.range.start..start).rev().take_while(preposition).last().unwrap_or(start)
}

/// *Iraq, barred from exporting since August 1990, pumps 550,000 bpd*: whether a stretch is told in a clause set off between
/// commas that the figure at token `figure` does not stand in.
pub fn told_beside(view: &View<'_>, mention: &Mention, expression: Expression, figure: usize) -> bool {
    let index = view.segment(mention.tokens.start);
    let Some(segment) = view.segments.get(index) else { return false };
    let opens = view.norm(segment.tokens.start);
    let participle = opens.len() > 4 && (opens.ends_with("ed") || opens.ends_with("ing"))
        || is_relative(opens)
        || matches!(opens, "shut" | "cut" | "under" | "hit" | "closed" | "built");
    matches!(expression, Expression::Since(..) | Expression::Past(..))
        && segment.opening == Opening::Comma
        && participle
        && figure >= segment.tokens.end
        && index > 0
}

/// *September's talks*, *last year's drought*: a time that belongs to something else.
pub fn belongs(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let owner = view.norm(mention.tokens.end) == "'" || view.norm_before(mention.tokens.end, 1) == "s";
    // *the lowest since October*
    let start = mention.tokens.start;
    // *the strongest expansion since July*
    let superlative = |at: usize| {
        let word = view.norm(at);
        matches!(word, "worst" | "most" | "first" | "least" | "best")
            || word.len() > 5
                && word.ends_with("est")
                && !matches!(word, "latest" | "earliest" | "harvest" | "interest" | "invest" | "request" | "forest")
    };
    // *the lowest since October*, *the smallest amount in dollar terms since last April*
    let told = || {
        let before = view.back(start, 7).rev();
        before
            .take_while(|at| {
                view.tokens[*at].shape == crate::token::Shape::Word
                    && !view
                        .mentions
                        .iter()
                        .any(|m| m.tokens.contains(at) && matches!(m.what, crate::mention::What::Quantity(_)))
            })
            .any(superlative)
    };
    // *the best so far this year*, *the lowest in seven years*
    let looked_over = matches!(
        expression,
        Expression::Since(..) | Expression::ToDate(_) | Expression::Past(..) | Expression::InYears(_)
    );
    if (looked_over || is_peak_of_year(view, start, expression)) && told() {
        return true;
    }
    if super::wording::begins(view, mention)
        || last_seen(view, start)
        || named_after(view, mention, expression)
        || begins_thing(view, mention, expression)
        || ends_thing(view, start)
        || as_then(view, start)
        || super::by_the_way::of_whom_it_calls(view, start)
    {
        return true;
    }
    // *the September 30 Grain Stocks report*
    if matches!(expression, Expression::In(Part::Day(..), _))
        && view.norm_before(start, 1) == "the"
        && view.range.contains(&mention.tokens.end)
        && view.tokens[mention.tokens.end].is_capitalised()
    {
        return true;
    }
    if ends_season(view, mention, expression)
        || cited(view, mention, expression)
        || agreed_then(view, mention, expression)
        || view.where_given(Marks::FORESEES, || {
            estimated_then(view, mention, expression) || of_estimate(view, mention, expression)
        })
        || said_then(view, mention, expression)
        || of_report(view, mention, expression)
    {
        return true;
    }
    // *raised the price after talks collapsed on December 31*
    let on = start.wrapping_sub(1);
    if matches!(expression, Expression::In(Part::Day(..), _))
        && view.norm(on) == "on"
        && matches!(view.norm_before(on, 1), "collapsed" | "failed" | "ended" | "broke" | "began" | "resumed")
        && matches!(view.norm_before(on, 2), "talks" | "negotiations" | "consultations" | "discussions")
    {
        return true;
    }
    if made_then(view, start) {
        return matches!(expression, Expression::In(..) | Expression::Relative(..));
    }
    owner && matches!(expression, Expression::In(Part::Months(..) | Part::Day(..), _))
}

/// *The office reported on February 14 that exports jumped*, *The bank on Friday raised its estimate*: whether a day says when
/// something was told.
fn said_then(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    // *announced last week that*, *said in March that*
    let short = match expression {
        Expression::Relative(Length::Day | Length::Week | Length::Month, ..=0) => true,
        Expression::In(Part::Months(first, last), _) => first == last,
        _ => false,
    };
    if short && view.norm(end) == "that" {
        let verb = start.wrapping_sub(1 + usize::from(matches!(view.norm_before(start, 1), "in" | "on" | "earlier")));
        return matches!(view.norm(verb), "said" | "announced" | "told" | "reported" | "warned" | "stated" | "noted");
    }
    // *the 15.06 billion that the office had reported only two days earlier*
    let back = matches!(
        expression,
        Expression::Relative(Length::Day | Length::Week, ..0)
            | Expression::Preceding(_, Length::Day | Length::Week)
            | Expression::MonthsEarlier(_)
    );
    let verb = start.wrapping_sub(1 + usize::from(matches!(view.norm_before(start, 1), "only" | "just" | "a")));
    if back
        && publishes(view.norm(verb))
        && view.quantities.iter().any(|q| view.mentions[*q].tokens.end < verb)
        && !matches!(view.norm_before(verb, 1), "was" | "were" | "as")
    {
        return true;
    }
    if !matches!(expression, Expression::In(Part::Day(..), _)) {
        return false;
    }
    let says = |at: usize| {
        publishes(view.norm(at))
            || foresees(view.norm(at))
            || matches!(view.norm(at), "said" | "showed" | "told" | "stated" | "revealed" | "confirmed" | "disclosed")
    };
    let revises =
        |at: usize| matches!(view.norm(at), "raised" | "lowered" | "revised" | "upgraded" | "downgraded" | "kept");
    let on = view.norm_before(start, 1) == "on";
    let behind =
        on && start >= 2 && says(start - 2) && (view.norm(end) == "that" || view.norm_before(start, 2) != "showed");
    let estimate = || {
        (end..(end + 12).min(view.range.end))
            .any(|at| matches!(view.norm(at), "estimate" | "forecast" | "projection" | "outlook"))
    };
    behind || on && (says(end) || revises(end) && estimate())
}

/// *versus 7.8 million tonnes estimated a week ago*, *eight million forecast in mid-February*: whether a time says when the
/// figure before it was reckoned.
fn estimated_then(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let small = |at: &usize| {
        matches!(
            view.norm(*at),
            "in" | "on" | "at" | "the" | "beginning" | "end" | "of" | "back" | "only" | "mid" | "-" | "last"
        )
    };
    let start = mention.tokens.start;
    let reckoned =
        |at: usize| matches!(view.norm(at), "estimated" | "forecast" | "predicted" | "projected" | "envisaged");
    let Some(at) = (view.range.start..start).rev().take(6).find(|at| !small(at)) else { return false };
    // *the 850,000 tonnes estimated by growers in December*
    let by = (at.saturating_sub(3)..at).find(|back| reckoned(*back) && view.norm(back + 1) == "by");
    let at = by.unwrap_or(at);
    // *growth, forecast in December at 4.5 percent, is now seen at less*
    let month = matches!(expression, Expression::In(Part::Months(first, last), YearRef::Open) if first == last);
    let behind = mention.tokens.end + 1;
    if month && reckoned(at) && view.norm_before(behind, 1) == "at" {
        return view.quantities.iter().any(|q| view.quantity(*q).is_some_and(|q| view.start_with_hedge(q) == behind));
    }
    // *estimated in 1986 at 5 million tonnes* has its figure behind it.
    reckoned(at) && view.quantities.iter().any(|q| view.mentions[*q].tokens.end == at)
}

/// *last month's projection of 23 million tonnes*, *its March estimate*: whether a month, week or day says when something was
/// reckoned.
pub fn of_estimate(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let short = match expression {
        Expression::In(Part::Day(..), _) => true,
        Expression::In(Part::Months(first, last), YearRef::Open) => first == last,
        Expression::Relative(length, ..=0) => !matches!(length, Length::Year | Length::Quarter),
        Expression::MonthsEarlier(_) => true,
        Expression::Preceding(_, length) => length != Length::Year,
        _ => false,
    };
    let end = mention.tokens.end;
    let own = end + usize::from(view.norm(end) == "'") + usize::from(view.norm(end + 1) == "s");
    let described = usize::from(matches!(
        view.norm(own),
        "official" | "preliminary" | "previous" | "initial" | "first" | "original" | "earlier"
    ));
    short && is_forecast(view.norm(own + described))
}

/// *the 30 June grain stocks report*, *its May 9 acreage report*, *its February report*: whether a day or month is that of a report.
fn of_report(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let end = mention.tokens.end;
    let words = match expression {
        Expression::In(Part::Day(..), _) => 3,
        Expression::In(Part::Months(first, last), YearRef::Open) if first == last => 0,
        _ => return false,
    };
    let plain = |at: &usize| view.tokens[*at].shape == Shape::Word && !view.verb_at(*at);
    let named = (end..(end + words).min(view.range.end)).take_while(plain).count();
    (end..=end + named).any(|at| view.norm(at) == "report")
}

/// *agreed in December to cut its output*, *OPEC's December agreement*, *at its next meeting in June*: whether a month or day,
/// or a year gone, says when something was agreed or talked over.
fn agreed_then(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let short = match expression {
        Expression::In(Part::Day(..), _) | Expression::Relative(_, -1) => true,
        Expression::In(Part::Months(first, last), _) => first == last,
        _ => false,
    };
    if !short {
        return false;
    }
    let talks = |at: usize| {
        is_gathering(view.norm(at))
            || matches!(view.norm(at), "agreement" | "accord" | "pact" | "deal" | "treaty" | "decision" | "session")
    };
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let month = matches!(expression, Expression::In(Part::Months(..), YearRef::Open));
    let before = |back: usize| start.checked_sub(back).map_or("", |at| view.norm(at));
    // *is to update its estimates in its report on November 8*
    let day = matches!(expression, Expression::In(Part::Day(..), _));
    let report = day && before(1) == "on" && matches!(before(2), "report" | "bulletin" | "update" | "newsletter");
    let met = matches!(before(1), "in" | "on") && start >= 2 && talks(start - 2) || report;
    // *agreed last December to cut*: what follows is what was agreed to.
    let agreed = (start.saturating_sub(9).max(view.range.start)..start)
        .any(|at| binds(view.norm(at)) || view.norm(at) == "approved");
    // *ahead of an August import ban*
    let barred = |at: usize| matches!(view.norm(at), "ban" | "embargo" | "deadline" | "election" | "elections");
    month && (talks(end) || barred(end) || barred(end + 1)) || met || agreed && matches!(view.norm(end), "to" | "that")
}

/// *built in 2009*, *an agreement signed in Budapest on 27 September*, *agreed last December*: whether the words before a
/// time at token `start` say when something else was made.
fn made_then(view: &View<'_>, start: usize) -> bool {
    let mut at = start;
    // The preposition, and a place with its own.
    for _ in 0..5 {
        let Some(before) = at.checked_sub(1).filter(|b| *b >= view.range.start) else { return false };
        let place = view.tokens[before].is_capitalised()
            && (view.norm_before(before, 1) == "in"
                || before > view.range.start && view.tokens[before - 1].is_capitalised());
        if !(matches!(
            view.norm(before),
            "in" | "on" | "at" | "since" | "back" | "last" | "this" | "of" | "during" | "the" | "upon"
        ) || place)
        {
            break;
        }
        at = before;
    }
    let made = at.wrapping_sub(1);
    let word = view.norm(made);
    // *from the 18.3 mln agreed in December*
    if word == "agreed" && view.quantities.iter().any(|q| view.mentions[*q].tokens.end == made) {
        return true;
    }
    // *the 15.8 million bpd ceiling it set in December*
    if word == "set"
        && (is_allowance(view.norm_before(made, 1)) || matches!(view.norm_before(made, 1), "it" | "they" | "limit"))
    {
        return true;
    }
    // *The agreement that Serbia concluded with Peru in May*: when it was made.
    let with = at.wrapping_sub(2);
    let party = view.norm(with) == "with" && view.tokens.get(with + 1).is_some_and(|t| t.is_capitalised());
    if party && matches!(view.norm_before(with, 1), "concluded" | "signed" | "made" | "reached" | "struck") {
        return true;
    }
    // *a deal that took effect in January*
    if word == "effect" && view.norm_before(made, 1) == "took" && matches!(view.norm_before(made, 2), "that" | "which")
    {
        return true;
    }
    let agreement = is_deal(view.norm_before(made, 1))
        || matches!(view.norm_before(made, 1), "understanding" | "ceiling" | "quota");
    let built = matches!(
        view.norm(made),
        "ordered" | "built" | "founded" | "established" | "opened" | "born" | "launched" | "discovered" | "created"
    );
    let signed = matches!(
        view.norm(made),
        "commissioned"
            | "signed"
            | "initialled"
            | "initialed"
            | "inked"
            | "ratified"
            | "inaugurated"
            | "adopted"
            | "imposed"
            | "introduced"
            | "levied"
            | "abolished"
            | "scrapped"
    );
    // *under the export programme announced April 14*
    let told = matches!(word, "announced" | "approved" | "launched" | "unveiled" | "proposed")
        && matches!(
            view.norm_before(made, 1),
            "initiative" | "program" | "programme" | "scheme" | "plan" | "package" | "measures"
        );
    at < start && built || signed || told || agreement && (agrees(word) || matches!(word, "struck" | "made"))
}

/// Whether the wording at a mention is said of a term that something lasts for: *booked until 2036*, *holds until the end of
/// 2009*.
pub fn is_term(view: &View<'_>, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    // *until 2036*, *until the end of 2036*
    let end_of = view.norm_before(start, 1) == "of" && view.norm_before(start, 2) == "end";
    let before = if end_of { start.wrapping_sub(3) } else { start };
    let before = if view.norm_before(before, 1) == "the" { before.wrapping_sub(1) } else { before };
    let opens = view.norm(mention.tokens.start);
    // *valid to 2029*, *runs through 2030*
    let lasts = matches!(view.norm_before(before, 1), "to" | "through" | "into" | "in")
        && matches!(
            view.norm_before(before, 2),
            "valid"
                | "runs"
                | "running"
                | "run"
                | "lasts"
                | "lasting"
                | "expires"
                | "expiring"
                | "extended"
                | "prolonged"
                | "booked"
                | "contract"
                | "deal"
                | "agreement"
        );
    if lasts {
        return true;
    }
    matches!(view.norm_before(before, 1), "until" | "till" | "beyond") || matches!(opens, "until" | "till")
}

/// *4.5 million tonnes in March, its highest volume this year*: whether a time at token `at` says over what a figure told before is
/// the extreme.
fn is_peak_of_year(view: &View<'_>, at: usize, time: Expression) -> bool {
    let aside = view.segment_tokens(view.segment(at));
    let opens = is_article(view.norm(aside.start)) || is_possessive(view.norm(aside.start));
    matches!(time, Expression::Relative(Length::Year, 0))
        && opens
        && aside.start > view.range.start
        && view.first_quantity(&(aside.start..at)).is_none()
        && view.first_quantity(&(view.range.start..aside.start)).is_some()
}
