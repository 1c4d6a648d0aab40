//! What a verb of trade makes of those around it: who acts, who is given, for whom traders act.
//!
//! | sentence | side |
//! | --- | --- |
//! | *Ghana was sold **310,000 tonnes*** | who takes |
//! | *Rubber brought Cambodia **197 million*** | who sells |
//! | *Dealers in Kenya received **20,000 tonnes*** | who takes |

use super::super::passed_over::is_estimate;
use super::super::verbs::{brings, given_to, is_taker};
use super::Part;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::side::{Side, of_role};
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{is_or_was, remains};
use crate::model::{Indicator, Party};

/// *Ghana was sold 310,000 tonnes by Togo*: who was given what stands right behind the verb.
pub fn was_given(part: &Part<'_, '_, '_>) -> Option<Side> {
    let quantity = part.asked.quantity.filter(|_| part.is(Role::Subject))?;
    given_to(part.asked, quantity, part.head, part.actor).then_some(Side::Partner)
}

/// *Of Chile's copper, Peru took 30,000 tonnes*, *Of Kazakh wheat Iran bought 2 million tonnes*: whose goods open the clause that another
/// acts in sold him their part.
pub fn owner_of_fronted(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    let of = view.phrase_start(actor).checked_sub(1).filter(|of| view.norm(*of) == "of")?;
    let opens = of == view.range.start || view.norm_before(of, 1) == ",";
    (opens
        && matches!(actor.role, Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute | Role::Of)
        && head.class == Class::VerbIn
        && !head.passive
        && part.of(Indicator::Imports)
        && part.another(|a| a.role == Role::Subject && actor.end <= a.at && a.at < head.at))
    .then_some(Side::Partner)
}

/// *Turkey is where Israel buys its steel*: who is named before is the other side of what the one behind does.
pub fn is_where(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    (part.figure.is_some()
        && part.is(Role::Subject)
        && matches!(head.class, Class::VerbIn | Class::VerbOut)
        && (actor.end..actor.end + 4).any(|at| view.norm(at) == "where" && at < head.at)
        && is_or_was(view.norm(actor.end))
        && view.actors.iter().any(|a| a.role == Role::Subject && a.at > actor.end && a.end <= head.at))
    .then_some(Side::Partner)
}

/// *Dealers in Kenya received 20,000 tonnes*: they act for the country that they sit in.
pub fn traders_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    if part.figure.is_none() || !part.is(Role::In) || !part.view.is_place_of_traders(part.actor) {
        return None;
    }
    of_role(part.asked.indicator, part.head, Role::Subject, part.kind())
}

/// *Rubber and timber brought Cambodia 197 million*: whose goods they are.
pub fn was_brought(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref()?;
    let (view, head, actor) = (part.view, part.head, part.actor);
    (matches!(actor.role, Role::Subject | Role::Object)
        && head.class == Class::VerbOut
        && !head.passive
        && brings(view.norm(head.at))
        && view.phrase_start(actor) == head.end
        && figure.start >= actor.end)
        .then_some(Side::Reporter)
}

/// *Norway's biggest customer, Chile, bought 70,000 tonnes*: whose customer or supplier it is that acts.
pub fn has_the_trader(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.figure.is_some()
        && part.is(Role::Possessor)
        && matches!(part.head.class, Class::VerbOut | Class::VerbIn)
        && !part.head.passive
        && trader_in_apposition(part.view, part.head, part.actor))
    .then_some(Side::Partner)
}

/// *sold Japanese mills 310,000 tonnes*: people of the country that stands between the verb and the figure.
pub fn people_sold_to(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref()?;
    let (head, actor) = (part.head, part.actor);
    (matches!(actor.role, Role::Modifier | Role::Attribute | Role::Origin | Role::Subject)
        && head.class == Class::VerbOut
        && !head.passive
        && actor.at == head.end
        && figure.start > actor.end
        && figure.start - actor.end <= 2
        && part.view.goods_over(actor.end).is_none()
        && part.another(|a| a.end <= head.at))
    .then_some(Side::Partner)
}

/// *loaned Iraq 300,000 barrels a day*: who stands between the verb and the figure gets it.
pub fn gets_it(part: &Part<'_, '_, '_>) -> Option<Side> {
    let figure = part.figure.as_ref().filter(|_| part.is(Role::Subject))?;
    let (view, head, actor) = (part.view, part.head, part.actor);
    (head.class == Class::VerbOut
        && !head.passive
        && view.phrase_start(actor) == head.end
        && !brings(view.norm(head.at))
        && actor.end <= figure.start
        && figure.start - actor.end <= 3)
        .then_some(Side::Partner)
}

/// *Copper exports brought Zambia $6.2 billion*: who was brought the money sold.
pub fn was_brought_money(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.figure.is_some()
        && part.is(Role::Object)
        && part.head.class == Class::Noun
        && part.of(Indicator::Exports)
        && brings(part.view.norm_before(part.view.phrase_start(part.actor), 1)))
    .then_some(Side::Reporter)
}

/// *A buyer in Germany may take up to 300,000 tonnes*: where those who take sit.
pub fn takers_in(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.figure.is_some()
        && part.is(Role::In)
        && part.head.class == Class::VerbIn
        && !part.head.passive
        && part.of(Indicator::Imports)
        && part.actor.end <= part.head.at
        && is_taker(part.view.norm_before(part.view.phrase_start(part.actor), 2)))
    .then_some(Side::Reporter)
}

/// *Italy's Enel is the main customer*: whose firm it is stands before the verb.
pub fn whose_firm_is(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (head, actor) = (part.head, part.actor);
    let verb = |at: usize| is_or_was(part.view.norm(at)) || remains(part.view.norm(at));
    (part.figure.is_some()
        && part.is(Role::Possessor)
        && head.class == Class::Agent
        && actor.end < head.at
        && (actor.end..head.at).any(verb))
    .then_some(Side::Reporter)
}

/// *Russian gas imports*, in a text of what another takes from Russia: where they come from.
pub fn gives_to_another(part: &Part<'_, '_, '_>) -> Option<Side> {
    (part.is(Role::Attribute) && part.of(Indicator::Imports) && part.asked.survey.gives_to_another(part.actor.party))
        .then_some(Side::Partner)
}

/// *A Japanese trading house bought 31,000 tonnes*
pub fn whose_house_bought(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (head, actor) = (part.head, part.actor);
    let near = actor.end + 3 >= head.at && actor.at < head.at;
    if !(part.is(Role::Modifier) && head.class == Class::VerbIn && !head.passive && near) {
        return None;
    }
    Some(if part.of(Indicator::Imports) { Side::Reporter } else { Side::Partner })
}

/// *Kazakhstan's imports to Azerbaijan*, *Egyptian imports into Kenya*: the goods of who owns them go into the other.
pub fn sends_imports(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (head, actor) = (part.head, part.actor);
    let owns = matches!(actor.role, Role::Possessor | Role::Modifier | Role::Attribute) && actor.end <= head.at;
    let noun = head.class == Class::Noun && part.of(Indicator::Imports);
    let into = |a: &Actor| a.role == Role::To && part.view.phrase_start(a) == head.end + 1 && a.party.is_country();
    let sent = noun && owns && part.another(into) && !part.actors.iter().any(|a| a.role == Role::From);
    sent.then_some(Side::Partner)
}

/// *Turkish gas imports* are Turkey's, unless others are spoken of as the ones who import.
pub fn whose_imports(part: &Part<'_, '_, '_>) -> Option<Side> {
    let (view, head, actor) = (part.view, part.head, part.actor);
    if !(part.is(Role::Attribute) && part.of(Indicator::Imports)) {
        return None;
    }
    let importer = |p: Option<Party>| p.is_some_and(|p| p != actor.party && p != Party::WORLD);
    // *raised its estimate for Soviet grain imports*: what is owned there is no import.
    let far = |a: &Actor| a.rule == "its" && (a.end > head.at || head.at - a.end > 3);
    // *Tokyo traders put Chinese imports at 40,000 tonnes*: who tells of them imports nothing.
    let tells = |a: &Actor| a.end < actor.at && (a.end..actor.at).any(|at| is_estimate(view.norm(at)));
    let named = part.actors.iter().any(|a| {
        let side = || of_role(part.asked.indicator, head, a.role, part.kind());
        a.at != actor.at && !far(a) && !tells(a) && side() == Some(Side::Reporter)
    });
    // *European LNG imports fell, Asian LNG imports rose*: two importers beside each other.
    let spoken = part.asked.survey.gives(actor.party)
        && part.asked.before.is_some_and(|f| f.indicator == Indicator::Imports && importer(f.reporter));
    Some(if named || spoken { Side::Partner } else { Side::Reporter })
}

/// *Norway's biggest customer, Chile, bought*: whether an owner is that of a trader named behind a comma, who then acts.
fn trader_in_apposition(view: &View<'_>, head: &Head, owner: &Actor) -> bool {
    let agent = view.heads.iter().find(|h| h.class == Class::Agent && owner.end <= h.at && h.at <= owner.end + 5);
    agent.is_some_and(|agent| {
        // *its biggest customer for rice, Kenya, took*
        let named = |a: &Actor| {
            let comma = view.phrase_start(a).wrapping_sub(1);
            view.norm(comma) == "," && (agent.end..agent.end + 5).contains(&comma)
        };
        view.actors.iter().any(|a| {
            a.role == Role::Subject && a.party != owner.party && agent.end <= a.at && a.end <= head.at && named(a)
        })
    })
}
