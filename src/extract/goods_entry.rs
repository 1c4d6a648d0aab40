//! Goods right before a figure of their own, whatever joins them.
//!
//! | text | goods |
//! | --- | --- |
//! | *exports came to $4.2 billion (timber **26 percent**, wine 14 percent)* | timber |
//! | *The largest item was wine with **$1.1 billion*** | wine |
//! | *imports included coffee for **$1.1 billion*** | coffee |

use super::commodity::Asked;
use super::countable::fits;
use super::listed::Listed;
use super::naming::named_with_tail;
use crate::lexicon::words::opens_figure;
use crate::mention::What;

/// The goods whose name ends right before a figure, over a bracket, a dash or a word such as *with*.
pub fn beside(asked: &Asked<'_, '_>) -> Listed {
    let view = asked.view;
    if !asked.indicator.is_one_way() {
        return None;
    }
    let start = view.start_with_hedge(asked.quantity);
    let goods = view.mentions.iter().rev().find(|m| m.tokens.end <= start && matches!(m.what, What::Commodity(_)))?;
    let gap = goods.tokens.end..start;
    let link = |at: usize| {
        opens_figure(view.norm(at))
            || matches!(
                view.norm(at),
                "for"
                    | "worth"
                    | "valued"
                    | "by"
                    | "up"
                    | "down"
                    | "was"
                    | "were"
                    | "dominated"
                    | "led"
                    | "came"
                    | "to"
            )
    };
    // *chiefly of grain and oil, were $1.3 billion*: of all that is set off before.
    let aside = view.norm(gap.start) == "," && matches!(view.norm(gap.start + 1), "was" | "were" | "came" | "led");
    let bare = gap.len() == 1 && matches!(view.norm(gap.start), "to" | "up" | "down" | "by" | "was" | "were");
    if gap.len() > 3 || !gap.clone().all(link) || aside || bare {
        return None;
    }
    let before = goods.tokens.start.wrapping_sub(1);
    let opens = matches!(
        view.norm(before),
        "" | ","
            | ";"
            | ":"
            | "("
            | "and"
            | "was"
            | "were"
            | "is"
            | "are"
            | "by"
            | "of"
            | "for"
            | "included"
            | "include"
            | "includes"
            | "mainly"
            | "mostly"
            | "chiefly"
            | "primarily"
            | "including"
            | "notably"
            | "with"
            | "terms"
            | "sold"
            | "bought"
            | "exported"
            | "imported"
            | "shipped"
            | "comprised"
            | "while"
            | "but"
            | "namely"
            | "especially"
            | "particularly"
    );
    // *shirts, buses and paint, some 250 million*: of all three.
    let other = |m: &crate::mention::Mention| {
        matches!(m.what, What::Commodity(_)) && m.tokens.end <= before && before <= m.tokens.end + 1
    };
    let listed = matches!(view.norm(before), "and" | ",") && view.mentions.iter().any(other);
    if !opens || listed {
        return None;
    }
    let (commodity, span) = named_with_tail(view, goods.tokens.clone())?;
    fits(asked, &commodity).then_some((Some(commodity), Some(span)))
}
