//! The other side where the words of a sale or of a rank tell it.
//!
//! | sentence | other side |
//! | --- | --- |
//! | *earned **804 million dollars** from exporting rice to Peru* | Peru |
//! | *Colombia is our 22nd largest partner with **$41 billion*** | Colombia |

use super::told_before::are_several;
use super::{Asked, Sides, as_told};
use crate::extract::agreed::is_agreement;
use crate::extract::earned::sale_behind;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::Side;
use crate::extract::view::Actor;
use crate::lexicon::words::{is_receipts, joins, points_back};
use crate::lexicon::{Class, Marks};
use crate::mention::What;
use crate::model::{Fact, Indicator, Kind, Party};

/// *earned 804 million dollars from exporting over 1.7 million tonnes of rice to the Philippines*, *from the sale of 90 GWh to Sudan*: to
/// whom both went.
pub fn earned_from_exporting(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(end) = asked.quantity.map(|q| view.mentions[q].tokens.end) else { return };
    let sells = sale_behind(view, end);
    if sells.is_none() || asked.indicator != Indicator::Exports || sides.partner.is_some() {
        return;
    }
    let segment = view.segment_tokens(view.segment(end));
    let taker = view.actors.iter().find(|a| a.role == Role::To && segment.contains(&a.at) && a.at > end + 1);
    // *to Djibouti and Sudan*: to none of them alone.
    let several = |a: &Actor| {
        view.actors
            .iter()
            .any(|b| b.at > a.at && b.at <= a.end + 2 && (joins(view.norm(a.end)) || view.norm(a.end) == ","))
    };
    sides.partner = taker.filter(|a| !several(a)).map(|a| Filled::new(a.party, "to", Some(a.span)));
}

/// *Sesame brought Sudan $414 million, two thirds of it from Saudi Arabia*: who paid a part of the money that exports brought.
pub fn paid_from(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(frame) = asked.before.filter(|f| asked.same_sentence && f.indicator == Indicator::Exports) else { return };
    let Some(end) = asked.quantity.filter(|_| asked.kind == Kind::Share).map(|q| view.mentions[q].tokens.end) else {
        return;
    };
    let of_it = view.norm(end) == "of" && points_back(view.norm(end + 1)) && view.norm(end + 2) == "from";
    let money = frame.unit.is_some_and(|unit| unit.is_sum());
    let payer = view.actors.iter().find(|a| (end + 3..end + 5).contains(&a.at) && a.party.is_country());
    let owner = frame.reporter.filter(|p| p.is_country() && of_it && money);
    if let (Some(owner), Some(payer)) = (owner, payer.filter(|a| frame.reporter != Some(a.party))) {
        sides.reporter = as_told(owner);
        sides.partner = Some(Filled::new(payer.party, "paid_from", Some(payer.span)));
    }
}

/// *imported 4 percent of its needs from Russia*: whom the part of what it uses is from.
pub fn of_needs_from(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let part = asked.kind == Kind::Share && matches!(asked.indicator, Indicator::Imports | Indicator::Consumption);
    let Some(end) = asked.quantity.filter(|_| part && sides.partner.is_none()).map(|q| view.mentions[q].tokens.end)
    else {
        return;
    };
    let whole = |at: &usize| matches!(view.norm(*at), "needs" | "requirements" | "demand" | "consumption");
    let noun = (end + 1..end + 6).find(whole).filter(|_| view.norm(end) == "of");
    let from = noun.and_then(|at| view.actors.iter().find(|a| a.role == Role::From && view.phrase_start(a) == at + 2));
    if let Some(from) = from.filter(|a| sides.reporter.as_ref().is_none_or(|f| f.value != a.party)) {
        sides.partner = Some(Filled::new(from.party, "from", Some(from.span)));
    }
}

/// *Colombia is our 22nd largest trading partner with $41 billion*: who has the partner tells it, of whom what follows is.
pub fn as_who_has_the_partner(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(start) =
        asked.quantity.filter(|_| asked.indicator == Indicator::Turnover).map(|q| view.mentions[q].tokens.start)
    else {
        return;
    };
    let Some(span) = sides.reporter.as_ref().and_then(|f| f.span) else { return };
    let subject = view.actors.iter().find(|a| a.span == span && a.role == Role::Subject);
    let Some(partner) = subject.and_then(|a| (a.end..start).find(|at| view.norm(*at) == "partner")) else { return };
    let own = (partner.saturating_sub(7)..partner).any(|at| view.norm(at) == "our");
    // *Spain was Morocco's first trading partner*, *France remained the second most important business partner for Germany*
    let owned = |a: &Actor| {
        a.role == Role::Possessor && a.span != span && (partner.saturating_sub(8)..partner).contains(&a.at)
            || matches!(a.role, Role::For | Role::Of | Role::To) && (partner + 1..partner + 4).contains(&a.at)
    };
    let other = sides.partner.as_ref().map(|f| f.value);
    let own = own || view.actors.iter().any(|a| Some(a.party) == other && owned(a));
    if own && sides.partner.as_ref().is_some_and(|f| f.value.is_country()) {
        std::mem::swap(&mut sides.reporter, &mut sides.partner);
    }
}

/// *Oman and Japan signed a 10-year deal for 0.8 million tonnes of LNG a year*, *The contract between Japan and Oman is for so much*: of
/// two that a contract is told of without who sells, the one that is known to sell such goods.
pub fn sold_by_a_seller(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let flow = asked.indicator.is_one_way();
    let agreed = head.filter(|h| {
        h.class == Class::Noun
            && (is_agreement(view, h.at) || matches!(view.norm(h.at), "contracts" | "agreements" | "deals" | "signed"))
    });
    let (Some(agreed), Some(quantity)) = (agreed.filter(|_| flow), asked.quantity) else { return };
    let clause = view.clause(agreed.at);
    // *a deal to supply*, *for gas from Oman*: that says who sells.
    let told = |a: &Actor| matches!(a.role, Role::To | Role::From | Role::Origin | Role::Attribute);
    let mut named = view.actors.iter().filter(|a| clause.contains(&a.at) && a.party.is_country() && a.takes_part());
    let (Some(one), Some(other), None) = (named.next(), named.next(), named.next()) else { return };
    if told(one) || told(other) || one.party == other.party {
        return;
    }
    let figure = &view.mentions[quantity].tokens;
    let sells = |party: Party| {
        view.mentions.iter().any(|m| match &m.what {
            What::Commodity(goods) => clause.contains(&m.tokens.start) && asked.lexicon.sells(party, goods),
            What::Quantity(q) if m.tokens == *figure => {
                q.goods.as_ref().is_some_and(|(goods, _)| asked.lexicon.sells(party, goods))
            }
            _ => false,
        })
    };
    let (seller, buyer) = match (sells(one.party), sells(other.party)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return,
    };
    let (reporter, partner) = if asked.indicator == Indicator::Exports { (seller, buyer) } else { (buyer, seller) };
    sides.reporter = Some(Filled::new(reporter.party, "known_to_sell", Some(reporter.span)));
    sides.partner = Some(Filled::new(partner.party, "known_to_sell", Some(partner.span)));
}

/// *exports and imports to and from China*, *export receipts from China*: where exports go, though *from* stands before it.
pub fn by_its_preposition(asked: &Asked<'_, '_>, head: &Head, actor: &Actor) -> Option<Side> {
    let view = asked.view;
    if asked.indicator != Indicator::Exports || actor.role != Role::From {
        return None;
    }
    let back = |n: usize| view.norm_before(actor.at, n);
    let both = back(1) == "from" && back(2) == "and" && matches!(back(3), "to" | "into");
    let receipts = head.class == Class::Noun && head.end > head.at + 1 && is_receipts(view.norm_before(head.end, 1));
    (both || receipts && actor.at > head.at).then_some(Side::Partner)
}

/// *Statistics Canada put canola exports at 1.5 million tonnes*, where the talk was of others: what an office counts without an
/// owner is its own country's, with all.
pub fn counted_by_its_office(sides: &mut Sides, asked: &Asked<'_, '_>, teller: Option<&Actor>) {
    let Some(teller) = teller.filter(|a| a.party.is_country()) else { return };
    let (None, None, Governor::Head(head)) = (&sides.reporter, &sides.partner, asked.governor) else { return };
    let others = asked.before.is_some_and(|f| f.reporter != Some(teller.party)) && !asked.same_sentence;
    let counts = (teller.end..head.at).take(5).any(|at| {
        matches!(asked.view.norm(at), "reported" | "reports" | "put" | "puts" | "recorded" | "counted" | "tallied")
    });
    let trade = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance);
    if trade && others && counts && head.class == Class::Noun && teller.end <= head.at {
        sides.reporter = Some(Filled::new(teller.party, "teller", Some(teller.span)));
        sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    }
}

/// *Algeria bought 360,000 tonnes of milling wheat in an international tender*: goods that a tender asks of anyone.
pub fn at_a_tender(asked: &Asked<'_, '_>, head: Head) -> bool {
    let view = asked.view;
    let asks = |at: usize| matches!(view.norm(at), "tender" | "tenders") && !view.actors.iter().any(|a| a.at == at + 2);
    head.class == Class::VerbIn && view.where_given(Marks::TENDER, || view.clause(head.at).any(asks))
}

/// *Angola was China's top supplier, sending 23 million tonnes. Saudi deliveries grew. Iran shipped 17 million tonnes*: whether another
/// seller than `known` was told of before whose buyer is that of others in the text too.
pub fn sells_to_the_same(asked: &Asked<'_, '_>, known: Party) -> bool {
    let Some(frame) = asked.before.filter(|f| f.indicator == Indicator::Exports) else { return false };
    let Some(buyer) = frame.partner.filter(|p| p.is_country() && *p != known) else { return false };
    let sold = |f: &&Fact| f.indicator == Indicator::Exports && f.partner == Some(buyer);
    let mut sellers = asked.facts.iter().filter(sold).filter_map(|f| f.reporter);
    let first = sellers.next().filter(|first| *first != known);
    asked.indicator == Indicator::Exports
        && asked.same_line
        && frame.reporter != Some(known)
        && first.is_some_and(|first| sellers.any(|other| other != first))
}

/// *Britain took 96 million litres. Dutch imports reached 28 million. In the first half sales rose 12 percent*: what is sold, behind several who
/// took it of one, is that one's, to all.
pub fn sold_by_the_one_taken_from(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Governor::Head(head) = asked.governor else { return };
    let Some(frame) = asked.before.filter(|f| f.indicator == Indicator::Imports && !asked.same_sentence) else {
        return;
    };
    let Some(seller) = frame.partner.filter(Party::is_country) else { return };
    let plain = head.class == Class::Noun && matches!(asked.view.norm(head.at), "sales" | "exports" | "shipments");
    let from = |f: &&Fact| f.indicator == Indicator::Imports && f.partner == Some(seller);
    let several = are_several(asked.facts.iter().filter(from).filter_map(|f| f.reporter));
    if plain && several && asked.indicator == Indicator::Exports && sides.reporter.is_none() && sides.partner.is_none()
    {
        sides.reporter = Some(Filled::new(seller, "seller_to_several", None));
        sides.partner = Some(Filled::new(Party::WORLD, "seller_to_several", None));
    }
}
