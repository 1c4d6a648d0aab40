//! Names that take no part: datelines, labels, offices, those who count the figures.

use super::Named;
use crate::extract::grammar::Role;
use crate::extract::grammar::office::office_that_trades;
use crate::extract::grammar::phrase::{ends_dateline, heads_entry, is_told_in};
use crate::extract::grammar::source::is_source;
use crate::lexicon::NameForm;
use crate::lexicon::words::{are_states, is_allowance, is_gathering};
use crate::mention::{Mention, What};
use crate::token::{Gap, Token};

impl Named<'_, '_> {
    /// The name of an office that counts.
    pub(super) fn office(&self) -> Option<Role> {
        (self.form == NameForm::Office).then_some(Role::Teller)
    }

    /// *Jordan's Supply Ministry bought*, *The Egyptian General Authority for Supply Commodities bought*
    pub(super) fn office_that_trades(&self) -> Option<Role> {
        office_that_trades(self.tokens, &self.sentence, self.end).then_some(Role::Subject)
    }

    /// *figures from the US Energy Administration*, *data compiled by the Chilean Copper Commission*
    pub(super) fn source(&self) -> Option<Role> {
        is_source(self.tokens, &self.sentence, self.start, self.end).then_some(Role::Teller)
    }

    /// *China customs data showed*: a name before what tells of it.
    pub(super) fn told_in_figures(&self) -> Option<Role> {
        (self.form == NameForm::Name && self.after(0).is_some_and(|t| is_told_in(&t.norm))).then_some(Role::Teller)
    }

    /// *SINGAPORE exports rose*: a city in capitals that opens the sentence.
    pub(super) fn shouted_place(&self) -> Option<Role> {
        (self.opens_sentence() && self.is_place() && self.mention().is_shouted(self.tokens)).then_some(Role::Title)
    }

    /// *SINGAPORE -- Australia shipped ...*: a city that is a country, before another that acts.
    pub(super) fn city_before_who_acts(&self) -> Option<Role> {
        let (tokens, end) = (self.tokens, self.end);
        let dashes = (end..self.sentence.end).take_while(|at| tokens[*at].is_mark('-')).count();
        if !self.opens_sentence() || dashes == 0 || !self.mention().is_shouted(tokens) || tokens[end].gap == Gap::None {
            return None;
        }
        let acts = end + dashes + usize::from(self.after(dashes).is_some_and(|t| t.norm == "the"));
        let another = |m: &Mention| {
            m.tokens.start == acts
                && matches!(m.what, What::Party(..))
                && tokens[acts].gap > Gap::None
                && !m.is_shouted(tokens)
        };
        self.next().is_some_and(another).then_some(Role::Title)
    }

    /// *Azerbaijan: exports of ...*, *- China 12.3*
    pub(super) fn label(&self) -> Option<Role> {
        let colon = self.opens_sentence() && self.after(0).is_some_and(|t| t.is_mark(':'));
        (colon || heads_entry(self.tokens, &self.sentence, self.mentions, self.at)).then_some(Role::Label)
    }

    /// *its OPEC quota*, *EU members*, *OPEC kingpin Saudi Arabia*: a group that describes what belongs to others, or who is
    /// named behind it. *to EU member states* goes to the EU.
    pub(super) fn group_that_describes(&self) -> Option<Role> {
        let group = matches!(self.mention().what, What::Party(party, _) if !party.is_country());
        let word = self.after(0).filter(|_| group)?.norm.as_ref();
        let described = is_gathering(word) || is_allowance(word) || word == "member";
        let of_next = is_epithet(word)
            && self.next().is_some_and(|m| m.tokens.start == self.end + 1 && matches!(m.what, What::Party(..)));
        let of_all = self.after(1).is_some_and(|t| are_states(t.norm.as_ref()));
        ((described || of_next) && !of_all).then_some(Role::Title)
    }

    /// *DOHA/NEW DELHI--Qatar will lift ...*: the second place of a dateline; *VELKE KAPUSANY, Slovakia – Ukraine began ...*: its
    /// country.
    pub(super) fn place_of_dateline(&self) -> Option<Role> {
        let (tokens, start) = (self.tokens, self.start);
        let second = self.stands_within(4)
            && tokens[start - 1].is_mark('/')
            && self.is_place()
            && self.mention().is_shouted(tokens);
        let dashed = || {
            tokens[start - 1].is_mark(',')
                && self.after(0).is_some_and(|t| t.is_mark('-') && t.gap > Gap::None)
                && self.after(1).is_some_and(|t| t.gap > Gap::None)
        };
        let country = self.stands_within(5) && (dashed() || ends_dateline(tokens, &self.sentence, start, self.end));
        (second || country).then_some(Role::Title)
    }

    /// Whether the mention is the place before the sentence of this name.
    pub(super) fn is_dateline(&self, m: &Mention) -> bool {
        let tokens = self.tokens;
        let place = matches!(m.what, What::Party(_, NameForm::Capital | NameForm::Place));
        m.tokens.start == self.sentence.start
            && tokens.get(m.tokens.end).is_some_and(|t: &Token<'_>| t.gap > Gap::None)
            && (place || m.is_shouted(tokens) && !self.mention().is_shouted(tokens))
    }
}

/// Words that say what the one named behind them is within a group.
fn is_epithet(word: &str) -> bool {
    matches!(word, "kingpin" | "heavyweight" | "giant" | "leader" | "producer" | "powerhouse" | "founder")
}
