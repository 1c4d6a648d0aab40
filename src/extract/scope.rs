//! Figures that are no statistic of a country's trade or energy, for what stands beside them: the rules that say so, in order.

use super::business;
use super::finance;
use super::flows_compared::{carried_at_home, flows_compared};
use super::head::Head;
use super::indicator::Governor;
use super::levied::{beside_a_price, kept_to, paid_over, price_of_carbon, rate_of_aid, rate_of_duty};
use super::naming::goods_at;
use super::no_goods::counts_no_goods;
use super::noun_of_change::short_of_another_time;
use super::supplies;
use super::view::View;
use super::yields;
use crate::lexicon::words::{ends_phrase, is_over_or_under, is_per, is_price, is_span, takes};
use crate::lexicon::{Class, Marks};
use crate::mention::{Form, QuantityMention, What};
use crate::model::{Decimal, Dimension, Indicator, Measure, Unit};

/// The name of the rule that puts a figure out of scope; `priced` tells that it goes on from a price.
pub fn out_of_scope(
    view: &View<'_>,
    written: &QuantityMention,
    unit: Unit,
    governor: Governor,
    indicator: Option<Indicator>,
    priced: bool,
) -> Option<&'static str> {
    // *a tariff of 25 percent on cars*
    let duty = |head: Head| view.norm(head.at).starts_with("tariff") || view.norm(head.at) == "duty";
    // *Growth rebounded to 3.2%*: of the economy.
    // *Growth of iron ore slowed to 2.0%*: of trade in it.
    let economy = unit.is_ratio() && {
        let opens = view.clause(written.tokens.start).start;
        let goods = || matches!(view.norm(opens + 1), "of" | "in") && goods_at(view, opens + 2).is_some();
        // *Growth was faster than December's 3.1 percent*, right behind what trade grew by: of the same trade.
        let set_beside = view.norm(opens + 1) == "was" && view.norm(opens + 3) == "than";
        view.norm(opens) == "growth" && !goods() && !set_beside
    };
    if matches!(governor, Governor::Topic) && (growth_of_nothing(view, written) || economy) {
        return Some("growth_of_no_trade");
    }
    // *a 1.1 pct fall in export prices*, *import prices rose 2.4 pct*: an index of what goods cost.
    if let Governor::Head(head) = governor
        && unit.is_ratio()
        && matches!(view.norm(head.at), "export" | "import" | "exports" | "imports")
        && matches!(view.norm(head.at + 1), "price" | "prices")
    {
        return Some("prices_of_trade");
    }
    if let Some(rule) = counts_no_goods(view, written, unit, governor) {
        return Some(rule);
    }
    if unit.is_ratio() && part_of_a_price(view, written) {
        return Some("part_of_a_price");
    }
    if unit.is_ratio() && part_of_an_economy(view, written, indicator) {
        return Some("part_of_an_economy");
    }
    if unit.measure.dimension() == Dimension::Money && view.where_given(Marks::ACCOUNT, || paid_over(view, written)) {
        return Some("money_paid");
    }
    if unit.measure.dimension() == Dimension::Money && cost_of_work(view, written) {
        return Some("cost_of_work");
    }
    if let Some(rule) = view.given(Marks::FINANCE, || finance::of_no_goods(view, written, unit, governor, indicator)) {
        return Some(rule);
    }
    if unit.measure.dimension() == Dimension::Mass && weight_of_one(view, view.start_with_hedge(written)) {
        return Some("weight_of_one");
    }
    let short = || view.where_given(Marks::GAP, || finance::shortage_told(view, written));
    if indicator == Some(Indicator::Balance) && unit.is_bulk() && finance::balance_of_supply(view, governor)
        || unit.is_goods() && short()
    {
        return Some("balance_of_supply");
    }
    if unit.is_ratio() && flows_compared(view, written, governor) {
        return Some("flows_compared");
    }
    if unit.is_bulk() && carried_at_home(view, written) {
        return Some("carried_at_home");
    }
    // *The Envoy, 75,453 tonnes dw*: how large a ship is.
    if unit.measure == Measure::Tonne
        && matches!(view.norm(written.tokens.end), "dw" | "dwt" | "deadweight" | "grt" | "gross")
    {
        return Some("size_of_a_ship");
    }
    // *led to a loss of 51,000 barrels of crude*: what nobody sold or bought.
    let lost = view.start_with_hedge(written).wrapping_sub(1);
    let moved = matches!(indicator, Some(Indicator::Exports | Indicator::Imports))
        || unit == Unit::of(Measure::Barrel) && indicator == Some(Indicator::Production);
    if moved && view.norm(lost) == "of" && matches!(view.norm_before(lost, 1), "loss" | "losses") {
        return Some("lost");
    }
    let money = unit.measure.dimension() == Dimension::Money;
    if money && finance::sent_home(view, written) {
        return Some("remittances");
    }
    if money && view.where_given(Marks::LEVIES, || worth_of_duties(view, view.start_with_hedge(written))) {
        return Some("duties_imposed");
    }
    if (money || unit.is_ratio()) && finance::spent_on(view, governor) {
        return Some("spent_on_making");
    }
    if finance::grade_of_ore(view, written, unit) {
        return Some("grade_of_ore");
    }
    if finance::year_of_money(view, written, unit) {
        return Some("year_of_money");
    }
    if unit.is_ratio() && finance::part_of_people(view, written) {
        return Some("part_of_people");
    }
    // *averaged 182 bushels*, *a 0.7-bushel reduction in yield*: nobody counts a country's trade in so few.
    if unit.measure == Measure::Bushel && written.quantity.value < Decimal::from(1000) {
        return Some("yield_of_land");
    }
    // *the number of rigs fell from 4,500 to only 765*, in talk of prices
    let counted = |at: usize| view.norm(at) == "number" && view.norm(at + 1) == "of";
    let bare = written.form == Form::Bare && unit.is_price();
    if bare && (view.clause(written.tokens.start).start..written.tokens.start).any(counted) {
        return Some("number_of_other");
    }
    if price_of_other(view, written) {
        return Some("price_of_other");
    }
    if view.where_given(Marks::CARBON, || price_of_carbon(view, written)) {
        return Some("price_of_carbon");
    }
    if unit.is_ratio() && view.where_given(Marks::COMPLIES, || kept_to(view, written)) {
        return Some("compliance");
    }
    // *for the first 80 litres a month*: how much each may have. *Nigeria flares three quarters of its gas*: what nobody uses.
    let before = view.norm_before(view.start_with_hedge(written), 1);
    let ration = before == "first" && written.quantity.value < Decimal::from(10_000) && !unit.is_ratio();
    if ration || matches!(before, "flares" | "flared" | "flaring" | "vented" | "vents") {
        return Some("flared_or_rationed");
    }
    // *all but 270,000 of which were shipped*: what was not.
    let start = written.tokens.start;
    if view.norm_before(start, 1) == "but" && view.norm_before(start, 2) == "all" {
        return Some("all_but");
    }
    // *497.51 million shares worth 14.35 trillion won*: what a stock exchange deals in.
    let start = view.start_with_hedge(written);
    if money && view.norm_before(start, 1) == "worth" && matches!(view.norm_before(start, 2), "shares" | "stocks") {
        return Some("shares_traded");
    }
    // *5.6 million tonnes, 400,000 short of demand*, *leaving Iraq short of 4,000 MW*: what is wanting.
    let first = written.tokens.start;
    let wanting = view.norm_before(first, 1) == "of"
        && view.norm_before(first, 2) == "short"
        && (first.saturating_sub(8)..first).any(|at| matches!(view.norm(at), "leaving" | "left" | "leaves" | "leave"));
    let end = written.tokens.end;
    if wanting || view.norm(end) == "short" && view.norm(end + 1) == "of" && !short_of_another_time(view, written) {
        return Some("short_of");
    }
    // *rice of 5 pct broken grade*, *diesel of one pct sulphur*, *a 50-60% chance of rain*
    let grade = |at: usize| {
        matches!(
            view.norm(at),
            "broken"
                | "brokens"
                | "protein"
                | "moisture"
                | "sulphur"
                | "sulfur"
                | "purity"
                | "fat"
                | "chance"
                | "probability"
                | "likelihood"
        )
    };
    // *0.5 pct fuel oil is up by 50 cts*: how much sulphur it holds.
    let of_fuel =
        |at: usize| view.norm(at) == "fuel" && matches!(view.norm(at + 1), "oil" | "by" | "to" | "is" | "was" | "at");
    if unit.is_ratio() && (grade(written.tokens.end) || of_fuel(written.tokens.end)) {
        return Some("grade_of_goods");
    }
    if indicator == Some(Indicator::Exports)
        && matches!(governor, Governor::Head(head) if supplies::at_hand(view, unit, head))
    {
        return Some("supplies_at_hand");
    }
    let traded = matches!(indicator, Some(Indicator::Exports | Indicator::Imports));
    if traded && view.where_given(Marks::AT_HOME, || supplies::sold_at_home(view, written, unit)) {
        return Some("sold_at_home");
    }
    if unit.measure == Measure::Tonne && supplies::carried_by(view, written, unit) {
        return Some("freight_at_home");
    }
    if unit.is_ratio() && told_of_quality(view, start) {
        return Some("grade_of_goods");
    }
    if unit.is_price()
        && view
            .clause(written.tokens.start)
            .take_while(|at| *at < written.tokens.start)
            .any(|at| matches!(view.norm(at), "margin" | "margins"))
    {
        return Some("margin_of_a_firm");
    }
    if matches!(governor, Governor::Head(head) if business::turnover_of_a_firm(view, head)) {
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
    let paid = unit.is_ratio() || unit.measure.dimension() == Dimension::Money;
    if paid && view.where_given(Marks::FREIGHT, || finance::freight(view, written)) {
        return Some("freight");
    }
    if let Some(rule) = business::told_of(view, written, unit) {
        return Some(rule);
    }
    if unit.is_ratio() && part_of_growth(view, written) {
        return Some("part_of_growth");
    }
    if unit.is_ratio() && part_of_a_crop_hurt(view, written) {
        return Some("damage");
    }
    // *12,000 tonnes (plus or minus 10 pct)*, *on 30 pct counter trade*
    let tolerance = view.norm_before(start, 1) == "minus" && view.norm_before(start, 2) == "or"
        || view.norm_before(start, 1) == "less" && view.norm_before(start, 3) == "more";
    if unit.is_ratio() && (tolerance || matches!(view.norm(written.tokens.end), "counter" | "countertrade")) {
        return Some("term_of_contract");
    }
    // *less than a quarter of Iraq's*: one ratio of two countries' figures.
    let of_theirs = || {
        let owner = view.actors.iter().find(|a| a.at == written.tokens.end + 1)?;
        let end = owner.end + 1 + usize::from(view.norm(owner.end + 1) == "s");
        let last = ends_phrase(view.norm(end)) || end >= view.range.end;
        Some(view.norm(owner.end) == "'" && last)
    };
    if unit.is_ratio() && view.norm(written.tokens.end) == "of" && of_theirs() == Some(true)
        || unit.measure == Measure::Times && higher_than_another(view, written.tokens.end)
    {
        return Some("ratio_of_two");
    }
    if unit.is_ratio() && yields::crop_progress(view, written) {
        return Some("crop_progress");
    }
    if unit.is_ratio() && view.where_given(Marks::LAND, || yields::growth_of_land(view, written)) {
        return Some("growth_of_land");
    }
    if unit.measure == Measure::Tonne && yields::of_land_or_ore(view, written) {
        return Some("yield_of_land_or_ore");
    }
    if (unit.is_price() || unit.measure.dimension() == Dimension::Money)
        && view.where_given(Marks::AID.or(Marks::LEVIES), || rate_of_aid(view, written))
    {
        return Some("rate_of_aid");
    }
    if (unit.is_price() || priced)
        && let Some(rule) = view.given(Marks::LEVIES, || beside_a_price(view, written))
    {
        return Some(rule);
    }
    // *an economy 30 times smaller than Nigeria's*
    if unit.measure == Measure::Times
        && matches!(view.norm(written.tokens.end), "smaller" | "larger" | "bigger" | "richer" | "poorer")
        && matches!(
            view.norm_before(written.tokens.start, 1),
            "economy" | "country" | "market" | "neighbour" | "neighbor" | "nation" | "state" | "population"
        )
    {
        return Some("size_of_an_economy");
    }
    if (unit.is_price() || priced) && set_beside_a_market(view, written) {
        return Some("difference_of_prices");
    }
    None
}

/// *a higher beet sugar content, which went up to 17.93 pct from 17.3 pct*, *at a recovery rate of 70.5 pct*: how much of something is in
/// goods, or is got out of them, where nothing that is counted is named between.
fn told_of_quality(view: &View<'_>, start: usize) -> bool {
    let quality = |at: usize| {
        let rate = matches!(view.norm(at + 1), "rate" | "rates");
        match view.norm(at) {
            "content" | "purity" | "sucrose" | "utilisation" | "utilization" | "outturn" => true,
            "recovery" | "extraction" | "operating" | "load" => rate,
            "moisture" | "protein" => matches!(view.norm(at + 1), "level" | "levels"),
            _ => false,
        }
    };
    let from = start.saturating_sub(16).max(view.range.start);
    let Some(at) = (from..start).rev().find(|at| quality(*at)) else { return false };
    // *sugar content fell, and exports rose 3 pct*
    !view.heads.iter().any(|h| h.at > at + 1 && h.at < start && h.class == Class::Noun)
}

/// *steers that weigh between 600 and 800 lbs*, *lost 2.5 Ecus on every 100 kilos*: how heavy one is, how much is paid for.
fn weight_of_one(view: &View<'_>, start: usize) -> bool {
    let before = |back: usize| view.norm_before(start, back);
    let weighs = |back: usize| matches!(before(back), "weigh" | "weighs" | "weighed" | "weighing");
    matches!(before(1), "every" | "each") || (1..=3).any(weighs)
}

/// *tariffs worth up to 30 mln dlrs on electronic goods*: what duties bring is no trade.
fn worth_of_duties(view: &View<'_>, start: usize) -> bool {
    let worth = start.wrapping_sub(1);
    let levied = |word: &str| matches!(word, "tariffs" | "duties" | "levies" | "taxes" | "surcharges" | "penalties");
    view.norm(worth) == "worth" && levied(view.norm_before(worth, 1))
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
    crop && view.back(written.tokens.start, 8).any(hurt)
}

/// *some 6 cents below the US Gulf*, *$3 a barrel over Brent*: by how much one price differs from another's.
fn set_beside_a_market(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let beside = is_over_or_under(view.norm(end));
    let number = view.first_quantity(&(end..end + 3)).is_some();
    // *averaged $5.10 over the month*
    let stretch = (end + 1..end + 4).any(|at| {
        is_span(view.norm(at)) || matches!(view.norm(at), "period" | "summer" | "winter" | "months" | "decade")
    });
    let time = || {
        view.mentions.iter().any(|m| (end + 1..end + 6).contains(&m.tokens.start) && matches!(m.what, What::Period(_)))
    };
    beside && !number && !stretch && !time()
}

/// *sells gas at half the European price*, *at a third of the world price*: how dear goods are beside others of their kind.
fn part_of_a_price(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let of = end + usize::from(view.norm(end) == "of");
    view.norm_before(view.start_with_hedge(written), 1) == "at"
        && matches!(view.norm(of), "the" | "its" | "their" | "european" | "world" | "market" | "current")
        && (of..of + 5).any(|at| is_price(view.norm(at)))
        && !(end..of + 5).any(|at| matches!(view.norm(at), "," | "and" | ";"))
}

/// *Investment was sustained at nearly 25 pct of GDP*, *debt of 129 pct of exports*, *94 pct of the investment was financed by savings*: how much of an economy, or
/// whose money, goes into something.
fn part_of_an_economy(view: &View<'_>, written: &QuantityMention, indicator: Option<Indicator>) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    // *Foreign debt rose to 129 pct of exports from 83 pct*: what is owed, by what is earned.
    if indicator == Some(Indicator::Exports) {
        let debt = (start.saturating_sub(24).max(view.range.start)..start)
            .rev()
            .find(|at| matches!(view.norm(*at), "debt" | "debts"));
        let flow = |at: usize| {
            view.heads.iter().any(|h| {
                (at..start).contains(&h.at)
                    && h.class == Class::Noun
                    && h.topic != crate::lexicon::Topic::Other
                    && view.norm_before(h.at, 1) != "total"
                    && view.norm_before(h.at, 1) != "of"
            })
        };
        return debt.is_some_and(|at| !flow(at));
    }
    if !matches!(indicator, Some(Indicator::Investment | Indicator::Balance)) || view.norm(end) != "of" {
        return false;
    }
    let economy = |at: usize| {
        matches!(view.norm(at), "gdp" | "gnp")
            || matches!(view.norm(at), "gross" | "national" | "domestic") && {
                (at + 1..at + 3).any(|at| view.norm(at) == "product")
            }
    };
    let financed = |at: usize| matches!(view.norm(at), "financed" | "funded");
    (end + 1..end + 4).any(economy) || (end + 2..end + 8).any(financed)
}

/// *has averaged 5.3% growth each year*: of the economy, where the sentence says no more.
fn growth_of_nothing(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let growth = view.norm(end) == "growth"
        && (!matches!(view.norm(end + 1), "in" | "of" | "for")
            || matches!(view.norm(end + 2), "itself" | "themselves"));
    // *no sign of a strengthening of economic activity, and the Fund forecasts they will grow 2.5 pct*
    let grow = || (1..=3).any(|back| matches!(view.norm_before(written.tokens.start, back), "grow" | "grew" | "grown"));
    let itself = growth && matches!(view.norm(end + 2), "itself" | "themselves");
    if itself {
        return true;
    }
    (growth || grow())
        && view.range.clone().any(|at| matches!(view.norm(at), "recession" | "economy" | "economic" | "gdp"))
}

/// *It would take about 100 mln dlrs to repair the pipeline*: what work costs.
fn cost_of_work(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let takes = |at: usize| {
        takes(view.norm(at))
            || matches!(
                view.norm(at),
                "cost" | "costs" | "need" | "needs" | "needed" | "require" | "requires" | "required"
            )
    };
    let work = matches!(
        view.norm(end + 1),
        "repair"
            | "rebuild"
            | "fix"
            | "restore"
            | "replace"
            | "refurbish"
            | "overhaul"
            | "clean"
            | "decommission"
            | "build"
            | "lay"
            | "complete"
    );
    view.norm(end) == "to" && work && (1..=8).any(|back| takes(start.wrapping_sub(back)))
}

/// *bids ranged up to 90 dlrs per acre*, *78 kilos per hectolitre*, *6.2 tonnes per hectare*: what comes on one of something that
/// is no goods.
fn price_of_other(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    // *135 dlrs per planted acre*
    let noun = end + 1 + usize::from(matches!(view.norm(end + 1), "planted" | "harvested" | "square"));
    is_per(view.norm(end))
        && matches!(
            view.norm(noun),
            "hectolitre"
                | "hectoliter"
                | "capita"
                | "inhabitant"
                | "resident"
                | "tree"
                | "cow"
                | "acre"
                | "hectare"
                | "head"
                | "share"
                | "person"
                | "household"
                | "employee"
                | "ship"
                | "mile"
                | "kilometre"
                | "kilometer"
                | "night"
                | "ticket"
                | "seat"
                | "vessel"
                | "tanker"
                | "passenger"
                | "worker"
                | "visitor"
                | "customer"
                | "flight"
                | "voyage"
                | "trip"
        )
}

/// *Carbon dioxide emissions from consumption of energy: 131.7 million tonnes*
fn emitted(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let far = start.saturating_sub(12).max(view.segment_tokens(view.segment(start)).start);
    let from = start.saturating_sub(8).max(view.range.start).min(far);
    let told = |at: usize| view.norm(at) == "emissions" && view.norm(at + 1) == "from";
    // *Emissions from electricity generation have halved and are 58 percent lower*
    let opens = || {
        let segment = view.segment_tokens(view.segment(start));
        told(view.range.start) && !view.heads.iter().any(|h| segment.contains(&h.at) && h.at < start)
    };
    (from..start).any(told) || opens()
}

/// *less than half the 48.0 percent pace of December*: a part of another growth; *added 0.3 points to Germany's growth*, *shaved two
/// points off growth*: a part of that of an economy.
fn part_of_growth(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let points = written.quantity.unit.measure == Measure::PercentagePoints;
    let growth = |at: usize| matches!(view.norm(at), "growth" | "gdp") && view.norm_before(at, 1) != "export";
    points && matches!(view.norm(end), "to" | "off" | "from" | "of") && (end + 1..end + 6).any(growth)
        || view.norm(end) == "the"
            && view.figures().any(|q| q.tokens.start == end + 1 && q.quantity.unit.is_ratio() && q.form != Form::Bare)
}

/// *nine times higher than that of Mexico*: how much more one country has than another.
fn higher_than_another(view: &View<'_>, end: usize) -> bool {
    let more =
        matches!(view.norm(end), "higher" | "more" | "larger" | "bigger" | "greater" | "lower" | "less" | "smaller")
            && view.norm(end + 1) == "than";
    let that = matches!(view.norm(end + 2), "that" | "those") && view.norm(end + 3) == "of";
    more && that && view.actors.iter().any(|a| (end + 4..=end + 5).contains(&a.at) && a.party.is_country())
}
