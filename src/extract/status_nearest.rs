//! The word nearest to a figure that says whether it happened: right beside it, or before it in its segment. What stands behind it is
//! in [`status_behind`](super::status_behind).

use std::ops::Range;

use super::agreed;
use super::aims;
use super::head::Head;
use super::standing;
use super::status::{Asked, Found, is_priced};
use super::status_by_time;
use super::status_by_verb::{aim_as_subject, did_besides, done_by_foreseen, is_promise};
use super::status_cues::cues;
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{
    agrees, foretells, is_article, is_deal, is_form_of_have, is_limit, is_modal, is_or_was, is_span, offers,
};
use crate::mention::{Expression, Form, What};
use crate::model::Status;

/// Where a figure stands whose status is asked.
pub struct Place<'q, 'v, 'a> {
    pub asked: &'q Asked<'v, 'a>,
    pub view: &'v View<'a>,
    /// Its tokens.
    pub tokens: &'v Range<usize>,
    /// Those of its segment.
    pub segment: Range<usize>,
    /// Its first token with what hedges it.
    pub first: usize,
}

impl<'q, 'v, 'a> Place<'q, 'v, 'a> {
    pub fn of(asked: &'q Asked<'v, 'a>) -> Self {
        let view = asked.view;
        let tokens = &view.mentions[asked.index].tokens;
        let segment = view.segment_tokens(view.segment(tokens.start));
        let first = view.quantity(asked.index).map_or(tokens.start, |q| view.start_with_hedge(q));
        Place { asked, view, tokens, segment, first }
    }

    /// A status by the word at a token.
    fn by(&self, status: Status, at: usize) -> Found {
        Some((status, Some(self.view.tokens[at].span)))
    }
}

/// *would grow 2.7% this year after shrinking 1.1% in 2023*: a past year behind *after*.
pub fn behind_after(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    // *would grow 2.7% this year after shrinking 1.1% in 2023*
    let start = view.mentions[asked.index].tokens.start;
    let after =
        start >= 2 && view.norm_before(start, 2) == "after" || start >= 1 && view.norm_before(start, 1) == "after";
    if after { status_by_time::gone(asked) } else { None }
}

/// Words right before a figure by which it was agreed, allowed or contracted.
pub fn agreed_before(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let start = place.tokens.start;
    let first = place.first;
    // *out of a contractual 9.15 billion*, *its assigned 1.466 mln bpd*
    if matches!(
        view.norm_before(start, 1),
        "contractual" | "assigned" | "allotted" | "contracted" | "agreed" | "targeted" | "stipulated" | "guaranteed"
    ) && (is_article(view.norm_before(start, 2)) || matches!(view.norm_before(start, 2), "its" | "their" | "of"))
        // *had invested a contractual 10.1 billion dollars*
        && !(view.is_past(start.wrapping_sub(3)) && is_form_of_have(view.norm_before(start, 4)))
    {
        return place.by(Status::Target, start - 1);
    }
    // *is allowed 1.517 million bpd under the pact*
    let may = first.wrapping_sub(1);
    let pump = matches!(view.norm(may), "pump" | "produce") && view.norm_before(may, 1) == "to";
    let may = if pump { may.wrapping_sub(2) } else { may };
    if matches!(view.norm(may), "allowed" | "permitted" | "allotted" | "assigned")
        && is_or_was(view.norm_before(may, 1))
    {
        return place.by(Status::Target, may);
    }
    // *signed a contract for 1.5 million tonnes a year*
    let signed = is_deal(view.norm_before(first, 2));
    if signed && view.norm_before(first, 1) == "for" {
        return place.by(Status::Target, first - 2);
    }
    None
}

/// *a ten-year pact with Sonatrach for 2 million tonnes*, *the agreement, signed in August, is for 150 mcm*, *has signed a contract with
/// Iran to buy 9 bcm*
pub fn agreement(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let told = agreed::agreement_for(place.view, place.first).or_else(|| agreed::agreement_to(place.view, place.first));
    told.and_then(|at| place.by(Status::Target, at))
}

/// Words right beside a figure that is told to have come to pass, or to have been agreed or aimed at.
pub fn told_beside(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let (start, end) = (place.tokens.start, place.tokens.end);
    let segment = &place.segment;
    let first = place.first;
    // *on track to break the mark of 5.386 billion reported for the whole of 2023*
    if let Some(told) = aims::reported_for(asked, end) {
        return Some((Status::Actual, Some(told)));
    }
    // *versus an actual 98,000*, *down from actual imports of 758,770 tonnes last year*
    let before = first.wrapping_sub(if view.norm_before(first, 1) == "of" { 3 } else { 1 });
    if view.norm(before) == "actual" {
        return place.by(Status::Actual, before);
    }
    // *below the 8.5 million barrels a day it had agreed with others*
    if matches!(view.norm(end), "it" | "they")
        && matches!(view.norm(end + 1), "had" | "has" | "have")
        && matches!(view.norm(end + 2), "agreed" | "pledged" | "promised" | "committed" | "undertaken" | "vowed")
    {
        return place.by(Status::Target, end + 2);
    }
    // *of the 13 mln agreed*
    if is_limit(view.norm(end))
        || matches!(
            view.norm(end),
            "agreed"
                | "promised"
                | "contracted"
                | "stipulated"
                | "foreseen"
                | "envisaged"
                | "budgeted"
                | "pledged"
                | "targeted"
                | "guaranteed"
        )
        || is_fixed(view, end)
    {
        return place.by(Status::Target, end);
    }
    // *Georgia has booked 500 mcm*, *the agreed volume is 500 mcm*, *We have agreed on $30 billion*
    if let Some(at) = agreed::to_come(view, asked.index, first) {
        return place.by(Status::Target, at);
    }
    if let Some(at) = agreed::on_dealing(view, first) {
        return place.by(Status::Target, at);
    }
    // *It was agreed that trade be brought to $30 billion*
    if view.norm(segment.start) == "it"
        && let Some(at) = (segment.start + 2..segment.start + 5).find(|at| {
            matches!(
                view.norm(*at),
                "agreed" | "decided" | "planned" | "envisaged" | "resolved" | "stipulated" | "intended"
            ) && matches!(view.norm(at + 1), "that" | "to")
        })
        && at < start
    {
        return place.by(Status::Target, at);
    }
    // *Deliveries of 500 mcm of gas to Georgia have been agreed*
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at > start);
    let behind = end..next.unwrap_or(segment.end).min(segment.end);
    let settled = |at: &usize| {
        let helps = |at: usize| is_or_was(view.norm(at)) || view.norm(at) == "been";
        matches!(
            view.norm(*at),
            "agreed" | "promised" | "pledged" | "envisaged" | "planned" | "negotiated" | "discussed"
        ) && helps(at - 1)
    };
    if let Some(at) = behind.clone().find(settled)
        && !(segment.start..start).any(|at| view.is_past(at))
        && !behind.clone().any(|at| matches!(view.norm(at), "that" | "which" | "than" | "as"))
    {
        return place.by(Status::Target, at);
    }
    // *100,000 tonnes a month has been agreed*
    let rate = matches!(view.norm(end), "a" | "per") && is_span(view.norm(end + 1));
    let end = end + if rate { 2 } else { 0 };
    if matches!(view.norm(end), "has" | "have" | "was" | "were")
        && let Some(at) = (end + 1..end + 3).find(|at| matches!(view.norm(*at), "agreed" | "promised" | "pledged"))
    {
        return place.by(Status::Target, at);
    }
    None
}

/// *agreed in December to hold its output to 15.8 mln bpd*: a time between what was done and what to.
pub fn agreed_then(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let start = place.tokens.start;
    let segment = &place.segment;
    let agreed = super::wording::periods(view).find(|(m, e, _)| {
        segment.contains(&m.tokens.start)
            && m.tokens.end < start
            && view.norm(m.tokens.end) == "to"
            // *agreed starting in 1994 to ship 2 million tonnes*
            && (super::elsewhere::belongs(view, m, *e)
                || (2..=4).any(|back| agrees(view.norm_before(m.tokens.start, back)))
                    && matches!(view.norm_before(m.tokens.start, 2), "starting" | "beginning"))
    });
    agreed.map(|(time, ..)| (Status::Target, Some(time.span)))
}

/// What was agreed on or signed before the figure, of which it is the worth, the price or the amount.
pub fn signed(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let start = place.tokens.start;
    let segment = &place.segment;
    let first = place.first;
    // *agreed on Wednesday to reduce production by 1.2 million barrels*
    if let Some(at) = aims::agreed_to(view, segment.start..start) {
        return place.by(Status::Target, at);
    }
    // *signed investment deals worth $3 billion*, *signed letters of intent to invest $170 million*
    let worth = match (view.norm_before(first, 2), view.norm_before(first, 1)) {
        (_, "worth" | "totalling" | "totaling") => Some(first - 1),
        ("valued", "at") | ("to", "invest" | "buy" | "purchase" | "supply" | "import" | "export" | "sell") => {
            Some(first - 2)
        }
        _ => None,
    };
    let deal = |at: usize| {
        is_deal(view.norm(at))
            || matches!(
                view.norm(at),
                "memorandum" | "memoranda" | "memorandums" | "mou" | "mous" | "letters" | "letter"
            )
    };
    if let Some(worth) = worth
        && let Some(signed) = (worth.saturating_sub(9).max(segment.start)..worth)
            .rev()
            .find(|at| agrees(view.norm(*at)) || matches!(view.norm(*at), "sign" | "signing" | "inked"))
        && (signed + 1..worth).any(deal)
        && !(signed + 1..worth).any(|at| matches!(view.norm(at), "trade" | "turnover" | "covering"))
    {
        return place.by(Status::Target, signed);
    }
    // *agreed on a price of $240*, *settled on a gas price of $180*
    let price = first.wrapping_sub(2);
    let priced = matches!(view.norm_before(first, 1), "of" | "at") && view.norm(price) == "price";
    if priced
        && let Some(at) = (price.saturating_sub(6).max(segment.start)..price).rev().find(|at| {
            matches!(view.norm(*at), "agreed" | "settled" | "agree" | "agreeing" | "negotiated")
                && view.norm(at + 1) != "to"
        })
    {
        return place.by(Status::Target, at);
    }
    None
}

/// *signed a $40bn (£21bn) deal to import gas*
pub fn deal_behind(asked: &Asked<'_, '_>) -> Found {
    let at = super::wording::deal_behind(asked.view, asked.index)?;
    Some((Status::Target, Some(asked.view.tokens[at].span)))
}

/// *expect trade, now worth $60 million, to double*: what is so now.
pub fn so_now(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let start = place.tokens.start;
    let segment = &place.segment;
    let now = view.mentions.iter().find(|m| {
        matches!(m.what, What::Period(Expression::Now)) && segment.contains(&m.tokens.start) && m.tokens.end <= start
    });
    // *The government now aims to reach 1.5 million*
    let aims = now.and_then(|now| cues(asked, now.tokens.end..start)).is_some_and(|(s, _)| s != Status::Actual);
    // *The ministry now projects 190 billion for the year*
    let aims = aims || now.is_some_and(|now| foretells(view.norm(now.tokens.end)));
    // *sees it rising from 1.8 million now to 5.2 million*
    let now = now.filter(|_| !aims).filter(|now| view.norm(now.tokens.end) != "to" && start - now.tokens.end <= 3)?;
    // *Venezuela's output quota is currently 1.495 million*
    let aim = (segment.start..start).any(|at| matches!(view.norm(at), "quota" | "ceiling" | "target"));
    (!aim).then_some((Status::Actual, Some(now.span)))
}

/// *offers 5 bcm a year of capacity* has it.
pub fn has_room(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let end = place.tokens.end;
    let first = place.first;
    let room = view.norm(end) == "of" && view.norm(end + 1) == "capacity";
    if room && offers(view.norm_before(first, 1)) { place.by(Status::Actual, first - 1) } else { None }
}

/// The last word before the figure that tells what is planned, foreseen or done, and what it says of this one.
pub fn told_before(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let start = place.tokens.start;
    let (status, span) = cues(asked, place.segment.start..start)?;
    // *cargoes were pegged at $2.05/mmBtu*: what dealers found that they cost.
    let word = view.tokens.partition_point(|t| t.span.start < span.start);
    if status == Status::Forecast
        && view.norm(word) == "pegged"
        && matches!(view.norm_before(word, 1), "was" | "were")
        && view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_price())
    {
        return Some((Status::Actual, Some(span)));
    }
    if status != Status::Actual
        && let Some(did) = did_besides(view, span, start).or_else(|| done_by_foreseen(view, span, start))
    {
        return Some((Status::Actual, Some(did)));
    }
    if status == Status::Actual
        && let Some((aim, named)) = aim_as_subject(asked, span)
    {
        return Some((aim, Some(named)));
    }
    // *could trim output next year after prices touched a low of $28*
    if status != Status::Actual
        && let Some(why) = standing::reason(view, span, start)
    {
        return Some((Status::Actual, Some(why)));
    }
    if status == Status::Forecast && (is_promise(asked, span) || is_priced(asked, span)) {
        return Some((Status::Target, Some(span)));
    }
    Some((aims::under_agreement(asked, status, span), Some(span)))
}

/// *wants exports to double*, *We can double the volumes*, *can export up to 11 million tonnes*: a helping verb at the figure or at its own.
pub fn able(asked: &Asked<'_, '_>) -> Found {
    let place = Place::of(asked);
    let view = place.view;
    let (start, first) = (place.tokens.start, place.first);
    // *steps to double trade*, *wants exports to double*
    let multiple = view.quantity(asked.index).is_some_and(|q| q.form == Form::Multiple);
    if multiple && view.norm_before(start, 1) == "to" {
        return place.by(Status::Target, start - 1);
    }
    // *We can double the volumes*
    // *crude steel output May 812,000 tonnes*: a month, no verb.
    let month = start > view.range.start && view.tokens[start - 1].text == "May";
    if is_modal(view.norm_before(start, 1)) && !month {
        return place.by(Status::Forecast, start - 1);
    }
    // *Of this the country can export up to 11 million tonnes*: what trade may come to.
    let ratio = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio());
    let trades = |h: &&Head| h.end == first && !ratio && matches!(h.class, Class::VerbOut | Class::VerbIn);
    let verb = view.heads.iter().find(trades);
    // *exports in May reached 40,000 tonnes*: a month here too.
    let helps = |at: &usize| matches!(view.norm(*at), "can" | "could" | "may") && !view.is_dated(*at);
    if let Some(may) = verb.map(|h| h.at.wrapping_sub(1)).filter(helps) {
        return place.by(Status::Forecast, may);
    }
    None
}

/// *short of the 21 million fixed in the contract*, *the 820,000 it had been aiming for*: whether the words at token `end` say that the
/// figure before them was agreed or aimed at.
fn is_fixed(view: &View<'_>, end: usize) -> bool {
    let fixed =
        matches!(view.norm(end), "fixed" | "set" | "laid" | "written" | "named" | "planned" | "scheduled" | "due")
            && matches!(view.norm(end + 1), "in" | "by" | "under" | "down" | "for")
            && (end + 1..end + 5).any(|at| {
                is_deal(view.norm(at)) || matches!(view.norm(at), "treaty" | "protocol" | "plan" | "programme")
            });
    let aimed = matches!(view.norm(end), "it" | "they" | "had")
        && (end..end + 5).any(|at| {
            matches!(
                view.norm(at),
                "aiming"
                    | "planned"
                    | "hoped"
                    | "promised"
                    | "targeted"
                    | "aimed"
                    | "pledged"
                    | "contracted"
                    | "ordered"
                    | "agreed"
                    | "foreseen"
                    | "budgeted"
            )
        });
    fixed || aimed
}
