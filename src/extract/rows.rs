//! Rows of tables to facts.

use std::ops::Range;
use std::sync::Arc;

use super::assemble::Assembler;
use super::commodity;
use super::plausible::fits;
use super::table::{self, Label, Table};
use super::view::View;
use crate::lexicon::Topic;
use crate::mention::{Caption, Form, QuantityMention};
use crate::model::{Evidence, Fact, Kind, Party, Period, Slot, Status};

impl Assembler<'_> {
    /// Reads a line as a row of a table: a head row, or a label and its figures. `false` where it is neither.
    pub(super) fn row(&mut self, view: &View<'_>, cells: &[Range<usize>], captions: &[Caption]) -> bool {
        if cells.len() < 2 {
            self.table = None;
            if let Some(caption) = captions.last() {
                self.caption = Some((caption.clone(), self.sentences));
            }
            return false;
        }
        let labels: Vec<Label> = cells.iter().map(|cell| table::label(view, cell, &self.clock, captions)).collect();
        let figures: Vec<Option<usize>> = cells.iter().map(|cell| table::figure(view, cell)).collect();
        if figures.iter().skip(1).all(Option::is_none) {
            let caption = self.caption.clone().filter(|(_, at)| self.sentences - at <= 3).map(|(caption, _)| caption);
            self.table = Table::head_row(labels, caption);
            if let Some(table) = &self.table {
                let latest = table.columns.iter().filter_map(|c| c.period).max_by_key(Period::last_day);
                self.clock.spoken = latest.or(self.clock.spoken);
            }
            return self.table.is_some();
        }
        let Some(table) = self.table.clone() else { return false };
        let row = &labels[0];
        // A head row whose first cell is empty has one cell less.
        let shift = usize::from(cells.len() == table.columns.len() + 1);
        for (index, quantity) in figures.iter().enumerate().skip(1) {
            let (Some(quantity), Some(column)) = (quantity, table.columns.get(index - shift)) else { continue };
            let Some(written) = view.quantity(*quantity) else { continue };
            let column = &Label {
                head: column.head.or_else(|| table.columns[..index - shift].iter().rev().find_map(|c| c.head)),
                ..column.clone()
            };
            match self.cell(view, &table, row, column, written) {
                Some(fact) => self.reading.facts.push(fact),
                None => self.pass_over(written, "cell_without_meaning"),
            }
        }
        true
    }

    /// The fact of one cell, from its row, its column, the caption and what was spoken of.
    fn cell(
        &self,
        view: &View<'_>,
        table: &Table,
        row: &Label,
        column: &Label,
        written: &QuantityMention,
    ) -> Option<Fact> {
        let caption = column.caption.as_ref().or(row.caption.as_ref()).or(table.caption.as_ref());
        let mut quantity = written.quantity;
        if written.form == Form::Bare {
            let caption = caption?;
            quantity.value = quantity.value.checked_mul(caption.factor)?;
            quantity.quantum = quantity.quantum.and_then(|q| q.checked_mul(caption.factor));
            quantity.unit = match caption.shared {
                Some(_) => {
                    self.unit(view, &QuantityMention { shared: caption.shared, ..written.clone() }, None, false)?
                }
                None => caption.unit,
            };
        }
        let talk = self.topic.as_ref().map(|(frame, ..)| frame).or(self.lead.as_ref());
        let named_head = column.head.or(row.head);
        let indicator = table::indicator(column).or(table::indicator(row)).or(talk.map(|f| f.indicator))?;
        if named_head.is_some_and(|h| h.topic == Topic::Other)
            || !fits(indicator, &QuantityMention { quantity, ..written.clone() })
        {
            return None;
        }
        let (mut reporter, mut partner) = talk.map_or((None, None), |f| (f.reporter, f.partner));
        if let Some(owner) = column.owner.or(row.owner) {
            if partner == Some(owner) {
                partner = reporter;
            }
            reporter = Some(owner);
        }
        if let Some(named) = row.named.or(column.named) {
            if reporter.is_none_or(|r| r == Party::WORLD) && partner.is_some_and(|p| p != named && p != Party::WORLD) {
                reporter = Some(named);
            } else if reporter != Some(named) {
                partner = Some(named);
            }
        } else if row.total || column.total {
            partner = Some(Party::WORLD);
        }
        if reporter.is_none() || reporter == Some(Party::WORLD) {
            reporter = self.context.home().filter(|home| partner != Some(*home)).or(reporter);
        }
        let kind = match (quantity.unit.is_ratio(), column.kind.or(row.kind).or(table.kind)) {
            (true, Some(kind)) => kind,
            (true, None) if written.sign.is_some() => Kind::Change,
            (true, None) => return None,
            (false, _) => Kind::Level,
        };
        let period = table::period(column, row, &self.clock).or(self.clock.spoken);
        let deficit = named_head.is_some_and(|h| h.topic == Topic::Deficit) && !quantity.value.is_negative();
        if deficit {
            quantity.value = -quantity.value;
        }
        let rule = |slot, rule: &'static str, span| Evidence { slot, rule: rule.into(), span };
        let head_span = named_head.map(|h| h.span);
        Some(Fact {
            document: Arc::clone(&self.document.id),
            span: written.span,
            quote: written.span.of(&self.document.text).unwrap_or_default().to_string(),
            kind,
            indicator,
            commodity: talk.and_then(|f| f.commodity.clone()).or_else(|| commodity::of_measure(quantity.unit)),
            reporter,
            partner: partner.or(Some(Party::WORLD)),
            period,
            base: None,
            quantity,
            status: Status::Actual,
            evidence: vec![
                rule(Slot::Quantity, "cell", Some(written.span)),
                rule(Slot::Kind, "cell", None),
                rule(Slot::Indicator, "head_of_column_or_row", head_span),
                rule(Slot::Reporter, "table", None),
                rule(Slot::Partner, "table", None),
                rule(Slot::Period, "head_of_column_or_row", None),
            ],
        })
    }
}
