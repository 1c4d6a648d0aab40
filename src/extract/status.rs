//! Whether a figure happened, is aimed at, or is expected.
//!
//! | sentence | status | rule |
//! | --- | --- | --- |
//! | *trade reached **$5 billion*** | actual | `said_to_be_so` |
//! | *agreed to bring trade to **$1 billion*** | target | `nearest_word` |
//! | *exports could rise to **5 bcm*** | forecast | `nearest_word` |

use super::figures::Figures;
use super::grammar::Opening;
use super::measured::{FORESEEN, foreseen};
use super::rule::{Question, Rule, Rules};
use super::status_by_verb::{being_changed, is_promise, told};
use super::status_cues::cues;
use super::view::View;
use super::wording::periods;
use super::{
    aims, both_sides, outlook, standing, status_behind, status_by_time, status_laid_down, status_nearest as nearest,
    status_pairs, tender,
};
use crate::lexicon::words::{foresees, foretells, is_deal, is_limit, is_or_was, is_sold, leads_stretch, remains};
use crate::lexicon::{Class, Marks};
use crate::mention::{Expression, Form, What, YearRef};
use crate::model::{Span, Status, Unit};

/// What the rules of a status may ask.
pub struct Asked<'v, 'a> {
    /// The sentence.
    pub view: &'v View<'a>,
    /// The quantity among its mentions.
    pub index: usize,
    /// The status of the figure before it in the sentence.
    pub before: Option<Status>,
    /// The status of the statement that an elliptic one goes on from.
    pub topic: Option<Status>,
    /// The year of publication.
    pub year: Option<i32>,
}

impl Question for Asked<'_, '_> {
    fn marks(&self) -> Marks {
        self.view.marks
    }

    fn unit(&self) -> Unit {
        self.view.quantity(self.index).map_or(Unit::PERCENT, |q| q.quantity.unit)
    }
}

/// The rules in their order.
pub const fn rules<'v, 'a>() -> Rules<Asked<'v, 'a>, Status, 54> {
    Rules::of([
        Rule::given("measured_against", FORESEEN, measured_against),
        Rule::always("as_told_before", outlook::as_told_before),
        Rule::given("of_what_was_promised", Marks::SEVERAL, status_pairs::of_what_was_promised),
        Rule::given("estimate_revised", Marks::FORESEES, outlook::revised),
        Rule::given("outlook_moved", Marks::DIRECTION, outlook::outlook_moved),
        Rule::given("estimates_stand", Marks::FORESEES, outlook::estimates_stand),
        Rule::given("outlook_kept", Marks::UNCHANGED, outlook::outlook_kept),
        Rule::given("estimated_before", Marks::COMPARES, outlook::as_estimated_before),
        Rule::always("told_for_comparison", aims::compared),
        Rule::given("growth_before_that", Marks::TIME, status_by_time::grown_before).of(Figures::RATIO),
        Rule::given("looked_back_on", Marks::HAVING, aims::looked_back),
        Rule::given("estimate_of_a_running_time", Marks::ESTIMATED, aims::of_running),
        Rule::always("stands_beside_an_aim", standing::stands),
        Rule::given("beside_an_aim", Marks::SEVERAL, status_behind::beside_an_aim),
        Rule::given("seen_moving", Marks::SEES, outlook::seen_moving),
        Rule::given("reckoned_by_the_day", Marks::DIRECTION, outlook::reckoned_by_the_day).of(Figures::RATE),
        Rule::given("asked_of_others", Marks::ASKS, aims::asked_of),
        Rule::given("sought_by_tender", Marks::TENDER, tender::sought),
        Rule::given("in_coming_months", Marks::TIME, of_coming_months),
        Rule::given("of_another_owner", Marks::SEVERAL, of_another_owner),
        Rule::always("set_by_somebody", set_by_somebody),
        Rule::always("so_already", already),
        Rule::always("being_changed", being_changed),
        Rule::given("elided", Marks::SEVERAL, elided),
        Rule::always("does_so_now", status_by_time::does_so_now),
        Rule::given("under_a_deal", Marks::DEAL, under_a_deal),
        Rule::given("nearest_word", Marks::HAVING, nearest::behind_after),
        Rule::always("nearest_word", nearest::agreed_before),
        Rule::given("nearest_word", Marks::DEAL, nearest::agreement),
        Rule::always("nearest_word", nearest::told_beside),
        Rule::given("nearest_word", Marks::TIME, nearest::agreed_then),
        Rule::always("nearest_word", nearest::signed),
        Rule::given("nearest_word", Marks::DEAL, nearest::deal_behind),
        Rule::given("nearest_word", Marks::TIME, nearest::so_now),
        Rule::always("nearest_word", nearest::has_room),
        Rule::always("laid_down", status_laid_down::laid_down),
        Rule::given("nearest_word", Marks::STATUS, nearest::told_before),
        Rule::always("nearest_word", nearest::able),
        Rule::given("nearest_word", Marks::STATUS, status_behind::told_behind),
        Rule::always("when_that_was", aims::when_over),
        Rule::given("told_of_a_past_time", Marks::TIME, status_by_time::of_past),
        Rule::given("by_a_coming_year", Marks::TIME.or(Marks::SEVERAL), status_by_time::coming),
        Rule::given("in_a_past_year", Marks::TIME, status_by_time::gone),
        Rule::given("told_by_its_verb", Marks::SEVERAL, told),
        Rule::given("relative_of_the_present", Marks::PARTED, standing::relative),
        Rule::given("pays_now", Marks::PAYS, pays_now),
        Rule::always("both_aim", both_aim),
        Rule::always("foretold", foretold),
        Rule::given("previous_figure", Marks::SEVERAL, previous),
        Rule::always("plant_to_be", status_laid_down::plant_to_be),
        Rule::always("is_to_do", standing::to_do),
        Rule::given("word_of_sentence", Marks::STATUS, of_sentence),
        Rule::always("statement_before", statement),
        Rule::always("said_to_be_so", actual),
    ])
}

pub(super) type Found = Option<(Status, Option<Span>)>;

/// *beating estimates of a 0.6% fall*, *against a quota of 1.77 million barrels*
fn measured_against(asked: &Asked<'_, '_>) -> Found {
    foreseen(asked.view, asked.index).map(|(status, word)| (status, Some(word)))
}

/// *The leaders have tasked their ministers with lifting the figure to $5 billion*: what those who act for both countries mean to
/// reach.
fn both_aim(asked: &Asked<'_, '_>) -> Found {
    let (start, end) = (asked.view.mentions[asked.index].tokens.start, asked.view.mentions[asked.index].tokens.end);
    if both_sides::can_be_reached(asked.view, end) {
        return Some((Status::Forecast, Some(asked.view.tokens[end + 1].span)));
    }
    let towards = (1..=3).any(|back| matches!(asked.view.norm_before(start, back), "to" | "at" | "of" | "for"));
    (towards && both_sides::both_aim(asked.view, start)).then_some((Status::Target, None))
}

/// *It now projects $190 billion for the year*: what a verb of foretelling has for its object.
fn foretold(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let verb = view.quantity(asked.index).map(|q| view.start_with_hedge(q))?.checked_sub(1)?;
    foretells(view.norm(verb)).then(|| (Status::Forecast, Some(view.tokens[verb].span)))
}

/// *the $10 billion set by the two prime ministers is within sight*: a figure that somebody has set is an aim.
fn set_by_somebody(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let written = view.quantity(asked.index)?;
    let end = written.tokens.end;
    let set = matches!(view.norm(end), "set" | "targeted" | "envisaged" | "agreed" | "pledged" | "promised");
    let by = view.norm(end + 1) == "by" && view.time_at(end + 2).is_none();
    let the = view.norm_before(view.start_with_hedge(written), 1) == "the";
    (set && by && the).then(|| (Status::Target, Some(view.tokens[end].span)))
}

/// *output is forecast to rise to 5.8 mln bags, but exports to dip to 4.8 mln*: the verb left out is that of the statement before.
fn elided(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let before = asked.before.filter(|status| *status != Status::Actual)?;
    let start = view.mentions[asked.index].tokens.start;
    let moves = |at: usize| {
        matches!(
            view.norm(at),
            "rise"
                | "fall"
                | "dip"
                | "drop"
                | "grow"
                | "climb"
                | "decline"
                | "increase"
                | "decrease"
                | "slip"
                | "reach"
                | "shrink"
        )
    };
    let noun = view.heads.iter().rfind(|h| {
        h.end < start && start - h.end <= 6 && h.class == Class::Noun && view.norm(h.end) == "to" && moves(h.end + 1)
    })?;
    let joined = view.back(noun.at, 4).any(|at| matches!(view.norm(at), "and" | "but" | "while" | ","));
    (joined && view.first_quantity(&(noun.end..start)).is_none()).then(|| (before, Some(view.tokens[noun.end].span)))
}

/// *exports gas under a 30-billion-dollar deal*: what both have agreed on.
fn under_a_deal(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let tokens = &view.mentions[asked.index].tokens;
    let article = matches!(view.norm_before(tokens.start, 1), "a" | "the" | "its" | "their");
    let sum = asked.unit().is_sum();
    (sum && is_deal(view.norm(tokens.end)) && article && view.norm_before(tokens.start, 2) == "under")
        .then(|| (Status::Target, Some(view.tokens[tokens.end].span)))
}

/// *For the next three months he estimated a surplus of 400 million*: what a sentence puts in a time to come.
fn of_coming_months(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let opens = view.range.start;
    let ahead = leads_stretch(view.norm(opens))
        && view.norm(opens + 1) == "the"
        && matches!(view.norm(opens + 2), "next" | "coming")
        && (opens + 3..opens + 6).any(|at| matches!(view.norm(at), "months" | "years" | "weeks" | "quarters"));
    let said = (opens..view.mentions[asked.index].tokens.start)
        .any(|at| foresees(view.norm(at)) || matches!(view.norm(at), "estimates" | "put" | "sees" | "saw" | "expects"));
    (ahead && said).then(|| (Status::Forecast, Some(view.tokens[opens + 2].span)))
}

/// *Venezuela has a quota of 1.5 mln bpd, while Ecuador's is 210,000*: the same of another owner is as the one before it was.
fn of_another_owner(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let is = view.mentions[asked.index].tokens.start.checked_sub(1)?;
    let owner = is_or_was(view.norm(is))
        && view.actors.iter().any(|a| a.end + 2 == is && view.norm_before(is, 1) == "s" && view.norm(a.end) == "'");
    asked.before.filter(|_| owner).map(|status| (status, Some(view.tokens[is].span)))
}

/// *it has contracted 200 MW; it pays 6.5 cents*: what is paid now.
fn pays_now(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let quantity = view.quantity(asked.index).filter(|q| q.quantity.unit.is_price())?;
    let start = view.start_with_hedge(quantity);
    let pays =
        (start.saturating_sub(3).max(view.clause(start).start)..start).rev().find(|at| view.norm(*at) == "pays")?;
    Some((Status::Actual, Some(view.tokens[pays].span)))
}

/// *promised 4 bcm on top of the 21 bcm already flowing*: what is so by now.
fn already(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let end = view.mentions[asked.index].tokens.end;
    let so = view.norm(end) == "already" || view.norm(end) == "now" && view.norm(end + 1).ends_with("ing");
    let done = view.norm(end + 1).ends_with("ing") || view.norm(end + 1).ends_with("ed");
    (so && done).then(|| (Status::Actual, Some(view.tokens[end].span)))
}

fn previous(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    let before = view.quantities.iter().rev().find(|q| view.mentions[**q].tokens.start < start)?;
    let between = view.mentions[*before].tokens.end..start;
    // *want to raise trade, which was 4.1 billion in 2013, to 5 billion*
    if asked.before == Some(Status::Actual) && led_over(view, start).is_some() {
        return None;
    }
    let contrast = view.segments.iter().any(|s| s.opening == Opening::Contrast && between.contains(&s.tokens.start));
    // *will fall to 109 million in 2000 from 135.7 million in 1985 with Japanese production falling to 92 million*
    let back = view.quantity(*before).is_some_and(|q| view.comparing_before(view.start_with_hedge(q)).is_some());
    let another = back
        && view.norm_before(start, 1) == "to"
        && view.heads.iter().any(|h| h.class == Class::Noun && between.contains(&h.at));
    if contrast || another || cues(asked, between.clone()).is_some() {
        return None;
    }
    // *forecast 1986/87 exports at 2.1 million, and 1985/86 exports at 2.75 million*: those of a year that is over.
    let over = |e: Expression| matches!(e, Expression::SplitYear(_)) && aims::is_over(asked, e);
    if asked.before == Some(Status::Forecast)
        && let Some((year, ..)) = periods(view).find(|(m, e, _)| between.contains(&m.tokens.start) && over(*e))
    {
        return Some((Status::Actual, Some(year.span)));
    }
    asked.before.map(|status| (status, None))
}

/// *will be paid 2.92 baht a kilowatt-hour*, *one kWh will cost 11 dirams*: whether what is to be paid is settled, which nobody reckons.
pub(super) fn is_priced(asked: &Asked<'_, '_>, cue: Span) -> bool {
    let view = asked.view;
    let at = view.tokens.partition_point(|t| t.span.start < cue.start);
    let price = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_price());
    let be = usize::from(view.norm(at + 1) == "be");
    let verb = view.norm(at + 1 + be);
    let pays = match be {
        0 => matches!(verb, "pay" | "charge" | "cost" | "receive" | "sell"),
        _ => is_sold(verb) || matches!(verb, "paid" | "charged" | "billed" | "fixed" | "set" | "bought"),
    };
    let reckoned = view.range.clone().any(|at| {
        let word = view.norm(at);
        ["forecast", "estimat", "predict", "project", "analyst", "expect", "averag", "trader"]
            .iter()
            .any(|stem| word.starts_with(stem))
            || matches!(word, "if" | "probably" | "likely" | "could" | "outlook")
    });
    price && pays && !reckoned && view.norm(at) == "will"
}

/// *want to raise trade, which was 4.1 billion in 2013, to 5 billion*: where the clause set off begins that the figure at token
/// `start` goes on from before.
pub(super) fn led_over(view: &View<'_>, start: usize) -> Option<usize> {
    let own = view.segment(start);
    let opens = view.segment_tokens(own).start;
    let led = view.norm(opens) == "to" || view.norm(opens) == "first" && view.norm(opens + 1) == "to";
    let aside = view.segment_tokens(own.checked_sub(1).filter(|_| led)?);
    let set_off = matches!(view.norm(aside.start), "which" | "that" | "now" | "currently" | "last" | "worth" | "at");
    (set_off && view.first_quantity(&aside).is_some()).then_some(aside.start)
}

fn of_sentence(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    // *the study, included in the agency's outlook, showed that output averaged 92.4 million*: the last verb says that it did.
    let showed = (view.range.start..start).rev().take(14).any(|at| matches!(view.norm(at), "showed" | "shows"));
    if showed && (start.saturating_sub(3)..start).any(|at| view.is_past(at) || view.norm(at).starts_with("averag")) {
        return None;
    }
    if standing::tells_itself(asked) {
        return None;
    }
    let mut clause = view.segments.iter().filter(|s| s.tokens.start <= start);
    let from = clause.rfind(|s| s.opening == Opening::Contrast).map(|s| s.tokens.start);
    let end = led_over(view, start).unwrap_or(start);
    let (status, span) = cues(asked, from.unwrap_or(view.range.start)..end)?;
    // *is set to exhaust its quota, with exports in June and July totalling 150,000 tonnes*: what an aim of another clause is compared with.
    let at = view.tokens.partition_point(|t| t.span.start < span.start);
    let own = view.segment_tokens(view.segment(start)).start;
    if is_limit(view.norm(at)) && at < own && view.norm(own) == "with" {
        return None;
    }
    let promised = status == Status::Forecast && (is_promise(asked, span) || is_priced(asked, span));
    Some((if promised { Status::Target } else { status }, Some(span)))
}

/// *Over a year this works out at 33 bcm* goes on with the aim before it.
fn statement(asked: &Asked<'_, '_>) -> Found {
    // *In 2019 they traded for 2.6 billion* tells what happened, whatever was aimed at before.
    let view = asked.view;
    let start = view.mentions[asked.index].tokens.start;
    // *Coffee provides over 90 pct of export earnings*
    let ratio = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_ratio());
    let price = view.quantity(asked.index).is_some_and(|q| q.quantity.unit.is_price());
    let now = |at: usize| {
        standing::is_present(view, at) && view.norm(at).ends_with('s') && (ratio || view.subject_before(at).is_some())
            || price && matches!(view.norm(at), "charges" | "pays" | "sells" | "costs")
    };
    if (view.clause(start).start..start).rev().take(5).any(now) {
        return None;
    }
    // *Flour remains the main item: $148 million*: what goods are, whatever was aimed at before.
    let first = view.range.start;
    let goods = view.mentions.iter().find(|m| m.tokens.start <= first + 1 && matches!(m.what, What::Commodity(_)));
    if goods.is_some_and(|m| {
        remains(view.norm(m.tokens.end))
            || matches!(view.norm(m.tokens.end), "lead" | "leads" | "top" | "tops")
            || is_or_was(view.norm(m.tokens.end)) && view.norm(m.tokens.end + 1) == "the"
    }) {
        return None;
    }
    // *But the yard can manage at most 6 million tonnes*: what is so, against what was aimed at.
    if matches!(view.norm(first), "but" | "however" | "yet" | "today" | "currently" | "nowadays" | "hitherto") {
        return None;
    }
    // *That compares with a record of 104 million in December*
    if (view.clause(start).start..start).any(|at| view.norm(at) == "compares") {
        return None;
    }
    // *This follows a cutback of 20 percent in the first quarter*
    if (view.clause(start).start..start).any(|at| matches!(view.norm(at), "follows" | "followed" | "follow")) {
        return None;
    }
    let past = super::wording::periods(view).any(|(_, expression, compared)| {
        !compared
            && match expression {
                Expression::In(_, YearRef::Absolute(year)) => asked.year.is_some_and(|published| year < published),
                Expression::Relative(_, offset) => offset < 0,
                _ => false,
            }
    });
    if past && (view.clause(start).start..start).any(|at| view.is_past(at)) {
        return None;
    }
    // *Only 240,000 tonnes have been loaded so far*
    let clause = view.clause(start);
    let told = |at: usize| {
        matches!(view.norm(at), "has" | "have" | "was" | "were")
            && (at + 1..at + 4).any(|verb| view.norm(verb) == "been" || view.norm(verb).ends_with("ed"))
    };
    // *They covered 38 pct in the first half*
    let said =
        |at: usize| matches!(view.norm(at), "said" | "added" | "noted" | "agreed" | "signed" | "planned" | "decided");
    let verb = (clause.start..start).rev().find(|at| view.is_past(*at) || view.verb_at(*at));
    if verb.is_some_and(|at| view.is_past(at) && !said(at)) {
        return None;
    }
    let end = view.mentions[asked.index].tokens.end;
    // *Imports quadrupled*: a verb of the past that is the figure.
    let grew = view.quantity(asked.index).is_some_and(|q| q.form == Form::Multiple) && view.is_past(start);
    if grew || (end..clause.end.min(end + 4)).any(told) {
        return None;
    }
    asked.topic.filter(|status| *status != Status::Actual).map(|status| (status, None))
}

fn actual(_: &Asked<'_, '_>) -> Found {
    Some((Status::Actual, None))
}
