//! Prices of a market, that nobody's trade is told by: what Brent, a hub or a contract stands at.
//!
//! | sentence | seller | period |
//! | --- | --- | --- |
//! | *Brent futures rose 32 cents to **$75.73 a barrel*** | the world | the day of publication |
//! | *The Dutch contract at the TTF hub was at **57.05 euros per megawatt hour*** | the Netherlands | the same |
//! | *Brent for April loading traded at **17.35 dlrs a barrel*** | the world | that April |

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::assemble::Assembler;
use super::benchmark::Market;
use super::exchange::is_city;
use super::grammar::Role;
use super::indicator::Governor;
use super::kind;
use super::market_words::{is_weekday, leaves, moves, named_at};
use super::parties::Sides;
use super::period::Times;
use super::rule::Filled;
use super::view::{Actor, View};
use super::wording::periods;
use crate::lexicon::Marks;
use crate::lexicon::words::{
    compares, is_delivery_contract, is_extreme, is_handing_over, is_market_hour, leads_infinitive,
};
use crate::mention::{Expression, Mention, Part, QuantityMention};
use crate::model::{Commodity, Kind, Measure, Party, Period, Span, Status, Unit};

/// *Brent stood at 16.45 dlrs a barrel*: a price whose head names a market.
pub fn quoted(view: &View<'_>, unit: Unit, governor: Governor) -> bool {
    let Governor::Head(head) = governor else { return false };
    unit.is_price()
        && (head.at..head.end).any(|at| {
            matches!(
                view.norm(at),
                "ttf" | "brent" | "wti" | "futures" | "spot" | "lme" | "nymex" | "comex" | "hub" | "texas"
            )
        })
}

/// *Robusta for May was offered at 305 dlrs a tonne*: a sentence of a market's prices, in which nobody trades.
pub fn told_of(view: &View<'_>) -> bool {
    // *Dutch front-month gas eased to 31.80 euros*
    let front = |at: usize| view.norm(at) == "front" && view.norm(at + 1) == "-" && view.norm(at + 2) == "month";
    if view.range.clone().any(front) {
        return true;
    }
    !view.actors.iter().any(|a| a.takes_part() && a.role != Role::In)
        && view.range.clone().any(|at| {
            matches!(
                view.norm(at),
                "offered"
                    | "quoted"
                    | "closed"
                    | "settled"
                    | "traded"
                    | "trading"
                    | "opened"
                    | "spot"
                    | "contract"
                    | "eased"
                    | "firmed"
                    | "reference"
                    | "benchmark"
                    | "fob"
                    | "cif"
            )
        })
}

/// Whether what a price is for is energy: what other goods stand at on a market is told by no statistic.
pub fn of_energy(unit: Unit, goods: Option<&Commodity>) -> bool {
    matches!(unit.per, Some(Measure::Barrel | Measure::Btu | Measure::KilowattHour))
        || goods.is_some_and(|goods| {
            let name = goods.as_str();
            let refined = ["coal", "crude", "fuel", "fuel_oil", "diesel"];
            matches!(
                name,
                "crude_oil"
                    | "oil_products"
                    | "gasoline"
                    | "petrol"
                    | "naphtha"
                    | "kerosene"
                    | "distillate"
                    | "natural_gas"
                    | "lng"
                    | "lpg"
                    | "propane"
                    | "butane"
                    | "ethane"
                    | "ethanol"
                    | "electricity"
                    | "uranium"
            ) || refined.iter().any(|ending| name.ends_with(ending))
        })
}

/// Leaves such a price only what its own sentence says before it: else it is the world's, on the day that it is told.
pub fn settle(
    view: &View<'_>,
    figure: Span,
    sides: &mut Sides,
    period: &mut Option<Filled<Option<Period>>>,
    published: Option<NaiveDate>,
) {
    let first = view.tokens[view.range.start].span.start;
    let own = |span: Option<Span>| span.is_some_and(|span| first <= span.start && span.end <= figure.start);
    for side in [&mut sides.reporter, &mut sides.partner] {
        if !side.as_ref().is_some_and(|f| own(f.span)) {
            *side = Some(Filled::new(Party::WORLD, "price_of_a_market", None));
        }
    }
    // *Spot prices averaged $10.9*: over the time that is spoken of, and on no day.
    if period.as_ref().is_some_and(|f| f.span.is_some()) || is_averaged(view, figure) {
        return;
    }
    let Some(last) = published else { return };
    let at = view.tokens.partition_point(|t| t.span.start < figure.end);
    let named = (view.norm(at) == "on").then(|| day_at(view, at + 1, last, last)).flatten();
    let (day, span) = named.map_or((last, None), |(day, span)| (day, Some(span)));
    *period = Some(Filled::new(Some(Period::day(day)), "day_of_a_market", span));
}

/// *prices averaged $10.9*, *averaging about $80*: whether a verb of averaging stands right before a figure.
fn is_averaged(view: &View<'_>, figure: Span) -> bool {
    let at = view.tokens.partition_point(|t| t.span.start < figure.start);
    view.back(at, 3).any(|at| view.norm(at).starts_with("averag"))
}

/// *In 2024 demand fell and prices in Asia averaged $10.9/MMBtu*: what energy cost on average where nobody is told to sell it or to buy it.
pub fn averaged(view: &View<'_>, written: &QuantityMention, unit: Unit) -> bool {
    // *Asian spot LNG ended at $22.50*
    let spot = |at: usize| matches!(view.norm(at), "spot" | "hub" | "wholesale" | "benchmark");
    // *Gas in Europe fell to 27 euros*
    let of_region = || view.actors.iter().any(|a| matches!(a.party.as_str(), "EUROPE" | "ASIA"));
    let flows = || unit.per != Some(Measure::Barrel) && of_region();
    (is_averaged(view, written.span) || view.range.clone().any(spot) || flows())
        && matches!(unit.per, Some(Measure::Barrel | Measure::Btu | Measure::KilowattHour))
        && !view.actors.iter().any(|a| a.takes_part() && a.role != Role::In && a.party.is_country())
}

/// The day that the token at `at` names, told at `last`: *Monday*, *yesterday*.
fn day_at(view: &View<'_>, at: usize, last: NaiveDate, market: NaiveDate) -> Option<(NaiveDate, Span)> {
    let word = view.norm(at);
    // *gained 89 cents the previous session*; *down 1.3 percent from the previous session* is compared with it.
    let session = word == "session"
        && matches!(view.norm_before(at, 1), "previous" | "prior" | "preceding")
        && !matches!(view.norm_before(at, 3), "from" | "than" | "with" | "to" | "on" | "of" | "against" | "s");
    if session {
        // Monday's is Friday's.
        let back = if market.weekday() == Weekday::Mon { 3 } else { 1 };
        return Some((market.checked_sub_days(Days::new(back))?, view.tokens[at].span));
    }
    let back = if word == "yesterday" {
        1
    } else {
        let weekday: Weekday = word.parse().ok().filter(|_| is_weekday(word) && view.tokens[at].is_capitalised())?;
        u64::from(last.weekday().days_since(weekday))
    };
    Some((last.checked_sub_days(Days::new(back))?, view.tokens[at].span))
}

/// *For the week, WTI rose 0.8%*, *rose 2% on the week*: whether a price moved so far over the week that is told of.
fn is_of_the_week(view: &View<'_>, written: &QuantityMention) -> bool {
    let week =
        |at: usize| matches!(view.norm(at), "for" | "on") && view.norm(at + 1) == "the" && view.norm(at + 2) == "week";
    let opens = view.range.start;
    let behind = written.tokens.end;
    week(opens) && view.norm(opens + 3) == ","
        || week(behind) && !matches!(view.norm(behind + 3), "ended" | "ending" | "to" | "before")
}

/// The week of a day, from Monday.
fn week_of(day: NaiveDate) -> Option<Period> {
    let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
    Period::between(monday, monday.checked_add_days(Days::new(6))?)
}

fn is_session(view: &View<'_>, span: Span) -> bool {
    view.range.clone().any(|at| view.tokens[at].span == span && view.norm(at) == "session")
}

/// *its highest since May 2022*, *the first time in four months*: whether a stretch of time is one that a record is
/// measured over, not that of the price.
fn is_of_a_record(view: &View<'_>, mention: &Mention, expression: Expression) -> bool {
    let start = mention.tokens.start;
    let record = (start.saturating_sub(4)..start).any(|at| {
        is_extreme(view.norm(at))
            || matches!(
                view.norm(at),
                "time" | "highest" | "lowest" | "highs" | "lows" | "weakest" | "strongest" | "most"
            )
    });
    let stretch = (start.saturating_sub(2)..start).any(|at| view.norm(at) == "since")
        || matches!(
            expression,
            Expression::Since(..) | Expression::Past(..) | Expression::InYears(_) | Expression::SinceThen
        );
    record || stretch
}

/// The day that a stretch of tokens names as that of its telling: *settled on Monday at*; not *Monday's close*.
fn day_named(
    view: &View<'_>,
    mut tokens: std::ops::Range<usize>,
    last: NaiveDate,
    market: NaiveDate,
) -> Option<(NaiveDate, Span)> {
    // *the highest since Wednesday* is no day of its own.
    let since = |at: usize| (1..=2).any(|back| view.norm_before(at, back) == "since");
    tokens.find_map(|at| day_at(view, at, last, market).filter(|_| view.norm(at + 1) != "'" && !since(at)))
}

impl Market {
    /// The kind of an amount of money: a step by which the price moved, or the price.
    pub fn kind(&self) -> Filled<kind::Reading> {
        match self.step {
            Some(sign) => Filled::new((Kind::Change, sign), "step_of_a_market", None),
            None => Filled::new((Kind::Level, 1), "stands_on_a_market", None),
        }
    }

    /// What is dealt in.
    pub fn goods(&self) -> Filled<Option<Commodity>> {
        Filled::new(Some(self.goods.clone()), "goods_of_a_market", Some(self.head.span))
    }

    /// Its status: a price that is told to move or to stay did; what is foreseen of it is no target.
    pub fn status(&self, view: &View<'_>, start: usize, told: Filled<Status>) -> Filled<Status> {
        let ahead =
            |at: usize| leads_infinitive(view.norm(at)) || matches!(view.norm(at), "expected" | "forecast" | "seen");
        let verb = (self.head.end..start.min(self.head.end + 8)).find(|at| moves(view, *at));
        // *is to rise*; *fell to $37* did.
        let to = |verb: usize| {
            view.norm(verb + 1) == "to"
                && verb + 2 <= start
                && !(verb + 2..start).any(|at| view.norm(at) != "minus" && moves(view, at))
        };
        // *averaged $69 in 2025 and will average $56 this year*
        let later = |verb: usize| (verb + 1..start).any(|at| matches!(view.norm(at), "will" | "would" | "should"));
        let told_so = verb
            .is_some_and(|verb| !later(verb) && !(self.head.end..=verb).any(ahead) && (to(verb) || !ahead(verb + 1)));
        // *a poll of economists put Brent at an average of $83*
        let asked = || {
            let clause = view.clause(self.head.at);
            (clause.start..self.head.at).any(|at| matches!(view.norm(at), "poll" | "polled" | "survey"))
        };
        // *cut its Brent price forecasts to $30*, *raised its outlook for Brent to $70*
        let foretells = |at: usize| {
            matches!(
                view.norm(at),
                "forecast" | "forecasts" | "estimate" | "estimates" | "projection" | "outlook" | "view"
            )
        };
        let put = || {
            let ahead = (self.head.at.saturating_sub(3)..self.head.at)
                .find(|at| foretells(*at))
                .filter(|at| matches!(view.norm(at + 1), "for" | "of" | "on"));
            let behind = (self.head.end..self.head.end + 3).find(|at| foretells(*at)).filter(|at| *at < start);
            ahead.or(behind).is_some() && matches!(view.norm_before(start, 1), "to" | "of" | "at" | "from")
        };
        if asked() || put() {
            return Filled::new(Status::Forecast, "asked_of_analysts", Some(self.head.span));
        }
        if told_so {
            return Filled::new(Status::Actual, "moved_on_a_market", Some(self.head.span));
        }
        if told.value == Status::Target { Filled { value: Status::Forecast, ..told } } else { told }
    }

    /// Crude on a market is anyone's; the day is the one that the sentence names, else that of publication.
    pub fn settle(
        &self,
        view: &View<'_>,
        written: &QuantityMention,
        sides: &mut Sides,
        times: &mut Times,
        published: Option<NaiveDate>,
        (opened, status): (Option<NaiveDate>, Status),
    ) {
        // *Germany's power contract*, *U.S. gas futures*
        // Of other goods those alone whose country is named right before them: *U.S. gold futures*.
        let energy = matches!(self.goods.as_str(), "natural_gas" | "electricity");
        let far = if energy { 8 } else { 2 };
        let near = self.head.at.saturating_sub(far)..self.head.end;
        let owns = |a: &&Actor| near.contains(&a.at) && a.takes_part() && a.party.is_country();
        // *Front-month Dutch gas*, *the spot price in the Finnish bidding zone*
        let behind = |a: &&Actor| {
            (self.head.end..self.head.end + 6).contains(&a.at)
                && a.end < written.tokens.start
                && a.party.is_country()
                && matches!(a.role, Role::Attribute | Role::Modifier | Role::Origin | Role::In)
        };
        let behind = || view.actors.iter().find(behind).filter(|_| energy);
        let owner = view.actors.iter().rfind(owns).filter(|a| energy || !is_city(view.norm_before(a.end, 1)));
        let owner = owner.or_else(behind);
        let owner = owner.filter(|_| self.goods.as_str() != "crude_oil").map(|a| (a.party, Some(a.span)));
        // *Urals averaged $80 a barrel*: Russia's.
        let urals = || {
            "RUS".parse().ok().filter(|_| view.norm(self.head.at) == "urals").map(|party| (party, Some(self.head.span)))
        };
        // *Coking coal futures in Dalian*: China's.
        let dalian = || {
            let at = view.range.clone().find(|at| matches!(view.norm(*at), "dalian" | "zhengzhou"))?;
            "CHN".parse().ok().map(|party| (party, Some(view.tokens[at].span)))
        };
        let (owner, span) = owner.or_else(urals).or_else(dalian).unwrap_or((Party::WORLD, None));
        sides.reporter = Some(Filled::new(owner, "price_of_a_market", span));
        sides.partner = Some(Filled::new(Party::WORLD, "price_of_a_market", None));
        let level = !written.quantity.unit.is_ratio() && written.quantity.high.is_none();
        let start = written.tokens.start;
        let long_ago = |period: Option<Period>| {
            period.zip(published).is_some_and(|(period, day)| (day - period.last_day()).num_days() > 180)
        };
        let passing = |span: Span| {
            periods(view).any(|(m, expression, _)| {
                // *August Dubai*: the month that a cargo is for.
                // *Brent rose 2% as imports climbed in October*: that of another clause.
                let gap = written.tokens.end..m.tokens.start;
                if m.span == span && gap.clone().any(|at| leaves(view, at)) {
                    return true;
                }
                let month = matches!(expression, Expression::In(Part::Months(..), _));
                // *Brent for September delivery*
                let loads = |at: usize| is_delivery_contract(view.norm(at)) || is_handing_over(view.norm(at));
                // *up from a high of $108*, behind *for September delivery*: no September has been since.
                let delivered = month && view.norm_before(m.tokens.start, 1) == "for" && m.tokens.end < start;
                // *crude oil futures for October ended lower*
                let dealt_in = is_delivery_contract(view.norm_before(m.tokens.start, 2));
                if m.span == span && delivered && dealt_in {
                    return true;
                }
                if m.span == span && delivered && long_ago(times.period.as_ref().and_then(|f| f.value)) {
                    return true;
                }
                m.span == span
                    && (level && is_of_a_record(view, m, expression)
                        || month
                            && (m.tokens.end == self.head.at
                                || loads(m.tokens.end)
                                || named_at(view, m.tokens.end).is_some()))
            })
        };
        if status == Status::Actual
            && let Some(week) = published.filter(|_| is_of_the_week(view, written)).and_then(week_of)
        {
            times.period = Some(Filled::new(Some(week), "week_of_a_market", None));
            times.base = times.base.take().filter(|base| base.span.is_some());
            return;
        }
        let told = times.period.as_ref().and_then(|f| f.span);
        let stated = times.period.as_ref().is_some_and(|f| f.value.is_some());
        if stated && told.is_some_and(|span| !passing(span)) {
            return;
        }
        // What is foreseen is of no day that the text does not name.
        if status != Status::Actual {
            times.period = None;
            return;
        }
        // *having averaged around $80*: over some time that is not told.
        if is_averaged(view, written.span) {
            let stretch = |f: &Filled<Option<Period>>| f.value.is_some_and(|p| p.days() >= 28);
            times.period = times.period.take().filter(stretch);
            return;
        }
        // *The average spot price dropped to 39.60 euros*, in talk of a quarter: of all of it.
        if stated && (self.head.at.saturating_sub(2)..self.head.end).any(|at| view.norm(at) == "average") {
            return;
        }
        let segment = view.segment_tokens(view.segment(start));
        let Some(last) = published else {
            // *the May contract* is for a May of no year that the text tells.
            times.period = None;
            return;
        };
        // *Tuesday's dip below $30*, *from Friday's close of $81*
        let owner = (start.saturating_sub(6)..start).rev().filter(|at| view.norm(at + 1) == "'");
        let owner = owner.filter_map(|at| day_at(view, at, last, last)).next();
        // *traded at 17.05 dlrs, up from 16.85 on Friday*
        let clause = view.clause(start);
        let compared = (start..clause.end.max(segment.end.max(start) + 3))
            .find(|at| compares(view.norm(*at)) || view.norm(*at) == "compared");
        let segment = segment.start..compared.unwrap_or(segment.end).min(segment.end);
        let clause = clause.start..compared.unwrap_or(clause.end).min(clause.end);
        let market = opened.unwrap_or(last);
        // *settled up 5.9%, having jumped 9% in the previous session*: of another figure of the clause.
        let of_clause = || day_named(view, clause, last, market).filter(|(_, span)| !is_session(view, *span));
        let named = owner.or_else(|| day_named(view, segment, last, market)).or_else(of_clause);
        let day = named.map(|(day, _)| day).or(opened.filter(|_| self.head.at < start)).unwrap_or(last);
        times.period = Some(Filled::new(Some(Period::day(day)), "day_of_a_market", named.map(|(_, span)| span)));
        // Months that the text counts from one to the next are none of a day's.
        times.base = times.base.take().filter(|base| base.span.is_some());
    }
}

impl Assembler<'_> {
    /// Keeps the day that a sentence about a market tells of: *Oil fell 5 percent on Monday*.
    pub(super) fn hear_market(&mut self, view: &View<'_>) {
        // *Wheat for September delivery gave back some of the rally*, before *The contract fell 13 cents*
        if view.marks.meets(Marks::MARKET)
            && view.quantities.is_empty()
            && let Some(goods) = super::exchange::named(view)
        {
            self.quoted = Some((goods, self.sentences));
        }
        // *rose 60 cents in electronic trading*: the market is told of while it trades, and days named later are looked back at.
        let hour = |at: usize| is_market_hour(view.norm(at)) || matches!(view.norm(at), "asian" | "european");
        let trades = |at: usize| matches!(view.norm(at), "trading" | "trade" | "dealings") && hour(at.wrapping_sub(1));
        if let Some(last) =
            self.clock.published.filter(|_| self.market_day.is_none() && view.marks.meets(Marks::MARKET))
            && view.range.clone().any(trades)
            && day_named(view, view.range.clone(), last, last).is_none()
        {
            self.market_day = Some((last, self.sentences));
        }
        let runs =
            |day: NaiveDate| self.market_day.is_some_and(|(told, _)| Some(told) == self.clock.published && day < told);
        if view.marks.meets(Marks::MARKET)
            && (self.sentences > 3 || self.market_day.is_none())
            && let Some(last) = self.clock.published
            && let Some((day, span)) = day_named(view, view.range.clone(), last, last)
                .filter(|(day, span)| !runs(*day) && !is_session(view, *span))
            && !view.range.clone().any(|at| {
                let before = view.tokens[at].span.start < span.start;
                // *dearer than on Monday*; *fell more than 5% on Monday* did so then.
                let than = view.norm(at) == "than"
                    && (at + 1..at + 3).any(|at| view.tokens[at.min(view.range.end - 1)].span == span);
                view.norm(at) == "had" || than || before && matches!(view.norm(at), "from" | "against" | "compared")
            })
        {
            self.market_day = Some((day, self.sentences));
        }
    }

    /// The day of a market that the text told of at its beginning, or just before.
    pub(super) fn market_day(&self) -> Option<NaiveDate> {
        self.market_day.filter(|(_, at)| *at <= 3 || self.sentences - at <= 1).map(|(day, _)| day)
    }
}
