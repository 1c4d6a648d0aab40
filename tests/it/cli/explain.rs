//! `bilateral explain`.

use super::{GOOD, Scratch, line};

#[test]
fn a_text_with_its_figures_marked() {
    let scratch = Scratch::new("explain");
    let run = scratch.run(&["explain", "--published", "2023-09-25", GOOD]).ends(0).tells(&[]);
    assert!(run.out.starts_with("Document text, published on 2023-09-25: 2 facts\n"), "{}", run.out);
    assert!(run.out.contains(">>$11.181 billion<<") && run.out.contains(">>14.1 percent<<"), "{}", run.out);
    assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{}", run.out);
}

#[test]
fn a_file_and_one_of_its_documents() {
    let scratch = Scratch::new("explain_file");
    scratch.file("d.jsonl", line("a", None) + &line("b", None));
    let run = scratch.run(&["explain", "--file", "d.jsonl"]).ends(0).tells(&[]);
    assert!(run.out.contains("Document a,") && run.out.contains("Document b,"), "{}", run.out);
    let run = scratch.run(&["explain", "--file", "d.jsonl", "--id", "b"]).ends(0).tells(&[]);
    assert!(!run.out.contains("Document a,") && run.out.contains("Document b,"), "{}", run.out);
    scratch.run(&["explain", "--file", "d.jsonl", "--id", "c"]).ends(2).tells(&[&["d.jsonl: ", "no document \"c\""]]);
    scratch.run(&["explain", "--file", "none.txt"]).ends(2).tells(&[&["none.txt: there is no such file"]]);
    assert!(scratch.run(&["explain"]).ends(2).out.is_empty());
    let run = scratch.run(&["explain", "--published", "yesterday", GOOD]).ends(2);
    assert!(run.err.contains("--published") && run.err.contains("YYYY-MM-DD"), "{}", run.err);
}
