//! Supplies and sales that are no trade: what there is of goods in a country, from its stocks, its fields and abroad, to be used there,
//! and what is sold within it.
//!
//! | sentence | is |
//! | --- | --- |
//! | ***Corn supplies** are projected at a record 15 billion bushels* | what there is |
//! | ***Domestic supply** of sugar was 881,000 tonnes* | the same |
//! | *Egypt's **gas supplies** to Jordan fell to 80 million cubic feet* | trade |
//! | *sold 79,000 tonnes **into intervention*** | a sale at home |
//! | *the **buffer stock** may buy 20,000 tonnes* | a sale at home |
//! | *4.4 million tons **of cargo** were transported **by rail*** | freight within a country |

use super::grammar::Role;
use super::head::Head;
use super::market;
use super::view::{Actor, View};
use crate::lexicon::words::{is_carrier, is_load};
use crate::lexicon::{Class, Topic};
use crate::mention::{QuantityMention, What};
use crate::model::{Indicator, Measure, Unit};

/// Whether a noun of supply tells what there is of goods other than energy, that goes to nobody and comes from nobody who is named.
pub fn at_hand(view: &View<'_>, unit: Unit, head: Head) -> bool {
    let supply = head.class == Class::Noun && matches!(view.norm_before(head.end, 1), "supply" | "supplies");
    // *the grain supply agreement*
    let deal = matches!(
        view.norm(head.end),
        "agreement" | "agreements" | "deal" | "deals" | "pact" | "contract" | "contracts"
    );
    if !supply || deal || !(unit.is_bulk() || unit.is_ratio()) {
        return false;
    }
    let goods = |at: usize| view.mentions.iter().any(|m| m.tokens.end == at && matches!(m.what, What::Commodity(_)));
    let all = matches!(view.norm_before(head.at, 1), "total" | "domestic" | "overall" | "available" | "home");
    let made_there = view.norm(head.end) == "of" && view.norm(head.end + 1) == "domestically";
    let sent = |a: &Actor| matches!(a.role, Role::To | Role::With | Role::From);
    let energy = view.mentions.iter().any(|m| match &m.what {
        What::Commodity(goods) => market::of_energy(unit, Some(goods)),
        _ => false,
    });
    (all || made_there || goods(head.at)) && !energy && !view.actors.iter().any(sent)
}

/// *sold 79,000 tonnes of sugar into intervention*, *sold to the home market*, *bought from farmers*, *the buffer stock bought*: whether
/// goods are sold to stores, to shops or by growers of the country that they are in.
pub fn sold_at_home(view: &View<'_>, written: &QuantityMention, unit: Unit) -> bool {
    if !unit.is_bulk() {
        return false;
    }
    let clause = view.clause(written.tokens.start);
    let market = |at: usize| matches!(view.norm(at), "home" | "domestic" | "local") && view.norm(at + 1) == "market";
    let stored = |at: usize| match view.norm(at) {
        "intervention" => {
            matches!(view.norm_before(at, 1), "into" | "to")
                && !matches!(view.norm(at + 1), "price" | "prices" | "board")
        }
        "market" => market(at.wrapping_sub(1)) && matches!(view.norm_before(at, 3), "to" | "onto" | "for"),
        "farmers" | "growers" => view.back(at, 2).any(|at| view.norm(at) == "from"),
        _ => false,
    };
    let keeper = |at: usize| {
        view.norm(at) == "buffer"
            && view.norm(at + 1) == "stock"
            && view.heads.iter().any(|h| h.at > at && h.at <= at + 6 && h.at < written.tokens.start)
    };
    let abroad = |a: &Actor| matches!(a.role, Role::To | Role::From) && clause.contains(&a.at);
    (clause.clone().any(stored) || (clause.start..written.tokens.start).any(keeper)) && !view.actors.iter().any(abroad)
}

/// *4.4 million tons of cargo were transported by rail*, *2.3 million by road*: whether freight is told by what carries it, and goes to
/// nobody, comes from nobody and passes through nobody who is named.
pub fn carried_by(view: &View<'_>, written: &QuantityMention, unit: Unit) -> bool {
    let end = written.tokens.end;
    let freight = is_load(view.norm(end + 1)) || matches!(view.norm(end + 1), "freight" | "freights" | "goods");
    if unit.measure != Measure::Tonne || view.norm(end) != "of" || !freight {
        return false;
    }
    let carrier = |at: usize| {
        let the = at + 1 + usize::from(view.norm(at + 1) == "the");
        matches!(view.norm(at), "by" | "via") && is_carrier(view.norm(the))
    };
    let sent = |a: &Actor| matches!(a.role, Role::To | Role::With | Role::From | Role::Via | Role::In);
    let traded = |h: &Head| {
        let noun = h.class == Class::Noun && matches!(h.topic, Topic::Of(_)) && !is_load(view.norm(h.at));
        noun || h.topic == Topic::Of(Indicator::Transit)
            || matches!(view.norm(h.at), "exported" | "imported" | "sold" | "bought" | "sent")
    };
    (end + 2..end + 8).any(carrier) && !view.actors.iter().any(sent) && !view.heads.iter().any(traded)
}
