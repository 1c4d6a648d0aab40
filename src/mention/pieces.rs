//! Goods that are counted in pieces, behind their number: *6,000 tractors*, *1.2 million head*.

use super::Scan;
use super::quantity::{Form, QuantityMention};
use crate::lexicon::{Countable, Kinds, Sense};
use crate::model::{Decimal, Measure, Unit};
use crate::token::Shape;

/// A bare number before goods that are counted in pieces: *6,000 tractors*, *12,000 head of cattle*, *1.2 million head*.
pub fn counted(scan: &Scan<'_>, mut found: QuantityMention) -> QuantityMention {
    // *a 50-mpg car*: the unit is counted.
    if found.form != Form::Bare || found.everyday.is_some() {
        return found;
    }
    let norm = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let named = || {
        scan.sense(Kinds::COMMODITY, found.tokens.end + 2, |s| matches!(s, Sense::Commodity(..)).then_some(()))
            .is_some()
    };
    let ends = || {
        let next = scan.get(found.tokens.end + 1);
        next.is_none_or(|t| t.shape != Shape::Word)
            || matches!(
                norm(found.tokens.end + 1),
                "in" | "to"
                    | "from"
                    | "a"
                    | "last"
                    | "this"
                    | "and"
                    | "during"
                    | "for"
                    | "by"
                    | "at"
                    | "against"
                    | "worth"
            )
            || norm(found.tokens.end + 1) == "of" && named()
    };
    if norm(found.tokens.end) == "head" && found.quantity.value >= Decimal::HUNDRED && ends() {
        found.tokens.end += 1;
        found.span = scan.span(found.tokens.clone());
        found.form = Form::Figure;
        found.quantity.unit = Unit::of(Measure::Items);
        return found;
    }
    let goods = scan.sense(Kinds::COMMODITY, found.tokens.end, |sense| match sense {
        Sense::Commodity(commodity, Countable::Pieces) => Some(commodity.clone()),
        _ => None,
    });
    if let Some((commodity, length)) = goods {
        let tokens = found.tokens.end..found.tokens.end + length;
        found.goods = Some((commodity, scan.span(tokens.clone())));
        found.tokens.end = tokens.end;
        found.span = scan.span(found.tokens.clone());
        found.form = Form::Figure;
        found.quantity.unit = Unit::of(Measure::Items);
    }
    found
}
