//! Colours of a report on a terminal.

use std::env;
use std::io::IsTerminal as _;

const BOLD: &str = "\u{1B}[1m";
const FAINT: &str = "\u{1B}[2m";
const RED: &str = "\u{1B}[1;31m";
const YELLOW: &str = "\u{1B}[1;33m";
const GREEN: &str = "\u{1B}[1;32m";
const PLAIN: &str = "\u{1B}[0m";

/// Whether standard output shows colours: a terminal that knows them, and nobody who asks for none (no-color.org).
pub fn wanted() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    std::io::stdout().is_terminal() && !set("NO_COLOR") && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The columns of the terminal that standard output is; `None` where it is none.
pub fn columns() -> Option<usize> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

/// A page of text with headings bold, rules faint, and findings by their outcome.
pub fn painted(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + page.len() / 8);
    let mut label = "";
    let lines: Vec<&str> = page.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let ruled = |line: &str, mark: char| !line.is_empty() && line.chars().all(|c| c == mark || c == ' ');
        let heads = lines.get(at + 1).is_some_and(|next| ruled(next, '='));
        let begins = at == 0 || lines.get(at - 1).is_some_and(|before| before.is_empty());
        if heads {
            label = match *line {
                "WHAT DOES NOT FIT" => RED,
                "WHAT IS OPEN" => YELLOW,
                "WHAT FITS" => GREEN,
                _ => "",
            };
            out.push_str(&format!("{BOLD}{line}{PLAIN}"));
        } else if ruled(line, '=') || ruled(line, '-') {
            out.push_str(&format!("{FAINT}{line}{PLAIN}"));
        } else if let (true, false, Some((name, rest))) = (begins, label.is_empty(), line.split_once(':')) {
            out.push_str(&format!("{label}{name}{PLAIN}:{rest}"));
        } else if begins && lines.get(at + 2).is_some_and(|next| ruled(next, '-')) {
            out.push_str(&format!("{BOLD}{line}{PLAIN}"));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{RED, painted};

    #[test]
    fn what_is_painted_is_the_same_text() {
        let page = "TRENDS\n======\n\nTurnover\nPeriod  Figure\n------  ------\n2022    1\n\nWHAT DOES NOT FIT\n====\n\n\
                    sources: two figures.\n    figure: 1\n";
        let painted = painted(page);
        assert!(painted.contains(&format!("{RED}sources\u{1B}[0m: two figures.")), "{painted:?}");
        let mut plain = painted;
        while let Some(at) = plain.find('\u{1B}') {
            let end = at + plain[at..].find('m').unwrap();
            plain.replace_range(at..=end, "");
        }
        assert_eq!(plain, page);
    }
}
