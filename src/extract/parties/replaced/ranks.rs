//! The next in rank of those who buy from one country or sell to it: *Egypt was next with 79 million kg and the UK third with 49*.

use super::Next;
use crate::extract::grammar::Role;
use crate::extract::parties::Sides;
use crate::extract::side::Side;
use crate::extract::survey::Cast;
use crate::lexicon::words::{is_article, is_next_in_line, is_or_was};
use crate::model::{Indicator, Kind, Party};

/// Whether a word says which place somebody has among others.
fn is_place(word: &str) -> bool {
    matches!(word, "first" | "next" | "second" | "third" | "fourth" | "fifth" | "sixth" | "behind" | "top")
}

/// *Egypt was next with 79 million kg*, *the UK third with 49*, *Japan ranked second with $552 million*: the next of the partners of the
/// country that the text tells the trade of.
pub fn next_in_rank(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let (view, asked) = (next.view, next.asked);
    let start = next.figure.start;
    if !next.is(Role::Subject) && !next.is(Role::Label) || start <= next.actor.end || asked.kind == Kind::Change {
        return None;
    }
    let between = next.actor.end..start;
    let place = between.clone().find(|at| is_place(view.norm(*at)))?;
    let verb = |at: usize| {
        let word = view.norm(at);
        is_or_was(word) || is_next_in_line(word) || matches!(word, "ranked" | "placed" | "finished" | "stood" | "in")
    };
    let gap = |at: usize| verb(at) || is_article(view.norm(at)) || matches!(view.norm(at), "as" | "its" | "place");
    let ranked = place == next.actor.end || (next.actor.end..place).all(|at| gap(at) || set_off(next, at));
    let near = start - place <= 5 && view.first_quantity(&between).is_none();
    // *the second market of Peru, with 4 million*
    let told = (place..start).all(|at| !matches!(view.norm(at), "to" | "from" | "of"));
    if !(ranked
        && near
        && told
        && asked.indicator.is_trade()
        && asked.indicator != Indicator::Balance
        && !next.is_told())
    {
        return None;
    }
    // Who stays is the one whose partners are told one after another.
    side_of_many(next).map(|side| next.on(side))
}

/// *Kenya imported 6 million tonnes. India was the first source*, *The leading supplier was India*, *India's share of the market held steady*:
/// who is told to have supplied an import of one country from anyone.
pub fn source_of_import(next: &Next<'_, '_, '_>) -> Option<Sides> {
    let (view, frame) = (next.view, next.frame);
    let anyone = frame.indicator == Indicator::Imports && next.of(Indicator::Imports) && next.is_of_all();
    if !anyone || next.is_told() || !next.actor.party.is_country() {
        return None;
    }
    let source = |at: usize| matches!(view.norm(at), "source" | "supplier" | "seller" | "origin" | "provider");
    let start = next.figure.start;
    let ranked = next.is(Role::Subject) && (next.actor.end..start.max(next.actor.end)).take(6).any(source)
        || (view.range.start..next.actor.at).any(source);
    let of_market = (next.actor.end..next.actor.end + 4).any(|at| {
        view.norm(at) == "share" && view.norm(at + 1) == "of" && (at + 2..at + 4).any(|at| view.norm(at) == "market")
    });
    (ranked || of_market).then(|| next.on(Side::Partner))
}

/// *The United States, the runner-up of last year, was third*: what a comma sets off behind the name.
fn set_off(next: &Next<'_, '_, '_>, at: usize) -> bool {
    let view = next.view;
    view.norm(next.actor.end) == ","
        && at >= next.actor.end
        && (at..next.figure.start).any(|close| view.norm(close) == "," && close - next.actor.end <= 12)
        || view.norm(at) == ","
}

/// The side of those of whom the statement before told one: buyers where the goods are of the one that the text is about.
fn side_of_many(next: &Next<'_, '_, '_>) -> Option<Side> {
    let frame = next.frame;
    let (reporter, partner) = (frame.reporter.filter(Party::is_country)?, frame.partner.filter(|p| *p != Party::WORLD));
    let one = |party: Option<Party>| {
        let party = party?;
        let survey = next.asked.survey;
        let sells = party == reporter && frame.indicator == Indicator::Exports
            || Some(party) == partner && frame.indicator == Indicator::Imports;
        // *Brazil exported 2 million tonnes. Australia was second*: who does the same, where no partner is told of.
        let lead = survey.cast() == Cast::Protagonist(party) && partner.is_some();
        (lead || sells && survey.gives(party)).then_some(lead)
    };
    match (one(Some(reporter)), one(partner)) {
        (Some(true), _) => Some(Side::Partner),
        (_, Some(true)) => Some(Side::Reporter),
        (Some(_), None) => Some(Side::Partner),
        (None, Some(_)) => Some(Side::Reporter),
        // *exports to Poland were $3.3 billion. Turkey was second*: of where they go.
        (None, None) if next.asked.same_sentence && next.is_ranked() => None,
        (None, None) if frame.indicator == Indicator::Turnover => partner.map(|_| Side::Partner),
        (None, None) if partner.is_some() && (frame.indicator == Indicator::Exports || frame.commodity.is_none()) => {
            Some(Side::Partner)
        }
        _ => None,
    }
}
