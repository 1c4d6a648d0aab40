//! Runs that are interrupted and go on.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{GOOD, Scratch, line};

const RESUMED: [&str; 7] = ["extract", "d.jsonl", "-o", "facts.jsonl", "--documents", "texts.jsonl", "--resume"];

/// Many documents, some of which cannot be used.
fn documents() -> String {
    let broken = |n| if n % 97 == 5 { "no JSON\n" } else { "" };
    (0..1200).map(|n| line(&format!("d{n}"), Some("2023-09-25")) + broken(n)).collect()
}

/// Starts a run and kills it once so much is written.
fn killed_at(scratch: &Scratch, bytes: u64, threads: &str) {
    let arguments = [&RESUMED[..], &["--threads", threads]].concat();
    let mut child = scratch.command(&arguments).stdin(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let part = scratch.0.join("facts.jsonl.part");
    while child.try_wait().unwrap().is_none() && fs::metadata(&part).map_or(0, |meta| meta.len()) < bytes {
        sleep(Duration::from_micros(200));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_run_that_is_killed_at_any_moment_goes_on_to_the_same_bytes() {
    let scratch = Scratch::new("resumed");
    scratch.file("d.jsonl", documents());
    scratch.run(&["extract", "d.jsonl", "-o", "whole.jsonl", "--documents", "whole_texts.jsonl"]).ends(1);
    let (whole, texts) = (scratch.read("whole.jsonl"), scratch.read("whole_texts.jsonl"));
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as u64 | 1;
    let mut random = seed;
    let mut kept = 0;
    for round in 0..10 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bytes = (random >> 33) % whole.len() as u64;
        killed_at(&scratch, bytes, if round % 2 == 0 { "1" } else { "3" });
        let again = scratch.run(&RESUMED).ends(1);
        kept += usize::from(again.err.contains("going on after"));
        assert!(scratch.read("facts.jsonl") == whole, "facts differ: seed {seed}, round {round}, killed at {bytes}");
        assert!(scratch.read("texts.jsonl") == texts, "texts differ: seed {seed}, round {round}, killed at {bytes}");
        assert_eq!(scratch.names(), ["d.jsonl", "facts.jsonl", "texts.jsonl", "whole.jsonl", "whole_texts.jsonl"]);
    }
    assert!(kept >= 5, "of ten runs only {kept} went on: seed {seed}");
}

#[test]
fn nothing_is_told_or_written_twice() {
    let scratch = Scratch::new("resumed_once");
    scratch.file("d.jsonl", documents()).file("facts.jsonl", "before");
    let whole = scratch.run(&["extract", "d.jsonl"]).ends(1);
    killed_at(&scratch, whole.out.len() as u64 / 2, "1");
    assert_eq!(scratch.read("facts.jsonl"), "before", "the file is replaced at the end");
    let journal = scratch.read("facts.jsonl.journal");
    let told = journal.rsplit("\"problems\":").next().unwrap().split('}').next().unwrap().to_owned();
    let again = scratch.run(&RESUMED).ends(1);
    let first = again.err.lines().next().unwrap();
    assert!(first.contains("going on after") && first.contains(&format!("and {told} problems told before")), "{first}");
    let left = whole.err.lines().count() - told.parse::<usize>().unwrap();
    assert_eq!(
        again.err.lines().skip(1).collect::<Vec<_>>(),
        whole.err.lines().rev().take(left).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>()
    );
    assert!(scratch.read("facts.jsonl") == whole.out);
    // A journal that says that all is written, as a kill between the last two steps leaves it.
    fs::rename(scratch.0.join("facts.jsonl"), scratch.0.join("facts.jsonl.part")).unwrap();
    let run = journal.lines().next().unwrap();
    let complete = "{\"Complete\":{\"items\":1,\"found\":1,\"documents\":1,\"problems\":3}}";
    scratch.file("facts.jsonl.journal", format!("{run}\n{complete}\n"));
    scratch.run(&RESUMED).ends(1).tells(&[&["facts.jsonl: ", "had written all of it"]]);
    assert!(scratch.read("facts.jsonl") == whole.out);
    assert_eq!(scratch.names(), ["d.jsonl", "facts.jsonl", "texts.jsonl"]);
}

#[test]
fn another_run_does_not_go_on() {
    let scratch = Scratch::new("resumed_other");
    scratch.file("d.jsonl", documents()).file("e.jsonl", line("e", None)).file("own.toml", "[commodities]\n");
    let whole = scratch.run(&["extract", "d.jsonl"]).ends(1).out;
    killed_at(&scratch, whole.len() as u64 / 2, "1");
    let with = |more: &[&str]| scratch.run(&[&RESUMED[..], more].concat());
    with(&["e.jsonl"]).ends(2).tells(&[&["facts.jsonl.journal: ", "other arguments", "e.jsonl", "begin anew"]]);
    with(&["--evidence"]).ends(2).tells(&[&["facts.jsonl.journal: ", "other arguments"]]);
    with(&["--config", "own.toml"]).ends(2).tells(&[&["facts.jsonl.journal: ", "other words"]]);
    // The input is another one.
    scratch.file("d.jsonl", documents().replacen("2023-09-25", "2023-09-26", 1));
    with(&[]).ends(2).tells(&[&["documents are no more what they were", "journal"]]);
    scratch.file("d.jsonl", line("d0", None));
    with(&[]).ends(2).tells(&[&["documents are no more what they were"]]);
    // It still goes on with the right one, and what was broken of its files is done again.
    scratch.file("d.jsonl", documents());
    let (part, journal) = (scratch.read("facts.jsonl.part"), scratch.read("facts.jsonl.journal"));
    let cut = part.len() / 2;
    scratch.file("facts.jsonl.part", part[..cut].to_owned() + &"x".repeat(cut));
    scratch.file("facts.jsonl.journal", &journal[..journal.len() - 3]);
    let again = with(&[]).ends(1);
    assert!(again.err.contains("going on after"), "{}", again.err);
    assert!(scratch.read("facts.jsonl") == whole);
    // A journal that is none, and places that cannot be gone on with.
    scratch.file("facts.jsonl.journal", "x\n");
    with(&[]).ends(2).tells(&[&["facts.jsonl.journal: wanted the journal of an interrupted run"]]);
    scratch.run(&["extract", "d.jsonl", "-o", "-", "--resume"]).ends(2).tells(&[&["wants a plain file"]]);
    scratch.run(&["extract", "d.jsonl", "--resume"]).ends(2);
}

#[test]
fn a_run_without_documents_leaves_nothing() {
    let scratch = Scratch::new("resumed_nothing");
    scratch.file("a.txt", GOOD);
    scratch.run(&["extract", "none.txt", "-o", "f.jsonl", "--resume"]).ends(2).tells(&[&["none.txt"]]);
    assert_eq!(scratch.names(), ["a.txt"]);
    scratch.run(&["extract", "a.txt", "-o", "f.jsonl", "--resume"]).ends(0).tells(&[]);
    assert_eq!(scratch.read("f.jsonl"), scratch.run(&["extract", "a.txt"]).ends(0).out);
    assert_eq!(scratch.names(), ["a.txt", "f.jsonl"]);
}
