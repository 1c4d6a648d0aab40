//! The side that stays while the other varies: a text of one country's trade goes from partner to partner.
//!
//! | text | anchor |
//! | --- | --- |
//! | *Chile's trade with Peru made $3 billion, that with Japan $2 billion. Spain accounted for **$1 billion*** | CHL |
//! | *Exports to Peru were 3 million tonnes. Japan absorbed 2 million. Spain's share was **4 percent*** | CHL |

use super::Next;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::parties::{Asked, Sides, other_of};
use crate::extract::side::Side;
use crate::model::{Fact, Party};

/// How many statements back the others of a side are looked for.
const REACH: usize = 12;

/// Which side of the statement before stays: the text told it with others too, and the other side with nobody else.
fn that_stays(asked: &Asked<'_, '_>, frame: &Frame) -> Option<Side> {
    let told = |p: &Party| *p != Party::WORLD;
    let (reporter, partner) = frame.reporter.filter(told).zip(frame.partner.filter(told))?;
    let has_another = |one: Party, than: Party| {
        let with = |f: &Fact| other_of((f.reporter?, f.partner?), one).filter(told);
        let mut before = asked.facts.iter().rev().take(REACH).filter(|f| f.indicator.is_trade());
        before.any(|f| with(f).is_some_and(|other| other != than))
    };
    match (has_another(reporter, partner), has_another(partner, reporter)) {
        (true, false) => Some(Side::Reporter),
        (false, true) => Some(Side::Partner),
        _ => None,
    }
}

/// Whose market or source one is called that names no owner: the side that stays, or whom the text is about.
pub fn owner_of_rank(asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let stays = that_stays(asked, frame).and_then(|side| match side {
        Side::Reporter => frame.reporter,
        Side::Partner => frame.partner,
    });
    let lead = asked.survey.lead().or_else(|| asked.survey.owner());
    stays.or(lead.filter(|lead| [frame.reporter, frame.partner].contains(&Some(*lead))))
}

/// The next of a list beside the side that stays, where its words alone would put it in that side's place.
pub fn beside_who_stays(next: &Next<'_, '_, '_>, sides: Sides) -> Sides {
    let (asked, frame) = (next.asked, next.frame);
    let apart = asked.indicator.is_trade()
        && asked.indicator == frame.indicator
        && next.actor.party.is_country()
        && matches!(next.actor.role, Role::Subject | Role::Object | Role::Possessor | Role::Label)
        && ![frame.reporter, frame.partner].contains(&Some(next.actor.party));
    let Some(stays) = (if apart { that_stays(asked, frame) } else { None }) else { return sides };
    let place = if stays == Side::Reporter { &sides.reporter } else { &sides.partner };
    if place.as_ref().is_none_or(|f| f.value != next.actor.party) {
        // *Spain's share was 4 percent*: nor with who took the part before it.
        let other = if stays == Side::Reporter { &sides.partner } else { &sides.reporter };
        if place.is_some() || other.as_ref().is_some_and(|f| f.value == next.actor.party) {
            return sides;
        }
    }
    next.on(if stays == Side::Reporter { Side::Partner } else { Side::Reporter })
}
