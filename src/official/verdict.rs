//! Claims of the press beside official figures: borne out, contradicted, not covered.

use std::fmt;

use super::beside::{How, Shelf, Told};
use crate::model::{Decimal, Fact, Indicator, Kind, Party, Status, Unit};
use crate::series::{Interval, Subject, Width, growth, interval_words, percent_words, quantity_words};

/// What official figures say of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ruling {
    /// No value that the wording leaves open is one that the official figures leave open.
    Contradicted,
    /// They fit, to rounding and what is allowed for revisions.
    BorneOut,
    /// The official figures do not speak of it.
    NotCovered,
}

impl Ruling {
    /// All of them, in the order of a report.
    pub const ALL: [Ruling; 3] = [Ruling::Contradicted, Ruling::BorneOut, Ruling::NotCovered];

    /// `contradicted`, `borne out` or `not covered`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Ruling::Contradicted => "contradicted",
            Ruling::BorneOut => "borne out",
            Ruling::NotCovered => "not covered",
        }
    }
}

impl fmt::Display for Ruling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One claim with what official figures say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// The place of the claim among the facts of the press.
    pub claim: usize,
    /// What the official figures say.
    pub ruling: Ruling,
    /// A sentence with both figures, or with why there is none.
    pub message: String,
    /// What the official figures leave open, in the unit of the claim; `None` where they do not speak of it.
    pub expected: Option<Interval>,
    /// The places of the official facts behind it.
    pub official: Vec<usize>,
}

/// What is allowed between a claim and the official figure before the two are said to differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allowed {
    /// The part of an official figure that revisions change between the day of the article and the day of the file: 0.01
    /// where nothing else is asked for.
    pub revision: Decimal,
    /// Imports over exports of one flow, from least to most, where only the other side tells it: 0.92 to 1.20.
    pub mirror: (Decimal, Decimal),
}

impl Verdict {
    /// The same where the official facts stand after so many others in one list.
    #[must_use]
    pub fn after(mut self, others: usize) -> Self {
        self.official.iter_mut().for_each(|place| *place += others);
        self
    }
}

impl Default for Allowed {
    fn default() -> Self {
        let hundredths = |n: i128| Decimal::new(n, 2).unwrap_or(Decimal::ONE);
        Allowed { revision: hundredths(1), mirror: (hundredths(92), hundredths(120)) }
    }
}

/// A verdict for each claim: what happened, of the press, at a known period. Targets and forecasts are no claims about
/// what is counted. The order is that of the claims.
///
/// A claim is compared with the official figure of the same subject, period and unit: as it stands, added up over months,
/// made of exports and imports (turnover, balance), converted (gas by volume and energy, with what the conversion leaves
/// open), or, for a change, with the growth of the two official levels. Where only the other side tells the flow, its
/// figure can bear a claim out but not contradict it.
#[must_use]
pub fn verdicts(press: &[Fact], official: &[Fact], allowed: &Allowed) -> Vec<Verdict> {
    let shelf = Shelf::new(official);
    let claims = press.iter().enumerate().filter(|(_, fact)| fact.status == Status::Actual);
    claims.map(|(place, fact)| verdict(place, fact, &shelf, allowed)).collect()
}

fn verdict(claim: usize, fact: &Fact, shelf: &Shelf<'_>, allowed: &Allowed) -> Verdict {
    let open = |why: &str| Verdict {
        claim,
        ruling: Ruling::NotCovered,
        message: format!("{}: {why}.", what(fact)),
        expected: None,
        official: Vec::new(),
    };
    let Some(period) = fact.period else { return open("no period is known") };
    let subject = Subject::of(fact);
    if subject.reporter.is_none_or(|party| party == Party::WORLD) && fact.indicator != Indicator::Price {
        return open("it is not known whose figure it is");
    }
    let stated = Interval::of(&fact.quantity, &Width::default());
    let unit = fact.quantity.unit;
    let decide = |told: Told, expected: Interval, shown: String, firm: bool, by: &str| {
        let fits = expected.intersects(&stated);
        let ruling = match (fits, firm) {
            (true, _) => Ruling::BorneOut,
            (false, true) => Ruling::Contradicted,
            (false, false) => Ruling::NotCovered,
        };
        let words = match ruling {
            Ruling::BorneOut | Ruling::Contradicted => "",
            Ruling::NotCovered => ", differs",
        };
        let message = format!("{}{words}: {shown}{}{by}.", what(fact), told.how.words());
        Verdict { claim, ruling, message, expected: Some(expected), official: told.facts }
    };
    match fact.kind {
        Kind::Level => {
            if let Some(told) = shelf.level(&subject, unit, &period) {
                let shown = format!("officially {}", interval_words(&told.interval, unit));
                let expected = told.interval.widened(allowed.revision);
                return decide(told, expected, shown, true, "");
            }
            let mirror = subject.mirror();
            if fact.indicator.is_one_way()
                && let Some(told) = shelf.level(&mirror, unit, &period)
            {
                let (least, most) = allowed.mirror;
                // Imports are what is counted here, or what the other side counts.
                let ends = if fact.indicator == Indicator::Imports {
                    (times(told.interval.lower, least), times(told.interval.upper, most))
                } else {
                    (over(told.interval.lower, most), over(told.interval.upper, least))
                };
                let expected = Interval { lower: ends.0, upper: ends.1 };
                let shown = format!("officially {}", interval_words(&told.interval, unit));
                return decide(told, expected, shown, false, " as the other side counts it");
            }
            open("the official figures do not tell it")
        }
        Kind::Change => {
            let Some(base) = fact.base.or_else(|| period.year_before()) else { return open("no base is known") };
            if !unit.is_ratio() || unit == Unit::PERCENTAGE_POINTS {
                return open("a change in amounts is not compared");
            }
            let levels = growth_of(shelf, &subject, &period, &base);
            let Some((now, before)) = levels else {
                return open("the official figures do not tell both levels");
            };
            let Some(percent) = growth::percent(&now.interval, &before.interval) else {
                return open("the official base can be nothing");
            };
            let slack = allowed.revision.checked_mul(Decimal::HUNDRED).unwrap_or(Decimal::ONE);
            let wide = Interval {
                lower: percent.lower.and_then(|end| end.checked_sub(slack)),
                upper: percent.upper.and_then(|end| end.checked_add(slack)),
            };
            let shown = format!("officially {} on {base}", percent_words(&percent));
            let expected = if unit == Unit::TIMES { ratio(&wide) } else { wide };
            let how = now.how.max(before.how);
            let facts = [now.facts, before.facts].concat();
            let told = Told { interval: percent, how, facts };
            // A figure that was converted on both sides keeps its growth, but not to the digit.
            let firm = told.how != How::Converted;
            decide(told, expected, shown, firm, "")
        }
        Kind::Share => open("shares are not compared"),
    }
}

/// The official levels of two periods in one unit.
fn growth_of(
    shelf: &Shelf<'_>,
    subject: &Subject,
    period: &crate::model::Period,
    base: &crate::model::Period,
) -> Option<(Told, Told)> {
    let units = ["USD", "EUR", "m3", "t", "J", "kWh", "bbl"];
    let mut found = units.iter().filter_map(|unit| {
        let unit = unit.parse().ok()?;
        let (now, before) = (shelf.level(subject, unit, period)?, shelf.level(subject, unit, base)?);
        (now.how != How::Converted && before.how != How::Converted).then_some((now, before))
    });
    found.next()
}

/// Percent of growth as the new over the old.
fn ratio(percent: &Interval) -> Interval {
    let turn = |end: Option<Decimal>| {
        end.and_then(|end| Decimal::HUNDRED.checked_add(end)?.checked_div_exact(Decimal::HUNDRED))
    };
    Interval { lower: turn(percent.lower), upper: turn(percent.upper) }
}

fn times(end: Option<Decimal>, factor: Decimal) -> Option<Decimal> {
    end.and_then(|end| end.checked_mul(factor))
}

fn over(end: Option<Decimal>, factor: Decimal) -> Option<Decimal> {
    end.and_then(|end| end.checked_div(factor))
}

/// `Turnover of CHN with TKM in 2022, 11.181 billion USD (a1)`.
fn what(fact: &Fact) -> String {
    let subject = Subject::of(fact).to_string();
    let kind = if fact.kind == Kind::Level { String::new() } else { format!("{} of ", fact.kind.as_str()) };
    let period = fact.period.map_or(String::new(), |period| format!(" in {period}"));
    format!("{kind}{subject}{period}, {} ({})", quantity_words(&fact.quantity), fact.document)
}

#[cfg(test)]
mod tests {
    use super::{Allowed, Ruling, verdicts};
    use crate::lexicon::Lexicon;
    use crate::model::Fact;
    use crate::official;
    use crate::series::test_facts::{change, fact, level};

    const TABLE: &str = "reporter,partner,indicator,commodity,period,value,unit\n\
        CHN,TKM,exports,,2022,868,million USD\nCHN,TKM,imports,,2022,10313,million USD\n\
        CHN,TKM,exports,,2021,515,million USD\nCHN,TKM,imports,,2021,6843,million USD\n\
        CHN,TKM,imports,natural_gas,2022,35,bcm\n\
        CHN,KAZ,exports,,2023-01,100,million USD\nCHN,KAZ,exports,,2023-02,120,million USD\n\
        CHN,KAZ,exports,,2023-03,130,million USD\n";

    fn rule(claim: Fact) -> (Ruling, String) {
        let official = official::parse(TABLE.as_bytes(), "t.csv", &Lexicon::embedded(), &|_| true).unwrap();
        assert!(official.problems.is_empty(), "{:?}", official.problems);
        let verdict = verdicts(&[claim], &official.facts, &Allowed::default()).remove(0);
        (verdict.ruling, verdict.message)
    }

    fn gas(indicator: &str, value: &str, unit: &str) -> Fact {
        let (reporter, partner) = if indicator == "imports" { ("CHN", "TKM") } else { ("TKM", "CHN") };
        fact(
            "a",
            &serde_json::json!({"kind": "level", "indicator": indicator, "commodity": "natural_gas",
            "reporter": reporter, "partner": partner, "period": "2022", "value": value, "unit": unit,
            "quantum": "100000000"}),
        )
    }

    #[test]
    fn turnover_is_exports_and_imports() {
        let (ruling, message) = rule(level("a", "CHN", "TKM", "2022", "11181000000", "exact"));
        assert_eq!(ruling, Ruling::BorneOut, "{message}");
        assert!(message.contains("11.18 to 11.182 billion USD, exports and imports together"), "{message}");
        let (ruling, message) = rule(level("a", "TKM", "CHN", "2022", "11800000000", "exact"));
        assert_eq!(ruling, Ruling::Contradicted, "{message}");
        assert_eq!(rule(level("a", "CHN", "TKM", "2022", "11000000000", "at_least")).0, Ruling::BorneOut);
    }

    #[test]
    fn growth_follows_from_two_levels() {
        assert_eq!(rule(change("a", "CHN", "TKM", "2022", "52")).0, Ruling::BorneOut);
        let (ruling, message) = rule(change("a", "CHN", "TKM", "2022", "45"));
        assert_eq!(ruling, Ruling::Contradicted, "{message}");
        assert_eq!(rule(change("a", "CHN", "TKM", "2021", "45")).0, Ruling::NotCovered);
    }

    #[test]
    fn months_add_up_and_units_convert() {
        let quarter = fact(
            "a",
            &serde_json::json!({"kind": "level", "indicator": "exports", "reporter": "CHN",
            "partner": "KAZ", "period": "2023-Q1", "value": "350000000", "unit": "USD", "quantum": "1000000"}),
        );
        let (ruling, message) = rule(quarter);
        assert_eq!(ruling, Ruling::BorneOut, "{message}");
        assert!(message.contains("added up"), "{message}");
        // 35 bcm are 1,190 to 1,470 PJ.
        assert_eq!(rule(gas("imports", "1300000000000000000", "J")).0, Ruling::BorneOut);
        assert_eq!(rule(gas("imports", "1600000000000000000", "J")).0, Ruling::Contradicted);
    }

    #[test]
    fn the_other_side_bears_out_but_does_not_contradict() {
        let (ruling, message) = rule(gas("exports", "34000000000", "m3"));
        assert_eq!(ruling, Ruling::BorneOut, "{message}");
        let (ruling, message) = rule(gas("exports", "20000000000", "m3"));
        assert_eq!(ruling, Ruling::NotCovered, "{message}");
        assert!(message.contains("the other side"), "{message}");
        assert_eq!(rule(level("a", "CHN", "UZB", "2022", "1", "exact")).0, Ruling::NotCovered);
    }
}
