//! Parties beside a figure that take no part in it: another noun's, a reason's, who only tells it.

use super::parts::is_whole;
use super::placed::is_market;
use super::replaced::owns_the_same;
use super::{Asked, aside};
use crate::extract::grammar::Role;
use crate::extract::head::Head;
use crate::extract::side::{Side, alone};
use crate::extract::view::{Actor, View};
use crate::lexicon::Class;
use crate::lexicon::words::{counts_or_tells, is_forecast, is_worldwide};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Kind, Party};

/// Whether a party that could have a side takes no part all the same.
pub fn passed_over(asked: &Asked<'_, '_>, head: &Head, actor: &Actor, actors: &[&Actor], side: Side) -> bool {
    let figure = asked.quantity.map(|q| asked.view.mentions[q].tokens.start);
    aside::is_aside(asked.view, actor)
        || aside::is_whole_of_first(asked.view, actor)
        || named_in_its_part(head, actor, actors)
        || asked.indicator == Indicator::Consumption
            && asked.kind == Kind::Level
            && aside::is_relied_on(asked.view, actor)
        || of_another_head(asked, head, actor)
        || in_reason(asked, head, actor)
        || placed_ahead(asked, head, actor, side)
        || superseded(asked, head, actor, actors)
        // *Shipments to Europe, which means mostly Spain, rose 12 percent*: who is named in a clause beside.
        || head.class == Class::Noun
            && head.at < actor.at
            && figure.is_some_and(|figure| actor.end <= figure && asked.view.in_clause_before(actor.at, figure))
        // *62 pct of an overall deficit of 8.27 billion*: the subject had the part, not the whole.
        || actor.role == Role::Subject && asked.quantity.is_some_and(|q| is_whole(asked, q, head, actor))
        || region_of_outlets(asked, actor)
        || region_of_partners(asked, head, actor)
        || asked.indicator == Indicator::Price && has_goods_by_the_way(asked.view, actor)
}

/// *The price of copper, Zambia's main export, rose*: whose goods they are only by the way, not whose price.
pub fn has_goods_by_the_way(view: &View<'_>, actor: &Actor) -> bool {
    let first = matches!(
        view.norm(actor.end + 2),
        "main" | "chief" | "biggest" | "largest" | "principal" | "top" | "leading" | "most" | "major" | "single"
    );
    let goods = |m: &Mention| m.tokens.end + 1 == actor.at && matches!(m.what, What::Commodity(_));
    actor.role == Role::Possessor
        && first
        && view.norm_before(actor.at, 1) == ","
        && (actor.end + 3..actor.end + 10).any(|at| view.norm(at) == ",")
        && view.mentions.iter().any(goods)
}

/// Whether the sentence names a party again, in the part that it really plays.
fn named_in_its_part(head: &Head, actor: &Actor, actors: &[&Actor]) -> bool {
    let again = |is: &dyn Fn(&Actor) -> bool| actors.iter().any(|a| a.party == actor.party && is(a));
    // *We see that copper makes up 83 percent of our supplies*: as their owner.
    let owns = |a: &Actor| a.role == Role::Possessor && a.at > actor.at && a.end <= head.at && head.at - a.end <= 2;
    if actor.rule == "home" && actor.role == Role::Subject && again(&owns) {
        return true;
    }
    // *The partners in the field said that they will sell 130 bcm to Egypt*: who is sold to sells nothing there.
    // *it has exports to Iran of 142 million rials*: nor is it the end of its own trade.
    let sold_to = |a: &Actor| a.at > head.at && matches!(a.role, Role::To | Role::From) && a.rule != actor.rule;
    matches!(actor.rule, "it" | "they")
        && matches!(head.class, Class::VerbOut | Class::VerbIn | Class::Noun)
        && again(&sold_to)
}

/// *The recovery in Korea was strong, with exports totalling ...*: where something was, not where it went.
fn placed_ahead(asked: &Asked<'_, '_>, head: &Head, actor: &Actor, side: Side) -> bool {
    actor.role == Role::In
        && side != Side::Reporter
        && head.class == Class::Noun
        && asked.indicator.is_one_way()
        && asked.view.segment(actor.at) < asked.view.segment(head.at)
}

/// *Kuwait's fields can produce 2.4 mln bpd and it seeks outlets in Asia*
fn region_of_outlets(asked: &Asked<'_, '_>, actor: &Actor) -> bool {
    actor.role == Role::In
        && !actor.party.is_country()
        && alone(asked.indicator)
        && asked
            .view
            .actors
            .iter()
            .any(|a| a.at < actor.at && a.party.is_country() && matches!(a.role, Role::Subject | Role::Possessor))
}

/// *Exports to the EU rose. The main destinations within the bloc were Italy (4 percent)*: where the destinations are is no partner of theirs.
fn region_of_partners(asked: &Asked<'_, '_>, head: &Head, actor: &Actor) -> bool {
    actor.role == Role::In
        && head.class == Class::Agent
        && !actor.party.is_country()
        && asked.before.is_some_and(|f| f.partner == Some(actor.party) && f.indicator.is_one_way())
        && asked.view.actors.iter().any(|a| asked.lexicon.members(actor.party).iter().any(|m| m.party == a.party))
}

/// *Exports sank to 4.37 billion on weaker demand from Brazil*: who stands behind another noun of trade is that noun's.
fn of_another_head(asked: &Asked<'_, '_>, head: &Head, actor: &Actor) -> bool {
    let Some(end) = asked.quantity.map(|q| asked.view.mentions[q].tokens.end) else { return false };
    // *imports of 1.9 billion versus exports to Peru of 80 million*: nor where those went that have a figure of their own.
    let figured = || asked.view.first_quantity(&(actor.end..actor.end + 4)).is_some();
    head.at < end
        && actor.at >= end
        && (matches!(actor.role, Role::From | Role::In) || actor.role == Role::To && figured())
        && !is_market(asked.view, actor)
        && asked
            .view
            .heads
            .iter()
            .any(|h| end <= h.at && h.end <= actor.at && h.class == Class::Noun && h.topic != head.topic)
}

/// *stopped buying Russian oil and bought $500 million **worth of U.S. goods***: the one whose goods a figure counts leaves whose goods
/// were told before it without it.
pub fn before_its_own_goods(asked: &Asked<'_, '_>, actors: &mut Vec<&Actor>) {
    let Some(figure) = asked.quantity.map(|q| &asked.view.mentions[q].tokens) else { return };
    let of = |at: usize| matches!(asked.view.norm(at), "of" | "worth" | "the" | "in");
    let goods = |a: &&&Actor| matches!(a.role, Role::Origin | Role::Attribute);
    let own = actors.iter().filter(goods).find(|a| a.at > figure.end && (figure.end..a.at).all(of)).map(|a| a.party);
    if let Some(own) = own {
        actors.retain(|a| !(goods(&a) && a.at < figure.start && a.party != own));
    }
}

/// *China has driven Brazilian soybean exports*: whose exports they are stands right before the word, whoever acts, and comes first.
pub fn owner_of_exports_first(asked: &Asked<'_, '_>, head: &Head, actors: &mut [&Actor]) {
    if asked.indicator != Indicator::Exports || head.class != Class::Noun || actors.len() < 2 {
        return;
    }
    let view = asked.view;
    let goods = |at: usize| {
        let named = |m: &Mention| m.tokens.contains(&at) && matches!(m.what, What::Commodity(_));
        matches!(view.norm(at), "'" | "s") || view.mentions.iter().any(named)
    };
    let owns = |a: &Actor| {
        matches!(a.role, Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin)
            && a.end <= head.at
            && head.at - a.end <= 4
            && (a.end..head.at).all(goods)
            && view.norm_before(a.at, 1) != "to"
    };
    // *Lithuania was first among the buyers of Latvian exports*: who buys or sells them is told of whose they are.
    let trader = || view.heads.iter().any(|h| h.class == Class::Agent && h.at < head.at);
    if let Some(owner) = actors.iter().position(|a| owns(a))
        && actors[..owner].iter().all(|a| a.role == Role::Subject)
        && !trader()
    {
        actors[..=owner].rotate_right(1);
    }
}

/// *Shipments edged down 0.03 percent as U.S. tariffs spread*: who stands in a reason behind the figure takes no part.
fn in_reason(asked: &Asked<'_, '_>, head: &Head, actor: &Actor) -> bool {
    let view = asked.view;
    let Some(end) = asked.quantity.map(|q| view.mentions[q].tokens.end) else { return false };
    // *The deficit soared as the imbalance with China widened*: an end of another noun.
    let of_noun = || actor.role == Role::With && view.heads.iter().any(|h| h.at >= end && h.end <= actor.at);
    // *will buy 100 MW at 7.7 cents once the line from Kenya is strengthened*: what has to come first.
    let first = |at: usize| matches!(view.norm(at), "once" | "until" | "unless" | "because");
    if head.at < end && actor.at >= end && matches!(actor.role, Role::From | Role::To) && (end..actor.at).any(first) {
        return true;
    }
    head.at < end
        && actor.at >= end
        && (matches!(
            actor.role,
            Role::Subject | Role::Possessor | Role::Modifier | Role::Attribute | Role::In | Role::By
        ) || of_noun())
        && (end..actor.at).any(|at| {
            let reason = [
                "as", "because", "since", "while", "when", "although", "though", "amid", "due", "owing", "thanks",
                "after", "despite", "unless", "whereas",
            ];
            let as_of = view.norm(at) == "as" && matches!(view.norm(at + 1), "much" | "many" | "well" | "of");
            reason.contains(&view.norm(at)) && !as_of
        })
}

/// The first other party, behind `actor`, that owns what stands at `at`, at most `reach` tokens before it.
fn owner_behind<'a>(actor: &Actor, actors: &[&'a Actor], at: usize, reach: usize) -> Option<&'a Actor> {
    actors.iter().copied().find(|a| {
        a.role == Role::Possessor
            && a.rule != "its"
            && actor.end <= a.at
            && a.end <= at
            && at - a.end <= reach
            && a.party != actor.party
    })
}

/// *India has cleared Nepal to sell power*: a nearer subject of the verb leaves the farther one without it.
fn superseded(asked: &Asked<'_, '_>, head: &Head, actor: &Actor, actors: &[&Actor]) -> bool {
    let view = asked.view;
    // *after talks with U.S. officials on bills to cut the U.S. trade deficit*: who owns what is told is not whom it is with.
    let owned = |a: &&Actor| a.party == actor.party && a.role.owns() && a.end <= head.at && head.at - a.end <= 1;
    if head.class == Class::Noun && actor.role == Role::With && actor.end < head.at && actors.iter().any(owned) {
        return true;
    }
    // *In a statement released by its office, it said Peruvian exports were ...*: who stands nearer the noun has it.
    // *In our latest outlook we forecast that U.S. exports will rise*: nor has who foretells it.
    let own = actor.rule == "its" || actor.rule == "home";
    if head.class == Class::Noun && own && actor.end + 3 < head.at {
        let nearer = |a: &Actor| {
            (a.role.owns() || a.role == Role::Subject && actor.rule == "home" && a.rule != "home")
                && actor.end < a.at
                && a.end <= head.at
                && a.party != actor.party
        };
        if actors.iter().any(|a| nearer(a)) {
            return true;
        }
    }
    // *The U.S. purchases were to cut his country's 7.1 billion surplus*: who owns the figure has it, whoever acts.
    if head.class == Class::Noun
        && matches!(actor.role, Role::Subject | Role::Modifier | Role::Attribute)
        && asked.kind != Kind::Share
        && let Some(figure) = asked.quantity.map(|q| &view.mentions[q].tokens).filter(|f| f.end <= head.at)
        && owner_behind(actor, actors, figure.start, 3).is_some()
    {
        return true;
    }
    // *5.8 bcm went to Italy, and Greece and Bulgaria received 0.5 each*: who acts in the next clause has a verb of its own.
    if actor.role == Role::Subject
        && actor.at > head.end
        && (head.end..actor.at).any(|at| matches!(view.norm(at), "," | ";" | "while"))
        && view.heads.iter().any(|h| h.at >= actor.end && h.at <= actor.end + 3 && h.class != Class::Noun)
    {
        return true;
    }
    // *As to Iraq's deliveries, Ankara speaks of 2 billion dollars*: who only tells of what another has.
    if actor.role == Role::Subject
        && actor.at > head.end
        && head.class == Class::Noun
        && counts_or_tells(view.norm(actor.end))
        && (head.end..actor.at).any(|at| view.norm(at) == ",")
        && actors.iter().any(|a| a.party != actor.party && a.role.owns() && a.end <= head.at && head.at - a.end <= 3)
    {
        return true;
    }
    // *The bank cut its long-term price forecast*: it owns the forecast, no goods.
    if actor.rule == "its"
        && (alone(asked.indicator) || asked.indicator == Indicator::Price)
        && (actor.end..actor.end + 6).any(|at| is_forecast(view.norm(at)))
    {
        return true;
    }
    // *The war cut global oil use by 4 million bpd*: whoever acts on it, it is the world's.
    let owns = actor.role.owns();
    if head.class == Class::Noun && alone(asked.indicator) && asked.kind != Kind::Share && !owns && actor.end <= head.at
    {
        let all = |at: usize| is_worldwide(view.norm(at)) && view.norm(at + 1) != "'";
        if (actor.end.max(head.at.saturating_sub(3))..head.at).any(all) {
            return true;
        }
    }
    // *OPEC trimmed its projection for demand growth*: a group of sellers tells of what others use.
    if asked.indicator == Indicator::Consumption && actor.party == Party::OPEC && actor.role != Role::Possessor {
        return true;
    }
    // *British consultancy CRU expects Peruvian output to reach 1.4 million*: who stands right before the noun has it, whoever tells.
    let told_of = |a: &&&Actor| {
        a.role.owns()
            && a.rule != "its"
            && actor.end < a.at
            && a.end <= head.at
            && head.at - a.end <= 5
            && a.party != actor.party
    };
    if head.class == Class::Noun
        && asked.kind != Kind::Share
        && !matches!(actor.role, Role::With | Role::Between | Role::From | Role::To)
        && let Some(owner) = actors.iter().find(told_of)
        && (actor.end..owner.at).any(|at| is_estimate(view.norm(at)))
    {
        return true;
    }
    // *The drop in Russian deliveries to German stores lifted Norway's exports*: who is named before the verb is another noun's.
    let outside = !matches!(actor.role, Role::Subject | Role::With | Role::Between);
    if head.class == Class::Noun && outside && asked.kind != Kind::Share {
        // *China's slowdown caused Mongolian coal exports to decline*
        let named = |a: &&&Actor| {
            matches!(a.role, Role::Modifier | Role::Attribute)
                && actor.end <= a.at
                && a.end <= head.at
                && head.at - a.end <= 2
                && a.party != actor.party
        };
        let owner = owner_behind(actor, actors, head.at, 4).or_else(|| actors.iter().find(named).copied());
        let verb = |at: usize| {
            view.is_past(at)
                || matches!(
                    view.norm(at),
                    "left" | "drove" | "sent" | "brought" | "took" | "kept" | "held" | "let" | "cut" | "hit"
                )
        };
        if owner.is_some_and(|owner| (actor.end..owner.at).any(verb)) {
            return true;
        }
    }
    // *The minister of Indonesia said OPEC was determined to keep prices at $18*: the price of whom he speaks.
    if asked.indicator == Indicator::Price
        && actor.role == Role::Subject
        && actor.party != Party::OPEC
        && asked.quantity.is_some_and(|q| {
            let between = actor.end..view.mentions[q].tokens.start;
            view.actors.iter().any(|a| a.party == Party::OPEC && between.contains(&a.at))
        })
    {
        return true;
    }
    // *if OPEC gets $18, Mexico's should reach $16*: who owns the price stands behind who acts.
    if asked.indicator == Indicator::Price
        && actor.role == Role::Subject
        && actors.iter().any(|a| a.at > actor.end && owns_the_same(view, a))
    {
        return asked.quantity.is_some_and(|q| {
            actors.iter().any(|a| a.at > actor.end && a.end <= view.mentions[q].tokens.start && owns_the_same(view, a))
        });
    }
    // *Washington wants Seoul to cut its surplus*: who is to act has it, not who asks.
    if head.class == Class::Noun && actor.role == Role::Subject && actor.end < head.at {
        let acts = |a: &&Actor| {
            a.role == Role::Subject
                && actor.end < a.at
                && a.end < head.at
                && a.party != actor.party
                // *Ecuador will ask OPEC to raise its quota*: what a group gives is its member's.
                && a.party.is_country()
                && view.norm(a.end) == "to"
                && sets_to_act(view.norm_before(view.phrase_start(a), 1))
        };
        if view.actors.iter().any(|a| acts(&a)) {
            return true;
        }
    }
    // *offered to cut the U.S. deficit*: who stands right before the noun has it, whoever acts.
    let told_behind =
        asked.quantity.is_some_and(|q| head.end <= view.mentions[q].tokens.start) && asked.kind != Kind::Share;
    if told_behind && head.class == Class::Noun && actor.role == Role::Subject && actor.at < head.at {
        let owns = |a: &&&Actor| {
            let own = a.role == Role::Possessor && a.rule != "its"
                || matches!(a.role, Role::Modifier | Role::Attribute) && asked.indicator == Indicator::Balance;
            let told = view.first_quantity(&(actor.at..a.at)).is_some();
            own && !told && actor.at < a.at && a.end <= head.at && head.at - a.end <= 3 && a.party != actor.party
        };
        return actors.iter().any(|a| owns(&a));
    }
    let verb = matches!(head.class, Class::VerbOut | Class::VerbIn | Class::VerbOf) && !head.passive;
    if !verb || actor.role != Role::Subject || actor.at >= head.at {
        return false;
    }
    actors.iter().any(|nearer| {
        // *asked France to help by supplying 40,000 tonnes*
        let help = view.norm(nearer.end + 1) == "help" && head.at <= nearer.end + 3;
        let infinitive = view.norm(nearer.end) == "to" && (nearer.end + 1 == head.at || help);
        nearer.role == Role::Subject && nearer.at > actor.at && infinitive
    })
}

/// Whether a verb has somebody else do what follows: *wants Japan to cut*, *allowed Iraq to raise*.
fn sets_to_act(word: &str) -> bool {
    const STEMS: [&str; 17] = [
        "want", "ask", "urg", "press", "allow", "permit", "enabl", "help", "forc", "oblig", "order", "requir",
        "expect", "invit", "persuad", "encourag", "lead",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem)) || matches!(word, "led" | "got" | "on" | "let" | "for")
}

/// Whether a verb tells what somebody says or reckons of others.
pub fn is_estimate(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "put"
            | "puts"
            | "sees"
            | "saw"
            | "expects"
            | "expected"
            | "estimates"
            | "estimated"
            | "forecasts"
            | "forecast"
            | "projects"
            | "projected"
            | "predicts"
            | "predicted"
            | "pegs"
            | "pegged"
            | "reckons"
            | "reckoned"
            | "reported"
            | "reports"
            | "showed"
            | "shows"
            | "believes"
            | "believed"
            | "thinks"
            | "foresees"
            | "noted"
    )
}
