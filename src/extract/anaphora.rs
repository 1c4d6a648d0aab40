//! Words that stand for a party named before: *its*, *it*, *the neighbour*, *the kingdom*, *which*, *there*.

use super::epithets;
use super::grammar::Role;
use super::head::Head;
use super::view::{Actor, View};
use crate::lexicon::words::{is_allowance, is_line, is_or_was, records};
use crate::lexicon::{Class, Cue, NATIONS, NameForm, Relation, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};
use crate::resolve::Context;

impl View<'_> {
    /// *from the southern African nation*, *the oil-rich kingdom*: the other of the two spoken of behind a preposition, else
    /// the one named last; the group in its description takes no part.
    pub(super) fn nations(&mut self, context: &Context) {
        let found: Vec<(usize, usize)> = self
            .range
            .clone()
            .filter(|at| self.norm(*at) == "the")
            .filter_map(|at| {
                let reach = (at + 1..self.range.end).take(6);
                let grouped = |end: usize| {
                    let group = |a: &Actor| (at + 1..end).contains(&a.at) && !a.party.is_country();
                    is_trader(self.norm(end)) && self.actors.iter().any(group)
                };
                let nation = |end: usize| NATIONS.contains(&self.norm(end));
                // *the island nation*
                let last = |end: &usize| nation(*end) && !nation(end + 1) || grouped(*end);
                let end = reach.clone().find(last)?;
                let described = end > at + 1
                    && (at + 1..end).all(|word| {
                        let token = &self.tokens[word];
                        let group = self.actors.iter().any(|a| (a.at..a.end).contains(&word) && !a.party.is_country());
                        group || token.is_mark('-') || token.text.starts_with(char::is_lowercase)
                    });
                let general = matches!(
                    self.norm_before(end, 1),
                    "first" | "only" | "other" | "whole" | "same" | "of" | "and" | "united" | "former" | "partner"
                );
                (described && !general && self.norm(end + 1) != "of").then_some((at, end + 1))
            })
            .collect();
        for (at, end) in found {
            let beside = self.norm_before(at, 1) == "and" || self.norm_before(at, 1) == "between";
            let role = match self.norm_before(at, 1) {
                "and" | "between" => Role::Between,
                "from" => Role::From,
                "to" | "into" => Role::To,
                "with" => Role::With,
                "by" => Role::By,
                "of" => Role::Of,
                "in" => Role::In,
                _ if self.norm(end) == "'" => Role::Possessor,
                _ => Role::Subject,
            };
            for actor in self.actors.iter_mut().filter(|a| at < a.at && a.end <= end) {
                actor.role = Role::Title;
            }
            let acting = self.subject_before(at).map(|a| a.party).or(context.focus);
            let other = acting.and_then(|party| context.other(party));
            let party = match role {
                // *between Belarus and the African country*: the other one named last.
                _ if beside => {
                    let named = self.actors.iter().rfind(|a| a.at < at && a.role == Role::Between).map(|a| a.party);
                    let last = [context.last_country, context.focus].into_iter().flatten();
                    named.and_then(|named| {
                        context.other(named).filter(Party::is_country).or(last.into_iter().find(|p| *p != named))
                    })
                }
                Role::Subject | Role::Possessor => context.about.or(context.focus).filter(Party::is_country),
                _ => other.filter(|p| p.is_country()),
            };
            // *the Himalayan kingdom*: the one of them that was named.
            let beside = |p: &Party| self.actors.iter().any(|a| a.takes_part() && a.party == *p);
            let party = epithets::meant((at + 1..end).map(|at| self.norm(at)), context, beside).unwrap_or(party);
            // *Arrivals from the South American country*: the member of the group that was named last.
            let group =
                self.actors.iter().find(|a| at < a.at && a.end <= end && !a.party.is_country()).map(|a| a.party);
            let belongs =
                |party: &Party| group.is_none_or(|group| self.lexicon.members(group).iter().any(|m| m.party == *party));
            let named = [context.last_country, context.last, context.about, context.focus];
            let member = named.into_iter().flatten().find(|p| p.is_country() && belongs(p));
            let party = party.filter(|p| belongs(p) || member.is_none()).or(member.filter(|_| group.is_some()));
            let Some(party) = party else { continue };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span.join(self.tokens[end - 1].span);
            self.actors.insert(place, Actor { at, end, span, party, role, rule: "the_nation" });
        }
    }

    /// *Brazilian crop agency Conab raised its estimate of the country's crop*: of the country whose office the sentence opens
    /// with, where it names no other.
    fn country_of_office(&self, at: usize) -> Option<Party> {
        let mut named = self.actors.iter().filter(|a| a.at < at);
        let first = named.next()?;
        let office = (first.end..first.end + 6).take_while(|word| *word < at).any(|word| {
            matches!(
                self.norm(word),
                "agency"
                    | "union"
                    | "association"
                    | "exchange"
                    | "consultancy"
                    | "bureau"
                    | "institute"
                    | "body"
                    | "board"
                    | "council"
                    | "ministry"
                    | "department"
                    | "office"
                    | "authority"
                    | "regulator"
            )
        });
        let alone = named.all(|a| a.party == first.party || a.rule == "its");
        (office && alone && first.at <= self.range.start + 4).then_some(first.party)
    }

    /// *Indian exports to China rose by half and imports from the country by a third*: whom the other flow of a sentence went to or came
    /// from, for *the country* at token `at` that this one comes from or goes to.
    fn other_end(&self, at: usize) -> Option<Party> {
        let (flow, other, role) = match self.norm_before(at, 1) {
            "from" => (Indicator::Imports, Indicator::Exports, Role::To),
            "to" => (Indicator::Exports, Indicator::Imports, Role::From),
            _ => return None,
        };
        let noun = |h: &&Head, flow: Indicator| h.class == Class::Noun && h.indicator() == Some(flow);
        let own = self.heads.iter().find(|h| h.end + 1 == at && noun(h, flow))?;
        let first = self.heads.iter().rfind(|h| h.end < own.at && noun(h, other))?;
        let end = self.actors.iter().find(|a| (first.end..own.at).contains(&a.at) && a.role == role)?;
        let near = end.at - first.end <= 2 && end.party.is_country();
        let others =
            self.actors.iter().any(|a| (end.end..own.at).contains(&a.at) && a.party.is_country() && a.role == role);
        (near && !others).then_some(end.party)
    }

    /// *India, which bought 3 million tonnes*, *Argentina, where demand doubled*, *Iran, whose exports fell*: the party
    /// right before such a word takes part in its clause.
    pub(super) fn relative_clauses(&mut self) {
        for at in self.range.clone() {
            let (role, before) = match (self.norm(at), self.norm_before(at, 1)) {
                // *Japan, to which 40 percent goes*
                ("which" | "whom", "to") => (Role::To, at - 1),
                ("which" | "whom", "from") => (Role::From, at - 1),
                ("which" | "whom", "with") => (Role::With, at - 1),
                ("which" | "who", _) => (Role::Subject, at),
                ("where", _) => (Role::In, at),
                ("whose", _) => (Role::Possessor, at),
                _ => continue,
            };
            // *trade with Iran, which stood at 2 billion*: without a verb of trade it is the trade that stood.
            let segment = self.segment_tokens(self.segment(at));
            let acts = self.heads.iter().any(|h| h.at > at && segment.contains(&h.at) && h.class != Class::Noun);
            // *the United States, which recorded a 7.4 billion dlr trade deficit*
            let records = (records(self.norm(at + 1)) || matches!(self.norm(at + 1), "had" | "has" | "ran" | "runs"))
                && self.heads.iter().any(|h| h.at > at && h.at < at + 16 && h.indicator() == Some(Indicator::Balance));
            // *a deal with Iran, which has reserves of 90 billion barrels*, *which has a quota of 2.2 million*
            let own = |h: &Head| {
                h.class == Class::Noun
                    && matches!(
                        h.indicator(),
                        Some(
                            Indicator::Production
                                | Indicator::Consumption
                                | Indicator::Reserves
                                | Indicator::Capacity
                                | Indicator::Exports
                        )
                    )
            };
            let behind = at + 2..at + 8;
            let has = matches!(self.norm(at + 1), "has" | "have" | "had")
                && (self.heads.iter().any(|h| behind.contains(&h.at) && own(h))
                    || behind.clone().any(|at| is_allowance(self.norm(at))));
            // *those for Iraq, which holds 110 trillion cubic feet*
            let holds = matches!(self.norm(at + 1), "holds" | "hold" | "held" | "boasts" | "possesses" | "contains")
                && self.first_quantity(&(at + 2..at + 6)).is_some();
            if matches!(role, Role::Subject) && !acts && !records && !has && !holds {
                continue;
            }
            let antecedent =
                self.actors.iter().rfind(|a| a.end == before || a.end + 1 == before && self.norm(a.end) == ",");
            // *the pipeline from Bolivia to Brazil, which will carry 20 bcm*: of the line, not of where it ends.
            let runs = |a: &&Actor| {
                !matches!(role, Role::Subject)
                    || !matches!(a.role, Role::To | Role::From | Role::Between)
                    || !self.back(a.at, 7).any(|at| is_line(self.norm(at)))
            };
            let antecedent = antecedent.filter(|a| a.party != Party::WORLD).filter(runs);
            let Some(party) = antecedent.map(|a| a.party) else { continue };
            // *Algeria, where sales jumped 66%*: to where another's goods go, and not whose they are.
            let sold = |at: usize| matches!(self.norm(at), "sales" | "shipments" | "deliveries");
            let role = if self.norm(at) == "where" && sold(at + 1) { Role::To } else { role };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span;
            self.actors.insert(place, Actor { at, end: at + 1, span, party, role, rule: "relative_clause" });
        }
    }

    /// Takes up words that stand for a party named before.
    pub(super) fn relate(&mut self, mention: &Mention, relation: Relation, context: &Context, role: impl Fn() -> Role) {
        let acting = |a: &&Actor| matches!(a.role, Role::Subject | Role::Possessor) && a.party != Party::WORLD;
        let clause = self.clause(mention.tokens.start);
        let subject = self.actors.iter().find(|a| clause.contains(&a.at) && a.role == Role::Subject && acting(a));
        let focus = subject.or(self.actors.iter().rev().find(acting)).map(|a| a.party).or(context.focus);
        match relation {
            Relation::Pair => {
                // *the countries of the EAEU*
                let others =
                    self.norm(mention.tokens.end) == "of" && self.norm_before(mention.tokens.end, 1) == "countries";
                if let Some(pair) = context.pair.filter(|_| !others) {
                    self.pair = self.pair.or(Some((pair, mention.span)));
                }
            }
            Relation::Home => {
                // *We think it could be as high as 3.5 million*: who says so, of others too.
                if self.norm(mention.tokens.start) == "we" && is_opinion(self.norm(mention.tokens.end)) {
                    return;
                }
                let ours = self.tokens[mention.tokens.start].norm == "our" && mention.tokens.len() == 1;
                // *the country* is the one that the whole text is about, else who is spoken of.
                let the = !ours && self.norm(mention.tokens.start) == "the";
                // *As the war in Ukraine goes on, the country's farmers ...*: the one named right before.
                let here =
                    self.actors.iter().rev().find(|a| a.party.is_country() && a.role == Role::In).map(|a| a.party);
                let here = here.filter(|_| !self.actors.iter().any(|a| acting(&a)));
                // *The nation's trade gap widened, the Commerce Department said*: of whose office tells it.
                let office = self.mentions.iter().find_map(|m| match m.what {
                    What::Party(party, NameForm::Office) => Some(party),
                    _ => None,
                });
                let at = mention.tokens.start;
                // *According to China's customs administration, the country imported 183,200 tons*
                let told_by = || {
                    let mut named = self.actors.iter().filter(|a| a.at < at && a.party.is_country());
                    let first = named.next().filter(|_| self.norm(self.range.start) == "according")?;
                    named.all(|a| a.party == first.party).then_some(first.party)
                };
                let office = office
                    .or_else(told_by)
                    .or_else(|| self.doer_of_part(at))
                    .or_else(|| self.country_of_office(at))
                    .or_else(|| self.country_supplied(at));
                let focus = context.focus.map(|p| self.who_does(mention.tokens.end, p, context));
                let back = self.other_end(mention.tokens.start);
                let spoken = back.or(office).or(here).or(context.about.filter(Party::is_country)).or(focus);
                // *Russia sold Ukraine 17 bcm. Some 128 bcm crossed the country*: who sells is not crossed by what it sends.
                let crossed =
                    matches!(self.norm_before(at, 1), "crossed" | "crosses" | "crossing" | "across" | "through");
                let spoken = match context.sold {
                    Some((giver, taker)) if crossed && spoken == Some(giver) => Some(taker),
                    _ => spoken,
                };
                // *the sultanate*, *the emirate*: the one of them that was spoken of.
                let noun = self.norm_before(mention.tokens.end, 1);
                let beside = |p: &Party| self.actors.iter().any(|a| a.party == *p);
                let spoken = match epithets::meant(std::iter::once(noun), context, beside) {
                    None => spoken,
                    // *the island of Java*, *the territory that it holds*
                    Some(_) if matches!(self.norm(mention.tokens.end), "of" | "that" | "where") => return,
                    Some(None) => return,
                    Some(named) => named,
                };
                // *"We bought oil," the Brazilian ambassador said*: of who speaks.
                let own = matches!(self.norm(mention.tokens.start), "we" | "our" | "us");
                let speaks = || context.speakers.speaks(self.tokens, &self.range, mention.tokens.start);
                let speaker = own.then(speaks).flatten();
                // *Our imports from Ghana*, in a text that names nobody else: those of another.
                let other = |p: &Party| {
                    self.mentions.iter().any(|m| {
                        matches!(m.what, What::Party(named, _) if named == *p)
                            && matches!(self.norm_before(m.tokens.start, 1), "from" | "to")
                    })
                };
                let abode = context.home().filter(|p| !(ours && other(p)));
                if let Some(home) = spoken.filter(|_| the).or(speaker).or(abode) {
                    self.act(mention, home, if ours { Role::Possessor } else { role() }, "home");
                }
            }
            Relation::Its if self.norm(mention.tokens.start) == "its" => {
                // *The U.S. was Taiwan's biggest market, taking 39 pct of its exports*: those of whose market it was.
                let owner = self
                    .heads
                    .iter()
                    .rfind(|h| h.class == Class::Agent && clause.contains(&h.at))
                    .and_then(|h| {
                        let near = |a: &&Actor| a.role == Role::Possessor && a.end <= h.at && h.at - a.end <= 5;
                        self.actors.iter().rfind(near)
                    })
                    .map(|a| a.party);
                // *As for Russia, its share of imports has shrunk*: of whom the sentence is set to tell.
                let set = self.actors.first().filter(|a| {
                    let opens =
                        self.norm(self.range.start) == "as" && matches!(self.norm(self.range.start + 1), "for" | "to");
                    opens && a.at <= self.range.start + 3 && self.norm(a.end) == ","
                });
                // *Italy bought 3.4 billion euros' worth; its own deliveries were 3.9 billion*: of who acts in the sentence.
                let own = self.norm(mention.tokens.end) == "own";
                let acts =
                    |a: &&Actor| a.role == Role::Subject && a.party.is_country() && a.end <= mention.tokens.start;
                let own = self.actors.iter().find(|a| own && acts(a));
                let owner = owner.or(own.map(|a| a.party)).or(set.map(|a| a.party));
                let ranked = || {
                    let of = subject.filter(|a| self.is_ranked_by(a, mention.tokens.start))?.party;
                    let named = [context.focus, context.about, context.last_country, context.other(of)];
                    named.into_iter().flatten().find(|p| *p != of && p.is_country())
                };
                let owner = owner.or_else(ranked);
                // *Imports by the United States from Mexico grew, while its shipments ebbed*: of who was told to import.
                let by = || {
                    let behind = |a: &&Actor| {
                        let at = a.at - usize::from(self.norm_before(a.at, 1) == "the");
                        a.role == Role::By && self.heads.iter().any(|h| h.class == Class::Noun && h.end + 1 == at)
                    };
                    self.actors.iter().find(behind).map(|a| a.party)
                };
                // *Iran's exports to India fell. Essar cut its purchases by a third*: those of who was sold to.
                let does = |p: Party| if subject.is_none() { self.who_buys(mention, p, context) } else { p };
                if let Some(party) = owner.or_else(by).or(focus.map(does)) {
                    self.act(mention, party, Role::Possessor, "its");
                }
            }
            // *Hungary's minister said Russia would sell his country 22.3 bcm*
            Relation::Its if mention.tokens.len() == 2 => {
                let holder = self.actors.iter().rfind(|a| a.role == Role::Title && a.party.is_country());
                if let Some(party) = holder.map(|a| a.party).or(context.focus) {
                    self.act(mention, party, role(), "his_country");
                }
            }
            // *It took 58,600 tonnes*: a pronoun before a verb of trade.
            Relation::Its if matches!(self.norm(mention.tokens.start), "it" | "they") => {
                let at = mention.tokens.end;
                let trades = self.mentions.iter().any(|m| {
                    (at..=at + 3).contains(&m.tokens.start)
                        && self.tokens[at..m.tokens.start].iter().all(|t| is_auxiliary(&t.norm))
                        && matches!(&m.what, What::Cues(cues) if cues.iter().any(is_trade_verb))
                });
                // *It accounted for 25.4 percent of EU uranium supplies*
                let trades = trades
                    || self.norm(mention.tokens.start) == "it"
                        && matches!(self.norm(at), "accounted" | "accounts")
                        && self.norm(at + 1) == "for";
                let opens = self.clause(mention.tokens.start).start == mention.tokens.start
                    || matches!(
                        self.norm_before(mention.tokens.start, 1),
                        "," | "and" | "but" | "that" | "when" | "while" | "whereas" | "as"
                    );
                // *In 2013 they bought 295,000 tonnes*
                let time = |m: &Mention| m.tokens.end == mention.tokens.start && matches!(m.what, What::Period(_));
                let opens = opens || self.mentions.iter().any(time);
                // *the 2.8 bcm of gas it burns a year*
                let goods = |m: &Mention| m.tokens.end == mention.tokens.start && matches!(m.what, What::Commodity(_));
                let opens = opens || self.mentions.iter().any(goods);
                // *Germany exported goods to the EU, while it imported ...*: who acted first.
                let first = self.actors.iter().find(|a| {
                    a.role == Role::Subject && a.party.is_country() && a.rule == "name" && a.at <= self.range.start + 2
                });
                let first = first.map(|a| a.party).filter(|_| {
                    let before = self.norm_before(mention.tokens.start, 1);
                    // *Uganda is its main buyer: it paid $1.0 billion*: who the sentence opened with.
                    matches!(before, "while" | "whereas")
                        || matches!(before, ":" | ";") && self.norm(mention.tokens.start) == "it"
                });
                // *ate more fish than the Russians: they bought 295,000 tonnes*: the people named last.
                let people =
                    self.people_before(mention.tokens.start).filter(|_| self.norm(mention.tokens.start) == "they");
                if let Some(party) = people.or(first).or(focus).filter(|_| trades && opens) {
                    self.act(mention, party, Role::Subject, "it");
                }
            }
            // *Uzbekistan was the main customer* says who it was.
            Relation::OtherParty
                if (1..=2).any(|back| {
                    let word = self.norm_before(mention.tokens.start, back);
                    is_or_was(word) || matches!(word, "remained" | "became" | "as")
                }) => {}
            Relation::OtherParty if epithets::is_named_behind(self, mention) => epithets::leave_owner(self, mention),
            Relation::OtherParty => {
                if let Some(party) = epithets::named_before(self, mention) {
                    self.act(mention, party, role(), "neighbour");
                    return;
                }
                if matches!(self.norm_before(mention.tokens.end, 1), "latter" | "former") {
                    self.one_in_turn(mention, context, role());
                    return;
                }
                // *the gap is met by Uganda. Kenya's imports from that country fell*: the one named last.
                if matches!(self.norm(mention.tokens.start), "that" | "this")
                    && let Some(party) = [context.last, context.last_country]
                        .into_iter()
                        .flatten()
                        .find(|p| p.is_country() && Some(*p) != focus && !self.actors.iter().any(|a| a.party == *p))
                {
                    self.act(mention, party, role(), "neighbour");
                    return;
                }
                // *Iran's northwestern neighbour* is the other one of Iran's pair.
                let owner =
                    self.actors.last_mut().filter(|a| a.role == Role::Possessor && mention.tokens.start <= a.end + 4);
                if let Some(owner) = owner
                    && let Some(party) = context.other(owner.party)
                {
                    owner.role = Role::Title;
                    self.act(mention, party, role(), "neighbour");
                    return;
                }
                // *imports 2,656 MW from India. The power bought from the neighbour*: the one of whom it was told last.
                let told = focus.and_then(|party| {
                    let (giver, taker) = context.sold?;
                    if party == giver { Some(taker) } else { (party == taker).then_some(giver) }
                });
                let told = told.filter(|p| p.is_country() && Some(*p) != focus);
                let known = told.or_else(|| focus.and_then(|party| context.other(party)));
                let known = known.or(context.pair.map(|pair| pair.1));
                if let Some(party) = known.filter(Party::is_country) {
                    self.act(mention, party, role(), "neighbour");
                }
            }
            // *the five Central Asian states* name their group themselves.
            Relation::Region if self.names_at(mention.tokens.end) => {}
            // *world output, excluding Eastern Bloc countries*
            Relation::Region if self.is_left_out(mention) => {}
            Relation::Region => {
                let role = role();
                // *trade between the EU and the region*: the other group of the two.
                // *EU investment in the region*, as well.
                let beside = self.actors.iter().find(|a| {
                    a.role == Role::Between && role == Role::Between
                        || Some(a.party) == context.group && a.rule == "name" && a.end + 8 > mention.tokens.start
                });
                let other = beside.and_then(|a| context.other(a.party).filter(|p| !p.is_country()));
                if let Some(group) = other.or(context.group.filter(|g| beside.is_none_or(|a| a.party != *g))) {
                    self.act(mention, group, role, "region");
                }
            }
            _ => {}
        }
    }

    /// *the Russians*, *Chinese buyers*: the people of a country that the sentence names last before token `at`.
    fn people_before(&self, at: usize) -> Option<Party> {
        let people = |a: &Actor| {
            let plural = self.norm_before(a.end, 1).ends_with("ns") || self.norm_before(a.end, 1).ends_with("is");
            let the = self.norm_before(a.at, 1) == "the";
            plural && the && a.party.is_country()
        };
        self.actors.iter().rfind(|a| a.at < at && people(a)).map(|a| a.party)
    }

    /// *Turkey bought 9 bcm from Iran, which made up 16 percent of the country's imports*: who does what the part is of, where *the
    /// country* begins at token `at`.
    fn doer_of_part(&self, at: usize) -> Option<Party> {
        let part = at.saturating_sub(10).max(self.range.start)..at;
        let of = |word: &str| {
            matches!(word, "which" | "accounting" | "representing" | "equivalent" | "equal" | "constituting")
        };
        let opens = part.into_iter().rev().find(|at| of(self.norm(*at)) || self.norm(*at) == "making")?;
        let class = (at..at + 8).find_map(|at| match self.norm(at) {
            "imports" | "purchases" => Some(Class::VerbIn),
            "exports" | "sales" => Some(Class::VerbOut),
            _ => None,
        })?;
        let verb = self.heads.iter().rfind(|h| h.end <= opens && h.class == class && !h.passive)?;
        let doer = self.actors.iter().rfind(|a| a.end <= verb.at && a.role == Role::Subject && verb.at - a.end <= 2)?;
        Some(doer.party).filter(Party::is_country)
    }

    /// *Romania supplied Egypt. The country imported 10 million tonnes*: of two, of whom one sold to the other before, the one
    /// that does what the word of trade right behind token `at` says.
    fn who_does(&self, at: usize, spoken: Party, context: &Context) -> Party {
        let Some((giver, taker)) = context.sold.filter(|(a, b)| spoken == *a || spoken == *b) else { return spoken };
        let trade = self.mentions.iter().filter(|m| (at..at + 5).contains(&m.tokens.start)).find_map(|m| {
            let What::Cues(cues) = &m.what else { return None };
            cues.iter().find_map(|cue| match cue {
                Cue::Head(Topic::Of(Indicator::Exports), Class::VerbOut | Class::Noun) => Some(giver),
                Cue::Head(Topic::Of(Indicator::Imports), Class::VerbIn | Class::Noun) => Some(taker),
                _ => None,
            })
        });
        trade.unwrap_or(spoken)
    }
}

/// Verbs for what a speaker takes to be so.
fn is_opinion(word: &str) -> bool {
    matches!(
        word,
        "think"
            | "believe"
            | "expect"
            | "estimate"
            | "reckon"
            | "assume"
            | "know"
            | "hope"
            | "feel"
            | "forecast"
            | "see"
            | "now"
            | "project"
            | "predict"
            | "anticipate"
            | "foresee"
            | "continue"
    )
}

/// *the West African producer*: words for a country by what it does.
fn is_trader(word: &str) -> bool {
    matches!(
        word,
        "producer"
            | "exporter"
            | "importer"
            | "grower"
            | "supplier"
            | "buyer"
            | "customer"
            | "partner"
            | "neighbour"
            | "neighbor"
            | "giant"
            | "powerhouse"
            | "heavyweight"
    )
}

/// Adverbs and auxiliaries between a subject and its verb.
pub(super) fn is_auxiliary(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "had"
                | "has"
                | "have"
                | "been"
                | "also"
                | "will"
                | "would"
                | "could"
                | "can"
                | "now"
                | "still"
                | "is"
                | "was"
                | "were"
        )
}

/// Whether a cue is a verb of giving, taking or making.
fn is_trade_verb(cue: &Cue) -> bool {
    matches!(cue, Cue::Head(topic, Class::VerbOut | Class::VerbIn | Class::VerbOf) if !matches!(topic, Topic::Flow | Topic::Other))
}
