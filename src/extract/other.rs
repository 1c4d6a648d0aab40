//! Figures of what is no trade, told by the words behind them: money lent, parts of other things, changes of them.
//!
//! | sentence | is | by |
//! | --- | --- | --- |
//! | *a **140 mln dlr** World Bank loan* | money lent | `lent` |
//! | ***two-thirds** of the original workforce* | a part of something else | `part_of_other` |
//! | *a **65 pct** reduction in spot welds* | a change of something else | `change_of_other` |

use std::ops::Range;

use super::indicator::{Found, Search};
use super::told::head_at;
use super::view::View;
use crate::lexicon::words::{ends_phrase, is_article, is_possessive, leads_stretch, opens_reason};
use crate::lexicon::{Class, Topic};
use crate::mention::{Mention, What};
use crate::token::Shape;

/// *a 140 mln dlr World Bank loan*, *a 30 mln dlr export credit*: money that is lent or given, told by the noun behind it.
pub fn lent(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let mention = &view.mentions[search.quantity].tokens;
    if !search.unit.is_sum() {
        return None;
    }
    // *A$26.2 billion ($16.80 billion) takeover*
    let bracket = if view.norm(mention.end) == "(" {
        (mention.end..mention.end + 8).find(|at| view.norm(*at) == ")").map_or(0, |at| at + 1 - mention.end)
    } else {
        usize::from(view.norm(mention.end) == ")")
    };
    let end = mention.end + bracket;
    let hyphen = usize::from(view.norm(end) == "-");
    let joins = |at: &usize| {
        !(opens_reason(view.norm(*at))
            || leads_stretch(view.norm(*at))
            || matches!(
                view.norm(*at),
                "of" | "on"
                    | "to"
                    | "from"
                    | "and"
                    | "with"
                    | "by"
                    | "at"
                    | "worth"
                    | "despite"
                    | "amid"
                    | "under"
                    | "against"
            ))
    };
    let at = (end + hyphen..end + 5).take_while(|at| is_word(view, *at) && joins(at)).find(|at| {
        matches!(
            view.norm(*at),
            "loan"
                | "loans"
                | "credit"
                | "credits"
                | "grant"
                | "grants"
                | "debt"
                | "debts"
                | "budget"
                | "lawsuit"
                | "suit"
                | "issue"
                | "offering"
                | "facility"
                | "acquisition"
                | "takeover"
                | "buyout"
                | "bid"
                | "stake"
                | "settlement"
                | "sanctions"
                | "tariffs"
                | "duties"
                | "penalty"
                | "penalties"
                | "levy"
                | "surcharge"
                | "bailout"
        )
    })?;
    head_at(search, at, Topic::Other, Class::Noun)
}

/// Whether a word of the sentence stands at token `at`.
fn is_word(view: &View<'_>, at: usize) -> bool {
    view.range.contains(&at) && view.tokens[at].shape == Shape::Word
}

/// Whether a phrase names trade: by a head that is none of other things, or by what `told` says of a mention that begins in it.
fn names_trade(view: &View<'_>, phrase: &Range<usize>, told: impl Fn(&Mention) -> bool) -> bool {
    view.heads.iter().any(|h| phrase.contains(&h.at) && h.topic != Topic::Other)
        || view.mentions.iter().any(|m| phrase.contains(&m.tokens.start) && told(m))
}

/// *a 65 pct reduction in spot welds*: how something grew or shrank that is no trade.
pub fn change_of_other(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    if number_of_other(search) || raised_by(search) || of_those_asked(search) {
        return true;
    }
    let end = search.end();
    let moved = matches!(
        view.norm(end),
        "reduction" | "increase" | "rise" | "drop" | "decline" | "fall" | "growth" | "cut" | "decrease"
    );
    if !search.unit.is_ratio() || !moved || view.norm(end + 1) != "in" {
        return false;
    }
    // *a 60 pct increase in bankruptcies in the oil states*
    let ends = |at: &usize| {
        !(is_word(view, *at) || view.norm(*at) == "-")
            || leads_stretch(view.norm(*at))
            || matches!(view.norm(*at), "at" | "by" | "from" | "to")
    };
    let phrase = end + 2..(end + 2..end + 7).find(ends).unwrap_or(end + 7);
    let told =
        |m: &Mention| matches!(m.what, What::Commodity(_) | What::Quantity(_) | What::Party(..) | What::Period(_));
    let talk = |at: usize| {
        matches!(
            view.norm(at),
            "value"
                | "volume"
                | "volumes"
                | "worth"
                | "weight"
                | "quantity"
                | "tonnage"
                | "terms"
                | "price"
                | "the"
                | "this"
                | "that"
                | "it"
                | "these"
                | "both"
                | "its"
                | "their"
                | "all"
        )
    };
    !phrase.is_empty()
        && !names_trade(view, &phrase, told)
        && !phrase.clone().take(2).any(talk)
        && !phrase
            .clone()
            .any(|at| matches!(view.norm(at), "year" | "years" | "months" | "weeks" | "decade" | "decades"))
}

/// ***12 percent** expected an improvement*, ***eight percent** of those surveyed*: a part of people or firms that were asked.
fn of_those_asked(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let end = search.end();
    if !search.unit.is_ratio() {
        return false;
    }
    let expects = matches!(
        view.norm(end),
        "expect"
            | "expected"
            | "expecting"
            | "think"
            | "thought"
            | "believe"
            | "believed"
            | "anticipate"
            | "anticipated"
    );
    let thinks = matches!(
        view.norm(end),
        "say"
            | "said"
            | "saying"
            | "felt"
            | "agreed"
            | "disagreed"
            | "favoured"
            | "favored"
            | "opposed"
            | "preferred"
            | "answered"
            | "replied"
            | "voted"
            | "want"
            | "wanted"
            | "intend"
            | "intended"
    );
    let what = is_article(view.norm(end + 1))
        || matches!(view.norm(end + 1), "no" | "their" | "its" | "that" | "better" | "worse");
    let asked = |at: usize| {
        matches!(
            view.norm(at),
            "surveyed"
                | "polled"
                | "interviewed"
                | "respondents"
                | "questioned"
                | "answers"
                | "executives"
                | "leaders"
                | "ceos"
                | "managers"
                | "economists"
                | "analysts"
                | "businesses"
        )
    };
    // *below the 32.1 percent expected by analysts*, *5 percent, said the ministry* are what is said of a figure.
    let of_figure = view.norm_before(search.start(), 1) == "the"
        || ends_phrase(view.norm(end + 1))
        || matches!(view.norm(end + 1), "by" | "in" | "for" | "from" | "at" | "on" | "this" | "the");
    let people = || (end + 1..end + 5).take_while(|at| view.norm(*at) != "of").any(asked);
    // *40 percent of its member companies complaining of costs*
    let firms = |at: usize| {
        matches!(view.norm(at), "companies" | "firms" | "manufacturers" | "members")
            && matches!(
                view.norm(at + 1),
                "say"
                    | "said"
                    | "saying"
                    | "report"
                    | "reported"
                    | "reporting"
                    | "expect"
                    | "expected"
                    | "expecting"
                    | "plan"
                    | "planned"
                    | "planning"
                    | "complain"
                    | "complained"
                    | "complaining"
                    | "lament"
                    | "lamented"
                    | "lamenting"
                    | "cite"
                    | "cited"
                    | "citing"
            )
    };
    let people = || people() || (end + 1..end + 6).any(firms);
    expects && (what || !of_figure) || thinks && !of_figure || matches!(view.norm(end), "of" | "among") && people()
}

/// *plans to raise tolls on the canal by 8 pct*: what is raised is no trade.
fn raised_by(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let start = search.start();
    if view.norm_before(start, 1) != "by" {
        return false;
    }
    let raises = |at: &usize| {
        matches!(
            view.norm(*at),
            "raise"
                | "raises"
                | "raised"
                | "raising"
                | "lift"
                | "lifts"
                | "lifted"
                | "lower"
                | "lowers"
                | "lowered"
                | "increase"
                | "increases"
                | "increased"
                | "reduce"
                | "reduces"
                | "reduced"
                | "hike"
                | "hikes"
                | "hiked"
                | "cut"
                | "cuts"
                | "trimmed"
                | "slashed"
        )
    };
    let clause = view.clause(start);
    let Some(verb) = (clause.start.max(start.saturating_sub(12))..start - 1).rev().find(raises) else { return false };
    let noun = verb + 1 + usize::from(is_possessive(view.norm(verb + 1)) || view.norm(verb + 1) == "the");
    // *cut the discount on the values of imported cars by 30 percent*
    let other = view.heads.iter().any(|h| h.at == noun && h.topic == Topic::Other && h.class == Class::Noun);
    if other && matches!(view.norm(noun + 1), "on" | "for" | "of") {
        return true;
    }
    let plural = noun < start - 1 && is_word(view, noun) && view.norm(noun).ends_with('s') && view.norm(noun).len() > 4;
    let told = |m: &Mention| matches!(m.what, What::Commodity(_) | What::Quantity(_));
    let volume = matches!(view.norm(noun), "volumes" | "amounts" | "quotas" | "levels" | "rates" | "totals" | "these");
    plural && !volume && !names_trade(view, &(clause.start..start), told)
}

/// *the number of Japanese companies in India to double*: how many there are of what is no goods.
fn number_of_other(search: &Search<'_, '_>) -> bool {
    let view = search.view;
    let start = search.start();
    let clause = view.clause(start);
    let told = |m: &Mention| matches!(m.what, What::Commodity(_) | What::Quantity(_));
    let number = |at: &usize| view.norm(*at) == "number" && view.norm(at + 1) == "of";
    // *The number of workers who obtained a permit fell*: what stands before the relative says what they are.
    if let Some(at) = (clause.start..start.min(clause.start + 3)).find(number)
        && let Some(relative) = (at + 3..start.min(at + 7)).find(|at| matches!(view.norm(*at), "who" | "whom"))
    {
        return !names_trade(view, &(at + 1..relative), told);
    }
    let near = start.saturating_sub(10).max(clause.start)..start;
    near.rev().find(number).is_some_and(|at| !names_trade(view, &(at + 1..start), told))
}

/// *two-thirds of the original workforce*, *7 pct of its plantations*: a part of what is no trade, in a sentence that names none.
pub fn part_of_other(search: &Search<'_, '_>) -> bool {
    const WHOLES: [&str; 30] = [
        "total",
        "all",
        "it",
        "them",
        "that",
        "this",
        "these",
        "those",
        "which",
        "market",
        "markets",
        "sales",
        "supply",
        "supplies",
        "needs",
        "demand",
        "requirements",
        "volume",
        "value",
        "amount",
        "figure",
        "capacity",
        "quota",
        "goods",
        "deliveries",
        "business",
        "world",
        "country",
        "sum",
        "whole",
    ];
    let view = search.view;
    let of = search.end();
    if view.norm(of) != "of" {
        return false;
    }
    let joins = |at: &usize| matches!(view.norm(*at), "'" | "-");
    let ends = |at: &usize| {
        matches!(
            view.norm(*at),
            "in" | "on"
                | "at"
                | "from"
                | "to"
                | "and"
                | "with"
                | "for"
                | "by"
                | "was"
                | "were"
                | "is"
                | "are"
                | "went"
                | "has"
                | "had"
                | "while"
                | "as"
                | "but"
                | "came"
                | "or"
                | "last"
                | "this"
                | "of"
        )
    };
    let phrase = of + 1..(of + 1..of + 9).find(|at| !(is_word(view, *at) || joins(at)) || ends(at)).unwrap_or(of + 9);
    let Some(last) = phrase.clone().next_back() else { return false };
    let told = |m: &Mention| {
        matches!(m.what, What::Commodity(_) | What::Quantity(_) | What::Route(_))
            || m.tokens.end == phrase.end && matches!(m.what, What::Party(..))
    };
    let named = view.tokens[last].is_capitalised() || view.norm(last) == "s";
    !named
        && phrase.len() >= 2
        && !names_trade(view, &phrase, told)
        && !phrase.clone().any(|at| WHOLES.contains(&view.norm(at)))
}
