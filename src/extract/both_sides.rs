//! What two who trade mean to reach together: the sum of their trade, whatever part of it was told last.
//!
//! *Trade came to $350 million. Omani exports made up $290 million. **The two presidents** want to lift the figure to **$1 billion***

use super::assemble::Assembler;
use super::frame::Frame;
use super::grammar::Role;
use super::survey::Survey;
use super::view::{Actor, View};
use crate::lexicon::words::{acts_for_a_country, aims, is_article, is_modal, is_or_was};
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
        let start = written.tokens.start;
        let pair = |f: &Frame| f.reporter.zip(f.partner).filter(|(a, b)| *a != Party::WORLD && *b != Party::WORLD);
        let between = self.between.as_ref().filter(|f| pair(f).is_some());
        // *The total had been $5.1 billion in 2018*, behind what each sold the other.
        let summed = self.summed.is_some_and(|at| at + 1 == self.sentences);
        let each_way = self.each_way.is_some_and(|at| at + 1 == self.sentences);
        let same_pair = between.and_then(pair).zip(pair(recent)).is_some_and(|(a, b)| a == b || a == (b.1, b.0));
        let told = || {
            each_way && ranks_partners(view, start)
                || the_aim_is(view, start)
                || names_a_sum(view, start)
                || is_the_total(view, start)
                || (summed || recent.commodity.is_some() && same_pair) && aims_at_it(view, start, summed)
        };
        let two = between.and_then(pair).or(pair(recent));
        if !sum || !(both_aim(view, start) || aims_as_two(view, start, two) || between.is_some() && told()) {
            return None;
        }
        if let Some(between) = between {
            return Some(between.clone());
        }
        let flow = recent.indicator.is_one_way() || recent.indicator == Indicator::Balance;
        let goods = recent.commodity.as_ref().filter(|_| !recent.made_up);
        pair(recent).filter(|_| flow && goods.is_none())?;
        Some(Frame {
            indicator: Indicator::Turnover,
            deficit: false,
            share: false,
            spoken: None,
            commodity: None,
            ..recent.clone()
        })
    }
}

/// *Madrid and Algiers hope to be back at $10 billion*, *The two countries' target is $40 billion*: whether the two spoken of, named
/// together at the head of what is told, aim at a figure.
pub fn aims_as_two(view: &View<'_>, start: usize, pair: Option<(Party, Party)>) -> bool {
    let named = |a: &&Actor| a.end <= start && a.rule == "name" && a.takes_part();
    let mut actors = view.actors.iter().filter(named);
    let (first, second) = (actors.next(), actors.next());
    let joined = match (first, second, pair) {
        (Some(a), Some(b), Some((one, other))) if actors.next().is_none() => {
            let both = [(one, other), (other, one)].contains(&(a.party, b.party));
            let and = b.at - a.end <= 2 && (a.end..b.at).any(|at| view.norm(at) == "and");
            (both && and && a.at <= view.range.start + 1).then_some(b.end)
        }
        (None, None, Some(_)) => view.pair.and_then(|(_, span)| {
            let at = (view.range.start..start).find(|at| view.tokens[*at].span.start == span.start)?;
            (at <= view.range.start + 1 && (at..at + 3).any(|at| matches!(view.norm(at), "two" | "both")))
                .then_some(at + 1)
        }),
        _ => None,
    };
    let plain =
        |from: usize| (from..start).any(|at| aims(view.norm(at))) && view.first_quantity(&(from..start)).is_none();
    joined.is_some_and(plain)
}

/// *President Rouhani named a figure of $1 billion*, *He foresaw a volume of $1 billion*: a sum that is of nothing told but the trade.
fn names_a_sum(view: &View<'_>, start: usize) -> bool {
    let words = |back: usize| view.norm_before(start, back);
    let noun = matches!(words(2), "figure" | "volume" | "sum" | "target" | "goal" | "mark");
    let said = |at: usize| {
        aims(view.norm(at))
            || matches!(
                view.norm(at),
                "named"
                    | "mentioned"
                    | "foresaw"
                    | "foresees"
                    | "cited"
                    | "spoke"
                    | "envisaged"
                    | "expects"
                    | "expected"
            )
    };
    words(1) == "of" && noun && words(3) == "a" && (view.range.start..start).any(said)
}

/// *In 2018 the total had been $5.1 billion*: whether the whole is told, behind parts of it.
fn is_the_total(view: &View<'_>, start: usize) -> bool {
    let clause = view.clause(start).start.max(start.saturating_sub(6))..start;
    let the = clause.clone().find(|at| view.norm(*at) == "the" && view.norm(at + 1) == "total");
    the.is_some_and(|the| {
        let verb = view.norm(the + 2);
        let ends = is_or_was(verb)
            || matches!(verb, "had" | "has" | "came" | "reached" | "stood" | "amounted" | "rose" | "fell");
        ends && view.actors.iter().all(|a| !(clause.contains(&a.at) && a.takes_part()))
    })
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
    let party = |a: &Actor| (actor..start).contains(&a.at) && a.takes_part() && a.rule == "name" && a.role != Role::In;
    // *The presidents said $10 billion was possible*
    let end = view.figures().find(|q| q.tokens.start == start).map_or(start, |q| q.tokens.end);
    let within = is_or_was(view.norm(end)) && is_attainable(view.norm(end + 1));
    (within || (actor + 1..start).any(|at| aims(view.norm(at))))
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

/// *$10 billion is **possible***: that something can be reached.
fn is_attainable(word: &str) -> bool {
    matches!(word, "possible" | "realistic" | "attainable" | "achievable" | "feasible" | "reachable" | "within")
}

/// *$10 billion was possible*, *$5 billion is realistic*: whether a figure that ends at token `end` is said to be within reach.
pub fn can_be_reached(view: &View<'_>, end: usize) -> bool {
    let verb = end + usize::from(is_modal(view.norm(end)));
    let is = is_or_was(view.norm(verb)) || view.norm(verb) == "be";
    let reach = view.norm(verb + 1) != "within" || view.norm(verb + 2) == "reach";
    is && is_attainable(view.norm(verb + 1)) && reach
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
    // *The goal of $15 billion was set by the presidents*
    let of = view.norm(first + 2) == "of" && first + 4 >= start;
    aim && view.norm(first) == "the"
        && (of || (first + 2..start).any(is))
        && !view.actors.iter().any(|a| (first..start).contains(&a.at) && a.takes_part())
        && view.first_quantity(&(first..start)).is_none()
}

/// *so that turnover was 4.5 billion. The minister wants it to exceed 5 billion*: whether somebody aims at what the sentence before summed
/// up.
fn aims_at_it(view: &View<'_>, start: usize, summed: bool) -> bool {
    let it = |at: usize| {
        summed && view.norm(at) == "it"
            || matches!(view.norm(at), "figure" | "volume" | "total") && view.norm_before(at, 1) == "the"
    };
    let words = view.range.start..start;
    // *An accord will push the figure beyond $5 billion*
    let ahead = |at: usize| aims(view.norm(at)) || matches!(view.norm(at), "will" | "would" | "could" | "should");
    words.clone().any(it) && words.clone().any(ahead) && view.first_quantity(&words).is_none()
}

/// *The Netherlands ranked third with $68.5 billion*, *It remained the first partner, ahead of China (1.8 billion)*, behind what went each
/// way: whether partners are told in their rank, by no word for buyers or sellers.
fn ranks_partners(view: &View<'_>, start: usize) -> bool {
    let place =
        |at: usize| matches!(view.norm(at), "first" | "second" | "third" | "fourth" | "fifth" | "next" | "ahead");
    let opens = view.actors.iter().any(|a| a.at <= view.range.start + 1 && a.role == Role::Subject);
    let partner = (view.range.start..start).any(|at| matches!(view.norm(at), "partner" | "partners"));
    (opens || partner) && (view.range.start..start).any(place) && view.heads.is_empty()
}

/// *The president and his Korean colleague noted that turnover had trebled*, *our bilateral trade*, in a text that names one other: the
/// other one, where a sentence tells of two and names one.
pub fn other_told(view: &View<'_>, survey: &Survey, party: Party) -> Option<Party> {
    let of_two = |at: usize| {
        matches!(view.norm(at), "colleague" | "counterpart" | "bilateral" | "mutual" | "guest" | "host" | "reciprocal")
            || view.norm(at) == "way" && view.norm_before(at, 2) == "two"
    };
    survey.only_other(party).filter(|_| view.range.clone().any(of_two))
}
