//! What a bare number counts by what it is set beside.
//!
//! | text | reading | anchor |
//! | --- | --- | --- |
//! | *91% full, against a target of 85* | 85 `percent` | [`against`] |
//! | *led 51% to 42* | 42 `percent` | [`contest`] |
//! | *33 miles in town and 41 on the road* | 41 `mile` | [`joined`] |
//! | *the battery is rated for 18 hours, but died after 14* | 14 `hour` | [`parallel`] |
//! | *Ministers have 60 days, and the parties 30* | 30 `day` | [`gapped`] |
//! | *eased from 11 percent, to 8.5 by spring* | 8.5 `percent` | [`moved_on`] |
//! | *53.3 percent to her opponent's 46.7* | 46.7 `percent` | [`owned`] |
//! | *825 gigabytes, of which 667 can be used* | 667 `gigabyte` | [`more_of`] |
//! | *Of 85 schools inspected, 19 were failing* | 19 `school` | [`part_of_all`] |
//! | *clocked at 118 in a 55-mph zone* | 118 `mile/hour` | [`zone`] |

use std::ops::Range;

use super::counted::is_named;
use super::told::is_owner;
use super::{Asked, own_unit};
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, UnitName};
use crate::token::{OneOf, Shape};

/// How many words a clause of its own may have before its number: *; the bus needs 140*.
const CLAUSE: usize = 9;

/// What the number counts, where it has no noun and stands beside one that has.
pub fn beside(asked: &Asked<'_, '_>) -> Option<UnitName> {
    let end = asked.written.tokens.end;
    // *compared with 2.08 MnT*: letters that may be a unit.
    let letters = asked.view.range.contains(&end) && { is_named(&asked.view.tokens[end]) };
    // *144 to the dollar*: a rate.
    let rate = asked.view.norm(end) == "to" && asked.view.norm(end + 1) == "the";
    if asked.written.form != Form::Bare || asked.written.sign.is_some() || letters || rate {
        return None;
    }
    if let Some(unit) = zone(asked) {
        return Some(unit);
    }
    let found =
        [plus_or_minus, extreme, contest, against, part_of_all, moved_on, more_of, owned, joined, gapped, parallel];
    let started = started(asked);
    told(asked).find_map(|(told, unit)| {
        let pair = Pair { asked, told, unit: &unit, started };
        found.iter().any(|anchor| anchor(&pair)).then(|| unit.clone())
    })
}

/// Where the number begins with what hedges it; not with what sets it against another: *short of the 27*, *beyond 260*.
fn started(asked: &Asked<'_, '_>) -> usize {
    let started = asked.view.start_with_hedge(asked.written);
    let sets = matches!(asked.view.norm(started), "short" | "beyond" | "above" | "below" | "exceeding");
    if sets { asked.written.tokens.start } else { started }
}

/// A number, and one before it that says what it counts.
struct Pair<'q, 'v, 'a> {
    asked: &'q Asked<'v, 'a>,
    told: &'q QuantityMention,
    unit: &'q UnitName,
    /// The first token of the number and of what hedges it.
    started: usize,
}

impl Pair<'_, '_, '_> {
    fn word(&self, at: usize) -> &str {
        self.asked.view.norm(at)
    }

    /// The word so many places before the number and its hedge.
    fn before(&self, back: usize) -> &str {
        self.asked.view.norm_before(self.started, back)
    }

    fn is_ratio(&self) -> bool {
        matches!(self.unit.as_str(), "percent" | "times")
    }

    fn is_counted(&self) -> bool {
        matches!(self.unit, UnitName::Counted(_))
    }

    /// Whether the two are sizes of one thing: within so many times of each other, both whole where things are counted.
    fn within(&self, times: i64) -> bool {
        let (value, other) = (self.asked.written.stated.0.abs(), self.told.stated.0.abs());
        let reaches =
            |low: Decimal, high: Decimal| low.checked_mul(Decimal::from(times)).is_some_and(|low| low >= high);
        let whole = !self.is_counted() || value.scale() == 0;
        let hundred = !self.is_ratio() || other > Decimal::HUNDRED || value <= Decimal::HUNDRED;
        whole && hundred && reaches(value, other) && reaches(other, value)
    }
}

/// The numbers before it that say what they count, the nearest first, those of times last: two of each.
fn told<'q, 'v>(asked: &'q Asked<'v, '_>) -> impl Iterator<Item = (&'v QuantityMention, UnitName)> + use<'q, 'v> {
    let Asked { view, written, lexicon, read, .. } = *asked;
    let time = |q: &QuantityMention| q.everyday.is_some_and(|index| lexicon.everyday[index].time);
    let nearest = move |times: bool| {
        let bracketed =
            move |q: &QuantityMention| view.norm_before(q.tokens.start, 1) == "(" && view.norm(q.tokens.end) == ")";
        let plain = move |q: &&QuantityMention| {
            q.tokens.end <= written.tokens.start
                && time(q) == times
                && matches!(q.form, Form::Figure | Form::Bare)
                && !bracketed(q)
        };
        let unit = move |q: &'v QuantityMention| {
            let (_, unit) = read.iter().find(|(start, _)| *start == q.tokens.start)?;
            // *41 million dollars in May and 52 million a year earlier*
            let millions = q.exponent >= 6 && q.exponent == written.exponent;
            lends(unit, millions).then(|| (q, unit.clone()))
        };
        view.figures().rev().filter(plain).filter_map(unit).take(2)
    };
    nearest(false).chain(nearest(true))
}

/// Points of an index are no number of it, and money tells its currency each time, but for millions beside millions.
fn lends(unit: &UnitName, millions: bool) -> bool {
    let unit = unit.as_str();
    let first = unit.split('/').next().unwrap_or_default();
    let money = first.len() == 3 && first.chars().all(char::is_uppercase)
        || matches!(first, "cent" | "penny" | "paisa" | "kopeck" | "sen" | "centavo" | "piastre");
    (!money || millions) && !unit.ends_with("point") && unit != "fraction"
}

/// *clocked at 118 in a 55-mph zone*: a speed before the limit that it is measured by.
fn zone(asked: &Asked<'_, '_>) -> Option<UnitName> {
    let Asked { view, written, .. } = *asked;
    let end = written.tokens.end;
    let within = view.norm(end) == "in" && matches!(view.norm(end + 1), "a" | "an" | "the");
    let limit = view.figures().find(|q| within && q.tokens.start == end + 2)?;
    let unit = own_unit(&Asked { written: limit, ..*asked })?.0?;
    unit.as_str().ends_with("/hour").then_some(unit)
}

/// *80,433 megaelectronvolts, plus or minus 9*, *37.2 degrees, give or take 0.3*.
fn plus_or_minus(pair: &Pair<'_, '_, '_>) -> bool {
    matches!((pair.before(3), pair.before(2), pair.before(1)), ("plus", "or", "minus") | ("give", "or", "take"))
}

/// *95 miles an hour, with gusts of 130*, *34 degrees, and a low of 19*: how far the same goes up or down.
fn extreme(pair: &Pair<'_, '_, '_>) -> bool {
    let end = matches!(
        (pair.before(2), pair.before(1)),
        (
            "gusts"
                | "gust"
                | "peaks"
                | "peak"
                | "bursts"
                | "high"
                | "highs"
                | "low"
                | "lows"
                | "maximum"
                | "minimum"
                | "spikes"
                | "mark"
                | "top"
                | "best"
                | "record",
            "of"
        ) | ("gusting", "to" | "at")
    );
    end && !pair.is_counted() && !pair.is_ratio() && pair.within(5)
}

/// *ahead 51% to 42*, *won 64 percent of the ballots to 31*: two parts of one vote.
fn contest(pair: &Pair<'_, '_, '_>) -> bool {
    const VOTES: OneOf = one_of!(
        "ahead", "led", "lead", "leads", "leading", "won", "win", "wins", "winning", "beat", "beats", "beating",
        "vote", "voted", "votes", "voters", "ballot", "ballots", "backed", "poll", "polls", "favour", "favor",
        "approved", "defeated", "trailed", "trails", "trailing", "edged", "behind", "rejected", "passed"
    );
    let view = pair.asked.view;
    let both = || {
        let hundred = Decimal::from(101);
        pair.told.stated.0.checked_add(pair.asked.written.stated.0).is_some_and(|sum| sum <= hundred)
    };
    let moved = matches!(view.norm_before(pair.told.tokens.start, 1), "by" | "from" | "up" | "down");
    pair.before(1) == "to"
        && pair.is_ratio()
        && !moved
        && both()
        && view.range.clone().any(|at| view.is_one_of(at, VOTES))
}

/// *against a target of 85*, *compared with an average of 40*, *more than the 2.5 that was forecast*, *below the 14*.
fn against(pair: &Pair<'_, '_, '_>) -> bool {
    const REACH: usize = 6;
    let near = pair.started.saturating_sub(REACH).max(pair.told.tokens.end)..pair.started;
    let set = |at: usize| match pair.word(at) {
        "against" | "versus" | "vs" | "than" | "below" | "above" | "beyond" | "exceeding" => true,
        "of" => pair.word(at.wrapping_sub(1)) == "short",
        "with" | "to" => matches!(pair.word(at.wrapping_sub(1)), "compared" | "compares" | "compare" | "contrasts"),
        _ => false,
    };
    let Some(anchor) = near.rev().find(|at| set(*at)) else { return false };
    let open = (anchor + 1..pair.started).all(|at| pair.asked.view.tokens[at].shape == Shape::Word);
    // *above a norm of 40*, *than the 40*, *against 40*; not *against a backdrop in which 40*
    let led = anchor + 1 == pair.started
        || matches!(pair.before(1), "of" | "the" | "a" | "an" | "its" | "their" | "at" | "is" | "was");
    // *fell 2 percent, below 4*: a level is no part, but where a level was told.
    let level = !pair.is_ratio() || !is_moved(pair);
    open && led && level && !pair.is_apart() && pair.within(5)
}

/// *rose 3 percent*, *down 3 percent*, *fell by 3 percent*: how much a level moved, which is none itself.
fn is_moved(pair: &Pair<'_, '_, '_>) -> bool {
    let start = pair.asked.view.start_with_hedge(pair.told);
    // *made up 63 percent of the class*
    if matches!(pair.asked.view.norm_before(start, 2), "made" | "make" | "makes" | "making") {
        return false;
    }
    start.checked_sub(1).is_some_and(|at| pair.asked.view.is_one_of(at, MOVES))
}

/// *Of the 940 fossils dug up, only 51 have been described*: a part of those that the sentence opens with.
fn part_of_all(pair: &Pair<'_, '_, '_>) -> bool {
    let view = pair.asked.view;
    let opening = view.start_with_hedge(pair.told);
    let word = |back: usize| view.norm_before(opening, back);
    let of = |back: usize| matches!(word(back), "of" | "among");
    let clause = |back: usize| {
        opening.checked_sub(back).is_none_or(|at| at < view.range.start)
            || matches!(word(back), ";" | "," | ":" | "-" | "but" | "and" | "out" | "that")
    };
    let opens =
        of(1) && clause(2) || of(2) && matches!(word(1), "the" | "its" | "their" | "those" | "some") && clause(3);
    let (value, all) = (pair.asked.written.stated.0, pair.told.stated.0);
    let subject = matches!(pair.before(1), "," | "only" | "just" | "and" | "but" | "then") || pair.before(1).len() > 3;
    opens && subject && pair.is_counted() && value <= all && value.scale() == 0 && !is_of(pair)
}

/// *a crowd of 40*, *a magnitude of 4*: what the number is of stands before it.
fn is_of(pair: &Pair<'_, '_, '_>) -> bool {
    matches!(pair.before(1), "of" | "to" | "by" | "from")
}

/// *62 hotels with 9,800 rooms, plans another 14*, *825 gigabytes, of which 667 can be used*: more or a part of what was told.
fn more_of(pair: &Pair<'_, '_, '_>) -> bool {
    let more = pair.before(1) == "another" || pair.before(1) == "further" && pair.before(2) == "a";
    let part = pair.before(2) == "of" && matches!(pair.before(1), "which" | "whom");
    let fewer = pair.asked.written.stated.0 <= pair.told.stated.0;
    !pair.is_ratio() && (more && pair.within(100) || part && fewer && pair.within(1000))
}

/// *53.3 percent to her opponent's 46.7*, *more than its predecessor's 1.5 billion*: the same of another, told by whose it is.
fn owned(pair: &Pair<'_, '_, '_>) -> bool {
    let owner = is_owner(pair.before(1));
    let set = (3..=7).any(|back| matches!(pair.before(back), "to" | "than" | "against" | "with" | "versus" | "beside"));
    owner && set && pair.within(if pair.is_counted() { 1000 } else { 5 })
}

/// *peaked at 11.1 percent, is seen easing to 8.5 by spring and to 3 by autumn*: where a level goes from there.
fn moved_on(pair: &Pair<'_, '_, '_>) -> bool {
    const GOES: OneOf = one_of!(
        "easing", "ease", "eased", "slowing", "slow", "slowed", "rising", "rise", "rose", "falling", "fall", "fell",
        "dropping", "drop", "dropped", "climbing", "climb", "climbed", "cooling", "cool", "cooled", "sinking", "sink",
        "sank", "down", "up", "back", "jumping", "jumped", "and"
    );
    let goes = pair.before(1) == "to" && pair.started >= 2 && pair.asked.view.is_one_of(pair.started - 2, GOES);
    // *and to 3*, behind another *to*
    let again = pair.before(2) != "and" || pair.asked.view.norm_before(pair.told.tokens.start, 1) == "to";
    goes && again && pair.unit.as_str() == "percent" && !is_moved(pair) && !pair.is_apart() && pair.within(5)
}

/// *Ministers have 60 days to appeal, and the parties 30*: a verb that is left out behind a name of things.
fn gapped(pair: &Pair<'_, '_, '_>) -> bool {
    let view = pair.asked.view;
    let Some(boundary) = boundary(pair) else { return false };
    let end = pair.asked.written.tokens.end;
    let closes = !view.range.contains(&end) || matches!(view.norm(end), "." | "," | ";" | "and");
    let first = view.norm(boundary + 1);
    let named =
        matches!(first, "the" | "a" | "an" | "its" | "their" | "his" | "her" | "men" | "women" | "those" | "that");
    let words = boundary + 1..pair.started;
    let last = view.norm(pair.started.saturating_sub(1));
    let plain = |at: usize| {
        let token = &view.tokens[at];
        token.shape == Shape::Word && !view.is_one_of(at, MOVES) && !view.is_one_of(at, OTHERWISE)
    };
    let noun = !last.ends_with("ed") && !follows_on(pair, pair.started.saturating_sub(1)) && last.len() > 2;
    // *3.6 percent of the power and wind 6.6*
    let digits = view.tokens[pair.asked.written.tokens.start].shape == Shape::Digits;
    let bare = words.len() == 1 && digits && !pair.is_counted() && !view.is_one_of(boundary + 1, LIGHT);
    closes
        && (named && (2..=6).contains(&words.len()) || bare)
        && words.clone().all(plain)
        && noun
        && pair.within(5)
        && !pair.describes()
}

/// *23 miles in town, 33 on the highway and 27 combined*, *a million users in May and 40 million by June*: a number that a comma or
/// *and* sets beside one that is told in the same words.
fn joined(pair: &Pair<'_, '_, '_>) -> bool {
    let (view, end) = (pair.asked.view, pair.asked.written.tokens.end);
    let again = usize::from(matches!(pair.before(1), "only" | "just" | "another" | "then" | "perhaps" | "now"));
    let mark = matches!(pair.before(1 + again), "and" | "but" | "," | ";" | "yet" | "or" | "while" | "plus");
    // *3 percent, and 12 in all fell*; *rose 3 percent, and 12 died*
    let other =
        matches!(view.norm(end + 1), "all" | "total") || is_moved(pair) && pair.is_ratio() && !pair.is_behind_same();
    // *charges 1.5 and 20*: beside a number that counts nothing.
    let pair_of = |q: &QuantityMention| {
        let known = pair.asked.read.iter().any(|(start, _)| *start == q.tokens.start);
        q.tokens.end + 1 == pair.started && !known && view.tokens[q.tokens.start].shape == Shape::Digits
    };
    let other = other || pair.is_counted() && view.figures().any(pair_of);
    let gone_on = pair.told.tokens.end + 1 < pair.started || again > 0;
    let ends = !view.range.contains(&end)
        || view.tokens[end].shape != Shape::Word && !matches!(view.norm(end), "-" | "%" | "/")
        || follows_on(pair, end);
    // *8GB of memory and 256 of storage*
    let times = if pair.is_counted() || pair.is_behind_same() && !pair.is_ratio() { 100 } else { 5 };
    // *a million users ... and 70 million*
    let millions = pair.is_counted() && pair.told.exponent >= 6 && pair.asked.written.exponent >= 6;
    mark && gone_on && !other && ends && pair.within(if millions { 1000 } else { times }) && !pair.describes()
}

impl Pair<'_, '_, '_> {
    /// *3 percent, with 49.7 million dollars against 31*: whether another figure stands between the two.
    fn is_apart(&self) -> bool {
        let between = self.told.tokens.end..self.started;
        self.asked.view.figures().any(|q| between.contains(&q.tokens.start) && q.form == Form::Figure)
    }

    /// *12 percent in the north and nine in the south*: whether the same word stands behind both.
    fn is_behind_same(&self) -> bool {
        let end = self.word(self.asked.written.tokens.end);
        end == self.word(self.told.tokens.end) && matches!(end, "in" | "on" | "at" | "of" | "for" | "among" | "with")
    }

    /// *a 55-mph zone*: what is told describes something, and is not told of it.
    fn describes(&self) -> bool {
        self.word(self.told.unit_at) == "-" || self.word(self.told.tokens.end) == "-"
    }
}

/// Whether the word behind a number goes on with the clause: a preposition, a time, a verb of being or having.
fn follows_on(pair: &Pair<'_, '_, '_>, end: usize) -> bool {
    const ON: OneOf = one_of!(
        "in", "on", "at", "for", "by", "from", "to", "of", "with", "when", "last", "this", "next", "the", "a", "ago",
        "against", "after", "before", "during", "combined", "overall", "among", "under", "over", "across", "outside",
        "inside", "abroad", "are", "is", "were", "was", "have", "had", "has", "came", "went", "did", "highway", "city",
        "and", "but", "now", "today", "each", "around", "out", "off", "between", "or", "as", "that", "than", "who",
        "which", "will", "since", "per", "more", "watched", "remain", "remained", "behind", "above", "below", "here",
        "later", "earlier", "unsure", "while", "left", "up", "down", "apart", "inland", "offshore", "nearby", "north",
        "south", "east", "west", "ashore"
    );
    pair.asked.view.is_one_of(end, ON)
        || matches!(pair.word(end), "undecided" | "undeclared" | "elsewhere" | "respectively" | "yesterday")
}

/// *; the bus needs 140*, *while its twin stands 298*, *the estate in 4.4*: a clause of its own that tells the same of another.
fn parallel(pair: &Pair<'_, '_, '_>) -> bool {
    let Asked { view, written, .. } = *pair.asked;
    let Some(boundary) = boundary(pair) else { return false };
    let between = boundary + 1..pair.started;
    let end = written.tokens.end;
    let ends = !view.range.contains(&end) || view.tokens[end].shape != Shape::Word || follows_on(pair, end);
    let last = pair.started.saturating_sub(1);
    let verb = |at: usize| at.checked_sub(1).map_or("", |at| view.norm(at));
    let told_at = view.start_with_hedge(pair.told);
    // *in 4.1 seconds, the estate in 4.4*; *lasted 11 hours, the other lasted 13*
    let same = verb(told_at) == view.norm(last) && !matches!(view.norm(last), "of" | "," | "the" | "a" | "and");
    // *Rents rose 12 percent in Austin but fell three in Oakland*
    let turned = pair.is_ratio() && view.is_one_of(last, MOVES) && pair.is_behind_same();
    let same = same || turned;
    let passed = view.is_one_of(last, LIGHT)
        || same
        || matches!(view.norm(last), "after" | "beyond" | "past")
        || matches!(verb(last), "ran" | "run" | "passed") && view.norm(last) == "for";
    let others = view.figures().any(|q| between.contains(&q.tokens.start) && q.form != Form::Bare);
    let unitless = |at| view.is_one_of(at, OTHERWISE) || is_unitless(view.norm(at)) || is_subject_alone(pair, at);
    let own = between.clone().any(unitless);
    let moved = pair.is_ratio() && is_moved(pair) && !same;
    // *good for 224 miles; the bigger one, at 77 kWh, manages 300*
    let aside = matches!(verb(told_at), "at" | "with")
        && view.norm_before(told_at, 2) == ","
        && view.norm(pair.told.tokens.end) == ",";
    let moved = moved || aside;
    let times = if pair.is_counted() || same { 10 } else { 5 };
    ends && passed && !others && !own && !moved && !pair.describes() && pair.within(times) && fits_again(pair, &between)
}

/// How levels go.
const MOVES: OneOf = one_of!(
    "rose", "fell", "up", "down", "by", "gained", "lost", "slid", "slipped", "jumped", "climbed", "dropped", "added",
    "shed", "rise", "fall", "risen", "fallen", "grew", "rising", "falling", "sank", "soared", "surged", "tumbled",
    "declined", "advanced"
);

/// Verbs, and words that stand for the thing again, right before what is told of it.
const LIGHT: OneOf = one_of!(
    "offered", "offers", "wants", "wanted", "want", "asked", "seeks", "sought", "expects", "sees", "is", "are", "was",
    "were", "has", "have", "had", "needs", "need", "needed", "managed", "manages", "got", "gets", "get", "scored",
    "scores", "gave", "give", "gives", "yield", "yields", "yielded", "took", "takes", "take", "won", "wins", "stands",
    "stood", "lasted", "lasts", "weighs", "weighed", "reached", "reaches", "reach", "hit", "did", "saw", "see", "made",
    "makes", "polled", "holds", "held", "just", "only", "one", "it", "them", "first", "second", "third", "fourth",
    "other", "others", "latter", "him", "her", "about", "nearly", "almost"
);

/// Things that numbers are told of without a unit: *its score was 12*.
const OTHERWISE: OneOf = one_of!(
    "score", "index", "reading", "rating", "ratio", "age", "aged", "par", "odds", "crowd", "gate", "toll", "number",
    "tally", "total", "era", "handicap", "average", "turnover", "revenue", "price", "cost", "old", "born"
);

/// More of [`OTHERWISE`].
fn is_unitless(word: &str) -> bool {
    matches!(word, "magnitude" | "attendance" | "temperature" | "population" | "coefficient" | "readership")
}

/// *, and he is 31*: a person, whose number is an age.
fn is_subject_alone(pair: &Pair<'_, '_, '_>, at: usize) -> bool {
    matches!(pair.word(at), "he" | "she" | "who") && matches!(pair.word(at + 1), "is" | "was" | "turns" | "turned")
}

/// Where the clause of the number begins: at a semicolon, or a comma or *and* behind what is told.
fn boundary(pair: &Pair<'_, '_, '_>) -> Option<usize> {
    let near: Range<usize> = pair.started.saturating_sub(CLAUSE).max(pair.told.tokens.end)..pair.started;
    let opens = |at: &usize| {
        matches!(
            pair.word(*at),
            ";" | "," | "and" | "but" | "though" | "while" | "where" | "whereas" | "although" | ":"
        )
    };
    near.rev().find(opens)
}

/// Counted things are passed on to what has or needs them alone: *has 210 branches, but had 390*; not to what is so many.
fn fits_again(pair: &Pair<'_, '_, '_>, between: &Range<usize>) -> bool {
    let last = pair.word(between.end.saturating_sub(1));
    !pair.is_counted() || !matches!(last, "is" | "was" | "are" | "were" | "at" | "on" | "in" | "stands" | "stood")
}
