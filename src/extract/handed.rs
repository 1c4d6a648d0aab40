//! Goods that change hands by a verb that no table knows: where they go or come from says which way.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Ghana consigned **5,000 tonnes** of cocoa to Peru* | exports | `handed_over` |
//! | *Peru snapped up **5,000 tonnes** of Ghanaian cocoa* | imports | `handed_over` |
//! | ***5,000 tonnes** of cocoa found its way to Peru* | exports | `came_to` |

use super::deed::{allots, deed_before, deed_behind, end_behind, ends_a_journey, is_deed, who_acts, whose_goods};
use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{are_buyers, is_line, is_merchandise};
use crate::model::{Dimension, Indicator};

/// Whether a figure counts goods: by weight, volume, energy or pieces, or what they are worth, as *$4 million of cocoa* does.
fn counts_goods(search: &Search<'_, '_>) -> bool {
    search.unit.is_goods() || search.unit.measure.dimension() == Dimension::Count || is_worth_of_goods(search)
}

/// *$4 million of cocoa*, *$4 million worth of goods*
fn is_worth_of_goods(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let end = search.end();
    let of = match (view.norm(end), view.norm(end + 1)) {
        ("of", _) => end + 1,
        ("worth", "of") => end + 2,
        _ => return false,
    };
    search.unit.is_sum()
        && (is_merchandise(view.norm(of)) || view.norm(of) == "wares" || view.names_goods(&(of..of + 4)))
}

/// Verbs that say alone that their subject gets goods, with the particle of some.
const TAKES: [&str; 12] = [
    "snapp",
    "scoop",
    "soak",
    "hoover",
    "mopp",
    "lapp",
    "swallow",
    "uplift",
    "bagg",
    "absorb",
    "hauled in",
    "stocked up",
];

/// Verbs that say alone that their subject gives goods away.
const GIVES: [&str; 7] = ["despatch", "dispatch", "consign", "airfreight", "resold", "offload", "freighted"];

/// *Ghana consigned 5,000 tonnes of cocoa to Peru*, *Peru snapped up 5,000 tonnes of Ghanaian cocoa*
pub fn handed_over(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let verb = deed_before(view, start_of(search)).filter(|_| counts_goods(search))?;
    // *The pipeline will bring 60 million cubic metres a day from Iran*: what a line is for.
    if who_acts(view, verb).is_none() && (view.clause(verb).start..verb).any(|at| is_line(view.norm(at))) {
        return None;
    }
    let end = search.end();
    // *would allow up to 100,000 lorries into the country*
    let lets = ["allow", "let", "admit", "permit"].iter().any(|stem| view.norm(verb).starts_with(stem));
    if lets && (end..end + 4).any(|at| view.norm(at) == "into") {
        return told(search, verb, Indicator::Imports, Class::VerbIn);
    }
    if end_behind(view, end, &[Role::To]).is_some()
        || allots(view.norm(verb)) && end_behind(view, end, &[Role::For]).is_some()
    {
        return told(search, verb, Indicator::Exports, Class::VerbOut);
    }
    if ends_a_journey(view, verb..verb + 1) && end_behind(view, end, &[Role::In]).is_some() {
        return told(search, verb, Indicator::Exports, Class::VerbOut);
    }
    if end_behind(view, end, &[Role::From]).is_some() {
        return told(search, verb, Indicator::Imports, Class::VerbIn);
    }
    if let Some(owner) = whose_goods(view, end)
        && who_acts(view, verb).is_some_and(|a| a.party != owner.party)
    {
        return told(search, verb, Indicator::Imports, Class::VerbIn);
    }
    who_acts(view, verb)?;
    let phrase = |words: &&str| match words.split_once(' ') {
        Some((word, particle)) => view.norm(verb) == word && view.norm(verb + 1) == particle,
        None => view.norm(verb).starts_with(words),
    };
    if TAKES.iter().any(&phrase) {
        return told(search, verb, Indicator::Imports, Class::VerbIn);
    }
    GIVES.iter().any(phrase).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *5,000 tonnes of cocoa found its way to Peru*, *of which 5,000 tonnes ended up in Peru*, *Ghanaian cocoa worth $4 million was
/// despatched to Peru*
pub fn came_to(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let worth = search.unit.is_sum() && view.norm_before(start, 1) == "worth";
    if !(worth || counts_goods(search)) {
        return None;
    }
    // *Steel exports to Taiwan, worth $230 million, were overtaken by those to Korea*: told by their noun.
    let noun = |h: &super::head::Head| {
        h.end <= start && h.class == Class::Noun && h.indicator().is_some_and(Indicator::is_one_way)
    };
    if worth && view.norm_before(start, 2) == "," && view.heads.iter().any(noun) {
        return None;
    }
    let end = search.end();
    let clause = view.clause(start);
    // *in India (6.87 lakh tonnes) was despatched to Iran*: a bracket tells the same again.
    let behind = if view.norm(end) == "(" { (end..end + 12).find(|at| view.norm(*at) == ")")? + 1 } else { end };
    let verb = deed_behind(view, behind..(behind + 10).min(clause.end))?;
    if view.first_quantity(&(behind..verb)).is_some() || view.is_headed(&(behind..=verb)) {
        return None;
    }
    let reach = verb + 1..(verb + 10).min(clause.end);
    let other = view.actors.iter().find(|a| {
        reach.contains(&a.at) && a.takes_part() && matches!(a.role, Role::To | Role::For | Role::By | Role::In)
    })?;
    let between = verb + 1..other.at;
    if view.first_quantity(&between).is_some()
        || view.heads.iter().any(|h| between.contains(&h.at) && !sells(view, h.at))
    {
        return None;
    }
    let out = || told(search, verb, Indicator::Exports, Class::Noun);
    match other.role {
        Role::To => out(),
        Role::For if between.clone().any(|at| departs(view.norm(at))) || departs(view.norm(verb)) => out(),
        Role::In if ends_a_journey(view, verb..other.at) => out(),
        Role::By => {
            let passive = between.clone().find(|at| is_deed(view, *at) && !allots(view.norm(*at)))?;
            let span = Some(view.tokens[passive].span);
            let head = super::head::Head {
                at: passive,
                end: passive + 1,
                span: view.tokens[passive].span,
                topic: crate::lexicon::Topic::Of(Indicator::Imports),
                class: Class::VerbIn,
                passive: true,
            };
            let owner = whose_goods(view, end).is_some_and(|owner| owner.party != other.party);
            (owner || TAKES.iter().any(|t| view.norm(passive).starts_with(t))).then_some((Governor::Head(head), span))
        }
        _ => None,
    }
}

/// *sold*, *buyers*: heads that a journey's end may hold.
fn sells(view: &View<'_>, at: usize) -> bool {
    are_buyers(view.norm(at)) || matches!(view.norm(at), "sold" | "market")
}

/// Words of setting out.
fn departs(word: &str) -> bool {
    matches!(
        word,
        "bound"
            | "destined"
            | "headed"
            | "heading"
            | "sailed"
            | "departed"
            | "left"
            | "loaded"
            | "earmarked"
            | "intended"
            | "meant"
            | "reserved"
            | "set"
            | "assigned"
            | "allocated"
            | "allotted"
            | "way"
            | "water"
            | "route"
    )
}
