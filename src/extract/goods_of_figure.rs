//! Goods that stand beside their figure: *43 bcm of natural gas*, *27,000-tonne cargo of soybeans*.

use super::again;
use super::commodity::{Asked, Found};
use super::countable;
use super::indicator::Governor;
use super::naming::{goods_at, grade_at, named, own_words, plain_adjectives, unknown_goods_at, with_shared_noun};
use crate::lexicon::words::{is_merchandise, opens_figure};
use crate::lexicon::{Class, Cue};
use crate::mention::{QuantityMention, What};
use crate::model::{Commodity, Dimension, Indicator};
use crate::token::Shape;

/// *43 bcm of natural gas*, *$500 million worth of textiles*
pub fn of_figure(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let mut at = asked.quantity.tokens.end;
    // *613 million cubic metres was bought as liquefied natural gas*, *in the form of LNG*
    let form = (at..at + 6).take_while(|at| !matches!(view.norm(*at), "," | "and" | "while" | "")).find_map(|at| {
        match view.norm(at) {
            "as" => Some(at + 1),
            "form" if view.norm(at + 1) == "of" => Some(at + 2),
            _ => None,
        }
    });
    let liquefied = |m: &&crate::mention::Mention| {
        Some(m.tokens.start) == form && matches!(&m.what, What::Commodity(goods) if goods.as_str() == "lng")
    };
    if let Some(m) = view.mentions.iter().find(liquefied) {
        return Some((Some(Commodity::new("lng")), Some(m.span)));
    }
    // *2.3 million barrels of products*: of oil.
    if view.norm(at) == "of" && countable::are_of_oil(view, at + 1) {
        return Some((Some(Commodity::new("oil_products")), Some(view.tokens[at + 1].span)));
    }
    if view.norm(at) == "("
        && let Some(behind) = view.behind_bracket(view.segment(asked.quantity.tokens.start))
    {
        at = view.segment_tokens(behind).start;
        // *382 mcm (10.6%) LNG*
        let share = view.figures().any(|q| q.quantity.unit.is_ratio() && q.tokens.end + 1 == at);
        if let Some(goods) = view.goods_at(at).filter(|_| share) {
            let (commodity, span) = named(view, goods.tokens.clone())?;
            return Some((Some(commodity), Some(span)));
        }
    }
    // *butane and propane ($310m), polymers ($21m)*
    let segment = view.segment_tokens(view.segment(asked.quantity.tokens.start));
    // *mechanical equipment (39% of imports)*
    let part = asked.quantity.quantity.unit.is_ratio()
        && asked.quantity.tokens.start == segment.start
        && view.norm(asked.quantity.tokens.end) == "of"
        && !view.names_goods(&segment);
    let whole = asked.quantity.tokens == segment || part;
    if segment.start > view.range.start && view.norm_before(segment.start, 1) == "(" && whole {
        let last =
            view.mentions.iter().find(|m| m.tokens.end + 1 == segment.start && matches!(m.what, What::Commodity(_)));
        if let Some(last) = last {
            if let Some(entry) = whole_entry(asked, last.tokens.end) {
                let span = view.tokens[entry.start].span.join(view.tokens[entry.end - 1].span);
                return Some((Some(own_words(view, entry)?), Some(span)));
            }
            let mut first = last.tokens.start;
            while let Some(before) = view.mentions.iter().rev().find(|m| {
                m.tokens.end + 1 == first && view.norm(m.tokens.end) == "and" && matches!(m.what, What::Commodity(_))
            }) {
                first = before.tokens.start;
            }
            let (commodity, span) = named(view, first..last.tokens.end)?;
            return Some((Some(commodity), Some(span)));
        }
        // An entry that no table has.
        let end = segment.start - 1;
        let start = (view.range.start..end)
            .rev()
            .find(|at| matches!(view.norm(*at), "," | ":" | ")" | ";" | "by"))
            .map(|at| at + 1);
        let start = start
            .map(|at| if view.norm(at) == "," { at + 1 } else { at })
            .map(|at| at + usize::from(view.norm(at) == "and"));
        let entry = start.filter(|at| end > *at && end - at <= 5).map(|at| at..end);
        let traded = asked.indicator.is_one_way();
        let plain = |at: usize| {
            view.tokens[at].shape == Shape::Word
                && view.tokens[at].text.starts_with(char::is_lowercase)
                && !view.mentions.iter().any(|m| m.tokens.contains(&at) && !names_goods(&m.what))
        };
        if let Some(entry) = entry.filter(|entry| traded && entry.clone().all(plain)) {
            let span = view.tokens[entry.start].span.join(view.tokens[entry.end - 1].span);
            return Some((Some(own_words(view, entry)?), Some(span)));
        }
    }
    if view.norm(at) == "worth" {
        at += 1;
    }
    // *spends $600 million a year on rice imports*
    if view.norm(at) == "a" && view.norm(at + 1) == "year" && view.norm(at + 2) == "on" {
        at += 2;
    }
    let volume = asked.quantity.quantity.unit.measure.dimension() != Dimension::Ratio;
    let bought = matches!(view.norm(at), "for" | "on") && asked.indicator == Indicator::Imports;
    // *earned 210 mln from cobalt*
    let earned = view.norm(at) == "from" && asked.indicator == Indicator::Exports && volume;
    // *$120 million for tea, $100 million for steel and cement*: of a list that gives each its own.
    let unit = asked.quantity.quantity.unit;
    let other = |q: &QuantityMention| {
        q.tokens != asked.quantity.tokens && q.quantity.unit == unit && view.norm(q.tokens.end) == "for"
    };
    let each = view.norm(at) == "for" && asked.indicator.is_one_way() && volume && view.figures().any(other);
    // *bought fruit for $62 million, including $31 million for oranges*
    let first = view.start_with_hedge(asked.quantity);
    let within = view.norm(at) == "for"
        && (view.norm_before(first, 1) == "including"
            || view.norm_before(first, 1) == "which" && view.norm_before(first, 2) == "of");
    let each = each || within;
    let joined = view.norm(at) == "of" || view.norm(at) == "in" && volume || each;
    if !(joined || bought || earned) {
        return right_behind(asked, at);
    }
    // *worth of non-oil goods*
    if view.norm(at + 1) == "non" && view.norm(at + 2) == "-" {
        let tail = is_merchandise(view.norm(at + 4)) || view.norm(at + 4) == "exports";
        // *non-basmati white rice*
        let plain = |at: usize| view.tokens.get(at).is_some_and(|t| t.shape == Shape::Word);
        let named = (at + 4..at + 6)
            .find_map(|at| view.mentions.iter().find(|m| m.tokens.start == at && names_goods(&m.what)))
            .filter(|m| (at + 4..m.tokens.start).all(plain));
        let end = named.map_or(at + 4 + usize::from(tail), |goods| goods.tokens.end);
        let span = view.tokens[at + 1].span.join(view.tokens[(end - 1).min(view.range.end - 1)].span);
        return Some((Some(own_words(view, at + 1..end.min(view.range.end))?), Some(span)));
    }
    // *Wheat shippers have sent 31 million tons of the grain*: named in the sentence itself.
    let here =
        view.mentions.iter().rev().filter(|m| m.tokens.end <= asked.quantity.tokens.start).find_map(|m| {
            match &m.what {
                What::Commodity(goods) => again::kind_of(view, at + 1, goods).map(|end| (goods.clone(), end)),
                _ => None,
            }
        });
    if let Some((goods, end)) = here {
        return Some((Some(goods), Some(view.tokens[end - 1].span)));
    }
    // *14,000 tonnes of palm and coconut oils*
    if let Some(tokens) = with_shared_noun(view, at + 1) {
        let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
        return Some((Some(own_words(view, tokens)?), Some(span)));
    }
    // *471,000 tonnes of the grain*, behind maize
    if let Some(found) = again::behind_of(asked, at + 1) {
        return Some(found);
    }
    let first = grade_at(view, at + 1).unwrap_or(at + 1);
    if let Some(tokens) = goods_at(view, first).or_else(|| goods_at(view, plain_adjectives(view, first)?)) {
        // *imports grew to 78.9 trillion yen on high oil prices*: what moved them.
        let moved = view.norm(at) == "on" && matches!(view.norm(tokens.end), "prices" | "price" | "demand" | "costs");
        if moved {
            return None;
        }
        let (commodity, span) = named(view, tokens)?;
        return Some((Some(commodity), Some(span)));
    }
    // *200,000 tonnes of raws*: so sugar is called.
    if view.norm(at) == "of" && matches!(view.norm(at + 1), "raws" | "whites") {
        return Some((Some(Commodity::new("sugar")), Some(view.tokens[at + 1].span)));
    }
    // *561,000 t of black gram*: goods by weight in the text's own words.
    let weighed = asked.quantity.quantity.unit.measure.dimension() == Dimension::Mass && view.norm(at) == "of";
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    let tokens = unknown_goods_at(view, at + 1).filter(|tokens| {
        let one = tokens.len() == 1 && !is_load(view.norm(tokens.start)) && !describes(view.norm(tokens.start));
        (weighed || each) && traded && (one || (2..=5).contains(&tokens.len())) && view.norm(tokens.end) != "-"
    })?;
    let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
    Some((Some(own_words(view, tokens)?), Some(span)))
}

/// *imported N694.8 billion crude oil from Nigeria*: goods that a verb of trade has behind their money, with no word between.
fn right_behind(asked: &Asked<'_, '_>, at: usize) -> Found {
    let view = asked.view;
    let Governor::Head(head) = asked.governor else { return None };
    let traded = matches!(head.class, Class::VerbOut | Class::VerbIn)
        && !head.passive
        && head.end <= asked.quantity.tokens.start;
    let goods = view.mentions.iter().find(|m| m.tokens.start == at && matches!(m.what, What::Commodity(_)))?;
    let place = matches!(view.norm(goods.tokens.end), "from" | "to" | "in" | "and" | "," | "." | "");
    let own = traded && place && asked.quantity.quantity.unit.is_sum();
    let (commodity, span) = named(view, goods.tokens.clone()).filter(|_| own)?;
    Some((Some(commodity), Some(span)))
}

/// *40 million tonnes of thermal*: a word that says what kind, of goods that are named elsewhere.
fn describes(word: &str) -> bool {
    let kind =
        ["thermal", "ional", "ical", "trial", "tural", "ific", "omic", "ganic", "ous", "ive", "ary", "able", "ern"];
    kind.iter().any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "coking" | "metallurgical" | "steam" | "crude" | "light" | "heavy" | "hard" | "soft" | "fresh" | "dry"
        )
}

/// Words behind *tonnes of* that name no goods: what is loaded, what is made, what is let off.
fn is_load(word: &str) -> bool {
    matches!(
        word,
        "cargo"
            | "cargoes"
            | "freight"
            | "supplies"
            | "supply"
            | "output"
            | "production"
            | "capacity"
            | "material"
            | "materials"
            | "product"
            | "produce"
            | "commodity"
            | "commodities"
            | "exports"
            | "imports"
            | "shipments"
            | "stocks"
            | "inventories"
            | "reserves"
            | "metal"
            | "metals"
            | "ore"
            | "crop"
            | "crops"
            | "aid"
            | "relief"
            | "carbon"
            | "co"
            | "emissions"
            | "pollution"
            | "waste"
            | "demand"
            | "consumption"
            | "sales"
            | "storage"
            | "equivalent"
            | "white"
            | "raw"
            | "refined"
            | "annual"
            | "additional"
            | "bulk"
            | "which"
            | "that"
            | "those"
            | "them"
            | "it"
            | "each"
            | "whatever"
            | "domestic"
            | "foreign"
            | "world"
            | "number"
    )
}

/// *parts & accessories for capital goods (27.8 percent)*, *products of the chemical and allied industries (-12.3%)*: the whole entry of
/// a list that ends at a token, where more words name it than the goods that it ends with.
fn whole_entry(asked: &Asked<'_, '_>, end: usize) -> Option<std::ops::Range<usize>> {
    let view = asked.view;
    let mark = |at: &usize| opens_figure(view.norm(*at)) || matches!(view.norm(*at), ";" | ")");
    let from = (view.range.start..end).rev().take(10).find(mark)? + 1;
    let from = from + usize::from(matches!(view.norm(from), "and" | "&"));
    // *lower purchases of mineral fuels*
    let head = view.heads.iter().rev().find(|h| (from..end).contains(&h.at) && view.norm(h.end) == "of");
    let from = head.map_or(from, |head| head.end + 1);
    // *ahead of watermelons (318,000 tons)*: its place in the list is no part of the name.
    let ranked = |at: usize| matches!((view.norm(at), view.norm(at + 1)), ("ahead", "of") | ("followed", "by"));
    let from = if ranked(from) { from + 2 } else { from };
    let goods = |at: usize| view.goods_over(at).is_some();
    let joins = |at: usize| matches!(view.norm(at), "of" | "for" | "the" | "and" | "&" | "other" | "-");
    let plain = |at: usize| {
        let token = &view.tokens[at];
        token.shape == Shape::Word
            && token.text.starts_with(char::is_lowercase)
            && !view.verb_at(at)
            && !view.mentions.iter().any(|m| m.tokens.contains(&at))
    };
    let traded = asked.indicator.is_one_way();
    let several = (from..end).any(|at| matches!(view.norm(at), "of" | "for" | "and" | "&"));
    let more = (from..end).any(|at| !goods(at) && !joins(at));
    let all = (from..end).all(|at| goods(at) || joins(at) || plain(at));
    (traded && several && more && all && !joins(from) && from < end).then_some(from..end)
}

/// Goods, and *ships* before a bracket, where no verb stands.
fn names_goods(what: &What) -> bool {
    match what {
        What::Commodity(_) => true,
        What::Cues(cues) => cues.iter().all(|cue| matches!(cue, Cue::Head(_, class) if *class != Class::Noun)),
        _ => false,
    }
}
