//! What the talk is about: goods that a clause or a sentence tells of, which its figures need not name again.
//!
//! | text | goods of the figure |
//! | --- | --- |
//! | *Coal remains the leading commodity: **29 mln t** were shipped* | coal |
//! | *Honey was sold for **776,000 dollars*** | honey |
//! | *a duty on soluble coffee, of which the EU bought **$84 million*** | coffee |
//! | *Maize explains most of it. Traders sent **471,000 tonnes** of the grain* | maize |

use std::ops::Range;

use super::commodity::{Asked, Found, whose};
use super::countable::fits;
use super::goods_of_line::alone;
use super::indicator::Governor;
use super::naming::{goods_at, named, named_with_tail, plain_adjectives, with_tail};
use super::view::View;
use crate::lexicon::words::{
    is_item, is_line, is_main, is_or_was, is_supplier, is_value_or_volume, leads_list, records,
};
use crate::lexicon::{Class, Marks, Topic};
use crate::mention::{Mention, What};
use crate::model::{Commodity, Dimension, Indicator, Measure, Span};
use crate::token::Shape;

/// The goods that a clause opens with: *Coal remains ...*, *Those of crude oil dipped*, *As for gas, ...*
pub fn opening(view: &View<'_>, clause: &Range<usize>) -> Option<(Commodity, Span, usize)> {
    view.given(Marks::GOODS, || opens_with(view, clause))
}

fn opens_with(view: &View<'_>, clause: &Range<usize>) -> Option<(Commodity, Span, usize)> {
    let mut at = clause.start;
    // *In June, coal ...*
    if let Some(time) = view
        .mentions
        .iter()
        .find(|m| m.tokens.start <= at + 1 && clause.contains(&m.tokens.start) && matches!(m.what, What::Period(_)))
    {
        // *For June 2024 alone, ...*
        let end = time.tokens.end + usize::from(view.norm(time.tokens.end) == "alone");
        at = if view.norm(end) == "," { end + 1 } else { at };
    }
    at = behind_adverb(view, at).unwrap_or(at);
    at = match (view.norm(at), view.norm(at + 1)) {
        ("those" | "that", "of") | ("growth", "of" | "in") | ("as", "for" | "to") => at + 2,
        // *Volume growth of copper improved*
        ("value" | "volume", "growth") if matches!(view.norm(at + 2), "of" | "in") => at + 3,
        ("meanwhile" | "besides" | "moreover" | "separately", ",") => at + 2,
        // *Of the beef, 37 percent was bought by Chile*
        ("of", _) => at + 1,
        ("and", "of") => at + 2,
        ("only" | "even" | "also" | "while" | "but" | "and" | "whereas", _) => at + 1,
        _ => at,
    };
    // *Egypt's LNG exports dried up*
    if let Some(owner) = view.mentions.iter().find(|m| m.tokens.start == at && matches!(m.what, What::Party(..)))
        && view.norm(owner.tokens.end) == "'"
    {
        at = owner.tokens.end + 1 + usize::from(view.norm(owner.tokens.end + 1) == "s");
    }
    // *Low-end consumer goods slipped 0.3%*
    let described = || {
        let goods = goods_at(view, plain_adjectives(view, at)?)?;
        let plain = view.tokens[goods.start].text.starts_with(char::is_lowercase)
            && view.verb_at(goods.end)
            && !view.norm(goods.end).ends_with("ing");
        let (named, _) = named(view, goods.clone()).filter(|_| plain)?;
        (!super::story::is_general(&named)).then_some(goods)
    };
    let tokens = goods_at(view, at).or_else(described)?;
    if !clause.contains(&tokens.start) {
        return None;
    }
    let whole = with_tail(view, tokens.clone());
    let products = matches!(view.norm_before(whole.end, 1), "products" | "goods" | "equipment" | "items" | "materials");
    if whole != tokens && products {
        let (commodity, span) = named_with_tail(view, tokens)?;
        return Some((commodity, span, whole.end));
    }
    let (commodity, span) = named(view, tokens.clone())?;
    Some((commodity, span, tokens.end))
}

/// *In particular, semiconductors ...*, *Of that, coal ...*: the token behind a comma, where only plain words stand before it.
fn behind_adverb(view: &View<'_>, at: usize) -> Option<usize> {
    let leads = matches!(
        view.norm(at),
        "in" | "of"
            | "at"
            | "by"
            | "on"
            | "among"
            | "for"
            | "notably"
            | "elsewhere"
            | "however"
            | "similarly"
            | "likewise"
            | "overall"
    );
    let comma = leads.then(|| (at + 1..at + 6).find(|at| view.norm(*at) == ","))??;
    // *Among the imports, cashew nuts ...*
    let traded = |m: &Mention| view.norm(at) == "among" && matches!(m.what, What::Cues(_)) && m.tokens.end == comma;
    (!view.mentions.iter().any(|m| (at..comma).contains(&m.tokens.start) && !traded(m))).then_some(comma + 1)
}

/// *Coffee, however, earned 420 million*: a clause from the subject that such a word stands behind.
pub fn over_however(view: &View<'_>, clause: Range<usize>) -> Range<usize> {
    let set_off = matches!(view.norm(clause.start), "however" | "though" | "meanwhile")
        && view.norm(clause.start + 1) == ","
        && clause.start > view.range.start + 1
        && view.norm_before(clause.start, 1) == ",";
    if !set_off {
        return clause;
    }
    view.clause(clause.start - 2).start..clause.end
}

/// *Honey was sold for $776,000*, *Coal remains the leading commodity: 29 mln t were shipped*
pub fn of_subject(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let clause = over_however(view, view.clause(start));
    let before = |at: &usize| *at < start;
    // What stands behind a colon is told of what stands before it.
    // *Cashew nuts saw the sharpest rise - by 3.2 times*, *Tea is Kenya's main export - worth $1.2bn*
    let by = view.norm_before(clause.start, 1) == "-"
        && matches!(view.norm(clause.start), "by" | "to" | "up" | "down" | "worth" | "valued");
    let told = (clause.start > view.range.start && (by || view.norm_before(clause.start, 1) == ":"))
        .then(|| view.clause(clause.start.saturating_sub(2)));
    let opens = told.as_ref().map_or(clause.start, |told| told.start);
    // *Electronic goods, which make up 45 percent of exports, slid 8.6 percent*
    let over_relative = || {
        let own = view.segment(start);
        let aside = view.segment_tokens(own.checked_sub(1)?);
        let main = view.segment_tokens(own.checked_sub(2)?);
        let which = aside.start + usize::from(view.norm(aside.start) == ",");
        (main.start == view.range.start && view.norm(which) == "which").then_some(main)
    };
    let (commodity, span, end) = opening(view, &clause)
        .filter(|(.., end)| before(end))
        .or_else(|| opening(view, &told.or_else(over_relative)?))?;
    // *Oil prices fell, and exports grew to $80 billion*: a noun of its own speaks for the figure.
    let allowed = match asked.governor {
        Governor::Head(head) => {
            let noun = matches!(head.class, Class::Noun | Class::Agent) && !is_value(view, head.at);
            let subject = view.actors.iter().any(|a| {
                end <= a.at && a.at < head.at && a.role == super::grammar::Role::Subject && head.class != Class::Noun
            });
            // *Fishery products posted exports of $11.3 billion*
            let posted = head.at >= end
                && (records(view.norm_before(head.at, 1))
                    || matches!(view.norm_before(head.at, 1), "saw" | "achieved" | "generated" | "reported" | "had"));
            // *Zinc is now the main export, earning $1.4 billion*
            let main = is_main(view.norm_before(head.at, 1));
            // *Among the imports, cashew nuts rose by 3.2 times*
            let among = view.norm(opens) == "among" && head.end < end && view.norm(head.end) == ",";
            let joined = among || head.at >= end && head.at <= end + 2 || posted || main && head.at > end;
            (!noun || joined) && !subject && head.topic != Topic::Other
        }
        Governor::Topic => true,
        // *Exports of cocoa rose 47 percent; of bananas, 8 percent*
        Governor::Previous => {
            let first = clause.start + usize::from(view.norm(clause.start) == "and");
            view.norm(first) == "of" && view.norm(end) == ","
        }
    };
    (allowed && fits(asked, &commodity)).then_some((Some(commodity), Some(span)))
}

/// *Australia's wine sector is to generate A$2.1 billion in export revenue*: what those who sell it make is goods, where the sentence
/// names no others before.
pub fn of_sector(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let clause = view.clause(asked.quantity.tokens.start);
    let traded = matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
    if !traded || asked.same_sentence && matches!(asked.governor, Governor::Previous) {
        return None;
    }
    let mut told = view.mentions.iter().filter(|m| {
        clause.contains(&m.tokens.start)
            && m.tokens.end < asked.quantity.tokens.start
            && matches!(m.what, What::Commodity(_))
    });
    let (first, more) = (told.next()?, told.next());
    // *recovery in the steel sector helped push up exports*: all of them.
    let helps = |at: usize| matches!(view.norm(at), "helped" | "pushed" | "drove" | "boosted" | "lifted" | "fuelled");
    if (first.tokens.end..asked.quantity.tokens.start).any(helps) {
        return None;
    }
    let sells = matches!(
        view.norm(first.tokens.end),
        "sector" | "industry" | "producers" | "growers" | "farmers" | "exporters" | "importers" | "makers" | "miners"
    );
    let (commodity, span) = named(view, first.tokens.clone()).filter(|_| sells && more.is_none())?;
    fits(asked, &commodity).then_some((Some(commodity), Some(span)))
}

/// Whether a head says only what goods were worth.
fn is_value(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.norm(at),
        "value" | "volume" | "volumes" | "quantity" | "sales" | "deliveries" | "shipments" | "supplies" | "purchases"
    )
}

/// The goods that a statement leaves to the next: liquefied gas of one country is no gas of another's, told in a line of
/// its own by its volume.
pub fn of_frame(asked: &Asked<'_, '_>, frame: &super::frame::Frame) -> Option<Commodity> {
    let goods = frame.commodity.clone()?;
    let view = asked.view;
    let other = view.actors.iter().any(|a| {
        a.role == super::grammar::Role::Subject
            && a.at < asked.quantity.tokens.start
            && frame.reporter.is_some_and(|r| r != a.party)
            && frame.partner.is_none_or(|p| p != a.party)
    });
    let volume = asked.quantity.quantity.unit.measure == Measure::CubicMetre;
    let lng = goods.as_str() == "lng" && volume && other && !asked.same_sentence;
    (!lng).then_some(goods)
}

/// *LNG's share of the gas imports rose from 23%*
pub fn own_share(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let segment = view.segment_tokens(view.segment(asked.quantity.tokens.start));
    let owned = view.mentions.iter().find(|m| {
        segment.contains(&m.tokens.start)
            && m.tokens.end < asked.quantity.tokens.start
            && matches!(m.what, What::Commodity(_))
            && view.norm(m.tokens.end) == "'"
            && (1..=2).any(|next| super::share_noun::is_part(view.norm(m.tokens.end + next)))
    });
    let owned = owned.filter(|_| asked.quantity.quantity.unit.is_ratio())?;
    named(view, owned.tokens.clone()).map(|(commodity, span)| (Some(commodity), Some(span)))
}

/// *on account of tea, whose earnings grew by 41 percent*: goods that *whose* stands for.
pub fn of_whose(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    if matches!(asked.governor, Governor::Head(_)) {
        return None;
    }
    let (goods, owner) = whose(view, start, 6)?;
    if view.first_quantity(&(owner..start)).is_some() {
        return None;
    }
    named(view, goods).map(|(commodity, span)| (Some(commodity), Some(span)))
}

/// *For gas, the figures show a rise, with consumption 8% higher*, *Chips led the recovery, with exports totaling $153 billion*:
/// goods that the sentence opens with speak for what is told without any.
pub fn told_first(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = behind_adverb(view, view.range.start).unwrap_or(view.range.start);
    let fronted = matches!(view.norm(start), "for" | "in" | "on" | "regarding");
    let tokens = goods_at(view, start + usize::from(fronted || view.norm(start) == "with"))?;
    // *On crude oil imports, their value rose*
    let noun = view.heads.iter().find(|h| h.at == tokens.end && h.class == Class::Noun);
    // *For copper the growth was 31 percent*
    let fronted_by_with = view.norm(start) == "with";
    if (fronted || fronted_by_with) && view.norm(tokens.end) == "the" && matches!(asked.governor, Governor::Topic) {
        return named(view, tokens).map(|(commodity, span)| (Some(commodity), Some(span)));
    }
    if fronted && view.norm(noun.map_or(tokens.end, |h| h.end)) == "," && matches!(asked.governor, Governor::Topic) {
        return named(view, tokens).map(|(commodity, span)| (Some(commodity), Some(span)));
    }
    let Governor::Head(head) = asked.governor else { return None };
    let segment = view.segment_tokens(view.segment(head.at));
    let told = if fronted {
        view.norm(noun.map_or(tokens.end, |h| h.end)) == ","
    } else {
        // *Tuna exports went on recovering with export value reaching $58 million*
        let trade = view.heads.iter().any(|h| h.at == tokens.end && h.class == Class::Noun && h.topic == head.topic);
        let value =
            trade && (is_value_or_volume(view.norm_before(head.end, 1)) || view.norm_before(head.end, 1) == "earnings");
        let with = view.norm(segment.start) == "with" && head.at <= segment.start + 3;
        let verb =
            view.verb_at(tokens.end) || matches!(view.norm(tokens.end), "led" | "were" | "was" | "drove" | "topped");
        with && verb || value && view.norm_before(head.at, 1) == "with"
    };
    if !told || tokens.end > head.at {
        return None;
    }
    named(view, tokens).map(|(commodity, span)| (Some(commodity), Some(span)))
}

/// *Motorcycles topped the list of Indian exports with $81 million*: what stands before the verb, in the text's own words where no
/// table has it.
pub fn topped(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let clause = view.clause(start);
    let leads = |at: &usize| {
        (leads_list(view.norm(*at)) || matches!(view.norm(*at), "tops" | "heads" | "leads" | "dominate"))
            && (at + 1..at + 5)
                .any(|at| matches!(view.norm(at), "list" | "ranking" | "exports" | "imports" | "sales" | "table"))
    };
    let verb = (clause.start + 1..start.min(clause.start + 6)).find(leads)?;
    if view.first_quantity(&(verb..start)).is_some() || !of_goods(asked.indicator) {
        return None;
    }
    if let Some((commodity, span, end)) = opening(view, &clause) {
        return (end == verb && fits(asked, &commodity)).then_some((Some(commodity), Some(span)));
    }
    let plain = |at: usize| {
        let token = &view.tokens[at];
        token.shape == Shape::Word
            && (at == view.range.start || token.text.starts_with(char::is_lowercase))
            && !view.mentions.iter().any(|m| m.tokens.contains(&at) && !matches!(m.what, What::Commodity(_)))
    };
    let own =
        (clause.start..verb).all(plain) && view.norm_before(verb, 1).ends_with('s') && view.norm(clause.start) != "the";
    let span = view.tokens[clause.start].span.join(view.tokens[verb - 1].span);
    own.then(|| Some((Some(super::naming::own_words(view, clause.start..verb)?), Some(span))))?
}

/// *to build an oil pipeline, which is to carry 5 million tons a year*, *The gas pipeline worked at 60 percent of its capacity*: a line is
/// named by what it carries.
pub fn of_pipeline(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.start;
    let unit = asked.quantity.quantity.unit;
    let carried =
        matches!(asked.indicator, Indicator::Capacity | Indicator::Exports | Indicator::Imports | Indicator::Transit);
    // *The cable ran at half its capacity*: what else cables carry is told by its unit.
    let named = |at: usize| match (view.norm_before(at, 1), view.norm(at)) {
        ("oil", "pipeline" | "pipelines") => Some((at, "crude_oil")),
        ("gas", "pipeline" | "pipelines" | "interconnector") => Some((at, "natural_gas")),
        ("pipeline" | "pipelines", _) | (_, "pipeline" | "pipelines") => None,
        ("power" | "transmission" | "electricity", _) | (_, "cable") if unit.is_ratio() => Some((at, "electricity")),
        _ => None,
    };
    let (at, goods) = (view.range.start..end).rev().find(|at| is_line(view.norm(*at))).and_then(named)?;
    let ratio = unit.is_ratio() && !view.names_goods(&(at + 1..end));
    let counted = unit.is_bulk() || ratio;
    (carried && counted).then(|| (Some(Commodity::new(goods)), Some(view.tokens[at].span)))
}

/// *30 percent of the world's LNG trade*
pub fn of_world_trade(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    if !asked.quantity.quantity.unit.is_ratio() || view.norm(end) != "of" {
        return None;
    }
    let trade = (end + 1..end + 8).find(|at| view.norm(*at) == "trade")?;
    let goods = view
        .mentions
        .iter()
        .find(|m| m.tokens.end == trade && m.tokens.start > end && matches!(m.what, What::Commodity(_)))?;
    named(view, goods.tokens.clone()).map(|(commodity, span)| (Some(commodity), Some(span)))
}

/// *The share of machinery in imports came to 31 percent*
pub fn share_of(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if !asked.quantity.quantity.unit.is_ratio() {
        return None;
    }
    let segment = view.segment_tokens(view.segment(asked.quantity.tokens.start));
    let share = (segment.start..asked.quantity.tokens.start)
        .rev()
        .find(|at| super::share_noun::is_part(view.norm(*at)) && view.norm(at + 1) == "of")?;
    let tokens = goods_at(view, share + 2)
        .or_else(|| goods_at(view, plain_adjectives(view, share + 2)?))
        .filter(|goods| goods.end <= asked.quantity.tokens.start)?;
    named(view, tokens).map(|(commodity, span)| (Some(commodity), Some(span)))
}

/// *the largest place was taken by cotton fibre - 118 million dollars*: goods with their figure behind a dash.
pub fn before_dash(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let dash = start.checked_sub(1).filter(|at| view.norm(*at) == "-" && view.range.contains(at))?;
    let blanks = !view.tokens[dash].is_joined() && !view.tokens[start].is_joined();
    let last = view.goods_before(dash)?;
    let (commodity, span) = named(view, last.tokens.clone())?;
    (blanks && fits(asked, &commodity)).then_some((Some(commodity), Some(span)))
}

/// *exports of rugs grew, their value reaching $90 million*, *On oil imports, its value growth was 15.3%*: of the goods named last.
pub fn of_its_value(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let Governor::Head(head) = asked.governor else { return None };
    let value = matches!(view.norm(head.at), "value" | "volume")
        && matches!(view.norm_before(head.at, 1), "its" | "their" | "whose");
    let last =
        view.mentions.iter().rev().find(|m| value && m.tokens.end < head.at && matches!(m.what, What::Commodity(_)))?;
    let (commodity, span) = named(view, last.tokens.clone())?;
    fits(asked, &commodity).then_some((Some(commodity), Some(span)))
}

/// *of which the EU bought $84 million*: of the goods right before.
pub fn of_which(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let segment = view.segment_tokens(view.segment(asked.quantity.tokens.start));
    let which = view.norm(segment.start) == "of" && matches!(view.norm(segment.start + 1), "which" | "them");
    if !which {
        return None;
    }
    // *of which 979 mln dlrs were crude and derivatives*
    let behind = asked.quantity.tokens.end;
    let link = is_or_was(view.norm(behind));
    if link && let Some(goods) = super::naming::goods_at(view, behind + 1).filter(|goods| goods.start == behind + 1) {
        let (commodity, span) = named(view, goods)?;
        return Some((Some(commodity), Some(span)));
    }
    let end = segment.start.checked_sub(1)?;
    let last = view.goods_before(end)?;
    let (commodity, span) = named(view, last.tokens.clone())?;
    fits(asked, &commodity).then_some((Some(commodity), Some(span)))
}

/// *Brazil, the leading producer of sugar, has access for 23,930 tonnes*: the goods named last before an amount of goods.
pub fn in_sentence(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let unit = asked.quantity.quantity.unit;
    let amount = unit.is_bulk() || unit.is_price();
    if asked.same_sentence || matches!(asked.governor, Governor::Previous) {
        return None;
    }
    let start = asked.quantity.tokens.start;
    // *the third supplier of coal, with 13.9%*
    let trader = |m: &Mention| {
        let role = is_supplier(view.norm_before(m.tokens.start, 2))
            || matches!(view.norm_before(m.tokens.start, 2), "importer" | "buyer" | "producer");
        role && view.norm_before(m.tokens.start, 1) == "of"
            && matches!(view.norm(m.tokens.end), "with" | ",")
            && m.tokens.end + 4 >= start
    };
    let money = asked.quantity.quantity.unit.measure.dimension() == Dimension::Money;
    let share = (money || asked.quantity.quantity.unit.is_ratio())
        && view.mentions.iter().any(|m| m.tokens.end <= start && matches!(m.what, What::Commodity(_)) && trader(m));
    if !(amount || share) {
        return None;
    }
    let clause = view.clause(start);
    let last = view.mentions.iter().rev().find(|m| {
        clause.contains(&m.tokens.start)
            && m.tokens.end <= start
            && matches!(m.what, What::Commodity(_))
            && !uses(asked, m)
    })?;
    // *The soybean area was 3.6 million hectares and the crop 10.2 million tonnes*: land is no statement of its own.
    let crossed = view.quantities.iter().any(|q| {
        (last.tokens.end..start).contains(&view.mentions[*q].tokens.start)
            && view.quantity(*q).is_some_and(|q| q.everyday.is_none())
    });
    let (commodity, span) = named(view, last.tokens.clone())?;
    (!crossed && fits(asked, &commodity)).then_some((Some(commodity), Some(span)))
}

/// *demand from the petrochemicals sector*: whether goods only name who uses something else.
pub fn uses(asked: &Asked<'_, '_>, goods: &Mention) -> bool {
    asked.indicator == Indicator::Consumption
        && matches!(
            asked.view.norm(goods.tokens.end),
            "sector" | "industry" | "industries" | "producers" | "makers" | "plants"
        )
}

/// What a sentence without a figure of its own leaves the talk at: goods that it opens with, or that it calls the main
/// ones: *The basic article of deliveries is natural gas*.
pub fn spoken_of(view: &View<'_>) -> Option<Commodity> {
    view.given(Marks::GOODS, || opens_or_calls_main(view))
}

fn opens_or_calls_main(view: &View<'_>) -> Option<Commodity> {
    if let Some((commodity, ..)) = opening(view, &view.range) {
        return Some(commodity);
    }
    let copula =
        view.range.clone().find(|at| is_or_was(view.norm(*at)) || matches!(view.norm(*at), "remain" | "remains"))?;
    let main = (view.range.start..copula)
        .any(|at| is_item(view.norm(at)) || matches!(view.norm(at), "commodities" | "product" | "basis"));
    let tokens = goods_at(view, copula + 1).filter(|_| main)?;
    named(view, tokens).map(|(commodity, _)| commodity)
}

/// *Korea will take 2.4 million tonnes a year*, in a text whose first lines speak of liquefied gas.
pub fn of_lead(asked: &Asked<'_, '_>) -> Found {
    let unit = asked.quantity.quantity.unit;
    let amount = unit.is_bulk() || unit.is_price() && unit.per == Some(Measure::Tonne);
    let verb = matches!(asked.governor, Governor::Head(head) if !matches!(head.class, Class::Noun) || is_value(asked.view, head.at));
    let none = alone(asked.view).is_none() && !asked.view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)));
    let (goods, section) = asked.first_goods?;
    // *The pipeline is of oil. A second section will carry 10 million tonnes a year*
    let able = asked.indicator == Indicator::Capacity && unit.is_bulk();
    if !(amount && none && of_goods(asked.indicator) && (verb || section || able)) {
        return None;
    }
    fits(asked, goods).then(|| (Some(goods.clone()), None))
}

/// Whether an indicator tells of goods that are sent, made or used.
pub fn of_goods(indicator: Indicator) -> bool {
    !matches!(indicator, Indicator::Turnover | Indicator::Balance | Indicator::Investment)
}
