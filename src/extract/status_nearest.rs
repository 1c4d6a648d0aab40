//! The word nearest to a figure that says whether it happened.

use super::agreed;
use super::aims;
use super::alike;
use super::head::Head;
use super::measured::{FORESEEN, foreseen};
use super::standing;
use super::status::{Asked, Found, is_priced};
use super::status_by_time;
use super::status_by_verb::{aim_as_subject, did_besides, done, is_promise, opens_another};
use super::status_cues::cues;
use super::view::View;
use crate::lexicon::words::{
    agrees, is_article, is_deal, is_form_of_have, is_limit, is_modal, is_or_was, is_over_or_under, is_span, offers,
};
use crate::lexicon::{Class, Cue, Marks};
use crate::mention::{Expression, Form, What};
use crate::model::Status;

/// The nearest word before the figure in its segment, or right behind it.
pub fn nearest(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let mention = &view.mentions[asked.index];
    let segment = view.segment_tokens(view.segment(mention.tokens.start));
    // *would grow 2.7% this year after shrinking 1.1% in 2023*
    let start = mention.tokens.start;
    let after = start >= 2 && view.norm(start - 2) == "after" || start >= 1 && view.norm(start - 1) == "after";
    if after && status_by_time::gone(asked).is_some() {
        return status_by_time::gone(asked);
    }
    // *out of a contractual 9.15 billion*, *its assigned 1.466 mln bpd*
    if matches!(
        view.norm(start.wrapping_sub(1)),
        "contractual" | "assigned" | "allotted" | "contracted" | "agreed" | "targeted" | "stipulated" | "guaranteed"
    ) && (is_article(view.norm(start.wrapping_sub(2))) || matches!(view.norm(start.wrapping_sub(2)), "its" | "their" | "of"))
        // *had invested a contractual 10.1 billion dollars*
        && !(view.is_past(start.wrapping_sub(3)) && is_form_of_have(view.norm(start.wrapping_sub(4))))
    {
        return Some((Status::Target, Some(view.tokens[start - 1].span)));
    }
    // *is allowed 1.517 million bpd under the pact*
    let may = view.quantity(asked.index).map_or(start, |q| view.start_with_hedge(q)).wrapping_sub(1);
    let pump = matches!(view.norm(may), "pump" | "produce") && view.norm(may.wrapping_sub(1)) == "to";
    let may = if pump { may.wrapping_sub(2) } else { may };
    if matches!(view.norm(may), "allowed" | "permitted" | "allotted" | "assigned")
        && is_or_was(view.norm(may.wrapping_sub(1)))
    {
        return Some((Status::Target, Some(view.tokens[may].span)));
    }
    // *signed a contract for 1.5 million tonnes a year*
    let first = view.quantity(asked.index).map_or(start, |q| view.start_with_hedge(q));
    let signed = is_deal(view.norm(first.wrapping_sub(2)));
    if signed && view.norm(first.wrapping_sub(1)) == "for" {
        return Some((Status::Target, Some(view.tokens[first - 2].span)));
    }
    // *a ten-year pact with Sonatrach for 2 million tonnes*, *the agreement, signed in August, is for 150 mcm*
    if let Some(at) = view.given(Marks::DEAL, || agreed::agreement_for(view, first)) {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *has signed a contract with Iran to buy 9 bcm*
    if let Some(at) = view.given(Marks::DEAL, || agreed::agreement_to(view, first)) {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *on track to break the mark of 5.386 billion reported for the whole of 2023*
    if let Some(told) = aims::reported_for(asked, mention.tokens.end) {
        return Some((Status::Actual, Some(told)));
    }
    // *versus an actual 98,000*, *down from actual imports of 758,770 tonnes last year*
    let before = first.wrapping_sub(if view.norm(first.wrapping_sub(1)) == "of" { 3 } else { 1 });
    if view.norm(before) == "actual" {
        return Some((Status::Actual, Some(view.tokens[before].span)));
    }
    // *below the 8.5 million barrels a day it had agreed with others*
    let end = mention.tokens.end;
    if matches!(view.norm(end), "it" | "they")
        && matches!(view.norm(end + 1), "had" | "has" | "have")
        && matches!(view.norm(end + 2), "agreed" | "pledged" | "promised" | "committed" | "undertaken" | "vowed")
    {
        return Some((Status::Target, Some(view.tokens[end + 2].span)));
    }
    // *of the 13 mln agreed*
    if is_limit(view.norm(mention.tokens.end))
        || matches!(
            view.norm(mention.tokens.end),
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
        || is_fixed(view, mention.tokens.end)
    {
        return Some((Status::Target, Some(view.tokens[mention.tokens.end].span)));
    }
    // *Georgia has booked 500 mcm*, *the agreed volume is 500 mcm*, *We have agreed on $30 billion*
    if let Some(at) = agreed::to_come(view, asked.index, first) {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    if let Some(at) = agreed::on_dealing(view, first) {
        return Some((Status::Target, Some(view.tokens[at].span)));
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
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *Deliveries of 500 mcm of gas to Georgia have been agreed*
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at > start);
    let behind = mention.tokens.end..next.unwrap_or(segment.end).min(segment.end);
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
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *100,000 tonnes a month has been agreed*
    let rate = matches!(view.norm(mention.tokens.end), "a" | "per") && is_span(view.norm(mention.tokens.end + 1));
    let end = mention.tokens.end + if rate { 2 } else { 0 };
    if matches!(view.norm(end), "has" | "have" | "was" | "were")
        && let Some(at) = (end + 1..end + 3).find(|at| matches!(view.norm(*at), "agreed" | "promised" | "pledged"))
    {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *agreed in December to hold its output to 15.8 mln bpd*
    let agreed = super::wording::periods(view).find(|(m, e, _)| {
        segment.contains(&m.tokens.start)
            && m.tokens.end < start
            && view.norm(m.tokens.end) == "to"
            && super::elsewhere::belongs(view, m, *e)
    });
    if let Some((time, ..)) = agreed {
        return Some((Status::Target, Some(time.span)));
    }
    // *agreed on Wednesday to reduce production by 1.2 million barrels*
    if let Some(at) = aims::agreed_to(view, segment.start..start) {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *signed investment deals worth $3 billion*, *signed letters of intent to invest $170 million*
    let worth = match (view.norm(first.wrapping_sub(2)), view.norm(first.wrapping_sub(1))) {
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
        return Some((Status::Target, Some(view.tokens[signed].span)));
    }
    // *agreed on a price of $240*, *settled on a gas price of $180*
    let price = first.wrapping_sub(2);
    let priced = matches!(view.norm(first.wrapping_sub(1)), "of" | "at") && view.norm(price) == "price";
    if priced
        && let Some(at) = (price.saturating_sub(6).max(segment.start)..price).rev().find(|at| {
            matches!(view.norm(*at), "agreed" | "settled" | "agree" | "agreeing" | "negotiated")
                && view.norm(at + 1) != "to"
        })
    {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *signed a $40bn (£21bn) deal to import gas*
    if let Some(at) = view.given(Marks::DEAL, || super::wording::deal_behind(view, asked.index)) {
        return Some((Status::Target, Some(view.tokens[at].span)));
    }
    // *expect trade, now worth $60 million, to double*
    let now = view.mentions.iter().find(|m| {
        matches!(m.what, What::Period(Expression::Now))
            && segment.contains(&m.tokens.start)
            && m.tokens.end <= mention.tokens.start
    });
    // *Venezuela's output quota is currently 1.495 million*
    let aim = (segment.start..mention.tokens.start).any(|at| matches!(view.norm(at), "quota" | "ceiling" | "target"));
    // *sees it rising from 1.8 million now to 5.2 million*
    let now = now.filter(|now| view.norm(now.tokens.end) != "to");
    if let Some(now) = now.filter(|now| !aim && mention.tokens.start - now.tokens.end <= 3) {
        return Some((Status::Actual, Some(now.span)));
    }
    // *offers 5 bcm a year of capacity* has it.
    let room = view.norm(mention.tokens.end) == "of" && view.norm(mention.tokens.end + 1) == "capacity";
    if room && offers(view.norm(first.wrapping_sub(1))) {
        return Some((Status::Actual, Some(view.tokens[first - 1].span)));
    }
    if let Some((status, span)) = cues(asked, segment.start..mention.tokens.start) {
        // *cargoes were pegged at $2.05/mmBtu*: what dealers found that they cost.
        let word = view.tokens.partition_point(|t| t.span.start < span.start);
        if status == Status::Forecast
            && view.norm(word) == "pegged"
            && matches!(view.norm(word.wrapping_sub(1)), "was" | "were")
            && view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_price())
        {
            return Some((Status::Actual, Some(span)));
        }
        if status != Status::Actual
            && let Some(did) = did_besides(view, span, start)
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
        return Some((aims::under_agreement(asked, status, span), Some(span)));
    }
    // *steps to double trade*, *wants exports to double*
    let multiple = view.quantity(asked.index).is_some_and(|q| q.form == Form::Multiple);
    if multiple && view.norm(start.wrapping_sub(1)) == "to" {
        return Some((Status::Target, Some(view.tokens[start - 1].span)));
    }
    // *We can double the volumes*
    // *crude steel output May 812,000 tonnes*: a month, no verb.
    let month = start > view.range.start && view.tokens[start - 1].text == "May";
    if is_modal(view.norm(start.wrapping_sub(1))) && !month {
        return Some((Status::Forecast, Some(view.tokens[start - 1].span)));
    }
    // *Of this the country can export up to 11 million tonnes*: what trade may come to.
    let ratio = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio());
    let trades = |h: &&Head| h.end == first && !ratio && matches!(h.class, Class::VerbOut | Class::VerbIn);
    let verb = view.heads.iter().find(trades);
    if let Some(may) = verb.map(|h| h.at.wrapping_sub(1)).filter(|at| matches!(view.norm(*at), "can" | "could" | "may"))
    {
        return Some((Status::Forecast, Some(view.tokens[may].span)));
    }
    // *expanded only 2.3 percent against the 7.5 percent goal*: a verb before the figure says that it happened.
    let told = view
        .cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()))
        .any(|(_, m)| (segment.start..mention.tokens.start).contains(&m.tokens.start) && view.is_past(m.tokens.start));
    if told {
        return None;
    }
    // *Last year it imported 700,000 barrels a day, and this step will ...*
    if status_by_time::told_of_past(asked, &(view.clause(start).start..start)) {
        return None;
    }
    // *is down 2.4 percent and would have fallen more*, *was $45 billion and it is expected to grow*
    let end = (mention.tokens.end..segment.end)
        .find(|at| {
            matches!(view.norm(*at), "and" | "but")
                // *in trade between Turkey and Iran is expected*
                && !(segment.start..*at).any(|word| view.norm(word) == "between")
                && (at + 1..at + 3)
                    .any(|verb| is_modal(view.norm(verb)) || matches!(view.norm(verb), "is" | "are"))
        })
        .unwrap_or(segment.end);
    // *rose 4 percent on fears that Russia may cut supplies*: what is feared or told beside it is another matter.
    let end = (mention.tokens.end..end).find(|at| opens_another(view, *at)).unwrap_or(end);
    // *received just 60,000 tonnes against 250,000 tonnes contracted for the month*: of what this is measured against.
    let set_against = |q: &usize| {
        let first = view.quantity(*q).map_or(0, |q| view.start_with_hedge(q));
        let inside = (mention.tokens.end..end).contains(&view.mentions[*q].tokens.start);
        let at = alike::compared_at(view, first).filter(|_| inside)?;
        matches!(view.norm(at), "against" | "versus" | "with" | "to" | "of").then_some(at)
    };
    let end = match view.quantities.iter().find_map(set_against) {
        Some(at) if done(view, segment.start..mention.tokens.start) => at,
        _ => end,
    };
    let (status, span) = cues(asked, mention.tokens.end..end)?;
    // *exported goods worth $30 billion in 2013 and hopes for more*: another thing that who did it does.
    let at = view.tokens.partition_point(|t| t.span.start < span.start);
    let did = || (segment.start..mention.tokens.start).any(|at| view.is_past(at));
    if (mention.tokens.end..at).any(|and| matches!(view.norm(and), "and" | "but") && and + 2 >= at) && did() {
        return None;
    }
    // *imported 30,000 tonnes under a contract that expires in August*
    let under = view.mentions.iter().any(|m| m.span == span && view.norm(m.tokens.start) == "under");
    // *38 percent of its quota* has been used.
    let at = view.tokens.partition_point(|t| t.span.start < span.start);
    let used = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio())
        && view.norm(mention.tokens.end) == "of"
        && at <= mention.tokens.end + 4
        && is_limit(view.norm(at));
    if used {
        return None;
    }
    // *sold 40,000 tonnes that it had planned to grind at home*, not *of the 6 million tonnes that Moscow had promised*
    let other = || {
        let at = view.tokens.partition_point(|t| t.span.start < span.start);
        let had = view.norm(at) == "had" || view.norm(at.wrapping_sub(1)) == "had";
        let that = (mention.tokens.end..at).any(|at| matches!(view.norm(at), "that" | "which"));
        had && that && view.norm(mention.tokens.start.wrapping_sub(1)) != "the"
    };
    if (under || other()) && done(view, segment.start..mention.tokens.start) {
        return None;
    }
    // *11.2 billion less than planned*, *2.8 million less than its target* did happen.
    let at = view.tokens.partition_point(|t| t.span.start < span.start);
    let owned = usize::from(matches!(view.norm(at.wrapping_sub(1)), "its" | "their" | "the"));
    let over = owned > 0 && is_over_or_under(view.norm(at.wrapping_sub(2)));
    if over || view.norm(at.wrapping_sub(1 + owned)) == "than" {
        return None;
    }
    // *pumped 1.8 million barrels a day in October against its OPEC quota of 1.77 million*: the aim that this is measured against.
    let next = view.quantities.iter().copied().find(|q| *q > asked.index);
    let against = next.and_then(|next| view.given(FORESEEN, || foreseen(view, next)));
    if against.is_some_and(|(_, word)| word == span) && done(view, segment.start..mention.tokens.start) {
        return None;
    }
    // *the rise in imports to 1.27 billion was in line with plans* did as well.
    let was = (mention.tokens.end..at.saturating_sub(2)).rev().find(|at| matches!(view.norm(*at), "was" | "were"));
    if was.is_some_and(|was| (was + 1..at).any(|at| matches!(view.norm(at), "with" | "of" | "on" | "the" | "under"))) {
        return None;
    }
    // *126 million tonnes, which must be sold*
    let direct = status != Status::Actual && !matches!(view.norm(at), "must" | "need" | "needs");
    direct.then(|| (aims::under_agreement(asked, status, span), Some(span)))
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
            matches!(view.norm(at), "aiming" | "planned" | "hoped" | "promised" | "targeted" | "aimed" | "pledged")
        });
    fixed || aimed
}
