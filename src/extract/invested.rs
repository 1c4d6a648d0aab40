//! Money that one country's firms put into another, however the verb or the noun beside it says so.
//!
//! | sentence | head | rule |
//! | --- | --- | --- |
//! | *Chinese firms have sunk **$3 billion** into Ethiopia* | sunk | `put_into` |
//! | ***$3 billion** of Chinese money went into Ethiopia* | went | `put_into` |
//! | *Ethiopia received **$3 billion** in investment from China* | investment | `in_investment` |
//! | *China leads the list of investors, with **$3 billion*** | investors | `among_investors` |

use super::grammar::Role;
use super::indicator::{Found, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{goes_or_comes, is_main, is_merchandise, leads_list, opens_figure};
use crate::model::Indicator;

/// *sunk $3 billion into Ethiopia*, *spent $3 billion on projects in Ethiopia*: what is put into a country.
pub fn put_into(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let sum = search.unit.is_sum();
    let (start, end) = (start_of(search), search.end());
    if !sum || is_lent(view, start, end) {
        return None;
    }
    let clause = view.clause(start);
    // *placed 12 billion euros of goods in Morocco*: sold there.
    let sold = |at: usize| is_merchandise(view.norm(at)) || view.norm(at) == "exports" || view.goods_at(at).is_some();
    if matches!(view.norm(end), "of" | "worth") && (end + 1..end + 4).any(sold) {
        return None;
    }
    let put = |at: usize| {
        matches!(
            view.norm(at),
            "put"
                | "puts"
                | "putting"
                | "poured"
                | "pours"
                | "pour"
                | "pouring"
                | "sunk"
                | "sank"
                | "sink"
                | "sinking"
                | "pumped"
                | "pump"
                | "pumping"
                | "ploughed"
                | "plough"
                | "plowed"
                | "plow"
                | "injected"
                | "inject"
                | "injecting"
                | "placed"
                | "place"
                | "channelled"
                | "channeled"
                | "channel"
                | "funnelled"
                | "funneled"
                | "committed"
                | "commit"
                | "commits"
                | "directed"
                | "plunked"
        )
    };
    // The figure is the verb's object, and a country or a place of work stands behind *into*.
    let verb = (start.saturating_sub(4).max(clause.start)..start).rev().find(|at| put(*at)).filter(|verb| {
        (verb + 1..start).all(|at| {
            matches!(
                view.norm(at),
                "a" | "another"
                    | "some"
                    | "in"
                    | "further"
                    | "an"
                    | "additional"
                    | "to"
                    | "up"
                    | "more"
                    | "than"
                    | "over"
            )
        })
    });
    let into = (end..(end + 7).min(clause.end)).find(|at| {
        matches!(view.norm(*at), "into")
            || verb.is_some_and(|v| matches!(view.norm(v), "placed" | "place" | "committed" | "commit" | "commits"))
                && matches!(view.norm(*at), "in" | "to")
    });
    if let (Some(verb), Some(into)) = (verb, into)
        && leads_to_country(view, into, clause.end)
    {
        return told(search, verb, Indicator::Investment, Class::VerbOut);
    }
    // *$3 billion of Chinese money went into Ethiopia*, *Chinese capital worth $3 billion has gone into Ethiopia*
    let money = |at: usize| matches!(view.norm(at), "money" | "capital" | "funds" | "equity");
    let of_money = (end..end + 5).any(|at| money(at) && at < clause.end)
        || (start.saturating_sub(3).max(clause.start)..start).any(|at| money(at) && view.norm(at + 1) != "goods");
    let goes = |at: usize| {
        goes_or_comes(view.norm(at))
            || matches!(view.norm(at), "gone" | "flowed" | "flown" | "poured" | "flows" | "invested" | "moved")
    };
    let verb = (end..(end + 9).min(clause.end)).find(|at| goes(*at)).filter(|_| of_money)?;
    let into = (verb + 1..(verb + 3).min(clause.end)).find(|at| matches!(view.norm(*at), "into" | "in" | "to"))?;
    leads_to_country(view, into, clause.end).then(|| told(search, verb, Indicator::Investment, Class::Noun))?
}

/// *Austrian investors held 1.29 billion euros of the capital of Bosnia*, *Singapore firms pledged $170 million to Rwanda*: money of one
/// country's firms in another, whatever verb tells of it.
pub fn of_firms(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    if is_lent(view, start, end) {
        return None;
    }
    let clause = view.clause(start);
    let firms = |at: &usize| {
        matches!(
            view.norm(*at),
            "firms" | "companies" | "investors" | "investor" | "conglomerates" | "groups" | "developers" | "capital"
        ) || view.norm(*at).starts_with("invest")
    };
    let at = clause.clone().find(firms)?;
    let put = |at: usize| {
        matches!(
            view.norm(at),
            "held"
                | "hold"
                | "holds"
                | "pledged"
                | "pledge"
                | "pledges"
                | "spent"
                | "spend"
                | "spends"
                | "committed"
                | "put"
                | "placed"
                | "own"
                | "owned"
                | "earmarked"
                | "brought"
                | "staked"
                | "ploughed"
                | "sank"
                | "sunk"
        )
    };
    let verb = (clause.start..end).rev().find(|at| put(*at))?;
    let host = view.actors.iter().find(|a| {
        a.at >= end
            && clause.contains(&a.at)
            && a.party.is_country()
            && matches!(a.role, Role::In | Role::To | Role::Of)
    })?;
    let whose =
        view.actors.iter().any(|a| a.party != host.party && a.end <= verb && clause.contains(&a.at) && a.end + 2 >= at);
    whose.then(|| told(search, verb, Indicator::Investment, Class::VerbOut))?
}

/// *Foreigners put less money into Georgia last year*: the country that money is told to be put into, in a sentence without a figure.
pub fn host_told(view: &View<'_>) -> Option<crate::model::Party> {
    let into = view.range.clone().find(|at| view.norm(*at) == "into")?;
    let near = into.saturating_sub(6).max(view.range.start)..into;
    let money = near.clone().any(|at| matches!(view.norm(at), "money" | "capital" | "funds"));
    let put = near.into_iter().any(|at| {
        matches!(
            view.norm(at),
            "put" | "puts" | "poured" | "pour" | "sank" | "sunk" | "ploughed" | "invested" | "brought"
        )
    });
    let host = view.actors.iter().find(|a| view.phrase_start(a) == into + 1 && a.party.is_country())?;
    (money && put).then_some(host.party)
}

/// *a loan of*, *in aid*: money that is put into nothing.
fn is_lent(view: &View<'_>, start: usize, end: usize) -> bool {
    let lent = |at: usize| {
        matches!(
            view.norm(at),
            "loan"
                | "loans"
                | "aid"
                | "credit"
                | "credits"
                | "grant"
                | "grants"
                | "debt"
                | "bonds"
                | "budget"
                | "reserves"
                | "assistance"
                | "donation"
                | "fund"
                | "bailout"
                | "stocks"
                | "shares"
                | "bank"
                | "banks"
                | "banking"
                | "liquidity"
                | "deposit"
                | "deposits"
        )
    };
    (start.saturating_sub(4)..end + 6).any(lent)
}

/// Whether a country stands among the few tokens behind token `into`, on its own or as whose mines or plants they are.
fn leads_to_country(view: &View<'_>, into: usize, end: usize) -> bool {
    let place = |at: usize| {
        view.actors.iter().any(|a| a.at == at && a.party.is_country())
            || matches!(
                view.norm(at),
                "country" | "mainland" | "island" | "kingdom" | "republic" | "continent" | "economy"
            )
    };
    (into + 1..(into + 7).min(end)).any(place)
}

/// *Turkish money in Ethiopia is put at $3 billion*, *Japanese projects worth $172 million were carried out in Malaysia*: what those of
/// one country have in another, whatever tells the amount.
pub fn money_in(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let clause = view.clause(start);
    if is_lent(view, start, end)
        || clause
            .clone()
            .any(|at| matches!(view.norm(at), "bank" | "banks" | "bonds" | "shares" | "accounts" | "deposits"))
    {
        return None;
    }
    let money = |at: &usize| {
        matches!(view.norm(*at), "money" | "capital" | "projects" | "ventures")
            && view.actors.iter().any(|a| {
                a.end == *at && a.party.is_country() && !matches!(a.role, Role::In | Role::To | Role::From)
                    // *Japanese manufacturing projects*
                    || a.end + 1 == *at && matches!(view.norm(*at), "projects" | "ventures") && a.party.is_country() && a.role != Role::In
            })
    };
    // *Taiwan has 2,500 investment projects worth $32 billion in Vietnam*
    let has = |at: &usize| {
        matches!(view.norm(*at), "projects" | "ventures")
            && view.actors.iter().any(|a| {
                a.role == Role::Subject
                    && a.party.is_country()
                    && clause.contains(&a.at)
                    && a.end <= *at
                    && *at <= a.end + 9
            })
    };
    let at = (clause.start..start).find(|at| money(at) || has(at))?;
    let host = |range: std::ops::Range<usize>| {
        view.actors.iter().any(|a| range.contains(&a.at) && a.role == Role::In && a.party.is_country())
    };
    // *money in Ethiopia, put at $3 billion*
    let near = host(at + 1..at + 4);
    // *Turkish contractors carried out 29 projects worth $775 million*, whoever the hosts are
    let done = |at: &usize| has(at) && view.norm(*at) == "projects" && view.norm(at + 1) == "worth";
    let hosted = || host(end..(end + 10).min(clause.end)) || done(&at);
    let worth = view.norm_before(start, 1) == "worth" && start - at <= 4 && hosted();
    let headed = view.heads.iter().any(|h| {
        (at + 1..start).contains(&h.at) && h.class == Class::Noun && h.indicator() != Some(Indicator::Investment)
    });
    ((near || worth) && !headed).then(|| told(search, at, Indicator::Investment, Class::Noun))?
}

/// *received $3 billion in direct investment*, *a quarter of the FDI*: the investment right behind its figure.
pub fn in_investment(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    if !search.unit.is_sum() || !matches!(view.norm(end), "in" | "of" | "worth" | "as") {
        return None;
    }
    let end = end + usize::from(view.norm(end) == "worth" && view.norm(end + 1) == "of");
    let at = (end + 1..end + 7)
        .take_while(|at| !matches!(view.norm(*at), "," | "and" | "to" | "from" | "for" | "by"))
        .find(|at| {
            view.heads.iter().any(|h| {
                h.at <= *at && *at < h.end && h.indicator() == Some(Indicator::Investment) && h.class == Class::Noun
            })
        })?;
    // *in investment funds*, *of investment income*
    let other = matches!(
        view.norm(at + 1),
        "fund"
            | "funds"
            | "income"
            | "bank"
            | "banks"
            | "grade"
            | "goods"
            | "guarantees"
            | "company"
            | "companies"
            | "trust"
            | "trusts"
    );
    (!other).then(|| told(search, at, Indicator::Investment, Class::Noun))?
}

/// *ranks first among the foreign investors in Laos with $12 billion*, *$3 billion from Chinese investors*: what one of those who invest has put there.
pub fn among_investors(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let sum = search.unit.is_sum();
    // *received $3 billion from Chinese investors*
    let end = search.end();
    let from = matches!(view.norm(end), "from" | "by");
    if let Some(at) = (end + 1..end + 5).find(|at| sum && from && matches!(view.norm(*at), "investors" | "investor")) {
        return told(search, at, Indicator::Investment, Class::Noun);
    }
    // *with 413 projects and 4 billion dollars*
    let joined = view.norm_before(start, 1) == "and"
        && view.back(start, 5).any(|at| view.norm(at) == "with")
        && matches!(view.norm_before(start, 2), "projects" | "ventures" | "companies" | "firms");
    if !sum
        || !(joined
            || opens_figure(view.norm_before(start, 1))
            || matches!(view.norm_before(start, 1), "of" | "investing"))
    {
        return None;
    }
    if let Some(at) = present_with(search) {
        return told(search, at, Indicator::Investment, Class::Noun);
    }
    let investors = |at: &usize| {
        view.norm(*at) == "investors"
            && (at.saturating_sub(4)..*at)
                .any(|at| is_main(view.norm(at)) || matches!(view.norm(at), "among" | "amongst" | "of"))
    };
    let at = view.range.clone().find(investors)?;
    let ranks = |at: usize| {
        is_main(view.norm(at))
            || leads_list(view.norm(at))
            || matches!(
                view.norm(at),
                "first"
                    | "second"
                    | "third"
                    | "fourth"
                    | "fifth"
                    | "leads"
                    | "heads"
                    | "tops"
                    | "list"
                    | "ranks"
                    | "ranked"
                    | "ranking"
            )
    };
    let class = if joined || view.norm_before(start, 1) == "(" { Class::Agent } else { Class::Noun };
    view.range.clone().any(ranks).then(|| told(search, at, Indicator::Investment, class))?
}

/// *Danish investors are present in the country with $14 million*, *Danish firms have 40 projects there with $14 million*: the noun of those of
/// one country who are told to be in another with so much.
fn present_with(search: &Search<'_, '_>) -> Option<usize> {
    let view = search.view;
    let start = start_of(search);
    let clause = view.clause(start);
    let with = matches!(view.norm_before(start, 1), "with" | "and").then_some(start.checked_sub(1)?)?;
    let who = |at: &usize| {
        let firms = matches!(
            view.norm(*at),
            "investors" | "firms" | "companies" | "businesses" | "enterprises" | "entrepreneurs"
        );
        firms && view.actors.iter().any(|a| a.end == *at && a.party.is_country())
    };
    let at = (clause.start..with).find(who)?;
    let there = (at + 1..with).any(|at| matches!(view.norm(at), "present" | "active" | "represented" | "projects"));
    there.then_some(at)
}
