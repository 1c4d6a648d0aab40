//! What is asked for by a tender: *is to tender on Thursday for **200,000 tonnes** of corn*.
//!
//! | sentence | slot | rule |
//! | --- | --- | --- |
//! | *holds a tender today for **120,000 tonnes** of wheat* | imports | `tendered` |
//! | *passed on its tender for **25,000 tonnes** of corn* | target | `sought_by_tender` |
//! | *is holding a tender for **100,000 tonnes** on March 24* | of no day | |

use super::indicator::{self, Search};
use super::status::{Asked, Found};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{foresees, is_load, leads_infinitive};
use crate::mention::{Expression, Mention, Part};
use crate::model::{Indicator, Status};

fn is_tender(word: &str) -> bool {
    matches!(word, "tender" | "tenders" | "tendered" | "tendering" | "retender")
}

/// *a tender for*, *has invited bids for*, *sought bids for*: the word at a token by which goods are asked for.
fn asks_by_tender(view: &View<'_>, at: usize) -> bool {
    let invited = || {
        let asks = |word: &str| {
            matches!(
                word,
                "invited"
                    | "invites"
                    | "inviting"
                    | "invite"
                    | "sought"
                    | "seeks"
                    | "seeking"
                    | "seek"
                    | "called"
                    | "requested"
            )
        };
        (1..=3).any(|back| asks(view.norm_before(at, back))) && view.norm(at + 1) == "for"
    };
    is_tender(view.norm(at)) || view.norm(at) == "bids" && invited()
}

fn buys(word: &str) -> bool {
    matches!(word, "buy" | "purchase" | "import")
}

/// The tender before token `start` that asks for what begins there, and its *for* or *to*.
fn asking(view: &View<'_>, start: usize) -> Option<(usize, usize)> {
    let near = start.saturating_sub(16).max(view.clause(start).start)..start;
    let tender = near.rev().find(|at| asks_by_tender(view, *at))?;
    let asks = |at: &usize| view.norm(*at) == "for" || leads_infinitive(view.norm(*at)) && buys(view.norm(*at + 1));
    let link = (tender + 1..(tender + 9).min(start)).find(asks)?;
    Some((tender, link))
}

/// *holds a tender today for two cargoes of wheat totalling 120,000 tonnes*, *will tender for vessels to deliver 52,500 tonnes*: what is
/// asked for is to be bought, or carried to who asks.
pub fn tendered(search: &Search<'_, '_>) -> indicator::Found {
    let view = search.view;
    let start = start_of(search);
    if !search.unit.is_bulk() {
        return None;
    }
    let (tender, link) = asking(view, start)?;
    let carried = (link + 1..start).any(|at| matches!(view.norm(at), "vessels" | "ships"));
    let loads = |at: usize| is_load(view.norm(at)) || buys(view.norm(at));
    let headed = view.heads.iter().any(|h| (link..start).contains(&h.at) && !loads(h.at));
    (!headed || carried).then(|| told(search, tender, Indicator::Imports, Class::Noun))?
}

/// *passed on its tender for 25,000 tonnes of corn*: what is asked for is not bought yet, nor only expected where it is said that it
/// will be asked for.
pub fn sought(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let quantity = view.quantity(asked.index).filter(|q| q.quantity.unit.is_bulk())?;
    let start = view.start_with_hedge(quantity);
    let (tender, link) = asking(view, start)?;
    let expected = |at: usize| foresees(view.norm(at)) || matches!(view.norm(at), "may" | "might" | "could" | "likely");
    let open = (view.clause(tender).start..tender).any(expected);
    // *the tender for 50,000 tonnes was awarded to a French house*
    let met = |at: usize| matches!(view.norm(at), "awarded" | "won" | "filled" | "met");
    let end = quantity.tokens.end;
    let done = (link + 1..start).any(|at| view.is_past(at)) || (end..view.clause(start).end.max(end)).any(met);
    (!open && !done).then(|| (Status::Target, Some(view.tokens[tender].span)))
}

/// *is holding a tender for 100,000 tonnes on March 24*, *its April 2 tender for 200,000 tonnes*: whether a day is that of the tender by
/// which the amount at token `start` is asked for.
pub fn is_its_day(view: &View<'_>, start: usize, day: &Mention, expression: Expression) -> bool {
    if !matches!(expression, Expression::In(Part::Day(..), _)) || asking(view, start).is_none() {
        return false;
    }
    let before = day.tokens.start.wrapping_sub(1);
    view.norm(before) == "on" || is_tender(view.norm(before)) || is_tender(view.norm(day.tokens.end))
}
