//! One walk over the sentences of a document: a fact for each figure whose slots can be filled.

use std::sync::Arc;

use super::frame::Frame;
use super::grammar::{Grammar, Role};
use super::indicator::{Governor, Search};
use super::rule::{Filled, first};
use super::view::{Head, View};
use super::{PassedOver, Reading, commodity, indicator, is_quantity, kind, parties, period, status};
use crate::lexicon::{Lexicon, Topic};
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{
    Decimal, Dimension, Document, Evidence, Fact, Indicator, Kind, Measure, Party, Quantity, Slot, Status, Unit,
};
use crate::resolve::{Clock, Context};
use crate::token::{Sentence, Token};

/// How many sentences a statement is remembered for.
const MEMORY: usize = 3;

/// Reads a document sentence by sentence.
pub struct Assembler<'a> {
    document: &'a Document,
    tokens: &'a [Token<'a>],
    lexicon: &'a Lexicon,
    grammar: &'a dyn Grammar,
    context: Context,
    reading: Reading,
    /// The last statement, and the sentence it stood in.
    topic: Option<(Frame, usize)>,
    /// The period that the text speaks of.
    clock: Clock,
    sentences: usize,
}

/// What a figure was read as.
enum Outcome {
    Fact(Box<Fact>, Frame),
    None(&'static str),
}

impl<'a> Assembler<'a> {
    pub fn new(
        document: &'a Document,
        tokens: &'a [Token<'a>],
        lexicon: &'a Lexicon,
        grammar: &'a dyn Grammar,
        context: Context,
    ) -> Self {
        Assembler {
            document,
            tokens,
            lexicon,
            grammar,
            context,
            reading: Reading::default(),
            topic: None,
            clock: Clock { published: document.published, spoken: None },
            sentences: 0,
        }
    }

    pub fn finish(self) -> Reading {
        self.reading
    }

    /// Takes up one sentence.
    pub fn sentence(&mut self, sentence: &Sentence, mentions: &[Mention]) {
        self.context.hear(mentions, self.tokens, self.lexicon);
        self.sentences += 1;
        let view = View::new(self.tokens, sentence.tokens.clone(), mentions, self.grammar, &self.context, self.lexicon);
        let mut before: Option<Frame> = None;
        for index in 0..mentions.len() {
            if !is_quantity(&mentions[index]) {
                continue;
            }
            let Some(quantity) = view.quantity(index) else { continue };
            match self.figure(&view, index, quantity, before.as_ref()) {
                Outcome::Fact(fact, frame) => {
                    before = Some(frame);
                    self.reading.facts.push(*fact);
                }
                Outcome::None(rule) => {
                    let quote = quantity.span.of(&self.document.text).unwrap_or_default().to_string();
                    self.reading.passed_over.push(PassedOver { span: quantity.span, quote, rule });
                }
            }
        }
        if let Some(frame) = before {
            if frame.status == Status::Actual && frame.period.is_some() {
                self.clock.spoken = frame.period;
            }
            self.topic = Some((frame, self.sentences));
        } else {
            self.listen(&view);
        }
        let acting = view
            .actors
            .iter()
            .rev()
            .find(|a| matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier) && a.party.is_country());
        if let Some(actor) = acting {
            self.context.focus = Some(actor.party);
        }
    }

    /// A sentence without figures can still say what the next ones speak of.
    fn listen(&mut self, view: &View<'_>) {
        let Some(head) = view.heads.iter().rev().find(|h| h.indicator().is_some() && h.topic != Topic::Flow) else {
            return;
        };
        let Some(indicator) = head.indicator() else { return };
        let goods = view.mentions.iter().rev().find_map(|m| match &m.what {
            What::Commodity(commodity) if m.tokens.start + 8 > head.at => Some(commodity.clone()),
            _ => None,
        });
        let actor = |roles: &[Role]| view.actors.iter().find(|a| roles.contains(&a.role)).map(|a| a.party);
        let origin = actor(&[Role::Origin, Role::From]);
        let Some((reporter, partner)) = (match indicator {
            Indicator::Imports => origin.map(|o| (view.actors.iter().map(|a| a.party).find(|p| *p != o), Some(o))),
            _ => None,
        }) else {
            return;
        };
        self.topic = Some((
            Frame {
                indicator,
                deficit: false,
                commodity: goods,
                reporter,
                partner,
                period: None,
                unit: None,
                status: Status::Actual,
                share: false,
            },
            self.sentences,
        ));
    }

    fn figure(&self, view: &View<'_>, index: usize, written: &QuantityMention, before: Option<&Frame>) -> Outcome {
        let recent = self.topic.as_ref().filter(|(_, at)| self.sentences - at <= MEMORY).map(|(frame, _)| frame);
        let mut written = written.clone();
        let Some(unit) = self.unit(&written, before.or(recent)) else { return Outcome::None("no_unit") };
        written.quantity.unit = unit;
        if unit.measure == Measure::Times && !times_of_growth(view, &written) {
            return Outcome::None("times_of_occurrence");
        }
        let same_dimension = recent.is_some_and(|frame| {
            unit.is_ratio() || frame.unit.is_none_or(|u| u.measure.dimension() == unit.measure.dimension())
        });
        let search = Search { view, quantity: index, follows: before.is_some(), topic: same_dimension };
        let Some(governor) = first(&indicator::rules(), &search) else { return Outcome::None("no_topic") };
        let statement = match governor.value {
            Governor::Previous => before,
            Governor::Topic => recent,
            Governor::Head(_) => before.or(recent),
        };
        let indicator = match governor.value {
            Governor::Head(head) => head.indicator(),
            _ => statement.map(|frame| frame.indicator),
        };
        let Some(mut indicator) = indicator else { return Outcome::None("other_topic") };
        if unit.is_price() {
            indicator = Indicator::Price;
        }
        if !fits(indicator, &written) {
            return Outcome::None("unit_does_not_fit");
        }
        let asked = kind::Asked { view, index, quantity: &written };
        let Some(kind) = first(&kind::rules(), &asked) else { return Outcome::None("no_kind") };
        let quantity = signed(&written, kind.value, unit);
        let Some(mut quantity) = quantity else { return Outcome::None("value_does_not_fit") };
        let deficit = match governor.value {
            Governor::Head(Head { topic: Topic::Deficit, .. }) => true,
            Governor::Head(_) => false,
            _ => statement.is_some_and(|f| f.deficit),
        };
        if deficit && kind.value.0 == Kind::Level && !quantity.value.is_negative() {
            quantity.value = -quantity.value;
        }
        let year = self.document.published.map(|day| chrono::Datelike::year(&day));
        let status_asked = status::Asked { view, index, before: before.map(|f| f.status), year };
        let status =
            first(&status::rules(), &status_asked).unwrap_or(Filled::new(Status::Actual, "said_to_be_so", None));
        let sides = parties::sides(&parties::Asked {
            view,
            quantity: index,
            governor: governor.value,
            indicator,
            before: statement,
            context: &self.context,
            lexicon: self.lexicon,
        });
        let goods = first(
            &commodity::rules(),
            &commodity::Asked {
                view,
                quantity: &written,
                governor: governor.value,
                indicator,
                before: statement,
                same_sentence: before.is_some(),
            },
        );
        let times = period::times(&period::Asked {
            view,
            index,
            quantity: &written,
            kind: kind.value.0,
            indicator,
            status: status.value,
            governor: governor.value,
            before: statement,
            same_sentence: before.is_some(),
            clock: self.clock,
        });
        let mut evidence = vec![
            Evidence { slot: Slot::Quantity, rule: form_rule(written.form).into(), span: Some(written.span) },
            kind.evidence(Slot::Kind),
            governor.evidence(Slot::Indicator),
            status.evidence(Slot::Status),
        ];
        if let Some(hedge) = written.hedge {
            evidence.push(Evidence { slot: Slot::Bound, rule: "hedge".into(), span: Some(hedge) });
        }
        let mut note = |slot, filled: Option<Evidence>| evidence.extend(filled.map(|e| Evidence { slot, ..e }));
        note(Slot::Commodity, goods.as_ref().map(|f| f.evidence(Slot::Commodity)));
        note(Slot::Reporter, sides.reporter.as_ref().map(|f| f.evidence(Slot::Reporter)));
        note(Slot::Partner, sides.partner.as_ref().map(|f| f.evidence(Slot::Partner)));
        note(Slot::Period, times.period.as_ref().map(|f| f.evidence(Slot::Period)));
        note(Slot::Base, times.base.as_ref().map(|f| f.evidence(Slot::Base)));
        evidence.sort_by_key(|e| e.slot);
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
        let frame = Frame {
            indicator,
            deficit,
            commodity: fact.commodity.clone(),
            reporter: fact.reporter,
            partner: fact.partner,
            period: fact.period,
            unit: if unit.is_ratio() { statement.and_then(|f| f.unit) } else { Some(unit) },
            status: fact.status,
            share: fact.kind == Kind::Share,
        };
        Outcome::Fact(Box::new(fact), frame)
    }

    /// The unit of a figure: its own, one of several currencies, or that of the statement before a bare amount.
    fn unit(&self, written: &QuantityMention, before: Option<&Frame>) -> Option<Unit> {
        if let Some(shared) = written.shared {
            let choice = self.lexicon.shared_currencies.get(shared)?;
            let named = |parties: &[Party]| {
                parties.iter().any(|p| {
                    self.context.pair.is_some_and(|(a, b)| a == *p || b == *p) || self.context.home == Some(*p)
                })
            };
            let currency =
                choice.choices.iter().find(|(_, issuers)| named(issuers)).map(|(c, _)| *c).or(choice.default)?;
            return Some(Unit { measure: Measure::Currency(currency), per: written.quantity.unit.per });
        }
        if written.form != Form::Bare {
            return Some(written.quantity.unit);
        }
        // A bare amount takes over a unit only with a scale: *10.39 bln*, *for 11 billion*.
        let unit = before?.unit?;
        (written.exponent >= 6 && !unit.is_ratio()).then_some(Unit { per: None, ..unit })
    }
}

/// *4 times more*, *grew 2.6 times*, *doubled*; not *met 7 times*.
fn times_of_growth(view: &View<'_>, written: &QuantityMention) -> bool {
    use crate::lexicon::{Cue, Relation};
    let segment = view.segment_tokens(view.segment(written.tokens.start));
    let multiple = written.form == Form::Multiple;
    let grows = view.cues(|cue| matches!(cue, Cue::Direction(_) | Cue::Relation(Relation::Compare)).then_some(())).any(
        |(_, m)| {
            segment.contains(&m.tokens.start)
                || m.tokens.start >= segment.start && m.tokens.start < written.tokens.end + 4
        },
    );
    let of_sum = matches!(view.norm(written.tokens.end), "the" | "that" | "as" | "its");
    multiple || grows || of_sum || written.quantity.value.scale() > 0
}

/// Whether an amount of this unit can be one of this indicator.
fn fits(indicator: Indicator, written: &QuantityMention) -> bool {
    let unit = written.quantity.unit;
    let dimension = unit.measure.dimension();
    match indicator {
        _ if unit.is_ratio() => true,
        Indicator::Turnover | Indicator::Balance => dimension == Dimension::Money || dimension == Dimension::Mass,
        Indicator::Investment => dimension == Dimension::Money,
        Indicator::Price => unit.is_price() || dimension == Dimension::Money,
        Indicator::Production | Indicator::Consumption | Indicator::Reserves | Indicator::Capacity => {
            dimension != Dimension::Money
        }
        Indicator::Exports | Indicator::Imports | Indicator::Transit => dimension != Dimension::Power,
    }
}

/// The value with the sign of its change.
fn signed(written: &QuantityMention, (kind, direction): kind::Reading, unit: Unit) -> Option<Quantity> {
    let mut quantity = written.quantity;
    quantity.unit = unit;
    if kind != Kind::Change {
        return Some(quantity);
    }
    if direction == 0 {
        quantity.value = quantity.value.checked_sub(Decimal::HUNDRED)?;
        return Some(quantity);
    }
    if direction < 0 && written.sign.is_none() {
        if unit.measure == Measure::Times {
            // *1.6 times less* is 0.625 of what it was.
            if written.form == Form::Figure && !quantity.value.is_zero() {
                quantity.value = Decimal::ONE
                    .checked_div_exact(quantity.value)
                    .or_else(|| Decimal::from_f64(1.0 / quantity.value.to_f64(), 4))?;
                quantity.quantum = None;
            }
        } else {
            // A range of falls runs from the smaller fall to the larger; both are negative.
            quantity.value = -quantity.value;
            quantity.high = quantity.high.map(|high| -high);
            quantity.bound = quantity.bound;
        }
    }
    Some(quantity)
}

fn form_rule(form: Form) -> &'static str {
    match form {
        Form::Figure => "figure",
        Form::Fraction => "fraction",
        Form::Multiple => "multiple",
        Form::Bare => "unit_carried_over",
    }
}
