//! Sides that the sentence does not name: from a route, the pair spoken of, the teller, the statement before, the text.

use super::implied::{adds_on, shared_with_both};
use super::lists::beside_in_list;
use super::of_two::of_the_two_told;
use super::other_side::tied_with;
use super::partner_told::{at_a_tender, counted_by_its_office, sells_to_the_same};
use super::spoken_of::{takes_from, world_cue};
use super::{Asked, Sides, as_told};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::survey::Cast;
use crate::extract::view::Actor;
use crate::lexicon::words::{is_buying, is_domestic, records, tells_one_way};
use crate::lexicon::{Class, Cue, Marks, Relation};
use crate::mention::What;
use crate::model::{Fact, Indicator, Kind, Party};

/// What a pipeline carries comes from its start and goes to its end.
pub fn from_routes(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let directed =
        matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity | Indicator::Transit);
    let Some((at, span, route)) = asked.view.routes.first() else { return };
    // *64% of supplies came as LNG; the rest arrived through the Medgaz pipeline*: not what another clause tells behind.
    let end = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.end);
    if asked.quantity.is_some() && (end..*at).any(|at| asked.view.norm(at) == ";") {
        return;
    }
    if !directed || matches!(asked.governor, Governor::Topic) {
        return;
    }
    // *flows to Germany through the line made 290,000 tonnes; 1.2 million are hoped for*: as the figure before.
    let goes_on = matches!(asked.governor, Governor::Previous) && asked.before.is_some_and(|f| f.reporter.is_some());
    if goes_on && asked.same_sentence {
        return;
    }
    let (from, to) = match asked.indicator {
        Indicator::Imports => (route.to, route.from),
        _ => (route.from, route.to),
    };
    // *ASHGABAT – Gas deliveries along the Central Asia-China pipeline*: of the one of them that the text is dated from.
    let member = |group: Party| {
        let home = asked.context.dateline_home().filter(|_| !group.is_country());
        home.filter(|home| asked.lexicon.members(group).iter().any(|m| m.party == *home)).unwrap_or(group)
    };
    let (from, to) = (member(from), member(to));
    if let Some(lead) = sender_on_anothers(asked, *at, from, to).filter(|_| sides.reporter.is_none()) {
        sides.reporter = Some(Filled::new(lead, "protagonist", None));
        if sides.partner.is_none() {
            sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
        }
        return;
    }
    let used = |party: Party, slot: &Option<Filled<Party>>| slot.as_ref().is_some_and(|f| f.value == party);
    // *Spain is left with Medgaz's 8 bcm*: what a line can move goes its way, whoever is told to have it.
    // *Nord Stream has brought Germany 14 bcm*: so does what it brought.
    let object = |f: &Filled<Party>| {
        let own = |a: &&Actor| Some(a.span) == f.span && a.at > *at && a.end <= end;
        asked.indicator == Indicator::Exports && asked.view.actors.iter().any(|a| own(&a))
    };
    let given = asked.indicator == Indicator::Capacity || sides.reporter.as_ref().is_some_and(object);
    let has_it = given && sides.partner.is_none() && used(to, &sides.reporter);
    if has_it && from.is_country() && to.is_country() {
        sides.partner = sides.reporter.take();
        sides.reporter = Some(Filled::new(from, "route", Some(*span)));
        return;
    }
    if sides.reporter.is_none() && !used(from, &sides.partner) {
        sides.reporter = Some(Filled::new(from, "route", Some(*span)));
    }
    if sides.partner.is_none() && !used(to, &sides.reporter) {
        sides.partner = Some(Filled::new(to, "route", Some(*span)));
    }
}

/// *Kazakhstan exported 70 million tonnes. Shipments to Germany by Druzhba rose*: whose goods go along a route of another's, in a text of
/// what that country sends or of what its own ministry tells.
fn sender_on_anothers(asked: &Asked<'_, '_>, route: usize, from: Party, to: Party) -> Option<Party> {
    let view = asked.view;
    let lead = asked.context.about.filter(|lead| lead.is_country() && *lead != from && *lead != to)?;
    let way = view.back(route, 3).any(|at| matches!(view.norm(at), "via" | "through" | "by" | "along" | "using"));
    let sent = |f: &Fact| f.reporter == Some(lead) && matches!(f.indicator, Indicator::Exports | Indicator::Production);
    let tells = || view.actors.iter().any(|a| a.party == lead && matches!(a.role, Role::Teller | Role::Title));
    let sends = asked.facts.iter().any(sent) || tells();
    (asked.indicator == Indicator::Exports && way && sends).then_some(lead)
}

/// *the two countries*, *mutual trade*
pub fn from_pair(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some((pair, span)) = asked.view.pair else { return };
    // The two of the headline stay the two, whoever else was told of between.
    let talk = asked.before.filter(|_| asked.context.heading.is_none() && asked.context.two_before != Some(pair));
    let pair = tied_with(asked, pair, span).or_else(|| talk.and_then(|f| just_told(f, pair))).unwrap_or(pair);
    // *Taiwan and South Korea took 150,000 barrels between them*: they are two who act, not each other's partners.
    let between = matches!(asked.governor, Governor::Head(h) if matches!(h.class, Class::VerbIn | Class::VerbOut))
        && asked.view.cues(|cue| matches!(cue, Cue::Relation(Relation::Pair)).then_some(())).any(|(_, m)| {
            asked.view.norm(m.tokens.start) == "between" && asked.view.actors.iter().any(|a| a.end <= m.tokens.start)
        });
    if between {
        return;
    }
    if matches!(asked.governor, Governor::Topic) && asked.before.is_some() {
        return;
    }
    // *Trade of all the CIS rose 25 percent and reached $164 billion, he said, recalling that the two countries ...*
    let start = asked.quantity.map(|q| asked.view.tokens[asked.view.mentions[q].tokens.start].span.start);
    let behind = start.is_some_and(|start| span.start > start);
    let told = asked.same_sentence && asked.before.is_some_and(|f| f.reporter.is_some());
    // *with Peru's exports at 780 million, up 6%*, in a sentence of bilateral trade: of Peru, as right before.
    let both = |f: &Frame| [f.reporter, f.partner] == [Some(pair.1), Some(pair.0)] && f.indicator == asked.indicator;
    let turned = asked.same_sentence && asked.before.is_some_and(both);
    if matches!(asked.governor, Governor::Previous) && (behind && told || turned) {
        return;
    }
    let two_sided = matches!(
        asked.indicator,
        Indicator::Turnover | Indicator::Balance | Indicator::Exports | Indicator::Imports | Indicator::Investment
    );
    if !two_sided {
        return;
    }
    if let (None, None, Some(owner)) = (&sides.reporter, &sides.partner, shared_with_both(asked, pair, span)) {
        sides.reporter = Some(Filled::new(owner, "statement_before", None));
        sides.partner = Some(Filled::new(Party::WORLD, "several", Some(span)));
        return;
    }
    match (&sides.reporter, &sides.partner) {
        // *buys gas from Ashgabat. The sides set deliveries at 50 bcm a year*: the way that they went before.
        (None, None) if way_of_goods(asked, pair).is_some_and(|giver| giver == pair.1) => {
            sides.reporter = Some(Filled::new(pair.1, "pair", Some(span)));
            sides.partner = Some(Filled::new(pair.0, "pair", Some(span)));
        }
        (None, None) => {
            sides.reporter = Some(Filled::new(pair.0, "pair", Some(span)));
            sides.partner = Some(Filled::new(pair.1, "pair", Some(span)));
        }
        (Some(known), None) => sides.partner = other_of(pair, known.value).map(|p| Filled::new(p, "pair", Some(span))),
        (None, Some(known)) => sides.reporter = other_of(pair, known.value).map(|p| Filled::new(p, "pair", Some(span))),
        _ => {}
    }
}

/// Whether the owner of the statement before, which was with one partner, is named again with the same word of trade, in a
/// text that is not of two.
fn told_anew(asked: &Asked<'_, '_>, head: Head, known: &Filled<Party>) -> bool {
    let view = asked.view;
    let Some(frame) = asked.before.filter(|_| !asked.same_sentence && head.class == Class::Noun) else { return false };
    let same = frame.reporter == Some(known.value)
        && frame.indicator.is_trade()
        && frame.partner.is_some_and(|p| p != Party::WORLD);
    let plain = asked.indicator == Indicator::Balance || tells_one_way(view.norm(head.at));
    let back = || view.where_given(Marks::WAY, || view.range.clone().any(|at| view.is_way_back(at)));
    if !same || !plain || asked.kind == Kind::Share || view.pair.is_some() || back() {
        return false;
    }
    let owner = view.actors.iter().find(|a| Some(a.span) == known.span && a.rule == "name");
    let owns = |a: &Actor| a.role.owns() && a.end <= head.at;
    let all = view.norm(view.range.start) == "in" && matches!(view.norm(view.range.start + 1), "all" | "total");
    owner.is_some_and(|a| owns(a) && head.at - a.end <= 4) && (all || !asked.survey.is_about_two())
}

/// *The EU bought goods worth 38.9 billion from Nigeria. Trade between the two sides ...*: the two of the statement before, where
/// one of them is of the pair that the text names most.
fn just_told(frame: &Frame, pair: (Party, Party)) -> Option<(Party, Party)> {
    let (a, b) = (frame.reporter?, frame.partner?);
    let both = a != Party::WORLD && b != Party::WORLD && a != b;
    let known = |p: Party| p == pair.0 || p == pair.1;
    (both && known(a) != known(b)).then_some((a, b))
}

/// Whether the sentence opens with what it concedes, and names a party there.
fn concedes(asked: &Asked<'_, '_>, party: Party) -> bool {
    let view = asked.view;
    let Some(front) = view.segments.iter().map(|s| &s.tokens).find(|s| s.len() > 1) else { return false };
    let first = front.start + usize::from(matches!(view.norm(front.start), "but" | "and" | "yet" | "still"));
    matches!(view.norm(first), "despite" | "notwithstanding")
        && asked.quantity.is_some_and(|q| view.mentions[q].tokens.start >= front.end)
        && view.actors.iter().any(|a| a.party == party && front.contains(&a.at))
}

/// Who of the two gave the goods of the statement before, where supplies are told of without names.
fn way_of_goods(asked: &Asked<'_, '_>, pair: (Party, Party)) -> Option<Party> {
    let Governor::Head(head) = asked.governor else { return None };
    let supplies = asked.indicator == Indicator::Exports && is_supply(asked.view.norm(head.at));
    let frame = asked.before.filter(|f| supplies && f.commodity.is_some())?;
    let giver = match frame.indicator {
        Indicator::Imports => frame.partner,
        Indicator::Exports | Indicator::Price => frame.reporter,
        _ => None,
    };
    giver.filter(|p| *p == pair.0 || *p == pair.1)
}

/// Words for goods on their way that do not say whose they are.
pub fn is_supply(word: &str) -> bool {
    matches!(word, "supplies" | "supply" | "deliveries" | "delivery" | "shipments" | "volumes" | "flows")
}

/// The other one of two.
pub fn other_of(pair: (Party, Party), known: Party) -> Option<Party> {
    if pair.0 == known {
        Some(pair.1)
    } else if pair.1 == known {
        Some(pair.0)
    } else {
        None
    }
}

/// *Chinese customs put purchases of Uzbek gas at ...*: the teller counts its own side.
pub fn from_teller(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if let (Some(ministry), None) = (foretells_its_own(asked), &sides.reporter)
        && sides.partner.as_ref().is_none_or(|f| f.value != ministry.party)
    {
        sides.reporter = Some(Filled::new(ministry.party, "teller", Some(ministry.span)));
        if sides.partner.is_none() && !alone(asked.indicator) {
            sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
        }
    }
    let teller = asked.view.actors.iter().find(|a| a.role == Role::Teller);
    let other = sides.partner.as_ref().map(|f| f.value);
    if let (Some(actor), Some(other), None) = (teller, other, &sides.reporter)
        && other != actor.party
    {
        sides.reporter = Some(Filled::new(actor.party, "teller", Some(actor.span)));
    }
    counted_by_its_office(sides, asked, teller);
    // *Chinese customs data showed that Saudi Arabia supplied 84.9 million tonnes*, *Russia was the top supplier, China customs data
    // showed*: what came in is what customs count.
    let known = sides.reporter.as_ref().map(|f| f.value);
    if let (Some(actor), Some(known), None, Governor::Head(head)) = (teller, known, &sides.partner, asked.governor)
        && known != actor.party
        && asked.indicator == Indicator::Exports
        && (matches!(head.class, Class::VerbOut | Class::Agent | Class::Noun) || is_supply(asked.view.norm(head.at)))
        && (actor.end..actor.end + 4).any(|at| matches!(asked.view.norm(at), "customs" | "import"))
    {
        sides.partner = Some(Filled::new(actor.party, "teller", Some(actor.span)));
    }
}

/// *The Egyptian Supply Ministry expects wheat imports to reach 6.8 million tonnes*, *The U.S. Department of Agriculture reported
/// export sales of 387,700 tonnes*: who foretells or reports what it names no owner of, where the talk was of others.
fn foretells_its_own<'v>(asked: &Asked<'v, '_>) -> Option<&'v Actor> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    let of_others = |party: Party| {
        asked.context.dateline_home() != Some(party) && asked.before.is_none_or(|f| f.reporter != Some(party))
    };
    let foretells = |a: &Actor| {
        (a.end..(a.end + 8).min(start)).any(|at| {
            matches!(
                view.norm(at),
                "expects"
                    | "expected"
                    | "forecasts"
                    | "foresees"
                    | "estimates"
                    | "estimated"
                    | "puts"
                    | "projects"
                    | "reported"
                    | "reports"
            ) && !view.norm_before(at, 1).starts_with("is")
        })
    };
    let directed = !matches!(asked.indicator, Indicator::Price | Indicator::Investment | Indicator::Transit);
    view.actors
        .iter()
        .find(|a| a.role == Role::Title && a.party.is_country() && a.end <= start)
        .filter(|a| directed && matches!(asked.governor, Governor::Head(_)) && of_others(a.party) && foretells(a))
}

/// In a text about one country's trade, sides that a new statement leaves out are that country and no one in particular:
/// *Britain took 31 bcm* bought it from the one that the text is about, *Imports stood at 5 bcm* are its own.
pub fn from_survey(sides: &mut Sides, asked: &Asked<'_, '_>) {
    // *U.S. crude imports jumped*, *Brazil's surplus* in a text of many: with all of them.
    if let (Governor::Head(head), Some(known), None) = (asked.governor, &sides.reporter, &sides.partner) {
        if let Some(other) = of_the_two_told(asked, known) {
            sides.partner = as_told(other);
            return;
        }
        let owner = asked.view.actors.iter().find(|a| Some(a.span) == known.span).map(|a| a.role);
        // A country's own wire on its totals: *WELLINGTON - New Zealand posted a deficit of ...*
        let mutual = asked.survey.is_mutual()
            || asked.context.dateline_home() != Some(known.value)
            || matches!(asked.indicator, Indicator::Investment | Indicator::Turnover);
        // *China reported exports dipped 1.4 percent*, in a paragraph of its own.
        let reports = owner == Some(Role::Subject)
            && !asked.same_line
            && !asked.survey.is_mutual()
            && asked.view.actors.iter().any(|a| {
                Some(a.span) == known.span
                    && (records(asked.view.norm(a.end)) || matches!(asked.view.norm(a.end), "reported" | "ran" | "had"))
            });
        // *We will bring deliveries to 22 billion cubic metres*: the deliveries told before, to the one who takes them.
        let delivered = known.rule == "home"
            && is_supply(asked.view.norm(head.at))
            && asked.before.is_some_and(|f| {
                f.commodity.is_some()
                    && f.indicator == asked.indicator
                    && f.reporter == Some(known.value)
                    && f.partner.is_some_and(|p| p.is_country())
            })
            && asked.view.goods_before(head.at).is_none();
        // *Germany bought 40 bcm of Russian gas. Norwegian supplies were 25 bcm*: to the same buyer.
        let buyer = |f: &Frame| match f.indicator {
            Indicator::Imports => f.reporter,
            Indicator::Exports if asked.same_line => f.partner,
            _ => None,
        };
        let supplied = asked.before.filter(|f| is_supply(asked.view.norm(head.at)) && f.commodity.is_some());
        let supplied = supplied.and_then(buyer).filter(|p| p.is_country() && *p != known.value);
        if let Some(buyer) = supplied.filter(|_| !delivered) {
            sides.partner = as_told(buyer);
            return;
        }
        if delivered {
            return;
        }
        let owned = reports
            || matches!(owner, Some(Role::Possessor | Role::Modifier | Role::Attribute)) && known.rule != "its"
            || !mutual && owner == Some(Role::Subject)
            // *Imports by Egypt are seen at 12.5 million tons*, behind talk of another.
            || owner == Some(Role::By) && head.class == Class::Noun && !asked.survey.is_mutual()
            // *Exports of Russian gas brought in 21 billion*, in a line of its own.
            || !asked.same_line
                && owner == Some(Role::Origin)
                && asked.indicator == Indicator::Exports
                && asked.view.norm(head.end) == "of";
        let paired = matches!(asked.survey.cast(), Cast::Pair(a, b) if a == known.value || b == known.value);
        let paired = paired && mutual;
        // *South Korea's exports rose*, in a paragraph of its own of a text about South Korea.
        let afresh = !asked.same_line
            && !asked.survey.is_mutual()
            && asked.survey.cast() == Cast::Protagonist(known.value)
            && asked.indicator.is_one_way();
        // *Asia's imports of Russian coal ... South Korea's arrivals slid*: a member's part of what the group took.
        let takes = || is_buying(asked.view.norm(head.at)) || asked.view.norm(head.at) == "arrivals";
        let member = asked.before.filter(|_| asked.same_line).is_some_and(|f| match f.reporter {
            Some(giver) if f.of_several => giver != known.value && takes(),
            Some(g) if f.indicator == asked.indicator && f.partner.is_some_and(|p| p != Party::WORLD) => {
                asked.lexicon.members(g).iter().any(|m| m.party == known.value) || g != known.value && takes()
            }
            _ => false,
        });
        // *Kenyan purchases in January were 5,000 tonnes*, behind what Kenya took of another: goods left out go on as told.
        let goes_on = (is_supply(asked.view.norm(head.at)) || takes())
            && asked.before.is_some_and(|f| {
                f.commodity.is_some()
                    && [f.reporter, f.partner].contains(&Some(known.value))
                    && f.reporter.zip(f.partner).is_some_and(|(a, b)| a.is_country() && b.is_country())
            })
            && !asked.view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)))
            && asked.survey.parties() <= 3;
        let new = !asked.same_sentence
            && !member
            && !goes_on
            && head.class == Class::Noun
            && (asked.survey.parties() > 3 || !mutual || afresh || reports);
        let way_back = || {
            asked.view.range.clone().any(|at| {
                asked.view.is_way_back(at) || asked.view.norm(at) == "return" && asked.view.norm_before(at, 1) == "in"
            })
        };
        // *Germany's exports to Russia plunged. In all, German exports rose*: named anew without the partner, all of them.
        if told_anew(asked, head, known) {
            sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
            return;
        }
        // *But despite the decline in trade with the US, Chinese exports are up*: with all.
        if owned && !alone(asked.indicator) && asked.before.and_then(|f| f.partner).is_some_and(|p| concedes(asked, p))
        {
            sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
            return;
        }
        if owned
            && !paired
            && new
            && !alone(asked.indicator)
            && asked.view.pair.is_none()
            && asked.kind != Kind::Share
            && !asked.view.where_given(Marks::WAY.or(Marks::RETURN), way_back)
        {
            sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
            return;
        }
    }
    // *Algeria increased its supply share to 21%*, in a text of what another takes: of what that one takes.
    if let (Kind::Share, Indicator::Exports, Some(known), None) =
        (asked.kind, asked.indicator, &sides.reporter, &sides.partner)
        && let Some(taker) = asked.survey.taker().filter(|taker| *taker != known.value && known.value != Party::WORLD)
        && supplied(asked)
    {
        sides.partner = Some(Filled::new(taker, "taker_of_the_text", None));
        return;
    }
    let (Governor::Head(head), Cast::Protagonist(lead)) = (asked.governor, asked.survey.cast()) else { return };
    if asked.same_sentence {
        return;
    }
    // *Deliveries from Sweden shrank by 46%*, in a text about Finland, of whose goods nothing is told: to Finland.
    // *Russian deliveries began*, in a text of what Uzbekistan brings in.
    let takes = |f: &Fact| f.reporter == Some(lead) && f.indicator == Indicator::Imports;
    let gives = |f: &&Filled<Party>| {
        f.rule == "from"
            || matches!(f.rule, "modifier" | "attribute" | "origin_of_goods") && asked.facts.iter().any(takes)
    };
    let from = sides.reporter.as_ref().filter(|_| sides.partner.is_none()).filter(gives).map(|f| f.value);
    if let Some(giver) = from.filter(|giver| giver.is_country() && *giver != lead && lead.is_country())
        && head.class == Class::Noun
        && asked.indicator == Indicator::Exports
        && (is_supply(asked.view.norm(head.at)) || asked.view.norm(head.at) == "sales")
        && !asked.survey.gives(lead)
        && !asked.view.actors.iter().any(|a| matches!(a.role, Role::To | Role::Via) && a.party != giver)
    {
        sides.partner = Some(Filled::new(lead, "protagonist", None));
        return;
    }
    // With one or two others alone in the text, the other is meant.
    let many = asked.survey.parties() > 3;
    let world = world_cue(asked).is_some();
    let own = alone(asked.indicator) || asked.indicator == Indicator::Transit;
    let verb = !matches!(head.class, Class::Noun);
    let deal = verb && (!tells_of_all_word(asked, head) || takes_from(asked).is_some());
    let lead = |rule| Some(Filled::new(lead, rule, None));
    let is_lead = |party: Party| lead("").is_some_and(|f| f.value == party);
    // *EU buyers took 15 bcm from Russia. Belgium took 4.2 bcm*: a member took its part of it.
    let member_of_lead =
        |party: Party| lead("").is_some_and(|f| asked.lexicon.members(f.value).iter().any(|m| m.party == party));
    let goes_on = |party: Party| asked.before.is_some_and(|f| f.reporter == Some(party) || f.partner == Some(party));
    let same = asked.same_line && asked.before.is_some_and(|f| f.indicator == asked.indicator);
    // *Ivory Coast shipped 510,000 tonnes. Ghana sold 190,000*: beside the one that the text is about, not to it.
    // *Ghana gathered 0.5 million tonnes. Ivorian ports have shipped 1.2 million*: where the text tells what that one sells too.
    let grown = asked.same_line
        && asked.before.is_some_and(|f| f.indicator == Indicator::Production)
        && lead("").is_some_and(|f| asked.survey.gives(f.value));
    let rival = (same || grown)
        && head.class == Class::VerbOut
        && asked.before.is_some_and(|f| f.reporter.is_some_and(is_lead));
    // *Argentina and Brazil sell soybeans*: two that act together.
    let beside_lead = rival || {
        let span = sides.reporter.as_ref().and_then(|f| f.span);
        let lead = asked.view.actors.iter().find(|a| is_lead(a.party)).map(|a| a.party);
        span.zip(lead).is_some_and(|(span, lead)| beside_in_list(asked.view, span, lead))
    };
    let stands_apart = |party: Party| {
        beside_lead
            || at_a_tender(asked, head)
            || asked.same_line && goes_on(party)
            || member_of_lead(party)
            || sells_to_the_same(asked, party)
    };
    match (sides.reporter.as_ref().map(|f| f.value), sides.partner.as_ref().map(|f| f.value)) {
        (None, None) => {
            let spoken = asked.same_line && asked.before.and_then(|f| f.reporter).is_some_and(|p| p.is_country());
            let told = asked.before.and_then(|f| f.reporter);
            // *Israel will supply Jordan with 45 bcm. Delivery could begin in 2018*
            let taker = asked.before.filter(|f| f.reporter.is_some()).and_then(|f| f.partner);
            // *Delivery could begin in 2018*, in a paragraph of its own, is that of the gas told of above.
            let delivered = is_supply(asked.view.norm(head.at)) && asked.before.is_some_and(|f| f.commodity.is_some());
            let involved = (asked.same_line || delivered) && [told, taker].into_iter().flatten().any(is_lead);
            // *imported 46 bcm. The border price fell to $250*: who imports pays it.
            let pays = asked.indicator == Indicator::Price
                && asked.before.is_some_and(|f| f.indicator == Indicator::Imports && f.reporter.is_some_and(is_lead));
            if pays || goes_on_of_the_world(asked) {
                // From the statement before.
            } else if own && !(spoken && asked.before.is_some_and(|f| alone(f.indicator))) {
                sides.reporter = lead("protagonist");
            } else if asked.indicator == Indicator::Price && many && !same {
                // *The average price at the auction*: of the one that the text is about, for anyone.
                sides.reporter = lead("protagonist");
                sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
            } else if !(own || same || involved) {
                sides.reporter = lead("protagonist");
                sides.partner = many.then(|| Filled::new(Party::WORLD, "no_partner_named", None));
            }
        }
        (Some(known), None) if !own && !world => {
            if is_lead(known) {
                let back = asked
                    .view
                    .where_given(Marks::WAY, || asked.view.range.clone().any(|at| asked.view.is_way_back(at)));
                if many && !deal && !same && !back && asked.view.pair.is_none() {
                    sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
                }
            } else if deal && !stands_apart(known) {
                // *Barley exports to China stopped. Saudi Arabia has bought 1.1 million*: from who sold to the other.
                let seller = asked.before.filter(|f| {
                    head.class == Class::VerbIn && f.indicator == Indicator::Exports && f.partner.is_some_and(is_lead)
                });
                let seller = seller.and_then(|f| f.reporter).filter(|p| p.is_country() && *p != known);
                sides.partner = as_told(seller).or_else(|| lead("protagonist"));
            }
        }
        // What a firm invests is not the lead's.
        // *Iraq sold India oil. Imports from Kuwait rose*: those of who was sold to.
        (None, Some(_))
            if !verb
                && asked.indicator == Indicator::Imports
                && asked.before.is_some_and(|f| {
                    f.indicator == Indicator::Exports
                        && f.commodity.is_some()
                        && f.reporter.is_some_and(is_lead)
                        && f.partner.is_some_and(|p| p.is_country())
                }) => {}
        // *In Ghana shipments fell to 2,000 tonnes. Another 1,000 were loaded for Japan*: from where the others went.
        (None, Some(_)) if same && adds_on(asked) => {}
        (None, Some(known)) if !(own || is_lead(known) || verb && asked.indicator == Indicator::Investment) => {
            sides.reporter = lead("protagonist");
        }
        _ => {}
    }
}

/// *World stocks will reach 640,000 tonnes. Production is seen at 1.9 million*: what no one is named for goes on from what the
/// world has, but for what is told as of home.
pub fn goes_on_of_the_world(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let told =
        asked.before.is_some_and(|f| alone(f.indicator) && f.written.is_some() && f.reporter == Some(Party::WORLD));
    told && alone(asked.indicator)
        && !view.actors.iter().any(Actor::takes_part)
        && !view.range.clone().any(|at| is_domestic(view.norm(at)))
}

/// Whether a share is told of supplies or a supplier.
fn supplied(asked: &Asked<'_, '_>) -> bool {
    asked.view.range.clone().any(|at| {
        let word = asked.view.norm(at);
        word.starts_with("suppl") || word.starts_with("provide")
    })
}

/// *exported*, *imported*: told of all partners where none is named.
pub fn tells_of_all_word(asked: &Asked<'_, '_>, head: Head) -> bool {
    tells_one_way(asked.view.norm(head.at))
}
