//! The head of a figure behind it: *$3.7 billion in exports*, *5.6 bcm was delivered to Türkiye*.

use std::ops::Range;

use super::head::Head;
use super::indicator::{Found, Governor, Search, flow_of_goods, flows, found};
use super::moved::is_step;
use super::plausible::fits;
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{is_merchandise, is_or_was, is_threshold, joins, remains};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::What;
use crate::model::{Indicator, Measure, Unit};

/// *$5.8 billion (38.4%) were exported goods and $9.3 billion (61.6%) were imported goods*: what each is said to have been.
pub fn were_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let close = (end + 1..end + 10).find(|at| view.norm(end) == "(" && view.norm(*at) == ")");
    let verb = close.map_or(end, |close| close + 1);
    let head = view.heads.iter().find(|h| h.at == verb + 1 && matches!(h.class, Class::VerbOut | Class::VerbIn))?;
    (is_or_was(view.norm(verb)) && is_merchandise(view.norm(head.end))).then(|| found(search, *head))?
}

/// *taking 3.4 percent of all exports or $1.0 billion*: a part told again by its amount.
pub fn or_so_much(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let amount = search.unit.is_sum() || search.unit.is_bulk();
    let or = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "or" && search.follows && amount)?;
    let part = view.figures().rfind(|q| q.tokens.end <= or)?;
    let of = part.quantity.unit == Unit::PERCENT && view.norm(part.tokens.end) == "of";
    let whole = view.heads.iter().any(|h| h.class == Class::Noun && h.at > part.tokens.end && or - h.end.min(or) <= 1);
    (of && whole).then(|| (Governor::Previous, Some(view.tokens[or].span)))
}

/// *of which 38.7 million dollars fell to the share of Pakistani exports*, *$2 billion were accounted for by imports*: whose or what part
/// a sum is told to be, by words behind it.
pub fn fell_to(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.is_ratio() || search.unit.is_price() {
        return None;
    }
    // *Over 95 percent of that, $571 million, came from Dominican sales*: over the comma that sets it off.
    let end = search.end() + usize::from(matches!(view.norm(search.end()), "," | "-" | "–" | "—"));
    let words = |at: usize| (view.norm(at), view.norm(at + 1), view.norm(at + 2));
    let of = match words(end) {
        ("came" | "comes" | "come" | "stemmed" | "resulted", "from", _) => end + 2,
        ("was" | "were", "the", "value" | "amount" | "worth") if view.norm(end + 3) == "of" => end + 4,
        ("fell" | "falls", "to" | "on", "the") => {
            let share = matches!(view.norm(end + 3), "share" | "part" | "portion" | "lot");
            end + 2 + if share { 3 } else { 0 }
        }
        ("fell" | "falls", "to" | "on", _) => end + 2,
        ("was" | "were" | "is" | "are", "accounted", "for") => end + 4,
        _ => return None,
    };
    let told = view.heads.iter().find(|h| (of..of + 4).contains(&h.at) && h.class == Class::Noun)?;
    let plain = (of..told.at).all(|at| {
        view.actors.iter().any(|a| (a.at..a.end).contains(&at)) || matches!(view.norm(at), "the" | "'" | "s" | "its")
    });
    let one_way = matches!(told.indicator(), Some(Indicator::Exports | Indicator::Imports));
    (plain && one_way).then(|| found(search, *told))?
}

/// *$3.7 billion in exports*, *a 50% increase in imports*, *26.6% of the country's imports*, *$500 million worth of trade*
pub fn after_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    // *three pct of Malaysia's 14.2 billion dlrs in trade*: a part of what the amount counts.
    if search.unit.is_ratio()
        && view.norm(search.end()) == "of"
        && let Some(whole) = view.quantities.iter().copied().find(|q| view.mentions[*q].tokens.start > search.end())
        && let Some(amount) = view.quantity(whole).filter(|q| !q.quantity.unit.is_ratio())
        && amount.tokens.start <= search.end() + 6
        && matches!(view.norm(amount.tokens.end), "in" | "of" | "worth")
        && view.segment(amount.tokens.start) == view.segment(search.start())
    {
        return after_of(&Search { quantity: whole, unit: amount.quantity.unit, ..*search });
    }
    let counts = |h: &&Head| !view.describes_head(h) && !goods_to_spare(view, h);
    let head = view.heads.iter().filter(|h| h.at >= search.end()).find(counts)?;
    let segment = search.segment();
    // *crossed a $700 billion annual export threshold*
    let mark = |at: usize| is_threshold(view.norm(at)) || matches!(view.norm(at), "target" | "goal");
    let plain = |at: usize| matches!(view.norm(at), "annual" | "yearly" | "monthly" | "total" | "record" | "bilateral");
    if head.class == Class::Noun && mark(head.end) && head.at - search.end() <= 2 && (search.end()..head.at).all(plain)
    {
        return found(search, *head);
    }
    // *a 2-billion-dollar credit line*
    if head.at == search.end() && head.topic == Topic::Other && head.class == Class::Noun && head.at < segment.end {
        return found(search, *head);
    }
    if head.at >= segment.end || head.class != Class::Noun {
        return None;
    }
    // *a 19% drop in the value of crude oil exports*: of what the value is.
    let valued = |h: &&Head| {
        let trade = matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports)) && h.class == Class::Noun;
        trade && h.at > head.end && h.at <= head.end + 5 && h.at < segment.end
    };
    let value = head.topic == Topic::Same && view.norm(head.end) == "of" && search.unit.is_ratio();
    let head = view.heads.iter().find(|h| value && valued(h)).unwrap_or(head);
    // *growth of 1 mb/d is held back by a muted economy*: which is counted in no barrels.
    let first = start_of(search);
    let step = view.norm_before(first, 1) == "of" && is_step(view.norm_before(first, 2));
    if head.topic == Topic::Other && search.topic && step && search.unit.measure == Measure::Barrel {
        return None;
    }
    // *-36.4% in value*
    if head.topic == Topic::Same && head.at == search.end() + 1 && view.norm(search.end()) == "in" {
        return None;
    }
    let gap = search.end()..head.at;
    // *fell 23 pct in the first quarter due to lower prices*: a time is no link, and a reason another matter.
    let times = |at: usize| {
        view.mentions.iter().any(|m| (at + 1..at + 3).contains(&m.tokens.start) && matches!(m.what, What::Period(_)))
    };
    let linked = gap.clone().any(|at| {
        matches!(view.norm(at), "of" | "worth") || view.norm(at) == "in" && (at + 1 == head.at || !times(at))
    });
    let reason = gap.clone().any(|at| is_reason(view.norm(at)));
    let linked = linked && !reason;
    let crossed = view.mentions.iter().any(|m| gap.contains(&m.tokens.start) && matches!(&m.what, What::Quantity(_)));
    let verb_between = view.tokens[gap.clone()].iter().any(|t| {
        is_or_was(t.norm.as_ref())
            || matches!(t.norm.as_ref(), "which" | "that" | "and" | "as" | "to" | "from" | "with" | "for")
    });
    if !linked || crossed || verb_between || gap.len() > 8 {
        return None;
    }
    let ratio = search.unit.is_ratio();
    // *Power imports accounted for 12 percent of the total supply*: what came in, as a part of all there was.
    let came_in = |h: &&Head| {
        h.class == Class::Noun
            && h.topic == Topic::Of(Indicator::Imports)
            && h.end <= search.start()
            && h.at >= segment.start
            && view.norm(h.at).starts_with("import")
    };
    if ratio
        && matches!(view.norm(head.at), "supply" | "supplies")
        && let Some(noun) = view.heads.iter().rfind(came_in)
    {
        return found(search, *noun);
    }
    // *China absorbed 63 percent of the volume*: what the verb right before says of it.
    let taken = view.heads.iter().rfind(|h| h.end <= search.start() && h.at >= segment.start);
    let taken = taken.filter(|h| {
        h.class == Class::VerbIn
            && !h.passive
            && search.start() - h.end <= 2
            && h.indicator() == Some(Indicator::Imports)
    });
    if ratio
        && head.topic == Topic::Same
        && let Some(verb) = taken
    {
        return found(search, *verb);
    }
    // *The articles of export are copper (37.5 percent of the total volume)*: of the trade that the sentence tells of.
    let told = |h: &&Head| {
        h.class == Class::Noun
            && matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports))
            && h.end <= search.start()
    };
    if ratio
        && head.topic == Topic::Same
        && !search.follows
        && view.norm_before(head.at, 1) == "total"
        && let Some(noun) = view.heads.iter().rfind(told)
    {
        return found(search, *noun);
    }
    // *exports 95 percent of its output*, *imports 80 percent of its needs*: what the verb says of it.
    let word = view.norm(head.at);
    let out = head.topic == Topic::Of(Indicator::Production);
    let whole = out || head.topic == Topic::Of(Indicator::Consumption) && matches!(word, "needs" | "requirements");
    let verb = view.heads.iter().rev().find(|h| segment.start <= h.at && h.end <= search.start());
    if let Some(verb) = verb.filter(|h| {
        ratio
            && whole
            && search.start() - h.end <= 3
            && (if out {
                let word = view.norm(h.at);
                word.starts_with("export")
                    || matches!(word, "sells" | "sold" | "sell" | "ships" | "shipped" | "sends" | "send" | "sent")
                    // *absorbs 22 percent of the clip*
                    || h.class == Class::VerbIn
            } else {
                h.class == Class::VerbIn
            })
    }) {
        return found(search, *verb);
    }
    // *has sold 1.1 million tonnes, 80 percent of the harvest*: what was sold is told again as a part of what was made.
    let aside = search.follows
        && search.exports_before
        && segment.start == super::told::start_of(search)
        && view.segments[view.segment(segment.start)].opening == super::grammar::Opening::Comma;
    if ratio && out && aside {
        return Some((Governor::Previous, None));
    }
    // *government debt reached 73.9 percent of output*
    let subject = view.heads.iter().rev().find(|h| segment.start <= h.at && h.at < search.start());
    // *is spending billions on dams that cover half of its needs*
    let covers = matches!(
        view.norm_before(search.start(), 1),
        "cover" | "covers" | "covered" | "meet" | "meets" | "met" | "satisfy" | "satisfies" | "supply" | "supplies"
    );
    // *10 percent of its GDP and more than 40 percent of its exports*: what the figure before is a part of.
    let joined = || joins(view.norm_before(super::told::start_of(search), 1));
    let of_earlier = |h: &Head| {
        view.figures().any(|q| q.tokens.end < h.at && h.at <= q.tokens.end + 5 && view.norm(q.tokens.end) == "of")
    };
    let other = |h: &&Head| ratio && h.topic == Topic::Other && !covers && !(of_earlier(h) && joined());
    if let Some(other) = subject.filter(other) {
        return found(search, *other);
    }
    // *has bought 300,000 tonnes of corn for delivery*: what was traded is told by its verb.
    // *U.S. exports of food hit a record $2 billion of exports to China*, *oil imports from the Gulf fell to 31 pct of total
    // oil imports*: those told first are what is told.
    let first = view
        .heads
        .iter()
        .find(|h| segment.start <= h.at && h.at < search.start() && h.class == Class::Noun && h.topic == head.topic);
    // *a fall in farm exports was offset by a nine pct rise in wine exports*: a change that names what changed.
    let moved = view.norm(search.end() + 1) == "in"
        && view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.start == search.end());
    if let Some(first) = first.filter(|h| {
        !moved
            && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports))
            && view.first_quantity(&(h.end..search.start())).is_none()
    }) {
        return found(search, *first);
    }
    let trades = |h: &Head| {
        matches!(h.class, Class::Noun | Class::VerbOut | Class::VerbIn)
            && !matches!(h.topic, Topic::Flow | Topic::Other)
    };
    let head_before = view.heads.iter().any(|h| segment.start <= h.at && h.at < search.start() && trades(h));
    // *Cheaper oil drove the 36.6 billion dlr rise in Japan's surplus*, *cut exports and led to a fall of 2 million tonnes in output*
    let stepped = moved || step && view.norm(search.end()) == "in";
    (ratio || stepped || !head_before || is_one_of_both_flows(search, head)).then(|| found(search, *head))?
}

/// *The gap resulted from **$14 billion** in exports and $15 billion in imports*: whether an amount right before the head of one flow is
/// told with one of the other, whatever the sentence told before.
fn is_one_of_both_flows(search: &Search<'_, '_>, head: &Head) -> bool {
    let view = search.view;
    let right_behind = |end: usize, h: &Head| view.norm(end) == "in" && h.at == end + 1 && h.class == Class::Noun;
    let (Some(own), true) = (head.indicator(), right_behind(search.end(), head)) else { return false };
    let Some(other) = own.turned() else { return false };
    let next = view.figures().find(|q| q.tokens.start >= head.end && q.tokens.start <= head.end + 3);
    next.filter(|q| q.quantity.unit == search.unit && view.norm(head.end) == "and")
        .is_some_and(|q| view.heads.iter().any(|h| h.indicator() == Some(other) && right_behind(q.tokens.end, h)))
}

/// *Following a **1.7%** decline in September, total imports decreased*, *After rising **3%** in May, exports fell*: the growth
/// before of what the sentence tells.
fn growth_set_ahead(search: &Search<'_, '_>, segment: &std::ops::Range<usize>) -> Option<Head> {
    let view = search.view;
    let after = matches!(view.norm(segment.start), "after" | "following" | "despite");
    if !after || !search.unit.is_ratio() || view.is_headed(segment) {
        return None;
    }
    let grown = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()));
    let start = search.start();
    let grown = grown.map(|(_, m)| m.tokens.start).any(|at| segment.contains(&at) && at.abs_diff(start) <= 5);
    let next = view.segments.get(view.segment(start) + 1).filter(|_| grown)?.tokens.clone();
    let end = view.first_quantity(&next).map_or(next.end, |q| view.mentions[q].tokens.start);
    let head = view.heads.iter().find(|h| (next.start..end).contains(&h.at) && h.at <= next.start + 8)?;
    (head.class == Class::Noun && matches!(head.topic, Topic::Of(_))).then_some(*head)
}

/// *2.6 million of the **3.6 million barrels** it pumps*, *of the **5.6 million tonnes** of fruit it grows*: what the clause right
/// behind a figure does.
pub fn clause_right_behind(search: &Search<'_, '_>) -> Option<Found> {
    let view = search.view;
    let end = view.over_goods(search.end());
    if !matches!(view.norm(end), "it" | "they") {
        return None;
    }
    let own = |h: &&Head| h.at == end + 1 && !matches!(h.class, Class::Noun | Class::Agent) && h.topic != Topic::Flow;
    if let Some(own) = view.heads.iter().find(own) {
        return Some(found(search, *own));
    }
    let made = search.unit.is_goods()
        && matches!(
            view.norm(end + 1),
            "grows" | "grow" | "makes" | "make" | "mines" | "harvests" | "catches" | "turns"
        );
    made.then(|| told(search, end + 1, Indicator::Production, Class::VerbOf))
}

/// *At **$6.2 billion**, exports of industrial products were a record*: a figure set ahead of what it is of.
pub fn set_ahead(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let segment = search.segment();
    let opens = matches!(view.norm(segment.start), "at" | "with" | "totalling" | "totaling" | "reaching" | "worth");
    let first = segment.start <= view.range.start + 1;
    if let Some(head) = first.then(|| growth_set_ahead(search, &segment)).flatten() {
        return found(search, head);
    }
    if first && view.norm(segment.start) == "from" {
        return started_from(search, &segment);
    }
    if !opens || !first || search.start() > segment.start + 3 || search.end() != segment.end {
        return None;
    }
    let next = view.segments.get(view.segment(search.start()) + 1)?.tokens.clone();
    let holds = |h: &Head| h.indicator() == Some(Indicator::Reserves) && h.class != Class::Noun;
    let told = |h: &&Head| next.contains(&h.at) && h.at <= next.start + 10 && !holds(h);
    let head = view.heads.iter().find(told)?;
    // *With 5 million tonnes, Egypt is the largest importer of wheat*
    let ranked = || {
        let is = |at: usize| {
            is_or_was(view.norm(at)) || remains(view.norm(at)) || matches!(view.norm(at), "ranks" | "ranked")
        };
        head.class == Class::Agent && (next.start..head.at).any(is)
    };
    ((head.class == Class::Noun || ranked()) && head.topic != Topic::Other).then(|| found(search, *head))?
}

/// *From **$12 million** in 2010, exports to Uganda rose to $90 million in 2021*: where the growth began that the clause behind it tells.
fn started_from(search: &Search<'_, '_>, front: &Range<usize>) -> Found {
    let view = search.view;
    let place = view.quantities.iter().position(|q| *q == search.quantity)?;
    let led_to = view.quantity(*view.quantities.get(place + 1)?)?;
    let to = view.start_with_hedge(led_to);
    let alike = led_to.quantity.unit.measure == search.unit.measure;
    let head = view.heads.iter().find(|h| h.at >= front.end && h.at < to && h.class == Class::Noun)?;
    let moved = (head.end..to).any(|at| view.norm(at) == "to" || view.is_past(at));
    let first = search.start() <= front.start + 4 && head.at <= front.end + 10;
    // *From 20 percent in 2010, Asia's share of exports rose to 45*
    let share = || view.cues(|cue| matches!(cue, Cue::Share).then_some(())).any(|(_, m)| m.tokens.start >= front.end);
    let counted = !search.unit.is_ratio() || share();
    (place == 0 && alike && moved && first && to >= front.end && counted).then(|| found(search, *head))?
}

/// *$48 million was the value of Polish sales to Peru*, *had been the volume of our mutual trade*: what a word for an amount is an amount of.
fn value_of<'v>(view: &'v View<'_>, head: &'v Head) -> Option<&'v Head> {
    let verb = view.norm_before(head.at, 1 + usize::from(view.norm_before(head.at, 1) == "the"));
    let is = is_or_was(verb) || matches!(verb, "been" | "being" | "makes" | "made");
    let of = is && head.topic == Topic::Same && head.class == Class::Noun && view.norm(head.end) == "of";
    let near = head.end + 1..head.end + 6;
    view.heads.iter().find(|h| of && near.contains(&h.at) && h.class == Class::Noun && matches!(h.topic, Topic::Of(_)))
}

/// *5.6 bcm was delivered*, *70 mln t of oil was carried*
pub fn after(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let segment = search.segment();
    // *double its export capacity*: the last of a compound is what is told.
    let led = |h: &Head| {
        h.class == Class::Noun && view.heads.iter().any(|l| l.at == h.end && l.topic == Topic::Of(Indicator::Capacity))
    };
    let here = view.heads.iter().find(|h| {
        h.at >= search.end() && h.at < segment.end && !view.describes_head(h) && !led(h) && !goods_to_spare(view, h)
    });
    // *10 bcm (353 billion cubic feet) of Russian gas has reached China*
    let behind = || {
        let tokens = view.segment_tokens(view.behind_bracket(view.segment(search.start()))?);
        view.heads.iter().find(|h| tokens.contains(&h.at))
    };
    // *Iraq, with $6 billion, was the top destination*
    let takes = || {
        let next = view.segments.get(view.segment(search.start()) + 1)?;
        let copula = is_or_was(view.norm(next.tokens.start)) || remains(view.norm(next.tokens.start));
        // *Iraq (38 percent) is the largest market*
        let in_bracket = view
            .segments
            .get(view.segment(search.start()))
            .is_some_and(|s| s.opening == super::grammar::Opening::Bracket)
            && search.end() == segment.end
            && view.actors.iter().any(|a| a.end + 1 == segment.start && a.party.is_country());
        let with = matches!(view.norm(segment.start), "with" | "at") || in_bracket;
        view.heads.iter().find(|h| with && copula && next.tokens.contains(&h.at) && h.class == Class::Agent)
    };
    if here.is_none()
        && let Some(agent) = takes()
    {
        return found(search, *agent);
    }
    let head = match here {
        Some(head) => value_of(view, head).unwrap_or(head),
        None => return found(search, *behind().filter(|h| h.topic != Topic::Flow || flows(search))?),
    };
    // *-36.4% in value*
    if head.topic == Topic::Same && head.at == search.end() + 1 && view.norm(search.end()) == "in" {
        return None;
    }
    let mut end = search.end();
    // *About 6,000 tractors and more than 10,000 lorries have come from Minsk*: figures that are joined share a verb.
    let crossed = view.quantities.iter().any(|q| {
        let at = view.mentions[*q].tokens.start;
        let between = search.end() <= at && at < head.at;
        let hedge = view.quantity(*q).and_then(|q| q.hedge);
        let plain = |t: &crate::token::Token<'_>| {
            matches!(t.norm.as_ref(), "and" | ",")
                || hedge.is_some_and(|h| h.start <= t.span.start && t.span.end <= h.end)
        };
        // *45 million tons of goods worth $16.5 billion were exported*
        let worth = |t: &crate::token::Token<'_>| matches!(t.norm.as_ref(), "worth" | "valued");
        let valued = between
            && end <= at
            && at - end <= 10
            && (view.tokens[end..at].iter().rev().take(4).any(worth) || at == end + 1 && view.norm(end) == "at");
        let joined = between && end <= at && (valued || at - end <= 5 && view.tokens[end..at].iter().all(plain));
        if joined {
            end = view.mentions[*q].tokens.end;
        }
        between && !(joined && flows(search))
    });
    if crossed || (head.topic == Topic::Flow && !flows(search) && !flow_of_goods(search, head)) {
        return None;
    }
    // *climbed to $8.5 billion on strong demand for memory*: what moved it is not what is told.
    if head.topic == Topic::Of(Indicator::Consumption) && view.norm(search.end()) == "on" {
        return None;
    }
    // *and 400MW thereafter at a fixed price*
    if head.class == Class::Noun && head.indicator().is_some_and(|i| !fits(i, search.unit)) && search.follows {
        return None;
    }
    // *fell 23 pct, due to lower oil prices*
    if head.class == Class::Noun && (search.end()..head.at).any(|at| is_reason(view.norm(at))) {
        return None;
    }
    // A figure that continues the statement before it keeps that statement's head.
    if search.follows && head.class == Class::Noun && head.topic != Topic::Other && head.at > search.end() + 4 {
        return None;
    }
    found(search, *head)
}

/// *a surplus of 200,000 tonnes of maize*: goods to spare, no balance of trade.
pub fn is_spare(search: &Search<'_, '_>, head: &Head) -> bool {
    matches!(head.topic, Topic::Surplus | Topic::Deficit)
        && search.unit.measure.dimension() != crate::model::Dimension::Money
        && !search.unit.is_ratio()
        && (search.view.norm(head.end) == "of" || goods_to_spare(search.view, head))
}

/// *at least 750,000 tonnes of surplus grains*
pub fn goods_to_spare(view: &View<'_>, head: &Head) -> bool {
    head.topic == Topic::Surplus
        && (matches!(view.norm(head.end), "commodities" | "goods" | "food" | "stocks" | "supplies")
            || view.goods_at(head.end).is_some())
}

/// Words behind which a reason is told, or what something happened beside.
pub fn is_reason(word: &str) -> bool {
    matches!(word, "due" | "owing" | "because" | "amid" | "after" | "despite" | "thanks" | "following")
}
