//! Balances told by one flow over the other.
//!
//! | sentence | balance |
//! | --- | --- |
//! | *Exports exceeded imports by **$4.2 billion*** | surplus |
//! | *exports fell short of imports by **$4.2 billion*** | deficit |
//! | *bought **$90 million** more than it sold there* | deficit |

use super::head::Head;
use super::indicator::{Found, Search};
use super::told::{head_at, start_of};
use super::view::View;
use crate::lexicon::{Class, Topic};
use crate::mention::QuantityMention;
use crate::model::{Dimension, Indicator};

/// *Exports exceeded imports by $4.2 billion*: by how much is the balance, a deficit where imports are the larger.
pub fn exceeded_by(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    if let Some(topic) = view.quantity(search.quantity).and_then(|q| over_the_other(view, q)) {
        return head_at(search, search.end(), topic, Class::Noun);
    }
    let at = start_of(search).checked_sub(1).filter(|at| view.norm(*at) == "by")?;
    let clause = view.clause(at);
    let of =
        |indicator| view.heads.iter().find(|h| clause.contains(&h.at) && h.at < at && h.topic == Topic::Of(indicator));
    let (exports, imports) = (of(Indicator::Exports)?, of(Indicator::Imports)?);
    let exceeds = |at: usize| exceeds(view.norm(at)) || falls_short(view, at);
    let between = exports.end.min(imports.end)..exports.at.max(imports.at);
    let verb = between.clone().find(|at| exceeds(*at))?;
    let more = (exports.at < imports.at) != falls_short(view, verb);
    let topic = if more { Topic::Surplus } else { Topic::Deficit };
    let money = search.unit.measure.dimension() == Dimension::Money;
    money.then(|| head_at(search, verb, topic, Class::Noun))?
}

/// *exports **surpassing** imports*: verbs by which one flow is told to be larger than another.
fn exceeds(word: &str) -> bool {
    let verb = ["exceed", "surpass", "outstrip", "outpac", "outweigh", "outnumber", "overtak"];
    verb.iter().any(|verb| word.starts_with(verb))
        || matches!(word, "outran" | "outrun" | "topped" | "topping" | "overtook")
}

/// *exports fell short of imports*, *lagged behind imports*
fn falls_short(view: &View<'_>, at: usize) -> bool {
    match view.norm(at) {
        "short" => view.norm(at + 1) == "of",
        "lagged" | "trailed" | "lagging" | "trailing" => true,
        _ => false,
    }
}

/// *sold Egypt **$4.2 billion** more than it bought from it*: which balance it is, where one flow is told to be more than the other.
pub fn over_the_other(view: &View<'_>, quantity: &QuantityMention) -> Option<Topic> {
    if !quantity.quantity.unit.is_sum() {
        return None;
    }
    let end = quantity.tokens.end;
    let more = (end..end + 3).find(|at| matches!(view.norm(*at), "more" | "less"))?;
    let than = (more + 1..more + 12).find(|at| view.norm(*at) == "than")?;
    let trades = |class: Class| {
        move |h: &&Head| h.class == class && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports))
    };
    let before = |class| view.heads.iter().rfind(|h| h.end <= quantity.tokens.start && trades(class)(h));
    let behind = |class| view.heads.iter().find(|h| h.at > than && h.at <= than + 5 && trades(class)(h));
    let near = |h: &Head| quantity.tokens.start - h.end <= 6;
    let sold = before(Class::VerbOut).filter(|h| near(h)).is_some() && behind(Class::VerbIn).is_some();
    let bought = before(Class::VerbIn).filter(|h| near(h)).is_some() && behind(Class::VerbOut).is_some();
    if sold == bought {
        return None;
    }
    Some(if sold == (view.norm(more) == "more") { Topic::Surplus } else { Topic::Deficit })
}

/// *exported goods for $1.1 billion to Egypt and imported $3.1 billion, for a total of **$4.2 billion***: both flows together.
pub fn total_of_both(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let start = start_of(search);
    // *purchases to a total of 4 million*: of them alone.
    let alone = view.norm_before(start, 3) == "a" && view.norm_before(start, 4) == "to";
    let total = view.norm_before(start, 1) == "of" && view.norm_before(start, 2) == "total" && !alone
        || matches!(view.norm_before(start, 1), "totalling" | "totaling");
    let money = |q: &QuantityMention| q.quantity.unit.measure.dimension() == Dimension::Money;
    let before = view.figures().filter(|q| q.tokens.end <= start && money(q));
    let told = |i: Indicator| view.heads.iter().any(|h| h.at < start && h.topic == Topic::Of(i));
    let both = told(Indicator::Exports) && told(Indicator::Imports);
    let sum = total && both && before.count() >= 2 && view.quantity(search.quantity).is_some_and(money);
    sum.then(|| head_at(search, start - 1, Topic::Of(Indicator::Turnover), Class::Noun))?
}
