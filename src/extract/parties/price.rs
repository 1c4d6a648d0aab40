//! Whose a price is: of who sells, unless it is told who pays.
//!
//! | sentence | seller | buyer |
//! | --- | --- | --- |
//! | *Venezuela's oil price averaged $16 a barrel* | VEN | anyone |
//! | *Ukraine's gas price rose to $230* | who supplies it | UKR |
//! | *Argentina sold corn to Algeria at $71 a tonne* | ARG | DZA |
//! | *oil prices fell to $15 a barrel* | anyone | anyone |

use super::replaced::owns_the_same;
use super::{Asked, Sides, paid};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::rule::Filled;
use crate::extract::side::Side;
use crate::extract::survey::Cast;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::mention::What;
use crate::model::{Fact, Indicator, Kind, Measure, Party, Span};

/// Whether the statement before is of goods that a country sold to another, and none of the text's figures is of what it bought.
fn was_told_to_sell(asked: &Asked<'_, '_>, actor: &Actor) -> bool {
    let gives = |f: &Fact| {
        f.indicator == Indicator::Exports
            && f.reporter == Some(actor.party)
            && f.partner.is_some_and(|p| p.is_country())
            || f.indicator == Indicator::Imports && f.partner == Some(actor.party)
    };
    let takes = |f: &Fact| {
        f.indicator == Indicator::Imports && f.reporter == Some(actor.party)
            || f.indicator == Indicator::Exports && f.partner == Some(actor.party)
    };
    asked.facts.iter().any(gives) && !asked.facts.iter().any(takes)
}

/// Which side of a price an actor is, where more than its part in the sentence tells it.
pub fn side(asked: &Asked<'_, '_>, head: &Head, actor: &Actor, actors: &[&Actor]) -> Option<Side> {
    if asked.indicator != Indicator::Price {
        return None;
    }
    if actor.party != Party::OPEC
        && let Some(side) = paid::side(asked, actor)
    {
        return Some(side);
    }
    // *The Philippines awarded Vietnam a contract to supply 200,000 tons at $456 a ton*: who was just told to take them in pays.
    let takes = |f: &Frame| f.indicator == Indicator::Imports && f.reporter == Some(actor.party) && f.written.is_some();
    if actor.role == Role::Subject && asked.same_sentence && asked.before.is_some_and(takes) {
        return Some(Side::Partner);
    }
    let start = asked.quantity.map(|q| asked.view.mentions[q].tokens.start);
    match (start, actor.role) {
        // *OPEC's official price*: of those who sell.
        (_, Role::Possessor | Role::Modifier | Role::Subject) if actor.party == Party::OPEC => Some(Side::Reporter),
        // *prices for Alaska's North Slope crude*
        (_, Role::For) if asked.view.norm(actor.end) == "'" && sells_goods(asked.view, actor) => Some(Side::Reporter),
        (_, Role::Possessor) if sells_goods(asked.view, actor) || owns_the_same(asked.view, actor) => {
            Some(Side::Reporter)
        }
        // *imported 7 million tonnes of LNG from Qatar. Qatar's price was $12*: of who was told to sell.
        (_, Role::Possessor) if asked.before.and_then(Frame::sold).is_some_and(|(seller, _)| seller == actor.party) => {
            Some(Side::Reporter)
        }
        // *Norway's Statoil set its May price at $18*: who sets its own price sells.
        (Some(_), Role::Possessor) if head.class == Class::Noun && sets_its_own(asked.view, actor.end..head.at) => {
            Some(Side::Reporter)
        }
        // *Turkmenistan, which supplies Iran with 8 bcm, raised its price to $360*: that of the seller told of.
        (Some(_), Role::Possessor) if head.class == Class::Noun && raises_its_own(asked, actor) => Some(Side::Reporter),
        // *Russia sold Ukraine 17 bcm. Moscow's price is $230*: that of the one who was told to sell, and to buy none.
        (Some(_), Role::Possessor) if head.class == Class::Noun && was_told_to_sell(asked, actor) => {
            Some(Side::Reporter)
        }
        // *the kingdom's determination to keep oil prices at $18*: who sets a price.
        (Some(_), Role::Possessor) if head.class == Class::Noun && acts_on(asked.view, actor.end..head.at) => {
            Some(Side::Reporter)
        }
        // *sells its top blends for 17.25 dlrs a barrel*: who sells what is its own.
        (_, Role::Possessor) if head.class == Class::VerbOut && !head.passive && actor.at == head.end => {
            Some(Side::Reporter)
        }
        // *sold 50,000 tonnes to Algeria at $71 a tonne*
        (_, Role::Subject) if head.class == Class::VerbOut && !head.passive => Some(Side::Reporter),
        // *Riyadh said the price would stay at $18*, *Russia raised the price*: no buyer.
        // *costs Estonia $280 and Latvia $290*: whom the next figure is of.
        (Some(start), Role::Subject)
            if actor.at > start
                && asked.view.quantities.iter().any(|q| asked.view.mentions[*q].tokens.start == actor.end) =>
        {
            None
        }
        (Some(start), Role::Subject) if head.class == Class::Noun && !buys(asked.view, actor.end..start) => {
            Some(Side::Reporter)
        }
        // *Russia will cut the price of gas for Armenia*: who sets a price for another sells.
        (_, Role::Subject)
            if actors.iter().any(|a| matches!(a.role, Role::For | Role::To) && a.party != actor.party) =>
        {
            Some(Side::Reporter)
        }
        _ => None,
    }
}

/// *raised its price*: whether *its* is of one who was just told to sell, behind a verb of setting a price.
fn raises_its_own(asked: &Asked<'_, '_>, actor: &Actor) -> bool {
    let sold = |f: &Frame| {
        f.indicator == Indicator::Exports && f.reporter == Some(actor.party)
            || f.indicator == Indicator::Imports && f.partner == Some(actor.party)
            || asked.same_sentence && f.indicator == Indicator::Price && f.reporter == Some(actor.party)
    };
    let sets = matches!(
        asked.view.norm_before(actor.at, 1),
        "raised" | "lifted" | "increased" | "doubled" | "cut" | "lowered" | "reduced" | "set" | "hiked" | "slashed"
    );
    actor.rule == "its" && sets && asked.before.is_some_and(sold)
}

/// Goods that a country is told to pay for, by the words in their names.
const BOUGHT: [&str; 10] =
    ["gas", "lng", "electricity", "power", "energy", "fuel", "diesel", "petrol", "oil_products", "food"];

/// *Venezuela's oil price*, *Nigeria's crude averaged $17*: whether an owner has goods right behind it that the world buys
/// from it, at no price of import.
fn sells_goods(view: &View<'_>, owner: &Actor) -> bool {
    let behind = owner.end..owner.end + 5;
    let goods = view.mentions.iter().find_map(|m| match &m.what {
        What::Commodity(goods) if behind.contains(&m.tokens.start) => Some((goods, m.tokens.end)),
        _ => None,
    });
    // *California's marker grade*, *Venezuela's posted price for fuel oil*, *Iran's official export price*
    if behind.clone().any(|at| matches!(view.norm(at), "grade" | "grades" | "blend" | "posted" | "postings" | "export"))
    {
        return true;
    }
    goods.is_some_and(|(goods, end)| {
        !BOUGHT.iter().any(|part| goods.as_str().contains(part))
            && !(owner.at.saturating_sub(4)..end + 1)
                .any(|at| matches!(view.norm(at), "import" | "imports" | "imported" | "border" | "cif"))
    })
}

/// *Venezuela's oil price*, *OPEC's goal of $18*: who asks a price on its own asks it of anyone.
pub fn of_anyone(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let owns = |f: &Filled<Party>| {
        f.value == Party::OPEC
            || f.rule == "possessor"
                && asked
                    .view
                    .actors
                    .iter()
                    .any(|a| Some(a.span) == f.span && (sells_goods(asked.view, a) || owns_the_same(asked.view, a)))
    };
    // *The price of copper, Zambia's main export, rose*: of all who sell it.
    let by_the_way = || asked.view.actors.iter().any(|a| super::passed_over::has_goods_by_the_way(asked.view, a));
    if asked.indicator == Indicator::Price && sides.reporter.is_none() && sides.partner.is_none() && by_the_way() {
        sides.reporter = Some(Filled::new(Party::WORLD, "asked_by_anyone", None));
        sides.partner = Some(Filled::new(Party::WORLD, "asked_of_anyone", None));
    }
    if asked.indicator == Indicator::Price && sides.partner.is_none() && sides.reporter.as_ref().is_some_and(owns) {
        sides.partner = Some(Filled::new(Party::WORLD, "asked_of_anyone", None));
    }
}

/// *Jakarta's minister saw prices steady around 18 dlrs a barrel*, *prices fell to 10 dlrs as OPEC raised output*: what the market asks
/// for oil, whoever the text is about, where nobody sets it.
pub fn of_no_seller(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(figure) = asked.quantity.and_then(|q| asked.view.quantity(q)) else { return };
    // *raised its contract prices for heavy fuel 25 cts a barrel*, of a firm that nobody places
    if sides.reporter.is_none()
        && asked.indicator == Indicator::Price
        && let Some(span) = posted_by_refiners(asked, "contract")
    {
        sides.reporter = Some(Filled::new(Party::WORLD, "posted_by_refiners", Some(span)));
        sides.partner = Some(Filled::new(Party::WORLD, "posted_by_refiners", None));
    }
    let seller = sides.reporter.as_ref().filter(|f| f.value != Party::WORLD);
    let Some(named) = seller.or(sides.partner.as_ref()).filter(|f| f.value != Party::WORLD) else { return };
    let of_oil = figure.quantity.unit.per == Some(Measure::Barrel) || asked.before.is_some_and(told_by_the_barrel);
    let view = asked.view;
    let start = figure.tokens.start;
    // Talk of two does not reach a price that is the subject of its own line: *Oil prices could fall to $45*.
    let subject = || {
        let opens = view.clause(start).start;
        opens == view.range.start && view.norm(opens + 1) == "prices"
    };
    if asked.indicator != Indicator::Price || asked.kind == Kind::Share || !of_oil || in_pair(asked) && !subject() {
        return;
    }
    let clause = view.clause(start).start..start;
    let group = named.value == Party::OPEC;
    let of_crude = |at: usize| {
        view.goods_before(at)
            .is_some_and(|m| matches!(&m.what, What::Commodity(goods) if goods.as_str() == "crude_oil"))
    };
    let is_price = |at: usize| view.norm(at) == "prices" || view.norm(at) == "price" && !group && of_crude(at);
    // *Oil prices fell as OPEC pumped more, but have since risen to 18 dollars*
    let told = if group { view.range.start..start } else { clause.clone() };
    let Some(prices) = told.rev().find(|at| is_price(*at)) else { return };
    // *Russia's economy will grow even if the oil price is 40 dollars*: who is named does something else.
    let apart = view.actors.iter().any(|a| {
        Some(a.span) == named.span
            && (a.end..prices).any(|at| matches!(view.norm(at), "if" | "unless" | "when" | "while" | "as" | "because"))
    });
    let carried = seller.is_some_and(|f| f.span.is_none() || matches!(f.rule, "home" | "spoken_of" | "protagonist"));
    let sold = !group && asked.same_line && asked.before.is_some_and(is_of_goods_sold);
    // *comfortable with crude prices at $40 a barrel*, *Oil prices could fall to $45*: of whom nothing is said to do with them.
    let unowned = of_crude(prices) && {
        let goods = view.goods_before(prices).map_or(prices, |m| m.tokens.start);
        let led = goods.wrapping_sub(1);
        goods == clause.start
            || matches!(view.norm(led), "with" | "if" | "when" | "as" | "that" | "until" | "because" | "though" | "see")
    };
    if sold || !(group || carried || apart || unowned) || clause.clone().any(|at| sets_price(view.norm(at))) {
        return;
    }
    // *its prices*, *Kuwait's prices*, *posted prices*
    let near = view.back(prices, 4);
    let owned = near.clone().any(|at| is_own(view.norm(at)) || is_asked_by_one(view.norm(at)))
        || view.actors.iter().any(|a| near.contains(&a.at) && a.party != Party::OPEC && a.party != Party::WORLD);
    let other = view.goods_before(prices).is_some() && !of_crude(prices);
    if !(owned || other) {
        sides.reporter = Some(Filled::new(Party::WORLD, "of_no_seller", Some(view.tokens[prices].span)));
        sides.partner = Some(Filled::new(Party::WORLD, "of_no_seller", None));
    }
}

/// Whether a figure told how much of some goods was sold or bought, which had a price of their own.
pub fn is_of_goods_sold(frame: &Frame) -> bool {
    matches!(frame.indicator, Indicator::Exports | Indicator::Imports)
        && frame.written.is_some()
        && frame.commodity.is_some()
}

/// Whether the figure before was a price of oil.
fn told_by_the_barrel(frame: &Frame) -> bool {
    frame.price.is_some_and(|(unit, _)| unit.per == Some(Measure::Barrel))
}

/// Words for what a seller or a group does to its price.
fn sets_price(word: &str) -> bool {
    matches!(
        word,
        "official"
            | "reference"
            | "benchmark"
            | "marker"
            | "target"
            | "goal"
            | "fixed"
            | "set"
            | "sets"
            | "fix"
            | "defend"
            | "defending"
            | "maintain"
            | "keep"
            | "stabilise"
            | "stabilize"
            | "agreed"
            | "agreement"
            | "pact"
            | "accord"
            | "decided"
            | "restored"
            | "adopted"
    )
}

/// Words of whose something is.
fn is_own(word: &str) -> bool {
    matches!(word, "its" | "their" | "his" | "our" | "whose" | "s" | "'")
}

/// *posted prices*, *export prices*: kinds of price that one seller asks or one buyer pays.
fn is_asked_by_one(word: &str) -> bool {
    matches!(
        word,
        "posted"
            | "contract"
            | "selling"
            | "sales"
            | "export"
            | "import"
            | "reserve"
            | "realised"
            | "realized"
            | "netback"
    )
}

/// *official prices restored by OPEC, pegged to a marker of 18 dlrs*, *Because it was charging its official price of 16.67 dlrs*: a
/// price that OPEC sets is its own, and an official one of who charges it.
pub fn set_by_opec(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.indicator != Indicator::Price {
        return;
    }
    let group =
        sides.partner.as_ref().filter(|f| f.value == Party::OPEC && matches!(f.rule, "by" | "to" | "in")).cloned();
    if let Some(group) = group {
        sides.reporter = Some(group);
        sides.partner = Some(Filled::new(Party::WORLD, "set_by_opec", None));
        return;
    }
    let view = asked.view;
    let owner = view.actors.iter().find(|a| {
        a.rule == "its"
            && matches!(view.norm(a.end), "official" | "posted")
            && (a.end..a.end + 4).any(|at| view.norm(at) == "price")
    });
    let named = sides.reporter.as_ref().is_some_and(|f| f.span.is_some() && f.rule != "its");
    if let Some(owner) = owner.filter(|_| !named) {
        sides.reporter = Some(Filled::new(owner.party, "its_official_price", Some(owner.span)));
        sides.partner = Some(Filled::new(Party::WORLD, "its_official_price", None));
    }
}

/// *lowered posted prices for crude oil by 50 cts*, *South Louisiana Sweet was increased to 19.35 dlrs a barrel*: what refiners pay for
/// oil in America, in a sentence and a talk of no one's.
pub fn posted_by_refiners(asked: &Asked<'_, '_>, kind: &str) -> Option<Span> {
    let view = asked.view;
    let written = asked.quantity.and_then(|q| view.quantity(q))?;
    let unit = written.quantity.unit;
    let dollars = matches!(unit.measure, Measure::Currency(code) if code.as_str() == "USD");
    let clause = view.clause(written.tokens.start);
    let posted = |at: &usize| {
        matches!(view.norm(*at), "postings" | "posting")
            || view.norm(*at) == kind && matches!(view.norm(at + 1), "price" | "prices")
    };
    let named = clause.clone().find(posted);
    let barrel = unit.per == Some(Measure::Barrel) || named.is_some() && unit.per.is_none();
    let told = asked.before.is_some_and(|f| f.indicator == Indicator::Price && f.reporter == Some(Party::WORLD));
    let nobody = !view.actors.iter().any(|a| a.takes_part() && a.party != Party::WORLD);
    // *raised the contract price it pays for three grades*, and in the next sentence *Two of them are being raised 50 cts a barrel*
    let before = || {
        (view.range.start.saturating_sub(60)..view.range.start).any(|at| {
            let word = |at: usize| view.tokens.get(at).map_or("", |t| t.norm.as_ref());
            matches!(word(at), "postings" | "posting")
                || matches!(word(at), "posted" | "contract") && matches!(word(at + 1), "price" | "prices")
        })
    };
    let of_talk = named.is_some() || told || kind == "posted" && before();
    (dollars && barrel && nobody && of_talk && !in_pair(asked)).then_some(written.span)
}

/// Whether the text is about the trade of two, one of whom can pay the other's price.
pub fn in_pair(asked: &Asked<'_, '_>) -> bool {
    asked.survey.is_mutual() && matches!(asked.survey.cast(), Cast::Pair(a, b) if a != Party::OPEC && b != Party::OPEC)
}

/// *'s determination to keep oil prices*: whether what is owned is a will to do something to prices.
fn acts_on(view: &View<'_>, tokens: std::ops::Range<usize>) -> bool {
    tokens.clone().skip(2).any(|at| {
        matches!(
            view.norm(at),
            "determination"
                | "decision"
                | "plan"
                | "plans"
                | "effort"
                | "efforts"
                | "attempt"
                | "bid"
                | "move"
                | "pledge"
        ) && view.norm(at + 1) == "to"
            && tokens.contains(&(at + 2))
    })
}

/// *set its*, *has raised the*: whether a price is set among these tokens by who stands before them.
fn sets_its_own(view: &View<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|at| {
        matches!(
            view.norm(at),
            "set" | "sets" | "raised" | "raises" | "cut" | "cuts" | "lowered" | "lowers" | "kept" | "keeps" | "fixed"
        ) && matches!(view.norm(at + 1), "its" | "the")
    })
}

/// Whether a word of buying stands among these tokens.
pub fn buys(view: &View<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|at| {
        let word = view.norm(at);
        ["buy", "bought", "pay", "paid", "purchas", "import", "get", "got", "receiv", "charged", "owe"]
            .iter()
            .any(|stem| word.starts_with(stem))
    })
}
