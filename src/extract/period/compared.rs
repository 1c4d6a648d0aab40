//! Figures told only for another to be compared with.

use chrono::Datelike;

use super::super::elsewhere::of_estimate;
use super::super::grammar::{Opening, Role};
use super::super::measured::measured_from;
use super::super::outlook;
use super::super::rule::Filled;
use super::super::wording::{owns_figure, periods, same_part};
use super::search::{Found, Search};
use super::{Asked, beside};
use crate::extract::alike::is_missed_aim;
use crate::extract::view::Actor;
use crate::lexicon::words::{foresees, is_forecast, is_form_of_be, is_limit, leads_stretch, moves_estimate};
use crate::mention::{Expression, Form, Length, Mention, Part, YearRef};
use crate::model::{Dimension, Indicator, Kind, Party, Period, Span, Status};
use crate::resolve::Clock;

/// *13% less than last year ($278 million)*: the bracket tells what was compared with.
pub fn in_bracket(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let bracket = view.segments.get(search.segment).is_some_and(|s| s.opening == Opening::Bracket);
    if !bracket || search.asked.kind != Kind::Level {
        return None;
    }
    let before = periods(view).filter(|(m, ..)| m.tokens.end + 1 == search.tokens.start).last();
    let (found, expression, _) = before.filter(|(_, _, compared)| *compared)?;
    let period = same_part(search.resolve(expression), search.spoken());
    Some(Filled::new(period, "compared_period_before", Some(found.span)))
}

/// *86,383 tonnes, up from 81,629 in 1985, China 69,952 (60,296)*, *Britain 41,200 (39,800 in 1985), France 30,100 (31,500)*: a
/// bracket in a list is of the time that the first of it was compared with.
pub fn bracket_of_list(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let bracketed = |tokens: &std::ops::Range<usize>| view.norm_before(tokens.start, 1) == "(";
    let own = &search.mention.tokens;
    if !bracketed(own) || view.norm(own.end) != ")" || asked.kind != Kind::Level || !asked.same_sentence {
        return None;
    }
    let unit = asked.quantity.quantity.unit;
    let (time, expression, _) = periods(view).find(|(m, e, _)| {
        let year =
            matches!(e, Expression::In(..) | Expression::Relative(Length::Year, _) | Expression::YearsEarlier(_));
        let of = |q: &usize| {
            let tokens = &view.mentions[*q].tokens;
            (tokens.end..=tokens.end + 1).contains(&m.tokens.start)
                && (bracketed(tokens) || view.comparing_before(tokens.start).is_some())
                && view.quantity(*q).is_some_and(|q| q.quantity.unit == unit || q.form == Form::Bare)
        };
        m.tokens.end <= own.start && year && view.quantities.iter().any(of)
    })?;
    // *3.1 million tonnes in ten months compared with 2.5 million last year*: of the same months.
    let period = match expression {
        Expression::Relative(Length::Year, -1) => same_part(search.resolve(expression), asked.clock.spoken),
        _ => search.resolve(expression),
    };
    Some(Filled::new(period, "bracket_of_list", Some(time.span)))
}

/// *more than 6 billion in recent years*.
pub fn at_a_vague_time(search: &Search<'_, '_, '_>) -> Found {
    search.compared?;
    search.vague.map(|span| Filled::new(None, "vague_time", Some(span)))
}

/// *Exports were 2.86 billion in February against 2.83 billion in January and 2.23 billion a year ago. Imports were 2.63 billion
/// against 2.25 billion and 2.32 billion*: of the same two times, in a sentence that tells none.
pub fn as_compared_before(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let [Some(first), Some(second)] = asked.clock.compared else { return None };
    if asked.kind != Kind::Level || !asked.same_sentence || periods(view).next().is_some() {
        return None;
    }
    let tokens = |place: usize| view.quantities.get(place).map(|q| &view.mentions[*q].tokens);
    let place = view.quantities.iter().position(|q| *q == asked.index)?;
    let joined = |place: usize| {
        let (one, two) = (tokens(place)?, tokens(place + 1)?);
        let pair = view.norm(one.end) == "and" && one.end + 1 == two.start;
        view.comparing_before(one.start).filter(|_| pair)
    };
    let told = match (joined(place), place.checked_sub(1).and_then(joined)) {
        (Some(_), _) => first,
        (None, Some(_)) => second,
        _ => return None,
    };
    Some(Filled::new(Some(told), "as_compared_before", None))
}

/// *versus **6 billion yen** a year earlier*: of a time of its own, or of as long a time a year before.
pub fn level(search: &Search<'_, '_, '_>) -> Found {
    let span = search.compared?;
    let asked = search.asked;
    let view = asked.view;
    let mention = search.mention;
    if is_earned_from(search) {
        return None;
    }
    if matches!(view.norm(mention.tokens.end), "estimate" | "forecast" | "projection")
        && let Some(found) = earlier_forecast(search)
    {
        return Some(found);
    }
    // *after last year's record 112.6 billion*, *below September's 8.01 million*, *double the 2021 level of 360 million*
    let between = |m: &Mention| span.start <= m.span.start && m.tokens.end <= mention.tokens.start;
    if let Some(found) = periods(view).filter(|(m, ..)| between(m)).last() {
        // *from last month's projection of 23 million tonnes*: of the time of the new one.
        if of_estimate(view, found.0, found.1) {
            let period = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.period);
            return Some(Filled::new(period, "earlier_forecast", Some(found.0.span)));
        }
        let filled = search.answer(&found, "own_period");
        // *7.2 billion in 1986, down from last year's 13.3 billion*, told in 1987: of the year before.
        let main = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.period);
        let again = matches!(found.1, Expression::Relative(Length::Year, -1)) && main.is_some() && filled.value == main;
        if again {
            return Some(Filled::new(main.and_then(|p| p.year_before()), "year_before_told", filled.span));
        }
        // *in the fiscal year that ended in July 2021, compared to last year's earning of $854 million*
        let last_year = matches!(found.1, Expression::Relative(Length::Year, -1));
        if let Some(before) = main.filter(|_| last_year).and_then(|told| year_before_counted(told, filled.value)) {
            return Some(Filled::new(Some(before), "year_before_told", filled.span));
        }
        return Some(filled);
    }
    if let Some(found) = search.here(mention.tokens.end..search.stretch.end, true).first() {
        // *put the 1986/87 crop at 31.85 mln tonnes, vs 30.1 mln last month*: no year is set beside a month.
        let year = asked.before.filter(|_| asked.same_sentence).and_then(|f| f.period);
        if let (Expression::Relative(Length::Month | Length::Week, -1), Some(year)) = (found.1, year)
            && year.days() >= 360
        {
            return Some(Filled::new(Some(year), "earlier_estimate", Some(found.0.span)));
        }
        // *compared with 5.04 mln in the same 1985/86 period*
        let same = view.norm_before(found.0.tokens.start, 1) == "same" && view.norm(found.0.tokens.end) == "period";
        if let Some(main) = year.filter(|_| same).and_then(|main| main.year_before()) {
            return Some(Filled::new(Some(main), "same_period", Some(found.0.span)));
        }
        // *to 66,600 from 84,300 in the first nine months*: both are of them, this a year before.
        let shared = || view.norm_before(mention.tokens.start, 1) == "from" && asked.same_sentence;
        if shared()
            && let Some(time) = beside::stretch_behind(search, mention.tokens.end)
            && let Some(period) = search.resolve(time.1)
            && asked.before.and_then(|f| f.period) == Some(period)
        {
            return Some(Filled::new(period.year_before(), "shared_time", Some(time.0.span)));
        }
        // *fell to $42 million from $85 million during the same period*: as long before.
        if let Some(main) = year.filter(|_| found.1 == Expression::SamePeriod && shared()) {
            let known = asked.clock.against.filter(|(told, _)| *told == main).map(|(_, base)| base);
            return Some(Filled::new(known.or_else(|| main.year_before()), "same_period", Some(found.0.span)));
        }
        let mut filled = search.answer(found, "own_period");
        let last_year = matches!(found.1, Expression::Relative(Length::Year, -1));
        if last_year && measured_from(asked) {
            filled.value = same_part(filled.value, search.spoken());
        }
        // *1,032 GWh in January-April against 1,486 GWh last year*: of the same months.
        let stretch = |p: &Period| p.whole_months().is_some_and(|n| (2..12).contains(&n));
        let told = filled.value.map(|p| p.first_day().year() + 1);
        if let Some(stretch) = year.filter(|p| last_year && stretch(p) && told == Some(p.first_day().year())) {
            filled.value = stretch.year_before();
        }
        // *47 billion in October 2015, compared with 51 billion in 2014*: of the same month, as no whole year is that little.
        if let Some(month) = year.and_then(|main| same_month(search, main, found.1)) {
            filled.value = Some(month);
        }
        // *3.8 million bales this fiscal year, compared with 3.86 million last year*: of the year before, as it is counted.
        let counted = |p: &Period| p.whole_months() == Some(12) && p.first_day().month() > 1;
        let running = |p: &Period| asked.clock.published.is_some_and(|day| p.last_day() >= day);
        if let Some(counted) = year.filter(|p| last_year && counted(p) && running(p)) {
            filled.value = counted.year_before();
        }
        // *$906 million in the fiscal year that ended in July 2021, compared to last year's $854 million*
        if let Some(before) = year.filter(|_| last_year).and_then(|told| year_before_counted(told, filled.value)) {
            filled.value = Some(before);
        }
        return Some(filled);
    }
    if let Some(found) = revised_behind(search) {
        return Some(found);
    }
    if let Some(found) = earlier_forecast(search) {
        return Some(found);
    }
    // *down from 1.95 and 1.15 mln cubic metres in January, respectively*
    if view.respective.is_some()
        && let Some(found) = periods(view).find(|(m, ..)| m.tokens.start >= mention.tokens.end)
    {
        return Some(search.answer(&found, "own_period"));
    }
    // *from 150 billion cubic metres (bcm) in 2021*: behind the bracket.
    let behind = view.behind_bracket(search.segment).filter(|_| search.stretch.end == search.tokens.end);
    if let Some(behind) = behind.map(|index| view.segment_tokens(index))
        && let Some(found) = search.here(behind.start..behind.end.min(behind.start + 5), true).first()
        && (behind.start..found.0.tokens.start).all(|at| {
            leads_stretch(view.norm(at)) || matches!(view.norm(at), "at" | "the" | "end" | "beginning" | "of")
        })
    {
        return Some(search.answer(found, "own_period"));
    }
    let frame = asked.before.and_then(|f| f.period).filter(|_| asked.same_sentence);
    // *to 16.6 mln bpd from the 18.3 mln agreed in December*: what was aimed at before.
    let word = view.norm(mention.tokens.end);
    let aimed = frame.is_some() && (is_missed_aim(view, asked.quantity) || is_limit(word));
    // *versus the 10.2 mln estimated a week ago*: of no other time than the new estimate, if that is known.
    if aimed || foresees(word) {
        return Some(Filled::new(frame, "earlier_aim", Some(view.tokens[mention.tokens.end].span)));
    }
    // *from Russia in 2020, against 19.1 million from the United States*: another party at the same time.
    // *20.1% of Japan's trade in 2004, compared with 18.6% for the US*
    let other = view.actors.iter().find(|a| {
        (mention.tokens.end..=mention.tokens.end + 4).contains(&a.at)
            && view.segment(a.at) == search.segment
            && matches!(a.role, Role::From | Role::To | Role::With | Role::For)
    });
    // *It compares with 20,479bn yen in trade with the US*: of the time of the statement before.
    let compares = |at: usize| matches!(view.norm(at), "compares" | "compared") && view.norm(at + 1) == "with";
    let opens = matches!(view.norm(view.range.start), "it" | "this" | "that") && compares(view.range.start + 1);
    let frame = frame.or_else(|| asked.before.and_then(|f| f.period).filter(|_| opens));
    let named = |party| asked.before.is_some_and(|f| f.reporter == Some(party) || f.partner == Some(party));
    // Where the first has no time of its own, nor has the second.
    let set_beside = |a: &&Actor| !named(a.party) && a.party != Party::WORLD;
    let apart = frame.is_some() || asked.same_sentence && view.norm(mention.tokens.end) == "for";
    if let Some(other) = other.filter(set_beside).filter(|_| apart) {
        return Some(Filled::new(frame, "another_party", Some(other.span)));
    }
    // *Aug traded at 157.60 dlrs from 157.40 yesterday*: what the same delivery was dealt at before.
    if let Some(delivery) = frame.filter(|p| asked.indicator == Indicator::Price && p.whole_months() == Some(1))
        && periods(view).any(|(m, ..)| m.tokens.end <= mention.tokens.start && search.is_loading(m))
    {
        return Some(Filled::new(Some(delivery), "same_delivery", Some(span)));
    }
    let main = frame.or_else(|| search.of_sentence().and_then(|f| f.value)).or(asked.clock.spoken);
    // *has bought 24 bcm, against the 40 billion stipulated in the contract*: of the same time.
    if view.norm_before(mention.tokens.start, 1) == "the" && is_stipulated(view.norm(mention.tokens.end)) {
        return Some(Filled::new(main, "stipulated_for_then", Some(span)));
    }
    // A day is not a year after another, nor was what a line can move then measured a year ago.
    let main = main.filter(|p| p.days() > 1 && !search.stands());
    // *to 2.77 billion from 2.99 billion, against 2.70 billion a year earlier*: the first is none of a year earlier.
    if year_ago_behind(search) {
        let short = main.filter(|p| matches!(p.whole_months(), Some(1 | 3)));
        return Some(Filled::new(short.and_then(|p| p.previous()), "before_year_ago", Some(span)));
    }
    // *recovered to 2.3 billion from 1.7 billion*, in a text that compares May with April.
    // *China 110.4 tonnes (100.0)*: at the time that the text compares with.
    let bracket = view.norm_before(mention.tokens.start, 1) == "(";
    let against = asked.clock.against.filter(|(told, _)| bracket && Some(*told) == main);
    let step = against.or(asked.clock.step.filter(|(told, _)| Some(*told) == main)).map(|(_, base)| base);
    // A growth that no time is told of may be of any before.
    if asked.kind == Kind::Change {
        let step = asked.clock.growth_step.filter(|(told, _)| Some(*told) == main).map(|(_, before)| before);
        return Some(Filled::new(step, "compared_growth", Some(span)));
    }
    // *to 42 million tonnes, from 38 million*, in talk of 2020: of what the text compares that year with, not of 2019.
    let far = main.filter(|p| {
        p.year_before().is_some_and(|before| asked.clock.published.is_some_and(|day| before.first_day() > day))
    });
    if let Some(far) = far {
        let known = asked.clock.against.filter(|(told, _)| *told == far).map(|(_, base)| base);
        return Some(Filled::new(known, "compared_level", Some(span)));
    }
    // *hopes to raise its share to 20 percent from seven*, *In May it cut output to 420,000 bpd from 459,000*: what was before the deed, whenever.
    let aim = asked.before.is_some_and(|f| asked.same_sentence && f.status == Status::Target);
    let short = main.is_some_and(|p| p.days() < 80);
    if step.is_none() && (aim || short && is_deed_before(search)) {
        return Some(Filled::new(None, "before_the_deed", Some(span)));
    }
    // *From January it will pay $390 instead of $430*: a price of a month stood at another before that, for as long as it did.
    if asked.indicator == Indicator::Price
        && step.is_none()
        && main.is_some_and(|p| p.days() < 80)
        && view.back(mention.tokens.start, 4).any(|at| view.norm(at) == "instead")
    {
        return Some(Filled::new(None, "compared_level", Some(span)));
    }
    Some(Filled::new(step.or(main.and_then(|p| p.year_before())), "compared_level", Some(span)))
}

/// *The amount has been obtained from 248,000 tons of coffee*: goods that money was earned from are of no time before.
fn is_earned_from(search: &Search<'_, '_, '_>) -> bool {
    let view = search.asked.view;
    let start = view.start_with_hedge(search.asked.quantity);
    let weight = search.asked.quantity.quantity.unit.measure.dimension() == Dimension::Mass;
    let earned = |at: usize| {
        matches!(
            view.norm(at),
            "obtained"
                | "earned"
                | "secured"
                | "generated"
                | "garnered"
                | "fetched"
                | "collected"
                | "gained"
                | "derived"
        )
    };
    weight && view.norm_before(start, 1) == "from" && view.back(start - 1, 6).any(earned)
}

/// The year before one that is not the calendar's, where what is compared with it seems to be a calendar year that it lies in.
pub fn year_before_counted(told: Period, compared: Option<Period>) -> Option<Period> {
    let counted = (364..=366).contains(&told.days()) && told.first_day().ordinal() > 1;
    let calendar = compared.filter(|p| p.whole_months() == Some(12) && p.first_day().ordinal() == 1)?;
    let within = told.first_day().year() == calendar.first_day().year();
    (counted && within).then(|| told.year_before())?
}

/// The part of an earlier year that is as long as the one told before, where what is told of that year is about as much as it.
fn same_month(search: &Search<'_, '_, '_>, main: Period, time: Expression) -> Option<Period> {
    let Expression::In(Part::Year, YearRef::Absolute(year)) = time else { return None };
    let view = search.asked.view;
    let start = search.mention.tokens.start;
    let own = &search.asked.quantity.quantity;
    let before = view.figures().rfind(|q| q.tokens.end <= start && q.quantity.unit == own.unit)?;
    let three = crate::model::Decimal::from(3);
    let alike = own.unit.is_sum()
        && own.value.checked_mul(three)? > before.quantity.value
        && before.quantity.value.checked_mul(three)? > own.value;
    let short = main.whole_months().is_some_and(|n| n < 4) && main.first_day().year() == year + 1;
    (alike && short).then(|| main.shift_years(-1))?
}

/// *cut its output to 420,000 bpd from **459,000***: whether somebody did something at a time to what is told, which did not move itself.
fn is_deed_before(search: &Search<'_, '_, '_>) -> bool {
    let view = search.asked.view;
    let start = search.mention.tokens.start;
    let does = |at: usize| {
        moves_estimate(view.norm(at))
            && !is_form_of_be(view.norm_before(at, 1))
            && !matches!(view.norm_before(at, 1), "been" | ",")
    };
    let begin = view.clause(start).start.max(view.range.start + 1);
    view.norm_before(start, 1) == "from" && (begin..start).rev().take(14).any(does)
}

/// *against 13.6 billion, revised from 13.4 billion, in January*: the time behind what it was told as at first.
fn revised_behind(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let place = view.quantities.iter().position(|q| *q == search.asked.index)?;
    let next = *view.quantities.get(place + 1)?;
    outlook::told_at_first(view, next)?;
    let end = view.mentions[next].tokens.end;
    let (time, expression, compared) = periods(view).find(|(m, ..)| (end..=end + 3).contains(&m.tokens.start))?;
    let joined = (end..time.tokens.start)
        .all(|at| matches!(view.norm(at), "," | ")" | "in" | "for" | "surplus" | "deficit" | "the"));
    joined.then(|| search.answer(&(time, expression, compared), "own_period"))
}

/// Whether the figure behind the next comparing word, or joined by *and*, is told of a year earlier: then this one, told for
/// comparison without a time, is of another time.
fn year_ago_behind(search: &Search<'_, '_, '_>) -> bool {
    let view = search.asked.view;
    let own = search.mention.tokens.end;
    let first = |q: &usize| outlook::told_at_first(view, *q).is_some();
    let mut behind = view.quantities.iter().filter(|q| **q > search.asked.index);
    let Some(next) = behind.find(|q| !first(q)).map(|q| &view.mentions[*q].tokens) else { return false };
    let linked = view.comparing_before(next.start).is_some() || view.norm_before(next.start, 1) == "and";
    // Nothing else is told of between the two.
    let plain = !view.is_headed(&(own..next.start));
    let year_ago =
        |e| matches!(e, Expression::YearsEarlier(1) | Expression::SamePeriodOf(_) | Expression::SamePeriodOfFiscal(_));
    linked
        && plain
        && next.start <= own + 14
        && periods(view).any(|(m, e, _)| (next.end..=next.end + 1).contains(&m.tokens.start) && year_ago(e))
}

/// *164 million in March, revised from 178 million*: of the time of what it was revised to.
pub fn told_at_first(search: &Search<'_, '_, '_>) -> Found {
    let view = search.asked.view;
    let word = outlook::told_at_first(view, search.asked.index)?;
    Some(Filled::new(search.asked.before?.stated, "as_told_before", Some(view.tokens[word].span)))
}

/// *down from 63.4 million in its previous forecast*, *from a previous estimate of 41.5 million bags*: of the time of the new
/// one.
fn earlier_forecast(search: &Search<'_, '_, '_>) -> Found {
    let asked = search.asked;
    let view = asked.view;
    let (start, end) = (search.mention.tokens.start, search.mention.tokens.end);
    let earlier = |at: usize| {
        matches!(view.norm(at), "previous" | "prior" | "earlier" | "initial" | "old" | "original" | "last")
            && is_forecast(view.norm(at + 1))
    };
    let behind = (end..(end + 5).min(search.stretch.end)).find(|at| earlier(*at));
    let before = (start.saturating_sub(4).max(search.stretch.start)..start).rev().find(|at| earlier(*at));
    // *The 2024 forecast has been revised up from 16.5 million tonnes to 17 million*
    let revised = |at: usize| is_forecast(view.norm(at));
    let moved = |at: usize| moves_estimate(view.norm(at));
    let first = search.stretch.start..start;
    // *put at 179.7 million tonnes in 2023/24, down from 179.9 million previously*: of a season that is not over.
    let open = |p: Period| asked.clock.published.is_some_and(|day| p.last_day() >= day && p.days() > 300);
    if asked.same_sentence && view.norm(end) == "previously" && asked.before.and_then(|f| f.period).is_some_and(open) {
        return Some(Filled::new(asked.before?.period, "earlier_forecast", Some(view.tokens[end].span)));
    }
    if asked.before.is_none() || !asked.same_sentence {
        let noun = first.clone().find(|at| revised(*at)).filter(|_| first.clone().any(moved))?;
        let found = search.here(first, false);
        return Some(search.answer(found.last().filter(|f| f.0.tokens.start < noun + 6)?, "earlier_forecast"));
    }
    // *down from the previous 129.7 million tonnes*
    // *from a previous 15.68 mln estimate in November*
    let estimate = matches!(view.norm(end), "estimate" | "forecast" | "projection");
    let bare = Some(start.wrapping_sub(1)).filter(|at| {
        matches!(view.norm(*at), "previous" | "initial" | "earlier") && estimate
            || matches!(view.norm(*at), "previous" | "initial")
                && asked.before.is_some_and(|f| f.status == Status::Forecast)
    });
    let at = behind.or(before).or(bare)?;
    let period = asked.before?.period?;
    Some(Filled::new(Some(period), "earlier_forecast", Some(view.tokens[at].span)))
}

/// *rose 4.4 percent in May after a 1.7 percent fall in April*: a growth told only for the one before it to be compared with.
pub fn growth_before(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    // *after rising 3.5 percent in January*
    let verb = view.norm_before(start, 1).ends_with("ing");
    let article = usize::from(verb || matches!(view.norm_before(start, 1), "a" | "an"));
    let at = start.wrapping_sub(article);
    let after = matches!(view.norm_before(at, 1), "after" | "following") || view.comparing_before(at).is_some();
    let grew = asked.before.is_some_and(|f| f.period.is_some()) && asked.same_sentence;
    asked.kind == Kind::Change && article == 1 && after && grew
}

/// *September's 9.9% gain*, *the previous month's 13.2% surge*: the time right before a growth, as its owner.
pub fn growth_of_month(asked: &Asked<'_, '_>) -> Option<(Period, Span)> {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let growth = grows(view.norm(tokens.end));
    if asked.kind != Kind::Change {
        return None;
    }
    // *July's revised gain of 7 percent*
    let named = tokens.start.checked_sub(2).filter(|noun| view.norm(noun + 1) == "of" && grows(view.norm(*noun)));
    let start = match named {
        Some(noun) if matches!(view.norm_before(noun, 1), "revised" | "record" | "sharp" | "big" | "modest") => {
            noun - 1
        }
        Some(noun) => noun,
        // *above December's 3.1 percent*
        None if growth || asked.quantity.quantity.unit.is_ratio() => tokens.start,
        None => return None,
    };
    if view.norm_before(start, 1) != "s" {
        return None;
    }
    let owner = |m: &Mention| owns_figure(view, m, start);
    let (found, expression, _) = periods(view).find(|(m, ..)| owner(m))?;
    let spoken = asked.before.and_then(|f| f.period).or(asked.clock.spoken);
    let clock = Clock { spoken, ..asked.clock };
    let period = match expression {
        // *at 49% of capacity on February 10, below last year's 67%*: as of a day of that year.
        Expression::Relative(Length::Year, _) if !growth && named.is_none() => None,
        Expression::In(..) | Expression::MonthsEarlier(_) | Expression::Relative(_, ..0) => clock.resolve(expression),
        Expression::MonthOnMonth => spoken.and_then(|p| p.previous()),
        _ => None,
    };
    Some((period?, found.span))
}

/// Whether this is a noun of growth or fall.
fn grows(word: &str) -> bool {
    matches!(
        word,
        "gain"
            | "growth"
            | "surge"
            | "rise"
            | "increase"
            | "jump"
            | "decline"
            | "drop"
            | "fall"
            | "contraction"
            | "decrease"
            | "slump"
            | "advance"
            | "expansion"
    )
}

/// *the 40 billion **stipulated** in the contract*: what was said before to be due.
fn is_stipulated(word: &str) -> bool {
    matches!(
        word,
        "stipulated"
            | "agreed"
            | "planned"
            | "contracted"
            | "envisaged"
            | "foreseen"
            | "targeted"
            | "required"
            | "specified"
            | "promised"
            | "pledged"
            | "expected"
            | "forecast"
    )
}
