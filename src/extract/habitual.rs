//! What is so at all times, and prices told as they stand: of no period that was spoken of.
//!
//! | sentence | by |
//! | --- | --- |
//! | *Algeria produces **100 bcm** and burns half of it* | a verb of the present |
//! | ***85%** of the output is exported* | a passive of the present |
//! | *Iraq is pumping some **550,000 bpd*** | what goes on |
//! | ***10 million tonnes** pass through every year* | a word for each year |
//! | *Coal at Richards Bay has risen to **$77 a tonne*** | a price as it stands |
//! | *has a contract for **100,000 bpd*** | an agreement in force |

use super::period::Asked;
use super::standing::is_size;
use super::view::View;
use super::wording::periods;
use crate::lexicon::words::{
    goes_or_comes, is_by_now, is_current, is_form_of_have, is_quantity, is_span, is_total, points_back,
};
use crate::mention::What;
use crate::model::{Dimension, Indicator, Kind, Measure, Period, Span, Status};
use crate::token::{OneOf, Shape};

/// Verbs that say what somebody does at all times.
const VERBS: OneOf = one_of!(
    "absorb",
    "absorbs",
    "accept",
    "accepts",
    "accounts",
    "admit",
    "admits",
    "allow",
    "allows",
    "bring",
    "brings",
    "burn",
    "burns",
    "buy",
    "buys",
    "carries",
    "carry",
    "collect",
    "collects",
    "come",
    "comes",
    "constitute",
    "constitutes",
    "consume",
    "consumes",
    "contribute",
    "contributes",
    "cover",
    "covers",
    "deliver",
    "delivers",
    "depend",
    "depends",
    "distributes",
    "draw",
    "draws",
    "drink",
    "drinks",
    "earn",
    "earns",
    "eat",
    "eats",
    "employs",
    "feed",
    "feeds",
    "fetch",
    "fetches",
    "flow",
    "flows",
    "generate",
    "generates",
    "get",
    "gets",
    "give",
    "gives",
    "go",
    "goes",
    "grow",
    "grows",
    "handle",
    "handles",
    "hold",
    "holds",
    "keep",
    "keeps",
    "lets",
    "lose",
    "loses",
    "make",
    "makes",
    "meet",
    "meets",
    "mine",
    "mines",
    "moves",
    "need",
    "needs",
    "obtain",
    "obtains",
    "pay",
    "pays",
    "permit",
    "permits",
    "pipes",
    "process",
    "processes",
    "procure",
    "procures",
    "produce",
    "produces",
    "provide",
    "provides",
    "pump",
    "pumps",
    "receive",
    "receives",
    "refine",
    "refines",
    "relies",
    "rely",
    "represent",
    "represents",
    "require",
    "requires",
    "run",
    "runs",
    "satisfies",
    "satisfy",
    "sell",
    "sells",
    "send",
    "sends",
    "serve",
    "serves",
    "spend",
    "spends",
    "swallow",
    "swallows",
    "take",
    "takes",
    "transmit",
    "transmits",
    "treat",
    "treats",
    "unload",
    "unloads",
    "use",
    "yield",
    "yields",
);

/// Participles behind *is* that tell what somebody says or reckons, or compares, not what is done.
const RECKONED: &[&str] = &[
    "expected",
    "estimated",
    "put",
    "projected",
    "planned",
    "scheduled",
    "believed",
    "thought",
    "said",
    "reported",
    "known",
    "seen",
    "based",
    "compared",
    "valued",
    "supposed",
    "intended",
    "designed",
    "required",
    "allowed",
    "forecasted",
    "predicted",
    "set",
    "unchanged",
    "placed",
    "pegged",
];

/// Participles that do not end in *-ed*.
const DONE: &[&str] = &[
    "sold", "bought", "sent", "burnt", "made", "taken", "grown", "drawn", "spent", "lost", "paid", "brought", "fed",
    "kept", "held", "met", "given", "dug", "built",
];

/// The words by which a figure is of no period that was spoken of.
pub fn habitual(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let figure = &view.mentions[asked.index].tokens;
    let clause = view.clause(figure.start);
    let span = |at: usize| Some(view.tokens[at].span);
    let next = view.quantities.iter().map(|q| view.mentions[*q].tokens.start).find(|at| *at > figure.start);
    let end = next.unwrap_or(clause.end).min(clause.end);
    let each = (figure.end..end).find(|at| match view.norm(*at) {
        "annually" => true,
        // *a monthly surplus*, *a third monthly drop* tell of a month.
        "yearly" | "monthly" => {
            let next = view.norm(at + 1);
            view.tokens.get(at + 1).is_none_or(|t| t.shape != Shape::Word)
                || matches!(
                    next,
                    "to" | "from" | "in" | "by" | "for" | "and" | "on" | "at" | "with" | "via" | "through"
                )
        }
        // *earns some $2 billion a year from transit*
        "year" if matches!(view.norm_before(*at, 1), "a" | "per") => {
            *at == figure.end + 1 && asked.indicator != Indicator::Investment
        }
        "year" | "month" => matches!(view.norm_before(*at, 1), "every" | "each"),
        _ => false,
    });
    if let Some(at) = each {
        return span(at);
    }
    let verb = |at: usize| {
        let before = view.norm_before(at, 1);
        let other =
            matches!(before, "s" | "'" | "the" | "its" | "their" | "of" | "to" | "will" | "can" | "could" | "may");
        // *Iran imports 10 million tonnes*, where *its imports* is no verb.
        // *a share in EU imports*
        let governed =
            |a: &super::view::Actor| matches!(view.norm_before(a.at, 1), "in" | "of" | "from" | "to" | "for" | "by");
        let named = view.actors.iter().any(|a| a.end == at && !governed(a));
        // *The purchase brings the total to 2.6 million*
        let total =
            matches!(view.norm(at), "brings" | "bring") && (at + 1..figure.start).any(|to| view.norm(to) == "to");
        // *Then come Japan with 900,000 tons and Korea with 400,000*: the next of a list, at the list's time.
        let next = goes_or_comes(view.norm(at)) && matches!(before, "then" | "next");
        // *output has come down by 967 tonnes*: what has been, not what is so.
        let other = other || total || next || is_form_of_have(before);
        let noun =
            matches!(view.norm(at), "imports" | "exports" | "supplies" | "ships" | "uses" | "purchases" | "loads");
        // *which supplies a third of the power*, *We import a fifth*
        let told = match before {
            "which" | "that" | "who" | "it" | "we" | "they" | "you" => {
                noun || matches!(view.norm(at), "import" | "export" | "supply" | "ship" | "use" | "purchase" | "load")
            }
            "," => matches!(view.norm(at), "supplies" | "uses" | "ships"),
            _ => false,
        };
        // *Kenya thus accounts for 5 percent* draws on what was told.
        let drawn = matches!(before, "thus" | "therefore" | "hence");
        !other && !drawn && (view.is_one_of(at, VERBS) || noun && named || told)
    };
    if asked.before.is_some_and(|f| f.period.is_some()) && is_part_of_told(asked, clause.start) {
        return None;
    }
    // *From these, 1,068 million come from Argentina*: a part of what was told.
    if matches!(view.norm(clause.start), "of" | "from")
        && (points_back(view.norm(clause.start + 1)) || view.norm(clause.start + 1) == "which")
        && clause.clone().any(|at| goes_or_comes(view.norm(at)))
    {
        return None;
    }
    // *investment is estimated at $1.9 billion*: what has come together by now.
    let at = figure.start.saturating_sub(1);
    if asked.status == Status::Actual
        && reckoned_now(view, figure.start).is_none_or(|_| !of_season(asked))
        && view.norm(at) == "at"
        && matches!(view.norm_before(at, 1), "estimated" | "valued" | "put" | "assessed")
        && (at.saturating_sub(4)..at).any(|word| matches!(view.norm(word), "is" | "are"))
    {
        return span(at - 1);
    }
    let unit = asked.quantity.quantity.unit;
    let level = asked.kind != Kind::Change;
    let before = (clause.start + 1..figure.start).rev();
    if unit.is_price() || asked.indicator == Indicator::Investment {
        // *has risen to $77*, *who have put 140 million euros into solar farms*
        let perfect = |at: &usize| {
            matches!(view.norm(*at), "has" | "have")
                && !(at + 1..figure.start).any(|word| matches!(view.norm(word), "averaged" | "was" | "were"))
        };
        if let Some(at) = before.clone().find(perfect).filter(|_| level) {
            return span(at);
        }
    }
    // *Of 408 projects licensed there with a capital of $3.7 billion*, *20 projects worth $2 billion*: so is what stands in works.
    if asked.indicator == Indicator::Investment && level && unit.measure.dimension() == Dimension::Money {
        let first = view.start_with_hedge(asked.quantity).saturating_sub(1);
        let of = view.norm(first) == "of" && view.norm_before(first, 1) == "capital";
        let worth = of || matches!(view.norm(first), "worth" | "totalling" | "totaling" | "capitalised");
        let works = |at: &usize| matches!(view.norm(*at), "projects" | "project" | "enterprises");
        if let Some(at) = if worth { (clause.start..first).find(works) } else { None } {
            return span(at);
        }
        // *Investments in the country exceed $1.2 billion*: what has come together by now.
        let stock = |at: &usize| {
            matches!(
                view.norm(*at),
                "exceed"
                    | "exceeds"
                    | "total"
                    | "totals"
                    | "amounts"
                    | "stands"
                    | "stand"
                    | "reaches"
                    | "surpasses"
                    | "tops"
            ) && !matches!(view.norm_before(*at, 1), "the" | "a" | "in" | "to" | "s" | "of")
        };
        let near = figure.start.saturating_sub(4).max(clause.start + 1)..figure.start;
        if let Some(at) = near.rev().find(stock) {
            return span(at);
        }
    }
    // *In return we take medicines worth 41 million euros*: money is of some time.
    if unit.is_money() {
        return None;
    }
    for at in before {
        if level && let Some(is) = present(view, at) {
            return span(is);
        }
        if level && matches!(view.norm(at), "has" | "have") && agreed(view, at, figure.start) {
            return span(at);
        }
        if view.is_past(at) || is_form_of_have(view.norm(at)) {
            return None;
        }
        if verb(at) {
            return span(at);
        }
    }
    if !level {
        return None;
    }
    // *Two thirds of the power consumed in Djibouti comes from Ethiopia*, *About 85% of the output is exported*
    let told = (clause.start..end)
        .any(|at| is_form_of_have(view.norm(at)) || matches!(view.norm(at), "was" | "were" | "went" | "came"));
    let so = |at: usize| verb(at) || present(view, at).is_some();
    (figure.end..end).find(|at| so(*at)).filter(|_| !told).and_then(span)
}

/// *Of this amount oil makes up 41 percent*, *Half of it goes to mills*, *holds 27 percent (29 a year before)*: whether a figure is a part of
/// what was told before, or is set beside the same of another time, and so is of a time itself.
fn is_part_of_told(asked: &Asked<'_, '_>, opens: usize) -> bool {
    let view = asked.view;
    let figure = &view.mentions[asked.index].tokens;
    // *Of the gas that it imports, Chile takes half from Peru*: what is so at all times has a verb of its own.
    let plain = |words: std::ops::Range<usize>| {
        words.into_iter().all(|at| !matches!(view.norm(at), "that" | "which" | "it" | "they" | "we" | "who"))
    };
    let first = view.start_with_hedge(asked.quantity);
    let of = opens + usize::from(view.norm(opens) == "out");
    if view.norm(of) == "of" && of < figure.start {
        // *Of all imports it makes 85 percent*
        let ends = |at: &usize| view.norm(*at) == "," || view.norm(*at) == "it" && at + 2 >= first;
        let end = (of + 2..(of + 9).min(first)).find(ends).unwrap_or(first.min(of + 9));
        let noun = view.is_headed(&(of + 1..end))
            || (of + 1..end).any(|at| is_quantity(view.norm(at)) || is_total(view.norm(at)));
        return plain(of + 2..end) && (noun || points_back(view.norm(of + 1)));
    }
    let share = asked.kind == Kind::Share;
    // *Egypt accounts for a third of it* is so at all times.
    let of_it = first <= opens + 1
        && view.norm(figure.end) == "of"
        && (matches!(view.norm(figure.end + 1), "it" | "them")
            || points_back(view.norm(figure.end + 1)) && is_quantity(view.norm(figure.end + 2)));
    let beside = || {
        let open = (figure.end..figure.end + 8)
            .find(|at| view.norm(*at) == "(" && view.first_quantity(&(at + 1..at + 3)).is_some())?;
        let closed = (open..open + 9).find(|at| view.norm(*at) == ")")?;
        periods(view).any(|(m, ..)| (open..closed).contains(&m.tokens.start)).then_some(())
    };
    share && (of_it || beside().is_some())
}

/// Whether goods are told that are counted by a season, and the text has named one.
pub fn of_season(asked: &Asked<'_, '_>) -> bool {
    let goods = |measure: Measure| matches!(measure, Measure::Bushel | Measure::Tonne);
    let unit = asked.quantity.quantity.unit;
    let ends = |p: &Period| asked.clock.published.is_some_and(|day| p.last_day() > day);
    asked.clock.season.is_some_and(|p| ends(&p)) && (goods(unit.measure) || unit.per.is_some_and(goods))
}

/// *are estimated at*, *is unchanged at* right before the figure at token `start`: what somebody reckons at present.
pub fn reckoned_now(view: &View<'_>, start: usize) -> Option<usize> {
    let at = start.checked_sub(1).filter(|at| view.norm(*at) == "at")?;
    let verb = at.checked_sub(1)?;
    let told = matches!(
        view.norm(verb),
        "estimated" | "put" | "pegged" | "seen" | "placed" | "assessed" | "unchanged" | "kept" | "maintained" | "held"
    );
    let now = |at: usize| matches!(view.norm(at), "is" | "are" | "left" | "remain" | "remains");
    (told && now(verb.wrapping_sub(1))).then_some(verb)
}

/// The *is* of *is exported*, *are now sold*, *is producing* at a participle.
fn present(view: &View<'_>, at: usize) -> Option<usize> {
    let word = view.norm(at);
    let done = word.len() > 4 && word.ends_with("ed") && word != "need" || DONE.contains(&word);
    let going = word.len() > 5 && word.ends_with("ing");
    if !(done || going) || RECKONED.contains(&word) || view.norm(at + 1) == "to" && going {
        return None;
    }
    let is = |at: usize| matches!(view.norm(at), "is" | "are" | "'re");
    let before = at.checked_sub(1)?;
    let adverb = is_by_now(view.norm(before))
        || matches!(view.norm(before), "only" | "usually" | "currently")
        || view.norm(before).ends_with("ly");
    let place = if adverb { before.checked_sub(1)? } else { before };
    (place >= view.range.start && is(place)).then_some(place)
}

/// *has a term contract for 100,000 bpd*
fn agreed(view: &View<'_>, has: usize, figure: usize) -> bool {
    (has + 1..figure.min(has + 6)).any(|at| {
        matches!(view.norm(at), "contract" | "contracts" | "agreement" | "deal" | "quota" | "licence" | "allotment")
    })
}

/// *adding 40 percent to its current sales of 7.5 million*, *the usual requirement is 1.3 million*: the word by which a figure
/// at these tokens is what stands at present.
pub fn as_it_stands(view: &View<'_>, figure: &std::ops::Range<usize>) -> Option<usize> {
    // *from a current 900,000 bpd*
    let told = figure.start.saturating_sub(1);
    if is_current(view.norm(told)) && view.range.contains(&told) {
        return Some(told);
    }
    let time = |at: usize| is_span(view.norm(at)) || matches!(view.norm(at), "decade" | "half");
    view.back(figure.start, 5).find(|at| {
        (is_current(view.norm(*at)) || matches!(view.norm(*at), "usual" | "normal"))
            // *From January to November of the current year Tajikistan exported 1.3 billion kWh*
            && !time(*at + 1)
            // *In July and August of the current fiscal, exports fetched $290 million*
            && !view.mentions.iter().any(|m| m.tokens.contains(at) && matches!(m.what, What::Period(_)))
            && (view.is_headed(&(*at + 1..=*at + 3))
                || (*at + 1..=*at + 3).any(|noun| is_size(view.norm(noun))))
            && !view.quantities.iter().any(|q| (*at..figure.start).contains(&view.mentions[*q].tokens.start))
            && !(*at..figure.start).any(|word| matches!(view.norm(word), "to" | "by" | "from"))
    })
}
