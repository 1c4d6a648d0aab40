//! What the README shows is what the program prints.
//!
//! A block is marked by a comment above it that names the command, `<!-- cargo run -- trends -->`; a line `...` stands
//! for lines left out.

use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The commands of the README, each with the lines that it shows.
fn blocks() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut blocks = Vec::new();
    let mut lines = README.lines();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("<!-- cargo run -- ").and_then(|rest| rest.strip_suffix(" -->")) else {
            continue;
        };
        let fence = lines.next();
        assert!(fence.is_some_and(|fence| fence.starts_with("```")), "no block under {line:?}");
        blocks.push((command, lines.by_ref().take_while(|line| *line != "```").collect()));
    }
    blocks
}

/// Words between blanks, or between single quotes, as a shell takes them.
fn words(command: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (place, part) in command.split('\'').enumerate() {
        if place % 2 == 1 {
            words.push(part);
        } else {
            words.extend(part.split_whitespace());
        }
    }
    words
}

#[test]
fn what_the_readme_shows_is_what_is_printed() {
    let blocks = blocks();
    assert!(blocks.iter().any(|(command, _)| *command == "trends"), "the README shows the main job");
    for (command, shown) in blocks {
        let run = Command::new(env!("CARGO_BIN_EXE_bilateral"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(words(command))
            .output()
            .unwrap();
        assert!(run.status.success(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
        let printed = String::from_utf8(run.stdout).unwrap();
        let printed: Vec<&str> = printed.lines().collect();
        let whole = !shown.contains(&"...");
        assert!(!whole || shown == printed, "{command}:\n{}", printed.join("\n"));
        let mut rest = &printed[..];
        for part in shown.split(|line| *line == "...").map(trimmed).filter(|part| !part.is_empty()) {
            let place = rest.windows(part.len()).position(|lines| lines == part);
            let Some(place) = place else {
                panic!(
                    "not printed by {command}, or not in this order:\n{}\n\nbut:\n{}",
                    part.join("\n"),
                    printed.join("\n")
                )
            };
            rest = &rest[place + part.len()..];
        }
    }
}

/// Without empty lines at either end.
fn trimmed<'a>(lines: &'a [&'a str]) -> &'a [&'a str] {
    let full = |line: &&str| !line.is_empty();
    match (lines.iter().position(full), lines.iter().rposition(full)) {
        (Some(first), Some(last)) => &lines[first..=last],
        _ => &[],
    }
}
