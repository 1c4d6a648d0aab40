//! In which country works stand whose capacity is told: a mine's railway, a refinery, a reactor.
//!
//! | text | reporter | rule |
//! | --- | --- | --- |
//! | *India took 40 percent of Peru's coal ... The railway to Callao can carry **6 million tonnes a year*** | PER | `inside_its_country` |
//! | *Chile bought crude from Ecuador ... Its refineries can process **210,000 bpd*** | CHL | `where_it_works` |

use super::super::grammar::Role;
use super::super::rule::Filled;
use super::super::survey::Cast;
use super::super::view::{Actor, View};
use super::{Asked, Sides};
use crate::extract::frame::Frame;
use crate::lexicon::words::{feeds_on_goods, is_line, makes_power_or_fuel, ships_goods};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Measure, Party, Unit};

/// What a works is able to do, where nobody is named for it: of the country that has it, and with nobody.
pub fn where_it_works(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(quantity) = asked.quantity else { return };
    // *The reactors can supply 2,000 MW*: power is what works are able to do, whatever verb says so.
    let power = |q: &QuantityMention| q.quantity.unit == Unit::of(Measure::Watt);
    let sent = asked.indicator == Indicator::Exports && asked.view.quantity(quantity).is_some_and(power);
    if asked.indicator != Indicator::Capacity && !sent {
        return;
    }
    if asked.kind == Kind::Share || asked.same_sentence && sides.reporter.is_none() && sides.partner.is_none() {
        return;
    }
    if inside_its_country(sides, asked) || sides.partner.is_some() {
        return;
    }
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let Some(works) = works_before(view, start) else { return };
    let named =
        |a: &Actor| a.party.is_country() && matches!(a.role, Role::To | Role::From | Role::Between | Role::With);
    if view.actors.iter().any(named) || view.pair.is_some() || !view.routes.is_empty() {
        return;
    }
    if sides.reporter.is_none() {
        let Some(owner) = owner_of(works, asked) else { return };
        sides.reporter = Some(Filled::new(owner, "where_it_works", None));
    }
    sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
}

/// *Peru exported 3 million tonnes of coal. India took 40 percent. A railway to Callao can carry 6 million*: what ends at a place of
/// who gives the goods runs inside that country.
fn inside_its_country(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let Some(end) = sides.partner.as_ref().filter(|f| f.span.is_some() && f.value.is_country()) else { return false };
    let own = asked.before.and_then(Frame::giver_and_taker).is_some_and(|(giver, _)| giver == Some(end.value));
    let own = own || asked.survey.cast() == Cast::Protagonist(end.value);
    let known = sides.reporter.as_ref().is_none_or(|f| f.value == end.value);
    if !own || !known {
        return false;
    }
    sides.reporter = sides.partner.take();
    sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    true
}

/// The token of the works named last before token `start`; `None` where a line stands nearer.
fn works_before(view: &View<'_>, start: usize) -> Option<usize> {
    let works = |at: &usize| {
        let word = view.norm(*at);
        feeds_on_goods(word) || ships_goods(word) || makes_power_or_fuel(word) || is_line(word)
    };
    (view.range.start..start).rev().find(works).filter(|at| !is_line(view.norm(*at)))
}

/// Who has the works at a token: who takes the goods that it is fed with, who gives those that leave by it, else whom the text is of.
fn owner_of(works: usize, asked: &Asked<'_, '_>) -> Option<Party> {
    let view = asked.view;
    let frame = asked.before?;
    let country = |party: Option<Party>| party.filter(Party::is_country);
    let about = asked.survey.lead().or_else(|| asked.context.dateline_home());
    let told = frame.giver_and_taker().and_then(|(giver, taker)| match view.norm(works) {
        word if feeds_on_goods(word) => country(taker),
        word if ships_goods(word) => country(giver),
        _ => None,
    });
    told.or(about).or(country(frame.reporter))
}
