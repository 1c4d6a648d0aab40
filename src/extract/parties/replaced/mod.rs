//! A party that takes the place of the one before it, in a list that goes on.

mod anchor;
mod lists;
mod parts;
mod ranks;

use std::ops::Range;

pub use anchor::owner_of_rank;
pub use lists::{goods_of_one_to_another, owns_the_same};

use super::super::below::named_in_entry;
use super::super::frame::Frame;
use super::super::grammar::Role;
use super::super::rule::Filled;
use super::super::side::Side;
use super::super::survey::Cast;
use super::super::view::{Actor, View};
use super::verbs::estimates;
use super::{Asked, Sides, as_told, paid};
use crate::lexicon::Class;
use crate::lexicon::words::{is_limit, is_next_in_line, opens_figure};
use crate::model::{Indicator, Kind, Party, Unit};

/// The next entry of a list that the statement before began.
struct Next<'p, 'v, 'a> {
    asked: &'p Asked<'v, 'a>,
    view: &'v View<'a>,
    /// The statement before.
    frame: &'p Frame,
    /// All parties that may have a side.
    actors: &'p [&'v Actor],
    /// The one that the figure is of.
    actor: &'v Actor,
    /// The tokens of the figure; none in a heading.
    figure: Range<usize>,
}

impl Next<'_, '_, '_> {
    /// The party, in the place of another.
    fn placed(&self) -> Filled<Party> {
        Filled::new(self.actor.party, "in_its_place", Some(self.actor.span))
    }

    /// It as whose figure this is; the other side is still to be found.
    fn reporter(&self) -> Sides {
        Sides { reporter: Some(self.placed()), partner: None }
    }

    /// It as the other side; whose figure this is is still to be found.
    fn partner(&self) -> Sides {
        Sides { reporter: None, partner: Some(self.placed()) }
    }

    /// Another reporter, whose partner is that of the statement before.
    fn with_the_same_partner(&self) -> Sides {
        Sides { reporter: Some(self.placed()), partner: as_told(self.frame.partner) }
    }

    /// It on this side, with who stood on the other.
    fn on(&self, side: Side) -> Sides {
        match side {
            Side::Reporter => self.with_the_same_partner(),
            Side::Partner => Sides { reporter: as_told(self.frame.reporter), partner: Some(self.placed()) },
        }
    }

    fn is(&self, role: Role) -> bool {
        self.actor.role == role
    }

    fn of(&self, indicator: Indicator) -> bool {
        self.asked.indicator == indicator
    }

    fn is_one_way(&self) -> bool {
        self.asked.indicator.is_one_way()
    }

    fn is_share(&self) -> bool {
        self.asked.kind == Kind::Share
    }

    /// Whether the statement before names it.
    fn is_told(&self) -> bool {
        [self.frame.reporter, self.frame.partner].contains(&Some(self.actor.party))
    }

    /// Whether the statement before is of someone else, and not of all.
    fn is_of_another(&self) -> bool {
        self.frame.reporter.is_some_and(|p| p != self.actor.party && p != Party::WORLD)
    }

    /// Whether the statement before is of a country's trade with no one in particular.
    fn is_of_all(&self) -> bool {
        self.frame.is_with_all() && self.frame.reporter.is_some_and(|p| p.is_country())
    }

    /// Whether it is a member of a group.
    fn is_member(&self, group: Option<Party>) -> bool {
        group.is_some_and(|g| self.asked.lexicon.members(g).iter().any(|m| m.party == self.actor.party))
    }

    /// The word that *by* stands behind, where it leads to the party: *followed by China*.
    fn led_by(&self) -> Option<&str> {
        let by = (1..=2).map(|back| self.actor.at.wrapping_sub(back)).find(|at| self.view.norm(*at) == "by")?;
        Some(self.view.norm_before(by, 1))
    }

    /// Whether a word for suppliers or buyers stands before it.
    fn is_ranked(&self) -> bool {
        self.view.heads.iter().any(|h| h.class == Class::Agent && h.at < self.actor.at)
    }

    /// *China is Chile's biggest customer. Japan ($6 billion) and Korea ($4 billion) come next*: whether it is said to follow the one whom the
    /// sentence before ranked first.
    fn comes_next(&self) -> bool {
        let (view, clause) = (self.view, self.view.clause(self.actor.at));
        let bracketed = self.view.norm(self.actor.end) == "(" && !self.asked.same_sentence;
        let next = |at: usize| is_next_in_line(view.norm(at)) && view.norm_before(at, 1) == ")";
        bracketed && (self.figure.end..clause.end).any(next)
    }

    /// *with the EU, at 219 billion, followed by China, at 202 billion*: whether it stands in the place of the one named right before.
    fn follows(&self) -> bool {
        self.led_by().is_some_and(|word| matches!(word, "followed" | "trailed")) && !self.is_ranked()
    }
}

/// The places that the next entry of a list may take, in their order: the first that it takes is its own. Sides without either are
/// found elsewhere.
const PLACES: [fn(&Next<'_, '_, '_>) -> Option<Sides>; 33] = [
    ranks::next_in_rank,
    ranks::source_of_import,
    lists::that_of_one_in,
    lists::behind_the_partner,
    entry_under_its_heading,
    lists::of_traders,
    groups_limit,
    goods_passing,
    on_its_way,
    lists::owns_the_like,
    lists::called_a_trader,
    lists::with_both_anew,
    price_set_beside,
    next_price,
    parts::of_the_whole,
    parts::in_brackets,
    parts::next_of_all,
    parts::of_it,
    lists::right_behind,
    lists::ones,
    lists::named_again,
    parts::has_the_share,
    parts::contribution,
    parts::comes_first,
    lists::aimed,
    lists::next_taker,
    lists::close_behind,
    of_the_protagonist,
    parts::equals,
    lists::those_of,
    parts::accounts_for,
    parts::of_which_a_member,
    parts::of_which,
];

/// A list goes on: the party named here takes the place of the one before it.
pub fn replace(asked: &Asked<'_, '_>, frame: &Frame, actors: &[&Actor]) -> Sides {
    let Some(actor) = entry_of(actors, asked).or_else(|| owner_of_share(asked)) else { return Sides::default() };
    let figure = asked.quantity.map_or(0..0, |q| asked.view.mentions[q].tokens.clone());
    let next = Next { asked, view: asked.view, frame, actors, actor, figure };
    let sides = PLACES.iter().find_map(|place| place(&next)).unwrap_or_else(|| by_its_role(&next));
    anchor::beside_who_stays(&next, sides)
}

/// *Exports by destination:* over *China: up 22.7 percent*
fn entry_under_its_heading(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let side = Some(next.frame).filter(|_| next.is(Role::Label)).and_then(|f| named_in_entry(f, next.actor.party))?;
    let named = Some(Filled::new(next.actor.party, "entry_of_list", Some(next.actor.span)));
    let other = |party: Option<Party>| party.map(|p| Filled::new(p, "line_over_list", None));
    Some(match side {
        Side::Reporter => Sides { reporter: named, partner: other(next.frame.partner) },
        Side::Partner => Sides { reporter: other(next.frame.reporter), partner: named },
    })
}

/// *against an OPEC quota of 2.4 million barrels*: a group's limit for the one told before.
fn groups_limit(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let sets = |at: usize| is_limit(next.view.norm(at));
    (!next.actor.party.is_country() && (sets(next.actor.end) || sets(next.actor.end + 1))).then(Sides::default)
}

/// *Georgia's railway moved 5.9 million tonnes in transit, including 2.1 million tonnes of Azerbaijani oil products*: whose goods pass is not
/// where they do.
fn goods_passing(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let goods = |at: usize| next.view.goods_at(at).is_some();
    let theirs = next.of(Indicator::Transit) && next.frame.indicator == Indicator::Transit && next.is_of_another();
    (theirs && goods(next.actor.end))
        .then(|| Sides { reporter: as_told(next.frame.reporter), partner: as_told(Party::WORLD) })
}

/// *volumes through Ukraine*: where goods pass, not where they end.
fn on_its_way(next: &Next<'_, '_, '_>) -> Option<Sides> {
    (next.is(Role::Via) && next.is_one_way()).then(Sides::default)
}

/// *pays $379, 51 dollars less than Ukraine*: who it is set beside pays another price.
fn price_set_beside(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let than = next.view.phrase_start(next.actor).wrapping_sub(1);
    let changed = next.of(Indicator::Price) && next.asked.kind == Kind::Change;
    (changed && next.view.norm(than) == "than")
        .then(|| Sides { reporter: as_told(next.frame.reporter), partner: as_told(next.frame.partner) })
}

/// *Belarus pays $256 and Ukraine $268*
fn next_price(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let same = next.of(Indicator::Price) && next.asked.same_sentence;
    // *$79 a barrel for Russian crude, against $86 for Iraqi grades*: of another seller.
    if same && next.is(Role::For) && sells_at(next.view, next.actor) {
        return Some(next.with_the_same_partner());
    }
    // *35 GWh at 7 cents to Peru, and Chile 100 GWh at 5 cents*: between the two that the amount before it was sold between.
    if same && next.is_told() {
        let frame = next.frame;
        let carried = (frame.indicator == Indicator::Capacity).then_some((frame.reporter, frame.partner));
        if let Some((reporter @ Some(_), partner @ Some(_))) = frame.giver_and_taker().or(carried) {
            return Some(Sides { reporter: as_told(reporter), partner: as_told(partner) });
        }
    }
    let side = same.then(|| paid::next_in_list(next.asked, next.frame, next.actor)).flatten()?;
    Some(next.on(side))
}

/// *Russia kept its lead with 23.6 bcm* in a text of what Turkey imports: the one that the text is about stays.
fn of_the_protagonist(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let (frame, actor, party) = (next.frame, next.actor, next.actor.party);
    let lead = match next.asked.survey.cast() {
        Cast::Protagonist(lead) => lead,
        // *Egypt's imports of coal rose. Deliveries from Morocco jumped. Italy alone accounted for 20 percent*: of what Egypt took.
        Cast::Open => frame.owner.filter(|_| next.is_share() && !next.asked.same_sentence)?,
        Cast::Pair(..) => return None,
    };
    // *Germany imported 4.8 bcm, Turkey 2.7 bcm and Italy 2.1 bcm*: the next of those who took, whoever the text is about.
    let taker = next.asked.same_sentence
        && matches!(actor.role, Role::Subject | Role::Object)
        && next.is_one_way()
        && next.figure.start == actor.end
        && frame.nearest == Some(Side::Reporter)
        && frame.partner.is_some_and(|p| p.is_country() && p != party);
    if taker || party == lead || !next.asked.indicator.is_trade() {
        return None;
    }
    if frame.reporter == Some(lead) {
        return Some(next.partner());
    }
    // *Pakistan took 38 percent of the exports, followed by Egypt with 15*: it was named there as one of those in the list.
    let listed = next.asked.same_sentence && frame.nearest == Some(Side::Partner)
        || frame.subject == Some(Side::Partner) && next.is(Role::Subject);
    (frame.partner == Some(lead) && !listed).then(|| next.reporter())
}

/// The side that its role alone gives it.
fn by_its_role(next: &Next<'_, '_, '_>) -> Sides {
    let (view, frame, actor) = (next.view, next.frame, next.actor);
    let at = next.figure.start;
    let bare = at <= actor.end
        || at == actor.end + 1
            && (view.norm(actor.end) == "(" || view.norm(actor.end) == "with" && next.asked.same_sentence);
    // *was second after Australia with 19.9 million*
    let the = usize::from(view.norm_before(actor.at, 1) == "the");
    let before = |back: usize| view.norm_before(actor.at, back + the);
    let placed = next.is(Role::Beside) && before(1) == "after" || before(1) == "of" && before(2) == "ahead";
    // *Ireland's largest market, worth 30 billion, ahead of France (16 billion)*: beside the market, not its owner.
    let opens = |word: &str| opens_figure(word) || word == "(";
    let ranked = placed && at == actor.end + 1 && opens(view.norm(actor.end)) || next.comes_next();
    let followed = next.follows();
    // *China was the main buyer of Peru's copper, taking 1.6 million tonnes, ahead of Japan with 0.1*: beside who took.
    let turn = if (bare || followed) && !ranked { frame.nearest } else { frame.subject };
    // *Investment from Singapore made 15 billion, ahead of China with 7*: the next of those who invest.
    let turn = turn.or(frame.nearest.filter(|_| ranked));
    let of_member = |party: Option<Party>| next.is_member(party);
    let reporter_open = frame.reporter.is_none() || (of_member(frame.reporter) && !of_member(frame.partner));
    match (next.asked.indicator, actor.role) {
        // *buys gas from Azerbaijan at $120 and from Russia at $235*: of another seller.
        (Indicator::Price, Role::From | Role::Origin | Role::Attribute) => next.with_the_same_partner(),
        (Indicator::Price, Role::To | Role::For) => next.partner(),
        // *Australia shipped 6.5 million tonnes, against 6.2 million for Qatar*: the same of another.
        (Indicator::Exports | Indicator::Imports | Indicator::Production, Role::For)
            if next.is_of_all() && !next.is_share() && view.comparing_before(at).is_some() =>
        {
            next.reporter()
        }
        // *earned $2.9 billion from gas, of which 40 percent came from China*: who paid it.
        (Indicator::Exports, Role::From)
            if next.asked.kind == Kind::Share
                && frame.unit.is_some_and(Unit::is_sum)
                && frame.reporter.is_some_and(|p| p.is_country() && p != actor.party)
                && view
                    .range
                    .clone()
                    .any(|at| matches!(view.norm(at), "earned" | "earns" | "earnings" | "revenue")) =>
        {
            next.partner()
        }
        (Indicator::Exports, Role::From) | (Indicator::Imports, Role::To) => next.reporter(),
        // *after works awarded to a Portuguese group it should reach 20 million tons*: who builds has no part in what it can do.
        (Indicator::Capacity, _)
            if view
                .back(actor.at, 4)
                .any(|at| matches!(view.norm(at), "awarded" | "given" | "entrusted" | "contracted")) =>
        {
            Sides::default()
        }
        // *120 MW from Egypt and 200 MW from Ethiopia*, *investment from Turkey, from Azerbaijan*: to the same taker.
        (Indicator::Capacity | Indicator::Investment, Role::From) => next.with_the_same_partner(),
        // *raised 1.2 million tonnes for China and 900,000 tonnes for Turkey*: for another of those estimated.
        (Indicator::Exports | Indicator::Imports, Role::For)
            if estimates(view, view.clause(actor.at).start..actor.at) =>
        {
            next.reporter()
        }
        // *For Romania the figures were 2.05 bcm*, behind exports to another.
        (Indicator::Exports, Role::To | Role::For) | (Indicator::Imports, Role::From) => next.partner(),
        // *58 million tonnes through Belarus, of which 39 million went to Poland*: to or from there, through the same country.
        (Indicator::Transit, Role::To | Role::For | Role::From) => next.partner(),
        (Indicator::Transit, _) if next.asked.same_sentence && frame.nearest == Some(Side::Partner) => next.partner(),
        (Indicator::Production | Indicator::Consumption | Indicator::Reserves | Indicator::Transit, _) => {
            next.reporter()
        }
        _ if frame.reporter == Some(Party::WORLD) && frame.partner != Some(Party::WORLD) => next.reporter(),
        _ if of_member(frame.partner) && !of_member(frame.reporter) => next.partner(),
        _ if followed && frame.nearest == Some(Side::Partner) => next.partner(),
        // *Spain was Morocco's first trading partner with 13 billion, followed by France with 10*: the next of the partners.
        (Indicator::Turnover | Indicator::Exports | Indicator::Imports, _)
            if followed
                && (view.range.start..actor.at).any(|at| view.norm(at) == "partner")
                && (next.of(Indicator::Turnover) || frame.subject == Some(Side::Partner)) =>
        {
            next.partner()
        }
        _ if turn == Some(Side::Reporter)
            && (matches!(actor.role, Role::Subject | Role::Modifier | Role::Possessor) || ranked || followed) =>
        {
            next.reporter()
        }
        _ if reporter_open => next.reporter(),
        _ => next.partner(),
    }
}

/// *for Iraqi grades*, *for Colombian coal*: whether a price is for goods that are told by their origin.
fn sells_at(view: &View<'_>, actor: &Actor) -> bool {
    let goods =
        |at: usize| matches!(view.norm(at), "grades" | "barrels" | "cargoes" | "crudes" | "supplies" | "material");
    goods(actor.end) || view.goods_at(actor.end).is_some()
}

/// The party whose place in a list a figure has: the first of its own, but the one that *for*, *to* or *from* sets right behind
/// it where that first stands apart: *1 million tons for Australia and 900,000 tons for Turkey*.
fn entry_of<'v>(actors: &[&'v Actor], asked: &Asked<'v, '_>) -> Option<&'v Actor> {
    let first = *actors.first()?;
    let Some(figure) = asked.quantity.map(|q| &asked.view.mentions[q].tokens) else { return Some(first) };
    let apart = first.end < figure.start && asked.view.norm(first.end) == "and";
    let aimed = |a: &&&Actor| {
        a.role == first.role
            && matches!(a.role, Role::For | Role::To | Role::From)
            && (figure.end + 1..figure.end + 4).contains(&a.at)
    };
    Some(actors.iter().find(aimed).filter(|_| apart).map_or(first, |a| *a))
}

/// *Russia's share, which had been 14.4 percent a year before, was 3.9*: whose part the sentence tells of, also behind a clause.
fn owner_of_share<'v>(asked: &Asked<'v, '_>) -> Option<&'v Actor> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    let owner = view.actors.iter().rfind(|a| a.end <= start && a.takes_part()).filter(|_| asked.kind == Kind::Share)?;
    (owner.role == Role::Possessor && view.norm(owner.end + 2) == "share").then_some(owner)
}
