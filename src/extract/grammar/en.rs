//! English clauses and roles.

use std::ops::Range;

use super::clause::{as_clause, begins_aside, close, coordinates, ends_front, is_dash, opens_clause, splits};
use super::phrase::{
    acts_with, begins_clause, ends_dateline, firm_of, head_of_adjective, heads_entry, is_title, is_told_in,
    is_trading_verb, letters_before_goods, may_stand_before_verb, names_market, office_that_trades, preposition,
    ranks_with, tells,
};
use super::source::is_source;
use super::{Grammar, Opening, Role, Segment};
use crate::lexicon::words::{
    addresses, are_states, is_allowance, is_by_now, is_gathering, is_or_was, is_possessive, is_side_of_land, is_traded,
    joins, leads_infinitive,
};
use crate::lexicon::{Class, Cue, NameForm, Relation, Topic};
use crate::mention::{Mention, What};
use crate::token::{Gap, Shape, Token};

/// English.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Grammar for English {
    fn segments(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention]) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut start = sentence.start;
        let mut opening = Opening::Sentence;
        let mut at = sentence.start;
        let mut ahead = mentions.iter().peekable();
        while at < sentence.end {
            while ahead.next_if(|m| m.tokens.end <= at).is_some() {}
            if let Some(mention) = ahead.peek().filter(|m| m.tokens.contains(&at)) {
                let word = tokens[at].norm.as_ref();
                let boundary = matches!(&mention.what, What::Cues(cues)
                    if cues.contains(&Cue::Relation(Relation::Boundary)))
                    && (matches!(
                        word,
                        "while" | "whereas" | "whilst" | "but" | "although" | "though" | "yet" | "however" | "as"
                    ) || word == "with" && opens_clause(tokens, mentions, at, sentence.end));
                let end = mention.tokens.end;
                if !boundary || (tokens[at].norm == "as" && !as_clause(tokens, at, start)) {
                    at = end;
                    continue;
                }
                close(&mut segments, start..at, opening);
                let opens = if word == "with" { Opening::Comma } else { Opening::Contrast };
                (start, opening, at) = (at, opens, end);
                continue;
            }
            let token = &tokens[at];
            let next = match token.shape {
                Shape::Mark(',') if !coordinates(mentions, tokens, at) || ends_front(tokens, sentence.start, at) => {
                    Some(Opening::Comma)
                }
                Shape::Mark(';' | ':') => Some(Opening::Stop),
                // *76 percent of the sales - worth $1.2 billion - went to the EU*
                Shape::Mark('-') if begins_aside(tokens, at, sentence.end) => Some(Opening::Bracket),
                Shape::Mark('-')
                    // *(in 2015 – 9.7%)*: a dash ends what a dash began.
                    if segments.last().is_some_and(|_| opening == Opening::Bracket)
                        && start > 0
                        && tokens[start - 1].is_mark('-')
                        && is_dash(tokens, at) =>
                {
                    Some(Opening::Unbracket)
                }
                Shape::Mark('-') if token.gap > Gap::None && tokens.get(at + 1).is_some_and(|t| t.gap > Gap::None) => {
                    Some(Opening::Stop)
                }
                Shape::Mark('-') if tokens.get(at + 1).is_some_and(|t| t.is_mark('-')) => Some(Opening::Stop),
                Shape::Mark('(' | '[') => Some(Opening::Bracket),
                Shape::Mark(')' | ']') => Some(Opening::Unbracket),
                Shape::Word
                    if token.norm == "and"
                        && splits(tokens, mentions, start..at, at..sentence.end)
                        && !coordinates(mentions, tokens, at) =>
                {
                    Some(Opening::And)
                }
                _ => None,
            };
            if let Some(next) = next {
                close(&mut segments, start..at, opening);
                (start, opening) = (at + 1, next);
            }
            at += 1;
        }
        close(&mut segments, start..sentence.end, opening);
        segments
    }

    fn role(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> Role {
        let mention = &mentions[at];
        let What::Party(_, form) = mention.what else { return Role::Title };
        if form == NameForm::Office {
            return Role::Teller;
        }
        // *Jordan's Supply Ministry bought*, *The Egyptian General Authority for Supply Commodities bought*
        if office_that_trades(tokens, &sentence, mention.tokens.end) {
            return Role::Subject;
        }
        // *figures from the US Energy Administration*, *data compiled by the Chilean Copper Commission*
        if is_source(tokens, &sentence, mention.tokens.start, mention.tokens.end) {
            return Role::Teller;
        }
        // The first of a coordinated list has the preposition: *from Kazakhstan and Uzbekistan*.
        let mut first = at;
        // *invested $251 million in Georgia, Ireland $247 million*: the next entry, with a figure of its own.
        let counted = tokens
            .get(mention.tokens.end)
            .filter(|_| mention.tokens.end < sentence.end)
            .is_some_and(|t| t.shape == Shape::Digits || matches!(t.shape, Shape::Mark('$' | '€' | '£' | '¥')));
        let entry = counted && mention.tokens.start > sentence.start && tokens[mention.tokens.start - 1].is_mark(',');
        while !entry
            && first > 0
            && listed(tokens, &mentions[first - 1], &mentions[first])
            && !ends_front(tokens, sentence.start, mentions[first - 1].tokens.end)
        {
            first -= 1;
        }
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let after = |offset: usize| tokens.get(end + offset).filter(|_| end + offset < sentence.end);
        let hyphen = |at: usize| {
            tokens.get(at).is_some_and(|t| {
                t.is_mark('-')
                    && !(t.gap > Gap::None
                        && tokens
                            .get(at + 1)
                            .is_some_and(|n| n.gap > Gap::None && n.text.starts_with(char::is_lowercase)))
            })
        };
        let dateline = |m: &Mention| {
            m.tokens.start == sentence.start
                && matches!(m.what, What::Party(_, NameForm::Capital | NameForm::Place))
                && tokens.get(m.tokens.end).is_some_and(|t| t.gap > Gap::None)
                || m.tokens.start == sentence.start
                    && m.is_shouted(tokens)
                    && !mention.is_shouted(tokens)
                    && tokens.get(m.tokens.end).is_some_and(|t| t.gap > Gap::None)
        };
        // *LA PAZ, Bolivia — Bolivia told Argentina*: a dateline and its sentence.
        let dashed = |other: Option<&Mention>, gap: Range<usize>| {
            let another = |m: &Mention| match (&m.what, &mention.what) {
                (What::Party(a, _), What::Party(b, _)) => a != b,
                _ => false,
            };
            let placed = gap.start >= 2
                && gap.start <= sentence.start + 6
                && tokens.get(gap.start).is_some_and(|t| t.gap > Gap::None)
                && mentions.iter().any(|m| {
                    m.tokens.end == gap.start
                        && m.tokens.start > sentence.start
                        && tokens[m.tokens.start - 1].is_mark(',')
                });
            let owns = |m: &Mention| tokens.get(m.tokens.end).is_some_and(|t| t.is_mark('\'') && t.is_joined());
            // *Iran - Opec's second-biggest producer - sold ...* is no pair.
            other.is_some_and(|m| another(m) && !dateline(m) && !owns(m))
                && gap.len() == 1
                && hyphen(gap.start)
                && !placed
        };
        // *U.S.-bound shipments*, *China-bound exports*
        if hyphen(end) && after(1).is_some_and(|t| matches!(t.norm.as_ref(), "bound" | "destined")) {
            return Role::To;
        }
        let next = mentions.get(at + 1);
        let previous = at.checked_sub(1).and_then(|p| mentions.get(p));
        if start == sentence.start && matches!(form, NameForm::Capital | NameForm::Place) && mention.is_shouted(tokens)
        {
            return Role::Title;
        }
        // *SINGAPORE -- Australia shipped ...*: a city that is a country, before another that acts.
        let dashes = (end..sentence.end).take_while(|at| tokens[*at].is_mark('-')).count();
        let acts = end + dashes + usize::from(after(dashes).is_some_and(|t| t.norm == "the"));
        if start == sentence.start
            && dashes > 0
            && mention.is_shouted(tokens)
            && tokens[end].gap > Gap::None
            && next.is_some_and(|m| {
                m.tokens.start == acts
                    && matches!(m.what, What::Party(..))
                    && tokens[acts].gap > Gap::None
                    && !m.is_shouted(tokens)
            })
        {
            return Role::Title;
        }
        if start == sentence.start && after(0).is_some_and(|t| t.is_mark(':'))
            || heads_entry(tokens, &sentence, mentions, at)
        {
            return Role::Label;
        }
        // *its OPEC quota*, *EU members*: a group that describes what belongs to others.
        let group = matches!(mention.what, What::Party(party, _) if !party.is_country());
        let described = |t: &Token<'_>| {
            is_gathering(t.norm.as_ref()) || is_allowance(t.norm.as_ref()) || t.norm.as_ref() == "member"
        };
        // *to EU member states* goes to the EU.
        let of_all = after(1).is_some_and(|t| are_states(t.norm.as_ref()));
        // *OPEC kingpin Saudi Arabia*: the group of who is named behind.
        let epithet = |t: &Token<'_>| {
            matches!(
                t.norm.as_ref(),
                "kingpin" | "heavyweight" | "giant" | "leader" | "producer" | "powerhouse" | "founder"
            )
        };
        let of_next = after(0).is_some_and(epithet)
            && next.is_some_and(|m| m.tokens.start == end + 1 && matches!(m.what, What::Party(..)));
        if group && (after(0).is_some_and(described) || of_next) && !of_all {
            return Role::Title;
        }
        // *DOHA/NEW DELHI--Qatar will lift ...*, *OSLO/LONDON: Norway raised ...*: the second place of a dateline.
        let second = start > sentence.start
            && start <= sentence.start + 4
            && tokens[start - 1].is_mark('/')
            && matches!(mention.what, What::Party(_, NameForm::Capital | NameForm::Place))
            && mention.is_shouted(tokens);
        // *VELKE KAPUSANY, Slovakia – Ukraine began ...*: the place of a dateline.
        if second
            || start > sentence.start
                && start <= sentence.start + 5
                && tokens[start - 1].is_mark(',')
                && after(0).is_some_and(|t| t.is_mark('-') && t.gap > Gap::None)
                && after(1).is_some_and(|t| t.gap > Gap::None)
            || start > sentence.start && start <= sentence.start + 5 && ends_dateline(tokens, &sentence, start, end)
        {
            return Role::Title;
        }
        if dashed(next, end..next.map_or(end, |m| m.tokens.start))
            || dashed(previous, previous.map_or(start, |m| m.tokens.end)..start)
        {
            return Role::Between;
        }
        if after(0).is_some_and(|t| t.is_mark('\'') && t.is_joined()) {
            // `China's` or `the Emirates'`
            let owned = if after(1).is_some_and(|t| t.norm == "s" && t.is_joined()) { end + 2 } else { end + 1 };
            // *Output according to OPEC's secondary sources was ...*
            let word =
                |back: usize| start.checked_sub(back).filter(|b| *b >= sentence.start).map(|b| tokens[b].norm.as_ref());
            if word(1) == Some("to") && word(2) == Some("according") {
                // *according to OPEC's secondary sources*: others, who count what its members make.
                let secondary = tokens.get(owned).is_some_and(|t| t.norm == "secondary");
                return if secondary { Role::Title } else { Role::Teller };
            }
            if is_title(tokens, mentions, owned) {
                return if tells(tokens, owned) { Role::Teller } else { Role::Title };
            }
            // *to Egypt's Dolphinus*: a company of the country that it goes to.
            let company = tokens
                .get(owned)
                .filter(|_| owned < sentence.end)
                .is_some_and(|t| t.is_capitalised() && !mentions.iter().any(|m| m.tokens.start == owned));
            if company
                && let Some(role @ (Role::To | Role::From | Role::With | Role::By | Role::For)) =
                    preposition(tokens, sentence.start, mentions, mentions[first].tokens.start)
            {
                return role;
            }
            return Role::Possessor;
        }
        let preposition = preposition(tokens, sentence.start, mentions, mentions[first].tokens.start);
        if preposition == Some(Role::With)
            && form != NameForm::Adjective
            && acts_with(tokens, &sentence, mentions, first, at)
        {
            return Role::Subject;
        }
        // *with Poland the largest market at 1.2 billion*
        if preposition == Some(Role::With) && form != NameForm::Adjective && ranks_with(tokens, &sentence, mentions, at)
        {
            return Role::Subject;
        }
        // *it would be hard for Japan to cut its surplus*
        // *raised the price for Ukraine to $450* says how far, not who acts.
        let far = after(1).is_some_and(|t| t.shape != Shape::Word);
        if preposition == Some(Role::For) && after(0).is_some_and(|t| t.norm == "to") && !far {
            return Role::Subject;
        }
        // *Bolivia told Argentina*, *Norway has overtaken Russia*
        let addressed =
            start.checked_sub(1).filter(|b| *b >= sentence.start).is_some_and(|b| addresses(&tokens[b].norm));
        // *asked Zimbabwe to supply 200,000 tonnes*: who is asked to act acts.
        let to_act = || {
            let to = after(0).is_some_and(|t| t.norm == "to");
            // *asked Venezuela to help by supplying 50,000 bpd*
            let help = usize::from(after(1).is_some_and(|t| t.norm == "help")) * 2;
            to && mentions.iter().any(|m| (end + 1..=end + 1 + help).contains(&m.tokens.start) && is_trading_verb(m))
        };
        if addressed && form != NameForm::Adjective && !to_act() {
            return Role::Beside;
        }
        // *promised Washington to buy 25 million tonnes*: who promises acts.
        let promised = start.checked_sub(1).is_some_and(|b| b >= sentence.start && promises(&tokens[b].norm));
        if promised && form != NameForm::Adjective && after(0).is_some_and(|t| t.norm == "to") {
            return Role::Beside;
        }
        // *China customs data showed*: a name before what tells of it.
        if form == NameForm::Name && after(0).is_some_and(|t| is_told_in(&t.norm)) {
            return Role::Teller;
        }
        // *U.S. wheat* reads as *American wheat*.
        let attributive = next.is_some_and(|m| {
            let noun = |cue: &Cue| matches!(cue, Cue::Head(topic, Class::Noun) if *topic != Topic::Other);
            m.tokens.start == end
                && match &m.what {
                    // *China National Petroleum*, *Japan Steel* are companies.
                    What::Commodity(_) => {
                        let token = &tokens[m.tokens.start];
                        !token.is_capitalised()
                            // *U.S. Soybeans*: some wires write a capital behind any stop.
                            || tokens[end - 1].is_mark('.')
                            || token.text.chars().all(|c| !c.is_lowercase())
                            || end == m.tokens.start && start == sentence.start
                    }
                    // *EU exports* are the Union's; *China exports 5 million tonnes* is a sentence.
                    What::Cues(cues) => {
                        cues.iter().any(noun)
                            && (!cues.iter().any(|c| matches!(c, Cue::Head(_, Class::VerbOut | Class::VerbIn)))
                                || !self.is_verb(tokens, sentence.clone(), mentions, at + 1))
                    }
                    _ => false,
                }
        });
        // *sold Finland electricity*, *sold the EU goods*: not *sold US wheat to Egypt*.
        let given = attributive
            && form == NameForm::Name
            && mentions[..at].last().is_some_and(|verb| {
                let word = tokens[verb.tokens.start].norm.as_ref();
                matches!(word, "sold" | "sell" | "sells" | "supplied" | "sent" | "gave" | "paid" | "provided")
                    && tokens[verb.tokens.end.min(start)..start].iter().all(|t| t.norm == "the")
            })
            && !tokens[end..sentence.end].iter().take_while(|t| !t.is_mark(',')).any(|t| t.norm == "to");
        if given {
            return Role::Object;
        }
        // *to establish itself in the Brazilian wheat market*: where goods are sold, not where they come from.
        if names_market(tokens, &sentence, mentions, at) {
            return preposition.filter(|role| *role != Role::Of).unwrap_or(Role::In);
        }
        // *Chinese appetite keeps beef trade humming*: what moves trade is no end of it.
        if form == NameForm::Adjective && preposition.is_none() && after(0).is_some_and(|t| moves_trade(&t.norm)) {
            return Role::Title;
        }
        let letters = preposition == Some(Role::Of) && letters_before_goods(tokens, sentence.end, mentions, at);
        if form == NameForm::Adjective || attributive || letters {
            match head_of_adjective(tokens, sentence.end, mentions, at) {
                Some(role) => return role,
                None if tells(tokens, end) => return Role::Teller,
                None if is_title(tokens, mentions, end) => return Role::Title,
                None => {}
            }
        } else if is_title(tokens, mentions, end)
            && preposition.is_none()
            // *Venezuela would loan 5 million barrels*
            && !after(0).is_some_and(|t| leads_infinitive(t.norm.as_ref()))
        {
            return Role::Title;
        }
        // *invested in Georgia and Georgia invested*: the second of two, with a verb of its own, begins a clause.
        let and = first < at
            && start.checked_sub(1).is_some_and(|b| tokens[b].norm == "and")
            // *trade between China and Turkmenistan reached*
            && !tokens[start.saturating_sub(8).max(sentence.start)..start].iter().any(|t| t.norm == "between");
        let opens = and || begins_clause(tokens, &sentence, mentions, at);
        let acts = opens
            && mentions[at + 1..].iter().position(is_trading_verb).is_some_and(|next| {
                let verb = mentions[at + 1 + next].tokens.start;
                // *bought 300,000 tonnes from Mexico and Ethiopia is to supply 50,000*
                (verb == end || verb <= end + 2 && verb > end && tokens[end..verb].iter().all(may_stand_before_verb))
                    && (verb > end || self.is_verb(tokens, sentence.clone(), mentions, at + 1 + next))
            });
        if acts {
            return Role::Subject;
        }
        if preposition == Some(Role::Of) && form == NameForm::Name && firm_of(tokens, &sentence, mentions, at) {
            return Role::Subject;
        }
        if let Some(role) = preposition {
            return role;
        }
        // Without a preposition: what follows a verb of giving is its object, anything else acts.
        let near = |m: &Mention| {
            m.tokens.end <= start
                && tokens[m.tokens.end..start].iter().all(|t| {
                    is_possessive(t.norm.as_ref()) || is_side_of_land(t.norm.as_ref()) || t.norm.as_ref() == "the"
                })
        };
        let verb = mentions[..at].iter().rev().take(2).find(|m| is_trading_verb(m));
        let verb_before = verb.is_some_and(|m| {
            near(m)
                // *Russia supplies Belarus with gas*; *supplies, Belarus said*
                && (!is_traded(tokens[m.tokens.start].norm.as_ref())
                    || m.tokens.start > sentence.start && after(0).is_some_and(|t| t.norm == "with"))
        });
        // *cleared Nepal to sell power*: the subject of what follows.
        let infinitive = after(0).is_some_and(|t| t.norm == "to")
            && mentions.iter().any(|m| m.tokens.start == end + 1 && is_trading_verb(m));
        if verb_before && !infinitive { Role::Object } else { Role::Subject }
    }

    fn is_verb(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
        let start = mentions[at].tokens.start;
        let before = start.checked_sub(1).filter(|b| *b >= sentence.start).map(|b| tokens[b].norm.as_ref());
        let modal = matches!(
            before,
            Some(
                "to" | "will"
                    | "can"
                    | "could"
                    | "would"
                    | "should"
                    | "may"
                    | "might"
                    | "must"
                    | "it"
                    | "they"
                    | "we"
                    | "which"
                    | "that"
                    | "who"
                    | "also"
                    | "not"
                    | "shall"
                    | "now"
                    | "annually"
                    | "currently"
            )
        );
        let after_name = at > 0
            && mentions[at - 1].tokens.end == start
            && matches!(mentions[at - 1].what, What::Party(_, NameForm::Name | NameForm::Capital | NameForm::Place));
        // *to exports of*, *trade to exports*: a plural noun stays a noun behind *to* where *of* or *from* follows.
        let noun_after = tokens
            .get(mentions[at].tokens.end)
            .is_some_and(|t| matches!(t.norm.as_ref(), "of" | "from" | "to" | "were" | "was" | "rose" | "fell"));
        let governs = matches!(before, Some("to" | "can" | "will"));
        let plural = is_traded(tokens[start].norm.as_ref());
        modal && !(governs && plural) && (governs || !noun_after) || after_name && !noun_after
    }

    fn is_passive(&self, tokens: &[Token<'_>], sentence: Range<usize>, mentions: &[Mention], at: usize) -> bool {
        let start = mentions[at].tokens.start;
        // *is buying*, *has been taking*
        if tokens[start].norm.ends_with("ing") {
            return false;
        }
        let adverb = |norm: &str| norm.ends_with("ly") || is_by_now(norm) || matches!(norm, "not" | "been" | "being");
        let mut before = tokens[sentence.start..start].iter().rev().skip_while(|t| adverb(t.norm.as_ref()));
        let passive = before.next();
        let been = start > sentence.start && matches!(tokens[start - 1].norm.as_ref(), "been" | "being");
        been || passive.is_some_and(|t| is_or_was(t.norm.as_ref()) || matches!(t.norm.as_ref(), "be" | "gets" | "got"))
    }
}

/// Whether a word tells somebody what its subject will do.
pub fn promises(word: &str) -> bool {
    matches!(
        word,
        "promised" | "pledged" | "assured" | "guaranteed" | "promising" | "pledging" | "promises" | "pledges"
    )
}

/// Words for what makes trade rise or fall, and is neither goods nor anyone.
fn moves_trade(word: &str) -> bool {
    matches!(
        word,
        "appetite"
            | "ban"
            | "curbs"
            | "tariffs"
            | "duties"
            | "sanctions"
            | "embargo"
            | "restrictions"
            | "slowdown"
            | "recovery"
            | "drought"
            | "crisis"
            | "invasion"
            | "rules"
            | "thirst"
            | "hunger"
            | "woes"
            | "winter"
    )
}

pub(super) fn listed(tokens: &[Token<'_>], before: &Mention, after: &Mention) -> bool {
    // *According to StatCan, Oman produced ...* is no list.
    let named = |m: &Mention| matches!(m.what, What::Party(_, form) if form != NameForm::Office);
    if !named(before) || !named(after) {
        return false;
    }
    let between = &tokens[before.tokens.end.min(after.tokens.start)..after.tokens.start];
    !between.is_empty()
        && between.len() <= 3
        && between.iter().all(|t| joins(t.norm.as_ref()) || matches!(t.norm.as_ref(), "," | "the"))
}
