//! Parts of what was told before, and how much it moved, where the sentence only points back at it.
//!
//! | text | rule |
//! | --- | --- |
//! | *Exports were $1.2 billion. Fish weighed **40 percent** in the total* | `pointed_back` |
//! | *... Diamonds contributed **33 percent*** | `pointed_back` |
//! | *... **Forty-two percent** found its way to Iran* | `pointed_back` |
//! | *... It is a record, **9.4 percent** over the previous mark* | `pointed_back` |
//! | *Spain's gas was **39 percent** Algerian, 21 percent Nigerian* | `part_of_origin` |

use super::grammar::Role;
use super::head::Head;
use super::indicator::{Found, Governor, Search};
use super::told::{start_of, told};
use super::view::{Actor, View};
use super::{indicator, kind};
use crate::lexicon::words::{
    is_demonstrative, is_form_of_have, is_or_was, is_prior, opens_figure, parts_list, points_back,
};
use crate::lexicon::{Class, Topic};
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{Dimension, Indicator, Kind, Measure, Party, Span, Unit};

/// Whether a figure is a part by its form: a percentage or fraction below the whole, without a sign.
fn is_part(quantity: &QuantityMention) -> bool {
    let amount = &quantity.quantity;
    amount.unit == Unit::PERCENT
        && quantity.form != Form::Bare
        && quantity.sign.is_none()
        && !amount.value.is_negative()
        && amount.value < crate::model::Decimal::HUNDRED
}

/// Nouns that stand for what was told before.
fn is_whole(word: &str) -> bool {
    matches!(
        word,
        "total"
            | "exchange"
            | "trade"
            | "turnover"
            | "volume"
            | "volumes"
            | "amount"
            | "sum"
            | "whole"
            | "quantity"
            | "tonnage"
            | "flow"
            | "flows"
            | "traffic"
            | "bill"
            | "value"
            | "it"
            | "them"
            | "this"
            | "these"
            | "business"
            | "purchases"
            | "sales"
            | "cargo"
            | "freight"
            | "shipments"
            | "deliveries"
            | "supplies"
    )
}

/// *36.9 percent of the exchange*, *40.6 percent in the total*, *33 percent of the energy*, *a third of it*: where the whole ends.
fn whole_behind(view: &View<'_>, end: usize) -> Option<usize> {
    if !matches!(view.norm(end), "of" | "in") {
        return None;
    }
    let the = is_demonstrative(view.norm(end + 1)) || matches!(view.norm(end + 1), "the" | "all");
    let at = end + 1 + usize::from(the);
    let last = if is_whole(view.norm(at)) && (the || points_back(view.norm(at))) {
        at + 1
    } else {
        view.goods_at(at).filter(|_| the && view.norm(end) == "of")?.tokens.end
    };
    ends_there(view, last).then_some(last)
}

/// Whether what is told of a figure ends at a token: at a mark, *and*, a time or a place.
fn ends_there(view: &View<'_>, at: usize) -> bool {
    !view.range.contains(&at)
        || parts_list(view.norm(at))
        || opens_figure(view.norm(at))
        || matches!(
            view.norm(at),
            "." | "!" | "?" | ")" | "in" | "last" | "this" | "while" | "but" | "against" | "whereas"
        )
        || view.time_at(at).is_some()
}

/// Verbs by which goods or a country have their part.
fn has_part(word: &str) -> bool {
    matches!(
        word,
        "contributed"
            | "contributes"
            | "furnished"
            | "furnishes"
            | "weighed"
            | "weighs"
            | "represented"
            | "represents"
            | "formed"
            | "forms"
            | "constituted"
            | "constitutes"
            | "explained"
            | "explains"
            | "supplied"
            | "supplies"
            | "provided"
            | "provides"
            | "yielded"
            | "claimed"
            | "claims"
            | "absorbed"
            | "absorbs"
            | "drank"
            | "ate"
            | "took"
            | "takes"
            | "kept"
            | "keeps"
            | "retained"
            | "retains"
            | "got"
            | "gets"
            | "swallowed"
            | "bought"
            | "buys"
            | "received"
            | "receives"
            | "delivered"
            | "sent"
            | "gave"
            | "gives"
            | "covered"
            | "covers"
            | "comprised"
            | "consumed"
            | "used"
            | "burned"
    )
}

/// Who or what has the part before a verb: goods that open the clause, or a country that acts.
fn is_subject(view: &View<'_>, verb: usize) -> bool {
    let clause = view.clause(verb);
    let first =
        clause.start + usize::from(matches!(view.norm(clause.start), "the" | "and" | "while" | "but" | "whereas"));
    let near = |end: usize| {
        end <= verb
            && (end..verb).all(|at| {
                is_form_of_have(view.norm(at))
                    || matches!(view.norm(at), "alone" | "now" | "still" | "again" | "itself")
                    || view.norm(at).ends_with("ly")
            })
    };
    let goods = view
        .mentions
        .iter()
        .any(|m| matches!(m.what, What::Commodity(_)) && near(m.tokens.end) && m.tokens.start <= first + 2);
    let acts = |a: &Actor| a.role == Role::Subject && near(a.end) && a.party.is_country() && clause.contains(&a.at);
    goods || view.actors.iter().any(acts)
}

/// *found its way to Iran*, *ended up in Peru*: whether verbs behind a part that ends at a token say where it went.
fn went_behind(view: &View<'_>, end: usize) -> bool {
    let of_it = if view.norm(end) == "of" && points_back(view.norm(end + 1)) { 2 } else { 0 };
    let from = end + of_it + usize::from(view.norm(end + of_it) == ",");
    let verb = match (view.norm(from), view.norm(from + 1), view.norm(from + 2)) {
        ("found" | "made" | "finds", "its" | "their", "way") => from + 3,
        ("ended" | "ends" | "wound" | "finished", "up", _) => from + 2,
        // *Roughly half of that comes from Kirkuk*
        ("comes" | "came" | "come", "from", _) if of_it > 0 => {
            let the = usize::from(view.norm(from + 2) == "the");
            let named =
                view.tokens.get(from + 2 + the).is_some_and(|t| view.range.contains(&(from + 2)) && t.is_capitalised());
            return named;
        }
        ("landed" | "lands" | "sailed" | "travelled" | "headed" | "heads", _, _) => from + 1,
        ("is" | "was" | "were" | "are", "bound" | "destined" | "headed", _) => from + 2,
        _ => return false,
    };
    let reach = verb..verb + 4;
    let place = |a: &Actor| reach.contains(&a.at) && matches!(a.role, Role::To | Role::In | Role::For | Role::Via);
    view.actors.iter().any(place) || reach.clone().any(|at| matches!(view.norm(at), "abroad" | "overseas"))
}

/// The word that says that a figure is a part of what was told before.
fn part_told(view: &View<'_>, quantity: &QuantityMention) -> Option<usize> {
    if !is_part(quantity) {
        return None;
    }
    let (start, end) = (view.start_with_hedge(quantity), quantity.tokens.end);
    let moves = |at: usize| matches!(view.norm(at), "by" | "up" | "down" | "than" | "rose" | "fell");
    if moves(start.wrapping_sub(1)) {
        return None;
    }
    if went_behind(view, end) {
        return Some(end);
    }
    let verb = start.checked_sub(1).filter(|at| view.range.contains(at))?;
    let whole = whole_behind(view, end);
    // *accounted for*, *held on to*
    let particle = usize::from(matches!(view.norm(verb), "for" | "to" | "up"));
    let told = verb.wrapping_sub(particle);
    let verbal = has_part(view.norm(told))
        || particle > 0 && matches!(view.norm(told), "accounted" | "accounts" | "made" | "makes" | "on");
    let subject = || is_subject(view, if view.norm(told) == "on" { told.wrapping_sub(1) } else { told });
    if whole.is_some() && verbal && (subject() || whole.is_some_and(|last| last > end + 2)) {
        return Some(told);
    }
    (has_part(view.norm(told)) && ends_there(view, end) && subject()).then_some(told)
}

/// A part or a change of what was told before.
pub fn pointed_back(search: &Search<'_, '_>) -> Found {
    part_again(search).or_else(|| moved_again(search)).or_else(|| {
        let told = that_is(search.view, search.view.quantity(search.quantity)?)?;
        (search.topic && !search.follows).then(|| (Governor::Topic, Some(search.view.tokens[told].span)))
    })
}

/// *That is 42 per cent of the 450 million kg which Kenya shipped*: the verb by which a sentence says of what part the statement before
/// was.
fn that_is(view: &View<'_>, quantity: &QuantityMention) -> Option<usize> {
    let first = view.range.start;
    let verb = first + 1 + usize::from(view.norm(first + 1) == "figure");
    let is = is_or_was(view.norm(verb)) || matches!(view.norm(verb), "makes" | "equals" | "represents" | "made");
    let part = is_part(quantity) && view.norm(quantity.tokens.end) == "of";
    (part && is && matches!(view.norm(first), "that" | "this" | "it") && view.start_with_hedge(quantity) <= verb + 2)
        .then_some(verb)
}

/// *Fish weighed 40 percent in the total*, *Diamonds contributed 33 percent*: a part of what was told before.
fn part_again(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let told = part_told(view, view.quantity(search.quantity)?).filter(|_| search.topic || search.follows)?;
    let clause = view.clause(search.start());
    let other = |h: &super::head::Head| {
        clause.contains(&h.at)
            && h.at != told
            && !matches!(h.topic, Topic::Same | Topic::Flow)
            && h.class != Class::Agent
    };
    // *3 percent of the vote*, *of the seats*
    if view.heads.iter().any(other) {
        return None;
    }
    let governor = if search.follows { Governor::Previous } else { Governor::Topic };
    Some((governor, Some(view.tokens[told].span)))
}

/// The same as what kind of figure it is.
pub fn is_part_again(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let told = part_told(asked.view, asked.quantity).or_else(|| that_is(asked.view, asked.quantity))?;
    Some(((Kind::Share, 1), Some(asked.view.tokens.get(told)?.span)))
}

/// *accounted for **$7.3 billion**, or **30 percent**, of Peru's imports*: what a figure is of, over the same told again behind it.
pub fn over_an_aside(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let of = behind_aside(view, view.quantity(search.quantity)?).filter(|_| view.quantities.len() > 1)?;
    let head = view.heads.iter().find(|h| h.at > of && h.at <= of + 8 && h.class == Class::Noun)?;
    let first = view.first_quantity(&(of..head.at)).is_none();
    (first && !matches!(head.topic, Topic::Same | Topic::Flow)).then(|| indicator::found(search, *head))?
}

/// Where *of* stands that tells what a figure is a part of, behind an aside or closing one.
fn behind_aside(view: &View<'_>, quantity: &QuantityMention) -> Option<usize> {
    let (start, end) = (view.start_with_hedge(quantity), quantity.tokens.end);
    let opens = match view.norm(end) {
        "," | "(" | "-" => end + 1,
        ")" => end,
        _ => return None,
    };
    let or = opens + usize::from(view.norm(opens) == "or");
    // The first goes over the second, the second over what closes it.
    let again = |q: &&QuantityMention| view.start_with_hedge(q) == or && or >= opens && q.tokens.start > end;
    let of = match view.figures().find(again) {
        Some(again) => again.tokens.end + 1,
        None if matches!(view.norm_before(start, 1), "or" | "(") => end + 1,
        None => return None,
    };
    let closes = matches!(view.norm_before(of, 1), "," | ")" | "-");
    let which = matches!(view.norm(of + 1), "which" | "whom" | "this" | "these");
    (closes && view.norm(of) == "of" && !which).then_some(of)
}

/// Whether a figure is told over an aside what it is a part of.
pub fn is_over_an_aside(view: &View<'_>, quantity: &QuantityMention) -> bool {
    behind_aside(view, quantity).is_some()
}

/// *Basmati accounted for **$221 million** of this*: an amount of what was told before.
pub fn amount_of_it(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let it = end + 1 + usize::from(view.norm(end + 1) == "all");
    let points =
        view.norm(end) == "of" && (points_back(view.norm(it)) || view.norm(it) == "which") && ends_there(view, it + 1);
    let verb = start_of(search).checked_sub(1)?;
    let particle = usize::from(matches!(view.norm(verb), "for" | "up"));
    let has = has_part(view.norm_before(verb, particle))
        || matches!(view.norm_before(verb, particle), "accounted" | "accounts" | "made" | "makes" | "was" | "were");
    let goods = matches!(search.unit.measure.dimension(), Dimension::Mass | Dimension::Volume | Dimension::Energy);
    let plain = (search.unit.is_sum() || goods) && !search.unit.is_price();
    let governor = if search.follows { Governor::Previous } else { Governor::Topic };
    (plain && points && has && (search.topic || search.follows)).then(|| (governor, Some(view.tokens[it].span)))
}

/// Who has the part that a figure over an aside tells, and whose the whole is: *Italy* and *Algeria* in *Italy accounted for $4.1 billion
/// (16 percent) of Algeria's exports*; of investment, who gives it and who gets it.
pub fn part_and_whole(view: &View<'_>, figure: usize, head: &Head) -> Option<[(Party, Span); 2]> {
    let clause = view.clause(figure);
    let has = view.actors.iter().rfind(|a| {
        clause.contains(&a.at)
            && a.end <= figure
            && a.party.is_country()
            && matches!(a.role, Role::Subject | Role::In | Role::Modifier)
    })?;
    let behind = head.end..head.end + 4;
    let owns = |a: &&Actor| match a.role {
        Role::Possessor | Role::Modifier => a.end <= head.at && a.at > figure,
        Role::Of | Role::To | Role::In => behind.contains(&a.at),
        _ => false,
    };
    let whole = view.actors.iter().find(owns).filter(|a| a.party != has.party)?;
    let (has, whole) = ((has.party, has.span), (whole.party, whole.span));
    Some(if head.indicator() == Some(Indicator::Investment) { [has, whole] } else { [whole, has] })
}

/// *Serbia owes half of its gas to the Russian pipe*: what it buys there.
pub fn owed_to(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let its = view.norm(end) == "of" && matches!(view.norm(end + 1), "its" | "their");
    let goods = view.goods_at(end + 2).filter(|_| its && search.unit.is_ratio())?;
    let to = goods.tokens.end;
    let the = usize::from(view.norm(to + 1) == "the");
    let verb = start_of(search).checked_sub(1)?;
    let owes =
        matches!(view.norm(verb), "owes" | "owe" | "owed" | "entrusts" | "leaves" | "left") && view.norm(to) == "to";
    let source = view.actors.iter().find(|a| a.at == to + 1 + the && a.party.is_country())?;
    let buyer = view.actors.iter().find(|a| a.role == Role::Subject && a.end <= verb && a.party != source.party)?;
    (owes && buyer.party.is_country()).then(|| told(search, verb, Indicator::Imports, Class::VerbIn))?
}

/// *9.4 percent over the previous year's mark*, *a fifth more than ever*, *Nearly fivefold!*: the word that sets a figure over or
/// below what was before, and which of the two.
fn mark_behind(view: &View<'_>, end: usize) -> Option<i8> {
    let (sign, from) = match (view.norm(end), view.norm(end + 1)) {
        ("over" | "above" | "beyond", _) => (1, end + 1),
        ("up", "on") | ("ahead" | "north", "of") => (1, end + 2),
        ("below", _) => (-1, end + 1),
        ("down", "on") | ("short" | "shy", "of") => (-1, end + 2),
        _ => return None,
    };
    let mark = |at: usize| {
        is_prior(view.norm(at))
            || matches!(view.norm(at), "mark" | "level" | "figure" | "record" | "year" | "last")
            || view.time_at(at).is_some()
    };
    (from..from + 4).any(mark).then_some(sign)
}

/// *It is a record, 9.4 percent over the previous year's mark*: how much what was told before moved.
fn moved_again(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if !search.unit.is_ratio()
        || !(search.topic || search.follows)
        || view.heads.iter().any(|h| !matches!(h.topic, Topic::Same | Topic::Flow))
    {
        return None;
    }
    let start = search.start();
    let governor = if search.follows { Governor::Previous } else { Governor::Topic };
    // *Nearly fivefold!*
    let alone = view.range.len() <= 4 && search.unit.measure == Measure::Times && view.actors.is_empty();
    let first = view.norm(view.range.start);
    let told = view.quantity(search.quantity).map_or(start, |q| view.start_with_hedge(q));
    let points = matches!(first, "it" | "that" | "this" | "which") || told == view.range.start;
    let mark = || mark_behind(view, search.end()).filter(|_| points);
    (alone || mark().is_some()).then_some((governor, None))
}

/// The same as what kind of figure it is.
pub fn is_over_a_mark(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let end = asked.quantity.tokens.end;
    let sign = mark_behind(asked.view, end).filter(|_| asked.ratio())?;
    Some(((Kind::Change, sign), Some(asked.view.tokens.get(end)?.span)))
}

/// *Spain's gas was 39 percent Algerian*, *Half of Peru's cocoa was Ghanaian*: where a part of the goods comes from that a country has.
fn origin_told<'v>(view: &'v View<'_>, quantity: &QuantityMention) -> Option<(&'v Actor, &'v Mention)> {
    if !is_part(quantity) {
        return None;
    }
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let was = |at: usize| is_or_was(view.norm(at)) || matches!(view.norm(at), "came" | "comes");
    let clause = view.clause(start);
    let adjective = |at: usize| {
        view.actors.iter().find(|a| a.at == at && a.party.is_country()).filter(|a| {
            ends_there(view, a.end)
                && view.mentions.iter().any(|m| {
                    m.tokens.start == at && matches!(m.what, What::Party(_, crate::lexicon::NameForm::Adjective))
                })
        })
    };
    let behind = adjective(end).filter(|_| (clause.start..start).any(was));
    let late = || (end..(end + 9).min(clause.end)).find(|at| was(*at)).and_then(|at| adjective(at + 1));
    let origin = behind.or_else(late)?;
    let goods = view.mentions.iter().find(|m| {
        clause.contains(&m.tokens.start) && matches!(m.what, What::Commodity(_)) && m.tokens.end <= origin.at
    })?;
    owner_of(view, goods, origin).is_some().then_some((origin, goods))
}

/// *Spain's gas was 39 percent Algerian*: what it buys there.
pub fn part_of_origin(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let (_, goods) = origin_told(view, view.quantity(search.quantity)?)?;
    let head = Head::unsaid(goods.tokens.start, goods.span, Indicator::Imports);
    Some((Governor::Head(head), Some(goods.span)))
}

/// Who buys, and where the part comes from: *Spain* and *Algerian* in *Spain's gas was 39 percent Algerian*.
pub fn buyer_and_origin(view: &View<'_>, quantity: &QuantityMention) -> Option<[(Party, Span); 2]> {
    let (origin, goods) = origin_told(view, quantity)?;
    let owner = owner_of(view, goods, origin)?;
    Some([(owner.party, owner.span), (origin.party, origin.span)])
}

/// Whose goods they are of which a part comes from elsewhere.
fn owner_of<'v>(view: &'v View<'_>, goods: &Mention, origin: &Actor) -> Option<&'v Actor> {
    view.actors.iter().find(|a| {
        a.end <= goods.tokens.start
            && goods.tokens.start - a.end <= 2
            && a.party != origin.party
            && matches!(a.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin)
    })
}

/// Who takes the part of an export, or gives that of an import, that a verb tells: *Pakistan* in *Pakistan drank a third of it*.
pub fn has_it<'v>(view: &'v View<'_>, quantity: &QuantityMention) -> Option<&'v Actor> {
    // *of which Algeria swallowed 9,000 tonnes*
    let of_which = || {
        let verb = view.start_with_hedge(quantity).checked_sub(1)?;
        (view.is_of_which(quantity) && has_part(view.norm(verb))).then_some(verb)
    };
    let verb = part_told(view, quantity).filter(|at| *at < quantity.tokens.start).or_else(of_which)?;
    let clause = view.clause(verb);
    view.actors.iter().find(|a| {
        a.role == Role::Subject && a.end <= verb && verb - a.end <= 3 && a.party.is_country() && clause.contains(&a.at)
    })
}

/// The same as what kind of figure it is.
pub fn is_part_of_origin(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let (origin, _) = origin_told(asked.view, asked.quantity)?;
    Some(((Kind::Share, 1), Some(origin.span)))
}
