//! Whether a figure can be what it seems: bare numbers that leave out unit and scale, units that fit, times that grow, rates that are none, the sign of a change.

use super::frame::{Frame, Written};
use super::kind;
use super::view::View;
use crate::mention::{Form, QuantityMention, What};
use crate::model::{Decimal, Dimension, Indicator, Kind, Measure, Quantity, Unit};
use crate::token::Shape;

/// *132 yen to the dollar*, *12,724 sums per dollar*
pub fn exchange_rate(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    // *($1 = 0.9693 euros)*: both sides of it.
    let one = |tokens: &std::ops::Range<usize>| {
        let mut all = view.quantities.iter().filter_map(|q| view.quantity(*q));
        all.any(|q| q.tokens == *tokens && (q.stated.0 == Decimal::ONE || q.stated.0 == Decimal::HUNDRED))
    };
    let start = written.tokens.start;
    let left = view.quantities.iter().map(|q| &view.mentions[*q].tokens).find(|t| t.end + 1 == start);
    // *($1 – 418.53 drams)*
    let quantity = |place: &dyn Fn(&QuantityMention) -> bool| {
        view.quantities.iter().filter_map(|q| view.quantity(*q)).find(|q| place(q))
    };
    let other = |q: &QuantityMention| {
        q.quantity.unit.measure.dimension() == crate::model::Dimension::Money
            && q.quantity.unit.measure != written.quantity.unit.measure
    };
    let is_one = written.stated.0 == Decimal::ONE;
    let dashed = view.norm(end) == "-" && is_one && quantity(&|q| q.tokens.start == end + 1).is_some_and(other)
        || view.norm_before(start, 1) == "-"
            && quantity(&|q| q.tokens.end + 1 == start).is_some_and(|q| q.stated.0 == Decimal::ONE && other(q));
    if dashed {
        return true;
    }
    let right_of = view.norm_before(start, 1) == "=" && left.is_some_and(one);
    if view.norm(end) == "=" && one(&written.tokens) || right_of {
        return true;
    }
    // *Rs 278.7 = US$ 1*: and the other way round.
    let right = view.quantities.iter().map(|q| &view.mentions[*q].tokens).find(|t| t.start == end + 1);
    let left_one = view.norm_before(start, 1) == "=" && one(&written.tokens);
    if view.norm(end) == "=" && right.is_some_and(one) || left_one {
        return true;
    }
    let links = matches!((view.norm(end), view.norm(end + 1)), ("to" | "per", "the") | ("per" | "to" | "=", _));
    let next = if matches!(view.norm(end + 1), "the" | "one" | "1") { end + 2 } else { end + 1 };
    // *from $1.9 billion to $2.4 billion* is no rate.
    let figure = view.quantities.iter().any(|q| view.mentions[*q].tokens.start == next);
    // *48 rupees to the US dollar*, not *shrimp worth $700 million to the US*.
    let money = |at: usize| matches!(view.norm(at), "dollar" | "dollars" | "dlr" | "currency" | "unit");
    let of_a_country = matches!(view.norm(next), "us" | "u") && (next + 1..next + 5).any(money);
    let named = matches!(view.norm(next), "dollar" | "euro" | "$" | "usd" | "eur" | "pound" | "yuan");
    links && !figure && (named || of_a_country)
}

/// *1,800,000 quintales (46 kilos)*, *2 mln bags (60 kg)*, *410,000 bales (500 lbs/bale)*: how much one of what was counted holds.
pub fn size_of_package(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let packed = |at: usize| matches!(view.norm(at), "bag" | "bale" | "sack" | "case" | "box" | "quintal" | "drum");
    let of_one =
        matches!(view.norm(end), ")" | "each") || matches!(view.norm(end), "/" | "per" | "a") && packed(end + 1);
    let bracket = view.norm_before(start, 1) == "(" && of_one;
    let small = written.quantity.unit == Unit::of(Measure::Tonne) && written.quantity.value < Decimal::ONE;
    if !bracket || !small {
        return false;
    }
    // The word before the bracket is what was counted, behind its number.
    view.quantities.iter().filter_map(|q| view.quantity(*q)).any(|q| {
        let package = matches!(view.norm_before(start, 2), "quintales" | "quintals");
        q.tokens.end == start.wrapping_sub(1) && (package || q.quantity.unit.measure.dimension() != Dimension::Mass)
            || q.tokens.end == start.wrapping_sub(2)
    })
}

/// *7,000 bpd at 15.66 dlrs*, *100,000 tonnes at a rate of 93.42 dlrs*: an amount right behind goods is the price of one unit of them.
pub fn price_each(view: &View<'_>, written: &QuantityMention, unit: Unit) -> Option<Measure> {
    if unit.measure.dimension() != Dimension::Money || unit.per.is_some() || written.exponent != 0 {
        return None;
    }
    let start = written.tokens.start;
    let at = match view.norm(start.checked_sub(1)?) {
        "at" => start - 1,
        "of" if matches!(view.norm_before(start, 2), "rate" | "price") => {
            (start.wrapping_sub(5)..start.wrapping_sub(2)).find(|at| view.norm(*at) == "at")?
        }
        _ => return None,
    };
    let goods = view.quantities.iter().rev().filter_map(|q| view.quantity(*q)).find(|q| q.tokens.end <= at)?;
    let measure = goods.quantity.unit.measure;
    let near = at - goods.tokens.end <= 4 && (goods.tokens.end..at).all(|w| view.tokens[w].shape == Shape::Word);
    (near && matches!(measure, Measure::Tonne | Measure::Barrel)).then_some(measure)
}

/// Whether of two sizes, neither nothing, each is so many times the other at the most.
pub fn within(one: Decimal, other: Decimal, times: Decimal) -> bool {
    let (one, other) = (one.abs(), other.abs());
    !one.is_zero()
        && one.checked_mul(times).is_some_and(|n| n >= other)
        && other.checked_mul(times).is_some_and(|n| n >= one)
}

/// Whether a word names a money.
fn is_money(word: &str) -> bool {
    matches!(
        word,
        "dollar"
            | "euro"
            | "pound"
            | "yen"
            | "yuan"
            | "rouble"
            | "ruble"
            | "peso"
            | "rupee"
            | "franc"
            | "mark"
            | "lira"
            | "rand"
            | "real"
            | "krona"
            | "krone"
            | "won"
            | "tenge"
            | "hryvnia"
            | "zloty"
            | "forint"
    )
}

/// *The average dollar/yen rates were 152.32*: whether the words before a bare number tell what monies are worth.
pub fn rates_told(view: &View<'_>, written: &QuantityMention) -> bool {
    let rate = (view.range.start..written.tokens.start).find(|at| matches!(view.norm(*at), "rate" | "rates"));
    rate.is_some_and(|rate| (rate.saturating_sub(3)..rate).any(|at| is_money(view.norm(at))))
}

/// *20 million euros ($21.3 million; **17 million**)*: the last of the kinds of money that a bracket converts into, which has lost its
/// sign and is none of those before it.
pub fn is_of_lost_money(view: &View<'_>, written: &QuantityMention) -> bool {
    let Some(mark) = written.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == ";") else { return false };
    let money = |end: usize| {
        view.figures().any(|q| q.tokens.end == end && q.quantity.unit.measure.dimension() == Dimension::Money)
    };
    view.norm(written.tokens.end) == ")" && money(mark) && view.open_bracket(mark, 16).is_some_and(money)
}

/// *The New Zealand dollar ended at 59.85 U.S. cents*, *with a dollar at 14.80*: a clause about a currency.
pub fn currency_told(view: &View<'_>, written: &QuantityMention) -> bool {
    let clause = view.clause(written.tokens.start);
    let start = written.tokens.start;
    let opens = clause.start..start.min(clause.start + 4);
    let beside = start.saturating_sub(4).max(opens.end)..start;
    opens.chain(beside).any(|at| {
        let verb = view.verb_at(at + 1) || view.is_past(at + 1) || matches!(view.norm(at + 1), "was" | "hit" | "lost");
        // *the price of a dollar*
        let rate = matches!(view.norm(at + 1), "is" | "at") && matches!(view.norm_before(at, 1), "the" | "a");
        is_money(view.norm(at)) && (verb || rate)
    })
}

/// *4 times more*, *grew 2.6 times*, *doubled*; not *met 7 times*.
pub fn times_of_growth(view: &View<'_>, written: &QuantityMention) -> bool {
    use crate::lexicon::{Cue, Relation};
    let segment = view.segment_tokens(view.segment(written.tokens.start));
    // *twice as many as needed* counts things, *twice the level of 2020*, *twice as much as a year ago* grow.
    let end = written.tokens.end;
    let many = view.norm(end) == "as" && !matches!(view.norm(end + 1), "much" | "high" | "large" | "big");
    if written.form == Form::Multiple {
        return !many;
    }
    // *has been cut off six times since February*
    if view.norm_before(written.tokens.start, 1) == "off" && written.quantity.value.scale() == 0 {
        return false;
    }
    let grows = view.cues(|cue| matches!(cue, Cue::Direction(_) | Cue::Relation(Relation::Compare)).then_some(())).any(
        |(_, m)| {
            segment.contains(&m.tokens.start)
                || m.tokens.start >= segment.start && m.tokens.start < written.tokens.end + 4
        },
    );
    let of_sum = matches!(view.norm(written.tokens.end), "the" | "that" | "those" | "as" | "its");
    grows || of_sum || written.quantity.value.scale() > 0
}

/// Whether an amount of this unit can be one of this indicator.
pub fn fits(indicator: Indicator, unit: Unit) -> bool {
    let dimension = unit.measure.dimension();
    match indicator {
        _ if unit.is_ratio() => true,
        Indicator::Turnover => matches!(dimension, Dimension::Money | Dimension::Mass | Dimension::Volume),
        Indicator::Balance => dimension == Dimension::Money || dimension == Dimension::Mass,
        Indicator::Investment => dimension == Dimension::Money,
        Indicator::Price => unit.is_price() || dimension == Dimension::Money,
        // *1,400 trucks a day are processed* uses up nothing.
        Indicator::Consumption => !matches!(dimension, Dimension::Money | Dimension::Count),
        // *Port stocks were 2.1 million bags*
        Indicator::Reserves => dimension != Dimension::Money,
        Indicator::Production | Indicator::Capacity => dimension != Dimension::Money,
        Indicator::Exports | Indicator::Transit => dimension != Dimension::Power,
        // *buys 35 megawatts*
        Indicator::Imports => true,
    }
}

/// *The line can bring in 500 MW*: whether power is told as what a line or plant is able to move.
pub fn can_be_moved(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let able = |at: usize| {
        matches!(
            view.norm(at),
            "can"
                | "could"
                | "able"
                | "capable"
                | "capacity"
                | "rated"
                | "line"
                | "lines"
                | "cable"
                | "cables"
                | "interconnector"
                | "interconnection"
                | "link"
                | "circuit"
                | "plant"
                | "station"
                | "dam"
        )
    };
    view.clause(start).take_while(|at| *at < start).any(able)
        || matches!(view.norm(written.tokens.end), "line" | "cable" | "interconnector" | "link" | "interconnection")
}

/// *its annual capacity of 14 million tonnes*, *a pipe designed for 3 billion cubic metres*: whether what can be moved or made is counted
/// by the year, though its unit does not say so; what can be stored is not.
pub fn told_by_the_year(view: &View<'_>, written: &QuantityMention, unit: Unit) -> bool {
    let start = written.tokens.start;
    let clause = view.clause(start);
    let stored = |at: usize| {
        let word = view.norm(at);
        word.starts_with("stor") || matches!(word, "tank" | "tanks" | "cavern" | "caverns" | "daily" | "day")
    };
    if clause.clone().any(stored) {
        return false;
    }
    let line = |at: usize| {
        matches!(
            view.norm(at),
            "pipeline"
                | "pipelines"
                | "pipe"
                | "pipes"
                | "line"
                | "lines"
                | "interconnector"
                | "corridor"
                | "string"
                | "strings"
        )
    };
    let large = unit == Unit::of(Measure::CubicMetre) && written.quantity.value >= Decimal::from(100_000_000);
    // *with 1.5 bcm of annual capacity*
    let end = written.tokens.end;
    let of_capacity =
        view.norm(end) == "of" && matches!(view.norm(end + 1), "annual" | "yearly") && view.norm(end + 2) == "capacity";
    of_capacity
        || clause.take_while(|at| *at < start).any(|at| matches!(view.norm(at), "annual" | "yearly"))
        || large && (view.range.start..start).any(line)
}

/// *whose 13 turbines can produce 5,000 megawatts*: how many machines there are is no capacity.
pub fn is_equipment(indicator: Indicator, unit: Unit, written: &QuantityMention) -> bool {
    let few = Decimal::from(1000);
    indicator == Indicator::Capacity && unit == Unit::of(Measure::Items) && written.quantity.value < few
}

/// *wheat trade is 3 to 8 cents lower*, *Exports. The fee is 45 dlrs*: no country trades for so little, nor for 4,500 dlrs a day where
/// no noun of trade (`said`) tells of it.
pub fn too_little_for_trade(indicator: Indicator, unit: Unit, written: &QuantityMention, said: bool) -> bool {
    let flow = matches!(
        indicator,
        Indicator::Turnover | Indicator::Exports | Indicator::Imports | Indicator::Balance | Indicator::Investment
    );
    let little = || {
        let value = written.quantity.value;
        (if value.is_negative() { -value } else { value }) < Decimal::from(if said { 1000 } else { 50_000 })
    };
    // *a bushel bought for 100 lbs of hog*, *60 lb inventories*: nor does it sell or keep a few pounds, but of gold.
    let kept = matches!(indicator, Indicator::Turnover | Indicator::Exports | Indicator::Imports | Indicator::Reserves);
    let light = unit.measure == Measure::Tonne
        && unit.per.is_none()
        && written.factor < Decimal::ONE
        && written.quantity.high.unwrap_or(written.quantity.value) < Decimal::new(1, 1).unwrap_or(Decimal::ZERO)
        && !written.quantity.value.is_negative()
        && Decimal::new(4, 4).is_some_and(|kilo| written.factor >= kilo);
    if kept && light {
        return true;
    }
    flow && unit.is_sum() && little()
}

/// The value with the sign of its change.
pub fn signed(written: &QuantityMention, (kind, direction): kind::Reading, unit: Unit) -> Option<Quantity> {
    let mut quantity = written.quantity;
    quantity.unit = unit;
    if kind != Kind::Change {
        return Some(quantity);
    }
    if direction == 0 {
        quantity.value = quantity.value.checked_sub(Decimal::HUNDRED)?;
        return Some(quantity);
    }
    if direction < 0 && written.sign.is_none() {
        if unit.measure == Measure::Times {
            // *1.6 times less* is 0.625 of what it was.
            // *fell sixfold* is a sixth; what *doubled* or *halved* says its direction itself.
            if !quantity.value.is_zero() {
                quantity.value = Decimal::ONE
                    .checked_div_exact(quantity.value)
                    .or_else(|| Decimal::from_f64(1.0 / quantity.value.to_f64(), 4))?;
                quantity.quantum = None;
            }
        } else {
            // A range of falls runs from the smaller fall to the larger; both are negative.
            quantity.value = -quantity.value;
            quantity.high = quantity.high.map(|high| -high);
        }
    }
    Some(quantity)
}

pub fn form_rule(form: Form) -> &'static str {
    match form {
        Form::Figure => "figure",
        Form::Fraction => "fraction",
        Form::Multiple => "multiple",
        Form::Bare => "unit_carried_over",
    }
}

/// Whether a number is written out in full, without the scale of the figure before it; *3,061.8 billion francs from 3,304.1*
/// has it.
pub fn written_out(written: &QuantityMention, told: Written) -> bool {
    let thousand = Decimal::from(1000);
    let value = written.quantity.value;
    let of_its_size = told.number >= thousand
        && told.step > told.factor
        && value.checked_mul(Decimal::from(10)).is_some_and(|n| n >= told.number);
    written.exponent == 0 && value >= thousand && !of_its_size
}

/// Whether a bare number has no noun of its own, is no year and no part of a name.
fn counts_nothing(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let token = &view.tokens[start];
    let year = end == start + 1 && token.text.len() == 4 && written.quantity.value < Decimal::from(2101);
    let named = start > view.range.start
        && view.tokens[start - 1].is_capitalised()
        && !view.mentions.iter().any(|m| m.tokens.end == start);
    let glued = view.range.contains(&end) && view.tokens[end].is_joined() && view.tokens[end].shape == Shape::Word;
    let digits = token.shape == Shape::Digits;
    // *of the 444 projects, worth 4.5 billion, 312 are in progress*
    let acts = matches!(view.norm(end), "are" | "were");
    digits
        && !acts
        && !year
        && !named
        && !glued
        && view.norm(end) != "-"
        && super::quantities::noun(view, end).is_none()
}

/// Whether a bare number is one that the figure before it leaves unit and scale to by its size alone: *ahead of India, with **41,250***
/// behind 58,600 tonnes, ***725,000** of soybean oil* behind 1.75 million tonnes of all oils.
pub fn elliptic(view: &View<'_>, written: &QuantityMention, before: Option<&Frame>) -> bool {
    let Some(told) = before.and_then(|f| f.written) else { return false };
    let number = written.quantity.value;
    if written.form != Form::Bare || written.exponent != 0 || number.is_zero() || written.everyday.is_some() {
        return false;
    }
    // *0 8000 8888*: the number of a telephone.
    let digits = |at: usize| view.range.contains(&at) && view.tokens[at].shape == Shape::Digits;
    if digits(written.tokens.start.wrapping_sub(1)) || digits(written.tokens.end) {
        return false;
    }
    // Written out in full it is measured against all of the other figure: *23.3 mln bpd, down 350,000*.
    let amount = if written_out(written, told) { told.in_full() } else { Some(told.number) };
    let near = |times: Decimal| amount.is_some_and(|amount| within(number, amount, times));
    let (start, end) = (written.tokens.start, written.tokens.end);
    let next = view.norm(end);
    let of_goods = next == "of"
        && view
            .mentions
            .iter()
            .any(|m| (end + 1..=end + 2).contains(&m.tokens.start) && matches!(m.what, What::Commodity(_)));
    // *170,350 bags*, behind *711,412 60-kg bags*
    let bags = matches!(next, "bags" | "sacks" | "bales") && told.factor < Decimal::ONE;
    // *exported 5.1 TWh. India took 4.9 of these*: a part of what was told.
    let of_these = next == "of"
        && matches!(view.norm(end + 1), "these" | "them" | "it" | "this")
        && matches!(view.norm(end + 2), "" | "," | "." | ";" | "and" | "in")
        && told.number >= number;
    let same_sentence = view.quantities.iter().any(|q| view.mentions[*q].tokens.end <= start);
    let full = number >= Decimal::HUNDRED && (of_goods || same_sentence && counts_nothing(view, written));
    (full || bags) && near(Decimal::HUNDRED) || of_these && near(Decimal::from(10))
}

/// *a 160,000 cubic metre tanker*, *the 80,000 ton product carrier*, *ships of up to 150,000 tonnes*, *six vessels totalling 330,000 gross
/// tons*: how much a ship holds; not *two ships of 30,000 tonnes of wheat*.
pub fn is_size_of_a_ship(view: &View<'_>, unit: Unit, written: &QuantityMention) -> bool {
    let ship = |at: usize| {
        matches!(
            view.norm(at),
            "tanker" | "tankers" | "ship" | "ships" | "vessel" | "vessels" | "carrier" | "carriers" | "bulkers"
        )
    };
    let end = written.tokens.end;
    let of = view.start_with_hedge(written).wrapping_sub(1);
    if matches!(view.norm(of), "of" | "totalling" | "totaling")
        && view.norm(end) != "of"
        && of > 0
        && ship(of - 1)
        && unit.per.is_none()
        && unit.measure == Measure::Tonne
    {
        return true;
    }
    // *shipped 50,000 tonnes by tanker*: a ship is told by one unit of its size.
    let sized = unit.measure == Measure::CubicMetre
        || unit.measure == Measure::Tonne && matches!(view.norm_before(end, 1), "ton" | "tonne" | "dwt");
    // Nor *a 60,000 tonne agreement Cuba ships sugar by*.
    let link = |at: usize| {
        matches!(view.norm(at), "of" | "by" | "on" | "in" | "to" | "from" | "aboard" | "and" | ",")
            || unit.measure == Measure::Tonne && view.norm(at) == "ships"
    };
    sized && unit.per.is_none() && (end..end + 3).take_while(|at| !link(*at)).any(ship)
}
