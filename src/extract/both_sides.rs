//! What two who trade mean to reach together: the sum of their trade, whatever part of it was told last.
//!
//! *Trade came to $350 million. Omani exports made up $290 million. **The two presidents** want to lift the figure to **$1 billion***

use super::assemble::Assembler;
use super::frame::Frame;
use super::view::{Actor, View};
use crate::lexicon::words::{acts_for_a_country, aims, is_article, is_or_was};
use crate::mention::QuantityMention;
use crate::model::{Dimension, Indicator, Party};

impl Assembler<'_> {
    /// The trade between the two whose leaders aim at a sum: as it was told, or of the two whose exports or imports were.
    pub(super) fn trade_of_both(
        &self,
        view: &View<'_>,
        written: &QuantityMention,
        recent: Option<&Frame>,
    ) -> Option<Frame> {
        let recent = recent.filter(|f| f.indicator != Indicator::Turnover || f.share)?;
        let sum = written.quantity.unit.measure.dimension() == Dimension::Money && !written.quantity.unit.is_price();
        let pair_told = self.between.is_some();
        if !sum || !(both_aim(view, written.tokens.start) || pair_told && the_aim_is(view, written.tokens.start)) {
            return None;
        }
        let pair = |f: &Frame| f.reporter.zip(f.partner).filter(|(a, b)| *a != Party::WORLD && *b != Party::WORLD);
        if let Some(between) = self.between.as_ref().filter(|f| pair(f).is_some()) {
            return Some(between.clone());
        }
        let told =
            (recent.indicator.is_one_way() || recent.indicator == Indicator::Balance) && recent.commodity.is_none();
        pair(recent).filter(|_| told)?;
        Some(Frame { indicator: Indicator::Turnover, deficit: false, share: false, spoken: None, ..recent.clone() })
    }
}

/// *The two presidents want to lift it to $1 billion*, *Presidents Kim and Yeltsin hope for ...*: whether those who act for both
/// countries aim at the figure that begins at token `start`.
pub fn both_aim(view: &View<'_>, start: usize) -> bool {
    let told = view.figures().map(|q| q.tokens.end).rfind(|end| *end <= start);
    let from = told.unwrap_or(view.range.start).max(view.range.start);
    if we_agreed(view, from..start) {
        return true;
    }
    let Some(actor) = (from..start).find(|at| acts_for_a_country(view.norm(*at)) && stand_for_both(view, *at)) else {
        return false;
    };
    let parted = |at: usize| matches!(view.norm(at), ";" | ":" | "." | "\u{201d}" | "\u{201c}" | "\"");
    let party = |a: &Actor| (actor..start).contains(&a.at) && a.takes_part() && a.rule == "name";
    (actor + 1..start).any(|at| aims(view.norm(at)))
        && !(actor + 1..start).any(parted)
        && !view.actors.iter().any(party)
}

/// *the leaders*, *both sides*, *Presidents A and B*, *President A and President B*: whether a word for who acts for a country
/// stands for those of two, at the head of what is told.
fn stand_for_both(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    let opens = |at: usize| {
        at == view.range.start
            || matches!(view.norm_before(at, 1), "," | "that" | "\u{201c}" | "\"" | "and" | "but" | "which" | "by")
    };
    let first = (at.saturating_sub(3)..at)
        .find(|at| is_article(view.norm(*at)) || matches!(view.norm(*at), "both" | "two" | "their"))
        .unwrap_or(at);
    if word.ends_with('s') || word.ends_with("men") {
        return opens(first);
    }
    // *President Kim and President Yeltsin*, *the sultan and his guest*
    let joined = (at + 1..at + 6).find(|at| view.norm(*at) == "and");
    let second = joined.is_some_and(|and| {
        (and + 1..and + 4)
            .any(|at| acts_for_a_country(view.norm(at)) || matches!(view.norm(at), "guest" | "host" | "counterpart"))
    });
    opens(first) && second
}

/// *We have agreed on $3 billion*: who speaks for one of the two has settled it with the other.
fn we_agreed(view: &View<'_>, words: std::ops::Range<usize>) -> bool {
    let opens = |at: usize| {
        at <= view.range.start + 1 || matches!(view.norm_before(at, 1), "," | ";" | "and" | "that" | "\u{201c}")
    };
    let we = words.clone().find(|at| matches!(view.norm(*at), "we" | "they") && opens(*at));
    we.is_some_and(|we| {
        let verb = we + 1 + usize::from(matches!(view.norm(we + 1), "have" | "had"));
        view.norm(verb) == "agreed"
            && matches!(view.norm(verb + 1), "on" | "to")
            && !view.actors.iter().any(|a| (we + 1..words.end).contains(&a.at) && a.takes_part())
    })
}

/// *The aim, he said, is to return to $200 million*, *The goal is $5 billion*: whether a sentence tells of an aim whose it says not.
fn the_aim_is(view: &View<'_>, start: usize) -> bool {
    let first = view.range.start + usize::from(matches!(view.norm(view.range.start), "\u{201c}" | "\""));
    let aim = matches!(view.norm(first + 1), "aim" | "goal" | "target" | "task" | "objective" | "ambition");
    let is = |at: usize| is_or_was(view.norm(at)) || matches!(view.norm(at), "remains" | "stands");
    aim && view.norm(first) == "the"
        && (first + 2..start).any(is)
        && !view.actors.iter().any(|a| (first..start).contains(&a.at) && a.takes_part())
        && view.first_quantity(&(first..start)).is_none()
}
