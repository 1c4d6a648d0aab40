//! Goods that no table has, and trade in all of them.
//!
//! | sentence | goods | rule |
//! | --- | --- | --- |
//! | ***Biohealth** exports rose* | biohealth | `own_word_before_head` |
//! | *China's **share of exports** fell* | all | `share_of_all` |

use super::again;
use super::commodity::{Asked, Found};
use super::frame::Frame;
use super::indicator::Governor;
use super::naming::own_words;
use super::view::View;
use crate::lexicon::words::{is_plain_thing, is_total, is_traded, joins_sentences};
use crate::lexicon::{Class, Kinds, Marks};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Kind, Unit};
use crate::token::Shape;

/// Words before *exports* that describe them or their figures and name no goods.
#[rustfmt::skip]
const PLAIN: [&str; 192] = [
    "among", "amid", "reverse", "counter", "return", "preliminary", "onward", "outgoing", "incoming", "legal",
    "illegal", "mutual", "respective", "joint", "headline", "currency", "area", "sector", "total", "overall",
    "gross", "net", "record", "strong", "weak", "robust", "solid", "main", "major", "key", "current", "cumulative",
    "outbound", "inbound", "direct", "combined", "further", "new", "average", "government", "state", "customs",
    "private", "public", "real", "pipeline", "contract", "contractual", "rail", "road", "sea", "air", "container",
    "spot", "term", "first", "second", "half", "year", "month", "quarter", "week", "day", "this", "that", "these",
    "those", "its", "their", "our", "your", "more", "less", "most", "such", "other", "all", "both", "some", "any",
    "many", "no", "the", "and", "of", "for", "from", "with", "per", "but", "while", "where", "when", "which",
    "whose", "into", "than", "free", "duty", "tax", "high", "low", "own", "world", "home", "core", "value",
    "volume", "price", "deep", "sharp", "flat", "farm", "goods", "merchandise", "same", "higher", "lower", "bulk",
    "food", "raw", "trade", "product", "truck", "tanker", "cif", "fob", "mine", "field", "factory", "plant",
    "refinery", "smelter", "mill", "opec", "winter", "summer", "spring", "autumn", "season", "crop", "onshore",
    "offshore", "power", "energy", "peak", "member", "company", "group", "bumper", "huge", "excellent", "entire",
    "whole", "big", "good", "poor", "bad", "large", "small", "port", "warehouse", "exchange", "visible", "silo",
    "opening", "closing", "ending", "end", "carryover", "buffer", "emergency", "intervention", "reserve", "cash",
    "retail", "household", "consumer", "apparent", "import", "export", "market", "commonwealth", "kingdom",
    "republic", "bloc", "union", "federation", "cartel", "island", "tons", "tonnes",
];

/// Words that describe goods by their kind: *rural exports*.
const CLASSES: [&str; 13] = [
    "rural",
    "metal",
    "mineral",
    "chemical",
    "pharmaceutical",
    "horticultural",
    "electrical",
    "electronic",
    "metallurgical",
    "medical",
    "marine",
    "pastoral",
    "industrial",
];

/// Words before *exports* that tell of them.
#[rustfmt::skip]
const TOLD: [&str; 74] = [
    "let", "lets", "left", "leaves", "got", "halts", "said", "says", "say", "showed", "shows", "show", "told",
    "put", "saw", "sees", "see", "made", "hit", "sent", "because", "though", "since", "after", "also", "even",
    "yet", "boost", "spur", "curb", "cut", "raise", "lift", "hurt", "help", "keep", "kept", "make", "makes",
    "drive", "drove", "expect", "expects", "expected", "plan", "plans", "want", "wants", "predict", "predicts",
    "forecast", "forecasts", "need", "needs", "boosts", "cuts", "lifts", "raises", "limit", "limits", "ban",
    "bans", "resume", "resumes", "halt", "halts", "suspend", "suspends", "block", "blocks", "saying", "hopes",
    "face", "faces",
];

/// Endings of words that describe.
const DESCRIBING: [&str; 15] =
    ["ed", "al", "ic", "ous", "ive", "ly", "er", "est", "ary", "able", "ible", "ful", "less", "ing", "borne"];

/// *Biohealth exports rose*, *its shea imports*: one plain word before the head, where it opens its clause or follows an owner.
pub fn before_head(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let view = asked.view;
    // Of what is made, used or kept more words tell something else: *the mine production*, *to achieve and maintain production*.
    let kept = matches!(
        view.norm(head.at),
        "deliveries" | "production" | "consumption" | "usage" | "demand" | "stocks" | "inventories" | "stockpiles"
    );
    let trade = (kept
        || matches!(view.norm(head.at), "exports" | "imports" | "shipments" | "output" | "harvest" | "crop"))
        && head.class == Class::Noun
        && head.end == head.at + 1;
    let at = head.at.checked_sub(1).filter(|at| trade && view.range.contains(at))?;
    let (token, word) = (&view.tokens[at], view.norm(at));
    // *seven percent rise in non-farm exports*: of everything else.
    let other = view.norm_before(at, 1) == "-" && view.norm_before(at, 2) == "non";
    let other = other && !view.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Party(..)));
    if (other || !kept && CLASSES.contains(&word)) && token.shape == Shape::Word {
        let start = if other { at - 2 } else { at };
        return Some((Some(own_words(view, start..at + 1)?), Some(view.tokens[start].span.join(token.span))));
    }
    // *Bio-related exports rose*, *High-tech exports rose*, *semi-finished imports*
    let kind = matches!(word, "related" | "tech" | "finished" | "processed" | "fabricated");
    let first = at.saturating_sub(2);
    let joined = kind && view.norm_before(at, 1) == "-" && token.is_joined() && view.range.contains(&first);
    if joined && view.tokens[first].shape == Shape::Word {
        return Some((Some(own_words(view, first..at + 1)?), Some(view.tokens[first].span.join(token.span))));
    }
    // *musical instruments exports*, *printed circuit board exports*: a noun for goods and what describes it.
    if let Some(start) = described(view, at) {
        let name = own_words(view, start..at + 1)?;
        return Some((Some(name), Some(view.tokens[start].span.join(token.span))));
    }
    let opens = at == view.segment_tokens(view.segment(at)).start;
    let before = view.norm_before(at, 1);
    let owned = matches!(before, "s" | "its" | "their")
        || !kept && matches!(before, "the" | "and" | "while" | "with")
        // *while sunmeal usage rose*
        || matches!(before, "and" | "while" | "but") && ["meal", "feed", "cake"].iter().any(|end| word.ends_with(end))
        // *the value of pyrethrum exports*
        || before == "of" && matches!(view.norm_before(at, 2), "value" | "volume" | "quantity" | "volumes" | "values")
        || view.actors.iter().any(|a| a.end == at);
    // *DRAM exports* of a text that is not all in capitals.
    let letters = token.text.len() <= 5 && token.text.chars().all(char::is_uppercase);
    let letters = letters && view.tokens[head.at].text.starts_with(char::is_lowercase);
    // *the BPDB imports 1160 MW*, *KPLC exports power*: who does it, by its letters.
    let done = |m: &Mention| m.tokens.start == head.end && matches!(m.what, What::Quantity(_) | What::Commodity(_));
    if letters && matches!(view.norm(head.at), "exports" | "imports") && view.mentions.iter().any(done) {
        return None;
    }
    let name = token.is_capitalised() && at > view.range.start && !letters;
    let described = PLAIN.contains(&word)
        || joins_sentences(word)
        || view.lexicon.phrases.begins(token.word).meets(Kinds::CALENDAR)
        || DESCRIBING.iter().any(|ending| word.ends_with(ending))
            && !["building", "chemical", "feed", "seed", "meal"].iter().any(|noun| word.ends_with(noun));
    let known = view.mentions.iter().any(|m| m.tokens.contains(&at) && !matches!(m.what, What::Commodity(_)));
    // *IT exports*, which *it* is no word for
    let known = known && !(letters && word == "it");
    // *the report said imports fell*, *OECD industry stocks rose*
    if TOLD.contains(&word) || kept && matches!(word, "industry" | "commercial" | "observed" | "strategic") {
        return None;
    }
    let second = || {
        let first = at - 1;
        let (token, norm) = (&view.tokens[first], view.norm(first));
        token.shape == Shape::Word
            && token.text.starts_with(char::is_lowercase)
            && (!norm.ends_with('s') || word.ends_with('s'))
            && !PLAIN.contains(&norm)
            && !norm.ends_with("ly")
            && !view.mentions.iter().any(|m| m.tokens.contains(&first))
            && (matches!(view.norm_before(first, 1), "s" | "its" | "their")
                || view.actors.iter().any(|a| a.end == first))
    };
    if token.shape != Shape::Word
        || word.len() < 3 && !(letters && word.len() == 2)
        || name
        || described
        || known
        || !(opens || owned || second())
    {
        return None;
    }
    // *Ghana's kola nut exports*, *its agricultural, fishery and forestry exports*
    let listed = if before == "and" { start_of_words(view, at) } else { at };
    let start = listed - usize::from(!owned && !opens);
    Some((Some(own_words(view, start..at + 1)?), Some(view.tokens[start].span.join(token.span))))
}

/// *agricultural, fishery, and forestry exports*: where a list of single words begins that ends at a token.
fn start_of_words(view: &View<'_>, last: usize) -> usize {
    let word = |at: usize| {
        let token = &view.tokens[at];
        let known = view.mentions.iter().any(|m| m.tokens.contains(&at) && !matches!(m.what, What::Commodity(_)));
        token.shape == Shape::Word && token.text.starts_with(char::is_lowercase) && !known && token.norm != "and"
    };
    let mut first = last;
    while first > view.range.start + 2 {
        let comma = matches!(view.norm_before(first, 1), "," | "and");
        let two = view.norm_before(first, 1) == "and" && view.norm_before(first, 2) == ",";
        let at = first - 2 - usize::from(two);
        if !comma || at < view.range.start || !word(at) {
            break;
        }
        first = at;
    }
    let bounded =
        first == view.range.start || view.norm_before(first, 1) == "s" || view.actors.iter().any(|a| a.end == first);
    if bounded { first } else { last }
}

/// *printed circuit board exports*: the first of up to three plain words that describe a noun for goods at a token.
pub fn described(view: &View<'_>, noun: usize) -> Option<usize> {
    let general = matches!(
        view.norm(noun),
        "goods"
            | "products"
            | "product"
            | "items"
            | "equipment"
            | "machinery"
            | "instruments"
            | "appliances"
            | "materials"
            | "devices"
    );
    // *floor coverings exports*, *sanitary ware exports*
    let thing = is_plain_thing(view.norm(noun)) && !view.mentions.iter().any(|m| m.tokens.contains(&noun));
    if !(general || thing || view.lexicon.phrases.marks(view.tokens[noun].word).meets(Marks::MADE_OF)) {
        return None;
    }
    let start = view.segment_tokens(view.segment(noun)).start;
    let plain = |at: &usize| {
        let token = &view.tokens[*at];
        let short = token.text.len() <= 5 && token.text.len() > 2 && token.text.bytes().all(|b| b.is_ascii_uppercase());
        let lower = token.text.starts_with(char::is_lowercase) || short || *at == start;
        let hyphen = token.is_mark('-') && token.is_joined();
        let known = view.mentions.iter().any(|m| m.tokens.contains(at));
        hyphen
            // The *s* of an owner describes nothing.
            || token.shape == Shape::Word
                && token.text.len() > 1
                && lower
                && !known
                && !view.verb_at(*at)
                && token.norm != "s"
                && !PLAIN.contains(&token.norm.as_ref())
    };
    let count = (start..noun).rev().take(4).take_while(plain).count();
    let first = noun - count;
    let bounded = first == start
        || matches!(view.norm_before(first, 1), "s" | "its" | "their" | "the" | "and" | "while" | "'")
        || view.actors.iter().any(|a| a.end == first);
    (count > 0 && bounded).then_some(first)
}

/// *China's share of exports*: of all of them, whatever was told before.
pub fn share_of_all(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    if asked.kind != Kind::Share || asked.same_sentence {
        return None;
    }
    let view = asked.view;
    let trade = |at: usize| matches!(view.norm(at), "exports" | "imports" | "trade" | "turnover");
    let whole = trade(head.at);
    let back = if is_total(view.norm_before(head.at, 1)) || view.norm_before(head.at, 1) == "the" { 2 } else { 1 };
    let of = head.at.wrapping_sub(back);
    let share = matches!(view.norm(of), "of" | "in") && view.norm_before(of, 1) == "share";
    let goods = || view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)));
    // *Crude exports averaged 4.2 million bpd. Japan's share of exports slid to 9%*: of what was weighed right before.
    let weighed = |f: &Frame| f.unit.is_some_and(Unit::is_bulk) && !f.share && f.commodity.is_some();
    let flows = |f: &Frame| f.indicator == Indicator::Capacity || Some(f.indicator) == head.indicator();
    let theirs = asked.before.is_some_and(|f| weighed(f) && flows(f));
    // *Japan is the third trading partner of Chile, with 7% of its exports*
    let end = asked.quantity.tokens.end;
    let partner = matches!(view.norm(head.at), "partner" | "partners")
        && matches!(view.norm_before(head.at, 1), "trading" | "trade")
        && view.norm(end) == "of"
        && (end + 1..end + 4).any(trade);
    ((partner || whole && share && !theirs) && !goods()).then_some((None, None))
}

/// *shipments of canned and processed seafood rose*, behind rubber: other goods than those told before, whatever they are called.
pub fn of_others(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let view = asked.view;
    let traded = is_traded(view.norm(head.at));
    let at = head.end + 1;
    if !traded || view.norm(head.end) != "of" || !view.range.contains(&at) || asked.quantity.tokens.start <= at {
        return None;
    }
    let token = &view.tokens[at];
    let plain = token.shape == Shape::Word
        && token.text.starts_with(char::is_lowercase)
        && token.text.len() > 3
        && !PLAIN.contains(&token.norm.as_ref())
        && !(at..at + 3).any(|at| again::is_kind(view.norm(at)))
        && !matches!(
            token.norm.as_ref(),
            "about"
                | "around"
                | "nearly"
                | "almost"
                | "over"
                | "under"
                | "just"
                | "only"
                | "more"
                | "less"
                | "goods"
                | "products"
                | "commodities"
                | "between"
                | "roughly"
                | "approximately"
                | "domestic"
                | "origin"
                | "them"
                | "this"
                | "these"
                | "those"
                | "which"
                | "whom"
                | "some"
                | "least"
        )
        && !view.mentions.iter().any(|m| m.tokens.contains(&at) && !matches!(m.what, What::Cues(_)));
    let hedge = asked.quantity.hedge.is_some_and(|h| token.span.end > h.start && token.span.start < h.end);
    (plain && !hedge).then_some((None, None))
}
