//! Changes told by the words behind their amount, and by the bracket that converts it.
//!
//! | text | kind | value | rule |
//! | --- | --- | --- | --- |
//! | ***17.2 percent** less* | change | -17.2 | `direction_after` |
//! | *a **15 to 20 billion dlr** drop* | change | -15 to -20 billion | `direction_after` |
//! | ***54 million NZ dollars** (37.85 million U.S. dollars) more than a year ago* | change | 54 million | `direction_after` |
//! | *fell by 71 million NZ dollars (**49.76 million U.S. dollars**)* | change | -49.76 million | `converted` |

use super::carry::named_american;
use super::kind::{Asked, Found, rules};
use super::rule::first;
use super::view::View;
use crate::lexicon::words::{ends_phrase, is_cutback, is_more_or_less, is_move, opens_reason};
use crate::lexicon::{Cue, Marks};
use crate::mention::{Expression, Form, QuantityMention, What};
use crate::model::{Dimension, Kind, Measure};

/// The token behind a figure: behind the bracket that tells it again in another unit, or that it stands in so.
pub fn behind_bracket(asked: &Asked<'_, '_>) -> usize {
    let view = asked.view;
    let (start, end) = (asked.quantity.tokens.start, asked.quantity.tokens.end);
    if !view.marks.meets(Marks::BRACKET) {
        return end;
    }
    // *4% (0.4 Bcf/d) more than in 2022*
    if asked.ratio() {
        let close = (end + 1..end + 12).find(|at| view.norm(*at) == ")").filter(|_| view.norm(end) == "(");
        let compares =
            |at: &usize| matches!(view.norm(at + 1), "more" | "less" | "higher" | "lower" | "above" | "below");
        return close.filter(compares).map_or(end, |close| close + 1);
    }
    match view.norm(end) {
        // *54 million NZ dollars (37.85 million U.S. dollars) more than a year ago*
        "(" => (end + 1..end + 16).find(|at| view.norm(*at) == ")").map_or(end, |close| close + 1),
        ")" if conversion_of(asked).is_some() && view.norm_before(start, 1) == "(" => end + 1,
        _ => end,
    }
}

/// The figure that a bracket converts: *71 million NZ dollars (49.76 million U.S. dollars)*, *435 yuan ($63; 60 euros)*.
fn conversion_of<'v>(asked: &Asked<'v, '_>) -> Option<&'v QuantityMention> {
    let view = asked.view;
    let before = asked.start_of_hedge().checked_sub(1)?;
    // *435 yuan ($63; 60 euros)*: into several kinds of money.
    let next = view.norm(before) == ";" && view.figures().any(|q| q.tokens.end == before);
    let open = view.open_bracket(before + usize::from(!next), if next { 16 } else { 1 })?;
    let whole = matches!(view.norm(asked.quantity.tokens.end), ")" | ";");
    let unit = asked.quantity.quantity.unit;
    // *$253 billion (US$1.68 billion)*: into America's dollars.
    let american = unit.is_sum() && named_american(view, asked.quantity);
    let converts = |q: &&QuantityMention| {
        q.tokens.end == open
            && (q.quantity.unit.measure != unit.measure || american && !named_american(view, q))
            && !q.quantity.unit.is_ratio()
            && q.quantity.unit.per.is_some() == unit.per.is_some()
            && (unit.measure.dimension() == Dimension::Money)
                == (q.quantity.unit.measure.dimension() == Dimension::Money)
    };
    view.figures().find(converts).filter(|_| whole && !unit.is_ratio())
}

/// *cut the value of its exports in half*: a fall of so much.
pub fn cut_in_half(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let parts = asked.ratio() && view.norm(start) == "half" && view.norm_before(start, 1) == "in";
    let cuts = |at: &usize| matches!(view.norm(*at), "cut" | "cuts" | "cutting" | "slashed" | "chopped" | "sliced");
    let verb = view.clause(start).start..start;
    let verb = verb.rev().find(|at| parts && cuts(at))?;
    Some(((Kind::Change, -1), Some(view.tokens[verb].span)))
}

/// *rose by 12 million dollars (**7.4 percent**)*, *$2.8mn (**3.3%**) less*: a change told again as a part of what was.
pub fn told_in_bracket(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let open = asked.start_of_hedge().checked_sub(1).filter(|at| view.norm(*at) == "(")?;
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent;
    if view.norm(asked.quantity.tokens.end) != ")" {
        return None;
    }
    let mut all = view.figures();
    let told = all.find(|q| q.tokens.end == open && q.quantity.unit.is_ratio() != percent)?;
    // *accounted for 24% (0.4 Bcf/d) of it*: a part told again is an amount.
    let behind = || behind_bracket(&Asked { view, quantity: told }) > told.tokens.end;
    if !percent && !behind() {
        return None;
    }
    let filled = first(const { &rules() }, &Asked { view, quantity: told })?;
    let signed = told.sign.is_some() && told.quantity.value.is_negative();
    let sign = if signed { -1 } else { filled.value.1 };
    (filled.value.0 == Kind::Change).then_some(((Kind::Change, sign), Some(told.span)))
}

/// *declined by 71 million NZ dollars (49.76 million U.S. dollars)*: of the kind of the figure that it converts.
pub fn converted(asked: &Asked<'_, '_>) -> Found {
    let told = conversion_of(asked)?;
    let filled = first(const { &rules() }, &Asked { view: asked.view, quantity: told })?;
    Some((filled.value, Some(told.span)))
}

/// *exports were 3.7% up from May*, *12% lower from a year earlier*: how far it went, then from where.
pub fn up_from(asked: &Asked<'_, '_>) -> Found {
    let end = asked.quantity.tokens.end;
    let sign = match asked.view.norm(end) {
        "up" | "higher" | "ahead" => 1,
        "down" | "lower" => -1,
        _ => return None,
    };
    let from = asked.view.norm(end + 1) == "from";
    from.then(|| ((Kind::Change, sign), Some(asked.view.tokens[end].span)))
}

/// *17.2 percent less than*, *a 50% increase*, *4.1 percent higher*, *$5 billion more than in 2023*
pub fn direction_after(asked: &Asked<'_, '_>) -> Found {
    let mut end = behind_bracket(asked);
    if asked
        .view
        .where_given(Marks::EXCEEDS, || super::one_over_other::over_the_other(asked.view, asked.quantity).is_some())
    {
        return None;
    }
    // *2.4% and 41% less than a year earlier, respectively*
    let ratio = |at: usize| {
        asked
            .view
            .quantities
            .iter()
            .filter_map(|q| asked.view.quantity(*q))
            .find(|q| q.tokens.start == at && q.quantity.unit == asked.quantity.quantity.unit)
    };
    if asked.ratio()
        && asked.view.norm(end) == "and"
        && let Some(next) = ratio(end + 1)
        && asked.view.range.clone().rev().any(|at| asked.view.norm(at) == "respectively")
    {
        end = next.tokens.end;
    }
    end = behind_the_same(asked, end);
    let (sign, span, at) = {
        let mut found = asked.view.cues(|cue| match cue {
            Cue::Direction(sign) => Some(sign),
            _ => None,
        });
        let (sign, mention) = found.find(|(_, m)| m.tokens.start >= end)?;
        (if asked.negated(mention.tokens.start) { -1 } else { sign }, mention.span, mention.tokens.start)
    };
    // *output of 0.9 mcm met less than 1 percent of demand*: the words hedge the next figure.
    let mut others = asked.view.figures();
    if at > end && others.any(|q| q.tokens.start >= end && q.hedge.is_some_and(|hedge| hedge.overlaps(span))) {
        return None;
    }
    let gap = &asked.view.tokens[end.min(at)..at];
    // *exports fell six pct as imports rose*: the verb of another subject.
    let verb =
        |at: usize| asked.view.norm(at).ends_with("ed") || matches!(asked.view.norm(at), "rose" | "fell" | "grew");
    let near = gap.len() <= 2
        && (gap.is_empty() || !verb(at))
        // *grew six pct as tariffs came down*
        && !gap.first().is_some_and(|t| opens_reason(t.norm.as_ref()))
        && !gap.iter().any(|t| {
            matches!(
                t.norm.as_ref(),
                "," | "." | "and" | "of" | "to" | ";" | "(" | "which" | "was" | "were" | "while" | "from"
            )
        })
        // *reserves of 27 billion barrels are less than a quarter of Iraq's*
        && (asked.ratio() || !gap.iter().any(|t| matches!(t.norm.as_ref(), "is" | "are")))
        // *LNG at $6 is cheaper than fuel oil*
        && !(asked.quantity.quantity.unit.is_price() && gap.iter().any(|t| matches!(t.norm.as_ref(), "is" | "are")));
    if !near || at >= asked.segment().end.max(end + 1) {
        return None;
    }
    let more = asked.quantity.quantity.unit.is_ratio()
        || ((is_more_or_less(asked.view.norm(at))
            || matches!(
                asked.view.norm(at),
                "larger" | "smaller" | "bigger" | "greater" | "fewer" | "cheaper" | "dearer"
            ))
            && (asked.view.norm(at + 1) == "than"
                || asked.view.mentions.iter().any(|m| {
                    m.tokens.start == at + 1
                        && matches!(
                            m.what,
                            What::Period(
                                Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter
                            )
                        )
                })));
    // *sold 28 million dollars more, or 12 percent*
    let retold = matches!(asked.view.norm(at), "more" | "less")
        && asked.view.norm(at + 1) == ","
        && asked.view.norm(at + 2) == "or"
        && asked
            .view
            .quantities
            .iter()
            .filter_map(|q| asked.view.quantity(*q))
            .any(|q| asked.view.start_with_hedge(q) == at + 3 && q.quantity.unit.is_ratio());
    // *bought 61 billion yen more of their beef than in 1985*, *sold $37 million less to Australia in the second quarter than it did
    // a year before*
    let than = (at + 2..at + 14).find(|at| asked.view.norm(*at) == "than");
    let of_goods = matches!(asked.view.norm(at), "more" | "less")
        && at == end
        && than.is_some_and(|than| {
            let time = asked
                .view
                .mentions
                .iter()
                .any(|m| (than + 1..=than + 4).contains(&m.tokens.start) && matches!(m.what, What::Period(_)));
            time && asked.view.first_quantity(&(at..than)).is_none()
        });
    // *will pay 50 cts a barrel more for crude*
    let unit = asked.quantity.quantity.unit;
    let paid = at == end
        && (unit.is_price() || unit.is_sum() && asked.quantity.exponent < 6)
        && match asked.view.norm(at) {
            "more" | "less" if unit.is_price() || asked.view.norm(at + 1) == "for" => {
                ends_phrase(asked.view.norm(at + 1))
                    || matches!(asked.view.norm(at + 1), "for" | "from" | "effective" | "expensive" | "costly")
            }
            // *official prices are 20 to 40 cents more expensive*
            "more" | "less" => matches!(asked.view.norm(at + 1), "expensive" | "costly"),
            // *made gas $30 per 1,000 cubic metres cheaper for Ukraine*
            "cheaper" | "dearer" | "costlier" | "pricier" => {
                ends_phrase(asked.view.norm(at + 1))
                    || matches!(
                        asked.view.norm(at + 1),
                        "for" | "from" | "in" | "to" | "on" | "at" | "this" | "last" | "than"
                    )
            }
            _ => false,
        };
    // *exported 480 million kg; growers sold 5 million kg more*
    let weighed = matches!(asked.view.norm(at), "more" | "less")
        && at == end
        && unit.is_bulk()
        && matches!(
            asked.before_hedge(),
            "sold" | "bought" | "exported" | "imported" | "produced" | "delivered" | "shipped"
        )
        && matches!(asked.view.norm(at + 1), "" | ".");
    let more = more || retold || of_goods || paid || weighed;
    // *a 93 TWh increase in generation*, *a possible 15 billion dlr drop this year*
    let yearly = at == end + 1 && matches!(asked.view.norm(end), "annual" | "yearly" | "monthly" | "quarterly" | "net");
    let noun = is_noun_of_change(asked.view.norm(at))
        && (at == end || yearly)
        && (matches!(asked.before_hedge(), "a" | "an")
            || asked.before_hedge() == "the" && matches!(asked.view.norm(at + 1), "in" | "on" | "from")
            || matches!(
                asked.view.norm_before(end, 1),
                "dlr" | "dollar" | "cent" | "tonne" | "ton" | "barrel" | "franc" | "mark"
            ));
    // *the 1.4 million barrel-a-day cut*
    let rate = asked.quantity.quantity.unit.is_rate() && is_cutback(asked.view.norm(at));
    let noun = noun || rate && at == end;
    // *43.3 million tons, 0.1 million up on the last estimate*
    let noun = noun
        || matches!(asked.view.norm(at), "up" | "down")
            && at == end
            && (matches!(asked.view.norm(at + 1), "on" | "from" | "against" | "over" | "compared")
                || asked.view.norm(at + 1) == "in" && asked.view.norm(at + 2) == "comparison");
    // *The oil was worth nearly 2 billion dollars less.*
    let worth = matches!(asked.view.norm(at), "more" | "less")
        && at == end
        && asked.before_hedge() == "worth"
        && ends_phrase(asked.view.norm(at + 1));
    let noun = noun || worth;
    // *Imports are projected 5.7 million tons lower*, *production 67,000 barrels higher, with stocks down*
    let told = matches!(asked.view.norm(at), "higher" | "lower" | "larger" | "smaller")
        && at == end
        && asked.view.tokens.get(at + 1).filter(|_| asked.view.range.contains(&(at + 1))).is_none_or(|t| {
            t.shape != crate::token::Shape::Word
                || matches!(
                    t.norm.as_ref(),
                    "at" | "than" | "on" | "from" | "in" | "for" | "this" | "with" | "and" | "by"
                )
        });
    let more = more || noun || told;
    // A verb behind an amount has it for its subject: *43 bcm rose*.
    (more && (asked.ratio() || !verb(at))).then_some(((Kind::Change, sign), Some(span)))
}

/// The token behind what tells a change again: *a $4.7 billion **or 19.4%** rise*, *a 4 percent (or $3 million) fall*.
fn behind_the_same(asked: &Asked<'_, '_>, end: usize) -> usize {
    let view = asked.view;
    let or = end + usize::from(view.norm(end) == ",");
    // *was 16.2 million, or 1.9 times more than a year ago*: it grew so many times, and is no growth itself.
    let times = |q: &QuantityMention| !asked.ratio() && q.quantity.unit.measure == Measure::Times;
    let again = |q: &QuantityMention| {
        let counted = q.form != Form::Bare;
        counted && view.start_with_hedge(q) == or + 1 && q.quantity.unit.is_ratio() != asked.ratio() && !times(q)
    };
    let next = view.figures().find(|q| view.norm(or) == "or" && again(q));
    // *an 8 percent, or NOK 5.5 billion, increase*: over the comma that closes it.
    next.map_or(end, |q| q.tokens.end + usize::from(or > end && view.norm(q.tokens.end) == ","))
}

/// *the decrease in the proceeds of oil exports, crude oil and products, by approximately $1.2bn*: an amount that *by* sets off
/// behind what fell.
pub fn set_off_by(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let by = asked.start_of_hedge().checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    if asked.ratio() || view.norm_before(by, 1) != "," || !asked.quantity.quantity.unit.is_sum() {
        return None;
    }
    let from = view.figures().rfind(|q| q.tokens.end <= by).map_or(view.range.start, |q| q.tokens.end);
    let mut nouns = view.cues(|cue| match cue {
        Cue::Direction(sign) => Some(sign),
        _ => None,
    });
    let noun = |at: usize| is_move(view.norm(at)) && matches!(view.norm(at + 1), "in" | "of");
    let (sign, m) = nouns.find(|(_, m)| (from..by).contains(&m.tokens.start) && noun(m.tokens.start))?;
    Some(((Kind::Change, sign), Some(m.span)))
}

/// Nouns that tell how far an amount moved.
fn is_noun_of_change(word: &str) -> bool {
    is_move(word) || matches!(word, "upturn" | "boost" | "tumble")
}

/// *was in the red by 2.65 trillion yen*
pub fn in_the_red(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    (start.saturating_sub(4).max(view.range.start)..start)
        .any(|at| view.norm(at) == "in" && view.norm(at + 1) == "the" && view.norm(at + 2) == "red")
}
