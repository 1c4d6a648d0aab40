//! Words of a story about a market of energy: its names, what a price does there, and where something else is spoken of.
//!
//! | words | are |
//! | --- | --- |
//! | *Brent*, *West Texas Intermediate*, *front-month gas* | names |
//! | *settled*, *hovers*, *could* | what a price does |
//! | *stocks*, *the dollar*, *output* | something else |
//! | *as*, *after a deal*, *amid* | where another clause or a reason begins |

use chrono::Weekday;

use super::head::Head;
use super::view::View;
use crate::lexicon::words::{is_handing_over, is_market_hour, is_more_or_less, is_or_was, is_over_or_under, is_span};
use crate::lexicon::{Class, Topic};
use crate::mention::{Form, QuantityMention, What};
use crate::model::{Commodity, Dimension, Indicator};
use crate::token::{OneOf, Shape};

/// Words by which such names are told.
const NAMES: OneOf =
    one_of!("brent", "wti", "dubai", "intermediate", "hub", "ttf", "jkm", "ahead", "month", "year", "urals");

/// A name that stands for nothing but crude or gas on a market.
pub fn named_at(view: &View<'_>, at: usize) -> Option<(Head, Commodity)> {
    view.given_word(at, NAMES, || name_at(view, at))
}

fn name_at(view: &View<'_>, at: usize) -> Option<(Head, Commodity)> {
    let (start, goods) = match view.norm(at) {
        "brent" | "wti" | "dubai" if view.tokens[at].is_capitalised() => (at, "crude_oil"),
        "urals" if !matches!(view.norm_before(at, 1), "the" | "in" | "-" | "s" | "russian") && moves(view, at + 1) => {
            (at, "crude_oil")
        }
        "intermediate" if view.norm_before(at, 1) == "texas" => (at - 1, "crude_oil"),
        "hub" if view.norm_before(at, 1) == "henry" => (at - 1, "natural_gas"),
        "ttf" => (at, "natural_gas"),
        "jkm" => (at, "lng"),
        // *French year-ahead baseload power*, *Dutch front-month gas*
        "ahead" | "month" | "year" if view.norm_before(at, 1) == "-" => {
            let ahead = is_span(view.norm_before(at, 2));
            if !(ahead && view.norm(at) == "ahead" || view.norm_before(at, 2) == "front") {
                return None;
            }
            let goods = (at + 1..at + 4).find_map(|at| match view.norm(at) {
                "power" | "baseload" | "electricity" => Some("electricity"),
                "gas" => Some("natural_gas"),
                _ => None,
            })?;
            (at - 2, goods)
        }
        _ => return None,
    };
    // *Brent field*, *the Dubai government*, *ships from Dubai*
    let other = matches!(
        view.norm(at + 1),
        "field" | "fields" | "system" | "pipeline" | "platform" | "shares" | "government" | "port" | "-" | "'"
    );
    let dubai = view.norm(at) == "dubai"
        && !(matches!(view.norm(at + 1), "crude" | "cargoes" | "oil") || moves(view, at + 1) || is_place(view, at + 1));
    (!other && !dubai).then(|| (name(view, start, at + 1), Commodity::new(goods)))
}

pub fn name(view: &View<'_>, at: usize, end: usize) -> Head {
    let span = view.tokens[at].span.join(view.tokens[end - 1].span);
    Head { at, end, span, topic: Topic::Of(Indicator::Price), class: Class::Noun, passive: false }
}

/// Whether a figure can be told of a price beside others: a ratio, a plain amount, a price.
pub fn is_of_a_price(written: &QuantityMention) -> bool {
    let unit = written.quantity.unit;
    let money = unit.measure.dimension() == Dimension::Money;
    written.form == Form::Bare || written.everyday.is_some() || unit.is_ratio() || money && written.exponent == 0
}

/// *above*, *near*, right before an amount.
pub fn is_place(view: &View<'_>, at: usize) -> bool {
    is_over_or_under(view.norm(at))
        || matches!(view.norm(at), "at" | "near" | "past" | "to" | "toward" | "towards" | "around")
}

/// Whether a verb by which a price moves or stays stands at token `at`.
pub fn moves(view: &View<'_>, at: usize) -> bool {
    view.verb_at(at)
        || matches!(
            view.norm(at),
            "was"
                | "were"
                | "is"
                | "are"
                | "has"
                | "have"
                | "had"
                | "could"
                | "may"
                | "might"
                | "will"
                | "would"
                | "should"
                | "settles"
                | "trades"
                | "trading"
                | "hovers"
                | "closes"
                | "ends"
                | "stood"
                | "stands"
                | "hit"
                | "hits"
                | "touches"
                | "tops"
                | "surges"
                | "soars"
                | "rallies"
                | "slips"
                | "slides"
                | "eases"
                | "tumbles"
                | "plunges"
                | "sinks"
                | "gains"
                | "extends"
                | "holds"
                | "held"
                | "steadies"
                | "broke"
                | "breaks"
                | "went"
                | "came"
                | "fetched"
                | "near"
                | "eased"
                | "firmed"
                | "edged"
                | "ticked"
                | "inched"
                | "crept"
                | "slid"
                | "sank"
                | "lost"
                | "added"
                | "shed"
                | "climbed"
                | "ended"
                | "finished"
                | "touched"
                | "advanced"
                | "retreated"
                | "spiked"
                | "dipped"
                | "slumped"
                | "weakened"
                | "strengthened"
                | "steadied"
                | "rebounded"
        )
}

/// Whether something that is no price on the market stands at token `at`: its figures are its own.
pub fn is_other(view: &View<'_>, at: usize) -> bool {
    let word = matches!(
        view.norm(at),
        "shares"
            | "stock"
            | "stocks"
            | "inventories"
            | "stockpiles"
            | "premium"
            | "discount"
            | "spread"
            | "dollar"
            | "gold"
            | "rigs"
            | "demand"
            | "supply"
            | "supplies"
            | "sanctions"
            | "tariffs"
            | "tariff"
            | "freight"
    );
    // *crude for June delivery*
    if is_handing_over(view.norm(at)) {
        return false;
    }
    // *in electronic trading on the exchange*, *in early trade*
    let session = |at: usize| is_market_hour(view.norm(at)) || matches!(view.norm(at), "thin" | "asian");
    let traded = || {
        matches!(view.norm(at), "trading" | "traded" | "trades" | "trade")
            && (is_place(view, at + 1)
                || session(at.wrapping_sub(1))
                // *WTI was trading down 0.12%*
                || is_more_or_less(view.norm(at + 1)) || matches!(view.norm(at + 1), "flat" | "little")
                || is_or_was(view.norm_before(at, 1)) || view.norm_before(at, 1) == "been")
    };
    // *on the Chicago Board of Trade*
    let house = || view.norm(at) == "trade" && view.norm_before(at, 1) == "of" && view.norm_before(at, 2) == "board";
    word || view.heads.iter().any(|h| h.at == at && !is_of_a_market(view, h)) && !traded() && !house()
        || view.mentions.iter().any(|m| {
            m.tokens.start == at
                && match &m.what {
                    // *year-ahead power*: named right before.
                    What::Commodity(goods) => {
                        !matches!(goods.as_str(), "crude_oil" | "natural_gas" | "energy")
                            && !(at.saturating_sub(3)..at).any(|at| named_at(view, at).is_some())
                    }
                    What::Quantity(q) => !is_of_a_price(q),
                    _ => false,
                }
        })
}

/// *futures*, *spot market*, *prices*: heads of a sentence about a market.
pub fn is_of_a_market(view: &View<'_>, head: &Head) -> bool {
    matches!(head.topic, Topic::Of(Indicator::Price) | Topic::Flow)
        || head.topic == Topic::Other
            && matches!(
                view.norm(head.at),
                "futures"
                    | "brent"
                    | "ttf"
                    | "wti"
                    | "west"
                    | "spot"
                    | "henry"
                    | "nymex"
                    | "investors"
                    | "to"
                    | "cost"
                    | "costs"
            )
}

/// Whether another clause or a reason begins at token `at`, of which a figure behind it may be.
pub fn leaves(view: &View<'_>, at: usize) -> bool {
    let next = |behind: usize| view.norm(at + behind);
    let time =
        || view.mentions.iter().any(|m| (at..at + 3).contains(&m.tokens.start) && matches!(m.what, What::Period(_)));
    let day = || view.tokens.get(at + 1).is_some_and(|t| t.is_capitalised()) && is_weekday(next(1));
    match view.norm(at) {
        // *as much as 5%*, *as high as $145*
        "as" => {
            let far = |at: usize| matches!(view.norm(at), "much" | "high" | "low" | "little");
            !(far(at + 1) || far(at.wrapping_sub(1)))
        }
        // *Brent, which had touched $67, rose*; *compared with $84*
        "which" => {
            let name = at.wrapping_sub(2);
            !(view.range.contains(&name) && (named_at(view, name).is_some() || view.norm(name) == "crude"))
        }
        "with" => view.norm_before(at, 1) != "compared",
        "while" | "because" | "when" | "whose" | "that" | "who" | "where" | "amid" | "despite" | "due" | "if"
        | "unless" | "though" | "although" => true,
        "since" | "on" => {
            !(time()
                || day()
                || is_digits(view, at + 1)
                || matches!(next(1), "average" | "the" | "a" | "track" | "course"))
        }
        "after" | "before" => !(next(1).ends_with("ing") || time() || day()),
        "," | "and" | "but" | ";" | ":" => {
            let named = view.range.contains(&(at + 1)) && view.tokens[at + 1].is_capitalised();
            named && !(day() || time() || (at + 1..at + 5).any(|at| named_at(view, at).is_some()))
        }
        _ => false,
    }
}

pub fn is_digits(view: &View<'_>, at: usize) -> bool {
    view.range.contains(&at) && view.tokens[at].shape == Shape::Digits
}

/// Whether a word is the full name of a day of the week.
pub fn is_weekday(word: &str) -> bool {
    word.len() >= 6 && word.parse::<Weekday>().is_ok()
}

/// *at a discount of $28 to Brent*, *a $60 price cap*: by how much prices differ, or what is allowed.
pub fn is_difference(view: &View<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|at| {
        matches!(
            view.norm(at),
            "discount"
                | "discounts"
                | "premium"
                | "premiums"
                | "spread"
                | "differential"
                | "margin"
                | "margins"
                | "cap"
                | "capped"
                | "crack"
                | "backwardation"
                | "contango"
                | "option"
                | "options"
                | "probability"
        )
    })
}
