//! Growth that is told behind the older amount which it is counted from.
//!
//! | text | period | base |
//! | --- | --- | --- |
//! | *In 2022 trade was $9 million. In 2002 it had been 3 million, so that it has **tripled*** | 2022 | 2002 |
//! | *It was $4 million in 2019 and $5 million in 2022, i.e. **25 percent** more* | 2022 | 2019 |
//! | *In 2002 it was $3 million, up **4 percent*** | 2002 | |

use super::{Asked, Times};
use crate::extract::moved::is_step;
use crate::extract::rule::Filled;
use crate::extract::view::View;
use crate::extract::wording::periods;
use crate::lexicon::words::concludes;
use crate::mention::{Mention, QuantityMention};
use crate::model::{Frequency, Kind, Period};

/// *2020 had brought $5 million, so that the rise amounts to 11 percent*: from the older amount to the time of the talk.
pub fn counted_from(asked: &Asked<'_, '_>, main: &Filled<Option<Period>>, aside: bool) -> Option<Times> {
    let view = asked.view;
    if asked.kind != Kind::Change || main.span.is_some() || !asked.same_sentence {
        return None;
    }
    let start = view.start_with_hedge(asked.quantity);
    let last = view.figures().rfind(|q| q.tokens.end <= start).filter(|q| !q.quantity.unit.is_ratio())?;
    let told = asked.before.filter(|f| f.dated).and_then(|f| f.stated)?;
    let drawn = concluded(view, last.tokens.end..start).or_else(|| drawn_behind(view, asked.quantity, last))?;
    let (period, base) = match two_levels(asked, last, told) {
        Some(both) => both,
        None => (later_talk(asked, told)?, told),
    };
    let span = Some(view.tokens[drawn].span);
    Some(Times {
        period: Some(Filled::new(Some(period), "time_of_the_talk", span)),
        base: Some(Filled::new(base, "older_amount", span)),
        aside,
    })
}

/// *In 1992 it had been 4 million. So it has grown 200 times*: from the older time that the sentence before looked back to.
pub fn counted_from_before(asked: &Asked<'_, '_>, main: &Filled<Option<Period>>, aside: bool) -> Option<Times> {
    const OPENING: usize = 8;
    let view = asked.view;
    if asked.kind != Kind::Change || main.span.is_some() || asked.same_sentence {
        return None;
    }
    let opens = view.range.start;
    let start = view.start_with_hedge(asked.quantity);
    let drawn = (opens..start).take(OPENING).find(|at| concludes(view.norm(*at)))?;
    let (talk, older) = asked.clock.against?;
    let near = asked.clock.spoken == Some(talk) && older.last_day() < talk.first_day();
    let period = later_talk(asked, older).filter(|_| near)?;
    let span = Some(view.tokens[drawn].span);
    Some(Times {
        period: Some(Filled::new(Some(period), "time_of_the_talk", span)),
        base: Some(Filled::new(older, "older_amount", span)),
        aside,
    })
}

/// *had grown by 38 percent in two years: $4 million in 2010, $6 million in 2012*: from the time of the one of two amounts that a colon or a
/// dash sets behind a growth to that of the other.
pub fn set_out_behind(asked: &Asked<'_, '_>, aside: bool) -> Option<Times> {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if asked.kind != Kind::Change || !asked.quantity.quantity.unit.is_ratio() {
        return None;
    }
    let mut behind = view.figures().filter(|q| q.tokens.start >= end);
    let (first, last) = (behind.next()?, behind.next()?);
    let mark = view.back(view.start_with_hedge(first), 3).rev().find(|at| matches!(view.norm(*at), ":" | "-" | "–"))?;
    let time = |q: &QuantityMention| {
        let near = q.tokens.end..=q.tokens.end + 1;
        let (m, e, _) = periods(view).find(|(m, ..)| near.contains(&m.tokens.start))?;
        Some((asked.clock.resolve(e)?, m.span))
    };
    let levels = !first.quantity.unit.is_ratio() && first.quantity.unit == last.quantity.unit;
    let near = mark >= end && mark - end <= 8 && last.tokens.start - first.tokens.end <= 8;
    let ((base, of_base), (period, of_period)) = (time(first).filter(|_| levels && near)?, time(last)?);
    (base.last_day() < period.first_day()).then(|| Times {
        period: Some(Filled::new(Some(period), "set_out_behind", Some(of_period))),
        base: Some(Filled::new(base, "set_out_behind", Some(of_base))),
        aside,
    })
}

/// The time of the talk that an older amount is told beside: for that of a year the last year told, whatever part of a year was told
/// between.
fn later_talk(asked: &Asked<'_, '_>, older: Period) -> Option<Period> {
    let later = |talk: &Period| older.last_day() < talk.first_day();
    let year = |p: &Period| p.frequency() == Frequency::Annual;
    let whole = asked.clock.told.into_iter().flatten().find(|talk| year(talk) && later(talk));
    asked.clock.spoken.filter(later).map(|talk| whole.filter(|_| year(&older)).unwrap_or(talk))
}

/// The word between an amount and a growth by which the one follows from the other: *so*, *which means*, *i.e.*; behind what *had been* a
/// growth that a dash or a comma sets off: *- a rise of 11 percent*.
fn concluded(view: &View<'_>, between: std::ops::Range<usize>) -> Option<usize> {
    let first = between.start;
    let word = between.clone().find(|at| {
        let spelt = view.norm(*at) == "i" && view.norm(at + 1) == "." && view.norm(at + 2) == "e";
        let is = view.norm(*at) == "that" && view.norm(at + 1) == "is" && view.norm(at + 2) == ",";
        // *which is to say that it has doubled*, *If it was 3 million, then the growth is 4 percent*
        let say = view.norm(*at) == "is" && view.norm(at + 1) == "to" && view.norm(at + 2) == "say";
        let then = view.norm(*at) == "then" && view.range.clone().take(3).any(|at| view.norm(at) == "if");
        concludes(view.norm(*at)) || spelt || is || say || then
    });
    let set_off = || {
        let behind = |m: &Mention| (first..=first + 1).contains(&m.tokens.start) && m.tokens.end < between.end;
        let mark = periods(view).find(|(m, ..)| behind(m)).map_or(first, |(m, ..)| m.tokens.end);
        let had = view.back(first, 8).any(|at| view.norm(at) == "had");
        let step = between.end - mark <= 5 && (mark..between.end).any(|at| is_step(view.norm(at)));
        (had && step && matches!(view.norm(mark), "-" | "–" | "—" | "," | ":" | ";")).then_some(mark)
    };
    word.or_else(set_off)
}

/// *and $5 million in 2022, or 25 percent more*: the word behind a growth that measures it from the first of two amounts.
fn drawn_behind(view: &View<'_>, growth: &QuantityMention, last: &QuantityMention) -> Option<usize> {
    let end = growth.tokens.end;
    let more = matches!(view.norm(end), "more" | "less" | "higher" | "lower")
        && matches!(view.norm(end + 1), "" | "." | "," | ";" | ")");
    let or = (last.tokens.end..growth.tokens.start).any(|at| view.norm(at) == "or");
    (more && or && view.figures().filter(|q| q.tokens.end <= last.tokens.start).count() == 1).then_some(end)
}

/// The times of the two amounts right before a growth, the later one first, where each is told.
fn two_levels(asked: &Asked<'_, '_>, last: &QuantityMention, told: Period) -> Option<(Period, Period)> {
    let view = asked.view;
    let first = view.figures().rfind(|q| q.tokens.end <= last.tokens.start)?;
    if first.quantity.unit != last.quantity.unit {
        return None;
    }
    let end = first.tokens.end;
    let (_, time, _) = periods(view).find(|(m, ..)| (end..=end + 1).contains(&m.tokens.start))?;
    let other = asked.clock.resolve(time)?;
    if other.last_day() < told.first_day() {
        Some((told, other))
    } else {
        (told.last_day() < other.first_day()).then_some((other, told))
    }
}
