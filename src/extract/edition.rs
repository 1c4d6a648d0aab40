//! Sentences that tell which time the text is of, with no figure: *The year under review was 2013.*

use super::view::View;
use crate::lexicon::words::is_or_was;
use crate::mention::{Expression, Mention, Part, What};

/// *The year 2013 was good for exporters*, *Coffee had a fair 2018*, *The reporting period covers January to June*: whether a sentence tells
/// of a stretch as the one that is spoken of.
pub fn tells_time(view: &View<'_>, time: &Mention) -> bool {
    let stretch = match time.what {
        What::Period(Expression::In(part, _)) => !matches!(part, Part::Day(..)),
        What::Period(Expression::Relative(crate::mention::Length::Year | crate::mention::Length::Quarter, -1)) => true,
        _ => false,
    };
    if !stretch {
        return false;
    }
    let (start, end) = (time.tokens.start, time.tokens.end);
    let is = |at: usize| is_or_was(view.norm(at)) || matches!(view.norm(at), "covers" | "covered" | "proved");
    // *The year under review was 2013*, *This report covers the first half of 2014*
    let review = (view.range.start..start).take(8).any(|at| {
        matches!(view.norm(at), "review" | "reporting" | "report" | "figures" | "data" | "statistics" | "bulletin")
    });
    let named = review && start > view.range.start && (start.saturating_sub(3)..start).any(is);
    // *2013 was a good year*
    let subject = start <= view.range.start + 2
        && (start == view.range.start || matches!(view.norm_before(start, 1), "the" | "year"))
        && is(end);
    // *had a fair 2018*, *enjoyed a strong first quarter*
    let article = (start.saturating_sub(3).max(view.range.start)..start)
        .rev()
        .find(|at| matches!(view.norm(*at), "a" | "an"))
        .filter(|at| *at + 1 < start);
    let had = article.is_some_and(|at| {
        at > view.range.start
            && matches!(
                view.norm_before(at, 1),
                "had" | "enjoyed" | "saw" | "experienced" | "has" | "reported" | "in" | "after" | "seen" | "was"
            )
    });
    named || subject || had
}
