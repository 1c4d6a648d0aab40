//! The word by which a time is compared with: *from a year earlier*, *against 2019*, *than in May*.

use super::set_beside::{beside_figure, is_filler, over_a_year, steps_over};
use super::view::View;
use crate::lexicon::Marks;
use crate::lexicon::words::{is_extreme, is_more_or_less, is_over_or_under, is_prior, parts_list};
use crate::mention::{Expression, Form, Mention, Part, QuantityMention, What, YearRef};
use crate::model::{Decimal, Measure, Span};

/// *exceeds exports of the same period of last year by 14 percent*: what stands between such a verb and by how much is exceeded.
fn exceeded_at(view: &View<'_>, at: usize) -> Option<Span> {
    let clause = view.clause(at);
    let exceeds =
        |at: &usize| matches!(view.norm(*at), "exceeds" | "exceeded" | "exceeding" | "surpassed" | "surpasses");
    let verb = (clause.start..at).rev().find(exceeds)?;
    let by = |at: usize| view.norm(at) == "by" && view.first_quantity(&(at + 1..at + 4)).is_some();
    let crossed = view.first_quantity(&(verb..at)).is_some();
    (!crossed && (at..(at + 12).min(clause.end)).any(by)).then(|| view.tokens[verb].span)
}

/// The comparing word right before token `at`, over prepositions and articles.
pub fn compared_at(view: &View<'_>, at: usize) -> Option<Span> {
    // *four times its previous year's imports*
    let owned = matches!(view.norm_before(at, 1), "its" | "their");
    let times = |q: &&QuantityMention| q.tokens.end + 1 == at && q.quantity.unit.measure == Measure::Times;
    if owned && let Some(times) = view.figures().find(times) {
        return Some(times.span);
    }
    if let Some(exceeds) = view.given(Marks::EXCEEDS, || exceeded_at(view, at)) {
        return Some(exceeds);
    }
    // *up 5.7% from January-August 2019*
    let stretch = |m: &Mention| m.tokens.start == at && m.tokens.clone().any(|t| view.norm(t) == "-");
    let ratio = |q: &usize| view.quantity(*q).is_some_and(|q| q.tokens.end == at && q.quantity.unit.is_ratio());
    if view.norm(at) == "from" && view.quantities.iter().any(ratio) && view.mentions.iter().any(stretch) {
        return Some(view.tokens[at].span);
    }
    // *in 2021 the turnover was 2.5 billion, an increase of 48.6% by 2020*: to an earlier year than the one told.
    let year = |m: &Mention| match m.what {
        What::Period(Expression::In(Part::Year, YearRef::Absolute(year))) => Some(year),
        _ => None,
    };
    if view.norm_before(at, 1) == "by"
        && view
            .quantities
            .iter()
            .any(|q| view.quantity(*q).is_some_and(|q| q.tokens.end + 1 == at && q.quantity.unit.is_ratio()))
        && let Some(base) = view.mentions.iter().find(|m| m.tokens.start == at).and_then(year)
        && view.mentions.iter().any(|m| m.tokens.end < at && year(m).is_some_and(|told| told > base))
    {
        return Some(view.tokens[at - 1].span);
    }
    // *less than half of what it was in 2010*, *a third of the volume seen in spring*
    let part = view.figures().find(|q| {
        q.form == Form::Multiple
            && q.quantity.value < crate::model::Decimal::ONE
            && (q.tokens.end + 2..q.tokens.end + 9).contains(&at)
    });
    let between = |q: &QuantityMention| view.first_quantity(&(q.tokens.end..at)).is_some();
    let plain = |q: &QuantityMention| (q.tokens.end..at).all(|at| !parts_list(view.norm(at)));
    if let Some(part) = part.filter(|q| matches!(view.norm(q.tokens.end), "of" | "the") && !between(q) && plain(q)) {
        return Some(part.span);
    }
    let mut end = at;
    for _ in 0..8 {
        let word = view.norm(end.checked_sub(1)?);
        // *no later than 2020*
        if word == "than" && view.norm_before(end, 2) == "later" && matches!(view.norm_before(end, 3), "no" | "not") {
            return None;
        }
        if beside_figure(view, end, at) {
            return Some(view.tokens[end - 1].span);
        }
        // *after last year's record 112.6 billion*
        let owned = |m: &Mention| {
            m.tokens.start == at && (view.norm(m.tokens.end) == "'" || view.norm_before(m.tokens.end, 1) == "s") && {
                let figure = |q: &usize| (m.tokens.end..=m.tokens.end + 4).contains(&view.mentions[*q].tokens.start);
                view.quantities.iter().any(figure)
            }
        };
        if word == "after" && end == at && view.mentions.iter().any(owned) {
            return Some(view.tokens[end - 1].span);
        }
        // *more than in 2019*, *10 percent above last year's level*
        if matches!(word, "than" | "above" | "below") {
            return Some(view.tokens[end - 1].span);
        }
        // *8 pct under the year-earlier figure*
        let figure =
            |q: &usize| view.quantity(*q).is_some_and(|q| q.tokens.end + 1 == end && q.quantity.unit.is_ratio());
        if word == "under" && view.quantities.iter().any(figure) {
            return Some(view.tokens[end - 1].span);
        }
        // *12 pct below their levels as of March 1986*
        if matches!(word, "level" | "levels") && end < at && matches!(view.norm(end), "of" | "as" | "at") {
            let owner = usize::from(matches!(view.norm_before(end, 2), "the" | "its" | "their" | "a"));
            let beside = end.wrapping_sub(2 + owner);
            if is_over_or_under(view.norm(beside)) {
                return Some(view.tokens[beside].span);
            }
        }
        // *a 24 percent increase from the pre-epidemic level in 2019*
        if end < at
            && let Some(from) = led_to_level(view, end)
        {
            return Some(view.tokens[from].span);
        }
        // *2.4 times as much as a year ago*
        if word == "as" && end >= 2 && matches!(view.norm_before(end, 2), "much" | "many" | "high" | "large" | "same") {
            return Some(view.tokens[end - 1].span);
        }
        // *up 4 percent on 2012*
        if word == "on"
            && view.norm(end) != "average"
            && view.figures().any(|q| q.tokens.end == end - 1 && q.quantity.unit.is_ratio())
        {
            return Some(view.tokens[end - 1].span);
        }
        if word == "on" && end == at && moved_by_an_amount(view, at) {
            return Some(view.tokens[end - 1].span);
        }
        // *an increase of 5 percent over 2019*, *an increase over 1899 of $167 million*
        // *13 percent over the corresponding period of 2020-21*
        let same = || {
            let on = usize::from(view.norm(at) == "the");
            let word = view.norm(at + on);
            is_prior(word) || matches!(word, "corresponding" | "same" | "comparable" | "like" | "equivalent")
        };
        if word == "over" && end == at && (over_a_year(view, at) || same() || steps_over(view, end, at)) {
            return Some(view.tokens[end - 1].span);
        }
        // *up 12 percent over that in the same months of 2021*
        let growth = || view.figures().any(|q| q.tokens.end == end - 1 && q.quantity.unit.is_ratio());
        if word == "over" && matches!(view.norm(end), "that" | "those") && growth() {
            return Some(view.tokens[end - 1].span);
        }
        // *11 per cent up on 2021*, *an increase of a tenth on the year before*
        if word == "on"
            && end >= 2
            && (is_more_or_less(view.norm_before(end, 2)) || super::moved::is_step(view.norm_before(end, 2)))
        {
            return Some(view.tokens[end - 1].span);
        }
        // *exceeded those of 1891 by $145 million*
        if matches!(
            word,
            "exceeded"
                | "exceeding"
                | "exceeds"
                | "surpassed"
                | "surpassing"
                | "surpasses"
                | "beat"
                | "beating"
                | "topped"
                | "topping"
                | "outstripped"
                | "outdid"
                | "bettered"
                | "trailed"
                | "trailing"
        ) && matches!(view.norm(end), "those" | "that" | "the")
        {
            return Some(view.tokens[end - 1].span);
        }
        // *three times the 2021 figure*, *3.5 times the volume of the first half*, *double the level of 2019*
        let times =
            view.figures().find(|q| q.tokens.end == end && q.quantity.unit.measure == crate::model::Measure::Times);
        if times.is_some() && matches!(view.norm(end), "the" | "that" | "those" | "what" | "last" | "its" | "their") {
            return Some(view.tokens[end - 1].span);
        }
        if word == "to" && counted_to(view, end - 1, at) {
            return Some(view.tokens[end - 1].span);
        }
        // *was 86.3 percent of last year's level*, not *met 95% of its needs from imports last year*
        let index = word == "of"
            && !(end..at).any(|at| matches!(view.norm(at), "from" | "by" | "with" | "through"))
            && view.figures().any(|q| {
                q.tokens.end == end - 1
                    && q.quantity.unit.measure == crate::model::Measure::Percent
                    && q.quantity.value >= crate::model::Decimal::from(50)
            })
            && matches!(view.norm(at), "last" | "the" | "a" | "previous");
        // *20 million dollars (109.3% to 2010)*, *made 91 percent to the level of last year*
        if index || word == "to" && is_index_before(view, end - 1) {
            return Some(view.tokens[end - 1].span);
        }
        if let Some(span) = view.comparing_before(end) {
            // *down from the record high of 2023*
            if word == "from" && end >= 2 && matches!(view.norm_before(end, 2), "down" | "up") {
                return Some(span);
            }
            // *up 4 percent from December* compares; *from January to March*, *from December 2009* begin a stretch.
            // *a decrease of 387,000 b/d from imports during May 2017*
            let changed = |q: &QuantityMention| {
                let before = q.tokens.start.wrapping_sub(1);
                q.quantity.unit.is_ratio()
                    || matches!(view.norm(before), "up" | "down")
                    || view.norm(before) == "of"
                        && matches!(
                            view.norm_before(before, 1),
                            "decrease" | "increase" | "rise" | "fall" | "drop" | "decline" | "gain" | "reduction"
                        )
            };
            let behind_change = || view.figures().any(|q| q.tokens.end == end - 1 && changed(q));
            // *raised its price to 16.90 dlrs a barrel from August 1*: when it takes effect.
            let effective = || {
                let price = |q: &QuantityMention| {
                    q.tokens.end == end - 1 && matches!(view.norm_before(q.tokens.start, 1), "to" | "at" | "by")
                };
                let money = |q: &QuantityMention| q.quantity.unit.measure.dimension() == crate::model::Dimension::Money;
                view.mentions.iter().any(|m| {
                    m.tokens.start == at
                        && matches!(m.what, What::Period(Expression::In(crate::mention::Part::Day(..), _)))
                }) && view
                    .figures()
                    // *raise output by 800,000 barrels a day from Oct. 1* as well.
                    .any(|q| price(q) && (money(q) && q.exponent == 0 || q.quantity.unit.is_rate()))
            };
            // *From 2013 Ukraine will pay $240*: when a price begins.
            let opens = || {
                (end == view.range.start + 1 || end >= 2 && view.norm_before(end, 2) == ",")
                    && view.figures().any(|q| q.tokens.start > at && q.quantity.unit.is_price())
            };
            // *will pay $240 from next year*: nothing that was is compared with what is to come.
            let coming = || {
                view.mentions
                    .iter()
                    .any(|m| m.tokens.start == at && matches!(m.what, What::Period(Expression::Relative(_, 1..))))
            };
            // *earned 15.7 billion from exports last year*: what it came from.
            let source = matches!(view.norm(end), "exports" | "exporting" | "sales" | "trade" | "imports" | "abroad")
                && !behind_change();
            if word == "from" && (effective() || opens() || coming() || source) {
                return None;
            }
            let begins = || at - end > 1 || matches!(view.norm(at), "january" | "december");
            // *rose 3% in January from December to 410,000 tonnes*: one month beside another.
            let month = |m: &Mention| matches!(m.what, What::Period(Expression::In(Part::Months(a, b), _)) if a == b);
            let of_month = || {
                let beside = |m: &&Mention| m.tokens.end + 1 == end || m.tokens.start == at;
                view.mentions.iter().filter(beside).filter(|m| month(m)).count() == 2
            };
            return (word != "from" || behind_change() || !begins() || of_month()).then_some(span);
        }
        // *compared with its rice export volume of 2010*
        let goods = |m: &Mention| matches!(m.what, What::Commodity(_)) && m.tokens.contains(&(end - 1));
        if !(is_filler(word) || end < at && view.mentions.iter().any(goods)) {
            return None;
        }
        end -= 1;
    }
    None
}

/// *were up by 30 million tonnes on the same period of 2014*, *down $3 billion on May*: whether the *on* before the time at token `at`
/// follows an amount by which something moved; *fell $2 on Friday* tells the day.
fn moved_by_an_amount(view: &View<'_>, at: usize) -> bool {
    let moved = |q: &QuantityMention| {
        let first = view.start_with_hedge(q);
        let by = usize::from(view.norm_before(first, 1) == "by");
        let word = view.norm_before(first, 1 + by);
        // *rose 2.8 percent to 5.36 trillion yen on a year earlier*
        let risen = word == "to" && view.figures().any(|r| r.tokens.end + 1 == first && r.quantity.unit.is_ratio());
        let moves = matches!(
            word,
            "up" | "down" | "rose" | "fell" | "increased" | "decreased" | "climbed" | "dropped" | "grew" | "declined"
        );
        q.tokens.end + 1 == at && !q.quantity.unit.is_ratio() && (moves || risen)
    };
    let stretch = |m: &Mention| {
        let long = match m.what {
            What::Period(Expression::In(part, _)) => !matches!(part, Part::Day(..) | Part::Days(..)),
            What::Period(e) => matches!(
                e,
                Expression::SamePeriod
                    | Expression::SamePeriodOf(_)
                    | Expression::YearsEarlier(_)
                    | Expression::MonthsEarlier(_)
            ),
            _ => false,
        };
        m.tokens.start == at && long
    };
    view.figures().any(moved) && view.mentions.iter().any(stretch)
}

/// *an increase from the pre-epidemic level in 2019*, *9 percent higher than a record high set in May*: the word that leads, over what
/// describes it, from a growth to the level that ends before token `end`.
fn led_to_level(view: &View<'_>, end: usize) -> Option<usize> {
    const DESCRIBED: usize = 6;
    if !(is_extreme(view.norm(end.checked_sub(1)?)) || matches!(view.norm(end - 1), "levels" | "mark" | "peaks")) {
        return None;
    }
    let leads =
        |at: &usize| matches!(view.norm(*at), "from" | "over" | "on" | "above" | "below" | "than" | "to" | "in");
    let from = (view.range.start + 1..end - 1).rev().take(DESCRIBED).find(leads)?;
    let grown = super::moved::is_step(view.norm_before(from, 1))
        || is_more_or_less(view.norm_before(from, 1))
        || matches!(view.norm_before(from, 1), "rise" | "gain" | "jump" | "up" | "down");
    let article = matches!(view.norm(from + 1), "the" | "a" | "its" | "their");
    (grown && article && matches!(view.norm(from), "from" | "over" | "on" | "than")).then_some(from)
}

/// Whether a percentage that ends before token `end` stands alone, as what something came to, with no growth by it.
pub fn is_index_before(view: &View<'_>, end: usize) -> bool {
    let stands = |q: &QuantityMention| {
        let before = view.norm_before(view.start_with_hedge(q), 1);
        let alone = matches!(
            before,
            "(" | ","
                | "-"
                | "or"
                | "is"
                | "was"
                | "were"
                | "makes"
                | "made"
                | "reached"
                | "constituted"
                | "to"
                | "at"
                | "of"
        );
        alone && q.quantity.unit.measure == crate::model::Measure::Percent && q.quantity.value >= Decimal::from(30)
    };
    let ended = |q: &&QuantityMention| q.tokens.end == end && q.sign.is_none();
    view.figures().find(ended).is_some_and(stands)
}

/// *To the level of 2015 transit has fallen by 5%*, *by 5% to the level of 2015*, *(-38% to December)*: whether the *to* at this token leads,
/// as in translated talk, from a growth to the time at token `at` that it is counted from.
fn counted_to(view: &View<'_>, to: usize, at: usize) -> bool {
    let ratio = |q: &&QuantityMention| q.quantity.unit.is_ratio();
    let before = || view.figures().find(|q| q.tokens.end == to).filter(ratio);
    let level = |word: &str| matches!(word, "level" | "levels" | "result" | "results" | "indicator" | "indicators");
    if (to + 1..at).any(|at| level(view.norm(at))) {
        let opens = to == view.clause(to).start;
        return before().is_some() || opens && view.figures().any(|q| ratio(&q) && q.tokens.start > at);
    }
    let end = view.mentions.iter().find(|m| m.tokens.start == at).map_or(at, |m| m.tokens.end);
    to + 1 == at && view.norm(end) == ")" && before().is_some_and(|q| q.sign.is_some())
}
