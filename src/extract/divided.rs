//! Trades as wholes: a noun or a participle with its owner, and who is told to have one part of it.
//!
//! | words | trade | owner |
//! | --- | --- | --- |
//! | *the wheat exported by Ukraine* | exports | Ukraine |
//! | *coffee that Germany bought abroad* | imports | Germany |
//! | *the main suppliers of tea to Egypt* | imports | Egypt |
//! | *Chile's copper exports* | exports | Chile |

use std::ops::Range;

use super::division::{is_adjective, ratio};
use super::grammar::Role;
use super::head::Head;
use super::naming::{goods_at, unknown_goods_at};
use super::view::{Actor, View};
use crate::lexicon::words::{comes, ends_phrase, is_form_of_be, is_form_of_have, is_merchandise, is_or_was};
use crate::lexicon::{Class, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};

/// A trade that is divided.
#[derive(Debug, Clone)]
pub struct Whole {
    /// What tells it.
    pub head: Head,
    /// Exports or imports.
    pub indicator: Indicator,
    /// Whose it is, among the actors.
    pub owner: usize,
    /// The goods that are traded.
    pub goods: Option<Range<usize>>,
    /// Whether those who trade with the owner are told by a noun: *buyers*, *suppliers*.
    pub by_agent: bool,
}

/// What those who have a part of it do: *buyers* of what is exported, *suppliers* of what is imported, *trading partners*.
fn agent(view: &View<'_>, at: usize) -> Option<Indicator> {
    match view.norm(at) {
        "partners" | "partner" => {
            let trading = matches!(view.norm_before(at, 1), "trading" | "trade" | "commercial" | "business");
            let turnover = |h: &Head| h.topic == Topic::Of(Indicator::Turnover) && h.at > at;
            (trading || view.heads.iter().any(turnover)).then_some(Indicator::Turnover)
        }
        "buyers" | "buyer" | "importers" | "importer" | "customers" | "customer" | "purchasers" | "purchaser"
        | "consumers" | "clients" | "client" | "recipients" | "recipient" | "destinations" | "destination"
        | "markets" | "market" | "outlets" | "outlet" | "takers" | "receivers" | "offtakers" => {
            Some(Indicator::Exports)
        }
        "investors" => Some(Indicator::Investment),
        "suppliers" | "supplier" | "sellers" | "seller" | "exporters" | "exporter" | "sources" | "source"
        | "providers" | "provider" | "origins" | "shippers" | "vendors" => Some(Indicator::Imports),
        _ => None,
    }
}

fn is_goods(m: &Mention) -> bool {
    matches!(m.what, What::Commodity(_))
}

/// Whether a word says that goods are sold abroad, or bought there.
fn trades(word: &str) -> Option<Indicator> {
    match word {
        "exported" | "exports" | "export" | "sold" | "sells" | "sell" | "shipped" | "ships" | "supplied"
        | "supplies" | "sent" | "sends" => Some(Indicator::Exports),
        "imported" | "imports" | "import" | "bought" | "buys" | "buy" | "purchased" | "purchases" | "procured"
        | "sourced" | "brought" => Some(Indicator::Imports),
        "used" | "uses" | "consumed" | "consumes" | "burned" | "burnt" | "burns" => Some(Indicator::Consumption),
        _ => None,
    }
}

/// *the wheat exported by Ukraine*, *coffee that Germany bought*, from the token behind the goods.
pub fn by_participle(view: &View<'_>, goods: &Range<usize>) -> Option<(Whole, usize)> {
    let at = goods.end + usize::from(view.norm(goods.end) == "," && view.norm(goods.end + 1) == "which");
    let relative = usize::from(matches!(view.norm(at), "that" | "which"));
    let starts = |at: usize| view.actors.iter().position(|a| view.phrase_start(a) == at && a.party != Party::WORLD);
    let whole = |verb: usize, indicator: Indicator, owner: usize| {
        let span = view.tokens[verb].span;
        let topic = Topic::Of(indicator);
        let head = Head { at: verb, end: verb + 1, span, topic, class: Class::Noun, passive: false };
        let goods = Some(goods.clone()).filter(|goods| !goods.is_empty());
        Whole { head, indicator, owner, goods, by_agent: false }
    };
    // *that Germany bought*, *Germany had exported*
    if let Some(owner) = starts(at + relative) {
        let mut verb = view.actors[owner].end;
        while is_form_of_have(view.norm(verb))
            || matches!(view.norm(verb), "itself" | "then" | "now")
            || view.norm(verb).ends_with("ly")
        {
            verb += 1;
        }
        let indicator = trades(view.norm(verb))?;
        return Some((whole(verb, indicator, owner), verb + 1));
    }
    let be = usize::from(is_or_was(view.norm(at + relative))) * relative;
    let verb = at + relative + be;
    // *that left Moldova*, *that reached Germany*
    let moved = match view.norm(verb) {
        "left" | "leaving" | "leave" | "leaves" => Some(Indicator::Exports),
        "reached" | "reaching" | "entered" | "entering" | "enters" | "reaches" => Some(Indicator::Imports),
        _ => None,
    };
    if let Some(indicator) = moved {
        let owner = starts(verb + 1)?;
        return Some((whole(verb, indicator, owner), view.actors[owner].end));
    }
    let indicator =
        trades(view.norm(verb)).filter(|_| view.norm(verb).ends_with('d') || view.norm(verb) == "bought")?;
    let to = (verb + 1..verb + 3).find(|at| matches!(view.norm(*at), "by" | "from" | "into" | "to" | "in"))?;
    let fits = match view.norm(to) {
        "by" => true,
        "in" => indicator == Indicator::Consumption,
        "from" => indicator == Indicator::Exports,
        _ => indicator == Indicator::Imports,
    };
    let owner = starts(to + 1).filter(|_| fits)?;
    Some((whole(verb, indicator, owner), view.actors[owner].end))
}

/// The trade that some words name with its owner, who alone takes part there.
pub fn whole_in(view: &View<'_>, words: Range<usize>, list: bool) -> Option<Whole> {
    let inside = |a: &Actor| words.contains(&a.at) && a.takes_part() && a.party != Party::WORLD;
    let owner = view.actors.iter().position(inside)?;
    let party = view.actors[owner].party;
    if view.actors.iter().any(|a| inside(a) && a.party != party) {
        return None;
    }
    let role = view.actors[owner].role;
    let mut goods = view.mentions.iter().filter(|m| words.contains(&m.tokens.start) && is_goods(m));
    let first = goods.next().map(|m| m.tokens.clone());
    if let Some((whole, _)) = first.as_ref().and_then(|g| by_participle(view, g)) {
        return list.then_some(whole);
    }
    let heads = || view.heads.iter().filter(|h| words.contains(&h.at));
    let told = |h: &Head| match h.topic {
        Topic::Of(Indicator::Exports | Indicator::Imports) | Topic::Same | Topic::Flow => true,
        // *consumers*, *trade partners* name those who trade.
        Topic::Of(Indicator::Turnover | Indicator::Investment) => list,
        _ => agent(view, h.end - 1).is_some(),
    };
    if heads().any(|h| !told(h)) {
        return None;
    }
    let traders = words.clone().find_map(|at| Some((at, agent(view, at)?)));
    let nouns = |indicator| heads().find(|h| h.class == Class::Noun && h.topic == Topic::Of(indicator));
    let led = view.norm_before(words.end, 1);
    // *Investment in Uzbekistan came mainly from China (27%), Russia (13%)*: those are whose it is.
    if let Some(noun) = nouns(Indicator::Investment) {
        let into = led == "from" && matches!(role, Role::In | Role::To | Role::Of);
        let head = *noun;
        return (list && into).then_some(Whole {
            head,
            indicator: Indicator::Investment,
            owner,
            goods: None,
            by_agent: true,
        });
    }
    let both = || nouns(Indicator::Turnover).filter(|_| matches!(led, "with" | ":"));
    let noun = nouns(Indicator::Exports).or_else(|| nouns(Indicator::Imports)).or_else(both);
    // *Ghana traded most with the Netherlands ($5 billion), ...*
    if led == "with"
        && traders.is_none()
        && let Some(at) = words.clone().find(|at| matches!(view.norm(*at), "traded" | "trades"))
        && matches!(role, Role::Subject)
    {
        let topic = Topic::Of(Indicator::Turnover);
        let head = Head { at, end: at + 1, span: view.tokens[at].span, topic, class: Class::Noun, passive: false };
        return Some(Whole { head, indicator: Indicator::Turnover, owner, goods: None, by_agent: false });
    }
    let verb = || {
        heads().find(|h| match h.class {
            Class::VerbOut => matches!(led, "to" | "for" | "in" | "into"),
            Class::VerbIn => led == "from",
            _ => false,
        })
    };
    let (head, indicator) = match (traders, noun) {
        // *The main sources of Greek oil imports*
        (Some((_, indicator)), Some(noun)) if noun.indicator() == Some(indicator) => (*noun, indicator),
        (Some((at, indicator)), _) => {
            let span = view.tokens[at].span;
            // What is told of the buyers of exports are their imports.
            let topic = Topic::Of(indicator.turned().unwrap_or(indicator));
            (Head { at, end: at + 1, span, topic, class: Class::Noun, passive: false }, indicator)
        }
        (None, Some(noun)) => (*noun, noun.indicator()?),
        (None, None) if nouns(Indicator::Turnover).is_some() => return None,
        (None, None) => {
            let verb = verb()?;
            (Head { class: Class::Noun, ..*verb }, verb.indicator()?)
        }
    };
    // *exports to China*, *imports from China*: of the other side.
    let other = match role {
        Role::To | Role::For | Role::In => indicator == Indicator::Exports,
        Role::From => indicator == Indicator::Imports,
        Role::With | Role::Between | Role::Via | Role::Beside | Role::Object => true,
        _ => false,
    };
    let other = other && !(indicator == Indicator::Turnover && role == Role::For);
    // *India was the largest importer, buying 6.9 million tonnes, followed by ...*: the first of those who have a part itself.
    let invested = indicator == Indicator::Investment;
    let acts = matches!(role, Role::Subject | Role::Label) || role == Role::In && !invested;
    if acts && (traders.is_some() || view.first_quantity(&words).is_some()) {
        return None;
    }
    // *exports of Chinese cars by Germany* has two; *Chinese cars were bought mainly by* has one.
    (!other && goods.next().is_none_or(|m| first.as_ref().is_some_and(|g| m.tokens.start <= g.end + 3))).then_some(
        Whole { head, indicator, owner, goods: first, by_agent: invested || head.indicator() != Some(indicator) },
    )
}

/// The one part that a sentence tells first: *Egypt made up **28%** of the wheat exported by Ukraine*, ***a third** of Kenya's tea
/// exports was bought by Pakistan*; the whole, the figure, and whose part it is.
pub fn part_alone(view: &View<'_>) -> Option<(Whole, usize, usize)> {
    if view.actors.len() < 2 {
        return None;
    }
    let figure = view.quantities.iter().copied().find(|q| ratio(view, *q).is_some())?;
    let part = ratio(view, figure)?;
    let of = part.tokens.end;
    let first = of + usize::from(view.norm(of) == "of");
    // *30 percent of the total value of all goods imported by Peru*
    let worth = (first + 1..first + 3).find(|at| matches!(view.norm(*at), "value" | "volume"));
    let first = worth.filter(|at| view.norm(first) == "the" && view.norm(at + 1) == "of").map_or(first, |at| at + 2);
    // *28 percent of the 512,000 tonnes of tea Rwanda exported*: over how much all of it is.
    let amount = (first..first + 4)
        .find_map(|at| view.quantities.iter().find(|q| view.mentions[**q].tokens.start == at))
        .and_then(|q| view.quantity(*q))
        .filter(|q| !q.quantity.unit.is_ratio() && view.norm(q.tokens.end) == "of" && first > of);
    let first = amount.map_or(first, |q| q.tokens.end + 1);
    let named = first > of || matches!(view.norm(of), "the" | "all");
    let goods = goods_at(view, first).or_else(|| behind_everything(view, first)).or_else(|| in_own_words(view, first));
    let participle = goods.filter(|_| named || part.goods.is_some()).and_then(|g| by_participle(view, &g));
    let participle = participle.or_else(|| {
        let goods = view.mentions.iter().find(|m| m.tokens.end == of && is_goods(m));
        by_participle(view, &goods.map_or(of..of, |m| m.tokens.clone())).filter(|_| part.goods.is_some())
    });
    if let Some((whole, end)) = participle {
        let owner = view.actors[whole.owner].party;
        let taker =
            taker_behind(view, end, whole.indicator).or_else(|| taker_before(view, view.start_with_hedge(part)));
        let taker = taker.filter(|at| view.actors[*at].party != owner)?;
        return Some((whole, figure, taker));
    }
    if !named || view.norm(of) != "of" {
        return None;
    }
    // *28 percent of Chile's copper exports were bought by China*
    let noun = view.heads.iter().find(|h| h.at > of && h.at <= of + 9)?;
    let traded = matches!(noun.topic, Topic::Of(Indicator::Exports | Indicator::Imports)) && noun.class == Class::Noun;
    let indicator = noun.indicator().filter(|_| traded && view.segment(noun.at) == view.segment(of))?;
    let whole = whole_in(view, of + 1..noun.end, false)?;
    let taker = taker_behind(view, noun.end, indicator)?;
    (view.actors[taker].party != view.actors[whole.owner].party).then_some((whole, figure, taker))
}

/// *60 percent of the **roses** that Kenya exported*: goods that no table has, where a clause tells who traded them.
fn in_own_words(view: &View<'_>, first: usize) -> Option<Range<usize>> {
    let goods = unknown_goods_at(view, first + usize::from(view.norm(first) == "the"))?;
    let clause = matches!(view.norm(goods.end), "that" | "which") && by_participle(view, &goods).is_some();
    clause.then_some(goods)
}

/// *of **what** Ukraine exported*, *of **all goods** imported by Norway*: the place behind words for goods of any kind.
pub fn behind_everything(view: &View<'_>, at: usize) -> Option<Range<usize>> {
    let at = (at..at + 3).find(|at| !matches!(view.norm(*at), "all" | "the" | "total"))?;
    let any = is_merchandise(view.norm(at)) || matches!(view.norm(at), "what" | "everything");
    let all = matches!(view.norm(at), "that") && view.norm_before(at, 1) == "all";
    if any { Some(at + 1..at + 1) } else { all.then_some(at..at) }
}

/// Who stands before the verb of having a part that ends right before token `end`: *Egypt made up*.
pub fn taker_before(view: &View<'_>, end: usize) -> Option<usize> {
    let taker = view.actors.iter().rposition(|a| a.end <= end && a.role == Role::Subject && a.party != Party::WORLD)?;
    let words = view.actors[taker].end..end;
    let has = |at: usize| has_a_part(view.norm(at));
    (words.len() <= 6 && words.clone().any(has) && view.first_quantity(&words).is_none()).then_some(taker)
}

/// Verbs that tell who has a part of something.
pub fn has_a_part(word: &str) -> bool {
    matches!(
        word,
        "accounted"
            | "accounts"
            | "account"
            | "accounting"
            | "made"
            | "makes"
            | "make"
            | "took"
            | "takes"
            | "take"
            | "taken"
            | "taking"
            | "absorbed"
            | "absorbs"
            | "bought"
            | "buys"
            | "buying"
            | "received"
            | "receives"
            | "purchased"
            | "purchases"
            | "represented"
            | "represents"
            | "constituted"
            | "constitutes"
            | "comprised"
            | "comprises"
            | "responsible"
            | "got"
            | "gets"
            | "snapped"
            | "claimed"
            | "consumed"
            | "consumes"
            | "soaked"
            | "captured"
            | "formed"
            | "forms"
            | "destination"
            | "market"
            | "home"
            | "imported"
            | "attracted"
            | "drew"
            | "swallowed"
            | "acquired"
            | "secured"
            | "supplied"
            | "supplies"
            | "provided"
            | "provides"
            | "delivered"
            | "delivers"
            | "covered"
            | "covers"
            | "met"
            | "meets"
            | "furnished"
            | "contributed"
            | "contributes"
            | "source"
            | "origin"
            | "satisfied"
            | "shipped"
            | "ships"
            | "sold"
            | "sells"
            | "generated"
            | "had"
            | "has"
            | "have"
            | "held"
            | "holds"
            | "picked"
            | "secures"
            | "behind"
            | "sent"
            | "sends"
            | "furnishes"
            | "supply"
            | "represent"
            | "provide"
            | "buy"
            | "absorb"
            | "receive"
            | "import"
            | "drawing"
            | "draws"
    )
}

/// Who is told behind a whole to have taken or given the part: *was bought by Pakistan*, *originated in Chile*, *was Norwegian*.
pub fn taker_behind(view: &View<'_>, from: usize, whole: Indicator) -> Option<usize> {
    // What is used came from somewhere as what is imported did.
    let whole = if whole == Indicator::Consumption { Indicator::Imports } else { whole };
    let until = (from..view.range.end.min(from + 24)).find(|at| matches!(view.norm(*at), "," | ";" | "while" | "but"));
    let until = until.unwrap_or(view.range.end.min(from + 24));
    let be = |at: usize| is_form_of_be(view.norm(at));
    let behind = |a: &Actor| a.at >= from && a.at < until && a.party != Party::WORLD;
    view.actors.iter().position(|a| {
        if !behind(a) {
            return false;
        }
        let mut at = view.phrase_start(a) - 1;
        // *was Norwegian*, *were of Norwegian origin*
        let ends = ends_phrase(view.norm(a.end)) || matches!(view.norm(a.end), "and" | "origin" | "in" | "while");
        let of = usize::from(view.norm(at) == "of" && matches!(view.norm(a.end), "origin" | "make"));
        if whole == Indicator::Imports && ends && is_adjective(view, a.at) && be(at - of) {
            return true;
        }
        let lead = view.norm(at).to_owned();
        if !matches!(lead.as_str(), "by" | "in" | "to" | "from" | "for") {
            return false;
        }
        at -= 1;
        while at > from
            && (view.norm(at).ends_with("ly")
                || matches!(view.norm(at), "up" | "in" | "their" | "way" | "for" | "buyers" | "customers"))
        {
            at -= 1;
        }
        let verb = view.norm(at);
        let passive = (at.saturating_sub(3).max(from)..at).any(be);
        match (lead.as_str(), whole) {
            ("by", Indicator::Exports) => passive && is_taken(verb),
            ("by", _) => passive && is_given(verb),
            ("in", Indicator::Exports) => {
                matches!(verb, "ended" | "landed" | "found" | "sold" | "placed" | "absorbed" | "went" | "marketed")
            }
            ("in", _) => matches!(verb, "originated" | "originates" | "produced" | "made" | "grown" | "bought"),
            ("to" | "for", Indicator::Exports) => {
                passive && verb.ends_with("ed")
                    || matches!(
                        verb,
                        "went"
                            | "goes"
                            | "go"
                            | "headed"
                            | "sent"
                            | "sold"
                            | "bound"
                            | "left"
                            | "was"
                            | "were"
                            | "is"
                            | "are"
                            | "flowed"
                            | "found"
                            | "moved"
                            | "made"
                    )
            }
            ("from", Indicator::Imports) => {
                passive || comes(verb) || matches!(verb, "originated" | "arrived" | "stemmed" | "derived" | "flowed")
            }
            _ => false,
        }
    })
}

/// What is done with a part by who gets it.
fn is_taken(verb: &str) -> bool {
    matches!(
        verb,
        "bought"
            | "purchased"
            | "taken"
            | "absorbed"
            | "acquired"
            | "received"
            | "consumed"
            | "snapped"
            | "imported"
            | "claimed"
            | "accounted"
            | "swallowed"
            | "secured"
            | "captured"
            | "picked"
            | "soaked"
            | "procured"
            | "ordered"
            | "lifted"
            | "collected"
            | "obtained"
            | "used"
            | "burned"
            | "handled"
    )
}

/// What is done with it by who gives it.
fn is_given(verb: &str) -> bool {
    matches!(
        verb,
        "supplied"
            | "delivered"
            | "provided"
            | "sent"
            | "covered"
            | "met"
            | "shipped"
            | "furnished"
            | "sold"
            | "brought"
            | "satisfied"
            | "accounted"
            | "exported"
            | "contributed"
            | "produced"
            | "made"
            | "grown"
            | "dispatched"
            | "offered"
            | "pumped"
            | "represented"
    )
}
