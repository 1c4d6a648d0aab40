//! What the text speaks of from sentence to sentence: the statement, period and parties that an elliptic one goes on from.

use super::assemble::Assembler;
use super::bearing::is_planned;
use super::compared_to::compared_at;
use super::elsewhere::belongs;
use super::frame::Frame;
use super::head::Head;
use super::indicator::Governor;
use super::parties::told_mainly;
use super::rule::Filled;
use super::view::View;
use super::wording::since_clause;
use super::{below, edition, fronted, goods_of_line, parties, talk_time, whose_goods};
use crate::lexicon::words::{is_main, is_prior, points_back};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::{Expression, Length, Part, What};
use crate::model::{Fact, Indicator, Kind, Party, Period, Slot, Status};
use crate::resolve::Clock;
use crate::token::{Sentence, Shape};

/// How many sentences a statement is remembered for.
const MEMORY: usize = 5;

/// How many sentences a statement with a figure is near for: money, parts and growth go on from it without a word of their own.
const NEAR: usize = 3;

/// How many words make a sentence of what stands behind a bullet, where a full stop ends it.
pub const ENTRY: usize = 7;

impl Assembler<'_> {
    /// The last statement that is still remembered, and its paragraph.
    pub(super) fn last(&self) -> Option<(&Frame, usize)> {
        let (frame, at, paragraph) = self.topic.as_ref()?;
        (self.sentences - at <= MEMORY).then_some((frame, *paragraph))
    }

    /// Whether the last statement is near: it had a figure, was told right before without one (*Trade revives. In 2024 it came to **378
    /// million dollars***), or the text has only begun with it.
    pub(super) fn talk_is_near(&self) -> bool {
        let near = |(frame, at, _): &(Frame, usize, usize)| {
            let told = frame.figure || self.sentences <= NEAR;
            self.sentences - at <= if told { NEAR } else { 1 }
        };
        self.in_list() || self.topic.as_ref().is_some_and(near)
    }

    /// The statement that an elliptic one goes on from: the last of its paragraph, at a new paragraph the lead.
    pub(super) fn recent(&self, paragraph: usize, view: &View<'_>) -> Option<Frame> {
        match (self.last(), &self.lead) {
            // *In particular, Uzbekistan imported 386,000 tonnes*: parts of what was told last.
            (Some((frame, _)), _) if view.opens_parts() => Some(frame.clone()),
            // *Spain took 0.9 mln tonnes*, then *By product, urea leads*: of the whole that the text began with.
            (_, Some(lead)) if by_goods(view) && lead.indicator.is_one_way() => {
                Some(Frame { period: self.clock.spoken.or(lead.period), ..lead.clone() })
            }
            // *Exports to EU countries: 484 mln*, then *CIS countries: 147 mln*: the entries of one list.
            (Some((frame, there)), _)
                if there + 1 == paragraph
                    && view.entry().is_some()
                    && frame.partner.is_some_and(|p| p != Party::WORLD)
                    && frame.indicator.is_one_way()
                    && view.heads.is_empty() =>
            {
                Some(frame.clone())
            }
            // *External trade in May*, *Exports rose 5 percent*, then *Fish meal rose 2 percent*: goods of what was told, under a bare title.
            (Some((frame, there)), Some(lead))
                if there + 1 == paragraph
                    && lead.written.is_none()
                    && frame.indicator.is_one_way()
                    && frame.is_with_all()
                    && goods_move(view) =>
            {
                Some(frame.clone())
            }
            (Some((_, there)), Some(lead)) if there != paragraph && lead.indicator == Indicator::Turnover => {
                Some(Frame { period: self.clock.spoken.or(lead.period), ..lead.clone() })
            }
            // *Russia 24.5 bcm, Iran 7.7 bcm*, then *LNG: 7.6 bcm*: the entry of goods of the whole that the text began with.
            (Some((frame, there)), Some(lead))
                if there != paragraph
                    && lead.indicator == frame.indicator
                    && lead.reporter == frame.reporter
                    && lead.is_with_all()
                    && frame.partner.is_some_and(|p| p.is_country())
                    && view.heads.is_empty()
                    && view.entry().is_some_and(|colon| view.goods_before(colon).is_some()) =>
            {
                Some(Frame { period: self.clock.spoken.or(lead.period), ..lead.clone() })
            }
            (Some((frame, _)), _) => Some(frame.clone()),
            (None, lead) => lead.clone(),
        }
    }

    /// *Of which exports made $3 billion*: parts leave the talk at the whole.
    pub(super) fn is_part(&self, sentence: &Sentence) -> bool {
        let norm = |offset: usize| self.tokens.get(sentence.tokens.start + offset).map_or("", |t| t.norm.as_ref());
        let included = sentence
            .tokens
            .clone()
            .take(8)
            // *Total trade, petroleum included, came to 83.6 billion* is the whole.
            .filter(|at| !self.tokens.get(at + 1).is_some_and(|t| t.is_mark(',')))
            .any(|at| matches!(self.tokens[at].norm.as_ref(), "included" | "includes" | "comprised" | "consisted"));
        included
            || matches!((norm(0), norm(1)), ("of", "which" | "this" | "these" | "that" | "them") | ("including", _))
    }

    /// A sentence without figures can still say what the next ones speak of: its topic, parties, goods and period.
    pub(super) fn listen(&mut self, view: &View<'_>, sentence: &Sentence) {
        let words = &self.tokens[sentence.tokens.clone()];
        // *Source: US Census Bureau*, *Source URL: https://...*: where a text is from tells of no trade.
        let first = words.iter().position(|t| t.shape == Shape::Word).unwrap_or(0);
        let label = words.iter().skip(first).take(3).position(|t| t.is_mark(':'));
        if sentence.begins_line && label.is_some() && words[first].norm.as_ref() == "source" {
            return;
        }
        let heading = sentence.begins_line && words.len() <= 24 && !words.last().is_some_and(|t| t.is_mark('.'));
        // *demand is likely to increase in the second half of the year* speaks of a time to come, which no figure is of yet.
        let ahead = |cue: Cue| matches!(cue, Cue::Status(Status::Forecast | Status::Target)).then_some(());
        // *exports missed forecasts in May*: what was foretold is set beside what came.
        let beaten = |m: &crate::mention::Mention| {
            let word = view.norm_before(m.tokens.start, 1);
            ["miss", "beat", "top", "exceed", "surpass", "def"].iter().any(|stem| word.starts_with(stem))
                || matches!(word, "above" | "below" | "market" | "analysts" | "than")
        };
        let looks_ahead = view.cues(ahead).any(|(_, m)| !beaten(m));
        let foretells = !heading && looks_ahead;
        // *Petrol prices to stay unchanged for July*, told in June
        let planned = || view.range.clone().any(|at| view.norm(at) == "to" && is_planned(view.norm(at + 1)));
        let headed = Clock { ahead: heading && (looks_ahead || planned()), ..self.clock };
        // *The deficit narrowed in November*: the first that the text tells of its figures.
        let traded = |h: &&Head| h.class == Class::Noun && h.indicator().is_some();
        // *Electronics once again pulled the country's shipments in August*: the time right behind what is traded.
        let month = |m: &crate::mention::Mention| matches!(m.what, What::Period(Expression::In(part, _)) if !matches!(part, Part::Year | Part::Day(..)));
        let dated = |h: &Head| {
            view.norm(h.end) == "in" && view.mentions.iter().any(|m| m.tokens.start == h.end + 1 && month(m))
        };
        let moves = view.heads.iter().any(|h| traded(&h))
            && (view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).next().is_some()
                || !heading && view.quantities.is_empty() && view.heads.iter().filter(traded).any(dated));
        // *Kuwait was Korea's top crude supplier in September*
        let ranks = |h: &Head| h.class == Class::Agent && h.indicator().is_some();
        let moves = moves || !heading && view.quantities.is_empty() && view.heads.iter().any(ranks);
        let moved = moves && self.clock.spoken.is_none();
        // *Kenya's tea exports rose in 1986*: the one time that the sentence tells.
        let once = moved && view.mentions.iter().filter(|m| talk_time::is_time(m)).count() == 1;
        let of_text =
            |m: &crate::mention::Mention| !heading && view.quantities.is_empty() && edition::tells_time(view, m);
        let period = view.mentions.iter().rev().filter(|_| !foretells).find_map(|m| match m.what {
            What::Period(expression) if of_text(m) => {
                self.clock.resolve(expression).filter(|period| !self.is_issue(period))
            }
            // *since the crop year began in June* tells of no June.
            What::Period(expression @ Expression::In(part, _))
                if !belongs(view, m, expression)
                    && since_clause(view, m, expression) == expression
                    && !(heading && compared_at(view, m.tokens.start).is_some()) =>
            {
                let stretch = match part {
                    Part::Months(first, last) => first < last || heading || moves && view.quantities.is_empty(),
                    Part::Year => heading || once,
                    part => matches!(part, Part::Quarter(_) | Part::Half(_)),
                };
                let told = stretch.then(|| headed.resolve(expression)).flatten();
                // *Exports to America rose in June*, in talk of a half-year that is over, is told beside it.
                let over = |whole: Period| self.clock.published.is_none_or(|day| whole.last_day() < day);
                let beside = |told: &Period| {
                    !heading && self.clock.spoken.is_some_and(|whole| whole.contains(told) && over(whole))
                };
                told.filter(|period| {
                    !(self.is_issue(period) || heading && self.is_report(view, period) || beside(period))
                })
            }
            // *Exports to Peru grew fastest in the six months to June*
            What::Period(expression @ Expression::MonthsTo(..))
                if !belongs(view, m, expression) && compared_at(view, m.tokens.start).is_none() =>
            {
                self.clock.resolve(expression)
            }
            // *Ghana's exports grew last year*
            What::Period(expression @ Expression::Relative(_, -1)) if once && !belongs(view, m, expression) => {
                self.clock.resolve(expression).filter(|period| !self.is_issue(period))
            }
            // *Over the past year, the trade picture improved*
            What::Period(expression @ Expression::Past(1, Length::Year)) if m.tokens.start <= view.range.start + 1 => {
                self.clock.resolve(expression)
            }
            What::Period(
                expression @ (Expression::Span(..)
                | Expression::SplitYear(_)
                | Expression::YearTo(..)
                | Expression::StretchTo(..)),
            ) if heading => self.clock.resolve(expression),
            _ => None,
        });
        if heading && period.is_some() {
            self.clock.main = period;
        }
        // *In 2024, the gas market remained well supplied*: a time in front of a sentence without a figure.
        let period = period.or_else(|| self.time_in_front(view).filter(|_| !heading && !foretells));
        // *In 2013 the port handled 33.4 million tonnes*: a first figure that is no fact of trade still tells the time.
        let period = period.or_else(|| if heading { None } else { self.first_told(view) });
        let head =
            view.heads.iter().find(|h| h.indicator().is_some() && h.topic != Topic::Flow && h.class != Class::Agent);
        // *received 1.83 million visitors*: a verb whose figure was passed over traded nothing.
        let takes =
            |h: &Head| view.quantities.iter().any(|q| (h.end..h.end + 3).contains(&view.mentions[*q].tokens.start));
        let head = head.filter(|h| h.class == Class::Noun || !takes(h));
        // *Argentina has replaced Brazil as the main supplier of soymeal to Vietnam*: a trade of two, without a figure.
        let agent = view.heads.iter().find(|h| h.class == Class::Agent && h.indicator().is_some());
        let head = head.or(agent.filter(|_| !heading && view.quantities.is_empty()));
        // *Kenya has three big buyers of tea*: what those below it take or give.
        let flow = if head.is_none() { whose_goods::traders_had(view) } else { None };
        if let Some(frame) = flow.or_else(|| whose_goods::wanted(view).or_else(|| whose_goods::taken(view))) {
            self.clock.spoken = period.or(self.clock.spoken);
            self.topic = Some((Frame { period, ..frame }, self.sentences, self.lines));
            return;
        }
        // *Spain overtook Italy as Morocco's largest trading partner last year*: their trade, of that time.
        let ranked = if view.quantities.is_empty() && !heading { fronted::pair_ranked(view) } else { None };
        if let Some((indicator, reporter, partner)) = ranked {
            let period = period.or_else(|| self.one_time(view));
            self.clock.spoken = period.or(self.clock.spoken);
            let (reporter, partner) = (Some(reporter), Some(partner));
            self.topic = Some((
                Frame { reporter, partner, period, ..Frame::without_figure(indicator) },
                self.sentences,
                self.lines,
            ));
            return;
        }
        // *Traders expected shipments of the fuel to decline this year*, then *Three of them saw imports fall by 10%*.
        if foretells && head.is_some() {
            let ahead = view.mentions.iter().rev().find_map(|m| match m.what {
                What::Period(
                    expression @ (Expression::Relative(Length::Year, 0 | 1) | Expression::In(Part::Year, _)),
                ) if !belongs(view, m, expression) && compared_at(view, m.tokens.start).is_none() => {
                    self.clock.resolve(expression)
                }
                _ => None,
            });
            let open = |p: &Period| self.clock.published.is_some_and(|day| p.last_day() >= day);
            self.clock.foretold = ahead.filter(open).or(self.clock.foretold);
        }
        self.clock.spoken = period.or(self.clock.spoken);
        let Some((head, indicator)) = head.and_then(|h| h.indicator().map(|i| (*h, i))) else {
            if let Some(flow) = Some(view).filter(|v| v.quantities.is_empty()).and_then(whose_goods::told) {
                let frame = Frame {
                    commodity: Some(flow.goods),
                    reporter: Some(flow.giver.0),
                    partner: Some(flow.taker.0),
                    period,
                    ..Frame::without_figure(Indicator::Exports)
                };
                if heading {
                    self.lead = self.lead.take().or_else(|| Some(frame.clone()));
                }
                self.topic = Some((frame, self.sentences, self.lines));
            } else if let Some(host) =
                Some(view).filter(|v| v.quantities.is_empty()).and_then(super::invested::host_told)
            {
                let told = || {
                    view.mentions.iter().find_map(|m| match m.what {
                        What::Period(expression) => self.clock.resolve(expression).filter(|p| p.days() > 27),
                        _ => None,
                    })
                };
                let period = period.or_else(told);
                self.clock.spoken = period.or(self.clock.spoken);
                let frame = Frame { partner: Some(host), period, ..Frame::without_figure(Indicator::Investment) };
                self.topic = Some((frame, self.sentences, self.lines));
            } else if heading {
                self.listen_to_flow(view, period);
            }
            return;
        };
        let asked = parties::Asked {
            view,
            quantity: None,
            governor: Governor::Head(head),
            indicator,
            kind: Kind::Level,
            before: None,
            context: &self.context,
            survey: &self.survey,
            same_line: true,
            same_sentence: false,
            facts: &self.reading.facts,
            lexicon: self.lexicon,
        };
        let sides = parties::sides(&asked);
        let known = |side: &Option<Filled<Party>>| {
            side.as_ref().filter(|f| f.span.is_some() && f.rule != "of_the_market").map(|f| f.value)
        };
        let (reporter, partner) = (known(&sides.reporter), known(&sides.partner));
        // *Non-oil exports slump*: of all goods but that.
        let without = |at: usize| view.norm_before(at, 1) == "-" && view.norm_before(at, 2) == "non";
        // *Gas pact, dates and shrimps: Thai-Myanmar commerce*: one of several before a colon.
        let listed = |m: &crate::mention::Mention| {
            let joined = matches!(view.norm_before(m.tokens.start, 1), "and" | ",");
            joined && (m.tokens.end..head.at).any(|at| view.norm(at) == ":")
        };
        let goods = view.mentions.iter().find_map(|m| match &m.what {
            // *The surplus swells on copper*: goods that are a reason are not what is told.
            What::Commodity(goods)
                if m.tokens.end <= head.at + 8
                    && !without(m.tokens.start)
                    && head.at <= m.tokens.end + 4
                    && !matches!(view.norm_before(m.tokens.start, 1), "on" | "amid" | "as" | "despite")
                    && !listed(m)
                    && !(head.end..m.tokens.start).any(|at| {
                        matches!(
                            view.norm(at),
                            "amid" | "despite" | "due" | "because" | "thanks" | "driven" | "following"
                        )
                    }) =>
            {
                Some(goods.clone())
            }
            _ => None,
        });
        let named = reporter.is_some() || partner.is_some();
        if head.class == Class::Agent && (reporter.is_none() || partner.is_none() || partner == Some(Party::WORLD)) {
            return;
        }
        // *The presidents of Ghana and Peru said that the trade of the two peoples revives*
        let both = if named || indicator != Indicator::Turnover { None } else { two_named(view) };
        let word = view.norm(head.at);
        let trade = ["export", "import", "trade", "turnover"].iter().any(|stem| word.starts_with(stem));
        let priced = indicator == Indicator::Price && goods.is_none();
        // *The government counts on non-oil exports. These rose 22 pct*: a pronoun goes on from trade of anyone.
        let next = &self.tokens[sentence.tokens.end.min(self.tokens.len())..];
        let goes_on = next.first().is_some_and(|t| t.gap < crate::token::Gap::Line && points_back(t.norm.as_ref()));
        if priced
            || !named
                && both.is_none()
                && !(heading && (trade || goods.is_some()))
                && !(goes_on && trade && head.class == Class::Noun)
        {
            return;
        }
        // *Trade of Chile with Peru*, *Monthly balance*: a heading below one that names the sides leaves them.
        let above = self
            .topic
            .as_ref()
            .map(|(f, ..)| (f.reporter, f.partner))
            .filter(|_| heading && !named && self.reading.facts.is_empty());
        // *Argentina and Brazil sell soybeans*: in a sentence two named together are not each other's partners.
        let beside = |f: &Filled<Party>| {
            let flow = indicator.is_one_way();
            let span = sides.reporter.as_ref().and_then(|f| f.span);
            flow && f.span.is_none() && span.is_some_and(|span| parties::beside_in_list(view, span, f.value))
        };
        // *The trade deficit is a challenge equal to the Soviet Union's launch*: nobody whom it is with.
        let aside = |f: &Filled<Party>| {
            use super::grammar::Role;
            let actor = view.actors.iter().find(|a| Some(a.span) == f.span);
            indicator == Indicator::Balance && actor.is_some_and(|a| matches!(a.role, Role::To | Role::By | Role::In))
        };
        // *sells tea to Iraq, Russia and Kenya*: what is told next is with none of them alone.
        let one_of_several = |f: &Filled<Party>| {
            let named = f.span.filter(|_| indicator != Indicator::Balance && !heading && view.quantities.is_empty());
            let beside = |span, party| parties::beside_in_list(view, span, party);
            named.is_some_and(|span| beside(span, f.value) && !reporter.is_some_and(|p| beside(span, p)))
        };
        let above = above.or(both);
        let (reporter, partner) = above.unwrap_or((
            sides.reporter.as_ref().map(|f| f.value).filter(|_| named),
            sides
                .partner
                .as_ref()
                .filter(|f| named && !beside(f) && !aside(f) && !told_mainly(view, f))
                .map(|f| if one_of_several(f) { Party::WORLD } else { f.value }),
        ));
        // *Kenya's tea exports rose. Exports by destination:*
        let told = |(f, ..): &(Frame, usize, usize)| {
            let same = f.indicator == indicator && goods.is_none() && heading;
            f.commodity.clone().filter(|_| same && below::side_of_entries(view).is_some())
        };
        let goods = goods.clone().or_else(|| self.topic.as_ref().filter(|_| !self.in_list()).and_then(told));
        let frame = Frame {
            deficit: head.topic == Topic::Deficit,
            commodity: goods,
            reporter,
            partner,
            period,
            ..Frame::without_figure(indicator)
        };
        if heading && named {
            self.lead = Some(frame.clone());
        }
        self.topic = Some((frame, self.sentences, self.lines));
    }

    /// *Newsletter No. 11, December 2022*: a month that was running at publication is when the text came out.
    pub(super) fn is_issue(&self, period: &Period) -> bool {
        let day = self.clock.published.map(Period::day);
        period.whole_months() == Some(1)
            && day.is_some_and(|day| period.contains(&day) || day.last_day() < period.first_day())
    }

    /// *Gas Market Report, Q1 2026*, out in that quarter: when a report came out, not what it tells of.
    fn is_report(&self, view: &View<'_>, period: &Period) -> bool {
        let report = |at: usize| {
            matches!(
                view.norm(at),
                "report" | "outlook" | "review" | "monthly" | "quarterly" | "bulletin" | "highlights"
            )
        };
        self.clock.published.is_some_and(|day| period.contains(&Period::day(day))) && view.range.clone().any(report)
    }

    /// Keeps which two periods the text compared last, where it named the earlier one.
    pub(super) fn compare(&mut self, fact: &Fact, aside: bool, before: Option<&Frame>) {
        let named = |slot: Slot| fact.told(slot).is_some();
        if aside && fact.kind == Kind::Level && named(Slot::Period) {
            self.clock.compared = match self.clock.compared {
                [first @ Some(_), None] if self.compared => [first, fact.period],
                _ => [fact.period, None],
            };
        }
        self.compared = aside;
        let short = |p: &Period| p.whole_months().is_some_and(|months| months <= 3);
        // *up from September's 9.9% gain*: a growth beside another says nothing of what either is measured from.
        if aside && fact.kind == Kind::Change && (fact.base.is_none() || fact.quantity.unit.is_ratio()) {
            let main = before.and_then(|f| f.period).filter(|_| named(Slot::Period));
            self.clock.growth_step = main.zip(fact.period).or(self.clock.growth_step);
            return;
        }
        let step = match (fact.base, fact.period) {
            (Some(base), Some(period)) if named(Slot::Base) => Some((period, base)),
            (None, Some(base)) if aside && named(Slot::Period) => before.and_then(|f| f.period).map(|p| (p, base)),
            _ => None,
        };
        let Some((period, base)) = step else { return };
        self.clock.against = step;
        // *narrowed to 63.2 billion from 66.8 billion the prior month*: counted from one month to the next.
        let prior = aside
            && fact.evidence.iter().any(|e| {
                e.slot == Slot::Period
                    && e.span.is_some_and(|span| {
                        let from = self.tokens.partition_point(|t| t.span.start < span.start);
                        self.tokens[from..]
                            .iter()
                            .take_while(|t| t.span.end <= span.end)
                            .any(|t| is_prior(t.norm.as_ref()))
                    })
            });
        let growth = fact.kind == Kind::Change || prior;
        if short(&period) && period.previous() == Some(base) {
            self.clock.step = step;
            self.clock.basis = if growth { period.whole_months() } else { self.clock.basis };
        } else if period.year_before() == Some(base) {
            self.clock.step = None;
            self.clock.basis = if growth { None } else { self.clock.basis };
            self.seasonal &= !growth;
        }
    }

    /// *Turkmen gas to China: month by month*: a heading of goods and where they go, without a word for trade.
    fn listen_to_flow(&mut self, view: &View<'_>, period: Option<crate::model::Period>) {
        use super::grammar::Role;
        // *Main buyers of Kenyan tea, 2023*: a heading of those who have a part of a trade.
        let ranked = || {
            view.range.clone().any(|at| is_main(view.norm(at)))
                || matches!(view.norm(view.range.start), "buyers" | "importers" | "suppliers" | "customers" | "markets")
        };
        let divided =
            || super::divided::whole_in(view, view.range.clone(), true).filter(|whole| whole.by_agent && ranked());
        if view.quantities.is_empty()
            && let Some(whole) = divided()
        {
            let goods = whole.goods.and_then(|goods| super::naming::named(view, goods)).map(|(goods, _)| goods);
            let reporter = Some(view.actors[whole.owner].party);
            let frame = Frame { commodity: goods, reporter, period, ..Frame::without_figure(whole.indicator) };
            self.lead = self.lead.take().or_else(|| Some(frame.clone()));
            self.topic = Some((frame, self.sentences, self.lines));
            return;
        }
        let Some(goods) = goods_of_line::alone(view) else { return };
        let to = view.actors.iter().find(|a| a.role == Role::To).map(|a| a.party);
        let from = view.actors.iter().find(|a| a.role != Role::To && a.takes_part()).map(|a| a.party);
        let (Some(to), Some(from)) = (to, from) else { return };
        if view.heads.is_empty() && view.quantities.is_empty() {
            let frame = Frame {
                commodity: Some(goods),
                reporter: Some(from),
                partner: Some(to),
                period,
                ..Frame::without_figure(Indicator::Exports)
            };
            self.lead = self.lead.take().or_else(|| Some(frame.clone()));
            self.topic = Some((frame, self.sentences, self.lines));
        }
    }
}

/// The two countries that a sentence names, whatever parts they play, and no others.
fn two_named(view: &View<'_>) -> Option<(Option<Party>, Option<Party>)> {
    let mut named = view.actors.iter().filter(|a| a.party.is_country() && a.rule == "name").map(|a| a.party);
    let first = named.next()?;
    let second = named.find(|p| *p != first)?;
    named.all(|p| p == first || p == second).then_some((Some(first), Some(second)))
}

/// *By product*, *by commodity*: whether a sentence goes on by what is traded, not by who trades it.
fn by_goods(view: &View<'_>) -> bool {
    let start = view.range.start;
    view.norm(start) == "by"
        && matches!(
            view.norm(start + 1),
            "product" | "products" | "commodity" | "goods" | "type" | "kind" | "category" | "item"
        )
        && view.norm(start + 2) == ","
}

/// *• Fish meal rose 2.1 billion*, *The largest rise was in fish meal*: whether goods are what a sentence tells of, and no word of trade.
fn goods_move(view: &View<'_>) -> bool {
    let first = view.goods_in(&..);
    let noun = view.heads.iter().any(|h| h.class == Class::Noun && h.indicator().is_some());
    first.is_some_and(|m| m.tokens.start < view.range.start + 9) && !noun
}
