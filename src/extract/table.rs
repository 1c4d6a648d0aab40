//! Plain-text tables: rows whose cells are parted by bars, tabs or wide blanks, under a head row and a caption.
//!
//! ```text
//! EU-Central Asia: trade in goods, € billions        <- indicator, parties, unit
//! Year | EU imports | EU exports | Balance            <- a column each
//! 2016 | 13.7       | 8.3        | -5.5               <- a row: a period, a party or an indicator, and figures
//! ```

use std::ops::Range;

use super::grammar::Role;
use super::head::Head;
use super::view::View;
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::{Caption, Expression, Form, Part, What, YearRef};
use crate::model::{Indicator, Kind, Party, Period};
use crate::resolve::Clock;
use crate::token::Token;

/// What a cell of the head row, or the label of a row, says of its figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// The reference period.
    pub period: Option<Period>,
    /// The wording of the period.
    pub expression: Option<Expression>,
    /// What is counted.
    pub head: Option<Head>,
    /// A party as owner: *EU imports*.
    pub owner: Option<Party>,
    /// A party named alone: *Georgia*.
    pub named: Option<Party>,
    /// Whether it is the sum: *Total*.
    pub total: bool,
    /// The unit of the column.
    pub caption: Option<Caption>,
    /// What its percentages are: growth, or parts of a whole.
    pub kind: Option<Kind>,
}

/// A table whose head row has been read.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What each column says.
    pub columns: Vec<Label>,
    /// The unit that the caption gives.
    pub caption: Option<Caption>,
    /// What the caption says of percentages.
    pub kind: Option<Kind>,
}

/// The cells of a row as token ranges; fewer than two where the line is no row.
pub fn cells(tokens: &[Token<'_>], row: &Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.start;
    for at in row.clone() {
        let bar = tokens[at].is_mark('|');
        if bar || (tokens[at].column && at > row.start) {
            cells.push(start..at);
            start = if bar { at + 1 } else { at };
        }
    }
    cells.push(start..row.end);
    // A bar at either edge parts nothing.
    if cells.first().is_some_and(Range::is_empty) {
        cells.remove(0);
    }
    if cells.last().is_some_and(Range::is_empty) {
        cells.pop();
    }
    cells
}

/// What a cell without a figure says.
pub fn label(view: &View<'_>, cell: &Range<usize>, clock: &Clock, captions: &[Caption]) -> Label {
    let inside = |at: usize| cell.contains(&at);
    let expression = view.mentions.iter().find_map(|m| match m.what {
        What::Period(expression @ (Expression::In(..) | Expression::Span(..) | Expression::Relative(..)))
            if inside(m.tokens.start) =>
        {
            Some(expression)
        }
        _ => None,
    });
    let period = expression.and_then(|e| clock.resolve(e));
    let head = view
        .heads
        .iter()
        .find(|h| inside(h.at) && h.class != Class::Agent && !matches!(h.topic, Topic::Same | Topic::Flow))
        .copied();
    let actor = view.actors.iter().find(|a| inside(a.at));
    let growth = view.cues(|c| matches!(c, Cue::Direction(_)).then_some(())).any(|(_, m)| inside(m.tokens.start))
        || cell.clone().any(|at| matches!(view.norm(at), "change" | "yoy" | "±" | "dynamics"))
        || view.mentions.iter().any(|m| inside(m.tokens.start) && m.what == What::Period(Expression::YearOnYear));
    let share = view.cues(|c| matches!(c, Cue::Share).then_some(())).any(|(_, m)| inside(m.tokens.start));
    let beside = |role: Role| matches!(role, Role::To | Role::From | Role::With | Role::In | Role::For);
    let owns = |role: Role| !beside(role) && (matches!(role, Role::Modifier | Role::Possessor) || head.is_some());
    Label {
        period,
        expression,
        owner: actor.filter(|a| owns(a.role)).map(|a| a.party),
        named: actor.filter(|a| !owns(a.role)).map(|a| a.party),
        total: cell.clone().any(|at| matches!(view.norm(at), "total" | "world" | "overall" | "all")),
        caption: captions.iter().find(|c| inside(c.at)).cloned(),
        kind: if growth {
            Some(Kind::Change)
        } else if share {
            Some(Kind::Share)
        } else {
            None
        },
        head,
    }
}

/// The one figure of a cell, among the mentions, where the cell is nothing else.
pub fn figure(view: &View<'_>, cell: &Range<usize>) -> Option<usize> {
    let mut inside = view.quantities.iter().copied().filter(|q| cell.contains(&view.mentions[*q].tokens.start));
    let quantity = inside.next()?;
    let tokens = &view.mentions[quantity].tokens;
    let alone = inside.next().is_none() && tokens.start <= cell.start + 1 && cell.end <= tokens.end + 2;
    (alone && view.quantity(quantity).is_some_and(|q| matches!(q.form, Form::Bare | Form::Figure))).then_some(quantity)
}

impl Table {
    /// Whether a row of labels can head a table.
    pub fn head_row(labels: Vec<Label>, caption: Option<Caption>) -> Option<Table> {
        let speaks = |l: &Label| l.period.is_some() || l.head.is_some() || l.named.is_some() || l.caption.is_some();
        let columns = labels.iter().skip(1).filter(|l| speaks(l)).count();
        (labels.len() >= 2 && columns >= 1).then_some(Table { columns: labels, caption, kind: None })
    }
}

/// The period of a cell: *May* under *2011* is May 2011.
pub fn period(column: &Label, row: &Label, clock: &Clock) -> Option<Period> {
    let part = |label: &Label| match label.expression {
        Some(Expression::In(part, YearRef::Open)) => Some(part),
        _ => None,
    };
    let year = |label: &Label| match label.expression {
        Some(Expression::In(Part::Year, year @ YearRef::Absolute(_))) => Some(year),
        _ => None,
    };
    let both = part(row).zip(year(column)).or(part(column).zip(year(row)));
    match both {
        Some((part, year)) => clock.resolve(Expression::In(part, year)),
        None => column.period.or(row.period),
    }
}

/// The indicator of a head, a balance for a deficit or surplus.
pub fn indicator(label: &Label) -> Option<Indicator> {
    label.head.and_then(|h| h.indicator())
}
