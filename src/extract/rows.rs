//! Rows of tables to facts.

use std::ops::Range;
use std::sync::Arc;

use super::assemble::Assembler;
use super::columns;
use super::counted_in;
use super::frame::Frame;
use super::goods_by_unit;
use super::grammar::Role;
use super::plausible::fits;
use super::side::alone;
use super::table::{self, Above, Label, Table};
use super::view::View;
use crate::lexicon::{Marks, Topic};
use crate::mention::{Caption, Expression, Form, Part, QuantityMention, What, YearRef};
use crate::model::{Commodity, Decimal, Evidence, Fact, Indicator, Kind, Party, Period, Slot, Status, Unit};

/// A cell with everything that speaks of its figure.
struct Cell<'t> {
    table: &'t Table,
    row: &'t Label,
    column: &'t Label,
    /// The column's place.
    place: usize,
    /// The figures of the row by their columns, as written.
    row_figures: &'t [(usize, Decimal)],
}

impl Assembler<'_> {
    /// Reads a line as a row of a table: a head row, or a label and its figures. `false` where it is neither.
    pub(super) fn row(&mut self, view: &View<'_>, cells: &[Range<usize>], captions: &[Caption]) -> bool {
        // `|------|------|` parts the head of a table from its rows.
        let rule = |t: &crate::token::Token<'_>| {
            matches!(t.shape, crate::token::Shape::Mark('|' | '-' | ':' | '=' | '+' | '—'))
        };
        if view.range.len() > 2 && self.tokens[view.range.clone()].iter().all(rule) {
            return true;
        }
        if cells.len() < 2 {
            let unit = |(above, at): &(Above, usize)| above.caption.is_some() && self.sentences - at <= 4;
            let below = self.table.as_ref().map_or_else(|| self.above.as_ref().is_some_and(unit), |t| t.plain);
            if let Some(cells) = columns::of_plain_row(view).filter(|_| below) {
                return self.plain_row(view, &cells, captions);
            }
            self.heading(view, captions);
            return false;
        }
        let mut labels: Vec<Label> = cells.iter().map(|cell| table::label(view, cell, &self.clock, captions)).collect();
        let line = self.line_of(view.range.start);
        for (label, cell) in labels.iter_mut().zip(cells) {
            label.at = self.tokens[cell.start].span.start - line;
        }
        // `2025 | September |`: a month beside its year.
        if let [first, second, ..] = &mut labels[..]
            && let (
                Some(Expression::In(Part::Year, year)),
                Some(Expression::In(part @ Part::Months(..), YearRef::Open)),
            ) = (first.expression, second.expression)
        {
            first.expression = Some(Expression::In(part, year));
            first.period = self.clock.resolve(Expression::In(part, year));
        }
        let figures: Vec<Option<usize>> = cells.iter().map(|cell| table::figure(view, cell)).collect();
        let above = self.above.clone().filter(|(_, at)| self.sentences - at <= 4).map(|(above, _)| above);
        // *(US$ million; source: Customs)* below the last row.
        let below =
            self.caption_below.as_ref().filter(|(_, at)| self.sentences - at <= 2).map(|(caption, _)| caption.clone());
        let above = match (above, below.clone()) {
            (above, Some(caption)) if above.as_ref().is_none_or(|a| a.caption.is_none()) => {
                Some(Above { caption: Some(caption), ..above.unwrap_or_default() })
            }
            (above, _) => above,
        };
        if figures.iter().skip(1).all(Option::is_none) {
            // `| Q3 2015 | Q2 2015 | |`: the empty corner of a head row at its other end.
            if cells.len() > 2 && labels[0].period.is_some() && cells.last().is_some_and(Range::is_empty) {
                labels.pop();
            }
            let no_stub = labels[0].at > 3 + self.indent_below(view.range.end - 1);
            let second = self.table.take().filter(|t| t.rows == 0);
            let lower = Table::head_row(labels, above.unwrap_or_default(), no_stub, second.is_some());
            // A second row that says nothing, *est.  est.*, leaves the first as it is.
            self.table = match (second, lower) {
                (Some(upper), Some(lower)) => Some(upper.with_second_row(&lower, &self.clock)),
                (upper, lower) => lower.or(upper),
            };
            if let Some(table) = &mut self.table {
                columns::settle(&mut table.columns, &self.clock);
            }
            if let Some(table) = &self.table {
                let latest = table.columns.iter().filter_map(|c| c.period).max_by_key(Period::last_day);
                self.clock.spoken = latest.or(self.clock.spoken);
            }
            return self.table.is_some();
        }
        // Labels and figures below a line that gives their unit need no head row.
        if self.table.is_none()
            && figures[0].is_none()
            && figures.iter().skip(1).all(Option::is_some)
            && let Some(above) = above.filter(|a| a.caption.is_some())
            && (labels[0].speaks() || labels[0].total || labels[0].words.is_some())
        {
            self.table = Some(Table { columns: vec![Label::default(); cells.len()], above, ..Table::default() });
        }
        let Some(mut table) = self.table.take() else { return false };
        if table.rows == 0 && figures[0].is_none() {
            table = table.spread(cells.len()).unwrap_or(table);
        }
        if table.above.caption.is_none() {
            table.above.caption = below;
        }
        self.figures_of(view, &mut table, &labels[0], &figures);
        self.table = Some(table);
        true
    }

    /// A row whose cells nothing parts: *Italy 210,400 (198,300)*, below a line that gives their unit.
    fn plain_row(&mut self, view: &View<'_>, cells: &[Range<usize>], captions: &[Caption]) -> bool {
        let mut row = table::label(view, &cells[0], &self.clock, captions);
        // A word for a label may be anything; only goods of a list with others known are named by their own.
        if !row.speaks() && !row.total && !self.table.as_ref().is_some_and(|t| t.goods) {
            row.words = None;
        }
        if !row.speaks() && !row.total && row.words.is_none() {
            return false;
        }
        row.at = 0;
        let above = self.above.as_ref().map(|(above, _)| above.clone()).unwrap_or_default();
        let mut table = self.table.take().unwrap_or_else(|| Table::of_plain_rows(above));
        let mut figures = vec![None];
        figures.extend(cells[1..].iter().map(|cell| table::figure(view, cell)));
        self.figures_of(view, &mut table, &row, &figures);
        self.table = Some(table);
        true
    }

    /// The byte where the line of token `at` begins.
    fn line_of(&self, at: usize) -> usize {
        let start = self.tokens[at].span.start;
        self.document.text[..start].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// How far the lines behind that of token `at` are set in at the least: heads may stand over several.
    fn indent_below(&self, at: usize) -> usize {
        let rest = self.document.text.get(self.tokens[at].span.end..).unwrap_or_default();
        let below = rest.split('\n').skip(1).filter(|line| !line.trim().is_empty());
        below.take(3).map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0)
    }

    /// A line that is no row: it may give the unit and time of a table below it, or head the next rows of one.
    pub(super) fn heading(&mut self, view: &View<'_>, captions: &[Caption]) {
        // Prose without a time says nothing of a table.
        if self.table.is_none() && captions.is_empty() && !view.marks.meets(Marks::TIME) {
            return;
        }
        let whole = view.range.clone();
        let last = view.norm_before(view.range.end, 1);
        let short = whole.len() <= 12 && last != "." && view.quantities.is_empty();
        // Most lines of prose are neither: what their words label is not asked.
        let within = self.table.as_ref().is_some_and(|table| short && (table.rows > 0 || whole.len() <= 3));
        let asked = within || captions.first().is_some_and(|caption| caption.unit.is_ratio());
        let label = if asked { table::label(view, &whole, &self.clock, captions) } else { Label::default() };
        match &mut self.table {
            Some(table) if within => {
                if label.head.is_some() {
                    table.group = Some(label.clone());
                }
                if label.caption.is_some() {
                    table.above.caption.clone_from(&label.caption);
                }
                table.section = label.goods.filter(|_| whole.len() <= 4 && label.named.is_none());
            }
            _ => self.table = None,
        }
        let mut times = view.mentions.iter().filter_map(|m| match m.what {
            What::Period(e @ (Expression::In(..) | Expression::YearTo(..) | Expression::MonthsTo(..))) => Some(e),
            _ => None,
        });
        // One time alone is that of the table: *December* beside *2023* is not.
        let expression = times.next().filter(|_| times.next().is_none());
        let kind = label.kind.filter(|_| label.caption.as_ref().is_some_and(|c| c.unit.is_ratio()));
        // *The U.S. Department forecast Soviet supply as follows*: not who tells it.
        let owns = |role: Role| {
            matches!(
                role,
                Role::Possessor | Role::Modifier | Role::Attribute | Role::Origin | Role::Subject | Role::Title
            )
        };
        let bracket = if captions.is_empty() { None } else { columns::told_in_brackets(view) };
        let owner = heads_rows(view);
        if !captions.is_empty() || expression.is_some() || owner.is_some() {
            let before = self.above.take().filter(|(_, at)| self.sentences - at <= 2).map(|(above, _)| above);
            let of_table = || self.table.as_ref().map(|table| table.above.clone()).filter(|_| owner.is_some());
            let before = before.or_else(of_table).unwrap_or_default();
            let above = Above {
                // *in thousand tonnes, change in percent*: what its amounts are counted in.
                caption: captions.iter().rfind(|c| !c.unit.is_ratio()).or(captions.last()).cloned().or(before.caption),
                other: counted_in::other(captions).or(before.other),
                head: counted_in::head(view, captions).or(before.head),
                kind: kind.or(before.kind),
                expression: expression.or(before.expression),
                bracket: bracket.or(before.bracket),
                party: view.actors.iter().find(|a| owns(a.role)).map(|a| a.party).or(before.party),
                owner,
            };
            self.above = Some((above, self.sentences));
        }
    }

    /// The facts of one row.
    fn figures_of(&mut self, view: &View<'_>, table: &mut Table, row: &Label, figures: &[Option<usize>]) {
        let cells = figures.len();
        let mut written = Vec::new();
        for (index, quantity) in figures.iter().enumerate().skip(1) {
            let place = table.column(index, cells);
            let quantity = quantity.and_then(|q| view.quantity(q));
            if let (Some(place), Some(quantity)) = (place, quantity) {
                written.push((place, quantity));
            }
        }
        if row.head.is_some_and(|h| h.topic != Topic::Other) {
            table.group = Some(row.clone());
        }
        let row_figures: Vec<(usize, Decimal)> = written.iter().map(|(place, q)| (*place, q.quantity.value)).collect();
        let first = self.reading.facts.len();
        for (place, written) in written {
            let cell = Cell { table, row, column: &table.columns[place], place, row_figures: &row_figures };
            match self.cell(view, &cell, written) {
                Some(fact) => self.reading.facts.push(fact),
                None => self.pass_over(written, "cell_without_meaning"),
            }
        }
        // *All exports* below its goods says what they are.
        let total = row.total.then(|| table::indicator(row)).flatten();
        if let (Some(loose), Some(indicator)) = (table.loose, total) {
            for fact in &mut self.reading.facts[loose..first] {
                if fits(indicator, fact.quantity.unit) {
                    fact.indicator = indicator;
                }
            }
            table.loose = None;
        }
        let headless = table.group.is_none() && table.columns.iter().all(|c| c.head.is_none());
        if headless && table.rows == 0 {
            table.loose = Some(first);
        }
        table.balance |= table::indicator(row).is_some_and(alone);
        table.parties |= row.named.is_some();
        table.goods |= row.goods.is_some() || row.words.is_some();
        table.rows += 1;
    }

    /// The fact of one cell, from its row, its column, the caption and what was spoken of.
    fn cell(&self, view: &View<'_>, cell: &Cell<'_>, written: &QuantityMention) -> Option<Fact> {
        let Cell { table, row, column, .. } = *cell;
        let group = table.group.as_ref();
        let talk = self.topic.as_ref().map(|(frame, ..)| frame).or(self.lead.as_ref());
        let left = || table.columns[..cell.place].iter().skip(usize::from(!table.no_stub)).rev().find_map(|c| c.head);
        let named_head = column.head.or(row.head).or_else(left).or_else(|| group.and_then(|g| g.head));
        let named_head = named_head.or(table.above.head);
        let indicator = match named_head {
            Some(_) if cell.sums_both_ways() => Indicator::Turnover,
            Some(head) => head.indicator()?,
            None => talk.map(|f| f.indicator)?,
        };
        let (mut quantity, kind) = self.amount(view, cell, written)?;
        if !fits(indicator, quantity.unit) {
            return None;
        }
        let goods = self.goods_of(cell, talk, indicator)?;
        let (reporter, partner) = self.sides_of(cell, talk, indicator);
        let (period, base) = self.times_of(cell, kind);
        let deficit = named_head.is_some_and(|h| h.topic == Topic::Deficit) && !quantity.value.is_negative();
        // `(540.2)` in a column of balances.
        let bracketed = indicator == Indicator::Balance
            && kind == Kind::Level
            && !quantity.value.is_negative()
            && view.norm_before(written.tokens.start, 1) == "("
            && view.norm(written.tokens.end) == ")";
        if bracketed && !deficit {
            quantity.value = -quantity.value;
        }
        if deficit && kind == Kind::Level {
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
            commodity: goods.or_else(|| goods_by_unit::of_measure(quantity.unit)),
            reporter,
            partner: partner.or(Some(Party::WORLD)),
            period,
            base,
            quantity,
            status: column.status.or(row.status).unwrap_or(Status::Actual),
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

    /// The figure of a cell in its unit, and what it is.
    fn amount(
        &self,
        view: &View<'_>,
        cell: &Cell<'_>,
        written: &QuantityMention,
    ) -> Option<(crate::model::Quantity, Kind)> {
        let Cell { table, row, column, .. } = *cell;
        let mut quantity = written.quantity;
        let kind = column.kind.or(row.kind);
        if written.form == Form::Bare {
            // A column of growth counts in percent, whatever the table counts in.
            let grown = kind == Some(Kind::Change) && column.caption.is_none();
            let above = counted_in::unit_of(column, row, &table.above);
            let caption = column.caption.as_ref().or(row.caption.as_ref()).or(above);
            if grown || kind == Some(Kind::Share) && column.caption.is_none() {
                quantity.unit = Unit::PERCENT;
            } else {
                let caption = caption?;
                let factor = caption.factor_of(quantity.value);
                quantity.value = quantity.value.checked_mul(factor)?;
                quantity.quantum = quantity.quantum.and_then(|q| q.checked_mul(factor));
                quantity.unit = match caption.shared {
                    Some(_) => {
                        self.unit(view, &QuantityMention { shared: caption.shared, ..written.clone() }, None, false)?
                    }
                    None => caption.unit,
                };
            }
        }
        if !quantity.unit.is_ratio() {
            return Some((quantity, if kind == Some(Kind::Change) { Kind::Change } else { Kind::Level }));
        }
        let kind = kind.or(table.above.kind).or(written.sign.map(|_| Kind::Change))?;
        if kind == Kind::Change && cell.is_index(quantity.value) {
            quantity.value = quantity.value.checked_sub(Decimal::HUNDRED)?;
        }
        Some((quantity, kind))
    }

    /// The goods of a cell: of its row, its column, or those that the table is about. `None` for a row of no meaning.
    fn goods_of(&self, cell: &Cell<'_>, talk: Option<&Frame>, indicator: Indicator) -> Option<Option<Commodity>> {
        let Cell { table, row, column, .. } = *cell;
        let section = table.section.as_ref().filter(|_| row.head.is_some() || row.named.is_some() || row.total);
        if let Some(goods) = row.goods.as_ref().or(column.goods.as_ref()).or(section) {
            return Some(Some(goods.clone()));
        }
        let traded = matches!(indicator, Indicator::Exports | Indicator::Imports | Indicator::Production);
        if let Some(words) = &row.words {
            let means = traded && !table.parties && !row.total;
            return if row.total { Some(None) } else { means.then(|| Some(words.clone())) };
        }
        let nothing = !row.speaks() && !row.total && row.owner.is_none();
        if nothing {
            return None;
        }
        let own = row.head.is_none().then(|| table.group.as_ref().and_then(|g| g.goods.clone())).flatten();
        let talk = talk.and_then(|f| f.commodity.clone());
        // A row of trade in total has no goods, nor has the sum of goods, whatever was spoken of above.
        let whole = row.head.and_then(|h| h.indicator());
        let total = matches!(whole, Some(Indicator::Turnover | Indicator::Balance)) || row.total && table.goods;
        Some(own.or(talk.filter(|_| !total)))
    }

    /// Whose figure a cell holds, and with whom.
    fn sides_of(&self, cell: &Cell<'_>, talk: Option<&Frame>, indicator: Indicator) -> (Option<Party>, Option<Party>) {
        let Cell { row, column, table, .. } = *cell;
        let (mut reporter, mut partner) = talk.map_or((None, None), |f| (f.reporter, f.partner));
        // *BRAZIL SOYBEAN OIL* above its stocks, output and trade.
        let headed = table.above.owner.filter(|_| table.balance || alone(indicator));
        if headed.is_some() && row.named.or(column.named).or(row.owner).or(column.owner).is_none() {
            return (headed, Some(Party::WORLD));
        }
        // *Output by country*: a row's country made what it tells, and all of them what the first lines spoke of.
        if alone(indicator) {
            let group = self.lead.as_ref().filter(|f| alone(f.indicator)).and_then(|f| f.reporter);
            let all = (row.total && table.parties).then_some(group).flatten().filter(|p| !p.is_country());
            if let Some(own) = row.owner.or(row.named).or(column.owner).or(column.named).or(all) {
                return (Some(own), Some(Party::WORLD));
            }
        }
        if let Some(owner) = column.owner.or(row.owner) {
            if partner == Some(owner) {
                partner = reporter;
            }
            reporter = Some(owner);
        }
        // *Exports* below rows of each partner.
        if row.head.is_some() && table.parties && row.named.is_none() && column.named.is_none() && row.owner.is_none() {
            partner = Some(Party::WORLD);
        }
        if let Some(named) = row.named.or(column.named) {
            if reporter.is_none_or(|r| r == Party::WORLD) && partner.is_some_and(|p| p != named && p != Party::WORLD) {
                reporter = Some(named);
            } else if reporter != Some(named) {
                partner = Some(named);
            }
        } else if (row.total || column.total) && (cell.table.parties || row.period.is_none()) {
            // *Q1 total* sums months, not partners.
            partner = Some(Party::WORLD);
        }
        if reporter.is_none() || reporter == Some(Party::WORLD) {
            // A list of partners is of the one that the text is about.
            let about = self.context.about.filter(|p| p.is_country() && row.named.is_some());
            // *Crude oil imports* by origin are of who is told to take goods in.
            let taker = || self.survey.taker().or(self.survey.owner());
            let taker =
                (cell.indicator().or(talk.map(|f| f.indicator)) == Some(Indicator::Imports)).then(taker).flatten();
            let home = taker.filter(|_| row.named.is_some()).or(about).or(self.context.home());
            // *World wheat balance (mln tonnes)*
            let headed = table.above.party.filter(|party| partner != Some(*party));
            reporter = home.filter(|home| partner != Some(*home)).or(reporter).or(headed);
        }
        // *Net production* in a table of imports by origin.
        if matches!(indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves) {
            partner = Some(Party::WORLD);
        }
        (reporter, partner)
    }

    /// The period of a cell, and for growth what it is compared with.
    fn times_of(&self, cell: &Cell<'_>, kind: Kind) -> (Option<Period>, Option<Period>) {
        let Cell { table, row, column, place, .. } = *cell;
        let above = |column: &Label| table::joined(table.above.expression, column.expression, &self.clock);
        let of = |column: &Label| above(column).or_else(|| table::period(column, row, &self.clock));
        // The figure in brackets behind another of its row.
        if table.plain && column.step.back {
            let first = of(&table.columns[place - 1]).or(self.clock.spoken);
            return (first.and_then(|first| column.step.from(first)), None);
        }
        if kind == Kind::Level {
            return (of(column).or(self.clock.spoken), None);
        }
        let told = table.told_by(place);
        let period = of(column).or_else(|| told.and_then(|at| of(&table.columns[at]))).or(self.clock.spoken);
        if kind != Kind::Change {
            return (period, None);
        }
        let before = told.and_then(|at| table.before(at)).and_then(|at| of(&table.columns[at]));
        let before = if column.in_step { period.and_then(|p| p.previous()) } else { before };
        (period, column.base.or(before))
    }
}

/// Whose rows follow a line that opens with a country and tells nothing: *ARGENTINA --*, *BRAZIL SOYBEAN OIL, in mln tonnes --*.
fn heads_rows(view: &View<'_>) -> Option<Party> {
    const LINE: usize = 12;
    let range = &view.range;
    let dash = view.norm_before(range.end, 1) == "-" || view.norm_before(range.end, 1) == "--";
    let told = range.clone().any(|at| view.verb_at(at) || view.is_past(at));
    let opens = view.actors.iter().find(|a| a.at == range.start && a.party != Party::WORLD);
    opens.filter(|_| dash && !told && range.len() <= LINE).map(|a| a.party)
}

impl Cell<'_> {
    /// `Exports | Imports | Total`: whether its column is the sum of both.
    fn sums_both_ways(&self) -> bool {
        let counts = |indicator: Indicator| {
            self.table.columns[..self.place].iter().any(|c| c.head.and_then(|h| h.indicator()) == Some(indicator))
        };
        let total = self.column.total && self.column.head.is_none() && self.row.head.is_none();
        total && counts(Indicator::Exports) && counts(Indicator::Imports)
    }

    /// What its column, its row or the rows above count.
    fn indicator(&self) -> Option<Indicator> {
        let group = || self.table.group.as_ref().and_then(|g| g.head);
        self.column.head.or(self.row.head).or_else(group).and_then(|h| h.indicator())
    }

    /// Whether a percentage is of the earlier figure: the levels beside it tell, else the words of its column.
    fn is_index(&self, value: Decimal) -> bool {
        let level = |place: usize| self.row_figures.iter().find(|(at, _)| *at == place).map(|(_, v)| v.to_f64());
        let told = self.table.told_by(self.place);
        let levels = told.and_then(|at| Some((level(self.table.before(at)?)?, level(at)?)));
        if let Some((early, late)) = levels.filter(|(early, _)| *early > 0.0) {
            let (index, value) = (late / early * 100.0, value.to_f64());
            let off = |wanted: f64| (value - wanted).abs();
            let slack = 0.02 * index.abs() + 0.6;
            if off(index) <= slack || off(index - 100.0) <= slack {
                return off(index) < off(index - 100.0);
            }
        }
        self.column.index && !value.is_negative()
    }
}
