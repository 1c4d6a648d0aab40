//! English phrases around a name: its preposition, what its adjective stands before, the office beside it.

use std::ops::Range;

use super::Role;
use super::apposed;
use super::en::listed;
use crate::extract::below;
use crate::lexicon::words::{are_traders, awards, is_deal, is_merchandise, is_order, is_possessive, opens_reason};
use crate::lexicon::{Class, Cue, Relation, Topic};
use crate::mention::{Mention, What};
use crate::token::{Gap, Shape, Token};

/// Whether the *to* at token `to` names who got an order.
fn is_given_an_order(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let order = |t: &Token<'_>| is_order(t.norm.as_ref());
    let gives = |t: &Token<'_>| awards(t.norm.as_ref()) || t.norm.as_ref() == "given";
    let before = &tokens[to.saturating_sub(6).max(from)..to];
    let Some((last, rest)) = before.split_last() else { return false };
    order(last) && rest.iter().any(gives) || gives(last) && tokens[from..to].iter().any(order)
}

/// Whether *to* at token `at` leads to a reason: *due to*, *thanks to*, *owing to*.
fn is_reason(tokens: &[Token<'_>], from: usize, at: usize) -> bool {
    at > from && matches!(tokens[at - 1].norm.as_ref(), "due" | "thanks" | "owing")
}

/// *due to **Peru** selling goods to Chile*: who acts in a reason.
fn acts_in_reason(tokens: &[Token<'_>], mentions: &[Mention], start: usize) -> Option<Role> {
    let end = mentions.iter().find(|m| m.tokens.start == start)?.tokens.end;
    tokens.get(end).is_some_and(|t| t.norm.ends_with("ing")).then_some(Role::Subject)
}

/// The preposition that governs the name at token `start`.
pub fn preposition(tokens: &[Token<'_>], from: usize, mentions: &[Mention], start: usize) -> Option<Role> {
    let comma = apposed::comma(tokens, from, start);
    let told = comma.is_some();
    let apposed = told || apposed::said_before(tokens, from, start);
    let mut at = comma.unwrap_or(start);
    for _ in 0..8 {
        at = at.checked_sub(1).filter(|b| *b >= from)?;
        let norm = tokens[at].norm.as_ref();
        let role = match norm {
            // *awarded contracts to two U.S. firms*, *the tender was awarded to a French house*: who gets the order supplies.
            "to" if is_given_an_order(tokens, from, at) => Role::From,
            // *The fall was due to Peru selling less*: who acts.
            "to" if is_reason(tokens, from, at) => return acts_in_reason(tokens, mentions, start),
            "to" | "into" | "toward" | "towards" | "onto" => Role::To,
            // *left the system in the direction of Slovakia*
            "of" if at > from + 1 && tokens[at - 1].norm == "direction" => Role::To,
            // *Buyers from Peru took 40 tonnes*, *was sold to mills from Peru*: what they are to the figure, Peru is.
            "from" if at > from && are_traders(tokens[at - 1].norm.as_ref()) => {
                at -= 1;
                continue;
            }
            "from" | "fob" => Role::From,
            // *213 dlrs a tonne cif Bombay*, *c and f Taiwan*, *cost and freight Alexandria*: where goods go at that price.
            "cif" | "cfr" => Role::To,
            "f" | "freight" if at > from + 1 && matches!(tokens[at - 1].norm.as_ref(), "and" | "&") => Role::To,
            "with" | "against" => Role::With,
            "between" | "among" => Role::Between,
            // *followed by the UAE with 326 million* acts as who came before it.
            "by" if at > from && matches!(tokens[at - 1].norm.as_ref(), "followed" | "trailed") => Role::Subject,
            // *a call by OPEC*, *a study by Norway*: who says or asks, not who trades.
            "by" if at > from
                && matches!(
                    tokens[at - 1].norm.as_ref(),
                    "call"
                        | "calls"
                        | "decision"
                        | "request"
                        | "agreement"
                        | "statement"
                        | "study"
                        | "report"
                        | "announcement"
                ) =>
            {
                Role::Title
            }
            "by" => Role::By,
            "in" | "of" if apposed::behind_way(tokens, from, at) => Role::Via,
            "in" | "within" | "inside" | "on" | "at" => Role::In,
            "for" => Role::For,
            // *exports made gains across ASEAN*
            "across" if at > from && moved(tokens[at - 1].norm.as_ref()) => Role::To,
            "via" | "through" | "across" | "over" | "crossing" | "transiting" | "traversing" => Role::Via,
            "after" | "behind" | "unlike" | "like" | "than" | "besides" | "following" | "despite" | "alongside" => {
                Role::Beside
            }
            "of" => {
                let before = at.checked_sub(1).filter(|b| *b >= from).map(|b| tokens[b].norm.as_ref());
                match before {
                    Some(
                        "countries" | "nations" | "states" | "republics" | "region" | "markets" | "market"
                        | "territory" | "republic" | "part" | "parts" | "economies" | "members" | "side" | "all"
                        | "consumers" | "regions" | "capital",
                    ) => continue,
                    Some("ahead" | "instead") => Role::Beside,
                    _ if is_title(tokens, mentions, at.saturating_sub(1)) => return Some(Role::Title),
                    _ => Role::Of,
                }
            }
            // *with Mid-East Gulf states*, *to oil-rich Kuwait*, *to its second-biggest market, Peru*
            _ if compound(tokens, mentions, from, at) => {
                at -= 2;
                continue;
            }
            "the" | "a" | "an" | "five" | "other" | "neighbouring" | "neighboring" | "all" | "its" | "their"
            | "four" | "six" | "seven" | "three" | "two" | "ten" | "some" | "both" | "former" | "whole"
            | "southern" | "northern" | "eastern" | "western" | "central" | "biggest" | "largest" | "main"
            | "partner" | "neighbor" | "neighbour" | "market" | "customer" | "buyer" | "top" | "leading"
            | "suppliers" | "exporters" | "producers" | "buyers" | "countries" | "nations" | "states" | "republics"
            | "region" | "markets" | "territory" | "republic" | "part" | "economies" | "members" | "side"
            | "country" | "regions" | "capital" | "kazakh" | "member" => continue,
            // *to Peru's southern neighbour, Chile*
            "s" if told && at > from && tokens[at - 1].is_mark('\'') => {
                at =
                    mentions.iter().find(|m| m.tokens.end + 1 == at && matches!(m.what, What::Party(..)))?.tokens.start;
                continue;
            }
            // *to China/Hong Kong*: two as one.
            "/" => {
                at = mentions.iter().find(|m| m.tokens.end == at && matches!(m.what, What::Party(..)))?.tokens.start;
                if at > 0 && tokens[at - 1].norm == "between" {
                    return None;
                }
                continue;
            }
            // *to the 27-nation European Union*
            "nation" if at > from && tokens[at - 1].is_mark('-') => continue,
            "-" if tokens.get(at + 1).is_some_and(|t| matches!(t.norm.as_ref(), "nation" | "member")) => continue,
            _ if tokens.get(at + 1).is_some_and(|t| t.is_mark('-'))
                && tokens.get(at + 2).is_some_and(|t| matches!(t.norm.as_ref(), "nation" | "member")) =>
            {
                continue;
            }
            // *from the landlocked neighbour*
            _ if describes(tokens, mentions, at) => continue,
            _ if apposed && start - at <= 4 && tokens[at].shape == Shape::Word && !is_function_word(&tokens[at]) => {
                continue;
            }
            _ => return None,
        };
        return Some(role);
    }
    None
}

/// Words for a change that is told of several places.
fn moved(word: &str) -> bool {
    matches!(
        word,
        "gains"
            | "gained"
            | "growth"
            | "grew"
            | "rose"
            | "increased"
            | "increases"
            | "fell"
            | "declines"
            | "declined"
            | "jumped"
    )
}

/// Whether a mention is a verb of trade: *exported*, *bought*.
pub fn is_trading_verb(mention: &Mention) -> bool {
    matches!(&mention.what, What::Cues(cues)
        if cues.iter().any(|c| matches!(c, Cue::Head(_, Class::VerbOut | Class::VerbIn))))
}

/// Whether the word at token `at` ends a compound of two that describes the name behind it.
fn compound(tokens: &[Token<'_>], mentions: &[Mention], from: usize, at: usize) -> bool {
    at >= from + 2
        && tokens[at].shape == Shape::Word
        && tokens[at - 1].is_mark('-')
        && tokens[at - 1].is_joined()
        && tokens[at].is_joined()
        && tokens[at - 2].shape == Shape::Word
        && !mentions.iter().any(|m| m.tokens.start <= at && at - 2 < m.tokens.end && matches!(m.what, What::Party(..)))
}

/// Whether a plain word right behind an article describes the name after it.
fn describes(tokens: &[Token<'_>], mentions: &[Mention], at: usize) -> bool {
    let token = &tokens[at];
    token.shape == Shape::Word
        && token.text.starts_with(char::is_lowercase)
        && at > 0
        && (is_possessive(tokens[at - 1].norm.as_ref()) || matches!(tokens[at - 1].norm.as_ref(), "the" | "a"))
        && !is_function_word(token)
        && !mentions.iter().any(|m| m.tokens.contains(&at))
}

/// The role of an adjective by what it stands before: a head, goods, or another noun.
pub fn head_of_adjective(tokens: &[Token<'_>], end: usize, mentions: &[Mention], at: usize) -> Option<Role> {
    let adjective = &mentions[at];
    let mut goods = false;
    let mut reach = adjective.tokens.end;
    // *Mexican goods*, *Brazilian farm products*: goods that no table names.
    let unnamed = (reach..end.min(reach + 3)).find(|word| is_goods_word(&tokens[*word]));
    if let Some(word) = unnamed
        && !mentions.iter().any(|m| (reach..=word).contains(&m.tokens.start))
        && tokens[reach..word].iter().all(|t| t.shape == Shape::Word && !is_function_word(t))
    {
        goods = true;
        reach = word + 1;
    }
    for next in mentions[at + 1..].iter().filter(|m| m.tokens.start >= adjective.tokens.end) {
        let gap = &tokens[reach.min(next.tokens.start)..next.tokens.start];
        let plain = gap.len() <= 2 && gap.iter().all(|t| t.shape == Shape::Word && !is_function_word(t));
        if !plain || next.tokens.start >= end {
            break;
        }
        match &next.what {
            What::Commodity(_) => goods = true,
            What::Cues(cues)
                if cues.iter().any(|c| matches!(c, Cue::Head(topic, Class::Noun) if *topic != Topic::Other)) =>
            {
                return Some(if goods { Role::Attribute } else { Role::Modifier });
            }
            What::Cues(cues) if cues.contains(&Cue::Relation(Relation::World)) => {}
            // *Venezuelan oil minister Arturo Hernandez said*: the goods are what an office is for.
            What::Cues(cues) if gap.is_empty() && goods && cues.contains(&Cue::Relation(Relation::Title)) => {
                return None;
            }
            What::Period(_) => {}
            // *U.S. number two yellow corn*
            What::Quantity(_) if gap.last().is_some_and(|t| t.norm == "number") => {}
            _ => break,
        }
        reach = next.tokens.end;
    }
    goods.then_some(Role::Origin)
}

/// *tonnes of U.S. hard wheat*, *of EU feed barley*: whether letters for a name stand before what goods are like.
pub fn letters_before_goods(tokens: &[Token<'_>], end: usize, mentions: &[Mention], at: usize) -> bool {
    let letters = |t: &Token<'_>| t.text.len() <= 2 && !t.text.contains(char::is_lowercase);
    tokens[mentions[at].tokens.clone()].iter().all(letters)
        && head_of_adjective(tokens, end, mentions, at) == Some(Role::Origin)
}

/// *the Brazilian wheat market*, *to win back the Saudi market*: whether the name at mention `at` says whose market goods are
/// sold on; one that opens its clause acts.
pub fn names_market(tokens: &[Token<'_>], sentence: &Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).filter(|_| sentence.contains(&at)).map_or("", |t| t.norm.as_ref());
    let (start, end) = (mentions[at].tokens.start, mentions[at].tokens.end);
    let goods = mentions.get(at + 1).filter(|m| m.tokens.start == end && matches!(m.what, What::Commodity(_)));
    let market = goods.map_or(end, |m| m.tokens.end);
    // *the Saudi feed market*
    let plain = goods.is_none()
        && sentence.contains(&end)
        && tokens[end].text.starts_with(char::is_lowercase)
        && !is_function_word(&tokens[end]);
    let market = market + usize::from(plain && word(market) != "market" && word(market) != "markets");
    if !matches!(word(market), "market" | "markets")
        || matches!(word(market + 1), "price" | "prices" | "share" | "sources" | "analysts" | "year" | "traders")
    {
        return false;
    }
    let the = start.wrapping_sub(usize::from(word(start.wrapping_sub(1)) == "the"));
    let before = word(the.wrapping_sub(1));
    market > end && goods.is_some()
        || the < start
            && before.starts_with(|c: char| c.is_alphabetic())
            && !(opens_reason(before) || matches!(before, "that" | "said" | "and" | "but" | "if" | "where"))
}

/// Words for goods in general.
fn is_goods_word(token: &Token<'_>) -> bool {
    is_merchandise(token.norm.as_ref())
        || matches!(token.norm.as_ref(), "cargo" | "cargoes" | "wares" | "produce" | "barrels")
}

pub fn is_function_word(token: &Token<'_>) -> bool {
    matches!(
        token.norm.as_ref(),
        "of" | "to"
            | "from"
            | "in"
            | "on"
            | "by"
            | "with"
            | "for"
            | "at"
            | "and"
            | "or"
            | "is"
            | "was"
            | "were"
            | "are"
            | "has"
            | "have"
            | "had"
            | "that"
            | "which"
            | "who"
            | "will"
            | "as"
            | "through"
            | "via"
            | "side"
            | "companies"
            | "company"
            | "market"
    )
}

/// *Chinese customs*, *Kazakh data*, *the Kazakh national statistics bureau*
pub fn tells(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at.min(tokens.len())..].iter().take(3).any(|t| is_told_in(&t.norm))
}

/// What figures are told in, or who counts them.
pub fn is_told_in(word: &str) -> bool {
    matches!(word, "customs" | "data" | "statistics" | "statistical" | "figures")
}

/// *VIENNA, Austria (AP) -- OPEC agreed*, *CARACAS, Venezuela, Sept. 3 (AFP) - Exports rose*: whether the country named from token
/// `start` to `end` is that of a dateline.
pub fn ends_dateline(tokens: &[Token<'_>], sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let shouted = tokens[sentence.start].text.chars().all(char::is_uppercase) && tokens[sentence.start].text.len() > 2;
    if !shouted || !tokens[start - 1].is_mark(',') {
        return false;
    }
    let mark = |at: usize, mark: char| at < sentence.end && tokens[at].is_mark(mark);
    let mut at = end;
    if mark(at, ',') {
        let day = |t: &&Token<'_>| t.shape != Shape::Word || t.is_capitalised();
        at += tokens[at..sentence.end]
            .iter()
            .take(5)
            .take_while(|t| !t.is_mark('(') && !t.is_mark('-'))
            .take_while(day)
            .count();
    }
    if mark(at, '(') {
        let Some(close) = (at + 1..at + 5).find(|at| mark(*at, ')')) else { return false };
        at = close + 1;
    }
    let dashes = (at..sentence.end).take_while(|at| mark(*at, '-')).count();
    dashes > 0 && tokens[at].gap > Gap::None && at + dashes < sentence.end && tokens[at + dashes].gap > Gap::None
}

/// Whether an office or institution is named at token `at` or right behind it.
pub fn is_title(tokens: &[Token<'_>], mentions: &[Mention], at: usize) -> bool {
    // *the Kuwaiti oil minister*, *the U.S. trade representative*: names of offices that are read as one word.
    let office = tokens.get(at + 1).is_some_and(|t| {
        matches!(t.norm.as_ref(), "minister" | "ministers" | "ministry" | "secretary" | "representative")
            && tokens[at].gap < Gap::Line
            && tokens[at].shape == Shape::Word
    });
    office
        || mentions.iter().any(|m| {
            (m.tokens.start == at || m.tokens.start == at + 1)
                && matches!(&m.what, What::Cues(cues) if cues.contains(&Cue::Relation(Relation::Title)))
        })
}

/// *- Germany: exports 1,420 million*, *\* Turkey - 2.7 bcm*, *- China 12.3*: whether a name is the label of an entry behind its
/// bullet.
pub fn heads_entry(tokens: &[Token<'_>], sentence: &Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let bullet = below::bullet(tokens, sentence.start);
    let (start, end) = (mentions[at].tokens.start, mentions[at].tokens.end);
    let first = sentence.start + bullet;
    let opens = start == first || start == first + 1 && tokens[first].norm == "the";
    if !opens || end >= sentence.end {
        return false;
    }
    let figure = |from: usize| mentions.iter().any(|m| m.tokens.start == from && matches!(m.what, What::Quantity(_)));
    match tokens[end].shape {
        Shape::Mark(':') => bullet > 0,
        // *China - 4.1 bcm*
        Shape::Mark('-') => tokens[end].gap > Gap::None && figure(end + 1),
        _ => bullet > 0 && figure(end),
    }
}

/// *is to supply*, *has already bought*: words between who acts and the verb.
pub fn may_stand_before_verb(token: &Token<'_>) -> bool {
    matches!(
        token.norm.as_ref(),
        "is" | "was" | "has" | "had" | "will" | "would" | "to" | "also" | "already" | "been" | "side"
    )
}

/// *Under the deal with Astana, Bishkek takes ...*, *by the contract with Kazakhstan the Kyrgyz side takes ...*, *in line with the deal
/// Bishkek takes ...*: whether what stands before the name at mention `at` ends there, so that its preposition does not govern it.
pub fn begins_clause(tokens: &[Token<'_>], sentence: &Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let start = mentions[at].tokens.start;
    let the = usize::from(start > sentence.start && tokens[start - 1].norm == "the");
    let Some(before) = (start - the).checked_sub(1).filter(|b| *b > sentence.start) else { return false };
    let named = |end: usize| mentions[..at].iter().any(|m| m.tokens.end == end && matches!(m.what, What::Party(..)));
    let deal = is_deal(tokens[before].norm.as_ref())
        || matches!(tokens[before].norm.as_ref(), "treaty" | "memorandum" | "protocol" | "plan");
    the == 1 && named(before + 1) || tokens[before].is_mark(',') && named(before) || deal
}

/// *Total of France is lifting 160,000 bpd*, *Vale of Brazil shipped*: whether a firm of the country at mention `at` acts, for
/// which it stands.
pub fn firm_of(tokens: &[Token<'_>], sentence: &Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let (start, end) = (mentions[at].tokens.start, mentions[at].tokens.end);
    let firm = start.checked_sub(2).filter(|firm| *firm >= sentence.start && tokens[firm + 1].norm == "of");
    let named = firm.is_some_and(|firm| {
        tokens[firm].is_capitalised()
            && tokens[firm].text.len() > 2
            && !mentions.iter().any(|m| {
                m.tokens.contains(&firm) && matches!(m.what, What::Party(..) | What::Period(_) | What::Quantity(_))
            })
    });
    named
        && mentions.get(at + 1..).is_some_and(|rest| {
            let verb = rest.iter().find(|m| is_trading_verb(m) && m.tokens.start >= end);
            verb.is_some_and(|m| {
                m.tokens.start <= end + 3 && tokens[end..m.tokens.start].iter().all(may_stand_before_verb)
            })
        })
}

/// *with Japan, Korea and India increasing imports*: whether those behind a *with* that is set off do something; they are
/// listed from mention `first`, and `at` is one of them.
pub fn acts_with(tokens: &[Token<'_>], sentence: &Range<usize>, mentions: &[Mention], first: usize, at: usize) -> bool {
    let with = (sentence.start..mentions[first].tokens.start).rev().find(|at| tokens[*at].norm == "with");
    let set_off = with.is_some_and(|at| at == sentence.start || tokens[at - 1].is_mark(','));
    let mut last = at;
    while last + 1 < mentions.len() && listed(tokens, &mentions[last], &mentions[last + 1]) {
        last += 1;
    }
    let next = mentions[last].tokens.end;
    set_off
        && tokens.get(next).filter(|_| next < sentence.end).is_some_and(|t| {
            t.norm.ends_with("ing")
                && t.text.starts_with(char::is_lowercase)
                && !matches!(t.norm.as_ref(), "during" | "including" | "following")
        })
}

/// *with Poland the largest market*, *with Iraq its main customer*: whether a name behind *with* is told to trade by what stands
/// right behind it.
pub fn ranks_with(tokens: &[Token<'_>], sentence: &Range<usize>, mentions: &[Mention], at: usize) -> bool {
    let end = mentions[at].tokens.end;
    let article = tokens.get(end).filter(|_| end < sentence.end);
    let agent = |m: &Mention| {
        (end + 1..end + 5).contains(&m.tokens.start)
            && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Head(_, Class::Agent))))
    };
    article.is_some_and(|t| matches!(t.norm.as_ref(), "the" | "its" | "their" | "by")) && mentions.iter().any(agent)
}
