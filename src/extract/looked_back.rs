//! Sentences that only look back: they tell what had been, and leave the talk at its own time.
//!
//! | sentence, in talk of 2023 | by |
//! | --- | --- |
//! | *In 2018 it **had been** $7 million* | a verb of what had been |
//! | *In the **record year** 2022 it was $3 billion* | a year that is set apart |
//! | ***It** stood at $4 million in 2011*, ***the figure** for 2011 was $4 million* | a word for what the talk is of, and a time |
//! | *In 2011 trade was a **mere** $4 million* | a word that makes it small |
//! | ***When** ties were established in 2011, trade was $4 million* | the time of an event |

use super::view::View;
use crate::lexicon::words::points_back;
use crate::mention::{Mention, What};

/// *A year earlier the figure was 9.1 million*, *In 2018 it had been 7.2 million*: whether a sentence only looks back, and the talk stays at
/// its time.
pub fn looks_back(view: &View<'_>) -> bool {
    let opens = view.range.start;
    let first = view.quantities.first().map_or(view.range.end, |q| view.mentions[*q].tokens.start);
    let word = |at: usize| view.norm(at);
    let had = |at: usize| {
        let done = |word: &str| word.ends_with("en") || matches!(word, "come" | "run" | "gone" | "grown" | "shrunk");
        let verb = at + 1 + usize::from(matches!(word(at + 1), "only" | "just" | "already" | "still" | "once"));
        word(at) == "had" && (done(word(verb)) || view.is_past(verb))
    };
    let earlier = |at: usize| matches!(word(at), "earlier" | "before" | "ago" | "previously");
    let ahead = opens..first;
    let time = |m: &Mention| matches!(m.what, What::Period(_));
    let dated = |m: &Mention| ahead.contains(&m.tokens.start) && time(m);
    // *In the record year 2022 it had been $3 billion*, *Best year so far: 2021*
    let extreme = |at: usize| {
        matches!(word(at), "record" | "best" | "peak" | "boom" | "worst" | "bumper") && word(at + 1) == "year"
    };
    if ahead.clone().any(had) || ahead.clone().any(extreme) {
        return true;
    }
    let when = || word(opens) == "when" && ahead.clone().any(|at| word(at) == ",") && view.mentions.iter().any(dated);
    let again = |at: usize| names_the_talk(view, at).is_some_and(|end| tells_what_was(view, end));
    // *It stood at $401 million in 2002*: a time right behind the only figure.
    let behind = || {
        let end = view.quantities.first().map_or(first, |q| view.mentions[*q].tokens.end);
        view.mentions.iter().any(|m| time(m) && (end..=end + 2).contains(&m.tokens.start)) && view.quantities.len() == 1
    };
    let any_time = || ahead.clone().any(earlier) || view.mentions.iter().any(dated) || behind();
    ahead.clone().any(again) && any_time() || is_made_small(view, first) && any_time() || when()
}

/// *it*, *this*, *the figure*, *the result of 2003*: where words end that stand for what the talk is of.
fn names_the_talk(view: &View<'_>, at: usize) -> Option<usize> {
    let word = |at: usize| view.norm(at);
    let noun = matches!(
        word(at + 1),
        "figure" | "figures" | "level" | "result" | "total" | "indicator" | "number" | "amount" | "sum" | "mark"
    );
    if points_back(word(at)) && word(at) != "them" && (noun || word(at) != "that") {
        return Some(at + 1 + usize::from(noun));
    }
    if word(at) != "the" || !noun {
        return None;
    }
    let led = matches!(word(at + 2), "of" | "for" | "in");
    let time = view.time_at(at + 3);
    Some(time.filter(|_| led).map_or(at + 2, |m| m.tokens.end))
}

/// *was*, *did not exceed*, *hardly reached*: whether a verb of what was begins at token `at`.
fn tells_what_was(view: &View<'_>, at: usize) -> bool {
    let was = |at: usize| {
        matches!(
            view.norm(at),
            "was" | "were" | "stood" | "had" | "came" | "amounted" | "reached" | "totalled" | "totaled" | "did"
        )
    };
    let small = matches!(view.norm(at), "only" | "hardly" | "barely" | "still" | "just" | "scarcely" | "then");
    was(at) || small && was(at + 1)
}

/// *a mere $4 million*, *barely 2 million*: whether the figure at token `first` is told to have been small.
fn is_made_small(view: &View<'_>, first: usize) -> bool {
    let was = |at: usize| view.is_past(at) || matches!(view.norm(at), "was" | "were");
    let small = view.back(first, 3).rev().find(|at| {
        matches!(view.norm(*at), "mere" | "merely" | "meagre" | "meager" | "paltry" | "scant" | "barely" | "hardly")
    });
    small.is_some_and(|at| view.back(at, 4).any(was))
}
