//! What a plain amount of money is for where energy is told to cost so much and no word says per what: the amount that its goods are
//! dealt in by everywhere.
//!
//! | text | for |
//! | --- | --- |
//! | *the price of Russian gas for Ukraine jumped to **$485*** | a thousand cubic metres |
//! | *LNG in Asia fell to **$22.50*** | a million British thermal units |
//! | *power from Iran costs Afghans **7 cents*** | a kilowatt-hour |
//! | *German power fell to **60 euros*** | a megawatt-hour |
//! | *Mexico's oil fetched **$61.34** on average* | a barrel |

use std::ops::Range;

use super::view::View;
use crate::lexicon::words::{costs, is_or_was, is_price, pays};
use crate::mention::{Form, QuantityMention, What};
use crate::model::{Commodity, Decimal, Measure, Unit};

/// The unit of a plain amount that energy costs, and how many base units it is for; `spoken` are the goods that the talk is of, and `priced` tells
/// whether it is of their price.
pub fn price(
    view: &View<'_>,
    written: &QuantityMention,
    spoken: Option<&Commodity>,
    priced: bool,
) -> Option<(Unit, Decimal)> {
    let unit = written.quantity.unit;
    if !unit.is_sum() || written.exponent != 0 || written.form != Form::Figure || written.quantity.value.is_negative() {
        return None;
    }
    let start = view.start_with_hedge(written);
    let clause = view.clause(start);
    if is_of_something_else(view, written, clause.clone()) {
        return None;
    }
    let goods = goods_near(view, written, clause.clone());
    // *The price fell by 10 percent. It had been $550*: talk of a price goes on where no other word says what is counted.
    let alone = || !view.heads.iter().any(|h| clause.contains(&h.at) && h.at < start);
    let last = view.norm_before(start, 1);
    let link = is_or_was(last) || matches!(last, "been" | "be");
    let goes_on = priced && link && alone();
    let told = told_by(view, start, clause.clone(), goods.map(|(_, at)| at)).or(goes_on.then_some(Told::InDeal))?;
    let goods = goods.map_or_else(|| spoken.map_or("", |goods| energy(goods.as_str())), |(name, _)| name);
    let (per, amount) = dealt_by(goods, written, told)?;
    // *raised the price of gas by $20*: of a price that may be of hundreds.
    let moved = matches!(last, "by" | "up" | "down" | "another" | "added")
        || matches!(view.norm(written.tokens.end), "more" | "less" | "cheaper" | "dearer" | "higher" | "lower" | "to");
    if per == Measure::Btu && goods == "natural_gas" && moved {
        return None;
    }
    Some((unit.per(per), amount))
}

/// By what goods are dealt in, and how many base units that is, where the amount can be their price.
fn dealt_by(goods: &str, written: &QuantityMention, told: Told) -> Option<(Measure, Decimal)> {
    let value = written.quantity.value;
    let Measure::Currency(currency) = written.quantity.unit.measure else { return None };
    let within = |low: i64, high: i64| Decimal::from(low) <= value && value <= Decimal::from(high);
    let coins = written.factor < Decimal::ONE;
    let (dollars, euros) = (currency.as_str() == "USD", currency.as_str() == "EUR");
    let thousand = Decimal::from(1000);
    match goods {
        // *Gas in Europe rose to 132 euros*
        "natural_gas" if euros && (within(3, 99) || told == Told::OnMarket && within(3, 400)) => {
            Some((Measure::KilowattHour, thousand))
        }
        "natural_gas" if (dollars && within(26, 2500)) || euros && within(100, 1500) => {
            Some((Measure::CubicMetre, thousand))
        }
        "natural_gas" | "lng" if dollars && !coins && within(1, 80) => Some((Measure::Btu, Decimal::from(1_000_000))),
        "crude_oil" if dollars && !coins && within(5, 200) => Some((Measure::Barrel, Decimal::ONE)),
        // *buys power at Rs 8*: where power is sold by the unit.
        "electricity"
            if matches!(
                currency.as_str(),
                "INR" | "NPR" | "PKR" | "BDT" | "BTN" | "LKR" | "THB" | "PHP" | "UAH" | "RUB"
            ) && within(1, 40) =>
        {
            Some((Measure::KilowattHour, Decimal::ONE))
        }
        "electricity" if coins => Some((Measure::KilowattHour, Decimal::ONE)),
        "electricity" if (dollars || euros || currency.as_str() == "GBP") && within(5, 4000) => {
            Some((Measure::KilowattHour, thousand))
        }
        "coal" | "coking_coal" | "thermal_coal" if dollars && within(10, 700) => Some((Measure::Tonne, Decimal::ONE)),
        _ => None,
    }
}

/// The energy that is named nearest to a figure, before it or behind, and where.
fn goods_near<'v>(view: &'v View<'_>, written: &QuantityMention, clause: Range<usize>) -> Option<(&'v str, usize)> {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let named = |m: &'v crate::mention::Mention| match &m.what {
        What::Commodity(goods) => Some((goods.as_str(), m.tokens.start)),
        _ => None,
    };
    let power = |at: &usize| {
        view.norm(*at) == "power"
            && !view.mentions.iter().any(|m| m.tokens.contains(at) && !matches!(m.what, What::Commodity(_)))
    };
    let before = view.mentions.iter().rev().filter(|m| m.tokens.end <= start).find_map(named);
    let power_before = (view.range.start..start).rev().find(power).map(|at| ("electricity", at));
    let before = before.into_iter().chain(power_before).max_by_key(|(_, at)| *at);
    let behind = || {
        let near = |m: &&crate::mention::Mention| m.tokens.start >= end && clause.contains(&m.tokens.start);
        let named = view.mentions.iter().filter(near).find_map(named);
        let power = (end..clause.end).find(power).map(|at| ("electricity", at));
        named.into_iter().chain(power).min_by_key(|(_, at)| *at)
    };
    before.or_else(behind).map(|(goods, at)| (energy(goods), at))
}

/// The name that energy is dealt in by, none for other goods.
fn energy(goods: &str) -> &str {
    match goods {
        "oil" | "crude" => "crude_oil",
        _ if goods.ends_with("_crude") => "crude_oil",
        "natural_gas" | "lng" | "crude_oil" | "electricity" | "coal" | "coking_coal" | "thermal_coal" => goods,
        _ => "",
    }
}

/// How a clause tells that money is what something costs.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    /// *pays $240*, *the price is $240*: between who sells and who buys.
    InDeal,
    /// *rose to 132 euros*: by where goods stand.
    OnMarket,
}

/// Whether the words of a clause say that the money at token `start` is what something costs, and how.
fn told_by(view: &View<'_>, start: usize, clause: Range<usize>, goods: Option<usize>) -> Option<Told> {
    let deal = |told: bool| told.then_some(Told::InDeal);
    let link = view.norm_before(start, 1);
    // *Uzbek gas for Kyrgyzstan: $240*
    if link == ":" {
        return deal(goods.is_some_and(|at| at < start && start - at <= 8));
    }
    let ahead = clause.start..start;
    let named = |at: usize| is_price(view.norm(at)) || matches!(view.norm(at), "bill" | "quotation" | "quotations");
    // *The price jumped to $485*, *Minsk's bill is $223*
    if ahead.clone().any(named) {
        return Some(Told::InDeal);
    }
    let near = start.saturating_sub(9).max(clause.start)..start;
    let asks = |at: usize| {
        let word = view.norm(at);
        pays(word)
            || costs(word)
            || [
                "charg", "bill", "fetch", "quot", "pric", "demand", "offer", "insist", "propos", "earn", "settl",
                "agree", "accept",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    if near.clone().any(asks) {
        return Some(Told::InDeal);
    }
    // *gets gas for $95*, *sells to Korea at $6.80*
    let deals = |at: usize| {
        let word = view.norm(at);
        ["sell", "sold", "buy", "bought", "suppl", "deliver", "export", "import", "purchas", "receiv"]
            .iter()
            .any(|stem| word.starts_with(stem))
            || matches!(
                word,
                "get"
                    | "gets"
                    | "got"
                    | "goes"
                    | "go"
                    | "went"
                    | "comes"
                    | "came"
                    | "offered"
                    | "deal"
                    | "contract"
                    | "agreement"
                    | "signed"
                    | "supply"
            )
    };
    if matches!(link, "at" | "for") && ahead.clone().any(deals) {
        return deal(goods.is_some());
    }
    // *Kuwait's crude fell to $28.01*, *The Mexican mix closed at $27.39*: goods that stand so high.
    let goods = goods.filter(|at| ahead.contains(at) && start - at <= 12)?;
    let stands = |at: usize| {
        matches!(
            view.norm(at),
            "stood"
                | "closed"
                | "settled"
                | "traded"
                | "trades"
                | "trading"
                | "ended"
                | "averaged"
                | "hit"
                | "reached"
                | "rose"
                | "fell"
                | "jumped"
                | "slid"
                | "climbed"
                | "dropped"
                | "sank"
                | "soared"
                | "slipped"
                | "gained"
                | "lost"
                | "eased"
                | "surged"
                | "tumbled"
                | "plunged"
                | "doubled"
                | "tripled"
        )
    };
    // *Kyiv's gas was 355 dollars*
    if matches!(link, "was" | "is" | "were" | "be") && start - goods <= 3 {
        return Some(Told::InDeal);
    }
    let stood = matches!(link, "at" | "to" | "averaged" | "hit" | "reached") && (goods..start).any(stands);
    stood.then_some(Told::OnMarket)
}

/// Whether money stands by words that say that it is for something else: fees, taxes, what a household spends in a month.
fn is_of_something_else(view: &View<'_>, written: &QuantityMention, clause: Range<usize>) -> bool {
    let other = |at: usize| {
        matches!(
            view.norm(at),
            "fee"
                | "fees"
                | "fine"
                | "fines"
                | "tax"
                | "taxes"
                | "duty"
                | "duties"
                | "subsidy"
                | "subsidies"
                | "wage"
                | "wages"
                | "salary"
                | "loan"
                | "loans"
                | "debt"
                | "debts"
                | "household"
                | "households"
                | "family"
                | "families"
                | "share"
                | "shares"
                | "worker"
                | "workers"
                | "month"
                | "monthly"
                | "premium"
                | "margin"
                | "transit"
                | "freight"
                | "compensation"
                | "ticket"
                | "meter"
                | "stove"
                | "lamp"
                | "bulb"
                | "tank"
        )
    };
    let end = written.tokens.end;
    let each = matches!(view.norm(end), "a" | "an" | "per" | "each" | "every");
    let time =
        matches!(view.norm(end + 1), "year" | "month" | "day" | "week" | "head" | "person" | "household" | "hour");
    let behind = matches!(view.norm(end), "worth" | "million" | "-") || each && time;
    behind || clause.into_iter().any(other)
}
