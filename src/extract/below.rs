//! What a line tells of the entries of a list below it.
//!
//! | lines | the entry is of |
//! | --- | --- |
//! | *Gazprom's exports to:* over *\* Germany - 4.1 bcm* | what Russia exports to Germany |
//! | *Exports by item:* over *Ships: $1.3 billion* | exports of ships |
//! | *Imports: $7.2 billion* over *- Fuels: $1.3 billion* | imports of fuels |

use super::assemble::Assembler;
use super::frame::{Frame, List};
use super::grammar::Role;
use super::side::{Side, alone};
use super::view::View;
use crate::lexicon::Class;
use crate::mention::{Mention, What};
use crate::model::{Indicator, Party};
use crate::token::{Gap, Sentence, Shape, Token};

/// How many tokens the label of an entry has at the most.
const LABEL: usize = 8;

/// A line that others below it belong to.
#[derive(Debug, Clone)]
pub struct Over {
    /// What it told.
    frame: Frame,
    /// Whether it had no figure of its own, so that every entry below is a part of it, bullet or not.
    heads: bool,
    /// The line.
    line: usize,
}

/// Whether a line opens with the mark of an entry, and how many tokens that is.
pub fn bullet(tokens: &[Token<'_>], start: usize) -> usize {
    let mark = |t: &Token<'_>| matches!(t.shape, Shape::Mark('•' | '-' | '*' | '·' | '+' | '—'));
    let begins = start == 0 || tokens.get(start).is_some_and(|t| t.gap >= Gap::Line);
    let apart = |at: usize| tokens.get(at).is_some_and(|t| !t.is_joined());
    let counted = tokens.get(start).is_some_and(|t| t.shape == Shape::Digits && t.text.len() <= 2)
        && tokens.get(start + 1).is_some_and(|t| matches!(t.shape, Shape::Mark('.' | ')')) && t.is_joined());
    if begins && counted && apart(start + 2) {
        return 2;
    }
    usize::from(begins && tokens.get(start).is_some_and(mark) && apart(start + 1))
}

/// *• **Toys** $4 million*: whether the words of a line begin at a token, behind its bullet.
pub fn opens_line(view: &View<'_>, at: usize) -> bool {
    let mark = bullet(view.tokens, view.range.start);
    mark > 0 && at == view.range.start + mark
}

/// *- Fuels: $1.3 billion*, *of which to Finland: 0.2 billion*: whether a line is a part of the one above it.
fn is_part(view: &View<'_>) -> bool {
    let start = view.range.start;
    let which = view.norm(start) == "of" && view.norm(start + 1) == "which" || view.norm(start) == "including";
    which || bullet(view.tokens, start) > 0
}

/// Whether a line is an entry: a short label and a figure, behind a bullet or parted by a colon or dash. A bullet before a whole
/// sentence makes none.
pub fn is_entry(view: &View<'_>) -> bool {
    let mark = bullet(view.tokens, view.range.start);
    let start = view.range.start + mark;
    let mut starts = view.quantities.iter().map(|q| view.mentions[*q].tokens.start);
    let Some(first) = starts.find(|at| *at >= start) else { return false };
    let label = view.range.start..first;
    let marked = matches!(view.norm_before(first, 1), ":" | "-") || mark > 0;
    let acts = || view.heads.iter().any(|h| label.contains(&h.at) && !matches!(h.class, Class::Noun | Class::Agent));
    (2..=LABEL).contains(&label.len()) && marked && !acts() || is_name_and_figure(view, start, first)
}

/// *Djibouti   37.3 million dollars* in a line of its own: a name that nothing parts from its figure.
fn is_name_and_figure(view: &View<'_>, start: usize, figure: usize) -> bool {
    let begins = view.tokens.get(start).is_some_and(|t| start == 0 || t.gap >= Gap::Line);
    let name = |m: &&Mention| m.tokens == (start..figure) && matches!(m.what, What::Party(..) | What::Commodity(_));
    let ends =
        |q: &&usize| view.mentions[**q].tokens.start == figure && view.mentions[**q].tokens.end == view.range.end;
    begins && view.mentions.iter().any(|m| name(&m)) && view.quantities.iter().any(|q| ends(&q))
}

impl Assembler<'_> {
    /// What the line over an entry told, for what the entry leaves open.
    pub(super) fn over_entry(&self, view: &View<'_>, line: usize) -> Option<Frame> {
        if !is_entry(view) {
            return None;
        }
        let over = self.over.as_ref().filter(|over| over.line < line);
        let own = |over: &&Over| is_part(view) || over.heads;
        let Some(over) = over.filter(own) else { return self.beside_entry(view, line) };
        Some({
            // Whom an entry names as the other side is not whose the list is.
            let named = |party: &Party| view.actors.iter().any(|a| a.role == Role::Label && a.party == *party);
            let reporter = over
                .frame
                .reporter
                .filter(|party| over.frame.list.is_none_or(|list| list.side.is_none()) || !named(party));
            Frame { period: over.frame.period.or(self.clock.spoken), reporter, ..over.frame.clone() }
        })
    }

    /// What an entry with a noun of its own goes on with behind another: *Imports from Bolivia: 14.1 mcm/d* says nothing of the
    /// partner and the goods of *Exports: 4.9 mcm/d* below it.
    fn beside_entry(&self, view: &View<'_>, line: usize) -> Option<Frame> {
        let first = view.mentions[*view.quantities.first()?].tokens.start;
        let flow = |i: Indicator| i.is_one_way();
        let noun = view.heads.iter().any(|h| h.at < first && h.class == Class::Noun && h.indicator().is_some_and(flow));
        let (frame, _) = self.last().filter(|(_, there)| noun && there + 1 == line && self.entry == *there)?;
        let lead = self.lead.as_ref();
        let partner = lead.and_then(|f| f.partner).filter(|p| p.is_country());
        let commodity = lead.and_then(|f| f.commodity.clone());
        Some(Frame { partner, commodity, ..frame.clone() })
    }

    /// Whether the lines read last are entries of a list that a line heads.
    pub(super) fn in_list(&self) -> bool {
        self.over.as_ref().is_some_and(|over| over.heads)
    }

    /// Keeps a line that entries can stand below, once it has been read.
    pub(super) fn keep_over(&mut self, view: &View<'_>, sentence: &Sentence, told: bool) {
        let last = view.norm_before(view.range.end, 1);
        let colon = last == ":";
        if !sentence.begins_line && !colon {
            return;
        }
        let current = self.topic.as_ref().filter(|(_, at, _)| *at == self.sentences).map(|(frame, ..)| frame);
        let entry = is_entry(view);
        let bulleted = is_part(view);
        let line = self.lines;
        if entry && told {
            self.entry = line;
        }
        if !told && view.quantities.is_empty() && view.range.len() <= 24 && last != "." && !bulleted {
            let side = side_of_entries(view);
            // *By item*, *By region* in a text that opened with all exports: parts of those, whatever was told in between.
            let bare = view.norm(view.range.start) == "by" && view.range.len() <= 4 && view.heads.is_empty();
            let flow = |f: &&Frame| f.indicator.is_one_way();
            let whole = |f: &&Frame| f.commodity.is_none() && f.is_with_all();
            let headed = self.topic.as_ref().is_some_and(|(f, ..)| f.unit.is_none());
            let lead =
                self.lead.as_ref().filter(flow).filter(whole).filter(|_| bare && !headed).map(|f| Frame {
                    period: self.topic.as_ref().and_then(|(t, ..)| t.period).or(f.period),
                    ..f.clone()
                });
            // *Main partners:* goes on from what was told before it.
            // *Top markets:* below the goods of a list is of all that the list is of.
            let list = self.over.as_ref().filter(|over| over.heads).map(|over| &over.frame);
            let told = lead.as_ref().or(list).or(self.topic.as_ref().map(|(f, ..)| f));
            let listed = colon || side.is_some() || lead.is_some();
            let frame = current.or_else(|| told.filter(|_| listed));
            let frame = frame.filter(|_| listed || current.is_some());
            let heads = listed;
            self.over = frame.map(|frame| {
                // *Exports by destination*, in a text of one country's.
                let home = (side == Some(Side::Partner)).then(|| self.context.home()).flatten();
                let reporter = frame.reporter.or(home);
                let partner = frame.partner.filter(|_| current.is_some());
                let frame = Frame {
                    list: heads.then_some(List { side }),
                    reporter,
                    partner,
                    subject: None,
                    nearest: None,
                    ..frame.clone()
                };
                Over { frame, heads, line }
            });
        } else if told && !bulleted && entry {
            let heads = self.over.as_ref().is_some_and(|over| over.heads);
            // The entries of a list that a line heads are parts of that, not of each other.
            if !heads {
                self.over = current.map(|frame| Over { frame: frame.clone(), heads: false, line });
            }
        } else if !entry && !bulleted {
            self.over = None;
        }
    }
}

/// Which side those take whom the entries below a line name: *by destination*, *main buyers*, *exports to:*.
pub fn side_of_entries(view: &View<'_>) -> Option<Side> {
    let last = view.range.end - 1;
    let end = if view.norm(last) == ":" { last } else { last + 1 };
    let named = |at: usize| {
        matches!(
            view.norm(at),
            "destination"
                | "destinations"
                | "market"
                | "markets"
                | "partner"
                | "partners"
                | "buyer"
                | "buyers"
                | "customer"
                | "customers"
                | "supplier"
                | "suppliers"
                | "origin"
                | "origins"
                | "source"
                | "sources"
                | "country"
                | "countries"
                | "region"
                | "regions"
        )
    };
    if end <= view.range.start {
        return None;
    }
    let flow = |i: Indicator| matches!(i, Indicator::Exports | Indicator::Imports | Indicator::Turnover);
    let agent = view.heads.iter().any(|h| h.class == Class::Agent && !named(h.at));
    if agent {
        return Some(Side::Reporter);
    }
    if view.heads.iter().any(|h| h.indicator().is_some_and(alone)) {
        return None;
    }
    let counted = view.heads.iter().filter_map(|h| h.indicator()).all(flow);
    let aimed = matches!(view.norm_before(end, 1), "to" | "from" | "with");
    (counted && (aimed || (view.range.start..end).any(named))).then_some(Side::Partner)
}

/// Who heads an entry, where the line over it says which side such ones take.
pub fn named_in_entry(frame: &Frame, party: Party) -> Option<Side> {
    frame.list?.side.filter(|_| frame.reporter != Some(party) && frame.partner != Some(party))
}
