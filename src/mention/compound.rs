//! Goods whose name goes on behind a name that a table has: the last noun says what they are.
//!
//! | text | goods |
//! | --- | --- |
//! | *cocoa butter exports* | cocoa_butter |
//! | *imports of rubber gloves*, *rubber glove imports* | rubber_gloves |
//! | *chip-making equipment*, *semiconductor manufacturing equipment* | chip_making_equipment, semiconductor_manufacturing_equipment |

use std::ops::Range;

use super::Scan;
use crate::lexicon::{Kinds, Marks, Sense};
use crate::model::Commodity;
use crate::token::{OneOf, Shape, Token};

/// The whole name of the goods at `tokens`, where nouns behind make others of them.
pub fn whole_name(scan: &Scan<'_>, tokens: Range<usize>, goods: &Commodity) -> Option<(Range<usize>, Commodity)> {
    if let Some(fuel) = fuel_of_reactors(scan, &tokens) {
        return Some((tokens, fuel));
    }
    let mut end = tokens.end;
    let mut last = None;
    while end < tokens.end + 4
        && let Some((behind, named)) = noun_behind(scan, end)
    {
        (end, last) = (behind, Some(named));
    }
    let last = last?;
    // *Wheat Corn Rice*: a row of names.
    let capital = |at: usize| scan.get(at).is_some_and(|t| t.is_capitalised());
    let shouted = || scan.tokens[tokens.start..end].iter().all(|t| t.text.chars().all(|c| !c.is_lowercase()));
    if capital(end - 1) && (goods.as_str().ends_with('s') || !capital(tokens.start)) && !shouted() {
        return None;
    }
    let words = scan.tokens[tokens.start..end - 1].iter().filter(|t| t.shape == Shape::Word);
    let mut name = String::new();
    for word in words {
        name.push_str(&word.norm);
        name.push('_');
    }
    name.push_str(&last);
    Some((tokens.start..end, Commodity::new(name)))
}

/// *Framatome is to deliver fuel for four reactors*: what reactors burn, not what is refined of oil.
fn fuel_of_reactors(scan: &Scan<'_>, tokens: &Range<usize>) -> Option<Commodity> {
    const NUCLEAR: OneOf = one_of!(
        "nuclear",
        "reactor",
        "reactors",
        "atomic",
        "uranium",
        "assemblies",
        "westinghouse",
        "tvel",
        "rosatom",
        "framatome",
        "energoatom"
    );
    let fuel = tokens.len() == 1 && matches!(scan.get(tokens.start)?.norm.as_ref(), "fuel" | "fuels");
    let told = || scan.range.clone().any(|at| scan.get(at).is_some_and(|t| t.is_one_of(NUCLEAR)));
    (fuel && told()).then(|| Commodity::new("nuclear_fuel"))
}

/// The noun that stands at a token behind goods, with its end: goods again, a word for what is made of goods, or either behind
/// *making*.
fn noun_behind(scan: &Scan<'_>, at: usize) -> Option<(usize, String)> {
    let token = scan.get(at)?;
    let hyphen = token.is_mark('-') && token.is_joined();
    let word = at + usize::from(hyphen);
    if scan.get(word)?.shape != Shape::Word {
        return None;
    }
    let made = matches!(scan.get(word)?.norm.as_ref(), "making" | "manufacturing" | "processing" | "mining" | "based");
    let noun = if made { word + 1 } else { at };
    if hyphen && !made {
        return None;
    }
    let token = scan.get(noun).filter(|t| t.shape == Shape::Word)?;
    let goods = scan.sense(Kinds::COMMODITY, noun, |sense| match sense {
        Sense::Commodity(goods, _) => Some(goods.clone()),
        _ => None,
    });
    if let Some((goods, length)) = goods {
        // *rubber glove*, *gloves* by its record
        let end = noun + length;
        let stem = scan.get(end - 1)?.norm.as_ref();
        let named = goods.as_str().rsplit('_').next().filter(|word| word.get(..3) == stem.get(..3)).unwrap_or(stem);
        return Some((end, named.to_owned()));
    }
    if !scan.lexicon.phrases.marks(token.word).meets(Marks::MADE_OF) || scan.can_be(noun, Kinds::HEAD) {
        return None;
    }
    // A noun without its plural stands before another: *rubber glove exports*.
    let norm = token.norm.as_ref();
    if norm.ends_with('s') || !takes_plural(norm) {
        return Some((noun + 1, norm.to_owned()));
    }
    let described = scan.can_be(noun + 1, Kinds::HEAD);
    described.then(|| (noun + 1, plural(norm)))
}

/// Whether a word of those for what is made of goods has a plural.
fn takes_plural(word: &str) -> bool {
    const MASS: [&str; 33] = [
        "liquor",
        "paste",
        "powder",
        "extract",
        "carbonate",
        "chloride",
        "sulphate",
        "sulfate",
        "hydroxide",
        "foil",
        "fibre",
        "fiber",
        "juice",
        "jam",
        "husk",
        "waste",
        "thread",
        "meal",
        "cake",
        "lint",
        "syrup",
        "puree",
        "wax",
        "tar",
        "cloth",
        "footwear",
        "dust",
        "bran",
        "matte",
        "trousers",
        "tallow",
        "concentrate",
        "oxide",
    ];
    !MASS.contains(&word)
}

/// *battery*, *glove*: as the name of goods.
fn plural(word: &str) -> String {
    match word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{word}s"),
    }
}

/// *passed the 5 billion mark in May*: whether *mark* at token `at` is no money, as it is in *a 5.4 billion mark surplus*, but a threshold.
pub fn is_threshold(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let described = |t: &Token<'_>| {
        let word = t.norm.as_ref();
        matches!(word, "rise" | "fall" | "increase" | "drop" | "decline" | "jump" | "surplus" | "deficit" | "gap")
            || matches!(word, "trade" | "current" | "order" | "contract" | "deal" | "investment")
    };
    scan.get(at).is_some_and(|t| t.text == "mark") && !scan.get(end).is_some_and(described)
}
