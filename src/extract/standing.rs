//! What stands beside an aim or a forecast, and is so all the same.
//!
//! | sentence | by |
//! | --- | --- |
//! | *is to reduce its **7.1 billion dlr** surplus* | what an aim is to move |
//! | *would compare with a 1986 surplus of **9.5 billion dlrs*** | a year that is over, before what is counted |
//! | *could lose the market, which takes **a quarter** of its exports* | a relative clause of the present |
//! | *will stick to its official **18 dlr** price* | a noun that a known amount describes |
//! | *may be lower than the **12.8 mln tonnes** produced* | what is known to have been done |

use super::aims::is_over;
use super::rule::Filled;
use super::status::{Asked, Found, cues};
use super::view::View;
use super::wording::periods;
use crate::lexicon::{Class, Topic};
use crate::mention::QuantityMention;
use crate::model::Status;

/// What stands beside an aim or a forecast, and is so.
pub fn stands(asked: &Asked<'_, '_>) -> Found {
    let at = moved_by_an_aim(asked)
        .or_else(|| of_a_year_before(asked))
        .or_else(|| done(asked))
        .or_else(|| in_force(asked))
        .or_else(|| running(asked))
        .or_else(|| beyond(asked))
        .or_else(|| current(asked))?;
    Some((Status::Actual, Some(asked.view.tokens[at].span)))
}

/// The verb of *it surpassed its own export goal by almost 100,000 barrels a day*.
fn beyond(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let by = view.start_with_hedge(view.quantity(asked.index)?).checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    let aim = (by.saturating_sub(2).max(view.range.start)..by)
        .find(|at| matches!(view.norm(*at), "goal" | "target" | "quota" | "ceiling" | "plan"))?;
    (aim.saturating_sub(6).max(view.range.start)..aim).rev().find(|at| {
        matches!(
            view.norm(*at),
            "surpassed" | "exceeded" | "exceeding" | "beat" | "overshot" | "missed" | "topped" | "surpassing"
        )
    })
}

/// The verb of *wants to cut its deficit, running at a record 169.8 billion dlrs*, but *is expected to be running at*.
fn running(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let first = view.start_with_hedge(view.quantity(asked.index)?);
    let described = |at: &usize| matches!(view.norm(*at), "a" | "record" | "the" | "an" | "some" | "annual" | "yearly");
    let at = (view.range.start..first).rev().find(|at| !described(at)).filter(|at| view.norm(*at) == "at")?;
    let verb = at.checked_sub(1).filter(|at| matches!(view.norm(*at), "running" | "runs"))?;
    let helped =
        view.norm(verb) == "running" && matches!(view.norm(verb.wrapping_sub(1)), "be" | "been" | "keep" | "stay");
    (!helped).then_some(verb)
}

/// The verb of *to reduce its 7.1 billion dlr surplus*, *to double the country's 300,000 tonne exports*: what is to be moved is
/// there already.
fn moved_by_an_aim(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let quantity = view.quantity(asked.index).filter(|q| !q.quantity.unit.is_ratio())?;
    let end = quantity.tokens.end;
    let head = view.heads.iter().find(|h| h.class == Class::Noun && (end..=end + 2).contains(&h.at))?;
    let aimed = matches!(view.norm(head.end), "quota" | "ceiling" | "target" | "goal" | "limit" | "plan");
    let own = view.start_with_hedge(quantity).checked_sub(1)?;
    let owned = matches!(view.norm(own), "its" | "their" | "his" | "her" | "our" | "s" | "'" | "the");
    if head.topic == Topic::Other || aimed || !owned {
        return None;
    }
    (view.range.start.max(own.saturating_sub(5))..own).rev().find(|at| moves(view.norm(*at))).filter(|verb| {
        !(verb + 1..own).any(|at| matches!(view.norm(at), "to" | "by" | "from" | "of" | "in"))
            && !view.quantities.iter().any(|q| (*verb..own).contains(&view.mentions[*q].tokens.start))
    })
}

/// *will stick to its official 18 dlr price*, *would adhere to the 1.4 million barrel-a-day cut*: the noun that a known amount
/// describes.
fn in_force(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let goods = |m: &&crate::mention::Mention| {
        m.tokens.start == tokens.end && matches!(m.what, crate::mention::What::Commodity(_))
    };
    let behind = view.mentions.iter().find(goods).map_or(tokens.end, |m| m.tokens.end);
    let noun = behind + usize::from(view.norm(behind) == "benchmark");
    let named = matches!(view.norm(noun), "price" | "prices" | "cut" | "cuts" | "share" | "benchmark");
    let own = tokens.start.checked_sub(1).filter(|_| named)?;
    let described = matches!(view.norm(own), "official" | "current" | "present" | "existing" | "benchmark" | "fixed");
    let own = if described { own.checked_sub(1)? } else { own };
    let known = matches!(view.norm(own), "the" | "its" | "their" | "s");
    // *will keep the 1.4 million barrel-a-day cut* aims at it, *would adhere to the cut* takes it as it is.
    let kept = matches!(view.norm(noun), "cut" | "cuts") && view.norm(own.wrapping_sub(1)) != "to";
    let proposed = matches!(view.norm(noun + 1), "proposed" | "planned" | "sought" | "it" | "they" | "that" | "from");
    (known && !kept && !proposed).then_some(noun)
}

/// Verbs that move what there is.
fn moves(verb: &str) -> bool {
    matches!(
        verb,
        "reduce"
            | "reducing"
            | "cut"
            | "cutting"
            | "narrow"
            | "narrowing"
            | "trim"
            | "shrink"
            | "lower"
            | "lowering"
            | "eliminate"
            | "eliminating"
            | "close"
            | "ease"
            | "halve"
            | "curb"
            | "pare"
            | "slash"
            | "erase"
            | "correct"
            | "expand"
            | "increase"
            | "boost"
            | "double"
            | "triple"
            | "widen"
    )
}

/// The year of *a 1986 surplus of 9.5 billion dlrs*.
fn of_a_year_before(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let of = view.start_with_hedge(view.quantity(asked.index)?).checked_sub(1)?;
    if !matches!(view.norm(of), "of" | "at") {
        return None;
    }
    let head = view.heads.iter().find(|h| h.class == Class::Noun && h.end == of).map(|h| h.at);
    // *must rise above the 1986 level of 3.54 million*
    let size = || of.checked_sub(1).filter(|at| is_size(view.norm(*at)));
    let head = head.or_else(size)?;
    let near = |at: usize| (at..=at + 2).contains(&head);
    let year = periods(view).find(|(m, e, _)| near(m.tokens.end) && is_over(asked, *e))?.0;
    let article = view.norm(year.tokens.start.wrapping_sub(1));
    let named = matches!(article, "a" | "the" | "its" | "with" | "to" | "from" | "s" | "record");
    (named || view.norm(year.tokens.start) == "the").then_some(year.tokens.start)
}

/// *to 12 million from current record levels of close to 11 million*, *above its present rate of 2 million*: the noun of what is so now.
fn current(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let of = view.start_with_hedge(view.quantity(asked.index)?).checked_sub(1)?;
    // *of close to 11 million*
    let of = (of.saturating_sub(2)..=of).rev().find(|at| view.norm(*at) == "of")?;
    let noun = of.checked_sub(1).filter(|at| is_size(view.norm(*at)))?;
    let now = |at: usize| matches!(view.norm(at), "current" | "present" | "existing" | "today" | "now");
    (noun.saturating_sub(3)..noun).any(now).then_some(noun)
}

/// Whether a noun tells how large something is.
pub(super) fn is_size(word: &str) -> bool {
    matches!(
        word,
        "level"
            | "levels"
            | "rate"
            | "rates"
            | "figure"
            | "volume"
            | "volumes"
            | "total"
            | "output"
            | "production"
            | "capacity"
    )
}

/// The verb of *lower than the 12.8 mln tonnes produced in the last harvest*.
fn done(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let known = view.norm(tokens.start.wrapping_sub(1)) == "the"
        && matches!(
            view.norm(tokens.start.wrapping_sub(2)),
            "than" | "to" | "with" | "from" | "against" | "versus" | "below" | "above" | "exceed" | "match" | "over"
        );
    // *the 7.4 mln it exported*
    let verb = tokens.end + usize::from(matches!(view.norm(tokens.end), "it" | "they"));
    let done = view.heads.iter().any(|h| h.at == verb && h.class != Class::Noun) && view.is_past(verb);
    (known && done).then_some(verb)
}

/// *could lose the market, which accounts for a quarter of its exports*: a clause of the present tells what is.
pub fn relative(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let clause = view.segment_tokens(view.segment(start)).start..start;
    if !matches!(view.norm(clause.start), "which" | "who" | "where") || cues(asked, clause.clone()).is_some() {
        return None;
    }
    let verb = clause.take(8).find(|at| is_present(view, *at))?;
    // *and Power of Siberia 2 is designed for 50 bln, which makes 106 bln in total*: a sum of what was told.
    if verb + 1 == start && matches!(view.norm(verb), "makes" | "brings") {
        return None;
    }
    Some((Status::Actual, Some(view.tokens[verb].span)))
}

/// Whether a verb of the present stands at token `at`.
pub(super) fn is_present(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.norm(at),
        "can"
            | "accounts"
            | "account"
            | "takes"
            | "take"
            | "buys"
            | "buy"
            | "supplies"
            | "supply"
            | "provides"
            | "provide"
            | "covers"
            | "cover"
            | "represents"
            | "represent"
            | "makes"
            | "make"
            | "absorbs"
            | "absorb"
            | "earns"
            | "earn"
            | "produces"
            | "produce"
            | "consumes"
            | "consume"
            | "uses"
            | "use"
            | "imports"
            | "exports"
            | "sells"
            | "sell"
            | "holds"
            | "hold"
            | "brings"
            | "bring"
    )
}

/// *The line could move 2,000 MW*: what a line or plant that stands is able to, where nothing tells of one to come.
pub fn able_to(view: &View<'_>, written: &QuantityMention, status: Filled<Status>) -> Filled<Status> {
    let to_come = |at: usize| {
        matches!(
            view.norm(at),
            "if" | "when"
                | "once"
                | "new"
                | "planned"
                | "proposed"
                | "future"
                | "eventually"
                | "ultimately"
                | "later"
                | "would"
                | "will"
        )
    };
    let could = status
        .span
        .is_some_and(|span| view.range.clone().any(|at| view.tokens[at].span == span && view.norm(at) == "could"));
    let dated = view.clause(written.tokens.start).any(|at| view.norm(at) == "by");
    if status.value == Status::Forecast && could && !dated && !view.range.clone().any(to_come) {
        Filled::new(Status::Actual, "able_to", status.span)
    } else {
        status
    }
}
