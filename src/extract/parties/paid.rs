//! Who pays a price and who is paid it, as the verb beside them says.
//!
//! | sentence | pays | is paid |
//! | --- | --- | --- |
//! | *Ukraine is billed **$240** for Russian gas* | before a verb of asking, passive | |
//! | *Russia charges Ukraine **$240*** | behind a verb of asking | before it |
//! | *Russia gets **$240** for its gas* | | before a verb whose object is the money |
//! | *gas bought by Ukraine at **$240*** | behind *by* | |
//! | *Russia's gas price for Ukraine* | behind *for* | who owns the price |

use std::ops::Range;

use super::{Asked, Sides, as_told};
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::extract::side::Side;
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{gives, is_article, is_by_now, is_or_was, is_price, pays};
use crate::mention::What;
use crate::model::{Commodity, Indicator, Kind, Measure, Party};

/// What a verb does to a price.
#[derive(Clone, Copy, PartialEq)]
enum Deal {
    /// *sells*, *charges*: its subject is paid, its object pays.
    Gives,
    /// *pays*, *buys*: its subject pays.
    Takes,
    /// *gets*, *receives*: its subject pays for goods that are its object, and is paid where money is.
    Gets,
    /// *costs*: its object pays.
    Costs,
    /// *raises*, *sets*: who does so to a price is paid it.
    Sets,
}

/// What the verb at a token does to a price.
fn deal(view: &View<'_>, at: usize) -> Option<Deal> {
    let next = || view.norm(at + 1);
    let deal = match view.norm(at) {
        "sell" | "sells" | "sold" | "selling" | "supply" | "supplies" | "supplied" | "supplying" | "deliver"
        | "delivers" | "delivered" | "delivering" | "export" | "exports" | "exported" | "exporting" | "ship"
        | "ships" | "shipped" | "shipping" | "provide" | "provides" | "provided" | "providing" | "market"
        | "marketed" | "offer" | "offers" | "offered" | "offering" | "resell" | "resells" | "resold" | "reselling" => {
            Deal::Gives
        }
        "charge" | "charges" | "charged" | "charging" | "bill" | "bills" | "billed" | "billing" | "invoice"
        | "invoices" | "invoiced" | "invoicing" | "quote" | "quotes" | "quoted" | "quoting" | "demands"
        | "demanded" | "demanding" | "proposed" | "proposes" | "proposing" | "propose" | "overcharged"
        | "overcharges" => Deal::Gives,
        "ask" | "asks" | "asked" | "asking" | "want" | "wants" | "wanted" | "seek" | "seeks" | "sought" | "demand"
            if !matches!(next(), "to") =>
        {
            Deal::Gives
        }
        "let" | "lets" | "letting" if next() != "," => Deal::Gives,
        "piped" | "pumped" | "sent" | "sends" | "pumps" | "pipes" | "sending" | "channelled" | "furnished"
        | "furnishes" => Deal::Gives,
        // *knocked $100 off the price*, *made gas cheaper for Ukraine*
        "knocks" | "knocked" | "knock" | "shaved" | "shaves" | "shave" | "chopped" | "docked" => Deal::Sets,
        "make" | "makes" | "made" | "making" | "render" | "renders" | "rendered"
            if (at + 1..at + 8).any(|at| matches!(view.norm(at), "cheaper" | "dearer" | "costlier" | "pricier")) =>
        {
            Deal::Gives
        }
        "pay" | "pays" | "paid" | "paying" | "buy" | "buys" | "bought" | "buying" | "purchase" | "purchases"
        | "purchased" | "purchasing" | "import" | "imports" | "imported" | "importing" | "spend" | "spends"
        | "spent" | "spending" | "owe" | "owes" | "owed" | "overpays" | "overpaid" | "procure" | "procures"
        | "procured" | "procuring" | "face" | "faces" | "faced" | "facing" | "accepted" | "accepts" | "source"
        | "sources" | "sourced" | "sourcing" | "bid" | "bids" | "bidding" => Deal::Takes,
        // *submitted a bid of 89 dlrs per tonne*
        "submit" | "submits" | "submitted" if (at + 1..at + 4).any(|at| matches!(view.norm(at), "bid" | "bids")) => {
            Deal::Takes
        }
        "get" | "gets" | "got" | "getting" | "obtain" | "obtains" | "obtained" | "obtaining" | "receive"
        | "receives" | "received" | "receiving" | "take" | "takes" | "took" | "taking" | "secure" | "secures"
        | "secured" | "securing" | "acquire" | "acquires" | "acquired" | "acquiring" | "win" | "wins" | "won" => {
            Deal::Gets
        }
        "earn" | "earns" | "earned" | "earning" | "realise" | "realised" | "realises" | "realize" | "realized"
        | "realizes" | "fetch" | "fetched" | "fetches" | "netted" | "nets" | "collects" | "collected" => Deal::Gives,
        // *gives $240 for gas*, *shells out $240*: not *gives Ukraine gas*.
        "give" | "gives" | "gave" | "giving" | "find" if hands_money(view, at) || next() == "for" => Deal::Takes,
        "hands" | "handed" | "hand" if next() == "over" && hands_money(view, at + 1) => Deal::Takes,
        "shells" | "shelled" | "shell" | "forks" | "forked" | "fork" | "lays" | "lay" if next() == "out" => Deal::Takes,
        "parts" | "parted" if next() == "with" && hands_money(view, at + 1) => Deal::Takes,
        "cost" | "costs" | "costing" => Deal::Costs,
        "raise" | "raises" | "raised" | "raising" | "hike" | "hikes" | "hiked" | "hiking" | "increase"
        | "increases" | "increased" | "increasing" | "cut" | "cuts" | "cutting" | "lower" | "lowers" | "lowered"
        | "lowering" | "reduce" | "reduces" | "reduced" | "reducing" | "set" | "sets" | "setting" | "fix" | "fixes"
        | "fixed" | "kept" | "keeps" | "doubled" | "doubles" | "tripled" | "grant" | "grants" | "granted" | "gave"
        | "gives" | "discounted" | "lifted" | "lifts" | "slashed" | "slashes" | "trimmed" => Deal::Sets,
        _ => return None,
    };
    // *diesel sets*, *raised output*: only a price is set by who sells.
    let grants = gives(view.norm(at));
    if deal == Deal::Sets && !grants && !names_price(view, at + 1..at + 9) {
        return None;
    }
    // *supplies were sold at*, *the average import price*: nouns.
    let noun = (is_or_was(next())
        || is_price(next())
        || matches!(next(), "cost" | "costs" | "of" | "has" | "have" | "," | "which" | "that" | "rose" | "fell"))
        && view.norm(at).ends_with('s')
        && !(view.norm(at) == "demands" && next() == "that")
        || is_price(next())
        || matches!(next(), "cost" | "costs" | "of")
        || (is_article(view.norm_before(at, 1)) || matches!(view.norm_before(at, 1), "of" | "in" | "on"))
            && deal != Deal::Costs;
    (!noun).then_some(deal)
}

/// *$100 off the price*, *$100 off each thousand cubic metres*: whether what the figure at a token tells is taken off a price.
fn takes_off(view: &View<'_>, price: usize) -> bool {
    let figure = view.figures().find(|q| q.tokens.start == price);
    figure.is_some_and(|q| (price..q.tokens.end + 1).any(|at| view.norm(at) == "off"))
}

/// Whether a verb form is passive: *was charged*, *has been offered*.
fn is_passive(view: &View<'_>, at: usize) -> bool {
    if view.norm(at).ends_with("ing") {
        return false;
    }
    let adverb = |at: &usize| {
        view.norm(*at).ends_with("ly") || is_by_now(view.norm(*at)) || matches!(view.norm(*at), "being" | "been")
    };
    let before = (view.range.start..at).rev().find(|at| !adverb(at));
    let been = matches!(view.norm_before(at, 1), "been" | "being");
    been || before.is_some_and(|at| is_or_was(view.norm(at)) || matches!(view.norm(at), "be" | "gets" | "got"))
}

/// The side of who stands before the verbs among these tokens, a price at token `price`.
fn before_verb(asked: &Asked<'_, '_>, party: Party, tokens: Range<usize>, price: usize) -> Option<Side> {
    let view = asked.view;
    let another = |at: &usize| view.actors.iter().any(|a| a.at == *at && a.role == Role::Subject && a.party != party);
    let mut deals = tokens
        .take_while(|at| !another(at))
        // *agreed to pay*, *offered to sell*: the verb that is offered.
        .filter(|at| !(view.norm(at + 1) == "to" && self::deal(view, at + 2).is_some()))
        .filter_map(|at| Some((at, self::deal(view, at)?)));
    let first = deals.next()?;
    // *sells its pipelines and gets gas at $164*: the verb beside the price.
    let (at, deal) = deals.filter(|(at, _)| matches!(view.norm_before(*at, 1), "and" | "but")).last().unwrap_or(first);
    let money = |at: usize| {
        let small =
            |at: &usize| matches!(view.norm(*at), "an" | "a" | "average" | "price" | "of" | "only" | "just" | "about");
        (at + 1..price).all(|at| small(&at))
    };
    // *wants a 15 percent cut in the price*, *asked for a discount*: who pays asks for less.
    // *proposed to make gas cheaper*: who does so itself grants it.
    let less = || {
        asked.kind == Kind::Change
            && view.norm(at + 1) != "to"
            && matches!(
                view.norm(at),
                "ask"
                    | "asks"
                    | "asked"
                    | "asking"
                    | "want"
                    | "wants"
                    | "wanted"
                    | "seek"
                    | "seeks"
                    | "sought"
                    | "demanded"
                    | "demands"
                    | "demand"
                    | "demanding"
                    | "proposed"
                    | "proposes"
            )
            && (at + 1..(price + 8).min(view.clause(price).end)).any(|at| {
                matches!(
                    view.norm(at),
                    "discount" | "rebate" | "cut" | "reduction" | "decrease" | "lower" | "cheaper" | "less"
                )
            })
    };
    let side = match deal {
        Deal::Gives if less() => Side::Partner,
        // *took $100 off the price*, *knocked $100 off each tonne*
        Deal::Gets if matches!(view.norm(at), "took" | "takes") && takes_off(view, price) => Side::Reporter,
        Deal::Gives => Side::Reporter,
        Deal::Takes => Side::Partner,
        Deal::Gets if money(at) && price > at && asked.kind == Kind::Level => Side::Reporter,
        Deal::Gets => Side::Partner,
        Deal::Sets if is_passive(view, at) => return None,
        Deal::Sets => Side::Reporter,
        Deal::Costs => return None,
    };
    // *was charged $240*, *is paid $240 for its gas*
    let turned = is_passive(view, at) && deal != Deal::Gets;
    Some(match (side, turned) {
        (Side::Reporter, true) => Side::Partner,
        (Side::Partner, true) => Side::Reporter,
        (side, false) => side,
    })
}

/// The side of who stands right behind a verb: *charges Ukraine*, *pays Russia*, *costs Ukraine*.
fn behind_verb(view: &View<'_>, actor: &Actor) -> Option<Side> {
    let at = view.phrase_start(actor).checked_sub(1).filter(|at| view.range.contains(at))?;
    let infinitive = matches!(view.norm(at + 1), "to");
    match deal(view, at)? {
        Deal::Gives | Deal::Costs if !is_passive(view, at) && !infinitive => Some(Side::Partner),
        Deal::Sets if gives(view.norm(at)) => Some(Side::Partner),
        Deal::Takes if pays(view.norm(at)) || matches!(view.norm(at), "owe" | "owes" | "owed") => Some(Side::Reporter),
        _ => None,
    }
}

/// Which side of a price an actor is by the verb beside it, or by how it owns the price or its goods.
pub fn side(asked: &Asked<'_, '_>, actor: &Actor) -> Option<Side> {
    let view = asked.view;
    let price = asked.quantity.map(|q| view.mentions[q].tokens.start)?;
    match actor.role {
        Role::Subject if agrees_with_another(view, actor) && by_whose_goods(view, actor).is_some() => {
            by_whose_goods(view, actor)
        }
        Role::Subject | Role::Object => behind_verb(view, actor)
            .or_else(|| verb_of(asked, actor, price))
            // *Ukraine insists on $240 for Russian gas*: whoever deals in another's goods pays for them.
            .or_else(|| deals_in_others(view, actor, price).then_some(Side::Partner)),
        // *bought by Ukraine*, *supplied by Russia*
        Role::By => {
            let by = view.phrase_start(actor).wrapping_sub(1);
            (by.saturating_sub(3)..by).rev().find_map(|at| deal(view, at)).and_then(|deal| match deal {
                Deal::Gives | Deal::Sets => Some(Side::Reporter),
                Deal::Takes => Some(Side::Partner),
                _ => None,
            })
        }
        // *wants $400 from Moldova*, *got 17.20 dlrs for its crude from U.S. customers*: from whom the money comes.
        Role::From if actor.at > price => {
            let start = asked.quantity.and_then(|q| view.quantity(q)).map_or(price, |q| view.start_with_hedge(q));
            let verb = view.back(start, 2).rev().find(|at| deal(view, *at).is_some())?;
            let money = matches!(deal(view, verb), Some(Deal::Gives | Deal::Gets)) && verb + 1 == start;
            (money && view.clause(price).contains(&actor.at)).then_some(Side::Partner)
        }
        Role::Possessor => {
            let first = actor.end
                + if view.norm(actor.end) == "'" { 1 + usize::from(view.norm(actor.end + 1) == "s") } else { 0 };
            owned(asked, actor, first, price)
        }
        Role::Modifier if !names_price(view, actor.end..actor.end + 4) => {
            let goods = view.goods_at(actor.end).is_some();
            if goods { None } else { verb_of(asked, actor, price) }
        }
        // *the average import price of gas in Ukraine*
        Role::In => {
            let imported = |at: usize| matches!(view.norm(at), "import" | "imported");
            (view.clause(price).start..actor.at).any(imported).then_some(Side::Partner)
        }
        _ => None,
    }
}

/// The side of whom a verb between it and a price speaks of, wherever the two stand.
fn verb_of(asked: &Asked<'_, '_>, actor: &Actor, price: usize) -> Option<Side> {
    if actor.end <= price {
        return before_verb(asked, actor.party, actor.end..price, price);
    }
    // *For Russian gas at $240 Ukraine pays*, *$240 is what Ukraine pays*
    before_verb(asked, actor.party, actor.end..(actor.end + 3).min(asked.view.range.end), price)
}

/// Whose possessions a price or its goods are: *Russia's gas price for Ukraine*, *Ukraine pays $240 for Russia's gas*.
fn owned(asked: &Asked<'_, '_>, actor: &Actor, first: usize, price: usize) -> Option<Side> {
    let view = asked.view;
    let goods = view.goods_in(&(first..first + 2));
    let end = goods.map_or(first, |m| m.tokens.end);
    let phrase = first..(end + 3).min(view.range.end);
    if let Some(at) = phrase.clone().find(|at| is_price(view.norm(*at)) || view.norm(*at) == "bill") {
        // *Russia's average export price*, *Ukraine's import price*
        if let Some(told) = (first..at).find_map(|at| match view.norm(at) {
            "export" | "selling" | "sales" | "asking" => Some(Side::Reporter),
            "import" | "purchase" | "buying" => Some(Side::Partner),
            _ => None,
        }) {
            return Some(told);
        }
        // *Russia's gas price for Ukraine*, *Russia's price to Ukraine*
        let aimed =
            |a: &Actor| matches!(a.role, Role::For | Role::To) && a.party != actor.party && a.at > at && a.at <= at + 5;
        return view.actors.iter().any(aimed).then_some(Side::Reporter);
    }
    // *its gas*: of whoever it speaks of.
    if actor.rule == "its" {
        return None;
    }
    // *Russia's Gazprom charges*: a firm of its own.
    let firm = goods.is_none() && view.range.contains(&first) && view.tokens[first].is_capitalised();
    if firm {
        return verb_of(asked, actor, price);
    }
    // *agreed to 8 rupees for Nepal's power*
    if view.norm(first) == "power" && view.norm_before(actor.at, 1) == "for" {
        return Some(Side::Reporter);
    }
    // *pays $240 for Russia's gas*
    let cost = |at: usize| matches!(view.norm(at), "cost" | "costs" | "needs" | "imports" | "import" | "demand");
    let goods = goods.filter(|m| m.tokens.start == first && !cost(m.tokens.end))?;
    // *For Pakistan's LNG Qatar took $8.30*: goods of who is known to sell none are those that it buys.
    let fuel = matches!(&goods.what, What::Commodity(name)
        if matches!(name.as_str(), "natural_gas" | "lng") && !view.lexicon.sells(actor.party, name));
    let bought = matches!(view.norm_before(actor.at, 1), "for" | "of" | "buys" | "bought" | "imports");
    if fuel && bought {
        return Some(Side::Partner);
    }
    (bought && goods.tokens.end > 0).then_some(Side::Reporter)
}

/// Whether a price is named among these tokens.
fn names_price(view: &View<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| is_price(view.norm(at)))
}

/// *Oman and Iran agreed on a price*: whether it is one of two that settle on something.
fn agrees_with_another(view: &View<'_>, actor: &Actor) -> bool {
    let subject = |a: &&Actor| a.role == Role::Subject && a.party != actor.party;
    let another = view.actors.iter().filter(subject).find(|a| {
        (a.end + 1 == actor.at && view.norm(a.end) == "and") || (actor.end + 1 == a.at && view.norm(actor.end) == "and")
    });
    let Some(another) = another else { return false };
    let end = another.end.max(actor.end);
    (end..end + 4).any(|at| {
        let word = view.norm(at);
        ["agree", "sign", "settle", "negotiat", "reach"].iter().any(|stem| word.starts_with(stem))
    })
}

/// The side of one of two by whose goods they deal in: *for Iranian gas*.
fn by_whose_goods(view: &View<'_>, actor: &Actor) -> Option<Side> {
    let owner = view.actors.iter().find(|a| {
        a.at > actor.end
            && matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier)
            && view.goods_at(a.end).is_some()
    })?;
    Some(if owner.party == actor.party { Side::Reporter } else { Side::Partner })
}

/// Whether money stands right behind the verb at a token, over whom it is handed to.
fn hands_money(view: &View<'_>, at: usize) -> bool {
    let actor = view.actors.iter().find(|a| a.at == at + 1 || a.at == at + 2 && view.norm(at + 1) == "the");
    let behind = actor.map_or(at + 1, |a| a.end);
    view.figures().any(|q| view.start_with_hedge(q) == behind && q.quantity.unit.is_price())
}

/// Whether goods that another country is told to own stand in the clause of who acts.
fn deals_in_others(view: &View<'_>, actor: &Actor, price: usize) -> bool {
    let clause = view.clause(price);
    let goods = |end: usize| view.goods_at(end).is_some();
    // *agreed to 7 rupees for India's power*
    let owned = |a: &Actor| {
        a.role == Role::Possessor
            && view.norm_before(a.at, 1) == "for"
            && (goods(a.end + 2) || view.norm(a.end + 2) == "power")
    };
    clause.contains(&actor.at)
        && view.actors.iter().any(|a| {
            clause.contains(&a.at)
                && a.party != actor.party
                && a.party.is_country()
                && (matches!(a.role, Role::Origin | Role::Attribute | Role::Modifier) && goods(a.end) || owned(a))
        })
}

/// *Turkey wants cheaper gas from Iran. It is ready to pay $180*: who the talk is of pays, where the verb behind a pronoun says so.
pub fn turned_by_pronoun(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.indicator != Indicator::Price {
        return;
    }
    let view = asked.view;
    let Some(price) = asked.quantity.map(|q| view.mentions[q].tokens.start) else { return };
    // *Peru sold 90,000 tonnes to Chile. It paid 480 dollars a tonne*: who took them pays, whoever *it* may be.
    let it = [&sides.reporter, &sides.partner].into_iter().flatten().any(|f| matches!(f.rule, "it" | "they"));
    let sold = asked.before.and_then(Frame::sold).filter(|_| it && view.back(price, 3).any(|at| pays(view.norm(at))));
    if let Some((giver, taker)) = sold {
        sides.reporter = as_told(giver);
        sides.partner = as_told(taker);
        return;
    }
    let Some(speaker) = sides.reporter.as_ref().filter(|f| f.rule == "spoken_of").map(|f| f.value) else { return };
    let other = sides.partner.as_ref().map_or("no_partner_named", |f| f.rule);
    if !matches!(other, "pair_spoken_of" | "no_partner_named") {
        return;
    }
    let clause = view.clause(price);
    let first = view.norm(clause.start);
    let pronoun = matches!(first, "it" | "they" | "he" | "she" | "we");
    let noun = first == "the"
        && matches!(
            view.norm(clause.start + 1),
            "country" | "republic" | "government" | "ministry" | "company" | "state" | "importer" | "buyer"
        );
    // *The Dhaka government will pay 6.3 taka*
    let own = |a: &&Actor| clause.contains(&a.at) && a.at < price && a.party.is_country();
    let mut named = view.actors.iter().filter(own).peekable();
    let it =
        if named.peek().is_some() { named.all(|a| a.party == speaker && a.role != Role::In) } else { pronoun || noun };
    if !it {
        return;
    }
    if before_verb(asked, Party::WORLD, clause.start + 1..price, price) == Some(Side::Partner) {
        let other = sides.partner.take().filter(|f| f.rule == "pair_spoken_of");
        sides.partner = std::mem::replace(&mut sides.reporter, other);
    }
}

/// *sells Djibouti electricity at 7 cents and Sudan at 5.5 cents*, *pays Iran $490 for gas, Azerbaijan $335*: which side the next of a list
/// of prices has, by the verb that the list goes on from.
pub fn next_in_list(asked: &Asked<'_, '_>, before: &Frame, actor: &Actor) -> Option<Side> {
    let view = asked.view;
    let price = view.start_with_hedge(asked.quantity.and_then(|q| view.quantity(q))?);
    let plain = matches!(actor.role, Role::Subject | Role::Object | Role::Modifier | Role::Possessor | Role::Label);
    let link = price.checked_sub(actor.end).filter(|gap| *gap <= 2);
    let near =
        link.is_some_and(|_| (actor.end..price).all(|at| matches!(view.norm(at), "at" | "for" | "only" | "just")));
    if !plain || !near {
        return None;
    }
    let verb = (view.range.start..actor.at).rev().find_map(|at| Some((at, deal(view, at)?)));
    let sells = |party: Party| before.commodity.as_ref().is_some_and(|goods| view.lexicon.sells(party, goods));
    Some(match verb? {
        (at, Deal::Gives) if is_passive(view, at) => return None,
        // *Kazakhstan charges Ukraine*, but *Turkmenistan sells at $180, Uzbekistan at $190*: who sells too stands where it did.
        // *Kazakhstan sold its oil at $104, Azerbaijan at $114*: who sells too does so to anyone.
        (_, Deal::Gives) if sells(actor.party) && before.reporter.is_some_and(&sells) => Side::Reporter,
        (_, Deal::Gives | Deal::Costs) if before.partner.is_some_and(|p| p.is_country()) && !sells(actor.party) => {
            Side::Partner
        }
        (_, Deal::Takes | Deal::Gets) if sells(actor.party) && before.partner.is_some_and(|p| !sells(p)) => {
            Side::Reporter
        }
        // *Poland paid $526, Germany $379*
        (_, Deal::Takes | Deal::Gets) if before.reporter.is_none_or(&sells) && !sells(actor.party) => Side::Partner,
        _ => return None,
    })
}

/// *In Chisinau they had reckoned with $550*: who is known to sell none of the gas that a price is told of, with nobody beside, pays it.
pub fn paid_by_no_seller(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if asked.indicator != Indicator::Price || asked.kind == Kind::Share {
        return;
    }
    let view = asked.view;
    let Some(figure) = asked.quantity.and_then(|q| view.quantity(q)) else { return };
    let Some(alone) = sides.reporter.as_ref().filter(|f| f.value.is_country()) else { return };
    let weak = matches!(alone.rule, "spoken_of" | "in" | "protagonist" | "home" | "subject");
    let nobody = sides.partner.as_ref().is_none_or(|f| f.rule == "no_partner_named");
    let gas = Commodity::new("natural_gas");
    let of_gas = figure.quantity.unit.per == Some(Measure::CubicMetre);
    if !(weak && nobody && of_gas) || view.lexicon.sells(alone.value, &gas) {
        return;
    }
    let start = figure.tokens.start;
    let sold = view.clause(start).take_while(|at| *at < start).any(|at| {
        matches!(deal(view, at), Some(Deal::Gives)) && !is_passive(view, at)
            || ["export", "sell", "sold"].iter().any(|stem| view.norm(at).starts_with(stem))
    });
    if !sold {
        let seller = asked.context.other(alone.value).filter(|p| view.lexicon.sells(*p, &gas));
        let seller = seller.map(|p| Filled::new(p, "pair_spoken_of", None));
        sides.partner = std::mem::replace(&mut sides.reporter, seller);
    }
}
