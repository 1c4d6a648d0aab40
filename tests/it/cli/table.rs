//! `bilateral table`.

use super::{GOOD, Scratch};

#[cfg(feature = "polars")]
#[test]
fn every_table_in_every_format() {
    let scratch = Scratch::new("tables");
    scratch.file("in/a.txt", GOOD);
    for table in ["facts", "series", "growth", "wide"] {
        for extension in ["csv", "jsonl", "parquet", "arrow", "md"] {
            let name = format!("{table}.{extension}");
            assert!(scratch.run(&["table", table, "in", "-o", &name]).ends(0).tells(&[]).out.is_empty());
            assert!(scratch.names().contains(&name));
        }
    }
    let csv = scratch.read("facts.csv");
    assert!(csv.starts_with("document,start,end,quote,") && csv.contains("$11.181 billion"), "{csv}");
    assert!(std::fs::read(scratch.0.join("series.parquet")).unwrap().starts_with(b"PAR1"));
    assert!(std::fs::read(scratch.0.join("series.arrow")).unwrap().starts_with(b"ARROW1"));
    assert!(scratch.read("facts.md").starts_with("| document | start |"));
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

#[test]
fn forms_that_others_exchange() {
    let scratch = Scratch::new("export");
    scratch.file("in/a.txt", GOOD);
    let rows = scratch.run(&["export", "sdmx", "in"]).ends(0).tells(&[]).out;
    assert!(rows.starts_with("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,") && rows.contains("11181000000"), "{rows}");
    scratch.run(&["export", "sdmx", "in", "-o", "s.csv"]).ends(0).tells(&[]);
    assert_eq!(scratch.read("s.csv"), rows);
    // What is written is official enough to be read beside the texts again.
    let run = scratch.run(&["check", "in", "--against", "s.csv"]).ends(0).tells(&[]);
    assert!(run.out.contains("borne out: "), "{}", run.out);
    assert!(scratch.run(&["export", "structure"]).ends(0).tells(&[]).out.contains("DimensionDescriptor"));
    let schema = scratch.run(&["export", "schema"]).ends(0).tells(&[]).out;
    assert!(serde_json::from_str::<serde_json::Value>(&schema).unwrap()["properties"]["quote"].is_object());
    scratch.run(&["export", "package", "in", "-o", "trade"]).ends(0).tells(&[]);
    assert!(scratch.read("trade/datapackage.json").contains("tabular-data-package"));
    assert!(scratch.read("trade/facts.csv").contains("$11.181 billion"));
    scratch.run(&["export", "package", "in"]).ends(2);
    scratch.run(&["export", "package", "in", "-o", "s.csv"]).ends(2);
    scratch.run(&["export", "pdf", "in"]).ends(2);
}
