//! Goods that are counted in pieces, behind their number: *6,000 tractors*, *1.2 million head*.

use super::Scan;
use super::quantity::{Form, QuantityMention};
use crate::lexicon::words::describes_pieces;
use crate::lexicon::{Countable, Kinds, NameForm, Sense};
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
    let at = behind_adjectives(scan, found.tokens.end);
    let goods = scan.sense(Kinds::COMMODITY, at.place, |sense| match sense {
        Sense::Commodity(commodity, Countable::Pieces) => Some(commodity.clone()),
        _ => None,
    });
    if let Some((commodity, length)) = goods {
        let tokens = at.place..at.place + length;
        found.goods = Some((commodity, scan.span(tokens.clone())));
        // *1,200 Czech trams*: whose they are stays to be read.
        if !at.owned {
            found.tokens.end = tokens.end;
            found.span = scan.span(found.tokens.clone());
        }
        found.form = Form::Figure;
        found.quantity.unit = Unit::of(Measure::Items);
    }
    found
}

/// Where the goods behind a number begin, and whether a country's adjective stands between.
struct Behind {
    /// The first token of the goods.
    place: usize,
    /// *Czech trams*.
    owned: bool,
}

/// *300 **new** buses*, *1,200 **Czech** trams*: the token behind words that describe what is counted; the first where none of them is
/// followed by goods.
fn behind_adjectives(scan: &Scan<'_>, first: usize) -> Behind {
    let adjective = |at: usize| {
        let sense = |s: &Sense| matches!(s, Sense::Party(_, NameForm::Adjective)).then_some(());
        scan.sense(Kinds::PARTY, at, sense).map(|((), length)| length)
    };
    let goods =
        |at: usize| scan.sense(Kinds::COMMODITY, at, |s| matches!(s, Sense::Commodity(..)).then_some(())).is_some();
    let (mut place, mut owned) = (first, false);
    while place < first + 3 && !goods(place) {
        match adjective(place) {
            Some(length) if !owned => {
                owned = true;
                place += length;
            }
            _ if scan.get(place).is_some_and(|t| describes_pieces(&t.norm)) => place += 1,
            _ => return Behind { place: first, owned: false },
        }
    }
    Behind { place, owned }
}
