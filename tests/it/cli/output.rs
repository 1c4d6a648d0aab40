//! Where results go, and what happens when they cannot.

use std::io::Read;
use std::process::Stdio;

use super::{GOOD, Run, Scratch, line};

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let scratch = Scratch::new("replaced");
    scratch.file("a.txt", GOOD).file("facts.jsonl", "before");
    scratch.run(&["extract", "none.txt", "-o", "facts.jsonl"]).ends(2);
    assert_eq!(scratch.read("facts.jsonl"), "before");
    scratch.run(&["extract", "a.txt", "none.txt", "-o", "facts.jsonl"]).ends(1);
    assert_eq!(scratch.read("facts.jsonl"), scratch.run(&["extract", "a.txt"]).ends(0).out);
    assert_eq!(scratch.names(), ["a.txt", "facts.jsonl"], "no temporary file stays");
}

#[test]
fn a_place_that_cannot_be_written() {
    let scratch = Scratch::new("unwritable");
    scratch.file("a.txt", GOOD).file("folder/b.txt", GOOD);
    scratch.run(&["extract", "a.txt", "-o", "none/facts.jsonl"]).ends(2).tells(&[&["none/facts.jsonl: ", "folder"]]);
    scratch.run(&["extract", "a.txt", "-o", "folder"]).ends(2).tells(&[&["folder: ", "found a folder"]]);
}

#[test]
#[cfg(unix)]
fn a_link_and_a_device_are_written_through() {
    let scratch = Scratch::new("links");
    scratch.file("a.txt", GOOD).file("real/facts.jsonl", "");
    std::os::unix::fs::symlink("real/facts.jsonl", scratch.0.join("link.jsonl")).unwrap();
    scratch.run(&["extract", "a.txt", "-o", "link.jsonl"]).ends(0).tells(&[]);
    assert!(scratch.0.join("link.jsonl").is_symlink() && !scratch.read("real/facts.jsonl").is_empty());
    scratch.run(&["extract", "a.txt", "-o", "/dev/null"]).ends(0).tells(&[]);
    let run = scratch.run(&["extract", "a.txt", "-o", "/dev/stdout"]).ends(0).tells(&[]);
    run.writes_of(&["a"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_device_is_told() {
    let scratch = Scratch::new("full");
    scratch.file("a.txt", GOOD);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = scratch.command(&["extract", "a.txt"]).stdout(full).output().unwrap();
    Run::of(output).ends(2).tells(&[&["standard output: cannot write it"]]);
}

#[test]
fn a_reader_that_leaves_is_no_problem() {
    let scratch = Scratch::new("pipe");
    let lines: String = (0..5000).map(|n| line(&n.to_string(), None)).collect();
    scratch.file("d.jsonl", lines);
    let mut child = scratch.command(&["extract", "d.jsonl"]).stdin(Stdio::null()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    Run::of(child.wait_with_output().unwrap()).ends(0).tells(&[]);
}

#[test]
fn help_version_and_wrong_arguments() {
    let scratch = Scratch::new("help");
    let help = scratch.run(&["--help"]).ends(0).out;
    assert!(help.contains("Exit status:") && help.contains("Examples:"), "{help}");
    for line in help.lines() {
        let command = line.trim_start().split(' ').next().unwrap_or_default();
        if line.starts_with("  ") && ["extract", "explain", "trends", "check", "table"].contains(&command) {
            let help = scratch.run(&[command, "--help"]).ends(0).out;
            assert!(help.contains("Examples:") && help.contains("Exit status:"), "{help}");
        }
    }
    assert!(scratch.run(&["--version"]).ends(0).out.starts_with("bilateral "));
    for arguments in [&[][..], &["read"], &["extract", "--no-such"], &["extract", "--manifest"], &["explain", "a", "b"]]
    {
        assert!(scratch.run(arguments).ends(2).out.is_empty(), "{arguments:?}");
    }
}
