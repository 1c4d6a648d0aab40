//! A sentence made ready for its rules: segments, heads, actors.

use std::cell::OnceCell;
use std::ops::{Range, RangeBounds};

use super::division::Division;
use super::grammar::{Role, Segment};
use super::head::Head;
use super::indicator::Governor;
use super::respective::Respective;
use crate::lexicon::words::is_relative;
use crate::lexicon::{Cue, Lexicon, Marks, Relation, Route};
use crate::mention::{Expression, Mention, QuantityMention, What};
use crate::model::{Party, Span};
use crate::token::{Bit, OneOf, Token};

/// A party with the part it plays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Actor {
    /// Its first token.
    pub at: usize,
    /// The token after it.
    pub end: usize,
    /// Its bytes.
    pub span: Span,
    /// Who it is.
    pub party: Party,
    /// What part it plays.
    pub role: Role,
    /// How it was named.
    pub rule: &'static str,
}

impl Actor {
    /// Whether it takes part in what is told: it is no part of a title, and not who tells it.
    pub fn takes_part(&self) -> bool {
        !matches!(self.role, Role::Title | Role::Teller)
    }
}

/// A sentence with everything that rules ask of it.
pub struct View<'a> {
    /// The document's tokens.
    pub tokens: &'a [Token<'a>],
    /// Those of the sentence.
    pub range: Range<usize>,
    /// The same tokens by themselves.
    pub(super) words: &'a [Token<'a>],
    /// What is written.
    pub mentions: &'a [Mention],
    /// Its segments.
    pub segments: Vec<Segment>,
    /// The clause of each segment.
    pub(super) clauses: Vec<Range<usize>>,
    /// The segment of each token.
    pub(super) places: Vec<u16>,
    /// What it holds at all.
    pub marks: Marks,
    /// Its heads.
    pub heads: Vec<Head>,
    /// Its parties.
    pub actors: Vec<Actor>,
    /// Its routes with their first token and bytes.
    pub routes: Vec<(usize, Span, &'a Route)>,
    /// Its quantities by their place among the mentions.
    pub quantities: Vec<usize>,
    /// The two that are spoken of, where the sentence says *the two countries*, *bilateral*.
    pub pair: Option<((Party, Party), Span)>,
    /// Lists that are read side by side.
    pub respective: Option<Respective>,
    /// Its times as they are worded, once they are asked for: the mention, what it says, whether it is compared with.
    pub times: OnceCell<Vec<(usize, Expression, bool)>>,
    /// The trade that it divides, once it is asked for.
    pub divisions: OnceCell<Option<Division>>,
    /// What words can mean.
    pub lexicon: &'a Lexicon,
}

impl<'a> View<'a> {
    /// The answer of a rule that has none in a sentence without one of these marks. The crate's own tests, and builds with
    /// `--cfg check_marks`, ask it there too.
    #[inline]
    pub fn given<T>(&self, marks: Marks, rule: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.marks.meets(marks) {
            return rule();
        }
        #[cfg(any(test, check_marks))]
        assert!(rule().is_none(), "a rule answers without its marks {marks:?}");
        None
    }

    /// The same of a question.
    #[inline]
    pub fn where_given(&self, marks: Marks, question: impl FnOnce() -> bool) -> bool {
        self.given(marks, || question().then_some(())).is_some()
    }

    /// The answer of a rule that has none at another word than these. The crate's own tests, and builds with `--cfg check_marks`,
    /// ask it there too.
    #[inline]
    pub fn given_word<T>(&self, at: usize, words: OneOf, rule: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.is_one_of(at, words) {
            return rule();
        }
        #[cfg(any(test, check_marks))]
        assert!(rule().is_none(), "a rule answers at a word that it is not asked at: {}", self.norm(at));
        None
    }

    /// *In particular, ...*: whether the sentence tells parts of the one before it.
    pub fn opens_parts(&self) -> bool {
        let start = self.range.start;
        matches!(self.norm(start), "particularly" | "specifically" | "namely")
            || self.norm(start) == "in" && self.norm(start + 1) == "particular"
    }

    /// The folded text of the token at `at`, empty outside the sentence.
    #[inline]
    pub fn norm(&self, at: usize) -> &str {
        self.word_at(at).map_or("", |token| token.norm.as_ref())
    }

    /// The folded text of the token so many places before `at`, empty before the sentence.
    #[inline]
    pub fn norm_before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.norm(at))
    }

    /// Whether [`norm`](Self::norm) of `at` is one of these words.
    #[inline]
    pub fn is_one_of(&self, at: usize, words: OneOf) -> bool {
        match self.word_at(at) {
            Some(token) => token.is_one_of(words),
            None => words.hold(Bit::NOTHING, ""),
        }
    }

    /// The token at `at`, where it lies in the sentence.
    #[inline]
    fn word_at(&self, at: usize) -> Option<&Token<'a>> {
        self.words.get(at.wrapping_sub(self.range.start))
    }

    /// The quantity at `mentions[index]`.
    pub fn quantity(&self, index: usize) -> Option<&'a QuantityMention> {
        match &self.mentions.get(index)?.what {
            What::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// The first token of a figure and of what hedges it.
    pub fn start_with_hedge(&self, quantity: &QuantityMention) -> usize {
        let start = quantity.tokens.start;
        let Some(hedge) = quantity.hedge else { return start };
        let hedges = |at: &usize| self.tokens[*at].span.start >= hedge.start;
        (0..start).rev().take_while(hedges).last().unwrap_or(start)
    }

    /// The segment that holds the token at `at`.
    pub fn segment(&self, at: usize) -> usize {
        match at.checked_sub(self.range.start) {
            Some(at) => self.places.get(at).or(self.places.last()).map_or(0, |place| usize::from(*place)),
            None => 0,
        }
    }

    /// The tokens of segment `index`.
    pub fn segment_tokens(&self, index: usize) -> Range<usize> {
        self.segments.get(index).map_or(self.range.clone(), |s| s.tokens.clone())
    }

    /// *its output -- freed from quotas in August -- should be cut*: the words that a pair of dashes sets off in a sentence of one such pair.
    fn aside(&self) -> Option<Range<usize>> {
        let dash = |at: &usize| {
            let (token, next) = (&self.tokens[*at], self.tokens.get(at + 1));
            let double = next.is_some_and(|next| next.is_mark('-') && next.is_joined());
            let spaced = !token.is_joined() && next.is_some_and(|next| !next.is_joined());
            token.is_mark('-') && (double || spaced || token.text == "—")
        };
        let mut dashes = self.range.clone().filter(dash);
        let (open, close) = (dashes.next()?, dashes.next()?);
        (dashes.next().is_none() && close > open + 2).then_some(open + 1..close)
    }

    /// The same before token `start`, where it tells by the way what happened, without a figure.
    pub fn aside_before(&self, start: usize) -> Option<Range<usize>> {
        let told = |aside: &Range<usize>| {
            aside.end <= start
                && aside.len() > 4
                && self.first_quantity(aside).is_none()
                && aside.clone().any(|at| self.is_past(at))
        };
        self.given(Marks::DASH, || self.aside()).filter(told)
    }

    /// The cues that `wanted` takes, with their mentions, in the order of the text.
    pub fn cues<T: 'a>(&self, wanted: impl Fn(Cue) -> Option<T> + 'a) -> impl Iterator<Item = (T, &'a Mention)> + 'a {
        self.mentions.iter().filter_map(move |mention| match &mention.what {
            What::Cues(cues) => cues.iter().find_map(|cue| wanted(*cue)).map(|value| (value, mention)),
            _ => None,
        })
    }

    /// The bytes of the comparing words that end right before token `at`.
    pub fn comparing_before(&self, at: usize) -> Option<Span> {
        if !self.marks.meets(Marks::COMPARES) {
            return None;
        }
        let compare = |mention: &&Mention| match &mention.what {
            What::Cues(cues) => cues.contains(&Cue::Relation(Relation::Compare)),
            _ => false,
        };
        self.mentions.iter().filter(|mention| mention.tokens.end == at).find(compare).map(|mention| mention.span)
    }

    /// The bracket that opens at most `reach` tokens before token `at` and is not closed before it.
    pub fn open_bracket(&self, at: usize, reach: usize) -> Option<usize> {
        let bracket = self.back(at, reach).rev().find(|at| matches!(self.norm(*at), "(" | ")"))?;
        (self.norm(bracket) == "(").then_some(bracket)
    }

    /// The segment that goes on behind the bracket that follows segment `index`.
    pub fn behind_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opening = |at: usize| self.segments.get(at).map(|s| s.opening);
        if opening(index + 1)? != Opening::Bracket {
            return None;
        }
        // *14.4 billion (+39%), with Chile selling 5.3 billion (+44%) and buying 9.1*: another bracket is not its own.
        let own = |at: &usize| opening(*at) != Some(Opening::Bracket);
        let mut next = (index + 2..self.segments.len()).take(4).take_while(own);
        next.find(|at| opening(*at) == Some(Opening::Unbracket))
    }

    /// The segment that goes on behind the bracket that segment `index` stands in.
    pub fn behind_own_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opens = (index.saturating_sub(3)..=index).rev().find(|at| {
            matches!(self.segments.get(*at).map(|s| s.opening), Some(Opening::Bracket | Opening::Unbracket))
        })?;
        opens.checked_sub(1).and_then(|before| self.behind_bracket(before))
    }

    /// *in Japan's favour*, *in favour of Japan*: the word, close behind the figure or the balance that ends before token `end`.
    pub fn favour_behind(&self, end: usize) -> Option<usize> {
        let favour = (end..end + 7).find(|at| matches!(self.norm(*at), "favour" | "favor"))?;
        (end..favour).any(|at| self.norm(at) == "in").then_some(favour)
    }

    /// The word that tells whose favour a balance is in, behind its figure or right behind its own head, with the token from
    /// which it is looked for.
    pub fn in_favour(&self, figure: &QuantityMention, governor: Governor) -> Option<(usize, usize)> {
        let head = match governor {
            Governor::Head(head) if head.end < figure.tokens.start && self.norm(head.end) == "in" => Some(head.end),
            _ => None,
        };
        // *The trade balance favours Nairobi by 660 million*
        if let Governor::Head(head) = governor
            && matches!(self.norm(head.end), "favours" | "favors" | "favoured" | "favored")
            && head.end < figure.tokens.start
        {
            return Some((head.end, head.end));
        }
        let behind = |end: usize| self.favour_behind(end).map(|favour| (end, favour));
        behind(figure.tokens.end).or_else(|| head.and_then(behind).filter(|(_, favour)| *favour < figure.tokens.start))
    }

    /// *traders in France*, *exporters in the U.K.*: whether those who trade are told to sit there.
    pub fn is_place_of_traders(&self, actor: &Actor) -> bool {
        let at = self.phrase_start(actor);
        // *the partners in the offshore Leviathan field*
        let field = (actor.end - 1..=actor.end)
            .any(|at| matches!(self.norm(at), "field" | "fields" | "project" | "block" | "gas"));
        let described = field && self.norm_before(at, 2) == "the" && self.norm_before(at, 3) == "in";
        let at = if described { at - 2 } else { at };
        let owners = field
            && matches!(self.norm_before(at, 2), "partners" | "owners" | "shareholders" | "developers" | "companies");
        actor.role == Role::In
            && self.norm_before(at, 1) == "in"
            && (owners
                || matches!(self.norm_before(at, 2), "traders" | "exporters" | "dealers" | "operators" | "refiners"))
    }

    /// The first token of an actor's name with its article.
    pub fn phrase_start(&self, actor: &Actor) -> usize {
        actor.at - usize::from(actor.at > self.range.start && self.norm_before(actor.at, 1) == "the")
    }

    /// *the other way*, *the opposite direction* at token `at`.
    pub fn is_way_back(&self, at: usize) -> bool {
        let before = || self.norm_before(at, 1);
        match self.norm(at) {
            "other" | "opposite" | "contrary" | "inverse" => {
                matches!(self.norm(at + 1), "way" | "direction" | "sense")
            }
            "reverse" => matches!(self.norm(at + 1), "way" | "direction" | "sense") || before() == "in",
            // *and 1.2 TWh came back*, *take 8 bcm back*
            "back" => {
                let ends = !self.norm(at + 1).starts_with(char::is_alphabetic);
                let came = matches!(before(), "came" | "come" | "flowed" | "sent" | "went" | "flow");
                // *came back to 8 bcm*
                let level = self.norm(at + 1) == "to"
                    && self.quantities.iter().any(|q| (at + 2..at + 4).contains(&self.mentions[*q].tokens.start));
                came && !level || ends && self.quantities.iter().any(|q| self.mentions[*q].tokens.end == at)
            }
            _ => false,
        }
    }

    /// The segment that a bracket parts from segment `index`.
    pub fn before_bracket(&self, index: usize) -> Option<usize> {
        use super::grammar::Opening;
        let opening = |at: usize| self.segments.get(at).map(|s| s.opening);
        // *Saudi output -- excluding movements into stocks -- fell*
        let dash = |at: usize| {
            self.segments
                .get(at)
                .is_some_and(|s| s.opening == Opening::Stop && self.norm_before(s.tokens.start, 1) == "-")
        };
        if dash(index) && self.verb_at(self.segments[index].tokens.start) {
            return (0..index).rev().take(4).find(|at| dash(*at))?.checked_sub(1);
        }
        if opening(index)? != Opening::Unbracket {
            return None;
        }
        (0..index).rev().take(4).find(|at| opening(*at) == Some(Opening::Bracket))?.checked_sub(1)
    }

    /// Whether the token at `at` stands in a relative clause that token `other` behind it is no part of: *the US, which
    /// take 40 percent, earned ...*
    pub fn in_clause_before(&self, at: usize, other: usize) -> bool {
        let (mut inner, outer) = (self.segment(at), self.segment(other));
        // *which imposed a duty in August and lifted it in November, slid*
        while inner > 0 && self.segments.get(inner).is_some_and(|s| s.opening == super::grammar::Opening::And) {
            inner -= 1;
        }
        inner < outer
            && self
                .segments
                .get(inner)
                .is_some_and(|s| s.opening == super::grammar::Opening::Comma && is_relative(self.norm(s.tokens.start)))
            && self.segments.get(outer).is_some_and(|s| s.opening == super::grammar::Opening::Comma)
            && (self.verb_at(self.segment_tokens(outer).start)
                || self.verb_of_trade_at(self.segment_tokens(outer).start)
                || matches!(self.norm(self.segment_tokens(outer).start), "has" | "have"))
    }

    /// *exports in **May** reached 40,000 tonnes*: whether token `at` is one of a time.
    pub fn is_dated(&self, at: usize) -> bool {
        self.mentions.iter().any(|m| m.tokens.contains(&at) && matches!(m.what, What::Period(_)))
    }

    /// The token behind the goods that a figure, which ends at token `end`, is told of: *5.6 million tonnes **of fruit***.
    pub fn over_goods(&self, end: usize) -> usize {
        if self.norm(end) != "of" {
            return end;
        }
        self.goods_at(end + 1).map_or(end, |goods| goods.tokens.end)
    }

    /// The tokens of the clause that token `at` stands in: commas and brackets part none.
    pub fn clause(&self, at: usize) -> Range<usize> {
        self.clauses.get(self.segment(at)).unwrap_or(&self.range).clone()
    }

    /// The subject of the clause that token `at` stands in, told before it.
    pub fn subject_before(&self, at: usize) -> Option<&Actor> {
        let clause = self.clause(at);
        // *a market for Kenya, which grew 70 tonnes and sold 60 abroad*: who does the first of what a relative clause tells does the second.
        let comma = |at: usize| self.norm(at) == "," && self.tokens.get(at + 1).is_some_and(|next| !next.is_joined());
        let relative = self.actors.iter().rfind(|a| a.rule == "relative_clause" && clause.contains(&a.at) && a.at < at);
        if let Some(which) = relative.filter(|a| a.role == Role::Subject && !(a.at..at).any(comma)) {
            return Some(which);
        }
        self.actors.iter().find(|a| {
            clause.contains(&a.at)
                && a.at < at
                && matches!(a.role, Role::Subject | Role::Label)
                && a.party != Party::WORLD
                && !self.in_clause_before(a.at, at)
        })
    }

    /// *Nigeria's crude went to Asia*, *Moldovan wine now goes west*: the country whose goods a sentence opens with.
    pub fn owner_of_goods(&self) -> Option<Party> {
        let owner = self.actors.iter().find(|a| a.takes_part())?;
        let owns = matches!(owner.role, Role::Possessor | Role::Modifier | Role::Origin | Role::Attribute);
        let mut goods = self.mentions.iter().filter(|m| matches!(m.what, What::Commodity(_)));
        let near = goods.any(|m| (owner.end..owner.end + 5).contains(&m.tokens.start));
        (owns && near && owner.party.is_country()).then_some(owner.party)
    }

    /// The first goods whose name begins among these tokens.
    pub fn goods_in(&self, tokens: &impl RangeBounds<usize>) -> Option<&'a Mention> {
        self.mentions.iter().find(|m| tokens.contains(&m.tokens.start) && matches!(m.what, What::Commodity(_)))
    }

    /// Whether the name of goods begins among these tokens.
    pub fn names_goods(&self, tokens: &impl RangeBounds<usize>) -> bool {
        self.goods_in(tokens).is_some()
    }

    /// The goods whose name begins at token `at`.
    pub fn goods_at(&self, at: usize) -> Option<&'a Mention> {
        self.mentions.iter().find(|m| m.tokens.start == at && matches!(m.what, What::Commodity(_)))
    }

    /// The time that begins at token `at`.
    pub fn time_at(&self, at: usize) -> Option<&'a Mention> {
        self.mentions.iter().find(|m| m.tokens.start == at && matches!(m.what, What::Period(_)))
    }

    /// The goods whose name ends right before token `end`.
    pub fn goods_before(&self, end: usize) -> Option<&'a Mention> {
        self.mentions.iter().find(|m| m.tokens.end == end && matches!(m.what, What::Commodity(_)))
    }

    /// The goods whose name holds the token at `at`.
    pub fn goods_over(&self, at: usize) -> Option<&'a Mention> {
        self.mentions.iter().find(|m| m.tokens.contains(&at) && matches!(m.what, What::Commodity(_)))
    }

    /// Its figures as they are written.
    pub fn figures(&self) -> impl DoubleEndedIterator<Item = &'a QuantityMention> {
        self.quantities.iter().filter_map(|q| self.quantity(*q))
    }

    /// *exported 41,000 tonnes, of which Algeria took **9,000***: whether a figure is told in a stretch that tells parts of what was before.
    pub fn is_of_which(&self, quantity: &QuantityMention) -> bool {
        let start = self.segment_tokens(self.segment(quantity.tokens.start)).start;
        self.norm(start) == "of" && matches!(self.norm(start + 1), "which" | "it" | "them")
    }

    /// The tokens of the sentence before token `end`, so many at the most.
    pub fn back(&self, end: usize, within: usize) -> Range<usize> {
        end.saturating_sub(within).max(self.range.start)..end
    }

    /// Whether a word for what is counted begins among these tokens.
    pub fn is_headed(&self, tokens: &impl RangeBounds<usize>) -> bool {
        self.heads.iter().any(|h| tokens.contains(&h.at))
    }

    /// The first quantity in `tokens`, if any.
    pub fn first_quantity(&self, tokens: &Range<usize>) -> Option<usize> {
        self.quantities.iter().copied().find(|q| tokens.contains(&self.mentions[*q].tokens.start))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::extract::idle::tests::cases;
    use crate::{Document, Extractor};

    /// Reading asks each rule also where its marks are not, and panics where one answers.
    #[test]
    fn no_rule_answers_without_its_marks() {
        let extractor = Extractor::new();
        let mut texts = cases().concat();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts");
        let news = std::fs::read_to_string(folder.join("general_news.jsonl")).unwrap();
        texts.extend(news.lines().map(String::from));
        assert!(texts.len() > 1000);
        for text in texts {
            let document = Document::new("a", text).with_published("2024-02-28").unwrap();
            let _ = extractor.read(&document);
        }
    }
}
