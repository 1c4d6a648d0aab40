//! The former and the latter: of two of whom the same was told last, one.

use super::anaphora::is_auxiliary;
use super::grammar::Role;
use super::view::View;
use crate::mention::Mention;
use crate::resolve::Context;

impl View<'_> {
    /// *Shipments to China rose, those to Japan fell. With **the latter** Korea has a surplus*, *The former's share is 18 percent*: one of the
    /// two of whom the same was told last.
    pub(super) fn one_in_turn(&mut self, mention: &Mention, context: &Context, role: Role) {
        let end = mention.tokens.end;
        let latter = self.norm_before(end, 1) == "latter";
        // *the former Soviet Union*, *the former minister*
        let alone = latter
            || matches!(self.norm(end), "'" | "," | "." | "with" | "and" | "to" | "in")
            || is_auxiliary(self.norm(end))
            || self.is_past(end);
        let here = self.actors.iter().rfind(|a| a.end <= mention.tokens.start && a.rule == "name").map(|a| a.party);
        let told = context.in_turn.map(|(former, last)| if latter { last } else { former });
        let party = match here {
            Some(here) if latter => Some(here),
            _ => told.or(context.last.filter(|_| latter)),
        };
        if let Some(party) = party.filter(|_| alone) {
            self.act(mention, party, role, "the_latter");
        }
    }
}
