//! What a number without a noun of its own counts, told elsewhere in its sentence.
//!
//! | text | reading | rule |
//! | --- | --- | --- |
//! | *two or three weeks* | 2 `week` | [`behind`] |
//! | *10,200 homes, down from 11,340* | 11340 `home` | [`before`] |
//! | *42 aircraft, and has ordered 18 more* | 18 `aircraft` | [`before`] |
//! | *killing six* | 6 `person` | [`victims`] |
//! | *aged 18 to 34*, *the average age rose to 31* | `year` | [`age`] |
//! | *The number of passengers rose to 9.3 million* | 9300000 `passenger` | [`subject`] |

use super::{Asked, counted, own_unit};
use crate::lexicon::words::{compares, is_or_was, is_per};
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, Dimension, UnitName};

/// How many numbers a unit is passed on over.
const STEPS: usize = 4;

/// What a number without a unit of its own counts, by words that say so; the table of [`super::beside`] has the rest.
pub fn elsewhere(asked: &Asked<'_, '_>) -> Option<UnitName> {
    behind(asked, STEPS)
        .or_else(|| age(asked))
        .or_else(|| victims(asked))
        .or_else(|| before(asked, STEPS))
        .or_else(|| subject(asked).map(UnitName::Counted))
}

fn numbers<'v>(asked: &Asked<'v, '_>) -> impl DoubleEndedIterator<Item = &'v QuantityMention> {
    let view = asked.view;
    view.figures()
}

/// *two or three weeks*, *2,160 x 2,160 pixels*: what the number right behind a joining word counts.
fn behind(asked: &Asked<'_, '_>, steps: usize) -> Option<UnitName> {
    let Asked { view, written, .. } = *asked;
    let end = written.tokens.end;
    let on = match (view.norm(end), view.norm(end + 1), view.norm(end + 2)) {
        ("-", "by" | "to" | "or", "-") => 3,
        // *a two- and a five-minute film*
        ("-", "and" | "or" | "to", "a") => 3,
        // *55-, 65- and 77-inch screens*
        ("-", "and" | "or" | "to" | ",", _) => 2,
        ("or" | "x" | "×" | "by" | "and" | "to" | ",", ..) => 1,
        _ => return None,
    };
    let next = numbers(asked).find(|q| q.tokens.start == end + on)?;
    let plain = matches!(next.form, Form::Figure | Form::Bare) && next.hedge.is_none();
    // *to 47.8 and 3 percent*: an amount and a part of it are told apart.
    let apart = next.form == Form::Figure && (next.quantity.unit.is_ratio() || on == 1 && view.norm(end) == "and");
    if !plain || apart || steps == 0 {
        return None;
    }
    // *12, 15 and 20 points*: a comma joins only within a list.
    let listed = view.norm(end) == ",";
    let asked = Asked { written: next, ..*asked };
    own_unit(&asked)?.0.filter(|_| !listed).or_else(|| behind(&asked, steps - 1))
}

/// *10,200 homes, down from 11,340*, *18 more*: what the number that this one is set against counts.
fn before(asked: &Asked<'_, '_>, steps: usize) -> Option<UnitName> {
    let Asked { view, written, lexicon, .. } = *asked;
    let (start, end) = (written.tokens.start, written.tokens.end);
    let word = |back: usize| start.checked_sub(back).map_or("", |at| view.norm(at));
    let against = (1..=3).any(|back| compares(word(back)) || matches!(word(back), "of" | "to" | "by"))
        || (1..=3).any(|back| {
            word(back) == "with" && matches!(word(back + 1), "compared" | "compares" | "compare" | "contrasts")
        });
    let more = matches!(view.norm(end), "more" | "others" | "fewer") && view.norm(end + 1) != "than";
    // *nine people were hurt, four of them badly*
    let of_them = view.norm(end) == "of" && matches!(view.norm(end + 1), "them" | "whom" | "which");
    // *$5 million, 2 million of that in cash*
    let of_that = view.norm(end) == "of" && matches!(view.norm(end + 1), "that" | "it" | "this" | "these" | "those");
    let them = of_them
        || of_that
        || word(1) == "the" && view.norm(end) == "who"
        || view.norm(end) == "short" && view.norm(end + 1) == "of";
    // *2,000 jobs in Britain, 1,500 in Japan and 700 in Chile*
    let listed = matches!(word(1), "," | "and" | "including" | "(" | ":")
        && matches!(view.norm(end), "in" | "at" | "from" | "on");
    // *1,100 branches, 400 more than its rival*
    let beyond = matches!(word(1), "," | "and" | "but")
        && matches!(view.norm(end), "more" | "fewer")
        && view.norm(end + 1) == "than";
    // *240 seats, of which the other 120 go to lists*
    let other_part = matches!(word(1), "other" | "remaining") && matches!(word(2), "the" | "its" | "their")
        || word(1) == "another"
        || word(1) == "further" && word(2) == "a";
    // *312 passes to the home side's 140*
    let theirs = is_owner(word(1)) && (3..=6).any(|back| matches!(word(back), "to" | "than" | "against" | "with"));
    // *in 1.9 seconds, or 2.1 with a rolling start*
    let again = word(1) == "or" && word(2) == ",";
    let loose = again || them || listed || beyond || other_part || theirs;
    if !(against || more || loose) || steps == 0 {
        return None;
    }
    // *528,000 jobs, more than double the 250,000 that had been expected*; not what a stretch of time lasts.
    let time = |q: &QuantityMention| q.everyday.is_some_and(|index| lexicon.everyday[index].time);
    let compares = (1..=3).any(|back| word(back) == "than");
    let ratio = |q: &QuantityMention| q.form == Form::Figure && q.quantity.unit.is_ratio();
    let right_before = |q: &QuantityMention| q.tokens.end + 1 == start;
    // *four beds for every 1,000 people*: not what is counted on.
    let per = |q: &QuantityMention| {
        let word = |back: usize| q.tokens.start.checked_sub(back).map_or("", |at| view.norm(at));
        matches!(word(1), "per" | "each" | "every")
    };
    let fits = |q: &QuantityMention| {
        q.tokens.end <= start
            && matches!(q.form, Form::Figure | Form::Bare)
            && (compares
                || other_part
                || is_per(view.norm(q.tokens.end))
                || of_them
                || again
                || !time(q)
                || right_before(q) && moved(asked, q))
            && !per(q)
            && !(loose && ratio(q))
            && !is_converted(asked, q)
            && !super::named::is_name(&Asked { written: q, ..*asked })
    };
    // *294 deputies of the 577-member house were for it, with 282 against*
    let describes = |q: &QuantityMention| view.norm(q.tokens.end) == "-";
    let told = numbers(asked)
        .rfind(|q| !describes(q) && fits(q))
        .or_else(|| numbers(asked).rfind(|q| describes(q) && fits(q)))?;
    // *cut the rate to 5.2 percent from 5.4*, *12 miles by five*, *from 95 minutes to 52*
    let adjoins = right_before(told)
        && match word(1) {
            // *up 17 percent from 16,768,145* is of what it was.
            "from" => !ratio(told) || moved_to(asked, told),
            "to" => moved(asked, told),
            "by" => told.everyday.is_some(),
            _ => false,
        };
    if adjoins
        && told.exponent == 0
        && written.exponent == 0
        && let Some((Some(unit), _)) = own_unit(&Asked { written: told, ..*asked })
    {
        return Some(unit);
    }
    // *bringing the total to 623*
    let total = (1..=3).any(|back| word(back) == "total");
    let (value, other) = (written.stated.0.abs(), told.stated.0.abs());
    let within = |times: Decimal| {
        let reaches = |low: Decimal, high: Decimal| low.checked_mul(times).is_some_and(|low| low >= high);
        reaches(value, other) && reaches(other, value)
    };
    let alike = written.exponent >= 6 && written.exponent == told.exponent && word(1) == "to";
    // *600 votes out of more than 340,000*
    let out_of = (2..=4).any(|back| word(back) == "out" && word(back - 1) == "of");
    let part = (of_them || beyond) && value <= other;
    let near = total || part || alike || out_of || within(Decimal::HUNDRED);
    // An index that rose by points is no number of them.
    let points = told.everyday.is_some_and(|index| match lexicon.everyday[index].name.as_str() {
        "basis_point" => word(1) != "to" || value.scale() > 0,
        name => name.ends_with("point") || !(compares || loose || matches!(word(1), "from" | "to")),
    });
    // Things are counted whole.
    let parts = value.scale() > 0 && other.scale() == 0 && told.form == Form::Bare && told.everyday.is_none();
    let counts = told.form == Form::Bare && told.everyday.is_none() || told.goods.is_some();
    // *17 miles per gallon in town, 23 on the road*; *14 months, 10 of them in prison*; *$5 million, 2 million of that*
    let measured = (listed || beyond || again)
        && told.quantity.unit.measure.dimension() != Dimension::Money
        && (again || !time(told))
        || them;
    let counts = counts || measured || other_part;
    // *four groups of four*
    let grouped = word(1) == "of" && told.tokens.end + 2 == start;
    // *60 percent of them, down from 80*
    let level = word(1) == "from" && matches!(word(2), "up" | "down") && within(Decimal::from(5));
    // *weakened 11 paise to 82.34*: by so many of the smaller coin.
    let coins = told.quantity.unit.measure.dimension() == Dimension::Money
        && told.factor < Decimal::ONE
        && value.scale() > 0
        && word(1) == "to";
    if grouped || coins || !near || points || parts || loose && !counts || ratio(told) && !level {
        return None;
    }
    let asked = Asked { written: told, ..*asked };
    let unit = own_unit(&asked)?.0.or_else(|| behind(&asked, STEPS)).or_else(|| before(&asked, steps - 1))?;
    // *eight million people a year, 1.2 million of whom*
    Some(match unit {
        UnitName::Counted(noun) if of_them && noun.contains('/') => {
            UnitName::Counted(noun.split('/').next().unwrap_or_default().to_string())
        }
        unit => unit,
    })
}

/// *3.9 billion crowns ($402 million)*: the same amount in other money, in a bracket behind it.
fn is_converted(asked: &Asked<'_, '_>, told: &QuantityMention) -> bool {
    let open = told.tokens.start.checked_sub(1).filter(|at| asked.view.norm(*at) == "(");
    let Some(open) = open.filter(|_| asked.view.norm(told.tokens.end) == ")") else { return false };
    // A number inside the bracket is of what stands there.
    asked.written.tokens.start > told.tokens.end && numbers(asked).any(|q| q.tokens.end == open)
}

/// Whether a number stands behind *from*: *from 95 minutes to 52*.
fn moved(asked: &Asked<'_, '_>, from: &QuantityMention) -> bool {
    let word = |back: usize| from.tokens.start.checked_sub(back).map_or("", |at| asked.view.norm(at));
    word(1) == "from" || word(2) == "from"
}

/// Whether a number stands behind *to*, over a hedge or not: *rose to 5.2 percent from 4.9*.
fn moved_to(asked: &Asked<'_, '_>, level: &QuantityMention) -> bool {
    let word = |back: usize| level.tokens.start.checked_sub(back).map_or("", |at| asked.view.norm(at));
    word(1) == "to" || word(2) == "to" || word(1) == "at" || word(1) == "was"
}

/// What whose it is ends with: *the home side**'s***.
pub fn is_owner(word: &str) -> bool {
    matches!(word, "s" | "'" | "’")
}

/// *aged between 35 and 59*, *the average age of buyers rose to 34 from 29*: years of life.
fn age(asked: &Asked<'_, '_>) -> Option<UnitName> {
    let Asked { view, written, .. } = *asked;
    let (start, end) = (written.tokens.start, written.tokens.end);
    let word = |back: usize| start.checked_sub(back).map_or("", |at| view.norm(at));
    let oldest = Decimal::from(120);
    let life = written.form == Form::Bare && written.stated.0 <= oldest && written.exponent == 0;
    if !life || counted::noun(view, end).is_some() {
        return None;
    }
    let aged = (1..=3).any(|back| matches!(word(back), "aged" | "ages")) || (1..=2).any(|back| word(back) == "age");
    let clause = view.clause(start).start..start;
    let average = || {
        clause.into_iter().any(|at| view.norm(at) == "age")
            && (1..=2).any(|back| matches!(word(back), "to" | "from" | "is" | "was" | "of" | "at" | "as" | "than"))
    };
    // *adults over 65*
    let over = matches!(word(1), "over" | "under")
        && matches!(
            word(2),
            "people"
                | "adults"
                | "men"
                | "women"
                | "those"
                | "anyone"
                | "everyone"
                | "children"
                | "patients"
                | "players"
        );
    (aged || over || average()).then(|| UnitName::Measure("year".into()))
}

/// *killing six*, *left six dead*: people.
fn victims(asked: &Asked<'_, '_>) -> Option<UnitName> {
    let Asked { view, written, .. } = *asked;
    let start =
        written.hedge.and_then(|hedge| (0..written.tokens.start).rfind(|at| view.tokens[*at].span.end <= hedge.start));
    let verb = start.or_else(|| written.tokens.start.checked_sub(1)).map_or("", |at| view.norm(at));
    let end = written.tokens.end;
    let end = end + usize::from(view.norm(end) == "others" || view.norm(end) == "more");
    let killed = matches!(
        verb,
        "killed"
            | "killing"
            | "kills"
            | "injured"
            | "injuring"
            | "wounded"
            | "wounding"
            | "hurt"
            | "hurting"
            | "infected"
            | "infecting"
            | "sickened"
            | "sickening"
            | "displaced"
            | "displacing"
            | "arrested"
            | "arresting"
            | "detained"
            | "detaining"
            | "rescued"
            | "rescuing"
            | "evacuated"
            | "evacuating"
            | "kidnapped"
    );
    let end = end + usize::from(is_or_was(view.norm(end)));
    let dead = matches!(view.norm(end), "dead" | "injured" | "wounded" | "missing" | "homeless" | "hospitalized");
    let whole = written.stated.0.scale() == 0 && written.form == Form::Bare;
    (whole && (killed || dead)).then(|| UnitName::Counted("person".into()))
}

/// *The number of passengers rose to 9.3 million*: what is numbered.
fn subject(asked: &Asked<'_, '_>) -> Option<String> {
    let Asked { view, written, .. } = *asked;
    let start = written.tokens.start;
    if written.stated.0.scale() > 0 || written.form != Form::Bare || written.sign.is_some() {
        return None;
    }
    let clause = view.clause(start).start..start;
    let number = clause.clone().find(|at| view.norm(*at) == "number" && view.norm(at + 1) == "of")?;
    counted::noun(view, number + 2).map(|(noun, _)| noun)
}
