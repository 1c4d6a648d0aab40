//! `bilateral extract` on good and wrong input.

use super::{GOOD, Scratch, line};

#[test]
fn a_folder_by_name_with_its_manifest() {
    let scratch = Scratch::new("folder");
    scratch.file("in/b.txt", GOOD).file("in/a.txt", GOOD).file("in/.hidden.txt", GOOD).file("in/notes.rst", GOOD);
    scratch.file("in/manifest.csv", "published,document\n2023-09-25,a\n2023-09-26,b\n");
    scratch.run(&["extract", "in"]).ends(0).tells(&[]).writes_of(&["a", "b"]);
    scratch.run(&["extract", "in/b.txt"]).ends(0).tells(&[]).writes_of(&["b"]);
    // As a shell writes `in/*`.
    scratch.run(&["extract", "in/a.txt", "in/b.txt", "in/manifest.csv"]).ends(0).tells(&[]).writes_of(&["a", "b"]);
}

#[test]
fn places_without_any_document() {
    let scratch = Scratch::new("nothing");
    scratch.file("manifest.csv", "document\n").file("d.jsonl", "\n");
    scratch.run(&["extract", "manifest.csv"]).ends(2).tells(&[&["no document"]]);
    scratch.run(&["extract", "d.jsonl"]).ends(2).tells(&[&["no document"]]);
}

#[test]
fn spans_fit_the_file_with_a_mark_and_crlf() {
    let scratch = Scratch::new("spans");
    let text = format!("\u{FEFF}One line.\r\n\r\n{GOOD}");
    scratch.file("a.txt", &text);
    let run = scratch.run(&["extract", "a.txt"]).ends(0).tells(&[]).writes_of(&["a"]);
    for fact in run.facts() {
        let (start, end) = (fact["start"].as_u64().unwrap() as usize, fact["end"].as_u64().unwrap() as usize);
        assert_eq!(&text[start..end], fact["quote"].as_str().unwrap());
    }
}

#[test]
fn evidence_is_written_where_it_is_asked_for() {
    let scratch = Scratch::new("evidence");
    scratch.file("a.txt", GOOD);
    assert!(scratch.run(&["extract", "a.txt"]).ends(0).facts().iter().all(|fact| fact.get("evidence").is_none()));
    let facts = scratch.run(&["extract", "--evidence", "a.txt"]).ends(0).facts();
    assert!(facts.iter().any(|fact| fact.get("evidence").is_some()));
}

#[test]
fn standard_input_is_lines_or_a_text() {
    let scratch = Scratch::new("stdin");
    scratch.pipe(&["extract", "-"], GOOD.as_bytes()).ends(0).tells(&[]).writes_of(&["stdin"]);
    let lines = format!("\n\u{20}{}{}", line("a", None), line("b", None));
    scratch.pipe(&["extract", "-"], lines.as_bytes()).ends(0).tells(&[]).writes_of(&["a", "b"]);
    let marked = format!("\u{FEFF}{}", line("a", None));
    scratch.pipe(&["extract", "-"], marked.as_bytes()).ends(0).tells(&[]).writes_of(&["a"]);
    scratch.pipe(&["extract", "-"], b"").ends(2).tells(&[&["standard input: ", "no text"]]);
    scratch.pipe(&["extract", "-"], b"caf\xE9").ends(2).tells(&[&["standard input:1:4: ", "UTF-8"]]);
}

#[test]
fn the_sample_stands_in_for_no_paths() {
    let run = Scratch::new("sample").run(&["extract"]).ends(0).tells(&[&["sample"]]);
    assert!(!run.out.is_empty());
}

#[test]
fn a_missing_file_leaves_the_rest() {
    let scratch = Scratch::new("missing");
    scratch.file("a.txt", GOOD);
    let run = scratch.run(&["extract", "none.txt", "a.txt", "none/"]).ends(1);
    run.tells(&[&["none.txt: there is no such file"], &["none/: there is no such file"]]).writes_of(&["a"]);
    scratch.run(&["extract", "none.jsonl"]).ends(2).tells(&[&["none.jsonl: there is no such file"]]).writes_of(&[]);
}

#[test]
fn a_folder_without_texts() {
    let scratch = Scratch::new("no_texts");
    scratch.file("in/notes.rst", GOOD);
    scratch.run(&["extract", "in"]).ends(2).tells(&[&["in: there is no text", ".txt"]]);
}

#[test]
fn bytes_that_are_not_utf8_are_placed() {
    let scratch = Scratch::new("encoding");
    scratch.file("in/a.txt", GOOD).file("in/b.txt", b"one\ntwo caf\xE9s").file("in/c.txt", b"\xFF\xFEa\0b\0");
    let run = scratch.run(&["extract", "in"]).ends(1).writes_of(&["a"]);
    run.tells(&[&["in/b.txt:2:8: byte 11: ", "0xE9"], &["in/c.txt:1:1: byte 0: ", "UTF-16"]]);
    let lines =
        [line("a", None).as_bytes(), b"{\"id\": \"b\", \"text\": \"caf\xE9\"}\n", line("c", None).as_bytes()].concat();
    scratch.file("d.jsonl", lines);
    scratch.run(&["extract", "d.jsonl"]).ends(1).tells(&[&["d.jsonl:2:25: byte ", "0xE9"]]).writes_of(&["a", "c"]);
}

#[test]
fn broken_lines_leave_the_rest() {
    let scratch = Scratch::new("lines");
    let lines = [
        &line("a", Some("2023-09-25")),
        "{\"id\": \"b\", \"text\": \n",
        "{\"text\": \"no id\"}\n",
        "{\"id\": \"c\"}\n",
        "{\"id\": \"\", \"text\": \"x\"}\n",
        "{\"id\": 7, \"text\": \"x\"}\n",
        "\r\n",
        "not JSON\n",
        &line("e", None),
    ];
    scratch.file("d.jsonl", lines.concat().trim_end());
    let run = scratch.run(&["extract", "d.jsonl"]).ends(1).writes_of(&["a", "e"]);
    run.tells(&[
        &["d.jsonl:2:", "broken JSON", "ends before"],
        &["d.jsonl:3: ", "`id`"],
        &["d.jsonl:4: ", "`text`"],
        &["d.jsonl:5: ", "`id`"],
        &["d.jsonl:6:8: ", "record", "integer `7`"],
        &["d.jsonl:8:2: ", "broken JSON"],
    ]);
}

#[test]
fn json_that_is_not_json_lines_is_one_problem() {
    let scratch = Scratch::new("layout");
    scratch
        .file("array.json", "[\n {\"id\": \"a\", \"text\": \"x\"}\n]\n")
        .file("spread.json", "{\n\"id\": \"a\"\n}\n");
    scratch.run(&["extract", "array.json"]).ends(2).tells(&[&["array.json:1: ", "an array"]]);
    scratch.run(&["extract", "spread.json"]).ends(2).tells(&[&["spread.json:1: ", "several lines"]]);
}

#[test]
fn an_id_is_used_once() {
    let scratch = Scratch::new("duplicates");
    scratch.file("d.jsonl", line("a", None) + &line("b", None) + &line("a", None)).file("b.txt", GOOD);
    let run = scratch.run(&["extract", "d.jsonl", "b.txt"]).ends(1).writes_of(&["a", "b"]);
    run.tells(&[&["d.jsonl:3: ", "\"a\" is taken by d.jsonl:1"], &["b.txt: ", "\"b\" is taken by d.jsonl:2"]]);
}

#[test]
fn a_manifest_is_checked_line_by_line() {
    let scratch = Scratch::new("manifest");
    scratch.file("in/a.txt", GOOD).file("in/b.txt", GOOD);
    scratch.file("in/manifest.csv", "document,published\na,25.09.2023\nc,2023-09-25\nb,2023-09-25\nb,2023-09-26\n");
    let problems: [&[&str]; 3] = [
        &["in/manifest.csv:2: ", "25.09.2023", "YYYY-MM-DD"],
        &["in/manifest.csv:5: ", "\"b\"", "line 4"],
        &["in/manifest.csv:3: ", "no document \"c\""],
    ];
    scratch.run(&["extract", "in"]).ends(1).tells(&problems).writes_of(&["a", "b"]);
    // Beside single texts, a manifest may list others.
    scratch.run(&["extract", "in/a.txt", "in/b.txt"]).ends(1).tells(&problems[..2]).writes_of(&["a", "b"]);

    scratch.file("in/manifest.csv", "name,published\na,2023-09-25\n");
    let run = scratch.run(&["extract", "in"]).ends(1).writes_of(&["a", "b"]);
    run.tells(&[&["in/manifest.csv:1: ", "`document`", "name,published"]]);
}

#[test]
fn a_manifest_that_is_named_is_needed() {
    let scratch = Scratch::new("named_manifest");
    scratch.file("in/a.txt", GOOD).file("in/manifest.csv", "broken\n");
    scratch.file("m.csv", "document,source\na,an agency\nz,another\n").file("wrong.csv", "source\nan agency\n");
    let run = scratch.run(&["extract", "in", "--manifest", "m.csv"]).ends(1).writes_of(&["a"]);
    run.tells(&[&["m.csv:3: ", "no document \"z\""]]);
    for (manifest, what) in [("wrong.csv", "wrong.csv:1: "), ("none.csv", "none.csv: there is no such file")] {
        scratch.run(&["extract", "in", "--manifest", manifest]).ends(2).tells(&[&[what]]).writes_of(&[]);
    }
    scratch.run(&["extract", "m.csv"]).ends(2).tells(&[&["m.csv:1: ", "table", "--manifest"]]);
}

#[test]
fn a_bad_date_leaves_its_document() {
    let scratch = Scratch::new("dates");
    scratch.file("d.jsonl", line("a", Some("2023-02-30")) + &line("b", Some("2023-02-28")));
    let run = scratch.run(&["extract", "d.jsonl"]).ends(1).writes_of(&["a", "b"]);
    run.tells(&[&["d.jsonl:1: ", "2023-02-30", "without a date"]]);
}

#[test]
fn an_empty_document_is_told() {
    let scratch = Scratch::new("empty");
    scratch.file("in/a.txt", GOOD).file("in/b.txt", "").file("in/c.txt", "\u{FEFF}\r\n");
    let run = scratch.run(&["extract", "in"]).ends(1).writes_of(&["a"]);
    run.tells(&[&["in/b.txt: ", "no text"], &["in/c.txt: ", "no text"]]);
}
