//! Which time the talk is of, as one sentence leaves it for the next.
//!
//! | told | the talk is of |
//! | --- | --- |
//! | *In 2022 trade reached $11 billion* | 2022 |
//! | *In May alone it was $1 billion*, then a new paragraph | 2022 again |
//! | *Exports are expected at 5 million tonnes in 2024* | 2022, and for what is foretold 2024 |
//! | *Imports in May compared with 12.1 billion* | May, for what is told there |

use super::assemble::Assembler;
use super::elsewhere::belongs;
use super::talk::ENTRY;
use super::view::View;
use super::wording::periods;
use crate::lexicon::Marks;
use crate::lexicon::words::{are_buyers, is_main, is_supplier};
use crate::mention::{Expression, Length, Part, What, YearRef};
use crate::model::{Evidence, Fact, Kind, Period, Slot, Status};
use crate::token::{Sentence, Shape};

impl Assembler<'_> {
    /// The stretch of months that a sentence tells of beside a capacity or what lies in the ground, which have no time of their own.
    pub(super) fn stretch_told(&self, view: &View<'_>) -> Option<Period> {
        let (_, expression, _) = periods(view).find(|(m, e, compared)| {
            let stretch = match e {
                Expression::In(Part::Months(first, last), _) => first < last,
                Expression::In(part, _) => matches!(part, Part::Quarter(_) | Part::Half(_)),
                _ => false,
            };
            stretch && !compared && !belongs(view, m, *e)
        })?;
        let period = self.clock.resolve(expression)?;
        let just = |day: chrono::NaiveDate| (0..200).contains(&(day - period.last_day()).num_days());
        (self.clock.published.is_some_and(just) && !self.is_issue(&period)).then_some(period)
    }

    /// The time of a figure that was passed over, where the text has told none yet.
    pub(super) fn first_told(&mut self, view: &View<'_>) -> Option<Period> {
        if view.quantities.is_empty() || self.clock.spoken.is_some() {
            return None;
        }
        let (_, expression, _) = periods(view).find(|(m, e, compared)| {
            let plain = matches!(e, Expression::In(part, _) if !matches!(part, Part::Day(..)))
                || matches!(
                    e,
                    Expression::Relative(Length::Year | Length::Month, ..0)
                        | Expression::YearTo(..)
                        | Expression::MonthsTo(..)
                );
            plain && !compared && !belongs(view, m, *e)
        })?;
        let period = self.clock.resolve(expression)?;
        let over = self.clock.published.is_none_or(|day| period.first_day() <= day);
        // *a three-day visit from May 8 to 10* is no time of trade.
        (over && period.days() >= 5).then(|| {
            self.keep_period(period);
            period
        })
    }

    /// *In 2024, the gas market remained well supplied*: the stretch that opens a sentence without a figure, set off from the rest and over.
    pub(super) fn time_in_front(&self, view: &View<'_>) -> Option<Period> {
        if let Some(period) = self.time_of_dealings(view) {
            return Some(period);
        }
        if !view.quantities.is_empty() {
            return None;
        }
        // Most sentences open with another word.
        let start = view.range.start;
        if !view.marks.meets(Marks::TIME) {
            return None;
        }
        if !matches!(view.norm(start), "in" | "during" | "for" | "over") {
            return self.time_of_opening(view);
        }
        let (mention, expression, _) =
            periods(view).find(|(m, _, compared)| !compared && m.tokens.start == start + 1)?;
        let led = matches!(view.norm(mention.tokens.end), "," | "the");
        let stretch = matches!(expression, Expression::In(part, _) if !matches!(part, Part::Day(..)));
        let period = self.clock.resolve(expression).filter(|_| led && stretch)?;
        self.clock.published.is_none_or(|day| period.first_day() <= day).then_some(period)
    }

    /// *Last week 16 contracts were signed at the exchange*: the week or month that a sentence about dealings opens with, for what it says was
    /// bought there.
    fn time_of_dealings(&self, view: &View<'_>) -> Option<Period> {
        if !view.marks.meets(Marks::TIME) {
            return None;
        }
        let start = view.range.start;
        let (mention, expression, _) =
            periods(view).find(|(m, _, compared)| !compared && m.tokens.start <= start + 1)?;
        let short = match expression {
            Expression::Relative(Length::Week | Length::Month, -1) => true,
            Expression::In(Part::Months(first, last), _) => first == last,
            _ => false,
        };
        let dealings = |at: usize| {
            matches!(
                view.norm(at),
                "contracts" | "deals" | "transactions" | "auction" | "auctions" | "lots" | "tenders" | "fair"
            )
        };
        let made = |at: usize| view.is_past(at) || matches!(view.norm(at), "was" | "were");
        let mut words = mention.tokens.end..view.range.end;
        let told = short && words.clone().any(dealings) && words.any(made);
        let period = self.clock.resolve(expression).filter(|_| told)?;
        self.clock.published.is_some_and(|day| period.last_day() < day).then_some(period)
    }

    /// *were ranked as the top importers of tea in 2022, according to the report*: the one year that an opening sentence without a figure ends
    /// a clause with.
    fn time_of_opening(&self, view: &View<'_>) -> Option<Period> {
        if self.clock.spoken.is_some() || self.sentences > 2 {
            return None;
        }
        let mut times = periods(view).filter(|(m, e, compared)| !compared && !belongs(view, m, *e));
        let (mention, expression, _) = times.next().filter(|_| times.next().is_none())?;
        let year = matches!(expression, Expression::In(Part::Year, YearRef::Absolute(_)));
        let ends = view.norm(mention.tokens.end) == ",";
        let led = matches!(view.norm_before(mention.tokens.start, 1), "in" | "during");
        let period = self.clock.resolve(expression).filter(|_| year && ends && led && !view.heads.is_empty())?;
        self.clock.published.is_some_and(|day| period.last_day() < day).then_some(period)
    }

    /// The one time, over by publication, that a sentence without a figure tells.
    pub(super) fn one_time(&self, view: &View<'_>) -> Option<Period> {
        let mut times = periods(view).filter(|(m, e, compared)| !compared && !belongs(view, m, *e));
        let (_, expression, _) = times.next().filter(|_| times.next().is_none())?;
        let period = self.clock.resolve(expression).filter(|p| p.days() > 27)?;
        self.clock.published.is_some_and(|day| period.first_day() <= day).then_some(period)
    }

    /// At a new paragraph the talk returns from an aside - a month of the stretch that the text is of, a look back, a
    /// longer stretch around it - to the period of the text. `time` is what the sentence begins with.
    pub(super) fn return_to_main(&mut self, sentence: &Sentence, time: Option<Expression>) {
        let first = sentence.tokens.start;
        if sentence.begins_line {
            self.keep_opening(time);
            self.left = None;
        }
        // *• Exports to the EU: 484 mln* is an entry of a list, a sentence behind a bullet a paragraph of its own.
        let words = self.tokens[sentence.tokens.clone()].iter().filter(|t| t.shape == Shape::Word);
        let whole = self.tokens[sentence.tokens.end - 1].is_mark('.') && words.take(ENTRY).count() == ENTRY;
        let bullet = !whole && matches!(self.tokens[first].norm.as_ref(), "•" | "-" | "*" | "–" | "—" | "·");
        let listed = first > 0 && self.tokens[first - 1].is_mark(':');
        if time == Some(Expression::SamePeriod)
            && let Some(year) = self.year_looked_back_to(first)
        {
            self.clock.spoken = Some(year);
            if let Some((frame, ..)) = &mut self.topic {
                frame.period = Some(year);
            }
            return;
        }
        let (Some(main), Some(spoken)) = (self.clock.main, self.clock.spoken) else { return };
        // *Among them, exports of batteries rose 43 percent*: parts of what was told last.
        let word = |at: usize| self.tokens.get(at).map_or("", |t| t.norm.as_ref());
        if matches!(word(first), "among" | "of") && matches!(word(first + 1), "them" | "these" | "those" | "which") {
            return;
        }
        if !sentence.begins_line || bullet || listed || main == spoken || spoken.last_day() > main.last_day() {
            return;
        }
        // *In the reporting period* goes on with the stretch told last.
        if time == Some(Expression::SamePeriod) {
            self.clock.main = Some(spoken);
            return;
        }
        // *Qatar remained the top supplier with 5.6 million tonnes*: who had a part in the stretch told last.
        if spoken.contains(&main) && time.is_none() && self.ranks_traders(sentence) {
            return;
        }
        self.left = Some(spoken).filter(|p| p.contains(&main) && p.last_day() == main.last_day());
        self.clock.spoken = Some(main);
        if let Some((frame, ..)) = &mut self.topic
            && frame.status == Status::Actual
        {
            frame.period = Some(main);
        }
    }

    /// *Qatar was the top supplier*, *the main buyers were Egypt and Oman*: whether a sentence tells who stood first among those who traded.
    fn ranks_traders(&self, sentence: &Sentence) -> bool {
        const BEGINNING: usize = 12;
        let words = &self.tokens[sentence.tokens.clone()];
        let word = |at: usize| words.get(at).map_or("", |t| t.norm.as_ref());
        let trader = |word: &str| {
            is_supplier(word)
                || are_buyers(word)
                || matches!(
                    word,
                    "buyer" | "customer" | "importer" | "source" | "destination" | "destinations" | "market"
                )
        };
        (0..words.len().min(BEGINNING)).any(|at| {
            let first = is_main(word(at)) || matches!(word(at), "biggest" | "leader" | "leaders");
            first && (at + 1..at + 4).any(|at| trader(word(at)))
        })
    }

    /// *In 2022, nearly all registered growth*, at the head of one paragraph and of another: the time that a text is of, whatever later time it
    /// has told between.
    fn keep_opening(&mut self, time: Option<Expression>) {
        let Some(expression @ Expression::In(Part::Year, _)) = time else { return };
        let period = self.clock.resolve(expression);
        let over = |p: &Period| self.clock.published.is_none_or(|day| p.last_day() < day);
        if let Some(period) = period.filter(over) {
            if self.opened == Some(period) {
                self.clock.main = Some(period);
            }
            self.opened = Some(period);
        }
    }

    /// *It was the first fall since 1980. In that year*: the year that the sentence before looks back to, for one that begins at token
    /// `first`.
    fn year_looked_back_to(&self, first: usize) -> Option<Period> {
        let word = |at: usize| self.tokens.get(at).map_or("", |t| t.norm.as_ref());
        if word(first) != "in" || word(first + 1) != "that" || word(first + 2) != "year" || first < 3 {
            return None;
        }
        let before = (first.saturating_sub(30)..first - 1).rev().take_while(|at| !self.tokens[*at].is_mark('.'));
        let since =
            before.into_iter().find(|at| word(*at) == "since" && self.tokens[*at + 1].shape == Shape::Digits)?;
        Period::year(word(since + 1).parse().ok().filter(|year| (1900..2100).contains(year))?)
    }

    /// *In July imports rose 5.6 percent. For the first seven months exports rose 13.5 percent*, and in a paragraph of its own *Imports also rose by 12.1
    /// percent*: the stretch that the talk had left, where the month has had another figure of the same.
    pub(super) fn stretch_again(&self, fact: &Fact) -> Option<Period> {
        let left = self.left.filter(|_| fact.status == Status::Actual && fact.base.is_none())?;
        let main = self.clock.main.filter(|main| fact.period == Some(*main))?;
        let carried =
            |e: &Evidence| e.slot == Slot::Period && matches!(e.rule.as_ref(), "statement_before" | "period_spoken_of");
        let same = |f: &Fact| {
            (f.kind, f.indicator, f.reporter, f.partner) == (fact.kind, fact.indicator, fact.reporter, fact.partner)
                && f.commodity == fact.commodity
                && f.quantity.unit == fact.quantity.unit
                && f.period == Some(main)
        };
        let mut told = self.reading.facts.iter().filter(|f| same(f)).peekable();
        told.peek()?;
        let another = told.all(|f| f.quantity.value != fact.quantity.value);
        (another && fact.evidence.iter().any(carried)).then_some(left)
    }

    /// Keeps the period that a statement told of: the text's where it is the first, or later than all before.
    pub(super) fn keep_period(&mut self, period: Period) {
        if self.clock.told[0] != Some(period) {
            let [a, b, c, _] = self.clock.told;
            self.clock.told = [Some(period), a, b, c];
        }
        self.clock.spoken = Some(period);
        // *Exports up at end-November*, and below it *284 million barrels by the end of November*: of all its months.
        let first = self.clock.told[1].is_none();
        let later = |main: Period| {
            period.last_day() > main.last_day() && period.days() > 1
                || first && period != main && period.contains(&main)
        };
        if self.clock.main.is_none_or(later) {
            self.clock.main = Some(period);
        }
    }

    /// Keeps the time that a forecast or an aim told of.
    pub(super) fn foretell(&mut self, fact: &Fact) {
        let recent = |p: &Period| self.clock.published.is_none_or(|day| (day - p.last_day()).num_days() < 60);
        if fact.kind != Kind::Change {
            match fact.status {
                Status::Forecast => self.clock.foretold = fact.period.filter(recent).or(self.clock.foretold),
                Status::Target => {
                    self.clock.aimed = fact.period.filter(|p| p.days() >= 360).or(self.clock.aimed);
                }
                Status::Actual => {}
            }
        }
    }

    /// The part of a year that a sentence names before token `at` for what is told there: *Imports in May compared with 12.1 billion*.
    pub(super) fn time_ahead(&self, view: &View<'_>, at: usize) -> Option<Period> {
        let first = periods(view).find(|(m, ..)| m.tokens.end <= at)?;
        let (mention, Expression::In(part, _), false) = (first.0, first.1, first.2) else { return None };
        let alone = periods(view).filter(|(m, ..)| m.tokens.end <= at).count() == 1;
        let named = matches!(part, Part::Months(..) | Part::Quarter(_) | Part::Half(_));
        let compared = (mention.tokens.end..at).any(|at| view.comparing_before(at + 1).is_some());
        (alone && named && compared && !belongs(view, mention, first.1)).then(|| self.clock.resolve(first.1))?
    }
}

/// Whether a time longer than a day is told.
pub(super) fn is_time(mention: &crate::mention::Mention) -> bool {
    matches!(mention.what, What::Period(expression) if !matches!(expression, Expression::In(Part::Day(..), _)))
}

/// The time that a sentence begins with, where it does.
pub(super) fn first_time(view: &View<'_>) -> Option<Expression> {
    let start = view.range.start;
    let opens = view.mentions.iter().find(|m| m.tokens.start <= start + 2).and_then(|m| match m.what {
        What::Period(expression) => Some(expression),
        _ => None,
    });
    // *traded 98 million tonnes in the said period*: a sentence of no other time goes on with the one told last.
    let again = || {
        let mut times = periods(view).filter(|(_, _, compared)| !compared);
        times.next().map(|(_, e, _)| e).filter(|e| *e == Expression::SamePeriod && times.next().is_none())
    };
    opens.or_else(|| view.given(Marks::TIME, again))
}
