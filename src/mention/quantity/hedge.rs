//! The words that hedge a figure, before it or behind.

use std::ops::Range;

use super::{QuantityMention, denied};
use crate::lexicon::words::{
    foresees, is_amount_noun, is_article, is_deal, is_limit, is_modal, is_or_was, is_over_or_under, is_per,
    is_threshold, records,
};
use crate::lexicon::{Cue, Kinds, Sense};
use crate::mention::measure::is_money;
use crate::mention::{Scan, period};
use crate::model::Bound;
use crate::token::{Shape, Token};

/// Reads the words around a figure that hedge it.
pub fn hedged(scan: &Scan<'_>, mut found: QuantityMention) -> QuantityMention {
    let lasting = found.everyday.is_some_and(|index| scan.is_time(index));
    if let Some((bound, tokens)) = hedge_before(scan, &found.tokens, lasting) {
        // *about a third* stays about; *more than a third* is at least.
        found.quantity.bound = bound;
        found.hedge = Some(scan.span(tokens));
    }
    let after = scan.sense(Kinds::CUE, found.tokens.end, |sense| match sense {
        Sense::Cue(Cue::BoundAfter(bound)) => Some(*bound),
        _ => None,
    });
    if let Some((bound, length)) = after
        && found.hedge.is_none()
    {
        found.quantity.bound = bound;
        found.hedge = Some(scan.span(found.tokens.end..found.tokens.end + length));
    }
    // `$65bn+`, not *65 +5.1*
    let at = found.tokens.end;
    let plus = scan.get(at).is_some_and(|t| t.is_mark('+') && t.is_joined());
    if found.hedge.is_none() && plus && !scan.get(at + 1).is_some_and(|t| t.shape == Shape::Digits) {
        found.quantity.bound = Bound::AtLeast;
        found.hedge = Some(scan.span(at..at + 1));
    }
    found
}

/// *increased up to $37 billion*, *decreased up to $82 million*: whether the *up to* at token `at` tells where the verb before it took a sum of
/// money.
fn went_up_to(scan: &Scan<'_>, at: usize, figure: &Range<usize>) -> bool {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let up_to = word(at) == "up" && word(at + 1) == "to" && at + 2 == figure.start;
    let moved = || {
        matches!(
            word(at.wrapping_sub(1)),
            "increased"
                | "decreased"
                | "grew"
                | "fell"
                | "grown"
                | "rose"
                | "risen"
                | "declined"
                | "dropped"
                | "expanded"
                | "jumped"
                | "surged"
                | "soared"
                | "increasing"
                | "growing"
                | "rising"
        )
    };
    // *fell up to $2 a barrel*
    let price = |at: usize| is_article(word(at)) || is_per(word(at));
    // *went from $30 million in 2010 up to $300 million in 2018*
    let year = |t: &Token<'_>| t.shape == Shape::Digits && t.text.len() == 4;
    let from = || {
        scan.get(at.wrapping_sub(1)).is_some_and(year)
            && (at.saturating_sub(9).max(scan.range.start)..at).any(|at| word(at) == "from")
    };
    up_to && (moved() || from()) && figure.clone().any(|at| is_money(scan, at)) && !figure.clone().any(price)
}

/// *increased by 9.3%, up to $2.2 billion*, *more than doubled - up to 81.5 million*: whether the *up to* at token `at` tells where growth
/// went that is set off right before it.
fn grown_to(scan: &Scan<'_>, at: usize) -> bool {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let Some(mark) = at
        .checked_sub(1)
        .filter(|mark| word(at) == "up" && word(at + 1) == "to" && matches!(word(*mark), "," | "-" | "–" | "—" | ")"))
    else {
        return false;
    };
    let rises = |at: usize| {
        let cue = scan.sense(Kinds::CUE, at, |s| match s {
            Sense::Cue(Cue::Direction(direction)) => Some(*direction > 0),
            _ => None,
        });
        cue.is_some_and(|(rises, _)| rises)
    };
    let much = |at: usize| {
        matches!(word(at), "%" | "percent" | "times" | "fold" | "doubled" | "tripled" | "trebled" | "quadrupled")
            || word(at) == "cent" && word(at - 1) == "per"
            || word(at).ends_with("fold")
    };
    let from = mark.saturating_sub(14).max(scan.range.start);
    let Some(growth) = (from..mark).rev().find(|at| much(*at)) else { return false };
    // A figure of its own between them is what the *up to* would go on from.
    let other = |t: &Token<'_>| t.shape == Shape::Digits && t.text.len() != 4;
    let plain = (growth + 1..mark).all(|at| !scan.get(at).is_some_and(other));
    plain && (from..=growth).any(|at| rises(at) || word(at).ends_with("led"))
}

/// *the line is able to pass 80 million tons a year*, *can pass 1.5 bcm*: whether the hedge at token `at` is a verb of what a line lets
/// through.
fn lets_through(scan: &Scan<'_>, at: usize, figure: &Range<usize>) -> bool {
    let word = |back: usize| at.checked_sub(back).and_then(|at| scan.get(at)).map_or("", |t| t.norm.as_ref());
    let able = match word(0) {
        "pass" => {
            matches!(word(1), "can" | "could" | "may")
                || word(1) == "to"
                    && matches!(word(2), "able" | "designed" | "built" | "allowed" | "ability" | "capacity")
        }
        "passing" => matches!(word(1), "of" | "for") && matches!(word(2), "capable" | "designed" | "room"),
        _ => false,
    };
    able && !figure.clone().any(|at| is_money(scan, at))
}

/// *made up as much as 6.1 per cent of exports*, *bought as many as 700 buses*: whether *as much as* over tokens `from..end` marks what is told to
/// have been so; *could take as much as 2 million tonnes* bounds.
fn made_up_as_much(scan: &Scan<'_>, from: usize, end: usize) -> bool {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let much = word(from) == "as" && end == from + 3 && word(end - 1) == "as";
    let before = |back: usize| from.checked_sub(back).filter(|at| *at >= scan.range.start).map_or("", word);
    let told = match before(1) {
        "was" | "were" | "constituted" | "comprised" | "totalled" | "totaled" | "reached" => true,
        "up" => before(2) == "made",
        "for" => before(2) == "accounted",
        "to" => matches!(before(2), "amounted" | "came"),
        _ => false,
    };
    much && told
}

/// Whether *of*, *in*, *recorded in* a period stands at token `at`.
fn period_of(scan: &Scan<'_>, at: usize) -> bool {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let at = at + usize::from(records(word(at)) || matches!(word(at), "reported" | "reached" | "achieved"));
    let at = if matches!(word(at), "of" | "in" | "for") { at + 1 } else { at };
    period::period(scan, at).is_some()
}

/// *below the 1.45 million tonnes shipped last year*, *under the 31.5 million that the contract allows*: what is told of an amount
/// that is known.
fn dealt(scan: &Scan<'_>, at: usize) -> bool {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    // *below the 3.2 million bpd rate seen in spring*
    let at = at + usize::from(is_amount_noun(word(at)) || word(at) == "total");
    matches!(
        word(at),
        "it" | "they"
            | "that"
            | "which"
            | "planned"
            | "targeted"
            | "agreed"
            | "allowed"
            | "shipped"
            | "exported"
            | "imported"
            | "sold"
            | "bought"
            | "produced"
            | "harvested"
            | "delivered"
            | "sent"
            | "earned"
            | "paid"
            | "consumed"
            | "pumped"
            | "mined"
            | "generated"
            | "loaded"
            | "lifted"
            | "burned"
            | "burnt"
            | "seen"
            | "recorded"
            | "registered"
            | "reported"
            | "posted"
            | "logged"
            | "averaged"
    )
}

/// *the 3% drop expected by economists*
fn foretold(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 2).any(|at| scan.get(at).is_some_and(|t| foresees(t.norm.as_ref())))
}

/// The hedge that ends right before a figure, over an article or *mark of*; `lasting` is a stretch of time.
pub(super) fn hedge_before(scan: &Scan<'_>, figure: &Range<usize>, lasting: bool) -> Option<(Bound, Range<usize>)> {
    let at = figure.start;
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let past_follows = || period_of(scan, figure.end) || foretold(scan, figure.end) || dealt(scan, figure.end);
    let mut end = at;
    for _ in 0..3 {
        let start = scan.range.start.max(end.saturating_sub(4));
        for from in start..end {
            let cue = scan.sense(Kinds::CUE, from, |sense| match sense {
                Sense::Cue(Cue::BoundBefore(bound)) => Some(*bound),
                _ => None,
            });
            if let Some((bound, length)) = cue
                && from + length == end
            {
                // *27 percent above the $70 billion of 2022* compares, *up 5 percent to over 7 billion* bounds.
                let compares = from > scan.range.start
                    && scan.sense(Kinds::UNIT, from - 1, |s| matches!(s, Sense::Unit(..)).then_some(())).is_some();
                // *above the 4.9 billion of January 1986* compares as well.
                // *short of the 7.8 TWh shipped in 2006*
                let over = is_over_or_under(word(end - 1))
                    || matches!(word(end - 1), "exceeded" | "exceeding")
                    || word(end - 1) == "of" && word(end.wrapping_sub(2)) == "short";
                // *a bit less than the record $923.7 billion shortfall in 2022*
                let the = end < at && word(end) == "the";
                let than = word(end - 1) == "than";
                // *more than the 3.03 million under licence a year ago*, *close to the 15.6 million shipped then*: what is
                // told as known is compared with, unless it is a mark that was passed.
                let stands = the
                    && end + 1 == at
                    && (than || bound == Bound::About && word(end - 1) == "to")
                    && !(is_threshold(word(figure.end)) || word(figure.end) == "line");
                let than = over || than;
                let known = || {
                    scan.get(end + 1).is_some_and(|t| {
                        matches!(t.norm.as_ref(), "record" | "previous" | "earlier" | "revised" | "peak" | "all")
                    })
                };
                // *exceeding by $145 million the exports of 1891*
                let exceeds = over && scan.get(end).is_some_and(|t| t.norm == "by") && end < at;
                let compares = compares || exceeds || stands || than && the && (known() || past_follows());
                // *added up to US$ 821 million* is a sum.
                // *go up to 65 bcm* moves there.
                let moves = scan.get(from).is_some_and(|t| t.norm == "up")
                    && scan.get(from.wrapping_sub(1)).is_some_and(|t| {
                        matches!(
                            t.norm.as_ref(),
                            "added"
                                | "adds"
                                | "adding"
                                | "summed"
                                | "go"
                                | "goes"
                                | "went"
                                | "gone"
                                | "going"
                                | "came"
                                | "picked"
                                | "moved"
                                | "revised"
                                | "moving"
                                | "ticked"
                                | "edged"
                                | "inched"
                                | "nudged"
                                | "crept"
                                | "pushed"
                                | "shot"
                                | "climbed"
                                | "move"
                                | "moves"
                                | "come"
                                | "comes"
                                | "climb"
                                | "edge"
                                | "inch"
                                | "creep"
                                | "push"
                        )
                    });
                // *increased up to $37 billion*, *decreased up to $82 million*: where it went.
                let moves = moves || went_up_to(scan, from, figure);
                // *earnings were up to 220 million from 110 million* moves there as well.
                let rose = scan.get(from).is_some_and(|t| t.norm == "up")
                    && is_or_was(word(from.wrapping_sub(1)))
                    && (figure.end..figure.end + 6).any(|at| word(at) == "from");
                // *traded as high as 20 dlrs* was there; only *could be as high as* bounds.
                let reached = word(end.wrapping_sub(2)) == "high"
                    && !(1..=3)
                        .any(|back| is_modal(word(from.wrapping_sub(back))) || word(from.wrapping_sub(back)) == "be");
                // *over two years* lasts that long.
                // *over a 17-mile stretch*
                let stretch = end < at && is_article(word(end)) && figure.len() > 2 && word(figure.start + 1) == "-";
                let lasts = scan.get(from).is_some_and(|t| t.norm == "over") && length == 1 && (lasting || stretch);
                // *Under a 125,000 bpd contract*
                let bound_by = word(end - 1) == "under"
                    && end < at
                    && is_article(word(end))
                    && (figure.end..figure.end + 2)
                        .any(|at| is_deal(word(at)) || matches!(word(at), "programme" | "program" | "plan" | "quota"));
                // *output above the 15.8 mln bpd ceiling*, *well over its 4.1 mln bpd quota*: set beside what is told as known.
                let aim = over && end < at && is_limit(word(figure.end));
                if bound_by || aim {
                    return None;
                }
                // *on top of the $185 billion*
                let atop = scan.get(from).is_some_and(|t| t.norm == "top")
                    && scan.get(from.wrapping_sub(1)).is_some_and(|t| matches!(t.norm.as_ref(), "on" | "the"));
                // *has handed over $38*
                let handed = scan.get(from).is_some_and(|t| t.norm == "over")
                    && ["hand", "turned", "signed", "passed"]
                        .iter()
                        .any(|stem| word(from.wrapping_sub(1)).starts_with(stem));
                // *passed on 18.7 bcm of Norwegian gas*
                let forwarded = word(from).starts_with("pass") && word(from + 1) == "on";
                if forwarded || moves || rose || lasts || atop || reached || handed || grown_to(scan, from) {
                    return None;
                }
                if lets_through(scan, from, figure) || made_up_as_much(scan, from, end) {
                    return None;
                }
                // *is unlikely to exceed 6 million tonnes*
                let bound = denied::turned(scan, from, bound);
                return (!compares).then_some((bound, from..end));
            }
        }
        if let Some(found) = denied::hedge(scan, end) {
            return Some(found);
        }
        let filler = matches!(
            scan.get(end.checked_sub(1)?)?.norm.as_ref(),
            "the" | "a" | "an" | "in" | "mark" | "of" | "level" | "record" | "total" | "by" | "worth" | "for" | "on"
        );
        if !filler || end <= scan.range.start + 1 {
            return None;
        }
        end -= 1;
    }
    None
}
