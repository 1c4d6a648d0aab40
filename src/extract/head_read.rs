//! What a word for what is counted stands for in its sentence: goods that have a price, what is taken in, what was earned.

use super::grammar::Role;
use super::head::Head;
use super::indicator::Search;
use super::view::{Actor, View};
use crate::lexicon::words::{is_article, is_line, is_part_noun, is_worldwide};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::{Indicator, Measure, Party, Unit};

/// The noun of trade that opens the clause whose figure, total or level is told for comparison.
pub fn compares_its_own(view: &View<'_>, same: &Head) -> Option<Head> {
    let clause = view.clause(same.at);
    let noun = view
        .heads
        .iter()
        .rfind(|h| (clause.start..same.at).contains(&h.at) && h.class == Class::Noun && h.indicator().is_some())?;
    let compares = (noun.end..same.at).any(|at| view.comparing_before(at).is_some());
    let figure = view.first_quantity(&(noun.end..same.at)).is_some();
    (compares && !figure).then_some(*noun)
}

/// *exported to Guatemala merchandise by an amount of 802 million*, *imported goods for the sum of 1.2 billion*: the verb of trade whose
/// amount the noun tells.
pub fn amount_of_verb(view: &View<'_>, same: &Head) -> Option<Head> {
    let amount = matches!(view.norm_before(same.end, 1), "amount" | "sum" | "value");
    let article = |at: usize| is_article(view.norm(at)) || matches!(view.norm(at), "total" | "overall");
    // *exported the second-largest volume of LNG, averaging 10.1 Bcf/d*: what the verb has as its object.
    if matches!(view.norm_before(same.end, 1), "volume" | "volumes" | "quantity" | "quantities" | "amount" | "amounts")
        && view.norm(same.end) == "of"
        && let Some(verb) = view.heads.iter().rfind(|h| h.end <= same.at).filter(|h| same.at - h.end <= 6)
        && matches!(verb.class, Class::VerbOut | Class::VerbIn)
        && view.first_quantity(&(verb.end..same.at)).is_none()
    {
        return Some(*verb);
    }
    let link = (1..=3).map(|back| same.at.wrapping_sub(back)).find(|at| !article(*at))?;
    if !amount || view.norm(same.end) != "of" || !matches!(view.norm(link), "by" | "for" | "in" | "to") {
        return None;
    }
    let clause = view.clause(same.at);
    let verb = view.heads.iter().rfind(|h| (clause.start..same.at).contains(&h.at))?;
    let trades = matches!(verb.class, Class::VerbOut | Class::VerbIn) && verb.topic != Topic::Flow;
    (trades && view.first_quantity(&(verb.end..same.at)).is_none()).then_some(*verb)
}

/// *The amount of gas transferred through this line to China reached 4.1 bcm*: what is told to have been moved.
pub fn amount_moved(view: &View<'_>, same: &Head) -> Option<Head> {
    let goods = view.mentions.iter().find(|m| {
        view.norm(same.end) == "of"
            && (same.end + 1..same.end + 4).contains(&m.tokens.start)
            && matches!(m.what, What::Commodity(_))
    })?;
    let at = goods.tokens.end;
    let moved = matches!(
        view.norm(at),
        "transferred"
            | "transported"
            | "shipped"
            | "delivered"
            | "supplied"
            | "pumped"
            | "sent"
            | "carried"
            | "piped"
            | "moved"
    );
    let (topic, span) = (Topic::Of(Indicator::Exports), view.tokens[at].span);
    moved.then(|| Head { at, end: at + 1, span, topic, class: Class::VerbOut, passive: true })
}

/// Whether a head is the noun for how much was sold.
pub fn verb_free(view: &View<'_>, head: &Head) -> bool {
    head.class == Class::Noun && matches!(view.norm(head.at), "sales" | "sale")
}

/// Whether an earlier figure of the sentence was counted in the same and made no fact.
pub fn passed_over_before(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let earlier = view.quantities.iter().take_while(|q| **q < search.quantity).filter_map(|q| view.quantity(*q));
    !search.follows
        && !search.unit.is_ratio()
        && earlier.into_iter().any(|q| q.quantity.unit.measure.dimension() == search.unit.measure.dimension())
}

/// *Coal costs were down 0.3 pct*, *the price index for energy goods*: what goods cost is their price.
pub fn is_price_of_goods(view: &View<'_>, head: &Head) -> bool {
    let goods = |place: &dyn Fn(&crate::mention::Mention) -> bool| {
        view.mentions.iter().any(|m| place(m) && matches!(m.what, What::Commodity(_)))
    };
    match view.norm(head.at) {
        "cost" | "costs" => goods(&|m| m.tokens.end == head.at),
        "index" => {
            matches!(view.norm_before(head.at, 1), "price" | "prices")
                && matches!(view.norm(head.end), "for" | "of")
                && goods(&|m| (head.end + 1..head.end + 5).contains(&m.tokens.start))
        }
        _ => false,
    }
}

/// *U.S. crude supplies fell by 2 million barrels last week*: what is in store, where so much of it is told of a week.
pub fn is_in_store(view: &View<'_>, head: &Head, unit: Unit) -> bool {
    let noun = head.class == Class::Noun && matches!(view.norm(head.at), "supply" | "supplies");
    let weekly = || view.range.clone().any(|at| matches!(view.norm(at), "week" | "weekly"));
    noun && unit == Unit::of(Measure::Barrel) && !matches!(view.norm(head.end), "to" | "from" | "for") && weekly()
}

/// *World oil supply*, *non-OPEC supplies*, *liquids supply*, *supply growth*: what all of them bring up.
pub fn is_made_by_the_world(view: &View<'_>, head: &Head) -> bool {
    if head.class != Class::Noun || !matches!(view.norm(head.at), "supply" | "supplies") {
        return false;
    }
    let goods = view.goods_before(head.at);
    let before = goods.map_or(head.at, |m| m.tokens.start);
    let plus = usize::from(view.norm_before(before, 1) == "+");
    // *Liquids supply from outside the pact*, *its supply growth outlook*
    let grows = || matches!(view.norm(head.end), "growth" | "outlook" | "forecast");
    if matches!(view.norm_before(head.at, 1), "liquid" | "liquids") || goods.is_none() && grows() {
        return true;
    }
    let s = 2 * usize::from(view.norm_before(before, 1) == "s" && view.norm_before(before, 2) == "'");
    (is_worldwide(view.norm(before.wrapping_sub(1 + plus + s)))
        || view.norm(before.wrapping_sub(1 + plus + s)) == "opec")
        && !matches!(view.norm(head.end), "to" | "from" | "for")
}

/// *Angola's crude flow rose to 1.1 million b/d*, *Kazakhstan flow fell 3%*: what a country's fields bring up, where it is told to go nowhere.
/// *Crude and condensate flow declined to 13.5 million b/d*, *Oil flow peaked in the U.S.S.R. at 12.5 million b/d* likewise.
pub fn is_flow_of_fields(search: &Search<'_, '_>, head: &Head) -> bool {
    let (view, unit) = (search.view, search.unit);
    let barrels = |unit: Unit| unit.is_rate() && unit.measure == Measure::Barrel;
    let counted = barrels(unit) || unit.is_ratio() && view.figures().any(|q| barrels(q.quantity.unit));
    if view.norm(head.at) != "flow" || head.end != head.at + 1 || !counted {
        return false;
    }
    // *crude and condensate flow*, *first-quarter oil flow*
    let phrase = view.back(head.at, 8);
    let owner = view.actors.iter().rfind(|a| phrase.contains(&a.at) && a.party != Party::WORLD);
    let described = |at: usize| {
        view.goods_over(at).is_some()
            || matches!(
                view.norm(at),
                "'" | "’" | "s" | "and" | "crude" | "condensate" | "oil" | "liquids" | "total" | "daily"
            )
    };
    let owns = |a: &Actor| {
        matches!(a.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin | Role::Subject)
            && (a.end..head.at).all(described)
    };
    let way = |a: &Actor| matches!(a.role, Role::To | Role::From | Role::Via | Role::Between);
    let clause = view.clause(head.at);
    let goes = matches!(view.norm(head.end), "to" | "from" | "through" | "via" | "into" | "of");
    let moved = view.actors.iter().any(|a| clause.contains(&a.at) && way(a)) || !view.routes.is_empty() || goes;
    let line =
        clause.clone().any(|at| is_line(view.norm(at)) || matches!(view.norm(at), "terminal" | "port" | "canal"));
    let here = |a: &Actor| a.role == Role::In && (head.end..head.end + 5).contains(&a.at);
    let unowned = || {
        let goods = view.goods_before(head.at).is_some() && owner.is_none();
        let condensate = |at: usize| view.norm(at) == "condensate";
        goods && (view.actors.iter().any(here) || (view.clause(head.at).start..head.at).any(condensate))
    };
    let told = !search.exports_before && !search.imports_before;
    (owner.is_some_and(owns) || told && unowned()) && !moved && !line
}

/// *U.S. oil supply will rise by 0.4 mb/d*, *Libyan supply averaged 1.1 million bpd*: what a country brings up, told by the day.
pub fn is_brought_up(view: &View<'_>, head: &Head, unit: Unit) -> bool {
    let noun = head.class == Class::Noun && head.end == head.at + 1 && view.norm(head.at) == "supply";
    let daily = unit.measure == Measure::Barrel && unit.is_rate();
    let near = head.end..head.end + 6;
    let sent = || view.actors.iter().any(|a| matches!(a.role, Role::To | Role::From) && near.contains(&a.at));
    noun && daily && !matches!(view.norm(head.end), "to" | "from" | "for") && !sent()
}

/// *52 percent of Spain's gas supply*, *its share of the EU's supplies*: the supply that a country has is what it takes in.
pub fn is_taken_in(view: &View<'_>, head: &Head) -> bool {
    let noun = head.class == Class::Noun && matches!(view.norm(head.at), "supply" | "supplies");
    if !noun || matches!(view.norm(head.end), "to" | "for") {
        return false;
    }
    let Some(of) = view.back(head.at, 7).rev().find(|at| view.norm(*at) == "of") else {
        return false;
    };
    let whole = is_part_noun(view.norm_before(of, 1))
        || view.mentions.iter().any(|m| m.tokens.end == of && matches!(m.what, What::Quantity(_)));
    let owner = view.actors.iter().find(|a| of < a.at && a.end <= head.at && a.takes_part());
    // *a third of Norway's supplies* are what it sells, unless another gives the part.
    let given = |owner: &Actor| {
        let mut others = view.actors.iter().filter(|a| a.takes_part() && a.party != owner.party);
        others.any(|a| a.at < of || a.role == Role::From)
    };
    whole && owner.is_some_and(|a| view.norm(head.at) == "supply" || given(a))
}

/// *an export target of 17 mln bags and revenue of 2 billion*: the money that the goods bring.
pub fn is_earned(view: &View<'_>, head: &Head) -> bool {
    matches!(view.norm(head.at), "revenue" | "revenues") && matches!(view.norm_before(head.at, 1), "and" | "," | "with")
}

/// What is sold and bought without being goods.
pub fn is_security(word: &str) -> bool {
    matches!(
        word,
        "shares" | "stock" | "stocks" | "bonds" | "equities" | "securities" | "stake" | "stakes" | "assets" | "tickets"
    )
}
