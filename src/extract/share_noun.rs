//! Shares told by a noun: *the weight of Japan in Chile's copper exports rose to **28 percent***.

use super::divided::{Whole, by_participle, whole_in};
use super::division::ratio;
use super::kind;
use super::naming::goods_at;
use super::view::{Actor, View};
use crate::lexicon::words::{is_more_or_less, is_over_or_under, is_part_noun};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Measure, Party};

/// Whether a word names a part of a whole.
pub fn is_part(word: &str) -> bool {
    is_part_noun(word) || matches!(word, "weight" | "percentage" | "contribution" | "fraction")
}

/// The noun of a part whose whole and figure stand behind it in its clause: *the **portion** of coffee in Brazil's exports was 28
/// percent*.
fn noun_of(view: &View<'_>, quantity: &QuantityMention) -> Option<usize> {
    let start = view.start_with_hedge(quantity);
    let clause = view.clause(start);
    let noun = (clause.start..start).rev().find(|at| is_part(view.norm(*at)) && view.norm(at + 1) != "points")?;
    let of = matches!(view.norm(noun + 1), "of" | "in");
    // *a part of its exports rose 5 percent*: a part that is not told itself.
    let some = matches!(view.norm_before(noun, 1), "a" | "some" | "large" | "small" | "any");
    let counts = |h: &&super::head::Head| {
        matches!(
            h.topic,
            Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover | Indicator::Production)
        )
    };
    let whole = view.heads.iter().filter(|h| noun < h.at && h.at < start).find(counts)?;
    let amounts = view.figures();
    let told = amounts.filter(|q| noun < q.tokens.start && q.tokens.end <= start).all(|q| q.quantity.unit.is_ratio());
    (of && !some && told && whole.at <= noun + 12).then_some(noun)
}

/// *The weight of Japan in Chile's exports rose to **28 percent***, *The share dropped below **28 percent***: a part, unless it is
/// told how far it moved.
pub fn told_of_a_share(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let view = asked.view;
    if asked.quantity.quantity.unit.measure != Measure::Percent || asked.quantity.sign.is_some() {
        return None;
    }
    let noun = noun_of(view, asked.quantity)?;
    let start = asked.start_of_hedge();
    let limit = is_over_or_under(view.norm(start)) || matches!(view.norm(start), "past" | "beyond");
    let moved = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.end == start);
    let more = is_more_or_less(view.norm(asked.quantity.tokens.end));
    // *shown by a CAGR of 18 percent*
    let rate = asked.before_hedge() == "of" && matches!(view.norm_before(start, 2), "cagr" | "growth" | "rate");
    let level = (limit || !moved) && !more && !rate && asked.before_hedge() != "by";
    level.then_some(((Kind::Share, 1), Some(view.tokens[noun].span)))
}

/// Whose part of what a noun tells, with the figures that say how much: *Egypt's share of the wheat exported by Ukraine*.
pub fn part_told(view: &View<'_>) -> Option<(Whole, Vec<usize>, usize)> {
    let figure = view.quantities.iter().copied().filter_map(|q| Some((q, view.quantity(q)?)));
    let (first, quantity) = figure.into_iter().find(|(_, q)| q.quantity.unit.is_ratio())?;
    let noun = noun_of(view, quantity)?;
    let start = view.start_with_hedge(quantity);
    let named = |a: &Actor| a.party != Party::WORLD && a.takes_part();
    // *the share of Japan in*, *the Japanese share of*, *Japan's share in*
    let behind =
        view.actors.iter().position(|a| named(a) && view.norm(noun + 1) == "of" && view.phrase_start(a) == noun + 2);
    let behind = behind.filter(|at| view.norm(view.actors[*at].end) == "in");
    let owns = |a: &Actor| {
        let end = a.end + usize::from(view.norm(a.end) == "'") + usize::from(view.norm(a.end + 1) == "s");
        end == noun || end + 1 == noun && !matches!(view.norm(end), "," | "and" | "'")
    };
    let before = || view.actors.iter().position(|a| named(a) && owns(a));
    let taker = behind.or_else(before)?;
    let of = behind.map_or(noun + 1, |at| view.actors[at].end) + 1;
    let whole = goods_at(view, of).and_then(|goods| by_participle(view, &goods)).map(|(whole, _)| whole);
    let whole = whole.or_else(|| {
        let traded = |h: &&super::head::Head| matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports));
        let noun = view.heads.iter().filter(|h| h.at >= of && h.at < start && h.class == Class::Noun).find(traded)?;
        whole_in(view, of..noun.end, false)
    })?;
    if view.actors[whole.owner].party == view.actors[taker].party {
        return None;
    }
    let next = view.actors.iter().find(|a| a.at >= start && named(a)).map_or(view.range.end, |a| a.at);
    let figures = view.quantities.iter().copied().filter(|q| {
        let at = view.mentions[*q].tokens.start;
        at >= start && at < next && view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio())
    });
    let figures: Vec<usize> = figures.collect();
    (figures.first() == Some(&first) && ratio(view, first).is_some()
        || quantity.quantity.unit.measure == Measure::PercentagePoints)
        .then_some((whole, figures, taker))
}
