//! What the README shows is what the program prints.
//!
//! A block stands under a comment that names its command, `<!-- cargo run -- trends -->`. Where it shows a part of what
//! is printed, the comment goes on with how each paragraph of that part begins, `<!-- cargo run -- trends | Turnover of -->`.
//! With the variable `UPDATE_README` the test writes the blocks anew.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn what_the_readme_shows_is_what_is_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (mut wanted, mut lines, mut blocks) = (String::new(), readme.lines(), 0);
    while let Some(line) = lines.next() {
        wanted += &format!("{line}\n");
        let Some(mark) = line.strip_prefix("<!-- cargo run -- ").and_then(|mark| mark.strip_suffix(" -->")) else {
            continue;
        };
        let fence = lines.next().filter(|fence| fence.starts_with("```")).expect("a block under each mark");
        assert!(lines.any(|line| line == "```"), "no end of the block under {line:?}");
        let mut parts = mark.split(" | ");
        let printed = printed(parts.next().unwrap());
        wanted += &format!("{fence}\n{}\n```\n", excerpt(&printed, &parts.collect::<Vec<_>>()));
        blocks += 1;
    }
    assert!(blocks > 0, "the README shows what is printed");
    if env::var_os("UPDATE_README").is_some() {
        fs::write(path, wanted).unwrap();
    } else if let Some((wanted, shown)) = wanted.lines().zip(readme.lines()).find(|(wanted, shown)| wanted != shown) {
        panic!("the README shows\n{shown}\nwhere this is printed\n{wanted}\nUPDATE_README=1 cargo test writes it anew");
    } else {
        assert_eq!(wanted, readme);
    }
}

/// What a command prints, without the last line break.
fn printed(command: &str) -> String {
    let mut run = Command::new(env!("CARGO_BIN_EXE_bilateral"));
    let run = run.current_dir(env!("CARGO_MANIFEST_DIR")).args(words(command)).output().unwrap();
    assert!(run.status.success(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().trim_end_matches('\n').to_owned()
}

/// Words between blanks, or between single quotes, as a shell takes them.
fn words(command: &str) -> Vec<&str> {
    let parts = command.split('\'').enumerate();
    parts.flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }).collect()
}

/// The paragraphs that begin so, one each and in this order, with `...` for what is left out; everything where none is
/// named.
fn excerpt(printed: &str, beginnings: &[&str]) -> String {
    if beginnings.is_empty() {
        return printed.to_owned();
    }
    let paragraphs: Vec<&str> = printed.split("\n\n").collect();
    let (mut excerpt, mut next) = (String::new(), 0);
    for beginning in beginnings {
        let found = paragraphs[next..].iter().position(|paragraph| paragraph.starts_with(beginning));
        let found = next + found.unwrap_or_else(|| panic!("no paragraph begins with {beginning:?} in\n{printed}"));
        let gap = ["\n", "...\n"][usize::from(found > next)];
        excerpt += &format!("{}{}\n", if found == 0 { "" } else { gap }, paragraphs[found]);
        next = found + 1;
    }
    if next < paragraphs.len() { excerpt + "..." } else { excerpt.trim_end().to_owned() }
}
