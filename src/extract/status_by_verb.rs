//! What a verb tells of a figure's status: what was done, what is promised, what an aim itself did.

use super::status::{Asked, Found};
use super::status_cues::cues;
use super::view::View;
use crate::lexicon::words::{
    is_article, is_by_now, is_form_of_have, is_or_was, is_possessive, is_relative, leads_infinitive, moves_estimate,
};
use crate::lexicon::{Class, Cue};
use crate::mention::Form;
use crate::model::{Dimension, Span, Status};
use crate::token::Shape;

/// *will pay Russia $240*, *will cost Ukraine $240 under the contract*: a price that those who deal have settled on, which nobody
/// reckons.
fn is_settled_price(asked: &Asked<'_, '_>, at: usize) -> bool {
    let view = asked.view;
    let priced = view.quantity(asked.index).is_some_and(|q| {
        let money = q.quantity.unit.measure.dimension() == Dimension::Money;
        q.quantity.unit.is_price() || money && q.form != Form::Bare && q.exponent == 0
    });
    let small = |at: &usize| {
        view.norm(*at).ends_with("ly")
            || is_by_now(view.norm(*at))
            || matches!(view.norm(*at), "have" | "to" | "only" | "not")
    };
    let verb = (at + 1..at + 4).find(|at| !small(at)).unwrap_or(at + 1);
    let verb = verb
        + usize::from(
            view.norm(verb) == "be" && view.norm(verb + 1).ends_with("ed")
                || view.norm(verb) == "be" && view.norm(verb + 1) == "sold",
        );
    let clause = view.clause(at);
    let deals = matches!(
        view.norm(verb),
        "pay"
            | "charge"
            | "buy"
            | "sell"
            | "sold"
            | "supply"
            | "supplied"
            | "deliver"
            | "delivered"
            | "import"
            | "export"
            | "purchase"
            | "receive"
            | "get"
            | "take"
            | "ask"
            | "offer"
            | "bill"
            | "charged"
            | "billed"
            | "set"
            | "fix"
            | "priced"
            | "exported"
            | "imported"
            | "lower"
            | "reduce"
            | "offered"
    );
    let moves = matches!(
        view.norm(verb),
        "cost" | "be" | "rise" | "fall" | "stay" | "remain" | "go" | "amount" | "raise" | "raised" | "cut" | "increase"
    );
    let countries = view.actors.iter().filter(|a| clause.contains(&a.at) && a.party.is_country() && a.takes_part());
    let first = countries.clone().next().map(|a| a.party);
    let two = || first.is_some_and(|first| countries.clone().any(|a| a.party != first));
    let deal = || {
        view.range.clone().any(|at| matches!(view.norm(at), "contract" | "agreement" | "deal" | "agreed" | "accord"))
    };
    let will = matches!(view.norm(at), "will" | "shall");
    priced
        && (will || view.norm(at) == "would")
        && (deals && (will || two()) || moves && will && (two() || deal()))
        && !view.range.clone().any(|at| reckons(view, at))
}

/// Whether a word says that somebody reckons what is to come.
fn reckons(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    ["forecast", "estimat", "predict", "project", "analyst", "expect"].iter().any(|stem| word.starts_with(stem))
        || matches!(
            word,
            "traders" | "source" | "sources" | "outlook" | "probably" | "likely" | "crop" | "harvest" | "crushers"
        )
}

/// *will invest*, *will supply*: what somebody decides on is meant to be.
pub fn is_promise(asked: &Asked<'_, '_>, cue: Span) -> bool {
    let view = asked.view;
    let at = view.tokens.partition_point(|t| t.span.start < cue.start);
    if is_settled_price(asked, at) {
        return true;
    }
    let verb = at + 1 + usize::from(matches!(view.norm(at + 1), "also" | "now" | "jointly" | "together"));
    let decides = matches!(
        view.norm(verb),
        "invest"
            | "supply"
            | "build"
            | "deliver"
            | "provide"
            | "spend"
            | "allow"
            | "lend"
            | "shoulder"
            | "forgo"
            | "withhold"
            | "limit"
            | "restrict"
            | "restrain"
            | "cap"
    );
    // *announced that it would cut its output*, *said it would buy 50,000 tonnes*: who says so decides on it.
    let itself = || {
        let that = usize::from(view.norm_before(at, 2) == "that");
        let says = matches!(view.norm(at.wrapping_sub(2 + that)), "said" | "says" | "announced" | "announces");
        // *announced on television the country would cut its sales*, *announced Saturday that it would cut output*
        let first = at.saturating_sub(9).max(view.range.start);
        let announces = || (first..at).any(|at| matches!(view.norm(at), "announced" | "announces"));
        let subject = view.norm_before(at, 1);
        let whole = matches!(subject, "country" | "government" | "group" | "cartel" | "ministry" | "company");
        (matches!(subject, "it" | "they") && (says || announces()) || whole && announces())
            && matches!(
                view.norm(verb),
                "cut"
                    | "buy"
                    | "sell"
                    | "export"
                    | "import"
                    | "purchase"
                    | "ship"
                    | "limit"
                    | "hold"
                    | "keep"
                    | "raise"
                    | "reduce"
                    | "lower"
                    | "increase"
            )
    };
    // *Brazil will buy 16 million cubic metres a day from Bolivia*: a deal of two, which nobody reckons.
    let deal = || {
        let clause = view.clause(at);
        let countries = view.actors.iter().filter(|a| clause.contains(&a.at) && a.party.is_country() && a.takes_part());
        let first = countries.clone().next().map(|a| a.party);
        let two = first.is_some_and(|first| countries.clone().any(|a| a.party != first));
        let trades =
            matches!(view.norm(verb), "buy" | "sell" | "purchase" | "ship" | "send" | "receive" | "import" | "export");
        // *will import 2.1 million tonnes in the fiscal year*: as those who reckon with seasons tell it.
        let season = |at: usize| matches!(view.norm(at), "fiscal" | "marketing" | "season" | "crop");
        let trades = trades && !view.range.clone().any(season);
        trades && two && view.norm(at) == "will" && !view.range.clone().any(|at| reckons(view, at))
    };
    // *Turkmenistan shall deliver 500 million cubic metres*: as agreements are worded.
    let shall = view.norm(at) == "shall"
        && (decides
            || matches!(view.norm(verb), "sell" | "buy" | "ship" | "export" | "import" | "receive" | "pay" | "be"));
    shall || matches!(view.norm(at), "will" | "would") && (decides || itself() || deal())
}

/// Whether what stands behind token `at` is told beside the figure before it: why it was, or after what.
pub fn opens_another(view: &View<'_>, at: usize) -> bool {
    match view.norm(at) {
        "because" | "since" | "despite" | "amid" => true,
        "after" => !matches!(view.norm(at + 1), "the" | "a"),
        "that" => matches!(
            view.norm_before(at, 1),
            "fears" | "fear" | "concerns" | "concern" | "worries" | "signs" | "hopes" | "speculation" | "expectations"
        ),
        _ => false,
    }
}

/// *plans to stop by 2024 and exported 1.01 million barrels a day*: a verb of trade in the past that *and* joins, between an aim
/// and the figure right behind it.
pub fn did_besides(view: &View<'_>, aim: Span, start: usize) -> Option<Span> {
    let verb = view.heads.iter().rev().find(|h| h.at < start && start <= h.end + 3)?;
    let joins = matches!(view.norm_before(verb.at, 1), "and" | "but");
    let alike = view.norm_before(verb.at, 2).ends_with("ed");
    let past = verb.class != Class::Noun && view.is_past(verb.at) && verb.span.start > aim.end;
    (joins && past && !alike).then_some(verb.span)
}

/// *A predicted shortage pushed imports up by 10 percent*: a verb of what happened, behind something that only its epithet foresaw.
pub fn done_by_foreseen(view: &View<'_>, aim: Span, start: usize) -> Option<Span> {
    let word = view.tokens.partition_point(|t| t.span.start < aim.start);
    let noun = word + 1;
    let epithet = view.norm(word).ends_with("ed")
        && (is_article(view.norm_before(word, 1)) || is_possessive(view.norm_before(word, 1)))
        && view.tokens.get(noun).is_some_and(|t| t.shape == Shape::Word && !leads_infinitive(t.norm.as_ref()));
    let phrase = noun..start;
    let verb = phrase.clone().skip(1).take(14).find(|at| view.is_past(*at)).filter(|_| epithet)?;
    // *an expected rise of 5 percent, announced in May*, *the planned pipeline opened in May will carry*
    let plain = (noun..verb).all(|at| view.tokens[at].shape == Shape::Word && view.norm(at) != "of");
    let ahead = (verb..start).any(|at| matches!(view.norm(at), "will" | "would" | "could" | "may"));
    (plain && !ahead).then(|| view.tokens[verb].span)
}

/// Whether the last verb of trade in these words says that it was or is being done: *imported*, *is buying*.
pub(super) fn done(view: &View<'_>, words: std::ops::Range<usize>) -> bool {
    let head =
        view.heads.iter().rev().find(|h| words.contains(&h.at) && !matches!(h.class, Class::Noun | Class::Agent));
    head.is_some_and(|h| {
        let before = view.norm_before(h.at, 1);
        let going = view.norm(h.at).ends_with("ing") && (is_or_was(before) || before == "been");
        going || view.is_past(h.at)
    })
}

/// *Vietnam's target for exports in 2018 was 1 million tonnes*: the aim that *was* says the size of.
pub fn aim_as_subject(asked: &Asked<'_, '_>, verb: Span) -> Option<(Status, Span)> {
    let view = asked.view;
    let at = view.tokens.partition_point(|t| t.span.start < verb.start);
    // *The ceiling has been lowered to 4 million tonnes*
    let moved = |at: usize| {
        moves_estimate(view.norm(at))
            || matches!(view.norm(at), "been" | "set" | "fixed" | "expanded" | "lifted" | "at" | "to")
    };
    let start = view.mentions[asked.index].tokens.start;
    let near = at + 2 >= start || matches!(view.norm_before(start, 1), "to" | "at") && (at + 1..start).all(moved);
    if !matches!(view.norm(at), "was" | "were" | "stood" | "has" | "have") || !near {
        return None;
    }
    let clause = view.clause(at);
    // *the ministry's earlier estimate was 790,000 tonnes*
    let estimate = at.checked_sub(1).filter(|noun| matches!(view.norm(*noun), "estimate" | "forecast" | "projection"));
    if let Some(noun) = estimate {
        return Some((Status::Forecast, view.tokens[noun].span));
    }
    let aim = view.cues(|cue| match cue {
        Cue::Status(status @ (Status::Target | Status::Forecast)) => Some(status),
        _ => None,
    });
    aim.filter(|(_, m)| {
        let word = view.norm(m.tokens.start);
        (clause.start..at).contains(&m.tokens.start)
            && matches!(word, "target" | "goal" | "plan" | "forecast" | "quota" | "ceiling" | "aim" | "projection")
            && matches!(
                view.norm_before(m.tokens.start, 1),
                "s" | "'" | "the" | "its" | "their" | "a" | "export" | "import" | "production" | "output" | "sales"
            )
    })
    .last()
    .map(|(status, m)| (status, m.span))
}

/// *the quota is two million bpd, and output last month averaged 2.02 million*: a head and a verb of the past between the
/// aim and the figure.
pub fn told(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let before = view.quantities.iter().rev().find(|q| view.mentions[**q].tokens.start < start)?;
    let own = view.mentions[*before].tokens.end..start;
    // *is targeting $7.5 billion for the current year, and earned $3.5 billion in the half*
    // *Gabon, which had trouble selling its full 159,000 bpd entitlement, produced 148,000 bpd*
    let relative = || {
        let opens = view.segment_tokens(view.segment(own.start.saturating_sub(1))).start;
        is_relative(view.norm(opens))
    };
    let did = own.clone().rev().take(4).find(|at| {
        let before = view.norm_before(*at, 1);
        // *Venezuela, whose quota is 2.36 million, is producing 2.8 million*
        let going = view.norm(*at).ends_with("ing")
            && matches!(before, "is" | "are")
            && view.norm_before(*at, 2) == ","
            && relative();
        going
            || view.is_past(*at)
                && (matches!(before, "and" | "but" | "which" | "who" | "it" | "they") || before == "," && relative())
    });
    if let Some(did) = did.filter(|at| cues(asked, *at..start).is_none()) {
        return Some((Status::Actual, Some(view.tokens[did].span)));
    }
    // *will get 32 bcm, of which 29.4 bcm had been delivered*
    let end = view.mentions[asked.index].tokens.end;
    let done = (is_form_of_have(view.norm(end)) || matches!(view.norm(end), "was" | "were"))
        && (end + 1..end + 4).any(|at| view.is_past(at) || view.norm(at) == "been");
    if done && cues(asked, end + 1..end + 4).is_none_or(|(status, _)| status == Status::Actual) {
        return Some((Status::Actual, Some(view.tokens[end].span)));
    }
    let head = view.heads.iter().rev().find(|h| own.contains(&h.at) && h.class == Class::Noun)?;
    let verb = (head.end..start).find(|at| {
        matches!(
            view.norm(*at),
            "averaged"
                | "was"
                | "were"
                | "reached"
                | "stood"
                | "came"
                | "totalled"
                | "totaled"
                | "amounted"
                | "ran"
                | "rose"
                | "fell"
                | "dropped"
                | "climbed"
        )
    })?;
    let plain = !own.clone().any(|at| matches!(view.norm(at), "which" | "that" | "if" | "whether"));
    plain.then(|| (Status::Actual, Some(view.tokens[verb].span)))
}

/// *is being enlarged to 8.3 bcm*: what is being made larger or smaller is to be so much.
pub fn being_changed(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.start_with_hedge(view.quantity(asked.index)?);
    let verb = start.checked_sub(2).filter(|at| view.norm(at + 1) == "to")?;
    let changes = matches!(
        view.norm(verb),
        "enlarged"
            | "expanded"
            | "extended"
            | "raised"
            | "increased"
            | "brought"
            | "lifted"
            | "boosted"
            | "upgraded"
            | "widened"
            | "cut"
            | "reduced"
            | "lowered"
    );
    let being = verb.checked_sub(1).filter(|at| changes && view.norm(*at) == "being")?;
    let past = matches!(view.norm_before(being, 1), "was" | "were");
    (!past).then(|| (Status::Target, Some(view.tokens[being].span)))
}
