//! Units and scales that a bare number takes over from the figure before it.

use super::alike;
use super::assemble::{Assembler, bracketed};
use super::by_day::{by_the_day, told_by_the_day};
use super::frame::Frame;
use super::head::Head;
use super::plausible::{elliptic, is_of_lost_money, rates_told, written_out};
use super::view::View;
use crate::lexicon::words::{is_forecast, is_limit};
use crate::lexicon::{Class, Marks, Topic};
use crate::mention::{Caption, Form, Mention, QuantityMention, What};
use crate::model::{Currency, Decimal, Indicator, Measure, Party, Unit};

/// *20,000 tonnes of rapeseed oil at 318 dlrs, 20,000 tonnes of soyoil at 314*: at so much of the money that the goods before were.
fn priced_alike(view: &View<'_>, written: &QuantityMention) -> Option<Unit> {
    let start = written.tokens.start;
    let at = |q: &QuantityMention| view.norm_before(q.tokens.start, 1) == "at";
    let amount = view.figures().rfind(|q| q.tokens.end <= start)?;
    let goods = view.norm(amount.tokens.end) == "of" && view.names_goods(&(amount.tokens.end..start));
    let priced = |q: &QuantityMention| {
        let unit = q.quantity.unit;
        at(q) && q.form == Form::Figure && (unit.is_price() || unit.is_sum() && q.exponent == 0)
    };
    let before = view.figures().rfind(|q| q.tokens.end <= amount.tokens.start).filter(|q| priced(q))?;
    (at(written) && goods && written.exponent == 0 && amount.form == Form::Figure).then_some(before.quantity.unit)
}

impl Assembler<'_> {
    /// The unit of a figure: its own, one of several currencies, or that of the statement before a bare amount.
    pub(super) fn unit(
        &self,
        view: &View<'_>,
        written: &QuantityMention,
        before: Option<&Frame>,
        same_sentence: bool,
    ) -> Option<Unit> {
        if written.everyday.is_some() {
            return None;
        }
        if let Some(shared) = written.shared {
            let currency = self.shared_currency(view, shared)?;
            return Some(Unit { measure: Measure::Currency(currency), per: written.quantity.unit.per });
        }
        // *N.Z. dlrs*, then *dlrs*: the dollar of the text's home, once it has counted in it.
        if let (Measure::Currency(code), Some(last), Some(home)) =
            (written.quantity.unit.measure, self.last_money, self.context.home())
            && code.as_str() == "USD"
            && written.form != Form::Bare
            && self.lexicon.own_dollar(home).is_some_and(|own| last.measure == Measure::Currency(own))
            && plain_dollars(view, written)
        {
            return Some(Unit { measure: last.measure, ..written.quantity.unit });
        }
        if let Some(measure) = self
            .dollar_of_another(view, written)
            .or_else(|| cents_of_another(view, written, before))
            .or_else(|| self.cents_at_the_pump(view, written, before))
        {
            return Some(Unit { measure, ..written.quantity.unit });
        }
        // *dropped to 1.2 million barrels a day from 1.45 million barrels the month before*: a day as well.
        let start = written.tokens.start;
        let told = before.filter(|_| same_sentence && written.form != Form::Bare).and_then(|f| f.unit);
        if let Some(rate) = told.filter(|u| u.per == Some(Measure::Day) && u.measure == written.quantity.unit.measure)
            && written.quantity.unit.per.is_none()
            && (view.norm_before(start, 1) == "from"
                || view.comparing_before(start).is_some()
                || beside_an_aim(view, start))
        {
            return Some(rate);
        }
        // *can receive 5 bcm a year and is being enlarged to 8.3 bcm*: of the same years.
        let again = told.filter(|u| u.per == Some(Measure::Year) && u.measure == written.quantity.unit.measure);
        if let Some(rate) = again
            && written.quantity.unit.per.is_none()
            && before.is_some_and(|f| f.indicator == Indicator::Capacity)
            && view.norm_before(view.start_with_hedge(written), 1) == "to"
        {
            return Some(rate);
        }
        if by_the_day(view, written, before) {
            return Some(Unit { per: Some(Measure::Day), ..written.quantity.unit });
        }
        if view.where_given(Marks::DAILY, || told_by_the_day(view, written)) {
            return Some(Unit { per: Some(Measure::Day), ..written.quantity.unit });
        }
        if written.form != Form::Bare {
            return Some(match (self.own_dollar, written.quantity.unit.measure) {
                (Some(own), Measure::Currency(code))
                    if code.as_str() == "USD"
                        && !named_american(view, written)
                        && !(self.dollar_by_letters && written.quantity.unit.is_price()) =>
                {
                    Unit { measure: Measure::Currency(own), ..written.quantity.unit }
                }
                _ => written.quantity.unit,
            });
        }
        if let Some(unit) = priced_alike(view, written) {
            return Some(unit);
        }
        // *612 GWh worth 33.1bn*, *708 GWh, paying 41.7bn*: of the money that the text counts in.
        if let Some(money) = self.last_money.filter(|_| written.exponent >= 6 && is_paid_sum(view, written)) {
            return Some(money);
        }
        if rates_told(view, written) || is_of_lost_money(view, written) {
            return None;
        }
        let model = alike::model(view, written).filter(|m| same_sentence || m.tokens.start > written.tokens.start);
        match model {
            Some(model) if model.form == Form::Bare => {
                // *exports were 958 billion, up 0.4%, and imports 827 billion*: of the money of the first, not of its growth.
                let unit = before.and_then(|f| f.unit);
                let scaled = written.exponent >= 6 && unit.is_some_and(|u| u.is_ratio());
                return if scaled { self.last_money } else { unit };
            }
            Some(model) if priced_before(model, before) => return before.and_then(|f| f.unit),
            Some(model) => return self.unit(view, model, before, same_sentence),
            None => {}
        }
        if pieces_told(view, written, before) {
            return Some(Unit::of(Measure::Items));
        }
        // A bare amount takes over a unit only with a scale: *10.39 bln*, *for 11 billion*.
        let beside = || money_beside(view, written);
        let unit = before.and_then(|f| f.unit);
        // *The trade balance was a surplus of 2.3 billion*, *Exports rose to 6.9 billion*: of the money that the text counts in.
        let counted = || {
            let clause = view.clause(written.tokens.start);
            let told = |indicators: &[Indicator]| {
                let mut heads = view.heads.iter().filter(|h| clause.contains(&h.at) && h.at < written.tokens.start);
                written.exponent >= 6 && heads.any(|h| h.indicator().is_some_and(|i| indicators.contains(&i)))
            };
            let last =
                || self.topic.as_ref().and_then(|(frame, ..)| frame.unit).filter(|u| self.last_money == Some(*u));
            let traded = || told(&[Indicator::Exports, Indicator::Imports, Indicator::Turnover]).then(last)?;
            if told(&[Indicator::Balance]) { self.last_money } else { traded() }
        };
        let unit = if same_sentence { unit.or_else(beside) } else { beside().or(unit) }.or_else(counted)?;
        // *sold 2.3 million bpd. Non-oil exports fell to 2.9 billion*: no country sells so many barrels a day.
        // *438,000 tonnes worth 46.2 billion kroner. Poland was the biggest buyer with 8.1 billion*: nor so many tonnes.
        let flood = written.exponent >= 6
            && (unit.measure == Measure::Barrel
                && unit.per.is_some()
                && written.quantity.value >= Decimal::from(200_000_000)
                || unit.measure == Measure::Tonne && written.exponent >= 9 && !world_told(view));
        if flood {
            return self.last_money;
        }
        let goes_on = || {
            let fresh = self.topic.as_ref().is_some_and(|(_, at, _)| self.sentences - at <= 1);
            !same_sentence && fresh && before.is_some_and(|f| alike::goes_on(view, written, f))
        };
        let told = written.exponent >= 6 || elliptic(view, written, before) || goes_on();
        if unit.is_ratio() || !told {
            return None;
        }
        // *a country of 44 million people*
        let counts = super::quantities::noun(view, written.tokens.end).is_some_and(|(_, end)| {
            let traded = view.heads.iter().any(|h| h.end == end && h.topic != Topic::Other);
            !traded && !view.mentions.iter().any(|m| m.tokens.end == end && matches!(m.what, What::Commodity(_)))
        });
        let counts = counts && !matches!(view.norm(written.tokens.end), "bags" | "sacks" | "bales");
        (!counts).then_some(unit)
    }

    /// *7.45 billion H.K. dlrs in 1986 from 8.59 billion dlrs*: bare dollars are those that the figure before named, in what it is
    /// compared with or where the text counts in no others.
    fn dollar_of_another(&self, view: &View<'_>, written: &QuantityMention) -> Option<Measure> {
        let Measure::Currency(code) = written.quantity.unit.measure else { return None };
        if code.as_str() != "USD" || written.form == Form::Bare || !plain_dollars(view, written) {
            return None;
        }
        let start = written.tokens.start;
        let last = self.last_money.map(|unit| unit.measure)?;
        let Measure::Currency(told) = last else { return None };
        let compared = matches!(view.norm_before(start, 1), "from" | "to" | "against" | "versus" | "vs")
            && view
                .quantities
                .iter()
                .filter_map(|q| view.quantity(*q))
                .any(|q| q.tokens.end <= start && start - q.tokens.end <= 10 && q.quantity.unit.measure == last);
        let alone = || !self.moneys.iter().any(|money| money.as_str() == "USD") && !bracketed(view, written);
        (self.lexicon.is_dollar(told) && told != code && (compared || alone())).then_some(last)
    }

    /// *96.8 cents/litre against 94 cents*, of a country with dollars of its own: what its drivers pay.
    fn cents_at_the_pump(&self, view: &View<'_>, written: &QuantityMention, before: Option<&Frame>) -> Option<Measure> {
        let end = written.tokens.clone().rev().take(4);
        let cents = end.clone().any(|at| matches!(view.norm(at), "cents" | "cent" | "cts"));
        let litre = |unit: Unit| unit.per == Some(Measure::Litre);
        let sold =
            litre(written.quantity.unit) || before.is_some_and(|f| f.unit.or(f.price.map(|p| p.0)).is_some_and(litre));
        let own = self.lexicon.own_dollar(self.context.home()?)?;
        (cents && !named_american(view, written) && sold && own.as_str() != "USD").then_some(Measure::Currency(own))
    }

    /// Which of the currencies that share a word or letter a text means: that of its home, one that it has counted in, one
    /// whose country the sentence or talk names, or the text alone; else what the word means everywhere.
    fn shared_currency(&self, view: &View<'_>, shared: usize) -> Option<Currency> {
        let choice = self.lexicon.shared_currencies.get(shared)?;
        let in_use = |until: Option<chrono::NaiveDate>| {
            until.is_none_or(|until| self.clock.published.is_some_and(|day| day <= until))
        };
        let first = |issued: &dyn Fn(&[Party]) -> bool| {
            let issued = || choice.choices.iter().filter(|(_, issuers, _)| issued(issuers));
            let used = || issued().filter(|(.., until)| in_use(*until));
            let found = used().find(|(code, ..)| choice.default == Some(*code)).or(used().next()).or(issued().next());
            found.map(|(code, ..)| *code)
        };
        let home = self.context.home();
        let of = |country: Option<Party>| {
            let issued = |issuers: &[Party]| country.is_some_and(|country| issuers.contains(&country));
            choice.choices.iter().find(|(_, issuers, until)| in_use(*until) && issued(issuers))
        };
        // A paper counts in the money of its own country.
        let at_home = of(self.context.source).or_else(|| of(home));
        let counted =
            || self.moneys.iter().rev().find(|code| choice.choices.iter().any(|(choice, ..)| choice == *code));
        let spoken = [home, self.context.about, self.context.focus];
        let named = |issuers: &[Party]| {
            issuers.iter().any(|p| {
                view.actors.iter().any(|a| a.party == *p)
                    || self.context.pair.is_some_and(|(a, b)| a == *p || b == *p)
                    || spoken.contains(&Some(*p))
            })
        };
        at_home
            .map(|(code, ..)| *code)
            .or_else(|| counted().copied())
            .or_else(|| first(&named))
            .or_else(|| {
                first(&|issuers| issuers.iter().any(|p| self.survey.names(*p))).filter(|_| {
                    let named =
                        |(_, issuers, _): &&(Currency, Vec<Party>, _)| issuers.iter().any(|p| self.survey.names(*p));
                    choice.choices.iter().filter(named).count() == 1
                })
            })
            .or(choice.default)
    }

    /// *in million dollars: copper 900, zinc 120*, *Leading items (US$ million)* above *Exports: rice 187; sugar 146*,
    /// *Exports (US$ million): rice 187; sugar 146*: the unit of the numbers of a list.
    pub(super) fn caption_of_list(&self, view: &View<'_>, written: &mut QuantityMention) {
        if let Some(caption) = self.caption_here.as_ref().filter(|c| written.form == Form::Bare && c.shared.is_none()) {
            let start = written.tokens.start;
            let goods = |m: &Mention| m.tokens.end == start && matches!(m.what, What::Commodity(_) | What::Party(..));
            let ends = matches!(view.norm(written.tokens.end), "" | ";" | "," | "." | "and");
            if caption.at < start && ends && view.mentions.iter().any(goods) {
                count_in(written, caption);
            }
            return;
        }
        let Some((above, at)) = self.above.as_ref().filter(|_| written.form == Form::Bare) else { return };
        let Some(caption) = above.caption.as_ref().filter(|c| c.shared.is_none() && !c.unit.is_ratio()) else { return };
        let start = view.range.start;
        let label = view.heads.iter().any(|h| h.at <= start + 1 && h.class == Class::Noun && view.norm(h.end) == ":");
        let named = view.mentions.iter().any(|m| {
            m.tokens.end == written.tokens.start && matches!(m.what, What::Commodity(_)) && m.tokens.start > start
        });
        let ends = matches!(view.norm(written.tokens.end), "" | ";" | "," | ".");
        if self.sentences - at > 4 || !(label && named && ends) {
            return;
        }
        count_in(written, caption);
    }

    /// Gives a bare number what the unit or scale of the statement before multiplies it by.
    pub(super) fn carry(
        &self,
        view: &View<'_>,
        written: &mut QuantityMention,
        before: Option<&Frame>,
        same_sentence: bool,
    ) {
        // What has a unit of its own takes no scale over.
        if written.form != Form::Bare {
            return;
        }
        let model = alike::model(view, written).filter(|m| same_sentence || m.tokens.start > written.tokens.start);
        if let Some(model) = model.filter(|m| m.form != Form::Bare && !priced_before(m, before)) {
            take_scale(written, model);
            // *from $110 to 235*: of gas, whose price is for a thousand cubic metres though no word says so.
            let price = before.and_then(|f| f.price).filter(|(unit, _)| *unit == written.quantity.unit);
            if let (Some((_, amount)), None) = (price, model.divisor) {
                written.make_of_one(amount);
            }
            return;
        }
        let Some(told) = before.and_then(|f| f.written) else { return };
        let by = if model.is_some()
            || elliptic(view, written, before)
            || !same_sentence && before.is_some_and(|f| alike::goes_on(view, written, f))
        {
            let by = if written_out(written, told) { told.factor } else { told.step };
            // The next is counted as this one.
            written.factor = by;
            by
        } else if written.exponent >= 6 && told.factor < Decimal::from(1000) {
            // *96.9 mln lbs, against 111.4 mln and 122.7 mln*: the third is counted as the second.
            written.factor = told.factor;
            told.factor
        } else {
            return;
        };
        let value = written.quantity.value.checked_mul(by);
        let quantum = written.quantity.quantum.and_then(|q| q.checked_mul(by));
        let high = written.quantity.high.and_then(|high| high.checked_mul(by));
        if let Some(value) = value {
            (written.quantity.value, written.quantity.quantum, written.quantity.high) = (value, quantum, high);
        }
    }
}

/// *20.5 yen a kilo, against 22 yen, and 24 against **26***: whether a figure is a price that an earlier one says what it is for.
fn priced_before(model: &QuantityMention, before: Option<&Frame>) -> bool {
    let own = model.quantity.unit;
    own.per.is_none()
        && before.and_then(|f| f.unit).is_some_and(|unit| unit.per.is_some() && unit.measure == own.measure)
}

/// Counts a bare number as the figure that it is told like.
fn take_scale(written: &mut QuantityMention, model: &QuantityMention) {
    let full = written.exponent > 0
        || written.quantity.value >= Decimal::from(1000) && model.exponent > 0 && model.written < Decimal::from(1000);
    let exponent = if full { written.exponent } else { model.exponent };
    let scaled = Decimal::power_of_ten(exponent - written.exponent).and_then(|scale| scale.checked_mul(model.factor));
    let Some(by) = scaled else { return };
    let Some(value) = written.quantity.value.checked_mul(by) else { return };
    written.quantity.value = value;
    written.quantity.quantum = written.quantity.quantum.and_then(|q| q.checked_mul(by));
    written.quantity.high = written.quantity.high.and_then(|high| high.checked_mul(by));
    (written.factor, written.exponent, written.divisor) = (model.factor, exponent, model.divisor);
}

/// Counts a bare number in the unit of a caption.
fn count_in(written: &mut QuantityMention, caption: &Caption) {
    let Some(value) = written.quantity.value.checked_mul(caption.factor) else { return };
    written.quantity.quantum = written.quantity.quantum.and_then(|q| q.checked_mul(caption.factor));
    written.quantity.value = value;
    written.quantity.unit = caption.unit;
    written.factor = caption.factor;
    written.form = Form::Figure;
}

/// *Deficits were recorded, in billions of dollars, with China ($27.2) and Mexico ($10.0)*: the scale of amounts in brackets.
pub(super) fn scale_told_ahead(view: &View<'_>, written: &mut QuantityMention) {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let alone = view.norm_before(start, 1) == "(" && view.norm(end) == ")";
    let money = written.quantity.unit.is_sum();
    if !alone || !money || written.exponent > 0 || written.form != Form::Figure {
        return;
    }
    let scale = (view.range.start..start).find_map(|at| {
        let exponent = match view.norm(at) {
            "billions" => 9,
            "millions" => 6,
            _ => return None,
        };
        let told = view.norm_before(at, 1) == "in" && view.norm(at + 1) == "of";
        told.then_some(exponent)
    });
    let Some((exponent, by)) = scale.and_then(|e| Some((e, Decimal::power_of_ten(e)?))) else { return };
    let Some(value) = written.quantity.value.checked_mul(by) else { return };
    written.quantity.quantum = written.quantity.quantum.and_then(|q| q.checked_mul(by));
    (written.quantity.value, written.exponent) = (value, exponent);
}

/// *320 mcm a day, against a forecast of 315 mcm*: whether what was aimed at or thought of is set beside.
fn beside_an_aim(view: &View<'_>, start: usize) -> bool {
    let noun = start.wrapping_sub(2);
    let article = noun.wrapping_sub(1);
    view.norm_before(start, 1) == "of"
        && (is_limit(view.norm(noun)) || is_forecast(view.norm(noun)))
        && view.comparing_before(article).is_some()
}

/// *19.75 rupees per kg, up 15 cents*: cents of the money that the price before them is in.
fn cents_of_another(view: &View<'_>, written: &QuantityMention, before: Option<&Frame>) -> Option<Measure> {
    const WITH_CENTS: [&str; 14] =
        ["EUR", "LKR", "MUR", "ZAR", "KES", "TZS", "UGX", "MYR", "CAD", "AUD", "NZD", "SGD", "HKD", "BND"];
    let cents = written
        .tokens
        .end
        .checked_sub(1)
        .is_some_and(|at| matches!(view.norm(at), "cents" | "cent" | "cts") && view.norm_before(at, 1) != "per");
    if !cents || named_american(view, written) {
        return None;
    }
    let moved = matches!(
        view.norm_before(written.tokens.start, 1),
        "up" | "down" | "by" | "of" | "rose" | "fell" | "gained" | "lost" | "or"
    );
    let told = before?.unit.filter(|unit| unit.is_price())?.measure;
    let money = matches!(told, Measure::Currency(code) if WITH_CENTS.contains(&code.as_str()));
    (moved && money).then_some(told)
}

/// *worth 33.1bn*, *paying 41.7 billion*: whether a bare number stands behind a word for what was paid, and counts nothing else.
fn is_paid_sum(view: &View<'_>, written: &QuantityMention) -> bool {
    let first = view.start_with_hedge(written);
    let paid = matches!(
        view.norm_before(first, 1),
        "worth"
            | "paying"
            | "paid"
            | "pays"
            | "earning"
            | "earned"
            | "earns"
            | "fetching"
            | "fetched"
            | "generating"
            | "spending"
            | "spent"
            | "costing"
    ) || view.norm_before(first, 1) == "at" && matches!(view.norm_before(first, 2), "valued" | "priced");
    paid && super::quantities::noun(view, written.tokens.end).is_none()
}

/// *Car exports rose to 226,300*, *truck output fell from 1.8 million*: a bare number of goods that are counted in pieces.
fn pieces_told(view: &View<'_>, written: &QuantityMention, before: Option<&Frame>) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let told = matches!(
        view.norm_before(start, 1),
        "to" | "from" | "at" | "by" | "totalled" | "totaled" | "reached" | "was" | "were" | "hit" | "of"
    );
    let many = written.quantity.value >= Decimal::from(100);
    let ends = matches!(
        view.norm(end),
        "" | "." | "," | ";" | ")" | "and" | "in" | "from" | "for" | "last" | "this" | "during"
    );
    if !(told && many && ends) {
        return false;
    }
    let clause = view.clause(start);
    let heads = || view.heads.iter().filter(|h| clause.contains(&h.at) && h.at < start);
    let Some(head) = heads().next_back().filter(|h| h.class == Class::Noun && made_or_moved(h)) else { return false };
    let counted = view.mentions.iter().any(|m| {
        let beside = m.tokens.end == head.at || m.tokens.end < head.at && head.at - m.tokens.end <= 2;
        let behind = view.norm(head.end) == "of" && m.tokens.start > head.end && m.tokens.start <= head.end + 3;
        (beside || behind) && matches!(&m.what, What::Commodity(goods) if view.lexicon.pieces.contains(goods))
    });
    counted || before.is_some_and(|f| f.unit == Some(Unit::of(Measure::Items)) && f.commodity.is_some())
}

/// Whether a head tells goods that are made, sold or bought.
fn made_or_moved(head: &Head) -> bool {
    matches!(head.indicator(), Some(Indicator::Exports | Indicator::Imports | Indicator::Production))
        && head.topic != Topic::Flow
}

/// *592.96 million U.S. dollars*: dollars that are said to be American, whatever the text counts in.
pub(super) fn named_american(view: &View<'_>, written: &QuantityMention) -> bool {
    written.tokens.clone().any(|at| matches!(view.norm(at), "u" | "us" | "american"))
}

/// *131.2 mln dlrs*: dollars in words, of no country.
fn plain_dollars(view: &View<'_>, written: &QuantityMention) -> bool {
    let words = || written.tokens.clone().map(|at| view.norm(at));
    words().any(|word| matches!(word, "dlrs" | "dlr" | "dollars"))
        && !words().any(|word| matches!(word, "u" | "us" | "american" | "$" | "s"))
}

/// *The budget deficit fell to 20 billion stg, while the trade deficit rose to one billion*: the money that the sentence counts in,
/// whatever it counts there.
fn money_beside(view: &View<'_>, written: &QuantityMention) -> Option<Unit> {
    let told = view.quantities.iter().filter_map(|q| view.quantity(*q));
    let last = told.take_while(|q| q.tokens.start < written.tokens.start).filter(|q| q.form != Form::Bare).last()?;
    let unit = last.quantity.unit;
    let large = last.exponent >= 6 && written.exponent >= 6;
    (large && unit.per.is_none() && matches!(unit.measure, Measure::Currency(_)) && last.shared.is_none())
        .then_some(unit)
}

/// Whether a sentence speaks of the world, which makes billions of tonnes of some goods.
fn world_told(view: &View<'_>) -> bool {
    view.range
        .clone()
        .any(|at| matches!(view.norm(at), "world" | "global" | "worldwide" | "seaborne" | "reserves" | "coal"))
}
