//! Goods of a list: each figure stands beside its own.
//!
//! | text | goods of the last figure |
//! | --- | --- |
//! | *fruit exports came to $590 million, textiles to **$1.9 billion*** | textiles |
//! | *cars brought in $6.8 billion, displays **$1.4 billion*** | displays |
//! | *Furniture: **$302 million** (+71%)* | furniture |

use super::commodity::{Asked, Found};
use super::countable;
use super::goods;
use super::goods_of_line;
use super::indicator::Governor;
use super::naming::{
    goods_at, is_class, named, named_with_tail, own_words, plain_adjectives, unknown_goods_at, with_tail,
};
use crate::lexicon::words::{ends_phrase, is_or_was, parts_list};
use crate::mention::{Form, What};
use crate::model::Indicator;
use crate::token::{OneOf, Shape};

pub type Listed = Found;

/// *Exports - partners: China 16%*: of all goods, where the label names none.
pub fn of_list(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    view.listed_partner(asked.quantity)?;
    let goods = goods_at(view, view.range.start);
    goods.map_or(Some((None, None)), |goods| named(view, goods).map(|(commodity, span)| (Some(commodity), Some(span))))
}

/// *fruit exports came to $590 million, textiles to $1.9 billion*: the goods that open the entry of a list.
pub fn in_place(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    // *imports from Ukraine: sunflower oil €1.6bn; iron ore €1.2bn*: right before its figure, whatever governs it.
    // *Those with strong growth were jewellery up 64 pct, clothing 57 pct*
    let moved = matches!(view.norm_before(start, 1), "up" | "down" | "by");
    let end = start - usize::from(moved);
    let beside = view.goods_before(end);
    let opens = |word: &str| matches!(word, ":" | ";") || moved && (is_or_was(word) || word == "include");
    if let Some(goods) = beside.filter(|g| opens(view.norm_before(g.tokens.start, 1)))
        && countable::fits(asked, &named(view, goods.tokens.clone())?.0)
    {
        let (commodity, span) = named(view, goods.tokens.clone())?;
        return Some((Some(commodity), Some(span)));
    }
    // *were jewellery up 64 pct, clothing 57 pct*
    let up = start
        .checked_sub(1)
        .filter(|at| matches!(view.norm(*at), "up" | "down") && asked.quantity.quantity.unit.is_ratio());
    let moved = up.and_then(|up| view.goods_before(up));
    let told = |at: usize| {
        parts_list(view.norm(at)) || is_or_was(view.norm(at)) || matches!(view.norm(at), "with" | "including" | ":")
    };
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    if let Some(goods) = moved.filter(|m| traded && told(m.tokens.start.wrapping_sub(1))) {
        let (commodity, span) = named(view, goods.tokens.clone())?;
        return Some((Some(commodity), Some(span)));
    }
    if !matches!(asked.governor, Governor::Previous) {
        return None;
    }
    let before = view.quantities.iter().map(|q| view.mentions[*q].tokens.end).rfind(|end| *end <= start)?;
    let goods = view
        .mentions
        .iter()
        .find(|m| before <= m.tokens.start && m.tokens.end <= start && matches!(m.what, What::Commodity(_)));
    let Some(goods) = goods else { return own_entry(asked, before) };
    // *of which gold brought 7.6 billion*
    let mark = |at: usize| parts_list(view.norm(at)) || matches!(view.norm(at), "while" | "which");
    // *leather $940 million, frozen shrimp $330 million*
    let described = plain_adjectives(view, goods.tokens.start.wrapping_sub(1)) == Some(goods.tokens.start)
        && goods.tokens.start >= before + 2
        && mark(goods.tokens.start - 2);
    // *exports of medicines brought 3.1 billion, those of cars 2.7 billion*
    // *exports of wine were up 31 percent, of copper 12 percent and of coffee 7 percent*
    let those = view.norm_before(goods.tokens.start, 1) == "of"
        && matches!(view.norm_before(goods.tokens.start, 2), "those" | "that" | "," | "and" | ";");
    // *Iron ore led with A$1.4 billion, followed by wool with A$1.1 billion*
    let next = matches!(view.norm_before(goods.tokens.start, 1), "by" | "with")
        && matches!(view.norm(goods.tokens.end), "at" | "with" | "on");
    // *next came meats, with 2.9 billion*: the verb before what it tells of.
    let came =
        matches!(view.norm_before(goods.tokens.start, 1), "came" | "comes" | "come") && goods.tokens.start > before + 1;
    let opens = mark(goods.tokens.start.wrapping_sub(1)) || described || those || next || came;
    let all = goods_at(view, goods.tokens.start)?;
    let near = start.saturating_sub(with_tail(view, all.clone()).end.max(goods.tokens.end)) <= 4;
    if !opens || !near {
        return own_entry(asked, before);
    }
    let (commodity, span) = named_with_tail(view, all)?;
    Some((Some(commodity), Some(span)))
}

/// *gains of 14 pct in meat and live animals and 22 pct in textile fibres*: goods that a ratio tells of behind *in*.
pub fn moved_in(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    // *a 3.4% increase for automotive products*, *2.6% gain in consumer goods*
    let moved = |at: usize| {
        matches!(
            view.norm(at),
            "increase" | "gain" | "rise" | "growth" | "jump" | "surge" | "fall" | "drop" | "decline" | "slump"
        )
    };
    let noun = (end..end + 2).find(|at| moved(*at));
    let at = noun.map_or(end, |noun| noun + 1);
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    // *The biggest increase, 31 percent, was in timber*
    let set_off = view.norm(end) == ","
        && matches!(view.norm(end + 1), "was" | "were" | "came")
        && matches!(view.norm(end + 2), "in" | "for");
    let at = if set_off { end + 2 } else { at };
    let joined = view.norm(at) == "in" || (noun.is_some() || set_off) && view.norm(at) == "for";
    if !(asked.quantity.quantity.unit.is_ratio() && traded && joined) {
        return None;
    }
    let ends = |end: usize| {
        let next = view.norm(end);
        // *machinery in the first quarter*
        let time =
            |m: &crate::mention::Mention| (end..end + 2).contains(&m.tokens.start) && matches!(m.what, What::Period(_));
        ends_phrase(next)
            || view.mentions.iter().any(time)
            || next == "and"
                && view.quantities.iter().any(|q| (end + 1..end + 3).contains(&view.mentions[*q].tokens.start))
    };
    if let Some(goods) = goods_at(view, at + 1) {
        let whole = with_tail(view, goods.clone());
        let (commodity, span) = named_with_tail(view, goods)?;
        return ends(whole.end).then_some((Some(commodity), Some(span)));
    }
    // *22 pct in textile fibres*, beside another that names its own so.
    let beside = view.figures().any(|q| {
        let other = q.tokens != asked.quantity.tokens && q.quantity.unit == asked.quantity.quantity.unit;
        other && view.norm(q.tokens.end) == "in" && goods_at(view, q.tokens.end + 1).is_some()
    });
    let goods = unknown_goods_at(view, at + 1).filter(|goods| beside && ends(goods.end))?;
    let span = view.tokens[goods.start].span.join(view.tokens[goods.end - 1].span);
    Some((Some(own_words(view, goods)?), Some(span)))
}

/// *exports of servers (+88%), passive components (+12%) and flat panels (-4%)*: the text's own words right before the bracket of
/// each, in a list of such.
pub fn before_bracket(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let opens = |start: usize| start.checked_sub(1).filter(|at| view.norm(*at) == "(");
    let open = opens(asked.quantity.tokens.start)?;
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    let listed = view.quantities.iter().filter(|q| opens(view.mentions[**q].tokens.start).is_some()).count() > 1;
    if !traded || !listed {
        return None;
    }
    // *38.9 million tonnes of iron ore and concentrates (8.2)*: of what the figure before the bracket is of.
    let last = view.figures().rfind(|q| q.tokens.end < open);
    if asked.quantity.form == Form::Bare
        && last.is_some_and(|q| view.norm(q.tokens.end) == "of" && q.form == Form::Figure)
        && let Some(frame) = asked.before.filter(|f| asked.same_sentence && f.commodity.is_some())
    {
        return Some((frame.commodity.clone(), None));
    }
    let word = |at: usize| {
        let token = &view.tokens[at];
        token.shape == Shape::Word && !view.is_one_of(at, JOINS) || token.is_mark('-') && token.is_joined()
    };
    let from = (view.range.start..open).rev().take_while(|at| word(*at)).last()?;
    let begins = from.checked_sub(1).filter(|at| view.range.contains(at) && view.is_one_of(*at, JOINS));
    // *in Philadelphia (190,000 tonnes)*: a place that no table knows.
    let place = |at: usize| matches!(view.norm(at), "in" | "at" | "to" | "from");
    let name = if place(from) { from + 1 } else { from };
    if place(name.wrapping_sub(1)) && view.tokens[name].is_capitalised() {
        return None;
    }
    let other = |m: &crate::mention::Mention| {
        m.tokens.start < open && from < m.tokens.end && !matches!(m.what, What::Commodity(_))
    };
    // *Li-ion batteries (+53%)*, *WFE equipment (+66%)* are goods of their own.
    let special = |at: usize| view.tokens[at].is_mark('-') || view.tokens[at].text.chars().all(char::is_uppercase);
    let known = |m: &crate::mention::Mention| {
        let own = (from..m.tokens.start).any(special);
        m.tokens.end == open && matches!(m.what, What::Commodity(_)) && !own
    };
    let whole = view.mentions.iter().find(|m| m.tokens == (from..open) && matches!(m.what, What::Commodity(_)));
    if let Some(goods) = whole.filter(|_| begins.is_some()) {
        let (commodity, span) = named(view, goods.tokens.clone())?;
        return Some((Some(commodity), Some(span)));
    }
    // *Estonia in second (11.9%)* is a rank.
    let place = |at: usize| matches!(view.norm(at), "place" | "position" | "rank");
    let rank = open - from == 1 && NO_ENTRY.contains(&view.norm(from)) || (from..open).any(place);
    if rank || begins.is_none() || open - from > 4 || view.mentions.iter().any(|m| other(m) || known(m)) {
        return None;
    }
    let span = view.tokens[from].span.join(view.tokens[open - 1].span);
    Some((Some(own_words(view, from..open)?), Some(span)))
}

/// What stands before the name of an entry.
const JOINS: OneOf = one_of!(
    ",",
    "and",
    "of",
    "for",
    "in",
    ":",
    ";",
    "by",
    "were",
    "are",
    "include",
    "including",
    "notably",
    "namely",
    "like",
    "with",
);

/// *furniture: $302 million (+71%)*: the entry of a list.
pub fn label(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let Some(goods) = goods_of_line::labelled(view) else {
        return goods_of_line::own_label(asked, goods_of_line::first_word(view)?);
    };
    let marked = goods.end < asked.quantity.tokens.start;
    let traded = goods::of_goods(asked.indicator);
    if !marked || !traded {
        return None;
    }
    let (commodity, span) = named(view, goods)?;
    Some((Some(commodity), Some(span)))
}

/// *cars $1.8 billion, displays $1.4 billion and bedwear $0.9 billion*: one or two words that no table has, between the mark
/// that parts the entries and the figure.
fn own_entry(asked: &Asked<'_, '_>, before: usize) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    // *hydro 43 percent, nuclear 31 percent*: all of it is electricity.
    let told = asked.before.and_then(|f| f.commodity.as_ref()).filter(|_| traded && asked.same_sentence)?;
    if told.as_str() == "electricity" {
        return None;
    }
    // *were $610 million in 2021, bedwear $540 million*
    // *followed by semi-finished materials at 34 per cent*
    let led = usize::from(matches!(view.norm_before(start, 1), "at" | "with"));
    let start = start - led;
    let mark =
        |at: &usize| parts_list(view.norm(*at)) || view.norm(*at) == "while" || led > 0 && view.norm(*at) == "by";
    let from = (before..start).rev().find(mark).map_or(before, |at| at + 1);
    // *displays edged up 0.9 percent*
    let verb = (from + 1..start.min(from + 3)).find(|at| view.verb_at(*at) && start - at <= 4);
    let start = verb.unwrap_or(start);
    let words = &view.tokens[from..start];
    let noun = |at: usize| {
        let (token, word) = (&view.tokens[at], view.norm(at));
        token.shape == Shape::Word
            && word.len() > 4
            && token.text.starts_with(char::is_lowercase)
            && !["ed", "ing", "ly"].iter().any(|end| word.ends_with(end))
            && !NO_ENTRY.contains(&word)
            && !view.mentions.iter().any(|m| m.tokens.contains(&at))
    };
    let several = |at: usize| {
        let (token, word) = (&view.tokens[at], view.norm(at));
        (token.is_mark('-') || token.is_mark('/')) && token.is_joined()
            || token.shape == Shape::Word
                && token.text.starts_with(char::is_lowercase)
                && !NO_ENTRY.contains(&word)
                && !view.mentions.iter().any(|m| m.tokens.contains(&at) && !matches!(m.what, What::Commodity(_)))
    };
    let class =
        led > 0 && (2..=8).contains(&words.len()) && is_class(view.norm_before(start, 1)) && (from..start).all(several);
    let plain = (1..=2).contains(&words.len()) && (from..start).all(noun);
    if from == before || !plain && !class {
        return None;
    }
    let span = words[0].span.join(words[words.len() - 1].span);
    let named = own_words(view, from..start).filter(|named| countable::fits(asked, named))?;
    Some((Some(named), Some(span)))
}

/// Words right before a figure that are no goods.
const NO_ENTRY: [&str; 60] = [
    "already",
    "nearly",
    "almost",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "than",
    "more",
    "another",
    "further",
    "after",
    "before",
    "since",
    "until",
    "while",
    "which",
    "where",
    "means",
    "meant",
    "makes",
    "leaves",
    "gives",
    "brings",
    "under",
    "because",
    "rather",
    "worth",
    "value",
    "valued",
    "versus",
    "against",
    "equal",
    "equivalent",
    "holds",
    "costs",
    "employs",
    "earns",
    "needs",
    "others",
    "other",
    "about",
    "later",
    "again",
    "still",
    "today",
    "yesterday",
    "namely",
    "spent",
    "drove",
    "wants",
    "values",
    "volumes",
    "volume",
    "earnings",
    "receipts",
    "revenues",
    "proceeds",
    "prices",
];
