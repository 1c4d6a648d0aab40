//! Plain-text tables: rows whose cells are parted by bars, tabs or wide blanks, under a head row and a caption.
//!
//! ```text
//! EU-Central Asia: trade in goods, € billions        <- indicator, parties, unit
//! Year | EU imports | EU exports | Balance            <- a column each
//! 2016 | 13.7       | 8.3        | -5.5               <- a row: a period, a party, goods or an indicator, and figures
//! ```

use std::ops::Range;

use super::columns::{Step, short_year};
use super::counted_in::CountedIn;
use super::grammar::Role;
use super::head::Head;
use super::naming;
use super::view::View;
use crate::lexicon::words::{compares, is_total};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::{Caption, Expression, Form, Length, Part, What, YearRef};
use crate::model::{Commodity, Indicator, Kind, Party, Period, Status};
use crate::resolve::Clock;
use crate::token::{Shape, Token};

/// What a cell of the head row, or the label of a row, says of its figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// The reference period.
    pub period: Option<Period>,
    /// The wording of the period.
    pub expression: Option<Expression>,
    /// The period that its percentages compare with: *in % to January 2016*.
    pub base: Option<Period>,
    /// What is counted.
    pub head: Option<Head>,
    /// A party as owner: *EU imports*.
    pub owner: Option<Party>,
    /// A party named alone: *Georgia*.
    pub named: Option<Party>,
    /// Whether it is the sum: *Total*.
    pub total: bool,
    /// The goods that it names.
    pub goods: Option<Commodity>,
    /// Its own words, where it is nothing that the lexicon knows: *Lithium carbonate*.
    pub words: Option<Commodity>,
    /// The unit of the column.
    pub caption: Option<Caption>,
    /// What its percentages are: growth, or parts of a whole.
    pub kind: Option<Kind>,
    /// Whether its percentages are of the earlier figure: *in % to 2016*.
    pub index: bool,
    /// Whether its figures are still to come: *quota*, *2025 forecast*.
    pub status: Option<Status>,
    /// Whether its growth is from the stretch right before: *q/q change*.
    pub in_step: bool,
    /// The step in time that its words tell.
    pub step: Step,
    /// Whether its words say that it counts goods or money: *Qty*, *Value*.
    pub counted_in: Option<CountedIn>,
    /// Where it begins in its line, in bytes.
    pub at: usize,
}

/// What the lines above a table say of all its figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Above {
    /// The unit.
    pub caption: Option<Caption>,
    /// The other unit, where it gives one of goods and one of money.
    pub other: Option<Caption>,
    /// What a line that is no sentence says that it counts: *Imports of farm goods, USD million*.
    pub head: Option<Head>,
    /// What percentages are.
    pub kind: Option<Kind>,
    /// A part of a year, or the year that ends with it: *year to June*.
    pub expression: Option<Expression>,
    /// When its figures in brackets are of.
    pub bracket: Option<Step>,
    /// Whom the line names first.
    pub party: Option<Party>,
    /// Whose rows a line alone heads: *BRAZIL SOYBEAN OIL*.
    pub owner: Option<Party>,
}

/// A table whose head row has been read.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What each column says.
    pub columns: Vec<Label>,
    /// What the lines above say.
    pub above: Above,
    /// Whether the column of row labels has no cell of its own in the head row.
    pub no_stub: bool,
    /// The last row that named what is counted, which rows of parties and goods below it go on from.
    pub group: Option<Label>,
    /// The goods that a line alone heads the rows below it with: *Maize* above *Production*.
    pub section: Option<Commodity>,
    /// Whether nothing but blanks parts its cells.
    pub plain: bool,
    /// How many rows of figures were read.
    pub rows: usize,
    /// Whether a row named a party.
    pub parties: bool,
    /// Whether a row named goods.
    pub goods: bool,
    /// Whether its rows tell what a country makes, uses or keeps beside what it trades.
    pub balance: bool,
    /// The first of its facts, where its rows had no indicator of their own.
    pub loose: Option<usize>,
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
    let times: Vec<(usize, Expression)> = view
        .mentions
        .iter()
        .filter(|m| inside(m.tokens.start))
        .filter_map(|m| match m.what {
            What::Period(
                expression @ (Expression::In(..)
                | Expression::Span(..)
                | Expression::Relative(..)
                | Expression::YearTo(..)
                | Expression::MonthsTo(..)
                | Expression::StretchTo(..)
                | Expression::SplitYear(..)
                | Expression::ToDate(..)),
            ) => Some((m.tokens.start, expression)),
            _ => None,
        })
        .collect();
    let times = with_months(view, cell, times);
    let head = view
        .heads
        .iter()
        .find(|h| inside(h.at) && h.class != Class::Agent && !matches!(h.topic, Topic::Same | Topic::Flow))
        .copied();
    let actor = view.actors.iter().find(|a| inside(a.at));
    let share = view.cues(|c| matches!(c, Cue::Share).then_some(())).any(|(_, m)| inside(m.tokens.start));
    let beside = |role: Role| matches!(role, Role::To | Role::From | Role::With | Role::In | Role::For);
    let owns = |role: Role| !beside(role) && (matches!(role, Role::Modifier | Role::Possessor) || head.is_some());
    // *Imports, Sweden*, *Exports - Japan*: the other side behind a mark.
    let set_off = actor.is_some_and(|a| {
        let mark = |at: usize| matches!(view.tokens[at].shape, Shape::Mark(',' | '-' | ':' | '(' | '/'));
        head.is_some_and(|h| h.end < a.at && a.at <= h.end + 2 && mark(h.end) && inside(h.at))
    });
    let owns = |role: Role| owns(role) && !set_off;
    let goods = goods_of(view, cell, head.is_some() || actor.is_some());
    let known = head.is_some() || actor.is_some() || goods.is_some() || !times.is_empty();
    let mut label = Label {
        head,
        owner: actor.filter(|a| owns(a.role)).map(|a| a.party),
        named: actor.filter(|a| !owns(a.role)).map(|a| a.party),
        total: cell.clone().any(|at| is_total(view.norm(at)) || view.norm(at) == "world"),
        goods,
        words: if known || is_measure(view.norm(cell.start)) { None } else { own_words(view, cell) },
        caption: captions.iter().find(|c| inside(c.at)).cloned(),
        status: to_come(view, cell),
        step: Step::of(view, cell),
        counted_in: CountedIn::of(view, cell),
        in_step: view.mentions.iter().any(|m| {
            let step = matches!(m.what, What::Period(Expression::MonthOnMonth | Expression::QuarterOnQuarter));
            step && inside(m.tokens.start)
        }),
        kind: if grows(view, cell) {
            Some(Kind::Change)
        } else if share {
            Some(Kind::Share)
        } else {
            None
        },
        ..Label::default()
    };
    label.time(view, cell, clock, &times);
    if let Some((expression, _)) = short_year(view, cell) {
        (label.expression, label.period) = (Some(expression), clock.resolve(expression));
    }
    label
}

/// *I-VI 2023*: months by Roman numbers before the year of a cell.
fn with_months(view: &View<'_>, cell: &Range<usize>, mut times: Vec<(usize, Expression)>) -> Vec<(usize, Expression)> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let month = |at: usize| {
        let place = ROMAN.iter().position(|r| cell.contains(&at) && *r == view.norm(at))?;
        u32::try_from(place + 1).ok()
    };
    let found = cell.clone().find_map(|at| {
        if view.norm(at + 1) != "-" {
            return None;
        }
        let (first, last) = (month(at)?, month(at + 2)?);
        (first < last).then_some((at, Part::Months(first, last)))
    });
    let Some((at, part)) = found else { return times };
    match times.iter_mut().find(|(year, _)| *year >= at) {
        Some((_, expression @ Expression::In(Part::Year, _))) => {
            if let Expression::In(_, year) = *expression {
                *expression = Expression::In(part, year);
            }
        }
        _ => times.push((at, Expression::In(part, YearRef::Open))),
    }
    times
}

/// Whether a cell speaks of figures that are still to come: *quota*, *plan for 2024*, *2025 forecast*.
fn to_come(view: &View<'_>, cell: &Range<usize>) -> Option<Status> {
    let bracketed = |at: usize| view.norm(at - 1) == "(" && view.norm(at + 1) == ")";
    cell.clone().find_map(|at| match view.norm(at) {
        "quota" | "quotas" | "ceiling" | "target" | "targets" | "plan" | "planned" => Some(Status::Target),
        "forecast" | "forecasts" | "fcst" | "cast" | "proj" | "projected" | "projection" | "outlook" => {
            Some(Status::Forecast)
        }
        // *2018-19 (f)*, *2026f*
        "f" if at > cell.start && (bracketed(at) || view.tokens[at - 1].shape == Shape::Digits) => {
            Some(Status::Forecast)
        }
        _ => None,
    })
}

/// ***Volume**, Mt*, ***Value**, A$ billion*: what the figures of a row measure, of goods that stand above.
fn is_measure(word: &str) -> bool {
    matches!(
        word,
        "volume"
            | "volumes"
            | "value"
            | "values"
            | "quantity"
            | "quantities"
            | "earnings"
            | "revenue"
            | "weight"
            | "tonnage"
    )
}

/// Whether a cell speaks of growth: *Growth, %*, *Change*, *Var.*, *y/y*.
fn grows(view: &View<'_>, cell: &Range<usize>) -> bool {
    let inside = |at: usize| cell.contains(&at);
    view.cues(|c| matches!(c, Cue::Direction(_)).then_some(())).any(|(_, m)| inside(m.tokens.start))
        || cell.clone().any(|at| {
            matches!(
                view.norm(at),
                "change" | "chg" | "yoy" | "±" | "dynamics" | "var" | "variation" | "difference" | "index" | "indices"
            )
        })
        || view.mentions.iter().any(|m| inside(m.tokens.start) && m.what == What::Period(Expression::YearOnYear))
}

/// The goods that a cell names; where a word behind them makes them others, its own words: *Lithium carbonate*.
fn goods_of(view: &View<'_>, cell: &Range<usize>, more: bool) -> Option<Commodity> {
    let (goods, span) = naming::named(view, cell.clone())?;
    let behind = view.tokens[cell.clone()].iter().find(|t| t.span.start >= span.end);
    let other = behind.is_some_and(|t| {
        t.shape == Shape::Word && !matches!(t.norm.as_ref(), "and" | "or" | "in" | "to" | "from" | "of" | "for")
    });
    if other
        && !more
        && let Some(words) = own_words(view, cell)
    {
        Some(words)
    } else {
        Some(goods)
    }
}

/// The row's own words in the form of a record name: up to six, *of which* and marks left out.
fn own_words(view: &View<'_>, cell: &Range<usize>) -> Option<Commodity> {
    const NONE: [&str; 28] = [
        "other",
        "others",
        "rest",
        "balance",
        "average",
        "note",
        "source",
        "memo",
        "country",
        "countries",
        "partners",
        "markets",
        "sum",
        "item",
        "indicator",
        "year",
        "period",
        "month",
        "unspecified",
        "remaining",
        "product",
        "products",
        "group",
        "n",
        "total",
        "all",
        "overall",
        "world",
    ];
    let words: Vec<&str> = cell
        .clone()
        .filter(|at| view.tokens[*at].shape == Shape::Word)
        .map(|at| view.norm(at))
        .skip_while(|word| matches!(*word, "of" | "which" | "including" | "incl" | "the" | "o" | "w"))
        .collect();
    // *Volume, Mt*, *Value, A$ billion*: how goods are counted, not which.
    let measure = words.first().is_some_and(|word| {
        matches!(
            *word,
            "volume" | "volumes" | "value" | "values" | "quantity" | "tonnage" | "revenue" | "revenues" | "earnings"
        )
    });
    let counted = measure || view.quantities.iter().any(|q| cell.contains(&view.mentions[*q].tokens.start));
    let plain = (1..=6).contains(&words.len()) && !counted && !words.iter().any(|word| NONE.contains(word));
    plain.then(|| Commodity::new(words.join("_")))
}

impl Label {
    /// Sorts the times of a cell: whose figures it holds, and what they are compared with.
    fn time(&mut self, view: &View<'_>, cell: &Range<usize>, clock: &Clock, times: &[(usize, Expression)]) {
        let ratio = self.kind == Some(Kind::Change)
            || cell.clone().any(|at| matches!(view.norm(at), "%" | "percent" | "pct" | "cent" | "percentage"));
        // *Var. 2023/2022*, *2023 / 2022, %*
        let years = cell.clone().find_map(|at| {
            let year = |at: usize| {
                view.tokens.get(at).filter(|t| cell.contains(&at) && t.shape == Shape::Digits && t.text.len() == 4)
            };
            let (a, b) = (year(at)?.text.parse::<i32>().ok()?, year(at + 2)?.text.parse::<i32>().ok()?);
            let paired = matches!(view.norm(at + 1), "/" | "-" | "vs" | "to");
            (paired && ratio && a != b && (a - b).abs() < 20).then_some((a.max(b), a.min(b)))
        });
        if let Some((late, early)) = years {
            (self.period, self.base) = (Period::year(late), Period::year(early));
            self.kind = Some(Kind::Change);
            return;
        }
        let resolved: Vec<(usize, Expression, Option<Period>)> =
            times.iter().map(|(at, e)| (*at, *e, clock.resolve(*e))).collect();
        // *in % to January-June 2016*, *% of 2022*, *change on 2019*, *2022 = 100*
        let compared = resolved.iter().rposition(|(at, ..)| {
            let before = (1..=2).filter_map(|back| at.checked_sub(back)).filter(|at| cell.contains(at));
            let linked = before.into_iter().any(|at| {
                compares(view.norm(at)) || matches!(view.norm(at), "to" | "of" | "on" | "with" | "over" | "since")
            });
            let hundred =
                (at + 1..at + 4).any(|at| view.norm(at) == "=") && (at + 1..at + 5).any(|at| view.norm(at) == "100");
            ratio && linked || hundred
        });
        if let Some(at) = compared {
            self.base = resolved[at].2;
            self.index = self.kind != Some(Kind::Change);
            self.kind = self.kind.or(Some(Kind::Change));
        }
        let own = resolved.iter().enumerate().find(|(place, _)| Some(*place) != compared);
        if let Some((_, (_, expression, period))) = own {
            (self.expression, self.period) = (Some(*expression), *period);
        }
        let previous = cell.clone().any(|at| matches!(view.norm(at), "previous" | "corresponding" | "prev"));
        if ratio && previous && cell.clone().any(|at| matches!(view.norm(at), "to" | "of" | "=")) {
            self.index = self.kind != Some(Kind::Change);
            self.kind = self.kind.or(Some(Kind::Change));
        }
        self.index |= cell.clone().any(|at| matches!(view.norm(at), "index" | "indices"));
    }

    /// Whether it says anything that figures need.
    pub fn speaks(&self) -> bool {
        self.period.is_some()
            || self.expression.is_some()
            || self.head.is_some()
            || self.named.is_some()
            || self.caption.is_some()
            || self.goods.is_some()
            || self.kind.is_some()
    }

    /// This cell under `upper`, which fills what it leaves open.
    pub(super) fn under(&self, upper: &Label, clock: &Clock) -> Label {
        let joined = period(self, upper, clock);
        Label {
            period: joined,
            expression: self.expression.or(upper.expression),
            base: self.base.or(upper.base),
            in_step: self.in_step || upper.in_step,
            head: self.head.or(upper.head),
            owner: self.owner.or(upper.owner),
            named: self.named.or(upper.named),
            total: self.total || upper.total,
            goods: self.goods.clone().or_else(|| upper.goods.clone()),
            words: None,
            caption: self.caption.clone().or_else(|| upper.caption.clone()),
            kind: self.kind.or(upper.kind),
            index: self.index || upper.index,
            status: self.status.or(upper.status),
            step: self.step.under(upper.step),
            counted_in: self.counted_in.or(upper.counted_in),
            at: self.at,
        }
    }
}

/// The one figure of a cell, among the mentions, where the cell is nothing else.
pub fn figure(view: &View<'_>, cell: &Range<usize>) -> Option<usize> {
    let mut inside = view.quantities.iter().copied().filter(|q| cell.contains(&view.mentions[*q].tokens.start));
    let quantity = inside.next()?;
    let tokens = &view.mentions[quantity].tokens;
    if short_year(view, cell).is_some_and(|(_, at)| tokens.contains(&at)) {
        return None;
    }
    let alone = inside.next().is_none() && tokens.start <= cell.start + 1 && cell.end <= tokens.end + 2;
    (alone && view.quantity(quantity).is_some_and(|q| matches!(q.form, Form::Bare | Form::Figure))).then_some(quantity)
}

impl Table {
    /// Whether a row of labels can head a table; below another head row it may say less.
    pub fn head_row(labels: Vec<Label>, above: Above, no_stub: bool, second: bool) -> Option<Table> {
        let says =
            |l: &Label| l.speaks() || !l.step.is_none() || second && (l.status.is_some() || l.counted_in.is_some());
        let columns = labels.iter().skip(usize::from(!no_stub)).filter(|l| says(l)).count();
        let group = labels.first().filter(|l| !no_stub && l.head.is_some()).cloned();
        (labels.len() >= 2 && columns >= 1).then_some(Table {
            columns: labels,
            above,
            no_stub,
            group,
            ..Table::default()
        })
    }

    /// A table of lines with nothing between their cells: a figure each, and one in brackets.
    pub fn of_plain_rows(above: Above) -> Table {
        let step = above.bracket.unwrap_or(Step { back: true, length: Some(Length::Year), ends: false });
        let earlier = Label { step, ..Label::default() };
        Table { columns: vec![Label::default(), Label::default(), earlier], above, plain: true, ..Table::default() }
    }

    /// The column of the figure in cell `index` of a row of `cells` cells, and its place.
    pub fn column(&mut self, index: usize, cells: usize) -> Option<usize> {
        // A head row whose first cell is empty has one cell less.
        self.no_stub |= cells == self.columns.len() + 1;
        let place = index.checked_sub(usize::from(self.no_stub))?;
        (place < self.columns.len()).then_some(place)
    }

    /// The level that a column of growth speaks of: the latest of the columns before it, back to another of growth.
    pub fn told_by(&self, place: usize) -> Option<usize> {
        let levels = self.columns[..place].iter().enumerate().rev();
        let levels: Vec<usize> = levels
            .skip_while(|(_, c)| c.kind.is_some())
            .take_while(|(_, c)| c.kind.is_none())
            .filter(|(_, c)| c.period.is_some())
            .map(|(at, _)| at)
            .collect();
        // The nearest stands first; a later one wins only where they tell stretches of the same length.
        let nearest = *levels.first()?;
        let days = |at: usize| self.columns[at].period.map(|p| p.days());
        let alike = |at: &&usize| days(**at).zip(days(nearest)).is_some_and(|(a, b)| (a - b).abs() < 3);
        levels.iter().filter(alike).copied().max_by_key(|at| self.columns[*at].period.map(|p| p.last_day()))
    }

    /// The column that tells the same stretch one year or one step before that of `place`.
    pub fn before(&self, place: usize) -> Option<usize> {
        let period = self.columns[place].period?;
        let wanted = [period.year_before(), period.previous()];
        let found = |wanted: &Period| {
            self.columns.iter().position(|c| {
                c.period == Some(*wanted)
                    && c.kind.is_none()
                    && c.head.map(|h| h.topic) == self.columns[place].head.map(|h| h.topic)
            })
        };
        wanted.into_iter().flatten().find_map(|wanted| found(&wanted))
    }
}

/// The period of a cell: *May* under *2011* is May 2011.
pub fn period(column: &Label, row: &Label, clock: &Clock) -> Option<Period> {
    joined(column.expression, row.expression, clock)
        .or_else(|| joined(row.expression, column.expression, clock))
        .or(column.period)
        .or(row.period)
}

/// A part of no year with a year that stands elsewhere.
pub fn joined(part: Option<Expression>, year: Option<Expression>, clock: &Clock) -> Option<Period> {
    let Some(Expression::In(Part::Year, year @ YearRef::Absolute(_))) = year else { return None };
    match part? {
        Expression::In(part, YearRef::Open) if part != Part::Year => clock.resolve(Expression::In(part, year)),
        Expression::YearTo(part, YearRef::Open) => clock.resolve(Expression::YearTo(part, year)),
        Expression::MonthsTo(count, month, YearRef::Open) => clock.resolve(Expression::MonthsTo(count, month, year)),
        _ => None,
    }
}

/// The indicator of a head, a balance for a deficit or surplus.
pub fn indicator(label: &Label) -> Option<Indicator> {
    label.head.and_then(|h| h.indicator())
}
