//! Files of every kind that the crate takes, as a user's disk may hold them.

use std::path::PathBuf;

use bilateral::check::{self, ALL};
use bilateral::io::{read_documents, read_facts};
use bilateral::report::{Format, Report, write};
use bilateral::{Dataset, Extractor, Lexicon, Preferences, official};

use super::drive;

/// A file of this name in a folder of its own.
fn place(kind: &str, name: &str) -> PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz").join(kind);
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// Facts, the series made of them, the checks, and a report: whatever can be read can be used.
#[test]
fn no_facts_break_it() {
    let file = place("facts", "a.jsonl");
    drive("facts", &|bytes| {
        std::fs::write(&file, bytes).unwrap();
        if let Err(problem) = read_facts(&file) {
            assert!(problem.to_string().contains("a.jsonl"), "{problem}");
        }
        // One line that is none hides nothing else here.
        let lines = bytes.split(|byte| *byte == b'\n');
        let facts: Vec<_> = lines.filter_map(|line| serde_json::from_slice(line).ok()).collect();
        let dataset = Dataset::from_facts(&facts).with_implied();
        let findings = check::run(&dataset, ALL);
        for format in [Format::Text, Format::Json] {
            write(&Report::full(&dataset, findings.clone()), format, &mut std::io::sink()).unwrap();
        }
    });
}

#[test]
fn no_official_table_breaks_it() {
    let lexicon = Lexicon::embedded();
    drive("official", &|bytes| match official::parse(bytes, "a.csv", &lexicon, &|_| true) {
        Ok(read) => assert!(read.problems.iter().all(|problem| problem.to_string().contains("a.csv"))),
        Err(problem) => assert!(problem.to_string().contains("a.csv"), "{problem}"),
    });
}

#[test]
fn no_manifest_breaks_it() {
    let (text, manifest) = (place("manifests", "a.txt"), place("manifests", "manifest.csv"));
    std::fs::write(&text, "Trade made $5 billion last year.").unwrap();
    drive("manifests", &|bytes| {
        std::fs::write(&manifest, bytes).unwrap();
        match read_documents(&[&text], Some(&manifest)) {
            Ok(read) => assert_eq!(read.documents.len(), 1, "the text is lost"),
            Err(problem) => assert!(problem.to_string().contains("manifest.csv"), "{problem}"),
        }
    });
}

#[test]
fn no_words_of_a_users_own_break_it() {
    let documents = bilateral::io::sample_documents();
    drive("lexicons", &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        match Preferences::parse(&text, "a.toml") {
            Ok(preferences) => {
                let extractor = Extractor::with_lexicon(preferences.lexicon());
                std::hint::black_box(extractor.facts(&documents[0]));
            }
            Err(problem) => assert!(problem.to_string().contains("a.toml"), "{problem}"),
        }
    });
}

/// Reads the bytes as a file of this name: each document that comes out is read.
fn documents_of(name: &str, file: &PathBuf, bytes: &[u8], extractor: &Extractor) {
    std::fs::write(file, bytes).unwrap();
    let read = read_documents(&[file], None).unwrap();
    for document in &read.documents {
        std::hint::black_box(extractor.facts(document));
    }
    for problem in &read.problems {
        assert!(problem.to_string().contains(name), "{problem}");
    }
}

#[test]
fn no_documents_file_breaks_it() {
    let extractor = Extractor::new();
    let files = ["a.jsonl", "a.csv", "a.md"].map(|name| (name, place("documents", name)));
    drive("documents", &|bytes| files.iter().for_each(|(name, file)| documents_of(name, file, bytes, &extractor)));
}

#[test]
#[cfg(feature = "html")]
fn no_page_breaks_it() {
    let extractor = Extractor::new();
    let file = place("pages", "a.html");
    drive("pages", &|bytes| documents_of("a.html", &file, bytes, &extractor));
}

#[test]
fn no_archive_breaks_it() {
    let extractor = Extractor::new();
    let file = place("archives", "a.warc");
    drive("archives", &|bytes| documents_of("a.warc", &file, bytes, &extractor));
}
