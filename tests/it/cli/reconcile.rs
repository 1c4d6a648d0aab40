//! `bilateral reconcile`.

use super::Scratch;

const TRADE: &str = "In 2022, China's exports to Kazakhstan came to $16.4 billion and its imports from Kazakhstan to $14.8 \
                     billion. Trade between China and Kazakhstan came to $32.1 billion in 2022.\n";

#[test]
fn what_cannot_all_hold_is_told_with_what_would() {
    let scratch = Scratch::new("reconcile");
    scratch.file("a.txt", TRADE);
    let run = scratch.run(&["reconcile", "a.txt"]).ends(0);
    for wanted in ["WHAT CANNOT ALL HOLD", "WHAT IS TO BLAME", "two digits swapped", "31.2 billion USD"] {
        assert!(run.out.contains(wanted), "no {wanted}:\n{}", run.out);
    }
    scratch.run(&["reconcile", "a.txt", "--fail-on-conflict"]).ends(3);
    let run = scratch.run(&["reconcile", "a.txt", "--format", "json"]).ends(0);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["reconciled"]["corrections"][0]["to"], "31200000000");
}

#[test]
fn a_trust_that_is_no_number_is_told() {
    let scratch = Scratch::new("reconcile_trust");
    scratch.file("a.txt", TRADE);
    let run = scratch.run(&["reconcile", "a.txt", "--trust", "the ministry"]).ends(2);
    assert!(run.err.contains("the ministry=3"), "{}", run.err);
}
