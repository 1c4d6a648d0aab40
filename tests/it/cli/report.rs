//! `bilateral trends` and `bilateral check`.

use super::{GOOD, Scratch};

const FORMATS: [&str; 4] = ["text", "markdown", "json", "csv"];

/// A level of Chinese trade with Turkmenistan, as a line of a facts file.
fn level(document: &str, period: &str, value: &str) -> String {
    let quote = format!("${value}");
    let fact = serde_json::json!({
        "document": document, "start": 0, "end": quote.len(), "quote": quote, "kind": "level", "indicator": "turnover",
        "commodity": null, "reporter": "CHN", "partner": "TKM", "period": period, "base": null, "value": value,
        "high": null, "unit": "USD", "bound": "exact", "status": "actual", "quantum": "1000000",
    });
    fact.to_string() + "\n"
}

/// The same with growth in percent.
fn growth(document: &str, period: &str, percent: &str) -> String {
    let fact = level(document, period, percent).replace("\"level\"", "\"change\"").replace("\"USD\"", "\"percent\"");
    fact.replace("1000000", "0.1")
}

#[test]
fn every_format_of_every_report() {
    let scratch = Scratch::new("formats");
    scratch.file("f.jsonl", level("a", "2022", "11181000000") + &level("a", "2021", "7358000000"));
    for command in ["trends", "check"] {
        for format in FORMATS {
            let run = scratch.run(&[command, "--facts", "f.jsonl", "--format", format]).ends(0).tells(&[]);
            assert!(!run.out.is_empty(), "{command} {format}");
            scratch.run(&[command, "--facts", "f.jsonl", "--format", format, "-o", "page"]).ends(0).tells(&[]);
            assert_eq!(scratch.read("page"), run.out);
        }
        scratch.run(&[command, "--facts", "f.jsonl", "--format", "pdf"]).ends(2);
    }
    let run = scratch.run(&["trends", "--facts", "f.jsonl"]);
    assert!(run.out.contains("11.181 billion USD") && run.out.contains("7.358 billion USD"), "{}", run.out);
}

#[test]
fn facts_from_texts_and_from_a_file_are_the_same() {
    let scratch = Scratch::new("round");
    scratch.file("in/a.txt", GOOD).run(&["extract", "in", "-o", "f.jsonl"]).ends(0).tells(&[]);
    for command in ["trends", "check"] {
        let texts = scratch.run(&[command, "in", "--format", "csv"]).ends(0).tells(&[]);
        let facts = scratch.run(&[command, "--facts", "f.jsonl", "--format", "csv"]).ends(0).tells(&[]);
        assert_eq!(texts.out, facts.out);
    }
    let both = scratch.run(&["trends", "--facts", "f.jsonl", "in"]).ends(0).tells(&[]);
    assert!(both.out.contains("11.181 billion USD"), "{}", both.out);
}

#[test]
fn the_sample_stands_in_for_no_input() {
    let scratch = Scratch::new("trends_sample");
    for command in ["trends", "check"] {
        assert!(!scratch.run(&[command]).ends(0).tells(&[&["sample"]]).out.is_empty());
    }
}

#[test]
fn a_conflict_shows_in_the_status_where_that_is_asked_for() {
    let scratch = Scratch::new("conflict");
    let levels = level("a", "2022", "11181000000") + &level("a", "2021", "7358000000");
    scratch.file("fits.jsonl", levels.clone() + &growth("a", "2022", "52"));
    scratch.file("fails.jsonl", levels + &growth("a", "2022", "14.1"));
    scratch.run(&["check", "--facts", "fits.jsonl", "--fail-on-conflict"]).ends(0).tells(&[]);
    scratch.run(&["check", "--facts", "fails.jsonl"]).ends(0).tells(&[]);
    let run = scratch.run(&["check", "--facts", "fails.jsonl", "--fail-on-conflict"]).ends(3).tells(&[]);
    assert!(run.out.contains("does not fit"), "{}", run.out);
    scratch.run(&["check", "--facts", "fails.jsonl", "--fail-on-conflict", "--only", "mirror"]).ends(0);
    scratch.run(&["check", "--facts", "fails.jsonl", "--only", "no_such"]).ends(2);
}

#[test]
fn a_check_explains_itself() {
    let scratch = Scratch::new("check_explain");
    assert!(scratch.run(&["check", "--explain", "mirror"]).ends(0).out.starts_with("# mirror\n"));
    scratch.run(&["check", "--explain", "no_such"]).ends(2);
}

#[test]
fn wrong_facts_leave_the_rest() {
    let scratch = Scratch::new("wrong_facts");
    let good = level("a", "2022", "11181000000");
    let cut = &good[..good.len() - 5];
    let lines = [&good, cut, "\n", &good.replace("USD", "dollars"), &good.replace("2022", "last year"), "7\n"].concat();
    scratch.file("f.jsonl", lines).file("none.jsonl", "7\n").file("empty.jsonl", "");
    let run = scratch.run(&["trends", "--facts", "f.jsonl"]).ends(1);
    let run = run.tells(&[
        &["f.jsonl:2:", "broken JSON", "ends before"],
        &["f.jsonl:3:", "\"dollars\""],
        &["f.jsonl:4:", "\"last year\""],
        &["f.jsonl:5:", "record"],
    ]);
    assert!(run.out.contains("11.181 billion USD"), "{}", run.out);
    scratch.run(&["trends", "--facts", "none.jsonl"]).ends(2).tells(&[&["none.jsonl:1:"]]);
    scratch.run(&["check", "--facts", "absent.jsonl"]).ends(2).tells(&[&["absent.jsonl: there is no such file"]]);
    scratch.run(&["check", "--facts", "empty.jsonl"]).ends(0).tells(&[]);
    scratch.run(&["trends", "--facts", "f.jsonl", "none.txt"]).ends(1);
    scratch.run(&["trends", "--facts", "empty.jsonl", "in", "--manifest", "none.csv"]).ends(2);
}

/// Official figures for the texts of [`GOOD`]: exports and imports of a year.
const OFFICIAL: &str = "reporter,partner,indicator,commodity,period,value,unit\n\
                        CHN,TKM,exports,,2022,868,million USD\nCHN,TKM,imports,,2022,10313,million USD\n\
                        CHN,TKM,exports,,2021,515,million USD\nCHN,TKM,imports,,2021,6843,million USD\n";

#[test]
fn claims_beside_official_figures() {
    let scratch = Scratch::new("against");
    scratch.file("a.txt", GOOD).file("customs.csv", OFFICIAL);
    let run = scratch.run(&["check", "a.txt", "--against", "customs.csv"]).ends(0).tells(&[]);
    // The level fits, the growth of 14.1 percent does not: 7.358 to 11.181 billion are 52.
    let (contradicted, borne_out) = run.out.split_once("WHAT OFFICIAL FIGURES BEAR OUT").unwrap();
    assert!(
        contradicted.starts_with("WHAT OFFICIAL FIGURES CONTRADICT") && contradicted.contains("14.1 percent"),
        "{run:?}"
    );
    assert!(borne_out.contains("11.181 billion USD") && borne_out.contains("customs.csv"), "{run:?}");
    let run = scratch.run(&["check", "a.txt", "--against", "customs.csv", "--format", "json", "-v"]).ends(0);
    let page: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(page["verdicts"].as_array().unwrap().len(), 2);
    assert_eq!(page["verdicts"][0]["official"][0]["quote"], "868");
    assert!(run.err.contains("plain table; 4 figures"), "{}", run.err);
    scratch.run(&["check", "a.txt", "--against", "customs.csv", "--fail-on-conflict"]).ends(3);
    scratch.run(&["check", "a.txt", "--against", "customs.csv", "--fail-on-conflict", "--revision", "40"]).ends(0);
    for format in ["markdown", "csv"] {
        let page = scratch.run(&["check", "a.txt", "--against", "customs.csv", "--format", format]).ends(0).out;
        assert!(page.contains("borne out"), "{page}");
    }
}

#[test]
fn official_files_that_cannot_be_used() {
    let scratch = Scratch::new("against_wrong");
    scratch.file("a.txt", GOOD).file("customs.csv", OFFICIAL.to_owned() + "CHN,TKM,exports,,2020,many,USD\n");
    scratch.file("other.csv", "a,b\n1,2\n");
    let run = scratch.run(&["check", "a.txt", "--against", "other.csv", "--against", "customs.csv"]).ends(1);
    run.tells(&[&["other.csv:1: ", "a,b"], &["customs.csv:6: ", "many"]]);
    scratch.run(&["check", "a.txt", "--against", "other.csv"]).ends(2).tells(&[&["other.csv:1: "]]);
    scratch.run(&["check", "a.txt", "--against", "none.csv"]).ends(2).tells(&[&["none.csv: "]]);
    scratch.run(&["check", "a.txt", "--revision", "2"]).ends(2);
}
