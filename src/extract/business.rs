//! Figures of firms, of their papers and of those who are asked for their views, which are no statistic of a country.
//!
//! | sentence | is | by |
//! | --- | --- | --- |
//! | *the Nasdaq fell **0.35 per cent*** | a move of papers | `move_of_a_stock` |
//! | *Agnico Eagle (TSX: AEM) rose **8.85%*** | the same | `move_of_a_stock` |
//! | *fined the trader **$95 million*** | a fine | `fine` |
//! | *wrote off **€2 billion*** | what is counted no longer | `written_off` |
//! | *paid the state **$3.3 billion*** | taxes | `paid_to_the_state` |
//! | *paid **$1bn** for a US wine maker* | what a firm was bought for | `price_of_a_firm` |
//! | *tourism receipts hit **108 billion euros*** | no goods | `earned_by_services` |
//! | *all-in sustaining costs of **$1,280 an ounce*** | what making costs | `cost_of_making` |

use super::assemble::Assembler;
use super::grammar::Role;
use super::head::Head;
use super::indicator::Governor;
use super::levied::{granted, is_link, past_bracket};
use super::view::{Actor, View};
use crate::lexicon::words::{holds, is_receipts, pays};
use crate::lexicon::{Class, Cue};
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{Indicator, Unit};
use crate::token::{OneOf, Shape};

/// The name of the rule that says that a figure is of a firm.
pub fn told_of(view: &View<'_>, written: &QuantityMention, unit: Unit) -> Option<&'static str> {
    if unit.is_ratio() {
        let stock = beside_a_symbol(view, written) || of_a_contract(view, written) || of_papers(view, written);
        return if earned_by_services(view, written) {
            Some("earned_by_services")
        } else if stock {
            Some("move_of_a_stock")
        } else if stake(view, written) {
            Some("stake_in_a_firm")
        } else if of_its_sales(view, written) || multiplied(view, written) {
            Some("part_of_a_firm")
        } else if over_a_price(view, written) && granted(view, written).is_none() {
            Some("difference_of_prices")
        } else {
            None
        };
    }
    if unit.is_price() && cost_of_making(view, written) {
        return Some("cost_of_making");
    }
    let money = unit.is_sum();
    if !money {
        None
    } else if fined(view, written) {
        Some("fine")
    } else if revenue_reached(view, written) {
        Some("revenue_of_a_firm")
    } else if written_off(view, written) {
        Some("written_off")
    } else if paid_to_the_state(view, written) {
        Some("paid_to_the_state")
    } else if price_of_a_firm(view, written) {
        Some("price_of_a_firm")
    } else {
        earned_by_services(view, written).then_some("earned_by_services")
    }
}

/// *fined the trader $95 million*: what a court or office takes.
fn fined(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = view.start_with_hedge(written);
    let fine = |at: usize| matches!(view.norm(at), "fined" | "fines" | "fine" | "sued" | "bribes" | "bribe");
    view.back(start, 5).any(fine) || matches!(view.norm(written.tokens.end), "fine" | "penalty" | "lawsuit" | "bribe")
}

/// *tripled its revenue and paid the state $3.3 billion*, *paid $200 million to the treasury*: taxes and what the owner gets.
fn paid_to_the_state(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (view.start_with_hedge(written), written.tokens.end);
    let state = |at: usize| {
        matches!(view.norm(at), "state" | "treasury" | "exchequer" | "taxman" | "budget")
            && matches!(view.norm_before(at, 1), "the" | "state" | "federal" | "national")
    };
    let paid = view.back(start, 5).any(|at| pays(view.norm(at)));
    // *paid the state company $3 million for gas*
    let whole = |at: usize| state(at) && (at + 1 == start || at > end && !view.names_goods(&(end..at)));
    let ahead = (start.saturating_sub(3)..start).any(whole);
    let behind = || matches!(view.norm(end), "to" | "into") && (end + 1..end + 4).any(whole);
    paid && view.norm(end) != "for" && (ahead || behind())
}

/// *wrote off 2 billion euros*, *a write-down of 3 billion*: what a firm no longer counts as its own.
fn written_off(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = view.start_with_hedge(written);
    let off = |at: usize| {
        matches!(view.norm(at), "wrote" | "write" | "writes" | "writing" | "written")
            && (matches!(view.norm(at + 1), "off" | "down")
                || view.norm(at + 1) == "-" && matches!(view.norm(at + 2), "off" | "down" | "offs" | "downs"))
            || matches!(view.norm(at), "writedown" | "writedowns" | "impairment" | "impairments")
    };
    view.back(start, 5).any(off) || (written.tokens.end..written.tokens.end + 3).any(off)
}

/// *paid $1bn for US wine maker Robert Mondavi*, *bid $800m to buy two cement firms*, *bought a gas producer for $2.1 billion*: what a firm
/// was bought for.
fn price_of_a_firm(view: &View<'_>, written: &QuantityMention) -> bool {
    const NEAR: usize = 9;
    let (start, end) = (view.start_with_hedge(written), past_bracket(view, written.tokens.end));
    // *sold its Russian plant for 125 million*: what a firm works with; not *sold India a power plant*.
    let works = |at: &usize| {
        let own = |back| matches!(view.norm_before(*at, back), "its" | "their" | "his");
        matches!(view.norm(*at), "plant" | "plants" | "factory" | "factories" | "mine" | "refinery" | "operations")
            && (own(1) || own(2) || own(3))
            && view.norm(*at + 1) != "to"
    };
    let firm = |at: &usize| view.is_one_of(*at, FIRMS_SOLD) && view.norm(at + 1) != "'" || works(at);
    // The words of what is bought: up to what is told of it, or the next figure.
    let plain = |at: &usize| {
        view.range.contains(at)
            && !is_link(view.norm(*at))
            && !view.figures().any(|q| q.tokens.start == *at && q.form != Form::Bare)
    };
    let object = |from: usize| (from..from + NEAR).take_while(plain).any(|at| firm(&at));
    let behind = match view.norm(end) {
        "for" => view.back(start, 3).any(|at| pays(view.norm(at)) || view.norm(at) == "bid") && object(end + 1),
        "to" => is_bought(view.norm(end + 1)) && object(end + 2),
        _ => false,
    };
    let before = || {
        let reach = start.saturating_sub(NEAR + 2).max(view.clause(start).start)..start.saturating_sub(1);
        let verb = reach.rev().find(|at| is_bought(view.norm(*at)));
        view.norm_before(start, 1) == "for"
            && verb.is_some_and(|verb| (verb + 1..start - 1).take_while(plain).any(|at| firm(&at)))
    };
    behind || before()
}

/// *agreed to **buy** a rival*: a verb by which a firm changes hands.
fn is_bought(word: &str) -> bool {
    matches!(
        word,
        "buy"
            | "buys"
            | "bought"
            | "buying"
            | "acquire"
            | "acquires"
            | "acquired"
            | "acquiring"
            | "purchase"
            | "purchased"
            | "sell"
            | "sells"
            | "sold"
            | "selling"
    )
}

/// Words for firms and parts of them.
const FIRMS_SOLD: OneOf = one_of!(
    "company",
    "companies",
    "firm",
    "firms",
    "group",
    "maker",
    "makers",
    "producer",
    "producers",
    "refiner",
    "miner",
    "brewer",
    "distiller",
    "manufacturer",
    "developer",
    "operator",
    "distributor",
    "retailer",
    "utility",
    "subsidiary",
    "unit",
    "arm",
    "business",
    "division",
    "rival",
    "chain",
    "bank",
    "stake",
    "shares",
    "assets",
);

/// *Spain's tourism receipts hit 108 billion euros*, *canal tolls*: what is earned without goods.
fn earned_by_services(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let earned = |at: usize| {
        let money = || is_receipts(view.norm(at + 1)) || matches!(view.norm(at + 1), "income" | "spending");
        matches!(view.norm(at), "tourism" | "tourist" | "travel" | "canal" | "toll" | "gaming") && money()
            || matches!(view.norm(at), "remittance" | "remittances" | "royalties")
            // *Tourism brought $1.1 billion*
            || view.norm(at) == "tourism"
                && matches!(view.norm(at + 1), "brought" | "earned" | "generated" | "fetched" | "yielded")
    };
    let from = start.saturating_sub(10).max(view.range.start);
    let Some(at) = (from..start).rev().find(|at| earned(*at)) else { return false };
    !view.heads.iter().any(|h| h.at > at + 1 && h.at < start)
}

impl Assembler<'_> {
    /// What shops ask and sell, and what a firm sells in a text of its results, where no country is named that it goes to or comes
    /// from; `told` where goods are.
    pub(super) fn at_home(
        &self,
        view: &View<'_>,
        unit: Unit,
        governor: Governor,
        indicator: Indicator,
        told: bool,
    ) -> Option<&'static str> {
        let head = |words: &[&str]| matches!(governor, Governor::Head(head) if words.contains(&view.norm(head.at)));
        let abroad = |a: &Actor| matches!(a.role, Role::To | Role::With | Role::From);
        let inland = || indicator == Indicator::Exports && !view.actors.iter().any(abroad);
        if self.retail && unit.is_ratio() && inland() {
            return Some("sales_of_shops");
        }
        // *Sales climbed 10 percent to 1.3 billion pounds*, in a text of profits and dividends.
        let money = !unit.is_bulk() && !unit.is_price();
        if (self.firm || self.listed_firm) && money && head(&["sales", "orders", "sold"]) && inland() {
            return Some("sales_of_a_firm");
        }
        // *Inflation eased to 6.2 percent. Prices of vegetables went up 18 percent*
        let beside = self.shop_prices == Some(self.lines) && !view.actors.iter().any(abroad);
        let prices = self.shops && indicator == Indicator::Price && unit.is_ratio() && (!told || beside);
        (prices && head(&["prices", "price"])).then_some("prices_of_shops")
    }
}

/// *the Nasdaq Composite fell 0.35 per cent*, *Agnico Eagle (TSX: AEM) rose 8.85%*: what papers did, where nothing that is counted of
/// goods is named between.
fn of_papers(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = written.tokens.start;
    let from = start.saturating_sub(20).max(view.range.start);
    let index = |at: usize| {
        matches!(
            view.norm(at),
            "nasdaq" | "dow" | "msci" | "ftse" | "nikkei" | "stoxx" | "etf" | "kospi" | "sensex" | "hang" | "dax"
        )
    };
    let paper = |at: usize| match view.norm(at) {
        _ if index(at) => true,
        // *its gauge of stocks across the globe*
        "stocks" => matches!(view.norm_before(at, 2), "gauge" | "index") && view.norm_before(at, 1) == "of",
        "p" => view.norm_before(at, 1) == "&",
        // *Shares of L3Harris were down*, not *the shares of oil in exports*
        "shares" => view.norm(at + 1) != "of" || view.tokens[at + 2].is_capitalised(),
        "nyse" | "tsx" | "tsxv" | "asx" | "lon" | "lse" | "jse" | "hkex" => view.norm(at + 1) == ":",
        "yield" | "yields" => matches!(view.norm_before(at, 1), "treasury" | "bond" | "year" | "note"),
        _ => false,
    };
    let Some(at) = (from..start).rev().find(|at| paper(*at)) else { return false };
    let moved = view.mentions.iter().any(|m| {
        (at + 1..start).contains(&m.tokens.start)
            && matches!(&m.what, What::Cues(cues) if cues.iter().any(|c| matches!(c, Cue::Direction(_))))
    });
    moved && !view.heads.iter().any(|h| h.at > at && h.at < start && h.class == Class::Noun)
}

/// *aircraft accounted for 17.1 pct of MHI's sales*: a part of what a firm takes in, whose name is that of no country.
fn of_its_sales(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    if view.norm(end) != "of" {
        return false;
    }
    let owner = (end + 1..end + 5).find(|at| view.norm(*at) == "'" && view.norm(at + 1) == "s");
    let Some(owner) = owner.filter(|at| *at > end + 1) else { return false };
    let named = (end + 1..owner).all(|at| view.tokens[at].shape == Shape::Word && view.tokens[at].is_capitalised());
    let known = view.mentions.iter().any(|m| m.tokens.start < owner && m.tokens.end > end + 1);
    let total = owner + 2 + usize::from(matches!(view.norm(owner + 2), "total" | "annual" | "group" | "overall"));
    named && !known && matches!(view.norm(total), "sales" | "revenue" | "revenues" | "turnover" | "business" | "profit")
}

/// *The biggest producer tripled its revenue to $10.7 billion*: what a firm did with what it takes in.
fn multiplied(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    matches!(view.norm(end), "its" | "their" | "his" | "her")
        && (end + 1..end + 3).any(|at| {
            matches!(view.norm(at), "revenue" | "revenues" | "profit" | "profits" | "income" | "turnover" | "dividend")
        })
}

/// *tripled its revenue to $10.7 billion*: what that came to.
fn revenue_reached(view: &View<'_>, written: &QuantityMention) -> bool {
    let to = view.start_with_hedge(written).wrapping_sub(1);
    let before = view.figures().rfind(|q| q.tokens.end <= to);
    view.norm(to) == "to" && before.is_some_and(|q| to - q.tokens.end <= 3 && multiplied(view, q))
}

/// *a premium of 5.7% to Aerojet's close*: by how much one price is above another.
fn over_a_price(view: &View<'_>, written: &QuantityMention) -> bool {
    let of = view.start_with_hedge(written).wrapping_sub(1);
    let end = written.tokens.end;
    let told = |at: usize| matches!(view.norm(at), "premium" | "premiums" | "discount" | "discounts");
    // *Insurance premiums jumped to 1 percent of the value of a vessel*
    let insured = |at: usize| view.norm(at) == "insurance" && told(at + 1);
    let from = of.saturating_sub(14).max(view.range.start);
    view.norm(of) == "of" && told(of.wrapping_sub(1)) || told(end) || (from..of).any(insured)
}

/// *all-in sustaining costs of $1,280 an ounce*, *a capital intensity of $16,000 per tonne*, *a break-even price of $98 a barrel*: what
/// it costs to make goods or to carry them.
fn cost_of_making(view: &View<'_>, written: &QuantityMention) -> bool {
    let start = view.start_with_hedge(written);
    let even = |at: usize| {
        view.norm(at) == "breakeven" || view.norm(at) == "even" && matches!(view.norm_before(at, 2), "break" | "breaks")
    };
    let cost = |at: usize| match view.norm(at) {
        "intensity" | "aisc" | "netback" | "netbacks" => true,
        _ if even(at) => true,
        "cost" | "costs" => matches!(
            view.norm_before(at, 1),
            "cash"
                | "sustaining"
                | "production"
                | "operating"
                | "unit"
                | "lifting"
                | "extraction"
                | "capital"
                | "mining"
                | "transmission"
                | "transport"
                | "transportation"
                | "capacity"
                | "shipping"
        ),
        _ => false,
    };
    let from = start.saturating_sub(10).max(view.range.start);
    let Some(at) = (from..start).rev().find(|at| cost(*at)) else { return false };
    let named = at + 1 + usize::from(even(at));
    !(named..start).any(|at| matches!(view.norm(at), "price" | "prices"))
}

/// *Shares of the miner (XYZ 8.25%) rose*: a stock and how it moved.
fn beside_a_symbol(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    if view.norm(end) != ")" || view.norm_before(start, 2) != "(" {
        return false;
    }
    let text = view.tokens[start - 1].text;
    text.len() <= 5
        && text.bytes().all(|b| b.is_ascii_uppercase())
        && !view.mentions.iter().any(|m| m.tokens.contains(&(start - 1)))
}

/// *May arabica (KCK24) closed down 1.30 (**0.71%**)*: whether a percentage in brackets is of a contract that its symbol is told of.
fn of_a_contract(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    if view.norm(end) != ")" || view.norm_before(start, 1) != "(" {
        return false;
    }
    let symbol = |at: usize| {
        let text = view.tokens[at].text;
        let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
        view.norm_before(at, 1) == "("
            && view.norm(at + 1) == ")"
            && text.len() == letters.len() + 2
            && (3..=4).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_uppercase())
    };
    (view.range.start..start - 1).any(symbol)
}

/// *It will have an equity base of one million and a turnover of 200 million*: a firm's, not a country's.
pub fn turnover_of_a_firm(view: &View<'_>, head: Head) -> bool {
    let firm =
        |at: usize| matches!(view.norm(at), "equity" | "company" | "firm" | "employees" | "subsidiary" | "retailer");
    let two = view.pair.is_some() || view.actors.iter().any(|a| matches!(a.role, Role::With | Role::Between));
    view.norm(head.at) == "turnover" && !two && view.range.clone().any(firm)
}

/// *25 pct of the group*, *a 25 pct equity stake*, *of which it holds 17.5 pct*: a part of a firm.
fn stake(view: &View<'_>, written: &QuantityMention) -> bool {
    const FIRMS: OneOf = one_of!(
        "interest",
        "group",
        "company",
        "firm",
        "venture",
        "bank",
        "subsidiary",
        "shares",
        "equity",
        "consortium",
        "co",
        "corp",
        "inc",
        "ltd",
        "plc",
        "stake",
        "shareholding",
    );
    let (start, end) = (written.tokens.start, written.tokens.end);
    let firm = |at: usize| view.is_one_of(at, FIRMS) && view.norm(at + 1) != "'";
    let of_firm = view.norm(end) == "of" && (end + 1..end + 6).take_while(|at| view.norm(*at) != "of").any(firm);
    let equity = (end..end + 2).any(firm);
    let owns = matches!(view.norm_before(start, 1), "owns" | "owned" | "own" | "owning");
    // *the plant, 92.5% owned by the utility*
    let owned = matches!(view.norm(end), "owned" | "held") && view.norm(end + 1) == "by";
    let segment = view.segment_tokens(view.segment(start));
    let holds = holds(view.norm_before(start, 1)) && view.norm(segment.start) == "of" && end == segment.end;
    // *the 70 dlr bid*, *the publicly held 45 pct of Standard Oil Co*
    let bid = matches!(view.norm(end), "bid" | "takeover" | "premium");
    of_firm || equity || owns || owned || holds || bid || part_of_a_name(view, written)
}

/// *bought half of MangistauMunaiGas*, *took a third of Medgaz*: a part of what bears a name of its own, where it changes owners.
fn part_of_a_name(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, name) = (view.start_with_hedge(written), written.tokens.end + 1);
    let buys = |at: usize| {
        matches!(
            view.norm(at),
            "buy"
                | "bought"
                | "buys"
                | "buying"
                | "acquire"
                | "acquired"
                | "acquires"
                | "acquiring"
                | "took"
                | "taken"
                | "sold"
                | "sell"
        )
    };
    let ratio = written.quantity.unit.is_ratio() && view.norm(written.tokens.end) == "of";
    let known = |m: &Mention| m.tokens.contains(&name) && !matches!(m.what, What::Cues(_) | What::Route(..));
    let (first, next) = (view.tokens.get(name), view.norm(name + 1));
    let named = first.is_some_and(|t| t.is_capitalised() && t.text.len() > 3)
        && matches!(next, "for" | "from" | "in" | "to" | "," | "." | "and" | "");
    ratio && named && view.back(start, 1).any(buys) && !view.mentions.iter().any(known)
}
