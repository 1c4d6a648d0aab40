//! The other side, from what a sentence says that both do: one asks, two agree, goods come from one to another.
//!
//! | sentence | reporter | partner | rule |
//! | --- | --- | --- | --- |
//! | *Zambia has asked Zimbabwe to supply **200,000 tonnes*** | ZWE | ZMB | `asked_for` |
//! | *Beijing has promised Washington to buy **25 million tonnes*** | CHN | USA | `promised_to` |
//! | *China remained Chile's largest trading partner, accounting for **39%** of exports* | CHL | CHN | `of_partner` |
//! | *Egypt's deliveries of Russian wheat were **2 million tonnes*** | RUS | EGY | `origin_of_goods` |

use std::ops::Range;

use super::super::frame::Frame;
use super::super::grammar::{Role, promises};
use super::super::head::Head;
use super::super::indicator::Governor;
use super::super::rule::Filled;
use super::super::side::rule_of;
use super::super::view::{Actor, View};
use super::{Asked, Sides, as_told};
use crate::lexicon::words::{is_load, is_port};
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Party, Span};

/// *Zambia has asked Zimbabwe to supply 200,000 tonnes*: who asks is the other side of what is asked for.
pub fn asked_for(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let verb = head.filter(|h| matches!(h.class, Class::VerbOut | Class::VerbIn) && sides.partner.is_none());
    let (Some(verb), Some(reporter)) = (verb, &sides.reporter) else { return };
    // *Beijing has promised Washington to buy 25 million tonnes*: from whom it is promised to.
    let promised = view.actors.iter().rfind(|a| {
        a.role == Role::Beside
            && promises(view.norm_before(view.phrase_start(a), 1))
            && a.end + 1 == verb.at
            && a.party.is_country()
            && a.party != reporter.value
    });
    if let Some(other) = promised {
        sides.partner = Some(Filled::new(other.party, "promised_to", Some(other.span)));
        return;
    }
    let Some(acts) = view.actors.iter().find(|a| Some(a.span) == reporter.span && a.end < verb.at) else { return };
    let asks = view.phrase_start(acts).wrapping_sub(1);
    if !is_request(view.norm(asks)) || view.norm(acts.end) != "to" {
        return;
    }
    let asker = view.actors.iter().rfind(|a| a.end <= asks && matches!(a.role, Role::Subject | Role::Possessor));
    let asker = asker.filter(|a| a.party.is_country() && a.party != acts.party);
    sides.partner = asker.map(|a| Filled::new(a.party, "asked_for", Some(a.span)));
}

/// Whether a word asks somebody to do what follows.
fn is_request(word: &str) -> bool {
    matches!(word, "asked" | "urged" | "invited" | "requested" | "pressed" | "begged" | "petitioned")
}

/// *the only nations with surpluses with the United States, but even Mexico had a surplus of only 5.2 billion*: with the same.
pub fn with_the_same(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let noun =
        head.filter(|h| asked.indicator == Indicator::Balance && h.class == Class::Noun && sides.partner.is_none());
    let Some(noun) = noun.filter(|_| sides.reporter.is_some()) else { return };
    let balance = |at: usize| match view.norm_before(noun.end, 1) {
        "surplus" | "surpluses" => matches!(view.norm(at), "surplus" | "surpluses"),
        _ => matches!(view.norm(at), "deficit" | "deficits"),
    };
    let with = |a: &&Actor| {
        a.role == Role::With
            && a.end <= noun.at
            && view.back(a.at, 4).any(|at| balance(at) && view.norm(at + 1) == "with")
    };
    let other = view.actors.iter().rfind(with).filter(|a| sides.reporter.as_ref().is_some_and(|r| r.value != a.party));
    sides.partner = other.map(|a| Filled::new(a.party, "with_the_same", Some(a.span)));
}

/// *Egypt's deliveries of Russian wheat*, *Kenyan shipments from Peru*: goods that come from another go to whose they are told to be.
pub fn taken_from_another(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let noun = head.filter(|h| h.class == Class::Noun && asked.indicator == Indicator::Exports);
    let (Some(noun), Some(taker), None) = (noun, &sides.reporter, &sides.partner) else { return };
    let moves = is_load(view.norm_before(noun.end, 1))
        || matches!(view.norm_before(noun.end, 1), "deliveries" | "supplies" | "liftings" | "landings" | "supply");
    let port = |at: usize| is_port(view.norm(at)) || matches!(view.norm(at), "ceyhan" | "fields");
    let reach = noun.end..noun.end + 7;
    if !moves || reach.clone().any(port) {
        return;
    }
    let takes = |a: &Actor| {
        Some(a.span) == taker.span
            && (a.end <= noun.at && matches!(a.role, Role::Possessor | Role::Modifier) || a.role == Role::By)
    };
    let gives = |a: &&Actor| {
        let of =
            view.norm(noun.end) == "of" && matches!(a.role, Role::Origin | Role::Attribute) && a.at == noun.end + 1;
        reach.contains(&a.at) && (of || a.role == Role::From) && a.party != taker.value
    };
    let to = view.actors.iter().any(|a| a.at > noun.at && a.role == Role::To && a.party != taker.value);
    let giver = view.actors.iter().find(gives).filter(|_| !to && view.actors.iter().any(takes));
    if let Some(giver) = giver.filter(|a| a.party.is_country()) {
        sides.partner = sides.reporter.take();
        sides.reporter = Some(Filled::new(giver.party, rule_of(giver), Some(giver.span)));
    }
}

/// The second of two that agree on something, right behind the first.
fn both_agree<'v>(view: &'v View<'_>, first: Option<Span>) -> Option<&'v Actor> {
    let first = view.actors.iter().find(|a| Some(a.span) == first)?;
    let second = view.actors.iter().find(|a| a.at == first.end + 1 && view.norm(first.end) == "and")?;
    let agree = |at: usize| {
        matches!(
            view.norm(at),
            "agreed" | "agree" | "signed" | "pledged" | "undertook" | "intend" | "plan" | "discussed"
        )
    };
    let agrees = (second.end..second.end + 3).any(agree);
    (agrees && second.party != first.party && view.actors.iter().filter(|a| a.takes_part()).count() == 2)
        .then_some(second)
}

/// *51.5 billion dlrs in Japan's favour*: whose surplus it is, whatever words told of it.
pub fn in_favour_of(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let figure = asked.quantity.filter(|_| asked.indicator == Indicator::Balance).and_then(|q| view.quantity(q));
    let told = figure.and_then(|figure| view.in_favour(figure, asked.governor));
    let near =
        |a: &&Actor| told.is_some_and(|(end, favour)| a.at >= end && a.at <= favour + 3 && a.party != Party::WORLD);
    // *a 25.4 billion dollar trade surplus for China*: whose surplus or deficit it is.
    let noun = match asked.governor {
        Governor::Head(head) if figure.is_some() && head.class == Class::Noun && view.norm(head.end) == "for" => {
            Some(head)
        }
        _ => None,
    };
    let has_it = |a: &&Actor| {
        a.role == Role::For && a.party.is_country() && noun.is_some_and(|h| view.phrase_start(a) == h.end + 1)
    };
    let Some(favoured) = view.actors.iter().find(near).or_else(|| view.actors.iter().find(has_it)) else { return };
    let mut named = [sides.reporter.take(), sides.partner.take()].into_iter().flatten();
    // Where nobody else is named, against the other of the two told of before.
    let against = || {
        let (a, b) = asked.before.and_then(|f| f.reporter.zip(f.partner))?;
        let other = if a == favoured.party { b } else { a };
        as_told(other).filter(|_| a.is_country() && b.is_country() && (a == favoured.party || b == favoured.party))
    };
    let other = named.find(|f| f.value != favoured.party).or_else(against);
    sides.reporter = Some(Filled::new(favoured.party, "in_favour_of", Some(favoured.span)));
    sides.partner = other;
}

/// How far ahead, or back, a balance with one of the others is looked for.
const BALANCES_NEAR: usize = 40;

/// Whether the text tells of a balance *with* somebody among these tokens.
fn tells_balance_with(view: &View<'_>, tokens: Range<usize>) -> bool {
    let word = |at: usize| view.tokens.get(at).map_or("", |t| t.norm.as_ref());
    let balance = |at: usize| matches!(word(at), "deficit" | "surplus" | "gap" | "shortfall" | "imbalance");
    tokens.into_iter().any(|at| balance(at) && word(at + 1) == "with")
}

/// *the deficit with China climbed ... The Chinese deficit was $4.7 billion*: in talk of one country's balances, that with whom it is
/// named by.
pub fn named_by_the_other(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Governor::Head(head) = asked.governor else { return };
    let view = asked.view;
    let told = asked.before.filter(|f| {
        asked.indicator == Indicator::Balance
            && f.indicator == Indicator::Balance
            && f.partner == Some(Party::WORLD)
            && f.deficit == matches!(head.topic, Topic::Deficit)
    });
    let Some(home) = told.and_then(|f| f.reporter).filter(Party::is_country) else { return };
    let named = view.actors.iter().find(|a| {
        matches!(a.role, Role::Modifier | Role::Attribute)
            && a.end == head.at
            && a.party.is_country()
            && a.party != home
    });
    let talk = head.at.saturating_sub(4 * BALANCES_NEAR)..head.at;
    let Some(named) = named.filter(|_| tells_balance_with(view, talk)) else { return };
    sides.reporter = as_told(home);
    sides.partner = Some(Filled::new(named.party, "named_by_the_other", Some(named.span)));
}

/// *The U.S. trade deficit narrowed to 10.8 billion as the deficit with China widened*, *the international deficit*: a balance told
/// in full is with all, not with whom another of the sentence is told to be.
pub fn in_full(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Governor::Head(head) = asked.governor else { return };
    let carried = sides.partner.as_ref().filter(|f| f.span.is_none() && f.value != Party::WORLD).map(|f| f.value);
    let Some(partner) = carried.filter(|_| asked.indicator == Indicator::Balance && head.class == Class::Noun) else {
        return;
    };
    let view = asked.view;
    let balance = |h: &Head| {
        h.at != head.at && matches!(h.topic, Topic::Surplus | Topic::Deficit | Topic::Of(Indicator::Balance))
    };
    let with_another = |a: &Actor| {
        let with = view.phrase_start(a).wrapping_sub(1);
        a.role == Role::With && view.heads.iter().any(|h| h.end == with && balance(h))
    };
    let mut namings = view.actors.iter().filter(|a| a.party == partner).peekable();
    // *The June deficit jumped to 55.8 billion. The deficit with China also set a record*
    let told = asked.before.is_some_and(|f| f.indicator == Indicator::Balance);
    let end = view.range.end;
    let another = if namings.peek().is_some() {
        namings.all(with_another)
    } else {
        !told && tells_balance_with(view, end..end + BALANCES_NEAR)
    };
    let worldwide =
        view.back(head.at, 2).any(|at| matches!(view.norm(at), "international" | "worldwide" | "global" | "total"));
    if another || worldwide {
        sides.partner = Some(Filled::new(Party::WORLD, "balance_in_full", None));
    }
}

/// *China remained Chile's largest trading partner, accounting for $3.8 billion in exports*: those of whose partner it is.
pub fn of_partner(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(figure) = asked.quantity.filter(|_| asked.indicator.is_one_way()).map(|q| view.mentions[q].tokens.start)
    else {
        return;
    };
    let partner = |at: &usize| {
        view.norm(*at) == "partner"
            && matches!(view.norm_before(*at, 1), "trading" | "trade")
            && view.norm(at + 1) == ","
    };
    let Some(noun) = (view.range.start + 1..figure).rev().find(partner) else { return };
    let verb = noun + 2 + usize::from(matches!(view.norm(noun + 2), "which" | "and"));
    if !matches!(view.norm(verb), "accounting" | "accounted" | "accounts") {
        return;
    }
    let owner = view.actors.iter().find(|a| a.role == Role::Possessor && a.end <= noun && noun - a.end <= 6);
    let Some(owner) = owner else { return };
    let Some(subject) = view.actors.iter().rfind(|a| a.role == Role::Subject && a.end <= owner.at) else { return };
    sides.reporter = Some(Filled::new(owner.party, "of_partner", Some(owner.span)));
    sides.partner = Some(Filled::new(subject.party, "of_partner", Some(subject.span)));
}

/// *Japan recorded a trade surplus of 8.1 billion* in talk of America: a trade balance told in full of a subject is that with
/// all, unless the other is named ahead of it.
fn is_whole_balance(asked: &Asked<'_, '_>, reporter: &Filled<Party>, partner: &Filled<Party>) -> bool {
    let view = asked.view;
    let Governor::Head(head) = asked.governor else { return false };
    let in_full = asked.indicator == Indicator::Balance
        && head.class == Class::Noun
        && matches!(view.norm(head.at), "trade" | "merchandise");
    in_full && reporter.rule == "subject" && !view.actors.iter().any(|a| a.party == partner.value && a.at < head.at)
}

/// *The GCC states' surplus*, behind what one of them traded: a group that is named does not trade with its own member for that
/// one's being spoken of, nor does anyone export to OPEC.
pub fn no_one_carried(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let (Some(reporter), Some(partner)) = (&sides.reporter, &sides.partner) else { return };
    let carried = matches!(partner.rule, "statement_before" | "pair_spoken_of");
    let member = reporter.span.is_some()
        && asked.lexicon.members(reporter.value).iter().any(|m| m.party == partner.value)
        && asked.view.pair.is_none();
    let sold = partner.value == Party::OPEC && asked.indicator != Indicator::Imports;
    if carried && (member || sold || is_whole_balance(asked, reporter, partner)) {
        sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    }
}

/// *Kenya owes China 6 billion, a fifth of its debt, and imported 4 billion of goods from it*: who acts stands before figures of another
/// verb, to which *and* joins this one; *it* behind is the other one named.
pub fn of_joined_verb(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let view = asked.view;
    let acts =
        |h: &&Head| matches!(h.class, Class::VerbIn | Class::VerbOut) && !h.passive && asked.indicator.is_one_way();
    let Some(head) = head.filter(acts).filter(|h| matches!(view.norm_before(h.at, 1), "and" | "but")) else { return };
    let (None, Some(subject)) = (&sides.reporter, view.subject_before(head.at)) else { return };
    let own = (head.class == Class::VerbIn) == (asked.indicator == Indicator::Imports);
    let parted = view.figures().any(|q| subject.end <= q.tokens.start && q.tokens.end <= head.at);
    if !own || !parted || asked.same_sentence || !subject.party.is_country() {
        return;
    }
    sides.reporter = Some(Filled::new(subject.party, "subject", Some(subject.span)));
    let it = sides.partner.take_if(|f| f.value == subject.party).is_some();
    let other = view.actors.iter().find(|a| subject.end <= a.at && a.end <= head.at && a.party != subject.party);
    if it && let Some(other) = other {
        sides.partner = Some(Filled::new(other.party, "named_before", Some(other.span)));
    }
}

/// *Baku and Brussels agreed to double gas supplies*: from the one to the other.
pub fn agreed_by_both(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if let (Some(first), None) = (&sides.reporter, &sides.partner)
        && asked.indicator.is_one_way()
        && let Some(second) = both_agree(asked.view, first.span)
    {
        sides.partner = Some(Filled::new(second.party, "both_agree", Some(second.span)));
    }
}

/// *It has deepened ties with China, with bilateral trade reaching $19 billion*: those whom the sentence ties, whichever two the talk
/// was of.
pub fn tied_with(asked: &Asked<'_, '_>, pair: (Party, Party), span: Span) -> Option<(Party, Party)> {
    let view = asked.view;
    let at = view.range.clone().find(|at| view.tokens[*at].span.start == span.start)?;
    if !matches!(view.norm(at), "bilateral" | "mutual" | "two") || view.norm(at) == "two" && view.norm(at + 1) != "-" {
        return None;
    }
    let tie = |at: usize| matches!(view.norm(at), "ties" | "relations" | "relationship" | "partnership" | "links");
    let tied = |a: &&Actor| {
        let start = view.phrase_start(a);
        a.at < at && a.role == Role::With && a.party.is_country() && view.back(start, 3).any(tie)
    };
    let mut named = view.actors.iter().filter(tied);
    let (one, None) = (named.next()?.party, named.next()) else { return None };
    if pair.0 == one || pair.1 == one {
        return None;
    }
    let acts = view.actors.iter().find(|a| a.at < at && a.role == Role::Subject && a.party.is_country());
    let about = asked.context.about.filter(|p| [pair.0, pair.1].contains(p));
    let told = [acts.map(|a| a.party), about, Some(pair.0)];
    let other = told.into_iter().flatten().find(|p| p.is_country() && *p != one)?;
    Some((other, one))
}

/// *will sell 400,000 tonnes of fuel to Cuba in exchange for 200,000 tonnes of sugar*: what comes back is between the same two.
pub fn given_in_exchange(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Some(start) = asked.quantity.and_then(|q| view.quantity(q)).map(|q| view.start_with_hedge(q)) else {
        return false;
    };
    let back = view.norm_before(start, 1) == "for"
        && matches!(view.norm_before(start, 2), "exchange" | "return")
        && view.norm_before(start, 3) == "in";
    let turned = |f: &&Frame| {
        f.turned().is_some_and(|f| f.indicator == asked.indicator) && f.reporter.is_some() && f.partner.is_some()
    };
    let Some(frame) = asked.before.filter(turned).filter(|_| back && asked.same_sentence) else { return false };
    (sides.reporter, sides.partner) = (as_told(frame.reporter), as_told(frame.partner));
    true
}
