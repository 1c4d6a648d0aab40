//! Whether the `m` behind a number is of metres, where any quantity is read.

use super::Scan;
use super::numeral::Numeral;
use crate::model::Decimal;
use crate::token::{OneOf, Shape};

/// Whether the `m` behind a number is of metres by what else its sentence speaks of: *waves of up to 9m*, *the 8,091m peak*;
/// not `2,400m shares` and not *spent 4m*. Asked only where any quantity is read: trade counts in millions.
pub fn stands_high(scan: &Scan<'_>, start: usize, number: &Numeral) -> bool {
    const LENGTHS: OneOf = one_of!(
        "deep",
        "depth",
        "depths",
        "tall",
        "height",
        "heights",
        "altitude",
        "snow",
        "snowfall",
        "drifts",
        "wave",
        "waves",
        "tsunami",
        "swell",
        "tide",
        "tides",
        "flood",
        "floodwater",
        "floodwaters",
        "river",
        "summit",
        "mountain",
        "mountains",
        "hill",
        "cliff",
        "cliffs",
        "climb",
        "climbers",
        "slope",
        "glacier",
        "glaciers",
        "thinned",
        "thickness",
        "thicker",
        "thinner",
        "crevasse",
        "sways",
        "sway",
        "wingspan",
        "distance",
        "tower",
        "skyscraper",
        "statue",
        "fence",
        "wall",
        "ceiling",
        "trench",
        "hole",
        "tunnel",
        "dive",
        "diver",
        "divers",
        "crocodile",
        "shark",
        "whale",
        "python",
        "jump",
        "javelin",
        "discus",
        "vault",
        "sprint",
        "swimmer",
        "butterfly",
        "freestyle",
        "runway",
        "pool",
        "fish",
        "snake",
        "tree",
        "trees",
        "animal",
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "kg",
        "yacht",
        "hull",
        "corridor",
        "metres",
        "km",
        "ladder",
        "telescope",
        "mirror",
        "asteroid",
        "length",
    );
    if !scan.as_written || scan.get(number.end).is_none_or(|t| t.text != "m") || number.exponent > 0 {
        return false;
    }
    let next = scan.get(number.end + 1);
    let things = next.is_some_and(|t| t.shape == Shape::Word && t.norm.ends_with('s') && !t.norm.ends_with("ss"));
    // `8,091m`, not `2,400m`: heights are told to the metre or in thousands with a comma as well.
    let whole = number.value.scale() == 0;
    let thousands = whole && number.value >= Decimal::from(1000) && number.value < Decimal::from(50_000);
    let near = number.value < Decimal::from(20) || whole && number.value < Decimal::from(1000);
    // *the 8,091m peak*
    let climbed =
        next.is_some_and(|t| matches!(t.norm.as_ref(), "peak" | "peaks" | "summit" | "mountain" | "drop" | "climb"));
    if things && !climbed {
        return false;
    }
    let spoken = || scan.range.clone().any(|at| at != start && scan.get(at).is_some_and(|t| t.is_one_of(LENGTHS)));
    climbed || thousands || near && (spoken() || measured(scan, start, number))
}

/// *measures 2.4m from head to tail*, *18m from bow to stern*, *swam 50m*, *40m by 25m*, *within 80m of the rocks*: what stands beside a
/// number says that it is a length; not *fell 40m short of its target*.
fn measured(scan: &Scan<'_>, start: usize, number: &Numeral) -> bool {
    const VERBS: OneOf = one_of!(
        "measures",
        "measure",
        "measured",
        "measuring",
        "swam",
        "swim",
        "swims",
        "swimming",
        "walked",
        "walk",
        "crawled",
        "spans",
        "span",
        "spanned",
        "spanning",
        "rolled",
        "plunged",
        "plunges",
        "within",
        "dug",
        "dig",
        "narrows",
        "narrowed",
        "waded",
        "abseiled",
        "leapt",
        "tunnelled",
        "dived",
        "strode",
        "hiked",
        "sank",
        "stretches",
        "stretched",
        "stretching",
        "widened",
        "widens",
    );
    const SIZES: [&str; 8] = ["diameter", "length", "height", "width", "depth", "circumference", "across", "wingspan"];
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let before = |back: usize| start.checked_sub(back).map_or("", word);
    let end = number.end + 1;
    let verb = (1..=3).any(|back| start >= back && scan.get(start - back).is_some_and(|t| t.is_one_of(VERBS)));
    let size = SIZES.contains(&word(end)) || word(end) == "in" && SIZES.contains(&word(end + 1));
    // *from bow to stern*
    let ends = word(end) == "from" && word(end + 2) == "to";
    // *40m by 25m*
    let sides = word(end) == "by" && scan.is_digits(end + 1)
        || before(1) == "by" && before(2) == "m" && start >= 3 && scan.is_digits(start - 3);
    let place = |at: usize| matches!(word(at), "a" | "an" | "the" | "his" | "her" | "its");
    let fell = matches!(before(1), "fell" | "falls" | "fall" | "dropped" | "tumbled" | "slid")
        && (matches!(word(end), "from" | "into" | "onto" | "down" | "off") && place(end + 1)
            || word(end) == "in" && matches!(word(end + 1), "seconds" | "minutes"));
    let away = matches!(word(end), "from" | "away")
        && matches!(before(1), "is" | "was" | "lies" | "stands" | "stood" | "just" | "only" | "about" | "some")
        && (place(end + 1) || word(end) == "away");
    let apart = word(end) == "apart" || before(1) == "keep" && word(end) == "away";
    // *sea levels could rise by 1.1m*, *the water rose 2.5m overnight*
    let rises = || {
        let sea = scan.range.clone().any(|at| {
            matches!(word(at), "sea" | "seas" | "water" | "lake" | "dam" | "reservoir")
                && matches!(
                    word(at + 1),
                    "level" | "levels" | "rose" | "rise" | "rises" | "could" | "fell" | "will" | "would"
                )
        });
        sea && (1..=3)
            .any(|back| matches!(before(back), "rise" | "rose" | "rises" | "risen" | "fell" | "fallen" | "by"))
    };
    verb || size || ends || sides || fell || away || apart || rises()
}
