//! Bare numbers that are told like a figure of their sentence, and share its unit and scale.
//!
//! | sentence | told alike by |
//! | --- | --- |
//! | *imported 9.2 bcm from Norway, Italy **6.4** and Spain **3.1*** | a name before each |
//! | *exported 9.2 bcm to China, **6.4** to Italy* | the same word and a name behind each |
//! | *2021: 9.2 bcm; 2022: **6.4***, *9.2 bcm in 2021, **6.4** in 2022* | a time beside each |
//! | *9.2 bcm, instead of the planned **11*** | being compared with it |
//! | *from **6.4** in 2020 to 9.2 bcm* | being told together with the next |

use super::assemble::bracketed;
use super::frame::Frame;
use super::head::Head;
use super::plausible::{fits, within, written_out};
use super::view::View;
use crate::lexicon::Cue;
use crate::lexicon::words::{
    MONTH, compares, goes_or_comes, is_amount_noun, is_article, is_possessive, leads_stretch, opens_figure,
};
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{Decimal, Unit};
use crate::token::Shape;

/// What a name beside a number tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Party,
    Goods,
    Time,
}

fn named(mention: &Mention) -> Option<Named> {
    match mention.what {
        What::Party(..) => Some(Named::Party),
        What::Commodity(_) => Some(Named::Goods),
        What::Period(_) => Some(Named::Time),
        _ => None,
    }
}

/// How many tokens may stand between a name and its number.
const REACH: usize = 5;

/// How many figures before a bare number are looked at.
const FIGURES: usize = 40;

/// How many times larger one figure of a list may be than another.
const SPREAD: i64 = 200;

/// The figure of the sentence that a bare number is told like.
pub fn model<'a>(view: &View<'a>, written: &QuantityMention) -> Option<&'a QuantityMention> {
    if written.form != Form::Bare || written.everyday.is_some() || !is_alone(view, written) {
        return None;
    }
    let first = view.start_with_hedge(written);
    let ahead = name_ahead(view, first);
    let behind = name_behind(view, written.tokens.end);
    let compared = compared_at(view, first).is_some();
    let until = view.quantities.partition_point(|q| view.mentions[*q].tokens.end <= first);
    let told = || view.quantities[..until].iter().rev().take(FIGURES).filter_map(|q| view.quantity(*q));
    let like = |told: &&QuantityMention| {
        let start = view.start_with_hedge(told);
        let same_ahead = ahead.is_some_and(|(kind, at)| {
            name_ahead(view, start).is_some_and(|(other, place)| other == kind && place < at)
        });
        let same_behind = behind.is_some_and(|(kind, word)| follows(view, told.tokens.end..first, kind, word));
        // *9.2 bcm in 2021 (2020: 6.4)*
        let timed =
            ahead.is_some_and(|(kind, at)| kind == Named::Time && follows(view, told.tokens.end..at, Named::Time, ""));
        let flows = flow_ahead(view, first, 1) && flow_ahead(view, start, 3);
        same_ahead || timed || flows || same_behind && joins(view, first)
    };
    let mut before = told().filter(|q| is_model(q)).take(4);
    let amount = |told: &&QuantityMention| !told.quantity.unit.is_ratio();
    if let Some(told) = before.clone().filter(|told| near(written, told)).find(like) {
        return Some(told);
    }
    // *exported 9.2 bcm, of which 6.4 went to China*
    let part = view.norm_before(first, 2) == "of" && matches!(view.norm_before(first, 1), "which" | "them" | "these");
    if part && let Some(told) = before.clone().find(amount).filter(|told| near(written, told)) {
        return Some(told);
    }
    let level = |told: &QuantityMention| !is_change(view, told);
    // *fell from 28 percent in 2022 to 21 in 2023*
    let moved = |told: &QuantityMention| {
        view.norm_before(first, 1) == "to" && view.norm_before(view.start_with_hedge(told), 1) == "from"
    };
    // *$81.3 million (exports 60.1, imports 21.2)*
    if flow_ahead(view, first, 1)
        && bracketed(view, written)
        && let Some(told) = before.clone().find(amount).filter(|told| near(written, told))
    {
        return Some(told);
    }
    if let Some(told) = before.clone().find(|told| (compared && level(told) || moved(told)) && near(written, told)) {
        return Some(told);
    }
    // *imported 9.2 bcm of gas from Norway, Italy 6.4*: the name takes the place of another one of its clause.
    let gapped = |told: &&QuantityMention| {
        let list = ahead.filter(|(kind, at)| {
            view.mentions
                .iter()
                .any(|m| named(m) == Some(*kind) && m.tokens.end <= *at && m.tokens.start < told.tokens.start)
        });
        list.is_some() && level(told)
    };
    if let Some(told) = before.next().filter(|told| near(written, told) && gapped(told)) {
        return Some(told);
    }
    // *Italy took 6.4, Turkey 3.1*, behind what China took.
    if let Some(told) = told().take_while(|told| told.form == Form::Bare).find(|told| near(written, told) && like(told))
    {
        return Some(told);
    }
    let next = view.quantities[until..]
        .iter()
        .filter_map(|q| view.quantity(*q))
        .find(|q| q.tokens.start >= written.tokens.end)?;
    (is_model(next) && near(written, next) && goes_with_next(view, written, next)).then_some(next)
}

/// Whether a bare number is told like the statement of a sentence before: *Italy took **6.4***, *A year earlier it was **6.4***.
pub fn goes_on(view: &View<'_>, written: &QuantityMention, frame: &Frame) -> bool {
    let (Some(told), Some(unit)) = (frame.written, frame.unit) else { return false };
    if written.form != Form::Bare || written.everyday.is_some() || !is_alone(view, written) || written.exponent != 0 {
        return false;
    }
    let number = written.quantity.value;
    let amount = if written_out(written, told) { told.in_full() } else { Some(told.number) };
    let alike = amount.is_some_and(|amount| within(number, amount, Decimal::from(10)));
    let first = view.start_with_hedge(written);
    let spoken = view.back(first, 7).any(|at| {
        is_amount_noun(view.norm(at))
            || matches!(view.norm(at), "it" | "this" | "that" | "total" | "value" | "sum" | "quota")
    });
    let mut heads = view.heads.iter().filter(|h| h.end <= first && first - h.end <= 4).filter_map(Head::indicator);
    // *defends its price of 18 dollars. It produces 15.8*
    if heads.clone().any(|i| !fits(i, unit)) {
        return false;
    }
    let traded = heads.next().is_some();
    let listed = name_ahead(view, first).is_some();
    alike && (spoken && verb_before(view, first) || traded || listed)
}

/// Whether the word before a number is a verb of being or becoming, or leads to its object.
fn verb_before(view: &View<'_>, first: usize) -> bool {
    let at = first.wrapping_sub(1);
    matches!(
        view.norm(at),
        "was"
            | "were"
            | "been"
            | "is"
            | "be"
            | "at"
            | "to"
            | "only"
            | "reached"
            | "hit"
            | "stood"
            | "totalled"
            | "totaled"
            | "came"
            | "made"
            | "of"
            | "a"
            | "mere"
    )
}

/// Whether a figure is one that others can be told like.
fn is_model(told: &QuantityMention) -> bool {
    told.form == Form::Figure && told.everyday.is_none()
}

/// Whether two numbers are of one size, the scale of the second left out in the first.
fn near(written: &QuantityMention, told: &QuantityMention) -> bool {
    let number = written.quantity.value;
    let told_number = if written.exponent > 0 { told.stated.0 } else { told.written };
    if told.quantity.unit == Unit::PERCENT && number > Decimal::HUNDRED {
        return false;
    }
    within(number, told_number, Decimal::from(SPREAD))
}

/// Whether a number counts nothing of its own: no noun follows, it is no year, no part of a name and no time of day.
fn is_alone(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let token = &view.tokens[start];
    // *rose to ten billion from six*
    let compared = || compared_at(view, view.start_with_hedge(written)).is_some();
    let word = token.shape != Shape::Digits && written.exponent == 0;
    if word && (token.norm == "one" || !compared()) {
        return false;
    }
    let year = end == start + 1
        && token.text.len() == 4
        && written.quantity.value < Decimal::from(2101)
        && token.text.bytes().all(|b| b.is_ascii_digit());
    let inside = |at: usize| view.range.contains(&at);
    // *16. 20 dlrs*: one number, broken.
    let broken = view.norm(end) == "." && view.tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Digits);
    let glued = inside(end)
        && view.tokens[end].is_joined()
        && !view.tokens[end].is_mark(',')
        && matches!(view.tokens[end].shape, Shape::Word | Shape::Digits);
    // *exports 2.6 million of the 3.6 million barrels it pumps*
    let part = view.norm(end) == "of"
        && matches!(view.norm(end + 1), "the" | "its" | "their")
        && (end + 2..=end + 3).any(|at| view.tokens.get(at).is_some_and(|t| t.shape == Shape::Digits));
    let ends =
        part || matches!(
            view.norm(end),
            "" | "."
                | ","
                | ";"
                | ")"
                | "and"
                | "or"
                | "but"
                | "while"
                | "in"
                | "to"
                | "from"
                | "for"
                | "by"
                | "last"
                | "this"
                | "a"
                | "on"
                | "at"
                | "against"
                | "respectively"
                | "during"
                | "with"
                | "as"
                | "the"
                | "("
                | "-"
                | "previously"
                | "earlier"
                | "now"
                | "before"
        ) || !inside(end);
    let stroke = view.norm(end) == "-" && view.tokens[end].is_joined();
    // *6.4 per dollar*, *18 to 2*
    let score = matches!(view.norm(end), "to" | "-")
        && inside(end + 1)
        && view.tokens[end + 1].shape == Shape::Digits
        && start > view.range.start
        && view.norm_before(start, 1) != "from";
    let rate = view.norm(end) == "to"
        && matches!(view.norm(end + 1), "the" | "one")
        && matches!(view.norm(end + 2), "dollar" | "euro" | "pound" | "greenback" | "us" | "u");
    // *April 1*, *Phase 2*
    let dated = start > view.range.start
        && (view.is_one_of(start - 1, MONTH)
            || matches!(
                view.norm_before(start, 1),
                "article" | "no" | "number" | "chapter" | "annex" | "page" | "phase" | "section"
            ));
    // *more than the 6.4 of 2020*
    let timed = view.norm(end) == "of"
        && view.mentions.iter().any(|m| m.tokens.start == end + 1 && named(m) == Some(Named::Time));
    // *15 or so years*
    let about = view.norm(end) == "or" && view.norm(end + 1) == "so";
    let moved = goes_or_comes(view.norm(end)) || matches!(view.norm(end), "was" | "were");
    !(year || about || broken || glued || stroke || score || rate || dated) && (ends || timed || moved)
}

/// Words between a name and the number that is told of it.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "with"
            | "at"
            | "by"
            | "for"
            | "of"
            | "("
            | ":"
            | "-"
            | "–"
            | "—"
            | ","
            | "'"
            | "’"
            | "s"
            | "had"
            | "has"
            | "have"
            | "was"
            | "were"
            | "is"
            | "are"
            | "only"
            | "just"
            | "another"
            | "a"
            | "further"
            | "the"
            | "it"
            | "them"
            | "mere"
            | "to"
            | "took"
            | "takes"
            | "and"
            | "in"
    )
}

/// The name right before a number, past links and at the most one verb, and its first token.
fn name_ahead(view: &View<'_>, first: usize) -> Option<(Named, usize)> {
    let mention = view.mentions.iter().rev().find(|m| m.tokens.end <= first && named(m).is_some())?;
    let gap = mention.tokens.end..first;
    if gap.len() > REACH || view.quantities.iter().any(|q| gap.contains(&view.mentions[*q].tokens.start)) {
        return None;
    }
    let plain = |at: &usize| !is_link(view.norm(*at));
    let mut others = gap.filter(plain);
    let verb = others
        .next()
        .is_none_or(|at| view.tokens[at].shape == Shape::Word && view.tokens[at].text.starts_with(char::is_lowercase));
    (verb && others.next().is_none()).then(|| (named(mention).unwrap_or(Named::Time), mention.tokens.start))
}

/// Whether a word for what is traded or made stands right before a number: *exports 180.2*, *sold for 2.0*.
fn flow_ahead(view: &View<'_>, first: usize, reach: usize) -> bool {
    view.heads.iter().any(|h| h.end <= first && first - h.end <= reach && h.indicator().is_some())
}

/// Whether a ratio tells by how much something moved, and no part of it.
fn is_change(view: &View<'_>, told: &QuantityMention) -> bool {
    let first = view.start_with_hedge(told);
    let moved = |at: usize| matches!(view.norm(at), "by" | "up" | "down" | "plus" | "minus");
    let of = usize::from(view.norm_before(first, 1) == "of");
    let mut cues = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()));
    told.quantity.unit.is_ratio()
        && (told.sign.is_some() || moved(first.wrapping_sub(1)) || cues.any(|(_, m)| m.tokens.end + of == first))
}

/// The name right behind a number, and the word that leads to it: *to Italy*, *in 2020*, *last year*.
fn name_behind<'v>(view: &'v View<'_>, end: usize) -> Option<(Named, &'v str)> {
    let led = leads_stretch(view.norm(end)) || matches!(view.norm(end), "to" | "from" | "by" | "of" | "on" | "with");
    let word = if led { view.norm(end) } else { "" };
    let at = end + usize::from(led);
    let at = at + usize::from(matches!(view.norm(at), "the" | "a" | "its"));
    let mention =
        view.mentions.iter().find(|m| (m.tokens.start == at || m.tokens.start == end) && named(m).is_some())?;
    let kind = named(mention)?;
    (led || kind == Named::Time).then_some((kind, word))
}

/// Whether a name of this kind stands in these tokens, led to by the same word.
fn follows(view: &View<'_>, tokens: std::ops::Range<usize>, kind: Named, word: &str) -> bool {
    view.mentions.iter().any(|m| {
        let before = m.tokens.start.wrapping_sub(1);
        let led = kind == Named::Time
            || view.norm(before) == word
            || matches!(view.norm(before), "the" | "a" | "its") && view.norm_before(before, 1) == word;
        named(m) == Some(kind) && tokens.contains(&m.tokens.start) && led
    })
}

/// Whether a number goes on with a list: a comma or link stands before it.
fn joins(view: &View<'_>, first: usize) -> bool {
    matches!(
        view.norm_before(first, 1),
        "," | ";" | "and" | "but" | "or" | "while" | "then" | "by" | "(" | "another" | "only" | "just"
    )
}

/// Whether a word says that a figure was aimed at or foreseen.
fn is_aim(word: &str) -> bool {
    matches!(
        word,
        "planned"
            | "expected"
            | "forecast"
            | "targeted"
            | "agreed"
            | "promised"
            | "contracted"
            | "scheduled"
            | "projected"
            | "envisaged"
            | "predicted"
            | "budgeted"
            | "hoped"
    )
}

/// Whether a figure is the aim that another is measured against: *instead of the planned **2.9***, *against 2.9 bcm **as planned***.
pub fn is_missed_aim(view: &View<'_>, written: &QuantityMention) -> bool {
    let first = view.start_with_hedge(written);
    let end = written.tokens.end;
    let behind = if view.norm(end) == "as" { end + 1 } else { end };
    let ahead = compared_at(view, first).is_some_and(|at| (at + 1..first).any(|word| is_aim(view.norm(word))));
    let aim = |word: &str| is_aim(word) || matches!(word, "target" | "goal" | "plan" | "budget" | "forecast");
    ahead
        || is_aim(view.norm(behind)) && compared_at(view, first).is_some()
        || aim(view.norm(behind)) && falls_beside(view, first)
}

/// *falling short of its $134 million target*, *beating the 5-million-tonne plan*: whether what was told stands below or above the number
/// at token `first`.
fn falls_beside(view: &View<'_>, first: usize) -> bool {
    let owner = usize::from(is_article(view.norm_before(first, 1)) || is_possessive(view.norm_before(first, 1)));
    match view.norm_before(first, 1 + owner) {
        "of" => view.norm_before(first, 2 + owner) == "short",
        word => matches!(word, "missing" | "beating" | "topping" | "below" | "above" | "under" | "undershooting"),
    }
}

/// The word by which what stands before a number compares it with what was told: *against*, *instead of the planned*.
pub fn compared_at(view: &View<'_>, first: usize) -> Option<usize> {
    let described = |at: usize| {
        is_aim(view.norm(at))
            || is_article(view.norm(at))
            || matches!(view.norm(at), "previous" | "some" | "record" | "mere" | "originally")
    };
    let at = (1..=4).map(|back| first.wrapping_sub(back)).find(|at| !described(*at))?;
    let compares = compares(view.norm(at))
        || view.norm(at) == "exceeding"
        || view.norm(at) == "of" && view.norm_before(at, 1) == "instead"
        || matches!(view.norm(at), "to" | "with")
            && matches!(view.norm_before(at, 1), "compared" | "opposed" | "down" | "up");
    (compares || view.comparing_before(first).is_some()).then_some(at)
}

/// Whether a number leaves its unit to the next figure: *from **6.4** in 2020 to 9.2 bcm*, ***6.4** and 9.2 bcm respectively*.
fn goes_with_next(view: &View<'_>, written: &QuantityMention, next: &QuantityMention) -> bool {
    let (first, end) = (view.start_with_hedge(written), written.tokens.end);
    let start = view.start_with_hedge(next);
    let risen = view.norm_before(first, 1) == "from" && view.norm_before(start, 1) == "to" && start - end <= 7;
    let paired = start == end + 1
        && matches!(view.norm(end), "and" | "or")
        && (opens_figure(view.norm_before(first, 1))
            || matches!(view.norm_before(first, 1), "was" | "were" | "of" | "totalled" | "totaled" | "by" | "reached"))
        && within(written.quantity.value, next.written, Decimal::from(10));
    // *exports 2.6 million of the 3.6 million barrels it pumps*
    let part = view.norm(end) == "of"
        && start <= end + 3
        && matches!(view.norm(end + 1), "the" | "its" | "their" | "some")
        && matches!(view.norm(view.over_goods(next.tokens.end)), "it" | "they" | "that" | "which")
        && written.written <= next.written;
    risen || paired || part
}
