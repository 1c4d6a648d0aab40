//! Partners told one after another: *Exports to China rose. Shipments to India fell. Exports of chips were $9 billion*.

use super::super::Asked;
use super::super::others::to_the_market;
use crate::extract::frame::Frame;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::view::Actor;
use crate::lexicon::words::tells_one_way;
use crate::lexicon::{Class, Cue};
use crate::mention::{Expression, Mention, What};
use crate::model::{Fact, Indicator, Kind, Party, Status};

/// How many of the facts before a statement tell whose turn it was.
const TALK: usize = 16;

/// Whether the text told of the trade with one partner after another, so that a new sentence that names none is of all of it.
pub fn told_in_turn(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    // *The average price jumped to $52,000*, behind who took how much: it is for all of them.
    let price = asked.indicator == Indicator::Price;
    let gives = if price { Some(true) } else { gives(frame.indicator) };
    let Some((owner, gives)) = frame.reporter.zip(gives) else { return false };
    let flow = price || asked.indicator.is_one_way() || asked.indicator == Indicator::Balance;
    let named = |a: &Actor| a.takes_part() && a.party != owner;
    if !flow
        || head.class == Class::Agent
        || asked.same_sentence
        || asked.kind == Kind::Share
        || asked.view.pair.is_some()
        || asked.view.actors.iter().any(named)
        || to_the_market(asked)
    {
        return false;
    }
    let before = asked.facts.iter().rev().take(TALK);
    let partners = |gives: bool| before.clone().filter_map(move |fact| partner_of(fact, owner, gives));
    let turns = are_several(partners(gives));
    // *Exports to Peru were 3 billion, imports from Peru 2 billion*: where both ways are told of each, so are the next.
    turns && (price || asked.indicator == frame.indicator || partners(!gives).next().is_none())
}

/// *Chile exported 40,000 tonnes of copper. Shipments to Spain fell to 9,000. In 2024 exports are expected to reach 50,000*: whose trade
/// with all a noun goes back to behind the part of one partner, at another time or with other goods.
pub fn back_to_the_whole(asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let Governor::Head(head) = asked.governor else { return None };
    let owner = frame.owner.filter(|p| [frame.reporter, frame.partner].contains(&Some(*p)))?;
    let other = if frame.reporter == Some(owner) { frame.partner } else { frame.reporter };
    let view = asked.view;
    let own = gives(asked.indicator)?;
    let told = |fact: &Fact| {
        fact.reporter == Some(owner)
            && gives(fact.indicator) == Some(own)
            && fact.is_with_all()
            && fact.kind != Kind::Share
    };
    // *In July alone it exported 5,000 tonnes*
    let acts = head.class != Class::Noun && at_another_time(asked, &head);
    let plain = (head.class == Class::Noun || acts)
        && tells_one_way(view.norm(head.at))
        && !asked.same_sentence
        && asked.kind != Kind::Share
        && other.is_some_and(|p| p.is_country())
        && view.pair.is_none()
        && !asked.survey.is_mutual()
        && !view.actors.iter().any(|a| a.takes_part() && a.party != owner)
        && !to_the_market(asked);
    let whole = || asked.facts.iter().rev().take(TALK).any(told);
    (plain && (at_another_time(asked, &head) || with_other_goods(asked, frame, &head)) && whole()).then_some(owner)
}

/// Whether the sentence opens with a time, or looks ahead.
fn at_another_time(asked: &Asked<'_, '_>, head: &Head) -> bool {
    let view = asked.view;
    let ahead = |cue| matches!(cue, Cue::Status(status) if status != Status::Actual).then_some(());
    let opens = |m: &&Mention| m.tokens.start <= view.range.start + 2 && m.tokens.end <= head.at;
    let time = |m: &Mention| matches!(m.what, What::Period(e) if e != Expression::SamePeriod);
    view.mentions.iter().filter(opens).any(time) || view.cues(ahead).next().is_some()
}

/// Whether it tells of other goods than those of which one partner took a part.
fn with_other_goods(asked: &Asked<'_, '_>, frame: &Frame, head: &Head) -> bool {
    let near = |m: &&Mention| m.tokens.end + 2 >= head.at && m.tokens.start <= head.end + 1;
    let other = |m: &Mention| matches!(&m.what, What::Commodity(goods) if frame.commodity.as_ref() != Some(goods));
    frame.commodity.is_some() && asked.view.mentions.iter().filter(near).any(other)
}

/// *China took 3 million tonnes. Japan was next with 2 million*: whether a country's goods are told to go to one after another.
pub fn sold_in_turn(asked: &Asked<'_, '_>, owner: Party) -> bool {
    are_several(asked.facts.iter().rev().take(TALK).filter_map(|fact| partner_of(fact, owner, true)))
}

/// Whether not all partners are the same one.
pub fn are_several(mut partners: impl Iterator<Item = Party>) -> bool {
    let last = partners.next();
    partners.any(|partner| Some(partner) != last)
}

/// Whether the one whose figure it is gives the goods; `None` where nothing moves one way.
fn gives(indicator: Indicator) -> Option<bool> {
    match indicator {
        Indicator::Exports => Some(true),
        Indicator::Imports => Some(false),
        _ => None,
    }
}

/// The country that a fact tells the owner's trade with, where that goes the way asked for.
fn partner_of(fact: &Fact, owner: Party, owner_gives: bool) -> Option<Party> {
    let (reporter, partner) = (fact.reporter?, fact.partner?);
    let (giver, taker) = if gives(fact.indicator)? { (reporter, partner) } else { (partner, reporter) };
    let (own, other) = if owner_gives { (giver, taker) } else { (taker, giver) };
    (own == owner && other.is_country()).then_some(other)
}
