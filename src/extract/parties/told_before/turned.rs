//! Whether what goes on is told from the other end of the statement before: who took is who was sold to.

use super::super::others::from_anywhere;
use super::super::spoken_of::world_cue;
use super::super::taken_over::is_supply;
use super::super::{Asked, Sides};
use super::in_turn::sold_in_turn;
use crate::extract::frame::Frame;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::survey::Cast;
use crate::lexicon::Class;
use crate::lexicon::words::{is_buying, is_or_was, is_plant, is_receipts};
use crate::model::{Indicator, Kind, Party, Status};

/// The statement before as its other side tells it, where what goes on is that side's.
pub fn told_from_the_other_end(sides: &Sides, asked: &Asked<'_, '_>, frame: &Frame) -> Option<Frame> {
    let open = sides.reporter.is_none() && sides.partner.is_none();
    if has_parts_of_both(asked, frame) {
        return None;
    }
    let buys = pays(asked, frame);
    let turns = buys
        || same_flow(sides, asked, frame)
        || open && (acts_back(asked, frame) || part_of_it(asked, frame) || taken_from_all(asked, frame))
        || has_its_own(asked, frame)
        || moved_between(asked, frame) && frame.indicator == Indicator::Imports;
    // Told from the other end, imports are exports.
    let indicator = frame.turned().filter(|_| !buys && asked.indicator != frame.indicator).map(|f| f.indicator);
    let indicator = indicator.filter(|i| *i == asked.indicator).unwrap_or(frame.indicator);
    turns.then(|| Frame { indicator, reporter: frame.partner, partner: frame.reporter, ..frame.clone() })
}

/// *Togo accounted for 15 percent of Ghana's imports and 28 percent of its exports*: one who has parts of both ways of another.
fn has_parts_of_both(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let Some(figure) = asked.quantity.and_then(|q| view.quantity(q)) else { return false };
    let (start, end) = (view.start_with_hedge(figure), figure.tokens.end);
    let joined = matches!(view.norm_before(start, 1), "and" | ",");
    let its = view.norm(end) == "of" && matches!(view.norm(end + 1), "its" | "their");
    let both = asked.indicator != frame.indicator && asked.indicator.is_one_way() && frame.indicator.is_one_way();
    asked.same_sentence && asked.kind == Kind::Share && frame.share && joined && its && both
}

/// Whoever imports pays the price to whom it imports from.
fn pays(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    asked.indicator == Indicator::Price && frame.indicator == Indicator::Imports
        || asked.indicator == Indicator::Imports
            && frame.indicator == Indicator::Price
            && [frame.reporter, frame.partner].iter().all(|p| p.is_some_and(|p| p.is_country()))
}

/// *Supplies*, *deliveries* behind an import are that import, told from the other end.
fn same_flow(sides: &Sides, asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let word = asked.view.norm(head.at);
    let out = (is_supply(word) || is_sold_by_a_firm(asked, &head))
        && asked.indicator == Indicator::Exports
        && frame.indicator == Indicator::Imports;
    // *Japan cut its intake*, behind what another was sold, is that other's no longer.
    let same = sides.reporter.as_ref().is_none_or(|f| frame.partner == Some(f.value));
    // *Thailand had offered 100,000 tons. Imports this year are seen at 1.8 million tons*: those of whom it was offered.
    let offered = || {
        !asked.same_sentence
            && frame.status == Status::Target
            && head.class == Class::Noun
            && frame.unit.is_some_and(|unit| unit.is_bulk())
    };
    let back = same
        && (is_buying(word) || word == "purchase" || offered())
        && asked.indicator == Indicator::Imports
        && frame.indicator == Indicator::Exports
        && frame.partner.is_some_and(|p| p != Party::WORLD);
    (out || back || exports_of_home(sides, asked, frame)) && frame.commodity.is_some()
}

/// *Jordan took 60,000 tonnes. A second cargo was sold by Viterra*: whether who sells is a firm that no country stands beside.
fn is_sold_by_a_firm(asked: &Asked<'_, '_>, head: &Head) -> bool {
    let view = asked.view;
    let firm = head.end + 1 < view.range.end && view.tokens[head.end + 1].is_capitalised();
    head.class == Class::VerbOut
        && is_or_was(view.norm_before(head.at, 1))
        && view.norm(head.end) == "by"
        && firm
        && !view.actors.iter().any(|a| (head.end..head.end + 5).contains(&a.at))
}

/// *China bought 0.3 mln tons of Kazakh wheat. Total grain exports ...* are those of the text's home, or of who sold to several.
fn exports_of_home(sides: &Sides, asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let abroad = |at: usize| matches!(asked.view.norm(at), "abroad" | "overseas");
    // *Syria has taken 40,000 tonnes. Hard-currency sales brought in $310 million*: what they came to in money, behind how much one took.
    let word = asked.view.norm(head.at);
    let figure = asked.quantity.and_then(|q| asked.view.quantity(q));
    let worth = (word == "sales" || is_receipts(word))
        && figure.is_some_and(|q| q.quantity.unit.is_sum())
        && frame.unit.is_some_and(|unit| unit.is_bulk());
    head.class == Class::Noun
        && frame.indicator == Indicator::Imports
        && sides.reporter.is_none()
        && sides.partner.is_none()
        && (word.starts_with("export") || worth || (head.at..head.end).any(abroad))
        && frame.partner.is_some_and(|p| Some(p) == asked.context.home() || sold_in_turn(asked, p))
}

/// *Turkey took 60 percent of the yarn. In 2017, yarn exports were $210 million*: to all, not to the taker alone.
pub fn exports_to_all(sides: &Sides, asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    exports_of_home(sides, asked, frame) && !asked.same_sentence && !matches!(asked.survey.cast(), Cast::Pair(..))
}

/// *Ukraine buys gas from Slovakia. The link can take 22 mcm/d*: from where it starts to where it ends.
pub fn moved_between(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    // *the plant, whose trains can turn out 22 million tonnes*: what a plant can make goes nowhere in particular.
    let plant = || {
        asked.view.range.clone().any(|at| {
            is_plant(asked.view.norm(at))
                || matches!(
                    asked.view.norm(at),
                    "smelter" | "trains" | "mill" | "mine" | "station" | "terminals" | "regasification"
                )
        })
    };
    asked.indicator == Indicator::Capacity
        && frame.partner.is_some_and(|p| p != Party::WORLD)
        && !plant()
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Capacity)
}

/// *They took 6.8 mln tonnes*, behind what another sold them: who took is who was sold to.
fn acts_back(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let word = asked.view.norm(head.at);
    // *exported goods worth 5 billion to Peru, while importing 2 billion*: the same one acts.
    // *1,946 GWh was exported to India, while 1,895 GWh was imported*: so it does here.
    let passive = || {
        is_or_was(asked.view.norm_before(head.at, 1))
            && matches!(word, "imported" | "exported" | "bought" | "purchased" | "sold")
    };
    // *sold goods for 5 billion to Peru, while bought for 2 billion*: and where no one else is named who acts.
    let joined = matches!(asked.view.norm_before(head.at, 1), "and" | "while" | "but" | ",");
    if asked.same_sentence && (word.ends_with("ing") || joined || passive()) {
        return false;
    }
    let back = match head.class {
        Class::VerbIn => (Indicator::Imports, Indicator::Exports),
        Class::VerbOut => (Indicator::Exports, Indicator::Imports),
        _ => return false,
    };
    (asked.indicator, frame.indicator) == back
        && frame.partner.is_some_and(|p| p != Party::WORLD)
        && frame.reporter.is_some()
}

/// A part, told from the other end, of what the statement before tells.
fn part_of_it(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    // *Sudan took 1,097 GWh, or 64 percent of all exports*
    let again = || {
        asked.quantity.is_some_and(|q| {
            let start = asked.view.mentions[q].tokens.start;
            let segment = asked.view.segment_tokens(asked.view.segment(start));
            (1..=3).any(|back| asked.view.norm_before(start, back) == "or") || start == segment.start
        })
    };
    // *Vietnam was the largest market with 48.5 billion and accounted for 54.5 percent of the shipments*
    let of_the_whole = || {
        matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun
            && asked.quantity.is_some_and(|q| asked.view.mentions[q].tokens.end <= head.at && asked.view.norm(asked.view.mentions[q].tokens.end) == "of"))
    };
    asked.kind == Kind::Share
        && asked.same_sentence
        && matches!(
            (asked.indicator, frame.indicator),
            (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports)
        )
        && (again() || of_the_whole())
}

/// Whether a noun governs.
fn noun(asked: &Asked<'_, '_>) -> bool {
    matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. }))
}

/// *Saudi supplies to the US jumped, while imports from all countries rose*: those of who was supplied.
fn taken_from_all(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    asked.indicator == Indicator::Imports
        && frame.indicator == Indicator::Exports
        && frame.partner.is_some_and(|p| p != Party::WORLD)
        && noun(asked)
        // *Cargoes from Peru doubled. Overall imports were 5 million tonnes*: where the one who takes was left out before.
        && (from_anywhere(asked) || frame.part_of_partners && world_cue(asked).is_some())
}

/// *The price of oil fell for Thailand. Exports rose*: a country that others sell to or invest in has figures of its own.
fn has_its_own(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    frame.reporter.is_none_or(|p| p == Party::WORLD)
        && frame.partner.is_some_and(|p| p != Party::WORLD)
        && frame.indicator != asked.indicator
        && noun(asked)
        && !matches!(asked.indicator, Indicator::Price | Indicator::Investment)
}
