//! Prices that a market tells: of an exchange, of who assesses it, at the pump, of power at home.

use super::price::{buys, in_pair, is_of_goods_sold, posted_by_refiners};
use super::{Asked, Sides};
use crate::extract::exchange::names_house;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{is_forecast, is_or_was};
use crate::lexicon::{Class, Marks};
use crate::mention::{Expression, Mention, Part, What};
use crate::model::{Indicator, Measure, Party, Unit};

/// *Wheat for May delivery rose to $7.40 a bushel*, *December corn slid 2 cents on the Chicago Board of Trade*: what goods stand at
/// where contracts are dealt in is asked of anyone, by anyone.
pub fn on_an_exchange(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator == Indicator::Price) else { return };
    let view = asked.view;
    // *bought 20,000 tonnes for May delivery at $120 a tonne*: a deal has its own price.
    let deal = asked.same_sentence && asked.before.is_some_and(|f| f.indicator != Indicator::Price)
        || head.is_some_and(|h| h.class != Class::Noun && !view.is_past(h.at))
        || sides.partner.as_ref().is_some_and(|f| f.span.is_some() && f.value != Party::WORLD);
    if deal {
        return;
    }
    let start = view.mentions[quantity].tokens.start;
    let clause = view.clause(start);
    // *The bank cut its price forecast to $63 a tonne*: what somebody thinks of a market.
    let foreseen = head.map(|h| h.end).filter(|at| sides.reporter.is_none() && is_forecast(view.norm(*at)));
    let Some(at) = foreseen.or_else(|| clause.clone().find(|at| is_dealt_in(view, *at))) else { return };
    let owns = |f: &Filled<Party>| {
        matches!(f.rule, "possessor" | "modifier" | "origin_of_goods" | "attribute" | "subject") && f.value.is_country()
    };
    let owner = sides.reporter.take().filter(owns);
    let span = Some(view.tokens[at].span);
    sides.reporter = owner.or(Some(Filled::new(Party::WORLD, "on_an_exchange", span)));
    sides.partner = Some(Filled::new(Party::WORLD, "on_an_exchange", None));
}

/// Whether a contract that is dealt in, or the exchange that it is dealt in on, is named at a token.
fn is_dealt_in(view: &View<'_>, at: usize) -> bool {
    let next = |behind: usize| view.norm(at + behind);
    match view.norm(at) {
        "nybot" | "shfe" | "dce" => true,
        "exchange" if matches!(view.norm_before(at, 1), "coffee" | "grain" | "intercontinental") => true,
        // *the most-active contract*, *the three-month contract*
        "contract" | "contracts" => {
            matches!(
                view.norm_before(at, 1),
                "active" | "month" | "months" | "benchmark" | "forward" | "nearby" | "front" | "traded"
            ) || !matches!(next(1), "price" | "prices")
                && view.mentions.iter().any(|m| m.tokens.end == at && matches!(m.what, What::Period(_)))
        }
        // *for delivery in three months*, *for May delivery*
        "delivery" => {
            view.norm_before(at, 1) == "for" && matches!(next(1), "in")
                || view.mentions.iter().any(|m| {
                    m.tokens.end == at
                        && matches!(m.what, What::Period(_))
                        && view.norm_before(m.tokens.start, 1) == "for"
                })
        }
        _ if names_house(view, at) => true,
        _ => {
            view.marks.meets(Marks::TIME)
                && view.mentions.iter().any(|m| {
                    // *December corn slid*
                    m.tokens.start == at
                        && matches!(m.what, What::Commodity(_))
                        && view.verb_at(m.tokens.end)
                        && view.mentions.iter().any(|p| {
                            p.tokens.end == at
                                && p.tokens.len() == 1
                                && matches!(p.what, What::Period(Expression::In(Part::Months(..), _)))
                        })
                })
        }
    }
}

/// *oil prices would fall to $16*, *an oil price of $15 a barrel*: what the world's market asks for crude, where nobody is told
/// to sell it or buy it.
pub fn of_the_market(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let open = sides.reporter.is_none() && sides.partner.is_none();
    if asked.indicator != Indicator::Price || asked.quantity.is_none() || !open {
        return;
    }
    let view = asked.view;
    if let Some(span) = posted_by_refiners(asked, "posted") {
        sides.reporter = Some(Filled::new(Party::WORLD, "posted_by_refiners", Some(span)));
        sides.partner = Some(Filled::new(Party::WORLD, "posted_by_refiners", None));
        return;
    }
    let Some(head) = head.filter(|h| h.class == Class::Noun) else { return };
    // *Prices for oil traded in London jumped above $78*
    let of = usize::from(matches!(view.norm(head.end), "for" | "of"));
    let crude = |m: &Mention| {
        (m.tokens.end == head.at || of > 0 && m.tokens.start == head.end + 1)
            && matches!(&m.what, What::Commodity(goods) if goods.as_str() == "crude_oil")
    };
    // *Exxon's posting stayed at 16.50 dlrs a barrel*: what refiners ask for oil.
    let dollars = |unit: Unit| matches!(unit.measure, Measure::Currency(code) if code.as_str() == "USD");
    let of_oil = |unit: Unit| unit.per == Some(Measure::Barrel) && dollars(unit);
    let posted = || {
        matches!(view.norm(head.at), "posting" | "postings" | "posted")
            && asked.quantity.and_then(|q| view.quantity(q)).is_some_and(|q| of_oil(q.quantity.unit))
    };
    let priced = || matches!(view.norm(head.at), "price" | "prices") && view.mentions.iter().any(crude);
    if !(priced() || posted()) || in_pair(asked) {
        return;
    }
    // What was sold or bought before was at a price of its own, and a price told before goes on.
    let goes_on = asked.before.is_some_and(|f| match f.indicator {
        Indicator::Price => asked.same_line && f.price.is_some() && f.reporter.is_some_and(|p| p != Party::WORLD),
        _ => is_of_goods_sold(f) && f.partner.is_some_and(|p| p != Party::WORLD),
    });
    if !goes_on {
        sides.reporter = Some(Filled::new(Party::WORLD, "of_the_market", Some(head.span)));
        sides.partner = Some(Filled::new(Party::WORLD, "of_the_market", None));
    }
}

/// *The wholesale power price averaged 78 euros*, *the day-ahead electricity price*: what power costs on its market at home, in a text of
/// one country.
pub fn of_power_at_home(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let open = sides.reporter.is_none() && sides.partner.is_none();
    let Some(head) = head.filter(|h| h.class == Class::Noun && open && asked.indicator == Indicator::Price) else {
        return;
    };
    let view = asked.view;
    let phrase = head.at.saturating_sub(4).max(view.range.start)..head.at;
    let power = phrase.clone().any(|at| matches!(view.norm(at), "power" | "electricity" | "baseload"));
    let market = |at: usize| match view.norm(at) {
        "wholesale" | "spot" => true,
        "ahead" | "day" => view.norm_before(at, 1) == "-" || view.norm(at + 1) == "-",
        _ => false,
    };
    let behind = head.end..(head.end + 6).min(view.range.end);
    let on_market = phrase.clone().chain(behind).any(market);
    let home = asked.survey.lead().or_else(|| asked.context.home());
    let Some(home) = home.filter(|_| power && on_market) else { return };
    sides.reporter = Some(Filled::new(home, "power_at_home", Some(head.span)));
    sides.partner = Some(Filled::new(Party::WORLD, "power_at_home", None));
}

/// *July cargoes for north-east Asia were pegged at $2.05/mmBtu*: what dealers reckon that goods cost somewhere, whoever sells them.
pub fn as_assessed(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(quantity) = asked.quantity.filter(|_| asked.indicator == Indicator::Price) else { return };
    let view = asked.view;
    let start = view.mentions[quantity].tokens.start;
    let reckoned = |at: usize| {
        matches!(view.norm(at), "pegged" | "assessed" | "quoted" | "valued" | "marked" | "priced" | "indicated")
            && (is_or_was(view.norm_before(at, 1)) || view.norm_before(at, 1) == "been")
    };
    let dealt = |at: usize| matches!(view.norm(at), "cargo" | "cargoes" | "spot" | "parcels" | "swaps");
    let clause = view.clause(start);
    if sides.reporter.is_none() && clause.clone().any(reckoned) && clause.clone().any(dealt) {
        sides.reporter = Some(Filled::new(Party::WORLD, "as_assessed", None));
        sides.partner = sides.partner.take().or(Some(Filled::new(Party::WORLD, "as_assessed", None)));
    }
}

/// *Kazakhstan's diesel is 197 tenge a litre, Russia's 295*, *Petrol in Turkey costs 2.9 dollars a litre, in Iran 10 cents*: what drivers pay
/// where it is sold.
pub fn at_the_pump(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(figure) = asked.quantity.and_then(|q| asked.view.quantity(q)) else { return };
    let view = asked.view;
    let told = asked.before.and_then(|f| f.price).map(|(unit, _)| unit);
    let litre = |unit: Unit| unit.per == Some(Measure::Litre);
    if asked.indicator != Indicator::Price
        || !(litre(figure.quantity.unit) || told.is_some_and(litre) && asked.same_sentence)
    {
        return;
    }
    let start = figure.tokens.start;
    let place = |a: &&Actor| a.end <= start && a.party.is_country() && matches!(a.role, Role::In | Role::Possessor);
    let deal = view.actors.iter().any(|a| matches!(a.role, Role::To | Role::From))
        || buys(view, view.clause(start).start..start);
    let Some(place) = view.actors.iter().rfind(place).filter(|_| !deal) else { return };
    sides.reporter = Some(Filled::new(place.party, "at_the_pump", Some(place.span)));
    sides.partner = Some(Filled::new(Party::WORLD, "at_the_pump", None));
}
