//! Words that stand for a party named before: *its*, *it*, *the neighbour*, *the kingdom*, *which*, *there*.

use super::grammar::Role;
use super::head::Head;
use super::view::{Actor, View};
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
                let end = reach.clone().find(|end| NATIONS.contains(&self.norm(*end)) || grouped(*end))?;
                let described = end > at + 1
                    && (at + 1..end).all(|word| {
                        let token = &self.tokens[word];
                        let group = self.actors.iter().any(|a| (a.at..a.end).contains(&word) && !a.party.is_country());
                        group || token.is_mark('-') || token.text.starts_with(char::is_lowercase)
                    });
                let general = matches!(
                    self.norm(end - 1),
                    "first" | "only" | "other" | "whole" | "same" | "of" | "and" | "united" | "former"
                );
                (described && !general && self.norm(end + 1) != "of").then_some((at, end + 1))
            })
            .collect();
        for (at, end) in found {
            let beside = self.norm(at.wrapping_sub(1)) == "and" || self.norm(at.wrapping_sub(1)) == "between";
            let role = match self.norm(at.wrapping_sub(1)) {
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

    /// *Russia was the main supplier of gas to Austria, covering 80 percent of the country's demand*: of who is supplied.
    fn country_supplied(&self, at: usize) -> Option<Party> {
        let agent = self.heads.iter().rfind(|h| h.class == Class::Agent && h.at < at && self.is_seller(h.at))?;
        let behind = self.segment_tokens(self.segment(agent.at)).end.max(agent.end + 8).min(at);
        let taker = |a: &&Actor| {
            a.party.is_country()
                && (a.role == Role::To && (agent.end..behind).contains(&a.at)
                    || a.role == Role::Possessor && a.end <= agent.at && a.end + 7 > agent.at)
        };
        let taker = self.actors.iter().find(taker)?;
        self.actors
            .iter()
            .any(|a| a.role == Role::Subject && a.at < agent.at && a.party != taker.party)
            .then_some(taker.party)
    }

    /// *Norway is the main supplier of gas to Germany, meeting 30 percent of its needs*: of who is supplied.
    pub(super) fn of_its(&mut self, mention: &Mention) {
        let end = mention.tokens.end;
        if self.norm(end - 1) != "its" {
            return;
        }
        let taken =
            |cue: &Cue| matches!(cue, Cue::Head(Topic::Of(Indicator::Consumption | Indicator::Imports), Class::Noun));
        let mut near = self.mentions.iter().filter(|m| (end..end + 4).contains(&m.tokens.start));
        if near.any(|m| matches!(&m.what, What::Cues(cues) if cues.iter().any(taken)))
            && let Some(party) = self.country_supplied(end - 1)
        {
            let span = self.tokens[end - 1].span;
            self.actors.push(Actor { at: end - 1, end, span, party, role: Role::Possessor, rule: "its" });
        }
    }

    /// Whether the word at `at` is of one who gives.
    fn is_seller(&self, at: usize) -> bool {
        matches!(self.norm(at), "supplier" | "provider" | "seller" | "exporter" | "source" | "vendor" | "shipper")
            || (at..at + 4).any(|at| matches!(self.norm(at), "supplier" | "provider" | "source"))
    }

    /// *Trade between the two stood at 18.7 billion*: the pair spoken of, or those that the sentence before named alone.
    pub(super) fn the_two(&mut self, context: &Context) {
        let two = |at: &usize| {
            self.norm(*at) == "between"
                && self.norm(at + 1) == "the"
                && self.norm(at + 2) == "two"
                && (self.verb_at(at + 3)
                    || matches!(
                        self.norm(at + 3),
                        "" | "."
                            | ","
                            | "in"
                            | "last"
                            | "this"
                            | "stood"
                            | "was"
                            | "is"
                            | "has"
                            | "hit"
                            | "reached"
                            | "rose"
                            | "fell"
                            | "grew"
                            | "during"
                            | "over"
                            | "to"
                            | "governments"
                    ))
        };
        let Some(at) = self.range.clone().find(two) else { return };
        let shares =
            |(a, b): &(Party, Party)| context.pair.is_some_and(|(x, y)| [x, y].contains(a) != [x, y].contains(b));
        let pair = context.two_before.filter(shares).or(context.pair);
        let span = self.tokens[at].span.join(self.tokens[at + 2].span);
        self.pair = self.pair.or(pair.map(|pair| (pair, span)));
    }

    /// *trade with the ten countries*, *the 15 present members*: the group named last.
    pub(super) fn counted_group(&mut self, context: &Context) {
        let Some(group) = context.group else { return };
        for at in self.range.clone().skip(1) {
            if self.norm(at - 1) != "the" {
                continue;
            }
            let digits = self.tokens[at].shape == crate::token::Shape::Digits && self.tokens[at].text.len() <= 2;
            let word = matches!(
                self.norm(at),
                "three" | "four" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve"
            );
            if !(digits || word) {
                continue;
            }
            let of_all = |at: &usize| {
                matches!(self.norm(*at), "countries" | "members" | "states" | "nations" | "republics" | "economies")
            };
            let Some(end) = (at + 1..at + 4).find(of_all) else { continue };
            let names = self.actors.iter().any(|a| (at..end + 3).contains(&a.at));
            let plain = (at + 1..end).all(|word| matches!(self.norm(word), "member" | "present" | "current" | "other"));
            if names || !plain || self.norm(end + 1) == "of" {
                continue;
            }
            let role = match self.norm(at.wrapping_sub(2)) {
                "with" => Role::With,
                "to" | "into" => Role::To,
                "from" => Role::From,
                "of" | "between" | "among" => Role::Of,
                _ => Role::Subject,
            };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at - 1].span.join(self.tokens[end].span);
            self.actors.insert(place, Actor { at, end: end + 1, span, party: group, role, rule: "members" });
        }
    }

    /// *the group's ceiling*, *the cartel pumped*, *its members*: those who limit their output together, where they were named.
    pub(super) fn cartel(&mut self, context: &Context) {
        let Some(group) = context.group.filter(|p| *p == Party::OPEC || p.as_str() == "OPEC_PLUS") else { return };
        for at in self.range.clone().skip(1) {
            let stands = match (self.norm(at - 1), self.norm(at)) {
                ("the", "group" | "cartel" | "organisation" | "organization" | "alliance") => {
                    !self.tokens[at].is_capitalised() && self.norm(at + 1) != "of"
                }
                ("its", "members") => true,
                _ => false,
            };
            if !stands {
                continue;
            }
            let role = match self.norm(at.wrapping_sub(2)) {
                _ if self.norm(at + 1) == "'" => Role::Possessor,
                "by" => Role::By,
                "of" | "among" => Role::Of,
                "in" | "within" | "outside" | "with" | "to" | "from" => Role::Title,
                _ => Role::Subject,
            };
            self.actors.retain(|a| !(at - 1..=at).contains(&a.at));
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at - 1].span.join(self.tokens[at].span);
            self.actors.insert(place, Actor { at, end: at + 1, span, party: group, role, rule: "members" });
        }
    }

    /// *sold 64 TWh to the US and bought 14 there*, *trade with it*, *turnover with this country*: the one named before.
    pub(super) fn named_before(&mut self, context: &Context) {
        for at in self.range.clone() {
            if !matches!(self.norm(at), "there" | "it" | "them" | "this" | "that") {
                continue;
            }
            let before = self.norm(at.wrapping_sub(1));
            let with = match before {
                "with" => Role::With,
                "to" => Role::To,
                "from" => Role::From,
                _ => Role::In,
            };
            let (role, end) = match (self.norm(at), self.norm(at + 1)) {
                ("there", next) if !matches!(next, "is" | "are" | "was" | "were" | "will" | "has" | "have" | "had") => {
                    let told = self.heads.iter().rfind(|h| h.at < at && h.class != Class::Agent);
                    let role = match told.and_then(Head::indicator) {
                        Some(Indicator::Imports) => Role::From,
                        Some(Indicator::Exports) => Role::To,
                        Some(Indicator::Balance | Indicator::Turnover) => Role::With,
                        Some(Indicator::Investment) => Role::In,
                        _ => continue,
                    };
                    (role, at + 1)
                }
                // *From them 489 million fell to exports*: of the sum told before.
                ("it" | "them", _) if at == self.range.start + 1 && self.opens_figure(at + 1) => continue,
                ("it" | "them", _) if with != Role::In => (with, at + 1),
                // *We sold it 4,200 tonnes*
                ("it" | "them", _)
                    if matches!(before, "sold" | "supplied" | "shipped" | "sent" | "delivered" | "sell" | "supply")
                        && self.norm(at.wrapping_sub(2)) == "we"
                        && self.opens_figure(at + 1) =>
                {
                    (Role::Object, at + 1)
                }
                ("this" | "that", "country" | "state" | "nation" | "neighbour" | "neighbor") if with != Role::In => {
                    (with, at + 2)
                }
                _ => continue,
            };
            // *Sweden sold 0.9 TWh to the country and Estonia bought 0.5 TWh from it*: the nearer of two subjects acts.
            let clause = self.clause(at);
            let nearest = self.actors.iter().rfind(|a| clause.contains(&a.at) && a.at < at && a.role == Role::Subject);
            // *Polish exports there reached 9.9 billion*: whose they are.
            let owner = self.heads.iter().rfind(|h| h.end == at && h.class == Class::Noun).and_then(|head| {
                self.actors.iter().rfind(|a| {
                    a.end <= head.at && head.at - a.end <= 3 && matches!(a.role, Role::Modifier | Role::Possessor)
                })
            });
            let acting = owner.or(nearest).or_else(|| self.subject_before(at)).map(|a| a.party).or(context.focus);
            // *exports to Britain, which left the EU's market, fell, while imports from there rose*: where goods went.
            let place = |a: &&Actor| matches!(a.role, Role::To | Role::From | Role::With | Role::In | Role::Object);
            let named = || self.actors.iter().rev().filter(|a| a.at < at && a.takes_part());
            let placed = named().filter(place).filter(|_| self.norm(at) == "there");
            let here = placed.chain(named()).map(|a| a.party);
            // Whoever the sentence names later was not named before.
            let later = |p: &Party| self.actors.iter().any(|a| a.party == *p && a.at > at);
            let last = [context.last.filter(|p| !later(p)), context.last_country].into_iter().flatten();
            let focus = context.focus.filter(|p| role == Role::Object && !later(p));
            let other = focus.into_iter().chain(here).chain(last).find(|p| Some(*p) != acting && *p != Party::WORLD);
            let Some(party) = other.filter(|_| !self.actors.iter().any(|a| a.at == at)) else { continue };
            let place = self.actors.partition_point(|a| a.at < at);
            let span = self.tokens[at].span.join(self.tokens[end - 1].span);
            self.actors.insert(place, Actor { at, end, span, party, role, rule: "named_before" });
        }
    }

    /// *India, which bought 3 million tonnes*, *Argentina, where demand doubled*, *Iran, whose exports fell*: the party
    /// right before such a word takes part in its clause.
    pub(super) fn relative_clauses(&mut self) {
        for at in self.range.clone() {
            let (role, before) = match (self.norm(at), self.norm(at.wrapping_sub(1))) {
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
            if matches!(role, Role::Subject) && !acts {
                continue;
            }
            let antecedent =
                self.actors.iter().rfind(|a| a.end == before || a.end + 1 == before && self.norm(a.end) == ",");
            let Some(party) = antecedent.filter(|a| a.party != Party::WORLD).map(|a| a.party) else { continue };
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
                let others = self.norm(mention.tokens.end) == "of" && self.norm(mention.tokens.end - 1) == "countries";
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
                    .or_else(|| self.country_of_office(at))
                    .or_else(|| self.country_supplied(at));
                let focus = context.focus.map(|p| self.who_does(mention.tokens.end, p, context));
                let spoken = office.or(here).or(context.about.filter(Party::is_country)).or(focus);
                // *the sultanate*, *the emirate*: the one of them that was spoken of.
                let spoken = match realms(self.norm(mention.tokens.end - 1)) {
                    [] => spoken,
                    realms => [context.focus, context.about, context.last_country, context.last, context.home()]
                        .into_iter()
                        .flatten()
                        .find(|p| realms.contains(&p.as_str())),
                };
                if !matches!(realms(self.norm(mention.tokens.end - 1)), []) && spoken.is_none() {
                    return;
                }
                // *"We bought oil," the Brazilian ambassador said*: of who speaks.
                let own = matches!(self.norm(mention.tokens.start), "we" | "our" | "us");
                let speaks = || context.speakers.speaks(self.tokens, &self.range, mention.tokens.start);
                let speaker = own.then(speaks).flatten();
                if let Some(home) = spoken.filter(|_| the).or(speaker).or(context.home()) {
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
                if let Some(party) = owner.or(focus) {
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
                let opens = self.clause(mention.tokens.start).start == mention.tokens.start
                    || matches!(
                        self.norm(mention.tokens.start.wrapping_sub(1)),
                        "," | "and" | "but" | "that" | "when" | "while" | "whereas" | "as"
                    );
                // *the 2.8 bcm of gas it burns a year*
                let goods = |m: &Mention| m.tokens.end == mention.tokens.start && matches!(m.what, What::Commodity(_));
                let opens = opens || self.mentions.iter().any(goods);
                if let Some(party) = focus.filter(|_| trades && opens) {
                    self.act(mention, party, Role::Subject, "it");
                }
            }
            // *Uzbekistan was the main customer* says who it was.
            Relation::OtherParty
                if (1..=2).any(|back| {
                    let word = self.norm(mention.tokens.start.wrapping_sub(back));
                    matches!(word, "was" | "is" | "were" | "remained" | "became" | "as")
                }) => {}
            Relation::OtherParty => {
                if self.norm(mention.tokens.end - 1) == "latter" {
                    let here = self.actors.last().map(|a| a.party);
                    if let Some(party) = here.or(context.last) {
                        self.act(mention, party, role(), "the_latter");
                    }
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
                let known = focus.and_then(|party| context.other(party)).or(context.pair.map(|pair| pair.1));
                if let Some(party) = known.filter(Party::is_country) {
                    self.act(mention, party, role(), "neighbour");
                }
            }
            // *the five Central Asian states* name their group themselves.
            Relation::Region if self.names_at(mention.tokens.end) => {}
            // *world output, excluding Eastern Bloc countries*
            Relation::Region if self.is_left_out(mention) => {}
            Relation::Region => {
                if let Some(group) = context.group {
                    self.act(mention, group, role(), "region");
                }
            }
            _ => {}
        }
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

    /// Whether words right before leave out what is mentioned.
    fn is_left_out(&self, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        (start.saturating_sub(4)..start)
            .any(|at| matches!(self.norm(at), "excluding" | "except" | "outside" | "barring"))
    }

    /// Whether a figure is written at token `at`.
    fn opens_figure(&self, at: usize) -> bool {
        self.quantities.iter().any(|q| self.mentions[*q].tokens.start == at)
    }

    /// Whether a party is named at token `at`.
    fn names_at(&self, at: usize) -> bool {
        self.mentions.iter().any(|m| m.tokens.start == at && matches!(m.what, What::Party(..)))
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

/// The countries that a word for a realm can mean.
fn realms(word: &str) -> &'static [&'static str] {
    match word {
        "sultanate" => &["OMN", "BRN"],
        "emirate" => &["QAT", "KWT", "ARE"],
        "kingdom" => &[
            "SAU", "THA", "JOR", "MAR", "BHR", "NLD", "BEL", "DNK", "NOR", "SWE", "ESP", "GBR", "NPL", "KHM", "BTN",
            "TON", "LSO", "SWZ",
        ],
        _ => &[],
    }
}

/// Adverbs and auxiliaries between a subject and its verb.
fn is_auxiliary(word: &str) -> bool {
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
