//! Whose goods meet the part of a country's needs that a sentence tells: those that the talk is of.
//!
//! | text | reporter | partner |
//! | --- | --- | --- |
//! | *The line moves Mozambican gas to South Africa. **90%** of South Africa's gas needs are met this way* | ZAF | MOZ |
//! | *Norway's field will produce 20 billion, enough to cover **20 per cent** of British demand* | GBR | NOR |

use super::{Asked, Sides, as_told};
use crate::extract::frame::Frame;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::view::View;
use crate::lexicon::words::is_domestic;
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Party};

/// *Qatar sent 4 million tonnes to Poland, making up 30 percent of its gas imports*, *Russia shipped 3 million tonnes to Egypt,
/// covering a third of the country's needs*: of who bought what the clause before tells, from who sold it.
pub fn needs_of_the_buyer(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let needs = asked.kind == Kind::Share && matches!(asked.indicator, Indicator::Consumption | Indicator::Imports);
    let sold = |f: &&Frame| needs && asked.same_sentence && f.indicator == Indicator::Exports;
    let Some((seller, buyer)) = asked.before.filter(sold).and_then(Frame::sold) else {
        return false;
    };
    let (Governor::Head(head), Some(quantity)) = (asked.governor, asked.quantity.and_then(|q| asked.view.quantity(q)))
    else {
        return false;
    };
    let told = buyer.is_country() && seller.is_country() && names_its(asked.view, quantity.tokens.end, head.at);
    if !told || !goes_with_the_flow(asked.view, quantity) {
        return false;
    }
    sides.reporter = as_told(buyer);
    sides.partner = as_told(seller);
    true
}

/// Whether what stands between a figure and the needs that it is a part of says whose they are by a word for who was told of.
fn names_its(view: &View<'_>, from: usize, head: usize) -> bool {
    let its = |at: usize| match view.norm(at) {
        "its" | "their" => true,
        "the" | "that" => {
            matches!(view.norm(at + 1), "country" | "nation" | "latter" | "kingdom" | "island" | "republic")
        }
        _ => false,
    };
    view.norm(from) == "of" && from + 1 < head && head <= from + 8 && its(from + 1)
}

/// Whether a part is told of the figure right before it, by a participle or by nothing but a comma: *, covering a third of*, *, or a
/// third of*, *, enough to meet a third of*.
fn goes_with_the_flow(view: &View<'_>, quantity: &QuantityMention) -> bool {
    let first = view.start_with_hedge(quantity);
    let opens = view.segment_tokens(view.segment(first)).start;
    let lead = opens..first;
    let makes_up = |at: usize| {
        meets(view.norm(at))
            || matches!(
                view.norm(at),
                "making" | "makes" | "made" | "representing" | "represents" | "equal" | "equivalent"
            )
            || view.norm(at).starts_with("account")
    };
    let named = view.actors.iter().any(|a| lead.contains(&a.at) && a.takes_part());
    let amount = view.figures().rfind(|q| q.tokens.end <= first).is_some_and(|q| !q.quantity.unit.is_ratio());
    let bare = |at: usize| matches!(view.norm(at), "or" | "which" | "is" | "some" | "about");
    amount && !named && lead.len() <= 6 && (lead.clone().any(makes_up) || lead.clone().all(bare))
}

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
