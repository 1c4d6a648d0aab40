//! Months that are named without a year and are to come.

use super::search::{Found, Search, Time};
use crate::extract::rule::Filled;
use crate::lexicon::words::is_or_was;
use crate::mention::{Expression, Part, YearRef};
use crate::model::{Indicator, Kind};
use crate::resolve::Clock;

/// *the price for December*, told in November, *by next July* are of a month to come.
pub fn month_ahead(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    let Expression::In(Part::Months(first, last), YearRef::Open) = *expression else { return None };
    let view = search.asked.view;
    if view.norm_before(found.tokens.start, 1) == "next" {
        let clock = Clock { ahead: true, ..search.asked.clock };
        return Some(Filled::new(clock.resolve(*expression), "month_ahead", Some(found.span)));
    }
    let foretold = view.norm_before(found.tokens.start, 1) == "for" && !search.is_loading(found);
    let sets_price = |start: usize| {
        view.back(start, 4).any(|at| {
            let word = view.norm(at);
            ["rais", "lift", "lower", "slash", "hik", "trim", "reduc"].iter().any(|stem| word.starts_with(stem))
                || matches!(word, "cut" | "cuts" | "cutting" | "set" | "sets" | "kept" | "keeps" | "fixed")
        })
    };
    // *set its November official selling price*, *the May contract price*
    let named = || {
        let end = found.tokens.end;
        search.asked.indicator == Indicator::Price
            && (end..end + 4).any(|at| matches!(view.norm(at), "price" | "prices" | "osp" | "osps" | "posting"))
            && ((end..end + 2).any(|at| {
                matches!(
                    view.norm(at),
                    "official" | "selling" | "contract" | "reference" | "osp" | "osps" | "posted" | "posting"
                )
            })
                // *cut the November price*, *lifts its August prices*
                || matches!(view.norm(end), "price" | "prices") && sets_price(found.tokens.start))
    };
    // *gets gas at no more than $378 in November*, told in October: what is paid now is of no November gone.
    let pays_now = || {
        let start = search.mention.tokens.start;
        let clause = view.clause(start);
        search.asked.indicator == Indicator::Price
            && search.asked.kind == Kind::Level
            && matches!(view.norm_before(found.tokens.start, 1), "in" | "from")
            && !(clause.start..start)
                .any(|at| view.is_past(at) || is_or_was(view.norm(at)) && view.norm(at).starts_with('w'))
    };
    // *cut their purchases for late June and July to 111,000 tonnes*, told in June
    if first != last && !foretold || !(foretold || named() || pays_now()) {
        return None;
    }
    let day = search.asked.clock.published?;
    let past = search.resolve(*expression)?;
    let clock = Clock { ahead: true, ..search.asked.clock };
    ((day - past.last_day()).num_days() > 270)
        .then(|| Filled::new(clock.resolve(*expression), "month_ahead", Some(found.span)))
}
