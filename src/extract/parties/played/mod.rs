//! The side that an actor has by the part it plays beside the head of a figure, where the table of roles alone does not say it.

mod acts;
mod ends;
mod invested;
mod shares;

use std::ops::Range;

pub use invested::{by_foreign_investors, into_the_other};

use super::super::grammar::Role;
use super::super::head::Head;
use super::super::side::{Side, of_role};
use super::super::view::{Actor, View};
use super::partner_told::by_its_preposition;
use super::{Asked, placed, price};
use crate::model::{Indicator, Kind};

/// A party beside a head, and what else stands there.
pub struct Part<'p, 'v, 'a> {
    /// What is asked.
    pub asked: &'p Asked<'v, 'a>,
    /// Its sentence.
    pub view: &'v View<'a>,
    /// What governs the figure.
    pub head: &'p Head,
    /// The party.
    pub actor: &'p Actor,
    /// All parties that may have a side.
    pub actors: &'p [&'p Actor],
    /// The tokens of the figure; `None` in a heading.
    pub figure: Option<Range<usize>>,
}

impl Part<'_, '_, '_> {
    /// Whether the party stands in this role.
    fn is(&self, role: Role) -> bool {
        self.actor.role == role
    }

    /// Whether this is counted.
    fn of(&self, indicator: Indicator) -> bool {
        self.asked.indicator == indicator
    }

    /// Whether it is goods that go one way, or what both ways leave.
    fn of_trade(&self) -> bool {
        matches!(self.asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance)
    }

    /// Level, change or share.
    fn kind(&self) -> Kind {
        self.asked.kind
    }

    /// Whether another party is such a one.
    fn another(&self, is: impl Fn(&Actor) -> bool) -> bool {
        self.actors.iter().any(|a| a.party != self.actor.party && is(a))
    }
}

/// The parts that a party may play, in their order: the first that it plays is its side.
const PARTS: [fn(&Part<'_, '_, '_>) -> Option<Side>; 52] = [
    label,
    invested::has_part_of_it,
    invested::in_its_economy,
    invested::draws_it,
    invested::is_entry_of_its_list,
    ends::used_behind_transit,
    ends::sold_in,
    shares::whose_supplies,
    shares::gives_part,
    shares::stands_before_part,
    acts::was_given,
    acts::owner_of_fronted,
    shares::trader_of_its_own,
    ends::estimated_for,
    ends::fetched_for,
    shares::as_for_its_share,
    ends::news_for,
    ends::sales_beside_exports,
    ends::behind_its_owner,
    invested::owns_inflows,
    ends::arrivals_of,
    invested::has_an_investor,
    ends::outlets_in,
    acts::is_where,
    ends::clause_is_set_in,
    ends::exports_in,
    shares::whose_part_comes,
    ends::docked_in,
    ends::unloaded_in,
    acts::traders_in,
    acts::was_brought,
    acts::has_the_trader,
    shares::had_part_by,
    acts::people_sold_to,
    ends::earned_from,
    acts::gets_it,
    acts::was_brought_money,
    ends::source_with_its_figure,
    shares::took_part_of_exported,
    shares::was_given_part,
    shares::whose_goods_are_bought,
    ends::end_of_line,
    acts::takers_in,
    acts::whose_firm_is,
    shares::has_share_of_the_worlds,
    shares::has_the_share,
    shares::has_the_whole,
    acts::gives_to_another,
    acts::whose_house_bought,
    acts::sends_imports,
    acts::whose_imports,
    shares::share_of_it,
];

/// The side of an actor.
pub fn played(asked: &Asked<'_, '_>, head: &Head, actor: &Actor, actors: &[&Actor]) -> Option<Side> {
    if let Some(side) = by_its_preposition(asked, head, actor) {
        return Some(side);
    }
    let figure = asked.quantity.map(|q| asked.view.mentions[q].tokens.clone());
    let part = Part { asked, view: asked.view, head, actor, actors, figure };
    if ends::only_sends(&part) {
        return None;
    }
    PARTS
        .iter()
        .find_map(|plays| plays(&part))
        .or_else(|| placed::side(asked, head, actor))
        .or_else(|| price::side(asked, head, actor, actors))
        .or_else(|| of_role(asked.indicator, head, actor.role, asked.kind))
}

/// *MONGOLIA: energy trade at a glance*, *Cameroon: cocoa exports up 8 percent*: without another to be the entry of a list of.
fn label(part: &Part<'_, '_, '_>) -> Option<Side> {
    let asked = part.asked;
    let told = asked.before.is_none_or(|f| f.reporter == Some(part.actor.party))
        && asked.context.home().is_none_or(|home| home == part.actor.party);
    (part.is(Role::Label) && (part.figure.is_none() || told)).then_some(Side::Reporter)
}
