//! Supplies that are no trade: what there is of goods in a country, from its stocks, its fields and abroad, to be used there.
//!
//! | sentence | is |
//! | --- | --- |
//! | ***Corn supplies** are projected at a record 15 billion bushels* | what there is |
//! | ***Domestic supply** of sugar was 881,000 tonnes* | the same |
//! | *Egypt's **gas supplies** to Jordan fell to 80 million cubic feet* | trade |

use super::grammar::Role;
use super::head::Head;
use super::market;
use super::view::{Actor, View};
use crate::lexicon::Class;
use crate::mention::What;
use crate::model::Unit;

/// Whether a noun of supply tells what there is of goods other than energy, that goes to nobody and comes from nobody who is named.
pub fn at_hand(view: &View<'_>, unit: Unit, head: Head) -> bool {
    let supply = head.class == Class::Noun && matches!(view.norm(head.end - 1), "supply" | "supplies");
    // *the grain supply agreement*
    let deal = matches!(
        view.norm(head.end),
        "agreement" | "agreements" | "deal" | "deals" | "pact" | "contract" | "contracts"
    );
    if !supply || deal || !(unit.is_bulk() || unit.is_ratio()) {
        return false;
    }
    let goods = |at: usize| view.mentions.iter().any(|m| m.tokens.end == at && matches!(m.what, What::Commodity(_)));
    let all = matches!(view.norm(head.at.wrapping_sub(1)), "total" | "domestic" | "overall" | "available" | "home");
    let made_there = view.norm(head.end) == "of" && view.norm(head.end + 1) == "domestically";
    let sent = |a: &Actor| matches!(a.role, Role::To | Role::With | Role::From);
    let energy = view.mentions.iter().any(|m| match &m.what {
        What::Commodity(goods) => market::of_energy(unit, Some(goods)),
        _ => false,
    });
    (all || made_there || goods(head.at)) && !energy && !view.actors.iter().any(sent)
}
