//! Whether a change is a rise or a fall: the words of direction that are a figure's own.
//!
//! | text | direction | rule |
//! | --- | --- | --- |
//! | *rose by **14 percent***, *down **3.5 percent*** | up, down | `direction_before` |
//! | *will cut production **500,000 barrels a day*** | down | `by_object` |
//! | *growth fell to **3%*** | up | `growth_that_turned` |
//! | *Exports nearly halved, sliding **47 percent*** | down | `direction_in_sentence` |
//! | *snapped **up 28 percent** of the beans* | none: they were bought | |

use super::kind::{Asked, Found, reaches, rules};
use super::{by_how_much, moved};
use crate::lexicon::words::{is_form_of_be, is_over_or_under, is_pace, leads_stretch};
use crate::lexicon::{Class, Cue, Marks};
use crate::mention::{Form, What};
use crate::model::{Dimension, Kind, Span};

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
            | "gave"
            | "give"
            | "gulp"
            | "wolf"
            | "hand"
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
    let near = start - at <= 3
        && !(at..start).any(|at| leads_stretch(asked.view.norm(at)) || matches!(asked.view.norm(at), "the" | "of"));
    (by || near).then_some(sign)
}

/// *doubled* grows by its nature; *twice as many places* is counted out elsewhere.
pub fn multiple(asked: &Asked<'_, '_>) -> Found {
    if asked.quantity.form != Form::Multiple {
        return None;
    }
    // *fell sixfold*, *slashed its exports fourfold*: a sixth, a fourth.
    let fold = asked.view.norm(asked.quantity.tokens.start).ends_with("fold");
    let fell = fold.then(|| asked.direction_in(asked.segment().start..asked.quantity.tokens.start)).flatten();
    let sign = if fell.is_some_and(|(sign, ..)| sign < 0) { -1 } else { 1 };
    Some(((Kind::Change, sign), Some(asked.quantity.span)))
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
    if moved::earned_on_top(asked, at) || moved::gained_for_goods(asked, at) {
        return None;
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
    // *output edged up 70,000 b/d to 28.7 million b/d*
    let edged = matches!(asked.view.norm(at), "edged" | "inched" | "ticked" | "crept" | "nudged" | "went")
        && at + 2 == start
        && asked.quantity.hedge.is_none()
        && asked.quantity.quantity.unit.measure.dimension() != Dimension::Ratio;
    // *the deficit widened $50.5 billion*: a verb without *to* says by how much.
    // *Peru grew 4 million tonnes of potatoes*
    let crop = asked.view.norm(at) == "grew" && asked.view.norm(asked.quantity.tokens.end) == "of";
    // *fell below four billion marks*: where it went.
    let crossed = (at + 1..start).any(|at| is_over_or_under(asked.view.norm(at)) || asked.view.norm(at) == "beneath");
    // *fell another 163,000 barrels*, *rose a further 2 million*
    let more = |at: usize| match asked.view.norm_before(at, 1) {
        "another" => 1,
        // *fell a record 3 billion euros*
        "further" | "record" | "massive" | "modest" | "mere" if asked.view.norm_before(at, 2) == "a" => 2,
        _ => 0,
    };
    let first = asked.start_of_hedge();
    let last = (first - more(first)).wrapping_sub(1);
    let unit = asked.quantity.quantity.unit;
    // *has the potential to increase up to $37 billion*: where it may go; a price *may fall up to $2 a barrel*.
    let up_to = asked.view.norm_before(start, 1) == "to"
        && asked.view.norm_before(start, 2) == "up"
        && unit.measure.dimension() == Dimension::Money
        && !unit.is_price();
    let verb = (at..=at + 1).contains(&last)
        && moved::moves(asked.view.norm(last))
        && !up_to
        && !crop
        && !crossed
        && !reaches(asked, at);
    // *will cut production 500,000 barrels a day*
    let object = || by_object(asked, at);
    (by || of || adverb || hedged_adverb || stepped || edged || verb || object())
        .then_some(((Kind::Change, sign), Some(span)))
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
    let passive = || is_form_of_be(view.norm_before(verb, 1)) || matches!(view.norm_before(verb, 1), "the" | "a");
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
    let before = view.figures().rfind(|q| q.tokens.end <= asked.quantity.tokens.start)?;
    let turned = before.sign.is_some() && before.quantity.unit == asked.quantity.quantity.unit;
    (from && turned && view.norm_before(before.tokens.start, 1) == "to").then_some(before.span)
}

/// *Exports nearly halved, sliding 47 percent*; *by 54 percent* after *grew fastest*
pub fn direction_in_sentence(asked: &Asked<'_, '_>) -> Found {
    // *exports rose last year; tea comes to a quarter*: what makes up a part of one moved by nothing.
    let part = asked.quantity.form == Form::Fraction
        && (is_form_of_be(asked.before_hedge())
            || matches!(asked.before_hedge(), "makes" | "made" | "up" | "for")
            || asked.before_hedge() == "to"
                && matches!(
                    asked.view.norm_before(asked.start_of_hedge(), 2),
                    "comes" | "came" | "amounts" | "amounted"
                ));
    if !asked.ratio() || part {
        return None;
    }
    let (sign, span, _) = asked
        .direction_in(asked.view.range.start..asked.quantity.tokens.start)
        .or_else(|| asked.direction_in(asked.segment()))?;
    Some(((Kind::Change, sign), Some(span)))
}

impl Asked<'_, '_> {
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
            .filter(|(_, m)| self.view.norm_before(m.tokens.end, 1) != "than")
            // *expanded less fast, by 12 percent* expanded.
            .filter(|(_, m)| {
                let next = self.view.norm(m.tokens.end);
                let pace =
                    matches!(next, "fast" | "quickly" | "rapidly" | "strongly" | "sharply" | "steeply" | "markedly");
                // *increased much less (10 percent)* increased.
                let grew = matches!(self.view.norm_before(m.tokens.start, 1), "much" | "far" | "even" | "somewhat")
                    && rises(self.view.norm_before(m.tokens.start, 2));
                let pace = pace || grew;
                !(pace && m.tokens.len() == 1 && matches!(self.view.norm(m.tokens.start), "less" | "more"))
            })
            // *cut output by an additional 1 million* cut it.
            .filter(|(_, m)| {
                let at = m.tokens.start;
                let added = matches!(self.view.norm(at), "additional" | "extra");
                !(added && self.view.norm_before(at, 1) == "an" && self.view.norm_before(at, 2) == "by")
            })
            // *declined more, by 13 percent* declined.
            .filter(|(_, m)| {
                let more = m.tokens.len() == 1 && matches!(self.view.norm(m.tokens.start), "more" | "further");
                !(more && self.view.norm(m.tokens.end) == "," && self.view.norm(m.tokens.end + 1) == "by")
            })
            // *snapped up 28 percent*, *swallows up half*: taken.
            .filter(|(_, m)| {
                let verb = self.view.norm_before(m.tokens.start, 1);
                let down = self.view.norm(m.tokens.start) == "down" && matches!(verb, "gulped" | "gulps" | "wolfed");
                !((self.view.norm(m.tokens.start) == "up" && takes_up(verb) || down) && m.tokens.len() == 1)
            })
            // *growth slowed down to 4 percent*: no less was sold.
            .filter(|(_, m)| {
                !(self.view.norm(m.tokens.start) == "down"
                    && matches!(self.view.norm_before(m.tokens.start, 1), "slow" | "slowed" | "slowing" | "slows"))
            })
            // *grew at a lower rate of 3.9 percent*, *rose at a weaker 13 percent* grew.
            .filter(|(_, m)| !self.describes_growth(&m.tokens))
            .last()
            .map(|(sign, m)| (if self.negated(m.tokens.start) { -1 } else { sign }, m.span, m.tokens.start))
    }

    /// *a negative growth of 9%*, *9% negative growth*
    pub fn negated(&self, at: usize) -> bool {
        self.view.norm(at) == "growth" && self.view.norm_before(at, 1) == "negative"
    }

    /// *a lower rate*, *a weaker 13 percent*: a word that compares one growth with another.
    fn describes_growth(&self, tokens: &std::ops::Range<usize>) -> bool {
        let view = self.view;
        let compares = tokens.len() == 1 && view.norm(tokens.start).ends_with("er");
        compares
            && (is_pace(view.norm(tokens.end))
                || tokens.end == self.quantity.tokens.start && view.norm_before(tokens.start, 1) == "a")
    }
}

/// Whether a verb says that something grew.
fn rises(word: &str) -> bool {
    ["increas", "expand", "climb", "grow", "gain"].iter().any(|stem| word.starts_with(stem))
        || matches!(word, "rose" | "rise" | "rises" | "risen" | "rising" | "grew")
}
