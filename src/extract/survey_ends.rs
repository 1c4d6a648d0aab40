//! What part a name plays beside the words of trade of its sentence, as the survey of a text counts it.

use super::grammar::Role;
use super::head::Head;
use super::side::{Side, of_role};
use super::survey::REACH;
use crate::lexicon::{Class, Cue, NameForm, Relation};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Kind};
use crate::token::Token;

/// *The country imported*, *the kingdom's exports*: whether words stand for the country that a text is about.
pub fn is_the_country(mention: &Mention, tokens: &[Token<'_>]) -> bool {
    let home = matches!(&mention.what, What::Cues(cues) if cues.contains(&Cue::Relation(Relation::Home)));
    let start = mention.tokens.start;
    let aside = |t: &Token<'_>| matches!(t.norm.as_ref(), "to" | "from" | "with" | "into" | "by");
    home && tokens[start].norm == "the" && !tokens[..start].last().is_some_and(aside)
}

/// What a party is told as the owner of: *Norway's output*, *Norwegian exports*, *imports of Norway*.
pub fn owned<'h>(mention: &Mention, role: Role, heads: &'h [Head]) -> Option<(Indicator, &'h Head)> {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let told = match role {
        Role::Possessor | Role::Modifier | Role::Attribute | Role::Subject | Role::Label => {
            heads.iter().find(|h| h.at >= end && h.at - end <= REACH)
        }
        Role::By | Role::Of | Role::In => heads.iter().rfind(|h| h.end <= start && start - h.end <= REACH),
        _ => None,
    };
    let (told, indicator) = told.and_then(|h| Some((h, h.indicator()?)))?;
    let own = matches!(
        indicator,
        Indicator::Exports | Indicator::Imports | Indicator::Production | Indicator::Consumption | Indicator::Reserves
    );
    (own && of_role(indicator, told, role, Kind::Level) == Some(Side::Reporter)).then_some((indicator, told))
}

/// *exports to India*, *imports from India*, *trade with India*, *India was the largest source*: whether a party is told as
/// another's market or source.
pub fn is_end(mention: &Mention, role: Role, heads: &[Head]) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = |of: fn(Indicator) -> bool| {
        heads
            .iter()
            .any(|h| h.end <= start && start - h.end <= 3 && h.class != Class::Agent && h.indicator().is_some_and(of))
    };
    match role {
        // *sold Jordan two cargoes*, *sales of 340,000 tonnes of hard wheat to China*
        Role::Object => true,
        Role::To => {
            heads.iter().any(|h| h.end <= start && h.class != Class::Agent && h.indicator() == Some(Indicator::Exports))
        }
        Role::From => before(|i| i == Indicator::Imports),
        Role::With => before(|i| matches!(i, Indicator::Turnover | Indicator::Balance)),
        Role::Subject => heads.iter().any(|h| h.class == Class::Agent && h.at >= end && h.at - end <= REACH),
        _ => false,
    }
}

/// *Sri Lanka's second-largest market*, *the main source of imports for Sri Lanka*: whether a party has those who sell to it or
/// buy from it.
pub fn has_sellers_or_buyers(mention: &Mention, role: Role, heads: &[Head]) -> bool {
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let agent = |h: &&Head| h.class == Class::Agent;
    match role {
        Role::Possessor => heads.iter().filter(agent).any(|h| h.at >= end && h.at - end <= 5),
        Role::For | Role::Of | Role::To => heads.iter().filter(agent).any(|h| h.end <= start && start - h.end <= 2),
        _ => false,
    }
}

/// *the biggest market of Fijian tuna*, *the main buyer of Thai rice*: whether what is bought there is told to come from a
/// country.
pub fn of_market(mention: &Mention, heads: &[Head]) -> bool {
    matches!(mention.what, What::Party(_, NameForm::Adjective))
        && heads.iter().any(|h| h.class == Class::Agent && h.end + 1 == mention.tokens.start)
}

/// *the largest importers of Ghanaian cocoa were Spain and Belgium*: whether a name tells whose goods several take.
pub fn is_taken(tokens: &[Token<'_>], mentions: &[Mention], at: usize) -> bool {
    let name = &mentions[at].tokens;
    let goods = |m: &Mention| m.tokens.start == name.end && matches!(m.what, What::Commodity(_));
    let [.., takers, of] = &tokens[..name.start] else { return false };
    of.norm.as_ref() == "of"
        && matches!(takers.norm.as_ref(), "importers" | "buyers" | "purchasers" | "customers")
        && matches!(mentions[at].what, What::Party(party, NameForm::Adjective) if party.is_country())
        && mentions.iter().any(goods)
}
