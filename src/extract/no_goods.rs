//! Figures beside words of trade that count no goods of a country: money that customs collect, people on the move, mail, claims, works
//! that are done by so much, stakes, what is lifted in sport.
//!
//! | text | rule |
//! | --- | --- |
//! | *Duties collected on imports came to **$21 million*** | `levy_on_trade` |
//! | *The customs transferred **$5 million** to the budget* | `levy_on_trade` |
//! | *2 million travellers passed through the port, **4 percent** fewer* | `people_on_the_move` |
//! | ***300 tonnes** of parcels were sent* | `mail` |
//! | *a claim for unpaid bills of **$450 million*** | `claim` |
//! | *The terminal is **95 percent** rebuilt* | `work_done` |
//! | *the mine of Tenke (Ivarsson **39 percent**, Zhong 31 percent)* | `stake_in_bracket` |
//! | *lifted **241 kg** at the third attempt* | `lifted_by_hand` |
//! | *On the bazaar veal is sold at **24 lari a kilo*** | `price_on_a_bazaar` |
//! | *turnover of 2,914 lots of **50 tonnes*** | `size_of_lot` |
//! | *heaters above **2 kW*** | `power_of_a_device` |
//! | *The lorry burns **35 litres*** | `in_a_tank` |

use super::grammar::Opening;
use super::head::Head;
use super::indicator::Governor;
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{is_form_of_be, tells_one_way};
use crate::mention::{Mention, QuantityMention, What};
use crate::model::{Decimal, Dimension, Indicator, Measure, Unit};
use crate::token::Shape;

/// The name of the rule by which a figure counts no goods of a country.
pub fn counts_no_goods(
    view: &View<'_>,
    written: &QuantityMention,
    unit: Unit,
    governor: Governor,
) -> Option<&'static str> {
    let head = match governor {
        Governor::Head(head) => Some(head),
        _ => None,
    };
    if head.is_some_and(|head| people_move(view, head)) {
        return Some("people_on_the_move");
    }
    match unit.measure.dimension() {
        Dimension::Money if unit.per.is_none() => of_money(view, written, head),
        Dimension::Money => on_a_bazaar(view, unit).then_some("price_on_a_bazaar"),
        Dimension::Mass if unit.per.is_none() => of_mass(view, written, head),
        Dimension::Power if unit.per.is_none() => is_of_a_device(written).then_some("power_of_a_device"),
        Dimension::Volume if unit.per.is_none() => is_of_a_tank(written).then_some("in_a_tank"),
        Dimension::Ratio => of_ratio(view, written, head),
        _ => None,
    }
}

/// *2.7 million **people** passed*, *travellers brought*: whether those who move are people.
fn people_move(view: &View<'_>, head: Head) -> bool {
    let person = |at: usize| {
        matches!(
            view.norm(at),
            "people"
                | "passengers"
                | "travellers"
                | "travelers"
                | "tourists"
                | "visitors"
                | "pilgrims"
                | "motorists"
                | "holidaymakers"
        )
    };
    let moves = head.indicator().is_some_and(|i| i.is_one_way() || i == Indicator::Transit);
    if matches!(head.class, Class::Noun | Class::Agent) || !moves {
        return false;
    }
    let last = head.at.wrapping_sub(1 + usize::from(is_form_of_be(view.norm_before(head.at, 1))));
    // *The nation of 22 million people shipped 4 million tonnes*
    let counted = view.figures().find(|q| q.tokens.end == last).map(|q| view.start_with_hedge(q));
    view.range.contains(&last)
        && person(last)
        && !counted.is_some_and(|at| matches!(view.norm_before(at, 1), "of" | "with"))
}

/// Whether a word names what a state takes at its border.
fn is_levy(word: &str) -> bool {
    matches!(
        word,
        "duty" | "duties" | "tax" | "taxes" | "vat" | "excise" | "excises" | "levy" | "levies" | "cess" | "dues"
    )
}

/// What a sum is that pays for no goods.
fn of_money(view: &View<'_>, written: &QuantityMention, head: Option<Head>) -> Option<&'static str> {
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    let near = start.saturating_sub(7).max(view.range.start)..start;
    let claim = |at: usize| {
        matches!(
            view.norm(at),
            "claim"
                | "claims"
                | "arrears"
                | "damages"
                | "compensation"
                | "lawsuit"
                | "unpaid"
                | "overdue"
                | "outstanding"
        ) || matches!(view.norm(at), "owes" | "owe" | "owed")
    };
    let clause = view.clause(start);
    if near.clone().any(|at| claim(at) && clause.contains(&at)) {
        return Some("claim");
    }
    (levied_on(view, start, head) || by_customs(view, start, end)).then_some("levy_on_trade")
}

/// *VAT and duties collected at the border on **imports** came to*, *The excise on imported cigarettes brought*: whether what is told is levied on
/// the trade that the head names.
fn levied_on(view: &View<'_>, start: usize, head: Option<Head>) -> bool {
    let Some(head) = head.filter(|h| h.at < start && (h.at..h.end).any(|at| tells_one_way(view.norm(at)))) else {
        return false;
    };
    let clause = view.clause(start);
    let from = clause.start.max(head.at.saturating_sub(10));
    let Some(levy) = (from..head.at).rfind(|at| is_levy(view.norm(*at)) || matches!(view.norm(*at), "payments")) else {
        return false;
    };
    let on = (levy + 1..head.at).rfind(|at| matches!(view.norm(*at), "on" | "from" | "for"));
    let plain = |at: usize| view.tokens[at].shape == Shape::Word;
    on.is_some_and(|on| head.at - on <= 3 && (on..head.at).all(plain))
        && !view.heads.iter().any(|h| {
            h.at < levy
                && clause.contains(&h.at)
                && h.class == Class::Noun
                && (h.at..h.end).any(|at| tells_one_way(view.norm(at)))
        })
}

/// *The customs **transferred** $5 million to the budget*, *the customs service collected 62 billion soms*: what an office at the border takes in.
fn by_customs(view: &View<'_>, start: usize, end: usize) -> bool {
    let clause = view.clause(start);
    let verb = |at: &usize| {
        matches!(
            view.norm(*at),
            "collected" | "transferred" | "remitted" | "generated" | "raised" | "collects" | "yielded"
        )
    };
    // *against N1.2 trillion in 2018*
    let first = if view.comparing_before(start).is_some() { clause.start } else { start.saturating_sub(3) };
    let Some(verb) = (clause.start.max(first)..start).rfind(verb) else { return false };
    let office = (clause.start..verb).any(|at| view.norm(at) == "customs");
    let budget = |at: usize| {
        is_levy(view.norm(at)) || matches!(view.norm(at), "budget" | "treasury" | "revenue" | "revenues" | "coffers")
    };
    office && (end..end + 12).any(|at| clause.contains(&at) && budget(at))
}

/// What a weight is that is no weight of goods in trade.
fn of_mass(view: &View<'_>, written: &QuantityMention, head: Option<Head>) -> Option<&'static str> {
    let (start, end) = (written.tokens.start, written.tokens.end);
    if view.norm(end) == "of"
        && matches!(view.norm(end + 1), "parcels" | "mail" | "post" | "letters" | "luggage" | "baggage")
    {
        return Some("mail");
    }
    if view.norm_before(start, 1) == "of" && view.norm_before(start, 2) == "lots" {
        return Some("size_of_lot");
    }
    let lifted = head.is_some_and(|h| view.norm(h.at).starts_with("lift"));
    (lifted && written.factor < Decimal::ONE).then_some("lifted_by_hand")
}

/// *heaters above 2 kW*: less than a line or a plant gives.
fn is_of_a_device(written: &QuantityMention) -> bool {
    Decimal::from(50_000) > written.quantity.value && !written.quantity.value.is_negative()
}

/// *burns 35 litres*: less than is told of trade.
fn is_of_a_tank(written: &QuantityMention) -> bool {
    written.factor < Decimal::ONE && written.quantity.value < Decimal::ONE && !written.quantity.value.is_negative()
}

/// *On the Central **bazaar** potatoes are sold at 1.80 lari a kilo*: what people pay for a little.
fn on_a_bazaar(view: &View<'_>, unit: Unit) -> bool {
    let little = matches!(unit.per, Some(Measure::Tonne | Measure::Litre | Measure::Items));
    little
        && view.range.clone().any(|at| {
            matches!(view.norm(at), "bazaar" | "bazaars" | "shops" | "supermarket" | "supermarkets" | "stallholders")
        })
}

/// What a ratio is of that is no part or growth of trade.
fn of_ratio(view: &View<'_>, written: &QuantityMention, head: Option<Head>) -> Option<&'static str> {
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    if matches!(
        view.norm(end),
        "complete"
            | "completed"
            | "finished"
            | "ready"
            | "refurbished"
            | "rebuilt"
            | "repaired"
            | "renovated"
            | "restored"
            | "built"
            | "assembled"
    ) {
        return Some("work_done");
    }
    if levied_on(view, start, head) && head.is_some_and(|h| h.class == Class::Noun) {
        return Some("levy_on_trade");
    }
    is_stake(view, written).then_some("stake_in_bracket")
}

/// *the mine of Tenke (Ivarsson 39 percent, Zhong 31 percent)*: whether names that no table has are set before ratios in the bracket behind a
/// name, each with its own.
fn is_stake(view: &View<'_>, written: &QuantityMention) -> bool {
    let index = view.segment(written.tokens.start);
    let segment = view.segment_tokens(index);
    let inside = view.segments.get(index).is_some_and(|s| s.opening == Opening::Bracket);
    let open = (view.range.start..segment.start + 1).rfind(|at| view.norm(*at) == "(");
    let Some(open) = open.filter(|open| !(*open..written.tokens.start).any(|at| view.norm(at) == ")")) else {
        return false;
    };
    let close = (written.tokens.end..view.range.end).find(|at| view.norm(*at) == ")");
    let named = |at: usize| {
        view.range.contains(&at)
            && view.tokens[at].is_capitalised()
            && view.tokens[at].text.len() > 2
            && !view.tokens[at].norm.ends_with('s')
            && !view.mentions.iter().any(|m: &Mention| m.tokens.contains(&at))
    };
    let shares =
        |m: &&Mention| matches!(&m.what, What::Quantity(q) if q.quantity.unit == Unit::PERCENT && q.sign.is_none());
    let Some(close) = close.filter(|_| inside || open < segment.start) else { return false };
    let within = || view.mentions.iter().filter(|m| (open..close).contains(&m.tokens.start));
    let several = within().filter(shares).count() >= 2;
    // *Kamoa-Kakula*
    let site = |at: usize| named(at) || view.norm_before(at, 1) == "-" && view.tokens[at].is_joined();
    several && open > 0 && site(open - 1) && within().all(|m| !shares(&m) || named(m.tokens.start.wrapping_sub(1)))
}
