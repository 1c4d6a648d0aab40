//! Goods that a clause opens with by a name that no table has, and those that a noun of trade was told of before in its sentence.
//!
//! | sentence | goods | rule |
//! | --- | --- | --- |
//! | *Ship exports climbed. Biotech products rose **6.5 percent*** | biotech_products | `own_words_of_subject` |
//! | *Garment exports, the backbone of it, made up **80%** of exports* | garments | `goods_over_apposition` |
//! | *funds for gas imports, to cover imports at a cost of **2 billion*** | natural_gas | `goods_of_same_noun` |

use super::commodity::{Asked, Found};
use super::indicator::Governor;
use super::naming::{named, own_words};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{is_article, is_demonstrative, is_possessive, is_total, points_back};
use crate::mention::What;
use crate::model::Kind;
use crate::token::Shape;

/// *Biotech products rose 6.5 percent to $14.7 billion*, in talk of exports.
pub fn of_subject(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    if !asked.indicator.is_one_way() || !matches!(asked.governor, Governor::Topic) {
        return None;
    }
    let clause = view.clause(start);
    let joined = matches!(view.norm(clause.start), "while" | "and" | "but" | "whereas");
    let first = clause.start + usize::from(joined);
    let last = (first + 1..first + 4).find(|at| is_made(view.norm(*at)))?;
    let verb = last + 1;
    let acts = verb < start && start - verb <= 4 && (view.is_past(verb) || view.verb_at(verb));
    let plain = acts && (first..last).all(|at| is_plain(view, at));
    let span = view.tokens[first].span.join(view.tokens[last].span);
    plain.then(|| own_words(view, first..last + 1))?.map(|goods| (Some(goods), Some(span)))
}

/// *Marine products made up 42 percent of Iceland's exports*, *Services accounted for 27 percent of the former*: what a share is made up
/// of, where no table has it.
pub fn of_share(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.start_with_hedge(asked.quantity);
    let range = view.range.start;
    let parts = view.norm(range) == "of" && points_back(view.norm(range + 1));
    let of = view.norm(asked.quantity.tokens.end) == "of" || parts;
    if asked.kind != Kind::Share || !asked.indicator.is_trade() || !of {
        return None;
    }
    let verb = match view.norm_before(start, 1) {
        "up" | "for" => start.checked_sub(2).filter(|at| view.makes_up_at(*at))?,
        "represented" | "represents" | "formed" | "constituted" => start - 1,
        _ => return None,
    };
    let opens = view.segment_tokens(view.segment(verb)).start;
    let first = opens + usize::from(matches!(view.norm(opens), "while" | "and" | "but" | "whereas" | ","));
    let words = first..verb;
    let last = verb.checked_sub(1)?;
    let plain = |at: usize| {
        let lower = at == view.range.start || view.tokens[at].text.starts_with(char::is_lowercase);
        lower
            && (is_plain(view, at) || view.norm(at) == "services")
            && !view.heads.iter().any(|h| h.at == at && h.class == Class::Agent)
    };
    let one = words.len() == 1 && (view.norm(last) == "services" || view.norm(last).ends_with('s'));
    let goods = (one || is_made(view.norm(last)) || view.norm(last) == "services") && !is_someone(view.norm(last));
    let span = view.tokens[first..verb].first()?.span.join(view.tokens[last].span);
    let found = (1..=3).contains(&words.len()) && goods && words.clone().all(plain);
    found.then(|| own_words(view, words))?.map(|goods| (Some(goods), Some(span)))
}

/// Words for those who have a part of a trade, and are none of its goods.
fn is_someone(word: &str) -> bool {
    matches!(
        word,
        "companies"
            | "firms"
            | "enterprises"
            | "businesses"
            | "producers"
            | "manufacturers"
            | "exporters"
            | "importers"
            | "traders"
            | "farmers"
            | "growers"
            | "miners"
            | "buyers"
            | "sellers"
            | "customers"
            | "suppliers"
            | "partners"
            | "neighbours"
            | "neighbors"
            | "countries"
            | "nations"
            | "states"
            | "members"
            | "markets"
            | "regions"
            | "provinces"
            | "cities"
            | "others"
            | "exports"
            | "imports"
            | "sales"
            | "purchases"
            | "deliveries"
            | "shipments"
            | "supplies"
            | "ports"
            | "railways"
            | "roads"
            | "ships"
            | "trucks"
            | "trains"
            | "refineries"
            | "mines"
            | "plants"
            | "taxes"
            | "settlements"
            | "this"
            | "these"
            | "those"
            | "families"
            | "households"
            | "investors"
            | "borders"
            | "contracts"
    )
}

/// *Kyiv had allocated funds for gas imports, to help cover imports through March at a cost of 2 billion*: of the same goods.
pub fn of_same_noun(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let view = asked.view;
    let bare = head.class == Class::Noun && asked.indicator.is_one_way();
    let word = view.norm(head.at);
    if !bare || is_total(view.norm_before(head.at, 1)) || view.norm(head.end) == "of" {
        return None;
    }
    let before = view.heads.iter().rfind(|h| h.at < head.at && view.norm(h.at) == word)?;
    let goods = view.goods_before(before.at)?;
    // A figure, or a country that has the second, tells of another trade.
    let between = before.end..head.at;
    let other = view.first_quantity(&between).is_some()
        || view.actors.iter().any(|a| a.end == head.at || a.end + 2 == head.at && a.role.owns())
        || view.mentions.iter().any(|m| between.contains(&m.tokens.start) && matches!(m.what, What::Commodity(_)));
    let (commodity, span) = named(view, goods.tokens.clone()).filter(|_| !other)?;
    Some((Some(commodity), Some(span)))
}

/// *Garment exports, the backbone of the industry, accounted for more than 80% of total exports*: of the subject that an apposition
/// stands behind.
pub fn over_apposition(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if asked.kind != Kind::Share || !asked.indicator.is_one_way() {
        return None;
    }
    let own = view.segment(asked.quantity.tokens.start);
    let aside = view.segment_tokens(own.checked_sub(1)?);
    let opens = is_article(view.norm(aside.start)) || is_possessive(view.norm(aside.start));
    let main = view.segment_tokens(own.checked_sub(2)?);
    let plain = opens && view.first_quantity(&(main.start..aside.end)).is_none() && main.start == view.range.start;
    let noun = view.heads.iter().find(|h| h.end == main.end && h.class == Class::Noun).filter(|_| plain)?;
    let goods = view.goods_before(noun.at).filter(|_| noun.indicator() == Some(asked.indicator))?;
    let (commodity, span) = named(view, goods.tokens.clone())?;
    Some((Some(commodity), Some(span)))
}

/// Words for things that are made, which the words before them tell apart.
fn is_made(word: &str) -> bool {
    matches!(
        word,
        "products"
            | "goods"
            | "devices"
            | "equipment"
            | "items"
            | "materials"
            | "components"
            | "articles"
            | "instruments"
            | "appliances"
            | "supplies"
    )
}

/// Whether a word may describe such a thing, and is none that points at others.
fn is_plain(view: &View<'_>, at: usize) -> bool {
    let (token, word) = (&view.tokens[at], view.norm(at));
    let known = view.mentions.iter().any(|m| m.tokens.contains(&at));
    let points = is_article(word)
        || is_possessive(word)
        || is_demonstrative(word)
        || is_total(word)
        || matches!(
            word,
            "such" | "other" | "all" | "some" | "many" | "most" | "both" | "more" | "these" | "imported" | "exported"
        );
    token.shape == Shape::Word && !known && !points && !view.is_past(at)
}
