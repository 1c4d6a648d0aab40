//! Figures that are no statistic of a country's trade or energy, for what stands beside them: the rules that say so, in order.

use super::grammar::Role;
use super::head::Head;
use super::indicator::Governor;
use super::plausible::{
    cost_of_work, emitted, growth_of_nothing, paid_over, part_of_growth, price_of_other, rate_of_aid, rate_of_duty,
    stake, turnover_of_a_firm,
};
use super::view::View;
use crate::lexicon::Marks;
use crate::mention::QuantityMention;
use crate::model::{Dimension, Unit};

/// The name of the rule that puts a figure out of scope; `priced` tells that it goes on from a price.
pub fn out_of_scope(
    view: &View<'_>,
    written: &QuantityMention,
    unit: Unit,
    governor: Governor,
    priced: bool,
) -> Option<&'static str> {
    // *a tariff of 25 percent on cars*
    let duty = |head: Head| view.norm(head.at).starts_with("tariff") || view.norm(head.at) == "duty";
    // *Growth rebounded to 3.2%*: of the economy.
    let economy = unit.is_ratio() && view.norm(view.clause(written.tokens.start).start) == "growth";
    if matches!(governor, Governor::Topic) && (growth_of_nothing(view, written) || economy) {
        return Some("growth_of_no_trade");
    }
    if unit.measure.dimension() == Dimension::Money && view.where_given(Marks::ACCOUNT, || paid_over(view, written)) {
        return Some("money_paid");
    }
    if unit.measure.dimension() == Dimension::Money && cost_of_work(view, written) {
        return Some("cost_of_work");
    }
    if price_of_other(view, written) {
        return Some("price_of_other");
    }
    if matches!(governor, Governor::Head(head) if turnover_of_a_firm(view, head)) {
        return Some("turnover_of_a_firm");
    }
    if view.where_given(Marks::EMISSIONS, || emitted(view, written)) {
        return Some("emissions");
    }
    let levied = matches!(governor, Governor::Head(head) if duty(head))
        || view.where_given(Marks::LEVIES, || rate_of_duty(view, written));
    if unit.is_ratio() && levied {
        return Some("rate_of_duty");
    }
    if unit.is_ratio() && part_of_growth(view, written) {
        return Some("part_of_growth");
    }
    if unit.is_ratio() && part_of_a_crop_hurt(view, written) {
        return Some("damage");
    }
    if unit.is_ratio() && stake(view, written) {
        return Some("stake_in_a_firm");
    }
    if (unit.is_price() || unit.measure.dimension() == Dimension::Money)
        && view.where_given(Marks::AID.or(Marks::LEVIES), || rate_of_aid(view, written))
    {
        return Some("rate_of_aid");
    }
    if (unit.is_price() || priced) && set_beside_a_market(view, written) {
        return Some("difference_of_prices");
    }
    // *Brent stood at 16.45 dlrs a barrel*
    let quoted = |head: Head| {
        (head.at..head.end).any(|at| {
            matches!(
                view.norm(at),
                "ttf" | "brent" | "wti" | "futures" | "spot" | "lme" | "nymex" | "comex" | "hub" | "texas"
            )
        })
    };
    if unit.is_price() && matches!(governor, Governor::Head(head) if quoted(head)) {
        return Some("price_of_a_market");
    }
    None
}

/// *Robusta for May was offered at 305 dlrs a tonne*: a sentence of a market's prices, in which nobody trades.
pub fn told_of_a_market(view: &View<'_>) -> bool {
    !view.actors.iter().any(|a| a.takes_part() && a.role != Role::In)
        && view.range.clone().any(|at| {
            matches!(
                view.norm(at),
                "offered"
                    | "quoted"
                    | "closed"
                    | "settled"
                    | "traded"
                    | "trading"
                    | "opened"
                    | "spot"
                    | "contract"
                    | "eased"
                    | "firmed"
                    | "reference"
                    | "benchmark"
                    | "fob"
                    | "cif"
            )
        })
}

/// *Floods damaged 40 pct of the crop*: what was lost is told by no statistic of output.
fn part_of_a_crop_hurt(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let crop = view.norm(end) == "of"
        && (end + 1..end + 5).any(|at| {
            matches!(view.norm(at), "crop" | "crops" | "harvest" | "plants" | "trees" | "fields" | "area" | "plantings")
        });
    let hurt = |at: usize| {
        matches!(
            view.norm(at),
            "damaged" | "damage" | "destroyed" | "ruined" | "affected" | "hit" | "infested" | "flooded" | "wiped"
        )
    };
    crop && (written.tokens.start.saturating_sub(8).max(view.range.start)..written.tokens.start).any(hurt)
}

/// *some 6 cents below the US Gulf*, *$3 a barrel over Brent*: by how much one price differs from another's.
fn set_beside_a_market(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let beside = matches!(view.norm(end), "below" | "above" | "over" | "under");
    let number = view.first_quantity(&(end..end + 3)).is_some();
    let time = || {
        view.mentions
            .iter()
            .any(|m| (end + 1..end + 6).contains(&m.tokens.start) && matches!(m.what, crate::mention::What::Period(_)))
    };
    beside && !number && !time()
}
