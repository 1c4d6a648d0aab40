//! `bilateral table`.

use super::{GOOD, Scratch};

#[cfg(feature = "polars")]
#[test]
fn every_table_in_every_format() {
    let scratch = Scratch::new("tables");
    scratch.file("in/a.txt", GOOD);
    for table in ["facts", "series", "growth", "wide"] {
        for extension in ["csv", "jsonl", "parquet"] {
            let name = format!("{table}.{extension}");
            assert!(scratch.run(&["table", table, "in", "-o", &name]).ends(0).tells(&[]).out.is_empty());
            assert!(scratch.names().contains(&name));
        }
    }
    let csv = scratch.read("facts.csv");
    assert!(csv.starts_with("document,start,end,quote,") && csv.contains("$11.181 billion"), "{csv}");
    assert!(std::fs::read(scratch.0.join("series.parquet")).unwrap().starts_with(b"PAR1"));
}

#[cfg(feature = "polars")]
#[test]
fn a_table_that_cannot_be_written() {
    let scratch = Scratch::new("wrong_tables");
    scratch.file("a.txt", GOOD);
    for name in ["facts.xlsx", "facts", "-"] {
        scratch.run(&["table", "facts", "a.txt", "-o", name]).ends(2).tells(&[&[name, "`.parquet`"]]);
    }
    scratch.run(&["table", "facts", "a.txt", "-o", "none/facts.csv"]).ends(2).tells(&[&["none/", "facts.csv"]]);
    scratch.run(&["table", "facts", "none.txt", "-o", "facts.csv"]).ends(2).tells(&[&["none.txt: "]]);
    assert_eq!(scratch.names(), ["a.txt"]);
    scratch.run(&["table", "facts", "a.txt", "none.txt", "-o", "facts.csv"]).ends(1).tells(&[&["none.txt: "]]);
    assert_eq!(scratch.names(), ["a.txt", "facts.csv"]);
}

#[cfg(not(feature = "polars"))]
#[test]
fn without_tables_it_says_so() {
    let scratch = Scratch::new("no_tables");
    scratch.file("a.txt", GOOD);
    scratch.run(&["table", "facts", "a.txt", "-o", "facts.csv"]).ends(2).tells(&[&["--features polars"]]);
}

#[test]
fn a_table_needs_a_name_and_a_file() {
    let scratch = Scratch::new("table_arguments");
    scratch.run(&["table"]).ends(2);
    scratch.run(&["table", "facts"]).ends(2);
    scratch.run(&["table", "pivots", "-o", "a.csv"]).ends(2);
}
