//! Pounds of weight, told apart from pounds of money.
//!
//! | text | reading |
//! | --- | --- |
//! | *weighs 1.4 pounds*, *a 220-pound guard* | `pound` |
//! | *2.6 million pounds of carbon*, *90,000 pounds of debris* | `pound` |
//! | *50 million pounds of debt*, *a 20-pound note*, *costs 600 pounds* | `GBP` |

use super::Asked;
use crate::extract::view::View;
use crate::model::Decimal;
use crate::token::{OneOf, Shape};

/// What pounds of money are told of: *50 million pounds of debt*.
const MONEY: OneOf = one_of!(
    "debt",
    "debts",
    "cash",
    "money",
    "investment",
    "investments",
    "funding",
    "funds",
    "aid",
    "revenue",
    "revenues",
    "profit",
    "profits",
    "income",
    "credit",
    "support",
    "spending",
    "savings",
    "tax",
    "taxes",
    "sales",
    "damage",
    "damages",
    "losses",
    "public",
    "taxpayer",
    "taxpayers",
    "government",
    "new",
    "extra",
    "additional",
    "private",
    "state",
    "lottery",
    "bonuses",
    "benefits",
    "fines",
    "fees",
    "bills",
    "assets",
    "costs",
    "cuts",
    "orders",
    "compensation",
    "subsidy",
    "subsidies",
    "grants",
    "equity",
    "business",
    "trade",
    "turnover",
    "property",
    "goods",
    "equipment",
    "work",
    "value",
    "stock",
    "shares",
    "bonds",
    "loans",
    "finance",
    "financing",
    "capital",
    "their",
    "his",
    "her",
    "its",
    "our",
    "the",
    "a",
    "that",
    "this",
    "which",
    "it",
    "them",
    "what",
    "unpaid",
    "lost",
    "wasted",
    "rent",
    "wages",
    "pay",
    "sponsorship",
    "donations",
    "overdue",
    "charitable",
    "shareholder",
    "shareholders",
    "cost",
    "efficiency",
    "foreign",
    "european",
    "eu",
    "federal",
    "council",
    "central",
    "liabilities",
    "claims",
    "contracts",
    "deals",
    "payments",
);

/// *weighs 1.4 pounds*, *lost 20 pounds*, *12 pounds of butter*: pounds that are no money.
pub fn weighs(asked: &Asked<'_, '_>) -> bool {
    const WEIGHT: OneOf = one_of!(
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "weight",
        "payload",
        "lift",
        "lifts",
        "lifted",
        "tow",
        "tows",
        "towed",
        "hauls",
        "hauled",
        "towing",
        "haul",
        "overweight",
        "heavier",
        "lighter",
        "thrust",
        "meat",
        "fruit",
        "cocaine",
        "marijuana",
        "heroin",
        "emissions",
        "trash",
        "garbage",
        "explosives",
        "bench",
    );
    let Asked { view, written, .. } = *asked;
    let end = written.tokens.end;
    // *a pound and a half*
    let spoken = view.norm(written.unit_at) == "pound" && view.norm(written.unit_at + 1) == "and";
    let told = spoken || matches!(view.norm_before(end, 1), "pounds" | "pound");
    if written.shared.is_none() || !told || is_price(view, view.start_with_hedge(written)) {
        return false;
    }
    // *a 220-pound guard*, not *a 20-pound note*
    if view.norm(written.unit_at) == "-" && written.unit_at + 2 == end {
        return written.exponent == 0
            && !matches!(
                view.norm(end),
                "note"
                    | "fine"
                    | "bill"
                    | "ticket"
                    | "fee"
                    | "prize"
                    | "bonus"
                    | "bet"
                    | "reward"
                    | "coin"
                    | "deposit"
                    | "payment"
                    | "cheque"
                    | "grant"
                    | "levy"
                    | "charge"
                    | "tax"
                    | "penalty"
                    | "increase"
                    | "rise"
                    | "voucher"
                    | "donation"
                    | "loan"
                    | "debt"
                    | "cut"
                    | "-"
            );
    }
    if written.unit_at + 1 != end && !spoken {
        return false;
    }
    let said = view.range.clone().any(|at| view.is_one_of(at, WEIGHT));
    // *50 pounds of flour*, *2.6 million pounds of carbon*, not *50 million pounds of debt*.
    let stuff = is_of_stuff(view, end);
    // An American text counts money in dollars.
    let dollars = view.range.clone().any(|at| matches!(view.norm(at), "$" | "feet" | "foot" | "inches"));
    // *has put on 40 pounds*, *shed 20 pounds*
    let body = written.stated.0 < Decimal::from(500)
        && (1..=3).any(|back| {
            let at = written.tokens.start.wrapping_sub(back);
            matches!(
                view.norm(at),
                "shed" | "shedding" | "gained" | "gaining" | "carrying" | "lose" | "losing" | "pack"
            ) || view.norm(at) == "on" && matches!(view.norm_before(at, 1), "put" | "putting" | "puts")
        });
    written.exponent == 0 && (said || dollars || body || is_lost(asked)) || stuff || is_emitted(asked)
}

/// *90,000 pounds of debris*: what is weighed behind the word *of*.
fn is_of_stuff(view: &View<'_>, end: usize) -> bool {
    let word = view.tokens.get(end + 1).filter(|_| view.range.contains(&(end + 1)));
    view.norm(end) == "of" && word.is_some_and(|t| t.shape == Shape::Word && !t.is_capitalised() && !t.is_one_of(MONEY))
}

/// *costs 600 pounds*, *a fine of 600 pounds*: money whatever else its sentence weighs.
fn is_price(view: &View<'_>, start: usize) -> bool {
    const PRICES: OneOf = one_of!(
        "cost", "costs", "costing", "paid", "pay", "pays", "paying", "price", "priced", "fine", "fined", "fee",
        "salary", "sold", "bought", "worth", "charges", "charged", "owes", "owed", "earns", "earned", "saves", "saved",
        "spent", "donated", "invested", "prize",
    );
    (1..=2).any(|back| start.checked_sub(back).is_some_and(|at| view.is_one_of(at, PRICES)))
}

/// *lost 33 pounds on the drug*, *the turkey, at 20 pounds, feeds twelve*: of bodies and of meals.
fn is_lost(asked: &Asked<'_, '_>) -> bool {
    const BODIES: OneOf = one_of!(
        "patients",
        "diet",
        "diets",
        "dieters",
        "drug",
        "surgery",
        "muscle",
        "fat",
        "exercise",
        "holidays",
        "pregnancy",
        "baby",
        "birth",
        "newborn",
        "turkey",
        "fish",
        "trout",
        "bass",
        "cat",
        "dog",
        "puppy",
        "guard",
        "tackle",
        "wrestler",
        "boxer",
        "halibut",
        "lobster",
        "catch",
        "luggage",
        "suitcase",
        "backpack",
    );
    let Asked { view, written, .. } = *asked;
    let before = view.norm_before(view.start_with_hedge(written), 1);
    let moved = matches!(before, "lost" | "gained" | "at" | "of" | "dropped" | "to");
    moved && written.stated.0 < Decimal::from(500) && view.range.clone().any(|at| view.is_one_of(at, BODIES))
}

/// *emissions of 2.6 million pounds every second*: gas by its weight.
fn is_emitted(asked: &Asked<'_, '_>) -> bool {
    const GASES: OneOf =
        one_of!("emissions", "emits", "emit", "emitted", "carbon", "dioxide", "methane", "co2", "thrust");
    const TIMES: [&str; 4] = ["second", "minute", "hour", "day"];
    let Asked { view, written, .. } = *asked;
    let end = written.tokens.end;
    let rate = matches!(view.norm(end), "a" | "per" | "every" | "each") && TIMES.contains(&view.norm(end + 1));
    let tons = || view.range.clone().any(|at| matches!(view.norm(at), "tons" | "tonnes"));
    let gas = || view.range.clone().any(|at| view.is_one_of(at, GASES));
    (rate || tons()) && gas()
}
