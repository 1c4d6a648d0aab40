//! Amounts that something grew or fell by, told by words that stand further off.
//!
//! | text | kind | value | rule |
//! | --- | --- | --- | --- |
//! | *demand growth this year at **1.1 million bpd*** | change | 1.1 million | `growth_in_amount` |
//! | *with China adding **500,000 bpd*** | change | 500,000 | `adding_an_amount` |
//! | *cut its forecast for demand growth by **110,000 bpd*** | change | -110,000 | `direction_before` |

use super::kind::{Asked, Found};
use crate::lexicon::words::{foresees as reckoned, is_forecast, is_form_of_be, leads_infinitive};
use crate::lexicon::{Class, Marks};
use crate::mention::What;
use crate::model::{Decimal, Dimension, Kind, Measure, Span, Unit};

/// *hit 1.78 million tons, gaining 3.34 billion USD*, *gained $2.8 billion from 350,000 tons*: what goods brought, beside how much of them
/// was sold.
pub fn gained_for_goods(asked: &Asked<'_, '_>, verb: usize) -> bool {
    let view = asked.view;
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let weighed = |q: &crate::mention::QuantityMention| q.quantity.unit.is_bulk();
    let before =
        || view.norm_before(verb, 1) == "," && view.figures().rfind(|q| q.tokens.end < start).is_some_and(weighed);
    let behind = || view.norm(end) == "from" && view.figures().any(|q| q.tokens.start == end + 1 && weighed(q));
    matches!(view.norm(verb), "gaining" | "gained" | "gain")
        && asked.quantity.quantity.unit.is_sum()
        && start == verb + 1
        && (before() || behind())
}

/// *Copper concentrate added $960 million*, behind what coal earned: what other goods brought on top, whose sum did not move.
pub fn earned_on_top(asked: &Asked<'_, '_>, verb: usize) -> bool {
    let view = asked.view;
    let goods = |m: &crate::mention::Mention| m.tokens.end == verb && matches!(m.what, What::Commodity(_));
    let headed = view.heads.iter().any(|h| h.class == Class::Noun && view.clause(verb).contains(&h.at) && h.at < verb);
    view.norm(verb) == "added"
        && asked.quantity.quantity.unit.is_sum()
        && asked.start_of_hedge() == verb + 1
        && view.norm(asked.quantity.tokens.end) != "to"
        && !headed
        && view.mentions.iter().any(goods)
}

/// Verbs that an amount follows as what something rose or fell by.
pub fn moves(word: &str) -> bool {
    matches!(
        word,
        "rose"
            | "risen"
            | "fell"
            | "fallen"
            | "grew"
            | "grown"
            | "shrunk"
            | "increased"
            | "decreased"
            | "declined"
            | "dropped"
            | "climbed"
            | "gained"
            | "jumped"
            | "shrank"
            | "widened"
            | "narrowed"
            | "expanded"
            | "slipped"
            | "slid"
            | "tumbled"
            | "plunged"
            | "plummeted"
            | "skidded"
            | "surged"
            | "soared"
            | "lost"
            | "cut"
            | "added"
            | "shed"
            | "trimmed"
            | "trim"
            | "slashed"
            | "slash"
            | "slashing"
            | "reduce"
            | "reduced"
            | "reducing"
            | "rise"
            | "rises"
            | "rising"
            | "fall"
            | "falls"
            | "falling"
            | "grow"
            | "grows"
            | "growing"
            | "increasing"
            | "decreasing"
            | "decline"
            | "declines"
            | "declining"
            | "drop"
            | "drops"
            | "dropping"
            | "climb"
            | "climbs"
            | "climbing"
            | "jump"
            | "jumps"
            | "jumping"
            | "shrink"
            | "shrinks"
            | "shrinking"
            | "slip"
            | "slips"
            | "slipping"
            | "tumble"
            | "tumbles"
            | "tumbling"
            | "plunge"
            | "plunges"
            | "plunging"
            | "surge"
            | "surges"
            | "surging"
            | "soar"
            | "soars"
            | "soaring"
            | "dip"
            | "dips"
            | "dipped"
            | "dipping"
            | "sank"
            | "cuts"
            | "cutting"
            | "sliding"
            | "rebounded"
            | "recovered"
            | "increase"
            | "increases"
            | "decrease"
            | "decreases"
            | "lose"
            | "loses"
            | "losing"
            | "gain"
            | "gains"
            | "gaining"
            | "shedding"
            | "leapt"
            | "sinks"
            | "sinking"
    )
}

/// *could step up output instead - by as much as 2 million bpd*: the verb stands before the dash that sets the amount off.
pub fn set_off_by(asked: &Asked<'_, '_>) -> Option<(i8, Span, usize)> {
    let view = asked.view;
    let by = asked.start_of_hedge().checked_sub(2).filter(|at| view.norm(at + 1) == "by")?;
    let dash = view.norm(by).chars().all(|c| matches!(c, '-' | '–' | '—'));
    let before = view.range.start..by;
    let told = view.first_quantity(&before).is_some();
    if dash && !view.norm(by).is_empty() && !told {
        return asked.direction_in(before);
    }
    // *will increase, by 4.7 million barrels a day*: right before the comma.
    let comma = view.norm(by) == ",";
    asked.direction_in(view.back(by, 2)).filter(|_| comma)
}

/// Nouns for a step by which something rose or fell: *an increase of 2 million tonnes*.
pub fn is_step(word: &str) -> bool {
    matches!(
        word,
        "increase"
            | "increases"
            | "decrease"
            | "decreases"
            | "growth"
            | "decline"
            | "declines"
            | "drop"
            | "drops"
            | "fall"
            | "falls"
            | "rise"
            | "rises"
            | "reduction"
            | "reductions"
            | "gain"
            | "gains"
            | "cut"
            | "cuts"
            | "cutback"
            | "cutbacks"
            | "jump"
            | "slump"
            | "surge"
            | "loss"
            | "losses"
            | "hike"
            | "contraction"
            | "curtailment"
            | "curtailments"
            | "expansion"
            | "rebound"
            | "recovery"
            | "dip"
            | "plunge"
            | "leap"
            | "collapse"
            | "downturn"
            | "uptick"
            | "improvement"
            | "climb"
            | "slide"
            | "spike"
            | "drawdown"
            | "shrinkage"
    )
}

/// Words for what is thought of a figure to come.
fn foresees(word: &str) -> bool {
    is_forecast(word) || matches!(word, "expectation" | "expectations")
}

/// *cut its forecast for demand growth by 110,000 barrels a day*: the estimate went down, whatever it is of.
pub fn of_estimate(asked: &Asked<'_, '_>, start: usize) -> Option<(i8, Span, usize)> {
    let view = asked.view;
    if asked.before_hedge() != "by" {
        return None;
    }
    let segment = asked.segment();
    let estimate = (segment.start..start).rev().find(|at| foresees(view.norm(*at)))?;
    let verb = asked.direction_in(estimate.saturating_sub(4).max(segment.start)..estimate)?;
    let growth = asked.direction_in(estimate..start).is_some_and(|(.., at)| view.norm(at) == "growth");
    growth.then_some(verb)
}

/// Whether a figure is joined by *and* to one of the same unit that growth was told as, each with a time behind it.
fn next_of_growth(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let unit = asked.quantity.quantity.unit;
    if view.norm_before(start, 1) != "and" || !unit.is_rate() || unit.is_price() {
        return None;
    }
    let timed = |at: usize| view.time_at(at);
    let mut before = view.figures();
    let before = before.rfind(|q| q.tokens.end <= start && q.quantity.unit == unit)?;
    let own = timed(asked.quantity.tokens.end + 1);
    let time = timed(before.tokens.end + 1).filter(|m| m.tokens.end + 1 == start && own.is_some());
    time.and_then(|_| growth_in_amount(&Asked { view, quantity: before }))
}

/// *demand growth this year at 1.1 million bpd*, *trimmed its projection for supply growth to 900,000 bpd*: growth told as an
/// amount of goods a day or a year.
pub fn growth_in_amount(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let told = matches!(
        asked.before_hedge(),
        "at" | "to" | "is" | "was" | "be" | "reach" | "reached" | "total" | "averaging" | "average"
    )
        // *growth was just 0.3 million barrels a day*
        || matches!(asked.before_hedge(), "just" | "only")
            && matches!(view.norm_before(start, 2), "is" | "was" | "at" | "be" | "to");
    // *growth is seen at 1.2 million barrels a day in 2019 and 1.4 million in 2020*: the next year's.
    if let Some(step) = next_of_growth(asked) {
        return Some(step);
    }
    let rate = asked.quantity.quantity.unit.is_rate() && !asked.quantity.quantity.unit.is_price();
    if let Some(step) = rate.then(|| beside_another_step(asked)).flatten() {
        return Some(step);
    }
    // *growth eased from 1.1 mb/d to 550 kb/d*: what growth fell from is one too.
    let next = || {
        let behind = |q: &&crate::mention::QuantityMention| {
            q.quantity.unit == asked.quantity.quantity.unit && q.tokens.start > asked.quantity.tokens.end
        };
        view.figures().find(behind).filter(|q| asked.segment().contains(&q.tokens.start))
    };
    let first = view.first_quantity(&(asked.segment().start..start)).is_none();
    if asked.before_hedge() == "from" && rate && first {
        let next = Asked { view, quantity: next()? };
        return if next.before_hedge() == "from" { None } else { growth_in_amount(&next) };
    }
    if asked.before_hedge() == "from" && rate {
        // *growth to a low of 1 million bpd, down from a high of 2.1 million*
        let mut before = view.figures();
        let alike = |q: &&crate::mention::QuantityMention| q.quantity.unit == asked.quantity.quantity.unit;
        let before = before.rfind(|q| q.tokens.end <= start && alike(q))?;
        return growth_in_amount(&Asked { view, quantity: before });
    }
    if !told || !rate {
        return None;
    }
    let segment = asked.segment();
    if let Some(step) = reached_by_step(asked, segment.start) {
        return Some(step);
    }
    if let Some(step) = seen_at(asked, segment.start) {
        return Some(step);
    }
    let growth = (segment.start..start).rev().find(|at| view.norm(*at) == "growth")?;
    // *growth in output lifted it to 5 million*: what the noun behind a verb reached is no growth.
    let noun = view.heads.iter().any(|h| h.end == growth && h.class == Class::Noun);
    // *Annual growth eased to 600 kb/d*, in talk of demand.
    let opens = growth <= segment.start + 1
        && !view.heads.iter().any(|h| h.class == Class::Noun && (segment.start..start).contains(&h.at));
    let noun = noun || opens;
    // *its estimate of growth in world demand at 1.2 million*: what grew stands behind.
    let behind = view.heads.iter().find(|h| h.class == Class::Noun && (growth + 2..growth + 6).contains(&h.at));
    let behind = behind.filter(|_| {
        view.norm(growth + 1) == "in"
            && (segment.start..growth)
                .any(|at| foresees(view.norm(at)) || matches!(view.norm(at), "put" | "puts" | "sees" | "saw" | "pegs"))
    });
    let (noun, growth) = (noun || behind.is_some(), behind.map_or(growth, |h| h.at));
    let level = view.heads.iter().any(|h| h.at > growth && h.at < start && h.class == Class::Noun)
        && (growth..start).any(|at| view.verb_at(at));
    // *raised its estimate of demand growth by 80,000 barrels a day to 84 million*: demand, which is thousands of times as much.
    let step = view.figures().rfind(|q| q.tokens.end <= start);
    let far = step.is_some_and(|step| {
        let hundred = step.quantity.value.checked_mul(Decimal::HUNDRED);
        step.quantity.unit == asked.quantity.quantity.unit
            && hundred.is_some_and(|most| asked.quantity.quantity.value > most)
    });
    (noun && !level && !far).then(|| ((Kind::Change, 1), Some(view.tokens[growth].span)))
}

/// *gains now seen at 960,000 bpd*, *the decline is put at 0.4 mb/d*: a step whose size is reckoned.
fn seen_at(asked: &Asked<'_, '_>, from: usize) -> Found {
    let view = asked.view;
    let at = asked.start_of_hedge().checked_sub(1).filter(|at| view.norm(*at) == "at")?;
    let reckons = |at: usize| {
        let word = view.norm(at);
        is_form_of_be(word)
            || reckoned(word)
            || matches!(
                word,
                "now" | "still" | "currently" | "put" | "seen" | "pegged" | "expected" | "last" | "in" | "for"
            )
            || view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Period(_)))
    };
    let first = (from..at).rev().take_while(|at| reckons(*at)).last()?;
    let noun = first.checked_sub(1).filter(|noun| *noun >= from && is_step(view.norm(*noun)))?;
    let said = (first..at).any(|at| reckoned(view.norm(at)) || matches!(view.norm(at), "put" | "seen" | "pegged"));
    let (sign, span, found) = asked.direction_in(from..noun + 1)?;
    (said && found == noun).then_some(((Kind::Change, sign), Some(span)))
}

/// *growth slowed to 1.7 million bpd, well below the 3.2 million seen in spring*, *gains of 1.2 million bpd, up from 1.1 million*: a
/// step that another is set beside.
fn beside_another_step(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let the = start.wrapping_sub(usize::from(view.norm_before(start, 1) == "the"));
    let beside = match view.norm_before(the, 1) {
        "from" => matches!(view.norm_before(the, 2), "up" | "down"),
        "below" | "above" | "than" | "against" | "versus" => true,
        "with" | "to" => matches!(view.norm_before(the, 2), "compared" | "compares"),
        _ => false,
    };
    let mut before = view.figures();
    let before = before.rfind(|q| q.tokens.end <= start).filter(|_| beside)?;
    let (step, own) = (before.quantity.value, asked.quantity.quantity.value);
    let far = |a: Decimal, b: Decimal| a.checked_mul(Decimal::from(10)).is_none_or(|most| b > most);
    if before.quantity.unit != asked.quantity.quantity.unit || far(step, own) || far(own, step) {
        return None;
    }
    let told = Asked { view, quantity: before };
    if told.before_hedge() == "of" {
        return super::direction::direction_before(&told);
    }
    growth_in_amount(&told)
}

/// *The increase will be a more modest 300,000 bpd*, *the losses would reach a maximum of 1.3m b/d*: a step is what it came to.
fn reached_by_step(asked: &Asked<'_, '_>, from: usize) -> Found {
    let view = asked.view;
    if !matches!(asked.before_hedge(), "is" | "was" | "be" | "reach" | "reached" | "total") {
        return None;
    }
    let start = asked.start_of_hedge();
    let verb =
        (from..start).rev().find(|at| matches!(view.norm(*at), "is" | "was" | "be" | "reach" | "reached" | "total"))?;
    let aux = |at: usize| leads_infinitive(view.norm(at)) || matches!(view.norm(at), "has" | "had" | "likely");
    let mut at = verb.checked_sub(1)?;
    while at > from && aux(at) {
        at -= 1;
    }
    let lost = view.marks.meets(Marks::DIRECTION) && matches!(view.norm(at), "loss" | "losses");
    let lost = lost.then(|| (-1, view.tokens[at].span, at));
    let (sign, span, found) = lost.or_else(|| asked.direction_in(from..at + 1))?;
    let noun = found == at && is_step(view.norm(at));
    let article = matches!(view.norm_before(at, 1), "the" | "that" | "this" | "a" | "output" | "production");
    (noun && article).then_some(((Kind::Change, sign), Some(span)))
}

/// *a draw of 7.4 million barrels in distillate stocks*, *a 2 million barrel stockbuild*, *inventories will be depleted by 3 million
/// barrels*: by how much stocks moved.
pub fn stocks_drawn(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (first, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let stocks = |at: usize| matches!(view.norm(at), "stock" | "stocks" | "inventory" | "inventories" | "stockpiles");
    // *Analysts had expected a 1.2 million barrel draw*
    let told =
        || asked.quantity.quantity.unit == Unit::of(Measure::Barrel) || view.clause(first).into_iter().any(stocks);
    let sign = |at: usize| match view.norm(at) {
        "drawdown" | "drawdowns" | "stockdraw" | "stockdraws" => Some(-1),
        "stockbuild" | "stockbuilds" => Some(1),
        "draw" | "draws" | "depleted" | "drew" | "drawn" if told() => Some(-1),
        "build" | "builds" | "buildup" | "built" if told() => Some(1),
        _ => None,
    };
    // *a 7.4 million barrel draw*, *a 2 million barrel crude stock build*, *112 million barrels of increases*
    let step = || {
        let told = view.norm(end) == "of" && is_step(view.norm(end + 1)) && told();
        asked.direction_in(end + 1..end + 2).filter(|_| told).map(|(sign, _, at)| (sign, at))
    };
    let behind = || (end..end + 3).take_while(|at| view.norm(*at) != "and").find_map(|at| Some((sign(at)?, at)));
    let behind = || behind().or_else(step);
    let ahead = || {
        let of = first.checked_sub(1).filter(|at| matches!(view.norm(*at), "of" | "by"))?;
        view.back(of, 6).rev().find_map(|at| Some((sign(at)?, at)))
    };
    let (sign, at) = ahead().or_else(behind)?;
    Some(((Kind::Change, sign), Some(view.tokens[at].span)))
}

/// *with China adding 500,000 bpd*: what is put on top of the rest.
pub fn adding(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let at = asked.start_of_hedge().checked_sub(1)?;
    // *adds a further 1.4 mb/d*
    let more = match view.norm(at) {
        "another" => 1,
        "further" if view.norm_before(at, 1) == "a" => 2,
        _ => 0,
    };
    let at = at.checked_sub(more)?;
    let unit = asked.quantity.quantity.unit;
    let goods = !unit.is_ratio() && !unit.is_price() && unit.measure.dimension() != Dimension::Count;
    (goods && matches!(view.norm(at), "adding" | "adds")).then(|| ((Kind::Change, 1), Some(view.tokens[at].span)))
}
