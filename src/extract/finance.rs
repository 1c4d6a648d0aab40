//! Money that goes for no goods: accounts of payments, debts, what makers are paid.
//!
//! | sentence | is | by |
//! | --- | --- | --- |
//! | *the long-term capital account deficit widened to **11.4 billion*** | a balance of capital | `balance_of_no_goods` |
//! | *pays **13 billion** to service its debt* | a debt | `serves_debt` |
//! | *producers will receive **600 million** in deficiency payments* | aid | `paid_to_makers` |
//! | *obtained **500 million** from the bank* | money that came in for nothing told | `money_received` |
//! | *guarantees of **31 million** in coverage for sales of meal* | credit that is guaranteed | `guaranteed_credit` |
//! | *cut its growth forecast to **2.2 pct*** | growth of the economy | `forecast_of_growth` |
//! | ***0.8 ounces** of gold a ton* | the grade of an ore | `grade_of_ore` |

use super::head::Head;
use super::indicator::Governor;
use super::view::View;
use crate::lexicon::words::{gets, is_forecast, is_form_of_be, is_gap, is_merchandise, is_per};
use crate::lexicon::{Class, Topic};
use crate::mention::{Mention, QuantityMention, What};
use crate::model::{Decimal, Dimension, Indicator, Unit};
use crate::token::OneOf;

/// The name of the rule that says that a figure is of money that goes for no goods.
pub fn of_no_goods(
    view: &View<'_>,
    written: &QuantityMention,
    unit: Unit,
    governor: Governor,
    indicator: Option<Indicator>,
) -> Option<&'static str> {
    if indicator == Some(Indicator::Balance) && balance_of_no_goods(view, written) {
        return Some("balance_of_no_goods");
    }
    let money = unit.measure.dimension() == Dimension::Money;
    if money && unit.per.is_none() && flow_of_capital(view, written) {
        return Some("flow_of_capital");
    }
    if money && revenue_of_the_state(view, written) {
        return Some("revenue_of_the_state");
    }
    if money && serves_debt(view, written) {
        return Some("debt");
    }
    if money && unit.per.is_none() && (owed(view, written) || owed_for(view, written, governor)) {
        return Some("debt");
    }
    if money && unit.per.is_none() && guarantees(view, written) {
        return Some("guaranteed_credit");
    }
    if money && paid_to_makers(view, written) {
        return Some("paid_to_makers");
    }
    if let Governor::Head(head) = governor
        && money
        && head.class == Class::VerbIn
        && money_received(view, written, head.at)
    {
        return Some("money_received");
    }
    let growth = unit.is_ratio() && !matches!(governor, Governor::Head(_)) && forecast_of_growth(view, written);
    growth.then_some("growth_of_no_trade")
}

/// Words that name an account, alone or with those beside them.
const ACCOUNTS: OneOf = one_of!(
    "trade",
    "goods",
    "merchandise",
    "exports",
    "imports",
    "export",
    "import",
    "visible",
    "current",
    "external",
    "capital",
    "financial",
    "transfer",
    "errors",
    "services",
    "transfers",
    "service",
    "liabilities",
    "securities",
    "basic",
    "overall",
    "payments",
    "balance",
    "liquidity",
    "borrowing",
    "fiscal",
    "budget",
    "budgets",
    "psbr"
);

/// *investments in oil and gas **production***, *spending on **output***: money that is put into what a head
/// names, which did not itself grow.
pub fn spent_on(view: &View<'_>, governor: Governor) -> bool {
    let Governor::Head(head) = governor else { return false };
    const NEAR: usize = 6;
    let into = |at: &usize| matches!(view.norm(*at), "in" | "into" | "on");
    let Some(at) = view.back(head.at, NEAR).rev().find(into) else { return false };
    let money =
        |at: usize| matches!(view.norm(at), "investment" | "investments" | "spending" | "expenditure" | "budgets");
    let plain = view.first_quantity(&(at..head.at)).is_none() && !(at..head.at).any(|at| view.verb_at(at));
    head.topic == Topic::Of(Indicator::Production) && head.class == Class::Noun && money(at.wrapping_sub(1)) && plain
}

/// *at less than $15 per barrel in constant 1992 U.S. dollars*: the year that a money is counted in.
pub fn year_of_money(view: &View<'_>, written: &QuantityMention, unit: Unit) -> bool {
    let token = &view.tokens[written.tokens.start];
    let year = token.text.len() == 4 && token.text.bytes().all(|b| b.is_ascii_digit());
    let value = written.quantity.value;
    let known = value >= Decimal::from(1900) && value < Decimal::from(2050);
    let before = view.norm_before(written.tokens.start, 1);
    unit.is_sum()
        && year
        && known
        && written.exponent == 0
        && matches!(before, "constant" | "real" | "current" | "nominal" | "chained" | "adjusted" | "in")
}

/// *almost half of Bangladeshis are employed in agriculture*: a part of a people.
pub fn part_of_people(view: &View<'_>, written: &QuantityMention) -> bool {
    let of = written.tokens.end;
    let people = |a: &super::view::Actor| {
        let last = view.norm_before(a.end, 1);
        let act = matches!(
            view.norm(a.end),
            "are" | "were" | "live" | "lived" | "work" | "worked" | "have" | "say" | "believe"
        );
        (of + 1..=of + 2).contains(&a.at) && (last.ends_with("is") || last.ends_with("ans")) && act
    };
    view.norm(of) == "of" && view.actors.iter().any(people)
}

/// Whether the words at token `at` name an account of no goods; `Some(false)` where they name one of goods.
fn account(view: &View<'_>, at: usize) -> Option<bool> {
    view.given_word(at, ACCOUNTS, || account_named(view, at))
}

fn account_named(view: &View<'_>, at: usize) -> Option<bool> {
    let next = view.norm(at + 1);
    match view.norm(at) {
        // *The services trade surplus*
        "trade"
            if matches!(view.norm_before(at, 1), "services" | "invisible" | "invisibles")
                && !matches!(view.norm_before(at, 2), "and" | "&") =>
        {
            Some(true)
        }
        "trade" if matches!(next, "performance" | "policy" | "talks" | "bill") => None,
        "trade" | "goods" | "merchandise" | "exports" | "imports" | "export" | "import" | "visible" => Some(false),
        "current" | "external" if next == "account" => Some(true),
        // *CURRENT A/C SURPLUS*
        "current" if next == "a" && view.norm(at + 2) == "/" && view.norm(at + 3) == "c" => Some(true),
        "capital" | "financial"
            if matches!(next, "account" | "accounts" | "payments" | "movements" | "flows" | "operations") =>
        {
            Some(true)
        }
        "transfer" if matches!(next, "payments" | "account") => Some(true),
        "errors" if next == "and" => Some(true),
        // *goods and services* are traded together.
        "services" if view.norm_before(at, 1) != "and" => Some(true),
        "transfers" => Some(true),
        "service" if matches!(next, "receipts" | "account" | "transactions" | "payments" | "earnings") => Some(true),
        "liabilities" | "securities" => Some(true),
        "basic" | "overall" if matches!(next, "balance" | "payments") => Some(true),
        "payments" if is_gap(next) => Some(true),
        "balance" if next == "of" && view.norm(at + 2) == "payments" => Some(true),
        "liquidity" => Some(true),
        "borrowing" if next == "requirement" => Some(true),
        "fiscal" if is_gap(next) => Some(true),
        "budget" | "budgets" | "psbr" => Some(true),
        _ => None,
    }
}

/// Whether the account that a sentence names last is one of no goods.
pub fn last_account(view: &View<'_>) -> Option<bool> {
    let mut accounts = view.range.clone().rev().filter_map(|at| Some((at, account(view, at)?)));
    let (last, of_none) = accounts.next()?;
    // *the surplus in the current account, which covers trade in goods*, *high demand for its electronic goods*: goods that no balance
    // is told of.
    let balance = |at: usize| is_gap(view.norm(at));
    if of_none || balance(last + 1) || !matches!(view.norm(last), "goods" | "trade" | "export" | "import") {
        return Some(of_none);
    }
    let current = accounts.find(|(at, _)| view.norm(*at) == "current").is_some();
    if current { Some(true) } else { Some(false).filter(|_| matches!(view.norm(last), "trade")) }
}

/// *Bankers forecast the 1987 deficit will exceed **one billion***, behind talk of the current account: whether a deficit or surplus
/// is named without its account and without a partner, in a sentence that names none.
pub fn is_bare_balance(view: &View<'_>, governor: Governor) -> bool {
    use super::grammar::Role;
    let bare = matches!(governor, Governor::Head(h) if is_gap(view.norm(h.at)) && h.end == h.at + 1);
    bare && last_account(view).is_none() && !view.actors.iter().any(|a| a.role == Role::With)
}

/// *Banks exported 8.6 billion marks in funds*, *2.2 billion was imported through securities transactions*: money that moves for
/// itself.
fn flow_of_capital(view: &View<'_>, written: &QuantityMention) -> bool {
    let clause = view.clause(written.tokens.start);
    let end = written.tokens.end;
    let paper = |at: usize| {
        matches!(view.norm(at), "securities" | "promissory" | "bonds")
            || view.norm(at) == "financial" && view.norm(at + 1) == "assets"
            || view.norm(at) == "direct" && view.norm(at + 1) == "investment" && view.norm(at + 2) == "abroad"
    };
    let goods = view.names_goods(&clause);
    let funds = view.norm(end) == "in" && matches!(view.norm(end + 1), "funds" | "capital" | "shares");
    funds
        || !goods
            && clause.clone().any(paper)
            && !clause.into_iter().any(|at| matches!(view.norm(at), "goods" | "trade"))
}

/// *owed Gazprom $41 million, of which it has paid **$12 million***: a part of what is owed.
fn owed(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = view.start_with_hedge(written);
    let owes = |at: usize| matches!(view.norm(at), "owed" | "owes" | "owing" | "arrears" | "debt" | "debts");
    let which = (start.saturating_sub(6).max(view.range.start)..start)
        .find(|at| view.norm(*at) == "of" && matches!(view.norm(*at + 1), "which" | "that" | "this"));
    let paid =
        which.is_some_and(|which| (which..start).any(|at| matches!(view.norm(at), "paid" | "repaid" | "settled")));
    paid && which.is_some_and(|which| (view.range.start..which).any(owes))
}

/// *the debt for gas supplies reached **$550 million***, *an underpayment of **$300 million** for gas supplies*: what is owed for goods.
fn owed_for(view: &View<'_>, written: &QuantityMention, governor: Governor) -> bool {
    let Governor::Head(head) = governor else { return false };
    let start = view.start_with_hedge(written);
    let owes = |at: usize| {
        matches!(view.norm(at), "arrears" | "debt" | "debts" | "underpayment" | "underpayments" | "indebtedness")
    };
    let Some(at) = (view.clause(start).start..start).rev().find(|at| owes(*at)) else { return false };
    let first = at < head.at && view.norm(at + 1) == "for" && !(at..head.at).any(|at| view.verb_at(at));
    let of = view.norm(at + 1) == "of" && at + 2 == start && view.norm(written.tokens.end) == "for";
    first || of
}

/// *Short-term capital payments swung to a **1.28 billion** deficit from a 1.6 billion surplus*: whether the account last named
/// before a balance, or else right behind it, is one of no goods.
fn balance_of_no_goods(view: &View<'_>, written: &QuantityMention) -> bool {
    let account = |at: usize| account(view, at);
    let (start, end) = (written.tokens.start, written.tokens.end);
    // *a 7.4 billion dlr trade deficit*
    if account(end) == Some(false) {
        return false;
    }
    let behind = || (end..(end + 5).min(view.range.end)).find_map(account);
    (view.range.start..start).rev().find_map(account).or_else(behind).unwrap_or(false)
}

/// *Fiscal revenue from oil sales totalled **43.5 billion***, *fiscal oil revenue was **52 billion***: what the state takes of it.
fn revenue_of_the_state(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let clause = start.saturating_sub(20).max(view.range.start)..start;
    let revenue = |at: usize| matches!(view.norm(at), "revenue" | "revenues" | "income");
    let Some(at) = clause.rev().find(|at| matches!(view.norm(*at), "fiscal" | "budget")) else { return false };
    let noun = (at + 1..at + 4).find(|at| revenue(*at)).filter(|noun| *noun < start);
    noun.is_some_and(|noun| !(noun..start).any(|at| matches!(view.norm(at), "exports" | "imports" | "trade" | ";")))
}

/// *paid 13 billion dlrs to service its debt*, *its 44.5 billion dlr foreign debt*
fn serves_debt(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let debt = |at: usize| matches!(view.norm(at), "debt" | "debts" | "loans" | "borrowings");
    view.norm(end) == "to"
        && matches!(view.norm(end + 1), "service" | "repay" | "refinance" | "retire" | "redeem")
        && (end + 2..end + 8).any(debt)
}

/// *The guarantees provide 31 mln dlrs in coverage for sales of meal*, *cuts the guarantee line for wheat sales to 20 mln dlrs and
/// creates a new line of 5 mln*: what is guaranteed or lent for goods that may be bought, before a verb tells that they were.
fn guarantees(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let credit = |at: usize| match view.norm(at) {
        "guarantee" | "guarantees" | "coverage" => true,
        "line" | "lines" => {
            matches!(view.norm_before(at, 1), "credit" | "guarantee" | "new" | "existing")
                || view.norm(at + 1) == "of" && view.norm(at + 2) == "credit"
        }
        _ => false,
    };
    let behind = matches!(view.norm(end), "in" | "of" | "worth") || credit(end) || credit(end + 1);
    if behind && (end..(end + 5).min(view.range.end)).any(credit) {
        return true;
    }
    let Some(at) = (view.range.start..start).rev().take_while(|at| view.norm(*at) != ";").find(|at| credit(*at)) else {
        return false;
    };
    // *sales* alone may follow: those that are covered.
    let dealt = |h: &Head| (at..start).contains(&h.at) && h.topic != Topic::Other && view.norm(h.at) != "sales";
    !view.heads.iter().any(dealt)
}

/// *Corn producers received 2.8 billion dlrs in deficiency payments*, *growers will be paid 63 cents a bushel*: aid to those who
/// make goods.
fn paid_to_makers(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let aid = |at: usize| {
        matches!(
            view.norm(at),
            "deficiency" | "compensation" | "subsidies" | "subsidy" | "aid" | "relief" | "assistance" | "refunds"
        )
    };
    if matches!(view.norm(end), "in" | "of") && (end + 1..end + 4).any(aid) {
        return true;
    }
    let clause = view.clause(start);
    let paid = |at: &usize| gets(view.norm(*at)) || view.norm(*at) == "paid";
    let Some(paid) = (clause.start..start).rev().find(paid).filter(|at| start - at <= 4) else { return false };
    let passive = is_form_of_be(view.norm_before(paid, 1));
    // *gas producers get 1.95 dlrs per thousand cubic feet* for their gas.
    let passive = passive || view.norm(paid) != "paid" && written.quantity.unit.per.is_none();
    passive
        && (clause.start..paid).any(|at| {
            matches!(
                view.norm(at),
                "producers"
                    | "growers"
                    | "farmers"
                    | "planters"
                    | "millers"
                    | "shipbuilders"
                    | "breeders"
                    | "landowners"
            )
        })
}

/// *is to obtain 70 million in new credits*, *received 500 million in concessional funding*: who gets money without goods that it
/// is worth imports nothing. *The second market received $14.9 billion* tells of goods.
fn money_received(view: &View<'_>, written: &QuantityMention, verb: usize) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let behind = end..end + 6;
    let obtains = matches!(view.norm(verb), "obtain" | "obtains" | "obtained" | "obtaining");
    let receives = gets(view.norm(verb));
    let funds = |at: usize| {
        matches!(
            view.norm(at),
            "funding" | "funds" | "financing" | "credit" | "credits" | "loan" | "loans" | "donations"
        )
    };
    // *in 2019 exporters had obtained $5,900* for a tonne.
    let much = written.exponent >= 6 && written.quantity.unit.per.is_none();
    if !much || !(obtains || receives && behind.clone().any(funds)) {
        return false;
    }
    let goods = |m: &Mention| {
        let near = behind.contains(&m.tokens.start) || (verb..start).contains(&m.tokens.start);
        near && matches!(m.what, What::Commodity(_))
    };
    let worth = |at: usize| {
        is_merchandise(view.norm(at)) || matches!(view.norm(at), "worth" | "supplies" | "imports" | "exports")
    };
    let near = verb < start && start - verb <= 8;
    near && !(verb + 1..start).chain(behind.clone()).any(worth) && !view.mentions.iter().any(goods)
}

/// *cut its growth forecast for Germany to 2.2 pct*: growth of nothing is that of the economy.
fn forecast_of_growth(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let forecast = |at: usize| is_forecast(view.norm(at)) || matches!(view.norm(at), "target" | "targets");
    (view.range.start..start).any(|at| {
        let next = at + 1 + usize::from(view.norm(at + 1) == "rate");
        view.norm(at) == "growth" && next < start && forecast(next)
    })
}

/// *assays averaged 0.809 ounces of gold a ton*, *ore grading 0.05 ounce of gold and 0.23 ounce of silver per ton*: how much of a
/// metal is in its ore.
pub fn grade_of_ore(view: &View<'_>, written: &QuantityMention, unit: Unit) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let per = |at: usize| {
        let next = at + 1 + usize::from(matches!(view.norm(at + 1), "short" | "metric" | "long"));
        is_per(view.norm(at)) && matches!(view.norm(next), "ton" | "tonne" | "tons" | "tonnes" | "t")
    };
    if unit.measure.dimension() != Dimension::Mass || unit.per.is_some() {
        return false;
    }
    let graded =
        |at: usize| matches!(view.norm(at), "grading" | "graded" | "grades" | "assaying" | "assayed" | "assays");
    let little = written.quantity.value < Decimal::ONE;
    let near = start.saturating_sub(16).max(view.range.start)..start;
    view.norm(end) == "of" && (end + 2..end + 4).any(per) || little && near.into_iter().any(graded)
}

/// *the shortage amounts to 2.5 billion kWh*, *its gas shortfall reached 1.5 bcf a day*: the word for what is lacking.
pub fn shortage_told(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = view.start_with_hedge(written);
    let clause = view.clause(start).start..start;
    let short = |at: &usize| matches!(view.norm(*at), "shortage" | "shortfall");
    let Some(noun) = clause.rev().take(7).find(short) else { return false };
    let counts = |at: usize| {
        matches!(
            view.norm(at),
            "amounts"
                | "amounted"
                | "is"
                | "was"
                | "reached"
                | "reaches"
                | "stood"
                | "stands"
                | "estimated"
                | "put"
                | "totals"
                | "totalled"
        )
    };
    let led = matches!(view.norm_before(start, 1), "to" | "at" | "of" | "is" | "was" | "reached" | "reaches");
    led && (view.norm(noun + 1) == "of" || (noun + 1..start).any(counts))
}

/// *a global sugar surplus of 641,000 tonnes*, *copper's deficit of 300,000 tonnes*: by how much more of some goods is made than
/// used, which is no balance of trade.
pub fn balance_of_supply(view: &View<'_>, governor: Governor) -> bool {
    let traded = |at: usize| {
        matches!(
            view.norm(at),
            "trade" | "trading" | "export" | "exports" | "import" | "imports" | "exported" | "imported"
        )
    };
    match governor {
        Governor::Head(head) => {
            let gap = (head.at..head.end).any(|at| is_gap(view.norm(at)));
            gap && !(head.at..head.end).any(traded) && !view.back(head.at, 3).any(traded)
        }
        Governor::Topic | Governor::Previous => !view.range.clone().any(traded),
    }
}

/// *Freight rates to ship Urals crude rose by some 20% to $7 million*, *at $251.80 a tonne, with freight valued at $11.92*: what ships
/// are paid, unless goods are told of between.
pub fn freight(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    // *plus $34.43 freight*, but *at $329 cost and freight*
    if view.norm(end) == "freight" {
        return true;
    }
    let leads = |at: &usize| {
        matches!(
            view.norm(*at),
            "at" | "of"
                | "valued"
                | "value"
                | "was"
                | "is"
                | "rate"
                | "cost"
                | "costs"
                | "estimated"
                | "worth"
                | "the"
                | "a"
        )
    };
    let own = start.checked_sub(1 + view.back(start, 5).rev().take_while(leads).count());
    if own.is_some_and(|at| view.norm(at) == "freight" && !matches!(view.norm_before(at, 1), "and" | "&")) {
        return true;
    }
    let paid = |at: &usize| {
        view.norm(*at) == "freight"
            && matches!(
                view.norm(at + 1),
                "rate" | "rates" | "cost" | "costs" | "price" | "prices" | "charge" | "charges" | "for"
            )
    };
    let Some(at) = (view.range.start..start).rev().find(paid) else { return false };
    let counted = |h: &Head| {
        h.at > at
            && h.at < start
            && matches!(view.norm(h.at), "exports" | "imports" | "output" | "production" | "exported" | "imported")
    };
    !view.heads.iter().any(counted)
}

/// *Kenyans abroad sent home $3 billion*: what those who work elsewhere give.
pub fn sent_home(view: &View<'_>, written: &QuantityMention) -> bool {
    let home = view.start_with_hedge(written).wrapping_sub(1);
    let sends = |at: usize| matches!(view.norm(at), "sent" | "send" | "sends" | "sending" | "remitted");
    view.norm(home) == "home" && view.back(home, 2).any(sends)
}
