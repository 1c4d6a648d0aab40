//! The search for the period of one figure: which times of its sentence may be its own, and where they stand.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::bearing::{
    averaged_price, dates_the_saying, foretold, in_the_year_told, lies_ahead, own_stretch, year_before_and,
};
use super::super::compared_to::compared_at;
use super::super::earned::sale_behind;
use super::super::elsewhere::{belongs, is_term};
use super::super::grammar::Role;
use super::super::indicator::Governor;
use super::super::measured::compared_behind;
use super::super::rule::Filled;
use super::super::season::tells_days;
use super::super::sentence_period::sentence_period;
use super::super::tender;
use super::super::wording::{day_follows, edge_of_growth, periods, vague};
use super::day::{effective, today};
use super::edges::between_edges;
use super::placed::{
    ahead, before_dash, behind, behind_bracket, behind_joined, behind_next, behind_own_bracket, labelled, of_its_level,
    of_segment, set_off_behind, told_behind,
};
use super::{Asked, beside, compared, day, edges, inherited, led, told};
use crate::lexicon::words::{
    compares, is_amount_noun, is_article, is_extreme, is_limit, is_over_or_under, leads_stretch,
};
use crate::lexicon::{Class, Marks};
use crate::mention::{Expression, Mention, Part, QuantityMention, YearRef};
use crate::model::{Dimension, Indicator, Kind, Measure, Period, Span, Status};
use crate::resolve::Clock;

/// What the rules of a period look at.
pub struct Search<'s, 'v, 'a> {
    /// The figure.
    pub asked: &'s Asked<'v, 'a>,
    /// Where the figure stands.
    pub mention: &'v Mention,
    /// The clause of the figure.
    pub segment: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The tokens of the clause that belong to this figure and to none beside it.
    pub stretch: Range<usize>,
    /// The words that tell it only for another to be compared with.
    pub compared: Option<Span>,
    /// Whether it is the last (or else the first) of a growth between two times.
    pub edge: Option<bool>,
    /// The words that leave its time open: *in recent years*.
    pub vague: Option<Span>,
    /// The times of the sentence that may be the figure's own, once they are asked for.
    own: OnceCell<Vec<Time<'v>>>,
}

/// A time of the sentence, what it says, and whether it is only compared with.
pub type Time<'v> = (&'v Mention, Expression, bool);

/// What a rule answers.
pub type Found = Option<Filled<Option<Period>>>;

/// A rule with what it asks for.
type Asking = (Asks, fn(&Search<'_, '_, '_>) -> Found);

/// The rules in their order; each names itself in its answer, since one place gives many readings. Those of the first kind
/// have none in a sentence that tells no time.
const RULES: [Asking; 56] = [
    (Asks::Times, labelled),
    (Asks::Times, told_behind),
    (Asks::Times, edges::in_own_bracket),
    (Asks::Times, edges::in_closing_bracket),
    (Asks::Times, told::of_one_list),
    (Asks::Times, beside::of_joined),
    (Asks::More, compared::in_bracket),
    (Asks::Times, compared::bracket_of_list),
    (Asks::Times, between_edges),
    (Asks::Times, told::result_of),
    (Asks::More, told::in_a_year),
    (Asks::More, compared::told_at_first),
    (Asks::More, compared::at_a_vague_time),
    (Asks::Times, beside::each_of_two),
    (Asks::Times, beside::of_pair),
    (Asks::More, day::of_the_week),
    (Asks::More, compared::as_compared_before),
    (Asks::Times, edges::right_before),
    (Asks::More, compared::level),
    (Asks::More, effective),
    (Asks::More, today),
    (Asks::More, edges::by_now),
    (Asks::Times, edges::amount_first),
    (Asks::Times, told::aimed_by),
    (Asks::More, beside::year_after_told),
    (Asks::Times, beside::attributive),
    (Asks::Times, behind),
    (Asks::Times, behind_joined),
    (Asks::Times, beside::shared_behind),
    (Asks::More, inherited::cumulative),
    (Asks::More, told::standing),
    (Asks::More, told::of_a_deal),
    (Asks::Times, behind_bracket),
    (Asks::Times, behind_own_bracket),
    (Asks::Times, ahead),
    (Asks::Times, of_segment),
    (Asks::More, told::when),
    (Asks::Times, before_dash),
    (Asks::Times, of_its_level),
    (Asks::Times, told::of_sentence),
    (Asks::Times, set_off_behind),
    (Asks::Times, behind_next),
    (Asks::Times, told::of_list),
    (Asks::Times, told::of_respective),
    (Asks::Times, told::after_base),
    (Asks::Times, beside::before_last_year),
    (Asks::More, told::at_a_vague_time),
    (Asks::Times, beside::over_years),
    (Asks::More, inherited::of_quota_year),
    (Asks::More, inherited::of_sentence),
    (Asks::More, inherited::annual),
    (Asks::More, inherited::at_all_times),
    (Asks::More, inherited::of_outlook),
    (Asks::More, inherited::of_text),
    (Asks::More, inherited::of_forecast),
    (Asks::More, inherited::of_running_years),
];

/// What a rule asks for.
enum Asks {
    /// Times of the sentence.
    Times,
    /// Something beside them.
    More,
}

/// The period that the figure is of.
pub fn main_period(asked: &Asked<'_, '_>, compared: Option<Span>) -> Filled<Option<Period>> {
    let view = asked.view;
    let mention = &view.mentions[asked.index];
    let segment = view.segment(mention.tokens.start);
    let tokens = view.segment_tokens(segment);
    let search = Search {
        asked,
        mention,
        segment,
        stretch: own_stretch(view, asked.index, &tokens),
        tokens,
        compared,
        edge: edge_of_growth(view, asked.index),
        vague: vague(view, &mention.tokens).filter(|_| asked.kind != Kind::Change),
        own: OnceCell::new(),
    };
    let answer = |(asks, rule): &Asking| match asks {
        Asks::Times => view.given(Marks::TIME, || rule(&search)),
        Asks::More => rule(&search),
    };
    let found = RULES.iter().find_map(answer).unwrap_or_else(|| Filled::new(None, "no_period_stated", None));
    let found = if view.marks.meets(Marks::TIME) { edges::settled(&search, found) } else { found };
    let longer = found.span.is_none() && found.value.is_some_and(|p| p.whole_months().is_some_and(|n| n > 1));
    if longer && compared.is_none() && view.marks.meets(Marks::COMPARES) {
        return beside::as_long_as_compared(&search, &found).unwrap_or(found);
    }
    found
}

/// *was pumping above its 285,000 bpd quota in March*, *output did not exceed the quota of 285,000 bpd in March*: whether what was done is
/// set beside what was aimed at.
pub fn held_against(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let of = tokens.start.wrapping_sub(1);
    // Not *within its quota of 4.52 million for the first half*, which is told of a time of its own.
    let timed = || periods(view).any(|(m, ..)| (1..4).contains(&m.tokens.start.wrapping_sub(tokens.end)));
    let aim_before = || view.norm(of) == "of" && is_limit(view.norm_before(of, 1)) && !timed();
    let aim = is_limit(view.norm(tokens.end)) || aim_before();
    let clause = view.clause(tokens.start).start..tokens.start;
    let beside = |at: usize| {
        is_over_or_under(view.norm(at)) || matches!(view.norm(at), "exceeded" | "exceed" | "within" | "beyond")
    };
    aim && clause.clone().any(beside) && clause.into_iter().any(|at| view.is_past(at))
}

/// How many days after its end a month is still the last one of its name.
const JUST_OVER: i64 = 45;

impl<'v> Search<'_, 'v, '_> {
    /// Whether it is aimed at, expected or agreed rather than done.
    pub fn aimed(&self) -> bool {
        self.asked.status != Status::Actual
    }

    /// Whether it lies in the ground or can flow at most, at no time of its own.
    pub fn stands(&self) -> bool {
        matches!(self.asked.indicator, Indicator::Reserves | Indicator::Capacity)
            && (self.asked.quantity.quantity.unit.measure.dimension() != Dimension::Energy
                || self.asked.quantity.quantity.unit.is_rate())
    }

    /// The period spoken of: of the figure before, or of the text.
    pub fn spoken(&self) -> Option<Period> {
        self.asked.before.and_then(|f| f.period).or(self.asked.clock.spoken)
    }

    /// The period that the text speaks of, where that is later than a time told.
    pub fn spoken_later(&self, told: Expression) -> Option<Period> {
        let told = self.resolve(told)?;
        self.asked.clock.spoken.filter(|p| p.first_day() > told.last_day())
    }

    /// The days of a wording.
    pub fn resolve(&self, expression: Expression) -> Option<Period> {
        // *its quota of 4.5 million, after 6.3 million in December*: what came before is over.
        let after = || self.asked.view.norm_before(self.mention.tokens.start, 1) == "after";
        // *is producing two million barrels compared to its second-half quota of 1.54 million*: of the one to come.
        let open = self.asked.status == Status::Target && self.asked.before.is_some_and(|f| f.period.is_none());
        let ahead = self.aimed() && !after() && (open || !foretold(self.asked)) && !held_against(self.asked);
        let ahead = ahead && !self.is_just_over(expression) || self.is_set_before(expression) || self.is_to_come();
        let expression = in_the_year_told(self.asked, expression);
        // *The pipeline opened in March 2015. Since then it has carried 5 bcm*
        if expression == Expression::SinceThen && self.asked.kind == Kind::Level && self.adds_up_since() {
            let named = self.asked.clock.named.or_else(|| self.spoken())?;
            return self.asked.clock.since_named(named);
        }
        // *was among the top partners in January-July, with trade of $512 million in the reporting period*
        if expression == Expression::SamePeriod
            && !self.asked.same_sentence
            && let Some(told) = self.stretch_before()
        {
            return Clock { ahead, ..self.asked.clock }.resolve(told);
        }
        // *exported 9,414 tonnes in April. That brought shipments since August 1 to 188,236 tonnes*: to the end of April.
        if let Expression::Since(part, year) = expression
            && let Some(told) = self.asked.clock.spoken.filter(|p| p.whole_months() == Some(1) && self.is_brought_to())
            && let Some(first) = self.asked.clock.resolve(Expression::In(part, year))
            && self.asked.clock.published.is_some_and(|day| (0..75).contains(&(day - told.last_day()).num_days()))
        {
            return Period::between(first.first_day(), told.last_day());
        }
        if matches!(expression, Expression::TimeOfYear(..)) && led::names_the_south(self.asked.view) {
            return None;
        }
        Clock { spoken: self.spoken(), ahead, ..self.asked.clock }.resolve(expression)
    }

    /// *In February Brazil had contracted to buy 125,000 bpd*, told in March: whether a month or two that are named without a year have
    /// only just ended, so that nobody means those of the next year.
    fn is_just_over(&self, expression: Expression) -> bool {
        let Expression::In(Part::Months(first, last), YearRef::Open) = expression else { return false };
        if last.abs_diff(first) > 1 {
            return false;
        }
        let past = Clock { ahead: false, ..self.asked.clock }.resolve(expression);
        let days = self.asked.clock.published.zip(past).map(|(day, past)| (day - past.last_day()).num_days());
        days.is_some_and(|days| (1..=JUST_OVER).contains(&days))
    }

    /// *Ukraine pays $360 in the first quarter*, told in January: whether a price is told of a quarter or half that runs or is about to
    /// come, as prices are settled before.
    fn is_set_before(&self, expression: Expression) -> bool {
        let Expression::In(part @ (Part::Quarter(_) | Part::Half(_)), YearRef::Open) = expression else { return false };
        let Some(day) = self.asked.clock.published.filter(|_| self.asked.indicator == Indicator::Price) else {
            return false;
        };
        let of_year = Clock { ahead: true, ..self.asked.clock }.resolve(Expression::In(part, YearRef::Open));
        let days = of_year.map_or(i64::MAX, |p| (p.first_day() - day).num_days());
        let set = |at: usize| {
            matches!(
                self.asked.view.norm(at),
                "set" | "fixed" | "agreed" | "for" | "is" | "are" | "pays" | "pay" | "costs" | "will"
            )
        };
        days <= -45 || days <= 45 && self.asked.view.range.clone().any(set)
    }

    /// The period of the sentence of the figure.
    pub fn of_sentence(&self) -> Found {
        sentence_period(self.asked, &|expression| self.resolve(expression))
    }

    /// The times of the sentence that start within these tokens and may be the figure's own.
    pub fn here(&self, range: Range<usize>, allow_compared: bool) -> Vec<Time<'v>> {
        let own = self.own.get_or_init(|| self.times());
        let here = |(m, _, compared): &&Time<'v>| range.contains(&m.tokens.start) && (allow_compared || !compared);
        own.iter().filter(here).copied().collect()
    }

    /// The times of the sentence that may be the figure's own, wherever they start.
    fn times(&self) -> Vec<Time<'v>> {
        let asked = self.asked;
        let view = asked.view;
        let aside = view.aside_before(self.mention.tokens.start);
        periods(view)
            .filter(|(m, ..)| !aside.as_ref().is_some_and(|aside| aside.contains(&m.tokens.start)))
            .filter(|(_, e, _)| self.usable(*e))
            // *the first half of the season from July through December 1986*: told by both its ends right behind.
            .filter(|(m, ..)| {
                let ends = |other: &Mention| {
                    other.tokens.clone().any(|at| matches!(view.norm(at), "to" | "through" | "until"))
                };
                view.norm(m.tokens.end) != "from"
                    || !periods(view).any(|(other, ..)| other.tokens.start == m.tokens.end && ends(other))
            })
            // *The agreement that they concluded on December 10 covers 400 mcm a year*: no rate of a year is of a day.
            .filter(|(_, e, _)| {
                let yearly = asked.quantity.quantity.unit.per == Some(Measure::Year);
                !(yearly && matches!(e, Expression::In(Part::Day(..), _)) && asked.kind == Kind::Level)
            })
            // *worth $94 million, or 13.03 percent of the eight-month total*: the time of what a share is of.
            .filter(|(m, e, _)| !(matches!(e, Expression::ToldMonths(2..)) && led::is_of_whole(view, m)))
            .filter(|(m, ..)| !day::of_an_event(view, self.mention.tokens.end, m))
            .filter(|(m, ..)| !told::is_of_the_whole(self, m))
            .filter(|(m, e, _)| {
                !(self.aimed()
                    && view.marks.meets(Marks::TENDER)
                    && tender::is_its_day(view, self.mention.tokens.start, m, *e))
            })
            // *The deficit for the first eleven months of 2004 now stands at 36.3 billion*: of them.
            .filter(|(m, e, _)| {
                let told = |(other, time, compared): (&Mention, Expression, bool)| {
                    matches!(
                        time,
                        Expression::In(Part::Months(..) | Part::Quarter(_) | Part::Half(_), YearRef::Absolute(_))
                    ) && !compared
                        && other.tokens.end <= m.tokens.start
                        && view.segment(other.tokens.start) == view.segment(m.tokens.start)
                };
                !(matches!(e, Expression::Now) && view.norm(m.tokens.start) == "now" && periods(view).any(told))
            })
            // *a member since 1961 that produces 600,000 bpd*: since when it is one.
            .filter(|(m, e, _)| {
                let named = matches!(view.norm(m.tokens.end), "that" | "which" | "who");
                !(named && matches!(e, Expression::Since(..)) && m.tokens.end <= self.mention.tokens.start)
            })
            .filter(|(m, e, _)| !self.of_another(m, *e) && !self.of_compared_before(m))
            .filter(|(m, e, _)| {
                (!belongs(view, m, *e) || self.of_head(m)) && !self.to_come(m, *e) && !dates_the_saying(asked, m, *e)
            })
            .filter(|(_, e, _)| {
                // *is down by half since January to about $31 a barrel*: what something costs is of no stretch, but for an average or a range.
                let range = asked.quantity.quantity.high.is_some();
                let level = asked.kind == Kind::Level && !range;
                let priced = asked.indicator == Indicator::Price && level && !averaged_price(view);
                !((self.stands() || self.aimed() || priced)
                    && matches!(e, Expression::Since(..) | Expression::Past(..)))
            })
            .filter(|(m, e, _)| {
                !(matches!(e, Expression::In(_, YearRef::Fiscal(_)) | Expression::Since(_, YearRef::Fiscal(_)))
                    && self.resolve(*e).is_none()
                    && day_follows(view, m))
            })
            // *in the 2009/10 crop year that ended June 30 it exported*: the day tells which months the year has.
            .filter(|(m, e, _)| {
                let ends =
                    view.norm_before(m.tokens.start, 1) == "ended" || view.norm_before(m.tokens.start, 2) == "ended";
                !(ends && matches!(e, Expression::In(Part::Day(..) | Part::Months(..), _)) && tells_days(view, m))
            })
            .collect()
    }

    fn usable(&self, expression: Expression) -> bool {
        let compares = matches!(
            expression,
            Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter | Expression::InYears(_)
        );
        // *over the past three months sales fell by a quarter against a year earlier*: set beside as long a stretch before.
        let stretch = matches!(expression, Expression::Since(..) | Expression::Past(..));
        !(compares || stretch && self.asked.kind == Kind::Change && !compared_behind(self.asked))
    }

    /// What happened did so in no time to come: *booked until 2036*.
    fn to_come(&self, m: &Mention, e: Expression) -> bool {
        let asked = self.asked;
        // *from 19.1 million in 2021 to 20.2 million a year later* counts from the time named last.
        if matches!(e, Expression::YearsEarlier(..0)) || self.is_to_come() {
            return false;
        }
        // *nominations for August 11*, told on the 10th
        if matches!(e, Expression::In(Part::Day(..), _))
            && matches!(asked.indicator, Indicator::Exports | Indicator::Imports | Indicator::Transit)
            && matches!(asked.view.norm_before(m.tokens.start, 1), "for" | "on")
        {
            return false;
        }
        // *sales for delivery in the 1987/88 season amount to 910,000 tonnes*
        let season = matches!(e, Expression::SplitYear(_) | Expression::Season(_) | Expression::In(Part::Year, _));
        if season && m.tokens.end <= self.mention.tokens.start && self.is_loading(m) {
            return false;
        }
        let period = self.resolve(e);
        // *to supply 125,000 barrels per day until June*, told in March
        let gone = |p: Period| asked.clock.published.is_some_and(|day| (day - p.last_day()).num_days() > 200);
        if matches!(e, Expression::In(Part::Months(..), YearRef::Open))
            && period.is_some_and(gone)
            && is_term(asked.view, m)
        {
            return true;
        }
        let ahead = period.is_some_and(|p| asked.clock.published.is_some_and(|day| p.first_day() > day));
        // *From 2013 Ukraine will pay $240*: a price is told of the time that it begins at, as it may be settled before.
        // *goes up to $100 from $65 and holds until the end of 2009*: what it was is over.
        let was = asked.view.norm_before(self.mention.tokens.start, 1) == "from";
        let priced = asked.indicator == Indicator::Price && !was;
        lies_ahead(asked, period) && year_before_and(asked, m, e).is_none() && !self.is_set_before(e)
            || ahead && !priced && is_term(asked.view, m) && !self.is_reached_by(m)
    }

    /// *January's surplus of $6.45 billion*, *July's figure was 4.5 million* are of that month.
    fn of_head(&self, m: &Mention) -> bool {
        let view = self.asked.view;
        // *a peak 1975 output of 700,000 tonnes*
        let before =
            |head: usize| matches!(self.asked.governor, Governor::Head(h) if h.at == head) && head == m.tokens.end;
        let owns = view.norm(m.tokens.end) == "'" || view.norm_before(m.tokens.end, 1) == "s" || before(m.tokens.end);
        let near = m.tokens.end..=m.tokens.end + 3;
        let mut figures = near.clone().filter(|at| {
            is_amount_noun(view.norm(*at))
                || matches!(view.norm(*at), "figures" | "total" | "tally" | "volumes" | "number")
        });
        let governs = matches!(self.asked.governor, Governor::Head(head) if near.contains(&head.at));
        let told = figures.next().filter(|at| *at < self.mention.tokens.start);
        // Up to the figure the clause tells of nothing else.
        let between = m.tokens.end..self.mention.tokens.start;
        let plain = || {
            view.first_quantity(&between).is_none()
                && !view
                    .heads
                    .iter()
                    .any(|h| between.contains(&h.at) && h.at > m.tokens.end + 3 && h.class == Class::Noun)
        };
        owns && (governs && view.norm_before(self.mention.tokens.start, 1) == "of"
            || (governs || told.is_some()) && !between.is_empty() && plain())
    }

    /// *fell 70 percent as makers limited 1986 exports*: a year right before another noun, behind the figure.
    fn of_another(&self, m: &Mention, e: Expression) -> bool {
        let view = self.asked.view;
        // *became the minimum index for the last three years*: since when it had been none so low.
        let superlative =
            |at: usize| matches!(view.norm(at), "minimum" | "maximum" | "lowest" | "highest" | "smallest");
        let long = matches!(view.norm_before(m.tokens.end, 1), "years" | "months" | "decade" | "decades");
        if long && m.tokens.start > self.mention.tokens.end && view.back(m.tokens.start, 4).any(superlative) {
            return true;
        }
        // *a fifth of Qatar's 2008 sales*
        let whole = matches!(self.asked.governor, Governor::Head(h) if h.at == m.tokens.end);
        matches!(e, Expression::In(Part::Year, YearRef::Absolute(_)))
            && !(whole && self.asked.kind == Kind::Share)
            && m.tokens.start >= self.mention.tokens.end
            && (view.heads.iter().any(|h| h.at == m.tokens.end)
                || is_extreme(view.norm(m.tokens.end))
                || view.norm(m.tokens.end) == "figure")
            && !(leads_stretch(view.norm_before(m.tokens.start, 1))
                || matches!(view.norm_before(m.tokens.start, 1), "of" | "the" | "from"))
    }

    /// *to $2.1 billion from $1.3 billion a year earlier as exports jumped 9.8%*: the time of what was compared before, where this
    /// figure is of something else.
    fn of_compared_before(&self, m: &Mention) -> bool {
        let view = self.asked.view;
        let own = &self.mention.tokens;
        // *against 24.2 million in January 2018 indicating a decrease of 4 percent*, *compared with 9.69 million in July 2012 down 6.8%*
        let next = view.norm(m.tokens.end);
        let grown = self.asked.kind == Kind::Change
            && m.tokens.end < own.start
            && (is_over_or_under(next) || matches!(next, "down" | "up") || next.ends_with("ing") || is_article(next));
        let small =
            |at: usize| leads_stretch(view.norm(at)) || matches!(view.norm(at), "the" | "period" | "of" | "recorded");
        let joined = |q: &&QuantityMention| {
            (q.tokens.end..=q.tokens.end + 1).contains(&m.tokens.start)
                || grown
                    && (q.tokens.end..=q.tokens.end + 3).contains(&m.tokens.start)
                    && (q.tokens.end..m.tokens.start).all(small)
        };
        m.tokens.end <= own.start
            && (grown || view.heads.iter().any(|h| (m.tokens.end..own.start).contains(&h.at)))
            && view.figures().filter(joined).any(|q| compared_at(view, q.tokens.start).is_some())
    }

    /// Whether words of the comparing kind stand between two tokens.
    pub fn compares(&self, mut range: Range<usize>) -> bool {
        // *fell 11.7 pct from a year earlier to 2.22 mln tonnes in March*: that is its own base.
        let base = |at: usize| {
            periods(self.asked.view).any(|(m, _, compared)| {
                m.tokens.contains(&at) || compared && (at + 1..at + 3).contains(&m.tokens.start)
            })
        };
        // *were shipped from Latvia to Malta in 2019*, *earned so much from exporting rice in May*: from a place, from a sale.
        let place = |at: usize| {
            let from = |a: &&super::super::view::Actor| a.role == Role::From && (at + 1..=at + 2).contains(&a.at);
            self.asked.view.norm(at) == "from" && self.asked.view.actors.iter().any(|a| from(&a))
        };
        // *earned $1.43 billion from 298,500 tonnes of coffee*: what it was paid for.
        let sold = |at: usize| {
            let money = self.asked.quantity.quantity.unit.is_sum();
            let amount = |q: &QuantityMention| {
                q.tokens.start == at + 1 && !q.quantity.unit.is_ratio() && !q.quantity.unit.is_sum()
            };
            money && self.asked.view.norm(at) == "from" && self.asked.view.figures().any(amount)
        };
        range.any(|at| {
            let word = self.asked.view.norm(at);
            let leads = compares(word) || matches!(word, "above" | "below" | "after" | "compared" | "comparison");
            let earned = || word == "from" && sale_behind(self.asked.view, at).is_some();
            leads && !base(at) && !place(at) && !sold(at) && !earned()
        })
    }
}
