//! Goods of one country that another lets through or in.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Ukraine moved **55.8 bcm** of Russian gas to Europe* | transit | `let_through` |
//! | *The company carried **57 bcm** across the territory of Slovakia* | transit | `moved_across` |
//! | *The Slovak operator Eustream carried **57 bcm** of gas* | transit | `moved_across` |
//! | *opened a duty-free quota of **30,000 tonnes** for Ukrainian sugar* | imports | `free_of_duty` |

use super::grammar::Role;
use super::head::is_border;
use super::indicator::{Found, Governor, Search};
use super::quota::grants;
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{goes_or_comes, is_line, leads_infinitive};
use crate::lexicon::{Class, Marks};
use crate::mention::What;
use crate::model::{Dimension, Indicator, Party, Span};

/// *Ukraine moved 55.8 bcm of Russian gas to Europe*, *Bulgaria moved 12.4 bcm of gas from Turkey to Serbia*: who moves fuel or power that is
/// told to be another's, or to go from one other to another, has it pass.
pub fn let_through(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let dimension = search.unit.measure.dimension();
    if !matches!(dimension, Dimension::Volume | Dimension::Mass | Dimension::Energy) || search.unit.is_price() {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let word = view.norm(at);
    let moves = is_moving(view, at);
    let end = search.end();
    // *let 12 million tonnes of Azeri oil through*
    let moves =
        moves || matches!(word, "let" | "lets") && (end..end + 6).any(|at| matches!(view.norm(at), "through" | "pass"));
    if !moves || view.norm(end) != "of" {
        return None;
    }
    let mover = view
        .actors
        .iter()
        .rfind(|a| a.end <= at && at - a.end <= 6 && matches!(a.role, Role::Subject | Role::Possessor))?;
    let passes = || told(search, at, Indicator::Transit, Class::VerbOf);
    if !mover.party.is_country() {
        return None;
    }
    let fuel = |from: usize| {
        view.mentions.iter().any(|m| {
            (from..from + 3).contains(&m.tokens.start)
                && matches!(&m.what, What::Commodity(goods) if is_piped(goods.as_str()))
        })
    };
    let owner = view.actors.iter().find(|a| (end + 1..end + 3).contains(&a.at) && a.party.is_country());
    match owner {
        Some(owner) => (fuel(owner.end) && mover.party != owner.party).then(passes)?,
        None => (fuel(end + 1) && runs_past(view, mover.party, end)).then(passes)?,
    }
}

/// Goods that go through lines, of which a country lets another's pass.
fn is_piped(goods: &str) -> bool {
    matches!(goods, "natural_gas" | "crude_oil" | "oil" | "oil_products" | "electricity")
}

/// *moved 55 bcm of gas from Russia to Hungary*: whether goods behind token `end` are told to go from another than `mover` to others.
fn runs_past(view: &View<'_>, mover: Party, end: usize) -> bool {
    let clause = view.clause(end);
    let near = |a: &&Actor| (end..clause.end.min(end + 16)).contains(&a.at) && a.party != Party::WORLD;
    let mut from = view.actors.iter().filter(near).filter(|a| a.role == Role::From);
    let mut to = view.actors.iter().filter(near).filter(|a| a.role == Role::To);
    from.next().is_some_and(|a| a.party != mover) && to.next().is_some_and(|a| a.party != mover)
}

/// *The Slovak operator Eustream carried 57 bcm of gas*: the operator of a country's lines has what it moves pass, unless it is told to
/// bring it to its own country's customers.
fn moved_by_operator(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let moves = |at: usize| is_moving(view, at) || matches!(view.norm(at), "shipped" | "ships");
    let at = start_of(search).checked_sub(1).filter(|at| moves(*at))?;
    let clause = view.clause(at);
    let runs = |at: &usize| matches!(view.norm(*at), "operator" | "tso" | "gts");
    let operator = (clause.start..at).rev().take(10).find(runs)?;
    let whose = view.actors.iter().find(|a| {
        clause.contains(&a.at)
            && a.end <= at
            && a.party.is_country()
            && (a.end <= operator && operator - a.end <= 6 || a.at > operator && a.at - operator <= 4)
    })?;
    let end = search.end();
    let home = |a: &Actor| {
        a.at >= end
            && clause.contains(&a.at)
            && a.party == whose.party
            && matches!(a.role, Role::To | Role::For | Role::In)
    };
    let customers = (end..clause.end).any(|at| {
        matches!(view.norm(at), "customers" | "consumers" | "households" | "users" | "distributors" | "domestic")
    });
    let goods = view.mentions.iter().any(|m| {
        clause.contains(&m.tokens.start) && matches!(&m.what, What::Commodity(goods) if is_piped(goods.as_str()))
    });
    (search.unit.is_bulk() && goods && !customers && !view.actors.iter().any(home))
        .then(|| told(search, at, Indicator::Transit, Class::VerbOf))?
}

/// Whether a verb of moving goods on ends at a token.
fn is_moving(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    matches!(
        word,
        "moved"
            | "moves"
            | "pumped"
            | "pumps"
            | "transported"
            | "transports"
            | "carried"
            | "carries"
            | "piped"
            | "pipes"
            | "handled"
            | "handles"
            | "conveyed"
            | "conveys"
            | "forwarded"
            | "relayed"
            | "transited"
            | "transmitted"
            | "wheeled"
    ) || matches!((view.norm_before(at, 1), word), ("let" | "lets", "through" | "pass") | ("passed" | "shipped", "on"))
        || matches!(word, "move" | "pump" | "transport" | "carry" | "pipe" | "handle" | "convey" | "wheel" | "transit")
            && leads_infinitive(view.norm_before(at, 1))
}

/// Goods that go through a country, whether it opens the clause or stands behind them.
pub fn across(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    search
        .view
        .given(Marks::MOVES, || {
            moved_across(search).or_else(|| moved_by_operator(search)).or_else(|| moved_by_a_line(search))
        })
        .or_else(|| went_through(search))
}

/// *Russia moved 8 bcm of gas across Ukraine*, *the company transported 57 bcm across the territory of Slovakia*: goods that go through a
/// country to none that is named.
fn moved_across(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let at = start_of(search).checked_sub(1).filter(|at| is_moving(view, *at))?;
    let clause = view.clause(at);
    let end = search.end();
    let crossed = crossed(view, end..clause.end.min(end + 14))?;
    let bound = view.actors.iter().any(|a| {
        clause.contains(&a.at) && a.at >= end && a.span != crossed.span && matches!(a.role, Role::To | Role::For)
    });
    let first = view.first_quantity(&(end..crossed.at)).is_none();
    let fuel = search.unit.is_goods();
    (fuel && first && !bound).then(|| told(search, at, Indicator::Transit, Class::VerbOf))?
}

/// *The pipeline between Chad and Kribi moved 44.5 million barrels*: what a line between two that are named brought from the one to the other.
fn moved_by_a_line(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1).filter(|at| is_moving(view, *at) && view.is_past(*at))?;
    let clause = view.clause(at);
    let line = (clause.start..at).any(|at| is_line(view.norm(at)) && matches!(view.norm(at + 1), "between" | "from"));
    let ends = view.actors.iter().filter(|a| clause.contains(&a.at) && a.end <= at && a.party.is_country()).count();
    (line && ends > 1 && search.unit.is_bulk()).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Through Belarus went 37 bcm*: goods that go through a country that opens the clause.
fn went_through(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let verb = start_of(search).checked_sub(1)?;
    let went = goes_or_comes(view.norm(verb))
        || matches!(
            view.norm(verb),
            "flowed" | "flows" | "flow" | "passed" | "pass" | "passes" | "ran" | "runs" | "run"
        );
    let clause = view.clause(verb);
    let by = |at: usize| matches!(view.norm(at), "through" | "across" | "via" | "over");
    let host =
        went.then(|| view.actors.iter().find(|a| clause.contains(&a.at) && a.end <= verb && a.party.is_country()))??;
    let fronted = by(clause.start) && view.phrase_start(host) <= clause.start + 2;
    (fronted && search.unit.is_goods()).then(|| told(search, verb, Indicator::Transit, Class::VerbOf))?
}

/// The country that goods go through behind an amount of them: *across Ukraine*, *through the territory of Belarus*, not *across its
/// border*.
fn crossed<'v>(view: &'v View<'_>, tokens: std::ops::Range<usize>) -> Option<&'v Actor> {
    let leads = |at: &usize| matches!(view.norm(*at), "across" | "through" | "via" | "transiting" | "crossing");
    let by = tokens.clone().find(leads)?;
    let ground = |at: &usize| matches!(view.norm(*at), "territory" | "soil" | "system" | "network" | "pipelines");
    let of = (by + 1..by + 4).find(|at| ground(at) && view.norm(at + 1) == "of").map_or(by, |at| at + 1);
    let named = |a: &&Actor| a.party.is_country() && a.rule == "name" && view.phrase_start(a) == of + 1;
    view.actors.iter().find(named).filter(|a| !(a.end..a.end + 4).any(|at| is_border(view.norm(at))))
}

/// *opened a duty-free quota of **30,000 tonnes** for Ukrainian sugar*, *gave Australia a tariff-rate quota of **35,000 tonnes***: what may come in
/// at a lower duty, where who grants it is told.
pub fn free_of_duty(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let quota = start_of(search).checked_sub(2).filter(|at| matches!(view.norm(*at), "quota" | "quotas"))?;
    let of = matches!(view.norm(quota + 1), "of" | "for");
    let first = view.back(quota, 4).find(|at| matches!(view.norm(*at), "duty" | "tariff"))?;
    let grants = view.back(first, 6).any(|at| grants(view.norm(at)));
    (of && grants).then(|| told(search, quota, Indicator::Imports, Class::VerbIn))?
}
