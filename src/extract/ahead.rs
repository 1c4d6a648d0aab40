//! The head that stands before a figure in its segment, or opens its clause.
//!
//! | sentence | head | rule |
//! | --- | --- | --- |
//! | *trade turnover reached **$11.181 billion*** | trade turnover | `head_before` |
//! | *imports, held back by higher taxes, fell to **12.92 billion*** | imports | `head_far_ahead` |

use super::behind;
use super::head::Head;
use super::indicator::{Found, Governor, Search, flow_of_goods, flows, found};
use super::view::View;
use crate::lexicon::words::{costs, is_load, is_value_or_volume, pays};
use crate::lexicon::{Class, Topic};
use crate::mention::What;
use crate::model::Indicator;

/// *imports, held back by higher taxes, fell to 12.92 billion*: the verb goes with what opens the clause.
pub fn far_ahead(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let segment = search.segment();
    let opening = view.segment_tokens(view.segment(view.clause(search.start()).start));
    // *Russian gas imports (including LNG) declined by 28%*: the noun stands right before the bracket.
    let ahead = view.before_bracket(view.segment(search.start())).map(|at| view.segment_tokens(at));
    if let Some(ahead) = ahead.filter(|_| view.verb_at(segment.start) && search.start() - segment.start <= 6) {
        let last = view.heads.iter().rfind(|h| ahead.contains(&h.at));
        if let Some(noun) = last.filter(|h| h.class == Class::Noun && h.topic != Topic::Other) {
            return found(search, *noun);
        }
    }
    // *output, for the month of May, reached 40,000 tonnes*: a verb of going goes with it.
    let goes = |h: &Head| h.topic == Topic::Flow && over_time(view, segment.start) == h.at;
    let own = view.heads.iter().any(|h| segment.start <= h.at && h.at < search.start() && !goes(h));
    if own || opening.end >= segment.start || !view.verb_at(over_time(view, segment.start)) {
        return None;
    }
    // A figure between them has its own statement.
    let told = view.quantities.iter().any(|q| (opening.start..segment.start).contains(&view.mentions[*q].tokens.start));
    let noun = |h: &&Head| h.class == Class::Noun && h.topic != Topic::Other;
    // *In its report on stocks, API said that demand for petrol, as measured, rose*: what opens the clause is no subject.
    let set_ahead =
        matches!(view.norm(opening.start), "in" | "on" | "at" | "despite" | "with" | "under" | "after" | "for");
    let own_subject = view.heads.iter().find(|h| opening.end <= h.at && h.at < segment.start && noun(h));
    // *output responded to higher prices, rising 2.5 pct*: what something is due to does not rise.
    let cause = |h: &Head| {
        let link = (h.at.saturating_sub(3)..h.at).rev().find(|at| {
            matches!(view.norm(*at), "to" | "amid" | "despite" | "by" | "because" | "with" | "after" | "of")
        });
        h.topic == Topic::Of(Indicator::Price)
            && link.is_some_and(|at| !matches!(view.norm(at), "of" | "with"))
            && view.heads.iter().any(|other| opening.contains(&other.at) && other.at < h.at && noun(&other))
    };
    let last = view.heads.iter().rev().find(|h| opening.contains(&h.at) && noun(h) && !cause(h));
    let noun = own_subject.filter(|_| set_ahead).or(last);
    noun.filter(|_| !told).and_then(|noun| found(search, *noun))
}

/// *tea output meanwhile, for the month of May, reached 40,000 tonnes*: the token behind a time that a clause begins with.
fn over_time(view: &View<'_>, start: usize) -> usize {
    let leads = matches!(view.norm(start), "for" | "in" | "during" | "over");
    let time = view.mentions.iter().find(|m| {
        (start + 1..start + 5).contains(&m.tokens.start)
            && matches!(m.what, What::Period(_))
            && (start + 1..m.tokens.start)
                .all(|at| matches!(view.norm(at), "the" | "month" | "year" | "quarter" | "week" | "of"))
    });
    time.filter(|_| leads).map_or(start, |time| time.tokens.end)
}

/// The nearest head before the figure in its segment; a noun that is the subject leads over the verb behind it.
pub fn before(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if let Some(own) = behind::clause_right_behind(search) {
        return own;
    }
    let segment = search.segment();
    let ahead = |h: &&Head| segment.start <= h.at && h.at < search.start() && !behind::is_spare(search, h);
    let candidates: Vec<&Head> = view.heads.iter().filter(ahead).collect();
    let nearest = *candidates.last()?;
    // *the surplus is attributable to exports of R177 billion*: the noun stands right before its figure.
    let first = view.quantity(search.quantity).map_or(search.start(), |q| view.start_with_hedge(q));
    if nearest.class == Class::Noun
        && matches!(nearest.topic, Topic::Of(Indicator::Exports | Indicator::Imports))
        && view.norm(nearest.end) == "of"
        && nearest.end + 1 == first
        && !search.unit.is_ratio()
    {
        return found(search, *nearest);
    }
    // *33% of imports compared with 22% for Russia*: that head is the other figure's.
    let earlier = view.quantities.iter().copied().take_while(|q| *q < search.quantity).last();
    if let Some(earlier) = earlier.filter(|_| search.follows)
        && view.mentions[earlier].tokens.end <= nearest.at
        && behind::after_of(&Search { quantity: earlier, ..*search })
            .is_some_and(|(g, _)| g == Governor::Head(*nearest))
    {
        return Some((Governor::Previous, None));
    }
    // *China took 21 percent of Kazakhstan's trade; Russia took 18 percent*: as the figure before.
    let took = |at: usize| matches!(view.norm(at), "took" | "takes" | "had" | "has" | "accounted");
    if let Some(earlier) = earlier.and_then(|q| view.quantity(q)).filter(|_| search.follows && search.unit.is_ratio())
        && took(nearest.at)
        && search.start() - nearest.end <= 2
        && view.figures().any(|q| {
            q.tokens.end <= earlier.tokens.end
                && q.quantity.unit.is_ratio()
                && view.norm(q.tokens.end) == "of"
                && (1..=3).any(|back| view.norm_before(q.tokens.start, back) == view.norm(nearest.at))
        })
    {
        return Some((Governor::Previous, None));
    }
    // *the deficit in trade with South Korea*
    let mut spoken = candidates.iter().rev().copied().filter(|h| h.topic != Topic::Flow);
    if let (Some(trade), Some(balance)) = (spoken.next(), spoken.next())
        && matches!(balance.topic, Topic::Surplus | Topic::Deficit)
        && matches!(trade.topic, Topic::Of(Indicator::Turnover | Indicator::Balance))
        && (trade.at <= balance.end + 2
            || view.norm(balance.end) == "in" && trade.at <= balance.end + 9
            || view.norm_before(trade.at, 1) == "in"
            || matches!(view.norm_before(trade.at, 1), "the" | "goods" | "merchandise")
                && view.norm_before(trade.at, 2) == "in")
        && view.first_quantity(&(balance.at..trade.at)).is_none()
    {
        return found(search, *balance);
    }
    // *exports to Japan grew, with export value reaching $10.6 million*: the value is that of the exports told before.
    if view.norm(segment.start) == "with"
        && nearest.at <= segment.start + 3
        && is_value_or_volume(view.norm_before(nearest.end, 1))
        && let Some(told) = view.heads.iter().rfind(|h| h.at < segment.start && h.class == Class::Noun)
        && told.topic == nearest.topic
        && view.first_quantity(&(told.end..segment.start)).is_none()
    {
        return found(search, *told);
    }
    // *to help cover imports at a cost of nearly 2 billion euros*
    let trades = |h: &Head| matches!(h.indicator(), Some(Indicator::Imports | Indicator::Exports));
    if view.norm(nearest.at) == "cost"
        && view.norm_before(nearest.at, 1) == "a"
        && view.norm_before(nearest.at, 2) == "at"
        && let Some(noun) = candidates.iter().rev().find(|h| h.end < nearest.at && trades(h))
    {
        return found(search, **noun);
    }
    // *Oil imports cost 745 mln dlrs*
    if costs(view.norm(nearest.at))
        && let Some(noun) = candidates.iter().rev().find(|h| {
            // *Imports of petroleum products cost 359 mln dollars*
            let of = view.norm(h.end) == "of"
                && h.end < nearest.at
                && nearest.at - h.end <= 4
                && view.goods_before(nearest.at).is_some();
            (h.end == nearest.at || of) && h.topic != Topic::Other
        })
    {
        return found(search, **noun);
    }
    // *Earnings from the two clients fell*: the clients are no figure of their own.
    if let Some(earned) = candidates.iter().rev().find(|h| h.topic == Topic::Same && view.norm(h.end) == "from")
        && matches!(nearest.class, Class::Agent) | (nearest.topic == Topic::Other)
        && nearest.at <= earned.end + 4
    {
        return found(search, **earned);
    }
    // *Exports for edible use account for half*: what goods are for is not what is told.
    if nearest.topic == Topic::Of(Indicator::Consumption)
        && (1..=4).any(|back| nearest.at >= segment.start + back && view.norm(nearest.at - back) == "for")
        && let Some(noun) =
            candidates.iter().rev().find(|h| h.end < nearest.at && h.class == Class::Noun && h.topic != Topic::Other)
    {
        return found(search, **noun);
    }
    // *bought two cargoes of sunflower oil totalling 16,000 tonnes*: cargoes that are bought are what the verb says.
    if is_load(view.norm(nearest.at))
        && let Some(verb) = candidates.iter().rev().find(|h| h.class == Class::VerbIn && !h.passive)
        && verb.end <= nearest.at
        && nearest.at - verb.end <= 3
    {
        return found(search, **verb);
    }
    if nearest.class == Class::Noun {
        // *an agreement for 12 bcm*, but *a contract for $5 million*
        let flows = nearest.topic != Topic::Flow || flows(search) || flow_of_goods(search, nearest);
        return if flows { found(search, *nearest) } else { None };
    }
    // *The volume transported*: what the verb says, not the noun.
    let noun = candidates.iter().rev().find(|h| h.class == Class::Noun && (h.topic != Topic::Same || search.topic));
    if let Some(noun) = noun {
        let actor_between = view
            .actors
            .iter()
            .any(|a| noun.end <= a.at && a.at < nearest.at && a.role == super::grammar::Role::Subject);
        let passive = nearest.passive && noun.topic == Topic::Other;
        // *The price Ukraine pays rose 21 percent.*
        let paid = noun.topic == Topic::Of(Indicator::Price) && pays(view.norm(nearest.at));
        if paid {
            return found(search, **noun);
        }
        if !actor_between && (noun.topic != Topic::Other || nearest.topic == Topic::Flow || passive) {
            return found(search, **noun);
        }
    }
    // *reached* and its like say that goods moved only where no trade is spoken of.
    if nearest.topic == Topic::Flow && !flows(search) {
        return None;
    }
    found(search, *nearest)
}
