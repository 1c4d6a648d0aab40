use std::path::PathBuf;

use polars::prelude::ChunkAgg;

use super::*;
use crate::model::{Document, Fact};
use crate::series::Dataset;
use crate::series::test_facts::{change, fact, level, multiple, undated};

/// A folder of its own that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bilateral-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn facts() -> Vec<Fact> {
    let gas = serde_json::json!({"quote": "43,2 bcm\n\"gas\"", "kind": "level", "indicator": "imports",
        "commodity": "natural_gas", "reporter": "CHN", "partner": "CENTRAL_ASIA", "period": "2022",
        "value": "43200000000.125", "high": "44000000000", "unit": "m3", "quantum": "0.001"});
    vec![
        level("a", "CHN", "TKM", "2023-Q1", "2648000000", "exact"),
        change("a", "CHN", "TKM", "2023-Q1", "14.1"),
        level("b", "CHN", "TKM", "2022", "11181000000", "exact"),
        level("a", "CHN", "TKM", "2021", "7358000000", "exact"),
        level("b", "KAZ", "TKM", "2021", "250000000", "at_least"),
        multiple("b", "KAZ", "TKM", "2021", "2"),
        undated("b", "KAZ", "TKM", "1000000000"),
        fact("b", &gas),
    ]
}

fn dataset(facts: &[Fact]) -> Dataset {
    Dataset::new(facts, &[Document::new("a", "").with_published("2023-09-25").unwrap().with_source("a paper, \"P\"")])
}

fn frames(facts: &[Fact]) -> Vec<(&'static str, &'static [Field], polars::prelude::DataFrame)> {
    let dataset = dataset(facts);
    vec![
        ("facts", FACTS, facts_frame(facts).unwrap()),
        ("series", SERIES, series_frame(&dataset).unwrap()),
        ("growth", GROWTH, growth_frame(&dataset).unwrap()),
    ]
}

#[test]
fn frames_have_their_schema() {
    for facts in [facts(), Vec::new()] {
        for (name, fields, frame) in frames(&facts) {
            let columns: Vec<_> = frame.columns().iter().map(|c| (c.name().as_str(), c.dtype().clone())).collect();
            let wanted: Vec<_> = fields.iter().map(|f| (f.name, f.dtype.polars())).collect();
            assert_eq!(columns, wanted, "{name}");
        }
    }
    assert!([FACTS, SERIES, GROWTH, WIDE].into_iter().flatten().all(|field| !field.meaning.is_empty()));
}

#[test]
fn figures_stand_where_they_should() {
    let facts = facts();
    let growth = growth_frame(&dataset(&facts)).unwrap();
    assert_eq!(growth.height(), 1);
    let percent = growth.column("percent_lower").unwrap().f64().unwrap().get(0).unwrap();
    assert!((51.9..52.0).contains(&percent));
    let series = series_frame(&dataset(&facts)).unwrap();
    let origins = series.column("origin").unwrap().str().unwrap();
    assert_eq!(origins.iter().filter(|o| *o == Some("implied")).count(), 2);
    let wide = wide_frame(&dataset(&facts)).unwrap();
    assert_eq!(wide.column("turnover of CHN with TKM, USD, yearly").unwrap().f64().unwrap().sum(), Some(18539000000.0));
}

#[test]
fn files_come_back_equal() {
    let folder = Folder::new("tables");
    for (kind, facts) in [("full", facts()), ("bare", vec![undated("b", "KAZ", "TKM", "1000000000")])] {
        let mut all = frames(&facts);
        all.push(("wide", WIDE, wide_frame(&dataset(&facts)).unwrap()));
        for (name, _, mut frame) in all.into_iter().filter(|(.., frame)| frame.height() > 0) {
            for extension in table_extensions().into_iter().filter(|end| *end != "md") {
                let path = folder.0.join(format!("{kind}-{name}.{extension}"));
                write_table(&mut frame, &path).unwrap();
                let back = read_table(&path).unwrap();
                assert!(back.equals_missing(&frame), "{kind} {name} {extension}: {back:?} {frame:?}");
                assert_eq!(back.schema(), frame.schema(), "{kind} {name} {extension}");
            }
        }
    }
    let left: Vec<_> = std::fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn empty_tables_come_back_typed() {
    let folder = Folder::new("empty-tables");
    for (name, fields, mut frame) in frames(&[]) {
        for extension in table_extensions().into_iter().filter(|end| *end != "md") {
            let path = folder.0.join(format!("{name}.{extension}"));
            write_table(&mut frame, &path).unwrap();
            let back = read_table_as(&path, fields).unwrap();
            assert_eq!((back.height(), back.schema()), (0, frame.schema()), "{name} {extension}");
            assert_eq!(read_table(&path).unwrap().height(), 0);
        }
    }
}

#[test]
fn errors_say_what_would_do() {
    let folder = Folder::new("wrong-tables");
    let mut frame = facts_frame(&facts()).unwrap();
    let error = write_table(&mut frame, folder.0.join("facts.xlsx")).unwrap_err();
    assert!(error.to_string().contains("csv, jsonl") && error.to_string().contains("xlsx"), "{error}");
    assert!(read_table(folder.0.join("facts")).unwrap_err().to_string().contains("parquet"));
    assert!(read_table(folder.0.join("none.parquet")).is_err());
    std::fs::write(folder.0.join("no.jsonl"), "[1]\n").unwrap();
    assert!(read_table(folder.0.join("no.jsonl")).is_err());
    std::fs::write(folder.0.join("no.csv"), "period,first_day,last_day\n2022,x,2022-12-31\n").unwrap();
    assert!(read_table(folder.0.join("no.csv")).unwrap_err().to_string().contains("first_day"));
    std::fs::write(folder.0.join("other.csv"), "a,b\n1,x\n").unwrap();
    assert_eq!(read_table(folder.0.join("other.csv")).unwrap().height(), 1);
    assert!(write_table(&mut frame, folder.0.join("missing/facts.csv")).is_err());
}

#[test]
fn a_markdown_table_has_a_line_a_row_and_no_formula_comes_into_a_spreadsheet() {
    let folder = Folder::new("other-tables");
    let mut odd = level("=1|2", "CHN", "TKM", "2022", "11181000000", "exact");
    odd.quote = "-5\n\"x\"".into();
    let mut frame = facts_frame(&[odd]).unwrap();
    write_table(&mut frame, folder.0.join("facts.md")).unwrap();
    let page = std::fs::read_to_string(folder.0.join("facts.md")).unwrap();
    assert_eq!(page.lines().count(), 3, "{page}");
    assert!(page.contains("| =1\\|2 |"), "{page}");
    assert!(read_table(folder.0.join("facts.md")).is_err());
    write_table(&mut frame, folder.0.join("facts.csv")).unwrap();
    let rows = std::fs::read_to_string(folder.0.join("facts.csv")).unwrap();
    assert!(rows.contains("'=1|2,") && rows.contains("\"'-5"), "{rows}");
    assert!(read_table(folder.0.join("facts.csv")).unwrap().equals_missing(&frame));
}
