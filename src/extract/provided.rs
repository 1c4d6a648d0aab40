//! Flows told by what one side lets another have, earns or leaves port, where no trigger phrase governs the figure.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *undertakes to provide Bangkok with **7,000 MW*** | exports | `provided_with` |
//! | *earned from the sale of coffee **838 million dollars*** | exports | `earned_before` |
//! | ***30 million tonnes** of grain have left Russian ports* | exports | `left_port` |
//! | *goods worth **$64 million** crossed the border* | the trade of the talk | `crossed_border` |
//! | *spent **2.9 billion dollars** on LNG last year* | imports | `spent_on_goods` |

use super::grammar::Role;
use super::head::is_border;
use super::indicator::{Governor, Search};
use super::levied;
use super::told::{start_of, told};
use crate::lexicon::words::{costs, ends_phrase, is_port, spends};
use crate::lexicon::{Class, Topic};
use crate::mention::{Mention, What};
use crate::model::{Dimension, Indicator, Span};

type Found = Option<(Governor, Option<Span>)>;

/// *undertakes to provide Bangkok with 7,000 MW*, *supplying Togo with 100 MW*: goods or power that one lets another have.
pub fn provided_with(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let power = search.unit.measure.dimension() == Dimension::Power;
    let with = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "with")?;
    if !(power || search.unit.is_bulk()) {
        return None;
    }
    let provides = |at: &usize| {
        matches!(view.norm(*at), "provide" | "provides" | "provided" | "providing" | "supply" | "supplying")
    };
    let from = view.clause(with).start.max(with.saturating_sub(6));
    let verb = (from..with).rev().find(provides)?;
    let whom = view.actors.iter().any(|a| a.at > verb && a.end <= with && a.takes_part());
    let first = view.first_quantity(&(verb..with)).is_none();
    (whom && first).then(|| told(search, verb, Indicator::Exports, Class::VerbOut))?
}

/// *earned from the sale of coffee abroad 838 million dollars*: what is earned from goods is their exports, wherever the sum stands.
pub fn earned_before(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let money = search.unit.is_sum();
    let start = start_of(search);
    let end = search.end();
    let clause = view.clause(start);
    let earns = |at: usize| matches!(view.norm(at), "earned" | "earns" | "earn" | "received" | "made");
    let sale = |at: &usize| matches!(view.norm(*at), "sale" | "sales" | "selling");
    let goods = |range: std::ops::Range<usize>| view.names_goods(&range);
    // *earned 838 million dollars from the sale of coffee abroad*
    let behind = money && start > 0 && earns(start - 1) && view.norm(end) == "from";
    if let Some(sold) = (end + 1..end + 4).find(sale).filter(|_| behind && goods(end + 2..end + 8)) {
        return told(search, sold, Indicator::Exports, Class::Noun);
    }
    let near = clause.start.max(start.saturating_sub(10));
    let verb = (near..start).rev().find(|at| money && earns(*at) && view.norm(at + 1) == "from")?;
    let sold = (verb + 2..(verb + 5).min(start)).find(sale).filter(|_| goods(verb + 2..start))?;
    let first = view.first_quantity(&(verb..start)).is_none();
    first.then(|| told(search, sold, Indicator::Exports, Class::Noun))?
}

/// *30 million tonnes of grain have left Russian ports*, *120,000 tonnes of wheat left the port of Constanta for Egypt*
pub fn left_port(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let bulk = search.unit.is_bulk() || search.unit.measure.dimension() == Dimension::Count;
    if !bulk || search.unit.per.is_some() {
        return None;
    }
    let clause = view.clause(end);
    let left = (end..(end + 9).min(clause.end)).find(|at| matches!(view.norm(*at), "left" | "leaving"))?;
    let port = |at: usize| is_port(view.norm(at));
    let ports = (left + 1..(left + 6).min(view.range.end)).any(port)
        // *left Australia for Japan*
        || view.actors.iter().any(|a| view.phrase_start(a) == left + 1 && view.norm(a.end) == "for" && a.party.is_country());
    let told_between = view.first_quantity(&(end..left)).is_some();
    (ports && !told_between).then(|| told(search, left, Indicator::Exports, Class::VerbOut))?
}

/// *Argentina spent 2.9 billion dollars on LNG last year*, *spends $3 billion a year on wheat*: goods that a country pays for; not
/// what it builds, subsidises or looks for.
pub fn spent_on_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if search.unit.measure.dimension() != Dimension::Money {
        return None;
    }
    let at = start_of(search).checked_sub(1)?;
    let spent = spends(view.norm(at));
    let end = search.end();
    let on = (end..end + 5).find(|at| view.norm(*at) == "on").filter(|_| spent)?;
    // *on Nigerian oil*
    let origin = usize::from(view.actors.iter().any(|a| a.at == on + 1 && a.end == on + 2));
    let goods = |m: &&Mention| m.tokens.start == on + 1 + origin && matches!(m.what, What::Commodity(_));
    let goods = view.mentions.iter().find(goods)?;
    let behind = goods.tokens.end;
    let time = view
        .mentions
        .iter()
        .any(|m| (behind..behind + 2).contains(&m.tokens.start) && matches!(m.what, What::Period(_)));
    let ends = time || ends_phrase(view.norm(behind)) || matches!(view.norm(behind), ")" | "alone" | "and" | "from");
    let acts =
        view.actors.iter().any(|a| a.role == Role::Subject && a.party.is_country() && a.end <= at && at - a.end <= 3);
    let other = view.heads.iter().any(|h| h.at >= end && h.at <= behind && h.topic == Topic::Other);
    (ends && acts && !other).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *Goods worth $64 million crossed the border posts of Busia*: of the trade spoken of; *8,176 MU crossed the southern border* is sold.
pub fn crossed_border(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let money = search.unit.is_sum();
    let end = search.end();
    // *118,000 head of cattle crossed the border*, but no lorries
    let counted = || {
        let goods = |m: &Mention| (end..end + 4).contains(&m.tokens.start) && matches!(m.what, What::Commodity(_));
        search.unit.measure.dimension() == Dimension::Count && view.mentions.iter().any(goods)
    };
    if !(money || search.unit.is_bulk() || counted()) {
        return None;
    }
    let clause = view.clause(end);
    let crossed = |at: &usize| matches!(view.norm(*at), "crossed" | "crosses");
    let verb = (end..(end + 12).min(clause.end)).find(crossed)?;
    if !(verb + 1..verb + 5).any(|at| is_border(view.norm(at))) || view.first_quantity(&(end..verb)).is_some() {
        return None;
    }
    let span = Some(view.tokens[verb].span);
    if search.topic && (search.exports_before || search.imports_before) {
        return Some((Governor::Topic, span));
    }
    // *$319 million of Egyptian oranges crossed the Red Sea*: whose goods they are sells them.
    let origin =
        view.actors.iter().any(|a| (end..verb).contains(&a.at) && matches!(a.role, Role::Origin | Role::Attribute));
    if origin || !money {
        return told(search, verb, Indicator::Exports, Class::VerbOut);
    }
    if search.topic { Some((Governor::Topic, span)) } else { told(search, verb, Indicator::Turnover, Class::Noun) }
}

/// *gave Ukraine a 15 percent discount on gas*: of what it pays.
pub fn discount_granted(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let priced = search.unit.is_ratio() || search.unit.is_price();
    let at = levied::granted(view, view.quantity(search.quantity)?).filter(|_| priced)?;
    told(search, at, Indicator::Price, Class::Noun)
}

/// *gas became 15 percent dearer for Georgia*, *Russian gas will cost Ukraine 15 percent more*: what goods cost moved by so much.
pub fn dearer(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let told_of = match (view.norm(end), view.norm(end + 1)) {
        ("dearer" | "cheaper" | "costlier" | "pricier", _) => Some(end),
        ("more" | "less", "expensive" | "costly") => Some(end + 1),
        // *a third off the price of gas*
        ("off", _) => (end + 1..end + 4).find(|at| matches!(view.norm(*at), "price" | "prices")),
        ("more" | "less", _) => {
            (start.saturating_sub(4).max(view.range.start)..start).rev().find(|at| costs(view.norm(*at)))
        }
        _ => None,
    };
    let at = told_of?;
    let clause = view.clause(start);
    let goods = view.names_goods(&(clause.start..if view.norm(end) == "off" { clause.end } else { start }));
    let fact = search.follows || search.topic;
    let whose = view.actors.iter().any(|a| a.takes_part() && clause.contains(&a.at)) || fact;
    (search.unit.is_ratio() && goods && whose).then(|| told(search, at, Indicator::Price, Class::Noun))?
}
