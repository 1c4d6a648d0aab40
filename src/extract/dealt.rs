//! Figures of deals: what is ordered, sold, moved and relied on, where no trigger phrase governs them.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *the sale of **150,000 tonnes** of corn* | exports | `sale_of` |
//! | *relies on Russia for **40 percent** of its gas* | imports | `relies_on` |
//! | *this year's exchange will be **29 billion markka*** | turnover | `exchange_of_goods` |
//! | *will lend **2 million barrels** of crude to Malta* | exports | `lent_in_goods` |
//! | *traders in France received **28,000 tonnes*** of licences to export | exports | `traders_got` |
//! | *Ukraine moved **5 million tonnes** of grain* | exports | `moved` |
//! | *has lined up buyers for **9.5 million tonnes*** | exports | `buyers_found` |
//! | *is to swap **50,000 tonnes** of phosphate for plywood* | exports | `swapped` |
//! | *took **22 percent** of the coffee Colombia exported* | exports | `part_of_sold` |
//! | *dependence on Gulf oil rose to **55 percent*** | imports | `dependence_on` |
//! | *a **300,000 barrels** shipment of crude* | exports | `load_behind` |
//! | *awarded a contract to X to supply **27,000 tonnes*** | imports | `ordered` |
//! | *Iran traded **59 million tons** of goods with its neighbours* | turnover | `traded` |

use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::naming::unknown_goods_at;
use super::told::{start_of, told};
use super::view::{Actor, View};
use crate::lexicon::words::{
    are_buyers, awards, is_form_of_have, is_load, is_merchandise, is_or_was, is_order, is_receipts, is_reliance,
    leads_infinitive, offers, relies,
};
use crate::lexicon::{Class, Topic};
use crate::mention::{Form, What};
use crate::model::{Dimension, Indicator};

/// *awarded a contract to a U.S. house to supply **27,000 tonnes***: who gives the order buys what another supplies.
pub fn ordered(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = search.start();
    // *to supply two cargoes, totalling 60,000 tonnes*
    let to = |at: &usize| {
        view.norm(*at) == "to"
            && matches!(view.norm(*at + 1), "supply" | "deliver" | "sell" | "ship" | "provide" | "export")
    };
    let supply = (view.range.start..start).rev().find(to)?;
    let gives = |at: &usize| awards(view.norm(*at));
    let given = (view.range.start..supply).find(gives)?;
    let order = |at: usize| is_order(view.norm(at));
    // *two companies*, *three shipments* are counted by the way.
    let amounts = |q: &usize| view.quantity(*q).is_some_and(|q| q.form != Form::Bare);
    let told_before =
        view.quantities.iter().any(|q| (given..start).contains(&view.mentions[*q].tokens.start) && amounts(q));
    ((given..supply).any(order) && !told_before).then(|| told(search, supply + 1, Indicator::Imports, Class::VerbIn))?
}

/// *Argentina was awarded **25,000 tonnes** at the same tender*: who is given an order for goods sells them.
pub fn awarded(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let at = (start.saturating_sub(3)..start).find(|at| view.norm(*at) == "awarded")?;
    let passive = is_or_was(view.norm_before(at, 1)) || view.norm_before(at, 1) == "been";
    (search.unit.is_bulk() && passive).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *a first **300,000 barrels** shipment of crude will leave for Ecuador*: an amount and the noun of its journey.
pub fn load_behind(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let amount = search.unit.is_bulk();
    let load = is_load(view.norm(end));
    (amount && load && view.norm(end + 1) == "of").then(|| told(search, end, Indicator::Exports, Class::Noun))?
}

/// *proposed to offer 190,000 tonnes of butter*, *is loading 12,500 tonnes of tallow for Egypt*: what is offered or loaded leaves; not
/// what is offered to a store or at an auction.
pub fn offered(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let end = search.end();
    // *Thailand had offered 100,000 tons at $475*, of the goods told before
    let told_before = || {
        let goods = search.follows || search.imports_before || search.exports_before || search.topic || search.near;
        let verb = view.norm_before(start, 1);
        let plain = matches!(view.norm(end), "at" | "for" | "." | "," | ";" | "from" | "in")
            && (offers(verb) || matches!(verb, "promised" | "pledged" | "load" | "loads"));
        goods && plain && view.actors.iter().any(|a| a.role == Role::Subject && a.end < start && a.party.is_country())
    };
    if !search.unit.is_bulk() || view.norm(end) != "of" && (search.unit.per.is_some() || !told_before()) {
        return None;
    }
    let is_ship = |at: usize| {
        matches!(view.norm(at), "tanker" | "ship" | "vessel" | "freighter" | "bulker" | "carrier" | "supertanker")
    };
    let verb = |at: &usize| {
        offers(view.norm(*at))
            || matches!(view.norm(*at), "loads" | "loading")
            // *has promised Manila to sell 1.5 million tonnes* is of selling
            || matches!(view.norm(*at), "promised" | "pledged") && !(*at..start).any(|at| view.norm(at) == "to")
            || view.norm(*at) == "carrying" && view.clause(*at).any(is_ship)
            || view.norm(*at) == "load" && matches!(view.norm_before(*at, 1), "to" | "will")
    };
    let at = (view.clause(start).start.max(start.saturating_sub(4))..start).rev().find(verb)?;
    let kept = |at: usize| matches!(view.norm(at), "intervention" | "auction" | "auctions" | "tender" | "tenders");
    let goods = view.names_goods(&(end + 1..end + 5));
    let own = || unknown_goods_at(view, end + 1).is_some();
    // *has offered to buy 3 million tonnes of LNG*
    let takes = |at: usize| matches!(view.norm(at), "buy" | "purchase" | "take" | "import" | "buying" | "taking");
    let apart = view.range.clone().any(kept) || (at + 1..start).any(takes);
    ((goods || view.norm(end) != "of" || own()) && !apart)
        .then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *reported the sale of 150,000 tonnes of corn*: goods by weight or volume that are sold.
pub fn sale_of(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let goods = search.unit.is_bulk();
    let of = start_of(search).checked_sub(1).filter(|at| goods && view.norm(*at) == "of")?;
    let sale = of.checked_sub(1).filter(|at| view.norm(*at) == "sale")?;
    told(search, sale, Indicator::Exports, Class::Noun)
}

/// *will lend 2 million barrels of crude to Malta*, *loaned Iraq 300,000 barrels a day*: goods that are lent go there.
pub fn lent_in_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let goods = search.unit.is_bulk();
    let start = start_of(search);
    let lends = |at: &usize| {
        matches!(view.norm(*at), "lend" | "lends" | "lent" | "lending" | "loaned" | "loaning")
            || matches!(view.norm(*at), "loan" | "loans") && leads_infinitive(view.norm_before(*at, 1))
    };
    let at = (view.clause(start).start.max(start.saturating_sub(6))..start).rev().find(lends).filter(|_| goods)?;
    let whom = view.actors.iter().any(|a| a.at > at && a.takes_part());
    let first = view.first_quantity(&(at..start)).is_none();
    (whom && first).then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *this year's exchange will value 530 million dollars*: what two exchange in money is their trade.
pub fn exchange_of_goods(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let ratio = search.unit.is_ratio();
    if !ratio && (!search.unit.is_sum()) {
        return None;
    }
    let start = start_of(search);
    let at = (view.clause(start).start..start).rev().find(|at| is_exchange(view.norm(*at)))?;
    // *our bilateral exchange was 274 million dollars*
    let of_two = matches!(view.norm_before(at, 1), "bilateral" | "mutual" | "reciprocal" | "our" | "way");
    // *Cuba–Venezuela exchange came to 3.1 billion dollars*
    let pair = view.actors.iter().any(|a| a.end == at && a.at >= 1 && matches!(view.norm(a.at - 1), "-" | "\u{2013}"));
    let with = with_whom(search, at);
    let whose = of_two
        || pair
        || with.is_some()
        || !ratio && matches!(view.norm_before(at, 1), "s" | "total" | "overall" | "annual" | "their")
        // *a time when the exchange went above 7.2 billion dollars*, in a text about two
        || search.of_two && view.norm_before(at, 1) == "the" && (!ratio || view.norm(at + 1) != "rate")
        || view.mentions.iter().any(|m| m.tokens.end == at && matches!(m.what, What::Period(_)));
    let at_verb = with.unwrap_or(at + 1);
    let next = view.norm(at_verb);
    let tells = is_or_was(next)
        || leads_infinitive(next)
        || matches!(next, "this" | "last" | "in")
        || view.verb_at(at_verb)
        || view.is_past(at_verb)
        || with.is_some() && is_form_of_have(next)
        || of_two && matches!(next, "between" | "with" | "of" | "has" | "had" | "does" | "could" | "can" | ",");
    let headed = view.heads.iter().any(|h| at <= h.at && h.at < start && h.topic != Topic::Flow);
    (whose && tells && !headed).then(|| told(search, at, Indicator::Turnover, Class::Noun))?
}

/// *the **exchange** with Chile*, *its **dealings** with Chile*: what two do with each other.
fn is_exchange(word: &str) -> bool {
    matches!(word, "exchange" | "exchanges" | "dealings" | "transactions")
}

/// *Exchanges with Chile rose*, *The exchange with Peru is worth $3 billion*: the token behind the country that a bare exchange is with.
fn with_whom(search: &Search<'_, '_>, at: usize) -> Option<usize> {
    let view = search.view;
    let before = view.norm_before(at, 1);
    let bare = at == view.range.start
        || matches!(
            before,
            "the" | "commercial" | "economic" | "trade" | "its" | "their" | "business" | ":" | "–" | "-" | "," | "and"
        );
    if !bare || view.norm(at + 1) != "with" {
        return None;
    }
    view.actors.iter().find(|a| view.phrase_start(a) == at + 2 && a.party.is_country()).map(|whom| whom.end)
}

/// *Out of this, traders in France received 28,000 tonnes*: behind exports that are licensed, what they may sell.
pub fn traders_got(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let goods = search.unit.is_bulk();
    let at = start.checked_sub(1).filter(|_| goods && search.exports_before)?;
    let got = matches!(view.norm(at), "received" | "got" | "obtained" | "won" | "granted" | "allocated" | "awarded");
    // *French traders obtained 85,000 tonnes of the wheat*, of licences told before
    let traders =
        |a: &super::view::Actor| a.end + 1 == at && matches!(view.norm(a.end), "traders" | "exporters" | "houses");
    let place = view.actors.iter().rfind(|a| a.end <= at && at - a.end <= 2);
    let place = place.filter(|a| got && (view.is_place_of_traders(a) || traders(a)));
    place.and_then(|_| told(search, at, Indicator::Exports, Class::Noun))
}

/// *took 22 percent of the coffee Colombia exported*, *absorbed a third of all the rice Vietnam sold abroad*: the whole is what
/// the one before the verb sold or bought.
pub fn part_of_sold(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    if !search.unit.is_ratio() || view.norm(end) != "of" {
        return None;
    }
    // *two thirds of what the country earns from flowers*
    let earns = |at: &usize| matches!(view.norm(*at), "earns" | "earned") && view.norm_before(*at, 1) != "is";
    let earns = (end + 2..end + 6).find(|at| view.norm(end + 1) == "what" && earns(at));
    let sold = |at: usize| {
        let from = view.norm(at + 1) == "from" && view.goods_over(at + 2).is_some();
        from || matches!(view.norm(at + 1), "abroad" | "overseas")
    };
    if let Some(at) = earns.filter(|at| sold(*at)) {
        return told(search, at, Indicator::Exports, Class::VerbOut);
    }
    let verb = view.heads.iter().find(|h| {
        h.at > end + 1
            && h.at <= end + 10
            && matches!(h.class, Class::VerbOut | Class::VerbIn)
            && matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports))
            && (!h.passive || view.norm(end + 1) == "what")
    })?;
    // *Half of what is now bought comes from Norway*
    let bought = view.norm(end + 1) == "what" && matches!(view.norm(end + 2), "is" | "was") && verb.at <= end + 4;
    if bought {
        return Some((Governor::Head(*verb), Some(verb.span)));
    }
    let seller = view.actors.iter().find(|a| a.end == verb.at && a.role == Role::Subject && a.takes_part())?;
    let told_between = view.first_quantity(&(end..verb.at)).is_some();
    let goods = view.mentions.iter().any(|m| {
        m.tokens.start > end && m.tokens.end <= view.phrase_start(seller) && matches!(m.what, What::Commodity(_))
    });
    let what = (end + 1..verb.at).any(|at| matches!(view.norm(at), "all" | "what" | "everything"));
    (!told_between && (goods || what)).then_some((Governor::Head(*verb), Some(verb.span)))
}

/// *relies on Russia for two thirds of its gas*, *dependent on Iraq for 35 percent of its needs*: what it takes from there.
pub fn relies_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = search.end();
    let part = search.unit.is_ratio() && view.norm(end) == "of";
    let at = start_of(search).checked_sub(1).filter(|at| part && view.norm(*at) == "for")?;
    let named = |on: usize| view.actors.iter().any(|a| a.at == on + 1 && a.end == at);
    // *depends on foreign suppliers for half of its oil*
    let foreign =
        |on: usize| matches!(view.norm(on + 1), "foreign" | "outside" | "overseas" | "external") && on + 4 > at;
    let on = view.back(at, 5).find(|on| view.norm(*on) == "on" && (named(*on) || foreign(*on)))?;
    let clause = view.clause(at).start;
    let relies =
        (clause.max(on.saturating_sub(3))..on).find(|at| relies(view.norm(*at)) || view.norm(*at) == "depending")?;
    // *depends on Britain for half of its sales*: what goes there.
    let sold = (end + 1..end + 6)
        .any(|at| is_receipts(view.norm(at)) || matches!(view.norm(at), "sales" | "exports" | "income"));
    if sold {
        return told(search, relies, Indicator::Exports, Class::Noun);
    }
    told(search, relies, Indicator::Imports, Class::VerbIn)
}

/// *Uganda's exporters moved 290,000 bags*, *Ukraine moved 5 million tonnes of grain*: goods that somebody moves go out.
pub fn moved(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let goods = matches!(search.unit.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Count);
    let at = start_of(search).checked_sub(1).filter(|at| goods && view.norm(*at) == "moved")?;
    let trader = |at: usize| matches!(view.norm(at), "exporters" | "traders" | "sellers" | "shippers");
    // *moved 4 million tonnes of freight in transit*
    let stop = view.clause(at).end.min(search.end() + 7);
    let transit = (search.end()..stop).any(|at| view.norm(at) == "in" && view.norm(at + 1) == "transit");
    if transit && view.actors.iter().any(|a| a.end == at && a.role == Role::Subject) {
        return told(search, at, Indicator::Transit, Class::VerbOf);
    }
    let acts = trader(at.wrapping_sub(1)) || view.actors.iter().any(|a| a.end == at && a.role == Role::Subject);
    acts.then(|| told(search, at, Indicator::Exports, Class::VerbOut))?
}

/// *Argentina has contracted 7.7 million cubic metres daily from Bolivia*: what is to be bought there.
pub fn contracted(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "contracted")?;
    let acts = is_form_of_have(view.norm_before(at, 1))
        || matches!(view.norm_before(at, 1), "is" | "also" | "already")
        || view.actors.iter().any(|a| a.end == at && a.role == Role::Subject);
    let end = search.end();
    // *has contracted 24,200 tonnes for delivery through 2020*
    let from =
        (end..end + 8).any(|at| view.norm(at) == "from" || view.norm(at) == "for" && view.norm(at + 1) == "delivery");
    (acts && from && search.unit.is_bulk()).then(|| told(search, at, Indicator::Imports, Class::VerbIn))?
}

/// *About 310,000 tonnes of the new crop has been contracted so far*: what is sold of a harvest ahead, in talk of exports.
pub fn crop_contracted(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let of = search.end();
    if view.norm(of) != "of" || !search.exports_before {
        return None;
    }
    let crop = (of + 1..of + 6).find(|at| matches!(view.norm(*at), "crop" | "harvest"))?;
    let sold = |at: &usize| matches!(view.norm(*at), "contracted" | "committed" | "registered");
    let verb = (crop + 1..crop + 4).find(sold).filter(|at| (crop + 1..*at).any(|at| is_form_of_have(view.norm(at))))?;
    told(search, verb, Indicator::Exports, Class::VerbOut)
}

/// *has signed up customers for 1.2 mln tonnes*, *has lined up buyers for 9.5 million tonnes*: what is to be sold to them.
pub fn buyers_found(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let dimension = search.unit.measure.dimension();
    let goods = matches!(dimension, Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Count);
    let link = start_of(search).checked_sub(1).filter(|at| goods && view.norm(*at) == "for")?;
    // *found customers in Turkey for 23,000 tonnes*
    let place = view.actors.iter().find(|a| a.end == link && a.role == Role::In);
    let who = place.map_or(link, |a| view.phrase_start(a).saturating_sub(1)).checked_sub(1)?;
    // *has lined up Turkey for 2 million tonnes*
    let named = |a: &super::view::Actor| a.end == link && a.party.is_country();
    // *has signed with Qatar for 3 million tonnes a year*: who sells is the one that is known to.
    let with = view.actors.iter().find(|a| named(a) && a.role == Role::With);
    if let Some(signed) = with.and_then(|a| view.back(a.at, 3).find(|at| view.norm(*at) == "signed")) {
        return told(search, signed, Indicator::Imports, Class::Noun);
    }
    let buyers = are_buyers(view.norm(who))
        || (who.saturating_sub(4)..who).any(|at| matches!(view.norm(at), "signed" | "lined"))
            && view.actors.iter().any(named);
    let won = |at: usize| {
        matches!(view.norm(at), "signed" | "lined" | "found" | "secured" | "won" | "finding" | "seeking" | "seeks")
    };
    let verb = (who.saturating_sub(4).max(view.clause(who).start)..who).find(|at| buyers && won(*at))?;
    told(search, verb, Indicator::Exports, Class::VerbOut)
}

/// *is to swap 50,000 tonnes of phosphate for plywood worth 12 mln dlrs*: what is given goes out, and what is got for it comes in.
pub fn swapped(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let money = search.unit.measure.dimension() == Dimension::Money;
    let goods = matches!(search.unit.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Count);
    if search.unit.is_price() || !(money || goods) {
        return None;
    }
    let start = start_of(search);
    let amount = |at: usize| view.figures().any(|q| view.start_with_hedge(q) == at);
    let swaps = |at: &usize| {
        matches!(view.norm(*at), "swap" | "swaps" | "swapped" | "swapping" | "barter" | "bartered" | "bartering")
            && amount(at + 1)
    };
    // *supply 50,000 barrels in exchange for 300,000 tonnes of sugar*, *crude to be traded for 1 million tons of sugar*
    let given_back = view.norm_before(start, 1) == "for"
        && (matches!(view.norm_before(start, 2), "exchange" | "return") && view.norm_before(start, 3) == "in"
            || matches!(view.norm_before(start, 2), "traded" | "exchanged" | "swapped" | "bartered"));
    // *has agreed to supply Iran with oil products in exchange for 100,000 barrels a day of crude*: what comes back.
    let verb = view.heads.iter().rfind(|h| h.end < start && matches!(h.class, Class::VerbOut | Class::VerbIn));
    if let Some(verb) = verb.filter(|h| given_back && !h.passive) {
        let topic = if verb.class == Class::VerbOut { Indicator::Imports } else { Indicator::Exports };
        return told(search, verb.at, topic, if verb.class == Class::VerbOut { Class::VerbIn } else { Class::VerbOut });
    }
    if given_back && search.follows {
        let at = start - 1;
        return told(
            search,
            at,
            if search.imports_before { Indicator::Exports } else { Indicator::Imports },
            Class::Noun,
        );
    }
    let at = (view.clause(start).start..start).rev().find(swaps)?;
    let back = (at + 1..start).any(|at| matches!(view.norm(at), "for" | "against"));
    let headed = view.is_headed(&(at..start));
    if headed {
        return None;
    }
    let (topic, class) = if back { (Indicator::Imports, Class::VerbIn) } else { (Indicator::Exports, Class::VerbOut) };
    told(search, at, topic, class)
}

/// *Japan's dependence on Gulf oil rose to 55 percent*: the part that it takes in from there.
pub fn dependence_on(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let depends = |at: &usize| is_reliance(view.norm(*at)) && view.norm(at + 1) == "on";
    let noun = (view.clause(start).start..start).rev().find(|at| search.unit.is_ratio() && depends(at))?;
    let headed = view.is_headed(&(noun..start));
    (!headed && view.names_goods(&(noun + 2..(noun + 7).min(start))))
        .then(|| told(search, noun, Indicator::Imports, Class::Noun))?
}

/// *Iran traded 59.2 million tons of goods worth $27.9 billion with its neighbours*: what a country trades, not what dealers do.
pub fn traded(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    let clause = view.clause(start);
    let amount = matches!(search.unit.measure.dimension(), Dimension::Money | Dimension::Mass | Dimension::Count);
    if !amount || search.unit.per.is_some() && !search.unit.is_rate() {
        return None;
    }
    // *Freight worth $98.2 billion moved between the United States and Mexico*
    let end = search.end();
    let worth = view.norm_before(start, 1) == "worth"
        && (is_merchandise(view.norm_before(start, 2)) || matches!(view.norm_before(start, 2), "freight" | "cargo"));
    let moved = matches!(view.norm(end), "moved" | "passed" | "went" | "flowed" | "crossed" | "was" | "were");
    let between = (end..(end + 4).min(clause.end)).find(|at| worth && moved && view.norm(*at) == "between");
    if between.is_some_and(|at| view.actors.iter().any(|a| a.at > at && a.role == Role::Between)) {
        return told_by(search, end);
    }
    if let Some(verb) = exchanged_by_both(search, end) {
        return told_by(search, verb);
    }
    let verb = (clause.start.max(start.saturating_sub(14))..start).rev().find(|at| trades(view, *at))?;
    let subject = view.actors.iter().any(|a| {
        let by = a.end == verb || (a.end..verb).all(|at| matches!(view.norm(at), "has" | "have" | "and" | "together"));
        a.takes_part() && a.party.is_country() && a.role == Role::Subject && by
    });
    let goods = |at: usize| is_merchandise(view.norm(at));
    let told = (verb + 1..clause.end).any(goods)
        || view.actors.iter().any(|a| a.at > verb && a.role == Role::With && a.takes_part());
    // *Brazil and Nigeria traded 8.2 billion dollars*: with each other.
    let both = || {
        let last = view.actors.iter().find(|a| a.end == verb && a.party.is_country());
        let joined = |first: &Actor, last: &Actor| {
            first.party.is_country()
                && view.norm(first.end) == "and"
                && (first.end + 1..=first.end + 2).contains(&last.at)
        };
        last.is_some_and(|last| view.actors.iter().any(|first| joined(first, last)))
    };
    let headed = view.heads.iter().any(|h| verb < h.at && h.at < start);
    (subject && (told || both()) && !headed).then(|| told_by(search, verb))?
}

/// *the 6 billion pesos that Chile and Peru exchanged*, *the $4 billion which the two countries traded*: what both did with each other.
fn exchanged_by_both(search: &Search<'_, '_>, end: usize) -> Option<usize> {
    let view = search.view;
    if !matches!(view.norm(end), "that" | "which") || !search.unit.is_sum() {
        return None;
    }
    let verb = (end + 1..end + 9).find(|at| matches!(view.norm(*at), "exchanged" | "traded" | "exchange" | "trade"))?;
    let acts = |a: &&Actor| end < a.at && a.end <= verb && a.party.is_country();
    let two = view.actors.iter().filter(acts).count() >= 2
        || (end + 1..verb)
            .any(|at| matches!(view.norm(at), "two" | "both" | "countries" | "sides" | "neighbours" | "neighbors"));
    two.then_some(verb)
}

/// *traded*, *trades with Peru*, *trade with each other for 4 million*: a verb of what goes both ways.
fn trades(view: &View<'_>, at: usize) -> bool {
    let verb = matches!(view.norm(at), "trades" | "trade" | "trading") && view.norm(at + 1) == "with";
    let subject = || view.actors.iter().any(|a| a.end == at && a.role == Role::Subject);
    view.norm(at) == "traded" || verb && subject()
}

fn told_by(search: &Search<'_, '_>, verb: usize) -> Found {
    told(search, verb, Indicator::Turnover, Class::Noun)
}
