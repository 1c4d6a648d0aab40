//! Whose statistics a text tells, where it says so.
//!
//! | text | party |
//! | --- | --- |
//! | *according to the Turkish regulator* | `TUR` |
//! | *data of the General Administration of Customs of the PRC* | `CHN` |
//! | *by Chinese statistics 41 billion, by Kazakh statistics 30* | none: it tells two |

use std::collections::BTreeSet;

use super::{Lexicon, NameForm, Sense};
use crate::model::Party;
use crate::token::{Folded, Shape, Token, tokenize};

/// Words for what counts for a country, or for what it counted.
const COUNTS: [&str; 7] = ["statistics", "statistical", "statisticians", "regulator", "data", "figures", "statcom"];
/// What makes *customs* an office or its counts, and no duty or post.
const CUSTOMS: [&str; 10] = [
    "data",
    "statistics",
    "figures",
    "service",
    "authority",
    "authorities",
    "administration",
    "committee",
    "office",
    "agency",
];
/// How many words may stand between a country and what counts for it: *Turkish energy market regulator*.
const REACH: usize = 4;

impl Lexicon {
    /// The one country whose statistics a text says that it tells; `None` where it names none, or several.
    ///
    /// ```
    /// let lexicon = bilateral::Lexicon::embedded();
    /// let teller = |text: &str| lexicon.statistics_of(text).map(|party| party.to_string());
    /// assert_eq!(teller("According to the Turkish regulator, supplies rose.").as_deref(), Some("TUR"));
    /// assert_eq!(teller("Turkish supplies rose."), None);
    /// ```
    #[must_use]
    pub fn statistics_of(&self, text: &str) -> Option<Party> {
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, self.phrases.words());
        let mut tellers = BTreeSet::new();
        for at in 0..tokens.len() {
            let Some((party, form, length)) = self.party_at(&tokens, at) else { continue };
            if form == NameForm::Office
                || party.is_country() && (counts_after(&tokens[at + length..]) || self.counts_before(&tokens[..at]))
            {
                tellers.insert(party);
            }
        }
        let mut tellers = tellers.into_iter();
        tellers.next().filter(|_| tellers.next().is_none())
    }

    fn party_at(&self, tokens: &[Token<'_>], at: usize) -> Option<(Party, NameForm, usize)> {
        let found = self.phrases.longest(tokens, at)?;
        found.senses.iter().find_map(|sense| match sense {
            Sense::Party(party, form) => Some((*party, *form, found.tokens())),
            _ => None,
        })
    }

    /// *statistics committee of (the)*, *data of*.
    fn counts_before(&self, before: &[Token<'_>]) -> bool {
        let words: Vec<&Token<'_>> = before.iter().rev().filter(|t| &*t.norm != "the").take(REACH + 1).collect();
        let Some((of, rest)) = words.split_first() else { return false };
        &*of.norm == "of"
            && rest.first().is_some_and(|t| COUNTS.contains(&&*t.norm) || CUSTOMS.contains(&&*t.norm))
            && rest.iter().any(|t| COUNTS.contains(&&*t.norm) || &*t.norm == "customs")
    }
}

/// *(’s) (energy market) regulator*, *customs data*.
fn counts_after(after: &[Token<'_>]) -> bool {
    let words: Vec<&Token<'_>> = after
        .iter()
        .take_while(|t| t.shape == Shape::Word || matches!(t.shape, Shape::Mark('\'' | '’')))
        .filter(|t| t.shape == Shape::Word && &*t.norm != "s")
        .take(REACH)
        .collect();
    words.iter().enumerate().any(|(i, word)| {
        COUNTS.contains(&&*word.norm)
            || &*word.norm == "customs" && words.get(i + 1).is_some_and(|next| CUSTOMS.contains(&&*next.norm))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_who_counts_is_found() {
        let lexicon = Lexicon::embedded();
        for (text, teller) in [
            ("Chinese customs data show 2.9 bcm.", "CHN"),
            ("by data of the Statistics Committee of Kazakhstan trade fell", "KAZ"),
            ("As per Indian data, trade went up.", "IND"),
            ("Kazakhstan's Bureau of National Statistics gives 30 billion.", "KAZ"),
            ("Chinese statistics say 41 billion, Kazakh statistics 30.", ""),
            ("The Kazakh customs post was closed.", ""),
            ("The EU customs union has its own statistics.", ""),
            ("Kazakhstan sold more. The data are new.", ""),
        ] {
            let found = lexicon.statistics_of(text).map_or(String::new(), |party| party.to_string());
            assert_eq!(found, teller, "{text}");
        }
    }
}
