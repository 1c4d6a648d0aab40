//! Capitals, companies and places: for whom they stand in a text.

use super::Heard;
use crate::lexicon::NameForm;
use crate::lexicon::words::{agrees, is_form_of_be, is_price, pays};
use crate::mention::{Mention, What};
use crate::model::Party;
use crate::token::{Gap, Shape, Token};

/// Moscow was the Soviet Union's capital until the end of 1991, in texts that speak of it.
pub fn in_their_time(heard: &mut [Heard], published: Option<chrono::NaiveDate>) {
    let then = chrono::NaiveDate::from_ymd_opt(1991, 12, 26);
    let (Ok(past), Ok(present)) = ("SUN".parse::<Party>(), "RUS".parse::<Party>()) else { return };
    let spoken = |m: &Mention| matches!(m.what, What::Party(party, _) if party == past);
    if published.zip(then).is_none_or(|(day, end)| day >= end) || !heard.iter().any(|h| h.mentions.iter().any(spoken)) {
        return;
    }
    for mention in heard.iter_mut().flat_map(|h| &mut h.mentions) {
        if let What::Party(party, _) = &mut mention.what
            && *party == present
        {
            *party = past;
        }
    }
}

/// *SINGAPORE, Feb 2 - South Korea's refiners imported 20 million barrels*, *KUWAIT (Reuters) - Iraq exported ..*: a city that has its
/// country's name, as the place of a dateline before another country, is where the desk stands and no side of what is told.
pub fn of_a_desk(heard: &mut [Heard], tokens: &[Token<'_>]) {
    for mentions in heard.iter_mut().take(3).map(|h| &mut h.mentions) {
        let Some(first) = mentions.first() else { continue };
        let What::Party(desk, NameForm::Name) = first.what else { continue };
        let mark = |at: usize, mark: char| tokens.get(at).is_some_and(|t| t.is_mark(mark));
        let end = first.tokens.end;
        // *, Feb 2 -*, *(Reuters) -*
        let day = |t: &Token<'_>| t.shape == Shape::Digits;
        let dated = mark(end, ',') && tokens[end..].iter().take(4).any(day);
        let signed = mark(end, '(') && (end + 2..end + 5).any(|at| mark(at, ')') && mark(at + 1, '-'));
        let another = |m: &Mention| matches!(m.what, What::Party(party, form) if party.is_country() && party != desk && form != NameForm::Place);
        let opens = first.tokens.start == 0 || tokens[first.tokens.start].gap > Gap::Blank;
        if opens && first.is_shouted(tokens) && (dated || signed) && mentions[1..].iter().any(another) {
            mentions[0].what = What::Party(desk, NameForm::Capital);
        }
    }
}

/// *Gazprom* and *Yamal* stand for Russia only in a text that names Russia; the place of a dateline stands for it in any.
pub fn of_named(heard: &mut [Heard], tokens: &[Token<'_>]) {
    let mut named: Vec<Party> = Vec::new();
    // *LOS ANGELES, March 12 - Alaska's output*: where a text is from names its country, for what a place of it owns.
    let mut from: Vec<Party> = Vec::new();
    for (sentence, mention) in heard.iter().enumerate().flat_map(|(at, h)| h.mentions.iter().map(move |m| (at, m))) {
        let What::Party(party, form) = mention.what else { continue };
        match form {
            NameForm::Place if sentence < 3 && mention.is_shouted(tokens) => from.push(party),
            NameForm::Company | NameForm::Place => {}
            _ if named.contains(&party) => {}
            _ => named.push(party),
        }
    }
    if let Some(leader) = leader(heard, tokens).filter(|_| !named.is_empty()) {
        named.push(leader);
    }
    let owns = |m: &Mention| tokens.get(m.tokens.end).is_some_and(|t| t.is_mark('\'') && t.is_joined());
    for (sentence, heard) in heard.iter_mut().enumerate() {
        // *South Africa's Eskom*, *Sudzha, Russia* are named by their country.
        let told = |mentions: &[Mention], at: usize, party: Party| {
            at.checked_sub(1).and_then(|before| mentions.get(before)).is_some_and(|before| {
                matches!(before.what, What::Party(p, _) if p == party)
                    && mentions[at].tokens.start - before.tokens.end <= 2
            })
        };
        let drop: Vec<usize> = (0..heard.mentions.len())
            .filter(|at| {
                let mention = &heard.mentions[*at];
                let What::Party(party, form) = mention.what else { return false };
                match form {
                    NameForm::Company => {
                        !(named.contains(&party) || deals_abroad(&heard.mentions, *at, party, tokens))
                            || told(&heard.mentions, *at, party)
                    }
                    NameForm::Place if sentence < 3 && mention.is_shouted(tokens) => false,
                    // *a 300,000 bpd refinery in Rotterdam*: what a plant is able to do is told of where it stands.
                    NameForm::Place if holds_plant(mention, tokens) => told(&heard.mentions, *at, party),
                    NameForm::Place => {
                        !(named.contains(&party) || from.contains(&party) && owns(mention))
                            || told(&heard.mentions, *at, party)
                            || is_part_of_name(&heard.mentions, *at, tokens)
                    }
                    _ => false,
                }
            })
            .collect();
        drop.into_iter().rev().for_each(|at| {
            heard.mentions.remove(at);
        });
    }
}

/// *Cheniere loaded 104 cargoes. South Korea took 2.6 million tonnes*, *Newcastle shipped 11.9 million tonnes. Japan lifted 5.7 million*: a firm
/// or port that a text opens with as who trades stands for its country, among the others that are named.
fn leader(heard: &[Heard], tokens: &[Token<'_>]) -> Option<Party> {
    let mut first = heard.iter().take(2).flat_map(|h| &h.mentions).filter(|m| matches!(m.what, What::Party(..)));
    let mention = first.next()?;
    let What::Party(party, NameForm::Company | NameForm::Place) = mention.what else { return None };
    let word = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    let end = mention.tokens.end;
    let verb = end + usize::from(matches!(word(end), "has" | "had" | "also" | "lng"));
    let trades = DEALS.iter().chain(&MAKES).chain(&["handled", "exported"]).any(|stem| word(verb).starts_with(stem));
    (trades && party.is_country()).then_some(party)
}

/// *refinery in Rotterdam*, *the Antwerp refinery*: whether a place is told to be where a plant stands.
fn holds_plant(place: &Mention, tokens: &[Token<'_>]) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |t| t.norm.as_ref());
    let start = place.tokens.start;
    let plant = |word: &str| {
        matches!(word, "refinery" | "smelter" | "plant" | "refineries" | "cracker" | "steelworks" | "mill")
    };
    let before = matches!(word(start.checked_sub(1)), "in" | "at" | "near") && plant(word(start.checked_sub(2)));
    before || plant(word(Some(place.tokens.end)))
}

/// *the Shanghai Futures Exchange*: a name that goes on behind a place is of something else, but for *Guangdong Province*.
fn is_part_of_name(mentions: &[Mention], at: usize, tokens: &[Token<'_>]) -> bool {
    let end = mentions[at].tokens.end;
    let named = mentions.get(at + 1).is_some_and(|next| next.tokens.start == end);
    tokens.get(end).is_some_and(|next| {
        next.is_capitalised()
            && !named
            && !next.is_joined()
            && !matches!(
                next.norm.as_ref(),
                "province"
                    | "region"
                    | "oblast"
                    | "state"
                    | "port"
                    | "district"
                    | "county"
                    | "territory"
                    | "peninsula"
                    | "island"
                    | "islands"
                    | "terminal"
                    | "field"
                    | "basin"
                    | "lng"
            )
    })
}

/// *Naftogaz pays $300 for Russian gas*, *Gazprom sells Moldova gas*: whether a company is told to deal with another country, in whose
/// trade it stands for its own.
fn deals_abroad(mentions: &[Mention], at: usize, party: Party, tokens: &[Token<'_>]) -> bool {
    let company = &mentions[at];
    let other = |m: &Mention| matches!(m.what, What::Party(p, form) if p != party && p != Party::WORLD && form != NameForm::Office);
    let word = |at: usize| tokens.get(at).map_or("", |t| t.norm.as_ref());
    let any = |stems: &[&str], word: &str| stems.iter().any(|stem| word.starts_with(stem));
    let trades = |at: usize| {
        let helps = is_form_of_be(word(at))
            || matches!(word(at), "will" | "would" | "has" | "had" | "now" | "also" | "to" | "have" | "may" | "could");
        let verb = |at: usize| {
            any(&DEALS, word(at))
                || any(&MAKES, word(at))
                || any(&SETS, word(at)) && (at + 1..at + 8).any(|at| is_price_of_deal(word(at)))
        };
        // *Sinopec has signed up to buy*
        let agreed = |at: usize| agrees(word(at)) && (at + 1..at + 6).any(|at| word(at) == "to" && verb(at + 1));
        verb(at) || agreed(at) || helps && (verb(at + 1) || verb(at + 2) || agreed(at + 1))
    };
    let start = company.tokens.start;
    let before = |back: usize| start.checked_sub(back).map_or("", word);
    // *pays Gazprom $390*, *sells Eskom 1,100 MW*
    let paid = pays(before(1)) || any(&DEALS, before(1));
    // *gas bought from Gazprom*, *supplied by Sonatrach*, *a contract with QatarEnergy*
    let deal = |back: usize| {
        any(&DEALS, before(back))
            || any(
                &[
                    "settled",
                    "agreed",
                    "signed",
                    "talk",
                    "negotiat",
                    "haggl",
                    "wrangl",
                    "gas",
                    "oil",
                    "lng",
                    "crude",
                    "coal",
                    "uranium",
                    "fuel",
                    "diesel",
                    "electricity",
                    "power",
                    "contract",
                    "deal",
                    "agreement",
                    "piped",
                    "pumped",
                ],
                before(back),
            )
    };
    let dealt = matches!(before(1), "from" | "by" | "with") && (2..=4).any(deal);
    // *Gazprom's gas*, *Gazprom's price for Lithuania*
    let end = company.tokens.end;
    let owned =
        word(end) == "'" && word(end + 1) == "s" && any(&["gas", "price", "export", "suppl", "deliver"], word(end + 2));
    (trades(end) || paid || dealt || owned) && mentions.iter().any(other)
}

/// Verbs of those who sell or buy, by their beginnings.
const DEALS: [&str; 17] = [
    "pay", "paid", "charg", "sell", "sold", "suppl", "buy", "bought", "import", "export", "purchas", "deliver", "bill",
    "ship", "sent", "sends", "pump",
];

/// Verbs of those who make what they sell, by their beginnings: *Codelco mined 5.2 million tonnes and sold 3 million to India*.
const MAKES: [&str; 7] = ["mined", "mines", "produc", "generat", "loaded", "extract", "refined"];

/// Verbs of those who set a price, by their beginnings.
const SETS: [&str; 18] = [
    "rais", "cut", "lower", "reduc", "increas", "set", "propos", "want", "ask", "insist", "agree", "grant", "gave",
    "give", "offer", "demand", "made", "doubl",
];

/// Words that say that a price is set.
fn is_price_of_deal(word: &str) -> bool {
    is_price(word) || matches!(word, "discount" | "rebate" | "cheaper" | "dearer" | "$")
}
