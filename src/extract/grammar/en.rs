//! English clauses and roles.

use std::ops::Range;

use super::clause::{as_clause, begins_aside, close, coordinates, ends_front, is_dash, opens_clause, splits};
use super::role::Named;
use super::verb::{is_passive, is_verb};
use super::{Grammar, Opening, Role, Segment};
use crate::lexicon::words::joins;
use crate::lexicon::{Cue, NameForm, Relation};
use crate::mention::{Mention, What};
use crate::token::{Gap, Shape, Token};

/// English.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Grammar for English {
    fn segments(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention]) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut start = sentence.start;
        let mut opening = Opening::Sentence;
        let mut at = sentence.start;
        let mut ahead = mentions.iter().peekable();
        while at < sentence.end {
            while ahead.next_if(|m| m.tokens.end <= at).is_some() {}
            if let Some(mention) = ahead.peek().filter(|m| m.tokens.contains(&at)) {
                let word = tokens[at].norm.as_ref();
                let boundary = matches!(&mention.what, What::Cues(cues)
                    if cues.contains(&Cue::Relation(Relation::Boundary)))
                    && (matches!(
                        word,
                        "while" | "whereas" | "whilst" | "but" | "although" | "though" | "yet" | "however" | "as"
                    ) || word == "with" && opens_clause(tokens, mentions, at, sentence.end));
                let end = mention.tokens.end;
                if !boundary || (tokens[at].norm == "as" && !as_clause(tokens, at, start)) {
                    at = end;
                    continue;
                }
                close(&mut segments, start..at, opening);
                let opens = if word == "with" { Opening::Comma } else { Opening::Contrast };
                (start, opening, at) = (at, opens, end);
                continue;
            }
            let token = &tokens[at];
            let next = match token.shape {
                Shape::Mark(',') if !coordinates(mentions, tokens, at) || ends_front(tokens, sentence.start, at) => {
                    Some(Opening::Comma)
                }
                Shape::Mark(';' | ':') => Some(Opening::Stop),
                // *76 percent of the sales - worth $1.2 billion - went to the EU*
                Shape::Mark('-') if begins_aside(tokens, at, sentence.end) => Some(Opening::Bracket),
                Shape::Mark('-')
                    // *(in 2015 – 9.7%)*: a dash ends what a dash began.
                    if segments.last().is_some_and(|_| opening == Opening::Bracket)
                        && start > 0
                        && tokens[start - 1].is_mark('-')
                        && is_dash(tokens, at) =>
                {
                    Some(Opening::Unbracket)
                }
                Shape::Mark('-') if token.gap > Gap::None && tokens.get(at + 1).is_some_and(|t| t.gap > Gap::None) => {
                    Some(Opening::Stop)
                }
                Shape::Mark('-') if tokens.get(at + 1).is_some_and(|t| t.is_mark('-')) => Some(Opening::Stop),
                Shape::Mark('(' | '[') => Some(Opening::Bracket),
                Shape::Mark(')' | ']') => Some(Opening::Unbracket),
                Shape::Word
                    if token.norm == "and"
                        && splits(tokens, mentions, start..at, at..sentence.end)
                        && !coordinates(mentions, tokens, at) =>
                {
                    Some(Opening::And)
                }
                _ => None,
            };
            if let Some(next) = next {
                close(&mut segments, start..at, opening);
                (start, opening) = (at + 1, next);
            }
            at += 1;
        }
        close(&mut segments, start..sentence.end, opening);
        segments
    }

    fn role(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> Role {
        Named::new(tokens, sentence, mentions, at).map_or(Role::Title, |named| named.role())
    }

    fn is_verb(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
        is_verb(tokens, sentence, mentions, at)
    }

    fn is_passive(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
        is_passive(tokens, sentence, mentions, at)
    }
}

/// Whether two parties stand side by side in a list.
pub(super) fn listed(tokens: &[Token<'_>], before: &Mention, after: &Mention) -> bool {
    // *According to StatCan, Oman produced ...* is no list.
    let named = |m: &Mention| matches!(m.what, What::Party(_, form) if form != NameForm::Office);
    if !named(before) || !named(after) {
        return false;
    }
    let between = &tokens[before.tokens.end.min(after.tokens.start)..after.tokens.start];
    !between.is_empty()
        && between.len() <= 3
        && between.iter().all(|t| joins(t.norm.as_ref()) || matches!(t.norm.as_ref(), "," | "the"))
}
