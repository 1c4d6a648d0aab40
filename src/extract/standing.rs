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
use super::status::{Asked, Found};
use super::status_cues::cues;
use super::view::{Actor, View};
use super::wording::periods;
use crate::lexicon::words::{
    compares, goes_or_comes, is_amount_noun, is_article, is_current, is_form_of_have, is_limit, is_over_or_under,
    is_possessive, opens_reason,
};
use crate::lexicon::{Class, Topic};
use crate::mention::QuantityMention;
use crate::model::{Span, Status};

/// What stands beside an aim or a forecast, and is so.
pub fn stands(asked: &Asked<'_, '_>) -> Found {
    let at = moved_by_an_aim(asked)
        .or_else(|| of_a_year_before(asked))
        .or_else(|| done(asked))
        .or_else(|| in_force(asked))
        .or_else(|| has_reserves(asked))
        .or_else(|| running(asked))
        .or_else(|| beyond(asked))
        .or_else(|| able(asked))
        .or_else(|| current(asked))
        .or_else(|| at_present(asked))
        .or_else(|| known(asked))?;
    Some((Status::Actual, Some(asked.view.tokens[at].span)))
}

/// The verb of *it surpassed its own export goal by almost 100,000 barrels a day*.
fn beyond(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let by = view.start_with_hedge(view.quantity(asked.index)?).checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    let aim = (by.saturating_sub(2).max(view.range.start)..by)
        .find(|at| matches!(view.norm(*at), "goal" | "target" | "quota" | "ceiling" | "plan"))?;
    view.back(aim, 6).rev().find(|at| {
        matches!(
            view.norm(*at),
            "surpassed" | "exceeded" | "exceeding" | "beat" | "overshot" | "missed" | "topped" | "surpassing"
        )
    })
}

/// The verb of *is entitled to 1,150 MW of the 2,075 MW that the dam can make*: what something is able to do, it is.
fn able(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let quantity = view.quantity(asked.index)?;
    let the = view.start_with_hedge(quantity).checked_sub(1).filter(|at| view.norm(*at) == "the")?;
    let end = quantity.tokens.end;
    let that = (end..end + 4).find(|at| matches!(view.norm(*at), "that" | "which"))?;
    let can = (that + 1..that + 9).find(|at| view.norm(*at) == "can")?;
    let told = view.first_quantity(&(end..can)).is_some();
    (the > view.range.start && !told).then_some(can)
}

/// The verb of *wants to cut its deficit, running at a record 169.8 billion dlrs*, but *is expected to be running at*.
fn running(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let first = view.start_with_hedge(view.quantity(asked.index)?);
    let described =
        |at: &usize| is_article(view.norm(*at)) || matches!(view.norm(*at), "record" | "some" | "annual" | "yearly");
    let at = (view.range.start..first).rev().find(|at| !described(at)).filter(|at| view.norm(*at) == "at")?;
    let verb = at.checked_sub(1).filter(|at| matches!(view.norm(*at), "running" | "runs"))?;
    let helped = view.norm(verb) == "running" && matches!(view.norm_before(verb, 1), "be" | "been" | "keep" | "stay");
    (!helped).then_some(verb)
}

/// The verb of *to reduce its 7.1 billion dlr surplus*, *to double the country's 300,000 tonne exports*: what is to be moved is
/// there already.
fn moved_by_an_aim(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let quantity = view.quantity(asked.index).filter(|q| !q.quantity.unit.is_ratio())?;
    let end = quantity.tokens.end;
    let head = view.heads.iter().find(|h| h.class == Class::Noun && (end..=end + 2).contains(&h.at))?;
    let aimed = is_limit(view.norm(head.end)) || view.norm(head.end) == "plan";
    let own = view.start_with_hedge(quantity).checked_sub(1)?;
    let owned = is_possessive(view.norm(own)) || matches!(view.norm(own), "s" | "'" | "the");
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
    let described = is_current(view.norm(own)) || matches!(view.norm(own), "official" | "benchmark" | "fixed");
    let own = if described { own.checked_sub(1)? } else { own };
    let known = matches!(view.norm(own), "the" | "its" | "their" | "s");
    // *will keep the 1.4 million barrel-a-day cut* aims at it, *would adhere to the cut* takes it as it is.
    let kept = matches!(view.norm(noun), "cut" | "cuts") && view.norm_before(own, 1) != "to";
    let proposed = matches!(view.norm(noun + 1), "proposed" | "planned" | "sought" | "it" | "they" | "that" | "from");
    (known && !kept && !proposed).then_some(noun)
}

/// *expects its field, with reserves of 590 million barrels, to come on stream*: what lies in the ground does so, whatever is
/// planned with it.
fn has_reserves(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let of = view.start_with_hedge(view.quantity(asked.index)?).checked_sub(1)?;
    let reserves = of
        .checked_sub(1)
        .filter(|at| view.norm(of) == "of" && matches!(view.norm(*at), "reserves" | "resources" | "deposits"))?;
    let near = reserves.saturating_sub(4).max(view.range.start)..reserves;
    near.rev().find(|at| {
        is_form_of_have(view.norm(*at))
            || matches!(view.norm(*at), "with" | "holding" | "holds" | "proven" | "proved" | "certified" | "known")
    })
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
    let article = view.norm_before(year.tokens.start, 1);
    let named = matches!(article, "a" | "the" | "its" | "with" | "to" | "from" | "s" | "record");
    (named || view.norm(year.tokens.start) == "the").then_some(year.tokens.start)
}

/// *to 12 million from current record levels of close to 11 million*, *above its present rate of 2 million*: the noun of what is so now.
fn current(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let of = view.start_with_hedge(view.quantity(asked.index)?).checked_sub(1)?;
    // *of close to 11 million*
    let of = (of.saturating_sub(2)..=of).rev().find(|at| view.norm(*at) == "of")?;
    let now = |at: usize| is_current(view.norm(at)) || matches!(view.norm(at), "today" | "now");
    // *Turkey's current exports to Iran of $30 billion are expected to grow*
    let traded = view.heads.iter().rfind(|h| h.class == Class::Noun && h.end <= of && of - h.end <= 4);
    if let Some(head) = traded.filter(|h| h.at > view.range.start && now(h.at - 1)) {
        return Some(head.at);
    }
    let noun = of.checked_sub(1).filter(|at| is_size(view.norm(*at)))?;
    (noun.saturating_sub(3)..noun).any(now).then_some(noun)
}

/// The word of *five times the 1.1 billion that at present goes across*, *against the 16.3 million of today*.
fn at_present(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let first = view.start_with_hedge(view.quantity(asked.index)?);
    if view.norm_before(first, 1) != "the" {
        return None;
    }
    match view.norm(end) {
        "of" if matches!(view.norm(end + 1), "today" | "now") => Some(end + 1),
        "that" | "which" => (end + 1..end + 4).find(|at| {
            matches!(view.norm(*at), "now" | "currently" | "today")
                || view.norm(*at) == "present" && view.norm_before(*at, 1) == "at"
        }),
        "it" | "they" if matches!(view.norm(end + 1), "now" | "currently") => Some(end + 1),
        _ => None,
    }
}

/// *to go back to the 240 million of 2010*, *to double it from 2015's 1.1 billion*: the past year that owns a known amount.
fn known(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let first = view.start_with_hedge(view.quantity(asked.index)?);
    let lead = first.wrapping_sub(1);
    let of = view.norm(lead) == "the" && view.norm(tokens.end) == "of";
    let behind = |m: &crate::mention::Mention| of && m.tokens.start == tokens.end + 1;
    let from = |at: usize| compares(view.norm(at)) || is_over_or_under(view.norm(at)) || view.norm(at) == "to";
    let owner = |m: &crate::mention::Mention| {
        super::wording::owns_figure(view, m, tokens.start) && from(m.tokens.start.wrapping_sub(1))
    };
    periods(view).find(|(m, e, _)| (behind(m) || owner(m)) && is_over(asked, *e)).map(|(m, ..)| m.tokens.start)
}

/// Whether a noun tells how large something is.
pub(super) fn is_size(word: &str) -> bool {
    is_amount_noun(word)
        || matches!(word, "levels" | "rates" | "volumes" | "total" | "output" | "production" | "capacity")
}

/// The verb of *lower than the 12.8 mln tonnes produced in the last harvest*.
fn done(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let known = view.norm_before(tokens.start, 1) == "the"
        && (compares(view.norm_before(tokens.start, 2))
            || is_over_or_under(view.norm_before(tokens.start, 2))
            || matches!(view.norm_before(tokens.start, 2), "to" | "with" | "exceed" | "match"));
    // *the 7.4 mln it exported*
    let verb = tokens.end + usize::from(matches!(view.norm(tokens.end), "it" | "they"));
    let done = view.heads.iter().any(|h| h.at == verb && h.class != Class::Noun) && view.is_past(verb);
    (known && done).then_some(verb)
}

/// *could trim output next year after prices touched a low of $28*: the word that opens a clause of what had happened, between an
/// aim and the figure at token `start`.
pub fn reason(view: &View<'_>, aim: Span, start: usize) -> Option<Span> {
    let from = view.tokens.partition_point(|t| t.span.start < aim.end);
    let opens = |at: &usize| opens_reason(view.norm(*at)) || holds_now(view, *at);
    let at = (from..start).rev().find(opens)?;
    if holds_now(view, at) {
        return Some(view.tokens[at].span);
    }
    let past = |verb: usize| {
        view.is_past(verb)
            || matches!(view.norm(verb), "touched" | "cut" | "became" | "sent" | "left" | "drove" | "had")
            // *would be a blow as China accounts for 42% of exports*
            || matches!(view.norm(verb), "accounts" | "account" | "represents" | "constitutes")
    };
    let subject = at + 1..start.min(at + 9);
    let verb = subject.clone().skip(1).find(|verb| past(*verb))?;
    let plain = !(at + 1..start).any(|at| {
        matches!(view.norm(at), "," | "to" | "will" | "would" | "is" | "are" | "be" | "expected" | "planned" | "agreed")
    });
    (plain && verb < start).then(|| view.tokens[at].span)
}

/// *would be a blow, as China takes 42 percent of its wine*: whether the word at token `at` opens a clause of what is so now.
fn holds_now(view: &View<'_>, at: usize) -> bool {
    let opens = matches!(view.norm(at), "as" | "because" | "since" | "while" | "although");
    let does = |end: usize| {
        matches!(
            view.norm(end),
            "accounts"
                | "account"
                | "takes"
                | "take"
                | "makes"
                | "buys"
                | "supplies"
                | "absorbs"
                | "represents"
                | "provides"
        )
    };
    opens && view.actors.iter().any(|a| view.phrase_start(a) == at + 1 && does(a.end))
}

/// *Saudi Arabia to slash output by 1 million bpd in July*: a headline tells what somebody is to do without a verb of its own.
pub fn to_do(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let last = view.range.end.checked_sub(1)?;
    if matches!(view.norm(last), "." | "!" | "?" | ":") || view.range.len() > 24 {
        return None;
    }
    let acts =
        view.actors.iter().find(|a| a.at <= view.range.start + 2 && view.norm(a.end) == "to" && a.end < start)?;
    let told = (acts.end + 1..start).any(|at| {
        view.is_past(at) || matches!(view.norm(at), "is" | "are" | "has" | "have" | "will" | "rises" | "falls" | "says")
    });
    let verb = view.norm(acts.end + 1);
    let to_whom = |a: &Actor| a.at == acts.end + 1 || a.at == acts.end + 2 && is_article(verb);
    let does = verb.len() > 2 && !view.actors.iter().any(to_whom);
    (does && !told).then(|| (Status::Target, Some(view.tokens[acts.end].span)))
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
            | "charges"
            | "pays"
            | "pay"
            | "receives"
            | "receive"
            | "gets"
            | "needs"
            | "generates"
            | "sends"
            | "trade"
            | "trades"
    )
}

/// *Turkey, which hopes for more, exported goods worth $30 billion*, *would not pay, over 90 percent of the gas used was Russian*:
/// whether the words around the figure up to the next comma have a verb of their own, which tells what was or is.
pub(super) fn tells_itself(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let own = view.segment_tokens(view.segment(tokens.start));
    let opening = view.segments.get(view.segment(tokens.start)).map(|s| s.opening);
    let first = view.quantity(asked.index).map_or(tokens.start, |q| view.start_with_hedge(q));
    let before = own.start..first;
    // *based on last year's data*, *agreed in May* describe what stands beside them.
    let past = |at: &usize| {
        view.is_past(*at)
            && !matches!(
                view.norm(*at),
                "based" | "agreed" | "signed" | "planned" | "said" | "added" | "announced" | "reported" | "told"
            )
            && *at > own.start.min(first)
    };
    let did = before.clone().any(|at| past(&at) || view.is_past(at) && view.heads.iter().any(|h| h.at == at));
    let does = || {
        before.clone().any(|at| {
            is_present(view, at)
                && (at == own.start && opening == Some(super::grammar::Opening::Comma)
                    || matches!(view.norm_before(at, 1), "it" | "they" | "which" | "we")
                    || view.actors.iter().any(|a| a.end == at))
        })
    };
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at > tokens.start);
    let behind = tokens.end..next.unwrap_or(own.end).min(own.end);
    let was = || behind.clone().any(|at| goes_or_comes(view.norm(at)) || matches!(view.norm(at), "was" | "were"));
    // *missed the target in 2013, coming to only $30 billion*
    let told = || {
        matches!(
            view.norm(own.start),
            "coming" | "reaching" | "totalling" | "totaling" | "amounting" | "standing" | "averaging"
        ) && own.start > view.range.start
            && {
                let main = view.segment_tokens(view.segment(own.start) - 1);
                main.clone().any(|at| view.is_past(at)) && view.norm(main.start) != "if"
            }
    };
    (did || does() || was() || told()) && cues(asked, own).is_none()
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
    let could = status.span.is_some_and(|span| {
        view.range.clone().any(|at| view.tokens[at].span == span && matches!(view.norm(at), "could" | "can"))
    });
    let dated = view.clause(written.tokens.start).any(|at| view.norm(at) == "by");
    if status.value == Status::Forecast && could && !dated && !view.range.clone().any(to_come) {
        Filled::new(Status::Actual, "able_to", status.span)
    } else {
        status
    }
}
