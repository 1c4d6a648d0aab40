//! Names of offices that figures come from: *data compiled by the U.S. Energy Information Administration show*.

use std::ops::Range;

use crate::token::Token;

/// *figures from the US Energy Administration*, *data compiled by Oman's Ministry of Energy*, *according to the Chilean Copper
/// Commission*: whether the name from token `start` to `end` opens that of an office which only tells the figures.
pub fn is_source(tokens: &[Token<'_>], sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { tokens[at].norm.as_ref() } else { "" };
    let the = usize::from(word(start.wrapping_sub(1)) == "the");
    let lead = start.wrapping_sub(1 + the);
    let told = match word(lead) {
        "to" => word(lead.wrapping_sub(1)) == "according",
        "by" => is_issued(word(lead.wrapping_sub(1))) && (2..=4).any(|back| is_record(word(lead.wrapping_sub(back)))),
        "from" | "of" => (1..=2).any(|back| is_record(word(lead.wrapping_sub(back)))),
        // *sold 50,000 tonnes to China, the U.S. Agriculture Department said*
        "," => matches!(word(end_of_name(tokens, sentence, end)), "said" | "says" | "announced" | "reported"),
        _ => false,
    };
    told && names_office(tokens, sentence, end)
        || at_a_tender(tokens, sentence, end)
        || matches!(word(lead), "by" | "on" | "to") && counts_for_others(tokens, sentence, start, end)
}

/// *Output, by OPEC's count, is 2.6 million b/d*: whether the name from token `start` to `end` is that of a group that counts what its
/// members do.
fn counts_for_others(tokens: &[Token<'_>], sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { tokens[at].norm.as_ref() } else { "" };
    let owned = word(end) == "'" && word(end + 1) == "s";
    let count = word(end + 2);
    word(start) == "opec"
        && owned
        && (is_record(count)
            || matches!(count, "count" | "estimate" | "reckoning" | "tally" | "calculation" | "secretariat"))
}

/// *licences to export 40,000 tonnes at today's EC tender*: whether the name that ends at token `end` is that of the Community whose
/// licences are asked for.
fn at_a_tender(tokens: &[Token<'_>], sentence: &Range<usize>, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { tokens[at].norm.as_ref() } else { "" };
    let bracket = word(end) == "(" && word(end + 2) == ")";
    let next = end + if bracket { 3 } else { 0 };
    let next = next + usize::from(matches!(word(next), "weekly" | "cereals" | "cereal" | "grain" | "sugar" | "export"));
    matches!(word(end.wrapping_sub(1)), "ec" | "eu" | "community" | "union")
        && matches!(word(next), "tender" | "tenders")
}

/// Where the capitalised words from token `at` end: *'s Ministry of Energy*, *Energy Information Administration*.
fn end_of_name(tokens: &[Token<'_>], sentence: &Range<usize>, at: usize) -> usize {
    let joins = |t: &Token<'_>| matches!(t.norm.as_ref(), "'" | "s" | "of" | "for" | "and");
    let end = (at..sentence.end.min(at + 8)).find(|at| !tokens[*at].is_capitalised() && !joins(&tokens[*at]));
    end.unwrap_or(sentence.end.min(at + 8))
}

/// Whether one of them is for an office.
fn names_office(tokens: &[Token<'_>], sentence: &Range<usize>, at: usize) -> bool {
    let end = end_of_name(tokens, sentence, at);
    tokens[at..end].iter().any(|t| t.is_capitalised() && is_office(&t.norm))
}

/// What figures are told in.
fn is_record(word: &str) -> bool {
    matches!(
        word,
        "data"
            | "figures"
            | "statistics"
            | "estimates"
            | "numbers"
            | "report"
            | "reports"
            | "survey"
            | "calculations"
            | "forecasts"
            | "projections"
            | "bulletin"
    )
}

/// How it is told.
fn is_issued(word: &str) -> bool {
    matches!(
        word,
        "compiled"
            | "published"
            | "released"
            | "issued"
            | "collected"
            | "supplied"
            | "provided"
            | "quoted"
            | "cited"
            | "made"
    )
}

/// Who tells it.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "administration"
            | "agency"
            | "ministry"
            | "bureau"
            | "office"
            | "department"
            | "board"
            | "institute"
            | "service"
            | "authority"
            | "commission"
            | "association"
            | "council"
            | "committee"
            | "centre"
            | "center"
            | "bank"
            | "federation"
            | "chamber"
            | "union"
    )
}
