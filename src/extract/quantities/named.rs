//! Numbers that are no quantities: in names, times of day, dates, scores, numbers of order.

use std::ops::Range;

use super::Asked;
use super::counted;
use super::models::{is_model, is_place_or_model, is_sharpness};
use crate::mention::{Form, What};
use crate::model::{Decimal, Measure, Unit};
use crate::token::{Gap, OneOf, Shape, Token};

/// Words after which a number says which one: *chapter 11*, *flight 370*.
const NUMBERED: [&str; 51] = [
    "type",
    "types",
    "platform",
    "size",
    "terminal",
    "junction",
    "courtroom",
    "pier",
    "omega",
    "vitamin",
    "force",
    "chapter",
    "section",
    "article",
    "page",
    "pages",
    "paragraph",
    "clause",
    "number",
    "no",
    "nos",
    "grade",
    "version",
    "phase",
    "stage",
    "route",
    "room",
    "gate",
    "flight",
    "class",
    "round",
    "season",
    "episode",
    "rule",
    "channel",
    "model",
    "group",
    "category",
    "tier",
    "level",
    "step",
    "part",
    "volume",
    "line",
    "district",
    "zone",
    "area",
    "highway",
    "interstate",
    "proposition",
    "resolution",
];

/// Words that a score stands beside.
const SCORES: OneOf = one_of!(
    "won", "win", "wins", "lost", "lose", "loss", "beat", "beats", "defeated", "victory", "defeat", "draw", "drew",
    "tie", "tied", "lead", "led", "leading", "vote", "voted", "ruling", "ruled", "decision", "majority", "score",
    "thrashed",
);

/// Whether a number is part of a name, a time of day, a date, a score, or says which one of several.
pub fn is_name(asked: &Asked<'_, '_>) -> bool {
    let written = asked.written;
    if written.form == Form::Multiple || written.form == Form::Fraction {
        return false;
    }
    // *the 777X*, not *a 10X growth*
    let hundreds = written.written >= Decimal::HUNDRED;
    if hundreds && asked.view.tokens[written.tokens.end - 1].text == "X" && written.quantity.unit == Unit::TIMES {
        return true;
    }
    // Goods that are counted in pieces may stand behind a name's number: *Boeing 737 planes*.
    let pieces = written.goods.is_some() && written.quantity.unit == Unit::of(Measure::Items) && written.exponent == 0;
    let bare = pieces || written.form == Form::Bare && written.everyday.is_none();
    let view = asked.view;
    let start = written.tokens.start;
    let end = if pieces { written.unit_at } else { written.tokens.end };
    let token = &view.tokens[start];
    let digits = token.shape == Shape::Digits;
    let previous = start.checked_sub(1).filter(|at| view.range.contains(at)).map(|at| &view.tokens[at]);
    let next = view.tokens.get(end).filter(|_| view.range.contains(&end));
    if digits && (is_sharpness(asked) || is_model(asked)) {
        return true;
    }
    // `4x4`, `255/55 R18`
    let cross = view.norm(start + 1) == "x" && view.norm(start + 2) == token.norm && token.text.len() == 1;
    let behind_cross = view.norm_before(start, 1) == "x" && token.is_joined() && token.text.len() == 1;
    if digits && end <= start + 2 && (cross || behind_cross) {
        return true;
    }
    if bare && digits {
        // `10:30`, `1980s`, `14th`, `5G`, `24/7`
        let glued = next.is_some_and(|t| {
            t.is_joined()
                && (matches!(t.shape, Shape::Mark(':' | '/'))
                    && view.tokens.get(end + 1).is_some_and(|n| n.is_joined())
                    || t.shape == Shape::Word)
        }) && !super::counted::is_size_again(asked);
        let clock = matches!(view.norm(end), "am" | "pm" | "a" | "p" | "o" | "gmt" | "et")
            && (view.norm(end).len() > 1
                || view.norm(end + 1) == "." && view.norm(end + 2) == "m"
                || view.norm(end + 1) == "'");
        let behind_mark =
            previous.is_some_and(|t| matches!(t.shape, Shape::Mark(':' | '/' | '#')) && token.is_joined());
        let year = token.text.len() == 4
            && end == start + 1
            && matches!(&token.text[..2], "17" | "18" | "19" | "20")
            && !counted::noun(view, end)
                .is_some_and(|(_, at)| at == end + 1 && next.is_some_and(|t| t.gap > Gap::None));
        // `magnitude-6.1`: the rest of a number that a name claims.
        let rest = token.is_joined()
            && previous.is_some_and(|t| matches!(t.shape, Shape::Mark('.' | ',')) && t.is_joined())
            && start >= 2
            && view.tokens[start - 2].shape == Shape::Digits;
        // *the S.&P. 500*
        let initials = start >= 3
            && view.norm_before(start, 1) == "."
            && view.tokens[start - 2].text.len() == 1
            && view.tokens[start - 2].is_capitalised()
            && view.tokens[start - 2].is_joined();
        // `0800 123 4567`, `401(k)`
        let plural = view.norm(end + 1) == "s" && view.tokens[end + 1].is_joined();
        let neighbour = |t: &Token<'_>| t.shape == Shape::Digits && t.gap < Gap::Line && !plural;
        let telephone = end == start + 1
            && (previous.is_some_and(|t| t.shape == Shape::Digits) && neighbour(token) || next.is_some_and(neighbour));
        let bracket = next.is_some_and(|t| t.is_mark('(') && t.is_joined())
            && view.norm(end + 2) == ")"
            && view.norm(end + 1).len() == 1;
        // *1600 Amphitheatre Parkway*, *Porsche's 911 Carrera*; not *300 Monday*
        let street = end == start + 1
            && token.text.len() < 5
            && next.is_some_and(|t| t.shape == Shape::Word && t.is_capitalised() && t.gap > Gap::None)
            && view.norm(end + 1) != "."
            && view.range.start < start
            && !view.tokens.get(end + 1).is_some_and(|t| t.is_joined() && t.shape == Shape::Digits)
            && counted::noun(view, end).is_none()
            && !view
                .mentions
                .iter()
                .any(|m| m.tokens.start == end && matches!(m.what, What::Period(_) | What::Party(..)));
        let part = telephone || bracket || street;
        if glued || clock || behind_mark || year || rest || initials || part {
            return true;
        }
    }
    // *the Big Four accountants*, *the Seven Network*; not where a sentence or a title begins
    if bare && token.shape == Shape::Word && token.is_capitalised() && end == start + 1 && start > view.range.start {
        let beside = |t: &Token<'_>| t.shape == Shape::Word && t.is_capitalised() && t.gap > Gap::None;
        if previous.is_some_and(|t| beside(t) && !is_opener(&t.norm)) || next.is_some_and(beside) {
            return true;
        }
    }
    // *a one-in-a-million shot*
    if bare
        && token.norm == "one"
        && view.norm(end) == "-"
        && view.norm(end + 1) == "in"
        && super::one_in(asked).is_none()
    {
        return true;
    }
    // *5-for-9*, *10-of-19*
    // *a 3-in-1 tool*, not *a one-in-10 chance*
    let tally = |at: usize| {
        view.norm(at) == "-" && matches!(view.norm(at + 1), "for" | "of" | "in") && view.norm(at + 2) == "-"
    };
    if bare && super::one_in(asked).is_none() && (tally(end) || start >= 3 && tally(start - 3)) {
        return true;
    }
    // *a one-off charge*, *a one-time item*, *a two-way street*
    if bare
        && end == start + 1
        && view.norm(end) == "-"
        && (token.norm == "one" && matches!(view.norm(end + 1), "off" | "time" | "to" | "on" | "stop" | "size")
            || matches!(
                view.norm(end + 1),
                "way" | "based" | "something" | "sided" | "handed" | "pronged" | "pointer" | "pointers"
            ))
    {
        return true;
    }
    // *the flat six revs to 9,000*, *a turbo four*: an engine by its cylinders
    if bare
        && token.shape == Shape::Word
        && end == start + 1
        && matches!(
            view.norm_before(start, 1),
            "liter" | "litre" | "flat" | "straight" | "inline" | "turbo" | "turbocharged" | "boxer"
        )
        && view.norm(end) != "-"
        && written.stated.0 <= Decimal::from(16)
    {
        return true;
    }
    // *one of them*, *no one*, *the one that*
    if bare && token.norm == "one" && end == start + 1 && super::one_in(asked).is_none() {
        let compound = view.norm(end) == "-";
        // *32 seats, one more than its rival*
        let beyond = matches!(view.norm(end), "more" | "fewer" | "less") && view.norm(end + 1) == "than"
            || view.norm(end) == "short" && view.norm(end + 1) == "of";
        let alone = !compound
            && !beyond
            && (written.hedge.is_none() || view.norm(end) == "of")
            && counted::noun(view, end).is_none_or(|(_, at)| at != end + 1)
            && counted::described_one(view, end).is_none();
        let pointed = matches!(view.norm_before(start, 1), "no" | "the" | "this" | "that" | "any" | "every" | "which");
        return alone || pointed || matches!(view.norm(end), "another" | "day" | "such");
    }
    if !bare {
        return false;
    }
    let before = previous.map_or("", |t| t.norm.as_ref());
    if is_age(asked) || is_pronoun(asked) {
        return true;
    }
    // *312 cases per 100,000 people*: the number belongs to the unit.
    if digits && before == "per" {
        return true;
    }
    // *the Group of 20*, *7-Eleven*
    let group = before == "of" && view.norm_before(start, 2) == "group";
    let shop = view.norm(end) == "-" && view.range.contains(&(end + 1)) && view.tokens[end + 1].is_capitalised();
    if group || shop && next.is_some_and(|t| t.is_joined()) {
        return true;
    }
    if is_place_or_model(asked, before) {
        return true;
    }
    // *on day four*, *in week three*, not *every day four buses leave*
    let which = matches!(before, "day" | "week" | "lap" | "game" | "set" | "act" | "scene" | "verse" | "lane")
        && token.shape == Shape::Word
        && counted::noun(view, end).is_none();
    if which || NUMBERED.contains(&before) || before == "." && matches!(view.norm_before(start, 2), "no" | "nos") {
        return true;
    }
    // *won 2-1*, *a 5-4 ruling*, *3-6, 7-5*, a telephone number.
    let dash = |at: usize| view.norm(at) == "-" && view.range.contains(&at) && view.tokens[at].is_joined();
    let number =
        |at: usize| view.range.contains(&at) && view.tokens[at].shape == Shape::Digits && view.tokens[at].is_joined();
    let tied = dash(end) && number(end + 1) || start >= 2 && dash(start - 1) && token.is_joined();
    let range = written.quantity.high.is_some() && (start..end).any(dash);
    if tied || range {
        let beside = |at: usize| view.is_one_of(at, SCORES);
        let scored = (1..=4).any(|back| start >= back && beside(start - back)) || (0..=3).any(|on| beside(end + on));
        let counts = counted::noun(view, end).is_some();
        if tied || !counts && (scored || range) {
            return true;
        }
    }
    // *S&P 500*, *Boeing 737 jets*, *737 MAX*: behind a name, inside the sentence, or before the rest of it.
    let upper = |t: &Token<'_>| t.shape == Shape::Word && t.text.len() > 1 && t.text.chars().all(char::is_uppercase);
    // *the 737 MAX jets*, not *27 EU members*
    let trim = ["max", "er", "lr", "xl", "gt", "gts", "gti", "rs", "pro", "neo", "amg", "tsi", "tdi"];
    let shouted =
        next.is_some_and(|t| upper(t) && (counted::noun(view, end).is_none() || trim.contains(&t.norm.as_ref())));
    let place = start.checked_sub(1).is_some_and(|at| {
        view.mentions.iter().any(|m| m.tokens.end == at + 1 && !matches!(m.what, What::Cues(_) | What::Commodity(_)))
    });
    let named = previous.is_some_and(|t| {
        counted::is_named(t)
            && !is_opener(&t.norm)
            && !(t.span.start == view.tokens[view.range.start].span.start && is_common(&t.norm))
    });
    // *In Madrid 300 people met*
    let stayed = start >= 2
        && matches!(view.norm_before(start, 2), "in" | "at" | "near")
        && previous.is_some_and(|t| t.text.chars().any(char::is_lowercase))
        && counted::noun(view, end).is_some();
    // *At Ford 1,200 jobs will go*: names have no thousands.
    let grouped = end > start + 1 && view.norm(start + 1) == "," || written.exponent > 0;
    digits && (named && !place && !stayed && !grouped || shouted && !grouped)
}

/// Words that are no name though they open a sentence: *Employers 300 strong* is rare, *Hire 40 people* is not.
fn is_common(word: &str) -> bool {
    word.ends_with("ing") && word != "boeing" || word.ends_with("ly")
}

/// *John Smith, 54, said*, *Mr Brown (61)*: an age beside a name.
fn is_age(asked: &Asked<'_, '_>) -> bool {
    let Asked { view, written, .. } = *asked;
    let Range { start, end } = written.tokens.clone();
    if start < view.range.start + 2 || end != start + 1 || written.stated.0 > Decimal::from(110) {
        return false;
    }
    let person = &view.tokens[start - 2];
    let digits = view.tokens[start].shape == Shape::Digits && person.shape == Shape::Word;
    let commas = view.norm_before(start, 1) == "," && view.norm(end) == ",";
    let closing = view.norm_before(start, 1) == "," && matches!(view.norm(end), "." | ";" | "and" | "of" | "from");
    let brackets = view.norm_before(start, 1) == "(" && view.norm(end) == ")";
    digits && (commas || (brackets || closing) && person.is_capitalised())
}

/// *these two*, *the other three*, *the top 10*: numbers that stand for what was named before.
fn is_pronoun(asked: &Asked<'_, '_>) -> bool {
    let Asked { view, written, .. } = *asked;
    let before = written.tokens.start.checked_sub(1).map_or("", |at| view.norm(at));
    let word = view.tokens[written.tokens.start].shape == Shape::Word && written.exponent == 0;
    let pointed = word && matches!(before, "the" | "these" | "those" | "other" | "former" | "latter" | "all");
    (pointed || super::is_rank(asked)) && matches!(super::own_unit(asked), Some((None, _)))
}

/// Words that open a sentence before a number: *In 300 cities*.
pub fn is_opener(word: &str) -> bool {
    const OPENERS: [&str; 102] = [
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "the",
        "about",
        "over",
        "some",
        "nearly",
        "more",
        "its",
        "and",
        "but",
        "of",
        "for",
        "with",
        "from",
        "to",
        "only",
        "just",
        "all",
        "almost",
        "around",
        "least",
        "another",
        "these",
        "those",
        "his",
        "her",
        "their",
        "among",
        "between",
        "since",
        "when",
        "while",
        "if",
        "after",
        "before",
        "during",
        "within",
        "because",
        "though",
        "although",
        "until",
        "including",
        "like",
        "under",
        "across",
        "through",
        "every",
        "last",
        "first",
        "next",
        "then",
        "there",
        "both",
        "either",
        "not",
        "that",
        "this",
        "what",
        "who",
        "where",
        "how",
        "we",
        "they",
        "he",
        "she",
        "it",
        "you",
        "my",
        "your",
        "our",
        "which",
        "no",
        "up",
        "down",
        "as",
        "per",
        "than",
        "here",
        "so",
        "yet",
        "still",
        "even",
        "once",
        "maybe",
        "perhaps",
        "unlike",
        "against",
        "above",
        "below",
        "beyond",
        "behind",
        "beside",
        "despite",
        "without",
        "upon",
        "via",
        "plus",
    ];
    OPENERS.contains(&word)
}
