//! Sides that the statement before tells: *sold 3 million tonnes to China and 1 million to Japan* goes on of who sold.

use super::super::frame::Frame;
use super::super::grammar::Role;
use super::super::head::Head;
use super::super::indicator::Governor;
use super::super::rule::Filled;
use super::super::side::alone;
use super::super::survey::Cast;
use super::super::view::Actor;
use super::others::{from_anywhere, from_others, opposite, to_the_market};
use super::parts::{is_out_of, is_parted_behind};
use super::spoken_of::{tells_of_all, world_cue};
use super::taken_over::{goes_on_of_the_world, is_supply, tells_of_all_word};
use super::{Asked, Sides};
use crate::lexicon::Class;
use crate::lexicon::words::{is_buying, is_line, is_or_was, is_plant, is_total, tells_one_way};
use crate::mention::What;
use crate::model::{Indicator, Kind, Party};

/// *was larger than the one with Japan, which came to $3.78 billion*: the same with another.
fn one_with(sides: &mut Sides, asked: &Asked<'_, '_>, frame: &Frame) {
    let view = asked.view;
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return };
    let told = view.quantities.iter().map(|q| view.mentions[*q].tokens.end).rfind(|end| *end <= start).unwrap_or(start);
    let one = |a: &&Actor| {
        (told..start).contains(&a.at)
            && matches!(view.norm(a.at.wrapping_sub(1)), "with" | "to" | "from")
            && matches!(view.norm(a.at.wrapping_sub(2)), "one" | "that")
    };
    let Some(actor) = view.actors.iter().find(one).filter(|_| matches!(asked.governor, Governor::Previous)) else {
        return;
    };
    sides.reporter = frame.reporter.map(|p| Filled::new(p, "statement_before", None));
    sides.partner = Some(Filled::new(actor.party, "in_its_place", Some(actor.span)));
}

/// *Most German exports went to the United States, where goods worth 10.2 billion were delivered*: to where the clause is set.
fn delivered_where(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return };
    let opens = view.segment_tokens(view.segment(start)).start;
    let opens = opens + usize::from(view.norm(opens) == ",");
    if asked.indicator != Indicator::Exports || view.norm(opens) != "where" {
        return;
    }
    let there =
        view.actors.iter().rfind(|a| a.end <= opens && opens - a.end <= 1 && matches!(a.role, Role::To | Role::In));
    let owner = view.actors.iter().find(|a| {
        a.at < opens
            && matches!(
                a.role,
                Role::Modifier | Role::Possessor | Role::Attribute | Role::Subject | Role::From | Role::Origin
            )
    });
    if let (Some(there), Some(owner)) = (there, owner.filter(|a| a.party.is_country())) {
        sides.reporter = Some(Filled::new(owner.party, "delivered_where", Some(owner.span)));
        sides.partner = Some(Filled::new(there.party, "delivered_where", Some(there.span)));
    }
}

/// From the statement before, where it fits what is known.
pub fn from_before(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if sides.reporter.is_none() && sides.partner.is_none() && matches!(asked.governor, Governor::Head(_)) {
        delivered_where(sides, asked);
    }
    let Some(frame) = asked.before else { return };
    let flow =
        matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance | Indicator::Turnover);
    if asked.same_sentence && flow && frame.indicator == asked.indicator {
        one_with(sides, asked, frame);
    }
    // *fixed prices of 18 dlrs a barrel. Crude sales jumped to 609,000 barrels a day*: a price of no one tells of no one's sales.
    let of_no_one = frame.indicator == Indicator::Price
        && frame.reporter == Some(Party::WORLD)
        && frame.partner.is_none_or(|p| p == Party::WORLD);
    if of_no_one && !asked.same_sentence && !matches!(asked.indicator, Indicator::Price | Indicator::Turnover) {
        return;
    }
    if let Some(lead) = lead_again(sides, asked, frame) {
        sides.reporter = Some(Filled::new(lead, "protagonist", None));
        return;
    }
    // *exports grew to $3.2 billion. Korea's purchases swelled by 83%*: what another buys, behind talk of what one sells to all.
    if let (Governor::Head(head), Some(taker), None) = (asked.governor, &sides.reporter, &sides.partner)
        && (is_buying(asked.view.norm(head.at)) || asked.view.norm(head.at) == "orders")
        && asked.indicator == Indicator::Imports
        && frame.indicator == Indicator::Exports
        && taker.span.is_some()
        && frame.reporter.is_some_and(|p| p.is_country() && p != taker.value)
    {
        sides.partner = frame.reporter.map(|p| Filled::new(p, "statement_before", None));
    }
    if let Some(span) = from_others(asked).filter(|_| sides.partner.is_none()) {
        sides.partner = Some(Filled::new(Party::WORLD, "others", Some(span)));
    }
    let before_turned = frame.turned().map(|f| f.indicator);
    // *Turkey, which buys a third of its gas from Russia, imported 45 bcm*: of the main clause, from all.
    if in_aside(asked) && sides.reporter.is_none() && sides.partner.is_none() {
        sides.reporter = frame.reporter.map(|p| Filled::new(p, "main_clause", None));
        sides.partner = Some(Filled::new(Party::WORLD, "main_clause", None));
        return;
    }
    // Whoever imports pays the price to whom it imports from.
    let buys = asked.indicator == Indicator::Price && frame.indicator == Indicator::Imports
        || asked.indicator == Indicator::Imports
            && frame.indicator == Indicator::Price
            && [frame.reporter, frame.partner].iter().all(|p| p.is_some_and(|p| p.is_country()));
    let mut all = false;
    // *Supplies*, *deliveries* behind an import are that import, told from the other end.
    let same_flow = match asked.governor {
        Governor::Head(head) => {
            let word = asked.view.norm(head.at);
            let out = is_supply(word) && asked.indicator == Indicator::Exports && frame.indicator == Indicator::Imports;
            // *China bought 0.3 mln tons of Kazakh wheat. Total grain exports ...* are those of the text's home.
            let home = frame.partner.is_some_and(|p| Some(p) == asked.context.home());
            let own = home && head.class == Class::Noun && sides.reporter.is_none() && sides.partner.is_none();
            let own = own && word.starts_with("export") && frame.indicator == Indicator::Imports;
            // *Turkey took 60 percent of the yarn. In 2017, yarn exports were $210 million*: to all, not to the taker alone.
            all = own && !asked.same_sentence && !matches!(asked.survey.cast(), Cast::Pair(..));
            let out = out || own;
            // *Japan cut its intake*, behind what another was sold, is that other's no longer.
            let same = sides.reporter.as_ref().is_none_or(|f| frame.partner == Some(f.value));
            let back = same
                && (is_buying(word) || word == "purchase")
                && asked.indicator == Indicator::Imports
                && frame.indicator == Indicator::Exports
                && frame.partner.is_some_and(|p| p != Party::WORLD);
            (out || back) && frame.commodity.is_some()
        }
        _ => false,
    };
    // *Ukraine buys gas from Slovakia. The link can take 22 mcm/d*: from where it starts to where it ends.
    let moved = asked.indicator == Indicator::Capacity && frame.partner.is_some_and(|p| p != Party::WORLD);
    // *the plant, whose trains can turn out 22 million tonnes*: what a plant can make goes nowhere in particular.
    let plant = || {
        asked.view.range.clone().any(|at| {
            is_plant(asked.view.norm(at))
                || matches!(
                    asked.view.norm(at),
                    "smelter" | "trains" | "mill" | "mine" | "station" | "terminals" | "regasification"
                )
        })
    };
    let line =
        moved && !plant() && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity);
    let paid;
    // *They took 6.8 mln tonnes*, behind what another sold them: who took is who was sold to.
    let told_back = match asked.governor {
        // *exported goods worth 5 billion to Peru, while importing 2 billion*: the same one acts.
        Governor::Head(head) if asked.same_sentence && asked.view.norm(head.at).ends_with("ing") => false,
        // *1,946 GWh was exported to India, while 1,895 GWh was imported*: by the same.
        Governor::Head(head)
            if asked.same_sentence
                && is_or_was(asked.view.norm(head.at.wrapping_sub(1)))
                && matches!(asked.view.norm(head.at), "imported" | "exported" | "bought" | "purchased" | "sold") =>
        {
            false
        }
        Governor::Head(head) if frame.partner.is_some_and(|p| p != Party::WORLD) && frame.reporter.is_some() => {
            head.class == Class::VerbIn
                && asked.indicator == Indicator::Imports
                && frame.indicator == Indicator::Exports
                || head.class == Class::VerbOut
                    && asked.indicator == Indicator::Exports
                    && frame.indicator == Indicator::Imports
        }
        _ => false,
    };
    // *Sudan took 1,097 GWh, or 64 percent of all exports*
    let again = asked.quantity.is_some_and(|q| {
        let start = asked.view.mentions[q].tokens.start;
        let segment = asked.view.segment_tokens(asked.view.segment(start));
        (1..=3).any(|back| asked.view.norm(start.wrapping_sub(back)) == "or") || start == segment.start
    });
    // *Vietnam was the largest market with 48.5 billion and accounted for 54.5 percent of the shipments*
    let of_the_whole = matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun
        && asked.quantity.is_some_and(|q| asked.view.mentions[q].tokens.end <= head.at && asked.view.norm(asked.view.mentions[q].tokens.end) == "of"));
    let part = asked.kind == Kind::Share
        && (again || of_the_whole)
        && asked.same_sentence
        && matches!(
            (asked.indicator, frame.indicator),
            (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports)
        );
    let told_back = (told_back || part) && sides.reporter.is_none() && sides.partner.is_none();
    // *The price of oil fell for Thailand. Exports rose*: a country that others sell to or invest in has figures of its own.
    let its_own = frame.reporter.is_none_or(|p| p == Party::WORLD)
        && frame.partner.is_some_and(|p| p != Party::WORLD)
        && frame.indicator != asked.indicator
        && matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. }))
        && !matches!(asked.indicator, Indicator::Price | Indicator::Investment);
    // *Saudi supplies to the US jumped, while imports from all countries rose*: those of who was supplied.
    let taken = asked.indicator == Indicator::Imports
        && frame.indicator == Indicator::Exports
        && frame.partner.is_some_and(|p| p != Party::WORLD)
        && matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. }))
        && from_anywhere(asked);
    let told_back = told_back || taken && sides.reporter.is_none() && sides.partner.is_none();
    let frame = if buys || same_flow || told_back || its_own || line && frame.indicator == Indicator::Imports {
        // Told from the other end, imports are exports.
        let indicator = frame.turned().filter(|_| !buys && asked.indicator != frame.indicator).map(|f| f.indicator);
        let indicator = indicator.filter(|i| *i == asked.indicator).unwrap_or(frame.indicator);
        paid = Frame { indicator, reporter: frame.partner, partner: frame.reporter, ..frame.clone() };
        &paid
    } else {
        frame
    };
    let world = world_cue(asked);
    let own = alone(asked.indicator);
    let rule = "statement_before";
    match (&sides.reporter, &sides.partner) {
        (None, None) => {
            // A country's own figures after talk of another: those of the text's home.
            let home = asked.context.dateline_home().or(asked.context.about);
            let home = home.filter(|_| own && asked.indicator != frame.indicator && !goes_on_of_the_world(asked));
            let home = home.filter(|_| !is_of_a_line(asked, frame));
            // What the text's home can move goes anywhere, not to itself.
            let home = home.filter(|_| !asked.same_line);
            let line = line && home.is_none_or(|home| frame.partner != Some(home));
            let reporter = home.or(frame.reporter);
            sides.reporter = reporter.map(|p| Filled::new(p, rule, None));
            // What went nowhere in particular says nothing of a turnover, which is between two.
            let loose = asked.indicator == Indicator::Turnover
                && frame.indicator != Indicator::Turnover
                && frame.partner == Some(Party::WORLD)
                // *a deficit of 646 million dollars, or 43.9 percent of trade turnover*
                && !(asked.same_sentence && asked.kind == Kind::Share);
            // *meeting 42 percent of the country's needs, against 44 percent in June*: by the same supplier.
            let supplier = own
                && asked.kind == Kind::Share
                && asked.indicator == Indicator::Consumption
                && frame.indicator == Indicator::Consumption
                && matches!(asked.governor, Governor::Previous);
            if supplier {
                sides.partner = frame.partner.filter(|p| p.is_country()).map(|p| Filled::new(p, rule, None));
            }
            if (!own || line) && !loose {
                let of_all = is_whole_trade(asked, frame)
                    || turns_to_all(asked, frame)
                    || parts_all(asked)
                    || is_out_of(asked, frame)
                    || is_parted_behind(asked);
                let partner = if of_all {
                    Some(Party::WORLD)
                } else if (all || world.is_some()) && !matches!(asked.governor, Governor::Previous) {
                    None
                } else {
                    frame.partner
                };
                sides.partner = partner.map(|p| Filled::new(p, rule, None));
            }
        }
        // *half of Bolivia's exports* are half of all of them; *of its exports to this market* are not.
        (Some(known), None)
            if asked.kind == Kind::Share && known.rule == "possessor" && !own && !to_the_market(asked) => {}
        (Some(known), None) if frame.reporter == Some(known.value) && to_the_market(asked) => {
            sides.partner = frame.partner.map(|p| Filled::new(p, rule, None));
        }
        (Some(known), None) if tells_of_all(asked, known) => {}
        (Some(_), None) if is_parted_behind(asked) => {}
        (Some(known), None) if known.span.is_none() && !asked.same_line && is_whole_trade(asked, frame) => {}
        // *Argentina imported 5 million tonnes from Paraguay. It normally exports 7 million*: what goes the other way goes anywhere,
        // in a text that is not of two.
        (Some(known), None)
            if frame.reporter == Some(known.value)
                && known.span.is_some()
                && !asked.same_sentence
                && !asked.survey.is_mutual()
                && matches!(asked.governor, Governor::Head(head) if (asked.view.norm(head.at).ends_with("ed") || known.rule == "it")
                    && tells_of_all_word(asked, head))
                && before_turned == Some(asked.indicator) => {}
        // *shipped 1.2 million tons to China. Transit across Kazakhstan was 0.9 million*: of others' goods, to anywhere.
        (Some(_), None)
            if asked.indicator == Indicator::Transit
                && frame.indicator != Indicator::Transit
                && !asked.view.actors.iter().any(|a| Some(a.party) == frame.partner) => {}
        (Some(known), None) if !own && world.is_none() => {
            let agent = matches!(asked.governor, Governor::Head(Head { class: Class::Agent, .. }));
            // *The line will carry 12.4 bcm. Russia will invest $2 billion in it*: what one has or makes tells of no other side.
            let one_sided =
                alone(frame.indicator) && frame.partner == Some(Party::WORLD) && asked.indicator != Indicator::Price;
            let other = match known.value {
                party if frame.reporter == Some(party) => frame.partner.filter(|_| !one_sided),
                party if frame.partner == Some(party) => frame.reporter,
                // *Iraq was the best customer*: of the one spoken of; *the Netherlands the main supplier*: of who buys.
                _ if agent => {
                    let taken = matches!(frame.indicator, Indicator::Imports | Indicator::Consumption);
                    if taken == (asked.indicator == Indicator::Imports) { frame.partner } else { frame.reporter }
                }
                _ if !matches!(asked.governor, Governor::Head(_)) => frame.partner,
                // The goods of another seller go to the same buyer.
                _ => {
                    let noun = matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. }));
                    // *India took 312,000 barrels a day from Nigeria*, and in a paragraph of its own *Shipments from Iraq rose*.
                    let sent = matches!(asked.governor, Governor::Head(head) if is_supply(asked.view.norm(head.at)));
                    let sent = sent && before_turned == Some(Indicator::Exports) && frame.commodity.is_some();
                    let near = asked.same_line || !noun || sent;
                    // *The EU imported 290 bcm. Norway supplied 30 percent of the gas*: a group buys from those outside it.
                    let outside = |group: Party| {
                        asked.kind == Kind::Share
                            && group != Party::WORLD
                            && !asked.lexicon.members(group).iter().any(|m| m.party == known.value)
                    };
                    // *Ivory Coast ground 61,000 tonnes, with Ghana's exports slipping to 12,000*: not what another used.
                    let supplied = !(noun && asked.kind != Kind::Share && frame.indicator == Indicator::Consumption);
                    // *Ivory Coast's exports were 2.1 billion. Portuguese imports were 1.1 billion*: each of them with all.
                    let turned = matches!(
                        (frame.indicator, asked.indicator),
                        (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports)
                    );
                    let with_all = noun
                        && turned
                        && known.span.is_some()
                        && frame.commodity.is_none()
                        && frame.partner.is_none_or(|p| p == Party::WORLD)
                        && !asked.same_sentence
                        && asked.kind != Kind::Share;
                    let supplied = supplied && !with_all;
                    opposite(asked.indicator, frame)
                        .filter(|p| supplied && near && (p.is_country() || outside(*p)) && *p != known.value)
                }
            };
            sides.partner = other.map(|p| Filled::new(p, rule, None));
        }
        (None, Some(known)) => {
            let other = match known.value {
                party if frame.partner == Some(party) => frame.reporter,
                // *Japan eats our tuna. The islands sold $90 million of fish to Japan*: what one uses or makes tells of no seller.
                party if frame.reporter == Some(party) => {
                    frame.partner.filter(|p| !(alone(frame.indicator) && *p == Party::WORLD))
                }
                // *Ashgabat sold it 50 bcm. The bill for Central Asian gas ...*: of who bought from a member.
                group
                    if asked.indicator == Indicator::Imports
                        && frame.indicator == Indicator::Exports
                        && asked.lexicon.members(group).iter().any(|m| Some(m.party) == frame.reporter) =>
                {
                    frame.partner
                }
                // *The EU took 36 percent. Exports to America grew*: those of the one whose goods it took.
                _ if frame.part_of_partners
                    && frame.partner.is_some_and(|p| p.is_country())
                    && frame.turned().is_some_and(|f| f.indicator == asked.indicator) =>
                {
                    frame.partner
                }
                // *Iraq sold 1.3 million tonnes of oil to Korea. Imports from Kuwait rose*: those of who was sold to.
                _ if asked.indicator == Indicator::Imports
                    && frame.indicator == Indicator::Exports
                    && frame.commodity.is_some()
                    && frame.partner.is_some_and(|p| p.is_country())
                    && matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. })) =>
                {
                    frame.partner
                }
                _ => frame.reporter,
            };
            sides.reporter = other.map(|p| Filled::new(p, rule, None));
        }
        _ => {}
    }
}

/// *wine exports to Russia made up 12 percent of the total, and imports came to 830 million*: what goes the other way, behind a
/// part of a whole, is of all.
fn turns_to_all(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let turned = frame.turned().is_some_and(|f| f.indicator == asked.indicator);
    let pair = asked.survey.is_of_two() || asked.view.pair.is_some();
    frame.share
        && turned
        && asked.kind == Kind::Level
        && head.class == Class::Noun
        && asked.quantity.is_some_and(|q| head.end <= asked.view.mentions[q].tokens.start)
        && !pair
}

/// *Eight percent of total gas imports arrived at the new terminals*: a part of all, which opens its clause, is of no partner told
/// before.
fn parts_all(asked: &Asked<'_, '_>) -> bool {
    let (Governor::Head(head), Some(quantity)) = (asked.governor, asked.quantity) else { return false };
    let view = asked.view;
    let (start, end) = (view.mentions[quantity].tokens.start, view.mentions[quantity].tokens.end);
    let opens = view.quantity(quantity).map_or(start, |q| view.start_with_hedge(q))
        == view.segment_tokens(view.segment(start)).start;
    asked.kind == Kind::Share
        && !asked.same_sentence
        && opens
        && view.norm(end) == "of"
        && (end + 1..head.at).any(|at| is_total(view.norm(at)))
        && view.norm(head.end) != "from"
}

/// *Venezuela has posted prices again ... in response to OPEC's strategy. Gasoline was posted at 19 dollars*: a paragraph that
/// names nobody, and no word of trade, is of whom the text is about, not of another who was named in passing.
fn lead_again(sides: &Sides, asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let Cast::Protagonist(lead) = asked.survey.cast() else { return None };
    if is_of_a_line(asked, frame) {
        return None;
    }
    let open = sides.reporter.is_none() && sides.partner.is_none() && !asked.same_line && !asked.same_sentence;
    let passing = frame.reporter.is_some_and(|p| p != lead && p != Party::WORLD);
    let aside =
        frame.partner != Some(lead) && !asked.lexicon.members(lead).iter().any(|m| Some(m.party) == frame.reporter);
    (open && passing && aside && !asked.view.actors.iter().any(Actor::takes_part)).then_some(lead)
}

/// *Bangladesh buys 1,160 MW from India. The link can take 1,000 MW*: what a line between the two of the statement before can move.
fn is_of_a_line(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let country = |p: Option<Party>| p.is_some_and(|p| p.is_country());
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return false };
    asked.indicator == Indicator::Capacity
        && country(frame.reporter)
        && country(frame.partner)
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity)
        && (view.clause(start).start..start).any(|at| is_line(view.norm(at)) || view.norm(at) == "branch")
}

/// *Exports to the U.S. fell 10 percent. Exports rose 5.8 percent in June*: a bare noun of trade that names no goods and no end
/// tells of all of it, in a text that is not of two.
fn is_whole_trade(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let view = asked.view;
    let bare = asked.indicator == Indicator::Balance || tells_one_way(view.norm(head.at));
    bare && head.class == Class::Noun
        && !asked.same_sentence
        && asked.kind != Kind::Share
        && frame.commodity.is_none()
        // *Exports to China rose 10 percent. Imports were 5 billion*: the way back of the same two.
        && (frame.indicator == asked.indicator || !asked.same_line)
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance | Indicator::Turnover)
        && view.pair.is_none()
        && !asked.survey.is_of_two()
        // *Exports to China amounted to 1.7 trillion yen*, and in a paragraph of its own *Imports of crude oil were 12 million kl*.
        // *EU: $6.0 billion*, the last of a list, and below it *Energy imports fell 9.5 percent*.
        && (!asked.same_line
            && (matches!(asked.survey.cast(), Cast::Protagonist(p) if Some(p) == frame.reporter)
                || frame.list.is_some_and(|list| list.side.is_some()))
            || !view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_))))
}

/// Whether the figure before stands in a relative clause, and a verb of trade behind that clause governs this one.
fn in_aside(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Some(start) = asked.quantity.map(|q| view.mentions[q].tokens.start).filter(|_| asked.same_sentence) else {
        return false;
    };
    let Some(before) = view.quantities.iter().map(|q| &view.mentions[*q].tokens).rfind(|t| t.end <= start) else {
        return false;
    };
    let clause = view.segment(before.start);
    // *Syria's exports, 95 percent of which went to Europe, averaged 150,000 bpd*
    let ratio = view.figures().any(|q| q.tokens == *before && q.quantity.unit.is_ratio());
    let whole = ratio
        && asked.kind == Kind::Level
        && view.segment(start) > clause
        && matches!(view.norm(before.end), "of")
        && matches!(view.norm(before.end + 1), "which");
    if whole {
        return true;
    }
    let Governor::Head(head) = asked.governor else { return false };
    let relative = |a: &Actor| a.rule == "relative_clause" && a.role == Role::Subject && view.segment(a.at) == clause;
    matches!(head.class, Class::VerbOut | Class::VerbIn)
        && view.segment(head.at) > clause
        && head.at == view.segment_tokens(view.segment(head.at)).start
        && view.actors.iter().any(relative)
}
