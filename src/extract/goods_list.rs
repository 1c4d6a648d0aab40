//! Lists of goods with a figure each behind a mark: what the figures are, and what stands in brackets behind them.
//!
//! | text | is |
//! | --- | --- |
//! | *Main exports: copper - **39.8%** (supplies fell by 2.9%); wool - 6%* | a share of the exports |
//! | *copper - 39.8% (supplies fell by **2.9%**)* | a change of what copper was told of |
//! | *Main exports:* over *• Copper - **39.8%*** | a share of what the line heads |

use super::below;
use super::indicator::{self, Governor, Search};
use super::kind;
use super::view::View;
use crate::lexicon::Cue;
use crate::mention::{Form, QuantityMention};
use crate::model::{Kind, Measure};

/// The token that an entry begins with whose goods stand before a figure, with no more than a dash or colon between.
fn entry(view: &View<'_>, figure: &QuantityMention) -> Option<usize> {
    let start = view.start_with_hedge(figure);
    let mark = start.checked_sub(1).filter(|at| matches!(view.norm(*at), "-" | ":") && view.range.contains(at))?;
    // *mid-5%*, *oil-15%*: no mark of a list.
    let apart = view.norm(mark) == ":" || !view.tokens[mark].is_joined();
    view.goods_before(mark).filter(|_| apart).map(|m| m.tokens.start)
}

/// Where the first entry of a list begins that the entry of a figure stands in: of several, or alone in a line below a heading.
fn list(view: &View<'_>, figure: &QuantityMention) -> Option<usize> {
    let own = entry(view, figure)?;
    let mut entries = view.figures().filter_map(|q| entry(view, q));
    let (first, more) = (entries.next()?, entries.next());
    (more.is_some() || below::is_entry(view)).then_some(first.min(own))
}

/// *Main exports: copper - 39.8%; wool - 6%*: what each makes up, where nothing before the list says that it tells of growth.
pub fn share_of_entry(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let view = asked.view;
    let figure = asked.quantity;
    let percent =
        figure.quantity.unit.measure == Measure::Percent && figure.sign.is_none() && figure.form == Form::Figure;
    let first = if percent { list(view, figure) } else { None }?;
    let moves = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.start < first);
    (!moves && !figure.quantity.value.is_negative()).then_some(((Kind::Share, 0), Some(figure.span)))
}

/// *copper - 39.8% (supplies fell by 2.9%)*, *tea ($4 million, growth by 3%)*: a bracket behind the figure of an entry goes on with it.
pub fn bracket_of_entry(search: &Search<'_, '_>) -> indicator::Found {
    let view = search.view;
    let figure = view.quantity(search.quantity)?;
    let before = view.figures().rfind(|q| q.tokens.end <= figure.tokens.start).filter(|_| search.follows)?;
    let open = before.tokens.end;
    let inside = view.norm(open) == "(" && !(open..figure.tokens.start).any(|at| view.norm(at) == ")");
    if !inside {
        return None;
    }
    list(view, before)?;
    Some((Governor::Previous, Some(view.tokens[open].span)))
}

/// *• Copper - 39.8%* below *Main exports:*: what the line above heads.
pub fn entry_below(search: &Search<'_, '_>) -> indicator::Found {
    let view = search.view;
    let figure = view.quantity(search.quantity)?;
    let ratio = figure.quantity.unit.is_ratio();
    let bullet = ratio && below::is_entry(view) && !search.follows && (search.exports_before || search.imports_before);
    let first = entry(view, figure).filter(|_| bullet)?;
    Some((Governor::Topic, Some(view.tokens[first].span)))
}
