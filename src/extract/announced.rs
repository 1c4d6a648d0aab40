//! Figures told ahead of what they are: a colon, dash or comma and *that is what* stand between.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Up **7 percent** to **$4 million**: that was Ghana's trade with Peru* | turnover | `told_ahead` |
//! | ***A third**: that was Ghana's part in Peru's imports* | imports | `told_ahead` |
//! | ***5 million tonnes a year**: that is what the pipe from Baku to Ceyhan can carry* | capacity | `told_ahead` |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Governor, Search, found};
use super::told::told;
use super::view::View;
use super::whose_goods::is_told_behind;
use crate::lexicon::words::{is_line, pays, spends};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Indicator, Span};

/// How many tokens the figures take that a sentence opens with.
const OPENING: usize = 16;

/// Where what a sentence tells of the figures that it opens with begins: *that* in *Up 7 percent to $4 million: that was ...*.
pub fn behind_opening(view: &View<'_>) -> Option<usize> {
    // *MANILA - Up 7 percent*: behind the place that a wire is from.
    let dash = (view.range.start..view.range.start + 5).find(|at| view.norm(*at) == "-");
    let line = dash.filter(|dash| {
        view.mentions
            .iter()
            .any(|m| m.tokens.start == view.range.start && m.tokens.end <= *dash && matches!(m.what, What::Party(..)))
    });
    let first = line.map_or(view.range.start, |dash| dash + 1);
    let told = |at: usize| {
        view.mentions
            .iter()
            .any(|m| m.tokens.contains(&at) && matches!(m.what, What::Quantity(_) | What::Cues(_) | What::Period(_)))
            || matches!(
                view.norm(at),
                "to" | "at"
                    | "by"
                    | "about"
                    | "some"
                    | "a"
                    | "and"
                    | "or"
                    | "just"
                    | "exactly"
                    | "from"
                    | "an"
                    | "of"
                    | "nearly"
                    | "in"
            )
    };
    // Most sentences open with another word.
    let mark = (first..(first + OPENING).min(view.range.end)).find(|at| is_told_behind(view, *at) || !told(*at))?;
    (is_told_behind(view, mark) && view.first_quantity(&(first..mark)).is_some()).then_some(mark + 1)
}

/// *Up 7 percent to $4 million: that was Ghana's trade with Peru*: the noun or verb behind says what they are.
pub fn told_ahead(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let that = behind_opening(view).filter(|that| search.end() <= *that)?;
    // *what Peruvians spent on cocoa*: what is spent says nothing of what for.
    let spent = |h: &&Head| pays(view.norm(h.at)) || spends(view.norm(h.at));
    let headed = view.heads.iter().filter(|h| h.at > that && !spent(h));
    let noun = headed.clone().find(|h| h.class == Class::Noun && !matches!(h.topic, Topic::Same | Topic::Flow));
    if let Some(head) = noun.or_else(|| headed.clone().find(|h| h.topic != Topic::Same)) {
        return found(search, *head);
    }
    let line = || (that..view.range.end).find(|at| is_line(view.norm(*at)));
    let able = |at: &usize| matches!(view.norm(*at), "can" | "could" | "able" | "capable");
    if search.unit.is_rate() && (that..view.range.end).any(|at| able(&at)) {
        return line().and_then(|at| told(search, at, Indicator::Capacity, Class::Noun));
    }
    // *that is what Peruvians laid out for Ghanaian cocoa*: whose the goods are.
    let own = view.actors.iter().any(|a| a.at > that && a.role == Role::Subject);
    if own { super::whose_goods::between_two(search) } else { None }
}
