//! Level, change or share, and the sign of a change.
//!
//! | text | kind | value | rule |
//! | --- | --- | --- | --- |
//! | *up **14.1 percent*** | change | 14.1 | `direction_before` |
//! | ***17.2 percent** less* | change | -17.2 | `direction_after` |
//! | *(**-19.1 percent**)* | change | -19.1 | `sign` |
//! | ***26.6%** of the imports* | share | 26.6 | `part_of` |
//! | *was **111.7 percent** against the same period* | change | 11.7 | `index` |
//! | *down 0.2%, or **$2.1 billion*** | change | -2.1 billion | `told_again` |
//! | *a drawdown of **7.4 million barrels*** | change | -7.4 million | `stocks_drawn` |
//! | *fell 28% year on year and **27%** on the quarter* | change | -27 | `joined_to_a_change` |

use super::direction::{direction_before, direction_in_sentence, multiple};
use super::figures::Figures;
use super::part_again;
use super::rule::{Question, Rule, Rules};
use super::view::View;
use super::{
    beside, bracketed, by_how_much, division, entry, goods_list, held_back, index, levied, moved, noun_of_change,
    parts_told, share, share_beside, share_noun,
};
use crate::lexicon::words::{is_amount_noun, is_extreme};
use crate::lexicon::{Cue, Marks};
use crate::mention::{Expression, Mention, QuantityMention, What};
use crate::model::{Kind, Measure, Span, Unit};

/// What the rules of a kind may ask.
pub struct Asked<'v, 'a> {
    /// The sentence.
    pub view: &'v View<'a>,
    /// The quantity.
    pub quantity: &'v QuantityMention,
}

/// A kind, and for a change its direction: 1, -1, or 0 for an index of a hundred.
pub type Reading = (Kind, i8);

impl Question for Asked<'_, '_> {
    fn marks(&self) -> Marks {
        self.view.marks
    }

    fn unit(&self) -> Unit {
        self.quantity.quantity.unit
    }
}

/// The rules in their order.
pub const fn rules<'v, 'a>() -> Rules<Asked<'v, 'a>, Reading, 68> {
    Rules::of([
        Rule::always("part_of_division", division::share_of_division).of(Figures::RATIO),
        Rule::given("told_of_a_share", Marks::PART, share_noun::told_of_a_share).of(Figures::RATIO),
        Rule::given("share_of_partner", Marks::COLON.or(Marks::DASH), entry::share_of_partner).of(Figures::RATIO),
        Rule::given("parts_by_partner", Marks::BRACKET, bracketed::parts_by_partner),
        Rule::always("multiple", multiple),
        Rule::always("times_as_much", times_as_much).of(Figures::RATIO),
        Rule::always("sign", sign),
        Rule::given("share_of_entry", Marks::COLON.or(Marks::DASH), goods_list::share_of_entry).of(Figures::RATIO),
        Rule::given("sunk_into", Marks::DIRECTION, sunk_into),
        Rule::given("discount_granted", Marks::LEVIES, discount_granted),
        Rule::always("index", index::index).of(Figures::RATIO),
        Rule::always("falls_short", beside::falls_short).of(Figures::RATIO),
        Rule::always("set_beside_a_change", beside::set_beside).of(Figures::RATIO),
        Rule::always("noun_of_change", noun_of_change::told_beside),
        Rule::given("direction_after", Marks::DIRECTION, by_how_much::direction_after),
        Rule::given("up_from", Marks::COMPARES, by_how_much::up_from).of(Figures::RATIO),
        Rule::given("converted", Marks::BRACKET, by_how_much::converted),
        Rule::given("dashed_part", Marks::BRACKET, parts_told::dashed_part).of(Figures::RATIO),
        Rule::given("then_in_bracket", Marks::BRACKET, parts_told::then_in_bracket).of(Figures::RATIO),
        Rule::given("told_in_bracket", Marks::BRACKET, by_how_much::told_in_bracket),
        Rule::given("cut_in_half", Marks::DIRECTION, by_how_much::cut_in_half).of(Figures::RATIO),
        Rule::always("part_of", share::part_of).of(Figures::RATIO),
        Rule::given("set_before_goods", Marks::GOODS, share::set_before_goods),
        Rule::given("told_again", Marks::SEVERAL, beside::told_again),
        Rule::given("on_the_year_as_well", Marks::SEVERAL, beside::joined),
        Rule::given("and_by", Marks::SEVERAL, beside::and_by),
        Rule::given("set_off_by", Marks::DIRECTION, by_how_much::set_off_by).of(Figures::AMOUNT),
        Rule::given("exceeded_by", Marks::EXCEEDS, beside::exceeded_by),
        Rule::given("share_in_bracket", Marks::BRACKET, beside::in_bracket).of(Figures::RATIO),
        Rule::given("to_a_share", Marks::SHARE, share::to_a_share).of(Figures::RATIO),
        Rule::given("moved_share", Marks::SEVERAL.or(Marks::DIRECTION), share::moved_share).of(Figures::RATIO),
        Rule::always("held_back", held_back::step_of_deal).of(Figures::RATE),
        Rule::given("off", Marks::OFF, beside::off),
        Rule::given("raised_by", Marks::RAISES, beside::raised_by),
        Rule::given("below_a_level", Marks::BELOW, beside::below_a_level),
        Rule::always("on_top", beside::on_top).of(Figures::NO_PRICE),
        Rule::given("gapped", Marks::SEVERAL, beside::gapped),
        Rule::given("growth_in_amount", Marks::DIRECTION, moved::growth_in_amount),
        Rule::given("stocks_drawn", Marks::DRAWN, moved::stocks_drawn).of(Figures::BULK),
        Rule::given("adding_an_amount", Marks::ADDS, moved::adding).of(Figures::AMOUNT),
        Rule::given("against_a_share", Marks::COMPARES, share::against_a_share).of(Figures::RATIO),
        Rule::given("shares_of_amounts", Marks::BRACKET, share::of_amounts),
        Rule::given("direction_before", Marks::DIRECTION, direction_before),
        Rule::given("joined_to_a_change", Marks::SEVERAL, beside::joined_to_a_change),
        Rule::given("next_of_cuts", Marks::SEVERAL, beside::next_of_cuts).of(Figures::AMOUNT),
        Rule::given("share_beside", Marks::SHARE, share::share_beside).of(Figures::RATIO),
        Rule::given("of_mainstay", Marks::MAINSTAY, share::of_mainstay).of(Figures::RATIO),
        Rule::always("share_of_a_party", share::share_of_a_party).of(Figures::RATIO),
        Rule::given("compared_with", Marks::SEVERAL, compared_with).of(Figures::RATIO),
        Rule::given("year_on_year", Marks::TIME, year_on_year).of(Figures::RATIO),
        Rule::always("share_taken", share::share_taken).of(Figures::RATIO),
        Rule::given("next_share_from", Marks::SEVERAL, share_beside::next_share_from).of(Figures::RATIO),
        Rule::given("share_of_source", Marks::SOURCES, share_beside::share_of_source).of(Figures::RATIO),
        Rule::given("direction_in_sentence", Marks::DIRECTION, direction_in_sentence).of(Figures::RATIO),
        Rule::always("share_traded", share_beside::share_traded).of(Figures::RATIO),
        Rule::always("share_in_list", share_beside::share_in_list).of(Figures::RATIO),
        Rule::given("share_from_party", Marks::SEVERAL, share_beside::share_from_party),
        Rule::given("or_a_share", Marks::SEVERAL, share_beside::or_a_share).of(Figures::RATIO),
        Rule::always("part_again", part_again::is_part_again).of(Figures::RATIO),
        Rule::always("over_a_mark", part_again::is_over_a_mark).of(Figures::RATIO),
        Rule::given("part_of_origin", Marks::GOODS, part_again::is_part_of_origin).of(Figures::RATIO),
        Rule::always("share_that_went", share_beside::share_that_went).of(Figures::RATIO),
        Rule::given("year_in_bracket", Marks::COLON, beside::year_in_bracket).of(Figures::RATIO),
        Rule::given("share_before", Marks::SEVERAL, share_beside::share_before),
        Rule::given("part_of_a_structure", Marks::COLON, entry::part_of_a_structure).of(Figures::RATIO),
        Rule::always("runs_at", runs_at).of(Figures::RATIO),
        Rule::always("part_alone", share::part_alone).of(Figures::RATIO),
        Rule::always("amount", amount).of(Figures::AMOUNT),
    ])
}

pub type Found = Option<(Reading, Option<Span>)>;

impl Asked<'_, '_> {
    pub(super) fn ratio(&self) -> bool {
        self.quantity.quantity.unit.is_ratio()
    }

    pub(super) fn points(&self) -> bool {
        self.quantity.quantity.unit.measure == Measure::PercentagePoints
    }

    pub(super) fn segment(&self) -> std::ops::Range<usize> {
        self.view.segment_tokens(self.view.segment(self.quantity.tokens.start))
    }

    pub(super) fn share_in(&self, tokens: std::ops::Range<usize>) -> Option<(Span, usize)> {
        if !self.view.marks.meets(Marks::SHARE) {
            return None;
        }
        let found = self.view.cues(|cue| matches!(cue, Cue::Share).then_some(()));
        found.filter(|(_, m)| tokens.contains(&m.tokens.start)).last().map(|((), m)| (m.span, m.tokens.start))
    }

    /// The first token of the figure, of what hedges it and of the *between* that opens its range.
    pub(super) fn start_of_hedge(&self) -> usize {
        let first = self.view.start_with_hedge(self.quantity);
        let opened = self.quantity.quantity.high.is_some() && self.view.norm_before(first, 1) == "between";
        first - usize::from(opened)
    }

    /// The word before the figure and what hedges it.
    pub(super) fn before_hedge(&self) -> &str {
        let view = self.view;
        let last = self.start_of_hedge().wrapping_sub(1);
        let mut at = last;
        // *by a total of 3.66 million*, *to a one-year low of 1 million*, *reach a maximum of 1.3 million*
        let sum = |at: usize| {
            is_extreme(view.norm(at))
                || matches!(view.norm(at), "total" | "maximum" | "minimum" | "average" | "combined" | "mere")
        };
        if view.norm(at) == "of" && sum(at.wrapping_sub(1)) {
            at = at.wrapping_sub(2);
        }
        // *by an additional 2 billion*, *by another 2 billion*, *raise output by an initial 500,000*
        let of_step = |at: usize| {
            matches!(
                view.norm(at),
                "additional"
                    | "extra"
                    | "further"
                    | "another"
                    | "initial"
                    | "estimated"
                    | "average"
                    | "net"
                    | "combined"
                    | "modest"
                    | "more"
                    | "massive"
                    | "whopping"
                    | "staggering"
                    | "steep"
                    | "sharp"
                    | "hefty"
                    | "slight"
                    | "strong"
                    | "record"
                    | "similar"
                    | "mere"
                    | "one"
                    | "two"
                    | "three"
                    | "five"
                    | "near"
                    | "year"
                    | "month"
                    | "-"
            )
        };
        let first = at;
        while last.wrapping_sub(at) < 8 && of_step(at) {
            at = at.wrapping_sub(1);
        }
        let article = usize::from(matches!(view.norm(at), "a" | "an"));
        let lead = at.wrapping_sub(article);
        let leads = (first != last || at != last || article > 0)
            && matches!(view.norm(lead), "by" | "to" | "from" | "at" | "reach" | "reached" | "be" | "is" | "was");
        // *by an average 2 million*; *from another 2 billion* is no start.
        let moved = matches!(view.norm(lead), "by" | "be" | "is" | "was" | "reach" | "reached");
        if leads && (moved || first != last) { view.norm(lead) } else { view.norm(last) }
    }
}

/// *2.4 times as much as a year ago*
fn times_as_much(asked: &Asked<'_, '_>) -> Found {
    let end = asked.quantity.tokens.end;
    // *imports four times as much as it sells* sets two flows beside each other, neither of which grew.
    let flows = matches!(asked.view.norm(end + 3), "it" | "they") && asked.view.heads.iter().any(|h| h.at == end + 4);
    let much = asked.view.norm(end) == "as" && matches!(asked.view.norm(end + 1), "much" | "high" | "large") && !flows;
    // *four times that of 2022*, *3.5 times the volume of the first half*
    let that = asked.view.norm(end) == "that" && matches!(asked.view.norm(end + 1), "of" | "in");
    let level = asked.view.norm(end) == "the"
        && (is_amount_noun(asked.view.norm(end + 1))
            || matches!(asked.view.norm(end + 1), "value" | "quantity" | "total"));
    let times = asked.quantity.quantity.unit.measure == Measure::Times
        && (much || that || level || is_level_of_a_time(asked.view, end));
    times.then_some(((Kind::Change, 1), Some(asked.quantity.span)))
}

/// *three times its 2011 level*, *ten times the $69 million recorded in 2011*: whether what token `at` opens was counted at
/// another time.
fn is_level_of_a_time(view: &View<'_>, at: usize) -> bool {
    let end = at + usize::from(matches!(view.norm(at), "the" | "its" | "their"));
    let time = |m: &&Mention| matches!(m.what, What::Period(time) if time != Expression::Now);
    let own = view.mentions.iter().filter(time).any(|m| (at..=end).contains(&m.tokens.start) && m.tokens.end > end);
    let figure = view.figures().find(|q| q.tokens.start == end && !q.quantity.unit.is_ratio());
    let dated = |q: &QuantityMention| {
        let behind = q.tokens.end..=q.tokens.end + 3;
        view.mentions.iter().filter(time).any(|m| behind.contains(&m.tokens.start))
    };
    own || figure.is_some_and(dated)
}

/// *(-19.1 percent)*, *(+2 bcm)*; a balance has a sign of its own.
pub fn sign(asked: &Asked<'_, '_>) -> Found {
    // Which sign it is the value carries already.
    let sign = asked.quantity.sign?;
    let balance =
        || {
            use crate::lexicon::Topic;
            asked.view.heads.iter().any(|h| {
                matches!(h.topic, Topic::Surplus | Topic::Deficit | Topic::Of(crate::model::Indicator::Balance))
            })
        };
    // *the largest decline (-$82 million)*: in a bracket, behind what tells of a change.
    let fell = || {
        asked.view.norm_before(asked.quantity.tokens.start, 1) == "("
            && asked.direction_in(asked.view.range.start..asked.quantity.tokens.start).is_some()
    };
    let grew = (sign > 0 || fell()) && !asked.quantity.quantity.unit.is_price() && !balance();
    (asked.ratio() || grew).then_some(((Kind::Change, 1), Some(asked.quantity.span)))
}

/// *gained $108 million, increasing by 16 percent*: what is told to have grown by so much on top was reached.
pub fn reaches(asked: &Asked<'_, '_>, verb: usize) -> bool {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let next = view.figures().find(|q| q.tokens.start >= end);
    view.norm(verb) == "gained"
        && next.is_some_and(|next| {
            next.quantity.unit.is_ratio()
                && (end..next.tokens.start).take(12).any(|at| view.norm(at) == ",")
                && asked.direction_in(end..next.tokens.start).is_some()
        })
}

/// *meets 33 percent of demand, against 20 percent before the war*: of the kind of the figure it is set against.
fn compared_with(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.quantity.tokens.start;
    let span = view.comparing_before(start).filter(|_| asked.ratio())?;
    let before = view.figures().rfind(|q| q.tokens.end <= start)?;
    if before.quantity.unit != asked.quantity.quantity.unit {
        return None;
    }
    let filled = super::rule::first(const { &rules() }, &Asked { view, quantity: before })?;
    Some((filled.value, Some(span)))
}

fn year_on_year(asked: &Asked<'_, '_>) -> Found {
    if !asked.ratio() {
        return None;
    }
    let segment = asked.segment();
    let mention = asked.view.mentions.iter().find(|m| {
        segment.contains(&m.tokens.start)
            && matches!(
                m.what,
                What::Period(Expression::YearOnYear | Expression::MonthOnMonth | Expression::QuarterOnQuarter)
            )
    })?;
    Some(((Kind::Change, 1), Some(mention.span)))
}

/// Anything that is no ratio is an amount.
fn amount(asked: &Asked<'_, '_>) -> Found {
    (!asked.ratio()).then_some(((Kind::Level, 1), None))
}

/// *The line runs at 20 percent*: a part of what it can do.
fn runs_at(asked: &Asked<'_, '_>) -> Found {
    let verb = super::fuel::running_before(asked.view, asked.start_of_hedge()).filter(|_| asked.ratio())?;
    Some(((Kind::Share, 1), Some(asked.view.tokens[verb].span)))
}

/// *sank $6 billion into coal*: money that is put somewhere fell by nothing.
fn sunk_into(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let verb = start.checked_sub(1).filter(|at| matches!(view.norm(*at), "sank" | "sink" | "sinks" | "sinking"))?;
    let into = (end..end + 6).any(|at| view.norm(at) == "into");
    into.then(|| ((Kind::Level, 1), Some(view.tokens[verb].span)))
}

/// *gave Ukraine a discount of 15 percent*: a price that falls by so much.
fn discount_granted(asked: &Asked<'_, '_>) -> Found {
    let at = levied::granted(asked.view, asked.quantity)?;
    Some(((Kind::Change, -1), Some(asked.view.tokens[at].span)))
}
