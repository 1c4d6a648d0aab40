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
mod bracketed;
mod candidates;
mod causes;
mod destined;
mod divided;
mod fronted;
mod gapped;
mod hosts;
mod implied;
mod lines;
mod lists;
mod market_price;
mod met;
mod no_code;
mod no_word;
mod of_two;
mod other_side;
mod others;
mod over_or;
mod paid;
mod partner_told;
mod parts;
mod passed_over;
mod placed;
mod played;
mod price;
mod replaced;
mod resulting;
mod spoken_of;
mod taken_over;
mod that_way;
mod told_before;
mod told_for;
mod totals;
mod unclaimed;
mod verbs;
mod whole;
mod works;

pub use aside::told_mainly;
pub use told_for::told_for;

use anyone::{
    foreign_buyers, more_than_any_country, of_entry, of_the_world, part_of_the_worlds, set_by_a_group,
    stored_by_an_exchange, told_by_an_agency,
};
use candidates::actors;
use divided::{behind_goods, of_division};
use lines::of_line;
use lists::{of_several_partners, of_several_reporters};
use no_word::of_no_word;
use other_side::{
    agreed_by_both, asked_for, in_favour_of, in_full, named_by_the_other, no_one_carried, of_joined_verb, of_partner,
    taken_from_another, with_the_same,
};
use others::{among_members, others};
use partner_told::{as_who_has_the_partner, earned_from_exporting, of_needs_from, paid_from, sold_by_a_seller};
use parts::taken_of_exports;
use passed_over::{before_its_own_goods, owner_of_exports_first, passed_over};
use played::played;
use replaced::replace;
use spoken_of::from_context;
use taken_over::{from_pair, from_routes, from_survey, from_teller};
use told_before::from_before;
use unclaimed::{builds_it, named_last, to_unclaimed};

use super::both_sides;
use super::frame::Frame;
use super::grammar::Role;
use super::head::Head;
use super::indicator::Governor;
use super::over_bracket;
use super::participle;
use super::quota::of_a_quota;
use super::rule::Filled;
use super::side::{Side, rule_of};
use super::survey::{Cast, Survey};
use super::view::{Actor, View};
use crate::lexicon::Lexicon;
use crate::model::{Fact, Indicator, Kind, Party, Span};
use crate::resolve::Context;

pub use lists::beside_in_list;
pub use taken_over::other_of;

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
    /// What was read so far.
    pub facts: &'v [Fact],
    /// Memberships of groups.
    pub lexicon: &'v Lexicon,
}

impl Asked<'_, '_> {
    /// The other one of the two that the talk is of, or the text as a whole.
    pub fn other_spoken_of(&self, one: Party) -> Option<Party> {
        let pair = match self.survey.cast() {
            Cast::Pair(a, b) => Some((a, b)),
            _ => None,
        };
        [self.context.pair, pair].into_iter().flatten().find_map(|pair| other_of(pair, one))
    }
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
        // *The turnover of Peru with Japan rose*: whose it is owns it.
        let of = || {
            played(&[Role::Of]).filter(|side| {
                let other = if *side == Side::Reporter { &self.partner } else { &self.reporter };
                let with = |a: &Actor| other.as_ref().is_some_and(|f| Some(a.span) == f.span) && a.role == Role::With;
                view.actors.iter().any(with)
            })
        };
        // *Russian oil accounted for 22% of India's imports*: whose goods the sentence opens with.
        let opens = || {
            let origin = |a: &&Actor| matches!(a.role, Role::Origin | Role::Attribute) && a.at == view.range.start;
            let span = view.actors.iter().find(origin).filter(|a| view.goods_at(a.end).is_some())?.span;
            self.which(|slot| slot.as_ref().is_some_and(|f| f.span == Some(span)))
        };
        played(&[Role::Subject]).or_else(opens).or_else(owners).or_else(of)
    }

    /// The side that the party named last before a figure took.
    pub fn of_nearest(&self, view: &View<'_>, quantity: usize) -> Option<Side> {
        let start = view.mentions[quantity].tokens.start;
        // *Russian wheat* names goods, which no entry of a list stands beside.
        let named = |a: &&Actor| a.takes_part() && !matches!(a.role, Role::Origin | Role::Attribute);
        // *ahead of China with 7 billion and Hong Kong with 6*: who stands beside another has a side once it is filled.
        let filled = |a: &&Actor| [&self.reporter, &self.partner].into_iter().flatten().any(|f| f.span == Some(a.span));
        let nearest = view.actors.iter().rev().filter(|a| a.at < start).find(|a| named(a) || filled(a))?;
        // *Peru and Chile get 9 million each and Spain 6*: the last of a list has the side of all of them.
        let beside = |f: &Filled<Party>| f.span.is_some_and(|span| beside_in_list(view, span, nearest.party));
        self.which(|slot| slot.as_ref().is_some_and(|f| f.span == Some(nearest.span)))
            .or_else(|| self.which(|slot| slot.as_ref().is_some_and(beside)))
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
            Some(Head::unsaid(at, Span::default(), Indicator::Price))
        }
        _ => None,
    };
    let head = head.as_ref();
    let settled = no_code::of_a_group(asked)
        || of_division(&mut sides, asked)
        || of_entry(&mut sides, asked)
        || behind_goods(&mut sides, asked)
        || gapped::of_gap(&mut sides, asked)
        || gapped::of_own_ground(&mut sides, asked)
        || over_bracket::sides(&mut sides, asked)
        || other_side::given_in_exchange(&mut sides, asked)
        || fronted::ahead_of_its_clause(&mut sides, asked)
        || fronted::part_that_rose(&mut sides, asked)
        || fronted::start_of_growth(&mut sides, asked)
        || participle::sides(&mut sides, asked)
        || bracketed::seen_in(&mut sides, asked)
        || of_a_quota(&mut sides, asked)
        || hosts::of_its_way(&mut sides, asked)
        || destined::of_a_destination(&mut sides, asked)
        || destined::of_a_duty(&mut sides, asked)
        || hosts::of_a_host(&mut sides, asked)
        || hosts::of_next_host(&mut sides, asked)
        || hosts::of_next_investor(&mut sides, asked)
        || hosts::of_ranked_investor(&mut sides, asked)
        || hosts::of_one_among_investors(&mut sides, asked)
        || of_no_word(&mut sides, asked, head)
        || met::needs_of_the_buyer(&mut sides, asked)
        || implied::bought_by_comers(&mut sides, asked, head)
        || implied::of_whose_origin(&mut sides, asked, head);
    if !settled {
        in_their_parts(&mut sides, asked, head);
        told_beside(&mut sides, asked, head);
        left_out(&mut sides, asked);
        parts::of_the_total_of_all(&mut sides, asked);
    }
    sides
}

/// The sides of those whom the sentence names, by the parts that they play.
fn in_their_parts(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let mut actors = actors(asked, head);
    before_its_own_goods(asked, &mut actors);
    let Some(head) = head else {
        let Some(frame) = asked.before else { return };
        actors.retain(|a| asked.indicator != Indicator::Capacity || !builds_it(asked.view, a));
        // *The Sides aim at $300 million and welcomed the readiness of the Pakistani Side*: of the two spoken of.
        let start = asked.quantity.map_or(0, |q| asked.view.mentions[q].tokens.start);
        let two = frame.reporter.zip(frame.partner).filter(|_| asked.indicator == Indicator::Turnover);
        let aimed = || both_sides::both_aim(asked.view, start) || both_sides::aims_as_two(asked.view, start, two);
        if two.is_some() && aimed() {
            *sides = Sides { reporter: as_told(frame.reporter), partner: as_told(frame.partner) };
            return;
        }
        if let Some(told) = replaced::goods_of_one_to_another(asked) {
            *sides = told;
            return;
        }
        // Whom the statement before named already has his place.
        let again = |a: &&Actor| [frame.reporter, frame.partner].contains(&Some(a.party));
        *sides = match actors.iter().all(again).then(|| named_last(asked, frame)).flatten() {
            Some(last) => replace(asked, frame, &[last]),
            None => replace(asked, frame, &actors),
        };
        return;
    };
    owner_of_exports_first(asked, head, &mut actors);
    if let Some((taker, owner)) = taken_of_exports(asked, head) {
        sides.partner = Some(Filled::new(taker.party, "takes_a_part", Some(taker.span)));
        sides.reporter = owner.map(|a| Filled::new(a.party, rule_of(a), Some(a.span)));
        return;
    }
    for actor in &actors {
        let side = played(asked, head, actor, &actors).filter(|side| !passed_over(asked, head, actor, &actors, *side));
        if let Some(side) = side {
            fill(sides, side, actor, asked.indicator);
        }
    }
}

/// What else the sentence says of its sides: by words beside the figure, by what is known of a whole, a price, the world.
fn told_beside(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    of_joined_verb(sides, asked, head);
    taken_from_another(sides, asked, head);
    in_favour_of(sides, asked);
    over_or::where_it_goes(sides, asked);
    of_partner(sides, asked);
    paid_from(sides, asked);
    earned_from_exporting(sides, asked);
    of_needs_from(sides, asked);
    with_the_same(sides, asked, head);
    lists::listed_with(sides, asked);
    price::set_by_opec(sides, asked);
    asked_for(sides, asked, head);
    sold_by_a_seller(sides, asked, head);
    without_partner(sides, asked);
    agreed_by_both(sides, asked);
    among_members(sides, asked);
    named_in_bracket(sides, asked);
    whole::of_a_part(sides, asked, head);
    whole::of_what_was_shipped(sides, asked, head);
    whole::of_what_one_moved(sides, asked, head);
    whole::of_output(sides, asked, head);
    whole::with_a_part_included(sides, asked, head);
    whole::ranked(sides, asked, head);
    of_several_partners(sides, asked);
    of_the_world(sides, asked, head);
    told_by_an_agency(sides, asked);
    part_of_the_worlds(sides, asked);
    set_by_a_group(sides, asked);
    stored_by_an_exchange(sides, asked, head);
    market_price::on_an_exchange(sides, asked, head);
    price::of_anyone(sides, asked);
    market_price::of_the_market(sides, asked, head);
    market_price::of_power_at_home(sides, asked, head);
    market_price::as_assessed(sides, asked);
    others(sides, asked, head);
    foreign_buyers(sides, asked, head);
    implied::lifted_by_anyone(sides, asked, head);
    implied::asks_for_more(sides, asked, head);
    anyone::with_all_of_them(sides, asked);
    that_way::by_this_way(sides, asked);
    that_way::comes_to_the_one_spoken_of(sides, asked);
    implied::part_that_heads(sides, asked, head);
    whole::sum_of_a_list(sides, asked);
    played::by_foreign_investors(sides, asked, head);
    played::into_the_other(sides, asked, head);
    met::by_the_flow(sides, asked);
    resulting::with_whom_flows(sides, asked, head);
}

/// The sides that the sentence leaves out: from routes, the pair spoken of, the teller, the statement before, the text; and what
/// the indicator makes of those then found.
fn left_out(sides: &mut Sides, asked: &Asked<'_, '_>) {
    lines::from_where_it_comes(sides, asked);
    from_routes(sides, asked);
    from_pair(sides, asked);
    from_teller(sides, asked);
    lines::moved_by_the_line(sides, asked);
    from_survey(sides, asked);
    works::where_it_works(sides, asked);
    from_before(sides, asked);
    implied::given_to_the_taker(sides, asked);
    lines::between_its_ends(sides, asked);
    of_line(sides, asked);
    lines::as_flowed_before(sides, asked);
    from_context(sides, asked);
    in_full(sides, asked);
    named_by_the_other(sides, asked);
    paid::turned_by_pronoun(sides, asked);
    to_unclaimed(sides, asked);
    paid::paid_by_no_seller(sides, asked);
    price::of_no_seller(sides, asked);
    market_price::at_the_pump(sides, asked);
    used_by_whom(sides, asked);
    as_who_has_the_partner(sides, asked);
    no_one_carried(sides, asked);
    more_than_any_country(sides, asked);
    of_several_reporters(sides, asked);
    lists::of_a_firm_to_several(sides, asked);
    lines::to_its_own_place(sides, asked);
    lines::to_another_place(sides, asked);
}

/// *are 1.15 Mb/d (Nigeria) and 1.14 Mb/d (Angola)*: who alone stands in the bracket behind what is made, used or held.
fn named_in_bracket(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let alone = matches!(asked.indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves);
    let end = asked.quantity.map_or(view.range.end, |q| view.mentions[q].tokens.end);
    let named = view.actors.iter().find(|a| a.at == end + 1 && view.norm(end) == "(" && view.norm(a.end) == ")");
    if let Some(named) = named.filter(|a| alone && a.party.is_country()) {
        sides.reporter = Some(Filled::new(named.party, "named_in_bracket", Some(named.span)));
    }
}

/// What one makes, uses or has is with nobody.
fn without_partner(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let supplied = asked.kind == Kind::Share && asked.indicator == Indicator::Consumption;
    if matches!(asked.indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves) && !supplied {
        sides.partner = None;
    }
}

/// Who uses what is told as used.
fn used_by_whom(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.indicator != Indicator::Consumption {
        return;
    }
    // *It will meet 25 percent of the needs of the Gulf state*: a country uses what is told, not the world.
    let whole = |f: &Filled<Party>| f.value == Party::WORLD && f.rule != "of_the_world";
    if sides.reporter.as_ref().is_some_and(whole) && sides.partner.as_ref().is_some_and(|f| f.value.is_country()) {
        sides.reporter = sides.partner.take();
    }
    // *OPEC cut its forecast of global oil demand*: what the group's buyers use, not what it does itself.
    if let Some(group) = sides.reporter.as_mut().filter(|f| f.value == Party::OPEC) {
        group.value = Party::WORLD;
    }
}

/// A side as the statement before tells it.
fn as_told(party: impl Into<Option<Party>>) -> Option<Filled<Party>> {
    party.into().map(|p| Filled::new(p, "statement_before", None))
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
