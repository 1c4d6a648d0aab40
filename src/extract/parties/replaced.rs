//! A party that takes the place of the one before it, in a list that goes on.

use super::super::below::named_in_entry;
use super::super::bracketed::partner_of_part;
use super::super::frame::Frame;
use super::super::grammar::Role;
use super::super::rule::Filled;
use super::super::share::ranks;
use super::super::side::{Side, alone};
use super::super::survey::Cast;
use super::super::told::tops_the_list;
use super::super::view::{Actor, View};
use super::verbs::estimates;
use super::{Asked, Sides, paid, rule_of};
use crate::lexicon::Class;
use crate::lexicon::words::{is_demonstrative, is_limit, leads_infinitive, opens_figure, remains};
use crate::model::{Indicator, Kind, Party};

/// Whether an actor opens a clause behind *of which*, *of this*.
fn of_which(view: &View<'_>, actor: &Actor) -> bool {
    let start = view.segment_tokens(view.segment(actor.at)).start;
    actor.role == Role::Subject
        && actor.at <= start + 3
        && view.norm(start) == "of"
        && (is_demonstrative(view.norm(start + 1)) || view.norm(start + 1) == "which")
}

/// The party whose place in a list a figure has: the first of its own, but the one that *for*, *to* or *from* sets right behind
/// it where that first stands apart: *1 million tons for Australia and 900,000 tons for Turkey*.
fn entry_of<'v>(actors: &[&'v Actor], asked: &Asked<'v, '_>) -> Option<&'v Actor> {
    let first = *actors.first()?;
    let Some(figure) = asked.quantity.map(|q| &asked.view.mentions[q].tokens) else { return Some(first) };
    let apart = first.end + 1 < figure.start && asked.view.norm(first.end) == "and";
    let aimed = |a: &&&Actor| {
        a.role == first.role
            && matches!(a.role, Role::For | Role::To | Role::From)
            && (figure.end + 1..figure.end + 4).contains(&a.at)
    };
    Some(actors.iter().find(aimed).filter(|_| apart).map_or(first, |a| *a))
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
    matches!(view.norm(actor.at.wrapping_sub(1)), "and" | "," | "while")
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

/// Whether who is told of had a part of what one country sold or bought in all: the first of those who bought, who comes to no more
/// than all of it, or who gave what was bought.
fn has_a_part(actor: &Actor, asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let of_all = frame.partner.is_none_or(|p| p == Party::WORLD)
        && frame.reporter.is_some_and(|p| p.is_country())
        && asked.indicator.is_one_way();
    let Some(figure) = asked.quantity.and_then(|q| view.quantity(q)).filter(|_| of_all) else { return false };
    let start = view.start_with_hedge(figure);
    if asked.kind != Kind::Level || actor.end > start || !actor.party.is_country() {
        return false;
    }
    let gives = |at: usize| matches!(view.norm(at), "gave" | "gives" | "supplied" | "sent" | "delivered");
    if asked.indicator == Indicator::Imports && actor.role == Role::Subject && (actor.end..start).any(gives) {
        return true;
    }
    let total = frame.written.and_then(|told| told.number.checked_mul(told.step));
    let smaller = total.is_some_and(|total| figure.quantity.value <= total);
    let unit = frame.unit.is_some_and(|unit| unit == figure.quantity.unit);
    smaller && unit && start > actor.end && tops_the_list(view, start - 1).is_some()
}

/// Another reporter, whose partner is that of the statement before.
fn with_the_same_partner(sides: &mut Sides, reporter: Filled<Party>, frame: &Frame) {
    sides.reporter = Some(reporter);
    sides.partner = frame.partner.map(|p| Filled::new(p, "statement_before", None));
}

/// A list goes on: the party named here takes the place of the one before it.
pub fn replace(sides: &mut Sides, frame: &Frame, actors: &[&Actor], asked: &Asked<'_, '_>) {
    let Some(actor) = entry_of(actors, asked).or_else(|| owner_of_share(asked)) else { return };
    // *Exports by destination:* over *China: up 22.7 percent*
    if let (Role::Label, Some(side)) = (actor.role, named_in_entry(frame, actor.party)) {
        let named = Some(Filled::new(actor.party, "entry_of_list", Some(actor.span)));
        let other = |party: Option<Party>| party.map(|p| Filled::new(p, "line_over_list", None));
        (sides.reporter, sides.partner) = match side {
            Side::Reporter => (named, other(frame.partner)),
            Side::Partner => (other(frame.reporter), named),
        };
        return;
    }
    // *traders in France received 28,000 tonnes, in Belgium 5,000*: the next of those who sell.
    let traders = |a: &Actor| a.at < actor.at && asked.view.is_place_of_traders(a);
    if actor.role == Role::In && asked.indicator == Indicator::Exports && asked.view.actors.iter().any(traders) {
        with_the_same_partner(sides, Filled::new(actor.party, "in_its_place", Some(actor.span)), frame);
        return;
    }
    // *against an OPEC quota of 2.4 million barrels*: a group's limit for the one told before.
    let sets = |at: usize| is_limit(asked.view.norm(at));
    if !actor.party.is_country() && (sets(actor.end) || sets(actor.end + 1)) {
        return;
    }
    // *volumes through Ukraine*: where goods pass, not where they end.
    if actor.role == Role::Via && asked.indicator.is_one_way() {
        return;
    }
    // *those of Belarus rose by a tenth and Russia's by a third*: of the same goods, from another.
    let owned = asked.kind != Kind::Share && asked.indicator.is_one_way() && frame.reporter.is_some();
    if owned && owns_the_same(asked.view, actor) && ![frame.reporter, frame.partner].contains(&Some(actor.party)) {
        with_the_same_partner(sides, Filled::new(actor.party, "in_its_place", Some(actor.span)), frame);
        return;
    }
    // *Iraq, at 1.02 million barrels a day, kept its place as top supplier*: the next of those who sell.
    if let Some(side) = ranked_as_one(actor, asked, frame) {
        let (slot, other) = match side {
            Side::Reporter => (&mut sides.reporter, &mut sides.partner),
            Side::Partner => (&mut sides.partner, &mut sides.reporter),
        };
        let stays = if side == Side::Reporter { frame.partner } else { frame.reporter };
        *slot = Some(Filled::new(actor.party, "in_its_place", Some(actor.span)));
        *other = stays.map(|p| Filled::new(p, "statement_before", None));
        return;
    }
    if let Some((first, second)) = both_anew(actors, asked) {
        let named = |a: &Actor| Some(Filled::new(a.party, rule_of(a), Some(a.span)));
        let gives = (asked.indicator == Indicator::Exports) == (second.role == Role::To);
        (sides.reporter, sides.partner) =
            if gives { (named(first), named(second)) } else { (named(second), named(first)) };
        return;
    }
    let party = actor.party;
    let filled = Filled::new(party, "in_its_place", Some(actor.span));
    // *pays $379, 51 dollars less than Ukraine*: who it is set beside pays another price.
    let than = asked.view.phrase_start(actor).wrapping_sub(1);
    let as_told = |party: Option<Party>| party.map(|p| Filled::new(p, "statement_before", None));
    if asked.indicator == Indicator::Price && asked.kind == Kind::Change && asked.view.norm(than) == "than" {
        (sides.reporter, sides.partner) = (as_told(frame.reporter), as_told(frame.partner));
        return;
    }
    if asked.indicator == Indicator::Price
        && asked.same_sentence
        && let Some(side) = paid::next_in_list(asked, frame, actor)
    {
        (sides.reporter, sides.partner) = match side {
            Side::Reporter => (Some(filled), as_told(frame.partner)),
            Side::Partner => (as_told(frame.reporter), Some(filled)),
        };
        return;
    }
    // *exported 440,000 tonnes. Pakistan was first with 150,000*, *imported 11 bcm. Russia gave 9 of these*
    if [frame.reporter, frame.partner].iter().all(|p| *p != Some(party)) && has_a_part(actor, asked, frame) {
        sides.partner = Some(filled);
        return;
    }
    // *imported 800 mcm (Russia 70%, Lithuania 30%)*: with whom each part was.
    let part = asked.quantity.and_then(|q| partner_of_part(asked.view, asked.view.quantity(q)?));
    if let Some(named) = part.filter(|a| frame.reporter.is_some_and(|p| p != a.party)) {
        sides.partner = Some(Filled::new(named.party, "in_its_place", Some(named.span)));
        return;
    }
    // *took 8.1 million tonnes, 6.7 million of it Russian*: of which origin a part is.
    let figure = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.end);
    if asked.indicator == Indicator::Imports
        && actor.at == figure + 2
        && asked.view.norm(figure) == "of"
        && matches!(asked.view.norm(figure + 1), "it" | "them")
    {
        sides.partner = Some(filled);
        return;
    }
    // *compared with the 170 billion of Russia*: whose the figure is stands right behind it.
    let flow = asked.indicator.is_one_way();
    let the =
        asked.quantity.is_some_and(|q| asked.view.norm(asked.view.mentions[q].tokens.start.wrapping_sub(1)) == "the");
    if flow && the && actor.role == Role::Of && actor.at == figure + 1 && frame.reporter != Some(party) {
        with_the_same_partner(sides, filled, frame);
        return;
    }
    // *Turkish exports made up 3.6 billion, Russian ones 20.4 billion*: the same of another.
    if asked.view.norm(actor.end) == "ones" {
        let other = if frame.partner == Some(party) { frame.reporter } else { frame.partner };
        sides.reporter = Some(filled);
        sides.partner = other.map(|p| Filled::new(p, "statement_before", None));
        return;
    }
    if frame.reporter == Some(party) || frame.partner == Some(party) {
        if let Some(second) = actors.get(1) {
            let other = Filled::new(second.party, rule_of(second), Some(second.span));
            // *1.2bn (£0.9bn) of tea to Pakistan and $300m (£240m) to Egypt*: the next of those it goes to.
            let aimed = matches!(
                (asked.indicator, second.role),
                (Indicator::Exports, Role::To | Role::For) | (Indicator::Imports, Role::From)
            );
            let slot = if aimed || frame.reporter == Some(party) { &mut sides.partner } else { &mut sides.reporter };
            *slot = Some(other);
        } else if frame.partner == Some(party) && asked.kind == Kind::Share && actor.role == Role::Subject {
            // *Iraq took 47 percent. Afghanistan followed*: the next of those who took.
            sides.partner = Some(Filled::new(party, "named_again", Some(actor.span)));
        }
        return;
    }
    // *Algerian gas made 36 percent of Italian imports; Azerbaijan's share was 16*: the next of those who had a part.
    if asked.kind == Kind::Share
        && actor.role == Role::Possessor
        && asked.view.norm(actor.end + 2) == "share"
        && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover)
        && frame.reporter.is_some_and(|p| p != party && p != Party::WORLD)
        && (frame.partner.is_some_and(|p| p.is_country()) || asked.indicator == Indicator::Imports)
    {
        sides.partner = Some(filled);
        return;
    }
    // *India imported 16 mln t. Angola's contribution was 0.9 million*: what it gave.
    let gave = |at: usize| asked.view.norm(at) == "contribution";
    if asked.indicator == Indicator::Imports
        && frame.reporter.is_some_and(|p| p != party && p != Party::WORLD)
        && (actor.role == Role::Possessor && gave(actor.end + 2)
            || actor.role == Role::Of && gave(asked.view.phrase_start(actor).wrapping_sub(2)))
    {
        sides.partner = Some(filled);
        return;
    }
    // *The EU imported 11,724 tonnes. Kazakhstan led with 26.8 percent, ahead of Niger with 25.4*: those who had a part of it.
    let start = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
    // *Iraq came second with 891,000 bpd*
    let had = asked.kind == Kind::Level && asked.indicator == Indicator::Imports && frame.partner.is_none();
    if (had || asked.kind == Kind::Share)
        && asked.indicator.is_one_way()
        && frame.reporter.is_some_and(|p| p != party && p != Party::WORLD)
        && (asked.indicator == Indicator::Imports || frame.partner.is_none_or(|p| p == Party::WORLD))
        && ranks(asked.view, start)
        // *China took 28 percent of them, followed by Japan with 21*: the first of them took its own.
        && !(asked.same_sentence && frame.subject == Some(Side::Reporter))
        && !asked.view.heads.iter().any(|h| h.class == Class::Agent)
    {
        sides.partner = Some(filled);
        return;
    }
    // *300 tonnes to China, against 36,000 to the UAE*: behind the figure, where it goes or comes from.
    let after = asked
        .quantity
        .is_some_and(|q| (0..=4).contains(&(actor.at as isize - asked.view.mentions[q].tokens.end as isize)));
    let aimed = match (asked.indicator, actor.role) {
        (Indicator::Exports, Role::To) | (Indicator::Imports, Role::From) => after && frame.reporter.is_some(),
        _ => false,
    };
    if aimed && frame.reporter != Some(party) {
        sides.partner = Some(filled);
        return;
    }
    // *with the EU, at 219 billion, followed by China, at 202 billion*: in the place of the one named right before.
    let by = (1..=2).map(|back| actor.at.wrapping_sub(back)).find(|at| asked.view.norm(*at) == "by");
    let ranks = asked.view.heads.iter().any(|h| h.class == Class::Agent && h.at < actor.at);
    let followed = by.is_some_and(|at| matches!(asked.view.norm(at.wrapping_sub(1)), "followed" | "trailed")) && !ranks;
    // *the largest importer with a 20% share, followed by China (19%)*: the next of those who take.
    if ranks
        && by.is_some_and(|at| asked.view.norm(at.wrapping_sub(1)) == "followed")
        && frame.subject == Some(Side::Reporter)
    {
        with_the_same_partner(sides, filled, frame);
        return;
    }
    // *Russia kept its lead with 23.6 bcm* in a text of what Turkey imports: the one that the text is about stays.
    // *Germany imported 4.8 bcm, Turkey 2.7 bcm and Italy 2.1 bcm*: the next of those who took, whoever the text is about.
    let next = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
    let taker = asked.same_sentence
        && matches!(actor.role, Role::Subject | Role::Object)
        && asked.indicator.is_one_way()
        && next == actor.end
        && frame.nearest == Some(Side::Reporter)
        && frame.partner.is_some_and(|p| p.is_country() && p != party);
    if let Cast::Protagonist(lead) = asked.survey.cast()
        && !taker
        && party != lead
        && asked.indicator.is_trade()
    {
        if frame.reporter == Some(lead) {
            sides.partner = Some(filled);
            return;
        }
        // *Pakistan took 38 percent of the exports, followed by Egypt with 15*: it was named there as one of those in the list.
        let listed = asked.same_sentence && frame.nearest == Some(Side::Partner)
            || frame.subject == Some(Side::Partner) && actor.role == Role::Subject;
        if frame.partner == Some(lead) && !listed {
            sides.reporter = Some(filled);
            return;
        }
    }
    // *Turkey imported 46 bcm. Russia = 24.5 bcm*: a part of what one took is with another.
    if asked.view.norm(actor.end) == "="
        && !asked.same_sentence
        && frame.partner.is_none_or(|p| p == Party::WORLD)
        && frame.reporter.is_some_and(|r| r.is_country())
        && asked.indicator.is_one_way()
    {
        sides.partner = Some(filled);
        return;
    }
    // *while those of Kenya halved*: of the same goods, from another.
    if actor.role == Role::Of && asked.view.norm(actor.at.wrapping_sub(2)) == "those" {
        sides.reporter = Some(filled);
        return;
    }
    let member =
        |group: Option<Party>| group.is_some_and(|g| asked.lexicon.members(g).iter().any(|m| m.party == party));
    // *Uzbek exports reached 2 mln tons, with Russia accounting for 38.4%*: a part of one country's trade is with another.
    let had = (actor.end..next).any(|at| {
        let word = asked.view.norm(at);
        word.starts_with("account") || matches!(word, "share" | "part" | "representing" | "represented" | "responsible")
    });
    let part = asked.kind == Kind::Share
        || asked.kind == Kind::Level && (actor.end..next).any(|at| asked.view.norm(at).starts_with("account"));
    if part
        && had
        && asked.indicator.is_one_way()
        && frame.partner.is_none_or(|p| p == Party::WORLD)
        && frame.reporter.is_some_and(|r| r.is_country())
        && party.is_country()
        && !member(frame.reporter)
    {
        sides.partner = Some(Filled::new(party, "part_with", Some(actor.span)));
        return;
    }
    let bare = next <= actor.end
        || next == actor.end + 1
            && (asked.view.norm(actor.end) == "(" || asked.view.norm(actor.end) == "with" && asked.same_sentence);
    // *was second after Australia with 19.9 million*
    let before = |back: usize| asked.view.norm(actor.at.wrapping_sub(back));
    let placed = actor.role == Role::Beside && before(1) == "after" || before(1) == "of" && before(2) == "ahead";
    let ranked = placed && next == actor.end + 1 && opens_figure(asked.view.norm(actor.end));
    // *China was the main buyer of Peru's copper, taking 1.6 million tonnes, ahead of Japan with 0.1*: beside who took.
    let turn = if (bare || followed) && !ranked { frame.nearest } else { frame.subject };
    // *Investment from Singapore made 15 billion, ahead of China with 7*: the next of those who invest.
    let turn = turn.or(frame.nearest.filter(|_| ranked));
    // *European refiners took 18 million, of which Spain 6 million*: a member took its part.
    if of_which(asked.view, actor) && asked.indicator == Indicator::Imports && member(frame.reporter) {
        with_the_same_partner(sides, filled, frame);
        return;
    }
    // *imported 7 million tonnes, of which Indonesia accounted for 5.3 million*: a part came from or went to the other.
    if of_which(asked.view, actor) && !alone(asked.indicator) && frame.reporter.is_some() {
        sides.partner = Some(Filled::new(party, "part_of_which", Some(actor.span)));
        return;
    }
    let reporter_open = frame.reporter.is_none() || (member(frame.reporter) && !member(frame.partner));
    match (asked.indicator, actor.role) {
        // *buys gas from Azerbaijan at $120 and from Russia at $235*: of another seller.
        (Indicator::Price, Role::From | Role::Origin | Role::Attribute) => with_the_same_partner(sides, filled, frame),
        (Indicator::Price, Role::To | Role::For) => sides.partner = Some(filled),
        (Indicator::Exports, Role::From) | (Indicator::Imports, Role::To) => sides.reporter = Some(filled),
        // *120 MW from Egypt and 200 MW from Ethiopia*: to the same taker.
        (Indicator::Capacity, Role::From) => {
            with_the_same_partner(sides, filled, frame);
        }
        // *For Romania the figures were 2.05 bcm*, behind exports to another.
        // *raised 1.2 million tonnes for China and 900,000 tonnes for Turkey*: for another of those estimated.
        (Indicator::Exports | Indicator::Imports, Role::For)
            if estimates(asked.view, asked.view.clause(actor.at).start..actor.at) =>
        {
            sides.reporter = Some(filled);
        }
        (Indicator::Exports, Role::To | Role::For) | (Indicator::Imports, Role::From) => sides.partner = Some(filled),
        (Indicator::Production | Indicator::Consumption | Indicator::Reserves | Indicator::Transit, _) => {
            sides.reporter = Some(filled);
        }
        _ if frame.reporter == Some(Party::WORLD) && frame.partner != Some(Party::WORLD) => {
            sides.reporter = Some(filled)
        }
        _ if member(frame.partner) && !member(frame.reporter) => sides.partner = Some(filled),
        _ if followed && frame.nearest == Some(Side::Partner) => sides.partner = Some(filled),
        // *Spain was Morocco's first trading partner with 13 billion, followed by France with 10*: the next of the partners.
        (Indicator::Turnover, _)
            if followed && (asked.view.range.start..actor.at).any(|at| asked.view.norm(at) == "partner") =>
        {
            sides.partner = Some(filled);
        }
        _ if turn == Some(Side::Reporter)
            && (matches!(actor.role, Role::Subject | Role::Modifier | Role::Possessor) || ranked || followed) =>
        {
            sides.reporter = Some(filled);
        }
        _ if reporter_open => sides.reporter = Some(filled),
        _ => sides.partner = Some(filled),
    }
}

/// *Russia's share, which had been 14.4 percent a year before, was 3.9*: whose part the sentence tells of, also behind a clause.
fn owner_of_share<'v>(asked: &Asked<'v, '_>) -> Option<&'v Actor> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    let owner = view.actors.iter().rfind(|a| a.end <= start && a.takes_part()).filter(|_| asked.kind == Kind::Share)?;
    (owner.role == Role::Possessor && view.norm(owner.end + 2) == "share").then_some(owner)
}
