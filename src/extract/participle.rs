//! Goods whose way a participle tells behind them: ***40,000 tonnes** of rice, sold by Vietnam to Ghana, were held in Tema*.

use super::deed::goods_behind;
use super::grammar::{Opening, Role};
use super::head::Head;
use super::indicator::{Found, Governor, Search, found};
use super::parties::{Asked, Sides};
use super::rule::Filled;
use super::view::Actor;
use crate::lexicon::Class;

/// *40,000 tonnes of rice, sold by Vietnam to Ghana, were held in Tema*: a verb of trade that opens the stretch behind the goods and has a
/// side of its own behind it.
pub fn participle_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let segment = search.segment();
    let goods = goods_behind(search)?;
    let index = view.segment(segment.start);
    let next = view.segments.get(index + 1).filter(|s| s.opening == Opening::Comma && goods.end >= segment.end - 1)?;
    let opens = next.tokens.start;
    let verb = view.heads.iter().find(|h| (opens..opens + 2).contains(&h.at))?;
    let done = view.norm(verb.at).ends_with("ed") || view.is_past(verb.at) || view.norm(verb.at) == "taken";
    let acts = matches!(verb.class, Class::VerbOut | Class::VerbIn) && done;
    let sided = matches!(view.norm(verb.end), "by" | "from" | "to" | "in" | "into" | "for")
        && view.actors.iter().any(|a| a.takes_part() && (verb.end + 1..verb.end + 4).contains(&a.at));
    let told = view.is_headed(&segment) || view.first_quantity(&(search.end()..verb.at)).is_some();
    (acts && sided && !told).then(|| found(search, Head { passive: true, ..*verb }))?
}

/// Who gave and who took what a participle tells: *by* whom it was done, *from* where and *to* where it went.
pub fn sides(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let (Governor::Head(head), Some(quantity)) = (asked.governor, asked.quantity) else { return false };
    let view = asked.view;
    let figure = &view.mentions[quantity].tokens;
    let next = view.segments.get(view.segment(figure.start) + 1);
    let Some(next) = next.filter(|s| s.opening == Opening::Comma && head.passive && head.at < s.tokens.start + 2)
    else {
        return false;
    };
    if head.at < next.tokens.start || asked.indicator.is_one_way() == (head.class == Class::Noun) {
        return false;
    }
    let behind = |roles: &'static [Role]| {
        let inside = move |a: &&Actor| a.at > head.at && next.tokens.contains(&a.at) && roles.contains(&a.role);
        view.actors.iter().find(inside)
    };
    let origin = || view.actors.iter().find(|a| a.role == Role::Origin && (figure.end..head.at).contains(&a.at));
    let by =
        view.actors.iter().find(|a| a.at > head.at && next.tokens.contains(&a.at) && view.norm_before(a.at, 1) == "by");
    let (giver, taker) = match head.class {
        Class::VerbIn => (behind(&[Role::From]).or_else(origin), by),
        _ => (by.or_else(|| behind(&[Role::From])).or_else(origin), behind(&[Role::To, Role::In, Role::For])),
    };
    let (reporter, partner) =
        if asked.indicator == crate::model::Indicator::Imports { (taker, giver) } else { (giver, taker) };
    let (Some(reporter), Some(partner)) = (reporter, partner) else { return false };
    let filled = |actor: &Actor| Filled::new(actor.party, "beside_participle", Some(actor.span));
    sides.reporter = Some(filled(reporter));
    sides.partner = Some(filled(partner));
    true
}
