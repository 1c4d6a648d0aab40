//! Whether a clause has a subject of its own, so that its figure is none of the talk's.

use super::indicator::Search;
use crate::lexicon::Cue;
use crate::lexicon::words::is_demonstrative;
use crate::mention::What;
use crate::model::Dimension;
use crate::token::{OneOf, Shape};

/// *Equinor rose 1.8%*: the clause is about something that is known to be nothing spoken of.
pub fn unknown_subject(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let mut clause = view.clause(search.start());
    // *as BHP declined*
    if matches!(view.norm(clause.start), "as" | "while" | "and" | "but" | "though") && clause.len() > 1 {
        clause.start += 1;
    }
    let token = &view.tokens[clause.start];
    // *That compared with 15.9 mln* speaks of what was told.
    let known = view.mentions.iter().any(|m| m.tokens.contains(&clause.start))
        || is_demonstrative(token.norm.as_ref())
        // *There was also a fall*
        || matches!(token.norm.as_ref(), "both" | "such")
        || token.norm == "there" && search.unit.is_ratio();
    let letters = token.text.chars().count();
    let short = letters == 3 && token.text.chars().all(char::is_uppercase);
    let name = token.is_capitalised() && (letters > 3 || short) && !token.norm.ends_with('s');
    let next = clause.start + 1;
    let verb = view.verb_at(next)
        || view.mentions.iter().any(|m| {
            m.tokens.start == next
                && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Direction(_))))
        });
    name && !known && verb && next < search.start() || own_subject(search, &clause)
}

/// *Bed occupancy was 63 percent*, *entrance fees doubled to 190 pula*: the clause has a subject of its own that no table
/// knows.
fn own_subject(search: &Search<'_, '_>, clause: &std::ops::Range<usize>) -> bool {
    const PLAIN: [&str; 112] = [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "our",
        "this",
        "that",
        "these",
        "those",
        "it",
        "they",
        "which",
        "of",
        "in",
        "at",
        "on",
        "by",
        "for",
        "from",
        "to",
        "with",
        "and",
        "but",
        "while",
        "so",
        "as",
        "than",
        "all",
        "some",
        "most",
        "more",
        "other",
        "others",
        "another",
        "remainder",
        "rest",
        "whole",
        "former",
        "latter",
        "first",
        "second",
        "third",
        "latest",
        "same",
        "one",
        "two",
        "three",
        "each",
        "both",
        "there",
        "here",
        "however",
        "meanwhile",
        "thus",
        "then",
        "now",
        "already",
        "only",
        "still",
        "result",
        "period",
        "governments",
        "government",
        "sides",
        "leaders",
        "presidents",
        "ministers",
        "minister",
        "authorities",
        "parties",
        "ministry",
        "value",
        "pace",
        "target",
        "goal",
        "item",
        "items",
        "commodity",
        "commodities",
        "product",
        "products",
        "article",
        "articles",
        "position",
        "positions",
        "place",
        "places",
        "list",
        "category",
        "categories",
        "good",
        "goods",
        "increase",
        "decrease",
        "growth",
        "decline",
        "share",
        "top",
        "among",
        "them",
        "figure",
        "figures",
        "flow",
        "flows",
        "way",
        "direction",
        "opposite",
        "reverse",
        "alone",
        "itself",
    ];
    const VERBS: OneOf = one_of!(
        "was", "were", "is", "are", "has", "had", "have", "will", "would", "could", "may", "might", "rose", "fell",
        "grew", "stood", "came", "made", "reached", "doubled", "tripled", "costs", "cost", "makes",
    );
    let view = search.view;
    // Tonnes and barrels go on from tonnes and barrels, whoever handles them.
    let goods = matches!(
        search.unit.measure.dimension(),
        Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Power | Dimension::Count
    );
    if goods {
        return false;
    }
    let Some(verb) = (clause.start..search.start()).find(|at| view.is_one_of(*at, VERBS)) else { return false };
    // *Garment orders were 324 million*, behind export orders
    if search.exports && view.norm(verb - usize::from(verb > clause.start)) == "orders" {
        return false;
    }
    let words: Vec<usize> = (clause.start..verb)
        .filter(|at| !view.mentions.iter().any(|m| m.tokens.contains(at)))
        .filter(|at| view.tokens[*at].shape == Shape::Word && !PLAIN.contains(&view.norm(*at)))
        .filter(|at| !view.norm(*at).ends_with("ly"))
        .collect();
    // The word right before the verb names what is told, or the word before a place: *bankruptcies in Texas were up*.
    let place = |at: usize| {
        matches!(view.norm(at), "in" | "the" | "at" | "across")
            || view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Party(..)))
    };
    let verb = (clause.start..verb).rev().find(|at| !place(*at)).map_or(verb, |at| at + 1);
    // *The agreement would amount to 250 billion dollars a year*: what was agreed goes on.
    let sums = (verb..search.start()).any(|at| matches!(view.norm(at), "amount" | "amounts" | "total" | "totals"));
    if sums && words.iter().all(|at| matches!(view.norm(*at), "agreement" | "deal" | "contract" | "pact" | "purchases"))
    {
        return false;
    }
    // *Economists had pencilled in 2.5 billion*: who foresees what is told.
    let foresees = |at: &usize| matches!(view.norm(*at), "economists" | "analysts" | "forecasters" | "observers");
    if words.iter().any(foresees) {
        return false;
    }
    let last = words.iter().any(|at| *at + 1 == verb);
    last && words.iter().any(|at| view.tokens[*at].text.starts_with(char::is_lowercase))
}
