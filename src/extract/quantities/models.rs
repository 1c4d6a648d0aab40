//! Numbers in the names of models and places: *the OnePlus 7T*, *deliveries of the 787*, *the 400 block of Elm Street*, `1080p`.

use std::ops::Range;

use super::counted::is_named;
use super::named::is_opener;
use super::{Asked, counted};
use crate::token::OneOf;

/// What a number of lines tells the sharpness of: *1080p video*, *4K televisions*.
const SCREENS: OneOf = one_of!(
    "film",
    "films",
    "recording",
    "stream",
    "video",
    "videos",
    "resolution",
    "display",
    "displays",
    "screen",
    "screens",
    "footage",
    "camera",
    "cameras",
    "webcam",
    "tv",
    "tvs",
    "television",
    "televisions",
    "hd",
    "hdr",
    "uhd",
    "ultra",
    "panel",
    "monitor",
    "monitors",
    "streaming",
    "content",
);

/// Words of those who deal in shares, whose prices are in pence.
const STOCKS: OneOf = one_of!(
    "share", "shares", "stock", "stocks", "closed", "pence", "penny", "traded", "price", "prices", "rose", "fell",
    "slipped", "gained", "lost", "jumped", "dropped", "target", "offer", "bid", "dividend", "pay", "cost", "costs",
    "charged", "ticket", "fare",
);

/// *the 400 block of Elm Street*, *deliveries of the 787*, *a .38 revolver*, *dial 999*.
pub fn is_place_or_model(asked: &Asked<'_, '_>, before: &str) -> bool {
    let Asked { view, written, .. } = *asked;
    let Range { start, end } = written.tokens.clone();
    let token = &view.tokens[start];
    // *its 10-K filing*
    let form = token.text == "10" && view.norm(start + 1) == "-" && matches!(view.norm(start + 2), "k" | "q");
    if written.exponent > 0 || form {
        return form;
    }
    let block = before == "the" && view.norm(end) == "block" && matches!(view.norm(end + 1), "of" | "on");
    // Airliners by their number, which many texts tell without their maker.
    let jet = end == start + 1
        && token.text.len() == 3
        && token.text.starts_with('7')
        && token.text.ends_with('7')
        && matches!(before, "the" | "a" | "new" | "its")
        && counted::noun(view, end).is_none();
    let behind = end + usize::from(view.norm(end) == "-");
    let gun = token.is_mark('.')
        && matches!(view.norm(behind), "revolver" | "rifle" | "pistol" | "handgun" | "caliber" | "calibre");
    let emergency = |text: &str| matches!(text, "911" | "999" | "112" | "101" | "111");
    let calls = |word: &str| {
        matches!(word, "call" | "calls" | "called" | "calling" | "dial" | "dialled" | "dialed" | "phone" | "ring")
    };
    let called = emergency(token.text) && (calls(before) || before == "or" && calls(view.norm_before(start, 3)));
    block || jet || gun || called
}

/// *the OnePlus 7T*, *a Canon 5D*: a letter behind a number behind a name is no unit.
pub fn is_model(asked: &Asked<'_, '_>) -> bool {
    let Asked { view, written, .. } = *asked;
    let Range { start, end } = written.tokens.clone();
    let letter = &view.tokens[end - 1];
    let name = start.checked_sub(1).filter(|at| view.range.contains(at)).map(|at| &view.tokens[at]);
    end == start + 2
        && letter.is_joined()
        && letter.text.len() == 1
        && letter.is_capitalised()
        && name.is_some_and(|t| is_named(t) && !is_opener(&t.norm))
}

/// `1080p video`, `4K`: how sharp a picture is; not *shares at 720p*, not *£4K*.
pub fn is_sharpness(asked: &Asked<'_, '_>) -> bool {
    let Asked { view, written, .. } = *asked;
    let start = written.tokens.start;
    let (Some(number), Some(letter)) = (view.tokens.get(start), view.tokens.get(start + 1)) else { return false };
    let apart = written.tokens.end != start + 2 && written.goods.is_none();
    if apart || !letter.is_joined() {
        return false;
    }
    let lines = letter.text == "p" && matches!(number.text, "480" | "720" | "1080" | "1440" | "2160");
    let wide = letter.text == "K" && matches!(number.text, "4" | "8");
    let end = start + 2;
    // *needs 5Mbps for 720p*
    let stocks = || view.range.clone().any(|at| view.is_one_of(at, STOCKS));
    lines && ((0..=2).any(|on| view.is_one_of(end + on, SCREENS)) || !stocks()) || wide
}
