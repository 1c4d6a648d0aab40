//! Nouns that say what a country is, before its name: *to big steel producer Turkey*, *from the largest supplier, Kuwait*.

use crate::lexicon::words::{crosses_over, is_main, is_possessive};
use crate::token::Token;

/// *in nippy Nordic country Finland*, *to big steel producer Turkey*: whether the noun right before the name at token `start` says
/// what it is.
pub fn said_before(tokens: &[Token<'_>], from: usize, start: usize) -> bool {
    start.checked_sub(1).filter(|b| *b >= from).is_some_and(|b| {
        matches!(
            tokens[b].norm.as_ref(),
            "country"
                | "nation"
                | "state"
                | "neighbour"
                | "neighbor"
                | "ally"
                | "giant"
                | "producer"
                | "exporter"
                | "importer"
                | "supplier"
                | "buyer"
                | "peer"
                | "rival"
                | "island"
                | "kingdom"
                | "republic"
                | "member"
        )
    })
}

/// *from the largest supplier, Kuwait*, *to its top market, the United States*: the comma between the noun that says what a country
/// is to another and its name at token `start`.
pub fn comma(tokens: &[Token<'_>], from: usize, start: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    let comma = if tokens[before].norm.as_ref() == "the" { before.checked_sub(1)? } else { before };
    let noun = comma.checked_sub(1).filter(|noun| *noun >= from && tokens[comma].is_mark(','))?;
    let says = matches!(
        tokens[noun].norm.as_ref(),
        "supplier"
            | "buyer"
            | "exporter"
            | "importer"
            | "customer"
            | "producer"
            | "seller"
            | "consumer"
            | "partner"
            | "neighbour"
            | "neighbor"
            | "client"
    );
    // *its second-biggest destination, Russia*, but *their part of the export market, Chile 17 percent*
    let owned = |at: usize| {
        let word = tokens[at].norm.as_ref();
        is_possessive(word) || word == "s" || is_main(word) || word.ends_with("est")
    };
    let place = || {
        matches!(tokens[noun].norm.as_ref(), "market" | "destination")
            && noun.checked_sub(1).is_some_and(|b| b >= from && owned(b))
    };
    (says || place()).then_some(comma)
}

/// *via Ceyhan in Turkey*, *through the port of Durban in South Africa*: whether the *in* at token `at` tells where a place lies that
/// goods go through.
pub fn behind_way(tokens: &[Token<'_>], from: usize, at: usize) -> bool {
    const PLACE: usize = 6;
    let named = |t: &Token<'_>| {
        t.is_capitalised()
            || matches!(
                t.norm.as_ref(),
                "the" | "a" | "port" | "ports" | "terminal" | "terminals" | "harbour" | "of" | "corridor" | "pipeline"
            )
    };
    let way = (from..at).rev().take(PLACE).find(|at| !named(&tokens[*at]));
    way.is_some_and(|way| way + 1 < at && crosses_over(tokens[way].norm.as_ref()))
}
