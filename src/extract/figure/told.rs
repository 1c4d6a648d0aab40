//! The fact of a figure, and what later figures may take over from it.

use std::sync::Arc;

use super::counted::Counted;
use super::filled::Slots;
use super::measured::Measured;
use super::{Outcome, Place};
use crate::extract::assemble::{Assembler, bracketed};
use crate::extract::frame::{Frame, Written};
use crate::extract::indicator::Governor;
use crate::extract::parties::told_for;
use crate::extract::plausible::form_rule;
use crate::extract::rule::Filled;
use crate::extract::view::Actor;
use crate::model::{Decimal, Evidence, Fact, Kind, Party, Slot};

impl Assembler<'_> {
    pub(super) fn state(
        &self,
        place: Place<'_, '_>,
        measured: Measured,
        counted: Counted<'_>,
        slots: Slots,
    ) -> Outcome {
        let Place { view, index, before, .. } = place;
        let Measured { written, unit, .. } = measured;
        let Counted { governed, indicator, kind, quantity, deficit, .. } = counted;
        let Slots { status, sides, goods, times, quoted } = slots;
        let (governor, statement) = (governed.governor, governed.statement.as_deref());
        let goods_again = governed.goods_again;
        // *Corn made up half of the total*: the talk stays with the whole.
        // *Imports were led by a rise of 18 pct in machinery*: so it does with all of them.
        let part = goods.as_ref().is_some_and(|g| {
            g.rule == "goods_moved_in"
                || matches!(g.rule, "goods_of_share" | "goods_that_make_up")
                    && statement.is_some_and(|f| f.commodity.is_some())
        });
        // *After rising 3% in April, imports fell 1%*: what was before leaves the talk at its time.
        let ahead = governor.rule == "set_ahead" && unit.is_ratio();
        let aside = times.aside || ahead || bracketed(view, &written);
        let mut evidence = Vec::with_capacity(Slot::ALL.len());
        evidence.extend([
            Evidence { slot: Slot::Quantity, rule: form_rule(written.form).into(), span: Some(written.span) },
            kind.evidence(Slot::Kind),
            governor.evidence(Slot::Indicator),
            status.evidence(Slot::Status),
        ]);
        if let Some(hedge) = written.hedge {
            evidence.push(Evidence { slot: Slot::Bound, rule: "hedge".into(), span: Some(hedge) });
        }
        let others = [
            goods.as_ref().map(|f| f.evidence(Slot::Commodity)),
            sides.reporter.as_ref().map(|f| f.evidence(Slot::Reporter)),
            sides.partner.as_ref().map(|f| f.evidence(Slot::Partner)),
            times.period.as_ref().map(|f| f.evidence(Slot::Period)),
            times.base.as_ref().map(|f| f.evidence(Slot::Base)),
        ];
        evidence.extend(others.into_iter().flatten());
        evidence.sort_by_key(|e| e.slot);
        let made_up = kind.value.0 == Kind::Share
            && goods
                .as_ref()
                .is_some_and(|f| matches!(f.rule, "goods_of_share" | "goods_made_up" | "goods_that_make_up"));
        let (subject, nearest) = (sides.of_subject(view), sides.of_nearest(view, index));
        let elliptic = !matches!(governor.value, Governor::Head(_));
        let pointed = |a: &&Actor| matches!(a.rule, "its" | "it" | "home");
        let named = |side: &Option<Filled<Party>>| {
            let span = side.as_ref().and_then(|f| f.span);
            span.is_some_and(|span| !view.actors.iter().filter(pointed).any(|a| a.span == span))
        };
        let part_of_partners = named(&sides.reporter) && !named(&sides.partner);
        // *Ukraine imported 26 bcm of Russian gas*, *paid $228*: of who bought, until another is named who acts.
        let of_sides =
            |p: &Party| [&sides.reporter, &sides.partner].iter().any(|f| f.as_ref().map(|f| f.value) == Some(*p));
        let again = statement.or(before).and_then(|f| f.owner).filter(of_sides);
        let acts = named(&sides.reporter) && named(&sides.partner);
        let owner = again.filter(|_| !acts).or(sides.reporter.as_ref().map(|f| f.value));
        let dated = times.period.as_ref().is_some_and(|f| f.span.is_some());
        let fact = Fact {
            document: Arc::clone(&self.document.id),
            span: written.span,
            quote: written.span.of(&self.document.text).unwrap_or_default().to_string(),
            kind: kind.value.0,
            indicator,
            commodity: goods.and_then(|f| f.value),
            reporter: sides.reporter.map(|f| f.value),
            partner: sides.partner.map(|f| f.value),
            period: times.period.and_then(|f| f.value),
            base: times.base.map(|f| f.value),
            quantity,
            status: status.value,
            evidence,
        };
        if quoted {
            return Outcome::Quoted(Box::new(fact));
        }
        let mut frame = Frame {
            indicator,
            deficit,
            commodity: if part { statement.and_then(|f| f.commodity.clone()) } else { fact.commodity.clone() },
            share: kind.value.0 == Kind::Share && before.is_none(),
            made_up,
            spoken: None,
            reporter: fact.reporter,
            partner: fact.partner,
            period: fact.period,
            stated: fact.period,
            dated,
            figure: true,
            unit: if unit.is_ratio() { statement.and_then(|f| f.unit) } else { Some(unit) },
            status: fact.status,
            subject: subject.or(statement.filter(|_| elliptic).and_then(|f| f.subject)),
            part_of_partners,
            owner,
            of_several: false,
            list: statement.filter(|_| elliptic).and_then(|f| f.list),
            nearest: nearest.or(statement.filter(|_| elliptic).and_then(|f| f.nearest)),
            written: if goods_again && before.is_some_and(|f| f.price.is_some()) {
                before.and_then(|f| f.written)
            } else if unit.is_ratio() {
                statement.and_then(|f| f.written)
            } else {
                Decimal::power_of_ten(written.exponent)
                    .and_then(|scale| scale.checked_mul(written.factor))
                    .map(|step| Written { factor: written.factor, number: written.written, step })
            },
            // *15,000 tonnes from Rouen at 1,596 francs*, behind a price: the next price is for as much.
            price: written
                .divisor
                .filter(|_| unit.is_price())
                .map(|amount| (unit, amount))
                .or(before.filter(|_| goods_again).and_then(|f| f.price)),
        };
        told_for(view, &mut frame);
        Outcome::Fact(Box::new(fact), Box::new(frame), aside)
    }
}
