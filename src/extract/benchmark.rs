//! What energy stands at on its markets: figures that go with the name of a benchmark or of a contract.
//!
//! | text | is |
//! | --- | --- |
//! | *Brent rose **2.1%** to **$91.60*** | a change and a price of crude, a barrel |
//! | *U.S. crude settled at **$87**, down **90 cents*** | the same |
//! | *levels were firm at **17.30 dlrs** for Dubai* | a price of crude |
//! | *Both benchmarks are up **30%*** | a change of what was told before |
//! | *gas futures fell **9.6 cents** to $2.42 per mmBtu* | a change in the unit of the price beside it |

use super::assemble::Assembler;
use super::by_how_much;
use super::exchange;
use super::head::Head;
use super::kind;
use super::market_words::{is_difference, is_of_a_price, is_other, is_place, leaves, moves, name, named_at};
use super::rule::first;
use super::view::{Actor, View};
use crate::lexicon::words::{ends_phrase, is_delivery_contract, is_or_was, is_over_or_under};
use crate::lexicon::{Cue, Topic};
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{Commodity, Currency, Decimal, Indicator, Kind, Measure, Unit};
use crate::token::Shape;

/// A market that a figure tells the price of.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    /// Its name.
    pub head: Head,
    /// What is dealt in there.
    pub goods: Commodity,
    /// The unit that a plain amount has there, and for how many base units it is.
    pub price: Option<(Unit, Decimal)>,
    /// Whether its price moved by the amount: 1 or -1.
    pub step: Option<i8>,
}

/// What the search may ask.
#[derive(Clone, Copy)]
struct Asked<'v, 'a> {
    /// The sentence.
    view: &'v View<'a>,
    /// The figure.
    written: &'v QuantityMention,
    /// The goods of the market that was told of shortly before.
    told: Option<&'v Commodity>,
    /// Whether the text speaks of no trade so far.
    open: bool,
    /// What all prices of the text are for.
    per: Option<(Unit, Decimal)>,
}

/// The market whose price the figure tells.
fn of(asked: &Asked<'_, '_>) -> Option<Market> {
    let (view, written, per) = (asked.view, asked.written, asked.per);
    let unit = written.quantity.unit;
    let plain = unit.is_sum() && written.exponent == 0;
    let priced = unit.is_price();
    let start = view.start_with_hedge(written);
    let bare = written.form == Form::Bare && is_bare_price(view, written, start);
    if !bare && (written.form != Form::Figure || !(plain || priced || unit == Unit::PERCENT)) {
        return None;
    }
    let (head, goods) = if unit.is_ratio() && !bare { None } else { named_behind(view, written.tokens.end) }
        .or_else(|| named_before(asked, start))?;
    if is_difference(view, head.at.min(start)..written.tokens.end + 4) || view.norm(written.tokens.end) == "of" {
        return None;
    }
    if bare {
        let unit = Unit { measure: Measure::Currency(Currency::new("USD")?), per: Some(Measure::Barrel) };
        let named = goods.as_str() == "crude_oil"
            && (view.norm(head.end) == "futures" || (head.at..head.end).any(|at| named_at(view, at).is_some()));
        let step = match view.norm_before(start, 1) {
            "up" => Some(1),
            "down" => Some(-1),
            _ => None,
        };
        let fits = step.is_some() || written.written > Decimal::from(5);
        return (named && fits).then_some(Market { head, goods, price: Some((unit, Decimal::ONE)), step });
    }
    let asked = kind::Asked { view, quantity: written };
    if unit.is_ratio() && first(const { &kind::rules() }, &asked).is_none_or(|kind| kind.value.0 != Kind::Change) {
        return None;
    }
    let step = if unit.is_ratio() { None } else { step(view, written, start) };
    let price = if plain {
        let told = price(view, written, &head, &goods, step.is_some());
        told.or_else(|| exchange::price(&goods, unit, per)).map(Some)?
    } else {
        None
    };
    Some(Market { head, goods, price, step })
}

/// *Brent closed at 100.58*, *WTI gained 1.38 dlrs to 15.67*: a number with cents.
fn is_bare_price(view: &View<'_>, written: &QuantityMention, start: usize) -> bool {
    let ends = ends_phrase(view.norm(written.tokens.end))
        || matches!(view.norm(written.tokens.end), "on" | "in" | "at" | "from" | "and" | ")");
    written.exponent == 0
        && written.everyday.is_none()
        && view.tokens[written.tokens.end - 1].text.len() == 2
        && written.tokens.len() == 3
        && written.written < Decimal::from(400)
        && matches!(view.norm_before(start, 1), "at" | "to" | "from" | "up" | "down")
        && ends
}

/// The unit of a plain amount: dollars a barrel for crude, else that of the price beside it.
fn price(
    view: &View<'_>,
    written: &QuantityMention,
    head: &Head,
    goods: &Commodity,
    step: bool,
) -> Option<(Unit, Decimal)> {
    let unit = written.quantity.unit;
    let dollars = Currency::new("USD").is_some_and(|dollar| unit.measure == Measure::Currency(dollar));
    if goods.as_str() == "crude_oil" && dollars {
        let (low, high) =
            if step { (Decimal::ZERO, Decimal::from(60)) } else { (Decimal::from(5), Decimal::from(400)) };
        let value = written.quantity.value;
        let of_oil = Unit { per: Some(Measure::Barrel), ..unit };
        return (value > low && value < high).then_some((of_oil, Decimal::ONE));
    }
    // *U.S. natural gas futures settled at $4.47*
    let american = |a: &Actor| a.party.as_str() == "USA";
    let gas = goods.as_str() == "natural_gas" && (view.norm(head.at) == "henry" || view.actors.iter().any(american));
    let beside = view.figures();
    let mut beside = beside.filter(|q| q.quantity.unit.is_price() && q.quantity.unit.measure == unit.measure);
    if let Some(beside) = beside.next() {
        return Some((beside.quantity.unit, beside.divisor?));
    }
    (gas && dollars && written.quantity.value < Decimal::from(20))
        .then_some((Unit { per: Some(Measure::Btu), ..unit }, Decimal::from(1_000_000)))
}

/// *fell $5.77*, *by 30 cents*, *a gain of 99 cents*, *76 cents higher*: which way a price moved by the amount.
fn step(view: &View<'_>, written: &QuantityMention, start: usize) -> Option<i8> {
    let asked = kind::Asked { view, quantity: written };
    match view.norm(written.tokens.end) {
        "lower" | "down" | "weaker" | "softer" | "cheaper" => return Some(-1),
        "higher" | "up" | "firmer" | "stronger" | "dearer" => return Some(1),
        _ => {}
    }
    if let Some(((Kind::Change, sign), _)) = by_how_much::direction_after(&asked) {
        return Some(sign);
    }
    // *a dip below $30*, *surged above $130*, *to minus $37*
    if is_over_or_under(view.norm(start)) || view.norm(start) == "past" || view.norm_before(start, 1) == "minus" {
        return None;
    }
    let small = |at: usize| {
        matches!(view.norm(at), "a" | "an" | "another" | "further" | "as" | "much" | "some" | "by" | "of" | "or" | ",")
    };
    let mut at = start;
    while at > view.range.start && start - at < 4 && small(at - 1) {
        at -= 1;
    }
    // *raised its price for crude by 50 cents*
    if view.norm_before(start, 1) == "by" {
        let told = first(const { &kind::rules() }, &asked)?;
        return (told.value.0 == Kind::Change).then_some(told.value.1);
    }
    let of = (at..start).any(|at| view.norm(at) == "of");
    // *up 2 percent or 1.20 dlrs*
    let again = matches!(view.norm(at), "," | "or") && (at..start).any(|at| view.norm(at) == "or");
    if again && let Some(ratio) = view.figures().find(|q| q.tokens.end == at) {
        let told = first(const { &kind::rules() }, &kind::Asked { view, quantity: ratio })?;
        return (told.value.0 == Kind::Change).then_some(told.value.1);
    }
    let noun = |at: usize| matches!(view.norm(at), "gain" | "rise" | "increase" | "fall" | "drop" | "loss" | "decline");
    let level = |at: usize| is_over_or_under(view.norm(at)) || matches!(view.norm(at), "than" | "higher" | "lower");
    let sign = match view.norm(at.checked_sub(1)?) {
        "loss" | "off" => -1,
        "rallied" => 1,
        _ => {
            view.cues(|cue| match cue {
                Cue::Direction(sign) => Some(sign),
                _ => None,
            })
            .find(|(_, m)| m.tokens.end == at && !level(at - 1))?
            .0
        }
    };
    (!of || noun(at - 1)).then_some(sign)
}

/// *17.30 dlrs for Mideast Dubai cargoes*, *$91 for Brent*, *$17 per mmBtu at the Dutch Title Transfer Facility (TTF)*
fn named_behind(view: &View<'_>, end: usize) -> Option<(Head, Commodity)> {
    match view.norm(end) {
        "for" => (end + 1..end + 5).find_map(|at| named_at(view, at)),
        "at" if view.norm(end + 1) == "the" => {
            let named = (end + 2..end + 9).find_map(|at| named_at(view, at));
            named.filter(|(head, _)| matches!(view.norm(head.at), "ttf" | "jkm" | "henry"))
        }
        _ => None,
    }
}

/// The token at `at`, behind the code that a wire sets in brackets: *the April contract (TRNLTTFMc2) was*.
fn behind_code(view: &View<'_>, at: usize) -> usize {
    let close = (at + 1..at + 6).find(|at| view.norm(*at) == ")").filter(|_| view.norm(at) == "(");
    close.map_or(at, |close| close + 1)
}

/// The market last named before token `start`, where nothing else is spoken of since.
fn named_before(asked: &Asked<'_, '_>, start: usize) -> Option<(Head, Commodity)> {
    let view = asked.view;
    let (mut left, mut resumed, mut inside) = (false, false, false);
    let from = start.saturating_sub(40).max(view.range.start);
    // *Brent — the benchmark that fell to lows last month — is down by half*: what stands between two dashes is told beside.
    let dash = |at: &usize| matches!(view.norm(*at), "—" | "–");
    let mut dashes = (from..start).rev().filter(dash);
    let between = dashes.next().zip(dashes.next()).filter(|(last, _)| moves(view, last + 1));
    for at in (from..start).rev() {
        // What stands in a bracket on the way is told beside.
        inside = view.norm(at) == ")" || inside && view.norm(at) != "(";
        if inside || between.is_some_and(|(last, first)| (first..=last).contains(&at)) {
            continue;
        }
        let found = named_at(view, at)
            .or_else(|| dealt_in(asked, at, start))
            .or_else(|| Some((name(view, at, at + 1), told_of(asked, at)?)));
        if found.is_some() {
            return found.filter(|_| !left || settles(asked, start));
        }
        if is_other(view, at) {
            return None;
        }
        // *gave up its gains as it fell 3% to $11.20*
        left |= !resumed && leaves(view, at) && !(view.norm(at) == "as" && view.norm(at + 1) == "it");
        // *have surged since the invasion and are up 36%*
        resumed |= matches!(view.norm(at), "and" | "but")
            && (is_or_was(view.norm(at + 1)) || matches!(view.norm(at + 1), "has" | "have" | "settled" | "closed"));
    }
    None
}

/// *U.S. crude settled at*, *oil was up*, *gas futures fell*: goods that are spoken of as what is dealt in.
fn dealt_in(asked: &Asked<'_, '_>, at: usize, start: usize) -> Option<(Head, Commodity)> {
    let view = asked.view;
    let goods = view.mentions.iter().find(|m| m.tokens.end == at + 1)?;
    let What::Commodity(commodity) = &goods.what else { return None };
    // *light, sweet crude*
    let crude = commodity.as_str() == "crude_oil" || commodity.as_str().ends_with("_crude");
    if goods.tokens.clone().any(|at| view.norm(at) == "brent") {
        return Some((name(view, goods.tokens.start, at + 1), Commodity::new("crude_oil")));
    }
    let mut next = at + 1;
    // *Oil benchmarks settled down*
    let contract = is_delivery_contract(view.norm(next)) || matches!(view.norm(next), "benchmark" | "benchmarks");
    let first = exchange::start(view, goods.tokens.start);
    if contract {
        next += 1;
    } else if !crude && !exchange::is_dealt_in(view, first, goods.tokens.end, asked.written, asked.told.is_some()) {
        return None;
    }
    // *crude for July delivery*
    next = exchange::behind_contract(view, next);
    let free = first == view.range.start
        || exchange::is_named(view, first)
        || view.tokens[first - 1].shape != Shape::Word
        || matches!(
            view.norm_before(first, 1),
            "and"
                | "while"
                | "as"
                | "but"
                | "that"
                | "when"
                | "if"
                | "with"
                | "where"
                | "said"
                | "says"
                | "expects"
                | "sees"
                | "see"
                | "saw"
                | "forecast"
                | "sent"
                | "send"
                | "sending"
                | "push"
                | "pushed"
                | "pushing"
                | "drove"
                | "drive"
                | "driving"
                | "keep"
                | "lifted"
                | "us"
                | "american"
                | "light"
                | "sweet"
                | "sour"
                | "heavy"
                | "benchmark"
                | "global"
                | "world"
                | "international"
                | "spot"
        );
    let abroad = view.actors.iter().any(|a| {
        (first.saturating_sub(2)..=first).contains(&a.end)
            && a.party.as_str() != "USA"
            && !(a.end..first).any(|at| matches!(view.norm(at), "," | "and" | "but" | "while"))
    });
    let owned = (!free || abroad && !exchange::is_named(view, first) || view.norm_before(first, 1) == "-") && !contract;
    // *Oil topped $72 as the agency raised its forecast to 83 million barrels a day*: those of another clause are its own.
    let end = asked.written.tokens.end;
    let near = |q: &&QuantityMention| q.tokens.start < end || !(end..q.tokens.start).any(|at| leaves(view, at));
    let nouns = !contract && view.figures().filter(near).any(|q| !is_of_a_price(q));
    let priced = || view.figures().any(|q| !q.quantity.unit.is_ratio() && q.tokens.start >= at);
    // *Imports dropped 5.3% as crude fell 14%*: what was bought of it.
    let moved = || {
        let of_goods = |head: &Head| {
            matches!(
                head.indicator(),
                Some(Indicator::Exports | Indicator::Imports | Indicator::Production | Indicator::Consumption)
            ) && head.topic != Topic::Flow
        };
        view.heads.iter().any(|head| head.at < at && of_goods(head))
    };
    let ratio = asked.written.quantity.unit.is_ratio();
    // *Oil settled down about 1%*: nothing but a market does so.
    let settled = matches!(view.norm(next), "settled" | "settles" | "closed" | "traded");
    let alone = contract || !ratio || priced() || !moved() && (asked.told.is_some() || asked.open || settled);
    if owned || nouns || !alone || !(moves(view, next) || next == start - 1 && is_place(view, next)) {
        return None;
    }
    let goods = if crude { Commodity::new("crude_oil") } else { commodity.clone() };
    Some((name(view, first, at + 1), goods))
}

/// *The contract had settled at*, *Both benchmarks are up*: what was told of before.
fn told_of(asked: &Asked<'_, '_>, at: usize) -> Option<Commodity> {
    let view = asked.view;
    let again = match view.norm(at) {
        "benchmarks" | "contracts" | "contract" | "benchmark" | "marker" => true,
        // *Prices have gained 12% this year*
        "it" => at <= view.range.start + 1,
        // *The session high of $65.65 was the highest since April*
        "high" | "low" | "peak" => opens_with_extreme(view, at),
        "prices" => {
            at == view.range.start
                || matches!(
                    view.norm_before(at, 1),
                    "the"
                        | "but"
                        | "spot"
                        | "said"
                        | "that"
                        | ","
                        | "says"
                        | "see"
                        | "sees"
                        | "expects"
                        | "expect"
                        | "and"
                )
        }
        _ => false,
    };
    // *expects the benchmark to average $62*
    // *The December contract, which prices this year's crop, was up*
    let told_by_the_way = view.norm(at + 1) == "," && view.norm(at + 2) == "which";
    let verb = behind_code(view, at + 1);
    let goes_on = told_by_the_way
        || opens_with_extreme(view, at)
        || moves(view, verb)
        || view.norm(at + 1) == "to" && !view.norm(at).starts_with("contract");
    // *The Dutch TTF day-ahead contract*
    let own = (at.saturating_sub(4)..at).any(|at| named_at(view, at).is_some());
    let alone = again && goes_on && !own && !view.mentions.iter().any(|m| m.tokens.end == at && is_goods(m));
    asked.told.filter(|_| alone).cloned()
}

/// *The session high of*, *Its low of*: where a price went on the day, at the beginning of a sentence.
fn opens_with_extreme(view: &View<'_>, at: usize) -> bool {
    matches!(view.norm(at), "high" | "low" | "peak") && view.norm(at + 1) == "of" && at <= view.range.start + 3
}

fn is_goods(mention: &Mention) -> bool {
    matches!(mention.what, What::Commodity(_))
}

/// *settling at $96*, *trading around $70*, *hitting $114*: what a price does, whatever stands between it and its market.
fn settles(asked: &Asked<'_, '_>, start: usize) -> bool {
    let view = asked.view;
    if asked.written.quantity.unit.is_ratio() {
        return false;
    }
    let verb = |at: usize| {
        let word = view.norm(at);
        ["settl", "clos", "trad", "hover", "finish", "hitting", "touching", "reaching", "topping"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    verb(start.wrapping_sub(1)) || is_place(view, start - 1) && (1..=2).any(|back| verb((start - 1).wrapping_sub(back)))
}

impl Assembler<'_> {
    /// The market whose price a figure tells.
    pub(super) fn market(&self, view: &View<'_>, written: &QuantityMention) -> Option<Market> {
        let told = self.quoted.as_ref().filter(|(_, at)| self.sentences - at <= 2).map(|(goods, _)| goods);
        // *Spot prices have recovered to 17.50 dlrs* in a story about oil.
        let spot = || {
            let spot = |at: usize| view.norm(at) == "spot" && view.norm(at + 1) == "prices";
            self.story.goods().filter(|goods| goods.as_str() == "crude_oil" && view.range.clone().any(spot))
        };
        let told = told.or_else(spot);
        let open = self.topic.as_ref().is_none_or(|(frame, ..)| frame.indicator == Indicator::Price);
        of(&Asked { view, written, told, open, per: self.story.priced() })
    }
}
