//! Amounts of goods that an agreement is for: *signed a 15-year agreement with Qatar for 1.8 million tonnes of LNG*.

use super::grammar::Role;
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{agrees, is_article};
use crate::mention::What;
use crate::model::{Indicator, Span};

/// *signed a 15-year agreement with Qatar for 1.8 million tonnes of LNG a year*: who signs it with another buys, unless it is told to
/// sell or supply.
pub fn amount(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let first = start_of(search);
    let at = agreement_for(view, first).filter(|_| search.unit.is_goods())?;
    let end = search.end();
    let goods = |m: &crate::mention::Mention| {
        matches!(m.what, What::Commodity(_))
            && (m.tokens.start >= end && m.tokens.start <= end + 3 || m.tokens.end <= first)
    };
    let clause = view.clause(at);
    let with = view.actors.iter().any(|a| matches!(a.role, Role::With | Role::Between) && (at..first).contains(&a.at));
    let signs = |a: &super::view::Actor| {
        a.role == Role::Subject && clause.contains(&a.at) && a.end < at
            // *The contract between Oman and Japan is for 2 million tonnes*
            || a.role == Role::Between && (at..first).contains(&a.at)
            // *Poland's contract with Qatar provides for 2 million tonnes*
            || matches!(a.role, Role::Possessor | Role::Modifier) && a.end <= at && at - a.end <= 7
            || a.role == Role::Of && a.at > at && a.at <= at + 2
    };
    let signs = view.actors.iter().any(signs) || size_told(view, first) && search.topic;
    // *Oman and Japan have signed an accord on 2 million tonnes of LNG a year*
    let two = || {
        let mut named = view.actors.iter().filter(|a| clause.contains(&a.at) && a.end < at && a.party.is_country());
        named
            .next()
            .zip(named.next())
            .is_some_and(|(a, b)| view.norm(a.end) == "and" && view.phrase_start(b) == a.end + 1)
    };
    let with = with || two();
    let other = view.heads.iter().any(|h| {
        (clause.start..first).contains(&h.at)
            && h.indicator().is_some()
            && !matches!(view.norm(h.at), "supply" | "sale" | "sales" | "purchase")
    });
    let told_of = view.quantity(search.quantity).is_some_and(|q| q.goods.is_some()) || view.mentions.iter().any(goods);
    if other || !with || !signs || !(told_of || super::goods_by_unit::of_measure(search.unit).is_some()) {
        return None;
    }
    let sells = (at.saturating_sub(4)..at).any(|word| {
        matches!(view.norm(word), "sale" | "sales" | "export" | "supply" | "selling") && view.norm(word + 1) != "and"
    });
    let indicator = if sells { Indicator::Exports } else { Indicator::Imports };
    told(search, at, indicator, Class::Noun)
}

/// The agreement that the figure at token `first` is the size of: *a 15-year agreement with QatarEnergy for 1.8 million tonnes*, *the
/// accord, signed in August 2018, is for 150 million cubic feet*.
pub fn agreement_for(view: &View<'_>, first: usize) -> Option<usize> {
    let sized = matches!(view.norm(first.checked_sub(1)?), "for" | "on") || size_told(view, first);
    let from = first.saturating_sub(14).max(view.range.start);
    let at = (from..first).rev().find(|at| is_agreement(view, *at))?;
    let other = view.quantities.iter().any(|q| {
        let tokens = &view.mentions[*q].tokens;
        at < tokens.start && tokens.start < first
    });
    // *under the agreement it paid for 3 million tonnes*: what was done under it.
    let done = (at + 1..first).any(|word| view.is_past(word) && !agrees(view.norm(word)));
    (sized
        && !other
        && !done
        && (!matches!(view.norm_before(at, 1), "under" | "of")
            // *signed a heads of agreement with Qatar for 2 million tonnes*
            || view.norm_before(at, 2) == "heads")
        && view.norm_before(at, 2) != "under")
        .then_some(at)
}

/// *provides for 4.5 bcm*, *covers 2 million tonnes*: whether a verb right before the figure at token `first` tells how much an agreement is
/// for.
fn size_told(view: &View<'_>, first: usize) -> bool {
    match view.norm_before(first, 1) {
        "covers" | "covered" | "foresees" | "foresaw" | "envisages" | "envisaged" | "stipulates" | "stipulated" => true,
        "for" => matches!(
            view.norm_before(first, 2),
            "provides" | "provided" | "providing" | "calls" | "called" | "calling" | "is" | "was" | "runs"
        ),
        _ => false,
    }
}

/// Whether a word at a token names what two sides sign.
pub fn is_agreement(view: &View<'_>, at: usize) -> bool {
    match view.norm(at) {
        "agreement" | "accord" | "contract" | "deal" | "pact" | "memorandum" | "protocol" => true,
        // A contract of sale and purchase, not a bath.
        "spa" => view.tokens[at].text == "SPA",
        _ => false,
    }
}

/// *has signed a contract with Iran to buy 9 bcm*: the agreement to do what the verb right before the figure at token `first` says.
pub fn agreement_to(view: &View<'_>, first: usize) -> Option<usize> {
    let verb = first.checked_sub(1).filter(|at| view.norm_before(*at, 1) == "to")?;
    let trades = matches!(
        view.norm(verb),
        "buy"
            | "purchase"
            | "import"
            | "receive"
            | "take"
            | "get"
            | "lift"
            | "sell"
            | "supply"
            | "deliver"
            | "export"
            | "ship"
            | "send"
            | "pump"
            | "provide"
            | "process"
            | "pipe"
    );
    let from = first.saturating_sub(10).max(view.range.start);
    let at = (from..verb - 1).rev().find(|at| trades && is_agreement(view, *at))?;
    let told = (at + 1..verb)
        .any(|at| view.is_past(at) && !agrees(view.norm(at)) || matches!(view.norm(at), "," | "and" | "as" | "after"));
    (!told).then_some(at)
}

/// The word by which a deal was made or is sought, before the trade that it is on: *agreed on the supply of 500 mcm*, *talks on delivering
/// 100 MW*; `first` is where the figure begins.
pub fn on_dealing(view: &View<'_>, first: usize) -> Option<usize> {
    let told = view
        .heads
        .iter()
        .rfind(|h| h.indicator().is_some() && (h.end == first || h.end + 1 == first && view.norm(h.end) == "of"))
        .map(|h| h.at);
    // *a contract for the sale of 1.5 million tonnes*
    let noun = first.checked_sub(2).filter(|at| view.norm(at + 1) == "of");
    let noun = noun.filter(|at| matches!(view.norm(*at), "sale" | "purchase" | "transfer"));
    let head = told.or(noun)?;
    let described = |at: usize| {
        is_article(view.norm(at))
            || matches!(view.norm(at), "annual" | "further" | "additional" | "future" | "new" | "possible")
            || view.actors.iter().any(|a| (a.at..a.end).contains(&at))
            || view.goods_over(at).is_some()
    };
    let before = (view.range.start..head).rev().find(|at| !described(*at))?;
    if !matches!(view.norm(before), "on" | "about" | "for" | "to") || before == view.range.start {
        return None;
    }
    let deals = |at: &usize| {
        matches!(
            view.norm(*at),
            "agreed"
                | "agree"
                | "agreement"
                | "agreements"
                | "memorandum"
                | "memoranda"
                | "contract"
                | "contracts"
                | "accord"
                | "accords"
                | "deal"
                | "protocol"
                | "pact"
                | "talks"
                | "negotiations"
                | "negotiating"
                | "discussions"
                | "understanding"
                | "letter"
                | "terms"
        )
    };
    // *Negotiations are under way on Turkish exports of 5 bcm*, but *under the contract on the supply of gas*
    let at = view.back(before, 6).rev().find(deals)?;
    let done = (at + 1..before).any(|word| view.is_past(word) && !agrees(view.norm(word)));
    let under = (1..=3).any(|back| matches!(view.norm_before(at, back), "under" | "since" | "after" | "despite"));
    (!done && !under).then_some(at)
}

/// The word that says of an amount right behind it that it was ordered or agreed: *has booked 500 mcm*, *the agreed volume of gas is 500
/// mcm*, *have agreed on $30 billion*; `first` is where the figure begins.
pub fn to_come(view: &View<'_>, index: usize, first: usize) -> Option<usize> {
    let unit = view.quantity(index)?.quantity.unit;
    let before = first.checked_sub(1).filter(|at| view.range.contains(at))?;
    if unit.is_ratio() || unit.is_price() {
        return None;
    }
    match view.norm(before) {
        "requested" | "secures" if unit.is_bulk() => Some(before),
        // *booked 39 tonnes in 2012* tells what was done.
        "ordered" | "booked" | "reserved" | "secured"
            if unit.is_bulk() && matches!(view.norm_before(before, 1), "has" | "have") =>
        {
            Some(before)
        }
        "on" if matches!(view.norm_before(before, 1), "agreed" | "agree" | "settled") => Some(before - 1),
        "is" | "are" | "was" | "were" => {
            let size = |at: usize| {
                super::standing::is_size(view.norm(at))
                    || matches!(
                        view.norm(at),
                        "quantity" | "quantities" | "amount" | "supplies" | "deliveries" | "supply"
                    )
            };
            let from = before.saturating_sub(12).max(view.clause(first).start);
            (from..before).find(|at| {
                matches!(view.norm(*at), "agreed" | "contractual" | "contracted" | "stipulated" | "contract")
                    && (at + 1..=at + 2).any(size)
                    && view.first_quantity(&(*at..first)).is_none()
            })
        }
        _ => None,
    }
}
