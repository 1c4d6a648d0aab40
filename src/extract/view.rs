//! A sentence made ready for its rules: segments, heads, actors.

use std::cell::OnceCell;
use std::ops::Range;

use super::division::Division;
use super::grammar::{Grammar, Role, Segment};
use super::head::{Head, head};
use super::respective::{self, Respective};
use crate::lexicon::{Class, Cue, Kinds, Lexicon, Marks, NameForm, Relation, Route, Topic};
use crate::mention::{Expression, Mention, QuantityMention, What};
use crate::model::{Indicator, Party, Span};
use crate::resolve::{Context, is_set_apart};
use crate::token::Token;

/// A party with the part it plays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Actor {
    /// Its first token.
    pub at: usize,
    /// The token after it.
    pub end: usize,
    /// Its bytes.
    pub span: Span,
    /// Who it is.
    pub party: Party,
    /// What part it plays.
    pub role: Role,
    /// How it was named.
    pub rule: &'static str,
}

impl Actor {
    /// Whether it takes part in what is told: it is no part of a title, and not who tells it.
    pub fn takes_part(&self) -> bool {
        !matches!(self.role, Role::Title | Role::Teller)
    }
}

/// A sentence with everything that rules ask of it.
pub struct View<'a> {
    /// The document's tokens.
    pub tokens: &'a [Token<'a>],
    /// Those of the sentence.
    pub range: Range<usize>,
    /// What is written.
    pub mentions: &'a [Mention],
    /// Its segments.
    pub segments: Vec<Segment>,
    /// The clause of each segment.
    clauses: Vec<Range<usize>>,
    /// The segment of each token.
    places: Vec<u16>,
    /// What it holds at all.
    pub marks: Marks,
    /// Its heads.
    pub heads: Vec<Head>,
    /// Its parties.
    pub actors: Vec<Actor>,
    /// Its routes with their first token and bytes.
    pub routes: Vec<(usize, Span, &'a Route)>,
    /// Its quantities by their place among the mentions.
    pub quantities: Vec<usize>,
    /// The two that are spoken of, where the sentence says *the two countries*, *bilateral*.
    pub pair: Option<((Party, Party), Span)>,
    /// Lists that are read side by side.
    pub respective: Option<Respective>,
    /// Its times as they are worded, once they are asked for: the mention, what it says, whether it is compared with.
    pub times: OnceCell<Vec<(usize, Expression, bool)>>,
    /// The trade that it divides, once it is asked for.
    pub divisions: OnceCell<Option<Division>>,
    /// What words can mean.
    pub lexicon: &'a Lexicon,
}

/// Room for the parts of a sentence, which the next one takes over.
#[derive(Default)]
pub struct Room {
    heads: Vec<Head>,
    actors: Vec<Actor>,
    quantities: Vec<usize>,
    clauses: Vec<Range<usize>>,
    places: Vec<u16>,
}

impl Room {
    /// Reads the parts that the words of a sentence play.
    pub fn view<'a>(
        self,
        tokens: &'a [Token<'a>],
        range: Range<usize>,
        mentions: &'a [Mention],
        grammar: &dyn Grammar,
        context: &Context,
        lexicon: &'a Lexicon,
    ) -> View<'a> {
        let segments = grammar.segments(tokens, range.clone(), mentions);
        let Room { heads, actors, quantities, mut clauses, mut places } = self;
        clauses_of(&segments, &range, &mut clauses);
        places_of(&segments, &range, &mut places);
        let mut view = View {
            tokens,
            range: range.clone(),
            mentions,
            segments,
            clauses,
            places,
            marks: Marks::NONE,
            heads,
            actors,
            routes: Vec::new(),
            quantities,
            pair: None,
            respective: None,
            times: OnceCell::new(),
            divisions: OnceCell::new(),
            lexicon,
        };
        let mut marks = Marks::PARTED.where_so(view.segments.len() > 1);
        for (index, mention) in mentions.iter().enumerate() {
            match &mention.what {
                What::Quantity(_) => view.quantities.push(index),
                What::Commodity(_) => marks = marks.or(Marks::GOODS),
                What::Period(_) => marks = marks.or(Marks::TIME),
                What::Route(route) => {
                    marks = marks.or(Marks::ROUTE);
                    if let Some(route) = lexicon.routes.get(*route) {
                        view.routes.push((mention.tokens.start, mention.span, route));
                    }
                }
                What::Party(..) if view.is_aside(mention) => {}
                What::Party(party, form) => {
                    let role = grammar.role(tokens, range.clone(), mentions, index);
                    // *Exports to the EU fell. Imports of European goods sank*
                    let adjective = *form == NameForm::Adjective && !party.is_country();
                    let union = context.union.filter(|_| adjective && party.as_str() == "EUROPE");
                    view.act(mention, union.unwrap_or(*party), role, "name");
                }
                What::Cues(cues) => {
                    if let Some(head) = head(mention, cues, || grammar.is_verb(tokens, range.clone(), mentions, index))
                        && !view.is_compound(&head)
                    {
                        let passive = !matches!(head.class, Class::Noun | Class::Agent)
                            && grammar.is_passive(tokens, range.clone(), mentions, index);
                        let time = |m: &Mention| m.tokens.start == head.end && matches!(m.what, What::Period(_));
                        let head = if view.is_pumped_across(&head) || view.leads_across(&head, passive) {
                            let class = if head.class == Class::Noun { Class::Noun } else { Class::VerbOf };
                            Head { topic: Topic::Of(Indicator::Transit), class, ..head }
                        } else if view.norm(head.at) == "shipped"
                            && view.norm(head.end - 1) == "in"
                            && mentions[index + 1..].iter().any(time)
                        {
                            // *the 4.7 million tonnes shipped in 2017*
                            let topic = Topic::Of(Indicator::Exports);
                            Head { topic, class: Class::VerbOut, end: head.at + 1, span: tokens[head.at].span, ..head }
                        } else if view.norm(head.at) == "crossed"
                            && matches!(view.norm(head.end), "from" | "into" | "to")
                        {
                            // *2 bcm of gas crossed into Bulgaria*
                            Head { topic: Topic::Flow, class: Class::VerbOut, ..head }
                        } else if view.takes_in(&head) {
                            Head { topic: Topic::Of(Indicator::Imports), class: Class::VerbIn, ..head }
                        } else if view.is_sold_at_home(&head) {
                            Head { topic: Topic::Of(Indicator::Consumption), ..head }
                        } else if view.is_spending_on_invisibles(&head) {
                            Head { topic: Topic::Of(Indicator::Imports), ..head }
                        } else if view.is_revenue_of_goods(&head) {
                            Head { topic: Topic::Of(Indicator::Exports), ..head }
                        } else if view.can_move(&head) {
                            Head { topic: Topic::Of(Indicator::Capacity), class: Class::VerbOf, ..head }
                        } else {
                            head
                        };
                        view.heads.push(Head { passive, ..head });
                    }
                    for cue in cues {
                        marks = marks.or(marks_of(*cue));
                        if *cue == Cue::Share {
                            view.of_its(mention);
                        }
                        if let Cue::Relation(relation) = cue {
                            let role = || grammar.role(tokens, range.clone(), &stand_in(mentions, index), index);
                            view.relate(mention, *relation, context, role);
                        }
                    }
                }
            }
        }
        view.join_flows();
        let mut kinds = Kinds::NONE;
        for token in &tokens[range] {
            let (begins, marked) = lexicon.phrases.told_of(token.word);
            (kinds, marks) = (kinds.or(begins), marks.or(marked));
        }
        view.marks = marks.or(Marks::SEVERAL.where_so(view.quantities.len() > 1));
        if kinds.meets(Kinds::NATION) || view.actors.iter().any(|a| !a.party.is_country() && a.party != Party::WORLD) {
            view.nations(context);
        }
        if kinds.meets(Kinds::POINTS) {
            view.named_before(context);
        }
        view.the_two(context);
        if kinds.meets(Kinds::MEMBERS) {
            view.counted_group(context);
            view.cartel(context);
        }
        if kinds.meets(Kinds::RELATIVE) && !view.actors.is_empty() {
            view.relative_clauses();
        }
        view.respective = respective::lists(&view);
        view
    }
}

impl<'a> View<'a> {
    /// Its room, empty, for the next sentence.
    pub fn leave(self) -> Room {
        let View { mut heads, mut actors, mut quantities, mut clauses, mut places, .. } = self;
        heads.clear();
        actors.clear();
        quantities.clear();
        clauses.clear();
        places.clear();
        Room { heads, actors, quantities, clauses, places }
    }

    /// The answer of a rule that has none in a sentence without one of these marks. The crate's own tests, and builds with
    /// `--cfg check_marks`, ask it there too.
    #[inline]
    pub fn given<T>(&self, marks: Marks, rule: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.marks.meets(marks) {
            return rule();
        }
        #[cfg(any(test, check_marks))]
        assert!(rule().is_none(), "a rule answers without its marks {marks:?}");
        None
    }

    /// The same of a question.
    #[inline]
    pub fn where_given(&self, marks: Marks, question: impl FnOnce() -> bool) -> bool {
        self.given(marks, || question().then_some(())).is_some()
    }

    /// *a London-based dealer*, *the EU (including the UK)*: whether a party takes no part, being where somebody has an
    /// office or what a whole is told to hold.
    fn is_aside(&self, mention: &Mention) -> bool {
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let the = usize::from(self.norm(start.wrapping_sub(1)) == "the");
        let before = |back: usize| self.norm(start.wrapping_sub(back + the));
        // *U.S.-backed cuts in output*, *the Saudi-led group*: nor does who stands behind what others do.
        let office = self.norm(end) == "-"
            && matches!(
                self.norm(end + 1),
                "based"
                    | "headquartered"
                    | "listed"
                    | "backed"
                    | "era"
                    | "built"
                    | "designed"
                    | "led"
                    | "brokered"
                    | "sponsored"
                    | "mediated"
                    | "supported"
            );
        // *Crude eased to $71.30 in early London trade*: where a market's dealers sit.
        let dealers = matches!(self.norm(end), "trade" | "trading" | "dealings" | "session")
            && matches!(
                before(1),
                "in" | "early" | "late" | "morning" | "afternoon" | "midday" | "overnight" | "electronic"
            )
            && matches!(
                self.norm(start),
                "london" | "new" | "singapore" | "tokyo" | "asian" | "european" | "hong" | "asia" | "europe" | "us"
            );
        // *exports to China including Hong Kong*
        let behind = |m: &Mention| m.tokens.end + 1 + the == start && matches!(m.what, What::Party(..));
        // *non-OPEC Egypt*, *the non-OECD area*
        // *global output outside Iran*
        let outside = is_set_apart(start, |at| self.norm(at))
            || before(1) == "outside"
            || before(1) == "called" && before(4) == "the" && before(5) == "outside";
        let held = matches!(before(1), "including" | "excluding");
        office || dealers || outside || held && (before(2) == "(" || self.mentions.iter().any(behind))
    }

    /// *In particular, ...*: whether the sentence tells parts of the one before it.
    pub fn opens_parts(&self) -> bool {
        let start = self.range.start;
        matches!(self.norm(start), "particularly" | "specifically" | "namely")
            || self.norm(start) == "in" && self.norm(start + 1) == "particular"
    }

    pub(super) fn act(&mut self, mention: &Mention, party: Party, role: Role, rule: &'static str) {
        self.actors.push(Actor {
            at: mention.tokens.start,
            end: mention.tokens.end,
            span: mention.span,
            party,
            role,
            rule,
        });
    }

    /// The folded text of the token at `at`, empty outside the sentence.
    pub fn norm(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.tokens[at].norm.as_ref() } else { "" }
    }

    /// The quantity at `mentions[index]`.
    pub fn quantity(&self, index: usize) -> Option<&'a QuantityMention> {
        match &self.mentions.get(index)?.what {
            What::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// The first token of a figure and of what hedges it.
    pub fn start_with_hedge(&self, quantity: &QuantityMention) -> usize {
        let start = quantity.tokens.start;
        let Some(hedge) = quantity.hedge else { return start };
        let hedges = |at: &usize| self.tokens[*at].span.start >= hedge.start;
        (0..start).rev().take_while(hedges).last().unwrap_or(start)
    }

    /// The segment that holds the token at `at`.
    pub fn segment(&self, at: usize) -> usize {
        match at.checked_sub(self.range.start) {
            Some(at) => self.places.get(at).or(self.places.last()).map_or(0, |place| usize::from(*place)),
            None => 0,
        }
    }

    /// The tokens of segment `index`.
    pub fn segment_tokens(&self, index: usize) -> Range<usize> {
        self.segments.get(index).map_or(self.range.clone(), |s| s.tokens.clone())
    }

    /// The cues that `wanted` takes, with their mentions, in the order of the text.
    pub fn cues<T: 'a>(&self, wanted: impl Fn(Cue) -> Option<T> + 'a) -> impl Iterator<Item = (T, &'a Mention)> + 'a {
        self.mentions.iter().filter_map(move |mention| match &mention.what {
            What::Cues(cues) => cues.iter().find_map(|cue| wanted(*cue)).map(|value| (value, mention)),
            _ => None,
        })
    }

    /// The bytes of the comparing words that end right before token `at`.
    pub fn comparing_before(&self, at: usize) -> Option<Span> {
        if !self.marks.meets(Marks::COMPARES) {
            return None;
        }
        let mut words = self.cues(|cue| matches!(cue, Cue::Relation(Relation::Compare)).then_some(()));
        words.find(|(_, mention)| mention.tokens.end == at).map(|(_, mention)| mention.span)
    }

    /// The segment that goes on behind the bracket that follows segment `index`.
    pub fn behind_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opening = |at: usize| self.segments.get(at).map(|s| s.opening);
        if opening(index + 1)? != Opening::Bracket {
            return None;
        }
        (index + 2..self.segments.len()).take(4).find(|at| opening(*at) == Some(Opening::Unbracket))
    }

    /// The segment that goes on behind the bracket that segment `index` stands in.
    pub fn behind_own_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opens = (index.saturating_sub(3)..=index).rev().find(|at| {
            matches!(self.segments.get(*at).map(|s| s.opening), Some(Opening::Bracket | Opening::Unbracket))
        })?;
        opens.checked_sub(1).and_then(|before| self.behind_bracket(before))
    }

    /// *in Japan's favour*, *in favour of Japan*: the word, close behind the figure that ends before token `end`.
    pub fn favour_behind(&self, end: usize) -> Option<usize> {
        let favour = (end..end + 7).find(|at| matches!(self.norm(*at), "favour" | "favor"))?;
        (end..favour).any(|at| self.norm(at) == "in").then_some(favour)
    }

    /// *traders in France*, *exporters in the U.K.*: whether those who trade are told to sit there.
    pub fn is_place_of_traders(&self, actor: &Actor) -> bool {
        let at = self.phrase_start(actor);
        // *the partners in the offshore Leviathan field*
        let field = (actor.end - 1..=actor.end)
            .any(|at| matches!(self.norm(at), "field" | "fields" | "project" | "block" | "gas"));
        let described = field && self.norm(at.wrapping_sub(2)) == "the" && self.norm(at.wrapping_sub(3)) == "in";
        let at = if described { at - 2 } else { at };
        let owners = field
            && matches!(
                self.norm(at.wrapping_sub(2)),
                "partners" | "owners" | "shareholders" | "developers" | "companies"
            );
        actor.role == Role::In
            && self.norm(at.wrapping_sub(1)) == "in"
            && (owners
                || matches!(
                    self.norm(at.wrapping_sub(2)),
                    "traders" | "exporters" | "dealers" | "operators" | "refiners"
                ))
    }

    /// The first token of an actor's name with its article.
    pub fn phrase_start(&self, actor: &Actor) -> usize {
        actor.at - usize::from(actor.at > self.range.start && self.norm(actor.at - 1) == "the")
    }

    /// *the other way*, *the opposite direction* at token `at`.
    pub fn is_way_back(&self, at: usize) -> bool {
        let before = || self.norm(at.wrapping_sub(1));
        match self.norm(at) {
            "other" | "opposite" => matches!(self.norm(at + 1), "way" | "direction"),
            "reverse" => matches!(self.norm(at + 1), "way" | "direction") || before() == "in",
            // *and 1.2 TWh came back*, *take 8 bcm back*
            "back" => {
                let ends = !self.norm(at + 1).starts_with(char::is_alphabetic);
                let came = matches!(before(), "came" | "come" | "flowed" | "sent" | "went" | "flow");
                // *came back to 8 bcm*
                let level = self.norm(at + 1) == "to"
                    && self.quantities.iter().any(|q| (at + 2..at + 4).contains(&self.mentions[*q].tokens.start));
                came && !level || ends && self.quantities.iter().any(|q| self.mentions[*q].tokens.end == at)
            }
            _ => false,
        }
    }

    /// The segment that a bracket parts from segment `index`.
    pub fn before_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opening = |at: usize| self.segments.get(at).map(|s| s.opening);
        // *Saudi output -- excluding movements into stocks -- fell*
        let dash = |at: usize| {
            self.segments
                .get(at)
                .is_some_and(|s| s.opening == Opening::Stop && self.norm(s.tokens.start.wrapping_sub(1)) == "-")
        };
        if dash(index) && self.verb_at(self.segments[index].tokens.start) {
            return (0..index).rev().take(4).find(|at| dash(*at))?.checked_sub(1);
        }
        if opening(index)? != Opening::Unbracket {
            return None;
        }
        (0..index).rev().take(4).find(|at| opening(*at) == Some(Opening::Bracket))?.checked_sub(1)
    }

    /// Whether the token at `at` stands in a relative clause that token `other` behind it is no part of: *the US, which
    /// take 40 percent, earned ...*
    pub fn in_clause_before(&self, at: usize, other: usize) -> bool {
        let (mut inner, outer) = (self.segment(at), self.segment(other));
        // *which imposed a duty in August and lifted it in November, slid*
        while inner > 0 && self.segments.get(inner).is_some_and(|s| s.opening == super::grammar::Opening::And) {
            inner -= 1;
        }
        inner < outer
            && self.segments.get(inner).is_some_and(|s| {
                s.opening == super::grammar::Opening::Comma
                    && matches!(self.norm(s.tokens.start), "which" | "who" | "where" | "whose")
            })
            && self.segments.get(outer).is_some_and(|s| s.opening == super::grammar::Opening::Comma)
            && (self.verb_at(self.segment_tokens(outer).start)
                || self.verb_of_trade_at(self.segment_tokens(outer).start)
                || matches!(self.norm(self.segment_tokens(outer).start), "has" | "have"))
    }

    /// Whether a verb that says what goods are worth stands at token `at`.
    pub fn verb_or_bring(&self, at: usize) -> bool {
        matches!(
            self.norm(at),
            "brings"
                | "bring"
                | "brought"
                | "earns"
                | "earned"
                | "provides"
                | "provided"
                | "fetches"
                | "makes"
                | "made"
                | "forms"
                | "formed"
        )
    }

    /// Whether a verb that tells an amount stands at token `at`, over an adverb.
    pub fn verb_at(&self, at: usize) -> bool {
        let at = if self.norm(at).ends_with("ly") { at + 1 } else { at };
        let told = |m: &&Mention| {
            m.tokens.start == at
                && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Status(_) | Cue::Direction(_))))
        };
        self.norm(at).ends_with("ed")
            || self.marks.meets(Marks::STATUS.or(Marks::DIRECTION)) && self.mentions.iter().any(|m| told(&m))
    }

    /// Whether a verb that goods are sold, bought or made by stands at token `at`: *sent*, *took*.
    fn verb_of_trade_at(&self, at: usize) -> bool {
        self.heads.iter().any(|h| h.at == at && !matches!(h.class, Class::Noun | Class::Agent))
    }

    /// Whether the verb at token `at` tells what happened: *expanded*, *fell*, *was*.
    pub fn is_past(&self, at: usize) -> bool {
        let word = self.norm(at);
        let before = self.norm(at.wrapping_sub(1));
        let past = word.ends_with("ed")
            || matches!(
                word,
                "was"
                    | "were"
                    | "fell"
                    | "rose"
                    | "grew"
                    | "shrank"
                    | "slid"
                    | "sank"
                    | "sold"
                    | "bought"
                    | "took"
                    | "sent"
                    | "made"
                    | "came"
                    | "went"
                    | "stood"
                    | "hit"
                    | "gave"
                    | "brought"
                    | "got"
                    | "drew"
                    | "lost"
                    | "won"
                    | "ran"
                    | "paid"
                    | "spent"
                    | "kept"
                    | "became"
                    | "built"
                    | "burnt"
                    | "shot"
                    | "crept"
                    | "leapt"
                    | "sprang"
                    | "swung"
                    | "swelled"
                    | "struck"
                    | "overtook"
                    | "fed"
                    | "flew"
                    | "drove"
                    | "withdrew"
            );
        past && !matches!(
            before,
            "is" | "are" | "be" | "to" | "being" | "will" | "can" | "could" | "would" | "an" | "a" | "the"
        )
    }

    /// The tokens of the clause that token `at` stands in: commas and brackets part none.
    pub fn clause(&self, at: usize) -> Range<usize> {
        self.clauses.get(self.segment(at)).unwrap_or(&self.range).clone()
    }

    /// The subject of the clause that token `at` stands in, told before it.
    pub fn subject_before(&self, at: usize) -> Option<&Actor> {
        let clause = self.clause(at);
        self.actors.iter().find(|a| {
            clause.contains(&a.at)
                && a.at < at
                && matches!(a.role, Role::Subject | Role::Label)
                && a.party != Party::WORLD
                && !self.in_clause_before(a.at, at)
        })
    }

    /// *Nigeria's crude went to Asia*, *Moldovan wine now goes west*: the country whose goods a sentence opens with.
    pub fn owner_of_goods(&self) -> Option<Party> {
        let owner = self.actors.iter().find(|a| a.takes_part())?;
        let owns = matches!(owner.role, Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute);
        let mut goods = self.mentions.iter().filter(|m| matches!(m.what, What::Commodity(_)));
        let near = goods.any(|m| (owner.end..owner.end + 5).contains(&m.tokens.start));
        (owns && near && owner.party.is_country()).then_some(owner.party)
    }

    /// The first quantity in `tokens`, if any.
    pub fn first_quantity(&self, tokens: &Range<usize>) -> Option<usize> {
        self.quantities.iter().copied().find(|q| tokens.contains(&self.mentions[*q].tokens.start))
    }
}

/// The clause of each segment: commas and brackets part none.
fn clauses_of(segments: &[Segment], sentence: &Range<usize>, clauses: &mut Vec<Range<usize>>) {
    use super::grammar::Opening;
    let opens = |s: &Segment| matches!(s.opening, Opening::Sentence | Opening::Contrast | Opening::Stop);
    let mut first = 0;
    while first < segments.len() {
        let others = segments[first + 1..].iter().take_while(|s| !opens(s)).count();
        let start = if opens(&segments[first]) { segments[first].tokens.start } else { sentence.start };
        let clause = start..segments[first + others].tokens.end;
        clauses.extend(std::iter::repeat_n(clause, others + 1));
        first += others + 1;
    }
}

/// The segment of each token of a sentence: the first that does not end before it.
fn places_of(segments: &[Segment], sentence: &Range<usize>, places: &mut Vec<u16>) {
    let mut place = 0;
    places.extend(sentence.clone().map(|at| {
        while segments.get(place + 1).is_some() && segments[place].tokens.end <= at {
            place += 1;
        }
        place as u16
    }));
}

/// The mark of a cue.
fn marks_of(cue: Cue) -> Marks {
    match cue {
        Cue::Direction(_) => Marks::DIRECTION,
        Cue::Status(_) => Marks::STATUS,
        Cue::Share => Marks::SHARE,
        Cue::Relation(Relation::Compare) => Marks::COMPARES,
        Cue::Relation(Relation::World) => Marks::ABROAD,
        _ => Marks::NONE,
    }
}

/// The mentions with the one at `index` read as a name, so that its role can be asked.
fn stand_in(mentions: &[Mention], index: usize) -> Vec<Mention> {
    let mut copy = mentions.to_vec();
    copy[index].what = What::Party(Party::WORLD, NameForm::Name);
    copy
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::extract::idle::tests::cases;
    use crate::{Document, Extractor};

    /// Reading asks each rule also where its marks are not, and panics where one answers.
    #[test]
    fn no_rule_answers_without_its_marks() {
        let extractor = Extractor::new();
        let mut texts = cases().concat();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts");
        let news = std::fs::read_to_string(folder.join("general_news.jsonl")).unwrap();
        texts.extend(news.lines().map(String::from));
        assert!(texts.len() > 1000);
        for text in texts {
            let document = Document::new("a", text).with_published("2024-02-28").unwrap();
            let _ = extractor.read(&document);
        }
    }
}
