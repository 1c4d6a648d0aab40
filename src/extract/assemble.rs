//! One walk over the sentences of a document: a fact for each figure whose slots can be filled.

use std::sync::Arc;

use super::frame::{Frame, Written};
use super::grammar::{Grammar, Opening, Role};
use super::indicator::{Governor, Search};
use super::plausible::{elliptic, exchange_rate, fits, form_rule, signed, times_of_growth, written_out};
use super::rule::{Filled, first};
use super::side::alone;
use super::table::{self, Table};
use super::view::{Head, View};
use super::{PassedOver, Reading, commodity, indicator, kind, parties, period, status};
use crate::lexicon::{Class, Lexicon, Topic};
use crate::mention::{Caption, Form, Mention, QuantityMention, What};
use crate::model::{
    Currency, Decimal, Dimension, Document, Evidence, Fact, Indicator, Kind, Measure, Party, Period, Slot, Status, Unit,
};
use crate::resolve::{Clock, Context, Line};
use crate::token::{Sentence, Token};

/// Whether a figure stands in a bracket, which leaves the talk where it was.
fn bracketed(view: &View<'_>, written: &QuantityMention) -> bool {
    let segment = view.segments.get(view.segment(written.tokens.start));
    segment.is_some_and(|s| s.opening == Opening::Bracket)
}

/// *The flow the other way*, *in the opposite direction* before a figure.
fn turns_round(view: &View<'_>, index: usize) -> bool {
    let start = view.mentions[index].tokens.start;
    view.clause(start).take_while(|at| *at < start).any(|at| {
        matches!(view.norm(at), "other" | "opposite" | "reverse") && matches!(view.norm(at + 1), "way" | "direction")
    })
}

/// Reads a document sentence by sentence.
pub struct Assembler<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lexicon: &'a Lexicon,
    grammar: &'a dyn Grammar,
    pub(super) context: Context,
    pub(super) reading: Reading,
    /// The last statement, the sentence it stood in, and its paragraph.
    pub(super) topic: Option<(Frame, usize, usize)>,
    /// The last statement of trade, which statements of trade go on from behind those of one country's own.
    trade: Option<Frame>,
    /// The first statement or heading, which later paragraphs return to.
    pub(super) lead: Option<Frame>,
    /// The period that the text speaks of.
    pub(super) clock: Clock,
    pub(super) sentences: usize,
    /// The byte where the text below its headline begins.
    pub(super) headline: Option<usize>,
    /// How many lines have begun: a paragraph or bullet each.
    pub(super) lines: usize,
    /// The unit that a line above gives to a table below it, and the sentence it stood in.
    pub(super) caption: Option<(Caption, usize)>,
    /// The table being read.
    pub(super) table: Option<Table>,
    /// The dollar that a bare sign means, where it is another than the US dollar.
    own_dollar: Option<Currency>,
}

/// What a figure was read as.
enum Outcome {
    /// A fact, its statement, and whether it was told only for comparison.
    Fact(Box<Fact>, Frame, bool),
    None(&'static str),
}

impl<'a> Assembler<'a> {
    pub fn new(
        document: &'a Document,
        published: Option<chrono::NaiveDate>,
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
            lead: None,
            trade: None,
            clock: Clock { published, ..Clock::default() },
            sentences: 0,
            lines: 0,
            headline: None,
            caption: None,
            table: None,
            own_dollar: None,
        }
    }

    pub fn finish(mut self) -> Reading {
        self.date_headline();
        self.reading
    }

    /// Takes up what the whole text tells of its home.
    pub fn settle<'m>(&mut self, mentions: impl Iterator<Item = &'m Mention>) {
        self.context.settle(mentions, self.tokens);
        // A statistical office writes of its own dollars with a bare sign, where no other dollar is told apart.
        let told_apart = |at: usize| {
            let dollar = self.tokens[at].is_mark('$')
                || self.tokens[at].norm.starts_with("dollar")
                || self.tokens[at].norm == "dlrs";
            let before = at.checked_sub(1).map_or("", |b| self.tokens[b].norm.as_ref());
            dollar
                && (at > 0 && self.tokens[at].is_joined() && self.tokens[at - 1].shape == crate::token::Shape::Word
                    || matches!(before, "us" | "u" | "american" | "." | "canadian" | "australian" | "zealand"))
        };
        let office = self.context.office.and_then(|party| self.lexicon.own_dollar(party));
        self.own_dollar = office.filter(|_| !(0..self.tokens.len()).any(|at| told_apart(at) && !self.rated(at)));
    }

    /// *The Canadian dollar slipped*: a currency's own rate tells no figure apart.
    fn rated(&self, at: usize) -> bool {
        let digits = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == crate::token::Shape::Digits);
        !digits(at + 1) && !(1..=2).any(|back| at >= back && digits(at - back))
    }

    /// Takes up one sentence.
    pub fn sentence(&mut self, sentence: &Sentence, mentions: &[Mention], captions: &[Caption]) {
        let cells = if sentence.begins_line { table::cells(self.tokens, &sentence.tokens) } else { Vec::new() };
        let line = if cells.len() > 1 { Line::Row } else { Line::Prose };
        self.context.hear(mentions, self.tokens, self.lexicon, line);
        self.sentences += 1;
        if self.sentences == 1 && sentence.begins_line && !self.tokens[sentence.tokens.end - 1].is_mark('.') {
            self.headline = self.tokens.get(sentence.tokens.end).map(|t| t.span.start);
        }
        let view = View::new(self.tokens, sentence.tokens.clone(), mentions, self.grammar, &self.context, self.lexicon);
        self.clock.fiscal = self.fiscal_year(&view).or(self.clock.fiscal);
        if sentence.begins_line && self.row(&view, &cells, captions) {
            return;
        }
        let part = self.is_part(sentence);
        self.lines += usize::from(sentence.begins_line);
        let paragraph = self.lines;
        let lead = self.recent(paragraph);
        let last = self.last().map(|(frame, _)| frame.clone());
        let mut before: Option<Frame> = None;
        let mut main: Option<Frame> = None;
        // The last figure in brackets, which the next one in brackets goes on from.
        let mut beside: Option<Frame> = None;
        let first_fact = self.reading.facts.len();
        for index in view.quantities.clone() {
            let Some(quantity) = view.quantity(index) else { continue };
            // Tonnes do not go on from a turnover in money.
            let recent = match (&lead, &last) {
                (Some(frame), Some(last)) if !fits(frame.indicator, quantity) && fits(last.indicator, quantity) => {
                    Some(last)
                }
                (lead, _) => lead.as_ref(),
            };
            let bracket = bracketed(&view, quantity);
            let told = if bracket { beside.as_ref().or(before.as_ref()) } else { before.as_ref() };
            match self.figure(&view, index, quantity, told, recent) {
                Outcome::Fact(fact, mut frame, aside) => {
                    beside = bracket.then(|| frame.clone());
                    if bracket && let Some(kept) = &before {
                        frame = kept.clone();
                    } else if aside {
                        // What is told for comparison leaves the talk where it was.
                        frame.period = before.as_ref().or(recent).and_then(|f| f.period).or(self.clock.spoken);
                    }
                    if self.lead.is_none() {
                        self.lead = Some(frame.clone());
                    }
                    let told = aside || view.respective.is_some();
                    if main.is_none() && !told {
                        main = Some(frame.clone());
                    }
                    before = Some(frame);
                    self.reading.facts.push(*fact);
                }
                Outcome::None(rule) => self.pass_over(quantity, rule),
            }
        }
        // The next sentence goes on from the first statement of this one, at the latest period told for its own sake.
        let subject = view
            .actors
            .iter()
            .find(|a| a.role == Role::Subject && a.party.is_country() && a.rule != "relative_clause")
            .map(|a| a.party);
        let owner = main.as_ref().and_then(|f| f.reporter).filter(Party::is_country);
        let told = self.reading.facts[first_fact..].iter().filter(|f| f.status == Status::Actual);
        let latest = told.filter_map(|f| f.period).max_by_key(Period::last_day);
        let aside = main.is_none() && before.is_some() && self.topic.is_some();
        if aside {
            // All of it was told beside the point: the talk stays where it was.
        } else if let Some(mut frame) = main.or(before).filter(|_| !part) {
            frame.period = if frame.status == Status::Actual { latest.or(frame.period) } else { frame.period };
            if frame.status == Status::Actual && frame.period.is_some() {
                // A look back does not take the talk with it: the latest period told stays the one spoken of.
                if let (Some(spoken), Some(told)) = (self.clock.spoken, frame.period)
                    && spoken.last_day() > told.last_day()
                {
                    frame.period = Some(spoken);
                }
                self.clock.spoken = frame.period;
            }
            if !alone(frame.indicator) {
                self.trade = Some(frame.clone());
            }
            self.topic = Some((frame, self.sentences, paragraph));
        } else if !part {
            self.listen(&view, sentence);
        }
        let acting = view
            .actors
            .iter()
            .rev()
            .find(|a| matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier) && a.party.is_country());
        // Its subject is spoken of more than whose figure it told, and that more than whoever it named last.
        self.context.focus = subject.or(owner).or(acting.map(|a| a.party)).or(self.context.focus);
    }

    /// The fiscal year of the country that the sentence speaks of first, else of the one spoken of, else of the home.
    fn fiscal_year(&self, view: &View<'_>) -> Option<crate::lexicon::FiscalYear> {
        let owns = |a: &&super::view::Actor| {
            matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier | Role::Label | Role::Teller)
        };
        let first = view.actors.iter().filter(|a| a.party.is_country()).find(owns).map(|a| a.party);
        [first, self.context.focus, self.context.home()].into_iter().flatten().find_map(|p| self.lexicon.fiscal_year(p))
    }

    pub(super) fn pass_over(&mut self, written: &QuantityMention, rule: &'static str) {
        let quote = written.span.of(&self.document.text).unwrap_or_default().to_string();
        self.reading.passed_over.push(PassedOver { span: written.span, quote, rule });
    }

    fn figure(
        &self,
        view: &View<'_>,
        index: usize,
        written: &QuantityMention,
        before: Option<&Frame>,
        recent: Option<&Frame>,
    ) -> Outcome {
        let mut written = written.clone();
        let Some(unit) = self.unit(view, &written, before.or(recent), before.is_some()) else {
            return Outcome::None("no_unit");
        };
        // *$130 per thousand cubic metres, then $150*: a plain amount behind a price is one.
        let price = before.and_then(|f| Some((f.price?, f.written?))).filter(|((p, _), told)| {
            let hundred = told.number.checked_mul(Decimal::HUNDRED).unwrap_or(told.number);
            unit.per.is_none() && p.measure == unit.measure && written.exponent == 0 && written.written < hundred
        });
        let price = price.map(|(price, _)| price);
        let unit = price.map_or(unit, |(unit, _)| unit);
        if let Some((_, amount)) = price {
            let Some(value) = written.quantity.value.checked_div(amount) else {
                return Outcome::None("value_does_not_fit");
            };
            written.quantity.value = value;
            written.quantity.quantum = written.quantity.quantum.and_then(|q| q.checked_div_exact(amount));
            written.divisor = Some(amount);
        }
        written.quantity.unit = unit;
        self.carry(view, &mut written, before.or(recent));
        if unit.measure == Measure::Times && !times_of_growth(view, &written) {
            return Outcome::None("times_of_occurrence");
        }
        let same_dimension = recent.is_some_and(|frame| {
            let goods =
                |u: Unit| matches!(u.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Energy);
            let alike = |u: Unit| u.measure.dimension() == unit.measure.dimension() || goods(u) && goods(unit);
            // What goods were sold for goes on from how many were.
            let earned = frame.indicator == Indicator::Exports
                && unit.measure.dimension() == Dimension::Money
                && view.heads.iter().any(|h| matches!(view.norm(h.at), "earnings" | "receipts" | "proceeds" | "value"));
            unit.is_ratio() || earned || frame.unit.is_none_or(alike)
        });
        let search = Search { view, quantity: index, unit, follows: before.is_some(), topic: same_dimension };
        let governor = first(&indicator::rules(), &search);
        let priced = unit.is_price().then(|| Filled::new(Governor::Topic, "price_by_unit", Some(written.span)));
        let Some(governor) = governor.or(priced) else { return Outcome::None("no_topic") };
        if unit.measure.dimension() == Dimension::Money && exchange_rate(view, &written) {
            return Outcome::None("exchange_rate");
        }
        let both = view.pair.is_some() && matches!(&self.lead, Some(lead) if lead.indicator == Indicator::Turnover);
        let statement = match governor.value {
            Governor::Previous => before,
            // *The two countries set the goal of lifting the figure*: that of their trade.
            Governor::Topic if both && recent.is_some_and(|f| f.indicator != Indicator::Turnover) => self.lead.as_ref(),
            Governor::Topic => recent,
            Governor::Head(_) => before.or(recent),
        };
        // *The flow the other way rose to 12.1 billion*
        let turned;
        let statement = match statement {
            Some(frame) if !matches!(governor.value, Governor::Head(_)) && turns_round(view, index) => {
                turned = frame.turned();
                turned.as_ref().or(statement)
            }
            statement => statement,
        };
        let indicator = match governor.value {
            Governor::Head(head) => head.indicator(),
            _ => statement.map(|frame| frame.indicator),
        };
        // *a tariff of 25 percent on cars*
        let duty = |head: Head| view.norm(head.at).starts_with("tariff") || view.norm(head.at) == "duty";
        if unit.is_ratio() && matches!(governor.value, Governor::Head(head) if duty(head)) {
            return Outcome::None("rate_of_duty");
        }
        // *Brent stood at 16.45 dlrs a barrel*
        let quoted = |head: Head| {
            (head.at..head.end).any(|at| {
                matches!(
                    view.norm(at),
                    "brent" | "wti" | "futures" | "spot" | "lme" | "nymex" | "comex" | "hub" | "texas"
                )
            })
        };
        if unit.is_price() && matches!(governor.value, Governor::Head(head) if quoted(head)) {
            return Outcome::None("price_of_a_market");
        }
        let indicator = if unit.is_price() { Some(Indicator::Price) } else { indicator };
        let Some(indicator) = indicator else { return Outcome::None("other_topic") };
        // *100 megawatts can be sent*: power is what a line can move, whatever verb says so.
        let power = unit.measure.dimension() == Dimension::Power && !unit.is_price();
        let moved = matches!(indicator, Indicator::Exports | Indicator::Imports | Indicator::Transit);
        let indicator = if power && moved { Indicator::Capacity } else { indicator };
        if !fits(indicator, &written) {
            return Outcome::None("unit_does_not_fit");
        }
        let indicator = match governor.value {
            // *Kuwait pumped 1.3 mln bpd* to nowhere: it produced them.
            Governor::Head(head)
                if view.norm(head.at).starts_with("pump")
                    && view.routes.is_empty()
                    && !view.actors.iter().any(|a| matches!(a.role, Role::To | Role::Object | Role::From)) =>
            {
                Indicator::Production
            }
            _ => indicator,
        };
        let asked = kind::Asked { view, quantity: &written };
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
        let year = self.clock.published.map(|day| chrono::Datelike::year(&day));
        let topic = statement.filter(|_| matches!(governor.value, Governor::Topic)).map(|f| f.status);
        let status_asked = status::Asked { view, index, before: before.map(|f| f.status), topic, year };
        let status =
            first(&status::rules(), &status_asked).unwrap_or(Filled::new(Status::Actual, "said_to_be_so", None));
        let trade = self.trade.as_ref().filter(|_| matches!(governor.value, Governor::Head(_)) && !alone(indicator));
        let told = statement.filter(|f| before.is_some() || !alone(f.indicator)).or(trade).or(statement);
        let mut sides = parties::sides(&parties::Asked {
            view,
            quantity: Some(index),
            governor: governor.value,
            indicator,
            kind: kind.value.0,
            before: told,
            context: &self.context,
            same_line: before.is_some() || self.topic.as_ref().is_some_and(|(_, _, line)| *line == self.lines),
            lexicon: self.lexicon,
        });
        let respective = view.respective.as_ref();
        for slot in [&mut sides.reporter, &mut sides.partner] {
            let listed = slot.as_ref().and_then(|f| respective?.party(index, f.value));
            if let Some((party, span)) = listed {
                *slot = Some(Filled::new(party, "respectively", Some(span)));
            }
        }
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
        let listed = respective.and_then(|r| r.goods(index));
        let goods = listed.map(|(goods, span)| Filled::new(Some(goods), "respectively", Some(span))).or(goods);
        let mut times = period::times(&period::Asked {
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
        // *Striker Brandt, bought for 12.5 million euros*: a deal of nobody's, in no goods, is no trade of countries.
        // *Sales 71.2 mln vs 66.9 mln*: nor is a company's.
        let trade = |at: usize| {
            let word = view.norm(at);
            [
                "export", "import", "trade", "trading", "turnover", "balance", "deficit", "surplus", "gap", "transit",
                "re",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
        };
        let verb = matches!(governor.value, Governor::Head(head) if !matches!(head.class, Class::Noun)
            || !(head.at..head.end).any(trade));
        let named = |side: &Option<Filled<Party>>| side.as_ref().is_some_and(|f| f.span.is_some());
        let nobody = !named(&sides.reporter) && !named(&sides.partner) && statement.is_none();
        // *Double the usage of the buffer*: what no country is named for is no statistic of one.
        let whose = sides.reporter.is_some() || indicator == Indicator::Turnover;
        if !whose && (unit.is_ratio() || alone(indicator)) {
            return Outcome::None("no_party_named");
        }
        if verb && nobody && unit.measure.dimension() == Dimension::Money && goods.is_none() {
            return Outcome::None("no_party_of_trade");
        }
        if let Some((expression, span)) = respective.and_then(|r| r.period(index)) {
            times.period = Some(Filled::new(self.clock.resolve(expression), "respectively", Some(span)));
        }
        // *Robusta for May was offered at 305 dlrs a tonne*: a market's price, of no country's trade.
        let market = (governor.rule == "price_by_unit"
            || indicator == Indicator::Price && !unit.is_price() && !unit.is_ratio())
            && statement.is_none_or(|f| f.indicator != Indicator::Price)
            && !view.actors.iter().any(|a| a.takes_part())
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
            });
        if market {
            return Outcome::None("price_of_a_market");
        }
        let aside = times.aside || bracketed(view, &written);
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
        let (subject, nearest) = (sides.of_subject(view), sides.of_nearest(view, index));
        let elliptic = !matches!(governor.value, Governor::Head(_));
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
            subject: subject.or(statement.filter(|_| elliptic).and_then(|f| f.subject)),
            nearest: nearest.or(statement.filter(|_| elliptic).and_then(|f| f.nearest)),
            written: if unit.is_ratio() {
                statement.and_then(|f| f.written)
            } else {
                Decimal::power_of_ten(written.exponent)
                    .and_then(|scale| scale.checked_mul(written.factor))
                    .map(|step| Written { factor: written.factor, number: written.written, step })
            },
            price: written.divisor.filter(|_| unit.is_price()).map(|amount| (unit, amount)),
        };
        Outcome::Fact(Box::new(fact), frame, aside)
    }

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
    fn carry(&self, view: &View<'_>, written: &mut QuantityMention, before: Option<&Frame>) {
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
