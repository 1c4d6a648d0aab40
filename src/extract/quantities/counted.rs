//! The noun that a number counts.
//!
//! | text | noun |
//! | --- | --- |
//! | *3,400 full-time employees* | employee |
//! | *12 new planes* | plane |
//! | *two people* | person |
//! | *a three-bedroom flat* | bedroom |
//! | *300 of them* | none |

use crate::extract::view::View;
use crate::token::Shape;

/// How many words may stand between a number and its noun.
const REACH: usize = 5;

/// Plurals that are no singular with an *s*, and nouns that are their own plural.
const IRREGULAR: [(&str, &str); 43] = [
    ("movies", "movie"),
    ("calories", "calorie"),
    ("cookies", "cookie"),
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("halves", "half"),
    ("shelves", "shelf"),
    ("thieves", "thief"),
    ("wolves", "wolf"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("oxen", "ox"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("media", "media"),
    ("police", "police"),
    ("staff", "staff"),
    ("crew", "crew"),
    ("personnel", "personnel"),
    ("aircraft", "aircraft"),
    ("spacecraft", "spacecraft"),
    ("cattle", "cattle"),
    ("sheep", "sheep"),
    ("fish", "fish"),
    ("deer", "deer"),
    ("salmon", "salmon"),
    ("troops", "troop"),
    ("series", "series"),
    ("species", "species"),
    ("buses", "bus"),
    ("gases", "gas"),
    ("viruses", "virus"),
    ("crises", "crisis"),
    ("businessmen", "businessman"),
    ("policemen", "policeman"),
];

/// Words that end the phrase of a number.
const ENDS: [&str; 78] = [
    "of", "to", "from", "in", "on", "by", "with", "for", "at", "and", "or", "but", "is", "was", "were", "are", "be",
    "been", "has", "have", "had", "that", "which", "who", "whom", "will", "would", "could", "should", "can", "may",
    "as", "than", "more", "less", "fewer", "out", "up", "down", "off", "over", "under", "after", "before", "since",
    "until", "while", "when", "where", "through", "across", "into", "against", "between", "among", "during", "per",
    "each", "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "it", "they", "he", "she",
    "so", "if", "not", "also", "apiece",
];

/// Nouns that end in *s* and stand before the noun that is counted: *12 sports cars*.
const BEFORE: [&str; 10] =
    ["sports", "sales", "goods", "systems", "news", "arms", "arts", "services", "communications", "operations"];

/// Nouns that are their own plural and stand before another as well: *11 crew members*.
const COLLECTIVE: [&str; 8] = ["crew", "staff", "police", "aircraft", "cattle", "fish", "media", "personnel"];

/// *nine of its 11 sectors*, *200 of the workers*: the noun of the whole, and the token after the number itself.
pub fn among(view: &View<'_>, at: usize) -> Option<(String, usize)> {
    let owned = matches!(view.norm(at + 1), "the" | "its" | "their" | "his" | "her" | "our" | "these" | "those");
    if view.norm(at) != "of" || !owned {
        return None;
    }
    let whole = view.quantities.iter().filter_map(|q| view.quantity(*q)).find(|q| q.tokens.start == at + 2);
    let (singular, _) = noun(view, whole.map_or(at + 2, |q| q.tokens.end))?;
    Some((singular, at))
}

/// The noun counted by the number that ends before token `at`, in the singular, and the token after it.
pub fn noun(view: &View<'_>, at: usize) -> Option<(String, usize)> {
    // *two-bedroom*, *a 12-member panel*
    if view.norm(at) == "-" && view.range.contains(&(at + 1)) {
        let (mark, word) = (&view.tokens[at], &view.tokens[at + 1]);
        if mark.is_joined() && word.is_joined() && word.shape == Shape::Word {
            return Some((singular(&word.norm), at + 2));
        }
    }
    let mut last = None;
    for place in at..(at + REACH).min(view.range.end) {
        let token = &view.tokens[place];
        let joined = token.is_mark('-') && token.is_joined();
        if joined && place > at {
            continue;
        }
        // *six Airbus A321 aircraft*
        if token.shape == Shape::Digits && token.is_joined() && place > at {
            continue;
        }
        let compound = place > at && token.is_joined() && view.norm(place - 1) == "-";
        let ends = ENDS.contains(&token.norm.as_ref()) && !compound;
        if token.shape != Shape::Word || ends || token.norm == "s" {
            break;
        }
        if is_plural(&token.norm) {
            let next = view.norm(place + 1);
            if (BEFORE.contains(&token.norm.as_ref()) || COLLECTIVE.contains(&token.norm.as_ref())) && is_plural(next) {
                continue;
            }
            return Some((singular(&token.norm), place + 1));
        }
        last = Some(place);
    }
    // *one company*, *a single 2 star*: a singular noun only right behind its number.
    let last = last.filter(|last| *last == at && view.norm(at.wrapping_sub(1)) == "one")?;
    Some((singular(view.norm(last)), last + 1))
}

fn is_plural(word: &str) -> bool {
    IRREGULAR.iter().any(|(plural, _)| *plural == word)
        || word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is", "ous"].iter().any(|end| word.ends_with(end))
            && !matches!(
                word,
                "across" | "plus" | "versus" | "always" | "perhaps" | "besides" | "towards" | "afterwards"
            )
}

/// A noun in the singular.
pub fn singular(word: &str) -> String {
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_string();
    }
    let cut = |length: usize| word[..word.len() - length].to_string();
    if word.len() <= 3 || !word.ends_with('s') || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.to_string()
    } else if word.ends_with("ies") && word.len() > 5 {
        cut(3) + "y"
    } else if ["sses", "xes", "ches", "shes", "zzes", "oes"].iter().any(|end| word.ends_with(end)) {
        cut(2)
    } else {
        cut(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_in_the_singular() {
        for (plural, expected) in [
            ("employees", "employee"),
            ("companies", "company"),
            ("people", "person"),
            ("boxes", "box"),
            ("businesses", "business"),
            ("houses", "house"),
            ("matches", "match"),
            ("movies", "movie"),
            ("bus", "bus"),
            ("aircraft", "aircraft"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }
}
