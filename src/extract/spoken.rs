//! The goods that the talk is of: a bare word of trade in a later sentence is of them.
//!
//! | text | goods of the last figure |
//! | --- | --- |
//! | *The leather goods industry had a poor year. Exports fell to **$1.04 billion*** | leather_goods |
//! | *India's gold imports doubled to $3 billion. Imports in the year were **$58 billion*** | gold |
//! | *Coconut oil shipments rose. The country's total exports fell to **$54 billion*** | all |

use super::commodity::{Asked, Found};
use super::countable;
use super::frame::Frame;
use super::goods;
use super::goods_before::{is_of_all_behind_a_market, tells_both_ways};
use super::goods_of_line;
use super::head::Head;
use super::indicator::Governor;
use super::story;
use super::view::View;
use crate::lexicon::words::is_total;
use crate::lexicon::{Class, Marks};
use crate::mention::{QuantityMention, What};
use crate::model::{Commodity, Dimension, Fact, Indicator, Kind, Party, Unit};

/// What the sentences so far tell of goods.
#[derive(Debug, Clone, Default)]
pub struct Spoken {
    /// The goods that the last sentence of goods told of, where it told of no others.
    goods: Option<Commodity>,
    /// Which way they went there; `None` where all of the trade in them is spoken of.
    flow: Option<Indicator>,
    /// With whom.
    partner: Option<Party>,
    /// Whether trade in all goods was told of.
    totals: bool,
    /// Whether trade in several goods was.
    several: bool,
}

impl Spoken {
    /// Whether trade in all goods was told of.
    pub fn of_totals(&self) -> bool {
        self.totals
    }

    /// Whether trade in several goods was told of.
    pub fn of_several(&self) -> bool {
        self.several
    }

    /// A heading or label of goods is over what was told before.
    pub fn begin(&mut self) {
        self.goods = None;
    }

    /// Whether the sentences told of other goods since.
    pub fn of_others(&self, goods: &Commodity) -> bool {
        self.goods.as_ref().is_some_and(|told| told != goods)
    }

    /// Takes up a sentence with its facts.
    pub fn hear(&mut self, view: &View<'_>, facts: &[Fact]) {
        let flows = |f: &&Fact| f.indicator.is_trade();
        let weighed = |f: &&Fact| f.quantity.unit.is_bulk();
        if facts.iter().filter(flows).any(|f| f.commodity.is_none() && !weighed(&f)) {
            (self.totals, self.goods) = (true, None);
            return;
        }
        let mut told = facts.iter().filter(|f| goods::of_goods(f.indicator) && f.kind != Kind::Share);
        if let Some(first) = told.next() {
            if first.indicator == Indicator::Price || first.commodity.is_none() {
                return;
            }
            let alone = told.all(|f| f.commodity == first.commodity);
            self.several |= !alone || self.goods.is_some() && self.goods != first.commodity;
            self.goods = first.commodity.clone().filter(|_| alone);
            self.flow = Some(first.indicator).filter(|i| i.is_one_way());
            self.partner = first.partner;
        } else if view.marks.meets(Marks::GOODS)
            && facts.is_empty()
            && let Some((named, flow)) = told_of(view)
        {
            (self.goods, self.flow, self.partner) = (Some(named), flow, None);
        }
    }
}

/// *World stocks of oilseeds are to rise*, *the production of cobalt will be tailored*: goods whose trade, output or stocks a sentence
/// without facts tells of, and no others.
pub fn told_alone(view: &View<'_>) -> Option<Commodity> {
    if !view.marks.meets(Marks::GOODS) {
        return None;
    }
    told_of(view).map(|(goods, _)| goods)
}

/// *The leather goods industry*, *copper producers*, *tea exports*: the goods that a sentence without facts is about.
fn told_of(view: &View<'_>) -> Option<(Commodity, Option<Indicator>)> {
    let named = goods_of_line::alone(view).filter(|named| !story::is_general(named))?;
    let last = view.mentions.iter().filter(|m| matches!(m.what, What::Commodity(_)));
    for mention in last {
        let end = mention.tokens.end;
        // *the world's top exporter of blueberries*
        let trader = view.norm_before(mention.tokens.start, 1) == "of"
            && matches!(
                view.norm_before(mention.tokens.start, 2),
                "exporter"
                    | "exporters"
                    | "producer"
                    | "producers"
                    | "supplier"
                    | "suppliers"
                    | "grower"
                    | "importer"
                    | "buyer"
            );
        let stocks = view.norm_before(mention.tokens.start, 1) == "of"
            && matches!(
                view.norm_before(mention.tokens.start, 2),
                "stocks" | "production" | "output" | "supplies" | "exports" | "imports" | "shipments"
            );
        if trader || stocks {
            return Some((named, None));
        }
        match view.norm(end) {
            "industry" | "sector" | "producer" | "producers" | "exporter" | "exporters" | "growers" | "trade"
            | "market" | "enterprises" | "makers" | "manufacturers" | "millers" | "association" | "federation" => {
                return Some((named, None));
            }
            "exports" | "shipments" | "export" => return Some((named, Some(Indicator::Exports))),
            "imports" | "import" => return Some((named, Some(Indicator::Imports))),
            "output" | "production" | "crop" | "harvest" => return Some((named, None)),
            _ => {}
        }
    }
    None
}

/// Whether words before a head say that all goods are meant: *total exports*, *merchandise exports*.
fn is_whole(view: &View<'_>, head: usize) -> bool {
    // *total 1987 exports*
    let time = view.mentions.iter().find(|m| m.tokens.end == head && matches!(m.what, What::Period(_)));
    if time.is_some_and(|time| matches!(view.norm_before(time.tokens.start, 1), "total" | "overall")) {
        return true;
    }
    // *total gross exports*
    let before = head - usize::from(matches!(view.norm_before(head, 1), "gross" | "net" | "annual" | "world"));
    // *Exports as a whole came to 8.5 billion*
    let as_a_whole = (1..=2).any(|at| view.norm(head + at) == "as" && view.norm(head + at + 2) == "whole");
    as_a_whole
        || is_total(view.norm_before(before, 1))
        || matches!(view.norm_before(before, 1), "merchandise" | "aggregate" | "goods" | "visible" | "headline")
}

/// *India's exports*, *Indian exports*: the country that owns what a noun tells of.
pub fn owner(view: &View<'_>, head: Head) -> Option<Party> {
    let end = head.at - if head.at >= 2 && view.norm_before(head.at, 1) == "s" { 2 } else { 0 };
    view.actors.iter().find(|a| a.end == end && head.class == Class::Noun).map(|a| a.party)
}

/// Whether a figure weighs or counts goods, or tells how far they rose or fell to such a figure: *rose by 71 percent to 52,983 tonnes*.
fn weighed(asked: &Asked<'_, '_>) -> bool {
    let of_goods = |unit: Unit| {
        matches!(unit.measure.dimension(), Dimension::Mass | Dimension::Volume | Dimension::Count | Dimension::Energy)
    };
    let own = asked.quantity.quantity.unit;
    let end = asked.quantity.tokens.end;
    // *rose 14% Y-o-Y to 11.30 million tonnes*
    let led_to = |q: &QuantityMention| {
        (end + 1..end + 9).contains(&q.tokens.start)
            && asked.view.norm_before(q.tokens.start, 1) == "to"
            && of_goods(q.quantity.unit)
    };
    of_goods(own) || own.is_ratio() && asked.kind == Kind::Change && asked.view.figures().any(led_to)
}

/// *Overall merchandise exports grew 3.1%*, behind those of goods: of all of them.
pub fn of_all(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let trade = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover);
    let behind = head.at >= asked.quantity.tokens.end;
    if in_the_sector(asked) {
        return None;
    }
    // *Imports of goods and services fell*
    let word = |at: usize| asked.view.norm(head.at + at);
    let goods =
        word(1) == "of" && matches!(word(2), "goods" | "merchandise") && !matches!(word(3), "of" | "such" | "made");
    let whole = goods || is_whole(asked.view, head.at);
    let all = trade && !behind && !weighed(asked) && head.class == Class::Noun && whole;
    all.then_some((None, None))
}

/// *a surplus of 7.75 billion dollars in the sector*: whether the sentence says that it goes on with the goods told before.
fn in_the_sector(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    view.range.clone().any(|at| {
        matches!(view.norm(at), "in" | "of" | "for")
            && matches!(view.norm(at + 1), "the" | "this")
            && is_branch(view.norm(at + 2))
    })
}

/// *The industry's exports*: whether who owns what the noun tells is only called what makes the goods told before.
fn of_their_makers(view: &View<'_>, head: usize) -> bool {
    let owner = head.wrapping_sub(3);
    view.norm_before(head, 1) == "s"
        && view.norm_before(head, 2) == "'"
        && is_branch(view.norm(owner))
        && matches!(view.norm_before(owner, 1), "the" | "this")
}

/// *the **sector***: those who make one kind of goods.
fn is_branch(word: &str) -> bool {
    matches!(word, "sector" | "industry" | "category" | "segment")
}

/// *In 2020 we exported goods for 1.9 billion dollars*: whether one who speaks for those who make goods tells what they sold of no others.
fn we_sold_goods(asked: &Asked<'_, '_>, head: Head) -> bool {
    let view = asked.view;
    let goods = matches!(view.norm(head.end), "goods" | "products" | "production");
    matches!(head.class, Class::VerbOut) && view.norm_before(head.at, 1) == "we" && goods
}

/// *Exports fell 6.2 percent to $1.04 billion*, behind a sentence of goods.
pub fn of_talk(asked: &Asked<'_, '_>) -> Found {
    let goods = asked.spoken.goods.as_ref()?;
    let Governor::Head(head) = asked.governor else { return None };
    let view = asked.view;
    let noun = head.class == Class::Noun || we_sold_goods(asked, head);
    if !noun || !goods::of_goods(asked.indicator) || asked.indicator == Indicator::Capacity {
        return None;
    }
    // *Exports of goods amounted to 1.67 billion*, *Merchandise imports shrank*: of all of them.
    let all = |at: usize| matches!(view.norm(at), "goods" | "merchandise");
    if (head.at.saturating_sub(1).max(view.range.start)..head.end).any(all)
        || view.norm(head.end) == "of" && all(head.end + 1)
    {
        return None;
    }
    // *Exports: $30.89 billion*: the line of a sheet.
    let unit = asked.quantity.quantity.unit;
    let by_unit = unit.is_price() && super::goods_by_unit::of_measure(unit).is_some_and(|custom| custom != *goods);
    if view.norm(head.end) == ":" || by_unit || tells_both_ways(asked) {
        return None;
    }
    if asked.before.is_some_and(|frame| is_of_all_behind_a_market(asked, frame)) {
        return None;
    }
    // *Total trade was $10.6 billion; exports were 4.3 billion*: of everything, as the figure before in the sentence.
    let everything = |f: &Frame| {
        f.commodity.is_none() && f.spoken.is_none() && matches!(f.indicator, Indicator::Turnover | Indicator::Balance)
    };
    if asked.same_sentence && !weighed(asked) && asked.before.is_some_and(everything) {
        return None;
    }
    let start = asked.quantity.tokens.start;
    let clause = view.clause(start);
    let named = |m: &crate::mention::Mention| {
        matches!(m.what, What::Commodity(_)) && clause.contains(&m.tokens.start) && m.tokens.start < start
    };
    if view.marks.meets(Marks::GOODS) && view.mentions.iter().any(named) || !countable::fits(asked, goods) {
        return None;
    }
    if !weighed(asked) && !in_the_sector(asked) && !of_their_makers(view, head.at) {
        // *Oman has taken 60,000 tonnes of it. Sales brought in $1.2 billion*: what one takes is what the other sells.
        let other_side = asked.reporter.is_some() && asked.reporter == asked.spoken.partner;
        let turned = asked.indicator.is_one_way()
            && asked.spoken.flow.is_some_and(|flow| (flow != asked.indicator) != other_side);
        let owned = view.norm_before(head.at, 1) == "s" || owner(view, head).is_some();
        let part = asked.kind == Kind::Share || head.at >= asked.quantity.tokens.end;
        if asked.spoken.totals || turned || owned || part || is_whole(view, head.at) {
            return None;
        }
    }
    Some((Some(goods.clone()), None))
}
