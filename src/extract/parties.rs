//! Who trades with whom: from the parts that the sentence's parties play, then from what was said before.
//!
//! | sentence | reporter | partner | rules |
//! | --- | --- | --- | --- |
//! | *China's imports from Kazakhstan* | CHN | KAZ | `possessor`, `from` |
//! | *Kazakhstan shipped 3 mln t to Uzbekistan* | KAZ | UZB | `subject`, `to` |
//! | *trade between the two countries* | CHN | TKM | `pair` |
//! | *..., Uzbekistan with $14 billion* | CHN | UZB | `statement_before`, `in_its_place` |

use super::frame::Frame;
use super::grammar::{Opening, Role};
use super::indicator::Governor;
use super::rule::Filled;
use super::side::{Side, alone, of_role, rule_of};
use super::view::{Actor, Head, View};
use crate::lexicon::{Class, Cue, Lexicon, Relation, Topic};
use crate::model::{Indicator, Kind, Party, Span};
use crate::resolve::Context;

/// The two sides of a statement.
#[derive(Debug, Clone, Default)]
pub struct Sides {
    /// Whose figure it is.
    pub reporter: Option<Filled<Party>>,
    /// The other side.
    pub partner: Option<Filled<Party>>,
}

/// What the sides are found from.
pub struct Asked<'v, 'a> {
    /// The sentence.
    pub view: &'v View<'a>,
    /// The quantity among its mentions; `None` for a heading.
    pub quantity: Option<usize>,
    /// What governs it.
    pub governor: Governor,
    /// What it counts.
    pub indicator: Indicator,
    /// Level, change or share.
    pub kind: Kind,
    /// The statement before it, in the sentence or the text.
    pub before: Option<&'v Frame>,
    /// What the text named so far.
    pub context: &'v Context,
    /// Whether the statement before stands in the same paragraph.
    pub same_line: bool,
    /// Memberships of groups.
    pub lexicon: &'v Lexicon,
}

impl Sides {
    /// The side that the sentence's subject took.
    pub fn of_subject(&self, view: &View<'_>) -> Option<Side> {
        let subject = |slot: &Option<Filled<Party>>| {
            slot.as_ref().is_some_and(|f| {
                view.actors.iter().any(|a| {
                    Some(a.span) == f.span && matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier)
                })
            })
        };
        self.which(subject)
    }

    /// The side that the party named last before a figure took.
    pub fn of_nearest(&self, view: &View<'_>, quantity: usize) -> Option<Side> {
        let start = view.mentions[quantity].tokens.start;
        // *Russian wheat* names goods, which no entry of a list stands beside.
        let named = |a: &&Actor| a.takes_part() && !matches!(a.role, Role::Origin | Role::Attribute);
        let nearest = view.actors.iter().rev().filter(|a| a.at < start).find(named)?;
        self.which(|slot| slot.as_ref().is_some_and(|f| f.span == Some(nearest.span)))
    }

    fn which(&self, is: impl Fn(&Option<Filled<Party>>) -> bool) -> Option<Side> {
        if is(&self.reporter) { Some(Side::Reporter) } else { is(&self.partner).then_some(Side::Partner) }
    }
}

/// Finds both sides.
pub fn sides(asked: &Asked<'_, '_>) -> Sides {
    let mut sides = Sides::default();
    let head = match asked.governor {
        Governor::Head(head) => Some(head),
        // A price told by its unit alone has its parties as if it were named.
        _ if asked.indicator == Indicator::Price && asked.before.is_none_or(|f| f.indicator != Indicator::Price) => {
            let at = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
            let topic = Topic::Of(Indicator::Price);
            Some(Head { at, end: at, span: Span::default(), topic, class: Class::Noun, passive: false })
        }
        _ => None,
    };
    let actors = actors(asked, head.as_ref());
    if let Some(head) = &head {
        for actor in &actors {
            let part = match (asked.quantity, actor.role) {
                // *MONGOLIA: energy trade at a glance*
                (None, Role::Label) => Some(Side::Reporter),
                // *Cameroon: cocoa exports up 8 percent*: without another to be the entry of a list of.
                (_, Role::Label)
                    if asked.before.is_none_or(|f| f.reporter == Some(actor.party))
                        && asked.context.home().is_none_or(|home| home == actor.party) =>
                {
                    Some(Side::Reporter)
                }
                // *Russia supplied 26.6% of the country's imports*: who stands before the part is the other side.
                (Some(quantity), Role::Subject)
                    if head.class == Class::Noun
                        && (!alone(asked.indicator) || owned_by_another(asked, quantity, actor))
                        && !own_whole(asked, quantity, head)
                        && head.at >= asked.view.mentions[quantity].tokens.end
                        && asked.kind == Kind::Share =>
                {
                    Some(Side::Partner)
                }
                // *Turkish gas imports* are Turkey's, unless others are spoken of as the ones who import.
                (_, Role::Attribute) if asked.indicator == Indicator::Imports => {
                    let importer = |p: Option<Party>| p.is_some_and(|p| p != actor.party && p != Party::WORLD);
                    let named = actors
                        .iter()
                        .any(|a| a.at != actor.at && of_role(asked.indicator, head, a.role) == Some(Side::Reporter));
                    let spoken =
                        asked.before.is_some_and(|f| f.indicator == Indicator::Imports && importer(f.reporter));
                    Some(if named || spoken { Side::Partner } else { Side::Reporter })
                }
                // *the share of China in Brazil's exports*
                (_, Role::Of) if asked.kind == Kind::Share && of_share(asked.view, actor) => Some(Side::Partner),
                _ => of_role(asked.indicator, head, actor.role),
            };
            // *62 pct of an overall deficit of 8.27 billion*: the subject had the part, not the whole.
            if matches!(actor.role, Role::Subject) && asked.quantity.is_some_and(|q| is_whole(asked, q, head, actor)) {
                continue;
            }
            if let Some(side) = part {
                fill(&mut sides, side, actor, asked.indicator);
            }
        }
    } else if let Some(frame) = asked.before {
        replace(&mut sides, frame, &actors, asked);
    }
    let supplied = asked.kind == Kind::Share && asked.indicator == Indicator::Consumption;
    if matches!(asked.indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves) && !supplied {
        sides.partner = None;
    }
    from_routes(&mut sides, asked);
    from_pair(&mut sides, asked);
    from_teller(&mut sides, asked);
    from_before(&mut sides, asked);
    from_context(&mut sides, asked);
    sides
}

/// Whether the figure is a whole whose part the actor had: *Japan accounted for 62 pct of a deficit of 8.27 billion*.
fn is_whole(asked: &Asked<'_, '_>, quantity: usize, head: &Head, actor: &Actor) -> bool {
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let part = view.quantities.iter().rev().find(|q| view.mentions[**q].tokens.end <= start);
    part.and_then(|q| view.quantity(*q)).is_some_and(|q| {
        q.quantity.unit.is_ratio()
            && view.norm(q.tokens.end) == "of"
            && q.tokens.end < head.at
            && head.at < start
            && actor.at < q.tokens.start
            && asked.kind == Kind::Level
    })
}

/// *Hungary covers 80% of its needs*: what the subject has a part of is its own.
fn own_whole(asked: &Asked<'_, '_>, quantity: usize, head: &Head) -> bool {
    let view = asked.view;
    (view.mentions[quantity].tokens.end..head.at).any(|at| matches!(view.norm(at), "its" | "their"))
}

/// *Norway meets 33 percent of Germany's demand*: whether another is named as the owner of the whole.
fn owned_by_another(asked: &Asked<'_, '_>, quantity: usize, actor: &Actor) -> bool {
    let end = asked.view.mentions[quantity].tokens.end;
    asked.view.actors.iter().any(|a| {
        a.at >= end && a.party != actor.party && matches!(a.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Of)
    })
}

/// Whether an actor stands behind *share of*.
fn of_share(view: &View<'_>, actor: &Actor) -> bool {
    (1..=3).any(|back| {
        actor.at > view.range.start + back
            && view.norm(actor.at - back) == "of"
            && matches!(view.norm(actor.at - back - 1), "share" | "shares" | "proportion")
    })
}

/// The parties that can belong to a figure, nearest first: those of its own stretch, of its segment, of its head.
fn actors<'v>(asked: &Asked<'v, '_>, head: Option<&Head>) -> Vec<&'v Actor> {
    let view = asked.view;
    let usable = |a: &&Actor| a.takes_part() && a.party != Party::WORLD;
    let Some(mention) = asked.quantity.and_then(|q| view.mentions.get(q)) else {
        return view.actors.iter().filter(usable).collect();
    };
    let segment = view.segment_tokens(view.segment(mention.tokens.start));
    let starts = || view.quantities.iter().map(|q| view.mentions[*q].tokens.start);
    let previous = starts().rfind(|s| segment.contains(s) && *s < mention.tokens.start);
    let next = starts().find(|s| segment.contains(s) && *s > mention.tokens.start).unwrap_or(segment.end);
    let within =
        |range: std::ops::Range<usize>| view.actors.iter().filter(usable).filter(move |a| range.contains(&a.at));
    let own = previous.unwrap_or(segment.start)..next;
    let mut found: Vec<&Actor> = within(own.clone()).collect();
    let mut add = |range: std::ops::Range<usize>| {
        for actor in within(range) {
            if !found.iter().any(|a| a.at == actor.at) {
                found.push(actor);
            }
        }
    };
    if let Some(first) = starts().find(|s| segment.contains(s)) {
        add(segment.start..first);
    }
    // *belonged to China (27.2 percent) and Russia (18.3 percent)*
    let index = view.segment(mention.tokens.start);
    if view.segments.get(index).is_some_and(|s| s.opening == Opening::Bracket)
        && !view.heads.iter().any(|h| segment.contains(&h.at))
        && let Some(named) = view.actors.iter().filter(usable).find(|a| a.end + 1 == segment.start)
    {
        return vec![named];
    }
    if let Some(head) = head {
        if head.at < segment.start {
            let zone = view.segment_tokens(view.segment(head.at)).start..segment.start;
            add(zone);
        } else if head.at >= segment.start {
            // A verb in a later segment than its subject: *The company, which trades gas, sold*.
            let lead = starts().rfind(|s| *s < segment.start).unwrap_or(view.range.start)..segment.start;
            let agent = head.class == Class::Agent;
            let has_subject = found.iter().any(|a| {
                matches!(a.role, Role::Subject) || !agent && matches!(a.role, Role::Possessor | Role::Modifier)
            });
            if !has_subject {
                for actor in within(lead).filter(|a| matches!(a.role, Role::Subject | Role::Possessor | Role::Label)) {
                    found.push(actor);
                }
            }
        }
    }
    // *77% of the total, or 11.6 million tons, going to China*
    let mut ahead = view.segment(mention.tokens.start) + 1;
    while let Some(segment) = view.segments.get(ahead) {
        let word = view.norm(segment.tokens.start);
        if matches!(word, "going" | "destined" | "bound" | "headed" | "heading") {
            for actor in within(segment.tokens.clone()).filter(|a| matches!(a.role, Role::To | Role::For)) {
                if !found.iter().any(|a| a.at == actor.at) {
                    found.push(actor);
                }
            }
        }
        if word != "or" && segment.opening != Opening::Bracket {
            break;
        }
        ahead += 1;
    }
    // *Iraq, in need of cash to service 40 billion of debts, pumped 3.15 mln*: the subject stands far ahead of its verb;
    // *Kuwait made the deepest cut, to 1.7 mln*: or of a figure that goes on from another sentence.
    let acts =
        |a: &&&Actor| matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier | Role::Label | Role::From);
    let open = match head {
        Some(head) => head.class != Class::Noun && head.class != Class::Agent && !head.passive,
        None => true,
    };
    if open
        && !found.iter().any(|a| acts(&a))
        && let Some(subject) = view.subject_before(mention.tokens.start)
    {
        let told = view
            .quantities
            .iter()
            .map(|q| view.mentions[*q].tokens.start)
            .any(|q| subject.at < q && q < mention.tokens.start);
        let same = matches!(asked.governor, Governor::Previous) && told;
        if !same {
            found.push(subject);
        }
    }
    found
}

fn fill(sides: &mut Sides, side: Side, actor: &Actor, indicator: Indicator) {
    let taken = |slot: &Option<Filled<Party>>| slot.as_ref().is_some_and(|f| f.value == actor.party);
    if taken(&sides.reporter) || taken(&sides.partner) {
        return;
    }
    let filled = Filled::new(actor.party, rule_of(actor), Some(actor.span));
    let slot = match side {
        Side::Reporter => &mut sides.reporter,
        Side::Partner => &mut sides.partner,
    };
    if slot.is_none() {
        *slot = Some(filled);
    } else if indicator == Indicator::Turnover {
        // Two of a kind: *between China and Turkmenistan*.
        let other = if side == Side::Reporter { &mut sides.partner } else { &mut sides.reporter };
        if other.is_none() {
            *other = Some(filled);
        }
    }
}

/// A list goes on: the party named here takes the place of the one before it.
fn replace(sides: &mut Sides, frame: &Frame, actors: &[&Actor], asked: &Asked<'_, '_>) {
    let Some(actor) = actors.first() else { return };
    let party = actor.party;
    let filled = Filled::new(party, "in_its_place", Some(actor.span));
    if frame.reporter == Some(party) || frame.partner == Some(party) {
        if let Some(second) = actors.get(1) {
            let other = Filled::new(second.party, rule_of(second), Some(second.span));
            if frame.reporter == Some(party) { sides.partner = Some(other) } else { sides.reporter = Some(other) }
        }
        return;
    }
    let member =
        |group: Option<Party>| group.is_some_and(|g| asked.lexicon.members(g).iter().any(|m| m.party == party));
    let next = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
    let bare = next <= actor.end || next == actor.end + 1 && asked.view.norm(actor.end) == "(";
    let turn = if bare { frame.nearest } else { frame.subject };
    let reporter_open = frame.reporter.is_none() || (member(frame.reporter) && !member(frame.partner));
    match (asked.indicator, actor.role) {
        (Indicator::Exports, Role::From) | (Indicator::Imports, Role::To) => sides.reporter = Some(filled),
        // *For Romania the figures were 2.05 bcm*, behind exports to another.
        (Indicator::Exports, Role::To | Role::For) | (Indicator::Imports, Role::From) => sides.partner = Some(filled),
        (Indicator::Production | Indicator::Consumption | Indicator::Reserves | Indicator::Transit, _) => {
            sides.reporter = Some(filled);
        }
        _ if frame.reporter == Some(Party::WORLD) && frame.partner != Some(Party::WORLD) => {
            sides.reporter = Some(filled)
        }
        _ if member(frame.partner) && !member(frame.reporter) => sides.partner = Some(filled),
        _ if turn == Some(Side::Reporter) && matches!(actor.role, Role::Subject | Role::Modifier | Role::Possessor) => {
            sides.reporter = Some(filled);
        }
        _ if reporter_open => sides.reporter = Some(filled),
        _ => sides.partner = Some(filled),
    }
}

/// What a pipeline carries comes from its start and goes to its end.
fn from_routes(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let directed =
        matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity | Indicator::Transit);
    let Some((_, span, route)) = asked.view.routes.first() else { return };
    if !directed || matches!(asked.governor, Governor::Topic) {
        return;
    }
    let (from, to) = match asked.indicator {
        Indicator::Imports => (route.to, route.from),
        _ => (route.from, route.to),
    };
    let used = |party: Party, slot: &Option<Filled<Party>>| slot.as_ref().is_some_and(|f| f.value == party);
    if sides.reporter.is_none() && !used(from, &sides.partner) {
        sides.reporter = Some(Filled::new(from, "route", Some(*span)));
    }
    if sides.partner.is_none() && !used(to, &sides.reporter) {
        sides.partner = Some(Filled::new(to, "route", Some(*span)));
    }
}

/// *the two countries*, *mutual trade*
fn from_pair(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some((pair, span)) = asked.view.pair else { return };
    if matches!(asked.governor, Governor::Topic) && asked.before.is_some() {
        return;
    }
    let two_sided = matches!(
        asked.indicator,
        Indicator::Turnover | Indicator::Balance | Indicator::Exports | Indicator::Imports | Indicator::Investment
    );
    if !two_sided {
        return;
    }
    match (&sides.reporter, &sides.partner) {
        (None, None) => {
            sides.reporter = Some(Filled::new(pair.0, "pair", Some(span)));
            sides.partner = Some(Filled::new(pair.1, "pair", Some(span)));
        }
        (Some(known), None) => sides.partner = other_of(pair, known.value).map(|p| Filled::new(p, "pair", Some(span))),
        (None, Some(known)) => sides.reporter = other_of(pair, known.value).map(|p| Filled::new(p, "pair", Some(span))),
        _ => {}
    }
}

fn other_of(pair: (Party, Party), known: Party) -> Option<Party> {
    if pair.0 == known {
        Some(pair.1)
    } else if pair.1 == known {
        Some(pair.0)
    } else {
        None
    }
}

/// *Chinese customs put purchases of Uzbek gas at ...*: the teller counts its own side.
fn from_teller(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let teller = asked.view.actors.iter().find(|a| a.role == Role::Teller);
    let other = sides.partner.as_ref().map(|f| f.value);
    if let (Some(actor), Some(other), None) = (teller, other, &sides.reporter)
        && other != actor.party
    {
        sides.reporter = Some(Filled::new(actor.party, "teller", Some(actor.span)));
    }
}

/// From the statement before, where it fits what is known.
fn from_before(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(frame) = asked.before else { return };
    // Whoever imports pays the price to whom it imports from.
    let buys = asked.indicator == Indicator::Price && frame.indicator == Indicator::Imports;
    // *Supplies*, *deliveries* behind an import are that import, told from the other end.
    let same_flow = match asked.governor {
        Governor::Head(head) => {
            let word = asked.view.norm(head.at);
            matches!(word, "supplies" | "supply" | "deliveries" | "delivery" | "shipments" | "volumes" | "flows")
                && asked.indicator == Indicator::Exports
                && frame.indicator == Indicator::Imports
                && frame.commodity.is_some()
        }
        _ => false,
    };
    // *Ukraine buys gas from Slovakia. The link can take 22 mcm/d*: from where it starts to where it ends.
    let moved = asked.indicator == Indicator::Capacity && frame.partner.is_some_and(|p| p != Party::WORLD);
    let line = moved && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity);
    let paid;
    let frame = if buys || same_flow || line && frame.indicator == Indicator::Imports {
        paid = Frame { reporter: frame.partner, partner: frame.reporter, ..frame.clone() };
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
            let home = asked.context.dateline_home().filter(|_| own && asked.indicator != frame.indicator);
            let reporter = home.filter(|_| !asked.same_line).or(frame.reporter);
            sides.reporter = reporter.map(|p| Filled::new(p, rule, None));
            // What went nowhere in particular says nothing of a turnover, which is between two.
            let loose = asked.indicator == Indicator::Turnover
                && frame.indicator != Indicator::Turnover
                && frame.partner == Some(Party::WORLD);
            if (!own || line) && !loose {
                let partner =
                    if world.is_some() && !matches!(asked.governor, Governor::Previous) { None } else { frame.partner };
                sides.partner = partner.map(|p| Filled::new(p, rule, None));
            }
        }
        // *half of Bolivia's exports* are half of all of them.
        (Some(known), None) if asked.kind == Kind::Share && known.rule == "possessor" && !own => {}
        (Some(known), None) if !own && world.is_none() => {
            let agent = matches!(asked.governor, Governor::Head(Head { class: Class::Agent, .. }));
            let other = match known.value {
                party if frame.reporter == Some(party) => frame.partner,
                party if frame.partner == Some(party) => frame.reporter,
                // *Iraq was the best customer*: of the one spoken of.
                _ if agent => frame.reporter,
                _ if !matches!(asked.governor, Governor::Head(_)) => frame.partner,
                // The goods of another seller go to the same buyer.
                _ => opposite(asked.indicator, frame).filter(|p| p.is_country() && *p != known.value),
            };
            sides.partner = other.map(|p| Filled::new(p, rule, None));
        }
        (None, Some(known)) => {
            let other = match known.value {
                party if frame.partner == Some(party) => frame.reporter,
                party if frame.reporter == Some(party) => frame.partner,
                _ => frame.reporter,
            };
            sides.reporter = other.map(|p| Filled::new(p, rule, None));
        }
        _ => {}
    }
}

/// Who stood where the partner of a flow of this direction stands.
fn opposite(indicator: Indicator, frame: &Frame) -> Option<Party> {
    match (frame.indicator, indicator) {
        (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports) => frame.reporter,
        (Indicator::Exports, Indicator::Exports) | (Indicator::Imports, Indicator::Imports) => frame.partner,
        (Indicator::Price, Indicator::Imports) => frame.reporter,
        (Indicator::Price, Indicator::Exports) => frame.partner,
        // *Of what Ukraine burned, Russia supplied 25.8 bcm.*
        (Indicator::Consumption, Indicator::Exports) | (Indicator::Production, Indicator::Imports) => frame.reporter,
        _ => None,
    }
}

/// *foreign, external, overall* before the figure.
fn world_cue(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    if asked.kind == Kind::Share && asked.before.is_some_and(|f| f.partner.is_some()) {
        return None;
    }
    let end = asked.quantity.map_or(view.range.end, |q| view.mentions[q].tokens.end);
    let start = match asked.governor {
        Governor::Head(head) => view.segment_tokens(view.segment(head.at)).start,
        _ => view.segment_tokens(view.segment(end.saturating_sub(1))).start,
    };
    // *sales abroad*
    if let Governor::Head(head) = asked.governor
        && (head.at..head.end).any(|at| matches!(view.norm(at), "abroad" | "overseas" | "foreign" | "external"))
    {
        return Some(head.span);
    }
    // *sales to all countries*
    let world = view.actors.iter().find(|a| a.party == Party::WORLD && (start..end).contains(&a.at));
    if let Some(world) = world.filter(|a| matches!(a.role, Role::To | Role::With | Role::From)) {
        return Some(world.span);
    }
    view.cues(|cue| matches!(cue, Cue::Relation(Relation::World)).then_some(()))
        // *its annual gas exports* go anywhere; *a goal of 10 billion in annual exports* says nothing of where.
        .filter(|(_, m)| view.norm(m.tokens.start) != "annual" || m.tokens.start < end)
        .find(|(_, m)| start <= m.tokens.start && m.tokens.start <= end + 6)
        .map(|(_, m)| m.span)
}

/// From the pair, the home country, or no partner in particular.
fn from_context(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let context = asked.context;
    let own = alone(asked.indicator) || asked.indicator == Indicator::Transit;
    let world = world_cue(asked);
    let teller = asked.view.actors.iter().find(|a| a.role == Role::Teller);
    if let (Some(actor), None, None) = (teller, &sides.reporter, &sides.partner) {
        sides.reporter = Some(Filled::new(actor.party, "teller", Some(actor.span)));
    }
    if sides.reporter.is_none() {
        let known = sides.partner.as_ref().map(|f| f.value);
        let reporter = match known {
            Some(partner) => context.other(partner).or(context.focus.filter(|p| *p != partner)),
            None if own || world.is_some() => context.focus.or(context.home()),
            None => context.pair.map(|pair| pair.0).or(context.home()),
        };
        let reporter = reporter.or(context.home().filter(|p| Some(*p) != known));
        // Whom others sold to before is no seller for being named.
        let taker = asked.before.filter(|f| f.indicator == asked.indicator && f.reporter.is_none()).and_then(|f| f.partner);
        let reporter = reporter.filter(|p| Some(*p) != taker);
        sides.reporter = reporter.map(|p| Filled::new(p, "spoken_of", None));
    }
    if sides.partner.is_none() && !own {
        let known = sides.reporter.as_ref().map(|f| f.value);
        let start = asked.quantity.map_or(asked.view.range.end, |q| asked.view.mentions[q].tokens.start);
        let later = |party: &Party| {
            let mut namings = asked.view.actors.iter().filter(|a| a.party == *party).peekable();
            namings.peek().is_some() && namings.all(|a| a.at > start)
        };
        let other = match world {
            Some(_) => None,
            None => {
                let part = asked.kind == Kind::Share && sides.reporter.as_ref().is_some_and(|f| f.rule == "possessor");
                // What a country receives comes from the one spoken of; what it exports may go anywhere.
                let receives = matches!(asked.governor, Governor::Head(Head { class: Class::VerbIn, .. }));
                let two_sided = receives
                    || matches!(
                        asked.indicator,
                        Indicator::Turnover | Indicator::Balance | Indicator::Price | Indicator::Investment
                    );
                known
                    .and_then(|party| if two_sided { context.other(party) } else { context.firm_other(party) })
                    .filter(|p| (two_sided || !later(p)) && !part)
            }
        };
        sides.partner = other.map(|p| Filled::new(p, "pair_spoken_of", None));
    }
    if sides.partner.is_none() {
        sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", world));
    }
}
