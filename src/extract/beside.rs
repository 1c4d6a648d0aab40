//! Kinds that a figure takes from another beside it, or from the bracket that it opens.
//!
//! | text | kind | value | rule |
//! | --- | --- | --- | --- |
//! | *down 0.2%, or **$2.1 billion*** | change | -2.1 billion | `told_again` |
//! | *fell 28% year on year and **27%** on the quarter* | change | -27 | `on_the_year_as_well` |
//! | *cut imports by 1 million barrels a day and by **2 million** by 1977* | change | -2 million | `and_by` |
//! | *more than half (**53%**) of the gas* | share | 53 | `share_in_bracket` |
//! | *China took 21.3% of the trade; Russia **18.6%*** | share | 18.6 | `share_before` |
//! | *forecast at 1.1 mln tonnes, **200,000 tonnes** below the record crop* | change | -200,000 | `below_a_level` |
//! | *output is to rise by 48,000 tonnes and exports by **34,000*** | change | 34,000 | `gapped` |
//! | *a decrease of $260 million and **$65 million*** | change | -65 million | `joined_to_a_change` |
//! | *demand averaged 6.72 mln bpd, off **1.2 pct*** | change | -1.2 | `off` |
//! | ***60 percent** went to Europe* | share | 60 | `share_that_went` |

use super::direction::direction_before;
use super::joined;
use super::kind::{Asked, Found, rules};
use super::moved::moves;
use super::rule::first;
use super::wording::periods;
use crate::lexicon::words::{is_amount_noun, is_form_of_be, is_or_was, is_price, is_relative};
use crate::lexicon::{Class, Cue};
use crate::mention::{Form, Mention, What};
use crate::model::{Decimal, Dimension, Kind, Measure};
use crate::token::{OneOf, Shape};

/// *down 0.2%, or $2.1 billion*, *rose $50.5 billion, or 3.9 percent*: a change told again in another unit.
pub fn told_again(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let index = view.quantities.iter().find(|q| view.mentions[**q].tokens == asked.quantity.tokens)?;
    let before = view.quantity(joined::told_again(view, *index)?)?;
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    let sign = if before.sign.is_some() && before.quantity.value.is_negative() { -1 } else { filled.value.1 };
    (filled.value.0 == Kind::Change).then_some(((Kind::Change, sign), Some(before.span)))
}

/// *declined by 28% year on year and 27% on the quarter*: a ratio joined to a change by nothing but what each is compared
/// with.
pub fn joined(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let index = view.quantities.iter().find(|q| view.mentions[**q].tokens == asked.quantity.tokens)?;
    let before = view.quantity(joined::joined_to(view, *index)?)?;
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    (filled.value.0 == Kind::Change).then_some((filled.value, Some(before.span)))
}

/// *demand averaged 6.72 mln bpd, off 1.2 pct*, *returned $6.6 million, back 13 percent*: down by so much.
pub fn off(asked: &Asked<'_, '_>) -> Found {
    let back = asked.start_of_hedge().checked_sub(1).filter(|at| asked.view.norm(*at) == "back" && asked.ratio());
    if let Some(back) = back.filter(|at| matches!(asked.view.norm_before(*at, 1), "," | "were" | "was")) {
        return Some(((Kind::Change, -1), Some(asked.view.tokens[back].span)));
    }
    // *knocks $25 off each tonne of crude*
    if let Some(off) = asked.quantity.tokens.clone().find(|at| asked.view.norm(*at) == "off") {
        return Some(((Kind::Change, -1), Some(asked.view.tokens[off].span)));
    }
    // *a third off the price of gas*
    let end = asked.quantity.tokens.end;
    // *knocked $100 off the gas price*
    let price = || (end + 1..end + 8).any(|at| is_price(asked.view.norm(at)));
    if asked.view.norm(end) == "off" && (asked.ratio() || price()) {
        return Some(((Kind::Change, -1), Some(asked.view.tokens[end].span)));
    }
    let at = asked.start_of_hedge().checked_sub(1)?;
    // *purchases were off by 500,000 tonnes*
    if asked.view.norm(at) == "by" && asked.view.norm_before(at, 1) == "off" {
        return Some(((Kind::Change, -1), Some(asked.view.tokens[at - 1].span)));
    }
    // *gasoline stocks were off 200,000 barrels in the week*
    let set_off = at > asked.view.range.start
        && (asked.view.norm_before(at, 1) == "," || is_form_of_be(asked.view.norm_before(at, 1)));
    // *stocks were off 4.1 mln at 128.9 mln*
    let end = asked.quantity.tokens.end;
    let step = matches!(asked.view.norm(end), "at" | "to" | "from")
        && asked.view.quantities.iter().any(|q| (end + 1..end + 3).contains(&asked.view.mentions[*q].tokens.start));
    (asked.view.norm(at) == "off" && (asked.ratio() || set_off || step))
        .then(|| ((Kind::Change, -1), Some(asked.view.tokens[at].span)))
}

/// *a 10.3% shortfall compared to 2019*, *400,000 tonnes, a shortfall of 8 percent*: by how much less it was.
pub fn falls_short(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if !asked.quantity.quantity.unit.is_ratio() {
        return None;
    }
    let tokens = &asked.quantity.tokens;
    let behind = Some(tokens.end).filter(|at| view.falls_short_at(*at));
    let at = behind.or_else(|| {
        let first = view.start_with_hedge(asked.quantity);
        first.checked_sub(2).filter(|at| view.falls_short_at(*at) && view.norm_before(first, 1) == "of")
    })?;
    Some(((Kind::Change, -1), Some(view.tokens[at].span)))
}

/// *Exports exceeded those of 1891 by $145 million*: by how much they grew; exports over imports are a balance.
pub fn exceeded_by(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let by = start.checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    let clause = view.clause(start);
    let exceeds = |at: &usize| matches!(view.norm(*at), "exceeded" | "exceeding" | "exceeds" | "surpassed");
    let opens = if asked.ratio() && view.norm_before(by, 1) == "," { view.range.start } else { clause.start };
    let verb = (opens..by).rev().find(exceeds)?;
    let trades = |stem: &str| view.heads.iter().any(|h| clause.contains(&h.at) && view.norm(h.at).starts_with(stem));
    // *exceeds the 2023 result, $867.5 million, by more than a quarter*: what is exceeded is told by the way.
    let by_the_way = |end: usize| asked.ratio() && end + 1 == by && view.norm(end) == ",";
    let between = view.quantities.iter().map(|q| &view.mentions[*q].tokens).filter(|t| (verb..by).contains(&t.start));
    let crossed = between.into_iter().any(|t| !by_the_way(t.end));
    let alone = !(trades("export") && trades("import"));
    (alone && !crossed).then(|| ((Kind::Change, 1), Some(view.tokens[verb].span)))
}

/// *by 1 million barrels a day this year and by 2 million by 1977*: one change after another.
pub fn and_by(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let by = start.checked_sub(2).is_some_and(|at| view.norm(at) == "and" && view.norm(at + 1) == "by");
    let before = view.figures().rfind(|q| q.tokens.end <= start)?;
    let turns = asked.direction_in(before.tokens.end..start).is_some();
    // *will rise by 2 bcm this year and nearly 3 bcm next year*: each with a time of its own and nothing else between.
    let timed = |after: usize, ends: &dyn Fn(usize) -> bool| {
        periods(view).any(|(m, ..)| (after..after + 2).contains(&m.tokens.start) && ends(m.tokens.end))
    };
    let told = |at: usize| {
        let led = view.norm_before(view.start_with_hedge(before), 1) == "by";
        view.norm(at) == "and"
            && led
            && timed(before.tokens.end, &|end| end == at)
            && timed(asked.quantity.tokens.end, &|_| true)
    };
    // *a fall in oil imports by $1.2 billion and non-oil imports by $500 million*
    let end = before.tokens.end;
    let named = view.norm_before(start, 1) == "by"
        && view.norm(end) == "and"
        && view.norm_before(view.start_with_hedge(before), 1) == "by"
        && start - end <= 8
        && view.heads.iter().any(|h| h.class == Class::Noun && (end..start).contains(&h.at));
    let by = by || named || start.checked_sub(1).is_some_and(told);
    if !by || turns || before.quantity.unit.measure.dimension() != asked.quantity.quantity.unit.measure.dimension() {
        return None;
    }
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    (filled.value.0 == Kind::Change).then_some((filled.value, Some(before.span)))
}

/// *more than half (53%) of the gas*, *an important supplier (10%)*, *more LNG imports (45%, from 38% a quarter before)*: a
/// bracket that opens with a plain ratio of what stands before it.
pub fn in_bracket(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let segment = asked.segment();
    let opening = view.segments.get(view.segment(segment.start)).map(|s| s.opening);
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent;
    let opens = opening == Some(super::grammar::Opening::Bracket) && asked.start_of_hedge() == segment.start;
    if !opens || !percent || asked.direction_in(segment.clone()).is_some() {
        return None;
    }
    let open = segment.start.checked_sub(1)?;
    let mut others = view.figures();
    // *output grew faster (5.1 percent vs 4.1 percent)*: the growth is told before its bracket.
    let grew = asked.direction_in(open.saturating_sub(3).max(view.range.start)..open);
    if let Some((sign, span, _)) =
        grew.filter(|_| matches!(view.norm_before(open, 1), "faster" | "slower" | "strongly" | "sharply"))
    {
        return Some(((Kind::Change, sign), Some(span)));
    }
    let share = others.any(|q| q.tokens.end == open && q.form == Form::Fraction && q.quantity.unit.is_ratio());
    let end = asked.quantity.tokens.end;
    let agent = end == segment.end && view.heads.iter().any(|h| h.end == open && h.class == Class::Agent);
    // Two plain ratios of which one is told from the other are both shares.
    let next = view.figures().find(|q| q.tokens.start >= end);
    let from = next.is_some_and(|next| {
        next.sign.is_none()
            && next.quantity.unit.measure == Measure::Percent
            && next.tokens.start <= end + 4
            && view.comparing_before(next.tokens.start).is_some()
    });
    let traded = view.heads.iter().any(|h| h.class == Class::Noun && h.end <= open && open - h.end <= 3);
    (share || agent || from && traded).then(|| ((Kind::Share, 1), Some(view.tokens[open].span)))
}

/// *rose 27.9 percent, below the 32.1 percent expected and slower than April's 32.3 percent*: of the kind of what is set
/// beside it.
pub fn set_beside(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    if !asked.ratio() || asked.quantity.form == Form::Bare || start < view.range.start + 2 {
        return None;
    }
    let at = match view.norm_before(start, 1) {
        "the" => start - 2,
        "s" => view
            .mentions
            .iter()
            .find(|m| m.tokens.end + 2 == start && matches!(m.what, What::Period(_)))?
            .tokens
            .start
            .checked_sub(1)?,
        _ => return None,
    };
    if !matches!(view.norm(at), "below" | "above" | "than") {
        return None;
    }
    let alike = |q: &&crate::mention::QuantityMention| q.quantity.unit == asked.quantity.quantity.unit;
    let before = view.figures().filter(alike).rfind(|q| q.tokens.end <= at)?;
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    Some((filled.value, Some(view.tokens[at].span)))
}

/// *49.5% of the gas (2022: 39.2%)*: the ratio of another time, of the kind of the one that the bracket stands behind.
pub fn year_in_bracket(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let colon = asked.start_of_hedge().checked_sub(1).filter(|at| view.norm(*at) == ":" && asked.ratio())?;
    let time = view.mentions.iter().find(|m| m.tokens.end == colon && matches!(m.what, What::Period(_)))?;
    let open = time.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == "(")?;
    let clause = view.segment_tokens(view.segment(open.saturating_sub(1)));
    let ratio = |q: &&crate::mention::QuantityMention| q.quantity.unit == asked.quantity.quantity.unit;
    let before = view.figures().rfind(|q| q.tokens.end <= open)?;
    let before = Some(before).filter(ratio).filter(|q| clause.contains(&q.tokens.start))?;
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    Some((filled.value, Some(time.span)))
}

/// *Kuwait will cut 135,000 bpd and Oman **42,000 bpd***, *Iraq 211,000 bpd*: nothing but who it is stands between two amounts,
/// or what is told of him by the way: *and Gabon, which has none to spare, **20,000 bpd***.
pub fn next_of_cuts(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if asked.ratio() || asked.quantity.hedge.is_some() {
        return None;
    }
    let start = asked.quantity.tokens.start;
    let by_the_way = |end: usize| {
        view.norm(end) == ","
            && is_relative(view.norm(end + 1))
            && view.norm_before(start, 1) == ","
            && start - end <= 16
    };
    if let Some(found) = next_in_time(asked) {
        return Some(found);
    }
    let who = view.actors.iter().find(|a| a.end == start || a.end < start && by_the_way(a.end))?;
    let before = view.figures().rfind(|q| q.tokens.end < who.at)?;
    let between = super::held_back::behind_the_cut(view, before.tokens.end)..who.at;
    let joined = between.len() <= 3 && between.clone().all(|at| matches!(view.norm(at), "," | "and" | "the" | "by"));
    if !joined || before.quantity.unit != asked.quantity.quantity.unit {
        return None;
    }
    let filled = first(const { &rules() }, &Asked { view, quantity: before })?;
    (filled.value.0 == Kind::Change).then_some((filled.value, filled.span))
}

/// *agreed to cut 10 million b/d in May-June, **8 million b/d** in July-December*: nothing but a time stands between two amounts, and one
/// behind the second.
fn next_in_time(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let before = view.figures().rfind(|q| q.tokens.end < start)?;
    let time = |at: usize| {
        let led = at + usize::from(matches!(view.norm(at), "in" | "from" | "for" | "over"));
        view.mentions.iter().find(|m| matches!(m.what, What::Period(_)) && (at..=led).contains(&m.tokens.start))
    };
    let told = time(before.tokens.end)?;
    time(asked.quantity.tokens.end)?;
    let between = told.tokens.end..start;
    let joined =
        !between.is_empty() && between.len() <= 2 && between.clone().all(|at| matches!(view.norm(at), "," | "and"));
    if !joined || before.quantity.unit != asked.quantity.quantity.unit {
        return None;
    }
    let cut = first(const { &rules() }, &Asked { view, quantity: before })?;
    (cut.value.0 == Kind::Change && asked.quantity.quantity.unit.per.is_some()).then_some((cut.value, cut.span))
}

/// *saw a decrease of $260 million and **$65 million**, respectively*
pub fn joined_to_a_change(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    // *will rise 175,000 bpd this year and another 200,000 bpd in 2024*
    let another = matches!(asked.before_hedge(), "another" | "further")
        && (start.saturating_sub(3)..start).any(|at| view.norm(at) == "and");
    if another && !asked.ratio() {
        let before = view.figures().rfind(|q| q.tokens.end < start)?;
        let told = Asked { view, quantity: before };
        let alike = before.quantity.unit == asked.quantity.quantity.unit;
        return first(const { &rules() }, &told)
            .filter(|told| alike && told.value.0 == Kind::Change)
            .map(|told| (told.value, Some(before.span)));
    }
    if asked.before_hedge() != "and" || asked.ratio() && view.respective.is_none() {
        return None;
    }
    let before = view.figures().find(|q| q.tokens.end + 1 == start)?;
    let alike = before.quantity.unit == asked.quantity.quantity.unit;
    let told = Asked { view, quantity: before };
    // *growth of 26.1 percent and 32.9 percent, respectively*
    if asked.ratio() {
        let own = direction_before(&told);
        return own.filter(|(reading, _)| alike && reading.0 == Kind::Change);
    }
    // *cut 110,000 and 90,000 barrels a day*
    let by = matches!(told.before_hedge(), "by" | "of") || moves(told.before_hedge());
    (alike && by).then(|| direction_before(&told))?
}

/// *Production is lowered 8 million tons*, *Exports were raised by 1.2 million*: by how much an estimate or a quota moved.
pub fn raised_by(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    // *raised its price an average of 3.5 cents a gallon*
    let mean = |at: usize| view.norm_before(at, 1) == "of" && view.norm_before(at, 2) == "average";
    let start = if mean(start) && view.norm_before(start, 3) == "an" { start - 3 } else { start };
    let by = usize::from(view.norm_before(start, 1) == "by");
    let at = start.checked_sub(1 + by)?;
    let to_move = view.norm_before(at, 1) == "to";
    let sign_of = |word: &str| match word {
        "raised" | "upped" | "hiked" => Some(1),
        "lowered" | "trimmed" | "reduced" | "slashed" => Some(-1),
        // *is planned to increase by 13,000 tonnes*
        "increase" | "rise" | "grow" | "climb" | "expand" if by > 0 && to_move => Some(1),
        "decrease" | "fall" | "drop" | "decline" | "shrink" if by > 0 && to_move => Some(-1),
        _ => None,
    };
    // *raising its capacity by 500,000 bpd to 1.5 mln*: the verb stands before its object.
    let raising = |at: usize| match view.norm(at) {
        "raising" | "lifting" | "boosting" | "raise" | "raises" | "lift" | "lifts" | "lifted" | "boost" | "boosts" => {
            Some(1)
        }
        "lowering" | "cutting" | "trimming" | "slashing" | "lower" | "lowers" => Some(-1),
        _ => None,
    };
    let object = || (asked.segment().start..at).rev().take(6).find_map(|at| Some((raising(at)?, at)));
    // *raised its crude oil postings 50 cts a barrel*, *lowered its posting for Louisiana crude by 25 cents*
    let posted = || {
        let begin = asked.segment().start;
        let noun = (begin..at + 1).rev().take(14).find(|at| is_posting(view.norm(*at)))?;
        let level = by == 0 && (view.tokens[at].shape != Shape::Word || view.is_one_of(at, LEADS_TO));
        // *to boost prices to an average 18 dlrs*
        let level =
            level || by == 0 && (noun + 1..at).any(|at| matches!(view.norm(at), "to" | "at" | "near" | "between"));
        // *the posted prices of sweet and sour crude oils*: kinds of one thing.
        let kinds = |and: usize| {
            let goods =
                |m: &Mention| matches!(m.what, What::Commodity(_)) && (and + 1..=and + 2).contains(&m.tokens.start);
            view.norm(and) == "and" && view.mentions.iter().any(goods)
        };
        let breaks = |at: usize| matches!(view.norm(at), "and" | "," | "while" | "but" | "unless" | "if" | "when");
        let parted = (noun + 1..at + 1).any(|at| breaks(at) && !kinds(at))
            || view
                .heads
                .iter()
                .any(|h| noun < h.at && h.at < start && h.class != Class::Noun && !view.norm(h.at).starts_with("pay"));
        let moved = |at: usize| match view.norm(at) {
            "increased" | "increasing" | "increases" => Some(1),
            "cut" | "cuts" => Some(-1),
            word => sign_of(word).or_else(|| raising(at)),
        };
        let verb = (begin..noun).rev().take(8).find_map(|at| Some((moved(at)?, at)))?;
        (!level && !parted).then_some(verb)
    };
    let money = asked.quantity.quantity.unit.measure.dimension() == Dimension::Money && asked.quantity.exponent == 0;
    if let Some((sign, at)) = if money { posted() } else { None } {
        return Some(((Kind::Change, sign), Some(view.tokens[at].span)));
    }
    let (sign, at) = match sign_of(view.norm(at)) {
        Some(sign) => (sign, at),
        None if by > 0 => object()?,
        None => return None,
    };
    let moved =
        by > 0 || is_or_was(view.norm(at.checked_sub(1)?)) || matches!(view.norm(at.checked_sub(1)?), "been" | "being");
    (moved && (by > 0 || view.norm(asked.quantity.tokens.end) != "to"))
        .then(|| ((Kind::Change, sign), Some(view.tokens[at].span)))
}

/// What a firm asks or pays by a list that it posts.
fn is_posting(word: &str) -> bool {
    matches!(word, "posting" | "postings" | "price" | "prices")
}

/// Words before an amount that a price moved to or lies at.
const LEADS_TO: OneOf = one_of!(
    "to", "at", "of", "from", "is", "was", "were", "are", "be", "between", "near", "around", "about", "over", "above",
    "below",
);

/// *output is to rise by 48,000 tonnes and exports by 34,000*, *Iran raised output by 18 bcm, and Russia by 43*: the verb of the
/// change before goes for it too.
pub fn gapped(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let by = asked.start_of_hedge().checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    let start = asked.quantity.tokens.start;
    let noun = view.heads.iter().find(|h| h.end == by && h.class == Class::Noun).map(|h| (h.at, h.span));
    let noun = noun.or_else(|| view.actors.iter().find(|a| a.end == by).map(|a| (a.at, a.span)));
    // *exports of cars fell by 0.8 billion and those of metals by 0.2 billion*
    let of_goods = || {
        let goods = view.goods_before(by)?;
        let of = goods.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == "of")?;
        let those = matches!(view.norm_before(of, 1), "those" | "that");
        let noun = those || view.heads.iter().any(|h| h.end == of && h.class == Class::Noun);
        noun.then_some((of.wrapping_sub(1), goods.span))
    };
    let (noun, span) = noun.or_else(of_goods)?;
    // *will raise supplies by 3 bcm and cut the price by 6 percent* has a verb of its own.
    let link = (noun.saturating_sub(3)..noun).rev().find(|at| matches!(view.norm(*at), "and" | ","))?;
    if view
        .cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()))
        .any(|(_, m)| (link..noun).contains(&m.tokens.start))
    {
        return None;
    }
    let mut before = view.quantities.iter().rev().filter_map(|q| view.quantity(*q)).filter(|q| q.tokens.end <= start);
    let filled =
        before.find_map(|q| first(const { &rules() }, &Asked { view, quantity: q }).filter(|f| f.rule != "amount"))?;
    (filled.value.0 == Kind::Change).then_some((filled.value, Some(span)))
}

/// *forecast at 1.1 mln tonnes, 200,000 tonnes below the record crop*: how far an amount lies from another.
pub fn below_a_level(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let sign = match view.norm(end) {
        "below" | "under" => -1,
        "above" => 1,
        _ => return None,
    };
    // *pumped 280,000 bpd above target*, *200,000 bpd below the implied target for its members*: how far from what was aimed at.
    let aim =
        |at: &usize| ["target", "quota", "ceiling", "allocation"].iter().any(|stem| view.norm(*at).starts_with(stem));
    let rates = |q: &&crate::mention::QuantityMention| q.quantity.unit.is_bulk();
    let size = |at: usize| view.figures().filter(rates).any(|q| (at..at + 8).contains(&q.tokens.start));
    if asked.quantity.quantity.unit.is_bulk()
        && let Some(at) = (end + 1..end + 5).find(aim).filter(|at| !size(*at))
        && (end + 1..at).all(|at| !matches!(view.norm(at), "," | "and" | "of"))
    {
        return Some(((Kind::Change, sign), Some(view.tokens[end].span)));
    }
    let level = matches!(
        view.norm(end + 1),
        "the" | "last" | "a" | "previous" | "record" | "that" | "those" | "year" | "earlier" | "its" | "their"
    );
    // *18.40 dlrs a barrel, 25 cents above April*
    let time = || view.time_at(end + 1).is_some();
    let level = level || asked.quantity.quantity.unit.is_price() && time();
    // *putting it 9 pct under the year-ago figure*, *12 percent under last year's level*
    let size = |at: usize| {
        is_amount_noun(view.norm(at))
            || matches!(view.norm(at), "levels" | "figures" | "total" | "average" | "price" | "prices")
    };
    if view.norm(end) == "under" && asked.ratio() {
        let told = level && (end + 2..end + 6).any(size);
        return told.then(|| ((Kind::Change, sign), Some(view.tokens[end].span)));
    }
    // *producing one mln bpd above its ceiling of 15.8 mln*: by how much a far greater limit is passed.
    let limit = |at: &usize| matches!(view.norm(*at), "ceiling" | "quota" | "quotas" | "limit");
    if level && !asked.ratio() && (end + 2..end + 9).any(|at| limit(&at)) {
        let own = asked.quantity.quantity.value;
        let whole = view.figures().find(|q| (end + 2..end + 9).contains(&q.tokens.start))?;
        let far = own.checked_mul(Decimal::from(3)).is_some_and(|least| whole.quantity.value >= least);
        return far.then(|| ((Kind::Change, sign), Some(view.tokens[end].span)));
    }
    let is = is_or_was(view.norm_before(start, 1));
    // *were 233 bcf higher than a year ago and 117 bcf above the five-year average*
    let set_off = is || matches!(view.norm_before(start, 1), "," | "or" | "and");
    let dimension = asked.quantity.quantity.unit.measure.dimension();
    let mut others = view.figures();
    let before = others.rfind(|q| q.tokens.end <= start);
    // *Refinery runs are 90,000 barrels a day below a year ago*: nothing but how far is told.
    let alike = before.map_or(is, |before| {
        // *up one mln and 700,000 tonnes below last year's figure*
        before.quantity.unit.measure.dimension() == dimension || before.form == Form::Bare && set_off
    });
    (level && set_off && alike && !asked.ratio()).then(|| ((Kind::Change, sign), Some(view.tokens[end].span)))
}

/// *should be worth **15bn** extra for exports*, *could add **an additional $2 billion** to trade*: what comes on top of the rest.
pub fn on_top(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    if !asked.quantity.quantity.unit.is_money() {
        return None;
    }
    let behind = view.norm(end) == "extra" && matches!(view.norm(end + 1), "for" | "to" | "in" | "a" | "by" | "each");
    let extra = start.wrapping_sub(1);
    let article = usize::from(matches!(view.norm_before(extra, 1), "a" | "an"));
    let before = matches!(view.norm(extra), "additional" | "extra")
        && matches!(
            view.norm(extra.wrapping_sub(1 + article)),
            "worth" | "add" | "adds" | "adding" | "added" | "generate" | "generating" | "bring" | "bringing" | "mean"
        );
    if behind || before {
        let at = if behind { end } else { extra };
        return Some(((Kind::Change, 1), Some(view.tokens[at].span)));
    }
    // *15bn extra for British exports and 10bn for India*
    let joined = view.norm_before(start, 1) == "and" && view.norm(end) == "for";
    let told = view.figures().rfind(|q| q.tokens.end < start)?;
    let added = joined && view.norm(told.tokens.end) == "extra" && view.norm(told.tokens.end + 1) == "for";
    added.then_some(((Kind::Change, 1), Some(told.span)))
}
