//! Sentences without a word of trade that tell whose goods go where: their figures are of that, and those behind them go on from there.
//!
//! | sentence | flow |
//! | --- | --- |
//! | *Ghanaian cocoa is popular in Peru* | Ghana to Peru |
//! | *Peru relies on Ghana for its cocoa* | Ghana to Peru |
//! | *Kenya's ban on Tanzanian maize hit traders* | Tanzania to Kenya |
//! | *Ghanaian cocoa to Peru: **5,000 tonnes*** | Ghana to Peru |
//! | ***$4 million**: that is what Peruvians laid out for Ghanaian cocoa* | Ghana to Peru |

use super::frame::Frame;
use super::goods_of_line;
use super::grammar::Role;
use super::head::Head;
use super::indicator::{Governor, Search};
use super::told::start_of;
use super::view::{Actor, View};
use crate::lexicon::words::{
    is_demonstrative, is_or_was, is_possessive, opens_figure, pays, relies, spends, stops_goods,
};
use crate::lexicon::{Class, Topic};
use crate::mention::{Form, Mention, What};
use crate::model::{Commodity, Indicator, Party, Span};

/// A flow that a sentence tells without a figure.
pub struct Flow {
    /// The goods.
    pub goods: Commodity,
    /// Whose they are, and the bytes that name them.
    pub giver: (Party, Span),
    /// Where they go, and the bytes that say so.
    pub taker: (Party, Span),
}

/// The flow that a sentence of two countries and one sort of goods tells.
pub fn told(view: &View<'_>) -> Option<Flow> {
    let goods = goods_of_line::alone(view)?;
    let two = two_countries(view)?;
    let giver = relied_on(view).or_else(|| whose(view)).filter(|p| two.contains(p))?;
    let taker = two.into_iter().find(|p| *p != giver)?;
    // *Russian oil passes through Ukraine*: a country that is crossed takes none.
    let crossed = view.actors.iter().any(|a| a.party == taker && matches!(a.role, Role::Via | Role::Beside));
    let named = |party: Party| view.actors.iter().find(|a| a.party == party).map(|a| (party, a.span));
    (!crossed && ground_crossed(view).is_none()).then_some(Flow { goods, giver: named(giver)?, taker: named(taker)? })
}

/// *Asia's demand for South African coal is growing*: the exports of whose goods others want, in a sentence without a figure.
pub fn wanted(view: &View<'_>) -> Option<Frame> {
    let wants = |at: &usize| {
        matches!(view.norm(*at), "demand" | "appetite" | "thirst" | "hunger" | "craving") && view.norm(at + 1) == "for"
    };
    let at = view.range.clone().find(wants).filter(|_| view.quantities.is_empty())?;
    let giver = view.actors.iter().find(|a| (at + 2..at + 4).contains(&a.at) && a.role == Role::Origin)?;
    let goods = view.goods_at(giver.end).filter(|_| giver.party.is_country())?;
    let What::Commodity(goods) = &goods.what else { return None };
    let frame = Frame::without_figure(Indicator::Exports);
    Some(Frame { commodity: Some(goods.clone()), reporter: Some(giver.party), ..frame })
}

/// *Spain and Belgium were the largest importers of Ghanaian cocoa*: whose goods several take.
pub fn taken_by_several<'v>(view: &'v View<'_>) -> Option<(&'v Actor, &'v Mention)> {
    let takes = |h: &&Head| {
        let several = matches!(view.norm(h.end - 1), "importers" | "buyers" | "purchasers" | "customers");
        h.class == Class::Agent && several && view.norm(h.end) == "of"
    };
    let agent = view.heads.iter().find(takes)?;
    let reach = agent.end + 1..agent.end + 4;
    let giver = view.actors.iter().find(|a| reach.contains(&a.at) && a.role == Role::Origin && a.party.is_country())?;
    let goods = view.goods_at(giver.end)?;
    let takers = view.actors.iter().filter(|a| a.party.is_country() && a.party != giver.party).count();
    (takers > 1).then_some((giver, goods))
}

/// The exports of the country whose goods several take, in a sentence without a figure.
pub fn taken(view: &View<'_>) -> Option<Frame> {
    let (giver, goods) = taken_by_several(view).filter(|_| view.quantities.is_empty())?;
    let What::Commodity(goods) = &goods.what else { return None };
    let frame = Frame::without_figure(Indicator::Exports);
    Some(Frame { commodity: Some(goods.clone()), reporter: Some(giver.party), ..frame })
}

/// The word that tells of a country whose ground goods cross: *saw 46 bcm of gas cross its territory*.
fn ground_crossed(view: &View<'_>) -> Option<usize> {
    view.range.clone().find(|at| {
        ["cross", "transit", "travers"].iter().any(|stem| view.norm(*at).starts_with(stem))
            && (at + 1..at + 4).any(|at| matches!(view.norm(at), "territory" | "soil" | "land"))
    })
}

/// *Slovakia saw 46 bcm of Russian gas cross its territory*: who lets the goods of another pass, and whose they are.
pub fn crossed(view: &View<'_>) -> Option<[(Party, Span); 2]> {
    ground_crossed(view)?;
    let two = two_countries(view)?;
    let giver = whose(view).filter(|p| two.contains(p))?;
    let host = view.actors.iter().find(|a| a.party != giver)?;
    let owner = view.actors.iter().find(|a| a.party == giver)?;
    Some([(host.party, host.span), (owner.party, owner.span)])
}

/// The two countries of a sentence that names no others.
fn two_countries(view: &View<'_>) -> Option<[Party; 2]> {
    let first = view.actors.first()?.party;
    let second = view.actors.iter().map(|a| a.party).find(|p| *p != first)?;
    let both = [first, second];
    // *Egypt's oranges conquered Russia: 350,000 tonnes, twice as many as Morocco's*: who is named behind a colon is set beside them.
    let colon = || view.range.clone().find(|at| view.norm(*at) == ":");
    let other = view.actors.iter().find(|a| !both.contains(&a.party));
    let alone = other.is_none_or(|other| colon().is_some_and(|colon| colon < other.at));
    (both.iter().all(Party::is_country) && alone).then_some(both)
}

/// The country that goods are told to be of: *Ghanaian cocoa*, *Ghana's cocoa*.
fn whose(view: &View<'_>) -> Option<Party> {
    let owned = |a: &&Actor| {
        let reach = match a.role {
            Role::Origin | Role::Attribute => a.end + 1,
            Role::Possessor | Role::Modifier if a.rule == "name" => a.end + 2,
            _ => return false,
        };
        view.goods_in(&(a.end..=reach)).is_some_and(|goods| !is_dealer(view.norm(goods.tokens.end)))
    };
    let mut owners = view.actors.iter().filter(owned).map(|a| a.party);
    let first = owners.next()?;
    owners.all(|p| p == first).then_some(first)
}

/// The country that another relies on: *relies on Ghana for its cocoa*.
fn relied_on(view: &View<'_>) -> Option<Party> {
    let relies = |at: usize| relies(view.norm(at)) || view.norm(at) == "hooked";
    let on = view.range.clone().find(|at| relies(*at) && matches!(view.norm(at + 1), "on" | "upon"))? + 1;
    view.actors.iter().find(|a| (on + 1..=on + 2).contains(&a.at)).map(|a| a.party)
}

/// *French oil firm*: those who deal in goods, which are none.
fn is_dealer(word: &str) -> bool {
    matches!(
        word,
        "firm"
            | "firms"
            | "company"
            | "companies"
            | "giant"
            | "major"
            | "majors"
            | "group"
            | "workers"
            | "lobby"
            | "bank"
            | "minister"
            | "ministry"
            | "ministers"
            | "fund"
            | "shares"
            | "prices"
            | "price"
            | "worker"
            | "union"
            | "tax"
            | "duty"
            | "duties"
            | "tariff"
            | "tariffs"
            | "ban"
            | "suppliers"
            | "supplier"
            | "importers"
            | "importer"
            | "buyers"
            | "buyer"
            | "bill"
            | "needs"
            | "demand"
            | "appetite"
            | "basket"
            | "mix"
            | "market"
            | "terminal"
            | "terminals"
            | "pipe"
            | "pipes"
            | "pipeline"
            | "grid"
            | "drinkers"
            | "eaters"
            | "lovers"
    )
}

/// Words that tell of goods that change no hands, or of no goods at all.
fn tells_of_else(word: &str) -> bool {
    stops_goods(word)
        || matches!(
            word,
            "owes"
                | "stolen"
                | "storage"
                | "stock"
                | "stocks"
                | "reserves"
                | "aid"
                | "donated"
                | "humanitarian"
                | "tickets"
                | "fine"
                | "fined"
                | "loan"
                | "loans"
                | "debt"
                | "budget"
                | "tax"
                | "taxes"
                | "subsidies"
                | "damage"
                | "reservoir"
                | "reservoirs"
                | "field"
                | "fields"
                | "deposit"
                | "deposits"
                | "recoverable"
                | "plans"
                | "investment"
                | "invested"
                | "shares"
                | "stake"
                | "per"
                | "storages"
                | "caverns"
                | "crashed"
                | "aground"
                | "hold"
                | "holds"
                | "held"
                | "own"
                | "owns"
                | "owned"
                | "bank"
                | "banks"
                | "lie"
                | "lies"
                | "lay"
                | "lying"
                | "mine"
                | "mines"
                | "project"
                | "spilled"
                | "spilt"
                | "leaked"
                | "spill"
        )
}

/// Whether the sentence tells of goods that change no hands; *their own growers*, *bought through a bank in Nairobi, ended up ...* and
/// *is held dear: 4,300 tonnes* do not.
fn is_told_of_else(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let beside = |word: &str| {
        let place = matches!(word, "bank" | "banks" | "mine" | "mines" | "project" | "field" | "fields");
        place || matches!(word, "hold" | "holds" | "held")
    };
    let figure = view.segment(start_of(search));
    view.range.clone().any(|at| {
        let word = view.norm(at);
        let near = !beside(word) || view.segment(at) == figure;
        let before = view.norm_before(at, 1);
        let owned = word == "own" && (is_possessive(before) || before == "s");
        tells_of_else(word) && near && !owned
    })
}

/// How a figure stands beside the goods of its sentence.
fn is_of_goods(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let (start, end) = (start_of(search), search.end());
    let before = view.norm_before(start, 1);
    let goods = |from: usize, to: usize| view.names_goods(&(from..to));
    // *Ghanaian cocoa to Peru: 5,000 tonnes*, *5,000 tonnes: that is what ...*
    let apart = before == ":" || is_told_behind(view, end);
    if !search.unit.is_sum() {
        return apart || search.unit.is_bulk() || search.unit.measure.dimension() == crate::model::Dimension::Energy;
    }
    let of = matches!(view.norm(end), "of" | "worth") && goods(end + 1, end + 5)
        || matches!(view.norm(end), "of" | "worth") && matches!(view.norm(end + 1), "it" | "them" | "of");
    // *The biggest cheque came from China, $1.2 billion for Chilean cherries*
    let of = of || view.norm(end) == "for" && goods(end + 1, end + 4);
    let worth = matches!(before, "worth" | "for") && goods(start.saturating_sub(5), start);
    apart || of || worth
}

/// *$4 million: that is what Peruvians laid out*, *5,000 tonnes - such was the weight of the cocoa*: whether a figure that ends at a
/// token is told behind a colon or dash to be something.
pub fn is_told_behind(view: &View<'_>, end: usize) -> bool {
    opens_figure(view.norm(end))
        && (is_demonstrative(view.norm(end + 1)) || matches!(view.norm(end + 1), "such" | "so"))
        && (is_or_was(view.norm(end + 2))
            || matches!(view.norm(end + 2), "much" | "many")
            || view.norm(end + 3) == "been")
}

/// *Ghanaian cocoa to Peru: 5,000 tonnes*, whatever verb stands between or none: a figure of the only goods of a sentence, which are
/// one country's, where the only other that it names takes them.
pub fn between_two(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let fits = search.unit.is_sum()
        || search.unit.is_bulk()
        || search.unit.measure.dimension() == crate::model::Dimension::Energy;
    // *Volumes of Peruvian berries to Chile rose 36 percent*: how much more went.
    let amount = |h: &Head| {
        let volume = matches!(view.norm(h.at), "volumes" | "volume" | "quantities" | "quantity" | "tonnage");
        volume && view.norm(h.end) == "of" && h.end <= start_of(search)
    };
    let grown = search.unit.is_ratio() && view.heads.iter().any(amount);
    if !grown && (!fits || search.unit.is_price() || !is_of_goods(search)) {
        return None;
    }
    // *A tanker with 80,000 tonnes of Libyan oil waits off Malta*: what has not come ashore.
    let ship = |at: usize| {
        matches!(view.norm(at), "ship" | "ships" | "vessel" | "tanker" | "tankers" | "freighter" | "carrier" | "bulker")
    };
    let landed = |at: usize| {
        ["discharg", "unload", "berth", "dock", "land", "arriv", "moor", "deliver", "bound", "head", "offload"]
            .iter()
            .any(|stem| view.norm(at).starts_with(stem))
    };
    if view.range.clone().any(ship) && !view.range.clone().any(landed) {
        return None;
    }
    let spent = |h: &Head| search.unit.is_sum() && (pays(view.norm(h.at)) || spends(view.norm(h.at)));
    let other = |h: &Head| !matches!(h.topic, Topic::Flow | Topic::Same) && h.class != Class::Agent && !spent(h);
    // What is told behind in a segment of its own says nothing of a figure that opens what follows a colon.
    let segment = search.segment();
    let near = |h: &&Head| h.at < search.end() || segment.contains(&h.at) || is_told_behind(view, search.end());
    if view.heads.iter().filter(near).any(other) || is_told_of_else(search) {
        return None;
    }
    let topic = if crossed(view).is_some() { Indicator::Transit } else { told(view).map(|_| Indicator::Exports)? };
    let at = view.mentions.iter().find(|m| matches!(m.what, What::Commodity(_)))?;
    Some((Governor::Head(Head::unsaid(at.tokens.start, at.span, topic)), Some(at.span)))
}

/// *Malta, with barely 1.1 TWh from Sicily, leaned on its own plants*: an amount from elsewhere, of who is named before it.
pub fn amount_from(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    let energy = search.unit.measure.dimension() == crate::model::Dimension::Energy;
    if !(search.unit.is_bulk() || energy) || search.unit.is_price() {
        return None;
    }
    let end = search.end();
    let goods = view.goods_at(end + 1).filter(|_| view.norm(end) == "of");
    let from = goods.map_or(end, |m| m.tokens.end);
    let source = view.actors.iter().find(|a| a.role == Role::From && (from + 1..from + 3).contains(&a.at))?;
    let start = start_of(search);
    let clause = view.clause(start);
    let with = matches!(view.norm_before(start, 1), "with" | "its" | "the" | "and" | "plus" | ":" | "," | "on");
    let taker = view.actors.iter().find(|a| {
        clause.contains(&a.at)
            && a.end <= start
            && a.party.is_country()
            && a.takes_part()
            && matches!(a.role, Role::Subject | Role::Label)
    })?;
    let other = |h: &Head| clause.contains(&h.at) && !matches!(h.topic, Topic::Flow | Topic::Same);
    let named = energy || goods.is_some() || view.names_goods(&clause);
    let plain =
        with && named && taker.party != source.party && !view.heads.iter().any(other) && !is_told_of_else(search);
    plain.then(|| super::told::told(search, from, Indicator::Imports, Class::VerbIn))?
}

/// *Kenya has three big buyers of tea*, *Poland counts on two suppliers of gas*: the flow to or from them, without a figure.
pub fn traders_had(view: &View<'_>) -> Option<Frame> {
    let agent = view.heads.iter().find(|h| h.class == Class::Agent)?;
    let goods = goods_of_line::alone(view)?;
    let owner = view.actors.iter().find(|a| {
        let has = matches!(view.norm(a.end), "has" | "have" | "had" | "counts" | "knows" | "lists");
        a.party.is_country() && has && a.end < agent.at && agent.at - a.end <= 6
    })?;
    let others = view.actors.iter().any(|a| a.party.is_country() && a.party != owner.party);
    let counted = view.quantities.iter().all(|q| view.quantity(*q).is_some_and(|q| q.form == Form::Bare));
    let indicator = agent.indicator()?.turned()?;
    let (commodity, reporter) = (Some(goods), Some(owner.party));
    (!others && counted).then(|| Frame { commodity, reporter, ..Frame::without_figure(indicator) })
}
