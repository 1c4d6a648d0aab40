//! Money for so much goods that is no price of them: duties, aid, what is set beside a price.

use super::market_words::{leaves, named_at};
use super::view::View;
use crate::lexicon::words::{is_price, is_sold, joins, opens_reason};
use crate::mention::QuantityMention;
use crate::model::Measure;
use crate::token::Shape;

/// *to pay off a $27.5bn back tax bill*, *transferred $27m into two bank accounts*: money that goes for no goods.
pub fn paid_over(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = past_bracket(view, written.tokens.end);
    let taxed =
        (end..end + 3).any(|at| view.norm(at) == "tax" && matches!(view.norm(at + 1), "bill" | "bills" | "claim"));
    // Not *in 2005, while the current account deficit widened*.
    let reach = view.segment_tokens(view.segment(end)).end.min(end + 7);
    let account = matches!(view.norm(end), "into" | "to" | "in")
        && (end..reach).any(|at| {
            // Nor *on account of weak demand*.
            matches!(view.norm(at), "account" | "accounts")
                && !matches!(view.norm(at + 1), "deficit" | "surplus" | "balance" | "gap" | "of")
        });
    taxed || account
}

/// Where what is told of a figure goes on: past the bracket with the same in another money, or the one that it closes.
pub fn past_bracket(view: &View<'_>, end: usize) -> usize {
    match view.norm(end) {
        "(" => (end..end + 12).find(|at| view.norm(*at) == ")").map_or(end, |at| at + 1),
        ")" => end + 1,
        _ => end,
    }
}

/// *a maximum rebate of 141 Ecus a tonne*, *an 84.9 cents per bushel tariff*: what is paid on top of a price.
pub fn rate_of_aid(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    // *84.9 cents per bushel tariff*
    let end = if matches!(view.norm(end), "per" | "a") { end + 2 } else { end };
    // *pays $24 a barrel in transit fees*
    let fee = |at: usize| {
        matches!(
            view.norm(at),
            "fee" | "fees" | "royalty" | "royalties" | "duty" | "duties" | "taxes" | "levy" | "levies"
        )
    };
    let fees = matches!(view.norm(end), "in" | "as") && (end + 1..end + 4).any(fee);
    // *a five dollar a barrel import fee*, *a nine cent federal excise tax*
    let kinds = (end..end + 3)
        .take_while(|at| {
            matches!(view.norm(*at), "import" | "export" | "federal" | "state" | "excise" | "transit" | "oil")
        })
        .count();
    let levied = fees
        || matches!(
            view.norm(end + kinds),
            "tariff"
                | "duty"
                | "levy"
                | "surcharge"
                | "subsidy"
                | "bonus"
                | "rebate"
                | "tax"
                | "fee"
                | "exemption"
                | "toll"
        );
    levied || view.back(start, 6).any(|at| is_aid_itself(view, at)) || is_told_of_aid(view, written)
}

/// *a **rebate***: what is paid on top of a price to who sells abroad or grows.
fn is_aid(word: &str) -> bool {
    matches!(
        word,
        "rebate"
            | "rebates"
            | "refund"
            | "refunds"
            | "restitution"
            | "restitutions"
            | "subsidy"
            | "subsidies"
            | "bonus"
            | "bonuses"
            | "deficiency"
    )
}

/// Whether aid stands at token `at`, not what it is part of the name of: *under the export **bonus** programme*.
fn is_aid_itself(view: &View<'_>, at: usize) -> bool {
    let named = matches!(
        view.norm(at + 1),
        "program" | "programme" | "scheme" | "initiative" | "tender" | "tenders" | "wheat" | "barley"
    );
    is_aid(view.norm(at)) && !named
}

/// *Rebates ranged from 127 to 132 Ecus a tonne for maize, 136 to 141 Ecus a tonne for barley*, *the bonus, to an exporter in Kansas, was
/// 32.55 dlrs a tonne*: whether the sentence told of aid last, and of no price since.
fn is_told_of_aid(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    // *139 Ecus for 85,000 tonnes*, behind a rate of so much a tonne
    let rated = |from: usize| {
        let rate = |q: &QuantityMention| q.quantity.unit.is_price() && (from..start).contains(&q.tokens.start);
        written.quantity.unit.is_price() || view.figures().any(rate)
    };
    let sells = |at: usize| {
        is_price(view.norm(at))
            || is_sold(view.norm(at))
            || matches!(
                view.norm(at),
                "bid" | "bids" | "cost" | "costs" | "worth" | "value" | "quoted" | "traded" | "paid" | "pay" | "bought"
            )
    };
    let last = (view.range.start..start).rev().find(|at| is_aid_itself(view, *at) || sells(*at));
    last.is_some_and(|at| is_aid_itself(view, at) && rated(at))
}

/// *a **tariff***: what an importer levies, not *tariff-free*.
fn is_duty(view: &View<'_>, at: usize) -> bool {
    let duty = matches!(
        view.norm(at),
        "tariff"
            | "tariffs"
            | "duty"
            | "duties"
            | "levy"
            | "levies"
            | "surcharge"
            | "surcharges"
            | "surtax"
            | "penalty"
            | "penalties"
    );
    duty && view.norm(at + 1) != "-"
}

/// *50% tariffs*, *raised tariffs on steel imports to a flat 25%*, *a doubling of steel tariffs*: what an importer levies.
pub fn rate_of_duty(view: &View<'_>, written: &QuantityMention) -> bool {
    let duty = |at: usize| is_duty(view, at);
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    duty_behind(view, end)
        || duty_right_before(view, start)
        // *was taxed at 27.5%*
        || view.norm_before(start, 1) == "at" && view.norm_before(start, 2) == "taxed"
        // *duties of 51.5 percent and 5 percent*
        || joins(view.norm_before(start, 1))
            && view.figures().any(|q| q.tokens.end + 1 == start && q.quantity.unit.is_ratio() && rate_of_duty(view, q))
        || {
            let clause = view.clause(start);
            // *to cut exports 25 percent* sets none.
            let near = start.saturating_sub(4).max(view.range.start)..start;
            let to = near.rev().find(|at| matches!(view.norm(*at), "to" | "of" | "at" | "by" | "from"));
            let to = to.is_some_and(|to| !(to..start).any(|at| view.verb_at(at)));
            let set = (clause.start..start).rev().find(|at| duty(*at)).is_some_and(|at| {
                (at.saturating_sub(SET_BEFORE).max(clause.start)..at).any(|before| sets_duty(view.norm(before)))
                    && !(at + 1..start).any(|at| opens_reason(view.norm(at)) || view.norm(at) == "which")
            });
            // *tariffs on imports from China are to rise to 25 percent*, *tariffs of 40 percent on watches will fall to 15 percent*: the
            // subject of the clause, with its *on*.
            let subject = (clause.start..start).find(|at| duty(*at)).is_some_and(|at| {
                at <= clause.start + 3
                    && matches!(view.norm(at + 1), "on" | "of")
                    && matches!(view.norm_before(start, 1), "to" | "from" | "at")
                    && !(at + 1..start)
                        .any(|at| opens_reason(view.norm(at)) || matches!(view.norm(at), "which" | "and" | "but"))
            });
            to && set || subject
        }
}

/// How far before a duty the verb stands that sets it: *imposed anti-dumping and anti-subsidy duties*.
const SET_BEFORE: usize = 9;

/// ***raised** tariffs*, *the **reduction** of duties*: a word for setting what is levied, or setting it anew.
fn sets_duty(word: &str) -> bool {
    let stems = [
        "rais", "impos", "lift", "hik", "increas", "cut", "lower", "set", "levi", "announc", "slap", "threaten",
        "reduc", "slash", "plac",
    ];
    word == "doubled" || stems.iter().any(|stem| word.starts_with(stem))
}

/// *25% punitive levy*, *a 10 percent import duty*, *a 14 pct value-added tax*, *a 10% increase on existing tariffs*, *a doubling of
/// steel tariffs*; not *fell 5 percent as tariffs weigh*.
fn duty_behind(view: &View<'_>, end: usize) -> bool {
    let word = |at: &usize| {
        let hyphen = view.tokens.get(*at).is_some_and(|t| t.is_mark('-') && t.is_joined());
        view.range.contains(at) && (view.tokens[*at].shape == Shape::Word || hyphen)
    };
    let plain = |at: &usize| word(at) && !is_link(view.norm(*at));
    let levied = |at: usize| is_duty(view, at) || matches!(view.norm(at), "tax" | "taxes") && view.norm(at + 1) != "-";
    let step = end + usize::from(matches!(view.norm(end), "increase" | "rise" | "hike" | "cut" | "reduction"));
    let of = matches!(view.norm(step), "on" | "in" | "of" | "to");
    (end..end + 4).take_while(plain).any(levied)
        || of && (step + 1..step + 5).take_while(plain).any(|at| is_duty(view, at))
}

/// *bringing down the tariffs from 36%*, *the tariff of 36%*, *tariffs, averaging about 10%*, *places tariffs, probably 50%*: a duty
/// right before its rate.
fn duty_right_before(view: &View<'_>, start: usize) -> bool {
    const BETWEEN: usize = 3;
    let tells = |at: usize| {
        let word = view.norm(at);
        word.ends_with("ly")
            || matches!(
                word,
                "from"
                    | "of"
                    | "at"
                    | "to"
                    | "averaging"
                    | "ranging"
                    | "reaching"
                    | "totalling"
                    | "totaling"
                    | "between"
            )
    };
    let near = start.saturating_sub(BETWEEN + 1).max(view.range.start)..start;
    let at = near.rev().find(|at| is_duty(view, *at));
    at.is_some_and(|at| {
        at + 1 < start && tells(start - 1) && (at + 1..start).all(|at| tells(at) || view.norm(at) == ",")
    })
}

/// Whether a word joins what is said to something else.
pub fn is_link(word: &str) -> bool {
    matches!(
        word,
        "of" | "from"
            | "after"
            | "before"
            | "despite"
            | "as"
            | "amid"
            | "on"
            | "with"
            | "when"
            | "while"
            | "because"
            | "due"
            | "under"
            | "ahead"
            | "since"
            | "and"
            | "to"
            | "in"
            | "by"
            | "for"
            | "at"
            | "if"
            | "but"
            | "over"
    )
}

/// *the excise duty on petrol will rise to 10 rupees a litre*, *a tax of 330 Ecus a tonne*, *the discount widened to 12 dlrs a
/// barrel*: what is levied or set beside a price, where no price is named between.
pub fn beside_a_price(view: &View<'_>, written: &QuantityMention) -> Option<&'static str> {
    let start = written.tokens.start;
    let told = |at: usize| match view.norm(at) {
        "price" | "prices" | "cost" | "costs" | "sold" | "bought" | "sells" | "paid" | "quoted" => Some(None),
        "discount" | "rebate" if granted(view, written).is_some() => Some(None),
        "premium" | "premiums" | "discount" | "discounts" | "differential" | "differentials" | "spread" | "spreads"
        | "contango" | "backwardation" | "charges"
            if !charges(view, at) =>
        {
            Some(Some("difference_of_prices"))
        }
        "tax" | "taxes" | "duty" | "duties" | "levy" | "levies" | "excise" | "surcharge" | "surcharges" | "cess"
        | "royalty" | "royalties" => Some(Some("rate_of_duty")),
        _ => None,
    };
    (view.clause(start).start..start).rev().find_map(told)?
}

/// *Gazprom charges $165 per thousand cubic metres*, *Russia, which charges Ukraine $240*: whether the word is the verb of who asks
/// a price.
pub fn charges(view: &View<'_>, at: usize) -> bool {
    let near = at + 1..at + 5;
    let figure = view.figures().any(|q| near.contains(&view.start_with_hedge(q)));
    let acts = at > view.range.start
        && (view.tokens[at - 1].is_capitalised()
            || matches!(
                view.norm_before(at, 1),
                "it" | "and"
                    | "also"
                    | "but"
                    | "which"
                    | "that"
                    | "who"
                    | "now"
                    | "company"
                    | "country"
                    | "monopoly"
                    | "supplier"
            ));
    view.norm(at) == "charges" && figure && acts && view.norm(at + 1) != "of"
}

/// *gave Ukraine a 15 percent discount on gas*, *won a discount of $30 per thousand cubic metres*: the discount that a seller grants a
/// buyer of goods, not how far one market stands below another.
pub fn granted(view: &View<'_>, written: &QuantityMention) -> Option<usize> {
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    let discount = |at: usize| matches!(view.norm(at), "discount" | "rebate");
    let behind = (end..end + 3).find(|at| discount(*at));
    let ahead = start.checked_sub(2).filter(|at| discount(*at) && view.norm(at + 1) == "of");
    let at = behind.or(ahead)?;
    let clause = view.clause(start);
    let gives = |at: usize| {
        let word = view.norm(at);
        [
            "give", "grant", "offer", "receiv", "secur", "obtain", "negotiat", "demand", "request", "agree", "ask",
            "promis", "seek",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
            || matches!(
                word,
                "gave"
                    | "got"
                    | "gets"
                    | "get"
                    | "won"
                    | "wins"
                    | "wants"
                    | "wanted"
                    | "sought"
                    | "has"
                    | "had"
                    | "enjoys"
                    | "with"
            )
    };
    let verb = (clause.start..at.min(start)).rev().find(|at| gives(*at));
    // *at a discount of $28 to Brent*
    let market = matches!(view.norm(at.max(end.saturating_sub(1)) + 1), "to" | "against" | "versus" | "below" | "from")
        && !view.actors.iter().any(|a| a.at == view_next(view, at.max(end.saturating_sub(1)) + 2));
    let goods = view.names_goods(&clause);
    let named = view.actors.iter().any(|a| a.party.is_country() && a.takes_part());
    (verb.is_some() && goods && named && !market).then_some(at)
}

/// The token at `at`, behind an article.
fn view_next(view: &View<'_>, at: usize) -> usize {
    at + usize::from(view.norm(at) == "the")
}

/// *The benchmark carbon contract stood at 91.10 euros a tonne*, *In the carbon market, the contract was up 1.7%*: what a right to emit
/// costs, and how that moved.
pub fn price_of_carbon(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let unit = written.quantity.unit;
    let right = |at: usize| {
        matches!(view.norm(at), "eua" | "euas" | "allowances")
            || view.norm(at) == "carbon"
                && matches!(
                    view.norm(at + 1),
                    "contract" | "price" | "prices" | "permits" | "permit" | "market" | "futures" | "credits" | "tax"
                )
    };
    let from = view.range.start.max(start.saturating_sub(24));
    let Some(at) = (from..start).rev().find(|at| right(*at)) else { return false };
    let told = unit.per == Some(Measure::Tonne) || unit.is_ratio() || unit.is_sum() && written.exponent == 0;
    told && !(at + 1..start).any(|at| named_at(view, at).is_some() || leaves(view, at))
}

/// *adherence to its supply curbs at 92%*, *compliance with the pact of 86%*: how far what was agreed is kept to.
pub fn kept_to(view: &View<'_>, written: &QuantityMention) -> bool {
    let kept = |at: usize| matches!(view.norm(at), "compliance" | "adherence" | "conformity");
    let start = written.tokens.start;
    let before = (view.range.start..start).rev().find(|at| kept(*at));
    let near = before.is_some_and(|at| !(at + 1..start).any(|at| leaves(view, at)));
    near || (written.tokens.end..written.tokens.end + 2).any(kept)
}
