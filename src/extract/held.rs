//! What lies in the ground or in store, where no word for reserves says so.
//!
//! | sentence | rule |
//! | --- | --- |
//! | *The field holds **380 tcf** of gas*, *has found **6.5 billion barrels*** | `held_in_the_ground` |
//! | *a find of **1 billion barrels*** | `size_of_find` |
//! | *had **2.1 million tonnes** of sugar in stock* | `in_store` |
//! | ***140 mln barrels** could be recovered* | `recoverable` |

use super::indicator::{Found, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{is_or_was, parts_list};
use crate::mention::What;
use crate::model::{Dimension, Indicator, Measure};

/// Whether goods are counted that can lie somewhere.
fn is_amount(search: &Search<'_, '_>) -> bool {
    search.unit.per.is_none() && search.unit.is_bulk()
}

/// Whether millions at the least are counted by volume, as gas and oil in the ground are.
fn is_field(search: &Search<'_, '_>) -> bool {
    let millions = search.view.quantity(search.quantity).is_some_and(|q| q.exponent >= 6 || q.factor >= MILLION.into());
    search.unit.measure.dimension() == Dimension::Volume && millions
}

/// Whether millions of tonnes are counted, as coal and ores in the ground are.
fn mined(search: &Search<'_, '_>) -> bool {
    let millions = search.view.quantity(search.quantity).is_some_and(|q| q.exponent >= 6);
    search.unit.measure == Measure::Tonne && millions
}

const MILLION: i64 = 1_000_000;

/// Where gas and oil lie or are stored, or who looks for them.
fn is_ground(word: &str) -> bool {
    matches!(
        word,
        "well"
            | "wells"
            | "field"
            | "fields"
            | "shelf"
            | "refuge"
            | "prospect"
            | "structure"
            | "reservoir"
            | "reservoirs"
            | "discovery"
            | "discoveries"
            | "find"
            | "finds"
            | "deposit"
            | "deposits"
            | "basin"
            | "drilling"
            | "drillers"
            | "block"
            | "seam"
            | "storage"
            | "stores"
            | "tanks"
            | "caverns"
    )
}

/// The token behind *of* goods at token `at`.
fn behind_goods(view: &View<'_>, at: usize) -> Option<usize> {
    let goods = |m: &&crate::mention::Mention| {
        m.tokens.start > at && m.tokens.start <= at + 3 && matches!(m.what, What::Commodity(_))
    };
    (view.norm(at) == "of").then(|| view.mentions.iter().find(goods).map(|m| m.tokens.end))?
}

/// *The North Field holds an estimated 380 trillion cubic feet of gas*, *has found 6.5 billion barrels*
pub fn held_in_the_ground(search: &Search<'_, '_>) -> Found {
    if !is_amount(search) {
        return None;
    }
    let view = search.view;
    let at = start_of(search).checked_sub(1)?;
    let named = view.quantity(search.quantity).is_some_and(|q| q.goods.is_some());
    let goods = named || behind_goods(view, search.end()).is_some();
    let ground = || (view.clause(at).start..at).any(|at| is_ground(view.norm(at)));
    // *Shah Deniz alone holds 1.2 trillion cubic metres*: no store holds so much.
    let vast = || {
        let told = view.quantity(search.quantity).map(|q| q.quantity.value);
        search.unit.measure == Measure::CubicMetre && told.is_some_and(|v| v >= (50_000 * MILLION).into())
    };
    let held = match view.norm(at) {
        "holds" | "hold" | "held" | "contains" | "contain" | "contained" => {
            goods || (is_field(search) || mined(search)) && (ground() || vast())
        }
        // *The basin is home to some 210 million tonnes of coal*
        "to" => view.norm_before(at, 1) == "home" && (goods || mined(search)) && ground(),
        // *The deposit is estimated at 210 million tonnes of coal*
        "at" => {
            let put = matches!(view.norm_before(at, 1), "estimated" | "put" | "reckoned" | "assessed");
            put && is_or_was(view.norm_before(at, 2)) && is_ground(view.norm_before(at, 3))
        }
        // *Under Moroccan soil lie 50 billion tonnes of phosphate*
        "lie" | "lies" | "lay" | "slumber" | "rest" => {
            goods
                && view.clause(at).any(|at| {
                    matches!(view.norm(at), "under" | "beneath" | "below" | "underground" | "ground" | "seabed")
                })
        }
        // *In the deposit there remain 27 million tonnes of oil*
        "remain" | "remains" => (goods || is_field(search)) && (ground() || view.norm_before(at, 1) == "there"),
        "found" | "discovered" => is_field(search) || goods && ground(),
        _ => false,
    };
    // *Its underground stores can hold 5.2 bcm*: how much there is room for.
    let room = matches!(view.norm_before(at, 1), "can" | "could")
        && (view.clause(at).start..at).any(|at| {
            matches!(
                view.norm(at),
                "storage" | "store" | "stores" | "tank" | "tanks" | "cavern" | "caverns" | "depot" | "depots"
            )
        });
    let indicator = if room { Indicator::Capacity } else { Indicator::Reserves };
    held.then(|| told(search, at, indicator, Class::VerbOf))?
}

/// *a find of 1 billion barrels*, *The Liza discovery is put at more than 1 billion barrels*
pub fn size_of_find(search: &Search<'_, '_>) -> Found {
    if !is_amount(search) || !is_field(search) {
        return None;
    }
    let view = search.view;
    let link = start_of(search).checked_sub(1).filter(|at| matches!(view.norm(*at), "of" | "at" | "with"))?;
    let near = link.saturating_sub(8).max(view.clause(link).start)..link;
    let find = |at: &usize| matches!(view.norm(*at), "discovery" | "discoveries" | "find" | "finds" | "reservoir");
    let find = near.rev().find(find)?;
    let headed = view.is_headed(&(find..link));
    (!headed).then(|| told(search, find, Indicator::Reserves, Class::Noun))?
}

/// *had 2.1 million tonnes of sugar in stock*, *has in store some 4 million tonnes*
pub fn in_store(search: &Search<'_, '_>) -> Found {
    if !is_amount(search) {
        return None;
    }
    let view = search.view;
    let store = |at: usize| {
        view.norm(at) == "in" && matches!(view.norm(at + 1), "stock" | "store" | "storage" | "reserve" | "stockpiles")
            || view.norm(at) == "in" && view.norm(at + 1) == "the" && view.norm(at + 2) == "ground"
    };
    let behind = behind_goods(view, search.end()).unwrap_or(search.end());
    // *had stored 2.5 bcm*
    let stored = start_of(search)
        .checked_sub(1)
        .filter(|at| view.norm(*at) == "stored" && matches!(view.norm_before(*at, 1), "had" | "has" | "have"));
    if let Some(at) = stored {
        return told(search, at, Indicator::Reserves, Class::Noun);
    }
    let before = start_of(search).checked_sub(2);
    let at = Some(behind).filter(|at| store(*at)).or(before.filter(|at| store(*at)))?;
    told(search, at + 1, Indicator::Reserves, Class::Noun)
}

/// *Some 140 mln barrels could be recovered*: what can be got out lies in the ground.
pub fn recoverable(search: &Search<'_, '_>) -> Found {
    if !is_amount(search) || !is_field(search) {
        return None;
    }
    let view = search.view;
    let near = search.end()..(search.end() + 6).min(view.range.end);
    let got = |at: &usize| matches!(view.norm(*at), "recovered" | "recoverable");
    let at = near.take_while(|at| !parts_list(view.norm(*at))).find(got)?;
    told(search, at, Indicator::Reserves, Class::Noun)
}
