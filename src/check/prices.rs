use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Check, Cited, Finding, Gap, Outcome, Slip, Voice, actual, agree, nearest, timeless};
use crate::model::{Commodity, Decimal, Dimension, Fact, Indicator, Kind, Measure, Status, Unit};
use crate::series::{About, Dataset, Interval, Observation, Series, Subject, scaled, times, words};

#[doc = include_str!("explain/prices.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Prices;

/// What goods have cost in trade.
///
/// ```
/// use bilateral::check::Plausible;
/// let wheat = Plausible::of(&bilateral::Commodity::new("wheat")).unwrap();
/// assert_eq!(wheat.unit.to_string(), "USD/t");
/// assert!(wheat.range.contains(250.into()) && !wheat.range.contains(25_000.into()));
/// assert!(wheat.source.contains("World Bank"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plausible {
    /// What the range is counted in.
    pub unit: Unit,
    /// From about half of the lowest price since 1990 to 1.3 times the highest.
    pub range: Interval,
    /// Where the prices come from.
    pub source: String,
}

#[derive(Debug, Default, Deserialize)]
struct Table {
    price: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    commodities: Vec<String>,
    unit: Unit,
    low: Decimal,
    high: Decimal,
    source: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The table is part of the crate, and a test reads it: it cannot fail here.
    toml::from_str(include_str!("../../data/prices.toml")).unwrap_or_default()
});

impl Plausible {
    /// The range of these goods; `None` where the table has none.
    #[must_use]
    pub fn of(goods: &Commodity) -> Option<Self> {
        Entry::of(goods).map(Entry::plausible)
    }
}

impl Entry {
    fn of(goods: &Commodity) -> Option<&'static Entry> {
        TABLE.price.iter().find(|entry| entry.commodities.iter().any(|name| name == goods.as_str()))
    }

    fn range(&self) -> Interval {
        Interval::between(self.low, self.high)
    }

    fn plausible(&self) -> Plausible {
        Plausible { unit: self.unit, range: self.range(), source: self.source.clone() }
    }
}

impl Check for Prices {
    fn name(&self) -> &'static str {
        "prices"
    }

    fn summary(&self) -> &'static str {
        "value with volume and price"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/prices.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = dated(dataset);
        findings.extend(timeless::run(dataset, dated));
        findings
    }
}

/// Value over volume against the price stated beside them, and against what the goods have cost in trade.
fn dated(dataset: &Dataset) -> Vec<Finding> {
    let mut by_flow = BTreeMap::<_, Vec<&Series>>::new();
    for series in actual(dataset.series()) {
        let flow = series.key.indicator.is_one_way();
        if flow && series.key.commodity.is_some() && series.key.unit.per.is_none() {
            by_flow.entry((series.key.about(), series.key.frequency)).or_default().push(series);
        }
    }
    let mut findings = Vec::new();
    for series in by_flow.values() {
        let (values, volumes): (Vec<&Series>, Vec<&Series>) =
            series.iter().partition(|s| s.key.unit.measure.dimension() == Dimension::Money);
        for value in &values {
            for volume in &volumes {
                let pair = Pair::of(dataset, value, volume);
                let told = value.periods().filter_map(|of| of.iter().find(|o| o.origin.is_stated()));
                told.for_each(|money| pair.compare(dataset, money, &mut findings));
            }
        }
    }
    findings
}

/// The value and the volume of one flow.
struct Pair<'d> {
    values: &'d Series,
    volumes: &'d Series,
    /// What the one over the other is counted in.
    unit: Unit,
    /// The prices told of the goods between the two: a price runs from seller to buyer, and is told from either side.
    prices: Vec<&'d Series>,
    traded: Option<Traded>,
}

/// What the goods have cost in trade.
struct Traded {
    entry: &'static Entry,
    words: String,
    /// Between the unit of the pair and that of the entry, where both are told in one currency: at any period the same.
    factor: Option<Interval>,
}

impl<'d> Pair<'d> {
    fn of(dataset: &'d Dataset, values: &'d Series, volumes: &'d Series) -> Self {
        let goods = values.key.commodity.as_ref();
        let unit = values.key.unit.per(volumes.key.unit.measure);
        let price_of = About { indicator: Indicator::Price, ..values.key.about().flow() };
        let turned = About { reporter: price_of.partner, partner: price_of.reporter, ..price_of };
        let prices = [price_of, turned].into_iter().flat_map(|of| actual(dataset.series_about(of))).collect();
        let traded = || {
            let entry = Entry::of(goods?)?;
            let one_currency = unit.measure == entry.unit.measure;
            let factor = one_currency.then(|| dataset.converter().range(unit, entry.unit, goods, None)).flatten();
            Some(Traded { entry, words: range_words(&entry.plausible()), factor })
        };
        Pair { values, volumes, unit, prices, traded: traded() }
    }

    fn compare(&self, dataset: &Dataset, money: &Observation, findings: &mut Vec<Finding>) {
        let voice = Voice::of(money);
        let Some(amount) = nearest(self.volumes, &money.period, voice).filter(|amount| voice.agrees_with(amount))
        else {
            return;
        };
        let goods = self.values.key.commodity.as_ref();
        let implied = money.interval / amount.interval;
        if implied == Interval::OPEN {
            return;
        }
        let mut found = |outcome, verdict: fmt::Arguments<'_>, gap: Gap, price: Option<&Observation>| {
            let message = say!(
                "{} in {}: {} for {} is {}, {verdict}.",
                self.values.key.about(),
                money.period,
                words::quantity(&money.quantity),
                words::quantity(&amount.quantity),
                words::interval(&implied, self.unit),
            );
            let mut statements = Cited::several([(money, "value"), (amount, "volume")]);
            statements.extend(price.into_iter().flat_map(|price| Cited::all(price, "price")));
            findings.push(Finding { check: Prices.name(), outcome, message, gap: Some(gap), statements });
        };
        for series in &self.prices {
            let Some(price) = nearest(series, &money.period, voice) else { continue };
            let factor = dataset.converter().range(series.key.unit, self.unit, goods, Some(&money.period));
            let Some(wanted) = factor.map(|factor| times(&price.interval, &factor)) else { continue };
            let one_text = money.document == amount.document && price.document == money.document;
            let outcome = agree(&implied, &wanted).softened(one_text);
            let verdict = if outcome == Outcome::Holds { "as the stated" } else { "not the stated" };
            let gap = Gap::between(&implied, &wanted, self.unit);
            let price_words = words::quantity(&price.quantity);
            found(outcome, format_args!("{verdict} price of {price_words}"), gap, Some(price));
        }
        if let Some(Traded { entry, words, factor }) = &self.traded {
            let by_rate = || dataset.converter().range(self.unit, entry.unit, goods, Some(&money.period));
            let Some(factor) = factor.or_else(by_rate) else { return };
            let (there, range) = (times(&implied, &factor), entry.range());
            let outcome = if there.intersects(&range) { Outcome::Holds } else { Outcome::Fails };
            let verdict = if outcome == Outcome::Holds { "within" } else { "far from" };
            let gap = Gap::between(&there, &range, entry.unit);
            found(outcome, format_args!("{verdict} what it costs in trade ({words})"), gap, None);
        }
    }
}

/// Stated prices that the goods never had: a price of a thousand cubic metres told as one of one. A slip of a unit.
pub(super) fn stated(dataset: &Dataset) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, fact) in dataset.facts().iter().enumerate() {
        let level = fact.indicator == Indicator::Price && fact.kind == Kind::Level && fact.status == Status::Actual;
        let Some(goods) = fact.commodity.as_ref().filter(|_| level && fact.quantity.unit.is_price()) else { continue };
        findings.extend(implausible(dataset, place, fact, goods));
    }
    findings
}

fn implausible(dataset: &Dataset, place: usize, fact: &Fact, goods: &Commodity) -> Option<Finding> {
    let plausible = Plausible::of(goods)?;
    let interval = Interval::of(&fact.quantity, dataset.width());
    let period = fact.period.as_ref();
    let factor = dataset.converter().range(fact.quantity.unit, plausible.unit, Some(goods), period)?;
    let converted = times(&interval, &factor);
    if converted.intersects(&plausible.range) {
        return None;
    }
    let message = say!(
        "{}{}: {} is far from what it costs in trade ({}): a unit may have slipped.",
        Subject::of(fact),
        fact.period.map_or(String::new(), |period| format!(" in {period}")),
        words::quantity(&fact.quantity),
        range_words(&plausible),
    );
    let gap = Some(Gap::between(&converted, &plausible.range, plausible.unit));
    let statements = vec![Cited { fact: place, role: "price" }];
    Some(Finding { check: Slip.name(), outcome: Outcome::Fails, message, gap, statements })
}

fn range_words(plausible: &Plausible) -> String {
    // Small units read better by the thousand.
    let thousand = plausible.unit.per == Some(Measure::CubicMetre);
    let end = |end: Option<Decimal>| {
        let shown = end.and_then(|end| if thousand { end.checked_mul(Decimal::from(1000)) } else { Some(end) });
        shown.map_or("?".to_owned(), |end| end.to_string())
    };
    let (low, high) = (end(plausible.range.lower), end(plausible.range.upper));
    if thousand {
        return format!("{low} to {high} {} a thousand m3", plausible.unit.measure);
    }
    let last = plausible.range.upper.map_or(high.clone(), |high| scaled(high, plausible.unit));
    format!("{low} to {last}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::fact;
    use crate::series::{Converter, Rates};

    fn told(indicator: &str, goods: &str, value: &str, unit: &str, step: &str) -> Fact {
        let fields = serde_json::json!({"kind": "level", "indicator": indicator, "commodity": goods, "reporter": "KGZ",
            "partner": "RUS", "period": "2011-Q1", "value": value, "unit": unit, "quantum": step});
        fact("a", &fields)
    }

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        let rates = Rates::read("currency,period,rate\nKGS,2011-Q1,47.5\n".as_bytes(), "USD", "rates.csv").unwrap();
        let dataset = Dataset::from_facts(facts).with_converter(Converter::default().with_rates(rates));
        Prices.run(&dataset).iter().map(|f| f.outcome).collect()
    }

    #[test]
    fn value_over_volume_is_the_price() {
        for (price, outcome) in [("38750", Outcome::Holds), ("27000", Outcome::Fails)] {
            let facts = [
                told("imports", "oil_products", "9300000000", "KGS", "100000000"),
                told("imports", "oil_products", "240000", "t", "1000"),
                told("price", "oil_products", price, "KGS/t", "1"),
            ];
            assert_eq!(outcomes(&facts), [outcome, Outcome::Holds], "{price}");
        }
    }

    #[test]
    fn no_goods_cost_a_thousand_times_their_price() {
        for (tonnes, outcome) in [("1200000", Outcome::Holds), ("1200", Outcome::Fails), ("1200000000", Outcome::Fails)]
        {
            let facts =
                [told("imports", "wheat", "310000000", "USD", "1000000"), told("imports", "wheat", tonnes, "t", "1")];
            assert_eq!(outcomes(&facts), [outcome], "{tonnes}");
        }
        let facts =
            [told("imports", "wheat", "310000000", "USD", "1000000"), told("imports", "wheat", "9", "items", "1")];
        assert!(outcomes(&facts).is_empty());
    }

    #[test]
    fn a_stated_price_is_one_that_goods_had() {
        let slips = |fact: Fact| stated(&Dataset::from_facts(&[fact])).len();
        assert_eq!(slips(told("price", "natural_gas", "100", "USD/m3", "1")), 1);
        assert_eq!(slips(told("price", "natural_gas", "0.1", "USD/m3", "0.001")), 0);
        assert_eq!(slips(told("price", "crude_oil", "480", "USD/t", "1")), 0);
        assert_eq!(slips(told("price", "carpets", "1000000", "USD/t", "1")), 0, "not in the table");
    }

    #[test]
    fn the_table_of_prices_is_sound() {
        let table: Table = toml::from_str(include_str!("../../data/prices.toml")).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for entry in &table.price {
            assert!(
                entry.unit.is_price() && Decimal::ZERO < entry.low && entry.low < entry.high,
                "{:?}",
                entry.commodities
            );
            assert!(entry.source.len() > 10);
            assert!(entry.commodities.iter().all(|name| seen.insert(name.clone())), "{:?} twice", entry.commodities);
        }
    }
}
