//! Words by which a figure is of all partners, whoever was told of before.
//!
//! | text | words |
//! | --- | --- |
//! | *Peru sold Chile 2 million tonnes. **All** exports came to **5 million*** | *all* |
//! | *Imports **from all origins** were **5 million tonnes*** | *from all origins* |
//! | ***Counting all partners**, Peru's trade was **$5 billion*** | *counting all partners* |

use super::Asked;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{are_partners, are_states, is_article, tells_one_way};
use crate::model::{Indicator, Kind, Span};

/// The words that say that a figure is with all partners.
pub fn with_all_partners(asked: &Asked<'_, '_>) -> Option<Span> {
    if !asked.indicator.is_trade() || asked.kind == Kind::Share {
        return None;
    }
    let view = asked.view;
    if let Some(at) = counts_all(view) {
        return Some(view.tokens[at].span);
    }
    let Governor::Head(head) = asked.governor else { return None };
    if head.class != Class::Noun {
        return None;
    }
    let at = all_before(asked, &head).or_else(|| all_behind(view, &head)).or_else(|| into_the_country(asked, &head))?;
    Some(view.tokens[at].span)
}

/// *Taking all partners into account, ...*, *With all its markets counted, ...*: where the sentence opens with all of them.
fn counts_all(view: &View<'_>) -> Option<usize> {
    // *However, taking into account all partners, ...*
    let first = view.range.start;
    let start = first + 2 * usize::from(view.norm(first + 1) == ",");
    let counts = matches!(
        view.norm(start),
        "taking"
            | "counting"
            | "considering"
            | "including"
            | "adding"
            | "with"
            | "across"
            | "for"
            | "over"
            | "if"
            | "when"
    );
    if !counts {
        return None;
    }
    let all = (start + 1..start + 5).find(|at| matches!(view.norm(*at), "all" | "every"))?;
    let noun = all + 1 + usize::from(matches!(view.norm(all + 1), "the" | "its" | "their" | "of" | "other"));
    are_ends(view.norm(noun)).then_some(all)
}

/// Those whom trade is with: *partners*, *countries*.
fn are_ends(word: &str) -> bool {
    are_partners(word) || are_states(word)
}

/// *all LNG imports*, *aggregate exports*: all of a noun that names no end, in a text that is not of two.
fn all_before(asked: &Asked<'_, '_>, head: &Head) -> Option<usize> {
    let view = asked.view;
    let plain =
        tells_one_way(view.norm(head.at)) || matches!(view.norm(head.at), "purchases" | "arrivals" | "shipments");
    if !plain || matches!(view.norm(head.end), "to" | "from" | "with") || asked.survey.is_about_two() {
        return None;
    }
    let goods = view.goods_before(head.at).map_or(head.at, |m| m.tokens.start);
    goods.checked_sub(1).filter(|at| matches!(view.norm(*at), "all" | "aggregate" | "worldwide"))
}

/// *exports to all destinations*, *imports of coal from all sources*, *arrivals from everywhere*
fn all_behind(view: &View<'_>, head: &Head) -> Option<usize> {
    let leads = |at: &usize| matches!(view.norm(*at), "to" | "from" | "with");
    let at = (head.end..head.end + 5).find(leads)? + 1;
    let at = at + usize::from(is_article(view.norm(at)));
    let noun = at + 1 + usize::from(matches!(view.norm(at + 1), "the" | "its" | "other"));
    let all = matches!(view.norm(at), "all" | "every") && are_ends(view.norm(noun));
    (all || matches!(view.norm(at), "everywhere" | "anywhere")).then_some(at)
}

/// *import of flour into the country*, *imports of fuel in the republic*: what comes in from anywhere, in a sentence of its own.
fn into_the_country(asked: &Asked<'_, '_>, head: &Head) -> Option<usize> {
    if asked.indicator != Indicator::Imports || asked.same_sentence || !tells_one_way(asked.view.norm(head.at)) {
        return None;
    }
    let view = asked.view;
    let into = |at: &usize| matches!(view.norm(*at), "in" | "into" | "to") && view.norm(at + 1) == "the";
    let at = (head.end..head.end + 4).find(into)?;
    let land = matches!(view.norm(at + 2), "country" | "republic" | "nation" | "kingdom" | "state");
    let named = matches!(view.norm(at + 3), "of" | "from" | "'");
    let named = named || view.actors.iter().any(|a| a.at >= at + 3 && a.at <= at + 4);
    (land && !named).then_some(at + 2)
}
