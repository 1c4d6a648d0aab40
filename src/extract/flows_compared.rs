//! Figures beside trade that are no trade: how many times one way is of the other, and what is carried at home.
//!
//! | sentence | is |
//! | --- | --- |
//! | *Imports were **twice** as high as exports* | one way over the other |
//! | *imports of 5.9 million tonnes and **2.4 million tonnes** domestic freight* | what crosses no border |

use super::head::Head;
use super::indicator::Governor;
use super::view::View;
use crate::mention::QuantityMention;
use crate::model::Indicator;

/// *2.4 million tonnes domestic freight*: what moves at home is no trade.
pub fn carried_at_home(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let freight =
        |word: &str| matches!(word, "freight" | "traffic" | "cargo" | "cargoes" | "transport" | "shipments" | "goods");
    matches!(view.norm(end), "domestic" | "internal") && freight(view.norm(end + 1))
}

/// *Imports were twice as high as exports*, *exports were $1 billion; its imports were eleven times as large*: how many times one way is of
/// the other.
pub fn flows_compared(view: &View<'_>, written: &QuantityMention, governor: Governor) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let times = view.norm(end) == "as"
        && matches!(view.norm(end + 1), "high" | "large" | "big" | "much" | "great")
        && matches!(view.norm(end + 2), "as" | "" | "." | "," | ";");
    if !times {
        return false;
    }
    let flow = |h: &&Head| matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports));
    let own = match governor {
        Governor::Head(head) if head.at < start => Some(head),
        _ => view.heads.iter().rfind(|h| h.at < start && flow(h)).copied(),
    };
    let Some(own) = own.filter(|h| flow(&h)) else { return false };
    let opposite = |h: &&Head| flow(h) && h.indicator() != own.indicator();
    match view.norm(end + 2) {
        "as" => view.heads.iter().any(|h| opposite(&h) && (end + 3..end + 6).contains(&h.at)),
        _ => view.heads.iter().any(|h| opposite(&h) && h.at < own.at),
    }
}
