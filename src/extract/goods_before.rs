//! The goods of a figure whose own words name none, as the statement before tells them.
//!
//! | sentence | goods |
//! | --- | --- |
//! | *Gas exports rose to 5 bcm, or **$2 billion*** | gas |
//! | *Coffee exports fell. **Imports** rose to **$1 billion*** | all |
//! | *For other types of imports, growth was **12%*** | none of those told of before |

use super::commodity::{Asked, Found, is_whole, noun_of_all};
use super::frame::Frame;
use super::goods_by_unit::of_gas;
use super::head::Head;
use super::indicator::Governor;
use super::spoken;
use super::view::View;
use super::{countable, goods};
use crate::lexicon::Class;
use crate::lexicon::words::{
    ends_phrase, fetches, is_mainly, is_merchandise, is_on_its_way, is_total, pays, points_back,
};
use crate::mention::What;
use crate::model::{Commodity, Indicator, Kind, Measure, Unit};

/// *For other types of imports, growth was 12%*: not of those told of before.
fn tells_of_others(view: &View<'_>) -> bool {
    let start = view.range.start;
    let at = start + usize::from(matches!(view.norm(start), "for" | "among" | "of" | "in" | "all"));
    view.norm(at) == "other" && !matches!(view.norm(at + 1), "words" | "hand" | "countries" | "buyers" | "suppliers")
}

/// *By nation*, *by destination*: what was told by goods is told by who trades them.
fn by_whom(view: &View<'_>) -> bool {
    let start = view.range.start;
    view.norm(start) == "by"
        && matches!(view.norm(start + 1), "nation" | "country" | "destination" | "region" | "partner" | "market")
        && view.norm(start + 2) == ","
}

/// Whether the figure before tells goods that are a part of what the sentence tells: *including $1.1 billion of coffee*, *mainly
/// cars ($1.1 billion)*.
fn part_before(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let Some(before) = view.figures().rfind(|q| q.tokens.end <= start) else {
        return false;
    };
    let first = view.start_with_hedge(before);
    view.back(first, 7).any(|at| {
        is_mainly(view.norm(at))
            || matches!(view.norm(at), "including" | "notably")
            || view.norm(at) == "of" && view.norm(at + 1) == "which"
    })
}

/// *with machinery worth $312 million leading*, *fuel alone for $300 million*: whether the goods before a figure are set ahead of others.
fn leads(asked: &Asked<'_, '_>) -> bool {
    let (view, start) = (asked.view, asked.quantity.tokens.start);
    let Some(figure) = view.figures().rfind(|q| q.tokens.end <= start) else { return false };
    let first = view.start_with_hedge(figure);
    let goods = view.mentions.iter().rfind(|m| m.tokens.end <= first && matches!(m.what, What::Commodity(_)));
    goods.is_some_and(|m| {
        let alone = view.norm(m.tokens.end) == "alone";
        let leading = matches!(view.norm(figure.tokens.end), "leading" | "ahead" | "foremost" | "first");
        (alone || leading) && first - m.tokens.end <= 3
    })
}

/// *Kenya shipped 8 million tonnes of tea. Oman took 20% of April exports*, *of the southern liftings*: whether a part is of what was
/// weighed right before, told by its month or its weight.
fn weighed_before(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let weighed = frame.commodity.is_some() && frame.unit.is_some_and(Unit::is_bulk) && !frame.share;
    let timed = || view.time_at(end + 1).is_some();
    let tonnage = || {
        (end + 1..end + 4).any(|at| {
            matches!(view.norm(at), "tonnage" | "liftings" | "cargoes" | "volume" | "volumes" | "tonnes" | "barrels")
        })
    };
    weighed && view.norm(end) == "of" && (timed() || tonnage())
}

/// *Poland sold Egypt wine for $893 million. Imports from Egypt grew 35%*: whether a noun of the other flow with its own country behind
/// tells of everything, in a text that is not of those goods alone.
fn turns_to_all(asked: &Asked<'_, '_>, frame: &Frame, goods: &Commodity) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let view = asked.view;
    let flows = asked.indicator.is_one_way() && frame.indicator.is_one_way() && asked.indicator != frame.indicator;
    if asked.same_sentence || head.class != Class::Noun || !flows {
        return false;
    }
    let sum = |unit: Unit| unit.is_money() || unit.is_ratio();
    let money = sum(asked.quantity.quantity.unit) && frame.unit.is_none_or(sum);
    let from = matches!(view.norm(head.end), "from" | "to")
        && view.actors.iter().any(|a| view.phrase_start(a) == head.end + 1);
    money && from && asked.story.only_goods() != Some(goods)
}

/// An elliptic statement speaks of the same goods; a new head does where its sentence or its unit goes on.
pub fn of_statement_before(asked: &Asked<'_, '_>) -> Found {
    let frame = asked.before.filter(|_| asked.same_sentence || !tells_of_others(asked.view))?;
    let unit = asked.quantity.quantity.unit;
    let counted = unit.is_bulk();
    let goods = goods::of_frame(asked, frame).or_else(|| frame.spoken.clone().filter(|_| counted))?;
    // *84 percent of Mongolia's exports*: of all of them.
    let whole = matches!(asked.governor, Governor::Head(head) if unit.is_ratio()
        && head.at >= asked.quantity.tokens.end
        && asked.view.norm(asked.quantity.tokens.end) == "of"
        // *with 38 percent of the total, remained the largest buyer*: of what was told.
        && !(is_total(asked.view.norm(asked.quantity.tokens.end + 2))
            // *A third of the total went to Argentina*
            && (head.class != Class::Noun && head.at == asked.quantity.tokens.end + 3
                || matches!(asked.view.norm(asked.quantity.tokens.end + 3), "," | ";" | "."))));
    // *a third of the 9 million tonnes sold*: the whole that a part of the same goods was told of.
    let sold = matches!(asked.governor, Governor::Head(head) if head.at == asked.quantity.tokens.end && head.class != Class::Noun);
    if asked.same_sentence && counted && sold && is_whole(asked) {
        return Some((Some(goods), None));
    }
    // *India took 40 percent of the shipments*, *5 percent of the cargoes*: of those that were told of.
    let told = matches!(asked.governor, Governor::Head(head) if is_on_its_way(asked.view.norm(head.at))
        && (1..=2).any(|back| matches!(asked.view.norm_before(head.at, back), "the" | "these" | "those" | "all")));
    // *Chile took 41% of its tonnage*, *46 percent of April exports*, behind an amount of goods.
    if whole && !asked.same_sentence && !told && !weighed_before(asked, frame) || is_whole(asked) {
        return None;
    }
    // *wheat $1.1 billion; cars $600 million; total $4.2 billion*, *Sum total: $380m*
    let first = asked.view.start_with_hedge(asked.quantity);
    let total =
        |back: usize| matches!(asked.view.norm_before(first, back), "total" | "altogether" | "totalling" | "totaling");
    // *up 12 percent, totalling $30.4 million*: what one thing rose to is no sum.
    let risen = asked.view.norm_before(first, 1).ends_with("ing")
        && asked.same_sentence
        && asked.view.figures().take_while(|q| q.tokens.end < first).last().is_some_and(|q| q.quantity.unit.is_ratio());
    if total(1) && !risen && !matches!(asked.view.norm_before(first, 2), "a" | "the")
        || total(2) && asked.view.norm_before(first, 1) == ":"
    {
        return None;
    }
    // *5.9 million tonnes were imports, mostly of coal, and 0.9 million exports*: the noun of another flow right behind its figure.
    let behind = |head: &Head| head.class == Class::Noun && head.at == asked.quantity.tokens.end && head.end > head.at;
    let flows = asked.indicator.is_one_way() && frame.indicator.is_one_way();
    if flows && asked.indicator != frame.indicator && matches!(&asked.governor, Governor::Head(head) if behind(head)) {
        return None;
    }
    // *exports rose to $4.2 billion, including $1.1 billion of coffee, while imports fell 3 percent*: goods of a part alone.
    // *sold goods for $2 billion, fuel alone for $300 million, and bought goods for $1.4 billion*
    let turns = matches!(asked.governor, Governor::Head(head) if head.class != Class::Noun)
        && unit.is_sum()
        && asked.indicator != frame.indicator;
    // *sold machinery for $300 million and bought goods for $2.6 billion*
    let of_all = |head: &Head| is_merchandise(asked.view.norm(head.end)) && asked.view.norm(head.end + 1) != "of";
    let goods_of_all = turns && matches!(&asked.governor, Governor::Head(head) if of_all(head));
    if asked.same_sentence && (goods_of_all || noun_of_all(asked) && part_before(asked) || turns && leads(asked)) {
        return None;
    }
    // *wine exports made up 12 percent of the total, and imports came to 830 million*: of everything, as the whole was.
    let turned_round = matches!(
        (frame.indicator, asked.indicator),
        (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports)
    );
    let noun = matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun);
    let level = asked.kind == Kind::Level || frame.made_up && !asked.same_sentence;
    if frame.share && turned_round && noun && level && !counted {
        return None;
    }
    // *Gold made up half of the exports. In the first quarter they had been $0.9 billion*: the exports of which it was a part.
    let they = || (asked.view.range.start..first).rev().take(8).any(|at| asked.view.norm(at) == "they");
    if frame.made_up && !asked.same_sentence && asked.kind == Kind::Level && unit.is_sum() && they() {
        return None;
    }
    // *Steel made up 21 percent of the exports. Germany took 38 percent of the total*: of all goods again.
    let partner = |a: &super::view::Actor| a.takes_part() && a.role == super::grammar::Role::Subject;
    if frame.made_up && !asked.same_sentence && asked.kind == Kind::Share && asked.view.actors.iter().any(partner) {
        return None;
    }
    // *India's gold imports doubled. India's exports rose 9 percent*, *Gold brought in $3 billion, coffee $1 billion. The
    // country's exports rose 35 percent*, *Copper exports rose. Imports fell*, behind a balance: of everything.
    // *The value of wine exports rose. China was the top market*: the same flow, told of who takes it.
    let market = matches!(asked.governor, Governor::Head(head) if head.class == Class::Agent);
    let turned = !market
        && matches!(
            (frame.indicator, asked.indicator),
            (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports)
        );
    // *Russia will sell Hungary 6 million tonnes of oil. Exports for dollars rose*: of who was sold to.
    let turned =
        turned || frame.indicator == asked.indicator && asked.reporter.is_some() && frame.partner == asked.reporter;
    // *Non-oil exports rose to $3 billion. Import payments fell 10 percent*: a rest of one flow is none of the other.
    let noun = matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun);
    if turned && noun && !asked.same_sentence && goods.as_str().starts_with("non_") {
        return None;
    }
    // *Exports hit $12 billion, led by milk powder, which rose by 20 percent, while import values rose to $13 billion*
    let aside = matches!(asked.governor, Governor::Head(head) if asked.view.norm_before(head.at, 1) == "while");
    if turned && noun && aside && asked.same_sentence && asked.spoken.of_totals() {
        return None;
    }
    // *Automobile exports rose 8.9 percent. By nation, shipments to China increased 12.4 percent*: all of them again.
    if asked.spoken.of_totals() && !asked.same_sentence && by_whom(asked.view) {
        return None;
    }
    let traded = asked.indicator.is_one_way();
    if traded
        && !asked.same_sentence
        && !counted
        && let Governor::Head(head) = asked.governor
    {
        let owner = spoken::owner(asked.view, head);
        let again = turned || asked.spoken.of_several();
        let all = match owner {
            // *Belarus sold foodstuffs for $5 billion; Armenia's exports tripled*
            Some(owner) if frame.reporter != Some(owner) => asked.story.goods() != Some(&goods) && again,
            Some(_) => again,
            None => {
                let told = asked.spoken.of_totals() || asked.spoken.of_several();
                turned && told && head.class == Class::Noun
            }
        };
        if all {
            return None;
        }
    }
    if tells_both_ways(asked) || is_of_all_behind_a_market(asked, frame) || turns_to_all(asked, frame, &goods) {
        return None;
    }
    let continues = match asked.governor {
        Governor::Previous | Governor::Topic => true,
        Governor::Head(_) => {
            let traded = matches!(
                asked.indicator,
                Indicator::Exports
                    | Indicator::Imports
                    | Indicator::Production
                    | Indicator::Consumption
                    | Indicator::Price
                    | Indicator::Reserves
                    | Indicator::Capacity
            ) || asked.indicator == Indicator::Turnover && counted;
            // *It paid Uzbekistan $105 million* for the electricity spoken of.
            let pays = matches!(asked.governor, Governor::Head(head) if pays(asked.view.norm(head.at)));
            // *which exported garments to 32 countries, increased its exports by $89 million*, behind a statement of garments
            let again = asked.view.heads.iter().any(|h| {
                let object = asked.view.mentions.iter().find(|m| (h.end..h.end + 3).contains(&m.tokens.start));
                h.class != Class::Noun
                    && h.end <= asked.quantity.tokens.start
                    && h.indicator() == Some(asked.indicator)
                    && object.is_some_and(|m| matches!(&m.what, What::Commodity(named) if *named == goods))
            });
            // *Fish exports fell. China was the biggest buyer, spending $44 million*: on the fish.
            let buys = market && asked.indicator == Indicator::Imports && frame.indicator == Indicator::Exports;
            // *Glove exports rose. Japan took 600 million baht worth and Britain 450 million*: of the gloves.
            let end = asked.quantity.tokens.end;
            let next = asked.view.norm(end + 1);
            let worth = asked.view.norm(end) == "worth" && (ends_phrase(next) || next == "and");
            // *That brought in $9 billion*: what was told before.
            let brought = matches!(asked.governor, Governor::Head(head) if fetches(asked.view.norm(head.at))
                && points_back(asked.view.norm_before(head.at, 1)));
            let goes_on = again || pays || buys || worth || brought;
            traded && (asked.same_sentence || goes_on || !unit.is_money())
        }
    };
    let electric = matches!(unit.measure, Measure::KilowattHour | Measure::Watt);
    let gaseous = unit.measure == Measure::CubicMetre;
    // What was counted in cubic metres goes on to be: *14.9 mln kilolitres (16.2 mln)* of oil.
    let again = frame.unit == Some(unit);
    if !countable::fits(asked, &goods) || of_gas(asked, &goods) && !again {
        return None;
    }
    if (electric || gaseous)
        && !countable::gas_by_its_energy(asked, &goods)
        && electric != (goods.as_str() == "electricity")
    {
        return None;
    }
    continues.then_some((Some(goods), None))
}

/// *U.S. gasoline stocks rose by 4.1 million barrels. Japan reported exports fell 8 percent*: whether a country that had no part in the
/// prices or stocks told before tells of its trade, which is of everything.
pub fn is_of_all_behind_a_market(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let noun = matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun);
    let unit = asked.quantity.quantity.unit;
    let market = matches!(frame.indicator, Indicator::Price | Indicator::Reserves);
    let trade = asked.indicator.is_one_way() || matches!(asked.indicator, Indicator::Turnover | Indicator::Balance);
    if asked.same_sentence || !market || !trade || !noun || unit.is_bulk() {
        return false;
    }
    let start = asked.quantity.tokens.start;
    let named = |a: &super::view::Actor| Some(a.party) == asked.reporter && a.at < start && a.rule == "name";
    let told = [frame.reporter, frame.partner].contains(&asked.reporter);
    !told && asked.reporter.is_some_and(|p| p.is_country()) && asked.view.actors.iter().any(named)
}

/// *Copper sales earned $290 million. All told, exports reached $1.4 billion against imports of $970 million*: whether a new sentence
/// tells in money of exports and of imports, and names no goods: they are of everything.
pub fn tells_both_ways(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let told = |way: Indicator| view.heads.iter().any(|h| h.class == Class::Noun && h.indicator() == Some(way));
    asked.indicator.is_one_way()
        && !asked.same_sentence
        && asked.quantity.quantity.unit.is_sum()
        && told(Indicator::Exports)
        && told(Indicator::Imports)
        && !view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)))
}
