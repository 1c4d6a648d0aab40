//! Ends of a flow that are told by what was named before: all the others, anywhere, the market spoken of.
//!
//! | text | partner |
//! | --- | --- |
//! | *Imports from Spain rose, those **from third countries** fell 2%* | the world |
//! | *its exports **to the market*** | the country spoken of |

use super::super::frame::Frame;
use super::super::head::Head;
use super::super::indicator::Governor;
use super::super::rule::Filled;
use super::super::view::Actor;
use super::anyone::unnamed;
use super::{Asked, Sides, as_told};
use crate::lexicon::Class;
use crate::lexicon::words::are_states;
use crate::model::{Indicator, Kind, Party, Span};

/// *those from third countries grew by 0.5%*, *sales to the rest of the world*: an end that stands beside those named before.
pub fn from_others(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    let segment = view.segment_tokens(view.segment(start));
    // *and a seven per cent fall globally*
    if let Some(at) =
        (start + 1..(start + 6).min(segment.end)).find(|at| matches!(view.norm(*at), "globally" | "worldwide"))
    {
        return Some(view.tokens[at].span);
    }
    let end = segment.end.min(start + 12);
    let at = (segment.start..end).find(|at| {
        // *The share of EU countries was 17.2 percent, of other countries 46.1*
        let of = asked.kind == Kind::Share && view.norm(*at) == "of";
        (of || matches!(view.norm(*at), "to" | "from" | "with")) && {
            let next = at + 1 + usize::from(matches!(view.norm(at + 1), "the" | "all"));
            let others = matches!(view.norm(next), "other" | "third" | "remaining")
                && (are_states(view.norm(next + 1))
                    || matches!(
                        view.norm(next + 1),
                        "markets" | "destinations" | "partners" | "suppliers" | "sources"
                    ));
            // *those from non-EU countries*
            let outside = matches!(view.norm(next), "non" | "extra") && view.norm(next + 1) == "-";
            others || outside || view.norm(next) == "rest" && view.norm(next + 1) == "of"
        }
    })?;
    // In the clause of this figure, not of one before or behind it.
    let between = view
        .quantities
        .iter()
        .map(|q| view.mentions[*q].tokens.start)
        .any(|q| at < q && q < start || start < q && q < at);
    (!between).then(|| view.tokens[at].span.join(view.tokens[at + 1].span))
}

/// *imports from all countries*, *from all sources*
pub fn from_anywhere(asked: &Asked<'_, '_>) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    asked.view.norm(head.end) == "from" && matches!(asked.view.norm(head.end + 1), "all" | "everywhere" | "anywhere")
}

/// *its exports to the market*, *on this market*: the market is the one spoken of.
pub fn to_the_market(asked: &Asked<'_, '_>) -> bool {
    asked.view.range.clone().any(|at| {
        matches!(asked.view.norm(at), "to" | "on" | "in" | "into")
            && matches!(asked.view.norm(at + 1), "the" | "this" | "that")
            && asked.view.norm(at + 2) == "market"
    })
}

/// Who stood where the partner of a flow of this direction stands.
pub fn opposite(indicator: Indicator, frame: &Frame) -> Option<Party> {
    match (frame.indicator, indicator) {
        (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports) => frame.reporter,
        (Indicator::Exports, Indicator::Exports) | (Indicator::Imports, Indicator::Imports) => frame.partner,
        (Indicator::Price, Indicator::Imports) => frame.reporter,
        (Indicator::Price, Indicator::Exports) => frame.partner,
        // *Of what Ukraine burned, Russia supplied 25.8 bcm.*
        (Indicator::Consumption, Indicator::Exports) | (Indicator::Production, Indicator::Imports) => frame.reporter,
        _ => None,
    }
}

/// Several that nobody names stand for the side that acts: the other side of what is owned or of the talk.
pub fn others(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let flow = asked.indicator.is_one_way();
    if !flow || sides.partner.is_some() {
        return;
    }
    let anyone = |span| Some(Filled::new(Party::WORLD, "unnamed", Some(span)));
    match (&sides.reporter, head.map(|h| h.class)) {
        (Some(_), Some(Class::Noun)) if asked.kind == Kind::Share => sides.partner = unnamed(asked).and_then(anyone),
        (None, Some(Class::VerbIn)) => {
            // *Others took 3 million*, behind what a country sold or what another bought from it.
            let seller = asked.before.and_then(Frame::giver_and_taker).and_then(|(giver, _)| giver);
            if let Some(span) = unnamed(asked) {
                sides.reporter = anyone(span);
                let seller = seller.unwrap_or(Party::WORLD);
                sides.partner = as_told(seller);
            }
        }
        _ => {}
    }
}

/// *Intra-African trade*, *trade of the GCC states with one another*: of its members with each other.
pub fn among_members(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if sides.partner.is_some() {
        return;
    }
    let inner = sides.reporter.as_ref().and_then(|f| {
        let actor = asked.view.actors.iter().find(|a| Some(a.span) == f.span)?;
        let intra = asked.view.norm_before(actor.at, 1) == "-" && asked.view.norm_before(actor.at, 2) == "intra";
        (!actor.party.is_country() && (intra || with_each_other(asked, actor))).then_some((actor.party, actor.span))
    });
    if let Some((party, span)) = inner {
        sides.partner = Some(Filled::new(party, "among_members", Some(span)));
    }
}

/// Whether words behind a group say that its members trade among themselves.
fn with_each_other(asked: &Asked<'_, '_>, group: &Actor) -> bool {
    let (view, end) = (asked.view, asked.view.segment_tokens(asked.view.segment(group.at)).end);
    (group.end..end.min(group.end + 10)).any(|at| match view.norm(at) {
        "with" | "between" | "among" => {
            matches!((view.norm(at + 1), view.norm(at + 2)), ("each", "other") | ("one", "another") | ("themselves", _))
        }
        _ => false,
    })
}
