//! The other side where the words imply it: who buys at a country's own market, whom a giver gives to in talk of what one takes.
//!
//! | text | sides |
//! | --- | --- |
//! | *The timber exchange of Latvia held a sale. Buyers from Egypt took timber for **$2 million*** | LVA to EGY |
//! | *Peru imports gas. It bought 3 bcm from Chile. Bolivia has sent **2 bcm*** | BOL to PER |

use super::lists::{beside_in_list, taken_together};
use super::spoken_of::world_cue;
use super::taken_over::{is_supply, tells_of_all_word};
use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::rule_of;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{acquire, are_firms, asks, hands_over, is_carried_off, is_or_was};
use crate::model::{Fact, Indicator, Kind, Party, Span};

/// *Buyers from Lithuania and Poland acquired timber*: who comes from abroad to buy takes the goods of the country that is spoken of.
pub fn bought_by_comers(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) -> bool {
    let view = asked.view;
    let acts = |h: &&Head| h.class == Class::VerbIn && !h.passive && asked.indicator == Indicator::Imports;
    let Some(head) = head.filter(acts).filter(|h| acquire(view.norm(h.at))) else { return false };
    let buyers = |a: &&Actor| {
        let from = view.phrase_start(a).wrapping_sub(1);
        matches!(a.role, Role::From | Role::Subject)
            && a.end <= head.at
            && view.norm(from) == "from"
            && are_firms(view.norm_before(from, 1))
    };
    let Some(buyer) = view.actors.iter().find(buyers).filter(|a| a.party.is_country()) else { return false };
    // *Buyers from Egypt purchased wheat from Romania*, *Russian wheat*: of the seller that the sentence names.
    let others = |a: &&Actor| a.takes_part() && a.party != buyer.party && !beside_in_list(view, buyer.span, a.party);
    let mut named = view.actors.iter().filter(others).filter(|a| a.role != Role::In);
    let seller = match (named.next(), named.next()) {
        (None, _) => whose_market(asked, buyer.party),
        (Some(one), None) if matches!(one.role, Role::From | Role::Origin | Role::Attribute) => {
            Some(Filled::new(one.party, "comes_to_buy", Some(one.span)))
        }
        _ => None,
    };
    let Some(seller) = seller else { return false };
    let several = taken_together(view, buyer.span).is_some();
    let taker = if several { Party::WORLD } else { buyer.party };
    sides.reporter = Some(Filled::new(taker, "comes_to_buy", Some(buyer.span)));
    sides.partner = Some(seller);
    true
}

/// The country at whose market one from another buys.
fn whose_market(asked: &Asked<'_, '_>, buyer: Party) -> Option<Filled<Party>> {
    let context = asked.context;
    let lead = asked.survey.lead();
    let seller = asked.before.and_then(|f| match f.indicator {
        Indicator::Exports | Indicator::Production => f.reporter,
        Indicator::Imports => f.partner,
        _ => None,
    });
    let home = [lead, context.about, context.dateline_home(), seller, context.home()];
    let home = home.into_iter().flatten().find(|p| p.is_country() && *p != buyer)?;
    Some(Filled::new(home, "comes_to_buy", None))
}

/// *Bolivia has sold it 1.3 bcm*, *Mozambique has sent 58 GWh*: a giver of whom nothing says to whom gives to the one who takes in the
/// statements before, or whom the text is about.
pub fn given_to_the_taker(sides: &mut Sides, asked: &Asked<'_, '_>) {
    // *Nepal's power is to fill the gap. Nepal is to supply 140 GWh*: what no figure told was to anyone.
    let open = sides.partner.as_ref().is_none_or(|f| {
        f.value == Party::WORLD && f.rule == "statement_before" && asked.before.is_some_and(|f| !f.figure)
    });
    let (Governor::Head(head), Some(giver), true) = (asked.governor, &sides.reporter, open) else { return };
    let view = asked.view;
    let gives = head.class == Class::VerbOut
        && !head.passive
        && asked.indicator == Indicator::Exports
        && giver.span.is_some()
        && hands_over(view.norm(head.at))
        && !tells_of_all_word(asked, head);
    if !gives || giver.value == Party::WORLD || view.pair.is_some() || world_cue(asked).is_some() {
        return;
    }
    let it = takes_it(view, &head);
    let apart = |p: &Party| *p != giver.value && *p != Party::WORLD;
    let taker = taker_of_all(asked, giver.value).or_else(|| {
        let two = || asked.other_spoken_of(giver.value).filter(|_| asked.survey.is_of_two());
        asked.survey.lead().filter(apart).or_else(two).filter(|_| it)
    });
    if let Some(taker) = taker.filter(apart) {
        let span = it.then(|| view.tokens[head.end].span);
        sides.partner = Some(Filled::new(taker, "taker_before", span));
    }
}

/// *has sold it 5 tonnes*: whether a pronoun stands where the one who takes is told.
fn takes_it(view: &View<'_>, head: &Head) -> bool {
    matches!(view.norm(head.end), "it" | "them")
        && view.quantities.iter().any(|q| {
            let start = view.mentions[*q].tokens.start;
            (head.end + 1..head.end + 5).contains(&start)
        })
}

/// The one country that took what the statements before tell of, where it gave nothing and the giver took nothing.
fn taker_of_all(asked: &Asked<'_, '_>, giver: Party) -> Option<Party> {
    let ends = |f: &Fact| match f.indicator {
        Indicator::Imports => Some((f.partner, f.reporter?)),
        Indicator::Exports => Some((f.reporter, f.partner?)),
        _ => None,
    };
    let mut told = asked.facts.iter().rev().take(8).filter(|f| f.kind != Kind::Share || f.partner.is_some());
    let (_, taker) = told.clone().find_map(ends)?;
    let same = told.all(|f| match ends(f) {
        Some((from, to)) => to == taker && from != Some(taker),
        None => true,
    });
    (same && taker.is_country() && taker != giver).then_some(taker)
}

/// *Peru sold gas to Chile and Bolivia. In all 5 bcm were supplied to the two countries*: who gives to both, or takes from them.
pub fn shared_with_both(asked: &Asked<'_, '_>, pair: (Party, Party), span: Span) -> Option<Party> {
    let view = asked.view;
    let frame = asked.before.filter(|_| asked.indicator.is_one_way())?;
    let at = view.range.clone().find(|at| view.tokens[*at].span.start == span.start)?;
    let leads = (1..=2).any(|back| matches!(view.norm_before(at, back), "to" | "from"));
    let outside = |p: &Party| p.is_country() && *p != pair.0 && *p != pair.1;
    [frame.owner, frame.reporter, frame.partner].into_iter().flatten().find(outside).filter(|_| leads)
}

/// *Another 1,000 tonnes*, *A further 2 million*: whether the sentence adds to what was told before.
pub fn adds_on(asked: &Asked<'_, '_>) -> bool {
    let (view, start) = (asked.view, asked.view.range.start);
    let at = start + usize::from(matches!(view.norm(start), "a" | "an"));
    matches!(view.norm(at), "another" | "further" | "additional")
        && view.first_quantity(&(at..at + 4)).is_some()
        && !view.actors.iter().any(|a| a.role == Role::Subject)
}

/// *A total of 93 million barrels were lifted from the southern ports*: taken by anyone, from the one who was told to export.
pub fn lifted_by_anyone(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let lifted = |h: &&Head| h.class == Class::VerbIn && h.passive && is_carried_off(view.norm(h.at));
    let Some(head) = head.filter(lifted).filter(|_| asked.indicator == Indicator::Imports) else { return };
    let named = |a: &Actor| a.takes_part() && matches!(a.role, Role::By | Role::Subject | Role::From | Role::Origin);
    if sides.reporter.is_some() || sides.partner.is_some() || view.actors.iter().any(named) {
        return;
    }
    let seller = asked.before.filter(|f| f.indicator == Indicator::Exports && f.is_with_all());
    if let Some(seller) = seller.and_then(|f| f.reporter).filter(Party::is_country) {
        sides.reporter = Some(Filled::new(Party::WORLD, "foreign_buyers", Some(head.span)));
        sides.partner = Some(Filled::new(seller, "statement_before", None));
    }
}

/// *The Moldovan side asked for supplies to be increased to 1.4 bcm*: who was supplied before asks for more of it.
pub fn asks_for_more(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let supplies = |h: &&Head| h.class == Class::Noun && is_supply(view.norm(h.at));
    let Some(head) = head.filter(supplies).filter(|_| asked.indicator == Indicator::Exports) else { return };
    let (Some(asker), None) = (&sides.reporter, &sides.partner) else { return };
    let Some(acts) = view.actors.iter().find(|a| Some(a.span) == asker.span && a.end <= head.at) else { return };
    let asks = (acts.end..head.at).any(|at| asks(view.norm(at)));
    let sold = asked.before.and_then(|f| f.sold()).filter(|(_, taker)| *taker == asker.value);
    if let Some((giver, taker)) = sold.filter(|_| asks && acts.role == Role::Subject) {
        sides.reporter = Some(Filled::new(giver, "statement_before", None));
        sides.partner = Some(Filled::new(taker, "asked_for", Some(acts.span)));
    }
}

/// *94 percent of the imported wheat is Kazakh*, *of Peru's imported gas is of Bolivian origin*: whose goods a part of what came in is.
pub fn of_whose_origin(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) -> bool {
    let view = asked.view;
    let Some(head) = head.filter(|_| asked.kind == Kind::Share && asked.indicator == Indicator::Imports) else {
        return false;
    };
    let Some(end) = asked.quantity.map(|q| view.mentions[q].tokens.end) else { return false };
    if view.norm(end) != "of" || !(end..end + 8).contains(&head.at) {
        return false;
    }
    let is_so = |a: &&Actor| {
        let of = usize::from(view.norm_before(a.at, 1) == "of");
        let origin = view.norm(a.end) == "origin";
        let closes = origin || of == 0 && (a.end == view.range.end || is_mark(view.norm(a.end)));
        a.at > head.at && is_or_was(view.norm_before(a.at, 1 + of)) && closes && (of == 0 || origin)
    };
    let Some(origin) = view.actors.iter().find(is_so).filter(|a| a.party.is_country()) else { return false };
    let owner = view.actors.iter().find(|a| a.at > end && a.end <= head.at && a.party != origin.party);
    let taker = owner.map(|a| Filled::new(a.party, "possessor", Some(a.span))).or_else(|| {
        let (_, taker) = asked.before?.giver_and_taker()?;
        let taker = taker.or(asked.context.home()).filter(|p| *p != origin.party && *p != Party::WORLD);
        taker.map(|p| Filled::new(p, "statement_before", None))
    });
    let Some(taker) = taker else { return false };
    sides.reporter = Some(taker);
    sides.partner = Some(Filled::new(origin.party, "origin_of_goods", Some(origin.span)));
    true
}

/// *46 percent of the exports, or 672,000 tonnes, are headed to India*: where a part goes, behind how much it is.
pub fn part_that_heads(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let Some(head) = head.filter(|h| h.class == Class::Noun && asked.kind == Kind::Share && sides.partner.is_none())
    else {
        return;
    };
    let Some(end) = asked.quantity.map(|q| view.mentions[q].tokens.end) else { return };
    let told = view.norm(end) == "of" && (end..end + 6).contains(&head.at);
    if !told || view.norm(head.end) != "," || view.norm(head.end + 1) != "or" {
        return;
    }
    let Some(amount) = view.figures().find(|q| (head.end + 2..head.end + 5).contains(&q.tokens.start)) else { return };
    let verb = amount.tokens.end + usize::from(view.norm(amount.tokens.end) == ",");
    let outward = asked.indicator == Indicator::Exports;
    let leads = |a: &&Actor| match a.role {
        Role::To | Role::For => outward,
        Role::From => !outward,
        _ => false,
    };
    let Some(end) = view.actors.iter().filter(leads).find(|a| (verb..verb + 6).contains(&a.at)) else { return };
    if view.first_quantity(&(verb..end.at)).is_none() && end.party.is_country() {
        sides.partner = Some(Filled::new(end.party, rule_of(end), Some(end.span)));
    }
}

fn is_mark(word: &str) -> bool {
    matches!(word, "." | "," | ";" | ")")
}
