//! Nouns in the singular: *companies* to company, *grandchildren* to grandchild.

/// Plurals that are no singular with an *s*, and nouns that are their own plural.
const IRREGULAR: [(&str, &str); 75] = [
    ("analyses", "analysis"),
    ("hypotheses", "hypothesis"),
    ("diagnoses", "diagnosis"),
    ("oases", "oasis"),
    ("theses", "thesis"),
    ("indices", "index"),
    ("fungi", "fungus"),
    ("cacti", "cactus"),
    ("stimuli", "stimulus"),
    ("referenda", "referendum"),
    ("stadia", "stadium"),
    ("genera", "genus"),
    ("vertebrae", "vertebra"),
    ("antennae", "antenna"),
    ("loaves", "loaf"),
    ("calves", "calf"),
    ("scarves", "scarf"),
    ("hooves", "hoof"),
    ("housewives", "housewife"),
    ("midwives", "midwife"),
    ("dice", "die"),
    ("lice", "louse"),
    ("offspring", "offspring"),
    ("livestock", "livestock"),
    ("trout", "trout"),
    ("bison", "bison"),
    ("quizzes", "quiz"),
    ("headquarters", "headquarters"),
    ("bacteria", "bacterium"),
    ("larvae", "larva"),
    ("nuclei", "nucleus"),
    ("alumni", "alumnus"),
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

/// Whether a word is a plural, as far as its form tells.
pub fn is_plural(word: &str) -> bool {
    IRREGULAR.iter().any(|(plural, _)| *plural == word)
        || word.ends_with("children")
        || is_of_men(word)
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
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    // *grandchildren*, *firemen*
    if ends(&["children"]) {
        return cut(3);
    }
    if is_of_men(word) {
        return cut(2) + "an";
    }
    if word.len() <= 3 || !word.ends_with('s') || ends(&["ss", "us", "is"]) {
        word.to_string()
    } else if word.len() > 4 && ends(&["ies"]) && !ends(&IE) {
        cut(3) + "y"
    } else if ends(&["sses", "xes", "ches", "shes", "zzes", "oes"]) && !ends(&SILENT)
        || ends(&["nuses", "ruses", "tuses", "puses", "cuses", "buses", "luses", "lenses"])
            && !ends(&["excuses", "accuses", "abuses", "peruses"])
    {
        cut(2)
    } else {
        cut(1)
    }
}

/// *firemen*, *policewomen*: plurals of words of men and women; not *specimen*.
fn is_of_men(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("men")
        && !matches!(
            word,
            "specimen" | "regimen" | "abdomen" | "omen" | "acumen" | "yemen" | "ramen" | "stamen" | "semen" | "amen"
        )
}

/// Ends of plurals whose singular ends in *ie*.
const IE: [&str; 20] = [
    "movies",
    "cookies",
    "calories",
    "zombies",
    "rookies",
    "selfies",
    "brownies",
    "smoothies",
    "hoodies",
    "birdies",
    "prairies",
    "sorties",
    "hippies",
    "junkies",
    "foodies",
    "aussies",
    "budgies",
    "eyries",
    "genies",
    "talkies",
];

/// Ends of plurals whose singular ends in *e* though their sound would lose it.
const SILENT: [&str; 17] = [
    "tranches",
    "avalanches",
    "caches",
    "headaches",
    "aches",
    "niches",
    "quiches",
    "creches",
    "cliches",
    "moustaches",
    "mustaches",
    "shoes",
    "toes",
    "canoes",
    "foes",
    "oboes",
    "woes",
];

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
            ("grandchildren", "grandchild"),
            ("firemen", "fireman"),
            ("specimen", "specimen"),
            ("tranches", "tranche"),
            ("shoes", "shoe"),
            ("heroes", "hero"),
            ("bonuses", "bonus"),
            ("causes", "cause"),
            ("birdies", "birdie"),
            ("tries", "try"),
            ("ties", "tie"),
            ("analyses", "analysis"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }
}
