//! The quantities of any text, in or out of the record's scope.
//!
//! | text | reading | rule |
//! | --- | --- | --- |
//! | *cut 1,200 jobs* | 1200 `job` (counted) | `counted` |
//! | *rose 25 basis points* | 25 `basis_point`, up | `everyday` unit |
//! | *$1.20 a share* | 1.20 `USD/share` | `rated` |
//! | *the S&P 500, at 10:30, on page 3, in 2022* | none: a name, a time, a number of order, a year | `named` |

mod beside;
mod counted;
mod models;
mod named;
mod one_in;
mod per;
mod pounds;
mod singular;
mod told;

use super::grammar::English;
use super::ready::{Room, Written};
use super::view::View;
use super::{Extractor, direction, kind};
use crate::lexicon::words::{foresees, is_per, is_possessive};
use crate::lexicon::{Kinds, Lexicon, Sense};
use crate::mention::{DecimalMark, Form, QuantityMention, Scan, find_quantities};
use crate::model::{Bound, Decimal, Direction, Measure, MeasuredQuantity, Unit, UnitName};
use crate::resolve::Context;
use crate::token::{Folded, sentences, tokenize};

pub(super) use counted::noun;
use one_in::one_in;
use per::{rated, rated_behind, time_at};
use pounds::weighs;
use singular::singular;

impl Extractor {
    /// Every quantity of a text, whatever it counts, in the order of the text: dates, ordinals and numbers inside names
    /// are none.
    ///
    /// ```
    /// use bilateral::{Bound, Direction, Extractor};
    /// let found = Extractor::new().quantities("Nearly 3,400 employees left after shares fell 2.5 percent to $40.");
    /// let read: Vec<_> = found.iter().map(|q| (q.value.to_string(), q.unit.as_ref().unwrap().as_str())).collect();
    /// assert_eq!(read, [("3400".into(), "employee"), ("2.5".into(), "percent"), ("40".into(), "USD")]);
    /// assert_eq!((found[0].bound, found[1].direction), (Bound::About, Some(Direction::Down)));
    /// ```
    #[must_use]
    pub fn quantities(&self, text: &str) -> Vec<MeasuredQuantity> {
        let lexicon = &*self.lexicon;
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, lexicon.phrases.words());
        let decimal_mark = DecimalMark::of(&tokens);
        let context = Context::default();
        let mut found = Vec::new();
        for sentence in sentences(&tokens, &lexicon.abbreviations) {
            let mut read_to = 0;
            let mut read = Vec::new();
            let scan = Scan::new(&tokens, &sentence, lexicon, decimal_mark).plain();
            let mentions = find_quantities(&scan);
            let range = sentence.tokens.clone();
            let written = Written { tokens: &tokens, range, mentions: &mentions, told: scan.told() };
            let view = Room::default().view(written, &English, &context, lexicon);
            for index in &view.quantities {
                let Some(written) = view.quantity(*index) else { continue };
                // *one in five* has read the five.
                if written.tokens.start < read_to {
                    continue;
                }
                let asked = Asked { text, scan: &scan, view: &view, lexicon, written, read: &read };
                if let Some((_, end)) = one_in(&asked) {
                    read_to = end;
                }
                let quantity = measured(&asked);
                if let Some(unit) = quantity.as_ref().and_then(|quantity| quantity.unit.clone()) {
                    read.push((written.tokens.start, unit));
                }
                found.extend(quantity);
            }
        }
        found
    }
}

/// What a quantity is read from.
struct Asked<'v, 'a> {
    text: &'v str,
    scan: &'v Scan<'a>,
    view: &'v View<'a>,
    lexicon: &'v Lexicon,
    written: &'v QuantityMention,
    /// The units of the numbers of its sentence that were read before, by their first tokens.
    read: &'v [(usize, UnitName)],
}

fn measured(asked: &Asked<'_, '_>) -> Option<MeasuredQuantity> {
    let Asked { text, view, written, lexicon, .. } = *asked;
    if named::is_name(asked) {
        return None;
    }
    let (unit, end) = unit(asked)?;
    let span = if end == written.tokens.end {
        written.span
    } else {
        view.tokens[written.tokens.start].span.join(view.tokens[end - 1].span)
    };
    let (value, high) = match written.form {
        Form::Fraction => (written.quantity.value.checked_div_exact(Decimal::HUNDRED)?, None),
        _ => match one_in(asked) {
            Some((value, _)) => (value, None),
            None => written.stated,
        },
    };
    let own = matches!(written.form, Form::Figure) && written.everyday.is_none() && written.shared.is_none();
    // Counted and measured things change *by* so many, never *so many*.
    let loose =
        matches!(unit, Some(UnitName::Counted(_))) || written.everyday.is_some_and(|i| lexicon.everyday[i].time);
    let sign = written.sign.or_else(|| {
        // *slipped 11 points, or 0.3 percent*
        let written = match view.norm_before(written.tokens.start, 1) {
            "or" => view.figures().rfind(|q| q.tokens.end < written.tokens.start)?,
            _ => written,
        };
        let start = written.tokens.start;
        let by = (1..=3).any(|back| start >= back && view.norm(start - back) == "by")
            || start.checked_sub(1).is_some_and(|at| matches!(view.norm(at), "up" | "down"))
            || view.norm(written.tokens.end) == "more"
            || view.norm(written.tokens.end) == "less";
        direction::direction(&kind::Asked { view, quantity: written }).filter(|_| !loose || by)
    });
    let shrinks = written.form == Form::Multiple && written.quantity.value < Decimal::ONE;
    let direction = sign.map(|sign| if sign < 0 || shrinks { Direction::Down } else { Direction::Up });
    Some(MeasuredQuantity {
        span,
        quote: span.of(text).unwrap_or_default().to_string(),
        value,
        high,
        unit,
        bound: match written.form {
            // Two thirds are no finite decimal, but they are not hedged.
            Form::Fraction if written.hedge.is_none() => Bound::Exact,
            // `100+`, and *the top 10 banks* that top nothing.
            _ if view.norm(written.tokens.end) == "+" && written.hedge.is_none() => Bound::AtLeast,
            // *500-plus guests*
            _ if view.norm(written.tokens.end) == "-" && view.norm(written.tokens.end + 1) == "plus" => Bound::AtLeast,
            _ if view.norm_before(written.tokens.start, 1) == "top" && is_rank(asked) => Bound::Exact,
            _ => written.quantity.bound,
        },
        direction,
        quantity: own.then_some(written.quantity),
    })
}

/// *the top 10*, *its top five models*: how many of the first.
fn is_rank(asked: &Asked<'_, '_>) -> bool {
    let Asked { view, written, .. } = *asked;
    let word = |back: usize| written.tokens.start.checked_sub(back).map_or("", |at| view.norm(at));
    word(1) == "top" && (is_possessive(word(2)) || matches!(word(2), "the" | "a") || word(2) == "s")
}

/// What it counts, by its own words or by those of the number joined to it or set against it, and the token after it.
fn unit(asked: &Asked<'_, '_>) -> Option<(Option<UnitName>, usize)> {
    let (own, end) = own_unit(asked)?;
    if own.is_none()
        && let Some((per, end)) = per::rated_again(asked)
    {
        return Some((Some(per), end));
    }
    Some((own.or_else(|| told::elsewhere(asked)).or_else(|| beside::beside(asked)), end))
}

/// What it counts by its own words, and the token after it.
fn own_unit(asked: &Asked<'_, '_>) -> Option<(Option<UnitName>, usize)> {
    let Asked { view, written, lexicon, .. } = *asked;
    let end = written.tokens.end;
    let measure = |name: String| Some(UnitName::Measure(name));
    if let Some((_, end)) = one_in(asked) {
        return Some((measure("fraction".into()), end));
    }
    match written.form {
        Form::Fraction => return Some((measure("fraction".into()), end)),
        Form::Multiple => return Some((measure("times".into()), end)),
        Form::Figure if written.goods.as_ref().is_some_and(|(_, span)| span.end == written.span.end) => {
            return Some(counted_per(asked, singular(view.norm_before(end, 1)), end));
        }
        // *1,200 Czech trams*
        Form::Figure if written.goods.is_some() && written.quantity.unit == Unit::of(Measure::Items) => {
            let (noun, end) = counted::noun(view, end)?;
            return Some(counted_per(asked, noun, end));
        }
        // *48,600 units*: pieces by their own name.
        Form::Figure if written.quantity.unit == Unit::of(Measure::Items) => {
            return Some(counted_per(asked, singular(view.norm_before(end, 1)), end));
        }
        Form::Figure | Form::Bare => {}
    }
    let name = match (written.form, written.everyday) {
        (_, Some(index)) => lexicon.everyday.get(index)?.name.clone(),
        (Form::Figure, None) => record_unit(asked)?,
        _ => {
            // *0.8 of a share*, *0.3 of a second*
            if view.norm(end) == "of" && matches!(view.norm(end + 1), "a" | "an") && written.stated.0.scale() > 0 {
                if view.norm(end + 2) == "percentage" && view.norm(end + 3) == "point" {
                    return Some((measure("percentage_point".into()), end + 4));
                }
                let noun = || singular(view.norm(end + 2));
                let unit = time_at(asked, end + 2)
                    .map_or_else(|| UnitName::Counted(noun()), |(name, _)| UnitName::Measure(name));
                return Some((Some(unit), end + 3));
            }
            if is_foretold(asked) {
                return Some((None, end));
            }
            if counted::is_size_again(asked) {
                return Some((measure("inch".into()), end + 1));
            }
            if let Some(name) = counted::by_size(view, end) {
                return Some((measure(name.into()), end + 2));
            }
            let Some((noun, end)) = counted::noun(view, end).or_else(|| counted::among(view, end)) else {
                return Some((None, end));
            };
            // *four of those times*
            if noun == "time" && (view.norm(end - 1) == "times" || view.norm(end) == "of") {
                return Some((measure("times".into()), end));
            }
            // *three more kilometres*
            if let Some((name, after)) = time_at(asked, end - 1)
                && after == end
                && end > written.tokens.end + 1
                && !view.tokens[end - 1].is_joined()
            {
                return Some(match rated(asked, end) {
                    Some((per, end)) => (measure(format!("{name}/{per}")), end),
                    None => (measure(name), end),
                });
            }
            return Some(counted_per(asked, noun, end));
        }
    };
    Some(match rated(asked, end).or_else(|| rated_behind(asked, end)) {
        Some((per, end)) if !name.contains('/') => (measure(format!("{name}/{per}")), end),
        _ => (measure(name), end),
    })
}

/// *short of the 3.6 million analysts had expected*: who stands behind the number foretold it.
fn is_foretold(asked: &Asked<'_, '_>) -> bool {
    let Asked { view, written, .. } = *asked;
    let end = written.tokens.end;
    view.norm_before(written.tokens.start, 1) == "the"
        && matches!(
            view.norm(end),
            "analysts" | "economists" | "forecasters" | "investors" | "experts" | "traders" | "it" | "they"
        )
        && (matches!(view.norm(end + 1), "had" | "have" | "were") || foresees(view.norm(end + 1)))
}

/// Counted things, with what they are counted per: *120 flights a day*.
fn counted_per(asked: &Asked<'_, '_>, noun: String, end: usize) -> (Option<UnitName>, usize) {
    match rated(asked, end) {
        Some((per, end)) => (Some(UnitName::Counted(format!("{noun}/{per}"))), end),
        None => (Some(UnitName::Counted(noun)), end),
    }
}

/// The name of a unit that the record has, with what it is counted per.
fn record_unit(asked: &Asked<'_, '_>) -> Option<String> {
    let Asked { view, written, lexicon, scan, .. } = *asked;
    let unit = written.quantity.unit;
    let at = written.unit_at + usize::from(view.norm(written.unit_at) == "-" && written.sign.is_none());
    let at = if written.sign.is_some() && view.norm(at) == "-" { at + 1 } else { at };
    let base = if weighs(asked) {
        "pound".to_string()
    } else if let Some(shared) = written.shared {
        let choice = lexicon.shared_currencies.get(shared)?;
        let named = choice
            .choices
            .iter()
            .find(|(_, issuers, until)| until.is_none() && view.actors.iter().any(|a| issuers.contains(&a.party)));
        let first = choice.choices.first().map(|(currency, ..)| *currency);
        named.map(|(currency, ..)| *currency).or(choice.default).or(first)?.as_str().to_string()
    } else {
        scan.sense(Kinds::UNIT.or(Kinds::CURRENCY), at, |sense| match sense {
            Sense::Unit(measure, factor, per) if *measure == unit.measure => {
                Some(lexicon.unit_name(*measure, *factor, *per))
            }
            Sense::Currency(code, factor) => Some(lexicon.unit_name(Measure::Currency(*code), *factor, None)),
            _ => None,
        })
        .or_else(|| {
            // *from 560 to 1,660 litres*
            unit_behind(asked).map(|name| (name, 0))
        })
        .map_or_else(
            || match unit.measure {
                Measure::PercentagePoints => "percentage_point".to_string(),
                measure => measure.to_string(),
            },
            |(name, _)| name,
        )
    };
    let Some(per) = unit.per.filter(|_| !base.contains('/')) else { return Some(base) };
    if unit.is_rate() {
        return Some(format!("{base}/{per}"));
    }
    // *per thousand cubic metres*: the amount that a price is for, as it is written.
    // Ounces are parts of tonnes.
    let counted = if per == Measure::Ounce { Measure::Tonne } else { per };
    let mut amount = String::new();
    for at in written.tokens.clone().skip(1).filter(|at| *at != written.unit_at) {
        let scale = scan.sense(Kinds::SCALE, at, |sense| matches!(sense, Sense::Scale(_, false)).then_some(()));
        let named = scan.sense(Kinds::UNIT, at, |sense| match sense {
            Sense::Unit(measure, factor, None) if *measure == counted => {
                Some(lexicon.unit_name(*measure, *factor, None))
            }
            _ => None,
        });
        if let Some((name, _)) = named {
            return Some(format!("{base}/{amount}{name}"));
        }
        let per_word = is_per(view.norm(at.saturating_sub(1))) || view.norm(at.saturating_sub(1)) == "for";
        if scale.is_some() && per_word {
            amount = format!("{}_", view.norm(at));
        }
    }
    // *from $1.10 to $1.31 a pound*
    unit_behind(asked).or_else(|| Some(format!("{base}/{per}")))
}

/// The unit of the number right behind one that shares it.
fn unit_behind(asked: &Asked<'_, '_>) -> Option<String> {
    let Asked { view, written, .. } = *asked;
    let next = view.figures().find(|q| q.tokens.start > written.tokens.start)?;
    // *a loss of 43,185 or one cent a share*
    let end = written.tokens.end;
    let or = view.norm(end) == "or" || view.norm(end + 1) == "or";
    let near = next.tokens.start <= end + 2 && !or;
    let alike = next.quantity.unit.measure == written.quantity.unit.measure;
    if near && alike { record_unit(&Asked { written: next, ..*asked }) } else { None }
}
