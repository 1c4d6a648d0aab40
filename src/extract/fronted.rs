//! Wholes told before their parts: *Of Norway's salmon imports, **28 percent** was Polish*, *In Chile's copper exports China accounted for
//! **28 percent***.

use super::divided::{Whole, behind_everything, by_participle, has_a_part, taker_behind, whole_in};
use super::division::ratio;
use super::grammar::Role;
use super::head::Head;
use super::naming::goods_at;
use super::view::{Actor, View};
use crate::lexicon::words::{holds, is_by_now, is_form_of_have, is_or_was, opens_figure, points_back};
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Party};

/// The whole that opens a sentence, and whose part each figure behind it is.
pub fn parts_of_front(view: &View<'_>) -> Option<(Whole, Vec<(usize, usize)>)> {
    let first = view.range.start;
    let start = match (view.norm(first), view.norm(first + 1)) {
        ("out", "of") => first + 2,
        ("of" | "in" | "from", _) => first + 1,
        _ => return None,
    };
    let comma = (start..view.range.end.min(start + 16)).find(|at| view.norm(*at) == ",")?;
    let traded =
        |h: &&Head| matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports)) && h.class == Class::Noun;
    let goods = goods_at(view, start).or_else(|| behind_everything(view, start)).filter(|goods| goods.end < comma);
    let whole = goods.and_then(|goods| by_participle(view, &goods)).map(|(whole, _)| whole).or_else(|| {
        let noun = view.heads.iter().filter(|h| h.at >= start && h.at < comma).find(traded)?;
        whole_in(view, start..noun.end, false)
    })?;
    let owner = view.actors[whole.owner].party;
    let plain = |h: &&Head| h.at > comma && traded(h);
    if view.actors[whole.owner].at > comma || view.heads.iter().any(|h| plain(&h)) {
        return None;
    }
    let mut parts = Vec::new();
    let mut from = comma + 1;
    for figure in view.quantities.iter().copied() {
        let Some(part) = view.quantity(figure).filter(|q| q.tokens.start > comma) else {
            if view.mentions[figure].tokens.start < comma {
                return None;
            }
            continue;
        };
        ratio(view, figure)?;
        let end = part.tokens.end;
        let begins = view.start_with_hedge(part);
        let named = |a: &Actor| a.party != Party::WORLD && a.takes_part() && a.party != owner;
        let before = view.actors.iter().rposition(|a| named(a) && a.at >= from && a.end <= begins);
        let has = |a: &Actor| {
            (a.end..begins).all(|at| {
                has_a_part(view.norm(at))
                    || opens_figure(view.norm(at))
                    || matches!(view.norm(at), "for" | "of" | "up" | "a" | "share" | "in" | "alone" | "the")
            })
        };
        let before = before.filter(|at| has(&view.actors[*at]));
        let taker = before.or_else(|| taker_behind(view, end, whole.indicator).filter(|at| named(&view.actors[*at])));
        let Some(taker) = taker else { break };
        parts.push((figure, taker));
        from = end;
    }
    (!parts.is_empty()).then_some((whole, parts))
}

/// *Japan now holds **21 percent***, *China snapped up **28 percent** of them*: the first figure of a sentence that opens with who has a
/// part of what was told before.
pub fn part_held(view: &View<'_>) -> Option<(usize, usize)> {
    let figure = *view.quantities.first()?;
    let part = ratio(view, figure)?;
    let taker = view.actors.iter().position(|a| view.phrase_start(a) == view.range.start && a.party != Party::WORLD)?;
    let start = view.start_with_hedge(part);
    let words = view.actors[taker].end..start;
    let holds = |at: usize| is_form_of_have(view.norm(at)) || holds(view.norm(at));
    let adverb = |at: usize| is_by_now(view.norm(at)) || matches!(view.norm(at), "alone" | "only");
    let link = |at: usize| {
        matches!(view.norm(at), "up" | "for" | "of" | "in" | "was" | "is" | "the" | "destination" | "market")
    };
    let end = part.tokens.end;
    let of_it = view.norm(end) == "of" && points_back(view.norm(end + 1))
        || view.norm(end) == "of"
            && view.norm(end + 1) == "the"
            && matches!(view.norm(end + 2), "total" | "volume" | "amount");
    let ends = matches!(view.norm(end), "." | "" | ";") && view.quantities.len() == 1;
    let mut tokens = words.clone();
    let held = ends && words.clone().any(holds) && tokens.all(|at| holds(at) || adverb(at));
    let mut tokens = words.clone();
    // *took*, *bought* tell it themselves.
    let trades =
        |h: &&Head| words.contains(&h.at) && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports));
    let took = of_it
        && !view.heads.iter().any(|h| trades(&h))
        && words.clone().any(|at| has_a_part(view.norm(at)) && !holds(at))
        && tokens.all(|at| has_a_part(view.norm(at)) || adverb(at) || link(at));
    ((1..=4).contains(&words.len()) && (held || took)).then_some((figure, taker))
}

/// *India was Morocco's largest trading partner with **$5 billion***, *Italy topped the list of Greece's trading partners, at 12
/// percent*, *Germany was Poland's main export market with **8 billion***: the trade of the owner, the figure, and the partner.
pub fn partner_ranked(view: &View<'_>) -> Option<(Whole, usize, usize)> {
    let (at, indicator) = view.range.clone().find_map(|at| Some((at, partner_in(view, at)?)))?;
    // *In terms of imports, Georgia's largest trading partners were Turkey with 2.1 billion*
    let front = view.heads.iter().rfind(|h| h.at < at && h.class == Class::Noun).and_then(Head::indicator);
    let indicator = front.filter(|flow| indicator == Indicator::Turnover && flow.is_one_way()).unwrap_or(indicator);
    let owner = owner_of_partner(view, at)?;
    let acts = |a: &Actor| is_named(a) && a.role == Role::Subject && a.end <= at && a.party != view.actors[owner].party;
    // *Vietnam's second largest export market was China, with 41 billion*
    let told = |a: &Actor| {
        let verb = view.phrase_start(a).wrapping_sub(1);
        let other = a.party != view.actors[owner].party && view.norm(a.end) != "and";
        is_named(a)
            && other
            && verb > at
            && verb <= at + 2
            && (is_or_was(view.norm(verb)) || view.norm(verb) == "remained")
    };
    let taker = view.actors.iter().position(acts).or_else(|| view.actors.iter().position(told))?;
    let figure = view.quantities.iter().copied().find(|q| view.mentions[*q].tokens.start > at)?;
    let start = view.start_with_hedge(view.quantity(figure)?);
    let lead = view.norm_before(start, 1);
    let beside = opens_figure(lead) || lead == "of" && matches!(view.norm_before(start, 2), "turnover" | "trade");
    let plain = view
        .quantity(figure)
        .is_some_and(|q| q.quantity.unit.measure == crate::model::Measure::Percent || q.quantity.unit.is_sum());
    // *the largest trade partner in exports with $7 million*: what the owner does.
    let way =
        |h: &&Head| matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports)) && h.class == Class::Noun;
    let between = || view.heads.iter().filter(|h| h.at > at && h.at < start);
    let one_way = between().find(|h| way(h) && matches!(view.norm_before(h.at, 1), "in" | "for" | "of" | "by"));
    let of_trade = |h: &Head| h.topic == Topic::Of(indicator) || one_way.is_some_and(|way| way.at == h.at);
    if !beside || !plain || start > at + 14 || !between().all(of_trade) {
        return None;
    }
    // *the largest partner, with 43 percent of its exports*: a part of one way.
    let end = view.quantity(figure).map_or(start, |q| q.tokens.end);
    let its = view.norm(end) == "of" && matches!(view.norm(end + 1), "its" | "their" | "the" | "all");
    let own = view.heads.iter().find(|h| way(h) && h.at > end && h.at <= end + 5).filter(|_| its);
    let one_way = one_way.or(own);
    let indicator = match one_way.map(|h| h.topic) {
        Some(Topic::Of(way)) => way,
        _ => indicator,
    };
    let topic = Topic::Of(indicator);
    let head = Head { at, end: at + 1, span: view.tokens[at].span, topic, class: Class::Noun, passive: false };
    Some((Whole { head, indicator, owner, goods: None, by_agent: false }, figure, taker))
}

/// *Spain overtook Italy as Morocco's largest trading partner last year*: the trade that a sentence without a figure ranks, its owner and
/// the partner.
pub fn pair_ranked(view: &View<'_>) -> Option<(Indicator, Party, Party)> {
    let (at, indicator) = view.range.clone().find_map(|at| Some((at, partner_in(view, at)?)))?;
    let owner = &view.actors[owner_of_partner(view, at)?];
    let acts = |a: &&Actor| is_named(a) && a.role == Role::Subject && a.end <= at && a.party != owner.party;
    let mut ranked = view.actors.iter().filter(acts);
    let partner = ranked.next().filter(|_| view.norm(at) == "partner")?;
    // *Spain and Italy are Morocco's main partners* rank two.
    ranked.next().is_none().then_some((indicator, owner.party, partner.party))
}

/// Whether an actor is one country or group that trades.
fn is_named(actor: &Actor) -> bool {
    actor.party != Party::WORLD && actor.takes_part()
}

/// *Morocco's largest trading partner*, *the main export market for Poland*: whose partner the word at token `at` ranks.
fn owner_of_partner(view: &View<'_>, at: usize) -> Option<usize> {
    let owns = |a: &Actor| {
        let before = a.end <= at && at - a.end <= 7 && a.role.owns();
        before || matches!(view.norm(at + 1), "of" | "for") && view.phrase_start(a) == at + 2
    };
    view.actors.iter().position(|a| is_named(a) && owns(a))
}

/// In which trade the word at token `at` calls somebody a partner: *trading partner*, *export market*, *source of imports*.
fn partner_in(view: &View<'_>, at: usize) -> Option<Indicator> {
    match (view.norm_before(at, 1), view.norm(at)) {
        ("trading" | "trade" | "commercial", "partner" | "partners") => Some(Indicator::Turnover),
        (
            "export",
            "market" | "markets" | "destination" | "destinations" | "customer" | "customers" | "partner" | "partners",
        ) => Some(Indicator::Exports),
        ("import", "source" | "sources" | "supplier" | "suppliers" | "partner" | "partners" | "origin" | "origins") => {
            Some(Indicator::Imports)
        }
        _ => None,
    }
}

/// *exported 5 million tonnes, of which **28 percent** ended up in Pakistan*: a part of what was told before, the flow that its verb
/// tells of, and whose part it is.
pub fn part_of_it(view: &View<'_>) -> Option<(Indicator, usize, usize)> {
    let which = |at: usize| view.norm(at) == "of" && (points_back(view.norm(at + 1)) || view.norm(at + 1) == "which");
    // *Another 21 percent came from Peru*
    let another = |at: usize| {
        at == view.range.start && matches!(view.norm(at), "another")
            || at <= view.range.start + 1 && matches!(view.norm(at), "further" | "additional" | "remaining")
    };
    view.quantities.iter().copied().find_map(|figure| {
        let quantity = view.quantity(figure)?;
        let start = view.start_with_hedge(quantity);
        let end = quantity.tokens.end;
        let behind = which(end);
        let ahead = view.back(start, 4).any(|at| which(at) || another(at));
        if !behind && !ahead {
            return None;
        }
        let from = end + if behind { 2 } else { 0 };
        let flow = [Indicator::Exports, Indicator::Imports].into_iter();
        let mut found = flow.filter_map(|flow| Some((flow, figure, taker_behind(view, from, flow)?)));
        let found = found.next().filter(|_| found.next().is_none())?;
        // *9 million each is for Peru and Chile*: of two.
        let taker = &view.actors[found.2];
        let next = view.actors.get(found.2 + 1).map(|a| view.phrase_start(a));
        let two = matches!(view.norm(taker.end), "and" | "," | "&") && next == Some(taker.end + 1);
        (!two).then_some(found)
    })
}
