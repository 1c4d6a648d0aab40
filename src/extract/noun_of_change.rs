//! Changes told by a noun beside the figure, with other words between or with a noun that tells a change only there.
//!
//! | text | kind | value |
//! | --- | --- | --- |
//! | *marking an **8 per cent** year-on-year fall* | change | -8 |
//! | *a retraction of **19.3%***, *a minus of **4 percent*** | change | -19.3, -4 |
//! | *slid last year, but came to $218 million, a plus of **13.4 percent*** | change | 13.4 |
//! | *the decrease comprising **11.3 percent***, *with its rate of decline at **4%*** | change | -11.3, -4 |
//! | *gave **$3.9 billion** of growth* | change | 3.9 billion |
//! | ***8 percent** inferior to that of 2021* | change | -8 |

use super::kind::{Asked, Found};
use super::view::View;
use crate::lexicon::words::{ends_phrase, is_article, is_form_of_be, is_pace};
use crate::mention::{Expression, QuantityMention, What};
use crate::model::Kind;

/// Whether a noun says that something grew or fell: 1 or -1.
fn direction_of(noun: &str) -> Option<i8> {
    Some(match noun {
        "rise" | "increase" | "growth" | "gain" | "jump" | "surge" | "upturn" | "uptick" | "expansion"
        | "improvement" | "climb" | "leap" | "advance" | "upswing" | "increment" | "rebound" | "recovery" | "spike"
        | "upsurge" | "rally" | "augmentation" | "hike" | "boost" | "plus" | "addition" | "acceleration" => 1,
        "fall" | "drop" | "decline" | "decrease" | "reduction" | "contraction" | "dip" | "slump" | "slide"
        | "downturn" | "shrinkage" | "plunge" | "retreat" | "setback" | "retraction" | "diminution" | "regression"
        | "deterioration" | "minus" | "loss" | "reverse" | "downswing" | "tumble" | "cutback" | "cut" | "slippage"
        | "erosion" | "backslide" | "collapse" | "lowering" | "shortfall" | "slowdown" => -1,
        _ => return None,
    })
}

/// Nouns of change that mean as much elsewhere: *a loss of $2 million*, *in addition to*, *a boost*.
fn is_doubtful(noun: &str) -> bool {
    matches!(
        noun,
        "plus"
            | "addition"
            | "loss"
            | "reverse"
            | "advance"
            | "boost"
            | "slowdown"
            | "acceleration"
            | "cut"
            | "rally"
            | "shortfall"
    )
}

/// What a change is told as, between its figure and its noun or before it: *a sharp fall*, *an annual fall*.
fn describes(word: &str) -> bool {
    matches!(
        word,
        "annual"
            | "annualised"
            | "annualized"
            | "yearly"
            | "monthly"
            | "quarterly"
            | "nominal"
            | "real"
            | "sharp"
            | "slight"
            | "steep"
            | "modest"
            | "further"
            | "net"
            | "overall"
            | "cumulative"
            | "relative"
            | "marked"
            | "significant"
            | "substantial"
            | "considerable"
            | "moderate"
            | "strong"
            | "small"
            | "big"
            | "large"
            | "huge"
            | "record"
            | "total"
            | "average"
            | "negative"
            | "positive"
            | "yoy"
            | "interannual"
            | "dramatic"
            | "solid"
            | "robust"
            | "mild"
            | "impressive"
            | "healthy"
            | "mere"
            | "new"
            | "similar"
    )
}

/// *of*, *at*, *comprising*: what leads from the noun of a change to its size.
fn leads_to_size(word: &str) -> bool {
    is_form_of_be(word)
        || matches!(
            word,
            "of" | "at"
                | "by"
                | "comprising"
                | "comprised"
                | "constituting"
                | "constituted"
                | "made"
                | "making"
                | "reached"
                | "reaching"
                | "equalled"
                | "equaled"
                | "totalled"
                | "totalling"
                | "exceeding"
                | "-"
                | "–"
                | ":"
        )
}

/// The token that words for how a change is told, and what it is compared with, end before: over *year-on-year*, *sharp*.
fn over_description(view: &View<'_>, mut at: usize) -> usize {
    let first = at;
    while at < first + 9 {
        let compared = view.mentions.iter().find(|m| {
            m.tokens.start == at
                && matches!(
                    m.what,
                    What::Period(Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter)
                )
        });
        at = match compared {
            Some(m) => m.tokens.end,
            None if describes(view.norm(at)) => at + 1,
            None => return at,
        };
    }
    at
}

/// Whether what stands before token `at`, over adjectives, opens a noun's phrase or an aside: *a sharp*, *with its*, *, *.
fn opens_phrase(view: &View<'_>, at: usize) -> bool {
    let mut before = at;
    while before > view.range.start && at - before < 3 && describes(view.norm_before(before, 1)) {
        before -= 1;
    }
    let word = view.norm_before(before, 1);
    is_article(word)
        || matches!(word, "," | "with" | "its" | "their" | "this" | "or" | "(" | "-" | "–" | "showing" | "recording")
}

/// *a retraction of 19.3%*, *the decrease comprising 11.3 percent*, *with its rate of decline at 4%*
fn noun_before(asked: &Asked<'_, '_>) -> Option<(i8, usize)> {
    let view = asked.view;
    let first = asked.start_of_hedge();
    let link = first.checked_sub(1).filter(|at| leads_to_size(view.norm(*at)))?;
    // *being at 4%*, *was equal to*
    let link = if view.norm(link) == "at" && matches!(view.norm_before(link, 1), "standing" | "being" | "stood") {
        link - 1
    } else {
        link
    };
    let mut noun = link.checked_sub(1)?;
    noun = noun.checked_sub(usize::from(is_pace(view.norm(noun))))?;
    // *its growth was 1.9 percentage points below the average*: what lies behind tells.
    let end = asked.quantity.tokens.end;
    if asked.points()
        || matches!(view.norm(end), "below" | "above" | "lower" | "higher" | "less" | "more" | "under" | "over")
    {
        return None;
    }
    let sign = direction_of(view.norm(noun)).or_else(|| signed_change(view, noun))?;
    let of = view.norm(first - 1) == "of";
    let opens = opens_phrase(view, noun) || view.norm_before(noun, 1) == "of" && is_pace(view.norm_before(noun, 2));
    let alone = asked.ratio() && (of || !is_doubtful(view.norm(noun)));
    let amount = of
        && !matches!(view.norm(noun), "loss" | "advance" | "cut" | "shortfall")
        && is_article(view.norm_before(noun, 1));
    (opens && (alone || amount)).then_some((sign, noun))
}

/// *a negative change of 4 percent*, *a positive variation*: a noun whose adjective tells which way.
fn signed_change(view: &View<'_>, noun: usize) -> Option<i8> {
    let changes = matches!(view.norm(noun), "change" | "variation" | "dynamics" | "evolution" | "trend");
    // Which way *negative* turns it is told with the others.
    (changes && matches!(view.norm_before(noun, 1), "negative" | "positive")).then_some(1)
}

/// *4 percent short of the 2021 figure*: less than at another time, where *400,000 tonnes short of demand* is what is wanting.
pub fn short_of_another_time(view: &View<'_>, written: &QuantityMention) -> bool {
    let behind = written.tokens.end + 2..written.tokens.end + 5;
    let mut times = view.mentions.iter().filter(|m| matches!(m.what, What::Period(_)));
    written.quantity.unit.is_ratio() && times.any(|m| behind.contains(&m.tokens.start))
}

/// *fell short of last year by 500,000 tonnes*, *a shortfall of $82 million against 2021*: an amount that is less than another time's.
fn short_of_a_time(asked: &Asked<'_, '_>) -> Option<(i8, usize)> {
    let view = asked.view;
    let (first, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let time = |at: usize| view.time_at(at).is_some();
    if asked.ratio() {
        return None;
    }
    if view.norm_before(first, 1) == "by" {
        let short = view.back(first, 7).find(|at| view.norm(*at) == "short")?;
        return (view.norm(short + 1) == "of" && time(short + 2)).then_some((-1, short));
    }
    let noun = first.checked_sub(2).filter(|at| view.norm(*at) == "shortfall" && view.norm(at + 1) == "of")?;
    let against = matches!(view.norm(end), "against" | "on" | "from") && time(end + 1)
        || view.norm(end) == "compared" && time(end + 2);
    against.then_some((-1, noun))
}

/// *an 8 per cent year-on-year fall*, *a 12% annualised setback*
fn noun_behind(asked: &Asked<'_, '_>) -> Option<(i8, usize)> {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if !asked.ratio() {
        return None;
    }
    let noun = over_description(view, end);
    let sign = direction_of(view.norm(noun))?;
    let before = asked.before_hedge();
    let plain = !is_doubtful(view.norm(noun)) || is_article(before);
    // *a 5 percent increase*: read with others; here something stands between, or the noun is one of this file.
    let negative = (end..noun).any(|at| view.norm(at) == "negative");
    let led = is_article(before) || matches!(before, "its" | "this" | "," | "or" | "marking" | "(");
    (plain && led && !negative).then_some((sign, noun))
}

/// *gave $3.9 billion of growth*, *brought 4 million tonnes of additional growth*
fn amount_of_growth(asked: &Asked<'_, '_>) -> Option<(i8, usize)> {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if asked.ratio() || view.norm(end) != "of" {
        return None;
    }
    let noun = over_description(view, end + 1);
    let sign = match view.norm(noun) {
        "growth" | "increase" => 1,
        "decline" | "decrease" => -1,
        _ => return None,
    };
    Some((sign, noun))
}

/// *8 percent inferior to that of 2021*, *4% behind the 2021 result*, *6% worse than in May*, *3 percent short of last year's figure*
fn compared_behind(asked: &Asked<'_, '_>) -> Option<(i8, usize)> {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let sign = match (view.norm(end), view.norm(end + 1)) {
        ("inferior", "to") | ("worse", "than") | ("short", "of") => -1,
        ("superior", "to") | ("better", "than") => 1,
        ("behind" | "beneath", "the" | "that" | "last" | "those" | "its") => -1,
        ("ahead", "of") => 1,
        _ => return None,
    };
    // *8 percent short of the target*: how far it lies from what was aimed at, no change.
    let aim = (end + 1..end + 7).take_while(|at| !ends_phrase(view.norm(*at))).any(|at| {
        ["target", "plan", "quota", "forecast", "goal", "estimate"].iter().any(|s| view.norm(at).starts_with(s))
    });
    (asked.ratio() && !aim).then_some((sign, end))
}

/// A change whose direction a noun or a comparison right beside its figure tells.
pub fn told_beside(asked: &Asked<'_, '_>) -> Found {
    let (sign, at) = compared_behind(asked)
        .or_else(|| noun_behind(asked))
        .or_else(|| noun_before(asked))
        .or_else(|| amount_of_growth(asked))
        .or_else(|| short_of_a_time(asked))?;
    // *a negative growth of 4 percent*, *a negative change of 4 percent*
    let sign = if asked.view.norm_before(at, 1) == "negative" { -1 } else { sign };
    Some(((Kind::Change, sign), Some(asked.view.tokens[at].span)))
}
