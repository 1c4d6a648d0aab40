//! What goes wrong around a run: files that cannot be read, that change, places that are full.

use std::fs::OpenOptions;
use std::io::{Read as _, Write as _};
use std::process::Stdio;

use super::{GOOD, Run, Scratch, line};

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read_leaves_the_rest_of_its_folder() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let scratch = Scratch::new("unreadable");
    scratch.file("in/a.txt", GOOD).file("in/c.txt", GOOD).file("in/e.txt", GOOD).file("in/z.txt", GOOD);
    symlink("nothing.txt", scratch.0.join("in/b.txt")).unwrap();
    // Who may read everything may not read this.
    let unreadable = if cfg!(target_os = "linux") { "/proc/self/mem" } else { "c.txt" };
    symlink(unreadable, scratch.0.join("in/d.txt")).unwrap();
    std::fs::set_permissions(scratch.0.join("in/e.txt"), std::fs::Permissions::from_mode(0o000)).unwrap();
    let run = scratch.run(&["extract", "in"]).ends(1);
    let mut problems: Vec<&[&str]> = vec![&["in/b.txt: there is no such file"]];
    let mut documents = vec!["a", "c"];
    if cfg!(target_os = "linux") {
        problems.push(&["in/d.txt: cannot read it"]);
    } else {
        documents.push("d");
    }
    if std::fs::read(scratch.0.join("in/e.txt")).is_ok() {
        documents.push("e");
    } else {
        problems.push(&["in/e.txt: cannot read it: permission denied"]);
    }
    documents.push("z");
    run.tells(&problems).writes_of(&documents);
}

#[test]
#[cfg(unix)]
fn a_file_that_changes_while_it_is_read_is_told() {
    let scratch = Scratch::new("changing");
    let lines: String = (0..20_000).map(|n| line(&format!("d{n}"), None)).collect();
    scratch.file("d.jsonl", lines).file("e.jsonl", line("e", None));
    // Nobody takes the facts, so that the run waits in the middle of the file.
    let arguments = ["extract", "d.jsonl", "e.jsonl", "--threads", "2"];
    let mut child = scratch.command(&arguments).stdin(Stdio::null()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut start = [0; 10];
    out.read_exact(&mut start).unwrap();
    OpenOptions::new().append(true).open(scratch.0.join("d.jsonl")).unwrap().write_all(b"\n").unwrap();
    // Enough to see that reading went on; the rest need not be waited for.
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    let run = Run::of(child.wait_with_output().unwrap()).ends(1);
    run.tells(&[&["d.jsonl: cannot read it: it changed while it was read"]]);
    assert!(rest.contains("\"document\":\"d19999\"") && rest.contains("\"document\":\"e\""), "all of it is there");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_with_its_file() {
    let scratch = Scratch::new("full_disk");
    let lines: String = (0..600).map(|n| line(&format!("d{n}"), None)).collect();
    scratch.file("d.jsonl", lines);
    for arguments in [
        &["extract", "d.jsonl", "-o", "/dev/full"][..],
        &["extract", "d.jsonl", "-o", "facts.jsonl", "--documents", "/dev/full"],
        &["quantities", "d.jsonl", "-o", "/dev/full"],
    ] {
        scratch.run(arguments).ends(2).tells(&[&["/dev/full: cannot write it"]]);
        assert_eq!(scratch.names(), ["d.jsonl"], "nothing half written stays");
    }
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = scratch.command(&["extract", "d.jsonl"]).stdout(full).output().unwrap();
    Run::of(output).ends(2).tells(&[&["standard output: cannot write it"]]);
}

#[test]
#[cfg(feature = "compressed")]
fn a_packed_table_that_ends_early_leaves_what_stands_before() {
    let scratch = Scratch::new("cut_table");
    let rows: String = (0..2000).map(|n| format!("d{n},\"{}\"\n", GOOD.trim())).collect();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(format!("id,text\n{rows}").as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    scratch.file("cut.csv.gz", &gzip[..gzip.len() / 2]).file("a.txt", GOOD);
    let run = scratch.run(&["extract", "cut.csv.gz", "a.txt"]).ends(1).tells(&[&["cut.csv.gz: "]]);
    let facts = run.facts();
    assert!(facts[0]["document"] == "d0" && facts.last().unwrap()["document"] == "a", "{facts:?}");
}
