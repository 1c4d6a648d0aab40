//! Months in which goods that are bought or dealt in are to be loaded, handed over or to arrive.

use super::super::rule::Filled;
use super::super::view::View;
use super::super::wording::periods;
use super::search::{Found, Search, Time};
use crate::lexicon::words::is_delivery_contract;
use crate::mention::{Expression, Mention, Part, What, YearRef};
use crate::model::Indicator;
use crate::resolve::Clock;
use crate::token::Shape;

/// *bought for April shipment* lies ahead.
pub(super) fn shipment(search: &Search<'_, '_, '_>, (found, expression, _): &Time<'_>) -> Found {
    // A month so far ahead is one that has just begun to lie behind.
    const LONG: i64 = 300;
    if search.aimed() || !search.is_loading(found) {
        return None;
    }
    // *farmers planted less in 2010 ... December corn slid 2 cents*, in a text without a date: of no year that is known.
    let told = &search.asked.clock;
    let spoken = told.spoken.filter(|_| told.published.is_some() || told.month.is_some());
    let clock = Clock { ahead: true, spoken, ..*told };
    let period = clock.resolve(*expression);
    let far = period.zip(told.published).is_some_and(|(p, day)| (p.first_day() - day).num_days() > LONG);
    let open = matches!(expression, Expression::In(_, YearRef::Open));
    (!(far && open)).then(|| Filled::new(period, "shipment_ahead", Some(found.span)))
}

impl Search<'_, '_, '_> {
    /// Whether a time says when goods are to be loaded: *bought for April shipment*.
    pub(super) fn is_loading(&self, found: &Mention) -> bool {
        let view = self.asked.view;
        if loaded_before(view, found.tokens.start) {
            return true;
        }
        // *The Dutch April contract was down*
        if is_delivery_contract(view.norm(found.tokens.end)) {
            return is_open_month(found);
        }
        if self.is_contract(found) || self.is_month_dealt_in(found) {
            return true;
        }
        // *for September 1-15 and November 5-20 delivery*
        let joined = |m: &&Mention| {
            m.tokens.start == found.tokens.end + 1
                && matches!(view.norm(found.tokens.end), "and" | "or" | "/" | "," | "to" | "through")
        };
        if let Some((next, ..)) = periods(view).find(|(m, ..)| joined(m)) {
            return self.is_loading(next);
        }
        // *July cargoes were pegged at $2.05/mmBtu*, *April deliveries of feed wheat traded at 123 stg*
        if self.asked.indicator == Indicator::Price
            && matches!(view.norm(found.tokens.end), "cargo" | "cargoes" | "shipments" | "deliveries")
        {
            return is_open_month(found);
        }
        matches!(
            view.norm(found.tokens.end),
            "shipment" | "shipments" | "delivery" | "loading" | "loadings" | "arrival" | "lifting" | "liftings"
        ) && !matches!(view.norm_before(found.tokens.start, 1), "in" | "during" | "over")
            // *by May 15 shipments had passed 2.6 million tonnes*
            && view.norm(found.tokens.end + 1) != "had"
            // *November shipments were 219,800 bpd*
            && !view.is_past(found.tokens.end + 1)
            // *Between January and July shipments to Vietnam rose*
            && !(view.norm(found.tokens.end) == "shipments" && opens_a_stretch(view, found))
            // *held firm in Hong Kong's July shipments*, *put January liftings at 3.21 million*
            && !(matches!(view.norm(found.tokens.end), "shipments" | "loadings" | "liftings")
                && (view.norm_before(found.tokens.start, 1) == "s" || put_at(view, found.tokens.start)))
    }

    /// *December corn slid 2 cents*, *September soft red winter wheat settled at $5.52*: the month before goods that a market
    /// trades in is that of delivery.
    fn is_contract(&self, found: &Mention) -> bool {
        const GRADE: usize = 4;
        if self.asked.indicator != Indicator::Price || !is_open_month(found) {
            return false;
        }
        let view = self.asked.view;
        let end = found.tokens.end;
        let goods = |m: &&Mention| (end..=end + GRADE).contains(&m.tokens.start);
        let goods = view.mentions.iter().filter(|m| matches!(m.what, What::Commodity(_))).find(goods);
        let before = view.norm_before(found.tokens.start, 1);
        goods.is_some_and(|goods| {
            let grade = (end..goods.tokens.start).all(|at| {
                view.tokens[at].shape == Shape::Word
                    && !matches!(
                        view.norm(at),
                        "in" | "of" | "for" | "from" | "to" | "the" | "and" | "as" | "with" | "by"
                    )
                    && !view.is_past(at)
            });
            let sold = (goods.tokens.end..goods.tokens.end + 2).any(|at| {
                matches!(view.norm(at), "price" | "prices" | "import" | "imports" | "export" | "exports" | "average")
            });
            grade && !sold && !matches!(before, "in" | "during" | "since" | "s" | "of" | "from")
        })
    }

    /// *November closed at 6.23 dlrs a bushel*, *Aug was trading at 157.60 dlrs*: a month as the subject of what a market does is one of
    /// delivery.
    fn is_month_dealt_in(&self, found: &Mention) -> bool {
        let view = self.asked.view;
        let deals = |at: usize| {
            matches!(
                view.norm(at),
                "closed" | "settled" | "traded" | "trading" | "opened" | "ended" | "finished" | "quoted" | "closing"
            )
        };
        let end = found.tokens.end;
        let dealt = deals(end) || matches!(view.norm(end), "was" | "is" | "were") && deals(end + 1);
        let named = matches!(view.norm_before(found.tokens.start, 1), "" | "." | "," | "and" | "while" | "with");
        self.asked.indicator == Indicator::Price && is_open_month(found) && dealt && named
    }
}

/// A single month without its year.
fn is_open_month(found: &Mention) -> bool {
    matches!(found.what, What::Period(Expression::In(Part::Months(a, b), YearRef::Open)) if a == b)
}

/// *for delivery between May 10 and October 10*, *for shipment in June*, *for various ocean shipments in May*, *for arrival in two
/// equal parts in May and June*: whether what stands before a time at token `start` says that goods are loaded then.
fn loaded_before(view: &View<'_>, start: usize) -> bool {
    const PARTS: usize = 8;
    let word = |at: &usize| view.tokens[*at].shape == Shape::Word;
    let load = |at: usize| {
        let loads = matches!(
            view.norm(at),
            "delivery"
                | "shipment"
                | "loading"
                | "arrival"
                | "lifting"
                | "shipments"
                | "deliveries"
                | "loadings"
                | "shipping"
        );
        // *for a quarter of the deliveries in March*
        let near = (view.range.start..at).rev().take(6).take_while(|at| word(at) && view.norm(*at) != "of");
        loads && near.into_iter().any(|at| view.norm(at) == "for")
    };
    let told = |at: &usize| {
        (word(at) || view.tokens[*at].shape == Shape::Digits)
            && !view.is_past(*at)
            && !view.verb_at(*at)
            && !view.mentions.iter().any(|m| m.tokens.contains(at) && matches!(m.what, What::Period(_)))
    };
    load(start.wrapping_sub(1))
        || (view.range.start..start)
            .rev()
            .take(PARTS)
            .take_while(told)
            .find(|at| load(*at))
            .is_some_and(|at| view.first_quantity(&(at..start)).is_none())
}

/// *Between January and **July** shipments rose*, *From May to July deliveries fell*: whether a time closes a stretch that the words before
/// it open.
fn opens_a_stretch(view: &View<'_>, found: &Mention) -> bool {
    let opens = |at: usize| matches!(view.norm(at), "between" | "from");
    opens(found.tokens.start) || opens(found.tokens.start.wrapping_sub(1))
}

/// *put January liftings at 3.21 million*: whether a verb that tells how large something was stands before token `at`.
fn put_at(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.norm_before(at, 1),
        "put" | "puts" | "putting" | "show" | "showed" | "shows" | "estimated" | "reported" | "of"
    )
}
