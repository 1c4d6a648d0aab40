//! Units and scales that a bare number takes over from the figure before it.

use super::assemble::Assembler;
use super::frame::Frame;
use super::plausible::{elliptic, written_out};
use super::view::View;
use crate::lexicon::Topic;
use crate::mention::{Form, QuantityMention, What};
use crate::model::{Decimal, Measure, Party, Unit};

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
            let choice = self.lexicon.shared_currencies.get(shared)?;
            let named = |parties: &[Party]| {
                parties.iter().any(|p| {
                    self.context.pair.is_some_and(|(a, b)| a == *p || b == *p) || self.context.home() == Some(*p)
                })
            };
            let in_use = |until: Option<chrono::NaiveDate>| {
                until.is_none_or(|until| self.clock.published.is_some_and(|day| day <= until))
            };
            let mut issued = choice.choices.iter().filter(|(_, issuers, _)| named(issuers));
            let at_home = issued.clone().find(|(_, issuers, until)| {
                in_use(*until) && self.context.home().is_some_and(|home| issuers.contains(&home))
            });
            let currency = at_home.or(issued.clone().find(|(.., until)| in_use(*until))).or(issued.next());
            let currency = currency.map(|(currency, ..)| *currency).or(choice.default)?;
            return Some(Unit { measure: Measure::Currency(currency), per: written.quantity.unit.per });
        }
        if written.form != Form::Bare {
            return Some(match (self.own_dollar, written.quantity.unit.measure) {
                (Some(own), Measure::Currency(code)) if code.as_str() == "USD" => {
                    Unit { measure: Measure::Currency(own), ..written.quantity.unit }
                }
                _ => written.quantity.unit,
            });
        }
        // A bare amount takes over a unit only with a scale: *10.39 bln*, *for 11 billion*.
        let unit = before?.unit?;
        // *sold 2.3 million bpd. Non-oil exports fell to 2.9 billion*: no country sells so many barrels a day.
        let flood = unit.measure == Measure::Barrel
            && unit.per.is_some()
            && written.exponent >= 6
            && written.quantity.value >= Decimal::from(200_000_000);
        if flood {
            return self.last_money;
        }
        // *760,000 tonnes, against 745,000 in 1985/86*: a full number that the sentence compares with.
        let compared = same_sentence
            && written.exponent == 0
            && written.quantity.value >= Decimal::from(1000)
            && view.comparing_before(written.tokens.start).is_some();
        let elliptic = elliptic(view, written, before);
        // *a country of 44 million people*
        let counts = super::quantities::noun(view, written.tokens.end).is_some_and(|(_, end)| {
            let traded = view.heads.iter().any(|h| h.end == end && h.topic != Topic::Other);
            !traded && !view.mentions.iter().any(|m| m.tokens.end == end && matches!(m.what, What::Commodity(_)))
        });
        let counts = counts && !matches!(view.norm(written.tokens.end), "bags" | "sacks" | "bales");
        if counts && !compared {
            return None;
        }
        ((written.exponent >= 6 || compared || elliptic) && !unit.is_ratio()).then_some(unit)
    }

    /// Gives a bare number what the unit or scale of the statement before multiplies it by.
    pub(super) fn carry(&self, view: &View<'_>, written: &mut QuantityMention, before: Option<&Frame>) {
        let Some(told) = before.and_then(|f| f.written).filter(|_| written.form == Form::Bare) else { return };
        let by = if elliptic(view, written, before) {
            if written_out(written) { told.factor } else { told.step }
        } else if written.exponent >= 6 && told.factor < Decimal::from(1000) {
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
