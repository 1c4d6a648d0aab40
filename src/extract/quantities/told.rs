//! What a number without a noun of its own counts, told elsewhere in its sentence.
//!
//! | text | reading | rule |
//! | --- | --- | --- |
//! | *two or three weeks* | 2 `week` | [`behind`] |
//! | *10,200 homes, down from 11,340* | 11340 `home` | [`before`] |
//! | *42 aircraft, and has ordered 18 more* | 18 `aircraft` | [`before`] |
//! | *killing six* | 6 `person` | [`victims`] |
//! | *The number of passengers rose to 9.3 million* | 9300000 `passenger` | [`subject`] |

use super::{Asked, counted, own_unit};
use crate::lexicon::words::{compares, is_or_was};
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, UnitName};

/// How many numbers a unit is passed on over.
const STEPS: usize = 4;

/// What a number without a unit of its own counts.
pub fn elsewhere(asked: &Asked<'_, '_>) -> Option<UnitName> {
    behind(asked, STEPS)
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
    let against = (1..=3).any(|back| compares(word(back)) || matches!(word(back), "with" | "of" | "to" | "by"));
    let more = matches!(view.norm(end), "more" | "others" | "fewer") && view.norm(end + 1) != "than";
    // *nine people were hurt, four of them badly*
    let them = view.norm(end) == "of" && matches!(view.norm(end + 1), "them" | "whom" | "which")
        || word(1) == "the" && view.norm(end) == "who"
        || view.norm(end) == "short" && view.norm(end + 1) == "of";
    // *2,000 jobs in Britain, 1,500 in Japan and 700 in Chile*
    let listed = matches!(word(1), "," | "and") && matches!(view.norm(end), "in" | "at" | "from" | "on");
    // *1,100 branches, 400 more than its rival*
    let beyond = word(1) == "," && matches!(view.norm(end), "more" | "fewer") && view.norm(end + 1) == "than";
    let loose = them || listed || beyond;
    if !(against || more || loose) || steps == 0 {
        return None;
    }
    // *528,000 jobs, more than double the 250,000 that had been expected*; not what a stretch of time lasts.
    let time = |q: &QuantityMention| q.everyday.is_some_and(|index| lexicon.everyday[index].time);
    let compares = word(1) == "than" || word(2) == "than";
    let told = numbers(asked)
        .rfind(|q| q.tokens.end <= start && matches!(q.form, Form::Figure | Form::Bare) && (compares || !time(q)))?;
    // *bringing the total to 623*
    let total = (1..=3).any(|back| word(back) == "total");
    let (value, other) = (written.stated.0.abs(), told.stated.0.abs());
    let hundredfold = |low: Decimal, high: Decimal| low.checked_mul(Decimal::HUNDRED).is_some_and(|low| low >= high);
    let alike = written.exponent >= 6 && written.exponent == told.exponent && word(1) == "to";
    let near = total || alike || hundredfold(value, other) && hundredfold(other, value);
    // An index that rose by points is no number of them.
    let points = told.everyday.is_some_and(|index| match lexicon.everyday[index].name.as_str() {
        "basis_point" => word(1) != "to" || value.scale() > 0,
        name => name.ends_with("point") || !(compares || matches!(word(1), "from" | "to")),
    });
    // Things are counted whole.
    let parts = value.scale() > 0 && other.scale() == 0 && told.form == Form::Bare && told.everyday.is_none();
    let counts = told.form == Form::Bare && told.everyday.is_none() || told.goods.is_some();
    if !near || points || parts || loose && !counts || told.quantity.unit.is_ratio() && told.form == Form::Figure {
        return None;
    }
    let asked = Asked { written: told, ..*asked };
    own_unit(&asked)?.0.or_else(|| behind(&asked, STEPS)).or_else(|| before(&asked, steps - 1))
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
        "killed" | "killing" | "injured" | "injuring" | "wounded" | "wounding" | "kills" | "infected" | "infecting"
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
