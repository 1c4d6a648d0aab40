//! Goods of one country that another lets through.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Ukraine moved **55.8 bcm** of Russian gas to Europe* | transit | `let_through` |

use super::grammar::Role;
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use crate::lexicon::Class;
use crate::lexicon::words::leads_infinitive;
use crate::mention::What;
use crate::model::{Dimension, Indicator, Span};

/// *Ukraine moved 55.8 bcm of Russian gas to Europe*: who moves fuel or power that is told to be another's has it pass.
pub fn let_through(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let dimension = search.unit.measure.dimension();
    if !matches!(dimension, Dimension::Volume | Dimension::Mass | Dimension::Energy) || search.unit.is_price() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let word = view.norm(at);
    let moves = matches!(
        word,
        "moved"
            | "moves"
            | "pumped"
            | "pumps"
            | "transported"
            | "transports"
            | "carried"
            | "carries"
            | "piped"
            | "pipes"
            | "handled"
            | "handles"
            | "conveyed"
            | "conveys"
            | "forwarded"
            | "relayed"
            | "transited"
            | "transmitted"
            | "wheeled"
    ) || matches!(
        (view.norm(at.wrapping_sub(1)), word),
        ("let" | "lets", "through" | "pass") | ("passed" | "shipped", "on")
    ) || matches!(word, "move" | "pump" | "transport" | "carry" | "pipe" | "handle" | "convey" | "wheel")
        && leads_infinitive(view.norm(at.wrapping_sub(1)));
    let end = search.end();
    // *let 12 million tonnes of Azeri oil through*
    let moves =
        moves || matches!(word, "let" | "lets") && (end..end + 6).any(|at| matches!(view.norm(at), "through" | "pass"));
    if !moves || view.norm(end) != "of" {
        return None;
    }
    let owner = view.actors.iter().find(|a| (end + 1..end + 3).contains(&a.at) && a.party.is_country())?;
    let fuel = |goods: &str| matches!(goods, "natural_gas" | "crude_oil" | "oil" | "oil_products" | "electricity");
    let named = view.mentions.iter().any(|m| {
        (owner.end..owner.end + 3).contains(&m.tokens.start)
            && matches!(&m.what, What::Commodity(goods) if fuel(goods.as_str()))
    });
    let mover = view
        .actors
        .iter()
        .rfind(|a| a.end <= at && at - a.end <= 6 && matches!(a.role, Role::Subject | Role::Possessor))?;
    let another = mover.party.is_country() && mover.party != owner.party;
    (named && another).then(|| told(search, at, Indicator::Transit, Class::VerbOf))?
}
