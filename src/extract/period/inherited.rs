//! Figures without a time of their own: of the time that their sentence or the text speaks of.

use chrono::Datelike;

use super::super::bearing::{averaged, averaged_price, foretold};
use super::super::grammar::Opening;
use super::super::habitual::{habitual, reckoned_now};
use super::super::indicator::Governor;
use super::super::rule::Filled;
use super::super::wording::periods;
use super::search::{Found, Search};
use crate::extract::alike::is_missed_aim;
use crate::lexicon::words::{is_about, is_article, parts_list};
use crate::mention::{Expression, Part, YearRef};
use crate::model::{Indicator, Kind, Measure, Period, Span, Status};
use crate::resolve::Clock;

/// *A year ago volumes were 4.1 million and 0.9 million tonnes*.
pub fn of_sentence(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    if !asked.same_sentence || asked.kind != Kind::Level {
        return None;
    }
    let found = periods(view)
        .find(|(m, e, _)| m.tokens.start <= view.range.start + 1 && matches!(e, Expression::YearsEarlier(1..)))?;
    let before = search.mention.tokens.start;
    if view.segments.iter().any(|s| s.tokens.start <= before && s.opening == Opening::Contrast) {
        return None;
    }
    let period = Clock { spoken: asked.clock.spoken, ..asked.clock }.resolve(found.1);
    Some(Filled::new(period, "period_of_sentence", Some(found.0.span)))
}

/// *The annual deficit shrank*: the twelve months to the month spoken of.
pub fn annual(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let Governor::Head(head) = search.asked.governor else { return None };
    if head.at <= view.range.start || view.norm_before(head.at, 1) != "annual" || !search.inherits() {
        return None;
    }
    let spoken = search.asked.clock.spoken.filter(|p| p.whole_months() == Some(1))?;
    let first = (0..11).try_fold(spoken, |p, _| p.previous())?;
    let year = Period::between(first.first_day(), spoken.last_day());
    Some(Filled::new(year, "annual", Some(view.tokens[head.at - 1].span)))
}

/// *The cumulative deficit is now 790 million*: from the beginning of the year.
pub fn cumulative(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let start = search.mention.tokens.start;
    let word = (search.stretch.start..start)
        .find(|at| matches!(view.norm(*at), "cumulative" | "accumulated" | "aggregate"))?;
    if !search.inherits() || search.stands() || !search.here(search.stretch.clone(), true).is_empty() {
        return None;
    }
    let period = asked.clock.spoken.filter(|p| p.whole_months() == Some(1) && p.first_day().month() > 1)?;
    let first = Period::year(period.first_day().year())?.first_day();
    Some(Filled::new(Period::between(first, period.last_day()), "cumulative", Some(view.tokens[word].span)))
}

/// *quotas for the year started March 1 ... Indonesia has been allocated an export quota of 24,516 tonnes, Thailand 19,000*: of the
/// year of the quotas that the text has told, while that runs.
pub fn of_quota_year(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let start = search.mention.tokens.start;
    let quota = |at: &usize| matches!(view.norm(*at), "quota" | "quotas" | "allocated" | "allotted");
    if asked.status != Status::Target || asked.kind != Kind::Level {
        return None;
    }
    let word = (view.range.start..start).find(quota)?;
    let runs = |p: &Period| {
        (365..=366).contains(&p.days())
            && p.first_day().ordinal() > 1
            && asked.clock.published.is_some_and(|day| p.last_day() > day)
    };
    let told = asked.clock.told.into_iter().chain([asked.clock.aimed]).flatten().find(runs)?;
    Some(Filled::new(Some(told), "quota_year", Some(view.tokens[word].span)))
}

/// *supplies 40 percent of the gas used*: of no time.
pub fn at_all_times(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    if asked.same_sentence && asked.before.is_some_and(|f| f.period.is_some()) || !search.inherits() {
        return None;
    }
    // *This represents 13.3% of their exports*: of what was told before.
    let opens = asked.view.clause(search.mention.tokens.start).start;
    let points = matches!(asked.view.norm(opens), "this" | "that") && asked.view.norm(opens + 1).ends_with('s');
    if points && asked.kind == Kind::Share && asked.before.is_some_and(|f| f.dated) {
        return None;
    }
    habitual(asked).map(|span| Filled::new(None, "at_all_times", Some(span)))
}

/// *The outlook for 2025/26 is for larger supplies. Production is forecast at 16.8 billion bushels*: of the season that runs or
/// comes, which the text named last.
pub fn of_outlook(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let unit = asked.quantity.quantity.unit;
    let goods = |measure: Measure| matches!(measure, Measure::Bushel | Measure::Tonne);
    let grown = goods(unit.measure) || unit.per.is_some_and(goods);
    let ends = |p: &Period| asked.clock.published.is_some_and(|day| p.last_day() > day);
    let told = || asked.status == Status::Forecast || reckoned_now(asked.view, search.mention.tokens.start).is_some();
    let season = asked.clock.season.filter(ends).filter(|_| grown && told())?;
    Some(Filled::new(Some(season), "season_of_outlook", None))
}

/// *Maize output is forecast at 9.4 million tonnes in 2023. Barley should yield 1.9 million*: of the time that the text looked
/// ahead to last.
pub fn of_forecast(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let flows = !matches!(asked.indicator, Indicator::Price | Indicator::Reserves | Indicator::Capacity);
    if asked.status != Status::Forecast || !flows {
        return None;
    }
    let view = asked.view;
    // *could rise to 300 million annually in later years*: what may come at some time.
    let open = |at: usize| {
        matches!(
            view.norm(at),
            "could" | "would" | "might" | "may" | "thus" | "usual" | "annually" | "yearly" | "years"
        )
    };
    let period = asked.clock.foretold.filter(|_| !view.clause(search.mention.tokens.start).any(open))?;
    Some(Filled::new(Some(period), "forecast_before", None))
}

/// *fell for a fourth consecutive year to 60.3 million tons*, *rose for the third year in a row*, in a text that has told no time: of the
/// last one that is over.
pub fn of_running_years(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    if asked.status != Status::Actual || search.stands() {
        return None;
    }
    let running = |at: &usize| {
        let led = is_running(view.norm_before(*at, 1));
        let in_a_row = view.norm(at + 1) == "running" || view.norm(at + 1) == "in" && view.norm(at + 3) == "row";
        let counted = (1..=4).any(|back| view.norm_before(*at, back) == "for");
        view.norm(*at) == "year" && counted && (led || in_a_row)
    };
    let at = view.clause(search.mention.tokens.start).find(running)?;
    let year = Clock { spoken: None, ..asked.clock }.resolve(Expression::In(Part::Year, YearRef::Open))?;
    Some(Filled::new(Some(year), "running_years", Some(view.tokens[at].span)))
}

/// *a fourth **consecutive** year*
fn is_running(word: &str) -> bool {
    matches!(word, "consecutive" | "straight" | "successive")
}

/// The time of the statement before, or that the text speaks of.
pub fn of_text(search: &Search<'_, '_, '_>) -> Found {
    if !search.inherits() {
        return None;
    }
    let asked = search.asked;
    if let Some(stated) = of_amount_beside(search) {
        return Some(Filled::new(Some(stated), "of_the_amount_beside", None));
    }
    if let Some(span) = at_other_times(search) {
        return Some(Filled::new(None, "at_other_times", Some(span)));
    }
    // *Whole milk powder fetched $2,307 a tonne*, behind talk of trade in December: at a time of its own; an average is of it.
    let price = asked.indicator == Indicator::Price && asked.quantity.quantity.unit.is_price();
    if price && !asked.same_sentence && asked.before.is_none_or(|f| f.indicator != Indicator::Price) {
        // *The price was 18.10 dlrs a barrel*
        let view = asked.view;
        let was = matches!(view.norm_before(view.start_with_hedge(asked.quantity), 1), "was" | "were");
        if !was && !averaged_price(view) {
            return None;
        }
    }
    let over = |p: Period| asked.clock.published.is_some_and(|day| p.last_day() < day);
    if let Some(frame) = asked.before
        && (asked.same_sentence
            || frame.status == Status::Actual
            || frame.period.is_some_and(over)
            || frame.status == asked.status && foretold(asked))
    {
        let alike = frame.status == asked.status && asked.status != Status::Actual;
        // *agreed to raise its purchases by 2010, and pays $5.08*: what is so now is of no time to come.
        let ahead = |p: Period| asked.clock.published.is_some_and(|day| p.first_day() > day);
        let turned = frame.status != Status::Actual && asked.status == Status::Actual;
        if asked.same_sentence && turned && frame.period.is_some_and(ahead) {
            return None;
        }
        let spoken = asked.clock.spoken.filter(|_| !asked.same_sentence && !alike);
        // A time that could not be told for the figure before cannot be told for this one.
        // *Exports, which used to fetch 300 million annually, fell to 158 million*: told beside it, of no time.
        let start = search.mention.tokens.start;
        let told = asked.view.quantities.iter().map(|q| asked.view.mentions[*q].tokens.start).rfind(|at| *at < start);
        let moved = asked.view.norm(search.led_from()) == "to";
        let beside = moved && told.is_some_and(|at| asked.view.in_clause_before(at, start));
        // *Purchases, which reached 14 million in 2021, have dropped to 5 million*: by now.
        let verb = search.led_from().wrapping_sub(1);
        if beside && (1..=2).any(|back| matches!(asked.view.norm_before(verb, back), "has" | "have")) {
            return Some(Filled::new(None, "by_now", Some(asked.view.tokens[verb].span)));
        }
        // *want to raise trade, which was 4.1 billion in 2013, to 5 billion*: at a time of its own.
        if asked.same_sentence && search.aimed() && !alike && search.led_over() {
            return None;
        }
        let last = asked.clock.spoken.filter(|_| !asked.same_sentence || !frame.dated && !price || beside);
        return Some(Filled::new(spoken.or(frame.period).or(last), "statement_before", None));
    }
    asked.clock.spoken.map(|spoken| Filled::new(Some(spoken), "period_spoken_of", None))
}

/// *sold goods worth $15 billion; five years earlier it had been $12 billion, or 23 percent of exports*: a part told with *or* is of the time
/// of the amount right before it, though the talk has another.
fn of_amount_beside(search: &Search<'_, '_, '_>) -> Option<Period> {
    let asked = search.asked;
    let view = asked.view;
    let frame = asked.before.filter(|_| asked.same_sentence && asked.kind == Kind::Share)?;
    let first = view.start_with_hedge(asked.quantity);
    let or = first.checked_sub(1).filter(|at| view.norm(*at) == "or")?;
    let end = or - usize::from(view.norm_before(or, 1) == ",");
    let amount = view.figures().find(|q| q.tokens.end == end)?;
    frame.stated.filter(|_| !amount.quantity.unit.is_ratio())
}

/// *18 million tonnes of annual exports* behind talk of a quarter, *had previously amounted to 2 billion a year*: what is told of no part of a
/// year, or of times before.
fn at_other_times(search: &Search<'_, '_, '_>) -> Option<Span> {
    let asked = search.asked;
    let view = asked.view;
    let tokens = &search.mention.tokens;
    if asked.kind != Kind::Level || asked.status != Status::Actual {
        return None;
    }
    let part = asked.clock.spoken.or(asked.before.and_then(|f| f.period)).is_some_and(|p| p.days() < 360);
    let annual = tokens.end..tokens.end + 2;
    if let Some(at) = annual.clone().find(|at| view.norm(*at) == "annual").filter(|_| part && !asked.same_sentence) {
        return Some(view.tokens[at].span);
    }
    let clause = view.clause(tokens.start).start..tokens.start;
    let before = |at: &usize| {
        matches!(view.norm(*at), "previously" | "formerly") && view.is_past(at + 1) && view.norm_before(*at, 1) == "had"
    };
    clause.clone().find(before).map(|at| view.tokens[at].span)
}

impl Search<'_, '_, '_> {
    /// *Exports this year are expected to total 22.5 billion and imports 14.5 billion*: the next of what one forecast tells.
    fn goes_on(&self) -> bool {
        let asked = self.asked;
        let view = asked.view;
        let start = self.mention.tokens.start;
        let before = || view.quantities.iter().map(|q| &view.mentions[*q].tokens).rfind(|t| t.end <= start);
        let same = asked.same_sentence
            && asked.status != Status::Actual
            && asked.before.is_some_and(|f| f.status == asked.status);
        // *a quota of 2.1 mln bags for 1987/88, El Salvador 2.4 mln, Costa Rica 1.3 mln*: the next entry of a list.
        let entry = |between: std::ops::Range<usize>| {
            (2..=9).contains(&between.len())
                && view.actors.iter().any(|a| between.contains(&a.at) && a.end == start)
                && between.clone().any(|at| parts_list(view.norm(at)))
                && !view.is_headed(&between)
        };
        if same && before().is_some_and(|before| entry(before.end..start)) {
            return true;
        }
        // *a target of 37 billion for 2017, including about 30 billion from garments*, *is set at 34 billion, 16 billion of it for exports*
        let first = view.start_with_hedge(asked.quantity);
        let parts = |between: std::ops::Range<usize>| {
            between.len() == 1 && view.norm(between.start) == ","
                || between.len() <= 3 && between.clone().any(|at| matches!(view.norm(at), "including" | "comprising"))
        };
        let unit = asked.before.is_some_and(|f| f.unit == Some(asked.quantity.quantity.unit) && f.dated);
        if same && unit && asked.kind == Kind::Level && before().is_some_and(|before| parts(before.end..first)) {
            return true;
        }
        let alike = same && asked.before.is_some_and(|f| f.dated);
        alike
            && before().is_some_and(|before| {
                let mut between = before.end..start;
                between.len() <= 8
                    && between.clone().any(|at| view.norm(at) == "and")
                    && view.is_headed(&between)
                    && !between.any(|at| matches!(view.norm(at), "another" | "further" | "additional" | "by" | "if"))
            })
    }

    /// *raise trade, which was 4.1 billion in 2013, to 5 billion*: whether the figure goes on from before a clause set off.
    fn led_over(&self) -> bool {
        let view = self.asked.view;
        let opens = self.tokens.start;
        view.norm(opens) == "to" || view.norm(opens) == "first" && view.norm(opens + 1) == "to"
    }

    /// The word before the figure, over what describes it.
    fn led_from(&self) -> usize {
        let view = self.asked.view;
        let described = |at: &usize| {
            is_article(view.norm(*at))
                || is_about(view.norm(*at))
                || matches!(view.norm(*at), "average" | "of" | "record")
        };
        let start = view.start_with_hedge(self.asked.quantity);
        let words = (view.range.start..start).rev().take(5).take_while(described).count();
        start.wrapping_sub(1 + words)
    }

    /// *In 2010 it imported half of its crude. Output has rebounded to 800,000 barrels a day*, told in 2014: whether what has become of
    /// something by now is told behind talk of a time long ago.
    fn has_come_since(&self) -> bool {
        const LONG_AGO: i64 = 600;
        let asked = self.asked;
        let view = asked.view;
        let start = self.mention.tokens.start;
        let carried = asked.clock.spoken.or(asked.before.and_then(|f| f.period));
        let ago = carried.zip(asked.clock.published).is_some_and(|(p, day)| (day - p.last_day()).num_days() > LONG_AGO);
        let has = |at: usize| {
            matches!(view.norm(at), "has" | "have") && (at + 1..(at + 4).min(start)).any(|verb| view.is_past(verb))
        };
        ago && !asked.same_sentence && (view.clause(start).start..start).any(has)
    }

    /// Whether the figure may be of a time told for another.
    fn inherits(&self) -> bool {
        let asked = self.asked;
        let view = asked.view;
        if self.has_come_since() {
            return false;
        }
        let start = self.mention.tokens.start;
        let bracket = view.segments.get(self.segment).is_some_and(|s| s.opening == Opening::Bracket);
        // *expanded only 2.3 percent against the 7.5 percent goal*
        let against = (start.saturating_sub(1)..=start).any(|at| view.comparing_before(at).is_some());
        // *200,000 tonnes this year and another 100,000 to 200,000 if conditions are good*
        let more = matches!(view.norm_before(start, 1), "another" | "further" | "additional");
        let beside = bracket || matches!(asked.kind, Kind::Change | Kind::Share) || against || more;
        let goal = against && asked.same_sentence && asked.kind == Kind::Change;
        // *is forecast to rise by 1.1 million from 2021 to an average of 28.7 million*
        let annually = matches!(view.norm(self.mention.tokens.end), "annually" | "yearly");
        let led_to = asked.same_sentence && !annually && view.norm(self.led_from()) == "to";
        let missed = asked.same_sentence && asked.status != Status::Actual && is_missed_aim(view, asked.quantity);
        let alike = goal
            || missed
            || (beside || led_to) && asked.same_sentence && asked.before.is_some_and(|f| f.status == asked.status);
        // *stocks at 2.9 million tonnes, a decline of 130,000 tonnes*: stands at the time of the level before it.
        // *At the end of 1986 it had reserves of 4.2 million barrels of oil and 22.7 billion cubic feet of gas*
        let moved = (asked.kind == Kind::Change || matches!(asked.governor, Governor::Previous))
            && asked.same_sentence
            && asked.before.is_some_and(|f| f.indicator == asked.indicator && f.dated);
        // *capacity grew 15 percent in 2024 ... It rose to 4,448 GW*: where a verb says that it moved to.
        let moved = moved
            || asked.indicator == Indicator::Capacity
                && asked.status == Status::Actual
                && view.norm(self.led_from()) == "to"
                && view.is_past(self.led_from().wrapping_sub(1));
        // *131 GW by 2030, most of it solar (79 GW) and wind (28 GW)*: parts of what was told for a time.
        let part = bracket
            && asked.same_sentence
            && asked.kind == Kind::Level
            && asked.before.is_some_and(|f| f.indicator == asked.indicator && f.status == asked.status);
        let moved = moved || part;
        // *Residual stocks fell 100,000 barrels to 38.1 million*, in talk of a week or of a day: those that are told from week to week;
        // *Crude palm oil stocks shrank 15 percent*, behind all stocks of palm oil in a month: from month to month.
        let again = asked.before.is_some_and(|f| f.indicator == Indicator::Reserves);
        let weekly = asked.indicator == Indicator::Reserves
            && (asked.kind == Kind::Change || asked.same_sentence && view.norm(self.led_from()) == "to")
            && asked.clock.spoken.is_some_and(|p| matches!(p.days(), 1 | 7) || again && p.whole_months() == Some(1));
        (asked.status == Status::Actual || alike || self.goes_on() || foretold(asked))
            && (moved || weekly || !matches!(asked.indicator, Indicator::Reserves | Indicator::Capacity))
            && (asked.same_sentence
                || !asked.quantity.quantity.unit.is_rate()
                || averaged(asked)
                || asked.before.is_some_and(|f| f.unit == Some(asked.quantity.quantity.unit)))
    }
}
