//! What the README and the guide show is what the program prints.
//!
//! A block stands under a comment that names its command, `<!-- cargo run -- trends -->`, or `<!-- bilateral trends -->` where
//! the block begins with the command itself. Where it shows a part of what is printed, the comment goes on with how each
//! paragraph of that part begins, `<!-- cargo run -- trends | Turnover of -->`. With the variable `UPDATE_README` the tests
//! write the blocks anew, and the picture of the guide.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A file of the repository.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn updates() -> bool {
    env::var_os("UPDATE_README").is_some()
}

#[test]
fn what_the_readme_shows_is_what_is_printed() {
    assert!(compared(&file("README.md")) > 0, "the README shows what is printed");
}

/// The guide has pages and pictures, and reads pages: it needs all features that are the program's by default.
#[test]
#[cfg(all(feature = "html", feature = "chart"))]
fn what_the_guide_shows_is_what_is_printed() {
    let mut pages: Vec<PathBuf> = fs::read_dir(file("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|end| end == "md"));
    pages.sort();
    let blocks: usize = pages.iter().map(|page| compared(page)).sum();
    assert!(blocks >= 8, "the guide shows what is printed");
    let index = fs::read_to_string(file("docs/README.md")).unwrap();
    for page in pages.iter().filter(|page| !page.ends_with("README.md")) {
        let name = page.file_name().unwrap().to_str().unwrap();
        assert!(index.contains(&format!("({name})")), "{name} is in the table of contents");
    }
}

#[test]
#[cfg(feature = "chart")]
fn the_picture_is_what_is_drawn() {
    let drawn = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trade.svg");
    let run = run(&["chart", "data/sample", "-o", drawn.to_str().unwrap()]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let (drawn, shown) = (fs::read_to_string(drawn).unwrap(), file("docs/trade.svg"));
    if updates() {
        fs::write(shown, drawn).unwrap();
    } else {
        assert_eq!(fs::read_to_string(shown).unwrap(), drawn, "UPDATE_README=1 cargo test writes it anew");
    }
}

/// Compares the blocks of a page with what is printed, and tells how many there are.
fn compared(path: &Path) -> usize {
    let page = fs::read_to_string(path).unwrap();
    let (mut wanted, mut lines, mut blocks) = (String::new(), page.lines(), 0);
    while let Some(line) = lines.next() {
        wanted += &format!("{line}\n");
        let Some(mark) = line.strip_prefix("<!-- ").and_then(|mark| mark.strip_suffix(" -->")) else { continue };
        let (command, shown) = match (mark.strip_prefix("cargo run -- "), mark.strip_prefix("bilateral ")) {
            (Some(command), _) => (command, false),
            (None, Some(command)) => (command, true),
            (None, None) => continue,
        };
        let fence = lines.next().filter(|fence| fence.starts_with("```")).expect("a block under each mark");
        assert!(lines.any(|line| line == "```"), "no end of the block under {line:?}");
        let mut parts = command.split(" | ");
        let command = parts.next().unwrap();
        let first = if shown { format!("$ bilateral {command}\n") } else { String::new() };
        wanted += &format!("{fence}\n{first}{}\n```\n", excerpt(&printed(command), &parts.collect::<Vec<_>>()));
        blocks += 1;
    }
    let name = path.display();
    if updates() {
        fs::write(path, wanted).unwrap();
    } else if let Some((wanted, shown)) = wanted.lines().zip(page.lines()).find(|(wanted, shown)| wanted != shown) {
        panic!("{name} shows\n{shown}\nwhere this is printed\n{wanted}\nUPDATE_README=1 cargo test writes it anew");
    } else {
        assert_eq!(wanted, page, "{name}");
    }
    blocks
}

fn run(arguments: &[&str]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_bilateral"));
    run.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

/// What a command prints, without the last line break.
fn printed(command: &str) -> String {
    let run = run(&words(command));
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
