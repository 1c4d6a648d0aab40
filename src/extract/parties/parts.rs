//! Parts and their wholes: whose a whole is when a figure tells a part of it.

use super::aside::is_aside;
use super::{Asked, Sides};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{is_article, is_or_was, is_part_noun, is_total, points_back, remains};
use crate::mention::Form;
use crate::model::{Indicator, Kind, Party};

/// Whether the figure is a whole whose part the actor had: *Japan accounted for 62 pct of a deficit of 8.27 billion*.
pub fn is_whole(asked: &Asked<'_, '_>, quantity: usize, head: &Head, actor: &Actor) -> bool {
    let part = asked.view.quantities.iter().rev().find(|q| **q < quantity);
    let told = part.is_some_and(|part| actor.at < asked.view.mentions[*part].tokens.start);
    told && whole_of_part(asked, quantity, head)
}

/// Whether the figure is a whole that a part of is told right before it.
pub fn whole_of_part(asked: &Asked<'_, '_>, quantity: usize, head: &Head) -> bool {
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let part = view.quantities.iter().rev().find(|q| view.mentions[**q].tokens.end <= start);
    // *took 1.1 million tonnes out of total French exports of 5.2 million*
    let out_of = |at: usize| {
        view.norm(at) == "out"
            && view.norm(at + 1) == "of"
            && (is_total(view.norm(at + 2)) || matches!(view.norm(at + 2), "a" | "the"))
    };
    if part.is_some() && asked.kind == Kind::Level && head.at < start && (start.saturating_sub(10)..head.at).any(out_of)
    {
        return true;
    }
    // *13 percent of all shipments, while imports came to 19.5 billion*: of another flow.
    let parted = |q: usize| {
        let end = view.mentions[q].tokens.end;
        head.at < start && (end..head.at).any(|at| matches!(view.norm(at), "while" | "whereas" | "but"))
    };
    // *took half of it, followed by Sudan, which bought 2.1 million tonnes*, *64% of the total; Poland bought 1.6 million litres*: of
    // another, who acts behind the part.
    let acts = |a: &Actor| a.role == Role::Subject && a.party.is_country() && a.end <= head.at && head.at - a.end <= 2;
    let another = |q: usize| {
        let end = view.mentions[q].tokens.end;
        let known = |a: &Actor| view.actors.iter().any(|b| b.at < end && b.party == a.party);
        let mut acting = view.actors.iter().filter(|a| a.at > end && acts(a)).peekable();
        matches!(head.class, Class::VerbIn | Class::VerbOut)
            && head.at < start
            && acting.peek().is_some()
            && !acting.any(known)
    };
    // *brought in half of the money, having taken 640 tonnes*: what the same one did besides.
    let did = || {
        let opens = view.segment_tokens(view.segment(head.at)).start;
        let having = view.norm(opens) == "having" && head.at == opens + 1;
        let ing = head.at == opens && view.norm(opens).ends_with("ing");
        matches!(head.class, Class::VerbIn | Class::VerbOut) && (having || ing) && view.norm_before(opens, 1) == ","
    };
    part.filter(|q| !parted(**q) && !another(**q) && !did()).and_then(|q| view.quantity(*q)).is_some_and(|q| {
        q.quantity.unit.is_ratio()
            && q.form != Form::Bare
            && view.norm(q.tokens.end) == "of"
            && (q.tokens.end < head.at && head.at < start || head.at > start && start - q.tokens.end <= 5)
            // *21.3 percent of its trade, or 21.7 billion*: the part in money.
            && !matches!(view.norm_before(start, 1), "or" | "(")
            && asked.kind == Kind::Level
    })
}

/// *20 percent of the 1,858 Bcf shipped*, *half of the 3 million tonnes sold*: whose a whole is that its participle stands right
/// behind, as a flow to or from all: of who sold or bought the part.
pub fn shipped_in_all(asked: &Asked<'_, '_>, quantity: usize, head: &Head) -> Option<Option<Party>> {
    let view = asked.view;
    let participle =
        matches!(head.class, Class::VerbOut | Class::VerbIn) && head.at == view.mentions[quantity].tokens.end;
    let placed =
        |a: &Actor| matches!(a.role, Role::To | Role::From | Role::By) && (head.end..head.end + 4).contains(&a.at);
    if !participle || !whole_of_part(asked, quantity, head) || view.actors.iter().any(placed) {
        return None;
    }
    let sold = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.sold());
    Some(sold.map(|(seller, buyer)| if asked.indicator == Indicator::Exports { seller } else { buyer }))
}

/// *241,000 barrels a day from Kuwait, out of a total of 3.86 million*: the whole that what one partner has is a part of.
pub fn is_out_of(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Some(quantity) = asked.quantity else { return false };
    let view = asked.view;
    let first = view.quantity(quantity).map_or(0, |q| view.start_with_hedge(q));
    let total = is_total(view.norm_before(first, 2)) && view.norm_before(first, 1) == "of";
    let of = if total { first.wrapping_sub(2) } else { first };
    let of = of - usize::from(is_article(view.norm_before(of, 1)));
    asked.same_sentence
        && asked.kind == Kind::Level
        && frame.indicator == asked.indicator
        && view.norm_before(of, 1) == "of"
        && view.norm_before(of, 2) == "out"
        && !view.actors.iter().any(|a| a.at > first && a.takes_part())
}

/// *Exports fell by 30% to 2.5 TWh, and 90% of them went to Morocco*: what a part of goes to one is of all.
pub fn is_parted_behind(asked: &Asked<'_, '_>) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator.is_one_way()) else { return false };
    let view = asked.view;
    let end = view.mentions[quantity].tokens.end;
    let ratio = |q: &usize| view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio());
    let mut parts = view.quantities.iter().filter(|q| view.mentions[**q].tokens.start >= end && ratio(q));
    head.at < end
        && parts.any(|q| {
            let of = view.mentions[*q].tokens.end;
            let goes = |a: &Actor| {
                matches!(a.role, Role::To | Role::From) && (of + 1..of + 6).contains(&a.at) && a.party.is_country()
            };
            view.norm(of) == "of"
                && matches!(view.norm(of + 1), "them" | "it" | "these" | "this" | "that")
                && view.actors.iter().any(goes)
        })
}

/// *Iran $48 million, $288 million altogether*
pub fn is_sum(asked: &Asked<'_, '_>) -> bool {
    let Some(end) = asked.quantity.map(|q| asked.view.mentions[q].tokens.end) else { return false };
    let view = asked.view;
    let told = matches!(view.norm(end), "altogether" | "overall" | "combined")
        || view.norm(end) == "in" && matches!(view.norm(end + 1), "all" | "total");
    // A list of at least two: *Tajikistan $71 million, Iran $48 million*.
    let entry = |a: &&Actor| view.quantities.iter().any(|q| view.mentions[*q].tokens.start == a.end);
    let entries = view.actors.iter().filter(|a| a.at < end).filter(entry).count();
    told && entries >= 2 && matches!(asked.governor, Governor::Previous)
}

/// *fell to 18.1 million tons, including 4.4 million tons to China*: whether an amount behind the figure is the part of it
/// that went to or came from one country.
pub fn part_included(asked: &Asked<'_, '_>, quantity: usize) -> bool {
    let view = asked.view;
    let end = view.mentions[quantity].tokens.end;
    view.quantities.iter().filter(|q| **q > quantity).filter_map(|q| view.quantity(*q)).any(|q| {
        let part = (1..=3).any(|back| view.norm_before(q.tokens.start, back) == "including");
        let one = |a: &Actor| {
            a.at > q.tokens.end
                && a.at <= q.tokens.end + 3
                && matches!(a.role, Role::From | Role::To)
                && a.party != Party::WORLD
        };
        let told = || view.actors.iter().any(|a| a.at < end && matches!(a.role, Role::From | Role::To));
        part && !q.quantity.unit.is_ratio() && view.actors.iter().any(one) && !told()
    })
}

/// Whether a part of the figure is told behind it as from or to one country: *half of it came from Qatar*, *6.7 million of it
/// Russian*, *four fifths of them from the two*.
pub fn part_told_behind(asked: &Asked<'_, '_>, quantity: usize) -> bool {
    let view = asked.view;
    let end = view.mentions[quantity].tokens.end;
    view.quantities.iter().filter(|q| **q > quantity).filter_map(|q| view.quantity(*q)).any(|q| {
        let of = q.tokens.end;
        let whole = points_back(view.norm(of + 1)) || view.norm(of + 1) == "which";
        let one = |a: &Actor| {
            let placed = matches!(a.role, Role::From | Role::To | Role::In);
            a.at > of && a.party != Party::WORLD && (placed || a.at == of + 2)
        };
        let two = matches!(view.norm(of + 2), "from" | "to") && matches!(view.norm(of + 4), "two" | "three");
        let part = q.quantity.unit.is_ratio() || matches!(view.norm(of + 1), "it" | "them");
        // *shipped 1.35 million tonnes, of which China took 31%*
        let start = view.segment_tokens(view.segment(q.tokens.start)).start;
        let ahead = view.norm(start) == "of" && view.norm(start + 1) == "which" && start >= end;
        if ahead && view.actors.iter().any(|a| (start..q.tokens.start).contains(&a.at) && a.party != Party::WORLD) {
            return true;
        }
        // *imported 5 million tonnes, of which 28 percent came from Pakistan*
        let ends = view.segment_tokens(view.segment(q.tokens.start)).end;
        let placed =
            |a: &Actor| a.at > of && a.at < ends && matches!(a.role, Role::From | Role::To | Role::By | Role::In);
        if ahead && view.actors.iter().any(|a| placed(a) && a.party != Party::WORLD) {
            return true;
        }
        part && view.norm(of) == "of" && whole && (two || view.actors.iter().any(one))
    })
}

/// *India is the biggest buyer of Malaysian oil, absorbing a quarter of its exports*: who takes the part, and whose exports.
pub fn taken_of_exports<'v>(asked: &Asked<'v, '_>, head: &Head) -> Option<(&'v Actor, Option<&'v Actor>)> {
    let view = asked.view;
    let figure = &view.mentions[asked.quantity?].tokens;
    if head.end <= figure.start {
        return taken_share_of(asked, head);
    }
    let part = asked.kind == Kind::Share
        && asked.indicator == Indicator::Exports
        && head.class == Class::Noun
        && head.at > figure.end
        && view.norm(figure.end) == "of";
    // *China absorbed 91 percent of all Mongolian exports*
    let owned = |a: &&Actor| (figure.end..head.at).contains(&a.at) && a.party.is_country() && a.role.owns();
    let owner = view.actors.iter().filter(|_| part).find(owned);
    let whole = part && (owner.is_some() || (figure.end..head.at).any(|at| matches!(view.norm(at), "its" | "their")));
    if !whole {
        return None;
    }
    let taking = |h: &&Head| h.class == Class::VerbIn && !h.passive;
    let verb = view.heads.iter().rfind(|h| h.end <= figure.start && figure.start - h.end <= 3).filter(taking);
    let verb = verb.map(|h| h.at).or_else(|| makes_up_before(asked))?;
    let named = |a: &&Actor| {
        a.takes_part() && a.end <= verb && (a.rule == "name" || owner.is_some()) && a.party != Party::WORLD
    };
    let taker = view.actors.iter().rfind(|a| named(a) && a.role == Role::Subject)?;
    let owner = owner.or_else(|| view.actors.iter().rfind(|a| named(a) && a.party != taker.party));
    Some((taker, owner.filter(|a| a.party != taker.party)))
}

/// *Brazil **accounted for** 18 percent of its exports*: the verb of what makes up a part, right before the figure.
fn makes_up_before(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let start = view.start_with_hedge(view.quantity(asked.quantity?)?);
    let verb = start.checked_sub(2)?;
    view.makes_up_at(verb).then_some(verb)
}

/// *Togo received the largest share of Nigerian exports, at 1.5 trillion*: who takes the part that the figure tells, and whose
/// exports.
fn taken_share_of<'v>(asked: &Asked<'v, '_>, head: &Head) -> Option<(&'v Actor, Option<&'v Actor>)> {
    let view = asked.view;
    if asked.indicator != Indicator::Exports || head.class != Class::Noun {
        return None;
    }
    let first = view.segment_tokens(view.segment(head.at)).start.max(head.at.saturating_sub(6));
    let of = (first..head.at).rfind(|at| matches!(view.norm(*at), "of" | "for"))?;
    // *Iraq was the main destination of Iranian food shipments, with 47 percent*
    let market = matches!(
        view.norm(of.checked_sub(1)?),
        "destination" | "destinations" | "market" | "markets" | "buyer" | "recipient" | "customer" | "outlet"
    );
    let part = is_part_noun(view.norm(of.checked_sub(1)?))
        || matches!(view.norm(of.checked_sub(1)?), "bulk" | "majority" | "chunk" | "lot" | "most");
    let verb = (of.saturating_sub(6)..of).rfind(|at| {
        matches!(
            view.norm(*at),
            "received"
                | "took"
                | "takes"
                | "take"
                | "taking"
                | "bought"
                | "buys"
                | "buying"
                | "absorbed"
                | "absorbs"
                | "absorbing"
                | "accounted"
                | "accounts"
                | "accounting"
                | "imported"
                | "attracted"
                | "had"
                | "has"
        )
    });
    let is =
        |at: &usize| is_or_was(view.norm(*at)) || remains(view.norm(*at)) || matches!(view.norm(*at), "stayed" | "as");
    let verb = verb.filter(|_| part).or_else(|| (of.saturating_sub(7)..of).find(is).filter(|_| market))?;
    let named = |a: &&Actor| a.takes_part() && a.rule == "name" && a.party != Party::WORLD;
    let taker = view.actors.iter().filter(named).find(|a| a.end <= verb && a.role == Role::Subject)?;
    let owner = view.actors.iter().filter(named).find(|a| of < a.at && a.at < head.at);
    let owner =
        owner.or_else(|| view.actors.iter().filter(named).find(|a| a.end <= taker.at && a.role == Role::Possessor));
    Some((taker, owner.filter(|a| a.party != taker.party)))
}

/// *Hungary covers 80% of its needs*: what the subject has a part of is its own, unless *its* is another's.
pub fn own_whole(asked: &Asked<'_, '_>, quantity: usize, head: &Head, actor: &Actor) -> bool {
    let view = asked.view;
    let another = |at: usize| {
        view.actors.iter().any(|a| (a.at..a.end).contains(&at) && a.rule == "its" && a.party != actor.party)
    };
    (view.mentions[quantity].tokens.end..head.at).any(|at| matches!(view.norm(at), "its" | "their") && !another(at))
}

/// *Norway meets 33 percent of Germany's demand*: whether another is named as the owner of the whole.
pub fn owned_by_another(asked: &Asked<'_, '_>, quantity: usize, actor: &Actor) -> bool {
    let end = asked.view.mentions[quantity].tokens.end;
    asked.view.actors.iter().any(|a| {
        a.at >= end
            && a.party != actor.party
            && matches!(a.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Of)
    })
}

/// *India's share in*, *the Indian share of*, *CIS countries' share in*
pub fn has_share(view: &View<'_>, actor: &Actor) -> bool {
    let mark = usize::from(view.norm(actor.end) == "'");
    let end = actor.end + mark + usize::from(mark == 1 && view.norm(actor.end + 1) == "s");
    is_part_noun(view.norm(end)) && matches!(view.norm(end + 1), "in" | "of")
}

/// Whether an actor stands behind *share of*.
pub fn of_share(view: &View<'_>, actor: &Actor) -> bool {
    (1..=3).any(|back| {
        actor.at > view.range.start + back
            && view.norm(actor.at - back) == "of"
            && matches!(view.norm(actor.at - back - 1), "share" | "shares" | "proportion")
    })
}

/// *Nigeria overtook Angola as India's third-largest oil supplier, shipping 480,000 barrels a day*: what a seller sold
/// went to the one it is ranked as a seller to.
pub fn ranked_as<'v>(asked: &Asked<'v, '_>, head: &Head, reporter: Party) -> Option<&'v Actor> {
    let view = asked.view;
    // *was one of Italy's main sources of energy, with around 40% of supplies delivered by it*: up to the part.
    let figure = asked.quantity.and_then(|q| view.quantity(q)).filter(|_| asked.kind == Kind::Share);
    let until = figure.map_or(head.at, |q| view.start_with_hedge(q).min(head.at));
    let agent = view.heads.iter().rfind(|h| {
        h.class == Class::Agent
            && h.at < until
            && h.indicator() == Some(asked.indicator)
            && view.first_quantity(&(h.end..until)).is_none()
    })?;
    // *China became the second-largest supplier to the U.S., with sales of 92.6 billion*
    let with = head.class == Class::Noun
        && (view.norm_before(head.at, 1) == "with"
            || until < head.at && view.norm_before(until, 1) == "with" && view.norm(agent.end) == "of");
    if !(with || matches!(head.class, Class::VerbOut | Class::VerbIn)) {
        return None;
    }
    view.actors.iter().find(|a| {
        let before = a.end <= agent.at && a.end + 9 > agent.at && matches!(a.role, Role::Possessor | Role::Modifier);
        // *the largest exporter of petroleum to the United States*
        let reach = if view.norm(agent.end) == "of" && a.role == Role::To { 6 } else { 2 };
        let behind = (agent.end..=agent.end + reach).contains(&a.at) && matches!(a.role, Role::Of | Role::To);
        (before || behind) && !is_aside(view, a) && a.party != reporter && a.party != Party::WORLD
    })
}

/// *Russia is the world's top exporter of crude, shipping 7 million bpd*: to all of it.
pub fn ranked_in_the_world(asked: &Asked<'_, '_>, head: &Head) -> bool {
    let view = asked.view;
    let verb = matches!(head.class, Class::VerbOut | Class::VerbIn) && !head.passive;
    let agent = view.heads.iter().rfind(|h| h.class == Class::Agent && h.at < head.at).filter(|_| verb);
    agent.is_some_and(|agent| {
        agent.indicator() == Some(asked.indicator)
            && view.first_quantity(&(agent.end..head.at)).is_none()
            && (1..=5).any(|back| view.norm_before(agent.at, back) == "world")
    })
}

/// *In 2013-17 the USA accounted for 34 percent of total arms exports*, in talk of no one's: its own part of what all sold.
pub fn of_the_total_of_all(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let takes = sides.partner.as_ref().filter(|f| matches!(f.rule, "takes_a_part" | "subject") && f.value.is_country());
    let nobody = sides.reporter.as_ref().is_none_or(|f| f.value == Party::WORLD);
    let (Some(own), Some(figure), true) = (takes, asked.quantity, nobody) else { return };
    let view = asked.view;
    let start = view.mentions[figure].tokens.start;
    let makes_up = |at: usize| {
        let word = view.norm(at);
        word.starts_with("account")
            || matches!(word, "represented" | "represents")
            || word == "up" && view.norm_before(at, 1).starts_with("ma")
    };
    if view.back(start, 4).any(makes_up) {
        let own = Filled::new(own.value, "part_of_all", own.span);
        (sides.reporter, sides.partner) = (Some(own), Some(Filled::new(Party::WORLD, "part_of_all", None)));
    }
}
