//! The part that a party plays: rules in order, of which the first that fits answers.

mod dateline;
mod owner;
mod syntax;

use std::cell::OnceCell;
use std::ops::Range;

use super::Role;
use super::clause::ends_front;
use super::en::listed;
use super::phrase::preposition;
use crate::lexicon::NameForm;
use crate::mention::{Mention, What};
use crate::token::{Shape, Token};

/// A party where it is named, with the sentence around it.
pub struct Named<'a, 't> {
    tokens: &'a [Token<'t>],
    sentence: Range<usize>,
    mentions: &'a [Mention],
    /// Its mention.
    at: usize,
    /// The mention that begins the list it stands in, which has the preposition: *from Kazakhstan and Uzbekistan*.
    first: usize,
    form: NameForm,
    start: usize,
    end: usize,
    preposition: OnceCell<Option<Role>>,
}

/// One way to tell the part.
type Rule = fn(&Named<'_, '_>) -> Option<Role>;

/// What tells the part, the surest first.
const RULES: &[Rule] = &[
    |n| n.office(),
    |n| n.office_that_trades(),
    |n| n.source(),
    |n| n.bound_for(),
    |n| n.shouted_place(),
    |n| n.city_before_who_acts(),
    |n| n.label(),
    |n| n.group_that_describes(),
    |n| n.place_of_dateline(),
    |n| n.pair(),
    |n| n.one_of_a_group(),
    |n| n.owner(),
    |n| n.acts_behind_with(),
    |n| n.governed_in(),
    |n| n.for_whom_to_act(),
    |n| n.addressed(),
    |n| n.promised(),
    |n| n.told_in_figures(),
    |n| n.given(),
    |n| n.market(),
    |n| n.mover_of_trade(),
    |n| n.adjective(),
    |n| n.title(),
    |n| n.opens_clause(),
    |n| n.has_firm(),
    |n| n.preposition(),
    |n| n.object_of_verb(),
];

impl<'a, 't> Named<'a, 't> {
    /// The party at mention `at`; none where that is no party.
    pub fn new(
        tokens: &'a [Token<'t>],
        sentence: Range<usize>,
        mentions: &'a [Mention],
        at: usize,
    ) -> Option<Named<'a, 't>> {
        let mention = &mentions[at];
        let What::Party(_, form) = mention.what else { return None };
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let preposition = OnceCell::new();
        let mut named = Named { tokens, sentence, mentions, at, first: at, form, start, end, preposition };
        named.first = named.first_of_list();
        Some(named)
    }

    /// The part it plays.
    pub fn role(&self) -> Role {
        RULES.iter().find_map(|rule| rule(self)).unwrap_or(Role::Subject)
    }

    fn first_of_list(&self) -> usize {
        // *invested $251 million in Georgia, Ireland $247 million*: the next entry, with a figure of its own.
        let counted = self
            .after(0)
            .is_some_and(|t| t.shape == Shape::Digits || matches!(t.shape, Shape::Mark('$' | '€' | '£' | '¥')));
        if counted && self.before(1).is_some_and(|t| t.is_mark(',')) {
            return self.at;
        }
        let goes_on = |first: &usize| {
            *first > 0
                && listed(self.tokens, &self.mentions[first - 1], &self.mentions[*first])
                && !ends_front(self.tokens, self.sentence.start, self.mentions[first - 1].tokens.end)
        };
        let mut first = self.at;
        while goes_on(&first) {
            first -= 1;
        }
        first
    }

    fn mention(&self) -> &'a Mention {
        &self.mentions[self.at]
    }

    fn next(&self) -> Option<&'a Mention> {
        self.mentions.get(self.at + 1)
    }

    /// The token so many behind the name, where the sentence has it.
    fn after(&self, offset: usize) -> Option<&'a Token<'t>> {
        self.token(self.end + offset)
    }

    /// The token at this place, where the sentence goes that far.
    fn token(&self, at: usize) -> Option<&'a Token<'t>> {
        self.tokens.get(at).filter(|_| at < self.sentence.end)
    }

    /// The token so many before the name, from 1, where the sentence has it.
    fn before(&self, back: usize) -> Option<&'a Token<'t>> {
        self.start.checked_sub(back).filter(|at| *at >= self.sentence.start).map(|at| &self.tokens[at])
    }

    fn opens_sentence(&self) -> bool {
        self.start == self.sentence.start
    }

    /// Whether it stands behind the first of the sentence's words, no more than so many from it.
    fn stands_within(&self, reach: usize) -> bool {
        self.start > self.sentence.start && self.start <= self.sentence.start + reach
    }

    fn is_place(&self) -> bool {
        matches!(self.form, NameForm::Capital | NameForm::Place)
    }

    fn is_adjective(&self) -> bool {
        self.form == NameForm::Adjective
    }

    /// What the preposition before the list that it stands in makes of it.
    fn preposition(&self) -> Option<Role> {
        let list = self.mentions[self.first].tokens.start;
        *self.preposition.get_or_init(|| preposition(self.tokens, self.sentence.start, self.mentions, list))
    }
}
