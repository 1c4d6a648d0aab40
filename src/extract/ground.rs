//! Which statements of a long text are near enough to one that is beyond doubt of trade or energy.
//!
//! Any news has figures beside words that trade has too: *received **$30 billion** of aid*, ***40 percent** of arrivals*. In a text
//! that is about trade they are of it; in one that is not, or far from where it is, they are of something else.
//!
//! | statement | beyond doubt by |
//! | --- | --- |
//! | *pumped **1.2 million barrels a day*** | its unit |
//! | *exports rose to **$4 billion***, *Kenya's trade fell **3 percent*** | a word of trade, and money or whose it is |
//! | *trade grew **30%***, in talk of two countries | a word of trade, and both |
//! | *bought **40,000 tonnes** of maize* | goods by weight |
//! | *coal consumption fell **2 percent*** | energy |
//! | *Dutch investment in Peru was **$2 billion*** | two countries that are named |

use super::market;
use crate::model::{Dimension, Fact, Indicator, Measure, Party, Slot};

/// Up to so many bytes a text is read as a whole, whatever it tells.
const SHORT: usize = 1000;
/// As many bytes around a statement beyond doubt its text is about trade or energy.
const REACH: usize = 1200;

/// Where a long text is about trade or energy.
pub struct Ground {
    /// The bytes at which statements beyond doubt start, in their order.
    firm: Vec<usize>,
}

impl Ground {
    /// That of a text and its facts; `None` for a short text.
    pub fn of(text: &str, facts: &[Fact]) -> Option<Self> {
        let firm = facts.iter().filter(|fact| is_beyond_doubt(fact, text)).map(|fact| fact.span.start);
        (text.len() > SHORT).then(|| Ground { firm: firm.collect() })
    }

    /// Whether a fact stands where the text is about trade or energy.
    pub fn holds(&self, fact: &Fact) -> bool {
        let at = fact.span.start;
        let next = self.firm.partition_point(|firm| *firm < at);
        let near = |place: Option<usize>| {
            place.and_then(|place| self.firm.get(place)).is_some_and(|firm| firm.abs_diff(at) <= REACH)
        };
        near(Some(next)) || near(next.checked_sub(1))
    }
}

/// Whether a statement is of trade or energy whatever its text is about.
fn is_beyond_doubt(fact: &Fact, text: &str) -> bool {
    let unit = fact.quantity.unit;
    let energy =
        |measure: Measure| matches!(measure.dimension(), Dimension::Volume | Dimension::Energy | Dimension::Power);
    if energy(unit.measure) || unit.per.is_some_and(energy) {
        return true;
    }
    let Some(indicator) = fact.evidence.iter().find(|e| e.slot == Slot::Indicator) else { return false };
    // What goes on from another statement is no surer than that one.
    if indicator.span.is_none() && matches!(indicator.rule.as_ref(), "previous_figure" | "topic") {
        return false;
    }
    let head = indicator.span.and_then(|head| head.of(text)).unwrap_or_default().to_ascii_lowercase();
    let named = fact.told(Slot::Reporter).or(fact.told(Slot::Partner)).is_some();
    let goods = fact.commodity.is_some();
    let weighed = unit.measure.dimension() == Dimension::Mass || unit.is_price();
    let fuel = market::of_energy(unit, fact.commodity.as_ref());
    let own_goods = goods && fact.told(Slot::Commodity).is_some();
    let money = unit.measure.dimension() == Dimension::Money;
    let country = |party: Option<Party>| party.is_some_and(|party| party != Party::WORLD);
    let two = country(fact.reporter) && country(fact.partner);
    has(&head, &["export", "import", "re-export"])
        || has(&head, &OF_TRADE) && (named || own_goods || money || two)
        || two && money && fact.names_both_sides()
        || two && named && fact.indicator == Indicator::Investment
        || goods && weighed
        || fuel && (named || own_goods)
        || indicator.rule == "head_of_column_or_row"
}

/// Stems of words that say what is counted and are those of trade alone.
const OF_TRADE: [&str; 19] = [
    "bilateral",
    "commerce",
    "commodity",
    "deficit",
    "deliver",
    "exchang",
    "external",
    "fdi",
    "foreign",
    "merchandise",
    "shipment",
    "shipped",
    "supplied",
    "supplies",
    "surplus",
    "tender",
    "trad",
    "two-way",
    "mutual",
];

/// Whether a word begins with one of these.
fn has(words: &str, stems: &[&str]) -> bool {
    words.split_whitespace().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}
