//! Flows told by what one side lets another have or what leaves port, where no trigger phrase governs the figure.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *undertakes to provide Bangkok with **7,000 MW*** | exports | `provided_with` |
//! | ***30 million tonnes** of grain have left Russian ports* | exports | `left_port` |
//! | *goods worth **$64 million** crossed the border* | the trade of the talk | `crossed_border` |

use super::grammar::Role;
use super::head::is_border;
use super::indicator::{Found, Governor, Search};
use super::levied;
use super::told::{start_of, told, told_by_verb};
use crate::lexicon::Class;
use crate::lexicon::words::{costs, is_form_of_be, is_port, leads_infinitive};
use crate::model::{Dimension, Indicator};

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
    // *Jordan was provided by Egypt with 2 bcm*: who stands before the verb gets it.
    let passive = is_form_of_be(view.norm_before(verb, 1));
    (whom && first).then(|| told_by_verb(search, verb, Indicator::Exports, Class::VerbOut, passive))?
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

/// *Goods worth $64 million crossed the border posts of Busia*: of the trade spoken of; *8,176 MU crossed the southern border* is sold.
pub fn crossed_border(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let money = search.unit.is_sum();
    let end = search.end();
    // *118,000 head of cattle crossed the border*, but no lorries
    let counted = || search.unit.measure.dimension() == Dimension::Count && view.names_goods(&(end..end + 4));
    if !(money || search.unit.is_bulk() || counted()) {
        return None;
    }
    let clause = view.clause(end);
    // *Goods worth 3.9 billion euros changed hands between Finland and Estonia*
    let hands = (end..end + 6).find(|at| view.norm(*at) == "hands" && view.norm_before(*at, 1).starts_with("chang"));
    if let Some(hands) = hands.filter(|_| money && view.actors.iter().any(|a| a.role == Role::Between && a.at >= end)) {
        return told(search, hands, Indicator::Turnover, Class::Noun);
    }
    // *expects 40 Mt of coal to cross the border*
    let crossed = |at: &usize| {
        matches!(view.norm(*at), "crossed" | "crosses")
            || view.norm(*at) == "cross" && leads_infinitive(view.norm_before(*at, 1))
    };
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

/// *gas became 15 percent dearer for Georgia*, *cheaper by 15 dollars*, *Russian gas will cost Ukraine 15 percent more*, *knocked $100 off
/// the gas price*: what goods cost moved by so much.
pub fn dearer(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let moved = |at: usize| matches!(view.norm(at), "dearer" | "cheaper" | "costlier" | "pricier");
    let small = search.unit.is_ratio() || view.quantity(search.quantity).is_some_and(|q| q.exponent < 6);
    let by = start.checked_sub(2).filter(|at| view.norm(at + 1) == "by" && moved(*at) && view.range.contains(at));
    let told_of = by.or_else(|| match (view.norm(end), view.norm(end + 1)) {
        _ if moved(end) => Some(end),
        ("more" | "less", "expensive" | "costly") => Some(end + 1),
        // *a third off the price of gas*, *$100 off the gas price*
        ("off", _) => (end + 1..end + 8).find(|at| matches!(view.norm(*at), "price" | "prices")),
        ("more" | "less", _) => view.back(start, 4).rev().find(|at| costs(view.norm(*at))),
        _ => None,
    });
    let at = told_of?;
    let clause = view.clause(start);
    let goods = view.names_goods(&(clause.start..if view.norm(end) == "off" { clause.end } else { start }));
    let fact = search.follows || search.topic;
    let whose = view.actors.iter().any(|a| a.takes_part() && clause.contains(&a.at)) || fact;
    (small && goods && whose).then(|| told(search, at, Indicator::Price, Class::Noun))?
}

/// *40,000 tonnes are due from Egypt*, *Out of 420 million kWh due from Kenya*: what another has yet to hand over.
pub fn due_from(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let due = (end..end + 6).find(|at| view.norm(*at) == "due" && view.norm(at + 1) == "from")?;
    let goods = matches!(
        search.unit.measure.dimension(),
        Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Count
    );
    let plain = goods && !view.is_headed(&(end..due)) && view.first_quantity(&(end..due)).is_none();
    let named = view.actors.iter().any(|a| (due + 2..due + 4).contains(&a.at) && a.role == Role::From);
    (plain && named).then(|| told(search, due, Indicator::Exports, Class::VerbOut))?
}
