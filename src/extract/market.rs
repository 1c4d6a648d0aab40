//! Prices of a market, that nobody's trade is told by: what Brent, a hub or a contract stands at.
//!
//! | sentence | seller | period |
//! | --- | --- | --- |
//! | *Brent futures rose 32 cents to **$75.73 a barrel*** | the world | the day of publication |
//! | *The Dutch contract at the TTF hub was at **57.05 euros per megawatt hour*** | the Netherlands | the same |
//! | *Brent for April loading traded at **17.35 dlrs a barrel*** | the world | that April |

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::grammar::Role;
use super::indicator::Governor;
use super::parties::Sides;
use super::rule::Filled;
use super::view::View;
use crate::model::{Commodity, Measure, Party, Period, Span, Unit};

/// *Brent stood at 16.45 dlrs a barrel*: a price whose head names a market.
pub fn quoted(view: &View<'_>, unit: Unit, governor: Governor) -> bool {
    let Governor::Head(head) = governor else { return false };
    unit.is_price()
        && (head.at..head.end).any(|at| {
            matches!(
                view.norm(at),
                "ttf" | "brent" | "wti" | "futures" | "spot" | "lme" | "nymex" | "comex" | "hub" | "texas"
            )
        })
}

/// *Robusta for May was offered at 305 dlrs a tonne*: a sentence of a market's prices, in which nobody trades.
pub fn told_of(view: &View<'_>) -> bool {
    // *Dutch front-month gas eased to 31.80 euros*
    let front = |at: usize| view.norm(at) == "front" && view.norm(at + 1) == "-" && view.norm(at + 2) == "month";
    if view.range.clone().any(front) {
        return true;
    }
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

/// Whether what a price is for is energy: what other goods stand at on a market is told by no statistic.
pub fn of_energy(unit: Unit, goods: Option<&Commodity>) -> bool {
    matches!(unit.per, Some(Measure::Barrel | Measure::Btu | Measure::KilowattHour))
        || goods.is_some_and(|goods| {
            matches!(
                goods.as_str(),
                "crude_oil" | "oil_products" | "diesel" | "gasoline" | "fuel_oil" | "natural_gas" | "lng" | "uranium"
            ) || goods.as_str().ends_with("coal")
        })
}

/// Leaves such a price only what its own sentence says before it: else it is the world's, on the day that it is told.
pub fn settle(
    view: &View<'_>,
    figure: Span,
    sides: &mut Sides,
    period: &mut Option<Filled<Option<Period>>>,
    published: Option<NaiveDate>,
) {
    let first = view.tokens[view.range.start].span.start;
    let own = |span: Option<Span>| span.is_some_and(|span| first <= span.start && span.end <= figure.start);
    for side in [&mut sides.reporter, &mut sides.partner] {
        if !side.as_ref().is_some_and(|f| own(f.span)) {
            *side = Some(Filled::new(Party::WORLD, "price_of_a_market", None));
        }
    }
    if period.as_ref().is_some_and(|f| f.span.is_some()) {
        return;
    }
    let weekday = weekday_behind(view, figure.end);
    let told = weekday.zip(published).map(|((weekday, span), last)| {
        let back = u64::from(last.weekday().days_since(weekday));
        (last.checked_sub_days(Days::new(back)).unwrap_or(last), Some(span))
    });
    let at = told.or(published.map(|day| (day, None)));
    *period = at.map(|(day, span)| Filled::new(Some(Period::day(day)), "day_of_a_market", span));
}

/// *settled at $408 a tonne on Monday*: the day of the week right behind the figure that ends at this byte.
fn weekday_behind(view: &View<'_>, end: usize) -> Option<(Weekday, Span)> {
    let at = view.tokens.partition_point(|t| t.span.start < end);
    let name = (view.norm(at) == "on" && view.range.contains(&(at + 1))).then_some(at + 1)?;
    let weekday = view.norm(name).parse().ok().filter(|_| view.tokens[name].is_capitalised())?;
    Some((weekday, view.tokens[name].span))
}
