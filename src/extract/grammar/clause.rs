//! Where clauses of an English sentence begin and end.

use std::ops::Range;

use super::en::listed;
use super::{Opening, Segment};
use crate::lexicon::words::{is_about, is_modal, is_sold};
use crate::lexicon::{Class, Cue};
use crate::mention::{Mention, What};
use crate::token::{Gap, Shape, Token};

/// Whether a dash with blanks around it stands at a token.
pub fn is_dash(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].is_mark('-') && tokens[at].gap > Gap::None && tokens.get(at + 1).is_some_and(|t| t.gap > Gap::None)
}

/// Whether the dash at a token and another soon behind it set off an amount: *- worth $1.2 billion -*, *- on average $6,870 a tonne -*.
pub fn begins_aside(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let first = tokens.get(at + 1).map_or("", |t| t.norm.as_ref());
    is_dash(tokens, at)
        && (is_about(first)
            || matches!(
                first,
                "worth"
                    | "or"
                    | "on"
                    | "over"
                    | "more"
                    | "mostly"
                    | "mainly"
                    | "including"
                    | "such"
                    | "namely"
                    | "notably"
            ))
        && (at + 3..(at + 12).min(end)).any(|at| is_dash(tokens, at))
}

pub fn close(segments: &mut Vec<Segment>, tokens: Range<usize>, opening: Opening) {
    if !tokens.is_empty() {
        segments.push(Segment { tokens, opening });
    }
}

/// *as* opens a clause after a comma, not in *as much as*.
pub fn as_clause(tokens: &[Token<'_>], at: usize, start: usize) -> bool {
    at > start && tokens[at - 1].is_mark(',')
}

/// Whether the comma or *and* at `at` joins two of a kind, so that no clause ends there.
pub fn coordinates(mentions: &[Mention], tokens: &[Token<'_>], at: usize) -> bool {
    if sets_off_measure(tokens, at) {
        return true;
    }
    let next = mentions.partition_point(|m| m.tokens.start < at);
    let (Some(after), Some(before)) = (mentions.get(next), next.checked_sub(1).and_then(|p| mentions.get(p))) else {
        return false;
    };
    let near = at <= before.tokens.end + 1 && after.tokens.start <= at + 3;
    let follows_list = tokens.get(after.tokens.end).is_none_or(|t| !t.is_mark('\''));
    near && match (&before.what, &after.what) {
        (What::Party(..), What::Party(..)) => {
            listed(tokens, before, after) && follows_list && !figure_follows(mentions, next, tokens)
        }
        (What::Commodity(_), What::Commodity(_)) => true,
        _ => false,
    }
}

/// *60 percent of its exports, by volume, went to Spain*: whether the comma at `at` sets off, with another, what is counted.
fn sets_off_measure(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    let measure = |at: usize| matches!(word(at), "volume" | "value" | "weight");
    let set_off = |from: usize| {
        word(from) == "," && word(from + 1) == "by" && measure(from + 2) && word(from + 3) == ","
            || word(from) == ","
                && word(from + 1) == "in"
                && measure(from + 2)
                && word(from + 3) == "terms"
                && word(from + 4) == ","
    };
    tokens[at].is_mark(',') && (set_off(at) || (3..=4).any(|back| at >= back && set_off(at - back)))
}

/// *Kyrgyzstan $5 billion, Uzbekistan $4 billion*: the party after the comma has a figure of its own.
pub fn figure_follows(mentions: &[Mention], party: usize, tokens: &[Token<'_>]) -> bool {
    let (Some(name), Some(next)) = (mentions.get(party), mentions.get(party + 1)) else { return false };
    matches!(next.what, What::Quantity(_))
        && !tokens[name.tokens.end..next.tokens.start].iter().any(|t| matches!(t.shape, Shape::Mark(',' | ';')))
        && mentions[..party].iter().any(|m| matches!(m.what, What::Quantity(_)))
}

/// *But despite the decline in trade with the US, Chinese exports rose*, *Under a pact with Canada, Japan has bought more*: whether
/// the comma at `at` ends the phrase that the sentence from token `start` is opened by.
pub fn ends_front(tokens: &[Token<'_>], start: usize, at: usize) -> bool {
    if !tokens[at].is_mark(',') {
        return false;
    }
    let norm = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    let first = start + usize::from(matches!(norm(start), "but" | "and" | "yet" | "still"));
    let concedes =
        matches!(norm(first), "despite" | "notwithstanding") || norm(first) == "in" && norm(first + 1) == "spite";
    let sets = matches!(
        norm(first),
        "under"
            | "with"
            | "after"
            | "before"
            | "following"
            | "like"
            | "unlike"
            | "to"
            | "from"
            | "in"
            | "for"
            | "besides"
    );
    // *With Canada, Japan has agreed*, *In France, Spain and Italy sales rose*: what acts behind it has a verb of its own.
    let acts = || {
        let behind = at + 1 + usize::from(norm(at + 1) == "the");
        (behind + 1..behind + 3).any(|at| {
            is_sold(norm(at))
                || is_modal(norm(at))
                || matches!(
                    norm(at),
                    "has" | "had" | "is" | "was" | "agreed" | "bought" | "imported" | "took" | "plans" | "expects"
                )
        })
    };
    first < at && !tokens[first..at].iter().any(|t| t.is_mark(',')) && (concedes || sets && acts())
}

/// *EC imports falling to 91 million with Japanese imports falling to 89*: whether the word at `at` opens a clause about another's trade.
pub fn opens_clause(tokens: &[Token<'_>], mentions: &[Mention], at: usize, end: usize) -> bool {
    let next = mentions.partition_point(|m| m.tokens.start <= at);
    let Some([owner, rest @ ..]) = mentions.get(next..) else { return false };
    if !matches!(owner.what, What::Party(..)) || owner.tokens.start > at + 2 {
        return false;
    }
    let noun = |m: &&Mention| matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Head(_, Class::Noun))));
    rest.iter().find(noun).filter(|m| m.tokens.start <= owner.tokens.end + 5).is_some_and(|m| {
        let verb = m.tokens.end;
        verb < end
            && tokens[verb].norm.ends_with("ing")
            && mentions
                .iter()
                .any(|m| m.tokens.start > verb && m.tokens.start < end && matches!(m.what, What::Quantity(_)))
    })
}

/// Whether both sides of an *and* hold figures, or the second side heads a new statement.
pub fn splits(tokens: &[Token<'_>], mentions: &[Mention], before: Range<usize>, after: Range<usize>) -> bool {
    let figure = |range: &Range<usize>| {
        mentions.iter().any(|m| range.contains(&m.tokens.start) && matches!(m.what, What::Quantity(_)))
    };
    // *from Toyama and Niigata to dealers, 11 years old*: what *and* opens has a figure or a head before its comma.
    let comma = (after.start..after.end).find(|at| tokens[*at].is_mark(',')).unwrap_or(after.end);
    let heads = mentions.iter().any(|m| {
        (after.start..comma).contains(&m.tokens.start)
            && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Head(..) | Cue::Direction(_) | Cue::Status(_))))
    });
    figure(&before) && figure(&after) && (heads || figure(&(after.start..comma)))
}
