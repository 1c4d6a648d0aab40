//! What the statement before fills, by which side is still open.

use super::super::others::{opposite, to_the_market};
use super::super::partner_told::at_a_tender;
use super::super::parts::{is_out_of, is_parted_behind};
use super::super::replaced::owner_of_rank;
use super::super::spoken_of::{tells_of_all, world_cue};
use super::super::taken_over::{goes_on_of_the_world, is_supply, tells_of_all_word};
use super::super::{Asked, Sides, as_told};
use super::in_turn::{back_to_the_whole, told_in_turn};
use super::is_of_a_line;
use super::turned::{exports_to_all, moved_between};
use crate::extract::frame::Frame;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::survey::Cast;
use crate::extract::view::Actor;
use crate::lexicon::Class;
use crate::lexicon::words::{is_article, is_domestic, is_or_was, is_total, tells_one_way};
use crate::mention::{Expression, Mention, Part, What};
use crate::model::{Fact, Indicator, Kind, Party};

/// Fills what is open: `told` is the statement before, `frame` the same from the end that goes on.
pub fn fill(sides: &mut Sides, asked: &Asked<'_, '_>, told: &Frame, frame: &Frame) {
    match (&sides.reporter, &sides.partner) {
        (None, None) => *sides = both(sides, asked, told, frame),
        (Some(known), None) => {
            if let Some(partner) = partner_of(known, asked, told, frame) {
                sides.partner = as_told(partner);
            }
        }
        (None, Some(known)) => {
            let owner = owner_of(asked, frame).filter(|p| *p != known.value);
            sides.reporter = as_told(owner.or_else(|| reporter_beside(known.value, asked, frame)));
        }
        _ => {}
    }
}

/// Both sides, where the sentence names neither.
fn both(sides: &Sides, asked: &Asked<'_, '_>, told: &Frame, frame: &Frame) -> Sides {
    if is_drawn_in(asked, frame) {
        let anyone = Filled::new(Party::WORLD, "foreign_investors", None);
        return Sides { reporter: Some(anyone), partner: as_told(frame.reporter) };
    }
    let own = alone(asked.indicator);
    if let Some(owner) = back_to_the_whole(asked, told) {
        return Sides { reporter: as_told(Some(owner)), partner: as_told(Some(Party::WORLD)) };
    }
    // A country's own figures after talk of another: those of the text's home.
    let giver = asked.context.home().filter(|home| gives_it(asked, frame, *home));
    let domestic = matches!(asked.governor, Governor::Head(head) if is_domestic(asked.view.norm_before(head.at, 1)));
    let native = asked.context.home().filter(|_| domestic);
    let home = asked.context.dateline_home().or(asked.context.about).or(giver).or(native);
    let home = home.filter(|_| own && asked.indicator != frame.indicator && !goes_on_of_the_world(asked));
    let home = home.filter(|_| !is_of_a_line(asked, frame));
    // What the text's home can move goes anywhere, not to itself.
    let home = home
        .filter(|home| !asked.same_line || domestic || gives_it(asked, frame, *home))
        .or_else(|| told_of_its_own(asked, frame));
    let line = moved_between(asked, told) && home.is_none_or(|home| frame.partner != Some(home));
    // What went nowhere in particular says nothing of a turnover, which is between two.
    let loose = asked.indicator == Indicator::Turnover
        && frame.indicator != Indicator::Turnover
        && frame.partner == Some(Party::WORLD)
        // *a deficit of 646 million dollars, or 43.9 percent of trade turnover*
        && !(asked.same_sentence && asked.kind == Kind::Share);
    // *meeting 42 percent of the country's needs, against 44 percent in June*: by the same supplier.
    let supplier = own
        && asked.kind == Kind::Share
        && asked.indicator == Indicator::Consumption
        && frame.indicator == Indicator::Consumption
        && matches!(asked.governor, Governor::Previous);
    let partner = if (!own || line) && !loose {
        // *Europe took 84 percent of the exports. Prices at the port fell to $46*: what all of them pay.
        let paid_by_all = asked.indicator == Indicator::Price
            && frame.share
            && frame.indicator == Indicator::Exports
            && !asked.same_sentence;
        let of_all = paid_by_all
            || is_whole_trade(asked, frame)
            || is_behind_transit(asked, frame)
            || told_in_turn(asked, frame)
            || turns_to_all(asked, frame)
            || goods_of_all(asked, frame)
            || way_back_of_all(asked, frame)
            || parts_all(asked)
            || of_other_goods(asked, frame)
            || is_out_of(asked, frame)
            || is_parted_behind(asked);
        let all = || exports_to_all(sides, asked, told) || world_cue(asked).is_some();
        if of_all || to_elsewhere(asked, frame) {
            Some(Party::WORLD)
        } else if !matches!(asked.governor, Governor::Previous) && all() {
            None
        } else {
            frame.partner
        }
    } else {
        frame.partner.filter(|p| supplier && p.is_country())
    };
    let seller = seller_to_several(asked, told).filter(|_| own && home.is_none());
    Sides {
        reporter: as_told(seller.or(home).or_else(|| owner_of(asked, frame)).or(frame.reporter)),
        partner: as_told(partner.filter(|_| seller.is_none())),
    }
}

/// *Brazil takes 30 mcm a day of Bolivian gas, Argentina 5. Output is 41 mcm a day*: that of the one who sells to both.
fn seller_to_several(asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let seller = frame.partner.filter(|p| p.is_country() && frame.indicator == Indicator::Imports)?;
    let sold = matches!(asked.indicator, Indicator::Production | Indicator::Reserves) && !asked.same_sentence;
    let another = asked
        .facts
        .iter()
        .any(|f| f.indicator == Indicator::Imports && f.partner == Some(seller) && f.reporter != frame.reporter);
    (sold && another).then_some(seller)
}

/// *Italy takes a third of Libya's oil. Reserves are put at 46 billion barrels*, *Russian deliveries to Tashkent rose. Production fell*: whether
/// what is made or lies in the ground is of the text's home, the other side of the trade told last.
fn gives_it(asked: &Asked<'_, '_>, frame: &Frame, home: Party) -> bool {
    matches!(asked.indicator, Indicator::Production | Indicator::Reserves)
        && frame.partner == Some(home)
        && matches!(frame.indicator, Indicator::Imports | Indicator::Exports)
        && matches!(asked.governor, Governor::Head(_))
}

/// *Stocks in Egypt rose. Cargoes arrived from Russia. Naphtha stocks slipped*: whose own figures were told, where only a sentence
/// without a figure has named another since.
fn told_of_its_own(asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let passing = asked.same_line && frame.unit.is_none() && frame.indicator != asked.indicator;
    let own = matches!(asked.indicator, Indicator::Reserves | Indicator::Production | Indicator::Consumption);
    let last = asked.facts.last().filter(|f| passing && own && f.indicator == asked.indicator)?;
    last.reporter.filter(|p| p.is_country() && !asked.view.actors.iter().any(Actor::takes_part))
}

/// *Ukraine imported 26 bcm of Russian gas. It paid $228. Transit fell 20 percent*: whom the text tells the statement before of, where what
/// goes on is of one alone.
fn owner_of(asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let one = alone(asked.indicator) && asked.indicator != Indicator::Capacity || asked.indicator == Indicator::Transit;
    frame.owner.filter(|p| one && asked.indicator != frame.indicator && p.is_country())
}

/// *Moldova bought gas from Russia. Transit to the Balkans was 18 bcm*: to where no country is named.
fn to_elsewhere(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let view = asked.view;
    let named = head.end + 1 + usize::from(is_article(view.norm(head.end + 1)));
    let place = view.tokens.get(named).is_some_and(|t| view.range.contains(&named) && t.is_capitalised());
    asked.indicator == Indicator::Transit
        && frame.indicator != Indicator::Transit
        && view.norm(head.end) == "to"
        && place
}

/// The other side of one whom the sentence names; `None` where the statement before has nothing to say of it.
fn partner_of(known: &Filled<Party>, asked: &Asked<'_, '_>, told: &Frame, frame: &Frame) -> Option<Option<Party>> {
    let own = alone(asked.indicator);
    // *half of Bolivia's exports* are half of all of them; *of its exports to this market* are not.
    if asked.kind == Kind::Share && known.rule == "possessor" && !own && !to_the_market(asked) {
        let same = frame.reporter == Some(known.value) && frame.indicator == asked.indicator;
        return (same && is_that_part(asked)).then_some(frame.partner);
    }
    if frame.reporter == Some(known.value) && to_the_market(asked) {
        return Some(frame.partner);
    }
    // *Cambodia sent Vietnam nuts. Vietnam's own exports were worth $280 million*: with all.
    let own_goods = |a: &Actor| Some(a.span) == known.span && (a.end..a.end + 3).any(|at| asked.view.norm(at) == "own");
    if !asked.same_sentence && asked.view.actors.iter().any(own_goods) {
        return None;
    }
    if tells_of_all(asked, known)
        || back_to_the_whole(asked, told) == Some(known.value)
        || is_parted_behind(asked)
        || known.span.is_none() && !asked.same_line && is_whole_trade(asked, frame)
        || goes_anywhere(known, asked, told, frame)
        || own
        || world_cue(asked).is_some()
    {
        return None;
    }
    let agent = matches!(asked.governor, Governor::Head(Head { class: Class::Agent, .. }));
    // *The line will carry 12.4 bcm. Russia will invest $2 billion in it*: what one has or makes tells of no other side.
    let one_sided =
        alone(frame.indicator) && frame.partner == Some(Party::WORLD) && asked.indicator != Indicator::Price;
    Some(match known.value {
        party if frame.reporter == Some(party) => frame.partner.filter(|_| !one_sided),
        party if frame.partner == Some(party) => frame.reporter,
        // *Iraq was the best customer*: of the one spoken of; *the Netherlands the main supplier*: of who buys.
        _ if agent => {
            // *Both buyers left 2 billion*: several are not told of as the first.
            let several = matches!(asked.governor, Governor::Head(h) if asked.view.norm(h.end - 1).ends_with('s'));
            let owner = if several { None } else { owner_of_rank(asked, frame) };
            if let Some(owner) = owner.filter(|p| *p != known.value) {
                return Some(Some(owner));
            }
            let taken = matches!(frame.indicator, Indicator::Imports | Indicator::Consumption);
            if taken == (asked.indicator == Indicator::Imports) { frame.partner } else { frame.reporter }
        }
        _ if !matches!(asked.governor, Governor::Head(_)) => frame.partner,
        // The goods of another seller go to the same buyer.
        _ => same_buyer(known, asked, told, frame),
    })
}

/// *sold Pakistan 90,000 tonnes. This was 40 percent of Kenya's tea exports*, *$180 million, equal to 10 percent of Chile's wine exports*:
/// whether a part is what was told right before.
fn is_that_part(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let Some(figure) = asked.quantity.and_then(|q| view.quantity(q)) else { return false };
    let start = view.start_with_hedge(figure);
    let first = view.range.start;
    let points = matches!(view.norm(first), "that" | "this" | "it")
        && view.first_quantity(&(first..start)).is_none()
        && (is_or_was(view.norm(first + 1))
            || matches!(
                view.norm(first + 1),
                "made" | "makes" | "represents" | "represented" | "accounted" | "accounts" | "equals" | "equalled"
            ));
    let equal = asked.same_sentence
        && matches!(
            (view.norm_before(start, 2), view.norm_before(start, 1)),
            ("equal" | "equivalent", "to") | ("," | "-", "or" | "representing") | ("accounting", "for")
        );
    points || equal
}

/// What the way back, or another's goods, tell of no partner.
fn goes_anywhere(known: &Filled<Party>, asked: &Asked<'_, '_>, told: &Frame, frame: &Frame) -> bool {
    // *Argentina imported 5 million tonnes from Paraguay. It normally exports 7 million*: what goes the other way goes anywhere,
    // in a text that is not of two.
    let way_back = frame.reporter == Some(known.value)
        && known.span.is_some()
        && !asked.same_sentence
        && !asked.survey.is_mutual()
        && matches!(asked.governor, Governor::Head(head) if (asked.view.norm(head.at).ends_with("ed") || known.rule == "it")
            && tells_of_all_word(asked, head))
        && told.turned().is_some_and(|f| f.indicator == asked.indicator);
    // *shipped 1.2 million tons to China. Transit across Kazakhstan was 0.9 million*: of others' goods, to anywhere.
    let others = asked.indicator == Indicator::Transit
        && frame.indicator != Indicator::Transit
        && !asked.view.actors.iter().any(|a| Some(a.party) == frame.partner);
    // *Algeria bought 500,000 tonnes of wheat in a tender*: what a tender asks of anyone.
    let tender = matches!(asked.governor, Governor::Head(head) if at_a_tender(asked, head));
    way_back || others || is_behind_transit(asked, frame) || tender
}

/// *moved 55 bcm to Hungary. Gas imports grew to 15.9 bcm*: what a country takes in itself, behind what passes through it, is from
/// anywhere.
fn is_behind_transit(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    frame.indicator == Indicator::Transit
        && asked.indicator != Indicator::Transit
        && asked.indicator.is_trade()
        && matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun)
        && !asked.view.actors.iter().any(|a| Some(a.party) == frame.partner)
}

/// Whom another seller than the one told of sells to.
fn same_buyer(known: &Filled<Party>, asked: &Asked<'_, '_>, told: &Frame, frame: &Frame) -> Option<Party> {
    let noun = matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. }));
    // *India took 312,000 barrels a day from Nigeria*, and in a paragraph of its own *Shipments from Iraq rose*.
    let sent = matches!(asked.governor, Governor::Head(head) if is_supply(asked.view.norm(head.at)));
    let sent = sent && told.turned().is_some_and(|f| f.indicator == Indicator::Exports) && frame.commodity.is_some();
    let near = asked.same_line || !noun || sent;
    // *The EU imported 290 bcm. Norway supplied 30 percent of the gas*: a group buys from those outside it.
    let outside = |group: Party| {
        asked.kind == Kind::Share
            && group != Party::WORLD
            && !asked.lexicon.members(group).iter().any(|m| m.party == known.value)
    };
    // *Ivory Coast ground 61,000 tonnes, with Ghana's exports slipping to 12,000*: not what another used.
    // *Lithuania imported 80 percent of the power it uses. Latvian imports accounted for 38 percent*: nor what it brought in.
    let brought_in = asked.indicator == Indicator::Imports;
    let used = noun && (asked.kind != Kind::Share || brought_in) && frame.indicator == Indicator::Consumption;
    // *Ivory Coast's exports were 2.1 billion. Portuguese imports were 1.1 billion*: each of them with all.
    let turned = matches!(
        (frame.indicator, asked.indicator),
        (Indicator::Exports, Indicator::Imports) | (Indicator::Imports, Indicator::Exports)
    );
    let with_all = noun
        && turned
        && known.span.is_some()
        && frame.commodity.is_none()
        && frame.is_with_all()
        && !asked.same_sentence
        && asked.kind != Kind::Share;
    opposite(asked.indicator, frame)
        .filter(|p| !used && !with_all && near && (p.is_country() || outside(*p)) && *p != known.value)
}

/// Whose figure it is, where the sentence names the other side alone.
fn reporter_beside(known: Party, asked: &Asked<'_, '_>, frame: &Frame) -> Option<Party> {
    let bought = asked.indicator == Indicator::Imports && frame.indicator == Indicator::Exports;
    match known {
        party if frame.partner == Some(party) => frame.reporter,
        // *Japan eats our tuna. The islands sold $90 million of fish to Japan*: what one uses or makes tells of no seller.
        party if frame.reporter == Some(party) => {
            frame.partner.filter(|p| !(alone(frame.indicator) && *p == Party::WORLD))
        }
        // *Ashgabat sold it 50 bcm. The bill for Central Asian gas ...*: of who bought from a member.
        group
            if bought
                && asked.lexicon.members(group).iter().any(|m| Some(m.party) == frame.reporter)
                // *Exports of Armenia to the EAEU rose. Imports from the EAEU fell*: a member trades with its group.
                && !asked.facts.iter().any(|f| f.reporter == frame.reporter && f.partner == Some(group)) =>
        {
            frame.partner
        }
        // *The EU took 36 percent. Exports to America grew*: those of the one whose goods it took.
        _ if frame.part_of_partners
            && frame.partner.is_some_and(|p| p.is_country())
            && frame.turned().is_some_and(|f| f.indicator == asked.indicator) =>
        {
            frame.partner
        }
        // *Russia took 340,000 tonnes of the beef, while sales to Egypt jumped 82 percent*: those of who sold to the other.
        _ if asked.indicator == Indicator::Exports
            && frame.indicator == Indicator::Imports
            && frame.commodity.is_some()
            && frame.partner.is_some_and(|p| p.is_country())
            && matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. })) =>
        {
            frame.partner
        }
        // *6 million barrels were lifted from Basra, whereas 0.3 million went to Jordan*: from where anyone took the rest.
        _ if asked.indicator == Indicator::Exports
            && frame.indicator == Indicator::Imports
            && frame.reporter == Some(Party::WORLD)
            && frame.partner.is_some_and(|p| p.is_country() && p != known) =>
        {
            frame.partner
        }
        // *Iraq sold 1.3 million tonnes of oil to Korea. Imports from Kuwait rose*: those of who was sold to.
        _ if bought
            && frame.commodity.is_some()
            && frame.partner.is_some_and(|p| p.is_country())
            && matches!(asked.governor, Governor::Head(Head { class: Class::Noun, .. })) =>
        {
            frame.partner
        }
        // *410 million kWh arrived from abroad. Peru pays 3 cents for one*: what it pays goes to the one whose text it is.
        _ if asked.indicator == Indicator::Price
            && frame.reporter == Some(Party::WORLD)
            && frame.partner != Some(known) =>
        {
            match asked.survey.cast() {
                Cast::Protagonist(lead) if lead != known => Some(lead),
                _ => frame.partner.filter(Party::is_country).or(frame.reporter),
            }
        }
        _ => frame.reporter,
    }
}

/// *wine exports to Russia made up 12 percent of the total, and imports came to 830 million*: what goes the other way, behind a
/// part of a whole, is of all.
fn turns_to_all(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let turned = frame.turned().is_some_and(|f| f.indicator == asked.indicator);
    let pair = asked.survey.is_of_two() || asked.view.pair.is_some();
    frame.share
        && turned
        && asked.kind == Kind::Level
        && head.class == Class::Noun
        && asked.quantity.is_some_and(|q| head.end <= asked.view.mentions[q].tokens.start)
        && !pair
}

/// *Eight percent of total gas imports arrived at the new terminals*: a part of all, which opens its clause, is of no partner told
/// before.
fn parts_all(asked: &Asked<'_, '_>) -> bool {
    let (Governor::Head(head), Some(quantity)) = (asked.governor, asked.quantity) else { return false };
    let view = asked.view;
    let (start, end) = (view.mentions[quantity].tokens.start, view.mentions[quantity].tokens.end);
    let opens = view.quantity(quantity).map_or(start, |q| view.start_with_hedge(q))
        == view.segment_tokens(view.segment(start)).start;
    asked.kind == Kind::Share
        && !asked.same_sentence
        && opens
        && view.norm(end) == "of"
        && (end + 1..head.at).any(|at| is_total(view.norm(at)))
        && view.norm(head.end) != "from"
}

/// *Asia took 62 percent of Chile's wine. Cherries came next: 353,000 tonnes was shipped*: whoever had a part of some goods, what is told of
/// others behind it went anywhere.
fn of_other_goods(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let other = |m: &Mention| match &m.what {
        What::Commodity(goods) => frame.commodity.as_ref() != Some(goods),
        _ => false,
    };
    frame.share
        && !asked.same_sentence
        && asked.kind == Kind::Level
        && matches!(asked.governor, Governor::Head(_))
        && (!asked.survey.is_of_two() || frame.partner.is_some_and(|p| !p.is_country()))
        && view
            .mentions
            .iter()
            .find(|m| matches!(m.what, What::Commodity(_)))
            .is_some_and(|m| other(m) && m.tokens.start <= view.range.start + 1)
}

/// *Exports fell 2.8 percent. Sales to the United States shrank 21 percent. Electronic goods slid 8.6 percent*: goods that open their
/// sentence behind what all took and what one partner took are those that all took, in a text that is not of two.
fn goods_of_all(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let opens = |m: &Mention| m.tokens.start <= view.range.start + 1 && matches!(m.what, What::Commodity(_));
    let share = asked.kind == Kind::Share && frame.indicator == asked.indicator;
    (matches!(asked.governor, Governor::Topic) || share && !asked.same_sentence)
        && asked.indicator.is_one_way()
        && frame.commodity.is_none()
        && frame.partner.is_some_and(|p| p.is_country())
        && view.mentions.iter().any(opens)
        && view.pair.is_none()
        && !asked.survey.is_about_two()
        && told_of_all(asked, frame)
}

/// *Exports to the U.S. fell 10 percent. Exports rose 5.8 percent in June*: a bare noun of trade that names no goods and no end
/// tells of all of it, in a text that is not of two.
fn is_whole_trade(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let view = asked.view;
    let bare = asked.indicator == Indicator::Balance || tells_one_way(view.norm(head.at));
    bare && head.class == Class::Noun
        && !asked.same_sentence
        && asked.kind != Kind::Share
        && !adds_up(asked, frame, head)
        && frame.commodity.is_none()
        // *Exports to China rose 10 percent. Imports were 5 billion*: the way back of the same two.
        && (frame.indicator == asked.indicator || !asked.same_line || told_already(asked, frame))
        && (!asked.survey.is_of_two() || told_already(asked, frame))
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Balance | Indicator::Turnover)
        && view.pair.is_none()
        // *Exports to China amounted to 1.7 trillion yen*, and in a paragraph of its own *Imports of crude oil were 12 million kl*.
        // *EU: $6.0 billion*, the last of a list, and below it *Energy imports fell 9.5 percent*.
        && (!asked.same_line
            && (matches!(asked.survey.cast(), Cast::Protagonist(p) if Some(p) == frame.reporter)
                || frame.list.is_some_and(|list| list.side.is_some()))
            || !view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_))))
}

/// *Imports from the United States were 9 billion. FDI inflows were 12 billion*, behind all that the country trades: what anyone invests
/// in it.
fn is_drawn_in(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let foreign = |at: usize| matches!(asked.view.norm(at), "fdi" | "foreign");
    asked.indicator == Indicator::Investment
        && (head.at.saturating_sub(1)..head.end).any(foreign)
        && frame.indicator.is_trade()
        && frame.reporter.is_some_and(|p| p.is_country())
        && !asked.survey.is_mutual()
        && told_of_all(asked, frame)
}

/// *Japan exported 2 million tonnes of steel. Exports to China dropped to 340,000 tonnes. Imports rose to 310,000*: what comes in of goods
/// that the text told to go to all, and then to one.
fn way_back_of_all(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let view = asked.view;
    let Governor::Head(head) = asked.governor else { return false };
    let turned = frame.turned().is_some_and(|f| f.indicator == asked.indicator);
    let all = |f: &Fact| {
        f.indicator == frame.indicator
            && f.reporter == frame.reporter
            && f.is_with_all()
            && f.commodity == frame.commodity
    };
    turned
        && head.class == Class::Noun
        && tells_one_way(view.norm(head.at))
        && head.at == view.range.start
        && !asked.same_sentence
        && frame.commodity.is_some()
        && frame.partner.is_some_and(|p| p.is_country())
        && view.pair.is_none()
        && !asked.survey.is_about_two()
        && asked.facts.iter().any(all)
}

/// Whether the text told of all that a country trades.
fn told_of_all(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let all =
        |f: &Fact| f.indicator.is_one_way() && f.reporter == frame.reporter && f.is_with_all() && f.commodity.is_none();
    asked.facts.iter().any(all)
}

/// *Exports jumped 14 percent. Imports from the United States were 9 billion. Imports climbed 18 percent*: what has been told of the one
/// partner is, told again without it, of all.
fn told_already(asked: &Asked<'_, '_>, frame: &Frame) -> bool {
    let level = |f: &&Fact| {
        f.indicator == asked.indicator
            && f.reporter == frame.reporter
            && f.partner == frame.partner
            && f.kind == Kind::Level
            && f.period == frame.period
    };
    asked.facts.iter().rev().take(3).any(|f| level(&f)) && told_of_all(asked, frame)
}

/// *Exports to Peru in May were 2.3 million. For the January-May period, exports fell 16.6 percent*: what opens with several months
/// adds up the flow told before in the same paragraph.
fn adds_up(asked: &Asked<'_, '_>, frame: &Frame, head: Head) -> bool {
    let view = asked.view;
    let start = view.range.start;
    let adds = |mention: &Mention| {
        matches!(
            mention.what,
            What::Period(Expression::MonthsTo(..) | Expression::ToDate(_) | Expression::ToldMonths(_))
        ) || matches!(mention.what, What::Period(Expression::In(Part::Months(first, last), _)) if first < last)
    };
    let opens = |m: &&Mention| m.tokens.start <= start + 2 && m.tokens.end + 2 >= head.at && m.tokens.end <= head.at;
    asked.same_line && frame.indicator == asked.indicator && view.mentions.iter().filter(opens).any(adds)
}
