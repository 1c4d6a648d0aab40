//! What makes figures one series.
//!
//! | facts | key |
//! | --- | --- |
//! | *trade between China and Turkmenistan*, USD, 2022 | turnover of CHN with TKM, USD, yearly |
//! | the same told by Turkmenistan | the same: turnover has no direction |
//! | *China's gas imports from Turkmenistan*, m3, 2022 | imports of natural gas to CHN from TKM, m3, yearly |
//! | *Turkmenistan's gas exports to China* | its mirror: exports of natural gas from TKM to CHN, m3, yearly |

use std::fmt::{self, Display, Write};

use crate::model::{Commodity, Fact, Frequency, Indicator, Party, Unit};

/// What a figure is about, whatever its unit and period: levels, changes and shares of one flow have one subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// What is counted.
    pub indicator: Indicator,
    /// Which goods; `None` for goods in total.
    pub commodity: Option<Commodity>,
    /// Whose figure; for turnover the first of the two parties by code.
    pub reporter: Option<Party>,
    /// The other side; `WORLD` where none is meant.
    pub partner: Option<Party>,
}

/// A subject whose goods are borrowed: for looking things up and for writing, without a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct About<'a> {
    pub indicator: Indicator,
    pub commodity: Option<&'a Commodity>,
    pub reporter: Option<Party>,
    pub partner: Option<Party>,
}

/// A series: one subject in one unit at one frequency.
///
/// The order of the fields is the order of series: those of one subject stand together, and of these those of one unit.
///
/// ```
/// use bilateral::series::SeriesKey;
/// use bilateral::{Frequency, Indicator, Measure, Unit};
/// let (chn, tkm) = ("CHN".parse().ok(), "TKM".parse().ok());
/// let usd = "USD".parse().unwrap();
/// let key = SeriesKey::new(Indicator::Turnover, None, tkm, chn, usd, Frequency::Annual);
/// assert_eq!(key.to_string(), "turnover of CHN with TKM, USD, yearly");
/// let exports = SeriesKey::new(Indicator::Exports, None, chn, tkm, usd, Frequency::Annual);
/// assert_eq!(exports.mirror().to_string(), "imports to TKM from CHN, USD, yearly");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeriesKey {
    /// What is counted.
    pub indicator: Indicator,
    /// Which goods; `None` for goods in total.
    pub commodity: Option<Commodity>,
    /// Whose figure; for turnover the first of the two parties by code.
    pub reporter: Option<Party>,
    /// The other side; `WORLD` where none is meant.
    pub partner: Option<Party>,
    /// What it is counted in.
    pub unit: Unit,
    /// How long its periods are.
    pub frequency: Frequency,
}

/// How a party is called in words; [`Party::as_str`] where nothing better is known.
pub type Name<'a> = &'a dyn Fn(&Party) -> String;

/// Calls a party by its code.
pub(crate) fn code(party: &Party) -> String {
    party.as_str().into()
}

impl Subject {
    /// The subject in its canonical form: no partner is `WORLD`, and the two sides of a turnover are sorted by code,
    /// `WORLD` last.
    #[must_use]
    pub fn new(
        indicator: Indicator,
        commodity: Option<Commodity>,
        reporter: Option<Party>,
        partner: Option<Party>,
    ) -> Self {
        let About { reporter, partner, .. } = About::new(indicator, None, reporter, partner);
        Subject { indicator, commodity, reporter, partner }
    }

    /// What a fact is about.
    #[must_use]
    pub fn of(fact: &Fact) -> Self {
        About::of(fact).subject()
    }

    /// The same, its goods borrowed.
    pub(crate) fn about(&self) -> About<'_> {
        About {
            indicator: self.indicator,
            commodity: self.commodity.as_ref(),
            reporter: self.reporter,
            partner: self.partner,
        }
    }

    /// The same flow as the other side tells it: imports of B from A for exports of A to B. Turnover and what only one
    /// side counts are their own mirror; so the mirror of a mirror is the subject itself.
    #[must_use]
    pub fn mirror(&self) -> Self {
        self.about().mirror().subject()
    }

    /// The flow as its sender tells it: imports of B from A are exports of A to B; all else is itself.
    #[must_use]
    pub fn flow(&self) -> Self {
        if self.indicator == Indicator::Imports { self.mirror() } else { self.clone() }
    }

    /// In words, with parties called by `name`: `exports of natural gas from TKM to CHN`.
    #[must_use]
    pub fn words(&self, name: Name<'_>) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.about().write(&mut text, |party, out| out.write_str(&name(party)));
        text
    }
}

impl<'a> About<'a> {
    /// As [`Subject::new`].
    pub fn new(
        indicator: Indicator,
        commodity: Option<&'a Commodity>,
        reporter: Option<Party>,
        partner: Option<Party>,
    ) -> Self {
        let (mut reporter, mut partner) = (reporter, Some(partner.unwrap_or(Party::WORLD)));
        if indicator == Indicator::Turnover {
            let rank = |party: Option<Party>| (party.is_none_or(|p| p == Party::WORLD), party);
            if rank(partner) < rank(reporter) {
                (reporter, partner) = (partner, Some(reporter.unwrap_or(Party::WORLD)));
            }
        }
        About { indicator, commodity, reporter, partner }
    }

    /// As [`Subject::of`].
    pub fn of(fact: &'a Fact) -> Self {
        About::new(fact.indicator, fact.commodity.as_ref(), fact.reporter, fact.partner)
    }

    /// With goods of its own.
    pub fn subject(&self) -> Subject {
        Subject {
            indicator: self.indicator,
            commodity: self.commodity.cloned(),
            reporter: self.reporter,
            partner: self.partner,
        }
    }

    /// As [`Subject::mirror`].
    pub fn mirror(self) -> Self {
        let indicator = match self.indicator {
            Indicator::Exports => Indicator::Imports,
            Indicator::Imports => Indicator::Exports,
            Indicator::Balance => Indicator::Balance,
            _ => return self,
        };
        About { indicator, reporter: self.partner, partner: self.reporter, ..self }
    }

    /// As [`Subject::flow`].
    pub fn flow(self) -> Self {
        if self.indicator == Indicator::Imports { self.mirror() } else { self }
    }

    /// In words with another word for what is counted.
    pub fn words_for(self, counted: &'static str) -> impl Display + use<'a> {
        fmt::from_fn(move |f| self.write_as(counted, f, |party, f| f.write_str(party.as_str())))
    }

    fn write<W: Write + ?Sized>(&self, out: &mut W, name: impl Fn(&Party, &mut W) -> fmt::Result) -> fmt::Result {
        self.write_as(self.indicator.as_str(), out, name)
    }

    fn write_as<W: Write + ?Sized>(
        &self,
        counted: &str,
        out: &mut W,
        name: impl Fn(&Party, &mut W) -> fmt::Result,
    ) -> fmt::Result {
        out.write_str(counted)?;
        if let Some(goods) = self.commodity {
            out.write_str(" of ")?;
            goods.write_words(out)?;
        }
        let known = |party: Option<Party>| party.filter(|p| *p != Party::WORLD);
        let (first, second) = match self.indicator {
            Indicator::Turnover if self.commodity.is_none() => (" of ", " with "),
            Indicator::Turnover => (" between ", " and "),
            Indicator::Exports | Indicator::Investment | Indicator::Price | Indicator::Capacity => (" from ", " to "),
            Indicator::Imports => (" to ", " from "),
            Indicator::Transit => (" through ", " for "),
            Indicator::Balance => (" of ", " with "),
            _ => (" in ", " with "),
        };
        for (word, party) in [(first, known(self.reporter)), (second, known(self.partner))] {
            if let Some(party) = party {
                out.write_str(word)?;
                name(&party, out)?;
            }
        }
        Ok(())
    }
}

impl Display for About<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, |party, f| f.write_str(party.as_str()))
    }
}

impl Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.about().fmt(f)
    }
}

impl SeriesKey {
    /// The key in its canonical form, as of [`Subject::new`].
    #[must_use]
    pub fn new(
        indicator: Indicator,
        commodity: Option<Commodity>,
        reporter: Option<Party>,
        partner: Option<Party>,
        unit: Unit,
        frequency: Frequency,
    ) -> Self {
        SeriesKey::of(Subject::new(indicator, commodity, reporter, partner), unit, frequency)
    }

    /// The series of a subject.
    #[must_use]
    pub fn of(subject: Subject, unit: Unit, frequency: Frequency) -> Self {
        let Subject { indicator, commodity, reporter, partner } = subject;
        SeriesKey { indicator, commodity, reporter, partner, unit, frequency }
    }

    /// What its figures are about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.about().subject()
    }

    /// The same, its goods borrowed.
    pub(crate) fn about(&self) -> About<'_> {
        About {
            indicator: self.indicator,
            commodity: self.commodity.as_ref(),
            reporter: self.reporter,
            partner: self.partner,
        }
    }

    /// The key of the same flow as the other side tells it; the mirror of a mirror is the key itself.
    #[must_use]
    pub fn mirror(&self) -> Self {
        SeriesKey::of(self.subject().mirror(), self.unit, self.frequency)
    }

    /// Whether its figures add up over time: amounts of what flows, and no rates, prices, stocks or ratios.
    #[must_use]
    pub fn adds_up_over_time(&self) -> bool {
        self.indicator.is_flow() && !self.unit.is_ratio() && self.unit.per.is_none()
    }

    /// In words, with parties called by `name`.
    #[must_use]
    pub fn words(&self, name: Name<'_>) -> String {
        format!("{}, {}, {}", self.subject().words(name), self.unit, pace(self.frequency))
    }
}

impl fmt::Display for SeriesKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(&code))
    }
}

/// How often, in a word.
fn pace(frequency: Frequency) -> String {
    match frequency {
        Frequency::Annual => "yearly".into(),
        Frequency::HalfYear => "half-yearly".into(),
        Frequency::Quarter => "quarterly".into(),
        Frequency::Month => "monthly".into(),
        Frequency::Day => "daily".into(),
        Frequency::YearToDate(1) => "first month".into(),
        Frequency::YearToDate(n) => format!("first {n} months"),
        Frequency::Years(n) => format!("{n} years together"),
        Frequency::Span => "other stretches".into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn party(code: &str) -> Option<Party> {
        (!code.is_empty()).then(|| code.parse().unwrap())
    }

    #[test]
    fn words_say_who_with_whom() {
        for (indicator, goods, reporter, partner, words) in [
            (Indicator::Turnover, "", "TKM", "CHN", "turnover of CHN with TKM"),
            (Indicator::Turnover, "", "ZAF", "", "turnover of ZAF"),
            (Indicator::Turnover, "", "", "ZAF", "turnover of ZAF"),
            (Indicator::Turnover, "natural_gas", "CHN", "TKM", "turnover of natural gas between CHN and TKM"),
            (Indicator::Exports, "natural_gas", "TKM", "CHN", "exports of natural gas from TKM to CHN"),
            (Indicator::Imports, "", "CHN", "", "imports to CHN"),
            (Indicator::Production, "crude_oil", "KAZ", "", "production of crude oil in KAZ"),
            (Indicator::Balance, "", "UZB", "RUS", "balance of UZB with RUS"),
        ] {
            let goods = (!goods.is_empty()).then(|| Commodity::new(goods));
            assert_eq!(Subject::new(indicator, goods, party(reporter), party(partner)).to_string(), words);
        }
    }

    #[test]
    fn series_of_one_subject_stand_together() {
        let key = |code: &str, unit: &str, frequency| {
            SeriesKey::new(Indicator::Exports, None, party("TKM"), party(code), unit.parse().unwrap(), frequency)
        };
        let mut keys = [
            key("UZB", "USD", Frequency::Annual),
            key("CHN", "USD", Frequency::Month),
            key("CHN", "CNY", Frequency::Annual),
            key("CHN", "USD", Frequency::Annual),
        ];
        keys.sort();
        assert_eq!(keys[0].subject(), keys[2].subject());
        assert_eq!(keys[1].unit, keys[2].unit);
    }

    proptest! {
        #[test]
        fn the_mirror_of_a_mirror_is_itself(indicator in 0usize..11, a in "[A-Z]{3}|", b in "[A-Z]{3}|") {
            let key = SeriesKey::new(
                Indicator::ALL[indicator], None, party(&a), party(&b), Unit::TIMES, Frequency::Month);
            prop_assert_eq!(&key.mirror().mirror(), &key);
            if key.indicator == Indicator::Turnover {
                prop_assert_eq!(&key.mirror(), &key);
                let turned = SeriesKey::new(
                    Indicator::Turnover, None, party(&b), party(&a), Unit::TIMES, Frequency::Month);
                prop_assert_eq!(&turned, &key);
            }
        }
    }
}
