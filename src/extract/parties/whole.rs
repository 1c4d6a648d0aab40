//! Wholes of which the sentence tells a part: they come from anywhere and go to anyone.
//!
//! | sentence | other side |
//! | --- | --- |
//! | *42 percent of Japan's imports of **66 million tonnes*** | all |
//! | *produced 59 bcm, of which it exported **42 bcm*** | all |

use super::parts::{
    is_sum, part_included, part_told_behind, ranked_as, ranked_in_the_world, shipped_in_all, whole_of_part,
};
use super::{Asked, Sides, as_told};
use crate::extract::head::Head;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::lexicon::Class;
use crate::model::{Indicator, Party};

/// *42 percent of Japan's imports of 66 million tonnes*: the whole came from anywhere; so did *22 million tonnes in 2023, half of it
/// from Qatar*.
pub fn of_a_part(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    if let (Some(head), Some(quantity)) = (head, asked.quantity)
        && sides.partner.as_ref().is_some_and(|with| has_the_part(asked, quantity, head, with))
    {
        sides.partner = with_all("whole_of_a_part", head);
    }
    if let (Some(head), Some(quantity), Some(_), None) = (head, asked.quantity, &sides.reporter, &sides.partner)
        && !alone(asked.indicator)
        // *three quarters of it, some 290,000 tonnes, will come from Canada*: a part itself, whatever stands ahead.
        && (head.class == Class::Noun || head.at < asked.view.mentions[quantity].tokens.end)
        && (whole_of_part(asked, quantity, head) || part_told_behind(asked, quantity))
        // *Over 95 percent of it, $571 million, came from Kenyan sales*: the amount is that of the part.
        && !(asked.view.mentions[quantity].tokens.end..head.at).any(|at| matches!(asked.view.norm(at), "came" | "comes"))
    {
        sides.partner = with_all("whole_of_a_part", head);
    }
}

/// *Exports to Peru are a third of total Chilean exports of 60 billion*: whether who was named ahead of the part has that alone,
/// and no part in the whole that the figure is the amount of.
fn has_the_part(asked: &Asked<'_, '_>, quantity: usize, head: &Head, with: &Filled<Party>) -> bool {
    let view = asked.view;
    let Some(figure) = view.quantity(quantity).filter(|_| !alone(asked.indicator) && head.class == Class::Noun) else {
        return false;
    };
    let first = view.start_with_hedge(figure);
    let amount = head.end + 1 == first && matches!(view.norm(head.end), "of" | "worth");
    let part = view.figures().rfind(|q| q.tokens.end < head.at);
    amount
        && part.is_some_and(|part| with.span.is_some_and(|span| span.end <= part.span.start))
        && whole_of_part(asked, quantity, head)
}

/// *20 percent of the 1,858 Bcf shipped*
pub fn of_what_was_shipped(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    if let (Some(head), Some(quantity), None) = (head, asked.quantity, &sides.partner)
        && let Some(owner) = shipped_in_all(asked, quantity, head)
    {
        sides.reporter = sides.reporter.take().or(as_told(owner));
        sides.partner = with_all("whole_of_a_part", head);
    }
}

/// *42 per cent of the 450 million kg which Kenya shipped*: all that somebody named moved, told as the whole of a part, is with all.
pub fn of_what_one_moved(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let (Some(head), Some(known), None) = (head, &sides.reporter, &sides.partner) else { return };
    let written = asked.quantity.and_then(|q| view.quantity(q)).filter(|q| q.tokens.end <= head.at);
    let Some(written) = written.filter(|_| matches!(head.class, Class::VerbOut | Class::VerbIn)) else { return };
    let first = view.start_with_hedge(written);
    let part = view.norm_before(first, 1) == "the" && view.norm_before(first, 2) == "of";
    let named = view.actors.iter().any(|a| Some(a.span) == known.span && a.end == head.at && a.rule == "name");
    let which = |at: usize| matches!(view.norm(at), "which" | "that");
    if part && named && (written.tokens.end..head.at).any(which) {
        sides.partner = with_all("whole_of_a_part", head);
    }
}

/// *produced 59 bcm, of which it exported 42 bcm*: to all of them.
pub fn of_output(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let made = asked.same_sentence && asked.before.is_some_and(|f| f.indicator == Indicator::Production);
    if let (Some(head), None) = (head, &sides.partner)
        && made
        && asked.indicator == Indicator::Exports
        && head.class == Class::VerbOut
        && (head.at.saturating_sub(4)..head.at)
            .any(|at| asked.view.norm(at) == "of" && asked.view.norm(at + 1) == "which")
    {
        sides.partner = with_all("part_of_output", head);
    }
}

/// *imported 44 million tonnes, including 3 million from Qatar*
pub fn with_a_part_included(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    if let (Some(head), Some(quantity), None) = (head, asked.quantity, &sides.partner)
        && asked.indicator.is_one_way()
        && part_included(asked, quantity)
    {
        sides.partner = with_all("whole_of_a_part", head);
    }
}

/// Whom one is ranked as a seller to: a market that is named, or the world.
pub fn ranked(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let reporter = sides.reporter.as_ref().map(|f| f.value);
    let (Some(head), Some(reporter), None) = (head, reporter, &sides.partner) else { return };
    let market = ranked_as(asked, head, reporter);
    sides.partner = market.map(|a| Filled::new(a.party, "ranked_as_a_seller_to", Some(a.span)));
    if sides.partner.is_none() && ranked_in_the_world(asked, head) {
        sides.partner = with_all("ranked_in_the_world", head);
    }
}

/// *to Japan 4 million, to Korea 3 million, in all 7 million*
pub fn sum_of_a_list(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if let Some(frame) = asked.before.filter(|_| asked.same_sentence && sides.partner.is_none() && is_sum(asked)) {
        sides.reporter = sides.reporter.take().or(as_told(frame.reporter));
        sides.partner = Some(Filled::new(Party::WORLD, "sum_of_a_list", None));
    }
}

fn with_all(rule: &'static str, head: &Head) -> Option<Filled<Party>> {
    Some(Filled::new(Party::WORLD, rule, Some(head.span)))
}
