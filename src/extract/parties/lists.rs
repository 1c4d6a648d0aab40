//! Several who share one figure: *to the Netherlands, Malaysia and Germany*, *Latvia and Estonia imported*. Whose part is
//! how large is not told, so none of them stands for all.

use std::ops::Range;

use super::{Asked, Sides};
use crate::extract::grammar::Role;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::view::{Actor, View};
use crate::extract::whose_goods::taken_by_several;
use crate::lexicon::words::{is_gap, joins};
use crate::model::{Indicator, Kind, Party, Span};

/// Takes out a partner that is only one of several named in a list: before the other side is looked for among them.
pub fn of_several_partners(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(found) = sides.partner.as_ref().filter(|_| is_flow(asked.indicator) || is_mutual(asked.indicator)) else {
        return;
    };
    let other = sides.reporter.as_ref().map(|f| f.value);
    if let Some(span) = several(asked, found, other) {
        sides.partner = Some(Filled::new(Party::WORLD, "several", Some(span)));
    }
}

/// Takes out a reporter that is only one of several, once the partner is known: those who buy from one country together.
pub fn of_several_reporters(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let own = alone(asked.indicator) && asked.indicator != Indicator::Capacity;
    // *the main importers of Ghanaian cocoa, accounting for 70% of the supply to the EU*: of what the one gives.
    let share = asked.kind == Kind::Share && asked.indicator == Indicator::Exports;
    if let Some((giver, _)) = taken_by_several(asked.view).filter(|_| share) {
        sides.reporter = Some(Filled::new(giver.party, "whose_goods", Some(giver.span)));
        return;
    }
    let Some(found) = sides.reporter.as_ref().filter(|_| is_flow(asked.indicator) || own) else { return };
    // *Ukraine and Russia supply 28 percent of global exports*: no one of them does, and nobody else.
    let of_all = sides.partner.as_ref().is_some_and(|f| f.rule == "of_the_world");
    let other = sides.partner.as_ref().map(|f| f.value);
    // *oil from Iraq and Kuwait, which together supply 12 percent*
    let together =
        |a: &Actor| Some(a.span) == found.span && matches!(asked.view.norm(a.end), "together" | "jointly" | "both");
    let related = found.rule == "relative_clause" && asked.view.actors.iter().any(together);
    if let Some(span) = several(asked, found, other).or(found.span.filter(|_| related)) {
        let known = sides.partner.as_ref().is_some_and(|f| f.value != Party::WORLD);
        // *Shipments from Australia and Brazil slipped 32%*: what several sell goes from all of them, not from one.
        let sold = asked.indicator == Indicator::Exports && found.rule == "from";
        sides.reporter = (known || sold || of_all).then(|| Filled::new(Party::WORLD, "several", Some(span)));
    }
}

/// Whether a party stands in one list with the side of these bytes: *exports from Ukraine and Romania* go from both, not from the
/// one to the other.
pub fn beside_in_list(view: &View<'_>, span: Span, party: Party) -> bool {
    listed(view, span).is_some_and(|list| view.actors[list].iter().any(|a| a.party == party))
}

/// The list that the party of these bytes has its part with: *India and China took 62 percent of the ore*.
pub fn taken_together(view: &View<'_>, span: Span) -> Option<Span> {
    let list = listed(view, span).map(|list| &view.actors[list]).filter(|list| list.len() > 1)?;
    Some(list.first()?.span.join(list.last()?.span))
}

/// *The U.S. had deficits with three of its partners -- South Korea 7.1 billion dlrs, Hong Kong 6.4 billion*: an entry of the list
/// behind a dash or colon is whom the balance is with.
pub fn listed_with(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let Some(written) = asked.quantity.and_then(|q| view.quantity(q)).filter(|_| asked.indicator == Indicator::Balance)
    else {
        return;
    };
    let start = view.start_with_hedge(written);
    let Some(entry) = view.actors.iter().find(|a| a.end == start && a.rule == "name") else { return };
    let opens = |at: &usize| matches!(view.norm(*at), "-" | ":") && *at > view.range.start;
    let Some(dash) = (view.range.start..entry.at).rev().find(opens) else { return };
    let balance = |at: usize| is_gap(view.norm(at));
    let with = (view.range.start..dash).any(|at| balance(at) && (at + 1..at + 3).any(|at| view.norm(at) == "with"));
    let owner = view.actors.iter().find(|a| a.end < dash && a.party != entry.party && a.takes_part());
    if let Some(owner) = owner.filter(|_| with) {
        sides.reporter = Some(Filled::new(owner.party, "owner_of_a_list", Some(owner.span)));
        sides.partner = Some(Filled::new(entry.party, "listed_with", Some(entry.span)));
    }
}

fn is_flow(indicator: Indicator) -> bool {
    indicator.is_one_way()
}

fn is_mutual(indicator: Indicator) -> bool {
    matches!(indicator, Indicator::Turnover | Indicator::Balance)
}

/// The bytes of the list that a side is one of, where the other side is none of it.
fn several(asked: &Asked<'_, '_>, found: &Filled<Party>, other: Option<Party>) -> Option<Span> {
    let view = asked.view;
    let figure = &view.mentions[asked.quantity.filter(|_| view.respective.is_none())?].tokens;
    if matches!(view.norm(figure.end), "each" | "apiece") {
        return None;
    }
    let list = view.actors.get(listed(view, found.span?)?)?;
    let inside = list.iter().any(|a| Some(a.party) == other);
    (!inside).then_some(list.first()?.span.join(list.last()?.span))
}

/// The actors of the list that the one with these bytes stands in, where it has two at least and no figure of its own each.
fn listed(view: &View<'_>, span: Span) -> Option<Range<usize>> {
    let at = view.actors.iter().position(|a| a.span == span && a.rule == "name")?;
    let role = view.actors[at].role;
    if !matches!(role, Role::To | Role::From | Role::With | Role::For | Role::Subject | Role::Object) {
        return None;
    }
    let joined = |a: &Actor, b: &Actor| {
        let gap = a.end..b.at;
        a.role == role
            && b.role == role
            && a.rule == "name"
            && b.rule == "name"
            && a.party != b.party
            && (1..=4).contains(&gap.len())
            && gap
                .clone()
                .all(|at| joins(view.norm(at)) || matches!(view.norm(at), "," | "the" | "to" | "from" | "also"))
    };
    let (mut first, mut last) = (at, at);
    while first > 0 && joined(&view.actors[first - 1], &view.actors[first]) {
        first -= 1;
    }
    while last + 1 < view.actors.len() && joined(&view.actors[last], &view.actors[last + 1]) {
        last += 1;
    }
    // *16 bcm to Germany and Algeria 21 bcm to Italy*: the last has a figure of its own.
    let ends = view.actors[last].end;
    let own = view.figures().any(|q| {
        let hedge = q.hedge.is_some_and(|hedge| view.tokens.get(ends).is_some_and(|t| t.span.start == hedge.start));
        let start = q.tokens.start;
        start == ends || start == ends + 1 && matches!(view.norm(ends), "(" | "with") || hedge && start <= ends + 3
    });
    let last = if own { last.checked_sub(1).filter(|last| *last >= first)? } else { last };
    let list = &view.actors[first..=last];
    // *Russia, Ukraine bought 5*: without *and* it is no list.
    let and = (list.first()?.end..list.last()?.at).any(|at| joins(view.norm(at)));
    // *to the countries of Central Asia and Afghanistan, including:* has a list of its own below it.
    let headed = view.norm_before(view.range.end, 1) == ":" && !list.iter().all(|a| a.party.is_country());
    // *92 percent from Russia, and Hungary, at 65 percent*: two are joined without a comma.
    let two = list.len() == 2 && (list[0].end..list[1].at).any(|at| view.norm(at) == ",");
    let alike = !headed && !two;
    (list.len() > 1 && and && alike && (first..=last).contains(&at)).then_some(first..last + 1)
}

/// *exported 17.4 bcm to Europe and Turkey*, of a firm that nobody places: none of those who took it.
pub fn of_a_firm_to_several(sides: &mut Sides, asked: &Asked<'_, '_>) {
    if sides.partner.as_ref().is_some_and(|f| f.rule == "several") {
        let taken = |p: Party| {
            let mut namings = asked.view.actors.iter().filter(|a| a.party == p).peekable();
            namings.peek().is_some() && namings.all(|a| matches!(a.role, Role::To | Role::From | Role::With))
        };
        sides.reporter = sides.reporter.take().filter(|f| f.span.is_some() || !taken(f.value));
    }
}
