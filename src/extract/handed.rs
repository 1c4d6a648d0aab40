//! Goods that change hands by a verb that no table knows: where they go or come from says which way.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *Ghana consigned **5,000 tonnes** of cocoa to Peru* | exports | `handed_over` |
//! | *Peru snapped up **5,000 tonnes** of Ghanaian cocoa* | imports | `handed_over` |
//! | ***5,000 tonnes** of cocoa found its way to Peru* | exports | `came_to` |

use std::ops::Range;

use super::grammar::Role;
use super::indicator::{Governor, Search};
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{is_auxiliary, is_line, is_merchandise, leads_infinitive};
use crate::lexicon::{Class, Cue};
use crate::mention::What;
use crate::model::{Indicator, Span, Status};
use crate::token::Shape;

type Found = Option<(Governor, Option<Span>)>;

/// Whether a figure counts goods: by weight, volume, energy or pieces, or what they are worth, as *$4 million of cocoa* does.
fn counts_goods(search: &Search<'_, '_>) -> bool {
    use crate::model::Dimension::{Count, Energy, Mass, Volume};
    matches!(search.unit.measure.dimension(), Mass | Volume | Energy | Count) || is_worth_of_goods(search)
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

/// How far behind a figure the other side of its deal is looked for.
const REACH: usize = 12;

/// Pasts that do not end in *ed*, of verbs by which goods change hands.
const PASTS: [&str; 36] = [
    "gave", "given", "flew", "flown", "sent", "let", "got", "won", "drew", "drawn", "took", "taken", "ate", "sought",
    "left", "went", "gone", "found", "made", "wound", "came", "come", "fell", "set", "ended", "put", "ran", "paid",
    "spent", "shelled", "laid", "swept", "bid", "rode", "resold", "presold",
];

/// Deeds by which nothing changes hands, or not as told.
const OTHER_DEEDS: [&str; 62] = [
    "lost",
    "owed",
    "denied",
    "refused",
    "blocked",
    "banned",
    "barred",
    "stole",
    "seized",
    "destroyed",
    "detained",
    "rejected",
    "returned",
    "based",
    "needed",
    "wanted",
    "lacked",
    "stored",
    "kept",
    "held",
    "burned",
    "handled",
    "processed",
    "transshipped",
    "transhipped",
    "inspected",
    "tested",
    "insured",
    "financed",
    "limited",
    "restricted",
    "capped",
    "curbed",
    "added",
    "averaged",
    "compared",
    "measured",
    "counted",
    "linked",
    "connected",
    "discovered",
    "saved",
    "replaced",
    "displaced",
    "withheld",
    "suspended",
    "halted",
    "stopped",
    "interrupted",
    "monitored",
    "examined",
    "produced",
    "refined",
    "used",
    "reexported",
    "intercepted",
    "smuggled",
    "stockpiled",
    "tracked",
    "estimated",
    "valued",
    "priced",
];

/// Whether a deed is one by which nothing changes hands: *blocked*, *lost*, *seized*.
pub fn is_other_deed(word: &str) -> bool {
    OTHER_DEEDS.contains(&word)
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

/// The verb that a figure is the object of: right before it, a particle between.
pub fn deed_before(view: &View<'_>, start: usize) -> Option<usize> {
    let particle = |at: usize| {
        matches!(
            view.norm(at),
            "up" | "in" | "out" | "off" | "on" | "over" | "down" | "away" | "with" | "of" | "back" | "for"
        )
    };
    let mut at = start.checked_sub(1)?;
    let mut skipped = 0;
    while skipped < 2 && particle(at) {
        at = at.checked_sub(1)?;
        skipped += 1;
    }
    // *placed orders for 5,000 tonnes*, *put in an order for*
    if matches!(view.norm(at), "order" | "orders" | "bids" | "bid") && skipped == 1 {
        at = at.checked_sub(1)?;
        while matches!(view.norm(at), "an" | "new" | "in" | "a" | "its" | "first") {
            at = at.checked_sub(1)?;
        }
    }
    is_deed(view, at).then_some(at)
}

/// Whether a word is a verb that may hand goods over.
fn is_deed(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    let before = || view.norm(at.wrapping_sub(1));
    let base = || leads_infinitive(before()) && word.len() > 2 && view.tokens[at].shape == Shape::Word;
    let deed = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) || PASTS.contains(&word) || base();
    // *made its way*, *picked up*
    let phrase = match word {
        "made" => matches!(view.norm(at + 1), "its" | "their"),
        "picked" => view.norm(at + 1) == "up",
        "crossed" => matches!(view.norm(at + 1), "into" | "over"),
        _ => false,
    };
    if phrase {
        return true;
    }
    // A trigger phrase has its own meaning, but for what is meant to happen.
    let other = |cue: &Cue| !matches!(cue, Cue::Status(Status::Target | Status::Forecast));
    let known = || {
        view.mentions.iter().any(|m| {
            m.tokens.contains(&at)
                && match &m.what {
                    What::Cues(cues) => cues.iter().any(other),
                    What::Quantity(_) => false,
                    _ => true,
                }
        })
    };
    deed && !is_other_deed(word) && !known()
}

/// The one that goods go to or come from behind a figure that ends at token `end`.
fn other_end<'v>(view: &'v View<'_>, end: usize, roles: &[Role]) -> Option<&'v Actor> {
    let clause = view.clause(end.saturating_sub(1));
    let reach = end..(end + REACH).min(clause.end);
    let other = view.actors.iter().find(|a| reach.contains(&a.at) && roles.contains(&a.role))?;
    let between = end..other.at;
    let headed = view.heads.iter().any(|h| between.contains(&h.at));
    (!headed && view.first_quantity(&between).is_none() && view.segment(end - 1) + 1 >= view.segment(other.at))
        .then_some(other)
}

/// The country whose goods a figure that ends at token `end` is of: *5,000 tonnes of Ghanaian cocoa*.
fn whose_goods<'v>(view: &'v View<'_>, end: usize) -> Option<&'v Actor> {
    let owned = |a: &&Actor| {
        (end + 1..end + 4).contains(&a.at)
            && matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier)
            && a.party.is_country()
    };
    view.actors.iter().find(|a| view.norm(end) == "of" && owned(a))
}

/// Who acts before the verb at token `verb`.
pub fn who_acts<'v>(view: &'v View<'_>, verb: usize) -> Option<&'v Actor> {
    let clause = view.clause(verb);
    let acts = |a: &&Actor| {
        clause.contains(&a.at) && a.end <= verb && a.takes_part() && matches!(a.role, Role::Subject | Role::Modifier)
    };
    view.actors.iter().rfind(acts)
}

/// *Ghana consigned 5,000 tonnes of cocoa to Peru*, *Peru snapped up 5,000 tonnes of Ghanaian cocoa*
pub fn handed_over(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let verb = deed_before(view, start_of(search)).filter(|_| counts_goods(search))?;
    // *The pipeline will bring 60 million cubic metres a day from Iran*: what a line is for.
    if who_acts(view, verb).is_none() && (view.clause(verb).start..verb).any(|at| is_line(view.norm(at))) {
        return None;
    }
    let end = search.end();
    if other_end(view, end, &[Role::To]).is_some()
        || allots(view.norm(verb)) && other_end(view, end, &[Role::For]).is_some()
    {
        return told(search, verb, Indicator::Exports, Class::VerbOut);
    }
    if ends_a_journey(view, verb..verb + 1) && other_end(view, end, &[Role::In]).is_some() {
        return told(search, verb, Indicator::Exports, Class::VerbOut);
    }
    if other_end(view, end, &[Role::From]).is_some() {
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

/// Verbs that set goods aside for somebody.
fn allots(word: &str) -> bool {
    matches!(
        word,
        "allocated" | "allotted" | "earmarked" | "reserved" | "loaded" | "assigned" | "loading" | "allocating"
    )
}

/// The verb behind the goods of a figure, and where what it says begins.
fn deed_behind(view: &View<'_>, goods: Range<usize>) -> Option<usize> {
    let auxiliary = |at: usize| is_auxiliary(view.norm(at));
    goods.into_iter().find(|at| auxiliary(*at) || is_deed(view, *at) && !view.norm(*at).ends_with("ing"))
}

/// Verbs that end a journey where they are told to: *ended up in Peru*.
pub fn ends_a_journey(view: &View<'_>, verbs: Range<usize>) -> bool {
    verbs.into_iter().any(|at| {
        matches!(
            view.norm(at),
            "landed"
                | "ended"
                | "wound"
                | "docked"
                | "arrived"
                | "unloaded"
                | "offloaded"
                | "discharged"
                | "placed"
                | "marketed"
                | "sold"
                | "washed"
                | "due"
                | "home"
                | "market"
                | "buyers"
                | "takers"
                | "customers"
                | "favour"
        )
    })
}

/// *5,000 tonnes of cocoa found its way to Peru*, *of which 5,000 tonnes ended up in Peru*, *Ghanaian cocoa worth $4 million was
/// despatched to Peru*
pub fn came_to(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let worth = search.unit.is_sum() && view.norm(start.wrapping_sub(1)) == "worth";
    if !(worth || counts_goods(search)) {
        return None;
    }
    let end = search.end();
    let clause = view.clause(start);
    // *in India (6.87 lakh tonnes) was despatched to Iran*: a bracket tells the same again.
    let behind = if view.norm(end) == "(" { (end..end + 12).find(|at| view.norm(*at) == ")")? + 1 } else { end };
    let verb = deed_behind(view, behind..(behind + 10).min(clause.end))?;
    if view.first_quantity(&(behind..verb)).is_some() || view.heads.iter().any(|h| (behind..=verb).contains(&h.at)) {
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
    matches!(view.norm(at), "sold" | "market" | "buyers" | "takers" | "customers")
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
