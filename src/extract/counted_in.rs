//! Tables that count goods beside what they are worth, under a caption that gives the unit of each.
//!
//! ```text
//! Exports of farm goods: quantity ('000 tonnes) and value (USD million)
//!              2021             2022
//!              Qty     Value    Qty     Value
//! Maize        412.0   96.3     388.5   121.7
//! ```

use std::ops::Range;

use super::head::Head;
use super::table::{Above, Label};
use super::view::View;
use crate::lexicon::Class;
use crate::mention::{Caption, Form};
use crate::model::Dimension;

/// What the head of a column says that its figures count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedIn {
    /// Goods by weight, volume or number: *Qty*, *Tonnage*.
    Goods,
    /// What was paid: *Value*.
    Money,
}

impl CountedIn {
    /// What the words of a cell say.
    pub fn of(view: &View<'_>, cell: &Range<usize>) -> Option<CountedIn> {
        cell.clone().find_map(|at| match view.norm(at) {
            "qty" | "quantity" | "quantities" | "qnty" | "quant" | "volume" | "volumes" | "vol" | "tonnage"
            | "weight" => Some(CountedIn::Goods),
            "value" | "values" | "val" => Some(CountedIn::Money),
            _ => None,
        })
    }

    fn is_of(self, caption: &Caption) -> bool {
        let money = caption.unit.measure.dimension() == Dimension::Money && caption.unit.per.is_none();
        (self == CountedIn::Money) == money
    }
}

/// The unit beside the last one of a line, where one of them is of goods and one of money.
pub fn other(captions: &[Caption]) -> Option<Caption> {
    let amounts = || captions.iter().filter(|c| !c.unit.is_ratio());
    let kept = amounts().next_back()?;
    let turned = if CountedIn::Money.is_of(kept) { CountedIn::Goods } else { CountedIn::Money };
    amounts().rfind(|c| turned.is_of(c)).cloned()
}

/// The unit that the lines above a table give for a column.
pub fn unit_of<'t>(column: &Label, row: &Label, above: &'t Above) -> Option<&'t Caption> {
    let first = above.caption.as_ref();
    let Some((counted_in, _)) = column.counted_in.or(row.counted_in).zip(above.other.as_ref()) else { return first };
    first.into_iter().chain(&above.other).find(|c| counted_in.is_of(c))
}

/// What the line that gives the units counts, where it is no sentence and names one flow: *Table 5. Imports of grain ('000 tonnes)*.
pub fn head(view: &View<'_>, captions: &[Caption]) -> Option<Head> {
    let unit = |at: usize| captions.iter().any(|c| c.at == at || c.at + 1 == at);
    let amount = |q: &usize| view.quantity(*q).is_some_and(|q| q.form != Form::Bare && !unit(q.tokens.start));
    let told = view.norm_before(view.range.end, 1) == "." || view.quantities.iter().any(amount);
    let mut heads = view.heads.iter().filter(|h| h.class == Class::Noun && h.indicator().is_some());
    let first = *heads.next().filter(|_| !captions.is_empty() && !told)?;
    heads.all(|h| h.indicator() == first.indicator()).then_some(first)
}
