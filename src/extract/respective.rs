//! Lists read side by side: *to Russia, Kyrgyzstan and Poland ... $310 million, $95 million and $41 million, respectively*.

use std::ops::Range;

use super::countable;
use super::grammar::Role;
use super::head::Head;
use super::naming::own_words;
use super::parties::Sides;
use super::rule::Filled;
use super::view::{Actor, View};
use crate::lexicon::words::{is_or_was, leads_stretch};
use crate::lexicon::{Class, Cue, Relation};
use crate::mention::{Expression, Form, Mention, What};
use crate::model::{Commodity, Party, Span};
use crate::token::Shape;

/// The lists of a sentence that has as many figures as things.
#[derive(Debug, Clone, Default)]
pub struct Respective {
    quantities: Vec<usize>,
    /// Another list of as many, told for comparison: *to 3.6% and -7.7%, respectively, in May from 2.3% and -12.6% in April*.
    others: Vec<usize>,
    /// The time right behind the one list and behind the other.
    times: [Option<Expression>; 2],
    parties: Vec<(Party, Span)>,
    goods: Vec<(Commodity, Span)>,
    periods: Vec<(Expression, Span)>,
    heads: Vec<Head>,
    /// Whether the figures are of the times that the one before was compared with.
    compared: bool,
    /// Whether its things are those of the sentence before.
    went_on: bool,
}

/// The lists of a sentence, where it says *respectively*.
pub fn lists(view: &View<'_>) -> Option<Respective> {
    if view.quantities.len() < 2 {
        return None;
    }
    let (_, word): (Option<()>, Option<&Mention>) = view
        .cues(|cue| matches!(cue, Cue::Relation(Relation::Each)).then_some(()))
        .find(|(_, m)| matches!(view.norm(m.tokens.start), "respectively" | "respective"))
        .unzip();
    // The figures that one list of commas and *and* joins, nearest to the word.
    let mut quantities: Vec<usize> = Vec::new();
    for index in word.map_or(&view.quantities[..], |word| told_by(view, word)).iter().rev() {
        if !quantities.first().is_none_or(|next| joined(view, *index, *next)) {
            // *cut 110,000 and 90,000 bpd, while Iran added 40,000*: what stands alone behind them is no list.
            if quantities.len() > 1 || word.is_some() {
                break;
            }
            quantities.clear();
        }
        quantities.insert(0, *index);
    }
    let first = view.mentions.get(*quantities.first()?)?.tokens.start;
    let count = quantities.len();
    let near = word.is_none_or(|word| word.tokens.start + 12 > first);
    // *Germany, Italy and Spain had shares of 16, 8 and 7 percent* says it without the word.
    let plain = word.is_some() || count >= 2 && (in_step(view, first, count) || goods_in_step(view, &quantities));
    if count < 2 || !near || !plain {
        return None;
    }
    let others = word.map_or_else(Vec::new, |_| list_before(view, &quantities));
    let first = others.first().map_or(first, |q| view.mentions[*q].tokens.start);
    let last_of = |found: usize| found.checked_sub(count);
    // *to China -- South Korea's largest partner -- and the EU*: who owns again what is told by the way is no entry of the list.
    let again = |a: &Actor| {
        let told = view.actors.iter().any(|b| b.party == a.party && b.end <= a.at && b.role == Role::Possessor);
        a.role == Role::Possessor && told
    };
    let own = |a: &&Actor| a.at < first && a.takes_part() && a.rule == "name" && !again(a);
    let named: Vec<_> = view.actors.iter().filter(own).collect();
    // *Germany and the Netherlands are the main markets for Czech steel, with 31 and 7 percent*: those joined to each other.
    let ends = named.chunk_by(|a, b| are_joined(view, a.end..b.at)).rfind(|list| list.len() == count);
    let ends = ends.and_then(|list| named.iter().position(|a| a.at == list[count - 1].at)).map(|last| last + 1);
    let named = &named[..ends.unwrap_or(named.len())];
    // *Peru's shipments to China fell 41% in volume and 38% in value*: two who trade with each other are no list.
    let listed = named.len().checked_sub(count).map_or(&[][..], |at| &named[at..]);
    let gives = |role: Role| matches!(role, Role::Possessor | Role::Modifier | Role::Subject | Role::Label);
    let takes = |role: Role| matches!(role, Role::To | Role::From | Role::With | Role::For);
    let both = listed.first().is_some_and(|a| gives(a.role)) && listed.iter().any(|a| takes(a.role));
    let parties: Vec<_> = named.iter().filter(|_| !both).map(|a| (a.party, a.span)).collect();
    let mut goods: Vec<_> = view
        .mentions
        .iter()
        .filter(|m| m.tokens.start < first)
        .filter_map(|m| match &m.what {
            What::Commodity(commodity) => Some((commodity.clone(), m.span)),
            _ => None,
        })
        .collect();
    // *Tuna rose 36%; cocoa and roses fell (9% and 1%)*: those of the list right before the figures.
    if goods.len() > count && goods_in_step(view, &quantities) {
        goods.drain(..goods.len() - count);
    }
    if goods.len() + 1 == count {
        goods.extend(last_of_goods(view, goods.last().map(|(_, span)| *span)));
    }
    // *16.1 million barrels of crude and 2.3 million barrels of products, compared with 32 and 2.7 million respectively*
    if let Some(at) = (view.range.start..first).rev().find(|at| countable::are_of_oil(view, *at)) {
        goods.push((Commodity::new("oil_products"), view.tokens[at].span));
        goods.sort_by_key(|(_, span)| span.start);
    }
    let times =
        |from: usize| view.mentions.iter().filter(move |m| m.tokens.start >= from && matches!(m.what, What::Period(_)));
    // What stands behind the list is of all of it, whatever was told before.
    let last = view.mentions[*quantities.last()?].tokens.end;
    let timed_behind = times(last).next().is_some();
    let compared = word.is_some() && count == 2 && !timed_behind && compared_with_one(view, first);
    let from = if timed_behind || compared { last } else { 0 };
    let periods: Vec<_> = times(from)
        .filter_map(|m| match m.what {
            What::Period(expression @ Expression::In(..)) => Some((expression, m.span)),
            _ => None,
        })
        .collect();
    // *Exports were 639 million and imports 628 million, compared with 771 and 500 million respectively*
    let counts = |h: &&Head| h.at < first && h.class == Class::Noun && h.indicator().is_some();
    let heads: Vec<Head> = view.heads.iter().filter(counts).copied().collect();
    // *were $356 million and $370 million in 2010 and 2011*: what is told side by side are the times.
    let timed = periods.len() == count && parties.len() <= count;
    let tail = |from: Option<usize>, length: usize| from.filter(|_| length >= count && !timed && !compared);
    let times = [time_behind(view, &quantities), time_behind(view, &others)];
    Some(Respective {
        others,
        times,
        parties: tail(last_of(parties.len()), parties.len()).map_or(Vec::new(), |at| parties[at..].to_vec()),
        goods: if goods.len() == count && !compared { goods } else { Vec::new() },
        periods: if periods.len() == count { periods } else { Vec::new() },
        heads: if word.is_some() && heads.len() == count && !compared && !(timed && timed_behind) {
            heads
        } else {
            Vec::new()
        },
        compared,
        went_on: false,
        quantities,
    })
}

/// The figures that the word may speak of: *were 300 and 350 million in 2017 and 2018 respectively, a rise of 20 and 16.7 percent* those up
/// to it, where two of them stand joined right before it.
fn told_by<'v>(view: &'v View<'_>, word: &Mention) -> &'v [usize] {
    let before = view.quantities.partition_point(|q| view.mentions[*q].tokens.end <= word.tokens.start);
    let led = match view.quantities[..before] {
        [.., a, b] => joined(view, a, b) && word.tokens.start - view.mentions[b].tokens.end <= 8,
        _ => false,
    };
    // *declined 23 and 12 percent, respectively, to $9.8 billion and $9.0 billion*: what follows goes on with the list.
    let next = view.quantities.get(before).map(|q| view.mentions[*q].tokens.start);
    let apart = next.is_none_or(|next| next >= word.tokens.end + 5 && view.comparing_before(next).is_none());
    if led && apart { &view.quantities[..before] } else { &view.quantities }
}

impl Respective {
    /// *In 1993 they had been 658 million, 262 million and 126 million respectively*: of the things that the sentence before told
    /// as many figures of.
    pub fn go_on(&mut self, before: &Respective) {
        let open = self.goods.is_empty() && self.parties.is_empty() && self.heads.is_empty() && self.periods.is_empty();
        if open && self.quantities.len() == before.quantities.len() {
            self.went_on = true;
            self.goods.clone_from(&before.goods);
            self.parties.clone_from(&before.parties);
        }
    }

    fn place(&self, quantity: usize) -> Option<usize> {
        let place = |list: &[usize]| list.iter().position(|q| *q == quantity);
        place(&self.quantities).or_else(|| place(&self.others))
    }

    /// The time right behind the list of this figure, where there are two lists, each with its own.
    pub fn time(&self, quantity: usize) -> Option<Expression> {
        let [Some(of_first), Some(of_other)] = self.times else { return None };
        let first = self.quantities.contains(&quantity);
        (first || self.others.contains(&quantity)).then_some(if first { of_first } else { of_other })
    }

    /// Gives the sides of a figure whom it is told of in its place; `told` is whose figures were told before.
    pub fn settle(&self, view: &View<'_>, index: usize, told: Option<Party>, sides: &mut Sides) {
        // *exports to Italy and Belgium rose by 12.7 and 6.3 percent respectively*: the list is one side, not both.
        if let (Some(reporter), Some(partner)) = (&sides.reporter, &sides.partner)
            && self.party(index, reporter.value).is_some()
            && self.party(index, partner.value).is_some()
            && reporter.value != partner.value
        {
            let aimed = view.actors.iter().any(|a| {
                (a.party == reporter.value || a.party == partner.value)
                    && matches!(a.role, Role::To | Role::From | Role::With)
            });
            let other = told.filter(|p| self.party(index, *p).is_none());
            let owns = |a: &&Actor| a.role == Role::Possessor && self.party(index, a.party).is_none();
            if aimed {
                let told = other.map(|p| Filled::new(p, "statement_before", None));
                let owner = || view.actors.iter().find(owns).map(|a| Filled::new(a.party, "possessor", Some(a.span)));
                sides.reporter = told.or_else(owner);
            }
        }
        for slot in [&mut sides.reporter, &mut sides.partner] {
            let listed = slot.as_ref().and_then(|f| self.party(index, f.value));
            if let Some((party, span)) = listed {
                *slot = Some(Filled::new(party, "respectively", Some(span)));
            }
        }
        // *shipments to Japan and Korea increased, rising by 6 percent and 1 percent respectively*: to each of them.
        let place = self.place(index).and_then(|place| self.parties.get(place));
        let open = sides.partner.as_ref().is_none_or(|f| f.value == Party::WORLD && f.span.is_none());
        let aimed = |party: Party| {
            view.actors.iter().any(|a| a.party == party && matches!(a.role, Role::To | Role::From | Role::With))
        };
        if let Some((party, span)) = place.filter(|_| open && self.parties.iter().all(|(p, _)| aimed(*p))) {
            sides.partner = Some(Filled::new(*party, "respectively", Some(*span)));
        }
        // *A year ago they had been 870, 655 and 240 million respectively*: with each of those told before.
        let whole = sides.partner.as_ref().is_none_or(|f| f.value == Party::WORLD);
        if let Some((party, span)) = self.party_before(index).filter(|_| whole) {
            sides.partner = Some(Filled::new(party, "respectively", Some(span)));
        }
    }

    /// The party that stands where this figure does, in place of another of its list.
    pub fn party(&self, quantity: usize, found: Party) -> Option<(Party, Span)> {
        let place = self.place(quantity)?;
        self.parties.iter().any(|(p, _)| *p == found).then(|| self.parties.get(place).copied())?
    }

    /// Who stands where this figure does in the list of the sentence before.
    pub fn party_before(&self, quantity: usize) -> Option<(Party, Span)> {
        self.parties.get(self.place(quantity).filter(|_| self.went_on)?).copied()
    }

    /// The goods that stand where this figure does.
    pub fn goods(&self, quantity: usize) -> Option<(Commodity, Span)> {
        self.goods.get(self.place(quantity)?).cloned()
    }

    /// Whether a figure stands in a list, but not at its end.
    pub fn goes_on(&self, quantity: usize) -> bool {
        self.quantities.split_last().is_some_and(|(_, before)| before.contains(&quantity))
    }

    /// What is counted where this figure stands.
    pub fn head(&self, quantity: usize) -> Option<Head> {
        self.heads.get(self.place(quantity)?).copied()
    }

    /// Which of the two times that the figure before was compared with this one is of.
    pub fn compared(&self, quantity: usize) -> Option<usize> {
        self.place(quantity).filter(|_| self.compared)
    }

    /// The period that stands where this figure does.
    pub fn period(&self, quantity: usize) -> Option<(Expression, Span)> {
        self.periods.get(self.place(quantity)?).copied()
    }
}

/// *copper, zinc and lead*, *semiconductors and ships fell*: the last of a list of goods whose others end with `last`, where its
/// name is another word elsewhere or in no table.
fn last_of_goods(view: &View<'_>, last: Option<Span>) -> Option<(Commodity, Span)> {
    let last = last?;
    let and = view.mentions.iter().find(|m| m.span == last).map(|m| m.tokens.end)?;
    let start = and + 1;
    let moves = |at: usize| {
        let direction = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(()));
        direction.into_iter().any(|(_, m)| m.tokens.start == at) || is_or_was(view.norm(at))
    };
    if view.norm(and) != "and" {
        return None;
    }
    if matches!(view.norm(start), "lead" | "gold" | "tin" | "silver" | "cars" | "tea") && !view.verb_at(start) {
        return Some((Commodity::new(view.norm(start)), view.tokens[start].span));
    }
    let end = (start + 1..start + 4).find(|at| moves(*at))?;
    let plain = |at: usize| {
        let token = &view.tokens[at];
        token.shape == Shape::Word && !token.is_capitalised() && (at + 1 < end || token.norm.ends_with('s'))
    };
    let taken = |at: usize| {
        view.mentions
            .iter()
            .any(|m| m.tokens.contains(&at) && matches!(m.what, What::Party(..) | What::Quantity(_) | What::Period(_)))
    };
    let named = (start..end).all(|at| plain(at) && !taken(at));
    let span = view.tokens[start].span.join(view.tokens[end - 1].span);
    named.then(|| Some((own_words(view, start..end)?, span)))?
}

/// Whether nothing but a comma, *and* and what growth is measured from stands between two figures: *2.1% y-o-y and -3.4%*.
fn joined(view: &View<'_>, before: usize, after: usize) -> bool {
    let gap = view.mentions[before].tokens.end..view.mentions[after].tokens.start;
    let plain = |at: usize| matches!(view.norm(at), "," | "and" | "or");
    let measured = |at: usize| {
        let measure = |m: &Mention| m.tokens.contains(&at) && m.what == What::Period(Expression::YearOnYear);
        view.mentions.iter().any(measure)
    };
    gap.len() <= 2 && gap.clone().all(plain) || gap.len() <= 7 && gap.clone().all(|at| plain(at) || measured(at))
}

/// The list of as many figures of the same unit right before one that it is compared with, with nothing but its time between.
fn list_before(view: &View<'_>, list: &[usize]) -> Vec<usize> {
    let Some(first) = list.first().map(|q| view.mentions[*q].tokens.start) else { return Vec::new() };
    let mut before: Vec<usize> =
        view.quantities.iter().copied().filter(|q| view.mentions[*q].tokens.end < first).collect();
    let Some(from) = before.len().checked_sub(list.len()) else { return Vec::new() };
    let before = before.split_off(from);
    let unit = |q: usize| view.quantity(q).filter(|q| q.form != Form::Bare).map(|q| q.quantity.unit);
    let same = |a: usize, b: usize| unit(a).zip(unit(b)).is_none_or(|(a, b)| a == b);
    let alike = before.iter().zip(list).all(|(a, b)| same(*a, *b))
        && before.windows(2).all(|pair| joined(view, pair[0], pair[1]));
    let near = before.last().is_some_and(|q| first - view.mentions[*q].tokens.end <= 8);
    let compared = view.comparing_before(first).is_some() || view.norm_before(first, 1) == "from";
    // *declined 23 percent and 12 percent, respectively, to $9.8 billion and $9.0 billion*: what each came to by its change.
    let ratio = |q: &usize| unit(*q).is_some_and(|u| u.is_ratio());
    let amount = |q: &usize| unit(*q).is_none_or(|u| !u.is_ratio());
    // *, to reach $76 billion and $24 billion*
    let led = view.norm_before(first, 1) == "to"
        || matches!(view.norm_before(first, 1), "reach" | "total" | "hit") && view.norm_before(first, 2) == "to"
        || matches!(view.norm_before(first, 1), "reaching" | "totalling" | "totaling" | "hitting");
    let changed = led
        && before.iter().all(ratio)
        && list.iter().all(amount)
        && before.windows(2).all(|pair| joined(view, pair[0], pair[1]));
    if near && (alike && compared || changed) { before } else { Vec::new() }
}

/// The time right behind a list of figures: *respectively, in May*, *in April*.
fn time_behind(view: &View<'_>, list: &[usize]) -> Option<Expression> {
    let end = view.mentions[*list.last()?].tokens.end;
    let small = |at: &usize| leads_stretch(view.norm(*at)) || matches!(view.norm(*at), "," | "respectively");
    let at = (end..end + 5).find(|at| !small(at))?;
    view.mentions.iter().find_map(|m| match m.what {
        What::Period(expression) if m.tokens.contains(&at) && expression != Expression::YearOnYear => Some(expression),
        _ => None,
    })
}

/// *at 219 billion against 255 billion and 258 billion respectively*: whether two figures from token `first` on are what one
/// before them is compared with.
fn compared_with_one(view: &View<'_>, first: usize) -> bool {
    let mut before = view.quantities.iter().rev().map(|q| &view.mentions[*q].tokens).filter(|t| t.end <= first);
    let compared = |start: usize| view.comparing_before(start).is_some();
    let (main, other) = (before.next(), before.next());
    let joined = |t: &Range<usize>| view.norm_before(t.start, 1) == "and";
    compared(first) && main.is_some_and(|t| !compared(t.start)) && other.is_none_or(|t| compared(t.start) || joined(t))
}

/// Whether just as many parties as figures stand in one list before them.
fn in_step(view: &View<'_>, first: usize, count: usize) -> bool {
    let named: Vec<_> = view.actors.iter().filter(|a| a.at < first && a.takes_part() && a.rule == "name").collect();
    if named.len() == count {
        // *Germany, Poland's biggest customer*: two that only a comma parts are no list.
        let parted = count == 2 && (named[0].end..named[1].at).all(|at| view.norm(at) == ",");
        // *trade between Peru and Japan was $16 million, or 1.9 times more*: the two have both figures together.
        let together = named.iter().all(|a| a.role == Role::Between);
        return !parted && !together && named.windows(2).all(|pair| are_joined(view, pair[0].end..pair[1].at));
    }
    // *went to the EU, with Italy and Germany the top buyers at 44,000 and 43,000 tons*
    let last = named.chunk_by(|a, b| are_joined(view, a.end..b.at)).last();
    last.is_some_and(|list| {
        let (first_of, last_of) = (list[0], list[list.len() - 1]);
        // *followed by Indonesia and Malaysia with 14.4 and 9.2 percent*
        let follow = view.norm_before(first_of.at, 1) == "by"
            && matches!(view.norm_before(first_of.at, 2), "followed" | "trailed")
            && first - last_of.end <= 2;
        let ranked = view.heads.iter().any(|h| h.class == Class::Agent && (last_of.end..first).contains(&h.at));
        list.len() == count
            && (follow || matches!(view.norm_before(first_of.at, 1), "with" | ",") && ranked)
            && first - last_of.end <= 6
            && list.iter().all(|a| a.role != Role::Between)
    })
}

/// *tea, Thai mangoes and Peruvian coffee gained 41, 88 and 12 percent*: whether just as many goods as figures of one unit stand in one
/// list before them.
fn goods_in_step(view: &View<'_>, list: &[usize]) -> bool {
    let Some(first) = list.first().map(|q| view.mentions[*q].tokens.start) else { return false };
    let mut units = list.iter().filter_map(|q| view.quantity(*q)).map(|q| q.quantity.unit.is_ratio());
    let alike = units.next().is_some_and(|one| units.all(|other| one == other));
    // What stands in brackets is told by the way.
    if !alike || view.norm_before(first, 1) == "(" {
        return false;
    }
    let goods = goods_joined(view, first);
    let near = goods.first().is_some_and(|last| first - last.tokens.end <= 8);
    let closed = goods.first().is_some_and(|last| matches!(view.norm_before(begins(view, last), 1), "and" | "&"));
    near && closed && goods.len() == list.len()
}

/// The last list of goods before a token that commas and *and* join, the last of them first.
fn goods_joined<'v>(view: &'v View<'_>, first: usize) -> Vec<&'v Mention> {
    let goods = |m: &&Mention| m.tokens.end <= first && matches!(m.what, What::Commodity(_));
    let mut list: Vec<&Mention> = Vec::new();
    for mention in view.mentions.iter().rev().filter(goods) {
        let joined = |next: &&Mention| {
            let gap = mention.tokens.end..begins(view, next);
            !gap.is_empty() && are_joined(view, gap)
        };
        if !list.last().is_none_or(joined) {
            break;
        }
        list.push(mention);
    }
    list
}

/// *Vietnamese shrimp*: where goods begin with whose they are.
fn begins(view: &View<'_>, goods: &Mention) -> usize {
    view.actors.iter().find(|a| a.end == goods.tokens.start).map_or(goods.tokens.start, |a| a.at)
}

/// Whether nothing but a comma, *and* and an article stands between two names.
fn are_joined(view: &View<'_>, mut gap: Range<usize>) -> bool {
    gap.len() <= 3 && gap.all(|at| matches!(view.norm(at), "," | "and" | "the"))
}
