//! Goods other than energy on an exchange: how a text says that they are dealt in there, and what their prices are for. They are
//! told apart so that no country's trade takes them in, and are passed over: what metals or grain stand at is no statistic of it.
//!
//! | text | is |
//! | --- | --- |
//! | ***December corn** slid 2 cents to $4.18 a bushel* | the price of a contract |
//! | ***Spot gold** was up 0.3% at $1,919.07 per ounce* | a price of bullion |
//! | ***Wheat for May delivery** rose 7 cents* | the price of a contract |
//! | *Palladium dropped 0.8% to **$1,263.78*** | behind another of its kind, for an ounce |

use super::view::View;
use crate::lexicon::words::{is_delivery_contract, is_handing_over};
use crate::mention::{Expression, Mention, Part, QuantityMention, What};
use crate::model::{Commodity, Currency, Decimal, Dimension, Measure, Unit};

/// The first token of what goods are called on an exchange: *hard red winter wheat*, *three-month copper*.
pub fn start(view: &View<'_>, goods: usize) -> usize {
    let describes = |at: &usize| {
        matches!(
            view.norm(*at),
            "soft" | "hard" | "red" | "white" | "winter" | "spring" | "raw" | "refined" | "old" | "new" | "-" | "crop"
        )
    };
    goods - (view.range.start..goods).rev().take(5).take_while(describes).count()
}

/// The token behind all that tells of a contract at token `at`: *for May delivery traded on Liffe*, *(GC=F) on the Comex*.
pub fn behind_contract(view: &View<'_>, at: usize) -> usize {
    let mut end = behind_part(view, at);
    while end > at {
        let traded = usize::from(matches!(view.norm(end), "traded" | "trading" | "listed"));
        let next = behind_part(view, end + traded);
        if next == end + traded {
            break;
        }
        end = next;
    }
    end
}

/// The token behind one thing that tells of a contract at token `at`: *for July delivery*, *on the May contract*, *on the London Metal
/// Exchange*.
fn behind_part(view: &View<'_>, at: usize) -> usize {
    let ends = |at: &usize| is_handing_over(view.norm(*at)) || matches!(view.norm(*at), "contract" | "contracts");
    let mut end = at;
    // *on Liffe in Paris*
    if view.norm(at) == "in" {
        let city = (at + 1..at + 3).find(|at| is_city(view.norm(*at)));
        return city.map_or(at, |city| city + 1);
    }
    // *gold (GC=F) was trading higher*
    if view.norm(at) == "(" {
        return (at..at + 6).find(|at| view.norm(*at) == ")").map_or(at, |at| at + 1);
    }
    if view.norm(at) == "for" {
        // *Raw sugar for October settled*
        end = (at..at + 5).find(ends).map(|end| end + 1).or_else(|| month_at(view, at + 1)).unwrap_or(at);
    }
    if matches!(view.norm(end), "on" | "at" | "in") {
        let house = |at: &usize| {
            matches!(view.norm(*at), "exchange" | "cbot" | "comex" | "lme" | "nymex" | "bursa" | "liffe")
                || view.norm(*at) == "trade" && view.norm_before(*at, 1) == "of"
        };
        let found = (end + 1..end + 8).take_while(|at| !view.verb_at(*at)).filter(house).last();
        end = found.map_or(end, |at| at + 1);
    }
    end
}

/// The token behind the name of a month that begins at token `at`.
fn month_at(view: &View<'_>, at: usize) -> Option<usize> {
    view.mentions.iter().find(|m| m.tokens.start == at && is_month(m)).map(|m| m.tokens.end)
}

fn is_month(mention: &Mention) -> bool {
    matches!(mention.what, What::Period(Expression::In(Part::Months(..), _)))
}

/// *London cocoa*, *New York cotton*: whether a word ends the name of a city that goods are dealt in, and that owns none of them.
pub fn is_city(word: &str) -> bool {
    matches!(word, "london" | "york" | "chicago" | "paris" | "rotterdam" | "winnipeg" | "dalian" | "shanghai")
}

/// *Spot gold*, *three-month copper*, *December corn*: whether goods are named as what is dealt in before token `start`.
pub fn is_named(view: &View<'_>, start: usize) -> bool {
    let word = start.checked_sub(1).filter(|at| view.range.contains(at)).map_or("", |at| view.norm(at));
    // *July-delivery soybeans*
    let delivered = |at: usize| {
        is_handing_over(word) && view.norm(at) == "-" && view.mentions.iter().any(|m| m.tokens.end == at && is_month(m))
    };
    matches!(word, "spot" | "month" | "cbot" | "comex" | "lme" | "mgex" | "ice" | "active")
        || is_city(word)
        || start.checked_sub(2).is_some_and(delivered)
        || view.mentions.iter().any(|m| m.tokens.end == start && is_month(m))
}

/// Whether goods between these tokens are spoken of as what an exchange deals in; `told` where the text told of a market just before.
pub fn is_dealt_in(view: &View<'_>, start: usize, end: usize, written: &QuantityMention, told: bool) -> bool {
    // *Wheat for May delivery*
    let delivered = view.norm(end) == "for" && behind_contract(view, end) > end;
    let money = written.quantity.unit.measure.dimension() == Dimension::Money;
    // *Corn is 3 to 4 cents lower*
    let cents = || {
        money
            && written.tokens.clone().any(|at| matches!(view.norm(at), "cents" | "cent"))
            && matches!(view.norm(written.tokens.end), "lower" | "higher" | "a" | "per")
    };
    is_named(view, start) || delivered || told || cents() || on_an_exchange(view)
}

/// The goods of a sentence whose contract it opens with: *Wheat for September delivery gave back some of the rally*.
pub fn named(view: &View<'_>) -> Option<Commodity> {
    let first = view.mentions.iter().find(|m| matches!(m.what, What::Commodity(_)))?;
    let What::Commodity(goods) = &first.what else { return None };
    let end = first.tokens.end;
    let contract = is_delivery_contract(view.norm(end));
    let delivered = view.norm(end) == "for" && behind_contract(view, end) > end;
    (contract || delivered).then(|| goods.clone())
}

/// Whether a sentence names an exchange or what is dealt in there.
fn on_an_exchange(view: &View<'_>) -> bool {
    view.range.clone().any(|at| match view.norm(at) {
        "bursa" | "spot" => true,
        // *In other March agriculture contracts, corn fell*
        "contracts" => view.mentions.iter().any(|m| is_month(m) && (m.tokens.end..m.tokens.end + 2).contains(&at)),
        // *Robusta for July was quoted at ... and arabica eased*
        // *In contracts for March delivery, wheat fell*
        "for" => {
            let contract = is_delivery_contract(view.norm_before(at, 1)) || view.goods_before(at).is_some();
            contract && month_at(view, at + 1).is_some()
        }
        "exchange" if view.norm_before(at, 1) == "derivatives" => true,
        _ => names_house(view, at),
    })
}

/// Whether an exchange, or the futures that are dealt in there, are named at a token: *CBOT*, *the Chicago Board of Trade*, *the London
/// Metal Exchange*.
pub fn names_house(view: &View<'_>, at: usize) -> bool {
    matches!(view.norm(at), "futures" | "cbot" | "comex" | "lme" | "nymex" | "matif" | "euronext" | "liffe")
        || view.norm(at) == "board" && view.norm(at + 1) == "of" && view.norm(at + 2) == "trade"
        || view.norm(at) == "exchange"
            && matches!(
                view.norm_before(at, 1),
                "metal" | "commodity" | "mercantile" | "cocoa" | "cotton" | "futures" | "sugar"
            )
}

/// The unit of a plain amount that goods stand at: that of all prices of the text, else what they are told for everywhere.
pub fn price(goods: &Commodity, unit: Unit, told: Option<(Unit, Decimal)>) -> Option<(Unit, Decimal)> {
    let energy = matches!(goods.as_str(), "crude_oil" | "natural_gas" | "electricity");
    let told = told.filter(|(told, _)| told.measure == unit.measure && !energy);
    let dollars = || Currency::new("USD").is_some_and(|dollar| unit.measure == Measure::Currency(dollar));
    let custom = || {
        let per = match goods.as_str() {
            "gold" | "silver" | "platinum" | "palladium" => Measure::Ounce,
            "wheat" | "corn" | "maize" | "soybeans" | "oats" => Measure::Bushel,
            _ => return None,
        };
        dollars().then_some((Unit { per: Some(per), ..unit }, Decimal::ONE))
    };
    told.or_else(custom)
}
