//! Whose goods meet the part of a country's needs that a sentence tells: those that the talk is of.
//!
//! | text | reporter | partner |
//! | --- | --- | --- |
//! | *The line moves Mozambican gas to South Africa. **90%** of South Africa's gas needs are met this way* | ZAF | MOZ |
//! | *Norway's field will produce 20 billion, enough to cover **20 per cent** of British demand* | GBR | NOR |

use super::{Asked, Sides};
use crate::extract::rule::Filled;
use crate::lexicon::words::is_domestic;
use crate::model::{Indicator, Kind, Party};

/// Words by which needs are told to be met.
fn meets(word: &str) -> bool {
    ["meet", "met", "cover", "suppl", "satisf", "provid"].iter().any(|stem| word.starts_with(stem))
}

/// Words for what a country has of its own.
fn is_own(word: &str) -> bool {
    is_domestic(word)
        || matches!(word, "own" | "locally" | "domestically" | "indigenous" | "output" | "production" | "renewables")
}

/// A part of a country's needs, met by nobody that the sentence names: by who sells to it in the talk.
pub fn by_the_flow(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.kind != Kind::Share || asked.indicator != Indicator::Consumption || sides.partner.is_some() {
        return;
    }
    let view = asked.view;
    let Some(user) = sides.reporter.as_ref().map(|f| f.value).filter(Party::is_country) else { return };
    let told = view.range.clone().any(|at| meets(view.norm(at))) && !view.range.clone().any(|at| is_own(view.norm(at)));
    let others = view.actors.iter().any(|a| a.takes_part() && a.party != user && a.party != Party::WORLD);
    if !told || others {
        return;
    }
    let sold = asked.before.and_then(|f| match f.indicator {
        Indicator::Capacity | Indicator::Transit => f.reporter.zip(f.partner),
        _ => f.sold(),
    });
    let seller = sold.filter(|(_, buyer)| *buyer == user).map(|(seller, _)| seller);
    // *Ormen Lange will produce 20 billion*, in a text of what one country sells the other.
    let maker = || {
        let made = asked.before.filter(|f| f.indicator == Indicator::Production).and_then(|f| f.reporter)?;
        asked.survey.gives_to_another(made).then_some(made)
    };
    if let Some(seller) = seller.or_else(maker).filter(|p| p.is_country() && *p != user) {
        sides.partner = Some(Filled::new(seller, "met_by_the_flow", None));
    }
}
