//! The day of a figure that names one: ***35.6 mcm** went through on Thursday*, *raised its price to **$18**, effective March 16*.

use chrono::{Datelike, Duration, Weekday};

use super::super::market_words::is_weekday;
use super::super::rule::Filled;
use super::super::view::View;
use super::super::wording::periods;
use super::search::{Found, Search};
use crate::lexicon::{Class, Marks};
use crate::mention::{Expression, Mention, Part};
use crate::model::{Dimension, Indicator, Kind, Period};
use crate::resolve::Clock;

/// *fell by 45% following the end of transit on 1 January*: whether a time behind a figure, which ends at token `end`, is that of an
/// event that the figure came after.
pub fn of_an_event(view: &View<'_>, end: usize, time: &Mention) -> bool {
    let start = time.tokens.start;
    if start <= end || view.segment(start) != view.segment(end.saturating_sub(1)) {
        return false;
    }
    let event = |at: usize| {
        matches!(
            view.norm(at),
            "end"
                | "start"
                | "closure"
                | "shutdown"
                | "launch"
                | "opening"
                | "expiry"
                | "collapse"
                | "outbreak"
                | "invasion"
                | "accident"
                | "disaster"
                | "ban"
                | "embargo"
                | "halt"
                | "stoppage"
                | "explosion"
                | "blast"
                | "fire"
                | "strike"
                | "coup"
                | "commissioning"
                | "restart"
                | "signing"
                | "introduction"
                | "imposition"
                | "lifting"
                | "attack"
                | "attacks"
        )
    };
    let after = (end..start).rev().find(|at| matches!(view.norm(*at), "following" | "after"));
    after.is_some_and(|after| {
        (after + 1..start).any(event)
            && view.first_quantity(&(after..start)).is_none()
            && !view.heads.iter().any(|h| (after..start).contains(&h.at) && h.class != Class::Noun)
    })
}

/// Words that part a day of the week from the figure before or behind it.
fn parts(word: &str) -> bool {
    matches!(
        word,
        "," | "said"
            | "says"
            | "told"
            | "announced"
            | "reported"
            | "showed"
            | "shows"
            | "show"
            | "according"
            | "agreed"
            | "signed"
            | "quoted"
            | "stated"
            | "that"
            | "in"
            | "since"
            | "than"
            | "against"
            | "above"
            | "below"
            | "for"
            | "during"
            | "after"
            | "before"
    )
}

/// The token at `at`, behind the short form that a bracket tells the unit by: *4.7 gigawatts (GW) to*.
fn behind_gloss(view: &View<'_>, at: usize) -> usize {
    if view.norm(at) == "(" && view.norm(at + 2) == ")" { at + 3 } else { at }
}

/// *sent 35.6 mcm to Europe on Thursday*, *against 33.2 mcm on Wednesday*, *On Monday it sent 40 mcm*, *nominations for Friday*: the day
/// beside the amount, where nobody says it then; the day to come where it is what is asked for.
pub fn of_the_week(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let flows = matches!(
        asked.indicator,
        Indicator::Exports | Indicator::Imports | Indicator::Transit | Indicator::Production | Indicator::Consumption
    );
    let unit = asked.quantity.quantity.unit;
    // What flows is told by the day; *bought 50,000 tonnes at a tender on Thursday* tells when that was agreed.
    let amount = flows && matches!(unit.measure.dimension(), Dimension::Volume | Dimension::Energy | Dimension::Power);
    // *July cargoes were pegged at $2.05 on Tuesday* are of July.
    let month = |e: Expression| matches!(e, Expression::In(Part::Months(first, last), _) if first == last);
    let price = asked.indicator == Indicator::Price && !periods(asked.view).any(|(_, e, _)| month(e));
    if !(amount || price && !search.aimed()) {
        return None;
    }
    let published = asked.clock.published?;
    let view = asked.view;
    let (start, end) = (search.mention.tokens.start, search.mention.tokens.end);
    let day = |at: &usize| is_weekday(view.norm(*at)) && view.tokens[*at].is_capitalised() && view.norm(at + 1) != "'";
    let named = |at: &usize| {
        matches!(view.norm(*at), "yesterday" | "tomorrow") && view.norm(at + 1) != "'"
            || day(at) && matches!(view.norm_before(*at, 1), "on" | "for")
    };
    // Over the *on* or *for* before it.
    let apart = |at: usize| {
        let link = at - usize::from(matches!(view.norm_before(at, 1), "on" | "for"));
        if at < start {
            let opens = view.norm(at + 1) == "," && link <= view.clause(start).start;
            (at + 1 + usize::from(opens)..start).any(|word| parts(view.norm(word)))
                || parts(view.norm_before(link, 1)) && !opens
                || view.first_quantity(&(at..start)).is_some()
        } else {
            (end..link).any(|word| parts(view.norm(word)))
        }
    };
    // *rise by 5 GW to 28 GW on Wednesday*: both are of that day.
    let shared = asked.kind == Kind::Change && view.norm(behind_gloss(view, end)) == "to";
    let reach = if shared { search.tokens.end } else { search.stretch.end };
    let behind = (end..reach).take(16).find(named).filter(|at| !apart(*at));
    let from = view.clause(start).start.max(start.saturating_sub(14));
    let traded = flows && !(search.aimed() && asked.indicator == Indicator::Production);
    // *decided on Sunday to cut sales to 2 million*: when that was decided.
    let done = |at: usize| view.is_past(at.wrapping_sub(2)) && view.clause(start).start < at - 1;
    let before = || (from..start).rev().find(named).filter(|at| traded && !apart(*at) && !done(*at));
    let at = behind.or_else(before)?;
    // *on Friday raised its 2009 demand forecast by 170,000 b/d*: when it was told of that year.
    let outlook = |at: usize| matches!(view.norm(at), "forecast" | "forecasts" | "estimate" | "estimates" | "outlook");
    if at < start
        && (at..start).any(outlook)
        && periods(view).any(|(m, ..)| m.tokens.start > at && m.tokens.end <= start)
    {
        return None;
    }
    let asked_for = view.norm_before(at, 1) == "for" || view.norm(at) == "tomorrow";
    let foreseen = search.aimed() || view.marks.meets(Marks::FORESEES);
    // *will send 40 mcm on Wednesday*: ahead where one names a day that is not over.
    let weekday = |word: &str| word.parse::<Weekday>().ok();
    let shift = match view.norm(at) {
        "yesterday" => -1,
        "tomorrow" => 1,
        // *was on track to drop to 104 bcfd on Tuesday*, told on Wednesday, is no week ahead.
        word if asked_for || foreseen => match i64::from(weekday(word)?.days_since(published.weekday())) {
            6 => -1,
            ahead => ahead,
        },
        word => -i64::from(published.weekday().days_since(weekday(word)?)),
    };
    let day = published.checked_add_signed(Duration::days(shift))?;
    Some(Filled::new(Some(Period::day(day)), "day_of_the_week", Some(view.tokens[at].span)))
}

/// *raised its price 50 cts a barrel, effective today*, *effective March 16*: the day from which a price is to hold, whichever is
/// nearest to publication.
pub fn effective(search: &Search<'_, '_, '_>) -> Found {
    const FAR: i64 = 120;
    let view = search.asked.view;
    let published = search.asked.clock.published?;
    if search.asked.indicator != Indicator::Price || search.compared.is_some() {
        return None;
    }
    let (start, end) = (search.mention.tokens.start, search.mention.tokens.end);
    let says =
        |at: &usize| view.norm(*at) == "effective" || view.norm(*at) == "effect" && view.norm_before(*at, 1) == "with";
    let behind = (end..(end + 24).min(view.range.end)).find(says);
    let at = behind.or_else(|| view.back(start, 24).rev().find(says))?;
    let next = at + 1 + usize::from(matches!(view.norm(at + 1), "from" | "on" | "as"));
    let day = match view.norm(next) {
        "today" | "immediately" => Some(published),
        "tomorrow" => published.succ_opt(),
        "yesterday" => published.pred_opt(),
        _ => None,
    };
    if let Some(day) = day {
        return Some(Filled::new(Some(Period::day(day)), "effective_day", Some(view.tokens[at].span)));
    }
    let (found, expression, _) = periods(view).find(|(m, ..)| (next..=next + 1).contains(&m.tokens.start))?;
    let far = |p: &Period| (p.first_day() - published).num_days().abs();
    let resolved = |ahead: bool| Clock { ahead, spoken: search.spoken(), ..search.asked.clock }.resolve(expression);
    let nearest = [resolved(false), resolved(true)].into_iter().flatten().min_by_key(far).filter(|p| far(p) <= FAR)?;
    Some(Filled::new(Some(nearest), "effective_day", Some(found.span)))
}

/// *grew from $500 million five years ago to $700 million today*.
pub fn today(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let end = search.mention.tokens.end;
    let now = matches!(view.norm(end), "today" | "nowadays" | "now") && search.asked.kind == Kind::Level;
    now.then(|| Filled::new(None, "now", Some(view.tokens[end].span)))
}
