//! Where a sentence leaves the talk: the statement, the time and the party that the next one goes on from.
//!
//! | sentence | the next is of |
//! | --- | --- |
//! | *Exports rose to $5 billion, from $4 billion in 2021* | exports, not of 2021 |
//! | *The EU took 36 percent of them, Russia 9* | the one whose goods they took |
//! | *Shipments from Brazil fell* | who gets them |

use super::assemble::Assembler;
use super::frame::Frame;
use super::goods;
use super::grammar::Role;
use super::looked_back::looks_back;
use super::side::alone;
use super::spoken;
use super::view::{Actor, View};
use crate::mention::{Mention, What};
use crate::model::{Fact, Indicator, Party, Period, Slot, Status};
use crate::token::Sentence;

/// What a sentence told.
pub(super) struct Told {
    /// Its first statement that is not there to be compared with.
    pub main: Option<Frame>,
    /// Its last statement.
    pub before: Option<Frame>,
    /// Where its facts begin among those of the text.
    pub first_fact: usize,
    /// Its facts in brackets that only another is compared with.
    pub set_beside: Vec<usize>,
    /// Its prices of markets, which leave the talk where it was.
    pub quoted: Vec<Fact>,
    /// Whether it tells parts of the sentence before.
    pub part: bool,
    /// Its paragraph.
    pub paragraph: usize,
}

/// Whether several are told to trade with one country: the facts of a sentence that lists them.
fn several_of_one(facts: &[Fact]) -> bool {
    let mut flows = facts.iter().filter(|f| f.indicator.is_one_way());
    let Some(first) = flows.next().filter(|f| f.partner.is_some_and(|p| p.is_country())) else { return false };
    let mut others = flows.filter(|f| f.reporter != first.reporter).peekable();
    others.peek().is_some() && others.all(|f| f.partner == first.partner && f.indicator == first.indicator)
}

/// Whether a sentence told what went to or came from several, so that none of them is the one spoken of behind it.
fn several_partners(facts: &[Fact]) -> bool {
    let [first, rest @ ..] = facts else { return false };
    let one = |p: Option<Party>| p.filter(|p| *p != Party::WORLD);
    let flow = first.indicator.is_one_way();
    flow && one(first.partner).is_some_and(|partner| {
        rest.iter().any(|f| {
            f.indicator == first.indicator
                && f.reporter == first.reporter
                && one(f.partner).is_some_and(|other| other != partner)
        })
    })
}

/// *The EU now takes 41 percent of our exports*: whether the talk stays with whose exports they are, rather than with who takes them.
fn is_taker(told: &Frame, subject: Party) -> bool {
    let owned = told.reporter.is_some_and(|p| p.is_country() && p != subject);
    told.share && told.indicator == Indicator::Exports && told.partner == Some(subject) && owned
}

/// *That pushed the 10-month deficit to $500.5bn*, *This brings the total for the year to 4 million tonnes*: whether a sentence only sums
/// up what the one before told.
fn sums_up(view: &View<'_>) -> bool {
    let start = view.range.start;
    matches!(view.norm(start), "that" | "this" | "it")
        && (start + 1..start + 4).any(|at| {
            matches!(
                view.norm(at),
                "pushed" | "pushes" | "brought" | "brings" | "took" | "takes" | "lifted" | "raised" | "left" | "leaves"
            )
        })
}

/// *planned to sell 1.5 billion kWh and sold 1.4 billion*: whether a sentence tells first what was aimed at and then what came of it, which
/// the talk goes on from.
fn done_beside_an_aim(view: &View<'_>, main: Option<&Frame>, before: Option<&Frame>) -> bool {
    let Some((aim, done)) = main.zip(before) else { return false };
    let same = (aim.indicator, aim.reporter, aim.partner) == (done.indicator, done.reporter, done.partner);
    let [first, second, ..] = view.quantities[..] else { return false };
    let between = view.mentions[first].tokens.end..view.mentions[second].tokens.start;
    let did = |at: usize| matches!(view.norm(at), "and" | "but" | "yet") && (at + 1..at + 3).any(|at| view.is_past(at));
    same && aim.status == Status::Target && done.status == Status::Actual && between.into_iter().any(did)
}

/// *Shipments to China rose to $28 billion. Those to Japan fell to $17 billion*: the two of whom the same was told last, in their order.
fn two_in_turn(facts: &[Fact], from: usize) -> Option<(Party, Party)> {
    const BACK: usize = 8;
    let last = facts.get(from..)?.iter().rev().find(|f| f.indicator.is_trade())?;
    facts.iter().rev().take(BACK).filter(|f| f.indicator == last.indicator).find_map(|f| {
        let two = match (f.reporter == last.reporter, f.partner == last.partner) {
            (true, false) => f.partner.zip(last.partner),
            (false, true) => f.reporter.zip(last.reporter),
            _ => None,
        };
        two.filter(|(a, b)| a.is_country() && b.is_country())
    })
}

/// *Exports were $34 billion; imports, $38 billion*: whether a sentence told what went each way between two, of all goods.
fn tells_each_way(facts: &[Fact]) -> bool {
    let way = |indicator: Indicator| facts.iter().find(|f| f.indicator == indicator && f.commodity.is_none());
    way(Indicator::Exports).zip(way(Indicator::Imports)).is_some_and(|(out, back)| {
        (out.reporter, out.partner) == (back.reporter, back.partner) && out.partner.is_some_and(|p| p.is_country())
    })
}

/// *June alone brought 3.6 million*, behind what the half-year brought: whether a sentence picks one time out of another, to which the
/// talk goes back.
fn told_alone(view: &View<'_>) -> bool {
    let time = |m: &Mention| matches!(m.what, What::Period(_)) && view.norm(m.tokens.end) == "alone";
    view.mentions.iter().any(time)
}

impl Assembler<'_> {
    /// Whether the text has told figures of trade and of no time that could be known.
    fn talk_of_unknown_time(&self) -> bool {
        self.clock.spoken.is_none()
            && self.clock.published.is_none()
            && self.topic.as_ref().is_some_and(|(f, ..)| f.unit.is_some() && f.period.is_none())
    }

    /// Takes up what a sentence told.
    pub(super) fn go_on(&mut self, view: &View<'_>, sentence: &Sentence, told: Told) {
        let Told { main, before, first_fact, set_beside, quoted, part, paragraph } = told;
        let main = if done_beside_an_aim(view, main.as_ref(), before.as_ref()) { before.clone() } else { main };
        // The next sentence goes on from the first statement of this one, at the latest period told for its own sake.
        let subject =
            view.actors.iter().find(|a| a.role == Role::Subject && a.party.is_country() && a.rule != "relative_clause");
        let owner = main.as_ref().and_then(|f| f.reporter).filter(Party::is_country);
        let facts = &self.reading.facts[first_fact..];
        let subject = subject.filter(|a| owner.is_none() || !only_gives_reason(view, a, facts));
        let subject = set_to_tell_of(view, subject).or(subject.map(|a| a.party));
        let subject = subject.filter(|party| !main.as_ref().is_some_and(|f| is_taker(f, *party)));
        // *Shipments from Brazil fell*: the talk stays with who gets them.
        let aside = |a: &Actor| matches!(a.role, Role::From | Role::To | Role::With | Role::For);
        let owner = owner.filter(|p| {
            let mut namings = view.actors.iter().filter(|a| a.party == *p).peekable();
            namings.peek().is_none() || !namings.all(aside)
        });
        let told = (first_fact..self.reading.facts.len()).filter(|at| !set_beside.contains(at));
        let told = told.map(|at| &self.reading.facts[at]).filter(|f| f.status == Status::Actual);
        // Of two that end on one day the one told first stays: *in May, and in the first five months*.
        let latest = told.filter_map(|f| f.period).rev().max_by_key(Period::last_day);
        let dated = self.reading.facts[first_fact..].first().is_some_and(|fact| {
            // *now stands at 18 percent; in 1993 it was 6.3 percent*: as it is now, which is no time to stay at.
            fact.period.is_some()
                && fact
                    .evidence
                    .iter()
                    .any(|e| e.slot == Slot::Period && e.span.is_some() && e.rule != "compared_level")
        });
        let dated = dated && !looks_back(view);
        if tells_each_way(&self.reading.facts[first_fact..]) {
            self.each_way = Some(self.sentences);
        }
        // *Exports rose to 2.6 billion and imports fell to 1.9 billion, so that turnover remained at 4.5 billion*
        let sum =
            before.as_ref().filter(|f| f.indicator == Indicator::Turnover && !f.share && f.status == Status::Actual);
        if let (Some(sum), Some(first)) = (sum, main.as_ref())
            && first.indicator.is_one_way()
            && first.commodity.is_none()
        {
            self.between = Some(sum.clone());
            self.summed = Some(self.sentences);
        }
        let aside = main.is_none() && before.is_some() && self.topic.is_some();
        if aside {
            // All of it was told beside the point: the talk stays where it was.
        } else if let Some(mut frame) = main.or(before).filter(|_| !part) {
            frame.period = if frame.status == Status::Actual { latest.or(frame.period) } else { frame.period };
            if frame.status == Status::Actual && frame.period.is_some() {
                if let (Some(spoken), Some(told)) = (self.clock.spoken, frame.period) {
                    // A look back takes the talk with it only where all of its sentence was one.
                    let back = spoken.last_day() > told.last_day() && !dated;
                    // *That pushed the 10-month deficit to $500.5bn*: a sum of months leaves the talk at the last of them.
                    let sums = sums_up(view) && spoken.last_day() == told.last_day() && spoken.days() < told.days();
                    // *The mild weather this year cut imports by 27 percent*: the talk stays in the part of it that is over.
                    let part_over = self.clock.runs(told) && told.contains(&spoken);
                    if back {
                        self.clock.against = Some((spoken, told));
                    }
                    if back || sums || part_over || told_alone(view) && spoken.contains(&told) {
                        frame.period = Some(spoken);
                    }
                }
                // *has halved since July*, told in November: no time that the text comes back to.
                let since = self.reading.facts[first_fact..]
                    .first()
                    .is_some_and(|f| f.evidence.iter().any(|e| e.slot == Slot::Period && e.rule == "to_now"));
                match frame.period {
                    Some(period) if since && self.clock.main.is_none() && self.clock.runs(period) => {
                        self.clock.spoken = Some(period);
                    }
                    // *has invested $3 billion over the past ten years*: what was sown over years is no time of trade.
                    Some(period) if frame.indicator == Indicator::Investment && period.days() > 800 => {
                        frame.period = self.clock.spoken;
                    }
                    // *Trade last year: $2.8 billion. In the record year 2022 it had been $3.2 billion*, in a text without a date: the talk
                    // stays at a time that cannot be told.
                    Some(_) if self.talk_of_unknown_time() && looks_back(view) => frame.period = None,
                    Some(period) => self.keep_period(period),
                    None => {}
                }
            } else if frame.status == Status::Actual
                && frame.period.is_none()
                && self.clock.spoken.is_none()
                && let Some(told) = self.stretch_told(view)
            {
                // *exported more than it imported in the second quarter, after the 1,600 MW reactor began*: of which the text is.
                self.keep_period(told);
            }
            // *Russia's portion of the turnover is 85 percent*: a member's part leaves the talk with its group.
            if let Some(whole) = self.between.as_ref().filter(|_| frame.share && frame.indicator == Indicator::Turnover)
            {
                let members = |group: Option<Party>, one: Option<Party>| {
                    group.zip(one).is_some_and(|(g, one)| self.lexicon.members(g).iter().any(|m| m.party == one))
                };
                if members(whole.reporter, frame.reporter) || members(whole.partner, frame.partner) {
                    (frame.reporter, frame.partner, frame.share) = (whole.reporter, whole.partner, false);
                }
            }
            if !alone(frame.indicator) {
                self.trade = Some(frame.clone());
            }
            // *Egypt accounts for a third of it*: a part of the trade of two leaves them the two.
            if frame.indicator == Indicator::Turnover && !(frame.share && self.between.is_some()) {
                self.between = Some(frame.clone());
            }
            self.topic = Some((frame, self.sentences, paragraph));
        } else if !part && quoted.is_empty() {
            self.listen(view, sentence);
        }
        if self.reading.facts.len() == first_fact
            && let Some((frame, ..)) = &mut self.topic
            && let Some(spoken) = goods::spoken_of(view)
                .or_else(|| if frame.indicator == Indicator::Price { None } else { spoken::told_alone(view) })
        {
            if goods::of_goods(frame.indicator) {
                frame.commodity = Some(spoken);
            } else {
                frame.spoken = Some(spoken);
            }
        }
        self.spoken.hear(view, &self.reading.facts[first_fact..]);
        let acting = view
            .actors
            .iter()
            .rev()
            .find(|a| matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier) && a.party.is_country());
        if let Some((frame, at, _)) = &mut self.topic
            && *at == self.sentences
            && several_partners(&self.reading.facts[first_fact..])
        {
            frame.partner = Some(Party::WORLD);
        }
        // *The EU took 36 percent, Russia 9*: the talk goes on of the one whose goods they took.
        let mut lead = None;
        if let Some((frame, at, _)) = &mut self.topic
            && *at == self.sentences
            && frame.part_of_partners
            && several_of_one(&self.reading.facts[first_fact..])
            && let Some(turned) = frame.of_partner()
        {
            lead = turned.reporter;
            if self.moved.as_ref().is_some_and(|f| f.indicator == frame.indicator && f.partner == frame.partner) {
                self.moved = Some(turned.clone());
            }
            *frame = turned;
        }
        self.context.seller = None;
        if self.reading.facts.len() == first_fact {
            self.context.seller = view.owner_of_goods();
        }
        if !quoted.is_empty() {
            self.reading.facts.extend(quoted);
            self.reading.facts[first_fact..].sort_by_key(|fact| fact.span.start);
        }
        self.context.sold = self.topic.as_ref().and_then(|(frame, ..)| frame.sold());
        if !view.range.clone().any(|at| matches!(view.norm(at), "former" | "latter")) {
            self.context.in_turn = two_in_turn(&self.reading.facts, first_fact).or(self.context.in_turn);
        }
        self.keep_over(view, sentence, self.reading.facts.len() > first_fact);
        // Its subject is spoken of more than whose figure it told, and that more than whoever it named last.
        let group = view.actors.iter().find(|a| a.role == Role::Subject && a.party != Party::WORLD).map(|a| a.party);
        // *Europe likes to preach. It takes half of the beans*: a group acts where no country does.
        let group = group.filter(|_| !view.actors.iter().any(|a| a.party.is_country()));
        self.context.focus = lead.or(subject).or(owner).or(acting.map(|a| a.party)).or(group).or(self.context.focus);
    }
}

/// *For Chad, the Energy Information Administration notes that*: the country that the sentence is set to tell of, where nobody acts
/// or its subject only tells it.
fn set_to_tell_of(view: &View<'_>, subject: Option<&Actor>) -> Option<Party> {
    let tells = |at: usize| {
        matches!(view.norm(at), "notes" | "says" | "said" | "estimates" | "reports" | "reported" | "expects" | "sees")
    };
    let first = view.actors.iter().find(|a| a.party.is_country()).filter(|a| a.at <= view.range.start + 4)?;
    let set = view.norm(view.range.start) == "for" && view.norm(first.end) == ",";
    let only_told = subject.is_none_or(|a| first.end <= a.at && (a.end..a.end + 3).any(tells));
    (set && only_told).then_some(first.party)
}

/// *Peru's exports to Chile fell to $1 billion, as Santiago held up fruit at the border*: whether a subject acts only in a clause behind
/// the figures that says why or when, and no figure is told of it.
fn only_gives_reason(view: &View<'_>, subject: &Actor, facts: &[Fact]) -> bool {
    let figured = view.figures().next().is_some_and(|q| q.tokens.end <= subject.at);
    let opens =
        |word: &str| matches!(word, "as" | "because" | "since" | "after" | "when" | "once" | "until" | "before");
    let opened = (1..=3).any(|back| opens(view.norm_before(subject.at, back)));
    figured && opened && facts.iter().all(|f| f.reporter != Some(subject.party))
}
