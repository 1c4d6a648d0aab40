//! Units behind a number: plain, per year or day, prices.

mod spoken;

use crate::lexicon::words::{is_package, is_per, is_sold};
use crate::lexicon::{CalendarWord, Kinds, Marks, Sense};
use crate::model::{Commodity, Currency, Decimal, Dimension, Measure, Span, Unit};
use crate::token::{Shape, Token};

use super::Scan;
use super::numeral::numeral;

/// A unit as written: what one of it is in the base unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The base unit.
    pub unit: Unit,
    /// Base units in one.
    factor: Decimal,
    /// What the figure is divided by: the amount that a price is for.
    pub divisor: Decimal,
    /// The currencies that it may be.
    pub shared: Option<usize>,
    /// The token after it.
    pub end: usize,
    /// Goods named inside it.
    pub goods: Option<(Commodity, Span)>,
}

/// Stands for a currency that is not told apart yet.
const UNTOLD: &str = "XXX";

impl Written {
    fn new(unit: Unit, factor: Decimal, end: usize) -> Self {
        Written { unit, factor, divisor: Decimal::ONE, shared: None, end, goods: None }
    }

    /// A currency.
    pub fn currency(code: Currency, factor: Decimal, end: usize) -> Self {
        Written::new(Unit::of(Measure::Currency(code)), factor, end)
    }

    /// One of several currencies.
    pub fn shared(index: usize, end: usize) -> Self {
        let untold = Currency::new(UNTOLD).map_or(Measure::Items, Measure::Currency);
        Written { shared: Some(index), ..Written::new(Unit::of(untold), Decimal::ONE, end) }
    }

    /// Makes one of it so many base units.
    pub fn count_in(&mut self, factor: Decimal) {
        self.factor = factor;
    }

    /// A written number in base units; a price that is no finite decimal is rounded to 15 places.
    pub fn apply(&self, value: Decimal) -> Option<Decimal> {
        let amount = value.checked_mul(self.factor)?;
        if self.divisor == Decimal::ONE {
            return Some(amount);
        }
        amount.checked_div(self.divisor)
    }
}

/// The unit that begins at token `at`, with what it is counted per.
pub fn written_unit(scan: &Scan<'_>, at: usize) -> Option<Written> {
    let joined = scan.get(at)?.is_mark('-') && scan.get(at)?.is_joined();
    let found = unit_at(scan, at).or_else(|| joined.then(|| unit_at(scan, at + 1))?)?;
    let end = found.end;
    Some(with_price_or_rate(scan, found, end))
}

/// What coffee and sugar are packed in.
pub fn is_bag(token: &Token<'_>) -> bool {
    is_package(token.norm.as_ref())
}

/// `60-kg bags`, `bags of 60 kilos`: what one holds, and the token after it.
fn bags_at(scan: &Scan<'_>, at: usize) -> Option<Written> {
    let bag = |at: usize| scan.get(at).is_some_and(is_bag);
    let weight = |at: usize| {
        let number = scan.get(at).filter(|t| t.shape == Shape::Digits).and_then(|_| numeral(scan, at, false))?;
        let next = number.end + usize::from(scan.get(number.end).is_some_and(|t| t.is_mark('-')));
        let (factor, length) = scan.sense(Kinds::UNIT, next, |s| match s {
            Sense::Unit(Measure::Tonne, factor, None) => Some(*factor),
            _ => None,
        })?;
        Some((number.value.checked_mul(factor)?, next + length))
    };
    let tonnes = Unit::of(Measure::Tonne);
    if bag(at) && scan.get(at + 1)?.norm == "of" {
        let (factor, end) = weight(at + 2)?;
        return Some(Written::new(tonnes, factor, end));
    }
    // *39 mln (60-kg) bags*
    if scan.get(at)?.is_mark('(') {
        let (factor, end) = weight(at + 1)?;
        let closed = scan.get(end)?.is_mark(')') && bag(end + 1);
        return closed.then(|| Written::new(tonnes, factor, end + 2));
    }
    let (factor, end) = weight(at)?;
    bag(end).then(|| Written::new(tonnes, factor, end + 1))
}

fn unit_at(scan: &Scan<'_>, at: usize) -> Option<Written> {
    if scan.told.marks.meets(Marks::BAGS)
        && let Some(bags) = bags_at(scan, at)
    {
        return Some(bags);
    }
    // `6.5c/kWh`, `84c a kilo`
    if scan.get(at).is_some_and(|t| t.text == "c") && spoken::is_cent_of_price(scan, at) {
        return Some(Written::currency(Currency::new("USD")?, Decimal::new(1, 2)?, at + 1));
    }
    // `R5.4 billion`, `Ps 5 billion`: letters that are a currency before its number, `408PS` and `100W` are of others.
    let money = |s: &Sense| matches!(s, Sense::Currency(..) | Sense::SharedCurrency(_)).then_some(());
    let alone = scan.sense(Kinds::CURRENCY, at, money).is_some_and(|((), length)| length == 1);
    let first = scan.get(at).filter(|t| alone && t.is_capitalised() && t.text.len() <= 2);
    let letters = first.map_or(0, |t| t.text.len());
    let number = |t: &Token<'_>| matches!(t.shape, Shape::Digits | Shape::Word);
    let behind = letters > 0 && at.checked_sub(1).and_then(|b| scan.get(b)).is_some_and(number);
    let money = scan.sense(Kinds::CURRENCY, at, |sense| {
        matches!(sense, Sense::SharedCurrency(_)).then_some(()).filter(|()| !behind)
    });
    let (mut unit, length) = scan.sense(Kinds::UNIT.or(Kinds::CURRENCY), at, |sense| match sense {
        // *5 million pounds* are money, *15 million pounds of copper* are not.
        Sense::Unit(..)
            if money.is_some_and(|((), length)| !of_goods(scan, at + length))
                && !spoken::pounds_of_uranium(scan, at) =>
        {
            None
        }
        // *890 TMT* of wheat are thousands of tonnes, *TMT 3.5 million* Turkmen money.
        Sense::Unit(..) if scan.get(at).is_some_and(|t| t.text == "TMT") && !spoken::are_thousand_tonnes(scan, at) => {
            None
        }
        Sense::Currency(..)
            if scan.get(at).is_some_and(|t| t.text == "TMT") && spoken::are_thousand_tonnes(scan, at) =>
        {
            None
        }
        Sense::Unit(measure, factor, per) => Some(Written::new(Unit { measure: *measure, per: *per }, *factor, 0)),
        Sense::Currency(..) if behind && letters == 1 => None,
        Sense::Currency(code, factor) => Some(Written::currency(*code, *factor, 0)),
        Sense::SharedCurrency(index) if !behind => Some(Written::shared(*index, 0)),
        _ => None,
    })?;
    unit.end = at + length;
    if unit.unit == Unit::of(Measure::Items) && spoken::units_of_power(scan, at) {
        unit.unit = Unit::of(Measure::KilowattHour);
    }
    // `96p` and *139.18 p/therm* are pence, `p` alone is a page.
    let priced = scan.get(at + 1).is_some_and(|t| t.is_mark('/'))
        && scan.get(at + 2).is_some_and(|t| matches!(t.norm.as_ref(), "therm" | "kwh"));
    let letter = |t: &Token<'_>| matches!(t.norm.as_ref(), "p" | "x") && !t.is_joined();
    if length == 1 && !priced && scan.get(at).is_some_and(letter) {
        return None;
    }
    // *10 TCM centres*: letters that stand for something else before what there are so many of.
    let named = |t: &Token<'_>| t.shape == Shape::Word && t.text.len() > 3 && t.norm.ends_with('s');
    if length == 1 && scan.get(at).is_some_and(|t| t.text == "TCM") && scan.get(unit.end).is_some_and(named) {
        return None;
    }
    // `60W`, `2.0L`, not *George W*, *size L*.
    if length == 1 && scan.get(at).is_some_and(|t| matches!(t.text, "W" | "L" | "l") && !t.is_joined()) {
        return None;
    }
    if super::compound::is_threshold(scan, at, unit.end) {
        return None;
    }
    // *200 billion tonne-miles*: how far goods are carried.
    let far = unit.end + usize::from(scan.get(unit.end).is_some_and(|t| t.is_mark('-') && t.is_joined()));
    let miles = |t: &Token<'_>| {
        matches!(t.norm.as_ref(), "mile" | "miles" | "kilometre" | "kilometres" | "kilometer" | "kilometers" | "km")
    };
    if unit.unit == Unit::of(Measure::Tonne) && scan.get(far).is_some_and(miles) {
        return None;
    }
    // *49,000 tonnes U.S. sorghum*: the letter begins a name.
    let named = |t: &Token<'_>| t.is_mark('.') && t.is_joined();
    if length > 1
        && scan.get(unit.end - 1).is_some_and(|t| t.text.len() == 1 && t.is_capitalised())
        && scan.get(unit.end).is_some_and(named)
        && scan.get(unit.end + 1).is_some_and(|t| t.is_joined() && t.is_capitalised())
    {
        unit.end -= 1;
    }
    // `55 R18`: the letter begins a code.
    let code = |t: &Token<'_>| t.is_joined() && t.shape == Shape::Digits;
    if length == 1 && scan.get(at).is_some_and(|t| t.text.len() == 1) && scan.get(unit.end).is_some_and(code) {
        return None;
    }
    // `t`, `l`: one letter is a unit only right behind its number or scale, and not before an apostrophe.
    let letter = scan.get(at).is_some_and(|t| t.text.chars().count() == 1);
    if letter && scan.get(unit.end).is_some_and(|t| t.is_mark('\'') && t.is_joined()) {
        return None;
    }
    Some(unit)
}

/// Whether *of* goods stands at token `at`.
fn of_goods(scan: &Scan<'_>, at: usize) -> bool {
    scan.get(at).is_some_and(|t| t.norm == "of")
        && scan.sense(Kinds::COMMODITY, at + 1, |sense| matches!(sense, Sense::Commodity(..)).then_some(())).is_some()
}

/// Takes up *per year*, *a day*, *per thousand cubic metres*, and goods that stand before them.
pub fn with_price_or_rate(scan: &Scan<'_>, mut unit: Written, end: usize) -> Written {
    unit.end = end;
    let mut at = end;
    let mut goods = None;
    // *12 million cubic metres of Iranian gas a day*: whose gas it is stands outside the figure.
    let mut owned = false;
    if scan.get(at).is_some_and(|t| t.norm == "of") {
        let mut from = at + 1;
        // *of natural gas*, *of Russian gas*
        if scan.sense(Kinds::PARTY, from, |s| matches!(s, Sense::Party(..)).then_some(())).is_some() {
            from += 1;
            owned = true;
        }
        // *of domestic natural gas each day*
        if scan.get(from).is_some_and(|t| matches!(t.norm.as_ref(), "domestic" | "imported" | "pipeline")) {
            from += 1;
        }
        from += gravity(scan, from);
        if let Some((commodity, length)) = scan.sense(Kinds::COMMODITY, from, |sense| match sense {
            Sense::Commodity(commodity, _) => Some(commodity.clone()),
            _ => None,
        }) {
            goods = Some((commodity, scan.span(from..from + length)));
            at = from + length;
            // *1.8 million barrels of crude output per day*
            let flow = |t: &Token<'_>| matches!(t.norm.as_ref(), "output" | "production" | "exports" | "imports");
            at += usize::from(scan.get(at).is_some_and(flow) && per(scan, at + 1, unit.unit).is_some());
        }
    }
    let terms = terms_of_delivery(scan, at);
    if let Some((per, divisor, next)) = per(scan, at + terms, unit.unit) {
        unit.unit = unit.unit.per(per);
        unit.divisor = divisor;
        if !(owned && goods.is_some()) {
            unit.end = next;
            unit.goods = goods;
        }
    } else if let Some(per) = per_day_behind_party(scan, at, unit.unit).or_else(|| rate_of_both(scan, at, unit.unit)) {
        unit.unit = unit.unit.per(per);
    } else if let Some((per, next)) = per_behind_letters(scan, end, unit.unit) {
        unit.unit = unit.unit.per(per);
        unit.end = next;
    } else if let Some((per, divisor)) = per_behind_bracket(scan, end, unit.unit) {
        unit.unit = unit.unit.per(per);
        unit.divisor = divisor;
    }
    unit
}

/// *212 million gigajoules (GJ) a year*: what a flow is counted per, behind the letters that the text will write its unit with.
fn per_behind_letters(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<(Measure, usize)> {
    let mark = |at: usize, mark: char| scan.get(at).is_some_and(|t| t.is_mark(mark));
    let letters = scan.get(at + 1).is_some_and(|t| t.shape == Shape::Word && t.text.len() <= 6);
    let close = (at + 2..at + 5).find(|at| mark(*at, ')'))?;
    let plain = (at + 2..close).all(|at| scan.get(at).is_some_and(|t| !matches!(t.shape, Shape::Digits)));
    if !mark(at, '(') || !letters || !plain || unit.measure.dimension() == Dimension::Money {
        return None;
    }
    let (measure, _, next) = per(scan, close + 1, unit)?;
    matches!(measure, Measure::Year | Measure::Day).then_some((measure, next))
}

/// *4,316 ringgit ($1,022) per tonne*: what both amounts are for, told behind the bracket that holds the second.
fn per_behind_bracket(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<(Measure, Decimal)> {
    if !unit.is_sum() {
        return None;
    }
    let open = scan.get(at)?.is_mark('(');
    // *$240 (per 1,000 cubic metres)*
    let inside = || per(scan, at + 1, unit).filter(|(.., next)| scan.get(*next).is_some_and(|t| t.is_mark(')')));
    if open && let Some((measure, divisor, _)) = inside() {
        return is_no_time(measure).then_some((measure, divisor));
    }
    // *420 yuan ($60; 57 euros) per tonne*
    let among = open || scan.get(at)?.is_mark(';');
    let close = if among { (at + 1..at + 12).find(|at| scan.get(*at).is_some_and(|t| t.is_mark(')')))? } else { at };
    if !scan.get(close)?.is_mark(')') || among && !(at + 1..close).any(|at| is_money(scan, at)) {
        return None;
    }
    let (measure, divisor, _) = per(scan, close + 1, unit)?;
    is_no_time(measure).then_some((measure, divisor))
}

/// Whether money is named at a token.
pub(super) fn is_money(scan: &Scan<'_>, at: usize) -> bool {
    let money = |s: &Sense| matches!(s, Sense::Currency(..) | Sense::SharedCurrency(_)).then_some(());
    scan.sense(Kinds::CURRENCY, at, money).is_some()
}

/// Whether what money is paid per is no stretch of time.
pub(super) fn is_no_time(measure: Measure) -> bool {
    !matches!(measure, Measure::Year | Measure::Day)
}

/// How many tokens tell how heavy the oil behind them is: *of **39 degree API gravity** oil*.
fn gravity(scan: &Scan<'_>, at: usize) -> usize {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let Some(number) = numeral(scan, at, false).filter(|n| n.digits) else { return 0 };
    let joined = usize::from(word(number.end) == "-");
    if !matches!(word(number.end + joined), "degree" | "degrees") {
        return 0;
    }
    let first = number.end + joined + 1;
    let last = (first..first + 3).find(|at| !matches!(word(*at), "api" | "gravity" | "-")).unwrap_or(first);
    last - at
}

/// *3,000 barrels of oil **and** 2 million cubic feet of gas **a day***: what two flows of one well are counted per, told behind the
/// second.
fn rate_of_both(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<Measure> {
    let bulk = matches!(unit.measure, Measure::Barrel | Measure::Tonne | Measure::CubicMetre);
    if !bulk || unit.per.is_some() || !scan.get(at).is_some_and(|t| t.norm == "and") {
        return None;
    }
    let second = numeral(scan, at + 1, false)?;
    let other = written_unit(scan, second.end)?.unit;
    other.per.filter(|per| other.measure != unit.measure && matches!(per, Measure::Day | Measure::Year))
}

/// *1.9 million barrels of oil **to India a day***: what a flow is counted per, told behind where it goes.
fn per_day_behind_party(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<Measure> {
    if !scan.get(at).is_some_and(|t| matches!(t.norm.as_ref(), "to" | "from")) {
        return None;
    }
    let name = at + 1 + usize::from(scan.get(at + 1).is_some_and(|t| t.norm == "the"));
    let ((), length) = scan.sense(Kinds::PARTY, name, |sense| matches!(sense, Sense::Party(..)).then_some(()))?;
    let (measure, ..) = per(scan, name + length, unit)?;
    (measure == Measure::Day).then_some(measure)
}

/// How many tokens say who pays for freight: *C and F* in *400 dlrs C and F per tonne*, *fob*.
fn terms_of_delivery(scan: &Scan<'_>, at: usize) -> usize {
    let word = |offset: usize| scan.get(at + offset).map_or("", |t| t.norm.as_ref());
    match (word(0), word(1), word(2)) {
        ("c", "and" | "&" | "+", "f") => 3,
        ("fob" | "cif" | "caf" | "fas" | "cfr" | "candf", "per" | "a" | "/", _) => 1,
        _ => 0,
    }
}

/// A troy ounce in tonnes: 31.1034768 grams.
fn troy_ounce() -> Option<Decimal> {
    Decimal::new(311_034_768, 13)
}

/// What a unit is counted per, from *per*, *a*, `/` or an adverb at token `at`.
pub(super) fn per(scan: &Scan<'_>, at: usize, unit: Unit) -> Option<(Measure, Decimal, usize)> {
    if unit.per.is_some() || unit.is_ratio() {
        return None;
    }
    let token = scan.get(at)?;
    let money = unit.measure.dimension() == Dimension::Money;
    // *the 1.4 million barrel-a-day cut*, *a 3 million tonne-per-year plant*
    if token.is_mark('-') && token.is_joined() && !money {
        let words = scan.tokens.get(at + 1..at + 4)?;
        let joined = words.iter().all(Token::is_joined) && words[1].is_mark('-');
        let time = match words[2].norm.as_ref() {
            "day" => Some(Measure::Day),
            "year" | "annum" => Some(Measure::Year),
            _ => None,
        };
        let rate = joined && matches!(words[0].norm.as_ref(), "a" | "per");
        return time.filter(|_| rate).map(|time| (time, Decimal::ONE, at + 4));
    }
    // *its $62-a-barrel price*
    if token.is_mark('-') && token.is_joined() && money {
        let words = scan.tokens.get(at + 1..at + 4)?;
        let joined = words.iter().all(Token::is_joined) && words[1].is_mark('-');
        return (joined && matches!(words[0].norm.as_ref(), "a" | "per"))
            .then(|| paid_amount(scan, at + 3, &words[0]))?;
    }
    match token.norm.as_ref() {
        // *5 bcm p.a.*, *3 million tonnes pa*
        "pa" if !money => return Some((Measure::Year, Decimal::ONE, at + 1)),
        "p" if !money
            && scan.get(at + 1).is_some_and(|t| t.is_mark('.'))
            && scan.get(at + 2).is_some_and(|t| t.norm == "a") =>
        {
            return Some((Measure::Year, Decimal::ONE, at + 3));
        }
        // *per 24 hours*
        "per" | "every" | "in"
            if !money
                && scan.get(at + 1).is_some_and(|t| t.norm == "24")
                && scan.get(at + 2).is_some_and(|t| t.norm == "hours") =>
        {
            return Some((Measure::Day, Decimal::ONE, at + 3));
        }
        "annually" | "yearly" => return (!money).then_some((Measure::Year, Decimal::ONE, at + 1)),
        "daily" => return (!money).then_some((Measure::Day, Decimal::ONE, at + 1)),
        // *30,000 barrels of day*, a slip of the pen
        "of" if unit.measure == Measure::Barrel && scan.get(at + 1).is_some_and(|t| t.norm == "day") => {
            return Some((Measure::Day, Decimal::ONE, at + 2));
        }
        // `$450 mt`, `$450 pmt`: the shorthand of traders.
        "mt" | "pmt" if money => return Some((Measure::Tonne, Decimal::ONE, at + 1)),
        "per" | "a" | "an" | "one" | "each" | "every" | "/" | "the" => {}
        "for" if money => {}
        // *knocks $100 off each thousand cubic metres*
        "off" if money && scan.get(at + 1).is_some_and(|t| matches!(t.norm.as_ref(), "each" | "every")) => {}
        _ => return None,
    }
    let mut next = at + 1;
    let norm = scan.get(next)?.norm.as_ref();
    if is_per(token.norm.as_ref()) {
        let time = match norm {
            "year" | "annum" | "yr" | "y" => Some(Measure::Year),
            "day" | "d" => Some(Measure::Day),
            _ => None,
        };
        if let Some(time) = time {
            // *a year earlier*, *a year ago* compare.
            let earlier = |at| {
                scan.sense(Kinds::CALENDAR, at, |s| matches!(s, Sense::Calendar(CalendarWord::Earlier)).then_some(()))
            };
            let later = scan.get(next + 1).is_some_and(|t| t.norm == "later");
            // *22 million cubic metres a day before the crisis* is a rate, and then a time.
            let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
            let before = word(next + 1) == "before" && matches!(word(next + 2), "the" | "its" | "their");
            let compares = token.norm == "a" && (later || earlier(next + 1).is_some()) && !before;
            return (!(compares || money && token.norm == "a")).then_some((time, Decimal::ONE, next + 1));
        }
    }
    if !money {
        return None;
    }
    if norm == "each" || norm == "every" || norm == "a" || norm == "one" {
        next += 1;
        // *for each one thousand cubic metres*
        next += usize::from(norm != "one" && scan.get(next)?.norm == "one");
    }
    // *for each exported kilogram*
    if is_sold(scan.get(next)?.norm.as_ref()) || scan.get(next)?.norm.as_ref() == "imported" {
        next += 1;
    }
    paid_amount(scan, next, token)
}

/// How many base units of what money is paid for from token `next` on, behind the word that opens it.
pub(super) fn paid_amount(scan: &Scan<'_>, mut next: usize, token: &Token<'_>) -> Option<(Measure, Decimal, usize)> {
    let mut divisor = Decimal::ONE;
    if let Some((exponent, length)) = scan.sense(Kinds::SCALE, next, |s| match s {
        Sense::Scale(exponent, false) => Some(*exponent),
        _ => None,
    }) {
        divisor = Decimal::power_of_ten(exponent)?;
        next += length;
    } else if scan.get(next)?.shape == Shape::Digits {
        let number = numeral(scan, next, false)?;
        divisor = number.value;
        next = number.end;
        // *paid $140 billion for 171.7 million tonnes* is a sum and a quantity.
        let round = [1, 10, 100, 1_000, 10_000, 1_000_000].iter().any(|n| divisor == Decimal::from(*n));
        if token.norm == "for" && !round {
            return None;
        }
    }
    // *$330/tcm*, *$250 per mcm*: nobody pays by the million or trillion of cubic metres, but by the thousand.
    if matches!(scan.get(next)?.norm.as_ref(), "tcm" | "mcm") {
        return Some((Measure::CubicMetre, divisor.checked_mul(Decimal::from(1000))?, next + 1));
    }
    // *6.5 US cents per unit (kWh)*, *Rs 5.25 per unit* of electricity
    if scan.get(next)?.norm == "unit" {
        let named = scan.get(next + 1).is_some_and(|t| t.is_mark('(')) && scan.get(next + 2)?.norm == "kwh";
        let end = if named { next + 4 } else { next + 1 };
        // *Nepal exports electricity. It gets 6.40 cents a unit*
        return (named || spoken::is_of_power(scan)).then_some((Measure::KilowattHour, divisor, end));
    }
    if token.is_mark('/') && scan.get(next)?.norm == "b" {
        return Some((Measure::Barrel, divisor, next + 1));
    }
    let (amount, length) = scan.sense(Kinds::UNIT, next, |s| match s {
        Sense::Unit(measure, factor, None) => Some((*measure, *factor)),
        _ => None,
    })?;
    if amount.0.dimension() == Dimension::Ratio || divisor.is_zero() {
        return None;
    }
    // *$450/MT*: nobody pays by the million tonnes.
    let metric = length == 1 && scan.get(next)?.norm == "mt";
    let factor = if metric { Decimal::ONE } else { amount.1 };
    // *$1,919.07 per ounce*: precious metals are told by the ounce wherever they are dealt in.
    if amount.0 == Measure::Tonne && Some(factor) == troy_ounce() {
        return Some((Measure::Ounce, divisor, next + length));
    }
    Some((amount.0, divisor.checked_mul(factor)?, next + length))
}
