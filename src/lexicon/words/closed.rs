//! Words that hold a sentence together: helping verbs, articles, pronouns, prepositions, marks.

use crate::model::MONTHS;
use crate::token::OneOf;

/// ***April** 1*: the name of a month.
pub const MONTH: OneOf = OneOf::of(&MONTHS, |word| MONTHS.contains(&word));

/// *exports **were** $3 billion*: the finite forms of *be*.
pub fn is_or_was(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were")
}

/// *had **been** sold*, *is **being** sold*: any form of *be*.
pub fn is_form_of_be(word: &str) -> bool {
    is_or_was(word) || matches!(word, "be" | "been" | "being")
}

/// ***has** sold*, ***having** sold*: any form of *have*.
pub fn is_form_of_have(word: &str) -> bool {
    matches!(word, "has" | "have" | "had" | "having")
}

/// ***could** sell*: a verb that says how sure, allowed or likely another is.
pub fn is_modal(word: &str) -> bool {
    matches!(word, "can" | "could" | "may" | "might" | "must" | "shall" | "should" | "will" | "would")
}

/// ***to** sell*, ***could** sell*: what a verb in its plain form stands behind.
pub fn leads_infinitive(word: &str) -> bool {
    word == "to" || is_modal(word)
}

/// A helping verb, of whatever kind.
pub fn is_auxiliary(word: &str) -> bool {
    is_form_of_be(word) || is_form_of_have(word) || is_modal(word)
}

/// *a*, *an*, *the*.
pub fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the")
}

/// ***its** exports*: a word that says whose.
pub fn is_possessive(word: &str) -> bool {
    matches!(word, "its" | "their" | "his" | "her" | "our")
}

/// ***these** exports*: a word that points at what was told.
pub fn is_demonstrative(word: &str) -> bool {
    matches!(word, "this" | "that" | "these" | "those")
}

/// ***it** rose*, *most of **them***: a word that stands for what was told.
pub fn points_back(word: &str) -> bool {
    is_demonstrative(word) || matches!(word, "it" | "they" | "them")
}

/// *gas, **which** costs more*: a word that opens a clause about what stands before it.
pub fn is_relative(word: &str) -> bool {
    matches!(word, "which" | "who" | "whose" | "whom" | "where")
}

/// *tea **and** coffee*: what joins two names.
pub fn joins(word: &str) -> bool {
    matches!(word, "and" | "or" | "&")
}

/// *up 4 percent**;** coffee rose too*: what parts one member of a list from the next.
pub fn parts_list(word: &str) -> bool {
    matches!(word, "," | ";" | "and")
}

/// *sold 5 tonnes**.***: nothing more, or a mark that ends what is said.
pub fn ends_phrase(word: &str) -> bool {
    matches!(word, "" | "." | "," | ";")
}

/// *lay **above** the quota*: on which side of a level.
pub fn is_over_or_under(word: &str) -> bool {
    matches!(word, "over" | "under" | "above" | "below")
}

/// *5 tonnes **against** 4 tonnes*: what sets a figure beside another.
pub fn compares(word: &str) -> bool {
    matches!(word, "against" | "from" | "than" | "versus" | "vs")
}

/// ***during** 2022*: what leads a stretch of time.
pub fn leads_stretch(word: &str) -> bool {
    matches!(word, "in" | "during" | "for" | "over")
}

/// *14 percent **more***: how a figure lies to the one that it is compared with.
pub fn is_more_or_less(word: &str) -> bool {
    matches!(word, "up" | "down" | "higher" | "lower" | "more" | "less")
}

/// *the **previous** month*: the one before that which is spoken of.
pub fn is_prior(word: &str) -> bool {
    matches!(word, "previous" | "preceding" | "prior")
}

/// *$5 **a** tonne*: what leads the unit that each is counted by.
pub fn is_per(word: &str) -> bool {
    matches!(word, "a" | "an" | "per" | "each" | "every" | "/")
}

/// *coal**:** 5 tonnes*, *coal **(**5 tonnes)*, *coal **with** 5 tonnes*: what stands between a name and its figure.
pub fn opens_figure(word: &str) -> bool {
    matches!(word, ":" | "-" | "(" | "," | "with" | "at")
}

/// ***because** prices fell*, ***when** prices fall*: what opens a clause of time or reason.
pub fn opens_reason(word: &str) -> bool {
    matches!(word, "because" | "as" | "since" | "after" | "when" | "while" | "before" | "although")
}

/// *January **to** March*: what stands before the end of a stretch.
pub fn leads_to_end(word: &str) -> bool {
    matches!(word, "to" | "until" | "till" | "through" | "-")
}

/// ***through** Belarus*: what leads a place that is passed.
pub fn crosses_over(word: &str) -> bool {
    matches!(word, "through" | "via" | "across")
}

/// *is **still** the largest*: small adverbs of time.
pub fn is_by_now(word: &str) -> bool {
    matches!(word, "now" | "also" | "still" | "already" | "then")
}

/// ***Meanwhile** imports fell*: what joins a sentence to the one before, and names nothing.
pub fn joins_sentences(word: &str) -> bool {
    matches!(
        word,
        "meanwhile"
            | "meantime"
            | "however"
            | "instead"
            | "nevertheless"
            | "nonetheless"
            | "moreover"
            | "furthermore"
            | "besides"
            | "thus"
            | "hence"
            | "therefore"
            | "then"
            | "afterwards"
            | "thereafter"
            | "thereby"
            | "later"
            | "next"
            | "also"
            | "again"
            | "still"
            | "yet"
            | "now"
            | "today"
            | "elsewhere"
            | "abroad"
            | "altogether"
            | "together"
            | "likewise"
            | "otherwise"
            | "indeed"
            | "too"
            | "perhaps"
            | "maybe"
            | "though"
            | "although"
            | "because"
            | "since"
            | "whereas"
            | "whenever"
            | "once"
            | "unless"
    )
}

/// ***so** it has doubled*, ***thus** 4 percent more*: what follows from what was told before it.
pub fn concludes(word: &str) -> bool {
    matches!(
        word,
        "so" | "thus"
            | "therefore"
            | "hence"
            | "consequently"
            | "accordingly"
            | "means"
            | "meaning"
            | "implies"
            | "implying"
            | "ie"
    )
}

/// ***about** 5 tonnes*: what leaves a figure rough.
pub fn is_about(word: &str) -> bool {
    matches!(word, "about" | "some" | "around" | "nearly" | "almost" | "roughly" | "approximately")
}

/// Whether a word stands right before an amount and is no part of a name: *of*, *reached*, *by*.
pub fn leads_amount(word: &str) -> bool {
    matches!(
        word,
        "of" | "to"
            | "by"
            | "from"
            | "was"
            | "were"
            | "reached"
            | "totaled"
            | "totalled"
            | "hit"
            | "topped"
            | "and"
            | "with"
            | "about"
    )
}

/// *300 **new** buses*: a word between a number and the goods that it counts, which names no other goods.
pub fn describes_pieces(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "used"
            | "old"
            | "modern"
            | "imported"
            | "foreign"
            | "electric"
            | "diesel"
            | "hybrid"
            | "light"
            | "heavy"
            | "large"
            | "small"
            | "big"
            | "live"
            | "finished"
            | "complete"
            | "household"
            | "industrial"
            | "agricultural"
            | "military"
            | "civilian"
            | "commercial"
            | "special"
            | "powerful"
            | "different"
            | "various"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_holds_its_words_and_no_others() {
        type Class = fn(&str) -> bool;
        let classes: [(Class, &str, &str); 28] = [
            (joins_sentences, "meanwhile instead hence", "cotton the exports"),
            (is_or_was, "is are was were", "be been has"),
            (is_form_of_be, "be been being was", "has will"),
            (is_form_of_have, "has have had having", "is"),
            (is_modal, "can would might shall", "to has"),
            (leads_infinitive, "to will", "of"),
            (is_auxiliary, "been had must", "sold to"),
            (is_article, "a an the", "its"),
            (is_possessive, "its their our", "it the"),
            (is_demonstrative, "this those", "it the"),
            (points_back, "it them these", "which"),
            (is_relative, "which whose where", "that"),
            (joins, "and or &", ","),
            (parts_list, ", ; and", "or"),
            (ends_phrase, ". , ;", "and"),
            (is_over_or_under, "above under", "beyond"),
            (compares, "against than vs", "to"),
            (leads_stretch, "in during", "on"),
            (is_more_or_less, "up less", "most"),
            (is_prior, "previous prior", "last"),
            (is_per, "a per /", "the"),
            (opens_figure, ": - (", "of trade"),
            (opens_reason, "because as since", "of trade"),
            (leads_to_end, "to until till", "of trade"),
            (crosses_over, "through via across", "of trade"),
            (is_by_now, "now also still", "of trade"),
            (concludes, "so thus meaning", "and or"),
            (is_about, "about some around", "of trade"),
        ];
        for (class, words, others) in classes {
            assert!(words.split(' ').all(class), "{words}");
            assert!(!others.split(' ').any(class), "{others}");
        }
        assert!(ends_phrase(""));
    }
}
