//! Plain text for a terminal.

use super::grid::{lines, wrap};
use super::{Report, layout};

pub(super) fn page(report: &Report<'_>) -> String {
    let mut blocks = Vec::new();
    for section in layout::sections(report) {
        blocks.push(format!("{}\n{}", section.heading.to_uppercase(), "=".repeat(section.heading.chars().count())));
        for table in section.tables {
            let title = wrap(&table.title, report.width).join("\n");
            blocks.push(format!("{title}\n{}", lines(table.columns, &table.rows, report.width).join("\n")));
        }
        for item in section.items {
            let mut block = wrap(&format!("{}: {}", item.label, item.text), report.width);
            for line in item.below {
                block.extend(wrap(&line, report.width - 4).into_iter().map(|line| format!("    {line}")));
            }
            blocks.push(block.join("\n"));
        }
    }
    if blocks.is_empty() {
        blocks.push(layout::nothing(report).into());
    }
    blocks.join("\n\n") + "\n"
}
