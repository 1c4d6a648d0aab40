//! Words for a country by what sort of place it is: *the kingdom*, *the Himalayan nation*, *the island*.
//!
//! | words | can mean |
//! | --- | --- |
//! | *the kingdom* | Saudi Arabia, Morocco, ... where one of them was named; else a kingdom of Europe |
//! | *the Baltic state* | Estonia, Latvia, Lithuania |
//! | *the mainland* | China |

use crate::model::Party;
use crate::resolve::Context;

/// Countries by their codes.
type Codes = &'static [&'static str];

const ISLANDS: Codes = &[
    "LKA", "CUB", "TWN", "MDG", "CYP", "MLT", "ISL", "JAM", "TTO", "MUS", "FJI", "SGP", "IRL", "HTI", "PRI", "BHR",
    "MDV", "BRB", "SYC",
];

/// The countries that a noun can mean, those that it is said of first before the others.
fn of_noun(noun: &str) -> [Codes; 2] {
    match noun {
        "sultanate" => [&["OMN", "BRN"], &[]],
        "emirate" => [&["QAT", "KWT", "ARE"], &[]],
        "kingdom" | "monarchy" => [
            &["SAU", "THA", "JOR", "MAR", "BHR", "NPL", "KHM", "BTN", "TON", "LSO", "SWZ"],
            &["NLD", "BEL", "DNK", "NOR", "SWE", "ESP", "GBR"],
        ],
        "island" => [ISLANDS, &[]],
        "archipelago" => [&["PHL", "IDN", "BHS", "MDV", "CPV"], &["JPN"]],
        "mainland" => [&["CHN"], &[]],
        "territory" => [&["HKG", "MAC", "GRL", "NCL"], &["TWN"]],
        "principality" => [&["MCO", "LIE", "AND"], &[]],
        "giant" => [&["CHN", "IND"], &["RUS", "USA", "BRA", "AUS"]],
        _ => [&[], &[]],
    }
}

/// The countries of a part of the world that no group of the record stands for.
fn of_region(word: &str) -> Codes {
    match word {
        "himalayan" => &["BTN", "NPL"],
        "andean" => &["BOL", "PER", "ECU", "COL", "CHL"],
        "baltic" => &["EST", "LVA", "LTU"],
        "nordic" | "scandinavian" => &["NOR", "SWE", "FIN", "DNK", "ISL"],
        "alpine" => &["CHE", "AUT"],
        "caucasus" | "caucasian" => &["GEO", "ARM", "AZE"],
        "caspian" => &["AZE", "KAZ", "TKM", "IRN", "RUS"],
        "gulf" => &["QAT", "KWT", "ARE", "SAU", "OMN", "BHR", "IRN", "IRQ"],
        "caribbean" => &["TTO", "CUB", "JAM", "DOM", "HTI", "BRB", "BHS"],
        "balkan" => &["SRB", "BIH", "MKD", "ALB", "BGR", "HRV", "MNE", "ROU"],
        "iberian" => &["ESP", "PRT"],
        "maghreb" => &["MAR", "DZA", "TUN", "LBY", "MRT"],
        "antipodean" => &["AUS", "NZL"],
        "levantine" => &["LBN", "SYR", "JOR", "ISR"],
        _ => &[],
    }
}

/// The country that was named and that these words can mean, but for those that the sentence names `beside` where it can; `None` where the
/// words say nothing of the place.
pub fn meant<'w>(
    words: impl Iterator<Item = &'w str> + Clone,
    context: &Context,
    beside: impl Fn(&Party) -> bool,
) -> Option<Option<Party>> {
    let nouns = words.clone().map(of_noun).find(|tiers| !tiers[0].is_empty());
    let region = words.map(of_region).find(|codes| !codes.is_empty());
    let tiers = match (nouns, region) {
        (None, None) => return None,
        (Some(nouns), _) => nouns,
        (None, Some(region)) => [region, &[]],
    };
    let within = |p: &Party| region.is_none_or(|codes| codes.contains(&p.as_str()));
    let among = |codes: &Codes, any: bool| {
        context.named_among(|p| codes.contains(&p.as_str()) && within(p) && (any || !beside(p)))
    };
    // *Saudi Arabia leads: Kuwait bought goods from the kingdom*: of those that the sentence names where no other is meant.
    let named = tiers.iter().find_map(|codes| among(codes, false).or_else(|| among(codes, true)));
    Some(named)
}
