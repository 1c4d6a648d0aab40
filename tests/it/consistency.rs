//! Agreements and conflicts that a reader listed, found again from the facts that readers wrote down.
//!
//! The facts are gold, so that nothing but the checks is measured. Where gold lists several readings the first is taken;
//! the place is that of the quote in the text, and `quantum` one step of the last digit that the quote shows. The texts are
//! not part of the crate: they lie in `../shared`, or in the folder that the variable `BILATERAL_SHARED` names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bilateral::check::{self, Finding, Outcome};
use bilateral::series::wrong_codes;
use bilateral::{Bound, Dataset, Decimal, Document, Fact, Lexicon};
use serde_json::Value;

use crate::gold::shared;

/// What a finding's check can be for each rule of the list.
const RULES: &[(&str, &[&str])] = &[
    ("same_figure", &["sources", "stocks"]),
    ("growth_vs_levels", &["year_on_year"]),
    ("parts_vs_total", &["balance", "goods", "members", "prices", "shares", "stocks"]),
    ("periods_vs_total", &["periods"]),
    ("region_vs_members", &["members"]),
    ("mirror", &["mirror"]),
    ("unit_slip", &["slip"]),
];

/// One line of the list: facts by document, quote and occurrence.
struct Line {
    kind: String,
    rule: String,
    facts: BTreeSet<usize>,
    note: String,
}

struct Corpus {
    dataset: Dataset,
    documents: Vec<Document>,
    lines: Vec<Line>,
}

/// The JSON values of the lines of a file.
fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn first(value: &Value) -> Value {
    value.as_array().and_then(|all| all.first()).unwrap_or(value).clone()
}

/// The byte where the occurrence `nth` of a quote begins.
fn place(text: &str, quote: &str, nth: u64) -> usize {
    let mut from = 0;
    for _ in 0..nth {
        from += text[from..].find(quote).unwrap() + 1;
        while !text.is_char_boundary(from) {
            from += 1;
        }
    }
    from + text[from..].find(quote).unwrap_or_else(|| panic!("{quote:?} is not in its text"))
}

/// One step of the last digit of the first number of a quote, in the unit of `value`; none where words tell it.
fn quantum(quote: &str, value: Decimal) -> Option<Decimal> {
    let value = value.abs();
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}');
    let start = quote.find(|c: char| c.is_ascii_digit())?;
    let end = quote[start..].find(|c: char| !number(c)).map_or(quote.len(), |end| start + end);
    let written = quote[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let tail = |mark: char| written.rfind(mark).map(|at| written.len() - at - mark.len_utf8());
    // As a decimal mark where the scale that follows is a power of a thousand, else as a mark of groups.
    let mut readings: Vec<u32> = ['.', ','].iter().filter_map(|mark| tail(*mark)).map(|n| n as u32).collect();
    readings.push(0);
    let whole: Decimal = digits.parse().ok()?;
    if whole.is_zero() {
        return None;
    }
    let step = |decimals: u32| {
        let number = whole.checked_mul(Decimal::new(1, decimals)?)?;
        let factor = value.checked_div(number)?;
        Some((factor, factor.checked_mul(Decimal::new(1, decimals)?)?))
    };
    let thousands = [0, 3, 6, 9, 12].map(|n| Decimal::power_of_ten(n).unwrap());
    let steps: Vec<_> = readings.iter().filter_map(|decimals| step(*decimals)).collect();
    let plain = steps.iter().find(|(factor, _)| thousands.contains(factor));
    plain.or(steps.first()).map(|(_, step)| *step)
}

fn read(shared: &Path, name: &str) -> Corpus {
    let corpus = shared.join("corpus");
    let documents: Vec<Document> = lines(&corpus.join(format!("{name}.docs.jsonl")))
        .into_iter()
        .map(|line| serde_json::from_value(line).unwrap())
        .collect();
    let texts: BTreeMap<&str, &str> = documents.iter().map(|d| (&*d.id, &*d.text)).collect();
    let mut facts = Vec::<Fact>::new();
    let mut places = BTreeMap::new();
    for gold in lines(&corpus.join(format!("{name}.facts.jsonl"))) {
        let text = |field: &str| gold[field].as_str().unwrap().to_owned();
        let (document, quote, nth) = (text("document"), text("quote"), gold["nth"].as_u64().unwrap_or(0));
        let start = place(texts[document.as_str()], &quote, nth);
        let value: Decimal = first(&gold["value"]).as_str().unwrap().parse().unwrap();
        let mut record = serde_json::json!({"start": start, "end": start + quote.len()});
        for (field, value) in gold.as_object().unwrap() {
            if !["nth", "optional"].contains(&field.as_str()) {
                record[field] = first(value);
            }
        }
        record["quantum"] = quantum(&quote, value).map_or(Value::Null, |step| step.to_string().into());
        places.insert((document, quote, nth), facts.len());
        facts.push(serde_json::from_value(record).unwrap());
    }
    let listed = lines(&corpus.join(format!("{name}.consistency.jsonl")));
    let lines = listed.iter().map(|line| {
        let fact = |fact: &Value| {
            let text = |field: &str| fact[field].as_str().unwrap().to_owned();
            places[&(text("document"), text("quote"), fact["nth"].as_u64().unwrap_or(0))]
        };
        let text = |field: &str| line[field].as_str().unwrap().to_owned();
        let facts = line["facts"].as_array().unwrap().iter().map(fact).collect();
        Line { kind: text("kind"), rule: text("rule"), facts, note: text("note") }
    });
    let lines = lines.collect();
    Corpus { dataset: Dataset::new(&facts, &documents), documents, lines }
}

fn cited(finding: &Finding) -> BTreeSet<usize> {
    finding.statements.iter().map(|cited| cited.fact).collect()
}

/// Whether a finding is by a check for the rule, and about all facts of the line.
fn tells(line: &Line, finding: &Finding) -> bool {
    let rule = RULES.iter().find(|(rule, _)| *rule == line.rule);
    rule.is_some_and(|(_, checks)| checks.contains(&finding.check)) && line.facts.is_subset(&cited(finding))
}

#[test]
fn listed_conflicts_are_found_and_agreements_are_left() {
    let Some(shared) = shared() else {
        println!("skipped: there is no folder ../shared/corpus");
        return;
    };
    let corpus = read(&shared, "dev");
    let wrong = wrong_codes(corpus.dataset.facts(), &Lexicon::embedded());
    assert!(wrong.is_empty(), "{wrong:?}");
    let findings = check::run(&corpus.dataset, check::ALL);
    let of = |outcome: Outcome| findings.iter().filter(move |f| f.outcome == outcome);
    let listed = |kind: &'static str| corpus.lines.iter().filter(move |line| line.kind == kind);

    let (found, missed): (Vec<_>, Vec<_>) =
        listed("conflict").partition(|line| of(Outcome::Fails).any(|finding| tells(line, finding)));
    let (held, open): (Vec<_>, Vec<_>) =
        listed("agree").partition(|line| of(Outcome::Holds).any(|finding| tells(line, finding)));
    let broken: Vec<_> =
        listed("agree").filter(|line| of(Outcome::Fails).any(|f| cited(f).is_subset(&line.facts))).collect();
    let unlisted: Vec<_> = of(Outcome::Fails)
        .filter(|finding| !listed("conflict").any(|line| line.facts.intersection(&cited(finding)).count() > 1))
        .collect();

    println!("{} of {} conflicts found", found.len(), found.len() + missed.len());
    missed.iter().for_each(|line| println!("  missed: {}: {}", line.rule, line.note));
    println!("{} of {} agreements told to hold", held.len(), held.len() + open.len());
    open.iter().for_each(|line| println!("  open: {}: {}", line.rule, line.note));
    println!("{} agreements said to fail", broken.len());
    broken.iter().for_each(|line| println!("  broken: {}: {}", line.rule, line.note));
    let count = |outcome: Outcome| of(outcome).count();
    println!(
        "findings: {} fail, {} hold, {} unknown",
        count(Outcome::Fails),
        count(Outcome::Holds),
        count(Outcome::Unknown)
    );
    println!("{} failures that are not listed", unlisted.len());
    for finding in &unlisted {
        println!("  {}: {}", finding.check, finding.message);
        for cited in &finding.statements {
            let fact = corpus.dataset.fact(cited.fact).unwrap();
            println!("      {} {:?} {}", cited.role, fact.quote, fact.document);
        }
    }

    assert!(broken.is_empty(), "{} agreements fail", broken.len());
    assert!(found.len() * 100 >= (found.len() + missed.len()) * 95, "too few conflicts found");
    // At most one failure that no line explains for ten findings that are told with certainty.
    assert!(unlisted.len() * 10 <= count(Outcome::Fails) + count(Outcome::Holds), "too many failures are not listed");
}

/// Agreements with one figure made wrong are conflicts that no one wrote the checks for: how many are found?
#[test]
fn agreements_made_wrong_are_found() {
    let Some(shared) = shared() else {
        println!("skipped: there is no folder ../shared/corpus");
        return;
    };
    let corpus = read(&shared, "dev");
    let before: BTreeSet<BTreeSet<usize>> =
        check::run(&corpus.dataset, check::ALL).iter().filter(|f| f.outcome == Outcome::Fails).map(cited).collect();
    let (mut found, mut named, mut made) = (0, 0, 0);
    for (times, step) in [("0.6", 0), ("1.7", 1), ("1000", 2)] {
        let times: Decimal = times.parse().unwrap();
        for line in corpus.lines.iter().filter(|line| line.kind == "agree") {
            // A third of the figures each, so that the test takes seconds.
            for place in line.facts.iter().skip(step).step_by(3) {
                let mut facts = corpus.dataset.facts().to_vec();
                let quantity = &mut facts[*place].quantity;
                quantity.value = quantity.value.checked_mul(times).unwrap();
                let findings = check::run(&Dataset::new(&facts, &corpus.documents), check::ALL);
                let new = findings.iter().filter(|f| f.outcome == Outcome::Fails && !before.contains(&cited(f)));
                let new: Vec<_> = new.filter(|finding| cited(finding).contains(place)).collect();
                made += 1;
                found += usize::from(!new.is_empty());
                named += usize::from(new.iter().any(|finding| tells(line, finding)));
                if new.is_empty() && std::env::var_os("SHOW_MISSED").is_some() {
                    println!("  missed: {times} {} {} {:?}", line.rule, line.note, facts[*place].quote);
                }
            }
        }
    }
    println!("{found} of {made} wrong figures found, {named} by the check of the line");
    // Measured 143 and 120 of 212: what is left are aims, hedges, and parts of an unknown whole, which prove nothing.
    assert!(found * 100 >= made * 66 && named * 100 >= made * 55, "fewer wrong figures are found than were");
}

/// The same figures told in fewer digits say less, so that nothing new can contradict.
#[test]
fn fewer_digits_make_no_conflict() {
    let Some(shared) = shared() else {
        println!("skipped: there is no folder ../shared/corpus");
        return;
    };
    let corpus = read(&shared, "dev");
    let failing = |facts: &[Fact]| -> BTreeSet<BTreeSet<usize>> {
        let findings = check::run(&Dataset::new(facts, &corpus.documents), check::ALL);
        findings.iter().filter(|f| f.outcome == Outcome::Fails).map(cited).collect()
    };
    let before = failing(corpus.dataset.facts());
    for digits in [3, 2] {
        let mut facts = corpus.dataset.facts().to_vec();
        for fact in facts.iter_mut().filter(|fact| fact.quantity.bound == Bound::Exact && fact.quantity.high.is_none())
        {
            let value = fact.quantity.value;
            let rounded = value.to_significant(digits);
            let Some(magnitude) = value.magnitude().filter(|_| rounded != value) else { continue };
            fact.quantity.value = rounded;
            fact.quantity.quantum = Decimal::power_of_ten(magnitude + 1 - i32::try_from(digits).unwrap());
        }
        for new in failing(&facts).difference(&before) {
            let quotes: Vec<_> = new.iter().map(|place| (&facts[*place].document, &facts[*place].quote)).collect();
            println!("{digits} digits: {quotes:?}");
            assert!(before.iter().any(|old| !old.is_disjoint(new)), "{digits} digits: {quotes:?}");
        }
    }
}
