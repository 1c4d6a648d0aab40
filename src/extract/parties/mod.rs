//! Who trades with whom: from the parts that the sentence's parties play, then from what was said before.
//!
//! | sentence | reporter | partner | rules |
//! | --- | --- | --- | --- |
//! | *China's imports from Kazakhstan* | CHN | KAZ | `possessor`, `from` |
//! | *Kazakhstan shipped 3 mln t to Uzbekistan* | KAZ | UZB | `subject`, `to` |
//! | *trade between the two countries* | CHN | TKM | `pair` |
//! | *..., Uzbekistan with $14 billion* | CHN | UZB | `statement_before`, `in_its_place` |

mod anyone;
mod aside;
mod candidates;
mod divided;
mod gapped;
mod lines;
mod lists;
mod met;
mod other_side;
mod others;
mod paid;
mod partner_told;
mod parts;
mod passed_over;
mod placed;
mod played;
mod price;
mod replaced;
mod spoken_of;
mod taken_over;
mod told_before;
mod unclaimed;
mod verbs;

use anyone::{
    foreign_buyers, more_than_any_country, of_entry, of_the_world, part_of_the_worlds, set_by_a_group,
    told_by_an_agency,
};
use candidates::actors;
use divided::{behind_goods, of_division};
use lines::of_line;
use lists::{of_several_partners, of_several_reporters};
use other_side::{asked_for, both_agree, in_favour_of, no_one_carried, taken_from_another, with_the_same};
use others::others;
use partner_told::{as_who_has_the_partner, earned_from_exporting, sold_by_a_seller};
use parts::{
    is_sum, is_whole, part_included, part_told_behind, ranked_as, ranked_in_the_world, shipped_in_all,
    taken_of_exports, whole_of_part,
};
use passed_over::{in_reason, of_another_head, superseded};
use played::played;
use replaced::replace;
use spoken_of::from_context;
use taken_over::{from_pair, from_routes, from_survey, from_teller};
use told_before::from_before;
use unclaimed::{named_last, to_unclaimed};

use super::frame::Frame;
use super::grammar::Role;
use super::head::Head;
use super::indicator::Governor;
use super::rule::Filled;
use super::side::{Side, alone, rule_of};
use super::survey::Survey;
use super::view::{Actor, View};
use super::{earned, part_again, two_trade, whose_goods};
use crate::lexicon::{Class, Lexicon, Topic};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Party, Span};
use crate::resolve::Context;

pub use lists::beside_in_list;

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
    /// Who gives and takes in the text as a whole.
    pub survey: &'v Survey,
    /// Whether the statement before stands in the same paragraph.
    pub same_line: bool,
    /// Whether it stands in the same sentence.
    pub same_sentence: bool,
    /// Memberships of groups.
    pub lexicon: &'v Lexicon,
}

impl Sides {
    /// The side that the sentence's subject took.
    pub fn of_subject(&self, view: &View<'_>) -> Option<Side> {
        let played = |roles: &'static [Role]| {
            self.which(|slot| {
                slot.as_ref()
                    .is_some_and(|f| view.actors.iter().any(|a| Some(a.span) == f.span && roles.contains(&a.role)))
            })
        };
        // *Peru took 9 percent of Chile's exports*: who acts is its subject.
        let owners = || {
            // *Russia's share of Indian purchases*: whose share it is stands first.
            let of = |slot: &Option<Filled<Party>>| {
                let span = slot.as_ref()?.span;
                let owner = |a: &&Actor| Some(a.span) == span && matches!(a.role, Role::Possessor | Role::Modifier);
                view.actors.iter().find(owner).map(|a| a.at)
            };
            match (of(&self.reporter), of(&self.partner)) {
                (Some(reporter), Some(partner)) if partner < reporter => Some(Side::Partner),
                _ => played(&[Role::Possessor, Role::Modifier]),
            }
        };
        played(&[Role::Subject]).or_else(owners)
    }

    /// The side that the party named last before a figure took.
    pub fn of_nearest(&self, view: &View<'_>, quantity: usize) -> Option<Side> {
        let start = view.mentions[quantity].tokens.start;
        // *Russian wheat* names goods, which no entry of a list stands beside.
        let named = |a: &&Actor| a.takes_part() && !matches!(a.role, Role::Origin | Role::Attribute);
        // *ahead of China with 7 billion and Hong Kong with 6*: who stands beside another has a side once it is filled.
        let filled = |a: &&Actor| [&self.reporter, &self.partner].into_iter().flatten().any(|f| f.span == Some(a.span));
        let nearest = view.actors.iter().rev().filter(|a| a.at < start).find(|a| named(a) || filled(a))?;
        self.which(|slot| slot.as_ref().is_some_and(|f| f.span == Some(nearest.span)))
    }

    fn which(&self, is: impl Fn(&Option<Filled<Party>>) -> bool) -> Option<Side> {
        if is(&self.reporter) { Some(Side::Reporter) } else { is(&self.partner).then_some(Side::Partner) }
    }
}

/// The sides of what no word of the sentence says, so that no word says which part they play: those that its rule found it by.
fn of_no_word(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) -> bool {
    let (view, figure) = (asked.view, asked.quantity.and_then(|q| asked.view.quantity(q)));
    // *Pakistan drank a third of it*, of what Kenya exports: who has the part.
    let parted = |q: &&QuantityMention| asked.kind == Kind::Share || view.is_of_which(q);
    if let (None, Some(quantity), Some(frame)) = (head, figure.filter(parted), asked.before)
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover)
        && frame.partner.is_none_or(|p| p == Party::WORLD)
        && let Some(owner) = frame.reporter.filter(Party::is_country)
        && let Some(taker) = part_again::has_it(view, quantity).filter(|a| a.party != owner)
    {
        sides.reporter = Some(Filled::new(owner, "statement_before", None));
        sides.partner = Some(Filled::new(taker.party, "has_a_part", Some(taker.span)));
        return true;
    }
    if let (None, Some(frame)) =
        (head, asked.before.filter(|f| asked.same_sentence && f.indicator == Indicator::Exports))
        && let Some(owner) = view.owner_of_goods().filter(|p| frame.reporter == Some(*p))
        && let Some(label) = figure.and_then(|q| label_of(view, q)).filter(|a| a.party != owner)
        && frame.partner.is_some_and(|p| p.is_country())
    {
        sides.reporter = Some(Filled::new(owner, "statement_before", None));
        sides.partner = Some(Filled::new(label.party, "label", Some(label.span)));
        return true;
    }
    let aside = || {
        let figure = figure?;
        let over = |h: &&Head| {
            matches!(view.norm(figure.tokens.end), "," | "(" | ")")
                && (figure.tokens.end + 1..figure.tokens.end + 16).contains(&h.at)
        };
        let head = head.filter(|h| h.class == Class::Noun).filter(over)?;
        let traded = matches!(head.indicator(), Some(Indicator::Exports | Indicator::Imports | Indicator::Investment));
        part_again::part_and_whole(view, figure.tokens.start, head)
            .filter(|_| traded && part_again::is_over_an_aside(view, figure))
    };
    if let Some([first, second]) = aside() {
        sides.reporter = Some(Filled::new(first.0, "found_by_its_ends", Some(first.1)));
        sides.partner = Some(Filled::new(second.0, "found_by_its_ends", Some(second.1)));
        return true;
    }
    let Some(head) = head.filter(|h| h.end == h.at) else { return false };
    let two = match head.topic {
        Topic::Of(Indicator::Exports) if head.class == Class::VerbOut => {
            figure.and_then(|q| earned::seller_and_payer(view, head.at, q.tokens.end))
        }
        Topic::Of(Indicator::Exports) => whose_goods::told(view).map(|flow| {
            // *Vietnamese rice (Philippines: 3.1 million tonnes; Ghana: 0.6 million)*: whom each figure is told of.
            let label = figure.and_then(|q| label_of(view, q)).filter(|a| a.party != flow.giver.0);
            [flow.giver, label.map_or(flow.taker, |a| (a.party, a.span))]
        }),
        Topic::Of(Indicator::Transit) => whose_goods::crossed(view),
        Topic::Of(Indicator::Imports) => figure.and_then(|q| part_again::buyer_and_origin(view, q)),
        Topic::Of(Indicator::Turnover) => two_trade::the_two(view, head.at),
        _ => None,
    };
    let Some([first, second]) = two else { return false };
    sides.reporter = Some(Filled::new(first.0, "found_by_its_ends", Some(first.1)));
    sides.partner = Some(Filled::new(second.0, "found_by_its_ends", Some(second.1)));
    true
}

/// The country that a colon parts from a figure: *Ghana: 0.6 million*.
fn label_of<'v>(view: &'v View<'_>, figure: &QuantityMention) -> Option<&'v Actor> {
    let colon = view.start_with_hedge(figure).checked_sub(1).filter(|at| view.norm(*at) == ":")?;
    view.actors.iter().find(|a| a.end == colon && a.party.is_country())
}

/// Finds both sides.
pub fn sides(asked: &Asked<'_, '_>) -> Sides {
    let mut sides = Sides::default();
    let head = match asked.governor {
        Governor::Head(head) => Some(head),
        // A price told by its unit alone has its parties as if it were named.
        _ if asked.indicator == Indicator::Price && asked.before.is_none_or(|f| f.indicator != Indicator::Price) => {
            let at = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
            Some(Head::unsaid(at, Span::default(), Indicator::Price))
        }
        _ => None,
    };
    let settled = of_division(&mut sides, asked)
        || of_entry(&mut sides, asked)
        || behind_goods(&mut sides, asked)
        || gapped::of_gap(&mut sides, asked)
        || gapped::of_own_ground(&mut sides, asked);
    if settled {
        return sides;
    }
    if of_no_word(&mut sides, asked, head.as_ref()) {
        return sides;
    }
    let actors = actors(asked, head.as_ref());
    let taken = head.as_ref().and_then(|head| taken_of_exports(asked, head));
    if let Some((taker, owner)) = taken {
        sides.partner = Some(Filled::new(taker.party, "takes_a_part", Some(taker.span)));
        sides.reporter = owner.map(|a| Filled::new(a.party, rule_of(a), Some(a.span)));
    } else if let Some(head) = &head {
        for actor in &actors {
            let part = played(asked, head, actor, &actors);
            // *We see that copper makes up 83 percent of our supplies*: named again as their owner.
            let owns = |a: &&&Actor| {
                a.party == actor.party && a.role == Role::Possessor && a.at > actor.at && a.end <= head.at
            };
            if actor.rule == "home"
                && actor.role == Role::Subject
                && actors.iter().any(|a| owns(&a) && head.at - a.end <= 2)
            {
                continue;
            }
            // *The partners in the field said that they will sell 130 bcm to Egypt*: who is sold to sells nothing there.
            let sold_to = |a: &&&Actor| {
                a.party == actor.party
                    && a.at > head.at
                    && matches!(a.role, Role::To | Role::From)
                    && a.rule != actor.rule
            };
            // *it has exports to Iran of 142 million rials*: nor is it the end of its own trade.
            if matches!(actor.rule, "it" | "they")
                && matches!(head.class, Class::VerbOut | Class::VerbIn | Class::Noun)
                && actors.iter().any(|a| sold_to(&a))
            {
                continue;
            }
            // *62 pct of an overall deficit of 8.27 billion*: the subject had the part, not the whole.
            if aside::is_aside(asked.view, actor)
                || aside::is_whole_of_first(asked.view, actor)
                || asked.indicator == Indicator::Consumption
                    && asked.kind == Kind::Level
                    && aside::is_relied_on(asked.view, actor)
                || of_another_head(asked, head, actor)
                || in_reason(asked, head, actor)
                // *The recovery in Korea was strong, with exports totalling ...*: where something was, not where it went.
                || actor.role == Role::In
                    && part != Some(Side::Reporter)
                    && head.class == Class::Noun
                    && asked.indicator.is_one_way()
                    && asked.view.segment(actor.at) < asked.view.segment(head.at)
                || superseded(asked, head, actor, &actors)
                // *Shipments to Europe, which means mostly Spain, rose 12 percent*: who is named in a clause beside.
                || head.class == Class::Noun
                    && head.at < actor.at
                    && asked.quantity.is_some_and(|q| {
                        let figure = asked.view.mentions[q].tokens.start;
                        actor.end <= figure && asked.view.in_clause_before(actor.at, figure)
                    })
                || matches!(actor.role, Role::Subject)
                    && asked.quantity.is_some_and(|q| is_whole(asked, q, head, actor))
            {
                continue;
            }
            // *Kuwait's fields can produce 2.4 mln bpd and it seeks outlets in Asia*
            let elsewhere = actor.role == Role::In
                && !actor.party.is_country()
                && alone(asked.indicator)
                && asked.view.actors.iter().any(|a| {
                    a.at < actor.at && a.party.is_country() && matches!(a.role, Role::Subject | Role::Possessor)
                });
            if elsewhere {
                continue;
            }
            if let Some(side) = part {
                fill(&mut sides, side, actor, asked.indicator);
            }
        }
    } else if let Some(frame) = asked.before {
        // Whom the statement before named already has his place.
        let again = |a: &&Actor| [frame.reporter, frame.partner].contains(&Some(a.party));
        match actors.iter().all(again).then(|| named_last(asked, frame)).flatten() {
            Some(last) => sides = replace(asked, frame, &[last]),
            None => sides = replace(asked, frame, &actors),
        }
    }
    taken_from_another(&mut sides, asked, head.as_ref());
    in_favour_of(&mut sides, asked);
    earned_from_exporting(&mut sides, asked);
    with_the_same(&mut sides, asked, head.as_ref());
    lists::listed_with(&mut sides, asked);
    price::set_by_opec(&mut sides, asked);
    asked_for(&mut sides, asked, head.as_ref());
    sold_by_a_seller(&mut sides, asked, head.as_ref());
    let supplied = asked.kind == Kind::Share && asked.indicator == Indicator::Consumption;
    if matches!(asked.indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves) && !supplied {
        sides.partner = None;
    }
    // *Baku and Brussels agreed to double gas supplies*: from the one to the other.
    if let (Some(first), None) = (&sides.reporter, &sides.partner)
        && asked.indicator.is_one_way()
        && let Some(second) = both_agree(asked.view, first.span)
    {
        sides.partner = Some(Filled::new(second.party, "both_agree", Some(second.span)));
    }
    // *Intra-African trade*: of its members with each other.
    let inner = sides.reporter.as_ref().and_then(|f| {
        let actor = asked.view.actors.iter().find(|a| Some(a.span) == f.span)?;
        let intra =
            asked.view.norm(actor.at.wrapping_sub(1)) == "-" && asked.view.norm(actor.at.wrapping_sub(2)) == "intra";
        (intra && !actor.party.is_country()).then_some((actor.party, actor.span))
    });
    if let (Some((party, span)), None) = (inner, &sides.partner) {
        sides.partner = Some(Filled::new(party, "among_members", Some(span)));
    }
    // *42 percent of Japan's imports of 66 million tonnes*: the whole came from anywhere; so did *22 million tonnes in
    // 2023, half of it from Qatar*.
    if let (Some(head), Some(quantity), Some(_), None) = (&head, asked.quantity, &sides.reporter, &sides.partner)
        && !alone(asked.indicator)
        // *three quarters of it, some 290,000 tonnes, will come from Canada*: a part itself, whatever stands ahead.
        && (head.class == Class::Noun || head.at < asked.view.mentions[quantity].tokens.end)
        && (whole_of_part(asked, quantity, head) || part_told_behind(asked, quantity))
    {
        sides.partner = Some(Filled::new(Party::WORLD, "whole_of_a_part", Some(head.span)));
    }
    // *20 percent of the 1,858 Bcf shipped*
    if let (Some(head), Some(quantity), None) = (&head, asked.quantity, &sides.partner)
        && let Some(owner) = shipped_in_all(asked, quantity, head)
    {
        sides.reporter = sides.reporter.or(owner.map(|p| Filled::new(p, "statement_before", None)));
        sides.partner = Some(Filled::new(Party::WORLD, "whole_of_a_part", Some(head.span)));
    }
    // *produced 59 bcm, of which it exported 42 bcm*: to all of them.
    let made = asked.same_sentence && asked.before.is_some_and(|f| f.indicator == Indicator::Production);
    if let (Some(head), None) = (&head, &sides.partner)
        && made
        && asked.indicator == Indicator::Exports
        && head.class == Class::VerbOut
        && (head.at.saturating_sub(4)..head.at)
            .any(|at| asked.view.norm(at) == "of" && asked.view.norm(at + 1) == "which")
    {
        sides.partner = Some(Filled::new(Party::WORLD, "part_of_output", Some(head.span)));
    }
    if let (Some(head), Some(quantity), None) = (&head, asked.quantity, &sides.partner)
        && asked.indicator.is_one_way()
        && part_included(asked, quantity)
    {
        sides.partner = Some(Filled::new(Party::WORLD, "whole_of_a_part", Some(head.span)));
    }
    if let (Some(head), Some(reporter), None) = (&head, sides.reporter.as_ref().map(|f| f.value), &sides.partner) {
        let market = ranked_as(asked, head, reporter);
        sides.partner = market.map(|a| Filled::new(a.party, "ranked_as_a_seller_to", Some(a.span)));
        if sides.partner.is_none() && ranked_in_the_world(asked, head) {
            sides.partner = Some(Filled::new(Party::WORLD, "ranked_in_the_world", Some(head.span)));
        }
    }
    of_several_partners(&mut sides, asked);
    of_the_world(&mut sides, asked, head.as_ref());
    told_by_an_agency(&mut sides, asked);
    part_of_the_worlds(&mut sides, asked);
    set_by_a_group(&mut sides, asked);
    price::on_an_exchange(&mut sides, asked, head.as_ref());
    price::of_anyone(&mut sides, asked);
    price::of_the_market(&mut sides, asked, head.as_ref());
    price::of_power_at_home(&mut sides, asked, head.as_ref());
    price::as_assessed(&mut sides, asked);
    others(&mut sides, asked, head.as_ref());
    foreign_buyers(&mut sides, asked, head.as_ref());
    if let Some(frame) = asked.before.filter(|_| asked.same_sentence && sides.partner.is_none() && is_sum(asked)) {
        sides.reporter = sides.reporter.or(frame.reporter.map(|p| Filled::new(p, "statement_before", None)));
        sides.partner = Some(Filled::new(Party::WORLD, "sum_of_a_list", None));
    }
    // *Foreign direct investment in Georgia was $1.1 billion, of which ...*: by anyone.
    if let (Some(head), None, Some(host)) = (&head, &sides.reporter, &sides.partner)
        && asked.indicator == Indicator::Investment
        && asked.kind != Kind::Share
        && head.class == Class::Noun
        && host.span.is_some()
        && played::is_inward(asked.view, head.at.saturating_sub(2).max(asked.view.range.start)..head.end)
    {
        sides.reporter = Some(Filled::new(Party::WORLD, "foreign_investors", Some(head.span)));
    }
    met::by_the_flow(&mut sides, asked);
    from_routes(&mut sides, asked);
    from_pair(&mut sides, asked);
    from_teller(&mut sides, asked);
    lines::moved_by_the_line(&mut sides, asked);
    from_survey(&mut sides, asked);
    from_before(&mut sides, asked);
    lines::between_its_ends(&mut sides, asked);
    of_line(&mut sides, asked);
    lines::as_flowed_before(&mut sides, asked);
    from_context(&mut sides, asked);
    paid::turned_by_pronoun(&mut sides, asked);
    to_unclaimed(&mut sides, asked);
    paid::paid_by_no_seller(&mut sides, asked);
    price::of_no_seller(&mut sides, asked);
    price::at_the_pump(&mut sides, asked);
    // *It will meet 25 percent of the needs of the Gulf state*: a country uses what is told, not the world.
    let whole = |f: &Filled<Party>| f.value == Party::WORLD && f.rule != "of_the_world";
    if asked.indicator == Indicator::Consumption
        && sides.reporter.as_ref().is_some_and(whole)
        && sides.partner.as_ref().is_some_and(|f| f.value.is_country())
    {
        sides.reporter = sides.partner.take();
    }
    // *OPEC cut its forecast of global oil demand*: what the group's buyers use, not what it does itself.
    if asked.indicator == Indicator::Consumption
        && let Some(group) = sides.reporter.as_mut().filter(|f| f.value == Party::OPEC)
    {
        group.value = Party::WORLD;
    }
    as_who_has_the_partner(&mut sides, asked);
    no_one_carried(&mut sides, asked);
    more_than_any_country(&mut sides, asked);
    of_several_reporters(&mut sides, asked);
    // *exported 17.4 bcm to Europe and Turkey*, of a firm that nobody places: none of those who took it.
    if sides.partner.as_ref().is_some_and(|f| f.rule == "several") {
        let taken = |p: Party| {
            let mut namings = asked.view.actors.iter().filter(|a| a.party == p).peekable();
            namings.peek().is_some() && namings.all(|a| matches!(a.role, Role::To | Role::From | Role::With))
        };
        sides.reporter = sides.reporter.filter(|f| f.span.is_some() || !taken(f.value));
    }
    sides
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
    } else if indicator == Indicator::Turnover && actor.role != Role::With {
        // Two of a kind: *between China and Turkmenistan*.
        let other = if side == Side::Reporter { &mut sides.partner } else { &mut sides.reporter };
        if other.is_none() {
            *other = Some(filled);
        }
    }
}
