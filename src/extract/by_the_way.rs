//! Members that a sentence names by the way behind their group.
//!
//! | sentence | who buys |
//! | --- | --- |
//! | *Asian countries, particularly Japan, buy 95 percent of it* | Asia |
//! | *Asian countries, particularly Japan (40 percent), buy oil* | Asia, and Japan its part |
//!
//! Times of what a country is called by the way are of nothing else: *the United States, the runner-up of **last year**, was third*.

use super::grammar::Role;
use super::view::View;
use crate::lexicon::Class;

impl View<'_> {
    /// Whether a verb of trade stands at token `at`.
    fn acts_at(&self, at: usize) -> bool {
        self.heads.iter().any(|h| h.at == at && matches!(h.class, Class::VerbIn | Class::VerbOut | Class::VerbOf))
    }

    /// *Asian countries, particularly Japan and India, buy*: those who are only named as the foremost of a group take no part of
    /// their own, where no figure stands beside them.
    pub(super) fn members_by_the_way(&mut self) {
        for at in self.range.clone().skip(2) {
            let foremost = matches!(
                self.norm(at),
                "particularly" | "especially" | "notably" | "mainly" | "chiefly" | "primarily" | "mostly" | "including"
            );
            if !foremost || self.norm_before(at, 1) != "," {
                continue;
            }
            let group = self.actors.iter().rfind(|a| a.end < at);
            let group = group.is_some_and(|a| !a.party.is_country() && at - 1 - a.end <= 2 && a.takes_part());
            let Some(end) = (at + 1..self.range.end.min(at + 10)).rfind(|at| self.norm(*at) == ",") else { continue };
            if !group || self.first_quantity(&(at..end + 1)).is_some() || !self.acts_at(end + 1) {
                continue;
            }
            self.actors.iter_mut().filter(|a| (at..end).contains(&a.at)).for_each(|a| a.role = Role::Title);
        }
    }
}

/// *The United States, the runner-up of last year, was third*: a time of what a country is called by the way.
pub fn of_whom_it_calls(view: &View<'_>, start: usize) -> bool {
    let of = start.wrapping_sub(1);
    if view.norm(of) != "of" {
        return false;
    }
    let opens = view.back(of, 5).rev().find(|at| view.norm(*at) == ",");
    opens.is_some_and(|comma| {
        matches!(view.norm(comma + 1), "the" | "a" | "its")
            && view.actors.iter().any(|a| a.end == comma)
            && view.heads.iter().all(|h| !(comma..of).contains(&h.at) || h.class == Class::Agent)
    })
}
