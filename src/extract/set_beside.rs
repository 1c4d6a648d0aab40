//! Words that set a figure beside another time: *9 percent ahead of 2023*, *an increase over 2019*, *20% below the mark of 2023*.

use super::moved::is_step;
use super::view::View;
use crate::mention::{Expression, Length, Mention, Part, What, YearRef};

/// *9 percent ahead of 2023*, *$12 billion short of the 2022 result*, *off 2.1 billion on the same month*, *superior in 6.7% to that of
/// 2016*: whether the words before token `end` set a figure beside the time at token `at`.
pub fn beside_figure(view: &View<'_>, end: usize, at: usize) -> bool {
    let word = view.norm_before(end, 1);
    let figure = |end: usize| view.figures().find(|q| q.tokens.end == end);
    match word {
        "of" if matches!(view.norm_before(end, 2), "ahead" | "short") => figure(end - 2).is_some(),
        "behind" => figure(end - 1).is_some_and(|q| q.quantity.unit.is_ratio()) && end < at + 3,
        "on" => figure(end - 1).is_some_and(|q| matches!(view.norm_before(q.tokens.start, 1), "off" | "up" | "down")),
        "to" => {
            matches!(view.norm(end), "that" | "those")
                && figure(end - 1).is_some_and(|q| {
                    let start = q.tokens.start.wrapping_sub(1);
                    (start.saturating_sub(1)..=start).any(|at| matches!(view.norm(at), "superior" | "inferior"))
                })
        }
        _ => false,
    }
}

/// Words between a comparing word and the time of what it compares with.
pub fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "in" | "the"
            | "at"
            | "by"
            | "that"
            | "of"
            | "for"
            | "a"
            | "those"
            | "level"
            | "during"
            | "figure"
            | "as"
            | "on"
            | "over"
            | "to"
            | "its"
            | "s"
            | "'"
            | "one"
            | "same"
            | "posted"
            | "recorded"
            | "volume"
            | "volumes"
            | "export"
            | "import"
            | "figures"
            | "average"
            | "amount"
            | "total"
            | "whole"
            | "value"
            | "between"
            | "price"
            | "prices"
            | "record"
            | "high"
            | "highs"
            | "they"
            | "it"
            | "was"
            | "were"
            | "peak"
            | "low"
            | "lows"
            | "exports"
            | "imports"
            | "shipments"
            | "output"
            | "production"
            | "sales"
            | "levels"
            | "mark"
            | "trough"
            | "result"
            | "results"
            | "historical"
            | "historic"
            | "all-time"
            | "revised"
            | "registered"
            | "seen"
            | "reached"
            | "achieved"
            | "set"
            | "maximum"
            | "minimum"
            | "bottom"
            | "rate"
            | "pace"
            | "turnover"
            | "trade"
            | "deficit"
            | "surplus"
            | "consumption"
            | "revenue"
            | "tonnage"
            | "indicator"
            | "indicators"
            | "number"
            | "numbers"
            | "their"
            | "harvest"
            | "crop"
            | "peaks"
            | "heights"
            | "high-water"
            | "previous"
            | "comparable"
            | "corresponding"
            | "analogous"
            | "mean"
            | "index"
            | "quantity"
            | "flow"
            | "flows"
            | "deliveries"
            | "supplies"
            | "purchases"
            | "revenues"
            | "observed"
            | "supply"
            | "intake"
            | "did"
            | "had"
    )
}

/// *an increase of 5 percent over 2019*, *a rise over the previous year*: whether the time at token `at` behind *over* is what
/// a change right before is measured from.
pub fn over_a_year(view: &View<'_>, at: usize) -> bool {
    let stated = view.mentions.iter().find_map(|m| match m.what {
        What::Period(expression) if m.tokens.start == at => Some(expression),
        _ => None,
    });
    let year = match stated {
        Some(Expression::In(Part::Year, YearRef::Absolute(_) | YearRef::FiscalNamed(_))) => true,
        // *a 37% increase over H1 2020*, *12 percent over July*; what rose over a quarter did so in it.
        Some(Expression::In(Part::Months(first, last), _)) if first == last => true,
        Some(Expression::In(Part::Quarter(_) | Part::Half(_) | Part::Months(..), YearRef::Absolute(_))) => {
            matches!(view.norm_before(at, 2), "increase" | "rise" | "gain" | "improvement" | "decrease" | "up" | "down")
        }
        // *In the third quarter exports rose 12 percent over the second quarter*
        Some(Expression::In(part @ (Part::Quarter(_) | Part::Half(_)), YearRef::Open)) => view.mentions.iter().any(|m| {
            matches!(m.what, What::Period(Expression::In(other @ (Part::Quarter(_) | Part::Half(_)), _)) if other != part)
        }),
        Some(
            Expression::YearsEarlier(1..)
            | Expression::MonthsEarlier(_)
            | Expression::SamePeriodOf(_)
            | Expression::SamePeriodOfFiscal(_),
        ) => true,
        // *up 6% over last year*, but not what happened over the last year
        Some(Expression::Relative(Length::Year, -1)) => view.norm(at) == "last",
        _ => false,
    };
    let end = at - 1;
    let change = matches!(
        view.norm_before(end, 1),
        "increase" | "rise" | "gain" | "growth" | "advance" | "improvement" | "decrease" | "decline" | "up" | "down"
    );
    // *increases of 16 and 25 percent, respectively, over the first nine months of 2010*
    let respectively = view.norm_before(end, 1) == "," && view.norm_before(end, 2) == "respectively";
    if respectively && matches!(stated, Some(Expression::In(_, YearRef::Absolute(_)))) {
        let of = |q: &usize| view.mentions[*q].tokens.end + 4 >= end && view.mentions[*q].tokens.end < end;
        let steps = |at: usize| super::moved::is_step(view.norm(at));
        return view.quantities.iter().any(of) && (end.saturating_sub(16).max(view.range.start)..end).any(steps);
    }
    // *10.6% by volume over a year earlier*
    let by = matches!(view.norm_before(end, 1), "volume" | "value" | "weight" | "quantity")
        && matches!(view.norm_before(end, 2), "by" | "in");
    let end = if by { end - 2 } else { end };
    let figure = |end: usize| view.quantities.iter().any(|q| view.mentions[*q].tokens.end == end);
    // *up 12 percent in August over July*
    let month = view.mentions.iter().find(|m| m.tokens.end == end && matches!(m.what, What::Period(_)));
    let of_month = month.is_some_and(|m| view.norm_before(m.tokens.start, 1) == "in" && figure(m.tokens.start - 1));
    year && (change || figure(end) || of_month)
}

/// *increases of 16 and 25 percent, respectively, over the first nine months of 2010*: whether the word before token `end` leads, behind
/// steps alone, to the time at token `at` that they are counted from.
pub fn steps_over(view: &View<'_>, end: usize, at: usize) -> bool {
    let counted = |m: &Mention| {
        (at..=at + 1).contains(&m.tokens.start)
            && matches!(
                m.what,
                What::Period(Expression::In(Part::Months(..) | Part::Quarter(_) | Part::Half(_), YearRef::Absolute(_)))
            )
    };
    if !view.mentions.iter().any(counted) {
        return false;
    }
    let listed = |at: &usize| {
        let figure = view.mentions.iter().any(|m| matches!(m.what, What::Quantity(_)) && m.tokens.contains(at));
        figure || matches!(view.norm(*at), "and" | "," | "respectively" | "in" | "volume" | "value" | "of" | "quantity")
    };
    let over = end - 1;
    let steps = view.back(over, 20).rev().take_while(listed).count();
    view.first_quantity(&(over - steps..over)).is_some()
        && over.checked_sub(steps + 1).is_some_and(|noun| is_step(view.norm(noun)))
}
