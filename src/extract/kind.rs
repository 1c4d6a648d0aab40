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
//! | *fell 28% year on year and **27%** on the quarter* | change | -27 | `joined_to_a_change` |

use super::beside;
use super::bracketed;
use super::by_how_much;
use super::division;
use super::entry;
use super::figures::Figures;
use super::held_back;
use super::levied;
use super::moved;
use super::part_again;
use super::rule::{Question, Rule, Rules};
use super::share;
use super::share_noun;
use super::view::View;
use crate::lexicon::{Class, Cue, Marks, Relation};
use crate::mention::{Expression, Form, Mention, QuantityMention, What};
use crate::model::{Decimal, Dimension, Kind, Measure, Span, Unit};

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
pub const fn rules<'v, 'a>() -> Rules<Asked<'v, 'a>, Reading, 58> {
    Rules::of([
        Rule::always("part_of_division", division::share_of_division).of(Figures::RATIO),
        Rule::given("told_of_a_share", Marks::PART, share_noun::told_of_a_share).of(Figures::RATIO),
        Rule::given("share_of_partner", Marks::COLON, entry::share_of_partner).of(Figures::RATIO),
        Rule::given("parts_by_partner", Marks::BRACKET, bracketed::parts_by_partner),
        Rule::always("multiple", multiple),
        Rule::always("times_as_much", times_as_much).of(Figures::RATIO),
        Rule::always("sign", sign),
        Rule::given("discount_granted", Marks::LEVIES, discount_granted),
        Rule::always("index", index).of(Figures::RATIO),
        Rule::always("set_beside_a_change", beside::set_beside).of(Figures::RATIO),
        Rule::given("direction_after", Marks::DIRECTION, by_how_much::direction_after),
        Rule::given("converted", Marks::BRACKET, by_how_much::converted),
        Rule::given("told_in_bracket", Marks::BRACKET, by_how_much::told_in_bracket).of(Figures::RATIO),
        Rule::given("cut_in_half", Marks::DIRECTION, by_how_much::cut_in_half).of(Figures::RATIO),
        Rule::always("part_of", share::part_of).of(Figures::RATIO),
        Rule::given("set_before_goods", Marks::GOODS, share::set_before_goods),
        Rule::given("told_again", Marks::SEVERAL, beside::told_again),
        Rule::given("on_the_year_as_well", Marks::SEVERAL, beside::joined),
        Rule::given("and_by", Marks::SEVERAL, beside::and_by),
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
        Rule::given("next_share_from", Marks::SEVERAL, beside::next_share_from).of(Figures::RATIO),
        Rule::given("share_of_source", Marks::SOURCES, beside::share_of_source).of(Figures::RATIO),
        Rule::given("direction_in_sentence", Marks::DIRECTION, direction_in_sentence).of(Figures::RATIO),
        Rule::always("share_traded", beside::share_traded).of(Figures::RATIO),
        Rule::always("share_in_list", beside::share_in_list).of(Figures::RATIO),
        Rule::given("share_from_party", Marks::SEVERAL, beside::share_from_party),
        Rule::given("or_a_share", Marks::SEVERAL, beside::or_a_share).of(Figures::RATIO),
        Rule::always("part_again", part_again::is_part_again).of(Figures::RATIO),
        Rule::always("over_a_mark", part_again::is_over_a_mark).of(Figures::RATIO),
        Rule::given("part_of_origin", Marks::GOODS, part_again::is_part_of_origin).of(Figures::RATIO),
        Rule::always("share_that_went", beside::share_that_went).of(Figures::RATIO),
        Rule::given("year_in_bracket", Marks::COLON, beside::year_in_bracket).of(Figures::RATIO),
        Rule::given("share_before", Marks::SEVERAL, beside::share_before),
        Rule::given("part_of_a_structure", Marks::COLON, entry::part_of_a_structure).of(Figures::RATIO),
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

    /// The cues of a direction or share in the segment, nearest to the figure last.
    pub(super) fn direction_in(&self, tokens: std::ops::Range<usize>) -> Option<(i8, Span, usize)> {
        if !self.view.marks.meets(Marks::DIRECTION) {
            return None;
        }
        let found = self.view.cues(|cue| match cue {
            Cue::Direction(sign) => Some(sign),
            _ => None,
        });
        let hedge = self.quantity.hedge;
        found
            .filter(|(_, m)| tokens.contains(&m.tokens.start) && !hedge.is_some_and(|h| h.overlaps(m.span)))
            .filter(|(_, m)| self.view.norm(m.tokens.end - 1) != "than")
            // *expanded less fast, by 12 percent* expanded.
            .filter(|(_, m)| {
                let next = self.view.norm(m.tokens.end);
                let pace =
                    matches!(next, "fast" | "quickly" | "rapidly" | "strongly" | "sharply" | "steeply" | "markedly");
                !(pace && m.tokens.len() == 1 && matches!(self.view.norm(m.tokens.start), "less" | "more"))
            })
            // *declined more, by 13 percent* declined.
            .filter(|(_, m)| {
                let more = m.tokens.len() == 1 && matches!(self.view.norm(m.tokens.start), "more" | "further");
                !(more && self.view.norm(m.tokens.end) == "," && self.view.norm(m.tokens.end + 1) == "by")
            })
            // *snapped up 28 percent*, *swallows up half*: taken.
            .filter(|(_, m)| {
                let verb = self.view.norm(m.tokens.start.wrapping_sub(1));
                !(self.view.norm(m.tokens.start) == "up" && m.tokens.len() == 1 && takes_up(verb))
            })
            // *growth slowed down to 4 percent*: no less was sold.
            .filter(|(_, m)| {
                !(self.view.norm(m.tokens.start) == "down"
                    && matches!(
                        self.view.norm(m.tokens.start.wrapping_sub(1)),
                        "slow" | "slowed" | "slowing" | "slows"
                    ))
            })
            // *grew at a lower rate of 3.9 percent*, *rose at a weaker 13 percent* grew.
            .filter(|(_, m)| !self.describes_growth(&m.tokens))
            .last()
            .map(|(sign, m)| (if self.negated(m.tokens.start) { -1 } else { sign }, m.span, m.tokens.start))
    }

    /// *a negative growth of 9%*
    fn negated(&self, at: usize) -> bool {
        self.view.norm(at) == "growth" && self.view.norm(at.wrapping_sub(1)) == "negative"
    }

    /// *a lower rate*, *a weaker 13 percent*: a word that compares one growth with another.
    fn describes_growth(&self, tokens: &std::ops::Range<usize>) -> bool {
        let view = self.view;
        let compares = tokens.len() == 1 && view.norm(tokens.start).ends_with("er");
        compares
            && (matches!(view.norm(tokens.end), "rate" | "rates" | "pace" | "clip" | "tempo")
                || tokens.end == self.quantity.tokens.start && view.norm(tokens.start.wrapping_sub(1)) == "a")
    }

    pub(super) fn share_in(&self, tokens: std::ops::Range<usize>) -> Option<(Span, usize)> {
        if !self.view.marks.meets(Marks::SHARE) {
            return None;
        }
        let found = self.view.cues(|cue| matches!(cue, Cue::Share).then_some(()));
        found.filter(|(_, m)| tokens.contains(&m.tokens.start)).last().map(|((), m)| (m.span, m.tokens.start))
    }

    /// The first token of the figure and of what hedges it.
    pub(super) fn start_of_hedge(&self) -> usize {
        self.view.start_with_hedge(self.quantity)
    }

    /// The word before the figure and what hedges it.
    pub(super) fn before_hedge(&self) -> &str {
        let view = self.view;
        let last = self.start_of_hedge().wrapping_sub(1);
        let mut at = last;
        // *by a total of 3.66 million*, *to a one-year low of 1 million*, *reach a maximum of 1.3 million*
        let sum = |at: usize| {
            matches!(
                view.norm(at),
                "total" | "maximum" | "minimum" | "average" | "combined" | "record" | "low" | "high" | "peak" | "mere"
            )
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

/// Whether *up* behind a verb says that something is taken, and of no rise.
fn takes_up(verb: &str) -> bool {
    let stem = ["ping", "ped", "ing", "ed", "s"].iter().find_map(|end| verb.strip_suffix(end)).unwrap_or(verb);
    matches!(
        stem,
        "snap"
            | "soak"
            | "swallow"
            | "gobbl"
            | "gobble"
            | "mop"
            | "hoover"
            | "vacuum"
            | "pick"
            | "suck"
            | "lapp"
            | "scoop"
            | "eat"
            | "buy"
            | "pil"
            | "stock"
            | "load"
            | "guzzl"
    ) || matches!(
        verb,
        "bought"
            | "swept"
            | "added"
            | "adds"
            | "took"
            | "taken"
            | "takes"
            | "ate"
            | "makes"
            | "made"
            | "make"
            | "making"
    )
}

/// The direction of a change by this quantity, whatever it counts: 1 or -1; `None` where the text says of none.
pub fn direction(asked: &Asked<'_, '_>) -> Option<i8> {
    // *to 3.6 percent*, *at $40*, *from 16*: a level.
    if matches!(asked.before_hedge(), "to" | "at" | "from" | "above" | "below" | "near") {
        return None;
    }
    // *Shares fell 2.5 percent*: the verb is part of a phrase.
    match asked.before_hedge() {
        "fell" | "slipped" | "lost" => return Some(-1),
        "rose" | "gained" => return Some(1),
        _ => {}
    }
    if asked.ratio() && asked.quantity.form != Form::Bare {
        let filled = super::rule::first(const { &rules() }, asked)?;
        let change = filled.value.0 == Kind::Change && !matches!(filled.rule, "direction_in_sentence" | "year_on_year");
        return change.then_some(if filled.value.1 < 0 { -1 } else { 1 });
    }
    // *£85 more than in the same month*
    if let Some(((_, sign), _)) = by_how_much::direction_after(asked) {
        return Some(sign);
    }
    // *rose 35 points*, *down a further 12 cents*, *fell by 9,000*
    let start = asked.quantity.tokens.start;
    let (sign, _, at) = asked.direction_in(asked.segment().start..start)?;
    let by = asked.before_hedge() == "by";
    let near =
        start - at <= 3 && !(at..start).any(|at| matches!(asked.view.norm(at), "in" | "for" | "the" | "of" | "over"));
    (by || near).then_some(sign)
}

/// *doubled* grows by its nature; *twice as many places* is counted out elsewhere.
fn multiple(asked: &Asked<'_, '_>) -> Found {
    (asked.quantity.form == Form::Multiple).then_some(((Kind::Change, 1), Some(asked.quantity.span)))
}

/// *2.4 times as much as a year ago*
fn times_as_much(asked: &Asked<'_, '_>) -> Found {
    let end = asked.quantity.tokens.end;
    let much = asked.view.norm(end) == "as" && matches!(asked.view.norm(end + 1), "much" | "high" | "large");
    // *four times that of 2022*, *3.5 times the volume of the first half*
    let that = asked.view.norm(end) == "that" && matches!(asked.view.norm(end + 1), "of" | "in");
    let level = asked.view.norm(end) == "the"
        && matches!(
            asked.view.norm(end + 1),
            "volume" | "level" | "figure" | "amount" | "value" | "quantity" | "total"
        );
    let times = asked.quantity.quantity.unit.measure == Measure::Times && (much || that || level);
    times.then_some(((Kind::Change, 1), Some(asked.quantity.span)))
}

/// *(-19.1 percent)*, *(+2 bcm)*; a balance has a sign of its own.
fn sign(asked: &Asked<'_, '_>) -> Found {
    // Which sign it is the value carries already.
    let sign = asked.quantity.sign?;
    let balance =
        || {
            use crate::lexicon::Topic;
            asked.view.heads.iter().any(|h| {
                matches!(h.topic, Topic::Surplus | Topic::Deficit | Topic::Of(crate::model::Indicator::Balance))
            })
        };
    let grew = sign > 0 && !asked.quantity.quantity.unit.is_price() && !balance();
    (asked.ratio() || grew).then_some(((Kind::Change, 1), Some(asked.quantity.span)))
}

/// *The rate of production was 111.7 percent against the corresponding period.*
fn index(asked: &Asked<'_, '_>) -> Found {
    let quantity = &asked.quantity.quantity;
    if quantity.unit.measure != Measure::Percent || quantity.value < Decimal::from(50) {
        return None;
    }
    let end = asked.quantity.tokens.end;
    let mut against = asked.view.cues(|cue| matches!(cue, Cue::Relation(Relation::Compare)).then_some(()));
    let beside = against.find(|(_, m)| {
        m.tokens.start >= end
            && m.tokens.start <= end + 1
            && !matches!(asked.view.norm(m.tokens.start), "on" | "than" | "from" | "up" | "down" | "instead")
    });
    // *(109.3% to 2010)*, *90 percent to the level of 2013*: what it was then is a hundred.
    let to_level = asked.view.norm(end) == "to" && super::wording::is_index_before(asked.view, end) && {
        let the = usize::from(asked.view.norm(end + 1) == "the");
        let level = matches!(
            asked.view.norm(end + 1 + the),
            "level" | "indicator" | "indicators" | "corresponding" | "analogous" | "similar" | "same" | "figures"
        );
        let time = |m: &Mention| m.tokens.start == end + 1 && matches!(m.what, What::Period(_));
        level || asked.view.mentions.iter().any(time)
    };
    // *were 88 pct of the total last year* is a share.
    let of_total = (end + 1..end + 4).any(|at| matches!(asked.view.norm(at), "total" | "all" | "whole"));
    let of_year = asked.view.norm(end) == "of"
        && !of_total
        && asked.view.mentions.iter().any(|m| {
            m.tokens.start > end
                && m.tokens.start <= end + 4
                && matches!(
                    m.what,
                    What::Period(
                        Expression::YearsEarlier(_)
                            | Expression::SamePeriod
                            | Expression::SamePeriodOf(_)
                            | Expression::SamePeriodOfSeason(_)
                            | Expression::Relative(..)
                    )
                )
        });
    let rate = (asked.view.range.start..asked.quantity.tokens.start)
        .any(|at| matches!(asked.view.norm(at), "rate" | "index" | "pace" | "tempo"));
    let from_direction = asked.direction_in(asked.segment().start..asked.quantity.tokens.start).is_some();
    if from_direction || matches!(asked.before_hedge(), "by") {
        return None;
    }
    // *Russia's share of imports stood at 64 percent, against 74 percent in the month before*
    let part = asked.view.marks.meets(Marks::SHARE)
        && asked.share_in(asked.segment().start..asked.quantity.tokens.start).is_some();
    if part {
        return None;
    }
    match beside {
        Some((_, mention)) => Some(((Kind::Change, 0), Some(mention.span))),
        None if to_level => Some(((Kind::Change, 0), Some(asked.view.tokens[end].span))),
        None if of_year || (rate && quantity.value > Decimal::HUNDRED) => {
            Some(((Kind::Change, 0), Some(asked.quantity.span)))
        }
        None => None,
    }
}

/// *rose by 14 percent*, *an increase of $5 billion*, *down 3.5 percent*
pub(super) fn direction_before(asked: &Asked<'_, '_>) -> Found {
    let start = asked.quantity.tokens.start;
    if let Some(span) = growth_that_turned(asked) {
        return Some(((Kind::Change, 1), Some(span)));
    }
    let segment = asked.segment();
    let (sign, span, at) = moved::of_estimate(asked, start)
        .or_else(|| asked.direction_in(segment.start..start))
        .or_else(|| moved::set_off_by(asked))?;
    if asked.ratio() {
        let share = asked.share_in(segment.start..start);
        let nearer_share = share.is_some_and(|(_, share)| share > at);
        // *cut its reliance on their coal by 20 percent*
        let by = asked.before_hedge() == "by";
        return (!nearer_share || by || asked.points()).then_some(((Kind::Change, sign), Some(span)));
    }
    // An amount is a change only where it is said by how much.
    let by = matches!(asked.before_hedge(), "by");
    // *an increase over 1899 of $167 million*
    let of_at = asked.start_of_hedge().saturating_sub(1);
    let measured = asked.view.mentions.iter().any(|m| {
        m.tokens.end == of_at
            && matches!(m.what, What::Period(_))
            && m.tokens.start <= at + 3
            && matches!(asked.view.norm(at + 1), "over" | "from" | "on")
    });
    // *a decrease in the value of imports of $17 million*
    let within = asked.view.norm(at + 1) == "in"
        && asked.quantity.tokens.start <= at + 8
        && asked.view.heads.iter().any(|h| h.at > at && h.end == of_at);
    let of = asked.before_hedge() == "of"
        && (asked.start_of_hedge() <= at + 3 || measured || within)
        && moved::is_step(asked.view.norm(at));
    let hedged_adverb = matches!(asked.before_hedge(), "up" | "down") && asked.quantity.hedge.is_some();
    let adverb = matches!(asked.view.norm(at), "up" | "down")
        && at + 1 == start
        && asked.view.norm(at + 1) != "to"
        && asked.quantity.quantity.unit.measure.dimension() != Dimension::Ratio
        && asked.quantity.hedge.is_none();
    // *grew $141 million to $1.4 billion*
    let end = asked.quantity.tokens.end;
    let stepped = at + 1 == start
        && asked.view.norm(end) == "to"
        && asked.view.quantities.iter().any(|q| asked.view.mentions[*q].tokens.start == end + 1);
    // *the deficit widened $50.5 billion*: a verb without *to* says by how much.
    // *Peru grew 4 million tonnes of potatoes*
    let crop = asked.view.norm(at) == "grew" && asked.view.norm(asked.quantity.tokens.end) == "of";
    // *fell below four billion marks*: where it went.
    let crossed = (at + 1..start).any(|at| matches!(asked.view.norm(at), "below" | "above" | "under" | "beneath"));
    let last = asked.start_of_hedge().wrapping_sub(1);
    let verb = (at..=at + 1).contains(&last)
        && moved::moves(asked.view.norm(last))
        && !crop
        && !crossed
        && !reaches(asked, at);
    // *will cut production 500,000 barrels a day*
    let object = || by_object(asked, at);
    (by || of || adverb || hedged_adverb || stepped || verb || object()).then_some(((Kind::Change, sign), Some(span)))
}

/// *will cut production 500,000 barrels a day*, *raised its oil output 2 million tonnes*: a verb whose object the amount stands
/// right behind, without *to*.
fn by_object(asked: &Asked<'_, '_>, verb: usize) -> bool {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let acts = matches!(
        view.norm(verb),
        "cut"
            | "cuts"
            | "cutting"
            | "reduce"
            | "reduced"
            | "slash"
            | "slashed"
            | "trim"
            | "trimmed"
            | "raise"
            | "raised"
            | "boost"
            | "boosted"
    );
    let passive =
        || matches!(view.norm(verb.wrapping_sub(1)), "was" | "were" | "is" | "are" | "been" | "be" | "the" | "a");
    let ends = || view.heads.iter().any(|h| h.end == start && h.at > verb && h.class == Class::Noun);
    acts && start <= verb + 6
        && ends()
        && !passive()
        && !view.mentions.iter().any(|m| {
            m.tokens.start > verb && m.tokens.end <= start && matches!(m.what, What::Quantity(_) | What::Period(_))
        })
}

/// *growth fell to **3%** from **9.2%***, *growth ticked down to -0.4% in May from **0.7%** in April*: what growth fell to or from
/// has its own sign, which here is none.
fn growth_that_turned(asked: &Asked<'_, '_>) -> Option<Span> {
    let view = asked.view;
    let moved = matches!(asked.before_hedge(), "to" | "from") && asked.ratio() && asked.quantity.sign.is_none();
    let growth = |at: &usize| matches!(view.norm(*at), "growth" | "pace" | "expansion");
    if let Some(at) = (asked.segment().start..asked.quantity.tokens.start).find(growth).filter(|_| moved) {
        return Some(view.tokens[at].span);
    }
    let from = asked.before_hedge() == "from" && asked.ratio() && asked.quantity.sign.is_none();
    let before = view
        .quantities
        .iter()
        .filter_map(|q| view.quantity(*q))
        .rfind(|q| q.tokens.end <= asked.quantity.tokens.start)?;
    let turned = before.sign.is_some() && before.quantity.unit == asked.quantity.quantity.unit;
    (from && turned && view.norm(before.tokens.start.wrapping_sub(1)) == "to").then_some(before.span)
}

/// *gained $108 million, increasing by 16 percent*: what is told to have grown by so much on top was reached.
fn reaches(asked: &Asked<'_, '_>, verb: usize) -> bool {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let next = view.quantities.iter().filter_map(|q| view.quantity(*q)).find(|q| q.tokens.start >= end);
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
    let before = view.quantities.iter().filter_map(|q| view.quantity(*q)).rfind(|q| q.tokens.end <= start)?;
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

/// *Exports nearly halved, sliding 47 percent*; *by 54 percent* after *grew fastest*
fn direction_in_sentence(asked: &Asked<'_, '_>) -> Found {
    if !asked.ratio() {
        return None;
    }
    let (sign, span, _) = asked
        .direction_in(asked.view.range.start..asked.quantity.tokens.start)
        .or_else(|| asked.direction_in(asked.segment()))?;
    Some(((Kind::Change, sign), Some(span)))
}

/// Anything that is no ratio is an amount.
fn amount(asked: &Asked<'_, '_>) -> Found {
    (!asked.ratio()).then_some(((Kind::Level, 1), None))
}

/// *gave Ukraine a discount of 15 percent*: a price that falls by so much.
fn discount_granted(asked: &Asked<'_, '_>) -> Found {
    let at = levied::granted(asked.view, asked.quantity)?;
    Some(((Kind::Change, -1), Some(asked.view.tokens[at].span)))
}
