//! Files of every shape that documents come in.

use super::{GOOD, Scratch, line};

/// A saved page around a text.
#[cfg(feature = "html")]
fn page(head: &str, text: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>Trade</title>{head}</head><body><nav><a href=\"/\">Home</a></nav>\
         <article><h1>Trade</h1><p>{text}</p><p>The two sides agreed to meet again in the autumn, said the head of the \
         department, who gave no further figures of the trade of the two countries.</p></article></body></html>"
    )
}

#[test]
#[cfg(feature = "html")]
fn pages_with_their_metadata() {
    let scratch = Scratch::new("pages");
    let day = "<meta property=\"article:published_time\" content=\"2023-09-25T08:00:00Z\">";
    let text = "In the first quarter of this year, trade between China and Turkmenistan amounted to $2.648 billion.";
    scratch.file("in/a.html", page(day, text)).file("in/a_files/junk.html", page(day, text));
    let run = scratch.run(&["extract", "in", "-v"]).ends(0).writes_of(&["a"]);
    assert_eq!(run.facts()[0]["period"], "2023-Q1");
    run.tells(&[&["in/a.html: published 2023-09-25, from the metadata (article:published_time); 1 fact"]]);
    // A manifest goes before the metadata.
    scratch.file("in/manifest.csv", "document,published\na,2021-01-05\n");
    let run = scratch.run(&["extract", "in", "-v"]).ends(0).tells(&[&["published 2021-01-05, from the manifest"]]);
    assert_eq!(run.facts()[0]["period"], "2021-Q1");
}

#[test]
#[cfg(feature = "html")]
fn bytes_of_facts_count_in_the_documents_that_are_written() {
    let scratch = Scratch::new("pages_documents");
    scratch.file("a.html", page("", GOOD));
    let run = scratch.run(&["extract", "a.html", "--documents", "d.jsonl"]).ends(0).tells(&[]);
    let document: serde_json::Value = serde_json::from_str(&scratch.read("d.jsonl")).unwrap();
    let text = document["text"].as_str().unwrap();
    assert!(!run.facts().is_empty());
    for fact in run.facts() {
        let (start, end) = (fact["start"].as_u64().unwrap() as usize, fact["end"].as_u64().unwrap() as usize);
        assert_eq!(&text[start..end], fact["quote"].as_str().unwrap());
    }
    assert_eq!(scratch.run(&["extract", "d.jsonl"]).ends(0).tells(&[]).out, run.out);
}

#[test]
fn folders_below_folders() {
    let scratch = Scratch::new("below");
    scratch
        .file("in/a.txt", GOOD)
        .file("in/2023/a.txt", GOOD)
        .file("in/2023/05/b.md", GOOD)
        .file("in/.git/c.txt", GOOD);
    scratch.file("in/2023/manifest.csv", "document,published\na,2023-05-01\n").file("in/d.jsonl", line("d", None));
    scratch.file("in/manifest.csv", "document,published\n2023/05/b,2023-05-02\na,2023-05-03\n");
    let run = scratch.run(&["extract", "in", "-v"]).ends(0).writes_of(&["2023/05/b", "2023/a", "a", "d"]);
    run.tells(&[&["b.md: published 2023-05-02"], &["published 2023-05-01"], &["published 2023-05-03"], &["no day"]]);
}

#[test]
fn patterns_that_no_shell_expanded() {
    let scratch = Scratch::new("patterns");
    scratch.file("in/a.txt", GOOD).file("in/x/b.txt", GOOD).file("in/[c].txt", GOOD);
    scratch.run(&["extract", "in/**/*.txt"]).ends(0).tells(&[]).writes_of(&["[c]", "a", "b"]);
    scratch.run(&["extract", "in/[c].txt"]).ends(0).tells(&[]).writes_of(&["[c]"]);
    let run = scratch.run(&["extract", "in/*.text", "in/a.txt"]).ends(1).tells(&[&["in/*.text: no file"]]);
    run.writes_of(&["a"]);
}

#[test]
fn markdown_without_its_marks() {
    let scratch = Scratch::new("markdown");
    let text =
        GOOD.replace("$11.181 billion", "**$11.181 billion**").replace("China", "[China](https://a.example/b_c)");
    scratch.file("a.md", format!("---\ndate: 2023-09-25\nsource: an agency\n---\n# Trade\n\n{text}"));
    let run = scratch.run(&["extract", "a.md", "-v"]).ends(0);
    assert_eq!(run.facts()[0]["quote"], "$11.181 billion");
    run.tells(&[&["published 2023-09-25, from the metadata (date)"]]);
}

#[test]
#[cfg(feature = "compressed")]
fn packed_files_are_unpacked() {
    use std::io::Write as _;
    let scratch = Scratch::new("packed");
    let lines = line("a", None) + &line("b", None);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(lines.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    scratch.file("d.jsonl.gz", &gzip).file("d.jsonl.zst", zstd::encode_all(lines.as_bytes(), 3).unwrap());
    for name in ["d.jsonl.gz", "d.jsonl.zst"] {
        scratch.run(&["extract", name]).ends(0).tells(&[]).writes_of(&["a", "b"]);
    }
    scratch.pipe(&["extract", "-"], &gzip).ends(0).tells(&[]).writes_of(&["a", "b"]);
    scratch.file("cut.jsonl.gz", &gzip[..gzip.len() / 2]).file("no.jsonl.gz", "plain\n");
    let run = scratch.run(&["extract", "cut.jsonl.gz", "no.jsonl.gz", "d.jsonl.gz"]).ends(1).writes_of(&["a", "b"]);
    run.tells(&[&["cut.jsonl.gz"], &["no.jsonl.gz"]]);
}

/// A record of a web archive.
fn record(kind: &str, uri: &str, block: &str) -> String {
    let content_type = if kind == "response" { "application/http; msgtype=response" } else { "text/plain" };
    let date = "WARC-Date: 2024-05-06T07:08:09Z";
    let length = block.len();
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n{date}\r\nContent-Type: {content_type}\r\n\
         Content-Length: {length}\r\n\r\n{block}\r\n\r\n"
    )
}

#[test]
fn texts_of_a_web_archive() {
    let scratch = Scratch::new("wet");
    let dated = "https://www.courier.example/2023/09/25/trade.html";
    let archive = [
        record("warcinfo", "", "software: x"),
        record("conversion", dated, &GOOD.replace("In 2022", "Last year")),
        record("conversion", "https://a.example/b", &GOOD.replace("In 2022", "Last year")),
        record("conversion", dated, GOOD),
    ]
    .concat();
    scratch.file("in/crawl.wet", &archive);
    let run = scratch.run(&["extract", "in", "-v", "--documents", "d.jsonl"]).ends(1);
    // The day of the crawl is not taken for that of publication.
    assert_eq!(run.facts()[0]["period"], "2022");
    assert_eq!(run.facts()[2]["period"], serde_json::Value::Null);
    assert!(scratch.read("d.jsonl").contains("\"source\":\"courier.example\""));
    run.writes_of(&[dated, "https://a.example/b"]).tells(&[
        &["in/crawl.wet: record 2: published 2023-09-25, from the metadata (address); 2 facts"],
        &["in/crawl.wet: record 3: no day of publication; 2 facts"],
        &["in/crawl.wet: byte ", "record 4: ", "is taken by in/crawl.wet: record 2"],
    ]);
    let run = scratch.pipe(&["extract", "-"], archive.as_bytes()).ends(1);
    run.writes_of(&[dated, "https://a.example/b"]).tells(&[&["standard input: byte ", "record 4: "]]);
}

#[test]
#[cfg(all(feature = "html", feature = "compressed"))]
fn pages_of_a_packed_web_archive() {
    use std::io::Write as _;
    let scratch = Scratch::new("warc");
    let day = "<meta property=\"article:published_time\" content=\"2023-09-25T08:00:00Z\">";
    let served = |page: &str| format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    let records = [
        record("response", "https://a.example/1", &served(&page(day, GOOD))),
        record("response", "https://a.example/2", "HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
        record("response", "https://a.example/3", &served("<html></html>")),
        record("response", "https://a.example/4", &served(&page("", GOOD))),
    ];
    // As crawls are packed: a member of the gzip file for each record.
    let mut archive = Vec::new();
    for record in &records {
        let mut member = flate2::write::GzEncoder::new(&mut archive, flate2::Compression::fast());
        member.write_all(record.as_bytes()).unwrap();
        member.finish().unwrap();
    }
    scratch.file("crawl.warc.gz", &archive).file("cut.warc.gz", &archive[..archive.len() - 30]);
    let told: [&[&str]; 3] = [
        &["crawl.warc.gz: record 1: published 2023-09-25, from the metadata (article:published_time); 2 facts"],
        &["crawl.warc.gz: byte ", "record 3: ", "holds no text"],
        &["crawl.warc.gz: record 4: no day"],
    ];
    let documents = ["https://a.example/1", "https://a.example/4"];
    scratch.run(&["extract", "crawl.warc.gz", "-v"]).ends(1).writes_of(&documents).tells(&told);
    let run = scratch.run(&["extract", "cut.warc.gz", "-v"]).ends(1).writes_of(&documents[..1]);
    run.tells(&[&["record 1: "], &["record 3: ", "no text"], &["cut.warc.gz: byte ", "record 4: cannot read it"]]);
}

#[test]
fn tables_with_a_text_column() {
    let scratch = Scratch::new("text_tables");
    let quoted = format!("\"{}\"", GOOD.trim());
    let table =
        format!("nr,day,body,by\n1,2023-09-25,{quoted},an agency\n2,some day,{quoted},\n3,short\n4,,{quoted},\n");
    scratch.file("news.csv", table);
    let arguments = ["extract", "news.csv", "--date-column", "day", "--source-column", "by", "--id-column", "nr"];
    let run = scratch.run(&arguments).ends(1).writes_of(&["1", "2", "4"]);
    run.tells(&[&["news.csv:3: ", "some day", "without a date"], &["news.csv:4: ", "wanted 4 cells"]]);
    let run = scratch.run(&["extract", "news.csv"]).ends(1).writes_of(&["news-2", "news-3", "news-5"]);
    run.tells(&[&["news.csv:4: "]]);
    let run = scratch.run(&["extract", "news.csv", "--text-column", "words"]).ends(2);
    run.tells(&[&["news.csv:1: ", "\"words\"", "nr,day,body,by"]]);
}

#[test]
#[cfg(feature = "polars")]
fn parquet_with_a_text_column() {
    use bilateral::series::table::{polars::prelude::*, write_table};
    let scratch = Scratch::new("text_parquet");
    let columns = vec![
        Column::new("id".into(), ["a", "b"]),
        Column::new("content".into(), [Some(GOOD), None]),
        Column::new("published".into(), ["2023-09-25", ""]),
    ];
    let mut frame = DataFrame::new(2, columns).unwrap();
    write_table(&mut frame, scratch.0.join("news.parquet")).unwrap();
    let run = scratch.run(&["extract", "news.parquet", "-v"]).ends(1).writes_of(&["a"]);
    run.tells(&[&["news.parquet:1: published 2023-09-25, from the record"], &["news.parquet:2: ", "no text"]]);
}

#[test]
#[cfg(feature = "polars")]
fn parquet_of_several_groups_of_rows() {
    use bilateral::series::table::polars::prelude::*;
    let scratch = Scratch::new("groups");
    let columns = vec![
        Column::new("nothing".into(), vec![1; 70]),
        Column::new("text".into(), vec![GOOD; 70]),
        Column::new("document".into(), (0..70).map(|n| format!("d{n}")).collect::<Vec<_>>()),
    ];
    let mut frame = DataFrame::new(70, columns).unwrap();
    let file = std::fs::File::create(scratch.0.join("news.parquet")).unwrap();
    ParquetWriter::new(file).with_row_group_size(Some(9)).finish(&mut frame).unwrap();
    let all: Vec<String> = (0..70).map(|n| format!("d{n}")).collect();
    let run = scratch.run(&["extract", "news.parquet", "-v"]).ends(0);
    assert!(run.err.contains("news.parquet:70: no day") && run.err.contains("news.parquet:10: no day"), "{}", run.err);
    run.writes_of(&all.iter().map(String::as_str).collect::<Vec<_>>());
    let whole = std::fs::read(scratch.0.join("news.parquet")).unwrap();
    scratch.file("cut.parquet", &whole[..whole.len() / 2]);
    scratch.run(&["extract", "cut.parquet"]).ends(2).tells(&[&["cut.parquet: broken table"]]);
}

#[test]
fn datelines_in_the_text() {
    let scratch = Scratch::new("datelines");
    scratch.file("a.txt", format!("Trade\n18:00, June 17, 2025\n\n{GOOD}"));
    scratch.file("c_20210507.txt", format!("BEIJING, May 6 (an agency) -- {GOOD}")).file("d.txt", GOOD);
    let run = scratch.run(&["extract", "a.txt", "c_20210507.txt", "d.txt", "--published", "2020-01-02", "-v"]).ends(0);
    run.tells(&[
        &["a.txt: published 2025-06-17, from the dateline"],
        &["c_20210507.txt: published 2021-05-06, from the dateline"],
        &["d.txt: published 2020-01-02, from --published"],
    ]);
}

#[test]
fn facts_are_no_documents() {
    let scratch = Scratch::new("no_documents");
    scratch.file("a.txt", GOOD).run(&["extract", "a.txt", "-o", "f.jsonl"]).ends(0);
    scratch.run(&["extract", "f.jsonl"]).ends(2).tells(&[&["f.jsonl:1: ", "--facts"]]);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let scratch = Scratch::new("threads");
    let lines: String = (0..600).map(|n| line(&format!("d{n}"), None)).collect();
    scratch.file("d.jsonl", lines);
    let one = scratch.run(&["extract", "d.jsonl", "--threads", "1"]).ends(0).tells(&[]);
    assert_eq!(one.facts().len(), 1200);
    for threads in ["2", "7"] {
        assert_eq!(scratch.run(&["extract", "d.jsonl", "--threads", threads]).ends(0).tells(&[]).out, one.out);
    }
    scratch.run(&["extract", "d.jsonl", "--threads", "0"]).ends(2);
}
