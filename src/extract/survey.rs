//! Whom a text is about as a whole: what its sentences leave out goes on from there.
//!
//! | text | cast |
//! | --- | --- |
//! | *Norway produced ... Norway's exports ... Germany took ... Belgium ...* | one country's trade with many |
//! | *trade between Oman and Iran ... Omani exports ... Iran sold* | the trade of two |

use super::grammar::{Grammar, Role};
use super::head::{Head, head};
use super::line::Lines;
use super::survey_ends::{has_sellers_or_buyers, is_end, is_taken, is_the_country, of_market, owned};
use crate::lexicon::{Class, Cue, NameForm, Relation, Topic};
use crate::mention::{Form, Mention, What};
use crate::model::{Currency, Indicator, Measure, Party};
use crate::resolve::is_set_apart;
use crate::token::{Sentence, Token};

/// Whom a text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cast {
    /// One country's trade with many.
    Protagonist(Party),
    /// The trade of two.
    Pair(Party, Party),
    /// Neither.
    #[default]
    Open,
}

/// What a text names, and how often.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// How much the text speaks of each country or group: namings, with those of its first lines and of owners twice.
    weights: Vec<(Party, u32)>,
    sentences: usize,
    /// How often each stands beside a word of trade or its goods.
    traders: Vec<(Party, u32)>,
    /// How often each is told as the owner of figures.
    owners: Vec<(Party, u32)>,
    parties: Vec<(Party, u32)>,
    /// Whether it speaks of the trade of two as theirs: *bilateral*, *the two countries*, *between A and B*.
    mutual: bool,
    /// Whom it is about, once all of it is heard.
    cast: Cast,
    /// The two that a sentence names alone together.
    twos: Vec<(Party, Party)>,
    /// How often goods are named as coming from each.
    origins: Vec<(Party, u32)>,
    /// How often each is told as where trade goes to, comes from or is with.
    ends: Vec<(Party, u32)>,
    /// How often each is told as whom goods are sold or sent to.
    sold_to: Vec<(Party, u32)>,
    /// How often each is told to take goods in.
    takers: Vec<(Party, u32)>,
    /// How often each of the owners only took what another has.
    took: Vec<(Party, u32)>,
    /// The country that the text opens with as an owner or actor: *the country* is that one.
    opener: Option<Party>,
    /// Whether that is one whose office is named there.
    opened_by_office: bool,
    /// The one country that the first line names, as nobody's market or source: *UK trade: April 2025*.
    headline: Option<Party>,
    /// The moneys that amounts are told in, and how often.
    moneys: Vec<(Currency, u32)>,
    /// The country whose goods it tells several others to take: *the largest importers of Ghanaian cocoa were ...*.
    giver: Option<Party>,
    /// Between whom its pipelines and cables run.
    pub lines: Lines,
}

/// How a country is known to be the one that a text tells of.
#[derive(Clone, Copy)]
struct Teller {
    /// Its office or paper publishes the text.
    publisher: bool,
    /// The text tells all amounts in its money.
    issuer: bool,
}

/// How many tokens a party stands from the word of trade that it belongs to, at the most.
pub(super) const REACH: usize = 8;

impl Survey {
    /// Takes up the names and words of trade of one sentence.
    pub fn hear(&mut self, tokens: &[Token<'_>], sentence: &Sentence, mentions: &[Mention], grammar: &dyn Grammar) {
        let range = sentence.tokens.clone();
        self.sentences += 1;
        self.mutual |= mentions
            .iter()
            .any(|m| matches!(&m.what, What::Cues(cues) if cues.contains(&Cue::Relation(Relation::Pair))));
        if let Some(opener) = self.opener {
            for _ in mentions.iter().filter(|m| is_the_country(m, tokens)) {
                add(&mut self.parties, opener);
                add_times(&mut self.weights, opener, 2);
            }
        }
        self.hear_money(mentions);
        let named = |(index, mention): (usize, &Mention)| match mention.what {
            What::Party(party, form)
                if party != Party::WORLD
                    && !matches!(form, NameForm::Company | NameForm::Place)
                    && !is_set_apart(mention.tokens.start, |at| &tokens[at].norm) =>
            {
                Some((index, party))
            }
            _ => None,
        };
        let named: Vec<(usize, Party)> = mentions.iter().enumerate().filter_map(named).collect();
        if named.is_empty() {
            return;
        }
        self.lines.hear(tokens, sentence, mentions, grammar, self.sentences == 1);
        let heads: Vec<Head> = mentions
            .iter()
            .enumerate()
            .filter_map(|(index, mention)| match &mention.what {
                What::Cues(cues) => head(mention, cues, || grammar.is_verb(tokens, range.clone(), mentions, index)),
                _ => None,
            })
            .filter(|head| matches!(head.topic, Topic::Of(_)))
            .collect();
        // *A Chinese flag flew over the port*: what is told below the headline of no trade opens no talk.
        let opens = self.sentences == 1 || self.sentences == 2 && !heads.is_empty();
        let opening = if opens { 2 } else { 1 };
        let first = self.parties.is_empty();
        let mut distinct: Vec<Party> = Vec::new();
        for (_, party) in &named {
            if !distinct.contains(party) {
                distinct.push(*party);
            }
        }
        if let [one, other] = distinct[..] {
            self.twos.push((one, other));
        }
        if distinct.len() > 2 {
            self.giver =
                self.giver.or_else(|| named.iter().find(|(at, _)| is_taken(tokens, mentions, *at)).map(|n| n.1));
        }
        self.headline = self.headline.or(distinct.first().copied().filter(|p| {
            let alone = self.sentences == 1 && sentence.begins_line && distinct.len() == 1 && p.is_country();
            let end = |(at, _): &(usize, Party)| {
                is_end(&mentions[*at], grammar.role(tokens, range.clone(), mentions, *at), &heads)
            };
            alone && !named.iter().any(end)
        }));
        for (index, party) in named {
            let mention = &mentions[index];
            // *EU countries (EU-28)* is said once.
            let again = tokens[..mention.tokens.start].last().is_some_and(|t| t.is_mark('('))
                && index > 0
                && matches!(mentions[index - 1].what, What::Party(before, _) if before == party);
            if again && !party.is_country() {
                continue;
            }
            add(&mut self.parties, party);
            let role = grammar.role(tokens, range.clone(), mentions, index);
            let reach = mention.tokens.start.saturating_sub(REACH)..mention.tokens.end + REACH;
            // *a row between Australia and China* is no trade of theirs.
            // *the gap between US exports and imports* is with all.
            let beside = |h: &Head| (mention.tokens.end..=mention.tokens.end + 2).contains(&h.at);
            let ends = |h: &Head| matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports)) && beside(h);
            self.mutual |=
                role == Role::Between && heads.iter().any(|h| reach.contains(&h.at)) && !heads.iter().any(ends);
            let owns = matches!(
                role,
                Role::Possessor | Role::Modifier | Role::Subject | Role::Attribute | Role::Between | Role::Teller
            );
            // *Foreign trade of Moldova in May*, in the first line.
            let owns = owns
                || self.sentences == 1
                    && role == Role::Of
                    && heads.iter().any(|h| h.end + 5 >= mention.tokens.start && h.end <= mention.tokens.start);
            // A group set beside its members is no one's trade.
            let office = matches!(mention.what, What::Party(_, NameForm::Office));
            if owns && first && party.is_country() && self.opener.is_none() {
                self.opener = Some(party);
                self.opened_by_office = office;
            }
            // *For Chad, the Energy Information Administration notes that*: who only told it has opened no talk of its own.
            let set = tokens[range.start].norm == "for"
                && mention.tokens.start <= range.start + 4
                && tokens.get(mention.tokens.end).is_some_and(|t| t.is_mark(','));
            if set && party.is_country() && !office && (self.opened_by_office || self.opener.is_none()) {
                self.opener = Some(party);
                self.opened_by_office = false;
            }
            let weight = if matches!(role, Role::Beside) { 0 } else { opening * if owns { 2 } else { 1 } };
            add_times(&mut self.weights, party, weight);
            let (start, end) = (mention.tokens.start, mention.tokens.end);
            let near = |h: &Head| h.at >= end && h.at - end <= REACH || h.end <= start && start - h.end <= REACH;
            if role != Role::Title && (role == Role::Origin || heads.iter().any(near)) {
                add(&mut self.traders, party);
            }
            if is_end(mention, role, &heads) {
                add(&mut self.ends, party);
                let sent = |h: &Head| h.end <= start && start - h.end <= 3 && h.indicator() == Some(Indicator::Exports);
                if role == Role::Object || role == Role::To && heads.iter().any(sent) {
                    add(&mut self.sold_to, party);
                }
            }
            if has_sellers_or_buyers(mention, role, &heads) {
                add(&mut self.owners, party);
            }
            // *Norway accounted for 61 per cent of gas imports*: who had a part of what another takes.
            let had_a_part = |told: &Head| {
                role == Role::Subject
                    && mentions.iter().any(|m| {
                        m.tokens.start >= end
                            && m.tokens.end <= told.at
                            && matches!(&m.what, What::Quantity(q) if q.quantity.unit.is_ratio())
                            && tokens.get(m.tokens.end).is_some_and(|t| t.norm == "of")
                    })
            };
            match owned(mention, role, &heads) {
                Some((indicator, told)) if indicator == Indicator::Imports && had_a_part(told) => {
                    add(&mut self.ends, party);
                }
                Some((indicator, told)) => {
                    // *Germany was the top destination* is where another's goods go.
                    // *Mozambique took 7,938 GWh* of it as well.
                    let took = matches!(
                        tokens[told.at].norm.as_ref(),
                        "took" | "takes" | "taking" | "absorbed" | "absorbs" | "received" | "lifted"
                    );
                    if took && role == Role::Subject {
                        add(&mut self.took, party);
                    }
                    if !(role == Role::Subject && told.class == Class::Agent) {
                        add(&mut self.owners, party);
                    }
                    let takes = indicator == Indicator::Consumption
                        || indicator == Indicator::Imports && role != Role::Attribute;
                    if takes {
                        add(&mut self.takers, party);
                    }
                }
                // *United States crude oil imports*: a name before them has them, where an adjective may tell their origin.
                None if role == Role::Attribute
                    && matches!(mention.what, What::Party(_, NameForm::Name))
                    && heads
                        .iter()
                        .any(|h| h.topic == Topic::Of(Indicator::Imports) && h.at >= end && h.at - end <= 3) =>
                {
                    add(&mut self.takers, party);
                }
                None if role == Role::Origin || of_market(mention, &heads) => add(&mut self.origins, party),
                None => {}
            }
        }
    }

    /// Takes up the moneys that a sentence tells amounts in.
    fn hear_money(&mut self, mentions: &[Mention]) {
        for mention in mentions {
            if let What::Quantity(written) = &mention.what
                && let Measure::Currency(money) = written.quantity.unit.measure
                && written.form == Form::Figure
                && written.shared.is_none()
            {
                match self.moneys.iter_mut().find(|(m, _)| *m == money) {
                    Some((_, count)) => *count += 1,
                    None => self.moneys.push((money, 1)),
                }
            }
        }
    }

    /// Whom the text is about, by how much it speaks of each.
    pub fn cast(&self) -> Cast {
        self.cast
    }

    /// Whom the text is about, where it is about one country's trade.
    pub fn lead(&self) -> Option<Party> {
        match self.cast {
            Cast::Protagonist(lead) => Some(lead),
            _ => None,
        }
    }

    /// The same, or the other of the two that it is about.
    pub fn lead_or_other(&self, known: Party) -> Option<Party> {
        match self.cast {
            Cast::Protagonist(lead) => Some(lead),
            Cast::Pair(a, b) if known == b => Some(a),
            Cast::Pair(a, b) if known == a => Some(b),
            _ => None,
        }
    }

    /// The country whose goods it tells several others to take.
    pub const fn giver(&self) -> Option<Party> {
        self.giver
    }

    /// Ends the hearing: what was heard is weighed once. `publisher` is the country whose own office or paper the text comes from,
    /// `issuer` the country of a money.
    pub fn settle(&mut self, publisher: Option<Party>, issuer: impl Fn(Currency) -> Option<Party>) {
        let cast = self.told_of_giver(self.weigh());
        // *Exports to the US came to 1,943 billion yen*: who tells all trade in a money of its own tells its own.
        let money = match self.moneys[..] {
            [(money, told)] if told >= 2 => issuer(money),
            _ => None,
        };
        let home = publisher.or(self.headline).or(money);
        let teller = Teller { publisher: publisher.is_some(), issuer: money.is_some() && money == home };
        self.cast = home.and_then(|home| self.told_at_home(cast, home, teller)).unwrap_or(cast);
    }

    /// *Exports to the US ... imports from China*, told by Japan's ministry: a text of one country's paper that names others only
    /// as those it trades with is about that country.
    fn told_at_home(&self, cast: Cast, home: Party, teller: Teller) -> Option<Cast> {
        let publisher = teller.publisher;
        let others = || self.parties.iter().map(|(p, _)| *p).filter(|p| *p != home);
        // Who publishes and names itself nowhere tells its own figures.
        let unnamed = publisher && !self.names(home);
        // *KOREA JUNE LNG IMPORTS ... Qatar shipped 6 million tonnes*: below a headline of what one takes, the others give it.
        let takes = self.headline == Some(home) && times_told(&self.takers, home) > 0;
        let only_end = |p: Party| {
            if takes && times_told(&self.takers, p) == 0 {
                return true;
            }
            let owns = times_told(&self.owners, p) - times_told(&self.took, p);
            !self.gives(p) && (owns == 0 || unnamed && owns <= times_told(&self.ends, p))
        };
        // *trade between the two countries*, in the paper of one that names the other alone.
        let other = others().next().filter(|other| other.is_country() && others().count() == 1);
        if let Some(other) = other.filter(|_| self.mutual && publisher) {
            return Some(Cast::Pair(home, other));
        }
        // *trade between Iran and Iraq*, whoever tells of it.
        if self.mutual && publisher {
            return None;
        }
        // *China accounted for 17.9% of turnover*, in the paper of a central bank that names its own country nowhere.
        // *Namibia bought goods worth N$9.4 billion ... China absorbed 28 percent*: whose money it is opens the text.
        let opened = teller.issuer && self.opener == Some(home) && !self.mutual;
        let is_told =
            |p: Party| unnamed || opened || times_told(&self.ends, p) > 0 || publisher && times_told(&self.took, p) > 0;
        let told = match cast {
            Cast::Protagonist(lead) => lead != home && only_end(lead) && is_told(lead),
            Cast::Pair(a, b) => a != home && b != home && only_end(a) && only_end(b),
            Cast::Open => others().all(only_end) && others().any(is_told),
        };
        told.then_some(Cast::Protagonist(home))
    }

    /// *Tuna exports ... tuna exports to Japan ... Japan, the biggest market of Fijian tuna*: the text is about the one country
    /// that the goods are told to come from, however often it names where they go; and *Sri Lanka's imports ... imports from
    /// India ... exports to India* about the one that owns trade.
    fn told_of_giver(&self, cast: Cast) -> Cast {
        let Cast::Protagonist(lead) = cast else { return cast };
        let count = |list: &[(Party, u32)]| times_told(list, lead);
        let (ends, owns) = (count(&self.ends), count(&self.owners));
        if ends == 0 || owns > ends {
            return cast;
        }
        match self.origins[..] {
            // *Indian refiners exported 2.4 million tonnes. Their Russian crude cost ...*: another has trade of its own.
            [(giver, _)]
                if giver != lead && count(&self.sold_to) >= owns.max(1) && !self.has_another_owner(giver, lead) =>
            {
                return Cast::Protagonist(giver);
            }
            _ => {}
        }
        match self.owner_of_most().filter(|owner| ends > owns && *owner != lead) {
            Some(owner) => Cast::Protagonist(owner),
            // *sold Jordan two cargoes*: who is only sold to has no figures of its own.
            None if owns == 0 && self.parties.len() == 1 => Cast::Open,
            None => cast,
        }
    }

    /// Whether a country that is neither of two is told as the owner of figures.
    fn has_another_owner(&self, one: Party, other: Party) -> bool {
        self.owners.iter().any(|(p, _)| *p != one && *p != other && p.is_country())
    }

    /// The one country that is told as an owner more often than any other, and more often than as an end.
    fn owner_of_most(&self) -> Option<Party> {
        let ends = |party: &Party| times_told(&self.ends, *party);
        let mut owners = self.owners.iter().filter(|(p, count)| p.is_country() && *count >= 2 && *count > ends(p));
        let first = owners.clone().max_by_key(|(p, count)| count - ends(p))?;
        let clear = owners.all(|(p, count)| p == &first.0 || count - ends(p) < first.1 - ends(&first.0));
        clear.then_some(first.0)
    }

    fn weigh(&self) -> Cast {
        let mut ranked: Vec<&(Party, u32)> = self.weights.iter().collect();
        ranked.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        // Who is never told to trade is none of the cast where others are.
        let trades = |party: &Party| times_told(&self.traders, *party);
        if ranked.iter().take(3).any(|(party, _)| trades(party) >= 3) {
            // *Lithuania's refinery received 60,000 tonnes of Russian crude*: but for whom it opens with and speaks of most by far.
            let most = ranked.iter().filter(|(party, _)| trades(party) > 0).map(|(_, weight)| *weight).max();
            let opens = |(party, weight): &(Party, u32)| {
                self.opener == Some(*party) && most.is_some_and(|most| *weight >= 2 * most)
            };
            ranked.retain(|told| trades(&told.0) > 0 || opens(told));
        }
        // *Bilateral trade exceeded 4.5 billion ... the Slovak minister told reporters in Ankara*: the only two of a text of two.
        if let ([(a, told), (b, other)], true) = (&self.parties[..], self.mutual)
            && *told <= 1
            && *other <= 1
            && a.is_country()
            && b.is_country()
        {
            let (first, second) = if self.opener == Some(*b) { (*b, *a) } else { (*a, *b) };
            return Cast::Pair(first, second);
        }
        match ranked[..] {
            [(first, most), (second, next), ref rest @ ..] => {
                let again = |party: &Party| times_told(&self.parties, *party) >= 2;
                let third = rest.first().map_or(0, |(_, weight)| *weight);
                // Two that no sentence names together, without others, are no pair.
                let together = self.twos.iter().any(|two| *two == (*first, *second) || *two == (*second, *first));
                if !again(first) {
                    Cast::Open
                } else if *most >= 2 * next {
                    Cast::Protagonist(*first)
                } else if *next >= 2 * third && together {
                    Cast::Pair(*first, *second)
                } else if 2 * most >= 3 * next && 3 * most >= ranked.iter().map(|(_, weight)| *weight).sum() {
                    Cast::Protagonist(*first)
                } else {
                    Cast::Open
                }
            }
            // A text that names one country alone, more than once, is about it.
            [(only, _)] if times_told(&self.parties, *only) >= 2 => Cast::Protagonist(*only),
            _ => Cast::Open,
        }
    }

    /// The country whose own figures are told most.
    pub fn owner(&self) -> Option<Party> {
        leading(&self.owners)
    }

    /// Whether goods are named as coming from a party.
    pub fn gives(&self, party: Party) -> bool {
        times_told(&self.origins, party) > 0
    }

    /// The only country that goods are named as coming from.
    pub fn only_origin(&self) -> Option<Party> {
        match self.origins[..] {
            [(giver, _)] => Some(giver).filter(Party::is_country),
            _ => None,
        }
    }

    /// Whether goods come from a party, and none are told to go to it.
    fn only_gives(&self, party: Party) -> bool {
        self.gives(party) && times_told(&self.takers, party) == 0
    }

    /// Whether the text speaks of the trade of two as theirs.
    pub fn is_mutual(&self) -> bool {
        self.mutual
    }

    /// Whether the text is about two countries or groups: it names them most, or speaks of their trade as theirs.
    pub fn is_about_two(&self) -> bool {
        self.mutual || matches!(self.cast(), Cast::Pair(..))
    }

    /// Whether the text is about another, who takes what comes from a party.
    pub fn gives_to_another(&self, party: Party) -> bool {
        self.only_gives(party)
            && match self.cast() {
                Cast::Protagonist(lead) => lead != party,
                Cast::Pair(a, b) => (a == party || b == party) && !self.only_gives(if a == party { b } else { a }),
                Cast::Open => false,
            }
    }

    /// *sold Jordan two cargoes*: whether a party is told as sold to, and never as the owner of figures.
    pub fn is_only_sold_to(&self, party: Party) -> bool {
        times_told(&self.sold_to, party) > 0 && times_told(&self.owners, party) == 0 && !self.gives(party)
    }

    /// Whether it is about two: the trade of theirs, or no others are named.
    pub fn is_of_two(&self) -> bool {
        self.parties.len() <= 2 || matches!(self.cast, Cast::Pair(..))
    }

    /// Who is told most to take goods in.
    pub fn taker(&self) -> Option<Party> {
        leading(&self.takers)
    }

    /// Whether a text names a country or group anywhere.
    pub fn names(&self, party: Party) -> bool {
        times_told(&self.parties, party) > 0
    }

    /// The only other one that the text names.
    pub fn only_other(&self, party: Party) -> Option<Party> {
        let [(a, _), (b, _)] = self.parties[..] else { return None };
        super::parties::other_of((a, b), party)
    }

    /// How many countries and groups the text names.
    pub fn parties(&self) -> usize {
        self.parties.len()
    }
}

fn add(counts: &mut Vec<(Party, u32)>, party: Party) {
    add_times(counts, party, 1);
}

fn add_times(counts: &mut Vec<(Party, u32)>, party: Party, times: u32) {
    match counts.iter_mut().find(|(known, _)| *known == party) {
        Some((_, count)) => *count += times,
        None if times > 0 => counts.push((party, times)),
        None => {}
    }
}

/// How often a party was counted.
fn times_told(counts: &[(Party, u32)], party: Party) -> u32 {
    counts.iter().find(|(p, _)| *p == party).map_or(0, |(_, count)| *count)
}

/// The first by count, where it is told twice at least and half as often again as the next.
fn leading(counts: &[(Party, u32)]) -> Option<Party> {
    let (first, most) = counts.iter().rev().max_by_key(|(_, count)| *count)?;
    let next = counts.iter().filter(|(p, _)| p != first).map(|(_, count)| *count).max().unwrap_or(0);
    (*most >= 2 && *most * 2 >= next * 3).then_some(*first)
}
