//! Sentences without a figure or a word of trade that tell whose goods go where: those behind them go on from there.
//!
//! | sentence | flow |
//! | --- | --- |
//! | *Ghanaian cocoa is popular in Peru* | Ghana to Peru |
//! | *Peru relies on Ghana for its cocoa* | Ghana to Peru |
//! | *Kenya's ban on Tanzanian maize hit traders* | Tanzania to Kenya |

use super::dealt::relies;
use super::grammar::Role;
use super::view::{Actor, View};
use crate::mention::What;
use crate::model::{Commodity, Party};

/// A flow that a sentence tells without a figure.
pub struct Flow {
    /// The goods.
    pub goods: Commodity,
    /// Whose they are.
    pub giver: Party,
    /// Where they go.
    pub taker: Party,
}

/// The flow that a sentence of two countries and one sort of goods tells.
pub fn told(view: &View<'_>) -> Option<Flow> {
    let goods = super::goods_of_line::alone(view)?;
    let two = two_countries(view)?;
    let giver = whose(view).or_else(|| relied_on(view)).filter(|p| two.contains(p))?;
    let taker = two.into_iter().find(|p| *p != giver)?;
    // *Russian oil passes through Ukraine*: a country that is crossed takes none.
    let crossed = view.actors.iter().any(|a| a.party == taker && matches!(a.role, Role::Via | Role::Beside));
    (!crossed).then_some(Flow { goods, giver, taker })
}

/// The two countries of a sentence that names no others.
fn two_countries(view: &View<'_>) -> Option<[Party; 2]> {
    let first = view.actors.first()?.party;
    let second = view.actors.iter().map(|a| a.party).find(|p| *p != first)?;
    let both = [first, second];
    (both.iter().all(Party::is_country) && view.actors.iter().all(|a| both.contains(&a.party))).then_some(both)
}

/// The country that goods are told to be of: *Ghanaian cocoa*.
fn whose(view: &View<'_>) -> Option<Party> {
    let owned = |a: &&Actor| {
        matches!(a.role, Role::Origin | Role::Attribute)
            && view
                .mentions
                .iter()
                .any(|m| (a.end..=a.end + 1).contains(&m.tokens.start) && matches!(m.what, What::Commodity(_)))
    };
    let mut owners = view.actors.iter().filter(owned).map(|a| a.party);
    let first = owners.next()?;
    owners.all(|p| p == first).then_some(first)
}

/// The country that another relies on: *relies on Ghana for its cocoa*.
fn relied_on(view: &View<'_>) -> Option<Party> {
    let relies = |at: usize| relies(view.norm(at)) || view.norm(at) == "hooked";
    let on = view.range.clone().find(|at| relies(*at) && matches!(view.norm(at + 1), "on" | "upon"))? + 1;
    view.actors.iter().find(|a| (on + 1..=on + 2).contains(&a.at)).map(|a| a.party)
}
