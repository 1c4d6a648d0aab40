//! Names that verbs and prepositions place: who acts, who is told to, whom something is given.

use super::Named;
use crate::extract::grammar::Role;
use crate::extract::grammar::en::listed;
use crate::extract::grammar::phrase::{
    acts_with, begins_clause, firm_of, is_function_word, is_trading_verb, may_stand_before_verb, preposition,
    ranks_with,
};
use crate::extract::grammar::verb::{is_verb, promises};
use crate::lexicon::NameForm;
use crate::lexicon::words::{
    addresses, is_or_was, is_possessive, is_side_of_land, is_strong_past, is_traded, leads_infinitive,
};
use crate::mention::Mention;
use crate::token::{Shape, Token};

impl Named<'_, '_> {
    /// *exports to its main markets, including Japan and Vietnam*, *bought from suppliers such as Qatar and Oman*: several who are named
    /// of a group play its part.
    pub(super) fn one_of_a_group(&self) -> Option<Role> {
        let listed_next = self.next().is_some_and(|m| listed(self.tokens, self.mention(), m));
        if self.first == self.at && !listed_next {
            return None;
        }
        let first = self.mentions[self.first].tokens.start;
        let word =
            |back: usize| first.checked_sub(back).filter(|at| *at >= self.sentence.start).map(|at| &self.tokens[at]);
        let norm = |back: usize| word(back).map_or("", |t| t.norm.as_ref());
        let the = usize::from(norm(1) == "the");
        let leads = match (norm(2 + the), norm(1 + the)) {
            ("such", "as") | ("among", "them") => 2,
            (_, "including" | "like" | "namely" | "notably") => 1,
            _ => return None,
        };
        let mark = |more: &usize| word(the + leads + more).is_some_and(|t| t.is_mark(',') || t.is_mark('-'));
        let marks = (1..=2).take_while(mark).count();
        let group = first.checked_sub(the + leads + marks + 1).filter(|at| *at > self.sentence.start)?;
        let several = self.tokens[group].norm.ends_with('s') && self.tokens[group].text.starts_with(char::is_lowercase);
        let describes = |at: &usize| {
            let token = &self.tokens[*at];
            token.shape == Shape::Word && token.text.starts_with(char::is_lowercase) && !is_function_word(token)
        };
        let described = (self.sentence.start + 1..group).rev().take(4).take_while(describes).count();
        let noun = group - described;
        let role = preposition(self.tokens, self.sentence.start, self.mentions, noun).filter(|_| several)?;
        matches!(role, Role::To | Role::From | Role::With).then_some(role)
    }

    /// *with Japan, Korea and India increasing imports*, *with Poland the largest market at 1.2 billion*
    pub(super) fn acts_behind_with(&self) -> Option<Role> {
        if self.is_adjective() || self.preposition() != Some(Role::With) {
            return None;
        }
        let acts = acts_with(self.tokens, &self.sentence, self.mentions, self.first, self.at)
            || ranks_with(self.tokens, &self.sentence, self.mentions, self.at);
        acts.then_some(Role::Subject)
    }

    /// *it would be hard for Japan to cut its surplus*; *raised the price for Ukraine to $450* says how far, not who acts.
    pub(super) fn for_whom_to_act(&self) -> Option<Role> {
        let to = self.after(0).is_some_and(|t| t.norm == "to");
        let far = || self.after(1).is_some_and(|t| t.shape != Shape::Word);
        (to && self.preposition() == Some(Role::For) && !far()).then_some(Role::Subject)
    }

    /// *Officials in Lima say that exports rose*, *The government in Windhoek has found*: who governs there acts for the country.
    pub(super) fn governed_in(&self) -> Option<Role> {
        let word = |back: usize| self.before(back).map_or("", |t| t.norm.as_ref());
        let governs = matches!(
            word(2),
            "government"
                | "governments"
                | "officials"
                | "authorities"
                | "ministers"
                | "regime"
                | "administration"
                | "statisticians"
        );
        let the = 3 + usize::from(word(3) == "the");
        let opens = matches!(word(the), "" | "," | "and" | "but" | "that" | "while" | "said" | "says");
        (word(1) == "in" && governs && opens && !self.is_adjective()).then_some(Role::Subject)
    }

    /// *Bolivia told Argentina*, *Norway has overtaken Russia*: who is set beside another. *asked Zimbabwe to supply 200,000
    /// tonnes*, *asked Venezuela to help by supplying 50,000 bpd*: who is asked to act acts.
    pub(super) fn addressed(&self) -> Option<Role> {
        let to_act = || {
            let help = usize::from(self.after(1).is_some_and(|t| t.norm == "help")) * 2;
            let behind = self.end + 1..=self.end + 1 + help;
            self.after(0).is_some_and(|t| t.norm == "to")
                && self.mentions.iter().any(|m| behind.contains(&m.tokens.start) && is_trading_verb(m))
        };
        let addressed = !self.is_adjective() && self.before(1).is_some_and(|t| addresses(&t.norm));
        (addressed && !to_act()).then_some(Role::Beside)
    }

    /// *promised Washington to buy 25 million tonnes*: who promises acts.
    pub(super) fn promised(&self) -> Option<Role> {
        let promised = !self.is_adjective() && self.before(1).is_some_and(|t| promises(&t.norm));
        (promised && self.after(0).is_some_and(|t| t.norm == "to")).then_some(Role::Beside)
    }

    /// *invested in Georgia and Georgia invested*: the second of two, with a verb of its own, begins a clause.
    pub(super) fn opens_clause(&self) -> Option<Role> {
        let tokens = self.tokens;
        // *trade between China and Turkmenistan reached*
        let between = || {
            let near = self.start.saturating_sub(8).max(self.sentence.start)..self.start;
            tokens[near].iter().any(|t| t.norm == "between")
        };
        // *sales of gas to Brazil and Argentina brought in*: what has had no verb yet goes on to it.
        // *exports gas to Brazil, and Argentina will get some*: so has what a comma ends.
        let ended = self.before(2).is_some_and(|t| t.is_mark(','));
        let said = || {
            let lead = &tokens[self.sentence.start..self.mentions[self.first].tokens.start];
            let verb = |t: &Token<'_>| {
                let word = t.norm.as_ref();
                word.ends_with("ed")
                    || is_strong_past(word)
                    || is_or_was(word)
                    || word != "to" && leads_infinitive(word)
            };
            let trades = |m: &Mention| is_trading_verb(m) && !is_traded(tokens[m.tokens.start].norm.as_ref());
            lead.iter().any(verb) || self.mentions[..self.first].iter().any(trades)
        };
        let and = self.first < self.at
            && tokens[self.start - 1].norm == "and"
            && !between()
            && (ended || self.preposition() == Some(Role::Of) || said());
        if !and && !begins_clause(tokens, &self.sentence, self.mentions, self.at) {
            return None;
        }
        let behind = self.mentions[self.at + 1..].iter().position(is_trading_verb)?;
        let verb = self.mentions[self.at + 1 + behind].tokens.start;
        // *bought 300,000 tonnes from Mexico and Ethiopia is to supply 50,000*
        let led =
            || verb > self.end && verb <= self.end + 2 && tokens[self.end..verb].iter().all(may_stand_before_verb);
        let acts = if verb == self.end {
            is_verb(tokens, self.sentence.clone(), self.mentions, self.at + 1 + behind)
        } else {
            led()
        };
        acts.then_some(Role::Subject)
    }

    /// *Total of France is lifting 160,000 bpd*
    pub(super) fn has_firm(&self) -> Option<Role> {
        let of = self.form == NameForm::Name && self.preposition() == Some(Role::Of);
        (of && firm_of(self.tokens, &self.sentence, self.mentions, self.at)).then_some(Role::Subject)
    }

    /// Without a preposition: what follows a verb of giving is its object. *cleared Nepal to sell power*: the subject of what
    /// follows.
    pub(super) fn object_of_verb(&self) -> Option<Role> {
        let tokens = self.tokens;
        let near = |m: &Mention| {
            m.tokens.end <= self.start
                && tokens[m.tokens.end..self.start].iter().all(|t| {
                    is_possessive(t.norm.as_ref()) || is_side_of_land(t.norm.as_ref()) || t.norm.as_ref() == "the"
                })
        };
        // *Russia supplies Belarus with gas*; *supplies, Belarus said*
        let gives = |m: &Mention| {
            !is_traded(tokens[m.tokens.start].norm.as_ref())
                || m.tokens.start > self.sentence.start && self.after(0).is_some_and(|t| t.norm == "with")
        };
        let verb = self.mentions[..self.at].iter().rev().take(2).find(|m| is_trading_verb(m))?;
        let infinitive = || {
            self.after(0).is_some_and(|t| t.norm == "to")
                && self.mentions.iter().any(|m| m.tokens.start == self.end + 1 && is_trading_verb(m))
        };
        (near(verb) && gives(verb) && !infinitive()).then_some(Role::Object)
    }
}
