//! Words of goods, parties and times inside names of something else: offices, symbols of papers, animals, contracts.

use std::ops::Range;

use super::Scan;
use crate::lexicon::NameForm;
use crate::lexicon::words::{is_paper, stands_joined};
use crate::lexicon::{Kinds, Sense};
use crate::model::Commodity;
use crate::token::{Shape, Token};

/// *the 27-nation European Union*: a number that describes who is named.
pub(super) fn describes_group(scan: &Scan<'_>, at: usize) -> bool {
    let joined = |at: usize| scan.get(at).is_some_and(Token::is_joined);
    scan.get(at + 1).is_some_and(|t| t.is_mark('-'))
        && joined(at + 1)
        && joined(at + 2)
        && scan.get(at + 2).is_some_and(|t| matches!(t.norm.as_ref(), "nation" | "member" | "country" | "state"))
}

/// *Chubu Electric Power*, *Qatar General Petroleum Corp*, *Newmont Mining Corp*: goods or a deed in the name of a firm.
pub(super) fn in_a_name(scan: &Scan<'_>, goods: &Range<usize>) -> bool {
    const FIRMS: [&str; 39] = [
        "corp",
        "corporation",
        "company",
        "co",
        "ltd",
        "limited",
        "inc",
        "plc",
        "group",
        "holding",
        "holdings",
        "ministry",
        "association",
        "authority",
        "board",
        "bureau",
        "commission",
        "council",
        "institute",
        "agency",
        "llc",
        "gmbh",
        "enterprise",
        "complex",
        "exchange",
        "marketing",
        "federation",
        "union",
        "information",
        "administration",
        "department",
        "directorate",
        "minister",
        "secretary",
        "committee",
        "outlook",
        "partners",
        "intelligence",
        "analytics",
    ];
    let capital = |at: usize| {
        scan.get(at)
            .is_some_and(|t| t.shape == Shape::Word && t.is_capitalised() && t.text.chars().any(char::is_lowercase))
    };
    if !goods.clone().all(capital) {
        return false;
    }
    // *the Ministry of Hydrocarbons*, *the Ministry of Petroleum and Natural Gas*: what an office looks after.
    let of = (goods.start.saturating_sub(4).max(scan.range.start + 1)..goods.start)
        .rev()
        .take_while(|at| {
            capital(*at) || scan.get(*at).is_some_and(|t| matches!(t.norm.as_ref(), "of" | "and" | "&" | ","))
        })
        .find(|at| scan.get(*at).is_some_and(|t| t.norm == "of"));
    let office = |t: &Token<'_>| {
        t.is_capitalised() && matches!(t.norm.as_ref(), "ministry" | "minister" | "department" | "bureau")
    };
    let small = |at: usize| scan.get(at).is_some_and(|t| t.text.chars().any(char::is_lowercase));
    if of.is_some_and(|of| scan.get(of - 1).is_some_and(office) && small(of - 1)) {
        return true;
    }
    // In a line of capitals at every word nothing is told by them.
    let words =
        scan.range.clone().filter(|at| scan.get(*at).is_some_and(|t| t.shape == Shape::Word && t.text.len() > 4));
    let (small, large) = words.fold((0, 0), |(s, l), at| if capital(at) { (s, l + 1) } else { (s + 1, l) });
    if small * 3 <= large {
        return false;
    }
    capital(goods.end) && scan.get(goods.end).is_some_and(|t| FIRMS.contains(&t.norm.as_ref()))
        || goods.start > scan.range.start + 1
            && capital(goods.start - 1)
            && scan.found.get(goods.start - 1 - scan.range.start).is_some_and(Option::is_none)
            && (goods.len() > 1 || capital(goods.end))
}

/// *Stockholm International Peace Research Institute*, *the Paris Agreement*: a capital in the name of something that is no state's.
pub(super) fn names_an_institute(scan: &Scan<'_>, form: NameForm, end: usize) -> bool {
    let large = |at: &usize| scan.get(*at).is_some_and(|t| t.shape == Shape::Word && t.is_capitalised());
    let words = (end..end + 6).take_while(large).count();
    let last =
        (end + words).checked_sub(1).filter(|_| words > 0 && form == NameForm::Capital).and_then(|at| scan.get(at));
    last.is_some_and(|t| {
        matches!(
            t.norm.as_ref(),
            "institute"
                | "university"
                | "school"
                | "college"
                | "academy"
                | "conference"
                | "convention"
                | "protocol"
                | "agreement"
                | "treaty"
                | "process"
                | "club"
                | "declaration"
                | "forum"
                | "summit"
        )
    })
}

/// *Today, May futures settled at*: the month that a contract is for, which is no *may*.
pub(super) fn is_month_dealt_in(scan: &Scan<'_>, at: usize) -> bool {
    let contract = |t: &Token<'_>| matches!(t.norm.as_ref(), "futures" | "contract" | "delivery");
    scan.tokens[at].text == "May" && scan.get(at + 1).is_some_and(contract)
}

/// *the energy ministry said output would drop*, *the cereals management committee*: many kinds of goods before the office that
/// looks after them, behind which token `end` stands.
pub(super) fn of_an_office(scan: &Scan<'_>, goods: &Commodity, end: usize) -> bool {
    let wide = matches!(goods.as_str(), "energy" | "food" | "agricultural_products" | "cereals" | "grain" | "minerals");
    let office = |at: usize| {
        scan.get(at).is_some_and(|t| {
            matches!(
                t.norm.as_ref(),
                "ministry"
                    | "minister"
                    | "ministers"
                    | "ministries"
                    | "secretary"
                    | "department"
                    | "committee"
                    | "agency"
                    | "commission"
                    | "commissioner"
                    | "board"
                    | "authority"
                    | "bureau"
                    | "institute"
                    | "association"
                    | "council"
                    | "regulator"
                    | "watchdog"
                    | "consultancy"
            )
        })
    };
    // *power firms paid 10 dollars for LNG*: who makes it buys other goods.
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let firm = matches!(word(end), "firm" | "firms" | "companies" | "utilities");
    let fuel = |at: usize| matches!(word(at), "lng" | "coal" | "gas" | "uranium" | "fuel" | "oil" | "diesel");
    if goods.as_str() == "electricity" && firm {
        return scan.range.clone().any(fuel);
    }
    wide && (office(end) || scan.get(end).is_some_and(|t| t.norm == "management") && office(end + 1))
}

/// *other beef, produced from dairy steers*: animals that give milk, behind which nothing made of it is meant.
pub(super) fn of_animals(scan: &Scan<'_>, goods: &Commodity, end: usize) -> bool {
    let animals = |t: &Token<'_>| {
        matches!(t.norm.as_ref(), "steers" | "cows" | "cow" | "cattle" | "herd" | "herds" | "heifers" | "calves")
    };
    goods.as_str() == "dairy_products" && scan.get(end).is_some_and(animals)
}

/// *fuel oil of one pct sulphur*, *low-sulphur diesel*, *a sulphur content of 0.2 pct*: what other goods are told apart by.
pub(super) fn of_a_grade(scan: &Scan<'_>, goods: &Commodity, tokens: &Range<usize>) -> bool {
    let word = |at: usize| scan.get(at).map_or("", |t| t.norm.as_ref());
    let back = |n: usize| tokens.start.checked_sub(n).map_or("", word);
    let joined = usize::from(back(1) == "-");
    let rated = matches!(back(1 + joined), "pct" | "percent" | "cent" | "%" | "low" | "high" | "lower" | "higher");
    let next = tokens.end + usize::from(word(tokens.end) == "-");
    let told = matches!(
        word(next),
        "content" | "fuel" | "fuels" | "crude" | "crudes" | "oil" | "diesel" | "gasoil" | "coal" | "grade" | "grades"
    );
    // *an oil-linked price*, *oil-indexed contracts*: what a price follows.
    if word(tokens.end) == "-" && matches!(word(tokens.end + 1), "linked" | "indexed" | "pegged") {
        return true;
    }
    // *a formula linked to fuel oil*, *prices tied to crude*
    let follows = matches!(back(2), "linked" | "indexed" | "pegged" | "tied") && back(1) == "to";
    if follows {
        return true;
    }
    // *West Texas Sweet*, *sweet and sour crudes*: crude with little of it.
    let sweet = tokens.len() == 1 && word(tokens.start) == "sweet";
    sweet || goods.as_str() == "sulphur" && (rated || told)
}

/// Whether the token at `at` begins the code of a paper in its brackets: *Hudbay <HBM.TO>*.
pub(super) fn opens_ticker(scan: &Scan<'_>, at: usize) -> bool {
    let opens = at.checked_sub(1).and_then(|at| scan.get(at)).is_some_and(|t| t.is_mark('<'));
    opens
        && scan.get(at + 1).is_some_and(|t| t.is_mark('.') || t.is_mark('>'))
        && scan.get(at).is_some_and(|t| t.text.chars().all(char::is_uppercase))
}

/// Whether the token at `at` ends the code of a paper that is traded: *3668.HK*, *ANTO.UK*.
pub(super) fn is_of_ticker(scan: &Scan<'_>, at: usize) -> bool {
    let stop = |t: &Token<'_>| t.is_mark('.') && t.is_joined();
    scan.tokens[at].text.len() == 2
        && scan.tokens[at].is_joined()
        && scan.tokens[scan.range.start..at].last().is_some_and(stop)
        && at >= scan.range.start + 2
        && (scan.tokens[at - 2].text.len() > 1)
}

/// *the Portuguese-speaking countries*, *English-language books*: what a language is spoken of, behind whose name token `end` stands.
pub(super) fn of_a_language(scan: &Scan<'_>, end: usize) -> bool {
    scan.get(end).is_some_and(|t| t.is_mark('-'))
        && scan.get(end + 1).is_some_and(|t| matches!(t.norm.as_ref(), "speaking" | "language" | "speakers"))
}

/// *Kuwait Times*, *Pakistan Point News*, *the Times of India*: the name of a country in that of a paper or an agency for news.
pub(super) fn of_a_paper(scan: &Scan<'_>, name: &Range<usize>) -> bool {
    let capital = |at: usize| scan.get(at).is_some_and(|t| t.shape == Shape::Word && t.is_capitalised());
    let paper = |at: usize| capital(at) && scan.get(at).is_some_and(|t| is_paper(t.norm.as_ref()));
    let before = |back: usize| name.start.checked_sub(back).filter(|at| *at >= scan.range.start);
    let of = before(2).is_some_and(|at| capital(at) && scan.get(at).is_some_and(|t| t.norm == "times"))
        && before(1).is_some_and(|at| scan.get(at).is_some_and(|t| t.norm == "of"));
    // In a line of capitals at every word nothing is told by them: *China Daily Crude Runs Rise*.
    let last = name.end + usize::from(!paper(name.end));
    of || (last == name.end || capital(name.end)) && paper(last) && !capital(last + 1)
}

/// *Pak-Iran trade*, *Franco-Italian ties*; not *Pak Jokowi* nor *the Indo-Pacific*: whether the name at token `at` is one that stands for a
/// country only where a dash joins it to another's, and nothing does.
pub(super) fn is_unjoined(scan: &Scan<'_>, at: usize) -> bool {
    let party = |at: usize| scan.sense(Kinds::PARTY, at, |s| matches!(s, Sense::Party(..)).then_some(())).is_some();
    let dash = |at: usize| scan.get(at).is_some_and(|t| matches!(t.norm.as_ref(), "-" | "–"));
    let before = |back: usize| at.checked_sub(back).filter(|at| *at >= scan.range.start);
    let joined = || dash(at + 1) && party(at + 2) || before(1).is_some_and(dash) && before(2).is_some_and(party);
    scan.get(at).is_some_and(|t| stands_joined(t.norm.as_ref())) && !joined()
}
