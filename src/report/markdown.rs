//! Markdown with pipe tables.

use super::{Report, layout};

pub(super) fn page(report: &Report<'_>) -> String {
    let mut blocks = Vec::new();
    for section in layout::sections(report) {
        blocks.push(format!("## {}", section.heading));
        for table in section.tables {
            let row =
                |cells: &[String]| format!("| {} |", cells.iter().map(|c| plain(c)).collect::<Vec<_>>().join(" | "));
            let heading: Vec<String> = table.columns.iter().map(|name| (*name).to_owned()).collect();
            let rule = vec!["---".to_owned(); table.columns.len()];
            let rows: Vec<_> = [&heading, &rule].into_iter().chain(&table.rows).map(|cells| row(cells)).collect();
            blocks.push(format!("### {}\n\n{}", plain(&table.title), rows.join("\n")));
        }
        if !section.items.is_empty() {
            let item = |item: layout::Item| {
                let below = item.below.iter().map(|line| format!("\n  - {}", plain(line)));
                format!("- **{}**: {}{}", item.label, plain(&item.text), below.collect::<String>())
            };
            blocks.push(section.items.into_iter().map(item).collect::<Vec<_>>().join("\n"));
        }
    }
    if blocks.is_empty() {
        blocks.push(layout::nothing(report).into());
    }
    blocks.join("\n\n") + "\n"
}

/// A text whose marks are not read as Markdown or HTML.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '#' => out.extend(['\\', letter]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_stay_marks() {
        assert_eq!(super::plain("a|b <i> *c*"), "a\\|b &lt;i&gt; \\*c\\*");
    }
}
