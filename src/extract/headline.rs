//! The time of a headline's figure, which the text below it tells.
//!
//! | headline | text | the headline's figure is of |
//! | --- | --- | --- |
//! | *Exports jump to **$5 billion*** | *In May exports rose to $5.02 billion* | May |
//! | *Exports jump **12%*** | *In May exports rose to $5.02 billion* | May, as the text's exports are |

use super::assemble::Assembler;
use super::side::alone;
use crate::model::{Decimal, Evidence, Fact, Indicator, Party, Period, Slot, Status};

/// Whether a fact states a headline's figure again, which may be rounded.
fn repeats(headline: &Fact, fact: &Fact) -> bool {
    let (short, full) = (&headline.quantity, &fact.quantity);
    let alike = headline.kind == fact.kind && short.unit == full.unit && short.high == full.high;
    // *Trade passes eight billion*, which the text then tells as 8.44.
    let tenth = full.value.checked_mul(Decimal::from(10)).zip(short.value.checked_mul(Decimal::from(11)));
    let above = full.value >= short.value && tenth.is_some_and(|(full, short)| full <= short);
    if alike && short.bound == crate::model::Bound::AtLeast && above && headline.indicator == fact.indicator {
        return true;
    }
    let step = short.quantum.filter(|_| short.value.abs() >= Decimal::from(10));
    let off = full.value.checked_sub(short.value).map(Decimal::abs);
    let near = off.and_then(|off| off.checked_mul(Decimal::from(20))).is_some_and(|off| off <= full.value.abs());
    let rounds = near
        && match (off, step) {
            (Some(off), Some(step)) => off.checked_mul(Decimal::from(2)).is_some_and(|twice| twice <= step),
            (Some(off), None) => off.is_zero(),
            (None, _) => false,
        };
    alike && rounds
}

/// *in 5 months*, over *the first five months of the Iranian year*: whether a headline's words tell only how long the time of the
/// figure is, and the text below which time of that length.
fn is_as_long(words: &str, headline: &Fact, below: &Fact) -> bool {
    let counts = words.ends_with("months") && !words.contains(char::is_uppercase);
    let days = |fact: &Fact| fact.period.map(|period| period.days());
    let alike = |(short, full): (i64, i64)| short.abs_diff(full) <= 4;
    counts && days(headline).zip(days(below)).is_some_and(alike)
}

/// Whether two facts tell of goods between the same two, each in the other direction.
fn is_reversed(one: &Fact, other: &Fact) -> bool {
    let way = |fact: &Fact| {
        let sides = fact.reporter.zip(fact.partner);
        match fact.indicator {
            Indicator::Exports => sides,
            Indicator::Imports => sides.map(|(reporter, partner)| (partner, reporter)),
            _ => None,
        }
    };
    way(one).zip(way(other)).is_some_and(|((from, to), (back, there))| from != to && from == there && to == back)
}

/// Gives a fact the flow of another.
fn take_sides(fact: &mut Fact, plain: &Fact) {
    (fact.indicator, fact.reporter, fact.partner) = (plain.indicator, plain.reporter, plain.partner);
    for slot in [Slot::Indicator, Slot::Reporter, Slot::Partner] {
        fact.evidence.retain(|e| e.slot != slot);
        fact.evidence.push(Evidence { slot, rule: "told_in_headline".into(), span: Some(plain.span) });
    }
}

impl Assembler<'_> {
    /// A headline's figure is what the text then tells of the same figure; one that it does not repeat has the period of
    /// the same indicator.
    pub(super) fn date_headline(&mut self) {
        let Some(end) = self.headline else { return };
        let facts = &mut self.reading.facts;
        for at in 0..facts.len() {
            if facts[at].span.start >= end {
                continue;
            }
            let reporter = facts[at].reporter.filter(|_| facts[at].told(Slot::Reporter).is_some());
            let mut again = (at..facts.len()).filter(|other| {
                let other = &facts[*other];
                other.span.start >= end
                    && repeats(&facts[at], other)
                    && reporter.is_none_or(|r| [other.reporter, other.partner].contains(&Some(r)))
            });
            let alike = |other: &usize| facts[*other].indicator == facts[at].indicator;
            let aimed = facts[at].status == Status::Target;
            let below = again
                .clone()
                .find(|other| alike(other) && facts[*other].status == facts[at].status)
                .or(again.clone().find(alike))
                .or(again.next())
                // *Turkey, Iraq target $20 billion trade*, above what it came to last year: an aim all the same.
                .filter(|other| {
                    let (other, fact) = (&facts[*other], &facts[at]);
                    !aimed || other.status != Status::Actual || other.quantity.bound == fact.quantity.bound
                });
            if let Some(below) = below {
                // *Turkey buys 40,000 tonnes of U.S. corn*, over a text that tells it the other way round: who does what is plain there.
                if facts[at].names_both_sides() && is_reversed(&facts[at], &facts[below]) {
                    let plain = facts[at].clone();
                    take_sides(&mut facts[below], &plain);
                }
                let told = facts[below].clone();
                let fact = &mut facts[at];
                let unknown = fact.reporter.is_none_or(|r| r == Party::WORLD)
                    || fact.partner.is_none_or(|p| p == Party::WORLD && !alone(fact.indicator))
                    || fact.period.is_none();
                if unknown || fact.indicator == told.indicator {
                    // *Deficit totals $901 billion in 2025* tells its own time.
                    let words = fact.evidence.iter().find(|e| e.slot == Slot::Period).and_then(|e| e.span);
                    let words = words.filter(|s| s.end <= end).and_then(|s| s.of(&self.document.text));
                    let dated = fact.period.is_some() && words.is_some_and(|words| !is_as_long(words, fact, &told));
                    (fact.indicator, fact.reporter, fact.partner) = (told.indicator, told.reporter, told.partner);
                    // *$750 billion in US energy purchases*, over *strategic sectors, including gas and oil*.
                    let named =
                        fact.told(Slot::Commodity).is_some() && fact.commodity.is_some() && told.commodity.is_none();
                    if !named {
                        fact.commodity = told.commodity;
                    }
                    let kept = |slot: Slot| {
                        dated && matches!(slot, Slot::Period | Slot::Base | Slot::Status)
                            || named && slot == Slot::Commodity
                    };
                    fact.evidence
                        .retain(|e| kept(e.slot) || matches!(e.slot, Slot::Quantity | Slot::Kind | Slot::Bound));
                    if !dated {
                        (fact.period, fact.base, fact.status) = (told.period, told.base, told.status);
                    } else if fact.period == told.period {
                        fact.base = fact.base.or(told.base);
                    }
                    let taken = [Slot::Indicator, Slot::Reporter, Slot::Partner, Slot::Period];
                    for slot in taken.into_iter().filter(|slot| !kept(*slot)) {
                        fact.evidence.push(Evidence {
                            slot,
                            rule: "told_below_headline".into(),
                            span: Some(told.span),
                        });
                    }
                }
                continue;
            }
            if facts[at].period.is_some() || facts[at].status != Status::Actual {
                continue;
            }
            let wanted = (facts[at].indicator, facts[at].status);
            let told = facts[at..].iter().find(|f| f.span.start >= end && (f.indicator, f.status) == wanted);
            // *exports have grown since reaching $125 billion in 1995*: no headline of today is of then.
            let recent = |p: &Period| self.clock.published.is_none_or(|day| (day - p.last_day()).num_days() < 800);
            if let Some(period) = told.and_then(|f| f.period).filter(recent) {
                facts[at].period = Some(period);
                facts[at].evidence.retain(|e| e.slot != Slot::Period);
                facts[at].evidence.push(Evidence {
                    slot: Slot::Period,
                    rule: "told_below_headline".into(),
                    span: None,
                });
            }
        }
    }
}
