//! What the words around a figure say of where its time begins and ends: *is still to come*, *brought shipments since August to*, *since then it
//! has carried*.

use super::super::view::View;
use super::super::wording::periods;
use super::search::Search;
use crate::mention::{Expression, Mention, Part, QuantityMention, What};

impl Search<'_, '_, '_> {
    /// *raise their trade to $512 million until 2022*, as translated texts say it: whether *until* leads to when an amount is to be reached.
    pub(super) fn is_reached_by(&self, m: &Mention) -> bool {
        let view = self.asked.view;
        let start = view.start_with_hedge(self.asked.quantity);
        let before = view.norm_before(start, 1);
        let reached = before == "to" && view.norm_before(start, 2) != "up"
            || matches!(before, "reach" | "exceed" | "hit" | "attain" | "achieve" | "surpass" | "total");
        self.aimed()
            && reached
            && m.tokens.start >= self.mention.tokens.end
            && !self.asked.quantity.quantity.unit.is_price()
    }

    /// *0.4 bcm is still to come by December 31*: whether the words behind an amount say that it lies ahead.
    pub(super) fn is_to_come(&self) -> bool {
        let view = self.asked.view;
        let end = self.mention.tokens.end;
        let still = usize::from(matches!(view.norm(end + 1), "still" | "yet"));
        matches!(view.norm(end), "is" | "are" | "remains" | "remain")
            && view.norm(end + 1 + still) == "to"
            && (still > 0 || matches!(view.norm(end + 2), "come" | "follow" | "be"))
    }

    /// *That brought shipments since August to 188,236 tonnes*, *taking the total since January to 4 million*: whether an amount is what the one
    /// told before has led to.
    pub(super) fn is_brought_to(&self) -> bool {
        let view = self.asked.view;
        let start = view.start_with_hedge(self.asked.quantity);
        let brings = |at: usize| {
            matches!(
                view.norm(at),
                "brought" | "brings" | "bringing" | "took" | "takes" | "taking" | "lifted" | "lifting"
            )
        };
        view.norm_before(start, 1) == "to" && (view.clause(start).start..start).any(brings)
    }

    /// The stretch that the sentence tells before the figure and compares nothing with.
    pub(super) fn stretch_before(&self) -> Option<Expression> {
        let stretch = |e: Expression| match e {
            Expression::In(part, _) => !matches!(part, Part::Day(..)),
            Expression::Span(..) | Expression::MonthsTo(..) | Expression::YearTo(..) | Expression::StretchTo(..) => {
                true
            }
            _ => false,
        };
        let start = self.mention.tokens.start;
        let told =
            periods(self.asked.view).filter(|(m, e, compared)| stretch(*e) && !compared && m.tokens.end <= start);
        told.last().map(|(_, e, _)| e)
    }

    /// *Since then it has carried 5 bcm*, but not *has since doubled its earnings to $2.2 billion*: whether an amount has added up since a time.
    pub(super) fn adds_up_since(&self) -> bool {
        let view = self.asked.view;
        let led = || view.norm_before(view.start_with_hedge(self.asked.quantity), 1) == "to";
        let spelled = |(m, e, _): (&Mention, Expression, bool)| e == Expression::SinceThen && m.tokens.len() > 1;
        let unit = self.asked.quantity.quantity.unit;
        !unit.is_price()
            && !unit.is_rate()
            && !self.stands()
            && !led()
            && (periods(view).any(spelled) || !unit.is_sum())
    }
}

/// Whether a sentence names a country south of the equator, whose summer is the winter of most others.
pub(super) fn names_the_south(view: &View<'_>) -> bool {
    const SOUTH: [&str; 17] = [
        "ARG", "AUS", "BOL", "BRA", "BWA", "CHL", "LSO", "MDG", "MOZ", "NAM", "NZL", "PER", "PRY", "SWZ", "URY", "ZAF",
        "ZWE",
    ];
    view.mentions.iter().any(|m| matches!(m.what, What::Party(party, _) if SOUTH.contains(&party.as_str())))
}

/// *13 percent of the eight-month total*: whether a time is that of the whole which a share right before it is of.
pub(super) fn is_of_whole(view: &View<'_>, time: &Mention) -> bool {
    let of = time.tokens.start.wrapping_sub(1);
    let share = |q: &QuantityMention| q.tokens.end == of && q.quantity.unit.is_ratio();
    view.norm(of) == "of"
        && matches!(view.norm(time.tokens.end), "total" | "figure" | "tally")
        && view.figures().any(share)
}
