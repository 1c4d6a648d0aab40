//! The other one of two whose trade the statement before told, where a new statement names one of them: *Serbia and China traded goods
//! worth $6.1 billion. **Serbian exports** made up $1.3 billion*.

use super::Asked;
use super::spoken_of::world_cue;
use super::taken_over::other_of;
use crate::extract::frame::Frame;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::lexicon::Class;
use crate::lexicon::words::{is_demonstrative, is_total};
use crate::model::{Decimal, Indicator, Kind, Party};
use crate::token::Shape;

/// *Serbia and China traded goods worth $6.1 billion. Serbian exports made up $1.3 billion*: with the other one, where the statement
/// before in the paragraph told the trade of two, of whom one is named again.
pub fn of_the_two_told(asked: &Asked<'_, '_>, known: &Filled<Party>) -> Option<Party> {
    // *“It is our export, over a billion,” the envoy said*: who speaks goes on of the two, in a paragraph of his own.
    let near = asked.same_line || known.rule == "home" && asked.survey.parties() <= 4;
    // *Of this, EU imports were 151 billion*, in a line of its own.
    let view = asked.view;
    let opens = view.range.clone().find(|at| view.tokens[*at].shape == Shape::Word);
    let part = opens.is_some_and(|at| {
        view.norm(at) == "of" && (is_demonstrative(view.norm(at + 1)) || is_total(view.norm(at + 2)))
    });
    known.span.filter(|_| near || part)?;
    let frame = asked.before?;
    // *Trade of the EAEU with Vietnam rose. Russia's portion of the turnover is 85 percent*: of that with Vietnam.
    let group = frame.reporter.filter(|g| !g.is_country() && *g != Party::WORLD);
    let member = group.is_some_and(|g| asked.lexicon.members(g).iter().any(|m| m.party == known.value));
    if member && frame.indicator == asked.indicator && asked.kind == Kind::Share {
        return frame.partner.filter(|p| *p != Party::WORLD);
    }
    // *EU imports from Russia surged. Germany was the biggest exporter (22 billion)*: a member's part of it.
    let flow = frame.indicator.is_one_way() && asked.indicator.is_one_way() && frame.commodity.is_none();
    let ranked = matches!(asked.governor, Governor::Head(head) if head.class == Class::Agent);
    // *and the Netherlands the biggest importer (21 billion)*
    let listed = ranked
        && flow
        && asked.same_sentence
        && frame.indicator != asked.indicator
        && frame.reporter != Some(known.value);
    if (member && flow && asked.kind != Kind::Share) || listed && frame.partner != Some(known.value) {
        return frame.partner.filter(|p| *p != Party::WORLD);
    }
    let goes_on = match frame.indicator {
        Indicator::Turnover => !frame.share,
        // *The EU's deficit with Russia was 69 billion. EU exports grew to 73 billion*
        Indicator::Balance => asked.indicator != Indicator::Balance,
        Indicator::Exports | Indicator::Imports => {
            (frame.commodity.is_none() || frame.made_up)
                && frame.indicator != asked.indicator
                && !frame.part_of_partners
        }
        _ => false,
    };
    if !goes_on || asked.kind == Kind::Share {
        return None;
    }
    if is_more_than_told(asked, frame) {
        return None;
    }
    let pair = frame.reporter.zip(frame.partner).filter(|(a, b)| *a != Party::WORLD && *b != Party::WORLD)?;
    let told = asked.indicator.is_one_way() || asked.indicator == Indicator::Balance;
    let other = other_of(pair, known.value).filter(|_| told)?;
    world_cue(asked).is_none().then_some(other)
}

/// *Germany's trade with Poland came to 170 billion. German exports fell 2 percent to 1.59 trillion*: whether a sum, or the one that a
/// growth led to, is more than the two can have traded: more than all of it, or many times what it left.
fn is_more_than_told(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    const TIMES_A_BALANCE: i64 = 10;
    let view = asked.view;
    let start = asked.quantity.map_or(0, |q| view.mentions[q].tokens.start);
    let sum = view.figures().find(|q| q.tokens.start >= start && !q.quantity.unit.is_ratio());
    let times = match frame.indicator {
        Indicator::Turnover => 1,
        Indicator::Balance => TIMES_A_BALANCE,
        _ => return false,
    };
    let told = frame.written.and_then(|w| w.in_full()).and_then(|told| told.checked_mul(Decimal::from(times)));
    let amount = sum.filter(|q| Some(q.quantity.unit) == frame.unit).map(|q| q.quantity.value);
    amount.zip(told).is_some_and(|(amount, told)| amount > told)
}
