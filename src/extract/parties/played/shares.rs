//! Sides of a part of a whole: who has the part is one, whose whole it is the other.
//!
//! | sentence | side |
//! | --- | --- |
//! | *Russia supplied **26.6%** of the country's imports* | the other |
//! | *Norway provided **55 percent** of the EU's gas* | who was given its part |
//! | *Asia buys **80 percent** of Qatar's LNG* | who sold it |

use std::ops::Range;

use super::super::parts::{has_share, of_share, own_whole, owned_by_another};
use super::super::verbs::gives_part_of_flow;
use super::Part;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::side::{Side, alone};
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{is_need, is_worldwide};
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Kind, Party};

/// The figure, where it is a share.
fn share<'p>(part: &'p Part<'_, '_, '_>) -> Option<&'p Range<usize>> {
    part.figure.as_ref().filter(|_| part.kind() == Kind::Share)
}

/// *Norway provides half of the gas flows to Germany*: who gives a part of what goes somewhere.
pub fn gives_part(part: &Part<'_, '_, '_>) -> Option<Side> {
    let quantity = part.asked.quantity.filter(|_| part.is(Role::Subject))?;
    gives_part_of_flow(part.asked, quantity, part.head, part.actor).then_some(Side::Reporter)
}

/// *Togo is Ghana's largest customer, accounting for a third of its exports*: *its* are those of whom it buys from or sells to.
pub fn trader_of_its_own(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part)?;
    let (view, head, actor) = (part.view, part.head, part.actor);
    let its = |at: usize| matches!(view.norm(at), "its" | "their");
    if head.class != Class::Noun || head.at < figure.end || !(figure.end..head.at).any(its) {
        return None;
    }
    let trader = view.heads.iter().find(|h| {
        let other_way = match h.topic {
            Topic::Of(Indicator::Imports) => part.of(Indicator::Exports),
            Topic::Of(Indicator::Exports) => part.of(Indicator::Imports),
            _ => false,
        };
        h.class == Class::Agent && h.at < figure.start && other_way
    })?;
    let owner =
        view.actors.iter().rfind(|a| a.role == Role::Possessor && a.end <= trader.at && trader.at - a.end <= 3)?;
    if owner.party == actor.party {
        return Some(Side::Reporter);
    }
    (part.is(Role::Subject) && actor.at < trader.at).then_some(Side::Partner)
}

/// *Russia supplied 26.6% of the country's imports*: who stands before the part is the other side.
pub fn stands_before_part(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (figure, quantity) = (share(part)?, part.asked.quantity?);
    let (view, head, actor) = (part.view, part.head, part.actor);
    let of_another = || owned_by_another(part.asked, quantity, actor);
    let named =
        part.is(Role::Subject) || matches!(actor.role, Role::Modifier | Role::Origin | Role::Attribute) && of_another();
    // *In terms of import share, Russia held the top spot with 17.8%*
    let ahead =
        || matches!(view.norm(head.at), "import" | "imports") && view.norm(head.end) == "share" && head.end < actor.at;
    (named
        && head.class == Class::Noun
        && actor.at < figure.start
        && (!alone(part.asked.indicator) || of_another())
        && !own_whole(part.asked, quantity, head, actor)
        // *The bloc accounts for 26 percent of world trade*, *has 25 percent of world copper exports*
        && (!(figure.end..head.at).any(|at| is_worldwide(view.norm(at))) || takes_a_part(view, actor, figure.start))
        && (head.at >= figure.end || ahead()))
    .then_some(Side::Partner)
}

/// *Peru bought 6 percent of the world's wheat exports*: whether a party takes what the figure that starts at token `start` tells.
fn takes_a_part(view: &View<'_>, actor: &Actor, start: usize) -> bool {
    view.heads.iter().any(|h| h.class == Class::VerbIn && !h.passive && actor.end <= h.at && h.end <= start)
}

/// *As for Russia, its share of imports has shrunk*: whose share it is.
pub fn as_for_its_share(part: &Part<'_, '_, '_>) -> Option<Side> {
    share(part).filter(|_| part.is(Role::For) && part.head.class == Class::Noun)?;
    let again =
        |a: &Actor| a.rule == "its" && a.party == part.actor.party && a.at > part.actor.at && has_share(part.view, a);
    part.view.actors.iter().any(again).then_some(Side::Partner)
}

/// *40 percent of Poland's gas comes from Norway*: whose gas it is takes it from there.
pub fn whose_part_comes(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part)?;
    let (head, actor) = (part.head, part.actor);
    (matches!(actor.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin)
        && head.class == Class::VerbOut
        && head.topic == Topic::Flow
        && part.view.norm(figure.end) == "of"
        && (figure.end..head.at).contains(&actor.at)
        && part.another(|a| a.role == Role::From && a.at >= head.at))
    .then_some(Side::Partner)
}

/// *Of the sugar that India exported, 16 percent was snapped up by Kenya*: whoever had a part of it.
pub fn had_part_by(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part).filter(|_| part.is(Role::By) && part.head.class == Class::VerbOut)?;
    (part.head.at < figure.start
        && part.actor.at > figure.end
        && part.another(|a| a.role == Role::Subject && a.end <= part.head.at))
    .then_some(Side::Partner)
}

/// *Germany took 22 percent of the coffee Colombia exported*: whoever had a part of it.
pub fn took_part_of_exported(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part).filter(|_| part.is(Role::Subject))?;
    (matches!(part.head.class, Class::VerbOut | Class::VerbIn)
        && part.actor.at < figure.start
        && part.head.at > figure.end
        && part.view.norm(figure.end) == "of"
        && part.another(|a| a.role == Role::Subject && a.end == part.head.at))
    .then_some(Side::Partner)
}

/// *Norway provided 55 percent of the EU's gas*: who had the whole was given its part.
pub fn was_given_part(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part)?;
    let (head, actor) = (part.head, part.actor);
    let gives =
        |a: &Actor| matches!(a.role, Role::Subject | Role::Origin | Role::Attribute | Role::Modifier) && a.at < head.at;
    // *from Iraq and Kuwait, which together supply 12 percent of Japan's oil*: two that *which* stands for.
    let which = || part.view.back(head.at, 3).any(|at| part.view.norm(at) == "which");
    (matches!(actor.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Of)
        && head.class == Class::VerbOut
        && !head.passive
        && part.of(Indicator::Exports)
        && head.at < figure.start
        && actor.at >= figure.end
        && part.view.norm(figure.end) == "of"
        && (part.another(gives) || which()))
    .then_some(Side::Partner)
}

/// *Asia buys 80 percent of Qatar's LNG*: whose goods they are sold it.
pub fn whose_goods_are_bought(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part)?;
    let (head, actor) = (part.head, part.actor);
    (matches!(actor.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin)
        && head.class == Class::VerbIn
        && !head.passive
        && part.of(Indicator::Imports)
        && head.at < figure.start
        && part.view.norm(figure.end) == "of"
        && is_of_goods(part.view, figure.end, actor)
        && part.another(|a| a.role == Role::Subject && a.at < head.at))
    .then_some(Side::Partner)
}

/// *Kenya's share of world tea exports*, *the share of Kenya in global exports*: its part of what all of them do.
pub fn has_share_of_the_worlds(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, actor) = (part.view, part.actor);
    let whole = actor.end..part.head.at;
    let owns = matches!(actor.role, Role::Possessor | Role::Modifier | Role::Subject) && has_share(view, actor)
        || part.is(Role::Of) && of_share(view, actor);
    share(part).filter(|_| owns && whole.len() <= FAR_WHOLE)?;
    whole.into_iter().any(|at| is_worldwide(view.norm(at))).then_some(Side::Reporter)
}

/// Tokens between whose share it is and the noun of the whole, at most: *'s share in the world's total exports*.
const FAR_WHOLE: usize = 12;

/// *India's share in the foreign trade of the country*, *the Kazakh share in German oil imports*: whose share it is.
pub fn has_the_share(part: &Part<'_, '_, '_>) -> Option<Side> {
    share(part).filter(|_| has_share(part.view, part.actor))?;
    let owned = |a: &Actor| a.at > part.actor.at && a.end <= part.head.at;
    // *Trade of the EAEU with Vietnam ... Russia's portion of the turnover*: a member's part of what its group trades.
    let frame =
        part.asked.before.filter(|f| part.of(Indicator::Turnover) && f.partner.is_some_and(|p| p != Party::WORLD));
    let group = frame.and_then(|f| f.reporter).filter(|g| !g.is_country());
    if group.is_some_and(|g| part.asked.lexicon.members(g).iter().any(|m| m.party == part.actor.party)) {
        return Some(Side::Reporter);
    }
    match part.actor.role {
        Role::Possessor | Role::Modifier => Some(Side::Partner),
        Role::Subject if part.another(owned) || has_part_of_anothers(part) => Some(Side::Partner),
        _ => None,
    }
}

/// *Canadian crude exports averaged 4.2 million bpd. The U.S. share of exports slid to 93%*: a part of what another was told to export.
fn has_part_of_anothers(part: &Part<'_, '_, '_>) -> bool {
    let told = |f: &Frame| {
        Some(f.indicator) == part.head.indicator()
            && f.reporter.is_some_and(|p| p.is_country() && p != part.actor.party)
    };
    !part.another(|a| a.end <= part.head.at) && part.asked.before.is_some_and(told)
}

/// *the Kazakh share in German oil imports*: whose whole it is, behind who has the share.
pub fn has_the_whole(part: &Part<'_, '_, '_>) -> Option<Side> {
    share(part).filter(|_| part.is(Role::Attribute) && part.head.at > part.actor.at)?;
    part.actors.iter().any(|a| a.end <= part.actor.at && has_share(part.view, a)).then_some(Side::Reporter)
}

/// *Niger accounted for 25 percent of EU uranium supplies*: whose supplies a part is told of, behind who gives it.
pub fn whose_supplies(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = share(part).and(part.figure.clone())?;
    let (view, actor, head) = (part.view, part.actor, part.head);
    let owns = matches!(actor.role, Role::Attribute | Role::Modifier | Role::Origin | Role::Possessor);
    let whole =
        view.norm(figure.end) == "of" && actor.at <= figure.end + 2 && actor.end <= head.at && head.at - actor.end <= 4;
    let supplies = part.of(Indicator::Imports)
        && head.class == Class::Noun
        && matches!(view.norm(head.at), "supplies" | "supply" | "imports");
    let gives = |a: &Actor| a.role == Role::Subject && a.end <= figure.start && a.party.is_country();
    (owns && whole && supplies && part.another(gives)).then_some(Side::Reporter)
}

/// *the share of China in Brazil's exports*
pub fn share_of_it(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.kind() == Kind::Share && part.is(Role::Of) && of_share(part.view, part.actor)).then_some(Side::Partner)
}

/// Whether nothing but goods stands behind a name that stands right behind a part of them, which ends at token `end`: *of Qatar's
/// LNG*, not *of Italy's gas demand*.
fn is_of_goods(view: &View<'_>, end: usize, actor: &Actor) -> bool {
    let near = actor.at <= end + 2;
    let behind =
        actor.end + if view.norm(actor.end) == "'" { 1 + usize::from(view.norm(actor.end + 1) == "s") } else { 0 };
    let goods = view.goods_in(&(behind..behind + 2));
    near && goods.is_some_and(|m| {
        !(view.is_headed(&(m.tokens.end..m.tokens.end + 2))
            || is_need(view.norm(m.tokens.end))
            || matches!(view.norm(m.tokens.end), "supply" | "supplies"))
    })
}
