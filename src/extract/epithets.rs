//! Words for a country by what sort of place it is: *the kingdom*, *the Himalayan nation*, *the island*.
//!
//! | words | can mean |
//! | --- | --- |
//! | *the kingdom* | Saudi Arabia, Morocco, ... where one of them was named; else a kingdom of Europe |
//! | *the Baltic state* | Estonia, Latvia, Lithuania |
//! | *the mainland* | China |

use super::grammar::Role;
use super::view::{Actor, View};
use crate::mention::{Mention, What};
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

/// *to its southern neighbour, Laos*: whether the country is named right behind the word that stands for it, set off by a comma.
pub fn is_named_behind(view: &View<'_>, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let name = end + 1 + usize::from(view.norm(end + 1) == "the");
    view.norm(end) == ","
        && view.mentions.iter().any(|m| {
            let country = matches!(m.what, What::Party(party, _) if party.is_country());
            m.tokens.start == name && country && !matches!(view.norm(m.tokens.end), "and" | "'")
        })
}

/// *Cambodia, another neighbour, bought rice*, *Brazil, its main customer*: the country that the word is said of, named right before
/// it.
pub fn named_before(view: &View<'_>, mention: &Mention) -> Option<Party> {
    let set_off = matches!(view.norm(mention.tokens.end), "," | "." | ";" | ")");
    let comma =
        view.back(mention.tokens.start, 4).rev().find(|at| view.tokens[*at].is_mark(',')).filter(|_| set_off)?;
    view.mentions.iter().filter(|m| m.tokens.end == comma).find_map(|m| match m.what {
        What::Party(party, _) => Some(party).filter(Party::is_country),
        _ => None,
    })
}

/// *Thailand's eastern neighbour, Cambodia, bought power*: it buys, not whose neighbour it is; *exports to Peru's neighbour, Chile*
/// are Peru's.
pub fn leave_owner(view: &mut View<'_>, mention: &Mention) {
    let owns = |a: &&Actor| a.role == Role::Possessor && mention.tokens.start <= a.end + 4;
    let Some(owner) = view.actors.last().filter(owns) else { return };
    let led = matches!(view.norm_before(owner.at, 1), "to" | "from" | "with" | "by" | "of" | "into");
    if let Some(owner) = view.actors.last_mut().filter(|_| !led) {
        owner.role = Role::Title;
    }
}
