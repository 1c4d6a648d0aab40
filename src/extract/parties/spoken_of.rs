//! Sides that nothing else tells: the pair or the country that the text speaks of, or no one in particular.

use super::gapped;
use super::lists::beside_in_list;
use super::taken_over::tells_of_all_word;
use super::totals::with_all_partners;
use super::unclaimed::is_set_off;
use super::{Asked, Sides, as_told};
use crate::extract::both_sides;
use crate::extract::frame::Frame;
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::rule::Filled;
use crate::extract::side::alone;
use crate::extract::survey::Cast;
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{ends_phrase, is_deal, is_sold, leads_infinitive};
use crate::lexicon::{Class, Cue, Marks, Relation, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Kind, Party, Span};

/// *foreign, external, overall* before the figure.
pub fn world_cue(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    if let Some(imports) = needs_met_from_imports(asked) {
        return Some(view.tokens[imports].span);
    }
    if let Some(all) = with_all_partners(asked) {
        return Some(all);
    }
    // *India's total exports will reach 780 billion*, in a text of India and another.
    if let Governor::Head(head) = asked.governor
        && matches!(view.norm(head.at), "exports" | "imports")
        && matches!(view.norm_before(head.at, 1), "total" | "overall" | "worldwide" | "global")
        && asked.kind != Kind::Share
        && !matches!(view.norm(head.end), "to" | "from")
    {
        let owner = (1..=3).map(|back| head.at.wrapping_sub(1 + back));
        let owns = |a: &Actor| a.takes_part() && owner.clone().any(|at| a.end == at || a.end == at + 1);
        if view.actors.iter().any(|a| a.role.owns() && owns(a)) {
            return Some(view.tokens[head.at - 1].span);
        }
    }
    // *In all, Kenya exported 5 million tonnes*, *imported 5 million tonnes in all*
    if let Governor::Head(head) = asked.governor
        && matches!(head.class, Class::VerbOut | Class::VerbIn)
        && tells_of_all_word(asked, head)
        && asked.kind == Kind::Level
    {
        let start = view.range.start;
        let opens = matches!(
            (view.norm(start), view.norm(start + 1)),
            ("in", "all" | "total") | ("altogether" | "overall", ",")
        );
        let end = view.range.end - usize::from(view.norm_before(view.range.end, 1) == ".");
        let closes =
            view.norm_before(end, 1) == "all" && view.norm_before(end, 2) == "in" && view.quantities.len() == 1;
        let named = view.actors.iter().any(|a| a.role == Role::Subject && a.rule == "name" && a.end <= head.at);
        if (opens || closes) && named {
            return Some(view.tokens[head.at].span);
        }
    }
    // *TÜRKİYE – TURKMENISTAN: facts. Foreign trade: $1.7 billion*
    if asked.context.headed && asked.context.pair.is_some() {
        return None;
    }
    if asked.kind == Kind::Share && asked.before.is_some_and(|f| f.partner.is_some()) {
        return None;
    }
    // *The EU accounts for about one third of its external trade*: the part is with the one that accounts for it.
    let accounts =
        |a: &Actor| a.role == Role::Subject && asked.quantity.is_some_and(|q| a.end <= view.mentions[q].tokens.start);
    if asked.kind == Kind::Share
        && asked.indicator == Indicator::Turnover
        && matches!(asked.governor, Governor::Head(head) if asked.quantity.is_some_and(|q| head.at >= view.mentions[q].tokens.end))
        && view.actors.iter().any(accounts)
    {
        return None;
    }
    let end = asked.quantity.map_or(view.range.end, |q| view.mentions[q].tokens.end);
    let start = match asked.governor {
        Governor::Head(head) => view.segment_tokens(view.segment(head.at)).start,
        _ => view.segment_tokens(view.segment(end.saturating_sub(1))).start,
    };
    // *sales abroad*
    if let Governor::Head(head) = asked.governor
        && (head.at..head.end).any(|at| matches!(view.norm(at), "abroad" | "overseas" | "foreign" | "external"))
    {
        return Some(head.span);
    }
    // *Exports as a whole came to 8.5 billion*
    if let Governor::Head(head) = asked.governor
        && view.norm(head.end) == "as"
        && view.norm(head.end + 2) == "whole"
    {
        return Some(head.span);
    }
    // *sales to all countries*
    let world = view.actors.iter().find(|a| a.party == Party::WORLD && (start..end).contains(&a.at));
    if let Some(world) = world.filter(|a| matches!(a.role, Role::To | Role::With | Role::From)) {
        return Some(world.span);
    }
    // *Shipments from Brazil fell. In all, the country bought 88.5 million tonnes*: in a text of many, from all of them.
    // *Paraguay shipped 6.2 million tonnes in all*
    if asked.quantity.is_some() && view.norm(end) == "in" && matches!(view.norm(end + 1), "all" | "total") {
        return Some(view.tokens[end].span);
    }
    let first = view.range.start;
    let in_all = matches!((view.norm(first), view.norm(first + 1)), ("in", "all") | ("all", "told"))
        || view.norm(first) == "altogether";
    if in_all && asked.survey.parties() > 2 && view.pair.is_none() {
        return Some(view.tokens[first].span);
    }
    if !view.marks.meets(Marks::ABROAD) {
        return None;
    }
    // *cargoes of 62,421 tonnes to China*: the end that the figure itself names.
    if asked.quantity.is_some()
        && matches!(view.norm(end), "to" | "from")
        && view.actors.iter().any(|a| names_end(a, end))
    {
        return None;
    }
    // *FDI in Peru ... Total capital reached 1.4 billion*: what the world invests goes to the same country.
    if asked.indicator == Indicator::Investment && asked.before.is_some_and(Frame::is_drawn_by_a_country) {
        return None;
    }
    // *Japanese investors account for 3,300 projects with a total capital of 42 billion*: nor does what one has put into them.
    if asked.indicator == Indicator::Investment
        && matches!(asked.governor, Governor::Head(head) if view.norm_before(head.end, 1) == "capital")
    {
        return None;
    }
    view.cues(|cue| matches!(cue, Cue::Relation(Relation::World)).then_some(()))
        // *its annual gas exports* go anywhere; *a goal of 10 billion in annual exports* says nothing of where.
        // Nor does what went on with the one partner told of before: *imported 55 billion from Russia. Annual imports declined*.
        .filter(|(_, m)| {
            let goes_on =
                || asked.same_line && asked.before.is_some_and(|f| f.partner.is_some_and(|p| p != Party::WORLD));
            let owned = matches!(view.norm_before(m.tokens.start, 1), "its" | "their");
            // *an annual average growth of 13.9%* tells how fast.
            let pace = || is_pace(view.norm(m.tokens.end));
            // *The annual volume under the agreement is 2 bcm*: as the two agreed.
            let agreed = view.norm(m.tokens.end) == "volume"
                && (m.tokens.end + 1..m.tokens.end + 4).any(|at| is_deal(view.norm(at)));
            view.norm(m.tokens.start) != "annual" || m.tokens.start < end && (owned || !goes_on()) && !pace() && !agreed
        })
        // *Mutual investment should total $30 billion*: a verb.
        .filter(|(_, m)| !leads_infinitive(view.norm_before(m.tokens.start, 1)))
        // *Total of France is lifting 160,000 bpd*: a firm.
        .filter(|(_, m)| {
            m.tokens.start == view.range.start
                || !view.tokens[m.tokens.start].is_capitalised()
                || view.norm(m.tokens.start) != "total"
        })
        // *a total of 150,000 tonnes of U.S. beans*
        .filter(|(_, m)| {
            // *took in a total of 4.4 million* took them from everywhere.
            let whose = || view.actors.iter().any(|a| a.at >= end && a.at < end + 6 && a.takes_part());
            let takes = || matches!(asked.governor, Governor::Head(h) if h.class == Class::VerbIn && h.end + 4 >= m.tokens.start);
            view.norm_before(m.tokens.start, 1) != "a" || view.norm(m.tokens.end) != "of" || takes() && !whose()
        })
        .find(|(_, m)| start <= m.tokens.start && m.tokens.start <= end + 6)
        .map(|(_, m)| m.span)
}

/// *met 52 percent of its crude requirement from imports*: what is met by all that comes in is from anyone; the token of *imports*.
fn needs_met_from_imports(asked: &Asked<'_, '_>) -> Option<usize> {
    let view = asked.view;
    let end = asked.quantity.filter(|_| asked.kind == Kind::Share).map(|q| view.mentions[q].tokens.end)?;
    let from = |at: &usize| {
        matches!(view.norm(*at), "from" | "by" | "with" | "through")
            && matches!(view.norm(at + 1), "imports" | "abroad")
    };
    let needs =
        |at: usize| matches!(view.norm(at), "requirement" | "requirements" | "needs" | "demand" | "consumption");
    let from = (end + 2..end + 10).find(from).filter(|_| view.norm(end) == "of")?;
    (end + 1..from).any(needs).then_some(from + 1)
}

/// Whether an actor is the end that a figure ending at token `end` goes to or comes from.
fn names_end(actor: &Actor, end: usize) -> bool {
    matches!(actor.role, Role::To | Role::From) && actor.at > end && actor.at <= end + 2 && actor.party.is_country()
}

/// Words for how fast something goes.
fn is_pace(word: &str) -> bool {
    matches!(word, "average" | "growth" | "rate" | "increase" | "decrease" | "rise" | "decline" | "basis" | "pace")
}

/// *; its pipeline receipts from Myanmar were steady*: whether a sentence names a party behind token `start` alone, as an end of
/// trade that a clause of its own tells of.
fn is_end_behind(view: &View<'_>, start: usize, party: Party) -> bool {
    let own = view.segment(start);
    view.actors.iter().filter(|a| a.party == party).all(|a| {
        let clause = view.segment_tokens(view.segment(a.at));
        let noun = |h: &Head| h.class == Class::Noun && clause.contains(&h.at) && h.end <= a.at;
        view.segment(a.at) > own
            && matches!(a.role, Role::To | Role::From)
            && view.heads.iter().any(noun)
            && view.first_quantity(&clause).is_some_and(|q| view.mentions[q].tokens.start > a.at)
    })
}

/// From the pair, the home country, or no partner in particular.
pub fn from_context(sides: &mut Sides, asked: &Asked<'_, '_>) {
    let context = asked.context;
    let own = alone(asked.indicator) || asked.indicator == Indicator::Transit;
    let world = world_cue(asked);
    let teller = asked.view.actors.iter().find(|a| a.role == Role::Teller);
    if let (Some(actor), None, None) = (teller, &sides.reporter, &sides.partner) {
        sides.reporter = Some(Filled::new(actor.party, "teller", Some(actor.span)));
    }
    // *Google will invest 13 billion in Finland*: a firm that nobody places invests, not another country of the talk.
    let firm = asked.indicator == Indicator::Investment
        && match asked.governor {
            Governor::Head(head) => head.class != Class::Noun,
            _ => asked.same_sentence && asked.before.is_some_and(|f| f.reporter.is_none()),
        };
    if sides.reporter.is_none() && !firm {
        let known = sides.partner.as_ref().map(|f| f.value);
        let reporter = match known {
            Some(partner) => {
                let office = || said_by_office(asked).map(|a| a.party).filter(|p| *p != partner);
                office().or_else(|| context.other(partner)).or(context.focus.filter(|p| *p != partner))
            }
            None if own || world.is_some() => context.focus.or(context.home()),
            // OPEC sells nothing as one: a member that is spoken of with it does.
            None => match context.pair {
                Some((Party::OPEC, member)) if member.is_country() => Some(member),
                pair => pair.map(|pair| pair.0).or(context.home()),
            },
        };
        let reporter = reporter.or(context.home().filter(|p| Some(*p) != known));
        // Whom others sold to before is no seller for being named.
        let taker =
            asked.before.filter(|f| f.indicator == asked.indicator && f.reporter.is_none()).and_then(|f| f.partner);
        let reporter = reporter.filter(|p| Some(*p) != taker);
        // *Exports to Japan and Korea rose*: nor is whom the sentence names as a taker alone.
        let taken = |p: Party| {
            let mut namings = asked.view.actors.iter().filter(|a| a.party == p).peekable();
            // *imports from Ukraine fell*, beside exports: an end of that noun.
            let bought_from = |a: &Actor| {
                let bought = |h: &Head| h.indicator() == Some(Indicator::Imports) && h.end < a.at && a.at - h.end <= 3;
                asked.view.heads.iter().any(bought)
            };
            let end = |a: &Actor| match a.role {
                Role::To => true,
                Role::For => asked.indicator == Indicator::Exports,
                Role::From => asked.indicator == Indicator::Imports || bought_from(a),
                _ => false,
            };
            namings.peek().is_some() && namings.all(end)
        };
        let flow = asked.indicator.is_one_way();
        let home = context.home().filter(|p| flow && !taken(*p) && Some(*p) != known);
        let reporter = reporter.filter(|p| !flow || !taken(*p)).or(home);
        // *charges Poland $480 and Serbia $390*: nor is who pays the next price.
        let view = asked.view;
        let next = |a: &Actor| view.quantities.iter().any(|q| view.mentions[*q].tokens.start == a.end);
        let pays_next = |p: Party| {
            let mut namings = view.actors.iter().filter(|a| a.party == p).peekable();
            asked.indicator == Indicator::Price && namings.peek().is_some() && namings.all(next)
        };
        // *piped by Gazprom via Georgia*: nor is who lies on the way.
        let on_the_way = |p: Party| {
            let mut namings = view.actors.iter().filter(|a| a.party == p).peekable();
            asked.indicator == Indicator::Price && namings.peek().is_some() && namings.all(|a| a.role == Role::Via)
        };
        let reporter = reporter.filter(|p| !pays_next(*p) && !on_the_way(*p));
        // *The sale comprised two cargoes*, in a text of what one country was sold: to that one.
        let sold_to = reporter.filter(|p| asked.indicator == Indicator::Exports && asked.survey.is_only_sold_to(*p));
        let reporter = reporter.filter(|_| sold_to.is_none());
        if let (Some(buyer), None) = (sold_to, &sides.partner) {
            sides.partner = Some(Filled::new(buyer, "sold_to", None));
        }
        sides.reporter = reporter
            .map(|p| Filled::new(p, "spoken_of", None))
            .or_else(|| said_by(asked).filter(|f| Some(f.value) != known));
    }
    let all = sides.reporter.as_ref().is_some_and(|known| tells_of_all(asked, known));
    if sides.partner.is_none() && !own && !all {
        let known = sides.reporter.as_ref().map(|f| f.value);
        let start = asked.quantity.map_or(asked.view.range.end, |q| asked.view.mentions[q].tokens.start);
        let later = |party: &Party| {
            let mut namings = asked.view.actors.iter().filter(|a| a.party == *party).peekable();
            namings.peek().is_some() && namings.all(|a| a.at > start)
        };
        // *Kazakhstan sold at $104 a barrel, Azerbaijan at $114*: nor is who has a price of its own behind the other side.
        let priced_next = |party: &Party| {
            let figure = |at: usize| asked.view.quantities.iter().any(|q| asked.view.mentions[*q].tokens.start == at);
            let own = |a: &Actor| {
                a.party == *party
                    && (figure(a.end) || matches!(asked.view.norm(a.end), "at" | "for" | "only") && figure(a.end + 1))
            };
            asked.indicator == Indicator::Price && later(party) && asked.view.actors.iter().any(own)
        };
        let other = match world {
            Some(_) => None,
            None => {
                let part = asked.kind == Kind::Share && sides.reporter.as_ref().is_some_and(|f| f.rule == "possessor");
                // What a country receives comes from the one spoken of; what it exports may go anywhere.
                let receives = matches!(asked.governor, Governor::Head(Head { class: Class::VerbIn, .. }));
                let two_sided = receives
                    || matches!(
                        asked.indicator,
                        Indicator::Turnover | Indicator::Balance | Indicator::Price | Indicator::Investment
                    );
                // *German firms supplied machines* in a text of Germany and another.
                let deal = matches!(asked.governor, Governor::Head(head)
                    if head.class == Class::VerbOut && head.topic != Topic::Flow && !tells_of_all_word(asked, head));
                let two = deal && context.cast.is_some() && sides.reporter.as_ref().is_some_and(|f| f.span.is_some());
                known
                    .and_then(|party| match asked.indicator {
                        // *The U.S. trade deficit* in a text that names another beside the point.
                        Indicator::Balance | Indicator::Price => {
                            context.told_other(party).filter(|_| asked.survey.is_of_two())
                        }
                        // *Nigeria's crude went to Asia. India lifted 12.3 million barrels*
                        _ if receives && context.seller.is_some_and(|s| s != party) => context.seller,
                        // *Ethiopia's coffee goes to Japan and Germany, which took 31,000 tonnes*
                        Indicator::Imports if receives && asked.view.owner_of_goods().is_some_and(|p| p != party) => {
                            asked.view.owner_of_goods()
                        }
                        Indicator::Turnover => {
                            context.other(party).or(both_sides::other_told(asked.view, asked.survey, party))
                        }
                        _ if two_sided || two => context.other(party),
                        // In talk of several a country's goods go to all of them.
                        _ => context.firm_other(party).filter(|_| asked.survey.is_of_two()),
                    })
                    // *Spain imported 9 mln tonnes. Germany imported 4 mln*: who did the same before is not the other side.
                    .filter(|p| {
                        let flow = asked.indicator.is_one_way();
                        let alike = |f: &Frame| f.indicator == asked.indicator && f.reporter == Some(*p);
                        !(flow && asked.before.is_some_and(alike))
                    })
                    .filter(|p| {
                        (two_sided || !later(p)) && !priced_next(p) && !part && !gapped::only_acts(asked.view, *p)
                    })
                    // *India took 2.9 mt in May; its receipts from Oman were steady*: who is an end of what is told behind.
                    .filter(|p| !(receives && later(p) && is_end_behind(asked.view, start, *p)))
                    // *India was the largest importer, buying 6.9 million tonnes, followed by the United States*
                    .filter(|p| !(receives && follows(asked.view, *p)))
            }
        };
        // *Growers in Peru, who compete with Mexico, shipped 600,000 tonnes*: no side of what they shipped.
        let set_off = |party: Party| {
            let mut named = asked.view.actors.iter().filter(|a| a.party == party).peekable();
            asked.indicator.is_one_way() && named.peek().is_some() && named.all(|a| is_set_off(asked.view, a, start))
        };
        let together = |party: Party| {
            let span = sides.reporter.as_ref().and_then(|f| f.span);
            asked.indicator.is_one_way() && span.is_some_and(|span| beside_in_list(asked.view, span, party))
        };
        sides.partner = other.filter(|p| !together(*p) && !set_off(*p)).map(|p| Filled::new(p, "pair_spoken_of", None));
    }
    // *Goods turnover with Georgia grew*: of the one that the text is about.
    if let (None, Some(partner), false) = (&sides.reporter, sides.partner.as_ref().map(|f| f.value), firm) {
        let about = asked.survey.lead_or_other(partner);
        // *the top destination of Korean goods ... Shipments to China*: those of the one whose goods the text tells of.
        let about = about.or_else(|| asked.survey.only_origin().filter(|_| asked.indicator == Indicator::Exports));
        sides.reporter = about.filter(|p| *p != partner).map(|p| Filled::new(p, "protagonist", None));
    }
    // *Foreign direct investment exceeded $35 billion*: into the country that is spoken of.
    let told = |back: usize, one: fn(&str) -> bool| {
        asked.indicator == Indicator::Investment
            && matches!(asked.governor, Governor::Head(head)
                if asked.view.back(head.end, head.end - head.at + back).any(|at| one(asked.view.norm(at))))
    };
    let outward = told(2, |word| matches!(word, "outbound" | "outward" | "overseas"));
    let inward = !outward && told(0, |word| matches!(word, "foreign" | "fdi"));
    // *attract $600 billion of foreign investment and make $750 billion of outbound investment*: of who takes in the other.
    if outward
        && let (Some(anyone), Some(home)) = (&sides.reporter, &sides.partner)
        && anyone.value == Party::WORLD
        && home.value.is_country()
        && home.span.is_none()
    {
        std::mem::swap(&mut sides.reporter, &mut sides.partner);
    }
    // *Investment from Singapore ... Total investment from abroad was $50 billion*: into the same country.
    let whole = inward && asked.kind != Kind::Share;
    let same = asked.before.filter(|f| whole && f.indicator == Indicator::Investment).and_then(|f| f.partner);
    if let Some(taker) = same.filter(|p| *p != Party::WORLD)
        && sides.reporter.as_ref().is_none_or(|f| f.span.is_none())
    {
        sides.reporter = Some(Filled::new(Party::WORLD, "foreign_investors", None));
        sides.partner = as_told(taker);
    }
    let anyone = sides.partner.as_ref().is_none_or(|f| f.value == Party::WORLD && f.span.is_none());
    if inward && anyone && sides.reporter.as_ref().is_some_and(|f| f.span.is_none() && f.value != Party::WORLD) {
        sides.partner = sides.reporter.replace(Filled::new(Party::WORLD, "foreign_investors", None));
    }
    if inward && sides.reporter.is_none() {
        sides.reporter = Some(Filled::new(Party::WORLD, "foreign_investors", None));
    }
    if sides.partner.is_none() {
        sides.partner = Some(Filled::new(Party::WORLD, "no_partner_named", world));
    }
}

/// *followed by the United States*, *ahead of Chile and Peru*: whether a party is only ranked behind another.
fn follows(view: &crate::extract::view::View<'_>, party: Party) -> bool {
    let mut namings = view.actors.iter().filter(|a| a.party == party).peekable();
    let ranked = |a: &Actor| {
        let mut before = (view.range.start..a.at).rev().take(12);
        before.any(|at| match view.norm(at) {
            "by" => view.norm_before(at, 1) == "followed",
            "of" => view.norm_before(at, 1) == "ahead",
            word => word == "behind",
        })
    };
    namings.peek().is_some() && namings.all(ranked)
}

/// *Exports of coal to Japan and Korea rose, Australia said*: a country that says so tells its own.
fn said_by(asked: &Asked<'_, '_>) -> Option<Filled<Party>> {
    let view = asked.view;
    let said = |a: &&Actor| {
        a.role == Role::Subject
            && view.norm_before(a.at, 1) == ","
            && matches!(view.norm(a.end), "said" | "reported" | "announced")
    };
    view.actors.iter().find(said).map(|a| Filled::new(a.party, "said_by", Some(a.span)))
}

/// *the trade deficit with China was $83 billion, India's commerce ministry said*: an office that says so behind what it tells.
fn said_by_office<'v>(asked: &Asked<'v, '_>) -> Option<&'v Actor> {
    let view = asked.view;
    let said = |a: &&Actor| {
        matches!(a.role, Role::Title | Role::Teller)
            && a.party.is_country()
            && view.norm_before(a.at, 1) == ","
            && (a.end..a.end + 7)
                .any(|at| matches!(view.norm(at), "said" | "reported" | "announced" | "showed" | "show"))
            && !(a.end..a.end + 7).any(|at| view.norm(at) == ",")
    };
    view.actors.iter().rfind(said)
}

/// *Angola's exports made 530 million barrels. China took 331 million. Spain imported 20 million*: the one whose goods the text
/// is about, where the statement before told who took them, and this one names no others.
pub fn takes_from(asked: &Asked<'_, '_>) -> Option<Party> {
    let frame = asked.before.filter(|f| asked.indicator == Indicator::Imports && f.commodity.is_some())?;
    let source = match frame.indicator {
        Indicator::Imports => frame.partner,
        Indicator::Exports => frame.reporter,
        _ => None,
    };
    let source = source.filter(Party::is_country)?;
    // *The largest importers of Ghanaian cocoa were ...*: each of those named takes the same.
    if asked.survey.giver() == Some(source) {
        let other = |m: &Mention| matches!(&m.what, What::Commodity(goods) if Some(goods) != frame.commodity.as_ref());
        return (!asked.view.mentions.iter().any(other)).then_some(source);
    }
    if !asked.same_line {
        return None;
    }
    let taken = match asked.survey.cast() {
        Cast::Protagonist(lead) => lead == source,
        // *Brazil exported 4.1 million bags. Germany imported 700,000, the United States 690,000*
        _ => frame.indicator == Indicator::Exports,
    };
    let names_goods = || asked.view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)));
    (taken && !names_goods()).then_some(source)
}

/// *Korea imported 7 million tonnes* in a text of many countries, with no partner in the sentence: from all of them.
pub fn tells_of_all(asked: &Asked<'_, '_>, known: &Filled<Party>) -> bool {
    let Governor::Head(head) = asked.governor else { return false };
    let verb = matches!(head.class, Class::VerbOut | Class::VerbIn);
    // *the 20 million tonnes that it imports a year*: of all of it, whatever the sentence told before.
    let behind = asked.quantity.is_some_and(|q| asked.view.mentions[q].tokens.end <= head.at)
        && matches!(asked.view.norm_before(head.at, 1), "it" | "they");
    let told = verb
        && known.span.is_some()
        && asked.view.pair.is_none()
        && (!asked.same_sentence || behind)
        && (asked.survey.parties() > 2 || behind || acts_anew(asked, head, known));
    if !told {
        return false;
    }
    // *Germany alone imported 4.8 bcm*: of what was told before.
    let alone = asked.view.actors.iter().any(|a| Some(a.span) == known.span && asked.view.norm(a.end) == "alone");
    // *exported 1.73 mln tonnes. In particular, Uzbekistan imported 386,000*: a part of it.
    // *imported copper worth 414 million in return*: from whom it sold to.
    let clause = asked.view.clause(head.at);
    let back = clause.clone().any(|at| {
        asked.view.norm(at) == "in"
            && matches!(asked.view.norm(at + 1), "return" | "exchange")
            && ends_phrase(asked.view.norm(at + 2))
            || asked.view.is_way_back(at)
    });
    !alone
        && !back
        && takes_from(asked).is_none()
        && !asked.view.opens_parts()
        && (tells_of_all_word(asked, head) || acts_anew(asked, head, known))
}

/// *Egypt was the largest buyer with 0.4 million tonnes. Since July the country has shipped 34.9 million*: who sold to it acts
/// again, over a time of its own.
fn acts_anew(asked: &Asked<'_, '_>, head: Head, known: &Filled<Party>) -> bool {
    let view = asked.view;
    let told = asked.before.is_some_and(|f| f.indicator == Indicator::Imports && f.partner == Some(known.value));
    // *Hanoi plans to ship 4.5 million tonnes this year*
    let ships =
        matches!(view.norm(head.at), "sell" | "ship" | "export" | "supply") && view.norm_before(head.at, 1) == "to";
    let shipped = is_sold(view.norm(head.at)) || ships;
    let time = |m: &Mention| matches!(m.what, What::Period(_)) && (m.tokens.end <= head.at || ships);
    told && shipped && view.mentions.iter().any(time)
}
