//! Goods that no table has, by the place where they stand: joined to goods that one has, or with a figure of their own in a list of such.
//!
//! | text | goods |
//! | --- | --- |
//! | *exports of wool, **gherkins** and honey* | gherkins |
//! | ***Sanitary ware** and tea made up a third* | sanitary_ware |
//! | *copper - 39.8%; **hand tools** - 6.6%* | hand_tools |
//! | *tea ($4 million), **cable harnesses** ($3 million)* | cable_harnesses |

use std::ops::Range;

use super::{Form, Mention, QuantityMention, Scan, What};
use crate::lexicon::words::{is_plain_thing, stops_name};
use crate::lexicon::{Kinds, Marks};
use crate::model::Commodity;
use crate::token::{OneOf, Shape, Token};

/// Words of a name, at most.
const LONG: usize = 4;

/// How a name that stands in a list is known.
#[derive(Clone, Debug)]
enum Name {
    /// A table has it.
    Known(Range<usize>),
    /// Its words alone tell it.
    Own(Range<usize>),
}

impl Name {
    fn tokens(&self) -> &Range<usize> {
        match self {
            Name::Known(tokens) | Name::Own(tokens) => tokens,
        }
    }

    fn is_known(&self) -> bool {
        matches!(self, Name::Known(_))
    }
}

/// Adds to what is written in a sentence the goods that stand beside others and that no table has.
pub(super) fn add(scan: &Scan<'_>, mentions: &mut Vec<Mention>) {
    if !scan.kinds.meets(Kinds::COMMODITY) || !mentions.iter().any(|m| matches!(m.what, What::Commodity(_))) {
        return;
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let place = Place { scan, mentions };
    place.with_figures(&mut found);
    place.joined(&mut found);
    for tokens in found {
        write(scan, mentions, tokens);
    }
}

/// Puts goods in their own words among the mentions, over a name that is a part of theirs.
fn write(scan: &Scan<'_>, mentions: &mut Vec<Mention>, tokens: Range<usize>) {
    let mut name = String::new();
    for word in scan.tokens[tokens.clone()].iter().filter(|t| t.shape == Shape::Word) {
        if !name.is_empty() {
            name.push('_');
        }
        name.push_str(&word.norm);
    }
    mentions.retain(|m| !(tokens.start <= m.tokens.start && m.tokens.end <= tokens.end));
    let at = mentions.partition_point(|m| m.tokens.start < tokens.start);
    let span = scan.span(tokens.clone());
    mentions.insert(at, Mention { tokens, span, what: What::Commodity(Commodity::new(name)) });
}

/// A sentence with what is known of it so far.
struct Place<'s, 'a> {
    scan: &'s Scan<'a>,
    mentions: &'s [Mention],
}

impl Place<'_, '_> {
    fn norm(&self, at: usize) -> &str {
        self.scan.get(at).map_or("", |t| t.norm.as_ref())
    }

    fn is_one_of(&self, at: usize, words: OneOf) -> bool {
        self.scan.get(at).is_some_and(|t| t.is_one_of(words))
    }

    fn norm_before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).filter(|at| *at >= self.scan.range.start).map_or("", |at| self.norm(at))
    }

    fn goods_from(&self, at: usize) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.tokens.start == at && matches!(m.what, What::Commodity(_)))
    }

    fn goods_until(&self, end: usize) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.tokens.end == end && matches!(m.what, What::Commodity(_)))
    }

    /// Whether a word may belong to the name of goods: nothing else is written there, and it holds no sentence together.
    fn is_plain(&self, at: usize) -> bool {
        let Some(token) = self.scan.get(at) else { return false };
        let hyphen = token.is_mark('-') && token.is_joined();
        let opens = at == self.scan.range.start
            || self.scan.get(at.wrapping_sub(1)).is_some_and(|t| matches!(t.shape, Shape::Mark('•' | '*' | '·')));
        let lower = token.shape == Shape::Word && token.text.len() > 1 && (opens || !token.is_capitalised());
        (hyphen || lower && !stops_name(token.norm.as_ref())) && !self.mentions.iter().any(|m| m.tokens.contains(&at))
    }

    /// Whether the word at a token can be the last of a name: a thing of which there are many, or a stuff.
    fn is_thing(&self, at: usize) -> bool {
        let Some(token) = self.scan.get(at).filter(|t| t.shape == Shape::Word) else { return false };
        let made = |token: &Token<'_>| self.scan.lexicon.phrases.marks(token.word).meets(Marks::MADE_OF);
        is_plain_thing(token.norm.as_ref()) || made(token)
    }

    /// The name that begins at a token.
    fn name_from(&self, start: usize) -> Option<Name> {
        let plain = |from: usize| (from..self.scan.range.end).take(LONG).take_while(|at| self.is_plain(*at)).count();
        if let Some(goods) = self.goods_from(start) {
            let end = goods.tokens.end;
            return Some(match self.last_thing(end, plain(end).min(2)) {
                Some(last) if last > end || self.names_some(last, last) => Name::Own(start..last + 1),
                _ => Name::Known(goods.tokens.clone()),
            });
        }
        let count = plain(start);
        // *frozen beef*
        if let Some(goods) = self.goods_from(start + count).filter(|_| (1..=2).contains(&count)) {
            return Some(Name::Known(start..goods.tokens.end));
        }
        let last = self.last_thing(start, count)?;
        self.names_some(start, last).then(|| Name::Own(start..last + 1))
    }

    /// The last thing among so many plain words, behind which no other stands but a verb in the past.
    fn last_thing(&self, start: usize, count: usize) -> Option<usize> {
        let last = (start..start + count).rev().find(|at| self.is_thing(*at))?;
        let ends = last + 1 == start + count || self.norm(last + 1).ends_with("ed");
        (ends && !self.norm(start).starts_with('-')).then_some(last)
    }

    /// The name that ends before a token.
    fn name_until(&self, end: usize) -> Option<Name> {
        let plain = |end: usize| {
            let room = end.saturating_sub(LONG).max(self.scan.range.start)..end;
            room.rev().take_while(|at| self.is_plain(*at)).count()
        };
        if let Some(goods) = self.goods_until(end) {
            let first = goods.tokens.start;
            let count = plain(first);
            return (count <= 2).then(|| Name::Known(first - count..end));
        }
        let last = end.checked_sub(1).filter(|at| self.is_plain(*at) && self.is_thing(*at))?;
        let mut first = last;
        // A word for many things ends a name: *needs toys*.
        while first > self.scan.range.start
            && end - first < LONG
            && self.is_plain(first - 1)
            && !self.norm(first - 1).ends_with('s')
        {
            first -= 1;
        }
        // *cable harnesses*, not *textile items*
        if let Some(goods) = self.goods_until(first) {
            if first == last && !self.names_some(first, last) {
                return Some(Name::Known(goods.tokens.start..end));
            }
            return Some(Name::Own(goods.tokens.start..end));
        }
        let bounded = first == self.scan.range.start || !self.is_plain(first - 1);
        (bounded && self.names_some(first, last)).then_some(Name::Own(first..end))
    }

    /// Whether words are more than *goods* or *products* alone.
    fn names_some(&self, first: usize, last: usize) -> bool {
        const ALL: [&str; 15] = [
            "goods",
            "products",
            "items",
            "materials",
            "articles",
            "parts",
            "commodities",
            "equipment",
            "components",
            "wares",
            "waste",
            "accessories",
            "concentrates",
            "derivatives",
            "preparations",
        ];
        !self.scan.tokens[first].is_mark('-') && (first < last || !ALL.contains(&self.norm(last)))
    }

    /// *wool, gherkins and honey*: what a list that *and* closes joins to goods that a table has.
    fn joined(&self, found: &mut Vec<Range<usize>>) {
        for and in self.scan.range.clone() {
            if !matches!(self.norm(and), "and" | "or" | "&") {
                continue;
            }
            let Some(last) = self.name_from(and + 1) else { continue };
            let mut names = vec![last];
            let mut end = and - usize::from(self.norm_before(and, 1) == ",");
            while names.len() < 8
                && let Some(name) = self.name_until(end)
            {
                let first = name.tokens().start;
                names.push(name);
                if self.norm_before(first, 1) != "," {
                    break;
                }
                end = first - 1;
            }
            let opened = || names.last().is_some_and(|name| self.is_opened(name.tokens().start));
            if names.len() > 1 && names.iter().any(Name::is_known) && opened() {
                keep(found, names);
            }
        }
    }

    /// Whether a list can begin at a token: behind a word that leads one, a deed, a country, or where the sentence begins.
    fn is_opened(&self, first: usize) -> bool {
        let word = self.norm_before(first, 1);
        first == self.scan.range.start
            || matches!(
                word,
                "of" | "as"
                    | "in"
                    | "for"
                    | "with"
                    | "including"
                    | "like"
                    | "include"
                    | "includes"
                    | "included"
                    | "were"
                    | "are"
                    | "was"
                    | "is"
                    | "by"
                    | ":"
                    | ";"
                    | "("
                    | "both"
                    | "mainly"
                    | "and"
                    | ","
                    | "than"
                    | "mostly"
                    | "on"
                    | "from"
                    | "namely"
                    | "especially"
                    | "particularly"
                    | "through"
            )
            || self.mentions.iter().any(|m| m.tokens.end == first)
    }

    /// *copper - 39.8%; hand tools - 6.6%*: names with a figure each, where a table has one of them.
    fn with_figures(&self, found: &mut Vec<Range<usize>>) {
        let figures = || {
            self.mentions.iter().filter_map(|m| match &m.what {
                What::Quantity(figure) if figure.everyday.is_none() && figure.form == Form::Figure => {
                    Some(figure.as_ref())
                }
                _ => None,
            })
        };
        if figures().nth(1).is_none() {
            return;
        }
        for link in LINKS {
            let mut names: Vec<Name> = Vec::new();
            for figure in figures() {
                if let Some(name) = self.beside(figure, link) {
                    names.push(name);
                }
            }
            if names.len() > 1 && names.iter().any(Name::is_known) {
                keep(found, names);
            }
        }
    }

    /// The name that stands beside a figure in this way.
    fn beside(&self, figure: &QuantityMention, link: Link) -> Option<Name> {
        let start = self.before_hedge(figure.tokens.start);
        if link == Link::Of {
            return (self.norm(figure.tokens.end) == "of").then(|| self.name_from(figure.tokens.end + 1))?;
        }
        let word = self.norm_before(start, 1);
        let moved = usize::from(matches!(word, "up" | "down" | "+") && self.norm_before(start, 2) == "(");
        let end = match link {
            Link::Bracket if moved > 0 || word == "(" => start - 1 - moved,
            Link::Mark if word == ":" || matches!(word, "-" | "=") && !self.scan.tokens[start - 1].is_joined() => {
                start - 1
            }
            Link::Word if matches!(word, "with" | "at" | "worth" | "by" | "for" | "totalling" | "totaling") => {
                start - 1
            }
            Link::Nothing if self.is_thing(start.checked_sub(1)?) || self.goods_until(start).is_some() => start,
            _ => return None,
        };
        if matches!(link, Link::Mark | Link::Bracket)
            && let Some(whole) = self.whole_entry(end)
        {
            return Some(Name::Own(whole));
        }
        let name = self.name_until(end)?;
        self.is_entry(name.tokens().start).then_some(name)
    }

    /// *; seeds and fruits of oil plants - 6.6%*: all between the marks of a list, where *of* or *for* holds it together.
    fn whole_entry(&self, end: usize) -> Option<Range<usize>> {
        let from = end.saturating_sub(8).max(self.scan.range.start);
        let mark = (from..end).rev().find(|at| matches!(self.norm(*at), ";" | ":"))?;
        let first = mark + 1 + usize::from(self.norm(mark + 1) == "and");
        let goods =
            |at: usize| self.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Commodity(_)));
        let holds = |at: usize| matches!(self.norm(at), "of" | "for" | "and" | "&");
        let named = (first..end).all(|at| goods(at) || self.is_plain(at) || holds(at));
        let bound = (first + 1..end).any(|at| matches!(self.norm(at), "of" | "for"));
        let ends = end.checked_sub(1).is_some_and(|last| goods(last) || self.is_thing(last));
        // *wine of fresh grapes* is wine.
        let of_known = self.goods_from(first).is_some_and(|m| holds(m.tokens.end));
        (named && bound && ends && !of_known && !holds(first) && (first..end).any(|at| goods(at) || self.is_thing(at)))
            .then_some(first..end)
    }

    /// Whether an entry of a list can begin at a token.
    fn is_entry(&self, first: usize) -> bool {
        let word = self.norm_before(first, 1);
        matches!(word, "," | ";" | ":" | "and" | "&" | ")") || self.is_opened(first)
    }

    /// Where a figure begins with the word that makes it less sure: *tea - about 5%*.
    fn before_hedge(&self, start: usize) -> usize {
        match (self.norm_before(start, 2), self.norm_before(start, 1)) {
            ("more" | "less", "than") => start - 2,
            (_, "about" | "around" | "nearly" | "almost" | "over" | "some" | "roughly" | "approximately" | "only") => {
                start - 1
            }
            _ => start,
        }
    }
}

/// What stands between a name and its figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// *tea - 5%*, *tea: $5 million*
    Mark,
    /// *tea (5%)*
    Bracket,
    /// *tea with 5%*, *tea worth $5 million*
    Word,
    /// *tea $5 million*
    Nothing,
    /// *$5 million of tea*
    Of,
}

const LINKS: [Link; 5] = [Link::Mark, Link::Bracket, Link::Word, Link::Nothing, Link::Of];

/// Keeps the names that no table has, each once.
fn keep(found: &mut Vec<Range<usize>>, names: Vec<Name>) {
    for name in names {
        if let Name::Own(tokens) = name
            && !found.iter().any(|other| other.start < tokens.end && tokens.start < other.end)
        {
            found.push(tokens);
        }
    }
}
