//! Names that own something, or stand before it: *China's exports*, *Turkish gas*, *China-Turkmenistan trade*.

use std::ops::Range;

use super::Named;
use crate::extract::grammar::Role;
use crate::extract::grammar::phrase::{head_of_adjective, is_title, letters_before_goods, names_market, tells};
use crate::extract::grammar::verb::is_verb;
use crate::lexicon::words::leads_infinitive;
use crate::lexicon::{Class, Cue, NameForm, Topic};
use crate::mention::{Mention, What};
use crate::token::Gap;

impl Named<'_, '_> {
    /// *U.S.-bound shipments*, *China-bound exports*
    pub(super) fn bound_for(&self) -> Option<Role> {
        let bound = self.after(1).is_some_and(|t| matches!(t.norm.as_ref(), "bound" | "destined"));
        (bound && self.hyphen(self.end)).then_some(Role::To)
    }

    /// Whether a dash at this token may join two names: one with a blank before it joins no small letter behind a blank.
    fn hyphen(&self, at: usize) -> bool {
        let goes_on =
            || self.tokens.get(at + 1).is_some_and(|n| n.gap > Gap::None && n.text.starts_with(char::is_lowercase));
        self.tokens.get(at).is_some_and(|t| t.is_mark('-') && !(t.gap > Gap::None && goes_on()))
    }

    /// *China-Turkmenistan trade*
    pub(super) fn pair(&self) -> Option<Role> {
        let previous = self.at.checked_sub(1).and_then(|p| self.mentions.get(p));
        let next = self.next();
        let paired = next.is_some_and(|m| self.pairs_with(m, self.end..m.tokens.start))
            || previous.is_some_and(|m| self.pairs_with(m, m.tokens.end..self.start));
        paired.then_some(Role::Between)
    }

    /// Whether nothing but a dash stands between this name and another; *LA PAZ, Bolivia — Bolivia told Argentina* is a dateline and
    /// its sentence, *Iran - Opec's second-biggest producer - sold ...* no pair.
    fn pairs_with(&self, other: &Mention, gap: Range<usize>) -> bool {
        let tokens = self.tokens;
        let another = match (&other.what, &self.mention().what) {
            (What::Party(a, _), What::Party(b, _)) => a != b,
            _ => false,
        };
        let placed = || {
            gap.start >= 2
                && gap.start <= self.sentence.start + 6
                && tokens.get(gap.start).is_some_and(|t| t.gap > Gap::None)
                && self.mentions.iter().any(|m| {
                    m.tokens.end == gap.start
                        && m.tokens.start > self.sentence.start
                        && tokens[m.tokens.start - 1].is_mark(',')
                })
        };
        let owns = || tokens.get(other.tokens.end).is_some_and(|t| t.is_mark('\'') && t.is_joined());
        another && gap.len() == 1 && self.hyphen(gap.start) && !self.is_dateline(other) && !owns() && !placed()
    }

    /// `China's` or `the Emirates'`
    pub(super) fn owner(&self) -> Option<Role> {
        self.after(0).filter(|t| t.is_mark('\'') && t.is_joined())?;
        let tokens = self.tokens;
        let owned = self.end + 1 + usize::from(self.after(1).is_some_and(|t| t.norm == "s" && t.is_joined()));
        let word = |back: usize| self.before(back).map(|t| t.norm.as_ref());
        if word(1) == Some("to") && word(2) == Some("according") {
            // *according to OPEC's secondary sources*: others, who count what its members make.
            let secondary = tokens.get(owned).is_some_and(|t| t.norm == "secondary");
            return Some(if secondary { Role::Title } else { Role::Teller });
        }
        if is_title(tokens, self.mentions, owned) {
            return Some(if tells(tokens, owned) { Role::Teller } else { Role::Title });
        }
        // *to Egypt's Dolphinus*: a company of the country that it goes to.
        let company = self
            .token(owned)
            .is_some_and(|t| t.is_capitalised() && !self.mentions.iter().any(|m| m.tokens.start == owned));
        match self.preposition() {
            Some(role @ (Role::To | Role::From | Role::With | Role::By | Role::For)) if company => Some(role),
            _ => Some(Role::Possessor),
        }
    }

    /// Whether it stands right before what it describes, as an adjective would: *U.S. wheat*, *EU exports*.
    fn is_attributive(&self) -> bool {
        let token = &self.tokens[self.end.min(self.tokens.len() - 1)];
        // *the record US international trade deficit*
        let described = self.next().filter(|m| m.tokens.start == self.end + 1 && token.norm == "international");
        let balance = |cue: &Cue| matches!(cue, Cue::Head(Topic::Surplus | Topic::Deficit, Class::Noun));
        if described.is_some_and(|m| matches!(&m.what, What::Cues(cues) if cues.iter().any(balance))) {
            return true;
        }
        let Some(next) = self.next().filter(|m| m.tokens.start == self.end) else { return false };
        match &next.what {
            // *China National Petroleum*, *Japan Steel* are companies; *U.S. Soybeans*: some wires write a capital behind any stop.
            What::Commodity(_) => {
                !token.is_capitalised()
                    || self.tokens[self.end - 1].is_mark('.')
                    || token.text.chars().all(|c| !c.is_lowercase())
                    || self.opens_sentence()
            }
            // *EU exports* are the Union's; *China exports 5 million tonnes* is a sentence.
            What::Cues(cues) => {
                let noun = |cue: &Cue| matches!(cue, Cue::Head(topic, Class::Noun) if *topic != Topic::Other);
                let verb = |cue: &Cue| matches!(cue, Cue::Head(_, Class::VerbOut | Class::VerbIn));
                cues.iter().any(noun)
                    && (!cues.iter().any(verb)
                        || !is_verb(self.tokens, self.sentence.clone(), self.mentions, self.at + 1))
            }
            _ => false,
        }
    }

    /// *sold Finland electricity*, *sold the EU goods*: not *sold US wheat to Egypt*.
    pub(super) fn given(&self) -> Option<Role> {
        let tokens = self.tokens;
        let gives = |verb: &Mention| {
            let word = tokens[verb.tokens.start].norm.as_ref();
            matches!(word, "sold" | "sell" | "sells" | "supplied" | "sent" | "gave" | "paid" | "provided")
                && tokens[verb.tokens.end.min(self.start)..self.start].iter().all(|t| t.norm == "the")
        };
        let goes_to =
            || tokens[self.end..self.sentence.end].iter().take_while(|t| !t.is_mark(',')).any(|t| t.norm == "to");
        let given = self.form == NameForm::Name
            && self.mentions[..self.at].last().is_some_and(gives)
            && self.is_attributive()
            && !goes_to();
        given.then_some(Role::Object)
    }

    /// *to establish itself in the Brazilian wheat market*: where goods are sold, not where they come from.
    pub(super) fn market(&self) -> Option<Role> {
        names_market(self.tokens, &self.sentence, self.mentions, self.at)
            .then(|| self.preposition().filter(|role| *role != Role::Of).unwrap_or(Role::In))
    }

    /// *Chinese appetite keeps beef trade humming*: what moves trade is no end of it.
    pub(super) fn mover_of_trade(&self) -> Option<Role> {
        let moves = self.is_adjective() && self.after(0).is_some_and(|t| moves_trade(&t.norm));
        (moves && self.preposition().is_none()).then_some(Role::Title)
    }

    /// Whether it is to be read as an adjective is; *U.S. wheat* reads as *American wheat*.
    fn reads_as_adjective(&self) -> bool {
        let letters = || {
            self.preposition() == Some(Role::Of)
                && letters_before_goods(self.tokens, self.sentence.end, self.mentions, self.at)
        };
        self.is_adjective() || self.is_attributive() || letters()
    }

    /// *Chinese exports*, *Turkmen gas*, *Kazakh data*, *the Kuwaiti minister*: by what it stands before.
    pub(super) fn adjective(&self) -> Option<Role> {
        if !self.reads_as_adjective() {
            return None;
        }
        head_of_adjective(self.tokens, self.sentence.end, self.mentions, self.at)
            .or_else(|| tells(self.tokens, self.end).then_some(Role::Teller))
            .or_else(|| is_title(self.tokens, self.mentions, self.end).then_some(Role::Title))
            .or_else(|| self.is_said_of_goods().then_some(Role::Origin))
    }

    /// *A third of the imported coal is Polish*: an adjective that a form of *be* gives to what came in.
    fn is_said_of_goods(&self) -> bool {
        let be = self
            .before(1)
            .is_some_and(|t| matches!(t.norm.as_ref(), "is" | "are" | "was" | "were" | "mostly" | "mainly"));
        let ends = self.after(0).is_none_or(|t| t.is_mark('.') || t.is_mark(',') || t.is_mark(';'));
        let came_in =
            (self.sentence.start..self.start).rev().take(8).any(|at| self.tokens[at].norm.as_ref() == "imported");
        be && ends && came_in
    }

    /// *Iraq oil minister*, but *Venezuela would loan 5 million barrels*
    pub(super) fn title(&self) -> Option<Role> {
        let title = is_title(self.tokens, self.mentions, self.end)
            && self.preposition().is_none()
            && !self.after(0).is_some_and(|t| leads_infinitive(t.norm.as_ref()))
            && !self.reads_as_adjective();
        title.then_some(Role::Title)
    }
}

/// Words for what makes trade rise or fall, and is neither goods nor anyone.
fn moves_trade(word: &str) -> bool {
    matches!(
        word,
        "appetite"
            | "ban"
            | "curbs"
            | "tariffs"
            | "duties"
            | "sanctions"
            | "embargo"
            | "restrictions"
            | "slowdown"
            | "recovery"
            | "drought"
            | "crisis"
            | "invasion"
            | "rules"
            | "thirst"
            | "hunger"
            | "woes"
            | "winter"
    )
}
