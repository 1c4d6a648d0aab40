//! Sides that are no one's in particular: the world, its markets, buyers from abroad, the country of a fact sheet.

use super::{Asked, Sides, as_told};
use crate::extract::exchange::names_house;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{are_states, is_by_now, is_form_of_have, is_gathering, is_worldwide};
use crate::mention::What;
use crate::model::{Decimal, Indicator, Kind, Measure, Party, Span, Unit};

/// A line of a fact sheet tells of the sheet's country: *consumption: 34 billion kWh*, *Exports - partners: China 16%*.
pub fn of_entry(sides: &mut Sides, asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let partner = asked.quantity.and_then(|q| view.quantity(q)).and_then(|q| view.listed_partner(q));
    if let Some((head, partner)) = partner {
        // *Coffee exports of Honduras, thousand tonnes: Germany 90, Belgium 40*: whose they are.
        let owns = |a: &&Actor| a.at < partner.at && a.party.is_country() && a.takes_part() && a.party != partner.party;
        let near = |a: &Actor| head.is_some_and(|head| a.at.abs_diff(head.at) <= 4);
        let owner = view.actors.iter().find(|a| owns(a) && near(a)).filter(|a| {
            let colon = (a.end..partner.at).any(|at| view.norm(at) == ":");
            colon && !matches!(a.role, Role::To | Role::From | Role::With | Role::For)
        });
        let home = asked.context.sheet.or(asked.context.about).or(asked.context.home());
        let home = home.filter(|p| *p != partner.party).map(|p| Filled::new(p, "of_the_sheet", None));
        sides.reporter = owner.map(|a| Filled::new(a.party, super::rule_of(a), Some(a.span))).or(home);
        sides.partner = Some(Filled::new(partner.party, "listed_partner", Some(partner.span)));
        return true;
    }
    let Some(sheet) = asked.context.sheet.filter(|_| view.entry().is_some() && view.actors.is_empty()) else {
        return false;
    };
    sides.reporter = Some(Filled::new(sheet, "of_the_sheet", None));
    sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", None));
    true
}

/// *world oil output*, *global demand for coal*: no one's in particular.
pub fn of_the_world(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let priced = asked.indicator == Indicator::Price;
    // *Global gas trade reached 1.2 tcm*
    let traded = matches!(
        asked.indicator,
        Indicator::Turnover | Indicator::Exports | Indicator::Imports | Indicator::Investment
    );
    let no_one = sides.partner.as_ref().is_none_or(|f| f.value == Party::WORLD);
    // *Global LNG exports to Europe*: from all over the world, to one that is named.
    let placed = traded && sides.partner.as_ref().is_some_and(|f| f.rule == "to");
    let told = alone(asked.indicator) || priced || traded && no_one || placed;
    // *Dubai crude cost $68 a barrel*
    let noun = |h: &Head| h.class == Class::Noun || priced && h.class == Class::VerbOf;
    if let (Some(verb), None) = (head.filter(|h| alone(asked.indicator) && !noun(h)), &sides.reporter) {
        sides.reporter =
            made_by_the_world(asked, verb.at).map(|span| Filled::new(Party::WORLD, "of_the_world", Some(span)));
        return;
    }
    let view = asked.view;
    if head.is_some_and(|h| sides.reporter.as_ref().is_some_and(|f| tells_of_the_world(view, f, h))) {
        sides.reporter = None;
    }
    let Some(head) = head.filter(|h| told && noun(h) && sides.reporter.is_none()) else { return };
    let start = view.segment_tokens(view.segment(head.at)).start;
    let word = |at: &usize| is_worldwide(view.norm(*at));
    // *mined 2,500 tonnes, 6 percent of the world's supply*: a part of it is no figure of the world's.
    let part = asked.kind == Kind::Share
        && (traded && asked.same_sentence
            || matches!(asked.indicator, Indicator::Production | Indicator::Reserves | Indicator::Consumption))
        && asked.quantity.is_some_and(|q| view.mentions[q].tokens.end <= head.at);
    if part && asked.before.is_some_and(|f| f.reporter.is_some_and(|p| p.is_country())) {
        // *sold 3 million tonnes to Japan, or 30% of global exports*
        if let Some(at) = (start.max(head.at.saturating_sub(4))..head.end).find(word).filter(|_| traded) {
            sides.partner = Some(Filled::new(Party::WORLD, "of_the_world", Some(view.tokens[at].span)));
        }
        return;
    }
    // *Brent crude at $31.49 a barrel*: a price of the market.
    let market = |at: &usize| {
        priced
            && matches!(
                view.norm(*at),
                "brent" | "wti" | "benchmark" | "ttf" | "spot" | "dubai" | "futures" | "international"
            )
    };
    // *Oil prices are finishing the year 30 percent higher*: of no one who is named.
    let before = view.goods_before(head.at);
    let plain = before.is_some_and(|goods| {
        let opens = goods.tokens.start == start
            || matches!(view.norm_before(goods.tokens.start, 1), "when" | "as" | "while" | "and");
        priced
            && view.norm(head.at) == "prices"
            && opens
            && view.actors.is_empty()
            && asked.before.is_none_or(|f| f.indicator != Indicator::Price)
    });
    if plain {
        sides.reporter = Some(Filled::new(Party::WORLD, "of_the_world", Some(head.span)));
        sides.partner = Some(Filled::new(Party::WORLD, "of_the_world", None));
        return;
    }
    // *limit group exports to 96,000 tonnes*, *members' output*: of the group of the talk, which no table may know.
    let before = |back: usize| view.norm_before(head.at, back);
    if before(1) == "group" || before(1) == "'" && before(2) == "members" {
        let group = asked.context.group.unwrap_or(Party::WORLD);
        sides.reporter = Some(Filled::new(group, "of_the_group", Some(head.span)));
        if traded && sides.partner.is_none() {
            sides.partner = Some(Filled::new(Party::WORLD, "of_the_group", None));
        }
        return;
    }
    // *Demand for oil outside China rose*: of all the others.
    // *Exports to countries outside the CIS* are those of who is spoken of.
    let led = |at: usize| traded && (head.end..at).any(|at| matches!(view.norm(at), "to" | "from"));
    let elsewhere = || (head.end..head.end + 4).find(|at| view.norm(*at) == "outside" && !priced && !led(*at));
    // *Producers outside OPEC lifted output*, *non-OPEC supply*: nor of those who are left out.
    let left_out = || {
        let opens = view.clause(head.at).start;
        let end = asked.quantity.map_or(head.end, |q| view.mentions[q].tokens.start);
        (opens..end.max(head.at)).find(|at| match view.norm(*at) {
            "outside" => {
                !priced
                    && !led(*at)
                    && (are_states(view.norm_before(*at, 1))
                        || matches!(view.norm_before(*at, 1), "producers" | "suppliers" | "exporters" | "those"))
            }
            "non" => !priced && view.norm(at + 1) == "-" && view.norm(at + 2) == "opec",
            _ => false,
        })
    };
    // *Globally, wheat production is put at 789 million tonnes*, *The world saw its lowest increase of coal capacity*
    let figure = asked.quantity.map_or(head.at, |q| view.mentions[q].tokens.start);
    let opens = || {
        let first = view.clause(figure).start;
        let first = first + usize::from(matches!(view.norm(first), "but" | "and" | "while" | "yet"));
        let all = matches!(view.norm(first), "globally" | "worldwide");
        let world = view.norm(first) == "the" && view.norm(first + 1) == "world" && view.norm(first + 2) != "'";
        (all || world && alone(asked.indicator)).then_some(first)
    };
    let end = asked.quantity.filter(|_| priced).map_or(head.end, |q| view.mentions[q].tokens.start);
    let at = (start.max(before_head(view, head.at, 4))..head.end)
        .find(word)
        .or_else(|| in_the_world(asked, head.end))
        .or_else(|| (view.segment_tokens(view.segment(end.saturating_sub(1))).start..end).find(market))
        .or_else(elsewhere)
        .or_else(left_out)
        .or_else(opens);
    sides.reporter = at.map(|at| Filled::new(Party::WORLD, "of_the_world", Some(view.tokens[at].span)));
    if (priced || traded && !placed) && at.is_some() {
        sides.partner = Some(Filled::new(Party::WORLD, "of_the_world", None));
    }
}

/// *LME copper stocks*, *ICE-monitored coffee inventories*: what lies in the stores of an exchange is no country's.
pub fn stored_by_an_exchange(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let Some(head) = head.filter(|h| asked.indicator == Indicator::Reserves && h.class == Class::Noun) else { return };
    let view = asked.view;
    let own = view.clause(head.at).start.max(before_head(view, head.at, 6))..head.at;
    let ice = |at: usize| view.norm(at) == "ice" && view.norm(at + 1) == "-" && view.norm(at + 2) == "monitored";
    let Some(house) = own.clone().rev().find(|at| names_house(view, *at) || ice(*at)) else { return };
    // *Combined refinery and LME stocks*
    if own.clone().any(|at| view.norm(at) == "and") {
        return;
    }
    let span = Some(view.tokens[house].span);
    sides.reporter = Some(Filled::new(Party::WORLD, "stored_by_an_exchange", span));
    sides.partner = Some(Filled::new(Party::WORLD, "stored_by_an_exchange", None));
}

/// *in its report the bureau projects that global output will rise*: whether it is a report that is someone's, and what it tells of
/// the world's.
fn tells_of_the_world(view: &View<'_>, owner: &Filled<Party>, head: &Head) -> bool {
    let Some(its) = owner.span.filter(|_| owner.rule == "its") else { return false };
    let its = view.tokens.partition_point(|t| t.span.start < its.start);
    let world = (its.max(before_head(view, head.at, 4))..head.at).find(|at| is_worldwide(view.norm(*at)));
    world.is_some_and(|world| (its..world).any(|at| view.verb_at(at)))
}

/// The token so many words before a head, where the year of a season counts for none: *global 2024/25 raw sugar output*.
fn before_head(view: &View<'_>, head: usize, words: usize) -> usize {
    let timed = |at: &usize| view.mentions.iter().any(|m| matches!(m.what, What::Period(_)) && m.tokens.contains(at));
    let mut back = (view.range.start..head).rev().filter(|at| !timed(at));
    back.nth(words - 1).unwrap_or(view.range.start)
}

/// *undiscovered resources in the world are estimated at 1.4 trillion barrels*
fn in_the_world(asked: &Asked<'_, '_>, end: usize) -> Option<usize> {
    let word = |at: usize| asked.view.norm(at);
    let place = |at: usize| {
        at == end && matches!(word(at), "in" | "of") || matches!(word(at), "around" | "across" | "throughout")
    };
    // *the price of urea around the world*: over the goods.
    let at = (end..end + 4).find(|at| place(*at) && word(at + 1) == "the" && word(at + 2) == "world")?;
    let told = alone(asked.indicator) || asked.indicator == Indicator::Price && at > end;
    (told && word(at + 3) != "'").then_some(at + 2)
}

/// *The world, which has already produced 476 billion barrels*, *The world burned 7.6 billion tonnes*: the world as who does it.
fn made_by_the_world(asked: &Asked<'_, '_>, verb: usize) -> Option<Span> {
    let view = asked.view;
    let world = (view.range.start..verb).rev().take(7).find(|at| view.norm(*at) == "world")?;
    let begins = view.norm_before(world, 1) == "the"
        && (world - 1 == view.range.start
            || view.clause(world).start == world - 1
            || view.norm_before(world, 2) == ",");
    let helps = |at: usize| {
        is_form_of_have(view.norm(at))
            || is_by_now(view.norm(at))
            || matches!(view.norm(at), "," | "which" | "will" | "would" | "can" | "could" | "itself")
    };
    (begins && (world + 1..verb).all(helps)).then(|| view.tokens[world].span)
}

/// *The IEA raised its estimate of oil demand growth by 80,000 bpd*: an agency of many countries tells of all of them, where it
/// names none.
pub fn told_by_an_agency(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    if !alone(asked.indicator) || sides.reporter.is_some() || asked.quantity.is_none() {
        return;
    }
    let spoken = asked.same_sentence
        || asked.same_line
            && asked.before.is_some_and(|f| alone(f.indicator) && f.reporter.is_some_and(|p| p.is_country()));
    if spoken || view.actors.iter().any(|a| a.takes_part() && a.party.is_country()) {
        return;
    }
    let agency = |at: usize| match view.norm(at) {
        "iea" | "irena" | "igc" => true,
        // *OPEC expects oil demand to rise by 1.6 million barrels a day*: what it sells to, not what it burns.
        "opec" => asked.indicator == Indicator::Consumption && view.norm(at + 1) != "'",
        "international" => matches!(
            (view.norm(at + 1), view.norm(at + 2)),
            ("energy", "agency")
                | (
                    "grains" | "coffee" | "sugar" | "cocoa" | "cotton" | "wheat",
                    "council" | "organization" | "organisation"
                )
                | ("renewable", "energy")
        ),
        _ => false,
    };
    // *It is pumping 25.9 million barrels a day, the International Energy Agency estimates*: the one spoken of.
    let it = view.norm(view.range.start) == "it"
        && !matches!(view.norm(view.range.start + 1), "said" | "says" | "put" | "sees");
    let at = view.range.clone().find(|at| agency(*at)).filter(|_| !it);
    sides.reporter = at.map(|at| Filled::new(Party::WORLD, "told_by_an_agency", Some(view.tokens[at].span)));
}

/// *Output averaged 92.4 million barrels a day*: more than any country brings up or burns, whoever is spoken of.
pub fn more_than_any_country(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let whole = alone(asked.indicator) && asked.indicator != Indicator::Reserves;
    let Some(written) = asked.quantity.filter(|_| whole).and_then(|q| asked.view.quantity(q)) else { return };
    let amount = &written.quantity;
    let daily = amount.unit == Unit { measure: Measure::Barrel, per: Some(Measure::Day) };
    let named = |f: &Filled<Party>| f.value.is_country();
    // *historic cuts of 9.7 million barrels a day*
    let most = Decimal::from(if asked.kind == Kind::Change { MOST_MOVED_BY_ONE } else { MOST_OF_ONE });
    if daily && amount.value > most && sides.reporter.as_ref().is_some_and(named) {
        sides.reporter = Some(Filled::new(Party::WORLD, "more_than_any_country", Some(written.span)));
    }
}

/// Barrels a day that no country's output or use comes to: the United States used 20.8 million in 2005, the most so far (U.S.
/// Energy Information Administration, Petroleum & Other Liquids).
const MOST_OF_ONE: i64 = 25_000_000;

/// Barrels a day that no country's output or use rose or fell by at once: American use fell by some 5 million in April 2020 (the
/// same).
const MOST_MOVED_BY_ONE: i64 = 7_500_000;

/// *takes a tenth of the crude traded by sea*, *28 percent of global wheat exports*: a part of what all trade with all.
pub fn part_of_the_worlds(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let flow = asked.kind == Kind::Share
        && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover);
    let Some(end) = asked.quantity.filter(|_| flow && sides.partner.is_none()).map(|q| view.mentions[q].tokens.end)
    else {
        return;
    };
    if view.norm(end) != "of" {
        return;
    }
    let rest = end + 1..view.segment_tokens(view.segment(end)).end.min(end + 9);
    let all = |at: &usize| match view.norm(*at) {
        "world" | "global" | "globally" | "worldwide" | "seaborne" => true,
        "traded" => matches!(view.norm(at + 1), "by" | "internationally" | "in" | "on"),
        _ => false,
    };
    let at = rest.clone().find(all).filter(|at| view.first_quantity(&(rest.start..*at)).is_none());
    sides.partner = at.map(|at| Filled::new(Party::WORLD, "of_the_world", Some(view.tokens[at].span)));
}

/// *OPEC ministers in Vienna set an output ceiling of 16.6 million bpd*: what a group's meeting sets is the group's.
pub fn set_by_a_group(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let view = asked.view;
    let (Indicator::Production, None, Some(quantity)) = (asked.indicator, &sides.reporter, asked.quantity) else {
        return;
    };
    let start = view.mentions[quantity].tokens.start;
    let sits = |a: &&Actor| {
        a.role == Role::Title
            && !a.party.is_country()
            && a.end < start
            && is_gathering(view.norm(a.end))
            && (a.end..start).any(|at| {
                matches!(view.norm(at), "set" | "agreed" | "fixed" | "adopted" | "approved" | "decided" | "imposed")
            })
    };
    let group = view.actors.iter().find(sits);
    sides.reporter = group.map(|a| Filled::new(a.party, "set_by_a_group", Some(a.span)));
}

/// *The top five exporting countries accounted for 77 percent*, *other buyers took 3 million*: several that nobody names do
/// what the figure tells.
pub fn unnamed(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let start = view.mentions[asked.quantity?].tokens.start;
    let clause = view.clause(start);
    let several = |at: &usize| {
        matches!(
            view.norm(*at),
            "countries"
                | "nations"
                | "sources"
                | "suppliers"
                | "buyers"
                | "destinations"
                | "markets"
                | "customers"
                | "exporters"
                | "importers"
                | "sellers"
                | "others"
                | "producers"
                | "economies"
        )
    };
    let at = (clause.start..start.min(clause.start + 8)).find(several)?;
    let verb = (at + 1..at + 3).find(|verb| {
        matches!(
            view.norm(*verb),
            "accounted"
                | "account"
                | "made"
                | "took"
                | "take"
                | "bought"
                | "buy"
                | "supplied"
                | "provided"
                | "imported"
                | "import"
                | "received"
                | "purchased"
                | "absorbed"
                | "represented"
                | "sent"
        )
    })?;
    let named =
        view.actors.iter().any(|a| a.takes_part() && a.party != Party::WORLD && clause.contains(&a.at) && a.at < verb);
    (verb < start && !named).then(|| view.tokens[at].span)
}

/// *Foreign buyers took 4.2 million tonnes*: from the one whose exports are spoken of.
pub fn foreign_buyers(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) {
    let Some(head) = head.filter(|h| h.class == Class::VerbIn && !h.passive && sides.reporter.is_none()) else {
        return;
    };
    let buyers = asked
        .view
        .actors
        .iter()
        .find(|a| a.party == Party::WORLD && a.role == Role::Subject && a.end <= head.at && head.at - a.end <= 3);
    let seller = asked.before.and_then(|f| match f.indicator {
        Indicator::Exports | Indicator::Production => f.reporter,
        Indicator::Imports => f.partner,
        _ => None,
    });
    if let (Some(buyers), Some(seller)) = (buyers, seller.filter(|_| sides.partner.is_none())) {
        sides.reporter = Some(Filled::new(Party::WORLD, "foreign_buyers", Some(buyers.span)));
        sides.partner = as_told(seller);
    }
}

/// *In all it sold 4 million tonnes to its customers*, *Taking into account all partners, it ran a deficit*: with all of them, not with whom the
/// statement before named.
pub fn with_all_of_them(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let Some(quantity) = asked.quantity.filter(|_| sides.partner.is_none()) else { return };
    let view = asked.view;
    let figure = &view.mentions[quantity].tokens;
    let many = |at: usize| {
        matches!(
            view.norm(at),
            "customers"
                | "clients"
                | "buyers"
                | "partners"
                | "countries"
                | "markets"
                | "market"
                | "consumers"
                | "suppliers"
        )
    };
    let of_all = |at: usize| {
        matches!(
            view.norm(at),
            "its" | "their" | "all" | "foreign" | "world" | "international" | "overseas" | "external"
        )
    };
    let behind = |from: usize, to: usize| {
        (from..to).find(|at| {
            many(*at)
                && of_all(at.wrapping_sub(1))
                && !view
                    .actors
                    .iter()
                    .any(|a| (from..at + 3).contains(&a.at) && a.party != Party::WORLD && a.rule == "name")
        })
    };
    let link = match asked.indicator {
        Indicator::Exports => "to",
        Indicator::Imports => "from",
        _ => "with",
    };
    // Behind the figure, over its goods.
    let stop = view.clause(figure.start).end.min(figure.end + 7);
    let led = (figure.end..stop).find(|at| view.norm(*at) == link);
    let behind_figure = || led.and_then(|at| behind(at + 1, (at + 4).min(stop)));
    // *counting all partners* in front.
    let front = || {
        let counts =
            |at: &usize| matches!(view.norm(*at), "account" | "accounting" | "counting" | "considering" | "including");
        let at = (view.range.start..figure.start).find(counts)?;
        behind(at + 1, (at + 4).min(figure.start)).filter(|at| view.norm_before(*at, 1) == "all")
    };
    if asked.indicator.is_trade()
        && let Some(at) = behind_figure().or_else(front)
    {
        sides.partner = Some(Filled::new(Party::WORLD, "all_of_them", Some(view.tokens[at].span)));
    }
}
