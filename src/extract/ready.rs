//! A sentence made ready: the things written in it, one after another, to its heads, parties, routes and marks.
//!
//! | written | made ready as |
//! | --- | --- |
//! | *trade*, *imported* | a head, which says what figures beside it count |
//! | *2 bcm of gas **crossed** into Bulgaria* | the same, as a flow |
//! | *China*, *Chinese* | a party and the part it plays |
//! | *a **London**-based dealer*, *the **Saudi**-led group* | nobody who takes part |

use std::cell::OnceCell;
use std::ops::Range;

use super::grammar::{Grammar, Role, Segment};
use super::head::{Head, head};
use super::respective;
use super::view::{Actor, View};
use crate::lexicon::words::is_market_hour;
use crate::lexicon::{Class, Cue, Kinds, Lexicon, Marks, NameForm, Relation, Told, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};
use crate::resolve::{Context, is_set_apart};
use crate::token::Token;

/// Room for the parts of a sentence, which the next one takes over.
#[derive(Default)]
pub struct Room {
    heads: Vec<Head>,
    actors: Vec<Actor>,
    quantities: Vec<usize>,
    clauses: Vec<Range<usize>>,
    places: Vec<u16>,
}

/// A sentence with what is written in it.
pub struct Written<'a> {
    /// The document's tokens.
    pub tokens: &'a [Token<'a>],
    /// Those of the sentence.
    pub range: Range<usize>,
    /// What is written.
    pub mentions: &'a [Mention],
    /// What is told of its words.
    pub told: Told,
}

impl Room {
    /// Reads the parts that the words of a sentence play.
    pub fn view<'a>(
        self,
        written: Written<'a>,
        grammar: &dyn Grammar,
        context: &Context,
        lexicon: &'a Lexicon,
    ) -> View<'a> {
        let Written { tokens, range, mentions, told } = written;
        let segments = grammar.segments(tokens, range.clone(), mentions);
        let Room { heads, actors, quantities, mut clauses, mut places } = self;
        clauses_of(&segments, &range, &mut clauses);
        places_of(&segments, &range, &mut places);
        let mut view = View {
            tokens,
            range: range.clone(),
            words: &tokens[range.clone()],
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
                        && !view.takes_a_place(&head)
                        && !view.is_draw_of_stocks(&head)
                        && !view.is_use_of_data(&head)
                        && !view.is_second_hand(&head)
                        && !view.is_told_as_a_part(&head)
                        && !view.describes_firms(&head)
                        && !view.posts_growth(&head)
                        && !view.reaches_a_figure(&head)
                    {
                        let passive = !matches!(head.class, Class::Noun | Class::Agent)
                            && grammar.is_passive(tokens, range.clone(), mentions, index);
                        let time = |m: &Mention| m.tokens.start == head.end && matches!(m.what, What::Period(_));
                        let head = if view.is_pumped_across(&head) || view.leads_across(&head, passive) {
                            let class = if head.class == Class::Noun { Class::Noun } else { Class::VerbOf };
                            Head { topic: Topic::Of(Indicator::Transit), class, ..head }
                        } else if view.norm(head.at) == "shipped"
                            && view.norm_before(head.end, 1) == "in"
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
                        } else if view.is_investment_again(&head) {
                            Head { topic: Topic::Of(Indicator::Investment), class: Class::Noun, ..head }
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
        view.take_loads_in();
        view.trade_with_each_other();
        view.leave_transit_fees();
        let kinds = told.begins;
        view.marks = marks.or(told.marks).or(Marks::SEVERAL.where_so(view.quantities.len() > 1));
        if kinds.meets(Kinds::NATION) || view.actors.iter().any(|a| !a.party.is_country() && a.party != Party::WORLD) {
            view.nations(context);
            view.members_by_the_way();
        }
        if kinds.meets(Kinds::POINTS) {
            view.named_before(context);
        }
        if view.marks.meets(Marks::TRADED) {
            view.the_two(context);
        }
        if kinds.meets(Kinds::MEMBERS) {
            view.counted_group(context);
            view.member_states(context);
            view.cartel(context);
        }
        if kinds.meets(Kinds::RELATIVE) && !view.actors.is_empty() {
            view.relative_clauses();
        }
        view.respective = respective::lists(&view);
        view
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

    /// *a London-based dealer*, *the EU (including the UK)*: whether a party takes no part, being where somebody has an
    /// office or what a whole is told to hold.
    fn is_aside(&self, mention: &Mention) -> bool {
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let the = usize::from(self.norm_before(start, 1) == "the");
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
            && (is_market_hour(before(1)) || before(1) == "in")
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
}
