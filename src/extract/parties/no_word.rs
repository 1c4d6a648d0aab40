//! The sides of figures that no word of trade is told of: a part of what another sells, goods of one in the hands of another.

use super::{Asked, Sides, as_told};
use crate::extract::head::Head;
use crate::extract::rule::Filled;
use crate::extract::view::{Actor, View};
use crate::extract::{earned, part_again, two_trade, whose_goods};
use crate::lexicon::{Class, Topic};
use crate::mention::QuantityMention;
use crate::model::{Indicator, Kind, Party};

/// The sides of what no word of the sentence says, so that no word says which part they play: those that its rule found it by.
pub fn of_no_word(sides: &mut Sides, asked: &Asked<'_, '_>, head: Option<&Head>) -> bool {
    let (view, figure) = (asked.view, asked.quantity.and_then(|q| asked.view.quantity(q)));
    // *Pakistan drank a third of it*, of what Kenya exports: who has the part.
    let parted = |q: &&QuantityMention| asked.kind == Kind::Share || view.is_of_which(q);
    if let (None, Some(quantity), Some(frame)) = (head, figure.filter(parted), asked.before)
        && matches!(frame.indicator, Indicator::Exports | Indicator::Imports | Indicator::Turnover)
        && frame.is_with_all()
        && let Some(owner) = frame.reporter.filter(Party::is_country)
        && let Some(taker) = part_again::has_it(view, quantity).filter(|a| a.party != owner)
    {
        sides.reporter = as_told(owner);
        sides.partner = Some(Filled::new(taker.party, "has_a_part", Some(taker.span)));
        return true;
    }
    if let (None, Some(frame)) =
        (head, asked.before.filter(|f| asked.same_sentence && f.indicator == Indicator::Exports))
        && let Some(owner) = view.owner_of_goods().filter(|p| frame.reporter == Some(*p))
        && let Some(label) = figure.and_then(|q| label_of(view, q)).filter(|a| a.party != owner)
        && frame.partner.is_some_and(|p| p.is_country())
    {
        sides.reporter = as_told(owner);
        sides.partner = Some(Filled::new(label.party, "label", Some(label.span)));
        return true;
    }
    let aside = || {
        let figure = figure?;
        let over = |h: &&Head| {
            matches!(view.norm(figure.tokens.end), "," | "(" | ")")
                && (figure.tokens.end + 1..figure.tokens.end + 16).contains(&h.at)
        };
        let head = head.filter(|h| h.class == Class::Noun).filter(over)?;
        let traded = matches!(head.indicator(), Some(Indicator::Exports | Indicator::Imports | Indicator::Investment));
        part_again::part_and_whole(view, figure.tokens.start, head)
            .filter(|_| traded && part_again::is_over_an_aside(view, figure))
    };
    if let Some([first, second]) = aside() {
        sides.reporter = Some(Filled::new(first.0, "found_by_its_ends", Some(first.1)));
        sides.partner = Some(Filled::new(second.0, "found_by_its_ends", Some(second.1)));
        return true;
    }
    let Some(head) = head.filter(|h| h.end == h.at) else { return false };
    let two = match head.topic {
        Topic::Of(Indicator::Exports) if head.class == Class::VerbOut => {
            figure.and_then(|q| earned::seller_and_payer(view, head.at, q.tokens.end))
        }
        Topic::Of(Indicator::Exports) => whose_goods::told(view).map(|flow| {
            // *Vietnamese rice (Philippines: 3.1 million tonnes; Ghana: 0.6 million)*: whom each figure is told of.
            let label = figure.and_then(|q| label_of(view, q)).filter(|a| a.party != flow.giver.0);
            [flow.giver, label.map_or(flow.taker, |a| (a.party, a.span))]
        }),
        Topic::Of(Indicator::Transit) => whose_goods::crossed(view),
        Topic::Of(Indicator::Imports) => figure.and_then(|q| part_again::buyer_and_origin(view, q)),
        Topic::Of(Indicator::Turnover) => two_trade::the_two(view, head.at),
        _ => None,
    };
    let Some([first, second]) = two else { return false };
    sides.reporter = Some(Filled::new(first.0, "found_by_its_ends", Some(first.1)));
    sides.partner = Some(Filled::new(second.0, "found_by_its_ends", Some(second.1)));
    true
}

/// The country that a colon parts from a figure: *Ghana: 0.6 million*.
fn label_of<'v>(view: &'v View<'_>, figure: &QuantityMention) -> Option<&'v Actor> {
    let colon = view.start_with_hedge(figure).checked_sub(1).filter(|at| view.norm(*at) == ":")?;
    view.actors.iter().find(|a| a.end == colon && a.party.is_country())
}
