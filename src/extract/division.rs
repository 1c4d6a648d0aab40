//! A trade divided among those who have a part of it.
//!
//! | sentence | whole | who has which part |
//! | --- | --- | --- |
//! | *The main buyers of Thai rubber were Malaysia (**28%**) and China (21%)* | exports of Thailand | Malaysia, China |
//! | *Salmon imports by Poland were led by Norway – **51,000 tonnes**, Chile – 20,000 tonnes* | imports of Poland | Norway, Chile |
//! | *Egypt made up **28%** of the wheat exported by Ukraine* | exports of Ukraine | Egypt |
//! | ***A third** of Kenya's tea exports were bought by Pakistan* | exports of Kenya | Pakistan |
//!
//! What a list leaves open, its whole, the statement before it tells: *First was Japan at 28 percent, then India at 21 percent*.

use std::ops::Range;

use super::commodity;
use super::divided::{Whole, part_alone, whole_in};
use super::fronted::{part_held, part_of_it, partner_ranked, parts_of_front};
use super::grammar::Role;
use super::head::Head;
use super::indicator::{Governor, Search};
use super::kind;
use super::listed::Listed;
use super::naming::{goods_at, named_with_tail, own_words};
use super::share_noun::part_told;
use super::view::{Actor, View};
use crate::lexicon::words::{is_more_or_less, is_worldwide, leads_list};
use crate::lexicon::{Class, Cue, NameForm};
use crate::mention::{QuantityMention, What};
use crate::model::{Indicator, Kind, Measure, Span};

/// Who has which part of a trade.
#[derive(Debug, Clone, Default)]
pub struct Division {
    /// The trade that is divided; `None` where the sentence does not name it.
    pub whole: Option<Whole>,
    /// Each figure among the mentions, with the actor whose part it is.
    parts: Vec<(usize, usize)>,
    /// Where the whole is not named, the flow whose part a verb tells of.
    flow: Option<Indicator>,
}

impl View<'_> {
    /// The trade that the sentence divides.
    pub fn division(&self) -> Option<&Division> {
        if self.quantities.is_empty() || self.actors.is_empty() {
            return None;
        }
        self.divisions.get_or_init(|| find(self)).as_ref()
    }

    /// The whole that a figure is a part of, and whose part it is.
    pub fn part_of_division(&self, figure: usize) -> Option<(&Whole, &Actor)> {
        let division = self.division()?;
        Some((division.whole.as_ref()?, self.actors.get(division.has(figure)?)?))
    }

    /// The whole that a figure is the amount of: *28 percent of the **512,000 tonnes** of tea that Rwanda exported*.
    pub fn amount_of_division(&self, figure: usize) -> Option<&Whole> {
        let division = self.division()?;
        let whole = division.whole.as_ref()?;
        let part = self.quantity(division.parts.first()?.0)?;
        let amount = self.quantity(figure)?;
        let between = part.tokens.end < amount.tokens.start && amount.tokens.end <= whole.head.at;
        let of = self.norm(part.tokens.end) == "of" && self.norm(amount.tokens.end) == "of";
        let near = amount.tokens.start <= part.tokens.end + 4;
        let plain = part.quantity.unit.is_ratio() && !amount.quantity.unit.is_ratio();
        (plain && between && of && near).then_some(whole)
    }

    /// Whose part a figure of a list is, where the sentence does not say of what.
    pub fn entry_of_division(&self, figure: usize) -> Option<&Actor> {
        let division = self.division().filter(|division| division.whole.is_none())?;
        self.actors.get(division.has(figure)?)
    }
}

impl Division {
    fn has(&self, figure: usize) -> Option<usize> {
        self.parts.iter().find(|(q, _)| *q == figure).map(|(_, actor)| *actor)
    }
}

fn find(view: &View<'_>) -> Option<Division> {
    if let Some((whole, figures, taker)) = part_told(view) {
        return Some(Division {
            whole: Some(whole),
            parts: figures.into_iter().map(|q| (q, taker)).collect(),
            flow: None,
        });
    }
    if let Some((whole, parts)) = parts_of_front(view) {
        return Some(Division { whole: Some(whole), parts, flow: None });
    }
    let alone = part_alone(view).or_else(|| partner_ranked(view));
    let mut entries = if view.quantities.len() > 1 && view.actors.len() > 1 { entries(view) } else { Vec::new() };
    if entries.is_empty()
        && let Some((whole, figure, leader)) = &alone
    {
        entries.extend(follower(view, whole, *figure, *leader));
    }
    let Some((first, _)) = entries.first().copied() else {
        let (whole, flow, figure, actor) = match alone {
            Some((whole, figure, actor)) => (Some(whole), None, figure, actor),
            None => {
                let it = part_of_it(view).map(|(flow, figure, actor)| (None, Some(flow), figure, actor));
                it.or_else(|| part_held(view).map(|(figure, actor)| (None, None, figure, actor)))?
            }
        };
        let mut parts = vec![(figure, actor)];
        parts.extend(behind_figures(view, actor));
        return Some(Division { whole, parts, flow });
    };
    let lead = view.range.start..view.phrase_start(&view.actors[first]);
    let (whole, mut parts) = match alone {
        Some((whole, figure, actor)) => (Some(whole), own_figures(view, &entries, figure, actor)),
        None => (whole_of_list(view, &lead, &entries).or_else(|| whole_behind(view, &lead, &entries)), Vec::new()),
    };
    if whole.is_none()
        && let Some((figure, actor)) = part_held(view).filter(|(_, actor)| *actor < first)
    {
        parts.push((figure, actor));
    } else if whole.is_none() && !tells_ranks(view, &lead) {
        return None;
    }
    for (at, (actor, _)) in entries.iter().enumerate() {
        let from = view.actors[*actor].end;
        let to = entries.get(at + 1).map_or_else(|| end_of_entry(view, from), |(next, _)| view.actors[*next].at);
        let own = view.quantities.iter().filter(|q| (from..to).contains(&view.mentions[**q].tokens.start));
        parts.extend(own.map(|q| (*q, *actor)));
    }
    Some(Division { whole, parts, flow: None })
}

/// Who follows one that is named ahead with a figure of its own, where the figure found is the follower's.
fn follower(view: &View<'_>, whole: &Whole, figure: usize, leader: usize) -> Option<(usize, usize)> {
    let beside = |a: &Actor| figure_beside(view, a) == Some(figure);
    let leads = view.actors.get(leader).is_some_and(|a| figure_beside(view, a).is_some());
    let next = view.actors.iter().position(|a| a.at > whole.head.at && beside(a))?;
    (leads && next != leader).then_some((next, figure))
}

/// The figures of one who is named ahead of the list: those in its bracket where `figure` is an entry's, as in *Peru ($7 billion or 15
/// percent) is first among Chile's partners and is followed by Brazil ($5 billion)*.
fn own_figures(view: &View<'_>, entries: &[(usize, usize)], figure: usize, actor: usize) -> Vec<(usize, usize)> {
    if !entries.iter().any(|(other, q)| *q == figure && *other != actor) {
        return vec![(figure, actor)];
    }
    let Some(beside) = figure_beside(view, &view.actors[actor]) else { return Vec::new() };
    let bracket = view.segment(view.mentions[beside].tokens.start);
    let own = view.quantities.iter().filter(|q| view.segment(view.mentions[**q].tokens.start) == bracket);
    own.map(|q| (*q, actor)).collect()
}

/// Two and more names one behind the other, each right before a figure of its own: *Japan (28%), China (21%) and India with 9%*.
fn entries(view: &View<'_>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, actor) in view.actors.iter().enumerate() {
        let Some(figure) = figure_beside(view, actor) else { continue };
        let joined = found.last().is_some_and(|(last, q)| {
            let from = view.mentions[*q].tokens.end;
            *last + 1 == index && joins(view, from..view.phrase_start(actor))
        });
        if !joined {
            if found.len() > 1 {
                break;
            }
            found.clear();
        }
        found.push((index, figure));
    }
    if found.len() < 2 {
        return Vec::new();
    }
    found
}

/// The figure that a name has right behind it.
fn figure_beside(view: &View<'_>, actor: &Actor) -> Option<usize> {
    let next = view.quantities.iter().copied().find(|q| view.mentions[*q].tokens.start >= actor.end)?;
    let start = view.start_with_hedge(view.quantity(next)?);
    // *16 billion to Germany, 5 billion to Italy*: each has its own before it.
    let place = view.phrase_start(actor).wrapping_sub(1);
    let told = |q: &&usize| (place.saturating_sub(1)..=place).contains(&view.mentions[**q].tokens.end);
    if matches!(view.norm(place), "to" | "from" | "by" | "for" | "in" | "into")
        && view.quantities.iter().any(|q| told(&q))
    {
        return None;
    }
    let gap = actor.end..start;
    let beside = |at: usize| {
        matches!(
            view.norm(at),
            "(" | "-"
                | ":"
                | ","
                | "with"
                | "at"
                | "on"
                | "="
                | "a"
                | "share"
                | "of"
                | "taking"
                | "the"
                | "worth"
                | "led"
                | "leads"
                | "was"
                | "is"
                | "came"
                | "ranked"
                | "first"
                | "second"
                | "third"
                | "next"
                | "remained"
                | "remains"
                | "in"
                | "place"
        )
    };
    // *Germany's 28 percent*, *Japan of 28 percent*: no entries of a list.
    let own = !matches!(view.norm(gap.start), "of" | "the" | "a" | "share" | "worth");
    (gap.len() <= 6 && own && gap.clone().all(beside)).then_some(next)
}

/// Whether nothing but marks, figures and words of a row stand between two entries.
fn joins(view: &View<'_>, gap: Range<usize>) -> bool {
    let plain = |at: usize| {
        matches!(
            view.norm(at),
            "," | ";"
                | "."
                | ")"
                | "("
                | "and"
                | "or"
                | "the"
                | "followed"
                | "by"
                | "then"
                | "next"
                | "ahead"
                | "of"
                | "with"
                | "while"
                | "second"
                | "third"
                | "fourth"
                | "came"
                | "was"
                | "total"
                | "in"
                | "place"
                | "also"
                | "finally"
                | "each"
                | "to"
                | "from"
                | "-"
        ) || view.quantities.iter().any(|q| view.mentions[*q].tokens.contains(&at))
    };
    gap.len() <= 14 && gap.clone().all(plain)
}

/// *28 percent was bought by Japan, 21 percent by China and 9 percent by India*: those behind the first, each right behind its figure
/// and the same word.
fn behind_figures(view: &View<'_>, first: usize) -> Vec<(usize, usize)> {
    let lead = |actor: &Actor| view.phrase_start(actor).wrapping_sub(1);
    let word = view.norm(lead(&view.actors[first]));
    let next = |actor: &Actor| {
        view.quantities
            .iter()
            .copied()
            .find(|q| view.mentions[*q].tokens.end == lead(actor) && view.norm(lead(actor)) == word)
    };
    let rest = view.actors.iter().enumerate().skip(first + 1);
    rest.map_while(|(index, actor)| Some((next(actor)?, index))).collect()
}

/// Where what belongs to the last entry ends: behind its bracket, or at the next mark.
fn end_of_entry(view: &View<'_>, from: usize) -> usize {
    let bracket = view.norm(from) == "(";
    let ends = |at: &usize| match view.norm(*at) {
        ")" => bracket,
        ";" | "while" | "and" | "but" | "." => !bracket,
        "," => !bracket && *at > from,
        _ => false,
    };
    (from..view.range.end).find(ends).unwrap_or(view.range.end)
}

/// The trade that the words before a list name, where what joins it to the list leads to those who have a part.
fn whole_of_list(view: &View<'_>, lead: &Range<usize>, entries: &[(usize, usize)]) -> Option<Whole> {
    let whole = whole_in(view, lead.clone(), true)?;
    let owner = view.actors.get(whole.owner)?;
    if entries.iter().any(|(actor, _)| view.actors[*actor].party == owner.party) {
        return None;
    }
    // *36 percent of worldwide copper exports came from Chile, followed by ...*: the first of those who have a part of what all sell.
    let of_all = || view.back(whole.head.at, 5).any(|at| is_worldwide(view.norm(at)));
    if owner.role == Role::From && whole.head.at < owner.at && of_all() {
        return None;
    }
    let last = view.norm_before(lead.end, 1);
    let before = view.norm_before(lead.end, 2);
    let led = || leads_list(before) || matches!(before, "followed" | "for" | "bought" | "taken" | "absorbed");
    let fits = match (last, whole.indicator) {
        ("from", Indicator::Exports) | ("to" | "into", Indicator::Imports) => whole.by_agent,
        ("by", _) => led() || before == "supplied" && whole.indicator == Indicator::Imports,
        ("with" | ":" | "were" | "are" | "was" | "is", Indicator::Turnover) => true,
        (_, Indicator::Turnover) => view.range.clone().any(|at| matches!(view.norm(at), "partners" | "partner")),
        ("between" | "of" | "than" | "after" | "like" | "against", _) => false,
        _ => true,
    };
    fits.then_some(whole)
}

/// *Japan ($51 billion), China ($20 billion) and India ($10 billion) **were Australia's main trading partners***: the trade that is
/// told behind a list which opens the sentence.
fn whole_behind(view: &View<'_>, lead: &Range<usize>, entries: &[(usize, usize)]) -> Option<Whole> {
    let last = view.mentions[entries.last()?.1].tokens.end;
    let from = last + usize::from(view.norm(last) == ")");
    let opens = lead.len() <= 1
        || view.mentions.iter().any(|m| lead.contains(&m.tokens.start) && matches!(m.what, What::Period(_)))
            && lead.len() <= 5;
    let copula = |at: usize| matches!(view.norm(at), "were" | "are" | "remained" | "remain");
    let verb = (from..from + 2).find(|at| leads_list(view.norm(*at)) || copula(*at))?;
    let end = (verb..view.range.end)
        .find(|at| matches!(view.norm(*at), ";" | "," | "while" | "but"))
        .unwrap_or(view.range.end);
    let whole = whole_in(view, verb + 1..end, true).filter(|_| opens && view.first_quantity(&(from..end)).is_none())?;
    let owner = view.actors.get(whole.owner)?.party;
    let agents = whole.by_agent || whole.indicator == Indicator::Turnover || !copula(verb);
    (agents && entries.iter().all(|(actor, _)| view.actors[*actor].party != owner)).then_some(whole)
}

/// Whether the words before a list tell nothing but places in a row, or that it is of what was told before: *First was*, *Of this,*.
fn tells_ranks(view: &View<'_>, lead: &Range<usize>) -> bool {
    let plain = |at: usize| {
        matches!(
            view.norm(at),
            "," | ":"
                | "of"
                | "this"
                | "that"
                | "the"
                | "total"
                | "these"
                | "them"
                | "first"
                | "top"
                | "three"
                | "four"
                | "five"
                | "two"
                | "were"
                | "was"
                | "are"
                | "is"
                | "came"
                | "comes"
                | "in"
                | "place"
                | "it"
                | "volume"
                | "amount"
                | "meanwhile"
        )
    };
    lead.len() <= 6 && lead.clone().all(plain) && view.respective.is_none()
}

/// *The main buyers of Thai rubber were Malaysia (**28%**)*: of the trade that is divided.
pub fn of_division(search: &Search<'_, '_>) -> Option<(Governor, Option<Span>)> {
    let view = search.view;
    if let Some((whole, _)) = view.part_of_division(search.quantity) {
        return Some((Governor::Head(whole.head), Some(whole.head.span)));
    }
    if let Some(whole) = view.amount_of_division(search.quantity) {
        return Some((Governor::Head(whole.head), Some(whole.head.span)));
    }
    let entry = view.entry_of_division(search.quantity)?;
    // Behind what went the other way.
    let turns = |head: &Head| match head.indicator() {
        Some(Indicator::Exports) => search.imports_before,
        _ => search.exports_before,
    };
    if let Some(head) = ranked_behind(view, search.quantity).filter(turns) {
        return Some((Governor::Head(head), Some(head.span)));
    }
    let traded = match view.division()?.flow {
        Some(Indicator::Exports) => search.exports_before,
        Some(_) => search.imports_before,
        None => search.exports_before || search.imports_before,
    };
    let governor = if search.follows { Governor::Previous } else { Governor::Topic };
    (traded && (search.follows || search.topic)).then_some((governor, Some(entry.span)))
}

/// *Peru with $561 million and Chile with $223 million **were the top export destinations***: what those who are called so take from
/// or give to the one that is spoken of.
fn ranked_behind(view: &View<'_>, figure: usize) -> Option<Head> {
    let agent = view.heads.iter().rfind(|h| h.class == Class::Agent)?;
    let last = view.figures().rfind(|q| q.tokens.end <= agent.at)?.tokens.end;
    let copula = |at: usize| matches!(view.norm(at), "were" | "are" | "remained" | "became");
    let were = (last..agent.at).rfind(|at| copula(*at)).filter(|at| agent.at - at <= 6)?;
    // *China with $711 million of exports to Chile were the top sellers*: but for an owner of theirs.
    let called = !view.actors.iter().any(|a| a.at >= were);
    let told = view.mentions[figure].tokens.end <= last;
    let indicator = agent.indicator()?.turned()?;
    (called && told).then(|| Head::unsaid(agent.at, agent.span, indicator))
}

/// A plain percentage that somebody has of a trade is a part.
pub fn share_of_division(asked: &kind::Asked<'_, '_>) -> kind::Found {
    let view = asked.view;
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent && asked.quantity.sign.is_none();
    let figure = view.quantities.iter().copied().find(|q| view.mentions[*q].span == asked.quantity.span)?;
    let taker = view.actors.get(view.division().filter(|_| percent)?.has(figure)?)?;
    let start = asked.start_of_hedge();
    let moved = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| {
        m.tokens.start < start
            && (view.norm(m.tokens.start) != "up" || m.tokens.start + 1 == start)
            && view.norm(m.tokens.end) != "part"
    });
    let more = is_more_or_less(view.norm(asked.quantity.tokens.end));
    let plain = !moved && !more && asked.before_hedge() != "by";
    plain.then_some(((Kind::Share, 1), Some(taker.span)))
}

/// The goods of the trade that is divided.
pub fn goods_of_division(asked: &commodity::Asked<'_, '_>) -> Listed {
    let view = asked.view;
    let figure = view.quantities.iter().copied().find(|q| view.mentions[*q].span == asked.quantity.span)?;
    let (whole, _) = view.part_of_division(figure)?;
    let goods = whole.goods.clone()?;
    let (commodity, span) = match goods_at(view, goods.start) {
        Some(known) => named_with_tail(view, known)?,
        None => {
            let span = view.tokens[goods.start].span.join(view.tokens[goods.end - 1].span);
            (own_words(view, goods)?, span)
        }
    };
    super::countable::fits(asked, &commodity).then_some((Some(commodity), Some(span)))
}

/// Whether the name at token `at` is an adjective: *Norwegian*.
pub(super) fn is_adjective(view: &View<'_>, at: usize) -> bool {
    view.mentions.iter().any(|m| m.tokens.start == at && matches!(m.what, What::Party(_, NameForm::Adjective)))
}

/// The figure at a place among the mentions.
pub(super) fn ratio<'v>(view: &'v View<'_>, figure: usize) -> Option<&'v QuantityMention> {
    view.quantity(figure).filter(|q| q.quantity.unit.measure == Measure::Percent)
}
