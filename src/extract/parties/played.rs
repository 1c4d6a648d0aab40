//! The side that an actor has by the part it plays beside the head of a figure, where the table of roles alone does not say it.

use super::super::grammar::Role;
use super::super::head::Head;
use super::super::side::{Side, alone, of_role};
use super::super::view::{Actor, View};
use super::lines::is_end_of_line;
use super::partner_told::by_its_preposition;
use super::parts::{has_share, of_share, own_whole, owned_by_another};
use super::passed_over::is_estimate;
use super::verbs::{brings, draws_money, estimates, given_to, gives_part_of_flow, is_taker};
use super::{Asked, placed, price};
use crate::lexicon::words::{is_need, is_or_was, opens_reason, pumps, remains};
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Kind, Party};

/// The side of an actor.
pub fn played(asked: &Asked<'_, '_>, head: &Head, actor: &Actor, actors: &[&Actor]) -> Option<Side> {
    if let Some(side) = by_its_preposition(asked, head, actor) {
        return Some(side);
    }
    match (asked.quantity, actor.role) {
        // *MONGOLIA: energy trade at a glance*
        (None, Role::Label) => Some(Side::Reporter),
        // *Cameroon: cocoa exports up 8 percent*: without another to be the entry of a list of.
        (_, Role::Label)
            if asked.before.is_none_or(|f| f.reporter == Some(actor.party))
                && asked.context.home().is_none_or(|home| home == actor.party) =>
        {
            Some(Side::Reporter)
        }
        // *China accounts for 40 percent of foreign investment in Laos*, *its share of it*: who invests stands before the part.
        (Some(quantity), Role::Subject | Role::Possessor)
            if asked.indicator == Indicator::Investment
                && asked.kind == Kind::Share
                && (actor.role == Role::Subject || has_share(asked.view, actor))
                && actor.end <= asked.view.mentions[quantity].tokens.start
                && !(actor.end..asked.view.mentions[quantity].tokens.start)
                    .any(|at| draws_money(asked.view.norm(at))) =>
        {
            Some(Side::Reporter)
        }
        // *Hungary's investment in Kazakhstan's economy*: whose it is, and where it goes.
        (_, Role::Possessor)
            if asked.indicator == Indicator::Investment
                && matches!(asked.view.norm(actor.at.wrapping_sub(1)), "in" | "into")
                && actor.at > head.at =>
        {
            Some(Side::Partner)
        }
        // *Gazprom pumped 86.8 bcm across Ukraine*: of the country that is crossed, not of who sends it.
        (_, Role::Subject)
            if asked.indicator == Indicator::Transit
                && actors.iter().any(|a| a.role == Role::Via && a.at > head.at)
                && pumps(asked.view.norm(head.at)) =>
        {
            None
        }
        // *a sixth of the gas used in Europe travels through Ukraine*: where it goes, beside who is crossed.
        (_, Role::In)
            if asked.indicator == Indicator::Transit
                && actor.at < head.at
                && actors.iter().any(|a| a.role == Role::Via && a.at >= head.at) =>
        {
            Some(Side::Partner)
        }
        // *Norway provides half of the gas flows to Germany*: who gives a part of what goes somewhere.
        (Some(quantity), Role::Subject) if gives_part_of_flow(asked, quantity, head, actor) => Some(Side::Reporter),
        // *Russia supplied 26.6% of the country's imports*: who stands before the part is the other side.
        (Some(quantity), Role::Subject | Role::Modifier | Role::Origin | Role::Attribute)
            if (actor.role == Role::Subject || owned_by_another(asked, quantity, actor))
                && head.class == Class::Noun
                && actor.at < asked.view.mentions[quantity].tokens.start
                && (!alone(asked.indicator) || owned_by_another(asked, quantity, actor))
                && !own_whole(asked, quantity, head, actor)
                // *The bloc accounts for 26 percent of world trade*
                && !matches!(asked.view.norm(head.at.wrapping_sub(1)), "world" | "global")
                && (head.at >= asked.view.mentions[quantity].tokens.end
                    // *In terms of import share, Russia held the top spot with 17.8%*
                    || matches!(asked.view.norm(head.at), "import" | "imports")
                        && asked.view.norm(head.end) == "share"
                        && head.end < actor.at)
                && asked.kind == Kind::Share =>
        {
            Some(Side::Partner)
        }
        // *Ghana was sold 310,000 tonnes by Togo*: who was given what stands right behind the verb.
        (Some(quantity), Role::Subject) if given_to(asked, quantity, head, actor) => Some(Side::Partner),
        // *Exports are raised 1.2 million tonnes for China*: estimates of what a country sells.
        (Some(quantity), Role::For)
            if head.class == Class::Noun
                && asked.indicator.is_one_way()
                && estimates(asked.view, head.end..asked.view.mentions[quantity].tokens.start) =>
        {
            Some(Side::Reporter)
        }
        // *As for Russia, its share of imports has shrunk*: whose share it is.
        (Some(_), Role::For)
            if asked.kind == Kind::Share
                && head.class == Class::Noun
                && asked.view.actors.iter().any(|a| {
                    a.rule == "its" && a.party == actor.party && a.at > actor.at && has_share(asked.view, a)
                }) =>
        {
            Some(Side::Partner)
        }
        // *It was good news for Malaysia as exports rose*, *For China, imports fell*: of whom it is told before them.
        (Some(_), Role::For)
            if head.class == Class::Noun
                && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
                && actor.end < head.at
                && (asked.view.segment(actor.at) < asked.view.segment(head.at)
                    || (actor.end..head.at).any(|at| opens_reason(asked.view.norm(at)))) =>
        {
            Some(Side::Reporter)
        }
        // *Japanese car exports to Europe jumped 30 pct against a drop of 17 pct in U.S. sales*: what one sells there.
        (Some(_), Role::Modifier)
            if asked.view.norm(head.at) == "sales"
                && actor.end == head.at
                && asked.same_sentence
                && asked.before.is_some_and(|f| {
                    f.indicator == Indicator::Exports
                        && f.partner.is_some_and(|p| p != Party::WORLD)
                        && f.reporter.is_some_and(|p| p != actor.party && p.is_country())
                }) =>
        {
            Some(Side::Partner)
        }
        // *its U.S. surplus*, *Korea's American sales*: whose it is stands before the other side.
        (Some(_), Role::Modifier | Role::Attribute)
            if head.class == Class::Noun
                && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
                && actor.end <= head.at
                && asked.view.actors.iter().any(|a| {
                    a.role == Role::Possessor
                        && a.party != actor.party
                        && a.end <= actor.at
                        && actor.at - a.end <= if a.rule == "its" { 0 } else { 2 }
                }) =>
        {
            Some(Side::Partner)
        }
        // *Malaysia attracted 83 billion of investment*: who draws it is where it goes.
        (Some(quantity), Role::Subject)
            if asked.indicator == Indicator::Investment
                && (actor.end..asked.view.mentions[quantity].tokens.start)
                    .any(|at| draws_money(asked.view.norm(at))) =>
        {
            Some(Side::Partner)
        }
        // *Japan's outward FDI: Thailand $11.2 billion*: an entry, whose other side owns the list.
        (Some(quantity), Role::Subject | Role::Label)
            if asked.indicator == Indicator::Investment
                && head.class == Class::Noun
                && actor.at >= head.end
                && actor.end == asked.view.mentions[quantity].tokens.start
                && (head.end..actor.at).any(|at| asked.view.norm(at) == ":")
                && asked.view.actors.iter().any(|a| a.role.owns() && a.end <= head.at) =>
        {
            Some(if is_inward(asked.view, asked.view.range.start..head.end + 1) {
                Side::Reporter
            } else {
                Side::Partner
            })
        }
        // *Ethiopia's FDI inflows*, *India's foreign direct investment*: where it goes, not who invests.
        (Some(_), Role::Possessor | Role::Modifier | Role::Attribute)
            if asked.indicator == Indicator::Investment
                && head.class == Class::Noun
                && actor.end <= head.at
                && is_inward(asked.view, actor.end..head.end + 1)
                && !actors.iter().any(|a| matches!(a.role, Role::In | Role::To) && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *Kuwaiti oil arrivals*: where they come from.
        (Some(_), Role::Modifier | Role::Attribute | Role::Origin)
            if asked.indicator == Indicator::Imports
                && matches!(asked.view.norm(head.at), "arrivals" | "landings" | "inflows")
                && actor.end <= head.at
                && head.at - actor.end <= 2
                && !actors.iter().any(|a| a.role == Role::From) =>
        {
            Some(Side::Partner)
        }
        // *Hungary's biggest investor was South Korea*: where it goes.
        (Some(_), Role::Possessor | Role::Modifier)
            if asked.indicator == Indicator::Investment
                && head.class == Class::Agent
                && actor.end <= head.at
                && actors.iter().any(|a| a.role == Role::Subject && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *Ghana's cocoa had its main outlets in Amsterdam*: where another's goods are sold, and whose they are.
        (Some(_), Role::In | Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute)
            if asked.indicator == Indicator::Imports
                && head.class == Class::Agent
                && asked.view.owner_of_goods().is_some_and(|owner| owner != actor.party || actor.role != Role::In)
                && matches!(
                    asked.view.norm(head.at.wrapping_sub(1)),
                    "its" | "main" | "best" | "only" | "chief" | "largest" | "biggest"
                )
                && asked
                    .view
                    .actors
                    .iter()
                    .any(|a| a.role == Role::In && a.party.is_country() && a.at == head.end + 1)
                && (actor.role == Role::In || asked.view.owner_of_goods() == Some(actor.party)) =>
        {
            Some(if actor.role == Role::In { Side::Reporter } else { Side::Partner })
        }
        // *Turkey is where Israel buys its steel*: who is named before is the other side of what the one behind does.
        (Some(_), Role::Subject)
            if matches!(head.class, Class::VerbIn | Class::VerbOut)
                && (actor.end..actor.end + 4).any(|at| asked.view.norm(at) == "where" && at < head.at)
                && is_or_was(asked.view.norm(actor.end))
                && asked
                    .view
                    .actors
                    .iter()
                    .any(|a| a.role == Role::Subject && a.at > actor.end && a.end <= head.at) =>
        {
            Some(Side::Partner)
        }
        // *In Peru, exports fell*: where a clause is set, what it tells is of there.
        (Some(_), Role::In)
            if head.class == Class::Noun
                && asked.indicator.is_one_way()
                && asked.view.segment(actor.at) < asked.view.segment(head.at)
                && actor.at <= asked.view.clause(head.at).start + 2 =>
        {
            Some(Side::Reporter)
        }
        // *40 percent of Poland's gas comes from Norway*: whose gas it is takes it from there.
        (Some(quantity), Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin)
            if asked.kind == Kind::Share
                && head.class == Class::VerbOut
                && head.topic == Topic::Flow
                && asked.view.norm(asked.view.mentions[quantity].tokens.end) == "of"
                && (asked.view.mentions[quantity].tokens.end..head.at).contains(&actor.at)
                && actors.iter().any(|a| a.role == Role::From && a.at >= head.at && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *A tanker with 70,000 tonnes of LNG from Qatar docked in Pakistan*: where a ship comes in.
        (Some(_), Role::In)
            if asked.indicator == Indicator::Exports
                && head.class != Class::Noun
                && matches!(asked.view.norm(asked.view.phrase_start(actor).wrapping_sub(1)), "in" | "at")
                && matches!(
                    asked.view.norm(asked.view.phrase_start(actor).wrapping_sub(2)),
                    "arrived" | "docked" | "berthed" | "landed" | "moored" | "anchored" | "unloaded" | "discharged"
                ) =>
        {
            Some(Side::Partner)
        }
        // *was discharged in Polish ports*, *was landed in Spain*: where a ship is unloaded.
        (Some(_), Role::In)
            if head.class == Class::VerbIn
                && (head.passive || asked.view.phrase_start(actor) == head.end + 1)
                && matches!(
                    asked.view.norm(head.at),
                    "unloaded" | "discharged" | "offloaded" | "landed" | "regasified" | "received"
                ) =>
        {
            Some(Side::Reporter)
        }
        // *Dealers in Kenya received 20,000 tonnes*: they act for the country that they sit in.
        (Some(_), Role::In) if asked.view.is_place_of_traders(actor) => {
            of_role(asked.indicator, head, Role::Subject, asked.kind)
        }
        // *Rubber and timber brought Cambodia 197 million*: whose goods they are.
        (Some(quantity), Role::Subject | Role::Object)
            if head.class == Class::VerbOut
                && !head.passive
                && brings(asked.view.norm(head.at))
                && asked.view.phrase_start(actor) == head.end
                && asked.view.mentions[quantity].tokens.start >= actor.end =>
        {
            Some(Side::Reporter)
        }
        // *Norway's biggest customer, Chile, bought 70,000 tonnes*: whose customer or supplier it is that acts.
        (Some(_), Role::Possessor)
            if matches!(head.class, Class::VerbOut | Class::VerbIn)
                && !head.passive
                && trader_in_apposition(asked.view, head, actor) =>
        {
            Some(Side::Partner)
        }
        // *Of the sugar that India exported, 16 percent was snapped up by Kenya*: whoever had a part of it.
        (Some(quantity), Role::By)
            if asked.kind == Kind::Share
                && head.class == Class::VerbOut
                && head.at < asked.view.mentions[quantity].tokens.start
                && actor.at > asked.view.mentions[quantity].tokens.end
                && actors.iter().any(|a| a.role == Role::Subject && a.end <= head.at && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *sold Japanese mills 310,000 tonnes*: people of the country that stands between the verb and the figure.
        (Some(quantity), Role::Modifier | Role::Attribute | Role::Origin | Role::Subject)
            if head.class == Class::VerbOut
                && !head.passive
                && actor.at == head.end
                && asked.view.mentions[quantity].tokens.start > actor.end
                && asked.view.mentions[quantity].tokens.start - actor.end <= 2
                && asked.view.goods_over(actor.end).is_none()
                && actors.iter().any(|a| a.end <= head.at && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *earned $81 million from the Indian market*: where it was sold.
        (Some(_), Role::From) if head.class == Class::VerbOut && asked.view.norm(head.at).starts_with("earn") => {
            Some(Side::Partner)
        }
        // *loaned Iraq 300,000 barrels a day*: who stands between the verb and the figure gets it.
        (Some(quantity), Role::Subject)
            if head.class == Class::VerbOut
                && !head.passive
                && asked.view.phrase_start(actor) == head.end
                && !brings(asked.view.norm(head.at))
                && actor.end <= asked.view.mentions[quantity].tokens.start
                && asked.view.mentions[quantity].tokens.start - actor.end <= 3 =>
        {
            Some(Side::Partner)
        }
        // *Copper exports brought Zambia $6.2 billion*: who was brought the money sold.
        (Some(_), Role::Object)
            if head.class == Class::Noun
                && asked.indicator == Indicator::Exports
                && brings(asked.view.norm(asked.view.phrase_start(actor).wrapping_sub(1))) =>
        {
            Some(Side::Reporter)
        }
        // *The top sources of U.S. oil imports were Canada (3.3 million b/d), ...*: the other sides, in brackets.
        (Some(quantity), Role::Subject)
            if head.class == Class::Noun
                && asked.indicator.is_one_way()
                && actor.at > head.end
                && actor.end + 1 == asked.view.mentions[quantity].tokens.start
                && matches!(asked.view.norm(actor.end), "(" | "at" | "with") =>
        {
            Some(Side::Partner)
        }
        // *Germany took 22 percent of the coffee Colombia exported*: whoever had a part of it.
        (Some(quantity), Role::Subject)
            if asked.kind == Kind::Share
                && matches!(head.class, Class::VerbOut | Class::VerbIn)
                && actor.at < asked.view.mentions[quantity].tokens.start
                && head.at > asked.view.mentions[quantity].tokens.end
                && asked.view.norm(asked.view.mentions[quantity].tokens.end) == "of"
                && actors.iter().any(|a| a.role == Role::Subject && a.end == head.at && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *Norway provided 55 percent of the EU's gas*: who had the whole was given its part.
        (Some(quantity), Role::Possessor | Role::Modifier | Role::Attribute | Role::Of)
            if asked.kind == Kind::Share
                && head.class == Class::VerbOut
                && !head.passive
                && asked.indicator == Indicator::Exports
                && head.at < asked.view.mentions[quantity].tokens.start
                && actor.at >= asked.view.mentions[quantity].tokens.end
                && asked.view.norm(asked.view.mentions[quantity].tokens.end) == "of"
                && actors.iter().any(|a| {
                    matches!(a.role, Role::Subject | Role::Origin | Role::Attribute | Role::Modifier)
                        && a.at < head.at
                        && a.party != actor.party
                }) =>
        {
            Some(Side::Partner)
        }
        // *Asia buys 80 percent of Qatar's LNG*: whose goods they are sold it.
        (Some(quantity), Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin)
            if asked.kind == Kind::Share
                && head.class == Class::VerbIn
                && !head.passive
                && asked.indicator == Indicator::Imports
                && head.at < asked.view.mentions[quantity].tokens.start
                && asked.view.norm(asked.view.mentions[quantity].tokens.end) == "of"
                && is_of_goods(asked.view, asked.view.mentions[quantity].tokens.end, actor)
                && actors.iter().any(|a| a.role == Role::Subject && a.at < head.at && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        // *a line to Kenya's port of Lamu with a capacity of 500,000 bpd*
        (Some(_), _) if asked.indicator == Indicator::Capacity && is_end_of_line(asked.view, actor) => {
            Some(Side::Partner)
        }
        // *A buyer in Germany may take up to 300,000 tonnes*: where those who take sit.
        (Some(_), Role::In)
            if head.class == Class::VerbIn
                && !head.passive
                && asked.indicator == Indicator::Imports
                && actor.end <= head.at
                && is_taker(asked.view.norm(asked.view.phrase_start(actor).wrapping_sub(2))) =>
        {
            Some(Side::Reporter)
        }
        // *Italy's Enel is the main customer*: whose firm it is stands before the verb.
        (Some(_), Role::Possessor)
            if head.class == Class::Agent
                && actor.end < head.at
                && (actor.end..head.at).any(|at| is_or_was(asked.view.norm(at)) || remains(asked.view.norm(at))) =>
        {
            Some(Side::Reporter)
        }
        // *India's share in the foreign trade of the country*, *the Kazakh share in German oil imports*
        (Some(_), Role::Possessor | Role::Modifier) if asked.kind == Kind::Share && has_share(asked.view, actor) => {
            Some(Side::Partner)
        }
        (Some(_), Role::Subject)
            if asked.kind == Kind::Share
                && has_share(asked.view, actor)
                && actors.iter().any(|a| a.at > actor.at && a.end <= head.at && a.party != actor.party) =>
        {
            Some(Side::Partner)
        }
        (Some(_), Role::Attribute)
            if asked.kind == Kind::Share
                && head.at > actor.at
                && actors.iter().any(|a| a.end <= actor.at && has_share(asked.view, a)) =>
        {
            Some(Side::Reporter)
        }
        // *Russian gas imports* in a text of what another takes from Russia.
        (_, Role::Attribute) if asked.indicator == Indicator::Imports && asked.survey.gives_to_another(actor.party) => {
            Some(Side::Partner)
        }
        // *A Japanese trading house bought 31,000 tonnes*
        (_, Role::Modifier)
            if head.class == Class::VerbIn && !head.passive && actor.end + 3 >= head.at && actor.at < head.at =>
        {
            Some(if asked.indicator == Indicator::Imports { Side::Reporter } else { Side::Partner })
        }
        // *Turkish gas imports* are Turkey's, unless others are spoken of as the ones who import.
        (_, Role::Attribute) if asked.indicator == Indicator::Imports => {
            let importer = |p: Option<Party>| p.is_some_and(|p| p != actor.party && p != Party::WORLD);
            // *raised its estimate for Soviet grain imports*: what is owned there is no import.
            let far = |a: &Actor| a.rule == "its" && (a.end > head.at || head.at - a.end > 3);
            // *Tokyo traders put Chinese imports at 40,000 tonnes*: who tells of them imports nothing.
            let tells = |a: &Actor| a.end < actor.at && (a.end..actor.at).any(|at| is_estimate(asked.view.norm(at)));
            let named = actors.iter().any(|a| {
                a.at != actor.at
                    && !far(a)
                    && !tells(a)
                    && of_role(asked.indicator, head, a.role, asked.kind) == Some(Side::Reporter)
            });
            // *European LNG imports fell, Asian LNG imports rose*: two importers beside each other.
            let spoken = asked.survey.gives(actor.party)
                && asked.before.is_some_and(|f| f.indicator == Indicator::Imports && importer(f.reporter));
            Some(if named || spoken { Side::Partner } else { Side::Reporter })
        }
        // *the share of China in Brazil's exports*
        (_, Role::Of) if asked.kind == Kind::Share && of_share(asked.view, actor) => Some(Side::Partner),
        _ => match placed::side(asked, head, actor).or_else(|| price::side(asked, head, actor, actors)) {
            Some(side) => Some(side),
            None => of_role(asked.indicator, head, actor.role, asked.kind),
        },
    }
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

/// *FDI inflows*, *foreign direct investment*, not *outward direct investment abroad*: whether investment comes into who owns it.
pub fn is_inward(view: &View<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    let out = |at: usize| {
        matches!(view.norm(at), "outward" | "outbound" | "overseas" | "abroad" | "outflow" | "outflows" | "outgoing")
            || view.norm(at) == "stock" && view.norm(at + 1) == "abroad"
    };
    let inward = |at: usize| {
        matches!(view.norm(at), "inflow" | "inflows" | "inward" | "inbound" | "incoming" | "foreign" | "fdi")
    };
    !tokens.clone().any(out) && !(tokens.end..tokens.end + 2).any(out) && tokens.any(inward)
}
