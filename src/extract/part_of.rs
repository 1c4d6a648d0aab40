//! Parts of what other figures tell.
//!
//! | text | part of |
//! | --- | --- |
//! | *It made up 70 percent of imports. By 2020 it was down to **57 percent*** | the same whole |
//! | *imported 46.35 bcm ... Russia = 24.54 bcm (**52.9%**)* | a whole told before |
//! | *Visitors spent 103 million, of which restaurants took **26 percent*** | what is no fact |

use super::assemble::Assembler;
use super::frame::Frame;
use super::inverted::subject_of_share;
use super::rule::Filled;
use super::view::View;
use super::{kind, told};
use crate::lexicon::words::{is_form_of_be, is_form_of_have, is_over_or_under, is_part_noun, points_back};
use crate::lexicon::{Cue, Topic};
use crate::mention::{Mention, QuantityMention, What};
use crate::model::{Fact, Kind, Measure, Span, Unit};

impl Assembler<'_> {
    /// *That is up from **43 percent** in 2023*, *That figure has dropped to **12 percent***: of the kind of the ratio told last.
    pub(super) fn as_told(&self, view: &View<'_>, written: &QuantityMention) -> Option<Filled<kind::Reading>> {
        if written.quantity.unit != Unit::PERCENT {
            return None;
        }
        // *Its share fell by 0.7 points*, between the two
        let points = |f: &&Fact| f.quantity.unit.measure == Measure::PercentagePoints;
        let last = self.reading.facts.iter().rev().find(|f| !points(f));
        let last = last.filter(|f| f.quantity.unit == Unit::PERCENT && f.kind == Kind::Share)?;
        let again = told::set_against(view, written.tokens.start)
            || went_to(view, written)
            || was_so_much(view, written)
            || is_told_of_a_time(view, written, last.span);
        again.then(|| Filled::new((Kind::Share, 1), "set_against", Some(last.span)))
    }

    /// *imported 46.35 bcm*, then *Russia = 24.54 bcm (52.9%)*: a bare ratio in the bracket of an amount which is that part of
    /// a whole told before.
    pub(super) fn part_of_total(
        &self,
        view: &View<'_>,
        written: &QuantityMention,
        before: Option<&Frame>,
    ) -> Option<Filled<kind::Reading>> {
        let frame = before.filter(|_| written.quantity.unit == Unit::PERCENT && written.sign.is_none())?;
        let open = written.tokens.start.checked_sub(1).filter(|at| view.norm(*at) == "(")?;
        let part = self.reading.facts.last().filter(|f| f.kind == Kind::Level && f.indicator == frame.indicator)?;
        let beside = view.figures().find(|q| q.tokens.end == open)?;
        if beside.span != part.span {
            return None;
        }
        let told = written.quantity.value.to_f64();
        let step = written.quantity.quantum.map_or(1.0, |q| q.to_f64());
        let whole = self.reading.facts.iter().rev().skip(1).find(|f| {
            let alike = f.kind == Kind::Level
                && f.indicator == part.indicator
                && f.quantity.unit == part.quantity.unit
                && f.period == part.period
                && f.quantity.value > part.quantity.value;
            alike && (part.quantity.value.to_f64() * 100.0 / f.quantity.value.to_f64() - told).abs() <= step
        })?;
        Some(Filled::new((Kind::Share, 1), "part_of_a_total", Some(whole.span)))
    }
}

/// *By 2020 it was down to **57 percent***, *That figure has dropped below **57 percent***: a ratio that what the sentence before told went
/// to.
pub fn went_to(view: &View<'_>, written: &QuantityMention) -> bool {
    const NEAR: usize = 7;
    let start = view.start_with_hedge(written);
    let level = is_over_or_under(view.norm(start));
    let last = if level { start } else { start.saturating_sub(1) };
    let moved = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.end == last);
    let subject = (view.range.start..last).rev().take(NEAR).find(|at| {
        let the = view.norm(*at) == "the" && is_figure_again(view.norm(at + 1));
        points_back(view.norm(*at)) || the
    });
    let opens = |subject: usize| {
        let first = view.range.start;
        let joint = usize::from(matches!(view.norm(first), "but" | "and" | "now" | "yet" | "today"));
        let fronted = |m: &Mention| matches!(m.what, What::Period(_)) && m.tokens.end + 1 >= subject;
        subject <= first + joint || view.mentions.iter().any(fronted)
    };
    let another = |from: usize| view.heads.iter().any(|h| (from..start).contains(&h.at) && h.topic != Topic::Same);
    let to = level || view.norm(last) == "to";
    // *By 2025 they may reach 11 percent*
    let reached = matches!(view.norm(last), "reach" | "reached" | "reaches" | "hit" | "exceeded" | "exceed");
    (moved && to || reached) && subject.is_some_and(|subject| opens(subject) && !another(subject))
}

/// *holds 27 percent in the exports (**29.7 percent** a year before)*: whether a ratio is alone with a time in the bracket behind a part.
fn is_told_of_a_time(view: &View<'_>, written: &QuantityMention, part: Span) -> bool {
    let open = view.norm_before(view.start_with_hedge(written), 1) == "(" && written.sign.is_none();
    let here = view.figures().any(|q| q.span == part && q.tokens.end <= written.tokens.start);
    let time = |m: &Mention| {
        let behind = m.tokens.start >= written.tokens.end && m.tokens.start <= written.tokens.end + 1;
        behind && matches!(m.what, What::Period(_)) && view.norm(m.tokens.end) == ")"
    };
    open && here && view.mentions.iter().any(time)
}

/// *This indicator was **6.9 percent** a year earlier*, *It had stood at **6.9 percent***: a part that the sentence before told, at another time.
fn was_so_much(view: &View<'_>, written: &QuantityMention) -> bool {
    let Some(subject) = subject_of_share(view) else { return false };
    let start = view.start_with_hedge(written);
    let plain = |at: usize| {
        is_form_of_be(view.norm(at))
            || is_form_of_have(view.norm(at))
            || matches!(
                view.norm(at),
                "stood"
                    | "stands"
                    | "equalled"
                    | "equaled"
                    | "amounted"
                    | "made"
                    | "accounted"
                    | "at"
                    | "to"
                    | "for"
                    | "only"
                    | "up"
            )
    };
    let bracket = view.norm_before(start, 1) == "(";
    start > subject + 1 && ((subject + 1..start).all(plain) || bracket && written.sign.is_none())
}

/// *the **figure** fell to 12 percent*: a noun for a part that was told.
fn is_figure_again(word: &str) -> bool {
    is_part_noun(word) || matches!(word, "figure" | "percentage" | "number" | "level" | "ratio")
}

/// *of which restaurants took 26 percent*, behind another figure of the sentence.
pub fn part_of_a_figure(view: &View<'_>, written: &QuantityMention) -> bool {
    let segment = view.segment_tokens(view.segment(written.tokens.start));
    let which = view.norm(segment.start) == "of" && matches!(view.norm(segment.start + 1), "which" | "whom");
    let behind = view
        .figures()
        .any(|q| q.tokens.end <= segment.start && segment.start - q.tokens.end <= 6 && !q.quantity.unit.is_ratio());
    which && behind
}

/// *accounted for 41 percent*: whether a verb of sharing stands before a figure in its clause.
pub fn told_as_part(view: &View<'_>, written: &QuantityMention) -> bool {
    let words = view.clause(written.tokens.start).start..written.tokens.start;
    view.cues(|cue| matches!(cue, Cue::Share).then_some(())).any(|(_, m)| words.contains(&m.tokens.start))
}
