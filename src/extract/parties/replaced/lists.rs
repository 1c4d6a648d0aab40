//! The next of those who do the same: it stands where the one before it stood.

use super::Next;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::parties::{Asked, Sides, as_told};
use crate::extract::rule::Filled;
use crate::extract::side::Side;
use crate::extract::side::rule_of;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{is_merchandise, is_or_was, leads_infinitive, remains};
use crate::model::Indicator;

/// *traders in France received 28,000 tonnes, in Belgium 5,000*: the next of those who sell.
pub fn of_traders(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let traders = |a: &Actor| a.at < next.actor.at && next.view.is_place_of_traders(a);
    (next.is(Role::In) && next.of(Indicator::Exports) && next.view.actors.iter().any(traders))
        .then(|| next.with_the_same_partner())
}

/// *those of Belarus rose by a tenth and Russia's by a third*: of the same goods, from another.
pub fn owns_the_like(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let owned = !next.is_share() && next.is_one_way() && next.frame.reporter.is_some();
    let like = owned && owns_the_same(next.view, next.actor) && !next.is_told();
    like.then(|| if stands_for_a_source(next) { next.on(Side::Partner) } else { next.with_the_same_partner() })
}

/// *Imports from Russia came down to 7.5m tonnes, while Colombia's fell to 0.6m*: whether an owner alone stands beside a source, in a
/// sentence that names nobody who owns those imports.
fn stands_for_a_source(next: &Next<'_, '_, '_>) -> bool {
    let before = |a: &&Actor| a.at < next.actor.at;
    let source = |a: &Actor| a.role == Role::From && Some(a.party) == next.frame.partner;
    next.of(Indicator::Imports)
        && next.asked.same_sentence
        && next.view.actors.iter().filter(before).any(source)
        && !next.view.actors.iter().filter(before).any(|a| a.role.owns() && Some(a.party) == next.frame.reporter)
}

/// *Iraq, at 1.02 million barrels a day, kept its place as top supplier*: the next of those who sell.
pub fn called_a_trader(next: &Next<'_, '_, '_>) -> Option<Sides> {
    ranked_as_one(next.actor, next.asked, next.frame).map(|side| next.on(side))
}

/// *bought 29 percent from Algeria and Portugal 41 percent from Nigeria*: both sides are named anew, without the verb.
pub fn with_both_anew(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let (first, second) = both_anew(next.actors, next.asked)?;
    let named = |a: &Actor| Some(Filled::new(a.party, rule_of(a), Some(a.span)));
    let gives = next.of(Indicator::Exports) == (second.role == Role::To);
    let (reporter, partner) = if gives { (first, second) } else { (second, first) };
    Some(Sides { reporter: named(reporter), partner: named(partner) })
}

/// *The sale of Polish goods to Vietnam is growing faster*: whose goods go to whom, where no word of trade governs the figure.
pub fn goods_of_one_to_another(asked: &Asked<'_, '_>) -> Option<Sides> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    if !asked.indicator.is_one_way() {
        return None;
    }
    let before = |a: &&Actor| a.end <= start && a.party.is_country();
    let taker = view.actors.iter().filter(before).find(|a| a.role == Role::To)?;
    let goods = |a: &Actor| view.goods_at(a.end).is_some() || is_merchandise(view.norm(a.end));
    let own = |a: &&Actor| {
        matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier)
            && goods(a)
            && (a.end..a.end + 4).contains(&taker.at)
    };
    let giver = view.actors.iter().filter(before).find(own).filter(|a| a.party != taker.party)?;
    let named = |a: &Actor| Some(Filled::new(a.party, rule_of(a), Some(a.span)));
    let (reporter, partner) = match asked.indicator {
        Indicator::Exports => (giver, taker),
        _ => (taker, giver),
    };
    let parted = view.first_quantity(&(giver.at..start)).is_some();
    (!parted).then(|| Sides { reporter: named(reporter), partner: named(partner) })
}

/// *that of Peru in Chile is about $11 billion*: what the statement before told of two, turned round.
pub fn that_of_one_in(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let view = next.view;
    let before = |a: &&Actor| a.end <= next.figure.start && a.rule == "name";
    let other = view.actors.iter().rfind(before)?;
    let one = view.actors.iter().filter(before).rfind(|a| a.end <= other.at)?;
    let that = matches!(view.norm_before(one.at, 2), "that" | "those") && view.norm_before(one.at, 1) == "of";
    // *Russia's in India stands at $4 billion*
    let owned = one.role == Role::Possessor && view.norm(one.end) == "'" && one.end + 2 + 1 == other.at;
    let near = that && one.end + 1 == other.at || owned;
    let end = matches!(other.role, Role::In | Role::To | Role::From | Role::With) && one.party != other.party;
    let own = view.first_quantity(&(one.at..next.figure.start)).is_none();
    let named = |a: &Actor| Some(Filled::new(a.party, rule_of(a), Some(a.span)));
    (near && end && own && next.asked.indicator != Indicator::Turnover)
        .then(|| Sides { reporter: named(one), partner: named(other) })
}

/// *compared with the 170 billion of Russia*: whose the figure is stands right behind it.
pub fn right_behind(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let the = next.asked.quantity.is_some() && next.view.norm_before(next.figure.start, 1) == "the";
    let behind = next.is(Role::Of) && next.actor.at == next.figure.end + 1;
    (next.is_one_way() && the && behind && next.frame.reporter != Some(next.actor.party))
        .then(|| next.with_the_same_partner())
}

/// *Turkish exports made up 3.6 billion, Russian ones 20.4 billion*: the same of another.
pub fn ones(next: &Next<'_, '_, '_>) -> Option<Sides> {
    if next.view.norm(next.actor.end) != "ones" {
        return None;
    }
    let frame = next.frame;
    let other = if frame.partner == Some(next.actor.party) { frame.reporter } else { frame.partner };
    Some(Sides { reporter: Some(next.placed()), partner: as_told(other) })
}

/// One whom the statement before named: the next one named is new.
pub fn named_again(next: &Next<'_, '_, '_>) -> Option<Sides> {
    if !next.is_told() {
        return None;
    }
    let (frame, party) = (next.frame, next.actor.party);
    let mut sides = Sides::default();
    if let Some(second) = next.actors.get(1) {
        let other = Filled::new(second.party, rule_of(second), Some(second.span));
        // *1.2bn (£0.9bn) of tea to Pakistan and $300m (£240m) to Egypt*: the next of those it goes to.
        let aimed = matches!(
            (next.asked.indicator, second.role),
            (Indicator::Exports, Role::To | Role::For) | (Indicator::Imports, Role::From)
        );
        let slot = if aimed || frame.reporter == Some(party) { &mut sides.partner } else { &mut sides.reporter };
        *slot = Some(other);
    } else if frame.partner == Some(party) && next.is_share() && next.is(Role::Subject) {
        // *Iraq took 47 percent. Afghanistan followed*: the next of those who took.
        sides.partner = Some(Filled::new(party, "named_again", Some(next.actor.span)));
    }
    Some(sides)
}

/// *300 tonnes to China, against 36,000 to the UAE*: behind the figure, where it goes or comes from.
pub fn aimed(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let ends = matches!(
        (next.asked.indicator, next.actor.role),
        (Indicator::Exports, Role::To) | (Indicator::Imports, Role::From)
    );
    let end = next.figure.end;
    let after = next.asked.quantity.is_some() && (end..=end + 4).contains(&next.actor.at);
    (ends && after && next.frame.reporter.is_some_and(|p| p != next.actor.party)).then(|| next.partner())
}

/// *the largest importer with a 20% share, followed by China (19%)*: the next of those who take.
pub fn next_taker(next: &Next<'_, '_, '_>) -> Option<Sides> {
    (next.is_ranked() && next.led_by() == Some("followed") && next.frame.subject == Some(Side::Reporter))
        .then(|| next.with_the_same_partner())
}

/// *The main partner was Germany with $1.2 billion. Germany was followed by Italy with $777 million*: the next of the partners.
pub fn behind_the_partner(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let (view, ahead) = (next.view, next.actor);
    let passive =
        is_or_was(view.norm(ahead.end)) && view.norm(ahead.end + 1) == "followed" && view.norm(ahead.end + 2) == "by";
    let behind = view.actors.iter().find(|a| a.at > ahead.at && a.at <= ahead.end + 4 && a.at < next.figure.start)?;
    let partner = Filled::new(behind.party, "in_its_place", Some(behind.span));
    (passive && next.frame.partner == Some(ahead.party)).then(|| Sides { partner: Some(partner), ..Sides::default() })
}

/// *exports to Mexico rose to 90,000 tonnes. Japan was not far behind at 80,000*: it stands in the place of the one named right before.
pub fn close_behind(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let near = next.actor.end..next.figure.start.min(next.actor.end + 7);
    let behind = near.clone().any(|at| next.view.norm(at) == "behind");
    let close = near.into_iter().any(|at| matches!(next.view.norm(at), "far" | "close" | "just"));
    let another = next.is(Role::Subject) && next.is_one_way() && !next.is_told();
    let side = next.frame.nearest.filter(|_| behind && close && another)?;
    Some(next.on(side))
}

/// *while those of Kenya halved*: of the same goods, from another.
pub fn those_of(next: &Next<'_, '_, '_>) -> Option<Sides> {
    (next.is(Role::Of) && next.view.norm_before(next.actor.at, 2) == "those").then(|| next.reporter())
}

/// *Russia's by a third*, *Mexico's should reach*: whether an owner stands alone before what is told of the same.
pub fn owns_the_same(view: &View<'_>, actor: &Actor) -> bool {
    let behind = actor.end + 2;
    actor.role == Role::Possessor
        && view.norm(actor.end) == "'"
        && view.norm(actor.end + 1) == "s"
        // *overtaking Saudi Arabia's 275,000 barrels a day*
        && (view.quantities.iter().any(|q| view.mentions[*q].tokens.start == behind)
            || leads_infinitive(view.norm(behind)) || matches!(view.norm(behind), "by" | "at" | "were" | "was" | "rose" | "fell" | "has" | "had"))
}

/// Which side a subject has that the rest of its sentence calls a supplier or a buyer of what the talk is of.
fn ranked_as_one(actor: &Actor, asked: &Asked<'_, '_>, frame: &Frame) -> Option<Side> {
    let view = asked.view;
    let figure = &view.mentions[asked.quantity?].tokens;
    let flow = asked.indicator == frame.indicator
        && asked.indicator.is_one_way()
        && frame.reporter.is_some_and(|p| p.is_country());
    let near = figure.start - actor.end.min(figure.start) <= 4 && actor.end <= figure.start;
    if !flow || actor.role != Role::Subject || !near || [frame.reporter, frame.partner].contains(&Some(actor.party)) {
        return None;
    }
    let end = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at > figure.start);
    let end = end.unwrap_or(view.range.end);
    let agent = view.heads.iter().find(|h| h.class == Class::Agent && (figure.end..end).contains(&h.at))?;
    let placed = (figure.end..agent.at).any(|at| {
        matches!(
            view.norm(at),
            "kept" | "was" | "is" | "ranked" | "held" | "keeps" | "holds" | "retains" | "retained" | "regained"
        ) || remains(view.norm(at))
    });
    let other = |a: &&Actor| (figure.end..agent.at).contains(&a.at) && a.rule != "its";
    let owned = view.actors.iter().any(|a| other(&a));
    let gives = agent.indicator()? == Indicator::Exports;
    let side = if gives == (asked.indicator == Indicator::Exports) { Side::Reporter } else { Side::Partner };
    (placed && !owned).then_some(side)
}

/// *bought 29 percent from Algeria and Portugal 41 percent from Nigeria*: both sides are named anew, without the verb.
fn both_anew<'v>(actors: &[&'v Actor], asked: &Asked<'v, '_>) -> Option<(&'v Actor, &'v Actor)> {
    let view = asked.view;
    let figure = &view.mentions[asked.quantity?].tokens;
    let [first, second, ..] = actors[..] else { return None };
    let flow = asked.indicator.is_one_way();
    let acts = matches!(first.role, Role::Subject | Role::Object) || listed_behind(view, first);
    let near = first.end <= figure.start && figure.start - first.end <= 3 && second.at >= figure.end;
    let aims = matches!(second.role, Role::To | Role::From) && second.at <= figure.end + 6;
    (flow && acts && near && aims && first.party != second.party).then_some((first, second))
}

/// Whether a name stands behind *and* or a comma, so that its preposition can be that of the one before it.
fn listed_behind(view: &View<'_>, actor: &Actor) -> bool {
    matches!(view.norm_before(actor.at, 1), "and" | "," | "while")
}
