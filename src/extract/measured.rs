//! What a figure is measured against: forecasts of others, and the figure that another is compared with.
//!
//! | sentence | asked |
//! | --- | --- |
//! | *beating estimates of a 0.6% fall*, *below its quota of 1.8 million barrels* | whether the figure is a forecast or an aim that another is measured against |
//! | *versus 6.1 billion yen* | whether the figure is what another is compared with |

use super::carry::named_american;
use super::compared_to::compared_at;
use super::head::Head;
use super::moved::is_step;
use super::period::Asked;
use super::view::View;
use super::wording::periods;
use crate::lexicon::words::{
    foresees, is_amount_noun, is_article, is_extreme, is_over_or_under, leads_stretch, parts_list, ranges,
};
use crate::lexicon::{Class, Marks};
use crate::mention::{Expression, Form, QuantityMention, What};
use crate::model::{Decimal, Indicator, Kind, Span, Status};

/// Where a sentence may measure what happened against what was foreseen or aimed at.
pub const FORESEEN: Marks = Marks::FORESEES.or(Marks::STATUS);

/// *beating estimates of a 0.6% fall*, *above the consensus forecast of $55 billion*, *below the 3% expected by analysts*, *against
/// its quota of 1.77 million barrels*, *short of the planned 20,000 tonnes*: a forecast or an aim that what happened is measured
/// against, and its word.
pub fn foreseen(view: &View<'_>, index: usize) -> Option<(Status, Span)> {
    let written = view.quantity(index)?;
    let start = view.start_with_hedge(written);
    let measured = |from: usize, to: usize| {
        (from..to).any(|at| {
            matches!(
                view.norm(at),
                "above"
                    | "below"
                    | "than"
                    | "beat"
                    | "beats"
                    | "beating"
                    | "topped"
                    | "topping"
                    | "surpassed"
                    | "surpassing"
                    | "missed"
                    | "missing"
                    | "exceeded"
                    | "exceeding"
                    | "defying"
                    | "defied"
                    | "confounding"
                    | "confounded"
                    | "versus"
                    | "vs"
                    | "against"
                    | "compared"
                    | "short"
                    | "undershot"
                    | "overshot"
                    | "line"
                    | "consensus"
            )
        })
    };
    // *below the 3% expected by analysts*
    let end = written.tokens.end;
    let behind = (end..end + 2).find(|at| foresees(view.norm(*at)));
    let measured_here = || measured(start.saturating_sub(4).max(view.range.start), written.tokens.start);
    if let Some(at) = behind.filter(|_| measured_here()) {
        return Some((Status::Forecast, view.tokens[at].span));
    }
    // *against a planned 1.7 million barrels*, *short of the 20,000 tonnes targeted*
    let aimed = |at: usize| matches!(view.norm(at), "planned" | "targeted" | "allotted" | "allocated");
    let before = start.checked_sub(1).filter(|at| aimed(*at));
    if let Some(at) = before.or(Some(end).filter(|at| aimed(*at))).filter(|_| measured_here()) {
        return Some((Status::Target, view.tokens[at].span));
    }
    let small = |at: usize| is_article(view.norm(at)) || matches!(view.norm(at), "of" | "for" | "at" | "around");
    let over_small = |end: usize| {
        let mut at = end;
        while at > view.range.start && end - at < 4 && small(at - 1) {
            at -= 1;
        }
        at
    };
    let mut at = over_small(start);
    // *expectations for a fall of 2 million barrels*
    let step = |word: &str| is_step(word) || matches!(word, "draw" | "build");
    if view.norm_before(start, 1) == "of" && step(view.norm_before(at, 1)) {
        at = over_small(at - 1);
    }
    let noun = at.checked_sub(1).filter(|noun| view.range.contains(noun))?;
    // *Analysts had been looking for a 1.3 million barrel rise*
    if view.norm(noun) == "looking" && view.norm_before(noun, 1) == "been" && view.norm(noun + 1) == "for" {
        return Some((Status::Forecast, view.tokens[noun].span));
    }
    let status = match view.norm(noun) {
        "forecast" | "forecasts" | "estimate" | "estimates" | "expectation" | "expectations" | "consensus"
        | "projection" | "projections" | "prediction" | "predictions" => Status::Forecast,
        "target" | "targets" | "goal" | "quota" | "ceiling" | "plan" => Status::Target,
        _ => return None,
    };
    let from = noun.saturating_sub(7).max(view.clause(noun).start);
    // *within trade estimates for 300,000-800,000 tons*
    let within = || status == Status::Forecast && (from..noun).any(|at| view.norm(at) == "within");
    (at < start && (measured(from, noun + 1) || within())).then(|| (status, view.tokens[noun].span))
}

/// *averaged 6.72 mln bpd in the four weeks, off 1.2 pct from 6.80 mln last year*: whether the figure is what a percentage
/// right before it is measured from, so that it is of a stretch of the same length.
pub fn measured_from(asked: &Asked<'_, '_>) -> bool {
    let start = asked.view.mentions[asked.index].tokens.start;
    asked.same_sentence
        && asked.view.quantities.iter().any(|q| {
            asked.view.mentions[*q].tokens.end + 1 == start
                && asked.view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio())
        })
}

/// *Since January it bought 4.2 TWh, five times as much as in the whole of last year*: whether what the change is compared
/// with stands behind it.
pub fn compared_behind(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let segment = view.segment_tokens(view.segment(end.saturating_sub(1)));
    periods(view).any(|(m, e, compared)| {
        compared
            && (end..segment.end).contains(&m.tokens.start)
            && !matches!(e, Expression::Since(..) | Expression::Past(..))
    })
}

/// *imports of 3.1 mln tonnes (3.9 mln in 1986)*, *330.1 billion pesetas (352.4)*: the bracket of a figure that tells the same of
/// an earlier time, right behind the figure itself.
pub fn compared_in_bracket(view: &View<'_>, index: usize) -> Option<Span> {
    if !view.marks.meets(Marks::BRACKET) {
        return None;
    }
    let written = view.quantity(index)?;
    let open = written.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == "(")?;
    let end = written.tokens.end;
    let timed = || periods(view).any(|(m, ..)| (end..=end + 1).contains(&m.tokens.start));
    if written.hedge.is_some() || !(view.norm(end) == ")" || timed()) {
        return None;
    }
    let before = view.figures().rfind(|q| q.tokens.end <= open)?;
    // *3.1 million tonnes of copper concentrate (2.9 million in 2020)*
    let gap = before.tokens.end..open;
    let goods = || view.norm(gap.start) == "of" && view.mentions.iter().any(|m| m.tokens.end == open);
    let number = |q: &QuantityMention| matches!(q.form, Form::Figure | Form::Bare);
    if !number(before) || !(gap.is_empty() || gap.len() <= 4 && goods()) {
        return None;
    }
    // *$1.6 billion (US$1.1 billion)*: the same in another's dollars.
    if written.quantity.unit.is_sum() && named_american(view, written) && !named_american(view, before) {
        return None;
    }
    let (first, second) = (before.quantity, written.quantity);
    let bare = written.form == Form::Bare;
    let alike = first.unit == second.unit || bare && !first.unit.is_ratio();
    // A number far from the other is a note or a rank, or counts something else.
    let near = |a: Decimal, b: Decimal| a.to_f64() > 0.0 && (0.1..10.0).contains(&(b.to_f64() / a.to_f64()));
    let near =
        !bare && timed() || near(before.stated.0, written.stated.0) || bare && near(before.written, written.written);
    (alike && near).then(|| view.tokens[open].span)
}

/// *growth slowed to 4.4% in August from 3.1% in July*: a growth that another right before it is compared with.
fn growth_before(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let from = view.mentions[asked.index].tokens.start.checked_sub(1).filter(|at| view.norm(*at) == "from")?;
    let ratio = |q: &&QuantityMention| q.quantity.unit.is_ratio() && q.form != Form::Bare;
    let before = view.figures().rfind(|q| q.tokens.end <= from).filter(ratio)?;
    let reached =
        view.norm_before(view.start_with_hedge(before), 1) == "to" || view.norm_before(before.tokens.start, 1) == "at";
    let gap = before.tokens.end..from;
    let near =
        gap.len() <= 9 && !gap.clone().any(|at| parts_list(view.norm(at)) || matches!(view.norm(at), "while" | "to"));
    (asked.same_sentence && reached && near).then(|| view.tokens[from].span)
}

/// *compared with **imports** in 2019 of 1.9 billion*: the noun of trade before a time and an *of* that end at token `at`.
fn noun_in_its_time(view: &View<'_>, at: usize) -> Option<usize> {
    let of = at.checked_sub(1).filter(|of| view.norm(*of) == "of")?;
    let time = view.mentions.iter().find(|m| m.tokens.end == of && matches!(m.what, What::Period(_)))?.tokens.start;
    let leads = |at: usize| leads_stretch(view.norm(at)) || view.norm(at) == "the";
    let noun = |h: &&Head| h.class == Class::Noun && h.end < time && time - h.end <= 2 && (h.end..time).all(leads);
    view.heads.iter().find(noun).map(|h| h.at)
}

/// Whether the figure itself is what another is compared with: *versus 6.1 billion yen*, *from $1.9 billion*.
pub fn compared_before(asked: &Asked<'_, '_>) -> Option<Span> {
    if asked.kind == Kind::Change {
        return growth_before(asked);
    }
    let view = asked.view;
    if let Some(bracket) = compared_in_bracket(view, asked.index) {
        return Some(bracket);
    }
    let mut of_year_ago = false;
    let mut at = view.mentions[asked.index].tokens.start;
    if let Some(hedge) = asked.quantity.hedge
        && hedge.start < asked.quantity.span.start
    {
        at = view.tokens.partition_point(|t| t.span.start < hedge.start);
    }
    // *slightly more than the 61.1 million of the year before*
    let figure = &view.mentions[asked.index].tokens;
    if view.norm_before(at, 1) == "the"
        && matches!(view.norm_before(at, 2), "than" | "above" | "below" | "exceeding" | "topping")
        && matches!(view.norm(figure.end), "of" | "in")
        && view.time_at(figure.end + 1).is_some()
    {
        return Some(view.tokens[at - 2].span);
    }
    for _ in 0..4 {
        // *up from 2020's all-time high of 20.5 TWh*
        if view.norm_before(at, 1) == "of" && is_extreme(view.norm_before(at, 2)) {
            let described = |at: &usize| matches!(view.norm(*at), "all" | "-" | "time" | "record" | "previous");
            let high = at - 2;
            let owner = high - (view.range.start..high).rev().take(4).take_while(described).count();
            let owned = |m: &&crate::mention::Mention| {
                (m.tokens.end == owner || m.tokens.end + 2 == owner)
                    && view.norm_before(owner, 1) == "s"
                    && matches!(m.what, What::Period(_))
            };
            if let Some(named) = view.mentions.iter().find(owned) {
                at = named.tokens.start;
            }
        }
        // *double the previous season's figure of 90,000*
        if view.norm_before(at, 1) == "of"
            && matches!(view.norm_before(at, 2), "figure" | "total" | "level" | "tally" | "record")
            && view.norm_before(at, 3) == "s"
        {
            at -= 2;
        }
        // *higher than last year's dismal 10.1 billion*
        if view.norm_before(at, 2) == "s"
            && view.norm_before(at, 3) == "'"
            && view.tokens[at - 1].text.starts_with(char::is_lowercase)
            && view
                .mentions
                .iter()
                .any(|m| matches!(m.what, What::Period(_)) && (m.tokens.end + 3 == at || m.tokens.end + 1 == at))
            && !view.heads.iter().any(|h| h.at + 1 == at)
        {
            at -= 1;
        }
        // *after last year's record 112.6 billion*
        if view.norm_before(at, 1) == "s"
            && view.norm_before(at, 2) == "'"
            && let Some(named) = view.mentions.iter().find(|m| m.tokens.end + 2 == at || m.tokens.end == at)
            && matches!(named.what, What::Period(_))
        {
            at = named.tokens.start;
            // *nearly double last year's 80,000*, *well above last year's $1.1 billion*
            let set_against = matches!(
                view.norm_before(at, 1),
                "double"
                    | "twice"
                    | "triple"
                    | "half"
                    | "treble"
                    | "above"
                    | "below"
                    | "over"
                    | "under"
                    | "exceeding"
                    | "topping"
                    | "surpassing"
                    | "beating"
                    | "matching"
            );
            if set_against {
                return Some(view.tokens[at - 1].span);
            }
        }
        // *a 36 percent increase on last year's crop of 20.3 million*
        if view.norm_before(at, 1) == "of"
            && let Some(owner) = view.mentions.iter().find(|m| {
                (m.tokens.end + 1..=m.tokens.end + 4).contains(&(at - 1))
                    && (view.norm(m.tokens.end) == "'" || view.norm_before(m.tokens.end, 1) == "s")
                    && matches!(m.what, What::Period(_))
            })
            && let Some(span) = compared_at(view, owner.tokens.start)
        {
            return Some(span);
        }
        // *compared with a peak 1975 output of 700,000 tonnes*, *with July exports of 6.5 bcm*
        // *versus April deficit 300 mln*
        let of = usize::from(view.norm_before(at, 1) == "of");
        if let Some(head) = view.heads.iter().find(|h| h.end + of == at && h.class == Class::Noun)
            && let Some(named) = view.mentions.iter().find(|m| m.tokens.end == head.at)
            && matches!(named.what, What::Period(Expression::In(..) | Expression::YearsEarlier(1)))
        {
            at = named.tokens.start;
        }
        // *against yearago two billion*, *with a year-ago 200 million*
        if let Some(named) = view.mentions.iter().find(|m| m.tokens.end == at)
            && matches!(named.what, What::Period(Expression::YearsEarlier(1)))
            && (view.norm_before(at, 1) == "yearago"
                || view.norm_before(at, 1) == "ago" && view.norm_before(at, 2) == "-")
        {
            at = named.tokens.start;
        }
        // *compared to a February average of 3.5 million*, *below the year-earlier total of 8.5 billion*
        if view.norm_before(at, 1) == "of"
            && (is_amount_noun(view.norm_before(at, 2))
                || is_extreme(view.norm_before(at, 2))
                || matches!(
                    view.norm_before(at, 2),
                    "average" | "total" | "quota" | "ceiling" | "target" | "number" | "tally"
                ))
            && let Some(named) = view.mentions.iter().find(|m| m.tokens.end + 2 == at)
            && let What::Period(
                expression @ (Expression::In(..) | Expression::YearsEarlier(1) | Expression::YearOnYear),
            ) = named.what
        {
            at = named.tokens.start;
            of_year_ago = !matches!(expression, Expression::In(..));
            if of_year_ago && view.norm(at) == "from" {
                return Some(view.tokens[at].span);
            }
        }
        at = noun_in_its_time(view, at).unwrap_or(at);
        // *compared with a deficit of 1.76 billion*
        if view.norm_before(at, 1) == "of"
            && let Some(head) = view.heads.iter().find(|h| h.end + 1 == at && h.indicator() == Some(Indicator::Balance))
        {
            at = head.at;
        }
        // *prices ranged from 75.17 to 78.45 dlrs*: the lower end of them.
        let ranges = |at: usize| ranges(view.norm(at));
        // *at prices from 205.50 to 217.88 dlrs*
        let offers = matches!(view.norm_before(at, 2), "prices" | "bids" | "offers" | "estimates" | "quotations");
        let both = offers && asked.quantity.quantity.high.is_some();
        let lower = view.norm_before(at, 1) == "from" && (both || (at.saturating_sub(5)..at).any(ranges));
        if let Some(span) = view.comparing_before(at).filter(|_| !lower) {
            return Some(span);
        }
        // *a record 28.3 billion in 1987 after 25.1 billion in 1986*
        if at > view.range.start && view.norm_before(at, 1) == "after" {
            return Some(view.tokens[at - 1].span);
        }
        if !matches!(
            view.norm(at.checked_sub(1)?),
            "the"
                | "only"
                | "just"
                | "a"
                | "an"
                | "record"
                | "peak"
                | "previous"
                | "initial"
                | "revised"
                | "downwardly"
                | "upwardly"
                | "upward"
                | "downward"
                | "its"
                | "their"
        ) {
            break;
        }
        at -= 1;
    }
    // *nearly double the 3.38 million of October 2017*
    if view.norm_before(at, 1) == "the" || view.norm(at) == "the" {
        let the = if view.norm(at) == "the" { at } else { at - 1 };
        let times =
            view.figures().any(|q| q.tokens.end == the && q.quantity.unit.measure == crate::model::Measure::Times);
        if times {
            return Some(view.tokens[the].span);
        }
    }
    // *27 percent above the $70.2 billion posted in 2022*
    let above = at.checked_sub(1).is_some_and(|b| is_over_or_under(view.norm(b)));
    // *was above the 4.9 billion of January 1986*
    let of_a_time = view.norm(at) == "the" && asked.quantity.hedge.is_none() && {
        let end = view.mentions[asked.index].tokens.end;
        view.mentions.iter().any(|m| (end..=end + 2).contains(&m.tokens.start) && matches!(m.what, What::Period(_)))
    };
    let after_ratio = of_a_time
        || view.quantities.iter().any(|q| {
            view.mentions[*q].tokens.end + 1 == at && view.quantity(*q).is_some_and(|q| q.quantity.unit.is_ratio())
        });
    (above && (after_ratio || of_year_ago)).then(|| view.tokens[at - 1].span)
}
