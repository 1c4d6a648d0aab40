//! Who is meant where no name stands: pairs, the home country, the one spoken of.

use crate::lexicon::words::{is_gathering, is_main, opens_figure};
use crate::lexicon::{Lexicon, NameForm};
use crate::mention::{Mention, What};
use crate::model::Party;
use crate::token::{Shape, Token};

/// What sort of line names are heard in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A sentence or heading.
    Prose,
    /// A row of a table, whose label says nothing of the text's home.
    Row,
}

/// What the text so far has named.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The two countries (or country and group) of the talk: those named together most.
    pub pair: Option<(Party, Party)>,
    /// Where the text comes from: the country of its dateline, else the first it speaks of as its own.
    home: Option<Party>,
    /// The one spoken of last as an owner or actor.
    pub focus: Option<Party>,
    /// Whose goods the sentence before speaks of, where it tells no figure: *Nigeria's crude went mostly to Asia*.
    pub seller: Option<Party>,
    /// Who sold to whom in the statement before.
    pub sold: Option<(Party, Party)>,
    /// The group named last.
    pub group: Option<Party>,
    /// The European Union, once it was named in a text that names no Europe beside it.
    pub union: Option<Party>,
    /// The one named last.
    pub last: Option<Party>,
    /// The country named last before the sentence being heard.
    pub last_country: Option<Party>,
    /// The country that the whole text names most.
    most: Option<Party>,
    /// How often each was named.
    counts: Vec<(Party, u32)>,
    /// The two of whom the same was told last, in their order: *the former*, *the latter*.
    pub in_turn: Option<(Party, Party)>,
    /// The two countries that the sentence before names, and no other.
    pub two_before: Option<(Party, Party)>,
    /// Those of this one.
    two_here: Option<(Party, Party)>,
    /// Whose words the text tells.
    pub speakers: super::Speakers,
    /// How often two were named together.
    pairs: Vec<((Party, Party), u32)>,
    /// The pairs that words other than *and* join: *gas exports to Jordan*, not *Argentina and Brazil had a drought*.
    linked: Vec<(Party, Party)>,
    dateline: bool,
    /// Whether the headline names the two that the text is about, joined by a dash.
    pub headed: bool,
    /// The two that the headline joins, and no other.
    pub heading: Option<(Party, Party)>,
    /// The country that the publisher is named by: *President of the United States*.
    pub source: Option<Party>,
    /// The country whose own office tells its figures.
    pub office: Option<Party>,
    /// The country whose own figures the text tells most.
    pub owner: Option<Party>,
    /// The two whose trade the whole text is about.
    pub cast: Option<(Party, Party)>,
    /// The country whose name alone is the first line: the text is its fact sheet.
    pub sheet: Option<Party>,
    /// The one whose trade with many the whole text is about.
    pub about: Option<Party>,
    /// How often the whole text names each country.
    named: Vec<(Party, u32)>,
    /// Whether the pair is that of all that was heard: a sentence without names leaves it.
    told: bool,
}

impl Context {
    /// Takes up what a sentence names, before its figures are read.
    pub fn hear(&mut self, mentions: &[Mention], tokens: &[Token<'_>], lexicon: &Lexicon, line: Line) {
        (self.two_before, self.two_here) = (self.two_here, None);
        self.last_country = self.last.filter(Party::is_country).or(self.last_country);
        if self.told && !mentions.iter().any(|m| matches!(m.what, What::Party(..))) {
            return;
        }
        let mut named: Vec<(Party, usize)> = Vec::new();
        let mut together: Vec<(Party, Party)> = Vec::new();
        for (at, mention) in mentions.iter().enumerate() {
            let What::Party(party, form) = mention.what else { continue };
            if matches!(form, NameForm::Capital | NameForm::Place) && is_dateline(mention, tokens) {
                if !self.dateline {
                    self.home = Some(party);
                    self.dateline = true;
                }
                continue;
            }
            // *the African country* names a country by its group.
            let described = !party.is_country()
                && tokens
                    .get(mention.tokens.end)
                    .is_some_and(|t| matches!(t.norm.as_ref(), "country" | "nation" | "state"));
            // *at a meeting in Paris on June 22*: where something is held.
            let venue = form == NameForm::Capital
                && mention.tokens.start.checked_sub(2).is_some_and(|at| {
                    let held = is_gathering(tokens[at].norm.as_ref())
                        || matches!(
                            tokens[at].norm.as_ref(),
                            "meetings" | "session" | "congress" | "forum" | "seminar"
                        );
                    held && tokens[at + 1].norm == "in"
                });
            if party == Party::WORLD
                || !form.names_it()
                || venue
                || described
                || is_set_apart(mention.tokens.start, |at| &tokens[at].norm)
            {
                continue;
            }
            add(&mut self.counts, party, 1);
            if !party.is_country() {
                self.group = Some(party);
                match party.as_str() {
                    "EU" if !self.counts.iter().any(|(p, _)| p.as_str() == "EUROPE") => self.union = Some(party),
                    "EUROPE" if form == NameForm::Name => self.union = None,
                    _ => {}
                }
            }
            if line == Line::Prose
                && self.home.is_none()
                && form == NameForm::Name
                && party.is_country()
                && !beside(mention, tokens)
            {
                self.home = Some(party);
            }
            self.last = Some(party);
            named.push((party, at));
        }
        for (at, ((a, first), (b, second))) in named.iter().zip(named.iter().skip(1)).enumerate() {
            // *Uzbekistan, Tajikistan and Kyrgyzstan* is a list of three.
            let list = at > 0 && {
                let before = &mentions[named[at - 1].1];
                tokens[before.tokens.end.min(mentions[*first].tokens.start)..mentions[*first].tokens.start]
                    .iter()
                    .all(|t| t.is_mark(','))
            };
            let near = !list && paired(&mentions[*first], &mentions[*second], tokens);
            if a != b && near && !together.contains(&(*a, *b)) && !together.contains(&(*b, *a)) {
                together.push((*a, *b));
                // Two countries make a pair more than a country and a group do.
                self.pair_up(*a, *b, if a.is_country() && b.is_country() { 2 } else { 1 });
                if !self.linked.contains(&(*a, *b)) && is_linked(&mentions[*first], &mentions[*second], tokens) {
                    self.linked.push((*a, *b));
                }
            }
        }
        // A sentence of two countries and no other speaks of both.
        let mut countries = named.iter().map(|(p, _)| *p).filter(Party::is_country);
        if let Some(a) = countries.next()
            && let Some(b) = countries.find(|p| *p != a)
            && countries.all(|p| p == a || p == b)
        {
            self.pair_up(a, b, 1);
            self.two_here = Some((a, b));
        }
        let most = self.pairs.iter().rev().max_by_key(|(_, weight)| *weight);
        // The two of the whole text, in the order of their first naming together.
        let told = |(a, b): (Party, Party)| {
            self.pairs.iter().map(|(pair, _)| *pair).find(|pair| *pair == (a, b) || *pair == (b, a)).unwrap_or((a, b))
        };
        let cast = self.heading.or(self.cast).map(told);
        self.told = true;
        self.pair = cast.or(most.map(|(pair, _)| *pair)).or_else(|| self.most_named(lexicon));
    }

    /// Counts a naming of two together; the order of the first naming stays.
    fn pair_up(&mut self, a: Party, b: Party, weight: u32) {
        // The first pair of a text is its topic more than a later one.
        let weight = weight + u32::from(self.pairs.is_empty());
        let known = self.pairs.iter().any(|((x, y), _)| (*x, *y) == (b, a));
        add(&mut self.pairs, if known { (b, a) } else { (a, b) }, weight);
    }

    /// Takes up a headline: *Italy-Algeria: ...*, *Serbia and Turkey: ...*, *Kenya, Oman to ...* name the two that the text is about.
    pub fn hear_headline(&mut self, mentions: &[Mention], tokens: &[Token<'_>]) {
        let named = mentions.iter().filter_map(|m| match m.what {
            What::Party(party, form) if form.names_it() && party != Party::WORLD => Some((party, m)),
            _ => None,
        });
        let mut named = named.filter(|(_, m)| !is_dateline(m, tokens) || m.tokens.start == 0);
        let (Some((a, first)), Some((b, second))) = (named.next(), named.next()) else { return };
        let joined = matches!(
            &tokens[first.tokens.end.min(second.tokens.start)..second.tokens.start],
            [join] if matches!(join.norm.as_ref(), "-" | "–" | "and" | "," | "&" | "/")
        );
        if joined && a != b && a.is_country() && b.is_country() && named.all(|(party, _)| party == a || party == b) {
            self.heading = Some((a, b));
        }
    }

    /// Forgets who was named, at the head of a piece of news of its own that a place or two stand over: *LIMA-QUITO. ...*
    pub fn begin_piece(&mut self, first: Party, second: Option<Party>) {
        *self = Context {
            home: Some(first),
            dateline: true,
            focus: Some(first),
            last: Some(first),
            last_country: Some(first),
            heading: second.map(|second| (first, second)),
            pair: second.map(|second| (first, second)),
            source: self.source,
            office: self.office,
            speakers: std::mem::take(&mut self.speakers),
            ..Context::default()
        };
    }

    /// Counts the namings of the whole text.
    pub fn settle<'m>(&mut self, all: impl Iterator<Item = &'m Mention>, tokens: &[Token<'_>]) {
        let mut counts: Vec<(Party, u32)> = Vec::new();
        for mention in all {
            if let What::Party(party, NameForm::Office) = mention.what {
                self.office = self.office.or(Some(party));
            }
            if let What::Party(party, form) = mention.what
                && party.is_country()
                && form != NameForm::Place
            {
                // An owner speaks for the text more than an entry of a list does.
                let owner = tokens.get(mention.tokens.end).is_some_and(|t| t.is_mark('\'') && t.is_joined());
                add(&mut counts, party, if owner { 3 } else { 1 });
            }
        }
        self.told = false;
        self.named = counts.clone();
        self.most = counts.iter().rev().max_by_key(|(_, count)| *count).map(|(party, _)| *party);
    }

    /// The two countries named most, where both are named at least once; members of a named group stand before it.
    fn most_named(&self, lexicon: &Lexicon) -> Option<(Party, Party)> {
        let mut ranked: Vec<&(Party, u32)> = self.counts.iter().collect();
        ranked.sort_by_key(|(party, count)| (!party.is_country(), std::cmp::Reverse(*count)));
        let first = ranked.first()?.0;
        let second = ranked
            .iter()
            .map(|(p, _)| *p)
            .find(|p| *p != first && !lexicon.members(*p).iter().any(|member| member.party == first))?;
        Some((first, second))
    }

    /// The other one of two that the text tells of together, not only names both.
    #[must_use]
    pub fn told_other(&self, party: Party) -> Option<Party> {
        let told = self.cast.is_some() || self.headed || self.pairs.iter().any(|(pair, _)| Some(*pair) == self.pair);
        self.other(party).filter(|_| told)
    }

    /// The other one of a pair that the text has named together more than in passing, and not only beside each other.
    #[must_use]
    pub fn firm_other(&self, party: Party) -> Option<Party> {
        let linked = |(a, b): (Party, Party)| {
            self.cast.is_some() || self.headed || self.linked.iter().any(|l| *l == (a, b) || *l == (b, a))
        };
        let firm = self.pairs.iter().any(|(pair, weight)| Some(*pair) == self.pair && *weight >= 3 && linked(*pair));
        self.other(party).filter(|_| firm)
    }

    /// The country of the dateline, where there is one.
    #[must_use]
    pub fn dateline_home(&self) -> Option<Party> {
        self.home.filter(|home| self.dateline && !self.desk(*home))
    }

    /// Whether a dateline is only where the desk stands: its country is named nowhere else, and the figures are another's.
    fn desk(&self, home: Party) -> bool {
        let named = self.named.iter().find(|(p, _)| *p == home).map_or(0, |(_, count)| *count);
        self.dateline && named <= 1 && self.owner.is_some_and(|owner| owner != home)
    }

    /// The country whose own office tells the figures, else the one that the publisher is named by.
    #[must_use]
    pub fn publisher(&self) -> Option<Party> {
        self.office.or(self.source)
    }

    /// The home country, or the one that the text names most.
    #[must_use]
    pub fn home(&self) -> Option<Party> {
        self.home
            .map(|home| if self.desk(home) { self.owner.unwrap_or(home) } else { home })
            .or(self.office)
            .or(self.most)
            .or(self.source)
    }

    /// The one spoken of last, else the one named last, in the text so far or, if none is, in all of it, that `is` takes.
    #[must_use]
    pub fn named_among(&self, is: impl Fn(&Party) -> bool) -> Option<Party> {
        let spoken = [self.focus, self.last, self.last_country, self.about, self.home()].into_iter().flatten();
        let heard = self.counts.iter().rev().map(|(party, _)| *party);
        spoken.chain(heard).chain(self.named.iter().rev().map(|(party, _)| *party)).find(is)
    }

    /// The other one of the pair spoken of.
    #[must_use]
    pub fn other(&self, party: Party) -> Option<Party> {
        match self.pair? {
            (a, b) if a == party => Some(b),
            (a, b) if b == party => Some(a),
            _ => None,
        }
    }
}

fn add<K: PartialEq>(counts: &mut Vec<(K, u32)>, key: K, weight: u32) {
    match counts.iter_mut().find(|(k, _)| *k == key) {
        Some((_, count)) => *count += weight,
        None => counts.push((key, weight)),
    }
}

/// *non-EU countries*, *countries other than the United States*, *its third largest partner after the US and China*: whether the name at
/// token `start` tells who is not meant.
pub fn is_set_apart<'w>(start: usize, word: impl Fn(usize) -> &'w str) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", &word);
    if ranks_higher(before) || ranks_after_those(start, &word) {
        return true;
    }
    if before(1) == "-" && matches!(before(2), "extra" | "non" | "ex") {
        return true;
    }
    let the = usize::from(before(1) == "the");
    // *supplies beyond the CIS*, *production outside OPEC*
    let flow = |word: &str| {
        matches!(
            word,
            "supplies" | "exports" | "deliveries" | "sales" | "shipments" | "production" | "output" | "supply"
        )
    };
    if matches!(before(1 + the), "beyond" | "outside") && flow(before(2 + the)) {
        return true;
    }
    matches!((before(2 + the), before(1 + the)), ("other", "than")) || before(1 + the) == "except"
}

/// *Mexico is its third largest partner after the US and China*, *trailing only Chile*: whether the words before a name set it above another
/// in rank.
fn ranks_higher<'w>(before: impl Fn(usize) -> &'w str) -> bool {
    let ends = |word: &str| matches!(word, "" | "." | ";" | ":" | "with" | "to" | "from" | "in" | "between" | "of");
    let behind = (1..=6)
        .take_while(|back| !ends(before(*back)))
        .find(|back| matches!(before(*back), "after" | "behind" | "trailing"));
    let ranked = |word: &str| matches!(word, "partner" | "partners");
    let rank =
        |word: &str| is_main(word) || matches!(word, "largest" | "biggest" | "second" | "third" | "fourth" | "fifth");
    behind.is_some_and(|behind| {
        let stretch = behind + 1..=behind + 12;
        stretch.clone().take_while(|back| !matches!(before(*back), "" | "." | ";")).any(|back| ranked(before(back)))
            && stretch.take_while(|back| !matches!(before(*back), "" | "." | ";")).any(|back| rank(before(back)))
    })
}

/// *the second largest after the one with Kenya*, *behind those with Chad and Niger*: whether a name tells whose figure alone is above.
fn ranks_after_those<'w>(start: usize, word: impl Fn(usize) -> &'w str) -> bool {
    let at = |back: usize| start.checked_sub(back).map_or("", &word);
    let joined = if at(1) == "and" { 2 } else { 0 };
    let the = joined + usize::from(at(joined + 1) == "the");
    let one = the + 1 + usize::from(matches!(at(the + 2), "one" | "ones" | "those" | "that"));
    let article = one + usize::from(matches!(at(one), "one" | "ones") && at(one + 1) == "the");
    one > the + 1
        && matches!(at(the + 1), "with" | "to" | "from")
        && matches!(at(article + 1), "after" | "behind")
        && (2..=5).any(|back| matches!(at(article + back), "largest" | "biggest" | "highest" | "smallest"))
}

/// *With the fair as a background, ...*: a preposition that opens its sentence governs no later name.
fn opens(token: &Token<'_>) -> bool {
    token.is_capitalised() && token.text.chars().nth(1).is_some_and(char::is_lowercase)
}

/// Whether a name stands for the other side: behind *with*, *to*, *from* in its clause.
fn beside(mention: &Mention, tokens: &[Token<'_>]) -> bool {
    let from = mention.tokens.start.saturating_sub(20);
    tokens[from..mention.tokens.start]
        .iter()
        .rev()
        .take_while(|t| !matches!(t.norm.as_ref(), "." | ";" | ":" | "that") && t.gap < crate::token::Gap::Paragraph)
        .any(|t| matches!(t.norm.as_ref(), "with" | "to" | "from" | "into" | "against") && !opens(t))
}

/// `BEIJING, Jan. 19 --`, `ASTANA –`: capitals at the head of a line before a dash, a date or a bracket.
fn is_dateline(mention: &Mention, tokens: &[Token<'_>]) -> bool {
    let next = tokens.get(mention.tokens.end);
    mention.is_shouted(tokens) && next.is_some_and(|t| opens_figure(t.norm.as_ref()) || t.norm.as_ref() == "/")
}

/// Whether more than *and* joins two namings of a pair: *Argentina and Brazil* stand beside each other, *between Chile and Peru*
/// something goes on.
fn is_linked(first: &Mention, second: &Mention, tokens: &[Token<'_>]) -> bool {
    let between = &tokens[first.tokens.end.min(second.tokens.start)..second.tokens.start];
    let plain = between.iter().all(|t| matches!(t.norm.as_ref(), "and" | "the"));
    let ahead = &tokens[first.tokens.start.saturating_sub(3)..first.tokens.start];
    !plain || ahead.iter().any(|t| t.norm == "between")
}

/// Two namings that make a pair: joined by a dash, *and*, *with*, or the verb between them.
fn paired(first: &Mention, second: &Mention, tokens: &[Token<'_>]) -> bool {
    let between = &tokens[first.tokens.end.min(second.tokens.start)..second.tokens.start];
    match between {
        [dash] => matches!(dash.norm.as_ref(), "-" | "and" | "with" | "/"),
        words => {
            words.len() <= 8
                && !words.iter().any(|t| t.shape == Shape::Digits)
                // *the EU's largest trading partner within ASEAN*: where the partner lies.
                && !words.last().is_some_and(|t| matches!(t.norm.as_ref(), "in" | "within" | "among"))
                && (words
                    .iter()
                    .any(|t| matches!(t.norm.as_ref(), "with" | "and" | "to" | "from" | "between" | "into"))
                    || words.iter().any(|t| t.norm == "partner"))
                && !words.iter().any(|t| matches!(t.norm.as_ref(), "." | ";"))
        }
    }
}
