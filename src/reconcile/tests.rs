use super::*;
use crate::model::Fact;
use crate::series::test_facts::{change, flow, level};

fn told(facts: &[Fact]) -> Reconciliation {
    reconcile(&Dataset::from_facts(facts), &Settings::default())
}

fn trade(exports: &str, imports: &str, turnover: &str) -> Vec<Fact> {
    vec![
        flow("a", "exports", "CHN", "KAZ", "2022", exports, "exact"),
        flow("b", "imports", "CHN", "KAZ", "2022", imports, "exact"),
        flow("c", "turnover", "CHN", "KAZ", "2022", turnover, "exact"),
    ]
}

fn values(told: &Reconciliation) -> Vec<String> {
    told.estimates.iter().map(|e| format!("{}: {}", e.figure.subject.indicator.as_str(), e.value)).collect()
}

#[test]
fn consistent_figures_stay_as_they_are() {
    let told = told(&trade("16400000000", "14800000000", "31200000000"));
    assert!(told.complete && told.conflicts.is_empty() && told.corrections.is_empty(), "{told:#?}");
    assert_eq!(
        values(&told),
        ["turnover: 31200000000", "exports: 16400000000", "imports: 14800000000", "balance: 1600000000"]
    );
}

#[test]
fn what_rounding_hides_is_spread() {
    let told = told(&trade("16400000000", "14800000000", "31201000000"));
    assert!(told.conflicts.is_empty(), "{told:#?}");
    assert!(!told.corrections.is_empty());
    assert!(told.corrections.iter().all(|c| c.why == Why::Rounding && c.by.abs() <= "500000".parse().unwrap()));
    let [turnover, exports, imports] = [0, 1, 2].map(|at| told.estimates[at].value);
    assert_eq!(exports.checked_add(imports), Some(turnover));
}

#[test]
fn one_of_three_cannot_hold() {
    let told = told(&trade("16400000000", "14800000000", "32100000000"));
    assert_eq!(told.conflicts.len(), 1);
    assert_eq!(told.conflicts[0].statements, [[0], [1], [2]]);
    assert_eq!(told.conflicts[0].rules[0].kind, RuleKind::Turnover);
    assert_eq!(told.blamed[0].facts, [2]);
    assert_eq!(told.blamed[0].slip, Some(Slip::Swapped));
    assert_eq!(told.corrections[0].to.to_string(), "31200000000");
    assert_eq!(told.corrections[0].against, [0, 1]);
}

#[test]
fn a_third_source_settles_it() {
    let mut facts = trade("16400000000", "14800000000", "37100000000");
    facts.push(flow("d", "exports", "CHN", "KAZ", "2022", "16400000000", "exact"));
    facts.push(flow("e", "turnover", "CHN", "KAZ", "2022", "31200000000", "exact"));
    let told = told(&facts);
    assert_eq!(told.blamed.iter().map(|b| b.facts.clone()).collect::<Vec<_>>(), [[2]]);
    assert!(told.blamed[0].instead.is_empty());
    assert_eq!(told.conflicts.len(), 3, "with the other turnover, and with each exports: {:#?}", told.conflicts);
}

#[test]
fn a_turnover_and_exports_leave_the_imports() {
    let facts = &trade("61400000000", "0", "89400000000");
    let told = told(&[facts[0].clone(), facts[2].clone()]);
    let imports =
        told.estimates.iter().find(|e| e.figure.subject.indicator == crate::model::Indicator::Imports).unwrap();
    assert_eq!(imports.value.to_string(), "28000000000");
    assert_eq!(imports.interval.to_string(), "27999000000 to 28001000000");
    assert!(imports.stated.is_empty());
    assert_eq!(imports.follows, [0, 1]);
}

#[test]
fn growth_ties_years() {
    let facts = [
        level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"),
        change("a", "CHN", "TKM", "2023-Q1", "14.1"),
        level("b", "CHN", "TKM", "2022-Q1", "2240000000", "exact"),
    ];
    let told = told(&facts);
    assert_eq!(told.conflicts[0].statements, [[0], [2], [1]]);
    assert_eq!(told.blamed.len(), 1);
    assert_eq!(told.blamed[0].instead.len(), 2, "any of the three: {:#?}", told.blamed);
}

#[test]
fn quarters_and_the_rest_of_a_year() {
    let facts = [
        level("a", "CHN", "TKM", "2022", "10000000000", "exact"),
        level("a", "CHN", "TKM", "2022-01/2022-09", "7000000000", "exact"),
        level("a", "CHN", "TKM", "2022-Q1", "8000000000", "exact"),
    ];
    let told = told(&facts[..2]);
    let rest = told.estimates.iter().find(|e| e.figure.period == "2022-Q4".parse().unwrap()).unwrap();
    assert_eq!(rest.value.to_string(), "3000000000");
    let told = super::tests::told(&facts);
    assert_eq!(told.conflicts.len(), 1);
    assert_eq!(told.conflicts[0].statements, [[1], [2]]);
}

#[test]
fn members_make_their_group() {
    let mut facts = vec![level("a", "CHN", "CENTRAL_ASIA", "2023", "89400000000", "exact")];
    for (code, value) in
        [("KAZ", "41000000000"), ("KGZ", "19800000000"), ("UZB", "14000000000"), ("TKM", "10600000000")]
    {
        facts.push(level("a", "CHN", code, "2023", value, "exact"));
    }
    let told = told(&facts);
    let last = told.estimates.iter().find(|e| e.figure.subject.partner == "TJK".parse().ok()).unwrap();
    assert_eq!(last.value.to_string(), "4000000000");
}

#[test]
fn a_repetition_is_no_second_witness() {
    let mut facts = trade("16400000000", "14800000000", "37100000000");
    facts.extend(vec![facts[2].clone(); 3]);
    let told = told(&facts);
    assert_eq!(told.conflicts[0].statements, [vec![0], vec![1], vec![2, 3, 4, 5]]);
    assert_eq!(told.blamed.len(), 1);
}
